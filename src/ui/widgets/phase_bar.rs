//! When phases take place, as bars on one line of time.

use egui::{Rect, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{paint, tell_whole};
use crate::ui::theme::{Theme, Type};

/// One phase of the timeline.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "each name says what it is")]
pub struct PhaseRow<'a> {
    pub name: &'a str,
    /// First year.
    pub first: i32,
    /// Last year, included.
    pub last: i32,
    /// Years it takes to reach its full size; zero for a phase that starts whole.
    pub ramp_years: f32,
    /// The years as written.
    pub years: &'a str,
    /// Whether it is construction, drawn darker than operation.
    pub construction: bool,
}

/// Shows phases under each other on the same scale of years and returns the one clicked.
pub fn phase_bar(ui: &mut Ui, rows: &[PhaseRow<'_>]) -> Option<usize> {
    let theme = Theme::of(ui.ctx());
    let colours = &theme.colours;
    let first = rows.iter().map(|row| row.first).min()?;
    let last = rows.iter().map(|row| row.last).max()?.max(first);
    let width = ui.available_width();
    let longest = rows
        .iter()
        .map(|row| paint::text_width(ui, row.name, Type::Small))
        .fold(0.0, f32::max);
    let names = (longest + 12.0).min(width * 0.4);
    let mut clicked = None;
    ui.spacing_mut().item_spacing.y = 0.0;
    for (index, row) in rows.iter().enumerate() {
        let (rect, response) = ui.allocate_exact_size(vec2(width, theme.tokens.control.row - 1.0), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{}, {}", row.name, row.years)));
        if response.clicked() {
            clicked = Some(index);
        }
        let painter = ui.painter();
        if response.hovered() {
            painter.rect_filled(rect.expand2(vec2(4.0, 0.0)), theme.tokens.radius.bar, colours.hover);
        }
        let y = rect.center().y;
        let name = paint::line(ui, row.name, Type::Small, colours.text, names - 6.0);
        let cut = name.elided;
        paint::left(painter, rect.left(), y, name);
        let lane = Rect::from_min_max(pos2(rect.left() + names, y - 6.5), pos2(rect.right(), y + 6.5));
        let per_year = lane.width() / (last - first + 1) as f32;
        let left = lane.left() + (row.first - first) as f32 * per_year;
        let right = (lane.left() + (row.last - first + 1) as f32 * per_year).max(left + 2.0);
        let ramp = (row.ramp_years * per_year).clamp(0.0, right - left);
        let fill = if row.construction {
            colours.text_muted
        } else {
            colours.band
        };
        let shape = vec![
            pos2(left, lane.bottom()),
            pos2(left + ramp, lane.top()),
            pos2(right, lane.top()),
            pos2(right, lane.bottom()),
        ];
        painter.add(Shape::convex_polygon(shape, fill, Stroke::NONE));
        let inside = paint::text_width(ui, row.years, Type::Caption) + ramp + 14.0 < right - left;
        if inside && !row.construction {
            let galley = paint::line(ui, row.years, Type::Caption, colours.text, right - left);
            paint::left(painter, left + ramp + 7.0, y, galley);
        } else {
            let galley = paint::line(ui, row.years, Type::Caption, colours.text_secondary, lane.width());
            let room = lane.right() - right - 7.0;
            if room >= galley.size().x {
                paint::left(painter, right + 7.0, y, galley);
            } else {
                paint::right(painter, left - 7.0, y, galley);
            }
        }
        paint::focus_ring(ui, &response, rect.shrink(2.0), theme.tokens.radius.bar);
        if cut {
            tell_whole(response, row.name);
        }
    }
    clicked
}
