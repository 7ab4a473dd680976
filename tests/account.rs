//! The embedded account: its known sums, its multipliers against an independent computation, and the care taken of its data.
//!
//! Known sums: Statistics Canada 15-211-X (2021) summed from the published figures, and tables 36-10-0221 and of payroll jobs. Multipliers: an
//! independent computation in numpy from the same figures, τ = 0.02.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::collections::BTreeMap;

use retombees::data::economy::Table;
use retombees::data::files::LabourMethod;
use retombees::data::library::{FILES, HASHES, Library, sha256_hex};
use retombees::engine::account::Account;
use retombees::engine::households::{Closure, HouseholdRules};
use retombees::engine::identities::{CheckName, account_checks, split_check};
use retombees::engine::impact::{ImpactModel, Measure};
use retombees::engine::multipliers::{Multiplier, multipliers};
use retombees::engine::regional::StudyRegion;
use retombees::problem::What;
use serde::Deserialize;

/// The share of product taxes in purchases for which the expected multipliers were computed.
const TAU: f64 = 0.02;

fn library() -> Library {
    Library::embedded().unwrap()
}

fn account(library: &Library) -> Account {
    library.economy.account(TAU).unwrap()
}

fn province_sum(account: &Account, province: &str, f: impl Fn(usize) -> f64) -> f64 {
    let n = account.industries().len();
    let d = account.region(province).unwrap();
    (d * n..(d + 1) * n).map(f).sum()
}

#[track_caller]
fn within(found: f64, expected: f64, tolerance: f64) {
    assert!(
        (found - expected).abs() <= tolerance,
        "found {found}, expected {expected} ± {tolerance}"
    );
}

#[test]
fn known_sums() {
    let library = library();
    let account = account(&library);
    assert_eq!(
        (account.industries().len(), account.regions().len(), account.size()),
        (23, 10, 230)
    );
    let gdp = |province: &str| account.gdp(account.region(province).unwrap()) / 1e6;
    within(gdp("QC"), 468_856.0, 0.5);
    // The published total of Québec's GDP at basic prices is 468,855.
    within(gdp("QC"), 468_855.0, 1.5);
    within(gdp("ON"), 903_203.0, 0.5);
    within((0..10).map(|d| account.gdp(d)).sum::<f64>() / 1e6, 2_353_211.0, 0.5);
    within(
        province_sum(&account, "QC", |k| account.gross_output()[k]) / 1e6,
        882_812.0,
        0.5,
    );
    within(province_sum(&account, "QC", |k| account.jobs()[k]), 3_771_074.0, 0.5);
    let paid = |k: usize| account.per_dollar().compensation[k] * account.gross_output()[k];
    within(province_sum(&account, "QC", paid) / 1e6, 271_118.0, 0.5);
}

fn quebec_multipliers() -> (Account, Vec<Multiplier>) {
    let library = library();
    let account = account(&library);
    let region = StudyRegion::province(&account, account.region("QC").unwrap());
    let rules = HouseholdRules {
        contributions_ratio: 0.0,
        tax_rate: Vec::new(),
        saving_rate: 0.0,
        product_tax: 0.0,
        government_share: 0.0,
        public_industries: Vec::new(),
        housing: None,
        resident_share: 1.0,
        already_received: 0.0,
    };
    let model = ImpactModel::new(&region, Closure::None, rules, 0.0).unwrap();
    let all = multipliers(&region, &model).unwrap();
    (account, all)
}

