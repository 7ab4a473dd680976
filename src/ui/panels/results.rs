//! The right side: tabs, the territory and households bar, and the page chosen.

use egui::{Align, Frame, Id, Label, Layout, Margin, Panel, Ui};

use super::{
    account, assumptions, claims, compare, finances, income, jobs, levers, lines_bar, method, overview, page, spending,
    timeline, trail,
};
use crate::app::{Action, AppState, Edit, Gesture, Page, ViewAction, Wanted};
use crate::report::words as names;
use crate::scenario::Households;
use crate::study::Territory;
use crate::text::Msg;
use crate::text::messages::ui as words;
use crate::ui::theme::{Theme, Type};
use crate::ui::tour::{self, Anchor};
use crate::ui::widgets::{Segments, checkbox, dropdown, paint, segmented, segments_width, selected_tab, tab_bar};
use crate::ui::{focus, scrolled};

/// Under this width the bar above the page takes several lines.
const NARROW: f32 = 560.0;

/// Shows the right side.
pub fn show(ui: &mut Ui, state: &AppState, compact: bool, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let layout = &theme.tokens.layout;
    let frame = |fill, y: i8| {
        Frame::new()
            .fill(fill)
            .inner_margin(Margin::symmetric(layout.page_margin as i8, y))
    };
    Panel::top("tabs")
        .exact_size(layout.tabs)
        .resizable(false)
        .frame(
            Frame::new()
                .fill(theme.colours.panel)
                .inner_margin(Margin::symmetric(8, 0)),
        )
        .show(ui, |ui| {
            let titles = Page::ALL.map(|p| p.title().get(lang));
            let at = Page::ALL.iter().position(|p| *p == state.page).unwrap_or(0);
            tour::mark(ui, Anchor::Pages, ui.max_rect());
            if let Some(page) = tab_bar(ui, &titles, at, lang).and_then(|k| Page::ALL.get(k)) {
                actions.push(Action::ShowPage(*page));
            }
            if state.view.wanted == Some(Wanted::Tab) && focus::is_free(ui.ctx()) {
                selected_tab(ui.ctx())
                    .into_iter()
                    .for_each(|tab| focus::reach(ui.ctx(), tab));
                actions.push(Action::View(ViewAction::Reached));
            }
        });
    if !matches!(state.page, Page::Method | Page::Spending | Page::Claims) {
        // Where one line has no room for what it asks, the bar takes as many as it needs.
        let narrow = ui.available_width() < NARROW;
        let bar = match narrow {
            true => Panel::top("scope, narrow").frame(frame(theme.colours.window, 6)),
            false => Panel::top("scope")
                .exact_size(layout.scope_bar)
                .frame(frame(theme.colours.window, 0)),
        };
        bar.resizable(false).show_separator_line(false).show(ui, |ui| {
            let line = Layout::left_to_right(Align::Center).with_main_wrap(narrow);
            let place = |ui: &mut Ui, content: &mut dyn FnMut(&mut Ui)| match narrow {
                true => ui.horizontal_wrapped(|ui| content(ui)).inner,
                false => ui.with_layout(line, |ui| content(ui)).inner,
            };
            place(ui, &mut |ui| match state.page {
                Page::MoneyTrail => trail::scope_bar(ui, state, compact, actions),
                Page::Levers => levers::scope_bar(ui, state, compact, actions),
                Page::Compare => compare::bar(ui, state, compact, actions),
                _ => scope_bar(ui, state, compact, actions),
            });
        });
    }
    lines_bar::dock(ui, state, actions);
    account::dock(ui, state, actions);
    // Each page of each project keeps its own place; one that opens begins at its top.
    scrolled::show(ui, state.page.title().en, state.document(), |ui, viewport| {
        page::scrolled(ui, viewport.top());
        frame(theme.colours.window, 4).show(ui, |ui| {
            ui.set_width(ui.available_width());
            match state.page {
                Page::Overview => overview::show(ui, state, compact, actions),
                Page::Jobs => jobs::show(ui, state, compact, actions),
                Page::Income => income::show(ui, state, compact, actions),
                Page::Finances => finances::show(ui, state, compact, actions),
                Page::MoneyTrail => trail::show(ui, state, compact, actions),
                Page::Timeline => timeline::show(ui, state, actions),
                Page::Spending => spending::show(ui, state, actions),
                Page::Levers => levers::show(ui, state, actions),
                Page::Compare => compare::show(ui, state, actions),
                Page::Method => method::show(ui, state, actions),
                Page::Claims => claims::show(ui, state, actions),
            }
            ui.add_space(8.0);
        });
    });
}

