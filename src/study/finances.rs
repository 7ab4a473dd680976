//! Public money over the years: what governments give, what they receive, and when the one has paid for the other.

use super::money::MoneyRules;
use super::structure::Prepared;
use super::{PhaseStudy, Revenue, Study, Territory};
use crate::data::library::Library;
use crate::engine::fiscal::{Government, Levy};
use crate::engine::impact::{Effect, Measure};
use crate::engine::support::{self, Holiday, Instrument, Loan, Payback};
use crate::engine::timeline::{Life, construction_activity, operation_activity};
use crate::ids::{Local, SupportId};
use crate::scenario::{self, Growth, Phase, PhaseKind, Scenario, SupportKind};
use crate::units::{Dollars, JobYears, Jobs, NominalDollars};

/// Years of a tax holiday that neither the scenario nor a programme says.
const HOLIDAY_YEARS: f64 = 10.0;

/// The form of a support.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SupportForm {
    /// Money that does not come back.
    Grant,
    /// Money that comes back with interest.
    Loan,
    /// Shares of the company.
    Equity,
    /// A refundable tax credit.
    Credit,
    /// Relief from taxes for some years.
    Holiday,
}

/// One support with what it costs, in constant dollars of the data year.
#[derive(Clone, Debug, PartialEq)]
pub struct SupportStudy {
    /// Its id.
    pub id: SupportId,
    /// Its name, when the user gave one.
    pub label: Option<Local>,
    /// The programme of the catalogue, if any.
    pub programme: Option<String>,
    /// Who gives it.
    pub government: Government,
    /// The year in which it is given.
    pub year: i32,
    /// Its form.
    pub form: SupportForm,
    /// What is given in all, dollars of its own year.
    pub nominal: f64,
    /// The same in constant dollars.
    pub face: f64,
    /// What it costs in the end, constant dollars at the present value of its year.
    pub net_cost: f64,
    /// The interest rate, the part lost or the rate of the credit, as used.
    pub rate: f64,
}

/// What one government, or all of them together, gives and receives.
#[derive(Clone, Debug, PartialEq)]
pub struct GovernmentReturn {
    /// The government; nothing for all together.
    pub government: Option<Government>,
    /// Net revenue of each year, constant dollars.
    pub revenue: Vec<(i32, f64)>,
    /// Against the amounts given, both in constant dollars.
    pub face: Payback,
    /// Against the net cost, both at present value.
    pub net: Payback,
}

/// The public finances of a project that lives as planned, or that closes early.
#[derive(Clone, Debug, PartialEq)]
pub struct PublicCase {
    /// The last year of operation, where it closes early.
    pub closes: Option<i32>,
    /// Activity of each phase by year.
    pub activity: Vec<Vec<(i32, f64)>>,
    /// The supports.
    pub supports: Vec<SupportStudy>,
    /// Gross and net revenue of each year, constant dollars, all levies.
    pub revenue: Vec<(i32, Revenue, Revenue)>,
    /// What each government gives and receives, then all of them.
    pub returns: Vec<GovernmentReturn>,
    /// Net permanent jobs in the province, in full activity.
    pub jobs: Jobs,
    /// Net job-years in the province over all years.
    pub job_years: JobYears,
    /// Net cost of all supports at present value, constant dollars.
    pub net_cost: f64,
}

impl PublicCase {
    /// Returns net cost ÷ net permanent jobs in the province; nothing without jobs or without support.
    pub fn cost_per_job(&self) -> Option<f64> {
        (self.jobs.get() > 0.0 && !self.supports.is_empty()).then(|| self.net_cost / self.jobs.get())
    }

    /// Returns net cost ÷ net job-years in the province; nothing without work or without support.
    pub fn cost_per_job_year(&self) -> Option<f64> {
        (self.job_years.get() > 0.0 && !self.supports.is_empty()).then(|| self.net_cost / self.job_years.get())
    }

    /// Returns the amounts given, all supports, constant dollars.
    pub fn face(&self) -> f64 {
        self.supports.iter().map(|s| s.face).sum()
    }

    /// Returns what one government gives and receives.
    pub fn of(&self, government: Option<Government>) -> Option<&GovernmentReturn> {
        self.returns.iter().find(|r| r.government == government)
    }
}

