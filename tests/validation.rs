//! Our multipliers of Ontario beside those that Statistics Canada publishes, in the README: a comparison to be read, not a target. Nothing is tuned to it.
//!
//! The table of the README is written by this test: run it with `UPDATE_README=1` after a change that moves it.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::fs;
use std::path::PathBuf;

use retombees::data::library::Library;
use retombees::engine::impact::Measure;
use retombees::engine::leontief::LeontiefModel;
use retombees::engine::matrix::Matrix;
use retombees::engine::multipliers::{Multiplier, multipliers};
use retombees::ids::RegionCode;
use retombees::scenario::{file, presets};
use retombees::study::{self, Cache};

const PUBLISHED: &str = include_str!("cases/ontario-2022.csv");
const START: &str = "<!-- validation:start -->";
const END: &str = "<!-- validation:end -->";

/// Which published industries face which of ours, by code.
///
/// Several of theirs in one of ours give a range, unweighted: their outputs are not in the table. One of theirs over several of ours faces our mean, weighted by
/// our output. NP000 (non-profit institutions) is spread over our 61, 62 and 8A and faces none.
const MAPPING: [(&[&str], &[&str]); 14] = [
    (&["11"], &["BS113", "BS114", "BS115", "BS11A"]),
    (&["21"], &["BS210"]),
    (&["22"], &["BS220"]),
    (&["23"], &["BS23A", "BS23B", "BS23C", "BS23D", "BS23E"]),
    (
        &["31A", "31B", "32A", "32B", "327", "33A", "33B", "336", "33C"],
        &["BS3A0"],
    ),
    (&["4A"], &["BS410", "BS4A0"]),
    (&["4B"], &["BS4B0"]),
    (&["51"], &["BS510"]),
    (&["52", "53"], &["BS5B0"]),
    (&["5A"], &["BS540", "BS560"]),
    (&["61"], &["BS610", "GS610"]),
    (&["62"], &["BS620", "GS620"]),
    (&["7A"], &["BS710", "BS720"]),
    (&["8A"], &["BS810", "GS911", "GS912", "GS913", "GS914"]),
];

const MEASURES: [(Measure, &str); 3] = [
    (Measure::Output, "Output"),
    (Measure::Gdp, "Gross domestic product (GDP) at basic prices"),
    (Measure::Jobs, "Jobs"),
];

/// Simple (direct + indirect) or total (induced included).
#[derive(Clone, Copy, PartialEq)]
enum Depth {
    Simple,
    Total,
}

/// A line of the published table: code, variable, simple, total.
type Line = (String, String, f64, f64);

fn published() -> Vec<Line> {
    let mut out = Vec::new();
    for line in PUBLISHED.lines().filter(|l| !l.starts_with('#')).skip(1) {
        // Names of industries may hold commas between quotes.
        let mut cells = vec![String::new()];
        let mut quoted = false;
        for c in line.chars() {
            match c {
                '"' => quoted = !quoted,
                ',' if !quoted => cells.push(String::new()),
                c => cells.last_mut().unwrap().push(c),
            }
        }
        let number = |k: usize| cells[k].parse().unwrap();
        out.push((cells[0].clone(), cells[2].clone(), number(6), number(7)));
    }
    out
}

/// Our side: multipliers of Ontario inside the province, and the outputs that weigh them.
struct Ontario {
    codes: Vec<String>,
    labels: Vec<String>,
    output: Vec<f64>,
    multipliers: Vec<Multiplier>,
    /// Simple multipliers of output and of jobs in a model of Ontario alone.
    alone_output: Vec<f64>,
    alone_jobs: Vec<f64>,
}

