//! Upright columns, one per year.

use super::bars::{Scale, sides};
use super::measure::width;
use super::page::Page;
use super::scene::{Anchor, Area, Font, Stroke};
use crate::report::chart::ChartSpec;
use crate::report::palette::Weight;

/// Draws the chart.
pub(super) fn draw(page: &mut Page, spec: &ChartSpec, area: Area) {
    let colours = page.palette.colours;
    let small = page.small();
    let written = Font::new(page.label().size, Weight::Semibold);
    let ticks = spec.axis.ticks.iter().map(|(_, l)| width(l, small)).fold(0.0, f32::max);
    let head = if spec.marker.is_some() { page.body().line() } else { 0.0 };
    let marks = Area::new(
        area.left,
        area.top + head,
        area.right - ticks - page.length(16.0),
        area.bottom - small.line() - page.length(10.0),
    );
    let rows: Vec<Vec<f64>> = spec.rows.iter().map(|row| spec.drawn(row)).collect();
    let low = rows.iter().map(|v| sides(v).0).fold(0.0, f64::min);
    let high = spec.largest().max(f64::MIN_POSITIVE);
    // Room above the tallest column for its total.
    let totals = spec.rows.iter().any(|row| !row.total_label.is_empty());
    let room = if totals { written.line() } else { page.length(4.0) };
    let high = low + (high - low) * f64::from(marks.height() / (marks.height() - room).max(1.0));
    let scale = Scale {
        low,
        high,
        from: marks.bottom,
        to: marks.top,
    };
    for (value, label) in &spec.axis.ticks {
        let y = scale.at(*value);
        page.scene
            .line(vec![(marks.left, y), (marks.right, y)], Stroke::new(1.0, colours.grid));
        page.scene
            .write((area.right, y), Anchor::End, label, small, colours.text_muted);
    }
    let step = marks.width() / rows.len() as f32;
    let half = step * 0.4;
    let names = spec.rows.iter().map(|row| width(&row.label, small)).fold(1.0, f32::max);
    let every = ((names + page.length(14.0)) / step).ceil().max(1.0) as usize;
    let mut free = f32::MIN;
    for (k, (row, values)) in spec.rows.iter().zip(&rows).enumerate() {
        let x = marks.left + (k as f32 + 0.5) * step;
        parts(page, spec, values, &scale, (x - half, x + half));
        if let Some(ghost) = row.ghost {
            let (a, b) = (scale.at(0.0), scale.at(ghost));
            page.ghost(Area::new(x - step * 0.45, a.min(b), x + step * 0.45, a.max(b)));
        }
        if k % every == 0 {
            let y = marks.bottom + page.length(10.0) + small.line() / 2.0;
            page.scene
                .write((x, y), Anchor::Middle, &row.label, small, colours.text_muted);
        }
        let wide = width(&row.total_label, written) / 2.0;
        if !row.total_label.is_empty() && x - wide >= free {
            free = x + wide + page.length(8.0);
            let y = scale.at(sides(values).1) - written.line() / 2.0;
            page.scene
                .write((x, y), Anchor::Middle, &row.total_label, written, colours.text);
        }
    }
    let zero = scale.at(0.0);
    page.scene.line(
        vec![(marks.left, zero), (marks.right, zero)],
        Stroke::new(1.5, colours.axis),
    );
    marker(page, spec, marks, area, step);
}

/// Paints the parts of one column.
fn parts(page: &mut Page, spec: &ChartSpec, values: &[f64], scale: &Scale, (left, right): (f32, f32)) {
    let gap = page.length(2.0);
    let (mut up, mut down) = (0.0, 0.0);
    for (series, value) in spec.series.iter().zip(values) {
        if *value == 0.0 {
            continue;
        }
        let base = if *value > 0.0 { &mut up } else { &mut down };
        let (a, b) = (scale.at(*base), scale.at(*base + value));
        *base += value;
        let (top, bottom) = (a.min(b), a.max(b));
        let area = match *value > 0.0 {
            true => Area::new(left, (top + gap).min(bottom - 0.5), right, bottom),
            false => Area::new(left, top, right, (bottom - gap).max(top + 0.5)),
        };
        page.mark(area, series.role, series.style);
    }
}

/// Draws the split between phases, with what stands on each side of it.
fn marker(page: &mut Page, spec: &ChartSpec, marks: Area, area: Area, step: f32) {
    let Some(marker) = &spec.marker else { return };
    let colours = page.palette.colours;
    let font = page.body();
    let x = marks.left + marker.before as f32 * step;
    let stroke = Stroke::dashed(1.5, colours.border_strong, page.length(6.0), page.length(5.0));
    page.scene.line(vec![(x, area.top), (x, marks.bottom)], stroke);
    let (y, gap) = (area.top + font.line() / 2.0, page.length(10.0));
    if x - gap - width(&marker.left, font) >= area.left {
        page.scene
            .write((x - gap, y), Anchor::End, &marker.left, font, colours.text_secondary);
    }
    if x + gap + width(&marker.right, font) <= area.right {
        page.scene
            .write((x + gap, y), Anchor::Start, &marker.right, font, colours.text_secondary);
    }
}
