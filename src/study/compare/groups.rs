//! The inputs of a scenario in groups that a planner would change one at a time: what differs, and one scenario with a group of another.

use std::collections::BTreeMap;

use crate::ids::Local;
use crate::scenario::{
    Additionality, Growth, Input, LineEdit, Phase, PhaseKind, Scenario, Support, SupportKind, TaxBase,
};

/// A group of inputs. Every field of a scenario belongs to exactly one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// The study region.
    Region,
    /// What the project makes: activity and recipe of purchases.
    Activity,
    /// How the region's purchases are estimated, with δ.
    Method,
    /// The year of the tax rules.
    LawYear,
    /// Parameters changed by the user.
    Parameters,
    /// Whether households spend what they earn.
    Households,
    /// Phases added, removed or in another order.
    Phases,
    /// Years of the phases and how they fill.
    Calendar,
    /// The year of an early closure; next to the calendar, without which it may mean nothing.
    Closure,
    /// The years of the phases' dollars.
    PriceYear,
    /// Investment, its division and its workforce on the site.
    Investment,
    /// Direct jobs of operation.
    Jobs,
    /// Annual sales.
    Sales,
    /// Mean annual wage.
    Pay,
    /// Spending lines: own budget, changed and added lines.
    Purchases,
    /// The share of purchases made in the study region.
    LocalShare,
    /// The share of purchases made in the province.
    ProvinceContent,
    /// The part of the jobs that residents hold.
    LocalHiring,
    /// Property tax, or what it is computed from.
    PropertyTax,
    /// Public support.
    Support,
    /// How much of each phase is new.
    NetFactors,
    /// Names, sources, remarks, facts, claims, labour supply: what enters no figure compared.
    Notes,
}

impl Group {
    /// The groups in the fixed order in which a decomposition changes them: place and method first, then the project, from its shape to its money and
    /// to what is public. `Notes` comes last and changes no figure.
    pub const ALL: [Group; 22] = [
        Group::Region,
        Group::Activity,
        Group::Method,
        Group::LawYear,
        Group::Parameters,
        Group::Households,
        Group::Phases,
        Group::Calendar,
        Group::Closure,
        Group::PriceYear,
        Group::Investment,
        Group::Jobs,
        Group::Sales,
        Group::Pay,
        Group::Purchases,
        Group::LocalShare,
        Group::ProvinceContent,
        Group::LocalHiring,
        Group::PropertyTax,
        Group::Support,
        Group::NetFactors,
        Group::Notes,
    ];

