//! Lines over years: what adds up, against a level to be reached.

use super::bars::Scale;
use super::measure::width;
use super::page::Page;
use super::scene::{Anchor, Area, Font, Item, Stroke};
use crate::report::chart::{ChartSpec, SeriesStyle};
use crate::report::palette::Weight;

/// Draws the chart.
pub(super) fn draw(page: &mut Page, spec: &ChartSpec, area: Area) {
    let colours = page.palette.colours;
    let small = page.small();
    let ticks = spec.axis.ticks.iter().map(|(_, l)| width(l, small)).fold(0.0, f32::max);
    let marks = Area::new(
        area.left + page.length(8.0),
        area.top + page.length(12.0),
        area.right - ticks - page.length(20.0),
        area.bottom - small.line() - page.length(10.0),
    );
    let values = spec.rows.iter().flat_map(|row| row.values.iter().copied());
    let low = values.filter(|v| v.is_finite()).fold(0.0, f64::min);
    let scale = Scale {
        low,
        high: spec.largest().max(f64::MIN_POSITIVE),
        from: marks.bottom,
        to: marks.top,
    };
    for (value, label) in &spec.axis.ticks {
        let y = scale.at(*value);
        let ink = if *value == 0.0 { colours.axis } else { colours.grid };
        page.scene
            .line(vec![(marks.left, y), (marks.right, y)], Stroke::new(1.0, ink));
        page.scene
            .write((area.right, y), Anchor::End, label, small, colours.text_muted);
    }
    let count = spec.rows.len();
    let step = marks.width() / count.max(2).saturating_sub(1) as f32;
    let x = |k: usize| marks.left + k as f32 * step;
    let names = spec.rows.iter().map(|row| width(&row.label, small)).fold(1.0, f32::max);
    let every = ((names + page.length(18.0)) / step).ceil().max(1.0) as usize;
    for (k, row) in spec.rows.iter().enumerate().step_by(every) {
        let y = marks.bottom + page.length(10.0) + small.line() / 2.0;
        let half = width(&row.label, small) / 2.0;
        let centre = x(k).clamp(area.left + half, area.right - half);
        page.scene
            .write((centre, y), Anchor::Middle, &row.label, small, colours.text_muted);
    }
    let paths: Vec<Vec<(f32, f32)>> = (0..spec.series.len())
        .map(|part| {
            let point = |(k, row): (usize, &crate::report::chart::Row)| {
                let value = row.values.get(part).copied().filter(|v| v.is_finite())?;
                Some((x(k), scale.at(value)))
            };
            spec.rows.iter().enumerate().filter_map(point).collect()
        })
        .collect();
    // Levels first, so that the lines that matter lie above them.
    let mut order: Vec<usize> = (0..spec.series.len()).collect();
    order.sort_by_key(|k| spec.series[*k].style != SeriesStyle::Dashed);
    for part in order {
        let (Some(series), Some(path)) = (spec.series.get(part), paths.get(part).filter(|p| p.len() > 1)) else {
            continue;
        };
        let ink = page.palette.marks.of(series.role);
        let stroke = match series.style {
            SeriesStyle::Plain | SeriesStyle::Hatched => Stroke::new(page.length(4.0), ink),
            SeriesStyle::Dashed => Stroke::dashed(page.length(3.0), ink, page.length(12.0), page.length(8.0)),
            SeriesStyle::Dotted => Stroke::dashed(page.length(4.0), ink, page.length(5.0), page.length(6.0)),
        };
        page.scene.line(path.clone(), stroke);
    }
    let mut taken = points(page, spec, &paths, marks);
    let font = Font::new(page.label().size, Weight::Medium);
    for (series, path) in spec.series.iter().zip(&paths) {
        let Some(end) = path.last() else { continue };
        let size = (width(&series.label, font), font.line());
        // Where nothing is free, at the end of its line all the same: a line is never without its name.
        let right = end.0.max(marks.left + size.0);
        let over = Area::new(right - size.0, end.1 - size.1, right, end.1);
        let spot = spot(size, path, &paths, &taken, marks).unwrap_or(over);
        taken.push(spot);
        let at = (spot.left, (spot.top + spot.bottom) / 2.0);
        page.scene
            .write(at, Anchor::Start, &series.label, font, colours.text_secondary);
    }
}

