//! The multipliers of a region in writing: a table per measure, with what its columns mean.

use super::chart::TableSpec;
use super::full::Block;
use super::words;
use crate::study::{Library, MEASURES, Measure, Method, RegionMultipliers};
use crate::text::messages::{full as m, words as w};
use crate::text::{Lang, Msg, number};

/// Writes the multipliers of a region.
pub fn blocks(found: &RegionMultipliers, method: Method, library: &Library, lang: Lang) -> Vec<Block> {
    let label = found.region_label.get(lang);
    let economy = library.economy.label.get(lang);
    let described = if found.whole_province {
        m::MULTIPLIERS_PROVINCE.fill(lang, &[("economy", economy)])
    } else {
        let delta = number::or_nothing(found.delta, |d| number::decimal(d, 2, lang));
        let message = match method {
            Method::Slq => m::METHOD_SLQ,
            Method::Cilq => m::METHOD_CILQ,
            Method::Flq => m::METHOD_FLQ,
            Method::Aflq => m::METHOD_AFLQ,
        };
        let method = message.fill(lang, &[("delta", &delta)]);
        m::MULTIPLIERS_METHOD.fill(lang, &[("economy", economy), ("method", &method)])
    };
    let mut out = vec![
        Block::Title(m::MULTIPLIERS.fill(lang, &[("region", label)])),
        Block::Paragraph(described),
        Block::Paragraph(m::MULTIPLIERS_SIMPLE.get(lang).to_owned()),
        Block::Paragraph(m::MULTIPLIERS_RATIOS.get(lang).to_owned()),
    ];
    if !found.whole_province {
        out.push(Block::Paragraph(m::FLQ_CAUTION.get(lang).to_owned()));
    }
    out.extend(
        MEASURES
            .iter()
            .map(|measure| Block::Table(table(found, *measure, library, lang))),
    );
    out.push(Block::Heading(m::SOURCES.get(lang).to_owned()));
    out.push(super::full::attributions(&library.economy.sources, lang));
    out
}

/// Returns the multipliers of one measure: a row per industry. Those of jobs are per million dollars.
pub fn table(found: &RegionMultipliers, measure: Measure, library: &Library, lang: Lang) -> TableSpec {
    let (region, province) = (found.region_label.get(lang), found.province_label.get(lang));
    let per_million = measure == Measure::Jobs;
    let (scale, decimals) = if per_million { (1e6, 2) } else { (1.0, 3) };
    let write = |v: f64| number::decimal(v * scale, decimals, lang);
    let ratio = |v: Option<f64>| number::or_nothing(v, |v| number::decimal(v, 2, lang));
    let at = |message: Msg, place: &str| message.fill(lang, &[("place", place)]);
    let mut columns = vec![m::INDUSTRY.get(lang).to_owned(), w::DIRECT_SHORT.get(lang).to_owned()];
    // A whole region of the account is its own province: one column says it.
    if !found.whole_province {
        columns.push(at(m::SIMPLE_IN, region));
    }
    columns.extend([
        at(m::SIMPLE_IN, province),
        at(m::TOTAL_IN, province),
        m::TYPE_I.get(lang).to_owned(),
        m::TYPE_II.get(lang).to_owned(),
    ]);
    let rows = found.rows.iter().filter(|r| r.measure == measure).map(|r| {
        let industry = library.economy.industries.get(r.industry);
        let mut row = vec![industry.map_or_else(String::new, |i| format!("{:4} {}", i.code, i.short.get(lang)))];
        row.push(write(r.direct));
        if !found.whole_province {
            row.push(write(r.simple_local));
        }
        row.push(write(r.simple_province));
        row.push(number::or_nothing(r.total_province, write));
        row.push(ratio(r.type_i_ratio()));
        row.push(ratio(r.type_ii_ratio()));
        row
    });
    let unit = if per_million { m::PER_MILLION } else { m::PER_DOLLAR };
    let values = [
        ("measure", words::measure(measure, true).get(lang)),
        ("unit", unit.get(lang)),
    ];
    TableSpec {
        title: m::MULTIPLIERS_TITLE.fill(lang, &values),
        columns,
        rows: rows.collect(),
        alt: m::MULTIPLIERS_ALT.get(lang).to_owned(),
        ..TableSpec::default()
    }
}
