//! What ten points more of local share on one line would bring, and where a line's default local share comes from.

use super::lines::LineStudy;
use super::{PhaseStudy, Study};
use crate::engine::demand::{DemandRules, Product, demand};
use crate::engine::origins::{Origin, Prospect};
use crate::problem::What;

/// How far a lever moves a line's local share, when its cap leaves room.
const TEN_POINTS: f64 = 0.10;

/// What a line would bring if more of it were bought in the study region, all other lines staying as they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lever {
    /// Position of the line in the phase.
    pub line: usize,
    /// The local share added: ten points, or what its cap leaves.
    pub added: f64,
    /// Jobs added in the study region, gross: job-years of construction, or jobs of a year of full operation.
    pub jobs: f64,
}

/// Where a line's default local share comes from: t^PP × the quotient of the pair.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DefaultLocal {
    /// The share of the product that its buyers find in the province, t^PP.
    pub province: f64,
    /// The local part of what is made in the province, min(1, quotient); nothing where the study region is the province.
    pub quotient: Option<f64>,
}

/// Moves the local share of a purchase as the solver would: first between the region and the rest of its province; beyond what the province makes, the
/// other origins share what is left in their present proportions, and the nearest takes it when they have none.
///
/// * `shares`: study region, rest of its province, other provinces, abroad; they sum to 1, and so does the answer.
pub fn moved(shares: [f64; 4], local: f64, whole_province: bool) -> [f64; 4] {
    let [study, rest, other, abroad] = shares;
    let province = study + rest;
    if local <= province && !whole_province {
        return [local, province - local, other, abroad];
    }
    let outside = other + abroad;
    let left = 1.0 - local;
    let other = if outside > 0.0 { left * other / outside } else { left };
    [local, 0.0, other, (left - other).max(0.0)]
}

/// Returns what ten points more of local share on each line would bring, the largest first; lines at their cap are left out.
///
/// `Δ jobs = c'·L·Δy`: c are jobs per dollar of output in the study region, L the inverse of the model that the study uses (households in it or not), and
/// Δy the change in the first round of purchases when the local share of one line alone moves. c'·L is one transposed solve for all lines; nothing else is
/// computed again, as effects are linear in the first round.
///
/// Errors are those of the demand of a single line; none is known for a study that was computed.
pub fn levers(study: &Study, phase: &PhaseStudy) -> Result<Vec<Lever>, What> {
    let per_dollar = jobs_per_dollar(study);
    let mut out = Vec::new();
    for (k, line) in phase.lines.iter().enumerate() {
        let room = (line.cap - line.origin.study).min(TEN_POINTS);
        // A hair under its cap is at its cap.
        if line.amount <= 0.0 || room <= 5e-4 {
            continue;
        }
        let shares = moved(line.origin.shares(), line.origin.study + room, study.whole_province);
        let before = jobs_of(study, phase, line, line.origin, &per_dollar)?;
        let after = jobs_of(study, phase, line, origin(shares), &per_dollar)?;
        out.push(Lever {
            line: k,
            added: room,
            jobs: (after - before) * phase.headline_jobs,
        });
    }
    out.sort_by(|a, b| b.jobs.total_cmp(&a.jobs));
    Ok(out)
}

/// Returns the two factors of a line's default local share; nothing for what no domestic industry supplies.
pub fn default_local(study: &Study, phase: &PhaseStudy, line: &LineStudy) -> Option<DefaultLocal> {
    let (Product::Of(i) | Product::Scrap(i)) = line.spending.product else {
        return None;
    };
    let prospect = Prospect::of(&study.structure.region, i, phase.rules.buyer, 1.0);
    Some(DefaultLocal {
        province: prospect.province,
        quotient: (!study.whole_province).then_some(prospect.local_part),
    })
}

/// Returns where a purchase of an industry's product comes from in a phase when nothing is asked for, in the fixed order of origins.
pub fn usual_origin(study: &Study, phase: &PhaseStudy, industry: usize) -> [f64; 4] {
    let prospect = Prospect::of(&study.structure.region, industry, phase.rules.buyer, 1.0);
    let [home, rest, other, abroad] = prospect.usual_origin().shares();
    if study.whole_province {
        [home + rest, 0.0, other, abroad]
    } else {
        [home, rest, other, abroad]
    }
}

fn origin([study, rest, other, abroad]: [f64; 4]) -> Origin {
    Origin {
        study,
        rest,
        other,
        abroad,
    }
}

/// Returns the jobs that one dollar of demand brings in the study region, by region and industry of the demand, nr.
fn jobs_per_dollar(study: &Study) -> Vec<f64> {
    let account = study.structure.region.account();
    let inside = account.industries().len();
    let here = account.per_dollar().jobs.iter().enumerate();
    let mut c: Vec<f64> = here.map(|(k, v)| if k < inside { *v } else { 0.0 }).collect();
    let model = &study.structure.model;
    match model.closed() {
        Some(closed) => {
            // Households are no industry: their rows carry no job.
            c.resize(closed.size(), 0.0);
            closed.effects_per_dollar(&c)
        }
        None => model.open().effects_per_dollar(&c),
    }
}

/// Returns the jobs that one line alone brings in the study region when it has this origin.
fn jobs_of(
    study: &Study,
    phase: &PhaseStudy,
    line: &LineStudy,
    origin: Origin,
    per_dollar: &[f64],
) -> Result<f64, What> {
    let mut alone = line.spending;
    alone.origin = Some(origin);
    let rules = DemandRules {
        local_share: None,
        province_content: None,
        ..phase.rules
    };
    let first = demand(&study.structure.region, &[alone], &rules)?.stimulus.demand;
    Ok(first.iter().zip(per_dollar).map(|(y, jobs)| y * jobs).sum())
}
