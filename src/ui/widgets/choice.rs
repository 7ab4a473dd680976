//! Choices among a few: segments, a box to tick.

use egui::{Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::paint;
use crate::ui::theme::{Theme, Type};

/// How wide the segments are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segments {
    /// Each as wide as its text.
    Fit,
    /// All alike, filling this width.
    Fill(f32),
}

/// Returns the width of a choice whose segments are each as wide as its text.
pub fn segments_width(ui: &Ui, options: &[&str]) -> f32 {
    let widths = options
        .iter()
        .map(|text| paint::text_width(ui, text, Type::Small) + 18.0);
    widths.sum::<f32>() + 4.0
}

/// Shows a choice side by side and returns the one newly chosen.
pub fn segmented(ui: &mut Ui, name: &str, options: &[&str], selected: usize, width: Segments) -> Option<usize> {
    let theme = Theme::of(ui.ctx());
    let colours = &theme.colours;
    let style = if width == Segments::Fit {
        Type::BodyMedium
    } else {
        Type::SmallMedium
    };
    let widths: Vec<f32> = match width {
        Segments::Fill(total) => vec![(total - 4.0) / options.len().max(1) as f32; options.len()],
        Segments::Fit => options
            .iter()
            .map(|text| paint::text_width(ui, text, Type::Small) + 18.0)
            .collect(),
    };
    let style = if style == Type::BodyMedium { Type::Small } else { style };
    let height = theme.tokens.control.height_small;
    let size = vec2(widths.iter().sum::<f32>() + 4.0, height);
    let (rect, group) = ui.allocate_exact_size(size, Sense::hover());
    group.widget_info(|| WidgetInfo::labeled(Role::RadioGroup, ui.is_enabled(), name));
    let radius = theme.tokens.radius.button;
    ui.painter()
        .rect(rect, radius, colours.sunken, theme.hairline(), StrokeKind::Inside);
    let mut chosen = None;
    let mut left = rect.left() + 2.0;
    for (index, (text, width)) in options.iter().zip(widths).enumerate() {
        let segment = Rect::from_min_size(pos2(left, rect.top() + 2.0), vec2(width, height - 4.0));
        left += width;
        let response = ui.interact(segment, group.id.with(index), Sense::click());
        let on = index == selected;
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), on, text));
        if response.clicked() && !on {
            chosen = Some(index);
        }
        let inner_radius = radius.saturating_sub(2);
        if on {
            ui.painter().rect(
                segment,
                inner_radius,
                colours.card,
                theme.hairline(),
                StrokeKind::Inside,
            );
        } else if response.hovered() {
            ui.painter().rect_filled(segment, inner_radius, colours.hover);
        }
        let ink = if on { colours.text } else { colours.text_secondary };
        let style = if on { Type::SmallMedium } else { style_of_rest(style) };
        paint::centred(
            ui.painter(),
            segment.center(),
            paint::line(ui, text, style, ink, width - 4.0),
        );
        paint::focus_ring(ui, &response, segment, inner_radius);
    }
    chosen
}

fn style_of_rest(style: Type) -> Type {
    if style == Type::SmallMedium { Type::Small } else { style }
}

/// Shows a box to tick without a text beside it, named for screen readers, and returns its new state when it changes.
pub fn tick(ui: &mut Ui, checked: bool, name: &str) -> Option<bool> {
    tick_response(ui, checked, name).clicked().then_some(!checked)
}

/// Shows a box to tick without a text beside it and returns its response.
pub fn tick_response(ui: &mut Ui, checked: bool, name: &str) -> Response {
    let theme = Theme::of(ui.ctx());
    let side = theme.tokens.control.hit_target;
    let (rect, response) = ui.allocate_exact_size(vec2(18.0, side), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), checked, name));
    let square = Rect::from_center_size(rect.center(), vec2(14.0, 14.0));
    paint_box(ui, theme, square, checked, response.hovered());
    paint::focus_ring(ui, &response, square, 3);
    response
}

/// Paints the square of a box to tick.
fn paint_box(ui: &Ui, theme: &Theme, square: Rect, checked: bool, hovered: bool) {
    let colours = &theme.colours;
    let (fill, line) = match (checked, hovered) {
        (true, false) => (colours.accent, colours.accent),
        (true, true) => (colours.accent_hover, colours.accent_hover),
        (false, true) => (colours.hover, colours.border_strong),
        (false, false) => (colours.card, colours.border_strong),
    };
    ui.painter()
        .rect(square, 3, fill, Stroke::new(1.0, line), StrokeKind::Inside);
    if checked {
        let centre = square.center();
        let points = [vec2(-3.4, 0.2), vec2(-1.0, 2.6), vec2(3.6, -2.6)].map(|offset| centre + offset);
        ui.painter()
            .add(egui::Shape::line(points.to_vec(), Stroke::new(1.6, colours.on_accent)));
    }
}

/// Shows a box to tick and returns its new state when it changes.
pub fn checkbox(ui: &mut Ui, checked: bool, text: &str) -> Option<bool> {
    let theme = Theme::of(ui.ctx());
    let colours = &theme.colours;
    let galley = paint::line(
        ui,
        text,
        Type::Small,
        colours.text_secondary,
        ui.available_width().max(60.0),
    );
    let size = vec2(22.0 + galley.size().x, theme.tokens.control.hit_target);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), checked, text));
    let square = Rect::from_center_size(rect.left_center() + vec2(8.0, 0.0), vec2(14.0, 14.0));
    paint_box(ui, theme, square, checked, response.hovered());
    paint::left(ui.painter(), rect.left() + 22.0, rect.center().y, galley);
    paint::focus_ring(ui, &response, square, 3);
    response.clicked().then_some(!checked)
}
