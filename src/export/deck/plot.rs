//! How a chart of the report stands as a chart of PowerPoint: what its series are, where its parts lie, which labels have room.

use super::super::chart::scene::Area;
use super::chart::LEGEND;
use super::shape::{Ink, Style};
use super::sheet::{Column, Sheet, Zero, figure, format_code};
use crate::report::chart::{ChartKind, ChartSpec, Row, SeriesStyle};
use crate::report::role::Role;
use crate::text::messages::{deck as m, report as r};
use crate::text::{Lang, number};

/// The most bars below each other that still read well on a slide.
const MOST_BARS: usize = 14;

/// The kinds of charts that PowerPoint draws.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Level bars.
    Bars,
    /// Level bars of shares of one whole each.
    Shares,
    /// Upright columns.
    Columns,
    /// Lines.
    Lines,
}

impl Kind {
    /// Returns whether its bars lie level, names at their left.
    pub fn is_level(self) -> bool {
        matches!(self, Kind::Bars | Kind::Shares)
    }
}

/// What a mark is filled with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Fill {
    /// Nothing: it only carries labels, or lifts what stands on it.
    None,
    /// A colour.
    Plain(Ink),
    /// Slanted lines.
    Hatched(Ink),
}

/// A label of a point.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Label {
    /// How its figure is written.
    pub format: String,
    /// How it looks.
    pub style: Style,
    /// Where it stands, as the schema names it.
    pub position: &'static str,
    /// What lies behind it, where the mark would hide it.
    pub ground: Option<Ink>,
    /// What it says instead of its figure.
    pub text: Option<String>,
}

/// A series: its figures stand in the column of the same position.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Run {
    /// What its marks are filled with.
    pub fill: Fill,
    /// What some of them are filled with instead.
    pub points: Vec<Option<Fill>>,
    /// One label per row, where there is one.
    pub labels: Vec<Option<Label>>,
    /// Whether the legend names it.
    pub named: bool,
    /// Whether it stands on axes of its own, which do not show: totals at the right of shares.
    pub aside: bool,
    /// How its line is broken.
    pub dash: Option<&'static str>,
    /// The point that a circle marks.
    pub marked: Option<usize>,
}

impl Run {
    fn new(fill: Fill, rows: usize) -> Self {
        Self {
            fill,
            points: Vec::new(),
            labels: vec![None; rows],
            named: true,
            aside: false,
            dash: None,
            marked: None,
        }
    }
}

/// A chart, ready to be written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Plot {
    /// Its kind.
    pub kind: Kind,
    /// Its figures.
    pub sheet: Sheet,
    /// Its series, one per column of the sheet.
    pub runs: Vec<Run>,
    /// Width and height of the whole.
    pub size: (f32, f32),
    /// Where its marks lie.
    pub area: Area,
    /// Where its legend lies.
    pub legend: Option<Area>,
    /// The least and the greatest value.
    pub ends: (f64, f64),
    /// From one value of the axis to the next; no axis without it.
    pub ticks: Option<f64>,
    /// How the values of the axis are written.
    pub axis_format: String,
    /// How names of rows look.
    pub names: Style,
    /// The space between bars, in hundredths of a bar.
    pub gap: u32,
    /// One name of so many is written.
    pub skip: usize,
    /// A split between columns: where it stands, and what is on either side.
    pub split: Option<(f32, String, String)>,
}

const NAMES: Style = Style::new(23.0, Ink::TEXT).bold();
const TOTAL: Style = Style::new(28.0, Ink::TEXT).bold();
const INSIDE: f32 = 20.0;
/// The space between a chart's names and its marks.
const APART: f32 = 22.0;

