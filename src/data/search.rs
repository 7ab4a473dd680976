//! Finds an activity or a region by what people call it, in either language, or by its code.

use super::files::{ActivityEntry, RecipeEntry};
use super::library::{Library, is_offered};
use super::territories::{Structure, Territory};
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

/// Words that link others: they tell nothing of what is searched.
const LINKS: &[&str] = &[
    "a", "and", "au", "aux", "d", "de", "des", "du", "en", "et", "for", "l", "la", "le", "les", "of", "pour", "the",
    "un", "une",
];

/// Words that any activity may bear: they are left aside where nothing answers with them.
const GENERIC: &[&str] = &[
    "business",
    "centre",
    "centrale",
    "company",
    "entreprise",
    "exploitation",
    "fabrication",
    "factory",
    "farm",
    "ferme",
    "industrie",
    "industry",
    "making",
    "manufacturing",
    "mill",
    "plant",
    "production",
    "producteur",
    "project",
    "projet",
    "transformation",
    "usine",
];

/// What someone searches: words, or the beginning of a code.
pub struct Query {
    folded: String,
    words: Vec<String>,
}

impl Query {
    /// Reads a query as typed.
    pub fn new(text: &str) -> Self {
        let folded = fold(text).trim().to_owned();
        let said = || {
            folded
                .split(|c: char| !c.is_alphanumeric())
                .filter(|w| !w.is_empty())
                .map(str::to_owned)
        };
        let mut words: Vec<String> = said().filter(|w| !LINKS.contains(&w.as_str())).collect();
        if words.is_empty() {
            words = said().collect();
        }
        Self { folded, words }
    }

    /// Returns the query without the words that any activity may bear; nothing when it would be the same or empty.
    fn without_generic(&self) -> Option<Self> {
        let generic = |w: &String| GENERIC.iter().any(|g| w == g || w.strip_suffix('s') == Some(g));
        let words: Vec<String> = self.words.iter().filter(|w| !generic(w)).cloned().collect();
        (!words.is_empty() && words.len() < self.words.len()).then(|| Self {
            folded: words.join(" "),
            words,
        })
    }

    /// Returns whether every word of the query, in the plural or not, begins a word of `text`.
    pub fn answers(&self, text: &str) -> bool {
        self.answers_one_of(&[text])
    }

    /// Returns whether every word of the query begins a word of one of the texts, not all of the same one.
    fn answers_one_of(&self, texts: &[&str]) -> bool {
        let texts: Vec<String> = texts.iter().map(|t| fold(t)).collect();
        let begun = |w: &str| {
            texts
                .iter()
                .any(|text| text.split(|c: char| !c.is_alphanumeric()).any(|t| t.starts_with(w)))
        };
        self.words.iter().all(|w| begun(w) || begun(singular(w)))
    }

    /// Returns whether the query begins a code.
    pub fn begins(&self, code: &str) -> bool {
        fold(code).starts_with(&self.folded)
    }

    /// Returns whether an activity answers by a name, a synonym or a code.
    pub fn finds_activity(&self, a: &ActivityEntry) -> bool {
        let mut codes = a.recipes.iter().chain([&a.scian, &a.id]);
        self.answers_one_of(&names_of(a)) || codes.any(|c| self.begins(c))
    }

    /// Returns whether a recipe answers by its name or its code.
    pub fn finds_recipe(&self, r: &RecipeEntry) -> bool {
        self.answers(&r.name_fr) || self.answers(&r.name_en) || self.begins(&r.code)
    }
}

/// Returns the names of an activity and its synonyms, in both languages.
fn names_of(a: &ActivityEntry) -> Vec<&str> {
    let names = [&a.label.fr, &a.label.en].into_iter();
    let all = names.chain(&a.synonyms.fr).chain(&a.synonyms.en);
    all.map(String::as_str).collect()
}

/// Returns a word without the mark of the plural.
fn singular(word: &str) -> &str {
    if word.chars().count() > 3 {
        word.trim_end_matches(['s', 'x'])
    } else {
        word
    }
}

/// Lists the activities that answer a query, curated ones first; all of them when the query is empty.
///
/// Every word of the query must begin a word of the name, of a synonym or of a code, in either language; words such as `usine` or `plant` are left aside
/// where nothing answers with them. Recipes that cannot drive a project are left out.
pub fn search<'a>(library: &'a Library, query: &str) -> Vec<Found<'a>> {
    let asked = Query::new(query);
    let found = search_for(library, &asked);
    match asked.without_generic() {
        Some(rest) if found.is_empty() => search_for(library, &rest),
        _ => found,
    }
}

