//! The three ways to say an amount of another year: constant dollars, nominal dollars, present value.

use super::structure::Values;
use crate::data::library::Library;
use crate::engine::present_value::discount_factor;
use crate::units::{Dollars, NominalDollars, PresentValue};

/// What turns constant dollars of the data year into money of their own year, and into what they are worth at the start of the project.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MoneyRules {
    /// The year of constant dollars.
    pub data_year: i32,
    /// The year present values are brought to: the first of the project or of its support.
    pub base_year: i32,
    /// Real discount rate.
    pub discount: f64,
    first: i32,
    // Dollars of each year in one dollar of the data year.
    index: Vec<f64>,
}

impl MoneyRules {
    /// Takes the index of every year from `first` to `last`; both inside what a scenario may state.
    pub(super) fn new(library: &Library, values: &Values, first: i32, last: i32) -> Self {
        let data_year = library.economy.data_year;
        let factor = |year| library.price_index.factor_beyond(data_year, year, values.inflation);
        Self {
            data_year,
            base_year: first,
            discount: values.discount,
            first,
            index: (first..=last).map(factor).collect(),
        }
    }

    /// Returns dollars of `year` per dollar of the data year; years outside the project have those of its nearest end.
    pub fn index(&self, year: i32) -> f64 {
        let last = self.index.len().saturating_sub(1);
        let at = usize::try_from(year - self.first).unwrap_or(0).min(last);
        self.index.get(at).copied().unwrap_or(1.0)
    }

    /// Returns an amount in the money of its year: what will be written on the cheque.
    pub fn nominal(&self, constant: Dollars, year: i32) -> NominalDollars {
        NominalDollars::new(constant.get() * self.index(year))
    }

    /// Returns money of a year in constant dollars of the data year.
    pub fn constant(&self, nominal: NominalDollars, year: i32) -> Dollars {
        Dollars::new(nominal.get() / self.index(year))
    }

    /// Returns what an amount of `year` is worth in the base year: `constant / (1 + r)^(year − base)`, r the real discount rate.
    pub fn present(&self, constant: Dollars, year: i32) -> PresentValue {
        PresentValue::new(constant.get() * discount_factor(self.discount, year - self.base_year))
    }
}
