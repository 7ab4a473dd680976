//! What can be changed in a document about public money: support, early closure, tax base, gross to net, year of the law.

use crate::ids::{Local, SupportId};
use crate::scenario::{Additionality, Government, Input, PhaseKind, Scenario, Support, SupportKind, TaxBase};
use crate::text::messages::steps;
use crate::text::{Lang, Msg};

/// One change about public money.
#[derive(Clone, Debug, PartialEq)]
pub enum PublicEdit {
    /// A support is added: who gives it, under which programme, in which form.
    Add(Government, Option<String>, Box<SupportKind>),
    /// A support is removed.
    Remove(SupportId),
    /// Who gives a support.
    Government(SupportId, Government),
    /// The year of a support.
    Year(SupportId, i32),
    /// The name of a support in one language.
    Label(SupportId, Lang, String),
    /// A number of a support; nothing goes back to its default.
    Number(SupportId, SupportNumber, Option<f64>),
    /// The last year of operation in the variant that closes early; nothing removes the variant.
    EarlyClosure(Option<i32>),
    /// A factor from gross to net of a phase; nothing goes back to the preset.
    Factor(usize, NetFactor, Option<f64>),
    /// The preset from gross to net of a phase; nothing removes it with the factors stated.
    Preset(usize, Option<String>),
    /// A number of the base of a phase's property tax; a base without value disappears.
    TaxBase(usize, TaxBaseNumber, Option<f64>),
    /// The year of the tax rules; nothing goes back to the year of the activity.
    LawYear(Option<i32>),
}

/// A number of a support.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SupportNumber {
    /// Dollars given.
    Amount,
    /// Interest of a loan, or rate of a credit or a holiday.
    Rate,
    /// Years of a loan.
    Term,
    /// Years of a loan in which interest alone is paid.
    Moratorium,
    /// The part of shares counted as lost.
    LossShare,
    /// Eligible spending.
    Spending,
    /// Years of a holiday.
    Years,
}

/// A factor from gross to net.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NetFactor {
    /// What would have happened anyway.
    Deadweight,
    /// What takes the place of activity elsewhere in the region.
    Displacement,
    /// What replaces another activity of the same firm.
    Substitution,
    /// The activity of the reference case.
    Reference,
}

/// A number of the base of the property tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TaxBaseNumber {
    /// Value added to the assessment roll.
    Value,
    /// Dollars per 100 $ of value.
    Rate,
    /// The part taken back by equalization.
    Loss,
}

impl PublicEdit {
    /// Returns a name for the control that makes this edit, the same while it moves.
    pub(super) fn control(&self) -> String {
        match self {
            PublicEdit::Add(..) => "support.add".into(),
            PublicEdit::Remove(id) => format!("support.remove.{id}"),
            PublicEdit::Government(id, _) => format!("support.government.{id}"),
            PublicEdit::Year(id, _) => format!("support.year.{id}"),
            PublicEdit::Label(id, ..) => format!("support.label.{id}"),
            PublicEdit::Number(id, which, _) => format!("support.{which:?}.{id}"),
            PublicEdit::EarlyClosure(_) => "early_closure".into(),
            PublicEdit::Factor(k, which, _) => format!("factor.{which:?}.{k}"),
            PublicEdit::Preset(k, _) => format!("preset.{k}"),
            PublicEdit::TaxBase(k, which, _) => format!("tax_base.{which:?}.{k}"),
            PublicEdit::LawYear(_) => "law_year".into(),
        }
    }

    /// Returns the number that the edit carries.
    pub(super) fn number(&self) -> Option<f64> {
        match self {
            PublicEdit::Number(_, _, v) | PublicEdit::Factor(_, _, v) | PublicEdit::TaxBase(_, _, v) => *v,
            PublicEdit::Year(_, v) => Some(f64::from(*v)),
            PublicEdit::EarlyClosure(v) | PublicEdit::LawYear(v) => v.map(f64::from),
            _ => None,
        }
    }

    /// Returns the name of the step.
    pub(super) fn step(&self) -> Msg {
        match self {
            PublicEdit::Add(..) => steps::ADD_SUPPORT,
            PublicEdit::Remove(_) => steps::REMOVE_SUPPORT,
            PublicEdit::EarlyClosure(_) => steps::EARLY_CLOSURE,
            PublicEdit::Factor(..) | PublicEdit::Preset(..) => steps::NET_FACTORS,
            PublicEdit::TaxBase(..) => steps::TAX_BASE,
            PublicEdit::LawYear(_) => steps::LAW_YEAR,
            _ => steps::SUPPORT,
        }
    }

