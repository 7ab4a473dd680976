//! A comparison of scenarios for other programs and for spreadsheets.
//!
//! # `retombees-comparison/1`
//!
//! | Field | Content |
//! |---|---|
//! | `schema` | `"retombees-comparison/1"` |
//! | `data_year` | year of the data and of every dollar |
//! | `economy` | `id`, `fingerprint` of the data |
//! | `against` | `previous` or `first`: what each scenario is compared with |
//! | `explained` | `measure`, `territory` of the sentences |
//! | `finding`, `explanation`, `remarks` | the sentences, in both languages |
//! | `scenarios` | `letter`, `name`, `region` |
//! | `figures` | `measure`, `territory`, `unit`, and `scenarios`: `letter`, `gross`, `net`, `missing` (`phase` or `law`), `against`, `difference`, `relative` |
//! | `inputs` | inputs that differ: `group`, `name`, `values` (as written), `differs` (from the scenario before) |
//! | `ways` | `from`, `to`, and `steps` in their order: `groups`, `contributions` (`measure.territory` → gross), each sum being the whole difference |
//!
//! Measures: `jobs`, `job_years`, `gdp`, `wages`, `revenue`, `gdp_construction`, `wages_construction`, `revenue_construction`. What does not exist is
//! `null`. The lines of the CSV hold the same: `part,scenario,against,step,measure,territory,unit,value,net,relative`.

use std::fmt::Write;

use serde_json::{Map, Value, json};

use crate::ids::Local;
use crate::report::compare::{self, CompareScope, letter};
use crate::report::compare_steps;
use crate::study::Territory;
use crate::study::compare::{Against, Headline, Missing};
use crate::text::Lang;

/// Name and version of the format.
pub const SCHEMA: &str = "retombees-comparison/1";

/// The territories written.
const TERRITORIES: [Territory; 3] = [Territory::Study, Territory::Province, Territory::Country];

/// Returns the figures with the territories that each is known in.
fn figures() -> impl Iterator<Item = (Headline, Territory)> {
    Headline::ALL
        .into_iter()
        .flat_map(|h| TERRITORIES.map(|t| (h, t)))
        .filter(|(h, t)| h.territory(*t) == *t)
}

fn name(headline: Headline, territory: Territory) -> String {
    format!("{}.{}", headline.id(), territory.id())
}

/// Returns which scenario one is compared with, and both differences of a gross figure.
fn change(
    scope: &CompareScope<'_>,
    k: usize,
    headline: Headline,
    territory: Territory,
) -> Option<(usize, f64, Option<f64>)> {
    let from = scope.comparison.against.of(k)?;
    let gross = |k: usize| {
        let figure = scope.comparison.outcomes.get(k)?.get(headline, territory);
        figure.ok().map(|a| a.gross)
    };
    let (before, after) = (gross(from)?, gross(k)?);
    Some((from, after - before, (before != 0.0).then(|| (after - before) / before)))
}

