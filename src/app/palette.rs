//! What the palette finds: commands, assumptions, spending lines and terms, by words of either language, accents or not.

use std::path::PathBuf;

use super::commands::Command;
use super::state::AppState;
use crate::data::search::fold;
use crate::report::glossary::TERMS;
use crate::report::words as names;
use crate::text::messages::{help as h, recovery as safety};
use crate::text::{Lang, Msg};

/// What a result leads to.
#[derive(Clone, Debug, PartialEq)]
pub enum Target {
    /// A command.
    Command(Command),
    /// The assumption at this place of the list.
    Assumption(usize),
    /// The spending lines of this phase.
    Lines(usize),
    /// The term at this place of the glossary.
    Term(usize),
    /// The file opened or saved lately at this path.
    Recent(PathBuf),
}

/// A result.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What it is called, in the language shown.
    pub title: String,
    /// What kind of thing it is.
    pub group: Msg,
    /// What it leads to.
    pub target: Target,
    /// Why it would do nothing now.
    pub why_not: Option<Msg>,
    /// Whether it was run lately.
    pub recent: bool,
    /// Words that find it, folded: its title, then everything else.
    keys: (String, String),
}

/// The most results listed.
const MOST: usize = 60;

/// Returns what answers a query, the best first; everything with the recent commands first where nothing is typed.
pub fn search(state: &AppState, query: &str) -> Vec<Found> {
    let lang = state.lang();
    let query = fold(query);
    let words: Vec<&str> = query.split_whitespace().collect();
    let mut found: Vec<(u32, Found)> = Vec::new();
    for entry in everything(state, lang) {
        let score = score(&entry, &words);
        // Without a query, only commands: the rest would drown them.
        let listed = !words.is_empty() || matches!(entry.target, Target::Command(_));
        if let Some(score) = score.filter(|_| listed) {
            let order = match &entry.target {
                Target::Command(command) => state.view.recent.iter().position(|c| c == command),
                _ => None,
            };
            // Among equals the recent ones come first, the last one before the others.
            let bonus = order.map_or(0, |at| 9 - at.min(8) as u32);
            found.push((score * 10 + bonus, entry));
        }
    }
    // A stable sort: equals keep the order of the table.
    found.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    found.into_iter().map(|(_, f)| f).take(MOST).collect()
}

fn everything(state: &AppState, lang: Lang) -> Vec<Found> {
    let other = if lang == Lang::Fr { Lang::En } else { Lang::Fr };
    let mut out = Vec::new();
    for command in Command::all(state).into_iter().filter(|c| *c != Command::Palette) {
        let entry = command.entry();
        let title = command.title(state, lang);
        let rest = [
            command.title(state, other),
            entry.about.get(lang).to_owned(),
            entry.group.name().get(lang).to_owned(),
        ];
        out.push(Found {
            keys: (fold(&title), fold(&rest.join(" "))),
            title,
            group: entry.group.name(),
            target: Target::Command(command),
            why_not: command.why_not(state),
            recent: state.view.recent.contains(&command),
        });
    }
    let mut push = |title: String, rest: &str, group: Msg, target: Target| {
        out.push(Found {
            // The word for the kind finds all of them.
            keys: (
                fold(&title),
                fold(&format!("{rest} {} {}", group.get(lang), group.get(other))),
            ),
            title,
            group,
            target,
            why_not: None,
            recent: false,
        });
    };
    let study = state.document().study();
    for (k, assumption) in study.assumptions.iter().enumerate() {
        let rest = names::assumption_with_phase(study, assumption, other);
        let title = names::assumption_with_phase(study, assumption, lang);
        push(title, &rest, h::GROUP_ASSUMPTION, Target::Assumption(k));
    }
    for (k, phase) in study.phases.iter().enumerate() {
        let of = names::phase(study, phase, lang);
        for line in &phase.lines {
            let rest = names::line(line, other, &state.library);
            let title = format!("{} ({})", names::line(line, lang, &state.library), of.to_lowercase());
            push(title, &rest, h::GROUP_LINE, Target::Lines(k));
        }
    }
    for (k, term) in TERMS.iter().enumerate() {
        let title = term.name.get(lang).to_owned();
        push(title, term.name.get(other), h::GROUP_TERM, Target::Term(k));
    }
    for file in state.safety.recent.iter().filter(|f| !f.missing) {
        let name = file.path.file_name().unwrap_or(file.path.as_os_str()).to_string_lossy();
        let folder = file.path.parent().map(|p| p.display().to_string()).unwrap_or_default();
        let title = format!("{name} · {folder}");
        push(title, "", safety::RECENT, Target::Recent(file.path.clone()));
    }
    out
}

/// Returns how well an entry answers: every word must, and its title counts most. Nothing when it does not answer.
fn score(entry: &Found, words: &[&str]) -> Option<u32> {
    let (title, rest) = &entry.keys;
    let mut sum = 0;
    for word in words {
        sum += if begins_a_word(title, word) {
            8
        } else if title.contains(word) {
            6
        } else if begins_a_word(rest, word) {
            4
        } else if word.chars().count() > 2 && skips_letters(title, word) {
            2
        } else {
            return None;
        };
    }
    Some(sum)
}

fn begins_a_word(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|t| t.starts_with(word))
}

/// Returns whether one word of a text begins as `word` does and holds its letters in order: `clndr` finds `calendrier`.
fn skips_letters(text: &str, word: &str) -> bool {
    text.split(|c: char| !c.is_alphanumeric()).any(|t| {
        let mut letters = t.chars();
        t.chars().next() == word.chars().next() && word.chars().all(|c| letters.any(|l| l == c))
    })
}
