//! The workbook: what a program that does not calculate reads of it, against the study it was written from.
//!
//! That a spreadsheet program calculates the same figures again, and those of a changed scenario after an input has changed, is shown outside of the
//! repository with LibreOffice, which a test cannot ask for.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::Read;
use std::process::Command;
use std::sync::LazyLock;

use retombees::export::workbook::workbook;
use retombees::ids::{IndustryCode, LineId, RegionCode};
use retombees::report::full::Subject;
use retombees::scenario::presets::SHIPPED;
use retombees::scenario::{Households, Input, LineEdit, OriginShares, Phase, PhaseKind, Scenario, file};
use retombees::study::{self, Cache, Effect, Library, Measure, Study, Territory};
use retombees::text::Lang;
use retombees::text::messages::workbook as m;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());

/// A cell as the file holds it.
#[derive(Debug, Default)]
struct Cell {
    formula: Option<String>,
    /// The range that an array formula fills.
    array: Option<String>,
    kind: String,
    value: String,
}

impl Cell {
    fn number(&self) -> Option<f64> {
        if self.kind.is_empty() {
            self.value.parse().ok()
        } else {
            None
        }
    }
}

/// A workbook as a reader finds it.
struct Book {
    names: Vec<String>,
    sheets: BTreeMap<String, BTreeMap<(usize, usize), Cell>>,
    parts: BTreeMap<String, String>,
    defined: BTreeMap<String, String>,
}

fn plain(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
    text.replace("&apos;", "'").replace("&amp;", "&")
}

/// What stands between two marks.
fn between<'a>(text: &'a str, open: &str, close: &str) -> Option<&'a str> {
    let start = text.find(open)? + open.len();
    let end = text[start..].find(close)? + start;
    Some(&text[start..end])
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    between(tag, &format!(" {name}=\""), "\"").map(plain)
}

/// Row and column of an address, from nought.
fn address(text: &str) -> (usize, usize) {
    let text = text.replace('$', "");
    let letters: String = text.chars().take_while(char::is_ascii_alphabetic).collect();
    let column = letters.bytes().fold(0, |n, b| n * 26 + usize::from(b - b'A') + 1);
    (text[letters.len()..].parse::<usize>().unwrap() - 1, column - 1)
}

impl Book {
    fn read(bytes: &[u8]) -> Self {
        let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).expect("a package");
        let mut parts = BTreeMap::new();
        for k in 0..archive.len() {
            let mut file = archive.by_index(k).unwrap();
            let mut text = String::new();
            file.read_to_string(&mut text).expect("text");
            parts.insert(file.name().unwrap().into_owned(), text);
        }
        let list = &parts["xl/workbook.xml"];
        let names: Vec<String> = list
            .split("<sheet ")
            .skip(1)
            .map(|s| attribute(&format!(" {s}"), "name").unwrap())
            .collect();
        let defined = list
            .split("<definedName ")
            .skip(1)
            .map(|d| {
                (
                    attribute(&format!(" {d}"), "name").unwrap(),
                    plain(between(d, ">", "<").unwrap()),
                )
            })
            .collect();
        let shared: Vec<String> = parts["xl/sharedStrings.xml"]
            .split("<si>")
            .skip(1)
            .map(|si| plain(between(si.split_once("<t").unwrap().1, ">", "</t>").unwrap()))
            .collect();
        let sheets = names
            .iter()
            .enumerate()
            .map(|(k, name)| {
                (
                    name.clone(),
                    cells(&parts[&format!("xl/worksheets/sheet{}.xml", k + 1)], &shared),
                )
            })
            .collect();
        Self {
            names,
            sheets,
            parts,
            defined,
        }
    }

    fn sheet(&self, name: &str) -> &BTreeMap<(usize, usize), Cell> {
        self.sheets.get(name).unwrap_or_else(|| panic!("no sheet {name}"))
    }

    fn text(&self, sheet: &str, at: (usize, usize)) -> &str {
        self.sheet(sheet).get(&at).map_or("", |c| c.value.as_str())
    }

    fn number(&self, sheet: &str, at: (usize, usize)) -> Option<f64> {
        self.sheet(sheet).get(&at)?.number()
    }

    /// The value of a named cell; nothing where it is empty.
    fn named(&self, name: &str) -> Option<f64> {
        let place = self.defined.get(name).unwrap_or_else(|| panic!("no cell named {name}"));
        let (sheet, cell) = place.split_once('!').unwrap();
        self.number(sheet.trim_matches('\''), address(cell))
    }

    /// A block of numbers.
    fn block(&self, sheet: &str, (row, column): (usize, usize), (rows, columns): (usize, usize)) -> Vec<Vec<f64>> {
        let cell = |i, j| {
            self.number(sheet, (row + i, column + j))
                .unwrap_or_else(|| panic!("{sheet} {i} {j}"))
        };
        (0..rows).map(|i| (0..columns).map(|j| cell(i, j)).collect()).collect()
    }
}

