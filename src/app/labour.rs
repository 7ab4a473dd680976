//! What can be changed in a document about labour supply: unemployment of the region, programmes of study.

use super::facts::say;
use crate::scenario::{Input, Scenario, SchoolProgramme};
use crate::text::messages::labour as words;
use crate::text::{Lang, Msg};

/// One change to labour supply.
#[derive(Clone, Debug, PartialEq)]
pub enum LabourEdit {
    /// The unemployment rate, as a share; nothing goes back to the published one.
    Unemployment(Option<f64>),
    /// A programme of study is added at the end, without a graduate yet.
    Add,
    /// A programme is removed.
    Remove(usize),
    /// A name of a programme, in one language; in both where it had the same in both.
    Text(usize, ProgrammeText, Lang, String),
    /// A number of a programme.
    Number(usize, ProgrammeNumber, f64),
}

/// A name that a programme of study carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgrammeText {
    /// The school.
    School,
    /// The programme.
    Programme,
}

/// A number of a programme of study.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ProgrammeNumber {
    /// People who begin it each year.
    Seats,
    /// The part of them who graduate.
    Graduation,
    /// The part of graduates whom the project would hire.
    Hired,
    /// The first year in which it has graduates to hire.
    FirstYear,
}

impl LabourEdit {
    /// Returns a name for the control that makes this edit, the same while it moves.
    pub(super) fn control(&self) -> String {
        match self {
            LabourEdit::Unemployment(_) => "labour.unemployment".into(),
            LabourEdit::Add => "labour.add".into(),
            LabourEdit::Remove(k) => format!("labour.remove.{k}"),
            LabourEdit::Text(k, which, lang, _) => format!("labour.{which:?}.{k}.{lang:?}"),
            LabourEdit::Number(k, which, _) => format!("labour.{which:?}.{k}"),
        }
    }

    /// Returns the number that the edit carries.
    pub(super) fn number(&self) -> Option<f64> {
        match self {
            LabourEdit::Unemployment(v) => *v,
            LabourEdit::Number(_, _, v) => Some(*v),
            LabourEdit::Add | LabourEdit::Remove(_) | LabourEdit::Text(..) => None,
        }
    }

    /// Returns the name of the step.
    pub(super) fn step(&self) -> Msg {
        match self {
            LabourEdit::Unemployment(_) => words::STEP_UNEMPLOYMENT,
            LabourEdit::Add => words::STEP_ADD,
            LabourEdit::Remove(_) => words::STEP_REMOVE,
            LabourEdit::Text(..) | LabourEdit::Number(..) => words::STEP_PROGRAMME,
        }
    }

    /// Makes the change. Positions that do not exist change nothing.
    pub(super) fn apply(&self, s: &mut Scenario) {
        match self {
            LabourEdit::Unemployment(rate) => s.labour.unemployment = rate.map(Input::user),
            LabourEdit::Add => {
                let first_year = s.operation_years().map_or(2026, |years| *years.start());
                s.labour.programmes.push(SchoolProgramme {
                    first_year,
                    ..SchoolProgramme::default()
                });
            }
            LabourEdit::Remove(k) => {
                if *k < s.labour.programmes.len() {
                    s.labour.programmes.remove(*k);
                }
            }
            LabourEdit::Text(k, which, lang, text) => {
                if let Some(p) = s.labour.programmes.get_mut(*k) {
                    let name = match which {
                        ProgrammeText::School => &mut p.school,
                        ProgrammeText::Programme => &mut p.programme,
                    };
                    say(name, *lang, text);
                }
            }
            LabourEdit::Number(k, which, value) => {
                if let Some(p) = s.labour.programmes.get_mut(*k) {
                    let own = match which {
                        ProgrammeNumber::Seats => &mut p.seats,
                        ProgrammeNumber::Graduation => &mut p.graduation,
                        ProgrammeNumber::Hired => &mut p.hired,
                        ProgrammeNumber::FirstYear => {
                            p.first_year = value.round() as i32;
                            return;
                        }
                    };
                    if own.value != *value {
                        *own = Input::user(*value);
                    }
                }
            }
        }
    }
}
