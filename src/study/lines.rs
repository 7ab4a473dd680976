//! Spending lines: the defaults that a recipe or an investment gives, with the user's changes laid over them.

use super::check::price_factor;
use super::structure::Prepared;
use crate::data::files::ActivityKind;
use crate::data::library::Library;
use crate::engine::demand::{Product, SpendingLine};
use crate::engine::fiscal::rates::ProjectRates;
use crate::engine::impact::ProjectAccount;
use crate::engine::origins::{Origin, Sourcing};
use crate::ids::{LineId, Local};
use crate::problem::{Problem, What};
use crate::scenario::{CapitalShares, LineEdit, Phase, PhaseKind, Scenario};

/// What a line is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// Construction works.
    Works,
    /// Machinery and equipment.
    Equipment,
    /// Engineering, software, research.
    IntellectualProperty,
    /// Purchases of production.
    Purchase,
    /// Imports with no domestic counterpart.
    NonComparableImport,
    /// Scrap and second-hand goods.
    Scrap,
    /// A line that the user added.
    Added,
}

/// A spending line with its origin.
#[derive(Clone, Debug, PartialEq)]
pub struct LineStudy {
    /// Its id.
    pub id: LineId,
    /// Its name, when the user gave one.
    pub label: Option<Local>,
    /// What it is about.
    pub kind: LineKind,
    /// The industry that supplies it, if any.
    pub industry: Option<usize>,
    /// Purchaser price, dollars of the data year.
    pub amount: f64,
    /// The same without the user's change.
    pub default_amount: Option<f64>,
    /// Its origin.
    pub origin: Origin,
    /// Whether the origin was set by hand.
    pub fixed: bool,
    /// Whether the user changed anything.
    pub edited: bool,
    /// The local share by default.
    pub default_local: f64,
    /// The largest local share.
    pub cap: f64,
    /// Local purchases ÷ the industry's output in the region, in the peak year; nothing where the line has no industry.
    pub capacity_share: Option<f64>,
    /// What the user noted about it: a source, a remark.
    pub note: Option<Local>,
    /// How many firms of the study region could supply it, where the user says it; no figure depends on it.
    pub suppliers: Option<u32>,
    /// What it puts into the economy.
    pub(super) spending: SpendingLine,
}

impl LineStudy {
    /// Returns whether a part of the line is bought in the study region although the user says that no firm there supplies it.
    pub fn bought_from_nobody(&self) -> bool {
        self.suppliers == Some(0) && self.amount > 0.0 && self.origin.study > 5e-4
    }
}

/// A line before its origin is known.
pub(super) struct DraftLine {
    id: LineId,
    label: Option<Local>,
    kind: LineKind,
    industry: Option<usize>,
    default_amount: Option<f64>,
    edited: bool,
    note: Option<Local>,
    suppliers: Option<u32>,
    /// Whether its amount is stated rather than a default.
    pub(super) own_amount: bool,
    pub(super) spending: SpendingLine,
}

/// A phase before its origins are known.
pub(super) struct Draft {
    pub(super) lines: Vec<DraftLine>,
    pub(super) industry: usize,
    /// Dollars of the data year in one dollar of the phase's price year.
    pub(super) price_factor: f64,
    /// The default works of an investment, dollars of the data year.
    pub(super) works: f64,
    /// What the recipe would buy at the same sales, or the investment as it is by default, dollars of the data year.
    pub(super) recipe_purchases: f64,
    pub(super) project: Option<DraftProject>,
}

/// The project's own account, before its purchases are known, with what it pays to governments.
pub(super) struct DraftProject {
    pub(super) account: ProjectAccount,
    /// Its levies at its own wage; nothing where the data hold no law, or without pay.
    pub(super) taxed: Option<ProjectRates>,
    /// Dollars of the data year.
    pub(super) property_tax: f64,
}

impl DraftLine {
    /// Completes a line with what the sourcing found.
    pub(super) fn finish(
        &self,
        prepared: &Prepared,
        sourcing: &Sourcing,
        k: usize,
        product_tax: f64,
        peak: f64,
    ) -> LineStudy {
        let origin = sourcing.origins.get(k).copied().unwrap_or_default();
        let local = self.spending.amount * (1.0 - product_tax) * origin.study * peak;
        let capacity_share = match self.spending.product {
            Product::Of(i) => {
                let output = prepared
                    .structure
                    .region
                    .account()
                    .gross_output()
                    .get(i)
                    .copied()
                    .unwrap_or(0.0);
                (output > 0.0).then(|| local / output)
            }
            _ => None,
        };
        LineStudy {
            id: self.id.clone(),
            label: self.label.clone(),
            kind: self.kind,
            industry: self.industry,
            amount: self.spending.amount,
            default_amount: self.default_amount,
            origin,
            fixed: self.spending.origin.is_some(),
            edited: self.edited,
            default_local: sourcing.defaults.get(k).copied().unwrap_or(0.0),
            cap: sourcing.caps.get(k).copied().unwrap_or(0.0),
            capacity_share,
            note: self.note.clone(),
            suppliers: self.suppliers,
            spending: self.spending,
        }
    }
}

