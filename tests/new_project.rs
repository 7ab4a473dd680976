//! A project from nothing: its page, its phases on a line of time, its facts and the benefits that no figure counts; through labels and the keyboard.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::sync::{Arc, LazyLock};

use egui::{Key, Modifiers, Role, vec2};
use egui_kittest::kittest::NodeT;
use egui_kittest::{Harness, Node};
use retombees::app::{
    Action, AppState, Draft, DraftAction, DraftNumber, DraftYear, Edit, FactsEdit, Gesture, PhasesEdit, PublicEdit,
    Settings, update,
};
use retombees::data::library::Library;
use retombees::export::json;
use retombees::ids::{Local, RegionCode};
use retombees::report::full::{Block, Subject, blocks};
use retombees::scenario::{Basis, PhaseKind, Scenario, file, presets};
use retombees::study::{self, AssumptionKind, Cache, Effect, Measure, Territory};
use retombees::text::messages::project as words;
use retombees::text::{Lang, number};
use retombees::ui::root;
use retombees::ui::theme::{Theme, ThemeChoice};

static LIBRARY: LazyLock<Arc<Library>> = LazyLock::new(|| Arc::new(Library::embedded().unwrap()));

const CONSTRUCTION: usize = 0;
const OPERATION: usize = 1;

fn start() -> AppState {
    AppState::new(LIBRARY.clone(), Settings::default(), Lang::Fr).unwrap()
}

fn act(state: &mut AppState, action: DraftAction) {
    update(state, Action::Draft(action));
}

fn once(state: &mut AppState, edit: Edit) {
    update(state, Action::Edit(edit, Gesture::Once));
    assert_eq!(state.document().refused, None);
}

fn steps(state: &AppState) -> usize {
    let mut history = state.document().history.clone();
    let any = state.document().scenario().clone();
    (0..).take_while(|_| history.undo(&any).is_some()).count()
}

fn magnesium() -> DraftAction {
    DraftAction::Activity(Some("magnesium-smelting".into()), "331410".into())
}

/// Says everything that a project needs.
fn describe(state: &mut AppState) {
    update(state, Action::New);
    act(state, DraftAction::Region(RegionCode::new("05")));
    act(state, magnesium());
    act(state, DraftAction::Number(DraftNumber::Investment, Some(143.7e6)));
    act(state, DraftAction::Number(DraftNumber::Jobs, Some(102.0)));
}

// The draft

#[test]
fn a_draft_says_what_is_missing_and_makes_nothing_before_all_is_said() {
    let mut state = start();
    update(&mut state, Action::New);
    assert!(state.draft.open);
    assert_eq!(
        state.draft.region,
        Some(RegionCode::new("05")),
        "that of the project in front"
    );
    let missing = |state: &AppState| state.draft.missing();
    assert_eq!(
        missing(&state),
        [words::MISSING_ACTIVITY, words::MISSING_INVESTMENT, words::MISSING_JOBS],
        "the numbers start empty"
    );
    act(&mut state, DraftAction::Create);
    assert_eq!((state.documents.len(), state.draft.open), (1, true));
    act(&mut state, magnesium());
    act(&mut state, DraftAction::Number(DraftNumber::Investment, Some(5e6)));
    assert_eq!(missing(&state), [words::MISSING_JOBS]);
    assert!(state.draft.study.is_none());
    act(&mut state, DraftAction::Number(DraftNumber::Jobs, Some(12.0)));
    assert_eq!(missing(&state), []);
    assert!(state.draft.study.is_some());
}

