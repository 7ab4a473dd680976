//! What can be wrong with what people give us: codes with their place and arguments, collected rather than thrown.
//!
//! The sentences, in both languages, are in `report::problems`; here is only what they need to say.

/// How serious a problem is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The result stands, but the reader must know.
    Warning,
    /// The input is refused.
    Error,
}

/// One problem: where it is, and what it is.
#[derive(Clone, Debug, PartialEq)]
pub struct Problem {
    /// The field, as a path such as `phases[1].jobs`; empty for the whole document.
    pub place: String,
    /// What is wrong, with the values its sentence needs.
    pub what: What,
}

impl Problem {
    /// Pairs a place with what is wrong there.
    pub fn new(place: impl Into<String>, what: What) -> Self {
        Self {
            place: place.into(),
            what,
        }
    }

    /// Returns whether the problem refuses the input or only warns.
    pub fn severity(&self) -> Severity {
        use What::*;
        match self.what {
            LocalPurchaseAboveCapacity { .. }
            | LabourShort { .. }
            | LocalShareWithoutSupplier { .. }
            | NegativeSurplus { .. }
            | SalesFollowJobs { .. }
            | JobsImputed { .. }
            | ZeroOutput { .. }
            | EconomyChanged { .. }
            | SellsLess { .. }
            | OtherIndustry { .. }
            | PlanBeyondShare { .. }
            | RegionWithoutStructure { .. } => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// What is wrong, with the values its sentence needs.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each variant says what its values are")]
pub enum What {
    // Files
    /// The file is larger than any scenario can be.
    TooLarge { bytes: u64, limit: u64 },
    /// The file cannot be read: the system says why.
    Unreadable { reason: String },
    /// The bytes are not UTF-8 text.
    NotUtf8 { offset: usize },
    /// Brackets are nested deeper than any scenario needs.
    TooDeep { limit: usize, line: usize },
    /// The text does not follow the format.
    Syntax { line: usize, column: usize, detail: String },
    /// The file was written by a newer version of the program.
    NewerVersion { found: u32, known: u32 },

    // Values
    /// A number is NaN or infinite.
    NotFinite,
    /// A quantity that cannot be negative is.
    Negative { value: f64 },
    /// A value lies outside its range.
    OutOfRange { value: f64, low: f64, high: f64 },
    /// Shares that must sum to 1 do not.
    SharesSum { sum: f64 },
    /// An end year comes before its start.
    EndBeforeStart { start: i32, end: i32 },
    /// A list must have one entry per year and has not.
    WrongLength { found: usize, expected: usize },
    /// The same identifier is used twice.
    Duplicate { id: String },
    /// A list that needs at least one entry is empty.
    Empty,
    /// A number that counts whole years has a fraction.
    NotWhole { value: f64 },
    /// The moratorium of a loan takes its whole term.
    MoratoriumTooLong { moratorium: f64, term: f64 },
    /// No phase of operation lasts long enough to close early.
    NothingToClose,
    /// A member of a group buys from itself.
    BuysFromItself { id: String },
    /// Links take more of a spending line than there is of it.
    LinksAboveLine { sum: f64 },
    /// Members buy more from a member than it sells in its best year, dollars.
    LinksAboveSales { bought: f64, sold: f64 },
    /// In some years a member does not sell as much as others buy from it: only what it sells is taken out.
    SellsLess { first: i32, last: i32 },
    /// A line is bought from a member whose industry is another.
    OtherIndustry { line: String, sold: String },
    /// The file of a member of a group cannot be read.
    MemberUnreadable { path: String },
    /// A construction is made a programme of growth, which only an operation can be.
    GrowthOfConstruction,
    /// A programme of growth has a yearly profile too.
    GrowthAndProfile,
    /// The property tax is stated, and the base it would be computed from too.
    PropertyTaxTwice,
    /// Entries by year must ascend and do not.
    YearsNotAscending { before: i32, after: i32 },
    /// A file lacks an entry that it must have, or cites one that is not there.
    MissingEntry { id: String },

    // Pasted budgets
    /// A cell that must hold a number does not.
    NotANumber { text: String },
    /// Nothing in a pasted text is a line of a budget.
    NoBudget,
    /// A pasted table has more rows than a budget can have.
    TooManyRows { found: usize, limit: usize },

    // References
    /// No industry has this code.
    UnknownIndustry { code: String, nearest: Option<String> },
    /// No region has this code.
    UnknownRegion { code: String, nearest: Option<String> },
    /// No recipe has this code.
    UnknownRecipe { code: String, nearest: Option<String> },
    /// A recipe cannot drive an operation phase.
    RecipeNotOffered { code: String },
    /// No activity has this identifier.
    UnknownActivity { id: String },
    /// No parameter has this identifier.
    UnknownParameter { id: String, nearest: Option<String> },
    /// No public programme has this identifier.
    UnknownProgramme { id: String, nearest: Option<String> },
    /// No preset of additionality has this identifier.
    UnknownPreset { id: String, nearest: Option<String> },
    /// No benefit of the list has this identifier, and the document does not say what it is.
    UnknownBenefit { id: String, nearest: Option<String> },
    /// No economy has this identifier.
    UnknownEconomy { id: String },
    /// The data changed since the file was written.
    EconomyChanged { id: String },
    /// Prices of this year cannot be converted.
    NoPriceIndex { year: i32, first: i32, last: i32 },
    /// A spending line added by hand lacks its amount or its industry.
    IncompleteLine { id: String },

    // Economics
    /// The local share asked for cannot be reached.
    LocalShareUnreachable { asked: f64, maximum: f64 },
    /// Lines set by hand already exceed the share asked for.
    LocalShareBelowFixed { asked: f64, minimum: f64 },
    /// The share of the province asked for cannot be reached.
    ProvinceShareUnreachable { asked: f64, maximum: f64 },
    /// The share asked for needs a plan: it is set where every line stands at its default.
    PlanBeyondShare { asked: f64 },
    /// Local purchases of a line pass a stated part of the local industry's output.
    LocalPurchaseAboveCapacity {
        line: String,
        industry: String,
        share: f64,
        limit: f64,
    },
    /// Residents that the project and its effects need in their busiest year pass a stated part of the region's unemployed.
    LabourShort {
        year: i32,
        needed: f64,
        unemployed: f64,
        limit: f64,
    },
    /// A part of a line is bought in the region although its user says that no firm there supplies it.
    LocalShareWithoutSupplier { line: String, share: f64 },
    /// Purchases, pay and taxes exceed sales.
    NegativeSurplus { surplus: f64 },
    /// Sales that nobody states follow jobs while purchases are the user's own: shares of sales left as surplus, with these purchases and with the
    /// recipe's; the sales; those that would leave the recipe's share; how many times one share passes the other before it is told.
    SalesFollowJobs {
        own: f64,
        recipe: f64,
        sales: f64,
        keeping: Option<f64>,
        times: f64,
    },
    /// The region's structure by industry is its province's.
    RegionWithoutStructure { region: String },

    // Tables
    /// A table is not square, or not of the size its labels say.
    Shape {
        name: String,
        rows: usize,
        columns: usize,
        expected_rows: usize,
        expected_columns: usize,
    },
    /// A cell of a table is not a finite number.
    CellNotFinite { name: String, row: usize, column: usize },
    /// A column of coefficients sums to 1 or more.
    ColumnNotProductive { industry: String, region: String, sum: f64 },
    /// The system of equations has no useful solution.
    Singular { residual: f64 },
    /// An industry with no output keeps coefficients of zero.
    ZeroOutput { industry: String, region: String },
    /// Suppressed jobs are replaced by the coefficient of all regions.
    JobsImputed { industry: String, region: String },
    /// A region's employment gives more than the whole province has.
    RegionLargerThanProvince { region: String, industry: String },
}

/// Returns the candidate nearest to `word` by edit distance, when it is near enough to be a likely misspelling.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let limit = 1 + word.chars().count() / 3;
    candidates
        .into_iter()
        .map(|c| (edit_distance(&word.to_lowercase(), &c.to_lowercase()), c))
        .filter(|(d, _)| *d <= limit)
        .min_by_key(|(d, _)| *d)
        .map(|(_, c)| c.to_owned())
}

fn edit_distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().take(64).collect();
    let mut previous: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.chars().take(64).enumerate() {
        let mut row = vec![i + 1];
        for (j, cb) in b.iter().enumerate() {
            let substituted = previous.get(j).copied().unwrap_or(0) + usize::from(ca != *cb);
            let deleted = previous.get(j + 1).copied().unwrap_or(0) + 1;
            let inserted = row.last().copied().unwrap_or(0) + 1;
            row.push(substituted.min(deleted).min(inserted));
        }
        previous = row;
    }
    previous.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_code_is_proposed_only_when_it_is_near() {
        assert_eq!(nearest("33a", ["33A", "31A"]), Some("33A".to_owned()));
        assert_eq!(
            nearest("saving_rte", ["saving_rate", "flq_delta"]),
            Some("saving_rate".to_owned())
        );
        assert_eq!(nearest("quebec", ["33A"]), None);
    }
}
