//! Finds an activity by what people call it, in either language, or by its code.

use super::files::{ActivityEntry, RecipeEntry};
use super::library::{Library, is_offered};
use crate::ids::Local;

/// An activity that answers a query.
#[derive(Clone, Debug, PartialEq)]
pub struct Found<'a> {
    /// The curated activity, when it is one.
    pub activity: Option<&'a ActivityEntry>,
    /// The recipe it would use.
    pub recipe: &'a RecipeEntry,
    /// Its name.
    pub label: Local,
    /// The code to show: SCIAN for curated activities, the recipe's otherwise.
    pub code: &'a str,
    /// The synonym that answered, when the name did not.
    pub matched: Option<String>,
}

/// Returns a text without accents, case or apostrophe style, for comparison.
pub fn fold(text: &str) -> String {
    text.chars()
        .flat_map(char::to_lowercase)
        .map(|c| match c {
            'à' | 'â' | 'ä' | 'á' => 'a',
            'ç' => 'c',
            'è' | 'é' | 'ê' | 'ë' => 'e',
            'î' | 'ï' | 'í' => 'i',
            'ô' | 'ö' | 'ó' => 'o',
            'ù' | 'û' | 'ü' | 'ú' => 'u',
            '’' | '\u{a0}' | '-' => ' ',
            '\'' => ' ',
            other => other,
        })
        .collect::<String>()
        .replace('œ', "oe")
}

/// What someone searches: words, or the beginning of a code.
pub struct Query {
    folded: String,
}

impl Query {
    /// Reads a query as typed.
    pub fn new(text: &str) -> Self {
        Self {
            folded: fold(text).trim().to_owned(),
        }
    }

    /// Returns whether every word of the query begins a word of `text`.
    pub fn answers(&self, text: &str) -> bool {
        let text = fold(text);
        let begun = |w: &str| text.split(|c: char| !c.is_alphanumeric()).any(|t| t.starts_with(w));
        self.folded.split_whitespace().all(begun)
    }

    /// Returns whether the query begins a code.
    pub fn begins(&self, code: &str) -> bool {
        fold(code).starts_with(&self.folded)
    }

    /// Returns whether an activity answers by a name, a synonym or a code.
    pub fn finds_activity(&self, a: &ActivityEntry) -> bool {
        let words = [&a.label.fr, &a.label.en]
            .into_iter()
            .chain(&a.synonyms.fr)
            .chain(&a.synonyms.en);
        let mut codes = a.recipes.iter().chain([&a.scian, &a.id]);
        words.into_iter().any(|w| self.answers(w)) || codes.any(|c| self.begins(c))
    }

    /// Returns whether a recipe answers by its name or its code.
    pub fn finds_recipe(&self, r: &RecipeEntry) -> bool {
        self.answers(&r.name_en) || self.begins(&r.code)
    }
}

/// Lists the activities that answer a query, curated ones first; all of them when the query is empty.
///
/// Every word of the query must begin a word of the name, of a synonym or of a code. Recipes that cannot drive a project are left out.
pub fn search<'a>(library: &'a Library, query: &str) -> Vec<Found<'a>> {
    let asked = Query::new(query);
    let answers = |text: &str| asked.answers(text);
    let mut out: Vec<(u8, Found<'a>)> = Vec::new();
    for a in &library.activities {
        let Some(recipe) = a.recipes.first().and_then(|code| library.recipe(code)) else {
            continue;
        };
        let names = [a.label.fr.as_str(), a.label.en.as_str()];
        let synonym = a.synonyms.fr.iter().chain(&a.synonyms.en).find(|s| answers(s));
        let rank = if names.iter().any(|n| answers(n)) || asked.begins(&a.scian) {
            0
        } else if synonym.is_some() || a.recipes.iter().any(|r| asked.begins(r)) {
            1
        } else {
            continue;
        };
        let matched = (rank == 1).then(|| synonym.cloned()).flatten();
        let found = Found {
            activity: Some(a),
            recipe,
            label: a.label.clone(),
            code: &a.scian,
            matched,
        };
        out.push((rank, found));
    }
    for r in library.recipes.recipes.iter().filter(|r| is_offered(r)) {
        if asked.finds_recipe(r) {
            let label = Local::same(&r.name_en);
            out.push((
                2,
                Found {
                    activity: None,
                    recipe: r,
                    label,
                    code: &r.code,
                    matched: None,
                },
            ));
        }
    }
    out.sort_by_key(|(rank, _)| *rank);
    out.into_iter().map(|(_, f)| f).collect()
}
