//! The page of years.

use egui::Ui;

use super::page;
use crate::app::{Action, AppState};
use crate::report::charts::years;
use crate::report::growth;
use crate::report::timeline::{MoneyKind, finding, revenue, table};
use crate::text::messages::ui as words;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{Segments, segmented};

/// Shows the page.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let scope = page::scope(state);
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    page::heading(ui, &finding(&scope));
    if scope.study.finances.is_some() {
        ui.horizontal(|ui| {
            ui.label(theme.rich(words::MONEY.get(lang), Type::Body, theme.colours.text_secondary));
            let options = MoneyKind::ALL.map(|k| k.short().get(lang));
            let at = MoneyKind::ALL.iter().position(|k| *k == state.money).unwrap_or(0);
            let picked = segmented(ui, words::MONEY.get(lang), &options, at, Segments::Fit);
            if let Some(kind) = picked.and_then(|k| MoneyKind::ALL.get(k)) {
                actions.push(Action::SetMoney(*kind));
            }
        });
    }
    let charts: Vec<_> = [years(&scope), revenue(&scope, state.money)]
        .into_iter()
        .flatten()
        .collect();
    page::chart_grid(ui, state, &charts, actions);
    for phase in growth::programmes(scope.study) {
        for text in growth::sentences(scope.study, phase, lang) {
            ui.label(theme.rich(text, Type::Body, theme.colours.text_secondary));
        }
        if let Some(spec) = growth::table(&scope, phase) {
            page::table_card(ui, &spec, &[], lang);
        }
    }
    if let Some(spec) = table(&scope, state.money) {
        page::table_card(ui, &spec, &[], state.lang());
    }
}
