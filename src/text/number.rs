//! How numbers are written in each language, and how typed ones are read.
//!
//! Money goes in as dollars and shares as fractions of one, whatever unit is shown. French puts a no-break space between
//! thousands and before `$` and `%`; English puts commas and a leading `$`. Zero is `0`; what does not exist is [`NOTHING`].

use super::Lang;
pub use super::typed::{Typed, TypedUnit, read_typed, read_typed_in};

/// What stands where a number does not exist.
pub const NOTHING: &str = "–";

/// The true minus sign, as wide as `+`.
pub const MINUS: char = '\u{2212}';

/// The space that keeps a number and its unit on one line.
pub const NO_BREAK_SPACE: char = '\u{a0}';

/// Writes a number without decimals: `1 235` or `1,235`.
pub fn whole(value: f64, lang: Lang) -> String {
    decimal(value, 0, lang)
}

/// Writes a number with `places` decimals: `1 234,5` or `1,234.5`.
///
/// Halves go away from zero, as in spreadsheets. Exactly zero is `0`; a number that only rounds to zero keeps its decimals.
pub fn decimal(value: f64, places: usize, lang: Lang) -> String {
    if !value.is_finite() {
        return NOTHING.to_owned();
    }
    if value == 0.0 {
        return "0".to_owned();
    }
    let digits = rounded_digits(value.abs(), places);
    let negative = value < 0.0 && !shows_zero(&digits);
    let (integer, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let (thousands, point) = match lang {
        Lang::Fr => (NO_BREAK_SPACE, ','),
        Lang::En => (',', '.'),
    };
    let mut out = String::with_capacity(digits.len() + 8);
    if negative {
        out.push(MINUS);
    }
    for (position, digit) in integer.chars().enumerate() {
        if position > 0 && (integer.len() - position).is_multiple_of(3) {
            out.push(thousands);
        }
        out.push(digit);
    }
    if !fraction.is_empty() {
        out.push(point);
        out.push_str(fraction);
    }
    out
}

/// Writes a number with as many decimals as it needs, from `least` to `most`: what was typed shows as it was typed.
pub fn exact(value: f64, (least, most): (usize, usize), lang: Lang) -> String {
    let whole = |places: &usize| {
        let scaled = value * 10_f64.powi(*places as i32);
        (scaled - scaled.round()).abs() < 1e-6
    };
    decimal(value, (least..most).find(whole).unwrap_or(most.max(least)), lang)
}

/// Returns how many decimals show a value without one that says nothing: from `least`, and three significant figures at most beyond the point.
pub fn needed_places(value: f64, least: usize) -> usize {
    let size = value.abs();
    if !size.is_finite() || size == 0.0 {
        return least;
    }
    // 0.00123 needs five: the two zeros, then three figures.
    let zeros = if size < 1.0 {
        (-size.log10()).ceil() as usize - 1
    } else {
        0
    };
    let digits = rounded_digits(size, (zeros + 3).clamp(least.max(3), 9));
    let fraction = digits.split_once('.').map_or("", |(_, f)| f);
    fraction.trim_end_matches('0').len().max(least)
}

/// Returns how many decimals show a value that must not read as zero: `places` where they do, and up to two significant figures otherwise.
pub fn seen_places(value: f64, places: usize) -> usize {
    let lost = value != 0.0 && value.is_finite() && shows_zero(&rounded_digits(value.abs(), places));
    if !lost {
        return places;
    }
    let first = (-value.abs().log10()).ceil() as usize;
    let digits = rounded_digits(value.abs(), (first + 1).min(9));
    digits
        .trim_end_matches('0')
        .split_once('.')
        .map_or(places, |(_, f)| f.len().max(places))
}

/// Writes a number as [`decimal`] does, except that one that is above zero and too small to show reads `< 0,1`.
pub fn decimal_or_less(value: f64, places: usize, lang: Lang) -> String {
    let text = decimal(value, places, lang);
    if value <= 0.0 || !shows_zero(&text) || text == NOTHING {
        return text;
    }
    format!(
        "<{NO_BREAK_SPACE}{}",
        decimal(10_f64.powi(-(places as i32)), places, lang)
    )
}

/// Writes an amount of dollars in whole dollars: `75 000 $` or `$75,000`.
pub fn dollars(dollars: f64, lang: Lang) -> String {
    money(dollars, 0, "", lang)
}

/// Writes an amount of dollars in whole thousands: `187 k$` or `$187k`.
pub fn dollars_in_thousands(dollars: f64, lang: Lang) -> String {
    money(dollars / 1e3, 0, "k", lang)
}

/// Writes an amount of dollars in millions with one decimal: `12,5 M$` or `$12.5M`.
pub fn dollars_in_millions(dollars: f64, lang: Lang) -> String {
    money(dollars / 1e6, 1, "M", lang)
}

/// Writes an amount of dollars in millions with `places` decimals.
pub fn dollars_in_millions_with(dollars: f64, places: usize, lang: Lang) -> String {
    money(dollars / 1e6, places, "M", lang)
}

/// Writes a share of one as a whole percentage: 0.35 is `35 %` or `35%`.
pub fn percent(share: f64, lang: Lang) -> String {
    percent_with(share, 0, lang)
}

/// Writes a share of one as a percentage with `places` decimals.
pub fn percent_with(share: f64, places: usize, lang: Lang) -> String {
    let figure = decimal(share * 100.0, places, lang);
    if figure == NOTHING {
        return figure;
    }
    match lang {
        Lang::Fr => format!("{figure}{NO_BREAK_SPACE}%"),
        Lang::En => format!("{figure}%"),
    }
}

/// Writes a difference with its sign in front, through any writer of this file: `+0,9 M$`, `−11`.
///
/// A difference that shows as zero has no sign.
pub fn signed(difference: f64, write: impl FnOnce(f64) -> String) -> String {
    let size = write(difference.abs());
    if !difference.is_finite() || shows_zero(&size) {
        size
    } else if difference < 0.0 {
        format!("{MINUS}{size}")
    } else {
        format!("+{size}")
    }
}

/// Writes a value that may not exist, through any writer of this file; [`NOTHING`] when it does not.
pub fn or_nothing(value: Option<f64>, write: impl FnOnce(f64) -> String) -> String {
    value.map_or_else(|| NOTHING.to_owned(), write)
}

/// Writes the years of a phase: `2020 à 2022` or `2020 to 2022`, or one year when it starts and ends together.
pub fn years(first: i32, last: i32, lang: Lang) -> String {
    if first == last {
        first.to_string()
    } else {
        range(&first.to_string(), &last.to_string(), lang)
    }
}

/// Writes a range between two texts: `10 à 20` or `10 to 20`.
pub fn range(low: &str, high: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{low} à {high}"),
        Lang::En => format!("{low} to {high}"),
    }
}

