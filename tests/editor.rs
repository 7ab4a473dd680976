//! The spending editor: budgets pasted and copied, lines changed together, their order, what ten points more would bring, and journey 4 end to end.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use egui::{Event, Key, Modifiers, Role, vec2};
use egui_kittest::kittest::NodeT;
use egui_kittest::{Harness, Node};
use proptest::prelude::*;
use retombees::app::budget::{BudgetMode, PasteAction};
use retombees::app::lines::{Change, LinesEdit, SortBy, moved_line, sorted, tab_separated};
use retombees::app::paste::{self, Pasted, Why};
use retombees::app::{Action, AppState, Dialog, Edit, Gesture, Page, Settings, ThemePreference, update};
use retombees::data::library::Library;
use retombees::data::purchases::{industry_of_code, propose, search_industries};
use retombees::ids::LineId;
use retombees::problem::What;
use retombees::report::words as names;
use retombees::scenario::{OriginShares, Scenario, file};
use retombees::study::{self, Cache, LineKind, Measure, PhaseStudy, Territory};
use retombees::text::Lang;
use retombees::ui::root;
use retombees::ui::theme::Theme;

static LIBRARY: LazyLock<Arc<Library>> = LazyLock::new(|| Arc::new(Library::embedded().unwrap()));

fn state(lang: Lang) -> AppState {
    let mut state = AppState::new(LIBRARY.clone(), Settings::default(), lang).unwrap();
    update(&mut state, Action::ShowPage(Page::Spending));
    state
}

fn edit(state: &mut AppState, edit: Edit) {
    update(state, Action::Edit(edit, Gesture::Once));
    assert_eq!(state.document().refused, None);
}

fn scenario(state: &AppState) -> Scenario {
    state.document().scenario().clone()
}

fn steps(state: &AppState) -> usize {
    let mut history = state.document().history.clone();
    let any = scenario(state);
    (0..).take_while(|_| history.undo(&any).is_some()).count()
}

fn phase(state: &AppState) -> &PhaseStudy {
    &state.document().study().phases[state.phase]
}

fn ids(state: &AppState) -> Vec<LineId> {
    phase(state).lines_in_order().iter().map(|l| l.id.clone()).collect()
}

fn is_code(text: &str) -> bool {
    LIBRARY.economy.industry(text.trim()).is_some()
}

fn read(text: &str, lang: Lang) -> Pasted {
    paste::read(text, lang, is_code)
}

// Reading

/// Reads one amount, in dollars where it states its unit.
fn amount(cell: &str, lang: Lang) -> Option<(f64, Option<f64>, bool)> {
    let read = read(&format!("Poste\tMontant\nÉlectricité\t{cell}\nAutre\t1"), lang);
    let row = read.rows.iter().find(|r| r.name == "Électricité")?;
    Some((row.amount, row.other, row.has_unit))
}

#[test]
fn amounts_are_read_as_people_write_them() {
    for (cell, value, unit) in [
        ("12,5 M$", 12.5e6, true),
        ("1\u{a0}234\u{a0}567,89\u{a0}$", 1_234_567.89, true),
        ("1\u{202f}234\u{202f}567,89", 1_234_567.89, false),
        ("$1,234.50", 1234.5, true),
        ("$1,234,567", 1_234_567.0, true),
        ("1'234.5", 1234.5, false),
        ("1’234’567", 1_234_567.0, false),
        ("12.5M", 12.5e6, true),
        ("75 k$", 75e3, true),
        ("3 millions", 3e6, true),
        ("3 millions de dollars", 3e6, true),
        ("2,5 milliards", 2.5e9, true),
        ("250 milliers", 250e3, true),
        ("12 500 $ CA", 12_500.0, true),
        ("CAD 12500", 12_500.0, true),
        ("$12,500.00 CAD", 12_500.0, true),
        ("0", 0.0, false),
        ("42", 42.0, false),
        (" 42 \u{200b}", 42.0, false),
    ] {
        for lang in Lang::ALL {
            let (read, other, has_unit) = amount(cell, lang).unwrap_or_else(|| panic!("{cell:?} in {lang:?}"));
            assert!((read - value).abs() <= 1e-9 * value, "{cell:?} in {lang:?}: {read}");
            assert_eq!((other, has_unit), (None, unit), "{cell:?}");
        }
    }
}

#[test]
fn an_ambiguous_amount_has_both_readings_and_its_column_settles_it() {
    assert_eq!(amount("1,234", Lang::Fr), Some((1.234, Some(1234.0), false)));
    assert_eq!(amount("1,234", Lang::En), Some((1234.0, Some(1.234), false)));
    assert_eq!(amount("1,234 M$", Lang::Fr), Some((1.234e6, Some(1.234e9), true)));
    // Another cell of the column tells which sign is the decimal one, whatever the language.
    let table = |other: &str| format!("Item\tAmount\nA\t1,234\nB\t{other}");
    for (other, value) in [
        ("12,5", 1.234),
        ("1 234,56", 1.234),
        ("1.234,56", 1.234),
        ("1,234.5", 1234.0),
        ("12.5", 1234.0),
        ("1,234,567", 1234.0),
    ] {
        for lang in Lang::ALL {
            let read = read(&table(other), lang);
            assert_eq!(read.rows[0].amount, value, "{other} in {lang:?}");
            assert!(read.rows[0].other.is_some(), "the other reading stays one click away");
        }
    }
}

#[test]
fn columns_are_recognised_by_their_headers_in_both_languages() {
    let fr = "Poste\tIndustrie\tMontant (M$ de 2020)\tPart locale\tRemarque\nÉlectricité\t22\t9,2\t25 %\tcontrat\nEntretien\t5A\t4,3\t62 %\t";
    let en =
        "Item;NAICS code;Cost, $M (2020);Local share;Notes\nElectricity;22;9.2;25%;contract\nMaintenance;5A;4.3;62%;";
    for (text, lang, first) in [(fr, Lang::Fr, "Électricité"), (en, Lang::En, "Electricity")] {
        let read = read(text, lang);
        assert!(read.problems.is_empty(), "{:?}", read.problems);
        assert_eq!((read.unit, read.year), (Some(1e6), Some(2020)), "{text}");
        assert_eq!(read.rows.len(), 2);
        let row = &read.rows[0];
        assert_eq!((row.name.as_str(), row.amount, row.local), (first, 9.2, Some(0.25)));
        assert_eq!((row.industry.as_str(), row.note.is_empty(), row.row), ("22", false, 2));
        assert_eq!(read.left_out[0].why, Why::Header);
    }
}

