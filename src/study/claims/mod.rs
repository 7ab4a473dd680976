//! Public claims against the model and against published results: what a claim implies, what the model gives for the same money or the same jobs, and a
//! verdict with its reasons.
//!
//! # The rules
//!
//! A statement gives something to start from (money, or direct jobs: its *base*) and claims something that follows (other jobs, families, GDP, revenue, a
//! ratio, a share of payroll). For each claimed figure:
//!
//! 1. **Readings.** What the statement does not say (where it counts, whether households' spending is in) is read in every way it can be. What it says is
//!    taken at its word.
//! 2. **Model.** For each reading the figure is computed from the same base under the four regional methods, every recipe that fits the activity, and the
//!    three closures of households (closed and net where induced effects count; without them the third, none, gives what the two others do). Lowest
//!    and highest are the model's range.
//! 3. **Published cases** of the same ratio widen the range when they are studies of the same industry, province, territory, period and effects. Others
//!    are listed with the reason why they do not. Where the model has no such ratio (permanent jobs per dollar invested) the range is that of the cases,
//!    announcements included.
//! 4. The ends are rounded outwards to three significant figures, and to whole jobs and families: no more is known.
//! 5. **Verdict.** Below the range: low. In it, ends included: inside. Above it, by at most `high_factor` (an assumption, in `assets/claims.ron`): high.
//!    Beyond: outside. Without base or range: not judged, with the reason.
//!
//! A verdict is about figures and definitions, never about who speaks: with it stands what would have to be true. "Inside" endorses nothing.

mod cases;
mod model;
mod verdict;

pub use cases::{CaseKind, ComparedCase, Difference};
pub use verdict::{Counts, Finding, Judgement, Missing, Range, Reading, Remark, Verdict, WhyNot, judge};

use super::{Cache, Library, Study};
use crate::data::claims::{ClaimEntry, FigureEntry};
use crate::ids::{Local, RegionCode};
use crate::problem::{Problem, What, nearest};
use crate::scenario::{Activity, Claim, ClaimAbout, ClaimPeriod, CountedIn, PhaseKind, Scenario};

/// A figure that a statement can give or claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ClaimFigure {
    /// Money invested, once; dollars.
    Investment,
    /// Money spent or sales in a year; dollars.
    Spending,
    /// Direct jobs, or job-years.
    DirectJobs,
    /// Jobs at suppliers, all rounds.
    IndirectJobs,
    /// Jobs that the spending of households supports.
    InducedJobs,
    /// Indirect and induced jobs together.
    OtherJobs,
    /// Direct, indirect and perhaps induced jobs.
    TotalJobs,
    /// Jobs in all for one direct job.
    Multiplier,
    /// Families supported.
    Families,
    /// GDP at basic prices, dollars.
    Gdp,
    /// Revenue of all governments, dollars.
    Revenue,
    /// The pay, or the jobs, of those directly employed as a part of all pay or jobs.
    PayrollShare,
}

impl ClaimFigure {
    /// Every figure, in the order in which they are asked for.
    pub const ALL: [ClaimFigure; 12] = [
        ClaimFigure::Investment,
        ClaimFigure::Spending,
        ClaimFigure::DirectJobs,
        ClaimFigure::IndirectJobs,
        ClaimFigure::InducedJobs,
        ClaimFigure::OtherJobs,
        ClaimFigure::TotalJobs,
        ClaimFigure::Multiplier,
        ClaimFigure::Families,
        ClaimFigure::Gdp,
        ClaimFigure::Revenue,
        ClaimFigure::PayrollShare,
    ];

    /// Returns its name in files.
    pub fn id(self) -> &'static str {
        match self {
            ClaimFigure::Investment => "investment",
            ClaimFigure::Spending => "spending",
            ClaimFigure::DirectJobs => "jobs.direct",
            ClaimFigure::IndirectJobs => "jobs.indirect",
            ClaimFigure::InducedJobs => "jobs.induced",
            ClaimFigure::OtherJobs => "jobs.other",
            ClaimFigure::TotalJobs => "jobs.total",
            ClaimFigure::Multiplier => "jobs.multiplier",
            ClaimFigure::Families => "families",
            ClaimFigure::Gdp => "gdp.total",
            ClaimFigure::Revenue => "revenue",
            ClaimFigure::PayrollShare => "payroll_share",
        }
    }

    /// Returns the figure of a name.
    pub fn named(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|f| f.id() == id)
    }

    /// Returns whether it is in dollars.
    pub fn is_money(self) -> bool {
        use ClaimFigure::*;
        matches!(self, Investment | Spending | Gdp | Revenue)
    }

    /// Returns whether it counts people: jobs or families, which are whole.
    pub fn is_people(self) -> bool {
        !self.is_money() && !matches!(self, ClaimFigure::Multiplier | ClaimFigure::PayrollShare)
    }

    /// Returns whether a claim can only start from it: money is given, not found.
    pub fn is_given(self) -> bool {
        matches!(self, ClaimFigure::Investment | ClaimFigure::Spending)
    }
}

