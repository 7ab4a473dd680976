//! Public programmes and the presets from gross to net, as they are written in RON.

use serde::Deserialize;

use super::files::ParameterSource;
use crate::ids::Local;

/// The government behind a programme.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub enum ProgrammeGovernment {
    /// Canada.
    Federal,
    /// Québec.
    Quebec,
    /// Municipalities and MRCs.
    Municipal,
}

/// A form that a programme's support takes.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub enum ProgrammeKind {
    /// Not paid back.
    Grant,
    /// Paid back.
    Loan,
    /// The loan of another lender, guaranteed.
    Guarantee,
    /// Shares.
    Equity,
    /// A refundable tax credit.
    Credit,
    /// Relief from yearly taxes.
    Holiday,
}

/// A rate and where, or to what, it applies.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct ProgrammeRate {
    /// Its name in the file.
    pub id: String,
    /// The territory or the spending.
    pub label: Local,
    /// Support per dollar of eligible spending.
    pub rate: f64,
}

/// A programme. What is not published, or was not found, is absent.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Programme {
    /// Its name in scenario files.
    pub id: String,
    /// Its name.
    pub label: Local,
    /// Who administers it.
    pub body: Local,
    /// The government behind it.
    pub government: ProgrammeGovernment,
    /// The forms that it takes, the usual one first.
    pub kinds: Vec<ProgrammeKind>,
    /// Its rates.
    pub rates: Vec<ProgrammeRate>,
    /// Years of relief of a holiday.
    pub years: Option<u32>,
    /// The most spending that can be eligible, dollars.
    pub spending_cap: Option<f64>,
    /// The least spending of a project, dollars.
    pub minimum_spending: Option<f64>,
    /// The least that is given, dollars.
    pub minimum_amount: Option<f64>,
    /// The most that is given, dollars.
    pub maximum_amount: Option<f64>,
    /// The year's envelope of all projects together, dollars.
    pub yearly_envelope: Option<f64>,
    /// What else it asks for.
    pub conditions: Local,
    /// Whom it leaves out.
    pub excluded: Option<Local>,
    /// Its last day, year-month-day.
    pub expires: Option<String>,
    /// Whether the administering body's own page was read for these figures; otherwise they are to be confirmed.
    pub confirmed: bool,
    /// Where the figures were read.
    pub source: ParameterSource,
    /// Date of the last check.
    pub last_checked: String,
}

/// The catalogue of programmes.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct ProgrammesFile {
    /// Version of the format.
    pub version: u32,
    /// All of them.
    pub programmes: Vec<Programme>,
}

/// A factor from gross to net.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub enum Factor {
    /// What would have happened anyway.
    Deadweight,
    /// What takes the place of activity elsewhere in the region.
    Displacement,
    /// What replaces another activity of the same firm.
    Substitution,
    /// What goes to people outside the region; the model has it by region already.
    Leakage,
}

/// A level of a factor.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct FactorLevel {
    /// Its name in the file.
    pub id: String,
    /// Its name.
    pub label: Local,
    /// Its share.
    pub value: f64,
}

/// The levels of a factor.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct FactorLevels {
    /// The factor.
    pub factor: Factor,
    /// From none to all.
    pub levels: Vec<FactorLevel>,
    /// Whether no publication gives these levels for this factor.
    pub assumption: bool,
    /// Whether the publication itself was read for these figures.
    pub verified: bool,
    /// Who gives them.
    pub source: Option<ParameterSource>,
    /// Date of the last check.
    pub last_checked: String,
    /// What to know.
    pub note: Local,
}

/// A choice of one level per factor.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Preset {
    /// Its name in scenario files.
    pub id: String,
    /// Its name.
    pub label: Local,
    /// The level of deadweight.
    pub deadweight: String,
    /// The level of displacement.
    pub displacement: String,
    /// The level of substitution.
    pub substitution: String,
    /// Whether the choice of levels is an assumption.
    pub assumption: bool,
    /// When to choose it.
    pub note: Local,
}

/// Levels and presets from gross to net.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct AdditionalityFile {
    /// Version of the format.
    pub version: u32,
    /// The levels of each factor.
    pub factors: Vec<FactorLevels>,
    /// The presets.
    pub presets: Vec<Preset>,
}

impl AdditionalityFile {
    /// Returns a preset by its name.
    pub fn preset(&self, id: &str) -> Option<&Preset> {
        self.presets.iter().find(|p| p.id == id)
    }

    /// Returns the share of a level.
    pub fn level(&self, factor: Factor, id: &str) -> Option<f64> {
        let levels = &self.factors.iter().find(|f| f.factor == factor)?.levels;
        levels.iter().find(|l| l.id == id).map(|l| l.value)
    }

    /// Returns the share that a preset gives to a factor; nothing for an unknown preset, and for leakage, which no preset sets.
    pub fn share(&self, preset: &str, factor: Factor) -> Option<f64> {
        let preset = self.preset(preset)?;
        let level = match factor {
            Factor::Deadweight => &preset.deadweight,
            Factor::Displacement => &preset.displacement,
            Factor::Substitution => &preset.substitution,
            Factor::Leakage => return None,
        };
        self.level(factor, level)
    }

    /// Returns what a preset leaves of a gross figure: (1 − deadweight)·(1 − displacement)·(1 − substitution), a share of one.
    pub fn left(&self, preset: &str) -> f64 {
        let taken = [Factor::Deadweight, Factor::Displacement, Factor::Substitution];
        let part = |factor| self.share(preset, factor).unwrap_or(0.0);
        taken.into_iter().map(|factor| 1.0 - part(factor)).product()
    }
}
