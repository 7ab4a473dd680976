//! The verdict on each figure of a statement, by the rules at the head of this part.

use super::cases::{ComparedCase, compare};
use super::model::{Cells, Outcome, bases, outcomes, recipes};
use super::{ClaimFigure, Statement, check};
use crate::problem::Problem;
use crate::scenario::{ClaimPeriod, CountedIn};
use crate::study::{Cache, Library};

/// What is said of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Below the range: prudent, or of a narrower definition.
    Low,
    /// In the range, its ends included.
    Inside,
    /// Above the range, by no more than the factor of the rules.
    High,
    /// Beyond that.
    Outside,
    /// It cannot be judged.
    NotJudged(WhyNot),
}

impl Verdict {
    /// Returns its name in files.
    pub fn id(self) -> &'static str {
        match self {
            Verdict::Low => "low",
            Verdict::Inside => "inside",
            Verdict::High => "high",
            Verdict::Outside => "outside",
            Verdict::NotJudged(_) => "not_judged",
        }
    }
}

/// Why a figure cannot be judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhyNot {
    /// The statement gives neither money nor direct jobs above zero to start from.
    NoBase,
    /// The model has no such ratio, and no published case either.
    Nothing,
    /// The law of that province is not in the data.
    NoLaw,
}

/// Which effects are counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counts {
    /// The project itself, or the firms that receive an investment.
    Direct,
    /// With the suppliers behind them.
    Chain,
    /// With the spending of households too.
    All,
}

impl Counts {
    /// The three, the smallest first.
    pub const ALL: [Counts; 3] = [Counts::Direct, Counts::Chain, Counts::All];
}

/// The lowest and the highest of several values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The lowest.
    pub low: f64,
    /// The highest.
    pub high: f64,
}

impl Range {
    /// Returns the range of some values; nothing without any.
    pub fn of(values: impl IntoIterator<Item = f64>) -> Option<Self> {
        let finite = values.into_iter().filter(|v| v.is_finite());
        finite.fold(None, |range: Option<Range>, v| {
            Some(range.map_or(Range { low: v, high: v }, |r| Range {
                low: r.low.min(v),
                high: r.high.max(v),
            }))
        })
    }

    /// Returns whether a value lies in it, ends included.
    pub fn holds(self, value: f64) -> bool {
        value >= self.low - 1e-9 * self.low.abs() && value <= self.high + 1e-9 * self.high.abs()
    }

    /// Rounds its ends outwards to three significant figures, and to whole numbers where it counts people.
    fn outwards(self, people: bool) -> Self {
        let step = |v: f64| {
            if v == 0.0 {
                1.0
            } else {
                10_f64.powf(v.abs().log10().floor() - 2.0)
            }
        };
        let (a, b) = (step(self.low), step(self.high));
        // What is round already stays: the quotient may miss it by a hair.
        let low = (self.low / a + 1e-9).floor() * a;
        let high = (self.high / b - 1e-9).ceil() * b;
        match people {
            true => Self {
                low: (low + 1e-9).floor(),
                high: (high - 1e-9).ceil(),
            },
            false => Self { low, high },
        }
    }
}

/// One way to count a figure, and the model's range in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reading {
    /// Where.
    pub place: CountedIn,
    /// Which effects.
    pub counts: Counts,
    /// Whether of the construction rather than of a year of operation.
    pub construction: bool,
    /// What the model gives, rounded outwards.
    pub range: Range,
    /// Whether the statement allows it.
    pub stated: bool,
    /// Whether the claimed value lies in it.
    pub holds: bool,
}

/// What is found of one claimed figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The figure.
    pub figure: ClaimFigure,
    /// Its value; money in dollars of the data year.
    pub value: f64,
    /// What it follows from, dollars of the data year or direct jobs.
    pub base: Option<(ClaimFigure, f64)>,
    /// The verdict.
    pub verdict: Verdict,
    /// The model's range over the readings that the statement allows, rounded outwards; nothing where the model has no such ratio.
    pub model: Option<Range>,
    /// That range with the cases that compare.
    pub range: Option<Range>,
    /// Every reading, those that the statement allows first.
    pub readings: Vec<Reading>,
    /// Published cases of the same ratio, those that compare first.
    pub cases: Vec<ComparedCase>,
    /// The base that would bring the claim to the top of the range, where it lies above.
    pub needed: Option<f64>,
    /// Of a share of payroll: the same jobs as a part of those of manufacturing.
    pub of_manufacturing: Option<Range>,
}

