//! Taxes and contributions: the law's arithmetic against the simulator srd, against published maxima, and against numpy; what must always hold;
//! and what a damaged file of the law is told.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::sync::LazyLock;
use std::time::Instant;

use proptest::prelude::*;
use retombees::data::library::{FILES, Library};
use retombees::data::taxes::{Fallback, TaxTables, payroll_sectors};
use retombees::engine::fiscal::rates::{
    Bases, FiscalSettings, IndustryBases, IndustryPay, LevyRates, PayerRates, ProjectRates,
};
use retombees::engine::fiscal::rules::{PayrollClass, PayrollSector, TaxRules};
use retombees::engine::fiscal::spread::{POINTS, UPPER_QUANTILES, WageSpread};
use retombees::engine::fiscal::{Base, Government, Levy, LevyKind, Revenue};
use retombees::problem::{Problem, What};
use retombees::report::problems::sentence;
use retombees::text::Lang;

const SRD: &str = include_str!("expected/srd-2022.csv");
const RATES: &str = include_str!("expected/levy-rates.csv");

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());

fn text() -> &'static str {
    FILES.iter().find(|(name, _)| *name == "taxes/quebec.ron").unwrap().1
}

fn rules(year: i32) -> TaxRules {
    LIBRARY.taxes.rules(year).rules
}

fn within(found: f64, expected: f64, tolerance: f64) {
    assert!((found - expected).abs() <= tolerance, "{found} instead of {expected}");
}

/// Returns the lines of a table after its remarks and its header.
fn lines(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table
        .lines()
        .filter(|l| !l.starts_with('#'))
        .skip(1)
        .map(|l| l.split(',').collect())
}

fn settings(wage_spread: f64) -> FiscalSettings {
    FiscalSettings {
        wage_spread,
        supplier_payroll: 5e6,
        taxable_surplus_share: 0.376,
        federal_share_of_product_taxes: 0.334,
        municipal_share_of_production_taxes: 0.7,
    }
}

fn one(rules: &TaxRules, settings: &FiscalSettings, mean_wage: f64, sector: PayrollSector) -> PayerRates {
    let pay = [IndustryPay { mean_wage, sector }];
    *LevyRates::new(rules, settings, &pay).unwrap().industry(0).unwrap()
}

// ---------------------------------------------------------------------------------------------------------------------------------------------
// The law's arithmetic

/// Tax at the start of each slice as srd's schedules give it: rounded to the dollar for Canada, and 0.70 $ short in Québec's last slice
/// (files federal/params/schedule_2022.csv and quebec/params/schedule_2022.csv of srd 1.3.0).
const SRD_FEDERAL: [f64; 5] = [0.0, 7530.0, 17820.0, 32180.0, 51344.0];
const SRD_QUEBEC: [f64; 4] = [0.0, 6944.25, 16201.25, 21018.55];

/// Returns what srd's rounded tax at the start of a slice adds to the exact sum of the slices below.
fn rounding(brackets: &retombees::engine::fiscal::rules::Brackets, srd: &[f64], income: f64) -> f64 {
    let slice = brackets.thresholds.iter().rposition(|t| income >= *t).unwrap();
    srd[slice] - brackets.tax(brackets.thresholds[slice])
}

