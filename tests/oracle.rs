//! Three studies against an independent recomputation in numpy (tests/oracle), written from the formulas of the method and from the data files.
//!
//! Case A is the flagship scenario; case B is the same project seen from a smaller region, with another quotient, another recipe, an open model
//! and a Québec content; case C is a made-up project with the law of 2026, net households, growing productivity, supports of every form and of
//! several years. The comparison goes through `run --format json`: each cell of each effect, each levy, each figure, each year.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::collections::HashMap;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

/// Relative difference allowed.
const TOLERANCE: f64 = 1e-9;
/// Part of a table's total below which a cell is what rounding leaves of 0.
const DUST: f64 = 1e-14;
const CASE_A: &str = "scenarios/alliance-magnesium-2020.ron";
const CASE_B: &str = "tests/cases/oracle-b.ron";
const CASE_C: &str = "tests/cases/oracle-c.ron";

fn study(scenario: &str) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_retombees"))
        .args(["run", "--format", "json", "--lang", "en"])
        .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join(scenario))
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Returns the header and the rows of a table of expected values.
fn table(name: &str) -> (Vec<String>, Vec<Vec<String>>) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected").join(name);
    let text = std::fs::read_to_string(path).unwrap();
    let mut lines = text
        .lines()
        .filter(|l| !l.starts_with('#'))
        .map(|l| l.split(',').map(str::to_owned).collect::<Vec<_>>());
    let header = lines.next().unwrap();
    (header, lines.collect())
}

fn number(written: &str) -> f64 {
    if written.is_empty() {
        0.0
    } else {
        written.parse().unwrap()
    }
}

fn phase<'a>(study: &'a Value, id: &str) -> &'a Value {
    let phases = study["phases"].as_array().unwrap();
    phases.iter().find(|p| p["id"] == id).unwrap()
}

fn close(found: f64, expected: f64) -> bool {
    (found - expected).abs() <= TOLERANCE * expected.abs().max(f64::MIN_POSITIVE)
}

/// Compares every cell and returns how many were compared.
fn compare_cells(scenario: &str, expected: &str) -> usize {
    let study = study(scenario);
    let (header, rows) = table(expected);
    let mut compared = 0;
    for fields in &rows {
        let [id, effect, measure, region] = [0, 1, 2, 3].map(|k| fields[k].as_str());
        let by_region = phase(&study, id)["detail"][effect][measure].as_object().unwrap();
        let total: f64 = by_region
            .values()
            .flat_map(|r| r.as_object().unwrap().values())
            .map(|v| v.as_f64().unwrap().abs())
            .sum();
        for (industry, written) in header.iter().zip(fields).skip(4) {
            let expected = number(written);
            let found = by_region[region][industry.as_str()].as_f64().unwrap_or(0.0);
            let difference = (found - expected).abs();
            assert!(
                difference <= TOLERANCE * expected.abs() || difference <= DUST * total,
                "{id} {effect} {measure} {region} {industry}: found {found}, expected {expected}"
            );
            compared += 1;
        }
    }
    compared
}

#[test]
fn the_flagship_agrees_with_numpy_cell_by_cell() {
    let compared = compare_cells(CASE_A, "oracle-a.csv");
    assert!(compared > 16_000, "{compared} cells");
}

#[test]
fn another_region_method_and_closure_agree_with_numpy_cell_by_cell() {
    let compared = compare_cells(CASE_B, "oracle-b.csv");
    assert!(compared > 12_000, "{compared} cells");
}

/// Compares every levy by effect and region of the province.
fn compare_revenue(scenario: &str, expected: &str) {
    let study = study(scenario);
    let (header, rows) = table(expected);
    assert_eq!(rows.len(), 16, "two phases, four effects, two parts of the province");
    let mut compared = 0;
    for fields in &rows {
        let [id, effect, region] = [0, 1, 2].map(|k| fields[k].as_str());
        let levies = &phase(&study, id)["revenue"][effect][region];
        for (levy, written) in header.iter().zip(fields).skip(3) {
            let found = levies[levy.as_str()].as_f64().unwrap_or(0.0);
            let expected = number(written);
            let place = format!("{id} {effect} {region} {levy}");
            assert!(close(found, expected), "{place}: found {found}, expected {expected}");
            compared += usize::from(expected != 0.0);
        }
    }
    assert!(compared > 100, "{compared} levies above 0");
}

