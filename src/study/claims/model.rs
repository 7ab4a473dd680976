//! What the model gives for the base of a statement: one outcome per regional method, recipe and closure of households.

use std::collections::BTreeMap;

use super::{ClaimFigure, Statement};
use crate::engine::fiscal::{Government, LevyKind};
use crate::engine::impact::{Effect, Measure};
use crate::ids::{Local, PhaseId};
use crate::problem::Problem;
use crate::scenario::{
    Activity, ClaimPeriod, CountedIn, EconomyRef, Households, Input, Method, ModelChoice, Phase, PhaseKind, Scenario,
};
use crate::study::{Cache, Library, PhaseStudy, Study, Territory, run};

/// The investment of the trial that tells how many direct jobs a dollar brings, dollars.
const TRIAL_INVESTMENT: f64 = 1e8;
/// The direct jobs of the trial that tells the sales behind a job.
const TRIAL_JOBS: f64 = 1000.0;

/// What one model gives, in one phase and one territory, from the base of the statement; by group of effects: direct, indirect, induced.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Cells {
    /// Sales of a year, or the investment without land, dollars of the data year.
    pub money: f64,
    pub jobs: [f64; 3],
    pub families: [f64; 3],
    /// Dollars of the data year.
    pub gdp: [f64; 3],
    /// Revenue of all governments, dollars of the data year: taxes alone, then with contributions; nothing outside a province whose law is known.
    pub revenue: Option<[[f64; 3]; 2]>,
    /// Jobs, then pay, of those directly employed as a part of all of the territory.
    pub payroll: [[f64; 3]; 2],
    /// Jobs directly held as a part of those of the territory's manufacturing; nothing for an activity that makes no goods.
    pub of_manufacturing: Option<f64>,
}

impl Cells {
    fn scaled(mut self, by: f64) -> Self {
        self.money *= by;
        let all = [&mut self.jobs, &mut self.families, &mut self.gdp];
        let [jobs, pay] = &mut self.payroll;
        let revenue = self.revenue.iter_mut().flatten();
        for value in all.into_iter().chain([jobs, pay]).chain(revenue).flatten() {
            *value *= by;
        }
        self
    }
}

/// One model and its figures.
#[derive(Clone, Debug)]
pub(super) struct Outcome {
    /// By period and territory.
    pub cells: BTreeMap<(bool, CountedIn), Cells>,
}

/// Returns the recipes that fit an activity: all of those that the list names, or the one that is chosen.
pub(super) fn recipes(activity: &Activity, library: &Library) -> Vec<String> {
    let entry = activity.id.as_deref().and_then(|id| library.activity(id));
    match entry {
        Some(entry) if entry.recipes.contains(&activity.recipe) => entry.recipes.clone(),
        _ => vec![activity.recipe.clone()],
    }
}

/// Returns what a year's activity, and the construction, start from: money in dollars of the data year, or direct jobs.
pub(super) fn bases(statement: &Statement, to_data_year: f64) -> [Option<(ClaimFigure, f64)>; 2] {
    use ClaimFigure::{DirectJobs, Investment, Multiplier, Spending};
    let given = |f: ClaimFigure| {
        let value = statement.figure(f).filter(|v| *v > 0.0)?;
        Some((f, if f.is_money() { value * to_data_year } else { value }))
    };
    // A ratio holds whatever the size.
    let any = statement.figure(Multiplier).map(|_| (DirectJobs, TRIAL_JOBS));
    let operation = given(DirectJobs).or_else(|| given(Spending));
    match statement.period {
        Some(ClaimPeriod::Construction) => [None, given(DirectJobs).or_else(|| given(Investment)).or(any)],
        // Without a word on it, jobs and yearly money are those of a year; an investment is a construction.
        Some(ClaimPeriod::Operation) => [operation.or(any), given(Investment)],
        None => {
            let operation = operation.or(any.filter(|_| statement.figure(Investment).is_none()));
            [operation, given(Investment)]
        }
    }
}

