//! Sentences that hold for none, for one and for very many, for one year, below zero, and for a province whose law is not known.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

mod shown;

use egui::{Rect, Role, Shape};
use egui_kittest::kittest::NodeT;
use retombees::app::{Action, CompareAction, Edit, Gesture, Page};
use retombees::report::chart::ChartSpec;
use retombees::report::finances::{FinancesView, finding as finances_finding, isq};
use retombees::report::full::{Block, Subject, blocks};
use retombees::report::overview::{Scope, cards, finding, negative_gdp};
use retombees::report::timeline::{MoneyKind, revenue};
use retombees::report::{charts, jobs, words};
use retombees::scenario::presets::SHIPPED;
use retombees::scenario::{Input, LineEdit, Phase, PhaseKind, Scenario, file};
use retombees::study::{self, AssumptionKind, Cache, Effect, Measure, Study, Territory};
use retombees::text::{Lang, number};
use shown::{LIBRARY, Shown, ask, show, start};

fn flagship() -> Scenario {
    file::read(SHIPPED[0].1.as_bytes()).unwrap()
}

fn smelters() -> Scenario {
    let (_, text) = SHIPPED.iter().find(|(name, _)| name.starts_with("smelters")).unwrap();
    file::read(text.as_bytes()).unwrap()
}

fn run(scenario: &Scenario) -> Study {
    study::run(scenario, &LIBRARY, &mut Cache::default()).unwrap_or_else(|p| panic!("{p:?}"))
}

fn operation(scenario: &mut Scenario) -> &mut Phase {
    let at = scenario.first_operation().unwrap();
    &mut scenario.phases[at]
}

fn scope(study: &Study, lang: Lang) -> Scope<'_> {
    Scope {
        study,
        saved: None,
        library: &LIBRARY,
        territory: Territory::Study,
        lang,
    }
}

/// The flagship with so many direct jobs, and nothing that its size would make impossible.
fn of_jobs(count: f64) -> Scenario {
    let mut scenario = flagship();
    scenario.support.clear();
    scenario.early_closure = None;
    let phase = operation(&mut scenario);
    phase.local_share = None;
    if let PhaseKind::Operation { jobs, .. } = &mut phase.kind {
        *jobs = Input::user(count);
    }
    scenario
}

/// An own budget so large beside one job that purchases exceed sales.
fn buys_more_than_it_sells() -> Scenario {
    let mut scenario = of_jobs(1.0);
    let phase = operation(&mut scenario);
    phase.own_budget = true;
    phase.lines = vec![LineEdit {
        id: retombees::ids::LineId::new("33A"),
        amount: Some(Input::user(20e6)),
        ..LineEdit::default()
    }];
    scenario
}

/// Every finding of the first page, of the page of jobs and of the page of years.
fn findings(scope: &Scope<'_>) -> Vec<String> {
    let mut out = vec![finding(scope), jobs::finding(scope)];
    let mut all: Vec<ChartSpec> = charts::charts(scope);
    all.extend(jobs::charts(scope, false));
    all.extend(jobs::charts(scope, true));
    all.extend(revenue(scope, MoneyKind::Constant));
    out.extend(all.into_iter().map(|c| c.finding));
    out
}

#[test]
fn findings_agree_with_their_numbers_from_none_to_very_many() {
    for count in [0.0, 0.1, 0.4, 0.6, 1.0, 1.4, 2.0, 30.0, 25_000.0] {
        let study = run(&of_jobs(count));
        for lang in Lang::ALL {
            for text in findings(&scope(&study, lang)) {
                // What follows one alone is singular, and what follows two is plural.
                let words: Vec<&str> = text.split([' ', ',', ';']).filter(|w| !w.is_empty()).collect();
                for pair in words.windows(2) {
                    let many = [
                        "emplois",
                        "jobs",
                        "années-emplois",
                        "job-years",
                        "familles",
                        "families",
                        "autres",
                        "others",
                    ];
                    let one = [
                        "emploi",
                        "job",
                        "année-emploi",
                        "job-year",
                        "famille",
                        "family",
                        "autre",
                        "other",
                    ];
                    let is_number = pair[0].chars().all(|c| c.is_ascii_digit());
                    if !is_number {
                        continue;
                    }
                    let value: f64 = pair[0].parse().unwrap();
                    let single = match lang {
                        Lang::Fr => value < 2.0,
                        Lang::En => value == 1.0,
                    };
                    let wrong = if single { &many } else { &one };
                    assert!(!wrong.contains(&pair[1]), "{count} {lang:?}: {text}");
                }
            }
        }
    }
}

