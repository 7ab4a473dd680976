//! The fields of a scenario, in the order in which they are written.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::growth::Growth;
use super::labour::Labour;
use super::support::{Additionality, Support, TaxBase};
use crate::ids::{IndustryCode, LineId, Local, PhaseId, RegionCode};

/// The version of the format that this program writes.
pub const VERSION: u32 = 1;

/// Where an input comes from.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Basis {
    /// A published figure; `source` says where.
    Sourced,
    /// An assumption, to be replaced when a figure is known.
    Assumption,
    /// A value that the user gave.
    #[default]
    User,
}

/// A number that the user states, with where it comes from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Input {
    /// The value, in dollars, jobs, or as a share.
    pub value: f64,
    /// What it rests on.
    #[serde(default)]
    pub basis: Basis,
    /// Publisher, date and place, when it is sourced.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Local>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Local>,
}

impl Input {
    /// Wraps a value that the user gave.
    pub fn user(value: f64) -> Self {
        Self {
            value,
            ..Self::default()
        }
    }
}

/// The economy a scenario was made with.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EconomyRef {
    /// Its name.
    pub id: String,
    /// A hash of its data when the scenario was last saved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
}

/// What the project makes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Activity {
    /// The curated activity chosen, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// The recipe of purchases.
    pub recipe: String,
}

/// How the region's own purchases are estimated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Method {
    /// Simple location quotient.
    Slq,
    /// Cross-industry location quotient.
    Cilq,
    /// Flegg's quotient.
    #[default]
    Flq,
    /// Flegg's quotient, augmented.
    Aflq,
}

impl Method {
    /// The methods in their fixed order.
    pub const ALL: [Method; 4] = [Method::Slq, Method::Cilq, Method::Flq, Method::Aflq];

    /// Returns whether the method has an exponent δ.
    pub fn has_delta(self) -> bool {
        matches!(self, Method::Flq | Method::Aflq)
    }
}

/// Whether households spend what they earn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Households {
    /// No induced effect.
    None,
    /// Induced effects of all pay.
    #[default]
    Closed,
    /// Induced effects of all pay, less the income support that some of those hired received before.
    Net,
}

impl Households {
    /// The three treatments in their fixed order.
    pub const ALL: [Households; 3] = [Households::Closed, Households::Net, Households::None];
}

/// Choices of method.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ModelChoice {
    /// How the region's purchases are estimated.
    pub method: Method,
    /// δ of Flegg's quotient; the parameter's value when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub delta: Option<f64>,
    /// Whether households spend what they earn.
    pub households: Households,
    /// The year of the tax rules; by default the year of the activity, or the latest one known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub law_year: Option<i32>,
}

/// How an investment divides; the parts sum to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CapitalShares {
    /// Construction works.
    pub works: f64,
    /// Machinery and equipment.
    pub equipment: f64,
    /// Engineering, software, research.
    #[serde(default)]
    pub intellectual_property: f64,
    /// Land, which has no effect.
    #[serde(default)]
    pub land: f64,
}

/// Origin shares of a line set by hand; they sum to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OriginShares {
    /// The study region.
    pub study: f64,
    /// The rest of its province.
    pub rest: f64,
    /// The other provinces.
    pub other: f64,
    /// Abroad.
    pub abroad: f64,
}

/// A change to one spending line, or a line added.
///
/// Default lines are made from the recipe each time; only what the user changed is kept here, under the line's id.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineEdit {
    /// The line.
    pub id: LineId,
    /// Its name, when the user gave one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Local>,
    /// Its industry: needed for an added line, and for scrap that a local industry supplies.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub industry: Option<IndustryCode>,
    /// Purchaser price in dollars (a year of operation, or the whole construction), in place of the default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<Input>,
    /// The year of its dollars, when not the phase's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub price_year: Option<i32>,
    /// Origin set by hand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<OriginShares>,
    /// A cap of the local share above the default one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cap: Option<f64>,
    /// The part of the price that is a trade margin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trade_margin: Option<f64>,
    /// The part of the price that is a transport margin.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub transport_margin: Option<f64>,
    /// How many firms of the study region could supply it, a whole number; no figure depends on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suppliers: Option<f64>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Local>,
}

/// What is particular to a kind of phase.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(clippy::large_enum_variant, reason = "a scenario has a handful of phases")]
pub enum PhaseKind {
    /// A one-time investment.
    Construction {
        /// Purchaser price in dollars of the phase's price year, without recoverable taxes.
        investment: Input,
        /// How it divides; by default as the activity's group does.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        shares: Option<CapitalShares>,
        /// Average workforce on the site, people; it then decides the works.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        site_workers: Option<Input>,
    },
    /// A yearly activity.
    Operation {
        /// Direct jobs in a full year.
        jobs: Input,
        /// Mean annual wage before tax, dollars of the phase's price year; by default the industry's.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        annual_wage: Option<Input>,
        /// Annual sales, dollars; by default what the recipe implies from pay.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        sales: Option<Input>,
        /// Annual property tax, dollars.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        property_tax: Option<Input>,
        /// What the property tax is computed from, when it is not stated.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        tax_base: Option<TaxBase>,
        /// The part of the jobs that residents of the study region hold.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        local_hiring: Option<Input>,
    },
}

