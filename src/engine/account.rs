//! The multi-regional account: regional coefficients, what each dollar of output pays, and the trade shares behind them.

use super::matrix::Matrix;
use super::tables::{FlowTable, TradeTable, input_coefficients, label};
use crate::ids::{IndustryCode, RegionCode};
use crate::problem::{Problem, What};

/// What one dollar of output pays, by region and industry (index `region·n + industry`).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Coefficients {
    /// GDP at basic prices.
    pub value_added: Vec<f64>,
    /// Compensation of employees.
    pub compensation: Vec<f64>,
    /// Product taxes on intermediate purchases.
    pub product_taxes: Vec<f64>,
    /// Intermediate purchases from abroad.
    pub foreign_imports: Vec<f64>,
    /// Payroll jobs.
    pub jobs: Vec<f64>,
}

/// A multi-regional input–output account, checked and ready for a model.
///
/// n industries × r regions; every vector over both runs by region, then industry. Money is in dollars.
#[derive(Clone, Debug)]
pub struct Account {
    pub(super) industries: Vec<IndustryCode>,
    pub(super) regions: Vec<RegionCode>,
    pub(super) coefficients: Matrix,
    pub(super) gross_output: Vec<f64>,
    pub(super) jobs: Vec<f64>,
    pub(super) per_dollar: Coefficients,
    /// Trade shares after the supply cap, one r×r matrix per industry: t_i^{sd}, seller in the row.
    pub(super) trade_shares: Vec<Matrix>,
    /// Household baskets and government together, n×r, each column summing to 1 (or to 0 where there is no consumption).
    pub(super) consumption: Matrix,
    pub(super) warnings: Vec<Problem>,
    pub(super) capped: Vec<Cap>,
}

/// A row block scaled down because the table sells less of the product than the coefficients would buy.
#[derive(Clone, Debug, PartialEq)]
pub struct Cap {
    /// The product.
    pub industry: IndustryCode,
    /// Where it is made.
    pub seller: RegionCode,
    /// Where it is used.
    pub buyer: RegionCode,
    /// The factor applied, below 1.
    pub factor: f64,
}

