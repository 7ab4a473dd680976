//! The state of the window without a window: undo, refusals, files and documents.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::type_complexity,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use retombees::app::action::PathRequest;
use retombees::app::commands::Command;
use retombees::app::recovery::Failure;
use retombees::app::{
    Action, AppState, Dialog, DocumentId, Edit, Effect, FileAction, Gesture, Page, Settings, ThemePreference, update,
};
use retombees::ids::{IndustryCode, LineId, Local, RegionCode};
use retombees::problem::What;
use retombees::scenario::{Basis, Households, Input, Method, PhaseKind, Scenario, file, presets};
use retombees::study::{self, AssumptionKind, Cache, Figure, Library, Study, Territory};
use retombees::text::Lang;

static LIBRARY: LazyLock<Arc<Library>> = LazyLock::new(|| Arc::new(Library::embedded().unwrap()));

fn start() -> AppState {
    AppState::new(LIBRARY.clone(), Settings::default(), Lang::Fr).unwrap()
}

/// The place of the smelters of Québec, a whole province, in the list of shipped scenarios.
fn smelters() -> usize {
    let names = retombees::scenario::presets::SHIPPED.iter();
    names
        .clone()
        .position(|(name, _)| name.starts_with("smelters"))
        .unwrap()
}

/// Starts with another shipped scenario in front.
fn start_with(preset: usize) -> AppState {
    let mut state = start();
    if preset > 0 {
        act(&mut state, Action::OpenPreset(preset));
    }
    state
}

fn act(state: &mut AppState, action: Action) -> Vec<Effect> {
    update(state, action)
}

fn once(state: &mut AppState, edit: Edit) {
    assert_eq!(act(state, Action::Edit(edit, Gesture::Once)), []);
}

fn moving(state: &mut AppState, edit: Edit) {
    assert_eq!(act(state, Action::Edit(edit, Gesture::Moving)), []);
}

fn scenario(state: &AppState) -> Scenario {
    state.document().scenario().clone()
}

fn figures(state: &AppState) -> Vec<Figure> {
    state.document().study().figures()
}

/// Returns the position and the last share of the operation of the flagship.
const OPERATION: usize = 1;

fn jobs(state: &AppState) -> f64 {
    let study = state.document().study();
    study.total(study.operation().unwrap(), study::Measure::Jobs, Territory::Study)
}

/// Checks that the results are those of the scenario, computed afresh.
fn results_belong(state: &AppState, cache: &mut Cache) {
    let document = state.document();
    let fresh = study::run(document.scenario(), &LIBRARY, cache).unwrap();
    assert_same(document.study(), &fresh);
}

fn assert_same(a: &Study, b: &Study) {
    let (a_figures, b_figures) = (a.figures(), b.figures());
    assert_eq!(a_figures.len(), b_figures.len());
    for (x, y) in a_figures.iter().zip(&b_figures) {
        assert_eq!(x, y);
        assert!(x.value.is_finite(), "{} is {}", x.id, x.value);
    }
    assert_eq!(a.assumptions, b.assumptions);
    assert_eq!(a.warnings, b.warnings);
    assert_eq!(a.region_codes, b.region_codes);
}

// Random actions

/// What random actions are made of; the document in front decides which edit comes out.
#[derive(Clone, Copy, Debug)]
struct Seed {
    kind: u8,
    a: usize,
    b: usize,
    value: f64,
    moving: bool,
}

fn seed() -> impl Strategy<Value = Seed> {
    let value = prop_oneof![
        6 => prop::sample::select(vec![0.0, 0.05, 0.2, 0.3, 0.35, 0.5, 0.9, 1.0]),
        3 => prop::sample::select(vec![1.0, 12.0, 102.0, 750.0, 75_000.0, 1e6, 143.7e6, 2e9]),
        2 => prop::sample::select(vec![-1.0, 1.5, f64::NAN, f64::INFINITY, f64::NEG_INFINITY, 1e-9]),
        2 => 0.0..1.0,
    ];
    (0_u8..33, 0_usize..100, 0_usize..100, value, any::<bool>()).prop_map(|(kind, a, b, value, moving)| Seed {
        kind,
        a,
        b,
        value,
        moving,
    })
}

fn pick<T: Clone>(of: &[T], at: usize) -> Option<T> {
    (!of.is_empty()).then(|| of[at % of.len()].clone())
}

/// Makes an action of a seed.
fn action(state: &AppState, seed: Seed) -> Action {
    let document = state.document();
    let (scenario, study) = (document.scenario(), document.study());
    // One position too many, on purpose.
    let k = seed.a % (scenario.phases.len() + 1);
    let line = study
        .phases
        .get(k)
        .and_then(|p| pick(&p.lines, seed.b))
        .map_or_else(|| LineId::new("nowhere"), |l| l.id);
    let some = (!seed.b.is_multiple_of(5)).then_some(seed.value);
    let industry = if seed.b.is_multiple_of(9) {
        IndustryCode::new("none")
    } else {
        let at = seed.b % LIBRARY.economy.industries.len();
        IndustryCode::new(&*LIBRARY.economy.industries[at].code)
    };
    let edit = match seed.kind {
        0 => return Action::Undo,
        1 => return Action::Redo,
        2 => return Action::EndGesture,
        3 => Edit::Name(
            Lang::ALL[seed.a % 2],
            ["Usine", "", "Été 2030 : « œuvre »"][seed.b % 3].to_owned(),
        ),
        4 | 5 => {
            let at = seed.b % (LIBRARY.territories.len() + 1);
            Edit::Region(LIBRARY.territories.get(at).map_or("99".into(), |t| t.code.clone()))
        }
        6 => {
            let at = seed.b % LIBRARY.activities.len();
            let a = &LIBRARY.activities[at];
            Edit::Activity(Some(a.id.clone()), a.recipes[0].clone())
        }
        7 => {
            let at = (seed.a * 31 + seed.b) % LIBRARY.recipes.recipes.len();
            Edit::Activity(None, LIBRARY.recipes.recipes[at].code.clone())
        }
        8 | 9 => Edit::Investment(k, seed.value),
        10 | 11 => Edit::Jobs(k, seed.value),
        12 | 13 => Edit::LocalShare(k, some),
        14 => Edit::ProvinceContent(k, some),
        15 => Edit::Years(k, 2018 + (seed.a % 9) as i32, 2017 + (seed.b % 30) as i32),
        16 => Edit::AddPhase(seed.b.is_multiple_of(2)),
        17 => Edit::RemovePhase(k),
        18 | 19 => Edit::LineAmount(k, line, some),
        20 | 21 => Edit::LineLocal(k, line, some),
        22 => Edit::ResetLine(k, line),
        23 => Edit::ResetLines(k),
        24 => Edit::AddLine(k, industry, seed.value),
        25 => Edit::LineLabel(
            k,
            line,
            Lang::ALL[seed.a % 2],
            ["", "Sable", " "][seed.b % 3].to_owned(),
        ),
        26 => Edit::LineIndustry(k, line, industry),
        27 => {
            let Some(a) = pick(&study.assumptions, seed.b) else {
                return Action::EndGesture;
            };
            Edit::Assumption(a.kind, (!seed.a.is_multiple_of(4)).then_some(seed.value))
        }
        29 => Edit::LineTrade(k, line, some),
        30 => Edit::LineTransport(k, line, some),
        31 => Edit::LineCap(k, line, some),
        28 => Edit::Method(Method::ALL[seed.b % 4]),
        _ => Edit::Households([Households::None, Households::Closed][seed.b % 2]),
    };
    let gesture = if seed.moving { Gesture::Moving } else { Gesture::Once };
    Action::Edit(edit, gesture)
}

