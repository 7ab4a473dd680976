//! Every edit there is, in any order: taken back, the document is what it was; done again, it is what it became.
//!
//! [`kind`] names every edit without exception: an edit added to the program does not compile here until [`any_edit`] makes it.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use retombees::app::budget::BudgetLine;
use retombees::app::{
    Action, AppState, BudgetMode, Change, ClaimsEdit, Edit, Effect, FactsEdit, Gesture, LabourEdit, LinesEdit,
    NetFactor, PhasesEdit, ProgrammeNumber, ProgrammeText, PublicEdit, Settings, SupportNumber, TaxBaseNumber, update,
};
use retombees::ids::{IndustryCode, LineId, SupportId};
use retombees::scenario::{Basis, Government, Households, Input, Method, Scenario, SupportKind, file, presets};
use retombees::study::{AssumptionKind, Library};
use retombees::text::Lang;

static LIBRARY: LazyLock<Arc<Library>> = LazyLock::new(|| Arc::new(Library::embedded().unwrap()));

/// How many kinds of edit there are.
const KINDS: usize = 64;

/// Returns the place of an edit's kind, from 0 to one less than [`KINDS`].
fn kind(edit: &Edit) -> usize {
    match edit {
        Edit::Name(..) => 0,
        Edit::Region(_) => 1,
        Edit::Activity(..) => 2,
        Edit::Investment(..) => 3,
        Edit::Jobs(..) => 4,
        Edit::LocalShare(..) => 5,
        Edit::ProvinceContent(..) => 6,
        Edit::Years(..) => 7,
        Edit::AddPhase(_) => 8,
        Edit::RemovePhase(_) => 9,
        Edit::LineAmount(..) => 10,
        Edit::LineLocal(..) => 11,
        Edit::LineTrade(..) => 12,
        Edit::LineTransport(..) => 13,
        Edit::LineCap(..) => 14,
        Edit::ResetLine(..) => 15,
        Edit::ResetLines(_) => 16,
        Edit::AddLine(..) => 17,
        Edit::LineLabel(..) => 18,
        Edit::LineIndustry(..) => 19,
        Edit::Assumption(..) => 20,
        Edit::Method(_) => 21,
        Edit::Households(_) => 22,
        Edit::Public(edit) => match edit {
            PublicEdit::Add(..) => 23,
            PublicEdit::Remove(_) => 24,
            PublicEdit::Government(..) => 25,
            PublicEdit::Year(..) => 26,
            PublicEdit::Label(..) => 27,
            PublicEdit::Number(..) => 28,
            PublicEdit::EarlyClosure(_) => 29,
            PublicEdit::Factor(..) => 30,
            PublicEdit::Preset(..) => 31,
            PublicEdit::TaxBase(..) => 32,
            PublicEdit::LawYear(_) => 33,
        },
        Edit::Phases(edit) => match edit {
            PhasesEdit::Label(..) => 34,
            PhasesEdit::Duplicate(_) => 35,
            PhasesEdit::Part(..) => 36,
            PhasesEdit::RampYears(..) => 37,
            PhasesEdit::ResetProfile(_) | PhasesEdit::Growth(..) => 38,
            PhasesEdit::GrowthYears(..) | PhasesEdit::GrowthBase(..) | PhasesEdit::GrowthTarget(..) => 38,
        },
        Edit::Facts(edit) => match edit {
            FactsEdit::Description(..) => 39,
            FactsEdit::AddFact => 40,
            FactsEdit::RemoveFact(_) => 41,
            FactsEdit::MoveFact(..) => 42,
            FactsEdit::FactText(..) => 43,
            FactsEdit::FactSource(..) => 44,
            FactsEdit::FactBasis(..) => 45,
            FactsEdit::Tick(..) => 46,
            FactsEdit::AddBenefit => 47,
            FactsEdit::BenefitText(..) => 48,
            FactsEdit::Evidence(..) => 49,
        },
        Edit::Lines(_, edit) => match edit {
            LinesEdit::Origin(..) => 50,
            LinesEdit::Note(..) => 51,
            LinesEdit::Order(_) => 52,
            LinesEdit::Sort(_) => 53,
            LinesEdit::Each(..) => 54,
            LinesEdit::Budget(..) => 55,
            LinesEdit::Suppliers(..) => 56,
        },
        Edit::Claims(edit) => match edit {
            ClaimsEdit::Keep(_) => 57,
            ClaimsEdit::Remove(_) => 58,
        },
        Edit::Labour(edit) => match edit {
            LabourEdit::Unemployment(_) => 59,
            LabourEdit::Add => 60,
            LabourEdit::Text(..) => 61,
            LabourEdit::Number(..) => 62,
            LabourEdit::Remove(_) => 63,
        },
    }
}

