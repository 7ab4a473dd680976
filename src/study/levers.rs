//! What ten points more of local share on one line would bring, what all lines at their caps would, and where a line's default local share comes from.

use super::lines::LineStudy;
use super::{Effect, PhaseStudy, Study, Territory};
use crate::engine::demand::{DemandRules, Product, SpendingLine, demand};
use crate::engine::fiscal::rates::Bases;
use crate::engine::fiscal::{Base, Government, LevyKind, Revenue};
use crate::engine::origins::{Origin, Prospect};
use crate::problem::What;

/// How far a lever moves a line's local share, when its cap leaves room.
const TEN_POINTS: f64 = 0.10;

/// What purchases bring in a territory, of the whole construction or in a year of full operation; gross, dollars of the data year.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Gains {
    /// Jobs there: job-years of construction, or jobs of a year of full operation.
    pub jobs: f64,
    /// GDP at basic prices there.
    pub gdp: f64,
    /// What its residents earn from these jobs after personal taxes and contributions; before them where the data hold no law.
    pub income: f64,
    /// Public revenue from activity there by government, fiscal then parafiscal; nothing where the data hold no law.
    pub revenue: Option<[[f64; 2]; 3]>,
}

impl Gains {
    /// Returns what one government receives, taxes and contributions; nothing where the data hold no law.
    pub fn government(&self, government: Government) -> Option<f64> {
        Some(self.revenue?[government as usize].iter().sum())
    }

    /// Returns what all governments receive; nothing where the data hold no law.
    pub fn governments(&self) -> Option<f64> {
        Some(self.revenue?.iter().flatten().sum())
    }
}

/// What a line would bring if more of it were bought in the study region, all other lines staying as they are.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Lever {
    /// Position of the line in the phase.
    pub line: usize,
    /// The local share added: ten points, or what its cap leaves.
    pub added: f64,
    /// What that adds in the study region.
    pub gains: Gains,
    /// What that adds in the whole province, the region included: next to nothing where the purchase only changes place inside it.
    pub in_province: Gains,
}

/// What a phase would bring if every line were bought in the study region as far as its cap: a bound, not a forecast.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bound {
    /// The share of all purchases made in the study region as the scenario stands.
    pub now: f64,
    /// The same when no share is asked for; lines set by hand keep theirs.
    pub default: f64,
    /// The same with every line at its cap; a line set by hand above its cap stays where it is.
    pub most: f64,
    /// What the bound adds in the study region to the scenario as it stands.
    pub from_now: Gains,
    /// The same in the whole province, the region included.
    pub from_now_in_province: Gains,
    /// What the bound adds in the study region to the default.
    pub from_default: Gains,
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

/// Returns what ten points more of local share on each line would bring, the most jobs first; lines at their cap are left out.
///
/// `Δ = c'·L·Δy`: c is what a dollar of output brings of a measure, L the inverse of the model that the study uses (households in it or not), and Δy the
/// change in the first round of purchases when the local share of one line alone moves. c'·L is one transposed solve per measure for all lines; nothing
/// else is computed again, as effects are linear in the first round.
///
/// Errors are those of the demand of a single line; none is known for a study that was computed.
pub fn levers(study: &Study, phase: &PhaseStudy) -> Result<Vec<Lever>, What> {
    let worth = Worth::new(study, phase, Territory::Study);
    let of_province = Worth::of_province(study, phase);
    let mut out = Vec::new();
    for (k, line) in phase.lines.iter().enumerate() {
        let room = (line.cap - line.origin.study).min(TEN_POINTS);
        // A hair under its cap is at its cap.
        if line.amount <= 0.0 || room <= 5e-4 {
            continue;
        }
        let shares = moved(line.origin.shares(), line.origin.study + room, study.whole_province);
        let before = demand_of(study, phase, [(line, line.origin)])?;
        let after = demand_of(study, phase, [(line, origin(shares))])?;
        out.push(Lever {
            line: k,
            added: room,
            gains: worth.of_change(&before, &after),
            in_province: of_province.as_ref().unwrap_or(&worth).of_change(&before, &after),
        });
    }
    out.sort_by(|a, b| b.gains.jobs.total_cmp(&a.gains.jobs));
    Ok(out)
}

