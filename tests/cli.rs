//! The program in a terminal, through the binary: what each command answers, and how bad input is refused.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use retombees::scenario::presets::SHIPPED;
use serde_json::Value;
use tempfile::TempDir;

/// Runs the program without a display and without a language of the system.
fn program(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_retombees"))
        .args(args)
        .env_remove("DISPLAY")
        .env_remove("WAYLAND_DISPLAY")
        .env_remove("WAYLAND_SOCKET")
        .env_remove("LANGUAGE")
        .env("LC_ALL", "C")
        .output()
        .unwrap()
}

fn answer(args: &[&str]) -> String {
    let output = program(args);
    let (out, err) = texts(&output);
    assert_eq!(output.status.code(), Some(0), "{args:?}\n{err}");
    assert_eq!(err, "", "{args:?}");
    out
}

fn texts(output: &Output) -> (String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (text(&output.stdout), text(&output.stderr))
}

fn shipped(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("scenarios")
        .join(name)
        .display()
        .to_string()
}

fn flagship() -> String {
    shipped(SHIPPED[0].0)
}

fn written(folder: &TempDir, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
    let path = folder.path().join(name);
    std::fs::write(&path, content).unwrap();
    path
}

// ------------------------------------------------------------------------------------------------------------- answers

#[test]
fn run_writes_a_study_that_fits_the_terminal_in_both_languages() {
    let fr = answer(&["run", &flagship()]);
    for words in [
        "Estrie",
        "région modélisée",
        "Années-emplois",
        "PIB aux prix de base",
        "Effets induits",
        "vérifications tiennent",
    ] {
        assert!(fr.contains(words), "{words}\n{fr}");
    }
    let en = answer(&["run", &flagship(), "--lang", "en"]);
    for words in [
        "modelled region",
        "Job-years",
        "GDP at basic prices",
        "Induced effects",
        "checks hold",
    ] {
        assert!(en.contains(words), "{words}\n{en}");
    }
    for text in [&fr, &en] {
        let longest = text.lines().map(|l| l.chars().count()).max();
        assert!(longest <= Some(100), "{longest:?}");
        assert!(text.contains("15-211-X"), "the attribution is missing");
    }
    let breaking = fr
        .lines()
        .find(|l| [" :", " ;", " %", " $"].iter().any(|sign| l.contains(sign)));
    assert_eq!(breaking, None, "a line may break before a French sign");
}

#[test]
fn run_writes_json_and_csv_with_the_same_figures() {
    let json: Value = serde_json::from_str(&answer(&["run", &flagship(), "--format", "json"])).unwrap();
    assert_eq!(json["schema"], "retombees-study/1");
    let first: Vec<&String> = json.as_object().unwrap().keys().take(4).collect();
    assert_eq!(first, ["schema", "name", "description", "data_year"]);
    let csv = answer(&["run", &flagship(), "--format", "csv"]);
    let mut lines = csv.lines();
    assert_eq!(lines.next(), Some("id,value,unit,net"));
    let figures = json["figures"].as_array().unwrap();
    assert_eq!(figures.len(), lines.clone().count());
    for (figure, line) in figures.iter().zip(lines) {
        let fields: Vec<&str> = line.split(',').collect();
        assert_eq!(figure["id"], fields[0]);
        let (in_json, in_csv) = (figure["value"].as_f64().unwrap(), fields[1].parse::<f64>().unwrap());
        assert!((in_json - in_csv).abs() <= 1e-14 * in_csv.abs(), "{line}");
        assert_eq!(figure["unit"], fields[2]);
    }
    let direct = figures
        .iter()
        .find(|f| f["id"] == "jobs.direct.study.operation.full")
        .unwrap();
    assert_eq!(direct["value"].as_f64(), Some(102.0));
    assert_eq!(direct["unit"], "jobs");
}

#[test]
fn figures_are_sums_of_the_detail() {
    let json: Value = serde_json::from_str(&answer(&["run", &flagship(), "--format", "json"])).unwrap();
    let phase = &json["phases"][1];
    let cells = phase["detail"]["induced"]["jobs"]["05"].as_object().unwrap();
    let sum: f64 = cells.values().map(|v| v.as_f64().unwrap()).sum();
    let id = "jobs.induced.study.operation.full";
    let figure = json["figures"]
        .as_array()
        .unwrap()
        .iter()
        .find(|f| f["id"] == id)
        .unwrap();
    assert!((sum - figure["value"].as_f64().unwrap()).abs() < 1e-9 * sum);
}