impl Account {
    /// Builds an account from trade between regions (METHOD section 1).
    ///
    /// * technical coefficients `a_ij^d = (1 − v_j^d)(1 − τ)·b_ij`, b's columns brought to sum 1;
    /// * trade shares `t_i^{sd} = T_i^{sd} / Σ_{s'} T_i^{s'd}`, the rest of the world included;
    /// * regional coefficients `A^{sd}_ij = t_i^{sd}·a_ij^d`;
    /// * supply cap: where `Σ_j A^{sd}_ij·x_j^d > T_i^{sd}`, the row block is scaled down to it and the rest becomes foreign imports.
    pub fn from_trade(table: &TradeTable) -> Result<Self, Vec<Problem>> {
        let problems = table.problems();
        if !problems.is_empty() {
            return Err(problems);
        }
        let (n, r) = (table.industries.len(), table.regions.len());
        let output = |i: usize, s: usize| -> f64 { table.trade[i].row(s).iter().sum::<f64>() };
        let mut bundle = table.intermediate_bundle.clone();
        for j in 0..n {
            let sum = bundle.column_sum(j);
            if sum > 0.0 {
                for i in 0..n {
                    bundle[(i, j)] /= sum;
                }
            }
        }
        let mut warnings = Vec::new();
        let mut gross_output = vec![0.0; n * r];
        for d in 0..r {
            for j in 0..n {
                gross_output[d * n + j] = output(j, d);
                if output(j, d) == 0.0 {
                    warnings.push(Problem::new(
                        "trade",
                        What::ZeroOutput {
                            industry: table.industries[j].to_string(),
                            region: table.regions[d].to_string(),
                        },
                    ));
                }
            }
        }
        let technical = |i: usize, j: usize, d: usize| {
            (1.0 - table.value_added_share[(j, d)]) * (1.0 - table.product_tax) * bundle[(i, j)]
        };

        let mut coefficients = Matrix::zeros(n * r, n * r);
        let mut trade_shares = vec![Matrix::zeros(r, r); n];
        let mut capped = Vec::new();
        for (i, shares) in trade_shares.iter_mut().enumerate() {
            for d in 0..r {
                let use_total = table.trade[i].column_sum(d);
                let technical_use: f64 = (0..n).map(|j| technical(i, j, d) * gross_output[d * n + j]).sum();
                for s in 0..r {
                    let flow = table.trade[i][(s, d)];
                    let share = if use_total > 0.0 { flow / use_total } else { 0.0 };
                    let wanted = share * technical_use;
                    let factor = if wanted > flow { flow / wanted } else { 1.0 };
                    if factor < 1.0 {
                        capped.push(Cap {
                            industry: table.industries[i].clone(),
                            seller: table.regions[s].clone(),
                            buyer: table.regions[d].clone(),
                            factor,
                        });
                    }
                    shares[(s, d)] = share * factor;
                    for j in 0..n {
                        if gross_output[d * n + j] != 0.0 {
                            coefficients[(s * n + i, d * n + j)] = shares[(s, d)] * technical(i, j, d);
                        }
                    }
                }
            }
        }

        let mut per_dollar = Coefficients::zeros(n * r);
        let mut jobs = vec![0.0; n * r];
        for d in 0..r {
            for j in 0..n {
                let k = d * n + j;
                if gross_output[k] == 0.0 {
                    continue;
                }
                let v = table.value_added_share[(j, d)];
                per_dollar.value_added[k] = v;
                per_dollar.compensation[k] = table.labour_share[j] * v;
                per_dollar.product_taxes[k] = (1.0 - v) * table.product_tax;
                per_dollar.foreign_imports[k] = 1.0 - v - per_dollar.product_taxes[k] - coefficients.column_sum(k);
                let counted = table.employment[(j, d)];
                per_dollar.jobs[k] = if counted > 0.0 {
                    counted / (gross_output[k] * table.money_unit)
                } else {
                    let seen = (0..r).filter(|s| table.employment[(j, *s)] > 0.0);
                    let (jobs_seen, output_seen) = seen.fold((0.0, 0.0), |(a, b), s| {
                        (a + table.employment[(j, s)], b + gross_output[s * n + j])
                    });
                    warnings.push(Problem::new(
                        "employment",
                        What::JobsImputed {
                            industry: table.industries[j].to_string(),
                            region: table.regions[d].to_string(),
                        },
                    ));
                    if output_seen > 0.0 {
                        jobs_seen / (output_seen * table.money_unit)
                    } else {
                        0.0
                    }
                };
                jobs[k] = counted;
            }
        }
        for x in &mut gross_output {
            *x *= table.money_unit;
        }
        let account = Self {
            industries: table.industries.clone(),
            regions: table.regions.clone(),
            coefficients,
            gross_output,
            jobs,
            per_dollar,
            trade_shares,
            consumption: normalised_columns(&table.final_consumption),
            warnings,
            capped,
        };
        account.checked()
    }

    /// Builds an account from published intermediate flows: `A = Z·x̂⁻¹`, every other row divided by output.
    ///
    /// Trade shares are those of the flows themselves: what a region's industries buy of a product, by region of origin.
    pub fn from_flows(table: &FlowTable) -> Result<Self, Vec<Problem>> {
        let problems = table.problems();
        if !problems.is_empty() {
            return Err(problems);
        }
        let (n, r) = (table.industries.len(), table.regions.len());
        let x = &table.gross_output;
        let coefficients = input_coefficients(&table.intermediate_flows, x);
        let mut warnings = Vec::new();
        for k in (0..n * r).filter(|k| x[*k] == 0.0) {
            let (industry, region) = label(&table.industries, &table.regions, k);
            warnings.push(Problem::new("gross_output", What::ZeroOutput { industry, region }));
        }
        let per = |v: &[f64], unit: f64| -> Vec<f64> {
            v.iter()
                .zip(x)
                .map(|(v, x)| if *x == 0.0 { 0.0 } else { v / (x * unit) })
                .collect()
        };
        let mut per_dollar = Coefficients {
            value_added: per(&table.value_added, 1.0),
            compensation: per(&table.compensation, 1.0),
            product_taxes: per(&table.product_taxes, 1.0),
            foreign_imports: vec![0.0; n * r],
            jobs: per(&table.employment, table.money_unit),
        };
        for k in (0..n * r).filter(|k| x[*k] != 0.0) {
            per_dollar.foreign_imports[k] =
                1.0 - per_dollar.value_added[k] - per_dollar.product_taxes[k] - coefficients.column_sum(k);
        }
        let mut trade_shares = vec![Matrix::zeros(r, r); n];
        for (i, shares) in trade_shares.iter_mut().enumerate() {
            for d in 0..r {
                let bought: Vec<f64> = (0..r)
                    .map(|s| table.intermediate_flows.row(s * n + i)[d * n..(d + 1) * n].iter().sum())
                    .collect();
                let total: f64 = bought.iter().sum();
                for (s, b) in bought.iter().enumerate() {
                    shares[(s, d)] = if total > 0.0 { b / total } else { 0.0 };
                }
            }
        }
        let account = Self {
            industries: table.industries.clone(),
            regions: table.regions.clone(),
            coefficients,
            gross_output: x.iter().map(|v| v * table.money_unit).collect(),
            jobs: table.employment.clone(),
            per_dollar,
            trade_shares,
            consumption: normalised_columns(&table.final_consumption),
            warnings,
            capped: Vec::new(),
        };
        account.checked()
    }