/// Two differences remain, and both are held: the rounded constants of srd's schedules, and the credit for a person living alone, which srd
/// gives to a single-person household and which depends on more than the wage. Refundable credits are printed: they are left out here.
#[test]
fn employees_of_2022_pay_what_srd_says() {
    let rules = rules(2022);
    println!(
        "{:>7} | {:>10} {:>10} {:>6} | {:>10} {:>10} {:>6} | {:>8} {:>8} | {:>7} {:>7} | {:>7} {:>7} | refundable: {:>8} {:>8}, alone {:>6}",
        "wage",
        "federal",
        "srd",
        "diff",
        "Québec",
        "srd",
        "diff",
        "QPP",
        "srd",
        "QPIP",
        "srd",
        "EI",
        "srd",
        "federal",
        "Québec",
        "credit"
    );
    let mut seen = 0;
    for line in lines(SRD) {
        let v: Vec<f64> = line.iter().map(|c| c.parse().unwrap()).collect();
        let [
            wage,
            federal,
            quebec,
            qpp,
            qpip,
            ei,
            net,
            federal_back,
            quebec_back,
            contributions,
            alone,
        ] = v[..]
        else {
            panic!("{line:?}")
        };
        let ours = rules.employee(wage);
        println!(
            "{wage:>7} | {:>10.2} {federal:>10.2} {:>6.2} | {:>10.2} {quebec:>10.2} {:>6.2} | {:>8.2} {qpp:>8.2} | {:>7.2} {qpip:>7.2} | {:>7.2} {ei:>7.2} | \
             {federal_back:>20.2} {quebec_back:>8.2}, {:>12.2}",
            ours.federal_tax,
            ours.federal_tax - federal,
            ours.quebec_tax,
            ours.quebec_tax - quebec,
            ours.qpp,
            ours.qpip,
            ours.ei,
            quebec - alone
        );
        // Contributions are the same law: to the cent and beyond.
        within(ours.qpp, qpp, 1e-9);
        within(ours.qpip, qpip, 1e-9);
        within(ours.ei, ei, 1e-9);
        // Taxes differ by the rounding of srd's schedule alone.
        let federal_net = wage - rules.qpp.additional(wage);
        let rounded = (1.0 - 0.165) * rounding(&rules.federal.brackets, &SRD_FEDERAL, federal_net);
        within(ours.federal_tax + rounded, federal, 1e-6);
        assert!(rounded.abs() < 0.5, "{rounded}");
        let taxable = federal_net - (0.06 * wage).min(1235.0);
        within(taxable, net, 1e-9);
        let rounded = rounding(&rules.quebec.brackets, &SRD_QUEBEC, taxable);
        within(ours.quebec_tax + rounded, quebec, 1e-6);
        assert!(rounded.abs() < 0.71, "{rounded}");
        // The credit for a person living alone: 15 % of 1,850 $, less 18.75 % of the income above 36,590 $.
        let credit = 0.15 * (1850.0 - 0.1875 * (net - 36590.0).max(0.0)).max(0.0);
        within(quebec - alone, credit, 1e-6);
        assert_eq!(contributions, 0.0);
        seen += 1;
    }
    assert_eq!(seen, 19);
}

/// Years of the account and after: figures that governments publish as such and that are not in the file of the law.
#[test]
fn published_maxima_of_each_year() {
    let high = 500_000.0;
    // Revenu Québec, QPP: maximum contributions, first and second; 2026: SAI, key data (base 3,768, additional 1,127, rounded to the dollar).
    for (year, first, second) in [
        (2020, 3146.40, 0.0),
        (2021, 3427.90, 0.0),
        (2022, 3776.10, 0.0),
        (2023, 4038.40, 0.0),
        (2024, 4160.00, 188.0),
        (2025, 4339.20, 396.0),
    ] {
        let rules = rules(year);
        within(rules.employee(high).qpp, first + second, 1e-9);
        within(rules.employer(high, PayrollClass::default()).qpp, first + second, 1e-9);
        within(rules.employee(rules.qpp.ceiling).qpp, first, 1e-9);
    }
    let rules_2026 = rules(2026);
    within(rules_2026.qpp.base(high), 3768.0, 0.5);
    within(rules_2026.qpp.additional(high), 1127.0, 0.5);
    // Employment insurance in Québec: maximum premiums of employee and employer, to the cent (CRA; ESDC for 2025 and 2026).
    for (year, employee, employer) in [
        (2021, 664.34, 930.08),
        (2022, 723.60, 1013.04),
        (2024, 834.24, 1167.94),
        (2025, 860.67, 1204.94),
        (2026, 895.70, 1253.98),
    ] {
        let rules = rules(year);
        within(rules.employee(high).ei, employee, 0.005);
        within(rules.employer(high, PayrollClass::default()).ei, employer, 0.005);
    }
    // Québec parental insurance: maximum premiums (Revenu Québec; CBS for 2025 and 2026).
    for (year, employee, employer) in [
        (2020, 387.79, 543.22),
        (2021, 412.49, 577.82),
        (2022, 434.72, 608.96),
        (2023, 449.54, 629.72),
        (2025, 484.12, 678.16),
        (2026, 442.90, 620.06),
    ] {
        let rules = rules(year);
        within(rules.employee(high).qpip, employee, 0.005);
        within(rules.employer(high, PayrollClass::default()).qpip, employer, 0.005);
    }
    // T4127, 122nd edition, 2026: tax = rate × income − constant, constants to the dollar.
    for (income, rate, constant) in [
        (117_045.0, 0.205, 3804.0),
        (181_440.0, 0.26, 10_241.0),
        (258_482.0, 0.29, 15_685.0),
        (400_000.0, 0.33, 26_024.0),
    ] {
        within(rules_2026.federal.brackets.tax(income), rate * income - constant, 0.6);
    }
    // Budget of March 2023: cutting the first two rates by one point is worth at most 814 $ to a single person.
    let now = rules(2023);
    let mut before = now.clone();
    before.quebec.brackets.rates[..2].copy_from_slice(&[0.15, 0.20]);
    before.quebec.credit_rate = 0.15;
    within(
        before.employee(high).quebec_tax - now.employee(high).quebec_tax,
        814.0,
        0.5,
    );
}

