//! Carves a study region out of its province: location quotients and the two-sided pool balance.

use super::account::{Account, Coefficients};
use super::matrix::Matrix;
use crate::ids::RegionCode;
use crate::problem::{Problem, What};

/// How the local part of a purchase inside the province is estimated.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Quotient {
    /// Simple location quotient of the supplier.
    Simple,
    /// Cross-industry quotient: the supplier's specialisation against the buyer's.
    CrossIndustry,
    /// Flegg's quotient, which also penalises small regions; 0 ≤ δ < 1.
    Flegg {
        /// The exponent of λ.
        delta: f64,
    },
    /// Flegg's quotient augmented for buyers in which the region specialises.
    AugmentedFlegg {
        /// The exponent of λ.
        delta: f64,
    },
}

/// The study region inside its province, and everything derived from the split.
#[derive(Clone, Debug)]
pub struct StudyRegion {
    account: Account,
    whole_province: bool,
    sigma: Vec<f64>,
    simple_quotients: Vec<f64>,
    purchase_quotients: Matrix,
    sales_to_rest: Vec<f64>,
    lambda: f64,
    province_share: Vec<f64>,
    other_shares: Matrix,
    balanced_local: usize,
}

/// Returns the simple location quotient of each industry: `SLQ_i = (e_i^L/e^L)/(e_i^P/e^P)`; 0 where the province has none.
///
/// Source: Miller & Blair (2009), chapter 8. The synthetic case on Germany 1995 in `tests/published.rs` checks it.
pub fn simple_location_quotients(local_jobs: &[f64], province_jobs: &[f64]) -> Vec<f64> {
    let (local, province): (f64, f64) = (local_jobs.iter().sum(), province_jobs.iter().sum());
    local_jobs
        .iter()
        .zip(province_jobs)
        .map(|(l, p)| {
            if *p > 0.0 && local > 0.0 {
                (l / local) / (p / province)
            } else {
                0.0
            }
        })
        .collect()
}

/// Returns Flegg's size factor `λ = [log₂(1 + e^L/e^P)]^δ`.
///
/// Source: Flegg & Webber (1997).
pub fn flegg_lambda(local_jobs: f64, province_jobs: f64, delta: f64) -> f64 {
    if province_jobs > 0.0 {
        (1.0 + local_jobs / province_jobs).log2().powf(delta)
    } else {
        0.0
    }
}

/// Returns the quotient of each cell, n×n, before it is limited to 1: supplier i in the row, buyer j in the column.
///
/// `SLQ_i`; `CILQ_ij = SLQ_i/SLQ_j` with `SLQ_i` on the diagonal and 0 where `SLQ_j = 0`; `FLQ_ij = λ·CILQ_ij`, the diagonal included;
/// `AFLQ_ij = FLQ_ij·log₂(1 + SLQ_j)` where `SLQ_j > 1`.
///
/// Source: Flegg & Webber (1997); augmented form of 2000. Implementations differ on λ on the diagonal: we apply it.
pub fn quotients(slq: &[f64], lambda: f64, method: Quotient) -> Matrix {
    let n = slq.len();
    let mut q = Matrix::zeros(n, n);
    for i in 0..n {
        for j in 0..n {
            let cross = if i == j {
                slq[i]
            } else if slq[j] > 0.0 {
                slq[i] / slq[j]
            } else {
                0.0
            };
            q[(i, j)] = match method {
                Quotient::Simple => slq[i],
                Quotient::CrossIndustry => cross,
                Quotient::Flegg { .. } => lambda * cross,
                Quotient::AugmentedFlegg { .. } => {
                    lambda * cross * if slq[j] > 1.0 { (1.0 + slq[j]).log2() } else { 1.0 }
                }
            };
        }
    }
    q
}

impl Quotient {
    /// Returns δ where the method has one.
    pub fn delta(self) -> Option<f64> {
        match self {
            Quotient::Flegg { delta } | Quotient::AugmentedFlegg { delta } => Some(delta),
            Quotient::Simple | Quotient::CrossIndustry => None,
        }
    }
}

/// The local and rest parts of a province's own block, by the two-sided pool balance.
struct Split {
    local: Matrix,
    rho: Vec<f64>,
    scaled: usize,
}

