//! The money trail: who receives each dollar that a phase spends, round after round, until it is someone's income.
//!
//! Round 1 is what the project pays: its employees, its suppliers by place, governments. In each later round suppliers turn what they received into
//! pay, surplus, taxes, imports and purchases from other suppliers. Pay ends as personal taxes and contributions, saving, and income left to spend;
//! what households buy with it is the induced effect and is not followed here. At every round the parts sum to the spending.

use super::impact::{ImpactModel, ProjectAccount, Stimulus};
use crate::problem::What;

/// Where money is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The study region.
    Study,
    /// The rest of its province; nothing is ever there where the study region is a province.
    RestOfProvince,
    /// The other provinces.
    OtherProvinces,
    /// Other countries.
    Abroad,
}

impl Place {
    /// The places, home first.
    pub const ALL: [Place; 4] = [
        Place::Study,
        Place::RestOfProvince,
        Place::OtherProvinces,
        Place::Abroad,
    ];

    fn of_region(region: usize, whole_province: bool) -> Place {
        match (region, whole_province) {
            (0, _) => Place::Study,
            (1, false) => Place::RestOfProvince,
            _ => Place::OtherProvinces,
        }
    }
}

/// Who receives the project's dollars first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Recipient {
    /// The employees of the project.
    Employees,
    /// Suppliers of a place; abroad, whoever sells to the project from there.
    Suppliers(Place),
    /// Governments: taxes inside the prices of its purchases, and its own taxes on production.
    Governments,
}

impl Recipient {
    /// The recipients in their fixed order.
    pub const ALL: [Recipient; 6] = [
        Recipient::Employees,
        Recipient::Suppliers(Place::Study),
        Recipient::Suppliers(Place::RestOfProvince),
        Recipient::Suppliers(Place::OtherProvinces),
        Recipient::Suppliers(Place::Abroad),
        Recipient::Governments,
    ];

    fn index(self) -> usize {
        match self {
            Recipient::Employees => 0,
            Recipient::Suppliers(place) => 1 + place as usize,
            Recipient::Governments => 5,
        }
    }
}

/// How many rounds are followed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rounds {
    /// The project pays.
    First,
    /// Those it paid pay in turn.
    Two,
    /// And those they paid.
    Three,
    /// Until every dollar is someone's income.
    #[default]
    All,
}

impl Rounds {
    /// The choices in their fixed order.
    pub const ALL: [Rounds; 4] = [Rounds::First, Rounds::Two, Rounds::Three, Rounds::All];
}

/// Where some dollars are after some rounds; dollars, by [`Place`] where there are four.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Parts {
    /// Pay after taxes, contributions and saving, where those who earn it live.
    pub take_home: [f64; 4],
    /// Surplus and mixed income before corporate tax, where the firms are.
    pub surplus: [f64; 4],
    /// Sales of scrap and second-hand goods, which nobody produces.
    pub resale: [f64; 4],
    /// Purchases from abroad.
    pub imports: f64,
    /// Taxes on products, inside purchaser prices.
    pub product_taxes: f64,
    /// Taxes on production, where the activity is.
    pub production_taxes: [f64; 4],
    /// Personal taxes and employees' contributions.
    pub personal_taxes: f64,
    /// Employers' public contributions.
    pub employer_contributions: f64,
    /// Saving of households.
    pub saving: f64,
    /// What is left of employers' contributions: pension and insurance plans.
    pub plans: f64,
    /// Received by suppliers and not yet paid on.
    pub held: [f64; 4],
    /// Received by the project's employees and not yet divided.
    pub held_pay: f64,
    /// Compensation of employees where they work: already inside the parts above, so never part of their sum.
    pub pay: [f64; 4],
}

impl Parts {
    /// Returns the income of a place: take-home pay of its residents, surplus of its firms, resale; abroad, all that is bought there.
    pub fn income(&self, place: Place) -> f64 {
        let p = place as usize;
        let imports = if place == Place::Abroad { self.imports } else { 0.0 };
        self.take_home[p] + self.surplus[p] + self.resale[p] + imports
    }

    /// Returns what governments and public plans receive; corporate tax is still inside surplus.
    pub fn taxes(&self) -> f64 {
        self.product_taxes
            + self.production_taxes.iter().sum::<f64>()
            + self.personal_taxes
            + self.employer_contributions
    }

    /// Returns what is set aside: saving and the part of employers' contributions that goes to pension and insurance plans.
    pub fn savings(&self) -> f64 {
        self.saving + self.plans
    }

