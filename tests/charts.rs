//! What the first page says: every chart and card, in both languages, for every territory and for scenarios of all shapes.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::type_complexity,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use retombees::report::chart::{ChartKind, ChartSpec, Difference, Row, Tone};
use retombees::report::charts::charts;
use retombees::report::finances::{FinancesView, GOVERNMENTS};
use retombees::report::income::FamiliesClaim;
use retombees::report::overview::{Card, Scope, cards, finding};
use retombees::report::role::Role;
use retombees::report::timeline::MoneyKind;
use retombees::report::{finances, income, support, timeline};
use retombees::scenario::presets::SHIPPED;
use retombees::scenario::{Households, Input, Phase, PhaseKind, Scenario, file};
use retombees::study::{self, Cache, Effect, Library, Measure, PhaseStudy, Study, Territory};
use retombees::text::Lang;
use retombees::text::number::MINUS;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());

fn flagship() -> Scenario {
    file::read(SHIPPED[0].1.as_bytes()).unwrap()
}

/// A scenario whose study region is a whole province.
fn smelters() -> Scenario {
    let text = SHIPPED.iter().find(|(name, _)| name.starts_with("smelters")).unwrap().1;
    file::read(text.as_bytes()).unwrap()
}

fn changed(change: impl FnOnce(&mut Scenario)) -> Scenario {
    let mut scenario = flagship();
    change(&mut scenario);
    // A shape without two years of operation cannot close early.
    if scenario
        .operation_years()
        .is_none_or(|y| y.start() == y.end() || !y.contains(&2023))
    {
        scenario.early_closure = None;
    }
    scenario
}

fn size(phase: &mut Phase, to: f64) {
    phase.local_share = None;
    match &mut phase.kind {
        PhaseKind::Construction { investment, .. } => *investment = Input::user(to),
        PhaseKind::Operation { jobs, .. } => *jobs = Input::user(to),
    }
}

/// Scenarios of all shapes, with a name for messages.
fn shapes() -> Vec<(&'static str, Scenario)> {
    vec![
        ("flagship", flagship()),
        ("smelters of a whole province", smelters()),
        ("construction only", changed(|s| s.phases.truncate(1))),
        ("operation only", changed(|s| drop(s.phases.remove(0)))),
        ("operation before construction", changed(|s| s.phases.swap(0, 1))),
        (
            "no spending at all",
            changed(|s| s.phases.iter_mut().for_each(|p| size(p, 0.0))),
        ),
        ("no jobs", changed(|s| size(&mut s.phases[1], 0.0))),
        (
            "a very small project",
            changed(|s| s.phases.iter_mut().for_each(|p| size(p, 0.01))),
        ),
        (
            "a very large project",
            changed(|s| s.phases.iter_mut().for_each(|p| size(p, 2e9))),
        ),
        ("no households", changed(|s| s.model.households = Households::None)),
        ("whole Québec", changed(|s| s.region = "QC".into())),
        ("Ontario", changed(|s| s.region = "ON".into())),
        (
            "a small territory",
            changed(|s| {
                s.region = "mrc-les-sources".into();
                s.phases[1].local_share = None;
            }),
        ),
        (
            "one year",
            changed(|s| s.phases.iter_mut().for_each(|p| (p.end, p.profile) = (p.start, None))),
        ),
        (
            "four phases",
            changed(|s| {
                for mut phase in s.phases.clone() {
                    phase.id = format!("{}-2", phase.id).as_str().into();
                    (phase.start, phase.end, phase.profile) = (phase.start + 3, phase.end + 3, None);
                    s.phases.push(phase);
                }
            }),
        ),
        (
            "a long gap",
            changed(|s| (s.phases[1].start, s.phases[1].end) = (2035, 2060)),
        ),
    ]
}

fn run(scenario: &Scenario, cache: &mut Cache) -> Study {
    study::run(scenario, &LIBRARY, cache).unwrap_or_else(|p| panic!("{p:?}"))
}

