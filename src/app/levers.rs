//! The levers of the phase shown, worked out while a page that tells them shows.

use super::document::DocumentId;
use super::state::{AppState, Page};
use crate::study::{self, Bound, Lever};

/// The levers of a phase, at one revision of its document.
#[derive(Clone, Debug, PartialEq)]
pub struct PhaseLevers {
    /// The document.
    pub document: DocumentId,
    /// Its revision.
    pub revision: u64,
    /// The phase.
    pub phase: usize,
    /// Its levers, the one that would bring most jobs first.
    pub levers: Vec<Lever>,
    /// What all lines at their caps would bring.
    pub bound: Bound,
}

impl AppState {
    /// Returns the levers of the phase shown, when they are those of the document in front as it stands.
    pub fn levers_shown(&self) -> Option<&PhaseLevers> {
        let document = self.document();
        let key = (document.id, document.revision(), self.phase);
        self.levers
            .as_ref()
            .filter(|l| (l.document, l.revision, l.phase) == key)
    }
}

/// Finds what each line of the phase shown would bring, while a page that tells it shows, and forgets lines chosen that are no more.
pub(super) fn find_levers(state: &mut AppState) {
    if state.page != Page::Spending {
        state.chosen.clear();
    }
    if state.levers_shown().is_some() && matches!(state.page, Page::Spending | Page::Levers) {
        return;
    }
    let document = &state.documents[state.active];
    let (id, revision, k) = (document.id, document.revision(), state.phase);
    let told = matches!(state.page, Page::Spending | Page::Levers);
    let Some(phase) = document.study().phases.get(k).filter(|_| told) else {
        state.levers = None;
        state.chosen.clear();
        return;
    };
    state.chosen.retain(|id| phase.lines.iter().any(|l| l.id == *id));
    let found = study::levers(document.study(), phase).and_then(|l| Ok((l, study::bound(document.study(), phase)?)));
    state.levers = found.ok().map(|(levers, bound)| PhaseLevers {
        document: id,
        revision,
        phase: k,
        levers,
        bound,
    });
}
