//! What a change does to the project's own account where sales and purchases do not move together (METHOD section 3): the surplus takes what purchases
//! leave while sales stay, and what sales gain while purchases of the user's own stay.

use super::document::{Document, DocumentId};
use super::edit::{self, Edit};
use super::state::AppState;
use crate::data::library::Library;
use crate::scenario::{Phase, PhaseKind, Scenario};
use crate::study::{self, AssumptionKind, Cache, ProjectAccount, Study};

/// Changes smaller than this part of purchases are not told.
const LEAST: f64 = 0.005;

/// Changes of the surplus's share of sales smaller than this are not told: they do not show in whole percents.
const LEAST_SHARE: f64 = 0.01;

/// Changes smaller than this do not show in millions with one decimal, dollars.
const SHOWN: f64 = 50_000.0;

/// What moved without the other.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Moved {
    /// Purchases, while sales stay; whether sales are stated.
    Purchases {
        /// Otherwise they follow jobs.
        stated: bool,
    },
    /// Sales that nobody stated, with jobs or pay, while purchases are the user's own.
    Sales,
}

/// What changes did to the project's own account, until it is as before, sales are stated, or it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct AccountChange {
    /// The document.
    pub document: DocumentId,
    /// Its revision.
    pub revision: u64,
    /// The phase.
    pub phase: usize,
    /// What moved.
    pub moved: Moved,
    /// What its yearly purchases gained; negative where they lost.
    pub purchases: f64,
    /// The yearly sales with which the surplus, or its share of sales where sales moved, would be what it was before, dollars of the data year; nothing
    /// where no sales would.
    pub level_sales: Option<f64>,
    /// The edit that sets them.
    pub level: Option<Edit>,
    /// The account before the first of these changes.
    pub before: ProjectAccount,
    /// The account now.
    pub now: ProjectAccount,
}

/// Where an edit may change the account of a phase: what moves by it, the phase, and its account before.
pub(super) type Before = (Moved, usize, ProjectAccount);

/// Returns whether what such an edit did to the account of a phase is told already: the first account is the one to compare with.
pub(super) fn is_told(told: Option<&AccountChange>, document: &Document, (moved, phase, _): &Before) -> bool {
    let alike = |t: &AccountChange| (t.moved == Moved::Sales) == (*moved == Moved::Sales);
    told.is_some_and(|t| t.document == document.id && t.phase == *phase && alike(t))
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
            let before = (told.moved, told.phase, told.before);
            state.account = change(document, before, &state.library, &mut state.cache);
            return;
        }
    }
    state.account = Some(told);
}

/// Returns the account of the phase whose purchases an edit changes, or whose sales it moves while purchases are the user's own; nothing for any other edit.
pub(super) fn before(edit: &Edit, scenario: &Scenario, study: &Study) -> Option<Before> {
    let (k, pay) = match edit {
        Edit::LineAmount(k, ..)
        | Edit::AddLine(k, ..)
        | Edit::ResetLine(k, _)
        | Edit::ResetLines(k)
        | Edit::Lines(k, _) => (*k, false),
        Edit::Jobs(k, _) | Edit::Assumption(AssumptionKind::AnnualWage(k), _) => (*k, true),
        _ => return None,
    };
    let phase = scenario.phases.get(k)?;
    let moved = match pay {
        true if study::rests_on_own_purchases(phase) => Moved::Sales,
        true => return None,
        false => Moved::Purchases {
            stated: states_sales(phase),
        },
    };
    Some((moved, k, study.phases.get(k)?.project?))
}

fn states_sales(phase: &Phase) -> bool {
    matches!(&phase.kind, PhaseKind::Operation { sales: Some(_), .. })
}

/// Returns what became of that account, where it is worth telling.
pub(super) fn change(
    document: &Document,
    (moved, k, before): Before,
    library: &Library,
    cache: &mut Cache,
) -> Option<AccountChange> {
    let phase = document.study().phases.get(k)?;
    let stated = document.scenario().phases.get(k)?;
    let now = phase.project?;
    let purchases = now.purchases - before.purchases;
    let same_sales = (now.output - before.output).abs() <= 1e-9 * before.output.abs();
    let share = |a: &ProjectAccount| if a.output > 0.0 { a.surplus / a.output } else { 0.0 };
    let told = match moved {
        Moved::Purchases { .. } => same_sales && purchases.abs() >= (LEAST * before.purchases).max(SHOWN),
        Moved::Sales => {
            let own = study::rests_on_own_purchases(stated);
            own && !same_sales && (share(&now) - share(&before)).abs() >= LEAST_SHARE
        }
    };
    if !told {
        return None;
    }
    let moved = match moved {
        Moved::Purchases { .. } => Moved::Purchases {
            stated: states_sales(stated),
        },
        Moved::Sales => Moved::Sales,
    };
    let wanted = match moved {
        Moved::Purchases { .. } => (before.surplus, 0.0),
        Moved::Sales => (0.0, share(&before)),
    };
    let level_sales = level_sales(document.scenario(), k, &now, wanted, phase.price_factor, library, cache);
    let sales = AssumptionKind::Sales(k);
    Some(AccountChange {
        document: document.id,
        revision: document.revision(),
        phase: k,
        moved,
        purchases,
        level_sales,
        level: level_sales.map(|v| Edit::Assumption(sales, Some(v / phase.price_factor))),
        before,
        now,
    })
}

/// Returns the sales x with which the surplus of a phase would be `fixed + share × x`: the surplus is linear in sales, so that a second point gives the
/// line.
fn level_sales(
    scenario: &Scenario,
    k: usize,
    now: &ProjectAccount,
    (fixed, share): (f64, f64),
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
    let sales = (fixed + slope * now.output - now.surplus) / (slope - share);
    (slope - share > 1e-6 && sales > 0.0 && sales.is_finite()).then_some(sales)
}
