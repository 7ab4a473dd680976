//! Where a purchase comes from, in four segments.

use egui::{Rect, Response, Role as Accessible, Sense, StrokeKind, Ui, Vec2, WidgetInfo, pos2};

use crate::report::role::Role;
use crate::ui::theme::Theme;

/// Shows the shares of a purchase bought at home, in the rest of the province, in the rest of Canada and abroad.
///
/// The order never changes and the shares are brought to a sum of one. `description` is the tooltip and what a screen
/// reader says, so it holds the figures.
pub fn origin_bar(ui: &mut Ui, shares: [f64; 4], size: Vec2, description: &str) -> Response {
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Accessible::Image, true, description));
    if ui.is_rect_visible(rect) {
        paint_origins(ui, rect, shares);
    }
    response.on_hover_text(description)
}

fn paint_origins(ui: &Ui, rect: Rect, shares: [f64; 4]) {
    let theme = Theme::of(ui.ctx());
    let shares = shares.map(|share| if share.is_finite() { share.max(0.0) } else { 0.0 });
    let total: f64 = shares.iter().sum();
    if total <= 0.0 {
        return;
    }
    let shown = shares.iter().filter(|share| **share > 0.0).count().max(1);
    let gap = theme.tokens.stroke.bar_gap;
    let width = (rect.width() - gap * (shown - 1) as f32).max(0.0);
    let mut left = rect.left();
    for (role, share) in Role::ORIGINS.into_iter().zip(shares) {
        if share <= 0.0 {
            continue;
        }
        let right = left + (share / total) as f32 * width;
        let segment = Rect::from_min_max(pos2(left, rect.top()), pos2(right.max(left + 1.0), rect.bottom()));
        let style = theme.mark(role);
        ui.painter().rect_filled(segment, 0.0, style.fill);
        if let Some(outline) = style.outline {
            ui.painter().rect_stroke(segment, 0.0, outline, StrokeKind::Inside);
        }
        left = right + gap;
    }
}
