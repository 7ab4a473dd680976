//! The dialog of a pasted budget: rows as read, the industry of each, what it does to the lines there are. Nothing changes before the last button.

use egui::{Event, Id, Rangef, Rect, ScrollArea, Sense, Ui, UiBuilder, ViewportCommand, pos2, vec2};

use super::paste_notes;
use crate::app::budget::{UNITS, counted_lines, counted_rows, pasted};
use crate::app::paste::PastedRow;
use crate::app::{Action, AppState, BudgetDraft, BudgetMode, PasteAction};
use crate::report::places;
use crate::report::words as names;
use crate::study::PhaseStudy;
use crate::text::messages::{budgets, editor as words, lines, ui as common};
use crate::text::number;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{
    Button, Icon, Segments, clipped, dropdown, icon_in, link, paint, secondary_button, segmented, tick,
};

/// Returns the width of the dialog: what the window leaves, up to what its table needs.
pub fn width(ui: &Ui) -> f32 {
    (ui.ctx().content_rect().width() - 120.0).clamp(560.0, 900.0)
}

/// Asks for the clipboard of the system once the dialog is open: its text comes back as an event of the next frames.
pub fn request(ui: &Ui) {
    ui.data_mut(|d| d.insert_temp(wanted(), true));
}

/// Returns where it is kept that the clipboard is wanted.
fn wanted() -> Id {
    Id::unique("clipboard wanted")
}

/// Takes a text pasted this frame, if there is one.
///
/// * `any`: whether a single word counts too; where something is being typed, only a table does, and the field keeps the rest.
pub fn take(ui: &Ui, any: bool) -> Option<String> {
    ui.input_mut(|input| {
        let is_table = |text: &str| text.contains('\t') || text.trim().contains('\n');
        let at = input
            .events
            .iter()
            .position(|e| matches!(e, Event::Paste(text) if any || is_table(text)))?;
        match input.events.remove(at) {
            Event::Paste(text) => Some(text),
            _ => None,
        }
    })
}

/// Shows the dialog.
pub fn show(ui: &mut Ui, state: &AppState, draft: &BudgetDraft, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    if let Some(text) = take(ui, true) {
        actions.push(pasted(text));
    }
    let study = state.document().study();
    let Some(phase) = study.phases.get(draft.phase) else {
        return;
    };
    ui.label(theme.rich(words::PASTE_TITLE.get(lang), Type::Title, theme.colours.text));
    if draft.pasted.rows.is_empty() && draft.pasted.problems.is_empty() {
        empty(ui, state, actions);
        return;
    }
    let read = draft.pasted.rows.len();
    // The same counts as those told once it is done.
    let left = match draft.left_out() {
        0 => lines::PASTE_LEFT_NONE.get(lang).to_owned(),
        1 => lines::PASTE_LEFT_ONE.get(lang).to_owned(),
        n => lines::PASTE_LEFT_MANY.fill(lang, &[("count", &n.to_string())]),
    };
    let of = lines::PASTE_KEPT.fill(
        lang,
        &[
            ("phase", &names::phase(study, phase, lang)),
            ("kept", &counted_rows(draft.kept(), lang)),
            ("left", &left),
        ],
    );
    ui.label(theme.rich(of, Type::Body, theme.colours.text_secondary));
    if read > 0 {
        choices(ui, state, draft, actions);
        table(ui, state, draft, phase, actions);
    }
    paste_notes::remarks(ui, state, draft);
    if read > 0 {
        paste_notes::totals(ui, state, draft, phase);
    }
    buttons(ui, state, draft, phase, actions);
}

/// Asks for a text where none was pasted yet.
fn empty(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    if ui.data_mut(|d| d.remove_temp::<bool>(wanted())) == Some(true) {
        ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
    }
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 120.0), Sense::hover());
    let keys = egui::KeyboardShortcut::new(egui::Modifiers::COMMAND, egui::Key::V);
    let say = words::PASTE_EMPTY.fill(lang, &[("keys", &ui.ctx().format_shortcut(&keys))]);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Status, true, &say));
    let stroke = egui::Stroke::new(1.0, theme.colours.border_strong);
    paint::dashed_rect(
        ui.painter(),
        rect,
        f32::from(theme.tokens.radius.card),
        stroke,
        4.0,
        3.0,
    );
    icon_in(
        ui.painter(),
        rect.center_top() + vec2(0.0, 24.0),
        Icon::Paste,
        theme.colours.text_secondary,
    );
    let text = paint::paragraph(ui, &say, Type::Body, theme.colours.text, rect.width() - 48.0);
    let first = paint::place(ui.painter(), pos2(rect.left() + 24.0, rect.top() + 42.0), text);
    let more = words::PASTE_EMPTY_MORE.get(lang);
    let more = paint::paragraph(ui, more, Type::Small, theme.colours.text_muted, rect.width() - 48.0);
    paint::place(ui.painter(), pos2(rect.left() + 24.0, first.bottom() + 6.0), more);
    if secondary_button(ui, common::CANCEL.get(lang)).clicked() {
        actions.push(Action::Dismiss);
    }
}

