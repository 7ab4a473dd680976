//! Scenarios beside each other: every input belongs to one group, the steps of a decomposition sum to the whole difference whatever the pair, and the
//! page, dropped files and the terminal say the same.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::path::PathBuf;
use std::sync::{Arc, LazyLock};

use egui::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use proptest::prelude::*;
use retombees::app::recovery::Failure;
use retombees::app::{
    Action, AppState, CompareAction, Dialog, Edit, Effect, FileAction, FileDialog, Gesture, Page, Settings, update,
};
use retombees::ids::{LineId, Local};
use retombees::report::chart::{ChartKind, ChartSpec, TableSpec};
use retombees::report::compare::{
    CompareScope, Side, bars, cautions, finding, inputs, inputs_table, letter, remarks, table,
};
use retombees::report::compare_steps::{steps, steps_finding, steps_tables};
use retombees::report::words::short_names;
use retombees::scenario::presets::SHIPPED;
use retombees::scenario::{
    Additionality, CapitalShares, Households, Input, LineEdit, Method, Phase, PhaseKind, Scenario, Support,
    SupportKind, TaxBase, file,
};
use retombees::study::compare::{
    Against, Compared, Comparer, Comparison, Group, Headline, InputValue, Missing, Outcome, matched_phases,
};
use retombees::study::{self, Cache, Effect as Effects, Library, Measure, Study, Territory};
use retombees::text::{Lang, number};
use retombees::ui::root;
use retombees::ui::theme::{Theme, ThemeChoice};
use retombees::ui::widgets::paint::shortened;

static LIBRARY: LazyLock<Arc<Library>> = LazyLock::new(|| Arc::new(Library::embedded().unwrap()));

fn shipped(k: usize) -> Scenario {
    file::read(SHIPPED[k].1.as_bytes()).unwrap()
}

fn named(part: &str) -> usize {
    SHIPPED.iter().position(|(name, _)| name.contains(part)).unwrap()
}

fn run(scenario: &Scenario) -> Study {
    study::run(scenario, &LIBRARY, &mut Cache::default()).unwrap_or_else(|p| panic!("{p:?}"))
}

fn operation(scenario: &mut Scenario) -> &mut Phase {
    let at = scenario.first_operation().unwrap();
    &mut scenario.phases[at]
}

fn construction(scenario: &mut Scenario) -> &mut Phase {
    let at = scenario.first_construction().unwrap();
    &mut scenario.phases[at]
}

