//! The money trail: nothing is lost on the way, its ends are the study's own figures, and numpy finds the same (tests/oracle/trail.py).

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, LazyLock};

use egui::{Role as Accessible, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use retombees::app::{Action, AppState, Edit, Gesture, Page, Settings, ThemePreference, update};
use retombees::engine::account::Account;
use retombees::engine::households::{Closure, HouseholdRules};
use retombees::engine::impact::{Effect, ImpactModel, Measure, ProjectAccount, Stimulus};
use retombees::engine::matrix::Matrix;
use retombees::engine::regional::{Quotient, StudyRegion};
use retombees::engine::tables::FlowTable;
use retombees::engine::trail::{FirstRound, MoneyTrail, Place, Recipient, Rounds, money_trail};
use retombees::report::overview::Scope;
use retombees::report::role::Role;
use retombees::report::trail::{TrailView, page};
use retombees::scenario::presets::SHIPPED;
use retombees::scenario::{Households, Input, PhaseKind, Scenario, file};
use retombees::study::{self, Cache, Library, PhaseStudy, Study, Territory};
use retombees::text::Lang;
use retombees::ui::root;
use retombees::ui::theme::Theme;
use serde_json::Value;

const TOLERANCE: f64 = 1e-9;

static LIBRARY: LazyLock<Arc<Library>> = LazyLock::new(|| Arc::new(Library::embedded().unwrap()));

fn close(found: f64, expected: f64, scale: f64, what: &str) {
    let allowed = TOLERANCE * scale.abs().max(1e-6);
    assert!(
        (found - expected).abs() <= allowed,
        "{what}: found {found}, expected {expected}"
    );
}

fn shipped(name: &str) -> Scenario {
    let text = SHIPPED.iter().find(|(n, _)| n.starts_with(name)).unwrap().1;
    file::read(text.as_bytes()).unwrap()
}

fn flagship() -> Scenario {
    shipped("alliance-magnesium-2020")
}

/// Every shipped scenario, and the flagship in other regions and under other households.
fn scenarios() -> Vec<(String, Scenario)> {
    let mut out: Vec<(String, Scenario)> = SHIPPED
        .iter()
        .map(|(name, text)| ((*name).to_owned(), file::read(text.as_bytes()).unwrap()))
        .collect();
    for region in ["06", "13", "09-10", "mrc-les-sources", "QC", "ON", "PE"] {
        let mut scenario = flagship();
        scenario.region = region.into();
        for phase in &mut scenario.phases {
            phase.local_share = None;
        }
        out.push((region.to_owned(), scenario));
    }
    for households in Households::ALL {
        let mut scenario = flagship();
        scenario.model.households = households;
        out.push((format!("{households:?}"), scenario));
    }
    out
}

fn studies() -> Vec<(String, Study)> {
    let mut cache = Cache::default();
    let run = |(name, scenario): (String, Scenario)| {
        let study = study::run(&scenario, &LIBRARY, &mut cache).unwrap_or_else(|p| panic!("{name}: {p:?}"));
        (name, study)
    };
    scenarios().into_iter().map(run).collect()
}

fn territory(place: Place) -> Option<Territory> {
    match place {
        Place::Study => Some(Territory::Study),
        Place::RestOfProvince => Some(Territory::RestOfProvince),
        Place::OtherProvinces => Some(Territory::RestOfCountry),
        Place::Abroad => None,
    }
}

// -------------------------------------------------------------------------------------------------------------- the engine

/// Checks what holds for every trail, whatever the economy.
fn balanced(trail: &MoneyTrail, name: &str) {
    let all: f64 = Recipient::ALL.iter().map(|r| trail.received(*r)).sum();
    close(all, trail.spending, trail.spending, &format!("{name}: first round"));
    for rounds in Rounds::ALL {
        for recipient in Recipient::ALL {
            let parts = trail.parts(rounds, recipient);
            let what = format!("{name}, {rounds:?}, {recipient:?}");
            close(parts.total(), trail.received(recipient), trail.spending, &what);
            let set = parts.personal_taxes + parts.employer_contributions + parts.saving + parts.plans;
            let pay: f64 = parts.pay.iter().sum();
            close(
                parts.take_home.iter().sum::<f64>() + set,
                pay,
                trail.spending,
                &format!("{what}: pay"),
            );
        }
        let held = |r: Rounds| trail.all_parts(r).held.iter().sum::<f64>();
        let left = held(rounds) + trail.all_parts(rounds).held_pay;
        let settled = trail.all_parts(rounds).total() - left;
        if rounds > Rounds::First {
            let before = Rounds::ALL[rounds as usize - 1];
            assert!(
                held(rounds) <= held(before) * (1.0 + 1e-12),
                "{name}: suppliers hold more after {rounds:?}"
            );
        }
        if rounds == Rounds::All {
            assert!(left == 0.0, "{name}: {left} is nobody's income");
            close(settled, trail.spending, trail.spending, name);
        }
    }
}

#[test]
fn every_dollar_is_found_and_the_ends_are_the_study_s_own_figures() {
    for (name, study) in studies() {
        for phase in &study.phases {
            let name = format!("{name}, {}", phase.id);
            let trail = study.money_trail(phase).unwrap();
            balanced(&trail, &name);
            let paid = phase.project.map_or(0.0, |p| p.compensation + p.production_taxes);
            close(trail.spending, phase.purchases + paid, phase.purchases + paid, &name);
            let all = trail.all_parts(Rounds::All);
            let effects = [Effect::Direct, Effect::IndirectFirst, Effect::IndirectOther];
            let sum = |measure, territory| -> f64 {
                effects.iter().map(|e| study.value(phase, measure, *e, territory)).sum()
            };
            for place in Place::ALL {
                let what = format!("{name}: GDP, {place:?}");
                let Some(territory) = territory(place) else {
                    assert!(all.gdp(place) == 0.0, "{what}");
                    continue;
                };
                // The project's surplus is not spent.
                let kept = phase
                    .project
                    .filter(|_| place == Place::Study)
                    .map_or(0.0, |p| p.surplus);
                close(
                    all.gdp(place),
                    sum(Measure::Gdp, territory) - kept,
                    trail.spending,
                    &what,
                );
                let pay = sum(Measure::Compensation, territory);
                close(
                    all.pay[place as usize],
                    pay,
                    trail.spending,
                    &format!("{name}: pay, {place:?}"),
                );
            }
            close(
                all.product_taxes,
                sum(Measure::ProductTaxes, Territory::Country),
                trail.spending,
                &name,
            );
            close(
                all.imports,
                sum(Measure::ForeignImports, Territory::Country),
                trail.spending,
                &name,
            );
            close(all.resale.iter().sum(), phase.stimulus.scrap, trail.spending, &name);
            if study.whole_province {
                assert!(
                    all.income(Place::RestOfProvince) == 0.0,
                    "{name}: a whole province has no rest"
                );
            }
            leaks_are_what_suppliers_elsewhere_receive(&study, phase, &trail, &name);
        }
    }
}

/// The lines by which money leaves sum to what suppliers of each place receive first.
fn leaks_are_what_suppliers_elsewhere_receive(study: &Study, phase: &PhaseStudy, trail: &MoneyTrail, name: &str) {
    let leaks = phase.largest_leaks();
    assert!(
        leaks.windows(2).all(|w| w[0].amount >= w[1].amount),
        "{name}: not in order"
    );
    for place in [Place::RestOfProvince, Place::OtherProvinces, Place::Abroad] {
        let own = leaks.iter().filter(|l| l.place == place);
        let sum: f64 = own.map(|l| l.amount).sum();
        if place == Place::RestOfProvince && study.whole_province {
            assert!(sum == 0.0, "{name}");
        }
        close(
            sum,
            trail.received(Recipient::Suppliers(place)),
            trail.spending,
            &format!("{name}: leaks to {place:?}"),
        );
    }
}

#[test]
fn the_taxes_of_pay_are_those_of_the_study() {
    // All suppliers and workers of a whole province whose own purchases stay there: Québec's own revenue, nothing else.
    let mut cache = Cache::default();
    let study = study::run(&shipped("alliance-magnesium-2020"), &LIBRARY, &mut cache).unwrap();
    let phase = study.operation().unwrap();
    let trail = study.money_trail(phase).unwrap();
    let own = phase.revenue.as_ref().unwrap().region(Effect::Direct, 0);
    let employees = trail.parts(Rounds::All, Recipient::Employees);
    let base = |b| own.base(b);
    use retombees::engine::fiscal::Base;
    close(
        employees.personal_taxes,
        base(Base::Wages),
        trail.spending,
        "the project's employees",
    );
    close(
        employees.employer_contributions,
        base(Base::Compensation),
        trail.spending,
        "the project as an employer",
    );
    assert!(employees.plans > 0.0, "private plans are what is left of contributions");
    // Those who live outside the region take their pay there: the hiring share of the scenario.
    let project = phase.project.unwrap();
    let [home, rest, ..] = employees.take_home;
    close(home / (home + rest), project.hiring_share, 1.0, "hiring share");
}

#[test]
fn the_local_multiplier_counts_three_rounds() {
    for (name, study) in studies() {
        for phase in &study.phases {
            let trail = study.money_trail(phase).unwrap();
            let l = &trail.local;
            close(l.spending, trail.spending, trail.spending, &name);
            close(
                l.suppliers,
                trail.received(Recipient::Suppliers(Place::Study)),
                trail.spending,
                &name,
            );
            let rounds = l.rounds();
            let value = l.value().unwrap();
            close(value, rounds.iter().sum::<f64>() / rounds[0], 1.0, &name);
            assert!((1.0..3.0).contains(&value), "{name}: {value}");
            assert!(rounds[2] <= rounds[1] && rounds[1] <= rounds[0], "{name}: {rounds:?}");
            let project = phase.project.map_or(0.0, |p| p.wages * (1.0 - p.tax_rate));
            let share = study.resident_share(phase, Effect::Direct);
            close(l.residents, project * share, trail.spending, &name);
        }
    }
}

/// A small economy of `r` regions and `n` industries from plain numbers between 0 and 1.
fn economy(n: usize, r: usize, cells: &[f64]) -> Account {
    let k = n * r;
    let mut at = cells.iter().copied().cycle();
    let mut next = || at.next().unwrap();
    let output: Vec<f64> = (0..k).map(|_| 10.0 + 1000.0 * next()).collect();
    let mut flows = Matrix::zeros(k, k);
    let (mut added, mut taxes, mut pay) = (vec![0.0; k], vec![0.0; k], vec![0.0; k]);
    for j in 0..k {
        let weights: Vec<f64> = (0..k).map(|_| next()).collect();
        let (sum, load) = (weights.iter().sum::<f64>().max(1e-3), 0.1 + 0.7 * next());
        for i in 0..k {
            flows[(i, j)] = load * output[j] * weights[i] / sum;
        }
        taxes[j] = 0.1 * (1.0 - load) * next() * output[j];
        added[j] = (0.2 + 0.6 * next()) * (1.0 - load) * output[j];
        pay[j] = 0.9 * next() * added[j];
    }
    Account::from_flows(&FlowTable {
        industries: (0..n).map(|i| format!("i{i}").as_str().into()).collect(),
        regions: (0..r).map(|d| format!("r{d}").as_str().into()).collect(),
        money_unit: 1.0,
        intermediate_flows: flows,
        employment: output.clone(),
        gross_output: output,
        value_added: added,
        product_taxes: taxes,
        compensation: pay,
        final_consumption: Matrix::from_rows(&vec![vec![1.0; r]; n]).unwrap(),
    })
    .unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, rng_seed: RngSeed::Fixed(2002), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn trails_balance_in_random_economies(
        n in 2usize..5, r in 2usize..4, cells in prop::collection::vec(0.0..1.0, 97), spent in prop::collection::vec(0.0..1e6, 24),
        (taxes, imports, scrap) in (0.0..1e5, 0.0..1e5, 0.0..1e5), whole in any::<bool>(), operation in any::<bool>(), public in 0.0..0.3,
    ) {
        let base = economy(n, r, &cells);
        let region = if whole {
            StudyRegion::province(&base, 0)
        } else {
            StudyRegion::carve(&base, 0, &"L".into(), &vec![0.3; n], Quotient::Simple).unwrap()
        };
        let rules = HouseholdRules {
            contributions_ratio: 0.2, tax_rate: (0..n).map(|i| 0.2 + 0.05 * i as f64).collect(), saving_rate: 0.1, product_tax: 0.1,
            government_share: 0.0, public_industries: vec![], housing: None, resident_share: 0.8, already_received: 0.0,
        };
        let model = ImpactModel::new(&region, Closure::None, rules, 0.05).unwrap();
        let size = region.account().size();
        let stimulus = Stimulus {
            demand: (0..size).map(|k| spent[k % spent.len()]).collect(), product_taxes: taxes, foreign_imports: imports, scrap,
        };
        let project = ProjectAccount { compensation: 1.2e5, wages: 1e5, production_taxes: 5e3, hiring_share: 0.7, tax_rate: 0.3, ..ProjectAccount::default() };
        let project = operation.then_some(&project);
        let trail = money_trail(&model, &FirstRound {
            stimulus: &stimulus, resale: [0.1 * scrap, 0.2 * scrap, 0.3 * scrap, 0.4 * scrap], project, project_contributions: 1e4,
            employer_rates: &vec![public; n],
        }).unwrap();
        balanced(&trail, "random");
        // The ends do not depend on how money is told apart on the way: they are those of all the demand at once.
        let together = model.construction(&stimulus).unwrap();
        let all = trail.all_parts(Rounds::All);
        let gdp: f64 = Place::ALL.iter().map(|p| all.gdp(*p)).sum::<f64>() - project.map_or(0.0, |p| p.compensation + p.production_taxes);
        let expected: f64 = Effect::ALL.iter().map(|e| together.grand_total(*e, Measure::Gdp)).sum();
        close(gdp, expected, trail.spending, "GDP");
        let expected: f64 = Effect::ALL.iter().map(|e| together.grand_total(*e, Measure::ForeignImports)).sum();
        close(all.imports, expected, trail.spending, "imports");
    }
}

// ------------------------------------------------------------------------------------------------------- against numpy

fn table(name: &str) -> Vec<Vec<String>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/expected").join(name);
    let text = std::fs::read_to_string(path).unwrap();
    let lines = text.lines().filter(|l| !l.starts_with('#')).skip(1);
    lines.map(|l| l.split(',').map(str::to_owned).collect()).collect()
}

