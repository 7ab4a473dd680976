//! The rules of `src/ARCHITECTURE.md`, held against the sources themselves: who imports whom, what stays out of where, no text of the window outside the
//! tables of words, and a map that names every module.
//!
//! [`violations`] judges one source at a time, so that the last tests can hand it sources that break each rule and see it object.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// A layer: the modules of ours and the crates of others that its sources may name. Every layer may use itself and `std`.
struct Layer {
    name: &'static str,
    ours: &'static [&'static str],
    crates: &'static [&'static str],
}

const BASE: &[&str] = &["units", "ids", "problem"];

/// From the bottom up: a layer imports only layers that stand before it.
const LAYERS: [Layer; 17] = [
    layer("units", &[], &[]),
    layer("ids", &[], &["serde"]),
    layer("problem", &[], &[]),
    layer("text", &["units", "ids"], &[]),
    layer("engine", BASE, &["faer"]),
    layer(
        "data",
        &["units", "ids", "problem", "engine"],
        &["ron", "serde", "sha2"],
    ),
    layer("scenario", BASE, &["ron", "serde"]),
    layer("study", &["units", "ids", "problem", "engine", "data", "scenario"], &[]),
    layer(
        "report",
        &["units", "ids", "problem", "text", "study"],
        &["ron", "serde"],
    ),
    layer(
        "export",
        &["units", "ids", "problem", "text", "study", "report"],
        &[
            "krilla",
            "png_encoder",
            "quick_xml",
            "resvg",
            "rust_xlsxwriter",
            "rustybuzz",
            "serde_json",
            "thiserror",
            "typst",
            "typst_layout",
            "typst_pdf",
            "zip",
        ],
    ),
    layer("disk", &[], &["tempfile"]),
    layer(
        "app",
        &["units", "ids", "problem", "text", "data", "scenario", "study", "report"],
        &[],
    ),
    layer(
        "ui",
        &[
            "units", "ids", "problem", "text", "data", "scenario", "study", "report", "app",
        ],
        &["egui", "egui_plot"],
    ),
    layer(
        "shell",
        &[
            "ids", "problem", "text", "data", "scenario", "study", "report", "export", "disk", "app", "ui",
        ],
        &[
            "directories",
            "eframe",
            // Only under the name that eframe gives it.
            "egui",
            "open",
            "pollster",
            "rfd",
            "ron",
            "serde",
            "sys_locale",
            "tempfile",
        ],
    ),
    layer(
        "cli",
        &[
            "ids", "problem", "text", "data", "scenario", "study", "report", "export", "disk",
        ],
        &["clap", "sys_locale"],
    ),
    layer("lib", &[], &[]),
    layer("main", &["text", "shell", "cli"], &[]),
];

