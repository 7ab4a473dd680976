//! The spending page as a planner meets it: lines chosen in a narrow window, changes refused, doubtful industries, what a smaller budget does.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

use egui::{Event, Key, Modifiers, Role, vec2};
use egui_kittest::kittest::NodeT;
use egui_kittest::{Harness, Node};
use retombees::app::budget::PasteAction;
use retombees::app::{
    Action, AppState, DraftAction, DraftNumber, Edit, Gesture, Page, Settings, ThemePreference, update,
};
use retombees::data::library::{Library, is_offered};
use retombees::data::purchases::{Proposal, propose};
use retombees::data::search::search;
use retombees::ids::{LineId, RegionCode};
use retombees::problem::What;
use retombees::report::words as names;
use retombees::study::{AssumptionKind, LineStudy, PhaseStudy};
use retombees::text::{Lang, number};
use retombees::ui::root;
use retombees::ui::theme::Theme;

static LIBRARY: LazyLock<Arc<Library>> = LazyLock::new(|| Arc::new(Library::embedded().unwrap()));

struct Window {
    state: AppState,
    waiting: Vec<Action>,
}

type Shown = Harness<'static, Window>;

/// Opens the spending page of the first project in a window of this size.
fn open(lang: Lang, width: f32, height: f32) -> Shown {
    let settings = Settings {
        theme: Some(ThemePreference::Light),
        ..Settings::default()
    };
    let mut state = AppState::new(LIBRARY.clone(), settings, lang).unwrap();
    update(&mut state, Action::ShowPage(Page::Spending));
    let mut harness = Harness::builder()
        .with_size(vec2(width, height))
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
                state,
                waiting: Vec::new(),
            },
        );
    harness.run();
    harness
}

fn find<'a>(harness: &'a Shown, role: Role, label: &str) -> Option<Node<'a>> {
    harness.root().children_recursive().find(|node| {
        let node = node.accesskit_node();
        node.role() == role && node.label().as_deref().is_some_and(|l| l.starts_with(label))
    })
}

fn node<'a>(harness: &'a Shown, role: Role, label: &str) -> Node<'a> {
    find(harness, role, label).unwrap_or_else(|| panic!("no {role:?} {label:?}"))
}

fn press(harness: &mut Shown, role: Role, label: &str) {
    node(harness, role, label).click_accesskit();
    harness.run();
}

fn said(harness: &Shown) -> Vec<String> {
    harness
        .root()
        .children_recursive()
        .flat_map(|node| {
            let node = node.accesskit_node();
            [node.label(), node.value()]
        })
        .flatten()
        .collect()
}

fn says(harness: &Shown, text: &str) -> bool {
    said(harness).iter().any(|t| t.contains(text))
}

fn write(harness: &mut Shown, label: &str, text: &str) {
    node(harness, Role::TextInput, label).focus();
    harness.run();
    harness.event(Event::Text(text.into()));
    harness.run();
}

fn key(harness: &mut Shown, key: Key) {
    harness.key_press_modifiers(Modifiers::NONE, key);
    harness.run();
}

fn phase(state: &AppState) -> &PhaseStudy {
    &state.document().study().phases[state.phase]
}

fn name(line: &LineStudy, lang: Lang) -> String {
    names::line(line, lang, &LIBRARY)
}

#[test]
fn choosing_lines_moves_nothing_in_the_table_and_everything_fits_in_a_narrow_window() {
    for lang in Lang::ALL {
        for (width, height) in [(1024.0, 700.0), (1440.0, 900.0)] {
            let mut harness = open(lang, width, height);
            let line = name(phase(&harness.state().state).lines_in_order()[0], lang);
            let (choose, all, apply, close, local) = match lang {
                Lang::Fr => (
                    format!("Choisir {line}"),
                    "Choisir toutes les lignes",
                    "Appliquer",
                    "Ne plus choisir",
                    "Part locale des lignes choisies",
                ),
                Lang::En => (
                    format!("Choose {line}"),
                    "Choose all lines",
                    "Apply",
                    "Choose none",
                    "Local share of the chosen lines",
                ),
            };
            let before = node(&harness, Role::CheckBox, &choose).rect();
            press(&mut harness, Role::CheckBox, all);
            assert_eq!(node(&harness, Role::CheckBox, &choose).rect(), before, "{width}");
            // The strip stands whole inside the window, its two rows in line.
            let (apply, close, local) = (
                node(&harness, Role::Button, apply).rect(),
                node(&harness, Role::Button, close).rect(),
                node(&harness, Role::TextInput, local).rect(),
            );
            for rect in [apply, close, local] {
                assert!(rect.left() >= 0.0 && rect.right() <= width, "{width} {rect:?}");
                assert!(rect.bottom() <= height, "{rect:?}");
            }
            assert!((apply.center().y - local.center().y).abs() < 1.5, "{apply:?} {local:?}");
            assert!(close.bottom() <= apply.top());
        }
    }
}