/// Splits `A^{PP}` so that neither part buys more inside itself than its own share of what the province sells.
///
/// * `a`: A^{PP}, n×n; `t`: min(1, quotient), n×n; `sigma`: the region's share of each industry; `x`: the province's output.
///
/// With `u_i = Σ_j A^{PP}_ij x_j`: (a) a row of LL that buys more than `σ_i u_i` is scaled down to it; (b) a row of RL that would then buy more
/// than `(1 − σ_i) u_i` is scaled down to it and LL takes the rest; (c) `ρ_i`, the share of the rest's purchases that L sells, closes the balance.
fn balance(a: &Matrix, t: &Matrix, sigma: &[f64], x: &[f64]) -> Split {
    let n = sigma.len();
    let mut local = Matrix::zeros(n, n);
    let mut rho = vec![0.0; n];
    let mut scaled = 0;
    for i in 0..n {
        let row_total: f64 = (0..n).map(|j| a[(i, j)] * x[j]).sum();
        let bought_by_local: f64 = (0..n).map(|j| a[(i, j)] * sigma[j] * x[j]).sum();
        let wanted: f64 = (0..n).map(|j| t[(i, j)] * a[(i, j)] * sigma[j] * x[j]).sum();
        let pool = sigma[i] * row_total;
        let down = if wanted > pool { pool / wanted } else { 1.0 };
        let from_rest: f64 = bought_by_local - down * wanted;
        let rest_pool = (1.0 - sigma[i]) * row_total;
        let rest_down = if from_rest > rest_pool {
            rest_pool / from_rest
        } else {
            1.0
        };
        scaled += usize::from(down < 1.0) + usize::from(rest_down < 1.0);
        let mut sold_at_home = 0.0;
        for j in 0..n {
            let cell = down * t[(i, j)] * a[(i, j)];
            local[(i, j)] = a[(i, j)] - rest_down * (a[(i, j)] - cell);
            sold_at_home += local[(i, j)] * sigma[j] * x[j];
        }
        let bought_by_rest = row_total - bought_by_local;
        rho[i] = if bought_by_rest > 1e-12 * row_total {
            // Rounding may leave a hair outside [0, 1]; the balance itself never does.
            ((pool - sold_at_home) / bought_by_rest).clamp(0.0, 1.0)
        } else {
            0.0
        };
    }
    Split { local, rho, scaled }
}

impl StudyRegion {
    /// Takes the province itself as the study region.
    pub fn province(base: &Account, province: usize) -> Self {
        let n = base.industries.len();
        let order: Vec<usize> = std::iter::once(province)
            .chain((0..base.regions.len()).filter(|r| *r != province))
            .collect();
        let r = order.len();
        let mut account = base.clone();
        let at = |vector: &[f64]| -> Vec<f64> {
            order
                .iter()
                .flat_map(|s| vector[s * n..(s + 1) * n].iter().copied())
                .collect()
        };
        account.regions = order.iter().map(|s| base.regions[*s].clone()).collect();
        account.gross_output = at(&base.gross_output);
        account.jobs = at(&base.jobs);
        account.per_dollar = base.per_dollar.map(at);
        for (s, old_s) in order.iter().enumerate() {
            for (d, old_d) in order.iter().enumerate() {
                for i in 0..n {
                    account.trade_shares[i][(s, d)] = base.trade_shares[i][(*old_s, *old_d)];
                    for j in 0..n {
                        account.coefficients[(s * n + i, d * n + j)] =
                            base.coefficients[(old_s * n + i, old_d * n + j)];
                    }
                }
            }
        }
        for (d, old_d) in order.iter().enumerate() {
            for i in 0..n {
                account.consumption[(i, d)] = base.consumption[(i, *old_d)];
            }
        }
        let mut purchase_quotients = Matrix::zeros(n, n);
        for i in 0..n {
            for j in 0..n {
                purchase_quotients[(i, j)] = 1.0;
            }
        }
        let (province_share, other_shares) = provincial_shares(base, province);
        debug_assert_eq!(account.regions.len(), r);
        Self {
            account,
            whole_province: true,
            sigma: vec![1.0; n],
            simple_quotients: vec![1.0; n],
            purchase_quotients,
            sales_to_rest: vec![0.0; n],
            lambda: 1.0,
            province_share,
            other_shares,
            balanced_local: 0,
        }
    }

