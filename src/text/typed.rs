//! Reads numbers as people type or paste them, in either language's habits.

use super::Lang;

/// What a typed text means as a number.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "each name says what it is")]
pub enum Typed {
    /// One number, whatever the reader's language.
    Value(f64),
    /// Two numbers, such as `1,234`: the one this language reads, and the one the other language reads.
    TwoReadings { as_read: f64, other: f64 },
    /// The beginning of a number, such as `12,` or `-`.
    Unfinished,
    /// No number.
    Invalid,
}

impl Typed {
    /// Returns the number as this language reads it, if there is one.
    pub fn value(self) -> Option<f64> {
        match self {
            Typed::Value(value) | Typed::TwoReadings { as_read: value, .. } => Some(value),
            Typed::Unfinished | Typed::Invalid => None,
        }
    }
}

/// The unit a field counts in, so that `143 700 k$` typed in a field of millions is read 143.7.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TypedUnit {
    /// Any number; a money suffix multiplies, so that `12,5 M$` is 12 500 000.
    #[default]
    Any,
    /// A number without a unit, such as jobs; a money or percent sign is refused.
    Plain,
    /// Percent: `35` and `35 %` are both 35.
    Percent,
    /// Dollars.
    Dollars,
    /// Millions of dollars: `12,5` and `12,5 M$` are both 12.5.
    Millions,
}

/// Reads a typed number, a money suffix multiplying it: `12,5 M$` is 12 500 000 and `35 %` is 35.
pub fn read_typed(text: &str, lang: Lang) -> Typed {
    read_typed_in(text, lang, TypedUnit::Any)
}

/// Reads a typed number and expresses it in the field's unit.
pub fn read_typed_in(text: &str, lang: Lang, unit: TypedUnit) -> Typed {
    let text: Vec<char> = text.chars().map(plain_space).collect();
    let (negative, rest) = match without_spaces(&text) {
        ['-' | '\u{2212}', rest @ ..] => (true, rest),
        ['+', rest @ ..] => (false, rest),
        rest => (false, rest),
    };
    let (dollar_first, rest) = match without_spaces(rest) {
        ['$', rest @ ..] => (true, without_spaces(rest)),
        rest => (false, rest),
    };
    let digits_end = rest
        .iter()
        .rposition(|c| c.is_ascii_digit() || matches!(c, ',' | '.'))
        .map_or(0, |last| last + 1);
    let (number, suffix) = rest.split_at(digits_end);
    let suffix: String = without_spaces(suffix).iter().collect();
    let (times, over) = match scale(&suffix, dollar_first, unit) {
        Suffix::Scale { times, over } => (times, over),
        Suffix::Unfinished => return Typed::Unfinished,
        Suffix::Unknown => return Typed::Invalid,
    };
    let finite = |value: f64| {
        // Dividing keeps `143 700 k$` at 143.7 millions exactly, where a factor of 0.001 would not.
        let value = if negative { -value } else { value } * times / over;
        // A typed "-0" is zero.
        value.is_finite().then_some(value + 0.0)
    };
    match read_number(number, lang) {
        Typed::Value(value) => finite(value).map_or(Typed::Invalid, Typed::Value),
        Typed::TwoReadings { as_read, other } => match (finite(as_read), finite(other)) {
            (Some(as_read), Some(other)) => Typed::TwoReadings { as_read, other },
            _ => Typed::Invalid,
        },
        other => other,
    }
}

enum Suffix {
    Scale { times: f64, over: f64 },
    Unfinished,
    Unknown,
}

/// Suffixes of money with the dollars they stand for.
const MONEY_SUFFIXES: &[(&str, f64)] = &[
    ("$", 1.0),
    ("k$", 1e3),
    ("k", 1e3),
    ("m$", 1e6),
    ("m", 1e6),
    ("g$", 1e9),
    ("g", 1e9),
    ("md$", 1e9),
    ("million$", 1e6),
    ("million", 1e6),
    ("millions", 1e6),
    ("million de dollars", 1e6),
    ("millions de dollars", 1e6),
    ("milliard", 1e9),
    ("milliards", 1e9),
];

fn scale(suffix: &str, dollar_first: bool, unit: TypedUnit) -> Suffix {
    let suffix = suffix.to_lowercase();
    let as_written = Suffix::Scale { times: 1.0, over: 1.0 };
    let unit_dollars = match unit {
        TypedUnit::Any | TypedUnit::Dollars => 1.0,
        TypedUnit::Millions => 1e6,
        TypedUnit::Plain | TypedUnit::Percent => {
            return match (suffix.as_str(), unit) {
                _ if dollar_first => Suffix::Unknown,
                ("", _) | ("%", TypedUnit::Percent) => as_written,
                _ => Suffix::Unknown,
            };
        }
    };
    match suffix.as_str() {
        // A bare number counts in the field's unit, and so does `$12`, which is half of `$12M`.
        "" => return as_written,
        "%" if unit == TypedUnit::Any && !dollar_first => return as_written,
        _ => {}
    }
    if let Some((_, dollars)) = MONEY_SUFFIXES.iter().find(|(name, _)| *name == suffix) {
        return Suffix::Scale {
            times: *dollars,
            over: unit_dollars,
        };
    }
    if MONEY_SUFFIXES.iter().any(|(name, _)| name.starts_with(&suffix)) {
        Suffix::Unfinished
    } else {
        Suffix::Unknown
    }
}