#[test]
fn multipliers_of_quebec() {
    let (account, all) = quebec_multipliers();
    // Industry, output in Québec, output in Canada, GDP in Québec, jobs in Québec per M$.
    let expected = [
        ("23", 1.443016, 1.596716, 0.666678, 4.619370),
        ("33A", 1.394134, 1.601207, 0.499597, 3.204400),
        ("21", 1.226415, 1.317798, 0.820224, 2.263609),
    ];
    for (code, output, canada, gdp, jobs) in expected {
        let j = account.industry(code).unwrap();
        let of = |measure| all.iter().find(|m| m.industry == j && m.measure == measure).unwrap();
        within(of(Measure::Output).simple_province, output, 1e-5);
        within(of(Measure::Output).simple_all, canada, 1e-5);
        within(of(Measure::Gdp).simple_province, gdp, 1e-5);
        within(of(Measure::Jobs).simple_province * 1e6, jobs, 1e-5);
        // The study region is the province: nothing distinguishes the two territories.
        assert_eq!(of(Measure::Output).simple_local, of(Measure::Output).simple_province);
    }
}

#[test]
fn a_province_as_study_region_stands_first_and_changes_nothing() {
    let library = library();
    let account = account(&library);
    let n = account.industries().len();
    for (p, code) in account.regions().iter().enumerate() {
        let region = StudyRegion::province(&account, p);
        let moved = region.account();
        assert_eq!(&moved.regions()[0], code);
        assert!(split_check(&account, p, &region).holds());
        for d in 0..10 {
            let old_d = account.region(moved.regions()[d].as_str()).unwrap();
            assert_eq!(moved.gdp(d), account.gdp(old_d));
            assert_eq!(moved.consumption(d), account.consumption(old_d));
            for s in 0..10 {
                let old_s = account.region(moved.regions()[s].as_str()).unwrap();
                for i in 0..n {
                    assert_eq!(moved.trade_share(i, s, d), account.trade_share(i, old_s, old_d));
                    let (new, old) = (
                        moved.coefficients().row(s * n + i),
                        account.coefficients().row(old_s * n + i),
                    );
                    assert_eq!(new[d * n..(d + 1) * n], old[old_d * n..(old_d + 1) * n]);
                }
            }
        }
    }
}

#[test]
fn the_account_keeps_its_identities() {
    let library = library();
    let account = account(&library);
    let checks = account_checks(&account);
    assert_eq!(checks.len(), 2);
    assert_eq!(checks[0].name, CheckName::ColumnsPayOneDollar);
    assert_eq!(checks[1].name, CheckName::SalesWithinOutput);
    for check in checks {
        assert!(check.holds(), "{check:?}");
    }
    let c = account.per_dollar();
    // Each column from the figures as published: v, l·v, (1 − v)·τ.
    let Table::Trade(table) = &library.economy.table else {
        panic!("not a trade table")
    };
    for d in 0..10 {
        for j in 0..23 {
            let (k, v) = (d * 23 + j, table.value_added_share[(j, d)]);
            let x: f64 = table.trade[j].row(d).iter().sum();
            within(account.gross_output()[k], x * 1e6, 1e-9 * x * 1e6);
            if x > 0.0 {
                within(c.value_added[k], v, 1e-15);
                within(c.compensation[k], table.labour_share[j] * v, 1e-15);
                within(c.product_taxes[k], TAU * (1.0 - v), 1e-15);
            }
        }
    }
    for k in 0..account.size() {
        for v in [
            c.value_added[k],
            c.compensation[k],
            c.product_taxes[k],
            c.foreign_imports[k],
            c.jobs[k],
        ] {
            assert!(v.is_finite() && v >= 0.0, "{k}: {v}");
        }
        // Labour's share of GDP is capped at 0.95.
        assert!(c.compensation[k] <= 0.95 * c.value_added[k] + 1e-15);
    }
}

