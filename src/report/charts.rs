//! The charts of the first page: effects by measure, industries, regions and years.

use super::chart::{Axis, ChartKind, ChartSpec, Marker, Row, Written, round_ticks};
use super::job_words::by_effect;
use super::overview::{DIRECT, INDIRECT, INDUCED, Scope, difference};
use super::role::Role;
use super::words::{in_place, lower_first, place_name, upper_first};
use crate::study::{Effect, Measure, PhaseStudy, Study, Territory};
use crate::text::messages::report as m;
use crate::text::rounding::Precision;
use crate::text::{Msg, number};

/// The most bars a chart shows before the rest is summed.
const INDUSTRY_BARS: usize = 7;
/// The most years shown side by side.
pub(super) const YEAR_COLUMNS: usize = 12;

/// Returns the four charts of the page, in reading order.
pub fn charts(scope: &Scope<'_>) -> Vec<ChartSpec> {
    [effects(scope), industries(scope), regions(scope), years(scope)]
        .into_iter()
        .flatten()
        .map(|spec| spec.noting_rounding(scope.lang))
        .collect()
}

fn effects(scope: &Scope<'_>) -> Option<ChartSpec> {
    let phase = scope.main_phase()?;
    let study = scope.study;
    let mut rows = Vec::new();
    let mut push = |label: Msg, phase: &PhaseStudy, measure: Measure, precision: Precision| {
        let write = |v: f64| precision.write(v, scope.lang);
        let values = Effect::ALL.map(|e| study.value(phase, measure, e, scope.territory));
        let then = scope
            .saved_phase(phase)
            .map(|(s, p)| s.total(p, measure, scope.territory));
        rows.push(Row {
            label: label.get(scope.lang).to_owned(),
            total_label: write(values.iter().sum()),
            value_labels: values.iter().map(|v| write(*v)).collect(),
            values: values.to_vec(),
            difference: difference(values.iter().sum(), then, precision, &write),
            written: Written::plain(precision),
            ..Row::default()
        });
    };
    if let Some(p) = study.operation() {
        push(m::ROW_JOBS, p, Measure::Jobs, Precision::WHOLE);
    }
    if let Some(p) = study.construction() {
        push(m::ROW_JOB_YEARS, p, Measure::Jobs, Precision::WHOLE);
    }
    match study.operation() {
        Some(p) => {
            push(m::ROW_GDP, p, Measure::Gdp, Precision::MILLIONS);
            push(m::ROW_WAGES, p, Measure::Wages, Precision::MILLIONS);
        }
        None => push(m::ROW_GDP_CONSTRUCTION, phase, Measure::Gdp, Precision::MILLIONS),
    }
    let part = |effects: &[Effect]| scope.value(phase, Measure::Jobs, effects);
    let written = [DIRECT, INDIRECT, INDUCED, &Effect::ALL].map(|e| scope.jobs(part(e)));
    let ticks = [0.0, 0.25, 0.5, 0.75, 1.0].map(|t| (t, number::percent(t, scope.lang)));
    Some(ChartSpec {
        id: "effects",
        finding: by_effect(scope, phase, &written),
        subtitle: scope.fill(m::EFFECTS_SUBTITLE, &[("place", &scope.place())]),
        source: scope.source(),
        alt: m::EFFECTS_ALT.get(scope.lang).to_owned(),
        kind: ChartKind::StackedBars,
        series: scope.series(&[
            (Role::Direct, m::DIRECT),
            (Role::IndirectFirst, m::INDIRECT_FIRST),
            (Role::IndirectOther, m::INDIRECT_OTHER),
            (Role::Induced, m::INDUCED),
        ]),
        rows,
        axis: Axis {
            unit: number::percent(1.0, scope.lang),
            as_share: true,
            ticks: ticks.to_vec(),
        },
        marker: None,
        ghost_label: None,
    })
}

