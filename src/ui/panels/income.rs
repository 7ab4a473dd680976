//! The page of family income.

use egui::Ui;

use super::page;
use crate::app::{Action, AppState};
use crate::report::income::{FamiliesClaim, cards, charts, finding, residents};

/// Shows the page.
pub fn show(ui: &mut Ui, state: &AppState, compact: bool, actions: &mut Vec<Action>) {
    let scope = page::scope(state);
    let claim = FamiliesClaim::of(&state.document().scenario().claims);
    page::heading(ui, &finding(&scope));
    page::card_row(ui, state, &cards(&scope), compact, actions);
    page::chart_grid(ui, state, &charts(&scope, claim), actions);
    if let Some(phase) = scope.study.operation().or_else(|| scope.study.construction()) {
        page::table_card(ui, &residents(&scope, phase), &[], state.lang());
    }
}
