//! Scenarios side by side: a column of bars each, every row on its own scale.

use super::bars::tone_ink;
use super::measure::{cut, lines, width};
use super::page::Page;
use super::scene::{Anchor, Area, Font, Stroke};
use crate::report::chart::{ChartSpec, Row, Tone};
use crate::report::compare::letter;
use crate::report::palette::Weight;
use crate::report::role::Role;
use crate::text::Lang;
use crate::text::messages::compare::NET_OF;
use crate::text::number::MINUS;

/// Series of one scenario: gross, net, difference.
const PARTS: usize = 3;

/// One scenario in one row, as written and as a number.
struct Cell<'a> {
    gross: f64,
    net: f64,
    gross_text: &'a str,
    net_text: String,
    change: &'a str,
}

impl Cell<'_> {
    fn of(row: &Row, k: usize) -> Cell<'_> {
        let value = |part: usize| row.values.get(PARTS * k + part).copied().unwrap_or(f64::NAN);
        let text = |part: usize| row.value_labels.get(PARTS * k + part).map_or("", String::as_str);
        Cell {
            gross: value(0),
            net: value(1),
            gross_text: text(0),
            net_text: match text(1) {
                "" => String::new(),
                // The word is the same in both languages.
                net => NET_OF.fill(Lang::default(), &[("value", net)]),
            },
            change: text(2),
        }
    }

    fn tone(&self) -> Tone {
        match self.change.chars().next() {
            Some('+') => Tone::Gain,
            Some(MINUS) => Tone::Loss,
            _ => Tone::Neutral,
        }
    }
}

/// Draws the chart.
pub(super) fn draw(page: &mut Page, spec: &ChartSpec, area: Area) {
    let colours = page.palette.colours;
    let count = spec.series.len() / PARTS;
    let Some((heads, rows)) = spec.rows.split_first() else {
        return;
    };
    if count == 0 || rows.is_empty() {
        return;
    }
    let label = page.label();
    let names = rows.iter().flat_map(|row| row.label.split('\n'));
    let labels = names.map(|n| width(n, label)).fold(0.0, f32::max) + page.length(30.0);
    let labels = labels.min(area.width() * 0.26);
    let wide = (area.width() - labels) / count as f32;
    let column = |k: usize| {
        let left = area.left + labels + k as f32 * wide;
        (left, left + wide - page_gap(wide))
    };
    let head = label.line() * 2.0 + page.length(10.0);
    for k in 0..count {
        let (left, right) = column(k);
        let room = right - left - page.length(46.0);
        let written = lines(
            heads.value_labels.get(PARTS * k).map_or("", String::as_str),
            label,
            room,
            2,
        );
        let middle = area.top + head / 2.0;
        page.badge((left + page.length(17.0), middle), letter(k));
        let first = middle - label.line() * (written.len() as f32 - 1.0) / 2.0;
        for (line, text) in written.iter().enumerate() {
            let at = (left + page.length(46.0), first + line as f32 * label.line());
            page.scene.write(at, Anchor::Start, text, label, colours.text);
        }
    }
    let top = area.top + head;
    let step = (area.bottom - top) / rows.len() as f32;
    for (k, row) in rows.iter().enumerate() {
        let lane = (top + k as f32 * step, top + (k + 1) as f32 * step);
        page.scene.line(
            vec![(area.left, lane.0), (area.right, lane.0)],
            Stroke::new(1.0, colours.border),
        );
        name(page, row, area.left, lane, labels - page.length(18.0));
        let finite = |v: f64| if v.is_finite() { v } else { 0.0 };
        let values = (0..count).map(|c| finite(Cell::of(row, c).gross));
        let (low, high) = values.fold((0.0_f64, 0.0_f64), |(l, h), v| (l.min(v), h.max(v)));
        for c in 0..count {
            let cell = Cell::of(row, c);
            let (left, right) = column(c);
            let span = (high - low).max(f64::MIN_POSITIVE);
            let x = |v: f64| left + ((finite(v).clamp(low, high) - low) / span) as f32 * (right - left);
            bars(page, &cell, &x, lane);
            figures(page, &cell, (left, right), lane);
        }
    }
}

/// Returns the space between two columns.
fn page_gap(wide: f32) -> f32 {
    (wide * 0.06).clamp(14.0, 34.0)
}

/// Paints the gross bar in the upper half of a lane and, over it, the part that is net.
fn bars(page: &mut Page, cell: &Cell<'_>, x: &dyn Fn(f64) -> f32, lane: (f32, f32)) {
    if !cell.gross.is_finite() {
        return;
    }
    let colours = page.palette.colours;
    let high = ((lane.1 - lane.0) * 0.24).min(page.length(26.0));
    let top = lane.0 + (lane.1 - lane.0) * 0.32 - high / 2.0;
    let zero = x(0.0);
    let segment = |value: f64| {
        let end = x(value);
        let left = zero.min(end);
        Area::new(left, top, zero.max(end).max(left + 1.0), top + high)
    };
    let whole = segment(cell.gross);
    page.scene.fill(whole, page.ground);
    page.scene.fill(whole, page.palette.marks.of(Role::Neutral).faded(0.62));
    if cell.net.is_finite() {
        page.scene.fill(segment(cell.net), colours.text_secondary);
    }
    page.scene.outline(whole, Stroke::new(1.0, colours.text_muted));
}

/// Writes the gross figure, the net one after it, and the difference at the right, under the bar.
fn figures(page: &mut Page, cell: &Cell<'_>, (left, right): (f32, f32), lane: (f32, f32)) {
    let colours = page.palette.colours;
    let strong = Font::new(page.label().size, Weight::Semibold);
    let net = Font::new(page.label().size * 0.86, Weight::Regular);
    let y = lane.0 + (lane.1 - lane.0) * 0.7;
    let ink = match cell.gross.is_finite() {
        true => colours.text,
        false => colours.text_muted,
    };
    page.scene.write((left, y), Anchor::Start, cell.gross_text, strong, ink);
    let after = left + width(cell.gross_text, strong) + page.length(12.0);
    let change = width(cell.change, strong);
    // The difference is what is asked first; the net figure gives way.
    if after + width(&cell.net_text, net) + page.length(10.0) + change <= right {
        page.scene
            .write((after, y), Anchor::Start, &cell.net_text, net, colours.text_secondary);
    }
    let ink = tone_ink(page, cell.tone());
    page.scene.write((right, y), Anchor::End, cell.change, strong, ink);
}

fn name(page: &mut Page, row: &Row, left: f32, lane: (f32, f32), room: f32) {
    let colours = page.palette.colours;
    let (name, unit) = row.label.split_once('\n').unwrap_or((&row.label, ""));
    let (label, small) = (page.label(), page.small());
    let middle = (lane.0 + lane.1) / 2.0;
    let apart = (label.line() + small.line()) / 4.0;
    let name = cut(name, label, room);
    page.scene
        .write((left, middle - apart), Anchor::Start, &name, label, colours.text);
    let unit = cut(unit, small, room);
    page.scene
        .write((left, middle + apart), Anchor::Start, &unit, small, colours.text_muted);
}