    fn checked(self) -> Result<Self, Vec<Problem>> {
        let problems: Vec<Problem> = (0..self.size())
            .filter_map(|j| {
                let sum = self.coefficients.column_sum(j);
                let (industry, region) = label(&self.industries, &self.regions, j);
                (sum >= 1.0).then(|| Problem::new("", What::ColumnNotProductive { industry, region, sum }))
            })
            .collect();
        if problems.is_empty() { Ok(self) } else { Err(problems) }
    }

    /// Returns n·r, the number of equations of the open model.
    pub fn size(&self) -> usize {
        self.industries.len() * self.regions.len()
    }

    /// Returns the industries, in the order of every vector.
    pub fn industries(&self) -> &[IndustryCode] {
        &self.industries
    }

    /// Returns the regions, in the order of every vector.
    pub fn regions(&self) -> &[RegionCode] {
        &self.regions
    }

    /// Returns A, nr×nr: dollars bought from region s's industry i per dollar of output of region d's industry j.
    pub fn coefficients(&self) -> &Matrix {
        &self.coefficients
    }

    /// Returns gross output x in dollars, nr.
    pub fn gross_output(&self) -> &[f64] {
        &self.gross_output
    }

    /// Returns the payroll jobs counted, nr; zero where suppressed.
    pub fn jobs(&self) -> &[f64] {
        &self.jobs
    }

    /// Returns what one dollar of output pays.
    pub fn per_dollar(&self) -> &Coefficients {
        &self.per_dollar
    }

    /// Returns t_i^{sd} after the supply cap.
    pub fn trade_share(&self, industry: usize, seller: usize, buyer: usize) -> f64 {
        self.trade_shares[industry][(seller, buyer)]
    }

    /// Returns final consumption shares of one region, n.
    pub fn consumption(&self, region: usize) -> Vec<f64> {
        self.consumption.column(region).collect()
    }

    /// Returns what the reader must know of the account: suppressed jobs, industries without output.
    pub fn warnings(&self) -> &[Problem] {
        &self.warnings
    }

    /// Returns the row blocks scaled down by the supply cap.
    pub fn capped(&self) -> &[Cap] {
        &self.capped
    }

    /// Returns the position of an industry.
    pub fn industry(&self, code: &str) -> Option<usize> {
        self.industries.iter().position(|c| c.as_str() == code)
    }

    /// Returns the position of a region.
    pub fn region(&self, code: &str) -> Option<usize> {
        self.regions.iter().position(|c| c.as_str() == code)
    }

    /// Returns GDP at basic prices of one region, in dollars.
    pub fn gdp(&self, region: usize) -> f64 {
        let n = self.industries.len();
        (region * n..(region + 1) * n)
            .map(|k| self.per_dollar.value_added[k] * self.gross_output[k])
            .sum()
    }
}

impl Account {
    /// Returns compensation of employees of one region, in dollars.
    pub fn compensation(&self, region: usize) -> f64 {
        let n = self.industries.len();
        (region * n..(region + 1) * n)
            .map(|k| self.per_dollar.compensation[k] * self.gross_output[k])
            .sum()
    }
}

impl Coefficients {
    pub(super) fn zeros(size: usize) -> Self {
        let z = vec![0.0; size];
        Self {
            value_added: z.clone(),
            compensation: z.clone(),
            product_taxes: z.clone(),
            foreign_imports: z.clone(),
            jobs: z,
        }
    }
}

fn normalised_columns(m: &Matrix) -> Matrix {
    let mut out = m.clone();
    for d in 0..m.columns() {
        let sum = m.column_sum(d);
        for i in 0..m.rows() {
            out[(i, d)] = if sum > 0.0 { m[(i, d)] / sum } else { 0.0 };
        }
    }
    out
}