/// What chance decides of an edit; the document decides the rest.
#[derive(Clone, Copy, Debug)]
struct Seed {
    kind: usize,
    a: usize,
    b: usize,
    value: f64,
    moving: bool,
}

fn seed() -> impl Strategy<Value = Seed> {
    let value = prop_oneof![
        4 => prop::sample::select(vec![0.0, 0.05, 0.2, 0.3, 0.5, 1.0]),
        3 => prop::sample::select(vec![1.0, 12.0, 102.0, 75_000.0, 1e6, 2e8]),
        1 => prop::sample::select(vec![-1.0, f64::NAN, 1e-9]),
        2 => 0.0..1.0,
    ];
    (0..KINDS, 0_usize..100, 0_usize..100, value, any::<bool>()).prop_map(|(kind, a, b, value, moving)| Seed {
        kind,
        a,
        b,
        value,
        moving,
    })
}

/// Makes an edit of a seed, of the kind that it asks for.
fn any_edit(state: &AppState, seed: Seed) -> Edit {
    let document = state.document();
    let (scenario, study) = (document.scenario(), document.study());
    let Seed { a, b, value, .. } = seed;
    let k = a % scenario.phases.len();
    let lines = study.phases.get(k).map_or(&[][..], |p| &p.lines);
    let line = lines
        .get(b % lines.len().max(1))
        .map_or_else(|| LineId::new("nowhere"), |l| l.id.clone());
    let some = (!b.is_multiple_of(5)).then_some(value);
    let industry = IndustryCode::new(&*LIBRARY.economy.industries[b % LIBRARY.economy.industries.len()].code);
    let support = scenario.support.get(b % scenario.support.len().max(1));
    let support = support.map_or_else(|| SupportId::new("nowhere"), |s| s.id.clone());
    let lang = Lang::ALL[a % 2];
    let text = ["Usine", "", "Été 2030 : « œuvre »"][b % 3].to_owned();
    let government = [Government::Quebec, Government::Federal][a / 2 % 2];
    let amount = || {
        Input::user(if value.is_finite() {
            value.abs() * 1e6 + 1.0
        } else {
            value
        })
    };
    let edit = match seed.kind {
        0 => Edit::Name(lang, text),
        1 => Edit::Region(LIBRARY.territories[b % LIBRARY.territories.len()].code.clone()),
        2 => {
            let activity = &LIBRARY.activities[b % LIBRARY.activities.len()];
            Edit::Activity(Some(activity.id.clone()), activity.recipes[0].clone())
        }
        3 => Edit::Investment(k, value),
        4 => Edit::Jobs(k, value),
        5 => Edit::LocalShare(k, some),
        6 => Edit::ProvinceContent(k, some),
        7 => Edit::Years(k, 2018 + (a % 9) as i32, 2017 + (b % 30) as i32),
        8 => Edit::AddPhase(b.is_multiple_of(2)),
        9 => Edit::RemovePhase(k),
        10 => Edit::LineAmount(k, line, some),
        11 => Edit::LineLocal(k, line, some),
        12 => Edit::LineTrade(k, line, some),
        13 => Edit::LineTransport(k, line, some),
        14 => Edit::LineCap(k, line, some),
        15 => Edit::ResetLine(k, line),
        16 => Edit::ResetLines(k),
        17 => Edit::AddLine(k, industry, value),
        18 => Edit::LineLabel(k, line, lang, text),
        19 => Edit::LineIndustry(k, line, industry),
        20 => {
            let assumption = study.assumptions.get(b % study.assumptions.len().max(1));
            let kind = assumption.map_or(AssumptionKind::Delta, |a| a.kind.clone());
            Edit::Assumption(kind, (!a.is_multiple_of(4)).then_some(value))
        }
        21 => Edit::Method(Method::ALL[b % 4]),
        22 => Edit::Households([Households::None, Households::Closed][b % 2]),
        23 => {
            let kinds = [
                SupportKind::Grant { amount: amount() },
                SupportKind::Loan {
                    amount: amount(),
                    rate: None,
                    term: None,
                    moratorium: None,
                },
                SupportKind::Equity {
                    amount: amount(),
                    loss_share: None,
                },
            ];
            Edit::Public(PublicEdit::Add(
                government,
                None,
                Box::new(kinds[b % kinds.len()].clone()),
            ))
        }
        24 => Edit::Public(PublicEdit::Remove(support)),
        25 => Edit::Public(PublicEdit::Government(support, government)),
        26 => Edit::Public(PublicEdit::Year(support, 2018 + (b % 20) as i32)),
        27 => Edit::Public(PublicEdit::Label(support, lang, text)),
        28 => {
            let numbers = [
                SupportNumber::Amount,
                SupportNumber::Rate,
                SupportNumber::Term,
                SupportNumber::Moratorium,
                SupportNumber::LossShare,
            ];
            Edit::Public(PublicEdit::Number(support, numbers[a % numbers.len()], some))
        }
        29 => Edit::Public(PublicEdit::EarlyClosure(
            (!b.is_multiple_of(3)).then_some(2022 + (a % 20) as i32),
        )),
        30 => {
            let factors = [
                NetFactor::Deadweight,
                NetFactor::Displacement,
                NetFactor::Substitution,
                NetFactor::Reference,
            ];
            Edit::Public(PublicEdit::Factor(k, factors[b % 4], some))
        }
        31 => {
            let presets = &LIBRARY.additionality.presets;
            let preset = presets.get(b % (presets.len() + 1)).map(|p| p.id.clone());
            Edit::Public(PublicEdit::Preset(k, preset))
        }
        32 => {
            let numbers = [TaxBaseNumber::Value, TaxBaseNumber::Rate, TaxBaseNumber::Loss];
            Edit::Public(PublicEdit::TaxBase(k, numbers[b % 3], some))
        }
        33 => Edit::Public(PublicEdit::LawYear(
            (!b.is_multiple_of(3)).then_some(2018 + (a % 8) as i32),
        )),
        _ => edit_of_lists(state, seed),
    };
    assert_eq!(kind(&edit), seed.kind);
    edit
}

