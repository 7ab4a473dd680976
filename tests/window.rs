//! The whole window as people use it, with a pointer, a keyboard or a screen reader; no display is needed.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::type_complexity,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};
use std::time::Duration;

use egui::accesskit::Action as Accessible;
use egui::{Key, Modifiers, Role, vec2};
use egui_kittest::kittest::NodeT;
use egui_kittest::{Harness, Node};
use retombees::app::action::PathRequest;
use retombees::app::recovery::Failure;
use retombees::app::{
    Action, AppState, DraftAction, Edit, Effect, ExportEffect, FileAction, Gesture, Page, Settings, ThemePreference,
    update,
};
use retombees::data::library::Library;
use retombees::problem::What;
use retombees::report::pictures::PictureKind;
use retombees::scenario::{Scenario, file};
use retombees::study::{self, Measure, Territory};
use retombees::text::{Lang, Msg, messages};
use retombees::ui::root;
use retombees::ui::theme::Theme;

static LIBRARY: LazyLock<Arc<Library>> = LazyLock::new(|| Arc::new(Library::embedded().unwrap()));

/// The window without its shell: what was asked happens before the next frame.
struct Window {
    state: AppState,
    waiting: Vec<Action>,
    effects: Vec<Effect>,
    theme: ThemePreference,
}

impl Window {
    fn new(lang: Lang, theme: ThemePreference) -> Self {
        let settings = Settings {
            theme: Some(theme),
            ..Settings::default()
        };
        Self {
            state: AppState::new(LIBRARY.clone(), settings, lang).unwrap(),
            waiting: Vec::new(),
            effects: Vec::new(),
            theme,
        }
    }

    /// One frame, as the shell makes it.
    fn frame(&mut self, ui: &mut egui::Ui) {
        for action in std::mem::take(&mut self.waiting) {
            self.effects.extend(update(&mut self.state, action));
        }
        if self.state.theme() != self.theme {
            self.theme = self.state.theme();
            Theme::choose(ui.ctx(), root::theme_choice(self.theme));
        }
        root::show(ui, &self.state, &mut self.waiting);
        if !self.waiting.is_empty() {
            ui.ctx().request_repaint();
        }
    }
}

type Shown = Harness<'static, Window>;

const WIDE: (f32, f32) = (1440.0, 900.0);
const NARROW: (f32, f32) = (1024.0, 700.0);

fn open(lang: Lang) -> Shown {
    open_as(lang, ThemePreference::Light, WIDE, 1.0)
}

fn open_as(lang: Lang, theme: ThemePreference, (width, height): (f32, f32), pixels: f32) -> Shown {
    let dark = theme == ThemePreference::Dark;
    let mut harness = Harness::builder()
        // The harness keeps a margin of 8 points around what it shows.
        .with_size(vec2(width + 16.0, height + 16.0))
        .with_pixels_per_point(pixels)
        .with_theme(if dark { egui::Theme::Dark } else { egui::Theme::Light })
        .with_max_steps(12)
        .with_context_setup(move |ctx| Theme::install(ctx, root::theme_choice(theme)))
        .build_ui_state(|ui, window: &mut Window| window.frame(ui), Window::new(lang, theme));
    harness.run();
    harness
}

/// The place of the smelters of Québec, a whole province, in the list of shipped scenarios.
fn smelters() -> usize {
    let names = retombees::scenario::presets::SHIPPED.iter();
    names
        .clone()
        .position(|(name, _)| name.starts_with("smelters"))
        .unwrap()
}

/// Makes an action happen, as if a control had asked for it.
fn ask(harness: &mut Shown, action: Action) {
    harness.state_mut().waiting.push(action);
    harness.run();
}

fn edit(harness: &mut Shown, edit: Edit) {
    ask(harness, Action::Edit(edit, Gesture::Once));
    assert_eq!(harness.state().state.document().refused, None);
}

fn show(harness: &mut Shown, page: Page) {
    ask(harness, Action::ShowPage(page));
}

fn scenario(harness: &Shown) -> Scenario {
    harness.state().state.document().scenario().clone()
}

fn undo_steps(harness: &Shown) -> usize {
    let mut history = harness.state().state.document().history.clone();
    let any = scenario(harness);
    (0..).take_while(|_| history.undo(&any).is_some()).count()
}

fn jobs(harness: &Shown) -> f64 {
    let study = harness.state().state.document().study();
    study.total(study.operation().unwrap(), Measure::Jobs, Territory::Study)
}

/// Returns every node that has something to say, with what it says.
fn said(harness: &Shown) -> Vec<(Role, String)> {
    harness
        .root()
        .children_recursive()
        .flat_map(|node| {
            let node = node.accesskit_node();
            [node.label(), node.value(), node.description()]
                .into_iter()
                .flatten()
                .map(move |text| (node.role(), text))
        })
        .filter(|(_, text)| !text.trim().is_empty())
        .collect()
}

fn roles(harness: &Shown) -> Vec<Role> {
    let nodes = harness.root().children_recursive();
    nodes.map(|node| node.accesskit_node().role()).collect()
}

fn says(harness: &Shown, text: &str) -> bool {
    said(harness).iter().any(|(_, t)| t.contains(text))
}

/// Returns the first node of a role with this label.
fn node<'a>(harness: &'a Shown, role: Role, label: &str) -> Node<'a> {
    let found = harness.root().children_recursive().find(|node| {
        let node = node.accesskit_node();
        node.role() == role && node.label().as_deref() == Some(label)
    });
    found.unwrap_or_else(|| {
        let same: Vec<String> = said(harness)
            .into_iter()
            .filter(|(r, _)| *r == role)
            .map(|(_, t)| t)
            .collect();
        panic!("no {role:?} is called {label:?}, only {same:?}")
    })
}

fn has(harness: &Shown, role: Role, label: &str) -> bool {
    harness.root().children_recursive().any(|node| {
        let node = node.accesskit_node();
        node.role() == role && node.label().as_deref() == Some(label)
    })
}

/// Clicks with the pointer.
fn click(harness: &mut Shown, role: Role, label: &str) {
    node(harness, role, label).click();
    harness.run();
}

/// Presses a control as a screen reader does, wherever it is scrolled to.
fn press(harness: &mut Shown, role: Role, label: &str) {
    node(harness, role, label).click_accesskit();
    harness.run();
}

fn key(harness: &mut Shown, key: Key) {
    harness.key_press(key);
    harness.run();
}

/// Types in a field, then leaves it with a key.
fn type_in(harness: &mut Shown, label: &str, text: &str, end: Key) {
    node(harness, Role::TextInput, label).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    for letter in text.chars() {
        harness.event(egui::Event::Text(letter.to_string()));
        harness.run();
    }
    key(harness, end);
}

/// Returns what a headline card says, from its title on.
fn card(harness: &Shown, title: &str) -> String {
    let found = said(harness)
        .into_iter()
        .find(|(role, text)| matches!(role, Role::Label | Role::Button) && text.starts_with(&format!("{title}, ")));
    found.unwrap_or_else(|| panic!("no card {title}")).1
}

/// Returns every text that is painted, with whether it was cut to fit, once each.
fn painted(harness: &Shown) -> BTreeMap<String, bool> {
    let mut out = BTreeMap::new();
    fn walk(shape: &egui::Shape, out: &mut BTreeMap<String, bool>) {
        match shape {
            egui::Shape::Text(text) => {
                let cut = out.entry(text.galley.job.text.clone()).or_insert(false);
                *cut |= text.galley.elided;
            }
            egui::Shape::Vec(shapes) => shapes.iter().for_each(|s| walk(s, out)),
            _ => {}
        }
    }
    for clipped in &harness.output().shapes {
        walk(&clipped.shape, &mut out);
    }
    out
}

// The first minute

#[test]
fn the_flagship_opens_computed_in_french() {
    let harness = open(Lang::Fr);
    let headline = said(&harness)
        .into_iter()
        .find(|(role, text)| *role == Role::Heading && text.contains("soutiendrait"))
        .expect("the page says what it finds")
        .1;
    let found = retombees::text::number::whole(jobs(&harness), Lang::Fr);
    assert!(headline.starts_with("En Estrie"), "{headline}");
    assert!(headline.contains(&format!("{found} emplois permanents")), "{headline}");
    assert!(card(&harness, "Emplois permanents").contains(&found));
    for title in [
        "Construction",
        "PIB aux prix de base",
        "Salaires avant impôt",
        "Recettes publiques",
    ] {
        card(&harness, title);
    }
    assert_eq!(
        node(&harness, Role::TextInput, "Investissement (M$)").value().unwrap(),
        "143,7"
    );
    assert_eq!(
        node(&harness, Role::TextInput, "Emplois directs").value().unwrap(),
        "102"
    );
    assert!(says(&harness, "Alliance Magnésium, démonstration 2020"));
    assert!(!harness.state().state.has_unsaved());
    assert_eq!(harness.state().effects, []);
}

// Languages

/// Messages without placeholders that read differently in both languages, as (French, English).
fn telling_messages() -> Vec<Msg> {
    let files = [
        messages::ui::ALL,
        messages::report::ALL,
        messages::widgets::ALL,
        messages::words::ALL,
        messages::app::ALL,
    ];
    files
        .into_iter()
        .flatten()
        .map(|(_, msg)| *msg)
        .filter(|msg| msg.fr != msg.en && !msg.fr.contains('{') && msg.fr.chars().count() > 3)
        .collect()
}

/// Words that only one of the two languages has.
const FRENCH_WORDS: [&str; 22] = [
    "le",
    "la",
    "les",
    "des",
    "du",
    "et",
    "dans",
    "une",
    "aux",
    "avec",
    "sans",
    "pour",
    "sont",
    "est",
    "emplois",
    "achats",
    "dépenses",
    "région",
    "hypothèse",
    "années",
    "reste",
    "ou",
];
const ENGLISH_WORDS: [&str; 18] = [
    "the",
    "of",
    "and",
    "with",
    "without",
    "from",
    "are",
    "is",
    "jobs",
    "purchases",
    "spending",
    "region",
    "years",
    "rest",
    "or",
    "by",
    "your",
    "share",
];

