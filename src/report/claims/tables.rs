//! The tables of a claim and its chart: ways of counting, published cases, and the range with the claim on one scale.

use super::{Told, chart_id, value};
use crate::report::chart::{Axis, ChartKind, ChartSpec, Row, Series, SeriesStyle, TableSpec, Written, round_ticks};
use crate::report::role::Role;
use crate::report::words::upper_first;
use crate::study::CountedIn;
use crate::study::claims::{CaseKind, ClaimFigure, ComparedCase, Difference, Finding, Range};
use crate::text::messages::claims as m;
use crate::text::rounding::Precision;
use crate::text::{Msg, number};

/// The most cases that a chart shows.
const CHART_CASES: usize = 8;

impl Told<'_> {
    /// Returns every way to count a figure with the model's range in it; nothing where the model has none.
    pub fn readings(&self, f: &Finding) -> Option<TableSpec> {
        let yes = |v: bool| self.get(if v { m::YES } else { m::NO });
        let rows: Vec<Vec<String>> = f
            .readings
            .iter()
            .map(|r| {
                vec![
                    upper_first(&self.reading(f.figure, r)),
                    self.range(f.figure, r.range),
                    yes(r.stated),
                    yes(r.holds),
                ]
            })
            .collect();
        let holds = m::HOLDS_COLUMN.fill(self.lang, &[("value", &value(f.figure, f.value, self.lang))]);
        (!rows.is_empty()).then(|| TableSpec {
            title: self.get(m::READINGS_TITLE),
            columns: vec![
                self.get(m::READING_COLUMN),
                self.get(m::RANGE_COLUMN),
                self.get(m::STATED_COLUMN),
                holds,
            ],
            rows,
            alt: self.get(m::READINGS_TITLE),
            ..TableSpec::default()
        })
    }

    fn compares(&self, case: &ComparedCase) -> String {
        if case.differences.is_empty() {
            return self.get(match case.kind {
                CaseKind::Announcement => m::ANNOUNCED_TOO,
                _ => m::SAME_DEFINITION,
            });
        }
        let reasons = case.differences.iter().map(|d| {
            self.get(match d {
                Difference::Industry => m::WHY_INDUSTRY,
                Difference::Province => m::WHY_PROVINCE,
                Difference::Territory => m::WHY_TERRITORY,
                Difference::Effects => m::WHY_EFFECTS,
                Difference::Period => m::WHY_PERIOD,
                Difference::Announced => m::WHY_ANNOUNCED,
                Difference::Claimed => m::WHY_CLAIMED,
            })
        });
        let reasons = reasons.collect::<Vec<_>>().join(", ");
        m::NOT_THE_SAME.fill(self.lang, &[("reasons", &reasons)])
    }

    /// Returns the published cases of the same ratio, each with why it compares or not; nothing where there is none.
    pub fn case_table(&self, f: &Finding) -> Option<TableSpec> {
        let (base, _) = f.base?;
        let rows: Vec<Vec<String>> = f
            .cases
            .iter()
            .map(|c| {
                vec![
                    c.title.get(self.lang).to_owned(),
                    self.ratio(f.figure, base, c.ratio),
                    value(f.figure, shown(f.figure, c.value), self.lang),
                    self.compares(c),
                ]
            })
            .collect();
        let columns = [m::CASE_COLUMN, m::RATIO_COLUMN, m::SCALED_COLUMN, m::COMPARES_COLUMN];
        (!rows.is_empty()).then(|| TableSpec {
            title: self.get(m::CASES_TITLE),
            columns: columns.iter().map(|c| self.get(*c)).collect(),
            rows,
            alt: self.get(m::CASES_TITLE),
            ..TableSpec::default()
        })
    }

    /// Returns where each case is published, then what to know of them, each remark once.
    pub fn case_notes(&self, f: &Finding) -> Vec<String> {
        let source = |c: &ComparedCase| {
            let values = [("name", c.title.get(self.lang)), ("source", c.source.get(self.lang))];
            m::CASE_AND_SOURCE.fill(self.lang, &values)
        };
        let mut out: Vec<String> = f.cases.iter().map(source).collect();
        for note in f.cases.iter().filter_map(|c| c.note.as_ref()) {
            let note = note.get(self.lang).to_owned();
            if !out.contains(&note) {
                out.push(note);
            }
        }
        out
    }

    /// Returns the claim, the range and the cases that compare on one scale; nothing without a range.
    pub fn chart(&self, f: &Finding) -> Option<ChartSpec> {
        let (lang, range) = (self.lang, f.range?);
        // Dollars show in millions, shares in percent.
        let (unit, scale) = match f.figure {
            g if g.is_money() => (number::money_unit("M", lang), 1e-6),
            ClaimFigure::PayrollShare => (self.get(m::UNIT_SHARE), 100.0),
            ClaimFigure::Multiplier => (self.get(m::UNIT_RATIO), 1.0),
            ClaimFigure::Families => (self.get(m::UNIT_FAMILIES), 1.0),
            _ if self.built() => (self.get(m::UNIT_JOB_YEARS), 1.0),
            _ => (self.get(m::UNIT_JOBS), 1.0),
        };
        let write = |v: f64| value(f.figure, v, lang);
        let places = match f.figure {
            ClaimFigure::Multiplier | ClaimFigure::PayrollShare => Precision::TENTHS,
            g if g.is_money() => Precision::TENTHS,
            _ => Precision::WHOLE,
        };
        let bar = |label: String, values: [f64; 3], total: String| Row {
            label,
            value_labels: values.iter().map(|_| String::new()).collect(),
            values: values.iter().map(|v| v * scale).collect(),
            total_label: total,
            written: Written::plain(places),
            ..Row::default()
        };
        let span = |r: Range| [0.0, r.low.max(0.0), r.high.max(0.0) - r.low.max(0.0)];
        let mut rows = vec![bar(self.get(m::CHART_CLAIM), [f.value, 0.0, 0.0], write(f.value))];
        rows.extend(
            f.model
                .map(|r| bar(self.get(m::CHART_MODEL), span(r), self.range(f.figure, r))),
        );
        if f.model != Some(range) {
            rows.push(bar(self.get(m::CHART_RANGE), span(range), self.range(f.figure, range)));
        }
        let same = f.cases.iter().filter(|c| c.differences.is_empty()).take(CHART_CASES);
        rows.extend(same.map(|c| {
            let v = shown(f.figure, c.value);
            bar(c.title.get(lang).to_owned(), [0.0, v, 0.0], write(v))
        }));
        let largest = rows.iter().map(Row::total).fold(0.0, f64::max);
        let ticks = round_ticks(largest, 3).into_iter().map(|t| {
            let places = number::needed_places(t, 0).min(4);
            (t, number::decimal(t, places, lang))
        });
        let place = self.place(CountedIn::Region);
        let subtitle = match f.base {
            Some((base, _)) if base != f.figure => {
                m::CHART_SUBTITLE.fill(lang, &[("base", &self.base(f)), ("place", &place)])
            }
            _ => m::CHART_SUBTITLE_RATIO.fill(lang, &[("place", &place)]),
        };
        let series = |role, label: Msg, style| Series {
            role,
            label: label.get(lang).to_owned(),
            style,
        };
        Some(ChartSpec {
            id: chart_id(f.figure),
            finding: self.finding(f),
            subtitle,
            source: m::CHART_SOURCE.fill(
                lang,
                &[
                    ("year", &self.judgement.data_year.to_string()),
                    ("source", self.statement.source.get(lang)),
                ],
            ),
            alt: self.get(m::CHART_ALT),
            kind: ChartKind::StackedBars,
            series: vec![
                series(Role::Claim, m::CHART_CLAIM, SeriesStyle::Plain),
                series(Role::Neutral, m::SERIES_VALUE, SeriesStyle::Plain),
                series(Role::Neutral, m::SERIES_RANGE, SeriesStyle::Hatched),
            ],
            rows,
            axis: Axis {
                unit,
                as_share: false,
                ticks: ticks.collect(),
            },
            marker: None,
            ghost_label: None,
        })
    }
}

/// Returns a case’s value as it is shown: people whole, the rest as it is.
pub(super) fn shown(figure: ClaimFigure, v: f64) -> f64 {
    if figure.is_people() { v.round() } else { v }
}
