//! What the engine must reproduce: published tables, and one synthetic case computed elsewhere.
//!
//! Figures stand in `tests/cases`, each with its source. A printed figure is met to half its last digit; a figure printed with all the digits
//! of a double is met to 1e-12, relative.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use retombees::data::economy::{Economy, Table};
use retombees::engine::account::Account;
use retombees::engine::households::{Closure, HouseholdRules, Households};
use retombees::engine::impact::{ImpactModel, Measure};
use retombees::engine::leontief::LeontiefModel;
use retombees::engine::matrix::Matrix;
use retombees::engine::multipliers::{Multiplier, multipliers};
use retombees::engine::regional::{Quotient, StudyRegion, flegg_lambda, quotients, simple_location_quotients};
use retombees::engine::tables::input_coefficients;
use retombees::problem::What;
use serde_json::Value;

const MILLER_BLAIR: &str = include_str!("cases/miller-blair.ron");
const GERMANY: &str = include_str!("cases/germany-1995.ron");
const PYMRIO_TABLE: &str = include_str!("cases/pymrio-2x3.ron");
const PYMRIO: &str = include_str!("cases/pymrio-2x3.json");
const FLQ: &str = include_str!("cases/flq-germany.json");

/// Figures printed with all the digits of a double.
const EXACT: f64 = 1e-12;

/// Asserts that `found` rounds to a figure printed with this many decimals.
#[track_caller]
fn printed(found: f64, expected: f64, decimals: i32) {
    let half = 0.5 * 10f64.powi(-decimals);
    assert!(
        (found - expected).abs() <= half * (1.0 + 1e-9),
        "{found} does not round to {expected} ({decimals} decimals)"
    );
}

#[track_caller]
fn all_printed(found: &[f64], expected: &[f64], decimals: i32) {
    assert_eq!(found.len(), expected.len());
    for (f, e) in found.iter().zip(expected) {
        printed(*f, *e, decimals);
    }
}

#[track_caller]
fn close(found: f64, expected: f64) {
    assert!(
        (found - expected).abs() <= EXACT * expected.abs().max(1.0),
        "found {found}, expected {expected}"
    );
}

#[track_caller]
fn all_close(found: &[f64], expected: &[f64]) {
    assert_eq!(found.len(), expected.len());
    for (f, e) in found.iter().zip(expected) {
        close(*f, *e);
    }
}

#[track_caller]
fn matrix_close(found: &Matrix, expected: &Matrix) {
    assert_eq!((found.rows(), found.columns()), (expected.rows(), expected.columns()));
    for i in 0..found.rows() {
        all_close(found.row(i), expected.row(i));
    }
}

fn rows(rows: &[&[f64]]) -> Matrix {
    Matrix::from_rows(&rows.iter().map(|r| r.to_vec()).collect::<Vec<_>>()).unwrap()
}

fn numbers(v: &Value) -> Vec<f64> {
    v.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}

fn table(v: &Value) -> Matrix {
    Matrix::from_rows(&v.as_array().unwrap().iter().map(numbers).collect::<Vec<_>>()).unwrap()
}

fn product(a: &Matrix, b: &Matrix) -> Matrix {
    let columns: Vec<Vec<f64>> = (0..b.columns())
        .map(|j| a.times(&b.column(j).collect::<Vec<_>>()))
        .collect();
    let mut out = Matrix::zeros(a.rows(), b.columns());
    for (j, column) in columns.iter().enumerate() {
        for (i, v) in column.iter().enumerate() {
            out[(i, j)] = *v;
        }
    }
    out
}

fn economy(text: &str) -> Economy {
    Economy::read("case", text, 0.0).unwrap()
}

fn rules(spending_per_wage: f64) -> HouseholdRules {
    HouseholdRules {
        contributions_ratio: 0.0,
        tax_rate: Vec::new(),
        saving_rate: 1.0 - spending_per_wage,
        product_tax: 0.0,
        government_share: 0.0,
        public_industries: Vec::new(),
        housing: None,
        resident_share: 1.0,
        already_received: 0.0,
    }
}

fn of(all: &[Multiplier], measure: Measure) -> Vec<&Multiplier> {
    all.iter().filter(|m| m.measure == measure).collect()
}

