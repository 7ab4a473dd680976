//! A study as a presentation: a sound package, charts whose workbooks hold the figures of the study, words on every slide, texts inside their boxes.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};
use std::sync::LazyLock;

use quick_xml::Reader;
use quick_xml::events::Event;
use retombees::export::chart::measure::{HAIR, width, wrap};
use retombees::export::chart::scene::{Area, Font};
use retombees::export::deck::deck;
use retombees::ids::Local;
use retombees::report::compare::{CompareScope, Side};
use retombees::report::full::Subject;
use retombees::report::income::FamiliesClaim;
use retombees::report::palette::Weight;
use retombees::scenario::{Scenario, file, presets};
use retombees::study::compare::{Against, Compared, Comparer, Headline};
use retombees::study::{self, Cache, Effect, Government, LevyKind, Library, Measure, Study, Territory};
use retombees::text::{Lang, number};

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());
static STUDIES: LazyLock<Vec<(&str, Scenario, Study)>> = LazyLock::new(|| {
    let mut cache = Cache::default();
    let mut run = |(name, text): &(&'static str, &str)| {
        let scenario = file::parse(text.as_bytes()).unwrap();
        let study = study::run(&scenario, &LIBRARY, &mut cache).unwrap();
        (*name, scenario, study)
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
static DECKS: LazyLock<Vec<(&str, Lang, Deck)>> = LazyLock::new(|| {
    let each = STUDIES.iter().flat_map(|s| Lang::ALL.map(|lang| (s, lang)));
    each.map(|((name, scenario, study), lang)| (*name, lang, Deck::read(&bytes(scenario, study, lang))))
        .collect()
});

const FLAGSHIP: &str = "alliance-magnesium-2020.ron";

fn bytes(scenario: &Scenario, study: &Study, lang: Lang) -> Vec<u8> {
    let subject = Subject {
        name: &scenario.name,
        description: &scenario.description,
        study,
        library: &LIBRARY,
    };
    deck(&subject, FamiliesClaim::of(&scenario.claims), None, lang).unwrap()
}

fn flagship() -> (&'static Scenario, &'static Study) {
    let (_, scenario, study) = STUDIES.iter().find(|(name, ..)| *name == FLAGSHIP).unwrap();
    (scenario, study)
}

fn flagship_deck(lang: Lang) -> &'static Deck {
    let found = DECKS.iter().find(|(name, l, _)| *name == FLAGSHIP && *l == lang);
    &found.unwrap().2
}

// ---------------------------------------------------------------------------------------------------------------------------------------------
// Reading a package

/// An element: its name, its attributes, its text and what it holds.
#[derive(Clone, Debug, Default)]
struct Node {
    name: String,
    attributes: BTreeMap<String, String>,
    text: String,
    inside: Vec<Node>,
}

impl Node {
    /// Reads a document; anything that is not well formed is an error of the test.
    fn read(bytes: &[u8]) -> Node {
        let mut reader = Reader::from_reader(bytes);
        reader.config_mut().check_end_names = true;
        let mut open = vec![Node::default()];
        loop {
            let started = |e: &quick_xml::events::BytesStart<'_>| {
                let attributes = e.attributes().map(|a| {
                    let a = a.expect("an attribute");
                    let key = String::from_utf8(a.key.as_ref().to_vec()).unwrap();
                    let raw = String::from_utf8(a.value.to_vec()).unwrap();
                    (key, quick_xml::escape::unescape(&raw).expect("escaped").into_owned())
                });
                Node {
                    name: String::from_utf8(e.name().as_ref().to_vec()).unwrap(),
                    attributes: attributes.collect(),
                    ..Node::default()
                }
            };
            match reader.read_event().expect("well-formed XML") {
                Event::Start(e) => open.push(started(&e)),
                Event::Empty(e) => open.last_mut().unwrap().inside.push(started(&e)),
                Event::End(_) => {
                    let done = open.pop().unwrap();
                    open.last_mut().expect("one root").inside.push(done);
                }
                Event::Text(t) => {
                    let text = t.into_inner();
                    open.last_mut()
                        .unwrap()
                        .text
                        .push_str(std::str::from_utf8(&text).unwrap());
                }
                Event::GeneralRef(r) => {
                    let name = String::from_utf8(r.into_inner().to_vec()).unwrap();
                    let text = quick_xml::escape::unescape(&format!("&{name};")).unwrap().into_owned();
                    open.last_mut().unwrap().text.push_str(&text);
                }
                Event::Eof => break,
                _ => {}
            }
        }
        assert_eq!(open.len(), 1, "every element is closed");
        let mut document = open.remove(0);
        assert_eq!(document.inside.len(), 1, "one root");
        document.inside.remove(0)
    }

    fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    fn child(&self, name: &str) -> Option<&Node> {
        self.inside.iter().find(|n| n.name == name)
    }

    /// Follows names from the element down.
    fn at(&self, way: &[&str]) -> Option<&Node> {
        way.iter().try_fold(self, |node, name| node.child(name))
    }

    /// Every element below with a name, in order.
    fn all<'a>(&'a self, name: &str, out: &mut Vec<&'a Node>) {
        for node in &self.inside {
            if node.name == name {
                out.push(node);
            }
            node.all(name, out);
        }
    }

    fn every(&self, name: &str) -> Vec<&Node> {
        let mut out = Vec::new();
        self.all(name, &mut out);
        out
    }

    /// The text of every run below.
    fn words(&self) -> String {
        let runs = self.every("a:t");
        runs.iter().map(|n| n.text.as_str()).collect::<Vec<_>>().join("\n")
    }
}