#[test]
fn the_first_result_is_that_of_the_project_made() {
    let mut state = start();
    describe(&mut state);
    act(&mut state, DraftAction::Number(DraftNumber::LocalShare, Some(0.2)));
    let shown = state.draft.study.clone().unwrap();
    act(&mut state, DraftAction::Create);
    assert!(!state.draft.open);
    assert_eq!((state.documents.len(), state.active), (2, 1));
    let document = state.document();
    assert!(
        document.is_modified() && document.path.is_none(),
        "there is something to save"
    );
    assert_eq!(document.history.undo_name(), None);
    let made = document.scenario();
    assert_eq!(
        made.name,
        Local::new("Production de magnésium, Estrie", "Magnesium smelting, Estrie")
    );
    match (&made.phases[CONSTRUCTION].kind, &made.phases[OPERATION].kind) {
        (PhaseKind::Construction { investment, .. }, PhaseKind::Operation { jobs, .. }) => {
            assert_eq!((investment.value, jobs.value), (143.7e6, 102.0));
            assert_eq!((investment.basis, jobs.basis), (Basis::User, Basis::User));
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(made.phases[OPERATION].local_share.as_ref().unwrap().value, 0.2);
    let study = document.study();
    for (a, b) in shown.phases.iter().zip(&study.phases) {
        for measure in [Measure::Jobs, Measure::Gdp, Measure::Wages] {
            let total = |s: &study::Study, p| s.total(p, measure, Territory::Study);
            assert_eq!(total(&shown, a), total(study, b));
        }
    }
    // The page begins again, in the same region; nothing of the project made is left on it.
    update(&mut state, Action::New);
    assert_eq!(state.draft.region, Some(RegionCode::new("05")));
    assert_eq!(state.draft.missing().len(), 3);
}

#[test]
fn what_is_typed_is_kept_when_the_page_is_left() {
    let mut state = start();
    describe(&mut state);
    act(&mut state, DraftAction::Name("Usine".into()));
    act(&mut state, DraftAction::Leave);
    assert_eq!((state.draft.open, state.documents.len()), (false, 1));
    update(&mut state, Action::OpenPreset(1));
    update(&mut state, Action::New);
    assert_eq!((state.draft.jobs, state.draft.investment), (Some(102.0), Some(143.7e6)));
    act(&mut state, DraftAction::Create);
    assert_eq!(state.document().scenario().name, Local::same("Usine"));
}

#[test]
fn a_share_out_of_reach_is_refused_with_what_can_be_reached() {
    let mut state = start();
    describe(&mut state);
    let default = state.draft.study.as_ref().unwrap().phases[OPERATION]
        .sourcing
        .default_share;
    act(&mut state, DraftAction::Number(DraftNumber::LocalShare, Some(0.99)));
    assert!(!state.draft.problems.is_empty());
    let most = state.draft.maximum().unwrap();
    assert!(most < 0.99 && most >= default);
    // The other answers still show what they give.
    let reached = state.draft.study.as_ref().unwrap().phases[OPERATION]
        .sourcing
        .local_share;
    assert!((reached - default).abs() < 1e-9);
    act(&mut state, DraftAction::Create);
    assert_eq!(state.documents.len(), 1, "nothing is made of a refused answer");
    act(&mut state, DraftAction::Number(DraftNumber::LocalShare, Some(most)));
    assert_eq!(state.draft.problems, []);
    act(&mut state, DraftAction::Restore(DraftNumber::LocalShare));
    assert_eq!(state.draft.local_share, None, "the value from before the typing");
}

#[test]
fn assumptions_and_years_of_a_draft_are_changed_and_reset() {
    let mut state = start();
    describe(&mut state);
    let wage = |state: &AppState| {
        let study = state.draft.study.as_ref().unwrap();
        let kind = AssumptionKind::AnnualWage(OPERATION);
        study.assumptions.iter().find(|a| a.kind == kind).cloned().unwrap()
    };
    let before = wage(&state);
    act(&mut state, DraftAction::Assume(before.kind.clone(), Some(75e3)));
    let changed = wage(&state);
    assert_eq!(
        (changed.value, changed.default, changed.overridden),
        (75e3, before.value, true)
    );
    act(&mut state, DraftAction::Assume(before.kind.clone(), None));
    assert_eq!(wage(&state), before);
    act(&mut state, DraftAction::Year(DraftYear::Works, Some(2031)));
    let years = state.draft.years;
    assert_eq!(
        (years.works, years.opening),
        (2031, 2032),
        "construction lasts a year at least"
    );
    act(&mut state, DraftAction::Year(DraftYear::Opening, Some(2060)));
    assert_eq!((state.draft.years.works, state.draft.years.last), (2031, 2060));
    act(&mut state, DraftAction::Create);
    let made = state.document().scenario();
    assert_eq!((made.phases[0].start, made.phases[0].end), (2031, 2059));
    assert_eq!((made.phases[1].start, made.phases[1].end), (2060, 2060));
}

#[test]
fn the_spread_of_recipes_is_that_of_studies_made_with_each() {
    let mut state = start();
    describe(&mut state);
    let ratio = |recipe: &str| {
        let mut scenario = state.draft.scenario(&LIBRARY).unwrap();
        scenario.activity.recipe = recipe.into();
        let study = study::run(&scenario, &LIBRARY, &mut Cache::default()).unwrap();
        let phase = study.operation().unwrap();
        let jobs = |e| study.value(phase, Measure::Jobs, e, Territory::Province);
        (jobs(Effect::IndirectFirst) + jobs(Effect::IndirectOther)) / jobs(Effect::Direct)
    };
    assert_eq!(state.draft.indirect_per_direct, Some(ratio("331410")));
    let others: Vec<(&str, f64)> = state
        .draft
        .others
        .iter()
        .map(|o| (o.code.as_str(), o.indirect_per_direct))
        .collect();
    assert_eq!(others, [("331313", ratio("331313"))]);
    act(&mut state, DraftAction::CreateEach);
    let recipes: Vec<String> = state.documents[1..]
        .iter()
        .map(|d| d.scenario().activity.recipe.clone())
        .collect();
    assert_eq!(recipes, ["331410", "331313"]);
    assert_eq!(state.active, 1, "the one described is in front");
    assert_ne!(state.documents[1].scenario().name, state.documents[2].scenario().name);
}

#[test]
fn the_last_project_closed_leaves_the_page_and_gives_way_to_the_one_made() {
    let mut state = start();
    update(&mut state, Action::Close(0));
    assert!(state.draft.open);
    describe(&mut state);
    act(&mut state, DraftAction::Create);
    assert_eq!((state.documents.len(), state.active), (1, 0));
    assert_eq!(state.document().scenario().name.en, "Magnesium smelting, Estrie");
    // A project that was changed stays.
    update(&mut state, Action::CloseAnyway(0));
    once(&mut state, Edit::Jobs(OPERATION, 7.0));
    describe(&mut state);
    act(&mut state, DraftAction::Create);
    assert_eq!(state.documents.len(), 2);
}

/// A sequence of numbers that looks random and is always the same.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % sides as u64) as usize
    }
}