/// Lives through random actions from a given start, then takes all of them back and does them again.
fn live_through(mut state: AppState, seeds: &[Seed]) -> Result<(), TestCaseError> {
    let mut cache = Cache::default();
    let first = scenario(&state);
    for seed in seeds {
        let action = action(&state, *seed);
        let (before, figures_before) = (scenario(&state), figures(&state));
        let revision = state.document().revision();
        prop_assert_eq!(act(&mut state, action.clone()), []);
        let after = scenario(&state);
        let document = state.document();
        results_belong(&state, &mut cache);
        if let Action::Edit(edit, gesture) = &action {
            match &document.refused {
                Some(refused) => {
                    prop_assert_eq!(&refused.control, &edit.control(), "{:?}", action);
                    prop_assert!(!refused.problems.is_empty(), "{:?}", action);
                    // NaN is not equal to itself.
                    let tried = |v: Option<f64>| v.map(f64::to_bits);
                    prop_assert_eq!(tried(refused.value), tried(edit.number()));
                    prop_assert_eq!(&after, &before, "a refused edit changes nothing: {:?}", action);
                    prop_assert_eq!(document.revision(), revision);
                    prop_assert!(state.notice.as_ref().is_some_and(|n| n.alarming));
                }
                None if after != before => {
                    prop_assert!(document.history.redo_name().is_none());
                    prop_assert!(document.revision() > revision);
                    if *gesture == Gesture::Once {
                        let figures_after = figures(&state);
                        act(&mut state, Action::Undo);
                        prop_assert_eq!(&scenario(&state), &before, "undo of {:?}", action);
                        prop_assert_eq!(&figures(&state), &figures_before);
                        act(&mut state, Action::Redo);
                        prop_assert_eq!(&scenario(&state), &after, "redo of {:?}", action);
                        prop_assert_eq!(&figures(&state), &figures_after);
                    }
                }
                None => {}
            }
        }
        prop_assert!(state.phase < state.document().scenario().phases.len());
    }
    // What was taken back at the end of the sequence counts as done.
    while state.document().history.redo_name().is_some() {
        act(&mut state, Action::Redo);
    }
    let last = scenario(&state);
    let mut steps = 0;
    while state.document().history.undo_name().is_some() {
        act(&mut state, Action::Undo);
        steps += 1;
    }
    prop_assert!(steps <= seeds.len());
    prop_assert_eq!(&scenario(&state), &first, "everything taken back");
    prop_assert!(!state.document().is_modified());
    while state.document().history.redo_name().is_some() {
        act(&mut state, Action::Redo);
    }
    prop_assert_eq!(&scenario(&state), &last, "everything done again");
    results_belong(&state, &mut cache);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_takes_back_anything_in_a_region(seeds in prop::collection::vec(seed(), 1..25)) {
        live_through(start(), &seeds)?;
    }

    #[test]
    fn undo_takes_back_anything_in_a_whole_province(seeds in prop::collection::vec(seed(), 1..25)) {
        live_through(start_with(smelters()), &seeds)?;
    }

    #[test]
    fn undo_takes_back_anything_with_four_phases(seeds in prop::collection::vec(seed(), 1..20)) {
        let mut state = start();
        four_phases(&mut state);
        // The phases added are the start of this life.
        let text = file::write(state.document().scenario()).unwrap();
        act(&mut state, Action::FileRead("quatre.ron".into(), text.into_bytes()));
        live_through(state, &seeds)?;
    }
}

/// Adds a second construction and a second operation.
fn four_phases(state: &mut AppState) {
    once(state, Edit::AddPhase(true));
    once(state, Edit::AddPhase(false));
    assert_eq!(state.document().scenario().phases.len(), 4);
}

// Steps

#[test]
fn a_drag_is_one_step_named_from_its_start_to_its_end() {
    let mut state = start();
    let (first, first_figures) = (scenario(&state), figures(&state));
    for percent in (0..50).map(|k| 31 + k % 14).chain([40]) {
        moving(
            &mut state,
            Edit::LocalShare(OPERATION, Some(f64::from(percent) / 100.0)),
        );
    }
    act(&mut state, Action::EndGesture);
    let name = state.document().history.undo_name().unwrap().clone();
    assert_eq!(name.fr, "part locale 30\u{a0}% → 40\u{a0}%");
    assert_eq!(name.en, "local share 30% → 40%");
    let last = scenario(&state);
    act(&mut state, Action::Undo);
    assert_eq!(scenario(&state), first);
    assert_eq!(figures(&state), first_figures);
    assert_eq!(
        state.document().history.undo_name(),
        None,
        "one step for the whole drag"
    );
    assert_eq!(state.document().history.redo_name(), Some(&name));
    act(&mut state, Action::Redo);
    assert_eq!(scenario(&state), last);
}

#[test]
fn two_drags_are_two_steps() {
    let mut state = start();
    for round in [0.31, 0.35] {
        for k in 0..5 {
            moving(
                &mut state,
                Edit::LocalShare(OPERATION, Some(round + 0.005 * f64::from(k))),
            );
        }
        act(&mut state, Action::EndGesture);
    }
    act(&mut state, Action::Undo);
    assert_eq!(
        state.document().scenario().phases[OPERATION].local_share,
        Some(Input::user(0.33))
    );
    assert!(state.document().history.undo_name().is_some());
}

#[test]
fn a_movement_of_another_control_is_another_step() {
    let mut state = start();
    moving(&mut state, Edit::Jobs(OPERATION, 110.0));
    moving(&mut state, Edit::Investment(0, 150e6));
    moving(&mut state, Edit::Jobs(OPERATION, 120.0));
    let mut steps = 0;
    while state.document().history.undo_name().is_some() {
        act(&mut state, Action::Undo);
        steps += 1;
    }
    assert_eq!(steps, 3);
}

#[test]
fn a_movement_that_comes_back_leaves_no_step() {
    let mut state = start();
    let first = scenario(&state);
    for jobs in [1.0, 12.0, 120.0, 102.0] {
        moving(&mut state, Edit::Jobs(OPERATION, jobs));
    }
    act(&mut state, Action::EndGesture);
    assert_eq!(scenario(&state), first, "the source of the number is back with it");
    assert!(!state.document().is_modified());
    assert_eq!(state.document().history.undo_name(), None);
}

#[test]
fn what_a_movement_passes_through_leaves_no_trace() {
    let mut state = start();
    // With no jobs there is nothing to buy, so no local share to keep.
    for jobs in [0.0, 0.5, 105.0] {
        moving(&mut state, Edit::Jobs(OPERATION, jobs));
    }
    act(&mut state, Action::EndGesture);
    let share = state.document().scenario().phases[OPERATION].local_share.clone();
    assert_eq!(share.map(|i| i.value), Some(0.3));

    // A profile lost on the way to other years comes back with the same number of years.
    let mut state = start();
    let mut with_profile = scenario(&state);
    with_profile.phases[0].profile = Some(vec![0.25, 0.75]);
    let bytes = file::write(&with_profile).unwrap().into_bytes();
    act(&mut state, Action::FileRead("profil.ron".into(), bytes));
    for end in [2022, 2023, 2021] {
        moving(&mut state, Edit::Years(0, 2020, end));
    }
    assert_eq!(scenario(&state), with_profile);
}

#[test]
fn a_line_dragged_to_its_end_and_back_is_as_it_was() {
    let mut state = start();
    let study = state.document().study();
    let line = study.phases[OPERATION]
        .lines
        .iter()
        .find(|l| l.origin.rest > 0.05 && l.origin.other > 0.01 && l.origin.study > 0.01)
        .unwrap()
        .clone();
    let local = line.origin.study;
    for value in [0.5, 1.0, 0.7, local] {
        moving(&mut state, Edit::LineLocal(OPERATION, line.id.clone(), Some(value)));
    }
    act(&mut state, Action::EndGesture);
    let now = state.document().study().phases[OPERATION]
        .lines
        .iter()
        .find(|l| l.id == line.id)
        .unwrap()
        .origin;
    for (a, b) in now.shares().iter().zip(line.origin.shares()) {
        assert!((a - b).abs() < 1e-12, "{now:?} is not {:?}", line.origin);
    }
}