/// Finds words of the wrong language in a text.
fn foreign(text: &str, lang: Lang) -> Vec<String> {
    let wrong: &[&str] = match lang {
        Lang::Fr => &ENGLISH_WORDS,
        Lang::En => &FRENCH_WORDS,
    };
    // A capital begins a name, such as La Presse.
    text.split(|c: char| !c.is_alphabetic() && c != '-')
        .filter(|word| word.chars().all(char::is_lowercase) && wrong.contains(word))
        .map(str::to_owned)
        .collect()
}

/// Names that are the same in both languages, or that exist in one language only.
fn is_a_name(text: &str) -> bool {
    let recipe = LIBRARY
        .recipes
        .recipes
        .iter()
        .any(|r| text.contains(r.name_en.as_str()) && r.name_fr == r.name_en);
    let source = LIBRARY
        .sources()
        .iter()
        .any(|s| text.starts_with(s.publisher.fr.as_str()));
    recipe
        || source
        || text.contains("MRC")
        || [
            "Bureau of Economic Analysis",
            "Ministère des Finances du Québec",
            "Commission de la construction",
            "Commission scolaire des Sommets",
            "Institut de la statistique",
        ]
        .iter()
        .any(|name| text.contains(name))
        || text.starts_with("https://")
}

fn every_page(harness: &mut Shown, mut look: impl FnMut(&mut Shown, &str)) {
    let names = [
        "overview", "jobs", "income", "finances", "trail", "timeline", "spending", "levers", "compare", "method",
        "claims",
    ];
    for (page, name) in Page::ALL.into_iter().zip(names) {
        show(harness, page);
        let count = harness.state().state.document().study().phases.len();
        let phases = if page == Page::Spending { count } else { 1 };
        for k in 0..phases {
            if page == Page::Spending {
                ask(harness, Action::ShowPhase(k));
            }
            look(harness, name);
        }
    }
}

#[test]
fn each_language_speaks_itself_alone() {
    let messages = telling_messages();
    for lang in Lang::ALL {
        let mut harness = open(lang);
        // A change, so that undo, the saved version and the unsaved state have something to say.
        edit(&mut harness, Edit::LocalShare(1, Some(0.2)));
        every_page(&mut harness, |harness, page| {
            let mut texts: BTreeSet<String> = said(harness).into_iter().map(|(_, text)| text).collect();
            texts.extend(painted(harness).into_keys());
            for text in &texts {
                for msg in &messages {
                    let (wrong, right) = match lang {
                        Lang::Fr => (msg.en, msg.fr),
                        Lang::En => (msg.fr, msg.en),
                    };
                    let stands_alone = text.trim() == wrong;
                    let twin = messages.iter().any(|m| m.get(lang) == wrong);
                    assert!(!stands_alone || twin, "{page}: {text:?} instead of {right:?}");
                }
                let words = foreign(text, lang);
                assert!(
                    words.is_empty() || is_a_name(text),
                    "{page}, {lang:?}: {words:?} in {text:?}"
                );
            }
        });
    }
}

#[test]
fn switching_the_language_changes_every_label_and_switching_back_brings_them_back() {
    let mut harness = open(Lang::Fr);
    let (before, shape) = (said(&harness), roles(&harness));
    click(&mut harness, Role::RadioButton, "EN");
    assert_eq!(harness.state().state.lang(), Lang::En);
    assert_eq!(harness.state().effects, [Effect::KeepSettings]);
    assert!(says(&harness, "would support"));
    assert_eq!(
        node(&harness, Role::TextInput, "Investment ($M)").value().unwrap(),
        "143.7"
    );
    assert_eq!(roles(&harness), shape, "the same nodes in both languages");
    assert!(!says(&harness, "soutiendrait"));
    click(&mut harness, Role::RadioButton, "FR");
    assert_eq!(said(&harness), before);
}

// Numbers

#[test]
fn typing_direct_jobs_changes_cards_at_each_key_and_is_one_step() {
    let mut harness = open(Lang::Fr);
    let before = card(&harness, "Emplois permanents");
    let first = jobs(&harness);
    node(&harness, Role::TextInput, "Emplois directs").focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    let mut seen = Vec::new();
    for letter in ["2", "0", "0"] {
        harness.event(egui::Event::Text(letter.to_owned()));
        harness.run();
        seen.push(jobs(&harness));
    }
    assert!(seen.is_sorted_by(|a, b| a < b), "{seen:?}");
    assert!(seen[2] > first * 1.9);
    let after = card(&harness, "Emplois permanents");
    assert_ne!(after, before);
    assert!(says(&harness, "Modifications non enregistrées"));
    key(&mut harness, Key::Enter);
    assert_eq!(undo_steps(&harness), 1);
    assert!(has(&harness, Role::Button, "Annuler\u{a0}: emplois directs 102 → 200"));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(card(&harness, "Emplois permanents"), before);
    assert_eq!(
        node(&harness, Role::TextInput, "Emplois directs").value().unwrap(),
        "102"
    );
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    harness.run();
    assert_eq!(card(&harness, "Emplois permanents"), after);
}

#[test]
fn escape_gives_up_what_was_typed_with_no_step_left() {
    let mut harness = open(Lang::Fr);
    let first = scenario(&harness);
    type_in(&mut harness, "Emplois directs", "250", Key::Escape);
    assert_eq!(scenario(&harness), first);
    assert_eq!(undo_steps(&harness), 0);
    assert!(!harness.state().state.has_unsaved());
    assert_eq!(
        node(&harness, Role::TextInput, "Emplois directs").value().unwrap(),
        "102"
    );
    type_in(&mut harness, "Part locale des achats (%)", "12", Key::Escape);
    assert_eq!(scenario(&harness), first);
}

#[test]
fn two_fields_typed_one_after_the_other_are_two_steps() {
    let mut harness = open(Lang::Fr);
    type_in(&mut harness, "Emplois directs", "110", Key::Tab);
    type_in(&mut harness, "Investissement (M$)", "150,5", Key::Enter);
    assert_eq!(undo_steps(&harness), 2);
    assert_eq!(
        harness.state().state.document().history.undo_name().unwrap().fr,
        "investissement 143,7\u{a0}M$ → 150,5\u{a0}M$"
    );
}

#[test]
fn a_share_beyond_reach_is_refused_with_the_maximum_and_changes_nothing() {
    let mut harness = open(Lang::Fr);
    let (first, before) = (jobs(&harness), scenario(&harness));
    let under = node(&harness, Role::Slider, SLIDER).rect();
    type_in(&mut harness, "Part locale des achats (%)", "95", Key::Enter);
    assert!(says(&harness, "maximum atteignable"));
    assert_eq!(scenario(&harness), before, "the first key alone does not stay");
    assert_eq!(undo_steps(&harness), 0);
    assert_eq!(node(&harness, Role::Slider, SLIDER).rect(), under, "nothing moves");
    // The bar at the bottom counts it, and leads back to it.
    press(&mut harness, Role::Button, "1 saisie refusée");
    let row = said(&harness)
        .into_iter()
        .find(|(role, text)| *role == Role::Button && text.contains("La valeur d’avant est gardée"))
        .unwrap()
        .1;
    assert!(row.contains("aximum atteignable"), "{row}");
    press(&mut harness, Role::Button, &row);
    assert!(node(&harness, Role::TextInput, "Part locale des achats (%)").is_focused());
    key(&mut harness, Key::Enter);
    assert_eq!(
        node(&harness, Role::TextInput, "Part locale des achats (%)")
            .value()
            .unwrap(),
        "95"
    );
    type_in(&mut harness, "Part locale des achats (%)", "30", Key::Enter);
    assert!((jobs(&harness) - first).abs() < 1e-9);
}

const SLIDER: &str = "Part locale des achats";

#[test]
fn a_refused_text_stands_until_it_is_mended_whatever_else_changes() {
    const FIELD: &str = "Investissement (M$)";
    let mut harness = open(Lang::Fr);
    type_in(&mut harness, "Emplois directs", "120", Key::Tab);
    for change in [
        Action::Undo,
        Action::Redo,
        Action::Edit(Edit::Jobs(1, 130.0), Gesture::Once),
    ] {
        type_in(&mut harness, FIELD, "beaucoup", Key::Enter);
        assert_eq!(node(&harness, Role::TextInput, FIELD).value().unwrap(), "beaucoup");
        assert!(has(&harness, Role::Button, "1 saisie refusée"));
        ask(&mut harness, change.clone());
        harness.run();
        assert_eq!(
            node(&harness, Role::TextInput, FIELD).value().unwrap(),
            "beaucoup",
            "{change:?}"
        );
        assert!(has(&harness, Role::Button, "1 saisie refusée"));
    }
    type_in(&mut harness, FIELD, "143,7", Key::Enter);
    assert!(!has(&harness, Role::Button, "1 saisie refusée"));
    // The value that was undone is what the field says, even while it is typed in.
    type_in(&mut harness, FIELD, "200", Key::Enter);
    node(&harness, Role::TextInput, FIELD).focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(node(&harness, Role::TextInput, FIELD).value().unwrap(), "143,7");
}

#[test]
fn what_the_document_refuses_is_said_in_its_field() {
    let mut harness = open(Lang::Fr);
    let before = scenario(&harness);
    let name = LIBRARY.parameter("saving_rate").unwrap().label.fr.clone();
    let row = said(&harness)
        .into_iter()
        .find(|(role, text)| *role == Role::Button && text.starts_with(&format!("{name}, ")))
        .unwrap()
        .1;
    press(&mut harness, Role::Button, &row);
    let field = format!("{name} (%)");
    type_in(&mut harness, &field, "100", Key::Enter);
    assert_eq!(scenario(&harness), before, "neither 1 % nor 10 % stays");
    assert_eq!(node(&harness, Role::TextInput, &field).value().unwrap(), "100");
    assert!(has(&harness, Role::Button, "1 saisie refusée"));
    assert!(says(&harness, "99\u{a0}%"), "the maximum is said");
    type_in(&mut harness, &field, "5", Key::Enter);
    assert_eq!(scenario(&harness).parameters["saving_rate"].value, 0.05);
    assert_eq!(undo_steps(&harness), 1);
    assert!(!has(&harness, Role::Button, "1 saisie refusée"));
}

