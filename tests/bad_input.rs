//! What people may hand us by mistake: files cut short, damaged, too large, or saying impossible things. Nothing panics, and every refusal says where.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::type_complexity,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use retombees::ids::{IndustryCode, LineId, Local};
use retombees::problem::{Problem, Severity, What};
use retombees::report::problems::sentence;
use retombees::scenario::file::{SIZE_LIMIT, read, write};
use retombees::scenario::presets::SHIPPED;
use retombees::scenario::validate::validate;
use retombees::scenario::{CapitalShares, Claim, Input, LineEdit, OriginShares, PhaseKind, Scenario, SchoolProgramme};
use retombees::study::{self, Cache, Library};
use retombees::text::Lang;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());

fn flagship_text() -> &'static str {
    SHIPPED[0].1
}

fn flagship() -> Scenario {
    read(flagship_text().as_bytes()).unwrap()
}

/// Checks that a refusal tells something, somewhere, in both languages.
fn told(problems: &[Problem]) {
    assert!(!problems.is_empty(), "refused without a reason");
    for problem in problems {
        assert_eq!(problem.severity(), Severity::Error, "{problem:?}");
        if let What::Syntax { line, column, detail } = &problem.what {
            assert!(*line >= 1 && *column >= 1 && !detail.is_empty(), "{problem:?}");
        }
        let whole = matches!(
            problem.what,
            What::TooLarge { .. }
                | What::NotUtf8 { .. }
                | What::TooDeep { .. }
                | What::Syntax { .. }
                | What::NewerVersion { .. }
        );
        assert!(whole || !problem.place.is_empty(), "{problem:?}");
        for lang in Lang::ALL {
            let s = sentence(problem, lang, Some(&LIBRARY));
            assert!(
                !s.place.is_empty() && !s.what.is_empty() && !s.remedy.is_empty(),
                "{s:?}"
            );
        }
    }
}

/// Reads bytes; what is accepted must be sound, and computing it must not panic.
fn try_all(bytes: &[u8], cache: &mut Cache) -> bool {
    match read(bytes) {
        Err(problems) => {
            told(&problems);
            false
        }
        Ok(scenario) => {
            assert_eq!(validate(&scenario), []);
            match study::run(&scenario, &LIBRARY, cache) {
                Ok(study) => {
                    for figure in study.figures() {
                        assert!(figure.value.is_finite(), "{} is {}", figure.id, figure.value);
                    }
                }
                Err(problems) => told(&problems),
            }
            true
        }
    }
}

/// A small generator with a fixed seed, so that a failure can be seen again.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below as u64) as usize
    }
}

#[test]
fn a_file_cut_short_is_refused_with_its_place() {
    for (name, text) in SHIPPED {
        let whole = text.trim_end().len();
        for end in (0..whole).step_by(97) {
            let problems = read(&text.as_bytes()[..end]).expect_err(name);
            told(&problems);
        }
    }
}

#[test]
fn a_damaged_file_never_panics() {
    let mut dice = Dice(20_200_313);
    let mut cache = Cache::default();
    let (mut accepted, mut refused) = (0, 0);
    for (_, text) in SHIPPED {
        for _ in 0..400 {
            let mut bytes = text.as_bytes().to_vec();
            for _ in 0..=dice.roll(3) {
                let at = dice.roll(bytes.len());
                bytes[at] ^= 1 << dice.roll(8);
            }
            if try_all(&bytes, &mut cache) {
                accepted += 1;
            } else {
                refused += 1;
            }
        }
    }
    assert!(accepted > 50 && refused > 50, "{accepted} accepted, {refused} refused");
}

#[test]
fn damaged_digits_never_panic() {
    let text = flagship_text();
    let digits: Vec<usize> = (0..text.len())
        .filter(|k| text.as_bytes()[*k].is_ascii_digit())
        .collect();
    let mut dice = Dice(143_700_000);
    let mut cache = Cache::default();
    for at in digits {
        for byte in *b"90-.e" {
            let mut bytes = text.as_bytes().to_vec();
            bytes[at] = byte;
            if dice.roll(2) == 0 {
                bytes.insert(at, b'9');
            }
            try_all(&bytes, &mut cache);
        }
    }
}

