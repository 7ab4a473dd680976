//! The answer to “why this figure?”, under its card.

use egui::{Popup, PopupCloseBehavior, RectAlign, Response, ScrollArea, SetOpenCommand, Ui};

use super::page;
use crate::app::{Action, AppState, ViewAction};
use crate::report::overview::Card;
use crate::report::why::{Why, why};
use crate::text::Lang;
use crate::text::messages::why as words;
use crate::ui::table;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::link;

/// Width of the answer.
const WIDTH: f32 = 540.0;

/// Shows the answer while its card is open.
pub fn popup(ui: &Ui, card: &Response, state: &AppState, figure: &Card, actions: &mut Vec<Action>) {
    let found = || why(&page::scope(state), figure);
    open(ui, Popup::menu(card), found, state.lang(), actions);
}

/// Shows an answer beside what asks for it.
///
/// * `asked`: whether it was just asked for; the answer then opens, or closes where it was open.
pub fn beside(
    ui: &Ui,
    place: &Response,
    asked: bool,
    found: impl FnOnce() -> Option<Why>,
    lang: Lang,
    actions: &mut Vec<Action>,
) {
    let popup = Popup::from_response(place).open_memory(asked.then_some(SetOpenCommand::Toggle));
    open(ui, popup, found, lang, actions);
}

fn open(ui: &Ui, popup: Popup<'_>, found: impl FnOnce() -> Option<Why>, lang: Lang, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    popup
        .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
        .align(RectAlign::BOTTOM_START)
        .align_alternatives(&[RectAlign::BOTTOM_END, RectAlign::TOP_START, RectAlign::TOP_END])
        .frame(theme.overlay().inner_margin(14))
        .gap(6.0)
        .width(WIDTH)
        // A menu stretches its lines to both sides; these are sentences.
        .layout(egui::Layout::top_down(egui::Align::Min))
        .show(|ui| {
            ui.set_width(WIDTH);
            if let Some(why) = found() {
                answer(ui, &why, lang, actions);
            }
        });
}

fn answer(ui: &mut Ui, why: &Why, lang: Lang, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let colours = &theme.colours;
    ui.spacing_mut().item_spacing.y = 6.0;
    ui.label(theme.rich(&why.title, Type::Strong, colours.text));
    let room = (ui.ctx().content_rect().height() * 0.6).clamp(240.0, 520.0);
    ScrollArea::vertical()
        .max_height(room)
        .min_scrolled_height(room.min(400.0))
        .show(ui, |ui| {
            ui.set_width(WIDTH - 14.0);
            let heading = |ui: &mut Ui, text: &str| {
                ui.add_space(2.0);
                ui.label(theme.rich(text, Type::SmallStrong, colours.text));
            };
            heading(ui, words::FORMULA.get(lang));
            for step in &why.steps {
                ui.label(theme.rich(step, Type::Small, colours.text_secondary));
            }
            if let Some(spec) = &why.table {
                ui.label(theme.rich(&spec.title, Type::SmallMedium, colours.text_secondary));
                table::show(ui, spec);
                ui.label(theme.rich(words::ROUNDED.get(lang), Type::Caption, colours.text_muted));
            }
            if !why.cells.is_empty() {
                heading(ui, words::CELLS.get(lang));
                for cell in &why.cells {
                    ui.label(theme.rich(cell, Type::Small, colours.text_secondary));
                }
            }
            if !why.sources.is_empty() {
                heading(ui, words::PUBLISHED.get(lang));
                for (title, address) in &why.sources {
                    ui.label(theme.rich(title, Type::Small, colours.text_secondary));
                    if !address.is_empty() {
                        ui.label(theme.rich(address, Type::Caption, colours.text_muted));
                    }
                }
            }
        });
    ui.horizontal(|ui| {
        if link(ui, words::LIMITS.get(lang)).clicked() {
            actions.push(Action::View(ViewAction::ShowLimits));
            ui.close();
        }
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if link(ui, words::CLOSE.get(lang)).clicked() {
                ui.close();
            }
        });
    });
}