/// Width of the choice of households.
const HOUSEHOLDS_WIDTH: f32 = 190.0;
/// What the choice of households gives of its width where the bar has no room.
const HOUSEHOLDS_GIVES: f32 = 60.0;

fn scope_bar(ui: &mut Ui, state: &AppState, compact: bool, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let study = state.document().study();
    let label = |ui: &mut Ui, text: &str| {
        ui.add(Label::new(theme.rich(text, Type::Body, theme.colours.text_secondary)).extend());
    };
    ui.spacing_mut().item_spacing.x = 8.0;
    let mut territories = vec![Territory::Study, Territory::Province, Territory::Country];
    if study.whole_province {
        territories.remove(1);
    }
    let texts: Vec<String> = territories.iter().map(|t| names::place_name(study, *t, lang)).collect();
    let options: Vec<&str> = texts.iter().map(String::as_str).collect();
    let at = territories.iter().position(|t| *t == state.territory).unwrap_or(0);
    // Where all has no room, the names of the choices go first, then the choice of households gives up to a third, then the year of prices goes, which
    // every chart tells with its source.
    let named = |msg: Msg| paint::text_width(ui, msg.get(lang), Type::Body) + 8.0;
    let prices = words::PRICES.fill(lang, &[("year", &study.data_year.to_string())]);
    let prices_width = paint::text_width(ui, &prices, Type::Body) + 8.0;
    let with_prices_id = Id::unique("prices told in the bar");
    let before = ui.data(|data| data.get_temp(with_prices_id)).unwrap_or(true);
    let rest = paint::end_width(ui, "scope") - if before { prices_width } else { 0.0 };
    let needed = segments_width(ui, &options) + HOUSEHOLDS_WIDTH + 24.0 + rest.max(0.0);
    let wraps = ui.layout().main_wrap();
    let without = match wraps {
        true => f32::INFINITY,
        false => ui.available_width() - needed,
    };
    let with_prices = without - prices_width >= -HOUSEHOLDS_GIVES;
    let spare = without - if with_prices { prices_width } else { 0.0 };
    ui.data_mut(|data| data.insert_temp(with_prices_id, with_prices));
    let with_territory = spare >= named(words::TERRITORY);
    let with_households = !compact && spare >= named(words::TERRITORY) + named(words::HOUSEHOLDS);
    if with_territory {
        label(ui, words::TERRITORY.get(lang));
    }
    if let Some(t) =
        segmented(ui, words::TERRITORY.get(lang), &options, at, Segments::Fit).and_then(|k| territories.get(k))
    {
        actions.push(Action::SetTerritory(*t));
    }
    ui.add_space(8.0);
    if with_households {
        label(ui, words::HOUSEHOLDS.get(lang));
    }
    let options = Households::ALL.map(|h| match h {
        Households::Closed => words::HOUSEHOLDS_CLOSED.get(lang),
        Households::Net => words::HOUSEHOLDS_NET.get(lang),
        Households::None => words::HOUSEHOLDS_NONE.get(lang),
    });
    let current = state.document().scenario().model.households;
    let at = Households::ALL.iter().position(|h| *h == current).unwrap_or(0);
    let households_width = HOUSEHOLDS_WIDTH + spare.clamp(-HOUSEHOLDS_GIVES, 0.0);
    let chosen = dropdown(ui, words::HOUSEHOLDS.get(lang), &options, at, households_width);
    if let Some(households) = chosen.and_then(|k| Households::ALL.get(k)) {
        actions.push(Action::Edit(Edit::Households(*households), Gesture::Once));
    }
    // From left to right, as the Tab key goes through them.
    let mut told = |ui: &mut Ui| {
        if !compact {
            if state.page == Page::Overview {
                assumptions::to_confirm_in_bar(ui, state);
                ui.add_space(6.0);
            }
            if let Some(shown) = checkbox(ui, state.ghost(), words::GHOST.get(lang)) {
                actions.push(Action::ShowGhost(shown));
            }
            ui.add_space(6.0);
        }
        if with_prices {
            label(ui, &prices);
        }
    };
    match wraps {
        true => told(ui),
        false => paint::at_end(ui, "scope", told),
    }
}

/// Puts what is told rather than asked at the right end of a bar above the page; where the bar wraps, after the rest.
pub(super) fn at_right(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    match ui.layout().main_wrap() {
        true => content(ui),
        false => {
            ui.with_layout(Layout::right_to_left(Align::Center), content);
        }
    }
}