/// Revenu Québec publishes the rising part of the health services fund as `a + b × payroll in millions`, four decimals of a percent.
#[test]
fn the_health_fund_follows_its_published_formula() {
    for (year, goods, services, full) in [
        (2020, (0.6480, 0.6020), (1.1280, 0.5220), 6.0),
        (2022, (0.7483, 0.5017), (1.2150, 0.4350), 7.0),
        (2023, (0.7645, 0.4855), (1.2290, 0.4210), 7.2),
        (2025, (0.8074, 0.4426), (1.2662, 0.3838), 7.8),
    ] {
        let rules = rules(year);
        for millions in [1.0, 1.5, 3.0, 5.9] {
            for (sector, (a, b)) in [(PayrollSector::Goods, goods), (PayrollSector::Services, services)] {
                let published = (a + b * millions) / 100.0;
                within(
                    rules.fss_rate(millions * 1e6, sector),
                    published,
                    1e-6 * (1.0 + millions),
                );
            }
        }
        for sector in [PayrollSector::Goods, PayrollSector::Services, PayrollSector::Public] {
            assert_eq!(rules.fss_rate(full * 1e6, sector), 0.0426);
        }
        assert_eq!(rules.fss_rate(1e5, PayrollSector::Public), 0.0426);
        assert_eq!(rules.fss_rate(1e5, PayrollSector::Goods), 0.0125);
        assert_eq!(rules.fss_rate(1e5, PayrollSector::Services), 0.0165);
        assert_eq!(rules.payroll_class(2e6, PayrollSector::Goods).training_rate, 0.0);
        assert_eq!(
            rules.payroll_class(2_000_001.0, PayrollSector::Goods).training_rate,
            0.01
        );
    }
}

// ---------------------------------------------------------------------------------------------------------------------------------------------
// The spread of wages

/// Φ by the Taylor series of erf, which converges to the last digits at these sizes.
fn normal_probability(z: f64) -> f64 {
    let x = z / std::f64::consts::SQRT_2;
    let (mut term, mut sum, mut k) = (x, x, 0.0);
    while term.abs() > 1e-18 {
        k += 1.0;
        term *= -x * x / k;
        sum += term / (2.0 * k + 1.0);
    }
    0.5 + sum / std::f64::consts::PI.sqrt()
}

#[test]
fn quantiles_are_those_of_the_normal_distribution() {
    for (k, z) in UPPER_QUANTILES.iter().enumerate() {
        let p = (POINTS / 2 + k) as f64 / POINTS as f64 + 0.5 / POINTS as f64;
        within(normal_probability(*z), p, 1e-14);
    }
}

