//! Draws lines over years: what adds up, against a level to be reached.

use egui::{Pos2, Rangef, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::{Scale, TICK_LINE, explain};
use crate::report::chart::{ChartSpec, SeriesStyle};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::paint;

/// Draws one line per series in `rect`, the value axis at the right; a row's total is written where its first line passes.
pub(super) fn draw(ui: &mut Ui, spec: &ChartSpec, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let colours = &theme.colours;
    let ticks = spec.axis.ticks.iter();
    let axis = ticks
        .map(|(_, label)| paint::text_width(ui, label, Type::Caption))
        .fold(0.0, f32::max)
        + 10.0;
    let marks = Rect::from_min_max(
        pos2(rect.left() + 4.0, rect.top() + 8.0),
        pos2(rect.right() - axis, rect.bottom() - TICK_LINE),
    );
    let values = || spec.rows.iter().flat_map(|row| row.values.iter().copied());
    let low = values().filter(|v| v.is_finite()).fold(0.0, f64::min);
    let upright = Scale {
        low,
        high: spec.largest().max(f64::MIN_POSITIVE),
        from: marks.bottom(),
        to: marks.top(),
    };
    for (value, label) in &spec.axis.ticks {
        let y = upright.at(*value).round() + 0.5;
        let ink = if *value == 0.0 { colours.axis } else { colours.grid };
        ui.painter().hline(marks.x_range(), y, Stroke::new(1.0, ink));
        let galley = paint::line(ui, label, Type::Caption, colours.text_muted, 80.0);
        paint::right(ui.painter(), rect.right(), y, galley);
    }
    let count = spec.rows.len();
    let step = marks.width() / count.max(2).saturating_sub(1) as f32;
    let x = |index: usize| marks.left() + index as f32 * step;
    years(ui, theme, spec, marks, &x);
    let at = |index: usize, series: usize| -> Option<Pos2> {
        let value = spec
            .rows
            .get(index)?
            .values
            .get(series)
            .copied()
            .filter(|v| v.is_finite())?;
        Some(pos2(x(index), upright.at(value)))
    };
    // Levels first, so that the lines that matter lie above them.
    let mut order: Vec<usize> = (0..spec.series.len()).collect();
    order.sort_by_key(|k| spec.series.get(*k).is_none_or(|s| s.style != SeriesStyle::Dashed));
    for part in order {
        let Some(series) = spec.series.get(part) else { continue };
        let points: Vec<Pos2> = (0..count).filter_map(|index| at(index, part)).collect();
        paint::series_line(ui.painter(), &points, theme.mark(series.role).fill, series.style);
    }
    for (index, row) in spec.rows.iter().enumerate() {
        if !row.total_label.is_empty()
            && let Some(point) = at(index, 0)
        {
            let stroke = Stroke::new(
                2.0,
                theme
                    .mark(
                        spec.series
                            .first()
                            .map_or(crate::report::role::Role::Neutral, |s| s.role),
                    )
                    .fill,
            );
            ui.painter().circle(point, 4.0, colours.card, stroke);
            let galley = paint::line(ui, &row.total_label, Type::SmallStrong, colours.text, 220.0);
            // Above the line, which rises to the right, and inside the marks; under it at the top of the chart.
            let right = (point.x - 8.0).max(marks.left() + galley.size().x);
            if point.y - 16.0 >= marks.top() {
                paint::right(ui.painter(), right, point.y - 12.0, galley);
            } else {
                paint::right(ui.painter(), right, point.y + 14.0, galley);
            }
        }
        let lane = Rect::from_x_y_ranges(
            Rangef::new(x(index) - step / 2.0, x(index) + step / 2.0),
            marks.y_range(),
        );
        let hovered = ui.interact(lane, ui.scope_id().with(("hover", spec.id, index)), Sense::hover());
        if hovered.hovered() {
            ui.painter()
                .vline(x(index), marks.y_range(), Stroke::new(1.0, colours.grid));
            for part in 0..spec.series.len() {
                if let Some(point) = at(index, part) {
                    ui.painter().circle_filled(point, 3.0, colours.text);
                }
            }
        }
        explain(ui, spec, index, row, lane);
    }
}

fn years(ui: &Ui, theme: &Theme, spec: &ChartSpec, marks: Rect, x: &dyn Fn(usize) -> f32) {
    let widest = spec
        .rows
        .iter()
        .map(|row| paint::text_width(ui, &row.label, Type::Caption))
        .fold(1.0, f32::max);
    let step = if spec.rows.len() > 1 {
        x(1) - x(0)
    } else {
        marks.width()
    };
    let every = ((widest + 8.0) / step.max(1.0)).ceil().max(1.0) as usize;
    for (index, row) in spec.rows.iter().enumerate().step_by(every) {
        let galley = paint::line(ui, &row.label, Type::Caption, theme.colours.text_muted, widest + 2.0);
        let half = galley.size().x / 2.0;
        let centre = x(index).clamp(marks.left() + half - 4.0, marks.right());
        paint::centred(
            ui.painter(),
            pos2(centre, marks.bottom()) + vec2(0.0, TICK_LINE / 2.0 + 1.0),
            galley,
        );
    }
}
