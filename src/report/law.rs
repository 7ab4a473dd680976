//! The law as a study applies it: every figure, the year it is of, and who says so.

use super::chart::TableSpec;
use super::finances::law_note;
use super::places::places;
use crate::study::{Law, Library};
use crate::text::messages::{finances as m, full as f};
use crate::text::{Lang, number};

/// Returns the figures of the law in force, one per line, brackets included, with the note that says what the year asked for lacks.
pub fn figures(law: &Law, library: &Library, lang: Lang) -> (TableSpec, String) {
    let dollars = |v: f64| {
        let whole = v == v.round();
        if whole {
            number::dollars(v, lang)
        } else {
            number::decimal(v, 2, lang)
        }
    };
    let percent = |v: f64| number::percent_with(v, places(v * 100.0, 4), lang);
    let write = |value: f64, unit: &str| match unit {
        "share" => percent(value),
        "CAD_per_year" => dollars(value),
        _ => number::decimal(value, places(value, 4), lang),
    };
    let sources = library.taxes.file();
    // The source stands with the name, which may be cut where there is no room; figures never are.
    let named = |name: &str, source: &str| {
        let found = sources.sources.iter().find(|s| s.id == source);
        let publisher = found.map_or("", |s| s.publisher.get(lang));
        m::LAW_NAMED.fill(lang, &[("name", name), ("source", publisher)])
    };
    let mut rows = Vec::new();
    for scale in &sources.scales {
        let Some(of) = scale.in_force(law.asked) else { continue };
        for (k, (from, rate)) in of.thresholds.iter().zip(&of.rates).enumerate() {
            let name = m::LAW_BRACKET.fill(
                lang,
                &[
                    ("name", scale.label.get(lang)),
                    ("from", &dollars(*from)),
                    ("rank", &(k + 1).to_string()),
                ],
            );
            rows.push(vec![named(&name, &of.source), percent(*rate), of.year.to_string()]);
        }
    }
    for parameter in &sources.parameters {
        let Some(of) = parameter.in_force(law.asked) else {
            continue;
        };
        rows.push(vec![
            named(parameter.label.get(lang), &of.source),
            write(of.value, &parameter.unit),
            of.year.to_string(),
        ]);
    }
    let spec = TableSpec {
        title: m::LAW_TITLE.fill(lang, &[("year", &law.asked.to_string())]),
        columns: vec![
            m::LAW_FIGURE.get(lang).to_owned(),
            m::LAW_VALUE.get(lang).to_owned(),
            f::YEAR.get(lang).to_owned(),
        ],
        rows,
        alt: m::LAW_ALT.get(lang).to_owned(),
        ..TableSpec::default()
    };
    (spec, law_note(law, lang))
}
