//! A project being described before it exists: a region, an activity, three numbers. It is no document yet: nothing of it is saved or undone, and what is
//! typed is kept while the window is open.

use super::edit;
use crate::data::library::Library;
use crate::ids::{Local, PhaseId, RegionCode};
use crate::problem::{Problem, What};
use crate::scenario::{Activity, EconomyRef, Input, ModelChoice, Phase, PhaseKind, Scenario, VERSION};
use crate::study::{self, AssumptionKind, Cache, Effect, Measure, Study, Territory};
use crate::text::Msg;
use crate::text::messages::{app, project as words};

/// Where the phase of operation stands in a new project; construction comes first.
pub const OPERATION: usize = 1;

/// The years that a calendar may take, as those of any document.
const FIRST_YEAR: i32 = 1950;
const LAST_YEAR: i32 = 2150;

/// One of the three numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftNumber {
    /// The investment, dollars.
    Investment,
    /// The direct jobs.
    Jobs,
    /// The share of purchases made in the study region.
    LocalShare,
}

/// A year of a new project's calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftYear {
    /// The first year of construction.
    Works,
    /// The first year of operation, the one after construction.
    Opening,
    /// The last year of operation.
    Last,
}

/// Something that happens on the page of a new project.
#[derive(Clone, Debug, PartialEq)]
pub enum DraftAction {
    /// The project has a name of its own; an empty one goes back to that of its activity and region.
    Name(String),
    /// The study region.
    Region(RegionCode),
    /// The curated activity, if it is one, and its recipe.
    Activity(Option<String>, String),
    /// A number is typed; nothing takes it away.
    Number(DraftNumber, Option<f64>),
    /// A number being typed is given up: the one from before counts again.
    Restore(DraftNumber),
    /// A number is typed to its end.
    Settle,
    /// An assumption takes another value; nothing resets it.
    Assume(AssumptionKind, Option<f64>),
    /// A year of the calendar; nothing brings all of it back.
    Year(DraftYear, Option<i32>),
    /// The project is made and opens.
    Create,
    /// The project is made once with each recipe that fits its activity.
    CreateEach,
    /// The page closes; what was typed is kept.
    Leave,
}

/// The same project with another recipe that fits its activity.
#[derive(Debug)]
pub struct OtherRecipe {
    /// The code of the recipe.
    pub code: String,
    /// Jobs at suppliers for each direct job, in the province.
    pub indirect_per_direct: f64,
}

/// What is known of a project so far.
#[derive(Debug, Default)]
pub struct Draft {
    /// Whether its page shows.
    pub open: bool,
    /// The name typed; empty for that of the activity and the region.
    pub name: String,
    /// The study region.
    pub region: Option<RegionCode>,
    /// What the project makes.
    pub activity: Option<Activity>,
    /// The investment, dollars.
    pub investment: Option<f64>,
    /// The direct jobs.
    pub jobs: Option<f64>,
    /// The local share asked for; the default one where there is none.
    pub local_share: Option<f64>,
    /// First year of construction, first and last years of operation.
    pub years: Calendar,
    /// Assumptions that the user changed.
    changes: Vec<(AssumptionKind, f64)>,
    /// The number being typed, with its value from before.
    typed: Option<(DraftNumber, Option<f64>)>,
    /// Grows with every change.
    pub revision: u64,
    /// Tells one project from the next, so that fields forget what was typed in the last one.
    pub generation: u64,
    /// Its results, once enough is known; with the default local share where the one asked for cannot be reached.
    pub study: Option<Study>,
    /// Jobs at suppliers for each direct job in the province, as computed; nothing without direct jobs.
    pub indirect_per_direct: Option<f64>,
    /// The same with the other recipes that fit the activity.
    pub others: Vec<OtherRecipe>,
    /// Why it cannot be made as it stands.
    pub problems: Vec<Problem>,
}

/// The years of a new project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// First year of construction.
    pub works: i32,
    /// First year of operation; construction ends the year before.
    pub opening: i32,
    /// Last year of operation.
    pub last: i32,
}

impl Default for Calendar {
    /// Two years of construction, then twenty of operation.
    fn default() -> Self {
        Self {
            works: 2026,
            opening: 2028,
            last: 2047,
        }
    }
}

impl Draft {
    /// Returns what is still to be said, in the order of the page.
    pub fn missing(&self) -> Vec<Msg> {
        let all = [
            (self.region.is_none(), words::MISSING_REGION),
            (self.activity.is_none(), words::MISSING_ACTIVITY),
            (self.investment.is_none(), words::MISSING_INVESTMENT),
            (self.jobs.is_none(), words::MISSING_JOBS),
        ];
        all.into_iter().filter(|(is, _)| *is).map(|(_, msg)| msg).collect()
    }

    /// Returns whether nothing but a region was said.
    pub(super) fn is_blank(&self) -> bool {
        let numbers = [self.investment, self.jobs, self.local_share];
        self.activity.is_none() && self.name.is_empty() && numbers.iter().all(Option::is_none)
    }