/// What a statement does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// Where the effects are counted.
    Place,
    /// Whether the spending of households is counted.
    Effects,
    /// Whether it speaks of construction or of operation.
    Period,
}

/// Something about figures that do not agree with each other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Remark {
    /// The parts said exceed the total said.
    PartsExceed {
        /// Their sum.
        parts: f64,
        /// The total said.
        total: f64,
    },
    /// The ratio said is not that of the jobs said.
    Ratio {
        /// The ratio said.
        said: f64,
        /// That of the jobs.
        implied: f64,
    },
}

/// What is found of a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    /// One finding per figure that follows from another.
    pub findings: Vec<Finding>,
    /// What the statement does not say, where it matters.
    pub missing: Vec<Missing>,
    /// Figures that contradict each other.
    pub remarks: Vec<Remark>,
    /// Whether it is read as speaking of a construction: as it says, or because nothing in it is of a year.
    pub construction: bool,
    /// The year of the data, and of every dollar above.
    pub data_year: i32,
    /// Dollars of the data year in one dollar of the statement's year; nothing where that year has no price.
    pub price_factor: Option<f64>,
    /// How many models the range is taken from: methods × recipes × the three treatments of households.
    pub models: usize,
    /// The recipes that fit the activity.
    pub recipes: Vec<String>,
    /// How many times the top of the range a claim may reach before it is outside.
    pub high_factor: f64,
}

/// Judges a statement; one with problems is not judged at all, and all of them are returned.
pub fn judge(statement: &Statement, library: &Library, cache: &mut Cache) -> Result<Judgement, Vec<Problem>> {
    let problems = check(statement, library);
    if !problems.is_empty() {
        return Err(problems);
    }
    let data_year = library.economy.data_year;
    let price_factor = library.price_index.factor(statement.year, data_year);
    let to_data_year = price_factor.unwrap_or(1.0);
    let bases = bases(statement, to_data_year);
    let money = statement
        .figure(ClaimFigure::Investment)
        .or(statement.figure(ClaimFigure::Spending));
    let claimed: Vec<(ClaimFigure, f64)> = statement
        .figures
        .iter()
        .filter(|(f, _)| !f.is_given() && (*f != ClaimFigure::DirectJobs || money.is_some()))
        .map(|(f, v)| (*f, if f.is_money() { v * to_data_year } else { *v }))
        .collect();
    let outcomes = if claimed.is_empty() {
        Vec::new()
    } else {
        outcomes(statement, bases, library, cache)?
    };
    let whole = library
        .territory(statement.region.as_str())
        .is_some_and(|t| t.sigma.is_none());
    let judge = Judge {
        statement,
        library,
        outcomes: &outcomes,
        bases,
        whole,
        to_data_year,
    };
    let findings: Vec<Finding> = claimed.iter().map(|(f, v)| judge.finding(*f, *v)).collect();
    Ok(Judgement {
        missing: judge.missing(&findings),
        remarks: remarks(statement),
        construction: judge.construction(),
        findings,
        data_year,
        price_factor,
        // The treatment without induced effects is inside the two others.
        models: outcomes.len() / 2 * 3,
        recipes: recipes(&statement.activity, library),
        high_factor: library.claims.high_factor.value,
    })
}

struct Judge<'a> {
    statement: &'a Statement,
    library: &'a Library,
    outcomes: &'a [Outcome],
    bases: [Option<(ClaimFigure, f64)>; 2],
    whole: bool,
    to_data_year: f64,
}