const fn layer(name: &'static str, ours: &'static [&'static str], crates: &'static [&'static str]) -> Layer {
    Layer { name, ours, crates }
}

/// Parts of `std` that only some layers touch: files, environment, clock, threads.
const OUTSIDE: [(&str, &[&str]); 8] = [
    ("std::fs", &["disk", "shell", "cli"]),
    ("std::env", &["disk", "shell", "cli", "main"]),
    ("std::io", &["disk", "shell", "cli", "main"]),
    ("std::net", &[]),
    ("std::process", &["cli", "main"]),
    ("std::thread", &["disk", "shell", "cli"]),
    ("std::time", &["shell", "cli"]),
    ("std::path", &["disk", "app", "ui", "shell", "cli", "main"]),
];

/// What some files may take of the outside all the same: a package is written into memory by the traits of files, and files are made on several threads.
const ALLOWED: [(&str, &[&str]); 2] = [
    ("src/export/deck/package.rs", &["std::io::Cursor", "std::io::Write"]),
    ("src/export/together.rs", &["std::thread"]),
];

/// Names that only these files write, whatever their layer allows; a folder stands for all its files.
const ONLY_IN: [(&str, &[&str]); 15] = [
    ("open", &["src/shell/effects.rs"]),
    ("egui_plot", &["src/ui/plot.rs"]),
    ("rfd", &["src/shell/picker.rs"]),
    ("faer", &["src/engine/matrix.rs", "src/engine/leontief.rs"]),
    ("sha2", &["src/data/library.rs"]),
    ("krilla", &["src/export/chart/pdf.rs"]),
    ("resvg", &["src/export/chart/png.rs"]),
    ("png_encoder", &["src/export/chart/png.rs"]),
    ("rustybuzz", &["src/export/chart/measure.rs"]),
    ("quick_xml", &["src/export/deck/xml.rs"]),
    ("rust_xlsxwriter", &["src/export/deck/sheet.rs", "src/export/workbook/"]),
    ("typst", &["src/export/paper/press.rs"]),
    ("typst_layout", &["src/export/paper/press.rs"]),
    ("typst_pdf", &["src/export/paper/press.rs"]),
    ("zip", &["src/export/deck/package.rs"]),
];

/// What a layer may not name in a module that it may otherwise use.
const KEPT_FROM: [(&str, &str); 6] = [
    // Views show results; they neither compute nor read nor write them.
    ("ui", "study::run"),
    ("ui", "study::check"),
    ("ui", "study::Cache"),
    ("ui", "scenario::file::write"),
    ("ui", "app::update"),
    // The window's state asks for what must happen outside and does not do it.
    ("app", "report::palette"),
];

/// A layer that may import only one part of another: the icon of the window takes its colours from the palette.
const ONLY_PART: [(&str, &str, &str); 1] = [("shell", "report", "palette")];

/// Ways of making a colour; a view takes its colours from the theme.
const COLOUR_TYPES: [&str; 4] = ["Color32", "Rgba", "Hsva", "HsvaGamma"];
const COLOURLESS: [&str; 2] = ["PLACEHOLDER", "TRANSPARENT"];

/// Macros that print, which only the ends of the program do.
const PRINTS: [&str; 4] = ["print", "println", "eprint", "eprintln"];
const UNFINISHED: [&str; 3] = ["dbg", "todo", "unimplemented"];

const LONG_FILE: usize = 520;
const TOO_LONG_FILE: usize = 700;

// ---------------------------------------------------------------------------------------------------------------------------------------------
// Reading sources

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Word(String),
    Text(String),
    Mark(char),
}

#[derive(Clone, Debug)]
struct Placed {
    token: Token,
    line: usize,
}

impl Placed {
    fn is(&self, mark: char) -> bool {
        self.token == Token::Mark(mark)
    }

    fn word(&self) -> Option<&str> {
        match &self.token {
            Token::Word(w) => Some(w),
            _ => None,
        }
    }
}

/// Cuts a source into words, texts and marks; comments and character literals are dropped.
fn tokens(source: &str) -> Vec<Placed> {
    let c: Vec<char> = source.chars().collect();
    let at = |k: usize| c.get(k).copied().unwrap_or('\0');
    let mut out = Vec::new();
    let (mut k, mut line) = (0, 1);
    while k < c.len() {
        let start = k;
        let mut token = None;
        if c[k] == '/' && at(k + 1) == '/' {
            while k < c.len() && c[k] != '\n' {
                k += 1;
            }
        } else if c[k] == '/' && at(k + 1) == '*' {
            let mut depth = 0;
            while k < c.len() {
                match (c[k], at(k + 1)) {
                    ('/', '*') => (depth, k) = (depth + 1, k + 2),
                    ('*', '/') => (depth, k) = (depth - 1, k + 2),
                    _ => k += 1,
                }
                if depth == 0 {
                    break;
                }
            }
        } else if let Some((hashes, quote)) = raw_string(&c, k) {
            let close: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
            k = quote + 1;
            while k < c.len() && !c[k..].starts_with(&close) {
                k += 1;
            }
            token = Some(Token::Text(c[quote + 1..k.min(c.len())].iter().collect()));
            k += close.len();
        } else if c[k] == '"' {
            k += 1;
            let mut text = String::new();
            while k < c.len() && c[k] != '"' {
                if c[k] == '\\' {
                    text.push(c[k]);
                    k += 1;
                }
                text.push(at(k));
                k += 1;
            }
            k += 1;
            token = Some(Token::Text(text));
        } else if c[k] == '\'' {
            // A character has its closing quote; a lifetime has none.
            if at(k + 1) == '\\' {
                k += 3;
                while k < c.len() && c[k] != '\'' {
                    k += 1;
                }
                k += 1;
            } else if at(k + 2) == '\'' {
                k += 3;
            } else {
                k += 1;
                while at(k).is_alphanumeric() || at(k) == '_' {
                    k += 1;
                }
            }
        } else if c[k].is_alphanumeric() || c[k] == '_' {
            while at(k).is_alphanumeric() || at(k) == '_' {
                k += 1;
            }
            token = Some(Token::Word(c[start..k].iter().collect()));
        } else {
            if !c[k].is_whitespace() {
                token = Some(Token::Mark(c[k]));
            }
            k += 1;
        }
        if let Some(token) = token {
            out.push(Placed { token, line });
        }
        line += c[start..k.min(c.len())].iter().filter(|c| **c == '\n').count();
    }
    out
}

/// Returns the number of hashes and the place of the quote where a raw string begins.
fn raw_string(c: &[char], k: usize) -> Option<(usize, usize)> {
    let before = k.checked_sub(1).and_then(|b| c.get(b));
    if before.is_some_and(|b| b.is_alphanumeric() || *b == '_') {
        return None;
    }
    let r = if c.get(k) == Some(&'b') { k + 1 } else { k };
    if c.get(r) != Some(&'r') {
        return None;
    }
    let hashes = c.get(r + 1..)?.iter().take_while(|h| **h == '#').count();
    (c.get(r + 1 + hashes) == Some(&'"')).then_some((hashes, r + 1 + hashes))
}

/// Drops what is compiled for tests only, and attributes.
fn shipped(all: &[Placed]) -> Vec<Placed> {
    let mut out = Vec::new();
    let mut k = 0;
    while k < all.len() {
        if !all[k].is('#') {
            out.push(all[k].clone());
            k += 1;
            continue;
        }
        let open = k + 1 + usize::from(all.get(k + 1).is_some_and(|t| t.is('!')));
        if !all.get(open).is_some_and(|t| t.is('[')) {
            k += 1;
            continue;
        }
        let close = closing(all, open);
        let words: Vec<&str> = all[open..close].iter().filter_map(Placed::word).collect();
        k = close + 1;
        if words == ["cfg", "test"] {
            // The item ends with its block, or with its semicolon where it has none.
            while k < all.len() && !all[k].is('{') && !all[k].is(';') {
                k += 1;
            }
            k = if all.get(k).is_some_and(|t| t.is('{')) {
                closing(all, k) + 1
            } else {
                k + 1
            };
        }
    }
    out
}

/// Returns the place of the bracket that closes the one at `open`, or the end.
fn closing(all: &[Placed], open: usize) -> usize {
    let mut depth = 0_usize;
    for (k, t) in all.iter().enumerate().skip(open) {
        match t.token {
            Token::Mark('(' | '[' | '{') => depth += 1,
            Token::Mark(')' | ']' | '}') => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return k;
        }
    }
    all.len()
}

/// A path such as `crate::study::run`, with groups unfolded: `use std::{fs, io}` gives two.
struct Path_ {
    parts: Vec<String>,
    line: usize,
}

fn paths(all: &[Placed]) -> Vec<Path_> {
    let mut out = Vec::new();
    let mut k = 0;
    while k < all.len() {
        if all[k].word().is_some() {
            let imported = k > 0 && all[k - 1].word() == Some("use");
            let mut found = Vec::new();
            k = path(all, k, &mut Vec::new(), &mut found);
            out.extend(found.into_iter().filter(|p| imported || p.parts.len() > 1));
        } else {
            k += 1;
        }
    }
    out
}

/// Reads one path from `k` on, after `before`, and returns where it ends.
fn path(all: &[Placed], mut k: usize, before: &mut Vec<String>, out: &mut Vec<Path_>) -> usize {
    let depth = before.len();
    let line = all.get(k).map_or(0, |t| t.line);
    loop {
        match all.get(k).map(|t| &t.token) {
            Some(Token::Word(w)) => {
                if w != "self" || before.is_empty() {
                    before.push(w.clone());
                }
                k += 1;
            }
            Some(Token::Mark('*')) if !before.is_empty() => {
                before.push("*".into());
                k += 1;
            }
            Some(Token::Mark('{')) if !before.is_empty() => {
                let end = closing(all, k);
                k += 1;
                while k < end {
                    if all[k].word().is_some_and(|w| w != "as") || all[k].is('*') {
                        k = path(all, k, &mut before.clone(), out);
                        // The new name of `x as y` is no path.
                        if all.get(k).and_then(Placed::word) == Some("as") {
                            k += 2;
                        }
                    } else {
                        k += 1;
                    }
                }
                before.truncate(depth);
                return end + 1;
            }
            _ => break,
        }
        if all.get(k).is_some_and(|t| t.is(':')) && all.get(k + 1).is_some_and(|t| t.is(':')) {
            k += 2;
        } else {
            break;
        }
    }
    let parts = std::mem::take(before);
    out.push(Path_ { parts, line });
    k
}

/// Returns where a path leads from the root of the crate; nothing where it leads outside or stays beside the source.
fn at_home(parts: &[String], module: &[String]) -> Option<Vec<String>> {
    match parts.first().map(String::as_str) {
        Some("crate" | "retombees") => Some(parts[1..].to_vec()),
        Some("super") => {
            let up = parts.iter().take_while(|p| *p == "super").count();
            let kept = module.len().checked_sub(up)?;
            Some(module[..kept].iter().chain(&parts[up..]).cloned().collect())
        }
        _ => None,
    }
}

/// Returns the module of a source: `src/ui/panels/mod.rs` is `ui`, `panels`.
fn module_of(path: &str) -> Vec<String> {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
    let mut parts: Vec<String> = inside.split('/').map(str::to_owned).collect();
    if parts.last().is_some_and(|p| p == "mod") {
        parts.pop();
    }
    parts
}

// ---------------------------------------------------------------------------------------------------------------------------------------------
// Judging sources

/// Returns every rule that a source breaks, with its line.
///
/// * `path`: from the root of the project, such as `src/ui/plot.rs`; it decides the layer.
fn violations(path: &str, source: &str) -> Vec<String> {
    let module = module_of(path);
    let Some(layer) = LAYERS.iter().find(|l| l.name == module[0]) else {
        return vec![format!("{path}: {} is no layer of ours", module[0])];
    };
    let all = shipped(&tokens(source));
    let mut out = Vec::new();
    let mut say = |line: usize, what: String| out.push(format!("{path}:{line}: {what}"));

    for p in paths(&all) {
        let whole = p.parts.join("::");
        let first = p.parts[0].as_str();
        if let Some(home) = at_home(&p.parts, &module) {
            match home.first().map(String::as_str) {
                None | Some("*") => say(
                    p.line,
                    format!("{whole} names the whole crate instead of one of its layers"),
                ),
                // Macros stand at the root of the crate, wherever they are written.
                Some("messages") if layer.name == "text" => {}
                Some(target) if target == layer.name || layer.ours.contains(&target) => {}
                Some(target) => say(
                    p.line,
                    format!("{whole}: the layer {} may not import {target}", layer.name),
                ),
            }
            for (from, other, part) in ONLY_PART {
                if layer.name == from
                    && home.first().is_some_and(|h| h == other)
                    && home.get(1).is_none_or(|h| h != part)
                {
                    say(
                        p.line,
                        format!("{whole}: the layer {from} may import only {other}::{part}"),
                    );
                }
            }
            let home = home.join("::");
            for (from, kept) in KEPT_FROM {
                if layer.name == from && (home == kept || home.starts_with(&format!("{kept}::"))) {
                    say(p.line, format!("{whole}: {kept} is not for the layer {from}"));
                }
            }
        }
        if CRATES.contains(first) && !layer.crates.contains(&first) {
            say(
                p.line,
                format!("{whole}: the layer {} may not use the crate {first}", layer.name),
            );
        }
        for (name, files) in ONLY_IN {
            let at_home = |home: &&str| *home == path || (home.ends_with('/') && path.starts_with(*home));
            if first == name && !files.iter().any(at_home) {
                say(p.line, format!("{whole}: {name} is used only in {files:?}"));
            }
        }
        let allowed = ALLOWED
            .iter()
            .any(|(file, names)| path == *file && names.contains(&whole.as_str()));
        for (part, layers) in OUTSIDE.into_iter().filter(|_| !allowed) {
            if (whole == part || whole.starts_with(&format!("{part}::"))) && !layers.contains(&layer.name) {
                say(p.line, format!("{whole}: only {layers:?} may touch {part}"));
            }
        }
        let colour = p.parts.iter().position(|s| COLOUR_TYPES.contains(&s.as_str()));
        if let Some(made) = colour.and_then(|k| p.parts.get(k + 1))
            && layer.name != "report"
            && path != "src/ui/theme.rs"
            && !COLOURLESS.contains(&made.as_str())
        {
            say(
                p.line,
                format!("{whole}: colours are made only in src/ui/theme.rs, from the palette"),
            );
        }
    }
    for pair in all.windows(2).filter(|pair| pair[1].is('!')) {
        let word = pair[0].word().unwrap_or("");
        if UNFINISHED.contains(&word) {
            say(pair[0].line, format!("{word}! is not for a finished program"));
        }
        if PRINTS.contains(&word) && !["cli", "main"].contains(&layer.name) {
            say(pair[0].line, format!("{word}!: only cli and main print"));
        }
    }
    if layer.name == "engine" {
        for t in &all {
            if t.word()
                .is_some_and(|w| ["Serialize", "Deserialize", "thread_rng"].contains(&w))
            {
                say(
                    t.line,
                    "the engine has neither file formats nor unseeded randomness".into(),
                );
            }
        }
    }
    if layer.name == "ui" {
        for (k, t) in all.iter().enumerate() {
            if let Token::Text(text) = &t.token
                && is_for_people(text)
                && !names_a_thing(&all, k)
            {
                say(
                    t.line,
                    format!("{text:?}: what people read belongs in src/text, in both languages"),
                );
            }
        }
    }
    let lines = source.lines().count();
    if lines > TOO_LONG_FILE {
        say(lines, format!("more than {TOO_LONG_FILE} lines: split the file"));
    }
    out
}

/// Returns whether a literal reads as words for people: several words, an accent, or a capital that begins a word.
fn is_for_people(text: &str) -> bool {
    // Names in braces are filled in, escapes are marks; units and codes have no small letter after their capital.
    let mut plain = String::new();
    let mut depth = 0;
    for c in text.replace("\\u{a0}", " ").replace("\\u{202f}", " ").chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth == 0 => plain.push(c),
            _ => {}
        }
    }
    let word = |w: &str| w.chars().filter(|c| c.is_alphabetic()).count() > 1;
    let several = plain.split_whitespace().filter(|w| word(w)).count() > 1;
    let accent = plain.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    let mut letters = plain.trim().chars();
    let begins = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
    several || accent || (begins && !plain.contains("Retombees"))
}

