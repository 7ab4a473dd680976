//! The data behind the engine: embedded assets and, through the same code, tables of a user.

pub mod benefits;
pub mod claims;
pub mod economy;
pub mod files;
pub mod library;
pub mod prices;
pub mod programmes;
mod purchase_words;
pub mod purchases;
pub mod search;
pub mod taxes;
pub mod territories;

use serde::de::DeserializeOwned;

use crate::problem::{Problem, What};

/// Reads one RON data file; a syntax error is reported with its place.
pub fn parse<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, Vec<Problem>> {
    ron::from_str(text).map_err(|e| {
        let at = e.span.start;
        vec![Problem::new(
            name,
            What::Syntax {
                line: at.line,
                column: at.col,
                detail: e.code.to_string(),
            },
        )]
    })
}