fn industries(scope: &Scope<'_>) -> Option<ChartSpec> {
    let phase = scope.main_phase()?;
    let jobs_in = |study: &Study, phase: &PhaseStudy, i: usize| -> [f64; 2] {
        [INDIRECT, INDUCED].map(|effects| {
            let one = |e: &Effect| {
                let regions = study.regions_of(scope.territory);
                regions.map(|r| phase.impact.cell(*e, Measure::Jobs, r, i)).sum::<f64>()
            };
            effects.iter().map(one).sum()
        })
    };
    let saved = scope.saved_phase(phase);
    let then = |i: usize| saved.map(|(s, p)| jobs_in(s, p, i).iter().sum::<f64>());
    let mut all: Vec<(usize, [f64; 2])> = (0..phase.impact.industry_count())
        .map(|i| (i, jobs_in(scope.study, phase, i)))
        .collect();
    all.sort_by(|a, b| (b.1[0] + b.1[1]).total_cmp(&(a.1[0] + a.1[1])));
    let name = |i: usize| {
        scope
            .library
            .economy
            .industries
            .get(i)
            .map_or_else(String::new, |e| e.short.get(scope.lang).to_owned())
    };
    let row = |label: String, values: [f64; 2], then: Option<f64>| {
        let changed = difference(values[0] + values[1], then, Precision::WHOLE, &|v| scope.jobs(v));
        Row {
            label,
            total_label: scope.jobs(values[0] + values[1]),
            value_labels: values.iter().map(|v| scope.jobs(*v)).collect(),
            values: values.to_vec(),
            ghost: then.filter(|_| changed.is_some()),
            difference: changed,
            ..Row::default()
        }
    };
    let (most, others) = all.split_at(all.len().min(INDUSTRY_BARS));
    let mut rows: Vec<Row> = most.iter().map(|(i, v)| row(name(*i), *v, then(*i))).collect();
    let rest = others.iter().fold([0.0, 0.0], |s, (_, v)| [s[0] + v[0], s[1] + v[1]]);
    let before = saved.map(|_| others.iter().filter_map(|(i, _)| then(*i)).sum());
    rows.push(row(m::OTHERS.get(scope.lang).to_owned(), rest, before));
    let some = all.first().is_some_and(|(_, v)| v[0] + v[1] > 0.0);
    let top = |k: usize| all.get(k).map_or_else(String::new, |(i, _)| lower_first(&name(*i)));
    let finding = if some {
        m::INDUSTRIES_FINDING
    } else {
        m::INDUSTRIES_FINDING_NONE
    };
    let subtitle = if phase.construction {
        m::INDUSTRIES_SUBTITLE_CONSTRUCTION
    } else {
        m::INDUSTRIES_SUBTITLE
    };
    Some(ChartSpec {
        id: "industries",
        finding: scope.fill(finding, &[("first", &top(0)), ("second", &top(1))]),
        subtitle: scope.fill(subtitle, &[("place", &scope.place())]),
        source: scope.source(),
        alt: m::INDUSTRIES_ALT.get(scope.lang).to_owned(),
        kind: ChartKind::StackedBars,
        series: scope.series(&[(Role::IndirectFirst, m::INDIRECT), (Role::Induced, m::INDUCED)]),
        axis: axis(&rows, scope),
        ghost_label: ghosts(&rows, scope),
        rows,
        marker: None,
    })
}