    /// Returns the name used in files.
    pub fn id(self) -> &'static str {
        match self {
            Group::Region => "region",
            Group::Activity => "activity",
            Group::Method => "method",
            Group::LawYear => "law_year",
            Group::Parameters => "parameters",
            Group::Households => "households",
            Group::Phases => "phases",
            Group::Calendar => "calendar",
            Group::PriceYear => "price_year",
            Group::Investment => "investment",
            Group::Jobs => "direct_jobs",
            Group::Sales => "sales",
            Group::Pay => "pay",
            Group::Purchases => "purchases",
            Group::LocalShare => "local_share",
            Group::ProvinceContent => "province_content",
            Group::LocalHiring => "local_hiring",
            Group::PropertyTax => "property_tax",
            Group::Support => "support",
            Group::Closure => "early_closure",
            Group::NetFactors => "net_factors",
            Group::Notes => "notes",
        }
    }

    /// Returns `into` with this group as `from` has it; the rest stays.
    ///
    /// Two inputs of the same value are the same, whatever they rest on: where only their source or remark differs, that belongs to `Notes`.
    /// Phases that one of both lacks stay as they are, but for the group `Phases`.
    pub fn taken(self, into: &Scenario, from: &Scenario) -> Scenario {
        let mut out = into.clone();
        match self {
            Group::Region => out.region = from.region.clone(),
            Group::Activity => out.activity = from.activity.clone(),
            Group::Method => {
                out.model.method = from.model.method;
                out.model.delta = from.model.delta;
            }
            Group::LawYear => out.model.law_year = from.model.law_year,
            Group::Parameters => {
                if parameter_values(&into.parameters) != parameter_values(&from.parameters) {
                    out.parameters = from.parameters.clone();
                }
            }
            Group::Households => out.model.households = from.model.households,
            Group::Phases => take_phases(&mut out, from),
            Group::Support => {
                let [own, other] = [into, from].map(|s| s.support.iter().map(support_substance).collect::<Vec<_>>());
                if own != other {
                    out.support = from.support.clone();
                }
            }
            Group::Closure => take_input(&mut out.early_closure, &from.early_closure),
            Group::Notes => take_notes(&mut out, from),
            _ => {
                let pairs = matched_phases(into, from);
                for (other, own) in from.phases.iter().zip(pairs) {
                    if let Some(phase) = own.and_then(|k| out.phases.get_mut(k)) {
                        self.take_of_phase(phase, other);
                    }
                }
            }
        }
        out
    }

    /// Returns whether two scenarios differ in this group.
    pub fn differs(self, a: &Scenario, b: &Scenario) -> bool {
        if self == Group::Notes {
            let alike = Group::ALL.iter().filter(|g| **g != Group::Notes);
            return alike.fold(a.clone(), |s, g| g.taken(&s, b)) != *b;
        }
        self.taken(a, b) != *a
    }

    fn take_of_phase(self, into: &mut Phase, from: &Phase) {
        match self {
            Group::Calendar => {
                into.start = from.start;
                into.end = from.end;
                into.profile = from.profile.clone();
                let [own, other] = [&*into, from].map(|p| p.growth.as_ref().map(growth_substance));
                if own != other {
                    into.growth = from.growth.clone();
                }
            }
            Group::PriceYear => into.price_year = from.price_year,
            Group::LocalShare => take_input(&mut into.local_share, &from.local_share),
            Group::ProvinceContent => take_input(&mut into.province_content, &from.province_content),
            Group::Purchases => {
                let [own, other] = [&*into, from].map(|p| p.lines.iter().map(line_substance).collect::<Vec<_>>());
                into.own_budget = from.own_budget;
                if own != other {
                    into.lines = from.lines.clone();
                }
            }
            Group::NetFactors => {
                let [own, other] = [&*into, from].map(|p| p.additionality.as_ref().map(net_substance));
                if own != other {
                    into.additionality = from.additionality.clone();
                }
            }
            _ => self.take_of_kind(&mut into.kind, &from.kind),
        }
    }

    fn take_of_kind(self, into: &mut PhaseKind, from: &PhaseKind) {
        match (into, from) {
            (
                PhaseKind::Construction {
                    investment,
                    shares,
                    site_workers,
                },
                PhaseKind::Construction {
                    investment: other_investment,
                    shares: other_shares,
                    site_workers: other_workers,
                },
            ) if self == Group::Investment => {
                take_value(investment, other_investment);
                *shares = *other_shares;
                take_input(site_workers, other_workers);
            }
            (
                PhaseKind::Operation {
                    jobs,
                    annual_wage,
                    sales,
                    property_tax,
                    tax_base,
                    local_hiring,
                },
                PhaseKind::Operation {
                    jobs: other_jobs,
                    annual_wage: other_wage,
                    sales: other_sales,
                    property_tax: other_tax,
                    tax_base: other_base,
                    local_hiring: other_hiring,
                },
            ) => match self {
                Group::Jobs => take_value(jobs, other_jobs),
                Group::Pay => take_input(annual_wage, other_wage),
                Group::Sales => take_input(sales, other_sales),
                Group::LocalHiring => take_input(local_hiring, other_hiring),
                Group::PropertyTax => {
                    take_input(property_tax, other_tax);
                    if tax_base.as_ref().map(base_substance) != other_base.as_ref().map(base_substance) {
                        tax_base.clone_from(other_base);
                    }
                }
                _ => {}
            },
            _ => {}
        }
    }
}

/// Returns a scenario without its longest texts, which no group but `Notes` reads: it is copied many times.
pub(super) fn without_texts(scenario: &Scenario) -> Scenario {
    Scenario {
        version: scenario.version,
        name: Local::default(),
        description: Local::default(),
        economy: scenario.economy.clone(),
        region: scenario.region.clone(),
        activity: scenario.activity.clone(),
        model: scenario.model.clone(),
        parameters: scenario.parameters.clone(),
        phases: scenario.phases.clone(),
        support: scenario.support.clone(),
        early_closure: scenario.early_closure.clone(),
        labour: Default::default(),
        facts: Vec::new(),
        benefits: Vec::new(),
        claims: Vec::new(),
    }
}