type Files = BTreeMap<String, Vec<u8>>;

fn unzip(bytes: &[u8]) -> Files {
    let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..zip.len())
        .map(|k| {
            let mut file = zip.by_index(k).unwrap();
            let mut out = Vec::new();
            file.read_to_end(&mut out).unwrap();
            (file.name().unwrap().into_owned(), out)
        })
        .collect()
}

struct Deck {
    files: Files,
    xml: BTreeMap<String, Node>,
}

impl Deck {
    fn read(bytes: &[u8]) -> Deck {
        let files = unzip(bytes);
        let is_xml = |path: &str| path.ends_with(".xml") || path.ends_with(".rels") || path.ends_with(".svg");
        let xml = files.iter().filter(|(path, _)| is_xml(path));
        let xml = xml.map(|(path, bytes)| (path.clone(), Node::read(bytes))).collect();
        Deck { files, xml }
    }

    /// The parts that a part refers to: what each is, and where.
    fn links(&self, path: &str) -> BTreeMap<String, (String, String)> {
        let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
        let rels = match folder {
            "" => format!("_rels/{name}.rels"),
            folder => format!("{folder}/_rels/{name}.rels"),
        };
        let Some(node) = self.xml.get(&rels) else {
            return BTreeMap::new();
        };
        let links = node.inside.iter().map(|link| {
            let mut at: Vec<&str> = folder.split('/').filter(|f| !f.is_empty()).collect();
            for step in link.get("Target").split('/') {
                match step {
                    ".." => drop(at.pop()),
                    step => at.push(step),
                }
            }
            let kind = link.get("Type").rsplit('/').next().unwrap().to_owned();
            (link.get("Id").to_owned(), (kind, at.join("/")))
        });
        links.collect()
    }

    fn linked(&self, path: &str, kind: &str) -> Option<String> {
        let links = self.links(path);
        links.into_values().find(|(k, _)| k == kind).map(|(_, at)| at)
    }

    /// The slides, in the order of the presentation.
    fn slides(&self) -> Vec<String> {
        let links = self.links("ppt/presentation.xml");
        let list = self.xml["ppt/presentation.xml"].every("p:sldId");
        list.iter().map(|s| links[s.get("r:id")].1.clone()).collect()
    }

    /// The slide whose chart is of this kind, found by a word of its title.
    fn chart_of(&self, slide: usize) -> (String, &Node) {
        let path = &self.slides()[slide];
        let chart = self.linked(path, "chart").expect("a chart");
        let node = &self.xml[&chart];
        (chart, node)
    }

    /// The position of the slide that says this in its title.
    fn titled(&self, word: &str) -> usize {
        let slides = self.slides();
        let at = slides.iter().position(|s| title(&self.xml[s]).contains(word));
        at.unwrap_or_else(|| panic!("no slide says {word:?}"))
    }
}

fn title(slide: &Node) -> String {
    let shapes = slide.every("p:sp");
    let titles = shapes.into_iter().filter(|sp| {
        let place = sp.at(&["p:nvSpPr", "p:nvPr", "p:ph"]);
        place.is_some_and(|p| ["title", "ctrTitle"].contains(&p.get("type")))
    });
    titles.map(Node::words).collect()
}

/// The cells of the first sheet of a workbook.
fn cells(bytes: &[u8]) -> BTreeMap<String, String> {
    let files = unzip(bytes);
    let shared: Vec<String> = files.get("xl/sharedStrings.xml").map_or_else(Vec::new, |bytes| {
        let strings = Node::read(bytes);
        strings
            .inside
            .iter()
            .map(|si| si.child("t").unwrap().text.clone())
            .collect()
    });
    let sheet = Node::read(&files["xl/worksheets/sheet1.xml"]);
    let cells = sheet.every("c").into_iter().filter_map(|c| {
        let value = c.child("v")?.text.clone();
        let text = match c.get("t") {
            "s" => shared[value.parse::<usize>().unwrap()].clone(),
            _ => value,
        };
        Some((c.get("r").to_owned(), text))
    });
    cells.collect()
}

