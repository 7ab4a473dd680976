//! Who would hold the jobs: hires and people without work worked by hand, parts that sum, the warning, what is refused, the file, undo, words in both
//! languages, the terminal, JSON, and the section of the page by keyboard.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

mod shown;

use std::collections::BTreeSet;

use egui::{Key, Role};
use egui_kittest::kittest::Queryable;
use retombees::app::{Action, AppState, Edit, Gesture, LabourEdit, Page, ProgrammeNumber, ProgrammeText, update};
use retombees::engine::hiring::{Programme, hiring, unemployed};
use retombees::export::json;
use retombees::ids::Local;
use retombees::problem::What;
use retombees::report::full::{Block, Subject, blocks};
use retombees::report::labour::{chart, finding, industries, notes, programmes, warning, years};
use retombees::report::overview::Scope;
use retombees::report::pictures::pictures;
use retombees::scenario::presets::SHIPPED;
use retombees::scenario::{Input, PhaseKind, Scenario, SchoolProgramme, file};
use retombees::study::{self, Cache, Effect, Measure, Study, Territory};
use retombees::text::Lang;
use serde_json::Value;
use shown::{LIBRARY, show, start};

fn flagship() -> Scenario {
    let (_, text) = SHIPPED
        .iter()
        .find(|(n, _)| n.starts_with("alliance-magnesium-2020"))
        .unwrap();
    file::read(text.as_bytes()).unwrap()
}

/// The flagship with two programmes of study, made up for the test.
fn trained() -> Scenario {
    let mut scenario = flagship();
    let programme = |school: &str, name: Local, seats, graduation, hired, first_year| SchoolProgramme {
        school: Local::same(school),
        programme: name,
        seats: Input::user(seats),
        graduation: Input::user(graduation),
        hired: Input::user(hired),
        first_year,
    };
    let operates = *scenario.operation_years().unwrap().start();
    let metal = Local::new("Génie métallurgique", "Metallurgical engineering");
    scenario.labour.programmes = vec![
        programme("Cégep d’essai", metal, 30.0, 0.8, 0.5, operates),
        programme("Centre d’essai", Local::default(), 20.0, 0.9, 0.25, operates + 1),
    ];
    scenario
}

