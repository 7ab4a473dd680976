//! From a demand to effects: direct, first suppliers, other suppliers and induced, by measure, region and industry.

use super::account::Coefficients;
use super::households::{Closure, HouseholdRules, Households};
use super::leontief::LeontiefModel;
use super::regional::StudyRegion;
use crate::problem::What;

/// A step of the chain that a project sets off.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Effect {
    /// Construction: the firms that receive the investment. Operation: the project itself.
    Direct,
    /// The first round of suppliers.
    IndirectFirst,
    /// All further rounds of suppliers.
    IndirectOther,
    /// Spending of the pay earned in all the above.
    Induced,
}

impl Effect {
    /// The effects in their fixed order.
    pub const ALL: [Effect; 4] = [
        Effect::Direct,
        Effect::IndirectFirst,
        Effect::IndirectOther,
        Effect::Induced,
    ];
}

/// What is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Gross output, dollars.
    Output,
    /// GDP at basic prices, dollars.
    Gdp,
    /// Compensation of employees, dollars; a part of GDP.
    Compensation,
    /// Wages and salaries before tax, dollars; a part of compensation.
    Wages,
    /// Taxes less subsidies on production, dollars; a part of GDP.
    ProductionTaxes,
    /// Surplus and mixed income, dollars; the rest of GDP.
    Surplus,
    /// Payroll jobs: job-years for construction, jobs for a year of operation.
    Jobs,
    /// Taxes less subsidies on products, dollars; outside GDP at basic prices.
    ProductTaxes,
    /// Purchases from abroad, dollars.
    ForeignImports,
}

impl Measure {
    /// The measures in their fixed order.
    pub const ALL: [Measure; 9] = [
        Measure::Output,
        Measure::Gdp,
        Measure::Compensation,
        Measure::Wages,
        Measure::ProductionTaxes,
        Measure::Surplus,
        Measure::Jobs,
        Measure::ProductTaxes,
        Measure::ForeignImports,
    ];
}

/// Effects of one phase: one number per effect, measure, region and industry. Additive in all four.
///
/// Each region has one more slot after its industries, for what no industry pays: taxes and imports on the purchases of the project and of
/// households.
#[derive(Clone, Debug, PartialEq)]
pub struct Impact {
    industries: usize,
    regions: usize,
    cells: Vec<f64>,
    consumption: Vec<f64>,
}

impl Impact {
    fn index(&self, effect: Effect, measure: Measure, region: usize, slot: usize) -> usize {
        let table = effect as usize * Measure::ALL.len() + measure as usize;
        (table * self.regions + region) * (self.industries + 1) + slot
    }

    fn add(&mut self, effect: Effect, measure: Measure, region: usize, slot: usize, value: f64) {
        let k = self.index(effect, measure, region, slot);
        if let Some(cell) = self.cells.get_mut(k) {
            *cell += value;
        }
    }

    /// Returns one cell; 0 outside the account.
    pub fn cell(&self, effect: Effect, measure: Measure, region: usize, industry: usize) -> f64 {
        if region < self.regions && industry <= self.industries {
            self.cells[self.index(effect, measure, region, industry)]
        } else {
            0.0
        }
    }

    /// Returns the sum over the industries of one region, what no industry pays included.
    pub fn region(&self, effect: Effect, measure: Measure, region: usize) -> f64 {
        if region >= self.regions {
            return 0.0;
        }
        let start = self.index(effect, measure, region, 0);
        self.cells[start..=start + self.industries].iter().sum()
    }

    /// Returns the sum over several regions.
    pub fn regions(&self, effect: Effect, measure: Measure, regions: std::ops::Range<usize>) -> f64 {
        regions.map(|r| self.region(effect, measure, r)).sum()
    }

    /// Returns the sum over all effects of one region.
    pub fn total(&self, measure: Measure, region: usize) -> f64 {
        Effect::ALL.iter().map(|e| self.region(*e, measure, region)).sum()
    }

    /// Returns the sum over everything.
    pub fn grand_total(&self, effect: Effect, measure: Measure) -> f64 {
        self.regions(effect, measure, 0..self.regions)
    }

    /// Returns what households spend of the pay the project brings, at purchaser prices, by region of residence.
    pub fn consumption(&self) -> &[f64] {
        &self.consumption
    }

    /// Returns the number of regions.
    pub fn region_count(&self) -> usize {
        self.regions
    }

    /// Returns the number of industries.
    pub fn industry_count(&self) -> usize {
        self.industries
    }

    /// Multiplies the jobs of every effect, the direct ones aside where `keep_direct`.
    pub fn scale_jobs(&mut self, factor: f64, keep_direct: bool) {
        for effect in Effect::ALL {
            if keep_direct && effect == Effect::Direct {
                continue;
            }
            let first = self.index(effect, Measure::Jobs, 0, 0);
            let cells = self.regions * (self.industries + 1);
            for cell in self.cells.iter_mut().skip(first).take(cells) {
                *cell *= factor;
            }
        }
    }