/// Returns a chart for a place of this size; nothing where PowerPoint could not draw it true, so that a picture is to stand there.
pub(super) fn plot(spec: &ChartSpec, size: (f32, f32), lang: Lang) -> Option<Plot> {
    if spec.rows.is_empty() || spec.series.is_empty() {
        return None;
    }
    let sound = |row: &Row| row.values.len() == spec.series.len() && row.values.iter().all(|v| v.is_finite());
    if !spec.rows.iter().all(sound) {
        return None;
    }
    let level = spec.rows.len() <= MOST_BARS;
    match spec.kind {
        ChartKind::StackedBars if spec.axis.as_share && level => {
            let whole = |row: &Row| row.total() > 0.0 && row.values.iter().all(|v| *v >= 0.0);
            spec.rows.iter().all(whole).then(|| shares(spec, size, lang))
        }
        ChartKind::StackedBars | ChartKind::RowBars if level => Some(bars(spec, size, lang)),
        ChartKind::Waterfall if level => waterfall(spec, size, lang),
        ChartKind::Columns => Some(columns(spec, size, lang)),
        ChartKind::Lines => Some(lines(spec, size, lang)),
        _ => None,
    }
}

/// The figures of the rows, one column per series.
fn sheet(spec: &ChartSpec) -> Sheet {
    let column = |k: usize, name: &str| Column {
        name: name.to_owned(),
        values: spec
            .rows
            .iter()
            .map(|row| row.written.figure(row.values.get(k).copied().unwrap_or(0.0)))
            .collect(),
    };
    Sheet {
        corner: spec.axis.unit.clone(),
        labels: spec.rows.iter().map(|row| row.label.clone()).collect(),
        written: spec.rows.iter().map(|row| row.written).collect(),
        columns: spec
            .series
            .iter()
            .enumerate()
            .map(|(k, s)| column(k, &s.label))
            .collect(),
        source: spec.source.clone(),
    }
}

/// The sums of the rows.
fn totals(sheet: &Sheet, lang: Lang) -> Column {
    let sum = |row: usize| sheet.columns.iter().filter_map(|c| c.values.get(row)).sum();
    Column {
        name: r::TOTAL.get(lang).to_owned(),
        values: (0..sheet.labels.len()).map(sum).collect(),
    }
}

/// Returns the place of the legend over the marks, and where it ends; nothing where there is nothing to tell apart.
fn legend(names: &[&str], from: f32, wide: f32) -> (Option<Area>, f32) {
    if names.len() < 2 {
        return (None, 0.0);
    }
    let style = Style::new(LEGEND, Ink::SECOND);
    // A mark, its space, its name, and the space to the next.
    let all: f32 = names.iter().map(|n| style.width(n) + 54.0).sum::<f32>() + 24.0;
    let left = if from + all <= wide { from } else { 0.0 };
    let rows = (all / (wide - left)).ceil().max(1.0);
    let high = rows * 36.0;
    let right = (left + all).min(wide);
    (Some(Area::new(left, 0.0, right, high)), high + 14.0)
}

/// Returns the width that names of rows take, and how they look.
fn names(labels: &[String], wide: f32) -> (f32, Style) {
    let most = wide * 0.27;
    let longest = |style: Style| labels.iter().map(|l| style.width(l)).fold(0.0, f32::max);
    let word = |style: Style| {
        let words = labels.iter().flat_map(|l| l.split(' '));
        words.map(|w| style.width(w)).fold(0.0, f32::max)
    };
    let style = if word(NAMES) <= most { NAMES } else { NAMES.sized(18.0) };
    (longest(style).min(most) + APART, style)
}

/// Returns the label of a figure inside its mark.
fn inside(row: &Row, ink: Ink, lang: Lang) -> Label {
    Label {
        format: format_code(row.written, Zero::Hidden, lang),
        style: Style::new(INSIDE, ink).bold(),
        position: "ctr",
        ground: None,
        text: None,
    }
}

/// Returns the label of a total after its bar.
fn after(row: &Row, position: &'static str, lang: Lang) -> Label {
    Label {
        format: format_code(row.written, Zero::Shown, lang),
        style: TOTAL,
        position,
        ground: None,
        text: None,
    }
}