#[test]
fn a_project_that_stands_in_says_that_its_numbers_are_examples_until_they_are_replaced() {
    for (lang, both, money, jobs, people) in [
        (
            Lang::Fr,
            "Investissement et emplois\u{a0}: valeurs d’exemple, à remplacer",
            "Investissement (M$)",
            "Emplois directs\u{a0}: valeur d’exemple, à remplacer",
            "Emplois directs",
        ),
        (
            Lang::En,
            "Investment and jobs: example values, to be replaced",
            "Investment ($M)",
            "Direct jobs: example value, to be replaced",
            "Direct jobs",
        ),
    ] {
        let mut harness = open(lang);
        assert!(!painted(&harness).contains_key(both));
        ask(&mut harness, Action::CloseAnyway(0));
        ask(&mut harness, Action::Draft(DraftAction::Leave));
        assert!(painted(&harness).contains_key(both));
        type_in(&mut harness, money, "35", Key::Enter);
        assert!(!painted(&harness).contains_key(both) && painted(&harness).contains_key(jobs));
        type_in(&mut harness, people, "40", Key::Enter);
        assert!(!painted(&harness).contains_key(jobs));
    }
}

#[test]
fn dragging_the_slider_moves_results_live_and_undo_brings_them_back() {
    let mut harness = open(Lang::Fr);
    let (first, before) = (jobs(&harness), scenario(&harness));
    let rect = node(&harness, Role::Slider, SLIDER).rect();
    let at = |part: f32| egui::pos2(rect.left() + part * rect.width(), rect.center().y);
    // The press lands beside the knob, as fingers do.
    harness.drag_at(at(0.15));
    harness.run();
    let mut seen = vec![jobs(&harness)];
    for part in [0.18, 0.2, 0.25, 0.22, 0.2] {
        harness.hover_at(at(part));
        harness.run();
        seen.push(jobs(&harness));
    }
    harness.drop_at(at(0.2));
    harness.run();
    let distinct: BTreeSet<u64> = seen.iter().map(|v| v.to_bits()).collect();
    assert!(distinct.len() >= 4, "{seen:?}");
    assert!(seen.iter().all(|v| *v < first));
    assert_eq!(undo_steps(&harness), 1, "a drag is one step");
    let name = harness.state().state.document().history.undo_name().unwrap().fr.clone();
    assert!(name.starts_with("part locale 30\u{a0}% → "), "{name}");
    press(&mut harness, Role::Button, &format!("Annuler\u{a0}: {name}"));
    assert_eq!(scenario(&harness), before);
    assert!((jobs(&harness) - first).abs() < 1e-12);
    assert!(has(&harness, Role::Button, &format!("Rétablir\u{a0}: {name}")));
}

#[test]
fn two_clicks_on_the_slider_are_two_steps() {
    let mut harness = open(Lang::Fr);
    let rect = node(&harness, Role::Slider, SLIDER).rect();
    for part in [0.1, 0.2] {
        let at = egui::pos2(rect.left() + part * rect.width(), rect.center().y);
        harness.drag_at(at);
        harness.run();
        harness.drop_at(at);
        harness.run();
    }
    assert_eq!(undo_steps(&harness), 2);
}

#[test]
fn the_keyboard_moves_the_slider_and_control_z_takes_each_press_back() {
    let mut harness = open(Lang::Fr);
    let first = jobs(&harness);
    node(&harness, Role::Slider, SLIDER).focus();
    harness.run();
    key(&mut harness, Key::ArrowRight);
    assert_eq!(scenario(&harness).phases[1].local_share.as_ref().unwrap().value, 0.31);
    assert!(jobs(&harness) > first);
    key(&mut harness, Key::End);
    let most = harness.state().state.document().study().phases[1].sourcing.maximum;
    let reached = harness.state().state.document().study().phases[1].sourcing.local_share;
    assert!((most - reached).abs() < 1e-9, "{reached} of {most}");
    assert_eq!(harness.state().state.document().refused, None);
    for _ in 0..2 {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        harness.run();
    }
    assert!((jobs(&harness) - first).abs() < 1e-12);
    assert_eq!(undo_steps(&harness), 0);
}

#[test]
fn a_screen_reader_sets_the_slider() {
    let mut harness = open(Lang::En);
    node(&harness, Role::Slider, "Local procurement share").set_value_accesskit(0.2);
    harness.run();
    assert_eq!(scenario(&harness).phases[1].local_share.as_ref().unwrap().value, 0.2);
}

// Region, activity, phases

#[test]
fn another_region_is_chosen_through_its_list() {
    let mut harness = open(Lang::Fr);
    let before = card(&harness, "Emplois permanents");
    click(&mut harness, Role::ComboBox, "Région d’étude");
    let option = "01 · Bas-Saint-Laurent";
    click(&mut harness, Role::ListBoxOption, option);
    assert_eq!(scenario(&harness).region.as_str(), "01");
    let after = card(&harness, "Emplois permanents");
    assert!(after.contains("Bas-Saint-Laurent") && after != before, "{after}");
    assert!(!has(&harness, Role::ListBoxOption, option), "the list closes");
    assert_eq!(
        node(&harness, Role::ComboBox, "Région d’étude").value().unwrap(),
        option
    );
}

#[test]
fn another_region_is_chosen_by_keyboard_alone() {
    let mut harness = open(Lang::Fr);
    node(&harness, Role::ComboBox, "Région d’étude").focus();
    harness.run();
    key(&mut harness, Key::Space);
    assert!(has(&harness, Role::ListBoxOption, "01 · Bas-Saint-Laurent"));
    harness.event(egui::Event::Text("bas".to_owned()));
    key(&mut harness, Key::Enter);
    assert_eq!(scenario(&harness).region.as_str(), "01");
    assert!(
        !has(&harness, Role::ListBoxOption, "01 · Bas-Saint-Laurent"),
        "Enter closes it"
    );
    assert!(node(&harness, Role::ComboBox, "Région d’étude").is_focused());
}

#[test]
fn a_whole_province_has_no_quotient_and_no_rest() {
    let mut harness = open(Lang::Fr);
    assert!(has(&harness, Role::ComboBox, "Quotient régional"));
    edit(&mut harness, Edit::Region("QC".into()));
    assert!(!has(&harness, Role::ComboBox, "Quotient régional"));
    show(&mut harness, Page::Spending);
    assert!(!painted(&harness).contains_key("Reste prov."));
    assert!(says(&harness, "des achats seraient faits au Québec"));
}

#[test]
fn an_activity_is_found_by_a_few_letters_and_chosen_by_keyboard() {
    let mut harness = open(Lang::Fr);
    node(&harness, Role::TextInput, "Activité").focus();
    harness.run();
    for letter in "alumin".chars() {
        harness.event(egui::Event::Text(letter.to_string()));
        harness.run();
    }
    let results: Vec<String> = said(&harness)
        .into_iter()
        .filter(|(role, _)| *role == Role::ListBoxOption)
        .map(|(_, text)| text)
        .collect();
    assert!(results.len() > 2, "{results:?}");
    assert!(
        results[0].contains("aluminium") || results[0].contains("Aluminium"),
        "{results:?}"
    );
    key(&mut harness, Key::ArrowDown);
    key(&mut harness, Key::ArrowUp);
    key(&mut harness, Key::Enter);
    let activity = scenario(&harness).activity;
    let chosen = LIBRARY.activity(activity.id.as_deref().unwrap()).unwrap();
    assert!(
        results[0].contains(chosen.label.fr.as_str()),
        "{} is not {}",
        chosen.label.fr,
        results[0]
    );
    assert_eq!(undo_steps(&harness), 1);
    assert!(says(&harness, &chosen.label.fr));
}

#[test]
fn an_activity_is_chosen_with_the_pointer() {
    let mut harness = open(Lang::En);
    node(&harness, Role::TextInput, "Activity").focus();
    harness.run();
    for letter in "sawmill".chars() {
        harness.event(egui::Event::Text(letter.to_string()));
        harness.run();
    }
    let first = said(&harness)
        .into_iter()
        .find(|(role, _)| *role == Role::ListBoxOption)
        .expect("something is found")
        .1;
    let before = scenario(&harness).activity;
    click(&mut harness, Role::ListBoxOption, &first);
    assert_ne!(scenario(&harness).activity, before);
    assert!(!has(&harness, Role::ListBoxOption, &first), "the list closes");
}

#[test]
fn leaving_the_search_without_choosing_changes_nothing() {
    let mut harness = open(Lang::Fr);
    let before = scenario(&harness);
    for end in [Key::Escape, Key::Tab] {
        node(&harness, Role::TextInput, "Activité").focus();
        harness.run();
        harness.event(egui::Event::Text("scierie".to_owned()));
        harness.run();
        key(&mut harness, end);
        assert_eq!(scenario(&harness), before);
        assert!(
            node(&harness, Role::TextInput, "Activité")
                .value()
                .unwrap()
                .contains("331410")
                || !says(&harness, "scierie")
        );
    }
}

#[test]
fn years_of_a_phase_are_typed() {
    let mut harness = open(Lang::Fr);
    type_in(&mut harness, "Fin, Exploitation", "2031", Key::Enter);
    assert_eq!(
        (scenario(&harness).phases[1].start, scenario(&harness).phases[1].end),
        (2022, 2031)
    );
    assert_eq!(undo_steps(&harness), 1);
    type_in(&mut harness, "Début, Exploitation", "2035", Key::Enter);
    assert_eq!(
        (scenario(&harness).phases[1].start, scenario(&harness).phases[1].end),
        (2035, 2035)
    );
    type_in(&mut harness, "Fin, Exploitation", "2034", Key::Enter);
    assert_eq!(
        scenario(&harness).phases[1].end,
        2035,
        "an end before the start is refused"
    );
    assert!(
        says(&harness, "minimum\u{a0}: 2035") || says(&harness, "minimum\u{a0}: 2\u{a0}035"),
        "the field says why"
    );
}

