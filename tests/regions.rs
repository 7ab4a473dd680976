//! Carving a region out of its province changes nothing in the province: for every region, method and δ, the study region and the rest sum to it.
//!
//! Every expected number is the unsplit province's own, or is worked out by hand in the test.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::ops::Range;

use retombees::data::library::Library;
use retombees::engine::account::Account;
use retombees::engine::demand::{DemandRules, Product, SpendingLine, demand};
use retombees::engine::households::{Closure, HouseholdRules, Households};
use retombees::engine::identities::split_check;
use retombees::engine::impact::{Effect, Impact, ImpactModel, Measure, ProjectAccount};
use retombees::engine::matrix::Matrix;
use retombees::engine::multipliers::multipliers;
use retombees::engine::origins::Buyer;
use retombees::engine::regional::{Quotient, StudyRegion};
use retombees::engine::tables::FlowTable;
use retombees::problem::What;

const TOLERANCE: f64 = 1e-9;
const DELTAS: [f64; 7] = [0.0, 0.1, 0.2, 0.25, 0.3, 0.4, 0.5];
const TAU: f64 = 0.02;

/// The four methods, with every δ where the method has one.
fn methods() -> Vec<Quotient> {
    let mut all = vec![Quotient::Simple, Quotient::CrossIndustry];
    for delta in DELTAS {
        all.extend([Quotient::Flegg { delta }, Quotient::AugmentedFlegg { delta }]);
    }
    all
}

struct Quebec {
    account: Account,
    province: usize,
    territories: Vec<(String, Vec<f64>)>,
}

fn quebec() -> Quebec {
    let library = Library::embedded().unwrap();
    let account = library.economy.account(TAU).unwrap();
    let province = account.region("QC").unwrap();
    let territories = library
        .territories
        .iter()
        .filter_map(|t| t.sigma.clone().map(|s| (t.code.to_string(), s)))
        .collect();
    Quebec {
        account,
        province,
        territories,
    }
}

/// Households of METHOD section 4.
fn rules(account: &Account) -> HouseholdRules {
    HouseholdRules {
        contributions_ratio: 42_590.0 / 228_528.0,
        // A rate by industry: the sums must not depend on its being the same everywhere.
        tax_rate: (0..account.industries().len())
            .map(|i| 0.24 + 0.004 * i as f64)
            .collect(),
        saving_rate: 0.093,
        product_tax: 0.10,
        government_share: 0.301,
        public_industries: ["61", "62", "8A"].iter().filter_map(|c| account.industry(c)).collect(),
        housing: account.industry("53"),
        resident_share: 0.90,
        already_received: 0.0,
    }
}

/// The largest differences met, for the record.
#[derive(Clone, Copy, Debug, Default)]
struct Worst {
    /// Cells of a coefficient matrix, dollars per dollar.
    cells: f64,
    /// Sales of a row against its pool, relative to the province's sales of the product.
    pools: f64,
    /// ρ outside [0, 1], before it is limited.
    rho: f64,
    /// Household cells.
    households: f64,
}

impl Worst {
    fn join(&mut self, other: Worst) {
        self.cells = self.cells.max(other.cells);
        self.pools = self.pools.max(other.pools);
        self.rho = self.rho.max(other.rho);
        self.households = self.households.max(other.households);
    }
}

#[track_caller]
fn near(found: f64, expected: f64, scale: f64, worst: &mut f64) {
    let difference = (found - expected).abs() / scale;
    assert!(
        difference <= TOLERANCE,
        "found {found}, expected {expected}, scale {scale}"
    );
    *worst = worst.max(difference);
}

