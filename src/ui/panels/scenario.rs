//! The left panel: the scenario, in the order a planner thinks, with its details folded.

use egui::{Frame, Margin, TextEdit, Ui, vec2};

use super::{assumptions, facts, fields, net, phases, purchases, support};
use crate::app::{Action, AppState, Edit, Gesture, ViewAction, Wanted};
use crate::data::search::search;
use crate::report::words as names;
use crate::scenario::{Basis, Input, Phase, PhaseKind, Scenario};
use crate::study::PhaseStudy;
use crate::text::messages::app as notes;
use crate::text::messages::ui as words;
use crate::text::number::{self, TypedUnit};
use crate::text::{Lang, Msg};
use crate::ui::theme::{Theme, Type};
use crate::ui::tour::{self, Anchor};
use crate::ui::widgets::{
    CapSlider, Captions, NumberField, SearchField, SearchResult, SectionAside, clipped, dropdown, focus_next,
    focus_none, paint, section,
};
use crate::ui::{focus, scrolled};

/// Shows the panel.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let margin = Theme::of(ui.ctx()).tokens.layout.page_margin as i8;
    scrolled::show(ui, "scenario", state.document(), |ui, _| {
        let block = |ui: &mut Ui, content: &mut dyn FnMut(&mut Ui)| {
            Frame::new()
                .inner_margin(Margin {
                    left: margin,
                    right: margin,
                    top: 10,
                    bottom: 10,
                })
                .show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    content(ui);
                });
            let theme = Theme::of(ui.ctx());
            let line = ui.max_rect().x_range();
            ui.painter().hline(line, ui.cursor().top(), theme.hairline());
        };
        ui.spacing_mut().item_spacing.y = 4.0;
        block(ui, &mut |ui| heading(ui, state, actions));
        block(ui, &mut |ui| three_numbers(ui, state, actions));
        block(ui, &mut |ui| phases::show(ui, state, actions));
        block(ui, &mut |ui| purchases::show(ui, state, actions));
        block(ui, &mut |ui| support::summary(ui, state, actions));
        block(ui, &mut |ui| net::show(ui, state, actions));
        block(ui, &mut |ui| facts::show(ui, state, actions));
        block(ui, &mut |ui| assumptions::show(ui, state, actions));
    });
}

/// The project's name, its region and its activity.
fn heading(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let scenario = state.document().scenario();
    let id = egui::Id::unique(("project name", state.document().id));
    let mut name = scenario.name.get(lang).to_owned();
    let fits = paint::text_width(ui, &name, Type::Title) < ui.available_width() - 8.0;
    let style = if fits { Type::Title } else { Type::Strong };
    let edit = TextEdit::singleline(&mut name)
        .id(id)
        .font(theme.font(style))
        .text_color(theme.colours.text)
        .frame(Frame::new())
        .desired_width(f32::INFINITY);
    let response = ui.add(edit).accessible_name(words::PROJECT_NAME.get(lang));
    paint::focus_ring(ui, &response, response.rect, theme.tokens.radius.field);
    if response.changed() && !name.trim().is_empty() {
        actions.push(Action::Edit(Edit::Name(lang, name), Gesture::Moving));
    }
    if response.lost_focus() {
        actions.push(Action::EndGesture);
    }
    ui.add_space(4.0);
    caption(ui, words::REGION.get(lang));
    let territories = &state.library.territories;
    let labels: Vec<String> = territories
        .iter()
        .map(|t| region_label(t.code.as_str(), t.label.get(lang)))
        .collect();
    let options: Vec<&str> = labels.iter().map(String::as_str).collect();
    let at = territories.iter().position(|t| t.code == scenario.region).unwrap_or(0);
    if let Some(k) = dropdown(ui, words::REGION.get(lang), &options, at, ui.available_width())
        && let Some(t) = territories.get(k)
    {
        actions.push(Action::Edit(Edit::Region(t.code.clone()), Gesture::Once));
    }
    ui.add_space(4.0);
    caption(ui, words::ACTIVITY.get(lang));
    activity(ui, state, actions);
}

/// Returns how a region stands in the list: administrative regions and provinces with their code.
pub(super) fn region_label(code: &str, label: &str) -> String {
    if code.chars().count() <= 5 {
        format!("{code} · {label}")
    } else {
        label.to_owned()
    }
}

/// Returns the name of the project's activity with its code.
pub fn activity_name(state: &AppState, lang: Lang) -> String {
    let activity = &state.document().scenario().activity;
    let curated = activity.id.as_deref().and_then(|id| state.library.activity(id));
    let recipe = state.library.recipe(&activity.recipe);
    match (curated, recipe) {
        (Some(a), _) => words::ACTIVITY_NAICS.fill(lang, &[("name", a.label.get(lang)), ("code", &a.scian)]),
        (None, Some(r)) => words::ACTIVITY_RECIPE.fill(lang, &[("name", r.name().get(lang)), ("code", &r.code)]),
        (None, None) => activity.recipe.clone(),
    }
}

