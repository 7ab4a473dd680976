//! The glossary: every term with its definition, and which words of the window are terms.

use crate::text::messages::{finances as f, glossary as g, report as r, ui as u, words as w};
use crate::text::{Lang, Msg};

/// A term of the method.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Term {
    /// Its name.
    pub name: Msg,
    /// What it means.
    pub definition: Msg,
    /// Other words of the window for the same thing.
    pub also: &'static [Msg],
}

const fn term(name: Msg, definition: Msg, also: &'static [Msg]) -> Term {
    Term { name, definition, also }
}

/// The terms, in the order in which a reader meets them.
pub const TERMS: &[Term] = &[
    term(g::DIRECT, g::DIRECT_IS, &[r::DIRECT, w::DIRECT, w::DIRECT_SHORT]),
    term(
        g::INDIRECT,
        g::INDIRECT_IS,
        &[r::INDIRECT, w::INDIRECT, w::INDIRECT_SHORT],
    ),
    term(
        g::INDIRECT_FIRST,
        g::INDIRECT_FIRST_IS,
        &[
            r::INDIRECT_FIRST,
            w::INDIRECT_FIRST,
            w::INDIRECT_FIRST_SHORT,
            f::FIRST_SUPPLIERS,
        ],
    ),
    term(
        g::INDIRECT_OTHER,
        g::INDIRECT_OTHER_IS,
        &[
            r::INDIRECT_OTHER,
            w::INDIRECT_OTHER,
            w::INDIRECT_OTHER_SHORT,
            f::OTHER_SUPPLIERS,
        ],
    ),
    term(g::INDUCED, g::INDUCED_IS, &[r::INDUCED, w::INDUCED, w::INDUCED_SHORT]),
    term(g::JOB_YEARS, g::JOB_YEARS_IS, &[r::ROW_JOB_YEARS, w::JOB_YEARS]),
    term(g::JOBS, g::JOBS_IS, &[r::CARD_JOBS]),
    term(g::SUPPORTED, g::SUPPORTED_IS, &[]),
    term(g::GDP, g::GDP_IS, &[r::CARD_GDP, w::GDP, f::COLUMN_GDP]),
    term(g::OUTPUT, g::OUTPUT_IS, &[w::OUTPUT]),
    term(g::WAGES, g::WAGES_IS, &[r::CARD_WAGES, w::WAGES, f::COLUMN_WAGES]),
    term(
        g::LABOUR_INCOME,
        g::LABOUR_INCOME_IS,
        &[w::COMPENSATION, f::CARD_COMPENSATION],
    ),
    term(g::AFTER_TAX, g::AFTER_TAX_IS, &[f::CARD_AFTER_TAX, f::PAY_TAKE_HOME]),
    term(g::SURPLUS, g::SURPLUS_IS, &[w::SURPLUS]),
    term(g::FAMILIES, g::FAMILIES_IS, &[f::CARD_FAMILIES, f::COLUMN_FAMILIES]),
    term(g::FISCAL, g::FISCAL_IS, &[f::FISCAL, f::CARD_REVENUE]),
    term(g::PARAFISCAL, g::PARAFISCAL_IS, &[f::PARAFISCAL]),
    term(
        g::PRODUCT_TAXES,
        g::PRODUCT_TAXES_IS,
        &[w::PRODUCT_TAXES, r::CARD_TAXES],
    ),
    term(g::LEAKAGE, g::LEAKAGE_IS, &[w::FOREIGN_IMPORTS]),
    term(g::QUEBEC_CONTENT, g::QUEBEC_CONTENT_IS, &[]),
    term(
        g::LOCAL_SHARE,
        g::LOCAL_SHARE_IS,
        &[u::LOCAL_SHARE, w::LOCAL_SHARE, u::LOCAL_AND_CAP],
    ),
    term(g::CAP, g::CAP_IS, &[u::LINE_CAP]),
    term(g::LOCATION_QUOTIENT, g::LOCATION_QUOTIENT_IS, &[u::METHOD]),
    term(g::FLEGG, g::FLEGG_IS, &[]),
    term(g::DELTA, g::DELTA_IS, &[w::DELTA]),
    term(g::SIMPLE_MULTIPLIER, g::SIMPLE_MULTIPLIER_IS, &[]),
    term(g::TOTAL_MULTIPLIER, g::TOTAL_MULTIPLIER_IS, &[]),
    term(g::TYPE_I, g::TYPE_I_IS, &[]),
    term(g::TYPE_II, g::TYPE_II_IS, &[]),
    term(g::GROSS, g::GROSS_IS, &[r::GROSS]),
    term(g::NET, g::NET_IS, &[f::NET]),
    term(g::DEADWEIGHT, g::DEADWEIGHT_IS, &[]),
    term(g::DISPLACEMENT, g::DISPLACEMENT_IS, &[]),
    term(g::SUBSTITUTION, g::SUBSTITUTION_IS, &[]),
    term(g::PRESENT_VALUE, g::PRESENT_VALUE_IS, &[f::MONEY_PRESENT_SHORT]),
    term(g::CONSTANT_DOLLARS, g::CONSTANT_DOLLARS_IS, &[f::MONEY_CONSTANT_SHORT]),
    term(g::RESIDENTS, g::RESIDENTS_IS, &[f::COLUMN_RESIDENTS, w::LOCAL_HIRING]),
    term(g::RECIPE, g::RECIPE_IS, &[w::RECIPE]),
    term(g::SHOCK, g::SHOCK_IS, &[]),
    term(g::PAYBACK, g::PAYBACK_IS, &[]),
    term(g::LM3, g::LM3_IS, &[]),
    term(g::GHOST, g::GHOST_IS, &[r::SAVED_VERSION, u::GHOST]),
];

/// Returns the term that a text of the window is, whatever its case; nothing for any other text.
pub fn find(text: &str, lang: Lang) -> Option<&'static Term> {
    // Looked up at every frame: letters are compared one by one, so that nearly every term is passed over at its first.
    let folded = |text: &'static str| text.chars().flat_map(char::to_lowercase);
    let is = |msg: &Msg| folded(msg.get(lang)).eq(text.chars().flat_map(char::to_lowercase));
    TERMS.iter().find(|t| is(&t.name) || t.also.iter().any(is))
}

/// Terms that stand inside sentences, where nothing else explains them.
const INSIDE: &[Msg] = &[g::LM3];

/// Returns the first term that stands inside a sentence: where it begins, its name and its definition.
pub fn inside(sentence: &str, lang: Lang) -> Option<(usize, &'static str, &'static str)> {
    INSIDE.iter().find_map(|name| {
        let name = name.get(lang);
        Some((sentence.find(name)?, name, definition(name, lang)?))
    })
}

/// Returns the definition of a text of the window, when it is a term.
pub fn definition(text: &str, lang: Lang) -> Option<&'static str> {
    find(text, lang).map(|t| t.definition.get(lang))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn terms_differ_and_none_is_found_under_the_name_of_another() {
        for lang in Lang::ALL {
            for term in TERMS {
                assert_eq!(find(term.name.get(lang), lang), Some(term), "{}", term.name.get(lang));
                for other in term.also {
                    assert_eq!(find(other.get(lang), lang), Some(term), "{}", other.get(lang));
                }
            }
        }
        assert_eq!(find("une chose", Lang::Fr), None);
    }
}