/// Returns whether the literal at `k` names a widget, a file or a broken promise rather than being shown: whether the call around it is one of those below.
fn names_a_thing(all: &[Placed], k: usize) -> bool {
    const CALLS: [&str; 15] = [
        "unique",
        "with",
        "id_salt",
        "from_id_salt",
        "push_id",
        "make_persistent_id",
        "load_state",
        "left",
        "right",
        "top",
        "bottom",
        "expect",
        "unreachable",
        "debug_assert",
        "include_bytes",
    ];
    let mut depth = 0_i32;
    let mut in_tuple = false;
    for t in (0..k).rev().take(60) {
        match all[t].token {
            Token::Mark(')' | ']' | '}') => depth += 1,
            Token::Mark('(') if depth == 0 => {
                match all[..t].iter().rev().find(|p| !p.is('!')).and_then(Placed::word) {
                    // A tuple given to a widget is its salt: `NumberField::new(("local share", id), …)`.
                    Some("new") => {
                        let owner = all[..t].iter().rev().filter_map(Placed::word).nth(1);
                        return in_tuple || owner == Some("Id");
                    }
                    Some(call) => return CALLS.contains(&call),
                    None => in_tuple = true,
                }
            }
            // One arm of `if … { "a" } else { "b" }`.
            Token::Mark('{') if depth == 0 && t + 1 == k && all.get(k + 1).is_some_and(|n| n.is('}')) => {}
            Token::Mark('(' | '[' | '{') => {
                depth -= 1;
                if depth < 0 {
                    return false;
                }
            }
            Token::Mark(';') if depth == 0 => return false,
            _ => {}
        }
    }
    false
}

