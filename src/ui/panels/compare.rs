//! The page that sets projects beside each other.

use egui::{Ui, vec2};

use super::page;
use super::results::at_right;
use crate::app::{Action, AppState, CompareAction};
use crate::report::chart::ChartSpec;
use crate::report::compare::{self, CompareScope, shown};
use crate::report::compare_steps;
use crate::report::compare_words as names;
use crate::report::words::place_name;
use crate::study::Territory;
use crate::study::compare::{Against, Headline};
use crate::text::messages::{compare as words, ui as u};
use crate::ui::chart_card::ChartCard;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{
    Button, Icon, Notice, NoticeTone, Segments, dropdown, dropdown_width, menu, paint, primary_button,
    secondary_button, segmented,
};

/// The least width of a column of the decomposition, which bears a name; narrower ones lie down.
const COLUMN: f32 = 92.0;

/// Shows what is asked of the comparison: the figure explained, the difference, bars or table.
pub fn bar(ui: &mut Ui, state: &AppState, compact: bool, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let view = &state.compare.view;
    let label = |ui: &mut Ui, text: &str| {
        if !compact {
            ui.label(theme.rich(text, Type::Body, theme.colours.text_secondary));
        }
    };
    if state.compared().len() < 2 {
        return;
    }
    ui.spacing_mut().item_spacing.x = 8.0;
    label(ui, words::MEASURE.get(lang));
    let choices = choices(state);
    let texts: Vec<String> = choices
        .iter()
        .map(|(headline, territory)| names::measure_in(*headline, &place(state, *territory), lang))
        .collect();
    let options: Vec<&str> = texts.iter().map(String::as_str).collect();
    let asked = (view.headline, view.headline.territory(state.territory));
    let at = choices.iter().position(|c| *c == asked).unwrap_or(0);
    // The choice is as wide as its longest name where what follows leaves the room.
    let following = ui.data(|data| data.get_temp::<f32>(following_id())).unwrap_or(0.0);
    let wraps = ui.layout().main_wrap();
    let free = match wraps {
        true => ui.available_width(),
        false => ui.available_width() - following - 8.0,
    };
    let wanted = dropdown_width(ui, &options);
    let year = state.document().study().data_year.to_string();
    let prices = u::PRICES.fill(lang, &[("year", &year)]);
    let prices_width = paint::text_width(ui, &prices, Type::Body) + 16.0;
    // Every chart tells the year of prices with its source: where it would cut the names of the choice, it is left out here.
    let with_prices = wraps || wanted <= free - prices_width;
    let width = wanted.min(free).max(150.0);
    if let Some((headline, territory)) =
        dropdown(ui, words::MEASURE.get(lang), &options, at, width).and_then(|k| choices.get(k))
    {
        actions.push(Action::Compare(CompareAction::Explain(*headline)));
        actions.push(Action::SetTerritory(*territory));
    }
    let from = ui.cursor().left();
    ui.add_space(6.0);
    label(ui, words::AGAINST.get(lang));
    let options = [words::AGAINST_PREVIOUS, words::AGAINST_FIRST].map(|w| w.get(lang));
    let at = usize::from(view.against == Against::First);
    let chosen = segmented(ui, words::AGAINST.get(lang), &options, at, Segments::Fit);
    if let Some(against) = chosen.and_then(|k| Against::ALL.get(k)) {
        actions.push(Action::Compare(CompareAction::Compare(*against)));
    }
    ui.add_space(6.0);
    label(ui, words::DISPLAY.get(lang));
    let options = [words::AS_BARS, words::AS_TABLE].map(|w| w.get(lang));
    let at = usize::from(view.as_table);
    if let Some(k) = segmented(ui, words::DISPLAY.get(lang), &options, at, Segments::Fit) {
        actions.push(Action::Compare(CompareAction::ShowTable(k == 1)));
    }
    let taken = ui.cursor().left() - from;
    if (taken - following).abs() > 0.5 && !wraps {
        ui.data_mut(|data| data.insert_temp(following_id(), taken));
        ui.ctx().request_discard("measure");
    }
    if with_prices {
        let text = theme.rich(prices, Type::Body, theme.colours.text_secondary);
        at_right(ui, |ui| {
            ui.add(egui::Label::new(text).extend());
        });
    }
}

/// Where it is kept how wide what follows the measure is.
fn following_id() -> egui::Id {
    egui::Id::unique("what follows the measure")
}

/// Returns the figures that can be explained, each with the territories it is known in.
fn choices(state: &AppState) -> Vec<(Headline, Territory)> {
    let headlines = state
        .compare
        .found
        .as_ref()
        .map_or_else(|| Headline::ALL[..5].to_vec(), shown);
    let whole = state.compared().iter().all(|d| d.study().whole_province);
    let mut out = Vec::new();
    for headline in headlines {
        for territory in [Territory::Study, Territory::Province, Territory::Country] {
            let repeats = whole && territory == Territory::Province;
            if headline.territory(territory) == territory && !repeats {
                out.push((headline, territory));
            }
        }
    }
    out
}

