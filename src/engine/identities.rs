//! Accounting checks that anyone can repeat: what was expected, what was found, and the tolerance.

use super::account::Account;
use super::impact::{Effect, Impact, Measure, Stimulus};
use super::regional::StudyRegion;

/// One accounting check.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// What is checked.
    pub name: CheckName,
    /// The value it should have.
    pub expected: f64,
    /// The value it has.
    pub found: f64,
    /// The largest acceptable difference, absolute.
    pub tolerance: f64,
}

/// What a check is about.
#[derive(Clone, Debug, PartialEq)]
pub enum CheckName {
    /// Every column pays exactly one dollar: value added, taxes, imports and purchases.
    ColumnsPayOneDollar,
    /// No industry sells more to industries than it produces.
    SalesWithinOutput,
    /// GDP of a region of the account, against its published figure.
    Gdp(String),
    /// Gross output of a region, against the sum of its table.
    Output(String),
    /// Payroll jobs of a region, against their published sum.
    Jobs(String),
    /// Compensation of employees of a region, against its published figure.
    Compensation(String),
    /// Spending = GDP + product taxes + imports + scrap, all rounds included.
    Spending,
    /// Consumption = GDP + product taxes + imports of the induced effect.
    Consumption,
    /// The study region and the rest of the province sum to the province.
    SplitSumsToProvince,
}

impl Check {
    /// Returns whether the difference is within the tolerance; a NaN never is.
    pub fn holds(&self) -> bool {
        (self.found - self.expected).abs() <= self.tolerance
    }
}

/// Returns the larger of two differences; a NaN wins, where `f64::max` would drop it.
fn worse(a: f64, b: f64) -> f64 {
    if b <= a || a.is_nan() { a } else { b }
}

/// Checks what must hold for every account.
pub fn account_checks(account: &Account) -> Vec<Check> {
    let c = account.per_dollar();
    let n = account.industries().len();
    let worst = (0..account.size())
        .filter(|k| account.gross_output()[*k] > 0.0)
        .map(|k| c.value_added[k] + c.product_taxes[k] + c.foreign_imports[k] + account.coefficients().column_sum(k))
        .fold(1.0_f64, |w, v| {
            if w.is_nan() || (v - 1.0).abs() <= (w - 1.0).abs() {
                w
            } else {
                v
            }
        });
    let sold = account.coefficients().times(account.gross_output());
    let over = sold
        .iter()
        .zip(account.gross_output())
        .fold(0.0_f64, |m, (s, x)| worse(m, s - x));
    let scale: f64 = account.gross_output().iter().sum::<f64>() / n.max(1) as f64;
    vec![
        Check {
            name: CheckName::ColumnsPayOneDollar,
            expected: 1.0,
            found: worst,
            tolerance: 1e-12,
        },
        Check {
            name: CheckName::SalesWithinOutput,
            expected: 0.0,
            found: over,
            tolerance: 1e-12 * scale,
        },
    ]
}

/// Checks that the split of a province changes nothing in the province as a whole: `L + rest = P` for every purchase.
pub fn split_check(base: &Account, province: usize, region: &StudyRegion) -> Check {
    let n = base.industries().len();
    let split = region.account();
    let parts = region.provincial_regions();
    let mut worst = 0.0_f64;
    let bought = |a: &super::matrix::Matrix, row: usize, columns: std::ops::Range<usize>, x: &[f64]| -> f64 {
        columns.map(|k| a[(row, k)] * x[k]).sum()
    };
    for i in 0..n {
        let whole = bought(
            base.coefficients(),
            province * n + i,
            province * n..(province + 1) * n,
            base.gross_output(),
        );
        let sum: f64 = (0..parts)
            .map(|s| bought(split.coefficients(), s * n + i, 0..parts * n, split.gross_output()))
            .sum();
        worst = worse(worst, (whole - sum).abs() / whole.abs().max(1.0));
    }
    Check {
        name: CheckName::SplitSumsToProvince,
        expected: 0.0,
        found: worst,
        tolerance: 1e-9,
    }
}

/// Checks that every dollar spent is found again (METHOD section 4).
///
/// * `spending`: the phase's spending in dollars at purchaser prices: the investment without land, or the project's sales.
pub fn impact_checks(impact: &Impact, stimulus: &Stimulus, spending: f64) -> Vec<Check> {
    let measures = [Measure::Gdp, Measure::ProductTaxes, Measure::ForeignImports];
    let sum = |effects: &[Effect]| -> f64 {
        effects
            .iter()
            .flat_map(|e| measures.iter().map(|m| impact.grand_total(*e, *m)))
            .sum()
    };
    let found = sum(&[Effect::Direct, Effect::IndirectFirst, Effect::IndirectOther]) + stimulus.scrap;
    let consumed: f64 = impact.consumption().iter().sum();
    let induced = sum(&[Effect::Induced]);
    let tolerance = |v: f64| 1e-9 * v.abs().max(1.0);
    vec![
        Check {
            name: CheckName::Spending,
            expected: spending,
            found,
            tolerance: tolerance(spending),
        },
        Check {
            name: CheckName::Consumption,
            expected: consumed,
            found: induced,
            tolerance: tolerance(consumed),
        },
    ]
}
