//! Files that answer otherwise than expected: changed on disk, open elsewhere, out of reach. Nothing is replaced without a question.

use std::path::{Path, PathBuf};

use super::action::{Effect, Refusal};
use super::differences::{Difference, differences};
use super::document::{Document, DocumentId};
use super::drop;
use super::files::{activate, new_id, open_bytes, save, show_new, write};
use super::recovery::{Failure, FileDialog, same};
use super::state::{AppState, Dialog, Notice};
use super::update::alarm;
use crate::data::library::fingerprint;
use crate::ids::Local;
use crate::scenario::{Scenario, file};
use crate::text::Lang;
use crate::text::messages::recovery as words;

/// A document and the other version that its file holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Conflict {
    /// The document.
    pub document: DocumentId,
    /// Its file.
    pub path: PathBuf,
    /// The fingerprint of the version found there.
    pub version: String,
    /// That version, when it is a scenario.
    pub disk: Option<Scenario>,
    /// What differs, in the order of the file.
    pub differences: Vec<Difference>,
    /// Whether a save found it, rather than a look at the file.
    pub at_save: bool,
}

/// Returns the sentence that says why a file failed.
pub fn reason(failure: &Failure, lang: Lang) -> String {
    let msg = match failure {
        Failure::ReadOnlyFile => words::WHY_READ_ONLY,
        Failure::ReadOnlyPlace => words::WHY_READ_ONLY_PLACE,
        Failure::Denied => words::WHY_DENIED,
        Failure::MissingFolder => words::WHY_NO_FOLDER,
        Failure::Missing => words::WHY_MISSING,
        Failure::IsFolder => words::WHY_FOLDER,
        Failure::Full => words::WHY_FULL,
        Failure::TooLong => words::WHY_TOO_LONG,
        Failure::BadName => words::WHY_BAD_NAME,
        Failure::Unreachable => words::WHY_UNREACHABLE,
        Failure::Busy => words::WHY_BUSY,
        Failure::OpenHere => words::WHY_OPEN_HERE,
        Failure::OpenElsewhere => words::WHY_OPEN_ELSEWHERE,
        Failure::Other(code) => return words::WHY_OTHER.fill(lang, &[("code", code)]),
    };
    msg.get(lang).to_owned()
}

/// Says that a file could not be read or a document not be written; what waited for it is given up.
pub(super) fn failed(state: &mut AppState, id: Option<DocumentId>, path: PathBuf, failure: Failure) {
    state.close_once_saved = None;
    state.safety.saving_all = false;
    let msg = if id.is_some() {
        words::NOT_SAVED
    } else {
        words::NOT_OPENED
    };
    let name = path.display().to_string();
    let say = |lang| msg.fill(lang, &[("path", &name), ("reason", &reason(&failure, lang))]);
    state.notice = Some(Notice {
        text: Local::new(say(Lang::Fr), say(Lang::En)),
        alarming: true,
    });
    if let Some(recent) = state.safety.recent.iter_mut().find(|r| r.path == path) {
        recent.missing = matches!(failure, Failure::Missing | Failure::MissingFolder);
    }
    // Files dropped together are told together.
    if id.is_none() && drop::failed(state, &path, &reason(&failure, state.lang())) {
        return;
    }
    state.dialog = Some(Dialog::Files(FileDialog::Failed(id, path, failure)));
}

/// Says that changes are not being backed up.
pub(super) fn no_backup(state: &mut AppState, failure: &Failure) {
    let say = |lang| words::NO_BACKUP.fill(lang, &[("reason", &reason(failure, lang))]);
    state.notice = Some(Notice {
        text: Local::new(say(Lang::Fr), say(Lang::En)),
        alarming: true,
    });
}

