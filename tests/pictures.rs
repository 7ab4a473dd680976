//! Charts as files: the same figures as on screen, inside the page, no text over another.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeSet;
use std::sync::{Arc, LazyLock};

use resvg::usvg::roxmltree::Document;
use retombees::app::action::PathRequest;
use retombees::app::recovery::Failure;
use retombees::app::{
    Action, AppState, Dialog, Edit, Effect, ExportAction, ExportEffect, Gesture, PictureFile, Settings, update,
};
use retombees::export::chart::measure::width;
use retombees::export::chart::png::png;
use retombees::export::chart::scene::{Anchor, Area, Item, Scene, Text};
use retombees::export::chart::{Format, Ground, Options, Subject, pdf, scene, svg};
use retombees::report::chart::{ChartKind, ChartSpec, Row};
use retombees::report::overview::Scope;
use retombees::report::pictures::{NamedPicture, Picture, PictureKind, pictures};
use retombees::report::sankey::SankeySpec;
use retombees::scenario::{file, presets};
use retombees::shell::exports::{pixels, write_picture};
use retombees::study::{self, Cache, Library, Study, Territory};
use retombees::text::Lang;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());
static STUDIES: LazyLock<Vec<(&str, Study)>> = LazyLock::new(|| {
    let mut cache = Cache::default();
    let mut run = |(name, text): &(&'static str, &str)| {
        let scenario = file::parse(text.as_bytes()).unwrap();
        (*name, study::run(&scenario, &LIBRARY, &mut cache).unwrap())
    };
    // The other scenarios are of the same kinds, and each takes a while.
    let more = [
        "aluminium-processing-doubling.ron",
        "road-autoroute-85.ron",
        "festival.ron",
    ];
    let all = presets::SHIPPED.iter().enumerate();
    let chosen = all.filter(|(k, (name, _))| *k < 7 || more.contains(name));
    chosen.map(|(_, shipped)| run(shipped)).collect()
});

fn scope(study: &Study, lang: Lang) -> Scope<'_> {
    Scope {
        study,
        saved: None,
        library: &LIBRARY,
        territory: Territory::Study,
        lang,
    }
}

/// Every picture of every shipped scenario, in a language and a format.
fn every(mut look: impl FnMut(&str, &NamedPicture, &Scene)) {
    for (scenario, study) in STUDIES.iter() {
        for lang in [Lang::Fr, Lang::En] {
            for picture in pictures(&scope(study, lang), None) {
                for format in Format::ALL {
                    let options = Options {
                        format,
                        lang,
                        project: scenario,
                        ..Options::default()
                    };
                    let scene = scene(Subject::of(&picture.picture), options);
                    look(
                        &format!("{scenario} {} {lang:?} {format:?}", picture.name),
                        &picture,
                        &scene,
                    );
                }
            }
        }
    }
}

/// Where the letters of a text lie: their width, and from their baseline to the top of a capital with a little room.
fn letters(text: &Text) -> Area {
    let wide = width(&text.text, text.font);
    let left = match text.anchor {
        Anchor::Start => text.x,
        Anchor::Middle => text.x - wide / 2.0,
        Anchor::End => text.x - wide,
    };
    let size = text.font.size;
    Area::new(
        left,
        text.baseline - size * 0.73,
        left + wide,
        text.baseline + size * 0.02,
    )
}

fn texts(scene: &Scene) -> Vec<&Text> {
    scene
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Text(text) => Some(text),
            _ => None,
        })
        .collect()
}

#[test]
fn names_of_files_are_unique_and_plain() {
    for (scenario, study) in STUDIES.iter() {
        let all = pictures(&scope(study, Lang::Fr), None);
        assert!(all.len() >= 8, "{scenario}: {}", all.len());
        let names: BTreeSet<&str> = all.iter().map(|p| p.name.as_str()).collect();
        assert_eq!(names.len(), all.len());
        for name in names {
            assert!(
                name.chars()
                    .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-'),
                "{name}"
            );
        }
        // The same pictures in the other language, under its own names.
        let english = pictures(&scope(study, Lang::En), None);
        assert_eq!(all.len(), english.len(), "{scenario}");
        for (fr, en) in all.iter().zip(&english) {
            assert_eq!(id(&fr.picture), id(&en.picture), "{scenario}");
            // One chart has one name, whatever the scenario; only the phase is told after it.
            let alone = |picture: &NamedPicture, lang| NamedPicture::of(picture.picture.clone(), lang).name;
            for (picture, lang) in [(fr, Lang::Fr), (en, Lang::En)] {
                let rest = picture.name.strip_prefix(&alone(picture, lang)).unwrap();
                assert!(["", "-construction", "-1", "-2"].contains(&rest), "{}", picture.name);
            }
            // The names of the two languages are words, not ids; a few are the same word in both.
            let same = ["industries", "regions", "emplois-industries"];
            assert!(fr.name != en.name || same.contains(&fr.name.as_str()), "{}", fr.name);
            assert!(!fr.name.contains("jobs") && !fr.name.contains("trail"), "{}", fr.name);
        }
    }
}

