//! What the figures of a phase were computed from, number by number, for whoever computes them again elsewhere.

use super::law::Law;
use super::lines::Draft;
use super::structure::Prepared;
use crate::data::library::Library;
use crate::engine::demand::{DemandRules, Product};
use crate::engine::fiscal::rates::PayerRates;
use crate::engine::fiscal::spread::WageSpread;
use crate::engine::origins::Prospect;
use crate::scenario::{Input, Phase, PhaseKind, Scenario};

/// What a phase was computed from, besides the models of its structure.
#[derive(Clone, Debug, PartialEq)]
pub struct Workings {
    /// The year of the dollars in which its money is stated.
    pub price_year: i32,
    /// τ: product taxes in purchaser prices.
    pub product_tax: f64,
    /// The share of all purchases asked of the study region.
    pub local_share: Option<Input>,
    /// The share of all purchases asked of the province.
    pub province_content: Option<Input>,
    /// The industries that receive trade and transport margins.
    pub margins: [Option<usize>; 2],
    /// What labour productivity multiplies the jobs of suppliers by.
    pub jobs_factor: f64,
    /// Where its money starts.
    pub start: Start,
    /// What its lines were computed from, in the order of the study's lines.
    pub lines: Vec<LineWorkings>,
}

/// Where the money of a phase starts.
#[derive(Clone, Debug, PartialEq)]
pub enum Start {
    /// An investment.
    Investment {
        /// Dollars of the phase's price year.
        amount: Input,
        /// The works that a stated site workforce asks for, dollars of the data year: equipment takes what is left.
        works: Option<f64>,
    },
    /// A year of operation.
    Operation(Box<OperationStart>),
}

/// What the account of a project in operation was computed from.
#[derive(Clone, Debug, PartialEq)]
pub struct OperationStart {
    /// Direct jobs.
    pub jobs: Input,
    /// Sales, dollars of the phase's price year, where they are stated.
    pub sales: Option<f64>,
    /// Compensation per dollar of output in the recipe: sales follow from it where they are not stated.
    pub compensation_per_output: f64,
    /// Property tax, dollars of the data year.
    pub property_tax: f64,
    /// Personal taxes and contributions per dollar of wages, where the law does not give them.
    pub tax_rate: StatedRate,
    /// Payroll levies per dollar of wages, where the law does not give them.
    pub payroll_levies: StatedRate,
    /// The law as the project meets it; nothing where the data hold no law.
    pub law: Option<ProjectLaw>,
}

/// A rate of the parameters.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StatedRate {
    /// Dollars per dollar of wages.
    pub value: f64,
    /// Whether it is used in place of the law's, because the user set it.
    pub own: bool,
}

/// What of the law depends on the project alone.
#[derive(Clone, Debug, PartialEq)]
pub struct ProjectLaw {
    /// Its rates at its own wage; nothing without jobs or pay.
    pub rates: Option<PayerRates>,
    /// Rate of the health services fund for a small payroll of its sector.
    pub low_health_rate: f64,
    /// Equally likely wages around a mean of 1.
    pub wage_points: Vec<f64>,
}

/// What a spending line was computed from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LineWorkings {
    /// What it buys.
    pub bought: Bought,
    /// Whether its amount was stated rather than derived from the phase’s start.
    pub own_amount: bool,
    /// The share made in the province when nothing is asked for.
    pub province: f64,
    /// The share made in the other provinces when nothing is asked for.
    pub other: f64,
    /// The local part of what is made in the province.
    pub local_part: f64,
    /// Whether the region makes the product at all.
    pub made_here: bool,
    /// A cap above the default one.
    pub raised_cap: Option<f64>,
    /// The origin set by hand, if any: study region, rest of its province, other provinces, abroad.
    pub by_hand: Option<[f64; 4]>,
    /// The part of the basic price that is a trade margin, then a transport margin.
    pub margins: [f64; 2],
}

/// What a line buys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bought {
    /// The product of an industry.
    Product(usize),
    /// Imports with no domestic counterpart.
    Import,
    /// Scrap, which no industry produces.
    Scrap,
}

/// Gathers what a phase is computed from.
pub(super) fn workings(
    scenario: &Scenario,
    library: &Library,
    prepared: &Prepared,
    phase: &Phase,
    draft: &Draft,
    rules: &DemandRules,
    jobs_factor: f64,
) -> Workings {
    let region = &prepared.structure.region;
    let lines = draft.lines.iter().map(|line| {
        let spending = &line.spending;
        let (bought, prospect) = match spending.product {
            Product::Of(i) => (Bought::Product(i), Prospect::of(region, i, rules.buyer, 1.0)),
            Product::Scrap(i) => (Bought::Scrap, Prospect::of(region, i, rules.buyer, 1.0)),
            Product::NonComparableImport => (Bought::Import, Prospect::abroad(1.0)),
        };
        LineWorkings {
            bought,
            own_amount: line.own_amount,
            province: prospect.province,
            other: prospect.other,
            local_part: prospect.local_part,
            made_here: prospect.made_here,
            raised_cap: spending.raised_cap,
            by_hand: spending.origin.map(|o| o.shares()),
            margins: [spending.trade_margin, spending.transport_margin],
        }
    });
    Workings {
        price_year: phase.price_year,
        product_tax: rules.product_tax,
        local_share: phase.local_share.clone(),
        province_content: phase.province_content.clone(),
        margins: [rules.trade, rules.transport],
        jobs_factor,
        start: start(scenario, library, prepared, phase, draft),
        lines: lines.collect(),
    }
}

fn start(scenario: &Scenario, library: &Library, prepared: &Prepared, phase: &Phase, draft: &Draft) -> Start {
    let values = &prepared.values;
    match &phase.kind {
        PhaseKind::Construction {
            investment,
            site_workers,
            ..
        } => Start::Investment {
            amount: investment.clone(),
            works: site_workers.as_ref().map(|_| draft.works),
        },
        PhaseKind::Operation { jobs, sales, .. } => {
            let recipe = library.recipe(&scenario.activity.recipe);
            let law = prepared.structure.law.as_ref();
            let taxed = draft.project.as_ref().and_then(|p| p.taxed.as_ref());
            Start::Operation(Box::new(OperationStart {
                jobs: jobs.clone(),
                sales: sales.as_ref().map(|s| s.value),
                compensation_per_output: recipe.map_or(1.0, |r| r.compensation),
                property_tax: draft.project.as_ref().map_or(0.0, |p| p.property_tax),
                tax_rate: StatedRate {
                    value: values.household_tax,
                    own: values.own_household_tax,
                },
                payroll_levies: StatedRate {
                    value: values.payroll_levies,
                    own: values.own_payroll_levies,
                },
                law: law.map(|law: &Law| ProjectLaw {
                    rates: taxed.map(|t| *t.rates()),
                    low_health_rate: law.low_health_rate(draft.industry),
                    wage_points: WageSpread::new(values.fiscal.wage_spread).points().to_vec(),
                }),
            }))
        }
    }
}
