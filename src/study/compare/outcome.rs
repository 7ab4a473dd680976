//! The headline figures of a study, small enough to keep many of them.

use super::super::{Effect, Measure, PhaseStudy, Study, Territory, Unit};

/// A headline figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Headline {
    /// Permanent jobs: a year of full operation.
    #[default]
    Jobs,
    /// Job-years of the construction.
    JobYears,
    /// GDP at basic prices of a year of full operation.
    Gdp,
    /// Wages before tax of a year of full operation.
    Wages,
    /// What all governments receive in a year of full operation.
    Revenue,
    /// GDP at basic prices of the whole construction.
    GdpBuilt,
    /// Wages before tax of the whole construction.
    WagesBuilt,
    /// What all governments receive from the whole construction.
    RevenueBuilt,
}

impl Headline {
    /// The figures in their fixed order.
    pub const ALL: [Headline; 8] = [
        Headline::Jobs,
        Headline::JobYears,
        Headline::Gdp,
        Headline::Wages,
        Headline::Revenue,
        Headline::GdpBuilt,
        Headline::WagesBuilt,
        Headline::RevenueBuilt,
    ];

    /// Returns the name used in files and in the terminal.
    pub fn id(self) -> &'static str {
        match self {
            Headline::Jobs => "jobs",
            Headline::JobYears => "job_years",
            Headline::Gdp => "gdp",
            Headline::Wages => "wages",
            Headline::Revenue => "revenue",
            Headline::GdpBuilt => "gdp_construction",
            Headline::WagesBuilt => "wages_construction",
            Headline::RevenueBuilt => "revenue_construction",
        }
    }

    /// Returns whether the figure is one of construction.
    pub fn of_construction(self) -> bool {
        matches!(
            self,
            Headline::JobYears | Headline::GdpBuilt | Headline::WagesBuilt | Headline::RevenueBuilt
        )
    }

    /// Returns the unit.
    pub fn unit(self) -> Unit {
        match self {
            Headline::Jobs => Unit::Jobs,
            Headline::JobYears => Unit::JobYears,
            _ => Unit::Dollars,
        }
    }

    /// Returns the territory that the figure is summed over where another is asked for: revenue is not computed beyond the province.
    pub fn territory(self, asked: Territory) -> Territory {
        match (self, asked) {
            (Headline::Revenue | Headline::RevenueBuilt, Territory::Country | Territory::RestOfCountry) => {
                Territory::Province
            }
            _ => asked,
        }
    }
}

/// A figure before and after what would have happened anyway is taken out.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Amount {
    /// Jobs, job-years, or dollars of the data year.
    pub gross: f64,
    /// The same, net; nothing where the scenario does not say what is new.
    pub net: Option<f64>,
}

/// Why a figure is not there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The scenario has no such phase: the figure does not apply.
    Phase,
    /// The data hold no law for the province: revenue is not computed.
    Law,
}

/// The headline figures of a study by territory, those of its first phase of each kind as on the first page.
#[derive(Clone, Debug, PartialEq)]
pub struct Outcome {
    figures: [[Result<Amount, Missing>; Territory::ALL.len()]; Headline::ALL.len()],
}

impl Outcome {
    /// Reads the figures of a study.
    pub fn of(study: &Study) -> Self {
        let (operation, construction) = (study.operation(), study.construction());
        let figures = Headline::ALL.map(|headline| {
            let phase = if headline.of_construction() {
                construction
            } else {
                operation
            };
            Territory::ALL.map(|asked| {
                let phase = phase.ok_or(Missing::Phase)?;
                let gross = gross(study, phase, headline, headline.territory(asked)).ok_or(Missing::Law)?;
                Ok(Amount {
                    gross,
                    net: phase.net(gross),
                })
            })
        });
        Self { figures }
    }

    /// Returns the figures of a scenario without phases.
    pub(super) fn none() -> Self {
        Self {
            figures: [[Err(Missing::Phase); Territory::ALL.len()]; Headline::ALL.len()],
        }
    }

    /// Puts the figures of a construction beside those of an operation.
    pub(super) fn of_both(construction: &Self, operation: &Self) -> Self {
        let figures = Headline::ALL.map(|headline| {
            let of = if headline.of_construction() {
                construction
            } else {
                operation
            };
            of.figures[headline as usize]
        });
        Self { figures }
    }

    /// Returns a figure.
    pub fn get(&self, headline: Headline, territory: Territory) -> Result<Amount, Missing> {
        self.figures[headline as usize][territory as usize]
    }

    /// Returns a gross figure, 0 where the scenario has no such phase; nothing where it is not computed.
    pub fn level(&self, headline: Headline, territory: Territory) -> Option<f64> {
        match self.get(headline, territory) {
            Ok(amount) => Some(amount.gross),
            Err(Missing::Phase) => Some(0.0),
            Err(Missing::Law) => None,
        }
    }
}

fn gross(study: &Study, phase: &PhaseStudy, headline: Headline, territory: Territory) -> Option<f64> {
    let measure = match headline {
        Headline::Jobs | Headline::JobYears => Measure::Jobs,
        Headline::Gdp | Headline::GdpBuilt => Measure::Gdp,
        Headline::Wages | Headline::WagesBuilt => Measure::Wages,
        Headline::Revenue | Headline::RevenueBuilt => {
            return study.revenue(phase, &Effect::ALL, territory).map(|r| r.total());
        }
    };
    Some(study.total(phase, measure, territory))
}
