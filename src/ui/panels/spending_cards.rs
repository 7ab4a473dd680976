//! The two cards under the lines: where the share of the current line comes from, and what ten points more would bring.

use egui::{Margin, Sense, Ui, vec2};

use crate::app::{Action, AppState};
use crate::report::overview::Scope;
use crate::report::spending::{self, LineOrigin};
use crate::study::{LineStudy, PhaseStudy, Territory};
use crate::text::messages::editor as words;
use crate::ui::chart_card::ChartCard;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{clipped, paint};

/// Shows both cards, side by side.
pub fn show(ui: &mut Ui, state: &AppState, phase: &PhaseStudy, current: Option<&LineStudy>, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let document = state.document();
    let scope = Scope {
        study: document.study(),
        saved: None,
        library: &state.library,
        territory: Territory::Study,
        lang,
    };
    let gap = theme.tokens.layout.card_gap;
    let width = (ui.available_width() - gap) / 2.0;
    let chart = state
        .levers_shown()
        .and_then(|l| spending::levers(&scope, phase, &l.levers));
    let height = match &chart {
        Some(spec) => {
            let card = ChartCard::new(spec, vec2(width, 0.0), lang).without_legend();
            card.comfortable_height(ui).max(200.0)
        }
        None => 200.0,
    };
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        let model = &document.scenario().model;
        let has_delta = model.method.has_delta();
        let delta = model
            .delta
            .or_else(|| state.library.parameter("flq_delta").map(|p| p.value))
            .filter(|_| has_delta);
        let origin = current.map(|line| spending::line_origin(&scope, phase, line, (model.method, delta)));
        origin_card(ui, origin.as_ref(), lang, width, height);
        match &chart {
            Some(spec) => {
                let response = ChartCard::new(spec, vec2(width, height), lang)
                    .without_legend()
                    .tables(state.view.tables, state.view.tables_changed)
                    .show(ui);
                super::page::answer_chart(ui, state, response, spec, actions);
            }
            None => {
                card(ui, width, height, |ui| {
                    ui.label(theme.rich(words::LEVER_NONE.get(lang), Type::Body, theme.colours.text_muted));
                });
            }
        }
    });
}

fn card(ui: &mut Ui, width: f32, height: f32, content: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui.ctx());
    let down = egui::Layout::top_down(egui::Align::Min);
    ui.allocate_ui_with_layout(vec2(width, height), down, |ui| {
        theme.card().inner_margin(Margin::symmetric(14, 10)).show(ui, |ui| {
            ui.set_width(width - 30.0);
            ui.set_min_height(height - 22.0);
            ui.spacing_mut().item_spacing.y = 4.0;
            content(ui);
        });
    });
}

fn origin_card(ui: &mut Ui, origin: Option<&LineOrigin>, lang: crate::text::Lang, width: f32, height: f32) {
    let theme = Theme::of(ui.ctx());
    let colours = &theme.colours;
    card(ui, width, height, |ui| {
        let Some(origin) = origin else {
            ui.label(theme.rich(words::ORIGIN_PICK.get(lang), Type::Body, colours.text_muted));
            return;
        };
        ui.label(theme.rich(&origin.title, Type::Strong, colours.text));
        ui.label(theme.rich(&origin.subtitle, Type::Small, colours.text_muted));
        for (k, row) in origin.rows.iter().enumerate() {
            let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
            let said = [row.label.as_str(), row.value.as_str(), row.source.as_str()].join(" ");
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, said.trim()));
            let (style, ink) = match (row.result, row.yours) {
                (_, true) => (Type::Strong, colours.accent),
                (true, false) => (Type::Strong, colours.text),
                (false, false) => (Type::Body, colours.text),
            };
            let at = |part: f32| rect.left() + rect.width() * part;
            let label_style = if row.result { Type::Strong } else { Type::Body };
            let area =
                |from: f32, to: f32| egui::Rect::from_x_y_ranges(egui::Rangef::new(at(from), at(to)), rect.y_range());
            clipped(
                ui,
                ("label", k),
                area(0.0, 0.62),
                &row.label,
                (label_style, colours.text),
            );
            let value = paint::line(ui, &row.value, style, ink, 80.0);
            paint::right(ui.painter(), at(0.74), rect.center().y, value);
            clipped(
                ui,
                ("source", k),
                area(0.77, 1.0),
                &row.source,
                (Type::Small, colours.text_muted),
            );
            if row.result {
                ui.painter().hline(rect.x_range(), rect.top(), theme.hairline());
            }
        }
    });
}