#[test]
fn swapped_pieces_never_panic() {
    let mut dice = Dice(97);
    let mut cache = Cache::default();
    let lines: Vec<&str> = flagship_text().lines().collect();
    for _ in 0..300 {
        let mut mixed = lines.clone();
        for _ in 0..=dice.roll(2) {
            let (a, b) = (dice.roll(mixed.len()), dice.roll(mixed.len()));
            match dice.roll(3) {
                0 => mixed.swap(a, b),
                1 => {
                    mixed.remove(a);
                }
                _ => mixed.insert(a, lines[b % lines.len()]),
            }
        }
        try_all(mixed.join("\n").as_bytes(), &mut cache);
    }
}

#[test]
fn nested_brackets_are_refused_before_they_exhaust_the_stack() {
    for bracket in ["(", "[", "{", "(phases:[", "Some("] {
        let nested = bracket.repeat(200_000 / bracket.len() + 1);
        told(&read(nested.as_bytes()).unwrap_err());
        let inside = format!("(version: 1, unknown: {nested}");
        told(&read(inside.as_bytes()).unwrap_err());
    }
    assert!(matches!(
        read("[".repeat(200_000).as_bytes()).unwrap_err()[0].what,
        What::TooDeep { limit: 32, line: 1 }
    ));
    // Quotation marks in comments and characters must not hide brackets from the check.
    for hidden in ["// \"\n", "/* \" */", "'\"' ", "r#\"\"\"# "] {
        let text = format!("{hidden}(version: 1, x: {}", "[".repeat(200_000));
        told(&read(text.as_bytes()).unwrap_err());
    }
    told(&read("/*".repeat(200_000).as_bytes()).unwrap_err());
}

#[test]
fn text_with_brackets_in_it_is_no_nesting() {
    let mut scenario = flagship();
    scenario.description = Local::same(&format!("{} \\ \" {}", "(".repeat(500), "[{".repeat(300)));
    let text = write(&scenario).unwrap();
    assert_eq!(read(text.as_bytes()).unwrap(), scenario);
}

#[test]
fn a_file_too_large_or_not_text_is_refused_as_a_whole() {
    let huge = vec![b' '; SIZE_LIMIT as usize + 1];
    assert!(matches!(read(&huge).unwrap_err()[0].what, What::TooLarge { .. }));
    let mut padded = flagship_text().as_bytes().to_vec();
    padded.resize(SIZE_LIMIT as usize, b' ');
    assert!(read(&padded).is_ok(), "the limit itself is accepted");
    assert_eq!(
        read(b"(version: 1, name: \xff\xfe)").unwrap_err()[0].what,
        What::NotUtf8 { offset: 19 }
    );
    let utf16: Vec<u8> = flagship_text().encode_utf16().flat_map(u16::to_le_bytes).collect();
    told(&read(&utf16).unwrap_err());
    let mut marked = "\u{feff}".as_bytes().to_vec();
    marked.extend(flagship_text().as_bytes());
    assert_eq!(read(&marked).unwrap(), flagship(), "a byte order mark does no harm");
    for empty in ["", " ", "\n\n", "()", "null", "{}", "\0\0\0\0"] {
        told(&read(empty.as_bytes()).unwrap_err());
    }
}

#[test]
fn a_newer_file_says_so_whatever_else_it_holds() {
    let newer = flagship_text().replace("version: 1,", "version: 2, galaxies: [(far: true)],");
    assert_eq!(
        read(newer.as_bytes()).unwrap_err(),
        [Problem::new("", What::NewerVersion { found: 2, known: 1 })]
    );
    let none = flagship_text().replace("version: 1,", "");
    told(&read(none.as_bytes()).unwrap_err());
    let zero = flagship_text().replace("version: 1,", "version: 0,");
    assert_eq!(read(zero.as_bytes()).unwrap_err()[0].place, "version");
    for strange in ["-1", "1.5", "99999999999", "\"1\"", "NaN"] {
        let text = flagship_text().replace("version: 1,", &format!("version: {strange},"));
        told(&read(text.as_bytes()).unwrap_err());
    }
}

