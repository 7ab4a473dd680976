//! Reads and writes scenario files: bytes in, document or problems out; nothing half read.

use ron::extensions::Extensions;
use ron::ser::PrettyConfig;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::document::{Scenario, VERSION};
use super::validate::validate;
use crate::problem::{Problem, What};

/// The largest file that is read, in bytes; real scenarios are a thousand times smaller.
pub const SIZE_LIMIT: u64 = 4 * 1024 * 1024;
/// The deepest nesting of brackets that is read.
const DEPTH_LIMIT: usize = 32;

fn options() -> ron::Options {
    ron::Options::default()
        .with_default_extension(Extensions::IMPLICIT_SOME)
        .with_recursion_limit(64)
}

/// Reads a scenario from the bytes of a file; every semantic problem is reported at once, a syntax error alone with its place.
pub fn read(bytes: &[u8]) -> Result<Scenario, Vec<Problem>> {
    let scenario = parse(bytes)?;
    let problems = validate(&scenario);
    if problems.is_empty() {
        Ok(scenario)
    } else {
        Err(problems)
    }
}

/// Reads a document that follows the format; what it says may still be wrong, which `study::check` tells in full.
pub fn parse(bytes: &[u8]) -> Result<Scenario, Vec<Problem>> {
    parse_as(bytes, VERSION)
}

/// Reads a document of the project's format, of at most version `known`.
pub(super) fn parse_as<T: DeserializeOwned>(bytes: &[u8], known: u32) -> Result<T, Vec<Problem>> {
    let whole = |what| vec![Problem::new("", what)];
    let size = bytes.len() as u64;
    if size > SIZE_LIMIT {
        return Err(whole(What::TooLarge {
            bytes: size,
            limit: SIZE_LIMIT,
        }));
    }
    let text = std::str::from_utf8(bytes).map_err(|e| {
        whole(What::NotUtf8 {
            offset: e.valid_up_to(),
        })
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    check_depth(text).map_err(whole)?;

    #[derive(Deserialize)]
    struct VersionOnly {
        version: u32,
    }
    // The version is read first: a newer file must say so, not fail on a field that this program does not know.
    if let Ok(VersionOnly { version }) = options().from_str::<VersionOnly>(text) {
        if version > known {
            return Err(whole(What::NewerVersion { found: version, known }));
        }
        if version < 1 {
            return Err(vec![Problem::new(
                "version",
                What::OutOfRange {
                    value: f64::from(version),
                    low: 1.0,
                    high: f64::from(known),
                },
            )]);
        }
    }
    options().from_str(text).map_err(|e| {
        let at = e.span.start;
        whole(What::Syntax {
            line: at.line,
            column: at.col,
            detail: e.code.to_string(),
        })
    })
}

/// Writes a scenario as text; the same document always gives the same bytes.
pub fn write(scenario: &Scenario) -> Result<String, String> {
    write_as(scenario)
}

/// Writes a document of the project's format.
pub(super) fn write_as<T: Serialize>(document: &T) -> Result<String, String> {
    let config = PrettyConfig::new()
        .indentor("    ")
        .depth_limit(12)
        .struct_names(false)
        .new_line("\n");
    let mut text = options()
        .to_string_pretty(document, config)
        .map_err(|e| e.to_string())?;
    text.push('\n');
    Ok(readable(&text))
}

/// Writes apostrophes and no-break spaces as they are, where the serialiser escapes them: French is full of both.
fn readable(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        let plain = [("\\'", "'"), ("\\u{a0}", "\u{a0}"), ("\\u{202f}", "\u{202f}")];
        let (written, length) = match plain.iter().find(|(escaped, _)| escape.starts_with(escaped)) {
            Some((escaped, plain)) => (*plain, escaped.len()),
            // Another escape stays whole, so that the second half of `\\\\` begins nothing.
            None => {
                let length = escape.char_indices().nth(2).map_or(escape.len(), |(k, _)| k);
                (escape.get(..length).unwrap_or(escape), length)
            }
        };
        out.push_str(written);
        rest = escape.get(length..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// Refuses brackets nested deeper than any scenario needs, before the parser recurses into them.
fn check_depth(text: &str) -> Result<(), What> {
    let (mut depth, mut line) = (0_usize, 1_usize);
    let mut in_string = false;
    let mut escaped = false;
    for c in text.chars() {
        match c {
            '\n' => line += 1,
            _ if escaped => escaped = false,
            '\\' if in_string => escaped = true,
            '"' => in_string = !in_string,
            '(' | '[' | '{' if !in_string => {
                depth += 1;
                if depth > DEPTH_LIMIT {
                    return Err(What::TooDeep {
                        limit: DEPTH_LIMIT,
                        line,
                    });
                }
            }
            ')' | ']' | '}' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::readable;

    #[test]
    fn apostrophes_and_no_break_spaces_are_written_as_they_are() {
        assert_eq!(
            readable(r#""L\'usine\u{a0}: \"A\" \\' \\\\'""#),
            "\"L'usine\u{a0}: \\\"A\\\" \\\\' \\\\\\\\'\""
        );
    }
}
