//! Groups of scenarios: the whole is the sum of its members less what they buy from each other, whatever the links; programmes of growth.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::process::Command;
use std::sync::{Arc, LazyLock};

use proptest::prelude::*;
use retombees::app::{Action, AppState, Dialog, Effect as Outside, GroupAction, Page, Settings, member_files, update};
use retombees::problem::{Problem, What};
use retombees::report::full::Block;
use retombees::report::group::{GroupScope, blocks, chart, finding, members as members_table};
use retombees::scenario::group::{self, Bought, Group, Link, Member, MemberScenario};
use retombees::scenario::presets::{GROUPS, SHIPPED};
use retombees::scenario::{Growth, Input, OriginShares, Phase, PhaseKind, Scenario, file};
use retombees::study::group::{GroupStudy, Part, When, run_group};
use retombees::study::{self, Cache, Effect, Library, Measure, Territory};
use retombees::text::Lang;

static LIBRARY: LazyLock<Arc<Library>> = LazyLock::new(|| Arc::new(Library::embedded().unwrap()));

fn shipped(name: &str) -> Scenario {
    let (_, text) = SHIPPED.iter().find(|(known, _)| known.starts_with(name)).unwrap();
    file::read(text.as_bytes()).unwrap()
}

fn member(id: &str, scenario: &Scenario) -> Member {
    Member {
        id: id.to_owned(),
        label: None,
        scenario: MemberScenario::Inline(Box::new(scenario.clone())),
    }
}

fn link(buyer: &str, line: &str, seller: &str, bought: Bought) -> Link {
    Link {
        buyer: buyer.to_owned(),
        phase: retombees::ids::PhaseId::new("operation"),
        line: retombees::ids::LineId::new(line),
        seller: seller.to_owned(),
        bought,
    }
}

fn share(v: f64) -> Bought {
    Bought::Share(Input::user(v))
}

fn group_of(members: &[(&str, &Scenario)], links: Vec<Link>) -> Group {
    Group {
        version: 1,
        name: retombees::ids::Local::same("test"),
        description: retombees::ids::Local::default(),
        members: members.iter().map(|(id, s)| member(id, s)).collect(),
        links,
        facts: Vec::new(),
    }
}

fn computed(group: &Group) -> Result<GroupStudy, Vec<Problem>> {
    let scenarios = group::members(group, &mut |_| panic!("no file")).unwrap();
    run_group(group, &scenarios, &LIBRARY, &mut Cache::default())
}

fn of_shipped(name: &str) -> (Group, GroupStudy) {
    let (_, text) = GROUPS.iter().find(|(known, _)| known.starts_with(name)).unwrap();
    let group = group::read(text.as_bytes()).unwrap_or_else(|p| panic!("{name}: {p:?}"));
    let study = computed(&group).unwrap_or_else(|p| panic!("{name}: {p:?}"));
    (group, study)
}

fn close(found: f64, expected: f64, what: &str) {
    let tolerance = 1e-9 * expected.abs().max(1.0);
    assert!(
        (found - expected).abs() <= tolerance,
        "{what}: {found}, expected {expected}"
    );
}

/// Two small plants of the same region: a foundry that buys metal, and a smelter that sells it.
fn buyer_and_seller() -> (Scenario, Scenario) {
    let mut seller = shipped("alliance-magnesium-2020");
    let mut buyer = seller.clone();
    for (scenario, jobs) in [(&mut seller, 200.0), (&mut buyer, 60.0)] {
        scenario.support.clear();
        scenario.early_closure = None;
        let phase = operation(scenario);
        phase.profile = None;
        let PhaseKind::Operation { jobs: stated, .. } = &mut phase.kind else {
            panic!("an operation");
        };
        *stated = Input::user(jobs);
    }
    (buyer, seller)
}

fn operation(scenario: &mut Scenario) -> &mut Phase {
    scenario.phases.iter_mut().find(|p| !p.is_construction()).unwrap()
}