fn id(picture: &Picture) -> &'static str {
    match picture {
        Picture::Chart(spec) => spec.id,
        Picture::Flow(spec) => spec.id,
    }
}

#[test]
fn names_that_have_room_stand_whole_on_one_line() {
    let mut seen = 0;
    every(|name, picture, scene| {
        if scene.width < 1500.0 {
            return;
        }
        let (labels, room): (Vec<&str>, usize) = match &picture.picture {
            Picture::Chart(spec) if matches!(spec.kind, ChartKind::StackedBars | ChartKind::RowBars) => {
                (spec.rows.iter().map(|r| r.label.as_str()).collect(), 24)
            }
            Picture::Flow(spec) => (spec.nodes.iter().map(|n| n.label.as_str()).collect(), 20),
            Picture::Chart(_) => return,
        };
        for label in labels.iter().filter(|l| l.chars().count() <= room) {
            assert!(
                texts(scene).iter().any(|t| t.text == *label),
                "{name}: {label:?} is cut"
            );
            seen += 1;
        }
    });
    assert!(seen > 500, "{seen}");
}

#[test]
fn a_picture_is_copied_with_the_pixels_of_its_file() {
    let (_, study) = &STUDIES[0];
    for lang in Lang::ALL {
        let picture = pictures(&scope(study, lang), None).remove(2);
        let file = PictureFile {
            picture,
            kind: PictureKind::Png,
            project: "Projet".to_owned(),
            lang,
        };
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(file.file_name());
        let written = write_picture(Box::new(file.clone()), &path, false);
        assert!(matches!(written, ExportAction::Written(_)), "{written:?}");
        let read = resvg::tiny_skia::Pixmap::decode_png(&std::fs::read(&path).unwrap()).unwrap();
        let copied = pixels(&file).unwrap();
        assert_eq!((copied.width, copied.height), (3200, 1800));
        assert_eq!(
            (read.width() as usize, read.height() as usize),
            (copied.width, copied.height)
        );
        assert!(read.data() == copied.rgba, "{lang:?}");
    }
}

#[test]
fn a_chart_with_differences_says_in_its_legend_what_they_are() {
    let library = Arc::new(Library::embedded().unwrap());
    let mut state = AppState::new(library, Settings::default(), Lang::Fr).unwrap();
    let before = state.document().study().clone();
    update(&mut state, Action::Edit(Edit::Jobs(1, 150.0), Gesture::Once));
    let changed = state.document().study();
    for (lang, outline, differences) in [
        (Lang::Fr, "Version de départ", "Écart avec la version de départ"),
        (Lang::En, "Starting version", "Difference from the starting version"),
    ] {
        let with = Scope {
            saved: Some(&before),
            ..scope(changed, lang)
        };
        let mut told = 0;
        for (picture, saved) in pictures(&with, None)
            .iter()
            .map(|p| (p, true))
            .chain(pictures(&scope(changed, lang), None).iter().map(|p| (p, false)))
        {
            let Picture::Chart(spec) = &picture.picture else {
                continue;
            };
            let plain = matches!(
                spec.kind,
                ChartKind::StackedBars | ChartKind::Columns | ChartKind::RowBars | ChartKind::Waterfall
            );
            let options = Options {
                lang,
                ..Options::default()
            };
            let scene = scene(Subject::of(&picture.picture), options);
            let said = |what: &str| texts(&scene).iter().any(|t| t.text == what);
            let ghosts = plain && spec.rows.iter().any(|r| r.ghost.is_some());
            let signed = |text: &str| text.starts_with(['+', '−']);
            let differ = |r: &Row| r.difference.as_ref().is_some_and(|d| signed(&d.text));
            let changes = plain && spec.rows.iter().any(differ);
            assert!(saved || !ghosts && !changes, "{}", picture.name);
            assert_eq!(said(outline), ghosts, "{}", picture.name);
            assert_eq!(said(differences), changes, "{}", picture.name);
            // The signs stand there in their colours.
            if changes {
                let colours = retombees::report::palette::tokens().themes.light.colours;
                for (sign, ink) in [("+", colours.positive), ("−", colours.negative)] {
                    assert!(texts(&scene).iter().any(|t| t.text == sign && t.ink == ink), "{sign}");
                }
                told += 1;
            }
        }
        assert!(told > 3, "{told}");
    }
}

