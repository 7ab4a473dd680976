//! The answer to “why this figure?”: the formula with its figures, the cells of the tables behind it, and who publishes them.

use super::chart::TableSpec;
use super::finances;
use super::jobs::peak;
use super::overview::{Card, DIRECT, INDIRECT, INDUCED, Scope};
use super::words::place_name;
use crate::study::{Base, Effect, Levy, Measure, PhaseStudy, Revenue, Source, Territory};
use crate::text::messages::{finances as f, why as m};
use crate::text::{Msg, number};

/// The most industries or levies listed before the rest is summed.
const LISTED: usize = 6;

/// Why a figure is what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Why {
    /// The figure and what it counts.
    pub title: String,
    /// The formula with its figures, a sentence each.
    pub steps: Vec<String>,
    /// The parts that the formula sums, where there are many.
    pub table: Option<TableSpec>,
    /// Cells of the published tables behind the largest of them.
    pub cells: Vec<String>,
    /// Publisher, title and year of each table, then where in it.
    pub sources: Vec<(String, String)>,
}

/// Returns why a headline figure is what it is; nothing where the card has none.
pub fn why(scope: &Scope<'_>, card: &Card) -> Option<Why> {
    let figure = card.figure.as_ref().ok()?;
    let mut why = match card.id {
        "jobs" => effects(scope, scope.study.operation()?, Measure::Jobs),
        "construction" => effects(scope, scope.study.construction()?, Measure::Jobs),
        "gdp" => effects(scope, scope.main_phase()?, Measure::Gdp),
        "wages" => effects(scope, scope.main_phase()?, Measure::Wages),
        // Where no law is known, the card holds the taxes inside the account.
        "taxes" => revenue(scope, scope.main_phase()?).unwrap_or_else(|| Why {
            sources: sources(scope, Measure::ProductTaxes),
            ..Why::of(vec![figure.parts.clone()])
        }),
        "peak_jobs" => peak_jobs(scope)?,
        id => income(scope, id)?,
    };
    why.title = scope.fill(m::WHY_OF, &[("figure", &figure.gross), ("label", &card.label)]);
    Some(why)
}

impl Why {
    pub(super) fn of(steps: Vec<String>) -> Self {
        Self {
            title: String::new(),
            steps,
            table: None,
            cells: Vec::new(),
            sources: Vec::new(),
        }
    }
}

fn write(scope: &Scope<'_>, measure: Measure, value: f64) -> String {
    match measure {
        Measure::Jobs => scope.jobs(value),
        _ => scope.millions(value),
    }
}

/// The sum over effects, then each industry's output × what a dollar of it carries, then the published cell of the largest.
fn effects(scope: &Scope<'_>, phase: &PhaseStudy, measure: Measure) -> Why {
    let of = |effects: &[Effect]| scope.value(phase, measure, effects);
    let text = |effects: &[Effect]| write(scope, measure, of(effects));
    let mut steps = vec![scope.fill(
        m::TOTAL,
        &[
            ("total", &text(&Effect::ALL)),
            ("direct", &text(DIRECT)),
            ("first", &text(&[Effect::IndirectFirst])),
            ("other", &text(&[Effect::IndirectOther])),
            ("induced", &text(INDUCED)),
        ],
    )];
    steps.extend(stated(scope, phase, measure));
    steps.push(m::REST.get(scope.lang).to_owned());
    steps.push(net(scope, phase, of(&Effect::ALL), &|v| write(scope, measure, v)));
    let (table, largest) = contributions(scope, phase, measure);
    let mut cells: Vec<String> = largest.and_then(|i| cell(scope, measure, i)).into_iter().collect();
    if measure == Measure::Jobs {
        cells.extend(productivity(scope, phase, largest));
    }
    Why {
        table: Some(table),
        cells,
        sources: sources(scope, measure),
        ..Why::of(steps)
    }
}

