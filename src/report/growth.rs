//! A programme of growth: from what exists to a target, of which only what is added is computed.

use super::chart::TableSpec;
use super::overview::Scope;
use super::words;
use crate::study::{Effect, Measure, PhaseStudy, Study};
use crate::text::messages::{full as f, group as m};
use crate::text::{Lang, Msg, number};

/// Returns what a programme starts from and where it leads, one sentence of jobs and one of sales; nothing for a phase that is none.
pub fn sentences(study: &Study, phase: &PhaseStudy, lang: Lang) -> Vec<String> {
    let Some(growth) = &phase.growth else {
        return Vec::new();
    };
    let added = phase.project.as_ref().map_or(0.0, |p| p.jobs);
    let years = growth.years.value.round() as i32;
    let jobs = |v: f64| number::whole(v, lang);
    let mut out = vec![m::GROWTH_SENTENCE.fill(
        lang,
        &[
            ("phase", &words::phase(study, phase, lang)),
            ("base", &jobs(growth.base_jobs.value)),
            ("target", &jobs(growth.base_jobs.value + added)),
            ("years", &years.to_string()),
            ("span", &number::years(phase.start, phase.start + years - 1, lang)),
            ("added", &jobs(added)),
        ],
    )];
    if let (Some(base), Some(project)) = (&growth.base_sales, &phase.project) {
        let money = |v: f64| number::dollars_in_millions(v, lang);
        let base = base.value * phase.price_factor;
        let text = m::GROWTH_SALES.fill(
            lang,
            &[
                ("base", &money(base)),
                ("target", &money(base + project.output)),
                ("year", &study.data_year.to_string()),
            ],
        );
        out.push(text);
    }
    out
}

/// Returns a programme year by year: the direct jobs that exist, those added, and what these support in a territory. Nothing for a phase that is none.
pub fn table(scope: &Scope<'_>, phase: &PhaseStudy) -> Option<TableSpec> {
    let growth = phase.growth.as_ref()?;
    let (study, lang) = (scope.study, scope.lang);
    let base = growth.base_jobs.value;
    let direct = phase.project.as_ref().map_or(0.0, |p| p.jobs);
    let climb = growth.climb().len();
    let jobs = |v: f64| number::whole(v, lang);
    let place = words::place_name(study, scope.territory, lang);
    let all = |year: i32, part: f64, measure: Measure| -> f64 {
        let of = |e: &Effect| {
            let value = study.value(phase, measure, *e, scope.territory);
            part * phase.job_factor(year, measure, *e) * value
        };
        Effect::ALL.iter().map(of).sum()
    };
    let mut rows: Vec<(i32, i32, Vec<String>)> = Vec::new();
    for (k, (year, part)) in phase.by_year.iter().enumerate() {
        let cells = vec![
            number::percent(*part, lang),
            jobs(base),
            jobs(part * direct),
            jobs(base + part * direct),
            jobs(all(*year, *part, Measure::Jobs)),
            number::decimal(all(*year, *part, Measure::Gdp) / 1e6, 1, lang),
        ];
        match rows.last_mut() {
            // The years after the climb are one row where they are alike.
            Some((_, last, same)) if k >= climb && *same == cells => *last = *year,
            _ => rows.push((*year, *year, cells)),
        }
    }
    let rows = rows.into_iter().map(|(first, last, cells)| {
        let mut row = vec![number::years(first, last, lang)];
        row.extend(cells);
        row
    });
    let supported = |message: Msg| message.fill(lang, &[("place", &place)]);
    Some(TableSpec {
        title: m::GROWTH_TABLE.fill(
            lang,
            &[
                ("phase", &words::phase(study, phase, lang)),
                ("year", &study.data_year.to_string()),
            ],
        ),
        columns: vec![
            f::YEAR.get(lang).to_owned(),
            m::GROWTH_PART.get(lang).to_owned(),
            m::GROWTH_BASE.get(lang).to_owned(),
            m::GROWTH_ADDED.get(lang).to_owned(),
            m::GROWTH_ALL.get(lang).to_owned(),
            supported(m::GROWTH_JOBS),
            supported(m::GROWTH_GDP),
        ],
        rows: rows.collect(),
        alt: m::GROWTH_ALT.get(lang).to_owned(),
        ..TableSpec::default()
    })
}

/// Returns the phases of a study that are programmes of growth.
pub fn programmes(study: &Study) -> impl Iterator<Item = &PhaseStudy> {
    study.phases.iter().filter(|p| p.growth.is_some())
}