/// The cells that a reference such as `Chiffres!$B$2:$B$5` names.
fn named(reference: &str) -> Vec<String> {
    let (_, range) = reference.split_once('!').unwrap();
    let range = range.replace('$', "");
    let (from, to) = range.split_once(':').unwrap_or((&range, &range));
    let split = |cell: &str| (cell[..1].to_owned(), cell[1..].parse::<u32>().unwrap());
    let ((column, first), (_, last)) = (split(from), split(to));
    (first..=last).map(|row| format!("{column}{row}")).collect()
}

/// The points of a cache, in order.
fn points(cache: &Node) -> Vec<String> {
    let count: usize = cache.child("c:ptCount").unwrap().get("val").parse().unwrap();
    let points: Vec<String> = cache
        .inside
        .iter()
        .filter(|n| n.name == "c:pt")
        .map(|n| n.child("c:v").unwrap().text.clone())
        .collect();
    assert_eq!(points.len(), count);
    points
}

/// The series of a chart: name and figures.
fn series(chart: &Node) -> Vec<(String, Vec<f64>)> {
    let each = chart.every("c:ser").into_iter().map(|ser| {
        let name = points(ser.at(&["c:tx", "c:strRef", "c:strCache"]).unwrap()).remove(0);
        let values = points(ser.at(&["c:val", "c:numRef", "c:numCache"]).unwrap());
        (name, values.iter().map(|v| v.parse().unwrap()).collect())
    });
    each.collect()
}

fn close(found: f64, expected: f64) {
    assert!(
        (found - expected).abs() <= 1e-9 * expected.abs().max(1e-6),
        "{found} is not {expected}"
    );
}

// ---------------------------------------------------------------------------------------------------------------------------------------------
// The package

#[test]
fn every_part_is_named_typed_and_reached() {
    for (name, lang, deck) in DECKS.iter() {
        let types = &deck.xml["[Content_Types].xml"];
        let ends: BTreeSet<&str> = types.every("Default").iter().map(|d| d.get("Extension")).collect();
        let parts: BTreeSet<&str> = types.every("Override").iter().map(|o| o.get("PartName")).collect();
        let mut reached: BTreeSet<String> = BTreeSet::new();
        let mut sources: Vec<String> = deck.files.keys().filter(|p| !p.ends_with(".rels")).cloned().collect();
        sources.push(String::new());
        for source in &sources {
            let ids: Vec<String> = deck.links(source).keys().cloned().collect();
            for (id, (_, target)) in deck.links(source) {
                assert!(
                    deck.files.contains_key(&target),
                    "{name} {lang:?}: {source} → {target} ({id})"
                );
                reached.insert(target);
            }
            // Every reference inside the part is one of its links, and every link is referred to or known by its kind.
            if let Some(node) = deck.xml.get(source) {
                for (key, value) in references(node) {
                    assert!(ids.contains(&value), "{name} {source}: {key}={value}");
                }
            }
        }
        for path in deck.files.keys() {
            if path == "[Content_Types].xml" || path.ends_with(".rels") {
                continue;
            }
            assert!(reached.contains(path), "{name} {lang:?}: nothing refers to {path}");
            let end = path.rsplit('.').next().unwrap();
            let typed = parts.contains(format!("/{path}").as_str()) || (end != "xml" && ends.contains(end));
            assert!(typed, "{name} {lang:?}: {path} has no type");
        }
        for part in parts {
            assert!(
                deck.files.contains_key(part.trim_start_matches('/')),
                "{part} is typed and missing"
            );
        }
    }
}

/// The attributes that name links.
fn references(node: &Node) -> Vec<(String, String)> {
    let own = node.attributes.iter().filter(|(key, _)| key.starts_with("r:"));
    let mut out: Vec<(String, String)> = own.map(|(k, v)| (k.clone(), v.clone())).collect();
    out.extend(node.inside.iter().flat_map(references));
    out
}

#[test]
fn shapes_have_numbers_of_their_own() {
    for (name, _, deck) in DECKS.iter() {
        for path in deck.slides() {
            let shapes = deck.xml[&path].every("p:cNvPr");
            let ids: BTreeSet<&str> = shapes.iter().map(|s| s.get("id")).collect();
            assert_eq!(ids.len(), shapes.len(), "{name} {path}");
        }
    }
}

#[test]
fn the_same_study_gives_the_same_bytes() {
    let (scenario, study) = flagship();
    assert!(bytes(scenario, study, Lang::Fr) == bytes(scenario, study, Lang::Fr));
}

