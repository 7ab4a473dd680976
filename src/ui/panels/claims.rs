//! The page of claims: what someone claims on the left, the verdict with its reasons, readings and cases on the right.

use egui::{Id, TextEdit, Ui, vec2};

use super::page::{self, text_card};
use super::scenario::region_label;
use crate::app::{Action, AppState, ClaimAction, ClaimsEdit, Edit, Gesture};
use crate::data::search::{search, search_territories};
use crate::report::claims::{self as report, Told};
use crate::report::problems;
use crate::scenario::{ClaimPeriod, CountedIn};
use crate::study::claims::{ClaimFigure, Finding, Statement, Verdict, shipped};
use crate::text::messages::{claims as words, project, ui as shared};
use crate::text::number::TypedUnit;
use crate::text::{Lang, Msg};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{
    Icon, Notice, NoticeTone, NumberField, SearchField, SearchResult, dropdown, icon_button, paint, secondary_button,
};

/// Under this width the form stands over the verdict.
const NARROW: f32 = 720.0;
/// The part of the width that the form takes beside the verdict.
const FORM: f32 = 0.36;

/// What a claim starts from, in the order of the form.
const STARTS: [ClaimFigure; 3] = [ClaimFigure::Investment, ClaimFigure::Spending, ClaimFigure::DirectJobs];
/// What it can claim, in the order of the form.
const CLAIMED: [ClaimFigure; 9] = [
    ClaimFigure::IndirectJobs,
    ClaimFigure::InducedJobs,
    ClaimFigure::OtherJobs,
    ClaimFigure::TotalJobs,
    ClaimFigure::Multiplier,
    ClaimFigure::Families,
    ClaimFigure::Gdp,
    ClaimFigure::Revenue,
    ClaimFigure::PayrollShare,
];

/// Shows the page.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let Some(statement) = &state.claims.statement else {
        return;
    };
    ui.add_space(8.0);
    page::heading(ui, &headline(state, statement));
    if ui.available_width() < NARROW {
        // The form is long: what comes of it stands right under the choice.
        text_card(ui, words::CHOOSE.get(lang), |ui| choose(ui, state, statement, actions));
        verdict(ui, state, statement, actions);
        text_card(ui, words::DETAILS.get(lang), |ui| form(ui, state, statement, actions));
    } else {
        let mut more = Vec::new();
        page::two_columns(
            ui,
            FORM,
            |ui| {
                text_card(ui, words::CHOOSE.get(lang), |ui| {
                    choose(ui, state, statement, actions);
                    form(ui, state, statement, actions);
                });
            },
            |ui| verdict(ui, state, statement, &mut more),
        );
        actions.append(&mut more);
    }
    text_card(ui, words::RULES_TITLE.get(lang), |ui| {
        for rule in report::rules(&state.library, lang) {
            bullet(ui, &rule);
        }
    });
}

fn push(actions: &mut Vec<Action>, action: ClaimAction) {
    actions.push(Action::Claim(action));
}

fn told<'a>(state: &'a AppState, statement: &'a Statement) -> Option<Told<'a>> {
    Some(Told {
        statement,
        judgement: state.claims.found.as_ref()?.as_ref().ok()?,
        library: &state.library,
        lang: state.lang(),
    })
}

/// Returns the sentence that heads the page: the first verdict, or what is missing.
fn headline(state: &AppState, statement: &Statement) -> String {
    let told = told(state, statement);
    let first = told.and_then(|t| Some(t.finding(t.judgement.findings.first()?)));
    first.unwrap_or_else(|| words::NOTHING_CLAIMED.get(state.lang()).to_owned())
}

fn form(ui: &mut Ui, state: &AppState, statement: &Statement, actions: &mut Vec<Action>) {
    let lang = state.lang();
    ui.spacing_mut().item_spacing = vec2(8.0, 6.0);
    who(ui, state, statement, actions);
    region(ui, state, statement, actions);
    activity(ui, state, statement, actions);
    heading(ui, words::STARTS.get(lang));
    figures(ui, state, statement, &STARTS, actions);
    heading(ui, words::CLAIMED.get(lang));
    figures(ui, state, statement, &CLAIMED, actions);
    heading(ui, words::DEFINED.get(lang));
    definitions(ui, state, statement, actions);
    keep(ui, state, statement, actions);
}

