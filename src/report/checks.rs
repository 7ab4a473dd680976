//! What an accounting check says, in both languages.

use crate::study::{Check, CheckName, Library};
use crate::text::messages::checks as m;
use crate::text::{Lang, number};

/// Returns what a check is about.
pub fn name(check: &CheckName, lang: Lang, library: Option<&Library>) -> String {
    let region = |code: &str| super::places::region_name(code, lang, library);
    let (message, region) = match check {
        CheckName::ColumnsPayOneDollar => (m::COLUMNS_PAY_ONE_DOLLAR, None),
        CheckName::SalesWithinOutput => (m::SALES_WITHIN_OUTPUT, None),
        CheckName::Gdp(code) => (m::GDP, Some(region(code))),
        CheckName::Output(code) => (m::OUTPUT, Some(region(code))),
        CheckName::Jobs(code) => (m::JOBS, Some(region(code))),
        CheckName::Compensation(code) => (m::COMPENSATION, Some(region(code))),
        CheckName::Spending => (m::SPENDING, None),
        CheckName::Consumption => (m::CONSUMPTION, None),
        CheckName::SplitSumsToProvince => (m::SPLIT_SUMS_TO_PROVINCE, None),
    };
    message.fill(lang, &[("region", region.as_deref().unwrap_or_default())])
}

/// Returns a whole sentence: what is checked, what was expected, what was found.
pub fn sentence(check: &Check, lang: Lang, library: Option<&Library>) -> String {
    let message = if check.holds() { m::HOLDS } else { m::FAILS };
    let values = [check.expected, check.found].map(|v| {
        let places = if v.abs() >= 1000.0 || v == 0.0 { 0 } else { 6 };
        number::decimal(v, places, lang)
    });
    let name = name(&check.name, lang, library);
    message.fill(
        lang,
        &[("name", &name), ("expected", &values[0]), ("found", &values[1])],
    )
}
