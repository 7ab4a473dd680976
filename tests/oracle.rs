//! Two studies against an independent recomputation in numpy, written from the formulas by someone who had not read the engine.
//!
//! Case A is the flagship scenario; case B is the same project seen from a smaller region, with another quotient, another recipe, an open model
//! and a Québec content. The comparison goes through `run --format json`: each cell of each effect, measure, region and industry.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::path::Path;
use std::process::Command;

use retombees::scenario::presets::SHIPPED;
use serde_json::Value;

/// Relative difference of a cell, or of its table's total for cells too small to matter.
const TOLERANCE: f64 = 1e-9;

fn study(scenario: &Path) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_retombees"))
        .args(["run", "--format", "json", "--lang", "en"])
        .arg(scenario)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Compares every cell and returns how many were compared.
fn compare(scenario: &str, expected: &str) -> usize {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let study = study(&root.join(scenario));
    let table = std::fs::read_to_string(root.join(expected)).unwrap();
    let mut lines = table.lines().filter(|l| !l.starts_with('#'));
    let header: Vec<&str> = lines.next().unwrap().split(',').collect();
    let mut compared = 0;
    for line in lines {
        let fields: Vec<&str> = line.split(',').collect();
        let [phase, effect, measure, region] = fields[..4] else {
            panic!("{line}")
        };
        let phases = study["phases"].as_array().unwrap();
        let phase = phases.iter().find(|p| p["id"] == phase).unwrap();
        let by_region = phase["detail"][effect][measure].as_object().unwrap();
        let total: f64 = by_region
            .values()
            .flat_map(|r| r.as_object().unwrap().values())
            .map(|v| v.as_f64().unwrap().abs())
            .sum();
        for (industry, written) in header.iter().zip(&fields).skip(4).filter(|(_, w)| **w != "?") {
            let expected: f64 = if written.is_empty() {
                0.0
            } else {
                written.parse().unwrap()
            };
            let found = phase["detail"][effect][measure][region][*industry]
                .as_f64()
                .unwrap_or(0.0);
            let difference = (found - expected).abs();
            assert!(
                difference <= TOLERANCE * expected.abs() || difference <= TOLERANCE * total,
                "{} {effect} {measure} {region} {industry}: found {found}, expected {expected}",
                phase["id"]
            );
            compared += 1;
        }
    }
    compared
}

#[test]
fn the_flagship_agrees_with_numpy_cell_by_cell() {
    let compared = compare(&format!("scenarios/{}", SHIPPED[0].0), "tests/expected/oracle-a.csv");
    assert!(compared > 14_000, "{compared} cells");
}

#[test]
fn another_region_method_and_closure_agree_with_numpy_cell_by_cell() {
    let compared = compare("tests/cases/oracle-b.ron", "tests/expected/oracle-b.csv");
    assert!(compared > 9_000, "{compared} cells");
}