fn pick(all: &[Multiplier], measure: Measure, f: impl Fn(&Multiplier) -> f64) -> Vec<f64> {
    of(all, measure).into_iter().map(f).collect()
}

// ---------------------------------------------------------------------------------------------- Miller & Blair, two sectors

#[test]
fn miller_blair_open_model() {
    let z = rows(&[&[150.0, 500.0], &[200.0, 100.0]]);
    let a = input_coefficients(&z, &[1000.0, 2000.0]);
    all_printed(a.row(0), &[0.15, 0.25], 2);
    all_printed(a.row(1), &[0.20, 0.05], 2);
    let model = LeontiefModel::new(a).unwrap();
    let l = model.inverse().unwrap();
    all_printed(l.row(0), &[1.254_125_41, 0.330_033_00], 8);
    all_printed(l.row(1), &[0.264_026_40, 1.122_112_21], 8);
    // The book's new demand, and its old one, which must give the table's own output back.
    let x = model.solve(&[600.0, 1500.0]).unwrap();
    all_printed(&x, &[1247.5, 1841.6], 1);
    all_printed(&x, &[1247.525, 1841.584], 3);
    all_close(&model.solve(&[350.0, 1700.0]).unwrap(), &[1000.0, 2000.0]);
    let labour = [0.30 * x[0], 0.25 * x[1]];
    // The book multiplies outputs that it has already rounded to 0.05.
    assert!((labour[0] - 374.25).abs() <= 0.30 * 0.05 + 0.005, "{}", labour[0]);
    assert!((labour[1] - 460.40).abs() <= 0.25 * 0.05 + 0.005, "{}", labour[1]);
}

#[test]
fn miller_blair_through_an_economy_file() {
    let economy = economy(MILLER_BLAIR);
    assert!(matches!(economy.table, Table::Flows(_)));
    let account = economy.account(0.0).unwrap();
    all_printed(account.coefficients().row(0), &[0.15, 0.25], 2);
    all_printed(account.coefficients().row(1), &[0.20, 0.05], 2);
    let l = LeontiefModel::new(account.coefficients().clone())
        .unwrap()
        .inverse()
        .unwrap();
    all_printed(l.row(0), &[1.254_125_41, 0.330_033_00], 8);
    all_printed(l.row(1), &[0.264_026_40, 1.122_112_21], 8);
    assert_eq!(account.gross_output(), &[1000.0, 2000.0]);
    assert!(account.warnings().is_empty());
}

/// The closed example: w = (0.30, 0.25), c = (0.05, 0.40), household cell 0.05. Figures recomputed independently from the book's inputs.
const L_CLOSED: [[f64; 3]; 3] = [
    [1.3651, 0.4253, 0.2509],
    [0.5273, 1.3481, 0.5954],
    [0.5698, 0.4890, 1.2885],
];

#[test]
fn miller_blair_closed_inverse_and_its_truncated_sums() {
    let a = rows(&[&[0.15, 0.25, 0.05], &[0.20, 0.05, 0.40], &[0.30, 0.25, 0.05]]);
    let l = LeontiefModel::new(a).unwrap().inverse().unwrap();
    for (i, row) in L_CLOSED.iter().enumerate() {
        all_printed(l.row(i), row, 4);
    }
    for (j, (truncated, forgotten)) in [(1.892, 2.462), (1.773, 2.262)].into_iter().enumerate() {
        printed(l[(0, j)] + l[(1, j)], truncated, 3);
        // What one gets by counting households as an industry; no multiplier of ours may.
        printed(l.column_sum(j), forgotten, 3);
    }
}

