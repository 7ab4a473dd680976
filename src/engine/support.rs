//! Public support: what each instrument puts out and gets back, what it costs in the end, and when revenue has paid for it (METHOD section 7).
//!
//! Amounts are nominal dollars unless a line says otherwise. A support is given in a year; its k-th yearly payment falls in that year + k.

use super::present_value::{discount_factor, level_payment, present_value};
use super::timeline::Life;

/// A public loan: interest alone during the moratorium, then equal payments at the end of each year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Loan {
    amount: f64,
    rate: f64,
    term: u32,
    moratorium: u32,
}

/// One yearly payment of a loan.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Payment {
    /// Interest on the balance of the year.
    pub interest: f64,
    /// Principal repaid.
    pub principal: f64,
    /// What remains due after it.
    pub balance: f64,
}

impl Loan {
    /// Wraps a loan when its amount and rate are not negative and its moratorium is shorter than its term.
    ///
    /// * `rate`: nominal interest a year. * `term`: years to the last payment, moratorium included.
    pub fn new(amount: f64, rate: f64, term: u32, moratorium: u32) -> Option<Self> {
        let sound = amount.is_finite() && amount >= 0.0 && (0.0..=1.0).contains(&rate) && moratorium < term;
        sound.then_some(Self {
            amount,
            rate,
            term,
            moratorium,
        })
    }

    /// Returns the nominal interest a year.
    pub fn rate(&self) -> f64 {
        self.rate
    }

    /// Returns the amount lent.
    pub fn amount(&self) -> f64 {
        self.amount
    }

    /// Returns every payment of the loan, one per year of its term; the last one leaves no balance.
    pub fn schedule(&self) -> Vec<Payment> {
        let level = level_payment(self.amount, self.rate, self.term - self.moratorium);
        let mut balance = self.amount;
        (1..=self.term)
            .map(|year| {
                let interest = balance * self.rate;
                let principal = if year <= self.moratorium {
                    0.0
                } else if year == self.term {
                    balance
                } else {
                    (level - interest).min(balance)
                };
                balance -= principal;
                Payment {
                    interest,
                    principal,
                    balance,
                }
            })
            .collect()
    }
}

/// A tax holiday: relief from the yearly taxes of a project until a part of its eligible spending is reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Holiday {
    /// Total relief per dollar of eligible spending.
    pub rate: f64,
    /// Eligible spending before other aid is taken out.
    pub spending: f64,
    /// Other aid on the same spending (`counted_aid`): the holiday counts spending net of it.
    pub other_aid: f64,
    /// The most that can be eligible; infinite where the programme has no cap.
    pub cap: f64,
    /// The first year of relief.
    pub first_year: i32,
    /// How many years it lasts.
    pub years: u32,
}

impl Holiday {
    /// Returns the most that it can relieve in all: `rate × min(cap, max(0, spending − other aid))`.
    pub fn ceiling(&self) -> f64 {
        self.rate * (self.spending - self.other_aid).max(0.0).min(self.cap)
    }

    /// Returns the relief of each year: the least of the year's taxes and of what is left of the ceiling.
    ///
    /// * `taxes`: the project's corporate tax and health services fund by year, years in order; a negative tax relieves nothing.
    pub fn relief(&self, taxes: &[(i32, f64)], life: Life) -> Vec<(i32, f64)> {
        let last = i64::from(self.first_year) + i64::from(self.years);
        let mut left = self.ceiling();
        let mut out = Vec::new();
        for (year, tax) in taxes {
            if *year < self.first_year || i64::from(*year) >= last || !life.reaches(*year) {
                continue;
            }
            let relief = tax.max(0.0).min(left);
            left -= relief;
            out.push((*year, relief));
        }
        out
    }
}

/// What a government gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Instrument {
    /// Money that does not come back.
    Grant {
        /// Dollars.
        amount: f64,
    },
    /// Money that comes back with interest.
    Loan(Loan),
    /// Shares of the company.
    Equity {
        /// Dollars invested.
        amount: f64,
        /// The part counted as lost.
        loss_share: f64,
    },
    /// A refundable credit, `rate × spending`.
    Credit {
        /// Credit per dollar of eligible spending.
        rate: f64,
        /// Eligible spending.
        spending: f64,
    },
    /// Relief from yearly taxes.
    Holiday(Holiday),
}

/// Money that goes out and comes back in a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outlay {
    /// The year.
    pub year: i32,
    /// Dollars given, or taxes given up.
    pub out: f64,
    /// Dollars that come back.
    pub back: f64,
}

/// One support: an instrument and the year in which it is given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Support {
    /// The year, also of its dollars.
    pub year: i32,
    /// What is given.
    pub instrument: Instrument,
}

