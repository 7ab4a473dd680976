//! The Leontief model: output needed to meet a demand, factored once and solved many times.

use faer::linalg::solvers::{PartialPivLu, Solve};
use faer::{Mat, Par};

use super::matrix::Matrix;
use crate::problem::What;

/// The largest residual, relative to the demand, that a solution may leave.
const RESIDUAL_LIMIT: f64 = 1e-9;

/// A factored system `(I − A)·x = y`.
///
/// The same type serves the open model and the closed one, whose matrix has household rows and columns at its end.
pub struct LeontiefModel {
    coefficients: Matrix,
    /// Size of the factored system: n, or a little more.
    padded: usize,
    factors: PartialPivLu<f64>,
}

/// Returns the size to factor for n equations.
///
/// Columns are stored at a distance rounded up to 8 numbers. At a multiple of 64 (253 equations lie 256 apart) they fall on the same lines of the cache and
/// factoring takes twice as long; a few rows of the identity, which change no solution, move them apart.
fn padded(n: usize) -> usize {
    if n.next_multiple_of(8).is_multiple_of(64) {
        n.next_multiple_of(8) + 8
    } else {
        n
    }
}

impl LeontiefModel {
    /// Factors `I − A`.
    ///
    /// * `coefficients`: A, n×n, dollars of i per dollar of j's output.
    ///
    /// A matrix that is not productive (an inverse with negative or huge cells, hence a spectral radius of 1 or more) is refused: for
    /// a non-negative A, `(I − A)⁻¹·1 ≥ 1` in every row holds exactly when the spectral radius is below 1.
    ///
    /// Source: Miller & Blair (2009), chapter 2.
    pub fn new(coefficients: Matrix) -> Result<Self, What> {
        let (rows, columns) = (coefficients.rows(), coefficients.columns());
        if rows != columns {
            let name = "coefficients".to_owned();
            return Err(What::Shape {
                name,
                rows,
                columns,
                expected_rows: rows,
                expected_columns: rows,
            });
        }
        faer::set_global_parallelism(Par::Seq);
        let padded = padded(rows);
        let factors = coefficients.identity_minus(padded).partial_piv_lu();
        let model = Self {
            coefficients,
            padded,
            factors,
        };
        let ones = vec![1.0; model.size()];
        let x = model.solve(&ones)?;
        if x.iter().any(|v| *v < 1.0 - 1e-9) {
            return Err(What::Singular {
                residual: f64::INFINITY,
            });
        }
        Ok(model)
    }

    /// Returns the number of equations.
    pub fn size(&self) -> usize {
        self.coefficients.rows()
    }

    /// Returns A.
    pub fn coefficients(&self) -> &Matrix {
        &self.coefficients
    }

    /// Returns the x that solves `(I − A)·x = y`, refused when its residual is too large.
    ///
    /// * `y`: final demand, n, dollars at basic prices.
    pub fn solve(&self, y: &[f64]) -> Result<Vec<f64>, What> {
        let mut x = Mat::from_fn(self.padded, 1, |i, _| y.get(i).copied().unwrap_or(0.0));
        self.factors.solve_in_place(&mut x);
        let x: Vec<f64> = (0..self.size()).map(|i| x[(i, 0)]).collect();
        let scale = y.iter().fold(0.0_f64, |m, v| m.max(v.abs()));
        let used = self.coefficients.times(&x);
        let residual = x
            .iter()
            .zip(&used)
            .zip(y)
            .fold(0.0_f64, |m, ((x, ax), y)| (x - ax - y).abs().max(m))
            / if scale > 0.0 { scale } else { 1.0 };
        // A NaN compares false with everything: refuse unless the residual is known to be small.
        if residual <= RESIDUAL_LIMIT && x.iter().all(|v| v.is_finite()) {
            Ok(x)
        } else {
            Err(What::Singular { residual })
        }
    }

    /// Returns the Leontief inverse `L = (I − A)⁻¹`, column by column.
    pub fn inverse(&self) -> Result<Matrix, What> {
        let n = self.size();
        let mut out = Matrix::zeros(n, n);
        let mut unit = vec![0.0; n];
        for j in 0..n {
            unit[j] = 1.0;
            for (i, v) in self.solve(&unit)?.into_iter().enumerate() {
                out[(i, j)] = v;
            }
            unit[j] = 0.0;
        }
        Ok(out)
    }

    /// Returns the Leontief inverse applied from the left, `c'·L`: what one dollar of each industry's final demand brings of a
    /// measure whose coefficients are `c`.
    ///
    /// Solves the transposed system once instead of forming L.
    pub fn effects_per_dollar(&self, c: &[f64]) -> Vec<f64> {
        use faer::linalg::solvers::SolveCore;
        let mut z = Mat::from_fn(self.padded, 1, |i, _| c.get(i).copied().unwrap_or(0.0));
        self.factors
            .solve_transpose_in_place_with_conj(faer::Conj::No, z.as_mut());
        (0..self.size()).map(|i| z[(i, 0)]).collect()
    }
}
