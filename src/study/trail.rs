//! The money trail of a phase: the model's rounds, with the law's taxes and the spending lines by which money leaves.

use super::lines::LineKind;
use super::{PhaseStudy, Study};
use crate::engine::fiscal::Base;
use crate::engine::fiscal::rates::PayerRates;
use crate::engine::impact::Effect;
use crate::engine::trail::{FirstRound, MoneyTrail, Place, money_trail};
use crate::problem::What;

/// What one spending line pays to the suppliers of one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LinePart {
    /// Position of the line in the phase.
    pub line: usize,
    /// Where its suppliers are.
    pub place: Place,
    /// Dollars at basic prices: product taxes left out.
    pub amount: f64,
}

impl Study {
    /// Follows the money of a phase: of the whole construction, or of a year of full operation; gross, dollars of the data year.
    ///
    /// Pay bears the same taxes and contributions as in the induced effect; employers' public contributions are the law's, and all of their contributions
    /// where the data hold no law. Other provinces' pay meets the province's rates by industry, as everywhere in a study.
    pub fn money_trail(&self, phase: &PhaseStudy) -> Result<MoneyTrail, What> {
        let industries = self.structure.base.industries().len();
        let employer_rates: Vec<f64> = match &self.structure.law {
            Some(law) => {
                let rate = |j| law.rates.industry(j).map_or(0.0, PayerRates::contributions);
                (0..industries).map(rate).collect()
            }
            None => vec![f64::MAX; industries],
        };
        let own = phase.revenue.as_ref().map(|r| r.region(Effect::Direct, 0));
        money_trail(
            &self.structure.model,
            &FirstRound {
                stimulus: &phase.stimulus,
                resale: phase.resale(),
                project: phase.project.as_ref(),
                project_contributions: own.map_or(f64::MAX, |r| r.base(Base::Compensation)),
                employer_rates: &employer_rates,
            },
        )
    }
}

impl PhaseStudy {
    /// Returns what each line pays to the suppliers of each place outside the study region, the largest first; lines that pay nothing there are left out.
    pub fn largest_leaks(&self) -> Vec<LinePart> {
        let before_tax = if self.purchases > 0.0 {
            1.0 - self.stimulus.product_taxes / self.purchases
        } else {
            0.0
        };
        let mut out = Vec::new();
        for (line, l) in self.lines.iter().enumerate() {
            let away = Place::ALL.iter().zip(l.origin.shares()).skip(1);
            out.extend(away.map(|(place, share)| LinePart {
                line,
                place: *place,
                amount: l.amount * share * before_tax,
            }));
        }
        out.retain(|p| p.amount > 0.0);
        out.sort_by(|a, b| b.amount.total_cmp(&a.amount));
        out
    }

    /// Returns where the phase's scrap comes from, dollars by place.
    fn resale(&self) -> [f64; 4] {
        // A scrap line to which the user gave an industry has a producer, like any purchase.
        let scrap = || {
            let lines = self.lines.iter();
            lines.filter(|l| l.kind == LineKind::Scrap && l.industry.is_none())
        };
        let total: f64 = scrap().map(|l| l.amount).sum();
        let mut out = [0.0; 4];
        for l in scrap().filter(|_| total > 0.0) {
            for (sum, share) in out.iter_mut().zip(l.origin.shares()) {
                *sum += share * self.stimulus.scrap * l.amount / total;
            }
        }
        out
    }
}
