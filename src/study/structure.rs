//! What depends on the region and the method but not on the project: built once, reused while a slider moves.

use std::sync::Arc;

use super::PhaseStudy;
use super::law::Law;
use crate::data::library::Library;
use crate::data::territories::{Structure as Origin, Territory};
use crate::engine::account::Account;
use crate::engine::fiscal::rates::FiscalSettings;
use crate::engine::households::{Closure, HouseholdRules};
use crate::engine::impact::ImpactModel;
use crate::engine::regional::{Quotient, StudyRegion};
use crate::problem::{Problem, What};
use crate::scenario::{Households, Method, Scenario};

/// How many structures are kept: enough to compare regions and methods without factoring again.
const KEPT: usize = 6;

/// Parameter values as one scenario has them.
#[derive(Clone, Debug, PartialEq)]
pub struct Values {
    /// τ: product taxes in purchases.
    pub product_tax: f64,
    /// Employers' contributions ÷ wages.
    pub contributions_ratio: f64,
    /// t: personal taxes and contributions ÷ wages, one rate for all; used where the user sets it, or where the data hold no law.
    pub household_tax: f64,
    /// Whether the user set it.
    pub own_household_tax: bool,
    /// s: saving ÷ disposable income.
    pub saving: f64,
    /// τ_c: product taxes in consumption.
    pub consumption_tax: f64,
    /// g: government's part of final consumption.
    pub government_share: f64,
    /// r·β: the part of new after-tax pay that only replaces income support.
    pub already_received: f64,
    /// Residents' part of a region's jobs.
    pub resident_share: f64,
    /// The project's local hiring, by default.
    pub local_hiring: f64,
    /// Taxes on production ÷ GDP.
    pub production_tax: f64,
    /// The project's payroll levies ÷ wages; used where the user sets them, or where the data hold no law.
    pub payroll_levies: f64,
    /// Whether the user set them.
    pub own_payroll_levies: bool,
    /// What no law gives: the spread of wages, the payroll of suppliers, how taxes divide.
    pub fiscal: FiscalSettings,
    /// Growth of prices a year after the last known index.
    pub inflation: f64,
    /// Jobs per family.
    pub earners_per_family: f64,
    /// Real discount rate.
    pub discount: f64,
    /// Nominal rate at which the company would borrow without support.
    pub market_rate: f64,
    /// Nominal rate of a public loan, when not stated.
    pub loan_rate: f64,
    /// Years of a public loan, when not stated.
    pub loan_term: f64,
    /// Years in which a public loan pays interest alone, when not stated.
    pub loan_moratorium: f64,
    /// The part of public equity counted as lost, when not stated.
    pub equity_loss: f64,
    /// The part of outstanding loans and equity lost at an early closure.
    pub closure_loss: f64,
    /// Growth of labour productivity a year.
    pub productivity: f64,
    /// δ of Flegg's quotient.
    pub delta: f64,
    /// Hours of a construction worker in a year.
    pub site_hours: f64,
    /// Hours of a full year.
    pub full_hours: f64,
    /// Share of local output above which local purchases are doubtful.
    pub capacity_warning: f64,
    /// Share of the unemployed above which the residents needed are doubtful.
    pub labour_warning: f64,
    /// The part of the project's posts left each year.
    pub replacement: f64,
}

