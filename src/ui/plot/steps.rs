//! Upright columns from the figure of a scenario to that of another, one change at a time.

use egui::{Rangef, Rect, Stroke, Ui, pos2};

use super::{Scale, explain};
use crate::report::chart::{ChartSpec, Row, Tone};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::paint;

/// Height of the names under the columns: an input on two lines and its change on two smaller ones.
const NAMES: f32 = 66.0;
/// Room above the highest column for its figure.
const ROOM: f32 = 20.0;

/// Returns the height of the marks and their names for a height of ordinary columns.
pub(super) fn height(columns: f32) -> f32 {
    columns * 1.25 + NAMES
}

/// Draws the chart.
pub(super) fn draw(ui: &mut Ui, spec: &ChartSpec, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let colours = &theme.colours;
    let ticks = spec.axis.ticks.iter();
    let widest = ticks.map(|(_, label)| paint::text_width(ui, label, Type::Caption));
    let axis = widest.fold(0.0, f32::max) + 10.0;
    let marks = Rect::from_min_max(
        pos2(rect.left(), rect.top() + ROOM),
        pos2(rect.right() - axis, rect.bottom() - NAMES),
    );
    let levels = levels(spec);
    let ends = levels.iter().flat_map(|(from, to)| [*from, *to]);
    let (low, high) = ends.fold((0.0_f64, 0.0_f64), |(l, h), v| (l.min(v), h.max(v)));
    let scale = Scale {
        low,
        high: high.max(low + f64::MIN_POSITIVE),
        from: marks.bottom(),
        to: marks.top(),
    };
    for (value, label) in &spec.axis.ticks {
        let y = scale.at(*value).round() + 0.5;
        ui.painter().hline(marks.x_range(), y, Stroke::new(1.0, colours.grid));
        if *value != 0.0 {
            let galley = paint::line(ui, label, Type::Caption, colours.text_muted, 80.0);
            paint::right(ui.painter(), rect.right(), y, galley);
        }
    }
    let step = marks.width() / spec.rows.len() as f32;
    let centre = |index: usize| marks.left() + (index as f32 + 0.5) * step;
    let half = (step * 0.4).min(56.0);
    for (index, (row, (from, to))) in spec.rows.iter().zip(&levels).enumerate() {
        let x = centre(index);
        let (a, b) = (scale.at(*from), scale.at(*to));
        let bar = Rect::from_x_y_ranges(
            Rangef::new(x - half, x + half),
            Rangef::new(a.min(b), a.max(b).max(a.min(b) + 1.5)),
        );
        let (fill, text, ink, style) = match &row.difference {
            None => (colours.text_secondary, &row.total_label, colours.text, Type::Strong),
            Some(difference) => {
                let ink = match difference.tone {
                    Tone::Gain => colours.positive,
                    Tone::Loss => colours.negative,
                    Tone::Neutral => colours.text_muted,
                };
                (ink, &difference.text, ink, Type::SmallStrong)
            }
        };
        ui.painter().rect_filled(bar, 0.0, fill);
        // From one column to the next, at the level reached; a scenario that starts again is no step from the one before.
        let next = spec.rows.get(index + 1);
        if next.is_some_and(|next| row.difference.is_some() || next.difference.is_some()) {
            let line = Rangef::new(x + half, centre(index + 1) - half);
            ui.painter().hline(line, b, Stroke::new(1.0, colours.axis));
        }
        let galley = paint::line(ui, text, style, ink, step.max(30.0));
        paint::centred(ui.painter(), pos2(x, bar.top() - 10.0), galley);
        name(
            ui,
            row,
            Rect::from_x_y_ranges(
                Rangef::new(x - step / 2.0 + 2.0, x + step / 2.0 - 2.0),
                Rangef::new(marks.bottom() + 3.0, rect.bottom()),
            ),
        );
        let lane = Rect::from_x_y_ranges(Rangef::new(x - step / 2.0, x + step / 2.0), rect.y_range());
        explain(ui, spec, index, row, lane);
    }
    let zero = scale.at(0.0).round() + 0.5;
    ui.painter()
        .hline(marks.x_range(), zero, Stroke::new(1.0, colours.axis));
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
fn name(ui: &Ui, row: &Row, area: Rect) {
    let colours = &Theme::of(ui.ctx()).colours;
    let (first, second) = row.label.split_once('\n').unwrap_or((&row.label, ""));
    let painter = ui.painter();
    let x = area.center().x;
    if row.difference.is_none() {
        super::side_by_side::badge(ui, pos2(x, area.top() + 9.0), first);
        let small = |text: &str| lines(ui, text, (Type::Caption, colours.text_muted), area.width(), 3);
        let galley = small(&paint::shortened(second, |text| !small(text).elided));
        paint::place(painter, pos2(x, area.top() + 20.0), galley);
        return;
    }
    let galley = lines(ui, first, (Type::Small, colours.text), area.width(), 2);
    let below = paint::place(painter, pos2(x, area.top()), galley).height();
    // A name on one line leaves room for a third line of what changes.
    let left = (area.height() - below) / Theme::of(ui.ctx()).type_style(Type::Caption).line;
    let galley = lines(
        ui,
        second,
        (Type::Caption, colours.text_muted),
        area.width(),
        left as usize,
    );
    paint::place(painter, pos2(x, area.top() + below), galley);
}

/// Lays out a centred text on a number of lines at most.
fn lines(
    ui: &Ui,
    text: &str,
    (style, ink): (Type, egui::Color32),
    width: f32,
    most: usize,
) -> std::sync::Arc<egui::Galley> {
    let mut job = Theme::of(ui.ctx()).job(text, style, ink, width.max(0.0));
    job.wrap.max_rows = most.max(1);
    job.halign = egui::Align::Center;
    paint::lay_out(ui, job)
}