fn run(scenario: &Scenario) -> Study {
    study::run(scenario, &LIBRARY, &mut Cache::default()).unwrap_or_else(|p| panic!("{p:?}"))
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

fn close(found: f64, expected: f64) {
    let gap = (found - expected).abs();
    assert!(gap <= 1e-9 * expected.abs().max(1.0), "{found} is not {expected}");
}

#[test]
fn hires_are_worked_by_hand() {
    let one = Programme {
        seats: 10.0,
        graduation: 0.5,
        hired: 0.6,
        first_year: 2,
    };
    let other = Programme { hired: 0.2, ..one };
    // They offer 3 and 1 a year from year 2 on; a tenth of posts is left each year.
    let found = hiring(&[(1, 10.0), (2, 20.0), (3, 20.0), (4, 5.0)], 0.1, &[one, other]);
    // Year 1: 10 posts, all to fill, no graduate. Year 2: 9 kept of 10, 11 to fill, 4 hired. Year 3: 18 kept of 20, 2 to fill: 1.5 and 0.5 of the 4
    // offered; graduates 4 × 0.9 + 2 = 5.6. Year 4: 18 would stay, 5 do: 5.6 × 0.9 × 5 ÷ 18 = 1.4.
    let expected = [
        (10.0, 0.0, [0.0, 0.0], 0.0, 10.0),
        (11.0, 4.0, [3.0, 1.0], 4.0, 7.0),
        (2.0, 4.0, [1.5, 0.5], 5.6, 0.0),
        (0.0, 4.0, [0.0, 0.0], 1.4, 0.0),
    ];
    for (year, (to_fill, offered, hired, graduates, left)) in found.iter().zip(expected) {
        close(year.to_fill, to_fill);
        close(year.offered, offered);
        close(year.hired[0], hired[0]);
        close(year.hired[1], hired[1]);
        close(year.graduates, graduates);
        close(year.left_to_find(), left);
    }
    // 95 employed and 5 % without work: a labour force of 100.
    close(unemployed(95.0, 0.05), 5.0);
    assert_eq!(unemployed(95.0, 0.0), 0.0);
    assert!(hiring(&[], 0.1, &[one]).is_empty());
}

#[test]
fn the_parts_of_every_year_sum_to_its_jobs() {
    for scenario in [flagship(), trained()] {
        let study = run(&scenario);
        let labour = &study.labour;
        let (first, last) = study.span().unwrap();
        assert_eq!(labour.years.len() as i32, last - first + 1);
        for year in &labour.years {
            let of = |effects: &[Effect]| -> f64 {
                let each = effects.iter();
                each.map(|e| study.in_year(year.year, Measure::Jobs, *e, Territory::Study))
                    .sum()
            };
            close(year.direct, of(&[Effect::Direct]));
            close(year.suppliers, of(&[Effect::IndirectFirst, Effect::IndirectOther]));
            close(year.households, of(&[Effect::Induced]));
            close(year.jobs(), of(&Effect::ALL));
            // Productivity does not grow here: residents are those of each phase times its activity.
            let residents: f64 = study
                .phases
                .iter()
                .map(|p| p.activity(year.year) * study.residents(p, &Effect::ALL, Territory::Study).jobs)
                .sum();
            close(year.residents(), residents);
            close(year.hiring.graduates + year.to_find() + year.outside, year.jobs());
            for (part, total) in [year.direct, year.suppliers, year.households].into_iter().enumerate() {
                close(year.by_industry.iter().map(|v| v[part]).sum(), total);
            }
            // The project's own posts: its jobs × local hiring × activity.
            let posts: f64 = study
                .phases
                .iter()
                .filter_map(|p| Some((p, p.project?)))
                .map(|(p, project)| project.jobs * project.hiring_share * p.activity(year.year))
                .sum();
            close(year.hiring.posts, posts);
            assert!(year.hiring.graduates <= year.hiring.posts + 1e-9);
        }
    }
    // 30 × 0.8 × 0.5 = 12 graduates a year from the first year of operation, 20 × 0.9 × 0.25 = 4.5 a year later.
    let study = run(&trained());
    close(study.labour.programmes[0].offered, 12.0);
    close(study.labour.programmes[1].offered, 4.5);
    let hired: f64 = study.labour.years.iter().map(|y| y.hiring.hired_in_all()).sum();
    close(study.labour.programmes.iter().map(|p| p.hired).sum(), hired);
    assert!(hired >= 12.0);
}

#[test]
fn the_jobs_that_people_count_are_not_changed_by_who_holds_them() {
    let (with, without) = (run(&trained()), run(&flagship()));
    assert_eq!(with.figures(), without.figures());
}

#[test]
fn estrie_has_the_unemployed_of_its_published_rate() {
    let study = run(&flagship());
    let labour = &study.labour;
    assert_eq!(labour.employed, 174_000.0);
    assert_eq!(labour.employed_year, Some(2025));
    assert_eq!(labour.unemployment.as_ref().unwrap().year, Some(2022));
    // 174,000 × 0.033 ÷ 0.967
    close(labour.unemployed().unwrap(), 5_937.952_430_196_484);
    // 4,644,800 × 0.056 ÷ 0.944
    let mut quebec = flagship();
    quebec.region = "QC".into();
    close(run(&quebec).labour.unemployed().unwrap(), 275_538.983_050_847_5);
}

#[test]
fn the_warning_comes_at_the_stated_share_of_the_unemployed() {
    let mut scenario = flagship();
    let study = run(&scenario);
    let year = study.labour.busiest().unwrap().clone();
    let most = study.labour.years.iter().map(|y| y.to_find()).fold(0.0, f64::max);
    close(year.to_find(), most);
    // The rate at which the residents to find are exactly a tenth of the unemployed: u ÷ (1 − u) = 10 × to find ÷ employed.
    let odds = 10.0 * year.to_find() / study.labour.employed;
    let at = odds / (1.0 + odds);
    for (rate, warned) in [(at * 0.999, true), (at * 1.001, false)] {
        scenario.labour.unemployment = Some(Input::user(rate));
        let study = run(&scenario);
        let found: Vec<_> = study
            .warnings
            .iter()
            .filter(|w| matches!(w.what, What::LabourShort { .. }))
            .collect();
        assert_eq!(!found.is_empty(), warned, "{rate}");
        for lang in Lang::ALL {
            assert_eq!(warning(&scope(&study, lang)).is_some(), warned);
        }
    }
    // A higher threshold takes the warning away.
    scenario.labour.unemployment = Some(Input::user(at * 0.999));
    scenario
        .parameters
        .insert("labour_warning_share".into(), Input::user(0.2));
    assert!(run(&scenario).labour.shortage().is_none());
    // No one without work at all: any need is too much.
    scenario.labour.unemployment = Some(Input::user(0.0));
    let study = run(&scenario);
    assert!(study.labour.shortage().is_some());
    let (what, remedy) = warning(&scope(&study, Lang::Fr)).unwrap();
    assert!(
        !what.contains("inf") && !what.contains("NaN") && !remedy.is_empty(),
        "{what}"
    );
}

#[test]
fn a_region_without_a_rate_is_not_judged_until_one_is_stated() {
    for region in ["04", "mrc-les-sources", "ON"] {
        let mut scenario = flagship();
        scenario.region = region.into();
        scenario.phases.iter_mut().for_each(|p| p.local_share = None);
        scenario.support.clear();
        let study = run(&scenario);
        assert_eq!(study.labour.unemployed(), None, "{region}");
        assert!(study.labour.shortage().is_none());
        assert!(study.labour.employed > 0.0);
        let said = notes(&scope(&study, Lang::Fr));
        assert!(said[0].starts_with("Aucun taux de chômage publié"), "{said:?}");
        assert!(years(&scope(&study, Lang::Fr)).columns.len() < 5);
        scenario.labour.unemployment = Some(Input::user(0.05));
        let study = run(&scenario);
        close(study.labour.unemployed().unwrap(), study.labour.employed * 0.05 / 0.95);
        assert!(notes(&scope(&study, Lang::Fr))[0].contains("que vous indiquez"));
    }
    // The part of Estrie that the MRC has, by population; no figure of its own.
    let mut scenario = flagship();
    scenario.region = "mrc-les-sources".into();
    scenario.phases.iter_mut().for_each(|p| p.local_share = None);
    close(run(&scenario).labour.employed, 174_000.0 * 14_286.0 / 319_004.0);
}

#[test]
fn old_files_open_as_they_were_and_programmes_come_back_the_same() {
    for (name, text) in SHIPPED {
        let scenario = file::read(text.as_bytes()).unwrap_or_else(|p| panic!("{name}: {p:?}"));
        assert!(scenario.labour.is_empty(), "{name}");
        assert!(!file::write(&scenario).unwrap().contains("labour"), "{name}");
    }
    let mut scenario = trained();
    scenario.labour.unemployment = Some(Input::user(0.05));
    let text = file::write(&scenario).unwrap();
    assert_eq!(scenario.version, 1);
    assert_eq!(file::read(text.as_bytes()).unwrap(), scenario);
}

#[test]
fn bad_numbers_are_refused_together() {
    let mut scenario = trained();
    let bad = &mut scenario.labour;
    bad.unemployment = Some(Input::user(1.0));
    bad.programmes[0].seats.value = -1.0;
    bad.programmes[0].graduation.value = 1.5;
    bad.programmes[1].hired.value = f64::NAN;
    bad.programmes[1].first_year = 20_260;
    let problems = study::run(&scenario, &LIBRARY, &mut Cache::default()).unwrap_err();
    let places: BTreeSet<&str> = problems.iter().map(|p| p.place.as_str()).collect();
    let expected = [
        "labour.unemployment.value",
        "labour.programmes[0].seats.value",
        "labour.programmes[0].graduation.value",
        "labour.programmes[1].hired.value",
        "labour.programmes[1].first_year",
    ];
    assert_eq!(places, expected.into_iter().collect());
    let of = |place: &str, lang| {
        let problem = problems.iter().find(|p| p.place == place).unwrap();
        retombees::report::problems::sentence(problem, lang, Some(&LIBRARY))
    };
    let graduation = of("labour.programmes[0].graduation.value", Lang::Fr);
    assert!(
        graduation.place.starts_with("Main-d’œuvre, programme 1, réussite"),
        "{graduation:?}"
    );
    assert!(graduation.what.contains("150\u{a0}%"), "{graduation:?}");
    assert!(
        of("labour.programmes[1].first_year", Lang::En)
            .place
            .contains("first class")
    );
}

#[test]
fn sentences_agree_with_none_one_two_and_very_many() {
    for jobs in [0.0, 1.0, 2.0, 4e6] {
        let mut scenario = trained();
        for phase in &mut scenario.phases {
            phase.local_share = None;
            match &mut phase.kind {
                PhaseKind::Operation { jobs: own, sales, .. } => {
                    *own = Input::user(jobs);
                    *sales = None;
                }
                PhaseKind::Construction {
                    investment,
                    site_workers,
                    ..
                } => {
                    investment.value = 0.0;
                    *site_workers = None;
                }
            }
            phase.lines.clear();
        }
        scenario.support.clear();
        let study = run(&scenario);
        for lang in Lang::ALL {
            let scope = scope(&study, lang);
            let mut texts = vec![finding(&scope)];
            texts.extend(notes(&scope));
            texts.extend(programmes(&scope).into_iter().map(|t| t.title));
            texts.extend(warning(&scope).map(|(what, _)| what));
            for text in texts {
                assert!(!text.contains(['{', '}']), "{text}");
                for wrong in [
                    " 1 emplois",
                    " 1 jobs",
                    "NaN",
                    "inf ",
                    " 1 postes",
                    " 1 résidents",
                    " 1 residents",
                ] {
                    assert!(!text.contains(wrong), "{jobs}: {text}");
                }
            }
        }
        if jobs == 0.0 {
            assert_eq!(
                finding(&scope(&study, Lang::Fr)),
                "Aucun emploi ne serait soutenu en Estrie"
            );
            assert!(industries(&scope(&study, Lang::Fr), false).is_none());
        }
    }
}

#[test]
fn industries_are_those_of_the_busiest_year_of_each_kind() {
    let study = run(&flagship());
    let scope = scope(&study, Lang::En);
    let whole = |v: f64| retombees::text::number::whole(v, Lang::En);
    for construction in [true, false] {
        let (table, _) = industries(&scope, construction).unwrap();
        // Construction ends before operation begins: no year has both.
        let years = study.labour.years.iter().filter(|y| {
            let mut phases = study.phases.iter();
            phases.any(|p| p.construction == construction && p.activity(y.year) > 0.0)
        });
        let most = years.max_by(|a, b| a.to_find().total_cmp(&b.to_find())).unwrap();
        let total = table.rows.last().unwrap();
        assert_eq!(total[4], whole(most.jobs()));
        assert_eq!(total[1], whole(most.direct));
    }
}

#[test]
fn a_whole_province_has_no_one_from_elsewhere() {
    let mut scenario = trained();
    scenario.region = "QC".into();
    scenario.phases.iter_mut().for_each(|p| p.local_share = None);
    let study = run(&scenario);
    assert!(study.labour.years.iter().all(|y| y.outside.abs() < 1e-9));
    let spec = chart(&scope(&study, Lang::Fr)).unwrap();
    assert_eq!(spec.series.len(), 2);
    assert!(!spec.finding.contains("ailleurs"), "{}", spec.finding);
}

#[test]
fn terminal_pictures_and_json_say_the_same() {
    let scenario = trained();
    let study = run(&scenario);
    for lang in Lang::ALL {
        let subject = Subject {
            name: &scenario.name,
            description: &scenario.description,
            study: &study,
            library: &LIBRARY,
        };
        let written = blocks(&subject, lang);
        let title = match lang {
            Lang::Fr => "Qui occuperait ces emplois",
            Lang::En => "Who would hold these jobs",
        };
        assert!(written.contains(&Block::Heading(title.to_owned())));
        let scope = scope(&study, lang);
        assert!(written.contains(&Block::Paragraph(finding(&scope))));
        assert!(written.contains(&Block::Table(years(&scope))));
        for table in programmes(&scope) {
            assert!(written.contains(&Block::Table(table)));
        }
        let name = match lang {
            Lang::Fr => "main-d-oeuvre",
            Lang::En => "labour-supply",
        };
        assert!(pictures(&scope, None).iter().any(|p| p.name == name));
    }
    let subject = Subject {
        name: &scenario.name,
        description: &scenario.description,
        study: &study,
        library: &LIBRARY,
    };
    let value: Value = serde_json::from_slice(&json::study(&subject)).unwrap();
    let labour = &value["labour"];
    assert_eq!(labour["employed"], 174_000.0);
    close(
        labour["unemployed"].as_f64().unwrap(),
        study.labour.unemployed().unwrap(),
    );
    assert_eq!(labour["busiest_year"], study.labour.busiest().unwrap().year);
    assert_eq!(labour["years"].as_array().unwrap().len(), study.labour.years.len());
    for (found, year) in labour["years"].as_array().unwrap().iter().zip(&study.labour.years) {
        let number = |name: &str| found[name].as_f64().unwrap();
        close(
            number("direct") + number("suppliers") + number("households"),
            year.jobs(),
        );
        close(number("outside") + number("graduates") + number("to_find"), year.jobs());
    }
    assert_eq!(labour["programmes"][0]["school"]["fr"], "Cégep d’essai");
}

fn edit(state: &mut AppState, edit: LabourEdit) {
    update(state, Action::Edit(Edit::Labour(edit), Gesture::Once));
}

#[test]
fn every_change_can_be_taken_back() {
    let mut state = start(Lang::Fr);
    let before = state.document().scenario().clone();
    edit(&mut state, LabourEdit::Add);
    edit(
        &mut state,
        LabourEdit::Text(0, ProgrammeText::School, Lang::Fr, "Cégep".into()),
    );
    edit(&mut state, LabourEdit::Number(0, ProgrammeNumber::Seats, 24.0));
    edit(&mut state, LabourEdit::Number(0, ProgrammeNumber::Graduation, 0.75));
    edit(&mut state, LabourEdit::Number(0, ProgrammeNumber::Hired, 0.5));
    edit(&mut state, LabourEdit::Unemployment(Some(0.06)));
    let stated = &state.document().scenario().labour;
    assert_eq!(stated.programmes[0].school, Local::same("Cégep"));
    assert_eq!(stated.unemployment, Some(Input::user(0.06)));
    close(state.document().study().labour.programmes[0].offered, 9.0);
    // Refused, and nothing changes.
    let kept = stated.clone();
    edit(&mut state, LabourEdit::Number(0, ProgrammeNumber::Hired, 1.2));
    edit(&mut state, LabourEdit::Unemployment(Some(1.0)));
    assert_eq!(state.document().scenario().labour, kept);
    for _ in 0..6 {
        update(&mut state, Action::Undo);
    }
    assert_eq!(*state.document().scenario(), before);
    edit(&mut state, LabourEdit::Remove(3));
    assert_eq!(*state.document().scenario(), before);
}

#[test]
fn the_page_shows_it_and_takes_a_programme_by_keyboard() {
    for lang in Lang::ALL {
        let mut state = start(lang);
        update(&mut state, Action::ShowPage(Page::Jobs));
        let fr = lang == Lang::Fr;
        let mut harness = show(state, (1440.0, 5000.0), 30, |_| {});
        let heading = if fr {
            "Qui occuperait ces emplois"
        } else {
            "Who would hold these jobs"
        };
        harness.get_by_role_and_label(Role::Heading, heading);
        let add = if fr { "Ajouter un programme" } else { "Add a programme" };
        harness.get_by_role_and_label(Role::Link, add).focus();
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert_eq!(harness.state().state.document().scenario().labour.programmes.len(), 1);
        let school = if fr {
            "École du programme 1"
        } else {
            "School of programme 1"
        };
        harness.get_by_role_and_label(Role::TextInput, school).focus();
        harness.run();
        harness
            .get_by_role_and_label(Role::TextInput, school)
            .type_text("Cégep");
        harness.run();
        let seats = if fr {
            "Places par an, programme 1"
        } else {
            "Seats a year, programme 1"
        };
        harness.get_by_role_and_label(Role::TextInput, seats).focus();
        harness.run();
        harness.get_by_role_and_label(Role::TextInput, seats).type_text("25");
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        let labour = &harness.state().state.document().scenario().labour;
        assert_eq!(labour.programmes[0].school, Local::same("Cégep"));
        assert!(labour.programmes[0].seats.value > 0.0, "{labour:?}");
        let remove = if fr {
            "Retirer le programme 1"
        } else {
            "Remove programme 1"
        };
        harness.get_by_role_and_label(Role::Button, remove).focus();
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert!(harness.state().state.document().scenario().labour.programmes.is_empty());
    }
}
