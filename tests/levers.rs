//! Local levers: every gain against a study computed again with one origin changed, the bound, what the region lacks, how varied its jobs are, known
//! suppliers, and the page that tells them.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

mod shown;

use egui::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use retombees::app::{Action, AppState, Edit, Gesture, LinesEdit, Page};
use retombees::export::json;
use retombees::problem::{Severity, What};
use retombees::report::full::{Block, Subject, blocks};
use retombees::report::levers::{LeverMeasure, page, variety};
use retombees::report::overview::Scope;
use retombees::report::pictures::pictures;
use retombees::scenario::presets::SHIPPED;
use retombees::scenario::{Input, LineEdit, OriginShares, Scenario, file};
use retombees::study::{self, Cache, Effect, Gains, Government, LevyKind, Measure, PhaseStudy, Study, Territory};
use retombees::text::Lang;
use serde_json::Value;
use shown::{LIBRARY, Shown, ask, show, start};

fn shipped(name: &str) -> Scenario {
    let (_, text) = SHIPPED.iter().find(|(n, _)| n.starts_with(name)).unwrap();
    file::read(text.as_bytes()).unwrap()
}

fn flagship() -> Scenario {
    shipped("alliance-magnesium-2020")
}

fn run(scenario: &Scenario, cache: &mut Cache) -> Study {
    study::run(scenario, &LIBRARY, cache).unwrap_or_else(|p| panic!("{p:?}"))
}

fn by_hand([study, rest, other, abroad]: [f64; 4]) -> OriginShares {
    OriginShares {
        study,
        rest,
        other,
        abroad,
    }
}

/// Returns the scenario with every line of a phase fixed where the study found it, so that a change of one line moves no other.
fn fixed(scenario: &Scenario, k: usize, phase: &PhaseStudy) -> Scenario {
    let mut out = scenario.clone();
    let stated = &mut out.phases[k];
    (stated.local_share, stated.province_content) = (None, None);
    for line in &phase.lines {
        stated.line_mut(line.id.as_str()).unwrap().origin = Some(by_hand(line.origin.shares()));
    }
    out
}

/// Returns what a phase brings, read from the results themselves and not by the code of levers.
fn brought(study: &Study, k: usize, territory: Territory) -> Gains {
    let phase = &study.phases[k];
    let residents = study.residents(phase, &Effect::ALL, territory);
    let revenue = study.revenue(phase, &Effect::ALL, territory);
    Gains {
        jobs: study.total(phase, Measure::Jobs, territory),
        gdp: study.total(phase, Measure::Gdp, territory),
        income: residents.after_tax.unwrap_or(residents.wages),
        revenue: revenue.map(|r| Government::ALL.map(|g| LevyKind::ALL.map(|kind| r.of(g, kind)))),
    }
}

fn numbers(g: &Gains) -> Vec<f64> {
    let revenue = g.revenue.iter().flatten().flatten();
    [g.jobs, g.gdp, g.income].into_iter().chain(revenue.copied()).collect()
}

/// Checks that some gains are the difference of two studies, to what rounding leaves of differences of such totals.
fn are_the_difference(found: &Gains, before: &Gains, after: &Gains, what: &str) {
    assert_eq!(found.revenue.is_some(), after.revenue.is_some(), "{what}");
    let (before, after) = (numbers(before), numbers(after));
    for (k, found) in numbers(found).into_iter().enumerate() {
        let expected = after[k] - before[k];
        let scale = 1e-9 * after[k].abs() + 1e-6 * expected.abs() + 1e-9;
        assert!(
            (found - expected).abs() <= scale,
            "{what}, measure {k}: {found}, recomputed {expected}"
        );
    }
}

fn scope(study: &Study, lang: Lang) -> Scope<'_> {
    Scope {
        study,
        saved: None,
        library: &LIBRARY,
        territory: Territory::Study,
        lang,
    }
}