/// Shows what the budget does to the lines there are, the unit of its numbers and the year of its dollars.
fn choices(ui: &mut Ui, state: &AppState, draft: &BudgetDraft, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let muted = theme.colours.text_muted;
    let act = |action: PasteAction| Action::Paste(action);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let modes = [words::MODE_REPLACE, words::MODE_MERGE, words::MODE_ADD].map(|m| m.get(lang));
        let at = BudgetMode::ALL.iter().position(|m| *m == draft.mode).unwrap_or(0);
        let chosen = segmented(ui, words::PASTE_MODE.get(lang), &modes, at, Segments::Fit);
        if let Some(mode) = chosen.and_then(|k| BudgetMode::ALL.get(k)) {
            actions.push(act(PasteAction::Mode(*mode)));
        }
        let bare = draft.pasted.rows.iter().any(|r| !r.has_unit);
        if bare {
            ui.label(theme.rich(words::PASTE_UNIT.get(lang), Type::Small, theme.colours.text_secondary));
            let units = [words::UNIT_1, words::UNIT_1000, words::UNIT_1000000].map(|m| m.get(lang));
            let at = UNITS.iter().position(|u| *u == draft.unit).unwrap_or(0);
            let chosen = segmented(ui, words::PASTE_UNIT.get(lang), &units, at, Segments::Fit);
            if let Some(unit) = chosen.and_then(|k| UNITS.get(k)) {
                actions.push(act(PasteAction::Unit(*unit)));
            }
        }
        ui.label(theme.rich(words::PASTE_YEAR.get(lang), Type::Small, theme.colours.text_secondary));
        let years = years(state);
        let texts: Vec<String> = years.iter().map(i32::to_string).collect();
        let options: Vec<&str> = texts.iter().map(String::as_str).collect();
        let at = years.iter().position(|y| *y == draft.year).unwrap_or(0);
        let chosen = dropdown(ui, words::PASTE_YEAR.get(lang), &options, at, YEAR);
        if let Some(year) = chosen.and_then(|k| years.get(k)) {
            actions.push(act(PasteAction::Year(*year)));
        }
    });
    let stated = state.document().scenario().phases.get(draft.phase);
    let note = match draft.mode {
        BudgetMode::Replace if stated.is_some_and(|p| p.own_budget) => budgets::MODE_REPLACE_OWN,
        BudgetMode::Replace => words::MODE_REPLACE_NOTE,
        BudgetMode::Merge => words::MODE_MERGE_NOTE,
        BudgetMode::Add => words::MODE_ADD_NOTE,
    };
    ui.label(theme.rich(note.get(lang), Type::Small, muted));
    paste_notes::year(ui, state, draft);
}

/// Width of the list of years.
const YEAR: f32 = 78.0;

/// Returns the years that the dollars may be of, the last one first: those that the price index knows.
fn years(state: &AppState) -> Vec<i32> {
    let span = state.library.price_index.span();
    span.map_or_else(Vec::new, |(first, last)| (first..=last).rev().collect())
}

/// The columns of the table, from their left edges.
struct Columns {
    tick: f32,
    name: f32,
    industry: f32,
    amount: f32,
    local: f32,
    becomes: f32,
    end: f32,
}

impl Columns {
    fn of(rect: Rect) -> Self {
        let at = |part: f32| rect.left() + 30.0 + (rect.width() - 30.0) * part;
        Self {
            tick: rect.left(),
            name: at(0.0),
            industry: at(0.24),
            amount: at(0.50),
            local: at(0.70),
            becomes: at(0.79),
            end: rect.right(),
        }
    }
}

