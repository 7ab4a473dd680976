//! The list of benefits that no figure counts, as it is written in RON.

use serde::Deserialize;

use crate::ids::Local;

/// The embedded list. It enters no calculation, so it is no part of the fingerprint of the data.
pub const FILE: (&str, &str) = ("benefits.ron", include_str!("../../assets/benefits.ron"));

/// A benefit that a project may tick.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct BenefitEntry {
    /// Its name in scenario files.
    pub id: String,
    /// What it says.
    pub label: Local,
    /// What to know: where a figure already counts it.
    #[serde(default)]
    pub note: Option<Local>,
}

/// The list and who made it.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct BenefitsFile {
    /// Version of the format.
    pub version: u32,
    /// Where the list was taken from.
    pub source: Local,
    /// The benefits, in the order shown.
    pub benefits: Vec<BenefitEntry>,
}