fn cells(xml: &str, shared: &[String]) -> BTreeMap<(usize, usize), Cell> {
    let mut out = BTreeMap::new();
    for cell in xml.split("<c ").skip(1) {
        let head = cell.split_once('>').unwrap().0;
        let head = format!(" {head}");
        let at = address(&attribute(&head, "r").unwrap());
        let kind = attribute(&head, "t").unwrap_or_default();
        if head.ends_with('/') {
            continue;
        }
        let body = cell.split_once("</c>").unwrap().0;
        let value = plain(between(body, "<v>", "</v>").unwrap_or(""));
        let formula = body
            .split_once("<f")
            .map(|(_, f)| plain(between(f, ">", "</f>").unwrap()));
        let array = body
            .split_once("<f")
            .and_then(|(_, f)| attribute(f.split_once('>').unwrap().0, "ref"));
        let value = if kind == "s" {
            shared[value.parse::<usize>().unwrap()].clone()
        } else {
            value
        };
        out.insert(
            at,
            Cell {
                formula,
                array,
                kind,
                value,
            },
        );
    }
    out
}

fn shipped(name: &str) -> Scenario {
    let text = SHIPPED
        .iter()
        .find(|(file, _)| file.starts_with(name))
        .expect("shipped")
        .1;
    file::read(text.as_bytes()).unwrap()
}

fn flagship() -> Scenario {
    shipped("alliance-magnesium-2020")
}

fn computed(scenario: &Scenario) -> Study {
    study::run(scenario, &LIBRARY, &mut Cache::default()).expect("a study")
}

fn written(scenario: &Scenario, study: &Study, lang: Lang) -> Vec<u8> {
    let subject = Subject {
        name: &scenario.name,
        description: &scenario.description,
        study,
        library: &LIBRARY,
    };
    workbook(&subject, lang).expect("a workbook")
}

fn book(scenario: &Scenario, lang: Lang) -> (Study, Book) {
    let study = computed(scenario);
    let bytes = written(scenario, &study, lang);
    (study, Book::read(&bytes))
}

/// The flagship in both languages, written once for all tests.
static FLAGSHIP: LazyLock<(Study, [Book; 2])> = LazyLock::new(|| {
    let scenario = flagship();
    let study = computed(&scenario);
    let books = Lang::ALL.map(|lang| Book::read(&written(&scenario, &study, lang)));
    (study, books)
});

fn both() -> impl Iterator<Item = (Lang, &'static Book)> {
    Lang::ALL.into_iter().zip(&FLAGSHIP.1)
}

/// The measures in the order of the sheet of results.
const MEASURES: [Measure; 9] = [
    Measure::Jobs,
    Measure::Gdp,
    Measure::Compensation,
    Measure::Wages,
    Measure::ProductionTaxes,
    Measure::Surplus,
    Measure::ProductTaxes,
    Measure::ForeignImports,
    Measure::Output,
];

