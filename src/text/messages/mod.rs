//! The messages, one file per part of the program.

pub mod checks;
pub mod problems;
pub mod regions;
pub mod ui;
pub mod words;

/// Every message of the program, for the tests that compare the two languages.
pub fn all() -> impl Iterator<Item = (&'static str, crate::text::Msg)> {
    [checks::ALL, problems::ALL, regions::ALL, ui::ALL, words::ALL].into_iter().flatten().copied()
}