    /// Returns the highest local share that can be reached, once it is known.
    pub fn maximum(&self) -> Option<f64> {
        Some(self.study.as_ref()?.phases.get(OPERATION)?.sourcing.maximum)
    }

    /// Returns the name of the project: the one typed, or its activity and its region.
    pub fn project_name(&self, library: &Library) -> Local {
        match self.name.trim() {
            "" => self.proposed_name(library),
            typed => Local::same(typed),
        }
    }

    /// Returns the name of a project that has none of its own: its activity and its region.
    pub fn proposed_name(&self, library: &Library) -> Local {
        proposed_name(self.activity.as_ref(), self.region.as_ref(), library)
    }

    /// Returns the project as it would be made, once enough is known.
    pub fn scenario(&self, library: &Library) -> Option<Scenario> {
        let mut s = project(
            library,
            self.region.clone()?,
            self.activity.clone()?,
            Input::user(self.investment?),
            Input::user(self.jobs?),
        );
        s.name = self.project_name(library);
        let Calendar { works, opening, last } = self.years;
        if let [construction, operation] = s.phases.as_mut_slice() {
            (construction.start, construction.end) = (works, opening - 1);
            (operation.start, operation.end) = (opening, last);
            operation.local_share = self.local_share.map(Input::user);
        }
        for (kind, value) in &self.changes {
            edit::assume(&mut s, kind, Some(*value));
        }
        Some(s)
    }

    /// Returns the recipes that fit the activity besides the one taken.
    fn other_recipes(&self, library: &Library) -> Vec<String> {
        let Some(activity) = &self.activity else {
            return Vec::new();
        };
        let curated = activity.id.as_deref().and_then(|id| library.activity(id));
        let fits = |code: &&String| **code != activity.recipe && library.recipe(code).is_some();
        curated.map_or_else(Vec::new, |a| a.recipes.iter().filter(fits).cloned().collect())
    }

    /// Makes a change; whether the page closes or projects are made is up to the caller.
    pub(super) fn change(&mut self, action: DraftAction, library: &Library, cache: &mut Cache) {
        match action {
            DraftAction::Name(name) => self.name = name,
            DraftAction::Region(code) => self.region = Some(code),
            DraftAction::Activity(id, recipe) => self.activity = Some(Activity { id, recipe }),
            DraftAction::Number(which, value) => {
                if self.typed.is_none_or(|(typed, _)| typed != which) {
                    self.typed = Some((which, *self.number(which)));
                }
                *self.number(which) = value;
            }
            DraftAction::Restore(which) => {
                if let Some((_, before)) = self.typed.take_if(|(typed, _)| *typed == which) {
                    *self.number(which) = before;
                }
            }
            DraftAction::Settle => {
                self.typed = None;
                return;
            }
            DraftAction::Assume(AssumptionKind::LocalShare(OPERATION), value) => self.local_share = value,
            DraftAction::Assume(kind, value) => {
                self.changes.retain(|(k, _)| *k != kind);
                self.changes.extend(value.map(|v| (kind, v)));
            }
            DraftAction::Year(which, Some(year)) => self.years.set(which, year),
            DraftAction::Year(_, None) => self.years = Calendar::default(),
            DraftAction::Create | DraftAction::CreateEach | DraftAction::Leave => return,
        }
        self.revision += 1;
        self.compute(library, cache);
    }

    fn number(&mut self, which: DraftNumber) -> &mut Option<f64> {
        match which {
            DraftNumber::Investment => &mut self.investment,
            DraftNumber::Jobs => &mut self.jobs,
            DraftNumber::LocalShare => &mut self.local_share,
        }
    }

    /// Computes the project as far as it is known.
    fn compute(&mut self, library: &Library, cache: &mut Cache) {
        (self.study, self.indirect_per_direct) = (None, None);
        self.others.clear();
        self.problems.clear();
        let Some(mut scenario) = self.scenario(library) else {
            return;
        };
        let mut result = study::run(&scenario, library, cache);
        if let Err(problems) = &mut result
            && problems
                .iter()
                .any(|p| matches!(p.what, What::LocalShareUnreachable { .. }))
        {
            // A share out of reach is refused; the other answers still show what they give.
            self.problems = std::mem::take(problems);
            for phase in &mut scenario.phases {
                phase.local_share = None;
            }
            result = study::run(&scenario, library, cache);
        }
        match result {
            Ok(study) => {
                self.indirect_per_direct = indirect_per_direct(&study);
                for code in self.other_recipes(library) {
                    scenario.activity.recipe.clone_from(&code);
                    // With the default share: the one asked for may be out of reach of another recipe.
                    if let Some(operation) = scenario.phases.get_mut(OPERATION) {
                        operation.local_share = None;
                    }
                    let other = study::run(&scenario, library, cache).ok();
                    self.others
                        .extend(other.as_ref().and_then(indirect_per_direct).map(|ratio| OtherRecipe {
                            code,
                            indirect_per_direct: ratio,
                        }));
                }
                self.study = Some(study);
            }
            Err(problems) => self.problems = problems,
        }
    }

