//! The same project under each regional method, side by side.

use super::chart::TableSpec;
use super::words::{effect_short, in_place};
use crate::study::{Effect, Measure, Study, Territory};
use crate::text::messages::report as m;
use crate::text::{Lang, number};

/// Returns a table of jobs and GDP in the study region, one row per method.
///
/// * `studies`: the name of each method, and its study unless it cannot meet the local share asked for.
pub fn comparison(studies: &[(&str, Option<&Study>)], lang: Lang) -> TableSpec {
    let mut columns = vec![m::METHOD.get(lang).to_owned()];
    columns.extend(Effect::ALL.iter().map(|e| effect_short(*e).get(lang).to_owned()));
    columns.push(m::TOTAL.get(lang).to_owned());
    columns.push(m::ROW_GDP.get(lang).to_owned());
    let rows = studies.iter().map(|(name, study)| {
        let mut cells = vec![(*name).to_owned()];
        let phase = study.and_then(|s| s.operation().or_else(|| s.construction()).map(|p| (s, p)));
        match phase {
            Some((s, p)) => {
                let jobs = |e: &Effect| s.value(p, Measure::Jobs, *e, Territory::Study);
                cells.extend(Effect::ALL.iter().map(|e| number::whole(jobs(e), lang)));
                cells.push(number::whole(s.total(p, Measure::Jobs, Territory::Study), lang));
                cells.push(number::decimal(
                    s.total(p, Measure::Gdp, Territory::Study) / 1e6,
                    1,
                    lang,
                ));
            }
            None => cells.extend((0..6).map(|_| number::NOTHING.to_owned())),
        }
        cells
    });
    let place = studies
        .iter()
        .find_map(|(_, s)| *s)
        .map_or_else(String::new, |s| in_place(s, Territory::Study, lang));
    let title = m::METHODS_TITLE.fill(lang, &[("place", &place)]);
    TableSpec {
        alt: title.clone(),
        title,
        columns,
        rows: rows.collect(),
        ..TableSpec::default()
    }
}
