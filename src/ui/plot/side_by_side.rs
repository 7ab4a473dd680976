//! Scenarios side by side: a column of bars each, every row on its own scale.

use egui::{Rangef, Rect, Stroke, Ui, pos2};

use super::explain;
use crate::report::chart::{ChartSpec, Row, Tone};
use crate::report::compare::letter;
use crate::report::role::Role;
use crate::text::Lang;
use crate::text::messages::compare::NET_OF;
use crate::text::number::MINUS;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{clipped_name, paint};

/// Series of one scenario: gross, net, difference.
const PARTS: usize = 3;
/// The least width of a bar beside its figures; where there is less, the bar stands above them.
const LEAST_BAR: f32 = 56.0;

/// Returns the height of the marks for a height of ordinary rows.
pub(super) fn height(spec: &ChartSpec, row: f32) -> f32 {
    // Four scenarios may need a third line, for the net figure.
    let lines = if spec.series.len() > 3 * PARTS { 40.0 } else { 27.0 };
    head(spec) + spec.rows.len().saturating_sub(1) as f32 * (row * 0.5 + lines)
}

/// Returns the height of the names: more lines where they have little room.
fn head(spec: &ChartSpec) -> f32 {
    match spec.series.len() / PARTS {
        0..=2 => 28.0,
        3 => 44.0,
        _ => 58.0,
    }
}

/// One scenario in one row, as written and as a number.
struct Cell<'a> {
    gross: f64,
    net: f64,
    gross_text: &'a str,
    net_text: String,
    change: &'a str,
    tone: Tone,
}

fn cell(row: &Row, k: usize) -> Cell<'_> {
    let value = |part: usize| row.values.get(PARTS * k + part).copied().unwrap_or(f64::NAN);
    let text = |part: usize| row.value_labels.get(PARTS * k + part).map_or("", String::as_str);
    let change = text(2);
    Cell {
        gross: value(0),
        net: value(1),
        gross_text: text(0),
        net_text: match text(1) {
            "" => String::new(),
            // The word is the same in both languages.
            net => NET_OF.fill(Lang::default(), &[("value", net)]),
        },
        change,
        tone: match change.chars().next() {
            Some('+') => Tone::Gain,
            Some(MINUS) => Tone::Loss,
            _ => Tone::Neutral,
        },
    }
}

/// Draws the chart.
pub(super) fn draw(ui: &mut Ui, spec: &ChartSpec, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let colours = &theme.colours;
    let sides = spec.series.len() / PARTS;
    let Some((heads, rows)) = spec.rows.split_first() else {
        return;
    };
    if sides == 0 || rows.is_empty() {
        return;
    }
    let names = rows.iter().flat_map(|row| row.label.split('\n'));
    let widest = names
        .map(|name| paint::text_width(ui, name, Type::Body))
        .fold(0.0, f32::max);
    let labels = (widest + 16.0).min(rect.width() * 0.24);
    let width = (rect.width() - labels) / sides as f32;
    let column = |k: usize| {
        let left = rect.left() + labels + k as f32 * width;
        Rangef::new(left, left + width - 14.0)
    };
    for k in 0..sides {
        let area = column(k);
        let middle = rect.top() + (head(spec) - 6.0) / 2.0;
        let centre = pos2(area.min + 9.0, middle);
        badge(ui, centre, letter(k));
        let name = heads.value_labels.get(PARTS * k).map_or("", String::as_str);
        let area = Rect::from_x_y_ranges(
            Rangef::new(area.min + 24.0, area.max),
            Rangef::new(rect.top(), rect.top() + head(spec) - 6.0),
        );
        let style = match area.width() < 110.0 {
            true => Type::SmallMedium,
            false => Type::BodyMedium,
        };
        clipped_name(ui, ("side", spec.id, k), area, name, (style, colours.text));
    }
    let top = rect.top() + head(spec);
    let step = (rect.bottom() - top) / rows.len() as f32;
    let texts = |row: &Row, k: usize| {
        let cell = cell(row, k);
        let wide = |text: &str, style| match text {
            "" => 0.0,
            text => paint::text_width(ui, text, style) + 7.0,
        };
        wide(cell.gross_text, Type::Strong) + wide(&cell.net_text, Type::Small) + wide(cell.change, Type::SmallMedium)
    };
    let reserve = rows
        .iter()
        .flat_map(|row| (0..sides).map(|k| texts(row, k)).collect::<Vec<_>>())
        .fold(0.0, f32::max);
    let stacked = width - 14.0 - reserve < LEAST_BAR;
    // Where the net figures have no room beside the gross ones, all stand below them.
    let tight = reserve > width - 14.0;
    // Where the difference has no room beside the gross figure either, it stands at the end of the bar's line.
    let apart = |row: &Row, k: usize| {
        let shown = cell(row, k);
        let gross = paint::text_width(ui, shown.gross_text, Type::Strong);
        let change = paint::text_width(ui, shown.change, Type::SmallMedium);
        (change, change > 0.0 && gross + change + 10.0 > width - 14.0)
    };
    let changes: Vec<(f32, bool)> = rows
        .iter()
        .flat_map(|row| (0..sides).map(|k| apart(row, k)).collect::<Vec<_>>())
        .collect();
    let over = tight && changes.iter().any(|(_, apart)| *apart);
    let beside_bar = match over {
        true => changes.iter().map(|(wide, _)| wide + 8.0).fold(0.0, f32::max),
        false => 0.0,
    };
    for (index, row) in rows.iter().enumerate() {
        let lane = Rangef::new(top + index as f32 * step, top + (index + 1) as f32 * step);
        ui.painter().hline(rect.x_range(), lane.min, theme.hairline());
        row_label(ui, row, rect.left(), lane.center(), labels - 10.0);
        let finite = |v: f64| if v.is_finite() { v } else { 0.0 };
        let values = (0..sides).map(|k| finite(cell(row, k).gross));
        let (low, high) = values.fold((0.0_f64, 0.0_f64), |(l, h), v| (l.min(v), h.max(v)));
        for k in 0..sides {
            let shown = cell(row, k);
            let area = column(k);
            let room = if stacked {
                area.span() - beside_bar
            } else {
                area.span() - reserve
            };
            let span = (high - low).max(f64::MIN_POSITIVE);
            let x = |v: f64| area.min + ((finite(v).clamp(low, high) - low) / span) as f32 * room;
            let (thickness, middle) = if tight {
                (9.0, lane.center() - 16.0)
            } else if stacked {
                (9.0, lane.center() - 9.0)
            } else {
                ((step * 0.36).clamp(10.0, 18.0), lane.center())
            };
            let bar = Rangef::new(middle - thickness / 2.0, middle + thickness / 2.0);
            let end = bars(ui, &shown, &x, bar);
            let (from, y) = match (stacked, tight) {
                (_, true) => (area.min, lane.center() + 1.0),
                (true, false) => (area.min, lane.center() + 8.0),
                (false, false) => (end + 7.0, middle),
            };
            let change_at = if over { middle } else { y };
            figures(ui, &shown, Rangef::new(from, area.max), (y, change_at), tight);
        }
        let area = Rect::from_x_y_ranges(rect.x_range(), lane);
        explain(ui, spec, index, row, area);
    }
}