/// Every row of results holds the study's figures: by effect, in all, net, at export, and no difference.
fn check_results(study: &Study, book: &Book, lang: Lang) {
    let sheet = m::SHEET_RESULTS.get(lang);
    let rows: Vec<usize> = book
        .sheet(sheet)
        .keys()
        .filter(|(row, column)| *column == 8 && *row > 3 && book.number(sheet, (*row, 8)).is_some())
        .map(|(row, _)| *row)
        .collect();
    let mut rows = rows.into_iter();
    let close = |a: f64, b: f64| (a - b).abs() <= 1e-9 * b.abs().max(1e-3);
    let apart: Vec<Territory> = [Territory::Study, Territory::RestOfProvince, Territory::RestOfCountry]
        .into_iter()
        .filter(|t| !study.regions_of(*t).is_empty())
        .collect();
    let province = (!study.whole_province).then_some(Territory::Province);
    for phase in &study.phases {
        let mut expect = |what: String, values: [f64; 4]| {
            let row = rows.next().unwrap_or_else(|| panic!("no row for {what}"));
            let at = |column| book.number(sheet, (row, column));
            for (k, value) in values.iter().enumerate() {
                let found = at(1 + k).unwrap();
                assert!(close(found, *value), "{what}, effect {k}: {found} for {value}");
                assert!(book.sheet(sheet)[&(row, 1 + k)].formula.is_some(), "{what} is live");
            }
            let all: f64 = values.iter().sum();
            for column in [5, 7] {
                let found = at(column).unwrap();
                assert!(close(found, all), "{what}, column {column}: {found} for {all}");
            }
            match phase.net(all) {
                Some(net) => assert!(close(at(6).unwrap(), net), "{what}: net"),
                None => assert_eq!(at(6), None, "{what}: gross never shown as net"),
            }
            assert_eq!(at(8), Some(0.0), "{what}: no difference with itself");
        };
        for measure in MEASURES {
            for territory in apart.iter().copied().chain(province).chain([Territory::Country]) {
                let scale = if measure == Measure::Jobs { 1.0 } else { 1e6 };
                let values = Effect::ALL.map(|e| study.value(phase, measure, e, territory) / scale);
                expect(format!("{measure:?} {territory:?} {}", phase.id), values);
            }
        }
        let inside = apart
            .iter()
            .copied()
            .filter(|t| *t != Territory::RestOfCountry)
            .chain(province);
        for territory in inside.clone().filter(|_| study.structure.law.is_some()) {
            let by = |of: &dyn Fn(&study::Revenue) -> f64| {
                Effect::ALL.map(|e| of(&study.revenue(phase, &[e], territory).unwrap()) / 1e6)
            };
            use study::{Base, Government, LevyKind};
            for (government, kind) in [
                (Government::Quebec, LevyKind::Fiscal),
                (Government::Quebec, LevyKind::Parafiscal),
                (Government::Federal, LevyKind::Fiscal),
                (Government::Federal, LevyKind::Parafiscal),
                (Government::Municipal, LevyKind::Fiscal),
            ] {
                expect(
                    format!("{government:?} {kind:?} {territory:?}"),
                    by(&|r| r.of(government, kind)),
                );
            }
            expect(format!("revenue {territory:?}"), by(&|r| r.total()));
            expect(format!("personal {territory:?}"), by(&|r| r.base(Base::Wages)));
        }
        for territory in inside {
            let by = |of: &dyn Fn(&study::ResidentPay) -> f64| {
                Effect::ALL.map(|e| of(&study.residents(phase, &[e], territory)))
            };
            expect(format!("resident jobs {territory:?}"), by(&|r| r.jobs));
            expect(format!("resident wages {territory:?}"), by(&|r| r.wages / 1e6));
            if study.structure.law.is_some() {
                expect(format!("after tax {territory:?}"), by(&|r| r.after_tax.unwrap() / 1e6));
            }
            let families = Effect::ALL.map(|e| study.families(phase, &[e], territory));
            expect(format!("families {territory:?}"), families);
        }
    }
    assert_eq!(rows.next(), None, "rows that no figure explains");
}

/// Every check says that it holds.
fn check_states(study: &Study, book: &Book, lang: Lang) {
    let sheet = m::SHEET_CHECKS.get(lang);
    let states: Vec<&str> = book
        .sheet(sheet)
        .iter()
        .filter(|((_, column), cell)| *column == 4 && cell.formula.is_some())
        .map(|(_, cell)| cell.value.as_str())
        .collect();
    // One for each row of results, and the identities of the account and of each phase.
    let results = m::SHEET_RESULTS.get(lang);
    let rows = book
        .sheet(results)
        .keys()
        .filter(|(row, column)| *column == 8 && book.number(results, (*row, 8)).is_some());
    let identities = 2 + study.phases.len()
        * if study.structure.model.households().is_some() {
            5
        } else {
            4
        };
    assert_eq!(states.len(), rows.count() + identities);
    assert!(states.iter().all(|s| *s == m::STATUS_OK.get(lang)), "{states:?}");
    assert_eq!(book.text(sheet, (3, 1)), m::CHECKS_OK.get(lang));
    assert_eq!(book.number(sheet, (4, 1)), Some(0.0), "no input has changed");
    let summary: Vec<&String> = book
        .sheet(m::SHEET_SUMMARY.get(lang))
        .values()
        .map(|c| &c.value)
        .collect();
    assert!(summary.iter().any(|t| *t == m::CHECKS_OK.get(lang)));
    assert!(summary.iter().any(|t| *t == m::FINDING_CURRENT.get(lang)));
}