fn regions(scope: &Scope<'_>) -> Option<ChartSpec> {
    let phase = scope.main_phase()?;
    let study = scope.study;
    let mut territories = vec![(Territory::Study, Role::Study)];
    if !study.whole_province {
        territories.push((Territory::RestOfProvince, Role::RestOfProvince));
    }
    territories.push((Territory::RestOfCountry, Role::RestOfCanada));
    let sums = |s: &Study, p: &PhaseStudy, t: Territory| -> [f64; 3] {
        [DIRECT, INDIRECT, INDUCED].map(|effects| effects.iter().map(|e| s.value(p, Measure::Jobs, *e, t)).sum())
    };
    let saved = scope
        .saved_phase(phase)
        .filter(|(s, _)| s.whole_province == study.whole_province);
    let rows: Vec<Row> = territories
        .iter()
        .map(|(t, role)| {
            let values = sums(study, phase, *t);
            let now: f64 = values.iter().sum();
            let then = saved.map(|(s, p)| sums(s, p, *t).iter().sum::<f64>());
            let changed = difference(now, then, Precision::WHOLE, &|v| scope.jobs(v));
            Row {
                label: upper_first(&place_name(study, *t, scope.lang)),
                swatch: Some(*role),
                total_label: scope.jobs(now),
                value_labels: values.iter().map(|v| scope.jobs(*v)).collect(),
                values: values.to_vec(),
                ghost: then.filter(|_| changed.is_some()),
                difference: changed,
                ..Row::default()
            }
        })
        .collect();
    let away = if study.whole_province {
        Territory::RestOfCountry
    } else {
        Territory::RestOfProvince
    };
    let suppliers = |t| scope.jobs(sums(study, phase, t)[1]);
    let finding = if study.whole_province {
        m::REGIONS_FINDING_PROVINCE
    } else {
        m::REGIONS_FINDING
    };
    let subtitle = if phase.construction {
        m::REGIONS_SUBTITLE_CONSTRUCTION
    } else {
        m::REGIONS_SUBTITLE
    };
    Some(ChartSpec {
        id: "regions",
        finding: scope.fill(
            finding,
            &[
                ("rest", &in_place(study, away, scope.lang)),
                ("away", &suppliers(away)),
                ("study", &in_place(study, Territory::Study, scope.lang)),
                ("home", &suppliers(Territory::Study)),
            ],
        ),
        subtitle: subtitle.get(scope.lang).to_owned(),
        source: scope.source(),
        alt: m::REGIONS_ALT.get(scope.lang).to_owned(),
        kind: ChartKind::StackedBars,
        series: scope.series(&[
            (Role::Direct, m::DIRECT),
            (Role::IndirectFirst, m::INDIRECT),
            (Role::Induced, m::INDUCED),
        ]),
        axis: axis(&rows, scope),
        ghost_label: ghosts(&rows, scope),
        rows,
        marker: None,
    })
}

/// Returns the jobs of each year; nothing without a phase.
pub fn years(scope: &Scope<'_>) -> Option<ChartSpec> {
    let study = scope.study;
    let (first, last) = study.span()?;
    let shown = last.min(first + YEAR_COLUMNS as i32 - 1);
    let parts_of = |study: &Study, year: i32| {
        [DIRECT, INDIRECT, INDUCED].map(|effects| {
            effects
                .iter()
                .map(|e| study.in_year(year, Measure::Jobs, *e, scope.territory))
                .sum::<f64>()
        })
    };
    let parts = |year: i32| parts_of(study, year);
    let totals: Vec<(i32, f64)> = (first..=last).map(|y| (y, parts(y).iter().sum())).collect();
    let largest = |from: i32, to: i32| {
        let years = totals.iter().filter(|(y, _)| (from..=to).contains(y));
        years.fold(
            (from, 0.0_f64),
            |best, (y, v)| if *v > best.1 + 1e-9 { (*y, *v) } else { best },
        )
    };
    let (operation, construction) = (study.operation(), study.construction());
    let peak = construction.map(|p| largest(p.start, p.end));
    // The steady jobs are those of operation alone, in its first year of full activity: construction may still be going on.
    let full = operation.and_then(|p| {
        let (year, _) = p.by_year.iter().find(|(_, f)| *f >= 1.0 - 1e-9).or(p.by_year.last())?;
        Some((*year, study.total(p, Measure::Jobs, scope.territory)))
    });
    // Years that are all alike have no peak.
    let level = construction.is_some_and(|p| {
        let own = |f: &f64| scope.jobs(f * study.total(p, Measure::Jobs, scope.territory));
        p.by_year
            .iter()
            .all(|(_, f)| own(f) == own(&p.by_year.first().map_or(0.0, |(_, f)| *f)))
    });
    let labelled: Vec<i32> = peak.iter().chain(&full).map(|(y, _)| *y).collect();
    let rows: Vec<Row> = (first..=shown)
        .map(|year| {
            let values = parts(year);
            let total: f64 = values.iter().sum();
            let then = scope.saved.map(|s| parts_of(s, year).iter().sum::<f64>());
            let changed = difference(total, then, Precision::WHOLE, &|v| scope.jobs(v));
            Row {
                label: year.to_string(),
                total_label: if labelled.contains(&year) {
                    scope.jobs(total)
                } else {
                    String::new()
                },
                hidden_total: scope.jobs(total),
                value_labels: values.iter().map(|v| scope.jobs(*v)).collect(),
                values: values.to_vec(),
                ghost: then.filter(|_| changed.is_some()),
                difference: changed,
                ..Row::default()
            }
        })
        .collect();
    // What lasts one year is of that year: it neither peaks nor goes on.
    let one = |p: Option<&PhaseStudy>| p.is_some_and(|p| p.start == p.end);
    let (one_built, one_run) = (one(construction), one(operation));
    let text = |v: Option<(i32, f64)>| v.map_or_else(Default::default, |(y, j)| (y.to_string(), scope.jobs(j)));
    let ((peak_year, peak_jobs), (full_year, full_jobs)) = (text(peak), text(full));
    let finding = match (peak, full) {
        (Some(_), Some(_)) => {
            let message = match (level, one_run) {
                (true, true) => m::YEARS_FINDING_LEVEL_ONE,
                (true, false) => m::YEARS_FINDING_LEVEL,
                (false, true) => m::YEARS_FINDING_ONE,
                (false, false) => m::YEARS_FINDING,
            };
            scope.fill(
                message,
                &[
                    ("peak", &peak_year),
                    ("jobs_built", &peak_jobs),
                    ("jobs", &full_jobs),
                    ("full", &full_year),
                ],
            )
        }
        (None, _) => {
            let message = match one_run {
                true => m::YEARS_FINDING_OPERATION_ONE,
                false => m::YEARS_FINDING_OPERATION,
            };
            scope.fill(message, &[("jobs", &full_jobs), ("full", &full_year)])
        }
        (_, None) => {
            let message = match one_built {
                true => m::YEARS_FINDING_CONSTRUCTION_ONE,
                false => m::YEARS_FINDING_CONSTRUCTION,
            };
            scope.fill(message, &[("peak", &peak_year), ("jobs", &peak_jobs)])
        }
    };
    let marker = match (operation, construction) {
        (Some(o), Some(c)) if c.start < o.start && o.start <= shown => Some(Marker {
            before: usize::try_from(o.start - first).unwrap_or(0),
            left: m::CONSTRUCTION.get(scope.lang).to_owned(),
            right: m::OPERATION.get(scope.lang).to_owned(),
        }),
        _ => None,
    };
    let subtitle = if shown < last {
        m::YEARS_SUBTITLE_CUT
    } else {
        m::YEARS_SUBTITLE
    };
    Some(ChartSpec {
        id: "years",
        finding,
        subtitle: scope.fill(subtitle, &[("place", &scope.place()), ("last", &shown.to_string())]),
        source: scope.source(),
        alt: m::YEARS_ALT.get(scope.lang).to_owned(),
        kind: ChartKind::Columns,
        series: scope.series(&[
            (Role::Direct, m::DIRECT),
            (Role::IndirectFirst, m::INDIRECT),
            (Role::Induced, m::INDUCED),
        ]),
        axis: axis(&rows, scope),
        ghost_label: ghosts(&rows, scope),
        rows,
        marker,
    })
}

