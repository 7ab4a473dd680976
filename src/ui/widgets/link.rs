//! An underlined word that does something.

use egui::{Color32, Response, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::paint;
use crate::ui::theme::{Theme, Type};

/// Shows an underlined link and returns its response; `clicked` also answers Enter and space.
pub fn link(ui: &mut Ui, text: &str) -> Response {
    styled_link(ui, text, Type::Small)
}

/// Shows a link in another style of text.
pub fn styled_link(ui: &mut Ui, text: &str, style: Type) -> Response {
    let theme = Theme::of(ui.ctx());
    let galley = paint::line(ui, text, style, Color32::PLACEHOLDER, ui.available_width().max(40.0));
    let size = galley.size();
    let (rect, response) = ui.allocate_exact_size(vec2(size.x, size.y), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, ui.is_enabled(), text));
    paint::reveal(ui, &response, rect);
    if ui.is_rect_visible(rect) {
        let colour = if response.hovered() {
            theme.colours.accent_hover
        } else {
            theme.colours.accent
        };
        ui.painter().galley_with_override_text_color(rect.min, galley, colour);
        let width = if response.hovered() { 1.5 } else { 1.0 };
        paint::underline(ui.painter(), rect, Stroke::new(width, colour));
        paint::focus_ring(ui, &response, rect.expand2(vec2(2.0, 0.0)), theme.tokens.radius.bar);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand)
}