impl Judge<'_> {
    /// Returns whether the statement speaks of construction: as it says, or because nothing in it is of a year.
    fn construction(&self) -> bool {
        match self.statement.period {
            Some(period) => period == ClaimPeriod::Construction,
            None => self.bases[0].is_none(),
        }
    }

    fn places(&self, figure: ClaimFigure, all: bool) -> Vec<CountedIn> {
        let stated = self.statement.counted_in.filter(|_| !all);
        let mut places: Vec<CountedIn> = CountedIn::ALL
            .into_iter()
            .filter(|p| stated.is_none_or(|s| s == *p))
            .map(|p| match p {
                // What a whole province is to itself.
                CountedIn::Region if self.whole => CountedIn::Province,
                // Revenue is known in the province alone.
                CountedIn::Country if figure == ClaimFigure::Revenue => CountedIn::Province,
                p => p,
            })
            .collect();
        places.dedup();
        places
    }

    fn finding(&self, figure: ClaimFigure, value: f64) -> Finding {
        let construction = self.construction();
        let given = |f: ClaimFigure| {
            let v = self.statement.figure(f).filter(|v| *v > 0.0)?;
            Some((f, v * self.to_data_year))
        };
        let base = match figure {
            ClaimFigure::Multiplier => Some((ClaimFigure::Multiplier, 1.0)),
            ClaimFigure::DirectJobs if construction => given(ClaimFigure::Investment),
            ClaimFigure::DirectJobs => given(ClaimFigure::Spending).or_else(|| given(ClaimFigure::Investment)),
            _ => self.bases[usize::from(construction)],
        };
        // Permanent jobs do not follow from an investment in any model of flows.
        let silent = figure == ClaimFigure::DirectJobs
            && !construction
            && base.is_some_and(|(f, _)| f == ClaimFigure::Investment);
        let readings = self.readings(figure, value, silent);
        let people = figure.is_people();
        let ends = |r: &Reading| [r.range.low, r.range.high];
        let model = Range::of(readings.iter().filter(|r| r.stated).flat_map(ends));
        let cases = base.map_or_else(Vec::new, |base| {
            let readings = (
                &*self.places(figure, false),
                &*stated_counts(figure, self.statement),
                &[construction][..],
            );
            compare(self.statement, (figure, base), readings, silent, self.library)
        });
        let same = cases.iter().filter(|c| c.differences.is_empty()).map(|c| c.value);
        let ends = model.into_iter().flat_map(|r| [r.low, r.high]);
        let range = Range::of(ends.chain(same)).map(|r| r.outwards(people));
        let factor = self.library.claims.high_factor.value;
        let verdict = match (base, range) {
            (None, _) => Verdict::NotJudged(WhyNot::NoBase),
            (_, None) if figure == ClaimFigure::Revenue => Verdict::NotJudged(WhyNot::NoLaw),
            (_, None) => Verdict::NotJudged(WhyNot::Nothing),
            (_, Some(r)) if r.holds(value) => Verdict::Inside,
            (_, Some(r)) if value < r.low => Verdict::Low,
            (_, Some(r)) if value <= factor * r.high * (1.0 + 1e-9) => Verdict::High,
            _ => Verdict::Outside,
        };
        let above = matches!(verdict, Verdict::High | Verdict::Outside);
        let needed = base
            .filter(|(f, _)| above && *f != ClaimFigure::Multiplier)
            .zip(range)
            .filter(|(_, r)| r.high > 0.0)
            .map(|((_, amount), r)| amount * value / r.high);
        let share = |c: &Cells| c.of_manufacturing;
        let of_manufacturing = (figure == ClaimFigure::PayrollShare)
            .then(|| {
                let places = self.places(figure, false);
                let all = self.outcomes.iter().flat_map(|o| o.cells.iter());
                let stated = all.filter(|((c, p), _)| !c && places.contains(p));
                Range::of(stated.filter_map(|(_, c)| share(c)))
            })
            .flatten()
            .map(|r| r.outwards(false));
        Finding {
            figure,
            value,
            base,
            verdict,
            model,
            range,
            readings,
            cases,
            needed,
            of_manufacturing,
        }
    }

    /// Returns every way to count a figure with the model's range, those that the statement allows first.
    fn readings(&self, figure: ClaimFigure, value: f64, silent: bool) -> Vec<Reading> {
        let (own, stated) = (self.construction(), stated_counts(figure, self.statement));
        let stated_places = self.places(figure, false);
        let mut out = Vec::new();
        for construction in [false, true] {
            for place in self.places(figure, true) {
                for counts in possible_counts(figure) {
                    let allowed = construction == own && stated_places.contains(&place) && stated.contains(counts);
                    // Where the model has no such ratio, only what else the same words could mean is told.
                    if silent && construction == own {
                        continue;
                    }
                    // Payroll is that of a year; job-years of a whole construction are no part of it.
                    if figure == ClaimFigure::PayrollShare && construction {
                        continue;
                    }
                    let of = |o: &Outcome| {
                        let cells = o.cells.get(&(construction, place));
                        cells.map_or_else(Vec::new, |c| self.values(figure, *counts, construction, c))
                    };
                    let range = Range::of(self.outcomes.iter().flat_map(of));
                    out.extend(range.map(|r| r.outwards(figure.is_people())).map(|range| Reading {
                        place,
                        counts: *counts,
                        construction,
                        range,
                        stated: allowed,
                        holds: range.holds(value),
                    }));
                }
            }
        }
        out.sort_by_key(|r| !r.stated);
        out
    }

    /// Returns a figure as one model gives it; several where it can be measured in several ways.
    fn values(&self, figure: ClaimFigure, counts: Counts, construction: bool, c: &Cells) -> Vec<f64> {
        use ClaimFigure::*;
        let sum = |parts: &[f64; 3]| match counts {
            Counts::Direct => parts[0],
            Counts::Chain => parts[0] + parts[1],
            Counts::All => parts.iter().sum(),
        };
        match figure {
            Investment | Spending => Vec::new(),
            DirectJobs => {
                let money = self.statement.figure(if construction { Investment } else { Spending });
                let money = money.filter(|m| *m > 0.0 && c.money > 0.0);
                money
                    .map(|m| c.jobs[0] * m * self.to_data_year / c.money)
                    .into_iter()
                    .collect()
            }
            IndirectJobs | OtherJobs => vec![sum(&c.jobs) - c.jobs[0]],
            InducedJobs => vec![c.jobs[2]],
            TotalJobs => vec![sum(&c.jobs)],
            Multiplier if c.jobs[0] > 0.0 => vec![sum(&c.jobs) / c.jobs[0]],
            Multiplier => Vec::new(),
            Families => vec![sum(&c.families)],
            Gdp => vec![sum(&c.gdp)],
            Revenue => c.revenue.iter().flatten().map(sum).collect(),
            PayrollShare => c.payroll.iter().map(sum).collect(),
        }
    }

    fn missing(&self, findings: &[Finding]) -> Vec<Missing> {
        let s = self.statement;
        let judged = |f: &&Finding| f.base.is_some();
        let place = s.counted_in.is_none()
            && findings
                .iter()
                .filter(judged)
                .any(|f| f.figure != ClaimFigure::DirectJobs);
        let several = |f: &Finding| stated_counts(f.figure, s).len() > 1;
        let effects = s.induced.is_none() && findings.iter().filter(judged).any(several);
        let period = s.period.is_none() && s.figure(ClaimFigure::Investment).is_some() && !findings.is_empty();
        let all = [
            (place, Missing::Place),
            (effects, Missing::Effects),
            (period, Missing::Period),
        ];
        all.into_iter().filter(|(on, _)| *on).map(|(_, m)| m).collect()
    }
}