    /// Returns what suppliers of a place hold and have not paid on.
    pub fn held(&self, place: Place) -> f64 {
        self.held[place as usize]
    }

    /// Returns the sum of all parts.
    pub fn total(&self) -> f64 {
        let places: f64 = Place::ALL.iter().map(|p| self.income(*p) + self.held(*p)).sum();
        places + self.taxes() + self.savings() + self.held_pay
    }

    /// Returns GDP at basic prices of a place: compensation, surplus and taxes on production of the activity there.
    pub fn gdp(&self, place: Place) -> f64 {
        let p = place as usize;
        self.pay[p] + self.surplus[p] + self.production_taxes[p]
    }

    /// Adds other parts.
    pub fn add(&mut self, other: &Parts) {
        let four = |a: &mut [f64; 4], b: &[f64; 4]| a.iter_mut().zip(b).for_each(|(a, b)| *a += b);
        four(&mut self.take_home, &other.take_home);
        four(&mut self.surplus, &other.surplus);
        four(&mut self.resale, &other.resale);
        four(&mut self.production_taxes, &other.production_taxes);
        four(&mut self.held, &other.held);
        four(&mut self.pay, &other.pay);
        self.imports += other.imports;
        self.product_taxes += other.product_taxes;
        self.personal_taxes += other.personal_taxes;
        self.employer_contributions += other.employer_contributions;
        self.saving += other.saving;
        self.plans += other.plans;
        self.held_pay += other.held_pay;
    }
}

/// The money of three rounds that stays in the study region, as the New Economics Foundation's Local Multiplier 3 counts it; dollars.
///
/// Source: New Economics Foundation, *The Money Trail* (2002).
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LocalMultiplier {
    /// Round 1: what the project spends.
    pub spending: f64,
    /// Round 2: after-tax pay of its employees who live in the region.
    pub residents: f64,
    /// Round 2: what its suppliers of the region receive.
    pub suppliers: f64,
    /// Round 3: what those residents spend on products of the region, at the study's saving rate and household basket.
    pub households: f64,
    /// Round 3: what those suppliers buy from suppliers of the region.
    pub supplier_purchases: f64,
    /// Round 3: after-tax pay of those suppliers' employees who live in the region.
    pub supplier_pay: f64,
}

impl LocalMultiplier {
    /// Returns the three rounds.
    pub fn rounds(&self) -> [f64; 3] {
        [
            self.spending,
            self.residents + self.suppliers,
            self.households + self.supplier_purchases + self.supplier_pay,
        ]
    }

    /// Returns LM3 = (round 1 + round 2 + round 3) ÷ round 1; nothing without spending.
    pub fn value(&self) -> Option<f64> {
        (self.spending > 0.0).then(|| self.rounds().iter().sum::<f64>() / self.spending)
    }
}

/// What a phase spends, and what of it the model does not know.
#[derive(Clone, Copy, Debug)]
pub struct FirstRound<'a> {
    /// Its purchases: demand by region and industry, taxes, imports, scrap.
    pub stimulus: &'a Stimulus,
    /// Where its scrap and second-hand goods come from, dollars; sums to the stimulus's scrap.
    pub resale: [f64; 4],
    /// The project's own account; operation only. Its surplus is not spent and not followed.
    pub project: Option<&'a ProjectAccount>,
    /// Public contributions of the project as an employer, dollars; never counted for more than all its contributions.
    pub project_contributions: f64,
    /// Employers' public contributions per dollar of wages, by industry, n; never counted for more than all contributions.
    pub employer_rates: &'a [f64],
}

/// The money trail of a phase: of the whole construction, or of a year of full operation; dollars of the account.
#[derive(Clone, Debug, PartialEq)]
pub struct MoneyTrail {
    /// All that is spent: pay, purchases at purchaser prices, taxes on production.
    pub spending: f64,
    first: [f64; 6],
    stages: [[Parts; 6]; 4],
    /// The Local Multiplier 3 of the study region.
    pub local: LocalMultiplier,
}

impl MoneyTrail {
    /// Returns what one recipient gets of the project's spending.
    pub fn received(&self, by: Recipient) -> f64 {
        self.first[by.index()]
    }

    /// Returns where a recipient's money is after some rounds; its parts sum to what it received.
    pub fn parts(&self, rounds: Rounds, by: Recipient) -> &Parts {
        &self.stages[rounds as usize][by.index()]
    }

