//! Published studies of Québec run as scenarios, in the README: our figure, theirs, the ratio. A comparison to be read, not a target: nothing is tuned to it.
//!
//! Each file of `tests/cases/published` is a scenario made of the inputs that the study publishes; its claims are the study's results. The table of the
//! README is written by this test: run it with `UPDATE_README=1` after a change that moves it.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;

use retombees::data::library::Library;
use retombees::problem::Severity;
use retombees::scenario::{Claim, Scenario, file};
use retombees::study::{self, Cache, Study, Unit};

const START: &str = "<!-- cases:start -->";
const END: &str = "<!-- cases:end -->";

/// The cases, each with a word on why the figures differ.
const CASES: [(&str, &str); 17] = [
    (
        "rtl-2013",
        "Purchases of private operators in the United States; own jobs as stated, at the mean wage of transport; what they leave of spending is surplus, taxed like a company’s. Whether theirs counts contributions is not said: shown both ways. Brackets of 2020",
    ),
    ("rtc-2013", "The same"),
    (
        "sto-2013",
        "The same; the split of its investment, over a third of spending, is not published and ours is the usual one of transport",
    ),
    (
        "stm-2013",
        "Investment is inside the total: ours counts it as a year’s purchases, which follow the recipe whatever the payroll",
    ),
    ("atuq-2013", "The same"),
    (
        "stm-2022",
        "As above; direct jobs of 2013; a third of spending is investment, split as usual in transport",
    ),
    (
        "stm-2012",
        "Published lines and Québec shares; the industry of each line is our choice. Their model is not described; our households pay tax by law and save 9.3%",
    ),
    (
        "claim-transit-2014",
        "The sector’s own studies above find 81 to 86 for $10M; ours is the mean of all transport, trucks and planes included",
    ),
    ("claim-road-2014", "One industry for all construction"),
    (
        "culture-2009",
        "Halves assumed; dollars of 2009 taken as 2010’s. Hotels and restaurants weigh on our industry of arts: more jobs, lower pay",
    ),
    (
        "construction-2003",
        "One industry for all works; no self-employed in our direct jobs",
    ),
    (
        "pomerleau-2022",
        "No self-employed in our jobs, so more GDP for each; spending and extent of theirs unknown",
    ),
    (
        "hydro-works",
        "The year of theirs is unknown; ours has taxes and saving of Québec for all provinces",
    ),
    (
        "mining-2018",
        "Purchases of an American metal mine; whether theirs is $10B of sales or of spending is not said. Ours has no mining duties, and the general corporate rate on a mean share of surplus",
    ),
    ("mining-2020", "The same; direct jobs and wage of 2018"),
    (
        "port-2014",
        "Support services to transport, not a port alone; its pay is the mean of transport",
    ),
    (
        "ap60-smelter",
        "Purchases of American smelters; one wage for each of 23 industries; theirs may be of earlier dollars",
    ),
];

/// Names of the published results, for people.
const NAMES: [(&str, &str); 18] = [
    ("jobs.total", "Jobs in all"),
    ("jobs.indirect", "Indirect jobs"),
    ("jobs.induced", "Induced jobs"),
    ("jobs.total/jobs.direct", "Jobs in all ÷ direct jobs"),
    ("jobs.direct/jobs.total", "Direct jobs ÷ jobs in all"),
    (
        "jobs.induced.country/jobs.direct.country+jobs.indirect.country",
        "Induced jobs ÷ direct and indirect, Canada",
    ),
    ("gdp.total", "GDP, M$"),
    ("gdp.direct/gdp.total", "Direct GDP ÷ GDP in all"),
    ("gdp.total/jobs.total", "GDP per job, $"),
    ("wages.total", "Wages, M$"),
    ("wages.indirect/jobs.indirect", "Wage per indirect job, $"),
    ("wages.induced/jobs.induced", "Wage per induced job, $"),
    ("revenue_quebec_fiscal.total", "Québec taxes, M$"),
    ("revenue_federal_fiscal.total", "Federal taxes, M$"),
    (
        "revenue_quebec_fiscal.total+revenue_quebec_parafiscal.total",
        "the same, with contributions, M$",
    ),
    (
        "revenue_quebec_fiscal.total+revenue_federal_fiscal.total",
        "Taxes, both governments, M$",
    ),
    (
        "revenue_quebec_fiscal.total+revenue_federal_fiscal.total/spending",
        "Taxes, both governments ÷ spending",
    ),
    (
        "revenue_quebec_fiscal.total+revenue_quebec_parafiscal.total+revenue_federal_fiscal.total+revenue_federal_parafiscal.total",
        "Taxes and contributions, both governments, M$",
    ),
];

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/cases/published")
}

