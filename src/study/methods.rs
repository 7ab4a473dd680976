//! The same project under each regional method.

use super::structure::Cache;
use super::{Effect, Library, Measure, Study, Territory, run};
use crate::scenario::{Method, Scenario};

/// What a regional method says of the study region, in the phase a reader asks about first: operation where there is one, else construction.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnderMethod {
    /// The method.
    pub method: Method,
    /// Whether the study rests on it.
    pub own: bool,
    /// Its figures; nothing where the method cannot meet the local share asked for.
    pub figures: Option<MethodFigures>,
}

/// The figures of one method.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MethodFigures {
    /// Jobs by effect, in the order of [`Effect::ALL`].
    pub jobs: [f64; Effect::ALL.len()],
    /// All jobs.
    pub all_jobs: f64,
    /// GDP at basic prices, dollars.
    pub gdp: f64,
}

impl MethodFigures {
    /// Returns the figures of a study; nothing where it has no phase.
    fn of(study: &Study) -> Option<Self> {
        let phase = study.operation().or_else(|| study.construction())?;
        Some(Self {
            jobs: Effect::ALL.map(|e| study.value(phase, Measure::Jobs, e, Territory::Study)),
            all_jobs: study.total(phase, Measure::Jobs, Territory::Study),
            gdp: study.total(phase, Measure::Gdp, Territory::Study),
        })
    }
}

/// Computes a scenario under each regional method; nothing where its region is a whole province, which needs none.
///
/// The models of a method are some megabytes: each is built and let go in turn, only its figures are kept.
///
/// * `study`: the study of the scenario as it stands, which is not computed again.
/// * `cache`: where accounts of whole provinces are found.
pub fn under_methods(scenario: &Scenario, study: &Study, library: &Library, cache: &Cache) -> Vec<UnderMethod> {
    if study.whole_province {
        return Vec::new();
    }
    let figures = |method: Method| {
        if method == scenario.model.method {
            return MethodFigures::of(study);
        }
        let mut other = scenario.clone();
        other.model.method = method;
        let other = run(&other, library, &mut cache.accounts_only()).ok()?;
        MethodFigures::of(&other)
    };
    let row = |method| UnderMethod {
        method,
        own: method == scenario.model.method,
        figures: figures(method),
    };
    Method::ALL.map(row).to_vec()
}