impl Support {
    /// Returns the money that goes out and comes back, year by year.
    ///
    /// What was to be given after an early closure is not. At the closure, payments of a loan stop and its balance, less the part lost, comes back that
    /// year; so does a stake less the part lost. Without a closure a stake has no date of exit: nothing of it is shown as coming back.
    ///
    /// * `taxes`: yearly taxes that a holiday relieves; other instruments do not read them.
    pub fn outlays(&self, life: Life, taxes: &[(i32, f64)]) -> Vec<Outlay> {
        let given = |out: f64| Outlay {
            year: self.year,
            out,
            back: 0.0,
        };
        if let Instrument::Holiday(holiday) = self.instrument {
            let relief = holiday.relief(taxes, life).into_iter();
            return relief.map(|(year, out)| Outlay { year, out, back: 0.0 }).collect();
        }
        if !life.reaches(self.year) {
            return Vec::new();
        }
        match self.instrument {
            Instrument::Grant { amount } => vec![given(amount)],
            Instrument::Credit { rate, spending } => vec![given(rate * spending)],
            Instrument::Equity { amount, .. } => {
                let mut out = vec![given(amount)];
                if let Life::Closes { last_year, loss_share } = life {
                    out.push(Outlay {
                        year: last_year,
                        out: 0.0,
                        back: amount * (1.0 - loss_share),
                    });
                }
                out
            }
            Instrument::Loan(loan) => self.loan_outlays(loan, life),
            Instrument::Holiday(_) => Vec::new(),
        }
    }

    fn loan_outlays(&self, loan: Loan, life: Life) -> Vec<Outlay> {
        let mut out = vec![Outlay {
            year: self.year,
            out: loan.amount,
            back: 0.0,
        }];
        let mut due = loan.amount;
        let mut year = self.year;
        for payment in loan.schedule() {
            year = year.saturating_add(1);
            if !life.reaches(year) {
                break;
            }
            due = payment.balance;
            out.push(Outlay {
                year,
                out: 0.0,
                back: payment.interest + payment.principal,
            });
        }
        if let Life::Closes { last_year, loss_share } = life
            && due > 0.0
        {
            out.push(Outlay {
                year: last_year,
                out: 0.0,
                back: due * (1.0 - loss_share),
            });
        }
        out
    }

    /// Returns what is given in all, before anything comes back: the amount announced; for a holiday, the sum of its relief.
    pub fn face(&self, life: Life, taxes: &[(i32, f64)]) -> f64 {
        self.outlays(life, taxes).iter().map(|o| o.out).sum()
    }

    /// Returns what the support costs in the end, in dollars of the year in which it is given.
    ///
    /// Grant and credit: the amount. Loan: the amount less its payments at present value, so 0 at the market rate and negative above it. Equity: the
    /// amount times the part counted as lost, or the part lost at an early closure. Holiday: its relief at present value.
    ///
    /// * `market_rate`: the nominal rate at which the company would borrow without support.
    pub fn net_cost(&self, market_rate: f64, life: Life, taxes: &[(i32, f64)]) -> f64 {
        if let Instrument::Equity { amount, loss_share } = self.instrument {
            return match life {
                Life::Full => amount * loss_share,
                Life::Closes { loss_share, .. } if life.reaches(self.year) => amount * loss_share,
                Life::Closes { .. } => 0.0,
            };
        }
        self.outlays(life, taxes)
            .iter()
            .map(|o| (o.out - o.back) * discount_factor(market_rate, o.year.saturating_sub(self.year)))
            .sum()
    }
}

/// Returns the aid that a holiday takes out of its eligible spending: grants and refundable credits.
///
/// Loans and equity are financing, not aid on a spending; another holiday relieves taxes, not spending.
pub fn counted_aid(supports: &[Support]) -> f64 {
    supports
        .iter()
        .map(|s| match s.instrument {
            Instrument::Grant { amount } => amount,
            Instrument::Credit { rate, spending } => rate * spending,
            Instrument::Loan(_) | Instrument::Equity { .. } | Instrument::Holiday(_) => 0.0,
        })
        .sum()
}

/// Revenue against one cost.
#[derive(Clone, Debug, PartialEq)]
pub struct Payback {
    /// The cost.
    pub cost: f64,
    /// Revenue since the first year, by year.
    pub cumulated: Vec<(i32, f64)>,
    /// The first year when cumulated revenue covers the cost; nothing when it never does, or when nothing was given.
    pub year: Option<i32>,
    /// Revenue of all years ÷ cost; nothing when nothing was given.
    pub ratio: Option<f64>,
}

impl Payback {
    /// Lays yearly revenue against a cost; both in dollars of one same kind.
    ///
    /// * `revenue`: **net** revenue of one government, or of all, by year, years in order, before any relief that the cost counts.
    pub fn new(revenue: &[(i32, f64)], cost: f64) -> Self {
        let mut sum = 0.0;
        let cumulated: Vec<(i32, f64)> = revenue
            .iter()
            .map(|(year, r)| {
                sum += r;
                (*year, sum)
            })
            .collect();
        let given = cost > 0.0;
        // A sum of decimal amounts may fall short of their total by its last digit.
        let covered = |total: f64| total >= cost * (1.0 - 1e-12);
        Self {
            cost,
            year: cumulated.iter().find(|(_, c)| given && covered(*c)).map(|(y, _)| *y),
            ratio: given.then(|| sum / cost),
            cumulated,
        }
    }

    /// Lays the present values of yearly revenue against a cost in dollars of `base`.
    pub fn discounted(revenue: &[(i32, f64)], cost: f64, rate: f64, base: i32) -> Self {
        let worth: Vec<(i32, f64)> = revenue
            .iter()
            .map(|flow| (flow.0, present_value(&[*flow], rate, base)))
            .collect();
        Self::new(&worth, cost)
    }
}