fn ontario() -> Ontario {
    let library = Library::embedded().unwrap();
    // Any project does: only the models of the region, with default parameters (τ = 0.02), are read from its study.
    let mut scenario = file::read(presets::SHIPPED[0].1.as_bytes()).unwrap();
    scenario.region = RegionCode::new("ON");
    for phase in &mut scenario.phases {
        phase.local_share = None;
    }
    assert_eq!(library.parameter("product_tax_in_purchases").unwrap().value, 0.02);
    let study = study::run(&scenario, &library, &mut Cache::default()).unwrap();
    let structure = &study.structure;
    assert!(structure.region.is_whole_province());
    let (account, n) = (structure.region.account(), library.economy.industries.len());
    let mut own = Matrix::zeros(n, n);
    for i in 0..n {
        for j in 0..n {
            own[(i, j)] = account.coefficients()[(i, j)];
        }
    }
    let alone = LeontiefModel::new(own).unwrap();
    Ontario {
        alone_output: alone.effects_per_dollar(&vec![1.0; n]),
        alone_jobs: alone.effects_per_dollar(&account.per_dollar().jobs[..n]),
        codes: library.economy.industries.iter().map(|i| i.code.clone()).collect(),
        labels: library.economy.industries.iter().map(|i| i.label.en.clone()).collect(),
        output: account.gross_output()[..n].to_vec(),
        multipliers: multipliers(&structure.region, &structure.model).unwrap(),
    }
}

impl Ontario {
    fn at(&self, code: &str) -> usize {
        self.codes.iter().position(|c| c == code).unwrap()
    }

    /// Returns our multiplier for a group of our industries, weighted by output; jobs per million dollars.
    fn value(&self, ours: &[&str], measure: Measure, depth: Depth) -> f64 {
        let unit = if measure == Measure::Jobs { 1e6 } else { 1.0 };
        let mut values = vec![0.0; self.codes.len()];
        for m in self.multipliers.iter().filter(|m| m.measure == measure) {
            values[m.industry] = match depth {
                Depth::Simple => m.simple_province,
                Depth::Total => m.total_province.unwrap(),
            };
        }
        unit * self.weighted(ours, &values)
    }

    /// Returns the mean of values by industry over a group of our industries, weighted by output.
    fn weighted(&self, ours: &[&str], values: &[f64]) -> f64 {
        let group: Vec<usize> = ours.iter().map(|code| self.at(code)).collect();
        let weight: f64 = group.iter().map(|i| self.output[*i]).sum();
        group.iter().map(|i| values[*i] * self.output[*i]).sum::<f64>() / weight
    }

    fn label(&self, ours: &[&str]) -> String {
        match ours {
            [one] => format!("{} ({one})", self.labels[self.at(one)]),
            ["31A", ..] => "Manufacturing (nine industries)".to_owned(),
            several => format!("Finance, insurance, real estate ({})", several.join(", ")),
        }
    }
}

/// Returns the lowest and highest published values of a group of their industries.
fn theirs(published: &[Line], codes: &[&str], variable: &str, depth: Depth) -> (f64, f64) {
    let found: Vec<f64> = published
        .iter()
        .filter(|(code, name, ..)| codes.contains(&code.as_str()) && name == variable)
        .map(|(_, _, simple, total)| if depth == Depth::Simple { *simple } else { *total })
        .collect();
    assert_eq!(found.len(), codes.len(), "{codes:?} {variable}");
    (
        found.iter().copied().fold(f64::INFINITY, f64::min),
        found.iter().copied().fold(f64::NEG_INFINITY, f64::max),
    )
}

fn range(low: f64, high: f64, decimals: usize) -> String {
    let (low, high) = (format!("{low:.decimals$}"), format!("{high:.decimals$}"));
    if low == high { low } else { format!("{low}–{high}") }
}

fn table(ours: &Ontario, published: &[Line], depth: Depth) -> String {
    let mut out = String::from(
        "| Industry | Output: StatCan | ours | ratio | GDP: StatCan | ours | ratio | Jobs per M$: StatCan | ours | ratio |\n\
         |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n",
    );
    for (mine, codes) in MAPPING {
        out += &format!("| {} |", ours.label(mine));
        for (measure, variable) in MEASURES {
            let (low, high) = theirs(published, codes, variable, depth);
            let own = ours.value(mine, measure, depth);
            let decimals = if measure == Measure::Jobs { 1 } else { 2 };
            out += &format!(
                " {} | {own:.decimals$} | {} |",
                range(low, high, 1),
                range(own / high, own / low, 2)
            );
        }
        out.push('\n');
    }
    out
}