#[test]
fn without_headers_the_first_text_names_and_the_first_number_is_the_amount() {
    let read = read("Électricité\t9 200 000\t0,25\nTransport\t3 900 000\t0,45", Lang::Fr);
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    let rows: Vec<_> = read.rows.iter().map(|r| (r.name.as_str(), r.amount)).collect();
    assert_eq!(rows, [("Électricité", 9.2e6), ("Transport", 3.9e6)]);
    assert_eq!(read.unused, ["3"], "a column that is not used is told by its number");
    // Codes that are numbers stay codes beside amounts.
    let coded = paste::read(
        "22\tÉlectricité\t9200\n23\tTravaux\t100\n11\tBois\t5",
        Lang::Fr,
        is_code,
    );
    assert_eq!((coded.rows[0].industry.as_str(), coded.rows[0].amount), ("22", 9200.0));
    // Years as headers are headers.
    let years = paste::read("Poste\t2026\nÉlectricité\t9200\nTransport\t3900", Lang::Fr, is_code);
    assert_eq!((years.rows.len(), years.year), (2, Some(2026)));
}

#[test]
fn shares_are_read_as_percents_or_as_fractions() {
    let shares = |cells: &[&str]| -> Vec<Option<f64>> {
        let rows: Vec<String> = cells.iter().map(|c| format!("Ligne\t5 $\t{c}")).collect();
        let read = read(&format!("Poste\tMontant\tPart locale\n{}", rows.join("\n")), Lang::Fr);
        assert!(read.problems.is_empty(), "{cells:?}: {:?}", read.problems);
        read.rows.iter().map(|r| r.local).collect()
    };
    assert_eq!(shares(&["35 %", "0,5 %", ""]), [Some(0.35), Some(0.005), None]);
    assert_eq!(shares(&["35", "0", "100"]), [Some(0.35), Some(0.0), Some(1.0)]);
    assert_eq!(shares(&["0,35", "1", "0"]), [Some(0.35), Some(1.0), Some(0.0)]);
    assert_eq!(shares(&["0,625"]), [Some(0.625)]);
}

#[test]
fn totals_titles_and_quoted_cells_are_told_apart() {
    let text = "Poste\tMontant\n\"Pièces et\nmachines \"\"A\"\"\"\t5\n\nÉnergie\t\nÉlectricité\t7\nSous-total énergie\t7\nTOTAL\t12\nGrand total\t12\n";
    let read = read(text, Lang::Fr);
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    let rows: Vec<_> = read.rows.iter().map(|r| (r.name.as_str(), r.amount)).collect();
    assert_eq!(rows, [("Pièces et machines \"A\"", 5.0), ("Électricité", 7.0)]);
    let left: Vec<_> = read.left_out.iter().map(|l| (l.row, l.why)).collect();
    let expected = [
        (1, Why::Header),
        (4, Why::NoAmount),
        (6, Why::Total),
        (7, Why::Total),
        (8, Why::Total),
    ];
    assert_eq!(left, expected);
}

#[test]
fn everything_unreadable_is_told_at_once_with_its_row_and_column() {
    let text = "Poste\tMontant\tPart locale\nA\t12\t35 %\nB\tdouze\t35 %\nC\t(12)\t35 %\nD\t12\t135 %\nE\t12 €\tbeaucoup\nF\t3\t";
    let read = read(text, Lang::Fr);
    let told: Vec<(&str, &What)> = read.problems.iter().map(|p| (p.place.as_str(), &p.what)).collect();
    assert_eq!(
        told,
        [
            ("rows[3].columns[2].amount", &What::NotANumber { text: "douze".into() }),
            ("rows[4].columns[2].amount", &What::Negative { value: -12.0 }),
            (
                "rows[5].columns[3].local_share",
                &What::OutOfRange {
                    value: 1.35,
                    low: 0.0,
                    high: 1.0
                }
            ),
            ("rows[6].columns[2].amount", &What::NotANumber { text: "12 €".into() }),
            (
                "rows[6].columns[3].local_share",
                &What::NotANumber {
                    text: "beaucoup".into()
                }
            ),
        ]
    );
    let kept: Vec<&str> = read.rows.iter().map(|r| r.name.as_str()).collect();
    assert_eq!(kept, ["A", "F"]);
    for problem in &read.problems {
        for lang in Lang::ALL {
            let words = retombees::report::places::words(&problem.place, lang, None);
            assert!(!words.contains('['), "{words}");
            let s = retombees::report::problems::sentence(problem, lang, None);
            assert!(!s.what.is_empty() && !s.remedy.is_empty());
        }
    }
}