/// Fixes the share of the whole, then asks for more on two lines than it allows.
fn refused(lang: Lang) -> (Shown, [String; 2]) {
    let mut harness = open(lang, 1024.0, 700.0);
    let k = harness.state().state.phase;
    // The whole at 5 %: the two largest lines at their caps make more by themselves.
    let edit = Edit::LocalShare(k, Some(0.05));
    update(&mut harness.state_mut().state, Action::Edit(edit, Gesture::Once));
    harness.run();
    let lines: Vec<LineStudy> = {
        let state = &harness.state().state;
        let mut lines: Vec<LineStudy> = phase(state).lines.iter().filter(|l| l.cap > 0.0).cloned().collect();
        lines.sort_by(|a, b| (b.amount * b.cap).total_cmp(&(a.amount * a.cap)));
        lines
    };
    let named = [name(&lines[0], lang), name(&lines[1], lang)];
    let total: f64 = phase(&harness.state().state).purchases;
    assert!((lines[0].amount * lines[0].cap + lines[1].amount * lines[1].cap) / total > 0.06);
    let ids: Vec<LineId> = lines[..2].iter().map(|l| l.id.clone()).collect();
    update(
        &mut harness.state_mut().state,
        Action::Choose(ids.into_iter().collect()),
    );
    harness.run();
    (harness, named)
}

#[test]
fn a_refused_change_of_several_lines_keeps_what_was_typed_and_says_why_beside_it() {
    for (lang, field, why, way_out) in [
        (
            Lang::Fr,
            "Part locale des lignes choisies",
            "la part locale de l’ensemble est fixée à 5\u{a0}%",
            "Laisser l’ensemble suivre les lignes",
        ),
        (
            Lang::En,
            "Local share of the chosen lines",
            "the local share of the whole is set at 5%",
            "Let the whole follow the lines",
        ),
    ] {
        let (mut harness, named) = refused(lang);
        let before = harness.state().state.document().scenario().clone();
        write(&mut harness, field, "80");
        key(&mut harness, Key::Enter);
        assert_eq!(*harness.state().state.document().scenario(), before, "nothing changed");
        assert!(harness.state().state.document().refused.is_some());
        assert_eq!(node(&harness, Role::TextInput, field).value().as_deref(), Some("80"));
        let text = said(&harness).into_iter().find(|t| t.contains(why)).expect(why);
        for name in &named {
            assert!(text.contains(name.as_str()), "{text}: {name}");
        }
        // Nothing of the file's own words reaches the window, the list of warnings included.
        let mut state = &mut harness.state_mut().state;
        state.problems_open = true;
        harness.run();
        state = &mut harness.state_mut().state;
        state.problems_open = false;
        assert!(!says(&harness, "phases["));
        // What stands in the way is taken away with a click, in one step.
        press(&mut harness, Role::Link, way_out);
        let state = &harness.state().state;
        assert_eq!(state.document().refused, None);
        assert_eq!(state.document().scenario().phases[state.phase].local_share, None);
        let chosen = |l: &&LineStudy| state.chosen.contains(&l.id);
        assert!(
            phase(state)
                .lines
                .iter()
                .filter(chosen)
                .all(|l| (l.origin.study - l.cap.min(0.8)).abs() < 1e-9)
        );
        assert!(
            node(&harness, Role::TextInput, field)
                .value()
                .is_none_or(|v| v.is_empty()),
            "applied: the field is empty"
        );
        update(&mut harness.state_mut().state, Action::Undo);
        assert_eq!(*harness.state().state.document().scenario(), before, "one step");
    }
}

#[test]
fn a_refusal_leaves_with_what_it_was_about() {
    let (mut harness, _) = refused(Lang::Fr);
    let before = harness.state().state.document().scenario().clone();
    let field = "Part locale des lignes choisies";
    write(&mut harness, field, "80");
    key(&mut harness, Key::Enter);
    assert!(says(&harness, "Rien n’a changé"));
    // The whole text is chosen again: what is typed takes its place, and the reason was about another value.
    harness.event(Event::Text("120".into()));
    harness.run();
    assert_eq!(node(&harness, Role::TextInput, field).value().as_deref(), Some("120"));
    assert!(!says(&harness, "Rien n’a changé"));
    // A share that cannot be is told in the strip, and is not applied.
    assert!(says(&harness, "Part locale · maximum\u{a0}: 100\u{a0}%"));
    key(&mut harness, Key::Enter);
    assert_eq!(*harness.state().state.document().scenario(), before);
    // A share that fits is applied, and the field is ready for the next one.
    write(&mut harness, field, "1");
    for _ in 0..4 {
        key(&mut harness, Key::Backspace);
    }
    harness.event(Event::Text("1".into()));
    harness.run();
    key(&mut harness, Key::Enter);
    let state = &harness.state().state;
    assert_eq!(state.document().refused, None);
    let chosen = |l: &&LineStudy| state.chosen.contains(&l.id);
    assert!(
        phase(state)
            .lines
            .iter()
            .filter(chosen)
            .all(|l| (l.origin.study - 0.01).abs() < 1e-9)
    );
    assert!(
        node(&harness, Role::TextInput, field)
            .value()
            .is_none_or(|v| v.is_empty())
    );
}