fn section(ours: &Ontario, published: &[Line]) -> String {
    format!(
        "{START}\n**Simple multipliers** (direct + indirect), inside Ontario, per dollar of output at basic prices\n\n{}\n\
         **Total multipliers** (induced included), inside Ontario\n\n{}{END}",
        table(ours, published, Depth::Simple),
        table(ours, published, Depth::Total)
    )
}

#[test]
fn the_readme_shows_our_multipliers_beside_the_published_ones() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    let start = readme.find(START).expect("README.md has no validation:start");
    let end = readme.find(END).expect("README.md has no validation:end") + END.len();
    let fresh = section(&ontario(), &published());
    println!("{fresh}");
    if readme[start..end] == fresh {
        return;
    }
    assert!(
        std::env::var_os("UPDATE_README").is_some(),
        "README.md does not show these multipliers: look at them, then run this test with UPDATE_README=1"
    );
    fs::write(&path, format!("{}{fresh}{}", &readme[..start], &readme[end..])).unwrap();
}

/// An earlier, separate calculation from the same tables gave 1.45, 1.59, 1.41 and 1.39 for simple output, and 3.2, 5.8, 6.9 and 4.0 jobs per million dollars
/// (manufacturing, transport, professional services, construction). It took Ontario alone; the table of the README also counts what comes back through other
/// provinces, which adds about 0.5 %.
#[test]
fn ontario_alone_agrees_with_a_separate_calculation() {
    let ours = ontario();
    for (codes, output, jobs) in [
        (MAPPING[4].0, 1.45, 3.2),
        (&["4B"], 1.59, 5.8),
        (&["5A"], 1.41, 6.9),
        (&["23"], 1.39, 4.0),
    ] {
        let found = ours.weighted(codes, &ours.alone_output);
        assert!(
            (found - output).abs() <= 0.005,
            "{codes:?}: output {found}, not {output}"
        );
        let found = 1e6 * ours.weighted(codes, &ours.alone_jobs);
        assert!((found - jobs).abs() <= 0.05, "{codes:?}: jobs {found}, not {jobs}");
        let whole = ours.value(codes, Measure::Output, Depth::Simple);
        let alone = ours.weighted(codes, &ours.alone_output);
        assert!(
            (1.0..1.01).contains(&(whole / alone)),
            "{codes:?}: {whole} against {alone} alone"
        );
    }
}

/// Where the classifications match best, a multiplier a quarter away from the published one would be a fault and not a difference of year or of detail.
#[test]
fn output_multipliers_are_of_the_published_size() {
    let (ours, published) = (ontario(), published());
    for k in [3, 4, 9] {
        let (mine, codes) = MAPPING[k];
        let (low, high) = theirs(&published, codes, "Output", Depth::Simple);
        let own = ours.value(mine, Measure::Output, Depth::Simple);
        for them in [low, high] {
            assert!((0.8..=1.25).contains(&(own / them)), "{mine:?}: {own} against {them}");
        }
    }
}

#[test]
fn the_mapping_uses_each_industry_once() {
    let published = published();
    let mut used: Vec<&str> = MAPPING.iter().flat_map(|(_, codes)| codes.iter().copied()).collect();
    used.push("NP000");
    used.sort_unstable();
    let mut all: Vec<&str> = published.iter().map(|l| l.0.as_str()).collect();
    all.sort_unstable();
    all.dedup();
    assert_eq!(used, all);
    let mut mine: Vec<&str> = MAPPING.iter().flat_map(|(ours, _)| ours.iter().copied()).collect();
    mine.sort_unstable();
    let mut codes = ontario().codes;
    codes.sort_unstable();
    assert_eq!(mine, codes);
}