/// What the project changes for the municipality in a year, constant dollars.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MunicipalBase {
    /// Value added to the assessment roll, dollars of the phase's price year.
    pub assessed_value: f64,
    /// Dollars of tax per 100 $ of value.
    pub rate: f64,
    /// Property tax.
    pub tax: f64,
    /// Equalization lost because of it.
    pub equalization_lost: f64,
}

impl MunicipalBase {
    /// Returns property tax less equalization lost.
    pub fn net_gain(&self) -> f64 {
        self.tax - self.equalization_lost
    }
}

/// Which phases state what of them is new: gross is never shown as if it were net.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NetStated {
    /// None does: what is computed as net is gross.
    Nowhere,
    /// Some do.
    Partly,
    /// All do.
    Everywhere,
}

impl NetStated {
    fn of(phases: &[PhaseStudy]) -> Self {
        match phases.iter().filter(|p| p.factors.is_some()).count() {
            0 => NetStated::Nowhere,
            count if count == phases.len() => NetStated::Everywhere,
            _ => NetStated::Partly,
        }
    }
}

/// Public finances of a study.
#[derive(Clone, Debug, PartialEq)]
pub struct PublicFinances {
    /// Money of other years.
    pub money: MoneyRules,
    /// As planned.
    pub planned: PublicCase,
    /// With an early closure, where the scenario states one.
    pub closed: Option<PublicCase>,
    /// Which phases state what of them is new; one that does not is counted whole.
    pub net_stated: NetStated,
}

/// Works out the public finances; nothing where the data hold no law for the province.
pub(super) fn finances(
    scenario: &Scenario,
    library: &Library,
    prepared: &Prepared,
    study: &Study,
) -> Option<PublicFinances> {
    prepared.structure.law.as_ref()?;
    let (first, last) = study.span()?;
    let first = scenario.support.iter().map(|s| s.year).fold(first, i32::min);
    let last = scenario.support.iter().map(|s| s.year).fold(last, i32::max);
    let money = MoneyRules::new(library, &prepared.values, first, last);
    let whole = Case {
        scenario,
        library,
        prepared,
        study,
        money: &money,
        life: Life::Full,
    };
    let planned = whole.compute(first, last);
    let closed = scenario.early_closure.as_ref().map(|year| {
        let life = Life::Closes {
            last_year: year.value as i32,
            loss_share: prepared.values.closure_loss,
        };
        Case { life, ..whole }.compute(first, last)
    });
    Some(PublicFinances {
        planned,
        closed,
        net_stated: NetStated::of(&study.phases),
        money,
    })
}

/// One life of the project.
#[derive(Clone, Copy)]
struct Case<'a> {
    scenario: &'a Scenario,
    library: &'a Library,
    prepared: &'a Prepared,
    study: &'a Study,
    money: &'a MoneyRules,
    life: Life,
}