fn place(state: &AppState, territory: Territory) -> String {
    let lang = state.lang();
    let compared = state.compared();
    let mut regions = compared.iter().map(|d| &d.study().region);
    let first = regions.next();
    match compared.first() {
        Some(_) if territory == Territory::Study && !regions.all(|r| Some(r) == first) => {
            words::OWN_REGION.get(lang).to_owned()
        }
        Some(document) => place_name(document.study(), territory, lang),
        None => place_name(state.document().study(), territory, lang),
    }
}

/// Shows the page.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let sides = state.compared_sides();
    let Some(scope) = state.compare_scope(&sides) else {
        return;
    };
    if sides.len() < 2 {
        empty(ui, state, actions);
        return;
    }
    page::heading(ui, &compare::finding(&scope));
    let cautions = compare::cautions(&scope);
    if !cautions.is_empty() {
        let notice = Notice {
            tone: NoticeTone::Warning,
            lead: "",
            text: &cautions.join("\n"),
            links: &[],
        };
        notice.show(ui);
    }
    let steps = compare_steps::steps(&scope, (ui.available_width() / COLUMN) as usize);
    if state.compare.view.as_table {
        page::table_card(ui, &compare::table(&scope), &[], state.lang());
        for table in compare_steps::steps_tables(&scope) {
            page::table_card(ui, &table, &compare_steps::notes(&scope), state.lang());
        }
        page::table_card(
            ui,
            &compare::inputs_table(&scope),
            &compare::notes(&scope),
            state.lang(),
        );
    } else {
        charts(ui, state, &scope, steps, actions);
    }
}

/// Shows the bars over the steps, sharing the height of the window as far as they can be read.
fn charts(
    ui: &mut Ui,
    state: &AppState,
    scope: &CompareScope<'_>,
    steps: Option<ChartSpec>,
    actions: &mut Vec<Action>,
) {
    let gap = Theme::of(ui.ctx()).tokens.layout.card_gap;
    let width = ui.available_width();
    // What follows the last card: its gap and the margins of the page.
    let bottom = page::bottom(ui) - gap - 16.0;
    let room = bottom - ui.cursor().top();
    let bars = compare::bars(scope);
    let mut card = |spec: &ChartSpec, ui: &mut Ui, height: f32| {
        let card = ChartCard::new(spec, vec2(width, height), state.lang())
            .without_legend()
            .tables(state.view.tables, state.view.tables_changed);
        let response = card.show(ui);
        page::answer_chart(ui, state, response, spec, actions);
    };
    let sizes = |spec: &ChartSpec, ui: &Ui| {
        let card = ChartCard::new(spec, vec2(width, 0.0), state.lang())
            .without_legend()
            .tables(state.view.tables, state.view.tables_changed);
        (card.least_height(ui), card.comfortable_height(ui))
    };
    let (least, most) = sizes(&bars, ui);
    let below = steps.as_ref().map_or(0.0, |s| sizes(s, ui).0 + gap);
    card(&bars, ui, (room - below).min(room * 0.5).clamp(least, most));
    if let Some(steps) = steps {
        let (least, most) = sizes(&steps, ui);
        let left = bottom - ui.cursor().top();
        card(&steps, ui, left.clamp(least, most * 1.15));
    }
}

/// Says what to do where there is nothing to compare with yet.
fn empty(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let colours = &theme.colours;
    ui.add_space(24.0);
    let width = ui.available_width().min(620.0);
    let indent = ((ui.available_width() - width) / 2.0).max(0.0);
    ui.horizontal(|ui| {
        ui.add_space(indent);
        let inner = ui.vertical(|ui| {
            ui.set_width(width);
            egui::Frame::new().inner_margin(28).show(ui, |ui| {
                ui.set_width(width - 56.0);
                ui.spacing_mut().item_spacing.y = 10.0;
                ui.label(theme.rich(words::EMPTY_TITLE.get(lang), Type::Title, colours.text));
                ui.label(theme.rich(words::EMPTY_TEXT.get(lang), Type::Body, colours.text_secondary));
                ui.horizontal_wrapped(|ui| {
                    if primary_button(ui, words::DUPLICATE_FRONT.get(lang)).clicked() {
                        actions.push(Action::Compare(CompareAction::Duplicate));
                    }
                    let example = Button::secondary(words::ADD_EXAMPLE.get(lang)).icon(Icon::ChevronDown);
                    let example = example.show(ui);
                    menu(&example, actions, |ui, actions| {
                        super::compare_side::examples(ui, state, actions)
                    });
                    if secondary_button(ui, words::ADD_FILE.get(lang)).clicked() {
                        actions.push(Action::Open);
                    }
                });
            });
        });
        let stroke = egui::Stroke::new(1.0, colours.border_strong);
        paint::dashed_rect(ui.painter(), inner.response.rect, 8.0, stroke, 5.0, 4.0);
    });
}