#[test]
fn a_field_that_does_not_exist_is_refused_not_lost() {
    let text = flagship_text().replace("local_share: (", "local_shares: (");
    let problems = read(text.as_bytes()).unwrap_err();
    let What::Syntax { line, .. } = problems[0].what else {
        panic!("{problems:?}")
    };
    let wanted = text.lines().position(|l| l.contains("local_shares")).unwrap() + 1;
    assert_eq!(line, wanted);
}

/// Every number of a scenario, with the place that a problem about it must name.
type Field = (&'static str, fn(&mut Scenario, f64));

fn construction(s: &mut Scenario) -> (&mut Input, &mut Option<CapitalShares>, &mut Option<Input>) {
    match &mut s.phases[0].kind {
        PhaseKind::Construction {
            investment,
            shares,
            site_workers,
        } => (investment, shares, site_workers),
        PhaseKind::Operation { .. } => panic!("the first phase is the construction"),
    }
}

fn operation(s: &mut Scenario, field: &str, value: f64) {
    let PhaseKind::Operation {
        jobs,
        annual_wage,
        sales,
        property_tax,
        local_hiring,
        ..
    } = &mut s.phases[1].kind
    else {
        panic!("the second phase is the operation")
    };
    let value = Input::user(value);
    match field {
        "jobs" => *jobs = value,
        "annual_wage" => *annual_wage = Some(value),
        "sales" => *sales = Some(value),
        "property_tax" => *property_tax = Some(value),
        _ => *local_hiring = Some(value),
    }
}

fn shares(s: &mut Scenario, change: impl FnOnce(&mut CapitalShares)) {
    let mut value = CapitalShares {
        works: 0.4,
        equipment: 0.6,
        ..CapitalShares::default()
    };
    change(&mut value);
    *construction(s).1 = Some(value);
}

fn line(s: &mut Scenario, change: impl FnOnce(&mut LineEdit)) {
    let mut line = LineEdit {
        id: LineId::new("u1"),
        industry: Some(IndustryCode::new("5A")),
        amount: Some(Input::user(1e5)),
        ..LineEdit::default()
    };
    change(&mut line);
    s.phases[1].lines = vec![line];
}

fn origin(s: &mut Scenario, change: impl FnOnce(&mut OriginShares)) {
    let mut value = OriginShares {
        study: 1.0,
        ..OriginShares::default()
    };
    change(&mut value);
    line(s, |l| l.origin = Some(value));
}

fn programme(s: &mut Scenario) -> &mut SchoolProgramme {
    s.labour.programmes = vec![SchoolProgramme {
        first_year: 2025,
        ..SchoolProgramme::default()
    }];
    &mut s.labour.programmes[0]
}

const FIELDS: [Field; 29] = [
    ("model.delta", |s, v| s.model.delta = Some(v)),
    ("parameters.saving_rate.value", |s, v| {
        s.parameters.insert("saving_rate".into(), Input::user(v));
    }),
    ("phases[0].kind.investment.value", |s, v| construction(s).0.value = v),
    ("phases[0].kind.site_workers.value", |s, v| {
        *construction(s).2 = Some(Input::user(v));
    }),
    ("phases[0].kind.shares", |s, v| shares(s, |c| c.works = v)),
    ("phases[0].kind.shares", |s, v| shares(s, |c| c.equipment = v)),
    ("phases[0].kind.shares", |s, v| {
        shares(s, |c| c.intellectual_property = v)
    }),
    ("phases[0].kind.shares", |s, v| shares(s, |c| c.land = v)),
    ("phases[0].profile", |s, v| s.phases[0].profile = Some(vec![0.5, v])),
    ("phases[1].profile", |s, v| s.phases[1].profile = Some(vec![0.5, v])),
    ("phases[0].local_share.value", |s, v| {
        s.phases[0].local_share = Some(Input::user(v))
    }),
    ("phases[1].province_content.value", |s, v| {
        s.phases[1].province_content = Some(Input::user(v));
    }),
    ("phases[1].kind.jobs.value", |s, v| operation(s, "jobs", v)),
    ("phases[1].kind.annual_wage.value", |s, v| {
        operation(s, "annual_wage", v)
    }),
    ("phases[1].kind.sales.value", |s, v| operation(s, "sales", v)),
    ("phases[1].kind.property_tax.value", |s, v| {
        operation(s, "property_tax", v)
    }),
    ("phases[1].kind.local_hiring.value", |s, v| {
        operation(s, "local_hiring", v)
    }),
    ("phases[1].lines[0].amount.value", |s, v| {
        line(s, |l| l.amount = Some(Input::user(v)))
    }),
    ("phases[1].lines[0].origin", |s, v| origin(s, |o| o.study = v)),
    ("phases[1].lines[0].origin", |s, v| origin(s, |o| o.abroad = v)),
    ("phases[1].lines[0].cap", |s, v| line(s, |l| l.cap = Some(v))),
    ("phases[1].lines[0].suppliers", |s, v| {
        line(s, |l| l.suppliers = Some(v))
    }),
    ("phases[1].lines[0].trade_margin", |s, v| {
        line(s, |l| l.trade_margin = Some(v))
    }),
    ("phases[1].lines[0].transport_margin", |s, v| {
        line(s, |l| l.transport_margin = Some(v))
    }),
    ("labour.unemployment.value", |s, v| {
        s.labour.unemployment = Some(Input::user(v));
    }),
    ("labour.programmes[0].seats.value", |s, v| programme(s).seats.value = v),
    ("labour.programmes[0].graduation.value", |s, v| {
        programme(s).graduation.value = v;
    }),
    ("labour.programmes[0].hired.value", |s, v| programme(s).hired.value = v),
    ("claims[0].value", |s, v| {
        s.claims = vec![Claim {
            figure: "jobs.direct".into(),
            value: v,
            source: Local::same("x"),
            about: None,
        }];
    }),
];

#[test]
fn numbers_that_are_none_are_refused_where_they_stand() {
    for (place, set) in FIELDS {
        for value in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            let mut scenario = flagship();
            set(&mut scenario, value);
            // Through the file, as a person would give it, and straight from memory, as the window does.
            let text = write(&scenario).unwrap();
            let problems = read(text.as_bytes()).expect_err(place);
            told(&problems);
            assert!(
                problems.contains(&Problem::new(place, What::NotFinite)),
                "{place} {value}: {problems:?}"
            );
            let problems = study::run(&scenario, &LIBRARY, &mut Cache::default()).expect_err(place);
            assert!(
                problems.contains(&Problem::new(place, What::NotFinite)),
                "{place} {value}: {problems:?}"
            );
        }
    }
}

