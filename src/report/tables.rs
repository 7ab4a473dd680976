//! The tables of a study: headline effects, origin of purchases, year by year.

use super::chart::TableSpec;
use super::words;
use crate::study::{Effect, Library, LineStudy, Measure, PhaseStudy, Study, Territory};
use crate::text::messages::{full as m, words as w};
use crate::text::{Lang, Msg, number};

/// The rows of the headline table, each with how deep it lies inside the row above.
const HEADLINE: [(Measure, usize); 7] = [
    (Measure::Jobs, 0),
    (Measure::Gdp, 0),
    (Measure::Compensation, 1),
    (Measure::Wages, 2),
    (Measure::ProductionTaxes, 1),
    (Measure::ProductTaxes, 0),
    (Measure::ForeignImports, 0),
];

/// Returns the effects of a phase in a territory: a row per measure, a column per effect and their total.
pub fn headline(study: &Study, phase: &PhaseStudy, territory: Territory, lang: Lang) -> TableSpec {
    let mut columns = vec![String::new()];
    columns.extend(Effect::ALL.iter().map(|e| words::effect_short(*e).get(lang).to_owned()));
    columns.push(w::TOTAL.get(lang).to_owned());
    // Where the scenario says what is new, the net total stands beside the gross one.
    if phase.factors.is_some() {
        columns.push(m::NET_TOTAL.get(lang).to_owned());
    }
    let rows = HEADLINE.iter().map(|(measure, depth)| {
        let name = words::measure(*measure, phase.construction).get(lang);
        let inside = [None, Some(m::INSIDE), Some(m::INSIDE_TWICE)]
            .get(*depth)
            .copied()
            .flatten();
        let write = |v: f64| match measure {
            Measure::Jobs => number::whole(v, lang),
            _ => number::decimal(v / 1e6, 1, lang),
        };
        let mut row = vec![inside.map_or_else(|| name.to_owned(), |i| i.fill(lang, &[("name", name)]))];
        row.extend(
            Effect::ALL
                .iter()
                .map(|e| write(study.value(phase, *measure, *e, territory))),
        );
        let total = study.total(phase, *measure, territory);
        row.push(write(total));
        row.extend(phase.net(total).map(write));
        row
    });
    let place = words::place_name(study, territory, lang);
    let values = [("place", place.as_str()), ("year", &study.data_year.to_string())];
    TableSpec {
        title: words::upper_first(&m::HEADLINE_TITLE.fill(lang, &values)),
        columns,
        rows: rows.collect(),
        alt: m::HEADLINE_ALT.fill(lang, &[("place", &words::in_place(study, territory, lang))]),
        ..TableSpec::default()
    }
}

/// Returns the spending lines of a phase: amount and origin of each, largest first, and the total amount.
pub fn lines(study: &Study, phase: &PhaseStudy, library: &Library, lang: Lang) -> TableSpec {
    let mut columns = vec![m::LINE.get(lang).to_owned(), m::AMOUNT.get(lang).to_owned()];
    let shown = words::shown_territories(study);
    columns.extend(
        shown
            .iter()
            .map(|t| words::upper_first(&words::place_name(study, *t, lang))),
    );
    columns.push(m::ABROAD.get(lang).to_owned());
    let millions = |v: f64| number::decimal(v / 1e6, 2, lang);
    let mut sorted: Vec<&LineStudy> = phase.lines.iter().collect();
    sorted.sort_by(|a, b| b.amount.total_cmp(&a.amount));
    let mut rows: Vec<Vec<String>> = sorted
        .into_iter()
        .map(|line| {
            let name = words::line(line, lang, library);
            let name = if line.edited {
                m::EDITED.fill(lang, &[("name", &name)])
            } else {
                name
            };
            let mut row = vec![name, millions(line.amount)];
            row.extend(shown.iter().map(|t| {
                let share = match t {
                    Territory::Study => line.origin.study,
                    Territory::RestOfProvince => line.origin.rest,
                    _ => line.origin.other,
                };
                number::percent(share, lang)
            }));
            row.push(number::percent(line.origin.abroad, lang));
            row
        })
        .collect();
    let mut total = vec![m::ALL_LINES.get(lang).to_owned(), millions(phase.purchases)];
    total.resize(columns.len(), String::new());
    rows.push(total);
    TableSpec {
        title: m::LINES_TITLE.fill(lang, &[("year", &study.data_year.to_string())]),
        columns,
        rows,
        alt: m::LINES_ALT.get(lang).to_owned(),
        ..TableSpec::default()
    }
    .with_total()
}

/// Returns jobs and GDP of each year by territory; years in a row with the same figures are one row.
pub fn years(study: &Study, lang: Lang) -> TableSpec {
    let shown = words::shown_territories(study);
    let head = |message: Msg, t: &Territory| message.fill(lang, &[("place", &words::place_name(study, *t, lang))]);
    let mut columns = vec![m::YEAR.get(lang).to_owned()];
    columns.extend(shown.iter().map(|t| head(m::JOBS_IN, t)));
    columns.extend(shown.iter().map(|t| head(m::GDP_IN, t)));
    let in_year = |year: i32, measure: Measure, t: &Territory| -> f64 {
        Effect::ALL.iter().map(|e| study.in_year(year, measure, *e, *t)).sum()
    };
    let mut merged: Vec<(i32, i32, Vec<String>)> = Vec::new();
    for year in study
        .span()
        .map_or_else(Vec::new, |(first, last)| (first..=last).collect())
    {
        let jobs = shown
            .iter()
            .map(|t| number::whole(in_year(year, Measure::Jobs, t), lang));
        let gdp = shown
            .iter()
            .map(|t| number::decimal(in_year(year, Measure::Gdp, t) / 1e6, 1, lang));
        let cells: Vec<String> = jobs.chain(gdp).collect();
        match merged.last_mut() {
            Some((_, last, same)) if *same == cells => *last = year,
            _ => merged.push((year, year, cells)),
        }
    }
    let rows = merged.into_iter().map(|(first, last, cells)| {
        let mut row = vec![number::years(first, last, lang)];
        row.extend(cells);
        row
    });
    TableSpec {
        title: m::YEARS_TITLE.fill(lang, &[("year", &study.data_year.to_string())]),
        columns,
        rows: rows.collect(),
        alt: m::YEARS_ALT.get(lang).to_owned(),
        ..TableSpec::default()
    }
}