    /// Returns where all the money is after some rounds.
    pub fn all_parts(&self, rounds: Rounds) -> Parts {
        let mut out = Parts::default();
        for parts in &self.stages[rounds as usize] {
            out.add(parts);
        }
        out
    }

    /// Returns what the study region has after some rounds: income there, and what suppliers there hold; in the first, all that the project pays to
    /// its employees and to suppliers there.
    pub fn in_region(&self, rounds: Rounds) -> f64 {
        let all = self.all_parts(rounds);
        all.income(Place::Study) + all.held(Place::Study) + all.held_pay
    }
}

/// Follows the money of a phase (see the module).
///
/// The model is linear, so it is solved once per place of the first suppliers, `x_g = (I − A)⁻¹ y_g`; after n rounds suppliers have produced
/// `Σ_{k<n−1} A^k y_g` and hold `A^{n−1} y_g`.
pub fn money_trail(model: &ImpactModel, first: &FirstRound<'_>) -> Result<MoneyTrail, What> {
    let payer = Payer::new(model, first.employer_rates);
    let stimulus = first.stimulus;
    let mut stages = [[Parts::default(); 6]; 4];
    let mut received = [0.0; 6];
    let mut local = LocalMultiplier::default();

    if let Some(project) = first.project {
        let employees = Recipient::Employees.index();
        received[employees] = project.compensation;
        let settled = payer.project_pay(project, first.project_contributions);
        stages[0][employees].held_pay = project.compensation;
        for stage in &mut stages[1..] {
            stage[employees] = settled;
        }
        local.residents = payer.hiring_share(project) * project.wages * (1.0 - project.tax_rate);
    }

    let mut taxes = Parts {
        product_taxes: stimulus.product_taxes,
        ..Parts::default()
    };
    taxes.production_taxes[Place::Study as usize] = first.project.map_or(0.0, |p| p.production_taxes);
    received[Recipient::Governments.index()] = taxes.total();
    for stage in &mut stages {
        stage[Recipient::Governments.index()] = taxes;
    }

    for place in Place::ALL {
        let at = Recipient::Suppliers(place).index();
        let y = payer.demand_of(stimulus, place);
        let resale = first.resale[place as usize];
        let imports = if place == Place::Abroad {
            stimulus.foreign_imports
        } else {
            0.0
        };
        received[at] = y.iter().sum::<f64>() + resale + imports;
        for stage in &mut stages {
            stage[at].resale[place as usize] = resale;
            stage[at].imports = imports;
        }
        if y.iter().all(|v| *v == 0.0) {
            continue;
        }
        let second = model.open().coefficients().times(&y);
        let third = model.open().coefficients().times(&second);
        let produced: Vec<f64> = y.iter().zip(&second).map(|(a, b)| a + b).collect();
        let all = model.open().solve(&y)?;
        payer.hold(&mut stages[Rounds::First as usize][at], &y);
        payer.pay_out(&mut stages[Rounds::Two as usize][at], &y);
        payer.hold(&mut stages[Rounds::Two as usize][at], &second);
        payer.pay_out(&mut stages[Rounds::Three as usize][at], &produced);
        payer.hold(&mut stages[Rounds::Three as usize][at], &third);
        payer.pay_out(&mut stages[Rounds::All as usize][at], &all);
        if place == Place::Study {
            let n = payer.industries;
            local.supplier_purchases = second[..n].iter().sum();
            local.supplier_pay = payer.resident_net_pay(&y);
        }
    }

    local.spending = received.iter().sum();
    local.suppliers = received[Recipient::Suppliers(Place::Study).index()];
    local.households = local.residents * payer.spent_in_region();
    Ok(MoneyTrail {
        spending: local.spending,
        first: received,
        stages,
        local,
    })
}

/// How firms divide what they receive, and households their pay.
struct Payer<'a> {
    model: &'a ImpactModel,
    employer_rates: &'a [f64],
    industries: usize,
    regions: usize,
}

impl<'a> Payer<'a> {
    fn new(model: &'a ImpactModel, employer_rates: &'a [f64]) -> Self {
        let (industries, regions) = model.shape();
        Self {
            model,
            employer_rates,
            industries,
            regions,
        }
    }

    fn place(&self, region: usize) -> Place {
        Place::of_region(region, self.model.is_whole_province())
    }

