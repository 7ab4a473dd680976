//! Horizontal bars: parts of a total, governments, the way from gross to net.

use super::measure::{lines, width};
use super::page::Page;
use super::scene::{Anchor, Area, Font, Stroke};
use crate::report::chart::{ChartKind, ChartSpec, Difference, Row, SeriesStyle, Tone};
use crate::report::palette::{Rgba, Weight};

/// Where values fall along one direction.
pub(super) struct Scale {
    pub low: f64,
    pub high: f64,
    pub from: f32,
    pub to: f32,
}

impl Scale {
    /// Returns the place of a value, kept inside.
    pub fn at(&self, value: f64) -> f32 {
        let span = self.high - self.low;
        let part = if span > 0.0 {
            ((value - self.low) / span).clamp(0.0, 1.0)
        } else {
            0.0
        };
        self.from + part as f32 * (self.to - self.from)
    }
}

/// Returns the sums of what stands on each side of zero.
pub(super) fn sides(values: &[f64]) -> (f64, f64) {
    let side = |sign: f64| values.iter().filter(|v| **v * sign > 0.0).sum();
    (side(-1.0), side(1.0))
}

/// Returns the colour of a difference.
pub(super) fn tone_ink(page: &Page, tone: Tone) -> Rgba {
    let colours = page.palette.colours;
    match tone {
        Tone::Gain => colours.positive,
        Tone::Loss => colours.negative,
        Tone::Neutral => colours.text_muted,
    }
}

/// Draws the chart.
pub(super) fn draw(page: &mut Page, spec: &ChartSpec, area: Area) {
    let colours = page.palette.colours;
    let (label, total, small) = (page.label(), page.figure(), page.small());
    let difference = Font::new(label.size, Weight::Semibold);
    let gap = page.length(14.0);
    let swatch = |row: &Row| if row.swatch.is_some() { label.size * 1.15 } else { 0.0 };
    let widest = |f: &dyn Fn(&Row) -> f32| spec.rows.iter().map(f).fold(0.0, f32::max);
    let differ = |row: &Row| {
        row.difference
            .as_ref()
            .map_or(0.0, |d| width(&d.text, difference) + gap)
    };
    let totals = widest(&|row| width(&row.total_label, total));
    let changes = widest(&differ);
    let after = totals + changes + gap * 1.4;
    let most = area.width() * 0.34;
    let names = (widest(&|row| width(&row.label, label) + swatch(row)) + gap * 1.6).min(most);
    let ticks = if spec.axis.ticks.is_empty() {
        0.0
    } else {
        small.line() + page.length(10.0)
    };
    let rows: Vec<Vec<f64>> = spec.rows.iter().map(|row| spec.drawn(row)).collect();
    let waterfall = |k: usize| spec.kind == ChartKind::Waterfall && k > 0 && k + 1 < rows.len();
    let own = rows.iter().enumerate().filter(|(k, _)| !waterfall(*k));
    let low = own.map(|(_, v)| sides(v).0).fold(0.0, f64::min);
    // Totals of bars that go below zero stand at their left.
    let before = if low < 0.0 { after } else { 0.0 };
    let marks = Area::new(
        area.left + names + before,
        area.top,
        area.right - after,
        area.bottom - ticks,
    );
    let scale = Scale {
        low,
        high: spec.largest().max(f64::MIN_POSITIVE),
        from: marks.left,
        to: marks.right,
    };
    axis(page, spec, &scale, (marks, area));
    let zero = scale.at(0.0);
    let step = marks.height() / spec.rows.len() as f32;
    let thick = (step * 0.56).min(page.length(62.0));
    let mut level = 0.0;
    for (k, (row, values)) in spec.rows.iter().zip(&rows).enumerate() {
        let y = marks.top + (k as f32 + 0.5) * step;
        name(page, row, (area.left, y), (names - gap * 1.6, step));
        let from = if waterfall(k) { level } else { 0.0 };
        let bar = (y - thick / 2.0, y + thick / 2.0);
        let end = stack(page, spec, (row, values), from, &scale, bar);
        let sum: f64 = values.iter().sum();
        level = if waterfall(k) { level + sum } else { sum };
        let mut end = end;
        if let Some(ghost) = row.ghost.filter(|_| !spec.axis.as_share) {
            let (a, b) = (scale.at(0.0), scale.at(ghost));
            let around = page.length(5.0);
            page.ghost(Area::new(a.min(b), bar.0 - around, a.max(b), bar.1 + around));
            end = end.max(b);
        }
        let (at, anchor, close) = match sides(values) {
            _ if spec.axis.as_share => (area.right - changes, Anchor::End, area.right - changes),
            (down, 0.0) if down < 0.0 && !waterfall(k) => {
                let x = scale.at(down) - gap * 0.7;
                (x, Anchor::End, end.max(zero))
            }
            _ => (
                end + gap * 0.7,
                Anchor::Start,
                end + gap * 0.7 + width(&row.total_label, total),
            ),
        };
        page.scene.write((at, y), anchor, &row.total_label, total, colours.text);
        if let Some(Difference { text, tone }) = &row.difference {
            let ink = tone_ink(page, *tone);
            page.scene.write((close + gap, y), Anchor::Start, text, difference, ink);
        }
    }
    if !spec.axis.as_share {
        let stroke = Stroke::new(1.5, colours.axis);
        page.scene.line(vec![(zero, marks.top), (zero, marks.bottom)], stroke);
    }
}