/// Returns every number above 0 of a trail of the program, under the name of its row in the expected table.
fn found(study: &Value) -> BTreeMap<Vec<String>, f64> {
    let mut out = BTreeMap::new();
    for phase in study["phases"].as_array().unwrap() {
        let id = phase["id"].as_str().unwrap();
        let trail = &phase["money_trail"];
        let mut put = |path: [&str; 4], value: &Value| {
            let key: Vec<String> = [id].into_iter().chain(path).map(str::to_owned).collect();
            out.insert(key, value.as_f64().unwrap());
        };
        for (rounds, recipients) in trail["rounds"].as_object().unwrap() {
            for (recipient, parts) in recipients.as_object().unwrap() {
                for (part, value) in parts.as_object().unwrap() {
                    match value.as_object() {
                        _ if ["income", "taxes", "savings", "total"].contains(&part.as_str()) => {}
                        Some(places) => places
                            .iter()
                            .for_each(|(place, v)| put([rounds, recipient, part, place], v)),
                        None => put([rounds, recipient, part, ""], value),
                    }
                }
            }
        }
        put(["local", "", "spending", ""], &trail["spending"]);
        for (part, value) in trail["local_multiplier"].as_object().unwrap() {
            if !["value", "rounds"].contains(&part.as_str()) {
                put(["local", "", part, ""], value);
            }
        }
    }
    out
}

