//! Palette, help, glossary, tour and the answer to “why this figure?”, as people use them.

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
use retombees::app::commands::Command;
use retombees::app::palette::{Target, search};
use retombees::app::view::TOUR_STEPS;
use retombees::app::{
    Action, AppState, Edit, Effect, Gesture, HelpSection, Overlay, Page, Settings, ThemePreference, ViewAction, update,
};
use retombees::data::library::Library;
use retombees::report::glossary::TERMS;
use retombees::report::overview::Scope;
use retombees::report::why::why;
use retombees::report::{income, jobs, overview};
use retombees::scenario::{file, presets::SHIPPED};
use retombees::study::{self, Cache, Effect as Step, Measure, Territory};
use retombees::text::Lang;
use retombees::ui::root;
use retombees::ui::theme::Theme;

static LIBRARY: LazyLock<Arc<Library>> = LazyLock::new(|| Arc::new(Library::embedded().unwrap()));

struct Window {
    state: AppState,
    waiting: Vec<Action>,
    effects: Vec<Effect>,
}

impl Window {
    fn frame(&mut self, ui: &mut egui::Ui) {
        for action in std::mem::take(&mut self.waiting) {
            self.effects.extend(update(&mut self.state, action));
        }
        root::show(ui, &self.state, &mut self.waiting);
        if !self.waiting.is_empty() {
            ui.ctx().request_repaint();
        }
    }
}

type Shown = Harness<'static, Window>;

fn start(lang: Lang) -> AppState {
    AppState::new(LIBRARY.clone(), Settings::default(), lang).unwrap()
}

fn open_at(lang: Lang, (width, height): (f32, f32)) -> Shown {
    let window = Window {
        state: start(lang),
        waiting: Vec::new(),
        effects: Vec::new(),
    };
    let mut harness = Harness::builder()
        .with_size(vec2(width + 16.0, height + 16.0))
        .with_max_steps(12)
        .with_context_setup(|ctx| Theme::install(ctx, root::theme_choice(ThemePreference::Light)))
        .build_ui_state(|ui, window: &mut Window| window.frame(ui), window);
    harness.run();
    harness
}

fn open(lang: Lang) -> Shown {
    open_at(lang, (1440.0, 900.0))
}

fn keys(harness: &mut Shown, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run();
}

fn key(harness: &mut Shown, key: Key) {
    keys(harness, Modifiers::NONE, key);
}

fn text(harness: &mut Shown, typed: &str) {
    harness.event(egui::Event::Text(typed.to_owned()));
    harness.run();
}

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
        .collect()
}

fn says(harness: &Shown, text: &str) -> bool {
    said(harness).iter().any(|(_, t)| t.contains(text))
}

fn node<'a>(harness: &'a Shown, role: Role, label: &str) -> egui_kittest::Node<'a> {
    let mut nodes = harness.root().children_recursive();
    let found = nodes.find(|node| {
        let node = node.accesskit_node();
        node.role() == role && node.label().is_some_and(|l| l.starts_with(label))
    });
    found.unwrap_or_else(|| panic!("no {role:?} begins with {label:?}: {:?}", said(harness)))
}

fn overlay(harness: &Shown) -> Option<Overlay> {
    harness.state().state.view.overlay
}

// Palette

#[test]
fn control_k_finds_a_page_by_a_few_letters_without_accents() {
    let mut harness = open(Lang::Fr);
    keys(&mut harness, Modifiers::COMMAND, Key::K);
    assert_eq!(overlay(&harness), Some(Overlay::Palette));
    text(&mut harness, "methode");
    key(&mut harness, Key::Enter);
    assert_eq!(overlay(&harness), None);
    assert_eq!(harness.state().state.page, Page::Method);
    // Opened again, it forgets the words and remembers the command.
    keys(&mut harness, Modifiers::COMMAND, Key::K);
    assert_eq!(harness.state().state.view.recent, [Command::Page(Page::Method)]);
    assert!(says(&harness, "récent") || says(&harness, "déjà affiché"));
    key(&mut harness, Key::Escape);
    assert_eq!(overlay(&harness), None);
    assert_eq!(harness.state().state.page, Page::Method, "Escape runs nothing");
}

#[test]
fn words_of_the_other_language_find_the_same_command() {
    let state = start(Lang::Fr);
    let first = |query: &str| search(&state, query).first().map(|f| f.target.clone());
    assert_eq!(first("timeline"), Some(Target::Command(Command::Page(Page::Timeline))));
    assert_eq!(
        first("calendrier"),
        Some(Target::Command(Command::Page(Page::Timeline)))
    );
    assert_eq!(first("clndr"), Some(Target::Command(Command::Page(Page::Timeline))));
    assert!(search(&state, "xqzw").is_empty());
}

