//! The page of the money trail.

use egui::{Role, Sense, Ui, WidgetInfo, vec2};

use super::page;
use super::results::at_right;
use crate::app::{Action, AppState, Page};
use crate::problem::Problem;
use crate::report::chart::TableSpec;
use crate::report::pictures::Picture;
use crate::report::problems::sentence;
use crate::report::trail::{TrailView, page as tell, rounds_name};
use crate::report::words as names;
use crate::study::Rounds;
use crate::text::messages::{report, trail as words, ui as common};
use crate::ui::chart_card::ChartCard;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{Button, Segments, paint, segmented};

/// Shows the page.
pub fn show(ui: &mut Ui, state: &AppState, compact: bool, actions: &mut Vec<Action>) {
    let scope = page::scope(state);
    let lang = state.lang();
    let Some(found) = &state.trail else {
        page::heading(ui, words::NO_PHASE.get(lang));
        return;
    };
    let Some(phase) = scope.study.phases.get(found.phase) else {
        return;
    };
    let trail = match &found.trail {
        Ok(trail) => trail,
        Err(what) => {
            let said = sentence(&Problem::new("", what.clone()), lang, Some(&state.library));
            page::heading(ui, &said.what);
            return;
        }
    };
    let Some(told) = tell(&scope, phase, trail, state.trail_view) else {
        page::heading(ui, words::EMPTY_FINDING.get(lang));
        empty(ui, state, actions);
        return;
    };
    page::heading(ui, &told.finding);
    let theme = Theme::of(ui.ctx());
    let size = |height| vec2(ui.available_width(), height);
    let mut card = ChartCard::flow(&told.flow, size(0.0), lang).tables(state.view.tables, state.view.tables_changed);
    let (least, most) = (card.least_height(ui), card.comfortable_height(ui));
    // The two charts below the flow stay in sight where the window is high enough.
    let below = if compact { 60.0 } else { 240.0 };
    let bottom = page::bottom(ui) - theme.tokens.layout.page_margin;
    let taller = if card.is_table(ui) { 1.0 } else { 1.25 };
    card.size.y = (bottom - ui.cursor().top() - below).clamp(least, most.max(least) * taller);
    let response = card.show(ui);
    let table = || told.flow.to_table(report::TOTAL.get(lang));
    page::answer(ui, state, response, table, || Picture::Flow(told.flow.clone()), actions);
    if compact {
        page::chart_column(ui, state, &told.charts, actions);
    } else {
        page::chart_grid(ui, state, &told.charts, actions);
    }
    let (local, notes): &(TableSpec, Vec<String>) = &told.local;
    page::table_card(ui, local, notes, state.lang());
    let (parts, notes) = &told.parts;
    page::table_card(ui, parts, notes, state.lang());
}

/// Shows what the page follows: the phase, the unit of amounts, the number of rounds.
pub fn scope_bar(ui: &mut Ui, state: &AppState, compact: bool, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let study = state.document().study();
    let view = state.trail_view;
    let label = |ui: &mut Ui, text: &str| {
        ui.label(theme.rich(text, Type::Body, theme.colours.text_secondary));
    };
    let caption = |ui: &mut Ui, text: &str| {
        if !compact {
            label(ui, text);
        }
    };
    ui.spacing_mut().item_spacing.x = 8.0;
    if study.phases.len() > 1 {
        caption(ui, words::PHASE.get(lang));
        let texts: Vec<String> = study.phases.iter().map(|p| names::phase(study, p, lang)).collect();
        let options: Vec<&str> = texts.iter().map(String::as_str).collect();
        if let Some(k) = segmented(ui, words::PHASE.get(lang), &options, state.phase, Segments::Fit) {
            actions.push(Action::ShowPhase(k));
        }
        ui.add_space(6.0);
    }
    caption(ui, words::AMOUNTS.get(lang));
    let construction = study.phases.get(state.phase).is_some_and(|p| p.construction);
    let millions = if construction {
        words::MILLIONS
    } else {
        words::MILLIONS_A_YEAR
    };
    let options = [words::PER_HUNDRED.get(lang), millions.get(lang)];
    let at = usize::from(!view.per_hundred);
    if let Some(k) = segmented(ui, words::AMOUNTS.get(lang), &options, at, Segments::Fit) {
        actions.push(Action::SetTrail(TrailView {
            per_hundred: k == 0,
            ..view
        }));
    }
    ui.add_space(6.0);
    label(ui, words::ROUNDS.get(lang));
    let options = Rounds::ALL.map(|r| rounds_name(r).get(lang));
    let at = Rounds::ALL.iter().position(|r| *r == view.rounds).unwrap_or(0);
    let picked = segmented(ui, words::ROUNDS.get(lang), &options, at, Segments::Fit);
    if let Some(rounds) = picked.and_then(|k| Rounds::ALL.get(k)) {
        actions.push(Action::SetTrail(TrailView {
            rounds: *rounds,
            ..view
        }));
    }
    if !compact {
        at_right(ui, |ui| {
            let year = study.data_year.to_string();
            label(ui, &common::PRICES.fill(lang, &[("year", &year)]));
        });
    }
}

/// Shows why there is nothing to follow, and what to do.
fn empty(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let text = words::EMPTY_SENTENCE.get(lang);
    let width = ui.available_width().min(560.0);
    let galley = paint::paragraph(ui, text, Type::Body, theme.colours.text_secondary, width - 32.0);
    let height = galley.size().y + 72.0;
    let (rect, card) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
    card.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    let radius = f32::from(theme.tokens.radius.card);
    let stroke = egui::Stroke::new(1.0, theme.colours.border_strong);
    paint::dashed_rect(ui.painter(), rect.shrink(0.5), radius, stroke, 4.0, 3.0);
    let under = paint::place(ui.painter(), rect.min + vec2(16.0, 14.0), galley).bottom();
    let area = egui::Rect::from_min_max(egui::pos2(rect.left() + 16.0, under + 10.0), rect.max);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(area));
    if Button::secondary(words::EMPTY_ACTION.get(lang))
        .show(&mut child)
        .clicked()
    {
        actions.push(Action::ShowPage(Page::Spending));
    }
}