    /// Adds another phase's effects of the same account, `factor` times.
    pub fn accumulate(&mut self, other: &Impact, factor: f64) {
        for (a, b) in self.cells.iter_mut().zip(&other.cells) {
            *a += factor * b;
        }
        for (a, b) in self.consumption.iter_mut().zip(&other.consumption) {
            *a += factor * b;
        }
    }
}

/// What a phase puts into the economy, at basic prices.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stimulus {
    /// Demand by region and industry, nr.
    pub demand: Vec<f64>,
    /// Product taxes on the first round, dollars, paid where the project stands.
    pub product_taxes: f64,
    /// First-round purchases from abroad, dollars.
    pub foreign_imports: f64,
    /// Purchases of scrap without a producing industry, dollars.
    pub scrap: f64,
}

/// The project's own account in a year of operation, dollars.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ProjectAccount {
    /// Position of its industry.
    pub industry: usize,
    /// Sales.
    pub output: f64,
    /// Direct jobs.
    pub jobs: f64,
    /// Wages and salaries before tax.
    pub wages: f64,
    /// Wages plus employers' contributions.
    pub compensation: f64,
    /// Purchases of goods and services at purchaser prices, imports and scrap included.
    pub purchases: f64,
    /// Property tax and payroll levies.
    pub production_taxes: f64,
    /// What is left for capital and profit.
    pub surplus: f64,
    /// The part of its jobs held by residents of the study region.
    pub hiring_share: f64,
    /// t: personal taxes and contributions per dollar of its wages.
    pub tax_rate: f64,
}

impl ProjectAccount {
    /// Returns GDP at basic prices: compensation + production taxes + surplus.
    pub fn gdp(&self) -> f64 {
        self.compensation + self.production_taxes + self.surplus
    }
}

/// The factored models and coefficients that turn a stimulus into effects.
pub struct ImpactModel {
    open: LeontiefModel,
    closed: Option<LeontiefModel>,
    households: Households,
    industries: usize,
    regions: usize,
    per_dollar: Coefficients,
    whole_province: bool,
    rules: HouseholdRules,
    production_tax_share: f64,
}

impl ImpactModel {
    /// Factors the open model, and the closed one where the closure asks for it.
    ///
    /// * `production_tax_share`: taxes less subsidies on production per dollar of GDP at basic prices.
    pub fn new(
        region: &StudyRegion,
        closure: Closure,
        rules: HouseholdRules,
        production_tax_share: f64,
    ) -> Result<Self, What> {
        let account = region.account();
        let open = LeontiefModel::new(account.coefficients().clone())?;
        let rules = match closure {
            Closure::Net => rules,
            Closure::None | Closure::Closed => HouseholdRules {
                already_received: 0.0,
                ..rules
            },
        };
        let households = Households::new(region, &rules);
        let closed = match closure {
            Closure::None => None,
            Closure::Closed | Closure::Net => Some(LeontiefModel::new(
                households.closed_coefficients(account.coefficients()),
            )?),
        };
        let whole_province = region.is_whole_province();
        Ok(Self {
            open,
            closed,
            households,
            industries: account.industries().len(),
            regions: account.regions().len(),
            per_dollar: account.per_dollar().clone(),
            whole_province,
            rules,
            production_tax_share,
        })
    }

    /// Returns the open model.
    pub fn open(&self) -> &LeontiefModel {
        &self.open
    }

    /// Returns the closed model, whose last rows are households.
    pub fn closed(&self) -> Option<&LeontiefModel> {
        self.closed.as_ref()
    }

    /// Returns the household rows and columns of the closed model.
    pub fn households(&self) -> Option<&Households> {
        self.closed.as_ref().map(|_| &self.households)
    }

    /// Returns the household rows and columns, whether or not the model is closed.
    pub(super) fn all_households(&self) -> &Households {
        &self.households
    }

    /// Returns what one dollar of output pays.
    pub(super) fn per_dollar(&self) -> &Coefficients {
        &self.per_dollar
    }

    /// Returns the behaviour of households.
    pub fn rules(&self) -> &HouseholdRules {
        &self.rules
    }

    /// Returns taxes less subsidies on production per dollar of GDP at basic prices.
    pub fn production_tax_share(&self) -> f64 {
        self.production_tax_share
    }

    /// Returns whether the study region is a whole province.
    pub(super) fn is_whole_province(&self) -> bool {
        self.whole_province
    }

    /// Returns the numbers of industries and of regions.
    pub(super) fn shape(&self) -> (usize, usize) {
        (self.industries, self.regions)
    }

