//! Texts that may be too long for their place: cut with an ellipsis, and told in full to the pointer and to the keyboard.

use egui::{Rect, Response, Role, Sense, Tooltip, Ui, WidgetInfo};

use super::paint;
use crate::ui::theme::{Theme, Type};

/// Shows a text at the left of `area`, on one line or on two where there is room for them, and returns where it is.
///
/// A text that is cut there takes the keyboard focus, and is shown whole while it has it or is pointed at.
pub fn clipped(
    ui: &mut Ui,
    salt: impl std::hash::Hash + std::fmt::Debug,
    area: Rect,
    text: &str,
    (style, colour): (Type, egui::Color32),
) -> Rect {
    let mut galley = paint::line(ui, text, style, colour, area.width());
    if galley.elided && area.height() >= 2.0 * galley.size().y {
        galley = paint::two_lines(ui, text, style, colour, area.width());
    }
    let cut = galley.elided;
    let rect = paint::left(ui.painter(), area.left(), area.center().y, galley);
    if cut {
        let response = ui.interact(
            rect,
            ui.scope_id().with(("clipped", salt)),
            Sense::focusable_noninteractive(),
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
        let radius = Theme::of(ui.ctx()).tokens.radius.bar;
        paint::focus_ring(ui, &response, rect, radius);
        tell_whole(response, text);
    }
    rect
}

/// Shows the name of a project at the left of `area` on as many lines as it holds, cut in the middle where that is not enough, and told whole then.
pub fn clipped_name(
    ui: &mut Ui,
    salt: impl std::hash::Hash + std::fmt::Debug,
    area: Rect,
    name: &str,
    (style, colour): (Type, egui::Color32),
) {
    let fits = |text: &str| {
        let high = paint::paragraph(ui, text, style, colour, area.width()).size().y;
        let whole_words = || {
            text.split(' ')
                .all(|word| paint::text_width(ui, word, style) <= area.width() + 0.5)
        };
        high <= area.height() + 0.5 && whole_words()
    };
    let text = paint::shortened(name, fits);
    let galley = paint::paragraph(ui, &text, style, colour, area.width());
    let rect = paint::left(ui.painter(), area.left(), area.center().y, galley);
    if text != name {
        let response = ui.interact(
            rect,
            ui.scope_id().with(("clipped name", salt)),
            Sense::focusable_noninteractive(),
        );
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
        paint::focus_ring(ui, &response, rect, Theme::of(ui.ctx()).tokens.radius.bar);
        tell_whole(response, name);
    }
}

/// Shows a text under a control while it is pointed at, or while the keyboard brought the focus to it, for a control whose own text is cut.
pub fn tell_whole(response: Response, text: &str) -> Response {
    let id = response.id.with("reached by keyboard");
    let ctx = response.ctx.clone();
    if response.gained_focus() {
        // A click gives the focus too, but whoever clicks has seen the text already.
        let by_pointer = ctx.input(|input| input.pointer.any_down() || input.pointer.any_released());
        ctx.data_mut(|data| data.insert_temp(id, !by_pointer));
    }
    let by_keyboard = ctx.data(|data| data.get_temp(id)).unwrap_or(false);
    if response.has_focus() && by_keyboard && !response.hovered() {
        Tooltip::for_widget(&response).show(|ui| ui.label(text));
    }
    response.on_hover_text(text)
}
