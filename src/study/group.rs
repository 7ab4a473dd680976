//! Scenarios added up: each member's study, less what members buy from each other.
//!
//! A purchase between members is the buyer's demand and the seller's output. The group counts the output, so that the demand leaves it (METHOD section
//! 11): of a line of which the part φ is bought from another member, φ times its basic price is taken out of the buyer's stimulus, at every origin, and
//! with it all that follows: suppliers of all rounds and induced effects. Product taxes and margins of the purchase stay: the seller's output holds neither. Effects
//! are linear in the stimulus, so that a group is the sum of its members less these overlaps, for every measure, effect, territory and year.
//!
//! What a seller does not make cannot be bought from it: in each year, what members buy from it is held down to what it sells then.

use std::ops::RangeInclusive;

use super::revenue::PhaseRevenue;
use super::{Cache, Effect, Fact, Impact, Input, Measure, PhaseStudy, Study, Territory, run};
use crate::data::library::Library;
use crate::engine::demand::{DemandRules, SpendingLine, demand};
use crate::engine::fiscal::{Government, Revenue};
use crate::engine::impact::ProjectAccount;
use crate::ids::{LineId, Local};
use crate::problem::{Problem, Severity, What};
use crate::scenario::Scenario;
use crate::scenario::group::{Bought, Group, Link, of_member, validate};

/// Tolerance on sums of parts that make a whole.
const TOLERANCE: f64 = 1e-9;

/// A member of a computed group.
#[derive(Clone, Debug)]
pub struct GroupMember {
    /// The name that links use.
    pub id: String,
    /// Its name.
    pub name: Local,
    /// Its own study, alone.
    pub study: Study,
}

/// What one member buys from another, and all that follows from it: taken out of the group.
#[derive(Clone, Debug)]
pub struct Overlap {
    /// Position of the buyer.
    pub buyer: usize,
    /// Position of its phase.
    pub phase: usize,
    /// The spending line.
    pub line: LineId,
    /// Position of the seller.
    pub seller: usize,
    /// φ: the part of the line that is bought from the seller.
    pub share: f64,
    /// What is bought, basic price in dollars of the data year: of a year of full operation, or of the whole construction.
    pub amount: f64,
    /// How much is bought, as stated, with what it rests on.
    pub stated: Input,
    /// Its effects, of a year of full operation or of the whole construction.
    impact: Impact,
    /// What governments receive inside them; nothing where the data hold no law for the province.
    revenue: Option<PhaseRevenue>,
    /// The part of it that falls in each year: the buyer's activity, held down to what the seller sells.
    by_year: Vec<(i32, f64)>,
}

/// Which phases are summed: job-years of construction and permanent jobs of operation never meet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// Phases of construction.
    Construction,
    /// Phases of operation.
    Operation,
}

impl Part {
    /// Both, in their fixed order.
    pub const ALL: [Part; 2] = [Part::Construction, Part::Operation];

    fn holds(self, phase: &PhaseStudy) -> bool {
        phase.construction == (self == Part::Construction)
    }
}

/// When effects are summed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// In a calendar year.
    Year(i32),
    /// Over all years.
    AllYears,
}

/// A computed group.
#[derive(Clone, Debug)]
pub struct GroupStudy {
    /// Its name.
    pub name: Local,
    /// What it is.
    pub description: Local,
    /// Facts that enter no calculation.
    pub facts: Vec<Fact>,
    /// The year of every dollar.
    pub data_year: i32,
    /// Its members, in the order of the file.
    pub members: Vec<GroupMember>,
    /// What they buy from each other, in the order of the links.
    pub overlaps: Vec<Overlap>,
    /// Where its effects can be summed: the study region only where all members share it, the province only where all stand in it.
    pub territories: Vec<Territory>,
    /// What the reader must know, each under its member or link.
    pub warnings: Vec<Problem>,
}