#[test]
fn numpy_finds_the_same_trail_by_a_power_series() {
    for (case, scenario) in [
        ("a", "scenarios/alliance-magnesium-2020.ron"),
        ("b", "tests/cases/oracle-b.ron"),
        ("c", "tests/cases/oracle-c.ron"),
    ] {
        let output = Command::new(env!("CARGO_BIN_EXE_retombees"))
            .args(["run", "--format", "json", "--lang", "en"])
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join(scenario))
            .output()
            .unwrap();
        let mut found = found(&serde_json::from_slice(&output.stdout).unwrap());
        let expected = table(&format!("oracle-{case}-trail.csv"));
        assert!(expected.len() > 300);
        for row in expected {
            let (value, key) = row.split_last().unwrap();
            let value: f64 = if value.is_empty() { 0.0 } else { value.parse().unwrap() };
            let own = found
                .remove(key)
                .unwrap_or_else(|| panic!("{case}: {key:?} is missing"));
            // The last few cents of a long series come from rounding.
            assert!(
                (own - value).abs() <= TOLERANCE * value.abs() + 1e-7,
                "{case} {key:?}: found {own}, expected {value}"
            );
        }
        for (key, value) in found {
            assert!(value.abs() < 1e-6, "{case} {key:?}: {value}, which numpy has not");
        }
    }
}