fn table(ui: &mut Ui, state: &AppState, draft: &BudgetDraft, phase: &PhaseStudy, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let targets = draft.targets(phase, &state.library);
    let (head, _) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    ui.painter()
        .rect_filled(head, theme.tokens.radius.field, theme.colours.sunken);
    let c = Columns::of(head);
    let ink = theme.colours.text_secondary;
    let amount = words::PASTE_AMOUNT.fill(lang, &[("unit", words::UNIT_1000000.get(lang))]);
    for (x, end, text, right) in [
        (c.name, c.industry, words::PASTE_NAME.get(lang), false),
        (c.industry, c.amount, words::PASTE_INDUSTRY.get(lang), false),
        (c.amount, c.local, amount.as_str(), true),
        (c.local, c.becomes, words::PASTE_LOCAL.get(lang), true),
        (c.becomes + 12.0, c.end, words::PASTE_BECOMES.get(lang), false),
    ] {
        let galley = paint::line(ui, text, Type::SmallMedium, ink, end - x - 4.0);
        if right {
            paint::right(ui.painter(), end - 8.0, head.center().y, galley);
        } else {
            paint::left(ui.painter(), x, head.center().y, galley);
        }
    }
    let room = (ui.ctx().content_rect().height() - 480.0).max(120.0);
    ScrollArea::vertical()
        .max_height(room)
        .min_scrolled_height(120.0)
        .auto_shrink([false, true])
        .show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            for (k, row) in draft.pasted.rows.iter().enumerate() {
                let target = targets.get(k).and_then(Option::as_ref);
                let line = target.and_then(|id| phase.lines.iter().find(|l| l.id == *id));
                let target = line.map(|l| names::line(l, lang, &state.library));
                ui.push_id(k, |ui| table_row(ui, state, draft, (k, row), target, actions));
            }
        });
}

fn table_row(
    ui: &mut Ui,
    state: &AppState,
    draft: &BudgetDraft,
    (k, row): (usize, &PastedRow),
    target: Option<String>,
    actions: &mut Vec<Action>,
) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let colours = &theme.colours;
    let Some(decision) = draft.rows.get(k).copied() else {
        return;
    };
    let doubts = [draft.is_doubtful(k), draft.is_share_doubtful(k)];
    let height = 36.0 + DOUBT * doubts.iter().filter(|d| **d).count() as f32;
    let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let rect = Rect::from_min_size(whole.min, vec2(whole.width(), 36.0));
    let c = Columns::of(rect);
    ui.painter().hline(rect.x_range(), whole.bottom(), theme.hairline());
    let at = words::PASTE_ROW.fill(lang, &[("row", &row.row.to_string())]);
    let name = if row.name.is_empty() {
        at.clone()
    } else {
        row.name.clone()
    };
    // Rows may share a name: where they stand tells them apart.
    let spoken = format!("{name}, {at}");
    let cell = |ui: &mut Ui, from: f32, to: f32, salt: &str| {
        let area = Rect::from_min_max(pos2(from, rect.center().y - 14.0), pos2(to, rect.center().y + 14.0));
        ui.new_child(UiBuilder::new().max_rect(area).id_salt(salt))
    };
    let area = Rect::from_min_max(
        pos2(c.tick + 4.0, rect.center().y - 12.0),
        pos2(c.name, rect.center().y + 12.0),
    );
    let mut left = ui.new_child(UiBuilder::new().max_rect(area).id_salt("tick"));
    let label = words::PASTE_KEEP.fill(lang, &[("name", &spoken)]);
    if let Some(kept) = tick(&mut left, decision.kept, &label) {
        actions.push(Action::Paste(PasteAction::Keep(k, kept)));
    }
    let ink = if decision.kept {
        colours.text
    } else {
        colours.text_disabled
    };
    let area = Rect::from_x_y_ranges(Rangef::new(c.name, c.industry - 8.0), rect.y_range());
    clipped(ui, "name", area, &name, (Type::Body, ink));
    let mut middle = cell(ui, c.industry, c.amount - 6.0, "industry");
    let industries = &state.library.economy.industries;
    let known = target.is_some() && decision.industry.is_none();
    if known {
        let area = Rect::from_x_y_ranges(Rangef::new(c.industry, c.amount - 8.0), rect.y_range());
        clipped(ui, "industry", area, number::NOTHING, (Type::Body, colours.text_muted));
    } else {
        let mut texts: Vec<String> = industries
            .iter()
            .map(|i| format!("{} · {}", i.code, i.short.get(lang)))
            .collect();
        let missing = decision.industry.is_none();
        if missing {
            texts.insert(0, words::PASTE_CHOOSE.get(lang).to_owned());
        }
        let options: Vec<&str> = texts.iter().map(String::as_str).collect();
        let label = words::PASTE_INDUSTRY_OF.fill(lang, &[("name", &spoken)]);
        let width = middle.available_width();
        let at = decision.industry.unwrap_or(0);
        if let Some(chosen) = dropdown(&mut middle, &label, &options, at, width) {
            let industry = if missing { chosen.checked_sub(1) } else { Some(chosen) };
            if let Some(industry) = industry {
                actions.push(Action::Paste(PasteAction::Industry(k, industry)));
            }
        }
        if missing && decision.kept {
            let mark = Rect::from_min_size(pos2(c.amount - 4.0, rect.center().y - 7.0), vec2(14.0, 14.0));
            icon_in(ui.painter(), mark.center(), Icon::Warning, colours.warning);
        }
    }
    let millions = draft.amount(k) / 1e6;
    let text = number::decimal(millions, number::needed_places(millions, 2), lang);
    let style = if decision.kept { Type::BodyMedium } else { Type::Body };
    let figure = paint::line(ui, &text, style, ink, c.local - c.amount);
    let shown = paint::right(ui.painter(), c.local - 8.0, rect.center().y, figure);
    let label = format!("{text}{}{}", number::NO_BREAK_SPACE, words::UNIT_1000000.get(lang));
    ui.interact(shown, ui.scope_id().with("amount"), Sense::hover())
        .widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &label));
    if let Some(other) = draft.other_amount(k) {
        let other = number::decimal(other / 1e6, number::needed_places(other / 1e6, 2), lang);
        let text = words::PASTE_OTHER.fill(lang, &[("value", &other)]);
        let mut area = cell(ui, c.amount + 8.0, shown.left() - 6.0, "other");
        let label = words::PASTE_OTHER_OF.fill(lang, &[("value", &other), ("name", &spoken)]);
        area.horizontal_centered(|ui| {
            let response = link(ui, &text);
            ui.ctx()
                .accesskit_node_builder(response.id, |node| node.set_label(label.as_str()));
            if response.clicked() {
                actions.push(Action::Paste(PasteAction::OtherReading(k)));
            }
        });
    }
    let local = draft.local(k).map_or(String::new(), |v| {
        number::percent_with(v, places::places(v * 100.0, 1), lang)
    });
    let local = paint::line(ui, &local, Type::Body, ink, 60.0);
    paint::right(ui.painter(), c.becomes - 8.0, rect.center().y, local);
    let becomes = match (&target, decision.kept) {
        (_, false) => words::PASTE_LEFT.get(lang).to_owned(),
        (Some(name), true) => words::PASTE_REPLACES.fill(lang, &[("name", name)]),
        (None, true) => words::PASTE_NEW.get(lang).to_owned(),
    };
    let area = Rect::from_x_y_ranges(Rangef::new(c.becomes + 12.0, c.end - 4.0), rect.y_range());
    clipped(ui, "becomes", area, &becomes, (Type::Small, colours.text_secondary));
    let mut top = rect.bottom() - 2.0;
    for (of_share, doubtful) in doubts.into_iter().enumerate() {
        if doubtful {
            let area = Rect::from_min_max(pos2(c.industry, top), pos2(c.end, top + DOUBT - 2.0));
            match of_share {
                0 => paste_notes::industry(ui, state, (k, decision), &spoken, area, actions),
                _ => paste_notes::share(ui, state, (k, row), &spoken, area, actions),
            }
            top += DOUBT;
        }
    }
}