#[test]
fn the_word_for_a_kind_finds_all_of_it_and_recent_files_open() {
    for lang in Lang::ALL {
        let mut state = start(lang);
        let path = std::path::PathBuf::from("/work/projets/laiterie.ron");
        let gone = std::path::PathBuf::from("/work/projets/partie.ron");
        state.safety.recent = [(path.clone(), false), (gone, true)]
            .map(|(path, missing)| retombees::app::recovery::Recent { path, missing })
            .into();
        for word in ["assumption", "hypothèse", "hyp"] {
            let found = search(&state, word);
            let count = found
                .iter()
                .filter(|f| matches!(f.target, Target::Assumption(_)))
                .count();
            let all = state.document().study().assumptions.len();
            assert_eq!(count, all, "{word}");
        }
        for word in ["recent", "récent", "laiterie", "projets"] {
            let found: Vec<_> = search(&state, word)
                .into_iter()
                .filter(|f| matches!(f.target, Target::Recent(_)))
                .collect();
            assert_eq!(found.len(), 1, "{word}: the file that is there");
            assert_eq!(found[0].target, Target::Recent(path.clone()));
            assert!(found[0].title.contains("/work/projets"), "{}", found[0].title);
        }
    }
}

#[test]
fn a_command_that_can_do_nothing_says_why_and_keeps_the_palette_open() {
    let mut harness = open(Lang::En);
    keys(&mut harness, Modifiers::COMMAND, Key::K);
    text(&mut harness, "undo");
    assert!(says(&harness, "nothing to undo"));
    key(&mut harness, Key::Enter);
    assert_eq!(overlay(&harness), Some(Overlay::Palette));
}

#[test]
fn arrows_choose_and_an_assumption_opens_where_it_stands() {
    let mut harness = open(Lang::Fr);
    keys(&mut harness, Modifiers::COMMAND, Key::K);
    text(&mut harness, "saisir xyz");
    assert!(says(&harness, "Rien ne répond"));
    key(&mut harness, Key::Escape);
    let state = &harness.state().state;
    let found = search(state, "épargne");
    let Some(Target::Assumption(at)) = found
        .iter()
        .map(|f| f.target.clone())
        .find(|t| matches!(t, Target::Assumption(_)))
    else {
        panic!("{found:?}")
    };
    let note = state.document().study().assumptions[at].note.clone();
    let position = found.iter().position(|f| f.target == Target::Assumption(at)).unwrap();
    keys(&mut harness, Modifiers::COMMAND, Key::K);
    text(&mut harness, "épargne");
    for _ in 0..position {
        key(&mut harness, Key::ArrowDown);
    }
    key(&mut harness, Key::Enter);
    assert_eq!(overlay(&harness), None);
    if let Some(note) = note {
        assert!(says(&harness, note.get(Lang::Fr)), "its details show");
    }
}

#[test]
fn every_command_has_words_and_its_own_keys() {
    let state = start(Lang::Fr);
    let mut seen = Vec::new();
    for command in Command::all(&state) {
        for lang in Lang::ALL {
            let title = command.title(&state, lang);
            assert!(!title.is_empty() && !title.contains('{'), "{command:?}: {title}");
        }
        let entry = command.entry();
        for keys in [entry.keys, entry.also].into_iter().flatten() {
            assert!(Key::from_name(keys.key).is_some(), "{keys:?}");
            assert!(!seen.contains(&keys), "{command:?} shares {keys:?}");
            seen.push(keys);
        }
    }
    assert!(seen.len() > 20);
}

// Help

#[test]
fn f1_opens_the_help_and_escape_closes_it() {
    let mut harness = open(Lang::Fr);
    key(&mut harness, Key::F1);
    assert_eq!(overlay(&harness), Some(Overlay::Help(HelpSection::Shortcuts)));
    for words in ["Ctrl+K", "F1", "Annuler", "Page suivante"] {
        assert!(says(&harness, words), "{words}");
    }
    key(&mut harness, Key::F1);
    assert_eq!(overlay(&harness), None);
    text(&mut harness, "?");
    assert!(overlay(&harness).is_some());
    key(&mut harness, Key::Escape);
    assert_eq!(overlay(&harness), None);
}

#[test]
fn a_question_mark_typed_in_a_field_is_only_typed() {
    let mut harness = open(Lang::Fr);
    node(&harness, Role::TextInput, "Nom du projet").focus();
    harness.run();
    text(&mut harness, "?");
    assert_eq!(overlay(&harness), None);
    let name = &harness.state().state.document().scenario().name;
    assert!(name.fr.contains('?'), "{name:?}");
}