#[test]
fn shipped_groups_are_the_sum_of_their_members_less_the_stated_overlap() {
    for (name, _) in GROUPS {
        let (_, study) = of_shipped(name);
        assert!(study.members.len() >= 3 && !study.overlaps.is_empty(), "{name}");
        let years: Vec<i32> = study.years().unwrap().collect();
        for year in [years[0], years[years.len() / 2], years[years.len() - 1]] {
            for measure in Measure::ALL {
                for effect in Effect::ALL {
                    for territory in [Territory::Province, Territory::Country] {
                        let cell = (measure, effect, territory);
                        let by_hand: f64 = study
                            .members
                            .iter()
                            .map(|m| m.study.in_year(year, measure, effect, territory))
                            .sum();
                        let overlap: f64 = Part::ALL
                            .iter()
                            .flat_map(|p| study.overlaps.iter().map(move |o| (p, o)))
                            .map(|(p, o)| study.overlap(o, *p, When::Year(year), cell))
                            .sum();
                        let whole: f64 = Part::ALL.iter().map(|p| study.total(*p, When::Year(year), cell)).sum();
                        close(whole, by_hand - overlap, &format!("{name} {year} {cell:?}"));
                    }
                }
            }
        }
    }
}

/// The overlap is what the buyer's own study loses when the line is really bought less of, every other line and origin staying as it is: a second
/// computation, by the way of a scenario's own lines.
#[test]
fn an_overlap_is_what_the_buyer_loses_when_it_buys_less_of_the_line() {
    let (buyer, seller) = buyer_and_seller();
    let part = 0.35;
    let group = group_of(
        &[("buyer", &buyer), ("seller", &seller)],
        vec![link("buyer", "33A", "seller", share(part))],
    );
    let found = computed(&group).unwrap();
    // The same purchases, each with its origin set by hand, so that nothing else moves.
    let full = study::run(&buyer, &LIBRARY, &mut Cache::default()).unwrap();
    let phase = full.operation().unwrap();
    let fixed = |kept: f64| {
        let mut scenario = buyer.clone();
        let own = operation(&mut scenario);
        own.local_share = None;
        for line in &phase.lines {
            let id = line.id.as_str().to_owned();
            let edit = own.line_mut(&id).unwrap();
            let kept = if id == "33A" { kept } else { 1.0 };
            edit.amount = Some(Input::user(line.amount * kept / phase.price_factor));
            edit.origin = Some(OriginShares {
                study: line.origin.study,
                rest: line.origin.rest,
                other: line.origin.other,
                abroad: line.origin.abroad,
            });
        }
        study::run(&scenario, &LIBRARY, &mut Cache::default()).unwrap()
    };
    let (whole, less) = (fixed(1.0), fixed(1.0 - part));
    let year = *phase.by_year.last().map(|(y, _)| y).unwrap();
    for measure in [
        Measure::Output,
        Measure::Gdp,
        Measure::Jobs,
        Measure::Wages,
        Measure::ForeignImports,
    ] {
        for effect in [Effect::IndirectFirst, Effect::IndirectOther, Effect::Induced] {
            for territory in [Territory::Study, Territory::Province, Territory::Country] {
                let lost =
                    whole.in_year(year, measure, effect, territory) - less.in_year(year, measure, effect, territory);
                let cell = (measure, effect, territory);
                let taken = found.overlap(&found.overlaps[0], Part::Operation, When::Year(year), cell);
                // Amounts written in a scenario pass through the price index and back.
                let tolerance = 1e-7 * lost.abs().max(1.0);
                assert!((taken - lost).abs() <= tolerance, "{cell:?}: {taken}, expected {lost}");
                assert!(taken != 0.0 || measure == Measure::ForeignImports, "{cell:?}");
            }
        }
    }
    // What the buyer does itself stays: its jobs, its pay.
    let direct = (Measure::Jobs, Effect::Direct, Territory::Study);
    assert_eq!(
        found.overlap(&found.overlaps[0], Part::Operation, When::Year(year), direct),
        0.0
    );
}

#[test]
fn a_share_and_the_amount_that_it_makes_are_one() {
    let (buyer, seller) = buyer_and_seller();
    let full = study::run(&buyer, &LIBRARY, &mut Cache::default()).unwrap();
    let phase = full.operation().unwrap();
    let line = phase.lines.iter().find(|l| l.id.as_str() == "33A").unwrap();
    let amount = 0.25 * line.amount / phase.price_factor;
    let of = |bought| {
        let links = vec![link("buyer", "33A", "seller", bought)];
        computed(&group_of(&[("buyer", &buyer), ("seller", &seller)], links)).unwrap()
    };
    let (by_share, by_amount) = (of(share(0.25)), of(Bought::Amount(Input::user(amount))));
    close(by_amount.overlaps[0].share, 0.25, "share");
    let cell = (Measure::Jobs, Effect::IndirectFirst, Territory::Country);
    let [a, b] = [&by_share, &by_amount].map(|g| g.total(Part::Operation, When::Year(2030), cell));
    close(a, b, "jobs");
}