/// Checks everything that METHOD section 2 promises of a split.
#[track_caller]
fn check_split(base: &Account, p: usize, region: &StudyRegion) -> Worst {
    let mut worst = Worst::default();
    let n = base.industries().len();
    let split = region.account();
    let (a, b) = (base.coefficients(), split.coefficients());
    let others: Vec<usize> = (0..base.regions().len()).filter(|r| *r != p).collect();
    assert_eq!(
        (region.provincial_regions(), split.regions().len()),
        (2, others.len() + 2)
    );
    for k in 0..split.size() {
        for v in b.row(k) {
            assert!(*v >= 0.0, "negative coefficient {v}");
        }
    }
    let sigma = region.sigma();
    let x: Vec<f64> = (0..n).map(|i| base.gross_output()[p * n + i]).collect();
    for i in 0..n {
        near(
            split.gross_output()[i],
            sigma[i] * x[i],
            x[i].max(1.0),
            &mut worst.cells,
        );
        for (all, parts) in [(base.gross_output(), split.gross_output()), (base.jobs(), split.jobs())] {
            near(
                parts[i] + parts[n + i],
                all[p * n + i],
                all[p * n + i].max(1.0),
                &mut worst.cells,
            );
        }
        // L + rest = P for every buyer: the two parts of the province, then the other provinces.
        for j in 0..n {
            for part in 0..2 {
                let whole = a[(p * n + i, p * n + j)];
                near(
                    b[(i, part * n + j)] + b[(n + i, part * n + j)],
                    whole,
                    1.0,
                    &mut worst.cells,
                );
            }
            for (k, d) in others.iter().enumerate() {
                let whole = a[(p * n + i, d * n + j)];
                let column = (k + 2) * n + j;
                near(b[(i, column)] + b[(n + i, column)], whole, 1.0, &mut worst.cells);
                near(b[(i, column)], sigma[i] * whole, 1.0, &mut worst.cells);
                for part in 0..2 {
                    assert_eq!(b[((k + 2) * n + i, part * n + j)], a[(d * n + i, p * n + j)]);
                }
                for (l, s) in others.iter().enumerate() {
                    assert_eq!(b[((l + 2) * n + i, column)], a[(s * n + i, d * n + j)]);
                }
            }
        }

        // Two-sided pool balance: the region sells σ of what the province sells of i, the rest sells the rest.
        let bought =
            |row: usize, columns: Range<usize>| -> f64 { columns.map(|j| b[(row, j)] * split.gross_output()[j]).sum() };
        let pool: f64 = (0..n).map(|j| a[(p * n + i, p * n + j)] * x[j]).sum();
        if pool <= 0.0 {
            continue;
        }
        near(bought(i, 0..2 * n), sigma[i] * pool, pool, &mut worst.pools);
        near(bought(n + i, 0..2 * n), (1.0 - sigma[i]) * pool, pool, &mut worst.pools);

        // ρ again, not limited to [0, 1]: in dollars always, as a share where the rest buys anything to speak of.
        let rho = region.sales_to_rest()[i];
        assert!((0.0..=1.0).contains(&rho));
        let left = sigma[i] * pool - bought(i, 0..n);
        let rest_buys: f64 = (0..n)
            .map(|j| a[(p * n + i, p * n + j)] * (1.0 - sigma[j]) * x[j])
            .sum();
        near(left, rho * rest_buys, pool, &mut worst.pools);
        assert!(
            (-TOLERANCE * pool..=rest_buys + TOLERANCE * pool).contains(&left),
            "{left} of {rest_buys}"
        );
        if rest_buys > 1e-6 * pool {
            let outside = (-left / rest_buys).max(left / rest_buys - 1.0);
            assert!(outside <= TOLERANCE, "ρ = {}", left / rest_buys);
            assert!(
                (left / rest_buys - rho).abs() <= TOLERANCE,
                "ρ = {rho}, recomputed {}",
                left / rest_buys
            );
            worst.rho = worst.rho.max(outside);
        }
    }
    let check = split_check(base, p, region);
    assert!(check.holds(), "{check:?}");
    worst
}

/// Checks that the households of both parts of the province earn and buy what those of the province do.
#[track_caller]
fn check_households(whole: &Households, region: &StudyRegion, rules: &HouseholdRules) -> f64 {
    let mut worst = 0.0;
    let households = Households::new(region, rules);
    let n = region.account().industries().len();
    let r = region.account().regions().len();
    let (h, w) = (&households.spending_columns, &whole.spending_columns);
    let (rows, whole_rows) = (&households.income_rows, &whole.income_rows);
    for d in 0..r {
        for k in 0..n * r {
            assert!(h[(k, d)] >= 0.0 && rows[(d, k)] >= 0.0);
        }
        near(
            households.foreign_imports[d],
            whole.foreign_imports[d.saturating_sub(1)],
            1.0,
            &mut worst,
        );
        for i in 0..n {
            // The province stands first in the unsplit account: region d of the split is region d − 1 there.
            let old_d = d.saturating_sub(1);
            near(h[(i, d)] + h[(n + i, d)], w[(i, old_d)], 1.0, &mut worst);
            for s in 2..r {
                near(h[(s * n + i, d)], w[((s - 1) * n + i, old_d)], 1.0, &mut worst);
            }
        }
    }
    for j in 0..n * r {
        let old_j = if j < n { j } else { j - n };
        near(rows[(0, j)] + rows[(1, j)], whole_rows[(0, old_j)], 1.0, &mut worst);
        for d in 2..r {
            assert_eq!(rows[(d, j)], if j < 2 * n { 0.0 } else { whole_rows[(d - 1, old_j)] });
        }
    }
    // The balance: of what both households buy from the province, the region sells σ.
    let spending = rows.times(region.account().gross_output());
    for i in 0..n {
        let local = households.local_purchase[i];
        assert!((0.0..=1.0).contains(&local), "{local}");
        let sold = h[(i, 0)] * spending[0] + h[(i, 1)] * spending[1];
        let all = (h[(i, 0)] + h[(n + i, 0)]) * spending[0] + (h[(i, 1)] + h[(n + i, 1)]) * spending[1];
        if all > 0.0 {
            near(sold, region.sigma()[i] * all, all, &mut worst);
        }
    }
    worst
}