/// Returns, for each phase of `b`, which phase of `a` it stands for: the one of the same id and kind, else the next one of its kind that is left.
pub fn matched_phases(a: &Scenario, b: &Scenario) -> Vec<Option<usize>> {
    let mut left: Vec<Option<&Phase>> = a.phases.iter().map(Some).collect();
    let mut find = |wanted: &dyn Fn(&Phase) -> bool| {
        let at = left.iter().position(|p| p.is_some_and(wanted))?;
        left[at] = None;
        Some(at)
    };
    let mut out: Vec<Option<usize>> = b
        .phases
        .iter()
        .map(|p| find(&|q| q.id == p.id && q.is_construction() == p.is_construction()))
        .collect();
    for (p, own) in b.phases.iter().zip(&mut out) {
        if own.is_none() {
            *own = find(&|q| q.is_construction() == p.is_construction());
        }
    }
    out
}

/// Gives a scenario the phases of another, in its order: those it has keep what they hold, the others come whole.
fn take_phases(into: &mut Scenario, from: &Scenario) {
    let pairs = matched_phases(into, from);
    let same_order = pairs.iter().enumerate().all(|(k, own)| *own == Some(k));
    if same_order && into.phases.len() == from.phases.len() {
        return;
    }
    into.phases = from
        .phases
        .iter()
        .zip(pairs)
        .map(|(other, own)| match own.and_then(|k| into.phases.get(k)) {
            // Ids of one scenario never meet in another: the list takes those of the other whole.
            Some(own) => Phase {
                id: other.id.clone(),
                ..own.clone()
            },
            None => other.clone(),
        })
        .collect();
}

/// Gives a scenario what enters no calculation, and with it the source and remark of each input of the same value.
fn take_notes(into: &mut Scenario, from: &Scenario) {
    let own = into.clone();
    *into = from.clone();
    let others = Group::ALL
        .iter()
        .filter(|g| **g != Group::Notes && g.differs(&own, from));
    for group in others {
        *into = group.taken(into, &own);
    }
}

fn take_value(into: &mut Input, from: &Input) {
    if into.value != from.value {
        *into = from.clone();
    }
}

fn take_input(into: &mut Option<Input>, from: &Option<Input>) {
    if into.as_ref().map(|i| i.value) != from.as_ref().map(|i| i.value) {
        into.clone_from(from);
    }
}

fn bare(input: &Input) -> Input {
    Input::user(input.value)
}

fn parameter_values(parameters: &BTreeMap<String, Input>) -> BTreeMap<&str, f64> {
    parameters.iter().map(|(id, i)| (id.as_str(), i.value)).collect()
}

/// Returns a line without what enters no calculation.
fn line_substance(line: &LineEdit) -> LineEdit {
    LineEdit {
        label: None,
        note: None,
        suppliers: None,
        amount: line.amount.as_ref().map(bare),
        ..line.clone()
    }
}

/// Returns a support without what enters no calculation.
fn support_substance(support: &Support) -> Support {
    let bare_option = |input: &Option<Input>| input.as_ref().map(bare);
    Support {
        label: None,
        kind: match &support.kind {
            SupportKind::Grant { amount } => SupportKind::Grant { amount: bare(amount) },
            SupportKind::Loan {
                amount,
                rate,
                term,
                moratorium,
            } => SupportKind::Loan {
                amount: bare(amount),
                rate: bare_option(rate),
                term: bare_option(term),
                moratorium: bare_option(moratorium),
            },
            SupportKind::Equity { amount, loss_share } => SupportKind::Equity {
                amount: bare(amount),
                loss_share: bare_option(loss_share),
            },
            SupportKind::Credit { rate, spending } => SupportKind::Credit {
                rate: bare(rate),
                spending: bare_option(spending),
            },
            SupportKind::Holiday { rate, spending, years } => SupportKind::Holiday {
                rate: bare(rate),
                spending: bare_option(spending),
                years: bare_option(years),
            },
        },
        ..support.clone()
    }
}

/// Returns a programme of growth without what enters no calculation: the base is context.
fn growth_substance(growth: &Growth) -> f64 {
    growth.years.value
}

fn net_substance(net: &Additionality) -> Additionality {
    let bare_option = |input: &Option<Input>| input.as_ref().map(bare);
    Additionality {
        preset: net.preset.clone(),
        deadweight: bare_option(&net.deadweight),
        displacement: bare_option(&net.displacement),
        substitution: bare_option(&net.substitution),
        reference: bare_option(&net.reference),
    }
}

fn base_substance(base: &TaxBase) -> TaxBase {
    TaxBase {
        assessed_value: bare(&base.assessed_value),
        rate: bare(&base.rate),
        equalization_loss: base.equalization_loss.as_ref().map(bare),
    }
}
