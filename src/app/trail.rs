//! The money trail of the phase shown, worked out while its page shows.

use super::document::DocumentId;
use super::state::{AppState, Page};
use crate::problem::What;
use crate::study::MoneyTrail;

/// The money trail of one phase of a document at a revision.
#[derive(Debug)]
pub struct TrailStudy {
    /// The document.
    pub document: DocumentId,
    /// Its revision.
    pub revision: u64,
    /// Position of the phase.
    pub phase: usize,
    /// The trail, or why there is none.
    pub trail: Result<MoneyTrail, What>,
}

/// Follows the money of the phase shown, while the page that shows it is open; lets go of it otherwise.
pub(super) fn follow_money(state: &mut AppState) {
    if state.page != Page::MoneyTrail {
        state.trail = None;
        return;
    }
    let document = &state.documents[state.active];
    let (id, revision) = (document.id, document.revision());
    let study = document.study();
    let phase = state.phase.min(study.phases.len().saturating_sub(1));
    let known = state.trail.as_ref();
    if known.is_some_and(|t| t.document == id && t.revision == revision && t.phase == phase) {
        return;
    }
    state.trail = study.phases.get(phase).map(|p| TrailStudy {
        document: id,
        revision,
        phase,
        trail: study.money_trail(p),
    });
}
