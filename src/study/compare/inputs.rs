//! The inputs of scenarios beside each other, as they stand in the documents or, where they are left to their default, as the study takes them.

use std::collections::BTreeSet;

use super::super::{AssumptionKind, Study};
use super::groups::without_texts;
use super::{Compared, Group};
use crate::scenario::{Growth, Households, Input, Method, Phase, PhaseKind, Scenario};

/// What an input is.
#[derive(Clone, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each name says what it is")]
pub enum Field {
    Region,
    Activity,
    Method,
    /// δ of Flegg's quotient.
    Delta,
    LawYear,
    /// A parameter of the assets, by name.
    Parameter(String),
    Households,
    /// The kinds of the phases, in order.
    Phases,
    /// First and last year.
    Years,
    /// How a phase fills over its years.
    Profile,
    PriceYear,
    Investment,
    /// The part of the investment that is works.
    WorksShare,
    SiteWorkers,
    Jobs,
    Sales,
    AnnualWage,
    /// The purchases that the lines make, dollars of the data year.
    Purchases,
    LocalShare,
    ProvinceContent,
    LocalHiring,
    PropertyTax,
    /// Amounts of public support as given, dollars of the data year.
    Support,
    Closure,
    /// What a gross figure is multiplied by to be net.
    NetFactor,
    /// Something else of the group, told apart only as alike or not.
    Detail,
}

/// The value of an input in one scenario.
#[derive(Clone, Debug, PartialEq)]
pub enum InputValue {
    /// The scenario has no such phase.
    Absent,
    /// Not stated, and the program has no value of its own.
    Unstated,
    /// Dollars, jobs, a share, a plain number: the field says which.
    Number(f64),
    /// Years.
    Years(i32, i32),
    /// Shares of each year.
    Shares(Vec<f64>),
    /// A code.
    Code(String),
    /// Activity and recipe.
    Activity(Option<String>, String),
    /// A regional method.
    Method(Method),
    /// A treatment of households.
    Households(Households),
    /// Kinds of phases, `true` for a construction.
    Phases(Vec<bool>),
    /// The same as in the scenario at this position, the first of its like.
    Like(usize),
}

/// Which phase an input belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhaseName {
    /// Whether it is a construction.
    pub construction: bool,
    /// Its number among those of its kind, from 1; nothing where there is only one.
    pub number: Option<usize>,
}

/// One input of scenarios beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct InputRow {
    /// The group it belongs to.
    pub group: Group,
    /// What it is.
    pub field: Field,
    /// Its phase, if it belongs to one.
    pub phase: Option<PhaseName>,
    /// Its value in each scenario.
    pub values: Vec<InputValue>,
    /// Whether each scenario states it, rather than leave it to its default.
    pub stated: Vec<bool>,
    /// Whether each differs from the one before; the first never does.
    pub differs: Vec<bool>,
}