/// Every shipped scenario; the flagship for a whole province with law and one without, and without households.
fn scenarios() -> Vec<(String, Scenario)> {
    let read = |(name, text): &(&str, &str)| ((*name).to_owned(), file::read(text.as_bytes()).unwrap());
    let mut out: Vec<(String, Scenario)> = SHIPPED.iter().map(read).collect();
    for region in ["QC", "ON"] {
        let mut scenario = flagship();
        scenario.region = region.into();
        scenario.phases.iter_mut().for_each(|p| p.local_share = None);
        scenario.support.clear();
        out.push((region.to_owned(), scenario));
    }
    let mut open = flagship();
    open.model.households = retombees::scenario::Households::None;
    out.push(("no households".to_owned(), open));
    out
}

#[test]
fn every_lever_is_what_a_study_with_that_origin_changed_finds() {
    let mut checked = 0;
    for (name, scenario) in scenarios() {
        let mut cache = Cache::default();
        let whole = run(&scenario, &mut cache);
        for (k, phase) in whole.phases.iter().enumerate() {
            let base = fixed(&scenario, k, phase);
            let before = run(&base, &mut cache);
            for lever in study::levers(&whole, phase).unwrap() {
                let line = &phase.lines[lever.line];
                assert!((lever.added - (line.cap - line.origin.study).min(0.10)).abs() < 1e-12);
                let shares = study::moved(
                    line.origin.shares(),
                    line.origin.study + lever.added,
                    whole.whole_province,
                );
                let mut changed = base.clone();
                changed.phases[k].line_mut(line.id.as_str()).unwrap().origin = Some(by_hand(shares));
                let after = run(&changed, &mut cache);
                for (gains, t) in [
                    (&lever.gains, Territory::Study),
                    (&lever.in_province, Territory::Province),
                ] {
                    let what = format!("{name}, {}, {}, {t:?}", phase.id, line.id);
                    are_the_difference(gains, &brought(&before, k, t), &brought(&after, k, t), &what);
                }
                checked += 1;
            }
        }
    }
    assert!(checked > 100, "{checked} levers");
}

#[test]
fn the_bound_is_the_study_with_every_line_at_its_cap() {
    for (name, scenario) in scenarios() {
        let mut cache = Cache::default();
        let whole = run(&scenario, &mut cache);
        for (k, phase) in whole.phases.iter().enumerate() {
            let what = format!("{name}, {}", phase.id);
            let bound = study::bound(&whole, phase).unwrap();
            let mut capped = fixed(&scenario, k, phase);
            for line in &phase.lines {
                let local = line.cap.max(line.origin.study);
                let shares = study::moved(line.origin.shares(), local, whole.whole_province);
                capped.phases[k].line_mut(line.id.as_str()).unwrap().origin = Some(by_hand(shares));
            }
            let most = run(&capped, &mut cache);
            let (home, province) = (Territory::Study, Territory::Province);
            let now = |t| brought(&whole, k, t);
            let then = |t| brought(&most, k, t);
            are_the_difference(&bound.from_now, &now(home), &then(home), &what);
            are_the_difference(&bound.from_now_in_province, &now(province), &then(province), &what);
            let mut free = scenario.clone();
            free.phases[k].local_share = None;
            let default = run(&free, &mut cache);
            are_the_difference(&bound.from_default, &brought(&default, k, home), &then(home), &what);
            let share = |s: &Study| s.phases[k].sourcing.local_share;
            for (found, expected) in [
                (bound.now, share(&whole)),
                (bound.default, share(&default)),
                (bound.most, share(&most)),
            ] {
                assert!((found - expected).abs() < 1e-9, "{what}: {found}, {expected}");
            }
            // No lever reaches beyond the bound.
            for lever in study::levers(&whole, phase).unwrap() {
                assert!(lever.gains.jobs <= bound.from_now.jobs + 1e-9, "{what}");
            }
        }
    }
}

