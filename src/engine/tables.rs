//! The two shapes in which an account arrives, and the checks that refuse a broken one with all its problems at once.

use super::matrix::Matrix;
use crate::ids::{IndustryCode, RegionCode};
use crate::problem::{Problem, What};

/// An account given by trade between regions, one technology for all, and shares of value added by region.
///
/// Money is in units of `money_unit` dollars. n industries, r regions; the last row and column of each trade matrix are the rest of the world.
#[derive(Clone, Debug)]
pub struct TradeTable {
    /// The industries, n.
    pub industries: Vec<IndustryCode>,
    /// The regions, r.
    pub regions: Vec<RegionCode>,
    /// Dollars in one unit of money of the table, such as 1,000,000.
    pub money_unit: f64,
    /// T_i^{sd}, one (r+1)×(r+1) matrix per industry: product made in s (row), used in d (column).
    pub trade: Vec<Matrix>,
    /// b_ij, n×n: share of supplier i in the intermediate bundle of j; columns are brought to sum 1.
    pub intermediate_bundle: Matrix,
    /// v_j^d, n×r: GDP at basic prices per dollar of output.
    pub value_added_share: Matrix,
    /// Final consumption by industry and region, n×r, in any unit.
    pub final_consumption: Matrix,
    /// Jobs by industry and region, n×r; zero where suppressed.
    pub employment: Matrix,
    /// l_j, n: compensation of employees per dollar of GDP.
    pub labour_share: Vec<f64>,
    /// τ: product taxes per dollar of intermediate purchases.
    pub product_tax: f64,
}

/// An account given by its intermediate flows, as input–output tables are published.
///
/// Rows and columns run over regions, then industries inside each: row `s·n + i`, column `d·n + j`.
#[derive(Clone, Debug)]
pub struct FlowTable {
    /// The industries, n.
    pub industries: Vec<IndustryCode>,
    /// The regions, r.
    pub regions: Vec<RegionCode>,
    /// Dollars in one unit of money of the table.
    pub money_unit: f64,
    /// Z, nr×nr.
    pub intermediate_flows: Matrix,
    /// x, nr.
    pub gross_output: Vec<f64>,
    /// GDP at basic prices, nr.
    pub value_added: Vec<f64>,
    /// Product taxes on intermediate purchases, nr.
    pub product_taxes: Vec<f64>,
    /// Compensation of employees, nr.
    pub compensation: Vec<f64>,
    /// Jobs, nr.
    pub employment: Vec<f64>,
    /// Household consumption, n×r.
    pub final_consumption: Matrix,
}

/// Returns A = Z·x̂⁻¹; a column whose output is 0 keeps coefficients of 0.
///
/// * `z`: intermediate flows, n×n.
/// * `x`: gross output, n.
///
/// Zero-output industries can neither buy nor sell, and 1/0 would spread NaN through the inverse.
///
/// Source: Miller & Blair (2009), chapter 2. Reproduces their two-sector example and pymrio's two-region system.
pub fn input_coefficients(z: &Matrix, x: &[f64]) -> Matrix {
    let mut a = Matrix::zeros(z.rows(), z.columns());
    for (j, output) in x.iter().enumerate() {
        if *output != 0.0 {
            for i in 0..z.rows() {
                a[(i, j)] = z[(i, j)] / output;
            }
        }
    }
    a
}

/// Lists the labels, for messages: `industry` of `region`.
pub(super) fn label(industries: &[IndustryCode], regions: &[RegionCode], k: usize) -> (String, String) {
    let n = industries.len().max(1);
    let industry = industries.get(k % n).map(|c| c.to_string()).unwrap_or_default();
    let region = regions.get(k / n).map(|c| c.to_string()).unwrap_or_default();
    (industry, region)
}

fn check_matrix(problems: &mut Vec<Problem>, name: &str, m: &Matrix, rows: usize, columns: usize, negative: bool) {
    if (m.rows(), m.columns()) != (rows, columns) {
        problems.push(Problem::new(
            name,
            What::Shape {
                name: name.into(),
                rows: m.rows(),
                columns: m.columns(),
                expected_rows: rows,
                expected_columns: columns,
            },
        ));
        return;
    }
    for i in 0..rows {
        for j in 0..columns {
            let v = m[(i, j)];
            if !v.is_finite() {
                problems.push(Problem::new(
                    format!("{name}[{i}][{j}]"),
                    What::CellNotFinite {
                        name: name.into(),
                        row: i,
                        column: j,
                    },
                ));
            } else if v < 0.0 && !negative {
                problems.push(Problem::new(format!("{name}[{i}][{j}]"), What::Negative { value: v }));
            }
        }
    }
}

