//! The phases of the project in the left panel: a line of time to drag, and the details of the phase shown.

use egui::{Id, Popup, PopupCloseBehavior, TextEdit, Ui, vec2};

use super::fields;
use super::scenario::phase_name;
use crate::app::{Action, AppState, Edit, Gesture, PhasesEdit, PublicEdit, phases::parts};
use crate::scenario::{Growth, Phase, PhaseKind};
use crate::text::messages::{group, project as words, ui as shared};
use crate::text::number::{self, TypedUnit};
use crate::text::{Lang, Msg};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{
    Button, Closure, Icon, NumberField, PhaseBar, PhaseRow, SectionAside, checkbox, icon_button, link, paint, section,
};

/// The years that a phase may take.
const YEARS: std::ops::RangeInclusive<i32> = 1950..=2150;

/// The longest climb to full activity that is edited year by year.
const LONGEST_RAMP: usize = 10;

/// Shows the section.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    header(ui, lang, actions);
    bars(ui, state, actions);
    let Some(phase) = state.document().scenario().phases.get(state.phase) else {
        return;
    };
    ui.add_space(4.0);
    details(ui, state, phase, actions);
}

/// The title, and the kinds of phase that can be added.
fn header(ui: &mut Ui, lang: Lang, actions: &mut Vec<Action>) {
    let popup = Id::unique("add a phase");
    if section(ui, shared::PHASES.get(lang), SectionAside::Add(words::ADD.get(lang))) {
        Popup::toggle_id(ui.ctx(), popup);
    }
    let anchor = egui::Rect::from_min_size(ui.cursor().right_top() - vec2(170.0, 6.0), vec2(170.0, 2.0));
    Popup::new(popup, ui.ctx().clone(), anchor, ui.layer_id())
        .open_memory(None)
        .frame(Theme::of(ui.ctx()).overlay())
        .close_behavior(PopupCloseBehavior::CloseOnClick)
        .show(|ui| {
            ui.set_min_width(160.0);
            for (construction, msg) in [(true, words::ADD_CONSTRUCTION), (false, words::ADD_OPERATION)] {
                if ui.button(msg.get(lang)).clicked() {
                    actions.push(Action::Edit(Edit::AddPhase(construction), Gesture::Once));
                    // A choice made with the keyboard closes it too.
                    ui.close();
                }
            }
        });
}

/// The line of time.
fn bars(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let document = state.document();
    let scenario = document.scenario();
    let texts: Vec<(String, String, Vec<f64>)> = scenario
        .phases
        .iter()
        .map(|p| {
            let climb = p.growth.as_ref().map(Growth::climb);
            let parts = climb.as_deref().or(p.profile.as_deref()).unwrap_or_default();
            // Parts of a construction sum to 1: the largest year is drawn whole.
            let most = if p.is_construction() {
                parts.iter().copied().fold(0.0, f64::max)
            } else {
                1.0
            };
            let drawn = parts.iter().map(|part| if most > 0.0 { part / most } else { 0.0 });
            (
                phase_name(p, lang),
                number::years(p.start, p.end, lang),
                drawn.collect(),
            )
        })
        .collect();
    let rows: Vec<PhaseRow<'_>> = scenario
        .phases
        .iter()
        .zip(&texts)
        .enumerate()
        .map(|(k, (p, (name, years, parts)))| PhaseRow {
            name,
            first: p.start,
            last: p.end,
            parts,
            years,
            construction: p.is_construction(),
            selected: k == state.phase && scenario.phases.len() > 1,
        })
        .collect();
    let closing = scenario.early_closure.as_ref().map(|i| i.value.round() as i32);
    let said = closing.map_or_else(String::new, |year| {
        words::CLOSURE_BAR.fill(lang, &[("year", &year.to_string())])
    });
    let closure = closing.zip(scenario.operation_years()).map(|(year, range)| Closure {
        year,
        range,
        said: &said,
    });
    let response = PhaseBar {
        id: Id::unique(("phases", document.id)),
        rows: &rows,
        closure,
        range: YEARS,
        help: words::PHASE_KEYS.get(lang),
    }
    .show(ui);
    // A drag is one step, and so is a run of arrows.
    if let Some(keyed) = &response.keyed {
        let moved = response.moved.is_some() || response.closure.is_some();
        fields::by_keys(keyed, moved && !response.dragging, actions);
    }
    if let Some(k) = response.chosen
        && k != state.phase
    {
        actions.push(Action::ShowPhase(k));
    }
    if let Some((k, first, last)) = response.moved {
        actions.push(Action::Edit(Edit::Years(k, first, last), Gesture::Moving));
    }
    if let Some(year) = response.closure {
        let edit = Edit::Public(PublicEdit::EarlyClosure(Some(year)));
        actions.push(Action::Edit(edit, Gesture::Moving));
    }
    if response.ended {
        actions.push(Action::EndGesture);
    }
}