#[test]
fn phases_are_added_shown_and_removed() {
    let mut harness = open(Lang::Fr);
    for kind in ["Une construction", "Une exploitation"] {
        press(&mut harness, Role::Button, "Ajouter, Phases");
        press(&mut harness, Role::Button, kind);
    }
    assert_eq!(scenario(&harness).phases.len(), 4);
    let rows: Vec<String> = said(&harness)
        .into_iter()
        .filter(|(role, text)| *role == Role::Slider && text.contains(" à 20") && text.contains(", 20"))
        .map(|(_, text)| text)
        .collect();
    assert_eq!(rows.len(), 4, "{rows:?}");
    press(&mut harness, Role::Slider, &rows[2]);
    assert_eq!(harness.state().state.phase, 2);
    press(&mut harness, Role::Button, "Retirer la phase");
    assert_eq!(scenario(&harness).phases.len(), 3);
    for _ in 0..2 {
        press(&mut harness, Role::Button, "Retirer la phase");
    }
    assert_eq!(scenario(&harness).phases.len(), 1);
    assert!(!has(&harness, Role::Button, "Retirer la phase"), "the last phase stays");
    every_page(&mut harness, |_, _| {});
}

#[test]
fn a_missing_phase_is_offered_on_its_card() {
    let mut harness = open(Lang::Fr);
    edit(&mut harness, Edit::RemovePhase(0));
    let card = card(&harness, "Construction");
    assert!(card.contains("Aucune phase de construction"), "{card}");
    press(&mut harness, Role::Button, &card);
    assert!(scenario(&harness).first_construction().is_some());
}

#[test]
fn the_project_takes_another_name() {
    let mut harness = open(Lang::Fr);
    type_in(&mut harness, "Nom du projet", "Usine d’à côté", Key::Enter);
    assert_eq!(scenario(&harness).name.fr, "Usine d’à côté");
    assert_eq!(undo_steps(&harness), 1, "typing a name is one step");
    assert!(has(&harness, Role::Tab, "Usine d’à côté, modifié"));
    ask(&mut harness, Action::SetLang(Lang::En));
    assert!(has(
        &harness,
        Role::Tab,
        "Alliance Magnesium, demonstration 2020, modified"
    ));
}

#[test]
fn territory_households_and_method_are_chosen() {
    let mut harness = open(Lang::Fr);
    let region = card(&harness, "Emplois permanents");
    click(&mut harness, Role::RadioButton, "Québec");
    assert_eq!(harness.state().state.territory, Territory::Province);
    assert_ne!(card(&harness, "Emplois permanents"), region);
    click(&mut harness, Role::RadioButton, "Estrie");
    assert_eq!(card(&harness, "Emplois permanents"), region);
    let with = jobs(&harness);
    click(&mut harness, Role::ComboBox, "Ménages");
    click(&mut harness, Role::ListBoxOption, "sans effets induits");
    assert!(jobs(&harness) < with);
    click(&mut harness, Role::ComboBox, "Ménages");
    click(&mut harness, Role::ListBoxOption, "avec effets induits");
    assert!((jobs(&harness) - with).abs() < 1e-12);
    press(&mut harness, Role::ComboBox, "Quotient régional");
    press(&mut harness, Role::ListBoxOption, "Quotient simple (SLQ)");
    assert_eq!(scenario(&harness).model.method, retombees::scenario::Method::Slq);
}

// Spending

/// Returns the lines of the phase shown as (id, name), largest first.
fn lines(harness: &Shown) -> Vec<(String, String)> {
    let state = &harness.state().state;
    let mut lines: Vec<_> = state.document().study().phases[state.phase].lines.iter().collect();
    lines.sort_by(|a, b| b.amount.total_cmp(&a.amount));
    lines
        .iter()
        .map(|l| {
            (
                l.id.to_string(),
                retombees::report::words::line(l, state.lang(), &LIBRARY),
            )
        })
        .collect()
}

#[test]
fn a_line_is_edited_reset_added_and_removed() {
    let mut harness = open(Lang::Fr);
    click(&mut harness, Role::Tab, "Dépenses et origine");
    assert!(says(&harness, "des achats seraient faits en Estrie"));
    let before = scenario(&harness);
    let (id, name) = lines(&harness)[0].clone();
    let amount = format!("Montant, {name}");
    type_in(&mut harness, &amount, "1,5", Key::Enter);
    let line = scenario(&harness).phases[1].line(&id).unwrap().clone();
    let study = harness.state().state.document().study();
    let shown = study.phases[1]
        .lines
        .iter()
        .find(|l| l.id.as_str() == id)
        .unwrap()
        .amount;
    assert!(
        (shown - 1.5e6).abs() < 1e-3,
        "what was typed is in dollars of the data year, as shown: {shown}"
    );
    assert_ne!(
        line.amount.unwrap().value,
        1.5e6,
        "what is kept is in dollars of the phase"
    );
    assert!(has(&harness, Role::TextInput, &format!("{amount}, modifié par vous")));
    press(&mut harness, Role::Button, &format!("Rétablir {name}"));
    assert_eq!(scenario(&harness), before);

    let share = format!("Part locale, {name}");
    type_in(&mut harness, &format!("{share} (%)"), "20", Key::Enter);
    let origin = scenario(&harness).phases[1].line(&id).unwrap().origin.unwrap();
    assert!((origin.study - 0.2).abs() < 1e-12);
    assert!((origin.study + origin.rest + origin.other + origin.abroad - 1.0).abs() < 1e-12);
    node(&harness, Role::Slider, &share).focus();
    harness.run();
    key(&mut harness, Key::ArrowLeft);
    let origin = scenario(&harness).phases[1].line(&id).unwrap().origin.unwrap();
    assert!((origin.study - 0.19).abs() < 1e-12);
    press(&mut harness, Role::Button, "Tout rétablir");
    assert_eq!(scenario(&harness), before);

    press(&mut harness, Role::Button, "Ajouter une ligne");
    assert_eq!(scenario(&harness).phases[1].lines.len(), 1);
    let added = lines(&harness).into_iter().find(|(id, _)| id == "u1").unwrap().1;
    press(&mut harness, Role::Button, &format!("Retirer {added}"));
    assert_eq!(scenario(&harness), before);
}

#[test]
fn margins_and_cap_of_a_line_are_edited_in_its_details() {
    let mut harness = open(Lang::Fr);
    show(&mut harness, Page::Spending);
    let before = scenario(&harness);
    let study = harness.state().state.document().study().clone();
    // A purchase of goods that the region supplies in part.
    let (id, name) = lines(&harness)
        .into_iter()
        .find(|(id, _)| {
            study.phases[1]
                .lines
                .iter()
                .any(|l| l.id.as_str() == id && l.cap > 0.05 && l.cap < 0.9)
        })
        .unwrap();
    let field = |what: &str| format!("{what}, {name} (%)");
    assert!(!has(&harness, Role::TextInput, &field("Marge de commerce")));
    press(&mut harness, Role::Button, &format!("Marges et plafond, {name}"));
    type_in(&mut harness, &field("Marge de commerce"), "12,5", Key::Enter);
    type_in(&mut harness, &field("Marge de transport"), "4", Key::Enter);
    let line = scenario(&harness).phases[1].line(&id).unwrap().clone();
    assert_eq!((line.trade_margin, line.transport_margin), (Some(0.125), Some(0.04)));
    // Together they are no more than the price.
    type_in(
        &mut harness,
        &format!("{}, modifié par vous", field("Marge de transport")),
        "90",
        Key::Enter,
    );
    assert_eq!(scenario(&harness).phases[1].line(&id), Some(&line));
    assert!(has(&harness, Role::Button, "1 saisie refusée"));
    let cap = field("Plafond de la part locale");
    type_in(&mut harness, &cap, "1", Key::Enter);
    assert_eq!(
        scenario(&harness).phases[1].line(&id).unwrap().cap,
        None,
        "under what the tables show"
    );
    assert!(says(&harness, "la région fournit déjà"));
    type_in(&mut harness, &cap, "95", Key::Enter);
    assert_eq!(scenario(&harness).phases[1].line(&id).unwrap().cap, Some(0.95));
    let shown = &harness.state().state.document().study().phases[1].lines;
    assert!((shown.iter().find(|l| l.id.as_str() == id).unwrap().cap - 0.95).abs() < 1e-12);
    press(
        &mut harness,
        Role::Button,
        &format!("Rétablir Plafond de la part locale, {name}"),
    );
    assert_eq!(scenario(&harness).phases[1].line(&id), Some(&line));
    press(&mut harness, Role::Button, &format!("Rétablir {name}"));
    assert_eq!(scenario(&harness), before);
    press(&mut harness, Role::Button, &format!("Marges et plafond, {name}"));
    assert!(
        !has(&harness, Role::TextInput, &field("Marge de commerce")),
        "a second click folds them"
    );
}

#[test]
fn both_phases_show_their_lines() {
    let mut harness = open(Lang::Fr);
    show(&mut harness, Page::Spending);
    let operation = lines(&harness);
    let choice = said(&harness)
        .into_iter()
        .find(|(role, text)| *role == Role::RadioButton && text.starts_with("Construction "))
        .unwrap()
        .1;
    click(&mut harness, Role::RadioButton, &choice);
    assert_eq!(harness.state().state.phase, 0);
    assert_ne!(lines(&harness), operation);
    for (_, name) in lines(&harness) {
        assert!(has(&harness, Role::TextInput, &format!("Montant, {name}")), "{name}");
    }
}

