//! The bar of the lines chosen: what is done to all of them at once, as one step.

use egui::{Align, Id, Key, Layout, Popup, TextEdit, Ui, vec2};

use super::spending::bar_frame;
use crate::app::budget::counted_lines;
use crate::app::{Action, AppState, Change, Edit, Gesture, LinesEdit};
use crate::ids::LineId;
use crate::study::{LineKind, LineStudy, PhaseStudy};
use crate::text::messages::editor as words;
use crate::text::number::{self, TypedUnit};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{Button, Icon, NumberField, NumberFieldResponse, icon_button};

/// What is typed in the bar until it is applied.
#[derive(Clone, Default)]
struct Typed {
    local: Option<f64>,
    times: Option<f64>,
    note: String,
    /// Makes fields forget their text once it is applied.
    round: u64,
}

/// Shows the bar while lines are chosen.
pub fn show(ui: &mut Ui, state: &AppState, phase: &PhaseStudy, actions: &mut Vec<Action>) {
    let chosen: Vec<LineId> = phase
        .lines_in_order()
        .iter()
        .filter(|l| state.chosen.contains(&l.id))
        .map(|l| l.id.clone())
        .collect();
    let key = Id::unique("lines bar");
    if chosen.is_empty() {
        ui.data_mut(|d| d.remove::<Typed>(key));
        return;
    }
    let theme = Theme::of(ui.ctx());
    let mut typed: Typed = ui.data(|d| d.get_temp(key)).unwrap_or_default();
    let mut changes: Vec<Change> = Vec::new();
    bar_frame(theme).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
        // One line where there is room for all, two otherwise.
        let wide = ui.available_width() >= 1150.0;
        let (mut apply, mut change) = (false, None);
        ui.horizontal(|ui| {
            apply = fields(ui, state, &chosen, &mut typed);
            if wide {
                change = buttons(ui, state, phase, &chosen, actions);
            }
        });
        if !wide {
            change = ui.horizontal(|ui| buttons(ui, state, phase, &chosen, actions)).inner;
        }
        if apply {
            changes = typed.changes(state);
        }
        if let Some(change) = change {
            changes = vec![change];
        }
    });
    if !changes.is_empty() {
        let edit = Edit::Lines(state.phase, LinesEdit::Each(chosen, changes));
        actions.push(Action::Edit(edit, Gesture::Once));
        typed = Typed {
            round: typed.round + 1,
            ..Typed::default()
        };
    }
    ui.data_mut(|d| d.insert_temp(key, typed));
    ui.add_space(6.0);
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
}

/// Shows what is typed for all lines; returns whether it is to be applied.
fn fields(ui: &mut Ui, state: &AppState, chosen: &[LineId], typed: &mut Typed) -> bool {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let count = counted_lines(chosen.len(), lang);
    let msg = if chosen.len() < 2 {
        words::CHOSEN_ONE
    } else {
        words::CHOSEN
    };
    ui.label(theme.rich(msg.fill(lang, &[("lines", &count)]), Type::Strong, theme.colours.text));
    let label = |ui: &mut Ui, text: &str| {
        ui.label(theme.rich(text, Type::Small, theme.colours.text_secondary));
    };
    let mut apply = false;
    label(ui, words::EACH_LOCAL_SHORT.get(lang));
    let field = NumberField::new(
        ("each local", typed.round),
        words::EACH_LOCAL.get(lang),
        typed.local,
        lang,
    )
    .unit("", "%", TypedUnit::Percent)
    .range(0.0..=100.0)
    .places(1)
    .width(64.0);
    let field = sized(ui, field);
    if let Some(v) = field.change {
        typed.local = Some(v);
    }
    let enter = ui.input(|i| i.key_pressed(Key::Enter));
    apply |= field.committed && enter && !field.cancelled;
    label(ui, words::EACH_TIMES_SHORT.get(lang));
    let field = NumberField::new(
        ("each times", typed.round),
        words::EACH_TIMES.get(lang),
        typed.times,
        lang,
    )
    .places(2)
    .width(64.0);
    let field = sized(ui, field);
    if let Some(v) = field.change {
        typed.times = Some(v);
    }
    apply |= field.committed && enter && !field.cancelled;
    label(ui, words::EACH_NOTE_SHORT.get(lang));
    let note = ui
        .add(
            TextEdit::singleline(&mut typed.note)
                .desired_width(150.0)
                .hint_text(words::NOTE_HINT.get(lang)),
        )
        .accessible_name(words::EACH_NOTE.get(lang));
    apply |= note.lost_focus() && enter;
    let ready = !typed.changes(state).is_empty();
    let reason = (!ready).then_some(words::EACH_APPLY_TIP.get(lang));
    apply |= Button::secondary(words::APPLY.get(lang))
        .disabled_because(reason)
        .show(ui)
        .clicked();
    apply && ready
}

/// Shows a field on the line of the words beside it.
fn sized(ui: &mut Ui, field: NumberField<'_>) -> NumberFieldResponse {
    let down = Layout::top_down(Align::Min);
    ui.allocate_ui_with_layout(vec2(64.0, 28.0), down, |ui| field.show(ui))
        .inner
}

/// Shows what is done with a click; returns the change asked for.
fn buttons(
    ui: &mut Ui,
    state: &AppState,
    phase: &PhaseStudy,
    chosen: &[LineId],
    actions: &mut Vec<Action>,
) -> Option<Change> {
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
    let clear = Button::secondary(words::EACH_CLEAR.get(lang)).show(ui);
    if clear.on_hover_text(words::EACH_CLEAR_TIP.get(lang)).clicked() {
        change = Some(Change::Clear);
    }
    let stated = state.document().scenario().phases.get(state.phase);
    let resets = |l: &LineStudy| l.edited && l.kind != LineKind::Added && stated.is_none_or(|p| !p.own_budget);
    let any = phase.lines.iter().any(|l| chosen.contains(&l.id) && resets(l));
    if any && Button::secondary(words::EACH_RESET.get(lang)).show(ui).clicked() {
        change = Some(Change::Reset);
    }
    if icon_button(ui, Icon::Close, words::UNCHOOSE.get(lang), true).clicked() {
        actions.push(Action::Choose(Default::default()));
    }
    change
}