fn code(industry: Option<usize>) -> Option<&'static str> {
    industry.map(|i| LIBRARY.economy.industries[i].code.as_str())
}

#[test]
fn words_that_tell_nothing_propose_nothing_and_a_doubt_is_said_with_the_next_ones() {
    for text in [
        "Divers",
        "Frais divers",
        "Autres achats",
        "Imprévus",
        "Contingence 10 %",
        "Fournitures diverses",
        "Services",
        "Produits",
        "Matières premières",
        "Miscellaneous",
        "Other costs",
        "General expenses",
        "Supplies",
    ] {
        assert_eq!(propose(&LIBRARY, text), Proposal::default(), "{text}");
    }
    for (text, expected) in [
        ("Transport par camion", "4B"),
        ("Frais de transport", "4B"),
        ("Entretien des bâtiments", "5A"),
        ("Réparation de camions", "5A"),
        ("Achat de pièces", "33A"),
        ("Aciers spéciaux", "33A"),
        ("Location d’équipement", "53"),
        ("Commerce", "4A"),
        ("Publicité", "5A"),
    ] {
        let proposal = propose(&LIBRARY, text);
        assert_eq!(
            (code(proposal.industry), proposal.doubtful),
            (Some(expected), false),
            "{text}"
        );
    }
    let haul = propose(&LIBRARY, "Truck haul");
    assert_eq!(haul.others.map(code), [Some("336"), None]);
    // Only the material of a frame is told, or a truck that is no word for what is bought.
    for (text, expected) in [
        ("Charpente d’acier", "33A"),
        ("Mazout lourd", "32B"),
        ("Truck wash", "336"),
        ("Truck haul", "4B"),
    ] {
        let proposal = propose(&LIBRARY, text);
        assert_eq!(
            (code(proposal.industry), proposal.doubtful),
            (Some(expected), true),
            "{text}"
        );
    }
}

/// A budget with a sure row, one in doubt, one that nothing tells, a total and a header.
const BUDGET: &str = "Poste\tMontant ($)\nÉlectricité\t9200000\nMazout lourd\t1250500\nDivers\t300000\nTotal\t10750500";

#[test]
fn a_pasted_budget_asks_about_what_it_does_not_know_and_counts_its_rows_once() {
    let mut harness = open(Lang::Fr, 1440.0, 900.0);
    harness.event(Event::Paste(BUDGET.to_owned()));
    harness.run();
    assert!(says(&harness, "3 rangées dans le budget, 1 rangée laissée de côté"));
    // Each row has the decimals that it needs, three at most.
    for amount in ["9,20\u{a0}M$", "1,251\u{a0}M$", "0,30\u{a0}M$"] {
        assert!(said(&harness).iter().any(|t| t == amount), "{amount}");
    }
    assert!(says(&harness, "À vérifier") && says(&harness, "1 rangée sans industrie"));
    let keep = find(&harness, Role::Link, "Garder ce choix, Mazout lourd").is_some();
    assert!(keep, "a doubt is settled with a click");
    press(&mut harness, Role::Link, "Garder ce choix, Mazout lourd");
    assert!(!says(&harness, "À vérifier"));
    // The vague row is left out; the counts follow, and the banner says the same ones.
    press(&mut harness, Role::CheckBox, "Garder Divers");
    assert!(says(&harness, "2 rangées dans le budget, 2 rangées laissées de côté"));
    press(&mut harness, Role::Button, "Mettre 2 lignes dans le budget");
    assert!(says(&harness, "Budget collé\u{a0}: 2 lignes."));
    assert!(says(&harness, "Laissées de côté\u{a0}: 2 rangées."));
    assert_eq!(phase(&harness.state().state).lines.len(), 2);
}

