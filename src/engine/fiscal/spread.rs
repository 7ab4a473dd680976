//! How wages spread around their mean: 64 equally likely points of a log-normal distribution.

/// Quantiles of the standard normal distribution at (k − ½)/64, for k = 33 to 64; the others are their opposites.
///
/// Computed with 40 digits (mpmath: √2·erfinv(2p − 1)) and rounded to the nearest double; tests/fiscal.rs recomputes their probabilities.
pub const UPPER_QUANTILES: [f64; 32] = [
    0.01958428523012692,
    0.05878293606894306,
    0.09807215248866107,
    0.1375134021443359,
    0.17716982099173983,
    0.21710694721012974,
    0.25739352610093824,
    0.29810241293048684,
    0.3393116065388172,
    0.38110545476355645,
    0.42357608420119963,
    0.4668251228525896,
    0.5109658067382474,
    0.5561255936186914,
    0.6024494531644237,
    0.6501040706479952,
    0.6992833023832199,
    0.7502153754679405,
    0.8031725655979178,
    0.8584844741418323,
    0.9165566675331128,
    0.9778975439405418,
    1.0431582633184537,
    1.1131942771609287,
    1.1891643501993368,
    1.2726986411905359,
    1.3662038163720984,
    1.4734675779471014,
    1.6010086648860757,
    1.761670410363067,
    1.987427885929896,
    2.4175590162365053,
];

/// The number of points.
pub const POINTS: usize = 2 * UPPER_QUANTILES.len();

/// Wages around a mean of 1: 64 equally likely points.
///
/// With z_k = Φ⁻¹((k − ½)/64), the point k is `m_k = exp(σ·z_k) / ((1/64)·Σ_j exp(σ·z_j))`, so that the mean of the points is exactly the
/// mean wage. σ = 0 gives the mean wage alone. A fixed rule rather than an integral: it costs 64 evaluations and the same file always gives
/// the same digits. The normal median of each slice slightly shortens the top tail: at σ = 0.5 the standard deviation of the points is 0.52
/// against 0.53.
#[derive(Clone, Debug, PartialEq)]
pub struct WageSpread {
    points: [f64; POINTS],
}

impl WageSpread {
    /// Builds the points for a standard deviation of the logarithm of wages; what is not a positive number counts as 0.
    pub fn new(sigma: f64) -> Self {
        let sigma = if sigma.is_finite() { sigma.max(0.0) } else { 0.0 };
        let mut points = [1.0; POINTS];
        if sigma > 0.0 {
            for (k, z) in UPPER_QUANTILES.iter().enumerate() {
                points[POINTS / 2 - 1 - k] = (-sigma * z).exp();
                points[POINTS / 2 + k] = (sigma * z).exp();
            }
            let mean = points.iter().sum::<f64>() / POINTS as f64;
            for p in &mut points {
                *p /= mean;
            }
        }
        Self { points }
    }

    /// Returns the points, lowest first; their mean is 1.
    pub fn points(&self) -> &[f64] {
        &self.points
    }

    /// Returns the mean of several functions of a wage, over the points around a mean wage.
    pub fn mean<const N: usize>(&self, mean_wage: f64, f: impl Fn(f64) -> [f64; N]) -> [f64; N] {
        let mut out = [0.0; N];
        for p in &self.points {
            for (sum, value) in out.iter_mut().zip(f(p * mean_wage)) {
                *sum += value;
            }
        }
        out.map(|sum| sum / POINTS as f64)
    }
}