/// The order in which the schema has the children of an element (ECMA-376, part 1, 21.2 and 19.3): PowerPoint refuses another.
const ORDER: [(&str, &[&str]); 20] = [
    (
        "c:chartSpace",
        &[
            "date1904",
            "lang",
            "roundedCorners",
            "chart",
            "spPr",
            "txPr",
            "externalData",
        ],
    ),
    (
        "c:chart",
        &["autoTitleDeleted", "plotArea", "legend", "plotVisOnly", "dispBlanksAs"],
    ),
    (
        "c:plotArea",
        &["layout", "lineChart", "barChart", "catAx", "valAx", "spPr"],
    ),
    (
        "c:manualLayout",
        &["layoutTarget", "xMode", "yMode", "x", "y", "w", "h"],
    ),
    (
        "c:barChart",
        &["barDir", "grouping", "varyColors", "ser", "gapWidth", "overlap", "axId"],
    ),
    ("c:lineChart", &["grouping", "varyColors", "ser", "marker", "axId"]),
    (
        "c:ser",
        &[
            "idx",
            "order",
            "tx",
            "spPr",
            "invertIfNegative",
            "marker",
            "dPt",
            "dLbls",
            "cat",
            "val",
            "smooth",
        ],
    ),
    ("c:dPt", &["idx", "invertIfNegative", "marker", "bubble3D", "spPr"]),
    ("c:marker", &["symbol", "size", "spPr"]),
    (
        "c:dLbls",
        &[
            "dLbl",
            "delete",
            "numFmt",
            "spPr",
            "txPr",
            "dLblPos",
            "showLegendKey",
            "showVal",
            "showCatName",
            "showSerName",
            "showPercent",
            "showBubbleSize",
        ],
    ),
    (
        "c:dLbl",
        &[
            "idx",
            "delete",
            "tx",
            "numFmt",
            "spPr",
            "txPr",
            "dLblPos",
            "showLegendKey",
            "showVal",
            "showCatName",
            "showSerName",
            "showPercent",
            "showBubbleSize",
        ],
    ),
    ("c:strRef", &["f", "strCache"]),
    ("c:numRef", &["f", "numCache"]),
    ("c:numCache", &["formatCode", "ptCount", "pt"]),
    ("c:scaling", &["orientation", "max", "min"]),
    (
        "c:catAx",
        &[
            "axId",
            "scaling",
            "delete",
            "axPos",
            "numFmt",
            "majorTickMark",
            "minorTickMark",
            "tickLblPos",
            "spPr",
            "txPr",
            "crossAx",
            "crosses",
            "auto",
            "lblAlgn",
            "lblOffset",
            "tickLblSkip",
            "noMultiLvlLbl",
        ],
    ),
    (
        "c:valAx",
        &[
            "axId",
            "scaling",
            "delete",
            "axPos",
            "majorGridlines",
            "numFmt",
            "majorTickMark",
            "minorTickMark",
            "tickLblPos",
            "spPr",
            "txPr",
            "crossAx",
            "crosses",
            "crossBetween",
            "majorUnit",
        ],
    ),
    ("c:spPr", &["noFill", "solidFill", "pattFill", "ln"]),
    ("a:ln", &["noFill", "solidFill", "prstDash", "round"]),
    ("a:pPr", &["lnSpc", "spcBef", "buNone", "defRPr"]),
];

#[test]
fn children_stand_in_the_order_of_the_schema() {
    fn look(node: &Node, path: &str) {
        if let Some((_, order)) = ORDER.iter().find(|(name, _)| *name == node.name) {
            let places = node.inside.iter().map(|n| {
                let bare = n.name.split_once(':').map_or(n.name.as_str(), |(_, name)| name);
                let place = order.iter().position(|o| *o == bare);
                place.unwrap_or_else(|| panic!("{path}: {} inside {}", n.name, node.name))
            });
            // Axes of a second group follow those of the first.
            let places: Vec<usize> = places
                .map(|p| {
                    if node.name == "c:plotArea" && (3..5).contains(&p) {
                        3
                    } else {
                        p
                    }
                })
                .collect();
            assert!(places.is_sorted(), "{path}: {} holds {places:?}", node.name);
        }
        node.inside.iter().for_each(|n| look(n, path));
    }
    for (_, _, deck) in DECKS.iter() {
        for (path, node) in deck.xml.iter().filter(|(p, _)| p.starts_with("ppt/")) {
            look(node, path);
        }
    }
}

// ---------------------------------------------------------------------------------------------------------------------------------------------
// Charts and their figures

