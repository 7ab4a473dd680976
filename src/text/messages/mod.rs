//! The messages, one file per part of the program.

pub mod ui;
pub mod widgets;

/// Every message of the program, for the tests that compare the two languages.
pub fn all() -> impl Iterator<Item = (&'static str, crate::text::Msg)> {
    [ui::ALL, widgets::ALL].into_iter().flatten().copied()
}