/// Returns whether a figure has room in a mark this long.
fn fits(row: &Row, value: f64, long: f32, lang: Lang) -> bool {
    let style = Style::new(INSIDE, Ink::TEXT).bold();
    let text = figure(row.written, row.written.figure(value), lang);
    value != 0.0 && style.width(&text) + 10.0 <= long
}

fn total_width(sheet: &Sheet, totals: &Column, lang: Lang) -> f32 {
    let each = totals.values.iter().zip(&sheet.written);
    let texts = each.map(|(value, written)| TOTAL.width(&figure(*written, *value, lang)));
    texts.fold(0.0, f32::max) + 26.0
}

fn frame(spec: &ChartSpec, kind: Kind, sheet: Sheet, size: (f32, f32)) -> Plot {
    let rows = spec.rows.len();
    Plot {
        kind,
        runs: Vec::new(),
        size,
        area: Area::new(0.0, 0.0, size.0, size.1),
        legend: None,
        ends: (0.0, 1.0),
        ticks: None,
        axis_format: "General".to_owned(),
        names: NAMES,
        gap: if rows <= 4 { 95 } else { 55 },
        skip: 1,
        split: None,
        sheet,
    }
}

/// The height that bars take: neither too thick when there are few nor beyond what there is.
fn bars_height(rows: usize, room: f32) -> f32 {
    (rows as f32 * 200.0).min(room)
}

fn legend_names(spec: &ChartSpec) -> Vec<&str> {
    spec.series.iter().map(|s| s.label.as_str()).collect()
}

fn shares(spec: &ChartSpec, size: (f32, f32), lang: Lang) -> Plot {
    let mut sheet = sheet(spec);
    let sums = totals(&sheet, lang);
    let (left, style) = names(&sheet.labels, size.0);
    let right = total_width(&sheet, &sums, lang).max(60.0);
    let (legend, top) = legend(&legend_names(spec), left, size.0);
    let room = size.1 - top - 46.0;
    let area = Area::new(left, top, size.0 - right, top + bars_height(spec.rows.len(), room));
    let mut runs: Vec<Run> = Vec::new();
    for (k, series) in spec.series.iter().enumerate() {
        let mut run = Run::new(Fill::Plain(Ink::of(series.role)), spec.rows.len());
        for (row, label) in spec.rows.iter().zip(&mut run.labels) {
            let value = row.values.get(k).copied().unwrap_or(0.0);
            let long = (value / row.total()) as f32 * area.width();
            *label = fits(row, value, long, lang).then(|| inside(row, Ink::on(series.role), lang));
        }
        runs.push(run);
    }
    let mut carrier = Run::new(Fill::None, spec.rows.len());
    carrier.named = false;
    carrier.aside = true;
    carrier.labels = spec.rows.iter().map(|row| Some(after(row, "outEnd", lang))).collect();
    runs.push(carrier);
    sheet.columns.push(sums);
    let percent = match lang {
        Lang::Fr => "0\"\u{a0}\"%",
        Lang::En => "0%",
    };
    Plot {
        runs,
        area,
        legend,
        ticks: Some(0.25),
        axis_format: percent.to_owned(),
        names: style,
        ..frame(spec, Kind::Shares, sheet, size)
    }
}

