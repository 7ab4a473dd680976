//! The page of local levers: what ten points more of local share would bring line by line, the bound, what the region lacks, how varied its jobs are.

mod tables;
mod variety;

pub use variety::{blocks as variety_blocks, variety};

use super::chart::{Axis, ChartKind, ChartSpec, Row, Series, TableSpec, Written, round_ticks};
use super::finances::{government, government_role};
use super::full::Block;
use super::overview::Scope;
use super::role::Role;
use super::words::{self, in_place, line as line_name};
use crate::ids::LineId;
use crate::study::{Bound, Gains, Government, Lever, PhaseStudy, Territory};
use crate::text::messages::levers as m;
use crate::text::rounding::Precision;
use crate::text::{Msg, number};

/// How many lines the chart shows.
const MOST_ROWS: usize = 10;
/// Amounts above this many dollars are said in millions.
const IN_MILLIONS: f64 = 10e6;

/// What levers are ranked by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum LeverMeasure {
    /// Jobs in the study region.
    #[default]
    Jobs,
    /// GDP in the study region.
    Gdp,
    /// Pay of residents after tax; before it where the data hold no law.
    Income,
    /// Public revenue in the province.
    Revenue,
}

impl LeverMeasure {
    /// The measures in the order of their choice.
    pub const ALL: [LeverMeasure; 4] = [
        LeverMeasure::Jobs,
        LeverMeasure::Gdp,
        LeverMeasure::Income,
        LeverMeasure::Revenue,
    ];

    /// Returns its name in the choice.
    pub fn title(self) -> Msg {
        match self {
            LeverMeasure::Jobs => m::MEASURE_JOBS,
            LeverMeasure::Gdp => m::MEASURE_GDP,
            LeverMeasure::Income => m::MEASURE_INCOME,
            LeverMeasure::Revenue => m::MEASURE_REVENUE,
        }
    }

    /// Returns the figure of some gains; nothing for revenue where the data hold no law.
    pub fn of(self, gains: &Gains) -> Option<f64> {
        match self {
            LeverMeasure::Jobs => Some(gains.jobs),
            LeverMeasure::Gdp => Some(gains.gdp),
            LeverMeasure::Income => Some(gains.income),
            LeverMeasure::Revenue => gains.governments(),
        }
    }
}

/// Everything the page shows of a phase.
#[derive(Clone, Debug, PartialEq)]
pub struct LeversPage {
    /// The sentence that heads it.
    pub finding: String,
    /// The lines that would bring most; nothing where every line stands at its cap.
    pub chart: Option<ChartSpec>,
    /// All lines, with notes.
    pub lines: (TableSpec, Vec<String>),
    /// The lines of that table, row by row.
    pub ids: Vec<LineId>,
    /// All reachable purchases made in the region, with notes.
    pub bound: (TableSpec, Vec<String>),
    /// What the region lacks, with notes.
    pub lacking: (TableSpec, Vec<String>),
}

/// Returns the page of a phase. Figures are of the whole construction or of a year of full operation, whatever territory the scope has.
///
/// * `levers`, `bound`: of that phase.
pub fn page(
    scope: &Scope<'_>,
    phase: &PhaseStudy,
    (levers, bound): (&[Lever], &Bound),
    measure: LeverMeasure,
) -> LeversPage {
    let law = bound.from_now.revenue.is_some();
    let measure = if measure == LeverMeasure::Revenue && !law {
        LeverMeasure::Jobs
    } else {
        measure
    };
    let mut ranked: Vec<Lever> = levers.to_vec();
    let value = |l: &Lever| measure.of(&l.gains).unwrap_or(0.0);
    ranked.sort_by(|a, b| value(b).total_cmp(&value(a)));
    let largest = ranked.iter().map(|l| l.gains.gdp.abs()).fold(0.0, f64::max);
    let teller = Teller {
        scope: Scope {
            territory: Territory::Study,
            ..*scope
        },
        phase,
        ranked,
        bound,
        measure,
        millions: largest > IN_MILLIONS,
        law,
    };
    let (lines, ids) = teller.lines();
    LeversPage {
        finding: teller.head(),
        chart: teller.chart(),
        lines,
        ids,
        bound: teller.bound(),
        lacking: teller.lacking(),
    }
}

