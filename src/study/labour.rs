//! Who could hold the jobs of the study region: residents, graduates of named programmes, people from elsewhere, against those without work.

use super::structure::Prepared;
use super::{Effect, Measure, Study, Territory};
use crate::data::territories::{self, EMPLOYMENT_YEAR};
use crate::engine::hiring::{HiringYear, Programme, hiring, unemployed};
use crate::ids::Local;
use crate::problem::{Problem, What};
use crate::scenario::{Basis, Scenario};

/// The unemployment rate that the study uses.
#[derive(Clone, Debug, PartialEq)]
pub struct StatedUnemployment {
    /// Unemployed people ÷ labour force.
    pub rate: f64,
    /// The year of which it is the mean; nothing for a rate that the scenario states.
    pub year: Option<i32>,
    /// What it rests on.
    pub basis: Basis,
    /// Who says so.
    pub source: Option<Local>,
}

/// The jobs of the study region in one year, gross, and who would hold them. Jobs of construction are job-years: people for that year.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LabourYear {
    /// The calendar year.
    pub year: i32,
    /// Jobs of the project and of those who receive its investment.
    pub direct: f64,
    /// Jobs at suppliers.
    pub suppliers: f64,
    /// Jobs that households support.
    pub households: f64,
    /// The part of all these held by people who live elsewhere.
    pub outside: f64,
    /// Posts of the project held by residents, with those that graduates take.
    pub hiring: HiringYear,
    /// All these jobs by industry, in the order of the industries: direct, suppliers, households.
    pub by_industry: Vec<[f64; 3]>,
}

impl LabourYear {
    /// Returns the jobs of the year.
    pub fn jobs(&self) -> f64 {
        self.direct + self.suppliers + self.households
    }

    /// Returns those that residents hold.
    pub fn residents(&self) -> f64 {
        self.jobs() - self.outside
    }

    /// Returns those that residents hold, graduates of the programmes aside: they come from the unemployed, from other jobs or from outside the labour
    /// force.
    pub fn to_find(&self) -> f64 {
        (self.residents() - self.hiring.graduates).max(0.0)
    }
}

/// A programme of study, with the graduates whom the project hires over the years.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ProgrammeStudy {
    /// The name of the school.
    pub school: Local,
    /// The name of the programme.
    pub programme: Local,
    /// People who begin it each year.
    pub seats: f64,
    /// Graduates a year.
    pub graduates: f64,
    /// Graduates a year whom the project would hire.
    pub offered: f64,
    /// The first year in which it has graduates to hire.
    pub first_year: i32,
    /// Graduates hired over all years.
    pub hired: f64,
}

/// Who could hold the jobs of the study region.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LabourSupply {
    /// Residents employed; where no survey gives them, the jobs of the account.
    pub employed: f64,
    /// The year of that figure; nothing for the jobs of the account.
    pub employed_year: Option<i32>,
    /// The unemployment rate; nothing where none is published nor stated: nothing is then judged.
    pub unemployment: Option<StatedUnemployment>,
    /// The share of the unemployed above which the residents to find are doubtful.
    pub limit: f64,
    /// The part of the project's posts left each year.
    pub replacement: f64,
    /// The years of the study, first to last.
    pub years: Vec<LabourYear>,
    /// The programmes of study, in the order of the scenario.
    pub programmes: Vec<ProgrammeStudy>,
    /// Jobs of the region by industry, as modelled, in the order of the industries.
    pub present: Vec<f64>,
}

impl LabourSupply {
    /// Returns the people of the region without work; nothing where no rate is known.
    pub fn unemployed(&self) -> Option<f64> {
        Some(unemployed(self.employed, self.unemployment.as_ref()?.rate))
    }

    /// Returns the first year in which the most residents are to be found; nothing without jobs.
    pub fn busiest(&self) -> Option<&LabourYear> {
        let years = self.years.iter().filter(|y| y.jobs() > 0.0);
        years.reduce(|best, now| {
            if now.to_find() > best.to_find() + 1e-9 {
                now
            } else {
                best
            }
        })
    }

    /// Returns how many of the residents to find the unemployed could be, within the stated limit; nothing where no rate is known.
    pub fn within_limit(&self, year: &LabourYear) -> Option<f64> {
        Some((self.limit * self.unemployed()?).min(year.to_find()))
    }