#[test]
fn lines_that_move_untouched_are_told_and_the_whole_can_be_let_go() {
    for lang in Lang::ALL {
        let mut harness = open(lang, 1440.0, 900.0);
        let k = harness.state().state.phase;
        let shares = |harness: &Shown| -> BTreeMap<LineId, f64> {
            let lines = &phase(&harness.state().state).lines;
            lines.iter().map(|l| (l.id.clone(), l.origin.study)).collect()
        };
        let whole = |harness: &Shown| {
            let lines = &phase(&harness.state().state).lines;
            let all: f64 = lines.iter().map(|l| l.amount).sum();
            lines.iter().map(|l| l.amount * l.origin.study).sum::<f64>() / all
        };
        let (before, kept) = (shares(&harness), whole(&harness));
        let line = phase(&harness.state().state).lines_in_order()[0].id.clone();
        let edit = Edit::LineLocal(k, line.clone(), Some(before[&line] - 0.1));
        update(&mut harness.state_mut().state, Action::Edit(edit, Gesture::Once));
        harness.run();
        let now = shares(&harness);
        // The whole keeps its share, so that the others rise; what is told is what they did.
        assert!((whole(&harness) - kept).abs() < 1e-6);
        let rose: Vec<&LineId> = now
            .keys()
            .filter(|id| **id != line && now[*id] - before[*id] >= 0.005)
            .collect();
        let told = harness.state().state.moved.clone().expect("told");
        assert_eq!(told.count, rose.len());
        assert!(
            told.count > 3
                && rose
                    .iter()
                    .all(|id| now[*id] - before[*id] <= told.most.2 - told.most.1 + 1e-12)
        );
        assert_eq!((told.most.1, told.most.2), (before[&told.most.0], now[&told.most.0]));
        let text = match lang {
            Lang::Fr => "autres lignes ont bougé, surtout",
            Lang::En => "other lines moved, most of all",
        };
        assert!(says(&harness, text));
        let free = match lang {
            Lang::Fr => "Laisser l’ensemble suivre les lignes",
            Lang::En => "Let the whole follow the lines",
        };
        press(&mut harness, Role::Link, free);
        assert!(!says(&harness, text), "told until the next change");
        let state = &harness.state().state;
        assert_eq!(state.document().scenario().phases[k].local_share, None);
        assert!((whole(&harness) - kept).abs() > 1e-4);
    }
}

#[test]
fn a_smaller_budget_says_that_the_surplus_takes_what_purchases_leave() {
    for lang in Lang::ALL {
        let mut harness = open(lang, 1440.0, 900.0);
        let k = harness.state().state.phase;
        let before = phase(&harness.state().state).project.unwrap();
        let line = phase(&harness.state().state).lines_in_order()[0].clone();
        let factor = phase(&harness.state().state).price_factor;
        let edit = Edit::LineAmount(k, line.id.clone(), Some((line.amount - 20e6) / factor));
        update(&mut harness.state_mut().state, Action::Edit(edit, Gesture::Once));
        harness.run();
        let now = phase(&harness.state().state).project.unwrap();
        // The identity of the account: sales stay, so that the surplus gains what purchases lose.
        assert!((now.output - before.output).abs() < 1e-6 * before.output);
        assert!((now.purchases - (before.purchases - 20e6)).abs() < 1.0);
        assert!((now.surplus - (before.surplus + 20e6)).abs() < 1.0);
        let text = match lang {
            Lang::Fr => "Les achats baissent de 20,0\u{a0}M$, donc l’excédent d’exploitation monte d’autant",
            Lang::En => "Purchases fall by $20.0M, so the operating surplus rises by as much",
        };
        assert!(says(&harness, text));
        // The other way: sales with which the surplus is what it was, in one step.
        let level = match lang {
            Lang::Fr => "Mettre les ventes à",
            Lang::En => "Set sales at",
        };
        press(&mut harness, Role::Link, level);
        let levelled = phase(&harness.state().state).project.unwrap();
        assert!(
            (levelled.surplus - before.surplus).abs() < 1e-6 * before.output,
            "{levelled:?} {before:?}"
        );
        assert!(levelled.output < before.output);
        assert!(!says(&harness, text), "told until the next change");
        update(&mut harness.state_mut().state, Action::Undo);
        assert_eq!(phase(&harness.state().state).project.unwrap(), now);
        // A share moves no purchases: nothing to tell.
        let edit = Edit::LocalShare(k, Some(0.2));
        update(&mut harness.state_mut().state, Action::Edit(edit, Gesture::Once));
        assert_eq!(harness.state().state.account, None);
    }
}

#[test]
fn a_whole_budget_of_ones_own_lowers_sales_by_what_purchases_lost() {
    let mut state = AppState::new(LIBRARY.clone(), Settings::default(), Lang::Fr).unwrap();
    update(&mut state, Action::ShowPage(Page::Spending));
    let before = phase(&state).project.unwrap();
    update(
        &mut state,
        Action::Paste(PasteAction::Read("Électricité\t9,2 M$\nEntretien\t4,3 M$".into())),
    );
    update(&mut state, Action::Paste(PasteAction::Confirm));
    let told = state.account.clone().expect("told");
    // With no line of the recipe left, purchases do not follow sales: one dollar less of sales is one dollar less of surplus.
    let expected = before.output + told.purchases;
    assert!((told.level_sales.unwrap() - expected).abs() < 1e-6 * before.output);
}

/// Pastes a budget of one's own over the purchases of operation, with sales that nobody states.
fn own_budget(state: &mut AppState) {
    update(state, Action::ShowPage(Page::Spending));
    let k = state.phase;
    let unstated = Edit::Assumption(AssumptionKind::Sales(k), None);
    update(state, Action::Edit(unstated, Gesture::Once));
    let text = "Électricité\t9,2 M$\nEntretien\t4,3 M$".to_owned();
    update(state, Action::Paste(PasteAction::Read(text)));
    update(state, Action::Paste(PasteAction::Confirm));
}

