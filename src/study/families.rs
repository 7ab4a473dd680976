//! What residents earn, and how many families that supports.

use super::{PhaseStudy, Study, Territory};
use crate::engine::fiscal::Base;
use crate::engine::impact::{Effect, Measure};

/// The jobs and pay of residents, of the whole construction or of a year of full operation; dollars of the data year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ResidentPay {
    /// Jobs held: job-years in construction.
    pub jobs: f64,
    /// Wages and employers' contributions.
    pub compensation: f64,
    /// Wages before tax.
    pub wages: f64,
    /// Wages less personal taxes and contributions; nothing where the law is not in the data.
    pub after_tax: Option<f64>,
}

impl ResidentPay {
    fn add(&mut self, other: &ResidentPay, factor: f64) {
        self.jobs += factor * other.jobs;
        self.compensation += factor * other.compensation;
        self.wages += factor * other.wages;
        self.after_tax = match (self.after_tax, other.after_tax) {
            (Some(a), Some(b)) => Some(a + factor * b),
            _ => None,
        };
    }

    /// Returns an amount per job; nothing without jobs.
    pub fn per_job(&self, amount: f64) -> Option<f64> {
        (self.jobs > 0.0).then(|| amount / self.jobs)
    }
}

impl Study {
    /// Returns the jobs of some effects that stand in a territory, with their pay, whoever holds them.
    pub fn pay(&self, phase: &PhaseStudy, effects: &[Effect], territory: Territory) -> ResidentPay {
        let sum = |measure| {
            effects
                .iter()
                .map(|e| self.value(phase, measure, *e, territory))
                .sum::<f64>()
        };
        let wages = sum(Measure::Wages);
        ResidentPay {
            jobs: sum(Measure::Jobs),
            compensation: sum(Measure::Compensation),
            wages,
            after_tax: self
                .revenue(phase, effects, territory)
                .map(|r| wages - r.base(Base::Wages)),
        }
    }

    /// Returns the part of the study region's jobs of one effect that its residents hold: the project's local hiring for its own jobs, the
    /// resident share for the others; 1 in a whole province.
    pub fn resident_share(&self, phase: &PhaseStudy, effect: Effect) -> f64 {
        match (&phase.project, effect) {
            _ if self.whole_province => 1.0,
            (Some(project), Effect::Direct) => project.hiring_share,
            _ => self.resident_part,
        }
    }

    /// Returns what the residents of a territory hold and earn from some effects.
    ///
    /// Jobs of the study region that its residents do not hold are held in the rest of the province, as in the household accounts.
    pub fn residents(&self, phase: &PhaseStudy, effects: &[Effect], territory: Territory) -> ResidentPay {
        let mut out = ResidentPay {
            after_tax: Some(0.0),
            ..ResidentPay::default()
        };
        for effect in effects {
            let one = |t| self.pay(phase, &[*effect], t);
            let share = self.resident_share(phase, *effect);
            match territory {
                Territory::Study => out.add(&one(Territory::Study), share),
                Territory::RestOfProvince => {
                    out.add(&one(Territory::RestOfProvince), 1.0);
                    out.add(&one(Territory::Study), 1.0 - share);
                }
                Territory::Province | Territory::RestOfCountry | Territory::Country => out.add(&one(territory), 1.0),
            }
        }
        out
    }

    /// Returns the families that some effects support in a territory: residents' jobs ÷ earners per family (METHOD section 6).
    ///
    /// Construction: families supported for one year.
    pub fn families(&self, phase: &PhaseStudy, effects: &[Effect], territory: Territory) -> f64 {
        if self.earners_per_family > 0.0 {
            self.residents(phase, effects, territory).jobs / self.earners_per_family
        } else {
            0.0
        }
    }
}
