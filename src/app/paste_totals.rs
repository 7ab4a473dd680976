//! Rows of a pasted budget that sum others: which they are, and whether they say what the lines sum to.

use super::budget::BudgetDraft;
use super::paste::{LeftOut, PastedRow};
use super::paste_numbers::Amount;
use crate::data::search::fold;

/// A row that sums others.
#[derive(Clone, Debug, PartialEq)]
pub struct TotalRow {
    /// Its row in what was pasted, from 1.
    pub row: usize,
    /// What it says first.
    pub name: String,
    /// Its amount as read: dollars where it states its unit, bare otherwise.
    pub amount: f64,
    /// The other way of reading it, where there are two.
    pub other: Option<f64>,
    /// Whether it states its unit.
    pub has_unit: bool,
    /// How many lines stand before it.
    pub after: usize,
}

/// What a sum says beside what the lines before it sum to, dollars of the budget's year.
#[derive(Clone, Debug, PartialEq)]
pub struct TotalCheck {
    /// Its row in what was pasted, from 1.
    pub row: usize,
    /// What it says first.
    pub name: String,
    /// The amount it states.
    pub stated: f64,
    /// The sum of the lines that were read.
    pub sum: f64,
    /// Whether the two agree, as far as amounts are written.
    pub agrees: bool,
    /// Where they do not: the row left out whose amount is the gap, and what it says first.
    pub missing: Option<(usize, String)>,
}

/// Words that say a sum.
const SUMS: &[&str] = &[
    "total",
    "totaux",
    "totale",
    "totales",
    "totals",
    "subtotal",
    "subtotals",
    "somme",
    "sum",
];

/// Words that may stand before or beside those and tell of no purchase.
const BESIDE: &[&str] = &[
    "achat",
    "achats",
    "all",
    "amount",
    "annee",
    "annual",
    "annuel",
    "annuelle",
    "annuels",
    "budget",
    "charges",
    "construction",
    "cost",
    "costs",
    "cout",
    "couts",
    "de",
    "depense",
    "depenses",
    "des",
    "du",
    "en",
    "exploitation",
    "expense",
    "expenses",
    "frais",
    "general",
    "generale",
    "grand",
    "l",
    "la",
    "le",
    "les",
    "lignes",
    "lines",
    "montant",
    "montants",
    "of",
    "operating",
    "operation",
    "overall",
    "par",
    "partiel",
    "per",
    "phase",
    "project",
    "projet",
    "purchases",
    "sous",
    "spending",
    "sub",
    "the",
    "year",
];

/// Returns whether a row sums others, by its name: it begins with a word for a sum, or says nothing else than a sum of what a budget holds.
pub(super) fn is_total(name: &str) -> bool {
    let folded = fold(name);
    let words = || folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty());
    let sums = |w: &str| SUMS.contains(&w);
    let silent = |w: &str| BESIDE.contains(&w) || w.bytes().all(|b| b.is_ascii_digit());
    let begins = words().find(|w| !matches!(*w, "sous" | "sub" | "grand" | "overall"));
    begins.is_some_and(sums) || (words().any(sums) && words().all(|w| sums(w) || silent(w)))
}

/// Returns whether an amount is what all lines before it sum to.
pub(super) fn is_sum_of(amount: &Amount, rows: &[PastedRow]) -> bool {
    let Amount::Read { value, has_unit, .. } = amount else {
        return false;
    };
    let alike = rows.len() > 1 && rows.iter().all(|r| r.has_unit == *has_unit);
    let sum: f64 = rows.iter().map(|r| r.amount).sum();
    alike && sum > 0.0 && (value - sum).abs() <= 1e-9 * sum
}

/// Returns the last place that an amount is written to: 0.1 for 12.5, 100 for 1 200.
fn last_place(amount: f64) -> f64 {
    let written = format!("{amount}");
    match written.split_once('.') {
        Some((_, decimals)) => 10_f64.powi(-(decimals.len() as i32)),
        None => 10_f64.powi(written.bytes().rev().take_while(|b| *b == b'0').count() as i32),
    }
}

impl BudgetDraft {
    /// Returns what each sum says beside what the lines before it sum to: those since the sum before it, or all of them, whichever is nearer.
    ///
    /// Amounts are written rounded: n of them and their sum may differ by `(n + 1) / 2` units of the last place of the finest one.
    pub fn total_checks(&self) -> Vec<TotalCheck> {
        let mut begin = 0;
        let mut out = Vec::new();
        for total in &self.pasted.totals {
            let groups = [begin..total.after, 0..total.after];
            begin = total.after;
            let found = groups.into_iter().filter(|rows| !rows.is_empty()).map(|rows| {
                let count = rows.len() as f64;
                let sum: f64 = rows.clone().map(|k| self.amount(k)).sum();
                let (first, other) = self.readings(total.amount, total.other, total.has_unit);
                let stated = other.filter(|o| (o - sum).abs() < (first - sum).abs()).unwrap_or(first);
                let unit = |has_unit| if has_unit { 1.0 } else { self.unit };
                let written = rows
                    .filter_map(|k| self.pasted.rows.get(k))
                    .map(|r| (r.amount, r.has_unit));
                let finest = written
                    .chain([(total.amount, total.has_unit)])
                    .filter(|(amount, _)| *amount != 0.0)
                    .map(|(amount, has_unit)| last_place(amount) * unit(has_unit))
                    .fold(f64::INFINITY, f64::min);
                let within = (count + 1.0) / 2.0 * finest + 1e-9 * sum.abs();
                let agrees = (stated - sum).abs() <= within;
                let is_gap = |l: &&LeftOut| {
                    let amount = l.amount.map(|(amount, has_unit)| amount * unit(has_unit));
                    let lacks = |a: f64| a != 0.0 && (stated - sum - a).abs() <= within;
                    l.row < total.row && amount.is_some_and(lacks)
                };
                let missing = self.pasted.left_out.iter().filter(|_| !agrees).find(is_gap);
                TotalCheck {
                    row: total.row,
                    name: total.name.clone(),
                    stated,
                    sum,
                    agrees,
                    missing: missing.map(|l| (l.row, l.text.clone())),
                }
            });
            let gap = |c: &TotalCheck| (c.stated - c.sum).abs();
            out.extend(found.min_by(|a, b| gap(a).total_cmp(&gap(b))));
        }
        out
    }
}
