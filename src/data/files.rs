//! The shapes of the data files, as they are written in RON.

use serde::Deserialize;

use crate::ids::Local;

/// Where figures come from.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// Name by which other entries cite it.
    pub id: String,
    /// Title of the publication.
    pub title: Local,
    /// Who publishes it.
    pub publisher: Local,
    /// Reference year or years.
    pub year: String,
    /// Table, page or column.
    pub place: String,
    /// Terms of use.
    pub licence: String,
    /// Address; empty where none is known.
    pub url: String,
    /// Date of the last check, year-month-day.
    pub last_checked: String,
    /// The attribution its licence asks for.
    pub attribution: Local,
}

/// An industry of an economy.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct IndustryEntry {
    /// Code, as in every table.
    pub code: String,
    /// NAICS coverage.
    pub naics: String,
    /// Full name.
    pub label: Local,
    /// Name for charts.
    pub short: Local,
    /// Whether it makes goods.
    pub goods: bool,
}

/// A region of an economy.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct RegionEntry {
    /// Code, as in every table.
    pub code: String,
    /// Name.
    pub label: Local,
}

/// Trade of one product between regions.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct TradeEntry {
    /// Code of the industry.
    pub industry: String,
    /// Rows: where made; columns: where used; the rest of the world last.
    pub flows: Vec<Vec<f64>>,
}

/// The table itself, in one of the two shapes that the engine reads.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub enum SupplyEntry {
    /// Trade, technology and value-added shares.
    Trade {
        /// One entry per industry.
        trade: Vec<TradeEntry>,
        /// Rows: suppliers; columns: buyers.
        intermediate_bundle: Vec<Vec<f64>>,
        /// Rows: industries; columns: regions.
        value_added_share: Vec<Vec<f64>>,
        /// Rows: industries; columns: regions.
        final_consumption: Vec<Vec<f64>>,
        /// Rows: industries; columns: regions.
        employment: Vec<Vec<f64>>,
        /// One per industry.
        labour_share: Vec<f64>,
    },
    /// Intermediate flows, as published; rows and columns run over regions, then industries.
    Flows {
        /// Square.
        intermediate_flows: Vec<Vec<f64>>,
        /// One per region and industry, like all that follow.
        gross_output: Vec<f64>,
        /// GDP at basic prices.
        value_added: Vec<f64>,
        /// Taxes less subsidies on intermediate purchases.
        #[serde(default)]
        product_taxes: Vec<f64>,
        /// Compensation of employees.
        #[serde(default)]
        compensation: Vec<f64>,
        /// Jobs.
        #[serde(default)]
        employment: Vec<f64>,
        /// Rows: industries; columns: regions.
        #[serde(default)]
        final_consumption: Vec<Vec<f64>>,
    },
}

/// An economy: its labels, sources and table.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct EconomyFile {
    /// Version of the format.
    pub version: u32,
    /// Name in scenario files.
    pub id: String,
    /// Name for people.
    pub label: Local,
    /// Year of the table, and of its dollars.
    pub data_year: i32,
    /// Currency code.
    pub currency: String,
    /// Units of currency in one unit of the table.
    pub money_unit: f64,
    /// Where it comes from.
    pub sources: Vec<Source>,
    /// The industries, in order.
    pub industries: Vec<IndustryEntry>,
    /// The regions, in order.
    pub regions: Vec<RegionEntry>,
    /// The table.
    pub supply: SupplyEntry,
}

/// How a labour share was found.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub enum LabourMethod {
    /// Published earnings × jobs.
    Earnings,
    /// The recipes' own share.
    Recipe,
    /// The geometric mean of both.
    GeometricMean,
}

/// The labour share of one industry and what it was made of.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct LabourShareEntry {
    /// Code of the industry.
    pub industry: String,
    /// How it was found.
    pub method: LabourMethod,
    /// Mean weekly earnings, dollars.
    pub weekly_earnings: Option<f64>,
    /// Where the earnings come from.
    pub weekly_earnings_note: Local,
    /// compensation ÷ (compensation + surplus) of its recipes.
    pub recipe_share: f64,
    /// The result.
    pub labour_share: f64,
}

/// Labour shares with their recipe.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct LabourShareFile {
    /// Where the inputs come from.
    pub sources: Vec<Source>,
    /// Compensation of employees of the province, M$.
    pub total_compensation: f64,
    /// Employers' contributions ÷ wages.
    pub contributions_ratio: f64,
    /// Weeks in a year of pay.
    pub weeks: f64,
    /// No labour share passes this.
    pub cap: f64,
    /// One per industry.
    pub rows: Vec<LabourShareEntry>,
    /// What the reader must know.
    pub note: Local,
}