/// What the project itself does, as the user stated it; nothing in construction, whose direct effects come from the tables too.
fn stated(scope: &Scope<'_>, phase: &PhaseStudy, measure: Measure) -> Option<String> {
    let project = phase.project.as_ref()?;
    // The project stands in the study region, and in every territory that holds it.
    let millions = |v: f64| scope.millions(v);
    let jobs = number::decimal(project.jobs, usize::from(project.jobs.fract() != 0.0), scope.lang);
    Some(match measure {
        Measure::Jobs => scope.fill(m::STATED, &[("jobs", &jobs)]),
        Measure::Wages => {
            let wage = if project.jobs > 0.0 {
                project.wages / project.jobs
            } else {
                0.0
            };
            scope.fill(
                m::STATED_WAGES,
                &[
                    ("jobs", &jobs),
                    ("wage", &number::dollars(wage.round(), scope.lang)),
                    ("value", &millions(project.wages)),
                ],
            )
        }
        Measure::Gdp => scope.fill(
            m::STATED_GDP,
            &[
                ("compensation", &millions(project.compensation)),
                ("taxes", &millions(project.production_taxes)),
                ("surplus", &millions(project.surplus)),
                (
                    "value",
                    &millions(project.compensation + project.production_taxes + project.surplus),
                ),
            ],
        ),
        _ => return None,
    })
}

fn net(scope: &Scope<'_>, phase: &PhaseStudy, gross: f64, write: &dyn Fn(f64) -> String) -> String {
    let Some(factors) = phase.factors else {
        return m::NET_NONE.get(scope.lang).to_owned();
    };
    let steps = factors.waterfall(gross);
    let (gross, net) = (write(steps.gross), write(steps.net));
    if steps.reference != 0.0 {
        return scope.fill(m::NET_REFERENCE, &[("gross", &gross), ("net", &net)]);
    }
    // Each step is taken from what the one before left.
    let mut left = steps.gross;
    let mut share = |step: f64| {
        let part = if left == 0.0 { 0.0 } else { step / left };
        left -= step;
        number::percent(part, scope.lang)
    };
    let parts = [
        share(steps.deadweight),
        share(steps.displacement),
        share(steps.substitution),
    ];
    scope.fill(
        m::NET,
        &[
            ("gross", &gross),
            ("deadweight", &parts[0]),
            ("displacement", &parts[1]),
            ("substitution", &parts[2]),
            ("net", &net),
        ],
    )
}

/// The industries that contribute the most: output × coefficient = result, and the position of the first. The project's own figures are left out.
fn contributions(scope: &Scope<'_>, phase: &PhaseStudy, measure: Measure) -> (TableSpec, Option<usize>) {
    let (study, lang) = (scope.study, scope.lang);
    let counted: &[Effect] = if phase.project.is_some() {
        &[Effect::IndirectFirst, Effect::IndirectOther, Effect::Induced]
    } else {
        &Effect::ALL
    };
    let cell = |measure: Measure, i: usize| -> f64 {
        let cells = counted
            .iter()
            .flat_map(|e| study.regions_of(scope.territory).map(move |k| (*e, k)));
        cells.map(|(e, k)| phase.impact.cell(e, measure, k, i)).sum()
    };
    let mut all: Vec<(usize, f64, f64)> = (0..phase.impact.industry_count())
        .map(|i| (i, cell(Measure::Output, i), cell(measure, i)))
        .collect();
    all.sort_by(|a, b| b.2.total_cmp(&a.2));
    let (coefficient, unit) = match (measure, phase.construction) {
        (Measure::Jobs, true) => (m::COLUMN_JOBS_PER_MILLION, m::UNIT_JOB_YEARS),
        (Measure::Jobs, false) => (m::COLUMN_JOBS_PER_MILLION, m::UNIT_JOBS),
        (Measure::Wages, _) => (m::COLUMN_WAGES_PER_DOLLAR, m::UNIT_MILLIONS),
        _ => (m::COLUMN_GDP_PER_DOLLAR, m::UNIT_MILLIONS),
    };
    let row = |name: String, output: f64, value: f64| {
        let scale = if measure == Measure::Jobs { 1e6 } else { 1.0 };
        let ratio = (output > 0.0).then(|| scale * value / output);
        let result = match measure {
            // Small parts keep a decimal, so that the reader can multiply.
            Measure::Jobs => number::decimal(value, 1, lang),
            _ => number::decimal(value / 1e6, 2, lang),
        };
        vec![
            name,
            number::decimal(output / 1e6, 2, lang),
            number::or_nothing(ratio, |v| number::decimal(v, 2, lang)),
            result,
        ]
    };
    let (most, rest) = all.split_at(all.len().min(LISTED));
    let mut rows: Vec<Vec<String>> = most
        .iter()
        .map(|(i, output, value)| row(industry(scope, *i), *output, *value))
        .collect();
    let (output, value) = rest.iter().fold((0.0, 0.0), |s, (_, o, v)| (s.0 + o, s.1 + v));
    rows.push(row(m::OTHER_INDUSTRIES.get(lang).to_owned(), output, value));
    let title = if phase.project.is_some() {
        m::TABLE
    } else {
        m::TABLE_ALL
    };
    let columns = vec![
        m::COLUMN_INDUSTRY.get(lang).to_owned(),
        m::COLUMN_OUTPUT.get(lang).to_owned(),
        coefficient.get(lang).to_owned(),
        scope.fill(m::COLUMN_RESULT, &[("unit", unit.get(lang))]),
    ];
    let table = TableSpec {
        title: scope.fill(title, &[("place", &scope.place())]),
        columns,
        rows,
        alt: m::TABLE_ALT.get(lang).to_owned(),
        ..TableSpec::default()
    };
    (table, all.first().filter(|(_, _, v)| *v > 0.0).map(|(i, ..)| *i))
}