#[test]
fn a_line_at_its_cap_is_no_lever_and_says_so() {
    let mut scenario = flagship();
    let study = run(&scenario, &mut Cache::default());
    let k = scenario.first_operation().unwrap();
    let phase = &study.phases[k];
    for line in &phase.lines {
        let shares = study::moved(line.origin.shares(), line.cap, false);
        scenario.phases[k].line_mut(line.id.as_str()).unwrap().origin = Some(by_hand(shares));
    }
    scenario.phases[k].local_share = None;
    let study = run(&scenario, &mut Cache::default());
    let phase = &study.phases[k];
    let (levers, bound) = (
        study::levers(&study, phase).unwrap(),
        study::bound(&study, phase).unwrap(),
    );
    assert!(levers.is_empty());
    assert!(bound.from_now.jobs.abs() < 1e-9);
    for (lang, finding, cell) in [
        (Lang::Fr, "Aucune ligne ne laisse de marge", "au plafond"),
        (Lang::En, "No line leaves room", "at its cap"),
    ] {
        let told = page(&scope(&study, lang), phase, (&levers, &bound), LeverMeasure::Jobs);
        assert!(told.finding.starts_with(finding), "{}", told.finding);
        assert!(told.chart.is_none());
        assert_eq!(
            told.lines.0.rows.len(),
            phase.lines.iter().filter(|l| l.amount > 0.0).count()
        );
        assert!(told.lines.0.rows.iter().all(|row| row[3] == cell));
    }
}

#[test]
fn what_the_region_lacks_is_what_it_buys_elsewhere_of_sparse_industries() {
    for (name, scenario) in scenarios() {
        let study = run(&scenario, &mut Cache::default());
        for phase in &study.phases {
            let found = study.lacking(phase);
            assert!(found.windows(2).all(|w| w[0].outside >= w[1].outside), "{name}");
            let account = study.structure.region.account();
            for l in &found {
                let of = |l: &&study::LineStudy| l.industry;
                // No shipped line has margins: what is bought of an industry are its own lines, before product taxes.
                let tax = phase.stimulus.product_taxes / phase.purchases;
                let lines = phase
                    .lines
                    .iter()
                    .filter(|line| of(line) == Some(l.industry) && !matches!(line.kind, study::LineKind::Scrap));
                let outside: f64 = lines
                    .map(|line| line.amount * (1.0 - tax) * (1.0 - line.origin.study))
                    .sum();
                assert!(
                    (l.outside - outside).abs() < 1e-6 * outside,
                    "{name}: {} {outside}",
                    l.outside
                );
                assert!(l.quotient <= 0.8 || l.made <= 0.25, "{name}: {l:?}");
                let jobs = account.per_dollar().jobs[l.industry] * account.gross_output()[l.industry];
                assert!((l.jobs - jobs).abs() < 1e-9 * jobs.max(1.0), "{name}");
            }
        }
    }
}

/// The indices again from the jobs of the JSON file, by their formulas.
#[test]
fn the_indices_follow_from_the_jobs_of_the_file() {
    for (name, scenario) in scenarios() {
        let study = run(&scenario, &mut Cache::default());
        let found = study.diversification().unwrap();
        let n = LIBRARY.economy.industries.len();
        let account = study.structure.region.account();
        let base = |r: usize, i: usize| account.per_dollar().jobs[r * n + i] * account.gross_output()[r * n + i];
        let larger = if study.whole_province { 0..10 } else { 0..2 };
        let index = |jobs: &dyn Fn(usize, usize) -> f64| {
            let home: Vec<f64> = (0..n).map(|i| jobs(0, i)).collect();
            let all: Vec<f64> = (0..n).map(|i| larger.clone().map(|r| jobs(r, i)).sum()).collect();
            let (e, big): (f64, f64) = (home.iter().sum(), all.iter().sum());
            let mean: f64 = (0..n)
                .filter(|i| home[*i] > 0.0)
                .map(|i| (home[i] / e) * (home[i] / e) / (all[i] / big))
                .sum();
            let squares: f64 = home.iter().map(|h| (h / e) * (h / e)).sum();
            (e, 1.0 / mean, squares)
        };
        let close = |v: study::Variety, expected: (f64, f64, f64)| {
            let pairs = [
                (v.jobs, expected.0),
                (v.hachman, expected.1),
                (v.herfindahl, expected.2),
            ];
            for (found, expected) in pairs {
                assert!((found - expected).abs() < 1e-9 * expected, "{name}: {found} {expected}");
            }
            assert!((0.0..=1.0 + 1e-12).contains(&v.hachman) && v.herfindahl >= 1.0 / n as f64);
        };
        close(found.before, index(&base));
        let added = |phase: &PhaseStudy, r: usize, i: usize| -> f64 {
            Effect::ALL
                .iter()
                .map(|e| phase.impact.cell(*e, Measure::Jobs, r, i))
                .sum()
        };
        // Shipped scenarios have one phase of construction at most.
        match (study.construction(), found.construction) {
            (Some(phase), Some(v)) => {
                let years = f64::from(phase.end - phase.start + 1);
                close(v, index(&|r, i| base(r, i) + added(phase, r, i) / years));
            }
            (None, None) => {}
            other => panic!("{name}: {:?}", other.1),
        }
        match (study.operation(), found.operation) {
            (Some(_), Some(v)) => {
                // The year in which the phases of operation, together, hold most jobs in the region.
                let part =
                    |p: &PhaseStudy, year: i32| p.by_year.iter().find(|(y, _)| *y == year).map_or(0.0, |(_, f)| *f);
                let running: Vec<&PhaseStudy> = study.phases.iter().filter(|p| !p.construction).collect();
                let in_year = |year: i32, r: usize, i: usize| -> f64 {
                    running.iter().map(|p| part(p, year) * added(p, r, i)).sum()
                };
                let held = |year: i32| -> f64 { (0..n).map(|i| in_year(year, 0, i)).sum() };
                let years = running.iter().flat_map(|p| p.by_year.iter().map(|(y, _)| *y));
                let full = years.max_by(|x, y| held(*x).total_cmp(&held(*y))).unwrap();
                close(v, index(&|r, i| base(r, i) + in_year(full, r, i)));
            }
            (None, None) => {}
            other => panic!("{name}: {:?}", other.1),
        }
    }
}

