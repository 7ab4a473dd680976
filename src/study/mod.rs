//! The one front door: a scenario and the data become a study. Window, terminal and tests all call [`run`].

mod assumptions;
mod check;
pub mod claims;
pub mod compare;
mod diversification;
mod families;
mod figures;
mod finances;
pub mod group;
mod labour;
mod lacking;
mod law;
mod levers;
mod lines;
mod methods;
mod money;
mod multipliers;
mod net;
mod own_purchases;
mod revenue;
mod structure;
mod trail;
mod workings;

use std::sync::Arc;

pub use assumptions::{Assumption, AssumptionKind, AssumptionUnit};
pub use diversification::{Diversification, Variety};
pub use families::ResidentPay;
pub use figures::{Figure, Period, Territory, Unit, effect_id, measure_id};
pub use finances::{
    GovernmentReturn, MunicipalBase, NetStated, PublicCase, PublicFinances, SupportForm, SupportStudy, government,
};
pub use labour::{LabourSupply, LabourYear, ProgrammeStudy, StatedUnemployment};
pub use lacking::Lacking;
pub use law::Law;
pub use levers::{Bound, DefaultLocal, Gains, Lever, bound, default_local, levers, moved, usual_origin};
pub use lines::{LineKind, LineStudy};
pub use methods::{MethodFigures, UnderMethod, under_methods};
pub use money::MoneyRules;
pub use multipliers::{RegionMultipliers, region_multipliers};
pub use own_purchases::rests_on_own_purchases;
use revenue::TaxedProject;
pub use revenue::{PhaseRevenue, government_id, levy_id, levy_kind_id};
use structure::Prepared;
pub use structure::{Cache, Structure};
pub use trail::LinePart;
pub use workings::{Bought, LineWorkings, OperationStart, ProjectLaw, Start, StatedRate, Workings};

// What the layers above the study need of the ones below it.
pub use crate::data::files::Source;
pub use crate::data::library::{Library, sha256_hex};
pub use crate::data::taxes::Fallback;
pub use crate::engine::additionality::{Factors, Waterfall};
use crate::engine::demand::{DemandRules, demand};
pub use crate::engine::fiscal::rules::{Brackets, Insurance};
pub use crate::engine::fiscal::{Base, Government, Levy, LevyKind, Revenue};
pub use crate::engine::hiring::HiringYear;
use crate::engine::identities::impact_checks;
pub use crate::engine::identities::{Check, CheckName, account_checks};
use crate::engine::impact::Stimulus;
pub use crate::engine::impact::{Effect, Impact, Measure, ProjectAccount};
pub use crate::engine::multipliers::{MEASURES, Multiplier};
use crate::engine::origins::{Buyer, Sourcing};
pub use crate::engine::support::Payback;
use crate::engine::timeline::Life;
pub use crate::engine::trail::{LocalMultiplier, MoneyTrail, Parts, Place, Recipient, Rounds};
use crate::ids::{LineId, Local, PhaseId, RegionCode};
use crate::problem::{Problem, Severity, What};
pub use crate::scenario::{
    Activity, Basis, Benefit, Claim, ClaimPeriod, CountedIn, Fact, Growth, Households, Input, Method,
};
use crate::scenario::{Phase, Scenario};

/// A computed scenario.
#[derive(Clone, Debug)]
pub struct Study {
    /// The year of the data, and of every dollar.
    pub data_year: i32,
    /// Code of the study region.
    pub region: RegionCode,
    /// Name of the study region.
    pub region_label: Local,
    /// Whether its figures are modelled rather than published.
    pub region_modelled: bool,
    /// Name of its province.
    pub province_label: Local,
    /// Whether the study region is the whole province.
    pub whole_province: bool,
    /// Codes of the regions of the results: the study region, the rest of its province, the other provinces.
    pub region_codes: Vec<RegionCode>,
    /// Its phases, in the order of the scenario.
    pub phases: Vec<PhaseStudy>,
    /// Everything that was taken for granted.
    pub assumptions: Vec<Assumption>,
    /// What the reader must know.
    pub warnings: Vec<Problem>,
    /// Accounting checks of the results.
    pub checks: Vec<Check>,
    /// The models behind the results.
    pub structure: Arc<Structure>,
    /// The part of the region's jobs, the project's aside, that its residents hold.
    pub resident_part: f64,
    /// Jobs per family.
    pub earners_per_family: f64,
    /// Facts about the project that enter no calculation, carried to the report as they are stated.
    pub facts: Vec<Fact>,
    /// Benefits that no figure counts, carried in the same way.
    pub benefits: Vec<Benefit>,
    /// Who could hold the jobs of the study region.
    pub labour: LabourSupply,
    /// Public money over the years; nothing where the data hold no law for the province.
    pub finances: Option<PublicFinances>,
    /// The claims of the scenario, judged; empty until [`Study::judge_claims`] is asked for.
    pub claims: Vec<claims::JudgedClaim>,
}