    /// Returns the warning that the region could hardly supply the residents needed: `to find > limit × unemployed` in the busiest year.
    pub fn shortage(&self) -> Option<Problem> {
        let (year, unemployed) = (self.busiest()?, self.unemployed()?);
        let needed = year.to_find();
        (needed > self.limit * unemployed).then(|| {
            let what = What::LabourShort {
                year: year.year,
                needed,
                unemployed,
                limit: self.limit,
            };
            Problem::new("labour", what)
        })
    }
}

/// Computes who could hold the jobs of the study region.
///
/// Residents hold the local hiring share of the project's own jobs and the resident share of all others. Graduates take posts of the project among those
/// of residents, year by year. Employed people are residents in the Labour Force Survey; unemployed people follow from the rate.
pub(super) fn labour(
    scenario: &Scenario,
    territory: &territories::Territory,
    prepared: &Prepared,
    study: &Study,
) -> LabourSupply {
    let account = study.structure.region.account();
    let n = account.industries().len();
    let present: Vec<f64> = account.jobs().iter().take(n).copied().collect();
    let survey = territory.labour.as_ref();
    let published = survey.and_then(|l| l.unemployment.as_ref());
    let unemployment = match &scenario.labour.unemployment {
        Some(own) => Some(StatedUnemployment {
            rate: own.value,
            year: None,
            basis: own.basis,
            source: own.source.clone(),
        }),
        None => published.map(|p| StatedUnemployment {
            rate: p.rate,
            year: Some(p.year),
            basis: Basis::Sourced,
            source: Some(p.source.clone()),
        }),
    };
    let span = study.span();
    let mut years: Vec<LabourYear> = span
        .map_or_else(Vec::new, |(first, last)| (first..=last).collect())
        .into_iter()
        .map(|year| one_year(study, year, n))
        .collect();
    let stated = &scenario.labour.programmes;
    let programmes: Vec<Programme> = stated
        .iter()
        .map(|p| Programme {
            seats: p.seats.value,
            graduation: p.graduation.value,
            hired: p.hired.value,
            first_year: p.first_year,
        })
        .collect();
    let posts: Vec<(i32, f64)> = years.iter().map(|y| (y.year, y.hiring.posts)).collect();
    let hires = hiring(&posts, prepared.values.replacement, &programmes);
    let programmes = stated
        .iter()
        .zip(&programmes)
        .enumerate()
        .map(|(k, (stated, p))| ProgrammeStudy {
            school: stated.school.clone(),
            programme: stated.programme.clone(),
            seats: p.seats,
            graduates: p.seats * p.graduation,
            offered: p.seats * p.graduation * p.hired,
            first_year: p.first_year,
            hired: hires.iter().filter_map(|y| y.hired.get(k)).sum(),
        })
        .collect();
    for (year, hires) in years.iter_mut().zip(hires) {
        year.hiring = hires;
    }
    LabourSupply {
        employed: survey.map_or_else(|| present.iter().sum(), |l| l.employed),
        employed_year: survey.map(|_| EMPLOYMENT_YEAR),
        unemployment,
        limit: prepared.values.labour_warning,
        replacement: prepared.values.replacement,
        years,
        programmes,
        present,
    }
}

/// Adds up the jobs of one year over all phases; the posts of the project that residents hold wait in `hiring`.
fn one_year(study: &Study, year: i32, industries: usize) -> LabourYear {
    let mut out = LabourYear {
        year,
        by_industry: vec![[0.0; 3]; industries],
        ..LabourYear::default()
    };
    for phase in &study.phases {
        let activity = phase.activity(year);
        if activity == 0.0 {
            continue;
        }
        for effect in Effect::ALL {
            let factor = activity * phase.job_factor(year, Measure::Jobs, effect);
            let jobs = factor * study.value(phase, Measure::Jobs, effect, Territory::Study);
            let residents = jobs * study.resident_share(phase, effect);
            let part = match effect {
                Effect::Direct => 0,
                Effect::IndirectFirst | Effect::IndirectOther => 1,
                Effect::Induced => 2,
            };
            match part {
                0 => out.direct += jobs,
                1 => out.suppliers += jobs,
                _ => out.households += jobs,
            }
            out.outside += jobs - residents;
            if effect == Effect::Direct && !phase.construction {
                out.hiring.posts += residents;
            }
            for (i, cell) in out.by_industry.iter_mut().enumerate() {
                cell[part] += factor * phase.impact.cell(effect, Measure::Jobs, 0, i);
            }
        }
    }
    out
}