/// Compares scenarios and hands the scope to `check` for each language.
fn compared(scenarios: &[Scenario], against: Against, check: &mut dyn FnMut(&CompareScope<'_>)) -> Comparison {
    let studies: Vec<Study> = scenarios.iter().map(run).collect();
    let list: Vec<Compared<'_>> = scenarios
        .iter()
        .zip(&studies)
        .map(|(scenario, study)| Compared { scenario, study })
        .collect();
    let comparison = Comparer::default().compare(&list, against, &LIBRARY);
    let sides: Vec<Side<'_>> = scenarios
        .iter()
        .zip(&studies)
        .map(|(s, study)| Side {
            name: &s.name,
            study,
            other_data: false,
        })
        .collect();
    for lang in Lang::ALL {
        for headline in Headline::ALL {
            for territory in [Territory::Study, Territory::Province, Territory::Country] {
                check(&CompareScope {
                    sides: &sides,
                    comparison: &comparison,
                    library: &LIBRARY,
                    headline,
                    territory,
                    lang,
                });
            }
        }
    }
    comparison
}

// -------------------------------------------------------------------------------------------------------------- groups

/// A change of one field, with the group it belongs to.
type Mutation = (&'static str, Group, fn(&mut Scenario));

fn kind_of_operation(scenario: &mut Scenario, change: impl FnOnce(&mut PhaseKind)) {
    change(&mut operation(scenario).kind);
}

/// A scenario in which every optional field is stated, so that each can be changed or taken away.
fn full() -> Scenario {
    let mut s = shipped(0);
    s.description = Local::same("d");
    s.early_closure = Some(Input::user(2030.0));
    s.model.delta = Some(0.3);
    s.model.law_year = Some(2024);
    s.parameters.insert("saving_rate".into(), Input::user(0.06));
    construction(&mut s).additionality = Some(Additionality {
        deadweight: Some(Input::user(0.1)),
        ..Additionality::default()
    });
    if let PhaseKind::Construction {
        shares, site_workers, ..
    } = &mut construction(&mut s).kind
    {
        *shares = Some(CapitalShares {
            works: 0.5,
            equipment: 0.5,
            ..CapitalShares::default()
        });
        *site_workers = None;
    }
    s
}

const MUTATIONS: &[Mutation] = &[
    ("name", Group::Notes, |s| s.name = Local::same("x")),
    ("description", Group::Notes, |s| s.description = Local::same("x")),
    ("economy", Group::Notes, |s| s.economy.fingerprint = Some("0".into())),
    ("facts", Group::Notes, |s| s.facts.clear()),
    ("claims", Group::Notes, |s| {
        s.claims.push(retombees::scenario::Claim {
            figure: "jobs.direct".into(),
            value: 1.0,
            source: Local::same("x"),
            about: None,
        });
    }),
    ("a source", Group::Notes, |s| {
        kind_of_operation(s, |k| {
            if let PhaseKind::Operation { jobs, .. } = k {
                jobs.source = Some(Local::same("x"));
                jobs.note = Some(Local::same("y"));
            }
        });
    }),
    ("a phase's name", Group::Notes, |s| {
        s.phases[0].label = Some(Local::same("x"))
    }),
    ("a phase's id", Group::Notes, |s| s.phases[0].id = "other".into()),
    ("region", Group::Region, |s| s.region = "17".into()),
    ("activity", Group::Activity, |s| s.activity.id = None),
    ("recipe", Group::Activity, |s| s.activity.recipe = "331110".into()),
    ("method", Group::Method, |s| s.model.method = Method::Slq),
    ("delta", Group::Method, |s| s.model.delta = None),
    ("law year", Group::LawYear, |s| s.model.law_year = None),
    ("households", Group::Households, |s| {
        s.model.households = Households::None
    }),
    ("a parameter", Group::Parameters, |s| s.parameters.clear()),
    ("a phase less", Group::Phases, |s| {
        s.phases.pop();
    }),
    ("phases in another order", Group::Phases, |s| s.phases.reverse()),
    ("start", Group::Calendar, |s| s.phases[0].start -= 1),
    ("end", Group::Calendar, |s| operation(s).end += 1),
    ("profile", Group::Calendar, |s| {
        let profile = operation(s).profile.take();
        operation(s).profile = profile.is_none().then(|| vec![0.5]);
    }),
    ("price year", Group::PriceYear, |s| s.phases[0].price_year -= 1),
    ("investment", Group::Investment, |s| {
        if let PhaseKind::Construction { investment, .. } = &mut construction(s).kind {
            investment.value += 1e6;
        }
    }),
    ("shares", Group::Investment, |s| {
        if let PhaseKind::Construction { shares, .. } = &mut construction(s).kind {
            *shares = None;
        }
    }),
    ("site workers", Group::Investment, |s| {
        if let PhaseKind::Construction { site_workers, .. } = &mut construction(s).kind {
            *site_workers = Some(Input::user(12.0));
        }
    }),
    ("jobs", Group::Jobs, |s| {
        kind_of_operation(s, |k| {
            if let PhaseKind::Operation { jobs, .. } = k {
                jobs.value += 1.0;
            }
        });
    }),
    ("wage", Group::Pay, |s| {
        kind_of_operation(s, |k| {
            if let PhaseKind::Operation { annual_wage, .. } = k {
                *annual_wage = Some(Input::user(61_234.0));
            }
        });
    }),
    ("sales", Group::Sales, |s| {
        kind_of_operation(s, |k| {
            if let PhaseKind::Operation { sales, .. } = k {
                *sales = Some(Input::user(99e6));
            }
        });
    }),
    ("property tax", Group::PropertyTax, |s| {
        kind_of_operation(s, |k| {
            if let PhaseKind::Operation {
                property_tax, tax_base, ..
            } = k
            {
                (*property_tax, *tax_base) = (Some(Input::user(123.0)), None);
            }
        });
    }),
    ("tax base", Group::PropertyTax, |s| {
        kind_of_operation(s, |k| {
            if let PhaseKind::Operation {
                property_tax, tax_base, ..
            } = k
            {
                *property_tax = None;
                *tax_base = Some(TaxBase {
                    assessed_value: Input::user(1e6),
                    rate: Input::user(1.5),
                    equalization_loss: Some(Input::user(0.2)),
                });
            }
        });
    }),
    ("local hiring", Group::LocalHiring, |s| {
        kind_of_operation(s, |k| {
            if let PhaseKind::Operation { local_hiring, .. } = k {
                *local_hiring = Some(Input::user(0.42));
            }
        });
    }),
    ("local share", Group::LocalShare, |s| {
        operation(s).local_share = Some(Input::user(0.123));
    }),
    ("province content", Group::ProvinceContent, |s| {
        operation(s).province_content = Some(Input::user(0.5));
    }),
    ("own budget", Group::Purchases, |s| {
        operation(s).own_budget = !operation(s).own_budget
    }),
    ("a line", Group::Purchases, |s| {
        operation(s).lines.push(LineEdit {
            id: LineId::new("own-1"),
            industry: Some("33A".into()),
            amount: Some(Input::user(1e5)),
            ..LineEdit::default()
        });
    }),
    ("support", Group::Support, |s| {
        s.support.push(Support {
            id: "grant".into(),
            label: None,
            programme: None,
            government: retombees::scenario::Government::Quebec,
            year: 2021,
            kind: SupportKind::Grant {
                amount: Input::user(1e6),
            },
        });
    }),
    ("closure", Group::Closure, |s| s.early_closure = None),
    ("net factors", Group::NetFactors, |s| {
        construction(s).additionality = None
    }),
    ("reference case", Group::NetFactors, |s| {
        construction(s).additionality = Some(Additionality {
            reference: Some(Input::user(0.2)),
            ..Additionality::default()
        });
    }),
];

#[test]
fn each_field_belongs_to_exactly_one_group() {
    let base = full();
    for (name, expected, change) in MUTATIONS {
        let mut other = base.clone();
        change(&mut other);
        assert_ne!(other, base, "{name} changes nothing");
        let found: Vec<Group> = Group::ALL.into_iter().filter(|g| g.differs(&base, &other)).collect();
        assert_eq!(found, [*expected], "{name}");
        let back: Vec<Group> = Group::ALL.into_iter().filter(|g| g.differs(&other, &base)).collect();
        assert_eq!(back, [*expected], "{name}, backwards");
    }
    let groups: Vec<Group> = MUTATIONS.iter().map(|m| m.1).collect();
    let forgotten: Vec<&Group> = Group::ALL.iter().filter(|g| !groups.contains(g)).collect();
    assert!(forgotten.is_empty(), "no field of {forgotten:?} is tried");
}

#[test]
fn what_differs_has_a_row_that_shows_it() {
    let base = full();
    for (name, group, change) in MUTATIONS.iter().filter(|m| m.1 != Group::Notes) {
        let mut other = base.clone();
        change(&mut other);
        let Ok(study) = study::run(&other, &LIBRARY, &mut Cache::default()) else {
            continue;
        };
        let of_base = run(&base);
        let list = [(&base, &of_base), (&other, &study)].map(|(scenario, study)| Compared { scenario, study });
        let comparison = Comparer::default().compare(&list, Against::Previous, &LIBRARY);
        let rows: Vec<_> = comparison.inputs.iter().filter(|r| r.group == *group).collect();
        assert!(rows.iter().any(|r| r.differs[1]), "{name}: {:?}", comparison.inputs);
        let sides = [&base, &other].map(|s| &s.name);
        let sides = [(sides[0], &of_base), (sides[1], &study)].map(|(name, study)| Side {
            name,
            study,
            other_data: false,
        });
        for lang in Lang::ALL {
            let scope = CompareScope {
                sides: &sides,
                comparison: &comparison,
                library: &LIBRARY,
                headline: Headline::Jobs,
                territory: Territory::Study,
                lang,
            };
            let told = inputs(&scope);
            let shows = told.iter().any(|(_, cells)| cells[1].1 && cells[0].0 != cells[1].0);
            assert!(shows, "{name}: {told:?}");
        }
    }
}

#[test]
fn phases_stand_for_each_other_by_id_then_by_kind_and_order() {
    let a = shipped(0);
    let mut b = a.clone();
    b.phases.reverse();
    assert_eq!(matched_phases(&a, &b), [Some(1), Some(0)]);
    // An id of another kind is no match; the kind decides.
    let ids: Vec<_> = a.phases.iter().map(|p| p.id.clone()).collect();
    (b.phases[0].id, b.phases[1].id) = (ids[0].clone(), ids[1].clone());
    assert_eq!(matched_phases(&a, &b), [Some(1), Some(0)]);
    let mut c = a.clone();
    let mut added = c.phases[1].clone();
    added.id = "second".into();
    c.phases.insert(0, added);
    assert_eq!(matched_phases(&a, &c), [None, Some(0), Some(1)]);
    assert!(Group::Phases.differs(&a, &c));
    assert!(Group::Phases.differs(&c, &a));
}

// ------------------------------------------------------------------------------------------------------- decomposition

/// A scenario changed at random in some of its groups; some cannot be computed.
fn variant() -> impl Strategy<Value = Scenario> {
    let preset = 0..SHIPPED.len();
    let regions = ["05", "17", "QC", "06", "mrc-les-sources", "13", "09", "ON"];
    let numbers = (
        0.2_f64..3.0,
        0.2_f64..3.0,
        40_000.0_f64..150_000.0,
        proptest::option::of(0.0_f64..0.9),
        proptest::option::of(0.0_f64..1.0),
        proptest::option::of(0.0_f64..0.5),
    );
    let choices = (
        proptest::option::of(0..regions.len()),
        proptest::option::of(0_usize..4),
        proptest::option::of(0_usize..3),
        0_u8..8,
        proptest::option::of(0.02_f64..0.2),
    );
    (preset, numbers, choices).prop_map(
        move |(
            preset,
            (money, people, wage, share, hiring, deadweight),
            (region, method, households, shape, saving),
        )| {
            let mut s = shipped(preset);
            if let Some(k) = region {
                s.region = regions[k].into();
            }
            if let Some(k) = method {
                s.model.method = Method::ALL[k];
            }
            if let Some(k) = households {
                s.model.households = Households::ALL[k];
            }
            if let Some(rate) = saving {
                s.parameters.insert("saving_rate".into(), Input::user(rate));
            }
            for phase in &mut s.phases {
                phase.additionality = deadweight.map(|d| Additionality {
                    deadweight: Some(Input::user(d)),
                    ..Additionality::default()
                });
                if share.is_some() || region.is_some() {
                    phase.local_share = share.map(Input::user);
                    phase.province_content = None;
                }
                match &mut phase.kind {
                    PhaseKind::Construction { investment, .. } => investment.value *= money,
                    PhaseKind::Operation {
                        jobs,
                        annual_wage,
                        local_hiring,
                        ..
                    } => {
                        jobs.value *= people;
                        *annual_wage = Some(Input::user(wage));
                        *local_hiring = hiring.map(Input::user);
                    }
                }
            }
            match shape {
                0 => s.phases.retain(Phase::is_construction),
                1 => s.phases.retain(|p| !p.is_construction()),
                2 => s.phases.reverse(),
                3 => {
                    let mut more = s.phases.last().unwrap().clone();
                    more.id = "another".into();
                    s.phases.push(more);
                }
                _ => {}
            }
            if s.operation_years().is_none() {
                s.early_closure = None;
            }
            s
        },
    )
}

/// Returns a scenario that can be computed: shares that cannot be reached are left to their default.
fn computable(mut s: Scenario) -> Option<(Scenario, Study)> {
    for _ in 0..2 {
        if let Ok(study) = study::run(&s, &LIBRARY, &mut Cache::default()) {
            return Some((s, study));
        }
        for phase in &mut s.phases {
            phase.local_share = None;
        }
    }
    None
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    /// Whatever the pair, the steps sum to the whole difference, in each measure and territory, and the way leads to the other scenario.
    #[test]
    fn steps_sum_to_the_difference(a in variant(), b in variant()) {
        let (Some((a, of_a)), Some((b, of_b))) = (computable(a), computable(b)) else { return Ok(()) };
        let mut all = a.clone();
        for group in Group::ALL {
            all = group.taken(&all, &b);
        }
        prop_assert_eq!(&all, &b);
        let list = [(&a, &of_a), (&b, &of_b)].map(|(scenario, study)| Compared { scenario, study });
        let comparison = Comparer::default().compare(&list, Against::Previous, &LIBRARY);
        let way = &comparison.ways[0];
        for headline in Headline::ALL {
            for territory in [Territory::Study, Territory::Province, Territory::Country] {
                let ends = [&of_a, &of_b].map(|study| Outcome::of(study).level(headline, territory));
                let [Some(from), Some(to)] = ends else { continue };
                let Some(parts) = way.contributions(headline, territory) else { continue };
                let sum: f64 = parts.iter().sum();
                let tolerance = 1e-9 * from.abs().max(to.abs()).max(1.0);
                prop_assert!((sum - (to - from)).abs() <= tolerance, "{:?} {:?}: {} and {}", headline, territory, sum, to - from);
            }
        }
        // Each group that differs changes exactly once, in the fixed order.
        let changed: Vec<Group> = way.steps.iter().flat_map(|s| s.groups.clone()).collect();
        let mut ordered = changed.clone();
        ordered.sort();
        ordered.dedup();
        prop_assert_eq!(&changed, &ordered);
        if !Group::Phases.differs(&a, &b) {
            let differing: Vec<Group> = Group::ALL.into_iter().filter(|g| *g != Group::Notes && g.differs(&a, &b)).collect();
            prop_assert_eq!(changed, differing);
        }
    }
}

#[test]
fn each_step_is_a_study_of_its_own() {
    // Two groups differ: the figures between both are those of the first scenario with the jobs of the second.
    let a = shipped(0);
    let mut b = a.clone();
    kind_of_operation(&mut b, |k| {
        if let PhaseKind::Operation { jobs, local_hiring, .. } = k {
            jobs.value *= 1.5;
            *local_hiring = Some(Input::user(0.5));
        }
    });
    operation(&mut b).local_share = Some(Input::user(0.2));
    let mut between = a.clone();
    kind_of_operation(&mut between, |k| {
        if let PhaseKind::Operation { jobs, .. } = k {
            jobs.value *= 1.5;
        }
    });
    let (mut expected, mut last) = (Vec::new(), None);
    let mut third = between.clone();
    operation(&mut third).local_share = Some(Input::user(0.2));
    for scenario in [&a, &between, &third, &b] {
        let study = run(scenario);
        let phase = study.operation().unwrap();
        let jobs = study.total(phase, Measure::Jobs, Territory::Study);
        expected.extend(last.map(|before: f64| jobs - before));
        last = Some(jobs);
    }
    let (of_a, of_b) = (run(&a), run(&b));
    let list = [(&a, &of_a), (&b, &of_b)].map(|(scenario, study)| Compared { scenario, study });
    let way = &Comparer::default().compare(&list, Against::Previous, &LIBRARY).ways[0];
    let groups: Vec<Vec<Group>> = way.steps.iter().map(|s| s.groups.clone()).collect();
    assert_eq!(groups, [[Group::Jobs], [Group::LocalShare], [Group::LocalHiring]]);
    assert_eq!(way.contributions(Headline::Jobs, Territory::Study).unwrap(), expected);
}

#[test]
fn a_share_out_of_reach_on_the_way_is_held_at_the_nearest_one() {
    // The share that all Québec reaches is out of reach in a small territory: it is held there until the step of the local share.
    let mut a = shipped(0);
    a.region = "QC".into();
    for phase in &mut a.phases {
        phase.province_content = None;
        phase.local_share = None;
    }
    operation(&mut a).local_share = Some(Input::user(0.6));
    let mut b = a.clone();
    b.region = "mrc-les-sources".into();
    operation(&mut b).local_share = None;
    let comparison = compared(&[a, b.clone()], Against::Previous, &mut |scope| {
        let Some(spec) = steps(scope, 13) else { return };
        let held = match scope.lang {
            Lang::Fr => "hors d’atteinte",
            Lang::En => "out of reach",
        };
        assert!(spec.source.contains(held), "{}", spec.source);
    });
    let way = &comparison.ways[0];
    let groups: Vec<Vec<Group>> = way.steps.iter().map(|s| s.groups.clone()).collect();
    assert_eq!(groups, [[Group::Region], [Group::LocalShare]]);
    assert!(way.steps[0].held && !way.steps[1].held);
    // In between stands the project of the small territory at the most it reaches.
    let most = run(&b).operation().unwrap().sourcing.maximum;
    assert!(most < 0.6);
    operation(&mut b).local_share = Some(Input::user(most - 1e-9));
    let study = run(&b);
    let jobs = study.total(study.operation().unwrap(), Measure::Jobs, Territory::Study);
    let step = way.steps[0].after.level(Headline::Jobs, Territory::Study).unwrap();
    assert!((step - jobs).abs() < 1e-6 * jobs, "{step} {jobs}");
}

#[test]
fn another_region_another_activity_and_other_money_have_a_step_each() {
    let mut farm = shipped(0);
    farm.region = "08".into();
    farm.activity.id = Some("maple-farm".into());
    farm.activity.recipe = "111900".into();
    for phase in &mut farm.phases {
        phase.province_content = None;
    }
    // More than any region supplies of what a smelter buys.
    operation(&mut farm).local_share = Some(Input::user(0.5));
    kind_of_operation(&mut farm, |kind| {
        if let PhaseKind::Operation { jobs, .. } = kind {
            jobs.value = 12.0;
        }
    });
    if let PhaseKind::Construction { investment, .. } = &mut construction(&mut farm).kind {
        investment.value = 5.0e6;
    }
    let smelter = shipped(0);
    for pair in [[farm.clone(), smelter.clone()], [smelter, farm]] {
        let ends = pair.each_ref().map(run);
        let comparison = compared(&pair, Against::Previous, &mut |_| {});
        let way = &comparison.ways[0];
        for group in [
            Group::Region,
            Group::Activity,
            Group::Investment,
            Group::Jobs,
            Group::LocalShare,
        ] {
            assert!(way.steps.iter().any(|s| s.groups == [group]), "{group:?}");
        }
        for territory in [Territory::Study, Territory::Province] {
            let jobs = |s: &Study| s.total(s.operation().unwrap(), Measure::Jobs, territory);
            let sum: f64 = way.contributions(Headline::Jobs, territory).unwrap().iter().sum();
            let difference = jobs(&ends[1]) - jobs(&ends[0]);
            assert!((sum - difference).abs() < 1e-9 * difference.abs(), "{sum} {difference}");
        }
    }
}

#[test]
fn a_difference_that_one_input_explains_is_said_to_come_from_it_alone() {
    let a = shipped(0);
    let mut b = a.clone();
    operation(&mut b).local_share = Some(Input::user(0.1));
    let mut c = b.clone();
    kind_of_operation(&mut c, |kind| {
        if let PhaseKind::Operation { jobs, .. } = kind {
            jobs.value *= 1.5;
        }
    });
    let (mut one, mut several) = (0, 0);
    compared(&[a.clone(), b], Against::Previous, &mut |scope| {
        if (scope.headline, scope.territory) != (Headline::Jobs, Territory::Study) {
            return;
        }
        let said = steps_finding(scope);
        let all = ["entièrement à la part locale", "entirely from the local share"];
        assert!(all.iter().any(|words| said.contains(words)), "{said}");
        assert!(!said.contains("surtout") && !said.contains("mostly"), "{said}");
        one += 1;
    });
    compared(&[a, c], Against::Previous, &mut |scope| {
        if (scope.headline, scope.territory) == (Headline::Jobs, Territory::Study) {
            let said = steps_finding(scope);
            assert!(!said.contains("entièrement") && !said.contains("entirely"), "{said}");
            several += 1;
        }
    });
    assert_eq!((one, several), (2, 2));
}

#[test]
fn jobs_are_fewer_and_as_many_where_money_is_less_and_as_much() {
    let a = shipped(0);
    let mut b = a.clone();
    operation(&mut b).local_share = Some(Input::user(0.1));
    let scenarios = [a, b.clone(), b];
    compared(&scenarios, Against::Previous, &mut |scope| {
        if scope.territory != Territory::Study || scope.lang == Lang::Fr {
            return;
        }
        let said = finding(scope);
        match scope.headline {
            Headline::Jobs => {
                assert!(said.contains(" fewer permanent jobs than A "), "{said}");
                assert!(said.ends_with("C, as many as B"), "{said}");
            }
            Headline::Gdp => {
                assert!(said.contains(" less GDP a year than A "), "{said}");
                assert!(said.ends_with("C, as much as B"), "{said}");
            }
            _ => {}
        }
    });
}

#[test]
fn the_example_that_nobody_asked_for_stays_out_of_the_comparison() {
    let mut state = start();
    let given = state.document().id;
    update(&mut state, Action::OpenPreset(2));
    let own = state.document().id;
    update(&mut state, Action::Compare(CompareAction::Show));
    assert_eq!(state.compared().iter().map(|d| d.id).collect::<Vec<_>>(), [own]);
    // Asked for, it joins; and it stays when the page shows again.
    update(&mut state, Action::Compare(CompareAction::Add(given)));
    update(&mut state, Action::ShowPage(Page::Overview));
    update(&mut state, Action::Compare(CompareAction::Show));
    assert_eq!(state.compared().iter().map(|d| d.id).collect::<Vec<_>>(), [own, given]);
    // In front, it is what the user looks at.
    let mut state = start();
    update(&mut state, Action::Compare(CompareAction::Show));
    assert_eq!(state.compared().iter().map(|d| d.id).collect::<Vec<_>>(), [given]);
    // Shown alone from the example, then opened from a project of one's own, the page starts with that project.
    update(&mut state, Action::ShowPage(Page::Overview));
    update(&mut state, Action::OpenPreset(2));
    update(&mut state, Action::Compare(CompareAction::Show));
    assert_eq!(
        state.compared().iter().map(|d| d.id).collect::<Vec<_>>(),
        [state.document().id]
    );
    // Once changed, the example is work like any other.
    let mut state = start();
    let name = Edit::Name(Lang::Fr, "mine".into());
    update(&mut state, Action::Edit(name, Gesture::Once));
    update(&mut state, Action::OpenPreset(2));
    update(&mut state, Action::Compare(CompareAction::Show));
    assert_eq!(state.compared().len(), 2);
}

#[test]
fn figures_are_those_of_the_study() {
    for k in 0..SHIPPED.len() {
        let study = run(&shipped(k));
        let outcome = Outcome::of(&study);
        for territory in Territory::ALL {
            let of = |headline| outcome.get(headline, territory);
            match study.operation() {
                Some(p) => {
                    let jobs = of(Headline::Jobs).unwrap();
                    assert_eq!(jobs.gross, study.total(p, Measure::Jobs, territory));
                    assert_eq!(jobs.net, p.net(jobs.gross));
                    let asked = Headline::Revenue.territory(territory);
                    let revenue = study.revenue(p, &Effects::ALL, asked).map(|r| r.total());
                    assert_eq!(of(Headline::Revenue).ok().map(|a| a.gross), revenue);
                }
                None => assert_eq!(of(Headline::Gdp), Err(Missing::Phase)),
            }
            if let Some(p) = study.construction() {
                let built = of(Headline::JobYears).unwrap();
                assert_eq!(built.gross, study.total(p, Measure::Jobs, territory));
            }
        }
    }
}

#[test]
fn support_and_closure_change_no_headline_figure() {
    for k in 0..SHIPPED.len() {
        let scenario = shipped(k);
        let mut bare = scenario.clone();
        bare.support.clear();
        bare.early_closure = None;
        assert_eq!(Outcome::of(&run(&scenario)), Outcome::of(&run(&bare)));
    }
}

#[test]
fn what_is_kept_between_two_comparisons_changes_nothing() {
    let mut kept = Comparer::default();
    let mut scenarios: Vec<Scenario> = [0, 2, 3, 4].map(shipped).to_vec();
    for k in 0..6 {
        operation(&mut scenarios[1]).local_share = Some(Input::user(0.10 + 0.01 * f64::from(k)));
        let studies: Vec<Study> = scenarios.iter().map(run).collect();
        let list: Vec<Compared<'_>> = scenarios
            .iter()
            .zip(&studies)
            .map(|(scenario, study)| Compared { scenario, study })
            .collect();
        let against = Against::ALL[usize::from(k >= 3)];
        let again = kept.compare(&list, against, &LIBRARY);
        assert_eq!(again, Comparer::default().compare(&list, against, &LIBRARY), "{k}");
        assert_eq!(again.outcomes.len(), 4);
    }
}

// --------------------------------------------------------------------------------------------------------------- words

fn texts_of_chart(spec: &ChartSpec) -> Vec<String> {
    let mut out = vec![
        spec.finding.clone(),
        spec.subtitle.clone(),
        spec.source.clone(),
        spec.alt.clone(),
    ];
    for row in &spec.rows {
        out.push(row.label.clone());
        out.extend(row.value_labels.clone());
    }
    out
}

fn texts_of_table(spec: &TableSpec) -> Vec<String> {
    let mut out = vec![spec.title.clone(), spec.alt.clone()];
    out.extend(spec.columns.clone());
    out.extend(spec.rows.iter().flatten().cloned());
    out
}

#[test]
fn every_text_is_whole_in_both_languages_whatever_is_compared() {
    let what = |name: &str| shipped(named(name));
    let mut built = shipped(0);
    built.phases.retain(Phase::is_construction);
    built.early_closure = None;
    let mut run_only = shipped(0);
    run_only.phases.retain(|p| !p.is_construction());
    let mut ontario = shipped(0);
    ontario.region = "ON".into();
    ontario.phases.iter_mut().for_each(|p| p.local_share = None);
    let lists = [
        vec![what("2018"), shipped(0)],
        vec![what("2018"), shipped(0), what("commercial")],
        vec![what("pilot"), what("2018"), shipped(0), what("2023")],
        vec![shipped(0), what("smelters")],
        vec![shipped(0), built.clone(), run_only],
        vec![built.clone(), built],
        vec![ontario, shipped(0)],
        vec![shipped(0), shipped(0)],
    ];
    for list in &lists {
        for against in Against::ALL {
            compared(list, against, &mut |scope| {
                let mut texts = vec![finding(scope), steps_finding(scope)];
                texts.extend(remarks(scope));
                let side_by_side = bars(scope);
                assert_eq!(side_by_side.kind, ChartKind::SideBySide);
                assert_eq!(side_by_side.series.len(), 3 * list.len());
                for row in &side_by_side.rows {
                    assert_eq!(row.values.len(), 3 * list.len());
                    assert_eq!(row.value_labels.len(), 3 * list.len());
                }
                texts.extend(texts_of_chart(&side_by_side));
                for spec in [table(scope), inputs_table(scope)].iter().chain(&steps_tables(scope)) {
                    for row in &spec.rows {
                        assert_eq!(row.len(), spec.columns.len());
                    }
                    texts.extend(texts_of_table(spec));
                }
                let [upright, lying] = [usize::MAX, 3].map(|columns| steps(scope, columns));
                assert_eq!(upright.as_ref().map(|s| &s.rows), lying.as_ref().map(|s| &s.rows));
                if let (Some(upright), Some(lying)) = (upright, lying) {
                    assert_eq!(upright.kind, ChartKind::Steps);
                    let many = lying.rows.len() > 3;
                    assert_eq!(lying.kind == ChartKind::StepBars, many, "{}", lying.rows.len());
                    texts.extend(texts_of_chart(&upright));
                }
                for text in texts {
                    assert!(!text.contains(['{', '}']), "{text}");
                    assert!(!text.contains("NaN") && !text.contains("inf"), "{text}");
                    assert!(!text.contains('\''), "{text}");
                    if scope.lang == Lang::Fr {
                        for mark in [" :", " ;", " ?", " %", " $", " »", "« "] {
                            assert!(!text.contains(mark), "{mark:?} in {text}");
                        }
                    }
                }
            });
        }
    }
}

/// Reads a figure as a person does.
fn read(text: &str, lang: Lang) -> f64 {
    let plain = text
        .replace([number::NO_BREAK_SPACE, '+'], "")
        .replace(number::MINUS, "-");
    let plain = match lang {
        Lang::Fr => plain.replace(',', "."),
        Lang::En => plain.replace(',', ""),
    };
    plain.parse().unwrap_or_else(|_| panic!("{text:?} is no number"))
}

#[test]
fn whoever_subtracts_the_figures_shown_finds_the_differences_shown() {
    let what = |name: &str| shipped(named(name));
    // Small changes too, whose differences are near the halves that rounding decides.
    let mut near = shipped(0);
    operation(&mut near).local_share = Some(Input::user(0.31));
    kind_of_operation(&mut near, |kind| {
        if let PhaseKind::Operation { jobs, annual_wage, .. } = kind {
            jobs.value += 1.0;
            *annual_wage = Some(Input::user(74_000.0));
        }
    });
    let mut nearer = near.clone();
    operation(&mut nearer).local_share = Some(Input::user(0.305));
    kind_of_operation(&mut nearer, |kind| {
        if let PhaseKind::Operation {
            sales, local_hiring, ..
        } = kind
        {
            *sales = Some(Input::user(100e6));
            *local_hiring = Some(Input::user(0.86));
        }
    });
    let lists = [
        vec![what("2018"), shipped(0), what("2023"), what("commercial")],
        vec![shipped(0), near.clone(), nearer.clone()],
        vec![nearer, what("pilot"), near, shipped(0)],
    ];
    let mut moved = 0;
    for (list, against) in lists.iter().flat_map(|list| Against::ALL.map(|a| (list, a))) {
        compared(list, against, &mut |scope| {
            let lang = scope.lang;
            // The table, and the chart beside it.
            let of_table = table(scope);
            for rows in of_table.rows.windows(3) {
                let [gross, .., change] = rows else { panic!() };
                if !change[0].contains(if lang == Lang::Fr {
                    "écart brut"
                } else {
                    "gross difference"
                }) {
                    continue;
                }
                for k in 1..list.len() {
                    let from = against.of(k).unwrap();
                    if change[k + 1] != number::NOTHING && gross[k + 1] != "s. o." && gross[k + 1] != "n/a" {
                        let said = read(&gross[k + 1], lang) - read(&gross[from + 1], lang);
                        assert!((said - read(&change[k + 1], lang)).abs() < 1e-6, "{gross:?} {change:?}");
                    }
                }
            }
            // The steps: those shown lead from one figure shown to the next.
            let Some(spec) = steps(scope, usize::MAX) else { return };
            let mut level = f64::NAN;
            for row in &spec.rows {
                match &row.difference {
                    Some(d) => {
                        let shown = read(&d.text, lang);
                        let unit = if scope.headline.unit() == study::Unit::Dollars {
                            1e6
                        } else {
                            1.0
                        };
                        let step = if unit > 1.0 { 0.1 } else { 1.0 };
                        assert!(shown != 0.0);
                        assert!((shown - row.values[0] / unit).abs() <= step + 1e-9, "{row:?}");
                        moved += usize::from((shown - (row.values[0] / unit / step).round() * step).abs() > 1e-6);
                        level += shown;
                    }
                    None => {
                        let restarts = against == Against::First && row.label.starts_with('A');
                        let end = read(&row.total_label, lang);
                        assert!(
                            level.is_nan() || restarts || (level - end).abs() < 1e-6,
                            "{level} {row:?}"
                        );
                        level = end;
                    }
                }
            }
            // Its tables, and its title.
            for of_way in steps_tables(scope) {
                for pair in of_way.rows.windows(2) {
                    let said = read(&pair[1][3], lang) - read(&pair[0][3], lang);
                    assert!((said - read(&pair[1][2], lang)).abs() < 1e-6, "{pair:?}");
                }
                let [first, .., last] = of_way.rows.as_slice() else {
                    continue;
                };
                let total = read(&last[3], lang) - read(&first[3], lang);
                let written = match scope.headline.unit() {
                    study::Unit::Dollars => number::signed(total, |v| number::dollars_in_millions(v * 1e6, lang)),
                    _ => number::signed(total, |v| number::whole(v, lang)),
                };
                let title = steps_finding(scope);
                let none = of_way.rows[1..].iter().all(|row| read(&row[2], lang) == 0.0);
                assert!(none || title.contains(&written), "{written} in {title}");
            }
        });
    }
    // The rule is not idle: rounded each by itself, some of these steps would have read otherwise.
    assert!(moved > 10, "{moved}");
}

#[test]
fn what_does_not_compare_is_said_with_the_letters_it_concerns() {
    let of = |list: &[Scenario], lang: Lang| {
        let mut out = Vec::new();
        compared(list, Against::Previous, &mut |scope| {
            if scope.lang == lang && scope.headline == Headline::Jobs && scope.territory == Territory::Study {
                out = remarks(scope);
            }
        });
        out
    };
    let said = |list: &[Scenario], parts: [&[&str]; 2]| {
        for (lang, parts) in Lang::ALL.into_iter().zip(parts) {
            let all = of(list, lang);
            let found = all.iter().any(|remark| parts.iter().all(|part| remark.contains(part)));
            assert!(found, "{parts:?} in none of {all:#?}");
        }
    };
    let mut elsewhere = shipped(0);
    elsewhere.region = "17".into();
    said(
        &[shipped(0), elsewhere.clone(), shipped(0)],
        [
            &["A et C, Estrie", "B, Centre-du-Québec", "au Québec"],
            &["A and C, Estrie", "B, Centre-du-Québec", "in Québec"],
        ],
    );
    // On a territory that they share, figures of two regions compare.
    compared(&[shipped(0), elsewhere], Against::Previous, &mut |scope| {
        let apart = scope.headline.territory(scope.territory) == Territory::Study;
        assert_eq!(!cautions(scope).is_empty(), apart, "{:?}", cautions(scope));
    });
    let mut ontario = shipped(0);
    ontario.region = "ON".into();
    ontario.phases.iter_mut().for_each(|p| p.local_share = None);
    said(
        &[ontario.clone(), shipped(0)],
        [&["A, Ontario", "B, Estrie", "au Canada"], &["A, Ontario", "in Canada"]],
    );
    said(
        &[ontario, shipped(0)],
        [
            &["A\u{a0}: recettes publiques non calculées"],
            &["A: public revenue not computed"],
        ],
    );
    let mut slq = shipped(0);
    slq.model.method = Method::Slq;
    said(
        &[shipped(0), slq],
        [
            &["Calcul différent", "A, FLQ\u{a0}; B, SLQ"],
            &["Different calculation", "A, FLQ; B, SLQ"],
        ],
    );
    let mut cautious = shipped(0);
    operation(&mut cautious).additionality = Some(Additionality {
        deadweight: Some(Input::user(0.5)),
        ..Additionality::default()
    });
    said(
        &[shipped(0), cautious],
        [&["Chiffres nets", "B, 50\u{a0}%"], &["Net figures", "B, 50%"]],
    );
    let mut older = shipped(0);
    construction(&mut older).price_year = 2018;
    said(
        &[shipped(0), older],
        [&["A, 2020\u{a0}; B, 2018"], &["A, 2020; B, 2018"]],
    );
    let mut built = shipped(0);
    built.phases.retain(Phase::is_construction);
    built.early_closure = None;
    said(
        &[shipped(0), built],
        [&["B\u{a0}: sans exploitation"], &["B: no operation"]],
    );
    // A plant that never ran at its full pace.
    said(
        &[shipped(named("what-happened")), shipped(0)],
        [&["A\u{a0}: l’exploitation n’atteint jamais"], &["A: operation never"]],
    );
    let mut twice = shipped(0);
    let mut second = operation(&mut twice).clone();
    second.id = "second".into();
    twice.phases.push(second);
    said(
        &[shipped(0), twice],
        [
            &["B\u{a0}: plusieurs phases", "2022 à 2041"],
            &["B: several phases", "2022 to 2041"],
        ],
    );
    // Nothing is said of what is alike.
    let alike = of(&[shipped(named("2018")), shipped(named("2018"))], Lang::Fr);
    assert_eq!(alike.len(), 1, "{alike:#?}");
    assert!(alike[0].contains("même région"), "{alike:?}");
}

#[test]
fn a_scenario_without_the_phase_is_said_not_to_compare() {
    let mut built = shipped(0);
    built.phases.retain(Phase::is_construction);
    built.early_closure = None;
    compared(&[shipped(0), built], Against::Previous, &mut |scope| {
        if scope.headline == Headline::Jobs {
            let part = if scope.lang == Lang::Fr {
                "B n’a pas d’exploitation"
            } else {
                "B has no operation"
            };
            assert!(finding(scope).contains(part), "{}", finding(scope));
        }
    });
}

#[test]
fn names_that_begin_alike_keep_what_tells_them_apart() {
    let short = |names: &[&str]| short_names(names);
    assert_eq!(
        short(&["Usine, plan 2018", "Usine, plan 2020 (variante)"]),
        ["Plan 2018", "Plan 2020 (variante)"]
    );
    assert_eq!(
        short(&["Usine, plan A", "Usine, plan B", "Parc éolien"]),
        ["Plan A", "Plan B", "Parc éolien"]
    );
    // Without their beginnings two of these would read the same.
    assert_eq!(
        short(&["X, a", "X, b", "Y, a", "Y, b"]),
        ["X, a", "X, b", "Y, a", "Y, b"]
    );
    assert_eq!(
        short(&["Usine, plan", "Usine, plan (variante)"]),
        ["Plan", "Plan (variante)"]
    );
    assert_eq!(short(&["Usine"]), ["Usine"]);
    // A cut name keeps its end, and its letters stay whole ones.
    let fits = |n: usize| move |text: &str| text.chars().count() <= n;
    assert_eq!(
        shortened("Démonstration 2020 (variante 2)", fits(16)),
        "Démon…ariante 2)"
    );
    assert_eq!(shortened("Court", fits(16)), "Court");
    assert_eq!(shortened("Été", fits(0)), "…");
}

#[test]
fn gross_is_never_said_to_be_net() {
    let mut stated = shipped(0);
    for phase in &mut stated.phases {
        phase.additionality = Some(Additionality {
            deadweight: Some(Input::user(0.25)),
            ..Additionality::default()
        });
    }
    let mut unstated = stated.clone();
    unstated.phases.iter_mut().for_each(|p| p.additionality = None);
    compared(&[stated, unstated], Against::Previous, &mut |scope| {
        let spec = bars(scope);
        for row in spec.rows.iter().skip(1) {
            assert!(
                (row.values[1] - 0.75 * row.values[0]).abs() <= 1e-9 * row.values[0].abs(),
                "{row:?}"
            );
            assert!(row.values[4].is_nan() && row.value_labels[4].is_empty(), "{row:?}");
        }
        let said = remarks(scope).into_iter().filter(|r| r.starts_with('B')).count();
        assert_eq!(said, 1, "{:?}", remarks(scope));
    });
}

#[test]
fn a_scenario_without_operation_has_no_permanent_jobs_to_show() {
    let mut built = shipped(0);
    built.phases.retain(Phase::is_construction);
    built.early_closure = None;
    let comparison = compared(&[built, shipped(0)], Against::Previous, &mut |scope| {
        let none = match scope.lang {
            Lang::Fr => "s. o.",
            Lang::En => "n/a",
        };
        let spec = bars(scope);
        assert_eq!(spec.rows[1].value_labels[0], none);
        assert!(spec.rows[1].values[0].is_nan());
        // Without operation, the figures of construction stand beside each other.
        assert_eq!(spec.rows.len(), 1 + 8);
        let said = finding(scope);
        assert!(!said.is_empty() && !said.contains('{'), "{said}");
    });
    let parts = comparison.ways[0]
        .contributions(Headline::Jobs, Territory::Study)
        .unwrap();
    let whole = comparison.outcomes[1]
        .get(Headline::Jobs, Territory::Study)
        .unwrap()
        .gross;
    assert!((parts.iter().sum::<f64>() - whole).abs() < 1e-9 * whole);
}

#[test]
fn inputs_say_what_is_left_to_its_default() {
    let mut a = shipped(0);
    operation(&mut a).local_share = None;
    let default = run(&a).operation().unwrap().sourcing.default_share;
    let mut b = a.clone();
    operation(&mut b).local_share = Some(Input::user(default));
    let comparison = compared(&[a, b], Against::Previous, &mut |scope| {
        let (name, cells) = &inputs(scope)[0];
        assert!(cells[1].1 && cells[0].0 != cells[1].0, "{name}: {cells:?}");
    });
    let row = &comparison.inputs[0];
    assert_eq!(row.group, Group::LocalShare);
    assert_eq!(row.stated, [false, true]);
    assert_eq!(row.values, [InputValue::Number(default), InputValue::Number(default)]);
}

// ------------------------------------------------------------------------------------------------------------- the app

fn start() -> AppState {
    AppState::new(LIBRARY.clone(), Settings::default(), Lang::Fr).unwrap()
}

fn letters(state: &AppState) -> Vec<String> {
    let compared = state.compared();
    compared
        .iter()
        .enumerate()
        .map(|(k, d)| format!("{} {}", letter(k), d.id.0))
        .collect()
}

#[test]
fn projects_join_leave_and_change_places() {
    let mut state = start();
    update(&mut state, Action::Compare(CompareAction::Show));
    assert_eq!(state.page, Page::Compare);
    update(&mut state, Action::OpenPreset(2));
    assert_eq!(letters(&state), ["A 0", "B 1"]);
    update(&mut state, Action::Compare(CompareAction::AddPreset(3)));
    assert_eq!(letters(&state), ["A 0", "B 1", "C 2"]);
    assert_eq!(state.compare.found.as_ref().unwrap().outcomes.len(), 3);
    let id = |k: usize, state: &AppState| state.compared()[k].id;
    let c = id(2, &state);
    update(&mut state, Action::Compare(CompareAction::MoveUp(c)));
    assert_eq!(letters(&state), ["A 0", "B 2", "C 1"]);
    update(&mut state, Action::Compare(CompareAction::MoveDown(c)));
    assert_eq!(letters(&state), ["A 0", "B 1", "C 2"]);
    let a = id(0, &state);
    update(&mut state, Action::Compare(CompareAction::MoveUp(a)));
    update(&mut state, Action::Compare(CompareAction::MoveDown(c)));
    assert_eq!(letters(&state), ["A 0", "B 1", "C 2"]);
    update(&mut state, Action::Compare(CompareAction::Remove(a)));
    assert_eq!(letters(&state), ["A 1", "B 2"]);
    assert_eq!(state.documents.len(), 3, "a project that leaves stays open");
    update(&mut state, Action::Compare(CompareAction::Add(a)));
    assert_eq!(letters(&state), ["A 1", "B 2", "C 0"]);
    // A project that closes leaves the comparison.
    update(&mut state, Action::Close(1));
    assert_eq!(letters(&state), ["A 2", "B 0"]);
    assert_eq!(state.compare.found.as_ref().unwrap().outcomes.len(), 2);
    // Four at most.
    for k in [1, 4, 5] {
        update(&mut state, Action::Compare(CompareAction::AddPreset(k)));
    }
    assert_eq!(letters(&state).len(), 4);
    assert!(state.notice.as_ref().unwrap().alarming);
    update(&mut state, Action::ShowPage(Page::Overview));
    assert!(
        state.compare.found.is_none(),
        "nothing is kept while another page shows"
    );
}

#[test]
fn a_variant_is_a_copy_under_another_name() {
    let mut state = start();
    let original = state.document().scenario().clone();
    for expected in ["(variante)", "(variante 2)"] {
        update(&mut state, Action::Activate(0));
        update(&mut state, Action::Compare(CompareAction::Duplicate));
        let copy = state.document().scenario();
        assert!(copy.name.fr.ends_with(expected), "{}", copy.name.fr);
        assert!(state.document().path.is_none());
        let mut same = copy.clone();
        same.name = original.name.clone();
        assert_eq!(same, original);
    }
    assert_eq!(state.documents.len(), 3);
    assert!(state.compare.view.chosen.is_empty(), "no comparison was asked for");
    update(&mut state, Action::Compare(CompareAction::Show));
    assert_eq!(letters(&state), ["A 0", "B 1", "C 2"]);
    update(&mut state, Action::Compare(CompareAction::Duplicate));
    assert_eq!(letters(&state), ["A 0", "B 1", "C 2", "D 3"]);
}

#[test]
fn a_slider_that_moves_is_compared_at_once() {
    let mut state = start();
    update(&mut state, Action::Compare(CompareAction::Show));
    update(&mut state, Action::Compare(CompareAction::Duplicate));
    let at = state.document().scenario().first_operation().unwrap();
    let gross = |state: &AppState| {
        let found = state.compare.found.as_ref().unwrap();
        let outcome = found.outcomes[1].get(Headline::Jobs, Territory::Study).unwrap();
        let parts = found.ways[0].contributions(Headline::Jobs, Territory::Study).unwrap();
        (outcome.gross, parts.iter().sum::<f64>())
    };
    let (before, none) = gross(&state);
    assert_eq!(none, 0.0);
    for share in [0.20, 0.24, 0.28] {
        update(
            &mut state,
            Action::Edit(Edit::LocalShare(at, Some(share)), Gesture::Moving),
        );
        let study = state.document().study();
        let jobs = study.total(study.operation().unwrap(), Measure::Jobs, Territory::Study);
        let (after, difference) = gross(&state);
        assert_eq!(after, jobs);
        assert!((difference - (jobs - before)).abs() < 1e-9 * jobs);
    }
    update(&mut state, Action::EndGesture);
    update(&mut state, Action::Undo);
    assert_eq!(gross(&state), (before, 0.0));
}

#[test]
fn dropped_files_all_open_and_refused_ones_are_told_together() {
    let mut state = start();
    let text = |k: usize| SHIPPED[k].1.as_bytes().to_vec();
    let paths: Vec<PathBuf> = ["/a.ron", "/b.ron", "/c.ron", "/d", "/e.ron"]
        .map(PathBuf::from)
        .to_vec();
    let effects = update(&mut state, Action::Dropped(paths.clone()));
    let reads: Vec<Effect> = paths.iter().cloned().map(Effect::Read).collect();
    assert_eq!(effects, reads);
    update(&mut state, Action::FileRead(paths[0].clone(), text(1)));
    update(&mut state, Action::FileRead(paths[1].clone(), b"(version: 1".to_vec()));
    let folder = FileAction::Failed(None, paths[3].clone(), Failure::IsFolder);
    update(&mut state, Action::Files(folder));
    update(&mut state, Action::FileRead(paths[2].clone(), b"\xff\xfe".to_vec()));
    update(&mut state, Action::FileRead(paths[4].clone(), text(2)));
    assert_eq!(state.documents.len(), 3);
    let Some(Dialog::RefusedFiles(all)) = &state.dialog else {
        panic!("{:?}", state.dialog)
    };
    let names: Vec<&str> = all.iter().map(|r| r.name.as_str()).collect();
    assert_eq!(names, ["/b.ron", "/d", "/c.ron"]);
    assert!(all.iter().all(|r| !r.problems.is_empty()));
    // A file asked for otherwise that cannot be read is told as before.
    update(&mut state, Action::Dismiss);
    let missing = FileAction::Failed(None, "/z.ron".into(), Failure::Missing);
    update(&mut state, Action::Files(missing));
    assert!(matches!(
        state.dialog,
        Some(Dialog::Files(FileDialog::Failed(None, _, Failure::Missing)))
    ));
    assert!(state.notice.as_ref().unwrap().text.fr.contains("/z.ron"));
}

#[test]
fn files_dropped_on_the_comparison_join_it_up_to_four() {
    let mut state = start();
    update(&mut state, Action::Compare(CompareAction::Show));
    let paths: Vec<PathBuf> = (0..4).map(|k| format!("/{k}.ron").into()).collect();
    update(&mut state, Action::Dropped(paths.clone()));
    for (k, path) in paths.iter().enumerate() {
        update(
            &mut state,
            Action::FileRead(path.clone(), SHIPPED[k + 1].1.as_bytes().to_vec()),
        );
    }
    assert_eq!(state.documents.len(), 5, "all are open");
    assert_eq!(letters(&state), ["A 0", "B 1", "C 2", "D 3"]);
    assert!(state.notice.as_ref().unwrap().alarming);
    // One that is open already joins without being read again.
    let second = state.compared()[1].id;
    update(&mut state, Action::Compare(CompareAction::Remove(second)));
    assert_eq!(update(&mut state, Action::Dropped(vec![paths[3].clone()])), []);
    assert_eq!(letters(&state), ["A 0", "B 2", "C 3", "D 4"]);
}

// ------------------------------------------------------------------------------------------------------------ the page

/// The window without its shell.
struct Window {
    state: AppState,
    waiting: Vec<Action>,
}

type Shown = Harness<'static, Window>;

fn open(lang: Lang, (width, height): (f32, f32)) -> Shown {
    let mut harness = Harness::builder()
        .with_size(egui::vec2(width + 16.0, height + 16.0))
        .with_max_steps(12)
        .with_context_setup(|ctx| Theme::install(ctx, ThemeChoice::Light))
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
                state: AppState::new(LIBRARY.clone(), Settings::default(), lang).unwrap(),
                waiting: Vec::new(),
            },
        );
    harness.run();
    harness
}

