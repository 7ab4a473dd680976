//! What can be changed in a document, the name of each change, and how it is made.

use super::claims::ClaimsEdit;
use super::facts::FactsEdit;
use super::labour::LabourEdit;
use super::lines::LinesEdit;
use super::phases::PhasesEdit;
use super::public::{self, PublicEdit};
use super::step_names;
use crate::data::library::Library;
use crate::ids::{IndustryCode, LineId, Local, PhaseId, RegionCode};
use crate::scenario::{
    Activity, Basis, CapitalShares, Households, Input, LineEdit, Method, OriginShares, Phase, PhaseKind, Scenario,
};
use crate::study::{AssumptionKind, Study, moved};
use crate::text::messages::{app, steps};
use crate::text::number;
use crate::text::{Lang, Msg};

/// One change to a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// The project has another name in this language; in both where it had the same in both.
    Name(Lang, String),
    /// The study region is another one.
    Region(RegionCode),
    /// The project makes something else.
    Activity(Option<String>, String),
    /// The investment of a phase, dollars.
    Investment(usize, f64),
    /// The direct jobs of a phase.
    Jobs(usize, f64),
    /// The local share of a phase's purchases; nothing goes back to the default.
    LocalShare(usize, Option<f64>),
    /// The share of a phase's purchases made in the province; nothing goes back to the default.
    ProvinceContent(usize, Option<f64>),
    /// First and last year of a phase.
    Years(usize, i32, i32),
    /// A phase of construction or of operation is added.
    AddPhase(bool),
    /// A phase is removed.
    RemovePhase(usize),
    /// The amount of a line, dollars of the phase's price year; nothing goes back to the default.
    LineAmount(usize, LineId, Option<f64>),
    /// The local share of a line; its other origins share what is left as they did. Nothing goes back to the default.
    LineLocal(usize, LineId, Option<f64>),
    /// The part of a line's price that is a trade margin; nothing or zero for none.
    LineTrade(usize, LineId, Option<f64>),
    /// The part of a line's price that is a transport margin; nothing or zero for none.
    LineTransport(usize, LineId, Option<f64>),
    /// A cap of a line's local share above the default one, which nothing brings back.
    LineCap(usize, LineId, Option<f64>),
    /// A line goes back to its default, or disappears when the user added it.
    ResetLine(usize, LineId),
    /// All lines of a phase go back to their defaults.
    ResetLines(usize),
    /// A line is added, bought from this industry.
    AddLine(usize, IndustryCode, f64),
    /// The name of a line in this language; in both where it had none or the same in both.
    LineLabel(usize, LineId, Lang, String),
    /// The industry of a line.
    LineIndustry(usize, LineId, IndustryCode),
    /// An assumption takes another value; nothing resets it.
    Assumption(AssumptionKind, Option<f64>),
    /// How the region's purchases are estimated.
    Method(Method),
    /// Whether households spend what they earn.
    Households(Households),
    /// Something about public money.
    Public(PublicEdit),
    /// Something about a phase's name, copy or spread over its years.
    Phases(PhasesEdit),
    /// Something said beside the numbers.
    Facts(FactsEdit),
    /// Something about who could hold the jobs.
    Labour(LabourEdit),
    /// Something about the claims that it holds.
    Claims(ClaimsEdit),
    /// Something about several spending lines of a phase, their order, origin or notes.
    Lines(usize, LinesEdit),
}

