//! Work that must not be lost: what a document knows of its file, and what sessions that ended without warning left behind.

use std::path::{Path, PathBuf};

use super::action::{Effect, PathRequest};
use super::document::{Document, DocumentId};
use super::files::{activate, close, new_id, position_of, save, show_new};
use super::state::{AppState, Dialog};
use super::{conflicts, export};
use crate::scenario::{Scenario, file};

/// How many recent files are remembered.
pub const RECENT: usize = 10;

/// What a document knows of the file it came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OnDisk {
    /// The fingerprint of the bytes last read or written; nothing while the document has no file.
    pub version: Option<String>,
    /// Whether the document was brought back from a backup copy and not saved since: it stays modified until then.
    pub recovered: bool,
    /// The backup copy it was brought back from, which the next copies of it replace.
    pub copy: Option<PathBuf>,
    /// The fingerprint of the bytes being written.
    pub(super) writing: Option<String>,
    /// The version of the file that the user was told of, so that nobody is told twice.
    pub(super) told: Option<String>,
}

/// Why a file could not be read or written, from what the system says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Failure {
    /// The file is marked read-only.
    ReadOnlyFile,
    /// The disk or the share allows no writing.
    ReadOnlyPlace,
    /// The user has no right to the file or its folder.
    Denied,
    /// The folder of the file does not exist, or no longer.
    MissingFolder,
    /// The file does not exist, or no longer.
    Missing,
    /// The path is that of a folder.
    IsFolder,
    /// No space is left, or the quota is used up, or the file would be larger than allowed.
    Full,
    /// The name or the path is longer than the system takes.
    TooLong,
    /// The system takes no such name.
    BadName,
    /// The network or the device does not answer.
    Unreachable,
    /// Another program holds the file.
    Busy,
    /// Another project of this window has this file.
    OpenHere,
    /// Another window has this file.
    OpenElsewhere,
    /// Anything else, by what the system calls it.
    Other(String),
}

/// A backup copy left by a session that ended without warning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leftover {
    /// Where the copy is.
    pub copy: PathBuf,
    /// The document as text.
    pub text: String,
    /// The file of the document, if it had one.
    pub path: Option<PathBuf>,
    /// The fingerprint of the file when the document was opened or last saved.
    pub base: Option<String>,
    /// Seconds since the copy was made.
    pub age: u64,
    /// The bytes of the file as it is now; nothing when it cannot be read.
    pub disk: Option<Vec<u8>>,
}

/// Everything that sessions left behind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Leftovers {
    /// The copies.
    pub found: Vec<Leftover>,
    /// Copies that cannot be read, kept where they now are.
    pub broken: Vec<PathBuf>,
    /// The report of a crash that nobody was told of yet.
    pub crash: Option<PathBuf>,
}

/// How the file of a recovered document stands to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It never had a file.
    NeverSaved,
    /// Its file is the one it started from.
    AsOpened,
    /// Its file changed meanwhile.
    Changed,
    /// Its file is gone or cannot be read.
    Gone,
}

/// A document brought back from a backup copy.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovered {
    /// The document.
    pub document: DocumentId,
    /// Seconds between its copy and the start of this session.
    pub age: u64,
    /// How its file stands to it.
    pub standing: Standing,
}

/// A file opened or saved lately.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recent {
    /// Where it is.
    pub path: PathBuf,
    /// Whether it was there when last looked for.
    pub missing: bool,
}

/// A name that begins as what is being typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What the field would hold with this name taken.
    pub typed: String,
    /// The name alone.
    pub name: String,
    /// Whether it is a folder.
    pub folder: bool,
}

/// A file that another window has open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The file.
    pub path: PathBuf,
    /// What it holds.
    pub bytes: Vec<u8>,
    /// The project that the other window shows.
    pub title: String,
    /// Seconds since the other window opened it.
    pub age: u64,
}

/// What the window knows to keep work safe.
#[derive(Debug, Default)]
pub struct Safety {
    /// Documents brought back at the start, as long as they are open.
    pub recovered: Vec<Recovered>,
    /// Copies that could not be read, kept aside.
    pub broken: Vec<PathBuf>,
    /// The report of the crash before this session.
    pub crash: Option<PathBuf>,
    /// Files opened or saved lately, the last one first.
    pub recent: Vec<Recent>,
    /// The folder of the last file.
    pub folder: Option<PathBuf>,
    /// What is being typed in the path field, and the names that begin so.
    pub listing: (String, Vec<Entry>),
    /// Whether all documents are being saved to quit.
    pub(super) saving_all: bool,
}

