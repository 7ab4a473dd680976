//! Every message of the program: both languages, the same placeholders, and the spaces French typography asks for.

#![allow(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeSet;

use retombees::text::messages::{all, deck, workbook, workbook_law};

/// The no-break space that keeps a French sign with its word.
const NO_BREAK: char = '\u{a0}';
/// The narrow no-break space.
const NARROW: char = '\u{202f}';

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        // The forms of a word that agrees with a number are of each language.
        .map(|(name, _)| name.split_once('=').map_or(name, |(name, _)| name))
        .collect()
}

#[test]
fn every_message_exists_in_both_languages() {
    for (name, message) in all() {
        assert!(!message.fr.trim().is_empty(), "{name} has no French text");
        assert!(!message.en.trim().is_empty(), "{name} has no English text");
    }
}

#[test]
fn both_languages_have_the_same_placeholders() {
    for (name, message) in all() {
        assert_eq!(placeholders(message.fr), placeholders(message.en), "{name}");
    }
}

/// Returns whether a French sign stands without the no-break space that keeps it with its word.
fn french_sign_apart(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters.windows(2).any(|pair| match pair {
        [before, ':' | ';' | '?' | '!' | '%' | '»'] => !matches!(*before, NO_BREAK | NARROW | '?' | '!'),
        [before, '$'] => *before == ' ',
        ['«', after] => !matches!(*after, NO_BREAK | NARROW),
        _ => false,
    })
}

#[test]
fn french_signs_keep_with_their_word() {
    let wrong: Vec<String> = all()
        .filter(|(_, message)| french_sign_apart(message.fr))
        .map(|(name, message)| format!("{name}: {}", message.fr))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Returns the texts in a language of a data file: what follows `fr:` or `label_fr:`, a text or a list of texts.
fn texts_of<'a>(file: &'a str, lang: &str) -> Vec<&'a str> {
    let mut out = Vec::new();
    for line in file.split(&format!("{lang}:")).skip(1) {
        let line = line.trim_start();
        let (list, mut rest) = match line.strip_prefix('[') {
            Some(rest) => (true, rest),
            None => (false, line),
        };
        while let Some(begun) = rest.trim_start_matches([',', ' ', '\n']).strip_prefix('"') {
            let mut escaped = false;
            let end = begun.find(|c| {
                let ends = c == '"' && !escaped;
                escaped = c == '\\' && !escaped;
                ends
            });
            let (text, after) = begun.split_at(end.expect("a text that ends"));
            out.push(text);
            rest = &after[1..];
            if !list {
                break;
            }
        }
    }
    out
}

#[test]
fn texts_of_the_data_and_of_shipped_scenarios_keep_the_same_typography() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("assets"), root.join("scenarios")];
    let (mut seen, mut wrong) = (0, Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).expect("a folder that can be read") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            if path.extension().is_none_or(|e| e != "ron") {
                continue;
            }
            let file = std::fs::read_to_string(&path).expect("a file of text");
            let mut look = |lang: &str, is_wrong: &dyn Fn(&str) -> bool| {
                for text in texts_of(&file, lang) {
                    seen += 1;
                    if text.contains('\'') || is_wrong(text) {
                        wrong.push(format!("{}: {text}", path.display()));
                    }
                }
            };
            look("fr", &french_sign_apart);
            look("en", &|text| {
                money_after(text)
                    || [" :", " ;", " ?", " !", " %", "\u{a0}:", "\u{a0}%"]
                        .iter()
                        .any(|sign| text.contains(sign))
            });
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(seen > 1000, "{seen}");
}

#[test]
fn english_has_no_space_before_its_signs() {
    for (name, message) in all() {
        for sign in [" :", " ;", " ?", " !", " %", "\u{a0}:", "\u{a0}%"] {
            assert!(!message.en.contains(sign), "{name}: {}", message.en);
        }
    }
}

/// Returns whether a text writes money the French way: `M$`, `k$` or a sign after the figure.
fn money_after(text: &str) -> bool {
    let letters: Vec<char> = text.chars().collect();
    letters
        .windows(2)
        .any(|pair| pair[1] == '$' && (matches!(pair[0], 'M' | 'k' | NO_BREAK) || pair[0].is_ascii_digit()))
}