/// A seller that starts after its buyer sells nothing before: nothing is taken out then.
#[test]
fn nothing_is_taken_out_before_the_seller_sells() {
    let (buyer, mut seller) = buyer_and_seller();
    let first = operation(&mut buyer.clone()).start;
    operation(&mut seller).start = first + 3;
    let links = vec![link("buyer", "33A", "seller", share(0.4))];
    let study = computed(&group_of(&[("buyer", &buyer), ("seller", &seller)], links)).unwrap();
    let taken = |year: i32| {
        let cell = (Measure::Gdp, Effect::IndirectFirst, Territory::Country);
        study.overlap(&study.overlaps[0], Part::Operation, When::Year(year), cell)
    };
    assert_eq!([taken(first), taken(first + 1), taken(first + 2)], [0.0; 3]);
    assert!(taken(first + 3) > 0.0);
    let told = study
        .warnings
        .iter()
        .any(|p| matches!(&p.what, What::SellsLess { first: a, last: b, .. } if (*a, *b) == (first, first + 2)));
    assert!(told, "{:?}", study.warnings);
}

#[test]
fn members_of_several_regions_add_up_only_where_they_share_a_territory() {
    let (buyer, mut seller) = buyer_and_seller();
    let territories = |seller: &Scenario| {
        computed(&group_of(&[("a", &buyer), ("b", seller)], Vec::new()))
            .unwrap()
            .territories
    };
    assert_eq!(
        territories(&seller),
        [Territory::Study, Territory::Province, Territory::Country]
    );
    seller.region = retombees::ids::RegionCode::new("16");
    assert_eq!(territories(&seller), [Territory::Province, Territory::Country]);
    seller.region = retombees::ids::RegionCode::new("ON");
    assert_eq!(territories(&seller), [Territory::Country]);
}

#[test]
fn all_problems_of_a_group_are_told_at_once_each_with_its_place() {
    let (buyer, seller) = buyer_and_seller();
    let mut broken = buyer.clone();
    broken.region = retombees::ids::RegionCode::new("nowhere");
    let mut group = group_of(
        &[("buyer", &broken), ("seller", &seller)],
        vec![
            link("buyer", "33A", "buyer", share(0.1)),
            link("buyer", "33A", "nobody", share(0.1)),
            link("seller", "33A", "buyer", share(0.7)),
            link("seller", "33A", "nobody", share(0.7)),
        ],
    );
    group.members.push(member("seller", &seller));
    let problems = computed(&group).unwrap_err();
    let places: Vec<&str> = problems.iter().map(|p| p.place.as_str()).collect();
    for place in [
        "members[0].region",
        "members[2].id",
        "links[0].seller",
        "links[1].seller",
        "links[3].seller",
        "links[3].bought",
    ] {
        assert!(places.contains(&place), "{place} in {places:?}");
    }
    let refused = |links: Vec<Link>| {
        let problems = computed(&group_of(&[("buyer", &buyer), ("seller", &seller)], links)).unwrap_err();
        problems.into_iter().map(|p| (p.place, p.what)).collect::<Vec<_>>()
    };
    let missing = refused(vec![link("buyer", "no-such-line", "seller", share(0.1))]);
    assert!(matches!(&missing[..], [(place, What::MissingEntry { .. })] if place == "links[0].line"));
    let above = refused(vec![link("buyer", "33A", "seller", Bought::Amount(Input::user(1e12)))]);
    assert!(matches!(&above[..], [(place, What::LinksAboveLine { .. })] if place == "links[0].bought"));
    // A seller of one job cannot supply a buyer of a thousand.
    let (mut large, mut small) = (buyer.clone(), seller.clone());
    for (scenario, count) in [(&mut large, 1000.0), (&mut small, 1.0)] {
        let PhaseKind::Operation { jobs, .. } = &mut operation(scenario).kind else {
            panic!("an operation");
        };
        *jobs = Input::user(count);
    }
    let links = vec![link("buyer", "33A", "seller", share(1.0))];
    let problems = computed(&group_of(&[("buyer", &large), ("seller", &small)], links)).unwrap_err();
    assert!(matches!(problems[0].what, What::LinksAboveSales { .. }), "{problems:?}");
}

