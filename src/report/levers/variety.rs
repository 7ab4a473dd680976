//! How varied the region's jobs are, before the project, while it is built and when it runs.

use crate::report::chart::TableSpec;
use crate::report::full::Block;
use crate::report::overview::Scope;
use crate::report::words::{in_place, of_region};
use crate::study::{Territory, Variety};
use crate::text::messages::{levers as m, regions};
use crate::text::number;

/// Decimals of the indices.
const PLACES: usize = 3;

/// Returns the table of the three states with notes; nothing where the region or the larger economy has no jobs.
pub fn variety(scope: &Scope<'_>) -> Option<(TableSpec, Vec<String>)> {
    let (study, lang) = (scope.study, scope.lang);
    let found = study.diversification()?;
    let year = study.data_year.to_string();
    let index = |v: f64| number::decimal(v, PLACES, lang);
    let of = of_region(study.region.as_str(), study.region_label.get(lang), lang);
    let larger = if study.whole_province {
        regions::OF_CANADA.get(lang).to_owned()
    } else {
        crate::report::words::of_province(study, lang)
    };
    let from = index(found.before.hachman);
    let to = found.operation.map(|v| index(v.hachman));
    let title = match (found.operation, &to) {
        (Some(after), Some(to)) if *to != from => {
            if after.hachman > found.before.hachman {
                m::VARIETY_CLOSER
            } else {
                m::VARIETY_FARTHER
            }
        }
        _ => m::VARIETY_SAME,
    };
    let row = |name: String, v: Variety| {
        vec![
            name,
            number::whole(v.jobs, lang),
            index(v.hachman),
            index(v.herfindahl),
            number::decimal(1.0 / v.herfindahl, 1, lang),
        ]
    };
    let states = [
        Some((scope.fill(m::VARIETY_BEFORE, &[("year", &year)]), found.before)),
        found
            .construction
            .map(|v| (m::VARIETY_CONSTRUCTION.get(lang).to_owned(), v)),
        found.operation.map(|v| (m::VARIETY_OPERATION.get(lang).to_owned(), v)),
    ];
    let place = in_place(study, Territory::Study, lang);
    let table = TableSpec {
        title: scope.fill(
            title,
            &[
                ("of", &of),
                ("larger", &larger),
                ("from", &from),
                ("to", to.as_deref().unwrap_or_default()),
            ],
        ),
        columns: vec![
            m::VARIETY_STATE.get(lang).to_owned(),
            scope.fill(m::VARIETY_JOBS, &[("place", &place)]),
            m::VARIETY_HACHMAN.get(lang).to_owned(),
            m::VARIETY_HERFINDAHL.get(lang).to_owned(),
            m::VARIETY_EQUAL.get(lang).to_owned(),
        ],
        rows: states.into_iter().flatten().map(|(name, v)| row(name, v)).collect(),
        alt: m::VARIETY_ALT.get(lang).to_owned(),
        ..TableSpec::default()
    };
    let industries = scope.library.economy.industries.len().to_string();
    let mut notes = vec![
        scope.fill(m::VARIETY_NOTE_HACHMAN, &[("larger", &larger)]),
        scope.fill(m::VARIETY_NOTE_HERFINDAHL, &[("count", &industries)]),
        scope.fill(m::VARIETY_NOTE_ADDED, &[("year", &year)]),
    ];
    if !study.whole_province {
        notes.push(m::GROUPS_NOTE.get(lang).to_owned());
    }
    Some((table, notes))
}

/// Writes how varied the region's jobs are.
pub fn blocks(scope: &Scope<'_>) -> Vec<Block> {
    let Some((table, notes)) = variety(scope) else {
        return Vec::new();
    };
    let heading = Block::Heading(m::VARIETY_HEADING.get(scope.lang).to_owned());
    let mut out = vec![heading, Block::Table(table)];
    out.extend(notes.into_iter().map(Block::Paragraph));
    out
}