fn heading(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui.ctx());
    ui.add_space(6.0);
    ui.label(theme.rich(text, Type::BodyMedium, theme.colours.text));
}

fn caption(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui.ctx());
    ui.label(theme.rich(text, Type::Small, theme.colours.text_secondary));
}

/// The claims of the project, those that ship, and one of one's own.
fn choose(ui: &mut Ui, state: &AppState, statement: &Statement, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let name = state.document().scenario().name.get(lang);
    let mut all: Vec<(String, Statement)> = Vec::new();
    for own in state.project_claims() {
        let own_title = report::title(&own, lang);
        let title = words::GROUP_PROJECT.fill(lang, &[("name", name)]);
        all.push((format!("{title} · {own_title}"), own));
    }
    let public = shipped(&state.library).into_iter();
    all.extend(public.map(|(_, s)| (report::title(&s, lang), s)));
    let at = all.iter().position(|(_, s)| s == statement).unwrap_or(all.len());
    let mut options: Vec<&str> = all.iter().map(|(title, _)| title.as_str()).collect();
    options.push(words::OWN.get(lang));
    let width = ui.available_width();
    match dropdown(ui, words::CHOOSE.get(lang), &options, at, width) {
        Some(k) if k == all.len() => push(actions, ClaimAction::Begin),
        Some(k) => {
            let chosen = all.into_iter().nth(k);
            actions.extend(chosen.map(|(_, s)| Action::Claim(ClaimAction::Choose(Box::new(s)))));
        }
        None => {}
    }
}

fn who(ui: &mut Ui, state: &AppState, statement: &Statement, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let name = words::WHO.get(lang);
    caption(ui, name);
    let mut text = statement.source.get(lang).to_owned();
    let field = TextEdit::multiline(&mut text)
        .id(Id::unique("claim source"))
        .desired_rows(2)
        .font(theme.font(Type::Small))
        .text_color(theme.colours.text)
        .hint_text(theme.rich(words::WHO_HINT.get(lang), Type::Small, theme.colours.text_muted))
        .desired_width(ui.available_width());
    let response = ui.add(field).accessible_name(name);
    paint::focus_ring(ui, &response, response.rect, theme.tokens.radius.field);
    if response.changed() {
        push(actions, ClaimAction::Who(text));
    }
}

fn region(ui: &mut Ui, state: &AppState, statement: &Statement, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let library = &*state.library;
    let name = words::REGION_FIELD.get(lang);
    caption(ui, name);
    let code = statement.region.as_str();
    let shown = library
        .territory(code)
        .map_or(code.to_owned(), |t| region_label(code, t.label.get(lang)));
    let mut found = Vec::new();
    let response = SearchField::new("claim-region", name, &shown)
        .hint(project::REGION_HINT.get(lang))
        .footer(shared::SEARCH_KEYS.get(lang), project::REGION_ABOUT.get(lang))
        .nothing_found(shared::SEARCH_NOTHING.get(lang), project::REGION_ALL.get(lang))
        .height(Theme::of(ui.ctx()).tokens.control.height)
        .on_demand()
        .show(ui, |query| {
            found = search_territories(library, query);
            let row = |t: &&crate::data::territories::Territory| SearchResult {
                title: t.label.get(lang).to_owned(),
                ..SearchResult::default()
            };
            (found.iter().map(row).collect(), String::new())
        });
    if let Some(t) = response.chosen.and_then(|k| found.get(k)) {
        push(actions, ClaimAction::Region(t.code.clone()));
    }
}

fn activity(ui: &mut Ui, state: &AppState, statement: &Statement, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let library = &*state.library;
    let name = words::ACTIVITY_FIELD.get(lang);
    caption(ui, name);
    let shown = report::activity(statement, library, lang);
    let mut found = Vec::new();
    let response = SearchField::new("claim-activity", name, &shown)
        .hint(shared::ACTIVITY_HINT.get(lang))
        .footer(shared::SEARCH_KEYS.get(lang), project::ACTIVITY_ABOUT.get(lang))
        .nothing_found(shared::SEARCH_NOTHING.get(lang), shared::SEARCH_ALL.get(lang))
        .height(Theme::of(ui.ctx()).tokens.control.height)
        .on_demand()
        .show(ui, |query| {
            found = search(library, query);
            let rows = found.iter().map(|f| SearchResult {
                code: f.code.to_owned(),
                title: f.label.get(lang).to_owned(),
                found: f.matched.clone().unwrap_or_default(),
                ..SearchResult::default()
            });
            (rows.collect(), String::new())
        });
    if let Some(f) = response.chosen.and_then(|k| found.get(k)) {
        let id = f.activity.map(|a| a.id.clone());
        push(actions, ClaimAction::Activity(id, f.recipe.code.clone()));
    }
}

