//! What a study takes for granted, with its source, so that the user can see it, change it and reset it.

use super::check::price_factor;
use super::lines::{default_shares, default_wage};
use super::structure::Prepared;
use super::{PhaseStudy, Scenario};
use crate::data::files::RecipeEntry;
use crate::data::library::Library;
use crate::data::prices::IndexBasis;
use crate::ids::Local;
use crate::scenario::{Basis, Households, Input, PhaseKind};

/// What an assumption is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AssumptionKind {
    /// A parameter of the assets, by name.
    Parameter(String),
    /// The mean annual wage of a phase.
    AnnualWage(usize),
    /// The annual sales of a phase.
    Sales(usize),
    /// The part of an investment that is works.
    WorksShare(usize),
    /// The local hiring of a phase.
    LocalHiring(usize),
    /// The property tax of a phase.
    PropertyTax(usize),
    /// The local share of a phase's purchases.
    LocalShare(usize),
    /// The recipe of purchases.
    Recipe,
    /// δ of Flegg's quotient.
    Delta,
    /// The conversion of a phase's dollars to the data year.
    PriceFactor(usize),
}

/// The unit of an assumption.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AssumptionUnit {
    /// A share, shown in percent.
    Share,
    /// Dollars.
    Dollars,
    /// A plain number.
    Number,
    /// A code: shown as it is.
    Code,
}

/// One thing taken for granted.
#[derive(Clone, Debug, PartialEq)]
pub struct Assumption {
    /// What it is about.
    pub kind: AssumptionKind,
    /// Its name, for parameters of the assets.
    pub label: Option<Local>,
    /// Its value.
    pub value: f64,
    /// Its value as a code, for those that are one.
    pub code: Option<String>,
    /// Its unit.
    pub unit: AssumptionUnit,
    /// What it is when the user does not touch it.
    pub default: f64,
    /// Whether the user set it.
    pub overridden: bool,
    /// What it rests on.
    pub basis: Basis,
    /// Whether the program computed it from its source, rather than read it there.
    pub computed: bool,
    /// Who says so.
    pub source: Option<Local>,
    /// What to know.
    pub note: Option<Local>,
    /// What is reasonable to try.
    pub range: Option<(f64, f64)>,
    /// Whether the user can change it here.
    pub editable: bool,
}

impl Assumption {
    /// Returns whether the user set it.
    pub fn is_own(&self) -> bool {
        self.overridden && self.basis == Basis::User
    }

    /// Returns whether it rests on nothing but our word, so that the user should confirm it or give another value.
    pub fn is_to_confirm(&self) -> bool {
        !self.is_own() && !self.computed && self.basis == Basis::Assumption
    }
}

/// The part of a project's jobs held by residents, where its phase states none.
const LOCAL_HIRING: &str = "local_hiring_share";

/// Parameters that the user sees, in the order of the panel.
const SHOWN: [&str; 13] = [
    "resident_share",
    "household_tax_rate",
    "saving_rate",
    "product_tax_in_consumption",
    "government_share_of_consumption",
    "contributions_ratio",
    "product_tax_in_purchases",
    "project_payroll_levies",
    "production_tax_share_of_gdp",
    "capacity_warning_share",
    "labour_warning_share",
    "ccq_hours",
    "standard_year_hours",
];

/// Parameters that only the net closure reads.
const NET_CLOSURE: [&str; 2] = ["share_on_income_support", "support_over_new_pay"];

/// Parameters that only families and public finances read.
const PUBLIC: [&str; 9] = [
    "earners_per_family",
    "wage_spread",
    "supplier_payroll",
    "taxable_surplus_share",
    "federal_share_of_product_taxes",
    "municipal_share_of_production_taxes",
    "discount_rate",
    "inflation_after_series",
    "productivity_growth",
];

/// Parameters that only public support reads.
const SUPPORT: [&str; 6] = [
    "market_loan_rate",
    "default_loan_rate",
    "default_loan_term",
    "default_loan_moratorium",
    "equity_loss_share",
    "closure_loss_share",
];