/// The crates named in the manifest, as sources name them.
static CRATES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let manifest = include_str!("../Cargo.toml");
    let mut inside = false;
    let mut out = BTreeSet::new();
    for line in manifest.lines() {
        if line.starts_with('[') {
            inside = line.contains("dependencies]");
        } else if inside && let Some((name, _)) = line.split_once('=') {
            out.insert(name.trim().replace('-', "_"));
        }
    }
    // What tests use shows up in shipped sources only by mistake, and so do these, which come along with others.
    out.extend(["accesskit", "epaint", "emath", "rand", "nalgebra", "ndarray", "chrono"].map(str::to_owned));
    out
});

// ---------------------------------------------------------------------------------------------------------------------------------------------
// The sources

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Returns every source under `src`, by its path from the root with slashes.
fn sources() -> Vec<(String, String)> {
    fn walk(folder: &Path, out: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                walk(&path, out);
            } else if path.extension().is_some_and(|e| e == "rs") {
                out.push(path);
            }
        }
    }
    let mut files = Vec::new();
    walk(&root().join("src"), &mut files);
    files.sort();
    files
        .iter()
        .map(|f| {
            let name = f.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            (name, fs::read_to_string(f).unwrap())
        })
        .collect()
}

#[test]
fn every_source_keeps_to_its_layer() {
    let sources = sources();
    assert!(sources.len() > 60, "only {} sources were found", sources.len());
    let found: Vec<String> = sources.iter().flat_map(|(p, s)| violations(p, s)).collect();
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
    for (path, source) in &sources {
        let lines = source.lines().count();
        if lines > LONG_FILE {
            println!("{path} has {lines} lines: time to split it");
        }
    }
}

