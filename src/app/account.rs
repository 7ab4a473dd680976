//! What a change of purchases does to the project's own account while its sales stay: the surplus takes what purchases leave (METHOD section 3).

use super::document::{Document, DocumentId};
use super::edit::{self, Edit};
use super::state::AppState;
use crate::data::library::Library;
use crate::scenario::Scenario;
use crate::study::{self, AssumptionKind, Cache, ProjectAccount, Study};

/// Changes smaller than this part of purchases are not told.
const LEAST: f64 = 0.005;

/// Changes smaller than this do not show in millions with one decimal, dollars.
const SHOWN: f64 = 50_000.0;

/// What changes of purchases did to the project's own account, until sales move, purchases are back, or it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountChange {
    /// The document.
    pub document: DocumentId,
    /// Its revision.
    pub revision: u64,
    /// The phase.
    pub phase: usize,
    /// Its yearly sales, which did not move, dollars of the data year.
    pub sales: f64,
    /// What its yearly purchases gained; negative where they lost.
    pub purchases: f64,
    /// The yearly sales with which the surplus would be what it was before, dollars of the data year; nothing where no sales would.
    pub level_sales: Option<f64>,
    /// The edit that sets them.
    pub level: Option<Edit>,
    /// The account before the first of these changes.
    before: ProjectAccount,
    /// The account now.
    now: ProjectAccount,
}

/// Returns whether what became of the account of a phase is told already.
pub(super) fn is_told(told: Option<&AccountChange>, document: &Document, phase: usize) -> bool {
    told.is_some_and(|t| t.document == document.id && t.phase == phase)
}

/// Brings what is told up to date after a change of its document, from the account before the first change; it is told no more once sales moved, by its own
/// remedy or otherwise, or once purchases are what they were.
pub(super) fn follow(state: &mut AppState) {
    let Some(mut told) = state.account.take() else { return };
    let Some(document) = state.documents.iter().find(|d| d.id == told.document) else {
        return;
    };
    if document.revision() != told.revision {
        let now = document.study().phases.get(told.phase).and_then(|p| p.project);
        if now == Some(told.now) {
            told.revision = document.revision();
        } else {
            let before = (told.phase, told.before);
            state.account = change(document, before, &state.library, &mut state.cache);
            return;
        }
    }
    state.account = Some(told);
}

/// Returns the account of the phase whose purchases an edit changes; nothing for any other edit.
pub(super) fn before(edit: &Edit, study: &Study) -> Option<(usize, ProjectAccount)> {
    let k = match edit {
        Edit::LineAmount(k, ..)
        | Edit::AddLine(k, ..)
        | Edit::ResetLine(k, _)
        | Edit::ResetLines(k)
        | Edit::Lines(k, _) => *k,
        _ => return None,
    };
    Some((k, study.phases.get(k)?.project?))
}

/// Returns what became of that account, where it is worth telling.
pub(super) fn change(
    document: &Document,
    (k, before): (usize, ProjectAccount),
    library: &Library,
    cache: &mut Cache,
) -> Option<AccountChange> {
    let phase = document.study().phases.get(k)?;
    let now = phase.project?;
    let purchases = now.purchases - before.purchases;
    let same_sales = (now.output - before.output).abs() <= 1e-9 * before.output.abs();
    if !same_sales || purchases.abs() < (LEAST * before.purchases).max(SHOWN) {
        return None;
    }
    let level_sales = level_sales(
        document.scenario(),
        k,
        &now,
        before.surplus,
        phase.price_factor,
        library,
        cache,
    );
    let sales = AssumptionKind::Sales(k);
    Some(AccountChange {
        document: document.id,
        revision: document.revision(),
        phase: k,
        sales: now.output,
        purchases,
        level_sales,
        level: level_sales.map(|v| Edit::Assumption(sales, Some(v / phase.price_factor))),
        before,
        now,
    })
}

/// Returns the sales with which the surplus of a phase would be `wanted`: the surplus is linear in sales, so that a second point gives the line.
fn level_sales(
    scenario: &Scenario,
    k: usize,
    now: &ProjectAccount,
    wanted: f64,
    price_factor: f64,
    library: &Library,
    cache: &mut Cache,
) -> Option<f64> {
    if now.output <= 0.0 || price_factor <= 0.0 {
        return None;
    }
    let other = now.output * 1.1;
    let mut tried = scenario.clone();
    edit::assume(&mut tried, &AssumptionKind::Sales(k), Some(other / price_factor));
    let there = study::run(&tried, library, cache).ok()?.phases.get(k)?.project?;
    let slope = (there.surplus - now.surplus) / (there.output - now.output);
    let sales = now.output + (wanted - now.surplus) / slope;
    (slope > 1e-6 && sales > 0.0 && sales.is_finite()).then_some(sales)
}