/// Returns the factor to dollars of the data year, for a field of a phase and the year of its dollars.
type PriceFactor<'a> = dyn Fn(&str, i32) -> Result<f64, Vec<Problem>> + 'a;

/// A default line: id, kind, product, amount in dollars of the data year.
type Default = (String, LineKind, Product, f64);

/// Builds the lines of a phase, and the project's own account for operation.
pub(super) fn draft(
    scenario: &Scenario,
    library: &Library,
    prepared: &Prepared,
    place: &str,
    phase: &Phase,
) -> Result<Draft, Vec<Problem>> {
    let factor = |field: &str, year: i32| -> Result<f64, Vec<Problem>> {
        price_factor(library, year).ok_or_else(|| {
            vec![Problem::new(
                format!("{place}.{field}"),
                What::NoPriceIndex {
                    year,
                    first: year,
                    last: year,
                },
            )]
        })
    };
    let to_data_year = factor("price_year", phase.price_year)?;
    let recipe = library.recipe(&scenario.activity.recipe).ok_or_else(Vec::new)?;
    let industry = library.economy.industry(&recipe.industry).ok_or_else(Vec::new)?;
    let (defaults, project): (Vec<Default>, _) = match &phase.kind {
        PhaseKind::Construction {
            investment,
            shares,
            site_workers,
        } => {
            let total = investment.value * to_data_year;
            let years = phase.years().count() as f64;
            let shares = match site_workers {
                None => shares.unwrap_or_else(|| default_shares(library, &recipe.industry)),
                Some(workers) => {
                    let base = shares.unwrap_or_else(|| default_shares(library, &recipe.industry));
                    works_from_workers(prepared, library, place, total, base, workers.value * years)?
                }
            };
            (construction_lines(scenario, library, total, &shares), None)
        }
        PhaseKind::Operation {
            jobs,
            annual_wage,
            sales,
            property_tax,
            tax_base,
            local_hiring,
        } => {
            let values = &prepared.values;
            let wage = annual_wage
                .as_ref()
                .map_or_else(|| default_wage(library, &recipe.industry).0, |w| w.value * to_data_year);
            let wages = jobs.value * wage;
            let compensation = wages * (1.0 + values.contributions_ratio);
            let output = sales
                .as_ref()
                .map_or(compensation / recipe.compensation, |s| s.value * to_data_year);
            let stated = property_tax.as_ref().map_or(0.0, |t| t.value);
            let property = tax_base.as_ref().map_or(stated, |b| b.yearly_tax()) * to_data_year;
            let law = prepared.structure.law.as_ref();
            let taxed = law.and_then(|law| law.project(industry, jobs.value, wages, values));
            let levies = match &taxed {
                Some(rates) if !values.own_payroll_levies => rates.rates().payroll_levies(),
                _ => values.payroll_levies,
            };
            let tax_rate = match &taxed {
                Some(rates) if !values.own_household_tax => rates.rates().personal(),
                _ => values.household_tax,
            };
            let project = ProjectAccount {
                industry,
                output,
                jobs: jobs.value,
                wages,
                compensation,
                purchases: 0.0,
                production_taxes: property + levies * wages,
                surplus: 0.0,
                hiring_share: local_hiring.as_ref().map_or(values.local_hiring, |h| h.value),
                tax_rate,
            };
            let project = DraftProject {
                account: project,
                taxed,
                property_tax: property,
            };
            let mut lines: Vec<Default> = library
                .in_economy_order(&recipe.inputs)
                .into_iter()
                .enumerate()
                .map(|(i, share)| {
                    (
                        library.economy.industries[i].code.clone(),
                        LineKind::Purchase,
                        Product::Of(i),
                        share * output,
                    )
                })
                .collect();
            lines.push((
                "imports".into(),
                LineKind::NonComparableImport,
                Product::NonComparableImport,
                recipe.import_noncomparable * output,
            ));
            lines.push((
                "scrap".into(),
                LineKind::Scrap,
                Product::Scrap(industry),
                recipe.scrap_used * output,
            ));
            (lines, Some(project))
        }
    };
    let works = defaults.iter().find(|(_, kind, ..)| *kind == LineKind::Works);
    let works = works.map_or(0.0, |(.., amount)| *amount);
    let recipe_purchases = defaults.iter().map(|(.., amount)| amount).sum();
    let lines = merge(library, place, phase, defaults, &factor)?;
    Ok(Draft {
        lines,
        recipe_purchases,
        industry,
        price_factor: to_data_year,
        works,
        project,
    })
}