/// Every formula has a result, and names sheets and cells that exist.
fn check_formulas(book: &Book) {
    let mut formulas = 0;
    for (name, cells) in &book.sheets {
        for (at, cell) in cells {
            assert_ne!(cell.kind, "e", "{name} {at:?}: {cell:?}");
            let Some(formula) = &cell.formula else { continue };
            formulas += 1;
            if cell.kind.is_empty() {
                let value: f64 = cell.value.parse().unwrap_or_else(|_| panic!("{name} {at:?}: {cell:?}"));
                assert!(value.is_finite(), "{name} {at:?}: {cell:?}");
            } else {
                assert_eq!(cell.kind, "str", "{name} {at:?}");
            }
            assert!(
                !formula.contains("#REF") && !formula.contains("NaN") && !formula.contains("inf"),
                "{formula}"
            );
            // Outside of texts, what stands before an exclamation mark is a sheet.
            let bare: String = formula.split('"').step_by(2).collect();
            for before in bare.split('!').collect::<Vec<_>>().split_last().unwrap().1 {
                let sheet = match before.strip_suffix('\'') {
                    Some(quoted) => quoted.rsplit('\'').next().unwrap().to_owned(),
                    None => before
                        .rsplit(|c: char| !c.is_alphanumeric() && c != '_')
                        .next()
                        .unwrap()
                        .to_owned(),
                };
                assert!(
                    book.sheets.contains_key(&sheet),
                    "{name} {at:?}: no sheet {sheet} in {formula}"
                );
            }
            // Words that are neither a function nor a cell are names.
            let words = bare
                .split(|c: char| !(c.is_alphanumeric() || c == '_' || c == '(' || c == '!' || c == '$' || c == '.'));
            for word in words.flat_map(|w| w.split('(')).filter(|w| w.contains('_')) {
                assert!(
                    book.defined.contains_key(word),
                    "{name} {at:?}: no name {word} in {formula}"
                );
            }
        }
    }
    assert!(formulas > 1500, "{formulas} formulas");
}

#[test]
fn the_package_opens_with_its_sheets_names_and_charts_in_both_languages() {
    for (lang, book) in both() {
        let expected = [
            m::SHEET_SUMMARY,
            m::SHEET_INPUTS,
            m::SHEET_PURCHASES,
            m::SHEET_RESULTS,
            m::SHEET_CHARTS,
            m::SHEET_SERIES,
            m::SHEET_CHECKS,
            m::SHEET_DEMAND,
            m::SHEET_PRODUCTION,
            m::SHEET_HOUSEHOLDS,
            m::SHEET_TAXES,
            m::SHEET_ACCOUNT,
            m::SHEET_COEFFICIENTS,
            m::SHEET_INVERSE,
            m::SHEET_SOURCES,
        ];
        assert_eq!(book.names, expected.map(|s| s.get(lang)));
        assert!(book.names.iter().all(|n| n.chars().count() <= 31));
        let charts: Vec<&String> = book
            .parts
            .iter()
            .filter(|(name, _)| name.starts_with("xl/charts/chart"))
            .map(|(_, xml)| xml)
            .collect();
        // Four for each phase, origins, years.
        assert_eq!(charts.len(), 10);
        for chart in charts {
            let drawn: Vec<&str> = chart
                .split("<c:f>")
                .skip(1)
                .map(|f| f.split("</c:f>").next().unwrap())
                .collect();
            assert!(drawn.len() >= 3, "{chart}");
            for place in drawn {
                let place = plain(place);
                let (sheet, cells) = place.split_once('!').unwrap();
                let sheet = sheet.trim_matches('\'');
                let (first, last) = cells.split_once(':').unwrap_or((cells, cells));
                let (first, last) = (address(first), address(last));
                for row in first.0..=last.0 {
                    assert!(
                        !book.text(sheet, (row, first.1)).is_empty(),
                        "{place} is empty at {row}"
                    );
                }
            }
        }
        // Every chart says in words what it shows.
        let drawings = &book.parts["xl/drawings/drawing1.xml"];
        assert_eq!(drawings.matches("descr=\"").count(), 10);
        for cells in book.sheets.values() {
            for cell in cells.values().filter(|c| c.kind == "s") {
                assert!(
                    !cell.value.contains('{') && !cell.value.contains("\\u"),
                    "{}",
                    cell.value
                );
            }
        }
    }
}