#[test]
fn layers_import_only_layers_below_them() {
    for (k, layer) in LAYERS.iter().enumerate() {
        for target in layer.ours {
            let below = LAYERS[..k].iter().any(|l| l.name == *target);
            assert!(below, "{} imports {target}, which does not stand before it", layer.name);
        }
    }
}

/// The map in ARCHITECTURE.md has one line per module: "- `engine/account.rs`: what it holds".
#[test]
fn the_map_names_every_module_and_no_other() {
    let text = fs::read_to_string(root().join("src/ARCHITECTURE.md")).unwrap();
    let map = text.split("\n## ").find(|s| s.starts_with("Code map")).unwrap();
    let listed: Vec<String> = map
        .lines()
        .filter_map(|l| l.trim_start().strip_prefix("- `")?.split_once('`'))
        .filter(|(name, _)| name.ends_with(".rs"))
        .map(|(name, rest)| {
            assert!(
                rest.trim_start_matches(':').trim().len() > 6,
                "{name} has no description"
            );
            format!("src/{name}")
        })
        .collect();
    let on_the_map: BTreeSet<&str> = listed.iter().map(String::as_str).collect();
    assert_eq!(on_the_map.len(), listed.len(), "a module stands twice on the map");
    let sources = sources();
    let present: BTreeSet<&str> = sources.iter().map(|(p, _)| p.as_str()).collect();
    let missing: Vec<_> = present.difference(&on_the_map).collect();
    let gone: Vec<_> = on_the_map.difference(&present).collect();
    assert!(missing.is_empty(), "not in src/ARCHITECTURE.md: {missing:?}");
    assert!(gone.is_empty(), "in src/ARCHITECTURE.md but not in src: {gone:?}");
}

