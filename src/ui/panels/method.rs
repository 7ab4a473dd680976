//! The page that lets a figure be defended: definitions, the region, the checks, the facts and the sources.

use egui::text::LayoutJob;
use egui::{Frame, Margin, Ui, vec2};

use super::assumptions::method_name;
use super::page::text_card as card;
use crate::app::{Action, AppState, Page, ViewAction};
use crate::report::claims as report;
use crate::report::law::figures;
use crate::report::methods::comparison;
use crate::report::words as names;
use crate::report::{checks, role::Role};
use crate::study::Effect;
use crate::text::messages::{budgets, claims as claim_words, help, ui as words};
use crate::text::number;
use crate::ui::help::limits;
use crate::ui::table;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{LegendMark, legend_swatch, link};

/// Shows the page.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    ui.add_space(8.0);
    ui.spacing_mut().item_spacing.y = 10.0;
    card(ui, words::DEFINITIONS.get(lang), |ui| definitions(ui, state));
    let shown = ui.scope(|ui| card(ui, help::LIMITS.get(lang), |ui| limits(ui, lang)));
    if state.view.reveal_limits {
        shown.response.scroll_to_me(Some(egui::Align::Min));
        actions.push(Action::View(ViewAction::LimitsShown));
    }
    card(ui, words::ABOUT_REGION.get(lang), |ui| region(ui, state));
    methods(ui, state);
    law(ui, state);
    if !state.document().scenario().claims.is_empty() {
        card(ui, words::CLAIMS.get(lang), |ui| claims(ui, state, actions));
    }
    card(ui, claim_words::RULES_TITLE.get(lang), |ui| claim_rules(ui, state));
    if !state.document().scenario().facts.is_empty() {
        card(ui, words::FACTS.get(lang), |ui| facts(ui, state));
    }
    super::facts::report(ui, state);
    card(ui, words::CHECKS.get(lang), |ui| show_checks(ui, state));
    card(ui, words::SOURCES.get(lang), |ui| sources(ui, state));
}

fn text(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui.ctx());
    ui.label(theme.rich(text, Type::Body, theme.colours.text_secondary));
}

fn quiet(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui.ctx());
    ui.label(theme.rich(text, Type::Small, theme.colours.text_muted));
}

fn definitions(ui: &mut Ui, state: &AppState) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    for (construction, title) in [(true, words::IN_CONSTRUCTION), (false, words::IN_OPERATION)] {
        ui.add_space(2.0);
        ui.label(theme.rich(title.get(lang), Type::BodyMedium, theme.colours.text));
        let roles = [Role::Direct, Role::IndirectFirst, Role::IndirectOther, Role::Induced];
        for (effect, role) in Effect::ALL.into_iter().zip(roles) {
            let mut job = LayoutJob::default();
            let name = names::effect(effect).get(lang);
            let meaning = names::definition(effect, construction).get(lang);
            job.append(name, 0.0, theme.format(Type::BodyMedium, theme.colours.text));
            job.append(meaning, 8.0, theme.format(Type::Body, theme.colours.text_secondary));
            ui.horizontal_top(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(12.0, 18.0), egui::Sense::hover());
                legend_swatch(ui.painter(), theme, rect.center(), LegendMark::Role(role));
                ui.add(egui::Label::new(job).wrap());
            });
        }
    }
    for construction in [true, false] {
        quiet(ui, &names::upper_first(names::jobs_definition(construction).get(lang)));
    }
    // A budget of the user's own takes the place of the recipe, phase by phase.
    let operations = state
        .document()
        .scenario()
        .phases
        .iter()
        .filter(|p| !p.is_construction());
    let (own, recipe): (Vec<_>, Vec<_>) = operations.partition(|p| p.own_budget);
    let mut cautions = vec![words::PAYROLL_CAUTION, words::CAPITAL_CAUTION];
    cautions.extend((!recipe.is_empty() || own.is_empty()).then_some(words::RECIPE_CAUTION));
    cautions.extend((!own.is_empty()).then_some(budgets::OWN_CAUTION));
    for caution in cautions {
        quiet(ui, caution.get(lang));
    }
}