#[test]
fn a_click_brings_a_line_down_to_what_the_region_can_supply() {
    let mut harness = open(Lang::Fr);
    show(&mut harness, Page::Spending);
    let study = harness.state().state.document().study().clone();
    let mut mended = 0;
    for line in study.phases[1]
        .lines
        .iter()
        .filter(|l| l.cap > 0.1 && l.industry.is_some())
    {
        let output = study.structure.region.account().gross_output()[line.industry.unwrap()];
        let id = line.id.clone();
        let amount = output / study.phases[1].price_factor;
        // A line of this size would leave the share asked for out of reach.
        edit(&mut harness, Edit::LocalShare(1, None));
        edit(&mut harness, Edit::LineAmount(1, id.clone(), Some(amount)));
        edit(&mut harness, Edit::LineLocal(1, id.clone(), Some(line.cap.min(0.9))));
        let place = format!("phases[1].lines[{id}]");
        let warned = |harness: &Shown| {
            let warnings = &harness.state().state.document().study().warnings;
            warnings
                .iter()
                .any(|w| w.place == place && matches!(w.what, What::LocalPurchaseAboveCapacity { .. }))
        };
        if !warned(&harness) {
            continue;
        }
        let fix = said(&harness)
            .into_iter()
            .find(|(role, text)| *role == Role::Link && text.starts_with("Ramener à "))
            .expect("a click that mends it")
            .1;
        press(&mut harness, Role::Link, &fix);
        assert!(!warned(&harness), "{id} still warns after the click");
        mended += 1;
        ask(&mut harness, Action::Edit(Edit::ResetLines(1), Gesture::Once));
    }
    assert!(mended > 5, "{mended}");
}

// Method and assumptions

#[test]
fn the_method_page_defines_and_cites() {
    for lang in Lang::ALL {
        let mut harness = open(lang);
        show(&mut harness, Page::Method);
        let texts: Vec<String> = said(&harness).into_iter().map(|(_, text)| text).collect();
        let has = |wanted: &str| texts.iter().any(|t| t.contains(wanted));
        assert!(LIBRARY.sources().len() > 5);
        for source in LIBRARY.sources() {
            assert!(has(source.title.get(lang)), "{}", source.title.get(lang));
            assert!(has(source.attribution.get(lang)), "{}", source.attribution.get(lang));
            assert!(!source.attribution.get(lang).is_empty() && !source.licence.is_empty());
        }
        assert!(has("0.25") || has("0,25"), "the exponent is said");
        let failed = messages::ui::CHECK_FAILS.get(lang);
        assert!(!texts.iter().any(|t| t == failed), "an accounting check fails");
        assert!(texts.iter().any(|t| t == messages::ui::CHECK_HOLDS.get(lang)));
    }
}

#[test]
fn the_claims_of_the_smelters_are_shown() {
    let mut harness = open(Lang::Fr);
    ask(&mut harness, Action::OpenPreset(smelters()));
    show(&mut harness, Page::Method);
    assert!(says(&harness, "affirmé 20\u{a0}000"));
    assert!(says(&harness, "Communiqué des ministres, 2013"));
}

#[test]
fn an_assumption_opens_changes_and_resets() {
    let mut harness = open(Lang::Fr);
    let before = scenario(&harness);
    let row = |harness: &Shown, start: &str| {
        said(harness)
            .into_iter()
            .find(|(role, text)| *role == Role::Button && text.starts_with(start) && text.matches(", ").count() >= 2)
            .unwrap_or_else(|| panic!("no row {start}"))
            .1
    };
    let name = LIBRARY.parameter("saving_rate").unwrap().label.fr.clone();
    let first = row(&harness, &name);
    press(&mut harness, Role::Button, &first);
    type_in(&mut harness, &format!("{name} (%)"), "9,5", Key::Enter);
    assert_eq!(scenario(&harness).parameters["saving_rate"].value, 0.095);
    let changed = row(&harness, &name);
    assert!(
        changed.contains("9,5\u{a0}%") && changed.ends_with("à vous"),
        "{changed}"
    );
    assert!(says(&harness, "par défaut\u{a0}:"));
    let reset = said(&harness)
        .into_iter()
        .find(|(role, text)| *role == Role::Button && text.starts_with("Rétablir ") && text.contains(&name))
        .unwrap()
        .1;
    assert_eq!(reset, format!("Rétablir {name}"), "the name is said once");
    press(&mut harness, Role::Button, &reset);
    assert_eq!(scenario(&harness), before);
    assert_eq!(row(&harness, &name), first);
    press(&mut harness, Role::Button, &first);
    assert!(
        !has(&harness, Role::TextInput, &format!("{name} (%)")),
        "a second click closes the row"
    );
}

#[test]
fn every_assumption_opens_and_changes_nothing_by_opening() {
    let mut harness = open(Lang::Fr);
    let before = scenario(&harness);
    let study = harness.state().state.document().study().clone();
    for a in &study.assumptions {
        let name = retombees::report::words::assumption_with_phase(&study, a, Lang::Fr);
        let value = retombees::report::words::assumption_value(a, Lang::Fr);
        let start = format!("{name}, {value}, ");
        let row = said(&harness)
            .into_iter()
            .find(|(role, text)| *role == Role::Button && text.starts_with(&start))
            .unwrap_or_else(|| panic!("no row {start}"))
            .1;
        press(&mut harness, Role::Button, &row);
        let fields = said(&harness)
            .iter()
            .filter(|(role, text)| *role == Role::TextInput && text.starts_with(&name))
            .count();
        let typed = a.editable && a.code.is_none();
        assert_eq!(fields > 0, typed, "{name}");
    }
    assert_eq!(scenario(&harness), before);
}

// Files and dialogs

#[test]
fn closing_a_changed_project_asks_and_each_answer_does_what_it_says() {
    let mut harness = open(Lang::Fr);
    type_in(&mut harness, "Emplois directs", "120", Key::Enter);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::W);
    harness.run();
    assert!(says(
        &harness,
        "Enregistrer les modifications de «\u{a0}Alliance Magnésium, démonstration 2020\u{a0}»\u{a0}?"
    ));
    key(&mut harness, Key::Escape);
    assert!(!says(&harness, "Enregistrer les modifications"));
    assert_eq!(scenario(&harness).name.fr, "Alliance Magnésium, démonstration 2020");

    ask(&mut harness, Action::Close(0));
    press(&mut harness, Role::Button, "Enregistrer");
    assert!(matches!(harness.state().effects.last(), Some(Effect::PickSave(..))));
    assert!(!says(&harness, "Enregistrer les modifications"));
    let id = harness.state().state.document().id;
    ask(&mut harness, Action::SaveTo(id, "plein.ron".into()));
    ask(
        &mut harness,
        Action::Files(FileAction::Failed(Some(id), "plein.ron".into(), Failure::Full)),
    );
    assert!(says(&harness, "Il n’y a plus de place sur le disque"));
    press(&mut harness, Role::Button, "Annuler");
    assert_eq!(scenario(&harness).name.fr, "Alliance Magnésium, démonstration 2020");
    ask(&mut harness, Action::Close(0));
    press(&mut harness, Role::Button, "Enregistrer");
    ask(&mut harness, Action::SaveTo(id, "libre.ron".into()));
    let revision = harness.state().state.document().revision();
    ask(&mut harness, Action::Saved(id, "libre.ron".into(), revision));
    assert_eq!(scenario(&harness).name.fr, "Nouveau projet");
    ask(&mut harness, Action::OpenPreset(0));
    ask(&mut harness, Action::Close(0));
    type_in(&mut harness, "Emplois directs", "120", Key::Enter);
    ask(&mut harness, Action::Close(0));
    press(&mut harness, Role::Button, "Ne pas enregistrer");
    assert_eq!(scenario(&harness).name.fr, "Nouveau projet");
}

#[test]
fn the_keyboard_alone_answers_a_question() {
    let mut harness = open(Lang::En);
    type_in(&mut harness, "Direct jobs", "120", Key::Enter);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Q);
    harness.run();
    assert!(says(&harness, "Save before quitting?"));
    let mut presses = 0;
    while !node(&harness, Role::Button, "Quit without saving").is_focused() {
        key(&mut harness, Key::Tab);
        presses += 1;
        assert!(presses < 9, "the Tab key must stay in the dialog");
    }
    key(&mut harness, Key::Enter);
    assert_eq!(harness.state().effects.last(), Some(&Effect::Close));
}

#[test]
fn a_path_is_typed_where_no_dialog_service_exists() {
    let mut harness = open(Lang::Fr);
    ask(&mut harness, Action::AskPath(PathRequest::Open));
    harness.run();
    assert!(
        node(&harness, Role::TextInput, "Chemin du fichier").is_focused(),
        "ready to type"
    );
    // The keyboard must be able to leave an empty field.
    key(&mut harness, Key::Tab);
    assert!(
        !node(&harness, Role::TextInput, "Chemin du fichier").is_focused(),
        "the field holds the keyboard"
    );
    node(&harness, Role::TextInput, "Chemin du fichier").focus();
    harness.run();
    harness.event(egui::Event::Text("/maison/a.ron".to_owned()));
    harness.run();
    key(&mut harness, Key::Escape);
    assert_eq!(harness.state().state.dialog, None);
    // What was typed in one question must not answer another.
    let id = harness.state().state.document().id;
    ask(
        &mut harness,
        Action::AskPath(PathRequest::Save(id, "projet.ron".into())),
    );
    assert_eq!(
        node(&harness, Role::TextInput, "Chemin du fichier").value().unwrap(),
        "projet.ron"
    );
    press(&mut harness, Role::Button, "Valider");
    assert!(
        matches!(harness.state().effects.last(), Some(Effect::WriteNew(_, path)) if path.ends_with("projet.ron")),
        "{:?}",
        harness.state().effects.last()
    );
    ask(&mut harness, Action::AskPath(PathRequest::Open));
    assert_eq!(
        node(&harness, Role::TextInput, "Chemin du fichier")
            .value()
            .unwrap_or_default(),
        ""
    );
    harness.event(egui::Event::Text("b.ron".to_owned()));
    harness.run();
    key(&mut harness, Key::Enter);
    assert_eq!(harness.state().effects.last(), Some(&Effect::Read("b.ron".into())));
}