#[test]
fn no_industry_sells_more_inside_canada_than_the_trade_table_says() {
    // Recomputed from the raw trade: purchases by industries never exceed the flow, and where the row was capped they meet it.
    let library = library();
    let account = account(&library);
    let Table::Trade(table) = &library.economy.table else {
        panic!("not a trade table")
    };
    let n = account.industries().len();
    for i in 0..n {
        for s in 0..10 {
            for d in 0..10 {
                let row = account.coefficients().row(s * n + i);
                let bought: f64 = (0..n)
                    .map(|j| row[d * n + j] * account.gross_output()[d * n + j])
                    .sum::<f64>()
                    / 1e6;
                let flow = table.trade[i][(s, d)];
                assert!(bought <= flow * (1.0 + 1e-12), "{i} {s} {d}: {bought} > {flow}");
                let capped = account.capped().iter().any(|c| {
                    c.industry == account.industries()[i]
                        && c.seller == account.regions()[s]
                        && c.buyer == account.regions()[d]
                });
                if capped {
                    within(bought, flow, 1e-9 * flow);
                }
            }
        }
    }
    // The caveat that METHOD states: Québec mining is capped, and leaves nothing to final users.
    let quebec_mining = |c: &retombees::engine::account::Cap| {
        c.industry.as_str() == "21" && c.seller.as_str() == "QC" && c.buyer.as_str() == "QC" && c.factor < 1.0
    };
    assert!(account.capped().iter().any(quebec_mining));
}

#[test]
fn suppressed_jobs_take_the_coefficient_of_the_other_provinces() {
    let library = library();
    let account = account(&library);
    let n = account.industries().len();
    let mut imputed = 0;
    for problem in account.warnings() {
        let What::JobsImputed { industry, region } = &problem.what else {
            continue;
        };
        imputed += 1;
        assert_ne!(region, "QC");
        let (j, d) = (account.industry(industry).unwrap(), account.region(region).unwrap());
        assert_eq!(account.jobs()[d * n + j], 0.0);
        let counted = (0..10).map(|s| s * n + j).filter(|k| account.jobs()[*k] > 0.0);
        let (jobs, output) = counted.fold((0.0, 0.0), |(e, x), k| {
            (e + account.jobs()[k], x + account.gross_output()[k])
        });
        within(account.per_dollar().jobs[d * n + j] * output, jobs, 1e-9 * jobs);
    }
    // METHOD section 1: 20 suppressed cells, none in Québec.
    assert_eq!(imputed, 20);
}

#[test]
fn the_hash_list_is_that_of_the_embedded_files() {
    #[derive(Deserialize)]
    struct Hashes {
        files: BTreeMap<String, String>,
    }
    let hashes: Hashes = ron::from_str(HASHES).unwrap();
    let found: BTreeMap<String, String> = FILES
        .iter()
        .map(|(name, text)| (name.to_string(), sha256_hex(text.as_bytes())))
        .collect();
    assert_eq!(hashes.files, found);
    // SHA-256 of "abc": FIPS 180-2, appendix B.1.
    assert_eq!(
        sha256_hex(b"abc"),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    );
}