fn carve(q: &Quebec, sigma: &[f64], method: Quotient) -> StudyRegion {
    StudyRegion::carve(&q.account, q.province, &"L".into(), sigma, method).unwrap()
}

#[test]
fn every_region_method_and_delta_sums_to_the_province() {
    let q = quebec();
    // Sixteen published rows (Nord-du-Québec with Côte-Nord) and MRC des Sources.
    assert_eq!(q.territories.len(), 17);
    let rules = rules(&q.account);
    let whole = Households::new(&StudyRegion::province(&q.account, q.province), &rules);
    let mut worst = Worst::default();
    let mut splits = 0;
    for (_, sigma) in &q.territories {
        for method in methods() {
            let region = carve(&q, sigma, method);
            worst.join(check_split(&q.account, q.province, &region));
            worst.households = worst.households.max(check_households(&whole, &region, &rules));
            splits += 1;
        }
    }
    println!("{splits} splits of published regions: {worst:?}");
}

/// SplitMix64: enough for shares, and the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / (1u64 << 53) as f64
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() * n as f64) as usize
    }

    /// A share of an industry: nothing, a trace, a half, nearly all, all, or anything.
    fn sigma(&mut self) -> f64 {
        match self.below(7) {
            0 => 0.0,
            1 => 1e-3 * 10f64.powf(-9.0 * self.next()),
            2 => 0.5,
            3 => 1.0 - 1e-3 * 10f64.powf(-9.0 * self.next()),
            4 => 1.0,
            _ => self.next(),
        }
    }
}

#[test]
fn two_thousand_random_regions_sum_to_the_province() {
    let q = quebec();
    let n = q.account.industries().len();
    let rules = rules(&q.account);
    let whole = Households::new(&StudyRegion::province(&q.account, q.province), &rules);
    let mut random = Random(2021);
    let mut worst = Worst::default();
    let mut balanced = 0;
    for round in 0..2000 {
        let sigma: Vec<f64> = match round {
            0 => vec![0.0; n],
            1 => vec![1.0; n],
            // Every tenth region is of one size, apart from its extremes.
            _ if round % 10 == 0 => {
                let size = random.next();
                (0..n)
                    .map(|_| if random.below(4) == 0 { random.sigma() } else { size })
                    .collect()
            }
            _ => (0..n).map(|_| random.sigma()).collect(),
        };
        let methods = methods();
        let region = carve(&q, &sigma, methods[random.below(methods.len())]);
        balanced += usize::from(region.balanced_rows() > 0);
        worst.join(check_split(&q.account, q.province, &region));
        worst.households = worst.households.max(check_households(&whole, &region, &rules));
    }
    // A balance that never acts would not have been tested.
    assert!(balanced > 1000, "{balanced}");
    println!("2000 random regions, {balanced} of them balanced: {worst:?}");
}

/// Purchases of several industries by a metal producer, with a margin, scrap and imports without a domestic counterpart.
fn lines(account: &Account) -> Vec<SpendingLine> {
    let line = |product, amount, trade_margin, transport_margin| SpendingLine {
        product,
        amount,
        trade_margin,
        transport_margin,
        origin: None,
        raised_cap: None,
    };
    let of = |code: &str| Product::Of(account.industry(code).unwrap());
    vec![
        line(of("23"), 12e6, 0.0, 0.0),
        line(of("22"), 9e6, 0.0, 0.0),
        line(of("21"), 5e6, 0.0, 0.08),
        line(of("33B"), 7e6, 0.11, 0.03),
        line(of("5A"), 4e6, 0.0, 0.0),
        line(of("52"), 1e6, 0.0, 0.0),
        line(of("11"), 0.5e6, 0.05, 0.0),
        line(Product::NonComparableImport, 2e6, 0.0, 0.0),
        line(Product::Scrap(account.industry("33A").unwrap()), 3e6, 0.0, 0.0),
    ]
}

