//! How varied the region's employment is, before the project, while it is built and when it runs.

use std::collections::BTreeSet;

use super::{Effect, Measure, PhaseStudy, Study, Territory};
use crate::engine::diversification::{hachman, herfindahl};

/// The variety of a region's employment by industry.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Variety {
    /// Jobs of the region.
    pub jobs: f64,
    /// Hachman index against the larger economy: 1 where both have the same structure.
    pub hachman: f64,
    /// Herfindahl index: 1 where one industry has all jobs.
    pub herfindahl: f64,
}

/// The variety of the study region's employment in each state of the project. The larger economy is its province, or the ten provinces where the region is
/// a whole province, in the same state: what the project brings there counts too.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Diversification {
    /// In the year of the data, without the project.
    pub before: Variety,
    /// In an average year of construction; nothing without such a phase.
    pub construction: Option<Variety>,
    /// In the year of most activity of operation; nothing without such a phase.
    pub operation: Option<Variety>,
}

impl Study {
    /// Returns the variety of the region's employment: jobs of its industries in the year of the data, plus the jobs of all effects of the project, its own
    /// jobs in its own industry. Gross. Nothing where region or province has no jobs.
    ///
    /// An average year of construction has its job-years ÷ the number of years in which something is built.
    pub fn diversification(&self) -> Option<Diversification> {
        let built: BTreeSet<i32> = self.active_years(true).collect();
        let count = built.len() as f64;
        let construction = |phase: &PhaseStudy| {
            let parts: f64 = phase.by_year.iter().map(|(_, part)| part).sum();
            if phase.construction && count > 0.0 {
                parts / count
            } else {
                0.0
            }
        };
        let held = |year: i32| -> f64 {
            let phases = self.phases.iter().filter(|p| !p.construction);
            phases
                .map(|p| p.activity(year) * self.total(p, Measure::Jobs, Territory::Study))
                .sum()
        };
        let years: BTreeSet<i32> = self.active_years(false).collect();
        // The first of the years of most activity.
        let full = years.into_iter().rev().max_by(|a, b| held(*a).total_cmp(&held(*b)));
        let operation =
            |year: i32| move |phase: &PhaseStudy| if phase.construction { 0.0 } else { phase.activity(year) };
        Some(Diversification {
            before: self.variety(&|_| 0.0)?,
            construction: (count > 0.0).then(|| self.variety(&construction)).flatten(),
            operation: full.and_then(|year| self.variety(&operation(year))),
        })
    }

    fn active_years(&self, construction: bool) -> impl Iterator<Item = i32> {
        let phases = self.phases.iter().filter(move |p| p.construction == construction);
        let years = phases.flat_map(|p| p.by_year.iter());
        years.filter(|(_, part)| *part > 0.0).map(|(year, _)| *year)
    }

    /// Returns the variety with so much of each phase on top of the year of the data.
    fn variety(&self, part: &dyn Fn(&PhaseStudy) -> f64) -> Option<Variety> {
        let account = self.structure.region.account();
        let n = account.industries().len();
        let jobs = |territory: Territory| -> Vec<f64> {
            let industry = |i: usize| -> f64 {
                let in_region = |r: usize| -> f64 {
                    let k = r * n + i;
                    let before = account.per_dollar().jobs[k] * account.gross_output()[k];
                    let added = self.phases.iter().map(|p| {
                        let effects = Effect::ALL.map(|e| p.impact.cell(e, Measure::Jobs, r, i));
                        part(p) * effects.iter().sum::<f64>()
                    });
                    before + added.sum::<f64>()
                };
                self.regions_of(territory).map(in_region).sum()
            };
            (0..n).map(industry).collect()
        };
        let larger = if self.whole_province {
            Territory::Country
        } else {
            Territory::Province
        };
        let home = jobs(Territory::Study);
        Some(Variety {
            jobs: home.iter().sum(),
            hachman: hachman(&home, &jobs(larger))?,
            herfindahl: herfindahl(&home)?,
        })
    }
}
