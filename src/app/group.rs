//! A group of scenarios open in the window: computed from its file; its members open as projects.

use std::path::{Path, PathBuf};

use super::action::Refusal;
use super::drop;
use super::files::{open_preset, show_opened};
use super::recovery::remember;
use super::state::AppState;
use super::update::tell;
use super::{Action, Effect};
use crate::problem::{Problem, What};
use crate::scenario::group::{self, Group, MemberScenario};
use crate::scenario::{Scenario, file, presets};
use crate::study::group::{GroupStudy, run_group};
use crate::text::messages::app as words;

/// A file that a member names, by its path from the folder of the group, with what it holds; nothing where it cannot be read.
pub type MemberFile = (String, Option<Vec<u8>>);

/// What can happen to the group that is open.
#[derive(Clone, Debug, PartialEq)]
pub enum GroupAction {
    /// A shipped group opens.
    Shipped(usize),
    /// A file of a group was read, with those of its members.
    Read(PathBuf, Vec<u8>, Vec<MemberFile>),
    /// A member opens as a project.
    Member(usize),
    /// The group closes.
    Close,
}

/// The group that is open.
#[derive(Clone, Debug)]
pub struct OpenGroup {
    /// Its results.
    pub study: GroupStudy,
    /// What its file states.
    group: Group,
    /// The scenario of each member.
    scenarios: Vec<Scenario>,
    /// Where it comes from, unless it ships with the program.
    path: Option<PathBuf>,
}

/// Does what was asked.
pub(super) fn act(state: &mut AppState, action: GroupAction) -> Vec<Effect> {
    match action {
        GroupAction::Shipped(k) => {
            if let Some((name, text)) = presets::GROUPS.get(k) {
                open(state, name, text.as_bytes(), None, &[]);
            }
        }
        GroupAction::Read(path, bytes, files) => {
            drop::arrived(state, &path);
            let name = path.display().to_string();
            open(state, &name, &bytes, Some(path), &files);
        }
        GroupAction::Member(k) => return open_member(state, k),
        GroupAction::Close => state.group = None,
    }
    Vec::new()
}

/// Returns the files that the members of a group name; nothing for what is no group.
pub fn member_files(bytes: &[u8]) -> Vec<String> {
    let group = group::read(bytes).ok();
    let members = group.into_iter().flat_map(|g| g.members);
    members
        .filter_map(|m| match m.scenario {
            MemberScenario::File(path) => Some(path),
            MemberScenario::Shipped(_) | MemberScenario::Inline(_) => None,
        })
        .collect()
}

/// Opens a group, or shows all the reasons why not; what was open stays as it was.
fn open(state: &mut AppState, name: &str, bytes: &[u8], path: Option<PathBuf>, files: &[MemberFile]) {
    let library = state.library.clone();
    let opened = group::read(bytes).and_then(|group| {
        let mut find = |wanted: &str| {
            let found = files.iter().find(|(name, _)| name == wanted);
            found.and_then(|(_, bytes)| bytes.clone()).ok_or_else(|| {
                let path = wanted.to_owned();
                vec![Problem::new("scenario", What::MemberUnreadable { path })]
            })
        };
        let scenarios = group::members(&group, &mut find)?;
        let study = run_group(&group, &scenarios, &library, &mut state.cache)?;
        Ok((group, scenarios, study))
    });
    match opened {
        Ok((group, scenarios, study)) => {
            state.notice = None;
            state.draft.open = false;
            if let Some(path) = &path {
                remember(state, path);
                tell(state, words::OPENED, path);
            }
            state.group = Some(Box::new(OpenGroup {
                study,
                group,
                scenarios,
                path,
            }));
        }
        Err(problems) => {
            let name = name.to_owned();
            drop::refuse(state, Refusal { name, problems });
        }
    }
}

/// Opens the scenario of a member as a project: the shipped one, the file, or a new project from what the group states.
fn open_member(state: &mut AppState, k: usize) -> Vec<Effect> {
    let Some(open) = &state.group else {
        return Vec::new();
    };
    let Some((member, scenario)) = open.group.members.get(k).zip(open.scenarios.get(k)) else {
        return Vec::new();
    };
    match &member.scenario {
        MemberScenario::Shipped(name) => {
            let at = presets::SHIPPED.iter().position(|(known, _)| known == name);
            at.into_iter().for_each(|at| open_preset(state, at));
        }
        MemberScenario::File(relative) => {
            let folder = open.path.as_deref().and_then(Path::parent).unwrap_or(Path::new(""));
            let path = folder.join(relative);
            return super::update(state, Action::OpenPath(path));
        }
        MemberScenario::Inline(_) => {
            let name = member.id.clone();
            if let Ok(text) = file::write(scenario) {
                show_opened(state, &name, text.as_bytes(), None, |document| document);
            }
        }
    }
    Vec::new()
}