/// Lists what a study took for granted, the user's own values included.
pub(super) fn assumptions(
    scenario: &Scenario,
    library: &Library,
    prepared: &Prepared,
    phases: &[PhaseStudy],
) -> Vec<Assumption> {
    let mut out = Vec::new();
    let recipe = library.recipe(&scenario.activity.recipe);
    let bea = library.recipes.sources.first().map(|s| s.title.clone());
    out.push(Assumption {
        code: Some(scenario.activity.recipe.clone()),
        note: recipe.map(RecipeEntry::name),
        ..entry(AssumptionKind::Recipe, AssumptionUnit::Code, 0.0, bea.clone(), 0.0)
    });
    for (k, (phase, study)) in scenario.phases.iter().zip(phases).enumerate() {
        let industry = recipe.map_or("", |r| r.industry.as_str());
        match &phase.kind {
            PhaseKind::Construction {
                shares, site_workers, ..
            } => {
                let default = default_shares(library, industry);
                let works = study
                    .lines
                    .iter()
                    .find(|l| l.id.as_str() == "works")
                    .map_or(0.0, |l| l.amount);
                let value = if study.spending > 0.0 {
                    works / study.spending
                } else {
                    default.works
                };
                let source = library.accounts.sources.last().map(|s| s.title.clone());
                let mut a = entry(
                    AssumptionKind::WorksShare(k),
                    AssumptionUnit::Share,
                    value,
                    source,
                    default.works,
                );
                if shares.is_some() || site_workers.is_some() {
                    set_by_hand(&mut a);
                }
                a.range = Some((0.0, 1.0));
                out.push(a);
            }
            PhaseKind::Operation {
                annual_wage,
                sales,
                property_tax,
                tax_base,
                local_hiring,
                ..
            } => {
                let Some(project) = study.project else { continue };
                let to_data_year = price_factor(library, phase.price_year).unwrap_or(1.0);
                let (wage, of_all) = default_wage(library, industry);
                let earnings = library.labour.rows.iter().find(|r| r.industry == industry);
                let mut a = stated(
                    AssumptionKind::AnnualWage(k),
                    AssumptionUnit::Dollars,
                    annual_wage,
                    wage / to_data_year,
                    library.labour.sources.first().map(|s| s.title.clone()),
                );
                a.note = if of_all && !a.overridden {
                    library.parameter("mean_weekly_earnings").map(|p| p.note.clone())
                } else {
                    a.note.or_else(|| earnings.map(|r| r.weekly_earnings_note.clone()))
                };
                out.push(a);
                let implied = recipe.map_or(0.0, |r| project.compensation / r.compensation) / to_data_year;
                out.push(stated(
                    AssumptionKind::Sales(k),
                    AssumptionUnit::Dollars,
                    sales,
                    implied,
                    bea.clone(),
                ));
                let hiring = prepared.values.local_hiring;
                let mut a = stated(
                    AssumptionKind::LocalHiring(k),
                    AssumptionUnit::Share,
                    local_hiring,
                    hiring,
                    None,
                );
                a.range = Some((0.0, 1.0));
                // The parameter behind it has no row of its own: this one tells what it rests on.
                if let Some(p) = library.parameter(LOCAL_HIRING).filter(|_| !a.overridden) {
                    a.note = Some(p.note.clone());
                }
                out.push(a);
                // The tax that a base gives is stated by whoever stated the base.
                let tax = match tax_base {
                    Some(base) => Some(Input {
                        value: base.yearly_tax(),
                        ..base.assessed_value.clone()
                    }),
                    None => property_tax.clone(),
                };
                out.push(stated(
                    AssumptionKind::PropertyTax(k),
                    AssumptionUnit::Dollars,
                    &tax,
                    0.0,
                    None,
                ));
            }
        }
        let mut a = stated(
            AssumptionKind::LocalShare(k),
            AssumptionUnit::Share,
            &phase.local_share,
            study.sourcing.default_share,
            library.economy.sources.first().map(|s| s.title.clone()),
        );
        a.range = Some((0.0, study.sourcing.maximum));
        out.push(a);
    }
    if scenario.model.method.has_delta() && !prepared.structure.region.is_whole_province() {
        let default = library.parameter("flq_delta");
        let mut a = entry(
            AssumptionKind::Delta,
            AssumptionUnit::Number,
            prepared.values.delta,
            default.and_then(|p| p.source.as_ref()).map(|s| s.title.clone()),
            default.map_or(0.0, |p| p.value),
        );
        if scenario.model.delta.is_some() {
            set_by_hand(&mut a);
        }
        a.range = Some((0.0, 0.5));
        a.note = default.map(|p| p.note.clone());
        out.push(a);
    }
    let net = match scenario.model.households {
        Households::Net => NET_CLOSURE.as_slice(),
        Households::None | Households::Closed => &[],
    };
    // Without the law there are no public finances; families and time remain.
    let public = if prepared.structure.law.is_some() {
        &PUBLIC[..]
    } else {
        &["earners_per_family", "productivity_growth"][..]
    };
    let support = if scenario.support.is_empty() { &[] } else { &SUPPORT[..] };
    let training = if scenario.labour.programmes.is_empty() {
        &[]
    } else {
        &["replacement_rate"][..]
    };
    // A file may state the share for all phases at once: it then shows beside theirs.
    let hiring = scenario.parameters.contains_key(LOCAL_HIRING).then_some(LOCAL_HIRING);
    let shown = SHOWN
        .iter()
        .chain(net)
        .chain(public)
        .chain(support)
        .chain(training)
        .copied();
    for id in shown.chain(hiring) {
        let Some(p) = library.parameter(id) else { continue };
        let own = scenario.parameters.get(id);
        // What the law gives is computed from it; the parameter then only shows what the law gives, until the user sets a rate for all.
        let by_law = match id {
            "household_tax_rate" => prepared.mean_personal_rate(),
            "project_payroll_levies" => prepared.project_levies(phases),
            _ => None,
        };
        let unit = match p.unit.as_str() {
            "share" => AssumptionUnit::Share,
            "CAD_per_year" | "CAD_per_week" => AssumptionUnit::Dollars,
            _ => AssumptionUnit::Number,
        };
        out.push(Assumption {
            kind: AssumptionKind::Parameter(id.to_owned()),
            label: Some(p.label.clone()),
            value: own.map_or(by_law.unwrap_or(p.value), |i| i.value),
            code: None,
            unit,
            default: by_law.unwrap_or(p.value),
            overridden: own.is_some(),
            computed: own.is_none() && by_law.is_some(),
            basis: own.map_or(
                if p.assumption {
                    Basis::Assumption
                } else {
                    Basis::Sourced
                },
                |i| i.basis,
            ),
            source: match own {
                Some(i) => i.source.clone(),
                None => p.source.as_ref().map(|s| s.title.clone()),
            },
            note: Some(p.note.clone()),
            range: Some(p.range),
            editable: true,
        });
    }
    for (k, phase) in scenario.phases.iter().enumerate() {
        let factor = price_factor(library, phase.price_year).unwrap_or(1.0);
        if phase.price_year != library.economy.data_year {
            let source = library.prices.sources.first().map(|s| s.title.clone());
            let mut a = entry(
                AssumptionKind::PriceFactor(k),
                AssumptionUnit::Number,
                factor,
                source,
                factor,
            );
            a.editable = false;
            let prices = &library.prices;
            // A year that no publication gives is an assumption, and says how it was filled.
            let note = match library.price_index.basis(phase.price_year) {
                Some(IndexBasis::Interpolated { .. }) => Some(&prices.cpi_annual.note),
                Some(IndexBasis::Deflator) => Some(&prices.gdp_deflator_growth.note),
                Some(IndexBasis::Indexation) => Some(&prices.tax_indexation.note),
                Some(IndexBasis::Published) | None => None,
            };
            if let Some(note) = note {
                a.basis = Basis::Assumption;
                a.note = Some(note.clone());
            }
            out.push(a);
        }
    }
    out
}