/// Makes an edit of phases, facts, benefits or several lines.
fn edit_of_lists(state: &AppState, seed: Seed) -> Edit {
    let document = state.document();
    let (scenario, study) = (document.scenario(), document.study());
    let Seed { a, b, value, .. } = seed;
    let k = a % scenario.phases.len();
    let lines = study.phases.get(k).map_or(&[][..], |p| &p.lines);
    let line = lines
        .get(b % lines.len().max(1))
        .map_or_else(|| LineId::new("nowhere"), |l| l.id.clone());
    let programme = a % scenario.labour.programmes.len().max(1);
    // The lines in another order than they have.
    let ids: Vec<LineId> = lines.iter().rev().take(2 + a % 5).map(|l| l.id.clone()).collect();
    let lang = Lang::ALL[a % 2];
    let text = ["Usine", "", "Été 2030 : « œuvre »"][b % 3].to_owned();
    let fact = b % scenario.facts.len().max(1);
    let benefit = scenario.benefits.get(b % scenario.benefits.len().max(1));
    let benefit = benefit.map_or_else(|| "nowhere".to_owned(), |x| x.id.clone());
    match seed.kind {
        34 => Edit::Phases(PhasesEdit::Label(k, lang, text)),
        35 => Edit::Phases(PhasesEdit::Duplicate(k)),
        36 => Edit::Phases(PhasesEdit::Part(k, b % 2, value)),
        37 => Edit::Phases(PhasesEdit::RampYears(k, b % 4)),
        38 => Edit::Phases(match b % 5 {
            0 => PhasesEdit::ResetProfile(k),
            1 | 2 => PhasesEdit::Growth(k, b % 5 == 1),
            3 => PhasesEdit::GrowthYears(k, 1 + b % 4),
            _ => PhasesEdit::GrowthTarget(k, value * 1000.0),
        }),
        39 => Edit::Facts(FactsEdit::Description(lang, text)),
        40 => Edit::Facts(FactsEdit::AddFact),
        41 => Edit::Facts(FactsEdit::RemoveFact(fact)),
        42 => Edit::Facts(FactsEdit::MoveFact(fact, a % scenario.facts.len().max(1))),
        43 => Edit::Facts(FactsEdit::FactText(fact, lang, text)),
        44 => Edit::Facts(FactsEdit::FactSource(fact, lang, text)),
        45 => Edit::Facts(FactsEdit::FactBasis(fact, [Basis::User, Basis::Assumption][a % 2])),
        46 => {
            let known = &LIBRARY.benefits.benefits;
            Edit::Facts(FactsEdit::Tick(known[b % known.len()].id.clone(), !a.is_multiple_of(3)))
        }
        47 => Edit::Facts(FactsEdit::AddBenefit),
        48 => Edit::Facts(FactsEdit::BenefitText(benefit, lang, text)),
        49 => Edit::Facts(FactsEdit::Evidence(benefit, lang, text)),
        50 => Edit::Lines(k, LinesEdit::Origin(line, a % 4, value)),
        51 => Edit::Lines(k, LinesEdit::Note(line, lang, text)),
        52 => Edit::Lines(k, LinesEdit::Order(ids)),
        53 => Edit::Lines(k, LinesEdit::Sort(ids)),
        56 => Edit::Lines(
            k,
            LinesEdit::Suppliers(line, (!a.is_multiple_of(3)).then_some(value.ceil())),
        ),
        54 => {
            let changes = [
                Change::Amount(value),
                Change::Times(value),
                Change::Local(value),
                Change::Note(lang, text),
                Change::Clear,
                Change::Reset,
            ];
            Edit::Lines(k, LinesEdit::Each(ids, vec![changes[b % changes.len()].clone()]))
        }
        57 => {
            let all = retombees::study::claims::shipped(&LIBRARY);
            Edit::Claims(ClaimsEdit::Keep(Box::new(all[b % all.len()].1.clone())))
        }
        58 => Edit::Claims(ClaimsEdit::Remove(a % 3)),
        59 => Edit::Labour(LabourEdit::Unemployment((!b.is_multiple_of(5)).then_some(value))),
        60 => Edit::Labour(LabourEdit::Add),
        61 => {
            let which = [ProgrammeText::School, ProgrammeText::Programme][b % 2];
            Edit::Labour(LabourEdit::Text(programme, which, lang, text))
        }
        62 => {
            let (which, value) = [
                (ProgrammeNumber::Seats, value),
                (ProgrammeNumber::Graduation, value),
                (ProgrammeNumber::Hired, value),
                (ProgrammeNumber::FirstYear, f64::from(2018 + (b % 20) as i32)),
            ][b % 4];
            Edit::Labour(LabourEdit::Number(programme, which, value))
        }
        63 => Edit::Labour(LabourEdit::Remove(programme)),
        _ => {
            let at = b % LIBRARY.economy.industries.len();
            let bought = BudgetLine {
                name: text,
                renames: a.is_multiple_of(2),
                amount: value,
                local: None,
                industry: Some((IndustryCode::new(&*LIBRARY.economy.industries[at].code), at)),
                note: String::new(),
                target: a.is_multiple_of(3).then_some(line),
            };
            let mode = [BudgetMode::Replace, BudgetMode::Merge, BudgetMode::Add][b % 3];
            Edit::Lines(k, LinesEdit::Budget(vec![bought], mode, 2021))
        }
    }
}