fn activity(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let chosen = activity_name(state, lang);
    let other = if lang == Lang::Fr { Lang::En } else { Lang::Fr };
    let mut found = Vec::new();
    let response = SearchField::new("activity", words::ACTIVITY.get(lang), &chosen)
        .hint(words::ACTIVITY_HINT.get(lang))
        .footer(words::SEARCH_KEYS.get(lang), words::SEARCH_ABOUT.get(lang))
        .nothing_found(words::SEARCH_NOTHING.get(lang), words::SEARCH_ALL.get(lang))
        .show(ui, |query| {
            found = search(&state.library, query);
            let all = number::whole(search(&state.library, "").len() as f64, lang);
            let count = number::whole(found.len() as f64, lang);
            let rows = found
                .iter()
                .map(|f| SearchResult {
                    code: f.code.to_owned(),
                    title: f.label.get(lang).to_owned(),
                    subtitle: if f.activity.is_some() {
                        f.label.get(other).to_owned()
                    } else {
                        String::new()
                    },
                    found: f.matched.clone().unwrap_or_default(),
                    group: String::new(),
                })
                .collect();
            (
                rows,
                words::ACTIVITY_COUNT.fill(lang, &[("count", &count), ("all", &all)]),
            )
        });
    if let Some(f) = response.chosen.and_then(|k| found.get(k)) {
        let edit = Edit::Activity(f.activity.map(|a| a.id.clone()), f.recipe.code.clone());
        actions.push(Action::Edit(edit, Gesture::Once));
    }
}

fn caption(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui.ctx());
    ui.label(theme.rich(text, Type::Small, theme.colours.text_secondary));
}

/// Says which of the first numbers are still the examples that a new project begins with; nothing when none is.
fn examples(scenario: &Scenario, lang: Lang) -> String {
    let is_example = |input: &Input| {
        let note = input.note.as_ref();
        input.basis == Basis::Assumption && note.is_some_and(|n| n.fr == notes::EXAMPLE_VALUE.fr)
    };
    let at = |k: Option<usize>| k.and_then(|k| scenario.phases.get(k)).map(|p| &p.kind);
    let investment = match at(scenario.first_construction()) {
        Some(PhaseKind::Construction { investment, .. }) => is_example(investment),
        _ => false,
    };
    let jobs = match at(scenario.first_operation()) {
        Some(PhaseKind::Operation { jobs, .. }) => is_example(jobs),
        _ => false,
    };
    let said = |name: Msg| words::EXAMPLE_VALUE.fill(lang, &[("name", name.get(lang))]);
    match (investment, jobs) {
        (true, true) => words::EXAMPLE_VALUES.get(lang).to_owned(),
        (true, false) => said(words::INVESTMENT),
        (false, true) => said(words::JOBS),
        (false, false) => String::new(),
    }
}

