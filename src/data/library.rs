//! Everything that ships inside the program: the default economy, recipes, activities, regions, prices and parameters.

use sha2::{Digest, Sha256};

use super::benefits::{self, BenefitEntry, BenefitsFile};
use super::claims::{self, ClaimsFile};
use super::economy::Economy;
use super::files::{
    AccountsFile, ActivitiesFile, ActivityEntry, CapitalEntry, LabourShareFile, ParameterEntry, ParametersFile,
    PricesFile, RecipeEntry, RecipesFile, RegionsFile, Source,
};
use super::parse;
use super::prices::PriceIndex;
use super::programmes::{AdditionalityFile, Programme, ProgrammesFile};
use super::taxes::TaxTables;
use super::territories::{Territory, territories};
use crate::engine::account::Account;
use crate::engine::identities::{Check, CheckName, account_checks};
use crate::problem::Problem;

/// The embedded data files, by the name that the hash list gives them.
pub const FILES: [(&str, &str); 11] = [
    (
        "additionality/presets.ron",
        include_str!("../../assets/additionality/presets.ron"),
    ),
    (
        "economies/canada-2021.ron",
        include_str!("../../assets/economies/canada-2021.ron"),
    ),
    (
        "economies/canada-2021-labour-share.ron",
        include_str!("../../assets/economies/canada-2021-labour-share.ron"),
    ),
    (
        "economies/quebec-accounts.ron",
        include_str!("../../assets/economies/quebec-accounts.ron"),
    ),
    ("parameters.ron", include_str!("../../assets/parameters.ron")),
    ("prices/quebec.ron", include_str!("../../assets/prices/quebec.ron")),
    (
        "programmes/programmes.ron",
        include_str!("../../assets/programmes/programmes.ron"),
    ),
    (
        "recipes/activities.ron",
        include_str!("../../assets/recipes/activities.ron"),
    ),
    ("recipes/us-2017.ron", include_str!("../../assets/recipes/us-2017.ron")),
    ("regions/quebec.ron", include_str!("../../assets/regions/quebec.ron")),
    ("taxes/quebec.ron", include_str!("../../assets/taxes/quebec.ron")),
];

/// The list of hashes of the embedded files.
pub const HASHES: &str = include_str!("../../assets/hashes.ron");

/// Everything that ships inside the program, parsed.
#[derive(Clone, Debug)]
pub struct Library {
    /// The default economy.
    pub economy: Economy,
    /// A short hash of all data, to tell a scenario that they changed.
    pub fingerprint: String,
    /// Recipes of activities.
    pub recipes: RecipesFile,
    /// Activities under the names people give them.
    pub activities: Vec<ActivityEntry>,
    /// Regions that a study can take.
    pub territories: Vec<Territory>,
    /// Price series.
    pub prices: PricesFile,
    /// The index that the price series give.
    pub price_index: PriceIndex,
    /// Provincial totals.
    pub accounts: AccountsFile,
    /// Labour shares with their recipe.
    pub labour: LabourShareFile,
    /// Parameters.
    pub parameters: Vec<ParameterEntry>,
    /// Regions as read, for the method page.
    pub regions: RegionsFile,
    /// The law by year: taxes and contributions.
    pub taxes: TaxTables,
    /// Public programmes.
    pub programmes: Vec<Programme>,
    /// Levels and presets from gross to net.
    pub additionality: AdditionalityFile,
    /// Benefits that no figure counts.
    pub benefits: BenefitsFile,
    /// Public claims and published cases.
    pub claims: ClaimsFile,
}

impl Library {
    /// Reads the embedded data.
    pub fn embedded() -> Result<Self, Vec<Problem>> {
        let text = |name: &str| FILES.iter().find(|(n, _)| *n == name).map_or("", |(_, t)| t);
        let parameters: ParametersFile = parse("parameters.ron", text("parameters.ron"))?;
        let tax = parameters
            .parameters
            .iter()
            .find(|p| p.id == "product_tax_in_purchases")
            .map_or(0.0, |p| p.value);
        let economy = Economy::read("canada-2021.ron", text("economies/canada-2021.ron"), tax)?;
        let recipes: RecipesFile = parse("us-2017.ron", text("recipes/us-2017.ron"))?;
        let activities: ActivitiesFile = parse("activities.ron", text("recipes/activities.ron"))?;
        let programmes: ProgrammesFile = parse("programmes.ron", text("programmes/programmes.ron"))?;
        let regions: RegionsFile = parse("quebec.ron", text("regions/quebec.ron"))?;
        let prices: PricesFile = parse("quebec.ron", text("prices/quebec.ron"))?;
        Ok(Self {
            fingerprint: fingerprint(HASHES.as_bytes()),
            territories: territories(&economy, &regions),
            economy,
            recipes,
            activities: activities.activities,
            price_index: PriceIndex::new(&prices),
            prices,
            accounts: parse("quebec-accounts.ron", text("economies/quebec-accounts.ron"))?,
            labour: parse(
                "canada-2021-labour-share.ron",
                text("economies/canada-2021-labour-share.ron"),
            )?,
            parameters: parameters.parameters,
            regions,
            taxes: TaxTables::read("taxes/quebec.ron", text("taxes/quebec.ron"))?,
            programmes: programmes.programmes,
            additionality: parse("presets.ron", text("additionality/presets.ron"))?,
            benefits: parse(benefits::FILE.0, benefits::FILE.1)?,
            claims: parse(claims::FILE.0, claims::FILE.1)?,
        })
    }