/// Inside the province a purchase only changes place; beyond it, under a raised cap, it comes from elsewhere and the province gains.
#[test]
fn the_province_gains_only_by_what_it_did_not_make() {
    let scenario = flagship();
    let study = run(&scenario, &mut Cache::default());
    let k = scenario.first_operation().unwrap();
    for lever in study::levers(&study, &study.phases[k]).unwrap() {
        assert_eq!(lever.in_province.jobs, 0.0, "{}", lever.line);
        assert_eq!(lever.in_province.governments(), Some(0.0));
        assert!(lever.gains.jobs >= 0.0);
    }
    let mut raised = scenario.clone();
    raised.phases[k].line_mut("33A").unwrap().cap = Some(1.0);
    let origin = study.phases[k]
        .lines
        .iter()
        .find(|l| l.id.as_str() == "33A")
        .unwrap()
        .origin;
    let at_province = study::moved(origin.shares(), origin.study + origin.rest, false);
    raised.phases[k].line_mut("33A").unwrap().origin = Some(by_hand(at_province));
    raised.phases[k].local_share = None;
    let study = run(&raised, &mut Cache::default());
    let phase = &study.phases[k];
    let (levers, bound) = (
        study::levers(&study, phase).unwrap(),
        study::bound(&study, phase).unwrap(),
    );
    let lever = levers
        .iter()
        .find(|l| phase.lines[l.line].id.as_str() == "33A")
        .unwrap();
    assert!(lever.in_province.jobs >= lever.gains.jobs && lever.in_province.governments() > Some(0.0));
    for (lang, column, note) in [
        (
            Lang::Fr,
            "Emplois permanents au Québec",
            "Le total du Québec ne changerait pas",
        ),
        (
            Lang::En,
            "Permanent jobs in Québec",
            "The total of Québec would not change",
        ),
    ] {
        let told = page(&scope(&study, lang), phase, (&levers, &bound), LeverMeasure::Jobs);
        assert!(
            told.lines.0.columns.iter().any(|c| c == column),
            "{:?}",
            told.lines.0.columns
        );
        assert!(!told.lines.1.iter().any(|n| n.starts_with(note)));
    }
}

// Suppliers

fn with_suppliers(count: f64) -> (Scenario, usize, String) {
    let mut scenario = flagship();
    let study = run(&scenario, &mut Cache::default());
    let k = scenario.first_operation().unwrap();
    let lever = study::levers(&study, &study.phases[k]).unwrap()[0];
    let id = study.phases[k].lines[lever.line].id.to_string();
    scenario.phases[k].line_mut(&id).unwrap().suppliers = Some(count);
    (scenario, k, id)
}

