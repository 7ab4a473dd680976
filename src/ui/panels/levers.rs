//! The page of local levers.

use egui::Ui;

use super::results::at_right;
use super::{page, spending};
use crate::app::{Action, AppState, Page, ViewAction, Wanted};
use crate::report::chart::TableSpec;
use crate::report::levers::{LeverMeasure, page as tell, variety};
use crate::report::words as names;
use crate::text::messages::{levers as words, ui as common};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{Button, Segments, segmented};

/// Shows the page.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let scope = page::scope(state);
    let lang = state.lang();
    let found = state
        .levers_shown()
        .and_then(|l| Some((l, scope.study.phases.get(l.phase)?)));
    let Some((levers, phase)) = found else {
        page::heading(ui, words::NO_PHASE.get(lang));
        return;
    };
    let told = tell(&scope, phase, (&levers.levers, &levers.bound), state.lever_measure);
    page::heading(ui, &told.finding);
    match &told.chart {
        Some(chart) => page::chart_column(ui, state, std::slice::from_ref(chart), actions),
        None => page::text_card(ui, words::NONE_SENTENCE.get(lang), |ui| {
            if Button::secondary(words::NONE_ACTION.get(lang)).show(ui).clicked() {
                actions.push(Action::ShowPage(Page::Spending));
            }
        }),
    }
    let (lines, notes) = &told.lines;
    let spoken = |name: &str| words::OPEN_LINE.fill(lang, &[("name", name)]);
    let clicked = page::linked_table_card(ui, lines, notes, lang, &spoken);
    if let Some(id) = clicked.and_then(|row| told.ids.get(row)) {
        spending::open_line(ui, state, id);
        actions.push(Action::ShowPage(Page::Spending));
        actions.push(Action::View(ViewAction::Want(Wanted::UnfoldedLine)));
    }
    for (table, notes) in [Some(told.bound), Some(told.lacking), variety(&scope)]
        .into_iter()
        .flatten()
    {
        card(ui, &table, &notes, state);
    }
}

/// Shows a table in a card; its sentence alone where it has no row.
fn card(ui: &mut Ui, table: &TableSpec, notes: &[String], state: &AppState) {
    if !table.rows.is_empty() {
        page::table_card(ui, table, notes, state.lang());
        return;
    }
    page::text_card(ui, &table.title, |ui| {
        let theme = Theme::of(ui.ctx());
        for note in notes {
            ui.label(theme.rich(note, Type::Small, theme.colours.text_muted));
        }
    });
}

/// Shows what the page tells: the phase, the measure by which levers are ranked.
pub fn scope_bar(ui: &mut Ui, state: &AppState, compact: bool, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let study = state.document().study();
    let label = |ui: &mut Ui, text: &str| {
        ui.label(theme.rich(text, Type::Body, theme.colours.text_secondary));
    };
    ui.spacing_mut().item_spacing.x = 8.0;
    if study.phases.len() > 1 {
        if !compact {
            label(ui, words::PHASE.get(lang));
        }
        let texts: Vec<String> = study.phases.iter().map(|p| names::phase(study, p, lang)).collect();
        let options: Vec<&str> = texts.iter().map(String::as_str).collect();
        if let Some(k) = segmented(ui, words::PHASE.get(lang), &options, state.phase, Segments::Fit) {
            actions.push(Action::ShowPhase(k));
        }
        ui.add_space(6.0);
    }
    if !compact {
        label(ui, words::MEASURE.get(lang));
    }
    let mut measures = LeverMeasure::ALL.to_vec();
    measures.retain(|m| *m != LeverMeasure::Revenue || study.structure.law.is_some());
    let options: Vec<&str> = measures.iter().map(|m| m.title().get(lang)).collect();
    let at = measures.iter().position(|m| *m == state.lever_measure).unwrap_or(0);
    let picked = segmented(ui, words::MEASURE.get(lang), &options, at, Segments::Fit);
    if let Some(measure) = picked.and_then(|k| measures.get(k)) {
        actions.push(Action::SetLevers(*measure));
    }
    if !compact {
        at_right(ui, |ui| {
            let year = study.data_year.to_string();
            label(ui, &common::PRICES.fill(lang, &[("year", &year)]));
        });
    }
}