fn check_vector(problems: &mut Vec<Problem>, name: &str, v: &[f64], length: usize, negative: bool) {
    let rows: Vec<Vec<f64>> = v.iter().map(|x| vec![*x]).collect();
    let m = Matrix::from_rows(&rows).unwrap_or_else(|| Matrix::zeros(0, 1));
    check_matrix(problems, name, &m, length, 1, negative);
}

/// The least and the most dollars that one unit of a table may stand for; 0 would make every coefficient per dollar infinite.
const UNIT_OF_MONEY: (f64, f64) = (1e-3, 1e12);

fn check_number(problems: &mut Vec<Problem>, name: &str, value: f64, low: f64, high: f64) {
    if !value.is_finite() {
        problems.push(Problem::new(name, What::NotFinite));
    } else if !(low..=high).contains(&value) {
        problems.push(Problem::new(name, What::OutOfRange { value, low, high }));
    }
}

fn check_codes<T: std::fmt::Display + Ord>(problems: &mut Vec<Problem>, name: &str, codes: &[T]) {
    if codes.is_empty() {
        problems.push(Problem::new(name, What::Empty));
    }
    let mut seen = std::collections::BTreeSet::new();
    for c in codes {
        if !seen.insert(c) {
            problems.push(Problem::new(name, What::Duplicate { id: c.to_string() }));
        }
    }
}

impl TradeTable {
    /// Returns every problem of the table's shape and cells.
    pub fn problems(&self) -> Vec<Problem> {
        let (n, r) = (self.industries.len(), self.regions.len());
        let mut p = Vec::new();
        check_codes(&mut p, "industries", &self.industries);
        check_codes(&mut p, "regions", &self.regions);
        if self.trade.len() != n {
            p.push(Problem::new(
                "trade",
                What::WrongLength {
                    found: self.trade.len(),
                    expected: n,
                },
            ));
        }
        for (code, flows) in self.industries.iter().zip(&self.trade) {
            check_matrix(&mut p, &format!("trade[{code}]"), flows, r + 1, r + 1, false);
        }
        check_matrix(&mut p, "intermediate_bundle", &self.intermediate_bundle, n, n, false);
        check_matrix(&mut p, "value_added_share", &self.value_added_share, n, r, false);
        for i in 0..self.value_added_share.rows() {
            for (d, v) in self
                .value_added_share
                .row(i)
                .iter()
                .enumerate()
                .filter(|(_, v)| **v > 1.0)
            {
                // More value added than output leaves negative purchases.
                let place = format!("value_added_share[{i}][{d}]");
                p.push(Problem::new(
                    place,
                    What::OutOfRange {
                        value: *v,
                        low: 0.0,
                        high: 1.0,
                    },
                ));
            }
        }
        check_matrix(&mut p, "final_consumption", &self.final_consumption, n, r, false);
        check_matrix(&mut p, "employment", &self.employment, n, r, false);
        check_vector(&mut p, "labour_share", &self.labour_share, n, false);
        check_number(&mut p, "product_tax", self.product_tax, 0.0, 1.0);
        check_number(&mut p, "money_unit", self.money_unit, UNIT_OF_MONEY.0, UNIT_OF_MONEY.1);
        p
    }
}

impl FlowTable {
    /// Returns every problem of the table's shape and cells.
    pub fn problems(&self) -> Vec<Problem> {
        let (n, r) = (self.industries.len(), self.regions.len());
        let k = n * r;
        let mut p = Vec::new();
        check_codes(&mut p, "industries", &self.industries);
        check_codes(&mut p, "regions", &self.regions);
        let before = p.len();
        check_matrix(&mut p, "intermediate_flows", &self.intermediate_flows, k, k, false);
        check_vector(&mut p, "gross_output", &self.gross_output, k, false);
        let flows_are_sound = p.len() == before;
        check_number(&mut p, "money_unit", self.money_unit, UNIT_OF_MONEY.0, UNIT_OF_MONEY.1);
        check_vector(&mut p, "value_added", &self.value_added, k, true);
        check_vector(&mut p, "product_taxes", &self.product_taxes, k, true);
        check_vector(&mut p, "compensation", &self.compensation, k, false);
        check_vector(&mut p, "employment", &self.employment, k, false);
        check_matrix(&mut p, "final_consumption", &self.final_consumption, n, r, true);
        if !flows_are_sound {
            return p;
        }
        let a = input_coefficients(&self.intermediate_flows, &self.gross_output);
        for j in 0..k {
            let sum = a.column_sum(j);
            if sum >= 1.0 {
                let (industry, region) = label(&self.industries, &self.regions, j);
                p.push(Problem::new(
                    "intermediate_flows",
                    What::ColumnNotProductive { industry, region, sum },
                ));
            }
        }
        p
    }
}
