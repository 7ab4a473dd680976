//! Published results beside a claim: the same ratio, scaled to its base, and whether it compares.

use super::verdict::Counts;
use super::{ClaimFigure, Statement, counted_in, period};
pub use crate::data::claims::CaseKind;
use crate::data::claims::{CaseEntry, FigureEntry};
use crate::ids::Local;
use crate::scenario::{ClaimPeriod, CountedIn};
use crate::study::Library;

/// Why a case is not of the same definition as a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// It is of another industry.
    Industry,
    /// It is of another province.
    Province,
    /// It counts over another territory.
    Territory,
    /// It counts other effects.
    Effects,
    /// It speaks of construction where the claim speaks of operation, or the other way round.
    Period,
    /// It was announced for one project; no model is behind it.
    Announced,
    /// It is a claim itself, without its study.
    Claimed,
}

/// A published result beside a claim.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedCase {
    /// What it is.
    pub title: Local,
    /// Publisher and place.
    pub source: Local,
    /// What to know of it.
    pub note: Option<Local>,
    /// What it rests on.
    pub kind: CaseKind,
    /// The year of its dollars, when it says so.
    pub year: Option<i32>,
    /// The claimed figure per unit of the base: jobs per dollar of the data year, jobs per job, dollars per dollar.
    pub ratio: f64,
    /// That ratio times the base of the claim.
    pub value: f64,
    /// Why it does not widen the range; empty where it does.
    pub differences: Vec<Difference>,
}

/// Returns the cases that publish the ratio of a claimed figure to a base.
///
/// * `places`, `counts`, `construction`: the readings that the statement allows.
/// * `announced`: whether announcements compare too, for want of any model.
pub(super) fn compare(
    statement: &Statement,
    (figure, (from, base)): (ClaimFigure, (ClaimFigure, f64)),
    (places, counts, construction): (&[CountedIn], &[Counts], &[bool]),
    announced: bool,
    library: &Library,
) -> Vec<ComparedCase> {
    let industry = library.recipe(&statement.activity.recipe).map(|r| r.industry.as_str());
    let province = library
        .territory(statement.region.as_str())
        .map(|t| t.province.as_str());
    let mut out: Vec<ComparedCase> = Vec::new();
    for case in &library.claims.cases {
        // The widest of the effects that the case counts, among those that the statement allows; otherwise whatever it publishes.
        let own = counts
            .iter()
            .rev()
            .find_map(|c| Some((quantity(case, figure, *c)?, true)));
        let found = own.or_else(|| {
            Counts::ALL
                .iter()
                .find_map(|c| Some((quantity(case, figure, *c)?, false)))
        });
        let Some(((value, below), same)) = found.and_then(|(v, same)| {
            // A ratio stands by itself.
            let below = if figure == from {
                1.0
            } else {
                quantity(case, from, Counts::Direct)?
            };
            Some(((v, below), same))
        }) else {
            continue;
        };
        // Dollars over dollars and jobs over jobs need no year; one over the other does.
        let factor = case
            .year
            .and_then(|y| library.price_index.factor(y, library.economy.data_year));
        let in_dollars = |f: ClaimFigure, v: f64| if f.is_money() { factor.map(|k| v * k) } else { Some(v) };
        let (value, below) = if figure.is_money() && from.is_money() {
            (value, below)
        } else {
            match in_dollars(figure, value).zip(in_dollars(from, below)) {
                Some(pair) => pair,
                None => continue,
            }
        };
        let is = |yes: bool, difference: Difference| (!yes).then_some(difference);
        let place = counted_in(&case.counted_in);
        let built = period(&case.period) == Some(ClaimPeriod::Construction);
        let differences = [
            is(
                industry.is_some_and(|i| case.industries.iter().any(|c| c == i)),
                Difference::Industry,
            ),
            is(
                province.is_some() && province == case.province.as_deref(),
                Difference::Province,
            ),
            is(place.is_some_and(|p| places.contains(&p)), Difference::Territory),
            is(same, Difference::Effects),
            is(construction.contains(&built), Difference::Period),
            is(announced || case.kind != CaseKind::Announcement, Difference::Announced),
            is(case.kind != CaseKind::Claim, Difference::Claimed),
        ];
        let ratio = value / below;
        out.push(ComparedCase {
            title: case.title.clone(),
            source: case.source.clone(),
            note: case.note.clone(),
            kind: case.kind,
            year: case.year,
            ratio,
            value: ratio * base,
            differences: differences.into_iter().flatten().collect(),
        });
    }
    // Those that compare first, then by their ratio.
    out.sort_by(|a, b| {
        let first = a.differences.len().cmp(&b.differences.len());
        first.then(a.ratio.total_cmp(&b.ratio))
    });
    out
}

/// Returns a figure of a case over some effects, as published or from what is published; nothing where it cannot be known.
fn quantity(case: &CaseEntry, figure: ClaimFigure, counts: Counts) -> Option<f64> {
    use ClaimFigure::*;
    let given = |id: &str| case.figures.iter().find(|FigureEntry(f, _)| f == id).map(|f| f.1);
    let of = |f: ClaimFigure| given(f.id()).filter(|v| *v > 0.0);
    let total = of(TotalJobs);
    let chain = given("jobs.chain")
        .or_else(|| Some(of(DirectJobs)? + of(IndirectJobs)?))
        .or_else(|| total.filter(|_| case.induced == Some(false)))
        .or_else(|| Some(total? - of(InducedJobs)?));
    let all = total
        .filter(|_| case.induced != Some(false))
        .or_else(|| Some(chain? + of(InducedJobs)?));
    let jobs = match counts {
        Counts::Direct => of(DirectJobs),
        Counts::Chain => chain,
        Counts::All => all,
    };
    match (figure, counts) {
        (Investment | Spending | DirectJobs, Counts::Direct) => of(figure),
        (IndirectJobs, Counts::Chain) => of(IndirectJobs).or_else(|| Some(chain? - of(DirectJobs)?)),
        (IndirectJobs | OtherJobs, Counts::All) => Some(all? - of(DirectJobs)?),
        (InducedJobs, Counts::All) => of(InducedJobs),
        (TotalJobs, Counts::Chain | Counts::All) => jobs,
        // Not said whether households' spending is in: it may be either.
        (Gdp | Revenue, Counts::Chain) if case.induced != Some(true) => of(figure),
        (Gdp | Revenue, Counts::All) if case.induced != Some(false) => of(figure),
        (Multiplier, Counts::Chain | Counts::All) => Some(jobs? / of(DirectJobs)?),
        _ => None,
    }
}
