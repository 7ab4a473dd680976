//! A study as a printed document: what it says holds what the study holds, and the PDF can be read by people and by screen readers.
#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::sync::LazyLock;

use retombees::data::library::sha256_hex;
use retombees::report::full::Subject;
use retombees::report::income::FamiliesClaim;
use retombees::report::limits::LIMITS;
use retombees::report::overview::{Scope, cards};
use retombees::report::paper::{Paper, PaperSubject, Piece, paper};
use retombees::report::pictures::Picture;
use retombees::scenario::{Scenario, file, presets};
use retombees::study::{self, Cache, Library, Study, Territory, UnderMethod, under_methods};
use retombees::text::Lang;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());

/// A shipped scenario with all that its document is made from.
struct Shipped {
    name: &'static str,
    hash: String,
    scenario: Scenario,
    study: Study,
    methods: Vec<UnderMethod>,
}

static SHIPPED: LazyLock<Vec<Shipped>> = LazyLock::new(|| {
    let mut cache = Cache::default();
    let mut run = |(name, text): &(&'static str, &str)| {
        let scenario = file::parse(text.as_bytes()).unwrap();
        let study = study::run(&scenario, &LIBRARY, &mut cache).unwrap();
        let methods = under_methods(&scenario, &study, &LIBRARY, &cache);
        Shipped {
            name,
            hash: sha256_hex(text.as_bytes()),
            scenario,
            study,
            methods,
        }
    };
    // The other scenarios are of the same kinds, and each takes a while.
    let more = [
        "aluminium-processing-doubling.ron",
        "road-autoroute-85.ron",
        "festival.ron",
        "data-centre-levis.ron",
    ];
    let all = presets::SHIPPED.iter().enumerate();
    let chosen = all.filter(|(k, (name, _))| *k < 7 || more.contains(name));
    chosen.map(|(_, shipped)| run(shipped)).collect()
});

const FLAGSHIP: &str = "alliance-magnesium-2020.ron";

impl Shipped {
    fn of(name: &str) -> &'static Shipped {
        SHIPPED.iter().find(|s| s.name == name).unwrap()
    }

    fn subject(&self, lang: Lang) -> PaperSubject<'_> {
        PaperSubject {
            told: Subject {
                name: &self.scenario.name,
                description: &self.scenario.description,
                study: &self.study,
                library: &LIBRARY,
            },
            claim: FamiliesClaim::of(&self.scenario.claims),
            compared: None,
            methods: &self.methods,
            file: (self.name, &self.hash),
            lang,
        }
    }

    fn paper(&self, lang: Lang) -> Paper {
        paper(&self.subject(lang))
    }

    fn scope(&self, lang: Lang) -> Scope<'_> {
        Scope {
            study: &self.study,
            saved: None,
            library: &LIBRARY,
            territory: Territory::Study,
            lang,
        }
    }
}

/// Every text of a document, in reading order.
fn texts(paper: &Paper) -> Vec<String> {
    let mut out = vec![paper.title.clone(), paper.kind.clone(), paper.description.clone()];
    out.extend(paper.facts.iter().flat_map(|(a, b)| [a.clone(), b.clone()]));
    out.extend(paper.findings.iter().chain(&paper.cautions).cloned());
    for card in &paper.cards {
        let figure = card.figure.as_ref().unwrap();
        out.extend([card.label.clone(), card.unit.clone(), figure.gross.clone()]);
        out.extend(figure.net.clone());
    }
    for piece in &paper.pieces {
        match piece {
            Piece::Chapter(t) | Piece::Part(t) | Piece::Text(t) => out.push(t.clone()),
            Piece::List(items) => {
                for item in items {
                    out.push(item.text.clone());
                    out.extend(item.below.clone());
                }
            }
            Piece::Facts(facts) => out.extend(facts.iter().flat_map(|(a, b)| [a.clone(), b.clone()])),
            Piece::Figures(spec, note) => {
                out.push(spec.title.clone());
                out.extend(spec.columns.clone());
                out.extend(spec.rows.iter().flatten().cloned());
                out.push(note.clone());
            }
            Piece::Words(spec, _) => {
                out.push(spec.title.clone());
                out.extend(spec.columns.clone());
                out.extend(spec.rows.iter().flatten().cloned());
            }
            Piece::Picture(picture) => {
                let (finding, subtitle, source, alt) = match &**picture {
                    Picture::Chart(s) => (&s.finding, &s.subtitle, &s.source, &s.alt),
                    Picture::Flow(s) => (&s.finding, &s.subtitle, &s.source, &s.alt),
                };
                out.extend([finding, subtitle, source, alt].map(Clone::clone));
            }
        }
    }
    out.retain(|t| !t.is_empty());
    out
}