#[test]
fn known_suppliers_change_no_figure_and_none_at_all_warns() {
    let plain = run(&flagship(), &mut Cache::default());
    for count in [0.0, 1.0, 12.0] {
        let (scenario, k, id) = with_suppliers(count);
        let study = run(&scenario, &mut Cache::default());
        assert_eq!(study.figures(), plain.figures());
        let line = study.phases[k].lines.iter().find(|l| l.id.as_str() == id).unwrap();
        assert_eq!(line.suppliers, Some(count as u32));
        let warned: Vec<_> = study
            .warnings
            .iter()
            .filter(|p| matches!(p.what, What::LocalShareWithoutSupplier { .. }))
            .collect();
        assert_eq!(warned.len(), usize::from(count == 0.0));
        for problem in warned {
            assert_eq!(problem.severity(), Severity::Warning);
            assert!(problem.place.contains(&id), "{}", problem.place);
        }
        // It goes through the file and back, and to the JSON file.
        let text = file::write(&scenario).unwrap();
        assert_eq!(file::read(text.as_bytes()).unwrap(), scenario);
        let value = exported(&scenario, &study);
        let lines = value["phases"][k]["lines"].as_array().unwrap();
        let line = lines.iter().find(|l| l["id"] == id.as_str()).unwrap();
        assert_eq!(line["suppliers"], count as u32);
    }
    // Nothing bought here, nothing to warn of.
    let (mut scenario, k, id) = with_suppliers(0.0);
    scenario.phases[k].local_share = None;
    let line = scenario.phases[k].line_mut(&id).unwrap();
    line.origin = Some(by_hand([0.0, 1.0, 0.0, 0.0]));
    let study = run(&scenario, &mut Cache::default());
    assert!(
        !study
            .warnings
            .iter()
            .any(|p| matches!(p.what, What::LocalShareWithoutSupplier { .. }))
    );
}

#[test]
fn suppliers_are_whole_and_not_negative() {
    for (count, ok) in [
        (2.5, false),
        (-1.0, false),
        (f64::NAN, false),
        (1e9, false),
        (0.0, true),
        (3.0, true),
    ] {
        let (scenario, ..) = with_suppliers(count);
        let refused = study::check(&scenario, &LIBRARY)
            .into_iter()
            .any(|p| p.severity() == Severity::Error && p.place.ends_with(".suppliers"));
        assert_eq!(refused, !ok, "{count}");
    }
}

fn exported(scenario: &Scenario, study: &Study) -> Value {
    let bytes = json::study(&Subject {
        name: &scenario.name,
        description: &scenario.description,
        study,
        library: &LIBRARY,
    });
    serde_json::from_slice(&bytes).unwrap()
}

// In writing and in files

#[test]
fn the_file_holds_levers_bound_and_indices() {
    let scenario = flagship();
    let study = run(&scenario, &mut Cache::default());
    let value = exported(&scenario, &study);
    for (k, phase) in study.phases.iter().enumerate() {
        let levers = study::levers(&study, phase).unwrap();
        let bound = study::bound(&study, phase).unwrap();
        let written = &value["phases"][k]["levers"];
        let same = |value: &Value, gains: &Gains| {
            for (name, v) in [("jobs", gains.jobs), ("gdp", gains.gdp), ("income", gains.income)] {
                let written = value[name].as_f64().unwrap();
                assert!((written - v).abs() <= 1e-12 * v.abs(), "{name}: {written} {v}");
            }
            let quebec = &value["revenue"]["quebec"];
            let sum = quebec["fiscal"].as_f64().unwrap() + quebec["parafiscal"].as_f64().unwrap();
            let near = |a: f64, b: f64| assert!((a - b).abs() <= 1e-12 * a.abs(), "{a} {b}");
            near(sum, gains.government(Government::Quebec).unwrap());
            near(value["net"]["jobs"].as_f64().unwrap(), phase.net(gains.jobs).unwrap());
            let revenue = phase.net(gains.governments().unwrap()).unwrap();
            near(value["net"]["revenue"].as_f64().unwrap(), revenue);
        };
        let lines = written["lines"].as_array().unwrap();
        assert_eq!(lines.len(), levers.len());
        for (line, lever) in lines.iter().zip(&levers) {
            assert_eq!(line["line"], phase.lines[lever.line].id.as_str());
            assert!((line["added"].as_f64().unwrap() - lever.added).abs() < 1e-15);
            same(line, &lever.gains);
        }
        same(&written["bound"]["from_now"], &bound.from_now);
        same(&written["bound"]["from_now_in_province"], &bound.from_now_in_province);
        same(&written["bound"]["from_default"], &bound.from_default);
        assert!((written["bound"]["bound_share"].as_f64().unwrap() - bound.most).abs() < 1e-15);
        assert_eq!(written["lacking"].as_array().unwrap().len(), study.lacking(phase).len());
    }
    let before = study.diversification().unwrap().before;
    let hachman = value["diversification"]["before"]["hachman"].as_f64().unwrap();
    assert!((hachman - before.hachman).abs() < 1e-15);
}