#[test]
fn jobs_beside_a_budget_of_ones_own_are_told_with_the_sales_that_keep_the_share() {
    for lang in Lang::ALL {
        let mut harness = open(lang, 1440.0, 900.0);
        own_budget(&mut harness.state_mut().state);
        let k = harness.state().state.phase;
        let before = phase(&harness.state().state).project.unwrap();
        // Jobs are typed beside any page.
        update(&mut harness.state_mut().state, Action::ShowPage(Page::Overview));
        let edit = Edit::Jobs(k, before.jobs * 1.7);
        update(&mut harness.state_mut().state, Action::Edit(edit, Gesture::Once));
        harness.run();
        let now = harness.state().state.document().study().phases[k].project.unwrap();
        assert!((now.output / before.output - 1.7).abs() < 1e-9, "sales follow jobs");
        assert!((now.purchases - before.purchases).abs() < 1.0, "purchases do not");
        let text = match lang {
            Lang::Fr => "Les ventes ne sont pas saisies\u{a0}: elles suivent les emplois et passent de",
            Lang::En => "Sales are not entered: they follow jobs and go from",
        };
        assert!(says(&harness, text));
        let level = match lang {
            Lang::Fr => "Mettre les ventes à",
            Lang::En => "Set sales at",
        };
        press(&mut harness, Role::Link, level);
        let kept = harness.state().state.document().study().phases[k].project.unwrap();
        let share = |a: retombees::study::ProjectAccount| a.surplus / a.output;
        assert!((share(kept) - share(before)).abs() < 1e-9, "{kept:?} {before:?}");
        assert_eq!(kept.jobs, now.jobs);
        assert!(!says(&harness, text), "told until sales are stated");
        assert_eq!(harness.state().state.account, None);
    }
}

#[test]
fn sales_that_follow_jobs_are_never_said_to_stay_by_themselves() {
    let mut harness = open(Lang::En, 1440.0, 900.0);
    let k = harness.state().state.phase;
    for stated in [false, true] {
        let sales = phase(&harness.state().state).project.unwrap().output / phase(&harness.state().state).price_factor;
        let edit = Edit::Assumption(AssumptionKind::Sales(k), stated.then_some(sales));
        update(&mut harness.state_mut().state, Action::Edit(edit, Gesture::Once));
        let line = phase(&harness.state().state).lines_in_order()[0].clone();
        let factor = phase(&harness.state().state).price_factor;
        let edit = Edit::LineAmount(k, line.id.clone(), Some((line.amount - 5e6) / factor));
        update(&mut harness.state_mut().state, Action::Edit(edit, Gesture::Once));
        harness.run();
        assert_eq!(says(&harness, "The project’s sales stay at"), stated);
        assert_eq!(
            says(&harness, "Sales are not entered: they follow jobs, not purchases"),
            !stated
        );
        assert_eq!(says(&harness, "Sales not entered: they follow direct jobs"), !stated);
        update(&mut harness.state_mut().state, Action::Undo);
    }
}

#[test]
fn own_purchases_far_from_the_recipe_warn_until_sales_are_stated() {
    let mut state = AppState::new(LIBRARY.clone(), Settings::default(), Lang::Fr).unwrap();
    let warned = |state: &AppState| {
        let all = &state.document().study().warnings;
        all.iter()
            .find(|w| matches!(w.what, What::SalesFollowJobs { .. }))
            .cloned()
    };
    assert_eq!(warned(&state), None);
    own_budget(&mut state);
    let k = state.phase;
    let problem = warned(&state).expect("a budget of 13,5 M$ for hundreds of jobs");
    let What::SalesFollowJobs {
        own, recipe, keeping, ..
    } = problem.what
    else {
        panic!()
    };
    let account = phase(&state).project.unwrap();
    assert!((own - account.surplus / account.output).abs() < 1e-12);
    // With the sales it names, the surplus makes the recipe's share: a computation of its own finds it.
    let stated = keeping.unwrap() / phase(&state).price_factor;
    let edit = Edit::Assumption(AssumptionKind::Sales(k), Some(stated));
    update(&mut state, Action::Edit(edit, Gesture::Once));
    let account = phase(&state).project.unwrap();
    assert!((account.surplus / account.output - recipe).abs() < 1e-9);
    assert_eq!(warned(&state), None, "stated sales are the user's own");
}