#[test]
fn the_glossary_is_searched_in_both_languages() {
    assert!(TERMS.len() >= 25, "{}", TERMS.len());
    for (lang, query, name, other) in [
        (Lang::Fr, "aubaine", "Effet d’aubaine", "Fuites"),
        (Lang::En, "leak", "Leakage", "Deadweight"),
    ] {
        let mut harness = open(lang);
        let open = Action::View(ViewAction::Open(Overlay::Help(HelpSection::Glossary)));
        harness.state_mut().waiting.push(open);
        harness.run();
        text(&mut harness, query);
        let labels: Vec<String> = said(&harness).into_iter().map(|(_, t)| t).collect();
        assert!(labels.iter().any(|t| t == name), "{name}");
        assert!(!labels.iter().any(|t| t == other), "{other}");
    }
}

#[test]
fn limits_are_reached_from_a_figure_and_shown() {
    let mut harness = open(Lang::Fr);
    node(&harness, Role::Button, "Emplois permanents").click();
    harness.run();
    assert!(says(&harness, "204 = directs 102"), "the formula with its figures");
    assert!(says(&harness, "emplois salariés ÷"), "the cell");
    assert!(says(&harness, "Statistique Canada, Tableaux"), "the publisher");
    node(&harness, Role::Link, "Limites de la méthode").click_accesskit();
    harness.run();
    assert_eq!(harness.state().state.page, Page::Method);
    assert!(!harness.state().state.view.reveal_limits);
    assert!(says(&harness, "Coefficients fixes") && says(&harness, "Emplois salariés seulement"));
}

// Tour

#[test]
fn the_tour_shows_at_the_very_first_start_and_never_by_itself_again() {
    let mut state = start(Lang::Fr);
    let effects = update(&mut state, Action::View(ViewAction::Started));
    assert_eq!(
        (state.view.overlay, effects),
        (Some(Overlay::Tour(0)), vec![Effect::KeepSettings])
    );
    update(&mut state, Action::View(ViewAction::Close));
    update(&mut state, Action::View(ViewAction::Started));
    assert_eq!(state.view.overlay, None);
    // The help brings it back.
    let again = Command::Tour.action(&state);
    update(&mut state, again);
    assert_eq!(state.view.overlay, Some(Overlay::Tour(0)));
}