#[test]
fn the_written_study_and_the_pictures_hold_the_levers() {
    let (scenario, k, id) = with_suppliers(3.0);
    let study = run(&scenario, &mut Cache::default());
    for (lang, heading, suppliers, file) in [
        (
            Lang::Fr,
            "Leviers locaux, exploitation",
            "Fournisseurs régionaux",
            "leviers-locaux",
        ),
        (
            Lang::En,
            "Local levers, operation",
            "Regional suppliers",
            "local-levers",
        ),
    ] {
        let subject = Subject {
            name: &scenario.name,
            description: &scenario.description,
            study: &study,
            library: &LIBRARY,
        };
        let written = blocks(&subject, lang);
        let at = written
            .iter()
            .position(|b| *b == Block::Heading(heading.into()))
            .unwrap();
        let phase = &study.phases[k];
        let (levers, bound) = (
            study::levers(&study, phase).unwrap(),
            study::bound(&study, phase).unwrap(),
        );
        let told = page(&scope(&study, lang), phase, (&levers, &bound), LeverMeasure::Jobs);
        assert_eq!(written[at + 1], Block::Paragraph(told.finding.clone()));
        let row = told.ids.iter().position(|i| i.as_str() == id).unwrap();
        assert_eq!(told.lines.0.columns.last().unwrap(), suppliers);
        assert_eq!(told.lines.0.rows[row].last().unwrap(), "3");
        let Block::Table(table) = &written[at + 2] else {
            panic!("{:?}", written[at + 2])
        };
        assert_eq!(table.title, told.lines.0.title);
        for (cells, shown) in table.rows.iter().zip(&told.lines.0.rows) {
            assert_eq!((&cells[0], &cells[1..]), (&shown[0], &shown[3..]));
        }
        // What to press is of the window alone.
        let says = |text: &str| {
            written
                .iter()
                .any(|b| matches!(b, Block::Paragraph(p) if p.contains(text)))
        };
        assert!(!says("ouvre sa ligne") && !says("opens its line"));
        let named: Vec<String> = pictures(&scope(&study, lang), None)
            .into_iter()
            .map(|p| p.name)
            .collect();
        for phase in 1..=study.phases.len() {
            assert!(named.contains(&format!("{file}-{phase}")), "{named:?}");
        }
    }
}