/// A phase of a project.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phase {
    /// Its id, such as `construction`.
    pub id: PhaseId,
    /// Its name, when the user gave one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Local>,
    /// First year.
    pub start: i32,
    /// Last year, included.
    pub end: i32,
    /// The year of its dollars.
    pub price_year: i32,
    /// Construction: the part of the spending in each year, summing to 1 (even when absent). Operation: the part of full activity in each of its first
    /// years (1 afterwards).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub profile: Option<Vec<f64>>,
    /// Operation only, in place of a profile: the phase is what a programme adds to an activity that exists already.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub growth: Option<Growth>,
    /// The share of all purchases made in the study region; by default what the account and the quotients give.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub local_share: Option<Input>,
    /// The share of all purchases made in the province (in Québec: contenu québécois).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub province_content: Option<Input>,
    /// Whether the lines below replace the default ones altogether.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub own_budget: bool,
    /// Lines changed or added.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub lines: Vec<LineEdit>,
    /// The order in which its lines show, by id; ids of no line are passed over, and lines that are not named come after in their usual order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub line_order: Vec<LineId>,
    /// How much of its activity is new; all of it when absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub additionality: Option<Additionality>,
    /// What is particular to its kind.
    pub kind: PhaseKind,
}

impl Phase {
    /// Returns whether it is a one-time investment.
    pub fn is_construction(&self) -> bool {
        matches!(self.kind, PhaseKind::Construction { .. })
    }

    /// Returns its years.
    pub fn years(&self) -> std::ops::RangeInclusive<i32> {
        self.start..=self.end
    }

    /// Returns the edit of a line, if the user changed it.
    pub fn line(&self, id: &str) -> Option<&LineEdit> {
        self.lines.iter().find(|l| l.id.as_str() == id)
    }

    /// Returns the edit of a line, made when there is none.
    pub fn line_mut(&mut self, id: &str) -> Option<&mut LineEdit> {
        let at = match self.lines.iter().position(|l| l.id.as_str() == id) {
            Some(at) => at,
            None => {
                self.lines.push(LineEdit {
                    id: LineId::new(id),
                    ..LineEdit::default()
                });
                self.lines.len() - 1
            }
        };
        self.lines.get_mut(at)
    }
}

/// A fact about the project that enters no calculation.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fact {
    /// What it says.
    pub text: Local,
    /// What it rests on.
    #[serde(default)]
    pub basis: Basis,
    /// Publisher, date and place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Local>,
}

/// A benefit that no figure counts: it enters no calculation and is never scored.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Benefit {
    /// Its name in the list of the program, or one of its own.
    pub id: String,
    /// What it says; needed for one that the list of the program does not hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<Local>,
    /// What it rests on: who says so, or how it shows.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<Local>,
    /// Whether that is published, assumed or the user's own word.
    #[serde(default)]
    pub basis: Basis,
}

/// Where the effects that a claim speaks of are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CountedIn {
    /// In the region of the claim.
    Region,
    /// In its province.
    Province,
    /// In all provinces.
    Country,
}

impl CountedIn {
    /// The three in their order, the smallest first.
    pub const ALL: [CountedIn; 3] = [CountedIn::Region, CountedIn::Province, CountedIn::Country];
}

/// Whether a claim speaks of a year of activity or of a one-time investment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClaimPeriod {
    /// Job-years and dollars of a whole construction.
    Construction,
    /// Permanent jobs and dollars of a year of operation.
    Operation,
}

/// What a claim is about and how it counts; what it does not say is left out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct ClaimAbout {
    /// A short name.
    #[serde(skip_serializing_if = "Local::is_empty")]
    pub title: Local,
    /// Its region; the scenario's when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub region: Option<RegionCode>,
    /// Its activity; the scenario's when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub activity: Option<Activity>,
    /// The year it was made in and of its dollars; that of the scenario's dollars when absent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// Where the effects are counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub counted_in: Option<CountedIn>,
    /// Whether the spending of households is counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub induced: Option<bool>,
    /// Whether it speaks of construction or of operation.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<ClaimPeriod>,
}

/// A figure that someone claims, kept beside the results. Claims that follow each other with the same source and the same context are one statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claim {
    /// What is claimed, such as `jobs.indirect`.
    pub figure: String,
    /// The value claimed: jobs, dollars, families, or a share of one.
    pub value: f64,
    /// Who claims it, where and when.
    pub source: Local,
    /// What it is about and how it counts, where that is not the scenario's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<ClaimAbout>,
}

/// A scenario.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scenario {
    /// Version of the format.
    pub version: u32,
    /// Its name.
    pub name: Local,
    /// What it is.
    #[serde(default, skip_serializing_if = "Local::is_empty")]
    pub description: Local,
    /// The economy it was made with.
    pub economy: EconomyRef,
    /// The study region.
    pub region: RegionCode,
    /// What the project makes.
    pub activity: Activity,
    /// Choices of method.
    #[serde(default)]
    pub model: ModelChoice,
    /// Parameters changed by the user, by name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub parameters: BTreeMap<String, Input>,
    /// Its phases.
    pub phases: Vec<Phase>,
    /// The public support that it receives.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub support: Vec<Support>,
    /// The last calendar year of operation in the variant that closes early.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub early_closure: Option<Input>,
    /// Who could hold the jobs.
    #[serde(default, skip_serializing_if = "Labour::is_empty")]
    pub labour: Labour,
    /// Facts that enter no calculation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
    /// Benefits that no figure counts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub benefits: Vec<Benefit>,
    /// Claims to compare with.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub claims: Vec<Claim>,
}

impl Scenario {
    /// Returns the position of the first phase of construction.
    pub fn first_construction(&self) -> Option<usize> {
        self.phases.iter().position(Phase::is_construction)
    }

    /// Returns the years of the phases of operation, first to last; nothing where none operates.
    pub fn operation_years(&self) -> Option<std::ops::RangeInclusive<i32>> {
        let phases = || self.phases.iter().filter(|p| !p.is_construction());
        let start = phases().map(|p| p.start).min()?;
        let end = phases().map(|p| p.end).max()?;
        Some(start..=end)
    }

    /// Returns the position of the first phase of operation.
    pub fn first_operation(&self) -> Option<usize> {
        self.phases.iter().position(|p| !p.is_construction())
    }
}