/// Construction, equipment and intellectual property invested by an industry, M$.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct CapitalEntry {
    /// Code of the industry.
    #[serde(default)]
    pub industry: String,
    /// Construction.
    pub construction: f64,
    /// Machinery and equipment.
    pub machinery_equipment: f64,
    /// Intellectual property.
    pub intellectual_property: f64,
}

/// One line of the income accounts.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct IncomeEntry {
    /// Its name in the file.
    pub id: String,
    /// M$, one per year of the file.
    pub values: Vec<f64>,
}

/// Provincial totals.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct AccountsFile {
    /// The province's code in the economy.
    pub province: String,
    /// The years of the income accounts.
    pub years: Vec<i32>,
    /// GDP by income.
    pub income_accounts: Vec<IncomeEntry>,
    /// Where they come from.
    pub sources: Vec<Source>,
    /// Investment by industry.
    pub works_equipment: Vec<CapitalEntry>,
    /// Investment of manufacturing as a whole.
    pub works_equipment_manufacturing: CapitalEntry,
}

/// What one dollar of output of an activity buys and pays.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct RecipeEntry {
    /// Code of the source.
    pub code: String,
    /// Name in French, translated by this product.
    pub name_fr: String,
    /// Name in English, as published.
    pub name_en: String,
    /// Code of the industry it belongs to.
    pub industry: String,
    /// Output behind it, millions of US dollars.
    pub output_musd: f64,
    /// Purchases by industry, in the file's order.
    pub inputs: Vec<f64>,
    /// Imports with no domestic counterpart.
    pub import_noncomparable: f64,
    /// Scrap and second-hand goods.
    pub scrap_used: f64,
    /// Compensation of employees.
    pub compensation: f64,
    /// Taxes on production.
    pub production_taxes: f64,
    /// Gross operating surplus.
    pub surplus: f64,
}

impl RecipeEntry {
    /// Returns its name in both languages.
    pub fn name(&self) -> Local {
        Local::new(&self.name_fr, &self.name_en)
    }
}

/// Which industries supply a final use.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct FinalDemandEntry {
    /// Name of the use.
    pub id: String,
    /// Name for people.
    pub label: Local,
    /// Shares by industry, in the file's order.
    pub shares: Vec<f64>,
}

/// The recipes.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct RecipesFile {
    /// Name of the set.
    pub id: String,
    /// Where they come from.
    pub sources: Vec<Source>,
    /// Order of `inputs` and `shares`.
    pub industries: Vec<String>,
    /// One per activity of the source.
    pub recipes: Vec<RecipeEntry>,
    /// One per final use.
    pub final_demand: Vec<FinalDemandEntry>,
}

/// Lists of words in both languages.
#[derive(Clone, Debug, Default, Deserialize, PartialEq)]
pub struct LocalWords {
    /// French words.
    pub fr: Vec<String>,
    /// English words.
    pub en: Vec<String>,
}

/// Whether transport equipment is part of an activity's investment.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
pub enum ActivityKind {
    /// It is.
    Transport,
    /// It is not.
    Other,
}

/// An activity under the name people give it.
#[derive(Clone, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct ActivityEntry {
    /// Name in scenario files.
    pub id: String,
    /// NAICS Canada (SCIAN) code.
    pub scian: String,
    /// Name.
    pub label: Local,
    /// Words that should find it.
    pub synonyms: LocalWords,
    /// Recipes that describe it, the default first.
    pub recipes: Vec<String>,
    /// Whether it is transport.
    pub kind: ActivityKind,
    /// What to know of the recipes.
    pub note: Local,
}

/// The curated activities.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct ActivitiesFile {
    /// All of them.
    pub activities: Vec<ActivityEntry>,
}

/// Employment shares by group, in percent.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
#[serde(deny_unknown_fields)]
pub struct Groups {
    /// Agriculture, forestry, fishing, mines.
    pub primary: f64,
    /// Manufacturing.
    pub manufacturing: f64,
    /// Construction.
    pub construction: f64,
    /// Services to households.
    pub household: f64,
    /// Public services.
    pub public: f64,
    /// Services to producers.
    pub producer: f64,
}

impl Groups {
    /// Returns the share of one group by its name, brought to a sum of 1.
    pub fn share(&self, id: &str) -> Option<f64> {
        let sum = self.primary + self.manufacturing + self.construction + self.household + self.public + self.producer;
        let part = match id {
            "primary" => self.primary,
            "manufacturing" => self.manufacturing,
            "construction" => self.construction,
            "household" => self.household,
            "public" => self.public,
            "producer" => self.producer,
            _ => return None,
        };
        (sum > 0.0).then(|| part / sum)
    }
}