/// Jobs of none, one and many in the sentences of the page.
#[test]
fn sentences_hold_for_any_size_of_project() {
    for scale in [1e-6, 1e-3, 0.01, 0.1, 1.0, 100.0, 1e4] {
        let mut scenario = flagship();
        scenario.support.clear();
        scenario.early_closure = None;
        for phase in &mut scenario.phases {
            phase.local_share = None;
            match &mut phase.kind {
                retombees::scenario::PhaseKind::Construction {
                    investment,
                    site_workers,
                    ..
                } => {
                    *investment = Input::user(investment.value * scale);
                    *site_workers = None;
                }
                retombees::scenario::PhaseKind::Operation { jobs, sales, .. } => {
                    *jobs = Input::user(jobs.value * scale);
                    *sales = sales.take().map(|s| Input::user(s.value * scale));
                }
            }
            phase.lines.clear();
            phase.own_budget = false;
        }
        let study = run(&scenario, &mut Cache::default());
        for phase in &study.phases {
            let (levers, bound) = (
                study::levers(&study, phase).unwrap(),
                study::bound(&study, phase).unwrap(),
            );
            for lang in Lang::ALL {
                let mut said = Vec::new();
                for measure in LeverMeasure::ALL {
                    let told = page(&scope(&study, lang), phase, (&levers, &bound), measure);
                    for (table, _) in [&told.lines, &told.bound, &told.lacking] {
                        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
                    }
                    if let Some(chart) = told.chart {
                        said.extend([chart.finding, chart.subtitle, chart.source]);
                    }
                    let titles = [told.lines, told.bound, told.lacking].map(|(table, _)| table.title);
                    said.push(told.finding);
                    said.extend(titles);
                }
                said.push(variety(&scope(&study, lang)).unwrap().0.title);
                for text in said {
                    assert!(!text.contains(['{', '}']), "{text}");
                    assert!(!text.contains("NaN"), "{text}");
                    agrees(&text);
                }
            }
        }
    }
}

/// Checks that a word after a number agrees with it.
fn agrees(text: &str) {
    let words: Vec<&str> = text.split([' ', ';', '(', ')']).filter(|w| !w.is_empty()).collect();
    for pair in words.windows(2) {
        let figure = pair[0].replace(['\u{a0}', '\u{202f}'], "").replace(',', ".");
        let Ok(value) = figure.parse::<f64>() else { continue };
        let many = [
            "emplois",
            "jobs",
            "années-emplois",
            "job-years",
            "lignes",
            "lines",
            "points",
        ]
        .contains(&pair[1]);
        let one = ["emploi", "job", "année-emploi", "job-year", "ligne", "line", "point"].contains(&pair[1]);
        assert!(!(one && value >= 2.0), "{text}");
        assert!(!(many && value == 1.0), "{text}");
    }
}

// The window

fn window(lang: Lang) -> Shown {
    let mut state = start(lang);
    retombees::app::update(&mut state, Action::ShowPage(Page::Levers));
    show(state, (1440.0, 900.0), 12, |_| {})
}

fn says(harness: &Shown, part: &str) -> bool {
    harness
        .get_all_by(|_| true)
        .flat_map(|node| [node.accesskit_node().label(), node.accesskit_node().value()])
        .flatten()
        .any(|text| text.contains(part))
}

#[test]
fn the_page_tells_finding_tables_and_indices_in_both_languages() {
    for (lang, words) in [
        (
            Lang::Fr,
            [
                "Acheter 5,1 points de plus",
                "emplois permanents",
                "C’est une borne",
                "Hachman",
                "Quotient",
                "Avant le projet",
            ],
        ),
        (
            Lang::En,
            [
                "Buying 5.1 points more",
                "permanent jobs",
                "This is a bound",
                "Hachman",
                "Quotient",
                "Before the project",
            ],
        ),
    ] {
        let harness = window(lang);
        for word in words {
            assert!(says(&harness, word), "{word}");
        }
    }
}

#[test]
fn the_measure_and_the_phase_are_chosen_above_the_page() {
    let mut harness = window(Lang::Fr);
    let choose = |harness: &mut Shown, name: &str| {
        harness.get_by_role_and_label(Role::RadioButton, name).click();
        harness.run();
    };
    choose(&mut harness, "PIB");
    assert_eq!(harness.state().state.lever_measure, LeverMeasure::Gdp);
    assert!(says(&harness, "de PIB"));
    choose(&mut harness, "Recettes publiques");
    assert!(says(&harness, "de recettes publiques tirées de l’activité"));
    assert!(says(&harness, "Le total du Québec ne changerait pas"));
    choose(&mut harness, "Emplois");
    choose(&mut harness, "Construction");
    assert!(says(&harness, "années-emplois"));
    // Without law there is no revenue to choose.
    let mut scenario = flagship();
    scenario.region = "ON".into();
    scenario.phases.iter_mut().for_each(|p| p.local_share = None);
    scenario.support.clear();
    ask(&mut harness, Action::Edit(Edit::Region("ON".into()), Gesture::Once));
    assert_eq!(
        harness
            .query_all_by_role_and_label(Role::RadioButton, "Recettes publiques")
            .count(),
        0
    );
}