fn region(ui: &mut Ui, state: &AppState) {
    let lang = state.lang();
    let study = state.document().study();
    let region = &study.structure.region;
    if region.is_whole_province() {
        text(ui, words::REGION_WHOLE.get(lang));
        return;
    }
    let lambda = number::decimal(region.lambda(), 3, lang);
    text(ui, &words::REGION_MODELLED.fill(lang, &[("lambda", &lambda)]));
    let territory = state.library.territory(study.region.as_str());
    if let Some(note) = territory.and_then(|t| t.note.as_ref()) {
        text(ui, note.get(lang));
    }
    quiet(ui, words::FLQ_CAUTION.get(lang));
}

/// The same project under each regional method.
fn methods(ui: &mut Ui, state: &AppState) {
    let lang = state.lang();
    let Some(methods) = state.methods.as_ref().filter(|m| !m.methods.is_empty()) else {
        return;
    };
    let rows: Vec<_> = methods
        .methods
        .iter()
        .map(|row| (method_name(row.method).get(lang), row.figures))
        .collect();
    let spec = comparison(state.document().study(), &rows, lang);
    card(ui, &spec.title, |ui| table::show(ui, &spec));
}

/// The law of taxes and contributions as it is applied.
fn law(ui: &mut Ui, state: &AppState) {
    let Some(law) = &state.document().study().structure.law else {
        return;
    };
    let (spec, note) = figures(law, &state.library, state.lang());
    card(ui, &spec.title, |ui| {
        quiet(ui, &note);
        table::show(ui, &spec);
    });
}

fn claims(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    for statement in state.project_claims() {
        for (figure, v) in &statement.figures {
            let claimed = words::CLAIMED.fill(lang, &[("value", &report::value(*figure, *v, lang))]);
            text(ui, &format!("{} · {claimed}", report::figure(*figure).get(lang)));
        }
        for (name, v) in &statement.unknown {
            let claimed = words::CLAIMED.fill(lang, &[("value", &number::exact(*v, (0, 3), lang))]);
            text(ui, &format!("{name} · {claimed}"));
        }
        quiet(ui, statement.source.get(lang));
    }
    if link(ui, claim_words::CHECK_LINK.get(lang)).clicked() {
        actions.push(Action::ShowPage(Page::Claims));
    }
}

/// How a claim is judged.
fn claim_rules(ui: &mut Ui, state: &AppState) {
    for rule in report::rules(&state.library, state.lang()) {
        text(ui, &rule);
    }
}

fn facts(ui: &mut Ui, state: &AppState) {
    let lang = state.lang();
    let scenario = state.document().scenario();
    if !scenario.description.is_empty() {
        text(ui, scenario.description.get(lang));
    }
    for fact in &scenario.facts {
        ui.add_space(2.0);
        text(ui, fact.text.get(lang));
        if let Some(source) = &fact.source {
            quiet(ui, source.get(lang));
        }
    }
}

fn show_checks(ui: &mut Ui, state: &AppState) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let study = state.document().study();
    for check in &study.checks {
        let (word, ink) = if check.holds() {
            (words::CHECK_HOLDS, theme.colours.positive)
        } else {
            (words::CHECK_FAILS, theme.colours.error)
        };
        ui.horizontal_wrapped(|ui| {
            ui.label(theme.rich(word.get(lang), Type::SmallStrong, ink));
            let line = checks::sentence(check, lang, Some(&state.library));
            ui.label(theme.rich(line, Type::Small, theme.colours.text_secondary));
        });
    }
}

fn sources(ui: &mut Ui, state: &AppState) {
    let lang = state.lang();
    for source in state.library.sources() {
        Frame::new().inner_margin(Margin::symmetric(0, 2)).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 1.0;
            let title = format!(
                "{}, {} ({})",
                source.publisher.get(lang),
                source.title.get(lang),
                source.year
            );
            text(ui, &title);
            quiet(
                ui,
                &format!(
                    "{} · {}",
                    names::licence(&source.licence, lang),
                    source.attribution.get(lang)
                ),
            );
        });
    }
}