fn ask(harness: &mut Shown, action: Action) {
    harness.state_mut().waiting.push(action);
    harness.run();
}

/// Returns every control and text with its role.
fn said(harness: &Shown) -> Vec<(Role, String)> {
    let nodes = harness.root().children_recursive();
    nodes
        .map(|n| {
            let n = n.accesskit_node();
            (n.role(), n.label().or_else(|| n.value()).unwrap_or_default())
        })
        .collect()
}

fn press(harness: &mut Shown, role: Role, label: &str) {
    let found = harness.root().children_recursive().find(|node| {
        let node = node.accesskit_node();
        node.role() == role && node.label().as_deref() == Some(label)
    });
    let found = found.unwrap_or_else(|| panic!("no {role:?} {label}: {:?}", said(harness)));
    found.click_accesskit();
    harness.run();
}

fn has(harness: &Shown, role: Role, label: &str) -> bool {
    said(harness).contains(&(role, label.to_owned()))
}

#[test]
fn one_project_alone_is_offered_a_variant() {
    for (lang, button, variant) in [
        (Lang::Fr, "Comparer", "Dupliquer en variante"),
        (Lang::En, "Compare", "Duplicate as a variant"),
    ] {
        let mut harness = open(lang, (1440.0, 900.0));
        press(&mut harness, Role::Button, button);
        assert_eq!(harness.state().state.page, Page::Compare);
        press(&mut harness, Role::Button, variant);
        assert_eq!(letters(&harness.state().state), ["A 0", "B 1"]);
        let same = match lang {
            Lang::Fr => "B donnerait le même résultat que A en Estrie\u{a0}: emplois permanents",
            Lang::En => "B would give the same result as A in Estrie: permanent jobs",
        };
        assert!(has(&harness, Role::Heading, same), "{:?}", said(&harness));
    }
}