#[test]
fn any_draft_is_computed_or_says_why_not() {
    let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
    let mut state = start();
    update(&mut state, Action::New);
    let regions = ["05", "QC", "mrc-les-sources", "06", "ON", "PE", "nowhere"];
    let numbers = [0.0, -5.0, 0.3, 1.0, 102.0, 1e9, 1e300, f64::NAN, f64::INFINITY];
    let whiches = [DraftNumber::Investment, DraftNumber::Jobs, DraftNumber::LocalShare];
    let mut made = 0;
    for _ in 0..400 {
        let value = |dice: &mut Dice| (dice.roll(4) > 0).then(|| numbers[dice.roll(numbers.len())]);
        let which = whiches[dice.roll(3)];
        let action = match dice.roll(10) {
            0 => DraftAction::Region(RegionCode::new(regions[dice.roll(regions.len())])),
            1 => magnesium(),
            2 => {
                let all = retombees::data::search::search(&LIBRARY, "");
                let f = &all[dice.roll(all.len())];
                DraftAction::Activity(f.activity.map(|a| a.id.clone()), f.recipe.code.clone())
            }
            3 | 4 => DraftAction::Number(which, value(&mut dice)),
            5 => DraftAction::Number(which, Some([2e6, 50.0, 0.1][which as usize])),
            6 => DraftAction::Restore(which),
            7 => DraftAction::Assume(AssumptionKind::AnnualWage(OPERATION), value(&mut dice)),
            8 => DraftAction::Year(DraftYear::Last, Some([1900, 2040, i32::MAX, i32::MIN][dice.roll(4)])),
            _ => DraftAction::Year(DraftYear::Works, [Some(i32::MAX), Some(i32::MIN), None][dice.roll(3)]),
        };
        act(&mut state, action.clone());
        let draft = &state.draft;
        let ready = draft.missing().is_empty();
        assert!(ready || draft.study.is_none(), "{action:?}");
        assert!(
            !ready || draft.study.is_some() || !draft.problems.is_empty(),
            "{action:?}"
        );
        if dice.roll(8) == 0 {
            let (before, possible) = (state.documents.len(), ready && draft.problems.is_empty());
            act(&mut state, DraftAction::Create);
            assert_eq!(state.documents.len() > before, possible);
            made += usize::from(possible);
            update(&mut state, Action::New);
        }
        state.documents.truncate(3);
        state.active = state.active.min(state.documents.len() - 1);
    }
    assert!(made > 0, "some of them can be made");
}

