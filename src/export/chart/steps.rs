//! Upright columns from the figure of a scenario to that of another, one change at a time.

use super::bars::{Scale, tone_ink};
use super::measure::{cut, lines, width};
use super::page::Page;
use super::scene::{Anchor, Area, Font, Stroke};
use crate::report::chart::{ChartSpec, Row};
use crate::report::palette::Weight;

/// Draws the chart.
pub(super) fn draw(page: &mut Page, spec: &ChartSpec, area: Area) {
    let colours = page.palette.colours;
    let (small, strong) = (page.small(), Font::new(page.label().size, Weight::Semibold));
    let ticks = spec.axis.ticks.iter().map(|(_, l)| width(l, small)).fold(0.0, f32::max);
    let marks = Area::new(
        area.left,
        area.top + strong.line(),
        area.right - ticks - page.length(18.0),
        area.bottom - page.body().line() * 2.0 - small.line() * 2.0 - page.length(8.0),
    );
    let levels = levels(spec);
    let ends = levels.iter().flat_map(|(a, b)| [*a, *b]);
    let (low, high) = ends.fold((0.0_f64, 0.0_f64), |(l, h), v| (l.min(v), h.max(v)));
    let scale = Scale {
        low,
        high: high.max(low + f64::MIN_POSITIVE),
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
    let step = marks.width() / spec.rows.len() as f32;
    let half = (step * 0.4).min(page.length(90.0));
    let centre = |k: usize| marks.left + (k as f32 + 0.5) * step;
    for (k, (row, (from, to))) in spec.rows.iter().zip(&levels).enumerate() {
        let x = centre(k);
        let (a, b) = (scale.at(*from), scale.at(*to));
        let top = a.min(b);
        let (fill, text, ink) = match &row.difference {
            None => (colours.text_secondary, &row.total_label, colours.text),
            Some(difference) => {
                let ink = tone_ink(page, difference.tone);
                (ink, &difference.text, ink)
            }
        };
        page.scene
            .fill(Area::new(x - half, top, x + half, a.max(b).max(top + 2.0)), fill);
        // From one column to the next, at the level reached; a scenario that starts again is no step from the one before.
        let next = spec.rows.get(k + 1);
        if next.is_some_and(|next| row.difference.is_some() || next.difference.is_some()) {
            let line = vec![(x + half, b), (centre(k + 1) - half, b)];
            page.scene.line(line, Stroke::new(1.0, colours.axis));
        }
        let y = top - strong.line() / 2.0;
        page.scene.write((x, y), Anchor::Middle, text, strong, ink);
        name(
            page,
            row,
            (x, marks.bottom + page.length(8.0)),
            step - page.length(10.0),
        );
    }
    let zero = scale.at(0.0);
    page.scene.line(
        vec![(marks.left, zero), (marks.right, zero)],
        Stroke::new(1.5, colours.axis),
    );
}

/// Returns where each column begins and ends.
pub(super) fn levels(spec: &ChartSpec) -> Vec<(f64, f64)> {
    let mut level = 0.0;
    let mut out = Vec::new();
    for row in &spec.rows {
        let value = row.values.first().copied().filter(|v| v.is_finite()).unwrap_or(0.0);
        let from = if row.difference.is_some() { level } else { 0.0 };
        level = from + value;
        out.push((from, level));
    }
    out
}

/// Writes the name of a column: a scenario's letter and name, or an input and how it changes.
fn name(page: &mut Page, row: &Row, (x, top): (f32, f32), room: f32) {
    let colours = page.palette.colours;
    let (body, small) = (page.body(), page.small());
    let (first, second) = row.label.split_once('\n').unwrap_or((&row.label, ""));
    let mut y = top;
    if row.difference.is_none() {
        page.badge((x, top + page.length(18.0)), first);
        y += page.length(42.0);
    } else {
        for line in lines(first, body, room, 2) {
            let at = (x, y + body.line() / 2.0);
            page.scene.write(at, Anchor::Middle, &line, body, colours.text);
            y += body.line();
        }
    }
    for line in lines(second, small, room, 2) {
        let at = (x, y + small.line() / 2.0);
        let line = cut(&line, small, room);
        page.scene.write(at, Anchor::Middle, &line, small, colours.text_muted);
        y += small.line();
    }
}
