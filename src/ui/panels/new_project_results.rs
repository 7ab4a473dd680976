//! The right half of the page of a new project: its first result, what was taken for granted, and other recipes that fit as well.

use egui::{Id, Margin, Sense, Ui, vec2};

use super::new_project::stamp;
use super::{assumptions, page};
use crate::app::new_project::{Draft, recipe_label};
use crate::app::{Action, AppState, DraftAction, DraftYear};
use crate::report::overview::{Scope, cards};
use crate::report::problems::sentence;
use crate::report::words as names;
use crate::study::{Assumption, AssumptionKind, AssumptionUnit, Basis, Study, Territory};
use crate::text::messages::{assumptions as own, project as words, ui as shared};
use crate::text::number::{self, TypedUnit};
use crate::text::{Lang, Msg};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{AssumptionRow, Notice, NoticeTone, NumberField, link, opened, paint, problem_row};

/// The cards of the first page that show here.
const CARDS: [&str; 3] = ["jobs", "construction", "gdp"];

/// Shows the half.
pub fn show(ui: &mut Ui, state: &AppState, narrow: bool, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let draft = &state.draft;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
    let title = words::FIRST_RESULT.get(lang);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, title));
    let text = paint::line(ui, title, Type::Title, theme.colours.text, rect.width());
    let end = paint::left(ui.painter(), rect.left(), rect.center().y, text).right();
    let Some(study) = &draft.study else {
        nothing_yet(ui, state);
        return;
    };
    let year = words::GROSS_PRICES.fill(lang, &[("year", &study.data_year.to_string())]);
    let room = rect.right() - end - 12.0;
    if paint::text_width(ui, &year, Type::Small) <= room {
        let aside = paint::line(ui, &year, Type::Small, theme.colours.text_muted, room);
        paint::right(ui.painter(), rect.right(), rect.center().y, aside);
    }
    ui.add_space(4.0);
    let scope = Scope {
        study,
        saved: None,
        library: &state.library,
        territory: Territory::Study,
        lang,
    };
    let shown: Vec<_> = cards(&scope)
        .into_iter()
        .filter(|card| CARDS.contains(&card.id))
        .collect();
    ui.spacing_mut().item_spacing.x = theme.tokens.layout.card_gap;
    page::card_row(ui, state, &shown, narrow, actions);
    ui.add_space(10.0);
    other_recipes(ui, state, study, actions);
    taken(ui, state, study, actions);
}

/// Says that nothing can be computed yet, or why not.
fn nothing_yet(ui: &mut Ui, state: &AppState) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    ui.add_space(6.0);
    if !state.draft.problems.is_empty() {
        ui.label(theme.rich(words::NOT_POSSIBLE.get(lang), Type::Strong, theme.colours.text));
        for problem in &state.draft.problems {
            let s = sentence(problem, lang, Some(&state.library));
            let said = format!("{}. {}", s.what, s.remedy);
            problem_row(ui, NoticeTone::Error, &s.place, &said, &[]);
        }
        return;
    }
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 150.0), Sense::hover());
    let sentence = words::NOTHING_YET.get(lang);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Status, true, sentence));
    let radius = f32::from(theme.tokens.radius.card);
    let stroke = egui::Stroke::new(1.0, theme.colours.border_strong);
    paint::dashed_rect(ui.painter(), rect.shrink(0.5), radius, stroke, 4.0, 3.0);
    let mut job = theme.job(sentence, Type::Body, theme.colours.text_secondary, rect.width() - 64.0);
    job.halign = egui::Align::Center;
    let galley = paint::lay_out(ui, job);
    let top = rect.center().y - galley.size().y / 2.0;
    ui.painter()
        .galley(egui::pos2(rect.center().x, top), galley, theme.colours.text_secondary);
}