fn three_numbers(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let document = state.document();
    let (scenario, study) = (document.scenario(), document.study());
    let gap = 8.0;
    // Money needs the most room, with its unit on both sides in English.
    let room = ui.available_width() - 2.0 * gap;
    let [wide, width] = [0.39, 0.305].map(|part| (room * part).floor());
    // Each name keeps to its field: the share, whose name is short, gives what the jobs lack.
    let lacking = (paint::text_width(ui, words::JOBS.get(lang), Type::Small) + 1.0 - width).max(0.0);
    let (jobs_width, share_width) = (width + lacking, width - lacking);
    let height = theme.tokens.control.height_primary_number;
    let construction = scenario.first_construction();
    let operation = scenario.first_operation();
    let share_phase = operation.or(construction).unwrap_or(0);
    let share_study = study.phases.get(share_phase);
    let phase = share_study.map_or_else(String::new, |p| names::phase(study, p, lang).to_lowercase());
    let aside = words::SHARE_OF_PHASE.fill(lang, &[("phase", &phase)]);
    section(ui, words::THREE_NUMBERS.get(lang), SectionAside::Text(&aside));
    let (minimum, maximum, share) = share_study.map_or((0.0, 0.0, 0.0), |p| {
        (p.sourcing.minimum, p.sourcing.maximum, p.sourcing.local_share)
    });
    let most = words::CAP_REACHED.fill(lang, &[("value", &number::percent(maximum, lang))]);
    let mut wrong = Vec::new();
    let wanted = state.view.wanted == Some(Wanted::Numbers) && focus::is_free(ui.ctx());
    if wanted {
        focus_next(ui);
        actions.push(Action::View(ViewAction::Reached));
    }
    let numbers = ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        let investment = construction.and_then(|k| match &scenario.phases[k].kind {
            PhaseKind::Construction { investment, .. } => Some((k, investment.value)),
            PhaseKind::Operation { .. } => None,
        });
        let (left, right) = if lang == Lang::Fr { ("", "M$") } else { ("$", "M") };
        let money = NumberField::new(
            ("investment", document.id),
            words::INVESTMENT.get(lang),
            investment.map(|(_, v)| v / 1e6),
            lang,
        )
        .labelled()
        .unit(left, right, TypedUnit::Millions)
        .places(1)
        .up_to_places(3)
        .height(height)
        .width(wide)
        .message_apart();
        let response = match investment {
            Some((k, _)) => fields::number(ui, state, money, |v| Edit::Investment(k, v * 1e6), actions),
            None => money.disabled_because(Some(words::NO_CONSTRUCTION.get(lang))).show(ui),
        };
        wrong.extend(response.wrong);
        let jobs = operation.and_then(|k| match &scenario.phases[k].kind {
            PhaseKind::Operation { jobs, .. } => Some((k, jobs.value)),
            PhaseKind::Construction { .. } => None,
        });
        let people = NumberField::new(("jobs", document.id), words::JOBS.get(lang), jobs.map(|(_, v)| v), lang)
            .labelled()
            .unit("", "", TypedUnit::Plain)
            .up_to_places(3)
            .height(height)
            .width(jobs_width)
            .message_apart();
        let response = match jobs {
            Some((k, _)) => fields::number(ui, state, people, |v| Edit::Jobs(k, v), actions),
            None => people.disabled_because(Some(words::NO_OPERATION.get(lang))).show(ui),
        };
        wrong.extend(response.wrong);
        let part = NumberField::new(
            ("local share", document.id),
            words::LOCAL_SHARE.get(lang),
            Some(share * 100.0),
            lang,
        )
        .label(words::LOCAL_SHARE_SHORT.get(lang))
        .unit("", "%", TypedUnit::Percent)
        .places(0)
        .range(0.0..=maximum * 100.0)
        .too_high(&most)
        .height(height)
        .width(share_width)
        .message_apart();
        let edit = |v: f64| Edit::LocalShare(share_phase, Some(v / 100.0));
        wrong.extend(fields::number(ui, state, part, edit, actions).wrong);
    });
    if wanted {
        focus_none(ui);
    }
    tour::mark(ui, Anchor::Numbers, numbers.response.rect);
    // One line is kept for what is to be said of the three, so that nothing under it moves.
    let line = theme.type_style(Type::Caption).line;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), line), egui::Sense::hover());
    if wrong.is_empty() {
        let note = examples(scenario, lang);
        clipped(ui, "examples", rect, &note, (Type::Caption, theme.colours.text_muted));
    } else {
        let said = wrong.join(" · ");
        clipped(ui, "wrong", rect, &said, (Type::Caption, theme.colours.error));
    }
    ui.add_space(4.0);
    let saved = saved_share(state, share_phase);
    let ring = saved.map_or_else(String::new, |s| {
        words::SAVED_VALUE.fill(lang, &[("value", &number::percent(s, lang))])
    });
    let cap = words::CAP_VALUE.fill(lang, &[("value", &number::percent(maximum, lang))]);
    let floor = words::FLOOR_VALUE.fill(lang, &[("value", &number::percent(minimum, lang))]);
    let text = number::percent(share, lang);
    let slider = CapSlider::new(("local share", document.id), words::LOCAL_SHARE.get(lang), share, &text)
        .floor(minimum)
        .cap(maximum)
        .saved(saved.filter(|s| (s - share).abs() > 1e-9))
        .captions(Captions {
            floor: &floor,
            saved: if saved.is_some_and(|s| (s - share).abs() > 0.004) {
                &ring
            } else {
                ""
            },
            cap: &cap,
        })
        .show(ui);
    if share_study.is_some_and(|p| p.lines.iter().any(|l| l.fixed)) {
        let (least, most) = (number::percent(minimum, lang), number::percent(maximum, lang));
        let bounds = words::BOUNDS_BY_HAND.fill(lang, &[("least", &least), ("most", &most)]);
        slider.response.clone().on_hover_text(bounds);
    }
    tour::mark(ui, Anchor::Slider, slider.rect);
    fields::slid(&slider, |v| Edit::LocalShare(share_phase, Some(v)), actions);
}

/// Returns a phase as the starting version has it, wherever it stands there; nothing where it has no such phase.
pub fn saved_phase(state: &AppState, phase: usize) -> Option<&PhaseStudy> {
    let document = state.document();
    let id = &document.study().phases.get(phase)?.id;
    let (_, start) = document.starting_version();
    start.phases.iter().find(|p| p.id == *id)
}

/// Returns the local share that the starting version reaches in the same phase.
pub fn saved_share(state: &AppState, phase: usize) -> Option<f64> {
    saved_phase(state, phase).map(|p| p.sourcing.local_share)
}

/// Returns the name of a phase of the scenario.
pub fn phase_name(phase: &Phase, lang: Lang) -> String {
    match &phase.label {
        Some(label) if !label.is_empty() => label.get(lang).to_owned(),
        _ => names::phase_kind(phase.is_construction()).get(lang).to_owned(),
    }
}