#[test]
fn edit_data_opens_the_figures_of_the_chart() {
    for (name, lang, deck) in DECKS.iter() {
        let charts: Vec<&String> = deck
            .files
            .keys()
            .filter(|p| p.starts_with("ppt/charts/chart"))
            .collect();
        assert!(charts.len() >= 6, "{name} {lang:?}: {} charts", charts.len());
        for path in charts {
            let chart = &deck.xml[path];
            let link = chart.child("c:externalData").expect("a workbook").get("r:id");
            let (kind, book) = &deck.links(path)[link];
            assert_eq!(kind, "package");
            let cells = cells(&deck.files[book]);
            let mut compared = 0;
            for reference in chart.every("c:strRef").into_iter().chain(chart.every("c:numRef")) {
                let names = named(&reference.child("c:f").unwrap().text);
                let cached = points(&reference.inside[1]);
                assert_eq!(names.len(), cached.len(), "{path}");
                for (cell, cached) in names.iter().zip(&cached) {
                    let found = cells.get(cell).unwrap_or_else(|| panic!("{path}: no cell {cell}"));
                    match reference.name.as_str() {
                        "c:strRef" => assert_eq!(found, cached),
                        _ => assert!(
                            found.parse::<f64>().unwrap() == cached.parse::<f64>().unwrap(),
                            "{path} {cell}"
                        ),
                    }
                    compared += 1;
                }
            }
            assert!(compared > 4, "{name} {path}: {compared}");
            // Each series has cells of its own.
            let columns: BTreeSet<&str> = chart
                .every("c:val")
                .iter()
                .map(|v| v.every("c:f")[0].text.as_str())
                .collect();
            assert_eq!(columns.len(), chart.every("c:ser").len(), "{path}");
        }
    }
}

#[test]
fn figures_are_those_of_the_study() {
    let (_, study) = flagship();
    let deck = flagship_deck(Lang::En);
    let (operation, construction) = (study.operation().unwrap(), study.construction().unwrap());

    // Effects: jobs and job-years as they are, GDP and wages in millions.
    let (_, chart) = deck.chart_of(2);
    let found = series(chart);
    let of = |phase, measure, effect| study.value(phase, measure, effect, Territory::Study);
    for (effect, (_, values)) in Effect::ALL.into_iter().zip(&found) {
        let expected = [
            of(operation, Measure::Jobs, effect),
            of(construction, Measure::Jobs, effect),
            of(operation, Measure::Gdp, effect) / 1e6,
            of(operation, Measure::Wages, effect) / 1e6,
        ];
        values.iter().zip(expected).for_each(|(v, e)| close(*v, e));
        assert_eq!(values.len(), 4);
    }
    let totals = &found[4].1;
    close(totals[0], study.total(operation, Measure::Jobs, Territory::Study));
    close(totals[2], study.total(operation, Measure::Gdp, Territory::Study) / 1e6);

    // Regions: the jobs of each territory sum to those of the country.
    let (_, chart) = deck.chart_of(deck.titled("At suppliers"));
    let found = series(chart);
    let jobs: f64 = found[..3].iter().flat_map(|(_, v)| v).sum();
    close(jobs, study.total(operation, Measure::Jobs, Territory::Country));
    close(found[0].1[0], of(operation, Measure::Jobs, Effect::Direct));

    // Industries: every job that is not direct, in one of the rows.
    let (_, chart) = deck.chart_of(4);
    let found = series(chart);
    let all: f64 = found[..2].iter().flat_map(|(_, v)| v).sum();
    let direct = of(operation, Measure::Jobs, Effect::Direct);
    close(all, study.total(operation, Measure::Jobs, Territory::Study) - direct);

    // Public finances: each government's fiscal and parafiscal revenue in millions, Québec first.
    let (_, chart) = deck.chart_of(deck.titled("of the $13.0M"));
    let found = series(chart);
    let revenue = study.revenue(operation, &Effect::ALL, Territory::Study).unwrap();
    for (kind, (_, values)) in LevyKind::ALL.into_iter().zip(&found) {
        let order = [Government::Quebec, Government::Federal, Government::Municipal];
        values
            .iter()
            .zip(order)
            .for_each(|(v, g)| close(*v, revenue.of(g, kind) / 1e6));
    }

    // Years: the jobs of a year.
    let (_, chart) = deck.chart_of(deck.titled("would follow from"));
    let found = series(chart);
    let first = Effect::ALL
        .iter()
        .map(|e| study.in_year(2020, Measure::Jobs, *e, Territory::Study));
    close(found[3].1[0], first.sum());
}

#[test]
fn totals_are_written_as_the_report_writes_them() {
    // Parts rounded to the hundred need not sum to the total, which is rounded by itself.
    let (_, study) = flagship();
    let operation = study.operation().unwrap();
    let pay = study.pay(operation, &[Effect::Direct], Territory::Study);
    let expected = (pay.per_job(pay.compensation).unwrap() / 100.0).round() * 100.0;
    let deck = flagship_deck(Lang::Fr);
    let (_, chart) = deck.chart_of(deck.titled("Un emploi direct paierait"));
    close(series(chart)[3].1[0], expected);
}

