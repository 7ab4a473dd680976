//! A group of scenarios: members that add up, and what each buys from another, so that it is not counted twice.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::document::{Fact, Input, Scenario};
use super::{file, presets};
use crate::ids::{LineId, Local, PhaseId};
use crate::problem::{Problem, What};

/// The version of the format that this program writes.
pub const VERSION: u32 = 1;

/// How the name of a file that holds a group ends.
pub const EXTENSION: &str = ".group.ron";

/// The largest number of members.
const MOST: usize = 24;

/// Where the scenario of a member is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum MemberScenario {
    /// One of those that ship inside the program, by its file name.
    Shipped(String),
    /// A file, by its path from the folder of the group's file.
    File(String),
    /// In the group's file itself.
    Inline(Box<Scenario>),
}

/// A scenario that belongs to the group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Member {
    /// A short name that links use.
    pub id: String,
    /// Its name in the group; the scenario's own without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Local>,
    /// The scenario.
    pub scenario: MemberScenario,
}

/// How much of a line is bought from the other member.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Bought {
    /// A part of the line, from 0 to 1.
    Share(Input),
    /// Purchaser price in dollars of the buyer's phase: of a year of full operation, or of the whole construction.
    Amount(Input),
}

impl Bought {
    /// Returns the input, whatever it measures.
    pub fn input(&self) -> &Input {
        match self {
            Bought::Share(input) | Bought::Amount(input) => input,
        }
    }
}

/// A purchase between members: what it buys leaves the group's demand, since the seller's output is counted instead (METHOD section 11).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Link {
    /// The member that buys.
    pub buyer: String,
    /// Its phase.
    pub phase: PhaseId,
    /// The spending line of that phase.
    pub line: LineId,
    /// The member that sells.
    pub seller: String,
    /// How much of the line.
    pub bought: Bought,
}

/// Scenarios that add up without double counting.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Group {
    /// Version of the format.
    pub version: u32,
    /// Its name.
    pub name: Local,
    /// What it is.
    #[serde(default, skip_serializing_if = "Local::is_empty")]
    pub description: Local,
    /// The scenarios.
    pub members: Vec<Member>,
    /// What they buy from each other.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub links: Vec<Link>,
    /// Facts that enter no calculation.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
}

/// Returns whether a file of this name holds a group.
pub fn is_group(file_name: &str) -> bool {
    file_name.to_lowercase().ends_with(EXTENSION)
}

/// Reads a group from the bytes of a file; every semantic problem is reported at once, a syntax error alone with its place.
pub fn read(bytes: &[u8]) -> Result<Group, Vec<Problem>> {
    let group: Group = file::parse_as(bytes, VERSION)?;
    let problems = validate(&group);
    if problems.is_empty() { Ok(group) } else { Err(problems) }
}

/// Writes a group as text; the same document always gives the same bytes.
pub fn write(group: &Group) -> Result<String, String> {
    file::write_as(group)
}

/// Returns the scenario of each member, or the problems of all of them, each under its member.
///
/// * `open`: reads a file by its path from the folder of the group; its error says why it cannot.
pub fn members(
    group: &Group,
    open: &mut dyn FnMut(&str) -> Result<Vec<u8>, Vec<Problem>>,
) -> Result<Vec<Scenario>, Vec<Problem>> {
    let mut out = Vec::new();
    let mut problems = Vec::new();
    for (k, member) in group.members.iter().enumerate() {
        let found = match &member.scenario {
            MemberScenario::Inline(scenario) => Ok((**scenario).clone()),
            MemberScenario::Shipped(name) => match presets::text(name) {
                Some(text) => file::parse(text.as_bytes()),
                None => {
                    let what = What::MissingEntry { id: name.clone() };
                    Err(vec![Problem::new("scenario", what)])
                }
            },
            MemberScenario::File(path) => open(path).and_then(|bytes| file::parse(&bytes)),
        };
        match found {
            Ok(scenario) => out.push(scenario),
            Err(found) => problems.extend(found.into_iter().map(|p| of_member(k, p))),
        }
    }
    if problems.is_empty() { Ok(out) } else { Err(problems) }
}

/// Places a problem of a member's scenario under the member.
pub fn of_member(k: usize, problem: Problem) -> Problem {
    let place = if problem.place.is_empty() {
        format!("members[{k}]")
    } else {
        format!("members[{k}].{}", problem.place)
    };
    Problem { place, ..problem }
}

/// Returns every problem of a group that needs neither its scenarios nor the data to be seen.
pub fn validate(group: &Group) -> Vec<Problem> {
    let mut out = Vec::new();
    if group.members.is_empty() {
        out.push(Problem::new("members", What::Empty));
    }
    if group.members.len() > MOST {
        let (value, high) = (group.members.len() as f64, MOST as f64);
        out.push(Problem::new("members", What::OutOfRange { value, low: 1.0, high }));
    }
    let mut ids = BTreeSet::new();
    for (k, member) in group.members.iter().enumerate() {
        let place = format!("members[{k}].id");
        if member.id.trim().is_empty() {
            out.push(Problem::new(place, What::Empty));
        } else if !ids.insert(member.id.as_str()) {
            out.push(Problem::new(place, What::Duplicate { id: member.id.clone() }));
        }
    }
    let mut shares: BTreeMap<(&str, &str, &str), f64> = BTreeMap::new();
    let mut seen = BTreeSet::new();
    for (k, link) in group.links.iter().enumerate() {
        let at = |field: &str| format!("links[{k}].{field}");
        for (field, id) in [("buyer", &link.buyer), ("seller", &link.seller)] {
            if !ids.contains(id.as_str()) {
                out.push(Problem::new(at(field), What::MissingEntry { id: id.clone() }));
            }
        }
        if link.buyer == link.seller {
            out.push(Problem::new(
                at("seller"),
                What::BuysFromItself { id: link.buyer.clone() },
            ));
        }
        let line = (link.buyer.as_str(), link.phase.as_str(), link.line.as_str());
        if !seen.insert((line, link.seller.as_str())) {
            let id = link.line.to_string();
            out.push(Problem::new(at("line"), What::Duplicate { id }));
        }
        let place = at("bought");
        let value = link.bought.input().value;
        if !value.is_finite() {
            out.push(Problem::new(place, What::NotFinite));
        } else if value < 0.0 {
            out.push(Problem::new(place, What::Negative { value }));
        } else if matches!(link.bought, Bought::Share(_)) {
            let sum = shares.entry(line).or_default();
            *sum += value;
            if *sum > 1.0 + 1e-9 {
                out.push(Problem::new(place, What::LinksAboveLine { sum: *sum }));
            }
        }
    }
    out
}
