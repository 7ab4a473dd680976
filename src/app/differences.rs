//! What two documents state differently, field by field, from their own written form: whatever a file may hold is compared.

use std::collections::BTreeMap;

use crate::scenario::{Scenario, file};

/// A field that two documents state differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The field: `phases[1].jobs.value`.
    pub place: String,
    /// What the first document states, as written in its file; nothing when it has no such field.
    pub here: Option<String>,
    /// What the second states.
    pub there: Option<String>,
}

/// Returns what two documents state differently, in the order of the first, then what only the second has.
pub fn differences(here: &Scenario, there: &Scenario) -> Vec<Difference> {
    let (ours, theirs) = (fields(here), fields(there));
    let of_theirs: BTreeMap<&str, &str> = theirs.iter().map(|(p, v)| (p.as_str(), v.as_str())).collect();
    let of_ours: BTreeMap<&str, &str> = ours.iter().map(|(p, v)| (p.as_str(), v.as_str())).collect();
    let mut out: Vec<Difference> = ours
        .iter()
        .filter(|(place, value)| of_theirs.get(place.as_str()) != Some(&value.as_str()))
        .map(|(place, value)| Difference {
            place: place.clone(),
            here: Some(value.clone()),
            there: of_theirs.get(place.as_str()).map(|v| (*v).to_owned()),
        })
        .collect();
    let added = theirs.iter().filter(|(place, _)| !of_ours.contains_key(place.as_str()));
    out.extend(added.map(|(place, value)| Difference {
        place: place.clone(),
        here: None,
        there: Some(value.clone()),
    }));
    out
}

/// Returns every field of a document by its path, in the order of the file; what data it was saved with is no field of its user.
fn fields(scenario: &Scenario) -> Vec<(String, String)> {
    let mut scenario = scenario.clone();
    scenario.economy.fingerprint = None;
    file::write(&scenario).map_or_else(|_| Vec::new(), |text| leaves(&text))
}

/// Reads the written form, one line a field, into paths and values.
fn leaves(text: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    // Each open bracket: what it adds to the path, and how many entries without a name it has seen.
    let mut open: Vec<(String, usize)> = Vec::new();
    for line in text.lines() {
        let line = line.trim();
        let line = line.strip_suffix(',').unwrap_or(line);
        if matches!(line, ")" | "]" | "}") {
            open.pop();
            continue;
        }
        let (name, value) = named(line);
        let step = match name {
            Some(name) => name.to_owned(),
            None => match open.last_mut() {
                Some((_, count)) => {
                    *count += 1;
                    format!("[{}]", *count - 1)
                }
                None => String::new(),
            },
        };
        if value.ends_with(['(', '[', '{']) {
            open.push((step, 0));
            // `kind: Construction(` says something of its own.
            let variant = value.trim_end_matches(['(', '[', '{']);
            if !variant.is_empty() {
                out.push((join(&open, ""), variant.to_owned()));
            }
            continue;
        }
        out.push((join(&open, &step), value.to_owned()));
    }
    out
}

/// Splits `name: value`; an entry of a list has no name.
fn named(line: &str) -> (Option<&str>, &str) {
    match line.split_once(": ") {
        Some((name, value)) if name.chars().all(|c| c.is_alphanumeric() || c == '_') => (Some(name), value),
        // The key of a map is written as a text.
        Some((name, value)) if name.starts_with('"') && name.ends_with('"') && name.len() > 1 => {
            (name.get(1..name.len() - 1), value)
        }
        _ => (None, line),
    }
}

fn join(open: &[(String, usize)], last: &str) -> String {
    let mut path = String::new();
    let steps = open.iter().map(|(step, _)| step.as_str()).chain([last]);
    for step in steps.filter(|s| !s.is_empty()) {
        if !path.is_empty() && !step.starts_with('[') {
            path.push('.');
        }
        path.push_str(step);
    }
    path
}

#[cfg(test)]
mod tests {
    use super::leaves;

    #[test]
    fn each_line_of_a_file_becomes_a_path_and_a_value() {
        let text = "(\n  name: (\n    fr: \"a: (b\",\n  ),\n  phases: [\n    (\n      start: 2020,\n      kind: Operation(\n        jobs: (\n          value: 3.0,\n        ),\n      ),\n    ),\n    (\n      lines: [],\n    ),\n  ],\n  parameters: {\n    \"saving_rate\": (\n      value: 0.1,\n    ),\n  },\n)\n";
        let expected = [
            ("name.fr", "\"a: (b\""),
            ("phases[0].start", "2020"),
            ("phases[0].kind", "Operation"),
            ("phases[0].kind.jobs.value", "3.0"),
            ("phases[1].lines", "[]"),
            ("parameters.saving_rate.value", "0.1"),
        ];
        let found = leaves(text);
        let found: Vec<(&str, &str)> = found.iter().map(|(p, v)| (p.as_str(), v.as_str())).collect();
        assert_eq!(found, expected);
    }
}
