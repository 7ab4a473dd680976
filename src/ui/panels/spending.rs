//! The spending editor: the lines of a phase, several of them changed together, pasted and copied, and what they would bring.

use std::collections::BTreeSet;

use egui::{Id, Key, Margin, Modifiers, Ui};

use super::purchases::{origin_legend, phase_choice};
use super::spending_row::{self, RowSeen};
use super::{line_details, spending_cards, spending_head};
use crate::app::budget::pasted;
use crate::app::lines::{moved_line, tab_separated};
use crate::app::{Action, AppState, Copied, Edit, Gesture, LinesEdit, ViewAction, Wanted};
use crate::ids::LineId;
use crate::report::words as names;
use crate::study::{AssumptionKind, LineStudy, PhaseStudy, Territory};
use crate::text::messages::{editor, ui as words, words as shared};
use crate::text::number;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{Button, Icon, LegendMark, Notice, NoticeTone, Segments, icon_button, legend, paint};
use crate::ui::{copied, focus, paste};

/// Shows the page.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let study = state.document().study();
    let Some(phase) = study.phases.get(state.phase) else {
        return;
    };
    if state.dialog.is_none() {
        let typing = ui.ctx().text_edit_focused();
        if let Some(text) = paste::take(ui, !typing) {
            actions.push(pasted(text));
        }
        keys(ui, state, phase, actions);
    }
    added(ui, state, actions);
    if state.view.wanted == Some(Wanted::UnfoldedLine) && focus::is_free(ui.ctx()) {
        // Its chevron takes the focus when it shows.
        actions.push(Action::View(ViewAction::Reached));
    }
    let place = names::in_place(study, Territory::Study, lang);
    let values = [
        ("share", number::percent(phase.sourcing.local_share, lang)),
        ("place", place),
        ("cap", number::percent(phase.sourcing.maximum, lang)),
    ];
    let title = words::SPENDING_FINDING.fill(lang, &values.each_ref().map(|(n, v)| (*n, v.as_str())));
    ui.label(theme.rich(title, Type::Title, theme.colours.text));
    toolbar(ui, state, phase, actions);
    let sales = study
        .assumptions
        .iter()
        .find(|a| a.kind == AssumptionKind::Sales(state.phase));
    if sales.is_some_and(|a| !a.overridden) {
        let said = shared::SALES_FOLLOW.get(lang);
        ui.label(theme.rich(said, Type::Small, theme.colours.text_muted));
    }
    ui.add_space(6.0);
    notice(ui, state, actions);
    let current = current(ui, state, phase);
    let rows = theme
        .card()
        .inner_margin(Margin::ZERO)
        .show(ui, |ui| table(ui, state, phase, current, actions))
        .inner;
    seen(ui, state, phase, &rows, actions);
    ui.add_space(8.0);
    let mut marks = origin_legend(state);
    marks.push((LegendMark::Changed, words::LEGEND_YOURS.get(lang).to_owned()));
    marks.push((LegendMark::Cap, words::LEGEND_CAP.get(lang).to_owned()));
    marks.push((LegendMark::SavedRing, words::LEGEND_SAVED.get(lang).to_owned()));
    let marks: Vec<(LegendMark, &str)> = marks.iter().map(|(m, t)| (*m, t.as_str())).collect();
    legend(ui, &marks);
    ui.add_space(8.0);
    spending_cards::show(ui, state, phase, current, actions);
    ui.add_space(8.0);
    ui.label(theme.rich(words::SPENDING_NOTE.get(lang), Type::Small, theme.colours.text_muted));
}