impl Case<'_> {
    fn compute(&self, first: i32, last: i32) -> PublicCase {
        let study = self.study;
        let activity: Vec<Vec<(i32, f64)>> = self.scenario.phases.iter().map(|p| activity(p, self.life)).collect();
        let in_year = |k: usize, year: i32| -> f64 {
            let own = activity.get(k).and_then(|a| a.iter().find(|(y, _)| *y == year));
            own.map_or(0.0, |(_, f)| *f)
        };
        // What each phase brings to the province when it is whole.
        let whole: Vec<Revenue> = study
            .phases
            .iter()
            .map(|p| study.revenue(p, &Effect::ALL, Territory::Province).unwrap_or_default())
            .collect();
        let revenue: Vec<(i32, Revenue, Revenue)> = (first..=last)
            .map(|year| {
                let (mut gross, mut net) = (Revenue::default(), Revenue::default());
                for (k, (phase, of)) in study.phases.iter().zip(&whole).enumerate() {
                    let part = in_year(k, year);
                    gross.accumulate(of, part);
                    net.accumulate(of, part * phase.net_factor());
                }
                (year, gross, net)
            })
            .collect();
        let relieved = self.relieved_taxes(first, last, &in_year);
        let instruments = self.instruments();
        let supports: Vec<SupportStudy> = instruments
            .iter()
            .filter(|(_, s)| self.life.reaches(s.year))
            .map(|(stated, s)| self.cost(stated, s, &relieved))
            .collect();
        let returns = Government::ALL
            .into_iter()
            .map(Some)
            .chain([None])
            .map(|government| {
                let ours = |s: &&SupportStudy| government.is_none_or(|g| s.government == g);
                let yearly: Vec<(i32, f64)> = revenue
                    .iter()
                    .map(|(year, _, net)| (*year, government.map_or_else(|| net.total(), |g| net.government(g))))
                    .collect();
                // A sum of nothing is −0: adding 0 makes it 0.
                let over = |of: &dyn Fn(&SupportStudy) -> f64| supports.iter().filter(ours).map(of).sum::<f64>() + 0.0;
                let face = over(&|s| s.face);
                let present = over(&|s| self.present(s.net_cost, s.year));
                GovernmentReturn {
                    government,
                    face: Payback::new(&yearly, face),
                    net: Payback::discounted(&yearly, present, self.money.discount, self.money.base_year),
                    revenue: yearly,
                }
            })
            .collect();
        let (mut jobs, mut job_years) = (0.0, 0.0);
        for (phase, years) in study.phases.iter().zip(&activity) {
            for effect in Effect::ALL {
                let held = phase.net_factor() * study.value(phase, Measure::Jobs, effect, Territory::Province);
                let part = |year: i32, factor: f64| factor * phase.job_factor(year, Measure::Jobs, effect);
                job_years += held * years.iter().map(|(year, factor)| part(*year, *factor)).sum::<f64>();
                if !phase.construction {
                    jobs += held;
                }
            }
        }
        PublicCase {
            closes: match self.life {
                Life::Full => None,
                Life::Closes { last_year, .. } => Some(last_year),
            },
            net_cost: supports.iter().map(|s| self.present(s.net_cost, s.year)).sum(),
            activity,
            supports,
            revenue,
            returns,
            jobs: Jobs::new(jobs),
            job_years: JobYears::new(job_years),
        }
    }

    fn present(&self, constant: f64, year: i32) -> f64 {
        self.money.present(Dollars::new(constant), year).get()
    }

    /// Returns what a tax holiday may relieve in each year: the project's own Québec corporate tax and health services fund, dollars of that year.
    fn relieved_taxes(&self, first: i32, last: i32, in_year: &dyn Fn(usize, i32) -> f64) -> Vec<(i32, f64)> {
        let study = self.study;
        (first..=last)
            .map(|year| {
                let constant: f64 = study
                    .phases
                    .iter()
                    .enumerate()
                    .filter(|(_, p)| !p.construction)
                    .map(|(k, p)| {
                        let own = study
                            .revenue(p, &[Effect::Direct], Territory::Study)
                            .unwrap_or_default();
                        in_year(k, year) * (own.get(Levy::QuebecCorporateTax) + own.get(Levy::HealthFund))
                    })
                    .sum();
                (year, self.money.nominal(Dollars::new(constant), year).get())
            })
            .collect()
    }

    /// Returns the supports as plain instruments, dollars of their own year, defaults filled in.
    fn instruments(&self) -> Vec<(&scenario::Support, support::Support)> {
        let values = &self.prepared.values;
        let or = |input: &Option<scenario::Input>, default: f64| input.as_ref().map_or(default, |i| i.value);
        // What the scenario invests, in dollars of a year.
        let invested = |year: i32| -> f64 {
            let phases = self.study.phases.iter().filter(|p| p.construction);
            let constant: f64 = phases.map(|p| p.spending).sum();
            self.money.nominal(Dollars::new(constant), year).get()
        };
        let mut out: Vec<(&scenario::Support, support::Support)> = Vec::new();
        for stated in &self.scenario.support {
            let instrument = match &stated.kind {
                SupportKind::Grant { amount } => Instrument::Grant { amount: amount.value },
                SupportKind::Loan {
                    amount,
                    rate,
                    term,
                    moratorium,
                } => {
                    let years = |v: f64| v.round().max(0.0) as u32;
                    let loan = Loan::new(
                        amount.value,
                        or(rate, values.loan_rate),
                        years(or(term, values.loan_term)),
                        years(or(moratorium, values.loan_moratorium)),
                    );
                    // A loan that never starts to be paid back was refused with the document.
                    match loan {
                        Some(loan) => Instrument::Loan(loan),
                        None => continue,
                    }
                }
                SupportKind::Equity { amount, loss_share } => Instrument::Equity {
                    amount: amount.value,
                    loss_share: or(loss_share, values.equity_loss),
                },
                SupportKind::Credit { rate, spending } => Instrument::Credit {
                    rate: rate.value,
                    spending: or(spending, invested(stated.year)),
                },
                SupportKind::Holiday { .. } => continue,
            };
            out.push((
                stated,
                support::Support {
                    year: stated.year,
                    instrument,
                },
            ));
        }
        // A holiday counts the spending net of other aid: it comes after them.
        let others: Vec<support::Support> = out.iter().map(|(_, s)| *s).collect();
        for stated in &self.scenario.support {
            let SupportKind::Holiday { rate, spending, years } = &stated.kind else {
                continue;
            };
            let programme = stated.programme.as_deref().and_then(|id| self.library.programme(id));
            let operation = self.scenario.operation_years();
            let first_year = operation.map_or(stated.year, |y| *y.start()).max(stated.year);
            let holiday = Holiday {
                rate: rate.value,
                spending: or(spending, invested(stated.year)),
                other_aid: support::counted_aid(&others),
                cap: programme.and_then(|p| p.spending_cap).unwrap_or(f64::INFINITY),
                first_year,
                years: or(years, programme.and_then(|p| p.years).map_or(HOLIDAY_YEARS, f64::from)).max(0.0) as u32,
            };
            out.push((
                stated,
                support::Support {
                    year: stated.year,
                    instrument: Instrument::Holiday(holiday),
                },
            ));
        }
        out.sort_by_key(|(stated, _)| self.scenario.support.iter().position(|s| s.id == stated.id));
        out
    }

    fn cost(&self, stated: &scenario::Support, plain: &support::Support, relieved: &[(i32, f64)]) -> SupportStudy {
        let constant = |nominal: f64| self.money.constant(NominalDollars::new(nominal), plain.year).get();
        let nominal = plain.face(self.life, relieved);
        let market = self.prepared.values.market_rate;
        let (form, rate) = match &plain.instrument {
            Instrument::Grant { .. } => (SupportForm::Grant, 1.0),
            Instrument::Loan(loan) => (SupportForm::Loan, loan.rate()),
            Instrument::Equity { loss_share, .. } => (SupportForm::Equity, *loss_share),
            Instrument::Credit { rate, .. } => (SupportForm::Credit, *rate),
            Instrument::Holiday(h) => (SupportForm::Holiday, h.rate),
        };
        SupportStudy {
            id: stated.id.clone(),
            label: stated.label.clone(),
            programme: stated.programme.clone(),
            government: government(stated.government),
            year: stated.year,
            form,
            nominal,
            face: constant(nominal),
            net_cost: constant(plain.net_cost(market, self.life, relieved)),
            rate,
        }
    }
}