/// Returns the chart of a phase, lines ranked by jobs, for files; nothing where every line stands at its cap.
pub fn chart(scope: &Scope<'_>, phase: &PhaseStudy) -> Option<ChartSpec> {
    let levers = crate::study::levers(scope.study, phase).ok()?;
    let bound = crate::study::bound(scope.study, phase).ok()?;
    page(scope, phase, (&levers, &bound), LeverMeasure::Jobs).chart
}

/// Writes the levers of a phase.
pub fn blocks(scope: &Scope<'_>, phase: &PhaseStudy) -> Vec<Block> {
    let found =
        crate::study::levers(scope.study, phase).and_then(|l| Ok((l, crate::study::bound(scope.study, phase)?)));
    let Ok((levers, bound)) = found else {
        return Vec::new();
    };
    let page = page(scope, phase, (&levers, &bound), LeverMeasure::Jobs);
    let name = words::phase(scope.study, phase, scope.lang).to_lowercase();
    let mut out = vec![
        Block::Heading(scope.fill(m::HEADING, &[("phase", &name)])),
        Block::Paragraph(page.finding),
    ];
    let (mut lines, notes) = page.lines;
    // Purchases and local shares stand in the table of spending.
    for cells in lines.rows.iter_mut().chain([&mut lines.columns]) {
        cells.drain(1..3);
    }
    for (table, notes) in [(lines, notes), page.bound, page.lacking] {
        out.push(if table.rows.is_empty() {
            Block::Paragraph(table.title)
        } else {
            Block::Table(table)
        });
        // What to press is of the window alone.
        let opens = m::NOTE_OPEN.get(scope.lang);
        out.extend(notes.into_iter().filter(|n| n != opens).map(Block::Paragraph));
    }
    out
}

/// Levers with what it takes to tell them.
struct Teller<'a> {
    scope: Scope<'a>,
    phase: &'a PhaseStudy,
    ranked: Vec<Lever>,
    bound: &'a Bound,
    measure: LeverMeasure,
    /// Whether money is said in millions; in thousands otherwise.
    millions: bool,
    law: bool,
}

