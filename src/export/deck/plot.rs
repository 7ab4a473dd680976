//! How a chart of the report stands as a chart of PowerPoint: what its series are, where its parts lie, which labels have room.

use super::super::chart::scene::Area;
use super::ink::Ink;
use super::legend::{Entry, legend};
use super::sheet::{Column, Sheet, Zero, figure, format_code};
use super::upright;
use super::words::Style;
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
    /// Whether it stands on axes of its own, which do not show: totals at the right of shares.
    pub aside: bool,
    /// How its line is broken.
    pub dash: Option<&'static str>,
    /// The point that a circle marks.
    pub marked: Option<usize>,
}

impl Run {
    /// A series without labels yet.
    pub fn new(fill: Fill, rows: usize) -> Self {
        Self {
            fill,
            points: Vec::new(),
            labels: vec![None; rows],
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
    /// What its colours stand for, over the marks.
    pub legend: Vec<Entry>,
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
        ChartKind::Columns => Some(upright::columns(spec, size, lang)),
        ChartKind::Lines => Some(upright::lines(spec, size, lang)),
        _ => None,
    }
}

/// The figures of the rows, one column per series.
pub(super) fn sheet(spec: &ChartSpec) -> Sheet {
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

/// The totals of the rows, rounded by themselves as the report writes them.
pub(super) fn totals(spec: &ChartSpec, lang: Lang) -> Column {
    Column {
        name: r::TOTAL.get(lang).to_owned(),
        values: spec.rows.iter().map(|row| row.written.figure(row.total())).collect(),
    }
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
pub(super) fn after(row: &Row, position: &'static str, lang: Lang) -> Label {
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
    // A part too small to show a figure has none.
    row.written.precision.shown(value) != 0.0 && style.width(&text) + 10.0 <= long
}

fn total_width(sheet: &Sheet, totals: &Column, lang: Lang) -> f32 {
    let each = totals.values.iter().zip(&sheet.written);
    let texts = each.map(|(value, written)| TOTAL.width(&figure(*written, *value, lang)));
    texts.fold(0.0, f32::max) + 26.0
}

pub(super) fn frame(spec: &ChartSpec, kind: Kind, sheet: Sheet, size: (f32, f32)) -> Plot {
    let rows = spec.rows.len();
    Plot {
        kind,
        runs: Vec::new(),
        size,
        area: Area::new(0.0, 0.0, size.0, size.1),
        legend: Vec::new(),
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

fn shares(spec: &ChartSpec, size: (f32, f32), lang: Lang) -> Plot {
    let mut sheet = sheet(spec);
    let sums = totals(spec, lang);
    let (left, style) = names(&sheet.labels, size.0);
    let right = total_width(&sheet, &sums, lang).max(60.0);
    let (legend, top) = legend(spec, left, size.0);
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
    let sums = totals(spec, lang);
    let (left, style) = names(&sheet.labels, size.0);
    let (legend, top) = legend(spec, left, size.0);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::chart::{Axis, Series};

    const SIZE: (f32, f32) = (1200.0, 600.0);

    fn spec(kind: ChartKind, rows: &[&[f64]]) -> ChartSpec {
        let parts = rows.first().map_or(0, |row| row.len());
        let row = |values: &&[f64]| Row {
            label: "Name".to_owned(),
            values: values.to_vec(),
            ..Row::default()
        };
        ChartSpec {
            id: "test",
            finding: String::new(),
            subtitle: String::new(),
            source: String::new(),
            alt: String::new(),
            kind,
            series: (0..parts)
                .map(|k| Series::plain(Role::Direct, format!("Part {k}")))
                .collect(),
            rows: rows.iter().map(row).collect(),
            axis: Axis::default(),
            marker: None,
            ghost_label: None,
        }
    }

    #[test]
    fn a_total_with_a_part_below_zero_has_no_bar_of_shares() {
        let mut shares = spec(ChartKind::StackedBars, &[&[3.0, 1.0], &[-2.0, 5.0]]);
        // As amounts, bars go to either side of zero.
        let amounts = plot(&shares, SIZE, Lang::En).expect("drawn");
        assert_eq!(amounts.ends.0, -2.0);
        assert!(amounts.ends.1 > 5.0);
        shares.axis.as_share = true;
        assert_eq!(plot(&shares, SIZE, Lang::En), None);
        shares.rows.pop();
        assert!(plot(&shares, SIZE, Lang::En).is_some());
        shares.rows[0].values[0] = f64::NAN;
        assert_eq!(plot(&shares, SIZE, Lang::En), None);
    }

    #[test]
    fn steps_below_zero_are_left_to_a_picture() {
        let steps = spec(ChartKind::Waterfall, &[&[10.0], &[-4.0], &[6.0]]);
        let drawn = plot(&steps, SIZE, Lang::En).expect("drawn");
        assert_eq!(drawn.sheet.columns[0].values, [0.0, 6.0, 0.0]);
        assert_eq!(drawn.sheet.columns[1].values, [10.0, 4.0, 6.0]);
        let below = spec(ChartKind::Waterfall, &[&[10.0], &[-14.0], &[-4.0]]);
        assert_eq!(plot(&below, SIZE, Lang::En), None);
    }

    #[test]
    fn figures_show_where_their_mark_has_room() {
        let bars = spec(ChartKind::StackedBars, &[&[1000.0, 1.0], &[500.0, 0.2]]);
        let drawn = plot(&bars, SIZE, Lang::En).expect("drawn");
        let shown = |run: usize| -> Vec<bool> { drawn.runs[run].labels.iter().map(Option::is_some).collect() };
        assert_eq!(shown(0), [true, true]);
        assert_eq!(shown(1), [false, false]);
        // Totals stand after every bar, in a series without marks.
        assert_eq!(shown(2), [true, true]);
        assert_eq!(drawn.runs[2].fill, Fill::None);
        assert_eq!(drawn.sheet.columns[2].values, [1001.0, 500.2]);
    }
}
