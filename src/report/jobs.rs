//! The page of jobs: where they are, in which industries, who holds them and what they pay.

use super::chart::{Axis, ChartKind, ChartSpec, Row, RowStyle, RowWeight, Series, TableSpec, Written};
use super::charts::{ghosts, value_axis};
use super::job_words;
use super::overview::{self, Card, CardFigure, DIRECT, INDIRECT, INDUCED, NoFigure, Scope, difference};
use super::role::Role;
use super::words::{self, in_place, lower_first, place_name, upper_first};
use crate::study::{Effect, Measure, PhaseStudy, Study, Territory};
use crate::text::messages::{jobs as m, report as r, words as w};
use crate::text::rounding::Precision;
use crate::text::{Lang, Msg, number};

/// The most industries shown before the rest is summed.
const INDUSTRIES: usize = 12;
/// The most industries whose wage is shown.
const WAGES: usize = 9;

/// Shares that people say as one in so many.
const SPOKEN: [(f64, Msg); 11] = [
    (0.1, m::ONE_IN_TEN),
    (0.2, m::ONE_IN_FIVE),
    (0.25, m::ONE_IN_FOUR),
    (1.0 / 3.0, m::ONE_IN_THREE),
    (0.4, m::TWO_IN_FIVE),
    (0.5, m::ONE_IN_TWO),
    (0.6, m::THREE_IN_FIVE),
    (2.0 / 3.0, m::TWO_IN_THREE),
    (0.75, m::THREE_IN_FOUR),
    (0.8, m::FOUR_IN_FIVE),
    (0.9, m::NINE_IN_TEN),
];

/// Returns a share of permanent jobs as people say it, with a verb: `deux emplois permanents sur trois seraient`.
///
/// The nearest of [`SPOKEN`]; more than half a point away it is said to be about that, more than five points away as a percentage.
fn spoken(share: f64, lang: Lang) -> String {
    let far = |of: &(f64, Msg)| (of.0 - share).abs();
    let nearest = SPOKEN.iter().min_by(|a, b| far(a).total_cmp(&far(b)));
    nearest.map_or_else(String::new, |of| {
        let text = of.1.get(lang);
        if far(of) > 0.05 {
            m::PERCENT.fill(lang, &[("percent", &number::percent(share, lang))])
        } else if far(of) > 0.005 {
            m::NEARLY.fill(lang, &[("share", text)])
        } else {
            text.to_owned()
        }
    })
}

fn sum(study: &Study, phase: &PhaseStudy, effects: &[Effect], territory: Territory) -> f64 {
    let each = effects.iter();
    each.map(|e| study.value(phase, Measure::Jobs, *e, territory)).sum()
}

/// Returns the sentence that heads the page.
pub fn finding(scope: &Scope<'_>) -> String {
    let study = scope.study;
    let Some(phase) = scope.main_phase() else {
        return String::new();
    };
    let part = |effects: &[Effect]| sum(study, phase, effects, scope.territory);
    let (direct, total) = (part(DIRECT), part(&Effect::ALL));
    let place = upper_first(&in_place(study, scope.territory, scope.lang));
    let written = [DIRECT, INDIRECT, INDUCED, &Effect::ALL].map(|e| scope.jobs(part(e)));
    let share = if total > 0.0 { direct / total } else { 0.0 };
    let message = match phase.construction {
        true => m::FINDING_CONSTRUCTION,
        false if number::shows_zero(&written[0]) => m::FINDING_AWAY,
        false if written[0] == written[3] => m::FINDING_ALL,
        false => m::FINDING,
    };
    scope.fill(
        message,
        &[
            ("place", &place),
            ("share", &spoken(share, scope.lang)),
            ("direct", &written[0]),
            ("indirect", &written[1]),
            ("induced", &written[2]),
            ("total", &written[3]),
        ],
    )
}