/// The largest figure that can be judged: far beyond any economy.
pub const LARGEST: f64 = 1e15;

/// What someone claims, with its context.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statement {
    /// A short name; empty when it has none.
    pub title: Local,
    /// Who says it, where and when.
    pub source: Local,
    /// Its region.
    pub region: RegionCode,
    /// Its activity.
    pub activity: Activity,
    /// The year it was made in and of its dollars.
    pub year: i32,
    /// Where it counts, when it says so.
    pub counted_in: Option<CountedIn>,
    /// Whether it counts the spending of households, when it says so.
    pub induced: Option<bool>,
    /// Whether it speaks of construction or of operation, when it says so.
    pub period: Option<ClaimPeriod>,
    /// Its figures: dollars of its year, jobs, families, shares of one.
    pub figures: Vec<(ClaimFigure, f64)>,
    /// Figures of a file that are none of those, by their names.
    pub unknown: Vec<(String, f64)>,
    /// Figures that it does not give itself, taken from the scenario that holds it.
    pub from_project: Vec<ClaimFigure>,
}

impl Statement {
    /// Returns one of its figures.
    pub fn figure(&self, figure: ClaimFigure) -> Option<f64> {
        self.figures.iter().find(|(f, _)| *f == figure).map(|(_, v)| *v)
    }

    /// Sets one of its figures, or takes it out; they keep their order.
    pub fn set(&mut self, figure: ClaimFigure, value: Option<f64>) {
        self.figures.retain(|(f, _)| *f != figure);
        self.from_project.retain(|f| *f != figure);
        self.figures.extend(value.map(|v| (figure, v)));
        self.figures.sort_by_key(|(f, _)| *f);
    }

    /// Returns it as the claims that a scenario holds.
    pub fn to_claims(&self) -> Vec<Claim> {
        let about = ClaimAbout {
            title: self.title.clone(),
            region: Some(self.region.clone()),
            activity: Some(self.activity.clone()),
            year: Some(self.year),
            counted_in: self.counted_in,
            induced: self.induced,
            period: self.period,
        };
        let own = self.figures.iter();
        own.map(|(f, v)| (f.id(), v))
            .chain(self.unknown.iter().map(|(id, v)| (id.as_str(), v)))
            .map(|(id, value)| Claim {
                figure: id.to_owned(),
                value: *value,
                source: self.source.clone(),
                about: Some(about.clone()),
            })
            .collect()
    }
}

/// Returns the statements that a scenario holds, with the positions of their claims.
///
/// Claims that follow each other with the same source and context are one statement. What a claim does not say of its context is the scenario's; where a
/// statement gives neither money nor direct jobs, they are those of the scenario's first phase of operation, or the investment of its construction.
pub fn statements(scenario: &Scenario) -> Vec<(Statement, std::ops::Range<usize>)> {
    let claims = &scenario.claims;
    let mut out = Vec::new();
    let mut start = 0;
    while let Some(first) = claims.get(start) {
        let alike = |c: &&Claim| c.source == first.source && c.about == first.about;
        let count = claims.iter().skip(start).take_while(alike).count();
        let end = start + count;
        out.push((
            statement(scenario, claims.get(start..end).unwrap_or_default()),
            start..end,
        ));
        start = end;
    }
    out
}

fn statement(scenario: &Scenario, claims: &[Claim]) -> Statement {
    let about = claims.first().and_then(|c| c.about.clone()).unwrap_or_default();
    let main = scenario.first_operation().or_else(|| scenario.first_construction());
    let year = main.and_then(|k| scenario.phases.get(k)).map(|p| p.price_year);
    let own_activity = about.activity.is_none();
    let mut out = Statement {
        title: about.title,
        source: claims.first().map(|c| c.source.clone()).unwrap_or_default(),
        region: about.region.unwrap_or_else(|| scenario.region.clone()),
        activity: about.activity.unwrap_or_else(|| scenario.activity.clone()),
        year: about.year.or(year).unwrap_or(0),
        counted_in: about.counted_in,
        induced: about.induced,
        period: about.period,
        ..Statement::default()
    };
    for claim in claims {
        match ClaimFigure::named(&claim.figure) {
            // The same figure twice: the last one said stands.
            Some(figure) => out.set(figure, Some(claim.value)),
            None => out.unknown.push((claim.figure.clone(), claim.value)),
        }
    }
    let starts = [ClaimFigure::DirectJobs, ClaimFigure::Spending, ClaimFigure::Investment];
    if own_activity && !out.figures.is_empty() && starts.iter().all(|f| out.figure(*f).is_none()) {
        let operation = scenario.first_operation().and_then(|k| scenario.phases.get(k));
        let construction = scenario.first_construction().and_then(|k| scenario.phases.get(k));
        let given = match (operation.map(|p| &p.kind), construction.map(|p| &p.kind)) {
            (Some(PhaseKind::Operation { jobs, .. }), _) => Some((ClaimFigure::DirectJobs, jobs.value)),
            (_, Some(PhaseKind::Construction { investment, .. })) => Some((ClaimFigure::Investment, investment.value)),
            _ => None,
        };
        if let Some((figure, value)) = given {
            out.set(figure, Some(value));
            out.from_project.push(figure);
        }
    }
    out
}

