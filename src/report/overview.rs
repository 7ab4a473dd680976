//! The first page of results: its finding, its headline cards and its four charts.

use super::chart::{Axis, ChartKind, ChartSpec, Difference, Marker, Row, Series, Tone, round_ticks};
use super::role::Role;
use super::words::{in_place, place_name, upper_first};
use crate::study::{Effect, Library, Measure, PhaseStudy, Study, Territory};
use crate::text::messages::report as m;
use crate::text::{Lang, Msg, number};

/// The most bars a chart shows before the rest is summed.
const INDUSTRY_BARS: usize = 7;
/// The most years shown side by side.
const YEAR_COLUMNS: usize = 12;

/// A headline figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Name that never changes.
    pub id: &'static str,
    /// What is counted.
    pub label: String,
    /// Where, and in what unit.
    pub unit: String,
    /// The figure, or why there is none and whether a phase of construction would bring one.
    pub figure: Result<CardFigure, MissingPhase>,
}

/// A headline figure as written.
#[derive(Clone, Debug, PartialEq)]
pub struct CardFigure {
    /// The gross figure.
    pub gross: String,
    /// Its parts in words, for the tooltip.
    pub parts: String,
    /// Its parts as values, in the fixed order of effects; empty where the figure is no sum of effects.
    pub shares: Vec<(Role, f64)>,
    /// Its first part in a few words.
    pub caption: String,
    /// The signed difference with the saved version; nothing when it is the same.
    pub difference: Option<Difference>,
}

/// Why a card has no figure.
#[derive(Clone, Debug, PartialEq)]
pub struct MissingPhase {
    /// The sentence.
    pub sentence: String,
    /// The action that would mend it.
    pub action: String,
    /// Whether the missing phase is a construction.
    pub construction: bool,
}

/// What the page is about.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// The results.
    pub study: &'a Study,
    /// The version saved, when it is to show.
    pub saved: Option<&'a Study>,
    /// The data, for names.
    pub library: &'a Library,
    /// Where results are summed.
    pub territory: Territory,
    /// The language.
    pub lang: Lang,
}

impl<'a> Scope<'a> {
    fn place(&self) -> String {
        place_name(self.study, self.territory, self.lang)
    }

    fn fill(&self, msg: Msg, values: &[(&str, &str)]) -> String {
        msg.fill(self.lang, values)
    }

    fn jobs(&self, v: f64) -> String {
        number::whole(v, self.lang)
    }

    fn millions(&self, v: f64) -> String {
        number::decimal(v / 1e6, 1, self.lang)
    }

    fn source(&self) -> String {
        let source = self.fill(m::SOURCE, &[("year", &self.study.data_year.to_string())]);
        if self.study.region_modelled && self.territory == Territory::Study {
            format!("{source} {}", m::MODELLED.get(self.lang))
        } else {
            source
        }
    }

    fn value(&self, phase: &PhaseStudy, measure: Measure, effects: &[Effect]) -> f64 {
        effects
            .iter()
            .map(|e| self.study.value(phase, measure, *e, self.territory))
            .sum()
    }

    /// Returns the phase whose yearly effects the page speaks of: operation, or construction where there is none.
    fn main_phase(&self) -> Option<&'a PhaseStudy> {
        self.study.operation().or_else(|| self.study.construction())
    }

    fn series(&self, parts: &[(Role, Msg)]) -> Vec<Series> {
        parts
            .iter()
            .map(|(role, label)| Series {
                role: *role,
                label: label.get(self.lang).to_owned(),
            })
            .collect()
    }
}

const EFFECT_ROLES: [Role; 4] = [Role::Direct, Role::IndirectFirst, Role::IndirectOther, Role::Induced];
const DIRECT: &[Effect] = &[Effect::Direct];
const INDIRECT: &[Effect] = &[Effect::IndirectFirst, Effect::IndirectOther];
const INDUCED: &[Effect] = &[Effect::Induced];