/// Returns the inputs that differ between neighbours, in the order of the groups.
pub fn inputs(compared: &[Compared<'_>]) -> Vec<InputRow> {
    let lanes = lanes(compared);
    let bare: Vec<Scenario> = compared.iter().map(|c| without_texts(c.scenario)).collect();
    let mut out = Vec::new();
    for group in Group::ALL.into_iter().filter(|g| *g != Group::Notes) {
        let changes: Vec<bool> = (0..compared.len())
            .map(|k| k > 0 && group.differs(&bare[k - 1], &bare[k]))
            .collect();
        let mut rows = rows_of(group, compared, &lanes);
        for row in &mut rows {
            row.differs = (0..compared.len())
                .map(|k| {
                    let Some(before) = k.checked_sub(1) else { return false };
                    let [a, b] = [before, k].map(|k| (&row.values[k], row.stated[k]));
                    let appears = (*a.0 == InputValue::Absent) != (*b.0 == InputValue::Absent);
                    let says = matches!(row.field, Field::Years | Field::Investment | Field::Jobs);
                    // A value that both leave to its default only follows other inputs.
                    let says_so = a.1 || b.1;
                    (changes[k] && says_so && a != b) || (appears && says)
                })
                .collect();
        }
        rows.retain(|row| row.differs.contains(&true));
        // What no value shows still differs.
        let unseen = (0..compared.len()).any(|k| changes[k] && !rows.iter().any(|r| r.differs[k]));
        if unseen || (group == Group::Purchases && changes.contains(&true)) {
            rows.push(detail(group, compared, changes));
        }
        out.extend(rows);
    }
    out
}

/// Tells only which scenarios are alike in a group.
fn detail(group: Group, compared: &[Compared<'_>], differs: Vec<bool>) -> InputRow {
    let alike = |k: usize| {
        (0..k)
            .find(|j| !group.differs(compared[*j].scenario, compared[k].scenario))
            .unwrap_or(k)
    };
    InputRow {
        group,
        field: Field::Detail,
        phase: None,
        values: (0..compared.len()).map(|k| InputValue::Like(alike(k))).collect(),
        stated: vec![true; compared.len()],
        differs,
    }
}

/// The phases of all scenarios that stand for each other: the position in each, if it has one.
struct Lane {
    name: PhaseName,
    at: Vec<Option<usize>>,
}

fn lanes(compared: &[Compared<'_>]) -> Vec<Lane> {
    let mut lanes: Vec<(bool, Vec<Option<usize>>)> = Vec::new();
    for (k, c) in compared.iter().enumerate() {
        let mut placed = vec![false; c.scenario.phases.len()];
        // By id first, so that a phase keeps its lane wherever it stands.
        for by_id in [true, false] {
            for (at, phase) in c.scenario.phases.iter().enumerate() {
                if placed[at] {
                    continue;
                }
                let found = lanes.iter_mut().find(|(construction, lane)| {
                    let same_id = || {
                        (0..k).any(|j| {
                            let other = lane[j].and_then(|at| compared[j].scenario.phases.get(at));
                            other.is_some_and(|p| p.id == phase.id)
                        })
                    };
                    *construction == phase.is_construction() && lane.len() == k && (!by_id || same_id())
                });
                if let Some((_, lane)) = found {
                    lane.push(Some(at));
                    placed[at] = true;
                }
            }
        }
        for (at, phase) in c.scenario.phases.iter().enumerate().filter(|(at, _)| !placed[*at]) {
            let mut lane = vec![None; k];
            lane.push(Some(at));
            lanes.push((phase.is_construction(), lane));
        }
        for (_, lane) in &mut lanes {
            lane.resize(k + 1, None);
        }
    }
    let count = |construction: bool| lanes.iter().filter(|(c, _)| *c == construction).count();
    let counts = [count(true), count(false)];
    let mut seen = [0, 0];
    lanes
        .into_iter()
        .map(|(construction, at)| {
            let kind = usize::from(!construction);
            seen[kind] += 1;
            Lane {
                name: PhaseName {
                    construction,
                    number: (counts[kind] > 1).then_some(seen[kind]),
                },
                at,
            }
        })
        .collect()
}

/// A value and whether the scenario states it.
type Read = (InputValue, bool);

fn number(value: f64) -> InputValue {
    InputValue::Number(value)
}

/// Reads an input left to a default where it is not stated.
fn or_default(input: Option<&Input>, default: Option<f64>) -> Read {
    match (input, default) {
        (Some(i), _) => (number(i.value), true),
        (None, Some(v)) => (number(v), false),
        (None, None) => (InputValue::Unstated, false),
    }
}

/// Returns every row of a group, whether or not it differs.
fn rows_of(group: Group, compared: &[Compared<'_>], lanes: &[Lane]) -> Vec<InputRow> {
    let row = |field: Field, phase: Option<PhaseName>, reads: Vec<Read>| {
        let (values, stated) = reads.into_iter().unzip();
        InputRow {
            group,
            field,
            phase,
            values,
            stated,
            differs: Vec::new(),
        }
    };
    let whole = |field: Field, read: &dyn Fn(&Scenario, &Study) -> Read| {
        let reads = compared.iter().map(|c| read(c.scenario, c.study)).collect();
        vec![row(field, None, reads)]
    };
    let of_phases = |fields: &[Field]| -> Vec<InputRow> {
        let mut out = Vec::new();
        for (lane, field) in lanes.iter().flat_map(|l| fields.iter().map(move |f| (l, f))) {
            let reads: Vec<Read> = compared
                .iter()
                .zip(&lane.at)
                .map(|(c, at)| {
                    let phase = at.and_then(|at| Some((at, c.scenario.phases.get(at)?)));
                    phase.map_or((InputValue::Absent, false), |(at, phase)| {
                        of_phase(field, phase, at, c.study).unwrap_or((InputValue::Absent, false))
                    })
                })
                .collect();
            if reads.iter().any(|(v, _)| *v != InputValue::Absent) {
                out.push(row(field.clone(), Some(lane.name), reads));
            }
        }
        out
    };
    match group {
        Group::Region => whole(Field::Region, &|s, _| (InputValue::Code(s.region.to_string()), true)),
        Group::Activity => whole(Field::Activity, &|s, _| {
            let activity = InputValue::Activity(s.activity.id.clone(), s.activity.recipe.clone());
            (activity, true)
        }),
        Group::Method => {
            let mut rows = whole(Field::Method, &|s, _| (InputValue::Method(s.model.method), true));
            rows.extend(whole(Field::Delta, &|s, study| {
                let default = assumption(study, &AssumptionKind::Delta);
                match s.model.delta {
                    Some(delta) => (number(delta), true),
                    None => or_default(None, default),
                }
            }));
            rows
        }
        Group::LawYear => whole(Field::LawYear, &|s, study| match s.model.law_year {
            Some(year) => (number(f64::from(year)), true),
            None => {
                let law = study.structure.law.as_ref();
                or_default(None, law.map(|l| f64::from(l.year)))
            }
        }),
        Group::Parameters => {
            let ids: BTreeSet<&String> = compared.iter().flat_map(|c| c.scenario.parameters.keys()).collect();
            ids.into_iter()
                .flat_map(|id| {
                    whole(Field::Parameter(id.clone()), &|s, study| {
                        let default = assumption(study, &AssumptionKind::Parameter(id.clone()));
                        or_default(s.parameters.get(id), default)
                    })
                })
                .collect()
        }
        Group::Households => whole(Field::Households, &|s, _| {
            (InputValue::Households(s.model.households), true)
        }),
        Group::Phases => whole(Field::Phases, &|s, _| {
            let kinds = s.phases.iter().map(Phase::is_construction).collect();
            (InputValue::Phases(kinds), true)
        }),
        Group::Calendar => of_phases(&[Field::Years, Field::Profile]),
        Group::PriceYear => of_phases(&[Field::PriceYear]),
        Group::Investment => of_phases(&[Field::Investment, Field::WorksShare, Field::SiteWorkers]),
        Group::Jobs => of_phases(&[Field::Jobs]),
        Group::Sales => of_phases(&[Field::Sales]),
        Group::Pay => of_phases(&[Field::AnnualWage]),
        Group::Purchases => of_phases(&[Field::Purchases]),
        Group::LocalShare => of_phases(&[Field::LocalShare]),
        Group::ProvinceContent => of_phases(&[Field::ProvinceContent]),
        Group::LocalHiring => of_phases(&[Field::LocalHiring]),
        Group::PropertyTax => of_phases(&[Field::PropertyTax]),
        Group::Support => whole(Field::Support, &|s, study| match &study.finances {
            _ if s.support.is_empty() => (number(0.0), true),
            Some(f) => (number(f.planned.face()), true),
            None => (InputValue::Unstated, true),
        }),
        Group::Closure => whole(Field::Closure, &|s, _| or_default(s.early_closure.as_ref(), None)),
        Group::NetFactors => of_phases(&[Field::NetFactor]),
        Group::Notes => Vec::new(),
    }
}

/// Returns the value that a study takes for granted or that its user stated.
fn assumption(study: &Study, kind: &AssumptionKind) -> Option<f64> {
    study.assumptions.iter().find(|a| a.kind == *kind).map(|a| a.value)
}

/// Reads a field of a phase; nothing where its kind has no such field.
fn of_phase(field: &Field, phase: &Phase, at: usize, study: &Study) -> Option<Read> {
    let taken = |kind: AssumptionKind| assumption(study, &kind);
    let computed = study.phases.get(at);
    Some(match (field, &phase.kind) {
        (Field::Years, _) => (InputValue::Years(phase.start, phase.end), true),
        (Field::Profile, _) => match phase
            .growth
            .as_ref()
            .map(Growth::climb)
            .or_else(|| phase.profile.clone())
        {
            Some(shares) => (InputValue::Shares(shares), true),
            None => (InputValue::Unstated, false),
        },
        (Field::PriceYear, _) => (number(f64::from(phase.price_year)), true),
        (Field::LocalShare, _) => or_default(phase.local_share.as_ref(), taken(AssumptionKind::LocalShare(at))),
        (Field::ProvinceContent, _) => {
            let content = computed.map(|p| p.sourcing.province_share);
            or_default(phase.province_content.as_ref(), content)
        }
        (Field::Purchases, _) => (number(computed.map_or(0.0, |p| p.purchases)), true),
        (Field::NetFactor, _) => match computed.and_then(|p| p.factors) {
            Some(factors) => (number(factors.net_factor()), true),
            None => (InputValue::Unstated, false),
        },
        (Field::Investment, PhaseKind::Construction { investment, .. }) => (number(investment.value), true),
        (Field::WorksShare, PhaseKind::Construction { shares, .. }) => {
            or_default(None, taken(AssumptionKind::WorksShare(at))).or_stated(shares.is_some())
        }
        (Field::SiteWorkers, PhaseKind::Construction { site_workers, .. }) => or_default(site_workers.as_ref(), None),
        (Field::Jobs, PhaseKind::Operation { jobs, .. }) => (number(jobs.value), true),
        (Field::Sales, PhaseKind::Operation { sales, .. }) => {
            or_default(sales.as_ref(), taken(AssumptionKind::Sales(at)))
        }
        (Field::AnnualWage, PhaseKind::Operation { annual_wage, .. }) => {
            or_default(annual_wage.as_ref(), taken(AssumptionKind::AnnualWage(at)))
        }
        (Field::LocalHiring, PhaseKind::Operation { local_hiring, .. }) => {
            or_default(local_hiring.as_ref(), taken(AssumptionKind::LocalHiring(at)))
        }
        (
            Field::PropertyTax,
            PhaseKind::Operation {
                property_tax, tax_base, ..
            },
        ) => {
            let stated = property_tax.is_some() || tax_base.is_some();
            or_default(None, taken(AssumptionKind::PropertyTax(at))).or_stated(stated)
        }
        _ => return None,
    })
}

/// Says whether a value read from the study was stated.
trait OrStated {
    fn or_stated(self, stated: bool) -> Self;
}

impl OrStated for Read {
    fn or_stated(self, stated: bool) -> Self {
        (self.0, self.1 || stated)
    }
}
