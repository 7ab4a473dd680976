//! What lies over the window while files hover over it: what dropping them will do.

use egui::{Align2, Area, Id, Order, Role, Sense, StrokeKind, Ui, WidgetInfo, vec2};

use crate::app::{AppState, Page};
use crate::study::compare::MOST;
use crate::text::messages::compare as words;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{Icon, icon_in, paint};

/// Shows the overlay while files hover.
pub fn show(ui: &mut Ui, state: &AppState) {
    let count = ui.input(|i| i.raw.hovered_files.len());
    if count == 0 {
        return;
    }
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let colours = &theme.colours;
    let comparing = state.page == Page::Compare;
    let room = MOST.saturating_sub(state.compare.view.chosen.len());
    let (one, many) = match comparing && room > 0 {
        true => (words::DROP_COMPARE_ONE, words::DROP_COMPARE_MANY),
        false => (words::DROP_ONE, words::DROP_MANY),
    };
    let title = match count {
        1 => one.get(lang).to_owned(),
        n => many.fill(lang, &[("count", &n.to_string())]),
    };
    let note = match room {
        0 if comparing => words::DROP_FULL.get(lang).to_owned(),
        room if comparing && count > room => words::DROP_ROOM.fill(lang, &[("room", &room.to_string())]),
        _ => words::DROP_NOTE.get(lang).to_owned(),
    };
    let window = ui.ctx().content_rect();
    Area::new(Id::unique("files over the window"))
        .order(Order::Foreground)
        .anchor(Align2::LEFT_TOP, vec2(0.0, 0.0))
        .interactable(false)
        .show(ui.ctx(), |ui| {
            let (rect, response) = ui.allocate_exact_size(window.size(), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{title}. {note}")));
            let painter = ui.painter();
            painter.rect_filled(rect, 0.0, theme.faded(colours.window, 0.86));
            let size = vec2(460.0, 150.0);
            let card = egui::Rect::from_center_size(rect.center(), size);
            painter.rect(
                card,
                theme.tokens.radius.dialog,
                colours.overlay,
                theme.hairline(),
                StrokeKind::Inside,
            );
            let inner = card.shrink(10.0);
            let dash = egui::Stroke::new(1.5, colours.accent);
            paint::dashed_rect(painter, inner, 8.0, dash, 6.0, 4.0);
            icon_in(
                painter,
                inner.center_top() + vec2(0.0, 30.0),
                Icon::Plus,
                colours.accent,
            );
            let width = inner.width() - 24.0;
            let title = paint::line(ui, &title, Type::Title, colours.text, width);
            paint::centred(painter, inner.center() + vec2(0.0, 2.0), title);
            let mut job = theme.job(&note, Type::Small, colours.text_secondary, width);
            job.halign = egui::Align::Center;
            let note = paint::lay_out(ui, job);
            painter.galley(inner.center() + vec2(0.0, 20.0), note, colours.text_secondary);
        });
}