#[test]
fn garbage_is_refused_whole() {
    let huge = "x\t1\n".repeat(300_000);
    let many = "x\t1\n".repeat(paste::MOST_ROWS + 1);
    for (text, what) in [
        ("bonjour", What::NoBudget),
        ("\u{0}\u{1}\u{2}", What::NoBudget),
        ("\t\t\t\n\t\t", What::NoBudget),
        (
            huge.as_str(),
            What::TooLarge {
                bytes: huge.len() as u64,
                limit: paste::LONGEST as u64,
            },
        ),
        (
            many.as_str(),
            What::TooManyRows {
                found: paste::MOST_ROWS + 1,
                limit: paste::MOST_ROWS,
            },
        ),
    ] {
        let read = read(text, Lang::Fr);
        assert!(read.rows.is_empty());
        assert_eq!(read.problems.last().map(|p| &p.what), Some(&what));
    }
    // A quote that never ends is a letter like another.
    assert_eq!(read("\"Acier\t5\nCuivre\t6", Lang::Fr).rows.len(), 2);
    // A name that nobody would write is cut, and one that turns the text around loses its marks.
    let long = read(&format!("{}\t5\nb\t6", "é".repeat(5000)), Lang::Fr);
    assert_eq!(long.rows[0].name.chars().count(), 200);
    assert_eq!(read("a\u{202e}b\t5\nc\t6", Lang::Fr).rows[0].name, "ab");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn no_text_breaks_the_reader(text in ".*", table in "([\"A-Zé0-9,.$%() \u{a0}MkTtal-]{0,9}[\t;\n,\"]){0,40}") {
        for lang in Lang::ALL {
            for text in [&text, &table] {
                let read = read(text, lang);
                prop_assert!(!read.rows.is_empty() || !read.problems.is_empty());
                for row in &read.rows {
                    prop_assert!(row.amount.is_finite() && row.amount >= 0.0);
                    prop_assert!(row.local.is_none_or(|l| (0.0..=1.0).contains(&l)));
                    prop_assert!(!row.name.contains(['\n', '\t', '\r']));
                }
            }
        }
    }

    #[test]
    fn what_is_written_in_a_table_reads_back(
        rows in prop::collection::vec(("[A-Za-zéàÉ ’()0-9-]{0,20}[a-zé]", 0.0_f64..1e9, 0.0_f64..1.0), 2..12),
    ) {
        for lang in Lang::ALL {
            let mut text = String::from("Poste\tMontant ($)\tPart locale");
            for (name, amount, local) in &rows {
                let amount = retombees::text::number::decimal(*amount, 2, lang);
                let local = retombees::text::number::percent_with(*local, 2, lang);
                text.push_str(&format!("\nz{name}\t{amount}\t{local}"));
            }
            let read = read(&text, lang);
            prop_assert!(read.problems.is_empty(), "{:?}", read.problems);
            prop_assert_eq!(read.rows.len(), rows.len());
            for (row, (_, amount, local)) in read.rows.iter().zip(&rows) {
                prop_assert!((row.amount - amount).abs() <= 0.005 + 1e-6, "{} {}", row.written, amount);
                prop_assert!((row.local.unwrap() - local).abs() <= 0.000_050_1);
            }
        }
    }
}

#[test]
fn industries_are_proposed_from_what_budgets_say() {
    let code = |i: Option<usize>| i.map(|i| LIBRARY.economy.industries[i].code.as_str());
    for (text, expected) in [
        ("Électricité", Some("22")),
        ("Electricity (Hydro)", Some("22")),
        ("Camionnage", Some("4B")),
        ("Freight and delivery", Some("4B")),
        ("Entretien, réparation", Some("5A")),
        ("Maintenance", Some("5A")),
        ("Assurances", Some("52")),
        ("Insurance", Some("52")),
        ("Produits chimiques", Some("32B")),
        ("Emballages", Some("32A")),
        ("Loyer du bâtiment administratif", Some("53")),
        ("Entretien des bâtiments", Some("5A")),
        ("Transport par camion", Some("4B")),
        ("Formation du personnel", Some("61")),
        ("Aciers spéciaux", Some("33A")),
        ("Télécommunications", Some("51")),
        ("Raw milk", Some("11")),
        ("Lait cru", Some("11")),
        ("Lait cru des fermes", Some("11")),
        ("Wheat", Some("11")),
        ("Live cattle", Some("11")),
        ("Sawlogs", Some("11")),
        ("Fruits", Some("11")),
        ("Milk powder", Some("31A")),
        ("zzz", None),
        ("", None),
    ] {
        assert_eq!(code(propose(&LIBRARY, text).industry), expected, "{text}");
    }
    for (text, expected) in [
        ("33A", Some("33A")),
        ("33a · Métaux et machines", Some("33A")),
        ("3314", Some("33A")),
        ("331410", Some("33A")),
        ("4841", Some("4B")),
        ("5616", Some("5A")),
        ("99", None),
        ("", None),
    ] {
        assert_eq!(code(industry_of_code(&LIBRARY, text)), expected, "{text}");
    }
    assert_eq!(search_industries(&LIBRARY, "").len(), LIBRARY.economy.industries.len());
    assert_eq!(
        code(search_industries(&LIBRARY, "camion").first().copied()),
        Some("336")
    );
    assert_eq!(code(search_industries(&LIBRARY, "33").first().copied()), Some("33A"));
}

// From a pasted text to lines

const BUDGET: &str = "Poste\tIndustrie\tMontant (M$)\tPart locale\tNote\nÉlectricité\t22\t9,2\t25 %\tContrat\nMatières secondaires\t33A\t8,1\t18 %\t\nEntretien\t5A\t4,3\t62 %\tLettre, mars 2020\nTotal\t\t21,6\t\t";

fn draft(state: &AppState) -> &retombees::app::BudgetDraft {
    match &state.dialog {
        Some(Dialog::Budget(draft)) => draft,
        other => panic!("{other:?}"),
    }
}

fn act(state: &mut AppState, action: PasteAction) {
    update(state, Action::Paste(action));
}

#[test]
fn a_pasted_budget_replaces_all_lines_in_one_step_and_undo_brings_them_back() {
    let mut state = state(Lang::Fr);
    let before = scenario(&state);
    act(&mut state, PasteAction::Read(BUDGET.into()));
    assert_eq!(scenario(&state), before, "a preview changes nothing");
    assert_eq!(draft(&state).mode, BudgetMode::Replace);
    assert!((draft(&state).total() - 21.6e6).abs() < 1e-6);
    act(&mut state, PasteAction::Confirm);
    assert_eq!(state.dialog, None);
    assert_eq!(steps(&state), 1);
    let p = &scenario(&state).phases[1];
    assert!(p.own_budget);
    assert_eq!(p.lines.len(), 3);
    let factor = phase(&state).price_factor;
    assert!(
        (phase(&state).purchases - 21.6e6 * factor).abs() < 1e-3,
        "dollars of the phase's price year"
    );
    let lines = phase(&state).lines_in_order();
    let shown: Vec<String> = lines.iter().map(|l| names::line(l, Lang::Fr, &LIBRARY)).collect();
    assert_eq!(shown, ["Électricité", "Matières secondaires", "Entretien"]);
    for (line, local) in lines.iter().zip([0.25, 0.18, 0.62]) {
        assert!((line.origin.study - local).abs() < 1e-12);
        assert!((line.origin.shares().iter().sum::<f64>() - 1.0).abs() < 1e-12);
    }
    assert_eq!(lines[2].note.as_ref().unwrap().fr, "Lettre, mars 2020");
    let told = state.budget_notice.clone().unwrap();
    assert_eq!(told.revision, state.document().revision());
    assert!(
        told.text.fr.contains("Laissées de côté"),
        "the total was left out: {}",
        told.text.fr
    );
    // Written and read again, it is the same document.
    let written = file::write(&scenario(&state)).unwrap();
    assert_eq!(file::read(written.as_bytes()).unwrap(), scenario(&state));
    update(&mut state, Action::Undo);
    assert_eq!(scenario(&state), before);
    update(&mut state, Action::Redo);
    assert_eq!(scenario(&state).phases[1].lines.len(), 3);
}