/// A case computed: its figures summed over phases, in dollars of the study's own year.
struct Case {
    scenario: Scenario,
    study: Study,
    figures: BTreeMap<String, (f64, Unit)>,
    spending: f64,
}

impl Case {
    fn new(name: &str, library: &Library) -> Self {
        let text = fs::read(folder().join(format!("{name}.ron"))).unwrap();
        let scenario = file::read(&text).unwrap_or_else(|p| panic!("{name}: {p:?}"));
        let study = study::run(&scenario, library, &mut Cache::default()).unwrap_or_else(|p| panic!("{name}: {p:?}"));
        let to_data_year = study.phases[0].price_factor;
        assert!(
            study.phases.iter().all(|p| p.price_factor == to_data_year),
            "{name}: two price years"
        );
        let mut figures: BTreeMap<String, (f64, Unit)> = BTreeMap::new();
        for figure in study.figures() {
            let parts: Vec<&str> = figure.id.split('.').collect();
            let [measure, effect, territory, _, "whole" | "full"] = parts[..] else {
                continue;
            };
            // A year of operation and the investment of the same year add up: jobs for a year in both.
            let dollars = figure.unit == Unit::Dollars;
            let value = figure.value / if dollars { to_data_year } else { 1.0 };
            let effect = if effect.starts_with("indirect") {
                "indirect"
            } else {
                effect
            };
            let unit = if dollars { Unit::Dollars } else { Unit::JobYears };
            figures
                .entry(format!("{measure}.{effect}.{territory}"))
                .or_insert((0.0, unit))
                .0 += value;
        }
        let spending = study.phases.iter().map(|p| p.spending).sum::<f64>() / to_data_year;
        Self {
            scenario,
            study,
            figures,
            spending,
        }
    }

    /// Returns the value of `a+b` or `a+b/c+d`, where each term is `measure.effect`, in the province unless it names a territory, or `spending`; and
    /// whether it is in dollars.
    fn value(&self, expression: &str) -> (f64, bool) {
        let sum = |terms: &str| -> (f64, Unit) {
            let values = terms.split('+').map(|term| {
                let id = match term.matches('.').count() {
                    1 => format!("{term}.province"),
                    _ => term.to_owned(),
                };
                match term {
                    "spending" => (self.spending, Unit::Dollars),
                    _ => *self.figures.get(&id).unwrap_or_else(|| panic!("no figure {id}")),
                }
            });
            values.fold((0.0, Unit::JobYears), |(sum, _), (value, unit)| (sum + value, unit))
        };
        match expression.split_once('/') {
            None => {
                let (value, unit) = sum(expression);
                (value, unit == Unit::Dollars)
            }
            Some((above, below)) => {
                let ((a, unit), (b, other)) = (sum(above), sum(below));
                (a / b, unit == Unit::Dollars && other != Unit::Dollars)
            }
        }
    }
}

fn grouped(value: f64, decimals: usize) -> String {
    let text = format!("{value:.decimals$}");
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut out = String::new();
    for (k, c) in whole.chars().enumerate() {
        if k > 0 && (whole.len() - k).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out + rest
}

fn shown(value: f64, name: &str) -> String {
    match name {
        n if n.ends_with("M$") => grouped(value / 1e6, 1),
        n if n.ends_with("spending") => grouped(value, 3),
        n if n.contains('÷') => grouped(value, 2),
        _ => grouped(value, 0),
    }
}

fn named(claim: &Claim) -> &'static str {
    let found = NAMES.iter().find(|(figure, _)| *figure == claim.figure);
    found.unwrap_or_else(|| panic!("no name for {}", claim.figure)).1
}