fn bars(spec: &ChartSpec, size: (f32, f32), lang: Lang) -> Plot {
    let mut sheet = sheet(spec);
    let sums = totals(&sheet, lang);
    let (left, style) = names(&sheet.labels, size.0);
    let (legend, top) = legend(&legend_names(spec), left, size.0);
    let area = Area::new(left, top, size.0, top + bars_height(spec.rows.len(), size.1 - top));
    // Room after the longest bar for its total, and before zero for what is below it.
    let side = |row: usize, above: bool| -> f64 {
        let of = |c: &Column| c.values.get(row).copied().unwrap_or(0.0);
        let parts = sheet.columns.iter().map(of).filter(|v| (*v > 0.0) == above);
        parts.sum()
    };
    let rows = 0..spec.rows.len();
    let most = rows.clone().map(|k| side(k, true)).fold(0.0, f64::max);
    let least = rows.map(|k| side(k, false)).fold(0.0, f64::min);
    let span = (most - least).max(f64::MIN_POSITIVE);
    let marks = f64::from(area.width() - total_width(&sheet, &sums, lang)).max(1.0);
    let greatest = least + span * f64::from(area.width()) / marks;
    let scale = marks / span;
    let by_row = spec.kind == ChartKind::RowBars;
    let mut runs: Vec<Run> = Vec::new();
    for (k, series) in spec.series.iter().enumerate() {
        let of = |role: Role| match series.style {
            SeriesStyle::Hatched => Fill::Hatched(Ink::of(role)),
            _ => Fill::Plain(Ink::of(role)),
        };
        let mut run = Run::new(of(series.role), spec.rows.len());
        if by_row {
            run.points = spec.rows.iter().map(|row| row.swatch.map(of)).collect();
        }
        for (at, row) in spec.rows.iter().enumerate() {
            let value = row.values.get(k).copied().unwrap_or(0.0);
            let long = (row.written.figure(value).abs() * scale) as f32;
            let role = row.swatch.filter(|_| by_row).unwrap_or(series.role);
            // A figure over slanted lines stands on a ground of its own.
            let hatched = series.style == SeriesStyle::Hatched;
            let ink = if hatched { Ink::TEXT } else { Ink::on(role) };
            let own = Label {
                ground: hatched.then_some(Ink::GROUND),
                ..inside(row, ink, lang)
            };
            // One part alone is the total, which stands after it.
            if let Some(label) = run.labels.get_mut(at) {
                *label = (spec.series.len() > 1 && fits(row, value, long, lang)).then_some(own);
            }
        }
        runs.push(run);
    }
    let mut carrier = Run::new(Fill::None, spec.rows.len());
    carrier.named = false;
    carrier.labels = spec.rows.iter().map(|row| Some(after(row, "inBase", lang))).collect();
    runs.push(carrier);
    sheet.columns.push(sums);
    Plot {
        runs,
        area,
        legend,
        ends: (least, greatest),
        names: style,
        ..frame(spec, Kind::Bars, sheet, size)
    }
}

/// From gross to net: what is taken hangs where the bar above ends. Nothing where a step would pass below zero.
fn waterfall(spec: &ChartSpec, size: (f32, f32), lang: Lang) -> Option<Plot> {
    let values: Vec<f64> = spec.rows.iter().filter_map(|row| row.values.first().copied()).collect();
    let last = values.len().checked_sub(1)?;
    let (mut level, mut lifted, mut long) = (0.0, Vec::new(), Vec::new());
    for (k, value) in values.iter().enumerate() {
        let (from, to) = match k == 0 || k == last {
            true => (0.0, *value),
            false => (level, level + value),
        };
        level = to;
        lifted.push(f64::min(from, to));
        long.push((to - from).abs());
    }
    if lifted.iter().any(|v| *v < 0.0) {
        return None;
    }
    let mut sheet = sheet(spec);
    let column = |name: &str, values: &[f64]| Column {
        name: name.to_owned(),
        values: values.to_vec(),
    };
    let name = spec.series.first().map_or("", |s| s.label.as_str());
    sheet.columns = vec![
        column(m::LIFTED.get(lang), &lifted),
        column(name, &long),
        column(m::WRITTEN_AFTER.get(lang), &long),
    ];
    let (left, style) = names(&sheet.labels, size.0);
    let area = Area::new(left, 0.0, size.0, bars_height(spec.rows.len(), size.1));
    let texts = spec.rows.iter().map(|row| TOTAL.width(&row.total_label));
    let room = texts.fold(0.0, f32::max) + 26.0;
    let most = lifted
        .iter()
        .zip(&long)
        .map(|(a, b)| a + b)
        .fold(f64::MIN_POSITIVE, f64::max);
    let greatest = most * f64::from(area.width() / (area.width() - room).max(1.0));
    let rows = spec.rows.len();
    let mut bars = Run::new(Fill::Plain(Ink::of(Role::Neutral)), rows);
    bars.points = spec
        .rows
        .iter()
        .map(|row| row.swatch.map(|r| Fill::Plain(Ink::of(r))))
        .collect();
    let mut carrier = Run::new(Fill::None, rows);
    let signed = spec.rows.iter().enumerate().map(|(k, row)| {
        let sign = match values.get(k) {
            Some(v) if k > 0 && k < last && *v < 0.0 => format!("\"{}\"", number::MINUS),
            Some(v) if k > 0 && k < last && *v > 0.0 => "\"+\"".to_owned(),
            _ => String::new(),
        };
        let plain = format_code(row.written, Zero::Shown, lang);
        let above = plain.split(';').next().unwrap_or_default();
        let zero = above.to_owned();
        Some(Label {
            format: format!("{};{zero};{zero}", signed_section(above, &sign)),
            ..after(row, "inBase", lang)
        })
    });
    carrier.labels = signed.collect();
    let runs = vec![Run::new(Fill::None, rows), bars, carrier];
    Some(Plot {
        runs,
        area,
        ends: (0.0, greatest),
        names: style,
        ..frame(spec, Kind::Bars, sheet, size)
    })
}

