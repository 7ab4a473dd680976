//! A group of scenarios for other programs and for spreadsheets.
//!
//! # `retombees-group/1`
//!
//! | Field | Content |
//! |---|---|
//! | `schema` | `"retombees-group/1"` |
//! | `name`, `description` | in both languages |
//! | `data_year` | year of the data and of every dollar |
//! | `economy` | `id`, `fingerprint` of the data |
//! | `finding` | the sentence that heads the results, in both languages |
//! | `members` | `id`, `name`, `region`, `first`, `last` |
//! | `overlaps` | what members buy from each other: `buyer`, `phase`, `line`, `seller`, `share`, `amount` (basic price, a year of full operation or the whole construction) |
//! | `territories` | where effects are summed |
//! | `figures` | `of` (`group`, `members`, `overlap`, or `member:` and its id), `part` (`construction`, `operation`), `measure`, `effect`, `territory`, `year` (`null` over all years, construction only), `unit`, `value` |
//! | `warnings` | in both languages |
//!
//! `group` is `members` less `overlap`. The lines of the CSV hold the same figures. Operation has no figure over all years: permanent jobs of several years
//! do not add up.

use std::fmt::Write;

use serde_json::{Value, json};

use super::chart::{self, Options, Subject};
use super::csv;
use super::files::{ExportFile, NotDrawn, draw};
use crate::ids::Local;
use crate::report::full::problem;
use crate::report::group::{GroupScope, chart as group_chart, finding};
use crate::report::pictures::{NamedPicture, Picture};
use crate::report::wanted::Wanted;
use crate::study::group::{Part, When};
use crate::study::{Effect, Measure, Unit, effect_id, measure_id};
use crate::text::Lang;

/// Name and version of the format.
pub const SCHEMA: &str = "retombees-group/1";

/// Returns the files of a group, all under a folder called `stem`: its chart by language, its figures and the group itself.
///
/// * `group`: the group as it is on the disk.
///
/// Presentations, workbooks and reports are those of its members, each with its own scenario.
pub fn files(
    scope: &GroupScope<'_>,
    (stem, group): (&str, &[u8]),
    wanted: &Wanted,
) -> Result<Vec<ExportFile>, NotDrawn> {
    let mut out = Vec::new();
    let mut add = |path: &[&str], bytes: Vec<u8>| {
        let path = [stem].iter().chain(path).map(|p| (*p).to_owned()).collect();
        out.push(ExportFile { path, bytes });
    };
    for lang in wanted.langs.iter().copied() {
        let scope = GroupScope { lang, ..*scope };
        let Some(spec) = group_chart(&scope) else { continue };
        let options = Options {
            format: wanted.format,
            ground: wanted.ground,
            lang,
            project: scope.group.name.get(lang),
        };
        let named = NamedPicture::of(Picture::Chart(spec), lang);
        let scene = chart::scene(Subject::of(&named.picture), options);
        for kind in &wanted.charts {
            let name = format!("{}.{}", named.name, kind.extension());
            add(&[lang.code(), &name], draw(&scene, *kind, wanted.scale)?);
        }
    }
    if wanted.data {
        add(&[&format!("{stem}.json")], json(scope));
        add(&[&format!("{stem}.csv")], csv(scope));
        add(&[&format!("{stem}.ron")], group.to_vec());
    }
    Ok(out)
}

/// One figure of a group.
struct Line {
    of: String,
    part: &'static str,
    measure: &'static str,
    effect: &'static str,
    territory: &'static str,
    year: Option<i32>,
    unit: &'static str,
    value: f64,
}