#[test]
fn typed_values_that_change_nothing_are_no_step() {
    let mut state = start();
    let first = scenario(&state);
    let phase = &first.phases[OPERATION];
    for edit in [
        Edit::Region(first.region.clone()),
        Edit::Jobs(OPERATION, 102.0),
        Edit::LocalShare(OPERATION, Some(0.3)),
        Edit::Years(OPERATION, phase.start, phase.end),
        Edit::Method(Method::Flq),
        Edit::Households(Households::Closed),
        Edit::RemovePhase(9),
        Edit::Jobs(0, 5.0),
        Edit::Investment(OPERATION, 5.0),
        Edit::Investment(9, 5.0),
        Edit::ResetLines(0),
        Edit::ResetLine(OPERATION, LineId::new("nowhere")),
        Edit::LineAmount(OPERATION, LineId::new("nowhere"), None),
        Edit::Assumption(AssumptionKind::Recipe, Some(1.0)),
        Edit::Assumption(AssumptionKind::Parameter("saving_rate".into()), None),
    ] {
        once(&mut state, edit.clone());
        assert_eq!(scenario(&state), first, "{edit:?}");
        assert_eq!(state.document().history.undo_name(), None, "{edit:?}");
        assert_eq!(state.document().refused, None, "{edit:?}");
    }
}

#[test]
fn every_step_has_a_name_in_both_languages() {
    let mut state = start();
    four_phases(&mut state);
    let line = state.document().study().phases[OPERATION].lines[0].id.clone();
    let edits = [
        Edit::Name(Lang::Fr, "Autre".into()),
        Edit::Activity(Some("aluminium-smelting".into()), "331313".into()),
        Edit::Investment(0, 2e6),
        Edit::Jobs(OPERATION, 12.0),
        Edit::LocalShare(OPERATION, Some(0.1)),
        Edit::LocalShare(OPERATION, None),
        Edit::ProvinceContent(OPERATION, Some(0.4)),
        Edit::Years(0, 2021, 2023),
        Edit::LineAmount(OPERATION, line.clone(), Some(3e5)),
        Edit::LineLocal(OPERATION, line.clone(), Some(0.05)),
        Edit::LineTrade(OPERATION, line.clone(), Some(0.1)),
        Edit::LineTransport(OPERATION, line.clone(), Some(0.05)),
        Edit::LineCap(OPERATION, line.clone(), Some(1.0)),
        Edit::LineCap(OPERATION, line.clone(), None),
        Edit::ResetLine(OPERATION, line),
        Edit::AddLine(OPERATION, "5A".into(), 1e5),
        Edit::LineLabel(OPERATION, "u1".into(), Lang::Fr, "Conseil".into()),
        Edit::LineIndustry(OPERATION, "u1".into(), "51".into()),
        Edit::ResetLines(OPERATION),
        Edit::Assumption(AssumptionKind::AnnualWage(OPERATION), Some(80_000.0)),
        Edit::Assumption(AssumptionKind::AnnualWage(OPERATION), None),
        Edit::Method(Method::Slq),
        Edit::Households(Households::None),
        Edit::RemovePhase(3),
        Edit::Region("QC".into()),
    ];
    let mut cache = Cache::default();
    for edit in edits {
        let before = scenario(&state);
        once(&mut state, edit.clone());
        assert_eq!(state.document().refused, None, "{edit:?}");
        assert_ne!(scenario(&state), before, "{edit:?}");
        results_belong(&state, &mut cache);
        let name = state.document().history.undo_name().unwrap().clone();
        for text in [&name.fr, &name.en] {
            assert!(!text.is_empty() && !text.contains(['{', '}']), "{edit:?}: {text}");
        }
        assert_ne!(name.fr, name.en, "{edit:?}");
        act(&mut state, Action::Undo);
        let notice = state.notice.clone().unwrap();
        assert!(notice.text.fr.contains(&name.fr) && notice.text.en.contains(&name.en));
        act(&mut state, Action::Redo);
    }
}

#[test]
fn only_the_last_two_hundred_steps_are_kept() {
    let mut state = start();
    for k in 0..230 {
        once(&mut state, Edit::Jobs(OPERATION, f64::from(200 + k)));
    }
    let mut steps = 0;
    while state.document().history.undo_name().is_some() {
        act(&mut state, Action::Undo);
        steps += 1;
    }
    assert_eq!(steps, 200);
    results_belong(&state, &mut Cache::default());
}

#[test]
fn undo_and_redo_with_nothing_to_do_do_nothing() {
    let mut state = start();
    let first = scenario(&state);
    for action in [
        Action::Redo,
        Action::Undo,
        Action::Redo,
        Action::EndGesture,
        Action::Undo,
    ] {
        assert_eq!(act(&mut state, action), []);
    }
    assert_eq!(scenario(&state), first);
    assert!(!Command::Undo.is_enabled(&state) && !Command::Redo.is_enabled(&state));
    assert_eq!(state.notice, None);
}

// Refusals

#[test]
fn a_refused_edit_changes_nothing_and_keeps_why() {
    let refused = [
        (Edit::Jobs(OPERATION, f64::NAN), "phases[1].kind.jobs.value"),
        (Edit::Jobs(OPERATION, -3.0), "phases[1].kind.jobs.value"),
        (Edit::Investment(0, f64::INFINITY), "phases[0].kind.investment.value"),
        (Edit::LocalShare(OPERATION, Some(0.99)), "phases[1].local_share"),
        (Edit::LocalShare(OPERATION, Some(1.2)), "phases[1].local_share.value"),
        (
            Edit::ProvinceContent(OPERATION, Some(0.999)),
            "phases[1].province_content",
        ),
        (Edit::Years(0, 2022, 2021), "phases[0].end"),
        (Edit::Years(0, i32::MIN, i32::MAX), "phases[0].start"),
        (Edit::Years(0, i32::MAX, i32::MIN), "phases[0].end"),
        (Edit::Region("99".into()), "region"),
        (Edit::Activity(None, "000000".into()), "activity.recipe"),
        (Edit::AddLine(0, "none".into(), 1e5), "phases[0].lines[0].industry"),
        (
            Edit::AddLine(0, "5A".into(), f64::NAN),
            "phases[0].lines[0].amount.value",
        ),
        (
            Edit::LineLocal(OPERATION, "22".into(), Some(1.5)),
            "phases[1].lines[0].origin",
        ),
        (
            Edit::Assumption(AssumptionKind::Parameter("saving_rate".into()), Some(1.0)),
            "parameters.saving_rate.value",
        ),
        (Edit::Assumption(AssumptionKind::Delta, Some(1.0)), "model.delta"),
        (
            Edit::Assumption(AssumptionKind::WorksShare(0), Some(-0.1)),
            "phases[0].kind.shares",
        ),
    ];
    for (edit, place) in refused {
        let mut state = start();
        once(&mut state, Edit::Jobs(OPERATION, 103.0));
        let (before, figures_before) = (scenario(&state), figures(&state));
        let (revision, step) = (
            state.document().revision(),
            state.document().history.undo_name().cloned(),
        );
        once(&mut state, edit.clone());
        let document = state.document();
        let why = document
            .refused
            .as_ref()
            .unwrap_or_else(|| panic!("{edit:?} is accepted"));
        assert_eq!(why.control, edit.control());
        assert!(
            why.problems.iter().any(|p| p.place == place),
            "{edit:?}: {:?}",
            why.problems
        );
        assert_eq!(document.scenario(), &before, "{edit:?}");
        assert_eq!(document.revision(), revision);
        assert_eq!(document.history.undo_name(), step.as_ref(), "a refused edit is no step");
        assert_eq!(figures(&state), figures_before);
        // The next edit that is accepted clears it.
        once(&mut state, Edit::Jobs(OPERATION, 104.0));
        assert_eq!(state.document().refused, None);
        assert_eq!(state.notice, None);
    }
}

