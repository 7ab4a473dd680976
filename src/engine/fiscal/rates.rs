//! Levies per dollar of their base, by industry and for the project, and the revenue they bring.
//!
//! The schedule is Québec's: use it for jobs located in Québec. Rates are worked out once; revenue is then a sum of products.

use super::rules::{PayrollSector, TaxRules};
use super::spread::WageSpread;
use super::{Base, Levy, Revenue};
use crate::problem::{Problem, What};

/// The choices that no law gives, all parameters with a source or the word assumption in the assets.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FiscalSettings {
    /// σ: standard deviation of the logarithm of wages inside an industry.
    pub wage_spread: f64,
    /// Payroll of a typical supplier, dollars: its class of health services fund and of training.
    pub supplier_payroll: f64,
    /// Part of surplus and mixed income that bears corporate tax.
    pub taxable_surplus_share: f64,
    /// Part of product taxes that goes to the federal government.
    pub federal_share_of_product_taxes: f64,
    /// Part of taxes on production, payroll levies taken out, that goes to municipalities.
    pub municipal_share_of_production_taxes: f64,
}

impl FiscalSettings {
    /// Returns what is wrong: shares outside 0 to 1, a negative or missing number.
    fn problems(&self) -> Vec<Problem> {
        let share = |name: &str, value: f64| {
            let place = format!("parameters.{name}");
            match value {
                v if !v.is_finite() => Some(Problem::new(place, What::NotFinite)),
                v if !(0.0..=1.0).contains(&v) => Some(Problem::new(
                    place,
                    What::OutOfRange {
                        value: v,
                        low: 0.0,
                        high: 1.0,
                    },
                )),
                _ => None,
            }
        };
        [
            positive("parameters.wage_spread", self.wage_spread),
            positive("parameters.supplier_payroll", self.supplier_payroll),
            share("taxable_surplus_share", self.taxable_surplus_share),
            share("federal_share_of_product_taxes", self.federal_share_of_product_taxes),
            share(
                "municipal_share_of_production_taxes",
                self.municipal_share_of_production_taxes,
            ),
        ]
        .into_iter()
        .flatten()
        .collect()
    }
}

fn positive(place: &str, value: f64) -> Option<Problem> {
    if !value.is_finite() {
        Some(Problem::new(place, What::NotFinite))
    } else if value < 0.0 {
        Some(Problem::new(place, What::Negative { value }))
    } else {
        None
    }
}

/// The bases of one payer, dollars of the account; what is below 0 bears nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bases {
    /// Wages and salaries before tax.
    pub wages: f64,
    /// Surplus and mixed income.
    pub surplus: f64,
    /// Taxes on production, payroll levies included.
    pub production_taxes: f64,
    /// Taxes on products.
    pub product_taxes: f64,
}

/// What one payer, an industry or the project, pays per dollar of each base.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PayerRates {
    rates: [f64; Levy::ALL.len()],
}

impl PayerRates {
    /// Works out the rates of a payer.
    ///
    /// Levies on wages = their mean over the spread of wages around `mean_wage`, ÷ `mean_wage`. Corporate rate = general rate × taxable
    /// share. Product and production taxes = shares of the account's own totals.
    ///
    /// * `mean_wage`: dollars of the law's year per job, above 0.
    /// * `payroll`: of one employer, dollars of the law's year.
    fn new(
        rules: &TaxRules,
        settings: &FiscalSettings,
        spread: &WageSpread,
        mean_wage: f64,
        payroll: f64,
        sector: PayrollSector,
    ) -> Self {
        let class = rules.payroll_class(payroll, sector);
        let mean = spread.mean(mean_wage, |wage| {
            let (e, r) = (rules.employee(wage), rules.employer(wage, class));
            [
                e.federal_tax,
                e.quebec_tax,
                e.qpp,
                e.qpip,
                e.ei,
                r.qpp,
                r.qpip,
                r.ei,
                r.cnesst,
                r.fss,
                r.standards,
                r.training,
            ]
        });
        let [
            federal_tax,
            quebec_tax,
            qpp,
            qpip,
            ei,
            employer_qpp,
            employer_qpip,
            employer_ei,
            cnesst,
            fss,
            standards,
            training,
        ] = mean.map(|dollars| dollars / mean_wage);
        let rates = Levy::ALL.map(|levy| match levy {
            Levy::FederalIncomeTax => federal_tax,
            Levy::QuebecIncomeTax => quebec_tax,
            Levy::EmployeeQpp => qpp,
            Levy::EmployeeQpip => qpip,
            Levy::EmployeeEi => ei,
            Levy::EmployerQpp => employer_qpp,
            Levy::EmployerQpip => employer_qpip,
            Levy::EmployerEi => employer_ei,
            Levy::Cnesst => cnesst,
            Levy::HealthFund => fss,
            Levy::LabourStandards => standards,
            Levy::Training => training,
            Levy::FederalCorporateTax => settings.taxable_surplus_share * rules.federal_corporate.general,
            Levy::QuebecCorporateTax => settings.taxable_surplus_share * rules.quebec_corporate.general,
            Levy::FederalProductTax => settings.federal_share_of_product_taxes,
            Levy::QuebecProductTax => 1.0 - settings.federal_share_of_product_taxes,
            Levy::MunicipalTax => settings.municipal_share_of_production_taxes,
            Levy::QuebecProductionTax => 1.0 - settings.municipal_share_of_production_taxes,
        });
        Self { rates }
    }