fn start(preset: usize) -> AppState {
    let mut state = AppState::new(LIBRARY.clone(), Settings::default(), Lang::Fr).unwrap();
    if preset > 0 {
        update(&mut state, Action::OpenPreset(preset));
    }
    state
}

fn scenario(state: &AppState) -> Scenario {
    state.document().scenario().clone()
}

/// Saves the document in front as if a file had taken it.
fn save(state: &mut AppState) {
    let id = state.document().id;
    for effect in update(state, Action::SaveTo(id, "/projets/un.ron".into())) {
        if let Effect::Write(id, path, _, revision) = effect {
            update(state, Action::Saved(id, path, revision));
        }
    }
    assert!(!state.document().is_modified());
}

/// Returns the document without what tells the data that it was last saved with: that is no step of its user.
fn stated(state: &AppState) -> Scenario {
    let mut scenario = scenario(state);
    scenario.economy.fingerprint = None;
    scenario
}

fn live_through(mut state: AppState, seeds: &[Seed]) -> Result<BTreeSet<usize>, TestCaseError> {
    let mut made = BTreeSet::new();
    let mut steps: Vec<Scenario> = vec![stated(&state)];
    for seed in seeds {
        let edit = any_edit(&state, *seed);
        let before = stated(&state);
        let named = state.document().history.undo_name().cloned();
        if seed.moving {
            // A drag through several values is one step, whatever is saved on the way.
            for part in [0.25, 0.5] {
                let passing = any_edit(
                    &state,
                    Seed {
                        value: seed.value * part,
                        ..*seed
                    },
                );
                if passing.control() == edit.control() {
                    update(&mut state, Action::Edit(passing, Gesture::Moving));
                }
            }
            update(&mut state, Action::Edit(edit.clone(), Gesture::Moving));
            update(&mut state, Action::EndGesture);
        } else {
            update(&mut state, Action::Edit(edit.clone(), Gesture::Once));
        }
        let after = stated(&state);
        if after == before {
            prop_assert_eq!(state.document().history.undo_name(), named.as_ref(), "{:?}", edit);
            continue;
        }
        made.insert(seed.kind);
        steps.push(after.clone());
        let name = state.document().history.undo_name().cloned().unwrap();
        prop_assert!(!name.fr.is_empty() && !name.en.is_empty(), "{:?}", edit);
        update(&mut state, Action::Undo);
        prop_assert_eq!(&stated(&state), &before, "undo of {:?}", edit);
        prop_assert_eq!(state.document().history.redo_name(), Some(&name));
        update(&mut state, Action::Redo);
        prop_assert_eq!(&stated(&state), &after, "redo of {:?}", edit);
        if seed.a.is_multiple_of(7) {
            save(&mut state);
            prop_assert_eq!(&stated(&state), &after, "a save changes nothing");
        }
    }
    for expected in steps.iter().rev().skip(1) {
        update(&mut state, Action::Undo);
        prop_assert_eq!(&stated(&state), expected);
    }
    prop_assert_eq!(state.document().history.undo_name(), None);
    for expected in steps.iter().skip(1) {
        update(&mut state, Action::Redo);
        prop_assert_eq!(&stated(&state), expected);
    }
    // What was done can be written and read again.
    let text = file::write(state.document().scenario()).map_err(TestCaseError::fail)?;
    prop_assert_eq!(&file::read(text.as_bytes()).unwrap(), state.document().scenario());
    Ok(made)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undo_and_redo_are_each_other_s_opposite(
        preset in 0..presets::SHIPPED.len(),
        seeds in prop::collection::vec(seed(), 1..30),
    ) {
        live_through(start(preset), &seeds)?;
    }
}

#[test]
fn every_kind_of_edit_is_made_and_taken_back() {
    let mut made = BTreeSet::new();
    for round in 0..12_usize {
        let seeds: Vec<Seed> = (0..KINDS)
            .map(|step| Seed {
                // Each round in another order; supports are added before they are changed in most.
                kind: (step * 5 + 23 * usize::from(round.is_multiple_of(2))) % KINDS,
                a: round * 13 + step,
                b: round * 29 + step * 3 + 1,
                value: [0.2, 0.5, 0.1, 40.0][round % 4],
                moving: round % 3 == 2,
            })
            .collect();
        made.extend(live_through(start(round % presets::SHIPPED.len()), &seeds).unwrap());
    }
    let missing: Vec<usize> = (0..KINDS).filter(|k| !made.contains(k)).collect();
    assert!(
        missing.is_empty(),
        "no edit of these kinds ever changed anything: {missing:?}"
    );
}