#[test]
fn the_spread_keeps_its_mean() {
    for sigma in [0.0, 0.1, 0.3, 0.5, 0.8] {
        let spread = WageSpread::new(sigma);
        assert_eq!(spread.points().len(), POINTS);
        within(spread.points().iter().sum::<f64>() / POINTS as f64, 1.0, 1e-15);
        assert!(spread.points().windows(2).all(|p| p[0] <= p[1]));
        // A function that is linear gives its value at the mean.
        let [linear, constant] = spread.mean(60_000.0, |w| [7.0 + 0.25 * w, 3.0]);
        within(linear, 15_007.0, 1e-9);
        within(constant, 3.0, 1e-14);
    }
    assert_eq!(WageSpread::new(0.0).points(), [1.0; POINTS]);
    assert_eq!(WageSpread::new(f64::NAN), WageSpread::new(0.0));
}

#[test]
fn without_spread_everybody_earns_the_mean() {
    for year in [2021, 2022, 2024, 2025, 2026] {
        let rules = rules(year);
        for wage in [15_000.0, 48_000.0, 75_000.0, 130_000.0, 300_000.0] {
            let rates = one(&rules, &settings(0.0), wage, PayrollSector::Services);
            let (e, r) = (
                rules.employee(wage),
                rules.employer(wage, rules.payroll_class(5e6, PayrollSector::Services)),
            );
            within(rates.personal() * wage, e.total(), 1e-8);
            within(rates.contributions() * wage, r.contributions(), 1e-8);
            within(rates.payroll_levies() * wage, r.payroll_levies(), 1e-8);
        }
    }
}

/// Every levy on wages, two years, seven wages, four spreads and five classes, recomputed by a program that shares nothing with this one.
#[test]
fn rates_agree_with_numpy() {
    let header: Vec<&str> = RATES
        .lines()
        .find(|l| l.starts_with("year"))
        .unwrap()
        .split(',')
        .collect();
    let (mut compared, mut worst) = (0, 0.0_f64);
    for line in lines(RATES) {
        let number = |k: usize| -> f64 { line[k].parse().unwrap() };
        let sector = match line[4] {
            "Goods" => PayrollSector::Goods,
            "Public" => PayrollSector::Public,
            _ => PayrollSector::Services,
        };
        let settings = FiscalSettings {
            supplier_payroll: number(3),
            ..settings(number(2))
        };
        let mut rules = rules(line[0].parse().unwrap());
        if rules.year == 2025 {
            // The recomputation takes what the file falls back to for 2025.
            assert_eq!(
                (rules.cnesst_rate, rules.quebec.worker_deduction_maximum),
                (0.0148, 1380.0)
            );
        }
        rules.year = 0;
        let rates = one(&rules, &settings, number(1), sector);
        for (k, name) in header.iter().enumerate().skip(5) {
            let levy = Levy::ALL.into_iter().find(|l| format!("{l:?}") == *name).unwrap();
            let difference = (rates.rate(levy) - number(k)).abs() / number(k).abs().max(1e-3);
            assert!(difference <= 1e-12, "{line:?}: {name} {}", rates.rate(levy));
            worst = worst.max(difference);
            compared += 1;
        }
    }
    println!("{compared} rates agree with numpy, the farthest by {worst:.1e}");
    assert_eq!(compared, 112 * 12);
}

#[test]
fn one_evaluation_is_fast() {
    let (rules, settings) = (rules(2022), settings(0.5));
    let pay = vec![
        IndustryPay {
            mean_wage: 60_000.0,
            sector: PayrollSector::Services
        };
        500
    ];
    let start = Instant::now();
    let rates = LevyRates::new(&rules, &settings, &pay).unwrap();
    let each = start.elapsed() / 500;
    println!("rates of one industry: {each:?}");
    assert_eq!(rates.personal().len(), 500);
    assert!(each.as_micros() < 500, "{each:?}");
}

