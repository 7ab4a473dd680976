//! What can be changed about the phases of a project, their years and money aside: name, copy, and how they spread over their years.

use super::facts::say_perhaps;
use crate::ids::PhaseId;
use crate::scenario::{Growth, Input, Phase, PhaseKind, Scenario};
use crate::text::messages::{group, project as words};
use crate::text::{Lang, Msg};

/// One change to a phase.
#[derive(Clone, Debug, PartialEq)]
pub enum PhasesEdit {
    /// The name of a phase; an empty one goes back to what its kind is called.
    Label(usize, Lang, String),
    /// A copy of a phase is added at the end.
    Duplicate(usize),
    /// The part of a construction spent in one of its years, counted from 0 (the others share the rest as they did), or the degree of activity of an
    /// operation in one of its first years.
    Part(usize, usize, f64),
    /// How many first years of an operation are not at full activity.
    RampYears(usize, usize),
    /// A phase spreads over its years by default: evenly, or at full activity from the first.
    ResetProfile(usize),
    /// Whether an operation is a programme of growth; one that begins doubles what exists, over ten years at most.
    Growth(usize, bool),
    /// How many years a programme takes to reach its target.
    GrowthYears(usize, usize),
    /// The direct jobs from which a programme starts.
    GrowthBase(usize, f64),
    /// The direct jobs that it aims at: the phase's own are these less those from which it starts.
    GrowthTarget(usize, f64),
}

/// The longest programme that begins by itself, in years.
const LONGEST_START: usize = 10;

impl PhasesEdit {
    /// Returns a name for the control that makes this edit, the same while it moves.
    pub(super) fn control(&self) -> String {
        match self {
            PhasesEdit::Label(k, ..) => format!("phase.label.{k}"),
            PhasesEdit::Duplicate(k) => format!("phase.duplicate.{k}"),
            PhasesEdit::Part(k, year, _) => format!("phase.part.{k}.{year}"),
            PhasesEdit::RampYears(k, _) => format!("phase.ramp.{k}"),
            PhasesEdit::ResetProfile(k) => format!("phase.profile.{k}"),
            PhasesEdit::Growth(k, _) => format!("phase.growth.{k}"),
            PhasesEdit::GrowthYears(k, _) => format!("phase.growth_years.{k}"),
            PhasesEdit::GrowthBase(k, _) => format!("phase.growth_base.{k}"),
            PhasesEdit::GrowthTarget(k, _) => format!("phase.growth_target.{k}"),
        }
    }

    /// Returns the number that the edit carries.
    pub(super) fn number(&self) -> Option<f64> {
        match self {
            PhasesEdit::Part(_, _, part) => Some(*part),
            PhasesEdit::RampYears(_, years) | PhasesEdit::GrowthYears(_, years) => Some(*years as f64),
            PhasesEdit::GrowthBase(_, jobs) | PhasesEdit::GrowthTarget(_, jobs) => Some(*jobs),
            _ => None,
        }
    }

    /// Returns the name of the step.
    pub(super) fn step(&self) -> Msg {
        match self {
            PhasesEdit::Label(..) => words::STEP_PHASE_NAME,
            PhasesEdit::Duplicate(_) => words::STEP_PHASE_COPY,
            PhasesEdit::Part(..) | PhasesEdit::RampYears(..) => words::STEP_PROFILE,
            PhasesEdit::ResetProfile(_) => words::STEP_PROFILE_RESET,
            PhasesEdit::Growth(..) => group::STEP_GROWTH,
            PhasesEdit::GrowthYears(..) => group::STEP_GROWTH_YEARS,
            PhasesEdit::GrowthBase(..) => group::STEP_GROWTH_BASE,
            PhasesEdit::GrowthTarget(..) => group::STEP_GROWTH_TARGET,
        }
    }