    /// Returns the effects of an investment: direct is the activity of the firms that receive it.
    pub fn construction(&self, stimulus: &Stimulus) -> Result<Impact, What> {
        let mut impact = self.empty();
        let direct = &stimulus.demand;
        let all = self.open.solve(direct)?;
        let first = self.open.coefficients().times(direct);
        let others: Vec<f64> = all
            .iter()
            .zip(direct)
            .zip(&first)
            .map(|((x, y), f)| x - y - f)
            .collect();
        self.add_output(&mut impact, Effect::Direct, direct);
        self.add_output(&mut impact, Effect::IndirectFirst, &first);
        self.add_output(&mut impact, Effect::IndirectOther, &others);
        self.add_first_round(&mut impact, stimulus);
        self.add_induced(&mut impact, direct, &all, None)?;
        Ok(impact)
    }

    /// Returns the effects of a year of operation: direct is the project itself, its purchases are the first suppliers.
    pub fn operation(&self, project: &ProjectAccount, stimulus: &Stimulus) -> Result<Impact, What> {
        let mut impact = self.empty();
        let first = &stimulus.demand;
        let all = self.open.solve(first)?;
        let others: Vec<f64> = all.iter().zip(first).map(|(x, y)| x - y).collect();
        for (measure, value) in [
            (Measure::Output, project.output),
            (Measure::Gdp, project.gdp()),
            (Measure::Compensation, project.compensation),
            (Measure::Wages, project.wages),
            (Measure::ProductionTaxes, project.production_taxes),
            (Measure::Surplus, project.surplus),
            (Measure::Jobs, project.jobs),
        ] {
            impact.add(Effect::Direct, measure, 0, project.industry, value);
        }
        self.add_first_round(&mut impact, stimulus);
        self.add_output(&mut impact, Effect::IndirectFirst, first);
        self.add_output(&mut impact, Effect::IndirectOther, &others);
        self.add_induced(&mut impact, first, &all, Some(project))?;
        Ok(impact)
    }

    fn empty(&self) -> Impact {
        let (industries, regions) = (self.industries, self.regions);
        let cells = vec![0.0; Effect::ALL.len() * Measure::ALL.len() * regions * (industries + 1)];
        Impact {
            industries,
            regions,
            cells,
            consumption: vec![0.0; regions],
        }
    }

    /// Adds what firms with this output pay and employ.
    fn add_output(&self, impact: &mut Impact, effect: Effect, output: &[f64]) {
        let c = &self.per_dollar;
        let n = impact.industries;
        for (k, x) in output.iter().enumerate() {
            let (gdp, pay) = (c.value_added[k] * x, c.compensation[k] * x);
            let taxes = self.production_tax_share * gdp;
            for (measure, value) in [
                (Measure::Output, *x),
                (Measure::Gdp, gdp),
                (Measure::Compensation, pay),
                (Measure::Wages, pay / (1.0 + self.rules.contributions_ratio)),
                (Measure::ProductionTaxes, taxes),
                (Measure::Surplus, gdp - pay - taxes),
                (Measure::Jobs, c.jobs[k] * x),
                (Measure::ProductTaxes, c.product_taxes[k] * x),
                (Measure::ForeignImports, c.foreign_imports[k] * x),
            ] {
                impact.add(effect, measure, k / n, k % n, value);
            }
        }
    }

    /// Adds the taxes and imports of the purchases that the project itself makes; both belong to no supplying industry.
    fn add_first_round(&self, impact: &mut Impact, stimulus: &Stimulus) {
        let none = impact.industries;
        impact.add(Effect::Direct, Measure::ProductTaxes, 0, none, stimulus.product_taxes);
        impact.add(
            Effect::Direct,
            Measure::ForeignImports,
            0,
            none,
            stimulus.foreign_imports,
        );
    }

    fn add_induced(
        &self,
        impact: &mut Impact,
        demand: &[f64],
        open: &[f64],
        project: Option<&ProjectAccount>,
    ) -> Result<(), What> {
        let Some(closed) = &self.closed else {
            return Ok(());
        };
        let households = &self.households;
        let (k, r) = (self.open.size(), impact.regions);
        let mut y = demand.to_vec();
        y.resize(k + r, 0.0);
        if let Some(p) = project {
            let spent = p.compensation * self.rules.spending_at(p.tax_rate);
            let at_home = if self.whole_province { 1.0 } else { p.hiring_share };
            y[k] += at_home * spent;
            if !self.whole_province {
                y[k + 1] += (1.0 - at_home) * spent;
            }
        }
        let x = closed.solve(&y)?;
        let induced: Vec<f64> = x.iter().zip(open).map(|(c, o)| c - o).collect();
        self.add_output(impact, Effect::Induced, &induced);
        for (d, consumption) in x[k..].iter().enumerate() {
            let taxes = households.product_taxes * consumption;
            let imports = households.foreign_imports[d] * consumption;
            let none = impact.industries;
            impact.add(Effect::Induced, Measure::ProductTaxes, d, none, taxes);
            impact.add(Effect::Induced, Measure::ForeignImports, d, none, imports);
            impact.consumption[d] = consumption + taxes;
        }
        Ok(())
    }
}