impl Edit {
    /// Returns a name for the control that makes this edit, the same while it moves.
    pub fn control(&self) -> String {
        match self {
            Edit::Name(..) => "name".into(),
            Edit::Region(_) => "region".into(),
            Edit::Activity(..) => "activity".into(),
            Edit::Investment(k, _) => format!("investment.{k}"),
            Edit::Jobs(k, _) => format!("jobs.{k}"),
            Edit::LocalShare(k, _) => format!("local_share.{k}"),
            Edit::ProvinceContent(k, _) => format!("province_content.{k}"),
            Edit::Years(k, ..) => format!("years.{k}"),
            Edit::AddPhase(_) => "add_phase".into(),
            Edit::RemovePhase(k) => format!("remove_phase.{k}"),
            Edit::LineAmount(k, id, _) => format!("line_amount.{k}.{id}"),
            Edit::LineLocal(k, id, _) => format!("line_local.{k}.{id}"),
            Edit::LineTrade(k, id, _) => format!("line_trade.{k}.{id}"),
            Edit::LineTransport(k, id, _) => format!("line_transport.{k}.{id}"),
            Edit::LineCap(k, id, _) => format!("line_cap.{k}.{id}"),
            Edit::ResetLine(k, id) => format!("reset_line.{k}.{id}"),
            Edit::ResetLines(k) => format!("reset_lines.{k}"),
            Edit::AddLine(k, ..) => format!("add_line.{k}"),
            Edit::LineLabel(k, id, ..) => format!("line_label.{k}.{id}"),
            Edit::LineIndustry(k, id, _) => format!("line_industry.{k}.{id}"),
            Edit::Assumption(kind, _) => format!("assumption.{kind:?}"),
            Edit::Method(_) => "method".into(),
            Edit::Households(_) => "households".into(),
            Edit::Public(edit) => edit.control(),
            Edit::Phases(edit) => edit.control(),
            Edit::Facts(edit) => edit.control(),
            Edit::Labour(edit) => edit.control(),
            Edit::Claims(edit) => edit.control(),
            Edit::Lines(k, edit) => format!("lines.{k}.{}", edit.control()),
        }
    }

    /// Returns the number that the edit carries, for a control that must show it when it is refused.
    pub fn number(&self) -> Option<f64> {
        match self {
            Edit::Investment(_, v) | Edit::Jobs(_, v) | Edit::AddLine(_, _, v) => Some(*v),
            Edit::LocalShare(_, v)
            | Edit::ProvinceContent(_, v)
            | Edit::LineAmount(_, _, v)
            | Edit::LineLocal(_, _, v)
            | Edit::LineTrade(_, _, v)
            | Edit::LineTransport(_, _, v)
            | Edit::LineCap(_, _, v)
            | Edit::Assumption(_, v) => *v,
            Edit::Public(edit) => edit.number(),
            Edit::Phases(edit) => edit.number(),
            Edit::Labour(edit) => edit.number(),
            Edit::Lines(_, edit) => edit.number(),
            _ => None,
        }
    }

    /// Returns whether the edit may lower a local share that it made unreachable, rather than be refused.
    pub fn may_lower_share(&self) -> bool {
        !matches!(self, Edit::LocalShare(..) | Edit::ProvinceContent(..))
    }