#[test]
fn a_merged_budget_takes_the_place_of_the_same_industries_and_leaves_the_others() {
    let mut state = state(Lang::Fr);
    let before = phase(&state).clone();
    let power = before.lines.iter().find(|l| l.id.as_str() == "22").unwrap().amount;
    act(
        &mut state,
        PasteAction::Read("Hydro-Québec\t5 M$\nHydro, appoint\t1 M$".into()),
    );
    act(&mut state, PasteAction::Mode(BudgetMode::Merge));
    let targets = draft(&state).targets(phase(&state), &LIBRARY);
    assert_eq!(targets, [Some(LineId::new("22")), None], "one line is replaced once");
    act(&mut state, PasteAction::Confirm);
    let after = phase(&state);
    let factor = after.price_factor;
    let expected = before.purchases - power + 6e6 * factor;
    assert!(
        (after.purchases - expected).abs() < 1e-3,
        "{} {expected}",
        after.purchases
    );
    assert_eq!(after.lines.len(), before.lines.len() + 1);
    let line = after.lines.iter().find(|l| l.id.as_str() == "22").unwrap();
    assert_eq!(line.kind, LineKind::Purchase);
    assert_eq!(names::line(line, Lang::Fr, &LIBRARY), "Hydro-Québec");
    assert_eq!(steps(&state), 1);

    // Added, nothing is replaced.
    update(&mut state, Action::Undo);
    act(
        &mut state,
        PasteAction::Read("Hydro-Québec\t5 M$\nHydro, appoint\t1 M$".into()),
    );
    act(&mut state, PasteAction::Mode(BudgetMode::Add));
    act(&mut state, PasteAction::Confirm);
    let expected = before.purchases + 6e6 * factor;
    assert!((phase(&state).purchases - expected).abs() < 1e-3);
}

#[test]
fn units_years_readings_and_rows_are_corrected_before_anything_changes() {
    let mut state = state(Lang::Fr);
    act(&mut state, PasteAction::Read("Transport\t1,234\nInconnu zzz\t5".into()));
    let now = phase(&state).purchases;
    // Numbers of a few units beside a budget of millions are millions.
    assert!(now > 5e6);
    assert_eq!(draft(&state).unit, 1e6);
    assert!((draft(&state).amount(0) - 1.234e6).abs() < 1e-6);
    act(&mut state, PasteAction::OtherReading(0));
    assert!((draft(&state).amount(0) - 1.234e9).abs() < 1e-3);
    act(&mut state, PasteAction::OtherReading(0));
    act(&mut state, PasteAction::Unit(1e3));
    assert!((draft(&state).total() - 6.234e3).abs() < 1e-9);
    act(&mut state, PasteAction::Unit(7.0));
    assert_eq!(draft(&state).unit, 1e3, "no such unit");
    // A row that no industry sells keeps the budget from being taken, until it has one or is left out.
    assert_eq!(draft(&state).without_industry(phase(&state), &LIBRARY), [1]);
    act(&mut state, PasteAction::Confirm);
    assert_eq!(steps(&state), 0);
    act(&mut state, PasteAction::Keep(1, false));
    assert!((draft(&state).total() - 1.234e3).abs() < 1e-9);
    act(&mut state, PasteAction::Keep(1, true));
    act(&mut state, PasteAction::Industry(1, 3));
    act(&mut state, PasteAction::Year(2021));
    act(&mut state, PasteAction::Confirm);
    assert_eq!(steps(&state), 1);
    let lines = &scenario(&state).phases[1].lines;
    assert_eq!(lines.len(), 2);
    assert!(lines.iter().all(|l| l.price_year == Some(2021)));
    assert!(
        (phase(&state).purchases - 6.234e3).abs() < 1e-6,
        "dollars of the data year are not converted"
    );
}

#[test]
fn what_is_copied_pastes_back_as_the_same_budget_in_both_languages() {
    for lang in Lang::ALL {
        for k in [0, 1] {
            let mut state = state(lang);
            update(&mut state, Action::ShowPhase(k));
            let name = retombees::ids::LineId::new("u1");
            edit(&mut state, Edit::AddLine(k, "5A".into(), 123_456.0));
            edit(
                &mut state,
                Edit::LineLabel(k, name.clone(), lang, "\"Essais\" à façon".into()),
            );
            edit(
                &mut state,
                Edit::Lines(k, LinesEdit::Note(name, lang, "Soumission 12".into())),
            );
            let before = phase(&state).clone();
            let text = tab_separated(state.document().study(), &before, &LIBRARY, lang);
            act(&mut state, PasteAction::Read(text));
            assert!(draft(&state).pasted.problems.is_empty());
            assert_eq!(draft(&state).pasted.unused, Vec::<String>::new());
            assert_eq!(draft(&state).kept(), before.lines.len());
            act(&mut state, PasteAction::Confirm);
            assert_eq!(state.dialog, None, "{lang:?}");
            let after = phase(&state);
            assert_eq!(after.lines.len(), before.lines.len());
            for (a, b) in before.lines_in_order().iter().zip(after.lines_in_order()) {
                assert_eq!((&a.id, a.kind, a.industry), (&b.id, b.kind, b.industry));
                assert_eq!(names::line(a, lang, &LIBRARY), names::line(b, lang, &LIBRARY));
                // Amounts are written to the cent, shares to a hundredth of a point.
                assert!(
                    (a.amount - b.amount).abs() <= 0.006,
                    "{}: {} {}",
                    a.id,
                    a.amount,
                    b.amount
                );
                assert!((a.origin.study - b.origin.study).abs() <= 0.000_051, "{}", a.id);
                assert_eq!(a.note, b.note);
            }
        }
    }
}

// Lines changed together

