//! The spending editor in words: what follows live, where a line's local share comes from, what ten points more would bring.

use super::chart::{Axis, ChartKind, ChartSpec, Difference, Row, Series};
use super::finances;
use super::overview::{Scope, difference};
use super::role::Role;
use super::words::{in_place, line as line_name, place_name, upper_first};
use crate::study::{Effect, Lever, LineKind, LineStudy, Measure, Method, PhaseStudy, Study, Territory, default_local};
use crate::text::messages::{editor as m, report as r};
use crate::text::rounding::Precision;
use crate::text::{Lang, number};

/// How many levers the chart shows.
const MOST_LEVERS: usize = 5;

/// A figure of the panel that follows every change.
#[derive(Clone, Debug, PartialEq)]
pub struct LiveFigure {
    /// What is counted.
    pub label: String,
    /// Where, and in what unit.
    pub unit: String,
    /// The gross figure.
    pub gross: String,
    /// The net figure; nothing where the scenario does not say what is new.
    pub net: Option<String>,
    /// The signed difference with the saved version; nothing without one to compare with.
    pub difference: Option<Difference>,
}

/// Returns the headline figures of a phase, with their difference from the saved version of `scope`.
pub fn live(scope: &Scope<'_>, phase: &PhaseStudy) -> Vec<LiveFigure> {
    let (study, lang) = (scope.study, scope.lang);
    let jobs = if phase.construction {
        r::CARD_CONSTRUCTION
    } else {
        r::CARD_JOBS
    };
    let money = if phase.construction {
        m::LIVE_ALL
    } else {
        m::LIVE_PER_YEAR
    };
    let figure = |label: &str, unit: String, now: f64, then: Option<f64>, precision: Precision| {
        let write = |v: f64| precision.write(v, lang);
        LiveFigure {
            label: label.to_owned(),
            unit,
            gross: write(now),
            net: phase.net(now).map(write),
            difference: difference(now, then, precision, &write),
        }
    };
    let saved = scope.saved_phase(phase);
    let then = |measure, territory| saved.map(|(s, p)| s.total(p, measure, territory));
    let home = place_name(study, Territory::Study, lang);
    let mut out = Vec::new();
    let territories: &[Territory] = if study.whole_province {
        &[Territory::Study]
    } else {
        &[Territory::Study, Territory::RestOfProvince]
    };
    for t in territories {
        let now = study.total(phase, Measure::Jobs, *t);
        let place = upper_first(&place_name(study, *t, lang));
        out.push(figure(
            jobs.get(lang),
            place,
            now,
            then(Measure::Jobs, *t),
            Precision::WHOLE,
        ));
    }
    for (label, measure) in [(m::LIVE_GDP, Measure::Gdp), (m::LIVE_WAGES, Measure::Wages)] {
        let now = study.total(phase, measure, Territory::Study);
        let unit = money.fill(lang, &[("place", &home)]);
        out.push(figure(
            label.get(lang),
            unit,
            now,
            then(measure, Territory::Study),
            Precision::MILLIONS,
        ));
    }
    let territory = finances::territory(scope);
    let revenue = |s: &Study, p: &PhaseStudy| s.revenue(p, &Effect::ALL, territory).map(|v| v.total());
    if let Some(now) = revenue(study, phase) {
        let unit = money.fill(lang, &[("place", &place_name(study, territory, lang))]);
        let then = saved.and_then(|(s, p)| revenue(s, p));
        out.push(figure(m::LIVE_REVENUE.get(lang), unit, now, then, Precision::MILLIONS));
    }
    out
}

/// Where the local share of a line comes from, as a small sum.
#[derive(Clone, Debug, PartialEq)]
pub struct LineOrigin {
    /// What is explained.
    pub title: String,
    /// The default share, in words.
    pub subtitle: String,
    /// Its steps: what, value, source; the ones that conclude in bold.
    pub rows: Vec<OriginRow>,
}

/// A step of where a local share comes from.
#[derive(Clone, Debug, PartialEq)]
pub struct OriginRow {
    /// What it is.
    pub label: String,
    /// Its value.
    pub value: String,
    /// Where it comes from.
    pub source: String,
    /// Whether it concludes what stands above.
    pub result: bool,
    /// Whether the user set it.
    pub yours: bool,
}