// Phases

#[test]
fn a_phase_is_named_copied_and_spread_and_each_is_one_step() {
    let mut state = start();
    let first = state.document().scenario().clone();
    once(
        &mut state,
        Edit::Phases(PhasesEdit::Label(CONSTRUCTION, Lang::Fr, "Agrandissement".into())),
    );
    once(&mut state, Edit::Phases(PhasesEdit::Duplicate(CONSTRUCTION)));
    let scenario = state.document().scenario();
    assert_eq!(scenario.phases.len(), 3);
    assert_ne!(scenario.phases[2].id, scenario.phases[0].id);
    assert_eq!(scenario.phases[2].label, Some(Local::same("Agrandissement")));
    once(&mut state, Edit::Phases(PhasesEdit::ResetProfile(CONSTRUCTION)));
    once(&mut state, Edit::Phases(PhasesEdit::Part(CONSTRUCTION, 0, 0.6)));
    let profile = state.document().scenario().phases[CONSTRUCTION]
        .profile
        .clone()
        .unwrap();
    let years = profile.len();
    assert!((profile.iter().sum::<f64>() - 1.0).abs() < 1e-12 && profile[0] == 0.6);
    let rest = 0.4 / (years - 1) as f64;
    assert!(profile[1..].iter().all(|p| (p - rest).abs() < 1e-12));
    let spent = &state.document().study().phases[CONSTRUCTION].by_year;
    assert!((spent[0].1 - 0.6).abs() < 1e-12);
    once(&mut state, Edit::Phases(PhasesEdit::ResetProfile(OPERATION)));
    once(&mut state, Edit::Phases(PhasesEdit::RampYears(OPERATION, 3)));
    let ramp = state.document().scenario().phases[OPERATION].profile.clone().unwrap();
    assert_eq!(ramp, [0.25, 0.5, 0.75]);
    once(&mut state, Edit::Phases(PhasesEdit::Part(OPERATION, 1, 0.9)));
    assert_eq!(state.document().study().phases[OPERATION].by_year[1].1, 0.9);
    once(&mut state, Edit::Phases(PhasesEdit::RampYears(OPERATION, 0)));
    assert_eq!(state.document().scenario().phases[OPERATION].profile, None);
    for _ in 0..steps(&state) {
        update(&mut state, Action::Undo);
    }
    assert_eq!(*state.document().scenario(), first);
}

// Facts and benefits

#[test]
fn facts_and_benefits_are_edited_undone_saved_and_read_back() {
    let mut state = start();
    let first = state.document().scenario().clone();
    let facts = |edit| Edit::Facts(edit);
    once(&mut state, facts(FactsEdit::AddFact));
    let k = first.facts.len();
    once(
        &mut state,
        facts(FactsEdit::FactText(k, Lang::Fr, "Terrain acquis en 2019".into())),
    );
    once(
        &mut state,
        facts(FactsEdit::FactSource(k, Lang::Fr, "Registre foncier".into())),
    );
    once(&mut state, facts(FactsEdit::FactBasis(k, Basis::Sourced)));
    once(&mut state, facts(FactsEdit::MoveFact(k, 0)));
    once(&mut state, facts(FactsEdit::Tick("schools".into(), false)));
    once(&mut state, facts(FactsEdit::AddBenefit));
    once(
        &mut state,
        facts(FactsEdit::BenefitText("own-1".into(), Lang::En, "A new road".into())),
    );
    once(
        &mut state,
        facts(FactsEdit::Evidence(
            "own-1".into(),
            Lang::En,
            "Town council, 2021".into(),
        )),
    );
    once(
        &mut state,
        facts(FactsEdit::Description(Lang::En, "Another plant".into())),
    );
    let scenario = state.document().scenario();
    assert_eq!(scenario.facts[0].text, Local::same("Terrain acquis en 2019"));
    assert_eq!(scenario.facts[0].source, Some(Local::same("Registre foncier")));
    assert!(scenario.benefits.iter().all(|b| b.id != "schools"));
    assert_eq!(
        scenario.description,
        Local::new(first.description.fr.clone(), "Another plant")
    );
    // What is said enters no calculation.
    let total = |state: &AppState| {
        let study = state.document().study();
        study.total(study.operation().unwrap(), Measure::Jobs, Territory::Country)
    };
    let jobs = total(&state);
    let text = file::write(scenario).unwrap();
    assert_eq!(file::read(text.as_bytes()).unwrap(), *scenario);
    for _ in 0..steps(&state) {
        update(&mut state, Action::Undo);
    }
    assert_eq!(*state.document().scenario(), first);
    assert_eq!(total(&state), jobs);
    // Positions and names that do not exist change nothing.
    for edit in [
        FactsEdit::RemoveFact(99),
        FactsEdit::MoveFact(0, 99),
        FactsEdit::FactText(99, Lang::Fr, "x".into()),
        FactsEdit::Evidence("none".into(), Lang::Fr, "x".into()),
        FactsEdit::Tick("none".into(), false),
    ] {
        once(&mut state, facts(edit));
    }
    assert_eq!(*state.document().scenario(), first);
}