fn industry(scope: &Scope<'_>, index: usize) -> String {
    let industries = &scope.library.economy.industries;
    industries
        .get(index)
        .map_or_else(String::new, |e| e.short.get(scope.lang).to_owned())
}

/// The published cell behind the coefficient of an industry, in the province of the study.
fn cell(scope: &Scope<'_>, measure: Measure, industry: usize) -> Option<String> {
    let (study, lang) = (scope.study, scope.lang);
    let base = &study.structure.base;
    let at = study.structure.province * base.industries().len() + industry;
    let output = base.gross_output().get(at).copied()?;
    let per_dollar = base.per_dollar();
    let name = self::industry(scope, industry);
    let province = place_name(study, Territory::Province, lang);
    let year = study.data_year.to_string();
    let common = [("industry", name.as_str()), ("province", &province), ("year", &year)];
    let fill = |msg: Msg, own: &[(&str, &str)]| {
        let all: Vec<(&str, &str)> = common.iter().chain(own).copied().collect();
        scope.fill(msg, &all)
    };
    let ratio = |v: f64| number::decimal(v, 3, lang);
    Some(match measure {
        Measure::Jobs => fill(
            m::CELL_JOBS,
            &[
                ("jobs", &number::whole(base.jobs().get(at).copied()?, lang)),
                ("output", &number::whole(output / 1e6, lang)),
                ("ratio", &number::decimal(per_dollar.jobs.get(at)? * 1e6, 2, lang)),
            ],
        ),
        Measure::Gdp => {
            let share = per_dollar.value_added.get(at)?;
            fill(
                m::CELL_GDP,
                &[
                    ("ratio", &ratio(*share)),
                    ("value", &number::whole(share * output / 1e6, lang)),
                    ("output", &number::whole(output / 1e6, lang)),
                ],
            )
        }
        Measure::Wages => {
            let pay = per_dollar.compensation.get(at)?;
            // What employers add to wages, as the study has it: compensation ÷ wages − 1 of any cell.
            let contributions = contributions_ratio(scope)?;
            fill(
                m::CELL_WAGES,
                &[
                    ("compensation", &ratio(*pay)),
                    ("contributions", &number::percent_with(contributions, 1, lang)),
                    ("ratio", &ratio(pay / (1.0 + contributions))),
                ],
            )
        }
        _ => return None,
    })
}

