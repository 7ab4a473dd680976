//! What a change of some lines' local shares does to the other lines while the whole keeps its share.

use super::document::{Document, DocumentId};
use super::edit::Edit;
use super::lines::{Change, LinesEdit};
use super::refusals::lines_of;
use crate::ids::LineId;
use crate::study::Study;

/// Shares that move less than this are not told: half a point does not show.
const LEAST: f64 = 0.005;

/// What moved without being touched, until the next change.
#[derive(Clone, Debug, PartialEq)]
pub struct LinesMoved {
    /// The document.
    pub document: DocumentId,
    /// Its revision.
    pub revision: u64,
    /// The phase.
    pub phase: usize,
    /// The local share that the whole keeps.
    pub share: f64,
    /// How many lines moved.
    pub count: usize,
    /// The one that moved most, its local share before and now.
    pub most: (LineId, f64, f64),
}

impl LinesMoved {
    /// Returns the edit after which the whole follows its lines instead.
    pub fn let_go(&self) -> Edit {
        let edit = LinesEdit::Each(vec![self.most.0.clone()], vec![Change::FreeShare]);
        Edit::Lines(self.phase, edit)
    }
}

/// The phase of an edit of some lines' origins, and the local shares of the lines that it leaves alone.
pub(super) type Others = (usize, Vec<(LineId, f64)>);

/// Returns the local shares of the lines that an edit of origins does not touch; nothing for any other edit.
pub(super) fn before(edit: &Edit, study: &Study) -> Option<Others> {
    let k = match edit {
        Edit::LineLocal(k, ..) | Edit::Lines(k, LinesEdit::Each(..) | LinesEdit::Origin(..)) => *k,
        _ => return None,
    };
    let touched = lines_of(edit);
    let lines = study.phases.get(k)?.lines.iter();
    let others = lines.filter(|l| l.amount > 0.0 && !touched.contains(&l.id));
    Some((k, others.map(|l| (l.id.clone(), l.origin.study)).collect()))
}

/// Returns which of those lines moved; nothing where none did, or where no share is asked of the whole.
pub(super) fn change(document: &Document, (k, others): Others) -> Option<LinesMoved> {
    let share = document.scenario().phases.get(k)?.local_share.as_ref()?.value;
    let phase = document.study().phases.get(k)?;
    let moved: Vec<(LineId, f64, f64)> = others
        .into_iter()
        .filter_map(|(id, from)| {
            let to = phase.lines.iter().find(|l| l.id == id)?.origin.study;
            ((to - from).abs() >= LEAST).then_some((id, from, to))
        })
        .collect();
    let count = moved.len();
    let most = moved
        .into_iter()
        .max_by(|a, b| (a.2 - a.1).abs().total_cmp(&(b.2 - b.1).abs()))?;
    Some(LinesMoved {
        document: document.id,
        revision: document.revision(),
        phase: k,
        share,
        count,
        most,
    })
}