/// What happens to files and to what keeps work safe.
#[derive(Clone, Debug, PartialEq)]
pub enum FileAction {
    /// Sessions that ended without warning left this.
    Found(Leftovers),
    /// A copy that cannot be read was put aside, here.
    PutAside(PathBuf),
    /// The list of what was recovered shows again.
    ShowRecovered,
    /// The file of a document opens beside it.
    OpenBeside(DocumentId),
    /// The bytes of that file.
    Beside(DocumentId, Vec<u8>),
    /// The user is asked whether a recovered document is to be thrown away.
    AskDiscard(DocumentId),
    /// A recovered document is thrown away.
    Discard(DocumentId),
    /// A file could not be read, or a document not be written there.
    Failed(Option<DocumentId>, PathBuf, Failure),
    /// No backup copy could be written.
    NoBackup(Failure),
    /// A save found another version in the file: these bytes.
    Changed(DocumentId, PathBuf, Vec<u8>),
    /// The file of a document was looked at: these bytes.
    Seen(DocumentId, PathBuf, Vec<u8>),
    /// The version found in the file may be replaced.
    Overwrite(DocumentId),
    /// Another place is chosen for a document.
    SaveElsewhere(DocumentId),
    /// The document takes the version found in its file.
    Reload(DocumentId),
    /// A file to open is open in another window.
    Held(Held),
    /// It opens as a copy without a file.
    OpenCopy,
    /// It opens all the same.
    OpenAnyway,
    /// Which recent files are there.
    RecentSeen(Vec<Recent>),
    /// A file is no longer remembered.
    Forget(PathBuf),
    /// The names that begin as this text are wanted.
    List(String),
    /// The names that begin so.
    Listed(String, Vec<Entry>),
    /// All modified documents are saved, then the window closes.
    SaveAllAndQuit,
}

/// What must be done outside for them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileEffect {
    /// A backup copy holds nothing that its file does not: remove it.
    Drop(PathBuf),
    /// A backup copy cannot be read: put it aside.
    PutAside(PathBuf),
    /// Read the file of a document, to show it beside.
    ReadBeside(DocumentId, PathBuf),
    /// List the names that begin as this text.
    List(String),
}

/// A question or message about files.
#[derive(Clone, Debug, PartialEq)]
pub enum FileDialog {
    /// What was recovered.
    Recovered,
    /// A recovered document would be thrown away.
    Discard(DocumentId),
    /// A file could not be read, or a document not be written.
    Failed(Option<DocumentId>, PathBuf, Failure),
    /// The file of a document is no longer the one it came from.
    Conflict(Box<conflicts::Conflict>),
    /// A file is open in another window.
    Held(Held),
}

/// Closes the dialog that is open; one that was asked from another gives that one back.
pub(super) fn dismiss(state: &mut AppState) {
    match state.dialog.take() {
        Some(Dialog::Files(FileDialog::Discard(_))) => show_recovered(state),
        // Only a path that was typed is asked about: the dialog of the system asks by itself.
        Some(Dialog::Replace(id, path)) => {
            state.dialog = Some(Dialog::Path(PathRequest::Save(id, path.display().to_string())));
        }
        Some(Dialog::ReplacePicture(file, path)) => export::ask_again(state, file, path, None),
        Some(Dialog::Path(PathRequest::Picture(_))) => state.tried = None,
        // What went wrong was read in the dialog.
        Some(Dialog::Refused(_) | Dialog::RefusedFiles(_) | Dialog::Files(FileDialog::Failed(..))) => {
            state.notice.take_if(|notice| notice.alarming);
        }
        _ => {}
    }
}

/// Does what an action on files asks.
pub(super) fn act(state: &mut AppState, action: FileAction) -> Vec<Effect> {
    match action {
        FileAction::Found(left) => return recover(state, left),
        FileAction::PutAside(path) => {
            state.safety.broken.push(path);
            show_recovered(state);
        }
        FileAction::ShowRecovered => show_recovered(state),
        FileAction::OpenBeside(id) => {
            let path = document(state, id).and_then(|d| d.path.clone());
            return path.map_or_else(Vec::new, |path| vec![Effect::Files(FileEffect::ReadBeside(id, path))]);
        }
        FileAction::Beside(id, bytes) => conflicts::open_beside(state, id, &bytes),
        FileAction::AskDiscard(id) => state.dialog = Some(Dialog::Files(FileDialog::Discard(id))),
        FileAction::Discard(id) => {
            state.dialog = None;
            if let Some(k) = state.documents.iter().position(|d| d.id == id) {
                close(state, k);
            }
            if rows(state).next().is_some() {
                show_recovered(state);
            }
        }
        FileAction::Failed(id, path, failure) => conflicts::failed(state, id, path, failure),
        FileAction::NoBackup(failure) => conflicts::no_backup(state, &failure),
        FileAction::Changed(id, path, bytes) => return conflicts::changed(state, id, &path, &bytes, true),
        FileAction::Seen(id, path, bytes) => return conflicts::changed(state, id, &path, &bytes, false),
        FileAction::Overwrite(id) => return conflicts::overwrite(state, id),
        FileAction::SaveElsewhere(id) => {
            state.dialog = None;
            return match state.documents.iter().position(|d| d.id == id) {
                Some(k) => vec![super::files::pick_save(state, k)],
                None => Vec::new(),
            };
        }
        FileAction::Reload(id) => conflicts::reload(state, id),
        FileAction::Held(held) => state.dialog = Some(Dialog::Files(FileDialog::Held(held))),
        FileAction::OpenCopy => conflicts::open_held(state, false),
        FileAction::OpenAnyway => conflicts::open_held(state, true),
        FileAction::RecentSeen(seen) => {
            for recent in &mut state.safety.recent {
                if let Some(found) = seen.iter().find(|s| s.path == recent.path) {
                    recent.missing = found.missing;
                }
            }
        }
        FileAction::Forget(path) => state.safety.recent.retain(|r| r.path != path),
        FileAction::List(typed) => {
            state.safety.listing = (typed.clone(), Vec::new());
            return vec![Effect::Files(FileEffect::List(typed))];
        }
        FileAction::Listed(typed, entries) => {
            // What was typed since wants other names.
            if state.safety.listing.0 == typed {
                state.safety.listing.1 = entries;
            }
        }
        FileAction::SaveAllAndQuit => {
            state.dialog = None;
            state.safety.saving_all = true;
            return save_next(state);
        }
    }
    Vec::new()
}