/// Returns the legend's label for the saved version, when a row shows it.
pub(super) fn ghosts(rows: &[Row], scope: &Scope<'_>) -> Option<String> {
    let shown = rows.iter().any(|r| r.ghost.is_some());
    shown.then(|| m::SAVED_VERSION.get(scope.lang).to_owned())
}

fn axis(rows: &[Row], scope: &Scope<'_>) -> Axis {
    value_axis(rows, scope, &m::CARD_JOBS.get(scope.lang).to_lowercase())
}

/// Returns an axis from zero in a unit, for bars or columns.
pub(super) fn value_axis(rows: &[Row], scope: &Scope<'_>, unit: &str) -> Axis {
    let ends = rows.iter().flat_map(|r| [r.total(), r.ghost.unwrap_or(0.0)]);
    axis_up_to(ends.fold(0.0, f64::max), 3, scope, unit)
}

/// Returns an axis from zero to a value, with about `count` ticks and as many decimals as tell two of them apart, even for a project of a fraction of a job.
pub(super) fn axis_up_to(largest: f64, count: usize, scope: &Scope<'_>, unit: &str) -> Axis {
    let ticks = round_ticks(largest, count);
    let step = ticks.get(1).copied().unwrap_or(1.0);
    let whole = |places: &usize| {
        let scaled = step * 10_f64.powi(*places as i32);
        (scaled - scaled.round()).abs() < 1e-6 * scaled
    };
    let places = (0..16).find(whole).unwrap_or(16);
    let ticks = ticks
        .into_iter()
        .map(|t| (t, number::decimal(t, places, scope.lang)))
        .collect();
    Axis {
        unit: unit.to_owned(),
        as_share: false,
        ticks,
    }
}
