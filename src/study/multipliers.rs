//! The multipliers of a region, from the same models as a study.

use std::sync::Arc;

use super::structure::{Cache, Structure};
use crate::data::library::Library;
use crate::engine::multipliers::{Multiplier, multipliers};
use crate::ids::{Local, RegionCode};
use crate::problem::{Problem, What, nearest};
use crate::scenario::{Activity, EconomyRef, ModelChoice, Scenario, VERSION};

/// The multipliers of a region.
#[derive(Clone, Debug)]
pub struct RegionMultipliers {
    /// Name of the region.
    pub region_label: Local,
    /// Name of its province.
    pub province_label: Local,
    /// Whether the region is a whole region of the account.
    pub whole_province: bool,
    /// δ as used, where the method has one.
    pub delta: Option<f64>,
    /// One entry per measure and industry.
    pub rows: Vec<Multiplier>,
    /// The models behind them.
    pub structure: Arc<Structure>,
}

/// Computes the multipliers of a region per dollar of final demand, with the default parameters.
pub fn region_multipliers(
    region: &RegionCode,
    model: &ModelChoice,
    library: &Library,
    cache: &mut Cache,
) -> Result<RegionMultipliers, Vec<Problem>> {
    let Some(territory) = library.territory(region.as_str()) else {
        let known = library.territories.iter().map(|t| t.code.as_str());
        let what = What::UnknownRegion {
            code: region.to_string(),
            nearest: nearest(region.as_str(), known),
        };
        return Err(vec![Problem::new("region", what)]);
    };
    if let Some(delta) = model.delta
        && !(0.0..1.0).contains(&delta)
    {
        let what = if delta.is_finite() {
            What::OutOfRange {
                value: delta,
                low: 0.0,
                high: 1.0,
            }
        } else {
            What::NotFinite
        };
        return Err(vec![Problem::new("model.delta", what)]);
    }
    let scenario = Scenario {
        version: VERSION,
        name: Local::default(),
        description: Local::default(),
        economy: EconomyRef {
            id: library.economy.id.clone(),
            fingerprint: None,
        },
        region: region.clone(),
        activity: Activity::default(),
        model: model.clone(),
        parameters: Default::default(),
        phases: Vec::new(),
        support: Vec::new(),
        early_closure: None,
        labour: Default::default(),
        facts: Vec::new(),
        benefits: Vec::new(),
        claims: Vec::new(),
    };
    let prepared = cache.prepare(&scenario, library)?;
    let structure = prepared.structure;
    let rows = multipliers(&structure.region, &structure.model).map_err(|what| vec![Problem::new("", what)])?;
    let whole_province = structure.region.is_whole_province();
    let province = library.territory(territory.province.as_str());
    Ok(RegionMultipliers {
        region_label: territory.label.clone(),
        province_label: province.map(|p| p.label.clone()).unwrap_or_default(),
        whole_province,
        delta: (model.method.has_delta() && !whole_province).then_some(prepared.values.delta),
        rows,
        structure,
    })
}