/// Returns the sentence that heads the page.
pub fn finding(scope: &Scope<'_>) -> String {
    let study = scope.study;
    let place = upper_first(&in_place(study, scope.territory, scope.lang));
    let jobs = study
        .operation()
        .map(|p| scope.jobs(study.total(p, Measure::Jobs, scope.territory)));
    let years = study
        .construction()
        .map(|p| scope.jobs(study.total(p, Measure::Jobs, scope.territory)));
    match (jobs, years) {
        (Some(jobs), Some(years)) => scope.fill(
            m::FINDING_BOTH,
            &[("place", &place), ("jobs", &jobs), ("years", &years)],
        ),
        (Some(jobs), None) => scope.fill(m::FINDING_OPERATION, &[("place", &place), ("jobs", &jobs)]),
        (None, Some(years)) => scope.fill(m::FINDING_CONSTRUCTION, &[("place", &place), ("years", &years)]),
        (None, None) => String::new(),
    }
}

/// Returns the headline cards.
pub fn cards(scope: &Scope<'_>) -> Vec<Card> {
    let (operation, construction) = (scope.study.operation(), scope.study.construction());
    let saved = scope.saved;
    let missing = |construction: bool| MissingPhase {
        sentence: if construction {
            m::CARD_NO_CONSTRUCTION
        } else {
            m::CARD_NO_OPERATION
        }
        .get(scope.lang)
        .into(),
        action: m::CARD_ADD_PHASE.get(scope.lang).into(),
        construction,
    };
    let card = |id, label: Msg, unit: Msg, figure| Card {
        id,
        label: label.get(scope.lang).to_owned(),
        unit: scope.fill(unit, &[("place", &scope.place())]),
        figure,
    };
    let count = |measure: Measure, phase: &PhaseStudy, before: Option<&PhaseStudy>, write: &dyn Fn(f64) -> String| {
        let values = Effect::ALL.map(|e| scope.value(phase, measure, &[e]));
        let parts = values.map(write);
        let now = scope.value(phase, measure, &Effect::ALL);
        let then = before.zip(saved).map(|(p, s)| s.total(p, measure, scope.territory));
        CardFigure {
            gross: write(now),
            parts: scope.fill(
                m::PARTS,
                &[
                    ("direct", &parts[0]),
                    ("first", &parts[1]),
                    ("other", &parts[2]),
                    ("induced", &parts[3]),
                ],
            ),
            shares: EFFECT_ROLES.iter().zip(values).map(|(role, v)| (*role, v)).collect(),
            caption: scope.fill(m::OF_THEM_DIRECT, &[("direct", &parts[0])]),
            difference: difference(now, then, write),
        }
    };
    let jobs = |v: f64| scope.jobs(v);
    let millions = |v: f64| scope.millions(v);
    let saved_operation = saved.and_then(Study::operation);
    let saved_construction = saved.and_then(Study::construction);
    let yearly = |measure| match operation {
        Some(p) => Ok(count(measure, p, saved_operation, &millions)),
        None => match construction {
            Some(p) => Ok(count(measure, p, saved_construction, &millions)),
            None => Err(missing(false)),
        },
    };
    let money_unit = if operation.is_some() {
        m::CARD_GDP_UNIT
    } else {
        m::CARD_TOTAL_UNIT
    };
    let taxes = scope.main_phase().map(|p| {
        let products = scope.value(p, Measure::ProductTaxes, &Effect::ALL);
        let production = scope.value(p, Measure::ProductionTaxes, &Effect::ALL);
        let then = saved.and_then(|s| {
            let p = s.operation().or_else(|| s.construction())?;
            let both = [Measure::ProductTaxes, Measure::ProductionTaxes];
            Some(both.iter().map(|t| s.total(p, *t, scope.territory)).sum())
        });
        CardFigure {
            gross: millions(products + production),
            parts: scope.fill(
                m::TAXES_PARTS,
                &[("products", &millions(products)), ("production", &millions(production))],
            ),
            shares: vec![(Role::Taxes, products), (Role::Neutral, production)],
            caption: scope.fill(m::OF_THEM_PRODUCTS, &[("products", &millions(products))]),
            difference: difference(products + production, then, &millions),
        }
    });
    vec![
        card(
            "jobs",
            m::CARD_JOBS,
            m::CARD_JOBS_UNIT,
            operation
                .map(|p| count(Measure::Jobs, p, saved_operation, &jobs))
                .ok_or_else(|| missing(false)),
        ),
        card(
            "construction",
            m::CARD_CONSTRUCTION,
            m::CARD_CONSTRUCTION_UNIT,
            construction
                .map(|p| count(Measure::Jobs, p, saved_construction, &jobs))
                .ok_or_else(|| missing(true)),
        ),
        card("gdp", m::CARD_GDP, money_unit, yearly(Measure::Gdp)),
        card("wages", m::CARD_WAGES, money_unit, yearly(Measure::Wages)),
        card("taxes", m::CARD_TAXES, money_unit, taxes.ok_or_else(|| missing(false))),
    ]
}

