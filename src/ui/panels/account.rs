//! At the foot of the spending page, why less spending raises GDP or more lowers it: sales stay, and the surplus takes the difference.

use egui::{Align, Frame, Id, Layout, Margin, Panel, Ui, vec2};

use super::assumptions;
use crate::app::account::AccountChange;
use crate::app::{Action, AppState, Gesture, Page};
use crate::study::AssumptionKind;
use crate::text::messages::{lines as words, why};
use crate::text::number;
use crate::ui::theme::Theme;
use crate::ui::widgets::{Icon, Notice, NoticeTone, icon_button};

/// Shows it until the next change or until it is closed; the table above it keeps its place.
pub fn dock(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, document) = (state.lang(), state.document());
    let closed = Id::unique("account change closed");
    let revision = (document.id.0, document.revision());
    let open = ui.data(|d| d.get_temp::<(u64, u64)>(closed)) != Some(revision);
    let here = |a: &&AccountChange| {
        let shown = state.page == Page::Spending && a.phase == state.phase;
        shown && (a.document, a.revision) == (document.id, document.revision())
    };
    let Some(told) = state.account.as_ref().filter(here).filter(|_| open) else {
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
    let theme = Theme::of(ui.ctx());
    let frame = Frame::new()
        .fill(theme.colours.panel)
        .inner_margin(Margin::symmetric(theme.tokens.layout.page_margin as i8, 8));
    let mut clicked = None;
    Panel::bottom("account change")
        .resizable(false)
        .frame(frame)
        .show(ui, |ui| {
            let room = ui.available_width() - theme.tokens.control.hit_target - 8.0;
            ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                ui.allocate_ui_with_layout(vec2(room, 0.0), Layout::top_down(Align::Min), |ui| {
                    let notice = Notice {
                        tone: NoticeTone::Information,
                        lead: "",
                        text: &text,
                        links: &links,
                    };
                    clicked = notice.show(ui);
                });
                if icon_button(ui, Icon::Close, why::CLOSE.get(lang), true).clicked() {
                    ui.data_mut(|d| d.insert_temp(closed, revision));
                }
            });
        });
    match clicked {
        Some(0) => {
            let sales = AssumptionKind::Sales(told.phase);
            let at = document.study().assumptions.iter().position(|a| a.kind == sales);
            if let Some(at) = at {
                assumptions::reveal(ui.ctx(), at);
                actions.push(Action::ShowPage(Page::Overview));
            }
        }
        Some(_) => actions.extend(told.level.clone().map(|edit| Action::Edit(edit, Gesture::Once))),
        None => {}
    }
}
