//! Documents that open, are saved and close: what `update` does for files.

use std::path::{Path, PathBuf};

use super::action::{Effect, Refusal};
use super::document::{Document, DocumentId};
use super::edit;
use super::state::{AppState, Dialog};
use super::update::{alarm, tell};
use crate::ids::{Local, PhaseId};
use crate::scenario::{EconomyRef, ModelChoice, Phase, PhaseKind, Scenario, VERSION, file};
use crate::study;
use crate::text::messages::app as words;

fn new_id(state: &mut AppState) -> DocumentId {
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
            Vec::new()
        }
        None => vec![Effect::Read(path)],
    }
}

/// Opens a document from bytes, or shows all the reasons why not; open documents stay as they are.
pub(super) fn open_bytes(state: &mut AppState, name: &str, bytes: &[u8], path: Option<PathBuf>) {
    let opened = file::read(bytes).and_then(|scenario| {
        let id = new_id(state);
        let library = state.library.clone();
        Document::open(id, scenario, path.clone(), &library, &mut state.cache)
    });
    match opened {
        Ok(document) => {
            show_new(state, document);
            if let Some(path) = path {
                tell(state, words::OPENED, &path);
            }
        }
        Err(problems) => {
            alarm(state, words::FILE_REFUSED, &[("path", name)]);
            state.dialog = Some(Dialog::Refused(Refusal {
                name: name.to_owned(),
                problems,
            }));
        }
    }
}

fn show_new(state: &mut AppState, document: Document) {
    state.documents.push(document);
    let last = state.documents.len() - 1;
    activate(state, last);
}

pub(super) fn activate(state: &mut AppState, k: usize) {
    if k < state.documents.len() {
        // What was said was said of another document.
        state.notice = None;
        state.documents[state.active].history.end_movement();
        state.active = k;
        state.phase = state.document().scenario().first_operation().unwrap_or(0);
        if state.document().study().whole_province && state.territory == study::Territory::RestOfProvince {
            state.territory = study::Territory::Study;
        }
    }
}

/// Opens a project with three round numbers in the region of the project in front.
pub(super) fn open_new(state: &mut AppState) {
    let current = state.document().scenario();
    let construction = Phase {
        id: PhaseId::new("construction"),
        label: None,
        start: 2026,
        end: 2027,
        price_year: state.library.economy.data_year,
        profile: None,
        local_share: None,
        province_content: None,
        own_budget: false,
        lines: Vec::new(),
        line_order: Vec::new(),
        additionality: None,
        kind: PhaseKind::Construction {
            investment: edit::example(10e6),
            shares: None,
            site_workers: None,
        },
    };
    let operation = Phase {
        id: PhaseId::new("operation"),
        start: 2028,
        end: 2047,
        kind: PhaseKind::Operation {
            jobs: edit::example(25.0),
            annual_wage: None,
            sales: None,
            property_tax: None,
            tax_base: None,
            local_hiring: None,
        },
        ..construction.clone()
    };
    let scenario = Scenario {
        version: VERSION,
        name: Local::new(words::NEW_PROJECT.fr, words::NEW_PROJECT.en),
        description: Local::default(),
        economy: EconomyRef {
            id: state.library.economy.id.clone(),
            fingerprint: None,
        },
        region: current.region.clone(),
        activity: current.activity.clone(),
        model: ModelChoice::default(),
        parameters: Default::default(),
        phases: vec![construction, operation],
        support: Vec::new(),
        early_closure: None,
        facts: Vec::new(),
        claims: Vec::new(),
    };
    let id = new_id(state);
    let library = state.library.clone();
    if let Ok(document) = Document::open(id, scenario, None, &library, &mut state.cache) {
        show_new(state, document);
    }
}

/// Closes a document; the last one to close leaves a new project behind.
pub(super) fn close(state: &mut AppState, k: usize) {
    if k >= state.documents.len() {
        return;
    }
    if state.documents.len() == 1 {
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

pub(super) fn pick_save(state: &AppState, k: usize) -> Effect {
    let document = &state.documents[k.min(state.documents.len() - 1)];
    let lang = state.lang();
    let name: String = crate::data::search::fold(document.scenario().name.get(lang))
        .split(|c: char| !c.is_ascii_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect::<Vec<_>>()
        .join("-");
    let stem = if name.is_empty() {
        words::FILE_STEM.get(lang).to_owned()
    } else {
        name
    };
    Effect::PickSave(document.id, format!("{stem}.ron"))
}

/// Asks for a document to be written as it stands, with the fingerprint of the data it was computed with.
pub(super) fn write(state: &mut AppState, id: DocumentId, path: PathBuf) -> Vec<Effect> {
    state.dialog = None;
    let Some(document) = state.documents.iter().find(|d| d.id == id) else {
        return Vec::new();
    };
    let mut scenario = document.scenario().clone();
    scenario.economy.fingerprint = Some(state.library.fingerprint.clone());
    match file::write(&scenario) {
        Ok(text) => vec![Effect::Write(id, path, text, document.revision())],
        Err(reason) => {
            state.close_once_saved = None;
            let path = path.display().to_string();
            alarm(state, words::FILE_FAILED, &[("path", &path), ("reason", &reason)]);
            Vec::new()
        }
    }
}

pub(super) fn saved(state: &mut AppState, id: DocumentId, path: PathBuf, revision: u64) {
    let Some(document) = state.documents.iter_mut().find(|d| d.id == id) else {
        return;
    };
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
    tell(state, words::SAVED, &path);
}