#[test]
fn a_hundred_jobs_are_spoken_of_only_where_there_are_enough() {
    let said = |count: f64, lang: Lang| {
        let study = run(&of_jobs(count));
        jobs::charts(&scope(&study, lang), false)[0].finding.clone()
    };
    assert!(
        said(102.0, Lang::Fr).starts_with("Cent emplois sur place"),
        "{}",
        said(102.0, Lang::Fr)
    );
    for (count, fr, en) in [
        (
            1.0,
            "1 emploi sur place en soutiendrait ",
            "1 job on site would support ",
        ),
        (
            2.0,
            "2 emplois sur place en soutiendraient ",
            "2 jobs on site would support ",
        ),
    ] {
        // The others are those that the study counts, not a multiple of them.
        let study = run(&of_jobs(count));
        let phase = study.operation().unwrap();
        let all = study.total(phase, Measure::Jobs, Territory::Study);
        let others = all - study.value(phase, Measure::Jobs, Effect::Direct, Territory::Study);
        let expected = format!("{fr}{} ", number::whole(others, Lang::Fr));
        assert!(
            said(count, Lang::Fr).starts_with(&expected),
            "{}",
            said(count, Lang::Fr)
        );
        assert!(said(count, Lang::En).starts_with(en), "{}", said(count, Lang::En));
    }
    assert!(
        said(0.1, Lang::Fr).contains("aucun sur place"),
        "{}",
        said(0.1, Lang::Fr)
    );
    // An enormous budget beside one job is no hundredfold either.
    let mut wild = buys_more_than_it_sells();
    if let PhaseKind::Operation { sales, .. } = &mut operation(&mut wild).kind {
        *sales = Some(Input::user(30e6));
    }
    let study = run(&wild);
    for lang in Lang::ALL {
        let text = &jobs::charts(&scope(&study, lang), false)[0].finding;
        assert!(text.starts_with("1 "), "{text}");
    }
}

#[test]
fn a_project_that_buys_more_than_it_sells_says_so_in_its_finding_and_its_card() {
    let study = run(&buys_more_than_it_sells());
    let phase = study.operation().unwrap();
    let own = phase.project.unwrap();
    assert!(own.purchases > own.output);
    for (lang, words) in [
        (Lang::Fr, ["les achats dépassent les ventes", "relever les ventes"]),
        (Lang::En, ["purchases exceed sales", "raise sales"]),
    ] {
        let scope = scope(&study, lang);
        assert!(negative_gdp(&scope).is_some());
        let cards = cards(&scope);
        let card = cards.iter().find(|c| c.id == "gdp").unwrap();
        let told = &card.figure.as_ref().unwrap().parts;
        for text in [&finding(&scope), told] {
            assert!(words.iter().all(|w| text.contains(w)), "{text}");
        }
        // GDP is called negative where it is, and only then.
        let total = study.total(phase, Measure::Gdp, Territory::Study);
        let whole = ["PIB négatif", "GDP is negative"]
            .iter()
            .any(|w| finding(&scope).contains(w));
        assert_eq!(whole, total < 0.0, "{}", finding(&scope));
    }
    let study = run(&flagship());
    for lang in Lang::ALL {
        assert!(negative_gdp(&scope(&study, lang)).is_none());
    }
}