/// Marks the points of the first line that have something to say; returns where that is written.
fn points(page: &mut Page, spec: &ChartSpec, paths: &[Vec<(f32, f32)>], marks: Area) -> Vec<Area> {
    let colours = page.palette.colours;
    let font = Font::new(page.label().size, Weight::Semibold);
    let mut taken = Vec::new();
    let (Some(series), Some(path)) = (spec.series.first(), paths.first()) else {
        return taken;
    };
    let ink = page.palette.marks.of(series.role);
    for (row, point) in spec.rows.iter().zip(path) {
        if row.total_label.is_empty() {
            continue;
        }
        page.scene.items.push(Item::Circle {
            centre: *point,
            radius: page.length(8.0),
            fill: Some(page.ground),
            stroke: Some(Stroke::new(page.length(4.0), ink)),
        });
        let wide = width(&row.total_label, font);
        let right = (point.0 - page.length(14.0)).max(marks.left + wide);
        // A name pushed past its point stands over the line all the way.
        let under = height_at(path, right.min(marks.right)).map_or(point.1, |y| y.min(point.1));
        let y = if under - font.line() * 1.2 >= marks.top {
            under - font.line() * 0.8
        } else {
            point.1 + font.line()
        };
        page.scene
            .write((right, y), Anchor::End, &row.total_label, font, colours.text);
        taken.push(Area::new(
            right - wide,
            y - font.line() / 2.0,
            right,
            y + font.line() / 2.0,
        ));
    }
    taken
}

/// Returns where a name of this size may stand along its line: from the end to the beginning, above then below.
fn spot(
    (wide, high): (f32, f32),
    path: &[(f32, f32)],
    paths: &[Vec<(f32, f32)>],
    taken: &[Area],
    marks: Area,
) -> Option<Area> {
    let away = high * 0.2;
    let free = |area: &Area| {
        marks.holds(*area)
            && !taken.iter().any(|t| t.grown(4.0).meets(*area))
            && !paths.iter().any(|p| crosses(p, area.grown(2.0)))
    };
    let (first, last) = (path.first()?, path.last()?);
    (0..=60).find_map(|k| {
        let right = last.0 - (last.0 - first.0 - wide).max(0.0) * k as f32 / 60.0;
        let reach = (right - wide, right);
        let ends = [reach.0, reach.1].into_iter().filter_map(|x| height_at(path, x));
        let inside = path.iter().filter(|p| reach.0 <= p.0 && p.0 <= reach.1).map(|p| p.1);
        let ys: Vec<f32> = ends.chain(inside).collect();
        let top = ys.iter().copied().fold(f32::INFINITY, f32::min);
        let bottom = ys.iter().copied().fold(f32::NEG_INFINITY, f32::max);
        [top - away - high, bottom + away]
            .into_iter()
            .map(|y| Area::new(reach.0, y, reach.1, y + high))
            .find(free)
    })
}

/// Returns the height of a line at `x`.
fn height_at(path: &[(f32, f32)], x: f32) -> Option<f32> {
    path.windows(2).find_map(|pair| {
        let [a, b] = pair else { return None };
        (a.0 <= x && x <= b.0).then(|| a.1 + (b.1 - a.1) * (x - a.0) / (b.0 - a.0).max(f32::EPSILON))
    })
}

/// Returns whether a line passes through a rectangle.
fn crosses(path: &[(f32, f32)], area: Area) -> bool {
    path.windows(2).any(|pair| {
        let [a, b] = pair else { return false };
        let (from, to) = (a.0.max(area.left), b.0.min(area.right));
        if from > to {
            return false;
        }
        let at = |x: f32| a.1 + (b.1 - a.1) * (x - a.0) / (b.0 - a.0).max(f32::EPSILON);
        at(from).min(at(to)) <= area.bottom && at(from).max(at(to)) >= area.top
    })
}
