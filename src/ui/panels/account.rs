//! At the foot of the page, what a change did elsewhere: sales stay and the surplus takes what purchases leave, or sales follow jobs while purchases of
//! the user's own stay; lines move so that the whole keeps its share.

use egui::{Align, Frame, Id, Layout, Margin, Panel, Ui, vec2};

use super::assumptions;
use crate::app::account::{AccountChange, Moved};
use crate::app::followers::LinesMoved;
use crate::app::{Action, AppState, Gesture, Page, ViewAction};
use crate::report::words as names;
use crate::study::{AssumptionKind, ProjectAccount};
use crate::text::messages::{lines as words, why};
use crate::text::number;
use crate::ui::theme::Theme;
use crate::ui::widgets::{Icon, Notice, NoticeTone, icon_button};

/// Shows it until it is acted upon, closed or no longer true; the table above it keeps its place.
pub fn dock(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    moved(ui, state, actions);
    let (lang, document) = (state.lang(), state.document());
    let here = |a: &&AccountChange| {
        // Jobs and pay are typed beside every page.
        let shown = a.moved == Moved::Sales || state.page == Page::Spending && a.phase == state.phase;
        shown && state.page != Page::Compare && a.document == document.id
    };
    let Some(told) = state.account.as_ref().filter(here) else {
        return;
    };
    let money = |v: f64| number::dollars_in_millions(v, lang);
    let share = |a: &ProjectAccount| match a.output > 0.0 {
        true => number::percent(a.surplus / a.output, lang),
        false => number::NOTHING.to_owned(),
    };
    let msg = match (told.moved, told.purchases < 0.0) {
        (Moved::Purchases { stated: true }, true) => words::ACCOUNT_LESS,
        (Moved::Purchases { stated: true }, false) => words::ACCOUNT_MORE,
        (Moved::Purchases { stated: false }, true) => words::ACCOUNT_LESS_FOLLOW,
        (Moved::Purchases { stated: false }, false) => words::ACCOUNT_MORE_FOLLOW,
        (Moved::Sales, _) => words::ACCOUNT_SALES,
    };
    let text = msg.fill(
        lang,
        &[
            ("sales", &money(told.now.output)),
            ("from", &money(told.before.output)),
            ("change", &money(told.purchases.abs())),
            ("purchases", &money(told.now.purchases)),
            ("share", &share(&told.now)),
            ("before", &share(&told.before)),
        ],
    );
    let level_msg = match told.moved {
        Moved::Purchases { .. } => words::ACCOUNT_LEVEL,
        Moved::Sales => words::ACCOUNT_LEVEL_SHARE,
    };
    let level = told.level_sales.map(|v| level_msg.fill(lang, &[("sales", &money(v))]));
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
