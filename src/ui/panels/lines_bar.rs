//! The strip at the foot of the spending page while lines are chosen: what is done to all of them at once, as one step.

use egui::text::{CCursor, CCursorRange};
use egui::{Align, Frame, Id, Key, Layout, Margin, Panel, Popup, Response, Sense, TextEdit, Ui, vec2};

use super::fields::stamp;
use super::spending_head::cell;
use crate::app::budget::counted_lines;
use crate::app::{Action, AppState, Change, Edit, Gesture, LinesEdit, Page, refusals};
use crate::ids::LineId;
use crate::report::places::places;
use crate::study::{LineKind, LineStudy, PhaseStudy};
use crate::text::messages::{budgets, editor as words};
use crate::text::number::{self, TypedUnit};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{Button, Icon, Notice, NoticeTone, NumberField, icon_button, paint};

/// Width of the two number fields.
const NUMBER: f32 = 76.0;

/// What is typed in the strip until it is applied.
#[derive(Clone, Default)]
struct Typed {
    local: Option<f64>,
    times: Option<f64>,
    note: String,
    /// Makes fields forget their text once it is applied.
    round: u64,
    /// What was asked of the document at the last frame, and whether it was what is typed.
    sent: Option<(Asked, bool)>,
    /// What the document refused.
    refused: Option<Asked>,
}

/// Changes asked of lines.
#[derive(Clone, PartialEq)]
struct Asked {
    lines: Vec<LineId>,
    changes: Vec<Change>,
}

/// Shows the strip while lines are chosen; the table above it keeps its place.
pub fn dock(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let key = Id::unique("lines bar");
    let phase = state.document().study().phases.get(state.phase);
    let lines: Vec<LineId> = phase.map_or_else(Vec::new, |phase| {
        let order = phase.lines_in_order();
        let chosen = order.iter().filter(|l| state.chosen.contains(&l.id));
        chosen.map(|l| l.id.clone()).collect()
    });
    let (Some(phase), Page::Spending, false) = (phase, state.page, lines.is_empty()) else {
        ui.data_mut(|d| d.remove::<Typed>(key));
        return;
    };
    let theme = Theme::of(ui.ctx());
    let mut typed: Typed = ui.data(|d| d.get_temp(key)).unwrap_or_default();
    let refocus = typed.learn(state);
    let frame = Frame::new()
        .fill(theme.colours.panel)
        .inner_margin(Margin::symmetric(theme.tokens.layout.page_margin as i8, 8));
    let mut asked: Option<(Vec<Change>, bool)> = None;
    Panel::bottom("lines bar").resizable(false).frame(frame).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(8.0, 8.0);
        if let Some(change) = head(ui, state, phase, &lines, actions) {
            asked = Some((vec![change], false));
        }
        let (apply, wrong) = fields(ui, state, &lines, &mut typed, refocus);
        if apply {
            asked = Some((typed.changes(state), true));
        }
        if let Some(wrong) = &wrong {
            told(ui, wrong, &[]);
        } else if let Some((changes, own)) = refusal(ui, state, &lines, &typed) {
            asked = Some((changes, own));
        }
    });
    if let Some((changes, own)) = asked.filter(|(changes, _)| !changes.is_empty()) {
        let edit = Edit::Lines(state.phase, LinesEdit::Each(lines.clone(), changes.clone()));
        actions.push(Action::Edit(edit, Gesture::Once));
        typed.sent = Some((Asked { lines, changes }, own));
        ui.ctx().request_repaint();
    }
    ui.data_mut(|d| d.insert_temp(key, typed));
}

impl Typed {
    fn changes(&self, state: &AppState) -> Vec<Change> {
        let note = self.note.trim();
        let note = (!note.is_empty()).then(|| Change::Note(state.lang(), note.to_owned()));
        let local = self.local.map(|v| Change::Local(v / 100.0));
        local
            .into_iter()
            .chain(self.times.map(Change::Times))
            .chain(note)
            .collect()
    }

    /// Learns what became of what was asked at the last frame: what is refused stays in the fields. Returns whether it was just refused.
    fn learn(&mut self, state: &AppState) -> bool {
        let Some((asked, own)) = self.sent.take() else {
            return false;
        };
        let control = Edit::Lines(state.phase, LinesEdit::Each(Vec::new(), Vec::new())).control();
        if state.document().refused.as_ref().is_some_and(|r| r.control == control) {
            self.refused = Some(asked);
            return own;
        }
        self.refused = None;
        if own {
            *self = Typed {
                round: self.round + 1,
                ..Typed::default()
            };
        }
        false
    }