    /// Makes the change.
    pub(super) fn apply(&self, s: &mut Scenario) {
        match self {
            PublicEdit::Add(government, programme, kind) => {
                let id = (1..)
                    .map(|n| format!("s{n}"))
                    .find(|id| s.support.iter().all(|x| x.id.as_str() != id))
                    .unwrap_or_default();
                let year = s.phases.iter().map(|p| p.start).min().unwrap_or(2026);
                s.support.push(Support {
                    id: SupportId::new(id),
                    label: None,
                    programme: programme.clone(),
                    government: *government,
                    year,
                    kind: SupportKind::clone(kind),
                });
            }
            PublicEdit::Remove(id) => s.support.retain(|x| x.id != *id),
            PublicEdit::Government(id, government) => with(s, id, |x| x.government = *government),
            PublicEdit::Year(id, year) => with(s, id, |x| x.year = *year),
            PublicEdit::Label(id, lang, text) => with(s, id, |x| {
                let mut name = x.label.take().unwrap_or_default();
                match lang {
                    _ if name.fr == name.en => name = Local::same(text),
                    Lang::Fr => name.fr.clone_from(text),
                    Lang::En => name.en.clone_from(text),
                }
                x.label = (!text.trim().is_empty()).then_some(name);
            }),
            PublicEdit::Number(id, which, value) => with(s, id, |x| set_number(&mut x.kind, *which, *value)),
            PublicEdit::EarlyClosure(year) => s.early_closure = year.map(|y| Input::user(f64::from(y))),
            PublicEdit::Factor(k, which, value) => {
                if let Some(p) = s.phases.get_mut(*k) {
                    let a = p.additionality.get_or_insert_with(Additionality::default);
                    let own = match which {
                        NetFactor::Deadweight => &mut a.deadweight,
                        NetFactor::Displacement => &mut a.displacement,
                        NetFactor::Substitution => &mut a.substitution,
                        NetFactor::Reference => &mut a.reference,
                    };
                    *own = value.map(Input::user);
                    if *a == Additionality::default() {
                        p.additionality = None;
                    }
                }
            }
            PublicEdit::Preset(k, preset) => {
                if let Some(p) = s.phases.get_mut(*k) {
                    p.additionality = preset.as_ref().map(|id| Additionality {
                        preset: Some(id.clone()),
                        ..Additionality::default()
                    });
                }
            }
            PublicEdit::TaxBase(k, which, value) => {
                if let Some(PhaseKind::Operation {
                    tax_base, property_tax, ..
                }) = s.phases.get_mut(*k).map(|p| &mut p.kind)
                {
                    let base = tax_base.get_or_insert_with(TaxBase::default);
                    let value = value.map(Input::user);
                    match which {
                        TaxBaseNumber::Value => base.assessed_value = value.unwrap_or_default(),
                        TaxBaseNumber::Rate => base.rate = value.unwrap_or_default(),
                        TaxBaseNumber::Loss => base.equalization_loss = value,
                    }
                    // A tax computed from a base takes the place of one stated in dollars.
                    *property_tax = None;
                    if base.assessed_value.value == 0.0 && base.rate.value == 0.0 && base.equalization_loss.is_none() {
                        *tax_base = None;
                    }
                }
            }
            PublicEdit::LawYear(year) => s.model.law_year = *year,
        }
    }
}

/// Moves an early closure into the years of operation, after an edit that moved these; without operation there is none.
pub(super) fn keep_closure_inside(s: &mut Scenario) {
    let years = s.operation_years().filter(|y| y.start() <= y.end());
    let Some(closure) = &mut s.early_closure else { return };
    match years {
        None => s.early_closure = None,
        Some(years) => {
            let (first, last) = (f64::from(*years.start()), f64::from(*years.end()));
            if closure.value.is_finite() && !(first..=last).contains(&closure.value) {
                *closure = Input::user(closure.value.clamp(first, last));
            }
        }
    }
}

fn with(s: &mut Scenario, id: &SupportId, change: impl FnOnce(&mut Support)) {
    if let Some(support) = s.support.iter_mut().find(|x| x.id == *id) {
        change(support);
    }
}

fn set_number(kind: &mut SupportKind, which: SupportNumber, value: Option<f64>) {
    let stated = value.map(Input::user);
    // An amount or a rate is never absent: nothing leaves it as it is.
    let required = |field: &mut Input| {
        if let Some(v) = value {
            *field = Input::user(v);
        }
    };
    match (kind, which) {
        (
            SupportKind::Grant { amount } | SupportKind::Loan { amount, .. } | SupportKind::Equity { amount, .. },
            SupportNumber::Amount,
        ) => required(amount),
        (SupportKind::Loan { rate, .. }, SupportNumber::Rate) => *rate = stated,
        (SupportKind::Loan { term, .. }, SupportNumber::Term) => *term = stated,
        (SupportKind::Loan { moratorium, .. }, SupportNumber::Moratorium) => *moratorium = stated,
        (SupportKind::Equity { loss_share, .. }, SupportNumber::LossShare) => *loss_share = stated,
        (SupportKind::Credit { rate, .. } | SupportKind::Holiday { rate, .. }, SupportNumber::Rate) => required(rate),
        (SupportKind::Credit { spending, .. } | SupportKind::Holiday { spending, .. }, SupportNumber::Spending) => {
            *spending = stated;
        }
        (SupportKind::Holiday { years, .. }, SupportNumber::Years) => *years = stated,
        _ => {}
    }
}