#[test]
fn a_refused_file_lists_all_that_is_wrong() {
    for lang in Lang::ALL {
        let mut harness = open(lang);
        let mut broken = scenario(&harness);
        broken.region = "99".into();
        broken.activity.recipe = "nothing".into();
        broken.phases[0].price_year = 1951;
        let bytes = file::write(&broken).unwrap().into_bytes();
        ask(&mut harness, Action::FileRead("casse.ron".into(), bytes));
        for place in ["region", "activity.recipe", "phases[0].price_year", "casse.ron"] {
            assert!(says(&harness, place), "{place}");
        }
        press(&mut harness, Role::Button, messages::ui::UNDERSTOOD.get(lang));
        assert_eq!(harness.state().state.dialog, None);
        assert!(!says(&harness, "phases[0].price_year"));
    }
}

#[test]
fn menus_open_and_their_commands_work() {
    let mut harness = open(Lang::Fr);
    click(&mut harness, Role::Button, "Fichier");
    for entry in [
        "Nouveau projet",
        "Ouvrir…",
        "Enregistrer",
        "Enregistrer sous…",
        "Quitter",
    ] {
        assert!(said(&harness).iter().any(|(_, t)| t.starts_with(entry)), "{entry}");
    }
    click(&mut harness, Role::Button, "Grappe de l’aluminium");
    press(&mut harness, Role::Button, "Alumineries du Québec, affirmation de 2013");
    assert_eq!(harness.state().state.documents.len(), 2);
    assert_eq!(scenario(&harness).region.as_str(), "QC");
    press(
        &mut harness,
        Role::Button,
        "Fermer Alumineries du Québec, affirmation de 2013",
    );
    assert_eq!(harness.state().state.documents.len(), 1);
    for (shortcut, effect) in [(Key::O, Effect::PickOpen), (Key::Q, Effect::Close)] {
        harness.key_press_modifiers(Modifiers::COMMAND, shortcut);
        harness.run();
        assert_eq!(harness.state().effects.last(), Some(&effect));
    }
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::S);
    harness.run();
    assert!(matches!(harness.state().effects.last(), Some(Effect::PickSave(..))));
    let effects = harness.state().effects.len();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    harness.run();
    let state = &harness.state().state;
    assert!(state.draft.open, "the page of a new project shows");
    assert_eq!((state.documents.len(), harness.state().effects.len()), (1, effects));
}

#[test]
fn the_theme_is_chosen_from_its_menu() {
    let mut harness = open(Lang::Fr);
    click(&mut harness, Role::Button, "Thème");
    press(&mut harness, Role::Button, "Contraste élevé");
    assert_eq!(
        harness.state().state.settings.theme,
        Some(ThemePreference::HighContrast)
    );
    assert_eq!(
        Theme::of(&harness.ctx).kind,
        retombees::ui::theme::ThemeKind::HighContrast
    );
    assert_eq!(harness.state().effects, [Effect::KeepSettings]);
}

#[test]
fn warnings_open_from_the_status_bar() {
    let mut harness = open(Lang::Fr);
    edit(
        &mut harness,
        Edit::Assumption(retombees::study::AssumptionKind::Sales(1), Some(1e6)),
    );
    let button = said(&harness)
        .into_iter()
        .find(|(role, text)| *role == Role::Button && text.contains("avertissement"))
        .unwrap()
        .1;
    press(&mut harness, Role::Button, &button);
    assert!(says(&harness, "dépassent les ventes"));
}

#[test]
fn a_chart_is_read_as_a_table_and_copied() {
    let mut harness = open(Lang::Fr);
    press(&mut harness, Role::Button, "Afficher en tableau");
    assert!(
        said(&harness)
            .iter()
            .any(|(role, text)| *role == Role::Row && text.starts_with("Emplois permanents, "))
    );
    press(&mut harness, Role::Button, "Copier");
    node(&harness, Role::Button, "Chiffres, pour un tableur").click_accesskit();
    harness.step();
    let copied = harness.output().platform_output.commands.iter().any(
        |command| matches!(command, egui::OutputCommand::CopyText(text) if text.contains("Emplois permanents\t102")),
    );
    assert!(copied, "{:?}", harness.output().platform_output.commands);
}

#[test]
fn a_chart_is_exported_from_its_card_as_it_stands() {
    let mut harness = open(Lang::Fr);
    node(&harness, Role::Button, "Exporter le graphique").click_accesskit();
    harness.run();
    press(&mut harness, Role::Button, "Page PDF…");
    let asked = harness.state().effects.iter().find_map(|effect| match effect {
        Effect::Export(ExportEffect::Pick(file)) => Some(file.clone()),
        _ => None,
    });
    let file = asked.expect("where to write it is asked");
    assert_eq!(file.file_name(), "effets.pdf");
    assert_eq!(file.project, "Alliance Magnésium, démonstration 2020");
    // To the clipboard goes the same picture, without a question.
    press(&mut harness, Role::Button, "Copier");
    press(&mut harness, Role::Button, "Image, pour un document");
    let copied = harness.state().effects.iter().find_map(|effect| match effect {
        Effect::Export(ExportEffect::Copy(file)) => Some(file.clone()),
        _ => None,
    });
    let copied = copied.expect("copied");
    assert_eq!((copied.kind, &copied.picture), (PictureKind::Png, &file.picture));
    assert_eq!((&copied.project, copied.lang), (&file.project, file.lang));
}

#[test]
fn a_shortcut_of_the_window_opens_no_list_that_has_the_focus() {
    let mut harness = open(Lang::Fr);
    node(&harness, Role::ComboBox, "Région d’étude").focus();
    harness.run();
    // As the window tells of it: the key, then the letter that it would write, both with Alt held.
    harness.event_modifiers(egui::Event::Text("5".to_owned()), egui::Modifiers::ALT);
    harness.key_press_modifiers(egui::Modifiers::ALT, Key::Num5);
    harness.run();
    assert_eq!(harness.state().state.page, Page::MoneyTrail);
    let regions = said(&harness).into_iter().filter(|(_, text)| text.contains("Gaspésie"));
    assert_eq!(regions.count(), 0, "the list of regions stays closed");
}

#[test]
fn dollars_typed_into_a_field_of_millions_are_refused_with_the_reason() {
    let mut harness = open(Lang::Fr);
    type_in(&mut harness, "Investissement (M$)", "98765432", Key::Enter);
    assert!(
        said(&harness)
            .iter()
            .any(|(_, text)| text.contains("en millions de dollars"))
    );
    let scenario = harness.state().state.document().scenario();
    assert!(!file::write(scenario).unwrap().contains("98765432"));
}

#[test]
fn a_table_is_copied_as_a_spreadsheet_reads_it() {
    let mut harness = open(Lang::Fr);
    press(&mut harness, Role::Tab, "Finances publiques");
    node(
        &harness,
        Role::Button,
        "Copier le tableau «\u{a0}Ce que chaque gouvernement donne et reçoit\u{a0}»",
    )
    .click_accesskit();
    harness.step();
    let commands = &harness.output().platform_output.commands;
    let copied = commands.iter().find_map(|command| match command {
        egui::OutputCommand::CopyText(text) => Some(text.clone()),
        _ => None,
    });
    let copied = copied.expect("copied");
    // The title stands first.
    let rows: Vec<Vec<&str>> = copied.lines().skip(1).map(|l| l.split('\t').collect()).collect();
    assert!(rows.len() > 4 && rows.iter().all(|r| r.len() == 7), "{copied}");
    assert_eq!(
        (rows[0][0], rows[1][0], rows[2][0]),
        ("Gouvernement", "Québec", "Fédéral")
    );
}

#[test]
fn the_saved_version_stays_behind_what_changes() {
    let mut harness = open(Lang::Fr);
    type_in(&mut harness, "Emplois directs", "200", Key::Enter);
    assert!(
        painted(&harness).keys().any(|t| t.starts_with('+')),
        "signed differences"
    );
    press(&mut harness, Role::CheckBox, "Écarts avec la version de départ");
    assert!(!painted(&harness).keys().any(|t| t.starts_with('+')));
    assert_eq!(harness.state().state.settings.ghost, Some(false));
}

#[test]
fn the_saved_version_of_a_phase_is_found_wherever_it_stands() {
    let mut harness = open(Lang::Fr);
    let saved = harness.state().state.document().study().phases[1].sourcing.local_share;
    // The construction goes: the operation now stands where it stood.
    edit(&mut harness, Edit::RemovePhase(0));
    let state = &harness.state().state;
    assert_eq!(retombees::ui::panels::scenario::saved_share(state, 0), Some(saved));
    assert_eq!(retombees::ui::panels::scenario::saved_share(state, 1), None);
    // Another operation has nothing to be compared with.
    edit(&mut harness, Edit::AddPhase(false));
    edit(&mut harness, Edit::Jobs(1, 500.0));
    edit(&mut harness, Edit::RemovePhase(0));
    let state = &harness.state().state;
    assert_eq!(retombees::ui::panels::scenario::saved_share(state, 0), None);
    assert!(
        !painted(&harness).keys().any(|t| t.starts_with('+')),
        "no difference with another phase"
    );
}

// For everybody

/// Lists what can be acted on: node, role, label.
fn controls(harness: &Shown) -> Vec<(egui::accesskit::NodeId, Role, String)> {
    harness
        .root()
        .children_recursive()
        .map(|node| node.accesskit_node())
        .filter(|node| {
            let data = node.data();
            let acts = [Accessible::Click, Accessible::SetValue, Accessible::Increment];
            // Scroll bars and splitters are egui's own.
            let own = !matches!(node.role(), Role::ScrollBar | Role::ScrollView | Role::Splitter);
            own && acts.into_iter().any(|a| data.supports_action(a)) && !node.is_hidden()
        })
        .map(|node| (node.locate().0, node.role(), node.label().unwrap_or_default()))
        .collect()
}