impl Teller<'_> {
    fn get(&self, msg: Msg) -> String {
        msg.get(self.scope.lang).to_owned()
    }

    fn place(&self) -> String {
        in_place(self.scope.study, Territory::Study, self.scope.lang)
    }

    fn province(&self) -> String {
        in_place(self.scope.study, Territory::Province, self.scope.lang)
    }

    /// Chooses between the words of operation and of construction.
    fn of_kind(&self, operation: Msg, construction: Msg) -> Msg {
        if self.phase.construction {
            construction
        } else {
            operation
        }
    }

    fn money_unit(&self) -> String {
        number::money_unit(if self.millions { "M" } else { "k" }, self.scope.lang)
    }

    fn money_precision(&self) -> Precision {
        if self.millions {
            Precision::MILLIONS
        } else {
            Precision::THOUSANDS
        }
    }

    /// Writes dollars with their unit.
    fn money(&self, dollars: f64) -> String {
        match self.millions {
            true => number::dollars_in_millions(dollars, self.scope.lang),
            false => number::dollars_in_thousands(dollars, self.scope.lang),
        }
    }

    /// Writes dollars without their unit.
    fn dollars(&self, dollars: f64) -> String {
        self.money_precision().write(dollars, self.scope.lang)
    }

    fn jobs(&self, jobs: f64) -> String {
        number::decimal(jobs, if jobs.abs() < 99.95 { 1 } else { 0 }, self.scope.lang)
    }

    /// Writes a figure of the measure chosen, money with its unit.
    fn amount(&self, value: f64) -> String {
        match self.measure {
            LeverMeasure::Jobs => self.jobs(value),
            _ => self.money(value),
        }
    }

    /// Chooses the words of the measure.
    fn of_measure(&self, [jobs, years, gdp, income, wages, revenue]: [Msg; 6]) -> Msg {
        match self.measure {
            LeverMeasure::Jobs => self.of_kind(jobs, years),
            LeverMeasure::Gdp => gdp,
            LeverMeasure::Income if self.law => income,
            LeverMeasure::Income => wages,
            LeverMeasure::Revenue => revenue,
        }
    }

    fn name(&self, line: usize) -> String {
        let found = self.phase.lines.get(line);
        found.map_or_else(String::new, |l| line_name(l, self.scope.lang, self.scope.library))
    }

    fn value(&self, lever: &Lever) -> f64 {
        self.measure.of(&lever.gains).unwrap_or(0.0)
    }

    /// Returns the levers that would bring something.
    fn worthy(&self) -> impl Iterator<Item = &Lever> {
        self.ranked.iter().filter(|l| self.value(l) > 0.0)
    }

    fn points(&self, added: f64) -> String {
        let points = added * 100.0;
        number::decimal(points, if points < 9.95 { 1 } else { 0 }, self.scope.lang)
    }

    /// Returns the sentence of the page: what all lines at their caps would bring of the measure.
    fn head(&self) -> String {
        if self.worthy().next().is_none() {
            return self.get(m::FINDING_NONE);
        }
        let value = self.measure.of(&self.bound.from_now).unwrap_or(0.0);
        let write = |v: f64| match self.measure {
            LeverMeasure::Jobs => self.jobs(v),
            _ if value.abs() >= 1e6 => number::dollars_in_millions(v, self.scope.lang),
            _ => self.money(v),
        };
        let message = self.of_measure([
            m::HEAD_JOBS,
            m::HEAD_JOB_YEARS,
            m::HEAD_GDP,
            m::HEAD_INCOME,
            m::HEAD_WAGES,
            m::HEAD_REVENUE,
        ]);
        let mut net = self.net_tail(value, &write);
        if self.same_province() {
            let of = words::of_province(self.scope.study, self.scope.lang);
            net.push_str(&self.scope.fill(m::HEAD_SAME, &[("province", &of)]));
        }
        self.scope.fill(
            message,
            &[("place", &self.place()), ("amount", &write(value)), ("net", &net)],
        )
    }

    /// Says that a figure is gross, with the net one where the phase states it.
    fn net_tail(&self, gross: f64, write: &dyn Fn(f64) -> String) -> String {
        let said = match self.phase.net(gross) {
            Some(net) => self.scope.fill(m::FINDING_NET, &[("net", &write(net))]),
            None => self.get(m::FINDING_GROSS),
        };
        format!(" {said}")
    }

    /// Returns whether every lever only moves purchases inside the province, whose total then stays; never for a whole province.
    fn same_province(&self) -> bool {
        let stays = |l: &Lever| l.in_province.gdp.abs() <= 1e-3 * l.gains.gdp.abs();
        !self.scope.study.whole_province && self.ranked.iter().all(stays)
    }

    /// Returns the sentence of the chart: the line that would bring most of the measure.
    fn finding(&self) -> String {
        let Some(first) = self.worthy().next() else {
            return self.get(m::FINDING_NONE);
        };
        let points = match is_less(first) {
            true => self.scope.fill(m::POINTS, &[("added", &self.points(first.added))]),
            false => self.get(m::TEN_POINTS),
        };
        let value = self.value(first);
        let net = self.net_tail(value, &|v| self.amount(v));
        let message = self.of_measure([
            m::FINDING_JOBS,
            m::FINDING_JOB_YEARS,
            m::FINDING_GDP,
            m::FINDING_INCOME,
            m::FINDING_WAGES,
            m::FINDING_REVENUE,
        ]);
        self.scope.fill(
            message,
            &[
                ("points", &points),
                ("name", &self.name(first.line)),
                ("place", &self.place()),
                ("amount", &self.amount(value)),
                ("net", &net),
            ],
        )
    }

    fn chart(&self) -> Option<ChartSpec> {
        let shown: Vec<&Lever> = self.worthy().take(MOST_ROWS).collect();
        let first = shown.first()?;
        let (place, lang) = (self.place(), self.scope.lang);
        let jobs = self.measure == LeverMeasure::Jobs;
        let precision = if jobs {
            Precision::TENTHS
        } else {
            self.money_precision()
        };
        let by_government = self.measure == LeverMeasure::Revenue;
        let values = |l: &Lever| -> Vec<f64> {
            let parts = Government::ALL.iter().filter_map(|g| l.gains.government(*g));
            let values: Vec<f64> = if by_government {
                parts.collect()
            } else {
                vec![self.value(l)]
            };
            values.into_iter().map(|v| v / precision.unit()).collect()
        };
        let rows: Vec<Row> = shown
            .iter()
            .map(|l| {
                let star = if is_less(l) { " *" } else { "" };
                let values = values(l);
                let written = |v: &f64| precision.write(v * precision.unit(), lang);
                Row {
                    label: format!("{}{star}", self.name(l.line)),
                    total_label: match jobs {
                        true => self.jobs(self.value(l)),
                        false => self.dollars(self.value(l)),
                    },
                    value_labels: if by_government {
                        values.iter().map(written).collect()
                    } else {
                        Vec::new()
                    },
                    written: Written::plain(precision),
                    values,
                    ..Row::default()
                }
            })
            .collect();
        let series = if by_government {
            let named = Government::ALL.iter();
            named
                .map(|g| Series::plain(government_role(*g), government(*g).get(lang)))
                .collect()
        } else {
            vec![Series::plain(Role::Study, m::SERIES.get(lang))]
        };
        let unit = match self.phase.construction {
            true => self.money_unit(),
            false => self.scope.fill(m::UNIT_A_YEAR, &[("unit", &self.money_unit())]),
        };
        let subtitle = self.of_measure([
            m::SUBTITLE_JOBS,
            m::SUBTITLE_JOB_YEARS,
            m::SUBTITLE_GDP,
            m::SUBTITLE_INCOME,
            m::SUBTITLE_WAGES,
            m::SUBTITLE_REVENUE,
        ]);
        let mut source = format!("{} {}.", self.scope.source(), self.get(m::OTHERS_STAY));
        source.extend(self.same_province().then(|| format!(" {}.", self.same_province_note())));
        if shown.iter().any(|l| is_less(l)) {
            source = format!("{source} {}.", self.get(m::STAR));
        }
        let largest = values(first).iter().sum::<f64>();
        let tick = |v: f64| (v, number::decimal(v, number::seen_places(v, 0), lang));
        let spec = ChartSpec {
            id: "local_levers",
            finding: self.finding(),
            subtitle: self.scope.fill(subtitle, &[("place", &place), ("unit", &unit)]),
            source,
            alt: self.scope.fill(m::ALT, &[("count", &shown.len().to_string())]),
            kind: ChartKind::StackedBars,
            series,
            axis: Axis {
                unit: if jobs {
                    self.get(self.of_kind(m::COLUMN_JOBS, m::COLUMN_JOB_YEARS))
                } else {
                    unit
                },
                as_share: false,
                ticks: round_ticks(largest, 3).into_iter().map(tick).collect(),
            },
            rows,
            marker: None,
            ghost_label: None,
        };
        Some(spec.noting_rounding(lang))
    }
}

/// Returns whether a line's cap leaves less than ten points.
fn is_less(lever: &Lever) -> bool {
    lever.added < 0.0995
}
