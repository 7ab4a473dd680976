//! What a change of purchases does to the project's own account while its sales stay: the surplus takes what purchases leave (METHOD section 3).

use super::document::{Document, DocumentId};
use super::edit::{self, Edit};
use crate::data::library::Library;
use crate::scenario::Scenario;
use crate::study::{self, AssumptionKind, Cache, ProjectAccount, Study};

/// Changes smaller than this part of purchases are not told.
const LEAST: f64 = 0.005;

/// Changes smaller than this do not show in millions with one decimal, dollars.
const SHOWN: f64 = 50_000.0;

/// What a change of purchases did to the project's own account, until the next change.
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
