//! Every number of a study under a stable id: measure.effect.region.phase.year.

use super::revenue::{government_id, levy_kind_id};
use super::{PhaseStudy, Study};
use crate::engine::fiscal::{Government, Levy, LevyKind};
use crate::engine::impact::{Effect, Measure};

/// A part of the country that results are summed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Territory {
    /// The study region.
    Study,
    /// The rest of its province.
    RestOfProvince,
    /// The whole province.
    Province,
    /// The other provinces.
    RestOfCountry,
    /// All provinces.
    Country,
}

impl Territory {
    /// The territories in their fixed order.
    pub const ALL: [Territory; 5] = [
        Territory::Study,
        Territory::RestOfProvince,
        Territory::Province,
        Territory::RestOfCountry,
        Territory::Country,
    ];

    /// Returns the name used in figure ids.
    pub fn id(self) -> &'static str {
        match self {
            Territory::Study => "study",
            Territory::RestOfProvince => "rest_of_province",
            Territory::Province => "province",
            Territory::RestOfCountry => "rest_of_country",
            Territory::Country => "country",
        }
    }
}

/// The unit of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Dollars of the data year.
    Dollars,
    /// Job-years: a flow of work.
    JobYears,
    /// Jobs held: a stock.
    Jobs,
    /// Families supported.
    Families,
}

impl Unit {
    /// Returns the name used in files.
    pub fn id(self) -> &'static str {
        match self {
            Unit::Dollars => "dollars",
            Unit::JobYears => "job_years",
            Unit::Jobs => "jobs",
            Unit::Families => "families",
        }
    }
}

/// What period a figure covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Period {
    /// The whole of a construction phase.
    Whole,
    /// A year of full operation.
    FullYear,
    /// One calendar year.
    Year(i32),
}

/// One number with its name, unit and room for what later tells how sure it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// measure.effect.region.phase.year
    pub id: String,
    /// The value.
    pub value: f64,
    /// Its unit.
    pub unit: Unit,
    /// The value net of what would have happened anyway, when computed.
    pub net: Option<f64>,
    /// A low and a high value, when computed.
    pub band: Option<(f64, f64)>,
    /// The name of its trace, when recorded.
    pub trace: Option<String>,
}

/// Returns the name of a measure in figure ids.
pub fn measure_id(measure: Measure) -> &'static str {
    match measure {
        Measure::Output => "output",
        Measure::Gdp => "gdp",
        Measure::Compensation => "compensation",
        Measure::Wages => "wages",
        Measure::ProductionTaxes => "production_taxes",
        Measure::Surplus => "surplus",
        Measure::Jobs => "jobs",
        Measure::ProductTaxes => "product_taxes",
        Measure::ForeignImports => "foreign_imports",
    }
}

/// Returns the name of an effect in figure ids.
pub fn effect_id(effect: Effect) -> &'static str {
    match effect {
        Effect::Direct => "direct",
        Effect::IndirectFirst => "indirect_first",
        Effect::IndirectOther => "indirect_other",
        Effect::Induced => "induced",
    }
}

impl Study {
    /// Returns the unit of a measure in a phase: construction employs job-years, a year of operation holds jobs.
    pub fn unit(phase: &PhaseStudy, measure: Measure) -> Unit {
        match (measure, phase.construction) {
            (Measure::Jobs, true) => Unit::JobYears,
            (Measure::Jobs, false) => Unit::Jobs,
            _ => Unit::Dollars,
        }
    }

    /// Returns every figure of the study: each measure, effect (and their total) and territory of each phase, and each calendar year; then what each
    /// government receives in the province, and what residents hold and earn.
    pub fn figures(&self) -> Vec<Figure> {
        let mut out = Vec::new();
        for phase in &self.phases {
            let mut periods = vec![(if phase.construction { "whole" } else { "full" }.to_owned(), None)];
            periods.extend(
                phase
                    .by_year
                    .iter()
                    .map(|(year, factor)| (year.to_string(), Some((*year, *factor)))),
            );
            let mut push = |measure: &str, territory: Territory, unit: Unit, values: [f64; 4], job: Option<Measure>| {
                for (period, year) in &periods {
                    let scaled: Vec<f64> = Effect::ALL
                        .iter()
                        .zip(values)
                        .map(|(effect, value)| match (year, job) {
                            (None, _) => value,
                            (Some((_, factor)), None) => value * factor,
                            (Some((year, factor)), Some(measure)) => {
                                value * factor * phase.job_factor(*year, measure, *effect)
                            }
                        })
                        .collect();
                    let total: f64 = scaled.iter().sum();
                    let named = Effect::ALL
                        .iter()
                        .map(|e| effect_id(*e))
                        .zip(scaled)
                        .chain([("total", total)]);
                    out.extend(named.map(|(effect, value)| Figure {
                        id: format!("{measure}.{effect}.{}.{}.{period}", territory.id(), phase.id),
                        value,
                        unit,
                        net: phase.net(value),
                        band: None,
                        trace: None,
                    }));
                }
            };
            for measure in Measure::ALL {
                for territory in Territory::ALL {
                    let values = Effect::ALL.map(|e| self.value(phase, measure, e, territory));
                    push(
                        measure_id(measure),
                        territory,
                        Self::unit(phase, measure),
                        values,
                        Some(measure),
                    );
                }
            }
            for territory in [Territory::Study, Territory::RestOfProvince, Territory::Province] {
                for government in Government::ALL {
                    for kind in LevyKind::ALL {
                        if !Levy::ALL
                            .iter()
                            .any(|l| l.government() == government && l.kind() == kind)
                        {
                            continue;
                        }
                        let values =
                            Effect::ALL.map(|e| Some(self.revenue(phase, &[e], territory)?.of(government, kind)));
                        let [Some(a), Some(b), Some(c), Some(d)] = values else {
                            continue;
                        };
                        let name = format!("revenue_{}_{}", government_id(government), levy_kind_id(kind));
                        push(&name, territory, Unit::Dollars, [a, b, c, d], None);
                    }
                }
                let residents = Effect::ALL.map(|e| self.residents(phase, &[e], territory));
                let jobs = Self::unit(phase, Measure::Jobs);
                push(
                    "resident_jobs",
                    territory,
                    jobs,
                    residents.map(|r| r.jobs),
                    Some(Measure::Jobs),
                );
                push(
                    "resident_compensation",
                    territory,
                    Unit::Dollars,
                    residents.map(|r| r.compensation),
                    None,
                );
                push(
                    "resident_wages",
                    territory,
                    Unit::Dollars,
                    residents.map(|r| r.wages),
                    None,
                );
                if residents.iter().all(|r| r.after_tax.is_some()) {
                    let after = residents.map(|r| r.after_tax.unwrap_or(0.0));
                    push("resident_after_tax_pay", territory, Unit::Dollars, after, None);
                }
                let families = Effect::ALL.map(|e| self.families(phase, &[e], territory));
                push("families", territory, Unit::Families, families, Some(Measure::Jobs));
            }
        }
        out
    }
}