/// Its list of tests has one line per file: "- `tests/account.rs`: what it holds".
#[test]
fn the_page_names_every_test_file_and_bench_and_no_other() {
    let text = fs::read_to_string(root().join("src/ARCHITECTURE.md")).unwrap();
    let part = text.split("\n## ").find(|s| s.starts_with("Tests")).unwrap();
    let listed: BTreeSet<String> = part
        .lines()
        .filter_map(|l| {
            l.strip_prefix("- `")?
                .split_once("`: ")
                .map(|(name, _)| name.to_owned())
        })
        .collect();
    let mut present = BTreeSet::new();
    for folder in ["tests", "benches"] {
        for entry in fs::read_dir(root().join(folder)).unwrap() {
            let name = entry.unwrap().file_name().to_string_lossy().into_owned();
            if name.ends_with(".rs") {
                present.insert(format!("{folder}/{name}"));
            }
        }
    }
    let missing: Vec<_> = present.difference(&listed).collect();
    let gone: Vec<_> = listed.difference(&present).collect();
    assert!(missing.is_empty(), "not in src/ARCHITECTURE.md: {missing:?}");
    assert!(gone.is_empty(), "in src/ARCHITECTURE.md but not there: {gone:?}");
}

#[test]
fn the_table_of_the_map_is_the_one_enforced() {
    let text = fs::read_to_string(root().join("src/ARCHITECTURE.md")).unwrap();
    for layer in LAYERS.iter().filter(|l| l.name != "lib") {
        let row = text
            .lines()
            .find(|l| l.starts_with(&format!("| `{}` |", layer.name)))
            .unwrap_or_else(|| panic!("src/ARCHITECTURE.md has no row for {}", layer.name));
        let told: BTreeSet<&str> = row
            .split('|')
            .nth(2)
            .unwrap_or("")
            .split([',', ' '])
            .map(|w| w.trim_matches('`'))
            .filter(|w| !w.is_empty() && *w != "nothing")
            .collect();
        let enforced: BTreeSet<&str> = layer.ours.iter().copied().collect();
        assert_eq!(told, enforced, "{}", layer.name);
    }
}