/// Reads digits, separators and spaces only.
fn read_number(text: &[char], lang: Lang) -> Typed {
    if text.is_empty() {
        return Typed::Unfinished;
    }
    if !text.iter().all(|c| c.is_ascii_digit() || matches!(c, ',' | '.' | ' ')) {
        return Typed::Invalid;
    }
    let count = |wanted: char| text.iter().filter(|c| **c == wanted).count();
    let (commas, points) = (count(','), count('.'));
    let last_separator = text.iter().rev().find(|c| matches!(c, ',' | '.')).copied();
    let (decimal, thousands) = match (commas, points, last_separator) {
        (0, 0, _) => (None, ' '),
        // Both kinds: the last one starts the decimals, unless it is repeated.
        (1.., 1.., Some(',')) if commas == 1 => (Some(','), '.'),
        (1.., 1.., Some('.')) if points == 1 => (Some('.'), ','),
        (1.., 1.., _) => return Typed::Invalid,
        // One kind, repeated: groups of thousands.
        (2.., 0, _) => (None, ','),
        (0, 2.., _) => (None, '.'),
        (1, 0, _) => return read_one_comma(text, lang),
        (_, _, _) => (Some('.'), ' '),
    };
    read_as(text, decimal, thousands)
}

/// Reads a number with one comma and no point: the decimals in French, and the thousands in English when they could be.
fn read_one_comma(text: &[char], lang: Lang) -> Typed {
    let as_decimal = read_as(text, Some(','), ' ');
    let has_spaces = text.contains(&' ');
    let starts_with_zero = text.first() == Some(&'0');
    if has_spaces || starts_with_zero {
        return as_decimal;
    }
    match (as_decimal, read_as(text, None, ',')) {
        (Typed::Value(decimal), Typed::Value(thousands)) => match lang {
            Lang::Fr => Typed::TwoReadings {
                as_read: decimal,
                other: thousands,
            },
            Lang::En => Typed::TwoReadings {
                as_read: thousands,
                other: decimal,
            },
        },
        (as_decimal, _) => as_decimal,
    }
}

/// Reads a number whose decimal sign and thousands separator are known; spaces may always separate thousands.
fn read_as(text: &[char], decimal: Option<char>, thousands: char) -> Typed {
    let split = decimal.and_then(|sign| text.iter().position(|c| *c == sign));
    let (integer, fraction) = match split {
        Some(at) => {
            let (integer, rest) = text.split_at(at);
            (integer, rest.get(1..).unwrap_or_default())
        }
        None => (text, &[][..]),
    };
    let groups: Vec<&[char]> = integer.split(|c| *c == thousands || *c == ' ').collect();
    let mut unfinished = split.is_some() && fraction.is_empty();
    for (position, group) in groups.iter().enumerate() {
        let last = position + 1 == groups.len();
        if !group.iter().all(char::is_ascii_digit) {
            return Typed::Invalid;
        }
        let fits = match (position, group.len()) {
            (0, 0) => groups.len() == 1 && split.is_some(),
            (0, 1..=3) => true,
            (0, _) => groups.len() == 1,
            (_, len) => len == 3,
        };
        if !fits {
            // "1 23" becomes "1 234" at the next key.
            if last && position > 0 && split.is_none() && group.len() < 3 {
                unfinished = true;
            } else {
                return Typed::Invalid;
            }
        }
    }
    if !fraction.iter().all(char::is_ascii_digit) {
        return Typed::Invalid;
    }
    if unfinished {
        return Typed::Unfinished;
    }
    let mut digits: String = groups.into_iter().flatten().collect();
    if !fraction.is_empty() {
        digits.push('.');
        digits.extend(fraction);
    }
    match digits.parse::<f64>() {
        Ok(value) if value.is_finite() => Typed::Value(value),
        _ => Typed::Invalid,
    }
}

fn plain_space(c: char) -> char {
    if c.is_whitespace() || c == '\u{202f}' { ' ' } else { c }
}