#[test]
fn every_control_has_a_name_on_every_page_in_both_languages() {
    for lang in Lang::ALL {
        for size in [WIDE, NARROW] {
            let mut harness = open_as(lang, ThemePreference::Light, size, 1.0);
            edit(&mut harness, Edit::LocalShare(1, Some(0.2)));
            edit(&mut harness, Edit::AddLine(1, "5A".into(), 1e6));
            every_page(&mut harness, |harness, page| {
                harness.check_accessibility();
                let controls = controls(harness);
                assert!(controls.len() > 20, "{page}: {}", controls.len());
                for (_, role, label) in &controls {
                    assert!(!label.trim().is_empty(), "{page}, {lang:?}: a {role:?} without a name");
                    assert!(!label.contains(['{', '}']), "{page}: {label}");
                }
            });
        }
    }
}

#[test]
fn the_tab_key_reaches_every_control() {
    for size in [WIDE, NARROW] {
        let mut harness = open_as(Lang::Fr, ThemePreference::Light, size, 1.0);
        edit(&mut harness, Edit::AddLine(1, "5A".into(), 1e6));
        every_page(&mut harness, |harness, page| {
            let wanted: BTreeMap<_, _> = harness
                .root()
                .children_recursive()
                .map(|node| node.accesskit_node())
                .filter(|node| {
                    let data = node.data();
                    data.supports_action(Accessible::Focus) && !node.is_disabled() && !node.is_hidden()
                })
                .map(|node| (node.locate().0, (node.role(), node.label().unwrap_or_default())))
                .collect();
            let mut reached = BTreeSet::new();
            for _ in 0..wanted.len() + 10 {
                harness.key_press(Key::Tab);
                harness.step();
                if let Some(id) = harness.ctx.memory(|m| m.focused()) {
                    reached.insert(id.accesskit_id());
                }
            }
            let missed: Vec<_> = wanted.iter().filter(|(id, _)| !reached.contains(*id)).collect();
            assert!(missed.is_empty(), "{page}: the Tab key misses {missed:?}");
            // What can be acted on takes the focus, or lies in a list moved through by arrows.
            for (id, role, label) in controls(harness) {
                let node = harness
                    .root()
                    .children_recursive()
                    .map(|node| node.accesskit_node())
                    .find(|node| node.locate().0 == id)
                    .unwrap();
                if !node.is_disabled() && !label.is_empty() {
                    assert!(wanted.contains_key(&id), "{page}: {role:?} {label:?} takes no focus");
                }
            }
            harness.key_press(Key::Escape);
            harness.run();
        });
    }
}

#[test]
fn no_two_controls_share_a_role_and_a_name() {
    for lang in Lang::ALL {
        let mut harness = open(lang);
        every_page(&mut harness, |harness, page| {
            let mut seen = BTreeMap::new();
            // A choice may stand twice, in the panel and on the page, each in its own group.
            for (_, role, label) in controls(harness).into_iter().filter(|c| c.1 != Role::RadioButton) {
                *seen.entry((format!("{role:?}"), label)).or_insert(0) += 1;
            }
            let groups: Vec<String> = said(harness)
                .into_iter()
                .filter(|(role, _)| *role == Role::RadioGroup)
                .map(|(_, name)| name)
                .collect();
            let distinct: BTreeSet<&String> = groups.iter().collect();
            assert_eq!(distinct.len(), groups.len(), "{page}: {groups:?}");
            // Each chart has the same three buttons.
            let buttons = [
                messages::widgets::SHOW_AS_TABLE,
                messages::widgets::COPY_CHART,
                messages::export::EXPORT_PICTURE,
            ];
            let charts: BTreeSet<&str> = buttons.iter().map(|m| m.get(lang)).collect();
            let twice: Vec<_> = seen
                .iter()
                .filter(|((_, label), n)| **n > 1 && !label.is_empty() && !charts.contains(label.as_str()))
                .collect();
            assert!(twice.is_empty(), "{page}: {twice:?}");
        });
    }
}

#[test]
fn every_size_theme_and_density_shows_every_page_without_a_missing_glyph() {
    // The harness panics at a character that no font can draw.
    for theme in [
        ThemePreference::Light,
        ThemePreference::Dark,
        ThemePreference::HighContrast,
    ] {
        for size in [WIDE, NARROW] {
            for pixels in [1.0, 2.0] {
                for lang in Lang::ALL {
                    let mut harness = open_as(lang, theme, size, pixels);
                    every_page(&mut harness, |harness, page| {
                        let texts = painted(harness);
                        // A comparison with nothing to compare says what to do, and no more.
                        let least = if page == "compare" { 20 } else { 40 };
                        assert!(texts.len() > least, "{page}: {}", texts.len());
                        // A government that gives nothing has nothing to recover; a line at its cap has no lever.
                        let absent = ["finances", "levers"].contains(&page);
                        assert!(absent || !texts.contains_key("–"), "{page}: something does not exist");
                    });
                }
            }
        }
    }
}

#[test]
fn in_a_narrow_window_cards_and_buttons_are_not_cut() {
    for lang in Lang::ALL {
        let mut harness = open_as(lang, ThemePreference::Light, NARROW, 1.0);
        let mut cut_anywhere = BTreeMap::new();
        every_page(&mut harness, |harness, page| {
            let texts = painted(harness);
            let cut: Vec<String> = texts.iter().filter(|(_, cut)| **cut).map(|(t, _)| t.clone()).collect();
            for text in card_texts(harness) {
                assert!(!cut.contains(&text), "{page}, {lang:?}: {text:?} is cut on its card");
            }
            for (_, role, label) in controls(harness) {
                if matches!(role, Role::Button | Role::Tab | Role::Link | Role::RadioButton) {
                    assert!(!cut.contains(&label), "{page}, {lang:?}: {role:?} {label:?} is cut");
                }
            }
            for text in cut {
                cut_anywhere.entry(text).or_insert_with(|| page.to_owned());
            }
        });
        // For the eye of whoever runs this with --nocapture.
        for (text, page) in cut_anywhere {
            println!("{lang:?}, {page}, cut: {text}");
        }
    }
}

/// Returns the texts of the headline cards that must be read whole.
fn card_texts(harness: &Shown) -> Vec<String> {
    let state = &harness.state().state;
    let scope = retombees::report::overview::Scope {
        study: state.document().study(),
        saved: None,
        library: &LIBRARY,
        territory: state.territory,
        lang: state.lang(),
    };
    let cards = retombees::report::overview::cards(&scope);
    cards
        .into_iter()
        .flat_map(|card| match card.figure {
            Ok(figure) => vec![card.label, figure.gross, figure.caption],
            Err(missing) => vec![card.label, missing.sentence, missing.action],
        })
        .collect()
}

#[test]
fn nothing_is_painted_beyond_the_window() {
    for size in [WIDE, NARROW] {
        for lang in Lang::ALL {
            let mut harness = open_as(lang, ThemePreference::Light, size, 1.0);
            nothing_beyond(&mut harness, size, lang);
            // Larger figures, and no rest of the province.
            ask(&mut harness, Action::OpenPreset(smelters()));
            nothing_beyond(&mut harness, size, lang);
        }
    }
}

fn nothing_beyond(harness: &mut Shown, size: (f32, f32), lang: Lang) {
    every_page(harness, |harness, page| {
        let right = size.0 + 16.0;
        for clipped in &harness.output().shapes {
            if let egui::Shape::Text(text) = &clipped.shape {
                let rect = text.visual_bounding_rect();
                if !rect.is_finite() {
                    continue;
                }
                let visible = clipped.clip_rect.intersect(rect);
                // A text cut by its frame at the right, while its frame does not scroll that way.
                let hidden = rect.right() > clipped.clip_rect.right() + 1.0 && visible.width() > 1.0;
                assert!(
                    !hidden && (visible.width() <= 0.0 || rect.right() <= right),
                    "{page}, {size:?}, {lang:?}: {:?} at {rect:?} in {:?}",
                    text.galley.job.text,
                    clipped.clip_rect
                );
            }
        }
    });
}

/// A small generator with a fixed seed, so that a failure can be seen again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below as u64) as usize
    }
}

fn pick<T: Clone>(of: &[T], dice: &mut Dice) -> T {
    of[dice.roll(of.len())].clone()
}

fn wheel(by: f32) -> egui::Event {
    egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: vec2(0.0, by),
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: egui::MouseWheelSource::Wheel,
    }
}

