//! One rule for what is rounded: a difference that is shown is the difference of the figures that are shown, and the steps that explain it sum to it.
//!
//! Figures are rounded once, where they are written. A difference rounded by itself could read −1 between 82 and 84, or 147 under a title that says 148:
//! whoever subtracts what the page shows must find what the page says.

use super::{Lang, number};

/// How finely figures of one kind are shown: `places` decimals of a `unit`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Precision {
    unit: f64,
    places: u8,
}

impl Precision {
    /// Whole jobs, job-years, families or dollars.
    pub const WHOLE: Precision = Precision { unit: 1.0, places: 0 };
    /// Dollars shown in millions with one decimal.
    pub const MILLIONS: Precision = Precision { unit: 1e6, places: 1 };
    /// Dollars shown in whole thousands.
    pub const THOUSANDS: Precision = Precision { unit: 1e3, places: 0 };
    /// What is in millions already, with one decimal.
    pub const TENTHS: Precision = Precision { unit: 1.0, places: 1 };
    /// Pay per job, to the nearest hundred dollars.
    pub const HUNDREDS: Precision = Precision { unit: 100.0, places: 0 };

    /// Writes a value with these decimals, without its unit.
    pub fn write(self, value: f64, lang: Lang) -> String {
        number::decimal(value / self.unit, usize::from(self.places), lang)
    }

    /// Returns what a value is divided by before it is written: 1,000,000 for dollars shown in millions.
    pub fn unit(self) -> f64 {
        self.unit
    }

    /// Returns how many decimals are written.
    pub fn places(self) -> u8 {
        self.places
    }

    /// Returns how many of the smallest steps shown a value counts, halves away from zero as `number::decimal` rounds; NaN and infinities stay.
    fn count(self, value: f64) -> f64 {
        let scaled = value.abs() / self.unit * self.scale();
        // Beyond 2^53 there are no decimals left to round.
        let rounded = if scaled < 9e15 { scaled.round() } else { scaled };
        rounded.copysign(value)
    }

    fn scale(self) -> f64 {
        10_f64.powi(i32::from(self.places))
    }

    fn value(self, count: f64) -> f64 {
        count / self.scale() * self.unit
    }

    /// Returns a value as it is shown, in its own unit.
    pub fn shown(self, value: f64) -> f64 {
        self.value(self.count(value))
    }

    /// Returns the difference to show between two figures that are shown: shown(to) − shown(from), in their unit.
    pub fn difference(self, from: f64, to: f64) -> f64 {
        self.value(self.count(to) - self.count(from))
    }

    /// Returns whether parts, each as it is shown, sum to something else than their total as it is shown.
    pub fn misses(self, parts: &[f64], total: f64) -> bool {
        let sum: f64 = parts.iter().map(|part| self.count(*part)).sum();
        (sum - self.count(total)).abs() > 0.5
    }

    /// Returns the parts to show of the way between two figures that are shown: they sum to [`difference`](Self::difference).
    ///
    /// * `parts`: what each step adds, in order; their sum is `to − from`.
    ///
    /// Each part is rounded by itself; what the sum then lacks or has too much goes, one smallest step each, to the parts that rounding moved most the
    /// other way. No part is shown more than one smallest step from what it is, none changes its sign, and none that adds nothing is shown as adding
    /// something.
    pub fn parts(self, parts: &[f64], from: f64, to: f64) -> Vec<f64> {
        let mut counts: Vec<f64> = parts.iter().map(|part| self.count(*part)).collect();
        let miss = self.count(to) - self.count(from) - counts.iter().sum::<f64>();
        if !miss.is_finite() || miss == 0.0 {
            return counts.into_iter().map(|count| self.value(count)).collect();
        }
        let up = miss.signum();
        // What rounding took from each part, in the direction that is missing.
        let taken = |at: usize| (parts[at] / self.unit * self.scale() - counts[at]) * up;
        let mut order: Vec<usize> = (0..parts.len()).filter(|at| parts[*at] != 0.0).collect();
        order.sort_by(|a, b| taken(*b).total_cmp(&taken(*a)));
        for at in order.into_iter().take(miss.abs() as usize) {
            counts[at] += up;
        }
        counts.into_iter().map(|count| self.value(count)).collect()
    }
}

impl Default for Precision {
    fn default() -> Self {
        Self::WHOLE
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_difference_is_that_of_the_figures_shown() {
        // 82.4 → 83.6 reads 82 → 84.
        assert_eq!(Precision::WHOLE.difference(82.4, 83.6), 2.0);
        assert_eq!(Precision::WHOLE.difference(83.6, 82.4), -2.0);
        assert_eq!(Precision::WHOLE.difference(82.4, 82.6), 1.0);
        assert_eq!(Precision::WHOLE.difference(82.6, 83.4), 0.0);
        assert_eq!(
            number::dollars_in_millions(Precision::MILLIONS.difference(0.14e6, 0.36e6), Lang::En),
            "$0.3M"
        );
        assert!(Precision::WHOLE.difference(f64::NAN, 1.0).is_nan());
    }

    #[test]
    fn parts_sum_to_the_difference_shown() {
        // 501.6 → 400.9 reads 502 → 401: −101, of which −100.4 and −0.3.
        assert_eq!(
            Precision::WHOLE.parts(&[-100.4, 0.0, -0.3], 501.6, 400.9),
            [-101.0, 0.0, 0.0]
        );
        assert_eq!(Precision::WHOLE.parts(&[0.0], 3.0, 3.0), [0.0]);
        assert_eq!(Precision::WHOLE.parts(&[], 3.0, 3.0), [0.0; 0]);
    }

    #[test]
    fn rounded_parts_that_miss_their_total_are_seen() {
        // 8.36 + 0.36 + 0.06 = 8.78: shown 8.4 + 0.4 + 0.1 for 8.8.
        assert!(Precision::TENTHS.misses(&[8.36, 0.36, 0.06], 8.78));
        assert!(!Precision::TENTHS.misses(&[8.4, 0.4, 0.1], 8.9));
        assert!(!Precision::TENTHS.misses(&[], 0.0));
    }

    proptest! {
        /// The figures are read back from their text, so that the rule holds for what is read, not only for what is computed.
        #[test]
        fn the_reader_s_own_subtraction_agrees(from in -1e5..1e5_f64, to in -1e5..1e5_f64) {
            let read = |v: f64| number::decimal(v, 1, Lang::En).replace(',', "").replace(number::MINUS, "-").parse::<f64>().unwrap_or(f64::NAN);
            let shown = Precision::TENTHS.difference(from, to);
            prop_assert!((read(to) - read(from) - shown).abs() < 1e-6, "{from} {to} {shown}");
        }

        #[test]
        fn parts_are_near_what_they_are_and_sum_to_the_whole(from in -1e3..1e3_f64, parts in prop::collection::vec(-40.0..40.0_f64, 1..14)) {
            let to = from + parts.iter().sum::<f64>();
            let shown = Precision::WHOLE.parts(&parts, from, to);
            prop_assert_eq!(shown.iter().sum::<f64>(), Precision::WHOLE.difference(from, to));
            for (shown, part) in shown.iter().zip(&parts) {
                prop_assert!((shown - part).abs() <= 1.0, "{shown} for {part}");
                prop_assert!(shown * part >= 0.0, "{shown} for {part}");
            }
        }
    }
}
