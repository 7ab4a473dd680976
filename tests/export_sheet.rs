//! The sheet from which a project is exported: what is chosen, what is written, what stops it, and what it says of files in the way.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

mod shown;

use std::collections::BTreeSet;
use std::fs;
use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::mpsc::channel;
use std::time::Duration;

use egui::{Key, Modifiers, Role};
use egui_kittest::kittest::{NodeT, Queryable};
use retombees::app::export_sheet::{ExportSheet, Job, PreviewAsked, SheetAction, Stage};
use retombees::app::{Action, AppState, CompareAction, Dialog, Effect, ExportAction, ExportEffect, update};
use retombees::export::files::{Beside, Export, NotMade, Side, Told, threads};
use retombees::report::pictures::PictureKind;
use retombees::report::wanted::{Format, REPORTS, Wanted};
use retombees::shell::exports::{Exports, preview};
use retombees::study::compare::{Against, Compared, Comparer};
use retombees::text::Lang;
use shown::{Shown, show, start};

fn sheet(state: &AppState) -> &ExportSheet {
    match &state.dialog {
        Some(Dialog::Export(sheet)) => sheet,
        other => panic!("{other:?}"),
    }
}

fn act(state: &mut AppState, action: SheetAction) -> Vec<ExportEffect> {
    let effects = update(state, Action::Export(ExportAction::Sheet(action)));
    effects
        .into_iter()
        .map(|e| match e {
            Effect::Export(e) => e,
            other => panic!("{other:?}"),
        })
        .collect()
}

/// Does a job with the window's own hands, and hands every answer to the state.
fn perform(state: &mut AppState, job: &Job) {
    let (sender, receiver) = channel();
    let exports = Exports::default();
    exports.begin(state, job.clone(), move |action| drop(sender.send(action)));
    let mut last = 0;
    loop {
        let answer = receiver.recv_timeout(Duration::from_secs(120)).expect("an answer");
        let Action::Export(ExportAction::Sheet(action)) = answer else {
            panic!("{answer:?}");
        };
        let ended = matches!(action, SheetAction::Ended(..));
        if let SheetAction::Progress(_, done, total) = action {
            assert!(done == last + 1 && done <= total, "{done} of {total} after {last}");
            last = done;
        }
        act(state, action);
        if ended {
            return;
        }
    }
}

fn asked(state: &mut AppState, replace: bool) -> Job {
    match act(state, SheetAction::Write(replace)).as_slice() {
        [ExportEffect::WriteAll(job)] => job.clone(),
        other => panic!("{other:?}"),
    }
}

/// Returns every file under a folder, by its path in it.
fn listed(folder: &Path) -> Vec<String> {
    let mut out = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            match path.is_dir() {
                true => folders.push(path),
                false => out.push(path.strip_prefix(folder).unwrap().to_string_lossy().into_owned()),
            }
        }
    }
    out.sort();
    out
}

/// Opens the sheet and asks for figures and for one small kind of chart, in this folder.
fn small(folder: &Path) -> AppState {
    let mut state = start(Lang::Fr);
    act(&mut state, SheetAction::Open);
    let wanted = Wanted {
        langs: vec![Lang::Fr],
        charts: vec![PictureKind::Svg],
        deck: false,
        workbook: false,
        report: false,
        ..Wanted::default()
    };
    act(&mut state, SheetAction::Want(wanted));
    act(&mut state, SheetAction::Folder(folder.to_string_lossy().into_owned()));
    state
}

#[test]
fn what_is_asked_is_written_and_nothing_is_replaced_without_a_question() {
    let folder = tempfile::Builder::new().prefix("été à l’usine ").tempdir().unwrap();
    let mut state = small(folder.path());
    let job = asked(&mut state, false);
    assert_eq!(job.stem, "alliance-magnesium-demonstration-2020");
    // Nothing else is asked while it is being written.
    assert!(act(&mut state, SheetAction::Write(false)).is_empty());
    perform(&mut state, &job);
    let written = listed(folder.path());
    let (count, at) = match &sheet(&state).stage {
        Stage::Written(count, at) => (*count, at.clone()),
        other => panic!("{other:?}"),
    };
    assert_eq!(
        (count, at.file_name().unwrap().to_str().unwrap()),
        (written.len(), job.stem.as_str())
    );
    assert!(written.contains(&format!("{0}/{0}.json", job.stem)) && count > 20);
    assert_eq!(
        state.safety.folder.as_deref(),
        Some(fs::canonicalize(folder.path()).unwrap().as_path())
    );
    // The scenario beside the figures is the one shown.
    let scenario = fs::read(folder.path().join(format!("{0}/{0}.ron", job.stem))).unwrap();
    assert_eq!(
        &retombees::scenario::file::read(&scenario).unwrap(),
        state.document().scenario()
    );

    let one = folder.path().join(format!("{0}/{0}.csv", job.stem));
    fs::write(&one, "mine").unwrap();
    let again = asked(&mut state, false);
    perform(&mut state, &again);
    match &sheet(&state).stage {
        Stage::Exist(there) => assert_eq!(there.len(), count),
        other => panic!("{other:?}"),
    }
    assert_eq!(fs::read_to_string(&one).unwrap(), "mine");
    let replace = asked(&mut state, true);
    assert!(replace.replace && replace.id > again.id);
    perform(&mut state, &replace);
    assert!(fs::read_to_string(&one).unwrap().starts_with("id,"), "replaced");
    assert_eq!(listed(folder.path()), written);
}