#[test]
fn a_refusal_in_the_middle_of_a_drag_keeps_the_drag_one_step() {
    let mut state = start();
    let first = scenario(&state);
    for share in [0.31, 0.35, 0.99, 0.4, 0.98, 0.42] {
        moving(&mut state, Edit::LocalShare(OPERATION, Some(share)));
    }
    act(&mut state, Action::EndGesture);
    assert_eq!(state.document().refused, None);
    act(&mut state, Action::Undo);
    assert_eq!(scenario(&state), first);
}

#[test]
fn a_region_or_an_activity_that_cannot_reach_the_share_gets_the_most_it_can() {
    let mut edits: Vec<Edit> = LIBRARY
        .territories
        .iter()
        .map(|t| Edit::Region(t.code.clone()))
        .collect();
    let activities = retombees::data::search::search(&LIBRARY, "");
    edits.extend(
        activities
            .iter()
            .step_by(7)
            .map(|f| Edit::Activity(f.activity.map(|a| a.id.clone()), f.recipe.code.clone())),
    );
    let mut lowered = 0;
    let mut state = start();
    let most = state.document().study().phases[OPERATION].sourcing.maximum;
    let asked = (most * 1000.0).floor() / 1000.0;
    once(&mut state, Edit::LocalShare(OPERATION, Some(asked)));
    assert_eq!(state.document().refused, None);
    let before = scenario(&state);
    for edit in edits {
        once(&mut state, edit.clone());
        let document = state.document();
        assert_eq!(document.refused, None, "{edit:?}");
        if document.scenario() == &before {
            continue;
        }
        let sourcing = document.study().phases[OPERATION].sourcing.clone();
        match document.lowered_share {
            Some(share) => {
                lowered += 1;
                assert!(share < asked);
                assert!((sourcing.local_share - share).abs() < 1e-9, "{edit:?}");
                assert!(sourcing.maximum - share < 0.001 + 1e-9, "{edit:?}: {share}");
                assert!(state.notice.as_ref().unwrap().alarming, "the user is told");
            }
            None => assert!((sourcing.local_share - asked).abs() < 1e-9, "{edit:?}"),
        }
        act(&mut state, Action::Undo);
        assert_eq!(scenario(&state), before, "undo brings the share back too");
    }
    assert!(lowered > 5, "{lowered}");
}

#[test]
fn both_shares_are_lowered_when_both_are_out_of_reach() {
    let mut state = start();
    for phase in [0, OPERATION] {
        let most = state.document().study().phases[phase].sourcing.maximum;
        once(&mut state, Edit::LocalShare(phase, Some(most - 0.001)));
        assert_eq!(state.document().refused, None);
    }
    once(&mut state, Edit::Region("09-10".into()));
    assert_eq!(state.document().refused, None);
    assert_eq!(state.document().scenario().region.as_str(), "09-10");
    for phase in &state.document().study().phases {
        assert!(phase.sourcing.maximum - phase.sourcing.local_share < 0.001 + 1e-9);
    }
    results_belong(&state, &mut Cache::default());
}

#[test]
fn a_project_brought_down_to_nothing_keeps_the_share_it_asked_for() {
    let mut state = start();
    once(&mut state, Edit::Jobs(OPERATION, 0.0));
    assert_eq!(state.document().lowered_share, None);
    assert_eq!(state.notice, None);
    once(&mut state, Edit::Jobs(OPERATION, 102.0));
    let reached = state.document().study().phases[OPERATION].sourcing.local_share;
    assert!((reached - 0.3).abs() < 1e-12);
}

// Results

#[test]
fn every_region_method_and_treatment_of_households_is_computed() {
    let mut state = start();
    let mut cache = Cache::default();
    for territory in &LIBRARY.territories {
        once(&mut state, Edit::Region(territory.code.clone()));
        assert_eq!(state.document().refused, None, "{}", territory.code);
        results_belong(&state, &mut cache);
    }
    once(&mut state, Edit::Region("05".into()));
    for method in Method::ALL {
        for households in [Households::None, Households::Closed] {
            once(&mut state, Edit::Method(method));
            once(&mut state, Edit::Households(households));
            assert_eq!(state.document().refused, None);
            results_belong(&state, &mut cache);
        }
    }
}

#[test]
fn the_method_page_shows_the_document_as_it_stands_under_each_method() {
    let mut state = start();
    assert!(state.methods.is_none());
    act(&mut state, Action::ShowPage(Page::Method));
    for jobs in [102.0, 204.0] {
        once(&mut state, Edit::Jobs(OPERATION, jobs));
        let methods = state.methods.as_ref().unwrap();
        assert_eq!(methods.revision, state.document().revision());
        assert_eq!(methods.methods.len(), 4);
        for row in &methods.methods {
            let mut scenario = scenario(&state);
            scenario.model.method = row.method;
            let fresh = study::run(&scenario, &LIBRARY, &mut Cache::default());
            assert_eq!(row.figures.is_some(), fresh.is_ok(), "{:?}", row.method);
            if let (Some(figures), Ok(fresh)) = (row.figures, fresh) {
                let phase = fresh.operation().unwrap();
                let jobs = study::Effect::ALL.map(|e| fresh.value(phase, study::Measure::Jobs, e, Territory::Study));
                assert_eq!(figures.jobs, jobs, "{:?}", row.method);
                assert_eq!(
                    figures.all_jobs,
                    fresh.total(phase, study::Measure::Jobs, Territory::Study)
                );
                assert_eq!(figures.gdp, fresh.total(phase, study::Measure::Gdp, Territory::Study));
            }
        }
    }
    once(&mut state, Edit::Region("QC".into()));
    assert_eq!(
        state.methods.as_ref().unwrap().methods.len(),
        0,
        "a province needs no quotient"
    );
    act(&mut state, Action::ShowPage(Page::Overview));
    assert!(state.methods.is_none());
}

#[test]
fn all_offered_activities_are_computed_for_the_flagship() {
    let mut state = start();
    for found in retombees::data::search::search(&LIBRARY, "") {
        let id = found.activity.map(|a| a.id.clone());
        once(&mut state, Edit::Activity(id, found.recipe.code.clone()));
        assert_eq!(state.document().refused, None, "{}", found.recipe.code);
        assert_eq!(state.document().scenario().activity.recipe, found.recipe.code);
        for figure in figures(&state) {
            assert!(figure.value.is_finite(), "{}: {}", found.recipe.code, figure.id);
        }
    }
}

