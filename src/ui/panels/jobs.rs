//! The page of jobs.

use egui::Ui;

use super::page;
use crate::app::{Action, AppState, ViewAction};
use crate::report::jobs::{cards, charts, finding, table};
use crate::text::messages::jobs as words;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{Segments, segmented};

/// Shows the page.
pub fn show(ui: &mut Ui, state: &AppState, compact: bool, actions: &mut Vec<Action>) {
    let scope = page::scope(state);
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    page::heading(ui, &finding(&scope));
    page::card_row(ui, state, &cards(&scope), compact, actions);
    if scope.study.operation().is_some() && scope.study.construction().is_some() {
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 8.0;
            let name = words::SHOWN.get(lang);
            ui.label(theme.rich(name, Type::Body, theme.colours.text_secondary));
            let options = [words::SHOW_PERMANENT, words::SHOW_CONSTRUCTION].map(|m| m.get(lang));
            let at = usize::from(state.view.construction_jobs);
            if let Some(k) = segmented(ui, name, &options, at, Segments::Fit) {
                actions.push(Action::View(ViewAction::ConstructionJobs(k == 1)));
            }
        });
    }
    page::chart_grid(ui, state, &charts(&scope, state.view.construction_jobs), actions);
    page::table_card(ui, &table(&scope), &[], state.lang());
    super::labour::show(ui, state, actions);
}