/// Everything that was taken for granted: the calendar, then the assumptions of the study.
fn taken(ui: &mut Ui, state: &AppState, study: &Study, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let all: Vec<&Assumption> = study.assumptions.iter().filter(|a| !is_question(a)).collect();
    let (sourced, assumed, yours) = kinds(&all);
    let count = |n: usize| number::whole(n as f64, lang);
    let msg = if yours == 0 {
        words::TAKEN_KINDS
    } else {
        words::TAKEN_YOURS
    };
    let aside = msg.fill(
        lang,
        &[
            ("sourced", &count(sourced)),
            ("assumed", &count(assumed)),
            ("yours", &count(yours)),
        ],
    );
    let title = words::TAKEN.fill(lang, &[("count", &count(all.len()))]);
    theme.card().inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 0.0;
        heading(ui, &title, &aside);
        let open_id = Id::unique(("taken open", state.draft.generation));
        let mut open: Option<String> = ui.data(|d| d.get_temp(open_id));
        let mut row = |ui: &mut Ui, key: String, row: AssumptionRow<'_>, details: &mut dyn FnMut(&mut Ui)| {
            let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
            ui.painter().hline(rect.x_range(), rect.center().y, theme.hairline());
            let response = row.show(ui);
            let is_open = open.as_deref() == Some(key.as_str());
            opened(ui, ("draft", &key), is_open, |ui| {
                ui.spacing_mut().item_spacing.y = 4.0;
                details(ui);
                ui.add_space(6.0);
            });
            if response.clicked {
                open = if is_open { None } else { Some(key) };
            }
            response.reset
        };
        if calendar(ui, state, &mut row, actions) {
            actions.push(Action::Draft(DraftAction::Year(DraftYear::Works, None)));
        }
        for a in all {
            let name = names::assumption_with_phase(study, a, lang);
            let value = names::assumption_value(a, lang);
            let source = assumptions::source(a, lang);
            let shown = AssumptionRow {
                name: &name,
                value: &value,
                source: &source,
                overridden: a.is_own(),
                warning: false,
                reset: &shared::RESET.fill(lang, &[("name", &name)]),
            };
            let reset = row(ui, format!("{:?}", a.kind), shown, &mut |ui| {
                assumption(ui, state, a, &name, actions);
            });
            if reset {
                actions.push(Action::Draft(DraftAction::Assume(a.kind.clone(), None)));
            }
        }
        ui.data_mut(|d| match open {
            Some(key) => {
                d.insert_temp(open_id, key);
            }
            None => d.remove::<String>(open_id),
        });
    });
}

/// Returns whether an assumption is asked in so many words on the left half.
fn is_question(a: &Assumption) -> bool {
    a.kind == AssumptionKind::LocalShare(crate::app::new_project::OPERATION)
}

/// Counts what has a source or is computed, what is to be confirmed, and what is the user's, as the project does once it is made.
fn kinds(all: &[&Assumption]) -> (usize, usize, usize) {
    let yours = all.iter().filter(|a| a.is_own()).count();
    let assumed = all.iter().filter(|a| a.is_to_confirm()).count();
    (all.len() - yours - assumed, assumed, yours)
}

/// Returns how many assumptions rest on nothing but our word, for the status bar.
pub fn to_confirm(draft: &Draft) -> usize {
    let all: Vec<&Assumption> = draft
        .study
        .iter()
        .flat_map(|s| &s.assumptions)
        .filter(|a| !is_question(a))
        .collect();
    kinds(&all).1
}

fn heading(ui: &mut Ui, title: &str, aside: &str) {
    let theme = Theme::of(ui.ctx());
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, format!("{title}, {aside}")));
    let text = paint::line(ui, title, Type::Strong, theme.colours.text, rect.width());
    let width = text.size().x;
    paint::left(ui.painter(), rect.left(), rect.center().y, text);
    let room = rect.width() - width - 12.0;
    if paint::text_width(ui, aside, Type::Small) <= room {
        let aside = paint::line(ui, aside, Type::Small, theme.colours.text_muted, room);
        paint::right(ui.painter(), rect.right(), rect.center().y, aside);
    } else {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 18.0), Sense::hover());
        let aside = paint::line(ui, aside, Type::Small, theme.colours.text_muted, rect.width());
        paint::left(ui.painter(), rect.left(), rect.center().y - 3.0, aside);
    }
}

type Row<'a> = dyn FnMut(&mut Ui, String, AssumptionRow<'_>, &mut dyn FnMut(&mut Ui)) -> bool + 'a;

/// The years, which the user did not say either; returns whether the default ones were asked back.
fn calendar(ui: &mut Ui, state: &AppState, row: &mut Row<'_>, actions: &mut Vec<Action>) -> bool {
    let lang = state.lang();
    let years = state.draft.years;
    let name = words::CALENDAR_NAME.fill(lang, &[("year", &years.opening.to_string())]);
    let value = number::years(years.works, years.last, lang);
    let changed = years != Default::default();
    let source = if changed { shared::YOURS } else { own::BY_DEFAULT };
    let shown = AssumptionRow {
        name: &name,
        value: &value,
        source: source.get(lang),
        overridden: changed,
        warning: false,
        reset: &shared::RESET.fill(lang, &[("name", &name)]),
    };
    row(ui, "calendar".to_owned(), shown, &mut |ui| {
        let theme = Theme::of(ui.ctx());
        ui.horizontal_top(|ui| {
            let mut year = |ui: &mut Ui, which: DraftYear, msg: Msg, value: i32, low: i32| {
                let salt = ("draft-year", msg.en, state.draft.generation);
                let field = NumberField::new(salt, msg.get(lang), Some(f64::from(value)), lang)
                    .labelled()
                    .unit("", "", TypedUnit::Plain)
                    .range(f64::from(low)..=2150.0)
                    .year()
                    .stamp(stamp(&state.draft))
                    .width(150.0);
                if let Some(v) = field.show(ui).change {
                    actions.push(Action::Draft(DraftAction::Year(which, Some(v.round() as i32))));
                }
            };
            year(ui, DraftYear::Works, words::CALENDAR_WORKS, years.works, 1950);
            year(ui, DraftYear::Opening, words::CALENDAR_OPENING, years.opening, 1951);
            year(ui, DraftYear::Last, words::CALENDAR_LAST, years.last, years.opening);
        });
        ui.label(theme.rich(words::CALENDAR_NOTE.get(lang), Type::Small, theme.colours.text_muted));
    })
}

