//! Draws lines over years: what adds up, against a level to be reached.

use egui::{Pos2, Rangef, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

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
    let mut taken: Vec<Rect> = Vec::new();
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
            // A name pushed past its point stands over the line all the way.
            let line: Vec<Pos2> = (0..count).filter_map(|k| at(k, 0)).collect();
            let under = height_at(&line, right.min(marks.right())).map_or(point.y, |y| y.min(point.y));
            let y = if under - 20.0 >= marks.top() {
                under - 12.0
            } else {
                point.y + 14.0
            };
            taken.push(paint::right(ui.painter(), right, y, galley));
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
    let lines: Vec<Vec<Pos2>> = (0..spec.series.len())
        .map(|part| (0..count).filter_map(|index| at(index, part)).collect())
        .collect();
    names(ui, theme, spec, marks, &lines, taken);
}

/// Writes the name of each line on it, where it covers no line and no other name.
fn names(ui: &Ui, theme: &Theme, spec: &ChartSpec, marks: Rect, lines: &[Vec<Pos2>], mut taken: Vec<Rect>) {
    for (series, line) in spec.series.iter().zip(lines) {
        let ink = theme.colours.text_secondary;
        let galley = paint::line(ui, &series.label, Type::SmallMedium, ink, marks.width());
        let Some(end) = line.last() else { continue };
        // Where nothing is free, at the end of its line all the same: a line is never without its name.
        let over = Rect::from_min_size(*end - galley.size(), galley.size());
        let rect = spot(galley.size(), line, lines, &taken, marks).unwrap_or(over);
        taken.push(paint::place(ui.painter(), rect.min, galley));
        let name = ui.interact(
            rect,
            ui.scope_id().with(("line", spec.id, &series.label)),
            Sense::hover(),
        );
        name.widget_info(|| WidgetInfo::labeled(Role::Label, true, &series.label));
    }
}

/// Returns where a name of this size may stand along its line: from the end to the beginning, above then below.
fn spot(size: egui::Vec2, line: &[Pos2], lines: &[Vec<Pos2>], taken: &[Rect], marks: Rect) -> Option<Rect> {
    /// Space between a line and its name.
    const AWAY: f32 = 3.0;
    let free = |rect: &Rect| {
        marks.contains_rect(*rect)
            && !taken.iter().any(|t| t.expand(2.0).intersects(*rect))
            && !lines.iter().any(|line| crosses(line, rect.expand(1.0)))
    };
    let last = *line.last()?;
    let first = *line.first()?;
    (0..=40).find_map(|k| {
        let right = last.x - (last.x - first.x - size.x).max(0.0) * k as f32 / 40.0;
        let reach = Rangef::new(right - size.x, right);
        let ys: Vec<f32> = [reach.min, reach.max]
            .into_iter()
            .filter_map(|x| height_at(line, x))
            .chain(line.iter().filter(|p| reach.contains(p.x)).map(|p| p.y))
            .collect();
        let top = ys.iter().copied().fold(f32::INFINITY, f32::min);
        let bottom = ys.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        [top - AWAY - size.y, bottom + AWAY]
            .into_iter()
            .map(|y| Rect::from_min_size(pos2(reach.min, y), size))
            .find(free)
    })
}

/// Returns the height of a line at `x`.
fn height_at(line: &[Pos2], x: f32) -> Option<f32> {
    line.windows(2).find_map(|pair| {
        let [a, b] = pair else { return None };
        (a.x <= x && x <= b.x).then(|| a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x).max(f32::EPSILON))
    })
}

/// Returns whether a line passes through a rectangle.
fn crosses(line: &[Pos2], rect: Rect) -> bool {
    line.windows(2).any(|pair| {
        let [a, b] = pair else { return false };
        let (from, to) = (a.x.max(rect.left()), b.x.min(rect.right()));
        if from > to {
            return false;
        }
        let at = |x: f32| a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x).max(f32::EPSILON);
        let (low, high) = (at(from).min(at(to)), at(from).max(at(to)));
        low <= rect.bottom() && high >= rect.top()
    })
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
