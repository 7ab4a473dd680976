//! What a phase buys from industries that the study region has little or none of.

use super::{PhaseStudy, Study};
use crate::engine::demand::Product;
use crate::engine::regional::simple_location_quotients;

/// The location quotient up to which an industry counts as thin in a region.
///
/// Source: Smith, *Economic Diversity* (Utah Department of Workforce Services, 2014): 0.8 or lower shows that employment is sparse.
const SPARSE: f64 = 0.8;

/// The part of its own purchases up to which a province counts as making little of a product; our choice.
const LITTLE: f64 = 0.25;

/// The part of the phase's purchases under which what is bought from an industry is not told.
const LEAST: f64 = 0.002;

/// An industry of which the study region has little or none, and what the phase buys from it elsewhere.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lacking {
    /// Its position among the industries of the account.
    pub industry: usize,
    /// Bought from it in all, basic prices, dollars of the data year: in the whole construction, or in a year of full operation.
    pub bought: f64,
    /// The part of that bought outside the study region.
    pub outside: f64,
    /// The region's location quotient: against its province, or against the ten provinces where it is a whole province.
    pub quotient: f64,
    /// What the province makes of its own purchases of the product, t^PP.
    pub made: f64,
    /// Jobs that would make what is bought outside, at the region's jobs per dollar: job-years of construction, or jobs of a year of full operation.
    pub needed: f64,
    /// Jobs of the industry in the region, in the year of the data.
    pub jobs: f64,
}

impl Study {
    /// Returns the industries that the region lacks for a phase: its location quotient is 0.8 or less, or its province makes a quarter or less of
    /// what it buys of the product; the largest purchases outside the region first. Margins of trade and transport count as purchases from those industries; products that no domestic industry
    /// makes, scrap and purchases too small to tell are left out.
    pub fn lacking(&self, phase: &PhaseStudy) -> Vec<Lacking> {
        let region = &self.structure.region;
        let account = region.account();
        let n = account.industries().len();
        let quotients = self.quotients();
        let (mut bought, mut outside) = (vec![0.0; n], vec![0.0; n]);
        for line in &phase.lines {
            let Product::Of(i) = line.spending.product else {
                continue;
            };
            let basic = line.amount * (1.0 - phase.rules.product_tax);
            let (trade, transport) = (line.spending.trade_margin, line.spending.transport_margin);
            let margins = [(phase.rules.trade, trade), (phase.rules.transport, transport)];
            let known = margins
                .iter()
                .filter_map(|(industry, part)| Some(((*industry)?, *part)));
            let sent: f64 = known.clone().map(|(_, part)| part).sum();
            for (i, part) in known.chain([(i, 1.0 - sent)]) {
                bought[i] += basic * part;
                outside[i] += basic * part * (1.0 - line.origin.study);
            }
        }
        let per_dollar = &account.per_dollar().jobs;
        let mut out: Vec<Lacking> = (0..n)
            .map(|i| Lacking {
                industry: i,
                bought: bought[i],
                outside: outside[i],
                quotient: quotients[i],
                made: region.province_share()[i],
                needed: outside[i] * per_dollar[i] * phase.headline_jobs,
                jobs: per_dollar[i] * account.gross_output()[i],
            })
            .filter(|l| l.outside > LEAST * phase.purchases && (l.quotient <= SPARSE || l.made <= LITTLE))
            .collect();
        out.sort_by(|a, b| b.outside.total_cmp(&a.outside));
        out
    }

    /// Returns the region's location quotients, n: against its province, or against the ten provinces where it is a whole province.
    fn quotients(&self) -> Vec<f64> {
        let region = &self.structure.region;
        if !region.is_whole_province() {
            return region.simple_quotients().to_vec();
        }
        let account = region.account();
        let n = account.industries().len();
        let jobs = |k: usize| account.per_dollar().jobs[k] * account.gross_output()[k];
        let home: Vec<f64> = (0..n).map(jobs).collect();
        let country: Vec<f64> = (0..n)
            .map(|i| (0..account.regions().len()).map(|r| jobs(r * n + i)).sum())
            .collect();
        simple_location_quotients(&home, &country)
    }
}