#[test]
fn miller_blair_multipliers() {
    // A household cell of 0.05 is a round of spending among households: income 1/(1 − 0.05) times larger, spent 0.45 per dollar.
    let spending = (0.05 + 0.40) / (1.0 - 0.05);
    let account = economy(MILLER_BLAIR).account(0.0).unwrap();
    let region = StudyRegion::province(&account, 0);
    let model = ImpactModel::new(&region, Closure::Closed, rules(spending), 0.0).unwrap();
    let all = multipliers(&region, &model).unwrap();

    let territories: [fn(&Multiplier) -> f64; 3] = [|m| m.simple_local, |m| m.simple_province, |m| m.simple_all];
    for local in territories {
        all_printed(&pick(&all, Measure::Output, local), &[1.518, 1.452], 3);
        all_printed(&pick(&all, Measure::Compensation, local), &[0.4422, 0.3795], 4);
    }
    let territories: [fn(&Multiplier) -> f64; 2] = [|m| m.total_province.unwrap(), |m| m.total_all.unwrap()];
    for total in territories {
        all_printed(&pick(&all, Measure::Output, total), &[1.892, 1.773], 3);
        all_printed(&pick(&all, Measure::Compensation, total), &[0.5414, 0.4646], 4);
    }
    let income = of(&all, Measure::Compensation);
    let type_i: Vec<f64> = income.iter().map(|m| m.type_i_ratio().unwrap()).collect();
    let type_ii: Vec<f64> = income.iter().map(|m| m.type_ii_ratio().unwrap()).collect();
    all_printed(&type_i, &[1.4741, 1.5182], 4);
    all_printed(&type_ii, &[1.8045, 1.8584], 4);
    for (one, two) in type_i.iter().zip(&type_ii) {
        printed(two / one, 1.2241, 4);
    }

    // The same L̄ without its household row and column.
    let closed = model.closed().unwrap().inverse().unwrap();
    for (i, row) in L_CLOSED.iter().take(2).enumerate() {
        all_printed(&closed.row(i)[..2], &row[..2], 4);
    }
}

#[test]
fn miller_blair_closed_coefficients_are_bordered_in_the_right_place() {
    let households = Households {
        income_rows: rows(&[&[0.30, 0.25]]),
        spending_columns: rows(&[&[0.05], &[0.40]]),
        foreign_imports: vec![0.55],
        product_taxes: 0.0,
        baskets: rows(&[&[0.05], &[0.40]]),
        local_purchase: vec![1.0; 2],
    };
    let closed = households.closed_coefficients(&rows(&[&[0.15, 0.25], &[0.20, 0.05]]));
    assert_eq!(
        closed,
        rows(&[&[0.15, 0.25, 0.05], &[0.20, 0.05, 0.40], &[0.30, 0.25, 0.0]])
    );
}

// ------------------------------------------------------------------------------------------------------------ Germany 1995

#[test]
fn germany_1995() {
    let account = economy(GERMANY).account(0.0).unwrap();
    let a = account.coefficients();
    // Table 15.4 and the Leontief matrix I − A of the manual.
    all_printed(
        &[a[(0, 0)], a[(1, 1)], a[(2, 2)], a[(1, 2)]],
        &[0.0258, 0.2822, 0.0158, 0.2613],
        4,
    );
    all_printed(
        &[1.0 - a[(0, 0)], 1.0 - a[(1, 1)], 1.0 - a[(2, 2)]],
        &[0.9742, 0.7178, 0.9842],
        4,
    );
    // Page 498: value added per unit of output.
    let gva = &account.per_dollar().value_added;
    all_printed(gva, &[0.4934, 0.3659, 0.4708, 0.5766, 0.5999, 0.7172], 4);
    // The table's own total, M EUR.
    printed(account.gdp(0) / 1e6, 1_624_160.0, 0);

    let region = StudyRegion::province(&account, 0);
    let model = ImpactModel::new(&region, Closure::None, rules(0.0), 0.0).unwrap();
    let l = model.open().inverse().unwrap();
    // Table 15.10.
    all_printed(&[l[(0, 0)], l[(1, 1)], l[(2, 2)]], &[1.0339, 1.4292, 1.0289], 4);
    let all = multipliers(&region, &model).unwrap();
    let simple = |m: &Multiplier| m.simple_province;
    // Page 500.
    all_printed(
        &pick(&all, Measure::Output, simple),
        &[1.7048, 1.8413, 1.8136, 1.6035, 1.5951, 1.3782],
        4,
    );
    all_printed(
        &pick(&all, Measure::Gdp, simple),
        &[0.8450, 0.7647, 0.8615, 0.9019, 0.9393, 0.9199],
        4,
    );
    // Thousand persons per M EUR are persons per 1000 EUR.
    let thousands = |m: &Multiplier| m.simple_province * 1e3;
    all_printed(
        &pick(&all, Measure::Jobs, thousands),
        &[0.0326, 0.0162, 0.0207, 0.0237, 0.0112, 0.0242],
        4,
    );
    // An open model has no induced effect to report.
    assert!(
        all.iter()
            .all(|m| m.total_province.is_none() && m.type_ii_ratio().is_none())
    );
    // Compensation: recomputed independently in numpy from the same table.
    let type_i: Vec<f64> = of(&all, Measure::Compensation)
        .iter()
        .map(|m| m.type_i_ratio().unwrap())
        .collect();
    let expected = [
        1.952_788_094_214_943_6,
        1.847_798_968_292_443_2,
        1.683_292_762_793_364_5,
        1.442_696_680_015_189_2,
        1.776_341_419_624_1,
        1.212_533_540_733_322,
    ];
    all_close(&type_i, &expected);
}