/// Computes a group. Errors are all the problems of its members and links.
///
/// * `scenarios`: one for each member, in their order.
pub fn run_group(
    group: &Group,
    scenarios: &[Scenario],
    library: &Library,
    cache: &mut Cache,
) -> Result<GroupStudy, Vec<Problem>> {
    let mut errors = validate(group);
    let mut members = Vec::new();
    for (k, (member, scenario)) in group.members.iter().zip(scenarios).enumerate() {
        match run(scenario, library, cache) {
            Ok(study) => members.push(GroupMember {
                id: member.id.clone(),
                name: member.label.clone().unwrap_or_else(|| scenario.name.clone()),
                study,
            }),
            Err(problems) => errors.extend(problems.into_iter().map(|p| of_member(k, p))),
        }
    }
    if !errors.is_empty() {
        return Err(errors);
    }
    let mut warnings: Vec<Problem> = members
        .iter()
        .enumerate()
        .flat_map(|(k, m)| m.study.warnings.iter().map(move |p| of_member(k, p.clone())))
        .collect();
    let mut overlaps = Vec::new();
    for (k, link) in group.links.iter().enumerate() {
        match overlap(&members, link, k, library) {
            Ok((found, problems)) => {
                overlaps.push(found);
                warnings.extend(problems);
            }
            Err(problem) => errors.push(problem),
        }
    }
    if errors.is_empty() {
        hold_down(&members, &mut overlaps, &mut errors);
        check_lines(&overlaps, &mut errors);
    }
    let (found, more): (Vec<_>, Vec<_>) = errors.into_iter().partition(|p| p.severity() == Severity::Error);
    if !found.is_empty() {
        return Err(found);
    }
    warnings.extend(more);
    Ok(GroupStudy {
        name: group.name.clone(),
        description: group.description.clone(),
        facts: group.facts.clone(),
        data_year: library.economy.data_year,
        territories: territories(&members, library),
        members,
        overlaps,
        warnings,
    })
}

/// Returns where the effects of members can be summed.
fn territories(members: &[GroupMember], library: &Library) -> Vec<Territory> {
    let same = |of: &dyn Fn(&Study) -> String| {
        let mut all = members.iter().map(|m| of(&m.study));
        all.next().is_some_and(|first| all.all(|other| other == first))
    };
    let province = |s: &Study| {
        let territory = library.territory(s.region.as_str());
        territory.map_or_else(String::new, |t| t.province.to_string())
    };
    let mut out = Vec::new();
    let region = same(&|s| s.region.to_string());
    if region {
        out.push(Territory::Study);
    }
    let whole = members.iter().all(|m| m.study.whole_province);
    if same(&province) && !(region && whole) {
        out.push(Territory::Province);
    }
    out.push(Territory::Country);
    out
}

/// Computes one purchase between members.
fn overlap(
    members: &[GroupMember],
    link: &Link,
    at: usize,
    library: &Library,
) -> Result<(Overlap, Vec<Problem>), Problem> {
    let problem = |field: &str, what: What| Problem::new(format!("links[{at}].{field}"), what);
    let missing = |field: &str, id: &str| problem(field, What::MissingEntry { id: id.to_owned() });
    let member = |field: &str, id: &str| {
        let found = members.iter().position(|m| m.id == id);
        found.ok_or_else(|| missing(field, id))
    };
    let (buyer, seller) = (member("buyer", &link.buyer)?, member("seller", &link.seller)?);
    let study = &members[buyer].study;
    let phase_at = study.phases.iter().position(|p| p.id == link.phase);
    let phase_at = phase_at.ok_or_else(|| missing("phase", link.phase.as_str()))?;
    let phase = &study.phases[phase_at];
    let line = phase.lines.iter().find(|l| l.id == link.line);
    let line = line.ok_or_else(|| missing("line", link.line.as_str()))?;
    if members[seller].study.operation().is_none() {
        return Err(missing("seller", "operation"));
    }
    let share = match &link.bought {
        Bought::Share(share) => share.value,
        Bought::Amount(amount) if line.amount > 0.0 => amount.value * phase.price_factor / line.amount,
        Bought::Amount(amount) if amount.value > 0.0 => f64::INFINITY,
        Bought::Amount(_) => 0.0,
    };
    if share > 1.0 + TOLERANCE {
        return Err(problem("bought", What::LinksAboveLine { sum: share }));
    }
    let mut warnings = Vec::new();
    let sold = members[seller].study.operation().and_then(|p| p.project);
    if let (Some(bought), Some(sold)) = (line.industry, sold)
        && bought != sold.industry
    {
        let code = |i: usize| {
            library
                .economy
                .industries
                .get(i)
                .map_or_else(String::new, |i| i.code.clone())
        };
        let what = What::OtherIndustry {
            line: code(bought),
            sold: code(sold.industry),
        };
        warnings.push(problem("line", what));
    }
    let good = 1.0 - line.spending.trade_margin - line.spending.transport_margin;
    let tax = phase.rules.product_tax;
    let part = SpendingLine {
        product: line.spending.product,
        amount: line.amount * share * good,
        trade_margin: 0.0,
        transport_margin: 0.0,
        origin: Some(line.origin),
        raised_cap: None,
    };
    let rules = DemandRules {
        local_share: None,
        province_content: None,
        ..phase.rules
    };
    let structure = &study.structure;
    let found = demand(&structure.region, &[part], &rules).map_err(|what| problem("line", what))?;
    let mut stimulus = found.stimulus;
    // The buyer pays these taxes whoever it buys from.
    stimulus.product_taxes = 0.0;
    let solved = if phase.construction {
        structure.model.construction(&stimulus)
    } else {
        structure.model.operation(&ProjectAccount::default(), &stimulus)
    };
    let mut impact = solved.map_err(|what| problem("line", what))?;
    impact.scale_jobs(phase.headline_jobs, !phase.construction);
    let regions = if structure.region.is_whole_province() { 1 } else { 2 };
    let revenue = structure.law.as_ref();
    let revenue = revenue.map(|law| PhaseRevenue::new(&impact, law, regions, None));
    let overlap = Overlap {
        buyer,
        phase: phase_at,
        line: link.line.clone(),
        seller,
        share,
        stated: link.bought.input().clone(),
        amount: part.amount * (1.0 - tax),
        impact,
        revenue,
        by_year: phase.by_year.clone(),
    };
    Ok((overlap, warnings))
}