// ---------------------------------------------------------------------------------------------------------------------------------------------
// The rules themselves: each made-up source breaks one

fn refused(path: &str, source: &str, because: &str) {
    let found = violations(path, source);
    assert!(
        found.iter().any(|v| v.contains(because)),
        "{path} with {source:?} gave {found:?} instead of {because:?}"
    );
}

fn accepted(path: &str, source: &str) {
    assert_eq!(violations(path, source), Vec::<String>::new(), "{path} with {source:?}");
}

#[test]
fn a_forbidden_import_is_found_however_it_is_written() {
    let what = "the layer engine may not import data";
    refused("src/engine/new.rs", "use crate::data::library::Library;", what);
    refused("src/engine/new.rs", "use crate::{ids::RegionCode, data};", what);
    refused("src/engine/new.rs", "use super::super::data::library;", what);
    refused(
        "src/engine/new.rs",
        "use super::{account, super::data};",
        "may not import",
    );
    refused("src/engine/new.rs", "fn f() { crate::data::search::find(); }", what);
    refused("src/engine/mod.rs", "pub use super::data::library::Library;", what);
    refused("src/engine/new.rs", "use crate::*;", "the whole crate");
    refused("src/engine/new.rs", "use crate as all;", "the whole crate");
    accepted(
        "src/engine/new.rs",
        "use crate::{ids::RegionCode, problem::What};\nuse super::matrix::Matrix;",
    );
    accepted(
        "src/engine/new.rs",
        "// use crate::data::library::Library;\nconst S: &str = \"use crate::data\";",
    );
    accepted(
        "src/engine/new.rs",
        "#[cfg(test)]\nmod tests { use crate::data::library::Library; }",
    );
    refused(
        "src/engine/new.rs",
        "#[cfg(test)]\nmod tests { }\nuse crate::data::library::Library;",
        what,
    );
}

#[test]
fn every_layer_of_the_table_refuses_what_it_does_not_list() {
    for layer in LAYERS.iter().filter(|l| l.name != "lib") {
        let path = format!("src/{}.rs", layer.name);
        for other in LAYERS.iter().filter(|o| o.name != "lib" && o.name != layer.name) {
            let source = format!("use crate::{}::Anything;", other.name);
            let part = ONLY_PART
                .iter()
                .any(|(from, whole, _)| (*from, *whole) == (layer.name, other.name));
            if layer.ours.contains(&other.name) && !part {
                accepted(&path, &source);
            } else {
                refused(&path, &source, "may");
            }
        }
    }
    accepted("src/shell/icon.rs", "use crate::report::palette::Rgba;");
    refused(
        "src/shell/icon.rs",
        "use crate::report::{overview, palette};",
        "only report::palette",
    );
    refused("src/misc.rs", "", "is no layer of ours");
}

#[test]
fn crates_stay_in_their_layer() {
    refused("src/engine/new.rs", "use egui::Ui;", "the crate egui");
    refused(
        "src/engine/new.rs",
        "use serde::{Deserialize, Serialize};",
        "the crate serde",
    );
    refused("src/engine/new.rs", "fn f() { rand::thread_rng(); }", "the crate rand");
    refused("src/report/new.rs", "fn f(ui: &mut egui::Ui) {}", "the crate egui");
    refused("src/export/new.rs", "use eframe::egui::Ui;", "the crate eframe");
    refused("src/app/new.rs", "use egui::Context;", "the crate egui");
    refused("src/ui/panels/new.rs", "use egui_plot::Plot;", "only in");
    refused("src/ui/new.rs", "use rfd::AsyncFileDialog;", "the crate rfd");
    refused("src/shell/mod.rs", "use rfd::AsyncFileDialog;", "only in");
    refused("src/cli/mod.rs", "use egui::Ui;", "the crate egui");
    accepted("src/ui/plot.rs", "use egui_plot::{Bar, Plot};");
    accepted("src/shell/picker.rs", "fn f() { rfd::AsyncFileDialog::new(); }");
}

