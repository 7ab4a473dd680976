//! Documents that open, are saved and close: what `update` does for files.

use std::path::{Path, PathBuf};

use super::action::{Effect, Refusal};
use super::conflicts;
use super::document::{Document, DocumentId};
use super::edit;
use super::new_project::{self, DraftAction};
use super::recovery::{self, Failure};
use super::state::{AppState, Notice, Page};
use super::update::{alarm, tell};
use super::view::Wanted;
use super::{compare, drop};
use crate::data::library::fingerprint;
use crate::ids::Local;
use crate::scenario::{file, presets};
use crate::study;
use crate::text::Lang;
use crate::text::messages::app as words;

/// The longest name proposed for a file, in characters.
const LONGEST_STEM: usize = 80;

pub(super) fn new_id(state: &mut AppState) -> DocumentId {
    state.next_id += 1;
    DocumentId(state.next_id - 1)
}

/// Returns which open document came from this file.
pub(super) fn position_of(state: &AppState, path: &Path) -> Option<usize> {
    state.documents.iter().position(|d| d.path.as_deref() == Some(path))
}

/// Opens a file in front, or brings it to the front when it is open already.
pub(super) fn open_path(state: &mut AppState, path: PathBuf) -> Vec<Effect> {
    state.dialog = None;
    match position_of(state, &path) {
        Some(k) => {
            activate(state, k);
            compare::join_opened(state, state.document().id);
            Vec::new()
        }
        None => vec![Effect::Read(path)],
    }
}

/// Opens one of the shipped examples.
pub(super) fn open_preset(state: &mut AppState, k: usize) {
    if let Some((name, text)) = presets::SHIPPED.get(k) {
        show_opened(state, name, text.as_bytes(), None, Document::shipped);
    }
}

/// Opens a document from bytes, or shows all the reasons why not; open documents stay as they are.
pub(super) fn open_bytes(state: &mut AppState, name: &str, bytes: &[u8], path: Option<PathBuf>) {
    show_opened(state, name, bytes, path, |document| document);
}

pub(super) fn show_opened(
    state: &mut AppState,
    name: &str,
    bytes: &[u8],
    path: Option<PathBuf>,
    mark: impl FnOnce(Document) -> Document,
) {
    let opened = file::read(bytes).and_then(|scenario| {
        let id = new_id(state);
        let library = state.library.clone();
        Document::open(id, scenario, path.clone(), &library, &mut state.cache)
    });
    match opened {
        Ok(document) => {
            let mut document = mark(document);
            let id = document.id;
            document.disk.version = path.as_ref().map(|_| fingerprint(bytes));
            show_new(state, document);
            if let Some(path) = path {
                recovery::remember(state, &path);
                tell(state, words::OPENED, &path);
            }
            compare::join_opened(state, id);
        }
        Err(problems) => {
            alarm(state, words::FILE_REFUSED, &[("path", name)]);
            let refusal = Refusal {
                name: name.to_owned(),
                problems,
            };
            drop::refuse(state, refusal);
        }
    }
}

pub(super) fn show_new(state: &mut AppState, document: Document) {
    state.documents.push(document);
    let last = state.documents.len() - 1;
    activate(state, last);
}

pub(super) fn activate(state: &mut AppState, k: usize) {
    if k < state.documents.len() {
        // What was said was said of another document.
        state.notice = None;
        state.draft.open = false;
        state.group = None;
        state.documents[state.active].history.end_movement();
        state.active = k;
        state.phase = state.document().scenario().first_operation().unwrap_or(0);
        if state.document().study().whole_province && state.territory == study::Territory::RestOfProvince {
            state.territory = study::Territory::Study;
        }
    }
}

/// Opens a project with round numbers in the region of the project in front, for want of any other document to show.
pub(super) fn open_new(state: &mut AppState) {
    let current = state.document().scenario();
    let scenario = new_project::project(
        &state.library,
        current.region.clone(),
        current.activity.clone(),
        edit::example(10e6),
        edit::example(25.0),
    );
    let id = new_id(state);
    let library = state.library.clone();
    if let Ok(document) = Document::open(id, scenario, None, &library, &mut state.cache) {
        show_new(state, document);
    }
}

/// Shows the page of a new project, in the region of the project in front unless something was said there already.
pub(super) fn ask_new(state: &mut AppState) {
    state.documents[state.active].history.end_movement();
    state.notice = None;
    state.group = None;
    state.draft.open = true;
    if state.draft.is_blank() {
        state.draft.region = Some(state.document().scenario().region.clone());
    }
}

/// Leaves the page of a new project for another page; what was said there is kept, and how to come back is told.
pub(super) fn leave_draft(state: &mut AppState) {
    if state.draft.open && !state.draft.is_blank() {
        let said = |lang| words::DRAFT_KEPT.get(lang).to_owned();
        state.notice = Some(Notice {
            text: Local::new(said(Lang::Fr), said(Lang::En)),
            alarming: false,
        });
    }
    state.draft.open = false;
    state.group = None;
}

/// What happens on the page of a new project.
pub(super) fn draft(state: &mut AppState, action: DraftAction) {
    let library = state.library.clone();
    match action {
        DraftAction::Leave => leave_draft(state),
        DraftAction::Create => create(state, false),
        DraftAction::CreateEach => create(state, true),
        action => state.draft.change(action, &library, &mut state.cache),
    }
}

