//! The comparison of scenarios in writing, block by block, for the terminal.

use super::compare::{self, CompareScope, letter};
use super::compare_steps;
use super::full::{Block, Item};
use crate::text::messages::compare as m;

/// Writes the whole comparison.
pub fn blocks(scope: &CompareScope<'_>) -> Vec<Block> {
    let lang = scope.lang;
    let mut out = vec![Block::Title(m::TITLE.get(lang).to_owned())];
    let list = |texts: Vec<String>| {
        let items = texts.into_iter().map(|text| Item {
            text,
            below: Vec::new(),
        });
        Block::List(items.collect())
    };
    let names = scope.sides.iter().enumerate();
    out.push(list(
        names
            .map(|(k, side)| format!("{}  {}", letter(k), side.name.get(lang)))
            .collect(),
    ));
    out.push(Block::Paragraph(compare::finding(scope)));
    out.push(Block::Table(compare::table(scope)));
    let inputs = compare::inputs_table(scope);
    if inputs.rows.is_empty() {
        out.push(Block::Paragraph(m::DIFFERENT_NONE.get(lang).to_owned()));
    } else {
        out.push(Block::Table(inputs));
    }
    out.push(Block::Heading(compare_steps::steps_finding(scope)));
    out.extend(compare_steps::steps_tables(scope).into_iter().map(Block::Table));
    out.push(Block::Paragraph(compare_steps::notes(scope).join(" ")));
    out.push(list(compare::remarks(scope)));
    out
}