/// Writes a comparison as JSON.
pub fn json(scope: &CompareScope<'_>) -> Vec<u8> {
    let both = |say: &dyn Fn(&CompareScope<'_>) -> Value| {
        let of = |lang| say(&CompareScope { lang, ..*scope });
        json!({"fr": of(Lang::Fr), "en": of(Lang::En)})
    };
    let local = |name: &Local| json!({"fr": name.get(Lang::Fr), "en": name.get(Lang::En)});
    let scenarios: Vec<Value> = scope
        .sides
        .iter()
        .enumerate()
        .map(|(k, side)| json!({"letter": letter(k), "name": local(side.name), "region": side.study.region.as_str()}))
        .collect();
    let figures: Vec<Value> = figures()
        .map(|(headline, territory)| {
            let of_each: Vec<Value> = (0..scope.sides.len())
                .map(|k| {
                    let figure = scope.comparison.outcomes.get(k).map(|o| o.get(headline, territory));
                    let missing = match figure {
                        Some(Err(Missing::Phase)) => Some("phase"),
                        Some(Err(Missing::Law)) => Some("law"),
                        _ => None,
                    };
                    let amount = figure.and_then(Result::ok);
                    let change = change(scope, k, headline, territory);
                    json!({
                        "letter": letter(k), "gross": amount.map(|a| a.gross), "net": amount.and_then(|a| a.net), "missing": missing,
                        "against": scope.comparison.against.of(k).map(letter),
                        "difference": change.map(|c| c.1), "relative": change.and_then(|c| c.2),
                    })
                })
                .collect();
            json!({
                "measure": headline.id(), "territory": territory.id(), "unit": headline.unit().id(), "scenarios": of_each,
            })
        })
        .collect();
    let cells = |scope: &CompareScope<'_>| compare::inputs(scope);
    let [fr, en] = [Lang::Fr, Lang::En].map(|lang| cells(&CompareScope { lang, ..*scope }));
    let inputs: Vec<Value> = scope
        .comparison
        .inputs
        .iter()
        .zip(fr.iter().zip(&en))
        .map(|(row, (fr, en))| {
            let texts = |cells: &[(String, bool)]| cells.iter().map(|(text, _)| text.clone()).collect::<Vec<_>>();
            json!({
                "group": row.group.id(), "name": {"fr": fr.0, "en": en.0},
                "values": {"fr": texts(&fr.1), "en": texts(&en.1)}, "differs": row.differs,
            })
        })
        .collect();
    let ways: Vec<Value> = scope
        .comparison
        .ways
        .iter()
        .map(|way| {
            let all: Vec<(String, Option<Vec<f64>>)> = self::figures()
                .map(|(h, t)| (name(h, t), way.contributions(h, t)))
                .collect();
            let steps: Vec<Value> = way
                .steps
                .iter()
                .enumerate()
                .map(|(k, step)| {
                    let parts: Map<String, Value> = all
                        .iter()
                        .map(|(name, values)| {
                            let value = values.as_ref().and_then(|v| v.get(k).copied());
                            (name.clone(), json!(value))
                        })
                        .collect();
                    let groups: Vec<&str> = step.groups.iter().map(|g| g.id()).collect();
                    json!({"groups": groups, "share_held_within_reach": step.held, "contributions": parts})
                })
                .collect();
            json!({"from": letter(way.from), "to": letter(way.to), "steps": steps})
        })
        .collect();
    let document = json!({
        "schema": SCHEMA,
        "data_year": scope.library.economy.data_year,
        "economy": {"id": scope.library.economy.id, "fingerprint": scope.library.fingerprint},
        "against": against_id(scope.comparison.against),
        "explained": {"measure": scope.headline.id(), "territory": scope.headline.territory(scope.territory).id()},
        "finding": both(&|s| json!(compare::finding(s))),
        "explanation": both(&|s| json!(compare_steps::steps_finding(s))),
        "remarks": both(&|s| json!(compare::remarks(s))),
        "scenarios": scenarios,
        "figures": figures,
        "inputs": inputs,
        "ways": ways,
    });
    // A value made of texts and numbers always has a JSON form.
    let mut out = serde_json::to_vec_pretty(&document).unwrap_or_default();
    out.push(b'\n');
    out
}

/// Returns the name of what scenarios are compared with, in files and in the terminal.
pub fn against_id(against: Against) -> &'static str {
    match against {
        Against::Previous => "previous",
        Against::First => "first",
    }
}

/// Writes a comparison as comma-separated values: figures, differences and steps, one a line. Values have all their digits.
pub fn csv(scope: &CompareScope<'_>) -> Vec<u8> {
    let mut out = String::from("part,scenario,against,step,measure,territory,unit,value,net,relative\n");
    let or_empty = |v: Option<f64>| v.map_or_else(String::new, |v| v.to_string());
    for (headline, territory) in figures() {
        let tail = format!("{},{},{}", headline.id(), territory.id(), headline.unit().id());
        // Writing to a String cannot fail.
        for (k, outcome) in scope.comparison.outcomes.iter().enumerate() {
            let amount = outcome.get(headline, territory).ok();
            let (gross, net) = (or_empty(amount.map(|a| a.gross)), or_empty(amount.and_then(|a| a.net)));
            let _ = writeln!(out, "figure,{},,,{tail},{gross},{net},", letter(k));
        }
        for k in 0..scope.sides.len() {
            if let Some((from, difference, relative)) = change(scope, k, headline, territory) {
                let (to, from) = (letter(k), letter(from));
                let relative = or_empty(relative);
                let _ = writeln!(out, "difference,{to},{from},,{tail},{difference},,{relative}");
            }
        }
        for way in &scope.comparison.ways {
            let Some(values) = way.contributions(headline, territory) else {
                continue;
            };
            for (step, value) in way.steps.iter().zip(values) {
                let groups: Vec<&str> = step.groups.iter().map(|g| g.id()).collect();
                let (to, from, groups) = (letter(way.to), letter(way.from), groups.join("+"));
                let _ = writeln!(out, "step,{to},{from},{groups},{tail},{value},,");
            }
        }
    }
    out.into_bytes()
}