/// Shows figures two by two; an empty field is a figure that the claim does not give.
fn figures(ui: &mut Ui, state: &AppState, statement: &Statement, all: &[ClaimFigure], actions: &mut Vec<Action>) {
    let gap = 10.0;
    let width = (ui.available_width() - gap) / 2.0;
    for pair in all.chunks(2) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for figure in pair {
                one(ui, state, statement, *figure, width, actions);
            }
        });
    }
}

fn one(
    ui: &mut Ui,
    state: &AppState,
    statement: &Statement,
    figure: ClaimFigure,
    width: f32,
    actions: &mut Vec<Action>,
) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let name = report::figure(figure).get(lang);
    let value = statement.figure(figure);
    let (scale, left, right, unit) = match figure {
        f if f.is_money() && lang == Lang::Fr => (1e6, "", "M$", TypedUnit::Millions),
        f if f.is_money() => (1e6, "$", "M", TypedUnit::Millions),
        ClaimFigure::PayrollShare => (0.01, "", "%", TypedUnit::Percent),
        _ => (1.0, "", "", TypedUnit::Plain),
    };
    let most = match figure {
        ClaimFigure::PayrollShare => 100.0,
        f if f.is_money() => 1e9,
        _ => 1e12,
    };
    let side = theme.tokens.control.hit_target;
    ui.allocate_ui_with_layout(vec2(width, 0.0), egui::Layout::left_to_right(egui::Align::Max), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let room = if value.is_some() { width - side } else { width };
        let response = NumberField::new(("claim", figure.id()), name, value.map(|v| v / scale), lang)
            .labelled()
            .blank()
            .stamp(Id::unique(("claim", state.claims.revision)))
            .unit(left, right, unit)
            .places(0)
            .up_to_places(3)
            .range(0.0..=most)
            .width(room)
            .show(ui);
        if response.cancelled {
            push(actions, ClaimAction::Restore);
        } else if let Some(v) = response.change {
            push(actions, ClaimAction::Figure(figure, Some(v * scale)));
        }
        if response.committed {
            push(actions, ClaimAction::Settle);
        }
        if value.is_some() {
            let clear = words::CLEAR.fill(lang, &[("name", name)]);
            if icon_button(ui, Icon::Close, &clear, true).clicked() {
                push(actions, ClaimAction::Figure(figure, None));
            }
        }
    });
}

/// Shows what the claim may leave unsaid, and its year.
fn definitions(ui: &mut Ui, state: &AppState, statement: &Statement, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let gap = 10.0;
    let width = (ui.available_width() - gap) / 2.0;
    let choice = |ui: &mut Ui, name: Msg, options: &[Msg], at: usize| -> Option<usize> {
        let mut chosen = None;
        ui.vertical(|ui| {
            ui.set_width(width);
            caption(ui, name.get(lang));
            let texts: Vec<&str> = options.iter().map(|o| o.get(lang)).collect();
            chosen = dropdown(ui, name.get(lang), &texts, at, width);
        });
        chosen
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        let places = [words::UNSAID, words::IN_REGION, words::IN_PROVINCE, words::IN_COUNTRY];
        let at = statement.counted_in.map_or(0, |p| match p {
            CountedIn::Region => 1,
            CountedIn::Province => 2,
            CountedIn::Country => 3,
        });
        if let Some(k) = choice(ui, words::PLACE_FIELD, &places, at) {
            let place = k.checked_sub(1).and_then(|k| CountedIn::ALL.get(k)).copied();
            push(actions, ClaimAction::CountedIn(place));
        }
        let induced = [words::UNSAID, words::INDUCED_YES, words::INDUCED_NO];
        let at = statement.induced.map_or(0, |counted| if counted { 1 } else { 2 });
        if let Some(k) = choice(ui, words::INDUCED_FIELD, &induced, at) {
            push(actions, ClaimAction::Induced((k > 0).then_some(k == 1)));
        }
    });
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        let periods = [words::UNSAID, words::PERIOD_BUILT, words::PERIOD_RUN];
        let at = statement.period.map_or(0, |p| match p {
            ClaimPeriod::Construction => 1,
            ClaimPeriod::Operation => 2,
        });
        if let Some(k) = choice(ui, words::PERIOD_FIELD, &periods, at) {
            let period = match k {
                1 => Some(ClaimPeriod::Construction),
                2 => Some(ClaimPeriod::Operation),
                _ => None,
            };
            push(actions, ClaimAction::Period(period));
        }
        ui.vertical(|ui| {
            ui.set_width(width);
            let (first, last) = state.library.price_index.span().unwrap_or_default();
            let response = NumberField::new(
                ("claim", "year"),
                words::YEAR.get(lang),
                Some(f64::from(statement.year)),
                lang,
            )
            .labelled()
            .year()
            .places(0)
            .stamp(Id::unique(("claim", state.claims.revision)))
            .range(f64::from(first)..=f64::from(last))
            .width(width)
            .show(ui);
            // A year is taken once it is whole: its first digits are years too.
            if let Some(year) = response.change {
                push(actions, ClaimAction::Year(year as i32));
            }
        });
    });
}