/// A computed phase.
#[derive(Clone, Debug)]
pub struct PhaseStudy {
    /// Its id.
    pub id: PhaseId,
    /// Its name, when the user gave one.
    pub label: Option<Local>,
    /// Whether it is a one-time investment.
    pub construction: bool,
    /// First year.
    pub start: i32,
    /// Last year.
    pub end: i32,
    /// The part of the effects that falls in each year: shares summing to 1 for construction, degrees of activity for operation.
    pub by_year: Vec<(i32, f64)>,
    /// Spending at purchaser prices, dollars of the data year: the investment without land, or annual sales.
    pub spending: f64,
    /// Purchases of goods and services at purchaser prices.
    pub purchases: f64,
    /// Dollars of the data year in one dollar of the phase's price year.
    pub price_factor: f64,
    /// Its spending lines with their origin.
    pub lines: Vec<LineStudy>,
    /// What it adds to, where it is a programme of growth.
    pub growth: Option<Growth>,
    /// The order of its lines, as the scenario states it.
    line_order: Vec<LineId>,
    /// How the origins were reached.
    pub sourcing: Sourcing,
    /// What it puts into the economy.
    pub stimulus: Stimulus,
    /// The project's own account; operation only.
    pub project: Option<ProjectAccount>,
    /// Effects: of the whole construction, or of a year of full operation.
    pub impact: Impact,
    /// What governments receive inside those effects; nothing where the data hold no law for the province.
    pub revenue: Option<PhaseRevenue>,
    /// How much of the phase is new, where the user says it.
    pub factors: Option<Factors>,
    /// What it changes for the municipality, where the user says what is taxed.
    pub municipal: Option<MunicipalBase>,
    /// Jobs per dollar in a year, apart from the project's own, against the headline figures: labour productivity moves them.
    job_factors: Vec<(i32, f64)>,
    /// How its lines became demand.
    rules: DemandRules,
    /// What labour productivity multiplies the jobs of suppliers by in the headline figures.
    headline_jobs: f64,
    /// What it was computed from.
    pub workings: Workings,
}

