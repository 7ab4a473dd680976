//! The levies of all of Québec beside the totals that governments and Statistics Canada publish, in the README: a comparison to be read, not a target.
//! Nothing is tuned to it.
//!
//! The table of the README is written by this test: run it with `UPDATE_README=1` after a change that moves it.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::fs;
use std::path::PathBuf;

use retombees::data::library::Library;
use retombees::data::taxes::payroll_sectors;
use retombees::engine::fiscal::rates::{FiscalSettings, IndustryBases, IndustryPay, LevyRates};
use retombees::engine::fiscal::{Base, Government, Levy, Revenue};

const START: &str = "<!-- national:start -->";
const END: &str = "<!-- national:end -->";

/// Tax payable on all incomes of individuals in Québec, 2022, after non-refundable and before refundable credits, M$: ministère des Finances du
/// Québec, Statistiques fiscales des particuliers, table A.20.
const QUEBEC_TAX_PAYABLE: f64 = 41_404.0;

/// Weekly earnings of September 2021 and December 2022, Canada (The Daily): the growth of an industry without its own pair is their mean.
const EARNINGS: [(&str, f64, f64); 5] = [
    ("21", 2242.0, 2320.44),
    ("22", 1875.0, 2070.21),
    ("23", 1373.0, 1442.84),
    ("3", 1203.0, 1265.94),
    ("4B", 1187.0, 1223.83),
];

/// Québec in 2022 by industry: wages, jobs, surplus and taxes on production, dollars.
struct Quebec {
    library: Library,
    wages: Vec<f64>,
    mean_wage: Vec<f64>,
    surplus: Vec<f64>,
    production_taxes: Vec<f64>,
    /// Product taxes of 2021 as the program counts them: purchases of firms, investment, consumption.
    product_taxes_2021: [f64; 3],
}

impl Quebec {
    fn published(library: &Library, year: i32, id: &str) -> f64 {
        let at = library.accounts.years.iter().position(|y| *y == year).unwrap();
        let entry = library.accounts.income_accounts.iter().find(|e| e.id == id).unwrap();
        1e6 * entry.values[at]
    }

    fn new() -> Self {
        let library = Library::embedded().unwrap();
        let value = |id: &str| library.parameter(id).unwrap().value;
        let account = library.economy.account(value("product_tax_in_purchases")).unwrap();
        let (n, region) = (account.industries().len(), account.region("QC").unwrap());
        let own = |per_dollar: &[f64]| -> Vec<f64> {
            let output = &account.gross_output()[region * n..];
            let values = per_dollar[region * n..].iter().zip(output).map(|(v, x)| v * x);
            values.take(n).collect()
        };
        let scaled = |values: &[f64], total: f64| -> Vec<f64> {
            let sum: f64 = values.iter().sum();
            values.iter().map(|v| v * total / sum).collect()
        };
        let per_dollar = account.per_dollar();
        let (gdp, compensation) = (own(&per_dollar.value_added), own(&per_dollar.compensation));
        let wages_2021: Vec<f64> = compensation
            .iter()
            .map(|c| c / (1.0 + value("contributions_ratio")))
            .collect();
        let at = |id: &str| Self::published(&library, 2022, id);
        let mean_growth = EARNINGS.iter().map(|(_, a, b)| b / a).sum::<f64>() / EARNINGS.len() as f64;
        let mean_wage = account.industries().iter().enumerate().map(|(k, code)| {
            let pair = EARNINGS.iter().find(|(c, ..)| code.as_str().starts_with(c));
            wages_2021[k] / account.jobs()[region * n + k] * pair.map_or(mean_growth, |(_, a, b)| b / a)
        });
        let rest: Vec<f64> = gdp.iter().zip(&compensation).map(|(g, c)| (g - c).max(0.0)).collect();
        // Households and non-profit institutions, Québec 2021, chained 2017 dollars (ISQ): the current-dollar figure was not found.
        let consumption = (252_991.0 + 7_533.0) * 1e6;
        let works = library.accounts.works_equipment.iter();
        let invested: f64 = works
            .map(|w| 1e6 * (w.construction + w.machinery_equipment + w.intellectual_property))
            .sum();
        Self {
            wages: scaled(&wages_2021, at("wages_and_salaries")),
            surplus: scaled(&rest, at("gross_operating_surplus") + at("gross_mixed_income")),
            production_taxes: scaled(&gdp, at("taxes_less_subsidies_on_production")),
            product_taxes_2021: [
                own(&per_dollar.product_taxes).iter().sum(),
                value("product_tax_in_purchases") * invested,
                value("product_tax_in_consumption") * consumption,
            ],
            mean_wage: mean_wage.collect(),
            library,
        }
    }

    /// Returns what the law of 2022 brings on all of Québec, at a spread of wages.
    fn revenue(&self, wage_spread: f64) -> Revenue {
        let value = |id: &str| self.library.parameter(id).unwrap().value;
        let settings = FiscalSettings {
            wage_spread,
            supplier_payroll: value("supplier_payroll"),
            taxable_surplus_share: value("taxable_surplus_share"),
            federal_share_of_product_taxes: value("federal_share_of_product_taxes"),
            municipal_share_of_production_taxes: value("municipal_share_of_production_taxes"),
        };
        let resolved = self.library.taxes.rules(2022);
        assert_eq!(resolved.fallbacks, []);
        let codes = self.library.economy.industries.iter().map(|i| i.code.as_str());
        let sectors = payroll_sectors(codes, &self.library.regions);
        let pay: Vec<IndustryPay> = self
            .mean_wage
            .iter()
            .zip(sectors)
            .map(|(mean_wage, sector)| IndustryPay {
                mean_wage: *mean_wage,
                sector,
            })
            .collect();
        let rates = LevyRates::new(&resolved.rules, &settings, &pay).unwrap();
        rates.revenue(&IndustryBases {
            wages: &self.wages,
            surplus: &self.surplus,
            production_taxes: &self.production_taxes,
            product_taxes: &[],
        })
    }
}