    /// Returns the name of the step in both languages, with the values before and after where they are numbers.
    pub fn step_name(&self, before: &Scenario, study: &Study, library: &Library) -> Local {
        let phase = |k: &usize| before.phases.get(*k);
        let both = |msg: Msg, values: &dyn Fn(Lang) -> (String, String)| {
            let say = |lang| {
                let (from, to) = values(lang);
                msg.fill(lang, &[("from", &from), ("to", &to)])
            };
            Local::new(say(Lang::Fr), say(Lang::En))
        };
        let plain = |msg: Msg| Local::new(msg.get(Lang::Fr), msg.get(Lang::En));
        let share = |v: Option<f64>, default: f64, lang| number::percent(v.unwrap_or(default), lang);
        match self {
            Edit::Investment(k, v) => both(steps::INVESTMENT, &|lang| {
                let from = match phase(k).map(|p| &p.kind) {
                    Some(PhaseKind::Construction { investment, .. }) => investment.value,
                    _ => 0.0,
                };
                (
                    number::dollars_in_millions(from, lang),
                    number::dollars_in_millions(*v, lang),
                )
            }),
            Edit::Jobs(k, v) => both(steps::JOBS, &|lang| {
                let from = match phase(k).map(|p| &p.kind) {
                    Some(PhaseKind::Operation { jobs, .. }) => jobs.value,
                    _ => 0.0,
                };
                let jobs = |v: f64| number::exact(v, (0, 3), lang);
                (jobs(from), jobs(*v))
            }),
            Edit::LocalShare(k, v) => both(steps::LOCAL_SHARE, &|lang| {
                let default = study.phases.get(*k).map_or(0.0, |p| p.sourcing.default_share);
                let from = phase(k).and_then(|p| p.local_share.as_ref()).map(|i| i.value);
                (share(from, default, lang), share(*v, default, lang))
            }),
            Edit::Region(code) => both(steps::REGION, &|lang| {
                let name = |c: &RegionCode| {
                    library
                        .territory(c.as_str())
                        .map_or_else(String::new, |t| t.label.get(lang).to_owned())
                };
                (name(&before.region), name(code))
            }),
            Edit::Name(..) => plain(steps::NAME),
            Edit::Activity(..) => plain(steps::ACTIVITY),
            Edit::ProvinceContent(..) => plain(steps::PROVINCE_CONTENT),
            Edit::Years(..) => plain(steps::YEARS),
            Edit::AddPhase(_) => plain(steps::ADD_PHASE),
            Edit::RemovePhase(_) => plain(steps::REMOVE_PHASE),
            Edit::ResetLines(_) => plain(steps::RESET_LINES),
            Edit::AddLine(..) => plain(steps::ADD_LINE),
            Edit::LineLabel(..) => plain(steps::LINE_LABEL),
            Edit::LineAmount(..)
            | Edit::LineLocal(..)
            | Edit::LineTrade(..)
            | Edit::LineTransport(..)
            | Edit::LineCap(..)
            | Edit::LineIndustry(..)
            | Edit::ResetLine(..)
            | Edit::Assumption(..) => step_names::of(self, study, library).unwrap_or_else(|| plain(steps::OTHER)),
            Edit::Method(_) => plain(steps::METHOD),
            Edit::Households(_) => plain(steps::HOUSEHOLDS),
            Edit::Public(edit) => plain(edit.step()),
            Edit::Phases(edit) => plain(edit.step()),
            Edit::Facts(edit) => plain(edit.step()),
            Edit::Labour(edit) => plain(edit.step()),
            Edit::Claims(edit) => plain(edit.step()),
            Edit::Lines(_, edit) => edit.step_name(),
        }
    }