#[test]
fn the_tab_of_the_page_does_what_its_button_does() {
    let mut harness = open(Lang::Fr, (1440.0, 900.0));
    for preset in [2, 3] {
        ask(&mut harness, Action::OpenPreset(preset));
    }
    ask(&mut harness, Action::ShowPage(Page::Compare));
    assert_eq!(letters(&harness.state().state), ["A 1", "B 2"]);
    // Tabs of pages: comparison stands before the method.
    let at = |page: Page| Page::ALL.iter().position(|p| *p == page).unwrap();
    assert!(at(Page::Compare) < at(Page::Method));
}

#[test]
fn the_page_names_every_control_with_two_three_and_four_scenarios() {
    for lang in Lang::ALL {
        for size in [(1440.0, 900.0), (1024.0, 700.0)] {
            let mut harness = open(lang, size);
            ask(&mut harness, Action::Compare(CompareAction::Show));
            for (count, preset) in [(2, 2), (3, named("smelters")), (4, 3)] {
                ask(&mut harness, Action::Compare(CompareAction::AddPreset(preset)));
                let state = &harness.state().state;
                assert_eq!(state.compared().len(), count);
                let sides = state.compared_sides();
                let scope = state.compare_scope(&sides).unwrap();
                for text in [finding(&scope), bars(&scope).finding, steps_finding(&scope)] {
                    assert!(has(&harness, Role::Heading, &text), "{text} in {:?}", said(&harness));
                }
                for k in 0..count {
                    let name = state.compared()[k].scenario().name.get(lang);
                    let start = format!("{} {name}, ", letter(k));
                    let listed = said(&harness);
                    assert!(
                        listed
                            .iter()
                            .any(|(r, t)| *r == Role::ListItem && t.starts_with(&start)),
                        "{start}"
                    );
                }
                for (role, text) in said(&harness) {
                    let control = matches!(
                        role,
                        Role::Button
                            | Role::RadioButton
                            | Role::ComboBox
                            | Role::Tab
                            | Role::CheckBox
                            | Role::TextInput
                    );
                    assert!(!control || !text.trim().is_empty(), "a {role:?} without a name");
                }
            }
        }
    }
}