#[test]
fn the_flagship_carries_the_list_of_the_company_into_text_and_json() {
    let scenario = file::read(presets::SHIPPED[0].1.as_bytes()).unwrap();
    assert_eq!(scenario.benefits.len(), LIBRARY.benefits.benefits.len());
    let study = study::run(&scenario, &LIBRARY, &mut Cache::default()).unwrap();
    let subject = Subject {
        name: &scenario.name,
        description: &scenario.description,
        study: &study,
        library: &LIBRARY,
    };
    for lang in Lang::ALL {
        let written = blocks(&subject, lang);
        let heading = Block::Heading(words::BENEFITS_REPORT.get(lang).to_owned());
        let at = written.iter().position(|b| *b == heading).expect("a part of its own");
        assert_eq!(
            written[at + 1],
            Block::Paragraph(words::BENEFITS_REPORT_NOTE.get(lang).to_owned())
        );
        let Block::List(items) = &written[at + 2] else {
            panic!("a list follows")
        };
        let labels: Vec<&str> = items.iter().map(|i| i.text.as_str()).collect();
        let known: Vec<&str> = LIBRARY.benefits.benefits.iter().map(|b| b.label.get(lang)).collect();
        assert_eq!(labels, known, "in the order of the list");
        assert!(items.iter().all(|i| !i.below.is_empty()));
        for fact in &scenario.facts {
            let said =
                |b: &Block| matches!(b, Block::List(items) if items.iter().any(|i| i.text == fact.text.get(lang)));
            assert!(written.iter().any(said), "{fact:?}");
        }
    }
    let value: serde_json::Value = serde_json::from_slice(&json::study(&subject)).unwrap();
    assert_eq!(value["facts"].as_array().unwrap().len(), scenario.facts.len());
    let benefits = value["benefits"].as_array().unwrap();
    assert_eq!(benefits.len(), scenario.benefits.len());
    let training = benefits.iter().find(|b| b["id"] == "training").unwrap();
    assert!(
        training["evidence"]["fr"]
            .as_str()
            .unwrap()
            .contains("Cégep de Sherbrooke")
    );
    assert_eq!(training["basis"], "sourced");
}

#[test]
fn a_file_that_names_a_benefit_nobody_knows_is_refused_with_its_place() {
    let mut scenario = file::read(presets::SHIPPED[0].1.as_bytes()).unwrap();
    scenario.benefits[2].id = "interms".into();
    scenario.benefits[5].id = scenario.benefits[4].id.clone();
    let problems = study::check(&scenario, &LIBRARY);
    let places: Vec<&str> = problems.iter().map(|p| p.place.as_str()).collect();
    assert!(
        places.contains(&"benefits[2].id") && places.contains(&"benefits[5].id"),
        "{places:?}"
    );
    // Said in so many words, it is one of the project's own.
    scenario.benefits[2].text = Some(Local::same("Terms"));
    scenario.benefits.remove(5);
    assert!(study::run(&scenario, &LIBRARY, &mut Cache::default()).is_ok());
}

// The window

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