    /// Returns a levy per dollar of its base: of wages for `Base::Wages`, `Base::Compensation` and `Base::Payroll`.
    pub fn rate(&self, levy: Levy) -> f64 {
        self.rates[levy as usize]
    }

    /// Returns t: personal taxes and contributions per dollar of wages.
    pub fn personal(&self) -> f64 {
        self.sum(Base::Wages)
    }

    /// Returns employers' public contributions per dollar of wages, inside compensation.
    pub fn contributions(&self) -> f64 {
        self.sum(Base::Compensation)
    }

    /// Returns health services fund, labour standards and training per dollar of wages, inside taxes on production.
    pub fn payroll_levies(&self) -> f64 {
        self.sum(Base::Payroll)
    }

    fn sum(&self, base: Base) -> f64 {
        Levy::ALL
            .iter()
            .filter(|l| l.base() == base)
            .map(|l| self.rate(*l))
            .sum()
    }

    /// Returns the revenue that bases bring, dollars of the bases.
    ///
    /// Payroll levies are named inside taxes on production: they are scaled down to that total where they pass it, and what they leave is
    /// split between municipalities and Québec. So wages, surplus, taxes on production and on products are never exceeded.
    pub fn revenue(&self, bases: &Bases) -> Revenue {
        let [wages, surplus, production, products] =
            [bases.wages, bases.surplus, bases.production_taxes, bases.product_taxes].map(|v| v.max(0.0));
        let named = wages * self.payroll_levies();
        let scale = if named > production { production / named } else { 1.0 };
        let rest = (production - named * scale).max(0.0);
        let mut out = Revenue::default();
        for levy in Levy::ALL {
            let base = match levy.base() {
                Base::Wages | Base::Compensation => wages,
                Base::Payroll => wages * scale,
                Base::Surplus => surplus,
                Base::Production => rest,
                Base::Products => products,
            };
            out.add(levy, self.rate(levy) * base);
        }
        out
    }
}

/// An industry as its employees and employers see it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct IndustryPay {
    /// Wage per job, dollars of the law's year.
    pub mean_wage: f64,
    /// Its class in the health services fund.
    pub sector: PayrollSector,
}

/// Bases by industry; slices may have one more slot than industries, for what no industry pays.
#[derive(Clone, Copy, Debug)]
pub struct IndustryBases<'a> {
    /// Wages and salaries before tax.
    pub wages: &'a [f64],
    /// Surplus and mixed income.
    pub surplus: &'a [f64],
    /// Taxes on production.
    pub production_taxes: &'a [f64],
    /// Taxes on products.
    pub product_taxes: &'a [f64],
}

/// Levies per dollar of their base, by industry.
#[derive(Clone, Debug, PartialEq)]
pub struct LevyRates {
    industries: Vec<PayerRates>,
    outside: PayerRates,
}

