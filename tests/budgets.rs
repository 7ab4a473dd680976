//! Pasted budgets as planners write them: forty lines and the industries that sell them, numbers and shares that read two ways, the year of dollars, sums.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::type_complexity,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod shown;

use egui::{Event, Role};
use egui_kittest::kittest::NodeT;
use retombees::app::budget::YearFrom;
use retombees::app::{Action, AppState, BudgetDraft, Dialog, Page, PasteAction, update};
use retombees::data::purchases::propose;
use retombees::text::Lang;
use shown::{LIBRARY, Shown, ask, show, start};

fn code(industry: Option<usize>) -> Option<&'static str> {
    industry.map(|i| LIBRARY.economy.industries[i].code.as_str())
}

fn paste(lang: Lang, text: &str) -> AppState {
    let mut state = start(lang);
    update(&mut state, Action::ShowPage(Page::Spending));
    update(&mut state, Action::Paste(PasteAction::Read(text.to_owned())));
    state
}

fn draft(state: &AppState) -> &BudgetDraft {
    match &state.dialog {
        Some(Dialog::Budget(draft)) => draft,
        other => panic!("{other:?}"),
    }
}

fn said(harness: &Shown) -> Vec<String> {
    let all = harness.root().children_recursive();
    all.filter_map(|n| {
        let node = n.accesskit_node();
        node.label().or_else(|| node.value())
    })
    .collect()
}

fn says(harness: &Shown, text: &str) -> bool {
    said(harness).iter().any(|t| t.contains(text))
}

fn press(harness: &mut Shown, role: Role, label: &str) {
    find(harness, role, label).click_accesskit();
    harness.run();
}

fn find<'a>(harness: &'a Shown, role: Role, label: &str) -> egui_kittest::Node<'a> {
    let mut all = harness.root().children_recursive();
    let found = all.find(|n| n.accesskit_node().role() == role && n.accesskit_node().label().as_deref() == Some(label));
    found.unwrap_or_else(|| panic!("no {role:?} {label}"))
}

fn open(lang: Lang, text: &str) -> Shown {
    let mut harness = show(start(lang), (1440.0, 900.0), 12, |_| {});
    ask(&mut harness, Action::ShowPage(Page::Spending));
    harness.event(Event::Paste(text.to_owned()));
    harness.run();
    harness
}

/// What a line buys by NAICS, judged from its words before this was run: the seller, and whether anyone would agree without asking.
const SURE: [(&str, &str); 40] = [
    ("Électricité", "22"),
    ("Électricité – tarif L", "22"),
    ("Hydro-Québec", "22"),
    ("Gaz naturel (Énergir)", "22"),
    ("Eau potable", "22"),
    ("Eau de source", "31A"),
    ("Transport routier", "4B"),
    ("Transport par camion", "4B"),
    ("Entreposage externe", "4B"),
    ("Comptabilité", "5A"),
    ("Comptabilité et audit", "5A"),
    ("Honoraires juridiques", "5A"),
    ("Entretien du four", "5A"),
    ("Nettoyage des vitres", "5A"),
    ("Produits de nettoyage", "32B"),
    ("Déneigement", "5A"),
    ("Location de chariots élévateurs", "53"),
    ("Loyer du bureau", "53"),
    ("Assurance responsabilité", "52"),
    ("Frais bancaires", "52"),
    ("Formation en santé et sécurité", "61"),
    ("Premiers soins", "62"),
    ("Fournitures de bureau", "33C"),
    ("Pièces de rechange", "33A"),
    ("Acier inoxydable", "33A"),
    ("Ciment", "327"),
    ("Vêtements de travail", "31B"),
    ("Licences de logiciels", "51"),
    ("Electricity", "22"),
    ("Truck rental", "53"),
    ("Building maintenance", "5A"),
    ("Equipment leasing", "53"),
    ("Vehicle insurance", "52"),
    ("Waste disposal", "5A"),
    ("Cleaning supplies", "32B"),
    ("Bottled water", "31A"),
    ("Legal and accounting fees", "5A"),
    ("Freight and warehousing", "4B"),
    ("Staff training", "61"),
    ("Spare parts", "33A"),
];

/// Lines that a reader would ask about: a word taken out of a longer name, two things at once, goods named after a service.
const ASKED: [&str; 13] = [
    "Eau de source à la menthe",
    "Eau de Cologne",
    "Charpente d’acier",
    "Papier peint posé",
    "Transport et assurance",
    "Assurance transport",
    "Matériel de nettoyage",
    "Maintenance tools",
    "Cleaning equipment",
    "Oil painting",
    "Power tools",
    "Water cooler",
    "Glass cleaner",
];