fn open(lang: Lang) -> Shown {
    let settings = Settings {
        lang: Some(lang),
        ..Settings::default()
    };
    let window = Window {
        state: AppState::new(LIBRARY.clone(), settings, lang).unwrap(),
        waiting: Vec::new(),
    };
    let mut harness = Harness::builder()
        .with_size(vec2(1456.0, 916.0))
        .with_max_steps(12)
        .with_context_setup(|ctx| Theme::install(ctx, ThemeChoice::Light))
        .build_ui_state(|ui, window: &mut Window| window.frame(ui), window);
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
    find(harness, role, label).unwrap_or_else(|| panic!("no {role:?} is called {label:?}"))
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

fn write(harness: &mut Shown, text: &str) {
    for letter in text.chars() {
        harness.event(egui::Event::Text(letter.to_string()));
        harness.run();
    }
}

/// Returns the label of what has the focus.
fn focused(harness: &Shown) -> String {
    let found = harness
        .root()
        .children_recursive()
        .find(|n| n.accesskit_node().is_focused());
    found.and_then(|n| n.accesskit_node().label()).unwrap_or_default()
}

/// Goes on with Tab until what is called so has the focus.
fn tab_to(harness: &mut Shown, label: &str) {
    for _ in 0..40 {
        if focused(harness).starts_with(label) {
            return;
        }
        key(harness, Modifiers::NONE, Key::Tab);
    }
    panic!("Tab does not reach {label:?}, but {:?}", focused(harness));
}

#[test]
fn three_numbers_make_a_project_with_the_keyboard_alone() {
    for (lang, activity, money, people, part, create, typed) in [
        (
            Lang::Fr,
            "Activité",
            "Investissement",
            "Emplois directs",
            "Part locale des achats",
            "Créer le projet",
            "143,7",
        ),
        (
            Lang::En,
            "Activity",
            "Investment",
            "Direct jobs",
            "Local procurement share",
            "Create the project",
            "143.7",
        ),
    ] {
        let mut harness = open(lang);
        key(&mut harness, Modifiers::COMMAND, Key::N);
        harness.run();
        assert_eq!(focused(&harness), activity, "one can search at once");
        assert!(says(&harness, words::NOTHING_YET.get(lang)));
        assert!(node(&harness, Role::Button, create).accesskit_node().is_disabled());
        // A synonym in either language finds it: « lingots de magnésium », "magnesium ingots".
        write(&mut harness, "ingots magn");
        assert!(
            find(
                &harness,
                Role::ListBoxOption,
                "331410 Production de magnésium Magnesium smelting"
            )
            .is_some()
                || find(
                    &harness,
                    Role::ListBoxOption,
                    "331410 Magnesium smelting Production de magnésium"
                )
                .is_some()
        );
        key(&mut harness, Modifiers::NONE, Key::Enter);
        assert_eq!(
            harness.state().state.draft.activity.as_ref().unwrap().id.as_deref(),
            Some("magnesium-smelting")
        );
        tab_to(&mut harness, money);
        write(&mut harness, typed);
        tab_to(&mut harness, people);
        write(&mut harness, "102");
        // Results are there at the key, before the field is left.
        let jobs = {
            let study = harness.state().state.draft.study.as_ref().expect("live");
            study.total(study.operation().unwrap(), Measure::Jobs, Territory::Study)
        };
        assert!(says(&harness, &number::whole(jobs, lang)));
        let count = harness.state().state.draft.study.as_ref().unwrap().assumptions.len() - 1;
        let taken = words::TAKEN.fill(lang, &[("count", &number::whole(count as f64, lang))]);
        assert!(says(&harness, &taken), "{taken}: all but the share asked");
        tab_to(&mut harness, part);
        write(&mut harness, "20");
        tab_to(&mut harness, create);
        key(&mut harness, Modifiers::NONE, Key::Enter);
        harness.run();
        let state = &harness.state().state;
        assert_eq!((state.documents.len(), state.active, state.draft.open), (2, 1, false));
        let made = state.document().scenario();
        assert_eq!(made.name.get(lang).split(',').count(), 2);
        let operation = &made.phases[OPERATION];
        assert!((operation.local_share.as_ref().unwrap().value - 0.2).abs() < 1e-12);
        assert!(state.document().is_modified());
    }
}

#[test]
fn a_share_beyond_reach_keeps_its_text_and_names_the_most() {
    let mut harness = open(Lang::Fr);
    describe(&mut harness.state_mut().state);
    harness.run();
    let most = number::percent(harness.state().state.draft.maximum().unwrap(), Lang::Fr);
    tab_to(&mut harness, "Part locale des achats");
    write(&mut harness, "97");
    key(&mut harness, Modifiers::NONE, Key::Tab);
    let field = node(&harness, Role::TextInput, "Part locale des achats (%)");
    assert_eq!(field.value().as_deref(), Some("97"));
    let why = field.accesskit_node().description().unwrap_or_default();
    assert!(why.contains(&most), "{why}");
    assert!(
        node(&harness, Role::Button, "Créer le projet")
            .accesskit_node()
            .is_disabled()
    );
    assert_eq!(harness.state().state.draft.local_share, None);
}

#[test]
fn escape_leaves_the_page_and_keeps_what_was_typed() {
    let mut harness = open(Lang::Fr);
    key(&mut harness, Modifiers::COMMAND, Key::N);
    tab_to(&mut harness, "Emplois directs");
    write(&mut harness, "55");
    key(&mut harness, Modifiers::NONE, Key::Tab);
    // Once for the field, once for the page.
    for _ in 0..3 {
        key(&mut harness, Modifiers::NONE, Key::Escape);
    }
    assert!(!harness.state().state.draft.open);
    assert_eq!(harness.state().state.documents.len(), 1);
    key(&mut harness, Modifiers::COMMAND, Key::N);
    let field = node(&harness, Role::TextInput, "Emplois directs");
    assert_eq!(field.value().as_deref(), Some("55"));
}

#[test]
fn every_region_and_province_can_be_chosen_by_name_or_code() {
    let mut harness = open(Lang::Fr);
    key(&mut harness, Modifiers::COMMAND, Key::N);
    let list = retombees::data::search::search_territories(&LIBRARY, "");
    assert!(list.len() >= 27, "17 administrative regions and ten provinces");
    for territory in list {
        node(&harness, Role::TextInput, "Région d’étude").focus();
        harness.run();
        // Without accents or capitals, as people type.
        write(&mut harness, &retombees::data::search::fold(&territory.label.fr));
        let wanted = territory.code.as_str();
        for _ in 0..4 {
            let first = retombees::data::search::search_territories(
                &LIBRARY,
                &retombees::data::search::fold(&territory.label.fr),
            );
            if first.first().is_some_and(|t| t.code.as_str() == wanted) {
                break;
            }
            key(&mut harness, Modifiers::NONE, Key::ArrowDown);
            if first.get(1).is_some_and(|t| t.code.as_str() == wanted) {
                break;
            }
        }
        key(&mut harness, Modifiers::NONE, Key::Enter);
        let chosen = harness.state().state.draft.region.clone().unwrap();
        assert_eq!(chosen.as_str(), wanted);
    }
    node(&harness, Role::TextInput, "Région d’étude").focus();
    harness.run();
    write(&mut harness, "08");
    key(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(harness.state().state.draft.region, Some(RegionCode::new("08")));
    // The Estrie has a smaller territory, offered beside it.
    assert!(find(&harness, Role::ComboBox, words::MRC.get(Lang::Fr)).is_none());
    act(
        &mut harness.state_mut().state,
        DraftAction::Region(RegionCode::new("05")),
    );
    harness.run();
    assert!(find(&harness, Role::ComboBox, words::MRC.get(Lang::Fr)).is_some());
}

fn phase(harness: &Shown, k: usize) -> (i32, i32) {
    let p = &harness.state().state.document().scenario().phases[k];
    (p.start, p.end)
}

fn bar_name(harness: &Shown, name: &str, k: usize) -> String {
    let (first, last) = phase(harness, k);
    format!("{name}, {}", number::years(first, last, Lang::Fr))
}

#[test]
fn a_bar_moves_with_the_arrows_and_its_ends_with_shift_and_alt() {
    let mut harness = open(Lang::Fr);
    let (first, last) = phase(&harness, OPERATION);
    let name = bar_name(&harness, "Exploitation", OPERATION);
    node(&harness, Role::Slider, &name).focus();
    harness.run();
    key(&mut harness, Modifiers::NONE, Key::ArrowRight);
    assert_eq!(phase(&harness, OPERATION), (first + 1, last + 1));
    key(&mut harness, Modifiers::SHIFT, Key::ArrowLeft);
    assert_eq!(phase(&harness, OPERATION), (first + 1, last));
    key(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(phase(&harness, OPERATION), (first, last));
    assert_eq!(steps(&harness.state().state), 3);
    // A phase lasts a year at least.
    let (start, end) = phase(&harness, CONSTRUCTION);
    let name = bar_name(&harness, "Construction", CONSTRUCTION);
    node(&harness, Role::Slider, &name).focus();
    harness.run();
    for _ in 0..(end - start + 5) {
        key(&mut harness, Modifiers::SHIFT, Key::ArrowLeft);
    }
    assert_eq!(phase(&harness, CONSTRUCTION), (start, start));
}

#[test]
fn a_drag_of_a_bar_is_one_step_and_follows_the_pointer() {
    let mut harness = open(Lang::Fr);
    let before = harness.state().state.document().scenario().clone();
    let (first, last) = phase(&harness, OPERATION);
    let name = bar_name(&harness, "Exploitation", OPERATION);
    let rect = node(&harness, Role::Slider, &name).rect();
    let per_year = (rect.width() - 6.0) / (last - first + 1) as f32;
    let grab = rect.center();
    harness.drag_at(grab);
    harness.run();
    for step in 1..=8 {
        harness.hover_at(grab + vec2(per_year * step as f32 / 2.0, 0.0));
        harness.run();
    }
    let moved = phase(&harness, OPERATION);
    assert_eq!(moved.1 - moved.0, last - first, "the body moves without stretching");
    assert!(moved.0 > first, "{moved:?}");
    harness.drop_at(grab + vec2(per_year * 4.0, 0.0));
    harness.run();
    assert_eq!(phase(&harness, OPERATION), (first + 4, last + 4));
    assert_eq!(steps(&harness.state().state), 1);
    key(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(*harness.state().state.document().scenario(), before);
}

#[test]
fn the_years_a_bar_may_take_end_where_the_document_refuses() {
    let mut harness = open(Lang::Fr);
    let state = &mut harness.state_mut().state;
    once(state, Edit::Public(PublicEdit::EarlyClosure(None)));
    once(state, Edit::Years(OPERATION, 2140, 2150));
    harness.run();
    let name = bar_name(&harness, "Exploitation", OPERATION);
    node(&harness, Role::Slider, &name).focus();
    harness.run();
    for _ in 0..3 {
        key(&mut harness, Modifiers::NONE, Key::ArrowRight);
    }
    assert_eq!(phase(&harness, OPERATION), (2140, 2150));
    assert_eq!(harness.state().state.document().refused, None);
}

#[test]
fn benefits_are_ticked_and_worded_in_the_panel() {
    let mut harness = open(Lang::Fr);
    let title = words::FACTS.get(Lang::Fr);
    let label = harness
        .root()
        .children_recursive()
        .filter_map(|n| n.accesskit_node().label())
        .find(|l| l.ends_with(&format!(", {title}")))
        .expect("the section has a button");
    node(&harness, Role::Button, &label).click_accesskit();
    harness.run();
    node(&harness, Role::CheckBox, "Écoles renforcées").click_accesskit();
    harness.run();
    let ticked = |harness: &Shown| harness.state().state.document().scenario().benefits.len();
    assert_eq!(ticked(&harness), LIBRARY.benefits.benefits.len() - 1);
    node(&harness, Role::CheckBox, "Écoles renforcées").click_accesskit();
    harness.run();
    node(&harness, Role::TextInput, "Appui\u{a0}: Écoles renforcées").focus();
    harness.run();
    let before = steps(&harness.state().state);
    write(&mut harness, "Bulletins 2021");
    key(&mut harness, Modifiers::NONE, Key::Tab);
    let scenario = harness.state().state.document().scenario();
    let schools = scenario.benefits.iter().find(|b| b.id == "schools").unwrap();
    assert_eq!(schools.evidence, Some(Local::same("Bulletins 2021")));
    assert_eq!(steps(&harness.state().state), before + 1, "what is typed is one step");
}

#[test]
fn a_draft_never_shows_an_empty_name() {
    let draft = Draft::default();
    assert_eq!(
        draft.project_name(&LIBRARY),
        Local::new("Nouveau projet", "New project")
    );
    let old: Scenario = file::read(presets::SHIPPED[1].1.as_bytes()).unwrap();
    assert!(old.benefits.is_empty(), "a file without the field opens as before");
}