#[test]
fn labour_shares_follow_their_recipe() {
    #[derive(Deserialize)]
    struct Bridge {
        published: f64,
        pairs: Vec<Pair>,
    }
    #[derive(Deserialize)]
    struct Pair {
        september_2021: f64,
        december_2022: f64,
    }
    #[derive(Deserialize)]
    struct Inputs {
        contributions_numerator: f64,
        contributions_denominator: f64,
        trade_bridge: Bridge,
    }
    let library = library();
    let account = account(&library);
    let text = FILES
        .iter()
        .find(|(n, _)| *n == "economies/canada-2021-labour-share.ron")
        .unwrap()
        .1;
    let inputs: Inputs = ron::from_str(text).unwrap();
    let file = &library.labour;
    let Table::Trade(table) = &library.economy.table else {
        panic!("not a trade table")
    };
    let n = account.industries().len();
    let qc = account.region("QC").unwrap();
    let k = 1.0 + inputs.contributions_numerator / inputs.contributions_denominator;
    within(file.contributions_ratio, k - 1.0, 1e-15);

    // Recipes: compensation ÷ (compensation + surplus), weighted by output.
    let recipe_share = |code: &str| {
        let of = library.recipes.recipes.iter().filter(|r| r.industry == code);
        let (pay, income) = of.fold((0.0, 0.0), |(p, i), r| {
            (
                p + r.output_musd * r.compensation,
                i + r.output_musd * (r.compensation + r.surplus),
            )
        });
        pay / income
    };
    let gdp: Vec<f64> = (0..n)
        .map(|j| table.value_added_share[(j, qc)] * table.trade[j].row(qc).iter().sum::<f64>())
        .collect();
    let bridge = &inputs.trade_bridge;
    let ratios = bridge.pairs.iter().map(|p| p.september_2021 / p.december_2022);
    let retail = bridge.published * ratios.sum::<f64>() / bridge.pairs.len() as f64;

    assert_eq!(file.rows.len(), n);
    let mut raw = vec![0.0; n];
    let mut earnings = vec![0.0; n];
    let mut mixed = Vec::new();
    for (j, row) in file.rows.iter().enumerate() {
        assert_eq!(row.industry, account.industries()[j].as_str());
        // Printed with twelve decimals.
        within(row.recipe_share, recipe_share(&row.industry), 1e-11);
        if row.industry == "4A" {
            within(row.weekly_earnings.unwrap(), retail, 1e-8);
        }
        let weekly = row.weekly_earnings.unwrap_or(0.0);
        earnings[j] = weekly * table.employment[(j, qc)] * file.weeks / 1e6 * k;
        raw[j] = match row.method {
            LabourMethod::Earnings => earnings[j] / gdp[j],
            LabourMethod::Recipe => recipe_share(&row.industry),
            LabourMethod::GeometricMean => {
                mixed.push(j);
                (earnings[j] / gdp[j] * recipe_share(&row.industry)).sqrt()
            }
        };
    }
    // The nine manufacturing industries: their mixture is brought to their earnings.
    assert_eq!(mixed.len(), 9);
    let factor = mixed.iter().map(|j| earnings[*j]).sum::<f64>() / mixed.iter().map(|j| raw[*j] * gdp[*j]).sum::<f64>();
    for j in mixed {
        raw[j] *= factor;
    }
    // All to the published compensation, none above the cap.
    let mut capped = vec![false; n];
    let shares: Vec<f64> = loop {
        let fixed: f64 = (0..n).filter(|j| capped[*j]).map(|j| file.cap * gdp[j]).sum();
        let free: f64 = (0..n).filter(|j| !capped[*j]).map(|j| raw[j] * gdp[j]).sum();
        let f = (file.total_compensation - fixed) / free;
        let above: Vec<usize> = (0..n).filter(|j| !capped[*j] && f * raw[*j] > file.cap).collect();
        if above.is_empty() {
            break (0..n).map(|j| if capped[j] { file.cap } else { f * raw[j] }).collect();
        }
        for j in above {
            capped[j] = true;
        }
    };
    for (j, row) in file.rows.iter().enumerate() {
        within(row.labour_share, shares[j], 1e-9);
        // The economy uses this very column.
        assert_eq!(table.labour_share[j], row.labour_share);
    }
    let paid: f64 = shares.iter().zip(&gdp).map(|(l, g)| l * g).sum();
    within(paid, 271_118.0, 1e-6);
}

#[track_caller]
fn is_a_date(text: &str) {
    let parts: Vec<u32> = text.split('-').map(|p| p.parse().unwrap_or(0)).collect();
    let [year, month, day] = parts[..] else {
        panic!("{text:?} is not a date")
    };
    assert!(
        (2020..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day),
        "{text:?}"
    );
}

