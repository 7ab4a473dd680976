//! The messages, one file per part of the program.

pub mod app;
pub mod assumptions;
pub mod behaviour;
pub mod budgets;
pub mod checks;
pub mod claims;
pub mod cli;
pub mod compare;
pub mod deck;
pub mod editor;
pub mod export;
pub mod file_names;
pub mod finances;
pub mod full;
pub mod glossary;
pub mod group;
pub mod help;
pub mod jobs;
pub mod labour;
pub mod levers;
pub mod lines;
pub mod paper;
pub mod problems;
pub mod project;
pub mod recovery;
pub mod regions;
pub mod report;
pub mod steps;
pub mod trail;
pub mod ui;
pub mod why;
pub mod widgets;
pub mod words;
pub mod workbook;
pub mod workbook_law;

/// The messages of each file.
const TABLES: &[&[(&str, crate::text::Msg)]] = &[
    app::ALL,
    assumptions::ALL,
    behaviour::ALL,
    budgets::ALL,
    checks::ALL,
    claims::ALL,
    cli::ALL,
    compare::ALL,
    deck::ALL,
    editor::ALL,
    export::ALL,
    file_names::ALL,
    finances::ALL,
    full::ALL,
    glossary::ALL,
    group::ALL,
    help::ALL,
    jobs::ALL,
    labour::ALL,
    levers::ALL,
    lines::ALL,
    paper::ALL,
    problems::ALL,
    project::ALL,
    recovery::ALL,
    regions::ALL,
    report::ALL,
    steps::ALL,
    trail::ALL,
    ui::ALL,
    why::ALL,
    widgets::ALL,
    words::ALL,
    workbook::ALL,
    workbook_law::ALL,
];

/// Every message of the program, for the tests that compare the two languages.
pub fn all() -> impl Iterator<Item = (&'static str, crate::text::Msg)> {
    TABLES.iter().flat_map(|table| table.iter()).copied()
}