/// The treatments of households that are computed. The third one, without induced effects, gives the same direct and indirect effects as these two: it is
/// what the readings without households' spending take from them.
const CLOSURES: [Households; 2] = [Households::Closed, Households::Net];

/// Computes every model. The models of one method and closure serve all recipes; each is built and let go in turn.
///
/// * `bases`: what operation and construction start from.
pub(super) fn outcomes(
    statement: &Statement,
    bases: [Option<(ClaimFigure, f64)>; 2],
    library: &Library,
    cache: &mut Cache,
) -> Result<Vec<Outcome>, Vec<Problem>> {
    let whole = library
        .territory(statement.region.as_str())
        .is_some_and(|t| t.sigma.is_none());
    // A whole province is not carved out of anything: all methods are one.
    let methods = if whole { &[Method::Flq][..] } else { &Method::ALL[..] };
    let recipes = recipes(&statement.activity, library);
    let mut out = Vec::new();
    for method in methods {
        for households in CLOSURES {
            let mut own = cache.accounts_only();
            for recipe in &recipes {
                let asked = Asked {
                    statement,
                    library,
                    method: *method,
                    households,
                    recipe,
                };
                let mut cells = BTreeMap::new();
                if let Some(base) = bases[0] {
                    asked.operation(base, &mut own, &mut cells)?;
                }
                if let Some(base) = bases[1] {
                    asked.construction(base, &mut own, &mut cells)?;
                }
                out.push(Outcome { cells });
            }
            *cache = own.accounts_only();
        }
    }
    Ok(out)
}

struct Asked<'a> {
    statement: &'a Statement,
    library: &'a Library,
    method: Method,
    households: Households,
    recipe: &'a str,
}

type ByPlace = BTreeMap<(bool, CountedIn), Cells>;

impl Asked<'_> {
    fn run(&self, kind: PhaseKind, cache: &mut Cache) -> Result<Study, Vec<Problem>> {
        let year = self.library.economy.data_year;
        let scenario = Scenario {
            version: crate::scenario::VERSION,
            name: Local::default(),
            description: Local::default(),
            economy: EconomyRef {
                id: self.library.economy.id.clone(),
                fingerprint: None,
            },
            region: self.statement.region.clone(),
            activity: Activity {
                id: self.statement.activity.id.clone(),
                recipe: self.recipe.to_owned(),
            },
            model: ModelChoice {
                method: self.method,
                households: self.households,
                ..ModelChoice::default()
            },
            parameters: BTreeMap::new(),
            phases: vec![Phase {
                id: PhaseId::new("claim"),
                label: None,
                start: year,
                end: year,
                price_year: year,
                profile: None,
                local_share: None,
                province_content: None,
                own_budget: false,
                lines: Vec::new(),
                line_order: Vec::new(),
                additionality: None,
                growth: None,
                kind,
            }],
            support: Vec::new(),
            early_closure: None,
            labour: Default::default(),
            facts: Vec::new(),
            benefits: Vec::new(),
            claims: Vec::new(),
        };
        run(&scenario, self.library, cache)
    }

    fn operation(&self, base: (ClaimFigure, f64), cache: &mut Cache, out: &mut ByPlace) -> Result<(), Vec<Problem>> {
        let of = |jobs: f64| PhaseKind::Operation {
            jobs: Input::user(jobs),
            annual_wage: None,
            sales: None,
            property_tax: None,
            tax_base: None,
            local_hiring: None,
        };
        let jobs = match base {
            (ClaimFigure::Spending, dollars) => {
                let trial = self.run(of(TRIAL_JOBS), cache)?;
                let sales = trial.phases.first().map_or(0.0, |p| p.spending);
                if sales <= 0.0 {
                    return Ok(());
                }
                TRIAL_JOBS * dollars / sales
            }
            (_, jobs) => jobs,
        };
        let study = self.run(of(jobs), cache)?;
        for place in CountedIn::ALL {
            out.extend(cells(&study, place, self.library).map(|c| ((false, place), c)));
        }
        Ok(())
    }

    fn construction(&self, base: (ClaimFigure, f64), cache: &mut Cache, out: &mut ByPlace) -> Result<(), Vec<Problem>> {
        let of = |dollars: f64| PhaseKind::Construction {
            investment: Input::user(dollars),
            shares: None,
            site_workers: None,
        };
        let dollars = match base {
            (ClaimFigure::Investment, dollars) => dollars,
            _ => TRIAL_INVESTMENT,
        };
        let study = self.run(of(dollars), cache)?;
        for place in CountedIn::ALL {
            let Some(found) = cells(&study, place, self.library) else {
                continue;
            };
            // Direct jobs are stated: everything is in proportion to those of the same territory.
            let by = match base {
                (ClaimFigure::DirectJobs, jobs) if found.jobs[0] > 0.0 => jobs / found.jobs[0],
                (ClaimFigure::DirectJobs, _) => continue,
                _ => 1.0,
            };
            out.insert((true, place), found.scaled(by));
        }
        Ok(())
    }
}

