//! Households: what residents earn from each industry, what they spend it on, and where it comes from.

use super::matrix::Matrix;
use super::regional::StudyRegion;

/// How the spending of households is treated.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Closure {
    /// Households stay outside: no induced effect.
    None,
    /// Households spend the pay that the project brings (Type II).
    #[default]
    Closed,
    /// Households spend that pay less the income support that some of them received before (`already_received`).
    Net,
}

/// The behaviour of households, all parameters with a source in the assets.
#[derive(Clone, Debug, PartialEq)]
pub struct HouseholdRules {
    /// Employers' contributions per dollar of wages.
    pub contributions_ratio: f64,
    /// t: personal taxes and contributions per dollar of wages, by industry, n.
    pub tax_rate: Vec<f64>,
    /// s: saving per dollar of disposable income.
    pub saving_rate: f64,
    /// τ_c: product taxes per dollar of consumption at purchaser prices.
    pub product_tax: f64,
    /// g: government's part of final consumption, taken out of the public industries.
    pub government_share: f64,
    /// The industries that government consumption buys from (61, 62, 8A).
    pub public_industries: Vec<usize>,
    /// The industry of dwellings, bought where people live.
    pub housing: Option<usize>,
    /// The part of a region's jobs that its residents hold.
    pub resident_share: f64,
    /// r·β: the part of new after-tax pay that only replaces income support, used by the closure `Net` alone; r is the share of new jobs filled by
    /// people on income support, β that support ÷ their new after-tax pay.
    pub already_received: f64,
}

impl HouseholdRules {
    /// Returns consumption at basic prices per dollar of an industry's compensation:
    /// `(1/(1 + contributions))·(1 − t)·(1 − s)·(1 − τ_c)·(1 − r·β)`.
    pub fn spending_per_compensation(&self, industry: usize) -> f64 {
        self.spending_at(self.tax_rate.get(industry).copied().unwrap_or(0.0))
    }

    /// Returns consumption at basic prices per dollar of compensation where personal taxes and contributions take `tax_rate` of wages.
    pub fn spending_at(&self, tax_rate: f64) -> f64 {
        let new = 1.0 - self.already_received;
        (1.0 - tax_rate) * (1.0 - self.saving_rate) * (1.0 - self.product_tax) * new / (1.0 + self.contributions_ratio)
    }
}

/// Household rows and columns for the closed model; their unit is consumption at basic prices.
#[derive(Clone, Debug)]
pub struct Households {
    /// Consumption brought by a dollar of output, r×nr: residents' share of compensation × spending per compensation.
    pub income_rows: Matrix,
    /// Purchases per dollar of consumption, nr×r: basket × origin.
    pub spending_columns: Matrix,
    /// Purchases from abroad per dollar of consumption, r.
    pub foreign_imports: Vec<f64>,
    /// Product taxes per dollar of consumption at basic prices.
    pub product_taxes: f64,
    /// The basket of each region, n×r, government taken out.
    pub baskets: Matrix,
    /// The part of the study region's household purchases inside the province that stays local, after balance, n.
    pub local_purchase: Vec<f64>,
}

/// Returns a household basket: final consumption shares less government's.
///
/// With g government's share and `f = max(0, 1 − g/(Σ public h))`, the public industries are scaled by f and the whole renormalised.
pub fn household_basket(consumption: &[f64], rules: &HouseholdRules) -> Vec<f64> {
    let total: f64 = consumption.iter().sum();
    if total <= 0.0 {
        return vec![0.0; consumption.len()];
    }
    let public: f64 = rules
        .public_industries
        .iter()
        .filter_map(|i| consumption.get(*i))
        .sum::<f64>()
        / total;
    let f = if public > 0.0 {
        (1.0 - rules.government_share / public).max(0.0)
    } else {
        1.0
    };
    let mut h: Vec<f64> = consumption.iter().map(|c| c / total).collect();
    for i in &rules.public_industries {
        if let Some(share) = h.get_mut(*i) {
            *share *= f;
        }
    }
    let sum: f64 = h.iter().sum();
    h.iter().map(|v| if sum > 0.0 { v / sum } else { 0.0 }).collect()
}