#[test]
fn one_year_of_operation_is_not_told_as_each_year() {
    let mut alone = of_jobs(102.0);
    alone.phases.retain(|p| !p.is_construction());
    let mut after_works = of_jobs(102.0);
    for scenario in [&mut alone, &mut after_works] {
        let phase = operation(scenario);
        phase.end = phase.start;
        phase.profile = None;
    }
    for scenario in [alone, after_works, smelters()] {
        let study = run(&scenario);
        let year = study.operation().unwrap().start;
        for lang in Lang::ALL {
            let text = charts::years(&scope(&study, lang)).unwrap().finding;
            let forever = ["chaque année", "dès ", "stable", "each year", " from ", "steady"];
            assert!(!forever.iter().any(|w| text.contains(w)), "{text}");
            let at = match lang {
                Lang::Fr => format!("en {year}"),
                Lang::En => format!("in {year}"),
            };
            assert!(text.contains(&at), "{text}");
        }
    }
    let mut longer = of_jobs(102.0);
    longer.phases.retain(|p| !p.is_construction());
    let text = charts::years(&scope(&run(&longer), Lang::Fr)).unwrap().finding;
    assert!(text.contains("chaque année dès"), "{text}");
}

#[test]
fn revenue_that_stays_the_same_does_not_peak() {
    let mut scenario = of_jobs(102.0);
    operation(&mut scenario).profile = None;
    let study = run(&scenario);
    let opening = study.operation().unwrap().start;
    let built = |kind| {
        let spec = revenue(&scope(&study, Lang::Fr), kind).unwrap();
        let totals: Vec<(String, f64)> = spec.rows.iter().map(|r| (r.label.clone(), r.total())).collect();
        (spec.finding, totals)
    };
    // Steady jobs in constant dollars: every year of operation brings the same.
    let (text, totals) = built(MoneyKind::Constant);
    let most = totals.iter().map(|(_, v)| *v).fold(0.0, f64::max);
    let at_most: Vec<&String> = totals
        .iter()
        .filter(|(_, v)| (most - v).abs() < 1e-6 * most)
        .map(|(y, _)| y)
        .collect();
    assert_eq!(at_most.first().map(|y| y.as_str()), Some(opening.to_string().as_str()));
    assert!(at_most.len() > 2);
    assert!(
        text.contains(&format!("dès {opening}")) && !text.contains("culmin"),
        "{text}"
    );
    // At present value each year is worth less than the one before, so that one year is the highest.
    let (text, _) = built(MoneyKind::Present);
    assert!(text.contains("culmineraient"), "{text}");
}

#[test]
fn a_province_whose_law_is_not_known_says_once_what_is_counted_and_what_is_not() {
    for region in ["ON", "BC"] {
        let mut scenario = of_jobs(102.0);
        scenario.region = region.into();
        for phase in &mut scenario.phases {
            phase.province_content = None;
            phase.local_share = None;
        }
        let study = run(&scenario);
        for lang in Lang::ALL {
            let scope = scope(&study, lang);
            let view = FinancesView::default();
            let heading = finances_finding(&scope, view);
            let (_, note) = isq(&scope, study.operation().unwrap());
            assert_ne!(heading, note, "one sentence is said twice");
            let held = match lang {
                Lang::Fr => ["taxes sur les produits", "circuit de l’argent"],
                Lang::En => ["Taxes on products", "money trail"],
            };
            let lower = note.to_lowercase();
            assert!(held.iter().all(|w| lower.contains(&w.to_lowercase())), "{note}");
            // In writing no paragraph of the public finances comes back.
            let subject = Subject {
                name: &scenario.name,
                description: &scenario.description,
                study: &study,
                library: &LIBRARY,
            };
            let texts: Vec<String> = blocks(&subject, lang)
                .into_iter()
                .filter_map(|block| match block {
                    Block::Paragraph(text) => Some(text),
                    _ => None,
                })
                .collect();
            for said in [&heading, &note] {
                assert_eq!(texts.iter().filter(|t| *t == said).count(), 1, "{said}");
            }
        }
    }
}

