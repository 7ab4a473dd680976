//! What the colours of a chart stand for, over its marks.

use super::super::chart::scene::Area;
use super::ink::Ink;
use super::plot::Fill;
use super::words::Style;
use crate::report::chart::{ChartKind, ChartSpec, SeriesStyle};
use crate::report::role::Role;

/// An entry of a legend: a mark, and its name after it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Entry {
    /// What the mark is filled with.
    pub fill: Fill,
    /// Where its mark lies.
    pub mark: Area,
    /// How its line is broken, and that it is a line.
    pub line: Option<Option<&'static str>>,
    /// Its name.
    pub name: String,
    /// Where the name is written.
    pub text: Area,
}

/// How names of a legend are written.
pub(super) const LEGEND: Style = Style::new(22.0, Ink::SECOND);

/// Returns the legend over the marks, and where it ends; nothing where there is nothing to tell apart.
///
/// * `from`: where it begins, when it has room there.
pub(super) fn legend(spec: &ChartSpec, from: f32, wide: f32) -> (Vec<Entry>, f32) {
    if spec.series.len() < 2 {
        return (Vec::new(), 0.0);
    }
    let lines = spec.kind == ChartKind::Lines;
    let (side, after, apart) = (if lines { 44.0 } else { 18.0 }, 11.0, 34.0);
    let width = |label: &str| side + after + LEGEND.width(label) + 2.0;
    let all: f32 = spec.series.iter().map(|s| width(&s.label) + apart).sum();
    let start = if from + all - apart <= wide { from } else { 0.0 };
    let (mut x, mut y) = (start, 0.0);
    let mut entries = Vec::new();
    for series in &spec.series {
        let long = width(&series.label);
        if x > start && x + long > wide {
            (x, y) = (start, y + LEGEND.line() + 8.0);
        }
        let middle = y + LEGEND.line() / 2.0;
        // Where rows have the colours, parts differ by their pattern alone.
        let role = match spec.kind {
            ChartKind::RowBars => Role::Neutral,
            _ => series.role,
        };
        let half = if lines { 0.0 } else { side / 2.0 };
        entries.push(Entry {
            fill: match series.style {
                SeriesStyle::Hatched => Fill::Hatched(Ink::of(role)),
                _ => Fill::Plain(Ink::of(role)),
            },
            mark: Area::new(x, middle - half, x + side, middle + half),
            line: lines.then(|| dash(series.style)),
            name: series.label.clone(),
            text: Area::new(x + side + after, y, x + long, y + LEGEND.line()),
        });
        x += long + apart;
    }
    (entries, y + LEGEND.line() + 22.0)
}

/// Returns how a line is broken.
pub(super) fn dash(style: SeriesStyle) -> Option<&'static str> {
    match style {
        SeriesStyle::Dashed => Some("dash"),
        SeriesStyle::Dotted => Some("sysDot"),
        SeriesStyle::Plain | SeriesStyle::Hatched => None,
    }
}