impl Values {
    /// Takes each parameter from the scenario where the user changed it, from the assets otherwise.
    pub fn of(scenario: &Scenario, library: &Library) -> Self {
        let v = |id: &str| {
            let own = scenario.parameters.get(id).map(|i| i.value);
            own.or_else(|| library.parameter(id).map(|p| p.value)).unwrap_or(0.0)
        };
        let own = |id: &str| scenario.parameters.contains_key(id);
        Self {
            product_tax: v("product_tax_in_purchases"),
            contributions_ratio: v("contributions_ratio"),
            household_tax: v("household_tax_rate"),
            own_household_tax: own("household_tax_rate"),
            saving: v("saving_rate"),
            consumption_tax: v("product_tax_in_consumption"),
            government_share: v("government_share_of_consumption"),
            already_received: v("share_on_income_support") * v("support_over_new_pay"),
            resident_share: v("resident_share"),
            local_hiring: v("local_hiring_share"),
            production_tax: v("production_tax_share_of_gdp"),
            payroll_levies: v("project_payroll_levies"),
            own_payroll_levies: own("project_payroll_levies"),
            fiscal: FiscalSettings {
                wage_spread: v("wage_spread"),
                supplier_payroll: v("supplier_payroll"),
                taxable_surplus_share: v("taxable_surplus_share"),
                federal_share_of_product_taxes: v("federal_share_of_product_taxes"),
                municipal_share_of_production_taxes: v("municipal_share_of_production_taxes"),
            },
            inflation: v("inflation_after_series"),
            earners_per_family: v("earners_per_family"),
            discount: v("discount_rate"),
            market_rate: v("market_loan_rate"),
            loan_rate: v("default_loan_rate"),
            loan_term: v("default_loan_term"),
            loan_moratorium: v("default_loan_moratorium"),
            equity_loss: v("equity_loss_share"),
            closure_loss: v("closure_loss_share"),
            productivity: v("productivity_growth"),
            delta: scenario.model.delta.unwrap_or_else(|| v("flq_delta")),
            site_hours: v("ccq_hours"),
            full_hours: v("standard_year_hours"),
            capacity_warning: v("capacity_warning_share"),
            labour_warning: v("labour_warning_share"),
            replacement: v("replacement_rate"),
        }
    }

    /// Returns the numbers that change the models, bit by bit; the others only change how they are used.
    fn key(&self) -> Vec<u64> {
        [
            self.product_tax,
            self.contributions_ratio,
            self.household_tax,
            self.saving,
            self.consumption_tax,
            self.government_share,
            self.already_received,
            self.resident_share,
            self.production_tax,
            self.delta,
            self.fiscal.wage_spread,
            self.fiscal.supplier_payroll,
            self.fiscal.taxable_surplus_share,
            self.fiscal.federal_share_of_product_taxes,
            self.fiscal.municipal_share_of_production_taxes,
            self.inflation,
            f64::from(u8::from(self.own_household_tax)),
        ]
        .iter()
        .map(|v| v.to_bits())
        .collect()
    }
}

/// A study region with its factored models.
pub struct Structure {
    /// The region carved out of its province.
    pub region: StudyRegion,
    /// The models.
    pub model: ImpactModel,
    /// The account of whole provinces behind the region.
    pub base: Arc<Account>,
    /// Position of the province in that account.
    pub province: usize,
    /// The law of taxes and contributions; nothing where the data hold none for the province.
    pub law: Option<Law>,
}

/// The models and parameters of one scenario.
pub(super) struct Prepared {
    pub(super) structure: Arc<Structure>,
    pub(super) values: Values,
}

impl Prepared {
    /// Returns t over all industries of the province, by their wages; nothing where the data hold no law.
    pub(super) fn mean_personal_rate(&self) -> Option<f64> {
        let s = &self.structure;
        let rates = s.law.as_ref()?.rates.personal();
        let n = s.base.industries().len();
        let first = s.province * n;
        let pay = |j: usize| s.base.per_dollar().compensation[first + j] * s.base.gross_output()[first + j];
        let total: f64 = (0..n).map(pay).sum();
        let taxed: f64 = rates.iter().enumerate().map(|(j, t)| t * pay(j)).sum();
        (total > 0.0).then(|| taxed / total)
    }

    /// Returns the payroll levies of the project per dollar of its wages; nothing where the data hold no law, or without a phase of operation.
    pub(super) fn project_levies(&self, phases: &[PhaseStudy]) -> Option<f64> {
        let project = phases.iter().find_map(|p| p.project)?;
        let law = self.structure.law.as_ref()?;
        let rates = law.project(project.industry, project.jobs, project.wages, &self.values)?;
        Some(rates.rates().payroll_levies())
    }
}

impl std::fmt::Debug for Structure {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Structure")
            .field("region", &self.region)
            .finish_non_exhaustive()
    }
}

#[derive(Clone, PartialEq)]
struct Key {
    region: String,
    method: Method,
    households: Households,
    law_year: i32,
    values: Vec<u64>,
}

/// Structures and accounts already built.
#[derive(Default)]
pub struct Cache {
    accounts: Vec<(u64, Arc<Account>)>,
    structures: Vec<(Key, Arc<Structure>)>,
}