#[test]
fn english_money_has_one_form() {
    let wrong: Vec<&str> = all().map(|(_, m)| m.en).filter(|text| money_after(text)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(money_after("12.5 M$") && money_after("12.5\u{a0}$") && money_after("12$") && money_after("k$"));
    assert!(!money_after("$12.5M") && !money_after("in $M of 2021") && !money_after("× jobs per $M"));
}

#[test]
fn a_word_that_agrees_stands_beside_its_number() {
    for (name, message) in all() {
        for text in [message.fr, message.en] {
            for (at, _) in text.match_indices('{') {
                let inside = text[at + 1..].split('}').next().unwrap();
                let Some((number, forms)) = inside.split_once('=') else {
                    continue;
                };
                assert_eq!(forms.matches('|').count(), 1, "{name}: two forms, {inside}");
                assert!(
                    text.contains(&format!("{{{number}}}")),
                    "{name}: {number} itself, {text}"
                );
            }
        }
    }
}

#[test]
fn apostrophes_are_typographic() {
    for (name, message) in all() {
        assert!(!message.fr.contains('\''), "{name}: {}", message.fr);
        assert!(!message.en.contains('\''), "{name}: {}", message.en);
    }
}

#[test]
fn texts_are_neither_spaced_nor_spaced_twice() {
    for (name, message) in all() {
        for text in [message.fr, message.en] {
            assert_eq!(text, text.trim_matches(' '), "{name}");
            assert!(!text.contains("  ") || text.contains('\n'), "{name}");
        }
    }
}

#[test]
fn the_licence_of_the_data_gives_every_attribution() {
    let library = retombees::data::library::Library::embedded().unwrap();
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("LICENSE-DATA");
    let licence = std::fs::read_to_string(path).unwrap();
    for source in library.sources() {
        for attribution in [&source.attribution.fr, &source.attribution.en] {
            assert!(licence.contains(attribution.as_str()), "{}: {attribution}", source.id);
        }
    }
}

/// What ends with a stop though it is no series of sentences: abbreviations, and pieces that stand one after the other in one paragraph.
const STOPPED: [&str; 25] = [
    // Abbreviations
    "NOT_COMPUTED",
    "ISQ_FIRST",
    "ISQ_OTHERS",
    "INDIRECT_FIRST_SHORT",
    "INDIRECT_OTHER_SHORT",
    "INPUT_PHASES_BOTH",
    "INPUT_PHASE_BUILT",
    "INPUT_PHASE_RUN",
    "REST",
    "OTHER",
    "KEY_PAGE_DOWN",
    "KEY_PAGE_UP",
    // Pieces of a paragraph
    "SOURCE",
    "MODELLED",
    "ROUNDED",
    "SURPLUS_EXCLUDED",
    "MOVED",
    "AFTER",
    "TOUR_EXAMPLE",
    "STEPS_ORDER",
    "STEPS_TOGETHER",
    "STEPS_HELD",
    "STEPS_IDLE",
    "PASTED_ALL",
    "PASTED_SOME",
];

#[test]
fn one_sentence_has_no_final_stop_and_several_have() {
    // The sheets of a workbook have formulas and numbered steps.
    let of_sheets = |name: &str| {
        workbook::ALL
            .iter()
            .chain(workbook_law::ALL)
            .any(|(own, _)| *own == name)
    };
    for (name, message) in all().filter(|(name, _)| !of_sheets(name)) {
        for text in [message.fr, message.en] {
            let letters: Vec<char> = text.chars().collect();
            let begins = |c: char| c.is_uppercase() || matches!(c, '«' | '“' | 'κ');
            // A stop, or a closing sign, then a space and a capital.
            let ends_inside = |marks: &[char]| {
                letters
                    .windows(3)
                    .any(|w| marks.contains(&w[0]) && w[1] == ' ' && begins(w[2]))
            };
            let stopped = text.ends_with('.');
            // What is told beside a slide is read aloud, sentence after sentence.
            let spoken = deck::ALL.iter().any(|(of_deck, _)| *of_deck == name);
            let piece = spoken || STOPPED.contains(&name) || name.starts_with("PASTED_");
            assert!(
                !stopped || piece || ends_inside(&['.', '?', '!', '”', '»']),
                "{name}: one sentence, {text}"
            );
            // A remedy follows what is wrong, in one paragraph.
            let closed = text.ends_with(['.', '?', '!', '…', ':', '}']) || name.ends_with("_REMEDY");
            assert!(closed || !ends_inside(&['.']), "{name}: several sentences, {text}");
        }
    }
}