/// Returns the headline cards of the page.
pub fn cards(scope: &Scope<'_>) -> Vec<Card> {
    let study = scope.study;
    let mut cards: Vec<Card> = overview::cards(scope)
        .into_iter()
        .filter(|card| ["jobs", "construction"].contains(&card.id))
        .collect();
    let short = |unit: Msg, values: &[(&str, &str)]| {
        let bare = scope.fill(unit, &[("place", "")]);
        let filled = values.iter().fold(bare, |t, (k, v)| t.replace(&format!("{{{k}}}"), v));
        upper_first(filled.trim_start_matches([',', ' ']))
    };
    let card = |id, label: Msg, unit: Msg, values: &[(&str, &str)], figure: Option<CardFigure>| {
        let mut all = vec![("place", scope.place())];
        all.extend(values.iter().map(|(k, v)| (*k, (*v).to_owned())));
        let all: Vec<(&str, &str)> = all.iter().map(|(k, v)| (*k, v.as_str())).collect();
        Card {
            id,
            label: label.get(scope.lang).to_owned(),
            unit: scope.fill(unit, &all),
            short_unit: short(unit, values),
            figure: figure.ok_or_else(|| NoFigure {
                sentence: r::CARD_NO_OPERATION.get(scope.lang).into(),
                action: r::CARD_ADD_PHASE.get(scope.lang).into(),
                construction: false,
            }),
        }
    };
    let residents = study.operation().map(|p| {
        let of = |s: &Study, p: &PhaseStudy, e: &[Effect]| s.residents(p, e, scope.territory).jobs;
        let values = Effect::ALL.map(|e| of(study, p, &[e]));
        let now = of(study, p, &Effect::ALL);
        let then = scope.saved_phase(p).map(|(s, p)| of(s, p, &Effect::ALL));
        let parts = values.map(|v| scope.jobs(v));
        CardFigure {
            gross: scope.jobs(now),
            has_net: true,
            net: p.net(now).map(|v| scope.jobs(v)),
            parts: scope.fill(
                r::PARTS,
                &[
                    ("direct", &parts[0]),
                    ("first", &parts[1]),
                    ("other", &parts[2]),
                    ("induced", &parts[3]),
                ],
            ),
            shares: overview::EFFECT_ROLES.into_iter().zip(values).collect(),
            caption: scope.fill(m::OF_THEM_DIRECT, &[("direct", &parts[0])]),
            difference: difference(now, then, Precision::WHOLE, &|v| scope.jobs(v)),
        }
    });
    let alone = |value: String, note: Msg, change| CardFigure {
        gross: value,
        has_net: false,
        net: None,
        parts: note.get(scope.lang).to_owned(),
        shares: Vec::new(),
        caption: note.get(scope.lang).to_owned(),
        difference: change,
    };
    let peak = peak(study, scope.territory);
    let peak_year = peak.map_or_else(String::new, |(year, _)| year.to_string());
    let goes_on = peak.is_some_and(|(year, jobs)| {
        let next = held(study, year + 1, scope.territory);
        study.span().is_some_and(|(_, last)| year < last) && scope.jobs(next) == scope.jobs(jobs)
    });
    let peak_card = peak.map(|(_, jobs)| {
        let then = scope.saved.and_then(|s| Some(self::peak(s, scope.territory)?.1));
        alone(
            scope.jobs(jobs),
            m::CARD_PEAK_NOTE,
            difference(jobs, then, Precision::WHOLE, &|v| scope.jobs(v)),
        )
    });
    let wage_of = |s: &Study, p: &PhaseStudy| {
        let pay = s.pay(p, &Effect::ALL, scope.territory);
        pay.per_job(pay.wages)
    };
    let dollars = |v: f64| number::dollars(hundreds(v), scope.lang);
    let wage = scope.main_phase().and_then(|p| {
        let now = wage_of(study, p)?;
        let then = scope.saved_phase(p).and_then(|(s, p)| wage_of(s, p));
        Some(alone(
            dollars(now),
            m::CARD_WAGE_NOTE,
            difference(now, then, Precision::HUNDREDS, &dollars),
        ))
    });
    cards.push(card(
        "resident_jobs",
        m::CARD_RESIDENTS,
        r::CARD_JOBS_UNIT,
        &[],
        residents,
    ));
    cards.push(card(
        "peak_jobs",
        m::CARD_PEAK,
        match goes_on {
            true => m::CARD_PEAK_UNIT_FROM,
            false => m::CARD_PEAK_UNIT,
        },
        &[("year", &peak_year)],
        peak_card,
    ));
    cards.push(card("mean_wage", m::CARD_WAGE, m::CARD_WAGE_UNIT, &[], wage));
    cards
}

/// Returns the jobs held in a year, all phases and effects.
fn held(study: &Study, year: i32, territory: Territory) -> f64 {
    let each = Effect::ALL.iter();
    each.map(|e| study.in_year(year, Measure::Jobs, *e, territory)).sum()
}

