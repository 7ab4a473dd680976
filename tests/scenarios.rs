//! The shipped scenarios: they read, they write back the same, and their figures change only on purpose.
//!
//! After a change meant to move figures, run `cargo test --test scenarios -- --ignored` to write `tests/expected` anew, look at the
//! difference, and add a line under "Impacted results" in the README's change log.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::fmt::Write;
use std::path::{Path, PathBuf};

use retombees::data::library::Library;
use retombees::problem::Severity;
use retombees::scenario::file;
use retombees::scenario::group;
use retombees::scenario::presets::{GROUPS, SHIPPED};
use retombees::study::group::{Part, When, run_group};
use retombees::study::{self, Cache, Effect, Measure, Study, effect_id, measure_id};

/// Significant digits of an expected figure.
const DIGITS: usize = 9;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn expected_path(name: &str) -> PathBuf {
    root().join("tests/expected").join(name.replace(".ron", ".csv"))
}

fn computed(text: &str, library: &Library) -> Study {
    let scenario = file::read(text.as_bytes()).unwrap();
    study::run(&scenario, library, &mut Cache::default()).unwrap()
}

/// Writes the figures of whole constructions and of years of full operation.
fn headline(study: &Study) -> String {
    let mut out = String::from("id,value,unit\n");
    for f in study
        .figures()
        .iter()
        .filter(|f| f.id.ends_with(".whole") || f.id.ends_with(".full"))
    {
        writeln!(out, "{},{:.*e},{}", f.id, DIGITS - 1, f.value, f.unit.id()).unwrap();
    }
    out
}

/// Writes the figures of a group: construction over all its years and operation in its fullest year, whole and overlap.
fn of_group(text: &str, library: &Library) -> String {
    let document = group::read(text.as_bytes()).unwrap();
    let scenarios = group::members(&document, &mut |_| panic!("no file")).unwrap();
    let found = run_group(&document, &scenarios, library, &mut Cache::default()).unwrap();
    let mut out = String::from("id,value,unit\n");
    let year = found.fullest_year().unwrap();
    writeln!(out, "fullest_year,{:.*e},year", DIGITS - 1, f64::from(year)).unwrap();
    for (part, name, when) in [
        (Part::Construction, "construction", When::AllYears),
        (Part::Operation, "operation", When::Year(year)),
    ] {
        for measure in [Measure::Gdp, Measure::Wages, Measure::Jobs] {
            for effect in Effect::ALL {
                for territory in &found.territories {
                    let cell = (measure, effect, *territory);
                    let whole = found.total(part, when, cell);
                    let overlap: f64 = found.overlaps.iter().map(|o| found.overlap(o, part, when, cell)).sum();
                    let id = format!(
                        "{}.{}.{}.{name}",
                        measure_id(measure),
                        effect_id(effect),
                        territory.id()
                    );
                    let unit = match (measure, part) {
                        (Measure::Jobs, Part::Construction) => "job_years",
                        (Measure::Jobs, Part::Operation) => "jobs",
                        _ => "dollars",
                    };
                    // A sum of nothing is −0: adding 0 makes it 0.
                    for (of, value) in [("group", whole), ("overlap", overlap + 0.0)] {
                        writeln!(out, "{of}.{id},{value:.*e},{unit}", DIGITS - 1).unwrap();
                    }
                }
            }
        }
    }
    out
}

