//! `recipes`: lists activities under the names people give them, and the purchase recipes behind them.

use std::io;

use super::console::Console;
use super::{FINE, read, render};
use crate::data::library::is_offered;
use crate::data::search::Query;
use crate::report::chart::TableSpec;
use crate::report::full::Block;
use crate::text::Msg;
use crate::text::messages::cli as m;

/// Lists what answers a query, everything when it is empty. Finding nothing is an answer, not a failure.
pub fn recipes(console: &mut Console<'_>, query: &str) -> io::Result<i32> {
    let library = match read::library(console)? {
        Ok(library) => library,
        Err(code) => return Ok(code),
    };
    let lang = console.lang;
    let asked = Query::new(query);
    let activities = library.activities.iter().filter(|a| asked.finds_activity(a)).map(|a| {
        vec![
            a.id.clone(),
            a.label.get(lang).to_owned(),
            a.scian.clone(),
            a.recipes.join(", "),
        ]
    });
    let recipes = library
        .recipes
        .recipes
        .iter()
        .filter(|r| asked.finds_recipe(r))
        .map(|r| {
            let offered = if is_offered(r) { m::YES } else { m::NO };
            vec![
                r.code.clone(),
                r.name().get(lang).to_owned(),
                r.industry.clone(),
                offered.get(lang).to_owned(),
            ]
        });
    let part = |heading: Msg, title: Msg, columns: [Msg; 4], rows: Vec<Vec<String>>| {
        let title = title.get(lang).to_owned();
        let columns = columns.map(|c| c.get(lang).to_owned()).into();
        let table = TableSpec {
            alt: title.clone(),
            title,
            columns,
            rows,
            ..TableSpec::default()
        };
        let empty = table.rows.is_empty();
        (!empty).then(|| [Block::Heading(heading.get(lang).to_owned()), Block::Table(table)])
    };
    let blocks: Vec<Block> = [
        part(
            m::ACTIVITIES,
            m::ACTIVITIES_TITLE,
            [m::CODE, m::NAME, m::NAICS, m::RECIPES],
            activities.collect(),
        ),
        part(
            m::RECIPES,
            m::RECIPES_TITLE,
            [m::CODE, m::RECIPE, m::INDUSTRY, m::OFFERED],
            recipes.collect(),
        ),
    ]
    .into_iter()
    .flatten()
    .flatten()
    .collect();
    if blocks.is_empty() {
        console.say(&m::NOTHING_FOUND.fill(lang, &[("query", query)]))?;
    } else {
        console.bytes(render::draw(&blocks).as_bytes())?;
    }
    Ok(FINE)
}