    /// Makes the change. Phases and years that do not exist change nothing.
    pub(super) fn apply(&self, s: &mut Scenario) {
        match self {
            PhasesEdit::Label(k, lang, text) => with(s, *k, |p| say_perhaps(&mut p.label, *lang, text)),
            PhasesEdit::Duplicate(k) => {
                let Some(mut copy) = s.phases.get(*k).cloned() else {
                    return;
                };
                let free = |id: &String| s.phases.iter().all(|p| p.id.as_str() != id);
                let stem = copy.id.as_str().to_owned();
                let id = (2..).map(|n| format!("{stem}-{n}")).find(free).unwrap_or_default();
                copy.id = PhaseId::new(id);
                s.phases.push(copy);
            }
            PhasesEdit::Part(k, year, part) => with(s, *k, |p| {
                let mut parts = parts(p);
                if p.is_construction() {
                    share_out(&mut parts, *year, *part);
                } else if let Some(own) = parts.get_mut(*year) {
                    *own = *part;
                }
                p.growth = None;
                p.profile = Some(parts);
            }),
            PhasesEdit::RampYears(k, years) => with(s, *k, |p| {
                if p.is_construction() {
                    return;
                }
                let years = (*years).min(length(p));
                let mut parts = parts(p);
                parts.truncate(years);
                if parts.len() < years {
                    // A straight climb to full activity, which the year after the ramp reaches.
                    parts = (1..=years).map(|y| y as f64 / (years + 1) as f64).collect();
                }
                p.growth = None;
                p.profile = (!parts.is_empty()).then_some(parts);
            }),
            PhasesEdit::ResetProfile(k) => with(s, *k, |p| (p.profile, p.growth) = (None, None)),
            PhasesEdit::Growth(k, on) => with(s, *k, |p| {
                let PhaseKind::Operation { jobs, .. } = &p.kind else {
                    return;
                };
                let years = length(p).clamp(1, LONGEST_START);
                let growth = Growth {
                    years: Input::user(years as f64),
                    base_jobs: Input::user(jobs.value),
                    base_sales: None,
                };
                if *on {
                    p.profile = None;
                }
                p.growth = on.then_some(growth);
            }),
            PhasesEdit::GrowthYears(k, years) => with(s, *k, |p| {
                let years = (*years).clamp(1, length(p).max(1));
                if let Some(growth) = &mut p.growth {
                    growth.years = Input::user(years as f64);
                }
            }),
            PhasesEdit::GrowthBase(k, jobs) => with(s, *k, |p| {
                if let Some(growth) = &mut p.growth {
                    growth.base_jobs = Input::user(*jobs);
                }
            }),
            PhasesEdit::GrowthTarget(k, target) => with(s, *k, |p| {
                if let (Some(growth), PhaseKind::Operation { jobs, .. }) = (&p.growth, &mut p.kind) {
                    *jobs = Input::user((target - growth.base_jobs.value).max(0.0));
                }
            }),
        }
    }
}

fn with(s: &mut Scenario, k: usize, change: impl FnOnce(&mut Phase)) {
    if let Some(p) = s.phases.get_mut(k) {
        change(p);
    }
}

/// Returns how many years a phase lasts.
fn length(phase: &Phase) -> usize {
    usize::try_from(i64::from(phase.end) - i64::from(phase.start) + 1).unwrap_or(0)
}

/// Returns the parts of a phase's years as they stand: all years of a construction, the stated first years of an operation.
pub fn parts(phase: &Phase) -> Vec<f64> {
    match phase
        .growth
        .as_ref()
        .map(Growth::climb)
        .or_else(|| phase.profile.clone())
    {
        Some(profile) => profile,
        None if phase.is_construction() => {
            let years = length(phase).max(1);
            vec![1.0 / years as f64; years]
        }
        None => Vec::new(),
    }
}

/// Gives one year its part, the others sharing what is left as they did, or evenly where they had nothing; parts sum to 1.
fn share_out(parts: &mut [f64], year: usize, part: f64) {
    if year >= parts.len() || parts.len() < 2 {
        return;
    }
    let others: f64 = parts
        .iter()
        .enumerate()
        .filter(|(k, _)| *k != year)
        .map(|(_, p)| p)
        .sum();
    let even = (1.0 - part) / (parts.len() - 1) as f64;
    for (k, own) in parts.iter_mut().enumerate() {
        *own = match k == year {
            true => part,
            false if others > 0.0 => *own * (1.0 - part) / others,
            false => even,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_other_years_share_what_is_left_as_they_did() {
        let mut parts = [0.5, 0.3, 0.2];
        share_out(&mut parts, 0, 0.2);
        assert!((parts[1] - 0.48).abs() < 1e-12 && (parts[2] - 0.32).abs() < 1e-12);
        share_out(&mut parts, 1, 1.0);
        assert_eq!(parts, [0.0, 1.0, 0.0]);
        share_out(&mut parts, 1, 0.5);
        assert_eq!(parts, [0.25, 0.5, 0.25]);
        let mut alone = [1.0];
        share_out(&mut alone, 0, 0.4);
        assert_eq!(alone, [1.0]);
    }
}