#[test]
fn each_edit_applies_to_a_whole_province_too() {
    let mut state = start_with(smelters());
    assert!(state.document().study().whole_province);
    let mut cache = Cache::default();
    let line = state.document().study().phases[0].lines[0].id.clone();
    let edits = [
        Edit::Name(Lang::Fr, "Alumineries".into()),
        Edit::Jobs(0, 9_000.0),
        Edit::LocalShare(0, Some(0.4)),
        Edit::LocalShare(0, None),
        Edit::ProvinceContent(0, Some(0.5)),
        Edit::ProvinceContent(0, None),
        Edit::Years(0, 2013, 2015),
        Edit::AddPhase(true),
        Edit::Investment(1, 3e8),
        Edit::LineAmount(0, line.clone(), Some(2e8)),
        Edit::LineLocal(0, line.clone(), Some(0.2)),
        Edit::LineLocal(0, line.clone(), None),
        Edit::AddLine(0, "5A".into(), 1e6),
        Edit::LineLabel(0, "u1".into(), Lang::Fr, "Génie".into()),
        Edit::LineIndustry(0, "u1".into(), "51".into()),
        Edit::ResetLine(0, line),
        Edit::ResetLines(0),
        Edit::Assumption(AssumptionKind::AnnualWage(0), Some(90_000.0)),
        Edit::Assumption(AssumptionKind::Sales(0), Some(6e9)),
        Edit::Assumption(AssumptionKind::PropertyTax(0), Some(1e6)),
        Edit::Assumption(AssumptionKind::LocalHiring(0), Some(0.9)),
        Edit::Assumption(AssumptionKind::WorksShare(1), Some(0.7)),
        Edit::Assumption(AssumptionKind::Parameter("saving_rate".into()), Some(0.05)),
        Edit::Households(Households::None),
        Edit::Method(Method::Aflq),
        Edit::Activity(Some("magnesium-smelting".into()), "331410".into()),
        Edit::Region("ON".into()),
        Edit::RemovePhase(0),
    ];
    for edit in edits {
        let before = scenario(&state);
        once(&mut state, edit.clone());
        assert_eq!(state.document().refused, None, "{edit:?}");
        assert_ne!(scenario(&state), before, "{edit:?}");
        results_belong(&state, &mut cache);
    }
    while state.document().history.undo_name().is_some() {
        act(&mut state, Action::Undo);
    }
    assert!(!state.document().is_modified());
}

#[test]
fn two_constructions_and_two_operations_add_up() {
    let mut state = start();
    four_phases(&mut state);
    let ids: Vec<String> = scenario(&state).phases.iter().map(|p| p.id.to_string()).collect();
    assert_eq!(ids, ["construction", "operation", "construction-2", "operation-2"]);
    once(&mut state, Edit::Investment(2, 20e6));
    once(&mut state, Edit::Jobs(3, 40.0));
    once(&mut state, Edit::Years(2, 2020, 2022));
    once(&mut state, Edit::Years(3, 2021, 2040));
    assert_eq!(state.document().refused, None);
    let study = state.document().study();
    let (first, last) = study.span().unwrap();
    assert_eq!((first, last), (2020, 2041));
    for year in first..=last {
        for measure in study::Measure::ALL {
            let both: f64 = study::Effect::ALL
                .iter()
                .map(|e| study.in_year(year, measure, *e, Territory::Country))
                .sum();
            let by_hand: f64 = study
                .phases
                .iter()
                .map(|p| {
                    let part = p.by_year.iter().find(|(y, _)| *y == year).map_or(0.0, |(_, f)| *f);
                    part * study.total(p, measure, Territory::Country)
                })
                .sum();
            assert!(
                (both - by_hand).abs() <= 1e-9 * by_hand.abs().max(1.0),
                "{year} {measure:?}"
            );
        }
    }
    // The same phases alone give the same results: phases do not disturb each other.
    for k in (0..4).rev().filter(|k| *k != 3) {
        once(&mut state, Edit::RemovePhase(k));
    }
    assert_eq!(scenario(&state).phases.len(), 1);
    let alone = jobs(&state);
    for _ in 0..3 {
        act(&mut state, Action::Undo);
    }
    let study = state.document().study();
    let among = study.total(&study.phases[3], study::Measure::Jobs, Territory::Study);
    assert!((alone - among).abs() < 1e-9);
    once(&mut state, Edit::RemovePhase(0));
    once(&mut state, Edit::RemovePhase(0));
    once(&mut state, Edit::RemovePhase(0));
    let before = scenario(&state);
    once(&mut state, Edit::RemovePhase(0));
    assert_eq!(scenario(&state), before, "the last phase stays");
}

#[test]
fn the_phase_shown_exists_whatever_is_removed() {
    let mut state = start();
    four_phases(&mut state);
    act(&mut state, Action::ShowPhase(3));
    assert_eq!(state.phase, 3);
    once(&mut state, Edit::RemovePhase(3));
    assert_eq!(state.phase, 2);
    act(&mut state, Action::ShowPhase(usize::MAX));
    assert_eq!(state.phase, 2);
    for _ in 0..9 {
        act(&mut state, Action::Undo);
    }
    assert_eq!(state.phase, 1);
}

// Files

fn failed(id: Option<DocumentId>, path: &str, failure: Failure) -> Action {
    Action::Files(FileAction::Failed(id, path.into(), failure))
}

fn opened(state: &mut AppState, name: &str, scenario: &Scenario) {
    let bytes = file::write(scenario).unwrap().into_bytes();
    act(state, Action::FileRead(name.into(), bytes));
}

#[test]
fn a_broken_file_leaves_everything_untouched_and_says_all_that_is_wrong() {
    let mut state = start();
    once(&mut state, Edit::Jobs(OPERATION, 140.0));
    let (before, figures_before) = (scenario(&state), figures(&state));
    let mut broken = before.clone();
    broken.region = "99".into();
    broken.activity.recipe = "nothing".into();
    broken.phases[0].price_year = 1951;
    let bytes = file::write(&broken).unwrap().into_bytes();
    let path = PathBuf::from("casse.ron");
    assert_eq!(act(&mut state, Action::FileRead(path.clone(), bytes)), []);
    assert_eq!(state.documents.len(), 1);
    assert_eq!(scenario(&state), before);
    assert_eq!(figures(&state), figures_before);
    let Some(Dialog::Refused(refusal)) = &state.dialog else {
        panic!("{:?}", state.dialog)
    };
    assert_eq!(refusal.name, "casse.ron");
    for place in ["region", "activity.recipe", "phases[0].price_year"] {
        assert!(refusal.problems.iter().any(|p| p.place == place), "{place}");
    }
    act(&mut state, Action::Dismiss);
    assert_eq!(state.dialog, None);

    let text = b"(version: 1, name: (fr: \"x\"".to_vec();
    act(&mut state, Action::FileRead(path.clone(), text));
    let Some(Dialog::Refused(refusal)) = &state.dialog else {
        panic!("{:?}", state.dialog)
    };
    assert!(matches!(refusal.problems[0].what, What::Syntax { .. }));
    act(&mut state, Action::Dismiss);

    act(&mut state, failed(None, "casse.ron", Failure::Denied));
    let notice = state.notice.clone().unwrap();
    assert!(notice.alarming && notice.text.fr.contains("pas le droit") && notice.text.fr.contains("casse.ron"));
    assert_eq!(scenario(&state), before);
}

