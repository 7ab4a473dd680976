//! What can be changed about the facts of a project, its description and the benefits that no figure counts.

use crate::ids::Local;
use crate::scenario::{Basis, Benefit, Fact, Scenario};
use crate::text::messages::project as words;
use crate::text::{Lang, Msg};

/// One change to what a project says beside its numbers.
#[derive(Clone, Debug, PartialEq)]
pub enum FactsEdit {
    /// The description in this language; in both where it had the same in both.
    Description(Lang, String),
    /// An empty fact is added at the end.
    AddFact,
    /// A fact is removed.
    RemoveFact(usize),
    /// A fact takes the place of another one, which follows it or precedes it.
    MoveFact(usize, usize),
    /// What a fact says.
    FactText(usize, Lang, String),
    /// Where a fact comes from; an empty text removes the source.
    FactSource(usize, Lang, String),
    /// What a fact rests on.
    FactBasis(usize, Basis),
    /// A benefit holds, or no longer; one of the project's own disappears.
    Tick(String, bool),
    /// A benefit of the project's own is added, not yet worded.
    AddBenefit,
    /// What a benefit of the project's own says.
    BenefitText(String, Lang, String),
    /// What a benefit rests on; an empty text removes it.
    Evidence(String, Lang, String),
}

impl FactsEdit {
    /// Returns a name for the control that makes this edit, the same while it is typed.
    pub(super) fn control(&self) -> String {
        match self {
            FactsEdit::Description(lang, _) => format!("description.{lang:?}"),
            FactsEdit::AddFact => "fact.add".into(),
            FactsEdit::RemoveFact(k) => format!("fact.remove.{k}"),
            FactsEdit::MoveFact(k, to) => format!("fact.move.{k}.{to}"),
            FactsEdit::FactText(k, lang, _) => format!("fact.text.{k}.{lang:?}"),
            FactsEdit::FactSource(k, lang, _) => format!("fact.source.{k}.{lang:?}"),
            FactsEdit::FactBasis(k, _) => format!("fact.basis.{k}"),
            FactsEdit::Tick(id, _) => format!("benefit.tick.{id}"),
            FactsEdit::AddBenefit => "benefit.add".into(),
            FactsEdit::BenefitText(id, lang, _) => format!("benefit.text.{id}.{lang:?}"),
            FactsEdit::Evidence(id, lang, _) => format!("benefit.evidence.{id}.{lang:?}"),
        }
    }

    /// Returns the name of the step.
    pub(super) fn step(&self) -> Msg {
        match self {
            FactsEdit::Description(..) => words::STEP_DESCRIPTION,
            FactsEdit::AddFact => words::STEP_ADD_FACT,
            FactsEdit::RemoveFact(_) => words::STEP_REMOVE_FACT,
            FactsEdit::MoveFact(..) => words::STEP_MOVE_FACT,
            FactsEdit::FactText(..) | FactsEdit::FactSource(..) | FactsEdit::FactBasis(..) => words::STEP_FACT,
            FactsEdit::AddBenefit => words::STEP_ADD_BENEFIT,
            FactsEdit::Tick(..) | FactsEdit::BenefitText(..) | FactsEdit::Evidence(..) => words::STEP_BENEFIT,
        }
    }

    /// Makes the change. Positions and benefits that do not exist change nothing.
    pub(super) fn apply(&self, s: &mut Scenario) {
        match self {
            FactsEdit::Description(lang, text) => say(&mut s.description, *lang, text),
            FactsEdit::AddFact => s.facts.push(Fact {
                text: Local::default(),
                basis: Basis::User,
                source: None,
            }),
            FactsEdit::RemoveFact(k) => {
                if *k < s.facts.len() {
                    s.facts.remove(*k);
                }
            }
            FactsEdit::MoveFact(k, to) => {
                if *k < s.facts.len() && *to < s.facts.len() {
                    let fact = s.facts.remove(*k);
                    s.facts.insert(*to, fact);
                }
            }
            FactsEdit::FactText(k, lang, text) => {
                if let Some(fact) = s.facts.get_mut(*k) {
                    say(&mut fact.text, *lang, text);
                }
            }
            FactsEdit::FactSource(k, lang, text) => {
                if let Some(fact) = s.facts.get_mut(*k) {
                    say_perhaps(&mut fact.source, *lang, text);
                }
            }
            FactsEdit::FactBasis(k, basis) => {
                if let Some(fact) = s.facts.get_mut(*k) {
                    fact.basis = *basis;
                }
            }
            FactsEdit::Tick(id, true) => {
                if s.benefits.iter().all(|b| b.id != *id) {
                    s.benefits.push(Benefit {
                        id: id.clone(),
                        ..Benefit::default()
                    });
                }
            }
            FactsEdit::Tick(id, false) => s.benefits.retain(|b| b.id != *id),
            FactsEdit::AddBenefit => {
                let free = |id: &String| s.benefits.iter().all(|b| b.id != *id);
                let id = (1..).map(|n| format!("own-{n}")).find(free).unwrap_or_default();
                s.benefits.push(Benefit {
                    id,
                    text: Some(Local::default()),
                    ..Benefit::default()
                });
            }
            FactsEdit::BenefitText(id, lang, text) => {
                if let Some(own) = s.benefits.iter_mut().find(|b| b.id == *id) {
                    say(own.text.get_or_insert_with(Local::default), *lang, text);
                }
            }
            FactsEdit::Evidence(id, lang, text) => {
                if let Some(benefit) = s.benefits.iter_mut().find(|b| b.id == *id) {
                    say_perhaps(&mut benefit.evidence, *lang, text);
                }
            }
        }
    }
}

/// Says something in one language, or in both where the other one says the same.
pub(super) fn say(local: &mut Local, lang: Lang, text: &str) {
    match lang {
        _ if local.fr == local.en => *local = Local::same(text),
        Lang::Fr => local.fr = text.to_owned(),
        Lang::En => local.en = text.to_owned(),
    }
}

/// Says something that may be left unsaid.
pub(super) fn say_perhaps(local: &mut Option<Local>, lang: Lang, text: &str) {
    let mut said = local.take().unwrap_or_default();
    say(&mut said, lang, text);
    *local = (!said.is_empty()).then_some(said);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_language_is_changed_alone_once_both_differ() {
        let mut text = Local::default();
        say(&mut text, Lang::En, "Interns");
        assert_eq!(text, Local::same("Interns"));
        text.fr = "Stagiaires".to_owned();
        say(&mut text, Lang::En, "Interns, ten a year");
        assert_eq!(text, Local::new("Stagiaires", "Interns, ten a year"));
        let mut source = None;
        say_perhaps(&mut source, Lang::Fr, "La Presse");
        assert_eq!(source, Some(Local::same("La Presse")));
        say_perhaps(&mut source, Lang::Fr, "");
        assert_eq!(source, None);
    }
}
