//! The totals of public revenue that stand on one page: each follows from the one above it, as shown, and the last is the sum over the years.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::sync::LazyLock;

use retombees::report::chart::RowWeight;
use retombees::report::finances::{FinancesView, charts, finding, isq};
use retombees::report::overview::Scope;
use retombees::report::public_totals::{table, totals};
use retombees::report::words;
use retombees::scenario::presets::SHIPPED;
use retombees::scenario::{Scenario, file};
use retombees::study::{self, Cache, Effect, Library, Territory};
use retombees::text::{Lang, number};

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());

/// Reads a figure as a person does.
fn read(text: &str, lang: Lang) -> f64 {
    let plain = text
        .replace([number::NO_BREAK_SPACE, '+', '×'], "")
        .replace(number::MINUS, "-");
    let plain = match lang {
        Lang::Fr => plain.replace(',', "."),
        Lang::En => plain.replace(',', ""),
    };
    plain.trim().parse().unwrap_or_else(|_| panic!("{text:?} is no number"))
}

fn shapes() -> Vec<Scenario> {
    let mut all: Vec<Scenario> = SHIPPED
        .iter()
        .map(|(_, text)| file::read(text.as_bytes()).unwrap())
        .collect();
    let mut whole = all[0].clone();
    whole.region = "QC".into();
    whole.phases.iter_mut().for_each(|p| p.local_share = None);
    all.push(whole);
    let mut twice = all[0].clone();
    let mut second = twice.phases[1].clone();
    second.id = "second".into();
    second.start += 3;
    twice.phases.push(second);
    all.push(twice);
    let mut gross = all[0].clone();
    gross.phases.iter_mut().for_each(|p| p.additionality = None);
    all.push(gross);
    all
}

#[test]
fn each_total_follows_from_the_one_above_it_as_shown() {
    let mut seen = 0;
    for scenario in shapes() {
        let study = study::run(&scenario, &LIBRARY, &mut Cache::default()).unwrap();
        let Some(finances) = &study.finances else { continue };
        for (lang, territory) in Lang::ALL
            .into_iter()
            .flat_map(|l| [Territory::Study, Territory::Province, Territory::Country].map(|t| (l, t)))
        {
            let scope = Scope {
                study: &study,
                saved: None,
                library: &LIBRARY,
                territory,
                lang,
            };
            let values = totals(&scope, finances).unwrap();
            let (spec, notes) = table(&scope, finances).unwrap();
            assert!(notes.iter().all(|n| !n.contains('{') && !n.contains('–')), "{notes:?}");
            let phases = study.phases.len();
            // What stands between two totals is what leads from one to the other.
            for column in 1..=phases {
                let mut level = read(&spec.rows[0][column], lang);
                for (k, row) in spec.rows.iter().enumerate().skip(1) {
                    match spec.style(k).weight {
                        RowWeight::Plain if row[column].starts_with('×') => {}
                        RowWeight::Plain => level += read(&row[column], lang),
                        RowWeight::Strong => {
                            assert!((level - read(&row[column], lang)).abs() < 1e-6, "{row:?} after {level}");
                            seen += 1;
                        }
                        _ => {}
                    }
                }
                // The last row is the net revenue of a year, times the years of activity.
                let t = values[column - 1];
                let last = read(&spec.rows.last().unwrap()[column], lang);
                assert!((last - t.net * t.activity / 1e6).abs() <= 0.1 + 1e-9, "{last} {t:?}");
            }
            // The phases sum to all years, which is what the years of the page sum to.
            let last = spec.rows.last().unwrap();
            let parts: f64 = last[1..=phases].iter().map(|cell| read(cell, lang)).sum();
            let whole = if phases > 1 {
                read(&last[phases + 1], lang)
            } else {
                parts
            };
            assert!((parts - whole).abs() < 1e-6, "{last:?}");
            let by_year: f64 = finances.planned.revenue.iter().map(|(_, _, net)| net.total()).sum();
            assert!((whole - by_year / 1e6).abs() <= 0.05 + 1e-9, "{whole} {by_year}");
            let cumulated = finances.planned.of(None).unwrap().face.cumulated.last().unwrap().1;
            assert!((cumulated - by_year).abs() <= 1e-9 * by_year.abs().max(1.0));
            // The totals of the table are those of the charts and of the table of the Institut.
            let strong: Vec<usize> = (0..spec.rows.len())
                .filter(|k| spec.style(*k).weight == RowWeight::Strong)
                .collect();
            for (column, phase) in study.phases.iter().enumerate() {
                let (layout, _) = isq(&scope, phase);
                let of_layout = layout.rows.last().unwrap().last().unwrap();
                assert_eq!(&spec.rows[0][column + 1], of_layout);
                assert!(layout.title.contains(&spec.rows[0][column + 1]), "{}", layout.title);
                let first = study.phases.iter().position(|p| p.construction == phase.construction);
                if first == Some(column) {
                    let id = if phase.construction {
                        "revenue_construction"
                    } else {
                        "revenue_operation"
                    };
                    let chart = charts(&scope, FinancesView::default())
                        .into_iter()
                        .find(|c| c.id == id)
                        .unwrap();
                    let total = &spec.rows[strong[0]][column + 1];
                    assert!(chart.finding.contains(total.as_str()), "{total} in {}", chart.finding);
                    let place = retombees::report::words::in_place(
                        &study,
                        if territory == Territory::Country {
                            Territory::Province
                        } else {
                            territory
                        },
                        lang,
                    );
                    assert!(chart.finding.contains(&place), "{place} in {}", chart.finding);
                    assert!(layout.title.contains(&place), "{place} in {}", layout.title);
                }
            }
        }
    }
    assert!(seen > 100, "{seen}");
}