#[test]
fn sales_that_nobody_stated_are_said_to_follow_jobs_and_wage() {
    let mut scenario = of_jobs(10.0);
    for stated in [false, true] {
        if let PhaseKind::Operation { sales, .. } = &mut operation(&mut scenario).kind {
            *sales = stated.then(|| Input::user(5e6));
        }
        let study = run(&scenario);
        let sales = study
            .assumptions
            .iter()
            .find(|a| matches!(a.kind, AssumptionKind::Sales(_)))
            .unwrap();
        for (lang, follow) in [(Lang::Fr, "suivent les emplois"), (Lang::En, "follow direct jobs")] {
            let notes = words::assumption_notes(sales, lang).join(" ");
            assert_eq!(notes.contains(follow), !stated, "{notes}");
        }
    }
}

/// Returns the texts painted, with where they are and the part of the window in which they show.
fn texts(harness: &Shown) -> Vec<(String, Rect, Rect)> {
    fn walk(shape: &Shape, clip: Rect, out: &mut Vec<(String, Rect, Rect)>) {
        match shape {
            Shape::Text(text) if !text.galley.text().trim().is_empty() => {
                out.push((text.galley.text().to_owned(), text.visual_bounding_rect(), clip));
            }
            Shape::Vec(shapes) => shapes.iter().for_each(|s| walk(s, clip, out)),
            _ => {}
        }
    }
    let mut out = Vec::new();
    for clipped in &harness.output().shapes {
        walk(&clipped.shape, clipped.clip_rect, &mut out);
    }
    out
}

/// Returns pairs of texts that are painted over each other.
fn overlaps(harness: &Shown) -> Vec<(String, String)> {
    let all: Vec<(String, Rect)> = texts(harness)
        .into_iter()
        .map(|(text, rect, clip)| (text, rect.intersect(clip)))
        .filter(|(_, rect)| rect.is_positive())
        .collect();
    let mut out = Vec::new();
    for (k, (text, rect)) in all.iter().enumerate() {
        for (other, place) in &all[k + 1..] {
            let shared = rect.intersect(*place);
            if shared.width() > 1.5 && shared.height() > 2.5 {
                out.push((text.clone(), other.clone()));
            }
        }
    }
    out
}

#[test]
fn nothing_is_written_over_anything_else_at_twice_the_size() {
    for lang in Lang::ALL {
        let mut harness = show(start(lang), (720.0, 1400.0), 12, |_| {});
        for page in [
            Page::Overview,
            Page::Jobs,
            Page::Income,
            Page::Finances,
            Page::MoneyTrail,
            Page::Timeline,
            Page::Levers,
        ] {
            ask(&mut harness, Action::ShowPage(page));
            harness.run();
            let found = overlaps(&harness);
            assert!(found.is_empty(), "{lang:?} {page:?}: {found:?}");
        }
    }
}

#[test]
fn the_steps_of_a_comparison_keep_from_their_source() {
    for lang in Lang::ALL {
        for size in [(1440.0, 900.0), (1024.0, 700.0)] {
            let mut harness = show(start(lang), size, 12, |_| {});
            for preset in [2, 4] {
                ask(&mut harness, Action::OpenPreset(preset));
            }
            ask(&mut harness, Action::ShowPage(Page::Compare));
            harness.run();
            assert_eq!(harness.state().state.compared().len(), 2);
            let found = overlaps(&harness);
            assert!(found.is_empty(), "{lang:?} {size:?}: {found:?}");
        }
    }
}

#[test]
fn the_bars_and_the_cards_of_a_changed_project_keep_their_texts_apart() {
    for lang in Lang::ALL {
        for size in [(720.0, 450.0), (720.0, 1400.0), (1024.0, 700.0)] {
            let mut harness = show(start(lang), size, 12, |_| {});
            ask(&mut harness, Action::Edit(Edit::Jobs(1, 140.0), Gesture::Once));
            harness.run();
            assert!(harness.state().state.document().is_modified());
            for page in [Page::Overview, Page::Jobs] {
                ask(&mut harness, Action::ShowPage(page));
                harness.run();
                let found = overlaps(&harness);
                assert!(found.is_empty(), "{lang:?} {size:?} {page:?}: {found:?}");
            }
        }
    }
}

