//! What a project says beside its figures: facts, and benefits that no figure counts. They are carried as stated and never scored.

use super::full::{Block, Item};
use super::words;
use crate::study::{Basis, Library, Study};
use crate::text::Lang;
use crate::text::messages::{full as m, project as p};

/// A benefit in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BenefitWords {
    /// Its name in scenario files.
    pub id: String,
    /// What it says.
    pub label: String,
    /// What supports it; nothing where the project does not say.
    pub evidence: Option<String>,
    /// What that rests on.
    pub basis: Basis,
    /// What to know: where a figure already counts it.
    pub note: Option<String>,
}

/// Returns the benefits that a project ticks, those of the list in its order, then its own; one not yet worded is left out.
pub fn benefits(study: &Study, library: &Library, lang: Lang) -> Vec<BenefitWords> {
    let list = &library.benefits.benefits;
    let rank = |id: &str| list.iter().position(|b| b.id == id).unwrap_or(list.len());
    let mut ticked: Vec<_> = study.benefits.iter().collect();
    ticked.sort_by_key(|b| rank(&b.id));
    let words = ticked.into_iter().filter_map(|b| {
        let listed = library.benefit(&b.id);
        let text = b.text.as_ref().or(listed.map(|l| &l.label))?;
        (!text.is_empty()).then(|| BenefitWords {
            id: b.id.clone(),
            label: text.get(lang).to_owned(),
            evidence: b.evidence.as_ref().map(|e| e.get(lang).to_owned()),
            basis: b.basis,
            note: listed.and_then(|l| l.note.as_ref()).map(|n| n.get(lang).to_owned()),
        })
    });
    words.collect()
}

/// Returns what stands below a benefit: its evidence, or that there is none, and where a figure already counts it.
pub fn below(benefit: &BenefitWords, lang: Lang) -> Vec<String> {
    let evidence = match &benefit.evidence {
        Some(text) => p::EVIDENCE_BELOW.fill(lang, &[("text", text)]),
        None => words::upper_first(p::NO_EVIDENCE.get(lang)),
    };
    std::iter::once(evidence).chain(benefit.note.clone()).collect()
}

/// Writes facts and benefits; nothing where the project states none.
pub(super) fn blocks(study: &Study, library: &Library, lang: Lang) -> Vec<Block> {
    let mut out = Vec::new();
    let facts: Vec<Item> = study
        .facts
        .iter()
        .filter(|f| !f.text.is_empty())
        .map(|f| Item {
            text: f.text.get(lang).to_owned(),
            below: match &f.source {
                Some(source) => vec![m::SOURCE.fill(lang, &[("source", source.get(lang))])],
                None => vec![words::upper_first(words::basis(f.basis).get(lang))],
            },
        })
        .collect();
    if !facts.is_empty() {
        out.push(Block::Heading(p::FACTS_REPORT.get(lang).to_owned()));
        out.push(Block::List(facts));
    }
    let benefits = benefits(study, library, lang);
    if !benefits.is_empty() {
        out.push(Block::Heading(p::BENEFITS_REPORT.get(lang).to_owned()));
        out.push(Block::Paragraph(p::BENEFITS_REPORT_NOTE.get(lang).to_owned()));
        let items = benefits.iter().map(|b| Item {
            text: b.label.clone(),
            below: below(b, lang),
        });
        out.push(Block::List(items.collect()));
    }
    out
}