fn effects(region: &StudyRegion, model: &ImpactModel, buyer: Buyer, local_share: Option<f64>) -> [Impact; 2] {
    let account = region.account();
    let rules = DemandRules {
        buyer,
        product_tax: TAU,
        trade: account.industry("4A"),
        transport: account.industry("4B"),
        local_share,
        province_content: None,
    };
    let lines = lines(account);
    let stimulus = demand(region, &lines, &rules).unwrap().stimulus;
    let purchases: f64 = lines.iter().map(|l| l.amount).sum();
    let wages = 102.0 * 75_000.0;
    let compensation = wages * (1.0 + 42_590.0 / 228_528.0);
    let project = ProjectAccount {
        industry: account.industry("33A").unwrap(),
        output: purchases + compensation + 5e6,
        jobs: 102.0,
        wages,
        compensation,
        purchases,
        production_taxes: 1e6,
        surplus: 4e6,
        hiring_share: 0.8,
        tax_rate: 0.28,
    };
    [
        model.construction(&stimulus).unwrap(),
        model.operation(&project, &stimulus).unwrap(),
    ]
}

/// Compares every cell of the unsplit effects with the sum of the region and the rest, and with the other provinces' cells.
#[track_caller]
fn check_effects(whole: &Impact, split: &Impact) -> f64 {
    let mut worst = 0.0;
    let (n, r) = (whole.industry_count(), whole.region_count());
    assert_eq!(split.region_count(), r + 1);
    for effect in Effect::ALL {
        for measure in Measure::ALL {
            let scale = whole.grand_total(effect, measure).abs().max(1e-3);
            let both: f64 = (0..2).map(|d| split.region(effect, measure, d)).sum();
            near(both, whole.region(effect, measure, 0), scale, &mut worst);
            for slot in 0..=n {
                let both: f64 = (0..2).map(|d| split.cell(effect, measure, d, slot)).sum();
                near(both, whole.cell(effect, measure, 0, slot), scale, &mut worst);
                for d in 1..r {
                    let (new, old) = (
                        split.cell(effect, measure, d + 1, slot),
                        whole.cell(effect, measure, d, slot),
                    );
                    near(new, old, scale, &mut worst);
                }
            }
        }
    }
    let consumed: f64 = whole.consumption().iter().sum();
    let scale = consumed.abs().max(1.0);
    near(
        split.consumption()[0] + split.consumption()[1],
        whole.consumption()[0],
        scale,
        &mut worst,
    );
    for d in 1..r {
        near(split.consumption()[d + 1], whole.consumption()[d], scale, &mut worst);
    }
    worst
}

#[test]
fn effects_of_a_project_sum_to_those_of_the_province() {
    let q = quebec();
    let rules = rules(&q.account);
    let province = StudyRegion::province(&q.account, q.province);
    let metals = Buyer::Industry(q.account.industry("33A").unwrap());
    for closure in [Closure::None, Closure::Closed] {
        let model = ImpactModel::new(&province, closure, rules.clone(), 0.0465).unwrap();
        let whole: Vec<[Impact; 2]> = [Buyer::Final, metals]
            .into_iter()
            .map(|b| effects(&province, &model, b, None))
            .collect();
        let induced = whole[0][0].grand_total(Effect::Induced, Measure::Output);
        assert_eq!(induced > 1e6, closure == Closure::Closed, "{induced}");
        let mut worst = 0.0_f64;
        for (k, (_, sigma)) in q.territories.iter().enumerate() {
            // Each territory with one method in turn; the default for the first.
            let methods = methods();
            let method = if k == 0 {
                Quotient::Flegg { delta: 0.25 }
            } else {
                methods[k % methods.len()]
            };
            let region = carve(&q, sigma, method);
            let model = ImpactModel::new(&region, closure, rules.clone(), 0.0465).unwrap();
            for (buyer, whole) in [Buyer::Final, metals].into_iter().zip(&whole) {
                // A local share moves purchases between the region and the rest, never Québec's total.
                for share in [None, Some(0.05), Some(0.30)] {
                    let split = effects(&region, &model, buyer, share);
                    for (whole, split) in whole.iter().zip(&split) {
                        worst = worst.max(check_effects(whole, split));
                    }
                }
            }
        }
        println!("{closure:?}: effects of the parts differ from the province's by {worst:e}");
    }
}

