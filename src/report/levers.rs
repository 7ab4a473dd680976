//! The page of local levers: what ten points more of local share would bring line by line, the bound, what the region lacks, how varied its jobs are.

mod variety;

pub use variety::{blocks as variety_blocks, variety};

use super::chart::{Axis, ChartKind, ChartSpec, Row, Series, TableSpec, Written, round_ticks};
use super::finances::{government, government_role};
use super::full::Block;
use super::overview::Scope;
use super::role::Role;
use super::words::{self, in_place, line as line_name};
use crate::ids::LineId;
use crate::study::{Bound, Gains, Government, Lacking, Lever, LineStudy, PhaseStudy, Territory};
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
        finding: teller.finding(),
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
    for (table, notes) in [page.lines, page.bound, page.lacking] {
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

    fn finding(&self) -> String {
        let Some(first) = self.worthy().next() else {
            return self.get(m::FINDING_NONE);
        };
        let points = match is_less(first) {
            true => self.scope.fill(m::POINTS, &[("added", &self.points(first.added))]),
            false => self.get(m::TEN_POINTS),
        };
        let value = self.value(first);
        let net = match self.phase.net(value) {
            Some(net) => self.scope.fill(m::FINDING_NET, &[("net", &self.amount(net))]),
            None => self.get(m::FINDING_GROSS),
        };
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
                ("province", &self.province()),
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
        let within = if by_government { self.province() } else { place };
        let mut source = format!("{} {}", self.scope.source(), self.get(m::OTHERS_STAY));
        if shown.iter().any(|l| is_less(l)) {
            source = format!("{source} {}", self.get(m::STAR));
        }
        let largest = values(first).iter().sum::<f64>();
        let tick = |v: f64| (v, number::decimal(v, number::seen_places(v, 0), lang));
        let spec = ChartSpec {
            id: "local_levers",
            finding: self.finding(),
            subtitle: self.scope.fill(subtitle, &[("place", &within), ("unit", &unit)]),
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

    /// Returns the table of all lines that buy something, those that would bring most first, then those at their cap, largest first; and their ids.
    fn lines(&self) -> ((TableSpec, Vec<String>), Vec<LineId>) {
        let lang = self.scope.lang;
        let unit = self.money_unit();
        let known = self.phase.lines.iter().any(|l| l.suppliers.is_some());
        let net = self.phase.factors.is_some();
        let with_unit = |msg: Msg| self.scope.fill(msg, &[("unit", &unit)]);
        let jobs_column = self.get(self.of_kind(m::COLUMN_JOBS, m::COLUMN_JOB_YEARS));
        let mut columns = vec![
            self.get(m::COLUMN_LINE),
            self.scope
                .fill(m::COLUMN_AMOUNT, &[("unit", &number::money_unit("M", lang))]),
            self.get(m::COLUMN_SHARE),
            self.get(m::COLUMN_ADDED),
            jobs_column.clone(),
            with_unit(m::COLUMN_GDP),
            with_unit(if self.law { m::COLUMN_INCOME } else { m::COLUMN_WAGES }),
        ];
        columns.extend(self.law.then(|| with_unit(m::COLUMN_REVENUE)));
        if net {
            let chosen = match self.measure {
                LeverMeasure::Jobs => jobs_column,
                LeverMeasure::Gdp => with_unit(m::COLUMN_GDP),
                LeverMeasure::Income => with_unit(if self.law { m::COLUMN_INCOME } else { m::COLUMN_WAGES }),
                LeverMeasure::Revenue => with_unit(m::COLUMN_REVENUE),
            };
            columns.push(self.scope.fill(m::COLUMN_NET, &[("measure", &chosen)]));
        }
        columns.extend(known.then(|| self.get(m::COLUMN_SUPPLIERS)));
        let start = |line: &LineStudy| {
            vec![
                line_name(line, lang, self.scope.library),
                number::decimal(line.amount / 1e6, 2, lang),
                number::percent(line.origin.study, lang),
            ]
        };
        let suppliers = |line: &LineStudy| {
            let count = line.suppliers.map(f64::from);
            known.then(|| number::or_nothing(count, |v| number::whole(v, lang)))
        };
        let (mut rows, mut ids) = (Vec::new(), Vec::new());
        for lever in &self.ranked {
            let Some(line) = self.phase.lines.get(lever.line) else {
                continue;
            };
            let gains = &lever.gains;
            let mut row = start(line);
            row.extend([
                self.points(lever.added),
                number::decimal(gains.jobs, 1, lang),
                self.dollars(gains.gdp),
                self.dollars(gains.income),
            ]);
            row.extend(gains.governments().map(|v| self.dollars(v)));
            if net {
                let value = self.phase.net(self.value(lever)).unwrap_or(0.0);
                row.push(match self.measure {
                    LeverMeasure::Jobs => number::decimal(value, 1, lang),
                    _ => self.dollars(value),
                });
            }
            row.extend(suppliers(line));
            rows.push(row);
            ids.push(line.id.clone());
        }
        let count = rows.len();
        let moves = |k: usize| self.ranked.iter().any(|l| l.line == k);
        let mut capped: Vec<&LineStudy> = self
            .phase
            .lines
            .iter()
            .enumerate()
            .filter(|(k, l)| !moves(*k) && l.amount > 0.0)
            .map(|(_, l)| l)
            .collect();
        capped.sort_by(|a, b| b.amount.total_cmp(&a.amount));
        for line in &capped {
            let mut row = start(line);
            row.push(self.get(m::AT_CAP));
            let figures = columns.len() - row.len() - usize::from(known);
            row.extend(std::iter::repeat_n(number::NOTHING.to_owned(), figures));
            row.extend(suppliers(line));
            rows.push(row);
            ids.push(line.id.clone());
        }
        let title = match (count, capped.len()) {
            (0, _) => m::TABLE_TITLE_CAPPED,
            (_, 0) => m::TABLE_TITLE_ALL,
            _ => m::TABLE_TITLE,
        };
        let values = [
            ("count", count.to_string()),
            ("capped", capped.len().to_string()),
            ("place", self.place()),
        ];
        let table = TableSpec {
            title: self
                .scope
                .fill(title, &values.each_ref().map(|(n, v)| (*n, v.as_str()))),
            columns,
            rows,
            alt: self.get(m::TABLE_ALT),
            ..TableSpec::default()
        };
        ((table, self.notes(known)), ids)
    }

    fn notes(&self, known: bool) -> Vec<String> {
        let message = match self.law {
            true => self.of_kind(m::NOTE_TABLE_YEAR, m::NOTE_TABLE),
            false => m::NOTE_TABLE_NO_LAW,
        };
        let year = self.scope.study.data_year.to_string();
        let values = [("year", year), ("place", self.place()), ("province", self.province())];
        let mut notes = vec![
            self.scope
                .fill(message, &values.each_ref().map(|(n, v)| (*n, v.as_str()))),
        ];
        notes.extend(self.net_note());
        notes.extend(known.then(|| self.get(m::NOTE_SUPPLIERS)));
        notes.push(self.get(m::NOTE_OPEN));
        notes
    }

    fn net_note(&self) -> Option<String> {
        let factor = number::percent(self.phase.net(1.0)?, self.scope.lang);
        Some(self.scope.fill(m::NOTE_NET, &[("factor", &factor)]))
    }

    /// Returns what all lines at their caps would add.
    fn bound(&self) -> (TableSpec, Vec<String>) {
        let (lang, bound) = (self.scope.lang, self.bound);
        let percent = |share: f64| number::percent(share, lang);
        let net = self.phase.factors.is_some();
        let mut columns = vec![
            self.scope.fill(m::BOUND_COLUMN, &[("most", &percent(bound.most))]),
            self.scope.fill(m::BOUND_NOW, &[("share", &percent(bound.now))]),
        ];
        columns.extend(net.then(|| self.get(m::BOUND_NOW_NET)));
        columns.push(self.scope.fill(m::BOUND_DEFAULT, &[("share", &percent(bound.default))]));
        // Sums are larger than any line: in millions where those are.
        let millions = bound.from_default.gdp.abs().max(bound.from_now.gdp.abs()) > IN_MILLIONS;
        let (unit, precision) = match millions {
            true => (number::money_unit("M", lang), Precision::MILLIONS),
            false => (number::money_unit("k", lang), Precision::THOUSANDS),
        };
        let row =
            |name: String, of: &dyn Fn(&Gains) -> Option<f64>, write: &dyn Fn(f64) -> String| -> Option<Vec<String>> {
                let (now, default) = (of(&bound.from_now)?, of(&bound.from_default)?);
                let signed = |v: f64| number::signed(v, write);
                let mut cells = vec![name, signed(now)];
                cells.extend(self.phase.net(now).map(signed));
                cells.push(signed(default));
                Some(cells)
            };
        let jobs = |v: f64| self.jobs(v);
        let money = |v: f64| precision.write(v, lang);
        let with_unit = |msg: Msg| self.scope.fill(msg, &[("unit", &unit)]);
        let mut rows = vec![
            row(
                self.get(self.of_kind(m::COLUMN_JOBS, m::COLUMN_JOB_YEARS)),
                &|g| Some(g.jobs),
                &jobs,
            ),
            row(with_unit(m::COLUMN_GDP), &|g| Some(g.gdp), &money),
            row(
                with_unit(if self.law { m::COLUMN_INCOME } else { m::COLUMN_WAGES }),
                &|g| Some(g.income),
                &money,
            ),
            row(with_unit(m::COLUMN_REVENUE), &Gains::governments, &money),
        ];
        for g in Government::ALL {
            let name = self.scope.fill(
                m::BOUND_REVENUE_OF,
                &[("government", &government(g).get(lang).to_lowercase())],
            );
            let name = if g == Government::Quebec {
                self.scope
                    .fill(m::BOUND_REVENUE_OF, &[("government", government(g).get(lang))])
            } else {
                name
            };
            rows.push(row(name, &|gains| gains.government(g), &money));
        }
        let title = self.of_kind(m::BOUND_TITLE_JOBS, m::BOUND_TITLE_JOB_YEARS);
        let table = TableSpec {
            title: self.scope.fill(
                title,
                &[("place", &self.place()), ("jobs", &self.jobs(bound.from_now.jobs))],
            ),
            columns,
            rows: rows.into_iter().flatten().collect(),
            alt: self.get(m::BOUND_ALT),
            ..TableSpec::default()
        };
        let mut notes = vec![self.get(m::BOUND_NOTE)];
        notes.extend(self.net_note());
        (table, notes)
    }

    /// Returns the industries that the region lacks for the phase.
    fn lacking(&self) -> (TableSpec, Vec<String>) {
        let (study, lang) = (self.scope.study, self.scope.lang);
        let found: Vec<Lacking> = study.lacking(self.phase);
        let name = |l: &Lacking| {
            let industries = &self.scope.library.economy.industries;
            industries.get(l.industry).map_or("", |i| i.short.get(lang)).to_owned()
        };
        let millions = number::money_unit("M", lang);
        let unit = match self.phase.construction {
            true => millions,
            false => self.scope.fill(m::UNIT_A_YEAR, &[("unit", &millions)]),
        };
        let title = match found.first() {
            None => self.scope.fill(m::LACKING_NONE, &[("place", &self.place())]),
            Some(first) => self.scope.fill(
                m::LACKING_TITLE,
                &[
                    ("place", &self.place()),
                    ("industry", &name(first)),
                    ("amount", &number::dollars_in_millions(first.outside, lang)),
                ],
            ),
        };
        let rows = found.iter().map(|l| {
            vec![
                name(l),
                number::decimal(l.outside / 1e6, 2, lang),
                number::decimal(l.quotient, 2, lang),
                number::percent(l.cap, lang),
                self.jobs(l.needed),
                number::whole(l.jobs, lang),
            ]
        });
        let table = TableSpec {
            title,
            columns: vec![
                self.get(m::LACKING_INDUSTRY),
                self.scope.fill(m::LACKING_OUTSIDE, &[("unit", &unit)]),
                self.get(m::LACKING_QUOTIENT),
                self.get(m::LACKING_CAP),
                self.get(self.of_kind(m::LACKING_NEEDED, m::LACKING_NEEDED_YEARS)),
                self.scope
                    .fill(m::LACKING_JOBS, &[("year", &study.data_year.to_string())]),
            ],
            rows: rows.collect(),
            alt: self.get(m::LACKING_ALT),
            ..TableSpec::default()
        };
        let mut notes = vec![self.get(m::LACKING_NOTE)];
        if !found.is_empty() {
            notes.push(self.get(m::LACKING_NOTE_NEEDED));
        }
        if !study.whole_province {
            notes.push(self.get(m::GROUPS_NOTE));
        }
        (table, notes)
    }
}

/// Returns whether a line's cap leaves less than ten points.
fn is_less(lever: &Lever) -> bool {
    lever.added < 0.0995
}
