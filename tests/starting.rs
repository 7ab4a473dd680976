//! What results are compared with: the starting version, which saving keeps and a command moves; and how low the local share can go.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

mod shown;

use std::path::PathBuf;

use egui::{Key, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use retombees::app::commands::Command;
use retombees::app::{Action, CompareAction, Edit, Effect, Gesture, Overlay, ViewAction, update};
use retombees::text::Lang;
use shown::{Shown, ask, show, start};

const OPERATION: usize = 1;
const LOCAL: &str = "Part locale des achats";

fn edit(harness: &mut Shown, edit: Edit) {
    ask(harness, Action::Edit(edit, Gesture::Once));
}

#[test]
fn saving_keeps_what_results_are_compared_with() {
    let mut harness = show(start(Lang::Fr), (1440.0, 900.0), 12, |_| {});
    assert!(harness.state().state.document().moved_from_start().is_none());
    edit(&mut harness, Edit::Jobs(OPERATION, 200.0));
    let state = &mut harness.state_mut().state;
    let id = state.document().id;
    let path = PathBuf::from("projet.ron");
    let effects = update(state, Action::SaveTo(id, path.clone()));
    let [Effect::Write(_, _, _, revision)] = effects.as_slice() else {
        panic!("{effects:?}");
    };
    update(state, Action::Saved(id, path, *revision));
    assert!(!state.document().is_modified());
    let was = |state: &retombees::app::AppState| {
        let start = state.document().moved_from_start().expect("moved");
        start.phases[OPERATION].impact.clone()
    };
    assert_ne!(was(state), state.document().study().phases[OPERATION].impact);
    // Back to what it was, there is nothing to compare.
    update(state, Action::Undo);
    assert!(state.document().moved_from_start().is_none() && state.document().is_modified());
    update(state, Action::Redo);
    // From here on, on demand.
    assert!(Command::StartHere.is_enabled(state));
    update(state, Action::StartHere);
    assert!(state.document().moved_from_start().is_none() && !Command::StartHere.is_enabled(state));
    update(state, Action::Undo);
    let start = state.document().moved_from_start().expect("moved the other way");
    assert_ne!(
        start.phases[OPERATION].impact,
        state.document().study().phases[OPERATION].impact
    );
}

#[test]
fn the_slider_stops_where_lines_set_by_hand_hold_the_local_share() {
    let mut harness = show(start(Lang::Fr), (1440.0, 900.0), 12, |_| {});
    let phase = harness.state().state.document().study().phases[OPERATION].clone();
    assert_eq!(phase.sourcing.minimum, 0.0);
    let line = phase
        .lines
        .iter()
        .filter(|l| l.cap > 0.5)
        .max_by(|a, b| a.amount.total_cmp(&b.amount))
        .expect("a line that the region can supply");
    edit(&mut harness, Edit::LineLocal(OPERATION, line.id.clone(), Some(0.5)));
    let sourcing = harness.state().state.document().study().phases[OPERATION]
        .sourcing
        .clone();
    assert!(sourcing.minimum > 0.0 && sourcing.minimum < sourcing.local_share);
    let slider = |harness: &Shown| {
        let node = harness.get_by_role_and_label(Role::Slider, LOCAL);
        let node = node.accesskit_node();
        (node.min_numeric_value().unwrap(), node.numeric_value().unwrap())
    };
    assert!((slider(&harness).0 - sourcing.minimum).abs() < 1e-12);
    harness.get_by_role_and_label(Role::Slider, LOCAL).focus();
    harness.run();
    harness.key_press(Key::Home);
    harness.run();
    let document = harness.state().state.document();
    assert!(document.refused.is_none(), "{:?}", document.refused);
    let (least, now) = slider(&harness);
    assert!((now - least).abs() < 1e-9, "{now} is not {least}");
}

#[test]
fn the_first_words_say_what_it_is_for_and_that_it_is_an_example() {
    let mut harness = show(start(Lang::Fr), (1440.0, 900.0), 12, |_| {});
    ask(&mut harness, Action::View(ViewAction::Open(Overlay::Tour(0))));
    let says = |harness: &Shown, words: &str| harness.query_by_label_contains(words).is_some();
    assert!(says(&harness, "Retombées estime les emplois"));
    assert!(says(&harness, "Le projet montré est un exemple"));
    // A variant of it is the planner's own; another example is one too.
    ask(&mut harness, Action::Compare(CompareAction::Duplicate));
    assert!(!says(&harness, "Le projet montré est un exemple"));
    ask(&mut harness, Action::OpenPreset(1));
    assert!(says(&harness, "Le projet montré est un exemple"));
    ask(&mut harness, Action::Activate(0));
    assert!(says(&harness, "Le projet montré est un exemple"));
    let id = harness.state().state.document().id;
    ask(&mut harness, Action::Saved(id, "projet.ron".into(), 0));
    assert!(says(&harness, "Retombées estime les emplois"));
    assert!(
        !says(&harness, "Le projet montré est un exemple"),
        "it has a file of its own"
    );
}
