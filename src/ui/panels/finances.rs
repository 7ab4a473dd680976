//! The page of public finances.

use egui::Ui;

use super::{page, support};
use crate::app::{Action, AppState};
use crate::report::chart::ChartKind;
use crate::report::finances::{FinancesView, GOVERNMENTS, charts, finding, government_or_all, isq, levies, municipal};
use crate::report::public_totals;
use crate::report::support::{returns, returns_notes, supports};
use crate::study::Government;
use crate::text::messages::{finances as f, ui as words};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{Segments, segmented};

/// Shows the page.
pub fn show(ui: &mut Ui, state: &AppState, compact: bool, actions: &mut Vec<Action>) {
    let scope = page::scope(state);
    page::heading(ui, &finding(&scope, state.finances));
    let Some(finances) = &scope.study.finances else {
        if let Some(phase) = scope.study.operation().or_else(|| scope.study.construction()) {
            let (table, note) = isq(&scope, phase);
            page::table_card(ui, &table, &[note], state.lang());
        }
        return;
    };
    choices(ui, state, actions);
    let phase = scope.study.phases.get(state.phase).or(scope.study.phases.first());
    let mut charts = charts(&scope, state.finances);
    let mut layout_of_isq = |ui: &mut Ui| {
        let Some(phase) = phase else { return };
        if scope.study.phases.len() > 1 {
            super::purchases::phase_choice(ui, state, words::PHASE_OF_TABLES, Segments::Fit, actions);
        }
        let (table, note) = isq(&scope, phase);
        page::table_card(ui, &table, &[note], state.lang());
    };
    let mut asked = Vec::new();
    if compact {
        // The two charts of revenue side by side, the years under them.
        charts.sort_by_key(|chart| chart.kind == ChartKind::Lines);
        page::chart_grid(ui, state, &charts, &mut asked);
        layout_of_isq(ui);
    } else {
        // The charts that prove the finding at the left, what they are made of at the right.
        let charts = |ui: &mut Ui| page::chart_column(ui, state, &charts, &mut asked);
        page::two_columns(ui, 0.51, charts, layout_of_isq);
    }
    actions.extend(asked);
    if let Some((table, notes)) = public_totals::table(&scope, finances) {
        page::table_card(ui, &table, &notes, state.lang());
    }
    if let Some(table) = phase.and_then(|phase| levies(&scope, phase)) {
        page::table_card(ui, &table, &[], state.lang());
    }
    match supports(&scope, finances) {
        Some(table) => page::table_card(ui, &table, &[], state.lang()),
        None => page::text_card(ui, f::SUPPORT_TITLE_NONE.get(state.lang()), |_| {}),
    }
    support::editor(ui, state, actions);
    page::table_card(
        ui,
        &returns(&scope, finances),
        &returns_notes(&scope, finances),
        state.lang(),
    );
    if let Some((title, text)) = municipal(&scope) {
        let theme = Theme::of(ui.ctx());
        page::text_card(ui, &title, |ui| {
            ui.label(theme.rich(&text, Type::Body, theme.colours.text_secondary));
        });
    }
}

/// The government whose payback shows, and what revenue stands against.
fn choices(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let view = state.finances;
    let label = |ui: &mut Ui, text: &str| {
        ui.label(theme.rich(text, Type::Body, theme.colours.text_secondary));
    };
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 8.0;
        label(ui, words::GOVERNMENT.get(lang));
        let all: Vec<Option<Government>> = GOVERNMENTS.iter().map(|g| Some(*g)).chain([None]).collect();
        let texts: Vec<&str> = all.iter().map(|g| government_or_all(*g).get(lang)).collect();
        let at = all.iter().position(|g| *g == view.government).unwrap_or(0);
        let picked = segmented(ui, words::GOVERNMENT.get(lang), &texts, at, Segments::Fit);
        if let Some(government) = picked.and_then(|k| all.get(k)) {
            actions.push(Action::SetFinances(FinancesView {
                government: *government,
                ..view
            }));
        }
        ui.add_space(8.0);
        label(ui, words::SUPPORT_COUNTED.get(lang));
        let texts = [words::SUPPORT_FACE.get(lang), words::SUPPORT_NET_COST.get(lang)];
        let picked = segmented(
            ui,
            words::SUPPORT_COUNTED.get(lang),
            &texts,
            usize::from(view.net_cost),
            Segments::Fit,
        );
        if let Some(k) = picked {
            actions.push(Action::SetFinances(FinancesView {
                net_cost: k == 1,
                ..view
            }));
        }
    });
}
