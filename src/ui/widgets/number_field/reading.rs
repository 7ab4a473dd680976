//! How the text of a number field reads, and what the field says about it.

use super::{MOST_MILLIONS, NumberField};
use crate::text::Lang;
use crate::text::messages::widgets as words;
use crate::text::number::{self, Typed, TypedUnit, read_typed_in};

/// How a draft reads, and what to say about it.
pub(super) enum Reading {
    Fine(f64),
    TwoReadings { as_read: f64, other: f64 },
    Unfinished,
    Refused(String),
}

impl NumberField<'_> {
    /// Reads a text that was typed: the document may refuse a number that the field takes.
    pub(super) fn read_draft(&self, text: &str) -> Reading {
        match (self.read(text), self.refused) {
            (Reading::Fine(_) | Reading::TwoReadings { .. }, Some(why)) => Reading::Refused(why.to_owned()),
            (reading, _) => reading,
        }
    }

    /// Says what the field takes, by an example.
    fn not_a_number(&self) -> String {
        let example = match (self.ungrouped, self.typed_unit) {
            (true, _) => "2025".to_owned(),
            (_, TypedUnit::Percent) => self.with_unit("35"),
            // What is shown whole is counted whole, such as jobs.
            (_, TypedUnit::Plain) if self.places == 0 => self.with_unit("25"),
            (_, TypedUnit::Dollars) => self.with_unit(&plain(75_000.0, self.lang)),
            _ => self.with_unit(&plain(12.5, self.lang)),
        };
        words::NOT_A_NUMBER.fill(self.lang, &[("example", &example)])
    }

    /// Returns whether a text is no number for this field, whatever the document says of it.
    pub(super) fn is_unreadable(&self, text: &str) -> bool {
        matches!(self.read(text), Reading::Refused(_) | Reading::Unfinished) && !text.trim().is_empty()
    }

    /// Reads a text in the unit and the range of the field.
    pub(super) fn read(&self, text: &str) -> Reading {
        let in_range = |value: f64| -> Result<f64, String> {
            let figure = |value: f64| {
                let text = plain(value, self.lang);
                if self.ungrouped {
                    self.without_separators(&text)
                } else {
                    text
                }
            };
            let bound = |value: f64| self.with_unit(&figure(value));
            if value > *self.range.end() {
                // Dollars typed into millions.
                let most = match *self.range.end() == MOST_MILLIONS {
                    true => words::AT_MOST_MILLIONS,
                    false => words::AT_MOST,
                };
                Err(self
                    .too_high
                    .map(str::to_owned)
                    .unwrap_or_else(|| most.fill(self.lang, &[("value", &bound(*self.range.end()))])))
            } else if value < *self.range.start() {
                Err(self
                    .too_low
                    .map(str::to_owned)
                    .unwrap_or_else(|| words::AT_LEAST.fill(self.lang, &[("value", &bound(*self.range.start()))])))
            } else {
                Ok(value)
            }
        };
        match read_typed_in(text, self.lang, self.typed_unit) {
            Typed::Value(value) => in_range(value).map_or_else(Reading::Refused, Reading::Fine),
            Typed::TwoReadings { as_read, other } => match (in_range(as_read), in_range(other)) {
                (Ok(as_read), Ok(other)) => Reading::TwoReadings { as_read, other },
                // Only one of the two makes sense here: no need to ask.
                (Ok(value), Err(_)) | (Err(_), Ok(value)) => Reading::Fine(value),
                (Err(message), Err(_)) => Reading::Refused(message),
            },
            Typed::Unfinished => Reading::Unfinished,
            Typed::Invalid => Reading::Refused(self.not_a_number()),
        }
    }
}

/// Writes a number with as many decimals as it needs, up to three.
pub(super) fn plain(value: f64, lang: Lang) -> String {
    number::exact(value, (0, 3), lang)
}