/// Returns the public claims that ship with the program, in the order shown, each with its name in the file.
pub fn shipped(library: &Library) -> Vec<(&str, Statement)> {
    let statement = |entry: &ClaimEntry| {
        let recipe = library.activity(&entry.activity).and_then(|a| a.recipes.first());
        let mut out = Statement {
            title: entry.title.clone(),
            source: entry.source.clone(),
            region: RegionCode::new(&entry.region),
            activity: Activity {
                id: Some(entry.activity.clone()),
                recipe: recipe.cloned().unwrap_or_default(),
            },
            year: entry.year,
            counted_in: entry.counted_in.as_deref().and_then(counted_in),
            induced: entry.induced,
            period: entry.period.as_deref().and_then(period),
            ..Statement::default()
        };
        for FigureEntry(id, value) in &entry.figures {
            match ClaimFigure::named(id) {
                Some(figure) => out.set(figure, Some(*value)),
                None => out.unknown.push((id.clone(), *value)),
            }
        }
        out
    };
    let all = library.claims.claims.iter();
    all.map(|entry| (entry.id.as_str(), statement(entry))).collect()
}

fn counted_in(id: &str) -> Option<CountedIn> {
    match id {
        "region" => Some(CountedIn::Region),
        "province" => Some(CountedIn::Province),
        "country" => Some(CountedIn::Country),
        _ => None,
    }
}

fn period(id: &str) -> Option<ClaimPeriod> {
    match id {
        "construction" => Some(ClaimPeriod::Construction),
        "operation" => Some(ClaimPeriod::Operation),
        _ => None,
    }
}

/// Returns every problem of a statement: figures that are no quantities, and names that the data do not know. Such a statement is not judged at all.
pub fn check(statement: &Statement, library: &Library) -> Vec<Problem> {
    let mut out = Vec::new();
    let mut push = |place: &str, what: What| out.push(Problem::new(place, what));
    for (figure, value) in &statement.figures {
        let place = format!("claim.{}", figure.id());
        let high = if *figure == ClaimFigure::PayrollShare {
            1.0
        } else {
            LARGEST
        };
        if !value.is_finite() {
            push(&place, What::NotFinite);
        } else if *value < 0.0 {
            push(&place, What::Negative { value: *value });
        } else if *value > high {
            let (value, low) = (*value, 0.0);
            push(&place, What::OutOfRange { value, low, high });
        }
    }
    for (id, value) in &statement.unknown {
        if !value.is_finite() {
            push(&format!("claim.{id}"), What::NotFinite);
        }
    }
    let region = statement.region.as_str();
    if library.territory(region).is_none() {
        let codes = library.territories.iter().map(|t| t.code.as_str());
        push(
            "claim.region",
            What::UnknownRegion {
                code: region.to_owned(),
                nearest: nearest(region, codes),
            },
        );
    }
    let recipe = &statement.activity.recipe;
    match library.recipe(recipe) {
        None => push(
            "claim.recipe",
            What::UnknownRecipe {
                code: recipe.clone(),
                nearest: nearest(recipe, library.recipes.recipes.iter().map(|r| r.code.as_str())),
            },
        ),
        Some(entry) if !crate::data::library::is_offered(entry) => {
            push("claim.recipe", What::RecipeNotOffered { code: recipe.clone() });
        }
        Some(_) => {}
    }
    if let Some(id) = &statement.activity.id
        && library.activity(id).is_none()
    {
        push("claim.activity", What::UnknownActivity { id: id.clone() });
    }
    let money = statement.figures.iter().any(|(f, _)| f.is_money());
    let factor = library.price_index.factor(statement.year, library.economy.data_year);
    if money && factor.is_none() {
        let (first, last) = library.price_index.span().unwrap_or_default();
        let year = statement.year;
        push("claim.year", What::NoPriceIndex { year, first, last });
    }
    out
}

/// A statement of a scenario with what came of it.
#[derive(Clone, Debug, PartialEq)]
pub struct JudgedClaim {
    /// The statement.
    pub statement: Statement,
    /// What is found of it, or every reason why it cannot be looked at.
    pub found: Result<Judgement, Vec<Problem>>,
}

impl Study {
    /// Judges the claims that a scenario holds, for reports to tell: each takes dozens of models, so that no study does it unasked.
    pub fn judge_claims(&mut self, scenario: &Scenario, library: &Library) {
        let mut cache = Cache::default();
        let judged = statements(scenario).into_iter().map(|(statement, _)| JudgedClaim {
            found: judge(&statement, library, &mut cache),
            statement,
        });
        self.claims = judged.collect();
    }
}