fn contributions_ratio(scope: &Scope<'_>) -> Option<f64> {
    let phase = scope.main_phase()?;
    let sum = |measure| scope.study.total(phase, measure, Territory::Country);
    let wages = sum(Measure::Wages);
    (wages > 0.0).then(|| sum(Measure::Compensation) / wages - 1.0)
}

/// Says by how much growing productivity moves the jobs of the largest industry, when it does.
fn productivity(scope: &Scope<'_>, phase: &PhaseStudy, largest: Option<usize>) -> Option<String> {
    let study = scope.study;
    let industry = largest?;
    let base = &study.structure.base;
    let at = study.structure.province * base.industries().len() + industry;
    let published = base.per_dollar().jobs.get(at).copied().filter(|v| *v > 0.0)?;
    let sum = |measure| -> f64 {
        let cells = [Effect::IndirectFirst, Effect::IndirectOther, Effect::Induced].into_iter();
        cells.map(|e| phase.impact.cell(e, measure, 0, industry)).sum()
    };
    let output = sum(Measure::Output);
    let factor = (output > 0.0).then(|| sum(Measure::Jobs) / output / published)?;
    ((factor - 1.0).abs() > 1e-6).then(|| {
        scope.fill(
            m::CELL_PRODUCTIVITY,
            &[
                ("factor", &number::decimal(factor, 3, scope.lang)),
                ("year", &study.data_year.to_string()),
            ],
        )
    })
}

/// The sources of a measure: those named in the shipped data; all of them for another economy.
pub(super) fn sources(scope: &Scope<'_>, measure: Measure) -> Vec<(String, String)> {
    let wanted: &[&str] = match measure {
        Measure::Jobs => &["15-211-X", "employment-2021"],
        Measure::Wages => &["15-211-X", "36-10-0221"],
        _ => &["15-211-X"],
    };
    let all = &scope.library.economy.sources;
    let named: Vec<&Source> = all.iter().filter(|s| wanted.contains(&s.id.as_str())).collect();
    let shown: Vec<&Source> = if named.is_empty() { all.iter().collect() } else { named };
    shown.into_iter().map(|s| source(scope, s)).collect()
}

fn source(scope: &Scope<'_>, source: &Source) -> (String, String) {
    let title = scope.fill(
        m::SOURCE,
        &[
            ("publisher", source.publisher.get(scope.lang)),
            ("title", source.title.get(scope.lang)),
            ("year", &source.year),
        ],
    );
    (title, source.url.clone())
}

/// The sum over governments, then each levy with the share of its base that it takes; nothing where it is not computed.
fn revenue(scope: &Scope<'_>, phase: &PhaseStudy) -> Option<Why> {
    let (study, lang) = (scope.study, scope.lang);
    let territory = finances::territory(scope);
    let revenue = study.revenue(phase, &Effect::ALL, territory)?;
    let law = study.structure.law.as_ref()?;
    let millions = |v: f64| scope.millions(v);
    let sum = |measure| study.total(phase, measure, territory);
    let bases = [
        Measure::Wages,
        Measure::Surplus,
        Measure::ProductionTaxes,
        Measure::ProductTaxes,
    ]
    .map(sum);
    let [quebec, federal, municipal] = finances::GOVERNMENTS.map(|g| millions(revenue.government(g)));
    let steps = vec![
        scope.fill(
            m::REVENUE_TOTAL,
            &[
                ("total", &millions(revenue.total())),
                ("quebec", &quebec),
                ("federal", &federal),
                ("municipal", &municipal),
            ],
        ),
        scope.fill(m::REVENUE_RULE, &[("year", &law.year.to_string())]),
        scope.fill(
            m::REVENUE_BASES,
            &[
                ("wages", &millions(bases[0])),
                ("surplus", &millions(bases[1])),
                ("production", &millions(bases[2])),
                ("products", &millions(bases[3])),
            ],
        ),
        net(scope, phase, revenue.total(), &millions),
    ];
    let place = place_name(study, territory, lang);
    let file = scope.library.taxes.file();
    Some(Why {
        table: Some(levies(scope, &revenue, bases, &place)),
        sources: file.sources.iter().map(|s| source(scope, s)).collect(),
        ..Why::of(steps)
    })
}