#[test]
fn several_lines_change_in_one_step() {
    let mut state = state(Lang::Fr);
    let before = scenario(&state);
    let study = phase(&state).clone();
    let some: Vec<LineId> = study
        .lines
        .iter()
        .filter(|l| l.cap > 0.2)
        .take(3)
        .map(|l| l.id.clone())
        .collect();
    assert_eq!(some.len(), 3);
    edit(&mut state, Edit::LocalShare(1, None));
    let base = scenario(&state);
    let study_before = phase(&state).clone();
    let line = |p: &PhaseStudy, id: &LineId| p.lines.iter().find(|l| l.id == *id).unwrap().clone();
    let changes = vec![
        Change::Local(0.15),
        Change::Times(1.5),
        Change::Note(Lang::Fr, "Budget 2026".into()),
    ];
    edit(&mut state, Edit::Lines(1, LinesEdit::Each(some.clone(), changes)));
    for id in &some {
        let (was, is) = (line(&study_before, id), line(phase(&state), id));
        assert!((is.amount - 1.5 * was.amount).abs() < 1e-6 * was.amount);
        assert!((is.origin.study - 0.15).abs() < 1e-12);
        assert!((is.origin.shares().iter().sum::<f64>() - 1.0).abs() < 1e-12);
        assert_eq!(
            is.note.unwrap().en,
            "Budget 2026",
            "a note in one language is a note in both"
        );
    }
    update(&mut state, Action::Undo);
    assert_eq!(scenario(&state), base);
    // Beyond its cap a line stops there.
    edit(
        &mut state,
        Edit::Lines(1, LinesEdit::Each(some.clone(), vec![Change::Local(1.0)])),
    );
    for id in &some {
        let is = line(phase(&state), id);
        assert!((is.origin.study - is.cap).abs() < 1e-9, "{id}");
    }
    edit(
        &mut state,
        Edit::Lines(1, LinesEdit::Each(some.clone(), vec![Change::Reset])),
    );
    assert_eq!(scenario(&state), base);
    // Lines of the recipe are set to nothing, and those of the user's own go.
    edit(&mut state, Edit::AddLine(1, "5A".into(), 5e5));
    let with_own: Vec<LineId> = some.iter().cloned().chain([LineId::new("u1")]).collect();
    edit(
        &mut state,
        Edit::Lines(1, LinesEdit::Each(with_own, vec![Change::Clear])),
    );
    assert!(some.iter().all(|id| line(phase(&state), id).amount == 0.0));
    assert!(phase(&state).lines.iter().all(|l| l.id.as_str() != "u1"));
    while steps(&state) > 0 {
        update(&mut state, Action::Undo);
    }
    assert_eq!(scenario(&state), before);
}

#[test]
fn a_line_of_an_emptied_budget_of_ones_own_stays_out() {
    let mut state = state(Lang::Fr);
    act(&mut state, PasteAction::Read(BUDGET.into()));
    act(&mut state, PasteAction::Confirm);
    let all = ids(&state);
    edit(
        &mut state,
        Edit::Lines(1, LinesEdit::Each(all[..2].to_vec(), vec![Change::Clear])),
    );
    let left: f64 = phase(&state).purchases;
    assert!((left - 4.3e6 * phase(&state).price_factor).abs() < 1e-3, "{left}");
    edit(&mut state, Edit::ResetLines(1));
    assert!(!scenario(&state).phases[1].own_budget);
    assert!(phase(&state).lines.len() > 10, "the recipe is back");
}

#[test]
fn the_order_of_lines_is_kept_undone_and_survives_edits() {
    let mut state = state(Lang::Fr);
    let before = ids(&state);
    let moved = moved_line(phase(&state), &before[3], 0);
    edit(&mut state, Edit::Lines(1, LinesEdit::Order(moved.clone())));
    assert_eq!(ids(&state), moved);
    assert_eq!(&moved[0], &before[3]);
    // Another amount does not move a line, and a line added comes after those that have a place.
    edit(&mut state, Edit::LineAmount(1, before[5].clone(), Some(9e9)));
    assert_eq!(ids(&state), moved);
    edit(&mut state, Edit::AddLine(1, "5A".into(), 1e5));
    assert_eq!(ids(&state).last().unwrap().as_str(), "u1");
    for _ in 0..3 {
        update(&mut state, Action::Undo);
    }
    assert_eq!(ids(&state), before);

    for by in [SortBy::Name, SortBy::Amount, SortBy::Local] {
        let name = |l: &study::LineStudy| names::line(l, Lang::Fr, &LIBRARY);
        let once = sorted(phase(&state), by, name);
        edit(&mut state, Edit::Lines(1, LinesEdit::Sort(once.clone())));
        assert_eq!(ids(&state), once);
        let lines = phase(&state).lines_in_order();
        let fine = lines.windows(2).all(|pair| match by {
            SortBy::Name => {
                retombees::data::search::fold(&name(pair[0])) <= retombees::data::search::fold(&name(pair[1]))
            }
            SortBy::Amount => pair[0].amount >= pair[1].amount,
            SortBy::Local => pair[0].origin.study >= pair[1].origin.study,
        });
        assert!(fine, "{by:?}");
        // A second click turns it around.
        let mut turned = sorted(phase(&state), by, name);
        turned.reverse();
        assert_eq!(turned, once);
    }
    let written = file::write(&scenario(&state)).unwrap();
    assert_eq!(file::read(written.as_bytes()).unwrap(), scenario(&state));
    edit(&mut state, Edit::ResetLines(1));
    assert_eq!(ids(&state), before);
}

