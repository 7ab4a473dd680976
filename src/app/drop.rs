//! Files dropped on the window: all are opened, and all those refused are told in one dialog, each with its problems.

use std::path::{Path, PathBuf};

use super::action::{Effect, Refusal};
use super::files::open_path;
use super::state::{AppState, Dialog};
use crate::problem::{Problem, What};

/// Asks for every file dropped to be read.
pub(super) fn dropped(state: &mut AppState, paths: Vec<PathBuf>) -> Vec<Effect> {
    let mut effects = Vec::new();
    for path in paths {
        let read = open_path(state, path.clone());
        if !read.is_empty() && !state.dropped.contains(&path) {
            state.dropped.push(path);
            effects.extend(read);
        }
    }
    effects
}

/// Forgets that a file is still to be read, and returns whether it was dropped.
pub(super) fn arrived(state: &mut AppState, path: &Path) -> bool {
    let before = state.dropped.len();
    state.dropped.retain(|p| p != path);
    state.dropped.len() < before
}

/// Tells that a dropped file could not be read; `false` when it was not dropped, so that others tell it.
pub(super) fn failed(state: &mut AppState, path: &Path, reason: &str) -> bool {
    if !arrived(state, path) {
        return false;
    }
    let what = What::Unreadable {
        reason: reason.to_owned(),
    };
    refuse(
        state,
        Refusal {
            name: path.display().to_string(),
            problems: vec![Problem::new("", what)],
        },
    );
    true
}

/// Shows why a file was refused, beside those refused before it while their dialog is still open.
pub(super) fn refuse(state: &mut AppState, refusal: Refusal) {
    state.dialog = Some(match state.dialog.take() {
        Some(Dialog::Refused(first)) if first.name != refusal.name => Dialog::RefusedFiles(vec![first, refusal]),
        Some(Dialog::RefusedFiles(mut all)) => {
            all.retain(|r| r.name != refusal.name);
            all.push(refusal);
            Dialog::RefusedFiles(all)
        }
        _ => Dialog::Refused(refusal),
    });
}