#[test]
fn the_tour_is_walked_by_keyboard_and_holds_nothing_back() {
    for size in [(1440.0, 900.0), (1024.0, 700.0)] {
        let mut harness = open_at(Lang::Fr, size);
        harness.state_mut().waiting.push(Action::View(ViewAction::Started));
        harness.run();
        for step in 0..TOUR_STEPS {
            assert_eq!(overlay(&harness), Some(Overlay::Tour(step)));
            let title = format!("Visite, étape {} sur {TOUR_STEPS}", step + 1);
            assert!(says(&harness, &title), "{title}");
            key(&mut harness, Key::Enter);
        }
        assert_eq!(overlay(&harness), None);
        // While it shows, the document is edited as ever.
        harness.state_mut().waiting.push(Command::Tour.action(&start(Lang::Fr)));
        harness.run();
        keys(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
        assert!(harness.state().state.document().is_modified());
        key(&mut harness, Key::Escape);
        assert_eq!(overlay(&harness), None);
    }
}

// Why

fn number(text: &str) -> f64 {
    let plain: String = text
        .chars()
        .filter(|c| !matches!(c, '\u{a0}' | ' '))
        .map(|c| match c {
            ',' => '.',
            '\u{2212}' => '-',
            c => c,
        })
        .collect();
    plain.parse().unwrap_or_else(|_| panic!("{text:?} is no number"))
}

#[test]
fn every_headline_figure_says_why_and_its_parts_make_the_whole() {
    let mut cache = Cache::default();
    for (name, text) in SHIPPED {
        let scenario = file::read(text.as_bytes()).unwrap();
        let study = study::run(&scenario, &LIBRARY, &mut cache).unwrap();
        for territory in [Territory::Study, Territory::Province, Territory::Country] {
            for lang in Lang::ALL {
                let scope = Scope {
                    study: &study,
                    saved: None,
                    library: &LIBRARY,
                    territory,
                    lang,
                };
                let cards = [overview::cards(&scope), jobs::cards(&scope), income::cards(&scope)].concat();
                for card in cards.iter().filter(|c| c.figure.is_ok()) {
                    let why = why(&scope, card).unwrap_or_else(|| panic!("{name}: no why for {}", card.id));
                    let gross = &card.figure.as_ref().unwrap().gross;
                    assert!(why.title.contains(gross.as_str()));
                    let all = why.steps.join("\n");
                    assert!(!all.contains('{') && !all.is_empty(), "{name}: {all}");
                    assert!(!why.sources.is_empty(), "{name}: {}", card.id);
                    let counted = all.contains(gross.as_str());
                    assert!(
                        counted || card.id == "resident_jobs",
                        "{name}, {}: {gross} in {all}",
                        card.id
                    );
                }
                // What the industries bring, added up, is what the study counts beyond the project.
                let (Some(phase), Lang::Fr) = (study.operation(), lang) else {
                    continue;
                };
                let card = cards.iter().find(|c| c.id == "jobs").unwrap();
                let table = why(&scope, card).unwrap().table.unwrap();
                let listed: f64 = table.rows.iter().map(|row| number(row.last().unwrap())).sum();
                let steps = [Step::IndirectFirst, Step::IndirectOther, Step::Induced];
                let counted: f64 = steps
                    .iter()
                    .map(|e| study.value(phase, Measure::Jobs, *e, territory))
                    .sum();
                let rounding = 0.05 * table.rows.len() as f64 + 1e-9;
                assert!((listed - counted).abs() <= rounding, "{name}: {listed} and {counted}");
            }
        }
    }
}

#[test]
fn the_cell_of_the_answer_is_that_of_the_published_table() {
    let state = start(Lang::Fr);
    let study = state.document().study();
    let scope = Scope {
        study,
        saved: None,
        library: &LIBRARY,
        territory: Territory::Study,
        lang: Lang::Fr,
    };
    let cards = overview::cards(&scope);
    let answer = why(&scope, &cards[0]).unwrap();
    let top = &answer.table.as_ref().unwrap().rows[0][0];
    let industry = LIBRARY
        .economy
        .industries
        .iter()
        .position(|i| i.short.fr == *top)
        .unwrap();
    let retombees::data::economy::Table::Trade(table) = &LIBRARY.economy.table else {
        panic!("the shipped account is given by trade")
    };
    let quebec = LIBRARY.economy.region("QC").unwrap();
    let jobs = table.employment[(industry, quebec)];
    let output: f64 = (0..LIBRARY.economy.regions.len() + 1)
        .map(|d| table.trade[industry][(quebec, d)])
        .sum();
    let cell = &answer.cells[0];
    for figure in [
        retombees::text::number::whole(jobs, Lang::Fr),
        retombees::text::number::whole(output, Lang::Fr),
        retombees::text::number::decimal(jobs / output, 2, Lang::Fr),
    ] {
        assert!(cell.contains(&figure), "{figure} in {cell}");
    }
}

#[test]
fn a_change_shows_as_a_chip_that_says_what_it_counts() {
    let mut harness = open(Lang::Fr);
    let edit = Action::Edit(Edit::Jobs(1, 114.0), Gesture::Once);
    harness.state_mut().waiting.push(edit);
    harness.run();
    let mut texts = Vec::new();
    fn walk(shape: &egui::Shape, out: &mut Vec<String>) {
        match shape {
            egui::Shape::Text(text) => out.push(text.galley.text().to_owned()),
            egui::Shape::Vec(shapes) => shapes.iter().for_each(|s| walk(s, out)),
            _ => {}
        }
    }
    for clipped in &harness.output().shapes {
        walk(&clipped.shape, &mut texts);
    }
    let chip = texts.iter().find(|t| t.starts_with('+') && t.ends_with("emplois"));
    assert!(chip.is_some(), "{texts:?}");
}

#[test]
fn palette_help_and_tour_stay_inside_the_smallest_window() {
    let size = (1024.0, 700.0);
    for lang in Lang::ALL {
        for shown in [
            Overlay::Palette,
            Overlay::Help(HelpSection::Shortcuts),
            Overlay::Help(HelpSection::Glossary),
            Overlay::Help(HelpSection::Limits),
            Overlay::Tour(0),
            Overlay::Tour(4),
            Overlay::Tour(5),
        ] {
            let mut harness = open_at(lang, size);
            harness.state_mut().waiting.push(Action::View(ViewAction::Open(shown)));
            harness.run();
            for clipped in &harness.output().shapes {
                if let egui::Shape::Text(text) = &clipped.shape {
                    let rect = text.visual_bounding_rect();
                    let visible = clipped.clip_rect.intersect(rect);
                    let cut =
                        rect.is_finite() && visible.width() > 1.0 && rect.right() > clipped.clip_rect.right() + 1.0;
                    assert!(!cut, "{shown:?}, {lang:?}: {:?}", text.galley.text());
                }
            }
        }
    }
}
