//! The law of taxes and contributions as a study applies it: one year's rules, on the wages of every industry of the province.

use super::structure::Values;
use crate::data::library::Library;
use crate::data::taxes::{Fallback, payroll_sectors};
use crate::engine::account::Account;
use crate::engine::fiscal::rates::{IndustryPay, LevyRates, ProjectRates};
use crate::engine::fiscal::rules::{PayrollSector, TaxRules};
use crate::problem::Problem;
use crate::scenario::Scenario;

/// The province whose law the data hold.
const PROVINCE: &str = "QC";

/// The rules of one year, with what they take of a dollar in each industry.
#[derive(Clone, Debug, PartialEq)]
pub struct Law {
    /// The year asked for.
    pub asked: i32,
    /// The year of the brackets used, and of the law's dollars.
    pub year: i32,
    /// Figures taken from another year than the one asked for.
    pub fallbacks: Vec<Fallback>,
    /// The rules.
    pub rules: TaxRules,
    /// Levies per dollar of their base, by industry.
    pub rates: LevyRates,
    /// Dollars of the law's year in one dollar of the data year: wages meet the brackets in the dollars of these.
    pub dollars: f64,
    sectors: Vec<PayrollSector>,
}

impl Law {
    /// Returns the year of the law that a scenario asks for: the one stated, or the first year of operation, or the first year of all.
    pub(super) fn year_asked(scenario: &Scenario, library: &Library) -> i32 {
        let operation = || scenario.phases.iter().filter(|p| !p.is_construction());
        let first = operation().map(|p| p.start).min();
        let any = scenario.phases.iter().map(|p| p.start).min();
        let stated = scenario.model.law_year;
        stated.or(first).or(any).unwrap_or(library.economy.data_year)
    }

    /// Applies the law of a year to the industries of a province; nothing where the data hold no law for it.
    ///
    /// The wage of industry j is `compensation_j / (1 + contributions) / jobs_j` of the province's account, per payroll job; an industry
    /// without jobs has the mean wage of all.
    pub(super) fn new(
        asked: i32,
        province: usize,
        account: &Account,
        library: &Library,
        values: &Values,
    ) -> Result<Option<Self>, Vec<Problem>> {
        let codes = || account.industries().iter().map(|i| i.as_str());
        let sectors = payroll_sectors(codes(), &library.regions);
        let known = account.regions().get(province).is_some_and(|r| r.as_str() == PROVINCE);
        if !known || library.regions.province != PROVINCE {
            return Ok(None);
        }
        let found = library.taxes.rules(asked);
        let brackets = found.fallbacks.iter().find(|f| f.parameter == "quebec_brackets");
        let year = brackets.map_or(asked, |f| f.used);
        let dollars = library
            .price_index
            .factor_beyond(library.economy.data_year, year, values.inflation);
        let n = account.industries().len();
        let per_dollar = account.per_dollar();
        let cells = province * n..(province + 1) * n;
        let pay = |k: usize| per_dollar.compensation[k] / (1.0 + values.contributions_ratio);
        let output = account.gross_output();
        let (wages, jobs) = cells.clone().fold((0.0, 0.0), |(w, j), k| {
            (w + pay(k) * output[k], j + per_dollar.jobs[k] * output[k])
        });
        let mean = if jobs > 0.0 { wages / jobs } else { 1.0 };
        let industries: Vec<IndustryPay> = cells
            .zip(&sectors)
            .map(|(k, sector)| {
                let own = if per_dollar.jobs[k] > 0.0 {
                    pay(k) / per_dollar.jobs[k]
                } else {
                    0.0
                };
                IndustryPay {
                    mean_wage: dollars * if own > 0.0 { own } else { mean },
                    sector: *sector,
                }
            })
            .collect();
        let rates = LevyRates::new(&found.rules, &values.fiscal, &industries)?;
        Ok(Some(Self {
            asked,
            year,
            fallbacks: found.fallbacks,
            rules: found.rules,
            rates,
            dollars,
            sectors,
        }))
    }

    /// Returns the health services fund's rate for a small payroll in an industry's sector.
    pub(super) fn low_health_rate(&self, industry: usize) -> f64 {
        let sector = self.sectors.get(industry).copied().unwrap_or_default();
        self.rules.fss_rate(0.0, sector)
    }

    /// Returns what the project pays per dollar of each base, at its own wage and payroll; nothing without jobs or pay.
    ///
    /// * `wages`: of all its jobs, dollars of the data year.
    pub(super) fn project(&self, industry: usize, jobs: f64, wages: f64, values: &Values) -> Option<ProjectRates> {
        let sector = *self.sectors.get(industry)?;
        if !(jobs > 0.0 && wages > 0.0) {
            return None;
        }
        ProjectRates::new(&self.rules, &values.fiscal, self.dollars * wages / jobs, jobs, sector).ok()
    }
}
