//! The regions a study can take: provinces, administrative regions and smaller territories, with their share of each industry.

use super::economy::Economy;
use super::files::{RegionsFile, UnemploymentEntry};
use crate::ids::{Local, RegionCode};

/// Where a region's figures by industry come from.
#[derive(Clone, Debug, PartialEq)]
pub enum Structure {
    /// The region is a region of the account.
    Account,
    /// Published structure by group of industries, of this year.
    Groups(i32),
    /// The structure of the province, because none was found.
    Province,
    /// The structure of a larger region, scaled by population.
    Scaled(RegionCode),
}

/// The year of the employment figures of territories.
pub const EMPLOYMENT_YEAR: i32 = 2025;

/// Those who work in a territory or look for work, from the Labour Force Survey.
#[derive(Clone, Debug, PartialEq)]
pub struct LabourForce {
    /// Residents employed in [`EMPLOYMENT_YEAR`], people.
    pub employed: f64,
    /// The unemployment rate, where one is published.
    pub unemployment: Option<Unemployment>,
}

/// A published unemployment rate.
#[derive(Clone, Debug, PartialEq)]
pub struct Unemployment {
    /// Unemployed people ÷ labour force.
    pub rate: f64,
    /// The year of which it is the mean.
    pub year: i32,
    /// Who says so.
    pub source: Local,
}

/// A region that a study can take.
#[derive(Clone, Debug, PartialEq)]
pub struct Territory {
    /// Its code in scenario files.
    pub code: RegionCode,
    /// Its name.
    pub label: Local,
    /// The region of the account it lies in.
    pub province: RegionCode,
    /// Where its figures come from.
    pub structure: Structure,
    /// σ: its share of each industry of the province; `None` when it is the province.
    pub sigma: Option<Vec<f64>>,
    /// Those who work there or look for work; nothing where no figure was found.
    pub labour: Option<LabourForce>,
    /// What the reader must know.
    pub note: Option<Local>,
}

impl Territory {
    /// Returns whether its figures are modelled rather than published.
    pub fn is_modelled(&self) -> bool {
        self.sigma.is_some()
    }
}

/// Lists the territories of an economy (METHOD section 2).
///
/// `σ_i = (L's employment ÷ P's employment) × (L's share of i's group ÷ P's share of it, same year)`; 1 for the second factor where no structure is
/// published; a smaller territory takes its region's σ × its share of the population.
pub fn territories(economy: &Economy, regions: &RegionsFile) -> Vec<Territory> {
    let mut out: Vec<Territory> = Vec::new();
    if economy.region(&regions.province).is_some() {
        let province = RegionCode::new(&regions.province);
        for r in &regions.regions {
            let size = r.employment_k_2024 / regions.province_totals.employment_k_2024;
            let reference = r.structure.as_ref().and_then(|s| {
                regions
                    .quebec_structures
                    .iter()
                    .find(|q| q.year == s.year)
                    .map(|q| (s, q))
            });
            let sigma = economy
                .industries
                .iter()
                .map(|i| {
                    let group = regions
                        .groups
                        .iter()
                        .find(|g| g.industries.iter().any(|m| m.industry == i.code));
                    let ratio = reference.zip(group).and_then(|((own, whole), g)| {
                        let (own, whole) = (own.groups.share(&g.id)?, whole.groups.share(&g.id)?);
                        (whole > 0.0).then(|| own / whole)
                    });
                    size * ratio.unwrap_or(1.0)
                })
                .collect();
            out.push(Territory {
                code: RegionCode::new(&r.code),
                label: Local::new(&r.name_fr, &r.name_en),
                province: province.clone(),
                structure: reference.map_or(Structure::Province, |(s, _)| Structure::Groups(s.year)),
                sigma: Some(sigma),
                labour: Some(LabourForce {
                    employed: r.employment_k_2025 * 1e3,
                    unemployment: unemployment(r.unemployment.as_ref(), regions),
                }),
                note: r.note.clone(),
            });
        }
        for s in &regions.subregions {
            let Some(parent) = out.iter().find(|t| t.code.as_str() == s.parent) else {
                continue;
            };
            let part = s.population / s.parent_population;
            let sigma = parent.sigma.as_ref().map(|v| v.iter().map(|x| x * part).collect());
            // The rate of a larger region is not that of a part of it: it stays to be stated.
            let labour = parent.labour.as_ref().map(|l| LabourForce {
                employed: l.employed * part,
                unemployment: None,
            });
            out.push(Territory {
                code: RegionCode::new(&s.code),
                label: Local::new(&s.name_fr, &s.name_en),
                province: province.clone(),
                structure: Structure::Scaled(RegionCode::new(&s.parent)),
                sigma,
                labour,
                note: Some(s.note.clone()),
            });
        }
    }
    let whole = &regions.province_totals;
    for r in &economy.regions {
        out.push(Territory {
            code: RegionCode::new(&r.code),
            label: r.label.clone(),
            province: RegionCode::new(&r.code),
            structure: Structure::Account,
            sigma: None,
            labour: (r.code == regions.province).then(|| LabourForce {
                employed: whole.employment_k_2025 * 1e3,
                unemployment: unemployment(whole.unemployment.as_ref(), regions),
            }),
            note: None,
        });
    }
    out
}

fn unemployment(entry: Option<&UnemploymentEntry>, regions: &RegionsFile) -> Option<Unemployment> {
    let entry = entry?;
    let source = regions.sources.iter().find(|s| s.id == entry.source)?;
    Some(Unemployment {
        rate: entry.rate / 100.0,
        year: entry.year,
        source: source.publisher.clone(),
    })
}