    /// Carves a region out of a province by its share of each industry (METHOD section 2).
    ///
    /// * `sigma`: the region's share of the province's output and jobs by industry, n, each between 0 and 1.
    ///
    /// Regions of the new account: the study region, the rest of the province, then the other provinces in their order.
    pub fn carve(
        base: &Account,
        province: usize,
        code: &RegionCode,
        sigma: &[f64],
        method: Quotient,
    ) -> Result<Self, Vec<Problem>> {
        let n = base.industries.len();
        let mut problems = Vec::new();
        if sigma.len() != n {
            return Err(vec![Problem::new(
                "sigma",
                What::WrongLength {
                    found: sigma.len(),
                    expected: n,
                },
            )]);
        }
        for (i, s) in sigma.iter().enumerate() {
            if !(0.0..=1.0).contains(s) {
                let (region, industry) = (code.to_string(), base.industries[i].to_string());
                problems.push(Problem::new(
                    "region",
                    What::RegionLargerThanProvince { region, industry },
                ));
            }
        }
        if let Some(delta) = method.delta().filter(|d| !(0.0..1.0).contains(d)) {
            problems.push(Problem::new(
                "model.delta",
                What::OutOfRange {
                    value: delta,
                    low: 0.0,
                    high: 1.0,
                },
            ));
        }
        if !problems.is_empty() {
            return Err(problems);
        }
        let old = |s: usize, i: usize| s * n + i;
        let p = province;
        let province_output = &base.gross_output[old(p, 0)..old(p, 0) + n];
        let province_jobs: Vec<f64> = (0..n)
            .map(|i| base.per_dollar.jobs[old(p, i)] * base.gross_output[old(p, i)])
            .collect();
        let local_jobs: Vec<f64> = province_jobs.iter().zip(sigma).map(|(e, s)| e * s).collect();
        let slq = simple_location_quotients(&local_jobs, &province_jobs);
        let lambda = method.delta().map_or(1.0, |delta| {
            flegg_lambda(local_jobs.iter().sum(), province_jobs.iter().sum(), delta)
        });
        let mut t = quotients(&slq, lambda, method);
        for i in 0..n {
            for j in 0..n {
                t[(i, j)] = t[(i, j)].min(1.0);
            }
        }
        let mut own = Matrix::zeros(n, n);
        for i in 0..n {
            for j in 0..n {
                own[(i, j)] = base.coefficients[(old(p, i), old(p, j))];
            }
        }
        let split = balance(&own, &t, sigma, province_output);

        let others: Vec<usize> = (0..base.regions.len()).filter(|r| *r != p).collect();
        // Old region of each new one; the study region and the rest both come from the province.
        let origin: Vec<usize> = [p, p].into_iter().chain(others).collect();
        let r = origin.len();
        let part = |new: usize, i: usize| match new {
            0 => sigma[i],
            1 => 1.0 - sigma[i],
            _ => 1.0,
        };
        let mut coefficients = Matrix::zeros(n * r, n * r);
        for (s, old_s) in origin.iter().enumerate() {
            for (d, old_d) in origin.iter().enumerate() {
                for i in 0..n {
                    for j in 0..n {
                        let a = base.coefficients[(old(*old_s, i), old(*old_d, j))];
                        coefficients[(s * n + i, d * n + j)] = match (s, d) {
                            (0, 0) => split.local[(i, j)],
                            (1, 0) => a - split.local[(i, j)],
                            (0, 1) => split.rho[i] * a,
                            (1, 1) => (1.0 - split.rho[i]) * a,
                            (0 | 1, _) => part(s, i) * a,
                            _ => a,
                        };
                    }
                }
            }
        }
        let spread = |vector: &[f64], scale: bool| -> Vec<f64> {
            origin
                .iter()
                .enumerate()
                .flat_map(|(new, s)| (0..n).map(move |i| (new, *s, i)))
                .map(|(new, s, i)| vector[old(s, i)] * if scale { part(new, i) } else { 1.0 })
                .collect()
        };
        let mut trade_shares = vec![Matrix::zeros(r, r); n];
        for (i, shares) in trade_shares.iter_mut().enumerate() {
            for (s, old_s) in origin.iter().enumerate() {
                for (d, old_d) in origin.iter().enumerate() {
                    shares[(s, d)] = base.trade_shares[i][(*old_s, *old_d)] * if d > 1 { part(s, i) } else { 1.0 };
                }
            }
        }
        let mut consumption = Matrix::zeros(n, r);
        for (d, old_d) in origin.iter().enumerate() {
            for i in 0..n {
                consumption[(i, d)] = base.consumption[(i, *old_d)];
            }
        }
        let mut regions: Vec<RegionCode> = origin.iter().map(|s| base.regions[*s].clone()).collect();
        regions[0] = code.clone();
        regions[1] = RegionCode::new(format!("{}-rest", base.regions[p]));
        let (province_share, other_shares) = provincial_shares(base, province);
        let account = Account {
            industries: base.industries.clone(),
            regions,
            coefficients,
            gross_output: spread(&base.gross_output, true),
            jobs: spread(&base.jobs, true),
            per_dollar: base.per_dollar.map(|v| spread(v, false)),
            trade_shares,
            consumption,
            warnings: base.warnings.clone(),
            capped: base.capped.clone(),
        };
        Ok(Self {
            account,
            whole_province: false,
            sigma: sigma.to_vec(),
            simple_quotients: slq,
            purchase_quotients: t,
            sales_to_rest: split.rho,
            lambda,
            province_share,
            other_shares,
            balanced_local: split.scaled,
        })
    }

