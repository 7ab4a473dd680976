//! Charts and tables as plain data: described once, drawn by the window and by every export.

use super::role::Role;
use crate::text::messages::why::ROUNDED;
use crate::text::rounding::Precision;
use crate::text::{Lang, number};

/// A chart: what it finds, what it measures, and the marks that show it.
#[derive(Clone, Debug, PartialEq)]
pub struct ChartSpec {
    /// Name that never changes, for files and for remembering what is shown as a table.
    pub id: &'static str,
    /// The sentence the chart proves.
    pub finding: String,
    /// Measure, territory, gross or net, unit.
    pub subtitle: String,
    /// Source and price year.
    pub source: String,
    /// What a reader who cannot see the chart is told.
    pub alt: String,
    /// How the rows are drawn.
    pub kind: ChartKind,
    /// The parts of each row, in stacking order.
    pub series: Vec<Series>,
    /// One bar or column each.
    pub rows: Vec<Row>,
    /// The value axis.
    pub axis: Axis,
    /// A split between columns, such as construction and operation.
    pub marker: Option<Marker>,
    /// The legend's label for the saved version; none when no row has a ghost.
    pub ghost_label: Option<String>,
}

/// How rows are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartKind {
    /// Horizontal bars, for names.
    StackedBars,
    /// Upright columns, for years.
    Columns,
    /// Horizontal bars in which each row, not each part, has the colour of its role: governments, whose parts are told apart by hatching.
    RowBars,
    /// Horizontal bars that start where the one above ends, between a first and a last that start at zero: from gross to net.
    Waterfall,
    /// One line per series over the years of the rows.
    Lines,
    /// Scenarios side by side: three series each, gross, net and the difference with another scenario, and each row on a scale of its own. The first row
    /// holds the names of the scenarios; a value that does not exist is NaN; the label of a row may have a second line.
    SideBySide,
    /// Upright columns from a figure to another: rows without a difference stand at zero, the others start where the one before ends. The label of a row
    /// may have a second line.
    Steps,
    /// The same as bars under each other, where there are too many for columns.
    StepBars,
}

/// One part of every row.
#[derive(Clone, Debug, PartialEq)]
pub struct Series {
    /// What the part stands for.
    pub role: Role,
    /// Its name in the legend and in tables.
    pub label: String,
    /// How it is drawn.
    pub style: SeriesStyle,
}

/// How the marks of a series are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SeriesStyle {
    /// Filled, or an unbroken line.
    #[default]
    Plain,
    /// Hatched: parafiscal revenue.
    Hatched,
    /// A dashed line, such as a cost to be reached.
    Dashed,
    /// A dotted line: what happens if the project closes early.
    Dotted,
}

impl Series {
    /// A series drawn plainly.
    pub fn plain(role: Role, label: impl Into<String>) -> Self {
        Self {
            role,
            label: label.into(),
            style: SeriesStyle::Plain,
        }
    }
}

/// One bar or column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Name or year.
    pub label: String,
    /// A small square before the label, when the row itself has a role.
    pub swatch: Option<Role>,
    /// One value per series, in the unit of the axis.
    pub values: Vec<f64>,
    /// The total as written after the bar; empty to write none.
    pub total_label: String,
    /// The total as told on hover and in the table, where it is not written beside the bar.
    pub hidden_total: String,
    /// One written value per series, shown inside the mark where it fits.
    pub value_labels: Vec<String>,
    /// The saved version's total.
    pub ghost: Option<f64>,
    /// The signed difference with the saved version, as written.
    pub difference: Option<Difference>,
    /// How finely its figures are written, for charts that write them themselves, as those of slides do.
    pub written: Written,
}

/// How the figures of a row are written.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Written {
    /// What they are divided by, and their decimals.
    pub precision: Precision,
    /// Whether the sign of the dollar stands beside each.
    pub dollars: bool,
}

impl Written {
    /// Figures without a sign beside them.
    pub fn plain(precision: Precision) -> Self {
        Self {
            precision,
            dollars: false,
        }
    }

    /// Dollars, whole or rounded further.
    pub fn dollars(precision: Precision) -> Self {
        Self {
            precision,
            dollars: true,
        }
    }

    /// Returns a value of the row in the unit it is written in: jobs as they are, dollars in millions; dollars written whole are rounded as they are shown,
    /// since no more is known of them.
    pub fn figure(self, value: f64) -> f64 {
        match self.dollars {
            true => self.precision.shown(value),
            false => value / self.precision.unit(),
        }
    }

    /// Returns the decimals of the figure.
    pub fn places(self) -> usize {
        usize::from(self.precision.places())
    }
}

/// A signed difference and whether it is welcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// As written, with its sign.
    pub text: String,
    /// Whether it is more, less or as much of something wanted.
    pub tone: Tone,
}

