//! The header of a section of the scenario panel.

use egui::{Color32, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{Icon, icon_in, paint};
use crate::ui::theme::{Theme, Type};

/// What stands at the right of a section's title.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each name says what it is")]
pub enum SectionAside<'a> {
    Nothing,
    /// A quiet text, such as a count.
    Text(&'a str),
    /// An underlined link.
    Link(&'a str),
    /// A quiet button with a plus sign.
    Add(&'a str),
    /// A value that opens more, with a chevron.
    Open(&'a str),
}

/// Shows a section's title and what stands at its right; returns whether that was clicked.
pub fn section(ui: &mut Ui, title: &str, aside: SectionAside<'_>) -> bool {
    let theme = Theme::of(ui.ctx());
    let colours = &theme.colours;
    let (rect, heading) = ui.allocate_exact_size(vec2(ui.available_width(), 22.0), Sense::hover());
    heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
    let y = rect.center().y;
    let title_right = paint::left(
        ui.painter(),
        rect.left(),
        y,
        paint::line(ui, title, Type::Strong, colours.text, rect.width()),
    )
    .right();
    let room = rect.right() - title_right - 12.0;
    let (text, style, ink, icon) = match aside {
        SectionAside::Nothing => return false,
        SectionAside::Text(text) => {
            paint::right(
                ui.painter(),
                rect.right(),
                y,
                paint::line(ui, text, Type::Small, colours.text_muted, room),
            );
            return false;
        }
        SectionAside::Link(text) => (text, Type::Small, colours.accent, None),
        SectionAside::Add(text) => (text, Type::Small, colours.text_secondary, Some(Icon::Plus)),
        SectionAside::Open(text) => (text, Type::BodyMedium, colours.text, Some(Icon::ChevronRight)),
    };
    let galley = paint::line(ui, text, style, Color32::PLACEHOLDER, room - 16.0);
    let icon_room = if icon.is_some() { 15.0 } else { 0.0 };
    let size = vec2(galley.size().x + icon_room, rect.height());
    let area = egui::Rect::from_min_max(pos2(rect.right() - size.x, rect.top()), rect.right_bottom());
    let response = ui.interact(area, heading.id.with("aside"), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), format!("{text}, {title}")));
    let ink = if response.hovered() { colours.accent_hover } else { ink };
    let top = y - galley.size().y / 2.0;
    let text_left = if icon == Some(Icon::Plus) {
        area.left() + icon_room
    } else {
        area.left()
    };
    let text_rect = egui::Rect::from_min_size(pos2(text_left, top), galley.size());
    ui.painter().galley_with_override_text_color(text_rect.min, galley, ink);
    match icon {
        Some(Icon::Plus) => icon_in(ui.painter(), pos2(area.left() + 5.0, y), Icon::Plus, ink),
        Some(icon) => icon_in(ui.painter(), pos2(area.right() - 4.0, y), icon, ink),
        None => paint::underline(ui.painter(), text_rect, Stroke::new(1.0, ink)),
    }
    paint::focus_ring(ui, &response, area.shrink2(vec2(-3.0, 2.0)), theme.tokens.radius.bar);
    let clicked = response.clicked();
    response.on_hover_cursor(egui::CursorIcon::PointingHand);
    clicked
}