    /// Makes the change in a copy of the document. Positions and lines that do not exist change nothing.
    pub fn apply(&self, scenario: &Scenario, study: &Study) -> Scenario {
        let mut s = scenario.clone();
        match self {
            Edit::Name(lang, name) => rename(&mut s.name, *lang, name),
            Edit::Region(code) => s.region = code.clone(),
            Edit::Activity(id, recipe) => {
                s.activity = Activity {
                    id: id.clone(),
                    recipe: recipe.clone(),
                }
            }
            Edit::Investment(k, v) => {
                if let Some(PhaseKind::Construction { investment, .. }) = s.phases.get_mut(*k).map(|p| &mut p.kind) {
                    set(investment, *v);
                }
            }
            Edit::Jobs(k, v) => {
                if let Some(PhaseKind::Operation { jobs, .. }) = s.phases.get_mut(*k).map(|p| &mut p.kind) {
                    set(jobs, *v);
                }
            }
            Edit::LocalShare(k, v) => {
                if let Some(p) = s.phases.get_mut(*k) {
                    restate(&mut p.local_share, *v);
                }
            }
            Edit::ProvinceContent(k, v) => {
                if let Some(p) = s.phases.get_mut(*k) {
                    restate(&mut p.province_content, *v);
                }
            }
            Edit::Years(k, start, end) => {
                if let Some(p) = s.phases.get_mut(*k) {
                    (p.start, p.end) = (*start, *end);
                    let years = usize::try_from(i64::from(*end) - i64::from(*start) + 1).unwrap_or(0);
                    // A profile of another length would be refused; an even one is what the user would type again.
                    if p.is_construction() && p.profile.as_ref().is_some_and(|v| v.len() != years) {
                        p.profile = None;
                    }
                    if let Some(profile) = &mut p.profile {
                        profile.truncate(years);
                    }
                    // A programme ends within its phase.
                    if let Some(growth) = p.growth.as_mut().filter(|g| g.years.value > years as f64) {
                        growth.years = Input::user(years.max(1) as f64);
                    }
                }
            }
            Edit::AddPhase(construction) => s.phases.push(new_phase(&s, *construction)),
            Edit::RemovePhase(k) => {
                if *k < s.phases.len() && s.phases.len() > 1 {
                    s.phases.remove(*k);
                }
            }
            Edit::LineAmount(k, id, v) => with_line(&mut s, *k, id, |line| restate(&mut line.amount, *v)),
            Edit::LineLocal(k, id, v) => {
                let now = study.phases.get(*k).and_then(|p| p.lines.iter().find(|l| l.id == *id));
                with_line(&mut s, *k, id, |line| {
                    line.origin = v
                        .zip(now)
                        .map(|(local, l)| by_hand(moved(l.origin.shares(), local, study.whole_province)));
                });
            }
            Edit::LineTrade(k, id, v) => with_line(&mut s, *k, id, |line| line.trade_margin = v.filter(|v| *v != 0.0)),
            Edit::LineTransport(k, id, v) => {
                with_line(&mut s, *k, id, |line| line.transport_margin = v.filter(|v| *v != 0.0));
            }
            Edit::LineCap(k, id, v) => with_line(&mut s, *k, id, |line| line.cap = *v),
            Edit::ResetLine(k, id) => {
                if let Some(p) = s.phases.get_mut(*k) {
                    p.lines.retain(|l| l.id != *id);
                }
            }
            Edit::ResetLines(k) => {
                if let Some(p) = s.phases.get_mut(*k) {
                    p.lines.clear();
                    p.line_order.clear();
                    p.own_budget = false;
                }
            }
            Edit::AddLine(k, industry, amount) => {
                if let Some(p) = s.phases.get_mut(*k) {
                    let id = (1..)
                        .map(|n| format!("u{n}"))
                        .find(|id| p.line(id).is_none())
                        .unwrap_or_default();
                    p.lines.push(LineEdit {
                        id: LineId::new(id),
                        industry: Some(industry.clone()),
                        amount: Some(Input::user(*amount)),
                        ..LineEdit::default()
                    });
                }
            }
            Edit::LineLabel(k, id, lang, label) => with_line(&mut s, *k, id, |line| {
                let mut name = line.label.take().unwrap_or_default();
                rename(&mut name, *lang, label);
                line.label = (!label.trim().is_empty()).then_some(name);
            }),
            Edit::LineIndustry(k, id, code) => with_line(&mut s, *k, id, |line| line.industry = Some(code.clone())),
            Edit::Assumption(kind, v) => assume(&mut s, kind, *v),
            Edit::Method(method) => s.model.method = *method,
            Edit::Households(households) => s.model.households = *households,
            Edit::Public(edit) => edit.apply(&mut s),
            Edit::Phases(edit) => edit.apply(&mut s),
            Edit::Facts(edit) => edit.apply(&mut s),
            Edit::Labour(edit) => edit.apply(&mut s),
            Edit::Claims(edit) => edit.apply(&mut s),
            Edit::Lines(k, edit) => edit.apply(&mut s, *k, study),
        }
        public::keep_closure_inside(&mut s);
        s
    }
}

/// Gives a name in one language, or in both where the other one says the same or is the one of a project just opened.
fn rename(name: &mut Local, lang: Lang, text: &str) {
    if name.fr == name.en || is_new_name(name) {
        *name = Local::same(text);
        return;
    }
    match lang {
        Lang::Fr => name.fr = text.to_owned(),
        Lang::En => name.en = text.to_owned(),
    }
}

/// Returns whether a name is the one of a project that stands in for want of another.
pub(super) fn is_new_name(name: &Local) -> bool {
    *name == both(app::NEW_PROJECT)
}

/// Returns a round number to begin with, which says that it is to be replaced.
pub fn example(value: f64) -> Input {
    Input {
        value,
        basis: Basis::Assumption,
        source: None,
        note: Some(both(app::EXAMPLE_VALUE)),
    }
}

/// Returns a message in both languages.
fn both(msg: Msg) -> Local {
    Local::new(msg.fr, msg.en)
}

/// Sets a stated input; a value that changes no longer rests on its source.
fn set(input: &mut Input, value: f64) {
    if input.value != value {
        *input = Input::user(value);
    }
}

/// Sets an input that may not be stated, in the same way.
fn restate(input: &mut Option<Input>, value: Option<f64>) {
    match (input.as_mut(), value) {
        (Some(stated), Some(value)) => set(stated, value),
        (_, value) => *input = value.map(Input::user),
    }
}

