//! Bars under each other from the figure of a scenario to that of another, one change at a time.

use super::bars::{Scale, tone_ink};
use super::measure::{cut, width};
use super::page::Page;
use super::scene::{Anchor, Area, Font, Stroke};
use super::steps::levels;
use crate::report::chart::{ChartSpec, Row};
use crate::report::palette::Weight;

/// The least part of the width that the marks keep; names are cut before that.
const LEAST_MARKS: f32 = 0.34;

/// Draws the chart.
pub(super) fn draw(page: &mut Page, spec: &ChartSpec, area: Area) {
    let colours = page.palette.colours;
    let step = |bottom: f32| (bottom - area.top) / spec.rows.len() as f32;
    let small = page.small();
    let bottom = area.bottom - small.line() - page.length(10.0);
    let step = step(bottom);
    // Many changes are written smaller, so that no two lines meet.
    let size = page.label().size.min(step * 0.72);
    let name = Font::new(size, Weight::Regular);
    let strong = Font::new(size, Weight::Semibold);
    let change = Font::new(size * 0.88, Weight::Regular);
    let gap = page.length(16.0);
    let widest = |f: &dyn Fn(&Row) -> f32| spec.rows.iter().map(f).fold(0.0, f32::max);
    let changes = |row: &Row| row.difference.is_some();
    let of_change = |row: &Row, f: &dyn Fn(&str, &str) -> f32| match row.label.split_once('\n') {
        Some((first, second)) if changes(row) => f(first, second),
        None if changes(row) => f(&row.label, ""),
        _ => 0.0,
    };
    let names = widest(&|row| of_change(row, &|first, _| width(first, name))) + gap;
    let said = widest(&|row| of_change(row, &|_, second| width(second, change))) + gap;
    let figures = widest(&|row| width(figure(row), strong)) + gap;
    let room = (area.width() * (1.0 - LEAST_MARKS) - figures).max(0.0);
    let names = names.min(room * 0.62);
    let said = said.min(room - names);
    let marks = Area::new(area.left + names + said, area.top, area.right - figures, bottom);
    let levels = levels(spec);
    let ends = levels.iter().flat_map(|(a, b)| [*a, *b]);
    let (low, high) = ends.fold((0.0_f64, 0.0_f64), |(l, h), v| (l.min(v), h.max(v)));
    let scale = Scale {
        low,
        high: high.max(low + f64::MIN_POSITIVE),
        from: marks.left,
        to: marks.right,
    };
    super::bars::axis(page, spec, &scale, (marks, area));
    for (k, (row, (from, to))) in spec.rows.iter().zip(&levels).enumerate() {
        let y = marks.top + (k as f32 + 0.5) * step;
        let half = (step * 0.3).min(page.length(24.0));
        let (a, b) = (scale.at(*from), scale.at(*to));
        let right = a.max(b).max(a.min(b) + 2.0);
        let fill = match &row.difference {
            None => colours.text_secondary,
            Some(difference) => tone_ink(page, difference.tone),
        };
        page.scene.fill(Area::new(a.min(b), y - half, right, y + half), fill);
        let next = spec.rows.get(k + 1);
        if next.is_some_and(|next| changes(row) || changes(next)) {
            let line = vec![(b, y + half), (b, y + step - half)];
            page.scene.line(line, Stroke::new(1.0, colours.axis));
        }
        let ink = if changes(row) { fill } else { colours.text };
        let at = (right + gap * 0.5, y);
        page.scene.write(at, Anchor::Start, figure(row), strong, ink);
        let (first, second) = row.label.split_once('\n').unwrap_or((&row.label, ""));
        if changes(row) {
            let text = cut(first, name, names - gap);
            page.scene
                .write((area.left, y), Anchor::Start, &text, name, colours.text);
            let text = cut(second, change, said - gap);
            let at = (area.left + names, y);
            page.scene.write(at, Anchor::Start, &text, change, colours.text_muted);
        } else {
            page.badge((area.left + page.length(17.0), y), first);
            let left = area.left + page.length(46.0);
            let text = cut(second, strong, marks.left - gap - left);
            page.scene.write((left, y), Anchor::Start, &text, strong, colours.text);
        }
    }
    let zero = scale.at(0.0);
    page.scene.line(
        vec![(zero, marks.top), (zero, marks.bottom)],
        Stroke::new(1.5, colours.axis),
    );
}

/// Returns what is written after a bar.
fn figure(row: &Row) -> &str {
    match &row.difference {
        Some(difference) => &difference.text,
        None => &row.total_label,
    }
}
