//! Every message of the program: both languages, the same placeholders, and the spaces French typography asks for.

use std::collections::BTreeSet;

use retombees::text::messages::all;

/// The no-break space that keeps a French sign with its word.
const NO_BREAK: char = '\u{a0}';
/// The narrow no-break space.
const NARROW: char = '\u{202f}';

fn placeholders(text: &str) -> BTreeSet<&str> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(name, _)| name)
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

#[test]
fn french_signs_keep_with_their_word() {
    let mut wrong = Vec::new();
    for (name, message) in all() {
        let letters: Vec<char> = message.fr.chars().collect();
        for pair in letters.windows(2) {
            let bad = match pair {
                [before, ':' | ';' | '?' | '!' | '%' | '»'] => !matches!(*before, NO_BREAK | NARROW | '?' | '!'),
                [before, '$'] => *before == ' ',
                ['«', after] => !matches!(*after, NO_BREAK | NARROW),
                _ => false,
            };
            if bad {
                wrong.push(format!("{name}: {}", message.fr));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn english_has_no_space_before_its_signs() {
    for (name, message) in all() {
        for sign in [" :", " ;", " ?", " !", " %", "\u{a0}:", "\u{a0}%"] {
            assert!(!message.en.contains(sign), "{name}: {}", message.en);
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