/// Shows the choice of the phase and what can be done with its lines as a whole.
fn toolbar(ui: &mut Ui, state: &AppState, phase: &PhaseStudy, actions: &mut Vec<Action>) {
    let lang = state.lang();
    // Where all words do not fit beside the phases, the least used one is an icon.
    let narrow = ui.available_width() < 960.0;
    let tight = ui.available_width() < spending_head::TIGHT;
    ui.horizontal(|ui| {
        phase_choice(ui, state, words::PHASE_OF_LINES, Segments::Fit, actions);
        paint::at_end(ui, "lines", |ui| {
            let stated = state.document().scenario().phases.get(state.phase);
            if Button::secondary(words::ADD_LINE.get(lang))
                .icon(Icon::Plus)
                .show(ui)
                .clicked()
            {
                actions.push(Action::AddLine);
            }
            let paste_button = Button::secondary(editor::PASTE_BUDGET.get(lang))
                .icon(Icon::Paste)
                .show(ui);
            if paste_button.clicked() {
                // The dialog says what to do; the clipboard, where the system gives it, fills it at once.
                actions.push(pasted(""));
                paste::request(ui);
            }
            let copy = if narrow {
                icon_button(ui, Icon::Copy, editor::COPY_TABLE.get(lang), true)
            } else {
                Button::secondary(editor::COPY_TABLE.get(lang))
                    .icon(Icon::Copy)
                    .show(ui)
            };
            if copy.clicked() {
                let study = state.document().study();
                copied::copy(
                    ui.ctx(),
                    tab_separated(study, phase, &state.library, lang),
                    Copied::Table,
                );
            }
            let ordered = stated.is_some_and(|p| p.own_budget || !p.line_order.is_empty());
            let edited = ordered || phase.lines.iter().any(|l| l.edited);
            let reason = (!edited).then_some(words::NOTHING_TO_RESET.get(lang));
            let reset = if tight {
                let button = icon_button(ui, Icon::Reset, words::RESET_ALL.get(lang), edited);
                match reason {
                    Some(reason) => button.on_hover_text(reason),
                    None => button,
                }
            } else {
                Button::secondary(words::RESET_ALL.get(lang))
                    .icon(Icon::Reset)
                    .disabled_because(reason)
                    .show(ui)
            };
            if reset.clicked() && edited {
                actions.push(Action::Edit(Edit::ResetLines(state.phase), Gesture::Once));
            }
        });
    });
}

/// Tells what became of the budget last pasted, with what takes it back.
fn notice(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, document) = (state.lang(), state.document());
    let told = state.budget_notice.as_ref();
    if let Some(told) = told.filter(|n| (n.document, n.revision) == (document.id, document.revision())) {
        let undo = editor::UNDO_PASTE.get(lang);
        let clicked = Notice {
            tone: NoticeTone::Done,
            lead: told.lead.get(lang),
            text: told.text.get(lang),
            links: &[undo],
        }
        .show(ui);
        if clicked.is_some() {
            actions.push(Action::Undo);
        }
        ui.add_space(6.0);
    }
}

/// Takes the keys of the table: lines chosen all or none, the current one moved.
fn keys(ui: &Ui, state: &AppState, phase: &PhaseStudy, actions: &mut Vec<Action>) {
    if !ui.ctx().text_edit_focused() {
        if ui.input_mut(|i| i.consume_key(Modifiers::COMMAND, Key::A)) {
            actions.push(Action::Choose(phase.lines.iter().map(|l| l.id.clone()).collect()));
        }
        // A menu that Escape closes is gone by now: whether one was open before is remembered.
        let held = Id::unique("lines held");
        let open = egui::Popup::is_any_open(ui.ctx()) || state.dialog.is_some() || state.view.overlay.is_some();
        let was = ui.data_mut(|data| std::mem::replace(data.get_temp_mut_or(held, false), open));
        if !state.chosen.is_empty() && !was && !open && ui.input(|i| i.key_pressed(Key::Escape)) {
            actions.push(Action::Choose(BTreeSet::new()));
        }
    }
    let presses = |key| ui.input_mut(|i| i.count_and_consume_key(Modifiers::ALT, key)) as isize;
    let by = presses(Key::ArrowDown) - presses(Key::ArrowUp);
    if by != 0
        && let Some(line) = current(ui, state, phase)
    {
        // The line that moves stays the one that keys move.
        let key = (state.document().id.0, state.phase, line.id.clone());
        ui.data_mut(|d| d.insert_temp(current_id(), key));
        actions.extend(spending_row::step(state, phase, &line.id, by));
    }
}

/// Brings the keyboard to the name of the line just added, whose details are open under it: its industry is searched there.
fn added(ui: &Ui, state: &AppState, actions: &mut Vec<Action>) {
    if state.view.wanted != Some(Wanted::AddedLine) || !focus::is_free(ui.ctx()) {
        return;
    }
    actions.push(Action::View(ViewAction::Reached));
    let stated = state.document().scenario().phases.get(state.phase);
    let Some(line) = stated.and_then(|p| p.lines.last()) else {
        return;
    };
    line_details::open(ui, state, &line.id);
    let key = (state.document().id.0, state.phase, line.id.clone());
    ui.data_mut(|d| d.insert_temp(current_id(), key));
    let name = spending_row::name_id(state, &line.id);
    ui.memory_mut(|m| m.request_focus(name));
}

