//! The same project under each regional method, side by side.

use super::chart::TableSpec;
use super::words::{effect_short, in_place};
use crate::study::{Effect, MethodFigures, Study, Territory};
use crate::text::messages::report as m;
use crate::text::{Lang, number};

/// Returns a table of jobs and GDP in the study region, one row per method.
///
/// * `study`: the study of the project as it stands, for its place.
/// * `methods`: the name of each method and its figures, unless it cannot meet the local share asked for.
pub fn comparison(study: &Study, methods: &[(&str, Option<MethodFigures>)], lang: Lang) -> TableSpec {
    let mut columns = vec![m::METHOD.get(lang).to_owned()];
    columns.extend(Effect::ALL.iter().map(|e| effect_short(*e).get(lang).to_owned()));
    columns.push(m::TOTAL.get(lang).to_owned());
    columns.push(m::ROW_GDP.get(lang).to_owned());
    let rows = methods.iter().map(|(name, figures)| {
        let mut cells = vec![(*name).to_owned()];
        match figures {
            Some(f) => {
                cells.extend(f.jobs.iter().map(|jobs| number::whole(*jobs, lang)));
                cells.push(number::whole(f.all_jobs, lang));
                cells.push(number::decimal(f.gdp / 1e6, 1, lang));
            }
            None => cells.extend((0..6).map(|_| number::NOTHING.to_owned())),
        }
        cells
    });
    let place = in_place(study, Territory::Study, lang);
    let title = m::METHODS_TITLE.fill(lang, &[("place", &place)]);
    TableSpec {
        alt: title.clone(),
        title,
        columns,
        rows: rows.collect(),
        ..TableSpec::default()
    }
}