    /// Returns the demand that falls on the suppliers of one place, 0 elsewhere.
    fn demand_of(&self, stimulus: &Stimulus, place: Place) -> Vec<f64> {
        let own = |k: usize| self.place(k / self.industries) == place;
        let all = stimulus.demand.iter().enumerate();
        all.map(|(k, v)| if own(k) { *v } else { 0.0 }).collect()
    }

    /// Adds what suppliers received and have not paid on.
    fn hold(&self, parts: &mut Parts, received: &[f64]) {
        for (region, dollars) in received.chunks(self.industries).enumerate() {
            parts.held[self.place(region) as usize] += dollars.iter().sum::<f64>();
        }
    }

    /// Adds what firms with this output pay, purchases from other suppliers left out.
    fn pay_out(&self, parts: &mut Parts, output: &[f64]) {
        let c = self.model.per_dollar();
        for region in 0..self.regions {
            let place = self.place(region);
            let p = place as usize;
            for j in 0..self.industries {
                let k = region * self.industries + j;
                let x = output[k];
                let (gdp, pay) = (c.value_added[k] * x, c.compensation[k] * x);
                let taxes = self.model.production_tax_share() * gdp;
                parts.surplus[p] += gdp - pay - taxes;
                parts.production_taxes[p] += taxes;
                parts.product_taxes += c.product_taxes[k] * x;
                parts.imports += c.foreign_imports[k] * x;
                let rules = self.model.rules();
                let wages = pay / (1.0 + rules.contributions_ratio);
                let rate = self.employer_rates.get(j).copied().unwrap_or(0.0);
                let tax = rules.tax_rate.get(j).copied().unwrap_or(0.0);
                self.divide_pay(
                    parts,
                    place,
                    (pay, wages),
                    tax * wages,
                    rate * wages,
                    rules.resident_share,
                );
            }
        }
    }

    /// Adds pay as taxes, contributions, saving and what is left to spend where its earners live.
    fn divide_pay(
        &self,
        parts: &mut Parts,
        place: Place,
        (pay, wages): (f64, f64),
        personal: f64,
        public: f64,
        resident_share: f64,
    ) {
        let contributions = pay - wages;
        let public = public.min(contributions);
        let saving = self.model.rules().saving_rate * (wages - personal);
        let take_home = wages - personal - saving;
        parts.pay[place as usize] += pay;
        parts.personal_taxes += personal;
        parts.employer_contributions += public;
        parts.plans += contributions - public;
        parts.saving += saving;
        if place == Place::Study && !self.model.is_whole_province() {
            parts.take_home[Place::Study as usize] += resident_share * take_home;
            parts.take_home[Place::RestOfProvince as usize] += (1.0 - resident_share) * take_home;
        } else {
            parts.take_home[place as usize] += take_home;
        }
    }

    fn hiring_share(&self, project: &ProjectAccount) -> f64 {
        if self.model.is_whole_province() {
            1.0
        } else {
            project.hiring_share
        }
    }

    /// Returns the pay of the project's own employees, divided.
    fn project_pay(&self, project: &ProjectAccount, public: f64) -> Parts {
        let mut parts = Parts::default();
        let pay = (project.compensation, project.wages);
        let personal = project.tax_rate * project.wages;
        self.divide_pay(&mut parts, Place::Study, pay, personal, public, project.hiring_share);
        parts
    }

    /// Returns the after-tax pay, saving included, of those who work for the study region's firms of this output and live there.
    fn resident_net_pay(&self, output: &[f64]) -> f64 {
        let rules = self.model.rules();
        let share = if self.model.is_whole_province() {
            1.0
        } else {
            rules.resident_share
        };
        let net = |j: usize| {
            let wages = self.model.per_dollar().compensation[j] * output[j] / (1.0 + rules.contributions_ratio);
            wages * (1.0 - rules.tax_rate.get(j).copied().unwrap_or(0.0))
        };
        share * (0..self.industries).map(net).sum::<f64>()
    }

    /// Returns what residents of the study region spend on its products per dollar of after-tax pay: (1 − s)·(1 − τ_c)·(1 − r·β)·Σ local basket.
    fn spent_in_region(&self) -> f64 {
        let rules = self.model.rules();
        let spent = rules.spending_at(0.0) * (1.0 + rules.contributions_ratio);
        let basket = &self.model.all_households().spending_columns;
        let local: f64 = (0..self.industries).map(|i| basket[(i, 0)]).sum();
        spent * local
    }
}