#[test]
fn effects_sum_to_those_of_the_province_for_random_regions_too() {
    let q = quebec();
    let n = q.account.industries().len();
    let rules = rules(&q.account);
    let province = StudyRegion::province(&q.account, q.province);
    let model = ImpactModel::new(&province, Closure::Closed, rules.clone(), 0.0465).unwrap();
    let whole = effects(&province, &model, Buyer::Final, None);
    let mut random = Random(7);
    let mut worst = 0.0_f64;
    for _ in 0..30 {
        let sigma: Vec<f64> = (0..n).map(|_| random.sigma()).collect();
        let methods = methods();
        let region = carve(&q, &sigma, methods[random.below(methods.len())]);
        let model = ImpactModel::new(&region, Closure::Closed, rules.clone(), 0.0465).unwrap();
        let split = effects(&region, &model, Buyer::Final, None);
        for (whole, split) in whole.iter().zip(&split) {
            worst = worst.max(check_effects(whole, split));
        }
    }
    println!("30 random regions: effects differ by {worst:e}");
}

#[test]
fn multipliers_of_a_region_are_below_its_province_and_sum_to_it() {
    let q = quebec();
    let rules = rules(&q.account);
    let province = StudyRegion::province(&q.account, q.province);
    let model = ImpactModel::new(&province, Closure::Closed, rules.clone(), 0.0465).unwrap();
    let whole = multipliers(&province, &model).unwrap();
    for (code, sigma) in &q.territories {
        let region = carve(&q, sigma, Quotient::Flegg { delta: 0.25 });
        let model = ImpactModel::new(&region, Closure::Closed, rules.clone(), 0.0465).unwrap();
        for (m, w) in multipliers(&region, &model).unwrap().iter().zip(&whole) {
            assert_eq!((m.industry, m.measure), (w.industry, w.measure));
            let tolerance = TOLERANCE * w.simple_all.max(1e-6);
            assert_eq!(m.direct, w.direct);
            assert!(m.direct <= m.simple_local + tolerance, "{code}: {m:?}");
            assert!(m.simple_local <= m.simple_province + tolerance, "{code}: {m:?}");
            for (found, expected) in [
                (m.simple_province, w.simple_province),
                (m.simple_all, w.simple_all),
                (m.total_province.unwrap(), w.total_province.unwrap()),
                (m.total_all.unwrap(), w.total_all.unwrap()),
            ] {
                assert!((found - expected).abs() <= tolerance, "{code}: {found} {expected}");
            }
        }
    }
}

#[test]
fn the_whole_province_carved_out_of_itself_is_the_province() {
    let q = quebec();
    let n = q.account.industries().len();
    for method in methods() {
        let region = carve(&q, &vec![1.0; n], method);
        let (a, b) = (q.account.coefficients(), region.account().coefficients());
        for i in 0..n {
            assert_eq!(region.account().gross_output()[n + i], 0.0);
            for j in 0..n {
                let whole = a[(q.province * n + i, q.province * n + j)];
                assert!((b[(i, j)] - whole).abs() <= 1e-15, "{method:?}: {} {whole}", b[(i, j)]);
            }
        }
    }
}

