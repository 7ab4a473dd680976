//! Bars under each other from the figure of a scenario to that of another, one change at a time: as many changes as there are, whatever the width.

use egui::{Rangef, Rect, Stroke, Ui, pos2};

use super::{Scale, TICK_LINE, explain, side_by_side};
use crate::report::chart::{ChartSpec, Row, Tone};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{clipped, clipped_name, paint};

/// Room between the columns of texts and the marks.
const GAP: f32 = 12.0;
/// The least part of the width that the marks keep; names are cut before that.
const LEAST_MARKS: f32 = 0.3;

/// Returns the height of the marks for a height of ordinary rows.
pub(super) fn height(spec: &ChartSpec, row: f32) -> f32 {
    // Two letters in their circles never touch.
    spec.rows.len() as f32 * row.clamp(23.0, 25.0) + TICK_LINE
}

/// Returns the name of a row and what follows it: a scenario's letter and name, or an input and how it changes.
fn texts(row: &Row) -> (&str, &str) {
    row.label.split_once('\n').unwrap_or((&row.label, ""))
}

/// Draws the chart.
pub(super) fn draw(ui: &mut Ui, spec: &ChartSpec, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let colours = &theme.colours;
    let steps = || spec.rows.iter().filter(|row| row.difference.is_some());
    let widest = |width: &dyn Fn(&Row) -> f32| steps().map(width).fold(0.0, f32::max);
    let names = widest(&|row| paint::text_width(ui, texts(row).0, Type::Small)) + GAP;
    let changes = widest(&|row| paint::text_width(ui, texts(row).1, Type::Caption)) + GAP;
    let figures = spec
        .rows
        .iter()
        .map(|row| paint::text_width(ui, figure(row), Type::Strong));
    let figures = figures.fold(0.0, f32::max) + 8.0;
    let room = (rect.width() * (1.0 - LEAST_MARKS) - figures).max(0.0);
    let names = names.min(room * 0.6);
    let changes = changes.min(room - names);
    let marks = Rect::from_min_max(
        pos2(rect.left() + names + changes, rect.top()),
        pos2(rect.right() - figures, rect.bottom() - TICK_LINE),
    );
    let levels = super::steps::levels(spec);
    let ends = levels.iter().flat_map(|(from, to)| [*from, *to]);
    let (low, high) = ends.fold((0.0_f64, 0.0_f64), |(l, h), v| (l.min(v), h.max(v)));
    let scale = Scale {
        low,
        high: high.max(low + f64::MIN_POSITIVE),
        from: marks.left(),
        to: marks.right(),
    };
    for (value, label) in &spec.axis.ticks {
        let x = scale.at(*value).round() + 0.5;
        ui.painter().vline(x, marks.y_range(), Stroke::new(1.0, colours.grid));
        let galley = paint::line(ui, label, Type::Caption, colours.text_muted, 80.0);
        paint::centred(ui.painter(), pos2(x, marks.bottom() + TICK_LINE / 2.0 + 1.0), galley);
    }
    let step = marks.height() / spec.rows.len() as f32;
    for (index, (row, (from, to))) in spec.rows.iter().zip(&levels).enumerate() {
        let y = marks.top() + (index as f32 + 0.5) * step;
        let (first, second) = texts(row);
        let lane = Rect::from_x_y_ranges(rect.x_range(), Rangef::new(y - step / 2.0, y + step / 2.0));
        let (a, b) = (scale.at(*from), scale.at(*to));
        let half = (step * 0.33).min(9.0);
        let bar = Rect::from_x_y_ranges(
            Rangef::new(a.min(b), a.max(b).max(a.min(b) + 1.5)),
            Rangef::new(y - half, y + half),
        );
        let (fill, style) = match row.difference.as_ref().map(|d| d.tone) {
            None => (colours.text_secondary, Type::Strong),
            Some(Tone::Gain) => (colours.positive, Type::SmallStrong),
            Some(Tone::Loss) => (colours.negative, Type::SmallStrong),
            Some(Tone::Neutral) => (colours.text_muted, Type::SmallStrong),
        };
        ui.painter().rect_filled(bar, 0.0, fill);
        let next = spec.rows.get(index + 1);
        if next.is_some_and(|next| row.difference.is_some() || next.difference.is_some()) {
            let line = Rangef::new(y + half, y + step - half);
            ui.painter().vline(b, line, Stroke::new(1.0, colours.axis));
        }
        let ink = if row.difference.is_some() { fill } else { colours.text };
        let galley = paint::line(ui, figure(row), style, ink, figures);
        paint::left(ui.painter(), bar.right() + 6.0, y, galley);
        let cell = |from: f32, to: f32| Rect::from_x_y_ranges(Rangef::new(from, to), lane.y_range());
        if row.difference.is_none() {
            side_by_side::badge(ui, pos2(rect.left() + 9.0, y), first);
            let area = cell(rect.left() + 24.0, marks.left() - GAP);
            clipped_name(
                ui,
                ("end", spec.id, index),
                area,
                second,
                (Type::SmallStrong, colours.text),
            );
        } else {
            let area = cell(rect.left(), rect.left() + names - GAP);
            clipped(ui, ("name", spec.id, index), area, first, (Type::Small, colours.text));
            let area = cell(rect.left() + names, marks.left() - GAP);
            let ink = (Type::Caption, colours.text_muted);
            clipped(ui, ("change", spec.id, index), area, second, ink);
        }
        explain(ui, spec, index, row, lane);
    }
    let zero = scale.at(0.0).round() + 0.5;
    ui.painter()
        .vline(zero, marks.y_range(), Stroke::new(1.0, colours.axis));
}

/// Returns what is written after a bar.
fn figure(row: &Row) -> &str {
    match &row.difference {
        Some(difference) => &difference.text,
        None => &row.total_label,
    }
}
