//! `economy`: lists, checks or shows the tables of an economy.

use std::io;

use super::console::Console;
use super::{FINE, REFUSED, read, render};
use crate::report::chart::TableSpec;
use crate::report::checks::sentence;
use crate::report::full::{Block, Item, attributions};
use crate::study::{Library, account_checks};
use crate::text::Lang;
use crate::text::messages::{cli as m, full};

/// Lists the economies that ship in the program.
pub fn list(console: &mut Console<'_>) -> io::Result<i32> {
    let library = match read::library(console)? {
        Ok(library) => library,
        Err(code) => return Ok(code),
    };
    let item = Item {
        text: line(&library, console.lang),
        below: Vec::new(),
    };
    let blocks = [
        Block::Heading(m::ECONOMIES.get(console.lang).to_owned()),
        Block::List(vec![item]),
    ];
    console.bytes(render::draw(&blocks).as_bytes())?;
    Ok(FINE)
}

/// Checks an economy file: its form, its numbers, and what must hold for every account.
pub fn check(console: &mut Console<'_>, economy: Option<&str>) -> io::Result<i32> {
    let embedded = match read::library(console)? {
        Ok(library) => library,
        Err(code) => return Ok(code),
    };
    let tax = embedded.parameter("product_tax_in_purchases").map_or(0.0, |p| p.value);
    let name = economy.unwrap_or(&embedded.economy.id).to_owned();
    let of_user = name != embedded.economy.id;
    let library = match read::library_with(economy, embedded, console.lang) {
        Ok(library) => library,
        Err(refusal) => return refusal.tell(console, &name, None),
    };
    let account = match library.economy.account(tax) {
        Ok(account) => account,
        Err(problems) => return console.complain(&name, &problems, Some(&library)),
    };
    console.approve(&name, account.warnings(), &library)?;
    let checks = if of_user {
        account_checks(&account)
    } else {
        library.checks(&account)
    };
    for c in &checks {
        console.say(&format!("  {}", sentence(c, console.lang, Some(&library))))?;
    }
    Ok(if checks.iter().all(|c| c.holds()) {
        FINE
    } else {
        REFUSED
    })
}

/// Shows the regions, industries and sources of an economy.
pub fn show(console: &mut Console<'_>, economy: Option<&str>) -> io::Result<i32> {
    let embedded = match read::library(console)? {
        Ok(library) => library,
        Err(code) => return Ok(code),
    };
    let name = economy.unwrap_or(&embedded.economy.id).to_owned();
    let library = match read::library_with(economy, embedded.clone(), console.lang) {
        Ok(library) => library,
        Err(refusal) => return refusal.tell(console, &name, Some(&embedded)),
    };
    let lang = console.lang;
    let economy = &library.economy;
    let regions = economy
        .regions
        .iter()
        .map(|r| vec![r.code.clone(), r.label.get(lang).to_owned()]);
    let industries = economy
        .industries
        .iter()
        .map(|i| vec![i.code.clone(), i.label.get(lang).to_owned(), i.naics.clone()]);
    let head = |codes: &[crate::text::Msg]| codes.iter().map(|c| c.get(lang).to_owned()).collect();
    let table = |title: crate::text::Msg, columns: Vec<String>, rows: Vec<Vec<String>>| {
        let title = title.get(lang).to_owned();
        Block::Table(TableSpec {
            alt: title.clone(),
            title,
            columns,
            rows,
            ..TableSpec::default()
        })
    };
    let blocks = [
        Block::Title(economy.label.get(lang).to_owned()),
        Block::Paragraph(line(&library, lang)),
        table(m::REGIONS_OF, head(&[m::CODE, m::NAME]), regions.collect()),
        table(
            m::INDUSTRIES_OF,
            head(&[m::CODE, m::NAME, m::NAICS]),
            industries.collect(),
        ),
        Block::Heading(full::SOURCES.get(lang).to_owned()),
        attributions(&economy.sources, lang),
    ];
    console.bytes(render::draw(&blocks).as_bytes())?;
    Ok(FINE)
}

fn line(library: &Library, lang: Lang) -> String {
    let e = &library.economy;
    m::ECONOMY_LINE.fill(
        lang,
        &[
            ("id", &e.id),
            ("label", e.label.get(lang)),
            ("industries", &e.industries.len().to_string()),
            ("regions", &e.regions.len().to_string()),
            ("year", &e.data_year.to_string()),
            ("fingerprint", &library.fingerprint),
        ],
    )
}