// ---------------------------------------------------------------------------------------------------------------------------------------------
// What must always hold

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn levies_stay_inside_their_base(
        year in 2015..2035i32,
        wage in 1.0..1e6f64,
        step in 0.01..5e4f64,
        payroll in 0.0..3e7f64,
    ) {
        let rules = rules(year);
        let (low, high) = (rules.employee(wage), rules.employee(wage + step));
        for d in [low, high] {
            for part in [d.federal_tax, d.quebec_tax, d.qpp, d.qpip, d.ei] {
                prop_assert!(part >= 0.0 && part.is_finite());
            }
        }
        prop_assert!(low.total() <= wage);
        for (a, b) in [
            (low.federal_tax, high.federal_tax),
            (low.quebec_tax, high.quebec_tax),
            (low.qpp, high.qpp),
            (low.qpip, high.qpip),
            (low.ei, high.ei),
        ] {
            // The two insurances start at once at their threshold, and give federal credits with it.
            prop_assert!(b >= a - 1e-9 || wage <= 2000.0, "{a} then {b}");
        }
        // A marginal rate stays under 1, but at that threshold.
        if wage > 2000.0 {
            prop_assert!(high.total() - low.total() < step, "{low:?} {high:?}");
        }
        for sector in [PayrollSector::Goods, PayrollSector::Services, PayrollSector::Public] {
            let charges = rules.employer(wage, rules.payroll_class(payroll, sector));
            prop_assert!(charges.contributions() >= 0.0 && charges.payroll_levies() >= 0.0);
            prop_assert!(charges.contributions() + charges.payroll_levies() < 0.25 * wage);
            let fss = rules.fss_rate(payroll, sector);
            prop_assert!((0.0125..=0.0426).contains(&fss));
            prop_assert!(rules.fss_rate(payroll + step, sector) >= fss);
        }
    }

    #[test]
    fn revenue_is_part_of_what_it_is_levied_on(
        mean_wage in 500.0..4e5f64,
        sigma in 0.0..0.9f64,
        wages in -10.0..1e9f64,
        surplus in -1e9..1e9f64,
        production in -1e6..1e8f64,
        products in -1e6..1e8f64,
        payroll in 0.0..2e7f64,
        shares in prop::array::uniform3(0.0..=1.0f64),
    ) {
        let settings = FiscalSettings {
            wage_spread: sigma,
            supplier_payroll: payroll,
            taxable_surplus_share: shares[0],
            federal_share_of_product_taxes: shares[1],
            municipal_share_of_production_taxes: shares[2],
        };
        let bases = Bases { wages, surplus, production_taxes: production, product_taxes: products };
        let rates = one(&rules(2024), &settings, mean_wage, PayrollSector::Services);
        let revenue = rates.revenue(&bases);
        for levy in Levy::ALL {
            prop_assert!(revenue.get(levy) >= 0.0, "{levy:?}");
        }
        let close = |a: f64, b: f64| (a - b).abs() <= 1e-9 * (1.0 + a.abs());
        prop_assert!(revenue.base(Base::Wages) <= wages.max(0.0));
        // Employers' public contributions stay under what the account pays on top of wages.
        prop_assert!(revenue.base(Base::Compensation) <= 0.16 * wages.max(0.0));
        prop_assert!(revenue.base(Base::Surplus) <= surplus.max(0.0));
        prop_assert!(close(revenue.base(Base::Payroll) + revenue.base(Base::Production), production.max(0.0)));
        prop_assert!(close(revenue.base(Base::Products), products.max(0.0)));
        parts_sum_to_totals(&revenue);

        // Nothing but product taxes is paid outside industries, and a sum over industries is the sum of its parts.
        let pay = [IndustryPay { mean_wage, sector: PayrollSector::Services }; 2];
        let all = LevyRates::new(&rules(2024), &settings, &pay).unwrap();
        let sum = all.revenue(&IndustryBases {
            wages: &[wages, wages, 0.0],
            surplus: &[surplus, surplus, 0.0],
            production_taxes: &[production, production, 0.0],
            product_taxes: &[products, products, products],
        });
        for levy in Levy::ALL {
            let times = if levy.base() == Base::Products { 3.0 } else { 2.0 };
            prop_assert!(close(sum.get(levy), times * revenue.get(levy)), "{levy:?}");
        }

        // The project pays its property tax and its own payroll levies, and nothing else on production.
        let jobs = payroll / mean_wage;
        let project = ProjectRates::new(&rules(2024), &settings, mean_wage, jobs, PayrollSector::Goods).unwrap();
        let own = project.revenue(&bases, production);
        prop_assert_eq!(own.get(Levy::QuebecProductionTax), 0.0);
        prop_assert!(close(own.get(Levy::MunicipalTax), production.max(0.0)));
        prop_assert!(close(own.base(Base::Payroll) + own.base(Base::Production), project.production_taxes(wages, production)));
        let fss = rules(2024).fss_rate(mean_wage * jobs, PayrollSector::Goods);
        prop_assert!(close(own.get(Levy::HealthFund), fss * wages.max(0.0)));
        parts_sum_to_totals(&own);
    }
}