/// Writes the unit of money as fields and axes show it, `scale` being `""`, `"k"`, `"M"` or `"G"`.
pub fn money_unit(scale: &str, lang: Lang) -> String {
    match lang {
        Lang::Fr => format!("{scale}$"),
        Lang::En => format!("${scale}"),
    }
}

fn money(amount: f64, places: usize, scale: &str, lang: Lang) -> String {
    let figure = decimal(amount, places, lang);
    if figure == NOTHING {
        return figure;
    }
    match lang {
        Lang::Fr => format!("{figure}{NO_BREAK_SPACE}{scale}$"),
        Lang::En => match figure.strip_prefix(MINUS) {
            Some(size) => format!("{MINUS}${size}{scale}"),
            None => format!("${figure}{scale}"),
        },
    }
}

/// Rounds halves away from zero, where `format!` alone would follow the binary value and give 0.2 for 0.25.
fn rounded_digits(size: f64, places: usize) -> String {
    let places = places.min(12);
    let scale = 10_f64.powi(places as i32);
    let scaled = size * scale;
    // Beyond 2^53 there are no decimals left to round.
    let rounded = if scaled < 9e15 { scaled.round() / scale } else { size };
    format!("{rounded:.places$}")
}

/// Returns whether a written figure reads as zero, such as `0,0`.
pub fn shows_zero(text: &str) -> bool {
    !text.contains(|c: char| ('1'..='9').contains(&c))
}

#[cfg(test)]
mod tests {
    use super::*;
    use Lang::{En, Fr};

    #[test]
    fn groups_thousands_as_each_language_does() {
        assert_eq!(whole(1_234_567.4, Fr), "1\u{a0}234\u{a0}567");
        assert_eq!(whole(1_234_567.4, En), "1,234,567");
        assert_eq!(decimal(1234.5, 1, Fr), "1\u{a0}234,5");
        assert_eq!(decimal(1234.5, 1, En), "1,234.5");
        assert_eq!(whole(999.0, Fr), "999");
    }

    #[test]
    fn an_exact_number_has_the_decimals_it_needs() {
        assert_eq!(exact(102.0, (0, 3), Fr), "102");
        assert_eq!(exact(12.7, (0, 3), Fr), "12,7");
        assert_eq!(exact(143.7, (1, 3), En), "143.7");
        assert_eq!(exact(143.0, (1, 3), En), "143.0");
        assert_eq!(exact(1.0 / 3.0, (0, 3), En), "0.333");
        assert_eq!(exact(f64::NAN, (0, 3), Fr), "–");
    }