#[test]
fn levies_agree_with_numpy_by_effect_and_region() {
    compare_revenue(CASE_A, "oracle-a-revenue.csv");
    compare_revenue(CASE_B, "oracle-b-revenue.csv");
    compare_revenue(CASE_C, "oracle-c-revenue.csv");
}

fn figures(study: &Value) -> HashMap<&str, &Value> {
    let all = study["figures"].as_array().unwrap();
    all.iter().map(|f| (f["id"].as_str().unwrap(), f)).collect()
}

/// Compares every figure, gross and net; with `years`, also those of each calendar year.
fn compare_figures(scenario: &str, expected: &str, years: bool) {
    let study = study(scenario);
    let found = figures(&study);
    let (header, rows) = table(expected);
    let mut compared = 0;
    for fields in &rows {
        let [id, effect, place] = [0, 1, 2].map(|k| fields[k].as_str());
        let phase = phase(&study, id);
        let period = if phase["kind"] == "construction" {
            "whole"
        } else {
            "full"
        };
        let mut periods = vec![(period.to_owned(), 1.0)];
        if years {
            let activity = phase["by_year"].as_array().unwrap().iter();
            periods.extend(activity.map(|y| (y["year"].to_string(), y["factor"].as_f64().unwrap())));
        }
        for (measure, written) in header.iter().zip(fields).skip(3).filter(|(_, w)| *w != "?") {
            for (period, factor) in &periods {
                let name = format!("{measure}.{effect}.{place}.{id}.{period}");
                let figure = found.get(name.as_str()).unwrap_or_else(|| panic!("{name} is missing"));
                let (gross, expected) = (figure["value"].as_f64().unwrap(), factor * number(written));
                assert!(close(gross, expected), "{name}: found {gross}, expected {expected}");
                match (figure["net"].as_f64(), phase["net_factor"].as_f64()) {
                    (Some(net), Some(factor)) => assert!(close(net, factor * expected), "net {name}: found {net}"),
                    (None, None) => {}
                    other => panic!("net {name}: {other:?}"),
                }
                compared += 1;
            }
        }
    }
    let of_phases = |id: &&&str| years || id.ends_with(".whole") || id.ends_with(".full");
    assert_eq!(compared, found.keys().filter(of_phases).count(), "figures left aside");
}

#[test]
fn figures_agree_with_numpy_families_and_years_included() {
    compare_figures(CASE_A, "oracle-a-figures.csv", true);
    compare_figures(CASE_B, "oracle-b-figures.csv", true);
    // Jobs of a year depend there on productivity: compared as a whole here, and by their sum over the years in public finances.
    compare_figures(CASE_C, "oracle-c-figures.csv", false);
}

/// Compares supports, yearly revenue by levy, returns and costs per job, as planned and with the early closure.
fn compare_public(scenario: &str, expected: &str) {
    let study = study(scenario);
    let finances = &study["finances"];
    let mut compared = HashMap::new();
    let (_, rows) = table(expected);
    for fields in &rows {
        let [case, part, row, column, written] = [0, 1, 2, 3, 4].map(|k| fields[k].as_str());
        let case = &finances[case];
        let listed = |list: &str, key: &str| {
            let mut all = case[list].as_array().unwrap().iter();
            all.find(|v| v[key] == row || format!("{}", v[key]) == row)
                .unwrap()
                .clone()
        };
        let found = match part {
            "support" => listed("supports", "id")[column].clone(),
            "year" => match column.split_once('.') {
                Some((kind, levy)) => listed("years", "year")[kind][levy].clone(),
                None => listed("years", "year")[column].clone(),
            },
            "return" => listed("returns", "government")[column].clone(),
            "total" => case[column].clone(),
            other => panic!("{other}"),
        };
        let agrees = match (&found, written.parse::<f64>()) {
            (Value::Null, _) => written == if column.contains('.') { "0" } else { "nothing" },
            (Value::String(text), _) => text == written,
            (value, Ok(expected)) => close(value.as_f64().unwrap(), expected),
            _ => false,
        };
        assert!(agrees, "{fields:?}: found {found}");
        *compared.entry((fields[0].clone(), part.to_owned())).or_insert(0) += 1;
    }
    for case in ["planned", "closed"] {
        let rows = |part: &str| compared[&(case.to_owned(), part.to_owned())];
        let length = |list: &str| finances[case][list].as_array().unwrap().len();
        assert_eq!(rows("support"), 7 * length("supports"));
        assert_eq!(rows("year"), 37 * length("years"));
        assert_eq!(rows("return"), 8 * length("returns"));
        assert_eq!(rows("total"), 4);
    }
}

