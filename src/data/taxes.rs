//! The law by year: reads dated parameters, checks them, and resolves the rules of one year with the gaps it had to fill.

use serde::Deserialize;

use super::files::{RegionsFile, Source};
use super::parse;
use crate::engine::fiscal::Government;
use crate::engine::fiscal::rules::{
    Brackets, CorporateTax, FederalTax, HealthFund, Insurance, PayrollSector, PensionPlan, QuebecTax, TaxRules,
};
use crate::ids::Local;
use crate::problem::{Problem, What, nearest};

/// Who sets a parameter.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub enum Setter {
    /// The government of Canada.
    Federal,
    /// The government of Québec.
    Quebec,
    /// Municipalities.
    Municipal,
}

impl From<Setter> for Government {
    fn from(setter: Setter) -> Self {
        match setter {
            Setter::Federal => Self::Federal,
            Setter::Quebec => Self::Quebec,
            Setter::Municipal => Self::Municipal,
        }
    }
}

/// How long a figure of the law holds.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub enum Holds {
    /// A new figure every year: a year without one is a gap.
    OneYear,
    /// Until a later figure replaces it: only the years before the first one are a gap.
    UntilChanged,
}

/// One figure of one year.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct DatedValue {
    /// The year from which it holds.
    pub year: i32,
    /// The figure.
    pub value: f64,
    /// Identifier of its source.
    pub source: String,
}

/// A parameter of the law with its figures by year.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct TaxParameter {
    /// Its name in the file.
    pub id: String,
    /// Its name for people.
    pub label: Local,
    /// Who sets it.
    pub government: Setter,
    /// Its unit.
    pub unit: String,
    /// What it may be.
    pub range: (f64, f64),
    /// How long a figure holds.
    pub holds: Holds,
    /// By year, ascending.
    pub values: Vec<DatedValue>,
    /// Date of the last check.
    pub last_checked: String,
    /// What to know.
    pub note: Local,
}

impl TaxParameter {
    /// Returns the latest figure at or before a year, or the first one when none is.
    pub fn in_force(&self, year: i32) -> Option<&DatedValue> {
        in_force(&self.values, year, |v| v.year)
    }
}

/// One schedule of one year.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct DatedScale {
    /// The year from which it holds.
    pub year: i32,
    /// Where each slice starts, ascending from 0.
    pub thresholds: Vec<f64>,
    /// The rate of each slice, shares.
    pub rates: Vec<f64>,
    /// Identifier of its source.
    pub source: String,
}

/// A schedule of the law with its figures by year.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct TaxScale {
    /// Its name in the file.
    pub id: String,
    /// Its name for people.
    pub label: Local,
    /// Who sets it.
    pub government: Setter,
    /// Unit of the thresholds.
    pub unit: String,
    /// What thresholds may be.
    pub range: (f64, f64),
    /// How long a schedule holds.
    pub holds: Holds,
    /// By year, ascending.
    pub values: Vec<DatedScale>,
    /// Date of the last check.
    pub last_checked: String,
    /// What to know.
    pub note: Local,
}

impl TaxScale {
    /// Returns the latest schedule at or before a year, or the first one when none is.
    pub fn in_force(&self, year: i32) -> Option<&DatedScale> {
        in_force(&self.values, year, |v| v.year)
    }
}

/// The law, as it is written in the file.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct TaxesFile {
    /// Version of the format.
    pub version: u32,
    /// Where figures come from.
    pub sources: Vec<Source>,
    /// Plain figures.
    pub parameters: Vec<TaxParameter>,
    /// Schedules.
    pub scales: Vec<TaxScale>,
}

/// A figure of another year that stands in for one that is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fallback {
    /// Identifier of the parameter or schedule.
    pub parameter: String,
    /// The year asked for.
    pub asked: i32,
    /// The year whose figure is used.
    pub used: i32,
}

/// The law of one year, and which of its figures are another year's.
#[derive(Clone, Debug, PartialEq)]
pub struct YearRules {
    /// The rules.
    pub rules: TaxRules,
    /// In the order of the file; empty when every figure is known for the year.
    pub fallbacks: Vec<Fallback>,
}

/// The names that a file must have, each once.
const PARAMETERS: [&str; 36] = [
    "federal_basic_amount_maximum",
    "federal_basic_amount_minimum",
    "federal_credit_rate",
    "federal_abatement",
    "employment_amount",
    "quebec_basic_amount",
    "quebec_credit_rate",
    "worker_deduction_rate",
    "worker_deduction_maximum",
    "qpp_exemption",
    "qpp_ceiling",
    "qpp_second_ceiling",
    "qpp_base_rate",
    "qpp_additional_rate",
    "qpp_second_rate",
    "qpip_ceiling",
    "qpip_employee_rate",
    "qpip_employer_rate",
    "qpip_threshold",
    "ei_ceiling",
    "ei_rate",
    "ei_employer_multiple",
    "ei_threshold",
    "fss_low_rate",
    "fss_low_rate_goods",
    "fss_high_rate",
    "fss_low_payroll",
    "fss_high_payroll",
    "cnesst_rate",
    "standards_rate",
    "training_rate",
    "training_payroll",
    "gst_rate",
    "qst_rate",
    "federal_corporate_rate",
    "quebec_corporate_rate",
];