#[test]
fn shares_follow_employment_and_structure() {
    // (employment ÷ 4566.0) × (group share ÷ Québec's, same year), the group shares of each brought to a sum of 1.
    let library = Library::embedded().unwrap();
    let sigma = |code: &str| library.territory(code).unwrap().sigma.clone().unwrap();
    let at = |code: &str| library.economy.industry(code).unwrap();
    let file = &library.regions;
    for region in &file.regions {
        let size = region.employment_k_2024 / 4566.0;
        let found = sigma(&region.code);
        let Some(structure) = &region.structure else {
            assert!(
                found.iter().all(|s| (s - size).abs() <= 1e-15),
                "{}: the structure of Québec",
                region.code
            );
            continue;
        };
        let quebec = file
            .quebec_structures
            .iter()
            .find(|q| q.year == structure.year)
            .unwrap();
        let (own, all) = (&structure.groups, &quebec.groups);
        let sum = |g: &retombees::data::files::Groups| {
            g.primary + g.manufacturing + g.construction + g.household + g.public + g.producer
        };
        let scale = size * sum(all) / sum(own);
        for (industry, own, all) in [
            ("11", own.primary, all.primary),
            ("21", own.primary, all.primary),
            ("31A", own.manufacturing, all.manufacturing),
            ("33C", own.manufacturing, all.manufacturing),
            ("23", own.construction, all.construction),
            ("4A", own.household, all.household),
            ("7A", own.household, all.household),
            ("22", own.public, all.public),
            ("8A", own.public, all.public),
            ("53", own.producer, all.producer),
        ] {
            let expected = scale * own / all;
            let found = found[at(industry)];
            assert!(
                (found - expected).abs() <= 1e-12,
                "{} {industry}: {found} {expected}",
                region.code
            );
        }
        assert!(found.iter().all(|s| (0.0..=1.0).contains(s)));
    }
    // Québec's own structure, percent of employment by group, as the ministry publishes it.
    let published = [
        (2019, [2.2, 11.5, 6.1, 27.7, 27.4, 25.1]),
        (2022, [2.3, 11.4, 6.7, 24.8, 28.4, 26.4]),
        (2023, [2.0, 11.2, 7.0, 25.7, 28.0, 26.2]),
        (2024, [2.0, 11.0, 7.2, 25.0, 29.2, 25.6]),
    ];
    assert_eq!(file.quebec_structures.len(), published.len());
    for (entry, (year, groups)) in file.quebec_structures.iter().zip(published) {
        let g = &entry.groups;
        let found = [
            g.primary,
            g.manufacturing,
            g.construction,
            g.household,
            g.public,
            g.producer,
        ];
        assert_eq!((entry.year, found), (year, groups));
    }
    // MRC des Sources: Estrie's, by population at the census of 2016.
    let sources = library
        .territories
        .iter()
        .find(|t| t.code.as_str().contains("sources"))
        .unwrap();
    for (mrc, estrie) in sources.sigma.as_ref().unwrap().iter().zip(sigma("05")) {
        assert!((mrc - estrie * 14_286.0 / 319_004.0).abs() <= 1e-15);
    }
    // The regions together employ the province: 4566.0 thousand in 2024, to the rounding of sixteen figures.
    let employed: f64 = file.regions.iter().map(|r| r.employment_k_2024).sum();
    assert!((employed - 4566.0).abs() <= 16.0 * 0.05 + 1e-9, "{employed}");
}

#[test]
fn default_origins_are_those_of_the_account_and_its_quotients() {
    // METHOD section 3: study region t^PP·quotient, province t^PP, other provinces t^sP, abroad the rest; nothing where the region makes nothing.
    let q = quebec();
    let (n, p) = (q.account.industries().len(), q.province);
    let others: Vec<usize> = (0..q.account.regions().len()).filter(|r| *r != p).collect();
    let metals = q.account.industry("33A").unwrap();
    let (tax, amount) = (0.02, 1e6);
    let line = |product| SpendingLine {
        product,
        amount,
        trade_margin: 0.0,
        transport_margin: 0.0,
        origin: None,
        raised_cap: None,
    };
    for (k, (_, sigma)) in q.territories.iter().enumerate() {
        let mut sigma = sigma.clone();
        sigma[k] = 0.0;
        let region = carve(&q, &sigma, Quotient::Flegg { delta: 0.25 });
        let slq = region.simple_quotients();
        assert_eq!(slq[k], 0.0);
        let province_jobs: Vec<f64> = (0..n).map(|i| q.account.jobs()[p * n + i]).collect();
        let local_jobs: f64 = province_jobs.iter().zip(&sigma).map(|(e, s)| e * s).sum();
        let lambda = (1.0 + local_jobs / province_jobs.iter().sum::<f64>()).log2().powf(0.25);
        for buyer in [Buyer::Final, Buyer::Industry(metals)] {
            let part = |i: usize| match buyer {
                Buyer::Final => slq[i].min(1.0),
                Buyer::Industry(j) if i == j => (lambda * slq[i]).min(1.0),
                Buyer::Industry(j) if slq[j] > 0.0 => (lambda * slq[i] / slq[j]).min(1.0),
                Buyer::Industry(_) => 0.0,
            };
            let rules = DemandRules {
                buyer,
                product_tax: tax,
                trade: None,
                transport: None,
                local_share: None,
                province_content: None,
            };
            for i in 0..n {
                let found = demand(&region, &[line(Product::Of(i)), line(Product::Scrap(i))], &rules).unwrap();
                let own = q.account.trade_share(i, p, p);
                let bought: Vec<f64> = others.iter().map(|s| q.account.trade_share(i, *s, p)).collect();
                let other: f64 = bought.iter().sum();
                let study = own * part(i);
                for (origin, cap) in found.sourcing.origins.iter().zip(&found.sourcing.caps) {
                    for (share, expected) in
                        origin
                            .shares()
                            .into_iter()
                            .zip([study, own - study, other, 1.0 - own - other])
                    {
                        assert!(
                            (share - expected).abs() <= 1e-12,
                            "{i}: {origin:?}, expected {expected}"
                        );
                    }
                    assert_eq!(*cap, if slq[i] > 0.0 { own } else { 0.0 });
                }
                // At basic prices; the other provinces in proportion to what they sell to the province; scrap is produced by nobody.
                let basic = amount * (1.0 - tax);
                let mut expected = vec![0.0; n * (others.len() + 2)];
                expected[i] = study * basic;
                expected[n + i] = (own - study) * basic;
                for (k, t) in bought.iter().enumerate() {
                    expected[(k + 2) * n + i] = t * basic;
                }
                for (found, expected) in found.stimulus.demand.iter().zip(expected) {
                    assert!((found - expected).abs() <= 1e-6, "{i}: {found} {expected}");
                }
                assert!((found.stimulus.scrap - basic).abs() <= 1e-6);
                assert!((found.stimulus.product_taxes - 2.0 * tax * amount).abs() <= 1e-6);
                assert!((found.stimulus.foreign_imports - (1.0 - own - other) * basic).abs() <= 1e-6);
            }
        }
    }
}