#[test]
fn what_is_explained_and_how_is_chosen_on_the_page() {
    let mut harness = open(Lang::En, (1440.0, 900.0));
    for preset in [2, 3] {
        ask(&mut harness, Action::OpenPreset(preset));
    }
    press(&mut harness, Role::Button, "Compare");
    press(&mut harness, Role::RadioButton, "table");
    assert!(harness.state().state.compare.view.as_table);
    let rows = said(&harness);
    assert!(
        rows.iter().any(|(r, t)| *r == Role::Row && t.contains("gross")),
        "{rows:?}"
    );
    explained_by_keyboard(harness);
}

/// Goes on with the keyboard alone: the list of measures opens with a key, and another one is chosen.
fn explained_by_keyboard(mut harness: Shown) {
    let measures = harness.root().children_recursive().find(|n| {
        let n = n.accesskit_node();
        n.role() == Role::ComboBox && n.label().as_deref() == Some("Measure explained")
    });
    measures.unwrap().focus();
    harness.run();
    harness.key_press(egui::Key::Enter);
    harness.run();
    press(&mut harness, Role::ListBoxOption, "Wages before tax, Québec");
    assert_eq!(harness.state().state.compare.view.headline, Headline::Wages);
    assert_eq!(harness.state().state.territory, Territory::Province);
    press(&mut harness, Role::RadioButton, "with A");
    assert_eq!(harness.state().state.compare.view.against, Against::First);
}