fn chapters(paper: &Paper) -> Vec<&str> {
    let chapter = |p: &'_ Piece| matches!(p, Piece::Chapter(_));
    let named = paper.pieces.iter().filter(|p| chapter(p));
    named
        .filter_map(|p| match p {
            Piece::Chapter(t) => Some(t.as_str()),
            _ => None,
        })
        .collect()
}

#[test]
fn the_first_page_holds_the_findings_and_the_headline_figures_of_the_window() {
    for shipped in SHIPPED.iter() {
        for lang in Lang::ALL {
            let paper = shipped.paper(lang);
            let shown: Vec<_> = cards(&shipped.scope(lang))
                .into_iter()
                .filter(|c| c.figure.is_ok())
                .collect();
            assert_eq!(paper.cards, shown, "{}", shipped.name);
            let places = if shipped.study.whole_province { 1 } else { 2 };
            assert_eq!(paper.findings.len(), places, "{} {lang:?}", shipped.name);
            let net = shipped.study.phases.iter().any(|p| p.factors.is_some());
            let first = paper.cautions.first().unwrap();
            assert_eq!(
                first.starts_with("Chiffres bruts") || first.starts_with("Gross figures"),
                !net,
                "{first}"
            );
        }
    }
}

#[test]
fn chapters_stand_in_the_order_of_the_questions_and_the_caution_names_the_right_one() {
    let paper = Shipped::of(FLAGSHIP).paper(Lang::Fr);
    let chapters = chapters(&paper);
    assert_eq!(
        chapters,
        [
            "Le projet",
            "Comment ces chiffres sont calculés",
            "Emplois et PIB",
            "Revenus et familles",
            "Finances publiques",
            "Du brut au net",
            "Où va l’argent",
            "Année par année",
            "Jusqu’où s’y fier",
            "Annexe\u{a0}: les achats du projet",
            "Annexe\u{a0}: les hypothèses",
            "Annexe\u{a0}: sources, vérifications, empreinte",
        ]
    );
    let trusted = chapters.iter().position(|c| *c == "Jusqu’où s’y fier").unwrap() + 1;
    let caution = paper.cautions.last().unwrap();
    assert!(caution.contains(&format!("chapitre {trusted}")), "{caution}");
}

#[test]
fn nothing_that_a_reader_needs_is_left_out() {
    for shipped in SHIPPED.iter() {
        for lang in Lang::ALL {
            let paper = shipped.paper(lang);
            let all = texts(&paper).join("\n");
            let has = |text: &str| assert!(all.contains(text), "{} {lang:?}: {text:?} is missing", shipped.name);
            has(&shipped.hash);
            has(&LIBRARY.fingerprint);
            has(shipped.name);
            for (name, text) in &LIMITS {
                has(name.get(lang));
                has(text.get(lang));
            }
            for source in LIBRARY.sources() {
                has(source.attribution.get(lang));
            }
            for fact in shipped.study.facts.iter().filter(|f| !f.text.is_empty()) {
                has(fact.text.get(lang));
            }
            for benefit in &shipped.study.benefits {
                let listed = LIBRARY.benefit(&benefit.id).map(|b| &b.label);
                has(benefit.text.as_ref().or(listed).unwrap().get(lang));
            }
            // Every assumption stands in one of the two tables.
            let in_words: usize = paper
                .pieces
                .iter()
                .filter_map(|p| match p {
                    Piece::Words(spec, widths) => {
                        assert_eq!(spec.columns.len(), widths.len());
                        Some(spec.rows.len())
                    }
                    _ => None,
                })
                .sum();
            assert_eq!(in_words, shipped.study.assumptions.len(), "{}", shipped.name);
            let tables = paper.pieces.iter().filter_map(|p| match p {
                Piece::Figures(spec, _) | Piece::Words(spec, _) => Some(spec),
                _ => None,
            });
            for spec in tables {
                assert!(
                    !spec.title.is_empty() && !spec.rows.is_empty(),
                    "{}: {}",
                    shipped.name,
                    spec.title
                );
                for row in &spec.rows {
                    assert_eq!(row.len(), spec.columns.len(), "{}: {row:?}", spec.title);
                }
            }
        }
    }
}