fn without_spaces(text: &[char]) -> &[char] {
    let start = text.iter().position(|c| *c != ' ').unwrap_or(text.len());
    let end = text.iter().rposition(|c| *c != ' ').map_or(start, |last| last + 1);
    text.get(start..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Lang::{En, Fr};

    #[test]
    fn reads_plain_numbers_in_both_habits() {
        for lang in Lang::ALL {
            for (text, value) in [
                ("12", 12.0),
                ("12,5", 12.5),
                ("12.5", 12.5),
                (" 12.5 ", 12.5),
                ("1 234,5", 1234.5),
                ("1\u{a0}234,5", 1234.5),
                ("1\u{202f}234.5", 1234.5),
                ("1,234.5", 1234.5),
                ("1.234,5", 1234.5),
                ("1,234,567", 1_234_567.0),
                ("1.234.567", 1_234_567.0),
                ("1 234", 1234.0),
                ("1 234,567", 1234.567),
                ("0,123", 0.123),
                ("1234,567", 1234.567),
                (",5", 0.5),
                ("-3", -3.0),
                ("\u{2212}3,5", -3.5),
                ("+3", 3.0),
                ("35 %", 35.0),
                ("35%", 35.0),
                ("1.234", 1.234),
            ] {
                assert_eq!(read_typed(text, lang), Typed::Value(value), "{text} in {lang:?}");
            }
        }
    }

    #[test]
    fn reads_money_with_its_scale() {
        for (text, dollars) in [
            ("12,5 M$", 12.5e6),
            ("$12.5M", 12.5e6),
            ("$ 12.5 M", 12.5e6),
            ("-$12.5M", -12.5e6),
            ("75 k$", 75e3),
            ("$75K", 75e3),
            ("1,2 G$", 1.2e9),
            ("75 000 $", 75_000.0),
            ("$75,000.00", 75_000.0),
            ("3 millions", 3e6),
        ] {
            assert_eq!(read_typed(text, Fr), Typed::Value(dollars), "{text}");
        }
    }

    #[test]
    fn expresses_money_in_the_unit_of_the_field() {
        let millions = |text| read_typed_in(text, Fr, TypedUnit::Millions);
        assert_eq!(millions("143,7"), Typed::Value(143.7));
        assert_eq!(millions("143,7 M$"), Typed::Value(143.7));
        assert_eq!(millions("143 700 k$"), Typed::Value(143.7));
        assert_eq!(millions("1,5 G$"), Typed::Value(1500.0));
        assert_eq!(millions("12 mil"), Typed::Unfinished);
        assert_eq!(millions("12 %"), Typed::Invalid);
        assert_eq!(read_typed_in("35 %", Fr, TypedUnit::Percent), Typed::Value(35.0));
        assert_eq!(read_typed_in("35 $", Fr, TypedUnit::Percent), Typed::Invalid);
        assert_eq!(read_typed_in("102", Fr, TypedUnit::Plain), Typed::Value(102.0));
        assert_eq!(read_typed_in("$102", Fr, TypedUnit::Plain), Typed::Invalid);
    }

    #[test]
    fn a_comma_and_three_digits_reads_both_ways() {
        assert_eq!(
            read_typed("1,234", Fr),
            Typed::TwoReadings {
                as_read: 1.234,
                other: 1234.0
            }
        );
        assert_eq!(
            read_typed("1,234", En),
            Typed::TwoReadings {
                as_read: 1234.0,
                other: 1.234
            }
        );
        let suffixed = read_typed_in("1,234 M$", Fr, TypedUnit::Millions);
        assert_eq!(
            suffixed,
            Typed::TwoReadings {
                as_read: 1.234,
                other: 1234.0
            }
        );
        assert_eq!(suffixed.value(), Some(1.234));
    }

    #[test]
    fn keeps_what_is_being_typed() {
        for text in [
            "", " ", "-", "$", "12,", "12.", "1 2", "1 23", "1,234,", "1,234,5", ",", "1 ", "12 mill",
        ] {
            let read = read_typed(text, Fr);
            let accepted = text.trim() == "1";
            assert_eq!(read == Typed::Unfinished, !accepted, "{text:?} gives {read:?}");
        }
    }

    #[test]
    fn refuses_what_is_no_number() {
        for text in [
            "abc",
            "12,5,",
            "1.2.3,4,5",
            "12a",
            "1 2345",
            "1e5",
            "--3",
            "NaN",
            "inf",
            "12 € ",
            "%",
            "$%",
        ] {
            let read = read_typed(text, Fr);
            let unfinished = matches!(text, "%" | "12,5,");
            assert!(
                read == Typed::Invalid || (unfinished && read == Typed::Unfinished),
                "{text:?} gives {read:?}"
            );
        }
    }

    #[test]
    fn a_typed_negative_zero_is_zero() {
        let value = read_typed("-0", Fr).value().unwrap_or(f64::NAN);
        assert!(value == 0.0 && value.is_sign_positive());
    }

    proptest::proptest! {
        #[test]
        fn never_fails_on_any_text(text in ".*", short in "[-+0-9,. $%kMG\u{a0}]{0,12}") {
            for lang in Lang::ALL {
                for text in [&text, &short] {
                    if let Some(value) = read_typed(text, lang).value() {
                        proptest::prop_assert!(value.is_finite());
                    }
                }
            }
        }

        #[test]
        fn reads_back_what_is_written(value in -1e9_f64..1e9) {
            let rounded = (value * 10.0).round() / 10.0;
            for lang in Lang::ALL {
                let text = super::super::number::decimal(rounded, 1, lang);
                let read = read_typed(&text, lang).value();
                proptest::prop_assert_eq!(read, Some(rounded), "{}", text);
            }
        }
    }
}
