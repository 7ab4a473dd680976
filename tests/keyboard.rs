//! Keys, live results and tables for every chart, through the whole window.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::type_complexity,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

use std::sync::{Arc, LazyLock};

use egui::{Key, Modifiers, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use retombees::app::{Action, AppState, Edit, Gesture, Page, Settings, ThemePreference, ViewAction, update};
use retombees::data::library::Library;
use retombees::report::overview::{Scope, cards};
use retombees::scenario::presets::SHIPPED;
use retombees::text::Lang;
use retombees::text::messages::widgets::{SHOW_AS_CHART, SHOW_AS_TABLE};
use retombees::ui::root;
use retombees::ui::theme::Theme;

static LIBRARY: LazyLock<Arc<Library>> = LazyLock::new(|| Arc::new(Library::embedded().unwrap()));

struct Window {
    state: AppState,
    waiting: Vec<Action>,
}

impl Window {
    fn frame(&mut self, ui: &mut egui::Ui) {
        for action in std::mem::take(&mut self.waiting) {
            update(&mut self.state, action);
        }
        root::show(ui, &self.state, &mut self.waiting);
        if !self.waiting.is_empty() {
            ui.ctx().request_repaint();
        }
    }
}

type Shown = Harness<'static, Window>;

fn open() -> Shown {
    let window = Window {
        state: AppState::new(LIBRARY.clone(), Settings::default(), Lang::Fr).unwrap(),
        waiting: Vec::new(),
    };
    let mut harness = Harness::builder()
        .with_size(vec2(1456.0, 916.0))
        .with_max_steps(12)
        .with_context_setup(|ctx| Theme::install(ctx, root::theme_choice(ThemePreference::Light)))
        .build_ui_state(|ui, window: &mut Window| window.frame(ui), window);
    harness.run();
    harness
}

fn ask(harness: &mut Shown, action: Action) {
    harness.state_mut().waiting.push(action);
    harness.run();
}

fn keys(harness: &mut Shown, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

fn count(harness: &Shown, role: Role, label: &str) -> usize {
    let nodes = harness.root().children_recursive();
    let is = |n: &egui_kittest::Node<'_>| {
        let node = n.accesskit_node();
        node.role() == role && (label.is_empty() || node.label().as_deref() == Some(label))
    };
    nodes.filter(is).count()
}

#[test]
fn keys_go_through_pages() {
    let mut harness = open();
    let digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"].map(|k| Key::from_name(k).unwrap());
    for (page, key) in Page::ALL.into_iter().zip(digits) {
        keys(&mut harness, Modifiers::ALT, key);
        assert_eq!(harness.state().state.page, page);
    }
    ask(&mut harness, Action::ShowPage(Page::ALL[0]));
    for page in Page::ALL.into_iter().skip(1).chain([Page::ALL[0]]) {
        keys(&mut harness, Modifiers::COMMAND, Key::PageDown);
        assert_eq!(harness.state().state.page, page);
    }
    keys(&mut harness, Modifiers::COMMAND, Key::PageUp);
    assert_eq!(harness.state().state.page, *Page::ALL.last().unwrap());
}

#[test]
fn keys_go_through_open_projects() {
    let mut harness = open();
    ask(&mut harness, Action::OpenPreset(1));
    ask(&mut harness, Action::OpenPreset(2));
    let active = |h: &Shown| h.state().state.active;
    assert_eq!(active(&harness), 2);
    keys(&mut harness, Modifiers::COMMAND, Key::Tab);
    assert_eq!(active(&harness), 0);
    keys(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::Tab);
    assert_eq!(active(&harness), 2);
    keys(&mut harness, Modifiers::COMMAND, Key::Num2);
    assert_eq!(active(&harness), 1);
    // Other modifiers make another key: the sign typed with AltGr is only typed.
    keys(&mut harness, Modifiers::COMMAND | Modifiers::ALT, Key::Num1);
    assert_eq!(active(&harness), 1);
}

#[test]
fn redo_has_the_keys_of_both_habits() {
    for (modifiers, key) in [
        (Modifiers::COMMAND | Modifiers::SHIFT, Key::Z),
        (Modifiers::COMMAND, Key::Y),
    ] {
        let mut harness = open();
        let before = harness.state().state.document().scenario().clone();
        keys(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
        let after = harness.state().state.document().scenario().clone();
        assert_ne!(before, after);
        keys(&mut harness, Modifiers::COMMAND, Key::Z);
        assert_eq!(*harness.state().state.document().scenario(), before);
        keys(&mut harness, modifiers, key);
        assert_eq!(*harness.state().state.document().scenario(), after);
    }
}

#[test]
fn the_list_of_warnings_opens_by_its_key() {
    let mut harness = open();
    // A territory without a structure of its own is warned about.
    let region = Edit::Region("mrc-les-sources".into());
    ask(&mut harness, Action::Edit(region, Gesture::Once));
    assert!(!harness.state().state.document().study().warnings.is_empty());
    let before = harness.root().children_recursive().count();
    keys(&mut harness, Modifiers::NONE, Key::F8);
    assert!(egui::Popup::is_any_open(&harness.ctx));
    assert!(harness.root().children_recursive().count() > before);
    keys(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(!egui::Popup::is_any_open(&harness.ctx));
}

#[test]
fn every_chart_of_every_page_can_be_read_as_a_table() {
    let mut harness = open();
    let mut charts = 0;
    // The other scenarios are of the same kinds, and each page takes a while.
    let more = [
        "aluminium-processing-doubling.ron",
        "road-autoroute-85.ron",
        "festival.ron",
    ];
    for preset in (0..SHIPPED.len()).filter(|k| *k < 7 || more.contains(&SHIPPED[*k].0)) {
        ask(&mut harness, Action::OpenPreset(preset));
        for page in Page::ALL {
            ask(&mut harness, Action::ShowPage(page));
            ask(&mut harness, Action::View(ViewAction::Tables(false)));
            let (to_table, to_chart) = (SHOW_AS_TABLE.get(Lang::Fr), SHOW_AS_CHART.get(Lang::Fr));
            let drawn = count(&harness, Role::Button, to_table);
            let rows = count(&harness, Role::Row, "");
            ask(&mut harness, Action::View(ViewAction::Tables(true)));
            let left = count(&harness, Role::Button, to_table);
            assert_eq!(left, 0, "{page:?}: a chart stays a chart");
            assert_eq!(count(&harness, Role::Button, to_chart), drawn, "{page:?}");
            assert!(
                drawn == 0 || count(&harness, Role::Row, "") > rows,
                "{page:?}: no table came"
            );
            charts += drawn;
        }
    }
    assert!(charts > 50, "{charts}");
}

#[test]
fn results_follow_each_step_of_a_drag_at_the_next_frame_and_none_is_stale() {
    let mut harness = open();
    let slider = {
        let mut nodes = harness.root().children_recursive();
        let found = nodes.find(|n| n.accesskit_node().role() == Role::Slider);
        found.expect("the slider of the local share").rect()
    };
    let from = slider.left_center() + vec2(slider.width() * 0.15, 0.0);
    harness.drag_at(from);
    harness.step();
    let mut revisions = Vec::new();
    for step in 1..=20 {
        harness.hover_at(from + vec2(2.0 * step as f32, 0.0));
        // One frame reads the pointer; the next shows its results.
        harness.step();
        harness.step();
        let state = &harness.state().state;
        revisions.push(state.document().revision());
        let scope = Scope {
            study: state.document().study(),
            saved: None,
            library: &LIBRARY,
            territory: state.territory,
            lang: state.lang(),
        };
        let said: Vec<String> = harness
            .root()
            .children_recursive()
            .filter_map(|n| n.accesskit_node().label())
            .collect();
        for card in cards(&scope) {
            let figure = card.figure.unwrap();
            let shown = said
                .iter()
                .find(|t| t.starts_with(&format!("{}, {}, ", card.label, card.unit)))
                .unwrap();
            assert!(
                shown.contains(&format!(" {} ", figure.gross)),
                "step {step}: {shown:?} does not show {}",
                figure.gross
            );
        }
    }
    assert!(
        revisions.windows(2).filter(|w| w[1] > w[0]).count() > 10,
        "{revisions:?}"
    );
    harness.drop_at(from + vec2(40.0, 0.0));
    harness.run();
    // The whole movement is one step.
    keys(&mut harness, Modifiers::COMMAND, Key::Z);
    assert!(!harness.state().state.document().is_modified());
}