fn parts_sum_to_totals(revenue: &Revenue) {
    let total: f64 = Levy::ALL.iter().map(|l| revenue.get(*l)).sum();
    within(revenue.total(), total, 1e-9 * (1.0 + total));
    let mut by_kind = 0.0;
    for government in Government::ALL {
        let kinds: f64 = LevyKind::ALL.iter().map(|k| revenue.of(government, *k)).sum();
        within(revenue.government(government), kinds, 1e-9 * (1.0 + total));
        by_kind += kinds;
    }
    within(by_kind, total, 1e-9 * (1.0 + total));
}

#[test]
fn levies_belong_to_one_government_and_one_kind() {
    for (k, levy) in Levy::ALL.iter().enumerate() {
        assert_eq!(*levy as usize, k, "{levy:?}");
    }
    let of = |government, kind| -> Vec<Levy> {
        Levy::ALL
            .into_iter()
            .filter(|l| l.government() == government && l.kind() == kind)
            .collect()
    };
    use Levy::*;
    assert_eq!(
        of(Government::Federal, LevyKind::Fiscal),
        [FederalIncomeTax, FederalCorporateTax, FederalProductTax]
    );
    assert_eq!(of(Government::Federal, LevyKind::Parafiscal), [EmployeeEi, EmployerEi]);
    assert_eq!(
        of(Government::Quebec, LevyKind::Fiscal),
        [
            QuebecIncomeTax,
            QuebecCorporateTax,
            QuebecProductTax,
            QuebecProductionTax
        ]
    );
    assert_eq!(
        of(Government::Quebec, LevyKind::Parafiscal),
        [
            EmployeeQpp,
            EmployerQpp,
            EmployeeQpip,
            EmployerQpip,
            Cnesst,
            HealthFund,
            LabourStandards,
            Training
        ]
    );
    assert_eq!(of(Government::Municipal, LevyKind::Fiscal), [MunicipalTax]);
    assert_eq!(of(Government::Municipal, LevyKind::Parafiscal), []);
}

#[test]
fn taxes_move_without_jumps() {
    for year in [2020, 2021, 2022, 2023, 2024, 2025, 2026] {
        let rules = rules(year);
        let mut before = rules.employee(2001.0);
        for wage in (2002..300_000).step_by(7) {
            let now = rules.employee(f64::from(wage));
            assert!((now.total() - before.total()).abs() < 7.0, "{year}: {wage}");
            before = now;
        }
        // The insurances start at once: the whole premium on 2,000 $.
        let jump = rules.employee(2000.01).total() - rules.employee(2000.0).total();
        within(jump, 2000.0 * (rules.qpip.employee_rate + rules.ei.employee_rate), 0.01);
    }
}

#[test]
fn impossible_settings_and_wages_are_refused_together() {
    let bad = FiscalSettings {
        wage_spread: -1.0,
        supplier_payroll: f64::NAN,
        taxable_surplus_share: 1.5,
        federal_share_of_product_taxes: 0.3,
        municipal_share_of_production_taxes: f64::INFINITY,
    };
    let pay = [0.0, f64::NAN, 5e4].map(|mean_wage| IndustryPay {
        mean_wage,
        sector: PayrollSector::Goods,
    });
    let problems = LevyRates::new(&rules(2022), &bad, &pay).unwrap_err();
    let places: Vec<&str> = problems.iter().map(|p| p.place.as_str()).collect();
    assert_eq!(
        places,
        [
            "parameters.wage_spread",
            "parameters.supplier_payroll",
            "parameters.taxable_surplus_share",
            "parameters.municipal_share_of_production_taxes",
            "industries[0].mean_wage",
            "industries[1].mean_wage",
        ]
    );
    let problems = ProjectRates::new(&rules(2022), &settings(0.5), -1.0, -1.0, PayrollSector::Goods).unwrap_err();
    assert_eq!(problems.len(), 2);
}