/// Height of what is said under a row in doubt.
const DOUBT: f32 = 24.0;

fn buttons(ui: &mut Ui, state: &AppState, draft: &BudgetDraft, phase: &PhaseStudy, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let missing = draft.without_industry(phase, &state.library).len();
    let kept = draft.kept();
    let reason = match (kept, missing) {
        (0, _) => Some(words::PASTE_NOTHING.get(lang).to_owned()),
        (_, 0) => None,
        (_, n) => Some(words::PASTE_MISSING.fill(lang, &[("rows", &counted_rows(n, lang))])),
    };
    ui.horizontal(|ui| {
        if draft.pasted.rows.is_empty() {
            if secondary_button(ui, common::CANCEL.get(lang)).clicked() {
                actions.push(Action::Dismiss);
            }
            return;
        }
        let text = words::PASTE_DONE.fill(lang, &[("lines", &counted_lines(kept, lang))]);
        let button = Button::primary(&text).disabled_because(reason.as_deref());
        if button.show(ui).clicked() && reason.is_none() {
            actions.push(Action::Paste(PasteAction::Confirm));
        }
        if secondary_button(ui, common::CANCEL.get(lang)).clicked() {
            actions.push(Action::Dismiss);
        }
        let to_check = (0..draft.rows.len())
            .filter(|k| draft.is_doubtful(*k) && draft.rows.get(*k).is_some_and(|d| d.industry.is_some()))
            .count();
        let mut check = Vec::new();
        match to_check {
            0 => {}
            1 => check.push(lines::PASTE_TO_CHECK_ONE.get(lang).to_owned()),
            n => check.push(lines::PASTE_TO_CHECK.fill(lang, &[("count", &n.to_string())])),
        }
        let shares = (0..draft.rows.len()).filter(|k| draft.is_share_doubtful(*k)).count();
        if shares > 0 {
            check.push(budgets::SHARES_TO_CHECK.fill(lang, &[("count", &shares.to_string())]));
        }
        let text = reason.unwrap_or_else(|| check.join(" · "));
        if !text.is_empty() {
            ui.label(theme.rich(text, Type::Small, theme.colours.warning));
        }
    });
}