    /// Returns the projects to make: as it stands first, then with each other recipe where they are all asked for.
    pub(super) fn projects(&self, library: &Library, each: bool) -> Vec<Scenario> {
        if !self.problems.is_empty() {
            return Vec::new();
        }
        let Some(first) = self.scenario(library) else {
            return Vec::new();
        };
        let mut out = vec![first];
        if each {
            for other in &self.others {
                let mut twin = out[0].clone();
                twin.activity.recipe.clone_from(&other.code);
                let named = |name: &str| format!("{name} ({})", other.code);
                twin.name = Local::new(named(&twin.name.fr), named(&twin.name.en));
                out.push(twin);
            }
        }
        out
    }

    /// Begins another project in the same region.
    pub(super) fn begin_again(&mut self) {
        *self = Draft {
            region: self.region.clone(),
            revision: self.revision + 1,
            generation: self.generation + 1,
            ..Draft::default()
        };
    }
}

impl Calendar {
    /// Sets a year; the others move only as far as each phase needs to last a year.
    fn set(&mut self, which: DraftYear, year: i32) {
        let year = year.clamp(FIRST_YEAR, LAST_YEAR);
        match which {
            DraftYear::Works => {
                self.works = year;
                self.opening = self.opening.max(year.saturating_add(1));
            }
            DraftYear::Opening => {
                self.opening = year;
                self.works = self.works.min(year.saturating_sub(1));
            }
            DraftYear::Last => self.last = year.max(self.opening),
        }
        self.last = self.last.max(self.opening);
    }
}

/// Returns jobs at suppliers for each direct job of operation, in the province; nothing without direct jobs.
fn indirect_per_direct(study: &Study) -> Option<f64> {
    let phase = study.operation()?;
    let jobs = |effect| study.value(phase, Measure::Jobs, effect, Territory::Province);
    let direct = jobs(Effect::Direct);
    (direct > 0.0).then(|| (jobs(Effect::IndirectFirst) + jobs(Effect::IndirectOther)) / direct)
}

fn proposed_name(activity: Option<&Activity>, region: Option<&RegionCode>, library: &Library) -> Local {
    let activity = activity.map(|a| activity_label(library, a));
    let region = region.and_then(|r| library.territory(r.as_str()));
    match (activity, region) {
        (Some(a), Some(r)) => Local::new(format!("{}, {}", a.fr, r.label.fr), format!("{}, {}", a.en, r.label.en)),
        (Some(a), None) => a,
        _ => Local::new(app::NEW_PROJECT.fr, app::NEW_PROJECT.en),
    }
}

/// Renames a project after its region and its activity, as long as it bears the name that these gave it before a change.
pub(super) fn follow_name(before: &Scenario, next: &mut Scenario, library: &Library) {
    let given = |s: &Scenario| proposed_name(Some(&s.activity), Some(&s.region), library);
    if next.name == before.name && before.name == given(before) {
        next.name = given(next);
    }
}

/// Returns what an activity is called: its own name, or that of its recipe.
pub fn activity_label(library: &Library, activity: &Activity) -> Local {
    let curated = activity.id.as_deref().and_then(|id| library.activity(id));
    curated.map_or_else(|| recipe_label(library, &activity.recipe), |a| a.label.clone())
}

/// Returns what a recipe is called: the curated activity that takes it first, or its own name.
pub fn recipe_label(library: &Library, code: &str) -> Local {
    let first = library
        .activities
        .iter()
        .find(|a| a.recipes.first().is_some_and(|r| r == code));
    match (first, library.recipe(code)) {
        (Some(a), _) => a.label.clone(),
        (None, Some(r)) => r.name(),
        (None, None) => Local::same(code),
    }
}

/// Makes a project of two years of construction and twenty of operation, in dollars of the data year.
pub(super) fn project(
    library: &Library,
    region: RegionCode,
    activity: Activity,
    investment: Input,
    jobs: Input,
) -> Scenario {
    let years = Calendar::default();
    let construction = Phase {
        id: PhaseId::new("construction"),
        label: None,
        start: years.works,
        end: years.opening - 1,
        price_year: library.economy.data_year,
        profile: None,
        growth: None,
        local_share: None,
        province_content: None,
        own_budget: false,
        lines: Vec::new(),
        line_order: Vec::new(),
        additionality: None,
        kind: PhaseKind::Construction {
            investment,
            shares: None,
            site_workers: None,
        },
    };
    let operation = Phase {
        id: PhaseId::new("operation"),
        start: years.opening,
        end: years.last,
        kind: PhaseKind::Operation {
            jobs,
            annual_wage: None,
            sales: None,
            property_tax: None,
            tax_base: None,
            local_hiring: None,
        },
        ..construction.clone()
    };
    Scenario {
        version: VERSION,
        name: Local::new(app::NEW_PROJECT.fr, app::NEW_PROJECT.en),
        description: Local::default(),
        economy: EconomyRef {
            id: library.economy.id.clone(),
            fingerprint: None,
        },
        region,
        activity,
        model: ModelChoice::default(),
        parameters: Default::default(),
        phases: vec![construction, operation],
        support: Vec::new(),
        early_closure: None,
        labour: Default::default(),
        facts: Vec::new(),
        benefits: Vec::new(),
        claims: Vec::new(),
    }
}