#[test]
fn shipped_groups_write_and_read_the_same() {
    for (name, text) in GROUPS {
        let read = group::read(text.as_bytes()).unwrap();
        let written = group::write(&read).unwrap();
        assert_eq!(group::read(written.as_bytes()).unwrap(), read, "{name}");
        assert_eq!(written, text, "{name} is not laid out as the program writes it");
    }
}

#[test]
fn a_group_is_told_in_both_languages() {
    for (name, _) in GROUPS {
        let (_, group) = of_shipped(name);
        for lang in Lang::ALL {
            let scope = GroupScope {
                group: &group,
                library: &LIBRARY,
                lang,
            };
            let told = blocks(&scope);
            let tables = told.iter().filter(|b| matches!(b, Block::Table(_))).count();
            assert!(tables >= 4, "{name}: {tables}");
            // The last row of members is the sum of the others less the overlap, as far as rounding lets.
            let table = members_table(&scope, Part::Operation, Territory::Province).unwrap();
            assert_eq!(table.rows.len(), group.members.len() + 3, "{name}");
            let chart = chart(&scope).unwrap();
            assert_eq!(chart.rows.len(), group.years().unwrap().count());
            assert!(
                chart
                    .rows
                    .iter()
                    .all(|r| r.values.iter().all(|v| v.is_finite() && *v >= 0.0))
            );
            assert!(!finding(&scope).contains('{'));
        }
    }
}

// ------------------------------------------------------------------------------------------------------------ the window

fn window() -> AppState {
    AppState::new(LIBRARY.clone(), Settings::default(), Lang::Fr).unwrap()
}

#[test]
fn a_group_shows_until_another_thing_is_asked_and_its_members_open_as_projects() {
    let mut state = window();
    let act = |state: &mut AppState, action| update(state, action);
    assert_eq!(act(&mut state, Action::Group(GroupAction::Shipped(0))), []);
    assert_eq!(state.group.as_ref().unwrap().study.members.len(), 3);
    // The page of results, like a project, takes its place.
    act(&mut state, Action::ShowPage(Page::Jobs));
    assert!(state.group.is_none());
    act(&mut state, Action::Group(GroupAction::Shipped(0)));
    let documents = state.documents.len();
    act(&mut state, Action::Group(GroupAction::Member(0)));
    assert!(state.group.is_none());
    assert_eq!(state.documents.len(), documents + 1);
    assert_eq!(
        state.document().scenario().name.en,
        "Casting house, secondary magnesium"
    );
    assert_eq!(state.document().path, None);
    act(&mut state, Action::Group(GroupAction::Shipped(0)));
    act(&mut state, Action::Group(GroupAction::Member(2)));
    assert_eq!(state.document().scenario(), &shipped("alliance-magnesium-commercial"));
    act(&mut state, Action::Group(GroupAction::Shipped(1)));
    act(&mut state, Action::Group(GroupAction::Close));
    assert!(state.group.is_none() && state.dialog.is_none());
}

#[test]
fn a_group_whose_file_is_missing_is_refused_with_its_place() {
    let mut group = group_of(&[("a", &shipped("festival")), ("b", &shipped("festival"))], Vec::new());
    group.members[1].scenario = MemberScenario::File("nowhere/b.ron".to_owned());
    let bytes = group::write(&group).unwrap().into_bytes();
    assert_eq!(member_files(&bytes), ["nowhere/b.ron"]);
    let mut state = window();
    let read = |files| Action::Group(GroupAction::Read("/g/a.group.ron".into(), bytes.clone(), files));
    let missing = vec![("nowhere/b.ron".to_owned(), None)];
    assert_eq!(update(&mut state, read(missing)), []);
    let Some(Dialog::Refused(refusal)) = &state.dialog else {
        panic!("{:?}", state.dialog);
    };
    assert_eq!(refusal.problems[0].place, "members[1].scenario");
    assert!(matches!(&refusal.problems[0].what, What::MemberUnreadable { path } if path == "nowhere/b.ron"));
    assert!(state.group.is_none());
    // Beside its file it opens, and the member that is a file opens from there.
    let mut state = window();
    let text = file::write(&shipped("sawmill")).unwrap().into_bytes();
    update(&mut state, read(vec![("nowhere/b.ron".to_owned(), Some(text))]));
    assert_eq!(state.group.as_ref().unwrap().study.members.len(), 2);
    let asked = update(&mut state, Action::Group(GroupAction::Member(1)));
    assert_eq!(asked, [Outside::Read("/g/nowhere/b.ron".into())]);
}

// ---------------------------------------------------------------------------------------------------------- the terminal