#[test]
fn germany_1995_refuses_nothing_and_warns_of_nothing() {
    let economy = economy(GERMANY);
    assert_eq!(
        (economy.data_year, economy.industries.len(), economy.regions.len()),
        (1995, 6, 1)
    );
    let account = economy.account(0.0).unwrap();
    assert!(account.warnings().is_empty() && account.capped().is_empty());
    // The manual's imports of intermediates are what the columns leave: published row, M EUR.
    let imports = [2927.0, 156_703.0, 13_427.0, 21_943.0, 13_371.0, 13_772.0];
    for (j, published) in imports.into_iter().enumerate() {
        let found = account.per_dollar().foreign_imports[j] * account.gross_output()[j] / 1e6;
        printed(found, published, 0);
    }
}

// -------------------------------------------------------------------------------------------------- pymrio, two regions × three

#[test]
fn pymrio_coefficients_inverse_and_multipliers() {
    let case: Value = serde_json::from_str(PYMRIO).unwrap();
    let x = numbers(&case["x"]);
    let a = input_coefficients(&table(&case["Z"]), &x);
    matrix_close(&a, &table(&case["A"]));
    // S = F·x̂⁻¹ is the same division by output.
    let s = input_coefficients(&table(&case["F"]), &x);
    matrix_close(&s, &table(&case["S"]));
    let model = LeontiefModel::new(a).unwrap();
    matrix_close(&model.inverse().unwrap(), &table(&case["L"]));
    let m = table(&case["M"]);
    for e in 0..2 {
        all_close(&model.effects_per_dollar(s.row(e)), m.row(e));
    }
    let y = table(&case["Y"]);
    let demand: Vec<f64> = (0..6).map(|k| y.row(k).iter().sum()).collect();
    all_close(&model.solve(&demand).unwrap(), &x);
}

#[test]
fn pymrio_footprints() {
    let case: Value = serde_json::from_str(PYMRIO).unwrap();
    let (sectors, regions) = (3, 2);
    let (x, y) = (numbers(&case["x"]), table(&case["Y"]));
    let s = input_coefficients(&table(&case["F"]), &x);
    let l = LeontiefModel::new(input_coefficients(&table(&case["Z"]), &x))
        .unwrap()
        .inverse()
        .unwrap();
    // Demand of each region by product: column r·n + j holds what region r consumes of product j, made anywhere.
    let mut consumed = Matrix::zeros(6, 6);
    for k in 0..6 {
        for r in 0..regions {
            consumed[(k, r * sectors + k % sectors)] = y[(k, r)];
        }
    }
    let output = product(&l, &consumed);
    let mut traded = output.clone();
    for k in 0..6 {
        for j in (0..6).filter(|j| j / sectors == k / sectors) {
            traded[(k, j)] = 0.0;
        }
    }
    let embodied = |output: &Matrix| -> Matrix {
        let mut out = Matrix::zeros(2, 6);
        for e in 0..2 {
            for k in 0..6 {
                out[(e, k)] = s[(e, k)] * output.row(k).iter().sum::<f64>();
            }
        }
        out
    };
    matrix_close(&product(&s, &output), &table(&case["D_cba"]));
    matrix_close(&embodied(&output), &table(&case["D_pba"]));
    matrix_close(&product(&s, &traded), &table(&case["D_imp"]));
    matrix_close(&embodied(&traded), &table(&case["D_exp"]));
}