/// Returns the first year in which the most jobs are held, and how many; nothing without phases.
pub fn peak(study: &Study, territory: Territory) -> Option<(i32, f64)> {
    let (first, last) = study.span()?;
    (first..=last)
        .map(|y| (y, held(study, y, territory)))
        .reduce(|best, now| if now.1 > best.1 + 1e-9 { now } else { best })
}

/// Returns pay to the hundred: no more is known of it.
fn hundreds(dollars: f64) -> f64 {
    (dollars / 100.0).round() * 100.0
}

/// Returns the charts of the page, in reading order.
///
/// * `construction`: whether those of one phase show the construction, where there is one.
pub fn charts(scope: &Scope<'_>, construction: bool) -> Vec<ChartSpec> {
    let wanted = if construction {
        scope.study.construction()
    } else {
        scope.study.operation()
    };
    let Some(phase) = wanted.or_else(|| scope.main_phase()) else {
        return Vec::new();
    };
    [
        Some(effects(scope)),
        Some(industries(scope, phase)),
        Some(regions(scope, phase)),
        residents(scope, phase),
        wages(scope, phase),
        super::charts::years(scope),
    ]
    .into_iter()
    .flatten()
    .map(|spec| spec.noting_rounding(scope.lang))
    .collect()
}

fn unit(phase: &PhaseStudy, lang: Lang) -> &'static str {
    let msg = if phase.construction {
        m::UNIT_CONSTRUCTION
    } else {
        m::UNIT_PERMANENT
    };
    msg.get(lang)
}

/// The jobs of every phase by effect, as shares: phases of different units stand side by side and never add up.
fn effects(scope: &Scope<'_>) -> ChartSpec {
    let (study, lang) = (scope.study, scope.lang);
    let row = |phase: &PhaseStudy| {
        let values = Effect::ALL.map(|e| study.value(phase, Measure::Jobs, e, scope.territory));
        let now: f64 = values.iter().sum();
        let then = scope
            .saved_phase(phase)
            .map(|(s, p)| s.total(p, Measure::Jobs, scope.territory));
        let label = if phase.construction {
            m::ROW_CONSTRUCTION
        } else {
            m::ROW_PERMANENT
        };
        Row {
            label: label.fill(lang, &[("phase", &words::phase(study, phase, lang))]),
            total_label: scope.jobs(now),
            value_labels: values.iter().map(|v| scope.jobs(*v)).collect(),
            values: values.to_vec(),
            difference: difference(now, then, Precision::WHOLE, &|v| scope.jobs(v)),
            ..Row::default()
        }
    };
    // Permanent jobs first: they are what the page is about.
    let mut phases: Vec<&PhaseStudy> = study.phases.iter().collect();
    phases.sort_by_key(|p| p.construction);
    let finding = study.operation().map(|p| {
        let direct = sum(study, p, DIRECT, scope.territory);
        let others = sum(study, p, INDIRECT, scope.territory) + sum(study, p, INDUCED, scope.territory);
        let place = in_place(study, scope.territory, lang);
        job_words::beyond_the_site(direct, others, &place, lang)
    });
    let ticks = [0.0, 0.25, 0.5, 0.75, 1.0].map(|t| (t, number::percent(t, lang)));
    ChartSpec {
        id: "jobs_effects",
        finding: finding.unwrap_or_else(|| m::EFFECTS_FINDING_NONE.get(lang).to_owned()),
        subtitle: scope.fill(m::EFFECTS_SUBTITLE, &[("place", &scope.place())]),
        source: scope.source(),
        alt: m::EFFECTS_ALT.get(lang).to_owned(),
        kind: ChartKind::StackedBars,
        series: scope.series(&[
            (Role::Direct, r::DIRECT),
            (Role::IndirectFirst, r::INDIRECT_FIRST),
            (Role::IndirectOther, r::INDIRECT_OTHER),
            (Role::Induced, r::INDUCED),
        ]),
        rows: phases.into_iter().map(row).collect(),
        axis: Axis {
            unit: number::percent(1.0, lang),
            as_share: true,
            ticks: ticks.to_vec(),
        },
        marker: None,
        ghost_label: None,
    }
}

