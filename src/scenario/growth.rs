//! A programme of growth: an activity that exists already and is to reach a target over some years.

use serde::{Deserialize, Serialize};

use super::document::Input;

/// Makes a phase of operation a programme of growth.
///
/// The phase states what is **added** to the activity that exists: its jobs, its sales. The base below is what existed before; it is told beside the
/// results and enters none of them. Activity climbs evenly: year k of N brings k/N of what is added, and the years after it all.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Growth {
    /// Whole years from the first year of the phase to the target, both included.
    pub years: Input,
    /// Direct jobs before the programme; the target is these and the jobs of the phase.
    pub base_jobs: Input,
    /// Annual sales before it, dollars of the phase's price year; the target is these and the sales of the phase.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub base_sales: Option<Input>,
}

impl Growth {
    /// Returns the part of what is added that is reached in each year of the climb: 1/N, 2/N, … 1.
    pub fn climb(&self) -> Vec<f64> {
        let years = self.years.value.round().clamp(1.0, 1000.0);
        (1..=years as i32).map(|k| f64::from(k) / years).collect()
    }
}
