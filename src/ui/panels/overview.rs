//! The first page of results: its finding, headline cards, four charts, and the way from gross to net.

use egui::Ui;

use super::{assumptions, page};
use crate::app::{Action, AppState};
use crate::report::charts::charts;
use crate::report::overview::{cards, finding};
use crate::report::timeline::waterfall;

/// Shows the page.
pub fn show(ui: &mut Ui, state: &AppState, compact: bool, actions: &mut Vec<Action>) {
    let scope = page::scope(state);
    page::heading(ui, &finding(&scope));
    assumptions::to_confirm(ui, state);
    page::card_row(ui, state, &cards(&scope), compact, actions);
    page::chart_grid(ui, state, &charts(&scope), actions);
    if let Some(spec) = waterfall(&scope) {
        page::chart_grid(ui, state, &[spec], actions);
    }
}