#[test]
fn steps_from_gross_to_net_hang_from_each_other() {
    let (_, study) = flagship();
    let operation = study.operation().unwrap();
    let gross = study.total(operation, Measure::Jobs, Territory::Study);
    let deck = flagship_deck(Lang::Fr);
    let (_, chart) = deck.chart_of(3);
    let found = series(chart);
    let (lifted, long) = (&found[0].1, &found[1].1);
    close(long[0], gross);
    close(*long.last().unwrap(), operation.net(gross).unwrap());
    let mut level = gross;
    for k in 1..long.len() - 1 {
        close(lifted[k] + long[k], level);
        level = lifted[k];
    }
    close(level, operation.net(gross).unwrap());
}

// ---------------------------------------------------------------------------------------------------------------------------------------------
// Words

#[test]
fn every_slide_has_a_title_notes_and_what_stands_for_its_picture() {
    for (name, lang, deck) in DECKS.iter() {
        let slides = deck.slides();
        assert!(slides.len() >= 10, "{name}");
        let titles: BTreeSet<String> = slides.iter().map(|s| title(&deck.xml[s])).collect();
        assert_eq!(titles.len(), slides.len(), "{name} {lang:?}: titles differ");
        for path in &slides {
            let slide = &deck.xml[path];
            assert!(title(slide).chars().count() > 8, "{name} {path}");
            let notes = deck.linked(path, "notesSlide").expect("notes");
            let words = deck.xml[&notes].words();
            assert!(words.chars().count() > 80, "{name} {notes}: {words}");
            assert_eq!(deck.linked(&notes, "slide").as_ref(), Some(path));
            assert!(deck.linked(&notes, "notesMaster").is_some());
            for shown in slide
                .every("p:nvGraphicFramePr")
                .into_iter()
                .chain(slide.every("p:nvPicPr"))
            {
                let alt = shown.child("p:cNvPr").unwrap().get("descr");
                assert!(alt.chars().count() > 20, "{name} {path}: {alt:?}");
            }
            // On paper, notes stay on their page.
            for body in deck.xml[&notes].every("p:txBody") {
                let page = Area::new(120.0, 640.0, 960.0, 1360.0);
                let (widest, high) = measured(body, page.width());
                assert!(
                    widest <= page.width() + HAIR && high <= page.height(),
                    "{name} {notes}: {high} high"
                );
            }
            // The number of the slide is a field that PowerPoint keeps right.
            assert_eq!(slide.every("a:fld").len(), 1, "{path}");
        }
    }
}

#[test]
fn notes_name_the_terms_that_they_define() {
    let expected = [
        (Lang::Fr, "Effets directs\u{a0}: en exploitation, le projet lui-même"),
        (Lang::En, "Direct effects: in operation, the project itself"),
    ];
    for (lang, text) in expected {
        let deck = flagship_deck(lang);
        let notes = deck.linked(&deck.slides()[2], "notesSlide").unwrap();
        assert!(deck.xml[&notes].words().contains(text), "{}", deck.xml[&notes].words());
    }
}

#[test]
fn the_two_languages_say_the_same_in_their_own_words() {
    for (scenario, ..) in STUDIES.iter() {
        let of = |lang| &DECKS.iter().find(|(n, l, _)| n == scenario && *l == lang).unwrap().2;
        let (french, english) = (of(Lang::Fr), of(Lang::En));
        assert_eq!(french.slides().len(), english.slides().len());
        for (tag, deck) in [("fr-CA", french), ("en-CA", english)] {
            for (path, node) in deck.xml.iter().filter(|(p, _)| p.starts_with("ppt/")) {
                for run in node.every("a:rPr").into_iter().chain(node.every("a:defRPr")) {
                    assert_eq!(run.get("lang"), tag, "{path}");
                }
            }
            let core = &deck.xml["docProps/core.xml"];
            assert_eq!(core.child("dc:language").unwrap().text, tag);
            assert!(!core.child("dc:title").unwrap().text.is_empty());
        }
        for (a, b) in french.slides().iter().zip(english.slides()) {
            let (a, b) = (&french.xml[a], &english.xml[&b]);
            assert_eq!(a.every("p:graphicFrame").len(), b.every("p:graphicFrame").len());
        }
        // The same figures in both, whatever their names.
        for path in french.files.keys().filter(|p| p.starts_with("ppt/charts/chart")) {
            let figures =
                |deck: &Deck| -> Vec<Vec<f64>> { series(&deck.xml[path]).into_iter().map(|(_, v)| v).collect() };
            assert_eq!(figures(french), figures(english), "{path}");
        }
    }
}