#[test]
fn an_amount_that_is_not_zero_never_shows_as_zero() {
    for (lang, field) in [(Lang::Fr, "0,0012"), (Lang::En, "0.0012")] {
        let mut harness = open(lang, 1440.0, 900.0);
        let state = &mut harness.state_mut().state;
        let k = state.phase;
        let factor = phase(state).price_factor;
        let id = phase(state).lines_in_order()[0].id.clone();
        let edit = Edit::LineAmount(k, id, Some(1200.0 / factor));
        update(state, Action::Edit(edit, Gesture::Once));
        harness.run();
        let values = said(&harness);
        assert!(values.iter().any(|v| v == field), "{lang:?}");
    }
}

#[test]
fn a_line_that_asks_much_of_suppliers_explains_itself_in_place() {
    for (lang, ask, formula, close) in [
        (Lang::Fr, "Pourquoi", "La formule, avec ses chiffres", "Fermer"),
        (Lang::En, "Why", "The formula, with its figures", "Close"),
    ] {
        let mut harness = open(lang, 1440.0, 900.0);
        // Thirty times the largest line: far more than the region makes.
        let k = harness.state().state.phase;
        let (line, factor) = {
            let phase = phase(&harness.state().state);
            (phase.lines_in_order()[0].clone(), phase.price_factor)
        };
        let edit = Edit::LineAmount(k, line.id.clone(), Some(30.0 * line.amount / factor));
        update(&mut harness.state_mut().state, Action::Edit(edit, Gesture::Once));
        harness.run();
        let now = phase(&harness.state().state)
            .lines
            .iter()
            .find(|l| l.id == line.id)
            .unwrap()
            .clone();
        press(&mut harness, Role::Link, ask);
        assert_eq!(harness.state().state.page, Page::Spending, "the page stays");
        assert!(says(&harness, formula));
        // Every factor of the sentence is in it, and multiplies to the share.
        let share = number::percent_with(now.capacity_share.unwrap(), 1, lang);
        let local = number::percent_with(now.origin.study, 1, lang);
        let amount = number::dollars_in_millions_with(now.amount, 2, lang);
        let text = said(&harness)
            .into_iter()
            .find(|t| t.starts_with(&format!("{share} = {amount}")))
            .expect("the formula");
        assert!(text.contains(&local), "{text}");
        let output = harness
            .state()
            .state
            .document()
            .study()
            .structure
            .region
            .account()
            .gross_output()[now.industry.unwrap()];
        let tax = 1.0 - LIBRARY.parameter("product_tax_in_purchases").unwrap().value;
        let product = now.amount * tax * now.origin.study / output;
        assert!((product - now.capacity_share.unwrap()).abs() < 1e-9);
        assert!(
            text.contains(&number::dollars_in_millions_with(output, 2, lang)),
            "{text}"
        );
        press(&mut harness, Role::Link, close);
        assert!(!says(&harness, formula));
    }
}

#[test]
fn what_planners_search_finds_an_activity_in_both_languages() {
    for (query, id) in [
        ("poisson", "seafood-plant"),
        ("poissons", "seafood-plant"),
        ("fish", "seafood-plant"),
        ("crevettes", "seafood-plant"),
        ("usine de crevettes", "seafood-plant"),
        ("shrimp plant", "seafood-plant"),
        ("pêche", "fishing"),
        ("scierie", "sawmill"),
        ("scieries", "sawmill"),
        ("sawmill", "sawmill"),
        ("béton", "cement-plant"),
        ("usine de béton", "cement-plant"),
        ("concrete", "cement-plant"),
        ("ferme laitière", "dairy-farm"),
        ("fermes laitières", "dairy-farm"),
        ("dairy farm", "dairy-farm"),
        ("hôtel", "hotel"),
        ("hotels", "hotel"),
        ("logiciel", "software"),
        ("software", "software"),
        ("camionnage", "trucking"),
        ("trucking", "trucking"),
        ("usine de recyclage", "waste"),
        ("recycling plant", "waste"),
        ("parc éolien", "wind-power"),
        ("wind farm", "wind-power"),
        ("éoliennes", "wind-power"),
        ("mine", "metal-mine"),
        ("mine d’or", "metal-mine"),
        ("aluminium", "aluminium-smelting"),
        ("aluminerie", "aluminium-smelting"),
        ("hydrogène", "hydrogen-plant"),
        ("hydrogène vert", "hydrogen-plant"),
        ("hydrogen", "hydrogen-plant"),
        ("centre de données", "data-centre"),
        ("data center", "data-centre"),
        ("data centre", "data-centre"),
        ("garderie", "childcare"),
        ("aréna", "sports-centre"),
        ("bleuets", "vegetable-farm"),
        ("maisons usinées", "prefab-plant"),
        ("shipyard", "shipyard"),
        ("311710", "seafood-plant"),
    ] {
        let found = search(&LIBRARY, query);
        let first: Vec<&str> = found
            .iter()
            .filter_map(|f| f.activity.map(|a| a.id.as_str()))
            .take(4)
            .collect();
        assert!(first.contains(&id), "{query}: {first:?}");
    }
    assert!(search(&LIBRARY, "zzzz").is_empty() && search(&LIBRARY, "usine de zzzz").is_empty());
}

