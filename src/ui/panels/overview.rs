//! The first page of results: its finding, headline cards and four charts.

use egui::{Ui, vec2};

use crate::app::{Action, AppState, Edit, Gesture};
use crate::report::chart::{ChartKind, ChartSpec, Tone};
use crate::report::overview::{Card, Scope, cards, charts, finding};
use crate::text::messages::report as words;
use crate::ui::chart_card::ChartCard;
use crate::ui::plot::comfortable_height;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{CardBody, FigureCard, GrossNet, paint};

/// Shows the page.
pub fn show(ui: &mut Ui, state: &AppState, compact: bool, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let document = state.document();
    let (_, saved) = document.saved_version();
    let scope = Scope {
        study: document.study(),
        saved: (state.ghost() && document.is_modified()).then_some(saved),
        library: &state.library,
        territory: state.territory,
        lang: state.lang(),
    };
    let gap = theme.tokens.layout.card_gap;
    ui.spacing_mut().item_spacing = vec2(gap, gap);
    let title = finding(&scope);
    let galley = paint::paragraph(ui, &title, Type::Title, theme.colours.text, ui.available_width());
    let (rect, response) = ui.allocate_exact_size(galley.size(), egui::Sense::hover());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Heading, true, &title));
    paint::place(ui.painter(), rect.min, galley);

    let cards = cards(&scope);
    let width = (ui.available_width() - gap * (cards.len() as f32 - 1.0)) / cards.len() as f32;
    let with_line = cards
        .iter()
        .any(|c| c.figure.as_ref().is_ok_and(|f| f.difference.is_some()));
    ui.horizontal_top(|ui| {
        for card in &cards {
            figure(ui, state, card, width, compact, with_line, actions);
        }
    });

    let charts = charts(&scope);
    let wide = ui.available_width() - gap;
    for pair in charts.chunks(2) {
        let height = pair.iter().map(chart_height).fold(250.0, f32::max);
        ui.horizontal_top(|ui| match pair {
            [left, right] => {
                card_of(ui, left, wide * 0.58, height, state, actions);
                card_of(ui, right, wide * 0.42, height, state, actions);
            }
            _ => {
                for spec in pair {
                    card_of(ui, spec, wide + gap, height, state, actions);
                }
            }
        });
    }
}

/// Returns the height of a chart's card: its marks at a comfortable size, its title on two lines, its legend and source.
fn chart_height(spec: &ChartSpec) -> f32 {
    let marks = match spec.kind {
        ChartKind::StackedBars => comfortable_height(spec),
        ChartKind::Columns => 150.0,
    };
    marks + 120.0
}

fn card_of(ui: &mut Ui, spec: &ChartSpec, width: f32, height: f32, state: &AppState, actions: &mut Vec<Action>) {
    let _ = actions;
    let response = ChartCard::new(spec, vec2(width, height), state.lang()).show(ui);
    if response.copy {
        let table = spec.to_table(words::TOTAL.get(state.lang()));
        ui.ctx().copy_text(table.to_tab_separated());
    }
}

fn figure(
    ui: &mut Ui,
    state: &AppState,
    card: &Card,
    width: f32,
    compact: bool,
    with_line: bool,
    actions: &mut Vec<Action>,
) {
    let theme = Theme::of(ui.ctx());
    let lang = state.lang();
    let height = FigureCard::height(theme, compact, false) + if with_line { 16.0 } else { 0.0 };
    let body = match &card.figure {
        Ok(f) => CardBody::Figures(GrossNet {
            gross: &f.gross,
            gross_caption: words::GROSS.get(lang),
            net: None,
            band: None,
        }),
        Err(missing) => CardBody::Empty {
            sentence: &missing.sentence,
            action: &missing.action,
        },
    };
    let response = FigureCard {
        label: &card.label,
        unit: &card.unit,
        body,
        why: "",
        warning: None,
        stale: None,
        width,
        compact,
    }
    .show(ui, height);
    match &card.figure {
        Ok(f) => {
            if let Some(d) = &f.difference {
                let ink = match d.tone {
                    Tone::Gain => theme.colours.positive,
                    Tone::Loss => theme.colours.negative,
                    Tone::Neutral => theme.colours.text_muted,
                };
                let galley = paint::line(ui, &d.text, Type::SmallStrong, ink, width);
                let y = response.rect.bottom() - 14.0;
                let layout = &theme.tokens.layout;
                paint::right(ui.painter(), response.rect.right() - layout.card_padding_x, y, galley);
            }
            response.on_hover_text(&f.parts);
        }
        Err(missing) if response.clicked() => {
            actions.push(Action::Edit(Edit::AddPhase(missing.construction), Gesture::Once));
        }
        Err(_) => {}
    }
}