/// Returns every figure of a group, in a fixed order.
fn figures(scope: &GroupScope<'_>) -> Vec<Line> {
    let group = scope.group;
    let mut out = Vec::new();
    for part in Part::ALL {
        let (name, all, unit) = match part {
            Part::Construction => ("construction", Some(When::AllYears), Unit::JobYears),
            Part::Operation => ("operation", None, Unit::Jobs),
        };
        let years = group.years().into_iter().flatten().map(When::Year);
        for when in all.into_iter().chain(years) {
            for measure in Measure::ALL {
                for effect in Effect::ALL {
                    for territory in &group.territories {
                        let cell = (measure, effect, *territory);
                        let mut sum = 0.0;
                        let mut push = |of: String, value: f64| {
                            out.push(Line {
                                of,
                                part: name,
                                measure: measure_id(measure),
                                effect: effect_id(effect),
                                territory: territory.id(),
                                year: match when {
                                    When::Year(year) => Some(year),
                                    When::AllYears => None,
                                },
                                unit: if measure == Measure::Jobs { unit } else { Unit::Dollars }.id(),
                                value,
                            });
                        };
                        for (k, member) in group.members.iter().enumerate() {
                            let value = group.member(k, part, when, cell);
                            sum += value;
                            push(format!("member:{}", member.id), value);
                        }
                        push("members".to_owned(), sum);
                        let overlap: f64 = group.overlaps.iter().map(|o| group.overlap(o, part, when, cell)).sum();
                        // A sum of nothing is −0: adding 0 makes it 0.
                        push("overlap".to_owned(), overlap + 0.0);
                        push("group".to_owned(), group.total(part, when, cell));
                    }
                }
            }
        }
    }
    // Years in which nothing happens say nothing.
    out.retain(|line| line.value != 0.0 || line.of == "group");
    out
}

/// Writes the figures of a group, one a line: `of,part,measure,effect,territory,year,unit,price_year,value`.
pub fn csv(scope: &GroupScope<'_>) -> Vec<u8> {
    let mut out = String::from("of,part,measure,effect,territory,year,unit,price_year,value\n");
    for l in figures(scope) {
        let year = l.year.map_or_else(|| "all".to_owned(), |y| y.to_string());
        let dollars = if l.unit == Unit::Dollars.id() {
            scope.group.data_year.to_string()
        } else {
            String::new()
        };
        // Writing to a String cannot fail.
        let _ = writeln!(
            out,
            "{},{},{},{},{},{year},{},{dollars},{}",
            csv::field(&l.of),
            l.part,
            l.measure,
            l.effect,
            l.territory,
            l.unit,
            l.value
        );
    }
    out.into_bytes()
}

/// Writes a group as JSON.
pub fn json(scope: &GroupScope<'_>) -> Vec<u8> {
    let group = scope.group;
    let local = |name: &Local| json!({"fr": name.get(Lang::Fr), "en": name.get(Lang::En)});
    let both = |say: &dyn Fn(&GroupScope<'_>) -> Value| {
        let of = |lang| say(&GroupScope { lang, ..*scope });
        json!({"fr": of(Lang::Fr), "en": of(Lang::En)})
    };
    let id = |k: usize| group.members.get(k).map_or("", |m| m.id.as_str());
    let members: Vec<Value> = group
        .members
        .iter()
        .map(|m| {
            let span = m.study.span();
            json!({
                "id": m.id, "name": local(&m.name), "region": m.study.region.as_str(),
                "first": span.map(|s| s.0), "last": span.map(|s| s.1),
            })
        })
        .collect();
    let overlaps: Vec<Value> = group
        .overlaps
        .iter()
        .map(|o| {
            let phase = group.phase_of(o).map_or("", |p| p.id.as_str());
            json!({
                "buyer": id(o.buyer), "phase": phase, "line": o.line.as_str(), "seller": id(o.seller),
                "share": o.share, "amount": o.amount,
            })
        })
        .collect();
    let figures: Vec<Value> = figures(scope)
        .into_iter()
        .map(|l| {
            json!({
                "of": l.of, "part": l.part, "measure": l.measure, "effect": l.effect, "territory": l.territory,
                "year": l.year, "unit": l.unit, "value": l.value,
            })
        })
        .collect();
    let warnings: Vec<Value> = group
        .warnings
        .iter()
        .map(|p| both(&|s| json!(problem(p, s.library, s.lang))))
        .collect();
    let whole = json!({
        "schema": SCHEMA,
        "name": local(&group.name),
        "description": local(&group.description),
        "data_year": group.data_year,
        "economy": {"id": scope.library.economy.id, "fingerprint": scope.library.fingerprint},
        "finding": both(&|s| json!(finding(s))),
        "members": members,
        "overlaps": overlaps,
        "territories": group.territories.iter().map(|t| t.id()).collect::<Vec<_>>(),
        "figures": figures,
        "warnings": warnings,
    });
    let mut out = serde_json::to_vec_pretty(&whole).unwrap_or_default();
    out.push(b'\n');
    out
}