fn three(scope: &Scope<'_>) -> Vec<Series> {
    scope.series(&[
        (Role::Direct, r::DIRECT),
        (Role::IndirectFirst, r::INDIRECT),
        (Role::Induced, r::INDUCED),
    ])
}

/// A row of direct, indirect and induced jobs, with the saved version behind it.
fn row_of(scope: &Scope<'_>, label: String, values: [f64; 3], then: Option<f64>) -> Row {
    let now: f64 = values.iter().sum();
    let changed = difference(now, then, Precision::WHOLE, &|v| scope.jobs(v));
    Row {
        label,
        total_label: scope.jobs(now),
        value_labels: values.iter().map(|v| scope.jobs(*v)).collect(),
        values: values.to_vec(),
        ghost: then.filter(|_| changed.is_some()),
        difference: changed,
        ..Row::default()
    }
}

fn industries(scope: &Scope<'_>, phase: &PhaseStudy) -> ChartSpec {
    let (study, lang) = (scope.study, scope.lang);
    let of = |s: &Study, p: &PhaseStudy, i: usize| -> [f64; 3] {
        [DIRECT, INDIRECT, INDUCED].map(|effects| {
            let cells = effects
                .iter()
                .flat_map(|e| s.regions_of(scope.territory).map(move |k| (*e, k)));
            cells.map(|(e, k)| p.impact.cell(e, Measure::Jobs, k, i)).sum()
        })
    };
    let total_of = |v: &[f64; 3]| v.iter().sum::<f64>();
    let mut all: Vec<(usize, [f64; 3])> = (0..phase.impact.industry_count())
        .map(|i| (i, of(study, phase, i)))
        .collect();
    all.sort_by(|a, b| total_of(&b.1).total_cmp(&total_of(&a.1)));
    let saved = scope.saved_phase(phase);
    let then = |i: usize| saved.map(|(s, p)| total_of(&of(s, p, i)));
    let (most, rest) = all.split_at(all.len().min(INDUSTRIES));
    let mut rows: Vec<Row> = most
        .iter()
        .map(|(i, v)| row_of(scope, industry(scope, *i), *v, then(*i)))
        .collect();
    if !rest.is_empty() {
        let values = rest
            .iter()
            .fold([0.0; 3], |s, (_, v)| [s[0] + v[0], s[1] + v[1], s[2] + v[2]]);
        let before = saved.is_some().then(|| rest.iter().filter_map(|(i, _)| then(*i)).sum());
        rows.push(row_of(scope, r::OTHERS.get(lang).to_owned(), values, before));
    }
    let first = all
        .first()
        .map_or_else(String::new, |(i, _)| lower_first(&industry(scope, *i)));
    let count = all.first().map_or(0.0, |(_, v)| total_of(v));
    let all_jobs = scope.jobs(sum(study, phase, &Effect::ALL, scope.territory));
    let all_jobs = job_words::counted(phase, &all_jobs, lang);
    let unit = unit(phase, lang);
    ChartSpec {
        id: "jobs_industries",
        finding: scope.fill(
            m::INDUSTRIES_FINDING,
            &[("first", &first), ("count", &scope.jobs(count)), ("all", &all_jobs)],
        ),
        subtitle: scope.fill(
            m::INDUSTRIES_SUBTITLE,
            &[("unit", &upper_first(unit)), ("place", &scope.place())],
        ),
        source: scope.source(),
        alt: m::INDUSTRIES_ALT.get(lang).to_owned(),
        kind: ChartKind::StackedBars,
        series: three(scope),
        axis: value_axis(&rows, scope, unit),
        ghost_label: ghosts(&rows, scope),
        rows,
        marker: None,
    }
}

fn industry(scope: &Scope<'_>, index: usize) -> String {
    let industries = &scope.library.economy.industries;
    industries
        .get(index)
        .map_or_else(String::new, |e| e.short.get(scope.lang).to_owned())
}

