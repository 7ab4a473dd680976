//! What each government receives: the levies inside the effects of a phase, by effect and by part of the province.

use super::law::Law;
use super::{PhaseStudy, Study, Territory};
use crate::engine::fiscal::rates::{Bases, ProjectRates};
use crate::engine::fiscal::{Government, Levy, LevyKind, Revenue};
use crate::engine::impact::{Effect, Impact, Measure, ProjectAccount};

/// Levies of one phase by effect and region of the province: of the whole construction, or of a year of full operation, dollars of the data year.
///
/// They are parts of what the effects already hold (wages, compensation, surplus, taxes on production and on products): never add them to GDP.
/// What activity in other provinces brings to governments is not counted.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PhaseRevenue {
    regions: usize,
    cells: Vec<Revenue>,
}

/// The project as its governments see it.
pub(super) struct TaxedProject<'a> {
    pub(super) account: &'a ProjectAccount,
    pub(super) rates: &'a ProjectRates,
    pub(super) property_tax: f64,
}

impl TaxedProject<'_> {
    /// Returns what the project pays: its property tax to the municipality; the rest of its taxes on production are its payroll levies.
    fn revenue(&self, bases: &Bases) -> Revenue {
        let mut out = self.rates.rates().revenue(&Bases {
            production_taxes: bases.production_taxes - self.property_tax,
            ..*bases
        });
        out.add(Levy::MunicipalTax, self.property_tax);
        out
    }
}

impl PhaseRevenue {
    /// Takes the levies out of the effects of a phase in the first `regions` regions, those of the province.
    ///
    /// The project itself pays at its own wage; every other payer at its industry's.
    pub(super) fn new(impact: &Impact, law: &Law, regions: usize, project: Option<&TaxedProject<'_>>) -> Self {
        let mut cells = vec![Revenue::default(); Effect::ALL.len() * regions];
        for effect in Effect::ALL {
            for region in 0..regions {
                let cell = &mut cells[effect as usize * regions + region];
                for slot in 0..=impact.industry_count() {
                    let of = |measure| impact.cell(effect, measure, region, slot);
                    let bases = Bases {
                        wages: of(Measure::Wages),
                        surplus: of(Measure::Surplus),
                        production_taxes: of(Measure::ProductionTaxes),
                        product_taxes: of(Measure::ProductTaxes),
                    };
                    let own = project.filter(|p| effect == Effect::Direct && region == 0 && slot == p.account.industry);
                    let revenue = match own {
                        Some(p) => p.revenue(&bases),
                        None => law.rates.revenue_of(slot, &bases),
                    };
                    cell.accumulate(&revenue, 1.0);
                }
            }
        }
        Self { regions, cells }
    }

    /// Returns the levies of one effect in one region of the province.
    pub fn region(&self, effect: Effect, region: usize) -> Revenue {
        if region < self.regions {
            self.cells[effect as usize * self.regions + region]
        } else {
            Revenue::default()
        }
    }
}

impl Study {
    /// Returns the levies of some effects of a phase in a territory; nothing where they are not computed: outside the province, or where its law is
    /// not in the data.
    pub fn revenue(&self, phase: &PhaseStudy, effects: &[Effect], territory: Territory) -> Option<Revenue> {
        let revenue = phase.revenue.as_ref()?;
        if matches!(territory, Territory::RestOfCountry | Territory::Country) {
            return None;
        }
        let mut out = Revenue::default();
        for effect in effects {
            for region in self.regions_of(territory) {
                out.accumulate(&revenue.region(*effect, region), 1.0);
            }
        }
        Some(out)
    }

    /// Returns the levies of all phases in one calendar year, all effects, whole province, gross.
    pub fn revenue_in_year(&self, year: i32) -> Revenue {
        let mut out = Revenue::default();
        for phase in &self.phases {
            let Some(revenue) = self.revenue(phase, &Effect::ALL, Territory::Province) else {
                continue;
            };
            out.accumulate(&revenue, phase.activity(year));
        }
        out
    }
}

/// Returns the name of a levy in files.
pub fn levy_id(levy: Levy) -> &'static str {
    match levy {
        Levy::FederalIncomeTax => "federal_income_tax",
        Levy::QuebecIncomeTax => "quebec_income_tax",
        Levy::FederalCorporateTax => "federal_corporate_tax",
        Levy::QuebecCorporateTax => "quebec_corporate_tax",
        Levy::FederalProductTax => "federal_product_tax",
        Levy::QuebecProductTax => "quebec_product_tax",
        Levy::QuebecProductionTax => "quebec_production_tax",
        Levy::MunicipalTax => "municipal_tax",
        Levy::EmployeeQpp => "employee_qpp",
        Levy::EmployerQpp => "employer_qpp",
        Levy::EmployeeQpip => "employee_qpip",
        Levy::EmployerQpip => "employer_qpip",
        Levy::EmployeeEi => "employee_ei",
        Levy::EmployerEi => "employer_ei",
        Levy::Cnesst => "cnesst",
        Levy::HealthFund => "health_fund",
        Levy::LabourStandards => "labour_standards",
        Levy::Training => "training",
    }
}

/// Returns the name of a government in files.
pub fn government_id(government: Government) -> &'static str {
    match government {
        Government::Federal => "federal",
        Government::Quebec => "quebec",
        Government::Municipal => "municipal",
    }
}

/// Returns the name of a kind of levy in files.
pub fn levy_kind_id(kind: LevyKind) -> &'static str {
    match kind {
        LevyKind::Fiscal => "fiscal",
        LevyKind::Parafiscal => "parafiscal",
    }
}