    #[test]
    fn what_is_no_zero_never_reads_as_one() {
        let shown = |v: f64, places| decimal(v, seen_places(v, places), En);
        assert_eq!(shown(0.0012, 2), "0.0012");
        assert_eq!(shown(0.001, 2), "0.001");
        assert_eq!(shown(0.006, 2), "0.01");
        assert_eq!(shown(12.345, 2), "12.35");
        assert_eq!(shown(0.0, 2), "0");
        assert_eq!(decimal_or_less(0.0012, 1, Fr), "<\u{a0}0,1");
        assert_eq!(decimal_or_less(0.06, 1, En), "0.1");
        assert_eq!(decimal_or_less(0.0, 1, En), "0");
        assert_eq!(decimal_or_less(f64::NAN, 1, En), NOTHING);
    }

    #[test]
    fn an_amount_has_the_decimals_it_needs_and_no_tail() {
        let shown = |v: f64| decimal(v, needed_places(v, 2), En);
        assert_eq!(shown(18.25), "18.25");
        assert_eq!(shown(1172.750001), "1,172.75");
        assert_eq!(shown(2.4), "2.40");
        assert_eq!(shown(2.475), "2.475");
        assert_eq!(shown(0.0012), "0.0012");
        assert_eq!(shown(0.001_234_56), "0.00123");
        assert_eq!(shown(0.000_001), "0.000001");
        assert_eq!(shown(0.0), "0");
        assert_eq!(shown(5.0), "5.00");
    }

    #[test]
    fn writes_money_with_the_unit_where_each_language_puts_it() {
        assert_eq!(dollars_in_millions(12.5e6, Fr), "12,5\u{a0}M$");
        assert_eq!(dollars_in_millions(12.5e6, En), "$12.5M");
        assert_eq!(dollars_in_millions(1_234.5e6, Fr), "1\u{a0}234,5\u{a0}M$");
        assert_eq!(dollars(75_000.0, Fr), "75\u{a0}000\u{a0}$");
        assert_eq!(dollars(75_000.0, En), "$75,000");
        assert_eq!(dollars(-75_000.0, Fr), "\u{2212}75\u{a0}000\u{a0}$");
        assert_eq!(dollars(-75_000.0, En), "\u{2212}$75,000");
        assert_eq!(dollars_in_millions_with(143.72e6, 2, En), "$143.72M");
        assert_eq!(money_unit("M", Fr), "M$");
        assert_eq!(money_unit("M", En), "$M");
    }

    #[test]
    fn writes_shares_as_percentages() {
        assert_eq!(percent(0.35, Fr), "35\u{a0}%");
        assert_eq!(percent(0.35, En), "35%");
        assert_eq!(percent_with(0.093, 1, Fr), "9,3\u{a0}%");
        assert_eq!(percent(0.0, En), "0%");
    }

    #[test]
    fn zero_is_zero_and_never_negative() {
        assert_eq!(whole(-0.0, Fr), "0");
        assert_eq!(decimal(0.0, 1, Fr), "0");
        assert_eq!(decimal(-0.04, 1, Fr), "0,0");
        assert_eq!(whole(-0.4, En), "0");
        assert_eq!(dollars_in_millions(-1.0, En), "$0.0M");
    }

    #[test]
    fn halves_round_as_in_a_spreadsheet() {
        assert_eq!(whole(102.5, Fr), "103");
        assert_eq!(decimal(0.25, 1, En), "0.3");
        assert_eq!(whole(-2.5, En), "\u{2212}3");
    }

    #[test]
    fn differences_carry_their_sign() {
        assert_eq!(signed(11.0, |v| whole(v, Fr)), "+11");
        assert_eq!(signed(-11.0, |v| whole(v, Fr)), "\u{2212}11");
        assert_eq!(signed(0.9e6, |v| dollars_in_millions(v, En)), "+$0.9M");
        assert_eq!(signed(0.0, |v| decimal(v, 1, Fr)), "0");
        assert_eq!(signed(-0.01, |v| decimal(v, 1, Fr)), "0,0");
    }

    #[test]
    fn what_does_not_exist_is_a_dash() {
        assert_eq!(or_nothing(None, |v| whole(v, Fr)), "–");
        assert_eq!(or_nothing(Some(3.0), |v| whole(v, Fr)), "3");
        assert_eq!(whole(f64::NAN, Fr), "–");
        assert_eq!(dollars(f64::INFINITY, En), "–");
        assert_eq!(percent(f64::NAN, Fr), "–");
        assert_eq!(signed(f64::NEG_INFINITY, |v| whole(v, Fr)), "–");
    }

    #[test]
    fn years_read_as_a_range() {
        assert_eq!(years(2020, 2022, Fr), "2020 à 2022");
        assert_eq!(years(2020, 2022, En), "2020 to 2022");
        assert_eq!(years(2020, 2020, En), "2020");
    }

    #[test]
    fn very_large_numbers_do_not_fail() {
        for value in [f64::MAX, f64::MIN, f64::MIN_POSITIVE, 1e22] {
            for places in [0, 1, 9, 400] {
                assert!(!decimal(value, places, Fr).is_empty());
            }
        }
    }
}