fn regions(scope: &Scope<'_>, phase: &PhaseStudy) -> ChartSpec {
    let (study, lang) = (scope.study, scope.lang);
    let shown = words::shown_territories(study);
    let of = |s: &Study, p: &PhaseStudy, t: Territory| [DIRECT, INDIRECT, INDUCED].map(|e| sum(s, p, e, t));
    let saved = scope
        .saved_phase(phase)
        .filter(|(s, _)| s.whole_province == study.whole_province);
    let rows: Vec<Row> = shown
        .iter()
        .map(|t| {
            let then = saved.map(|(s, p)| of(s, p, *t).iter().sum());
            let role = match t {
                Territory::Study => Role::Study,
                Territory::RestOfProvince => Role::RestOfProvince,
                _ => Role::RestOfCanada,
            };
            Row {
                swatch: Some(role),
                ..row_of(
                    scope,
                    upper_first(&place_name(study, *t, lang)),
                    of(study, phase, *t),
                    then,
                )
            }
        })
        .collect();
    let total = |t: Territory| scope.jobs(sum(study, phase, &Effect::ALL, t));
    let away = if study.whole_province {
        Territory::RestOfCountry
    } else {
        Territory::RestOfProvince
    };
    let unit = unit(phase, lang);
    ChartSpec {
        id: "jobs_regions",
        finding: scope.fill(
            m::REGIONS_FINDING,
            &[
                ("home", &total(Territory::Study)),
                ("all", &job_words::counted(phase, &total(Territory::Country), lang)),
                ("study", &in_place(study, Territory::Study, lang)),
                ("away", &total(away)),
                ("rest", &in_place(study, away, lang)),
            ],
        ),
        subtitle: scope.fill(m::REGIONS_SUBTITLE, &[("unit", &upper_first(unit))]),
        source: scope.source(),
        alt: r::REGIONS_ALT.get(lang).to_owned(),
        kind: ChartKind::StackedBars,
        series: three(scope),
        axis: value_axis(&rows, scope, unit),
        ghost_label: ghosts(&rows, scope),
        rows,
        marker: None,
    }
}

/// Who holds the jobs of the study region; nothing where it is a whole province, whose residents hold all.
fn residents(scope: &Scope<'_>, phase: &PhaseStudy) -> Option<ChartSpec> {
    let (study, lang) = (scope.study, scope.lang);
    if study.whole_province {
        return None;
    }
    let split = |effects: &[Effect]| -> [f64; 2] {
        effects.iter().fold([0.0, 0.0], |s, e| {
            let jobs = study.value(phase, Measure::Jobs, *e, Territory::Study);
            let held = jobs * study.resident_share(phase, *e);
            [s[0] + held, s[1] + jobs - held]
        })
    };
    let parts: [(&[Effect], Msg); 3] = [(DIRECT, r::DIRECT), (INDIRECT, r::INDIRECT), (INDUCED, r::INDUCED)];
    let rows: Vec<Row> = parts
        .iter()
        .map(|(effects, label)| {
            let values = split(effects);
            Row {
                label: label.get(lang).to_owned(),
                total_label: scope.jobs(values[0] + values[1]),
                value_labels: values.iter().map(|v| scope.jobs(*v)).collect(),
                values: values.to_vec(),
                ..Row::default()
            }
        })
        .collect();
    let [held, others] = split(&Effect::ALL);
    let unit = unit(phase, lang);
    Some(ChartSpec {
        id: "jobs_residents",
        finding: scope.fill(
            m::RESIDENTS_FINDING,
            &[
                ("held", &scope.jobs(held)),
                ("all", &job_words::counted(phase, &scope.jobs(held + others), lang)),
                ("where", &in_place(study, Territory::Study, lang)),
            ],
        ),
        subtitle: scope.fill(m::RESIDENTS_SUBTITLE, &[("unit", &upper_first(unit))]),
        source: scope.source(),
        alt: m::RESIDENTS_ALT.get(lang).to_owned(),
        kind: ChartKind::StackedBars,
        series: scope.series(&[(Role::Study, m::RESIDENTS), (Role::RestOfProvince, m::COMMUTERS)]),
        axis: value_axis(&rows, scope, unit),
        rows,
        marker: None,
        ghost_label: None,
    })
}