#[test]
fn pymrio_table_is_refused_as_an_account_because_two_columns_leave_no_value_added() {
    let economy = economy(PYMRIO_TABLE);
    let Table::Flows(flows) = &economy.table else {
        panic!("not a table of flows")
    };
    let problems = Account::from_flows(flows).unwrap_err();
    let named: Vec<(&str, &str, f64)> = problems
        .iter()
        .map(|p| match &p.what {
            What::ColumnNotProductive { industry, region, sum } => (industry.as_str(), region.as_str(), *sum),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(named.len(), 2, "{named:?}");
    assert_eq!((named[0].0, named[0].1), ("2", "reg1"));
    close(named[0].2, 20.0 / 15.0);
    assert_eq!((named[1].0, named[1].1), ("2", "reg2"));
    close(named[1].2, 1.0);
    assert_eq!(economy.account(0.0).unwrap_err(), problems);
}

// --------------------------------------------------------------------------------------------- FLQ arithmetic on Germany 1995

fn uncapped(slq: &[f64], lambda: f64, method: Quotient, expected: &Matrix) {
    matrix_close(&quotients(slq, lambda, method), expected);
}

#[test]
fn location_quotients_on_germany_1995() {
    let case: Value = serde_json::from_str(FLQ).unwrap();
    let (local, national) = (
        numbers(&case["regional_employment"]),
        numbers(&case["national_employment"]),
    );
    let delta = case["delta"].as_f64().unwrap();
    let account = economy(GERMANY).account(0.0).unwrap();
    // The case and the economy hold the same national employment.
    all_close(&account.jobs().iter().map(|j| j / 1e3).collect::<Vec<_>>(), &national);

    let slq = simple_location_quotients(&local, &national);
    all_close(&slq, &numbers(&case["slq"]));
    let lambda = flegg_lambda(local.iter().sum(), national.iter().sum(), delta);
    close(lambda, case["lambda"].as_f64().unwrap());
    uncapped(&slq, 1.0, Quotient::CrossIndustry, &table(&case["cilq"]));
    let flq = table(&case["flq"]);
    uncapped(&slq, lambda, Quotient::Flegg { delta }, &flq);
    // The augmented form, from the case's FLQ: larger only where the region specialises in the buyer.
    let mut augmented = flq.clone();
    for i in 0..6 {
        for j in (0..6).filter(|j| slq[*j] > 1.0) {
            augmented[(i, j)] *= (1.0 + slq[j]).log2();
        }
    }
    uncapped(&slq, lambda, Quotient::AugmentedFlegg { delta }, &augmented);

    let multipliers = |t: Option<Matrix>| -> Vec<f64> {
        let mut a = account.coefficients().clone();
        if let Some(t) = t {
            for i in 0..6 {
                for j in 0..6 {
                    a[(i, j)] *= t[(i, j)].min(1.0);
                }
            }
        }
        LeontiefModel::new(a).unwrap().effects_per_dollar(&[1.0; 6])
    };
    let expected = &case["multipliers"];
    all_close(&multipliers(None), &numbers(&expected["national"]));
    all_close(
        &multipliers(Some(quotients(&slq, 1.0, Quotient::Simple))),
        &numbers(&expected["slq"]),
    );
    all_close(
        &multipliers(Some(quotients(&slq, lambda, Quotient::Flegg { delta }))),
        &numbers(&expected["flq"]),
    );
    all_close(
        &multipliers(Some(quotients(&slq, lambda, Quotient::AugmentedFlegg { delta }))),
        &numbers(&expected["aflq"]),
    );
}

#[test]
fn a_carved_region_keeps_the_quotients_of_its_employment() {
    // σ by industry is the region's part of national employment: carving must find the same quotients, limited to 1.
    let case: Value = serde_json::from_str(FLQ).unwrap();
    let (local, national) = (
        numbers(&case["regional_employment"]),
        numbers(&case["national_employment"]),
    );
    let delta = case["delta"].as_f64().unwrap();
    let account = economy(GERMANY).account(0.0).unwrap();
    let sigma: Vec<f64> = local.iter().zip(&national).map(|(l, n)| l / n).collect();
    let region = StudyRegion::carve(&account, 0, &"L".into(), &sigma, Quotient::Flegg { delta }).unwrap();
    all_close(region.simple_quotients(), &numbers(&case["slq"]));
    close(region.lambda(), case["lambda"].as_f64().unwrap());
    let flq = table(&case["flq"]);
    for i in 0..6 {
        let limited: Vec<f64> = flq.row(i).iter().map(|v| v.min(1.0)).collect();
        all_close(region.purchase_quotients().row(i), &limited);
    }
}