// ---------------------------------------------------------------------------------------------------------------------------------------------
// The file of the law

fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    parts.iter().map(|p| p.len()).collect::<Vec<_>>() == [4, 2, 2] && parts.iter().all(|p| p.parse::<u32>().is_ok())
}

#[test]
fn every_figure_of_the_law_is_labelled_sourced_and_dated() {
    let file = LIBRARY.taxes.file();
    let sources: Vec<&str> = file.sources.iter().map(|s| s.id.as_str()).collect();
    for s in &file.sources {
        assert!(
            !s.title.fr.is_empty() && !s.title.en.is_empty() && !s.place.is_empty(),
            "{}",
            s.id
        );
        assert!(is_date(&s.last_checked), "{}", s.id);
        let cited = file.parameters.iter().flat_map(|p| &p.values).any(|v| v.source == s.id)
            || file.scales.iter().flat_map(|p| &p.values).any(|v| v.source == s.id);
        assert!(cited, "{} is not cited", s.id);
    }
    for p in &file.parameters {
        assert!(
            !p.label.fr.is_empty() && !p.label.en.is_empty() && !p.unit.is_empty(),
            "{}",
            p.id
        );
        assert!(is_date(&p.last_checked) && p.range.0 < p.range.1, "{}", p.id);
        assert!(p.values.windows(2).all(|v| v[0].year < v[1].year), "{}", p.id);
        for v in &p.values {
            assert!(sources.contains(&v.source.as_str()), "{}", p.id);
            assert!((p.range.0..=p.range.1).contains(&v.value), "{}", p.id);
        }
    }
    for s in &file.scales {
        assert!(
            !s.label.fr.is_empty() && !s.unit.is_empty() && is_date(&s.last_checked),
            "{}",
            s.id
        );
        assert!(s.values.windows(2).all(|v| v[0].year < v[1].year), "{}", s.id);
    }
}

fn gaps(year: i32) -> Vec<(String, i32)> {
    LIBRARY
        .taxes
        .rules(year)
        .fallbacks
        .into_iter()
        .map(|Fallback { parameter, asked, used }| {
            assert_eq!(asked, year);
            (parameter, used)
        })
        .collect()
}

#[test]
fn a_year_says_which_figures_are_of_another_year() {
    let of = |list: &[(&str, i32)]| -> Vec<(String, i32)> { list.iter().map(|(p, y)| ((*p).to_owned(), *y)).collect() };
    assert_eq!(gaps(2022), of(&[]));
    assert_eq!(gaps(2021), of(&[("cnesst_rate", 2020)]));
    assert_eq!(gaps(2024), of(&[]));
    assert_eq!(
        gaps(2025),
        of(&[("worker_deduction_maximum", 2024), ("cnesst_rate", 2024)])
    );
    assert_eq!(
        gaps(2026),
        of(&[
            ("employment_amount", 2025),
            ("worker_deduction_maximum", 2024),
            ("fss_high_payroll", 2025)
        ])
    );
    // Far from all dates: every figure that changes each year is told, and those before the first date.
    assert!(gaps(2040).iter().all(|(_, used)| *used <= 2026) && gaps(2040).len() > 10);
    assert!(gaps(2000).iter().all(|(_, used)| *used >= 2008));
    // All but the two rates of small businesses, which are shown and not used.
    let file = LIBRARY.taxes.file();
    assert_eq!(gaps(2000).len(), file.parameters.len() - 2 + file.scales.len());
    let (far, last) = (rules(2040), rules(2026));
    assert_eq!(TaxRules { year: 2026, ..far }, last);
}