/// Whether a change is a gain, a loss or neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// More of what is wanted.
    Gain,
    /// Less of what is wanted.
    Loss,
    /// Neither.
    Neutral,
}

/// The value axis of a chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// Unit of the values, for exports and tables.
    pub unit: String,
    /// Whether each bar is drawn as shares of its own total, so that bars of different units compare.
    pub as_share: bool,
    /// Values and how they are written; shares of one when `as_share`.
    pub ticks: Vec<(f64, String)>,
}

/// A split between two columns of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Marker {
    /// The number of columns before the split.
    pub before: usize,
    /// What stands before it.
    pub left: String,
    /// What stands after it.
    pub right: String,
}

impl Row {
    /// Returns the sum of the parts.
    pub fn total(&self) -> f64 {
        self.values.iter().sum()
    }

    /// Returns the total as written, beside the bar or not; empty where there is none.
    pub fn written_total(&self) -> &str {
        if self.total_label.is_empty() {
            &self.hidden_total
        } else {
            &self.total_label
        }
    }

    /// Returns what is written inside the mark of a series, where it fits: nothing for a part too small to show in its figure, which would read as zero.
    pub fn value_label(&self, series: usize) -> &str {
        let text = self.value_labels.get(series).map_or("", String::as_str);
        if number::shows_zero(text) { "" } else { text }
    }
}

impl ChartSpec {
    /// Says under the chart that amounts are rounded, where the parts of a bar, as they are written, sum to something else than its total.
    pub(super) fn noting_rounding(mut self, lang: Lang) -> Self {
        let written = matches!(self.kind, ChartKind::StackedBars | ChartKind::RowBars);
        let misses = |row: &Row| {
            let total = row.values.iter().sum();
            row.value_labels.len() > 1 && row.written.precision.misses(&row.values, total)
        };
        if written && self.rows.iter().any(misses) {
            self.source = format!("{} {}.", self.source, ROUNDED.get(lang));
        }
        self
    }

    /// Returns the values of a row as drawn: finite, and shares of their total when the axis asks for it.
    ///
    /// A total with a part below zero has no shares: its bar is left out, and its figure stands alone.
    pub fn drawn(&self, row: &Row) -> Vec<f64> {
        let finite = |value: &f64| if value.is_finite() { *value } else { 0.0 };
        let values: Vec<f64> = row.values.iter().map(finite).collect();
        if !self.axis.as_share {
            return values;
        }
        let total: f64 = values.iter().sum();
        let whole = total > 0.0 && values.iter().all(|v| *v >= 0.0);
        values
            .into_iter()
            .map(|v| if whole { v / total } else { 0.0 })
            .collect()
    }

    /// Returns the largest total of a row (of lines, the largest value), saved versions included, and at least the last tick.
    pub fn largest(&self) -> f64 {
        if self.axis.as_share {
            return 1.0;
        }
        if self.kind == ChartKind::Lines {
            let values = self.rows.iter().flat_map(|row| row.values.iter().copied());
            let ticks = self.axis.ticks.iter().map(|(value, _)| *value);
            return values.chain(ticks).filter(|v| v.is_finite()).fold(0.0, f64::max);
        }
        let totals = self.rows.iter().flat_map(|row| [row.total(), row.ghost.unwrap_or(0.0)]);
        let ticks = self.axis.ticks.iter().map(|(value, _)| *value);
        totals
            .chain(ticks)
            .filter(|value| value.is_finite())
            .fold(0.0, f64::max)
    }

    /// Returns the chart as a table: one line per row, one column per series, and the total; a single series without values of its own is the total.
    pub fn to_table(&self, total: &str) -> TableSpec {
        if self.kind != ChartKind::Waterfall
            && let [series] = self.series.as_slice()
            && self
                .rows
                .iter()
                .all(|row| row.value_labels.iter().all(String::is_empty))
        {
            return self.single_table(&series.label);
        }
        let mut columns = vec![String::new()];
        columns.extend(self.series.iter().map(|series| series.label.clone()));
        let has_total = self.kind != ChartKind::SideBySide;
        // What stands after lines is said of a year; it is no total.
        let last = if self.kind == ChartKind::Lines { "" } else { total };
        columns.extend(has_total.then(|| last.to_owned()));
        let rows = self.rows.iter().skip(usize::from(!has_total)).map(|row| {
            let mut cells = vec![row.label.replace('\n', ", ")];
            cells.extend((0..self.series.len()).map(|part| row.value_labels.get(part).cloned().unwrap_or_default()));
            cells.extend(has_total.then(|| row.written_total().to_owned()));
            cells
        });
        TableSpec {
            title: self.finding.clone(),
            columns,
            rows: rows.collect(),
            alt: self.alt.clone(),
            ..TableSpec::default()
        }
    }

