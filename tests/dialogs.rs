//! Questions over questions, the page of a new project, and what is told of one project only: Escape and Enter do one thing at a time.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::type_complexity,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod shown;

use std::path::PathBuf;

use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::NodeT;
use retombees::app::recovery::{FileDialog, Leftover, Leftovers};
use retombees::app::{Action, Dialog, DraftAction, DraftNumber, Edit, Effect, FileAction, Gesture, Page, update};
use retombees::scenario::presets::SHIPPED;
use retombees::text::Lang;
use shown::{Shown, ask, show, start};

fn open() -> Shown {
    show(start(Lang::Fr), (1440.0, 900.0), 12, |_| {})
}

fn key(harness: &mut Shown, key: Key) {
    harness.key_press(key);
    harness.run();
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

fn focused(harness: &Shown) -> String {
    let mut all = harness.root().children_recursive();
    let found = all.find(|n| n.is_focused());
    found.map_or_else(String::new, |n| n.accesskit_node().label().unwrap_or_default())
}

fn dialog(harness: &Shown) -> Option<Dialog> {
    harness.state().state.dialog.clone()
}

#[test]
fn escape_in_a_question_asked_from_a_dialog_closes_the_question_alone() {
    let mut harness = open();
    let left = Leftovers {
        found: vec![Leftover {
            copy: PathBuf::from("copie"),
            text: SHIPPED[0].1.to_owned(),
            path: None,
            base: None,
            age: 90,
            disk: None,
        }],
        ..Leftovers::default()
    };
    ask(&mut harness, Action::Files(FileAction::Found(left)));
    assert_eq!(dialog(&harness), Some(Dialog::Files(FileDialog::Recovered)));
    press(&mut harness, Role::Link, "Jeter…");
    assert!(matches!(dialog(&harness), Some(Dialog::Files(FileDialog::Discard(_)))));
    key(&mut harness, Key::Escape);
    assert_eq!(dialog(&harness), Some(Dialog::Files(FileDialog::Recovered)));
    key(&mut harness, Key::Escape);
    assert_eq!(dialog(&harness), None);
    assert!(
        harness.state().state.document().disk.recovered,
        "nothing was thrown away"
    );
}

#[test]
fn escape_in_the_question_about_a_file_to_be_replaced_goes_back_to_the_path() {
    let mut harness = open();
    let id = harness.state().state.document().id;
    ask(
        &mut harness,
        Action::AskReplace(id, PathBuf::from("/ailleurs/projet.ron")),
    );
    key(&mut harness, Key::Escape);
    match dialog(&harness) {
        Some(Dialog::Path(retombees::app::action::PathRequest::Save(of, name))) => {
            assert_eq!((of, name.as_str()), (id, "/ailleurs/projet.ron"));
        }
        other => panic!("{other:?}"),
    }
    key(&mut harness, Key::Escape);
    // The field of the path gives the focus up first.
    if dialog(&harness).is_some() {
        key(&mut harness, Key::Escape);
    }
    assert_eq!(dialog(&harness), None);
}

#[test]
fn escape_in_an_open_menu_keeps_the_lines_chosen() {
    let mut harness = open();
    ask(&mut harness, Action::ShowPage(Page::Spending));
    let line = {
        let state = &harness.state().state;
        state.document().study().phases[state.phase].lines[0].id.clone()
    };
    ask(&mut harness, Action::Choose([line].into()));
    press(&mut harness, Role::Button, "Fichier");
    assert!(egui::Popup::is_any_open(&harness.ctx));
    key(&mut harness, Key::Escape);
    assert!(!egui::Popup::is_any_open(&harness.ctx));
    assert_eq!(harness.state().state.chosen.len(), 1, "the menu alone closes");
    key(&mut harness, Key::Escape);
    key(&mut harness, Key::Escape);
    assert_eq!(harness.state().state.chosen.len(), 0);
}

#[test]
fn what_is_told_of_a_save_stays_with_its_project() {
    let mut state = start(Lang::Fr);
    update(&mut state, Action::OpenPreset(1));
    let first = state.documents[0].id;
    let effects = update(&mut state, Action::SaveTo(first, PathBuf::from("/x/un.ron")));
    let revision = effects.iter().find_map(|effect| match effect {
        Effect::Write(_, _, _, revision) => Some(*revision),
        _ => None,
    });
    // The other project is in front when the file is written.
    update(
        &mut state,
        Action::Saved(first, PathBuf::from("/x/un.ron"), revision.unwrap()),
    );
    assert_eq!(state.notice, None);
    assert!(!state.documents[0].is_modified() && state.documents[0].path.is_some());
    // In front, it is told; on another tab and on the page of a new project, no longer.
    for leave in [Action::Activate(1), Action::New] {
        update(&mut state, Action::Activate(0));
        update(&mut state, Action::Edit(Edit::Jobs(1, 91.0), Gesture::Once));
        let effects = update(&mut state, Action::Save);
        let Some(Effect::Write(id, path, _, revision)) = effects.into_iter().next() else {
            panic!("nothing is written");
        };
        update(&mut state, Action::Saved(id, path, revision));
        assert!(state.notice.is_some());
        update(&mut state, leave);
        assert_eq!(state.notice, None);
    }
}

#[test]
fn keys_of_pages_leave_the_page_of_a_new_project_and_keep_what_was_said() {
    let mut harness = open();
    ask(&mut harness, Action::New);
    let number = DraftAction::Number(DraftNumber::Jobs, Some(40.0));
    ask(&mut harness, Action::Draft(number));
    for (key, page) in [(Key::Num7, Page::Spending), (Key::Num1, Page::Overview)] {
        ask(&mut harness, Action::New);
        harness.key_press_modifiers(Modifiers::ALT, key);
        harness.run();
        let state = &harness.state().state;
        assert_eq!(
            (state.draft.open, state.page, state.draft.jobs),
            (false, page, Some(40.0))
        );
        let told = state.notice.as_ref().expect("how to come back is told");
        assert!(told.text.fr.contains("Ctrl+N"), "{}", told.text.fr);
    }
    // The page that was open behind is left for as well.
    ask(&mut harness, Action::New);
    harness.key_press_modifiers(Modifiers::ALT, Key::Num1);
    harness.run();
    assert!(!harness.state().state.draft.open);
}

#[test]
fn enter_goes_through_the_fields_of_a_new_project_to_the_button_that_makes_it() {
    let mut harness = open();
    ask(&mut harness, Action::New);
    let activity = DraftAction::Activity(Some("magnesium-smelting".into()), "331410".into());
    ask(&mut harness, Action::Draft(activity));
    let fields = [
        "Investissement (M$)",
        "Emplois directs",
        "Part locale des achats (%)",
        "Nom du projet, facultatif",
    ];
    let focus = |harness: &mut Shown, name: &str| {
        find(harness, Role::TextInput, name).focus();
        harness.run();
    };
    focus(&mut harness, fields[0]);
    for (k, text) in ["12", "40", "20"].into_iter().enumerate() {
        assert_eq!(focused(&harness), fields[k]);
        harness.event(egui::Event::Text(text.to_owned()));
        harness.run();
        key(&mut harness, Key::Enter);
    }
    assert_eq!(focused(&harness), fields[3]);
    key(&mut harness, Key::Enter);
    let button = focused(&harness);
    key(&mut harness, Key::Enter);
    assert!(!harness.state().state.draft.open, "{button} makes the project");
    assert_eq!(harness.state().state.documents.len(), 2);
}