#[test]
fn figures_of_four_scenarios_keep_from_each_other() {
    for lang in Lang::ALL {
        for size in [(720.0, 1400.0), (1024.0, 700.0), (1024.0, 1400.0)] {
            let mut harness = show(start(lang), size, 12, |_| {});
            for preset in 1..SHIPPED.len() {
                if harness.state().state.compared().len() < 4 {
                    ask(&mut harness, Action::Compare(CompareAction::AddPreset(preset)));
                }
            }
            ask(&mut harness, Action::ShowPage(Page::Compare));
            harness.run();
            assert_eq!(harness.state().state.compared().len(), 4);
            let found = overlaps(&harness);
            assert!(found.is_empty(), "{lang:?} {size:?}: {found:?}");
            // Two texts on one line of the chart have room between them.
            let page = texts(&harness);
            let figures: Vec<&(String, Rect, Rect)> = page
                .iter()
                .filter(|(text, rect, clip)| {
                    let signed = text.starts_with(['+', number::MINUS]);
                    let number = text.chars().next().is_some_and(|c| c.is_ascii_digit());
                    rect.left() > 330.0 && (signed || number) && clip.intersects(*rect)
                })
                .collect();
            for (k, (text, rect, _)) in figures.iter().enumerate() {
                for (other, place, _) in &figures[k + 1..] {
                    let level = (rect.center().y - place.center().y).abs() < 3.0;
                    let near = rect.expand2(egui::vec2(3.0, 0.0)).intersects(*place);
                    assert!(!(level && near), "{lang:?} {size:?}: {text} touches {other}");
                }
            }
        }
    }
}

#[test]
fn no_mark_is_labelled_with_a_figure_that_rounds_to_zero() {
    // Two jobs in all: most parts of the industries are below one half.
    let study = run(&of_jobs(1.0));
    let mut zeros = 0;
    for lang in Lang::ALL {
        for chart in charts::charts(&scope(&study, lang)) {
            for row in &chart.rows {
                for (k, written) in row.value_labels.iter().enumerate() {
                    let inside = row.value_label(k);
                    if number::shows_zero(written) {
                        assert_eq!(inside, "");
                        zeros += usize::from(!written.is_empty());
                    } else {
                        assert_eq!(inside, written);
                    }
                }
            }
        }
    }
    assert!(zeros > 4, "{zeros}");
}

#[test]
fn the_names_of_the_columns_stay_in_sight_while_the_lines_scroll() {
    let mut harness = show(start(Lang::Fr), (1440.0, 700.0), 12, |_| {});
    ask(&mut harness, Action::ShowPage(Page::Spending));
    let name = "Reste prov.";
    let at = |harness: &Shown| {
        let all = texts(harness);
        let (_, rect, clip) = all.iter().find(|(text, ..)| text == name).unwrap();
        (rect.top(), clip.contains_rect(rect.shrink(2.0)))
    };
    let (before, whole) = at(&harness);
    assert!(whole);
    let middle = egui::pos2(600.0, 450.0);
    harness.hover_at(middle);
    for _ in 0..4 {
        harness.event(egui::Event::MouseWheel {
            unit: egui::MouseWheelUnit::Point,
            delta: egui::vec2(0.0, -60.0),
            modifiers: egui::Modifiers::NONE,
            phase: egui::TouchPhase::Move,
            source: egui::MouseWheelSource::Wheel,
        });
        for _ in 0..10 {
            harness.step();
        }
    }
    let (after, whole) = at(&harness);
    assert!(after < before, "the page scrolled");
    assert!(whole, "the names are cut");
    // And they still sort the lines.
    let sort = harness
        .root()
        .children_recursive()
        .find(|n| {
            n.accesskit_node().role() == Role::Button
                && n.accesskit_node().label().as_deref() == Some("Trier par montant")
        })
        .expect("a name that sorts by amount");
    assert!(sort.rect().top() <= after + 10.0);
}
