//! The left panel: the scenario, in the order a planner thinks, with its details folded.

use egui::{Frame, Margin, ScrollArea, TextEdit, Ui, vec2};

use super::assumptions;
use crate::app::{Action, AppState, Edit, Gesture, Page};
use crate::data::search::search;
use crate::report::role::Role;
use crate::report::words as names;
use crate::scenario::{Phase, PhaseKind};
use crate::study::{PhaseStudy, Territory};
use crate::text::messages::ui as words;
use crate::text::number::{self, TypedUnit};
use crate::text::{Lang, Msg};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{
    CapSlider, LegendMark, NumberField, NumberFieldResponse, PhaseRow, SearchField, SearchResult, SectionAside,
    Segments, dropdown, icon_button, legend, origin_bar, paint, phase_bar, section, segmented,
};

/// Shows the panel.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let margin = Theme::of(ui.ctx()).tokens.layout.page_margin as i8;
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
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
        block(ui, &mut |ui| phases(ui, state, actions));
        block(ui, &mut |ui| spending(ui, state, actions));
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
        actions.push(Action::Edit(Edit::Name(name), Gesture::Moving));
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
fn region_label(code: &str, label: &str) -> String {
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
        (Some(a), _) => format!("{} ({})", a.label.get(lang), a.scian),
        (None, Some(r)) => format!("{} ({})", r.name_en, r.code),
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

/// Turns what happened in a number field into actions: each key moves, the end of typing ends the movement.
pub fn typed(response: &NumberFieldResponse, edit: impl FnOnce(f64) -> Edit, actions: &mut Vec<Action>) {
    if response.cancelled {
        actions.push(Action::CancelGesture(edit(0.0).control()));
    } else if let Some(value) = response.change {
        actions.push(Action::Edit(edit(value), Gesture::Moving));
    }
    if response.committed {
        actions.push(Action::EndGesture);
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
    let height = theme.tokens.control.height_primary_number;
    let construction = scenario.first_construction();
    let operation = scenario.first_operation();
    let share_phase = operation.or(construction).unwrap_or(0);
    let share_study = study.phases.get(share_phase);
    let phase = share_study.map_or_else(String::new, |p| names::phase(study, p, lang).to_lowercase());
    let aside = words::SHARE_OF_PHASE.fill(lang, &[("phase", &phase)]);
    section(ui, words::THREE_NUMBERS.get(lang), SectionAside::Text(&aside));
    let (maximum, share) = share_study.map_or((0.0, 0.0), |p| (p.sourcing.maximum, p.sourcing.local_share));
    let most = words::CAP_REACHED.fill(lang, &[("value", &number::percent(maximum, lang))]);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        let investment = construction.and_then(|k| match &scenario.phases[k].kind {
            PhaseKind::Construction { investment, .. } => Some((k, investment.value)),
            PhaseKind::Operation { .. } => None,
        });
        let missing = words::NO_CONSTRUCTION.get(lang);
        let (left, right) = if lang == Lang::Fr { ("", "M$") } else { ("$", "M") };
        let field = NumberField::new(
            ("investment", document.id),
            words::INVESTMENT.get(lang),
            investment.map(|(_, v)| v / 1e6),
            lang,
        )
        .labelled()
        .unit(left, right, TypedUnit::Millions)
        .places(1)
        .height(height)
        .width(wide)
        .disabled_because(investment.is_none().then_some(missing))
        .show(ui);
        if let Some((k, _)) = investment {
            typed(&field, |v| Edit::Investment(k, v * 1e6), actions);
        }
        let jobs = operation.and_then(|k| match &scenario.phases[k].kind {
            PhaseKind::Operation { jobs, .. } => Some((k, jobs.value)),
            PhaseKind::Construction { .. } => None,
        });
        let missing = words::NO_OPERATION.get(lang);
        let field = NumberField::new(("jobs", document.id), words::JOBS.get(lang), jobs.map(|(_, v)| v), lang)
            .labelled()
            .unit("", "", TypedUnit::Plain)
            .height(height)
            .width(width)
            .disabled_because(jobs.is_none().then_some(missing))
            .show(ui);
        if let Some((k, _)) = jobs {
            typed(&field, |v| Edit::Jobs(k, v), actions);
        }
        let field = NumberField::new(
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
        .width(width)
        .show(ui);
        typed(&field, |v| Edit::LocalShare(share_phase, Some(v / 100.0)), actions);
    });
    ui.add_space(4.0);
    let saved = saved_share(state, share_phase);
    let ring = saved.map_or_else(String::new, |s| {
        words::SAVED_VALUE.fill(lang, &[("value", &number::percent(s, lang))])
    });
    let cap = words::CAP_VALUE.fill(lang, &[("value", &number::percent(maximum, lang))]);
    let text = number::percent(share, lang);
    let slider = CapSlider::new(("local share", document.id), words::LOCAL_SHARE.get(lang), share, &text)
        .cap(maximum)
        .saved(saved.filter(|s| (s - share).abs() > 1e-9))
        .captions(
            if saved.is_some_and(|s| (s - share).abs() > 0.004) {
                &ring
            } else {
                ""
            },
            &cap,
        )
        .show(ui);
    slid(&slider, |v| Edit::LocalShare(share_phase, Some(v)), actions);
}

/// Turns what happened to a slider into actions: a drag is one step, from the press to the release.
pub fn slid(
    response: &crate::ui::widgets::CapSliderResponse,
    edit: impl FnOnce(f64) -> Edit,
    actions: &mut Vec<Action>,
) {
    if let Some(value) = response.change {
        let held = response.response.is_pointer_button_down_on();
        let moving = held || response.response.dragged() || response.drag_started;
        actions.push(Action::Edit(
            edit(value),
            if moving { Gesture::Moving } else { Gesture::Once },
        ));
    }
    if response.drag_stopped || response.response.clicked() {
        actions.push(Action::EndGesture);
    }
}

/// Returns the local share that the saved version reaches in the same phase.
pub fn saved_share(state: &AppState, phase: usize) -> Option<f64> {
    let (_, study) = state.document().saved_version();
    study.phases.get(phase).map(|p| p.sourcing.local_share)
}

/// Returns the name of a phase of the scenario.
pub fn phase_name(phase: &Phase, lang: Lang) -> String {
    match &phase.label {
        Some(label) if !label.is_empty() => label.get(lang).to_owned(),
        _ => names::phase_kind(phase.is_construction()).get(lang).to_owned(),
    }
}

fn phases(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let scenario = state.document().scenario();
    section(ui, words::PHASES.get(lang), SectionAside::Nothing);
    let texts: Vec<(String, String)> = scenario
        .phases
        .iter()
        .map(|p| (phase_name(p, lang), number::years(p.start, p.end, lang)))
        .collect();
    let rows: Vec<PhaseRow<'_>> = scenario
        .phases
        .iter()
        .zip(&texts)
        .map(|(p, (name, years))| PhaseRow {
            name,
            first: p.start,
            last: p.end,
            ramp_years: if p.is_construction() {
                0.0
            } else {
                p.profile.as_ref().map_or(0, Vec::len) as f32
            },
            years,
            construction: p.is_construction(),
        })
        .collect();
    if let Some(k) = phase_bar(ui, &rows) {
        actions.push(Action::ShowPhase(k));
    }
    let Some(phase) = scenario.phases.get(state.phase) else {
        return;
    };
    ui.add_space(6.0);
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        let theme = Theme::of(ui.ctx());
        let name = phase_name(phase, lang);
        let galley = paint::line(ui, &name, Type::Small, theme.colours.text_secondary, 110.0);
        let (rect, _) = ui.allocate_exact_size(vec2(110.0, theme.tokens.control.height_small), egui::Sense::hover());
        paint::left(ui.painter(), rect.left(), rect.center().y, galley);
        let mut year = |msg: Msg, value: i32, edit: &dyn Fn(i32) -> Edit, low: i32, high: i32| {
            let spoken = format!("{}, {name}", msg.get(lang));
            let field = NumberField::new(
                (msg.en, state.document().id, state.phase),
                &spoken,
                Some(f64::from(value)),
                lang,
            )
            .unit("", "", TypedUnit::Plain)
            .range(f64::from(low)..=f64::from(high))
            .year()
            .width(66.0)
            .height(theme.tokens.control.height_small)
            .show(ui);
            typed(&field, |v| edit(v.round() as i32), actions);
        };
        let (start, end, k) = (phase.start, phase.end, state.phase);
        year(words::START, start, &|v| Edit::Years(k, v, end.max(v)), 1950, 2150);
        year(words::END, end, &|v| Edit::Years(k, start, v), start, 2150);
        if scenario.phases.len() > 1
            && icon_button(ui, crate::ui::widgets::Icon::Close, words::REMOVE_PHASE.get(lang), true).clicked()
        {
            actions.push(Action::Edit(Edit::RemovePhase(k), Gesture::Once));
        }
    });
    ui.horizontal(|ui| {
        for (construction, msg) in [(true, words::ADD_CONSTRUCTION), (false, words::ADD_OPERATION)] {
            if crate::ui::widgets::link(ui, msg.get(lang)).clicked() {
                actions.push(Action::Edit(Edit::AddPhase(construction), Gesture::Once));
            }
            ui.add_space(10.0);
        }
    });
}

