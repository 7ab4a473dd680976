//! The page of years, and the way from gross to net.

use super::chart::{ChartKind, ChartSpec, Row, Series, TableSpec, Written};
use super::charts::{ghosts, value_axis};
use super::finances::{GOVERNMENTS, government, government_role, revenue_kind};
use super::overview::{Scope, difference};
use super::role::Role;
use super::words::in_place;
use crate::study::{Effect, Government, Measure, MoneyRules, PublicFinances};
use crate::text::messages::{finances as m, full as f};
use crate::text::rounding::Precision;
use crate::text::{Lang, Msg, number};
use crate::units::Dollars;

/// The three ways to say an amount of another year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MoneyKind {
    /// Dollars of the data year.
    #[default]
    Constant,
    /// Dollars of the year itself.
    Nominal,
    /// What it is worth in the first year.
    Present,
}

impl MoneyKind {
    /// The three, in their fixed order.
    pub const ALL: [MoneyKind; 3] = [MoneyKind::Constant, MoneyKind::Nominal, MoneyKind::Present];

    /// Returns its short name.
    pub fn short(self) -> Msg {
        match self {
            MoneyKind::Constant => m::MONEY_CONSTANT_SHORT,
            MoneyKind::Nominal => m::MONEY_NOMINAL_SHORT,
            MoneyKind::Present => m::MONEY_PRESENT_SHORT,
        }
    }

    /// Returns its name, with the year it refers to.
    pub fn name(self, money: &MoneyRules, lang: Lang) -> String {
        let message = match self {
            MoneyKind::Constant => m::MONEY_CONSTANT,
            MoneyKind::Nominal => m::MONEY_NOMINAL,
            MoneyKind::Present => m::MONEY_PRESENT,
        };
        message.fill(
            lang,
            &[
                ("year", &money.data_year.to_string()),
                ("base", &money.base_year.to_string()),
            ],
        )
    }

    /// Returns constant dollars of a year said this way.
    pub fn of(self, money: &MoneyRules, constant: f64, year: i32) -> f64 {
        let constant = Dollars::new(constant);
        match self {
            MoneyKind::Constant => constant.get(),
            MoneyKind::Nominal => money.nominal(constant, year).get(),
            MoneyKind::Present => money.present(constant, year).get(),
        }
    }
}

/// Returns the sentence that heads the page.
pub fn finding(scope: &Scope<'_>) -> String {
    let Some((first, last)) = scope.study.span() else {
        return String::new();
    };
    let years = [("first", first.to_string()), ("last", last.to_string())];
    let Some(finances) = &scope.study.finances else {
        return scope.fill(
            m::TIMELINE_FINDING_NO_LAW,
            &[("first", &years[0].1), ("last", &years[1].1)],
        );
    };
    let net = |kind: MoneyKind| -> f64 {
        let yearly = finances.planned.revenue.iter();
        yearly
            .map(|(year, _, net)| kind.of(&finances.money, net.total(), *year))
            .sum()
    };
    let money = |v: f64| number::dollars_in_millions(v, scope.lang);
    scope.fill(
        m::TIMELINE_FINDING,
        &[
            ("kind", revenue_kind(finances).get(scope.lang)),
            ("revenue", &money(net(MoneyKind::Constant))),
            ("present", &money(net(MoneyKind::Present))),
            ("first", &years[0].1),
            ("last", &years[1].1),
        ],
    )
}