/// Returns where the local share of a line comes from: t^PP × quotient = default, then what the whole asks for, then the user's own value.
///
/// * `delta`: the exponent of the quotient, for methods that have one.
pub fn line_origin(
    scope: &Scope<'_>,
    phase: &PhaseStudy,
    line: &LineStudy,
    (method, delta): (Method, Option<f64>),
) -> LineOrigin {
    let (study, lang) = (scope.study, scope.lang);
    let percent = |v: f64| number::percent(v, lang);
    let place = in_place(study, Territory::Study, lang);
    let name = line_name(line, lang, scope.library);
    let now = percent(line.origin.study);
    let title = scope.fill(m::ORIGIN_CARD, &[("share", &now), ("name", &name), ("place", &place)]);
    let default = percent(line.default_local);
    let at_default = (line.origin.study - line.default_local).abs() < 5e-5;
    let subtitle = if at_default {
        m::ORIGIN_IS_DEFAULT.get(lang).to_owned()
    } else {
        scope.fill(m::ORIGIN_DEFAULT, &[("share", &default)])
    };
    let row = |label: String, value: String, source: String| OriginRow {
        label,
        value,
        source,
        result: false,
        yours: false,
    };
    let mut rows = Vec::new();
    let Some(parts) = default_local(study, phase, line) else {
        return LineOrigin {
            title,
            subtitle: m::ORIGIN_NONE.get(lang).to_owned(),
            rows,
        };
    };
    let two = |v: f64| number::decimal(v, 2, lang);
    let tables = scope.fill(m::ORIGIN_TABLES, &[("year", &study.data_year.to_string())]);
    rows.push(row(
        m::ORIGIN_PROVINCE.get(lang).to_owned(),
        two(parts.province),
        tables,
    ));
    let mut product = parts.province;
    if let Some(quotient) = parts.quotient {
        product *= quotient;
        let source = match (phase.construction, delta) {
            (true, _) => m::ORIGIN_FINAL.get(lang).to_owned(),
            (false, Some(delta)) => scope.fill(
                m::ORIGIN_METHOD,
                &[
                    ("method", method_name(method)),
                    ("delta", &number::decimal(delta, 2, lang)),
                ],
            ),
            (false, None) => method_name(method).to_owned(),
        };
        rows.push(row(m::ORIGIN_QUOTIENT.get(lang).to_owned(), two(quotient), source));
    }
    if (product - line.default_local).abs() > 5e-4 {
        rows.push(row(
            m::ORIGIN_CONTENT.get(lang).to_owned(),
            default.clone(),
            String::new(),
        ));
    }
    rows.push(OriginRow {
        result: true,
        ..row(m::ORIGIN_DEFAULT_ROW.get(lang).to_owned(), default, String::new())
    });
    if line.fixed {
        let note = line
            .note
            .as_ref()
            .map(|n| n.get(lang).to_owned())
            .filter(|n| !n.is_empty());
        let source = note.unwrap_or_else(|| m::ORIGIN_NO_NOTE.get(lang).to_owned());
        rows.push(OriginRow {
            yours: true,
            ..row(m::ORIGIN_YOURS.get(lang).to_owned(), now, source)
        });
    } else if !at_default {
        let share = percent(phase.sourcing.local_share);
        rows.push(row(
            scope.fill(m::ORIGIN_SCALED, &[("share", &share)]),
            now,
            String::new(),
        ));
    }
    if line.kind != LineKind::NonComparableImport {
        rows.push(row(
            m::ORIGIN_CAP.get(lang).to_owned(),
            percent(line.cap),
            String::new(),
        ));
    }
    LineOrigin { title, subtitle, rows }
}

fn method_name(method: Method) -> &'static str {
    match method {
        Method::Slq => "SLQ",
        Method::Cilq => "CILQ",
        Method::Flq => "FLQ",
        Method::Aflq => "AFLQ",
    }
}

/// Returns the chart of what ten points more of local share would bring on the lines that bring most; nothing where every line stands at its cap.
pub fn levers(scope: &Scope<'_>, phase: &PhaseStudy, levers: &[Lever]) -> Option<ChartSpec> {
    let lang = scope.lang;
    let first = levers.first().filter(|l| l.gains.jobs > 0.0)?;
    let name = |l: &Lever| {
        phase
            .lines
            .get(l.line)
            .map_or_else(String::new, |line| line_name(line, lang, scope.library))
    };
    let jobs = |v: f64| number::decimal(v, 1, lang);
    let less = |l: &Lever| l.added < 0.0995;
    let rows: Vec<Row> = levers
        .iter()
        .filter(|l| l.gains.jobs > 0.0)
        .take(MOST_LEVERS)
        .map(|l| {
            let star = if less(l) { " *" } else { "" };
            Row {
                label: format!("{}{star}", name(l)),
                values: vec![l.gains.jobs],
                total_label: jobs(l.gains.jobs),
                ..Row::default()
            }
        })
        .collect();
    let one = first.gains.jobs < if lang == Lang::Fr { 2.0 } else { 1.05 };
    let unit = match (phase.construction, one) {
        (false, false) => m::LEVER_JOBS,
        (false, true) => m::LEVER_JOB,
        (true, false) => m::LEVER_YEARS,
        (true, true) => m::LEVER_YEAR,
    };
    let finding = if less(first) {
        m::LEVER_FINDING_LESS
    } else {
        m::LEVER_FINDING
    };
    let subtitle = if phase.construction {
        m::LEVER_SUBTITLE_BUILD
    } else {
        m::LEVER_SUBTITLE
    };
    let points = number::decimal(first.added * 100.0, if first.added < 0.0095 { 1 } else { 0 }, lang);
    let place = in_place(scope.study, Territory::Study, lang);
    Some(ChartSpec {
        id: "levers",
        finding: scope.fill(
            finding,
            &[
                ("name", &name(first)),
                ("jobs", &jobs(first.gains.jobs)),
                ("unit", unit.get(lang)),
                ("added", &points),
            ],
        ),
        subtitle: scope.fill(subtitle, &[("place", &place)]),
        source: m::LEVER_SOURCE.get(lang).to_owned(),
        alt: m::LEVER_ALT.get(lang).to_owned(),
        kind: ChartKind::StackedBars,
        series: vec![Series::plain(Role::Study, m::LEVER_SERIES.get(lang))],
        axis: Axis {
            unit: unit.get(lang).to_owned(),
            as_share: false,
            ticks: Vec::new(),
        },
        rows,
        marker: None,
        ghost_label: None,
    })
}
