//! What must hold in every productive economy, tried on random ones, and what must be refused.
//!
//! Expected values are identities of input–output accounting (Miller & Blair 2009, chapters 2, 3 and 6); the few inverses needed are solved
//! here, by elimination, and not by the engine.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use retombees::data::economy::Economy;
use retombees::engine::account::Account;
use retombees::engine::demand::{Demand, DemandRules, Product, SpendingLine, demand};
use retombees::engine::households::{Closure, HouseholdRules};
use retombees::engine::identities::{CheckName, account_checks, impact_checks};
use retombees::engine::impact::{Effect, Impact, ImpactModel, Measure, ProjectAccount, Stimulus};
use retombees::engine::leontief::LeontiefModel;
use retombees::engine::matrix::Matrix;
use retombees::engine::multipliers::{MEASURES, Multiplier, multipliers};
use retombees::engine::origins::{Buyer, Origin};
use retombees::engine::regional::{Quotient, StudyRegion};
use retombees::engine::tables::{FlowTable, TradeTable, input_coefficients};
use retombees::problem::{Problem, Severity, What};

const TOLERANCE: f64 = 1e-9;

fn config() -> ProptestConfig {
    ProptestConfig {
        cases: 200,
        rng_seed: RngSeed::Fixed(1973),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn close(found: f64, expected: f64, scale: f64) -> bool {
    (found - expected).abs() <= TOLERANCE * scale.abs().max(1.0)
}

// ------------------------------------------------------------------------------------------------------- random economies

/// Numbers between 0 and 1 from which a productive economy of n industries × r regions is made.
#[derive(Clone, Debug)]
struct Seeds {
    n: usize,
    r: usize,
    /// Weights of purchases, (nr)²; those below 0.25 become 0.
    cells: Vec<f64>,
    /// Per industry and region: purchases, value added, taxes, pay, jobs and output.
    load: Vec<f64>,
    value_added: Vec<f64>,
    taxes: Vec<f64>,
    pay: Vec<f64>,
    jobs: Vec<f64>,
    output: Vec<f64>,
    /// Household consumption, nr.
    consumption: Vec<f64>,
}

fn seeds(
    industries: std::ops::RangeInclusive<usize>,
    regions: std::ops::RangeInclusive<usize>,
) -> impl Strategy<Value = Seeds> {
    (industries, regions).prop_flat_map(|(n, r)| {
        let k = n * r;
        let unit = |length: usize| prop::collection::vec(0.0..1.0, length);
        let per_cell = (unit(k), unit(k), unit(k), unit(k), unit(k), unit(k), unit(k));
        (unit(k * k), per_cell).prop_map(
            move |(cells, (load, value_added, taxes, pay, jobs, output, consumption))| Seeds {
                n,
                r,
                cells,
                load,
                value_added,
                taxes,
                pay,
                jobs,
                output,
                consumption,
            },
        )
    })
}

impl Seeds {
    /// Makes a table whose columns buy between 5 and 90 cents per dollar, sell what they make and pay the rest out.
    fn table(&self) -> FlowTable {
        let k = self.n * self.r;
        let mut flows = Matrix::zeros(k, k);
        let mut table = FlowTable {
            industries: (0..self.n).map(|i| format!("i{i}").as_str().into()).collect(),
            regions: (0..self.r).map(|d| format!("r{d}").as_str().into()).collect(),
            money_unit: 1000.0,
            intermediate_flows: Matrix::zeros(0, 0),
            gross_output: self.output.iter().map(|x| 10.0 + 1e4 * x * x).collect(),
            value_added: vec![0.0; k],
            product_taxes: vec![0.0; k],
            compensation: vec![0.0; k],
            employment: vec![0.0; k],
            final_consumption: Matrix::zeros(self.n, self.r),
        };
        for j in 0..k {
            let x = table.gross_output[j];
            let weight = |i: usize| {
                if self.cells[i * k + j] < 0.25 {
                    0.0
                } else {
                    self.cells[i * k + j]
                }
            };
            let sum: f64 = (0..k).map(weight).sum();
            let load = if sum > 0.0 { 0.05 + 0.85 * self.load[j] } else { 0.0 };
            for i in 0..k {
                flows[(i, j)] = if sum > 0.0 { load * x * weight(i) / sum } else { 0.0 };
            }
            table.product_taxes[j] = 0.2 * self.taxes[j] * (1.0 - load) * x;
            table.value_added[j] = 0.8 * (0.1 + 0.9 * self.value_added[j]) * (1.0 - load) * x;
            table.compensation[j] = 0.95 * self.pay[j] * table.value_added[j];
            table.employment[j] = 3.0 * self.jobs[j] * x;
            table.final_consumption[(j % self.n, j / self.n)] = self.consumption[j];
        }
        table.intermediate_flows = flows;
        table
    }

    fn account(&self) -> Account {
        Account::from_flows(&self.table()).unwrap()
    }
}

fn rules(n: usize, uniform: bool) -> HouseholdRules {
    HouseholdRules {
        contributions_ratio: 0.1864,
        tax_rate: (0..n)
            .map(|i| if uniform { 0.28 } else { 0.2 + 0.03 * i as f64 })
            .collect(),
        saving_rate: 0.093,
        product_tax: 0.10,
        government_share: 0.2,
        public_industries: vec![0],
        housing: Some(n - 1),
        resident_share: 0.9,
        already_received: 0.0,
    }
}

fn model(region: &StudyRegion, closure: Closure) -> ImpactModel {
    let n = region.account().industries().len();
    ImpactModel::new(region, closure, rules(n, false), 0.0465).unwrap()
}

/// How the study region is taken from the economy: whole, or carved by these shares.
#[derive(Clone, Debug)]
struct Taken {
    economy: Seeds,
    sigma: Option<Vec<f64>>,
    method: Quotient,
    province: usize,
}

fn share() -> impl Strategy<Value = f64> {
    prop_oneof![1 => Just(0.0), 1 => Just(1.0), 1 => Just(1e-7), 6 => 0.0..1.0]
}

fn method() -> impl Strategy<Value = Quotient> {
    prop_oneof![
        Just(Quotient::Simple),
        Just(Quotient::CrossIndustry),
        (0.0..0.9).prop_map(|delta| Quotient::Flegg { delta }),
        (0.0..0.9).prop_map(|delta| Quotient::AugmentedFlegg { delta }),
    ]
}

fn taken() -> impl Strategy<Value = Taken> {
    seeds(2..=5, 1..=3).prop_flat_map(|economy| {
        let (n, r) = (economy.n, economy.r);
        let sigma = prop_oneof![1 => Just(None), 3 => prop::collection::vec(share(), n).prop_map(Some)];
        (Just(economy), sigma, method(), 0..r).prop_map(|(economy, sigma, method, province)| Taken {
            economy,
            sigma,
            method,
            province,
        })
    })
}

impl Taken {
    fn region(&self) -> StudyRegion {
        let account = self.economy.account();
        match &self.sigma {
            None => StudyRegion::province(&account, self.province),
            Some(s) => StudyRegion::carve(&account, self.province, &"L".into(), s, self.method).unwrap(),
        }
    }
}

/// A spending line and a project before they know how many industries there are.
#[derive(Clone, Debug)]
struct LineSeed {
    kind: u8,
    industry: prop::sample::Index,
    amount: f64,
    margins: (f64, f64),
    origin: Option<[f64; 4]>,
    raised_cap: Option<f64>,
}

fn line_seeds() -> impl Strategy<Value = Vec<LineSeed>> {
    let margins = prop_oneof![2 => Just((0.0, 0.0)), 1 => (0.0..0.3, 0.0..0.3)];
    let origin = prop_oneof![3 => Just(None), 1 => prop::array::uniform4(0.01..1.0).prop_map(Some)];
    let cap = prop_oneof![4 => Just(None), 1 => (0.0..1.0).prop_map(Some)];
    let line = (0u8..10, any::<prop::sample::Index>(), 1.0..1e7, margins, origin, cap).prop_map(
        |(kind, industry, amount, margins, origin, raised_cap)| LineSeed {
            kind,
            industry,
            amount,
            margins,
            origin,
            raised_cap,
        },
    );
    prop::collection::vec(line, 1..8)
}

fn lines(seeds: &[LineSeed], n: usize) -> Vec<SpendingLine> {
    seeds
        .iter()
        .map(|s| {
            let i = s.industry.index(n);
            let product = match s.kind {
                0 => Product::NonComparableImport,
                1 => Product::Scrap(i),
                _ => Product::Of(i),
            };
            let origin = s.origin.filter(|_| product != Product::NonComparableImport).map(|o| {
                let sum: f64 = o.iter().sum();
                Origin {
                    study: o[0] / sum,
                    rest: o[1] / sum,
                    other: o[2] / sum,
                    abroad: o[3] / sum,
                }
            });
            SpendingLine {
                product,
                amount: s.amount,
                trade_margin: s.margins.0,
                transport_margin: s.margins.1,
                origin,
                raised_cap: s.raised_cap,
            }
        })
        .collect()
}

fn demand_rules(buyer: Buyer, n: usize) -> DemandRules {
    DemandRules {
        buyer,
        product_tax: 0.02,
        trade: Some(0),
        transport: Some(n - 1),
        local_share: None,
        province_content: None,
    }
}

/// A year of operation that buys these lines and pays what is left.
fn project(industry: usize, purchases: f64) -> ProjectAccount {
    let wages = 0.3 * purchases + 1e5;
    let compensation = wages * 1.1864;
    let (production_taxes, surplus) = (0.05 * wages, 0.2 * purchases);
    ProjectAccount {
        industry,
        output: purchases + compensation + production_taxes + surplus,
        jobs: 10.0,
        wages,
        compensation,
        purchases,
        production_taxes,
        surplus,
        hiring_share: 0.7,
        tax_rate: 0.28,
    }
}

/// Inverts by Gauss-Jordan elimination with partial pivoting, apart from the engine's solver.
fn inverse(a: &Matrix) -> Matrix {
    let n = a.rows();
    let mut m: Vec<Vec<f64>> = (0..n)
        .map(|i| {
            let unit = (0..n).map(|j| f64::from(u8::from(i == j)));
            let left: Vec<f64> = (0..n).map(|j| f64::from(u8::from(i == j)) - a[(i, j)]).collect();
            left.into_iter().chain(unit).collect()
        })
        .collect();
    for c in 0..n {
        let pivot = (c..n).max_by(|p, q| m[*p][c].abs().total_cmp(&m[*q][c].abs())).unwrap();
        m.swap(c, pivot);
        let head = m[c][c];
        m[c].iter_mut().for_each(|v| *v /= head);
        let row = m[c].clone();
        for (i, other) in m.iter_mut().enumerate().filter(|(i, _)| *i != c) {
            let factor = other[c];
            assert!(i != c);
            other.iter_mut().zip(&row).for_each(|(v, p)| *v -= factor * p);
        }
    }
    Matrix::from_rows(&m.iter().map(|r| r[n..].to_vec()).collect::<Vec<_>>()).unwrap()
}

// --------------------------------------------------------------------------------------------------------------- properties

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_inverse_is_an_inverse(s in seeds(1..=5, 1..=4)) {
        let account = s.account();
        let a = account.coefficients();
        let model = LeontiefModel::new(a.clone()).unwrap();
        let l = model.inverse().unwrap();
        let elsewhere = inverse(a);
        let k = account.size();
        for i in 0..k {
            for j in 0..k {
                let unit = f64::from(u8::from(i == j));
                let right: f64 = (0..k).map(|m| l[(i, m)] * (f64::from(u8::from(m == j)) - a[(m, j)])).sum();
                let left: f64 = (0..k).map(|m| (f64::from(u8::from(m == i)) - a[(i, m)]) * l[(m, j)]).sum();
                prop_assert!(close(right, unit, 1.0) && close(left, unit, 1.0), "{i} {j}: {left} {right}");
                prop_assert!(close(l[(i, j)], elsewhere[(i, j)], elsewhere[(i, j)]));
                prop_assert!(l[(i, j)] >= unit - TOLERANCE, "an inverse of a productive matrix is at least I");
            }
        }
        // One transposed solve is c'L; one solve is Ly.
        let c: Vec<f64> = s.jobs.clone();
        let y: Vec<f64> = s.output.iter().map(|v| 100.0 * v).collect();
        let x = model.solve(&y).unwrap();
        for j in 0..k {
            let column: f64 = (0..k).map(|i| c[i] * elsewhere[(i, j)]).sum();
            prop_assert!(close(model.effects_per_dollar(&c)[j], column, column));
            let row: f64 = (0..k).map(|m| elsewhere[(j, m)] * y[m]).sum();
            prop_assert!(close(x[j], row, row));
        }
    }

    #[test]
    fn an_account_pays_every_dollar_once(s in seeds(1..=5, 1..=4)) {
        let account = s.account();
        let check = account_checks(&account).into_iter().find(|c| c.name == CheckName::ColumnsPayOneDollar).unwrap();
        prop_assert!(check.holds(), "{check:?}");
        let (c, table) = (account.per_dollar(), s.table());
        for k in 0..account.size() {
            let bought: f64 = (0..account.size()).map(|i| table.intermediate_flows[(i, k)]).sum();
            let left = table.gross_output[k] - bought - table.value_added[k] - table.product_taxes[k];
            prop_assert!(close(c.foreign_imports[k] * account.gross_output()[k], 1000.0 * left, account.gross_output()[k]));
            prop_assert!(close(c.jobs[k] * account.gross_output()[k], table.employment[k], table.employment[k]));
        }
    }

    #[test]
    fn effects_are_linear_in_demand(t in taken(), a in line_seeds(), b in line_seeds(), factor in 0.1..5.0) {
        let region = t.region();
        let n = t.economy.n;
        let model = model(&region, Closure::Closed);
        let rules = demand_rules(Buyer::Final, n);
        let one = demand(&region, &lines(&a, n), &rules).unwrap().stimulus;
        let two = demand(&region, &lines(&b, n), &rules).unwrap().stimulus;
        let both = Stimulus {
            demand: one.demand.iter().zip(&two.demand).map(|(x, y)| x + factor * y).collect(),
            product_taxes: one.product_taxes + factor * two.product_taxes,
            foreign_imports: one.foreign_imports + factor * two.foreign_imports,
            scrap: one.scrap + factor * two.scrap,
        };
        let mut sum = model.construction(&one).unwrap();
        sum.accumulate(&model.construction(&two).unwrap(), factor);
        let whole = model.construction(&both).unwrap();
        for effect in Effect::ALL {
            for measure in Measure::ALL {
                let scale = whole.grand_total(effect, measure);
                for d in 0..whole.region_count() {
                    for slot in 0..=n {
                        let (found, expected) = (whole.cell(effect, measure, d, slot), sum.cell(effect, measure, d, slot));
                        prop_assert!(close(found, expected, scale), "{effect:?} {measure:?}: {found} {expected}");
                    }
                }
            }
        }
        for (found, expected) in whole.consumption().iter().zip(sum.consumption()) {
            prop_assert!(close(*found, *expected, *expected));
        }
    }

    #[test]
    fn parts_sum_to_totals(t in taken(), l in line_seeds(), operation in any::<bool>()) {
        let region = t.region();
        let (n, r) = (t.economy.n, region.account().regions().len());
        let model = model(&region, Closure::Closed);
        let lines = lines(&l, n);
        let Demand { stimulus, sourcing } = demand(&region, &lines, &demand_rules(Buyer::Industry(0), n)).unwrap();
        for origin in &sourcing.origins {
            prop_assert!(close(origin.shares().iter().sum(), 1.0, 1.0));
            prop_assert!(origin.shares().iter().all(|s| *s >= 0.0), "{origin:?}");
        }
        // The budget reaches the model whole: demand, taxes, imports and scrap.
        let amount: f64 = lines.iter().map(|l| l.amount).sum();
        let reached = stimulus.demand.iter().sum::<f64>() + stimulus.product_taxes + stimulus.foreign_imports + stimulus.scrap;
        prop_assert!(close(reached, amount, amount), "{reached} of {amount}");

        let impact = if operation {
            model.operation(&project(0, amount), &stimulus).unwrap()
        } else {
            model.construction(&stimulus).unwrap()
        };
        for effect in Effect::ALL {
            for measure in Measure::ALL {
                let by_cell: f64 = (0..r).flat_map(|d| (0..=n).map(move |s| (d, s))).map(|(d, s)| impact.cell(effect, measure, d, s)).sum();
                let total = impact.grand_total(effect, measure);
                prop_assert!(total.is_finite() && close(by_cell, total, total));
                prop_assert!(close(impact.regions(effect, measure, 0..r), total, total));
            }
            for d in 0..r {
                let v = |m| impact.region(effect, m, d);
                let gdp = v(Measure::Gdp);
                let parts = v(Measure::Compensation) + v(Measure::ProductionTaxes) + v(Measure::Surplus);
                prop_assert!(close(parts, gdp, gdp), "{effect:?}: {parts} {gdp}");
                prop_assert!(close(v(Measure::Wages) * 1.1864, v(Measure::Compensation), gdp));
            }
        }
        for d in 0..r {
            for measure in Measure::ALL {
                let parts: f64 = Effect::ALL.iter().map(|e| impact.region(*e, measure, d)).sum();
                prop_assert!(close(impact.total(measure, d), parts, parts));
            }
        }
        // All rounds of suppliers, solved apart: L·y is the direct effect of an investment with its suppliers, and all suppliers of a project.
        let all = inverse(region.account().coefficients()).times(&stimulus.demand);
        let with_suppliers = |d: usize| -> f64 {
            let effects: &[Effect] =
                if operation { &[Effect::IndirectFirst, Effect::IndirectOther] } else { &[Effect::Direct, Effect::IndirectFirst, Effect::IndirectOther] };
            effects.iter().map(|e| impact.region(*e, Measure::Output, d)).sum()
        };
        for d in 0..r {
            let expected: f64 = all[d * n..(d + 1) * n].iter().sum();
            prop_assert!(close(with_suppliers(d), expected, amount));
        }
    }

    #[test]
    fn spending_is_found_again(t in taken(), l in line_seeds(), closed in any::<bool>(), buyer in any::<prop::sample::Index>()) {
        let region = t.region();
        let n = t.economy.n;
        let model = model(&region, if closed { Closure::Closed } else { Closure::None });
        let lines = lines(&l, n);
        let spending: f64 = lines.iter().map(|l| l.amount).sum();

        let built = demand(&region, &lines, &demand_rules(Buyer::Final, n)).unwrap().stimulus;
        let construction = model.construction(&built).unwrap();
        let industry = buyer.index(n);
        let bought = demand(&region, &lines, &demand_rules(Buyer::Industry(industry), n)).unwrap().stimulus;
        let project = ProjectAccount {
            tax_rate: rules(n, false).tax_rate[industry],
            ..project(industry, spending)
        };
        let operation = model.operation(&project, &bought).unwrap();
        for (impact, stimulus, spending) in [(&construction, &built, spending), (&operation, &bought, project.output)] {
            let checks = impact_checks(impact, stimulus, spending);
            prop_assert_eq!(checks.len(), 2);
            for check in checks {
                prop_assert!(check.holds(), "{check:?}");
            }
            let consumed: f64 = impact.consumption().iter().sum();
            prop_assert!(closed || consumed == 0.0);
        }
        // What households pay is all the pay of all effects, less contributions, taxes and saving; product taxes are inside it.
        if closed {
            let rules = rules(n, false);
            for impact in [&construction, &operation] {
                let mut paid = 0.0;
                for (effect, d) in Effect::ALL.iter().flat_map(|e| (0..impact.region_count()).map(move |d| (*e, d))) {
                    for (j, t) in rules.tax_rate.iter().enumerate() {
                        let wages = impact.cell(effect, Measure::Compensation, d, j) / 1.1864;
                        paid += wages * (1.0 - t) * (1.0 - 0.093);
                    }
                }
                let consumed: f64 = impact.consumption().iter().sum();
                prop_assert!(close(consumed, paid, paid), "{consumed} {paid}");
                let taxes: f64 = (0..impact.region_count()).map(|d| impact.cell(Effect::Induced, Measure::ProductTaxes, d, n)).sum();
                prop_assert!(close(taxes, 0.10 * consumed, consumed), "{taxes} {consumed}");
            }
        }
    }

    #[test]
    fn a_local_share_is_met_or_refused_with_its_limits(t in taken(), l in line_seeds(), at in 0.0..1.0) {
        let region = t.region();
        let n = t.economy.n;
        let lines = lines(&l, n);
        let mut rules = demand_rules(Buyer::Industry(0), n);
        let default = demand(&region, &lines, &rules).unwrap().sourcing;
        let total: f64 = lines.iter().map(|l| l.amount).sum();
        // Inside a whole province the rest of the province is the study region.
        let whole = region.is_whole_province();
        let seen = |o: Origin| if whole { Origin { study: o.study + o.rest, rest: 0.0, ..o } } else { o };
        let by_hand: f64 = lines.iter().filter_map(|l| l.origin.map(|o| seen(o).study * l.amount)).sum::<f64>() / total;
        prop_assert!(default.default_share <= default.maximum + TOLERANCE);
        let asked = by_hand + at * (default.maximum - by_hand);
        rules.local_share = Some(asked);
        let found = demand(&region, &lines, &rules).unwrap();
        let reached: f64 = lines.iter().zip(&found.sourcing.origins).map(|(l, o)| l.amount * o.study).sum::<f64>() / total;
        prop_assert!((reached - asked).abs() <= TOLERANCE && (found.sourcing.local_share - asked).abs() <= TOLERANCE);
        for (origin, cap) in found.sourcing.origins.iter().zip(&found.sourcing.caps) {
            prop_assert!(close(origin.shares().iter().sum(), 1.0, 1.0) && origin.shares().iter().all(|s| *s >= 0.0), "{origin:?}");
            prop_assert!(lines.iter().any(|l| l.origin.map(seen) == Some(*origin)) || origin.study <= cap + TOLERANCE);
        }
        let s = &found.stimulus;
        let spent = s.demand.iter().sum::<f64>() + s.product_taxes + s.foreign_imports + s.scrap;
        prop_assert!(close(spent, total, total), "{spent} of {total}");
        rules.local_share = Some(default.maximum + 1e-6);
        let refused = demand(&region, &lines, &rules);
        prop_assert_eq!(refused.unwrap_err(), What::LocalShareUnreachable { asked: default.maximum + 1e-6, maximum: default.maximum });
    }

    #[test]
    fn a_region_has_no_more_than_its_province(t in taken()) {
        let account = t.economy.account();
        let whole_region = StudyRegion::province(&account, t.province);
        let whole = multipliers(&whole_region, &model(&whole_region, Closure::Closed)).unwrap();
        let sigma = t.sigma.clone().unwrap_or_else(|| vec![0.5; t.economy.n]);
        let region = StudyRegion::carve(&account, t.province, &"L".into(), &sigma, t.method).unwrap();
        let split = multipliers(&region, &model(&region, Closure::Closed)).unwrap();
        for (s, w) in split.iter().zip(&whole) {
            let scale = w.total_all.unwrap();
            prop_assert!(s.simple_local <= w.simple_province + TOLERANCE * scale.max(1.0), "{s:?} {w:?}");
            prop_assert!(close(s.simple_province, w.simple_province, scale) && close(s.simple_all, w.simple_all, scale));
            prop_assert!(close(s.total_province.unwrap(), w.total_province.unwrap(), scale));
            prop_assert!(close(s.total_all.unwrap(), scale, scale));
        }
    }

    #[test]
    fn multipliers_grow_with_every_step_and_type_i_is_at_least_one(t in taken()) {
        let region = t.region();
        let all = multipliers(&region, &model(&region, Closure::Closed)).unwrap();
        prop_assert_eq!(all.len(), MEASURES.len() * t.economy.n);
        for m in &all {
            let tolerance = TOLERANCE * m.simple_all.max(1.0);
            let steps = [m.direct, m.simple_local, m.simple_province, m.simple_all, m.total_all.unwrap()];
            prop_assert!(steps.windows(2).all(|w| w[0] <= w[1] + tolerance), "{m:?}");
            prop_assert!(m.simple_province <= m.total_province.unwrap() + tolerance);
            prop_assert!(m.total_province.unwrap() <= m.total_all.unwrap() + tolerance);
            match (m.type_i_ratio(), m.type_ii_ratio()) {
                (Some(one), Some(two)) => {
                    prop_assert!(m.direct > 0.0 && one >= 1.0 - TOLERANCE && two >= one - TOLERANCE, "{m:?}");
                }
                (None, None) => prop_assert!(m.direct <= 0.0),
                other => prop_assert!(false, "{other:?}"),
            }
        }
    }

    #[test]
    fn households_are_no_industry(t in taken(), l in line_seeds()) {
        let region = t.region();
        let n = t.economy.n;
        let model = model(&region, Closure::Closed);
        let (k, r) = (region.account().size(), region.account().regions().len());
        let households = model.households().unwrap();
        let closed = households.closed_coefficients(region.account().coefficients());
        prop_assert_eq!((closed.rows(), closed.columns()), (k + r, k + r));
        // Households pay for no pay: nothing but goods in their column.
        for d in 0..r {
            for e in 0..r {
                prop_assert_eq!(closed[(k + d, k + e)], 0.0);
            }
            let spent: f64 = (0..k).map(|i| closed[(i, k + d)]).sum();
            prop_assert!(close(spent + households.foreign_imports[d], 1.0, 1.0));
        }
        let l_closed = inverse(&closed);
        let output: Vec<Multiplier> =
            multipliers(&region, &model).unwrap().into_iter().filter(|m| m.measure == Measure::Output).collect();
        for m in &output {
            let j = m.industry;
            let truncated: f64 = (0..k).map(|i| l_closed[(i, j)]).sum();
            let with_households: f64 = (0..k + r).map(|i| l_closed[(i, j)]).sum();
            prop_assert!(close(m.total_all.unwrap(), truncated, truncated));
            prop_assert!(truncated < with_households || region.account().per_dollar().compensation[j] == 0.0);
        }
        // Nor do they enter the output of a project.
        let stimulus = demand(&region, &lines(&l, n), &demand_rules(Buyer::Final, n)).unwrap().stimulus;
        let impact = model.construction(&stimulus).unwrap();
        let mut y = stimulus.demand.clone();
        y.resize(k + r, 0.0);
        let expected: f64 = l_closed.times(&y)[..k].iter().sum();
        let found: f64 = Effect::ALL.iter().map(|e| impact.grand_total(*e, Measure::Output)).sum();
        prop_assert!(close(found, expected, expected), "{found} {expected}");
    }

    #[test]
    fn type_ii_over_type_i_of_labour_income_is_one_number_for_all_industries(s in seeds(1..=6, 1..=1)) {
        // Miller & Blair: in a one-region model with one propensity to spend, total ÷ simple income is the same everywhere.
        let account = s.account();
        let region = StudyRegion::province(&account, 0);
        let model = ImpactModel::new(&region, Closure::Closed, rules(s.n, true), 0.0465).unwrap();
        let all = multipliers(&region, &model).unwrap();
        let ratios: Vec<f64> = all
            .iter()
            .filter(|m| m.measure == Measure::Compensation && m.direct > 1e-6)
            .map(|m| m.type_ii_ratio().unwrap() / m.type_i_ratio().unwrap())
            .collect();
        for ratio in &ratios {
            prop_assert!(close(*ratio, ratios[0], ratios[0]), "{ratios:?}");
        }
        // And that number is 1/(1 − κ·w'L·h): the pay brought back by a dollar of household spending.
        let l = inverse(account.coefficients());
        let h = model.households().unwrap().spending_columns.column(0).collect::<Vec<_>>();
        let bought = l.times(&h);
        let pay: f64 = bought.iter().zip(&account.per_dollar().compensation).map(|(x, w)| x * w).sum();
        let kappa = rules(s.n, true).spending_per_compensation(0);
        for ratio in ratios {
            prop_assert!(close(ratio, 1.0 / (1.0 - kappa * pay), ratio));
        }
    }

    #[test]
    fn an_industry_without_output_has_no_coefficients_and_spreads_no_nan(
        s in seeds(2..=5, 1..=3),
        pick in any::<prop::sample::Index>(),
        l in line_seeds(),
    ) {
        let mut table = s.table();
        let k = s.n * s.r;
        let dead = pick.index(k);
        for i in 0..k {
            table.intermediate_flows[(dead, i)] = 0.0;
        }
        // Its own purchases are left in the table: 1/0 must not reach them.
        (table.gross_output[dead], table.value_added[dead], table.compensation[dead]) = (0.0, 0.0, 0.0);
        let account = Account::from_flows(&table).unwrap();
        let (industry, region) = (format!("i{}", dead % s.n), format!("r{}", dead / s.n));
        let warning = Problem::new("gross_output", What::ZeroOutput { industry, region });
        prop_assert_eq!(warning.severity(), Severity::Warning);
        prop_assert_eq!(account.warnings(), [warning]);
        let c = account.per_dollar();
        let rows = [&c.value_added, &c.compensation, &c.product_taxes, &c.foreign_imports, &c.jobs];
        prop_assert!(rows.iter().all(|r| r[dead] == 0.0 && r.iter().all(|v| v.is_finite())));
        prop_assert!(account.coefficients().column(dead).all(|v| v == 0.0));
        prop_assert!(account_checks(&account).iter().filter(|c| c.name == CheckName::ColumnsPayOneDollar).all(|c| c.holds()));

        // Demand that the account itself would send nowhere near it still balances, carved or whole.
        let lines: Vec<SpendingLine> =
            lines(&l, s.n).into_iter().map(|l| SpendingLine { origin: None, raised_cap: None, trade_margin: 0.0, transport_margin: 0.0, ..l }).collect();
        let spending: f64 = lines.iter().map(|l| l.amount).sum();
        let sigma = vec![0.3; s.n];
        let regions = [
            StudyRegion::province(&account, 0),
            StudyRegion::carve(&account, 0, &"L".into(), &sigma, Quotient::Flegg { delta: 0.25 }).unwrap(),
        ];
        for region in regions {
            let model = model(&region, Closure::Closed);
            let stimulus = demand(&region, &lines, &demand_rules(Buyer::Final, s.n)).unwrap().stimulus;
            let impact = model.construction(&stimulus).unwrap();
            for check in impact_checks(&impact, &stimulus, spending) {
                prop_assert!(check.holds(), "{check:?}");
            }
            let all = multipliers(&region, &model).unwrap();
            prop_assert!(all.iter().all(|m| m.simple_all.is_finite() && m.total_all.unwrap().is_finite()));
        }
    }
}

// ----------------------------------------------------------------------------------------------------------------- refusals

/// Two industries in two regions, sound.
fn sound() -> FlowTable {
    FlowTable {
        industries: vec!["a".into(), "b".into()],
        regions: vec!["north".into(), "south".into()],
        money_unit: 1e6,
        intermediate_flows: Matrix::from_rows(&[
            vec![10.0, 20.0, 5.0, 0.0],
            vec![15.0, 5.0, 0.0, 10.0],
            vec![5.0, 0.0, 20.0, 10.0],
            vec![0.0, 5.0, 10.0, 30.0],
        ])
        .unwrap(),
        gross_output: vec![100.0; 4],
        value_added: vec![60.0; 4],
        product_taxes: vec![2.0; 4],
        compensation: vec![30.0; 4],
        employment: vec![500.0; 4],
        final_consumption: Matrix::from_rows(&[vec![1.0, 2.0], vec![3.0, 4.0]]).unwrap(),
    }
}

fn refused(table: &FlowTable) -> Vec<Problem> {
    let problems = Account::from_flows(table).expect_err("a broken table must be refused");
    assert!(problems.iter().all(|p| p.severity() == Severity::Error));
    problems
}

#[test]
fn the_sound_table_is_accepted() {
    let account = Account::from_flows(&sound()).unwrap();
    assert!(account.warnings().is_empty() && account_checks(&account).iter().all(|c| c.holds()));
}

#[test]
fn every_column_that_buys_all_it_makes_is_named() {
    let mut table = sound();
    table.intermediate_flows[(0, 1)] = 95.0;
    table.intermediate_flows[(3, 3)] = 60.0;
    table.intermediate_flows[(2, 3)] = 30.0;
    let named: Vec<(String, String, f64)> = refused(&table)
        .into_iter()
        .map(|p| match p.what {
            What::ColumnNotProductive { industry, region, sum } => (industry, region, sum),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(named.len(), 2);
    assert_eq!((named[0].0.as_str(), named[0].1.as_str()), ("b", "north"));
    assert!((named[0].2 - 1.05).abs() < 1e-12);
    // A column of exactly 1 pays nobody and is refused too.
    assert_eq!((named[1].0.as_str(), named[1].1.as_str()), ("b", "south"));
    assert!((named[1].2 - 1.0).abs() < 1e-12);
}

#[test]
fn all_problems_of_a_table_are_reported_at_once() {
    let mut table = sound();
    table.industries[1] = "a".into();
    table.money_unit = 0.0;
    table.intermediate_flows[(0, 2)] = f64::NAN;
    table.intermediate_flows[(1, 3)] = f64::INFINITY;
    table.intermediate_flows[(2, 0)] = -1.0;
    table.gross_output[1] = f64::NAN;
    table.value_added.pop();
    table.employment[3] = -5.0;
    table.final_consumption = Matrix::zeros(3, 2);
    let problems = refused(&table);
    let has = |place: &str, wanted: &What| {
        assert!(
            problems.iter().any(|p| p.place == place && p.what == *wanted),
            "{place}: {problems:?}"
        );
    };
    let name = || "intermediate_flows".to_owned();
    has("industries", &What::Duplicate { id: "a".into() });
    has(
        "money_unit",
        &What::OutOfRange {
            value: 0.0,
            low: 1e-3,
            high: 1e12,
        },
    );
    has(
        "intermediate_flows[0][2]",
        &What::CellNotFinite {
            name: name(),
            row: 0,
            column: 2,
        },
    );
    has(
        "intermediate_flows[1][3]",
        &What::CellNotFinite {
            name: name(),
            row: 1,
            column: 3,
        },
    );
    has("intermediate_flows[2][0]", &What::Negative { value: -1.0 });
    has(
        "gross_output[1][0]",
        &What::CellNotFinite {
            name: "gross_output".into(),
            row: 1,
            column: 0,
        },
    );
    let short = What::Shape {
        name: "value_added".into(),
        rows: 3,
        columns: 1,
        expected_rows: 4,
        expected_columns: 1,
    };
    has("value_added", &short);
    has("employment[3][0]", &What::Negative { value: -5.0 });
    let name = "final_consumption".to_owned();
    has(
        "final_consumption",
        &What::Shape {
            name,
            rows: 3,
            columns: 2,
            expected_rows: 2,
            expected_columns: 2,
        },
    );
    assert_eq!(problems.len(), 9, "{problems:?}");
}

#[test]
fn a_column_above_one_is_named_beside_other_problems() {
    let mut table = sound();
    table.employment[0] = f64::NAN;
    table.intermediate_flows[(1, 0)] = 200.0;
    let problems = refused(&table);
    assert_eq!(problems.len(), 2, "{problems:?}");
    assert!(problems.iter().any(|p| p.place == "employment[0][0]"));
    assert!(problems.iter().any(|p| matches!(&p.what, What::ColumnNotProductive { industry, region, .. } if industry == "a" && region == "north")));
}

#[test]
fn a_table_that_is_not_square_is_refused() {
    let mut table = sound();
    table.intermediate_flows = Matrix::zeros(4, 3);
    let expected = What::Shape {
        name: "intermediate_flows".into(),
        rows: 4,
        columns: 3,
        expected_rows: 4,
        expected_columns: 4,
    };
    assert_eq!(refused(&table), [Problem::new("intermediate_flows", expected)]);
    // The model itself refuses it, rather than stop the program.
    let model = LeontiefModel::new(Matrix::zeros(2, 3)).map(|m| m.size());
    assert_eq!(
        model,
        Err(What::Shape {
            name: "coefficients".into(),
            rows: 2,
            columns: 3,
            expected_rows: 2,
            expected_columns: 2
        })
    );
    assert!(Matrix::from_rows(&[vec![1.0, 2.0], vec![3.0]]).is_none());
}

#[test]
fn a_system_without_a_useful_solution_is_refused() {
    let refuse = |rows: &[Vec<f64>]| {
        let model = LeontiefModel::new(Matrix::from_rows(rows).unwrap()).map(|m| m.size());
        assert!(matches!(model, Err(What::Singular { .. })), "{rows:?}: {model:?}");
    };
    // Spectral radius 1, above 1, and not a number.
    refuse(&[vec![0.5, 0.5], vec![0.5, 0.5]]);
    refuse(&[vec![0.0, 2.0], vec![2.0, 0.0]]);
    refuse(&[vec![1.5, 0.0], vec![0.0, 0.2]]);
    refuse(&[vec![0.1, f64::NAN], vec![0.2, 0.1]]);
    // Columns above 1 with a spectral radius below 1 do have one: the account refuses them, the arithmetic does not.
    let model = LeontiefModel::new(Matrix::from_rows(&[vec![0.0, 0.1], vec![2.0, 0.0]]).unwrap()).unwrap();
    assert!((model.inverse().unwrap()[(0, 0)] - 1.25).abs() < 1e-12);
    assert!(model.solve(&[f64::NAN, 0.0]).is_err());
}

#[test]
fn a_trade_table_is_refused_with_all_its_problems() {
    let flows = |v: f64| Matrix::from_rows(&[vec![v, 1.0], vec![2.0, 0.0]]).unwrap();
    let table = TradeTable {
        industries: vec!["a".into(), "b".into()],
        regions: vec!["P".into()],
        money_unit: 1e6,
        trade: vec![flows(10.0), flows(20.0)],
        intermediate_bundle: Matrix::from_rows(&[vec![0.5, 0.2], vec![0.5, 0.8]]).unwrap(),
        value_added_share: Matrix::from_rows(&[vec![0.5], vec![0.4]]).unwrap(),
        final_consumption: Matrix::from_rows(&[vec![0.5], vec![0.5]]).unwrap(),
        employment: Matrix::from_rows(&[vec![10.0], vec![20.0]]).unwrap(),
        labour_share: vec![0.6, 0.6],
        product_tax: 0.02,
    };
    assert!(Account::from_trade(&table).is_ok());
    let mut broken = table.clone();
    broken.trade[0][(0, 0)] = f64::NAN;
    broken.trade[1] = Matrix::zeros(2, 3);
    broken.value_added_share[(1, 0)] = 1.2;
    broken.labour_share.pop();
    broken.product_tax = 1.5;
    let places: Vec<String> = Account::from_trade(&broken)
        .unwrap_err()
        .into_iter()
        .map(|p| p.place)
        .collect();
    assert_eq!(
        places,
        [
            "trade[a][0][0]",
            "trade[b]",
            "value_added_share[1][0]",
            "labour_share",
            "product_tax"
        ]
    );
    let mut short = table;
    short.trade.pop();
    let problems = Account::from_trade(&short).unwrap_err();
    assert_eq!(problems[0].what, What::WrongLength { found: 1, expected: 2 });
}

#[test]
fn a_file_of_another_shape_is_refused_with_its_place() {
    let text = include_str!("cases/miller-blair.ron");
    let ragged = text.replace("[150.0, 500.0]", "[150.0]");
    let problems = Economy::read("case.ron", &ragged, 0.0).unwrap_err();
    assert!(
        matches!(&problems[0].what, What::Shape { name, .. } if name == "intermediate_flows"),
        "{problems:?}"
    );
    let unfinished = text.replace("gross_output: [1000.0, 2000.0],", "gross_output: [1000.0, two],");
    let problems = Economy::read("case.ron", &unfinished, 0.0).unwrap_err();
    let line = 1 + text.lines().position(|l| l.contains("gross_output")).unwrap();
    assert!(
        matches!(&problems[0].what, What::Syntax { line: found, .. } if *found == line),
        "{problems:?}"
    );
    let newer = text.replace("version: 1,", "version: 2,");
    let problems = Economy::read("case.ron", &newer, 0.0).unwrap_err();
    assert_eq!(
        problems,
        [Problem::new("case.ron", What::NewerVersion { found: 2, known: 1 })]
    );
    let missing = text.replace("value_added: [650.0, 1400.0],", "value_added: [650.0],");
    let economy = Economy::read("case.ron", &missing, 0.0).unwrap();
    assert!(matches!(&economy.account(0.0).unwrap_err()[0].what, What::Shape { name, .. } if name == "value_added"));
}

#[test]
fn a_nan_never_passes_a_check() {
    let check = |found| retombees::engine::identities::Check {
        name: CheckName::Spending,
        expected: 1.0,
        found,
        tolerance: 1e-9,
    };
    assert!(check(1.0).holds() && !check(1.1).holds() && !check(f64::NAN).holds());
    let a = input_coefficients(
        &Matrix::from_rows(&[vec![3.0, 4.0], vec![5.0, 6.0]]).unwrap(),
        &[0.0, 10.0],
    );
    assert_eq!(a, Matrix::from_rows(&[vec![0.0, 0.4], vec![0.0, 0.6]]).unwrap());
}

#[test]
fn dollars_that_no_other_province_can_take_come_from_abroad() {
    // One province alone: a line said to come from "other provinces" has nowhere to go but abroad.
    let mut table = sound();
    table.regions.truncate(1);
    table.intermediate_flows = Matrix::from_rows(&[vec![10.0, 20.0], vec![15.0, 5.0]]).unwrap();
    for v in [
        &mut table.gross_output,
        &mut table.value_added,
        &mut table.product_taxes,
        &mut table.compensation,
        &mut table.employment,
    ] {
        v.truncate(2);
    }
    table.final_consumption = Matrix::from_rows(&[vec![1.0], vec![3.0]]).unwrap();
    let account = Account::from_flows(&table).unwrap();
    let region = StudyRegion::province(&account, 0);
    let origin = Origin {
        study: 0.5,
        rest: 0.0,
        other: 0.3,
        abroad: 0.2,
    };
    let line = SpendingLine {
        product: Product::Of(1),
        amount: 1000.0,
        trade_margin: 0.0,
        transport_margin: 0.0,
        origin: Some(origin),
        raised_cap: None,
    };
    let stimulus = demand(&region, &[line], &demand_rules(Buyer::Final, 2))
        .unwrap()
        .stimulus;
    assert!((stimulus.foreign_imports - 0.5 * 980.0).abs() < 1e-9);
    let impact: Impact = model(&region, Closure::None).construction(&stimulus).unwrap();
    assert!(impact_checks(&impact, &stimulus, 1000.0).iter().all(|c| c.holds()));
}