fn section(cases: &[(Case, &str)]) -> String {
    let mut out =
        format!("{START}\n| Study | Result | theirs | ours | ratio | why they differ |\n|---|---|--:|--:|--:|---|\n");
    for (case, why) in cases {
        for (k, claim) in case.scenario.claims.iter().enumerate() {
            let (ours, _) = case.value(&claim.figure);
            let name = named(claim);
            let (study, why) = if k == 0 {
                (format!("{} ({})", case.scenario.name.en, claim.source.en), *why)
            } else {
                (String::new(), "")
            };
            out += &format!(
                "| {study} | {name} | {} | {} | {:.2} | {why} |\n",
                shown(claim.value, name),
                shown(ours, name),
                ours / claim.value
            );
        }
    }
    out + END
}

fn cases() -> Vec<(Case, &'static str)> {
    let library = Library::embedded().unwrap();
    CASES
        .iter()
        .map(|(name, why)| (Case::new(name, &library), *why))
        .collect()
}

#[test]
fn the_readme_shows_published_studies_beside_ours() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    let start = readme.find(START).expect("README.md has no cases:start");
    let end = readme.find(END).expect("README.md has no cases:end") + END.len();
    let fresh = section(&cases());
    println!("{fresh}");
    if readme[start..end] == fresh {
        return;
    }
    assert!(
        std::env::var_os("UPDATE_README").is_some(),
        "README.md does not show these cases: look at them, then run this test with UPDATE_README=1"
    );
    fs::write(&path, format!("{}{fresh}{}", &readme[..start], &readme[end..])).unwrap();
}

#[test]
fn every_file_of_the_folder_is_a_case() {
    let mut files: Vec<String> = fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap().replace(".ron", ""))
        .collect();
    files.sort();
    let mut names: Vec<String> = CASES.iter().map(|(name, _)| (*name).to_owned()).collect();
    names.sort();
    assert_eq!(files, names);
}

/// What must hold whatever the published results say: the inputs are in the whole province, the accounts close, and each published result has a source.
#[test]
fn cases_are_sound_whatever_they_find() {
    let library = Library::embedded().unwrap();
    for (case, _) in cases() {
        let name = &case.scenario.name.en;
        assert!(case.study.whole_province, "{name}");
        assert!(
            case.study.checks.iter().all(|c| c.holds()),
            "{name}: {:?}",
            case.study.checks
        );
        let problems = study::check(&case.scenario, &library);
        assert!(
            problems.iter().all(|p| p.severity() != Severity::Error),
            "{name}: {problems:?}"
        );
        assert!(!case.scenario.claims.is_empty(), "{name}");
        for claim in &case.scenario.claims {
            assert!(
                claim.value > 0.0 && !claim.source.fr.is_empty() && !claim.source.en.is_empty(),
                "{name}"
            );
            let (ours, _) = case.value(&claim.figure);
            assert!(ours.is_finite() && ours > 0.0, "{name}: {} is {ours}", claim.figure);
        }
        let parts: f64 = ["direct", "indirect", "induced"]
            .iter()
            .map(|effect| case.value(&format!("gdp.{effect}")).0)
            .sum();
        let (total, in_dollars) = case.value("gdp.total");
        assert!(
            in_dollars && (parts - total).abs() <= 1e-9 * total,
            "{name}: {parts}, {total}"
        );
        // Taxes are inside what is produced: never more than GDP.
        let (taxes, _) = case.value("revenue_quebec_fiscal.total+revenue_federal_fiscal.total");
        assert!(taxes < 0.5 * total, "{name}: {taxes} of {total}");
    }
}