/// Saves the document in front under a path and returns the text written.
fn save_to(state: &mut AppState, path: &str) -> (DocumentId, String, u64) {
    let id = state.document().id;
    let effects = act(state, Action::SaveTo(id, path.into()));
    match effects.as_slice() {
        [Effect::Write(to, at, text, revision)] => {
            assert_eq!((*to, at.as_path()), (id, std::path::Path::new(path)));
            (id, text.clone(), *revision)
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn saving_asks_where_once_then_writes_marks_clean_and_moves_the_ghost() {
    let mut state = start();
    once(&mut state, Edit::Jobs(OPERATION, 140.0));
    assert!(state.document().is_modified() && state.has_unsaved());
    let id = state.document().id;
    let effects = act(&mut state, Action::Save);
    assert_eq!(
        effects,
        [Effect::PickSave(id, "alliance-magnesium-demonstration-2020.ron".into())]
    );
    let (_, text, revision) = save_to(&mut state, "un.ron");
    assert!(state.document().is_modified(), "not saved before it is written");
    assert_eq!(state.document().path, None);
    act(&mut state, Action::Saved(id, "un.ron".into(), revision));
    let document = state.document();
    assert!(!document.is_modified() && !state.has_unsaved());
    assert_eq!(document.path.as_deref(), Some(std::path::Path::new("un.ron")));
    assert_eq!(document.saved(), document.scenario());
    assert!(state.notice.as_ref().unwrap().text.fr.contains("un.ron"));
    // The text is the document, with the fingerprint of the data.
    let back = file::read(text.as_bytes()).unwrap();
    assert_eq!(back.economy.fingerprint.as_ref(), Some(&LIBRARY.fingerprint));
    assert_eq!(&back, state.document().scenario());

    // The next save goes to the same place without asking; saving as asks again.
    once(&mut state, Edit::Jobs(OPERATION, 150.0));
    assert!(matches!(act(&mut state, Action::Save).as_slice(), [Effect::Write(_, p, ..)] if p.ends_with("un.ron")));
    assert!(matches!(
        act(&mut state, Action::SaveAs).as_slice(),
        [Effect::PickSave(..)]
    ));
    // Undoing to before the save is a change, doing again is none.
    act(&mut state, Action::Undo);
    assert!(!state.document().is_modified());
    act(&mut state, Action::Undo);
    assert!(state.document().is_modified());
}

#[test]
fn an_edit_made_while_the_file_was_written_stays_unsaved() {
    let mut state = start();
    once(&mut state, Edit::Jobs(OPERATION, 140.0));
    let (id, _, revision) = save_to(&mut state, "deux.ron");
    once(&mut state, Edit::Jobs(OPERATION, 141.0));
    act(&mut state, Action::Saved(id, "deux.ron".into(), revision));
    assert!(state.document().is_modified());
    assert!(state.document().path.is_some());
    let (_, text, revision) = save_to(&mut state, "deux.ron");
    act(&mut state, Action::Saved(id, "deux.ron".into(), revision));
    assert!(!state.document().is_modified());
    assert!(text.contains("141"));
}

#[test]
fn a_write_that_fails_leaves_the_document_modified() {
    let mut state = start();
    once(&mut state, Edit::Jobs(OPERATION, 140.0));
    let (id, _, _) = save_to(&mut state, "trois.ron");
    act(&mut state, failed(Some(id), "trois.ron", Failure::Full));
    assert!(state.document().is_modified());
    assert!(state.notice.as_ref().unwrap().alarming);
}

#[test]
fn a_document_closed_while_it_was_written_disturbs_nobody() {
    let mut state = start_with(smelters());
    let (id, _, revision) = save_to(&mut state, "quatre.ron");
    act(&mut state, Action::CloseAnyway(1));
    assert_eq!(state.documents.len(), 1);
    act(&mut state, Action::Saved(id, "quatre.ron".into(), revision));
    assert_eq!(state.document().path, None);
    assert_eq!(act(&mut state, Action::SaveTo(id, "cinq.ron".into())), []);
}

#[test]
fn what_is_written_reads_back_to_the_same_scenario_and_results() {
    for preset in 0..presets::SHIPPED.len() {
        let mut state = start_with(preset);
        let k = state.phase;
        let line = state.document().study().phases[k].lines.last().unwrap().id.clone();
        once(&mut state, Edit::LineAmount(k, line.clone(), Some(123_456.789)));
        once(&mut state, Edit::LineLocal(k, line, Some(1.0 / 3.0)));
        once(&mut state, Edit::AddLine(k, "5A".into(), 0.1 + 0.2));
        once(
            &mut state,
            Edit::LineLabel(k, "u1".into(), Lang::Fr, "« Génie » \\ \"été\"\n\t✓".into()),
        );
        once(&mut state, Edit::Assumption(AssumptionKind::Delta, Some(0.1)));
        once(&mut state, Edit::Name(Lang::Fr, "Nom avec « œ », \" et \\".into()));
        once(&mut state, Edit::AddPhase(true));
        assert_eq!(state.document().refused, None);
        let (_, text, _) = save_to(&mut state, "aller.ron");
        let (written, results) = (scenario(&state), figures(&state));
        act(
            &mut state,
            Action::FileRead("retour.ron".into(), text.clone().into_bytes()),
        );
        let mut read = scenario(&state);
        read.economy.fingerprint = written.economy.fingerprint.clone();
        assert_eq!(read, written);
        assert_eq!(figures(&state), results);
        assert!(!state.document().is_modified());
        let warned = |w: &retombees::problem::Problem| matches!(w.what, What::EconomyChanged { .. });
        assert!(!state.document().study().warnings.iter().any(warned));
        let (_, again, _) = save_to(&mut state, "encore.ron");
        assert_eq!(again, text, "the same document gives the same bytes");
    }
}

#[test]
fn data_that_changed_since_the_save_are_warned_of_until_the_next_save() {
    let mut state = start();
    let mut old = scenario(&state);
    old.economy.fingerprint = Some("older".into());
    opened(&mut state, "ancien.ron", &old);
    let warned = |state: &AppState| {
        let warnings = &state.document().study().warnings;
        warnings.iter().any(|w| matches!(w.what, What::EconomyChanged { .. }))
    };
    assert!(warned(&state));
    once(&mut state, Edit::Jobs(OPERATION, 120.0));
    let (id, text, revision) = save_to(&mut state, "ancien.ron");
    assert!(warned(&state), "not written yet");
    act(&mut state, Action::Saved(id, "ancien.ron".into(), revision));
    assert!(!warned(&state), "what was saved is of today's data");
    assert!(!state.document().is_modified());
    assert_eq!(state.document().saved(), state.document().scenario());
    // Taking a step back changes the project, not the data that it was saved with.
    act(&mut state, Action::Undo);
    assert!(!warned(&state) && state.document().is_modified());
    act(&mut state, Action::Redo);
    assert!(!state.document().is_modified());
    act(&mut state, Action::FileRead("neuf.ron".into(), text.into_bytes()));
    assert!(!warned(&state));
}

#[test]
fn saving_from_the_question_closes_once_the_file_is_written() {
    let mut state = start_with(smelters());
    once(&mut state, Edit::Jobs(0, 10_000.0));
    let id = state.document().id;
    act(&mut state, Action::Close(1));
    let effects = act(&mut state, Action::SaveAndClose(1));
    assert_eq!(state.dialog, None);
    assert!(matches!(effects.as_slice(), [Effect::PickSave(..)]), "{effects:?}");
    // No dialog service: the place is typed, a file stands there, and it is replaced.
    act(&mut state, Action::AskPath(PathRequest::Save(id, "projet.ron".into())));
    act(&mut state, Action::SaveTyped(id, "un".into()));
    act(&mut state, Action::AskReplace(id, "un.ron".into()));
    assert_eq!(state.documents.len(), 2);
    let (_, _, revision) = save_to(&mut state, "un.ron");
    assert_eq!(state.documents.len(), 2, "not closed before it is written");
    act(&mut state, Action::Saved(id, "un.ron".into(), revision));
    assert_eq!(state.documents.len(), 1);
    assert_ne!(state.document().id, id);
    assert!(
        state.notice.as_ref().unwrap().text.fr.contains("un.ron"),
        "the user is told"
    );
}

#[test]
fn a_document_that_could_not_be_saved_stays_open_with_the_error() {
    let mut state = start_with(smelters());
    once(&mut state, Edit::Jobs(0, 10_000.0));
    act(&mut state, Action::SaveAndClose(1));
    let (id, _, _) = save_to(&mut state, "plein.ron");
    act(&mut state, failed(Some(id), "plein.ron", Failure::Full));
    assert_eq!(state.documents.len(), 2);
    assert!(state.document().is_modified());
    let notice = state.notice.clone().unwrap();
    assert!(notice.alarming && notice.text.fr.contains("plus de place"));
    // The wish to close went with it: a later save only saves.
    let (_, _, revision) = save_to(&mut state, "libre.ron");
    act(&mut state, Action::Saved(id, "libre.ron".into(), revision));
    assert_eq!(state.documents.len(), 2);
    // So it goes when the user turns to something else, or edits while the file is written.
    for turn in [
        Action::Dismiss,
        Action::Save,
        Action::Edit(Edit::Jobs(0, 12_000.0), Gesture::Once),
    ] {
        once(&mut state, Edit::Jobs(0, 11_000.0));
        act(&mut state, Action::SaveAndClose(1));
        act(&mut state, turn.clone());
        let (_, _, revision) = save_to(&mut state, "libre.ron");
        act(&mut state, Action::Saved(id, "libre.ron".into(), revision));
        assert_eq!(state.documents.len(), 2, "{turn:?}");
    }
}

#[test]
fn a_name_changes_in_the_language_it_is_typed_in() {
    let mut state = start();
    let first = scenario(&state).name;
    assert_ne!(first.fr, first.en);
    once(&mut state, Edit::Name(Lang::Fr, "Usine".into()));
    assert_eq!(scenario(&state).name, Local::new("Usine", &*first.en));
    once(&mut state, Edit::Name(Lang::En, "Usine".into()));
    assert_eq!(scenario(&state).name, Local::same("Usine"));
    // A name that was the same in both languages stays so.
    once(&mut state, Edit::Name(Lang::En, "Plant".into()));
    assert_eq!(scenario(&state).name, Local::same("Plant"));
    // The name that the program gave is nobody's.
    act(&mut state, Action::CloseAnyway(0));
    moving(&mut state, Edit::Name(Lang::Fr, "U".into()));
    moving(&mut state, Edit::Name(Lang::Fr, "Us".into()));
    assert_eq!(scenario(&state).name, Local::same("Us"));
    once(&mut state, Edit::AddLine(OPERATION, "5A".into(), 1e5));
    once(
        &mut state,
        Edit::LineLabel(OPERATION, "u1".into(), Lang::En, "Advice".into()),
    );
    let label = |state: &AppState| scenario(state).phases[OPERATION].line("u1").unwrap().label.clone();
    assert_eq!(label(&state), Some(Local::same("Advice")));
}

#[test]
fn a_value_refused_while_it_is_typed_brings_back_the_one_from_before() {
    let typing = |state: &mut AppState, share| {
        act(
            state,
            Action::Edit(Edit::LocalShare(OPERATION, Some(share)), Gesture::Typing),
        );
    };
    let mut state = start();
    let first = scenario(&state);
    typing(&mut state, 0.09);
    assert_ne!(scenario(&state), first);
    typing(&mut state, 0.95);
    assert_eq!(scenario(&state), first);
    assert!(state.document().refused.is_some());
    assert_eq!(state.document().history.undo_name(), None);
    // Typing on mends it, still as one step.
    typing(&mut state, 0.2);
    typing(&mut state, 0.21);
    assert_eq!(state.document().refused, None);
    act(&mut state, Action::EndGesture);
    act(&mut state, Action::Undo);
    assert_eq!(scenario(&state), first);
}

#[test]
fn a_line_brought_down_lowers_a_stated_share_that_it_puts_out_of_reach() {
    let mut state = start();
    let most = state.document().study().phases[OPERATION].sourcing.maximum;
    once(&mut state, Edit::LocalShare(OPERATION, Some(most - 1e-4)));
    let lines = state.document().study().phases[OPERATION].lines.clone();
    let line = lines
        .iter()
        .filter(|l| l.origin.study > 0.0)
        .max_by(|a, b| (a.amount * a.origin.study).total_cmp(&(b.amount * b.origin.study)))
        .unwrap();
    once(&mut state, Edit::LineLocal(OPERATION, line.id.clone(), Some(0.0)));
    let document = state.document();
    assert_eq!(document.refused, None);
    let shown = &document.study().phases[OPERATION];
    assert_eq!(shown.lines.iter().find(|l| l.id == line.id).unwrap().origin.study, 0.0);
    assert!(document.lowered_share.unwrap() < most);
    assert!(shown.sourcing.maximum - shown.sourcing.local_share < 0.001 + 1e-9);
    assert!(state.notice.as_ref().unwrap().alarming, "the user is told");
    act(&mut state, Action::Undo);
    assert_eq!(state.document().study().phases[OPERATION].lines, lines);
}

#[test]
fn a_typed_place_is_not_replaced_without_a_question() {
    let mut state = start();
    let id = state.document().id;
    let effects = act(&mut state, Action::SaveTyped(id, "un".into()));
    assert_eq!(effects, [Effect::WriteNew(id, "un.ron".into())]);
    assert_eq!(act(&mut state, Action::AskReplace(id, "un.ron".into())), []);
    assert_eq!(state.dialog, Some(Dialog::Replace(id, "un.ron".into())));
    assert!(matches!(
        act(&mut state, Action::SaveTo(id, "un.ron".into())).as_slice(),
        [Effect::Write(..)]
    ));
    assert_eq!(state.dialog, None);
    let revision = state.document().revision();
    act(&mut state, Action::Saved(id, "un.ron".into(), revision));
    let effects = act(&mut state, Action::SaveTyped(id, "un".into()));
    assert!(
        matches!(effects.as_slice(), [Effect::Write(..)]),
        "its own file is replaced without a question"
    );
    // Another document that takes the same place asks.
    act(&mut state, Action::OpenPreset(1));
    let other = state.document().id;
    let effects = act(&mut state, Action::SaveTyped(other, "un.ron".into()));
    assert_eq!(effects, [Effect::WriteNew(other, "un.ron".into())]);
}

#[test]
fn closing_or_quitting_with_unsaved_changes_asks_first() {
    let mut state = start_with(smelters());
    once(&mut state, Edit::Jobs(0, 10_000.0));
    assert_eq!(act(&mut state, Action::Close(1)), []);
    assert_eq!(state.dialog, Some(Dialog::Unsaved(1)));
    assert_eq!(state.documents.len(), 2);
    act(&mut state, Action::Dismiss);
    assert_eq!(act(&mut state, Action::Quit), []);
    assert_eq!(state.dialog, Some(Dialog::UnsavedAtQuit));
    assert!(!state.closing);
    act(&mut state, Action::Dismiss);
    act(&mut state, Action::CloseAnyway(1));
    assert_eq!(
        (state.documents.len(), state.active, state.dialog.clone()),
        (1, 0, None)
    );
    assert_eq!(act(&mut state, Action::Quit), [Effect::Close]);
    assert!(state.closing);

    let mut state = start();
    once(&mut state, Edit::Jobs(OPERATION, 1.0));
    act(&mut state, Action::Quit);
    assert_eq!(act(&mut state, Action::QuitAnyway), [Effect::Close]);
    assert!(state.closing);
}

#[test]
fn the_last_document_closed_leaves_a_new_one() {
    let mut state = start();
    act(&mut state, Action::Close(0));
    assert_eq!((state.documents.len(), state.active), (1, 0));
    assert_eq!(state.document().scenario().name.fr, "Nouveau projet");
    act(&mut state, Action::Close(7));
    act(&mut state, Action::CloseAnyway(7));
    assert_eq!(state.documents.len(), 1);
}

#[test]
fn several_documents_keep_to_themselves() {
    let mut state = start();
    act(&mut state, Action::OpenPreset(smelters()));
    act(&mut state, Action::OpenPreset(1));
    assert_eq!((state.documents.len(), state.active), (3, 2));
    let ids: Vec<DocumentId> = state.documents.iter().map(|d| d.id).collect();
    assert!(ids[0] != ids[1] && ids[1] != ids[2] && ids[0] != ids[2]);
    act(&mut state, Action::Activate(0));
    moving(&mut state, Edit::Jobs(OPERATION, 110.0));
    let first = scenario(&state);
    act(&mut state, Action::Activate(1));
    moving(&mut state, Edit::Jobs(0, 10_500.0));
    act(&mut state, Action::Activate(0));
    assert_eq!(scenario(&state), first);
    // Going elsewhere ends the movement: the next one is another step.
    moving(&mut state, Edit::Jobs(OPERATION, 120.0));
    act(&mut state, Action::Undo);
    assert_eq!(scenario(&state), first);
    act(&mut state, Action::Activate(99));
    assert_eq!(state.active, 0);
    assert!(state.documents[1].is_modified() && !state.documents[2].is_modified());
    // Closing one before the one in front keeps the same one in front.
    act(&mut state, Action::Activate(2));
    let front = state.document().id;
    act(&mut state, Action::CloseAnyway(0));
    assert_eq!(state.document().id, front);
    // Closing the one in front shows a neighbour.
    let front = state.active;
    act(&mut state, Action::CloseAnyway(front));
    assert_eq!((state.documents.len(), state.active), (1, 0));
    assert_eq!(state.document().id, ids[1]);
}

#[test]
fn a_file_already_open_comes_to_the_front() {
    let mut state = start();
    assert_eq!(act(&mut state, Action::Open), [Effect::PickOpen]);
    assert_eq!(
        act(&mut state, Action::OpenPath("a.ron".into())),
        [Effect::Read("a.ron".into())]
    );
    let document = scenario(&state);
    opened(&mut state, "a.ron", &document);
    act(&mut state, Action::Activate(0));
    assert_eq!(act(&mut state, Action::OpenPath("a.ron".into())), []);
    assert_eq!(state.active, 1);
    // Asked for twice before it was read, it comes twice and opens once.
    for _ in 0..2 {
        assert_eq!(
            act(&mut state, Action::OpenPath("c.ron".into())),
            [Effect::Read("c.ron".into())]
        );
    }
    for _ in 0..2 {
        opened(&mut state, "c.ron", &document);
    }
    assert_eq!((state.documents.len(), state.active), (3, 2));
    act(&mut state, Action::AskPath(PathRequest::Open));
    assert_eq!(state.dialog, Some(Dialog::Path(PathRequest::Open)));
    act(&mut state, Action::OpenPath("b.ron".into()));
    assert_eq!(state.dialog, None);
}

#[test]
fn what_stands_in_for_the_last_project_is_complete_clean_and_in_the_same_region() {
    for region in ["05", "QC", "mrc-les-sources", "ON"] {
        let mut state = start();
        once(&mut state, Edit::Region(RegionCode::new(region)));
        act(&mut state, Action::CloseAnyway(0));
        assert!(state.draft.open, "the page of a new project shows");
        assert_eq!(state.draft.region, Some(RegionCode::new(region)));
        let document = state.document();
        assert_eq!(document.scenario().region.as_str(), region);
        assert_eq!(document.path, None);
        assert!(!document.is_modified());
        assert!(document.study().operation().is_some() && document.study().construction().is_some());
        assert_eq!(document.history.undo_name(), None);
        results_belong(&state, &mut Cache::default());
        let study = document.study();
        for check in &study.checks {
            assert!(check.holds(), "{check:?}");
        }
        let own: Vec<_> = study
            .assumptions
            .iter()
            .filter(|a| a.overridden)
            .map(|a| &a.kind)
            .collect();
        assert!(own.is_empty(), "a new project overrides {own:?}");
        // Its round numbers say that they are examples, until they are replaced.
        let phases = document.scenario().phases.clone();
        let (PhaseKind::Construction { investment, .. }, PhaseKind::Operation { jobs, .. }) =
            (&phases[0].kind, &phases[1].kind)
        else {
            panic!("{phases:?}")
        };
        for input in [investment, jobs] {
            assert_eq!(input.basis, Basis::Assumption);
            assert!(input.note.as_ref().unwrap().fr.contains("exemple"));
        }
        let (_, text, _) = save_to(&mut state, "neuf.ron");
        assert!(file::read(text.as_bytes()).is_ok());
        once(&mut state, Edit::Jobs(1, 40.0));
        let PhaseKind::Operation { jobs, .. } = &state.document().scenario().phases[1].kind else {
            panic!("the order of the phases changed")
        };
        assert_eq!((jobs.basis, &jobs.note), (Basis::User, &None));
    }
}

// Settings and view

#[test]
fn settings_are_only_what_the_user_set() {
    let state = start();
    assert_eq!(state.settings, Settings::default());
    assert_eq!(
        (state.lang(), state.theme(), state.ghost()),
        (Lang::Fr, ThemePreference::System, true)
    );
    let mut english = AppState::new(LIBRARY.clone(), Settings::default(), Lang::En).unwrap();
    assert_eq!(english.lang(), Lang::En);
    assert_eq!(act(&mut english, Action::SetLang(Lang::Fr)), [Effect::KeepSettings]);
    assert_eq!(english.settings.lang, Some(Lang::Fr));
    assert_eq!((english.settings.theme, english.settings.ghost), (None, None));
    assert_eq!(
        act(&mut english, Action::SetTheme(ThemePreference::Dark)),
        [Effect::KeepSettings]
    );
    assert_eq!(act(&mut english, Action::ShowGhost(false)), [Effect::KeepSettings]);
    assert_eq!(
        (english.lang(), english.theme(), english.ghost()),
        (Lang::Fr, ThemePreference::Dark, false)
    );
}

#[test]
fn what_the_window_shows_is_no_step_and_no_change() {
    let mut state = start();
    let first = scenario(&state);
    for action in [
        Action::ShowPage(Page::Spending),
        Action::SetTerritory(Territory::Country),
        Action::ShowPhase(0),
        Action::View(retombees::app::ViewAction::Tables(true)),
        Action::ToggleProblems,
        Action::ShowGhost(false),
        Action::ClearNotice,
        Action::Dismiss,
        Action::SetLang(Lang::En),
    ] {
        act(&mut state, action);
    }
    assert_eq!(scenario(&state), first);
    assert_eq!(state.document().revision(), 0);
    assert_eq!(state.document().history.undo_name(), None);
}

#[test]
fn an_assumption_changed_then_reset_is_as_it_was() {
    let mut state = start();
    let kinds: Vec<_> = state
        .document()
        .study()
        .assumptions
        .iter()
        .filter(|a| a.editable && !a.overridden && a.code.is_none())
        .map(|a| (a.kind.clone(), a.value, a.range))
        .collect();
    assert!(kinds.len() > 10);
    for (kind, value, range) in kinds {
        let first = scenario(&state);
        let other = range.map_or(value * 1.1 + 1.0, |(low, high)| match high {
            _ if value == high => low,
            // Counts, years and dollars; a share stays below 1.
            high if high > 1.5 => high,
            high => high.min(0.98),
        });
        once(&mut state, Edit::Assumption(kind.clone(), Some(other)));
        assert_eq!(state.document().refused, None, "{kind:?} = {other}");
        let a = state
            .document()
            .study()
            .assumptions
            .iter()
            .find(|a| a.kind == kind)
            .unwrap();
        assert!(a.overridden && a.basis == Basis::User, "{kind:?}");
        assert!(
            (a.value - other).abs() < 1e-9 * other.abs().max(1.0),
            "{kind:?}: {} is not {other}",
            a.value
        );
        assert!((a.default - value).abs() < 1e-9 * value.abs().max(1.0), "{kind:?}");
        once(&mut state, Edit::Assumption(kind.clone(), None));
        assert_eq!(scenario(&state), first, "{kind:?}");
    }
}
