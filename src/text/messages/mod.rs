//! The messages, one file per part of the program.

pub mod app;
pub mod report;
pub mod steps;
pub mod ui;
pub mod widgets;

/// Every message of the program, for the tests that compare the two languages.
pub fn all() -> impl Iterator<Item = (&'static str, crate::text::Msg)> {
    [app::ALL, report::ALL, steps::ALL, ui::ALL, widgets::ALL]
        .into_iter()
        .flatten()
        .copied()
}