#[test]
fn every_formula_has_its_result_and_names_what_exists() {
    for (_, book) in both() {
        check_formulas(book);
    }
}

#[test]
fn results_hold_the_figures_of_the_study_and_every_check_agrees() {
    for (lang, book) in both() {
        check_results(&FLAGSHIP.0, book, lang);
        check_states(&FLAGSHIP.0, book, lang);
    }
}

#[test]
fn inputs_have_names_and_hold_what_the_scenario_states() {
    let [fr, en] = &FLAGSHIP.1;
    assert_eq!(fr.named("Investissement"), Some(143_700_000.0));
    assert_eq!(fr.named("Emplois_directs"), Some(102.0));
    assert_eq!(fr.named("Salaire_annuel"), Some(75_000.0));
    assert_eq!(fr.named("Part_locale_exploitation"), Some(0.3));
    assert_eq!(
        fr.named("Part_locale_construction"),
        None,
        "nothing is asked of construction"
    );
    assert_eq!(en.named("Investment"), Some(143_700_000.0));
    assert_eq!(en.named("Direct_jobs"), Some(102.0));
    assert_eq!(en.named("Local_share_operation"), Some(0.3));
    assert_eq!(en.named("Annual_sales"), None, "sales follow from pay");
    for book in [fr, en] {
        let places: BTreeSet<&String> = book.defined.values().collect();
        assert!(places.len() >= 10, "{:?}", book.defined);
    }
}

#[test]
fn the_inverse_in_the_cells_is_that_of_the_coefficients_and_gives_the_production() {
    let (study, books) = &*FLAGSHIP;
    let book = &books[0];
    let size = study.structure.region.account().size();
    let a = book.block(m::SHEET_COEFFICIENTS.fr, (6, 3), (size, size));
    let l = book.block(m::SHEET_INVERSE.fr, (6, 3), (size, size));
    let cell = &book.sheet(m::SHEET_INVERSE.fr)[&(6, 3)];
    assert!(cell.formula.as_ref().unwrap().starts_with("MINVERSE("));
    assert_eq!(
        address(cell.array.as_ref().unwrap().split_once(':').unwrap().1),
        (5 + size, 2 + size)
    );
    // (I − A)·L = I, column after column.
    for j in (0..size).step_by(7) {
        for i in 0..size {
            let taken: f64 = (0..size).map(|k| a[i][k] * l[k][j]).sum();
            let expected = f64::from(u8::from(i == j));
            assert!((l[i][j] - taken - expected).abs() < 1e-10, "{i} {j}");
        }
    }
    // x = L·y, y being the first column of production and x the third.
    let production = book.block(m::SHEET_PRODUCTION.fr, (4, 3), (size, 3));
    for i in 0..size {
        let x: f64 = (0..size).map(|k| l[i][k] * production[k][0]).sum();
        assert!((x - production[i][2]).abs() < 1e-6, "{i}: {x} {}", production[i][2]);
    }
}