/// Returns the net revenue of each year by government; nothing where it is not computed.
pub fn revenue(scope: &Scope<'_>, kind: MoneyKind) -> Option<ChartSpec> {
    let finances = scope.study.finances.as_ref()?;
    let saved = scope.saved.and_then(|s| s.finances.as_ref());
    let write = |v: f64| number::decimal(v, 1, scope.lang);
    let mut rows: Vec<Row> = finances
        .planned
        .revenue
        .iter()
        .map(|(year, _, net)| {
            let values = Government::ALL.map(|g| kind.of(&finances.money, net.government(g), *year) / 1e6);
            let then = saved.map(|f| {
                let of = f.planned.revenue.iter().find(|(y, ..)| y == year);
                of.map_or(0.0, |(_, _, net)| kind.of(&f.money, net.total(), *year) / 1e6)
            });
            let total: f64 = values.iter().sum();
            let changed = difference(total, then, Precision::TENTHS, &write);
            Row {
                hidden_total: write(total),
                ghost: then.filter(|_| changed.is_some()),
                difference: changed,
                label: year.to_string(),
                value_labels: values.iter().map(|v| write(*v)).collect(),
                values: values.to_vec(),
                written: Written::plain(Precision::TENTHS),
                ..Row::default()
            }
        })
        .collect();
    let peak = rows
        .iter()
        .enumerate()
        .fold(None::<(usize, f64)>, |best, (k, row)| match best {
            Some((_, most)) if row.total() <= most + 1e-9 => best,
            _ => Some((k, row.total())),
        })?;
    // Years that show the same figure one after the other have no peak among them.
    let same = |row: &&Row| row.hidden_total == write(peak.1);
    let before = rows[..peak.0].iter().rev().take_while(same).count();
    let after = rows[peak.0 + 1..].iter().take_while(same).count();
    let (first, last) = (peak.0 - before, peak.0 + after);
    let message = match (rows.len(), last > first) {
        (1, _) => m::REVENUE_YEARS_FINDING_ONE,
        (_, false) => m::REVENUE_YEARS_FINDING,
        (_, true) if last + 1 == rows.len() => m::REVENUE_YEARS_FINDING_FROM,
        (_, true) => m::REVENUE_YEARS_FINDING_WHILE,
    };
    if let Some(row) = rows.get_mut(first) {
        row.total_label = write(peak.1);
    }
    let [year, last] = [first, last].map(|k| rows.get(k).map_or_else(String::new, |row| row.label.clone()));
    Some(ChartSpec {
        id: "revenue_years",
        finding: scope.fill(
            message,
            &[
                ("kind", revenue_kind(finances).get(scope.lang)),
                ("value", &number::dollars_in_millions(peak.1 * 1e6, scope.lang)),
                ("year", &year),
                ("last", &last),
            ],
        ),
        subtitle: scope.fill(
            m::REVENUE_YEARS_SUBTITLE,
            &[
                ("kind", revenue_kind(finances).get(scope.lang)),
                ("money", &kind.name(&finances.money, scope.lang)),
            ],
        ),
        source: scope.source(),
        alt: m::REVENUE_YEARS_ALT.get(scope.lang).to_owned(),
        kind: ChartKind::Columns,
        series: Government::ALL
            .iter()
            .map(|g| Series::plain(government_role(*g), government(*g).get(scope.lang)))
            .collect(),
        axis: value_axis(&rows, scope, m::MILLIONS.get(scope.lang)),
        ghost_label: ghosts(&rows, scope),
        rows,
        marker: None,
    })
}