/// Returns the territory of a study behind a place.
pub(super) fn territory(place: CountedIn) -> Territory {
    match place {
        CountedIn::Region => Territory::Study,
        CountedIn::Province => Territory::Province,
        CountedIn::Country => Territory::Country,
    }
}

const GROUPS: [&[Effect]; 3] = [
    &[Effect::Direct],
    &[Effect::IndirectFirst, Effect::IndirectOther],
    &[Effect::Induced],
];

fn cells(study: &Study, place: CountedIn, library: &Library) -> Option<Cells> {
    let phase = study.phases.first()?;
    let t = territory(place);
    let sum = |measure| GROUPS.map(|g| g.iter().map(|e| study.value(phase, measure, *e, t)).sum::<f64>());
    let revenue = |kinds: &[LevyKind]| -> Option<[f64; 3]> {
        let mut out = [0.0; 3];
        for (value, effects) in out.iter_mut().zip(GROUPS) {
            let found = study.revenue(phase, effects, t)?;
            let all = [Government::Federal, Government::Quebec, Government::Municipal];
            let pairs = all.into_iter().flat_map(|g| kinds.iter().map(move |k| (g, *k)));
            *value = pairs.map(|(g, k)| found.of(g, k)).sum();
        }
        Some(out)
    };
    let taxes = revenue(&[LevyKind::Fiscal]);
    let levies = revenue(&[LevyKind::Fiscal, LevyKind::Parafiscal]);
    let (jobs, pay) = (sum(Measure::Jobs), sum(Measure::Compensation));
    let all = employed(study, t, None);
    Some(Cells {
        money: phase.spending,
        jobs,
        families: GROUPS.map(|g| study.families(phase, g, t)),
        gdp: sum(Measure::Gdp),
        revenue: taxes.zip(levies).map(|(a, b)| [a, b]),
        payroll: [jobs.map(|v| v / all[0]), pay.map(|v| v / all[1])],
        of_manufacturing: makes_goods(phase, library).then(|| jobs[0] / employed(study, t, Some(library))[0]),
    })
}

/// Returns whether the project's own industry is part of manufacturing (31–33).
fn makes_goods(phase: &PhaseStudy, library: &Library) -> bool {
    let industry = phase.project.and_then(|p| library.economy.industries.get(p.industry));
    industry.is_some_and(|i| i.code.starts_with('3'))
}

/// Returns the jobs and the pay of a territory in the data year; of its manufacturing alone with a library.
fn employed(study: &Study, t: Territory, manufacturing: Option<&Library>) -> [f64; 2] {
    let account = study.structure.region.account();
    let n = account.industries().len();
    let kept = |j: &usize| {
        manufacturing.is_none_or(|l| {
            let entry = l.economy.industries.get(*j);
            entry.is_some_and(|i| i.code.starts_with('3'))
        })
    };
    let mut out = [0.0; 2];
    for r in study.regions_of(t) {
        for k in (0..n).filter(kept).map(|j| r * n + j) {
            let at = |v: &[f64]| v.get(k).copied().unwrap_or(0.0);
            out[0] += at(account.jobs());
            out[1] += at(&account.per_dollar().compensation) * at(account.gross_output());
        }
    }
    out
}