/// Computes a scenario. Errors are all the problems that refuse it; warnings are in the study.
pub fn run(scenario: &Scenario, library: &Library, cache: &mut Cache) -> Result<Study, Vec<Problem>> {
    let problems = check::check(scenario, library);
    let (errors, mut warnings): (Vec<_>, Vec<_>) = problems.into_iter().partition(|p| p.severity() == Severity::Error);
    if !errors.is_empty() {
        return Err(errors);
    }
    let prepared = cache.prepare(scenario, library)?;
    let structure = prepared.structure.clone();
    let territory = library.territory(scenario.region.as_str()).ok_or_else(Vec::new)?;
    let province = library.territory(territory.province.as_str());
    if let Some(place) = structure::missing_structure(territory) {
        warnings.push(place);
    }

    let mut phases = Vec::new();
    let mut errors = Vec::new();
    let mut checks = Vec::new();
    for (k, phase) in scenario.phases.iter().enumerate() {
        match run_phase(scenario, library, &prepared, k, phase) {
            Ok((study, problems)) => {
                checks.extend(impact_checks(&study.impact, &study.stimulus, study.spending));
                warnings.extend(problems);
                phases.push(study);
            }
            Err(problems) => errors.extend(problems),
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let assumptions = assumptions::assumptions(scenario, library, &prepared, &phases);
    let mut study = Study {
        data_year: library.economy.data_year,
        region: scenario.region.clone(),
        region_label: territory.label.clone(),
        region_modelled: territory.is_modelled(),
        province_label: province.map(|p| p.label.clone()).unwrap_or_default(),
        whole_province: structure.region.is_whole_province(),
        region_codes: structure.region.account().regions().to_vec(),
        phases,
        assumptions,
        warnings,
        checks,
        structure,
        resident_part: prepared.values.resident_share,
        earners_per_family: prepared.values.earners_per_family,
        facts: scenario.facts.clone(),
        benefits: scenario.benefits.clone(),
        labour: LabourSupply::default(),
        finances: None,
        claims: Vec::new(),
    };
    study.finances = finances::finances(scenario, library, &prepared, &study);
    study.labour = labour::labour(scenario, territory, &prepared, &study);
    study.warnings.extend(study.labour.shortage());
    Ok(study)
}

/// Returns every problem of a scenario against the data, warnings included, without computing its effects.
pub fn check(scenario: &Scenario, library: &Library) -> Vec<Problem> {
    check::check(scenario, library)
}

fn run_phase(
    scenario: &Scenario,
    library: &Library,
    prepared: &Prepared,
    index: usize,
    phase: &Phase,
) -> Result<(PhaseStudy, Vec<Problem>), Vec<Problem>> {
    let place = format!("phases[{index}]");
    let draft = lines::draft(scenario, library, prepared, &place, phase)?;
    let structure = &prepared.structure;
    let tax = prepared.values.product_tax;
    let rules = DemandRules {
        buyer: if phase.is_construction() {
            Buyer::Final
        } else {
            Buyer::Industry(draft.industry)
        },
        product_tax: tax,
        trade: library.economy.industry("4A"),
        transport: library.economy.industry("4B"),
        local_share: phase.local_share.as_ref().map(|i| i.value),
        province_content: phase.province_content.as_ref().map(|i| i.value),
    };
    let spending_lines: Vec<_> = draft.lines.iter().map(|l| l.spending).collect();
    let demand = demand(&structure.region, &spending_lines, &rules).map_err(|what| {
        let field = if matches!(what, What::ProvinceShareUnreachable { .. }) {
            "province_content"
        } else {
            "local_share"
        };
        vec![Problem::new(format!("{place}.{field}"), what)]
    })?;

    let by_year = finances::activity(phase, Life::Full);
    let mut warnings = Vec::new();
    let peak = if phase.is_construction() {
        by_year.iter().fold(0.0_f64, |m, (_, f)| m.max(*f))
    } else {
        1.0
    };
    let lines: Vec<LineStudy> = draft
        .lines
        .iter()
        .enumerate()
        .map(|(k, l)| l.finish(prepared, &demand.sourcing, k, tax, peak))
        .collect();
    let limit = prepared.values.capacity_warning;
    for l in lines.iter().filter(|l| l.capacity_share.is_some_and(|s| s > limit)) {
        let industry = l.industry.map_or("", |i| library.economy.industries[i].code.as_str());
        warnings.push(Problem::new(
            format!("{place}.lines[{}]", l.id),
            What::LocalPurchaseAboveCapacity {
                line: l.id.to_string(),
                industry: industry.to_owned(),
                share: l.capacity_share.unwrap_or(0.0),
                limit,
            },
        ));
    }

    let unsupplied = lines.iter().filter(|l| l.bought_from_nobody());
    warnings.extend(unsupplied.map(|l| {
        let what = What::LocalShareWithoutSupplier {
            line: l.id.to_string(),
            share: l.origin.study,
        };
        Problem::new(format!("{place}.lines[{}]", l.id), what)
    }));

    let purchases: f64 = lines.iter().map(|l| l.amount).sum();
    let singular = |what| vec![Problem::new(place.clone(), what)];
    let (headline, job_factors) = net::job_factors(&by_year, phase.is_construction(), prepared, library);
    let workings = workings::workings(scenario, library, prepared, phase, &draft, &rules, headline);
    let (project, mut impact, spending) = match draft.project {
        None => (
            None,
            structure.model.construction(&demand.stimulus).map_err(singular)?,
            purchases,
        ),
        Some(mut taxed) => {
            let p = &mut taxed.account;
            p.purchases = purchases;
            p.surplus = p.output - purchases - p.compensation - p.production_taxes;
            if p.surplus < 0.0 {
                warnings.push(Problem::new(
                    format!("{place}.kind"),
                    What::NegativeSurplus { surplus: p.surplus },
                ));
            }
            let departure = own_purchases::departure(phase, p, draft.recipe_purchases);
            warnings.extend(departure.map(|what| Problem::new(format!("{place}.kind.sales"), what)));
            let impact = structure.model.operation(p, &demand.stimulus).map_err(singular)?;
            let output = p.output;
            (Some(taxed), impact, output)
        }
    };
    impact.scale_jobs(headline, !phase.is_construction());
    let regions = if structure.region.is_whole_province() { 1 } else { 2 };
    let revenue = structure.law.as_ref().map(|law| {
        let taxed = project.as_ref().and_then(|p| {
            Some(TaxedProject {
                account: &p.account,
                rates: p.taxed.as_ref()?,
                property_tax: p.property_tax,
            })
        });
        PhaseRevenue::new(&impact, law, regions, taxed.as_ref())
    });
    let study = PhaseStudy {
        id: phase.id.clone(),
        label: phase.label.clone(),
        construction: phase.is_construction(),
        start: phase.start,
        end: phase.end,
        by_year,
        spending,
        purchases,
        price_factor: draft.price_factor,
        lines,
        growth: phase.growth.clone(),
        line_order: phase.line_order.clone(),
        sourcing: demand.sourcing,
        stimulus: demand.stimulus,
        project: project.map(|p| p.account),
        impact,
        revenue,
        factors: net::factors(phase, library),
        municipal: finances::municipal_base(phase, draft.price_factor),
        job_factors,
        rules,
        headline_jobs: headline,
        workings,
    };
    Ok((study, warnings))
}

impl PhaseStudy {
    /// Returns the part of the phase that falls in a year: 0 outside its years.
    pub fn activity(&self, year: i32) -> f64 {
        self.by_year.iter().find(|(y, _)| *y == year).map_or(0.0, |(_, f)| *f)
    }

    /// Returns the lines in the order in which they show: as the scenario states it; then the recipe's from the largest default on, an order
    /// that does not change while amounts are edited; then lines of the user's own, in the order in which they were added.
    pub fn lines_in_order(&self) -> Vec<&LineStudy> {
        let mut lines: Vec<&LineStudy> = self.lines.iter().collect();
        let stated = |l: &LineStudy| self.line_order.iter().position(|id| *id == l.id).unwrap_or(usize::MAX);
        let default = |l: &LineStudy| l.default_amount.unwrap_or(f64::NEG_INFINITY);
        // Lines of the user's own have no default. The sort is stable: they keep the order in which they were added.
        lines.sort_by(|a, b| {
            let by_default = default(b).total_cmp(&default(a));
            stated(a).cmp(&stated(b)).then(by_default)
        });
        lines
    }

    /// Returns the origin of all purchases together, by value: study region, rest of province, other provinces, abroad.
    pub fn origin_of_purchases(&self) -> [f64; 4] {
        let total: f64 = self.lines.iter().map(|l| l.amount).sum();
        let mut out = [0.0; 4];
        for l in self.lines.iter().filter(|_| total > 0.0) {
            for (sum, share) in out.iter_mut().zip(l.origin.shares()) {
                *sum += share * l.amount / total;
            }
        }
        out
    }
}

impl Study {
    /// Returns the regions of a territory, as positions in the results.
    pub fn regions_of(&self, territory: Territory) -> std::ops::Range<usize> {
        let province = if self.whole_province { 1 } else { 2 };
        let all = self.region_codes.len();
        match territory {
            Territory::Study => 0..1,
            Territory::RestOfProvince => 1..province,
            Territory::Province => 0..province,
            Territory::RestOfCountry => province..all,
            Territory::Country => 0..all,
        }
    }

    /// Returns the first phase of construction.
    pub fn construction(&self) -> Option<&PhaseStudy> {
        self.phases.iter().find(|p| p.construction)
    }

    /// Returns the first phase of operation.
    pub fn operation(&self) -> Option<&PhaseStudy> {
        self.phases.iter().find(|p| !p.construction)
    }

    /// Returns one number of one phase.
    pub fn value(&self, phase: &PhaseStudy, measure: Measure, effect: Effect, territory: Territory) -> f64 {
        phase.impact.regions(effect, measure, self.regions_of(territory))
    }

    /// Returns the sum of all effects of one phase.
    pub fn total(&self, phase: &PhaseStudy, measure: Measure, territory: Territory) -> f64 {
        Effect::ALL
            .iter()
            .map(|e| self.value(phase, measure, *e, territory))
            .sum()
    }

    /// Returns first and last year over all phases.
    pub fn span(&self) -> Option<(i32, i32)> {
        let first = self.phases.iter().map(|p| p.start).min()?;
        let last = self.phases.iter().map(|p| p.end).max()?;
        Some((first, last))
    }

    /// Returns a measure in one year, over all phases. Jobs of construction and of operation are held in the same year, so they add here.
    pub fn in_year(&self, year: i32, measure: Measure, effect: Effect, territory: Territory) -> f64 {
        self.phases
            .iter()
            .filter_map(|p| {
                let factor = p.activity(year);
                (factor != 0.0)
                    .then(|| factor * p.job_factor(year, measure, effect) * self.value(p, measure, effect, territory))
            })
            .sum()
    }
}
