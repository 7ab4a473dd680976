//! Public claims that ship with the program, and published results to set beside any claim, as they are written in RON.

use serde::Deserialize;

use crate::ids::Local;

/// The embedded file. It enters no calculation of a project, so it is no part of the fingerprint of the data.
pub const FILE: (&str, &str) = ("claims.ron", include_str!("../../assets/claims.ron"));

/// A figure of a claim or of a case: its name, as in scenario files, and its value in dollars, jobs, families or as a share of one.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct FigureEntry(pub String, pub f64);

/// A public claim.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct ClaimEntry {
    /// Its name in this file.
    pub id: String,
    /// A short name for people.
    pub title: Local,
    /// Code of its region.
    pub region: String,
    /// Its activity among the curated ones.
    pub activity: String,
    /// The year it was made in and of its dollars.
    pub year: i32,
    /// Where it counts: `region`, `province` or `country`; nothing where it does not say.
    #[serde(default)]
    pub counted_in: Option<String>,
    /// Whether it counts the spending of households.
    #[serde(default)]
    pub induced: Option<bool>,
    /// `construction` or `operation`; nothing where it does not say.
    #[serde(default)]
    pub period: Option<String>,
    /// Its figures.
    pub figures: Vec<FigureEntry>,
    /// Who says it, where and when, with what was added to make it computable.
    pub source: Local,
    /// Where it can be read.
    #[serde(default)]
    pub place: Option<String>,
    /// When that was last looked at.
    pub last_checked: String,
}

/// What a published case rests on.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub enum CaseKind {
    /// A study with a model.
    Study,
    /// Figures announced for one project.
    Announcement,
    /// A claim made for a sector, without its study.
    Claim,
}

/// A published result.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct CaseEntry {
    /// Its name in this file.
    pub id: String,
    /// What it is, for people.
    pub title: Local,
    /// What it rests on.
    pub kind: CaseKind,
    /// Code of its province; nothing where our sources do not say: it then compares with no province.
    #[serde(default)]
    pub province: Option<String>,
    /// Where its effects are counted: `region`, `province` or `country`.
    pub counted_in: String,
    /// Codes of the industries of the account that it is about.
    pub industries: Vec<String>,
    /// `construction` or `operation`.
    pub period: String,
    /// The year of its dollars; nothing where the publication does not say.
    #[serde(default)]
    pub year: Option<i32>,
    /// Whether its totals count the spending of households; nothing where the publication does not say.
    #[serde(default)]
    pub induced: Option<bool>,
    /// Its figures, as published.
    pub figures: Vec<FigureEntry>,
    /// Publisher and place.
    pub source: Local,
    /// What to know before comparing.
    #[serde(default)]
    pub note: Option<Local>,
    /// When that was last looked at.
    pub last_checked: String,
}

/// A number of the rules, with what it rests on.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct RuleEntry {
    /// Its value.
    pub value: f64,
    /// What it rests on.
    pub note: Local,
}

/// Claims, cases and the rule between high and outside.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct ClaimsFile {
    /// Version of the format.
    pub version: u32,
    /// How many times the top of the range a claim may reach before it is outside rather than high.
    pub high_factor: RuleEntry,
    /// The claims, in the order shown.
    pub claims: Vec<ClaimEntry>,
    /// The cases, in the order shown.
    pub cases: Vec<CaseEntry>,
}
