//! The claim looked at on its page, what is found of it, and what can be changed about the claims of a project.

use super::action::Effect;
use super::state::{AppState, Notice, Page};
use crate::ids::{Local, RegionCode};
use crate::problem::Problem;
use crate::scenario::{Activity, ClaimPeriod, CountedIn, Scenario};
use crate::study::Cache;
use crate::study::claims::{ClaimFigure, Judgement, Statement, judge, shipped, statements};
use crate::text::Msg;
use crate::text::messages::claims as words;

/// Something that happens on the page of claims. None of it is a step to undo: the claim is no part of a project until it is kept.
#[derive(Clone, Debug, PartialEq)]
pub enum ClaimAction {
    /// Another claim is looked at.
    Choose(Box<Statement>),
    /// A claim of one's own is begun, about the region and the activity of the project in front.
    Begin,
    /// A figure is typed; nothing takes it out.
    Figure(ClaimFigure, Option<f64>),
    /// What was typed is given up.
    Restore,
    /// A figure is typed to its end.
    Settle,
    /// Who says it.
    Who(String),
    /// Its region.
    Region(RegionCode),
    /// Its curated activity, if it is one, and its recipe.
    Activity(Option<String>, String),
    /// Its year.
    Year(i32),
    /// Where it counts, when it says so.
    CountedIn(Option<CountedIn>),
    /// Whether it counts the spending of households, when it says so.
    Induced(Option<bool>),
    /// What it speaks of, when it says so.
    Period(Option<ClaimPeriod>),
    /// The verdict was copied, which is told.
    Copied,
}

/// One change to the claims of a project.
#[derive(Clone, Debug, PartialEq)]
pub enum ClaimsEdit {
    /// A claim is kept, after those already there.
    Keep(Box<Statement>),
    /// A claim is taken out, by its place among the statements.
    Remove(usize),
}

impl ClaimsEdit {
    /// Returns a name for the control that makes this edit.
    pub(super) fn control(&self) -> String {
        match self {
            ClaimsEdit::Keep(_) => "claim.keep".into(),
            ClaimsEdit::Remove(k) => format!("claim.remove.{k}"),
        }
    }

    /// Returns the name of the step.
    pub(super) fn step(&self) -> Msg {
        match self {
            ClaimsEdit::Keep(_) => words::STEP_KEEP,
            ClaimsEdit::Remove(_) => words::STEP_REMOVE,
        }
    }

    /// Makes the change; a claim that is not there changes nothing.
    pub(super) fn apply(&self, s: &mut Scenario) {
        match self {
            ClaimsEdit::Keep(statement) => s.claims.extend(statement.to_claims()),
            ClaimsEdit::Remove(k) => {
                if let Some((_, range)) = statements(s).into_iter().nth(*k) {
                    s.claims.drain(range);
                }
            }
        }
    }
}

/// The claim looked at and what is found of it, while its page shows.
#[derive(Default)]
pub struct ClaimsState {
    /// The claim; nothing before the page first showed.
    pub statement: Option<Statement>,
    /// What is found of it, or why it is refused.
    pub found: Option<Result<Judgement, Vec<Problem>>>,
    /// Grows with every change, so that fields forget what was typed before it.
    pub revision: u64,
    /// The claim as it was judged last.
    judged: Option<Statement>,
    /// The claim from before a figure that is still being typed.
    typed: Option<Statement>,
    cache: Cache,
}

impl AppState {
    /// Returns the claims of the project in front.
    pub fn project_claims(&self) -> Vec<Statement> {
        statements(self.document().scenario())
            .into_iter()
            .map(|(s, _)| s)
            .collect()
    }
}

/// Does what is asked of the claim looked at.
pub(super) fn act(state: &mut AppState, action: ClaimAction) -> Vec<Effect> {
    let fresh = match action {
        ClaimAction::Begin => Some(blank(state)),
        ClaimAction::Copied => {
            state.notice = Some(Notice {
                text: Local::new(words::COPIED.fr, words::COPIED.en),
                alarming: false,
            });
            return Vec::new();
        }
        _ => None,
    };
    let claims = &mut state.claims;
    let Some(statement) = &mut claims.statement else {
        return Vec::new();
    };
    match action {
        ClaimAction::Figure(figure, value) => {
            // Each key is a change; the claim is judged once the typing ends, since it takes dozens of models.
            if claims.typed.is_none() && value.is_some() {
                claims.typed = Some(statement.clone());
            }
            statement.set(figure, value);
            if value.is_none() {
                claims.revision += 1;
            }
            return Vec::new();
        }
        ClaimAction::Settle => claims.typed = None,
        ClaimAction::Restore => {
            if let Some(before) = claims.typed.take() {
                *statement = before;
            }
        }
        ClaimAction::Choose(chosen) => *statement = *chosen,
        ClaimAction::Begin => {
            if let Some(own) = fresh {
                *statement = own;
            }
        }
        ClaimAction::Who(text) => {
            statement.source = Local::same(&text);
            return Vec::new();
        }
        ClaimAction::Region(code) => statement.region = code,
        ClaimAction::Activity(id, recipe) => statement.activity = Activity { id, recipe },
        ClaimAction::Year(year) => statement.year = year,
        ClaimAction::CountedIn(place) => statement.counted_in = place,
        ClaimAction::Induced(counted) => statement.induced = counted,
        ClaimAction::Period(period) => statement.period = period,
        ClaimAction::Copied => {}
    }
    claims.revision += 1;
    Vec::new()
}

/// Returns a claim without figures, about the region, the activity and the dollars of the project in front.
fn blank(state: &AppState) -> Statement {
    let scenario = state.document().scenario();
    let year = scenario
        .phases
        .first()
        .map_or(state.library.economy.data_year, |p| p.price_year);
    Statement {
        region: scenario.region.clone(),
        activity: scenario.activity.clone(),
        year,
        ..Statement::default()
    }
}

/// Judges the claim while its page shows: the first of the project at first, otherwise the first that ships.
pub(super) fn refresh(state: &mut AppState) {
    if state.page != Page::Claims {
        state.claims.found = None;
        state.claims.judged = None;
        return;
    }
    if state.claims.statement.is_none() {
        let own = state.project_claims().into_iter().next();
        let first = own.or_else(|| shipped(&state.library).into_iter().next().map(|(_, s)| s));
        state.claims.statement = Some(first.unwrap_or_else(|| blank(state)));
    }
    let claims = &mut state.claims;
    if claims.typed.is_some() {
        return;
    }
    // Who says it changes no verdict.
    let asked = claims.statement.clone().map(|mut s| {
        s.source = Local::default();
        s.title = Local::default();
        s
    });
    if claims.judged == asked {
        return;
    }
    claims.found = asked.as_ref().map(|s| judge(s, &state.library, &mut claims.cache));
    claims.judged = asked;
}