#[test]
fn nothing_lies_outside_the_page() {
    every(|name, _, scene| {
        let page = Area::new(0.0, 0.0, scene.width, scene.height);
        for item in &scene.items {
            let area = match item {
                Item::Text(text) => letters(text),
                Item::Box { area, .. } => *area,
                Item::Line { points, .. } => {
                    let xs = || points.iter().map(|p| p.0);
                    let ys = || points.iter().map(|p| p.1);
                    Area::new(
                        xs().fold(f32::INFINITY, f32::min),
                        ys().fold(f32::INFINITY, f32::min),
                        xs().fold(f32::NEG_INFINITY, f32::max),
                        ys().fold(f32::NEG_INFINITY, f32::max),
                    )
                }
                Item::Circle { centre, radius, .. } => Area::new(centre.0, centre.1, centre.0, centre.1).grown(*radius),
                Item::Ribbon { from, to, .. } => Area::new(from.0, from.1.min(to.1), to.0, from.2.max(to.2)),
            };
            assert!(page.grown(0.6).holds(area), "{name}: {item:?}");
            assert!(area.width() > -0.01 && area.height() > -0.01, "{name}: {item:?}");
        }
    });
}

#[test]
fn no_text_lies_over_another() {
    let mut found = Vec::new();
    every(|name, _, scene| {
        let texts = texts(scene);
        for (k, a) in texts.iter().enumerate() {
            for b in &texts[k + 1..] {
                if letters(a).meets(letters(b)) {
                    found.push(format!("{name}: {:?} over {:?}", a.text, b.text));
                }
            }
        }
    });
    assert!(
        found.is_empty(),
        "{} pairs\n{}",
        found.len(),
        found[..found.len().min(40)].join("\n")
    );
}

/// The texts of an SVG, words joined as they were before they were broken into lines.
fn written(document: &Document<'_>) -> String {
    let texts = document.descendants().filter(|n| n.has_tag_name("text"));
    texts.filter_map(|n| n.text()).collect::<Vec<_>>().join(" ")
}

#[test]
fn an_svg_is_sound_and_says_what_the_screen_says() {
    every(|name, picture, scene| {
        let text = svg(scene);
        let document = Document::parse(&text).unwrap_or_else(|e| panic!("{name}: {e}"));
        let of = |tag: &str| {
            let node = document.descendants().find(|n| n.has_tag_name(tag));
            node.and_then(|n| n.text()).unwrap_or_default().to_owned()
        };
        let written = written(&document);
        let (finding, subtitle, alt, totals) = match &picture.picture {
            Picture::Chart(spec) => (&spec.finding, &spec.subtitle, &spec.alt, totals(spec)),
            Picture::Flow(spec) => (&spec.finding, &spec.subtitle, &spec.alt, flow_totals(spec)),
        };
        assert_eq!((of("title"), of("desc")), (finding.clone(), alt.clone()), "{name}");
        assert!(written.contains(finding.as_str()), "{name}: {written}");
        assert!(written.contains(subtitle.as_str()), "{name}: {written}");
        for total in totals {
            assert!(written.contains(&total), "{name}: {total:?} is not in {written}");
        }
    });
}

/// What a chart must say whatever its shape: totals beside bars, the names of its parts.
fn totals(spec: &ChartSpec) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    if matches!(
        spec.kind,
        ChartKind::StackedBars | ChartKind::RowBars | ChartKind::Waterfall
    ) {
        out.extend(spec.rows.iter().map(|r| r.total_label.clone()));
    }
    if spec.series.len() > 1
        && !matches!(
            spec.kind,
            ChartKind::SideBySide | ChartKind::Steps | ChartKind::StepBars
        )
    {
        out.extend(spec.series.iter().map(|s| s.label.clone()));
    }
    out
}

fn flow_totals(spec: &SankeySpec) -> Vec<String> {
    spec.nodes.iter().map(|n| n.value_label.clone()).collect()
}

#[test]
fn bars_are_as_long_as_their_figures() {
    let (_, study) = &STUDIES[0];
    let all = pictures(&scope(study, Lang::Fr), None);
    let Some(Picture::Chart(spec)) = all.iter().find(|p| p.name == "regions").map(|p| &p.picture) else {
        panic!("no chart of regions");
    };
    let scene = scene(Subject::Chart(spec), Options::default());
    // The marks of the first part stand one under the other from the same left edge, as long as their values.
    let palette = retombees::report::palette::tokens().themes.light;
    let colour = palette.marks.of(spec.series[0].role);
    let boxes: Vec<Area> = scene
        .items
        .iter()
        .filter_map(|item| match item {
            Item::Box {
                area, fill: Some(ink), ..
            } if *ink == colour && area.height() > 25.0 => Some(*area),
            _ => None,
        })
        .collect();
    let values: Vec<f64> = spec.rows.iter().map(|r| r.values[0]).filter(|v| *v > 0.0).collect();
    assert_eq!(boxes.len(), values.len());
    let per_unit: Vec<f64> = boxes
        .iter()
        .zip(&values)
        .map(|(b, v)| f64::from(b.width()) / v)
        .collect();
    assert!(boxes.iter().all(|b| (b.left - boxes[0].left).abs() < 0.01));
    // Two points are left between parts.
    assert!(
        per_unit
            .iter()
            .zip(&values)
            .all(|(p, v)| (p - per_unit[0]).abs() * v < 3.0),
        "{per_unit:?}"
    );
}