#[test]
fn operation_counts_jobs_where_construction_counts_job_years() {
    let scenario = &shapes()[0];
    let study = study::run(scenario, &LIBRARY, &mut Cache::default()).unwrap();
    for lang in Lang::ALL {
        let scope = Scope {
            study: &study,
            saved: None,
            library: &LIBRARY,
            territory: Territory::Study,
            lang,
        };
        let name = |construction: bool| {
            let phase = study.phases.iter().find(|p| p.construction == construction).unwrap();
            isq(&scope, phase).0.rows[0][0].to_lowercase()
        };
        let unit = if lang == Lang::Fr {
            "années-emplois"
        } else {
            "job-years"
        };
        assert!(name(true).contains(unit), "{}", name(true));
        assert!(!name(false).contains(unit), "{}", name(false));
    }
}

#[test]
fn the_heading_without_support_is_of_the_territory_that_shows() {
    for scenario in shapes() {
        let mut scenario = scenario;
        scenario.support.clear();
        let study = study::run(&scenario, &LIBRARY, &mut Cache::default()).unwrap();
        let Some(phase) = study.operation().or(study.construction()) else {
            continue;
        };
        for (lang, territory) in Lang::ALL
            .into_iter()
            .flat_map(|l| [Territory::Study, Territory::Province].map(|t| (l, t)))
        {
            let scope = Scope {
                study: &study,
                saved: None,
                library: &LIBRARY,
                territory,
                lang,
            };
            let said = finding(&scope, FinancesView::default());
            let total = study.revenue(phase, &Effect::ALL, territory).unwrap().total();
            assert!(said.contains(&number::dollars_in_millions(total, lang)), "{said}");
            assert!(said.contains(&words::in_place(&study, territory, lang)), "{said}");
        }
    }
}

#[test]
fn a_table_whose_rounded_parts_miss_a_total_says_so() {
    let mut said = [0, 0];
    for scenario in shapes() {
        let study = study::run(&scenario, &LIBRARY, &mut Cache::default()).unwrap();
        for (lang, territory) in Lang::ALL
            .into_iter()
            .flat_map(|l| [Territory::Study, Territory::Province].map(|t| (l, t)))
        {
            let scope = Scope {
                study: &study,
                saved: None,
                library: &LIBRARY,
                territory,
                lang,
            };
            for phase in &study.phases {
                let (table, note) = isq(&scope, phase);
                let figures = |row: &[String]| row[1..].iter().map(|c| read(c, lang)).collect::<Vec<_>>();
                let shown: Vec<_> = table
                    .rows
                    .iter()
                    .filter(|r| !r[1].is_empty())
                    .map(|r| figures(r))
                    .collect();
                let across = shown.iter().any(|v| (v[0] + v[1] + v[2] - v[3]).abs() > 0.01);
                // The lines of governments stand after the heading, their total last.
                let from = table.rows.iter().position(|r| r[1].is_empty()).map_or(0, |k| k);
                let parts = &shown[from..];
                let down = parts.split_last().is_some_and(|(total, lines)| {
                    (0..4).any(|c| (lines.iter().map(|l| l[c]).sum::<f64>() - total[c]).abs() > 0.01)
                });
                let rounded = match lang {
                    Lang::Fr => "Montants arrondis",
                    Lang::En => "Rounded amounts",
                };
                assert_eq!(note.contains(rounded), across || down, "{note}");
                said[usize::from(across || down)] += 1;
            }
        }
    }
    assert!(said[1] > 0, "{said:?}");
}