/// Makes the project described, or one for each recipe that fits, and opens the first; nothing where it cannot be made yet.
fn create(state: &mut AppState, each: bool) {
    let library = state.library.clone();
    let mut made = Vec::new();
    for scenario in state.draft.projects(&library, each) {
        let id = new_id(state);
        // The local share that one recipe can reach may be out of reach of another: that one is left to its default.
        let mut free = scenario.clone();
        for phase in &mut free.phases {
            phase.local_share = None;
        }
        let opened = Document::open(id, scenario, None, &library, &mut state.cache)
            .or_else(|_| Document::open(id, free, None, &library, &mut state.cache));
        made.extend(opened.ok().map(Document::never_saved));
    }
    if made.is_empty() {
        return;
    }
    // A project that only stood in for want of another gives way.
    let stands_in = |d: &Document| d.path.is_none() && !d.is_modified() && edit::is_new_name(&d.scenario().name);
    if state.documents.len() == 1 && stands_in(state.document()) {
        state.documents.clear();
    }
    let first = state.documents.len();
    state.documents.extend(made);
    state.active = state.active.min(first);
    activate(state, first);
    state.page = Page::Overview;
    state.view.wanted = Some(Wanted::Numbers);
    state.draft.begin_again();
}

/// Closes a document; the last one to close leaves the page of a new project, and a project that stands in behind it.
pub(super) fn close(state: &mut AppState, k: usize) {
    if k >= state.documents.len() {
        return;
    }
    let last = state.documents.len() == 1;
    if last {
        open_new(state);
    }
    if state.documents.len() > 1 {
        state.documents.remove(k);
        let front = if state.active >= k && state.active > 0 {
            state.active - 1
        } else {
            state.active
        };
        state.active = front.min(state.documents.len() - 1);
        activate(state, state.active);
    }
    if last {
        ask_new(state);
    }
}

pub(super) fn save(state: &mut AppState, k: usize) -> Vec<Effect> {
    let Some(document) = state.documents.get(k) else {
        return Vec::new();
    };
    match document.path.clone() {
        Some(path) => write(state, document.id, path),
        None => vec![pick_save(state, k)],
    }
}

/// Returns the name proposed for the files of a project, without extension: that of its own file, or its name in plain letters.
pub(super) fn file_stem(document: &Document, lang: Lang) -> String {
    let own = document.path.as_ref().and_then(|p| p.file_stem());
    own.map_or_else(|| name_as_stem(document, lang), |s| s.to_string_lossy().into_owned())
}

fn name_as_stem(document: &Document, lang: Lang) -> String {
    let folded = crate::data::search::fold(document.scenario().name.get(lang));
    let parts: Vec<&str> = folded
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    // A name as long as a sentence would make paths that no system takes.
    let stem: String = parts.join("-").chars().take(LONGEST_STEM).collect();
    match stem.as_str() {
        "" => words::FILE_STEM.get(lang).to_owned(),
        _ => stem,
    }
}

pub(super) fn pick_save(state: &AppState, k: usize) -> Effect {
    let document = &state.documents[k.min(state.documents.len() - 1)];
    let lang = state.lang();
    let stem = name_as_stem(document, lang);
    Effect::PickSave(document.id, format!("{stem}.ron"))
}

/// Asks for a document to be written as it stands, with the fingerprint of the data it was computed with.
pub(super) fn write(state: &mut AppState, id: DocumentId, path: PathBuf) -> Vec<Effect> {
    state.dialog = None;
    if state
        .documents
        .iter()
        .any(|d| d.id != id && d.path.as_deref() == Some(&*path))
    {
        conflicts::failed(state, Some(id), path, Failure::OpenHere);
        return Vec::new();
    }
    let Some(document) = state.documents.iter_mut().find(|d| d.id == id) else {
        return Vec::new();
    };
    let mut scenario = document.scenario().clone();
    scenario.economy.fingerprint = Some(state.library.fingerprint.clone());
    match file::write(&scenario) {
        Ok(text) => {
            document.disk.writing = Some(fingerprint(text.as_bytes()));
            vec![Effect::Write(id, path, text, document.revision())]
        }
        Err(reason) => {
            conflicts::failed(state, Some(id), path, Failure::Other(reason));
            Vec::new()
        }
    }
}

pub(super) fn saved(state: &mut AppState, id: DocumentId, path: PathBuf, revision: u64) -> Vec<Effect> {
    let Some(document) = state.documents.iter_mut().find(|d| d.id == id) else {
        return Vec::new();
    };
    document.disk.version = document.disk.writing.take();
    document.disk.told = None;
    // Writing is quick, but an edit may have come meanwhile: then the document stays modified.
    let written = document.revision() == revision;
    if written {
        document.mark_saved(path.clone(), &state.library, &mut state.cache);
    } else {
        document.path = Some(path.clone());
    }
    if state.close_once_saved.take_if(|closing| *closing == id).is_some()
        && written
        && let Some(k) = state.documents.iter().position(|d| d.id == id)
    {
        close(state, k);
    }
    recovery::remember(state, &path);
    // Another open project may be in front by now: what is told there is told of that one.
    let behind = state.document().id != id && state.documents.iter().any(|d| d.id == id);
    if !behind {
        tell(state, words::SAVED, &path);
    }
    if state.safety.saving_all {
        // A document edited while it was written stays modified, and the window open.
        state.safety.saving_all = written;
        if written {
            return recovery::save_next(state);
        }
    }
    Vec::new()
}