/// Draws upright lines at round values, with the values under them where there is room.
pub(super) fn axis(page: &mut Page, spec: &ChartSpec, scale: &Scale, (marks, area): (Area, Area)) {
    let colours = page.palette.colours;
    let font = page.small();
    let mut free = f32::MIN;
    for (value, label) in &spec.axis.ticks {
        let x = scale.at(*value);
        let line = vec![(x, marks.top), (x, marks.bottom)];
        page.scene.line(line, Stroke::new(1.0, colours.grid));
        let half = width(label, font) / 2.0;
        let centre = x.clamp(area.left + half, (area.right - half).max(area.left + half));
        if centre - half >= free {
            free = centre + half + font.size;
            let y = marks.bottom + page.length(10.0) + font.line() / 2.0;
            page.scene
                .write((centre, y), Anchor::Middle, label, font, colours.text_muted);
        }
    }
}

/// Writes the name of a row, on two lines where one is too short.
fn name(page: &mut Page, row: &Row, (left, y): (f32, f32), (room, step): (f32, f32)) {
    let font = page.label();
    let mut x = left;
    if let Some(role) = row.swatch {
        let side = font.size * 0.75;
        page.mark(
            Area::new(x, y - side / 2.0, x + side, y + side / 2.0),
            role,
            SeriesStyle::Plain,
        );
        x += font.size * 1.15;
    }
    let most = if step >= font.line() * 2.0 { 2 } else { 1 };
    let written = lines(&row.label, font, room - (x - left), most);
    let first = y - font.line() * (written.len() as f32 - 1.0) / 2.0;
    for (k, line) in written.iter().enumerate() {
        let at = (x, first + k as f32 * font.line());
        page.scene
            .write(at, Anchor::Start, line, font, page.palette.colours.text);
    }
}

/// Paints the parts of a bar from `from` outwards; returns where it ends at the right.
fn stack(
    page: &mut Page,
    spec: &ChartSpec,
    (row, values): (&Row, &[f64]),
    from: f64,
    scale: &Scale,
    (top, bottom): (f32, f32),
) -> f32 {
    let gap = page.length(2.0);
    let font = page.inside();
    let (mut up, mut down) = (from, from);
    let mut end = scale.at(from);
    for (k, (series, value)) in spec.series.iter().zip(values).enumerate() {
        if *value == 0.0 {
            continue;
        }
        let base = if *value > 0.0 { &mut up } else { &mut down };
        let (a, b) = (scale.at(*base), scale.at(*base + value));
        *base += value;
        let (left, right) = (a.min(b), a.max(b));
        // The gap is taken from the far side, so that the first part still starts at zero.
        let part = Area::new(left, top, (right - gap).max(left + 1.0), bottom);
        let role = match (spec.kind, row.swatch) {
            (ChartKind::RowBars | ChartKind::Waterfall, Some(role)) => role,
            _ => series.role,
        };
        page.mark(part, role, series.style);
        end = end.max(part.right);
        let text = row.value_label(k);
        let wide = width(text, font);
        if text.is_empty() || wide + page.length(12.0) > part.width() || part.height() < font.size {
            continue;
        }
        let (x, y) = part.centre();
        let mut ink = page.palette.ink_on.of(role);
        if series.style == SeriesStyle::Hatched {
            let pad = page.length(6.0);
            let high = font.size * 0.66;
            let ground = Area::new(x - wide / 2.0 - pad, y - high, x + wide / 2.0 + pad, y + high);
            page.scene.fill(ground, page.ground);
            ink = page.palette.colours.text;
        }
        page.scene.write((x, y), Anchor::Middle, text, font, ink);
    }
    end
}