/// Returns what a study sells in a year, basic price in dollars of the data year.
fn sales(study: &Study, year: i32) -> f64 {
    let operations = study.phases.iter().filter(|p| !p.construction);
    operations.map(|p| p.spending * p.activity(year)).sum()
}

/// Holds what is bought from each member down to what it sells in each year; more than its best year is an error.
fn hold_down(members: &[GroupMember], overlaps: &mut [Overlap], problems: &mut Vec<Problem>) {
    for (k, member) in members.iter().enumerate() {
        let Some((first, last)) = span(members) else { return };
        let mine: Vec<usize> = (0..overlaps.len()).filter(|o| overlaps[*o].seller == k).collect();
        if mine.is_empty() {
            continue;
        }
        let bought = |overlaps: &[Overlap], year: i32| -> f64 {
            let all = mine.iter().map(|o| &overlaps[*o]);
            all.map(|o| o.amount * part_of(&o.by_year, year)).sum()
        };
        let most = (first..=last).map(|y| sales(&member.study, y)).fold(0.0, f64::max);
        let asked = (first..=last).map(|y| bought(overlaps, y)).fold(0.0, f64::max);
        if asked > most * (1.0 + TOLERANCE) {
            let what = What::LinksAboveSales {
                bought: asked,
                sold: most,
            };
            problems.push(Problem::new(format!("members[{k}]"), what));
            continue;
        }
        let mut short: Option<(i32, i32)> = None;
        for year in first..=last {
            let (wanted, sold) = (bought(overlaps, year), sales(&member.study, year));
            if wanted <= sold * (1.0 + TOLERANCE) {
                continue;
            }
            short = Some(short.map_or((year, year), |(from, _)| (from, year)));
            for o in &mine {
                for (at, part) in &mut overlaps[*o].by_year {
                    if *at == year {
                        *part *= sold / wanted;
                    }
                }
            }
        }
        if let Some((first, last)) = short {
            let what = What::SellsLess { first, last };
            problems.push(Problem::new(format!("members[{k}]"), what));
        }
    }
}

/// Refuses lines of which several links together take more than there is.
fn check_lines(overlaps: &[Overlap], problems: &mut Vec<Problem>) {
    for (k, overlap) in overlaps.iter().enumerate() {
        let same = |o: &&Overlap| o.buyer == overlap.buyer && o.phase == overlap.phase && o.line == overlap.line;
        let sum: f64 = overlaps[..=k].iter().filter(same).map(|o| o.share).sum();
        if sum > 1.0 + TOLERANCE {
            problems.push(Problem::new(format!("links[{k}].bought"), What::LinksAboveLine { sum }));
        }
    }
}

fn part_of(by_year: &[(i32, f64)], year: i32) -> f64 {
    by_year.iter().find(|(y, _)| *y == year).map_or(0.0, |(_, part)| *part)
}

fn span(members: &[GroupMember]) -> Option<(i32, i32)> {
    let spans = || members.iter().filter_map(|m| m.study.span());
    Some((spans().map(|s| s.0).min()?, spans().map(|s| s.1).max()?))
}

impl GroupStudy {
    /// Returns first and last year over all members.
    pub fn years(&self) -> Option<RangeInclusive<i32>> {
        span(&self.members).map(|(first, last)| first..=last)
    }

    /// Returns the phase that an overlap is a part of.
    pub fn phase_of(&self, overlap: &Overlap) -> Option<&PhaseStudy> {
        self.members.get(overlap.buyer)?.study.phases.get(overlap.phase)
    }