fn entry(kind: AssumptionKind, unit: AssumptionUnit, value: f64, source: Option<Local>, default: f64) -> Assumption {
    let computed = matches!(
        kind,
        AssumptionKind::Sales(_)
            | AssumptionKind::LocalShare(_)
            | AssumptionKind::WorksShare(_)
            | AssumptionKind::PriceFactor(_)
    );
    let basis = if source.is_some() {
        Basis::Sourced
    } else {
        Basis::Assumption
    };
    Assumption {
        kind,
        label: None,
        value,
        code: None,
        unit,
        default,
        overridden: false,
        basis,
        computed,
        source,
        note: None,
        range: None,
        editable: true,
    }
}

/// Marks a value that the user set: its default's source no longer speaks for it.
fn set_by_hand(a: &mut Assumption) {
    a.overridden = true;
    a.basis = Basis::User;
    a.source = None;
    a.computed = false;
}

fn stated(
    kind: AssumptionKind,
    unit: AssumptionUnit,
    input: &Option<Input>,
    default: f64,
    source: Option<Local>,
) -> Assumption {
    match input {
        None => entry(kind, unit, default, source, default),
        Some(i) => Assumption {
            overridden: true,
            computed: false,
            basis: i.basis,
            note: i.note.clone(),
            ..entry(kind, unit, i.value, i.source.clone(), default)
        },
    }
}