impl Households {
    /// Builds the household rows and columns of a study region's account (METHOD section 4).
    ///
    /// Residents of the study region hold `resident_share` of its jobs, the rest of the province the others; elsewhere residents hold all.
    /// Inside the province purchases of region residents are local at `min(1, SLQ_i)` (housing: 1), balanced as intermediate purchases are.
    pub fn new(region: &StudyRegion, rules: &HouseholdRules) -> Self {
        let account = region.account();
        let (n, r) = (account.industries().len(), account.regions().len());
        let mut income_rows = Matrix::zeros(r, n * r);
        for d in 0..r {
            for j in 0..n {
                let k = d * n + j;
                let spent = account.per_dollar().compensation[k] * rules.spending_per_compensation(j);
                if d == 0 && !region.is_whole_province() {
                    income_rows[(0, k)] = rules.resident_share * spent;
                    income_rows[(1, k)] = (1.0 - rules.resident_share) * spent;
                } else {
                    income_rows[(d, k)] = spent;
                }
            }
        }
        let mut baskets = Matrix::zeros(n, r);
        for d in 0..r {
            for (i, h) in household_basket(&account.consumption(d), rules).into_iter().enumerate() {
                baskets[(i, d)] = h;
            }
        }
        let (local, sold_to_rest) = balanced_purchases(region, rules, &income_rows);
        let mut spending_columns = Matrix::zeros(n * r, r);
        let mut foreign_imports = vec![1.0; r];
        for d in 0..r {
            for i in 0..n {
                for s in 0..r {
                    let share = account.trade_share(i, s, d);
                    let part = match (region.is_whole_province(), s, d) {
                        (false, 0, 0) => local[i],
                        (false, 1, 0) => 1.0 - local[i],
                        (false, 0, 1) => sold_to_rest[i],
                        (false, 1, 1) => 1.0 - sold_to_rest[i],
                        _ => 1.0,
                    };
                    let bought = baskets[(i, d)] * share * part;
                    spending_columns[(s * n + i, d)] = bought;
                    foreign_imports[d] -= bought;
                }
            }
        }
        Self {
            income_rows,
            spending_columns,
            foreign_imports,
            product_taxes: rules.product_tax / (1.0 - rules.product_tax),
            baskets,
            local_purchase: local,
        }
    }

    /// Returns the coefficients of the closed model: A bordered by household columns and rows, (nr+r)×(nr+r).
    ///
    /// Source: Miller & Blair (2009), chapter 2, with consumption at basic prices as the household unit.
    pub fn closed_coefficients(&self, a: &Matrix) -> Matrix {
        let (k, r) = (a.rows(), self.income_rows.rows());
        let mut out = Matrix::zeros(k + r, k + r);
        for i in 0..k {
            for j in 0..k {
                out[(i, j)] = a[(i, j)];
            }
            for d in 0..r {
                out[(i, k + d)] = self.spending_columns[(i, d)];
                out[(k + d, i)] = self.income_rows[(d, i)];
            }
        }
        out
    }
}

/// Returns the local part of the region's household purchases and the part of the rest's that the region sells, n each.
///
/// The pool is what all households of the province buy from it; the region cannot sell more than its share σ_i of the pool, nor the rest more
/// than its own.
fn balanced_purchases(region: &StudyRegion, rules: &HouseholdRules, income_rows: &Matrix) -> (Vec<f64>, Vec<f64>) {
    let account = region.account();
    let n = account.industries().len();
    if region.is_whole_province() {
        return (vec![1.0; n], vec![0.0; n]);
    }
    let spending = income_rows.times(account.gross_output());
    let (local_spending, rest_spending) = (spending[0], spending[1]);
    let pool = local_spending + rest_spending;
    let mut local = vec![0.0; n];
    let mut sold = vec![0.0; n];
    for i in 0..n {
        let sigma = region.sigma()[i];
        let wanted = if rules.housing == Some(i) {
            1.0
        } else {
            region.simple_quotients()[i].min(1.0)
        };
        if local_spending <= 0.0 || rest_spending <= 0.0 {
            local[i] = wanted;
            continue;
        }
        let limited = wanted.min(sigma * pool / local_spending);
        let from_rest = (1.0 - limited).min((1.0 - sigma) * pool / local_spending);
        local[i] = 1.0 - from_rest;
        sold[i] = ((sigma * pool - local[i] * local_spending) / rest_spending).clamp(0.0, 1.0);
    }
    (local, sold)
}
