//! `regions`: lists the study regions and where their figures come from.

use std::io;

use super::console::Console;
use super::{FINE, read, render};
use crate::data::territories::{Structure, Territory};
use crate::report::chart::TableSpec;
use crate::report::full::Block;
use crate::report::words::of_region;
use crate::study::Library;
use crate::text::Lang;
use crate::text::messages::cli as m;

/// Lists every region that a study can take.
pub fn regions(console: &mut Console<'_>) -> io::Result<i32> {
    let library = match read::library(console)? {
        Ok(library) => library,
        Err(code) => return Ok(code),
    };
    let lang = console.lang;
    let rows = library.territories.iter().map(|t| {
        vec![
            t.code.to_string(),
            t.label.get(lang).to_owned(),
            t.province.to_string(),
            structure(t, &library, lang),
        ]
    });
    let title = m::REGIONS_TITLE.get(lang).to_owned();
    let columns = [m::CODE, m::NAME, m::PROVINCE, m::STRUCTURE].map(|c| c.get(lang).to_owned());
    let blocks = [
        Block::Heading(m::REGIONS.get(lang).to_owned()),
        Block::Table(TableSpec {
            alt: title.clone(),
            title,
            columns: columns.into(),
            rows: rows.collect(),
            ..TableSpec::default()
        }),
    ];
    console.bytes(render::draw(&blocks).as_bytes())?;
    Ok(FINE)
}

fn structure(territory: &Territory, library: &Library, lang: Lang) -> String {
    match &territory.structure {
        Structure::Account => m::FROM_ACCOUNT.get(lang).to_owned(),
        Structure::Groups(year) => m::FROM_GROUPS.fill(lang, &[("year", &year.to_string())]),
        Structure::Province => m::FROM_PROVINCE.get(lang).to_owned(),
        Structure::Scaled(parent) => {
            let label = library.territory(parent.as_str()).map_or("", |t| t.label.get(lang));
            m::FROM_REGION.fill(lang, &[("of", &of_region(parent.as_str(), label, lang))])
        }
    }
}