/// Compares a document's file as it is with the one it came from, and asks when another version stands there.
///
/// * `at_save`: the document was about to be written; otherwise its file was only looked at.
pub(super) fn changed(state: &mut AppState, id: DocumentId, path: &Path, bytes: &[u8], at_save: bool) -> Vec<Effect> {
    let held = state.dialog.is_some();
    let Some(k) = state.documents.iter().position(|d| d.id == id) else {
        return Vec::new();
    };
    let document = &mut state.documents[k];
    let version = fingerprint(bytes);
    let own = document.path.as_deref() == Some(path);
    if !own || (!at_save && document.disk.version.as_ref() == Some(&version)) {
        return Vec::new();
    }
    let disk = file::read(bytes).ok();
    // Another program may have written the same document: there is nothing to ask. What a recovered document is compared with is only its file of today.
    let unchanged = |disk: &Scenario| !document.disk.recovered && same(disk, document.saved());
    if disk.as_ref().is_some_and(unchanged) {
        document.disk.version = Some(version);
        return if at_save { save(state, k) } else { Vec::new() };
    }
    if !at_save && (held || document.disk.told.as_ref() == Some(&version)) {
        return Vec::new();
    }
    document.disk.told = Some(version.clone());
    let differences = disk
        .as_ref()
        .map_or_else(Vec::new, |disk| differences(document.scenario(), disk));
    let conflict = Conflict {
        document: id,
        path: path.to_path_buf(),
        version,
        disk,
        differences,
        at_save,
    };
    if state.active != k {
        activate(state, k);
    }
    state.dialog = Some(Dialog::Files(FileDialog::Conflict(Box::new(conflict))));
    Vec::new()
}

/// Takes the conflict that is asked about out of its dialog.
fn take(state: &mut AppState, id: DocumentId) -> Option<Conflict> {
    match state.dialog.take() {
        Some(Dialog::Files(FileDialog::Conflict(conflict))) if conflict.document == id => Some(*conflict),
        other => {
            state.dialog = other;
            None
        }
    }
}

/// Writes a document over the version that the user was shown, and no other.
pub(super) fn overwrite(state: &mut AppState, id: DocumentId) -> Vec<Effect> {
    let Some(conflict) = take(state, id) else {
        return Vec::new();
    };
    if let Some(document) = state.documents.iter_mut().find(|d| d.id == id) {
        document.disk.version = Some(conflict.version);
    }
    write(state, id, conflict.path)
}

/// Brings a document to the version of its file: one step, which can be undone.
pub(super) fn reload(state: &mut AppState, id: DocumentId) {
    let Some(conflict) = take(state, id) else { return };
    let (library, name) = (state.library.clone(), conflict.path.display().to_string());
    let Some(document) = state.documents.iter_mut().find(|d| d.id == id) else {
        return;
    };
    let Some(disk) = conflict.disk else { return };
    if let Err(problems) = document.reload(disk, conflict.version, &library, &mut state.cache) {
        alarm(state, crate::text::messages::app::FILE_REFUSED, &[("path", &name)]);
        state.dialog = Some(Dialog::Refused(Refusal { name, problems }));
        return;
    }
    let say = |lang| words::RELOADED.fill(lang, &[("path", &name)]);
    state.notice = Some(Notice {
        text: Local::new(say(Lang::Fr), say(Lang::En)),
        alarming: false,
    });
    let count = state.document().scenario().phases.len();
    state.phase = state.phase.min(count.saturating_sub(1));
}

/// Opens the version that stands in a document's file beside it, as a project without a file.
pub(super) fn open_beside(state: &mut AppState, id: DocumentId, bytes: &[u8]) {
    let Some(path) = super::recovery::document(state, id).and_then(|d| d.path.clone()) else {
        return;
    };
    let name = path.display().to_string();
    let library = state.library.clone();
    let opened = file::read(bytes).and_then(|mut scenario| {
        for (text, msg) in [
            (&mut scenario.name.fr, words::BESIDE.fr),
            (&mut scenario.name.en, words::BESIDE.en),
        ] {
            if !text.is_empty() {
                *text = msg.replace("{name}", text);
            }
        }
        let id = new_id(state);
        Document::open(id, scenario, None, &library, &mut state.cache)
    });
    match opened {
        Ok(document) => {
            state.dialog = None;
            show_new(state, document);
        }
        Err(problems) => state.dialog = Some(Dialog::Refused(Refusal { name, problems })),
    }
}

/// Opens a file that another window has: as itself, or as a copy that has no file.
pub(super) fn open_held(state: &mut AppState, as_itself: bool) {
    let held = match state.dialog.take() {
        Some(Dialog::Files(FileDialog::Held(held))) => held,
        other => {
            state.dialog = other;
            return;
        }
    };
    let name = held.path.display().to_string();
    open_bytes(state, &name, &held.bytes, as_itself.then_some(held.path));
}
