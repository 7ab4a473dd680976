//! The named multipliers of an account: simple and total effects per dollar, Type I and Type II ratios.

use super::impact::{ImpactModel, Measure};
use super::regional::StudyRegion;
use crate::problem::What;

/// Multipliers of one industry of the study region, for one measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Multiplier {
    /// Position of the industry.
    pub industry: usize,
    /// What is measured.
    pub measure: Measure,
    /// Direct effect per dollar of final demand.
    pub direct: f64,
    /// Direct + indirect inside the study region.
    pub simple_local: f64,
    /// Direct + indirect inside the province.
    pub simple_province: f64,
    /// Direct + indirect in all regions of the account.
    pub simple_all: f64,
    /// Direct + indirect + induced inside the province, households' own row left out; absent without a closed model.
    pub total_province: Option<f64>,
    /// Direct + indirect + induced in all regions; absent without a closed model.
    pub total_all: Option<f64>,
}

impl Multiplier {
    /// Returns simple ÷ direct inside the province; nothing where direct is 0.
    pub fn type_i_ratio(&self) -> Option<f64> {
        (self.direct > 0.0).then(|| self.simple_province / self.direct)
    }

    /// Returns total ÷ direct inside the province; nothing where direct is 0 or the model is open.
    pub fn type_ii_ratio(&self) -> Option<f64> {
        self.total_province
            .filter(|_| self.direct > 0.0)
            .map(|t| t / self.direct)
    }
}

/// The measures that have multipliers.
pub const MEASURES: [Measure; 5] = [
    Measure::Output,
    Measure::Gdp,
    Measure::Compensation,
    Measure::Jobs,
    Measure::ForeignImports,
];

/// Returns the multipliers of every industry of the study region per dollar of final demand.
///
/// `c'·(I − A)⁻¹` by one transposed solve per measure and territory; in the closed model the household rows carry a coefficient of 0, so they never
/// enter a sum.
///
/// Source: Miller & Blair (2009), chapter 6. Reproduces Germany 1995 (`tests/published.rs`) in a one-region account.
pub fn multipliers(region: &StudyRegion, model: &ImpactModel) -> Result<Vec<Multiplier>, What> {
    let account = region.account();
    let n = account.industries().len();
    let size = account.size();
    let mut out = Vec::new();
    for measure in MEASURES {
        let c = coefficients(region, measure);
        let inside = |regions: usize| -> Vec<f64> {
            c.iter()
                .enumerate()
                .map(|(k, v)| if k / n < regions { *v } else { 0.0 })
                .collect()
        };
        let territories = [1, region.provincial_regions(), account.regions().len()];
        let simple = territories.map(|t| model.open().effects_per_dollar(&inside(t)));
        let total = territories.map(|t| {
            model.closed().map(|closed| {
                let mut c = inside(t);
                c.resize(size + account.regions().len(), 0.0);
                closed.effects_per_dollar(&c)
            })
        });
        for j in 0..n {
            out.push(Multiplier {
                industry: j,
                measure,
                direct: c[j],
                simple_local: simple[0][j],
                simple_province: simple[1][j],
                simple_all: simple[2][j],
                total_province: total[1].as_ref().map(|t| t[j]),
                total_all: total[2].as_ref().map(|t| t[j]),
            });
        }
    }
    Ok(out)
}

/// Returns the coefficients of a measure per dollar of output, nr.
fn coefficients(region: &StudyRegion, measure: Measure) -> Vec<f64> {
    let c = region.account().per_dollar();
    match measure {
        Measure::Output => vec![1.0; region.account().size()],
        Measure::Compensation => c.compensation.clone(),
        Measure::Jobs => c.jobs.clone(),
        Measure::ForeignImports => c.foreign_imports.clone(),
        Measure::ProductTaxes => c.product_taxes.clone(),
        _ => c.value_added.clone(),
    }
}