    /// Returns why the document refused what the strip still says; nothing once something else is typed or chosen.
    fn why(&self, state: &AppState, lines: &[LineId]) -> Option<String> {
        let asked = self.refused.as_ref().filter(|a| a.lines == lines)?;
        let typed = self.changes(state);
        let still = typed == asked.changes || asked.changes.iter().all(|c| !typed.contains(c) && !is_typed(c));
        let refused = state.document().refused.as_ref().filter(|_| still)?;
        let control = Edit::Lines(state.phase, LinesEdit::Each(Vec::new(), Vec::new())).control();
        (refused.control == control).then(|| refusals::reason(state, refused))
    }
}

/// Returns whether a change is one that is typed, not clicked.
fn is_typed(change: &Change) -> bool {
    matches!(change, Change::Local(_) | Change::Times(_) | Change::Note(..))
}

/// Shows how many lines are chosen and what is done with a click; returns the change asked for.
fn head(
    ui: &mut Ui,
    state: &AppState,
    phase: &PhaseStudy,
    chosen: &[LineId],
    actions: &mut Vec<Action>,
) -> Option<Change> {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let size = vec2(ui.available_width(), theme.tokens.control.height);
    let mut change = None;
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_size(size);
        let msg = if chosen.len() < 2 {
            words::CHOSEN_ONE
        } else {
            words::CHOSEN
        };
        let text = msg.fill(lang, &[("lines", &counted_lines(chosen.len(), lang))]);
        ui.label(theme.rich(text, Type::Strong, theme.colours.text));
        ui.add_space(8.0);
        change = buttons(ui, state, phase, chosen);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if icon_button(ui, Icon::Close, words::UNCHOOSE.get(lang), true).clicked() {
                actions.push(Action::Choose(Default::default()));
            }
        });
    });
    change
}

/// Shows what is done with a click; returns the change asked for.
fn buttons(ui: &mut Ui, state: &AppState, phase: &PhaseStudy, chosen: &[LineId]) -> Option<Change> {
    let lang = state.lang();
    let mut change = None;
    let first = chosen.first().and_then(|id| phase.lines.iter().find(|l| l.id == *id));
    if let Some(first) = first.filter(|_| chosen.len() > 1) {
        let fill = Button::secondary(words::FILL.get(lang))
            .icon(Icon::ChevronDown)
            .show(ui);
        Popup::menu(&fill).show(|ui| {
            ui.set_min_width(220.0);
            let share = words::FILL_LOCAL.fill(lang, &[("value", &number::percent(first.origin.study, lang))]);
            if ui.button(share).clicked() {
                change = Some(Change::Local(first.origin.study));
                ui.close();
            }
            let amount = number::dollars_in_millions_with(first.amount, 2, lang);
            if ui
                .button(words::FILL_AMOUNT.fill(lang, &[("value", &amount)]))
                .clicked()
            {
                change = Some(Change::Amount(first.amount));
                ui.close();
            }
        });
    }
    let stated = state.document().scenario().phases.get(state.phase);
    let tip = match stated.is_some_and(|p| p.own_budget) {
        true => budgets::EACH_CLEAR_OWN,
        false => words::EACH_CLEAR_TIP,
    };
    let clear = Button::secondary(words::EACH_CLEAR.get(lang)).show(ui);
    if clear.on_hover_text(tip.get(lang)).clicked() {
        change = Some(Change::Clear);
    }
    let resets = |l: &LineStudy| l.edited && l.kind != LineKind::Added && stated.is_none_or(|p| !p.own_budget);
    let any = phase.lines.iter().any(|l| chosen.contains(&l.id) && resets(l));
    if any && Button::secondary(words::EACH_RESET.get(lang)).show(ui).clicked() {
        change = Some(Change::Reset);
    }
    change
}