/// Names that are read but not used in the calculation.
const SHOWN: [&str; 2] = ["federal_corporate_small_rate", "quebec_corporate_small_rate"];

const SCALES: [&str; 2] = ["federal_brackets", "quebec_brackets"];

/// Dated parameters that were checked: every name is there once, every figure is finite, in its range, sourced, and years ascend.
#[derive(Clone, Debug, PartialEq)]
pub struct TaxTables {
    file: TaxesFile,
}

impl TaxTables {
    /// Reads a file of the law; every problem is reported at once.
    pub fn read(name: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let file: TaxesFile = parse(name, text)?;
        if file.version > 1 {
            return Err(vec![Problem::new(
                name,
                What::NewerVersion {
                    found: file.version,
                    known: 1,
                },
            )]);
        }
        let problems = check(&file);
        if problems.is_empty() {
            Ok(Self { file })
        } else {
            Err(problems)
        }
    }

    /// Returns the file, for the pages that show it.
    pub fn file(&self) -> &TaxesFile {
        &self.file
    }

    /// Returns the rules of a year. A figure that the year lacks is the latest earlier one, or else the earliest one; each is listed.
    pub fn rules(&self, year: i32) -> YearRules {
        let mut fallbacks = Vec::new();
        let mut note = |id: &str, holds: Holds, used: i32| {
            let gap = used > year || (holds == Holds::OneYear && used != year);
            if gap && !SHOWN.contains(&id) {
                fallbacks.push(Fallback {
                    parameter: id.to_owned(),
                    asked: year,
                    used,
                });
            }
        };
        let parameters = &self.file.parameters;
        let values: Vec<(&str, f64)> = parameters
            .iter()
            .filter_map(|p| {
                let found = p.in_force(year)?;
                note(&p.id, p.holds, found.year);
                Some((p.id.as_str(), found.value))
            })
            .collect();
        let scales: Vec<(&str, Brackets)> = self
            .file
            .scales
            .iter()
            .filter_map(|s| {
                let found = s.in_force(year)?;
                note(&s.id, s.holds, found.year);
                let brackets = Brackets {
                    thresholds: found.thresholds.clone(),
                    rates: found.rates.clone(),
                };
                Some((s.id.as_str(), brackets))
            })
            .collect();
        // Every name was found when the file was read.
        let get = |id: &str| values.iter().find(|(name, _)| *name == id).map_or(0.0, |(_, v)| *v);
        let scale = |id: &str| scales.iter().find(|(name, _)| *name == id).map(|(_, b)| b.clone());
        let rules = TaxRules {
            year,
            federal: FederalTax {
                brackets: scale("federal_brackets").unwrap_or_default(),
                basic_maximum: get("federal_basic_amount_maximum"),
                basic_minimum: get("federal_basic_amount_minimum"),
                credit_rate: get("federal_credit_rate"),
                employment_amount: get("employment_amount"),
                abatement: get("federal_abatement"),
            },
            quebec: QuebecTax {
                brackets: scale("quebec_brackets").unwrap_or_default(),
                basic_amount: get("quebec_basic_amount"),
                credit_rate: get("quebec_credit_rate"),
                worker_deduction_rate: get("worker_deduction_rate"),
                worker_deduction_maximum: get("worker_deduction_maximum"),
            },
            qpp: PensionPlan {
                exemption: get("qpp_exemption"),
                ceiling: get("qpp_ceiling"),
                second_ceiling: get("qpp_second_ceiling"),
                base_rate: get("qpp_base_rate"),
                additional_rate: get("qpp_additional_rate"),
                second_rate: get("qpp_second_rate"),
            },
            qpip: Insurance {
                threshold: get("qpip_threshold"),
                ceiling: get("qpip_ceiling"),
                employee_rate: get("qpip_employee_rate"),
                employer_rate: get("qpip_employer_rate"),
            },
            ei: Insurance {
                threshold: get("ei_threshold"),
                ceiling: get("ei_ceiling"),
                employee_rate: get("ei_rate"),
                employer_rate: get("ei_rate") * get("ei_employer_multiple"),
            },
            fss: HealthFund {
                low_rate: get("fss_low_rate"),
                low_rate_goods: get("fss_low_rate_goods"),
                high_rate: get("fss_high_rate"),
                low_payroll: get("fss_low_payroll"),
                high_payroll: get("fss_high_payroll"),
            },
            cnesst_rate: get("cnesst_rate"),
            standards_rate: get("standards_rate"),
            training_rate: get("training_rate"),
            training_payroll: get("training_payroll"),
            gst_rate: get("gst_rate"),
            qst_rate: get("qst_rate"),
            federal_corporate: CorporateTax {
                general: get("federal_corporate_rate"),
                small: get("federal_corporate_small_rate"),
            },
            quebec_corporate: CorporateTax {
                general: get("quebec_corporate_rate"),
                small: get("quebec_corporate_small_rate"),
            },
        };
        YearRules { rules, fallbacks }
    }
}