#[test]
fn what_fails_says_why_and_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("occupied"), "a file").unwrap();
    let mut state = small(&folder.path().join("occupied"));
    let job = asked(&mut state, false);
    perform(&mut state, &job);
    let stage = &sheet(&state).stage;
    assert!(matches!(stage, Stage::Failed(Some(_), _)), "{stage:?}");
    for lang in Lang::ALL {
        let said = stage.failure(lang).unwrap();
        assert!(
            said.contains(if lang == Lang::Fr { "dossier" } else { "folder" }),
            "{said}"
        );
    }
    assert_eq!(listed(folder.path()), ["occupied"]);
}

#[test]
fn what_is_stopped_leaves_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let mut state = small(folder.path());
    let job = asked(&mut state, false);
    let (sender, receiver) = channel();
    let exports = Exports::default();
    exports.begin(&state, job.clone(), move |action| drop(sender.send(action)));
    // Closing the sheet stops it, and so does closing the window.
    let effects = update(&mut state, Action::Dismiss);
    assert_eq!(effects, [Effect::Export(ExportEffect::Stop(job.id))]);
    exports.stop(job.id);
    exports.finish();
    let last = receiver.try_iter().last().unwrap();
    match last {
        Action::Export(ExportAction::Sheet(SheetAction::Ended(id, None))) => assert_eq!(id, job.id),
        other => panic!("{other:?}"),
    }
    assert!(listed(folder.path()).is_empty());
    // What comes late to a sheet that is gone changes nothing.
    assert!(act(&mut state, SheetAction::Ended(job.id, None)).is_empty() && state.dialog.is_none());
}

#[test]
fn a_preview_is_the_picture_in_the_shape_and_language_asked() {
    let mut state = start(Lang::En);
    let first = match act(&mut state, SheetAction::Open).as_slice() {
        [ExportEffect::Preview(asked)] => asked.clone(),
        other => panic!("{other:?}"),
    };
    let draw = |state: &mut AppState, asked: PreviewAsked| {
        let (sender, receiver) = channel();
        preview(state, asked, move |action| drop(sender.send(action)));
        let answer = receiver.recv_timeout(Duration::from_secs(60)).expect("a preview");
        update(state, answer);
    };
    draw(&mut state, first);
    let shown = sheet(&state).preview.clone().unwrap();
    assert_eq!((shown.asked.lang, shown.place.0), (Lang::En, 0));
    assert_eq!(shown.rgba.len(), shown.size.0 * shown.size.1 * 4);
    assert!((shown.size.0 as f32 / shown.size.1 as f32 - 16.0 / 9.0).abs() < 0.01);
    // Whether figures go with it changes no picture; another shape does.
    let more = Wanted {
        data: !sheet(&state).wanted.data,
        ..sheet(&state).wanted.clone()
    };
    assert!(act(&mut state, SheetAction::Want(more.clone())).is_empty());
    let square = Wanted {
        format: Format::Square,
        ..more
    };
    let asked = match act(&mut state, SheetAction::Want(square)).as_slice() {
        [ExportEffect::Preview(asked)] => asked.clone(),
        other => panic!("{other:?}"),
    };
    // An answer to an earlier question is no longer wanted.
    act(&mut state, SheetAction::Previewed(shown.clone()));
    draw(&mut state, asked);
    let square = sheet(&state).preview.clone().unwrap();
    assert_eq!(square.size.0, square.size.1);
    assert_ne!(square.rgba, shown.rgba);
    // What was chosen last is proposed again.
    update(&mut state, Action::Dismiss);
    act(&mut state, SheetAction::Open);
    assert_eq!(sheet(&state).wanted.format, Format::Square);
}