/// Returns the four charts of the page, in reading order.
pub fn charts(scope: &Scope<'_>) -> Vec<ChartSpec> {
    [effects(scope), industries(scope), regions(scope), years(scope)]
        .into_iter()
        .flatten()
        .collect()
}

/// Returns a signed difference as written, or nothing when it would read as no difference.
fn difference(now: f64, then: Option<f64>, write: &dyn Fn(f64) -> String) -> Option<Difference> {
    let then = then?;
    if write(now) == write(then) {
        return None;
    }
    let change = now - then;
    let tone = if change > 0.0 { Tone::Gain } else { Tone::Loss };
    Some(Difference {
        text: number::signed(change, write),
        tone,
    })
}

fn effects(scope: &Scope<'_>) -> Option<ChartSpec> {
    let phase = scope.main_phase()?;
    let study = scope.study;
    let mut rows = Vec::new();
    let mut push = |label: Msg, phase: &PhaseStudy, measure: Measure, write: &dyn Fn(f64) -> String| {
        let values = Effect::ALL.map(|e| study.value(phase, measure, e, scope.territory));
        rows.push(Row {
            label: label.get(scope.lang).to_owned(),
            total_label: write(values.iter().sum()),
            value_labels: values.iter().map(|v| write(*v)).collect(),
            values: values.to_vec(),
            ..Row::default()
        });
    };
    let jobs = |v: f64| scope.jobs(v);
    let millions = |v: f64| scope.millions(v);
    if let Some(p) = study.operation() {
        push(m::ROW_JOBS, p, Measure::Jobs, &jobs);
    }
    if let Some(p) = study.construction() {
        push(m::ROW_JOB_YEARS, p, Measure::Jobs, &jobs);
    }
    match study.operation() {
        Some(p) => {
            push(m::ROW_GDP, p, Measure::Gdp, &millions);
            push(m::ROW_WAGES, p, Measure::Wages, &millions);
        }
        None => push(m::ROW_GDP_CONSTRUCTION, phase, Measure::Gdp, &millions),
    }
    let part = |effects: &[Effect]| scope.value(phase, Measure::Jobs, effects);
    let written = [DIRECT, INDIRECT, INDUCED, &Effect::ALL].map(|e| scope.jobs(part(e)));
    let [direct, indirect, induced, total] = &written;
    let finding = if phase.construction {
        m::EFFECTS_FINDING_CONSTRUCTION
    } else if part(DIRECT) > 0.0 {
        m::EFFECTS_FINDING
    } else {
        m::EFFECTS_FINDING_AWAY
    };
    let ticks = [0.0, 0.25, 0.5, 0.75, 1.0].map(|t| (t, number::percent(t, scope.lang)));
    Some(ChartSpec {
        id: "effects",
        finding: scope.fill(
            finding,
            &[
                ("direct", direct),
                ("indirect", indirect),
                ("induced", induced),
                ("total", total),
            ],
        ),
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
    let regions = scope.study.regions_of(scope.territory);
    let jobs_in = |effects: &[Effect], i: usize| -> f64 {
        let one = |e: &Effect| {
            regions
                .clone()
                .map(|r| phase.impact.cell(*e, Measure::Jobs, r, i))
                .sum::<f64>()
        };
        effects.iter().map(one).sum()
    };
    let mut all: Vec<(usize, [f64; 2])> = (0..phase.impact.industry_count())
        .map(|i| (i, [jobs_in(INDIRECT, i), jobs_in(INDUCED, i)]))
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
    let row = |label: String, values: [f64; 2]| Row {
        label,
        total_label: scope.jobs(values[0] + values[1]),
        value_labels: values.iter().map(|v| scope.jobs(*v)).collect(),
        values: values.to_vec(),
        ..Row::default()
    };
    let mut rows: Vec<Row> = all.iter().take(INDUSTRY_BARS).map(|(i, v)| row(name(*i), *v)).collect();
    let rest = all
        .iter()
        .skip(INDUSTRY_BARS)
        .fold([0.0, 0.0], |s, (_, v)| [s[0] + v[0], s[1] + v[1]]);
    rows.push(row(m::OTHERS.get(scope.lang).to_owned(), rest));
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
        rows,
        marker: None,
        ghost_label: None,
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
    let saved = scope.saved.and_then(|s| {
        let p = if phase.construction {
            s.construction()
        } else {
            s.operation()
        }?;
        (s.whole_province == study.whole_province).then_some((s, p))
    });
    let rows: Vec<Row> = territories
        .iter()
        .map(|(t, role)| {
            let values = sums(study, phase, *t);
            let now: f64 = values.iter().sum();
            let then = saved.map(|(s, p)| sums(s, p, *t).iter().sum::<f64>());
            let changed = difference(now, then, &|v| scope.jobs(v));
            Row {
                label: upper_first(&place_name(study, *t, scope.lang)),
                swatch: Some(*role),
                total_label: scope.jobs(now),
                value_labels: values.iter().map(|v| scope.jobs(*v)).collect(),
                values: values.to_vec(),
                ghost: then.filter(|_| changed.is_some()),
                difference: changed,
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
    let ghost = rows.iter().any(|r| r.ghost.is_some());
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
                ("rest", &upper_first(&place_name(study, away, scope.lang))),
                ("away", &suppliers(away)),
                ("study", &place_name(study, Territory::Study, scope.lang)),
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
        rows,
        marker: None,
        ghost_label: ghost.then(|| m::SAVED_VERSION.get(scope.lang).to_owned()),
    })
}

fn years(scope: &Scope<'_>) -> Option<ChartSpec> {
    let study = scope.study;
    let (first, last) = study.span()?;
    let shown = last.min(first + YEAR_COLUMNS as i32 - 1);
    let parts = |year: i32| {
        [DIRECT, INDIRECT, INDUCED].map(|effects| {
            effects
                .iter()
                .map(|e| study.in_year(year, Measure::Jobs, *e, scope.territory))
                .sum::<f64>()
        })
    };
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
    let full = operation.map(|p| largest(p.start, p.end));
    let labelled: Vec<i32> = peak.iter().chain(&full).map(|(y, _)| *y).collect();
    let rows: Vec<Row> = (first..=shown)
        .map(|year| {
            let values = parts(year);
            let total: f64 = values.iter().sum();
            Row {
                label: year.to_string(),
                total_label: if labelled.contains(&year) {
                    scope.jobs(total)
                } else {
                    String::new()
                },
                value_labels: values.iter().map(|v| scope.jobs(*v)).collect(),
                values: values.to_vec(),
                ..Row::default()
            }
        })
        .collect();
    let text = |v: Option<(i32, f64)>| v.map_or_else(Default::default, |(y, j)| (y.to_string(), scope.jobs(j)));
    let ((peak_year, peak_jobs), (full_year, full_jobs)) = (text(peak), text(full));
    let finding = match (peak, full) {
        (Some(_), Some(_)) => scope.fill(
            m::YEARS_FINDING,
            &[("peak", &peak_year), ("jobs", &full_jobs), ("full", &full_year)],
        ),
        (None, _) => scope.fill(
            m::YEARS_FINDING_OPERATION,
            &[("jobs", &full_jobs), ("full", &full_year)],
        ),
        (_, None) => scope.fill(
            m::YEARS_FINDING_CONSTRUCTION,
            &[("peak", &peak_year), ("jobs", &peak_jobs)],
        ),
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
        rows,
        marker,
        ghost_label: None,
    })
}

fn axis(rows: &[Row], scope: &Scope<'_>) -> Axis {
    let largest = rows
        .iter()
        .flat_map(|r| [r.total(), r.ghost.unwrap_or(0.0)])
        .fold(0.0, f64::max);
    let ticks = round_ticks(largest, 3);
    // As many decimals as tell two ticks apart, even for a project of a fraction of a job.
    let step = ticks.get(1).copied().unwrap_or(1.0);
    let whole = |places: &usize| {
        let scaled = step * 10_f64.powi(*places as i32);
        (scaled - scaled.round()).abs() < 1e-6 * scaled
    };
    let places = (0..9).find(whole).unwrap_or(9);
    let ticks = ticks
        .into_iter()
        .map(|t| (t, number::decimal(t, places, scope.lang)))
        .collect();
    Axis {
        unit: m::CARD_JOBS.get(scope.lang).to_lowercase(),
        as_share: false,
        ticks,
    }
}

fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map_or_else(String::new, |c| c.to_lowercase().chain(chars).collect())
}