#[test]
fn every_recipe_has_a_name_in_both_languages_and_at_least_sixty_activities_ship() {
    let mut seen = std::collections::BTreeSet::new();
    for (k, recipe) in LIBRARY.recipes.recipes.iter().enumerate() {
        // One word is the same in both languages.
        let own = recipe.name_fr != recipe.name_en || recipe.name_fr == "Distilleries";
        assert!(!recipe.name_fr.trim().is_empty() && own, "{}", recipe.code);
        assert!(seen.insert(recipe.name_fr.clone()), "{} twice", recipe.name_fr);
        // Searching its French name finds it; one in five is enough to know.
        if k % 5 == 0 && is_offered(recipe) {
            let found = search(&LIBRARY, &recipe.name_fr);
            assert!(found.iter().any(|f| f.recipe.code == recipe.code), "{}", recipe.name_fr);
        }
    }
    let activities = &LIBRARY.activities;
    assert!(activities.len() >= 60);
    for activity in activities {
        assert!(!activity.recipes.is_empty() && !activity.note.fr.is_empty() && !activity.note.en.is_empty());
        for words in [&activity.synonyms.fr, &activity.synonyms.en] {
            assert!(!words.is_empty(), "{}", activity.id);
        }
        for code in &activity.recipes {
            assert!(LIBRARY.recipe(code).is_some_and(is_offered), "{} {code}", activity.id);
        }
    }
}

// Assumptions and new projects

/// Describes a dairy farm in Estrie, on the page of a new project.
fn describe(state: &mut AppState) {
    update(state, Action::New);
    for action in [
        DraftAction::Region(RegionCode::new("05")),
        DraftAction::Activity(Some("dairy-farm".into()), "112120".into()),
        DraftAction::Number(DraftNumber::Investment, Some(4e6)),
        DraftAction::Number(DraftNumber::Jobs, Some(12.0)),
    ] {
        update(state, Action::Draft(action));
    }
}

#[test]
fn what_is_to_be_confirmed_is_counted_the_same_before_and_after_a_project_is_made() {
    for (lang, word, only, confirm) in [
        (
            Lang::Fr,
            "hypothèses à confirmer",
            "Seulement",
            "Confirmer cette valeur",
        ),
        (Lang::En, "assumptions to confirm", "Only", "Confirm this value"),
    ] {
        let mut harness = open(lang, 1440.0, 900.0);
        describe(&mut harness.state_mut().state);
        harness.run();
        let told = |harness: &Shown| -> String {
            let found = said(harness)
                .into_iter()
                .find(|t| t.ends_with(word) && !t.starts_with(only));
            found.expect("counted")
        };
        let before = told(&harness);
        update(&mut harness.state_mut().state, Action::Draft(DraftAction::Create));
        harness.run();
        assert_eq!(
            harness.state().state.page,
            Page::Overview,
            "a new project opens on its first page"
        );
        assert_eq!(told(&harness), before);
        // The link leads to those alone.
        let waiting = |harness: &Shown| -> usize {
            let all = &harness.state().state.document().study().assumptions;
            all.iter().filter(|a| a.is_to_confirm()).count()
        };
        let count = waiting(&harness);
        assert_eq!(before, format!("{count} {word}"));
        press(&mut harness, Role::Link, &before);
        let rows = || -> usize {
            let end = match lang {
                Lang::Fr => ", à confirmer",
                Lang::En => ", to confirm",
            };
            said(&harness).iter().filter(|t| t.ends_with(end)).count()
        };
        assert_eq!(rows(), count);
        let study = harness.state().state.document().study().clone();
        let first = study.assumptions.iter().find(|a| a.is_to_confirm()).unwrap();
        let name = names::assumption_with_phase(&study, first, lang);
        press(&mut harness, Role::Button, &name);
        press(&mut harness, Role::Button, confirm);
        assert_eq!(waiting(&harness), count - 1, "confirmed: it is the user's own");
        let now = harness.state().state.document().study();
        let same = now.assumptions.iter().find(|a| a.kind == first.kind).unwrap();
        assert!((same.value - first.value).abs() < 1e-12 && same.is_own());
    }
}

#[test]
fn local_hiring_has_one_row_and_a_payroll_its_dollars() {
    let mut state = AppState::new(LIBRARY.clone(), Settings::default(), Lang::Fr).unwrap();
    describe(&mut state);
    update(&mut state, Action::Draft(DraftAction::Create));
    let study = state.document().study();
    let hiring: Vec<_> = study
        .assumptions
        .iter()
        .filter(|a| names::assumption(a, Lang::Fr).starts_with("Embauche locale"))
        .collect();
    assert_eq!(hiring.len(), 1);
    assert!(hiring[0].note.is_some(), "it tells what it rests on");
    let payroll = study
        .assumptions
        .iter()
        .find(|a| a.kind == AssumptionKind::Parameter("supplier_payroll".into()))
        .unwrap();
    assert_eq!(names::assumption_value(payroll, Lang::Fr), "5\u{a0}000\u{a0}000\u{a0}$");
    assert_eq!(names::assumption_value(payroll, Lang::En), "$5,000,000");
}