// -------------------------------------------------------------------------------------------------------------- the report

fn scope(study: &Study, lang: Lang) -> Scope<'_> {
    Scope {
        study,
        saved: None,
        library: &LIBRARY,
        territory: Territory::Study,
        lang,
    }
}

#[test]
fn the_diagram_is_the_trail() {
    for (name, study) in studies() {
        for phase in &study.phases {
            let trail = study.money_trail(phase).unwrap();
            for (lang, rounds, per_hundred) in Lang::ALL
                .iter()
                .flat_map(|l| Rounds::ALL.map(|r| (*l, r)))
                .flat_map(|(l, r)| [(l, r, true), (l, r, false)])
            {
                let view = TrailView { per_hundred, rounds };
                let told = page(&scope(&study, lang), phase, &trail, view).unwrap();
                let flow = &told.flow;
                let what = format!("{name}, {lang:?}, {view:?}");
                assert!(
                    !told.finding.is_empty() && !told.finding.contains('{'),
                    "{what}: {}",
                    told.finding
                );
                let count = if rounds == Rounds::First { 2 } else { 3 };
                assert_eq!(flow.stages.len(), count, "{what}");
                for stage in 0..count {
                    let sum: f64 = flow.stage(stage).map(|(_, n)| n.value).sum();
                    close(sum, trail.spending, trail.spending, &format!("{what}: stage {stage}"));
                }
                for (k, node) in flow.nodes.iter().enumerate() {
                    let leaves: f64 = flow.links.iter().filter(|l| l.from == k).map(|l| l.value).sum();
                    let enters: f64 = flow.links.iter().filter(|l| l.to == k).map(|l| l.value).sum();
                    if node.stage + 1 < count {
                        close(
                            leaves,
                            node.value,
                            trail.spending,
                            &format!("{what}: out of {}", node.label),
                        );
                    }
                    if node.stage > 0 {
                        close(
                            enters,
                            node.value,
                            trail.spending,
                            &format!("{what}: into {}", node.label),
                        );
                    }
                    assert!(node.value > 0.0 && !node.label.contains('{'), "{what}: {node:?}");
                }
                assert!(
                    flow.links
                        .iter()
                        .all(|l| flow.nodes[l.from].stage + 1 == flow.nodes[l.to].stage)
                );
                // Home first, then away, then taxes and savings.
                let order: Vec<Role> = flow.stage(count - 1).map(|(_, n)| n.role).collect();
                assert!(order.is_sorted() || rounds == Rounds::First, "{what}: {order:?}");
                let table = flow.to_table("Total");
                assert!(table.rows.iter().all(|r| r.len() == table.columns.len()), "{what}");
                assert_eq!(table.rows.len(), flow.stage(1).count() + 1, "{what}");
                let names: BTreeSet<&str> = flow.stage(count - 1).map(|(_, n)| n.label.as_str()).collect();
                assert_eq!(
                    names.len(),
                    flow.stage(count - 1).count(),
                    "{what}: two ends have one name"
                );
                for table in [&told.parts.0, &told.local.0] {
                    assert!(
                        table.rows.iter().all(|r| r.len() == table.columns.len()),
                        "{what}: {table:?}"
                    );
                }
                for chart in &told.charts {
                    assert!(
                        !chart.finding.contains('{') && !chart.subtitle.contains('{'),
                        "{what}: {chart:?}"
                    );
                }
            }
        }
    }
}