#[test]
fn files_over_the_window_are_told_what_dropping_does() {
    let mut harness = open(Lang::Fr, (1440.0, 900.0));
    let hovered = |harness: &mut Shown, count: usize| {
        // The window repaints as long as files hover.
        harness.input_mut().hovered_files = vec![egui::HoveredFile::default(); count];
        harness.run_steps(3);
    };
    hovered(&mut harness, 1);
    let text = "Déposez pour ouvrir ce scénario. Les projets ouverts restent ouverts";
    assert!(has(&harness, Role::Label, text), "{:?}", said(&harness));
    hovered(&mut harness, 0);
    ask(&mut harness, Action::Compare(CompareAction::Show));
    hovered(&mut harness, 5);
    let told = said(&harness)
        .into_iter()
        .find(|(_, t)| t.starts_with("Déposez pour comparer 5 scénarios"));
    assert!(told.is_some_and(|(_, t)| t.contains("Place pour 3 de plus")));
    hovered(&mut harness, 0);
    assert!(!said(&harness).iter().any(|(_, t)| t.starts_with("Déposez")));
}

#[test]
fn several_refused_files_stand_in_one_dialog() {
    let mut harness = open(Lang::En, (1440.0, 900.0));
    ask(&mut harness, Action::Dropped(vec!["/a.ron".into(), "/b.ron".into()]));
    ask(&mut harness, Action::FileRead("/a.ron".into(), b"(".to_vec()));
    let denied = FileAction::Failed(None, "/b.ron".into(), Failure::Denied);
    ask(&mut harness, Action::Files(denied));
    for text in ["2 files were not opened", "/a.ron", "/b.ron"] {
        assert!(has(&harness, Role::Label, text), "{text}: {:?}", said(&harness));
    }
    assert!(said(&harness).iter().any(|(_, t)| t.contains("you have no right")));
    press(&mut harness, Role::Button, "Understood");
    assert_eq!(harness.state().state.dialog, None);
}