/// The field, the note, the default and the range of an assumption.
fn assumption(ui: &mut Ui, state: &AppState, a: &Assumption, name: &str, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    if a.editable && a.unit != AssumptionUnit::Code {
        let (scale, unit, right, places) = assumptions::unit(a.unit);
        let salt = ("draft-assumption", state.draft.generation, format!("{:?}", a.kind));
        let field = NumberField::new(salt, name, Some(a.value * scale), lang)
            .unit("", right, unit)
            .places(places)
            .overridden(a.overridden && a.basis == Basis::User)
            .stamp(stamp(&state.draft))
            .width(150.0);
        if let Some(value) = field.show(ui).change {
            let action = DraftAction::Assume(a.kind.clone(), Some(value / scale));
            actions.push(Action::Draft(action));
        }
    }
    for text in assumptions::remarks(a, lang) {
        ui.label(theme.rich(text, Type::Small, theme.colours.text_muted));
    }
}

/// Says which other recipes fit as well and how far apart they are.
fn other_recipes(ui: &mut Ui, state: &AppState, study: &Study, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let draft = &state.draft;
    let (Some(own), false) = (draft.indirect_per_direct, draft.others.is_empty()) else {
        return;
    };
    let ratios = || draft.others.iter().map(|o| o.indirect_per_direct).chain([own]);
    let low = ratios().fold(f64::INFINITY, f64::min);
    let high = ratios().fold(0.0, f64::max);
    let others: Vec<String> = draft
        .others
        .iter()
        .map(|o| {
            let name = recipe_label(&state.library, &o.code);
            words::RECIPE.fill(lang, &[("code", &o.code), ("name", &named(name.get(lang), lang))])
        })
        .collect();
    let one = others.len() == 1;
    let quebec = study.structure.base.regions().get(study.structure.province);
    let msg = match (one, quebec.is_some_and(|r| r.as_str() == "QC")) {
        (true, true) => words::OTHER_RECIPE,
        (false, true) => words::OTHER_RECIPES,
        (true, false) => words::OTHER_RECIPE_ELSEWHERE,
        (false, false) => words::OTHER_RECIPES_ELSEWHERE,
    };
    let figure = |v: f64| number::decimal(v, 2, lang);
    let text = msg.fill(
        lang,
        &[
            ("others", &others.join(if lang == Lang::Fr { "\u{a0}; " } else { "; " })),
            ("low", &figure(low)),
            ("high", &figure(high)),
        ],
    );
    let see = match others.len() {
        1 => words::SEE_BOTH.get(lang).to_owned(),
        n => words::SEE_EACH.fill(lang, &[("count", &(n + 1).to_string())]),
    };
    let can = draft.problems.is_empty();
    let links: &[&str] = if can { &[&see] } else { &[] };
    let notice = Notice {
        tone: NoticeTone::Information,
        lead: "",
        text: &text,
        links,
    };
    if notice.show(ui).is_some() {
        actions.push(Action::Draft(DraftAction::CreateEach));
    }
    ui.add_space(10.0);
}

/// Returns a name inside a sentence: French and English names of activities begin with a capital.
fn named(name: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => names::lower_first(name),
        Lang::En => name.to_owned(),
    }
}

/// Says on the status bar what the page knows: what is to be confirmed, that nothing is saved, the region.
pub fn status(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let quiet = |text: &str| theme.rich(text, Type::Small, theme.colours.text_muted);
    let count = to_confirm(&state.draft);
    if count > 0 {
        let text = assumptions::counted(count, lang);
        ui.label(theme.rich(text, Type::SmallMedium, theme.colours.warning));
    }
    ui.label(quiet(shared::NEVER_SAVED.get(lang)));
    if let Some(notice) = &state.notice
        && link(ui, notice.text.get(lang)).clicked()
    {
        actions.push(Action::ClearNotice);
    }
    ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
        let year = state.library.economy.data_year.to_string();
        ui.label(quiet(&shared::TABLES.fill(lang, &[("year", &year)])));
        if let Some(code) = &state.draft.region {
            ui.label(quiet(&super::status::region(state, code)));
        }
    });
}