#[test]
fn one_of_four_origins_is_set_and_the_others_share_the_rest() {
    let mut state = state(Lang::Fr);
    edit(&mut state, Edit::LocalShare(1, None));
    let line = phase(&state)
        .lines
        .iter()
        .find(|l| l.origin.shares().iter().all(|s| *s > 0.01))
        .unwrap()
        .clone();
    let was = line.origin.shares();
    for which in 0..4 {
        edit(
            &mut state,
            Edit::Lines(1, LinesEdit::Origin(line.id.clone(), which, 0.4)),
        );
        let is = phase(&state)
            .lines
            .iter()
            .find(|l| l.id == line.id)
            .unwrap()
            .origin
            .shares();
        assert!((is[which] - 0.4).abs() < 1e-12);
        assert!((is.iter().sum::<f64>() - 1.0).abs() < 1e-12);
        let kept: Vec<usize> = (0..4).filter(|k| *k != which).collect();
        // Proportions among the others are those of before.
        assert!((is[kept[0]] * was[kept[1]] - is[kept[1]] * was[kept[0]]).abs() < 1e-12);
        update(&mut state, Action::Undo);
    }
    // All to one place, then some of it elsewhere.
    edit(&mut state, Edit::Lines(1, LinesEdit::Origin(line.id.clone(), 3, 1.0)));
    edit(&mut state, Edit::Lines(1, LinesEdit::Origin(line.id.clone(), 3, 0.7)));
    let is = phase(&state).lines.iter().find(|l| l.id == line.id).unwrap().origin;
    assert!((is.abroad - 0.7).abs() < 1e-12 && (is.other - 0.3).abs() < 1e-12);
}

#[test]
fn notes_flow_into_what_is_written() {
    let mut state = state(Lang::Fr);
    let id = ids(&state)[0].clone();
    edit(
        &mut state,
        Edit::Lines(1, LinesEdit::Note(id.clone(), Lang::Fr, "Lettre du fournisseur".into())),
    );
    let line = scenario(&state).phases[1].line(id.as_str()).unwrap().clone();
    assert_eq!(line.amount, None, "a note changes no figure");
    let subject = retombees::report::full::Subject {
        name: &scenario(&state).name,
        description: &scenario(&state).description,
        study: state.document().study(),
        library: &LIBRARY,
    };
    for lang in Lang::ALL {
        let blocks = format!("{:?}", retombees::report::full::blocks(&subject, lang));
        assert!(blocks.contains("Lettre du fournisseur"));
    }
    edit(
        &mut state,
        Edit::Lines(1, LinesEdit::Note(id.clone(), Lang::Fr, " ".into())),
    );
    assert_eq!(
        scenario(&state).phases[1].line(id.as_str()),
        None,
        "an empty note is none"
    );
}

// Levers

/// Returns the local jobs of the phase when all origins are set by hand as they are, one line aside.
fn jobs_with(base: &Scenario, k: usize, phase: &PhaseStudy, line: usize, shares: [f64; 4], cache: &mut Cache) -> f64 {
    let mut s = base.clone();
    s.phases[k].local_share = None;
    s.phases[k].province_content = None;
    for (n, l) in phase.lines.iter().enumerate() {
        let [study, rest, other, abroad] = if n == line { shares } else { l.origin.shares() };
        s.phases[k].line_mut(l.id.as_str()).unwrap().origin = Some(OriginShares {
            study,
            rest,
            other,
            abroad,
        });
    }
    let study = study::run(&s, &LIBRARY, cache).unwrap();
    study.total(&study.phases[k], Measure::Jobs, Territory::Study)
}

#[test]
fn levers_are_what_recomputing_finds() {
    for preset in [0, 2, 6] {
        let (_, text) = retombees::scenario::presets::SHIPPED[preset];
        let base = file::read(text.as_bytes()).unwrap();
        let mut cache = Cache::default();
        let whole = study::run(&base, &LIBRARY, &mut cache).unwrap();
        for (k, phase) in whole.phases.iter().enumerate() {
            let levers = study::levers(&whole, phase).unwrap();
            assert!(levers.windows(2).all(|w| w[0].gains.jobs >= w[1].gains.jobs));
            for lever in levers.iter().take(6) {
                let line = &phase.lines[lever.line];
                let room = (line.cap - line.origin.study).min(0.10);
                assert!((lever.added - room).abs() < 1e-12);
                let now = line.origin.shares();
                let then = study::moved(now, now[0] + lever.added, whole.whole_province);
                let before = jobs_with(&base, k, phase, lever.line, now, &mut cache);
                let after = jobs_with(&base, k, phase, lever.line, then, &mut cache);
                let found = after - before;
                assert!(
                    (found - lever.gains.jobs).abs() < 1e-6 * (1.0 + found.abs()),
                    "{preset} {k} {}: {found} {}",
                    line.id,
                    lever.gains.jobs
                );
            }
        }
    }
}

#[test]
fn levers_follow_the_page_and_the_document() {
    let mut state = state(Lang::Fr);
    let first = state.levers.clone().unwrap();
    assert_eq!((first.revision, first.phase), (state.document().revision(), 1));
    edit(&mut state, Edit::LocalShare(1, Some(0.2)));
    let second = state.levers.clone().unwrap();
    assert_eq!(second.revision, state.document().revision());
    assert_ne!(first.levers, second.levers);
    update(&mut state, Action::ShowPhase(0));
    assert_eq!(state.levers.as_ref().unwrap().phase, 0);
    update(&mut state, Action::ShowPage(Page::Overview));
    assert_eq!(state.levers, None);
}

#[test]
fn the_default_share_is_the_product_that_the_card_shows() {
    let mut state = state(Lang::Fr);
    edit(&mut state, Edit::LocalShare(1, None));
    let study = state.document().study();
    for p in &study.phases {
        for line in &p.lines {
            let Some(parts) = study::default_local(study, p, line) else {
                assert_eq!(line.kind, LineKind::NonComparableImport);
                continue;
            };
            let product = parts.province * parts.quotient.unwrap_or(1.0);
            assert!(
                (product.min(line.cap) - line.default_local).abs() < 1e-12,
                "{}",
                line.id
            );
        }
    }
}

// The window

struct Window {
    state: AppState,
    waiting: Vec<Action>,
}

type Shown = Harness<'static, Window>;

fn open(lang: Lang) -> Shown {
    let settings = Settings {
        theme: Some(ThemePreference::Light),
        ..Settings::default()
    };
    let mut harness = Harness::builder()
        .with_size(vec2(1456.0, 916.0))
        .with_max_steps(12)
        .with_context_setup(move |ctx| Theme::install(ctx, root::theme_choice(ThemePreference::Light)))
        .build_ui_state(
            |ui, window: &mut Window| {
                for action in std::mem::take(&mut window.waiting) {
                    update(&mut window.state, action);
                }
                root::show(ui, &window.state, &mut window.waiting);
                if !window.waiting.is_empty() {
                    ui.ctx().request_repaint();
                }
            },
            Window {
                state: AppState::new(LIBRARY.clone(), settings, lang).unwrap(),
                waiting: Vec::new(),
            },
        );
    harness.run();
    harness
}

