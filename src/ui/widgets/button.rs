//! Buttons: the one action of a page, the others, and those that are only an icon.

use egui::{Color32, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::{Icon, icon_in, paint};
use crate::ui::theme::{Theme, Type};

/// A button with a text.
pub struct Button<'a> {
    text: &'a str,
    icon: Option<Icon>,
    primary: bool,
    disabled_because: Option<&'a str>,
    height: Option<f32>,
}

impl<'a> Button<'a> {
    /// Creates the button of the main action.
    pub fn primary(text: &'a str) -> Button<'a> {
        Button {
            text,
            icon: None,
            primary: true,
            disabled_because: None,
            height: None,
        }
    }

    /// Creates a button of another action.
    pub fn secondary(text: &'a str) -> Button<'a> {
        Button {
            primary: false,
            ..Button::primary(text)
        }
    }

    /// Puts an icon before the text.
    pub fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// Disables the button when there is a reason, which is told on hover.
    pub fn disabled_because(mut self, reason: Option<&'a str>) -> Self {
        self.disabled_because = reason;
        self
    }

    /// Sets the height; buttons are 28 points high otherwise.
    pub fn height(mut self, height: f32) -> Self {
        self.height = Some(height);
        self
    }

    /// Shows the button.
    pub fn show(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui.ctx());
        let enabled = self.disabled_because.is_none() && ui.is_enabled();
        let galley = paint::line(ui, self.text, Type::BodyMedium, Color32::PLACEHOLDER, f32::INFINITY);
        let icon_room = if self.icon.is_some() { 22.0 } else { 0.0 };
        let height = self.height.unwrap_or(theme.tokens.control.height);
        let size = vec2(galley.size().x + icon_room + 24.0, height);
        let sense = if enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(size, sense);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, self.text));
        paint::reveal(ui, &response, rect);
        if ui.is_rect_visible(rect) {
            let look = Look::of(theme, self.primary, enabled, &response);
            let radius = theme.tokens.radius.button;
            ui.painter()
                .rect(rect, radius, look.fill, Stroke::new(1.0, look.line), StrokeKind::Inside);
            let text_x = rect.left() + 12.0 + icon_room;
            if let Some(icon) = self.icon {
                icon_in(ui.painter(), rect.left_center() + vec2(19.0, 0.0), icon, look.ink);
            }
            let top = rect.center().y - galley.size().y / 2.0;
            ui.painter()
                .galley_with_override_text_color(egui::pos2(text_x, top), galley, look.ink);
            paint::focus_ring(ui, &response, rect, radius);
        }
        match self.disabled_because {
            Some(reason) => response.on_hover_text(reason),
            None => response,
        }
    }
}

struct Look {
    fill: Color32,
    line: Color32,
    ink: Color32,
}

impl Look {
    fn of(theme: &Theme, primary: bool, enabled: bool, response: &Response) -> Look {
        let colours = &theme.colours;
        let hovered = response.hovered() || response.is_pointer_button_down_on();
        match (primary, enabled, hovered) {
            (_, false, _) => Look {
                fill: colours.sunken,
                line: paint::field_colours(theme, false, false).1,
                ink: colours.text_disabled,
            },
            (true, _, false) => Look {
                fill: colours.accent,
                line: colours.accent,
                ink: colours.on_accent,
            },
            (true, _, true) => Look {
                fill: colours.accent_hover,
                line: colours.accent_hover,
                ink: colours.on_accent,
            },
            (false, _, false) => Look {
                fill: colours.card,
                line: colours.border,
                ink: colours.text,
            },
            (false, _, true) => Look {
                fill: colours.hover,
                line: colours.border,
                ink: colours.text,
            },
        }
    }
}

/// Returns the width of a button without an icon.
pub fn button_width(ui: &Ui, text: &str) -> f32 {
    paint::text_width(ui, text, Type::BodyMedium) + 24.0
}

/// Shows the button of the main action.
pub fn primary_button(ui: &mut Ui, text: &str) -> Response {
    Button::primary(text).show(ui)
}

/// Shows a button of another action.
pub fn secondary_button(ui: &mut Ui, text: &str) -> Response {
    Button::secondary(text).show(ui)
}

/// Shows a button that is only an icon; its name is its tooltip and what a screen reader says.
pub fn icon_button(ui: &mut Ui, icon: Icon, name: &str, enabled: bool) -> Response {
    icon_only(ui, icon, name, enabled, false)
}

/// Shows an icon that is on or off, such as a chart shown as a table.
pub fn toggle_icon_button(ui: &mut Ui, icon: Icon, name: &str, on: bool) -> Response {
    icon_only(ui, icon, name, true, on)
}

fn icon_only(ui: &mut Ui, icon: Icon, name: &str, enabled: bool, on: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let colours = &theme.colours;
    let enabled = enabled && ui.is_enabled();
    let sense = if enabled { Sense::click() } else { Sense::hover() };
    let side = theme.tokens.control.hit_target;
    let (rect, response) = ui.allocate_exact_size(vec2(side, side), sense);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, enabled, name));
    if on {
        ui.ctx()
            .accesskit_node_builder(response.id, |node| node.set_toggled(egui::accesskit::Toggled::True));
    }
    paint::reveal(ui, &response, rect);
    if ui.is_rect_visible(rect) {
        let radius = theme.tokens.radius.field;
        if on {
            ui.painter().rect_filled(rect, radius, colours.selected);
        } else if enabled && (response.hovered() || response.is_pointer_button_down_on()) {
            ui.painter().rect_filled(rect, radius, colours.hover);
        }
        let ink = match (enabled, on) {
            (false, _) => colours.text_disabled,
            (true, true) => colours.accent,
            (true, false) => colours.text_secondary,
        };
        icon_in(ui.painter(), rect.center(), icon, ink);
        paint::focus_ring(ui, &response, rect, radius);
    }
    response.on_hover_text(name)
}