#[test]
fn industries_fall_in_the_classes_of_the_health_fund() {
    let codes: Vec<&str> = LIBRARY.economy.industries.iter().map(|i| i.code.as_str()).collect();
    let sectors = payroll_sectors(codes.iter().copied(), &LIBRARY.regions);
    let of = |sector| -> Vec<&str> {
        let pairs = codes.iter().zip(&sectors);
        pairs.filter(|(_, s)| **s == sector).map(|(c, _)| *c).collect()
    };
    assert_eq!(of(PayrollSector::Public), ["22", "61", "62", "8A"]);
    assert_eq!(
        of(PayrollSector::Goods),
        [
            "11", "21", "31A", "31B", "32A", "32B", "327", "33A", "33B", "336", "33C"
        ]
    );
}

/// Reads the file of the law with one passage replaced.
fn damaged(changes: &[(&str, &str)]) -> Vec<Problem> {
    let mut file = text().to_owned();
    for (from, to) in changes {
        assert!(file.contains(from), "{from}");
        file = file.replacen(from, to, 1);
    }
    let problems = TaxTables::read("taxes/quebec.ron", &file).unwrap_err();
    for problem in &problems {
        for lang in Lang::ALL {
            let s = sentence(problem, lang, Some(&LIBRARY));
            assert!(
                !s.what.is_empty() && !s.remedy.is_empty() && !s.what.contains('{'),
                "{s:?}"
            );
        }
    }
    problems
}

#[test]
fn a_damaged_file_of_the_law_is_refused_with_all_its_problems() {
    assert!(TaxTables::read("taxes/quebec.ron", text()).is_ok());
    let ei = "id: \"ei_threshold\"";
    let found = damaged(&[(ei, "id: \"ei_treshold\"")]);
    assert_eq!(found.len(), 2);
    assert!(matches!(&found[0].what, What::UnknownParameter { nearest: Some(n), .. } if n == "ei_threshold"));
    assert!(matches!(&found[1].what, What::MissingEntry { id } if id == "ei_threshold"));
    assert!(matches!(
        damaged(&[(ei, "id: \"gst_rate\"")])[0].what,
        What::Duplicate { .. }
    ));
    let gst = "values: [(year: 2008, value: 0.05, source: \"gst-qst\")]";
    for (values, expected) in [
        ("values: []", What::Empty),
        (
            "values: [(year: 2008, value: NaN, source: \"gst-qst\")]",
            What::NotFinite,
        ),
        (
            "values: [(year: 2008, value: 5.0, source: \"gst-qst\")]",
            What::OutOfRange {
                value: 5.0,
                low: 0.0,
                high: 0.15,
            },
        ),
        (
            "values: [(year: 2008, value: 0.05, source: \"gst-qst\"), (year: 2006, value: 0.06, source: \"gst-qst\")]",
            What::YearsNotAscending {
                before: 2008,
                after: 2006,
            },
        ),
        (
            "values: [(year: 2008, value: 0.05, source: \"nobody\")]",
            What::MissingEntry { id: "nobody".into() },
        ),
    ] {
        let found = damaged(&[(gst, values)]);
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].what, expected);
        assert!(found[0].place.starts_with("parameters.gst_rate"), "{found:?}");
    }
    let scale = "thresholds: [0.0, 46295.0, 92580.0, 112655.0], rates: [0.15, 0.2, 0.24, 0.2575]";
    let found = damaged(&[(
        scale,
        "thresholds: [0.0, 92580.0, 46295.0, 112655.0], rates: [0.15, 20.0, inf]",
    )]);
    assert!(found.iter().all(|p| p.place.starts_with("scales.quebec_brackets.2022")));
    assert_eq!(found.len(), 4, "{found:?}");
    // Several passages at once: all are told.
    let found = damaged(&[
        (gst, "values: []"),
        (scale, "thresholds: [0.0], rates: []"),
        (ei, "id: \"x\""),
    ]);
    assert_eq!(found.len(), 4, "{found:?}");
    // A file of a newer version, and one cut short.
    assert!(matches!(
        damaged(&[("version: 1", "version: 2")])[0].what,
        What::NewerVersion { .. }
    ));
    let cut = TaxTables::read("taxes/quebec.ron", &text()[..5000]).unwrap_err();
    assert!(matches!(cut[0].what, What::Syntax { .. }));
}