impl LevyRates {
    /// Works out the rates of every industry; a mean wage outside 1 $ to 10 M$ and every setting out of bounds are
    /// refused together.
    pub fn new(rules: &TaxRules, settings: &FiscalSettings, pay: &[IndustryPay]) -> Result<Self, Vec<Problem>> {
        let mut problems = settings.problems();
        for (k, p) in pay.iter().enumerate() {
            problems.extend(wage_problem(format!("industries[{k}].mean_wage"), p.mean_wage));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let spread = WageSpread::new(settings.wage_spread);
        let rates = |wage, sector| PayerRates::new(rules, settings, &spread, wage, settings.supplier_payroll, sector);
        Ok(Self {
            industries: pay.iter().map(|p| rates(p.mean_wage, p.sector)).collect(),
            // Only product taxes are paid outside industries; the wage has no effect on their split.
            outside: rates(1.0, PayrollSector::Services),
        })
    }

    /// Returns the rates of one industry.
    pub fn industry(&self, industry: usize) -> Option<&PayerRates> {
        self.industries.get(industry)
    }

    /// Returns t by industry: personal taxes and contributions per dollar of wages.
    pub fn personal(&self) -> Vec<f64> {
        self.industries.iter().map(PayerRates::personal).collect()
    }

    /// Returns the revenue of one industry, or of the slot after the last one, where only product taxes are paid.
    pub fn revenue_of(&self, industry: usize, bases: &Bases) -> Revenue {
        match self.industries.get(industry) {
            Some(rates) => rates.revenue(bases),
            None => self.outside.revenue(&Bases {
                product_taxes: bases.product_taxes,
                ..Bases::default()
            }),
        }
    }

    /// Returns the revenue of all industries: Σ_j base_j × rate_j.
    pub fn revenue(&self, bases: &IndustryBases<'_>) -> Revenue {
        let at = |values: &[f64], k: usize| values.get(k).copied().unwrap_or(0.0);
        let mut out = Revenue::default();
        for k in 0..=self.industries.len() {
            let own = Bases {
                wages: at(bases.wages, k),
                surplus: at(bases.surplus, k),
                production_taxes: at(bases.production_taxes, k),
                product_taxes: at(bases.product_taxes, k),
            };
            out.accumulate(&self.revenue_of(k, &own), 1.0);
        }
        out
    }
}

/// What a mean annual wage may be, dollars.
const MEAN_WAGES: std::ops::RangeInclusive<f64> = 1.0..=1e7;

fn wage_problem(place: String, wage: f64) -> Option<Problem> {
    if !wage.is_finite() {
        Some(Problem::new(place, What::NotFinite))
    } else if !MEAN_WAGES.contains(&wage) {
        Some(Problem::new(
            place,
            What::OutOfRange {
                value: wage,
                low: *MEAN_WAGES.start(),
                high: *MEAN_WAGES.end(),
            },
        ))
    } else {
        None
    }
}

/// The project's own levies: its own wage, its own payroll, its own property tax.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ProjectRates {
    rates: PayerRates,
}

impl ProjectRates {
    /// Works out the rates of a project.
    ///
    /// * `mean_wage`: dollars of the law's year per job, 1 $ to 10 M$.
    /// * `jobs`: its payroll is `jobs × mean_wage`.
    pub fn new(
        rules: &TaxRules,
        settings: &FiscalSettings,
        mean_wage: f64,
        jobs: f64,
        sector: PayrollSector,
    ) -> Result<Self, Vec<Problem>> {
        let mut problems = settings.problems();
        problems.extend(wage_problem("annual_wage".into(), mean_wage));
        problems.extend(positive("jobs", jobs));
        if !problems.is_empty() {
            return Err(problems);
        }
        let spread = WageSpread::new(settings.wage_spread);
        Ok(Self {
            rates: PayerRates::new(rules, settings, &spread, mean_wage, mean_wage * jobs, sector),
        })
    }

    /// Returns the rates per dollar of each base.
    pub fn rates(&self) -> &PayerRates {
        &self.rates
    }

    /// Returns taxes on production built bottom-up: property tax + health services fund + labour standards + training, and nothing else.
    pub fn production_taxes(&self, wages: f64, property_tax: f64) -> f64 {
        property_tax.max(0.0) + wages.max(0.0) * self.rates.payroll_levies()
    }

    /// Returns the project's revenue, dollars of the bases; `production_taxes` of the bases is not read: it is built bottom-up, the property
    /// tax going to the municipality.
    pub fn revenue(&self, bases: &Bases, property_tax: f64) -> Revenue {
        let named = bases.wages.max(0.0) * self.rates.payroll_levies();
        let mut out = self.rates.revenue(&Bases {
            production_taxes: named,
            ..*bases
        });
        out.add(Levy::MunicipalTax, property_tax.max(0.0));
        out
    }
}