/// Name, years, spread, copy and removal of the phase shown.
fn details(ui: &mut Ui, state: &AppState, phase: &Phase, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let (k, id) = (state.phase, state.document().id);
    let name = phase_name(phase, lang);
    let many = state.document().scenario().phases.len() > 1;
    let side = theme.tokens.control.hit_target;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        let icons = if many { 2.0 } else { 1.0 };
        let room = ui.available_width() - icons * (side + 4.0);
        let mut text = phase.label.as_ref().map_or_else(String::new, |l| match lang {
            Lang::Fr => l.fr.clone(),
            Lang::En => l.en.clone(),
        });
        let edit = TextEdit::singleline(&mut text)
            .id(Id::unique(("phase name", id, k)))
            .font(theme.font(Type::Body))
            .hint_text(theme.rich(&name, Type::Body, theme.colours.text_secondary))
            .desired_width(room);
        let response = ui.add(edit).accessible_name(words::PHASE_NAME.get(lang));
        paint::focus_ring(ui, &response, response.rect, theme.tokens.radius.field);
        if response.changed() {
            let edit = Edit::Phases(PhasesEdit::Label(k, lang, text));
            actions.push(Action::Edit(edit, Gesture::Moving));
        }
        if response.lost_focus() {
            actions.push(Action::EndGesture);
        }
        if icon_button(ui, Icon::Copy, words::DUPLICATE_PHASE.get(lang), true).clicked() {
            let edit = Edit::Phases(PhasesEdit::Duplicate(k));
            actions.push(Action::Edit(edit, Gesture::Once));
        }
        if many && icon_button(ui, Icon::Close, shared::REMOVE_PHASE.get(lang), true).clicked() {
            actions.push(Action::Edit(Edit::RemovePhase(k), Gesture::Once));
        }
    });
    ui.add_space(2.0);
    let mut below = false;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        let (start, end) = (phase.start, phase.end);
        let mut year = |ui: &mut Ui, msg: Msg, value: i32, edit: &dyn Fn(i32) -> Edit, low: i32| {
            let spoken = format!("{}, {name}", msg.get(lang));
            let text = paint::line(ui, msg.get(lang), Type::Small, theme.colours.text_secondary, 80.0);
            let size = vec2(text.size().x, theme.tokens.control.height_small);
            let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
            paint::left(ui.painter(), rect.left(), rect.center().y, text);
            let field = NumberField::new((msg.en, id, k), &spoken, Some(f64::from(value)), lang)
                .unit("", "", TypedUnit::Plain)
                .range(f64::from(low)..=f64::from(*YEARS.end()))
                .year()
                .width(56.0)
                .height(theme.tokens.control.height_small);
            fields::number(ui, state, field, |v| edit(v.round() as i32), actions);
        };
        year(
            ui,
            shared::START,
            start,
            &|v| Edit::Years(k, v, end.max(v)),
            *YEARS.start(),
        );
        year(ui, shared::END, end, &|v| Edit::Years(k, start, v), start);
        // The link stands beside the years where it is read whole there, and under them otherwise.
        let room = ui.available_width();
        below = paint::text_width(ui, spread_title(phase).get(lang), Type::Small) > room;
        if !below {
            let row = vec2(room, theme.tokens.control.height_small);
            let centred = egui::Layout::left_to_right(egui::Align::Center);
            ui.allocate_ui_with_layout(row, centred, |ui| spread(ui, state, phase, &name, actions));
        }
    });
    if below {
        spread(ui, state, phase, &name, actions);
    }
}

/// Returns what the spread of a phase over its years is called.
fn spread_title(phase: &Phase) -> Msg {
    if phase.is_construction() {
        words::PROFILE_WORKS
    } else if phase.growth.is_some() {
        group::GROWTH
    } else {
        words::PROFILE_RAMP
    }
}