/// Keeps the claim in the project, or takes it out.
fn keep(ui: &mut Ui, state: &AppState, statement: &Statement, actions: &mut Vec<Action>) {
    let lang = state.lang();
    ui.add_space(6.0);
    let kept = state.project_claims().iter().position(|s| s == statement);
    let edit = match kept {
        Some(k) => {
            caption(ui, words::KEPT_ALREADY.get(lang));
            secondary_button(ui, words::REMOVE.get(lang))
                .clicked()
                .then_some(ClaimsEdit::Remove(k))
        }
        None => secondary_button(ui, words::KEEP.get(lang))
            .clicked()
            .then(|| ClaimsEdit::Keep(Box::new(statement.clone()))),
    };
    actions.extend(edit.map(|edit| Action::Edit(Edit::Claims(edit), Gesture::Once)));
}

fn bullet(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui.ctx());
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        ui.label(theme.rich("•", Type::Body, theme.colours.text_muted));
        ui.add(egui::Label::new(theme.rich(text, Type::Body, theme.colours.text_secondary)).wrap());
    });
}

fn verdict(ui: &mut Ui, state: &AppState, statement: &Statement, actions: &mut Vec<Action>) {
    let lang = state.lang();
    if let Some(Err(problems)) = &state.claims.found {
        for problem in problems {
            let s = problems::sentence(problem, lang, Some(&state.library));
            Notice {
                tone: NoticeTone::Error,
                lead: &s.what,
                text: &s.remedy,
                links: &[],
            }
            .show(ui);
        }
        return;
    }
    let Some(told) = told(state, statement) else { return };
    for finding in &told.judgement.findings {
        one_verdict(ui, state, &told, finding, actions);
    }
    let remarks = told.remarks();
    if !remarks.is_empty() {
        text_card(ui, words::REMARKS.get(lang), |ui| {
            for remark in &remarks {
                bullet(ui, remark);
            }
        });
    }
    if !told.judgement.findings.is_empty() && secondary_button(ui, words::COPY.get(lang)).clicked() {
        ui.ctx().copy_text(report::text(&told));
        push(actions, ClaimAction::Copied);
    }
}

fn one_verdict(ui: &mut Ui, state: &AppState, told: &Told<'_>, f: &Finding, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let tone = match f.verdict {
        Verdict::Inside => NoticeTone::Done,
        Verdict::High | Verdict::Outside => NoticeTone::Warning,
        Verdict::Low | Verdict::NotJudged(_) => NoticeTone::Information,
    };
    Notice {
        tone,
        lead: report::verdict(f.verdict).get(lang),
        text: &told.meaning(f),
        links: &[],
    }
    .show(ui);
    let charts: Vec<_> = told.chart(f).into_iter().collect();
    page::chart_column(ui, state, &charts, actions);
    text_card(ui, words::REASONS.get(lang), |ui| {
        ui.spacing_mut().item_spacing.y = theme.tokens.layout.card_padding_y.min(4.0);
        for reason in told.reasons(f) {
            bullet(ui, &reason);
        }
    });
    if let Some(table) = told.readings(f) {
        page::table_card(ui, &table, &[], lang);
    }
    if let Some(table) = told.case_table(f) {
        page::table_card(ui, &table, &told.case_notes(f), lang);
    }
}