#[test]
fn a_name_of_the_table_leads_to_its_line_by_pointer_and_by_keys() {
    for by_keys in [false, true] {
        let mut harness = window(Lang::Fr);
        let study = harness.state().state.document().study().clone();
        let k = harness.state().state.phase;
        let lever = study::levers(&study, &study.phases[k]).unwrap()[1];
        let line = &study.phases[k].lines[lever.line];
        let name = retombees::report::words::line(line, Lang::Fr, &LIBRARY);
        let link = format!("Ouvrir la ligne «\u{a0}{name}\u{a0}»");
        if by_keys {
            harness.get_by_role_and_label(Role::Link, &link).focus();
            harness.run();
            harness.key_press(egui::Key::Enter);
        } else {
            harness.get_by_role_and_label(Role::Link, &link).click();
        }
        harness.run();
        assert_eq!(harness.state().state.page, Page::Spending);
        assert!(
            says(&harness, &format!("Fournisseurs régionaux, {name}")),
            "the details of {name} show"
        );
        let focused = harness.get_by(|node| node.is_focused());
        assert!(focused.accesskit_node().label().unwrap().contains(&name));
        assert_eq!(harness.state().state.view.wanted, None);
    }
}

#[test]
fn suppliers_are_typed_in_the_details_of_a_line() {
    let mut harness = window(Lang::Fr);
    let study = harness.state().state.document().study().clone();
    let k = harness.state().state.phase;
    let lever = study::levers(&study, &study.phases[k]).unwrap()[0];
    let line = &study.phases[k].lines[lever.line];
    let name = retombees::report::words::line(line, Lang::Fr, &LIBRARY);
    harness
        .get_by_role_and_label(Role::Link, &format!("Ouvrir la ligne «\u{a0}{name}\u{a0}»"))
        .click();
    harness.run();
    let field = format!("Fournisseurs régionaux, {name}");
    harness.get_by_role_and_label(Role::TextInput, &field).focus();
    harness.run();
    harness.get_by_role_and_label(Role::TextInput, &field).type_text("0");
    harness.run();
    harness.key_press(egui::Key::Enter);
    harness.run();
    let stated = |h: &Shown| {
        let phase = &h.state().state.document().scenario().phases[k];
        phase.line(line.id.as_str()).and_then(|l| l.suppliers)
    };
    assert_eq!(stated(&harness), Some(0.0));
    assert!(says(&harness, "Aucun fournisseur dans la région"));
    ask(&mut harness, Action::Undo);
    assert_eq!(stated(&harness), None);
    let edit = LinesEdit::Suppliers(line.id.clone(), Some(4.0));
    ask(&mut harness, Action::Edit(Edit::Lines(k, edit), Gesture::Once));
    assert_eq!(stated(&harness), Some(4.0));
    ask(&mut harness, Action::ShowPage(Page::Levers));
    assert!(says(&harness, "Fournisseurs régionaux"));
    // Taken back, the line is a default one again.
    let edit = LinesEdit::Suppliers(line.id.clone(), None);
    ask(&mut harness, Action::Edit(Edit::Lines(k, edit), Gesture::Once));
    let before: Option<LineEdit> = flagship().phases[k].line(line.id.as_str()).cloned();
    assert_eq!(
        harness.state().state.document().scenario().phases[k]
            .line(line.id.as_str())
            .cloned(),
        before
    );
}

#[test]
fn levers_are_found_for_their_page_alone_and_follow_the_document() {
    let mut state: AppState = start(Lang::Fr);
    assert_eq!(state.levers, None);
    retombees::app::update(&mut state, Action::ShowPage(Page::Levers));
    let first = state.levers_shown().cloned().unwrap();
    let k = state.phase;
    retombees::app::update(&mut state, Action::Edit(Edit::LocalShare(k, Some(0.2)), Gesture::Once));
    let second = state.levers_shown().cloned().unwrap();
    assert_ne!(first.bound.now, second.bound.now);
    assert_eq!(second.revision, state.document().revision());
    retombees::app::update(&mut state, Action::ShowPage(Page::Jobs));
    assert_eq!(state.levers, None);
}