#[test]
fn files_are_the_same_bytes_in_the_same_order_on_any_number_of_threads() {
    let state = start(Lang::Fr);
    let document = state.document();
    let (scenario, study) = (document.scenario(), document.study());
    let wanted = Wanted {
        charts: vec![PictureKind::Svg, PictureKind::Pdf],
        ..Wanted::default()
    };
    let all = [Compared { scenario, study }, Compared { scenario, study }];
    let sides = all.map(|c| Side::of(c, &state.library));
    let comparison = Comparer::default().compare(&all, Against::First, &state.library);
    let export = Export {
        subject: Told {
            name: &scenario.name,
            description: &scenario.description,
            study,
            library: &state.library,
        },
        claim: None,
        stem: "projet",
        scenario: b"scenario",
        beside: Some(Beside {
            sides: &sides,
            comparison: &comparison,
        }),
        methods: &[],
        wanted: &wanted,
    };
    let made = |threads: usize| {
        let mut told = Vec::new();
        let files = export.files(NonZeroUsize::new(threads).unwrap(), &mut |done, total| {
            told.push((done, total));
            ControlFlow::Continue(())
        });
        let files = files.unwrap();
        let count = files.len();
        assert_eq!(told, (1..=count).map(|done| (done, count)).collect::<Vec<_>>());
        files
    };
    let alone = made(1);
    for threads in [2, 5] {
        assert!(made(threads) == alone, "{threads} threads");
    }
    let paths: Vec<String> = alone.iter().map(|f| f.path.join("/")).collect();
    let distinct: BTreeSet<&String> = paths.iter().collect();
    assert_eq!(distinct.len(), paths.len());
    for path in [
        "projet/fr/effets.svg",
        "projet/en/effects.pdf",
        "projet/fr/comparaison.svg",
        "projet/en/comparison.pdf",
        "projet/projet-fr.pptx",
        "projet/projet-en.xlsx",
        "projet/projet.json",
        "projet/projet-comparison.json",
        "projet/projet-comparison.csv",
    ] {
        assert!(paths.iter().any(|p| p == path), "{path} in {paths:?}");
    }
    // It stops where it is told to.
    let mut told = 0;
    let stopped = export.files(threads(), &mut |_, _| {
        told += 1;
        ControlFlow::Break(())
    });
    assert!(matches!(stopped, Err(NotMade::Stopped)) && told == 1);
}

#[test]
fn what_is_written_is_closed_by_enter_and_its_folder_opened_by_a_button() {
    for (lang, open, sorry) in [
        (
            Lang::Fr,
            "Ouvrir le dossier",
            "/tmp/étude/projet. Aucun programme de cet ordinateur n’a pu ouvrir ce dossier.",
        ),
        (
            Lang::En,
            "Open the folder",
            "/tmp/étude/projet. No program on this computer could open that folder.",
        ),
    ] {
        let mut harness = show(start(lang), (1024.0, 700.0), 60, |_| {});
        let ask =
            |harness: &mut Shown, action: SheetAction| shown::ask(harness, Action::Export(ExportAction::Sheet(action)));
        ask(&mut harness, SheetAction::Open);
        ask(&mut harness, SheetAction::Folder("/tmp/étude".to_owned()));
        ask(&mut harness, SheetAction::Write(false));
        let job = sheet(&harness.state().state).job;
        let written = Stage::Written(12, "/tmp/étude/projet".into());
        ask(&mut harness, SheetAction::Ended(job, Some(written)));
        let close = if lang == Lang::Fr { "Fermer" } else { "Close" };
        assert!(
            harness.get_by_role_and_label(Role::Button, close).is_focused(),
            "{close}"
        );
        assert!(!says(&harness, sorry));
        harness.get_by_role_and_label(Role::Button, open).click();
        harness.run();
        // Nothing would open it: the sheet says where it is.
        let effects = act(&mut harness.state_mut().state, SheetAction::OpenFolder);
        assert_eq!(effects, [ExportEffect::OpenFolder("/tmp/étude/projet".into())]);
        ask(&mut harness, SheetAction::NotOpened);
        assert!(says(&harness, sorry));
        // The focus went to the button pressed, and goes back by the keyboard; Enter then closes.
        harness.get_by_role_and_label(Role::Button, close).focus();
        harness.run();
        harness.key_press(Key::Enter);
        harness.run();
        assert!(harness.state().state.dialog.is_none());
    }
}

fn says(harness: &Shown, text: &str) -> bool {
    let all = harness.root().children_recursive();
    all.filter_map(|n| n.accesskit_node().label().or(n.accesskit_node().value()))
        .any(|said| said.contains(text))
}

fn names(harness: &Shown, role: Role) -> Vec<String> {
    let all = harness.root().children_recursive();
    all.filter(|n| n.accesskit_node().role() == role)
        .filter_map(|n| n.accesskit_node().label())
        .collect()
}