/// Paints the gross bar and, over it, the part that is net; returns where the bar ends.
fn bars(ui: &Ui, cell: &Cell<'_>, x: &dyn Fn(f64) -> f32, bar: Rangef) -> f32 {
    let theme = Theme::of(ui.ctx());
    let zero = x(0.0);
    let segment = |value: f64| {
        let end = x(value);
        Rect::from_x_y_ranges(Rangef::new(zero.min(end), zero.max(end).max(zero.min(end) + 1.0)), bar)
    };
    if !cell.gross.is_finite() {
        return zero;
    }
    let pale = theme.between(theme.colours.card, theme.mark(Role::Neutral).fill, 0.62);
    let whole = segment(cell.gross);
    ui.painter().rect_filled(whole, 0.0, pale);
    if cell.net.is_finite() {
        ui.painter()
            .rect_filled(segment(cell.net), 0.0, theme.colours.text_secondary);
    }
    ui.painter().rect_stroke(
        whole,
        0.0,
        Stroke::new(1.0, theme.colours.text_muted),
        egui::StrokeKind::Inside,
    );
    whole.right().max(zero)
}

/// Writes the gross figure, the net one beside it or below, and the difference at the right.
///
/// * `y`: of the figures, and of the difference.
fn figures(ui: &Ui, cell: &Cell<'_>, room: Rangef, (y, change_at): (f32, f32), below: bool) {
    let theme = Theme::of(ui.ctx());
    let colours = &theme.colours;
    let ink = if cell.gross.is_finite() {
        colours.text
    } else {
        colours.text_muted
    };
    let change_ink = match cell.tone {
        Tone::Gain => colours.positive,
        Tone::Loss => colours.negative,
        Tone::Neutral => colours.text_muted,
    };
    let painter = ui.painter();
    let change = paint::line(ui, cell.change, Type::SmallMedium, change_ink, 120.0);
    paint::right(painter, room.max, change_at, change);
    let gross = paint::line(ui, cell.gross_text, Type::Strong, ink, f32::INFINITY);
    let end = paint::left(painter, room.min, y, gross).right();
    let net = paint::line(ui, &cell.net_text, Type::Small, colours.text_secondary, f32::INFINITY);
    match below {
        true => paint::left(painter, room.min, y + 15.0, net),
        false => paint::left(painter, end + 6.0, y, net),
    };
}

fn row_label(ui: &Ui, row: &Row, left: f32, y: f32, width: f32) {
    let colours = &Theme::of(ui.ctx()).colours;
    let (name, unit) = row.label.split_once('\n').unwrap_or((&row.label, ""));
    let name = paint::line(ui, name, Type::Body, colours.text, width);
    let unit = paint::line(ui, unit, Type::Caption, colours.text_muted, width);
    paint::left(ui.painter(), left, y - 8.0, name);
    paint::left(ui.painter(), left, y + 9.0, unit);
}

/// Paints the letter of a scenario in a circle.
pub(in crate::ui) fn badge(ui: &Ui, centre: egui::Pos2, letter: &str) {
    let theme = Theme::of(ui.ctx());
    ui.painter()
        .circle_stroke(centre, 8.5, Stroke::new(1.2, theme.colours.text));
    let galley = paint::line(ui, letter, Type::SmallStrong, theme.colours.text, 16.0);
    paint::centred(ui.painter(), centre, galley);
}