/// Returns an open document by its identity.
pub(super) fn document(state: &AppState, id: DocumentId) -> Option<&Document> {
    state.documents.iter().find(|d| d.id == id)
}

/// Returns the recovered documents that are still open and still not saved, each with its place among the open ones.
pub fn rows(state: &AppState) -> impl Iterator<Item = (usize, &Recovered)> {
    state.safety.recovered.iter().filter_map(|row| {
        let at = state.documents.iter().position(|d| d.id == row.document)?;
        state.documents[at].disk.recovered.then_some((at, row))
    })
}

/// Returns whether two scenarios say the same, whatever data each was last saved with.
pub(super) fn same(a: &Scenario, b: &Scenario) -> bool {
    let mut a = a.clone();
    a.economy.fingerprint.clone_from(&b.economy.fingerprint);
    a == *b
}

/// Opens what sessions left behind, each copy as a modified document, and shows the list.
fn recover(state: &mut AppState, left: Leftovers) -> Vec<Effect> {
    let mut effects = Vec::new();
    let library = state.library.clone();
    for leftover in left.found {
        let Leftover {
            copy, text, base, age, ..
        } = leftover;
        let Ok(scenario) = file::read(text.as_bytes()) else {
            effects.push(Effect::Files(FileEffect::PutAside(copy)));
            continue;
        };
        let disk = leftover.disk.as_deref().and_then(|bytes| file::read(bytes).ok());
        if disk.as_ref().is_some_and(|disk| same(disk, &scenario)) {
            effects.push(Effect::Files(FileEffect::Drop(copy)));
            continue;
        }
        let version = leftover.disk.as_deref().map(crate::data::library::fingerprint);
        let standing = match (&leftover.path, version) {
            (None, _) => Standing::NeverSaved,
            (Some(_), None) => Standing::Gone,
            (Some(_), version) if version == base => Standing::AsOpened,
            (Some(_), Some(_)) => Standing::Changed,
        };
        // Two sessions may have died with the same file: the first copy keeps it, a save of the other asks where.
        let path = leftover.path.filter(|path| position_of(state, path).is_none());
        let id = new_id(state);
        let Ok(mut document) = Document::open(id, scenario, path, &library, &mut state.cache) else {
            effects.push(Effect::Files(FileEffect::PutAside(copy)));
            continue;
        };
        if let Some(disk) = disk {
            document.compare_with(disk, &library, &mut state.cache);
        }
        document.disk = OnDisk {
            version: base.filter(|_| document.path.is_some()),
            recovered: true,
            copy: Some(copy),
            ..OnDisk::default()
        };
        show_new(state, document);
        state.safety.recovered.push(Recovered {
            document: id,
            age,
            standing,
        });
    }
    state.safety.broken.extend(left.broken);
    state.safety.crash = left.crash;
    show_recovered(state);
    effects
}

/// Shows what was recovered, when there is anything to tell.
fn show_recovered(state: &mut AppState) {
    let anything = rows(state).next().is_some() || !state.safety.broken.is_empty() || state.safety.crash.is_some();
    if anything {
        state.dialog = Some(Dialog::Files(FileDialog::Recovered));
    }
}

/// Remembers a file that was opened or saved.
pub(super) fn remember(state: &mut AppState, path: &Path) {
    let recent = &mut state.safety.recent;
    recent.retain(|r| r.path != path);
    recent.insert(
        0,
        Recent {
            path: path.to_path_buf(),
            missing: false,
        },
    );
    recent.truncate(RECENT);
    state.safety.folder = path.parent().map(Path::to_path_buf);
}

/// Saves the next modified document, or closes the window when none is left.
pub(super) fn save_next(state: &mut AppState) -> Vec<Effect> {
    match state.documents.iter().position(Document::is_modified) {
        Some(k) => {
            activate(state, k);
            save(state, k)
        }
        None => {
            state.safety.saving_all = false;
            state.closing = true;
            vec![Effect::Close]
        }
    }
}