#[test]
fn households_follow_their_recipe() {
    // METHOD section 4, step by step from the account's own columns, for every territory.
    let q = quebec();
    let n = q.account.industries().len();
    let rules = rules(&q.account);
    let shares = q.account.consumption(q.province);
    assert!((shares.iter().sum::<f64>() - 1.0).abs() <= 1e-12);
    let public = ["61", "62", "8A"].map(|c| q.account.industry(c).unwrap());
    let f = 1.0 - 0.301 / public.iter().map(|i| shares[*i]).sum::<f64>();
    // The factor that METHOD prints for Québec.
    assert!((f - 0.27).abs() <= 0.005, "{f}");
    let scaled: Vec<f64> = (0..n)
        .map(|i| shares[i] * if public.contains(&i) { f } else { 1.0 })
        .collect();
    let basket: Vec<f64> = scaled.iter().map(|h| h / scaled.iter().sum::<f64>()).collect();
    let kappa = |j: usize| (1.0 - rules.tax_rate[j]) * (1.0 - 0.093) * (1.0 - 0.10) / (1.0 + 42_590.0 / 228_528.0);
    let mut limited = 0;
    for (code, sigma) in &q.territories {
        let region = carve(&q, sigma, Quotient::Flegg { delta: 0.25 });
        let found = Households::new(&region, &rules);
        let spent = |d: usize| -> Vec<f64> {
            let account = region.account();
            let paid = (0..n).map(|j| account.per_dollar().compensation[d * n + j] * account.gross_output()[d * n + j]);
            paid.enumerate().map(|(j, w)| w * kappa(j)).collect()
        };
        let (by_local, by_rest): (f64, f64) = (spent(0).iter().sum(), spent(1).iter().sum());
        // Residents of the region hold 90 % of its jobs.
        let (local, pool) = (0.9 * by_local, by_local + by_rest);
        for i in 0..n {
            let slq = region.simple_quotients()[i];
            let wanted = if q.account.industries()[i].as_str() == "53" {
                1.0
            } else {
                slq.min(1.0)
            };
            let most = sigma[i] * pool / local;
            limited += usize::from(wanted > most);
            let expected = wanted.min(most).max(1.0 - (1.0 - sigma[i]) * pool / local);
            let close = |found: f64, expected: f64| {
                assert!((found - expected).abs() <= 1e-12, "{code} {i}: {found} {expected}")
            };
            close(found.local_purchase[i], expected);
            let t = q.account.trade_share(i, q.province, q.province);
            close(found.baskets[(i, 0)], basket[i]);
            close(found.baskets[(i, 1)], basket[i]);
            close(found.spending_columns[(i, 0)], basket[i] * t * expected);
            close(found.spending_columns[(n + i, 0)], basket[i] * t * (1.0 - expected));
            close(
                found.income_rows[(0, i)],
                0.9 * kappa(i) * region.account().per_dollar().compensation[i],
            );
        }
        let taxes = 0.10 / 0.90;
        assert!((found.product_taxes - taxes).abs() <= 1e-15);
    }
    assert!(limited > 0, "no purchase was limited by what the region makes");
}