/// Returns the latest entry at or before a year, or the first one when none is.
fn in_force<T>(values: &[T], year: i32, of: impl Fn(&T) -> i32) -> Option<&T> {
    values.iter().rev().find(|v| of(v) <= year).or_else(|| values.first())
}

/// Returns the class of every industry in the health services fund: primary industries and manufacturing, public services, the others.
///
/// The classes are groups of whole industries, so that private schools and clinics count as public and public enterprises elsewhere do not.
pub fn payroll_sectors<'a>(industries: impl IntoIterator<Item = &'a str>, regions: &RegionsFile) -> Vec<PayrollSector> {
    industries
        .into_iter()
        .map(|code| {
            let group = regions
                .groups
                .iter()
                .find(|g| g.industries.iter().any(|m| m.industry == code));
            match group.map(|g| g.id.as_str()) {
                Some("primary" | "manufacturing") => PayrollSector::Goods,
                Some("public") => PayrollSector::Public,
                _ => PayrollSector::Services,
            }
        })
        .collect()
}

fn check(file: &TaxesFile) -> Vec<Problem> {
    let mut problems = Vec::new();
    let names: Vec<&str> = file.parameters.iter().map(|p| p.id.as_str()).collect();
    let known: Vec<&str> = PARAMETERS.into_iter().chain(SHOWN).collect();
    check_names("parameters", &names, &known, &mut problems);
    let names: Vec<&str> = file.scales.iter().map(|s| s.id.as_str()).collect();
    check_names("scales", &names, &SCALES, &mut problems);

    for p in &file.parameters {
        let place = format!("parameters.{}", p.id);
        check_years(&place, p.values.iter().map(|v| v.year), &mut problems);
        for v in &p.values {
            let place = format!("{place}.{}", v.year);
            check_value(&place, v.value, p.range, &mut problems);
            check_source(&place, &v.source, &file.sources, &mut problems);
        }
    }
    for s in &file.scales {
        let place = format!("scales.{}", s.id);
        check_years(&place, s.values.iter().map(|v| v.year), &mut problems);
        for v in &s.values {
            let place = format!("{place}.{}", v.year);
            if v.thresholds.len() != v.rates.len() {
                problems.push(Problem::new(
                    format!("{place}.rates"),
                    What::WrongLength {
                        found: v.rates.len(),
                        expected: v.thresholds.len(),
                    },
                ));
            }
            let mut start = 0.0;
            for (k, t) in v.thresholds.iter().enumerate() {
                let high = if k == 0 { 0.0 } else { s.range.1 };
                check_value(&format!("{place}.thresholds"), *t, (start, high), &mut problems);
                start = *t;
            }
            for r in &v.rates {
                check_value(&format!("{place}.rates"), *r, (0.0, 1.0), &mut problems);
            }
            check_source(&place, &v.source, &file.sources, &mut problems);
        }
    }
    problems
}

fn check_names(list: &str, found: &[&str], known: &[&str], problems: &mut Vec<Problem>) {
    for (k, id) in found.iter().enumerate() {
        let place = format!("{list}.{id}");
        if !known.contains(id) {
            problems.push(Problem::new(
                place,
                What::UnknownParameter {
                    id: (*id).to_owned(),
                    nearest: nearest(id, known.iter().copied()),
                },
            ));
        } else if found[..k].contains(id) {
            problems.push(Problem::new(place, What::Duplicate { id: (*id).to_owned() }));
        }
    }
    for id in known.iter().filter(|id| !found.contains(id)) {
        problems.push(Problem::new(
            format!("{list}.{id}"),
            What::MissingEntry { id: (*id).to_owned() },
        ));
    }
}

fn check_years(place: &str, years: impl Iterator<Item = i32>, problems: &mut Vec<Problem>) {
    let years: Vec<i32> = years.collect();
    if years.is_empty() {
        problems.push(Problem::new(place, What::Empty));
    }
    for pair in years.windows(2) {
        if pair[1] <= pair[0] {
            problems.push(Problem::new(
                place,
                What::YearsNotAscending {
                    before: pair[0],
                    after: pair[1],
                },
            ));
        }
    }
}

fn check_value(place: &str, value: f64, range: (f64, f64), problems: &mut Vec<Problem>) {
    if !value.is_finite() {
        problems.push(Problem::new(place, What::NotFinite));
    } else if value < range.0 || value > range.1 {
        problems.push(Problem::new(
            place,
            What::OutOfRange {
                value,
                low: range.0,
                high: range.1,
            },
        ));
    }
}

fn check_source(place: &str, id: &str, sources: &[Source], problems: &mut Vec<Problem>) {
    if !sources.iter().any(|s| s.id == id) {
        problems.push(Problem::new(
            format!("{place}.source"),
            What::MissingEntry { id: id.to_owned() },
        ));
    }
}