#[test]
fn every_source_says_what_where_and_when() {
    let library = library();
    let sources = library.sources();
    assert!(sources.len() >= 8);
    for s in &sources {
        for text in [
            &s.id,
            &s.title.fr,
            &s.title.en,
            &s.publisher.fr,
            &s.publisher.en,
            &s.year,
            &s.place,
            &s.licence,
        ] {
            assert!(!text.trim().is_empty(), "{}: an empty field", s.id);
        }
        is_a_date(&s.last_checked);
        assert!(s.url.is_empty() || s.url.starts_with("https://"), "{}: {}", s.id, s.url);
        if s.licence.contains("Statistics Canada Open Licence") {
            let asked = "This does not constitute an endorsement by Statistics Canada of this product";
            assert!(s.attribution.en.contains(asked), "{}", s.id);
            assert!(
                s.attribution.en.starts_with("Adapted from Statistics Canada"),
                "{}",
                s.id
            );
            assert!(s.attribution.fr.starts_with("Adapté de Statistique Canada"), "{}", s.id);
        }
    }
    // The attribution that METHOD section 1 quotes.
    let account = sources.iter().find(|s| s.id == "15-211-X").unwrap();
    assert_eq!(
        account.attribution.en,
        "Adapted from Statistics Canada, 15-211-X, 2021. This does not constitute an endorsement by Statistics Canada of this product."
    );
    // A source cited in two files is the same in both: the list shows it once.
    let files = [
        &library.economy.sources,
        &library.labour.sources,
        &library.accounts.sources,
        &library.recipes.sources,
        &library.regions.sources,
        &library.prices.sources,
    ];
    for s in files.into_iter().flatten() {
        let shown = sources.iter().find(|o| o.id == s.id).unwrap();
        assert_eq!(
            (&s.title, &s.publisher, &s.licence),
            (&shown.title, &shown.publisher, &shown.licence)
        );
    }
}

#[test]
fn every_parameter_has_a_source_or_says_that_it_is_an_assumption() {
    let library = library();
    assert!(library.parameters.len() >= 8);
    let mut seen = std::collections::BTreeSet::new();
    for p in &library.parameters {
        assert!(seen.insert(&p.id), "{} twice", p.id);
        assert!(
            !p.label.fr.is_empty() && !p.label.en.is_empty() && !p.unit.is_empty(),
            "{}",
            p.id
        );
        assert!(!p.note.fr.is_empty() && !p.note.en.is_empty(), "{}", p.id);
        let (low, high) = p.range;
        assert!(
            low < high && (low..=high).contains(&p.value),
            "{}: {} outside {low}–{high}",
            p.id,
            p.value
        );
        is_a_date(&p.last_checked);
        assert_eq!(p.source.is_none(), p.assumption, "{}", p.id);
        if let Some(s) = &p.source {
            assert!(
                !s.title.fr.is_empty() && !s.title.en.is_empty() && !s.place.is_empty(),
                "{}",
                p.id
            );
        }
    }
    // The figures that METHOD states.
    let value = |id: &str| library.parameter(id).unwrap().value;
    assert_eq!(value("product_tax_in_purchases"), TAU);
    within(value("contributions_ratio"), 42_590.0 / 228_528.0, 1e-12);
    assert_eq!(value("saving_rate"), 0.093);
    assert_eq!(value("product_tax_in_consumption"), 0.10);
    assert_eq!(value("government_share_of_consumption"), 0.301);
    assert_eq!(value("resident_share"), 0.90);
}

#[test]
fn a_parameter_that_is_a_ratio_is_that_ratio_to_its_last_digit() {
    #[derive(Deserialize)]
    struct Ratios {
        parameters: Vec<Ratio>,
    }
    #[derive(Deserialize)]
    struct Ratio {
        id: String,
        value: f64,
        numerator: Option<f64>,
        denominator: Option<f64>,
    }
    let text = FILES.iter().find(|(n, _)| *n == "parameters.ron").unwrap().1;
    let file: Ratios = ron::from_str(text).unwrap();
    let mut checked = 0;
    for p in &file.parameters {
        assert_eq!(p.numerator.is_some(), p.denominator.is_some(), "{}", p.id);
        let Some((numerator, denominator)) = p.numerator.zip(p.denominator) else {
            continue;
        };
        let decimals = p.value.to_string().split_once('.').map_or(0, |(_, d)| d.len());
        let half = 0.5 * 10f64.powi(-(decimals as i32));
        assert!(
            (p.value - numerator / denominator).abs() <= half,
            "{}: {}",
            p.id,
            numerator / denominator
        );
        checked += 1;
    }
    assert_eq!(checked, 6);
}