#[test]
fn every_file_of_the_folder_ships() {
    let mut files: Vec<String> = std::fs::read_dir(root().join("scenarios"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let mut names: Vec<String> = SHIPPED
        .iter()
        .chain(&GROUPS)
        .map(|(name, _)| (*name).to_owned())
        .collect();
    files.sort();
    names.sort();
    assert_eq!(files, names);
}

#[test]
fn shipped_scenarios_have_no_error() {
    let library = Library::embedded().unwrap();
    for (name, text) in SHIPPED {
        let scenario = file::read(text.as_bytes()).unwrap_or_else(|p| panic!("{name}: {p:?}"));
        let errors: Vec<_> = study::check(&scenario, &library)
            .into_iter()
            .filter(|p| p.severity() == Severity::Error)
            .collect();
        assert!(errors.is_empty(), "{name}: {errors:?}");
    }
}

#[test]
fn shipped_scenarios_say_what_they_are_in_both_languages() {
    for (name, text) in SHIPPED {
        let scenario = file::read(text.as_bytes()).unwrap();
        for local in [&scenario.name, &scenario.description] {
            assert!(!local.fr.is_empty() && !local.en.is_empty(), "{name}");
        }
    }
}

#[test]
fn writing_and_reading_change_nothing() {
    for (name, text) in SHIPPED {
        let scenario = file::read(text.as_bytes()).unwrap();
        let written = file::write(&scenario).unwrap();
        assert_eq!(file::read(written.as_bytes()).unwrap(), scenario, "{name}");
        assert!(
            written == text,
            "{name} is not laid out as the program writes it:\n{}",
            difference(text, &written)
        );
    }
}

#[test]
fn accounting_checks_hold_for_every_shipped_scenario() {
    let library = Library::embedded().unwrap();
    for (name, text) in SHIPPED {
        let study = computed(text, &library);
        assert!(!study.checks.is_empty(), "{name}");
        for check in &study.checks {
            assert!(check.holds(), "{name}: {check:?}");
        }
    }
}

#[test]
fn figures_are_the_expected_ones() {
    let library = Library::embedded().unwrap();
    for (name, text) in SHIPPED {
        compare(name, &headline(&computed(text, &library)));
    }
    for (name, text) in GROUPS {
        compare(name, &of_group(text, &library));
    }
}

/// Compares figures with those expected of a file.
fn compare(name: &str, found: &str) {
    let expected = std::fs::read_to_string(expected_path(name)).unwrap_or_default();
    assert_eq!(
        found.lines().count(),
        expected.lines().count(),
        "{name}: other figures than expected"
    );
    for (found, expected) in found.lines().zip(expected.lines()).skip(1) {
        let read = |line: &str| -> (String, f64) {
            let fields: Vec<&str> = line.split(',').collect();
            (format!("{},{}", fields[0], fields[2]), fields[1].parse().unwrap())
        };
        let ((id, value), (expected_id, expected_value)) = (read(found), read(expected));
        assert_eq!(id, expected_id, "{name}");
        // Another processor may move the last digit.
        let same = (value - expected_value).abs() <= 2e-9 * expected_value.abs() + 1e-6;
        assert!(same, "{name}: {id} is {value}, expected {expected_value}");
    }
}

/// The plant stopped on 19 August 2023, day 231 of the year: with what is then lost, no government that gave recovers its support.
#[test]
fn what_happened_to_alliance_magnesium_never_pays_its_support_back() {
    let library = Library::embedded().unwrap();
    let text = SHIPPED
        .iter()
        .find(|(name, _)| name.ends_with("what-happened.ron"))
        .unwrap()
        .1;
    let study = computed(text, &library);
    let operation = study.operation().unwrap();
    assert_eq!(operation.activity(2023), 231.0 / 365.0);
    assert_eq!(operation.activity(2024), 0.0);
    let closed = study.finances.as_ref().unwrap().closed.as_ref().unwrap();
    assert_eq!(closed.closes, Some(2023));
    let gave: Vec<_> = closed.returns.iter().filter(|r| r.face.cost > 0.0).collect();
    assert_eq!(gave.len(), 3, "Canada, Québec, and both");
    for r in gave {
        assert_eq!((r.face.year, r.net.year), (None, None), "{:?}", r.government);
        assert!(r.net.ratio.unwrap() < 1.0 && r.net.cost <= r.face.cost);
    }
}

#[test]
#[ignore = "writes the files that the other tests compare with"]
fn rewrite() {
    let library = Library::embedded().unwrap();
    for (name, text) in SHIPPED {
        let scenario = file::read(text.as_bytes()).unwrap();
        std::fs::write(root().join("scenarios").join(name), file::write(&scenario).unwrap()).unwrap();
        std::fs::write(expected_path(name), headline(&computed(text, &library))).unwrap();
    }
    for (name, text) in GROUPS {
        let group = group::read(text.as_bytes()).unwrap();
        std::fs::write(root().join("scenarios").join(name), group::write(&group).unwrap()).unwrap();
        std::fs::write(expected_path(name), of_group(text, &library)).unwrap();
    }
}

fn difference(a: &str, b: &str) -> String {
    let pair = a.lines().zip(b.lines()).enumerate().find(|(_, (a, b))| a != b);
    pair.map_or_else(
        || "length".to_owned(),
        |(k, (a, b))| format!("line {}\n  file:    {a}\n  written: {b}", k + 1),
    )
}