#[test]
fn negative_and_enormous_numbers_are_refused_or_computed_to_finite_results() {
    let mut cache = Cache::default();
    for (place, set) in FIELDS {
        for value in [-1.0, -1e-300, 0.0, 1e-300, 1.0, 1.000_001, 1e12, 1e300, f64::MAX] {
            let mut scenario = flagship();
            set(&mut scenario, value);
            match study::run(&scenario, &LIBRARY, &mut cache) {
                Err(problems) => told(&problems),
                Ok(study) => {
                    assert!(value >= 0.0 || place.starts_with("claims"), "{place} accepts {value}");
                    for figure in study.figures() {
                        assert!(
                            figure.value.is_finite(),
                            "{place} = {value}: {} is {}",
                            figure.id,
                            figure.value
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn all_semantic_problems_come_at_once() {
    let mut scenario = flagship();
    for (_, set) in [FIELDS[2], FIELDS[12], FIELDS[10], FIELDS[0]] {
        set(&mut scenario, f64::NAN);
    }
    scenario.phases[1].end = scenario.phases[1].start - 1;
    scenario.phases[1].id = scenario.phases[0].id.clone();
    let problems = read(write(&scenario).unwrap().as_bytes()).unwrap_err();
    let places: BTreeSet<&str> = problems.iter().map(|p| p.place.as_str()).collect();
    for place in [
        "model.delta",
        "phases[0].kind.investment.value",
        "phases[0].local_share.value",
        "phases[1].kind.jobs.value",
        "phases[1].end",
        "phases[1].id",
    ] {
        assert!(places.contains(place), "{place} is missing from {places:?}");
    }
}

#[test]
fn structural_mistakes_are_refused_with_their_place() {
    let cases: [(&str, fn(&mut Scenario)); 14] = [
        ("phases", |s| s.phases.clear()),
        ("phases[1].id", |s| s.phases[1].id = s.phases[0].id.clone()),
        ("phases[1].lines[1].id", |s| {
            line(s, |_| {});
            let twin = s.phases[1].lines[0].clone();
            s.phases[1].lines.push(twin);
        }),
        ("phases[1].lines[0]", |s| line(s, |l| l.amount = None)),
        ("phases[1].lines[0]", |s| line(s, |l| l.industry = None)),
        ("phases[1].lines[0].industry", |s| {
            line(s, |l| l.industry = Some(IndustryCode::new("33Z")))
        }),
        ("phases[1].lines[0].price_year", |s| {
            line(s, |l| l.price_year = Some(1951))
        }),
        ("phases[0].end", |s| (s.phases[0].start, s.phases[0].end) = (2021, 2020)),
        ("phases[0].start", |s| s.phases[0].start = i32::MIN),
        ("phases[0].end", |s| s.phases[0].end = i32::MAX),
        ("phases[0].profile", |s| s.phases[0].profile = Some(Vec::new())),
        ("region", |s| s.region = "99".into()),
        ("economy.id", |s| s.economy.id = "canada-1867".into()),
        ("activity.recipe", |s| s.activity.recipe = String::new()),
    ];
    for (place, change) in cases {
        let mut scenario = flagship();
        change(&mut scenario);
        let problems = study::run(&scenario, &LIBRARY, &mut Cache::default()).expect_err(place);
        told(&problems);
        assert!(problems.iter().any(|p| p.place == place), "{place}: {problems:?}");
        let checked = study::check(&scenario, &LIBRARY);
        for problem in &checked {
            assert!(!problem.place.is_empty(), "{problem:?}");
        }
    }
}

#[test]
fn nothing_at_all_is_computed_as_nothing() {
    let mut scenario = flagship();
    construction(&mut scenario).0.value = 0.0;
    operation(&mut scenario, "jobs", 0.0);
    scenario.phases[1].province_content = Some(Input::user(0.5));
    let study = study::run(&scenario, &LIBRARY, &mut Cache::default()).unwrap();
    for figure in study.figures() {
        assert_eq!(figure.value, 0.0, "{}", figure.id);
    }
    for check in &study.checks {
        assert!(check.holds(), "{check:?}");
    }
}

/// One problem of each kind.
fn one_of_each() -> Vec<What> {
    let (code, nearest) = ("33Z".to_owned(), Some("33A".to_owned()));
    let unknown = |nearest: Option<String>| {
        vec![
            What::UnknownIndustry {
                code: "33Z".into(),
                nearest: nearest.clone(),
            },
            What::UnknownRegion {
                code: "5".into(),
                nearest: nearest.as_ref().map(|_| "05".into()),
            },
            What::UnknownRecipe {
                code: "331411".into(),
                nearest: nearest.as_ref().map(|_| "331410".into()),
            },
            What::UnknownParameter {
                id: "saving".into(),
                nearest: nearest.as_ref().map(|_| "saving_rate".into()),
            },
            What::UnknownProgramme {
                id: "essors".into(),
                nearest: nearest.as_ref().map(|_| "essor".into()),
            },
            What::UnknownPreset {
                id: "lower".into(),
                nearest: nearest.as_ref().map(|_| "low".into()),
            },
            What::UnknownBenefit {
                id: "interms".into(),
                nearest: nearest.map(|_| "interns".into()),
            },
        ]
    };
    let mut out = unknown(nearest);
    out.extend(unknown(None));
    out.extend([
        What::TooLarge {
            bytes: 5_000_000,
            limit: SIZE_LIMIT,
        },
        What::Unreadable {
            reason: "permission denied".into(),
        },
        What::NotANumber {
            text: "beaucoup".into(),
        },
        What::NoBudget,
        What::TooManyRows { found: 900, limit: 500 },
        What::NotUtf8 { offset: 0 },
        What::TooDeep { limit: 32, line: 1 },
        What::Syntax {
            line: 3,
            column: 7,
            detail: "Expected comma".into(),
        },
        What::NewerVersion { found: 2, known: 1 },
        What::NotFinite,
        What::Negative { value: -1.0 },
        What::OutOfRange {
            value: 2.0,
            low: 0.0,
            high: 1.0,
        },
        What::SharesSum { sum: 0.9 },
        What::SharesSum { sum: 1.1 },
        What::EndBeforeStart { start: 2021, end: 2020 },
        What::WrongLength { found: 1, expected: 2 },
        What::Duplicate { id: "u1".into() },
        What::Empty,
        What::NotWhole { value: 2.5 },
        What::MoratoriumTooLong {
            moratorium: 10.0,
            term: 10.0,
        },
        What::NothingToClose,
        What::PropertyTaxTwice,
        What::YearsNotAscending {
            before: 2025,
            after: 2024,
        },
        What::MissingEntry { id: "gst_rate".into() },
        What::BuysFromItself { id: "foundry".into() },
        What::LinksAboveLine { sum: 1.3 },
        What::LinksAboveSales { bought: 3e6, sold: 2e6 },
        What::SellsLess {
            first: 2024,
            last: 2025,
        },
        What::OtherIndustry {
            line: code.clone(),
            sold: "31A".into(),
        },
        What::MemberUnreadable { path: "a.ron".into() },
        What::GrowthOfConstruction,
        What::GrowthAndProfile,
        What::RecipeNotOffered { code: "814000".into() },
        What::UnknownActivity { id: "alchemy".into() },
        What::UnknownEconomy {
            id: "canada-1867".into(),
        },
        What::EconomyChanged {
            id: "canada-2021".into(),
        },
        What::NoPriceIndex {
            year: 1951,
            first: 2000,
            last: 2024,
        },
        What::IncompleteLine { id: "u1".into() },
        What::LocalShareUnreachable {
            asked: 0.9,
            maximum: 0.48,
        },
        What::LocalShareBelowFixed {
            asked: 0.1,
            minimum: 0.2,
        },
        What::ProvinceShareUnreachable {
            asked: 0.9,
            maximum: 0.8,
        },
        What::PlanBeyondShare { asked: 0.3 },
        What::LocalPurchaseAboveCapacity {
            line: "33A".into(),
            industry: "33A".into(),
            share: 0.5,
            limit: 0.2,
        },
        What::LabourShort {
            year: 2027,
            needed: 900.0,
            unemployed: 5000.0,
            limit: 0.1,
        },
        What::LocalShareWithoutSupplier {
            line: "33A".into(),
            share: 0.5,
        },
        What::NegativeSurplus { surplus: -1e6 },
        What::SalesFollowJobs {
            own: 0.5,
            recipe: 0.1,
            sales: 9e7,
            keeping: Some(5e7),
            times: 1.5,
        },
        What::RegionWithoutStructure { region: "10".into() },
        What::Shape {
            name: "use".into(),
            rows: 2,
            columns: 3,
            expected_rows: 3,
            expected_columns: 3,
        },
        What::CellNotFinite {
            name: "use".into(),
            row: 0,
            column: 0,
        },
        What::ColumnNotProductive {
            industry: code.clone(),
            region: "QC".into(),
            sum: 1.2,
        },
        What::Singular { residual: 1e-3 },
        What::ZeroOutput {
            industry: code.clone(),
            region: "QC".into(),
        },
        What::JobsImputed {
            industry: code.clone(),
            region: "QC".into(),
        },
        What::RegionLargerThanProvince {
            region: "05".into(),
            industry: code,
        },
    ]);
    out
}

/// Numbers the kinds of problems; a new kind does not compile until it stands here and in `one_of_each`.
fn kind(what: &What) -> usize {
    match what {
        What::TooLarge { .. } => 0,
        What::NotUtf8 { .. } => 1,
        What::TooDeep { .. } => 2,
        What::Syntax { .. } => 3,
        What::NewerVersion { .. } => 4,
        What::NotFinite => 5,
        What::Negative { .. } => 6,
        What::OutOfRange { .. } => 7,
        What::SharesSum { .. } => 8,
        What::EndBeforeStart { .. } => 9,
        What::WrongLength { .. } => 10,
        What::Duplicate { .. } => 11,
        What::Empty => 12,
        What::UnknownIndustry { .. } => 13,
        What::UnknownRegion { .. } => 14,
        What::UnknownRecipe { .. } => 15,
        What::RecipeNotOffered { .. } => 16,
        What::UnknownActivity { .. } => 17,
        What::UnknownParameter { .. } => 18,
        What::UnknownEconomy { .. } => 19,
        What::EconomyChanged { .. } => 20,
        What::NoPriceIndex { .. } => 21,
        What::IncompleteLine { .. } => 22,
        What::LocalShareUnreachable { .. } => 23,
        What::LocalShareBelowFixed { .. } => 24,
        What::ProvinceShareUnreachable { .. } => 25,
        What::PlanBeyondShare { .. } => 26,
        What::LocalPurchaseAboveCapacity { .. } => 27,
        What::LocalShareWithoutSupplier { .. } => 51,
        What::LabourShort { .. } => 60,
        What::NegativeSurplus { .. } => 28,
        What::RegionWithoutStructure { .. } => 29,
        What::Shape { .. } => 30,
        What::CellNotFinite { .. } => 31,
        What::ColumnNotProductive { .. } => 32,
        What::Singular { .. } => 33,
        What::ZeroOutput { .. } => 34,
        What::JobsImputed { .. } => 35,
        What::RegionLargerThanProvince { .. } => 36,
        What::NotWhole { .. } => 37,
        What::MoratoriumTooLong { .. } => 38,
        What::NothingToClose => 39,
        What::PropertyTaxTwice => 40,
        What::UnknownProgramme { .. } => 41,
        What::UnknownPreset { .. } => 42,
        What::YearsNotAscending { .. } => 43,
        What::MissingEntry { .. } => 44,
        What::Unreadable { .. } => 45,
        What::UnknownBenefit { .. } => 46,
        What::NotANumber { .. } => 47,
        What::NoBudget => 48,
        What::TooManyRows { .. } => 49,
        What::SalesFollowJobs { .. } => 50,
        What::BuysFromItself { .. } => 52,
        What::LinksAboveLine { .. } => 53,
        What::LinksAboveSales { .. } => 54,
        What::SellsLess { .. } => 55,
        What::OtherIndustry { .. } => 56,
        What::GrowthOfConstruction => 57,
        What::GrowthAndProfile => 58,
        What::MemberUnreadable { .. } => 59,
    }
}

#[test]
fn every_problem_says_what_and_what_to_do_in_both_languages() {
    let all = one_of_each();
    let kinds: BTreeSet<usize> = all.iter().map(kind).collect();
    assert_eq!(kinds, (0..61).collect(), "one problem of each kind is needed");
    let mut places: Vec<&str> = FIELDS.iter().map(|(place, _)| *place).collect();
    places.extend([
        "",
        "phases",
        "phases[0].lines[equipment.33A]",
        "region",
        "nowhere[x].at[7].all",
    ]);
    for what in &all {
        for place in &places {
            for lang in Lang::ALL {
                for library in [None, Some(&*LIBRARY)] {
                    let s = sentence(&Problem::new(*place, what.clone()), lang, library);
                    for text in [&s.place, &s.what, &s.remedy] {
                        assert!(!text.trim().is_empty(), "{what:?} at {place}: {s:?}");
                        assert!(!text.contains(['{', '}']), "{what:?}: {text}");
                        assert!(!text.contains("NaN") && !text.contains("inf"), "{what:?}: {text}");
                    }
                    if lang == Lang::Fr {
                        for mark in [" :", " ;", " ?", " !", " %", " $", " »", "« "] {
                            for text in [&s.what, &s.remedy] {
                                assert!(!text.contains(mark), "a breaking space before {mark:?} in {text}");
                            }
                        }
                    }
                }
            }
            let [fr, en] = Lang::ALL.map(|lang| sentence(&Problem::new(*place, what.clone()), lang, None));
            assert_ne!(fr.what, en.what, "{what:?}");
        }
    }
}
