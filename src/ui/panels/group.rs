//! The page of a group of scenarios: its headline figures, its years, its members and what they buy from each other.

use egui::{CentralPanel, Frame, Margin, ScrollArea, Ui, vec2};

use super::page;
use crate::app::{Action, AppState, GroupAction, OpenGroup};
use crate::report::full::problem;
use crate::report::group::{
    GroupCard, GroupScope, cards, chart, facts, finding, links, members, notes, where_summed, years,
};
use crate::study::Territory;
use crate::study::group::Part;
use crate::text::messages::group as words;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{CardBody, FigureCard, GrossNet, link, secondary_button};

/// The least width of a headline card.
const LEAST_CARD: f32 = 200.0;

/// Shows the page.
pub fn show(ui: &mut Ui, state: &AppState, open: &OpenGroup, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    CentralPanel::no_frame()
        .frame(Frame::new().fill(theme.colours.window))
        .show(ui, |ui| {
            let area = ScrollArea::vertical().id_salt("group").auto_shrink([false, false]);
            area.show(ui, |ui| {
                let margin = theme.tokens.layout.page_margin as i8;
                Frame::new().inner_margin(Margin::symmetric(margin, 12)).show(ui, |ui| {
                    ui.set_width(ui.available_width());
                    content(ui, state, open, actions);
                });
            });
        });
}

fn content(ui: &mut Ui, state: &AppState, open: &OpenGroup, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let scope = GroupScope {
        group: &open.study,
        library: &state.library,
        lang,
    };
    ui.horizontal(|ui| {
        let name = open.study.name.get(lang);
        ui.label(theme.rich(name, Type::Strong, theme.colours.text_secondary));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if secondary_button(ui, words::CLOSE.get(lang)).clicked() {
                actions.push(Action::Group(GroupAction::Close));
            }
        });
    });
    page::heading(ui, &finding(&scope));
    let said = |ui: &mut Ui, text: &str| {
        ui.label(theme.rich(text, Type::Body, theme.colours.text_secondary));
    };
    said(ui, open.study.description.get(lang));
    card_row(ui, &cards(&scope));
    page::chart_column(ui, state, &chart(&scope).into_iter().collect::<Vec<_>>(), actions);
    let shown = scope.main_territory();
    let rounded = [words::ROUNDED.get(lang).to_owned()];
    for part in [Part::Operation, Part::Construction] {
        let region = scope.group.territories.contains(&Territory::Study);
        let wider = [shown, Territory::Study];
        for territory in wider.into_iter().take(if region { 2 } else { 1 }) {
            if let Some(spec) = members(&scope, part, territory) {
                page::table_card(ui, &spec, &rounded, lang);
            }
        }
    }
    if let Some(spec) = links(&scope) {
        page::table_card(ui, &spec, &notes(&scope), lang);
    } else {
        said(ui, words::NO_LINKS.get(lang));
    }
    page::table_card(ui, &years(&scope), &[words::YEARS_NOTE.get(lang).to_owned()], lang);
    page::text_card(ui, words::HEADING_MEMBERS.get(lang), |ui| {
        for (k, member) in open.study.members.iter().enumerate() {
            ui.horizontal(|ui| {
                let text = scope.member_line(member);
                ui.label(theme.rich(&text, Type::Body, theme.colours.text));
                let name = words::OPEN_MEMBER.get(lang);
                let response = link(ui, name);
                response.widget_info(|| {
                    egui::WidgetInfo::labeled(egui::Role::Link, true, format!("{name}, {}", member.name.get(lang)))
                });
                if response.clicked() {
                    actions.push(Action::Group(GroupAction::Member(k)));
                }
            });
        }
    });
    let facts = facts(&scope);
    if !facts.is_empty() {
        page::text_card(ui, words::FACTS.get(lang), |ui| {
            for fact in &facts {
                said(ui, fact);
            }
        });
    }
    said(ui, words::RULE.get(lang));
    said(ui, &where_summed(&scope));
    for warning in &open.study.warnings {
        said(ui, &problem(warning, &state.library, lang));
    }
}

/// Shows headline cards side by side, in rows of even lengths.
fn card_row(ui: &mut Ui, cards: &[GroupCard]) {
    let theme = Theme::of(ui.ctx());
    let gap = theme.tokens.layout.card_gap;
    let room = ui.available_width();
    let fit = (((room + gap) / (LEAST_CARD + gap)) as usize).clamp(1, cards.len().max(1));
    let across = cards.len().div_ceil(cards.len().div_ceil(fit).max(1)).max(1);
    let width = (room - gap * (across as f32 - 1.0)) / across as f32;
    let height = FigureCard::height(theme, false, true);
    for row in cards.chunks(across) {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing = vec2(gap, gap);
            for card in row {
                let shown = FigureCard {
                    label: &card.label,
                    unit: &card.unit,
                    short_unit: &card.unit,
                    short: false,
                    body: CardBody::Figures(GrossNet {
                        gross: &card.gross,
                        gross_caption: &card.caption,
                        net: None,
                        band: None,
                        parts: &card.parts,
                        parts_caption: &card.note,
                        difference: None,
                    }),
                    why: "",
                    warning: None,
                    stale: None,
                    width,
                    compact: false,
                    label_lines: 1,
                };
                shown.show(ui, height);
            }
        });
    }
}