#[test]
fn amounts_per_hundred_dollars_sum_to_a_hundred_but_for_rounding() {
    let mut cache = Cache::default();
    let study = study::run(&flagship(), &LIBRARY, &mut cache).unwrap();
    for phase in &study.phases {
        let trail = study.money_trail(phase).unwrap();
        let told = page(&scope(&study, Lang::En), phase, &trail, TrailView::default()).unwrap();
        for stage in 0..3 {
            let written = told
                .flow
                .stage(stage)
                .map(|(_, n)| n.value_label.trim_start_matches('$').parse::<f64>().unwrap());
            let (count, sum) = written.fold((0.0, 0.0), |(c, s), v| (c + 1.0, s + v));
            assert!((sum - 100.0_f64).abs() <= 0.5 * count, "stage {stage}: {sum}");
        }
        assert!(
            told.flow.source.ends_with("Gross amounts, rounded."),
            "{}",
            told.flow.source
        );
    }
}

#[test]
fn a_phase_that_spends_nothing_has_no_trail_to_show() {
    let mut scenario = flagship();
    for phase in &mut scenario.phases {
        phase.local_share = None;
        match &mut phase.kind {
            PhaseKind::Construction { investment, .. } => *investment = Input::user(0.0),
            PhaseKind::Operation { jobs, .. } => *jobs = Input::user(0.0),
        }
    }
    if let PhaseKind::Operation {
        sales, property_tax, ..
    } = &mut scenario.phases[1].kind
    {
        (*sales, *property_tax) = (None, None);
    }
    let study = study::run(&scenario, &LIBRARY, &mut Cache::default()).unwrap();
    for phase in &study.phases {
        let trail = study.money_trail(phase).unwrap();
        assert!(
            trail.spending == 0.0 && trail.local.value().is_none(),
            "{}",
            trail.spending
        );
        assert_eq!(
            page(&scope(&study, Lang::Fr), phase, &trail, TrailView::default()),
            None
        );
    }
}