#[test]
fn the_terminal_reads_members_beside_the_group_and_writes_its_figures() {
    let folder = tempfile::tempdir().unwrap();
    let (buyer, seller) = buyer_and_seller();
    let mut group = group_of(
        &[("buyer", &buyer), ("seller", &seller)],
        vec![link("buyer", "33A", "seller", share(0.4))],
    );
    group.members[1].scenario = MemberScenario::File("parts/seller.ron".to_owned());
    std::fs::create_dir(folder.path().join("parts")).unwrap();
    std::fs::write(folder.path().join("parts/seller.ron"), file::write(&seller).unwrap()).unwrap();
    let path = folder.path().join("two.group.ron");
    std::fs::write(&path, group::write(&group).unwrap()).unwrap();
    let program = |args: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_retombees"))
            .args(args)
            .env_remove("DISPLAY")
            .env("LC_ALL", "C")
            .output()
            .unwrap();
        let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
        (output.status.code(), text(&output.stdout), text(&output.stderr))
    };
    let path = path.display().to_string();
    let (code, csv, err) = program(&["run", &path, "--format", "csv"]);
    assert_eq!((code, err.as_str()), (Some(0), ""));
    // In each group of lines: members less overlap is the group, and the members sum to theirs.
    let mut sums: std::collections::BTreeMap<String, [f64; 4]> = std::collections::BTreeMap::new();
    for line in csv.lines().skip(1) {
        let fields: Vec<&str> = line.split(',').collect();
        let key = fields[1..6].join(".");
        let value: f64 = fields[8].parse().unwrap();
        let at = match fields[0] {
            "members" => 1,
            "overlap" => 2,
            "group" => 3,
            _ => 0,
        };
        sums.entry(key).or_default()[at] += value;
    }
    assert!(sums.len() > 1000);
    assert!(sums.values().any(|v| v[2] > 0.0));
    for (key, [each, members, overlap, whole]) in sums {
        close(each, members, &key);
        close(members - overlap, whole, &key);
    }
    // A member that is not there is told with its place.
    std::fs::remove_file(folder.path().join("parts/seller.ron")).unwrap();
    let (code, _, err) = program(&["check", &path, "--lang", "en"]);
    assert_eq!(code, Some(1));
    assert!(
        err.contains("members[1].scenario") && err.contains("parts/seller.ron"),
        "{err}"
    );
    // A group does not compare with scenarios.
    let (code, _, err) = program(&["compare", &path, &path, "--lang", "en"]);
    assert_eq!(code, Some(1));
    assert!(err.contains("is a group"), "{err}");
}