/// Unfolds a line and makes it the one that the cards speak of, for a page that leads to it.
pub fn open_line(ui: &Ui, state: &AppState, id: &LineId) {
    line_details::open(ui, state, id);
    let key = (state.document().id.0, state.phase, id.clone());
    ui.data_mut(|d| d.insert_temp(current_id(), key));
}

/// Returns where it is kept which line the cards speak of.
fn current_id() -> Id {
    Id::unique("current line")
}

/// Returns the line that the cards speak of: the last one touched, the first one otherwise.
fn current<'a>(ui: &Ui, state: &AppState, phase: &'a PhaseStudy) -> Option<&'a LineStudy> {
    let kept: Option<(u64, usize, LineId)> = ui.data(|d| d.get_temp(current_id()));
    let id = kept.filter(|(document, k, _)| (*document, *k) == (state.document().id.0, state.phase));
    let line = id.and_then(|(_, _, id)| phase.lines.iter().find(|l| l.id == id));
    line.or_else(|| phase.lines_in_order().first().copied())
}

fn table(
    ui: &mut Ui,
    state: &AppState,
    phase: &PhaseStudy,
    current: Option<&LineStudy>,
    actions: &mut Vec<Action>,
) -> Vec<RowSeen> {
    ui.set_width(ui.available_width());
    ui.spacing_mut().item_spacing.y = 0.0;
    spending_head::header(ui, state, phase, actions);
    if phase.lines.is_empty() {
        spending_head::empty(ui, editor::EMPTY_LINES.get(state.lang()));
    }
    let rows: Vec<RowSeen> = phase
        .lines_in_order()
        .into_iter()
        .map(|line| {
            let front = current.is_some_and(|c| c.id == line.id);
            ui.push_id(line.id.as_str(), |ui| {
                spending_row::row(ui, state, phase, line, front, actions)
            })
            .inner
        })
        .collect();
    let across = ui.min_rect().x_range();
    if let Some((id, to)) = spending_row::drop_place(ui, &rows, across) {
        let edit = LinesEdit::Order(moved_line(phase, &id, to));
        actions.push(Action::Edit(Edit::Lines(state.phase, edit), Gesture::Once));
    }
    spending_head::ends(ui);
    spending_head::total(ui, state, phase, actions);
    rows
}

/// Follows what happened in the rows: the focus, the line of the cards, the lines chosen.
fn seen(ui: &Ui, state: &AppState, phase: &PhaseStudy, rows: &[RowSeen], actions: &mut Vec<Action>) {
    spending_row::walk(ui, rows);
    let key = |id: &LineId| (state.document().id.0, state.phase, id.clone());
    let order: Vec<LineId> = rows.iter().map(|r| r.id.clone()).collect();
    let shown = current_id().with("order");
    let last: Option<Vec<LineId>> = ui.data_mut(|d| d.get_temp(shown));
    let moved = last.is_some_and(|last| last != order);
    ui.data_mut(|d| d.insert_temp(shown, order));
    if moved {
        // A control is still known where it was: its line is elsewhere by now.
        let current: Option<(u64, usize, LineId)> = ui.data(|d| d.get_temp(current_id()));
        if let Some(row) = rows.iter().find(|r| current.as_ref() == Some(&key(&r.id))) {
            row.cells[0].scroll_to_me(None);
        }
        ui.ctx().request_repaint();
    } else if let Some(row) = rows.iter().find(|r| r.touched) {
        let before: Option<(u64, usize, LineId)> = ui.data(|d| d.get_temp(current_id()));
        if before.as_ref() != Some(&key(&row.id)) {
            ui.data_mut(|d| d.insert_temp(current_id(), key(&row.id)));
            ui.ctx().request_repaint();
        }
    }
    let Some(at) = rows.iter().position(|r| r.ticked) else {
        return;
    };
    let anchor_id = current_id().with("anchor");
    let anchor: Option<LineId> = ui.data(|d| d.get_temp(anchor_id));
    let id = &rows[at].id;
    let mut chosen = state.chosen.clone();
    let on = !chosen.contains(id);
    // With Shift, all lines from the last one clicked to this one.
    let from = anchor.filter(|_| ui.input(|i| i.modifiers.shift));
    let from = from.and_then(|a| rows.iter().position(|r| r.id == a)).unwrap_or(at);
    for row in &rows[from.min(at)..=from.max(at)] {
        if on {
            chosen.insert(row.id.clone());
        } else {
            chosen.remove(&row.id);
        }
    }
    chosen.retain(|id| phase.lines.iter().any(|l| l.id == *id));
    ui.data_mut(|d| d.insert_temp(anchor_id, id.clone()));
    actions.push(Action::Choose(chosen));
}