// -------------------------------------------------------------------------------------------------------------- the window

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

fn open(lang: Lang, size: (f32, f32)) -> Shown {
    let mut harness = Harness::builder()
        .with_size(vec2(size.0 + 16.0, size.1 + 16.0))
        .with_max_steps(12)
        .with_context_setup(|ctx| Theme::install(ctx, root::theme_choice(ThemePreference::Light)))
        .build_ui_state(
            |ui, window: &mut Window| window.frame(ui),
            Window {
                state: AppState::new(LIBRARY.clone(), Settings::default(), lang).unwrap(),
                waiting: vec![Action::ShowPage(Page::MoneyTrail)],
            },
        );
    harness.run();
    harness
}

fn ask(harness: &mut Shown, action: Action) {
    harness.state_mut().waiting.push(action);
    harness.run();
}

/// Returns everything a screen reader is told.
fn said(harness: &Shown) -> Vec<String> {
    let nodes = harness.root().children_recursive();
    nodes.filter_map(|n| n.accesskit_node().label()).collect()
}

/// Returns every text painted.
fn painted(harness: &Shown) -> BTreeSet<String> {
    fn walk(shape: &egui::Shape, out: &mut BTreeSet<String>) {
        match shape {
            egui::Shape::Text(text) => {
                out.insert(text.galley.job.text.clone());
            }
            egui::Shape::Vec(shapes) => shapes.iter().for_each(|s| walk(s, out)),
            _ => {}
        }
    }
    let mut out = BTreeSet::new();
    harness.output().shapes.iter().for_each(|s| walk(&s.shape, &mut out));
    out
}