fn thousands(dollars: f64) -> String {
    let digits = format!("{:.0}", dollars / 1e6);
    let mut out = String::new();
    for (k, c) in digits.chars().enumerate() {
        if k > 0 && (digits.len() - k).is_multiple_of(3) {
            out.push(',');
        }
        out.push(c);
    }
    out
}

fn section(quebec: &Quebec) -> String {
    let spread = quebec.library.parameter("wage_spread").unwrap().value;
    let revenue = quebec.revenue(spread);
    let even = quebec.revenue(0.0);
    let published = |year, id| Quebec::published(&quebec.library, year, id);
    let mut out = format!(
        "{START}\n| M$, Québec | ours | published | ratio | what the published figure covers |\n|---|--:|--:|--:|---|\n"
    );
    let mut row = |name: &str, ours: f64, theirs: Option<f64>, covers: &str| {
        let (p, r) = theirs.map_or((String::new(), String::new()), |t| {
            (thousands(t), format!("{:.2}", ours / t))
        });
        out += &format!("| {name} | {} | {p} | {r} | {covers} |\n", thousands(ours));
    };
    row(
        "Québec income tax on wages, 2022",
        revenue.get(Levy::QuebecIncomeTax),
        Some(1e6 * QUEBEC_TAX_PAYABLE),
        "tax payable on all incomes, pensions and capital included (Finances Québec)",
    );
    row(
        "the same, everybody at the mean wage of the industry",
        even.get(Levy::QuebecIncomeTax),
        Some(1e6 * QUEBEC_TAX_PAYABLE),
        "the same",
    );
    row(
        "Federal income tax on wages, 2022",
        revenue.get(Levy::FederalIncomeTax),
        None,
        "not found",
    );
    let employees = [Levy::EmployeeQpp, Levy::EmployeeQpip, Levy::EmployeeEi];
    row(
        "Employees’ QPP, QPIP and EI, 2022",
        employees.iter().map(|l| revenue.get(*l)).sum(),
        None,
        "not found",
    );
    row(
        "Employers’ QPP, QPIP, EI and CNESST, 2022",
        revenue.base(Base::Compensation),
        Some(published(2022, "employers_social_contributions")),
        "all employers’ contributions, private pension and insurance plans included",
    );
    row(
        "Health fund, standards and training, 2022",
        revenue.base(Base::Payroll),
        Some(published(2022, "taxes_less_subsidies_on_production")),
        "all taxes less subsidies on production: the rest is mostly property tax",
    );
    row("Corporate tax, 2022", revenue.base(Base::Surplus), None, "not found");
    row(
        "Product taxes, 2021",
        quebec.product_taxes_2021.iter().sum(),
        Some(published(2021, "taxes_less_subsidies_on_products_and_imports")),
        "all taxes less subsidies on products and imports",
    );
    out + END
}

#[test]
fn the_readme_shows_the_levies_of_all_quebec_beside_published_totals() {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    let start = readme.find(START).expect("README.md has no national:start");
    let end = readme.find(END).expect("README.md has no national:end") + END.len();
    let fresh = section(&Quebec::new());
    println!("{fresh}");
    if readme[start..end] == fresh {
        return;
    }
    assert!(
        std::env::var_os("UPDATE_README").is_some(),
        "README.md does not show these levies: look at them, then run this test with UPDATE_README=1"
    );
    fs::write(&path, format!("{}{fresh}{}", &readme[..start], &readme[end..])).unwrap();
}

/// What must hold whatever the published totals say.
#[test]
fn the_levies_of_all_quebec_stay_inside_the_accounts() {
    let quebec = Quebec::new();
    let sum = |values: &[f64]| values.iter().sum::<f64>();
    let revenue = quebec.revenue(0.5);
    let published = |id| Quebec::published(&quebec.library, 2022, id);
    assert!((sum(&quebec.wages) - 252_593e6).abs() < 1e6);
    assert!(revenue.base(Base::Wages) < 0.5 * sum(&quebec.wages));
    assert!(revenue.base(Base::Compensation) < published("employers_social_contributions"));
    let production = revenue.base(Base::Payroll) + revenue.base(Base::Production);
    assert!((production - 23_660e6).abs() < 1e6, "{production}");
    assert!(revenue.base(Base::Surplus) < sum(&quebec.surplus));
    let governments: f64 = Government::ALL.iter().map(|g| revenue.government(*g)).sum();
    assert!((governments - revenue.total()).abs() < 1.0);
    for (spread, more) in [(0.0, 0.3), (0.3, 0.8)] {
        // Progressive taxes rise with the spread of wages, capped contributions fall.
        let (low, high) = (quebec.revenue(spread), quebec.revenue(more));
        assert!(high.get(Levy::QuebecIncomeTax) > low.get(Levy::QuebecIncomeTax));
        assert!(high.get(Levy::EmployeeQpp) < low.get(Levy::EmployeeQpp));
    }
}
