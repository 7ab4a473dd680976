//! Two to four scenarios beside each other: their headline figures, the inputs that differ, and what explains the difference, one group of inputs at a
//! time.
//!
//! A decomposition goes from one scenario to another by changing one [`Group`] of inputs after the other, in the order of [`Group::ALL`], each time
//! with a study of its own. What a step adds is the figure after it less the figure before it, so that the steps sum to the whole difference whatever
//! the order; another order would give other steps of the same sum. On the way, a share that cannot be reached before the next change is held at the
//! nearest one that can be: two projects of different regions and activities then still have a step for each.
//!
//! The headline figures are those of the first phase of each kind, which depends on no other phase, on no support and on no early closure. Between two
//! scenarios, each of these phases is therefore computed alone, and not again while a slider moves something else.

mod groups;
mod inputs;
mod outcome;

pub use groups::{Group, matched_phases};
pub use inputs::{Field, InputRow, InputValue, PhaseName, inputs};
pub use outcome::{Amount, Headline, Missing, Outcome};

use super::{Cache, Law, Study, run};
use crate::data::library::Library;
use crate::problem::What;
use crate::scenario::{ModelChoice, Phase, Scenario};

/// How many scenarios stand beside each other at most.
pub const MOST: usize = 4;

/// Which scenario the others are compared with.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Against {
    /// The one before.
    #[default]
    Previous,
    /// The first.
    First,
}

impl Against {
    /// Both, in their fixed order.
    pub const ALL: [Against; 2] = [Against::Previous, Against::First];

    /// Returns which scenario the one at `k` is compared with; nothing for the first.
    pub fn of(self, k: usize) -> Option<usize> {
        match self {
            Against::Previous => k.checked_sub(1),
            Against::First => (k > 0).then_some(0),
        }
    }
}

/// A scenario that is compared, with its results.
#[derive(Clone, Copy)]
pub struct Compared<'a> {
    /// The scenario.
    pub scenario: &'a Scenario,
    /// Its results.
    pub study: &'a Study,
}

/// One change on the way from a scenario to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// The groups that change: more than one where no study exists between them.
    pub groups: Vec<Group>,
    /// Whether a share asked for cannot be reached after this change alone, and stands at the nearest one that can.
    pub held: bool,
    /// The figures after it.
    pub after: Outcome,
}

/// The way from one scenario to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// Position of the scenario it starts from.
    pub from: usize,
    /// Position of the scenario it leads to.
    pub to: usize,
    /// The figures before the first step.
    pub before: Outcome,
    /// The changes, in the order in which they are made. After the last one stand the figures of the scenario it leads to.
    pub steps: Vec<Step>,
}

impl Way {
    /// Returns what each step adds to a gross figure; nothing where the figure is not computed at both ends or on the way.
    ///
    /// A phase that is not there supports no job: where only that lacks, the figure counts as 0.
    pub fn contributions(&self, headline: Headline, territory: super::Territory) -> Option<Vec<f64>> {
        let mut before = self.before.level(headline, territory)?;
        let mut out = Vec::with_capacity(self.steps.len());
        for step in &self.steps {
            let after = step.after.level(headline, territory)?;
            out.push(after - before);
            before = after;
        }
        Some(out)
    }
}

/// Scenarios beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The headline figures of each.
    pub outcomes: Vec<Outcome>,
    /// The inputs that differ between neighbours.
    pub inputs: Vec<InputRow>,
    /// The way to each scenario but the first.
    pub ways: Vec<Way>,
    /// Which scenario each is compared with.
    pub against: Against,
}

/// Compares scenarios again and again while one of them changes: models and figures that did not change are kept.
#[derive(Default)]
pub struct Comparer {
    ways: Vec<Kept>,
}

/// What one way leaves for the next time: its models, and the figures of the phases computed between its ends.
#[derive(Default)]
struct Kept {
    cache: Cache,
    phases: Vec<(Scenario, Option<Between>)>,
}

/// The figures of a scenario between two others.
#[derive(Clone)]
struct Between {
    figures: Outcome,
    /// Whether a share stands at the nearest one that can be reached.
    held: bool,
}