    /// Returns the totals alone as a table, with what stands after them.
    fn single_table(&self, column: &str) -> TableSpec {
        let after = |row: &Row| row.difference.as_ref().map(|d| d.text.clone());
        let more = self.rows.iter().any(|row| row.difference.is_some());
        let mut columns = vec![String::new(), column.to_owned()];
        columns.extend(more.then(String::new));
        let rows = self.rows.iter().map(|row| {
            let mut cells = vec![row.label.clone(), row.total_label.clone()];
            cells.extend(more.then(|| after(row).unwrap_or_default()));
            cells
        });
        TableSpec {
            title: self.finding.clone(),
            columns,
            rows: rows.collect(),
            alt: self.alt.clone(),
            ..TableSpec::default()
        }
    }
}

/// A table of texts: the first column names, the others are figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TableSpec {
    /// The sentence the table proves.
    pub title: String,
    /// Headers, the first one over the names.
    pub columns: Vec<String>,
    /// One list of cells per row.
    pub rows: Vec<Vec<String>>,
    /// What a reader who cannot see the table is told.
    pub alt: String,
    /// How each row stands out, by position; plainly where the list ends.
    pub styles: Vec<RowStyle>,
}

/// How a row of a table stands out from the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowStyle {
    /// Its place among the rows.
    pub weight: RowWeight,
    /// The mark before its name, the same as in charts.
    pub swatch: Option<(Role, SeriesStyle)>,
}

/// The place of a row among the others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum RowWeight {
    /// One among others.
    #[default]
    Plain,
    /// The name of the rows that follow, without figures.
    Heading,
    /// A sum whose parts follow.
    Strong,
    /// The sum of the rows above.
    Total,
}

impl RowStyle {
    /// A row without a mark.
    pub fn of(weight: RowWeight) -> Self {
        Self { weight, swatch: None }
    }
}

impl TableSpec {
    /// Makes the last row a total.
    pub fn with_total(mut self) -> Self {
        self.styles.resize(self.rows.len(), RowStyle::default());
        if let Some(last) = self.styles.last_mut() {
            last.weight = RowWeight::Total;
        }
        self
    }

    /// Returns how a row stands out.
    pub fn style(&self, row: usize) -> RowStyle {
        self.styles.get(row).copied().unwrap_or_default()
    }

    /// Returns the table as a spreadsheet takes it from the clipboard: cells between tabs, rows between line ends.
    pub fn to_tab_separated(&self) -> String {
        let row = |cells: &[String]| cells.join("\t");
        let mut lines = vec![self.title.clone(), row(&self.columns)];
        lines.extend(self.rows.iter().map(|r| row(r)));
        lines.join("\n")
    }
}

/// Returns about `count` round axis values above zero, with zero, none beyond `largest`.
pub fn round_ticks(largest: f64, count: usize) -> Vec<f64> {
    if !largest.is_finite() || largest <= 0.0 {
        return vec![0.0];
    }
    let rough = largest / (count as f64 + 1.0);
    let power = 10_f64.powf(rough.log10().floor());
    let round = [1.0, 2.0, 2.5, 5.0, 10.0].into_iter().map(|factor| factor * power);
    let step = round.into_iter().find(|step| *step >= rough).unwrap_or(rough);
    let last = (largest / step * 1.000_001).floor() as usize;
    (0..=last.min(2 * count + 2)).map(|index| index as f64 * step).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_total_with_a_part_below_zero_has_no_shares() {
        let row = |values: &[f64]| Row {
            values: values.to_vec(),
            ..Row::default()
        };
        let mut spec = ChartSpec {
            id: "shares",
            finding: String::new(),
            subtitle: String::new(),
            source: String::new(),
            alt: String::new(),
            kind: ChartKind::StackedBars,
            series: Vec::new(),
            rows: Vec::new(),
            axis: Axis {
                as_share: true,
                ..Axis::default()
            },
            marker: None,
            ghost_label: None,
        };
        assert_eq!(spec.drawn(&row(&[3.0, 1.0])), [0.75, 0.25]);
        assert_eq!(spec.drawn(&row(&[-7.0, 1.0])), [0.0, 0.0]);
        assert_eq!(spec.drawn(&row(&[-1.0, 9.0])), [0.0, 0.0]);
        spec.axis.as_share = false;
        assert_eq!(spec.drawn(&row(&[-7.0, f64::NAN])), [-7.0, 0.0]);
    }

    #[test]
    fn ticks_are_round_and_start_at_zero() {
        assert_eq!(round_ticks(153.0, 3), [0.0, 50.0, 100.0, 150.0]);
        assert_eq!(round_ticks(150.0, 3), [0.0, 50.0, 100.0, 150.0]);
        assert_eq!(round_ticks(12.0, 3), [0.0, 5.0, 10.0]);
        assert_eq!(round_ticks(0.0, 3), [0.0]);
        assert_eq!(round_ticks(f64::NAN, 3), [0.0]);
    }
}