fn with_line(s: &mut Scenario, phase: usize, id: &LineId, change: impl FnOnce(&mut LineEdit)) {
    let Some(p) = s.phases.get_mut(phase) else { return };
    if let Some(line) = p.line_mut(id.as_str()) {
        change(line);
    }
    // An edit that changes nothing is no edit: the line is a default one again.
    p.lines.retain(|l| {
        *l != LineEdit {
            id: l.id.clone(),
            ..LineEdit::default()
        }
    });
}

/// Returns shares set by hand, in their fixed order.
pub(super) fn by_hand([study, rest, other, abroad]: [f64; 4]) -> OriginShares {
    OriginShares {
        study,
        rest,
        other,
        abroad,
    }
}

/// Gives an assumption a value of the user's, or takes it back.
pub(super) fn assume(s: &mut Scenario, kind: &AssumptionKind, value: Option<f64>) {
    match kind {
        AssumptionKind::Parameter(id) => match value {
            Some(value) => set(
                s.parameters.entry(id.clone()).or_insert_with(|| Input::user(value)),
                value,
            ),
            None => {
                s.parameters.remove(id);
            }
        },
        AssumptionKind::Delta => s.model.delta = value,
        AssumptionKind::LocalShare(k) => {
            if let Some(p) = s.phases.get_mut(*k) {
                restate(&mut p.local_share, value);
            }
        }
        AssumptionKind::WorksShare(k) => {
            if let Some(PhaseKind::Construction {
                shares, site_workers, ..
            }) = s.phases.get_mut(*k).map(|p| &mut p.kind)
            {
                let kept = shares.unwrap_or_default();
                let room = 1.0 - kept.land - kept.intellectual_property;
                *site_workers = None;
                *shares = value.map(|works| {
                    let works = works.min(room);
                    CapitalShares {
                        works,
                        equipment: room - works,
                        ..kept
                    }
                });
            }
        }
        AssumptionKind::AnnualWage(k)
        | AssumptionKind::Sales(k)
        | AssumptionKind::LocalHiring(k)
        | AssumptionKind::PropertyTax(k) => {
            if let Some(PhaseKind::Operation {
                annual_wage,
                sales,
                property_tax,
                tax_base,
                local_hiring,
                ..
            }) = s.phases.get_mut(*k).map(|p| &mut p.kind)
            {
                match kind {
                    AssumptionKind::AnnualWage(_) => restate(annual_wage, value),
                    AssumptionKind::Sales(_) => restate(sales, value),
                    AssumptionKind::LocalHiring(_) => restate(local_hiring, value),
                    // A tax stated in dollars takes the place of the base it was computed from.
                    _ => {
                        *tax_base = None;
                        restate(property_tax, value);
                    }
                }
            }
        }
        AssumptionKind::Recipe | AssumptionKind::PriceFactor(_) => {}
    }
}

/// Makes a phase that follows the others: two years of construction, or twenty of operation.
fn new_phase(s: &Scenario, construction: bool) -> Phase {
    let last = s.phases.iter().map(|p| p.end).max().unwrap_or(2025);
    let price_year = s.phases.last().map_or(2021, |p| p.price_year);
    let stem = if construction { "construction" } else { "operation" };
    let free = |id: &String| s.phases.iter().all(|p| p.id.as_str() != id);
    let id = std::iter::once(stem.to_owned())
        .chain((2..).map(|n| format!("{stem}-{n}")))
        .find(free)
        .unwrap_or_default();
    let kind = if construction {
        PhaseKind::Construction {
            investment: example(10e6),
            shares: None,
            site_workers: None,
        }
    } else {
        PhaseKind::Operation {
            jobs: example(10.0),
            annual_wage: None,
            sales: None,
            property_tax: None,
            tax_base: None,
            local_hiring: None,
        }
    };
    Phase {
        id: PhaseId::new(id),
        label: None,
        start: last + 1,
        end: last + if construction { 2 } else { 20 },
        price_year,
        profile: None,
        growth: None,
        local_share: None,
        province_content: None,
        own_budget: false,
        lines: Vec::new(),
        line_order: Vec::new(),
        additionality: None,
        kind,
    }
}