    /// Returns the account of the study region, the rest of its province (if any) and the other provinces, in this order.
    pub fn account(&self) -> &Account {
        &self.account
    }

    /// Returns whether the study region is the whole province.
    pub fn is_whole_province(&self) -> bool {
        self.whole_province
    }

    /// Returns how many regions of the account belong to the province: 1 when it is the study region, otherwise 2.
    pub fn provincial_regions(&self) -> usize {
        if self.whole_province { 1 } else { 2 }
    }

    /// Returns σ, the region's share of its province by industry.
    pub fn sigma(&self) -> &[f64] {
        &self.sigma
    }

    /// Returns the simple location quotients, n.
    pub fn simple_quotients(&self) -> &[f64] {
        &self.simple_quotients
    }

    /// Returns min(1, quotient), n×n: the part of a purchase inside the province that stays in the region.
    pub fn purchase_quotients(&self) -> &Matrix {
        &self.purchase_quotients
    }

    /// Returns ρ: the share of the rest's provincial purchases that the region sells.
    pub fn sales_to_rest(&self) -> &[f64] {
        &self.sales_to_rest
    }

    /// Returns Flegg's λ; 1 where the method has none.
    pub fn lambda(&self) -> f64 {
        self.lambda
    }

    /// Returns t_i^{PP} after the supply cap: the part of the province's purchases of i made in the province.
    pub fn province_share(&self) -> &[f64] {
        &self.province_share
    }

    /// Returns t_i^{sP} of the other provinces, n × (their number), in the order of the account.
    pub fn other_shares(&self) -> &Matrix {
        &self.other_shares
    }

    /// Returns how many rows the pool balance had to scale.
    pub fn balanced_rows(&self) -> usize {
        self.balanced_local
    }
}

fn provincial_shares(base: &Account, p: usize) -> (Vec<f64>, Matrix) {
    let n = base.industries.len();
    let others: Vec<usize> = (0..base.regions.len()).filter(|r| *r != p).collect();
    let own = (0..n).map(|i| base.trade_share(i, p, p)).collect();
    let mut shares = Matrix::zeros(n, others.len());
    for i in 0..n {
        for (k, s) in others.iter().enumerate() {
            shares[(i, k)] = base.trade_share(i, *s, p);
        }
    }
    (own, shares)
}

impl Coefficients {
    fn map(&self, f: impl Fn(&[f64]) -> Vec<f64>) -> Self {
        Self {
            value_added: f(&self.value_added),
            compensation: f(&self.compensation),
            product_taxes: f(&self.product_taxes),
            foreign_imports: f(&self.foreign_imports),
            jobs: f(&self.jobs),
        }
    }
}