#[test]
fn the_world_outside_stays_outside() {
    for layer in ["engine", "data", "scenario", "study", "report", "export", "app", "ui"] {
        let path = format!("src/{layer}/new.rs");
        refused(&path, "use std::{fs, fmt};", "may touch std::fs");
        refused(&path, "fn f() { std::fs::read(\"x\"); }", "may touch std::fs");
        refused(&path, "use std::env;", "may touch std::env");
        refused(&path, "use std::time::Instant;", "may touch std::time");
        refused(&path, "fn f() { println!(\"x\"); }", "only cli and main print");
    }
    accepted("src/shell/files.rs", "use std::fs::{self, File};");
    accepted("src/cli/read.rs", "use std::fs::File;\nfn f() { println!(\"x\"); }");
}

#[test]
fn colours_are_made_in_one_place() {
    refused(
        "src/ui/plot.rs",
        "const RED: egui::Color32 = egui::Color32::RED;",
        "colours",
    );
    refused(
        "src/ui/panels/new.rs",
        "fn f() { Color32::from_rgb(1, 2, 3); }",
        "colours",
    );
    accepted("src/ui/theme.rs", "fn f() { egui::Color32::from_rgb(1, 2, 3); }");
    accepted(
        "src/ui/panels/new.rs",
        "fn f(c: egui::Color32) { Color32::TRANSPARENT; }",
    );
}

#[test]
fn the_window_says_nothing_of_its_own() {
    refused(
        "src/ui/panels/new.rs",
        "fn f(ui: &mut Ui) { ui.label(\"local share\"); }",
        "both languages",
    );
    refused(
        "src/ui/panels/new.rs",
        "fn f(ui: &mut Ui) { ui.label(\"Emplois\"); }",
        "both languages",
    );
    refused(
        "src/ui/panels/new.rs",
        "fn f(ui: &mut Ui) { ui.label(\"été\"); }",
        "both languages",
    );
    refused(
        "src/ui/panels/new.rs",
        "fn f(n: u8) { format!(\"{n} jobs held\"); }",
        "both languages",
    );
    refused(
        "src/ui/panels/new.rs",
        "fn f() { Label::new(\"Save as\"); }",
        "both languages",
    );
    refused(
        "src/ui/panels/new.rs",
        "fn f() { ui.label(r#\"local \"share\"\"#); }",
        "both languages",
    );
    accepted(
        "src/ui/panels/new.rs",
        "fn f() { Id::new((\"typed path\", 3)); ui.push_id(\"the list\", |_| {}); }",
    );
    accepted(
        "src/ui/panels/new.rs",
        "/// Shows the share.\nfn f() { format!(\"{a} ({b}) · {c}\"); x.fill(lang, &[(\"share\", &s)]); }",
    );
    // Quotes and slashes inside characters and lifetimes do not confuse the reader.
    accepted(
        "src/ui/panels/new.rs",
        "fn f<'a>(c: char) -> bool { c == '\"' || c == '\\'' || c == '/' } // \"two words\"",
    );
}

#[test]
fn what_views_must_not_do_and_what_must_not_stay() {
    refused(
        "src/ui/new.rs",
        "use crate::study::{self, Effect};\nfn f() { crate::study::run(); }",
        "not for the layer ui",
    );
    refused(
        "src/ui/new.rs",
        "use crate::study::{Cache, Effect};",
        "not for the layer ui",
    );
    refused("src/ui/new.rs", "use crate::app::update;", "not for the layer ui");
    refused("src/data/new.rs", "fn f() { todo!() }", "finished");
    refused("src/data/new.rs", "fn f() { dbg!(1); }", "finished");
    refused("src/data/new.rs", &"\n".repeat(TOO_LONG_FILE + 1), "split the file");
}