#[test]
fn pixels_come_at_every_scale_on_white_and_on_nothing() {
    let (_, study) = &STUDIES[0];
    let all = pictures(&scope(study, Lang::Fr), None);
    for (ground, scale) in [(Ground::White, 1), (Ground::Clear, 2)] {
        let options = Options {
            ground,
            ..Options::default()
        };
        let scene = scene(Subject::of(&all[0].picture), options);
        let bytes = png(&scene, scale).unwrap();
        let pixels = resvg::tiny_skia::Pixmap::decode_png(&bytes).unwrap();
        assert_eq!(
            (pixels.width(), pixels.height()),
            (1600 * u32::from(scale), 900 * u32::from(scale))
        );
        let corner = pixels.pixel(2, 2).unwrap();
        assert_eq!(corner.alpha(), if ground == Ground::White { 255 } else { 0 });
        let dark = pixels
            .pixels()
            .iter()
            .filter(|p| p.alpha() > 200 && p.red() < 60)
            .count();
        assert!(dark > 3_000, "marks and letters are painted: {dark}");
    }
}

#[test]
fn a_page_of_pdf_is_tagged_and_named() {
    let (_, study) = &STUDIES[0];
    for picture in pictures(&scope(study, Lang::Fr), None) {
        let bytes = pdf(&scene(Subject::of(&picture.picture), Options::default())).unwrap();
        assert!(bytes.starts_with(b"%PDF-") && bytes.len() > 5_000, "{}", picture.name);
        let has = |what: &[u8]| bytes.windows(what.len()).any(|w| w == what);
        assert!(
            has(b"/StructTreeRoot") && has(b"/Figure") && has(b"/FontFile3"),
            "{}",
            picture.name
        );
        assert!(has(b"fr-CA"));
    }
}

#[test]
fn a_chart_goes_from_its_card_to_a_file_and_nothing_is_replaced_without_a_question() {
    let library = Arc::new(Library::embedded().unwrap());
    let mut state = AppState::new(library, Settings::default(), Lang::Fr).unwrap();
    let (_, study) = &STUDIES[0];
    let picture = pictures(&scope(study, Lang::Fr), None).remove(0);
    let file = Box::new(PictureFile {
        picture,
        kind: PictureKind::Png,
        project: "Projet".to_owned(),
        lang: Lang::Fr,
    });
    assert_eq!(file.file_name(), "effets.png");
    let mut act = |action: ExportAction| {
        let effects = update(&mut state, Action::Export(action));
        (effects, state.dialog.clone(), state.notice.take())
    };
    let (effects, ..) = act(ExportAction::Pick(file.clone()));
    assert_eq!(effects, [Effect::Export(ExportEffect::Pick(file.clone()))]);
    // Without a dialog of the system the path is typed; the ending may be left out.
    let (effects, dialog, _) = act(ExportAction::AskPath(file.clone()));
    assert!(effects.is_empty());
    assert_eq!(dialog, Some(Dialog::Path(PathRequest::Picture(file.clone()))));
    let (effects, dialog, _) = act(ExportAction::Typed(file.clone(), "/tmp/a/graphique".into()));
    let path = std::path::PathBuf::from("/tmp/a/graphique.png");
    assert_eq!(
        effects,
        [Effect::Export(ExportEffect::Write(file.clone(), path.clone(), false))]
    );
    assert_eq!(dialog, None);
    let (effects, dialog, _) = act(ExportAction::AskReplace(file.clone(), path.clone()));
    assert!(effects.is_empty());
    assert_eq!(dialog, Some(Dialog::ReplacePicture(file.clone(), path.clone())));
    let (effects, dialog, _) = act(ExportAction::To(file.clone(), path.clone()));
    assert_eq!(
        effects,
        [Effect::Export(ExportEffect::Write(file.clone(), path.clone(), true))]
    );
    assert_eq!(dialog, None);
    let (_, _, notice) = act(ExportAction::Written(path.clone()));
    let notice = notice.unwrap();
    assert!(!notice.alarming && notice.text.get(Lang::En).contains("graphique.png"));
    // A failure asks again, with the path that was tried and why it failed.
    let (_, dialog, _) = act(ExportAction::Failed(file.clone(), path.clone(), Failure::Full));
    assert_eq!(dialog, Some(Dialog::Path(PathRequest::Picture(file))));
    let tried = state.tried.clone().unwrap();
    assert_eq!((tried.path, tried.why), (path, Some(Failure::Full)));
}