fn find<'a>(harness: &'a Shown, role: Role, label: &str) -> Option<Node<'a>> {
    harness.root().children_recursive().find(|node| {
        let node = node.accesskit_node();
        node.role() == role && node.label().as_deref() == Some(label)
    })
}

fn node<'a>(harness: &'a Shown, role: Role, label: &str) -> Node<'a> {
    find(harness, role, label).unwrap_or_else(|| panic!("no {role:?} {label:?}"))
}

fn press(harness: &mut Shown, role: Role, label: &str) {
    node(harness, role, label).click_accesskit();
    harness.run();
}

fn says(harness: &Shown, text: &str) -> bool {
    harness.root().children_recursive().any(|node| {
        let node = node.accesskit_node();
        [node.label(), node.value()]
            .into_iter()
            .flatten()
            .any(|t| t.contains(text))
    })
}

fn key(harness: &mut Shown, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

fn paste_text(harness: &mut Shown, text: &str) {
    harness.event(Event::Paste(text.to_owned()));
    harness.run();
}

/// Journey 4, by labels and keyboard alone.
fn own_budget(lang: Lang, words: [&str; 7], text: &str, expected: &[(&str, f64)]) {
    let [tab, paste, keep, confirm, pasted, undo, copy] = words;
    let mut harness = open(lang);
    press(&mut harness, Role::Tab, tab);
    let before = scenario(&harness.state().state);
    press(&mut harness, Role::Button, paste);
    assert!(matches!(harness.state().state.dialog, Some(Dialog::Budget(_))));
    key(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(harness.state().state.dialog, None, "Escape gives up");
    paste_text(&mut harness, text);
    assert!(find(&harness, Role::CheckBox, keep).is_some(), "{keep}");
    assert_eq!(scenario(&harness.state().state), before);
    // The button is reached by Tab and pressed with Enter.
    node(&harness, Role::Button, confirm).focus();
    harness.run();
    key(&mut harness, Modifiers::NONE, Key::Enter);
    let window = harness.state();
    assert_eq!(window.state.dialog, None);
    let lines = phase(&window.state).lines_in_order();
    let factor = phase(&window.state).price_factor;
    let shown: Vec<(String, f64)> = lines
        .iter()
        .map(|l| (names::line(l, lang, &LIBRARY), (l.amount / factor).round()))
        .collect();
    let shown: Vec<(&str, f64)> = shown.iter().map(|(n, v)| (n.as_str(), *v)).collect();
    assert_eq!(shown, expected);
    assert_eq!(steps(&window.state), 1);
    assert!(says(&harness, pasted), "{pasted}");
    press(&mut harness, Role::Button, copy);
    press(&mut harness, Role::Link, undo);
    assert_eq!(scenario(&harness.state().state), before);
}

#[test]
fn journey_4_own_budget_in_french() {
    own_budget(
        Lang::Fr,
        [
            "Dépenses et origine",
            "Coller un budget",
            "Garder Électricité, rangée 2",
            "Mettre 2 lignes dans le budget",
            "Budget collé\u{a0}: 2 lignes.",
            "Annuler",
            "Copier le tableau",
        ],
        "Poste\tMontant\nÉlectricité\t9,2 M$\nEntretien\t4\u{a0}300\u{a0}000,60\u{a0}$\nTotal\t13,5 M$",
        &[("Électricité", 9.2e6), ("Entretien", 4_300_001.0)],
    );
}

#[test]
fn journey_4_own_budget_in_english() {
    own_budget(
        Lang::En,
        [
            "Spending and origin",
            "Paste a budget",
            "Keep Electricity, row 2",
            "Put 2 lines in the budget",
            "Budget pasted: 2 lines.",
            "Undo",
            "Copy the table",
        ],
        "Item\tCost\nElectricity\t$9.2M\nMaintenance\t$4,300,000.40\nTotal\t$13.5M",
        &[("Electricity", 9.2e6), ("Maintenance", 4.3e6)],
    );
}

#[test]
fn a_word_pasted_while_typing_stays_in_its_field_and_a_table_does_not() {
    let mut harness = open(Lang::Fr);
    press(&mut harness, Role::Tab, "Dépenses et origine");
    let id = ids(&harness.state().state)[0].clone();
    let line = phase(&harness.state().state)
        .lines
        .iter()
        .find(|l| l.id == id)
        .unwrap()
        .clone();
    let label = format!("Montant, {}", names::line(&line, Lang::Fr, &LIBRARY));
    node(&harness, Role::TextInput, &label).focus();
    harness.run();
    key(&mut harness, Modifiers::COMMAND, Key::A);
    paste_text(&mut harness, "3,5");
    assert_eq!(harness.state().state.dialog, None);
    let shown = phase(&harness.state().state)
        .lines
        .iter()
        .find(|l| l.id == id)
        .unwrap()
        .amount;
    assert!((shown - 3.5e6).abs() < 1e-3, "{shown}");
    paste_text(&mut harness, "Électricité\t9,2 M$");
    assert!(matches!(harness.state().state.dialog, Some(Dialog::Budget(_))));
}

#[test]
fn cells_are_walked_as_in_a_spreadsheet() {
    let mut harness = open(Lang::Fr);
    press(&mut harness, Role::Tab, "Dépenses et origine");
    let names: Vec<String> = phase(&harness.state().state)
        .lines_in_order()
        .iter()
        .map(|l| names::line(l, Lang::Fr, &LIBRARY))
        .collect();
    let focused = |harness: &Shown| {
        let id = harness.ctx.memory(|m| m.focused()).unwrap().accesskit_id();
        let found = harness
            .root()
            .children_recursive()
            .find(|n| n.accesskit_node().locate().0 == id);
        found.and_then(|n| n.accesskit_node().label()).unwrap_or_default()
    };
    let amount = |k: usize| format!("Montant, {}", names[k]);
    node(&harness, Role::TextInput, &amount(0)).focus();
    harness.run();
    key(&mut harness, Modifiers::NONE, Key::ArrowDown);
    assert_eq!(focused(&harness), amount(1));
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(focused(&harness), amount(2));
    key(&mut harness, Modifiers::SHIFT, Key::Enter);
    assert_eq!(focused(&harness), amount(1));
    key(&mut harness, Modifiers::NONE, Key::ArrowUp);
    assert_eq!(focused(&harness), amount(0));
    // Tab goes on to the share of the same line, past its slider.
    key(&mut harness, Modifiers::NONE, Key::Tab);
    if focused(&harness).ends_with(&names[0]) && !focused(&harness).contains("(%)") {
        key(&mut harness, Modifiers::NONE, Key::Tab);
    }
    assert_eq!(focused(&harness), format!("Part locale, {} (%)", names[0]));
    // Alt and an arrow move the line under the cursor.
    let before = ids(&harness.state().state);
    key(&mut harness, Modifiers::ALT, Key::ArrowDown);
    let after = ids(&harness.state().state);
    assert_eq!((&after[0], &after[1]), (&before[1], &before[0]));
    key(&mut harness, Modifiers::ALT, Key::ArrowUp);
    assert_eq!(ids(&harness.state().state), before);
}

#[test]
fn keys_belong_to_the_line_that_has_the_focus_and_escape_gives_its_name_back() {
    let mut harness = open(Lang::Fr);
    press(&mut harness, Role::Tab, "Dépenses et origine");
    press(&mut harness, Role::Button, "Ajouter une ligne");
    let own = |harness: &Shown| {
        let state = &harness.state().state;
        let lines = phase(state).lines_in_order();
        let at = lines.iter().position(|l| l.kind == LineKind::Added).unwrap();
        (at, lines[at].id.clone(), names::line(lines[at], Lang::Fr, &LIBRARY))
    };
    let (at, id, name) = own(&harness);
    let label = format!("Nom de la ligne, {name}");
    node(&harness, Role::TextInput, &label).focus();
    harness.run();
    // Typed and given up: the name is what it was.
    harness.event(egui::Event::Text("XX".to_owned()));
    harness.run();
    assert!(own(&harness).2.contains("XX"));
    key(&mut harness, Modifiers::NONE, Key::Escape);
    assert_eq!(own(&harness), (at, id.clone(), name));
    // Alt and an arrow move the line whose name has the cursor, not the one touched before.
    node(&harness, Role::TextInput, &label).focus();
    harness.run();
    let (arrow, to) = match at {
        0 => (Key::ArrowDown, 1),
        k => (Key::ArrowUp, k - 1),
    };
    key(&mut harness, Modifiers::ALT, arrow);
    assert_eq!((own(&harness).0, own(&harness).1), (to, id));
}

#[test]
fn a_line_keeps_the_keys_that_move_it_for_as_long_as_they_are_pressed() {
    let mut harness = open(Lang::Fr);
    press(&mut harness, Role::Tab, "Dépenses et origine");
    let order = |harness: &Shown| -> Vec<LineId> {
        let lines = phase(&harness.state().state).lines_in_order();
        lines.iter().map(|l| l.id.clone()).collect()
    };
    let first = order(&harness);
    let line = phase(&harness.state().state).lines_in_order()[2].clone();
    let name = names::line(&line, Lang::Fr, &LIBRARY);
    // By the control that has the focus, then without any.
    let menu = format!("Autres actions, {name}");
    node(&harness, Role::Button, &menu).focus();
    harness.run();
    for at in [3, 4, 5] {
        key(&mut harness, Modifiers::ALT, Key::ArrowDown);
        assert_eq!(order(&harness)[at], line.id, "step {at}");
    }
    for at in [4, 3, 2] {
        key(&mut harness, Modifiers::ALT, Key::ArrowUp);
        assert_eq!(order(&harness)[at], line.id, "step {at}");
    }
    assert_eq!(order(&harness), first);
}

#[test]
fn a_sum_that_a_row_left_out_would_make_names_it() {
    let mut state = state(Lang::Fr);
    // The third row cannot be read: its share says nothing. 12 + 7 + 3 = 22.
    let text =
        "Poste\tMontant (M$)\tPart locale\nÉlectricité\t12\t\nEntretien\t7\t\nAssurances\t3\tbeaucoup\nTotal\t22\t\n";
    update(&mut state, Action::Paste(PasteAction::Read(text.into())));
    let checks = draft(&state).total_checks();
    assert_eq!(checks.len(), 1);
    assert!(!checks[0].agrees);
    assert_eq!(checks[0].missing, Some((4, "Assurances".to_owned())));
    let other = text.replace("22", "25");
    update(&mut state, Action::Paste(PasteAction::Read(other)));
    assert_eq!(draft(&state).total_checks()[0].missing, None, "no row makes a gap of 6");
}

#[test]
fn lines_are_chosen_and_changed_together_by_keyboard() {
    let mut harness = open(Lang::Fr);
    press(&mut harness, Role::Tab, "Dépenses et origine");
    let all: BTreeSet<LineId> = ids(&harness.state().state).into_iter().collect();
    key(&mut harness, Modifiers::COMMAND, Key::A);
    assert_eq!(harness.state().state.chosen, all);
    key(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.state().state.chosen.is_empty());
    let name = |harness: &Shown, k: usize| {
        let state = &harness.state().state;
        names::line(phase(state).lines_in_order()[k], Lang::Fr, &LIBRARY)
    };
    for k in [0, 2] {
        let label = format!("Choisir {}", name(&harness, k));
        press(&mut harness, Role::CheckBox, &label);
    }
    assert_eq!(harness.state().state.chosen.len(), 2);
    assert!(says(&harness, "2 lignes choisies"));
    node(&harness, Role::TextInput, "Multiplier les montants choisis par").focus();
    harness.run();
    harness.event(Event::Text("2".into()));
    harness.run();
    let before: Vec<f64> = phase(&harness.state().state)
        .lines_in_order()
        .iter()
        .map(|l| l.amount)
        .collect();
    key(&mut harness, Modifiers::NONE, Key::Enter);
    let after: Vec<f64> = phase(&harness.state().state)
        .lines_in_order()
        .iter()
        .map(|l| l.amount)
        .collect();
    for (k, (a, b)) in before.iter().zip(&after).enumerate() {
        let times = if k == 0 || k == 2 { 2.0 } else { 1.0 };
        assert!((b - times * a).abs() <= 1e-6 * a, "{k}: {a} {b}");
    }
    assert_eq!(steps(&harness.state().state), 1);
}