/// Returns what a phase would bring with every line at its cap, against the scenario as it stands and against the default shares.
///
/// Errors are those of the demand of the phase; none is known for a study that was computed.
pub fn bound(study: &Study, phase: &PhaseStudy) -> Result<Bound, What> {
    let worth = Worth::new(study, phase, Territory::Study);
    let of_province = Worth::of_province(study, phase);
    let at_cap = |line: &LineStudy| {
        let most = line.cap.max(line.origin.study);
        origin(moved(line.origin.shares(), most, study.whole_province))
    };
    let most = demand_of(study, phase, phase.lines.iter().map(|l| (l, at_cap(l))))?;
    let lines: Vec<SpendingLine> = phase.lines.iter().map(|l| l.spending).collect();
    let rules = DemandRules {
        local_share: None,
        ..phase.rules
    };
    let default = demand(&study.structure.region, &lines, &rules)?;
    let part = |share: &dyn Fn(&LineStudy) -> f64| {
        let bought: f64 = phase.lines.iter().map(|l| l.amount * share(l)).sum();
        if phase.purchases > 0.0 {
            bought / phase.purchases
        } else {
            0.0
        }
    };
    Ok(Bound {
        now: phase.sourcing.local_share,
        default: default.sourcing.local_share,
        most: part(&|l| l.cap.max(l.origin.study)),
        from_now: worth.of_change(&phase.stimulus.demand, &most),
        from_now_in_province: of_province
            .as_ref()
            .unwrap_or(&worth)
            .of_change(&phase.stimulus.demand, &most),
        from_default: worth.of_change(&default.stimulus.demand, &most),
    })
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

/// What one dollar of demand brings of each measure in a territory, by region and industry of the demand, nr.
struct Worth {
    jobs: Vec<f64>,
    gdp: Vec<f64>,
    income: Vec<f64>,
    revenue: Option<[[Vec<f64>; 2]; 3]>,
}

impl Worth {
    /// Solves the transposed system once per measure: `z = c'·(I − A)⁻¹`, with households in A where the study has them.
    ///
    /// Levies are linear in what they bear on as long as output is not negative, which a demand of purchases cannot make it; each industry's rates are the
    /// law's at its own wage, as in the revenue of a study.
    fn new(study: &Study, phase: &PhaseStudy, territory: Territory) -> Self {
        let (model, account) = (&study.structure.model, study.structure.region.account());
        let (per_dollar, n) = (account.per_dollar(), account.industries().len());
        let regions = study.regions_of(territory);
        let law = study.structure.law.as_ref();
        // Jobs of the region that its residents do not hold are held in the rest of the province.
        let resident = match territory {
            Territory::Study => study.resident_share(phase, Effect::IndirectFirst),
            _ => 1.0,
        };
        let paid = |k: usize| -> (Bases, Revenue) {
            let (gdp, pay) = (per_dollar.value_added[k], per_dollar.compensation[k]);
            let production_taxes = model.production_tax_share() * gdp;
            let bases = Bases {
                wages: pay / (1.0 + model.rules().contributions_ratio),
                surplus: gdp - pay - production_taxes,
                production_taxes,
                product_taxes: per_dollar.product_taxes[k],
            };
            (
                bases,
                law.map_or_else(Revenue::default, |l| l.rates.revenue_of(k % n, &bases)),
            )
        };
        let all: Vec<(Bases, Revenue)> = (0..account.size()).map(paid).collect();
        let solved = |of: &dyn Fn(usize) -> f64, of_spending: f64| -> Vec<f64> {
            let mut c: Vec<f64> = (0..account.size()).map(of).collect();
            let Some((closed, _)) = model.closed().zip(model.households()) else {
                return model.open().effects_per_dollar(&c);
            };
            // Rows of households: what a dollar that they spend bears, by region of residence.
            c.extend((0..account.regions().len()).map(|d| if regions.contains(&d) { of_spending } else { 0.0 }));
            closed.effects_per_dollar(&c)
        };
        let here = |k: usize, value: f64| if regions.contains(&(k / n)) { value } else { 0.0 };
        let jobs = solved(&|k| here(k, per_dollar.jobs[k] * phase.headline_jobs), 0.0);
        let gdp = solved(&|k| here(k, per_dollar.value_added[k]), 0.0);
        let income = solved(
            &|k| here(k, resident * (all[k].0.wages - all[k].1.base(Base::Wages))),
            0.0,
        );
        let revenue = law.map(|law| {
            let bases = Bases {
                product_taxes: model.households().map_or(0.0, |h| h.product_taxes),
                ..Bases::default()
            };
            let spent = law.rates.revenue_of(n, &bases);
            Government::ALL
                .map(|g| LevyKind::ALL.map(|kind| solved(&|k| here(k, all[k].1.of(g, kind)), spent.of(g, kind))))
        });
        Self {
            jobs,
            gdp,
            income,
            revenue,
        }
    }

    /// Returns the same for the whole province; nothing where the study region is one.
    fn of_province(study: &Study, phase: &PhaseStudy) -> Option<Self> {
        (!study.whole_province).then(|| Self::new(study, phase, Territory::Province))
    }

    /// Returns what a change of the first round of purchases brings.
    fn of_change(&self, before: &[f64], after: &[f64]) -> Gains {
        let sum = |worth: &Vec<f64>| -> f64 {
            let change = before.iter().zip(after).map(|(b, a)| a - b);
            let (sum, size) = change.zip(worth).fold((0.0, 0.0_f64), |(sum, size), (dollars, w)| {
                (sum + dollars * w, size + (dollars * w).abs())
            });
            // Purchases that change place inside the territory leave what rounding leaves.
            if sum.abs() > 1e-12 * size { sum } else { 0.0 }
        };
        Gains {
            jobs: sum(&self.jobs),
            gdp: sum(&self.gdp),
            income: sum(&self.income),
            revenue: self
                .revenue
                .as_ref()
                .map(|r| r.each_ref().map(|kinds| kinds.each_ref().map(sum))),
        }
    }
}

/// Returns the first round of purchases of some lines of a phase, each with this origin, by region and industry.
fn demand_of<'a>(
    study: &Study,
    phase: &PhaseStudy,
    lines: impl IntoIterator<Item = (&'a LineStudy, Origin)>,
) -> Result<Vec<f64>, What> {
    let lines: Vec<SpendingLine> = lines
        .into_iter()
        .map(|(line, origin)| SpendingLine {
            origin: Some(origin),
            ..line.spending
        })
        .collect();
    let rules = DemandRules {
        local_share: None,
        province_content: None,
        ..phase.rules
    };
    Ok(demand(&study.structure.region, &lines, &rules)?.stimulus.demand)
}
