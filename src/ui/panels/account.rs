//! At the foot of the spending page, what a change did elsewhere: sales stay and the surplus takes what purchases leave; lines move so that the whole keeps its share.

use egui::{Align, Frame, Id, Layout, Margin, Panel, Ui, vec2};

use super::assumptions;
use crate::app::account::AccountChange;
use crate::app::followers::LinesMoved;
use crate::app::{Action, AppState, Gesture, Page, ViewAction};
use crate::report::words as names;
use crate::study::AssumptionKind;
use crate::text::messages::{lines as words, why};
use crate::text::number;
use crate::ui::theme::Theme;
use crate::ui::widgets::{Icon, Notice, NoticeTone, icon_button};

/// Shows it until it is acted upon, closed or no longer true; the table above it keeps its place.
pub fn dock(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    moved(ui, state, actions);
    let (lang, document) = (state.lang(), state.document());
    let here = |a: &&AccountChange| {
        let shown = state.page == Page::Spending && a.phase == state.phase;
        shown && a.document == document.id
    };
    let Some(told) = state.account.as_ref().filter(here) else {
        return;
    };
    let msg = if told.purchases < 0.0 {
        words::ACCOUNT_LESS
    } else {
        words::ACCOUNT_MORE
    };
    let money = |v: f64| number::dollars_in_millions(v, lang);
    let values = [("sales", money(told.sales)), ("change", money(told.purchases.abs()))];
    let text = msg.fill(lang, &values.each_ref().map(|(n, v)| (*n, v.as_str())));
    let level = told
        .level_sales
        .map(|v| words::ACCOUNT_LEVEL.fill(lang, &[("sales", &money(v))]));
    let mut links = vec![words::ACCOUNT_CHANGE.get(lang)];
    links.extend(level.as_deref());
    match strip(ui, state, &text, &links, "account") {
        Some(Pressed::Close) => actions.push(Action::View(ViewAction::AccountSeen)),
        Some(Pressed::Link(0)) => {
            let sales = AssumptionKind::Sales(told.phase);
            let at = document.study().assumptions.iter().position(|a| a.kind == sales);
            if let Some(at) = at {
                assumptions::reveal(ui.ctx(), at);
                actions.push(Action::ShowPage(Page::Overview));
            }
        }
        Some(Pressed::Link(_)) => actions.extend(told.level.clone().map(|edit| Action::Edit(edit, Gesture::Once))),
        None => {}
    }
}

/// Says at the foot of the page which lines moved to keep the share of the whole, and offers to let them be.
fn moved(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, document) = (state.lang(), state.document());
    let closed = Id::unique("moved lines closed");
    let revision = (document.id.0, document.revision());
    let open = ui.data(|d| d.get_temp::<(u64, u64)>(closed)) != Some(revision);
    let here = |m: &&LinesMoved| {
        let shown = state.page == Page::Spending && m.phase == state.phase;
        shown && (m.document, m.revision) == (document.id, document.revision())
    };
    let Some(told) = state.moved.as_ref().filter(here).filter(|_| open) else {
        return;
    };
    let (id, from, to) = &told.most;
    let lines = document.study().phases.get(told.phase).map(|p| &p.lines);
    let Some(line) = lines.and_then(|l| l.iter().find(|l| l.id == *id)) else {
        return;
    };
    let percent = |v: f64| number::percent(v, lang);
    let text = words::MOVED.fill(
        lang,
        &[
            ("count", &told.count.to_string()),
            ("share", &percent(told.share)),
            ("name", &names::line(line, lang, &state.library)),
            ("from", &percent(*from)),
            ("to", &percent(*to)),
        ],
    );
    match strip(ui, state, &text, &[words::FREE_SHARE.get(lang)], "moved") {
        Some(Pressed::Close) => ui.data_mut(|d| {
            d.insert_temp(closed, revision);
        }),
        Some(Pressed::Link(_)) => actions.push(Action::Edit(told.let_go(), Gesture::Once)),
        None => {}
    }
}

/// What was pressed in a notice at the foot of the page.
enum Pressed {
    Link(usize),
    Close,
}

/// Shows a notice at the foot of the page; returns what was pressed in it.
fn strip(ui: &mut Ui, state: &AppState, text: &str, links: &[&str], salt: &str) -> Option<Pressed> {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let frame = Frame::new()
        .fill(theme.colours.panel)
        .inner_margin(Margin::symmetric(theme.tokens.layout.page_margin as i8, 8));
    let mut clicked = None;
    Panel::bottom(Id::unique(("foot of the page", salt)))
        .resizable(false)
        .frame(frame)
        .show(ui, |ui| {
            let room = ui.available_width() - theme.tokens.control.hit_target - 8.0;
            ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                ui.allocate_ui_with_layout(vec2(room, 0.0), Layout::top_down(Align::Min), |ui| {
                    let notice = Notice {
                        tone: NoticeTone::Information,
                        lead: "",
                        text,
                        links,
                    };
                    clicked = notice.show(ui).map(Pressed::Link);
                });
                if icon_button(ui, Icon::Close, why::CLOSE.get(lang), true).clicked() {
                    clicked = Some(Pressed::Close);
                }
            });
        });
    clicked
}