/// Shows the choice of the phase whose lines show.
pub fn phase_choice(ui: &mut Ui, state: &AppState, width: Segments, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let study = state.document().study();
    let labels: Vec<String> = study
        .phases
        .iter()
        .map(|p| {
            let amount = number::dollars_in_millions(p.purchases, lang);
            let per_year = if p.construction {
                String::new()
            } else {
                format!("/{}", if lang == Lang::Fr { "an" } else { "yr" })
            };
            format!("{} {amount}{per_year}", names::phase(study, p, lang))
        })
        .collect();
    let options: Vec<&str> = labels.iter().map(String::as_str).collect();
    if let Some(k) = segmented(ui, words::PHASE_SHOWN.get(lang), &options, state.phase, width) {
        actions.push(Action::ShowPhase(k));
    }
}

/// Returns what a screen reader and a tooltip say of a line's origin.
pub fn origin_text(state: &AppState, name: &str, shares: [f64; 4]) -> String {
    let lang = state.lang();
    let study = state.document().study();
    let [home, rest, other, abroad] = shares.map(|s| number::percent(s, lang));
    let place = names::in_place(study, Territory::Study, lang);
    let msg = if study.whole_province {
        words::ORIGIN_TEXT_PROVINCE
    } else {
        words::ORIGIN_TEXT
    };
    let values = [
        ("name", name),
        ("study", &home),
        ("place", &place),
        ("rest", &rest),
        ("other", &other),
        ("abroad", &abroad),
    ];
    msg.fill(lang, &values)
}