#[test]
fn headline_figures_stand_gross_and_net() {
    let (_, study) = flagship();
    let operation = study.operation().unwrap();
    let jobs = study.total(operation, Measure::Jobs, Territory::Study);
    for lang in Lang::ALL {
        let deck = flagship_deck(lang);
        let slide = &deck.xml[&deck.slides()[1]];
        let words: BTreeSet<String> = slide.words().lines().map(str::to_owned).collect();
        for figure in [jobs, operation.net(jobs).unwrap()] {
            assert!(words.contains(&number::whole(figure, lang)), "{figure} in {words:?}");
        }
        for caption in ["brut", "gross"] {
            assert_eq!(words.contains(caption), (caption == "brut") == (lang == Lang::Fr));
        }
        assert!(words.contains("net"));
    }
}

// ---------------------------------------------------------------------------------------------------------------------------------------------
// Texts in their boxes

/// Units of the file in a point of the design.
const EMU: f32 = 6350.0;

fn area(frame: &Node) -> Area {
    let part = |node: &Node, name: &str| node.get(name).parse::<f32>().unwrap() / EMU;
    let (off, ext) = (frame.child("a:off").unwrap(), frame.child("a:ext").unwrap());
    let (x, y) = (part(off, "x"), part(off, "y"));
    Area::new(x, y, x + part(ext, "cx"), y + part(ext, "cy"))
}

/// The widest line and the height of the paragraphs of a text, in our measure.
fn measured(body: &Node, room: f32) -> (f32, f32) {
    let (mut widest, mut high) = (0.0_f32, 0.0);
    for (k, paragraph) in body.every("a:p").into_iter().enumerate() {
        let Some(run) = paragraph.every("a:rPr").first().copied() else {
            continue;
        };
        let size = run.get("sz").parse::<f32>().unwrap() / 50.0;
        let weight = if run.get("b") == "1" {
            Weight::Semibold
        } else {
            Weight::Regular
        };
        let font = Font::new(size, weight);
        let lines = wrap(&paragraph.words(), font, room);
        let points = |way: &[&str]| paragraph.at(way).unwrap().get("val").parse::<f32>().unwrap() / 50.0;
        let pitch = points(&["a:pPr", "a:lnSpc", "a:spcPts"]);
        assert!(pitch >= size * 1.1, "lines stand apart");
        let before = if k == 0 {
            0.0
        } else {
            points(&["a:pPr", "a:spcBef", "a:spcPts"])
        };
        high += lines.len() as f32 * pitch + before;
        widest = lines.iter().map(|l| width(l, font)).fold(widest, f32::max);
    }
    (widest, high)
}

#[test]
fn texts_fit_their_boxes_and_keep_apart() {
    let page = Area::new(0.0, 0.0, 1920.0, 1080.0);
    for (name, lang, deck) in DECKS.iter() {
        for path in deck.slides() {
            let slide = &deck.xml[&path];
            let mut used: Vec<(Area, String)> = Vec::new();
            for sp in slide.every("p:sp") {
                let Some(body) = sp.child("p:txBody") else { continue };
                let place = area(sp.at(&["p:spPr", "a:xfrm"]).unwrap());
                let words = body.words();
                assert!(page.holds(place), "{name} {lang:?} {path}: {words:?} leaves the page");
                let (widest, high) = measured(body, place.width());
                assert!(
                    widest <= place.width() + 0.5,
                    "{name} {lang:?} {path}: {words:?} is {widest} wide in {}",
                    place.width()
                );
                assert!(
                    high <= place.height() + 1.5,
                    "{name} {lang:?} {path}: {words:?} is {high} high in {}",
                    place.height()
                );
                let right = place.left + widest;
                let left = if sp.every("a:pPr").iter().any(|p| p.get("algn") == "r") {
                    place.right - widest
                } else {
                    place.left
                };
                let right = if left > place.left { place.right } else { right };
                used.push((Area::new(left, place.top, right, place.top + high).grown(-0.5), words));
            }
            for (k, (one, words)) in used.iter().enumerate() {
                for (other, more) in &used[k + 1..] {
                    assert!(!one.meets(*other), "{name} {lang:?} {path}: {words:?} over {more:?}");
                }
            }
            for frame in slide.every("p:graphicFrame") {
                assert!(page.holds(area(frame.child("p:xfrm").unwrap())), "{name} {path}");
            }
        }
    }
}

#[test]
fn nothing_is_cut_on_shipped_scenarios() {
    for (name, lang, deck) in DECKS.iter() {
        for path in deck.slides() {
            let slide = &deck.xml[&path];
            assert!(
                !slide.words().contains('…'),
                "{name} {lang:?} {path}: {}",
                slide.words()
            );
        }
    }
}