/// Lays the user's changes over the default lines and adds the user's own.
fn merge(
    library: &Library,
    place: &str,
    phase: &Phase,
    defaults: Vec<Default>,
    factor: &PriceFactor<'_>,
) -> Result<Vec<DraftLine>, Vec<Problem>> {
    let mut out = Vec::new();
    let mut problems = Vec::new();
    let amount_of = |k: usize, edit: &LineEdit| -> Result<Option<f64>, Vec<Problem>> {
        let Some(amount) = &edit.amount else { return Ok(None) };
        let year = edit.price_year.unwrap_or(phase.price_year);
        Ok(Some(amount.value * factor(&format!("lines[{k}].price_year"), year)?))
    };
    let edit_at = |id: &str| phase.lines.iter().enumerate().find(|(_, l)| l.id.as_str() == id);
    for (id, kind, product, default) in &defaults {
        let edit = edit_at(id);
        if (phase.own_budget && edit.is_none()) || (*default == 0.0 && edit.is_none()) {
            continue;
        }
        let mut line = DraftLine {
            id: LineId::new(id),
            label: None,
            kind: *kind,
            industry: match product {
                Product::Of(i) => Some(*i),
                _ => None,
            },
            default_amount: Some(*default),
            edited: edit.is_some(),
            note: None,
            suppliers: None,
            own_amount: false,
            spending: plain(*product, *default),
        };
        if let Some((k, e)) = edit {
            apply(library, &mut line, e, amount_of(k, e)?);
        }
        out.push(line);
    }
    for (k, e) in phase.lines.iter().enumerate() {
        if defaults.iter().any(|(id, ..)| id == e.id.as_str()) {
            continue;
        }
        let industry = e.industry.as_ref().and_then(|c| library.economy.industry(c.as_str()));
        let (Some(i), Some(amount)) = (industry, amount_of(k, e)?) else {
            problems.push(Problem::new(
                format!("{place}.lines[{k}]"),
                What::IncompleteLine { id: e.id.to_string() },
            ));
            continue;
        };
        let mut line = DraftLine {
            id: e.id.clone(),
            label: None,
            kind: LineKind::Added,
            industry: Some(i),
            default_amount: None,
            edited: true,
            note: None,
            suppliers: None,
            own_amount: true,
            spending: plain(Product::Of(i), amount),
        };
        apply(library, &mut line, e, Some(amount));
        out.push(line);
    }
    if problems.is_empty() { Ok(out) } else { Err(problems) }
}

fn plain(product: Product, amount: f64) -> SpendingLine {
    SpendingLine {
        product,
        amount,
        trade_margin: 0.0,
        transport_margin: 0.0,
        origin: None,
        raised_cap: None,
    }
}

fn apply(library: &Library, line: &mut DraftLine, edit: &LineEdit, amount: Option<f64>) {
    line.label = edit.label.clone();
    line.note = edit.note.clone();
    // Validated as a whole number that is not negative.
    line.suppliers = edit.suppliers.map(|s| s as u32);
    if let Some(amount) = amount {
        line.spending.amount = amount;
        line.own_amount = true;
    }
    if let Some(i) = edit
        .industry
        .as_ref()
        .and_then(|c| library.economy.industry(c.as_str()))
    {
        line.industry = Some(i);
        line.spending.product = Product::Of(i);
    }
    line.spending.trade_margin = edit.trade_margin.unwrap_or(0.0);
    line.spending.transport_margin = edit.transport_margin.unwrap_or(0.0);
    line.spending.raised_cap = edit.cap;
    line.spending.origin = edit.origin.map(|o| Origin {
        study: o.study,
        rest: o.rest,
        other: o.other,
        abroad: o.abroad,
    });
}

/// Returns how the investment of an activity's group divides between works and equipment.
pub(super) fn default_shares(library: &Library, industry: &str) -> CapitalShares {
    let capital = library.capital(industry);
    let (works, equipment) = capital.map_or((0.0, 0.0), |c| (c.construction, c.machinery_equipment));
    let sum = works + equipment;
    if sum > 0.0 {
        CapitalShares {
            works: works / sum,
            equipment: equipment / sum,
            ..CapitalShares::default()
        }
    } else {
        CapitalShares {
            works: 1.0,
            ..CapitalShares::default()
        }
    }
}

/// Returns the mean annual wage of an industry in dollars of the data year, and whether it is that of all industries for want of its own.
pub(super) fn default_wage(library: &Library, industry: &str) -> (f64, bool) {
    let row = library.labour.rows.iter().find(|r| r.industry == industry);
    match row.and_then(|r| r.weekly_earnings) {
        Some(weekly) => (weekly * library.labour.weeks, false),
        None => (
            library.parameter("mean_weekly_earnings").map_or(0.0, |p| p.value) * library.labour.weeks,
            true,
        ),
    }
}