#[test]
fn a_restless_hand_breaks_nothing() {
    for (seed, size, lang) in [
        (2020, WIDE, Lang::Fr),
        (2013, NARROW, Lang::En),
        (1968, NARROW, Lang::Fr),
    ] {
        let mut dice = Dice(seed);
        let mut harness = open_as(lang, ThemePreference::Light, size, 1.0);
        let keys = [
            Key::Tab,
            Key::Tab,
            Key::Tab,
            Key::Enter,
            Key::Space,
            Key::Escape,
            Key::ArrowDown,
            Key::ArrowRight,
            Key::ArrowLeft,
            Key::Home,
            Key::End,
            Key::Backspace,
            Key::Delete,
            Key::PageDown,
        ];
        let mut changes = 0;
        for _ in 0..450 {
            let revision = harness.state().state.document().revision();
            let at = egui::pos2(dice.roll(size.0 as usize) as f32, dice.roll(size.1 as usize) as f32);
            match dice.roll(10) {
                0..=1 => {
                    harness.drag_at(at);
                    harness.step();
                    if dice.roll(3) == 0 {
                        harness.hover_at(at + vec2(dice.roll(90) as f32 - 45.0, 3.0));
                    }
                    harness.step();
                    harness.drop_at(at);
                }
                2 => {
                    let (_, role, label) = pick(&controls(&harness), &mut dice);
                    node(&harness, role, &label).click_accesskit();
                }
                6..=7 => {
                    let fields: Vec<_> = controls(&harness)
                        .into_iter()
                        .filter(|(_, role, _)| matches!(role, Role::TextInput | Role::Slider))
                        .collect();
                    // A question that holds the window may have no field.
                    if fields.is_empty() {
                        continue;
                    }
                    let (_, role, label) = pick(&fields, &mut dice);
                    node(&harness, role, &label).focus();
                    harness.step();
                    harness.event(egui::Event::Text(dice.roll(300).to_string()));
                }
                3 => {
                    harness.hover_at(at);
                    harness.event(wheel(dice.roll(400) as f32 - 200.0));
                }
                4 => {
                    let text = ["2", "9", "0", "1,5", ".", "-", "é", "œ", "1e9", "%"][dice.roll(10)];
                    harness.event(egui::Event::Text(text.to_owned()));
                }
                5 => {
                    let shortcut = [Key::Z, Key::Z, Key::A, Key::S, Key::A, Key::N, Key::W][dice.roll(7)];
                    harness.key_press_modifiers(Modifiers::COMMAND, shortcut);
                }
                _ => harness.key_press(keys[dice.roll(keys.len())]),
            }
            harness.step();
            harness.step();
            changes += usize::from(harness.state().state.document().revision() != revision);
        }
        // Whatever was done, the window comes to rest and its results are those of its scenario.
        harness.run_ok().expect("the window never comes to rest");
        let document = harness.state().state.document();
        let fresh = study::run(document.scenario(), &LIBRARY, &mut study::Cache::default()).unwrap();
        assert_eq!(fresh.figures(), document.study().figures());
        assert!(changes > 10, "{changes} changes");
    }
}

// Rest

/// Runs frames without input until no repaint is asked for, and returns how many it took.
fn frames_until_rest(ctx: &egui::Context, window: &mut Window, time: &mut f64) -> Option<usize> {
    for count in 1..=80 {
        *time += 1.0 / 60.0;
        let input = egui::RawInput {
            screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, vec2(WIDE.0, WIDE.1))),
            time: Some(*time),
            focused: true,
            ..Default::default()
        };
        let mut output = ctx.run_ui(input, |ui| window.frame(ui));
        output.textures_delta.clear();
        let delay = output.viewport_output[&egui::ViewportId::ROOT].repaint_delay;
        if delay == Duration::MAX {
            return Some(count);
        }
    }
    None
}

#[test]
fn a_window_left_alone_asks_for_no_frame() {
    for theme in [ThemePreference::Light, ThemePreference::System] {
        let ctx = egui::Context::default();
        Theme::install(&ctx, root::theme_choice(theme));
        let mut window = Window::new(Lang::Fr, theme);
        let mut time = 0.0;
        let actions = [
            Action::Dismiss,
            Action::ShowPage(Page::Spending),
            Action::ShowPage(Page::Method),
            Action::ShowPage(Page::Overview),
            Action::Edit(Edit::Jobs(1, 200.0), Gesture::Once),
            Action::Undo,
            Action::SetLang(Lang::En),
            Action::Close(0),
            Action::New,
        ];
        for action in actions {
            window.waiting.push(action.clone());
            let rest = frames_until_rest(&ctx, &mut window, &mut time);
            assert!(rest.is_some(), "after {action:?}: {:?}", ctx.repaint_causes());
            // One more frame, as a passing mouse would cause, must not start anything again.
            assert!(frames_until_rest(&ctx, &mut window, &mut time).is_some_and(|n| n <= 2));
        }
    }
}

/// Puts a number in a field by its accessible name, wherever it is scrolled to.
fn enter(harness: &mut Shown, label: &str, text: &str) {
    // The name of a field goes on with its unit, and says when the user changed it.
    let named = said(harness)
        .into_iter()
        .find(|(role, said)| *role == Role::TextInput && said.starts_with(label));
    let (_, whole) = named.unwrap_or_else(|| panic!("no field {label}"));
    node(harness, Role::TextInput, &whole).scroll_to_me();
    harness.run();
    type_in(harness, &whole, text, Key::Enter);
}

#[test]
fn public_finances_say_when_support_comes_back_and_follow_what_is_asked() {
    let mut harness = open(Lang::Fr);
    show(&mut harness, Page::Finances);
    assert!(says(
        &harness,
        "Québec récupérerait ses 30,0\u{a0}M$ en 2024 si le projet se poursuit, jamais s’il ferme en 2023"
    ));
    press(&mut harness, Role::RadioButton, "coût net");
    assert!(harness.state().state.finances.net_cost);
    assert!(says(&harness, "Québec récupérerait ses 12,1\u{a0}M$"));
    press(&mut harness, Role::RadioButton, "Fédéral");
    assert!(says(&harness, "Le gouvernement fédéral récupérerait"));
    for lang in Lang::ALL {
        ask(&mut harness, Action::SetLang(lang));
        assert!(says(
            &harness,
            if lang == Lang::Fr {
                "Disposition de l’ISQ"
            } else {
                "ISQ layout"
            }
        ));
    }
}

#[test]
fn support_is_edited_undone_and_removed() {
    let mut harness = open(Lang::Fr);
    show(&mut harness, Page::Finances);
    let loan = |harness: &Shown| match &scenario(harness).support[1].kind {
        retombees::scenario::SupportKind::Loan { amount, rate, .. } => (amount.value, rate.as_ref().map(|r| r.value)),
        other => panic!("{other:?}"),
    };
    assert_eq!(loan(&harness), (12.5e6, None));
    enter(&mut harness, "Montant – Prêt, gouvernement du Québec", "20");
    assert_eq!(loan(&harness).0, 20e6);
    enter(&mut harness, "Taux d’intérêt – Prêt, gouvernement du Québec", "2,5");
    assert_eq!(loan(&harness).1, Some(0.025));
    assert_eq!(undo_steps(&harness), 2);
    ask(&mut harness, Action::Undo);
    ask(&mut harness, Action::Undo);
    assert_eq!(loan(&harness), (12.5e6, None));
    press(&mut harness, Role::Button, "Retirer Prêt, gouvernement du Québec");
    assert_eq!(scenario(&harness).support.len(), 3);
    ask(&mut harness, Action::Undo);
    assert_eq!(scenario(&harness).support.len(), 4);
}

#[test]
fn an_early_closure_is_moved_removed_and_studied_again() {
    let mut harness = open(Lang::En);
    show(&mut harness, Page::Finances);
    enter(&mut harness, "Last year if it closes early", "2030");
    assert_eq!(scenario(&harness).early_closure.unwrap().value, 2030.0);
    assert!(says(&harness, "even if it closes in 2030"));
    press(&mut harness, Role::Button, "Remove the early closure");
    assert_eq!(scenario(&harness).early_closure, None);
    assert!(!says(&harness, "closes in"));
    press(&mut harness, Role::Button, "Study an early closure");
    assert!(scenario(&harness).early_closure.is_some());
}

#[test]
fn factors_from_gross_to_net_are_typed_and_taken_back() {
    let mut harness = open(Lang::Fr);
    assert!(card(&harness, "Emplois permanents").contains("net"));
    enter(&mut harness, "Déplacement (exploitation)", "20");
    let study = harness.state().state.document().study();
    let factor = study.operation().unwrap().net_factor();
    assert!((factor - 0.75 * 0.8).abs() < 1e-12, "{factor}");
    ask(
        &mut harness,
        Action::Edit(Edit::Public(retombees::app::PublicEdit::Preset(1, None)), Gesture::Once),
    );
    let study = harness.state().state.document().study();
    assert_eq!(study.operation().unwrap().factors, None);
    assert!(!card(&harness, "Emplois permanents").contains("net"));
    ask(&mut harness, Action::Undo);
    assert!(card(&harness, "Emplois permanents").contains("net"));
}

#[test]
fn years_are_said_in_three_kinds_of_dollars() {
    let mut harness = open(Lang::Fr);
    show(&mut harness, Page::Timeline);
    assert!(says(&harness, "dollars constants de 2021"));
    press(&mut harness, Role::RadioButton, "courants");
    assert!(says(&harness, "dollars courants"));
    press(&mut harness, Role::RadioButton, "actualisés");
    assert!(says(&harness, "valeur actualisée en 2020"));
}

#[test]
fn every_edit_of_public_money_is_one_step_that_is_taken_back_whole() {
    use retombees::app::{NetFactor, PublicEdit, SupportNumber, TaxBaseNumber};
    use retombees::ids::SupportId;
    use retombees::scenario::{Government, Input, SupportKind};
    let loan = SupportId::new("quebec-loan");
    let grant = SupportKind::Grant {
        amount: Input::user(2e6),
    };
    let edits = [
        PublicEdit::Add(Government::Federal, None, Box::new(grant)),
        PublicEdit::Remove(loan.clone()),
        PublicEdit::Government(loan.clone(), Government::Municipal),
        PublicEdit::Year(loan.clone(), 2021),
        PublicEdit::Label(loan.clone(), Lang::Fr, "Prêt participatif".into()),
        PublicEdit::Number(loan.clone(), SupportNumber::Term, Some(15.0)),
        PublicEdit::Number(loan, SupportNumber::Moratorium, Some(1.0)),
        PublicEdit::EarlyClosure(Some(2025)),
        PublicEdit::Factor(0, NetFactor::Reference, Some(0.1)),
        PublicEdit::Preset(0, Some("medium".into())),
        PublicEdit::TaxBase(1, TaxBaseNumber::Value, Some(30e6)),
        PublicEdit::LawYear(Some(2026)),
    ];
    let mut harness = open(Lang::Fr);
    let before = scenario(&harness);
    for change in edits {
        edit(&mut harness, Edit::Public(change.clone()));
        assert_ne!(scenario(&harness), before, "{change:?}");
        assert_eq!(undo_steps(&harness), 1, "{change:?}");
        ask(&mut harness, Action::Undo);
        assert_eq!(scenario(&harness), before, "{change:?}");
    }
}