#[test]
fn check_approves_the_shipped_scenarios_together() {
    let files: Vec<String> = SHIPPED.iter().map(|(name, _)| shipped(name)).collect();
    let mut args = vec!["check"];
    args.extend(files.iter().map(String::as_str));
    let text = answer(&args);
    for file in &files {
        assert!(text.contains(&format!("{file}\u{a0}: aucun problème")), "{text}");
    }
}

#[test]
fn multipliers_come_in_three_formats_for_regions_and_provinces() {
    let text = answer(&[
        "multipliers",
        "--region",
        "05",
        "--method",
        "aflq",
        "--delta",
        "0.3",
        "--lang",
        "en",
    ]);
    assert!(
        text.contains("AFLQ") && text.contains("0.30") && text.contains("Type II ratio"),
        "{text}"
    );
    let json: Value = serde_json::from_str(&answer(&["multipliers", "--region", "ON", "--format", "json"])).unwrap();
    assert_eq!(json["schema"], "retombees-multipliers/1");
    assert_eq!(json["method"], Value::Null);
    for row in json["multipliers"].as_array().unwrap() {
        let (direct, simple) = (
            row["direct"].as_f64().unwrap(),
            row["simple"]["province"].as_f64().unwrap(),
        );
        assert!(simple >= direct, "{row}");
    }
    let csv = answer(&["multipliers", "--format", "csv"]);
    assert!(
        csv.starts_with("measure,industry,direct,simple_region,simple_province"),
        "{csv}"
    );
    assert_eq!(csv.lines().count(), 1 + 5 * 23);
}

