//! Amounts and shares as spreadsheets and accountants write them, in the habits of either language.

use super::paste::shortened;
use crate::problem::What;
use crate::text::Lang;
use crate::text::number::{Typed, read_typed};

/// A cell of amounts, as read.
pub(super) enum Amount {
    /// No amount.
    None,
    /// Something else than an amount.
    Wrong,
    /// An amount, the other way of reading it where there are two, and whether it states its unit.
    Read {
        value: f64,
        other: Option<f64>,
        has_unit: bool,
    },
}

/// Reads an amount as spreadsheets and accountants write them: `12,5 M$`, `$1,234.50`, `(123)`, `123-`, `1'234`, `12 CAD`, `–` for nothing.
pub(super) fn read_amount(text: &str, lang: Lang, habit: Option<Lang>) -> Amount {
    let mut text = text.trim().to_lowercase();
    if text.is_empty()
        || matches!(
            text.as_str(),
            "-" | "–" | "—" | "\u{2212}" | "n/a" | "s. o." | "$ -" | "- $" | "-$"
        )
    {
        return Amount::None;
    }
    let mut negative = false;
    if let Some(inside) = text.strip_prefix('(').and_then(|t| t.strip_suffix(')')) {
        (negative, text) = (true, inside.trim().to_owned());
    } else if let Some(before) = text.strip_suffix(['-', '\u{2212}']) {
        (negative, text) = (true, before.trim().to_owned());
    }
    for (written, plain) in [
        ("cad$", "$"),
        ("$cad", "$"),
        ("cad", "$"),
        ("c$", "$"),
        ("$ ca", "$"),
        ("$\u{a0}ca", "$"),
        ("$ca", "$"),
    ] {
        if text.contains(written) {
            text = text.replacen(written, plain, 1);
            break;
        }
    }
    // A dollar sign on both sides is one.
    if text.starts_with('$') && text.ends_with('$') && text.len() > 1 {
        text.pop();
    }
    let digits: Vec<char> = text.chars().collect();
    let grouped = |k: usize| {
        let digit = |at: Option<usize>| at.and_then(|at| digits.get(at)).is_some_and(char::is_ascii_digit);
        digit(k.checked_sub(1)) && digit(Some(k + 1))
    };
    let text: String = digits
        .iter()
        .enumerate()
        .filter(|(k, c)| !(matches!(c, '\'' | '’') && grouped(*k)))
        .map(|(_, c)| *c)
        .collect();
    if text.contains('%') {
        return Amount::Wrong;
    }
    let has_unit = text.chars().any(|c| c == '$' || c.is_alphabetic());
    let sign = if negative { -1.0 } else { 1.0 };
    let text = if has_unit { with_thousands(&text) } else { text };
    match read_typed(&text, habit.unwrap_or(lang)) {
        Typed::Value(v) => Amount::Read {
            value: sign * v,
            other: None,
            has_unit,
        },
        Typed::TwoReadings { as_read, other } => Amount::Read {
            value: sign * as_read,
            other: Some(sign * other),
            has_unit,
        },
        Typed::Unfinished | Typed::Invalid => Amount::Wrong,
    }
}

/// Writes words that only budgets use as the suffixes that fields know.
fn with_thousands(text: &str) -> String {
    let mut text = text.to_owned();
    for (word, suffix) in [
        ("milliers de dollars", "k$"),
        ("milliers", "k$"),
        ("mille", "k$"),
        ("thousands", "k$"),
        ("thousand", "k$"),
        ("million dollars", "m$"),
        ("billion", "g$"),
        ("dollars", "$"),
        ("dollar", "$"),
    ] {
        if !text.contains("de dollars") && text.ends_with(word) {
            text.truncate(text.len() - word.len());
            text.push_str(suffix);
            break;
        }
    }
    text
}

/// Returns the habit that a column of amounts shows by itself: a decimal comma or commas between thousands; nothing where it shows none, or both.
pub(super) fn habit(cells: impl Iterator<Item = String>) -> Option<Lang> {
    let (mut comma, mut point) = (false, false);
    for cell in cells {
        let read = |lang| match read_amount(&cell, lang, None) {
            Amount::Read { value, other, .. } => Some((value, other)),
            _ => None,
        };
        if let Some((_, None)) = read(Lang::Fr) {
            let after = |sign: char| {
                cell.rsplit_once(sign)
                    .map(|(_, after)| after.chars().take_while(char::is_ascii_digit).count())
            };
            match (cell.matches(',').count(), cell.matches('.').count()) {
                (1, 0) if after(',').is_some_and(|n| n > 0) => comma = true,
                (2.., 0) => point = true,
                (1.., 1..) => {
                    if cell.rfind(',') > cell.rfind('.') {
                        comma = true;
                    } else {
                        point = true;
                    }
                }
                (0, 1) => point = true,
                _ => {}
            }
        }
    }
    match (comma, point) {
        (true, false) => Some(Lang::Fr),
        (false, true) => Some(Lang::En),
        _ => None,
    }
}

/// How a column writes shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shares {
    /// As parts of one: no percent sign, none above 1, and at least one above 0.
    Fractions,
    /// As percentages, with or without their sign.
    Percentages,
    /// As percentages beside bare numbers up to 1, which may be either.
    Mixed,
}

/// A local share as read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Share {
    /// Of one.
    pub(super) value: f64,
    /// The other way of reading it, where the column leaves a doubt.
    pub(super) other: Option<f64>,
}

/// Returns how a column of shares is written.
pub(super) fn shares_of(cells: &[String], lang: Lang) -> Shares {
    let signed = cells.iter().any(|c| c.contains('%'));
    let bare = || {
        let bare = cells.iter().filter(|c| !c.contains('%'));
        bare.filter_map(|c| read_typed(c, lang).value())
    };
    let small = bare().any(|v| v > 0.0 && v <= 1.0);
    match (small, signed || bare().any(|v| v > 1.0)) {
        (true, false) => Shares::Fractions,
        (true, true) => Shares::Mixed,
        (false, _) => Shares::Percentages,
    }
}

/// Reads a local share; an empty cell is none.
pub(super) fn read_share(text: &str, lang: Lang, shares: Shares) -> Result<Option<Share>, What> {
    let text = text.trim();
    if text.is_empty() || matches!(text, "-" | "–" | "—") {
        return Ok(None);
    }
    let value = match read_typed(text.trim_end_matches('%').trim(), lang) {
        // No share has thousands: a comma is a decimal one.
        Typed::TwoReadings { as_read, other } => Some(as_read.min(other)),
        other => other.value(),
    };
    let Some(value) = value else {
        return Err(What::NotANumber { text: shortened(text) });
    };
    let in_doubt = shares == Shares::Mixed && !text.contains('%') && value > 0.0 && value <= 1.0;
    let share = match shares {
        Shares::Fractions => Share { value, other: None },
        // Decimals under 1 are parts of one more often than less than a hundredth.
        _ if in_doubt && value < 1.0 => Share {
            value,
            other: Some(value / 100.0),
        },
        _ => Share {
            value: value / 100.0,
            other: in_doubt.then_some(value),
        },
    };
    if (0.0..=1.0).contains(&share.value) {
        Ok(Some(share))
    } else {
        Err(What::OutOfRange {
            value: share.value,
            low: 0.0,
            high: 1.0,
        })
    }
}
