//! The price index of the province: one year's dollars in another's, and how each year's value is known.

use std::collections::BTreeMap;

use super::files::PricesFile;

/// How the index of a year is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndexBasis {
    /// A published annual average of consumer prices.
    Published,
    /// Between two published years, at a constant rate of growth.
    Interpolated {
        /// The published year before.
        before: i32,
        /// The published year after.
        after: i32,
    },
    /// The year before, moved by the growth of the implicit deflator of GDP.
    Deflator,
    /// The year before, moved by the factor that indexes the personal income tax, which follows consumer prices with a lag.
    Indexation,
}

/// An index of prices, one value a year without gaps.
///
/// Published annual averages of consumer prices stand as they are. A year missing between two of them is interpolated: `I_t = I_a·(I_b/I_a)^((t − a)/(b − a))`.
/// After the last one the index follows the implicit deflator of GDP while it is known, then the indexation factors of the personal income tax.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PriceIndex {
    years: BTreeMap<i32, (f64, IndexBasis)>,
}

impl PriceIndex {
    /// Builds the index from the series of the assets; a year without any way to know it ends the index.
    pub fn new(file: &PricesFile) -> Self {
        let published = &file.cpi_annual.values;
        let mut years = BTreeMap::new();
        for ((a, low), (b, high)) in published.iter().zip(published.iter().skip(1)) {
            years.insert(*a, (*low, IndexBasis::Published));
            for year in a + 1..*b {
                let part = f64::from(year - a) / f64::from(b - a);
                let basis = IndexBasis::Interpolated { before: *a, after: *b };
                years.insert(year, (low * (high / low).powf(part), basis));
            }
        }
        let Some((last, value)) = published.last_key_value() else {
            return Self::default();
        };
        years.insert(*last, (*value, IndexBasis::Published));
        let (mut year, mut value) = (*last + 1, *value);
        let series = [
            (&file.gdp_deflator_growth.values, IndexBasis::Deflator),
            (&file.tax_indexation.values, IndexBasis::Indexation),
        ];
        while let Some((growth, basis)) = series.iter().find_map(|(s, basis)| Some((s.get(&year)?, *basis))) {
            value *= 1.0 + growth;
            years.insert(year, (value, basis));
            year += 1;
        }
        Self { years }
    }

    /// Returns what one dollar of `from` is in dollars of `to`: `I_to ÷ I_from`; nothing when a year is unknown.
    pub fn factor(&self, from: i32, to: i32) -> Option<f64> {
        if from == to {
            return Some(1.0);
        }
        Some(self.years.get(&to)?.0 / self.years.get(&from)?.0)
    }

    /// Returns what one dollar of `from` is in dollars of `to`, with prices rising at `inflation` a year outside the known years.
    ///
    /// For money that is still to be paid or received; a price year that a user states must be a known one.
    pub fn factor_beyond(&self, from: i32, to: i32, inflation: f64) -> f64 {
        self.extended(to, inflation) / self.extended(from, inflation)
    }

    fn extended(&self, year: i32, inflation: f64) -> f64 {
        let (Some((first, (low, _))), Some((last, (high, _)))) =
            (self.years.first_key_value(), self.years.last_key_value())
        else {
            return (1.0 + inflation).powi(year);
        };
        match self.years.get(&year) {
            Some((value, _)) => *value,
            None if year < *first => low * (1.0 + inflation).powi(year - first),
            None => high * (1.0 + inflation).powi(year - last),
        }
    }

    /// Returns how a year's value is known.
    pub fn basis(&self, year: i32) -> Option<IndexBasis> {
        self.years.get(&year).map(|(_, basis)| *basis)
    }

    /// Returns the first and the last known year.
    pub fn span(&self) -> Option<(i32, i32)> {
        Some((*self.years.first_key_value()?.0, *self.years.last_key_value()?.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::library::Library;

    #[test]
    fn published_years_stand_as_they_are_and_the_others_say_how_they_are_known() {
        let library = Library::embedded().unwrap_or_else(|p| unreachable!("{p:?}"));
        let index = &library.price_index;
        let close = |found: Option<f64>, expected: f64| {
            let found = found.unwrap_or(f64::NAN);
            assert!((found - expected).abs() < 1e-12, "{found} is not {expected}");
        };
        close(index.factor(2020, 2021), 137.8 / 132.8);
        assert_eq!(index.basis(2020), Some(IndexBasis::Published));
        // 2016 → 2019: three equal steps of growth.
        close(index.factor(2016, 2018), (131.7_f64 / 125.6).powf(2.0 / 3.0));
        assert_eq!(
            index.basis(2018),
            Some(IndexBasis::Interpolated {
                before: 2016,
                after: 2019
            })
        );
        close(index.factor(2021, 2023), 1.051 * 1.044);
        close(index.factor(2024, 2026), 1.0285 * 1.0205);
        assert_eq!(index.basis(2026), Some(IndexBasis::Indexation));
        assert_eq!(index.factor(2021, 2027), None);
        assert_eq!(index.span(), Some((2010, 2026)));
        close(Some(index.factor_beyond(2026, 2028, 0.02)), 1.0404);
        close(
            Some(index.factor_beyond(2028, 2021, 0.02) * index.factor_beyond(2021, 2028, 0.02)),
            1.0,
        );
    }
}