#[test]
fn economies_are_listed_shown_and_checked() {
    assert!(answer(&["economy", "list"]).contains("canada-2021"));
    let shown = answer(&["economy", "show", "canada-2021", "--lang", "en"]);
    assert!(
        shown.contains("Ontario") && shown.contains("33A") && shown.contains("Statistics Canada"),
        "{shown}"
    );
    let asset = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/economies/canada-2021.ron");
    let checked = answer(&["economy", "check", &asset.display().to_string(), "--lang", "en"]);
    assert!(
        checked.contains("Every industry pays out exactly one dollar"),
        "{checked}"
    );
    let output = program(&["economy", "show", "canada-1900"]);
    let (_, err) = texts(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(err.contains("canada-1900") && err.contains("canada-2021"), "{err}");
}

#[test]
fn regions_list_codes_and_where_their_structure_comes_from() {
    let text = answer(&["regions"]);
    for words in [
        "05",
        "Estrie",
        "mrc-les-sources",
        "modélisée, celle de l’Estrie",
        "Colombie-Britannique",
    ] {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

#[test]
fn recipes_are_found_without_accents_by_word_synonym_or_code() {
    for query in ["magnésium", "MAGNESIUM", "lingots de magnesium", "331410"] {
        let text = answer(&["recipes", "--search", query]);
        assert!(text.contains("magnesium-smelting"), "{query}\n{text}");
    }
    let all = answer(&["recipes", "--lang", "en"]);
    assert!(all.lines().count() > 402, "all recipes are listed");
    assert!(
        all.lines().any(|l| l.ends_with("no")),
        "recipes that are not offered are shown as such"
    );
    assert!(answer(&["recipes", "--search", "qzx"]).contains("qzx"));
}

#[test]
fn without_a_display_the_program_prints_the_study() {
    let output = program(&[]);
    let (out, err) = texts(&output);
    assert_eq!(output.status.code(), Some(0), "{err}");
    assert!(err.contains("fenêtre"), "{err}");
    assert!(out.contains("Alliance Magnésium"), "{out}");
    let output = program(&["--lang", "en", &shipped("smelters-2013-claim.ron")]);
    let (out, err) = texts(&output);
    assert!(
        err.contains("window") && out.contains("Québec smelters"),
        "{err}\n{out}"
    );
}

#[test]
fn help_and_version_speak_the_language_asked_for() {
    assert!(answer(&["--help"]).contains("Commandes"));
    assert!(answer(&["--lang", "en", "run", "--help"]).contains("Scenario to compute"));
    assert!(answer(&["--version"]).contains(env!("CARGO_PKG_VERSION")));
}

// --------------------------------------------------------------------------------------------------------- wrong usage

#[test]
fn wrong_usage_exits_with_2_and_says_how_to_write() {
    let cases: [&[&str]; 7] = [
        &["run"],
        &["run", "a.ron", "--format", "xml"],
        &["run", "a.ron", "--formt", "json"],
        &["economy"],
        &["economy", "lst"],
        &["multipliers", "--delta", "beaucoup"],
        &["chek"],
    ];
    for args in cases {
        for lang in ["fr", "en"] {
            let output = program(&[args, &["--lang", lang]].concat());
            let (out, err) = texts(&output);
            assert_eq!(output.status.code(), Some(2), "{args:?}\n{err}");
            assert_eq!(out, "");
            let help = if lang == "fr" {
                "Aide\u{a0}: retombees --help"
            } else {
                "Help: retombees --help"
            };
            assert!(err.contains(help), "{args:?}\n{err}");
        }
    }
}

// ----------------------------------------------------------------------------------------------------------- bad input

/// A change to the flagship's text, and what its refusal must name.
struct Bad {
    name: &'static str,
    change: fn(&str) -> Vec<u8>,
    place: &'static str,
    fr: &'static [&'static str],
    en: &'static [&'static str],
}

fn replaced(text: &str, from: &str, to: &str) -> Vec<u8> {
    assert!(text.contains(from), "the flagship no longer has {from}");
    text.replacen(from, to, 1).into_bytes()
}

const BAD: [Bad; 11] = [
    Bad {
        name: "unknown industry",
        change: |t| {
            let line = "lines: [(id: \"x\", industry: \"33Z\", amount: (value: 1.0))], kind: Construction(";
            replaced(t, "kind: Construction(", line)
        },
        place: "phases[0].lines[0].industry",
        fr: &["Phase 1", "33Z", "→ Le plus proche est 3"],
        en: &["Phase 1", "33Z", "→ The nearest is 3"],
    },
    Bad {
        name: "negative money",
        change: |t| replaced(t, "value: 143700000.0", "value: -143700000.0"),
        place: "phases[0].kind.investment.value",
        fr: &[
            "Phase 1, investissement",
            "négative",
            "143\u{a0}700\u{a0}000\u{a0}$",
            "→ Écrire 0 ou un nombre positif",
        ],
        en: &[
            "Phase 1, investment",
            "negative",
            "$143,700,000",
            "→ Write 0 or a positive number",
        ],
    },
    Bad {
        name: "shares that do not sum to 1",
        change: |t| {
            replaced(
                t,
                "kind: Construction(",
                "kind: Construction(shares: (works: 0.5, equipment: 0.4),",
            )
        },
        place: "phases[0].kind.shares",
        fr: &["répartition de l’investissement", "90\u{a0}%", "→ Il manque 10\u{a0}%"],
        en: &["split of the investment", "90%", "→ 10% is missing"],
    },
    Bad {
        name: "local share out of reach",
        change: |t| replaced(t, "value: 0.3,", "value: 0.95,"),
        place: "phases[1].local_share",
        fr: &[
            "Phase 2, part locale des achats",
            "95\u{a0}%",
            "→ Maximum atteignable\u{a0}: 48,3\u{a0}%",
        ],
        en: &["Phase 2, local share of purchases", "95%", "→ Maximum reachable: 48.3%"],
    },
    Bad {
        name: "end before start",
        change: |t| replaced(t, "end: 2041", "end: 2019"),
        place: "phases[1].end",
        fr: &[
            "Phase 2, dernière année",
            "2019",
            "2022",
            "→ Écrire une dernière année d’au moins 2022",
        ],
        en: &["Phase 2, last year", "2019", "→ Write a last year of at least 2022"],
    },
    Bad {
        name: "not a number",
        change: |t| replaced(t, "value: 102.0", "value: NaN"),
        place: "phases[1].kind.jobs.value",
        fr: &[
            "Phase 2, emplois directs",
            "nombre fini",
            "→ Écrire un nombre ordinaire",
        ],
        en: &["Phase 2, direct jobs", "finite", "→ Write an ordinary number"],
    },
    Bad {
        name: "infinite",
        change: |t| replaced(t, "value: 75000.0", "value: inf"),
        place: "phases[1].kind.annual_wage.value",
        fr: &["Phase 2, salaire annuel moyen", "nombre fini", "→"],
        en: &["Phase 2, mean annual wage", "finite", "→"],
    },
    Bad {
        name: "truncated",
        change: |t| t.as_bytes()[..t.floor_char_boundary(t.len() / 2)].to_vec(),
        place: "",
        fr: &["Tout le fichier", "ligne", "colonne", "→ Corriger cet endroit"],
        en: &["The whole file", "line", "column", "→ Correct that place"],
    },
    Bad {
        name: "200,000 nested brackets",
        change: |_| "(".repeat(200_000).into_bytes(),
        place: "",
        fr: &["Tout le fichier", "niveaux", "→ Fermer"],
        en: &["The whole file", "levels", "→ Close"],
    },
    Bad {
        name: "not UTF-8",
        change: |t| [t.as_bytes(), &[0xff, 0xfe, 0xc0]].concat(),
        place: "",
        fr: &["Tout le fichier", "UTF-8", "→ L’enregistrer en UTF-8"],
        en: &["The whole file", "UTF-8", "→ Save it as UTF-8"],
    },
    Bad {
        name: "newer version",
        change: |t| replaced(t, "version: 1,", "version: 99,"),
        place: "",
        fr: &[
            "Tout le fichier",
            "version 99",
            "→ L’ouvrir avec une version plus récente",
        ],
        en: &["The whole file", "version 99", "→ Open it with a newer version"],
    },
];

#[test]
fn bad_input_is_refused_with_its_place_and_remedy_in_both_languages() {
    let folder = TempDir::new().unwrap();
    for bad in &BAD {
        let path = written(&folder, "bad.ron", (bad.change)(SHIPPED[0].1))
            .display()
            .to_string();
        for (lang, expected) in [("fr", bad.fr), ("en", bad.en)] {
            for command in ["run", "check"] {
                let output = program(&[command, &path, "--lang", lang]);
                let (out, err) = texts(&output);
                assert_eq!(output.status.code(), Some(1), "{}: {err}", bad.name);
                assert_eq!(out, "", "{}: nothing is half computed", bad.name);
                for words in expected.iter().chain([&bad.place]) {
                    assert!(err.contains(words), "{}: {words} is missing from\n{err}", bad.name);
                }
            }
        }
    }
}

#[test]
fn a_file_of_100_mb_is_refused_without_being_read() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("large.ron");
    std::fs::File::create(&path)
        .unwrap()
        .set_len(100 * 1024 * 1024)
        .unwrap();
    let path = path.display().to_string();
    for (lang, words) in [("fr", "104,9\u{a0}Mo"), ("en", "104.9 MB")] {
        let output = program(&["run", &path, "--lang", lang]);
        let (_, err) = texts(&output);
        assert_eq!(output.status.code(), Some(1));
        assert!(err.contains(words) && err.contains("→"), "{err}");
    }
}