#[test]
fn what_the_scenario_changes_stands_apart_with_its_default() {
    let shipped = Shipped::of(FLAGSHIP);
    let paper = shipped.paper(Lang::Fr);
    let changed = paper
        .pieces
        .iter()
        .find_map(|p| match p {
            Piece::Words(spec, _) if spec.columns.len() == 4 => Some(spec),
            _ => None,
        })
        .unwrap();
    let wage = changed
        .rows
        .iter()
        .find(|r| r[0].starts_with("Salaire annuel moyen"))
        .unwrap();
    assert_eq!(wage[1..3], ["75\u{a0}000\u{a0}$", "60\u{a0}286\u{a0}$"]);
    let share = changed
        .rows
        .iter()
        .find(|r| r[0].starts_with("Part locale des achats"))
        .unwrap();
    assert_eq!(share[1], "30\u{a0}%");
    let expected = shipped
        .study
        .assumptions
        .iter()
        .filter(|a| a.overridden && a.default != a.value)
        .count();
    assert_eq!(changed.rows.len(), expected);
}

#[test]
fn methods_give_a_range_and_a_whole_province_has_none() {
    let shipped = Shipped::of(FLAGSHIP);
    let said = texts(&shipped.paper(Lang::Fr)).join("\n");
    let jobs: Vec<f64> = shipped
        .methods
        .iter()
        .filter_map(|m| m.figures)
        .map(|f| f.all_jobs)
        .collect();
    let low = jobs.iter().copied().fold(f64::INFINITY, f64::min).round();
    let high = jobs.iter().copied().fold(0.0, f64::max).round();
    assert!(low < high);
    let range = format!("de {low} à {high} emplois en Estrie");
    assert!(said.contains(&range), "{range}");
    let mut scenario = shipped.scenario.clone();
    scenario.region = retombees::ids::RegionCode::new("QC");
    let study = study::run(&scenario, &LIBRARY, &mut Cache::default()).unwrap();
    let methods = under_methods(&scenario, &study, &LIBRARY, &Cache::default());
    let told = Subject {
        name: &scenario.name,
        description: &scenario.description,
        study: &study,
        library: &LIBRARY,
    };
    let whole = paper(&PaperSubject {
        told,
        methods: &methods,
        ..shipped.subject(Lang::Fr)
    });
    assert!(!texts(&whole).iter().any(|t| t.contains("quotient régional")));
}

#[cfg(feature = "report")]
mod printed {
    use std::collections::BTreeSet;

    use lopdf::{Document, Object};
    use retombees::export::paper::{Printed, paper};

    use retombees::report::compare::{CompareScope, Side};
    use retombees::study::compare::{Against, Compared, Comparer, Headline};

    use super::*;

    static PRINTED: LazyLock<Vec<(&str, Lang, Printed)>> = LazyLock::new(|| {
        let each = SHIPPED.iter().flat_map(|s| Lang::ALL.map(|lang| (s, lang)));
        each.map(|(s, lang)| (s.name, lang, paper(&s.subject(lang)).unwrap()))
            .collect()
    });

    fn flagship(lang: Lang) -> Document {
        let found = PRINTED.iter().find(|(name, l, _)| *name == FLAGSHIP && *l == lang);
        Document::load_mem(&found.unwrap().2.bytes).unwrap()
    }

    /// The text of a document as another program reads it, without its line ends.
    fn read(document: &Document) -> String {
        let pages: Vec<u32> = document.get_pages().keys().copied().collect();
        let text = document.extract_text(&pages).unwrap();
        text.split_whitespace_kept()
    }

    trait Kept {
        fn split_whitespace_kept(&self) -> String;
    }

    impl Kept for String {
        fn split_whitespace_kept(&self) -> String {
            self.split([' ', '\n', '\r', '\t'])
                .filter(|w| !w.is_empty())
                .collect::<Vec<_>>()
                .join(" ")
        }
    }

    #[test]
    fn it_has_eight_to_fifteen_pages() {
        for (name, lang, printed) in PRINTED.iter() {
            let document = Document::load_mem(&printed.bytes).unwrap();
            assert_eq!(document.get_pages().len(), printed.pages, "{name} {lang:?}");
            assert!(
                (8..=15).contains(&printed.pages),
                "{name} {lang:?}: {} pages",
                printed.pages
            );
        }
    }

    #[test]
    fn beside_another_it_still_has_fifteen_pages_at_most() {
        let both = [FLAGSHIP, "alliance-magnesium-2018.ron"].map(Shipped::of);
        let all = both.map(|s| Compared {
            scenario: &s.scenario,
            study: &s.study,
        });
        let sides = all.map(|c| Side::of(c, &LIBRARY));
        let comparison = Comparer::default().compare(&all, Against::First, &LIBRARY);
        for lang in Lang::ALL {
            let subject = PaperSubject {
                compared: Some(CompareScope {
                    sides: &sides,
                    comparison: &comparison,
                    library: &LIBRARY,
                    headline: Headline::Jobs,
                    territory: Territory::Study,
                    lang,
                }),
                ..both[0].subject(lang)
            };
            let chapter = if lang == Lang::Fr { "Comparaison" } else { "Comparison" };
            assert!(chapters(&super::paper(&subject)).contains(&chapter));
            let pages = paper(&subject).unwrap().pages;
            assert!(pages <= 15, "{lang:?}: {pages}");
        }
    }