#[test]
fn sizes_are_readable_from_a_seat() {
    // Sources may be as small as a footnote; nothing else goes below 18 points of a page of 1920.
    for (name, _, deck) in DECKS.iter() {
        let slides = deck.slides();
        for path in &slides[..slides.len() - 1] {
            for sp in deck.xml[path].every("p:sp") {
                let place = sp.at(&["p:nvSpPr", "p:nvPr", "p:ph"]);
                if place.is_some_and(|p| p.get("type") == "ftr") {
                    continue;
                }
                for run in sp.every("a:rPr") {
                    let size = run.get("sz").parse::<f32>().unwrap() / 50.0;
                    assert!(size >= 17.9, "{name} {path}: {:?} at {size}", sp.words());
                }
            }
        }
    }
}

// ---------------------------------------------------------------------------------------------------------------------------------------------
// Several scenarios, hard names

#[test]
fn several_scenarios_stand_in_a_table() {
    let several: Vec<_> = STUDIES.iter().take(3).collect();
    let compared: Vec<Compared<'_>> = several
        .iter()
        .map(|(_, scenario, study)| Compared { scenario, study })
        .collect();
    let comparison = Comparer::default().compare(&compared, Against::First, &LIBRARY);
    let sides: Vec<Side<'_>> = several
        .iter()
        .map(|(_, scenario, study)| Side {
            name: &scenario.name,
            study,
            other_data: false,
        })
        .collect();
    let (_, scenario, study) = several[0];
    for lang in Lang::ALL {
        let scope = CompareScope {
            sides: &sides,
            comparison: &comparison,
            library: &LIBRARY,
            headline: Headline::Jobs,
            territory: Territory::Study,
            lang,
        };
        let subject = Subject {
            name: &scenario.name,
            description: &scenario.description,
            study,
            library: &LIBRARY,
        };
        let with = Deck::read(&deck(&subject, None, Some(&scope), lang).unwrap());
        let alone = Deck::read(&deck(&subject, None, None, lang).unwrap());
        assert_eq!(with.slides().len(), alone.slides().len() + 1);
        let tables: Vec<&Node> = with.xml.values().flat_map(|n| n.every("a:tbl")).collect();
        let [table] = tables.as_slice() else {
            panic!("one table")
        };
        let rows = table.every("a:tr");
        assert!(
            rows.iter().all(|r| r.every("a:tc").len() == 4),
            "names and three scenarios"
        );
        let words = table.words();
        for (letter, (_, _, study)) in ["A", "B", "C"].iter().zip(&several) {
            assert!(words.contains(letter));
            if let Some(phase) = study.operation() {
                let jobs = number::whole(study.total(phase, Measure::Jobs, Territory::Study), lang);
                assert!(words.lines().any(|l| l == jobs), "{jobs} in {words}");
            }
        }
        // Rows are as high as their words.
        let wide: Vec<f32> = table
            .every("a:gridCol")
            .iter()
            .map(|c| c.get("w").parse::<f32>().unwrap() / EMU)
            .collect();
        for row in rows {
            let high = row.get("h").parse::<f32>().unwrap() / EMU;
            for (cell, wide) in row.every("a:tc").into_iter().zip(&wide) {
                let (w, h) = measured(cell.child("a:txBody").unwrap(), wide - 6.0);
                assert!(
                    w <= wide - 5.5 && h + 12.0 <= high + 1.0,
                    "{:?} is {w} × {h} in {wide} × {high}",
                    cell.words()
                );
            }
        }
    }
}

#[test]
fn hard_names_neither_break_the_file_nor_leave_their_boxes() {
    let (scenario, study) = flagship();
    let long =
        "Une très longue dénomination de projet « R & D <pilote> » avec \"guillemets\", & esperluettes ".repeat(4);
    let name = Local {
        fr: long.clone(),
        en: String::new(),
    };
    let text = Local {
        fr: long.repeat(6),
        en: String::new(),
    };
    let subject = Subject {
        name: &name,
        description: &text,
        study,
        library: &LIBRARY,
    };
    let claim = FamiliesClaim::of(&scenario.claims);
    let deck = Deck::read(&deck(&subject, claim, None, Lang::Fr).unwrap());
    let first = &deck.xml[&deck.slides()[0]];
    assert!(title(first).starts_with("Une très longue dénomination de projet « R & D <pilote> »"));
    for sp in first.every("p:sp") {
        let Some(body) = sp.child("p:txBody") else { continue };
        let place = area(sp.at(&["p:spPr", "a:xfrm"]).unwrap());
        let (widest, high) = measured(body, place.width());
        assert!(
            widest <= place.width() + 0.5 && high <= place.height() + 1.5,
            "{}",
            body.words()
        );
    }
}