#[test]
fn a_share_that_is_no_share_is_refused_with_its_industry() {
    let q = quebec();
    let n = q.account.industries().len();
    let mut sigma = vec![0.5; n];
    (sigma[0], sigma[3], sigma[5]) = (1.01, -0.1, f64::NAN);
    let problems = StudyRegion::carve(
        &q.account,
        q.province,
        &"L".into(),
        &sigma,
        Quotient::Flegg { delta: 1.0 },
    );
    let problems = problems.unwrap_err();
    let named: Vec<&str> = problems
        .iter()
        .filter_map(|p| match &p.what {
            What::RegionLargerThanProvince { industry, .. } => Some(industry.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(named, ["11", "23", "31B"]);
    assert!(
        problems
            .iter()
            .any(|p| matches!(p.what, What::OutOfRange { value: 1.0, .. })),
        "δ must be below 1"
    );
    let short = StudyRegion::carve(&q.account, q.province, &"L".into(), &sigma[..2], Quotient::Simple).unwrap_err();
    assert_eq!(short[0].what, What::WrongLength { found: 2, expected: n });
}

/// Two industries of one province, output 100 and one job per dollar each.
fn two_industries(a: [[f64; 2]; 2]) -> Account {
    let rows: Vec<Vec<f64>> = a.iter().map(|r| r.iter().map(|v| v * 100.0).collect()).collect();
    Account::from_flows(&FlowTable {
        industries: vec!["1".into(), "2".into()],
        regions: vec!["P".into()],
        money_unit: 1.0,
        intermediate_flows: Matrix::from_rows(&rows).unwrap(),
        gross_output: vec![100.0; 2],
        value_added: (0..2).map(|j| 100.0 - rows[0][j] - rows[1][j]).collect(),
        product_taxes: vec![0.0; 2],
        compensation: vec![10.0; 2],
        employment: vec![100.0; 2],
        final_consumption: Matrix::zeros(2, 1),
    })
    .unwrap()
}

#[track_caller]
fn is(found: f64, expected: f64) {
    assert!((found - expected).abs() <= 1e-14, "found {found}, expected {expected}");
}

/// By hand. A = [[.2, .3], [.1, .2]], x = (100, 100), σ = (.5, .9): SLQ = (5/7, 9/7), u = (50, 30).
///
/// Row 1: the region buys 37, would buy 37·5/7 = 26.43 locally but can sell only .5·50 = 25: scaled to 25/37, nothing is left for the rest.
/// Row 2: it buys its 23 locally; of its pool of 27, 4 are left for the rest, which buys 7.
#[test]
fn a_region_that_would_sell_itself_more_than_it_makes_is_scaled_down() {
    let account = two_industries([[0.2, 0.3], [0.1, 0.2]]);
    let region = StudyRegion::carve(&account, 0, &"L".into(), &[0.5, 0.9], Quotient::Simple).unwrap();
    is(region.simple_quotients()[0], 5.0 / 7.0);
    is(region.simple_quotients()[1], 9.0 / 7.0);
    let a = region.account().coefficients();
    is(a[(0, 0)], 0.2 * 25.0 / 37.0);
    is(a[(0, 1)], 0.3 * 25.0 / 37.0);
    is(a[(1, 0)], 0.1);
    is(a[(1, 1)], 0.2);
    is(region.sales_to_rest()[0], 0.0);
    is(region.sales_to_rest()[1], 4.0 / 7.0);
    is(a[(1, 3)], 0.2 * 4.0 / 7.0);
    is(a[(3, 3)], 0.2 * 3.0 / 7.0);
    assert_eq!(region.balanced_rows(), 1);
    check_split(&account, 0, &region);
}

/// By hand. A = [[0, .3], [0, 0]], σ = (.9, 1), δ = .5: λ = √log₂1.95 = .98157, t₁₂ = .9·λ = .88341, u₁ = 30, all bought by the region.
///
/// It would take 30·(1 − .88341) = 3.50 from the rest, which makes only 3: the rest is held to 3 and the region sells itself 27.
#[test]
fn a_rest_that_would_sell_more_than_it_makes_is_scaled_down() {
    let account = two_industries([[0.0, 0.3], [0.0, 0.0]]);
    let region = StudyRegion::carve(&account, 0, &"L".into(), &[0.9, 1.0], Quotient::Flegg { delta: 0.5 }).unwrap();
    is(region.lambda(), 1.95f64.log2().sqrt());
    is(region.purchase_quotients()[(0, 1)], 0.9 * 1.95f64.log2().sqrt());
    let a = region.account().coefficients();
    is(a[(0, 1)], 0.27);
    is(a[(2, 1)], 0.03);
    assert_eq!(region.sales_to_rest(), [0.0, 0.0]);
    assert_eq!(region.balanced_rows(), 1);
    check_split(&account, 0, &region);
}