/// Sets the works so that they employ the stated site workforce, and equipment to what is left.
///
/// works = worker-years × 1,062/1,800 ÷ (jobs per dollar of construction), at purchaser prices.
fn works_from_workers(
    prepared: &Prepared,
    library: &Library,
    place: &str,
    total: f64,
    base: CapitalShares,
    worker_years: f64,
) -> Result<CapitalShares, Vec<Problem>> {
    let values = &prepared.values;
    let construction = library.economy.industry("23").ok_or_else(Vec::new)?;
    let jobs = prepared
        .structure
        .region
        .account()
        .per_dollar()
        .jobs
        .get(construction)
        .copied()
        .unwrap_or(0.0);
    let job_years = worker_years * values.site_hours / values.full_hours;
    let works = if jobs > 0.0 {
        job_years / jobs / (1.0 - values.product_tax)
    } else {
        0.0
    };
    let room = 1.0 - base.land - base.intellectual_property;
    let share = if total > 0.0 { works / total } else { 0.0 };
    if share > room {
        let most = if works > 0.0 { worker_years * room / share } else { 0.0 };
        let what = What::OutOfRange {
            value: worker_years,
            low: 0.0,
            high: most,
        };
        return Err(vec![Problem::new(format!("{place}.kind.site_workers"), what)]);
    }
    Ok(CapitalShares {
        works: share,
        equipment: room - share,
        ..base
    })
}

/// Returns the lines of an investment: works, equipment by supplier, intellectual property by supplier. Land buys nothing.
fn construction_lines(scenario: &Scenario, library: &Library, total: f64, shares: &CapitalShares) -> Vec<Default> {
    let industries = &library.economy.industries;
    let mut lines: Vec<Default> = Vec::new();
    if let Some(i) = library.economy.industry("23") {
        lines.push(("works".into(), LineKind::Works, Product::Of(i), total * shares.works));
    }
    let transport = is_transport(scenario, library);
    for (i, share) in equipment_column(library, transport).into_iter().enumerate() {
        let id = format!("equipment.{}", industries[i].code);
        lines.push((
            id,
            LineKind::Equipment,
            Product::Of(i),
            total * shares.equipment * share,
        ));
    }
    let column = library.final_demand("intellectual_property");
    let wanted = ["51", "5A"];
    let sum: f64 = wanted
        .iter()
        .filter_map(|c| library.economy.industry(c))
        .filter_map(|i| column.get(i))
        .sum();
    for code in wanted {
        if let Some(i) = library.economy.industry(code).filter(|_| sum > 0.0) {
            let share = column.get(i).copied().unwrap_or(0.0) / sum;
            let amount = total * shares.intellectual_property * share;
            lines.push((
                format!("ip.{code}"),
                LineKind::IntellectualProperty,
                Product::Of(i),
                amount,
            ));
        }
    }
    lines
}

/// Returns whether transport equipment belongs in a project's investment.
fn is_transport(scenario: &Scenario, library: &Library) -> bool {
    let curated = scenario.activity.id.as_deref().and_then(|id| library.activity(id));
    let recipe = library.recipe(&scenario.activity.recipe);
    curated.is_some_and(|a| a.kind == ActivityKind::Transport)
        || recipe.is_some_and(|r| r.industry == "336" || r.industry == "4B")
}

/// Returns which industries supply equipment, summing to 1.
///
/// Negative cells are 0. Outside transport projects 336 is 0 and its trade and transport margins leave with it: 4A and 4B shrink by 336's part of all
/// goods.
fn equipment_column(library: &Library, transport: bool) -> Vec<f64> {
    let mut column: Vec<f64> = library
        .final_demand("equipment")
        .into_iter()
        .map(|v| v.max(0.0))
        .collect();
    let industries = &library.economy.industries;
    if !transport {
        let vehicles = library.economy.industry("336");
        let goods: f64 = column
            .iter()
            .zip(industries)
            .filter(|(_, i)| i.goods)
            .map(|(v, _)| v)
            .sum();
        let taken = vehicles.and_then(|i| column.get(i)).copied().unwrap_or(0.0);
        let left = if goods > 0.0 { 1.0 - taken / goods } else { 1.0 };
        for (value, industry) in column.iter_mut().zip(industries) {
            match industry.code.as_str() {
                "336" => *value = 0.0,
                "4A" | "4B" => *value *= left,
                _ => {}
            }
        }
    }
    let sum: f64 = column.iter().sum();
    column.iter().map(|v| if sum > 0.0 { v / sum } else { 0.0 }).collect()
}