#[test]
fn lines_that_say_who_sells_are_sure_and_those_that_do_not_are_asked_about() {
    let mut wrong = Vec::new();
    for (text, expected) in SURE {
        let proposal = propose(&LIBRARY, text);
        if (code(proposal.industry), proposal.doubtful) != (Some(expected), false) {
            wrong.push(format!(
                "{text}: {:?}, doubtful {}",
                code(proposal.industry),
                proposal.doubtful
            ));
        }
    }
    for text in ASKED {
        let proposal = propose(&LIBRARY, text);
        if !proposal.doubtful {
            wrong.push(format!("{text}: sure of {:?}", code(proposal.industry)));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn every_name_of_an_industry_is_sure_of_itself() {
    for (i, industry) in LIBRARY.economy.industries.iter().enumerate() {
        for name in [
            &industry.label.fr,
            &industry.label.en,
            &industry.short.fr,
            &industry.short.en,
        ] {
            let proposal = propose(&LIBRARY, name);
            assert_eq!((proposal.industry, proposal.doubtful), (Some(i), false), "{name}");
        }
    }
}

#[test]
fn a_number_of_thousands_is_not_offered_as_a_few_dollars() {
    // In dollars, 1,234 can only be thousands, whichever language reads it; both languages take it so without a question.
    for lang in Lang::ALL {
        let state = paste(lang, "Poste\tMontant ($)\nÉlectricité\t9,200\nTransport\t1,234");
        let draft = draft(&state);
        let amounts: Vec<f64> = (0..2).map(|k| draft.amount(k)).collect();
        assert_eq!(amounts, [9_200.0, 1_234.0], "{lang:?}");
        assert!((0..2).all(|k| draft.other_amount(k).is_none()));
    }
    // In millions both make sense: the other is offered, a thousand times the first or less.
    let mut state = paste(Lang::Fr, "Poste\tMontant (M$)\nÉlectricité\t9,200\nTransport\t1,234");
    let (first, other) = (draft(&state).amount(1), draft(&state).other_amount(1).unwrap());
    assert_eq!(first.max(other), 1_234e6);
    assert!((first.min(other) - 1.234e6).abs() < 1e-6);
    update(&mut state, Action::Paste(PasteAction::OtherReading(1)));
    assert_eq!(
        (draft(&state).amount(1), draft(&state).other_amount(1)),
        (other, Some(first))
    );
}

#[test]
fn no_offer_of_another_reading_reads_zero() {
    for lang in Lang::ALL {
        for unit in ["$", "k$", "M$"] {
            let harness = open(
                lang,
                &format!("Poste\tMontant ({unit})\nCiment\t1,234\nVerre\t0,500\nBois\t12,345"),
            );
            for text in said(&harness) {
                let offered = text.contains("Lire plutôt") || text.contains("instead");
                let digits: Vec<char> = text.chars().filter(|c| ('1'..='9').contains(c)).collect();
                assert!(!offered || !digits.is_empty(), "{unit}: {text}");
            }
        }
    }
}

#[test]
fn shares_written_in_two_ways_are_asked_about() {
    let text = "Poste\tMontant ($)\tPart locale\nÉlectricité\t900000\t35 %\nTransport\t100000\t0,5\nCiment\t50000\t40";
    let mut harness = open(Lang::Fr, text);
    let draft_of = |harness: &Shown| draft(&harness.state().state).clone();
    let draft = draft_of(&harness);
    assert_eq!([0, 1, 2].map(|k| draft.is_share_doubtful(k)), [false, true, false]);
    assert_eq!([0, 1, 2].map(|k| draft.local(k)), [Some(0.35), Some(0.5), Some(0.4)]);
    assert!(says(&harness, "Part locale «\u{a0}0,5\u{a0}», à lire"));
    assert!(says(&harness, "1 part locale à vérifier"));
    press(&mut harness, Role::Link, "Lire 0,5\u{a0}%, Transport, rangée 3");
    let draft = draft_of(&harness);
    assert_eq!(draft.local(1), Some(0.005));
    assert!(!draft.is_share_doubtful(1) && !says(&harness, "part locale à vérifier"));
    // What was chosen is what the line becomes.
    press(&mut harness, Role::Button, "Mettre 3 lignes dans le budget");
    let state = &harness.state().state;
    let lines = &state.document().study().phases[state.phase].lines;
    let line = lines
        .iter()
        .find(|l| l.label.as_ref().is_some_and(|n| n.fr == "Transport"));
    assert!((line.unwrap().origin.study - 0.005).abs() < 1e-12);
}

#[test]
fn one_way_of_writing_shares_is_never_asked_about() {
    for (shares, expected) in [
        (["0,35", "0,5", "1"], [0.35, 0.5, 1.0]),
        (["35", "50", "100"], [0.35, 0.5, 1.0]),
        (["35 %", "0,5 %", "100 %"], [0.35, 0.005, 1.0]),
    ] {
        let [a, b, c] = shares;
        let text = format!("Poste\tMontant\tPart locale\nÉlectricité\t9\t{a}\nTransport\t1\t{b}\nCiment\t5\t{c}");
        let state = paste(Lang::Fr, &text);
        let draft = draft(&state);
        for (k, share) in expected.into_iter().enumerate() {
            assert!((draft.local(k).unwrap() - share).abs() < 1e-12, "{shares:?}");
            assert!(!draft.is_share_doubtful(k), "{shares:?}");
        }
    }
}

#[test]
fn the_year_of_the_dollars_is_said_and_totals_are_in_the_dollars_of_the_page() {
    let state = paste(Lang::Fr, "Poste\tMontant (M$ de 2024)\nÉlectricité\t12");
    assert_eq!((draft(&state).year, draft(&state).year_from), (2024, YearFrom::Header));
    let state = paste(Lang::Fr, "Poste\tMontant (M$ de 2190)\nÉlectricité\t12");
    assert_eq!(draft(&state).year_from, YearFrom::Unknown(2190));
    let mut harness = open(Lang::Fr, "Poste\tMontant (M$)\nÉlectricité\t12");
    assert!(says(&harness, "L’en-tête ne dit pas de quelle année sont les dollars"));
    ask(&mut harness, Action::Paste(PasteAction::Year(2024)));
    let factor = LIBRARY.price_index.factor(2024, LIBRARY.economy.data_year).unwrap();
    let converted = format!("{:.2}", 12.0 * factor).replace('.', ",");
    let sentence = format!("12,00\u{a0}M$ en dollars de 2024, vaut {converted}\u{a0}M$ en dollars de 2021");
    assert!(says(&harness, &sentence), "{sentence}");
    // What the budget will be is what the page then shows.
    press(&mut harness, Role::Button, "Mettre 1 ligne dans le budget");
    let state = &harness.state().state;
    let purchases = state.document().study().phases[state.phase].purchases;
    assert!((purchases - 12e6 * factor).abs() < 1e-3);
}

#[test]
fn sums_are_left_out_and_held_against_their_lines() {
    let checks = |text: &str| {
        let state = paste(Lang::Fr, text);
        let draft = draft(&state);
        let checks: Vec<(usize, bool)> = draft.total_checks().iter().map(|c| (c.row, c.agrees)).collect();
        (draft.pasted.rows.len(), checks)
    };
    // Groups with their sums, and the sum of all.
    let groups = "Poste\tMontant (k$)\nÉlectricité\t900\nGaz naturel\t100\nSous-total énergie\t1000\nTransport\t250\nCoût total du projet\t1250";
    assert_eq!(checks(groups), (3, vec![(4, true), (6, true)]));
    // Rounded amounts: three of them and their sum may differ by two units.
    assert_eq!(
        checks("Ciment\t1,4 M$\nVerre\t1,4 M$\nBois\t1,4 M$\nTotal\t4,3 M$"),
        (3, vec![(4, true)])
    );
    assert_eq!(
        checks("Ciment\t1,4 M$\nVerre\t1,4 M$\nBois\t1,4 M$\nTotal\t4,5 M$"),
        (3, vec![(4, false)])
    );
    // A sum without a name.
    assert_eq!(checks("Ciment\t200\nVerre\t300\n\t500"), (2, vec![(3, true)]));
    // One that is no sum keeps its row.
    assert_eq!(checks("Ciment\t200\nVerre\t300\n\t501").0, 3);
    let mut harness = open(
        Lang::Fr,
        "Poste\tMontant ($)\nÉlectricité\t900000\nTransport\t100000\nTotal\t1300000",
    );
    assert!(says(
        &harness,
        "1,30\u{a0}M$ écrits, mais les lignes lues font 1,00\u{a0}M$, soit 0,30\u{a0}M$ d’écart"
    ));
    ask(&mut harness, Action::SetLang(Lang::En));
    assert!(says(&harness, "a gap of $0.30M"));
}

#[test]
fn the_page_of_method_speaks_of_ones_own_budget_once_there_is_one() {
    let mut harness = open(Lang::Fr, "Poste\tMontant (M$)\nÉlectricité\t12");
    press(&mut harness, Role::Button, "Mettre 1 ligne dans le budget");
    ask(&mut harness, Action::ShowPage(Page::Method));
    assert!(says(&harness, "Les achats de l’exploitation sont ceux de votre budget"));
    assert!(!says(&harness, "remplacez ses lignes par le budget de l’usine"));
    // Pasting again speaks of it too.
    ask(&mut harness, Action::ShowPage(Page::Spending));
    harness.event(Event::Paste("Transport\t3 M$".to_owned()));
    harness.run();
    assert!(says(&harness, "Les lignes du budget actuel disparaissent"));
    assert!(!says(&harness, "Les lignes de la recette disparaissent"));
}