    #[test]
    fn it_is_tagged_in_its_language_and_claims_to_be_accessible() {
        for lang in Lang::ALL {
            let document = flagship(lang);
            let root = document.catalog().unwrap();
            let code = match lang {
                Lang::Fr => "fr-CA",
                Lang::En => "en-CA",
            };
            assert_eq!(root.get(b"Lang").unwrap().as_str().unwrap(), code.as_bytes());
            let marks = root.get(b"MarkInfo").unwrap();
            let marks = document.dereference(marks).unwrap().1.as_dict().unwrap();
            assert!(marks.get(b"Marked").unwrap().as_bool().unwrap());
            assert!(root.has(b"StructTreeRoot") && root.has(b"Outlines"));
            let about = root.get(b"Metadata").and_then(|m| document.dereference(m)).unwrap().1;
            let about = about.as_stream().unwrap();
            let about = about.decompressed_content().unwrap_or_else(|_| about.content.clone());
            let about = String::from_utf8_lossy(&about);
            assert!(about.contains("pdfuaid"), "{about}");
            let tags: BTreeSet<String> = document
                .objects
                .values()
                .filter_map(|o| o.as_dict().ok())
                .filter_map(|d| d.get(b"S").ok()?.as_name().ok())
                .map(|n| String::from_utf8_lossy(n).into_owned())
                .collect();
            for tag in ["H1", "H2", "P", "L", "Table", "TH", "TD", "Figure", "TOC"] {
                assert!(tags.contains(tag), "{tag} is not among {tags:?}");
            }
        }
    }

    #[test]
    fn every_picture_has_an_alternative_text() {
        let document = flagship(Lang::Fr);
        let figures = document
            .objects
            .values()
            .filter_map(|o| o.as_dict().ok())
            .filter(|d| d.get(b"S").and_then(Object::as_name).is_ok_and(|n| n == b"Figure"));
        let alts: Vec<bool> = figures.map(|d| d.get(b"Alt").is_ok()).collect();
        let paper = Shipped::of(FLAGSHIP).paper(Lang::Fr);
        let pictures = paper.pieces.iter().filter(|p| matches!(p, Piece::Picture(_))).count();
        assert_eq!(alts, vec![true; pictures]);
    }

    #[test]
    fn every_font_is_inside() {
        let document = flagship(Lang::En);
        let described: Vec<_> = document
            .objects
            .values()
            .filter_map(|o| o.as_dict().ok())
            .filter(|d| {
                d.get(b"Type")
                    .and_then(Object::as_name)
                    .is_ok_and(|n| n == b"FontDescriptor")
            })
            .collect();
        assert!(!described.is_empty());
        for font in described {
            assert!(font.has(b"FontFile3") || font.has(b"FontFile2"), "{font:?}");
            let name = font.get(b"FontName").unwrap().as_name().unwrap();
            assert!(String::from_utf8_lossy(name).contains("RetombeesSans"), "{name:?}");
        }
    }

    #[test]
    fn another_program_reads_its_figures_and_accents() {
        for lang in Lang::ALL {
            let text = read(&flagship(lang));
            let paper = Shipped::of(FLAGSHIP).paper(lang);
            for card in &paper.cards {
                let figure = card.figure.as_ref().unwrap();
                for shown in std::iter::once(&figure.gross).chain(&figure.net) {
                    assert!(text.contains(shown.as_str()), "{shown}");
                }
            }
            let words: &[&str] = match lang {
                Lang::Fr => &[
                    "Étude de retombées économiques",
                    "Jusqu’où s’y fier",
                    "années-emplois",
                    "18\u{a0}000 tonnes",
                ],
                Lang::En => &["Economic impact study", "How far to trust it", "job-years"],
            };
            for word in words {
                assert!(text.contains(word), "{word:?} is not in {text}");
            }
            assert!(!text.contains('\u{fffd}'));
        }
    }

    #[test]
    fn the_same_study_gives_the_same_bytes() {
        let shipped = Shipped::of(FLAGSHIP);
        let again = paper(&shipped.subject(Lang::Fr)).unwrap();
        let first = PRINTED
            .iter()
            .find(|(name, lang, _)| *name == FLAGSHIP && *lang == Lang::Fr);
        assert_eq!(first.unwrap().2, again);
    }
}