fn levies(
    scope: &Scope<'_>,
    revenue: &Revenue,
    [wages, surplus, production, products]: [f64; 4],
    place: &str,
) -> TableSpec {
    let lang = scope.lang;
    let mut all: Vec<(Levy, f64)> = Levy::ALL.iter().map(|l| (*l, revenue.get(*l))).collect();
    all.sort_by(|a, b| b.1.total_cmp(&a.1));
    let share = |levy: Levy, value: f64| {
        let (message, base) = match levy.base() {
            Base::Wages | Base::Compensation | Base::Payroll => (m::BASE_WAGES, wages),
            Base::Surplus => (m::BASE_SURPLUS, surplus),
            Base::Production => (m::BASE_PRODUCTION, production),
            Base::Products => (m::BASE_PRODUCTS, products),
        };
        let part = (base > 0.0).then(|| value / base);
        part.map_or_else(String::new, |p| {
            scope.fill(message, &[("share", &number::percent_with(p, 1, lang))])
        })
    };
    let listed = 2 * LISTED;
    let mut rows: Vec<Vec<String>> = all
        .iter()
        .take(listed)
        .map(|(levy, value)| {
            vec![
                finances::levy(*levy).get(lang).to_owned(),
                scope.millions(*value),
                share(*levy, *value),
            ]
        })
        .collect();
    let rest: f64 = all.iter().skip(listed).map(|(_, v)| v).sum();
    rows.push(vec![
        m::OTHER_LEVIES.get(lang).to_owned(),
        scope.millions(rest),
        String::new(),
    ]);
    TableSpec {
        title: scope.fill(m::REVENUE_TABLE, &[("place", place)]),
        columns: vec![
            m::COLUMN_LEVY.get(lang).to_owned(),
            f::MILLIONS.get(lang).to_owned(),
            m::COLUMN_BASE.get(lang).to_owned(),
        ],
        rows,
        alt: m::REVENUE_ALT.get(lang).to_owned(),
        ..TableSpec::default()
    }
}

/// The year in which the most jobs are held: construction and operation apart.
fn peak_jobs(scope: &Scope<'_>) -> Option<Why> {
    let study = scope.study;
    let (year, total) = peak(study, scope.territory)?;
    let of = |construction: bool| -> f64 {
        let phases = study.phases.iter().filter(|p| p.construction == construction);
        let one = |p: &PhaseStudy| -> f64 {
            let each = Effect::ALL.iter();
            each.map(|e| {
                p.activity(year)
                    * p.job_factor(year, Measure::Jobs, *e)
                    * study.value(p, Measure::Jobs, *e, scope.territory)
            })
            .sum()
        };
        phases.map(one).sum()
    };
    let steps = vec![
        scope.fill(
            m::PEAK,
            &[
                ("total", &scope.jobs(total)),
                ("year", &year.to_string()),
                ("construction", &scope.jobs(of(true))),
                ("operation", &scope.jobs(of(false))),
            ],
        ),
        m::PEAK_RULE.get(scope.lang).to_owned(),
    ];
    Some(Why {
        sources: sources(scope, Measure::Jobs),
        ..Why::of(steps)
    })
}