/// Returns the legend of origins, in their fixed order.
pub fn origin_legend(state: &AppState) -> Vec<(LegendMark, String)> {
    let lang = state.lang();
    let study = state.document().study();
    let place = |t| names::place_name(study, t, lang);
    let mut marks = vec![(LegendMark::Role(Role::Study), place(Territory::Study))];
    if !study.whole_province {
        marks.push((LegendMark::Role(Role::RestOfProvince), place(Territory::RestOfProvince)));
    }
    marks.push((LegendMark::Role(Role::RestOfCanada), place(Territory::RestOfCountry)));
    marks.push((LegendMark::Role(Role::Abroad), words::ABROAD.get(lang).to_owned()));
    marks
}

fn spending(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    if section(
        ui,
        words::SPENDING.get(lang),
        SectionAside::Link(words::DETAILS.get(lang)),
    ) {
        actions.push(Action::ShowPage(Page::Spending));
    }
    let width = ui.available_width();
    phase_choice(ui, state, Segments::Fill(width), actions);
    let Some(phase) = state.document().study().phases.get(state.phase) else {
        return;
    };
    ui.add_space(2.0);
    let unit = if phase.construction {
        words::MONEY_ALL
    } else {
        words::MONEY_YEAR
    };
    let unit = unit.fill(lang, &[("year", &state.document().study().data_year.to_string())]);
    let theme = Theme::of(ui.ctx());
    let muted = theme.colours.text_muted;
    row(
        ui,
        None,
        [words::LINE.get(lang), &unit],
        (Type::Caption, muted),
        |ui, rect| {
            let galley = paint::line(ui, words::ORIGIN.get(lang), Type::Caption, muted, rect.width());
            paint::left(ui.painter(), rect.left(), rect.center().y, galley);
        },
    );
    let mut lines: Vec<_> = phase.lines.iter().filter(|l| l.amount > 0.0).collect();
    lines.sort_by(|a, b| b.amount.total_cmp(&a.amount));
    for l in lines {
        let name = names::line(l, lang, &state.library);
        let amount = number::decimal(l.amount / 1e6, 1, lang);
        let mark = l.edited.then_some(theme.colours.r#override);
        row(
            ui,
            mark,
            [&name, &amount],
            (Type::Body, theme.colours.text),
            |ui, rect| {
                let text = origin_text(state, &name, l.origin.shares());
                bar_at(ui, rect, l.origin.shares(), &text);
            },
        );
    }
    total(ui, state, phase);
    ui.add_space(2.0);
    let marks = origin_legend(state);
    let marks: Vec<(LegendMark, &str)> = marks.iter().map(|(m, t)| (*m, t.as_str())).collect();
    legend(ui, &marks);
}

/// Returns the origin of all purchases of a phase together, by value.
pub fn total_origin(phase: &PhaseStudy) -> [f64; 4] {
    phase.origin_of_purchases()
}

fn total(ui: &mut Ui, state: &AppState, phase: &PhaseStudy) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let study = state.document().study();
    let line = ui.max_rect().x_range();
    ui.painter().hline(line, ui.cursor().top(), theme.hairline());
    let place = names::in_place(study, Territory::Study, lang);
    let share = number::percent(phase.sourcing.local_share, lang);
    let name = words::PURCHASES_TOTAL.fill(lang, &[("share", &share), ("place", &place)]);
    let amount = number::decimal(phase.purchases / 1e6, 1, lang);
    row(
        ui,
        None,
        [&name, &amount],
        (Type::Strong, theme.colours.text),
        |ui, rect| {
            let shares = total_origin(phase);
            bar_at(ui, rect, shares, &origin_text(state, &name, shares));
        },
    );
}