/// A region's structure in one year.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct StructureEntry {
    /// The year.
    pub year: i32,
    /// Employment shares.
    pub groups: Groups,
}

/// An industry's place in the groups.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct GroupMember {
    /// Code of the industry.
    pub industry: String,
    /// Whether the assignment is an assumption.
    pub assumption: bool,
}

/// A group of industries.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct GroupEntry {
    /// Name in the file.
    pub id: String,
    /// Name for people.
    pub label: Local,
    /// Its industries.
    pub industries: Vec<GroupMember>,
}

/// The province's own size.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct ProvinceTotals {
    /// Employment in 2024, thousands.
    pub employment_k_2024: f64,
    /// Employment in 2025, thousands.
    pub employment_k_2025: f64,
    /// Its unemployment rate, where one was found.
    pub unemployment: Option<UnemploymentEntry>,
}

/// A published unemployment rate.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct UnemploymentEntry {
    /// Unemployed people, in percent of the labour force.
    pub rate: f64,
    /// The year of which it is the mean.
    pub year: i32,
    /// The id of its source.
    pub source: String,
}

/// An administrative region.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct AdministrativeRegion {
    /// Its code.
    pub code: String,
    /// French name.
    pub name_fr: String,
    /// English name.
    pub name_en: String,
    /// Employment in 2024, thousands.
    pub employment_k_2024: f64,
    /// Employment in 2025, thousands.
    pub employment_k_2025: f64,
    /// Its unemployment rate, where one was found.
    pub unemployment: Option<UnemploymentEntry>,
    /// Its structure where one is published.
    pub structure: Option<StructureEntry>,
    /// What to know.
    pub note: Option<Local>,
}

/// A territory inside an administrative region.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct SubRegion {
    /// Its code.
    pub code: String,
    /// French name.
    pub name_fr: String,
    /// English name.
    pub name_en: String,
    /// Code of its administrative region.
    pub parent: String,
    /// Its population.
    pub population: f64,
    /// The population of its administrative region, same census.
    pub parent_population: f64,
    /// What to know.
    pub note: Local,
}

/// The regions of one province.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct RegionsFile {
    /// The province's code in the economy.
    pub province: String,
    /// Where figures come from.
    pub sources: Vec<Source>,
    /// Groups of industries.
    pub groups: Vec<GroupEntry>,
    /// The province itself.
    pub province_totals: ProvinceTotals,
    /// The province's structure by year.
    pub quebec_structures: Vec<StructureEntry>,
    /// Administrative regions.
    pub regions: Vec<AdministrativeRegion>,
    /// Territories inside them.
    pub subregions: Vec<SubRegion>,
}

/// An annual price series.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct AnnualSeries {
    /// Its name.
    pub label: Local,
    /// Values by year.
    pub values: std::collections::BTreeMap<i32, f64>,
    /// What to know.
    pub note: Local,
}

/// Price series.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct PricesFile {
    /// Where they come from.
    pub sources: Vec<Source>,
    /// Consumer prices.
    pub cpi_annual: AnnualSeries,
    /// The implicit deflator of GDP, growth a year.
    pub gdp_deflator_growth: GrowthSeries,
    /// The factors that index the personal income tax, growth a year.
    pub tax_indexation: GrowthSeries,
}

/// Growth of prices a year, as a share.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct GrowthSeries {
    /// Its name.
    pub label: Local,
    /// Growth since the year before, by year.
    pub values: std::collections::BTreeMap<i32, f64>,
    /// What to know.
    pub note: Local,
}

/// The citation of one parameter.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct ParameterSource {
    /// Title.
    pub title: Local,
    /// Table, page or line.
    pub place: String,
    /// Address.
    #[serde(default)]
    pub url: String,
}

/// One number that the engine takes and that is in no table.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct ParameterEntry {
    /// Its name.
    pub id: String,
    /// Its name for people.
    pub label: Local,
    /// Its unit.
    pub unit: String,
    /// Its value.
    pub value: f64,
    /// What it may be.
    pub range: (f64, f64),
    /// Whether no published figure gives it.
    pub assumption: bool,
    /// Who says so.
    pub source: Option<ParameterSource>,
    /// Date of the last check.
    pub last_checked: String,
    /// What to know.
    pub note: Local,
}

/// The parameters.
#[derive(Clone, Debug, Deserialize, PartialEq)]
pub struct ParametersFile {
    /// All of them.
    pub parameters: Vec<ParameterEntry>,
}