impl Cache {
    /// Returns a cache with the same accounts of whole provinces and no structure: for one computation whose models are not to be kept.
    pub(super) fn accounts_only(&self) -> Self {
        Self {
            accounts: self.accounts.clone(),
            structures: Vec::new(),
        }
    }

    /// Returns the models and parameters of a scenario; the models are built when they are not at hand.
    pub(super) fn prepare(&mut self, scenario: &Scenario, library: &Library) -> Result<Prepared, Vec<Problem>> {
        let values = Values::of(scenario, library);
        let key = Key {
            region: scenario.region.to_string(),
            method: scenario.model.method,
            households: scenario.model.households,
            law_year: Law::year_asked(scenario, library),
            values: values.key(),
        };
        let structure = match self.structures.iter().position(|(k, _)| *k == key) {
            // The most recently used stands last, so that the oldest is dropped first.
            Some(at) => self.structures.remove(at).1,
            None => self.build(scenario, library, &values)?,
        };
        if self.structures.len() >= KEPT {
            self.structures.remove(0);
        }
        self.structures.push((key, structure.clone()));
        Ok(Prepared { structure, values })
    }

    fn build(
        &mut self,
        scenario: &Scenario,
        library: &Library,
        values: &Values,
    ) -> Result<Arc<Structure>, Vec<Problem>> {
        let base = self.account(library, values.product_tax)?;
        let code = scenario.region.as_str();
        let territory = library.territory(code).ok_or_else(|| {
            vec![Problem::new(
                "region",
                What::UnknownRegion {
                    code: code.to_owned(),
                    nearest: None,
                },
            )]
        })?;
        let province = base.region(territory.province.as_str()).ok_or_else(|| {
            vec![Problem::new(
                "region",
                What::UnknownRegion {
                    code: territory.province.to_string(),
                    nearest: None,
                },
            )]
        })?;
        let method = match scenario.model.method {
            Method::Slq => Quotient::Simple,
            Method::Cilq => Quotient::CrossIndustry,
            Method::Flq => Quotient::Flegg { delta: values.delta },
            Method::Aflq => Quotient::AugmentedFlegg { delta: values.delta },
        };
        let region = match &territory.sigma {
            None => StudyRegion::province(&base, province),
            Some(sigma) => StudyRegion::carve(&base, province, &scenario.region, sigma, method)?,
        };
        let law = Law::new(Law::year_asked(scenario, library), province, &base, library, values)?;
        let flat = vec![values.household_tax; base.industries().len()];
        let tax_rate = match &law {
            Some(law) if !values.own_household_tax => law.rates.personal(),
            _ => flat,
        };
        let at = |code: &str| library.economy.industry(code);
        let rules = HouseholdRules {
            contributions_ratio: values.contributions_ratio,
            tax_rate,
            saving_rate: values.saving,
            product_tax: values.consumption_tax,
            government_share: values.government_share,
            public_industries: ["61", "62", "8A"].iter().filter_map(|c| at(c)).collect(),
            housing: at("53"),
            resident_share: values.resident_share,
            already_received: values.already_received,
        };
        let closure = match scenario.model.households {
            Households::None => Closure::None,
            Households::Closed => Closure::Closed,
            Households::Net => Closure::Net,
        };
        let model = ImpactModel::new(&region, closure, rules, values.production_tax)
            .map_err(|what| vec![Problem::new("", what)])?;
        Ok(Arc::new(Structure {
            region,
            model,
            base,
            province,
            law,
        }))
    }

    /// Returns the account of whole provinces for one τ.
    pub fn account(&mut self, library: &Library, product_tax: f64) -> Result<Arc<Account>, Vec<Problem>> {
        let bits = product_tax.to_bits();
        if let Some((_, account)) = self.accounts.iter().find(|(b, _)| *b == bits) {
            return Ok(account.clone());
        }
        let account = Arc::new(library.economy.account(product_tax)?);
        if self.accounts.len() >= KEPT {
            self.accounts.remove(0);
        }
        self.accounts.push((bits, account.clone()));
        Ok(account)
    }
}

/// Warns that a region has no structure of its own.
pub(super) fn missing_structure(territory: &Territory) -> Option<Problem> {
    matches!(territory.structure, Origin::Province | Origin::Scaled(_)).then(|| {
        Problem::new(
            "region",
            What::RegionWithoutStructure {
                region: territory.code.to_string(),
            },
        )
    })
}