/// Shows what is typed for all lines, on one row; returns whether it is to be applied, and what is wrong with a text that is no value.
///
/// * `refocus`: whether what was typed was just refused, so that typing goes on in its field.
fn fields(
    ui: &mut Ui,
    state: &AppState,
    chosen: &[LineId],
    typed: &mut Typed,
    refocus: bool,
) -> (bool, Option<String>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let height = theme.tokens.control.height;
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let mut x = row.left();
    let label = |ui: &Ui, x: f32, text: &str| -> f32 {
        let galley = paint::line(ui, text, Type::Small, theme.colours.text_secondary, row.width());
        paint::left(ui.painter(), x, row.center().y, galley).right() + 8.0
    };
    let why = typed.why(state, chosen);
    // Which field holds what was refused: a share where a share was typed, the factor otherwise.
    let of_share = typed.local.is_some();
    let share_why = why.as_deref().filter(|_| of_share);
    let times_why = why.as_deref().filter(|_| !of_share && typed.times.is_some());
    let enter = ui.input(|i| i.key_pressed(Key::Enter));
    let (mut apply, mut wrong) = (false, None);

    x = label(ui, x, words::EACH_LOCAL_SHORT.get(lang));
    let decimals = |v: Option<f64>, most| v.map_or(0, |v| places(v, most));
    let salt = ("each", "local", typed.round);
    let field = NumberField::new(salt, words::EACH_LOCAL.get(lang), typed.local, lang)
        .unit("", "%", TypedUnit::Percent)
        .range(0.0..=100.0)
        .places(decimals(typed.local, 1))
        .blank()
        .message_apart()
        .stamp(stamp(state))
        .refused(share_why)
        .width(NUMBER);
    let mut place = cell(ui, x, x + NUMBER, row, height);
    let shown = field.show(&mut place);
    if let Some(v) = shown.change {
        typed.local = Some(v).filter(|_| !shown.cancelled);
    }
    let own = shown.wrong.filter(|w| Some(w.as_str()) != share_why);
    wrong = wrong.or(own.map(|w| format!("{} · {w}", words::EACH_LOCAL_SHORT.get(lang))));
    apply |= shown.committed && enter && !shown.cancelled;
    if refocus && of_share {
        take_focus(ui, &shown.response);
    }
    x += NUMBER + 20.0;

    x = label(ui, x, words::EACH_TIMES_SHORT.get(lang));
    let salt = ("each", "times", typed.round);
    let field = NumberField::new(salt, words::EACH_TIMES.get(lang), typed.times, lang)
        .places(decimals(typed.times, 3))
        .blank()
        .message_apart()
        .stamp(stamp(state))
        .refused(times_why)
        .width(NUMBER);
    let mut place = cell(ui, x, x + NUMBER, row, height);
    let shown = field.show(&mut place);
    if let Some(v) = shown.change {
        typed.times = Some(v).filter(|_| !shown.cancelled);
    }
    let own = shown.wrong.filter(|w| Some(w.as_str()) != times_why);
    wrong = wrong.or(own.map(|w| format!("{} · {w}", words::EACH_TIMES_SHORT.get(lang))));
    apply |= shown.committed && enter && !shown.cancelled;
    if refocus && !of_share && typed.times.is_some() {
        take_focus(ui, &shown.response);
    }
    x += NUMBER + 20.0;

    x = label(ui, x, words::EACH_NOTE_SHORT.get(lang));
    let text = words::APPLY.get(lang);
    let button = paint::text_width(ui, text, Type::BodyMedium) + 24.0;
    let end = (row.right() - button - 12.0).min(x + 360.0);
    let mut place = cell(ui, x, end, row, height);
    let note = TextEdit::singleline(&mut typed.note)
        .desired_width(end - x)
        .min_size(vec2(0.0, height))
        .align(egui::Align2::LEFT_CENTER)
        .hint_text(words::NOTE_HINT.get(lang));
    let note = place.add(note).accessible_name(words::EACH_NOTE.get(lang));
    apply |= note.lost_focus() && enter;

    let ready = !typed.changes(state).is_empty();
    let reason = match &wrong {
        Some(wrong) => Some(wrong.as_str()),
        None => (!ready).then_some(words::EACH_APPLY_TIP.get(lang)),
    };
    let mut place = cell(ui, end + 12.0, end + 12.0 + button, row, height);
    let pressed = Button::primary(text).disabled_because(reason).show(&mut place);
    apply |= pressed.clicked();
    (apply && ready && wrong.is_none(), wrong)
}

/// Gives a field the focus with its whole text chosen, to be typed over.
fn take_focus(ui: &Ui, field: &Response) {
    field.request_focus();
    if let Some(mut state) = TextEdit::load_state(ui.ctx(), field.id) {
        let all = CCursorRange::two(CCursor::default(), CCursor::new(usize::MAX));
        state.cursor.set_char_range(Some(all));
        TextEdit::store_state(ui.ctx(), field.id, state);
    }
}

/// Shows why what is typed was refused, with what would make it possible; returns the changes asked for, and that they are what is typed.
fn refusal(ui: &mut Ui, state: &AppState, chosen: &[LineId], typed: &Typed) -> Option<(Vec<Change>, bool)> {
    let why = typed.why(state, chosen)?;
    let refused = state.document().refused.as_ref()?;
    let way_out = refusals::way_out(refused);
    let links: Vec<&str> = way_out.iter().map(|(_, msg)| msg.get(state.lang())).collect();
    told(ui, &why, &links)?;
    let mut changes = typed.refused.as_ref()?.changes.clone();
    changes.extend(way_out.map(|(change, _)| change));
    let own = changes.iter().any(is_typed);
    Some((changes, own))
}

fn told(ui: &mut Ui, text: &str, links: &[&str]) -> Option<usize> {
    let notice = Notice {
        tone: NoticeTone::Error,
        lead: "",
        text,
        links,
    };
    notice.show(ui)
}