/// Returns every year: jobs, GDP and wages of the territory, net revenue of each government, support given.
pub fn table(scope: &Scope<'_>, kind: MoneyKind) -> Option<TableSpec> {
    let finances = scope.study.finances.as_ref()?;
    let lang = scope.lang;
    let millions = |v: f64| number::decimal(v / 1e6, 1, lang);
    let mut sums = [0.0; 6];
    let mut rows: Vec<Vec<String>> = Vec::new();
    for (year, _, net) in &finances.planned.revenue {
        let all = |measure| -> f64 {
            let effects = Effect::ALL.iter();
            effects
                .map(|e| scope.study.in_year(*year, measure, *e, scope.territory))
                .sum()
        };
        let money = |v: f64| kind.of(&finances.money, v, *year);
        let values = [
            money(all(Measure::Gdp)),
            money(all(Measure::Wages)),
            money(net.government(GOVERNMENTS[0])),
            money(net.government(GOVERNMENTS[1])),
            money(net.government(GOVERNMENTS[2])),
            money(given(finances, *year)),
        ];
        for (sum, value) in sums.iter_mut().zip(values) {
            *sum += value;
        }
        let mut row = vec![year.to_string(), number::whole(all(Measure::Jobs), lang)];
        row.extend(values.iter().map(|v| millions(*v)));
        rows.push(row);
    }
    // Jobs of several years have no sum.
    let mut total = vec![m::SUM.get(lang).to_owned(), String::new()];
    total.extend(sums.iter().map(|v| millions(*v)));
    rows.push(total);
    let governments = GOVERNMENTS.iter().map(|g| government(*g).get(lang).to_owned());
    let mut columns = vec![f::YEAR.get(lang).to_owned()];
    columns.extend([m::COLUMN_JOBS, m::COLUMN_GDP, m::COLUMN_WAGES].map(|c| c.get(lang).to_owned()));
    columns.extend(governments);
    columns.push(m::COLUMN_SUPPORT.get(lang).to_owned());
    Some(
        TableSpec {
            title: scope.fill(
                m::TIMELINE_TABLE,
                &[
                    ("place", &in_place(scope.study, scope.territory, lang)),
                    ("kind", revenue_kind(finances).get(lang)),
                    ("money", &kind.name(&finances.money, lang)),
                ],
            ),
            columns,
            rows,
            alt: m::TIMELINE_ALT.get(lang).to_owned(),
            ..TableSpec::default()
        }
        .with_total(),
    )
}

/// Returns the support given in a year, constant dollars.
fn given(finances: &PublicFinances, year: i32) -> f64 {
    let of = finances.planned.supports.iter().filter(|s| s.year == year);
    of.map(|s| s.face).sum()
}

/// Returns the steps from gross to net jobs of the main phase; nothing where the scenario does not say what is new.
pub fn waterfall(scope: &Scope<'_>) -> Option<ChartSpec> {
    let phase = scope.main_phase()?;
    let steps = scope.study.waterfall(phase, Measure::Jobs, scope.territory)?;
    let write = |v: f64| scope.jobs(v);
    let row = |label: Msg, value: f64, said: String, role: Role| Row {
        label: label.get(scope.lang).to_owned(),
        swatch: Some(role),
        total_label: said,
        value_labels: vec![String::new()],
        values: vec![value],
        ..Row::default()
    };
    let mut rows = vec![row(m::STEP_GROSS, steps.gross, write(steps.gross), Role::Direct)];
    let taken = [
        (m::STEP_DEADWEIGHT, steps.deadweight),
        (m::STEP_DISPLACEMENT, steps.displacement),
        (m::STEP_SUBSTITUTION, steps.substitution),
        (m::STEP_REFERENCE, steps.reference),
    ];
    let shown = Precision::WHOLE.parts(&taken.map(|(_, value)| -value), steps.gross, steps.net);
    for ((label, value), shown) in taken.into_iter().zip(shown) {
        rows.push(row(label, -value, number::signed(shown, write), Role::Neutral));
    }
    rows.push(row(m::STEP_NET, steps.net, write(steps.net), Role::IndirectFirst));
    let finding = if phase.construction {
        m::WATERFALL_FINDING_CONSTRUCTION
    } else {
        m::WATERFALL_FINDING
    };
    Some(ChartSpec {
        id: "waterfall",
        finding: scope.fill(finding, &[("gross", &write(steps.gross)), ("net", &write(steps.net))]),
        subtitle: scope.fill(
            m::WATERFALL_SUBTITLE,
            &[("place", &in_place(scope.study, scope.territory, scope.lang))],
        ),
        source: scope.source(),
        alt: m::WATERFALL_ALT.get(scope.lang).to_owned(),
        kind: ChartKind::Waterfall,
        series: vec![Series::plain(Role::Direct, m::COLUMN_JOBS.get(scope.lang))],
        axis: value_axis(&rows, scope, m::COLUMN_JOBS.get(scope.lang)),
        rows,
        marker: None,
        ghost_label: None,
    })
}