#[test]
fn a_name_that_nobody_typed_follows_the_region_and_the_activity() {
    let mut state = AppState::new(LIBRARY.clone(), Settings::default(), Lang::Fr).unwrap();
    describe(&mut state);
    update(&mut state, Action::Draft(DraftAction::Create));
    let name = |state: &AppState| state.document().scenario().name.clone();
    assert_eq!(name(&state).fr, "Ferme laitière, Estrie");
    let once = |state: &mut AppState, edit: Edit| update(state, Action::Edit(edit, Gesture::Once));
    once(&mut state, Edit::Region(RegionCode::new("16")));
    assert_eq!(
        (name(&state).fr.as_str(), name(&state).en.as_str()),
        ("Ferme laitière, Montérégie", "Dairy farm, Montérégie")
    );
    once(&mut state, Edit::Activity(Some("sawmill".into()), "321100".into()));
    assert_eq!(name(&state).fr, "Scierie, Montérégie");
    update(&mut state, Action::Undo);
    assert_eq!(
        name(&state).fr,
        "Ferme laitière, Montérégie",
        "the name goes with the step"
    );
    once(&mut state, Edit::Name(Lang::Fr, "Les Vaches heureuses".into()));
    once(&mut state, Edit::Region(RegionCode::new("05")));
    assert_eq!(name(&state).fr, "Les Vaches heureuses");
}

#[test]
fn enter_goes_from_field_to_field_and_the_page_begins_at_its_top() {
    let mut harness = open(Lang::Fr, 1024.0, 700.0);
    update(&mut harness.state_mut().state, Action::New);
    harness.run();
    let top = node(&harness, Role::Heading, "Nouveau projet").rect().top();
    describe(&mut harness.state_mut().state);
    harness.run();
    let focused = |harness: &Shown| -> String {
        let found = harness
            .root()
            .children_recursive()
            .find(|n| n.accesskit_node().is_focused());
        found.and_then(|n| n.accesskit_node().label()).unwrap_or_default()
    };
    node(&harness, Role::TextInput, "Investissement").focus();
    harness.run();
    for next in [
        "Emplois directs",
        "Part locale des achats",
        "Nom du projet",
        "Créer le projet",
    ] {
        key(&mut harness, Key::Enter);
        harness.run();
        assert!(focused(&harness).starts_with(next), "{next}: {}", focused(&harness));
    }
    // Left and opened again, it stands at its top whatever was scrolled.
    update(&mut harness.state_mut().state, Action::Draft(DraftAction::Leave));
    harness.run();
    update(&mut harness.state_mut().state, Action::New);
    harness.run();
    assert_eq!(node(&harness, Role::Heading, "Nouveau projet").rect().top(), top);
    assert!(focused(&harness).starts_with("Activité"));
}

#[test]
fn steps_say_which_line_and_which_assumption_they_changed() {
    let mut state = AppState::new(LIBRARY.clone(), Settings::default(), Lang::Fr).unwrap();
    let k = state.phase;
    let line = phase(&state).lines_in_order()[0].clone();
    let (fr, en) = (name(&line, Lang::Fr), name(&line, Lang::En));
    let step = |state: &mut AppState, edit: Edit| {
        update(state, Action::Edit(edit, Gesture::Once));
        let name = state.document().history.undo_name().cloned().expect("a step");
        (name.fr, name.en)
    };
    let id = || line.id.clone();
    assert_eq!(
        step(&mut state, Edit::LineAmount(k, id(), Some(2e6))),
        (format!("montant de «\u{a0}{fr}\u{a0}»"), format!("amount of “{en}”"))
    );
    let from = number::percent(
        phase(&state)
            .lines
            .iter()
            .find(|l| l.id == line.id)
            .unwrap()
            .origin
            .study,
        Lang::Fr,
    );
    let to = number::percent(0.1, Lang::Fr);
    assert_eq!(
        step(&mut state, Edit::LineLocal(k, id(), Some(0.1))).0,
        format!("part locale de «\u{a0}{fr}\u{a0}» {from} → {to}")
    );
    assert_eq!(
        step(&mut state, Edit::ResetLine(k, id())).0,
        format!("«\u{a0}{fr}\u{a0}»\u{a0}: valeurs rétablies")
    );
    let saving = AssumptionKind::Parameter("saving_rate".into());
    let (changed, _) = step(&mut state, Edit::Assumption(saving.clone(), Some(0.05)));
    assert_eq!(changed, "Taux d’épargne des ménages 9,3\u{a0}% → 5\u{a0}%");
    assert_eq!(
        step(&mut state, Edit::Assumption(saving, None)).1,
        "Household saving rate: default value"
    );
}
