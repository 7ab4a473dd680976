//! Quantities with their unit in their type, so that k$ never passes for $, nor job-years for jobs.
//!
//! Only operations that mean something exist: dollars add to dollars and divide into a plain ratio, job-years become jobs only
//! over a number of years. Inside the engine's matrices plain `f64` is right; these types stand at its boundaries.

use std::iter::Sum;
use std::ops::{Add, Div, Mul, Neg, Sub};

macro_rules! quantity {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
        pub struct $name(f64);

        impl $name {
            /// Wraps a number already expressed in this unit.
            pub const fn new(value: f64) -> Self {
                Self(value)
            }

            /// Returns the number in this unit.
            pub const fn get(self) -> f64 {
                self.0
            }
        }

        impl Add for $name {
            type Output = Self;
            fn add(self, other: Self) -> Self {
                Self(self.0 + other.0)
            }
        }

        impl Sub for $name {
            type Output = Self;
            fn sub(self, other: Self) -> Self {
                Self(self.0 - other.0)
            }
        }

        impl Neg for $name {
            type Output = Self;
            fn neg(self) -> Self {
                Self(-self.0)
            }
        }

        impl Mul<f64> for $name {
            type Output = Self;
            fn mul(self, factor: f64) -> Self {
                Self(self.0 * factor)
            }
        }

        impl Div for $name {
            type Output = f64;
            fn div(self, other: Self) -> f64 {
                self.0 / other.0
            }
        }
    };
}

quantity! {
    /// Dollars of a stated price year.
    Dollars
}
quantity! {
    /// Dollars of the year in which they are paid: what is written on the cheque. They never add to dollars of a price year, nor to present values:
    ///
    /// ```compile_fail
    /// use retombees::units::{Dollars, NominalDollars};
    /// let sum = NominalDollars::new(1.0) + Dollars::new(1.0);
    /// ```
    ///
    /// ```
    /// use retombees::units::NominalDollars;
    /// let sum = NominalDollars::new(1.0) + NominalDollars::new(1.0);
    /// assert_eq!(sum.get(), 2.0);
    /// ```
    NominalDollars
}
quantity! {
    /// What money of another year is worth in the base year, in dollars of a stated price year.
    PresentValue
}
quantity! {
    /// A flow of work: one payroll job held one year.
    JobYears
}
quantity! {
    /// A stock of work: payroll jobs held at a time. It has no `Sum`: jobs of several years never add up.
    Jobs
}
quantity! {
    /// A length of time in years.
    Years
}

impl Dollars {
    /// Wraps an amount given in millions.
    pub const fn from_millions(millions: f64) -> Self {
        Self(millions * 1e6)
    }

    /// Returns the amount in millions.
    pub const fn millions(self) -> f64 {
        self.0 / 1e6
    }
}

impl Sum for Dollars {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::default(), Add::add)
    }
}

impl Sum for JobYears {
    fn sum<I: Iterator<Item = Self>>(iter: I) -> Self {
        iter.fold(Self::default(), Add::add)
    }
}

impl JobYears {
    /// Returns the jobs held on average when this much work is spread over `span`; none when the span is not positive.
    ///
    /// ```
    /// use retombees::units::{JobYears, Years};
    /// assert_eq!(JobYears::new(10.0).average_jobs_over(Years::new(2.0)).get(), 5.0);
    /// ```
    pub fn average_jobs_over(self, span: Years) -> Jobs {
        if span.get() > 0.0 {
            Jobs::new(self.0 / span.get())
        } else {
            Jobs::default()
        }
    }
}

impl Jobs {
    /// Returns the work done when these jobs are held for `span`.
    ///
    /// Jobs of several years have no sum, job-years have:
    ///
    /// ```compile_fail
    /// use retombees::units::{Jobs, Years};
    /// let years = [Jobs::new(102.0), Jobs::new(102.0)];
    /// let total: Jobs = years.into_iter().sum();
    /// ```
    ///
    /// ```
    /// use retombees::units::{JobYears, Years};
    /// let years = [JobYears::new(102.0), JobYears::new(102.0)];
    /// let total: JobYears = years.into_iter().sum();
    /// assert_eq!(total.get(), 204.0);
    /// ```
    pub fn held_for(self, span: Years) -> JobYears {
        JobYears::new(self.0 * span.get())
    }
}

/// A share between 0 and 1, both included.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd)]
pub struct Share(f64);

impl Share {
    /// Returns the share when `value` is a number between 0 and 1.
    pub fn new(value: f64) -> Option<Self> {
        (0.0..=1.0).contains(&value).then_some(Self(value))
    }

    /// Returns the fraction, between 0 and 1.
    pub const fn get(self) -> f64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_refuse_what_is_not_a_fraction() {
        assert_eq!(Share::new(1.2), None);
        assert_eq!(Share::new(f64::NAN), None);
        assert_eq!(Share::new(0.35).map(Share::get), Some(0.35));
    }

    #[test]
    fn no_jobs_over_no_time() {
        assert_eq!(JobYears::new(3.0).average_jobs_over(Years::new(0.0)).get(), 0.0);
    }
}
