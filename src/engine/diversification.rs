//! How varied an economy is: its employment by industry beside another's, and by itself.

/// Returns the Hachman index of a region against a larger economy: `1 / Σ_i s_i·LQ_i`, with s_i the region's shares of employment and
/// `LQ_i = s_i ÷ (share of i in the larger economy)`.
///
/// It lies between 0 and 1, and is 1 where both have the same structure (the weighted mean of quotients, Σ s²/p, is at least 1 for shares that sum to 1).
/// An industry that neither has counts for nothing; one that only the region has makes it 0. Nothing where either has no jobs.
///
/// * `local`, `larger`: jobs by industry, n each, in the same order; any unit.
///
/// Source: Balland, EconGeo (CRAN), `hachman`: the reciprocal of the row sums of LQ × share; Benway, *Measuring Economic Diversity: The Hachman Index, 2018*
/// (Kem C. Gardner Policy Institute, 2020), which scales it to 100; Smith (Utah Department of Workforce Services, 2014): weighted mean of quotients.
pub fn hachman(local: &[f64], larger: &[f64]) -> Option<f64> {
    let (local, larger) = (shares(local)?, shares(larger)?);
    let mean: f64 = local
        .iter()
        .zip(&larger)
        .filter(|(s, _)| **s > 0.0)
        .map(|(s, p)| s * s / p)
        .sum();
    (mean > 0.0).then(|| 1.0 / mean)
}

/// Returns the Herfindahl index of employment: `Σ_i s_i²`, between 1/n (n industries of one size) and 1 (one industry). Nothing without jobs.
///
/// Its reciprocal is the number of industries of one size that would be as concentrated.
///
/// * `jobs`: by industry, any unit.
///
/// Source: Herfindahl (1950) and Hirschman (1964), on shares of employment rather than of a market.
pub fn herfindahl(jobs: &[f64]) -> Option<f64> {
    Some(shares(jobs)?.iter().map(|s| s * s).sum())
}

/// Returns shares that sum to 1; nothing where there is nothing to share, or where a part is below 0.
fn shares(jobs: &[f64]) -> Option<Vec<f64>> {
    let total: f64 = jobs.iter().sum();
    let sound = total > 0.0 && total.is_finite() && jobs.iter().all(|j| *j >= 0.0);
    sound.then(|| jobs.iter().map(|j| j / total).collect())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use super::*;

    /// Worked by hand as fractions: shares 1/2, 1/4, 1/4 against 1/4, 1/4, 1/2.
    #[test]
    fn the_indices_of_three_industries_are_those_worked_by_hand() {
        let (local, larger) = ([50.0, 25.0, 25.0], [1.0, 1.0, 2.0]);
        // (1/4)/(1/4) + (1/16)/(1/4) + (1/16)/(1/2) = 1 + 1/4 + 1/8 = 11/8.
        assert!((hachman(&local, &larger).unwrap() - 8.0 / 11.0).abs() < 1e-15);
        // 1/4 + 1/16 + 1/16 = 3/8.
        assert!((herfindahl(&local).unwrap() - 0.375).abs() < 1e-15);
    }

    /// The matrix in the documentation of EconGeo's location quotients, five regions by five industries, each region against the sum of all.
    #[test]
    fn the_indices_of_a_published_matrix_are_those_of_its_formula() {
        let rows = [
            [100.0, 0.0, 0.0, 0.0, 0.0],
            [0.0, 15.0, 5.0, 70.0, 10.0],
            [0.0, 20.0, 10.0, 20.0, 50.0],
            [0.0, 25.0, 30.0, 5.0, 40.0],
            [0.0, 40.0, 55.0, 5.0, 0.0],
        ];
        let all: Vec<f64> = (0..5).map(|i| rows.iter().map(|r| r[i]).sum()).collect();
        assert_eq!(all, [100.0, 100.0, 100.0, 100.0, 100.0]);
        // All industries weigh 1/5 in the sum: the index is 1 / (5·Σ s²).
        let expected = [
            1.0 / 5.0,
            1.0 / (5.0 * (0.0225 + 0.0025 + 0.49 + 0.01)),
            1.0 / (5.0 * (0.04 + 0.01 + 0.04 + 0.25)),
            1.0 / (5.0 * (0.0625 + 0.09 + 0.0025 + 0.16)),
            1.0 / (5.0 * (0.16 + 0.3025 + 0.0025)),
        ];
        for (row, expected) in rows.iter().zip(expected) {
            assert!((hachman(row, &all).unwrap() - expected).abs() < 1e-15);
        }
    }

    #[test]
    fn the_ends_of_both_scales() {
        assert_eq!(hachman(&[2.0, 6.0, 0.0], &[1.0, 3.0, 0.0]), Some(1.0));
        assert_eq!(hachman(&[1.0, 1.0], &[1.0, 0.0]), Some(0.0));
        assert_eq!(herfindahl(&[0.0, 7.0]), Some(1.0));
        assert_eq!(herfindahl(&[3.0; 4]), Some(0.25));
        for none in [&[][..], &[0.0, 0.0], &[-1.0, 3.0], &[f64::NAN, 1.0]] {
            assert_eq!(herfindahl(none), None);
            assert_eq!(hachman(none, &[1.0, 1.0]), None);
        }
    }
}