// -------------------------------------------------------------------------------------------------------- the terminal

fn program(args: &[&str]) -> (i32, String, String) {
    let output = std::process::Command::new(env!("CARGO_BIN_EXE_retombees"))
        .args(args)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env("LC_ALL", "C")
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn path_of(k: usize) -> String {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("scenarios");
    folder.join(SHIPPED[k].0).display().to_string()
}

#[test]
fn the_terminal_compares_as_the_window_does() {
    let files = [2, 0, 3].map(path_of);
    let files: Vec<&str> = files.iter().map(String::as_str).collect();
    for lang in Lang::ALL {
        let (code, out, err) = program(&[&["compare", "--lang", lang.code()], &files[..]].concat());
        assert_eq!((code, err.as_str()), (0, ""));
        assert!(out.lines().all(|l| l.chars().count() <= 100), "{out}");
        let mut sentences = Vec::new();
        compared(&[shipped(2), shipped(0), shipped(3)], Against::Previous, &mut |scope| {
            if (scope.lang, scope.headline, scope.territory) == (lang, Headline::Jobs, Territory::Study) {
                sentences.push(finding(scope));
                sentences.push(steps_finding(scope));
            }
        });
        let flat = out.replace('\n', " ");
        for sentence in sentences {
            assert!(flat.contains(&sentence), "{sentence} in {flat}");
        }
    }
    let (code, out, err) = program(&[&["compare", "--format", "json", "--against", "first"], &files[..]].concat());
    assert_eq!((code, err.as_str()), (0, ""));
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(json["schema"], "retombees-comparison/1");
    let ends: Vec<_> = json["ways"]
        .as_array()
        .unwrap()
        .iter()
        .map(|w| (w["from"].clone(), w["to"].clone()))
        .collect();
    assert_eq!(ends, [("A".into(), "B".into()), ("A".into(), "C".into())]);
    for figure in json["figures"].as_array().unwrap() {
        let name = format!(
            "{}.{}",
            figure["measure"].as_str().unwrap(),
            figure["territory"].as_str().unwrap()
        );
        for (k, way) in json["ways"].as_array().unwrap().iter().enumerate() {
            let of = &figure["scenarios"][k + 1];
            let parts = way["steps"].as_array().unwrap().iter();
            let sum: f64 = parts.map(|s| s["contributions"][&name].as_f64().unwrap()).sum();
            let whole = of["difference"].as_f64().unwrap();
            let gross = of["gross"].as_f64().unwrap();
            assert!(
                (sum - whole).abs() <= 1e-9 * gross.abs().max(1.0),
                "{name}: {sum} and {whole}"
            );
            assert!((figure["scenarios"][0]["gross"].as_f64().unwrap() + whole - gross).abs() <= 1e-9 * gross.abs());
        }
    }
    let (code, csv, _) = program(&[&["compare", "--format", "csv"], &files[..]].concat());
    assert_eq!(code, 0);
    let fields = csv.lines().next().unwrap().split(',').count();
    assert!(csv.lines().all(|l| l.split(',').count() == fields), "{csv}");
    for part in ["figure,C,", "difference,C,B,", "step,B,A,direct_jobs,jobs,study,jobs,"] {
        assert!(csv.lines().any(|l| l.starts_with(part)), "{part} in {csv}");
    }
}

#[test]
fn the_terminal_refuses_what_cannot_be_compared() {
    let one = path_of(0);
    let (code, _, err) = program(&["compare", &one, "--lang", "en"]);
    assert_eq!(code, 2);
    assert!(err.contains("At least two"), "{err}");
    let (code, _, err) = program(&["compare", &one, &one, &one, &one, &one, "--lang", "en"]);
    assert_eq!(code, 2);
    assert!(err.contains("Four scenarios at most") && err.contains('5'), "{err}");
    let (code, _, err) = program(&["compare", &one, &one, "--measure", "happiness", "--lang", "en"]);
    assert_eq!(code, 2);
    assert!(err.contains("happiness") && err.contains("wages_construction"), "{err}");
    // The problems of every file are told, and nothing is compared.
    let folder = tempfile::tempdir().unwrap();
    let broken = folder.path().join("broken.ron");
    std::fs::write(&broken, "(version: 1").unwrap();
    let broken = broken.display().to_string();
    let (code, out, err) = program(&["compare", &broken, &one, "/nowhere.ron", "--lang", "en"]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("broken.ron") && err.contains("/nowhere.ron"), "{err}");
    let (_, help, _) = program(&["--help", "--lang", "fr"]);
    assert!(help.contains("compare"), "{help}");
}