fn search_for<'a>(library: &'a Library, asked: &Query) -> Vec<Found<'a>> {
    let answers = |text: &str| asked.answers(text);
    let mut out: Vec<(u8, Found<'a>)> = Vec::new();
    for a in &library.activities {
        let Some(recipe) = a.recipes.first().and_then(|code| library.recipe(code)) else {
            continue;
        };
        let names = [a.label.fr.as_str(), a.label.en.as_str()];
        let synonyms = || a.synonyms.fr.iter().chain(&a.synonyms.en);
        let synonym = synonyms().find(|s| answers(s));
        let among = || asked.answers_one_of(&names_of(a));
        let rank = if names.iter().any(|n| answers(n)) || asked.begins(&a.scian) {
            0
        } else if synonym.is_some() || a.recipes.iter().any(|r| asked.begins(r)) {
            1
        } else if among() {
            2
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
            let label = r.name();
            out.push((
                3,
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

/// Which list of regions a territory belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TerritoryGroup {
    /// Administrative regions of the province.
    Regions,
    /// Smaller territories inside one of them.
    Smaller,
    /// Regions of the account: provinces.
    Provinces,
}

/// Returns the group of a territory.
pub fn territory_group(territory: &Territory) -> TerritoryGroup {
    match territory.structure {
        Structure::Account => TerritoryGroup::Provinces,
        Structure::Scaled(_) => TerritoryGroup::Smaller,
        Structure::Groups(_) | Structure::Province => TerritoryGroup::Regions,
    }
}

/// Lists the territories that answer a query, by group, then by code; all of them when the query is empty.
///
/// Every word of the query must begin a word of the name in either language, or the query must begin the code.
pub fn search_territories<'a>(library: &'a Library, query: &str) -> Vec<&'a Territory> {
    let asked = Query::new(query);
    let answers = |t: &&Territory| {
        asked.begins(t.code.as_str()) || [&t.label.fr, &t.label.en].into_iter().any(|name| asked.answers(name))
    };
    let mut out: Vec<&Territory> = library.territories.iter().filter(answers).collect();
    out.sort_by_key(|t| territory_group(t));
    out
}

/// Splits a text into parts, each with whether a word of the query began there: `magnésium` gives `magn` and `ésium` for the query `MAGN`.
pub fn highlighted<'a>(text: &'a str, query: &str) -> Vec<(&'a str, bool)> {
    let folded = fold(query);
    let words: Vec<&str> = folded.split_whitespace().map(singular).collect();
    let mut out: Vec<(&str, bool)> = Vec::new();
    let (mut plain, mut at, mut begins) = (0, 0, true);
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let found = words
            .iter()
            .filter(|_| begins)
            .filter_map(|w| prefix(text.get(at..)?, w))
            .max();
        if let Some(length) = found.filter(|length| *length > 0) {
            out.push((text.get(plain..at).unwrap_or_default(), false));
            out.push((text.get(at..at + length).unwrap_or_default(), true));
            at += length;
            plain = at;
            begins = false;
        } else {
            at += c.len_utf8();
            begins = !c.is_alphanumeric();
        }
    }
    out.push((text.get(plain..).unwrap_or_default(), false));
    out.retain(|(part, _)| !part.is_empty());
    out
}

/// Returns how many bytes of `text` fold to `word`, when it begins with it.
fn prefix(text: &str, word: &str) -> Option<usize> {
    let mut folded = String::new();
    for (at, c) in text.char_indices() {
        if folded.len() >= word.len() {
            return (folded == word).then_some(at);
        }
        folded.push_str(&fold(c.encode_utf8(&mut [0; 4])));
    }
    (folded == word).then_some(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_answers_a_query_is_set_apart_whatever_its_accents() {
        assert_eq!(
            highlighted("électrolyse du magnésium", "MAGN elec"),
            [("élec", true), ("trolyse du ", false), ("magn", true), ("ésium", false)]
        );
        assert_eq!(
            highlighted("l’œuvre", "oeuv"),
            [("l’", false), ("œuv", true), ("re", false)]
        );
        assert_eq!(highlighted("fonderie", ""), [("fonderie", false)]);
        assert_eq!(highlighted("refonte", "fonte"), [("refonte", false)]);
    }

    #[test]
    fn a_region_answers_to_its_code_and_to_its_name_without_accents() {
        let library = Library::embedded().unwrap();
        let codes = |query: &str| -> Vec<&str> {
            search_territories(&library, query)
                .iter()
                .map(|t| t.code.as_str())
                .collect()
        };
        assert_eq!(codes("05"), ["05"]);
        assert_eq!(codes("monter"), ["16"]);
        assert_eq!(codes("iles madel"), ["11"]);
        assert_eq!(codes("nova"), ["NS"]);
        assert_eq!(codes("nouvelle ecosse"), ["NS"]);
        let all = search_territories(&library, "");
        let of = |group| all.iter().filter(|t| territory_group(t) == group).count();
        assert_eq!(
            (of(TerritoryGroup::Regions), of(TerritoryGroup::Provinces)),
            (16, 10),
            "the 17 administrative regions of Québec, two of which are one in the statistics, and the provinces of Canada"
        );
        assert!(all.is_sorted_by_key(|t| territory_group(t)));
    }
}
