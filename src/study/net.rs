//! Gross to net, and jobs per dollar as labour productivity grows: what scales a phase as a whole.

use super::structure::Prepared;
use super::{Effect, Factors, Measure, PhaseStudy, Study, Territory, Waterfall};
use crate::data::library::Library;
use crate::data::programmes::Factor;
use crate::scenario::Phase;

/// Returns how much of a phase is new: what the user states, then what the preset says, then nothing taken out. None where neither is given.
pub(super) fn factors(phase: &Phase, library: &Library) -> Option<Factors> {
    let stated = phase.additionality.as_ref()?;
    let preset = |factor| {
        let id = stated.preset.as_deref()?;
        library.additionality.share(id, factor)
    };
    let of = |own: &Option<crate::scenario::Input>, factor| {
        own.as_ref().map(|i| i.value).or_else(|| preset(factor)).unwrap_or(0.0)
    };
    Factors::new(
        of(&stated.deadweight, Factor::Deadweight),
        of(&stated.displacement, Factor::Displacement),
        of(&stated.substitution, Factor::Substitution),
        stated.reference.as_ref().map_or(0.0, |i| i.value),
    )
}

/// Returns the factor of jobs in the headline figures, and of each year against it.
///
/// With g the growth of labour productivity a year, a dollar of year t employs `(1 + g)^−(t − data year)` times the account's jobs. A construction's
/// headline weighs its years by their spending; an operation's is its first year of full activity.
pub(super) fn job_factors(
    by_year: &[(i32, f64)],
    construction: bool,
    prepared: &Prepared,
    library: &Library,
) -> (f64, Vec<(i32, f64)>) {
    let at = |year: i32| (1.0 + prepared.values.productivity).powi(library.economy.data_year - year);
    let headline = if construction {
        let all: f64 = by_year.iter().map(|(_, part)| part).sum();
        let weighed: f64 = by_year.iter().map(|(year, part)| part * at(*year)).sum();
        if all > 0.0 { weighed / all } else { 1.0 }
    } else {
        let full = by_year.iter().find(|(_, part)| *part >= 1.0).or(by_year.last());
        full.map_or(1.0, |(year, _)| at(*year))
    };
    let years = by_year.iter().map(|(year, _)| (*year, at(*year) / headline)).collect();
    (headline, years)
}

impl PhaseStudy {
    /// Returns what a gross figure of the phase is multiplied by to be net; 1 where the user says nothing.
    ///
    /// The factors apply to the direct activity, and every effect is linear in it: one factor holds for all figures of the phase (METHOD section 8).
    pub fn net_factor(&self) -> f64 {
        self.factors.map_or(1.0, |f| f.net_factor())
    }

    /// Returns a year's jobs per dollar against the headline's; 1 for every other measure, and for the project's own jobs, which are stated.
    pub fn job_factor(&self, year: i32, measure: Measure, effect: Effect) -> f64 {
        let stated = !self.construction && effect == Effect::Direct;
        if measure != Measure::Jobs || stated {
            return 1.0;
        }
        self.job_factors
            .iter()
            .find(|(y, _)| *y == year)
            .map_or(1.0, |(_, f)| *f)
    }

    /// Returns a gross figure of the phase in net terms; nothing where the user does not say what is new.
    pub fn net(&self, gross: f64) -> Option<f64> {
        Some(gross * self.factors?.net_factor())
    }
}

impl Study {
    /// Returns the steps from gross to net of one figure of a phase; nothing where the user does not say what is new.
    pub fn waterfall(&self, phase: &PhaseStudy, measure: Measure, territory: Territory) -> Option<Waterfall> {
        Some(phase.factors?.waterfall(self.total(phase, measure, territory)))
    }
}