#[test]
fn public_finances_agree_with_numpy_year_by_year() {
    compare_public(CASE_A, "oracle-a-public.csv");
    compare_public(CASE_C, "oracle-c-public.csv");
}

/// Sums the levies of an object.
fn sum(levies: &Value) -> f64 {
    let levies = levies.as_object().unwrap();
    levies.values().map(|v| v.as_f64().unwrap()).sum()
}

#[test]
fn parts_sum_to_totals_in_every_figure_and_year() {
    for scenario in [CASE_A, CASE_B, CASE_C] {
        let study = study(scenario);
        let all = figures(&study);
        let at = |id: &str| all[id]["value"].as_f64().unwrap();
        let (mut of_effects, mut of_places) = (0, 0);
        for id in all.keys() {
            let parts: Vec<&str> = id.split('.').collect();
            let [measure, effect, place, phase, period] = parts[..] else {
                panic!("{id}")
            };
            let other = |effect: &str, place: &str| at(&format!("{measure}.{effect}.{place}.{phase}.{period}"));
            if effect == "total" {
                let effects = ["direct", "indirect_first", "indirect_other", "induced"];
                let parts: f64 = effects.iter().map(|e| other(e, place)).sum();
                assert!(close(parts, at(id)), "{id}");
                of_effects += 1;
            }
            let parts = match place {
                "province" => ["study", "rest_of_province"],
                "country" => ["province", "rest_of_country"],
                _ => continue,
            };
            let parts: f64 = parts.iter().map(|p| other(effect, p)).sum();
            assert!(close(parts, at(id)), "{id}");
            of_places += 1;
        }
        assert!(of_effects > 1_000 && of_places > 1_000, "{of_effects} {of_places}");
        governments_and_years_sum(&study, &all);
    }
}

/// The revenue figures of a phase are its levies; a year's revenue is that of its phases; all governments are the three together.
fn governments_and_years_sum(study: &Value, figures: &HashMap<&str, &Value>) {
    let phases = study["phases"].as_array().unwrap();
    let whole = |phase: &Value| -> f64 {
        let effects = phase["revenue"].as_object().unwrap().values();
        effects.flat_map(|e| e.as_object().unwrap().values()).map(sum).sum()
    };
    for phase in phases {
        let id = phase["id"].as_str().unwrap();
        let end = |f: &&&str| {
            f.ends_with(&format!(".total.province.{id}.whole")) || f.ends_with(&format!(".total.province.{id}.full"))
        };
        let revenue = figures.keys().filter(end).filter(|f| f.starts_with("revenue_"));
        let total: f64 = revenue.map(|f| figures[f]["value"].as_f64().unwrap()).sum();
        assert!(total > 0.0 && close(total, whole(phase)), "{id}: {total}");
    }
    for case in ["planned", "closed"]
        .map(|c| &study["finances"][c])
        .into_iter()
        .filter(|c| !c.is_null())
    {
        for year in case["years"].as_array().unwrap() {
            let (mut gross, mut net) = (0.0, 0.0);
            for phase in phases {
                let mut years = phase["by_year"].as_array().unwrap().iter();
                let factor = years
                    .find(|y| y["year"] == year["year"])
                    .map_or(0.0, |y| y["factor"].as_f64().unwrap());
                gross += factor * whole(phase);
                net += factor * whole(phase) * phase["net_factor"].as_f64().unwrap_or(1.0);
            }
            if case["closes"].is_null() || year["year"].as_i64() <= case["closes"].as_i64() {
                assert!(close(sum(&year["gross"]), gross), "{}", year["year"]);
                assert!(close(sum(&year["net"]), net), "{}", year["year"]);
            } else {
                assert!(
                    sum(&year["gross"]) == 0.0 && sum(&year["net"]) == 0.0,
                    "{}",
                    year["year"]
                );
            }
        }
        let returns = case["returns"].as_array().unwrap();
        for column in ["support", "net_cost", "revenue", "revenue_present"] {
            let of = |all: bool| -> f64 {
                let rows = returns.iter().filter(|r| (r["government"] == "all") == all);
                rows.map(|r| r[column].as_f64().unwrap()).sum()
            };
            assert!(close(of(false), of(true)), "{column}");
        }
    }
}