#[test]
fn a_group_is_exported_as_its_chart_and_its_figures() {
    let folder = tempfile::tempdir().unwrap();
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let path = root.join("scenarios").join(GROUPS[0].0);
    let output = Command::new(env!("CARGO_BIN_EXE_retombees"))
        .args([
            "export",
            &path.display().to_string(),
            "--to",
            &folder.path().display().to_string(),
        ])
        .args(["--charts", "svg", "--data", "--lang", "both"])
        .env_remove("DISPLAY")
        .env("LC_ALL", "C")
        .output()
        .unwrap();
    assert_eq!(
        output.status.code(),
        Some(0),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let read = |name: &str| std::fs::read_to_string(folder.path().join("magnesium-hub.group").join(name)).unwrap();
    assert!(read("fr/groupe-annees.svg").contains("emplois"));
    assert!(read("en/group-years.svg").contains("jobs"));
    let json: serde_json::Value = serde_json::from_str(&read("magnesium-hub.group.json")).unwrap();
    assert_eq!(json["schema"], "retombees-group/1");
    assert_eq!(json["members"].as_array().unwrap().len(), 3);
    assert_eq!(read("magnesium-hub.group.ron"), GROUPS[0].1);
    assert!(
        read("magnesium-hub.group.csv").starts_with("of,part,measure,effect,territory,year,unit,price_year,value\n")
    );
}

/// Year k of N brings k/N of what is added; the base enters no figure.
#[test]
fn a_programme_of_growth_counts_what_it_adds_and_nothing_of_its_base() {
    let mut scenario = shipped("aluminium-processing-doubling");
    let run = |s: &Scenario| study::run(s, &LIBRARY, &mut Cache::default()).unwrap();
    let found = run(&scenario);
    let phase = found.operation().unwrap();
    assert_eq!((phase.start, phase.project.unwrap().jobs), (2016, 5000.0));
    for (k, year) in (2016..=2025).enumerate() {
        let direct = found.in_year(year, Measure::Jobs, Effect::Direct, Territory::Province);
        close(direct, 5000.0 * (k + 1) as f64 / 10.0, "direct jobs");
    }
    assert_eq!(phase.activity(2030), 1.0);
    // The same programme as a plain profile, and with another base: the same figures.
    let plain = {
        let mut s = scenario.clone();
        let own = operation(&mut s);
        own.growth = None;
        own.profile = Some((1..=10).map(|k| f64::from(k) / 10.0).collect());
        run(&s)
    };
    let growth = operation(&mut scenario).growth.as_mut().unwrap();
    growth.base_jobs = Input::user(123.0);
    let other = run(&scenario);
    for (a, (b, c)) in found.figures().iter().zip(plain.figures().iter().zip(&other.figures())) {
        assert_eq!((a.value, a.value), (b.value, c.value), "{}", a.id);
    }
}

#[test]
fn a_programme_must_fit_its_phase() {
    let base = shipped("aluminium-processing-doubling");
    let problems = |change: &dyn Fn(&mut Phase)| {
        let mut scenario = base.clone();
        change(operation(&mut scenario));
        let all = study::check(&scenario, &LIBRARY);
        all.into_iter().map(|p| (p.place, p.what)).collect::<Vec<_>>()
    };
    let years = problems(&|p| p.growth.as_mut().unwrap().years = Input::user(26.0));
    assert!(matches!(&years[..], [(place, What::OutOfRange { .. })] if place == "phases[0].growth.years.value"));
    let half = problems(&|p| p.growth.as_mut().unwrap().years = Input::user(2.5));
    assert!(matches!(&half[..], [(_, What::NotWhole { .. })]));
    let both = problems(&|p| p.profile = Some(vec![0.5]));
    assert!(matches!(&both[..], [(place, What::GrowthAndProfile)] if place == "phases[0].growth"));
    let negative = problems(&|p| p.growth.as_mut().unwrap().base_jobs = Input::user(-1.0));
    assert!(matches!(&negative[..], [(place, What::Negative { .. })] if place == "phases[0].growth.base_jobs.value"));
    let built = problems(&|p| {
        p.kind = PhaseKind::Construction {
            investment: Input::user(1e6),
            shares: None,
            site_workers: None,
        };
        p.growth = Some(Growth::default());
    });
    assert!(
        built.iter().any(|(_, what)| *what == What::GrowthOfConstruction),
        "{built:?}"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Random links between three members: linear in their shares, and the sum by hand.
    #[test]
    fn a_group_of_three_is_the_sum_by_hand_less_the_overlaps(
        parts in prop::array::uniform3(0.0..0.3_f64),
        lines in prop::array::uniform3(prop::sample::select(vec!["33A", "5A", "22", "4B"])),
        year in 2022..=2041_i32,
    ) {
        let (buyer, seller) = buyer_and_seller();
        let mut third = seller.clone();
        third.region = retombees::ids::RegionCode::new("16");
        let all = [("a", &buyer), ("b", &seller), ("c", &third)];
        let made = |parts: [f64; 3]| vec![
            link("a", lines[0], "b", share(parts[0])),
            link("a", lines[1], "c", share(parts[1])),
            link("b", lines[2], "c", share(parts[2])),
        ];
        let study = computed(&group_of(&all, made(parts))).unwrap();
        let half = computed(&group_of(&all, made(parts.map(|p| p / 2.0)))).unwrap();
        for measure in Measure::ALL {
            for effect in Effect::ALL {
                let cell = (measure, effect, Territory::Province);
                let when = When::Year(year);
                let by_hand: f64 = [&buyer, &seller, &third]
                    .iter()
                    .zip(&study.members)
                    .map(|(_, m)| m.study.in_year(year, measure, effect, Territory::Province))
                    .sum();
                let taken = |g: &GroupStudy| -> f64 {
                    g.overlaps.iter().map(|o| g.overlap(o, Part::Operation, when, cell)).sum()
                };
                let whole: f64 = Part::ALL.iter().map(|p| study.total(*p, when, cell)).sum();
                let scale = 1e-9 * by_hand.abs().max(1.0);
                prop_assert!((whole - (by_hand - taken(&study))).abs() <= scale);
                prop_assert!((taken(&study) - 2.0 * taken(&half)).abs() <= scale, "{cell:?}");
            }
        }
    }
}