/// Returns the effects that a figure can count.
fn possible_counts(figure: ClaimFigure) -> &'static [Counts] {
    use ClaimFigure::*;
    match figure {
        Investment | Spending => &[],
        DirectJobs => &[Counts::Direct],
        InducedJobs | OtherJobs => &[Counts::All],
        IndirectJobs | TotalJobs | Multiplier | Gdp | Revenue => &[Counts::Chain, Counts::All],
        Families | PayrollShare => &Counts::ALL,
    }
}

/// Returns the effects that a statement lets a figure count: all that it can where nothing is said, except that “indirect” means suppliers and that a
/// share of payroll is of those directly employed.
fn stated_counts(figure: ClaimFigure, statement: &Statement) -> Vec<Counts> {
    use ClaimFigure::*;
    let apart = statement.figure(InducedJobs).is_some();
    let kept = |c: &&Counts| match (figure, statement.induced) {
        (PayrollShare, _) => **c == Counts::Direct,
        // Induced jobs that are counted and not told apart may stand among the indirect ones.
        (IndirectJobs, Some(true)) => !apart || **c == Counts::Chain,
        (IndirectJobs, _) => **c == Counts::Chain,
        (DirectJobs | InducedJobs | OtherJobs, _) => true,
        (_, Some(true)) => **c == Counts::All,
        (_, Some(false)) => **c != Counts::All,
        (_, None) => true,
    };
    possible_counts(figure).iter().filter(kept).copied().collect()
}

fn remarks(s: &Statement) -> Vec<Remark> {
    use ClaimFigure::*;
    let mut out = Vec::new();
    let part = |f: ClaimFigure| s.figure(f).unwrap_or(0.0);
    if let Some(total) = s.figure(TotalJobs) {
        let others = (part(IndirectJobs) + part(InducedJobs)).max(part(OtherJobs));
        let parts = part(DirectJobs) + others;
        if parts > total * (1.0 + 1e-9) {
            out.push(Remark::PartsExceed { parts, total });
        }
        if let (Some(said), Some(direct)) = (s.figure(Multiplier), s.figure(DirectJobs).filter(|d| *d > 0.0)) {
            let implied = total / direct;
            // Ratios are said to a decimal or two.
            if (said - implied).abs() > 0.05 * implied {
                out.push(Remark::Ratio { said, implied });
            }
        }
    }
    out
}