/// Returns a government of the document as the engine names it.
pub fn government(stated: scenario::Government) -> Government {
    match stated {
        scenario::Government::Federal => Government::Federal,
        scenario::Government::Quebec => Government::Quebec,
        scenario::Government::Municipal => Government::Municipal,
    }
}

/// Returns the part of a phase that falls in each of its years.
pub(super) fn activity(phase: &Phase, life: Life) -> Vec<(i32, f64)> {
    let climb = phase.growth.as_ref().map(Growth::climb);
    let profile = climb.as_deref().or(phase.profile.as_deref()).unwrap_or_default();
    match phase.kind {
        PhaseKind::Construction { .. } => construction_activity(phase.start, phase.end, profile, life),
        PhaseKind::Operation { .. } => operation_activity(phase.start, phase.end, profile, life),
    }
}

/// Returns what a phase changes for the municipality, where the document says what is taxed.
pub(super) fn municipal_base(phase: &Phase, price_factor: f64) -> Option<MunicipalBase> {
    let PhaseKind::Operation {
        tax_base: Some(base), ..
    } = &phase.kind
    else {
        return None;
    };
    Some(MunicipalBase {
        assessed_value: base.assessed_value.value,
        rate: base.rate.value,
        tax: base.yearly_tax() * price_factor,
        equalization_lost: base.yearly_equalization_loss() * price_factor,
    })
}