    /// Returns what the member at `k` brings by itself.
    pub fn member(&self, k: usize, part: Part, when: When, cell: (Measure, Effect, Territory)) -> f64 {
        let Some(study) = self.members.get(k).map(|m| &m.study) else {
            return 0.0;
        };
        let (measure, effect, territory) = cell;
        let phases = study.phases.iter().filter(|p| part.holds(p));
        phases
            .map(|p| {
                let over = weight(p, &p.by_year, when, measure, effect);
                over * study.value(p, measure, effect, territory)
            })
            .sum()
    }

    /// Returns what an overlap takes out of the group.
    pub fn overlap(&self, overlap: &Overlap, part: Part, when: When, cell: (Measure, Effect, Territory)) -> f64 {
        let (measure, effect, territory) = cell;
        let (Some(member), Some(phase)) = (self.members.get(overlap.buyer), self.phase_of(overlap)) else {
            return 0.0;
        };
        if !part.holds(phase) {
            return 0.0;
        }
        let over = weight(phase, &overlap.by_year, when, measure, effect);
        over * overlap
            .impact
            .regions(effect, measure, member.study.regions_of(territory))
    }

    /// Returns what the group brings: its members less the overlaps.
    pub fn total(&self, part: Part, when: When, cell: (Measure, Effect, Territory)) -> f64 {
        let members: f64 = (0..self.members.len()).map(|k| self.member(k, part, when, cell)).sum();
        let overlaps: f64 = self.overlaps.iter().map(|o| self.overlap(o, part, when, cell)).sum();
        members - overlaps
    }

    /// Returns what the member at `k` brings to governments; nothing where the data hold no law for its province.
    pub fn member_revenue(&self, k: usize, part: Part, when: When) -> Option<Revenue> {
        let study = &self.members.get(k)?.study;
        let mut out = Revenue::default();
        for p in study.phases.iter().filter(|p| part.holds(p)) {
            let whole = study.revenue(p, &Effect::ALL, Territory::Province)?;
            out.accumulate(&whole, weight(p, &p.by_year, when, Measure::Gdp, Effect::Direct));
        }
        Some(out)
    }

    /// Returns what an overlap takes out of the revenue of governments.
    pub fn overlap_revenue(&self, overlap: &Overlap, part: Part, when: When) -> Option<Revenue> {
        let mut out = Revenue::default();
        let phase = self.phase_of(overlap)?;
        let found = overlap.revenue.as_ref()?;
        if part.holds(phase) {
            let regions = self.members.get(overlap.buyer)?.study.regions_of(Territory::Province);
            let over = weight(phase, &overlap.by_year, when, Measure::Gdp, Effect::Direct);
            for (effect, region) in Effect::ALL.iter().flat_map(|e| regions.clone().map(move |r| (*e, r))) {
                out.accumulate(&found.region(effect, region), over);
            }
        }
        Some(out)
    }

    /// Returns what the group brings to one government, or to all of them, in its province.
    pub fn revenue(&self, part: Part, when: When, government: Option<Government>) -> Option<f64> {
        let of = |r: Revenue| government.map_or_else(|| r.total(), |g| r.government(g));
        let mut sum = 0.0;
        for k in 0..self.members.len() {
            sum += of(self.member_revenue(k, part, when)?);
        }
        for o in &self.overlaps {
            sum -= of(self.overlap_revenue(o, part, when)?);
        }
        Some(sum)
    }

    /// Returns the first of the years in which operation supports most jobs in the country; nothing where no member operates.
    pub fn fullest_year(&self) -> Option<i32> {
        let operates = self.members.iter().any(|m| m.study.operation().is_some());
        let mut best: Option<(i32, f64)> = None;
        for year in self.years().filter(|_| operates)? {
            let cell = |effect| (Measure::Jobs, effect, Territory::Country);
            let jobs: f64 = Effect::ALL
                .iter()
                .map(|e| self.total(Part::Operation, When::Year(year), cell(*e)))
                .sum();
            // Rounding must not make a later year of the same activity the fullest.
            if best.is_none_or(|(_, most)| jobs > most * (1.0 + TOLERANCE)) {
                best = Some((year, jobs));
            }
        }
        best.map(|(year, _)| year)
    }
}

/// Returns how many times the effects of a phase count: its part of a year, or of all its years, with the jobs per dollar of each.
fn weight(phase: &PhaseStudy, by_year: &[(i32, f64)], when: When, measure: Measure, effect: Effect) -> f64 {
    let of = |year: i32, part: f64| part * phase.job_factor(year, measure, effect);
    match when {
        When::Year(year) => of(year, part_of(by_year, year)),
        When::AllYears => by_year.iter().map(|(year, part)| of(*year, *part)).sum(),
    }
}