/// Puts a sign between the region and the digits of a section.
fn signed_section(section: &str, sign: &str) -> String {
    match section.split_once(']') {
        Some((region, digits)) => format!("{region}]{sign}{digits}"),
        None => format!("{sign}{section}"),
    }
}

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
fn upright(spec: &ChartSpec, size: (f32, f32)) -> (Option<Area>, Area, Style, usize) {
    let (legend, top) = legend(&legend_names(spec), 0.0, size.0);
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

fn columns(spec: &ChartSpec, size: (f32, f32), lang: Lang) -> Plot {
    let mut sheet = sheet(spec);
    let sums = totals(&sheet, lang);
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
    carrier.named = false;
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
fn axis_written(spec: &ChartSpec, written: crate::report::chart::Written) -> crate::report::chart::Written {
    let whole = spec.axis.ticks.iter().all(|(v, _)| v.fract() == 0.0);
    match whole {
        true => crate::report::chart::Written::plain(crate::text::rounding::Precision::WHOLE),
        false => written,
    }
}

fn lines(spec: &ChartSpec, size: (f32, f32), lang: Lang) -> Plot {
    let sheet = sheet(spec);
    let (legend, area, names, skip) = upright(spec, size);
    let all = || sheet.columns.iter().flat_map(|c| c.values.iter().copied());
    let (most, least) = (all().fold(0.0, f64::max), all().fold(0.0, f64::min));
    let (ends, ticks) = upright_axis(spec, most, least, 1.08);
    let rows = spec.rows.len();
    let mut runs: Vec<Run> = Vec::new();
    for (k, series) in spec.series.iter().enumerate() {
        let mut run = Run::new(Fill::Plain(Ink::of(series.role)), rows);
        run.dash = match series.style {
            SeriesStyle::Dashed => Some("dash"),
            SeriesStyle::Dotted => Some("sysDot"),
            SeriesStyle::Plain | SeriesStyle::Hatched => None,
        };
        if k == 0 {
            // What is said of a year stands at its point of the first line; the last figure at its end.
            for (at, row) in spec.rows.iter().enumerate() {
                let text = (!row.total_label.is_empty()).then(|| row.total_label.clone());
                if text.is_some() {
                    run.marked = Some(at);
                }
                let early = at * 4 < rows;
                let label = Label {
                    text,
                    style: Style::new(22.0, Ink::TEXT).bold(),
                    ..after(row, if early { "t" } else { "l" }, lang)
                };
                let said = label.text.is_some() || at + 1 == rows;
                if let Some(place) = run.labels.get_mut(at).filter(|_| said) {
                    *place = Some(label);
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