/// What the jobs supported pay: the project's own, then those of the industries with the most of them; nothing without jobs.
fn wages(scope: &Scope<'_>, phase: &PhaseStudy) -> Option<ChartSpec> {
    let (study, lang) = (scope.study, scope.lang);
    let effects: &[Effect] = if phase.construction {
        &Effect::ALL
    } else {
        &Effect::ALL[1..]
    };
    let cell = |measure: Measure, i: usize| -> f64 {
        let cells = effects
            .iter()
            .flat_map(|e| study.regions_of(scope.territory).map(move |k| (*e, k)));
        cells.map(|(e, k)| phase.impact.cell(e, measure, k, i)).sum()
    };
    let mut all: Vec<(usize, f64, f64)> = (0..phase.impact.industry_count())
        .map(|i| (i, cell(Measure::Jobs, i), cell(Measure::Wages, i)))
        .filter(|(_, jobs, _)| *jobs > 0.0)
        .collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1));
    let (jobs, paid) = all
        .iter()
        .fold((0.0, 0.0), |(j, w), (_, jobs, wages)| (j + jobs, w + wages));
    if jobs <= 0.0 {
        return None;
    }
    let write = |v: f64| number::dollars(hundreds(v), lang);
    let row = |label: String, role: Role, wage: f64| Row {
        label,
        swatch: Some(role),
        total_label: write(wage),
        value_labels: vec![String::new()],
        values: vec![wage],
        written: Written::dollars(Precision::HUNDREDS),
        ..Row::default()
    };
    let own = study.pay(phase, DIRECT, Territory::Study);
    let direct = own.per_job(own.wages).filter(|_| !phase.construction);
    let project = direct.map(|v| row(m::WAGES_PROJECT.get(lang).to_owned(), Role::Direct, v));
    let others = all.iter().take(WAGES);
    let rows: Vec<Row> = project
        .into_iter()
        .chain(others.map(|(i, jobs, wages)| row(industry(scope, *i), Role::Neutral, wages / jobs)))
        .collect();
    let mean = write(paid / jobs);
    let finding = match direct {
        Some(direct) => scope.fill(m::WAGES_FINDING, &[("direct", &write(direct)), ("others", &mean)]),
        None => scope.fill(m::WAGES_FINDING_CONSTRUCTION, &[("others", &mean)]),
    };
    Some(ChartSpec {
        id: "jobs_wages",
        finding,
        subtitle: scope.fill(
            m::WAGES_SUBTITLE,
            &[("place", &scope.place()), ("year", &study.data_year.to_string())],
        ),
        source: scope.source(),
        alt: m::WAGES_ALT.get(lang).to_owned(),
        kind: ChartKind::RowBars,
        series: vec![Series::plain(Role::Neutral, m::WAGE.get(lang))],
        axis: value_axis(&rows, scope, m::WAGES_UNIT.get(lang)),
        rows,
        marker: None,
        ghost_label: None,
    })
}

/// Returns the jobs of every phase by effect and place of work.
pub fn table(scope: &Scope<'_>) -> TableSpec {
    let (study, lang) = (scope.study, scope.lang);
    let mut shown = words::shown_territories(study);
    shown.push(Territory::Country);
    let mut columns = vec![String::new()];
    columns.extend(shown.iter().map(|t| upper_first(&place_name(study, *t, lang))));
    let mut rows = Vec::new();
    let mut styles = Vec::new();
    for phase in &study.phases {
        let label = if phase.construction {
            m::ROW_CONSTRUCTION
        } else {
            m::ROW_PERMANENT
        };
        let name = label.fill(lang, &[("phase", &words::phase(study, phase, lang))]);
        let mut push = |effect: &str, effects: &[Effect], weight: RowWeight| {
            let mut row = vec![m::TABLE_ROW.fill(lang, &[("phase", &name), ("effect", &lower_first(effect))])];
            row.extend(shown.iter().map(|t| scope.jobs(sum(study, phase, effects, *t))));
            rows.push(row);
            styles.push(RowStyle::of(weight));
        };
        for effect in Effect::ALL {
            push(words::effect(effect).get(lang), &[effect], RowWeight::Plain);
        }
        push(w::TOTAL.get(lang), &Effect::ALL, RowWeight::Total);
    }
    TableSpec {
        title: m::TABLE.get(lang).to_owned(),
        columns,
        rows,
        alt: m::TABLE_ALT.get(lang).to_owned(),
        styles,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_said_as_the_nearest_fraction() {
        assert_eq!(spoken(0.6667, Lang::Fr), "deux emplois permanents sur trois seraient");
        assert_eq!(spoken(0.5, Lang::En), "one permanent job in two would be");
        assert_eq!(
            spoken(0.69, Lang::Fr),
            "environ deux emplois permanents sur trois seraient"
        );
        assert_eq!(spoken(0.02, Lang::En), "2% of permanent jobs would be");
    }
}