/// Calls `check` for each shape, territory and language, alone and against a saved version.
fn everywhere(mut check: impl FnMut(&str, &Scope<'_>)) {
    let mut cache = Cache::default();
    let saved = run(&changed(|s| size(&mut s.phases[1], 80.0)), &mut cache);
    for (name, scenario) in shapes() {
        let study = run(&scenario, &mut cache);
        for territory in Territory::ALL {
            for lang in Lang::ALL {
                for saved in [None, Some(&saved)] {
                    let scope = Scope {
                        study: &study,
                        saved,
                        library: &LIBRARY,
                        territory,
                        lang,
                    };
                    let name = format!("{name}, {territory:?}, {lang:?}, saved: {}", saved.is_some());
                    check(&name, &scope);
                }
            }
        }
    }
}

/// Every text of a chart.
fn texts(spec: &ChartSpec) -> Vec<&str> {
    let mut out = vec![&*spec.finding, &spec.subtitle, &spec.source, &spec.alt, &spec.axis.unit];
    out.extend(spec.series.iter().map(|s| s.label.as_str()));
    out.extend(spec.axis.ticks.iter().map(|(_, t)| t.as_str()));
    out.extend(spec.ghost_label.as_deref());
    if let Some(m) = &spec.marker {
        out.extend([m.left.as_str(), &m.right]);
    }
    for row in &spec.rows {
        out.extend([row.label.as_str(), &row.total_label]);
        out.extend(row.value_labels.iter().map(String::as_str));
        out.extend(row.difference.iter().map(|d| d.text.as_str()));
    }
    out
}

/// Checks how a text is written: filled in, and in French with its no-break spaces.
fn well_written(text: &str, lang: Lang, name: &str) {
    assert!(!text.contains(['{', '}']), "{name}: unfilled: {text}");
    assert!(
        !text.contains("NaN") && !text.contains("inf ") && !text.contains('–'),
        "{name}: {text}"
    );
    assert!(
        !text.contains("  ") && text.trim() == text,
        "{name}: stray spaces: {text:?}"
    );
    let chars: Vec<char> = text.chars().collect();
    for (k, c) in chars.iter().enumerate() {
        let before = k.checked_sub(1).map(|k| chars[k]);
        let after = chars.get(k + 1);
        match lang {
            Lang::Fr => {
                if matches!(c, ':' | ';' | '?' | '!' | '%' | '»') {
                    assert_eq!(before, Some('\u{a0}'), "{name}: before {c:?} in {text:?}");
                }
                if *c == '«' {
                    assert_eq!(after, Some(&'\u{a0}'), "{name}: {text:?}");
                }
                assert_ne!(*c, '\'', "{name}: a straight apostrophe in {text:?}");
            }
            Lang::En => {
                if matches!(c, ':' | ';' | '?' | '!' | '%') {
                    assert!(
                        before.is_some_and(|b| !b.is_whitespace()),
                        "{name}: before {c:?} in {text:?}"
                    );
                }
            }
        }
    }
}

/// Reads a number back as it is written in a language.
fn read(text: &str, lang: Lang) -> f64 {
    let plain: String = text
        .chars()
        .filter(|c| match lang {
            Lang::Fr => *c != '\u{a0}',
            Lang::En => *c != ',',
        })
        .map(|c| match c {
            ',' => '.',
            MINUS => '-',
            other => other,
        })
        .collect();
    plain.parse().unwrap_or_else(|_| panic!("{text:?} is no number"))
}

fn close(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

#[test]
fn every_chart_is_complete_and_finite() {
    everywhere(|name, scope| {
        let charts = charts(scope);
        let ids: Vec<&str> = charts.iter().map(|c| c.id).collect();
        assert_eq!(ids, ["effects", "industries", "regions", "years"], "{name}");
        for spec in &charts {
            complete(spec, scope, &format!("{name}, {}", spec.id), 12);
        }
    });
}

#[test]
fn every_chart_of_income_finances_and_years_is_complete_and_finite() {
    everywhere(|name, scope| {
        let claim = FamiliesClaim::of(&flagship().claims);
        let mut charts = income::charts(scope, claim);
        charts.extend(income::charts(scope, None).into_iter().filter(|c| c.id == "families"));
        for government in GOVERNMENTS.map(Some).into_iter().chain([None]) {
            for net_cost in [false, true] {
                let view = FinancesView { government, net_cost };
                charts.extend(finances::charts(scope, view));
                well_written(&finances::finding(scope, view), scope.lang, name);
            }
        }
        for money in MoneyKind::ALL {
            charts.extend(timeline::revenue(scope, money));
            well_written(&timeline::finding(scope), scope.lang, name);
        }
        charts.extend(timeline::waterfall(scope));
        well_written(&income::finding(scope), scope.lang, name);
        for spec in &charts {
            complete(spec, scope, &format!("{name}, {}", spec.id), 80);
        }
    });
}

#[test]
fn every_table_of_income_finances_and_years_is_square_and_well_written() {
    everywhere(|name, scope| {
        let mut tables = Vec::new();
        for phase in &scope.study.phases {
            tables.push(income::residents(scope, phase));
            let (table, note) = finances::isq(scope, phase);
            well_written(&note, scope.lang, name);
            tables.push(table);
            tables.extend(finances::levies(scope, phase));
        }
        tables.extend(timeline::table(scope, MoneyKind::Nominal));
        if let Some(public) = &scope.study.finances {
            tables.extend(support::supports(scope, public));
            tables.push(support::returns(scope, public));
            for note in support::returns_notes(scope, public) {
                well_written(&note, scope.lang, name);
            }
        }
        for table in tables {
            assert!(
                !table.rows.is_empty() && !table.title.is_empty() && !table.alt.is_empty(),
                "{name}"
            );
            for row in &table.rows {
                assert_eq!(row.len(), table.columns.len(), "{name}: {row:?}");
                for cell in row {
                    assert!(!cell.contains("NaN") && !cell.contains('{'), "{name}: {cell}");
                }
            }
        }
    });
}

/// Checks all that a chart must have.
fn complete(spec: &ChartSpec, scope: &Scope<'_>, name: &str, most: usize) {
    for (what, text) in [
        ("finding", &spec.finding),
        ("subtitle", &spec.subtitle),
        ("source", &spec.source),
        ("alt", &spec.alt),
        ("unit", &spec.axis.unit),
    ] {
        assert!(!text.trim().is_empty(), "{name} lacks its {what}");
    }
    for text in texts(spec) {
        well_written(text, scope.lang, name);
    }
    // The name of an industry may end with an abbreviation.
    assert!(
        !spec.finding.ends_with('.') || spec.id == "industries",
        "{name}: {}",
        spec.finding
    );
    assert!(spec.source.contains("2021"), "{name}: the price year is missing");
    assert!(
        !spec.rows.is_empty() && spec.rows.len() <= most,
        "{name}: {} rows",
        spec.rows.len()
    );
    for row in &spec.rows {
        assert!(!row.label.is_empty(), "{name}");
        assert_eq!(row.values.len(), spec.series.len(), "{name}, {}", row.label);
        assert_eq!(row.value_labels.len(), spec.series.len(), "{name}, {}", row.label);
        assert!(row.values.iter().all(|v| v.is_finite()), "{name}: {row:?}");
        assert!(row.ghost.is_none_or(f64::is_finite), "{name}: {row:?}");
    }
    let labels: BTreeSet<&str> = spec.rows.iter().map(|r| r.label.as_str()).collect();
    assert_eq!(
        labels.len(),
        spec.rows.len(),
        "{name}: two rows share a label: {labels:?}"
    );
    let series: BTreeSet<&str> = spec.series.iter().map(|s| s.label.as_str()).collect();
    assert_eq!(series.len(), spec.series.len(), "{name}: two series share a label");
    if spec.kind != ChartKind::Lines {
        let order: Vec<usize> = spec
            .series
            .iter()
            .map(|s| Role::ALL.iter().position(|r| *r == s.role).unwrap())
            .collect();
        assert!(order.is_sorted(), "{name}: series out of order");
    }
    let ticks: Vec<f64> = spec.axis.ticks.iter().map(|(v, _)| *v).collect();
    assert_eq!(ticks.first(), Some(&0.0), "{name}: bars start from zero");
    assert!(
        ticks.is_sorted_by(|a, b| a < b) && ticks.len() <= 9,
        "{name}: {ticks:?}"
    );
    let written: BTreeSet<&str> = spec.axis.ticks.iter().map(|(_, t)| t.as_str()).collect();
    assert_eq!(
        written.len(),
        ticks.len(),
        "{name}: two ticks read alike: {:?}",
        spec.axis.ticks
    );
    assert!(spec.largest().is_finite(), "{name}");
    let table = spec.to_table("Total");
    assert_eq!(table.columns.len(), spec.series.len() + 2, "{name}");
    assert!(table.rows.iter().all(|r| r.len() == table.columns.len()), "{name}");
    assert_eq!(table.to_tab_separated().lines().count(), spec.rows.len() + 2, "{name}");
}

#[test]
fn both_languages_show_the_same_chart() {
    let mut cache = Cache::default();
    for (name, scenario) in shapes() {
        let study = run(&scenario, &mut cache);
        for territory in Territory::ALL {
            let [fr, en] = Lang::ALL.map(|lang| {
                charts(&Scope {
                    study: &study,
                    saved: None,
                    library: &LIBRARY,
                    territory,
                    lang,
                })
            });
            for (fr, en) in fr.iter().zip(&en) {
                let values = |s: &ChartSpec| s.rows.iter().map(|r| r.values.clone()).collect::<Vec<_>>();
                assert_eq!(values(fr), values(en), "{name}, {}", fr.id);
                for (what, a, b) in [
                    ("finding", &fr.finding, &en.finding),
                    ("subtitle", &fr.subtitle, &en.subtitle),
                    ("source", &fr.source, &en.source),
                    ("alt", &fr.alt, &en.alt),
                ] {
                    assert_ne!(a, b, "{name}, {}: the {what} is not translated", fr.id);
                }
            }
        }
    }
}

fn sum(study: &Study, phase: &PhaseStudy, measure: Measure, territory: Territory) -> f64 {
    Effect::ALL
        .iter()
        .map(|e| study.value(phase, measure, *e, territory))
        .sum()
}

fn main_phase(study: &Study) -> &PhaseStudy {
    study.operation().or_else(|| study.construction()).unwrap()
}

#[test]
fn parts_sum_to_totals() {
    everywhere(|name, scope| {
        let study = scope.study;
        let main = main_phase(study);
        for spec in charts(scope) {
            let name = format!("{name}, {}", spec.id);
            for row in &spec.rows {
                assert!(close(row.total(), row.values.iter().sum()), "{name}");
                if !row.total_label.is_empty() && !spec.axis.as_share {
                    let read = read(&row.total_label, scope.lang);
                    assert!(
                        (read - row.total()).abs() <= 0.5,
                        "{name}, {}: {read} for {}",
                        row.label,
                        row.total()
                    );
                }
            }
            let all: f64 = spec.rows.iter().map(Row::total).sum();
            match spec.id {
                "effects" => {
                    let mut wanted: Vec<f64> = Vec::new();
                    for phase in study.operation().iter().chain(&study.construction()) {
                        wanted.push(sum(study, phase, Measure::Jobs, scope.territory));
                    }
                    wanted.push(sum(study, main, Measure::Gdp, scope.territory));
                    for (row, total) in spec.rows.iter().zip(wanted) {
                        assert!(close(row.total(), total), "{name}, {}", row.label);
                    }
                }
                "industries" => {
                    let beyond = sum(study, main, Measure::Jobs, scope.territory)
                        - study.value(main, Measure::Jobs, Effect::Direct, scope.territory);
                    assert!(close(all, beyond), "{name}: {all} for {beyond}");
                    let bars: Vec<f64> = spec.rows.iter().map(Row::total).collect();
                    let (_, named) = bars.split_last().unwrap();
                    assert!(named.is_sorted_by(|a, b| a >= b), "{name}: {bars:?}");
                }
                "regions" => {
                    let country = sum(study, main, Measure::Jobs, Territory::Country);
                    assert!(close(all, country), "{name}: {all} for {country}");
                    let rows = if study.whole_province { 2 } else { 3 };
                    assert_eq!(spec.rows.len(), rows, "{name}");
                }
                _ => {
                    for row in &spec.rows {
                        let year: i32 = row.label.parse().unwrap();
                        let total: f64 = Effect::ALL
                            .iter()
                            .map(|e| study.in_year(year, Measure::Jobs, *e, scope.territory))
                            .sum();
                        assert!(close(row.total(), total), "{name}, {year}");
                    }
                }
            }
        }
    });
}

#[test]
fn years_follow_each_other_from_the_first() {
    everywhere(|name, scope| {
        let spec = charts(scope).into_iter().find(|c| c.id == "years").unwrap();
        assert_eq!(spec.kind, ChartKind::Columns);
        let years: Vec<i32> = spec.rows.iter().map(|r| r.label.parse().unwrap()).collect();
        let (first, last) = scope.study.span().unwrap();
        assert_eq!(years, (first..=last.min(first + 11)).collect::<Vec<_>>(), "{name}");
        if let Some(marker) = &spec.marker {
            assert!(
                marker.before > 0 && marker.before < spec.rows.len(),
                "{name}: {marker:?}"
            );
        }
        // A year named by the finding belongs to the project.
        let named = spec
            .finding
            .split(|c: char| !c.is_ascii_digit())
            .filter(|w| w.len() == 4);
        for year in named
            .filter_map(|w| w.parse::<i32>().ok())
            .filter(|y| (1950..2150).contains(y))
        {
            assert!((first..=last).contains(&year), "{name}: {}", spec.finding);
        }
    });
}

#[test]
fn a_saved_version_shows_signed_differences_only_where_something_changed() {
    let mut cache = Cache::default();
    let now = run(&flagship(), &mut cache);
    let more = run(&changed(|s| size(&mut s.phases[1], 150.0)), &mut cache);
    let check = |difference: &Difference, gain: bool| {
        let (sign, tone) = if gain { ('+', Tone::Gain) } else { (MINUS, Tone::Loss) };
        assert!(difference.text.starts_with(sign), "{difference:?}");
        assert_eq!(difference.tone, tone);
    };
    for (study, saved, gain) in [(&now, &more, false), (&more, &now, true)] {
        for lang in Lang::ALL {
            let scope = Scope {
                study,
                saved: Some(saved),
                library: &LIBRARY,
                territory: Territory::Study,
                lang,
            };
            let regions = charts(&scope).into_iter().find(|c| c.id == "regions").unwrap();
            assert!(regions.ghost_label.is_some());
            for row in &regions.rows {
                check(row.difference.as_ref().unwrap(), gain);
                assert!(row.ghost.is_some());
            }
            for card in cards(&scope) {
                let difference = card.figure.unwrap().difference;
                match card.id {
                    "construction" => assert_eq!(difference, None, "the construction did not change"),
                    _ => check(&difference.unwrap(), gain),
                }
            }
            let same = Scope {
                saved: Some(study),
                ..scope
            };
            assert!(
                cards(&same)
                    .iter()
                    .all(|c| c.figure.as_ref().unwrap().difference.is_none())
            );
            for spec in charts(&same) {
                assert_eq!(spec.ghost_label, None, "{}", spec.id);
                assert!(spec.rows.iter().all(|r| r.ghost.is_none() && r.difference.is_none()));
            }
        }
    }
}

#[test]
fn cards_say_what_is_counted_where_and_of_what_it_is_made() {
    everywhere(|name, scope| {
        let cards = cards(scope);
        let ids: Vec<&str> = cards.iter().map(|c| c.id).collect();
        assert_eq!(ids, ["jobs", "construction", "gdp", "wages", "taxes"], "{name}");
        for card in &cards {
            let name = format!("{name}, {}", card.id);
            for text in [&card.label, &card.unit] {
                assert!(!text.is_empty(), "{name}");
                well_written(text, scope.lang, &name);
            }
            match &card.figure {
                Ok(figure) => {
                    for text in [&figure.gross, &figure.parts, &figure.caption] {
                        assert!(!text.is_empty(), "{name}");
                        well_written(text, scope.lang, &name);
                    }
                    let total: f64 = figure.shares.iter().map(|(_, v)| v).sum();
                    let millions = !matches!(card.id, "jobs" | "construction");
                    let (scale, half) = if millions { (1e6, 0.05) } else { (1.0, 0.5) };
                    let shown = read(&figure.gross, scope.lang);
                    assert!(
                        (shown - total / scale).abs() <= half * 1.000_001,
                        "{name}: {shown} for {}",
                        total / scale
                    );
                }
                Err(missing) => {
                    assert!(!missing.sentence.is_empty() && !missing.action.is_empty(), "{name}");
                    let phase = match card.id {
                        "construction" => scope.study.construction(),
                        _ => scope.study.operation(),
                    };
                    assert!(phase.is_none(), "{name}: a figure is missing");
                }
            }
        }
        let title = finding(scope);
        well_written(&title, scope.lang, name);
        for card in &cards[..2] {
            if let Card { figure: Ok(f), .. } = card {
                assert!(title.contains(&f.gross), "{name}: {title} does not hold {}", f.gross);
            }
        }
    });
}

#[test]
fn the_page_never_adds_job_years_to_jobs() {
    // A row of job-years must not change with the jobs of the operation, nor the reverse.
    let mut cache = Cache::default();
    let a = run(&flagship(), &mut cache);
    let b = run(&changed(|s| size(&mut s.phases[1], 500.0)), &mut cache);
    let row = |study: &Study, k: usize| {
        let scope = Scope {
            study,
            saved: None,
            library: &LIBRARY,
            territory: Territory::Province,
            lang: Lang::En,
        };
        charts(&scope)[0].rows[k].clone()
    };
    assert_eq!(row(&a, 1).label, "Job-years, construction");
    assert_eq!(row(&a, 1), row(&b, 1));
    assert_ne!(row(&a, 0).values, row(&b, 0).values);
}

#[test]
fn what_is_not_computed_somewhere_says_so_and_revenue_keeps_the_name_of_its_place() {
    let mut cache = Cache::default();
    let study = run(&flagship(), &mut cache);
    let at = |territory, lang| Scope {
        study: &study,
        saved: None,
        library: &LIBRARY,
        territory,
        lang,
    };
    for lang in Lang::ALL {
        let canada = at(Territory::Country, lang);
        let revenue = |scope: &Scope<'_>| {
            let all = cards(scope);
            all.into_iter().find(|c| c.id == "taxes").unwrap()
        };
        let (of_canada, of_quebec) = (revenue(&canada), revenue(&at(Territory::Province, lang)));
        assert!(of_canada.unit.starts_with("Québec,"), "{}", of_canada.unit);
        assert!(of_canada.short_unit.starts_with("Québec,"), "{}", of_canada.short_unit);
        assert_eq!(of_canada.figure.unwrap().gross, of_quebec.figure.unwrap().gross);
        let after_tax = income::cards(&canada)
            .into_iter()
            .find(|c| c.id == "after_tax")
            .unwrap();
        let reason = after_tax.figure.unwrap_err();
        assert!(
            reason.sentence.contains("Québec") && reason.action.is_empty(),
            "{reason:?}"
        );
    }
}

#[test]
fn gross_revenue_is_never_called_net() {
    let mut cache = Cache::default();
    let bare = changed(|s| s.phases.iter_mut().for_each(|p| p.additionality = None));
    let study = run(&bare, &mut cache);
    for (lang, word) in [(Lang::Fr, " nett"), (Lang::En, "net revenue")] {
        let scope = Scope {
            study: &study,
            saved: None,
            library: &LIBRARY,
            territory: Territory::Study,
            lang,
        };
        let mut said = vec![timeline::finding(&scope)];
        let public = study.finances.as_ref().unwrap();
        said.extend(support::returns_notes(&scope, public).into_iter().take(3));
        said.extend(support::returns(&scope, public).columns);
        said.push(timeline::table(&scope, MoneyKind::Constant).unwrap().title);
        for spec in [timeline::revenue(&scope, MoneyKind::Constant).unwrap()]
            .into_iter()
            .chain(finances::charts(&scope, FinancesView::default()))
        {
            said.extend([spec.finding, spec.subtitle]);
        }
        for text in said {
            assert!(!text.to_lowercase().contains(word), "{text}");
        }
    }
}

#[test]
fn a_chart_says_that_amounts_are_rounded_exactly_where_its_parts_miss_a_total() {
    let (mut with, mut without) = (0, 0);
    for (_, text) in SHIPPED {
        let scenario = file::read(text.as_bytes()).unwrap();
        let study = run(&scenario, &mut Cache::default());
        let scope = Scope {
            study: &study,
            saved: None,
            library: &LIBRARY,
            territory: Territory::Study,
            lang: Lang::Fr,
        };
        for spec in charts(&scope) {
            if !matches!(spec.kind, ChartKind::StackedBars) {
                continue;
            }
            let misses = spec.rows.iter().any(|row| {
                let sum: f64 = row.value_labels.iter().map(|t| read(t, Lang::Fr)).sum();
                (sum - read(&row.total_label, Lang::Fr)).abs() > 0.05
            });
            assert_eq!(
                spec.source.contains("Montants arrondis."),
                misses,
                "{}: {}",
                spec.id,
                spec.source
            );
            if misses { with += 1 } else { without += 1 }
        }
    }
    assert!(with > 0 && without > 0, "{with} with, {without} without");
}