#[test]
fn what_is_asked_of_origins_is_met_whatever_the_lines_say() {
    // Lines by hand, a raised cap with no share by default, margins, an amount of one's own, provincial content.
    let mut scenario = flagship();
    let line = |id: &str| LineEdit {
        id: LineId::new(id),
        ..LineEdit::default()
    };
    scenario.phases[1].lines = vec![
        LineEdit {
            origin: Some(OriginShares {
                study: 0.5,
                rest: 0.2,
                other: 0.1,
                abroad: 0.2,
            }),
            trade_margin: Some(0.12),
            transport_margin: Some(0.05),
            ..line("33A")
        },
        LineEdit {
            cap: Some(0.9),
            amount: Some(Input::user(4e6)),
            ..line("5A")
        },
        LineEdit {
            industry: Some(IndustryCode::new("21")),
            amount: Some(Input::user(1.5e6)),
            trade_margin: Some(0.2),
            cap: Some(0.8),
            ..line("own-1")
        },
    ];
    scenario.phases[1].local_share = Some(Input::user(0.41));
    scenario.phases[1].province_content = Some(Input::user(0.6));
    scenario.phases[0].local_share = Some(Input::user(0.0));
    let (study, book) = book(&scenario, Lang::En);
    check_formulas(&book);
    check_results(&study, &book, Lang::En);
    check_states(&study, &book, Lang::En);
    // κ in the cells is the engine's.
    let sheet = m::SHEET_PURCHASES.en;
    let kappas: Vec<f64> = book
        .sheet(sheet)
        .iter()
        .filter(|((_, column), cell)| *column == 0 && cell.value == m::SOLVE_KAPPA.en)
        .map(|((row, _), _)| book.number(sheet, (*row, 4)).unwrap())
        .collect();
    assert_eq!(kappas.len(), 2);
    for (found, phase) in kappas.iter().zip(&study.phases) {
        let kappa = phase.sourcing.kappa;
        assert!((found - kappa).abs() <= 1e-9 * kappa.max(1.0), "{found} {kappa}");
    }
}

#[test]
fn a_whole_province_other_laws_and_households_outside_the_model_have_their_sheets() {
    let smelters = shipped("smelters");
    let (study, found) = book(&smelters, Lang::Fr);
    assert!(study.whole_province);
    check_formulas(&found);
    check_results(&study, &found, Lang::Fr);
    check_states(&study, &found, Lang::Fr);

    let mut elsewhere = flagship();
    elsewhere.region = RegionCode::new("ON");
    elsewhere.support.clear();
    elsewhere.early_closure = None;
    let (study, found) = book(&elsewhere, Lang::En);
    assert!(study.structure.law.is_none());
    assert!(!found.names.iter().any(|n| n == m::SHEET_TAXES.en));
    check_formulas(&found);
    check_results(&study, &found, Lang::En);
    check_states(&study, &found, Lang::En);

    let mut open = shipped("alliance-magnesium-2023-plan");
    open.model.households = Households::None;
    let (study, found) = book(&open, Lang::En);
    assert!(!found.names.iter().any(|n| n == m::SHEET_HOUSEHOLDS.en));
    check_formulas(&found);
    check_results(&study, &found, Lang::En);
    check_states(&study, &found, Lang::En);
}

#[test]
fn phases_of_one_kind_and_of_none_are_told_apart() {
    let mut scenario = flagship();
    scenario.support.clear();
    scenario.early_closure = None;
    scenario.model.households = Households::Net;
    let mut second: Phase = scenario.phases[1].clone();
    second.id = retombees::ids::PhaseId::new("operation-2");
    if let PhaseKind::Operation { jobs, .. } = &mut second.kind {
        *jobs = Input::user(0.0);
    }
    second.local_share = None;
    second.additionality = None;
    scenario.phases.push(second);
    scenario
        .parameters
        .insert("productivity_growth".into(), Input::user(0.01));
    let (study, found) = book(&scenario, Lang::Fr);
    check_formulas(&found);
    check_results(&study, &found, Lang::Fr);
    check_states(&study, &found, Lang::Fr);
    assert_eq!(found.named("Emplois_directs_2"), Some(0.0));
}

#[test]
fn the_same_study_gives_the_same_bytes() {
    let scenario = flagship();
    let study = computed(&scenario);
    assert!(written(&scenario, &study, Lang::Fr) == written(&scenario, &study, Lang::Fr));
}

#[test]
fn the_terminal_writes_one_workbook_per_language_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let source = folder.path().join("projet d’été.ron");
    std::fs::write(&source, file::write(&flagship()).unwrap()).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_retombees"))
        .args(["export".as_ref(), source.as_os_str()])
        .args(["--to".as_ref(), folder.path().join("out").as_os_str()])
        .args(["--workbook", "--lang", "both"])
        .output()
        .unwrap();
    assert!(output.status.success(), "{output:?}");
    let mut names: Vec<String> = std::fs::read_dir(folder.path().join("out/projet d’été"))
        .unwrap()
        .map(|f| f.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ["projet d’été-en.xlsx", "projet d’été-fr.xlsx"]);
    let bytes = std::fs::read(folder.path().join("out/projet d’été/projet d’été-en.xlsx")).unwrap();
    assert_eq!(Book::read(&bytes).named("Investment"), Some(143_700_000.0));
}
