//! Columns and lines over years, as charts of PowerPoint.

use super::super::chart::scene::Area;
use super::ink::Ink;
use super::legend::{Entry, dash, legend};
use super::plot::{Fill, Kind, Label, Plot, Run, after, frame, sheet, totals};
use super::sheet::{Zero, format_code};
use super::words::Style;
use crate::report::chart::{ChartSpec, Row, Written};
use crate::text::Lang;
use crate::text::rounding::Precision;

/// Returns the values of the axis: from one to the next, and the greatest, at which columns have room for their totals.
fn upright_axis(spec: &ChartSpec, most: f64, least: f64, room: f64) -> ((f64, f64), Option<f64>) {
    let step = spec.axis.ticks.get(1).map(|(v, _)| *v).filter(|v| *v > 0.0);
    let below = match step {
        Some(step) if least < 0.0 => (least / step).floor() * step,
        _ => least.min(0.0),
    };
    ((below, below + (most - below).max(f64::MIN_POSITIVE) * room), step)
}

/// Returns the place of upright marks: the legend above, the values of the axis at the right, the years below.
fn upright(spec: &ChartSpec, size: (f32, f32)) -> (Vec<Entry>, Area, Style, usize) {
    let (legend, top) = legend(spec, 0.0, size.0);
    let small = Style::new(20.0, Ink::muted());
    let axis = spec
        .axis
        .ticks
        .iter()
        .map(|(_, text)| small.width(text))
        .fold(0.0, f32::max)
        + 24.0;
    let area = Area::new(0.0, top + 20.0, size.0 - axis, size.1 - 44.0);
    let names = Style::new(20.0, Ink::SECOND);
    let widest = spec.rows.iter().map(|row| names.width(&row.label)).fold(0.0, f32::max) + 8.0;
    let pitch = area.width() / spec.rows.len().max(1) as f32;
    (legend, area, names, (widest / pitch).ceil().max(1.0) as usize)
}

/// Returns columns of a part each, with the totals that the report writes.
pub(super) fn columns(spec: &ChartSpec, size: (f32, f32), lang: Lang) -> Plot {
    let mut sheet = sheet(spec);
    let sums = totals(spec, lang);
    let (legend, mut area, names, skip) = upright(spec, size);
    let split = spec.marker.as_ref().map(|marker| {
        let at = area.left + area.width() * marker.before as f32 / spec.rows.len().max(1) as f32;
        (at, marker.left.clone(), marker.right.clone())
    });
    if split.is_some() {
        area.top += 30.0;
    }
    let most = sums.values.iter().copied().fold(0.0, f64::max);
    let least = sheet
        .columns
        .iter()
        .flat_map(|c| c.values.iter().copied())
        .fold(0.0, f64::min);
    let room = f64::from(area.height() / (area.height() - 44.0).max(1.0));
    let (ends, ticks) = upright_axis(spec, most, least, room);
    let mut runs: Vec<Run> = Vec::new();
    for series in &spec.series {
        runs.push(Run::new(Fill::Plain(Ink::of(series.role)), spec.rows.len()));
    }
    let mut carrier = Run::new(Fill::None, spec.rows.len());
    let told = |row: &Row| (!row.total_label.is_empty()).then(|| after(row, "inBase", lang));
    carrier.labels = spec.rows.iter().map(told).collect();
    runs.push(carrier);
    let written = spec.rows.first().map(|row| row.written).unwrap_or_default();
    sheet.columns.push(sums);
    Plot {
        runs,
        area,
        legend,
        ends,
        ticks,
        axis_format: format_code(axis_written(spec, written), Zero::Shown, lang),
        names,
        gap: 30,
        skip,
        split,
        ..frame(spec, Kind::Columns, sheet, size)
    }
}

/// Returns how values of an axis are written: whole where its steps are.
fn axis_written(spec: &ChartSpec, written: Written) -> Written {
    let whole = spec.axis.ticks.iter().all(|(v, _)| v.fract() == 0.0);
    match whole {
        true => Written::plain(Precision::WHOLE),
        false => written,
    }
}

/// Returns lines, with what is said of a year at its point.
pub(super) fn lines(spec: &ChartSpec, size: (f32, f32), lang: Lang) -> Plot {
    let sheet = sheet(spec);
    let (legend, area, names, skip) = upright(spec, size);
    let all = || sheet.columns.iter().flat_map(|c| c.values.iter().copied());
    let (most, least) = (all().fold(0.0, f64::max), all().fold(0.0, f64::min));
    let (ends, ticks) = upright_axis(spec, most, least, 1.08);
    let rows = spec.rows.len();
    let mut runs: Vec<Run> = Vec::new();
    for (k, series) in spec.series.iter().enumerate() {
        let mut run = Run::new(Fill::Plain(Ink::of(series.role)), rows);
        run.dash = dash(series.style);
        if k == 0 {
            // What is said of a year stands at its point of the first line: before it, where the line lies lower, if there is room.
            let style = Style::new(22.0, Ink::TEXT).bold();
            let pitch = area.width() / rows.saturating_sub(1).max(1) as f32;
            for (at, row) in spec
                .rows
                .iter()
                .enumerate()
                .filter(|(_, row)| !row.total_label.is_empty())
            {
                let before = style.width(&row.total_label) + 20.0 <= at as f32 * pitch;
                run.marked = Some(at);
                if let Some(place) = run.labels.get_mut(at) {
                    *place = Some(Label {
                        text: Some(row.total_label.clone()),
                        // The line of a cost may pass behind it.
                        ground: Some(Ink::GROUND),
                        style,
                        ..after(row, if before { "l" } else { "t" }, lang)
                    });
                }
            }
        }
        runs.push(run);
    }
    let written = spec.rows.first().map(|row| row.written).unwrap_or_default();
    Plot {
        runs,
        area,
        legend,
        ends,
        ticks,
        axis_format: format_code(axis_written(spec, written), Zero::Shown, lang),
        names,
        skip,
        ..frame(spec, Kind::Lines, sheet, size)
    }
}