fn bar_at(ui: &mut Ui, rect: egui::Rect, shares: [f64; 4], text: &str) {
    let mut child =
        ui.new_child(egui::UiBuilder::new().max_rect(rect.shrink2(vec2(0.0, (rect.height() - 10.0) / 2.0))));
    origin_bar(&mut child, shares, vec2(rect.width(), 10.0), text);
}

/// Shows a row of the small table of lines: diamond, name, amount, and what `last` paints in the third column.
fn row(
    ui: &mut Ui,
    mark: Option<egui::Color32>,
    [name, amount]: [&str; 2],
    (style, ink): (Type, egui::Color32),
    last: impl FnOnce(&mut Ui, egui::Rect),
) {
    let theme = Theme::of(ui.ctx());
    let width = ui.available_width();
    let (rect, _) = ui.allocate_exact_size(vec2(width, theme.tokens.control.row), egui::Sense::hover());
    let bar = (width * 0.27).clamp(70.0, 110.0);
    let amount_right = rect.right() - bar - 12.0;
    if let Some(colour) = mark {
        paint::diamond(ui.painter(), egui::pos2(rect.left() + 4.0, rect.center().y), colour);
    }
    let amount = paint::line(ui, amount, style, ink, 90.0);
    let name_room = amount_right - amount.size().x - 8.0 - (rect.left() + 13.0);
    let name = paint::line(ui, name, style, ink, name_room);
    paint::left(ui.painter(), rect.left() + 13.0, rect.center().y, name);
    paint::right(ui.painter(), amount_right, rect.center().y, amount);
    let column = egui::Rect::from_min_max(egui::pos2(rect.right() - bar, rect.top()), rect.max);
    last(ui, column);
}