    /// Puts another economy in place of the embedded one; recipes, prices and parameters stay.
    ///
    /// * `fingerprint`: a short hash of the economy's file.
    pub fn with_economy(self, economy: Economy, fingerprint: String) -> Self {
        Self {
            territories: territories(&economy, &self.regions),
            economy,
            fingerprint,
            ..self
        }
    }

    /// Returns a recipe by its code.
    pub fn recipe(&self, code: &str) -> Option<&RecipeEntry> {
        self.recipes.recipes.iter().find(|r| r.code == code)
    }

    /// Returns a parameter by its name.
    pub fn parameter(&self, id: &str) -> Option<&ParameterEntry> {
        self.parameters.iter().find(|p| p.id == id)
    }

    /// Returns a public programme by its name.
    pub fn programme(&self, id: &str) -> Option<&Programme> {
        self.programmes.iter().find(|p| p.id == id)
    }

    /// Returns a benefit that no figure counts by its name.
    pub fn benefit(&self, id: &str) -> Option<&BenefitEntry> {
        self.benefits.benefits.iter().find(|b| b.id == id)
    }

    /// Returns a territory by its code.
    pub fn territory(&self, code: &str) -> Option<&Territory> {
        self.territories.iter().find(|t| t.code.as_str() == code)
    }

    /// Returns an activity by its name.
    pub fn activity(&self, id: &str) -> Option<&ActivityEntry> {
        self.activities.iter().find(|a| a.id == id)
    }

    /// Returns the shares of a final use such as `equipment`, by industry of the economy.
    pub fn final_demand(&self, id: &str) -> Vec<f64> {
        let entry = self.recipes.final_demand.iter().find(|f| f.id == id);
        entry.map_or_else(Vec::new, |f| self.in_economy_order(&f.shares))
    }

    /// Returns values by recipe industry in the order of the economy's industries.
    pub fn in_economy_order(&self, values: &[f64]) -> Vec<f64> {
        let at = |code: &str| self.recipes.industries.iter().position(|c| c == code);
        self.economy
            .industries
            .iter()
            .map(|i| at(&i.code).and_then(|k| values.get(k)).copied().unwrap_or(0.0))
            .collect()
    }

    /// Returns the investment by kind of the group of an industry: manufacturing as a whole, otherwise the industry's own.
    pub fn capital(&self, industry: &str) -> Option<&CapitalEntry> {
        if industry.starts_with('3') {
            return Some(&self.accounts.works_equipment_manufacturing);
        }
        self.accounts.works_equipment.iter().find(|c| c.industry == industry)
    }

    /// Checks an account of the default economy: what holds for any account, and its province against the published income accounts.
    ///
    /// GDP at basic prices = GDP at market prices − taxes less subsidies on products; half a unit of each published figure is rounding.
    pub fn checks(&self, account: &Account) -> Vec<Check> {
        let mut out = account_checks(account);
        let accounts = &self.accounts;
        let at = accounts.years.iter().position(|y| *y == self.economy.data_year);
        let published = |id: &str| {
            let entry = accounts.income_accounts.iter().find(|e| e.id == id)?;
            entry.values.get(at?).map(|v| v * 1e6)
        };
        let Some(province) = account.region(&accounts.province) else {
            return out;
        };
        let gdp = published("gdp_at_market_prices")
            .zip(published("taxes_less_subsidies_on_products_and_imports"))
            .map(|(market, taxes)| market - taxes);
        let found = [
            (CheckName::Gdp(accounts.province.clone()), gdp, account.gdp(province)),
            (
                CheckName::Compensation(accounts.province.clone()),
                published("compensation_of_employees"),
                account.compensation(province),
            ),
        ];
        for (name, expected, found) in found {
            out.extend(expected.map(|expected| Check {
                name,
                expected,
                found,
                tolerance: 2e6,
            }));
        }
        out
    }

    /// Returns every source cited, each once.
    pub fn sources(&self) -> Vec<&Source> {
        let mut out: Vec<&Source> = Vec::new();
        let all = self
            .economy
            .sources
            .iter()
            .chain(&self.labour.sources)
            .chain(&self.accounts.sources)
            .chain(&self.recipes.sources)
            .chain(&self.regions.sources)
            .chain(&self.prices.sources)
            .chain(&self.taxes.file().sources);
        for s in all {
            if !out.iter().any(|o| o.id == s.id) {
                out.push(s);
            }
        }
        out
    }
}

/// Returns whether a recipe can drive an operation phase: compensation above 0 and at most 1, no negative purchase.
pub fn is_offered(recipe: &RecipeEntry) -> bool {
    recipe.compensation > 0.0
        && recipe.compensation <= 1.0
        && recipe.inputs.iter().all(|v| *v >= 0.0)
        && recipe.import_noncomparable >= 0.0
        && recipe.scrap_used >= 0.0
}

/// Returns the first 16 hexadecimal digits of a SHA-256.
pub fn fingerprint(bytes: &[u8]) -> String {
    sha256_hex(bytes).chars().take(16).collect()
}

/// Returns a SHA-256 in hexadecimal.
pub fn sha256_hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect()
}