#[cfg(unix)]
#[test]
fn an_endless_file_is_refused_after_the_limit() {
    let output = program(&["run", "/dev/zero"]);
    let (_, err) = texts(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(err.contains("4,2\u{a0}Mo"), "{err}");
}

#[test]
fn a_missing_file_or_a_folder_is_named() {
    let folder = TempDir::new().unwrap();
    let folder = folder.path().display().to_string();
    for path in [format!("{folder}/absent.ron"), folder] {
        for lang in ["fr", "en"] {
            let output = program(&["check", &path, "--lang", lang]);
            let (_, err) = texts(&output);
            assert_eq!(output.status.code(), Some(1));
            assert!(err.contains(&path), "{err}");
        }
    }
}

#[test]
fn all_problems_are_listed_at_once() {
    let folder = TempDir::new().unwrap();
    let text = SHIPPED[0]
        .1
        .replacen("value: 143700000.0", "value: -1.0", 1)
        .replacen("end: 2041", "end: 2019", 1)
        .replacen("value: 75000.0", "value: NaN", 1)
        .replacen("region: \"05\"", "region: \"5O\"", 1)
        .replacen("recipe: \"331410\"", "recipe: \"331411\"", 1);
    let path = written(&folder, "bad.ron", text).display().to_string();
    let output = program(&["check", &path, "--lang", "en"]);
    let (_, err) = texts(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(err.contains(": 5 problems"), "{err}");
    let places = [
        "phases[0].kind.investment.value",
        "phases[1].end",
        "phases[1].kind.annual_wage.value",
        "region",
        "activity.recipe",
    ];
    for place in places {
        assert!(err.contains(&format!("({place})")), "{place}\n{err}");
    }
    assert_eq!(err.matches("→").count(), 5, "{err}");
}

#[test]
fn one_bad_file_does_not_hide_the_others() {
    let folder = TempDir::new().unwrap();
    let bad = written(&folder, "bad.ron", "(").display().to_string();
    let output = program(&["check", &bad, &flagship()]);
    let (out, err) = texts(&output);
    assert_eq!(output.status.code(), Some(1));
    assert!(err.contains("bad.ron") && out.contains(SHIPPED[0].0), "{out}\n{err}");
}

#[test]
fn export_writes_charts_and_figures_or_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("pour la réunion");
    let scenario = shipped("alliance-magnesium-2020.ron");
    let run = |more: &[&str]| {
        let mut args = vec!["export", &scenario, "--to", to.to_str().unwrap()];
        args.extend(more);
        program(&args)
    };
    let done = run(&["--charts", "svg,pdf", "--data", "--lang", "both"]);
    assert_eq!(done.status.code(), Some(0), "{:?}", texts(&done));
    let base = to.join("alliance-magnesium-2020");
    let names = |lang: &str| -> Vec<String> {
        let entries = std::fs::read_dir(base.join(lang)).unwrap();
        let mut names: Vec<String> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    assert_eq!(names("fr").len(), names("en").len());
    for (lang, some) in [
        ("fr", ["effets.svg", "circuit-argent-1.pdf"]),
        ("en", ["effects.svg", "money-trail-1.pdf"]),
    ] {
        assert!(some.iter().all(|n| names(lang).iter().any(|name| name == n)), "{lang}");
    }
    let svg = std::fs::read_to_string(base.join("fr/effets.svg")).unwrap();
    assert!(svg.contains("<title") && svg.contains("Emplois permanents"));
    // The figures beside the charts are those of `run`.
    let json = program(&["run", &scenario, "--format", "json"]);
    assert_eq!(
        std::fs::read(base.join("alliance-magnesium-2020.json")).unwrap(),
        json.stdout
    );
    assert_eq!(
        std::fs::read(base.join("alliance-magnesium-2020.ron")).unwrap(),
        std::fs::read(&scenario).unwrap()
    );

    // Presentations, one per language, and nothing else.
    let slides = folder.path().join("slides");
    let done = program(&[
        "export",
        &scenario,
        "--to",
        slides.to_str().unwrap(),
        "--deck",
        "--lang",
        "both",
    ]);
    assert_eq!(done.status.code(), Some(0), "{:?}", texts(&done));
    let entries = std::fs::read_dir(slides.join("alliance-magnesium-2020")).unwrap();
    let mut found: Vec<String> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
    found.sort();
    assert_eq!(
        found,
        ["alliance-magnesium-2020-en.pptx", "alliance-magnesium-2020-fr.pptx"]
    );
    for name in found {
        let bytes = std::fs::read(slides.join("alliance-magnesium-2020").join(name)).unwrap();
        assert_eq!(&bytes[..4], b"PK\x03\x04");
    }

    // A second time, everything is in the way and stays as it is.
    std::fs::write(base.join("fr/effets.svg"), "mine").unwrap();
    let again = run(&["--charts", "svg"]);
    assert_eq!(again.status.code(), Some(1));
    assert!(texts(&again).1.contains("--replace"), "{:?}", texts(&again));
    assert_eq!(std::fs::read_to_string(base.join("fr/effets.svg")).unwrap(), "mine");
    assert_eq!(run(&["--charts", "svg", "--replace"]).status.code(), Some(0));
    assert_eq!(std::fs::read_to_string(base.join("fr/effets.svg")).unwrap(), svg);

    // A scenario with problems, or `both` where nothing is written into files, leaves nothing.
    let broken = folder.path().join("broken.ron");
    std::fs::write(&broken, "(version: 1").unwrap();
    let elsewhere = folder.path().join("elsewhere");
    let refused = program(&[
        "export",
        &scenario,
        broken.to_str().unwrap(),
        "--to",
        elsewhere.to_str().unwrap(),
    ]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(!elsewhere.exists());
    assert_eq!(program(&["run", &scenario, "--lang", "both"]).status.code(), Some(2));
}

#[cfg(unix)]
#[test]
fn export_into_a_folder_that_refuses_leaves_nothing_behind() {
    let folder = tempfile::tempdir().unwrap();
    let to = folder.path().join("out");
    // A file stands where a folder is needed, after some files could be written.
    std::fs::create_dir_all(to.join("alliance-magnesium-2020")).unwrap();
    std::fs::write(to.join("alliance-magnesium-2020/en"), "a file").unwrap();
    let scenario = shipped("alliance-magnesium-2020.ron");
    let args = [
        "export",
        &scenario,
        "--to",
        to.to_str().unwrap(),
        "--charts",
        "svg",
        "--lang",
        "both",
    ];
    let done = program(&args);
    assert_eq!(done.status.code(), Some(1));
    assert!(
        texts(&done).1.contains("écri") || texts(&done).1.contains("writ"),
        "{:?}",
        texts(&done)
    );
    let left: Vec<_> = std::fs::read_dir(to.join("alliance-magnesium-2020/fr"))
        .map(|d| d.collect())
        .unwrap_or_default();
    assert!(left.is_empty(), "{left:?}");
}