impl Comparer {
    /// Compares scenarios; the ones beyond [`MOST`] are left out.
    pub fn compare(&mut self, compared: &[Compared<'_>], against: Against, library: &Library) -> Comparison {
        let compared = &compared[..compared.len().min(MOST)];
        let outcomes: Vec<Outcome> = compared.iter().map(|c| Outcome::of(c.study)).collect();
        self.ways.resize_with(compared.len().saturating_sub(1), Kept::default);
        let mut ways = Vec::new();
        for (to, kept) in (1..compared.len()).zip(&mut self.ways) {
            let Some(from) = against.of(to) else { continue };
            let [a, b] = [from, to].map(|k| compared[k].scenario);
            ways.push(Way {
                from,
                to,
                before: outcomes[from].clone(),
                steps: kept.steps(a, b, &outcomes[to], library),
            });
        }
        Comparison {
            inputs: inputs(compared),
            outcomes,
            ways,
            against,
        }
    }
}

impl Kept {
    /// Returns the steps from `a` to `b`; `end` are the figures of `b`.
    fn steps(&mut self, a: &Scenario, b: &Scenario, end: &Outcome, library: &Library) -> Vec<Step> {
        let [a, b] = [a, b].map(groups::without_texts);
        let mut changes: Vec<(Group, Scenario)> = Vec::new();
        for group in Group::ALL.into_iter().filter(|g| *g != Group::Notes) {
            let before = changes.last().map_or(&a, |(_, s)| s);
            let after = group.taken(before, &b);
            if after != *before {
                changes.push((group, after));
            }
        }
        let last = changes.len().saturating_sub(1);
        let mut used = Vec::new();
        let mut steps = Vec::new();
        let mut groups = Vec::new();
        for (k, (group, scenario)) in changes.into_iter().enumerate() {
            groups.push(group);
            let after = if k == last {
                Some(Between {
                    figures: end.clone(),
                    held: false,
                })
            } else {
                self.figures(&scenario, &mut used, library)
            };
            if let Some(Between { figures, held }) = after {
                steps.push(Step {
                    groups: std::mem::take(&mut groups),
                    held,
                    after: figures,
                });
            }
        }
        self.phases = used;
        steps
    }

    /// Returns the figures of a scenario between two others; nothing where one of its first phases cannot be computed.
    ///
    /// * `used`: the phases met on the way, kept for the next time.
    fn figures(
        &mut self,
        scenario: &Scenario,
        used: &mut Vec<(Scenario, Option<Between>)>,
        library: &Library,
    ) -> Option<Between> {
        let mut of_kind = |at: Option<usize>| -> Option<Between> {
            let Some(phase) = at.and_then(|at| scenario.phases.get(at)) else {
                return Some(Between {
                    figures: Outcome::none(),
                    held: false,
                });
            };
            let alone = Scenario {
                phases: vec![phase.clone()],
                support: Vec::new(),
                early_closure: None,
                model: ModelChoice {
                    law_year: Some(Law::year_asked(scenario, library)),
                    ..scenario.model.clone()
                },
                ..scenario.clone()
            };
            if let Some((_, known)) = used.iter().find(|(s, _)| *s == alone) {
                return known.clone();
            }
            let before = self.phases.iter().position(|(s, _)| *s == alone);
            let found = match before {
                Some(at) => self.phases.swap_remove(at).1,
                None => within_reach(&alone, library, &mut self.cache),
            };
            used.push((alone, found.clone()));
            found
        };
        let built = of_kind(scenario.first_construction())?;
        let run = of_kind(scenario.first_operation())?;
        Some(Between {
            figures: Outcome::of_both(&built.figures, &run.figures),
            held: built.held || run.held,
        })
    }
}

/// Computes a scenario of one phase that nobody wrote: a share that one end asks for and that the other's region or activity cannot reach is held at the
/// nearest one that can be, so that each change has a step of its own. Nothing where no study exists for another reason.
fn within_reach(asked: &Scenario, library: &Library, cache: &mut Cache) -> Option<Between> {
    let mut scenario = asked.clone();
    // Each of the two shares of the phase may have to give way, one after the other, and the local one again after the other has.
    for _ in 0..4 {
        match run(&scenario, library, cache) {
            Ok(study) => {
                return Some(Between {
                    figures: Outcome::of(&study),
                    held: scenario != *asked,
                });
            }
            Err(problems) => {
                let phase = scenario.phases.first_mut()?;
                let changed = problems.iter().filter(|problem| hold(phase, &problem.what)).count();
                if changed < problems.len() {
                    return None;
                }
            }
        }
    }
    None
}

/// Brings a share that cannot be reached to the nearest one that can; returns whether the problem was of that kind.
fn hold(phase: &mut Phase, what: &What) -> bool {
    // A rounding below the bound, so that what is computed from it stays inside.
    const INSIDE: f64 = 1e-12;
    match *what {
        What::LocalShareUnreachable { maximum, .. } => {
            let share = phase.local_share.as_mut();
            share.is_some_and(|share| {
                let lower = (maximum - INSIDE).max(0.0);
                let moves = share.value > lower;
                share.value = lower;
                moves
            })
        }
        What::LocalShareBelowFixed { minimum, .. } => {
            let share = phase.local_share.as_mut();
            share.is_some_and(|share| {
                let moves = share.value < minimum;
                share.value = minimum;
                moves
            })
        }
        What::ProvinceShareUnreachable { asked, maximum } if asked > maximum => {
            let content = phase.province_content.as_mut();
            content
                .map(|content| content.value = (maximum - INSIDE).max(0.0))
                .is_some()
        }
        // Lines set by hand already pass the content asked for: it says no more than they do.
        What::ProvinceShareUnreachable { .. } => phase.province_content.take().is_some(),
        _ => false,
    }
}