/// The link to how the phase spreads over its years, and what it opens.
fn spread(ui: &mut Ui, state: &AppState, phase: &Phase, name: &str, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let title = spread_title(phase);
    let response = link(ui, title.get(lang));
    Popup::menu(&response)
        .id(Id::unique(("spread", state.document().id, state.phase)))
        .frame(Theme::of(ui.ctx()).overlay().inner_margin(12))
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .layout(egui::Layout::top_down(egui::Align::Min))
        .show(|ui| {
            ui.set_width(280.0);
            ui.spacing_mut().item_spacing.y = 6.0;
            let theme = Theme::of(ui.ctx());
            let heading = format!("{}, {}", title.get(lang), name.to_lowercase());
            ui.label(theme.rich(heading, Type::Strong, theme.colours.text));
            let note = if phase.is_construction() {
                words::PROFILE_WORKS_NOTE
            } else if phase.growth.is_some() {
                group::GROWTH_NOTE
            } else {
                words::PROFILE_RAMP_NOTE
            };
            ui.label(theme.rich(note.get(lang), Type::Small, theme.colours.text_muted));
            if !phase.is_construction() {
                if let Some(on) = checkbox(ui, phase.growth.is_some(), group::GROWTH.get(lang)) {
                    let edit = Edit::Phases(PhasesEdit::Growth(state.phase, on));
                    actions.push(Action::Edit(edit, Gesture::Once));
                }
            }
            if phase.growth.is_some() {
                growth(ui, state, phase, actions);
                return;
            }
            if !phase.is_construction() {
                ramp_years(ui, state, phase, actions);
            }
            egui::ScrollArea::vertical()
                .max_height(260.0)
                .show(ui, |ui| years(ui, state, phase, actions));
            let reset = if phase.is_construction() {
                words::PROFILE_EVEN
            } else {
                words::PROFILE_FULL
            };
            let button = Button::secondary(reset.get(lang));
            if phase.profile.is_some() && button.show(ui).clicked() {
                let edit = Edit::Phases(PhasesEdit::ResetProfile(state.phase));
                actions.push(Action::Edit(edit, Gesture::Once));
            }
        });
}

/// The fields of a programme of growth: its years, what exists and what it aims at.
fn growth(ui: &mut Ui, state: &AppState, phase: &Phase, actions: &mut Vec<Action>) {
    let (Some(growth), PhaseKind::Operation { jobs, .. }) = (&phase.growth, &phase.kind) else {
        return;
    };
    let (lang, k, id) = (state.lang(), state.phase, state.document().id);
    let base = growth.base_jobs.value;
    let longest = f64::from((phase.end - phase.start + 1).max(1));
    let mut field = |msg: Msg, value: f64, range: std::ops::RangeInclusive<f64>, edit: &dyn Fn(f64) -> PhasesEdit| {
        let field = NumberField::new((msg.en, id, k), msg.get(lang), Some(value), lang)
            .labelled()
            .unit("", "", TypedUnit::Plain)
            .range(range)
            .width(200.0);
        fields::number(ui, state, field, |v| Edit::Phases(edit(v)), actions);
    };
    let years = growth.years.value;
    let whole = |v: f64| v.round().max(1.0) as usize;
    field(group::GROWTH_YEARS, years, 1.0..=longest, &|v| {
        PhasesEdit::GrowthYears(k, whole(v))
    });
    field(group::GROWTH_FROM, base, 0.0..=1e9, &|v| PhasesEdit::GrowthBase(k, v));
    field(group::GROWTH_TO, base + jobs.value, base..=2e9, &|v| {
        PhasesEdit::GrowthTarget(k, v)
    });
}

fn ramp_years(ui: &mut Ui, state: &AppState, phase: &Phase, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let k = state.phase;
    let now = phase.profile.as_ref().map_or(0, Vec::len);
    let longest = usize::try_from(phase.end - phase.start + 1)
        .unwrap_or(0)
        .min(LONGEST_RAMP.max(now));
    let name = words::RAMP_YEARS.get(lang);
    let field = NumberField::new(("ramp", state.document().id, k), name, Some(now as f64), lang)
        .labelled()
        .unit("", "", TypedUnit::Plain)
        .range(0.0..=longest as f64)
        .width(200.0);
    let edit = |v: f64| Edit::Phases(PhasesEdit::RampYears(k, v.round().max(0.0) as usize));
    fields::number(ui, state, field, edit, actions);
}

fn years(ui: &mut Ui, state: &AppState, phase: &Phase, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let k = state.phase;
    for (year, part) in parts(phase).into_iter().enumerate() {
        let calendar = (phase.start + i32::try_from(year).unwrap_or(0)).to_string();
        let name = words::PROFILE_YEAR.fill(lang, &[("year", &calendar)]);
        ui.horizontal_top(|ui| {
            let (rect, _) = ui.allocate_exact_size(vec2(44.0, theme.tokens.control.height_small), egui::Sense::hover());
            let text = paint::line(ui, &calendar, Type::Body, theme.colours.text_secondary, 44.0);
            paint::left(ui.painter(), rect.left(), rect.center().y, text);
            let alone = phase.is_construction() && phase.start == phase.end;
            let field = NumberField::new(("part", state.document().id, k, year), &name, Some(part * 100.0), lang)
                .unit("", "%", TypedUnit::Percent)
                .places(0)
                .range(0.0..=100.0)
                .width(90.0)
                .height(theme.tokens.control.height_small)
                .disabled_because(alone.then_some(words::PROFILE_WORKS_NOTE.get(lang)));
            let edit = |v: f64| Edit::Phases(PhasesEdit::Part(k, year, v / 100.0));
            fields::number(ui, state, field, edit, actions);
        });
    }
}
