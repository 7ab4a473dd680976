//! Who could hold the jobs of a project, as stated: unemployment of the region, and programmes of study whose graduates are hired.

use serde::{Deserialize, Serialize};

use super::document::Input;
use crate::ids::Local;

/// Labour supply: nothing of it changes the jobs that the project supports, only what is said of who would hold them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Labour {
    /// Unemployment rate of the study region, as a share of its labour force; by default the published one, if any.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unemployment: Option<Input>,
    /// Programmes of study whose graduates the project hires.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub programmes: Vec<SchoolProgramme>,
}

impl Labour {
    /// Returns whether nothing is stated.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A programme of study of a school near the project.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchoolProgramme {
    /// The name of the school.
    #[serde(default)]
    pub school: Local,
    /// The name of the programme.
    #[serde(default, skip_serializing_if = "Local::is_empty")]
    pub programme: Local,
    /// People who begin it each year.
    pub seats: Input,
    /// The part of them who graduate.
    pub graduation: Input,
    /// The part of graduates whom the project would hire.
    pub hired: Input,
    /// The first year in which it has graduates to hire.
    pub first_year: i32,
}