/// The figures of family income.
fn income(scope: &Scope<'_>, id: &str) -> Option<Why> {
    let study = scope.study;
    let phase = if id == "resident_jobs" {
        study.operation()?
    } else {
        scope.main_phase()?
    };
    let millions = |v: f64| scope.millions(v);
    let dollars = |v: f64| number::dollars((v / 100.0).round() * 100.0, scope.lang);
    let home = study.residents(phase, &Effect::ALL, scope.territory);
    let families = study.families(phase, &Effect::ALL, scope.territory);
    let held = || {
        let of = |effects: &[Effect]| scope.jobs(scope.value(phase, Measure::Jobs, effects));
        let percent = |e| number::percent(study.resident_share(phase, e), scope.lang);
        if study.whole_province || scope.territory != Territory::Study {
            return vec![m::RESIDENT_PROVINCE.get(scope.lang).to_owned()];
        }
        vec![
            scope.fill(
                m::RESIDENT_JOBS,
                &[
                    ("total", &scope.jobs(home.jobs)),
                    ("direct", &of(DIRECT)),
                    ("hiring", &percent(Effect::Direct)),
                    ("indirect", &of(INDIRECT)),
                    ("induced", &of(INDUCED)),
                    ("share", &percent(Effect::Induced)),
                ],
            ),
            m::RESIDENT_RULE.get(scope.lang).to_owned(),
        ]
    };
    let mut steps = match id {
        "families" => vec![scope.fill(
            m::FAMILIES,
            &[
                ("families", &scope.jobs(families)),
                ("jobs", &scope.jobs(home.jobs)),
                ("earners", &number::decimal(study.earners_per_family, 2, scope.lang)),
            ],
        )],
        "after_tax" => vec![scope.fill(
            m::AFTER_TAX,
            &[
                ("value", &millions(home.after_tax?)),
                ("wages", &millions(home.wages)),
                ("taxes", &millions(home.wages - home.after_tax?)),
            ],
        )],
        "resident_compensation" => vec![scope.fill(
            m::COMPENSATION,
            &[
                ("value", &millions(home.compensation)),
                ("wages", &millions(home.wages)),
                ("contributions", &millions(home.compensation - home.wages)),
            ],
        )],
        "wage_per_job" | "mean_wage" => {
            let (effects, territory) = if id == "wage_per_job" {
                (DIRECT, Territory::Study)
            } else {
                (&Effect::ALL[..], scope.territory)
            };
            let pay = study.pay(phase, effects, territory);
            vec![scope.fill(
                m::PER_JOB,
                &[
                    ("value", &dollars(pay.per_job(pay.wages)?)),
                    ("wages", &number::decimal(pay.wages / 1e6, 2, scope.lang)),
                    ("jobs", &number::decimal(pay.jobs, 1, scope.lang)),
                ],
            )]
        }
        "pay_per_family" => vec![scope.fill(
            m::PER_FAMILY,
            &[
                ("value", &dollars(home.after_tax? / families)),
                ("pay", &millions(home.after_tax?)),
                ("families", &scope.jobs(families)),
            ],
        )],
        "resident_jobs" => Vec::new(),
        _ => return None,
    };
    if !id.contains("wage") {
        steps.extend(held());
    }
    match id {
        "families" | "resident_jobs" => {
            let gross = if id == "families" { families } else { home.jobs };
            steps.push(net(scope, phase, gross, &|v| scope.jobs(v)));
        }
        "after_tax" => steps.push(net(scope, phase, home.after_tax?, &millions)),
        "resident_compensation" => steps.push(net(scope, phase, home.compensation, &millions)),
        _ => {}
    }
    let measure = if id == "resident_jobs" || id == "families" {
        Measure::Jobs
    } else {
        Measure::Wages
    };
    let (table, largest) = contributions(scope, phase, measure);
    Some(Why {
        table: Some(table),
        cells: largest.and_then(|i| cell(scope, measure, i)).into_iter().collect(),
        sources: sources(scope, measure),
        ..Why::of(steps)
    })
}

/// Returns the words that open the answer.
pub fn asked(scope: &Scope<'_>) -> &'static str {
    m::WHY.get(scope.lang)
}

/// Returns a chip's text: the signed difference followed by the unit of the card, where it counts people.
pub fn with_unit(card: &Card, text: &str, scope: &Scope<'_>) -> String {
    let message = match card.id {
        "jobs" | "resident_jobs" | "peak_jobs" => m::CHIP_JOBS,
        "construction" => m::CHIP_JOB_YEARS,
        "families" => m::CHIP_FAMILIES,
        "wage_per_job" | "pay_per_family" | "mean_wage" => return text.to_owned(),
        _ => m::CHIP_MILLIONS,
    };
    // The sign stands before the dollar as before any figure.
    let figure = text.trim_start_matches(['+', number::MINUS]);
    let sign = &text[..text.len() - figure.len()];
    message.fill(scope.lang, &[("sign", sign), ("value", figure)])
}