#[test]
fn the_page_follows_its_controls_in_both_languages() {
    for (lang, millions, two, construction, table, head) in [
        (
            Lang::Fr,
            "M$ par an",
            "deux",
            "Construction",
            "Afficher en tableau",
            "Après deux tours",
        ),
        (
            Lang::En,
            "$M a year",
            "two",
            "Construction",
            "Show as a table",
            "After two rounds",
        ),
    ] {
        let mut harness = open(lang, (1440.0, 900.0));
        let phase = harness.state().state.phase;
        assert!(harness.state().state.trail.is_some());
        let first = said(&harness);
        let hundred = if lang == Lang::Fr { "100\u{a0}$" } else { "$100" };
        assert!(first.iter().any(|t| t.contains(hundred)), "{first:?}");
        harness.get_by_role_and_label(Accessible::RadioButton, millions).click();
        harness.run();
        assert!(!harness.state().state.trail_view.per_hundred);
        harness.get_by_role_and_label(Accessible::RadioButton, two).click();
        harness.run();
        assert_eq!(harness.state().state.trail_view.rounds, Rounds::Two);
        assert!(painted(&harness).contains(head), "{lang:?}: {head}");
        // The first table button belongs to the diagram.
        harness.get_all_by_label(table).next().unwrap().click();
        harness.run();
        let study = harness.state().state.document().study();
        let trail = study.money_trail(&study.phases[phase]).unwrap();
        let view = harness.state().state.trail_view;
        let told = page(&scope(study, lang), &study.phases[phase], &trail, view).unwrap();
        let rows: Vec<String> = told.flow.to_table("Total").rows.iter().map(|r| r.join(", ")).collect();
        let heard = said(&harness);
        for row in rows {
            let cells = row.split(", ").filter(|c| !c.is_empty()).collect::<Vec<_>>();
            assert!(
                heard.iter().any(|t| cells.iter().all(|c| t.contains(c))),
                "{lang:?}: no row {row} in the table"
            );
        }
        harness
            .get_all_by_role_and_label(Accessible::RadioButton, construction)
            .next()
            .unwrap()
            .click();
        harness.run();
        assert_eq!(
            harness.state().state.trail.as_ref().unwrap().phase,
            harness.state().state.phase
        );
        assert_ne!(harness.state().state.phase, phase);
    }
}

#[test]
fn the_trail_follows_every_change_of_the_project_and_is_let_go_with_its_page() {
    let mut harness = open(Lang::Fr, (1024.0, 700.0));
    let spent = |h: &Shown| {
        let t = h.state().state.trail.as_ref().unwrap();
        let trail = t.trail.as_ref().unwrap();
        (trail.in_region(Rounds::All) / trail.spending, t.revision)
    };
    let before = spent(&harness);
    for share in [0.2, 0.1] {
        ask(
            &mut harness,
            Action::Edit(Edit::LocalShare(1, Some(share)), Gesture::Moving),
        );
    }
    let after = spent(&harness);
    assert!(after.0 < before.0 && after.1 > before.1, "{before:?} {after:?}");
    ask(&mut harness, Action::ShowPage(Page::Overview));
    assert!(harness.state().state.trail.is_none());
}

#[test]
fn a_ribbon_under_the_pointer_tells_its_figures() {
    let mut harness = open(Lang::Fr, (1440.0, 900.0));
    let is_flow = |n: &egui_kittest::Node<'_>| {
        n.accesskit_node()
            .label()
            .is_some_and(|l| l.starts_with("Diagramme de flux"))
    };
    let image = harness.get_all_by_role(Accessible::Image).find(is_flow).unwrap().rect();
    // In the middle of the widest ribbons, just right of the project's bar.
    harness.hover_at(image.left_center() + vec2(image.width() * 0.2, 0.0));
    harness.run_steps(4);
    for _ in 0..40 {
        harness.step();
    }
    let texts = painted(&harness);
    assert!(
        texts.iter().any(|t| t.starts_with("Dépenses du projet → Fournisseurs")),
        "no figures under the pointer: {texts:?}"
    );
}