#[test]
fn the_sheet_opens_and_closes_by_keys_and_says_what_is_missing() {
    for (lang, export, data, png, slides, book, study) in [
        (
            Lang::Fr,
            "Exporter",
            "Chiffres (CSV, JSON) et scénario",
            "Graphiques\u{a0}: PNG",
            "Diapositives PowerPoint",
            "Classeur Excel qui se recalcule",
            "Étude complète en PDF",
        ),
        (
            Lang::En,
            "Export",
            "Figures (CSV, JSON) and scenario",
            "Charts: PNG",
            "PowerPoint slides",
            "Excel workbook that recalculates",
            "Whole study as a PDF",
        ),
    ] {
        let mut harness = show(start(lang), (1024.0, 700.0), 60, |_| {});
        harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
        harness.run();
        let boxes = names(&harness, Role::CheckBox);
        assert!([data, png].iter().all(|b| boxes.iter().any(|n| n == b)), "{boxes:?}");
        // A build without the typesetter offers no document.
        assert_eq!(boxes.iter().any(|n| n == study), REPORTS, "{boxes:?}");
        let ticked = [data, png, slides, book].into_iter().chain(REPORTS.then_some(study));
        for name in ticked {
            harness.get_by_role_and_label(Role::CheckBox, name).click();
            harness.run();
        }
        let go = |harness: &Shown| {
            let all = harness.root().children_recursive();
            let last = all.filter(|n| {
                n.accesskit_node().role() == Role::Button && n.accesskit_node().label().as_deref() == Some(export)
            });
            last.last().unwrap().accesskit_node().is_disabled()
        };
        assert!(go(&harness), "nothing is ticked");
        assert!(matches!(&harness.state().state.dialog, Some(Dialog::Export(s)) if s.wanted.is_nothing()));
        harness.get_by_role_and_label(Role::CheckBox, png).click();
        harness.run();
        assert!(!go(&harness));
        harness.key_press(Key::Escape);
        harness.run();
        assert!(harness.state().state.dialog.is_none());
    }
}

#[test]
fn a_project_with_a_very_long_name_has_a_folder_that_every_system_takes() {
    let folder = tempfile::tempdir().unwrap();
    let mut state = small(folder.path());
    update(&mut state, Action::Dismiss);
    let name = "Agrandissement d’une usine à Asbestos : évaluation ".repeat(4);
    let edit = retombees::app::Edit::Name(Lang::Fr, name.trim().to_owned());
    update(&mut state, Action::Edit(edit, retombees::app::Gesture::Once));
    act(&mut state, SheetAction::Open);
    act(
        &mut state,
        SheetAction::Folder(folder.path().to_string_lossy().into_owned()),
    );
    let job = asked(&mut state, false);
    assert!(
        job.stem
            .starts_with("agrandissement-d-une-usine-a-asbestos-evaluation-")
            && job.stem.len() == 80
    );
    perform(&mut state, &job);
    assert!(
        matches!(sheet(&state).stage, Stage::Written(..)),
        "{:?}",
        sheet(&state).stage
    );
    assert_eq!(sheet(&state).folder, folder.path().to_string_lossy());
    assert!(PathBuf::from(&sheet(&state).folder).join(&job.stem).is_dir());
}

/// Returns how many slides a presentation has.
fn slides(path: &Path) -> usize {
    let archive = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let is_slide = |name: &str| name.starts_with("ppt/slides/slide") && name.ends_with(".xml");
    archive
        .file_names()
        .map(Result::unwrap)
        .filter(|name| is_slide(name))
        .count()
}

#[test]
fn slides_of_a_project_that_is_compared_show_the_comparison() {
    let folder = tempfile::tempdir().unwrap();
    let mut counts = Vec::new();
    for compared in [false, true] {
        let mut state = start(Lang::En);
        if compared {
            update(&mut state, Action::Compare(CompareAction::Duplicate));
            let edit = retombees::app::Edit::Jobs(1, 150.0);
            update(&mut state, Action::Edit(edit, retombees::app::Gesture::Once));
            update(&mut state, Action::Compare(CompareAction::Show));
        }
        act(&mut state, SheetAction::Open);
        let wanted = Wanted {
            langs: vec![Lang::En],
            charts: Vec::new(),
            workbook: false,
            report: false,
            data: false,
            ..Wanted::default()
        };
        act(&mut state, SheetAction::Want(wanted));
        act(
            &mut state,
            SheetAction::Folder(folder.path().to_string_lossy().into_owned()),
        );
        let job = asked(&mut state, false);
        perform(&mut state, &job);
        let Stage::Written(1, at) = &sheet(&state).stage else {
            panic!("{:?}", sheet(&state).stage);
        };
        counts.push(slides(&at.join(format!("{}-en.pptx", job.stem))));
    }
    assert!(counts[0] > 8 && counts[1] > counts[0], "{counts:?}");
}
