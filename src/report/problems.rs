//! What a problem says to a person: what is wrong, where, and what to do.

use super::places::{self, FieldUnit};
use crate::problem::{Problem, What};
use crate::study::Library;
use crate::text::messages::{compare as c, group as g, labour, problems as m};
use crate::text::{Lang, Msg, number};

/// A problem in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it is: `Phase 2, part locale des achats (phases[1].local_share)`.
    pub place: String,
    /// What is wrong.
    pub what: String,
    /// What to do about it.
    pub remedy: String,
}

/// Words a problem.
///
/// * `library`: gives industries, regions and parameters their names; codes stand in for them without it.
pub fn sentence(problem: &Problem, lang: Lang, library: Option<&Library>) -> Sentence {
    let Wording { what, remedy, values } = wording(problem, lang, library);
    let pairs: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    Sentence {
        place: places::place(&problem.place, lang, library),
        what: what.fill(lang, &pairs),
        remedy: remedy.fill(lang, &pairs),
    }
}

/// The two messages of a problem and the values they share.
struct Wording {
    what: Msg,
    remedy: Msg,
    values: Vec<(&'static str, String)>,
}

fn say(what: Msg, remedy: Msg, values: Vec<(&'static str, String)>) -> Wording {
    Wording { what, remedy, values }
}

fn wording(problem: &Problem, lang: Lang, library: Option<&Library>) -> Wording {
    use What::*;
    let unit = places::unit(&problem.place, library);
    let shown = |v: f64| places::value(v, unit, lang);
    let percent = |v: f64| places::value(v, FieldUnit::Share, lang);
    let industry = |code: &str| places::industry_name(code, lang, library);
    let region = |code: &str| places::region_name(code, lang, library);
    let plain = |v: f64| number::decimal(v, 3, lang);
    match &problem.what {
        TooLarge { bytes, limit } => say(
            m::TOO_LARGE,
            m::TOO_LARGE_REMEDY,
            vec![("size", megabytes(*bytes, lang)), ("limit", megabytes(*limit, lang))],
        ),
        Unreadable { reason } => say(c::UNREADABLE, c::UNREADABLE_REMEDY, vec![("reason", reason.clone())]),
        NotUtf8 { offset } => say(m::NOT_UTF8, m::NOT_UTF8_REMEDY, vec![("offset", offset.to_string())]),
        TooDeep { limit, line } => say(
            m::TOO_DEEP,
            m::TOO_DEEP_REMEDY,
            vec![("limit", limit.to_string()), ("line", line.to_string())],
        ),
        Syntax { line, column, detail } => say(
            m::SYNTAX,
            m::SYNTAX_REMEDY,
            vec![
                ("line", line.to_string()),
                ("column", column.to_string()),
                ("detail", detail.clone()),
            ],
        ),
        NewerVersion { found, known } => say(
            m::NEWER_VERSION,
            m::NEWER_VERSION_REMEDY,
            vec![("found", found.to_string()), ("known", known.to_string())],
        ),

        NotFinite => say(m::NOT_FINITE, m::NOT_FINITE_REMEDY, vec![]),
        Negative { value } => say(m::NEGATIVE, m::NEGATIVE_REMEDY, vec![("value", shown(*value))]),
        OutOfRange { value, low, high } => say(
            m::OUT_OF_RANGE,
            m::OUT_OF_RANGE_REMEDY,
            vec![("value", shown(*value)), ("low", shown(*low)), ("high", shown(*high))],
        ),
        SharesSum { sum } if problem.place.ends_with("margin") => {
            say(m::MARGINS_SUM, m::MARGINS_SUM_REMEDY, vec![("sum", percent(*sum))])
        }
        SharesSum { sum } => {
            let remedy = if *sum < 1.0 {
                m::SHARES_SHORT_REMEDY
            } else {
                m::SHARES_OVER_REMEDY
            };
            say(
                m::SHARES_SUM,
                remedy,
                vec![("sum", percent(*sum)), ("gap", percent((1.0 - sum).abs()))],
            )
        }
        EndBeforeStart { start, end } => say(
            m::END_BEFORE_START,
            m::END_BEFORE_START_REMEDY,
            vec![("start", start.to_string()), ("end", end.to_string())],
        ),
        WrongLength { found, expected } => say(
            m::WRONG_LENGTH,
            m::WRONG_LENGTH_REMEDY,
            vec![("found", found.to_string()), ("expected", expected.to_string())],
        ),
        Duplicate { id } => say(m::DUPLICATE, m::DUPLICATE_REMEDY, vec![("id", id.clone())]),
        BuysFromItself { id } => say(
            g::BUYS_FROM_ITSELF,
            g::BUYS_FROM_ITSELF_REMEDY,
            vec![("id", id.clone())],
        ),
        LinksAboveLine { sum } => say(g::ABOVE_LINE, g::ABOVE_LINE_REMEDY, vec![("sum", percent(*sum))]),
        LinksAboveSales { bought, sold } => say(
            g::ABOVE_SALES,
            g::ABOVE_SALES_REMEDY,
            vec![
                ("bought", number::dollars_in_millions(*bought, lang)),
                ("sold", number::dollars_in_millions(*sold, lang)),
            ],
        ),
        SellsLess { first, last } => say(
            g::SELLS_LESS,
            g::SELLS_LESS_REMEDY,
            vec![("years", number::years(*first, *last, lang))],
        ),
        OtherIndustry { line, sold } => say(
            g::OTHER_INDUSTRY,
            g::OTHER_INDUSTRY_REMEDY,
            vec![("line", industry(line)), ("sold", industry(sold))],
        ),
        MemberUnreadable { path } => say(
            g::MEMBER_UNREADABLE,
            g::MEMBER_UNREADABLE_REMEDY,
            vec![("path", path.clone())],
        ),
        GrowthOfConstruction => say(g::GROWTH_OF_CONSTRUCTION, g::GROWTH_OF_CONSTRUCTION_REMEDY, vec![]),
        GrowthAndProfile => say(g::GROWTH_AND_PROFILE, g::GROWTH_AND_PROFILE_REMEDY, vec![]),
        Empty => say(m::EMPTY, m::EMPTY_REMEDY, vec![]),
        NotWhole { value } => say(
            m::NOT_WHOLE,
            m::NOT_WHOLE_REMEDY,
            vec![("value", number::decimal(*value, places::places(*value, 4), lang))],
        ),
        NotANumber { text } => say(m::NOT_A_NUMBER, m::NOT_A_NUMBER_REMEDY, vec![("text", text.clone())]),
        NoBudget => say(m::NO_BUDGET, m::NO_BUDGET_REMEDY, vec![]),
        TooManyRows { found, limit } => say(
            m::TOO_MANY_ROWS,
            m::TOO_MANY_ROWS_REMEDY,
            vec![("found", found.to_string()), ("limit", limit.to_string())],
        ),
        MoratoriumTooLong { moratorium, term } => say(
            m::MORATORIUM_TOO_LONG,
            m::MORATORIUM_TOO_LONG_REMEDY,
            vec![("moratorium", shown(*moratorium)), ("term", shown(*term))],
        ),
        NothingToClose => say(m::NOTHING_TO_CLOSE, m::NOTHING_TO_CLOSE_REMEDY, vec![]),
        PropertyTaxTwice => say(m::PROPERTY_TAX_TWICE, m::PROPERTY_TAX_TWICE_REMEDY, vec![]),
        YearsNotAscending { before, after } => say(
            m::YEARS_NOT_ASCENDING,
            m::YEARS_NOT_ASCENDING_REMEDY,
            vec![("before", before.to_string()), ("after", after.to_string())],
        ),
        MissingEntry { id } => say(m::MISSING_ENTRY, m::MISSING_ENTRY_REMEDY, vec![("id", id.clone())]),

        UnknownIndustry { code, nearest } => {
            let named = nearest.as_ref().map(|n| industry(n));
            let codes = library.map(|l| {
                l.economy
                    .industries
                    .iter()
                    .map(|i| i.code.as_str())
                    .collect::<Vec<_>>()
                    .join(", ")
            });
            let other = if codes.is_some() {
                m::INDUSTRIES_REMEDY
            } else {
                m::INDUSTRIES_UNSEEN_REMEDY
            };
            let mut w = unknown(m::UNKNOWN_INDUSTRY, other, code, named);
            w.values.push(("codes", codes.unwrap_or_default()));
            w
        }
        UnknownRegion { code, nearest } => {
            let named = nearest.as_ref().map(|n| with_name(n, &region(n)));
            unknown(m::UNKNOWN_REGION, m::REGIONS_REMEDY, code, named)
        }
        UnknownRecipe { code, nearest } => {
            let named = nearest.as_ref().map(|n| {
                let name = library.and_then(|l| l.recipe(n)).map(|r| r.name());
                with_name(n, name.as_ref().map_or("", |name| name.get(lang)))
            });
            unknown(m::UNKNOWN_RECIPE, m::RECIPES_REMEDY, code, named)
        }
        UnknownParameter { id, nearest } => unknown(m::UNKNOWN_PARAMETER, m::PARAMETERS_REMEDY, id, nearest.clone()),
        RecipeNotOffered { code } => say(
            m::RECIPE_NOT_OFFERED,
            m::RECIPE_NOT_OFFERED_REMEDY,
            vec![("code", code.clone())],
        ),
        UnknownActivity { id } => say(
            m::UNKNOWN_ACTIVITY,
            m::UNKNOWN_ACTIVITY_REMEDY,
            vec![("id", id.clone())],
        ),
        UnknownProgramme { id, nearest } => unknown(m::UNKNOWN_PROGRAMME, m::PROGRAMMES_REMEDY, id, nearest.clone()),
        UnknownPreset { id, nearest } => unknown(m::UNKNOWN_PRESET, m::PRESETS_REMEDY, id, nearest.clone()),
        UnknownBenefit { id, nearest } => unknown(m::UNKNOWN_BENEFIT, m::BENEFITS_REMEDY, id, nearest.clone()),
        UnknownEconomy { id } => match library {
            Some(l) => say(
                m::UNKNOWN_ECONOMY,
                m::UNKNOWN_ECONOMY_REMEDY,
                vec![("id", id.clone()), ("known", l.economy.id.clone())],
            ),
            None => say(
                m::UNKNOWN_ECONOMY,
                m::UNKNOWN_ECONOMY_UNSEEN_REMEDY,
                vec![("id", id.clone())],
            ),
        },
        EconomyChanged { id } => say(m::ECONOMY_CHANGED, m::ECONOMY_CHANGED_REMEDY, vec![("id", id.clone())]),
        NoPriceIndex { year, first, last } => say(
            m::NO_PRICE_INDEX,
            m::NO_PRICE_INDEX_REMEDY,
            vec![
                ("year", year.to_string()),
                ("first", first.to_string()),
                ("last", last.to_string()),
            ],
        ),
        IncompleteLine { id } => say(m::INCOMPLETE_LINE, m::INCOMPLETE_LINE_REMEDY, vec![("id", id.clone())]),

        LocalShareUnreachable { asked, maximum } => say(
            m::LOCAL_SHARE_UNREACHABLE,
            m::LOCAL_SHARE_UNREACHABLE_REMEDY,
            vec![("asked", percent(*asked)), ("maximum", percent(rounded_down(*maximum)))],
        ),
        LocalShareBelowFixed { asked, minimum } => say(
            m::LOCAL_SHARE_BELOW_FIXED,
            m::LOCAL_SHARE_BELOW_FIXED_REMEDY,
            vec![
                ("asked", percent(*asked)),
                ("minimum", percent(-rounded_down(-*minimum))),
            ],
        ),
        ProvinceShareUnreachable { asked, maximum } => say(
            m::PROVINCE_SHARE_UNREACHABLE,
            m::PROVINCE_SHARE_UNREACHABLE_REMEDY,
            vec![("asked", percent(*asked)), ("maximum", percent(rounded_down(*maximum)))],
        ),
        PlanBeyondShare { asked } => say(
            m::PLAN_BEYOND_SHARE,
            m::PLAN_BEYOND_SHARE_REMEDY,
            vec![("asked", percent(*asked))],
        ),
        LocalPurchaseAboveCapacity {
            line,
            industry: code,
            share,
            limit,
        } => say(
            m::LOCAL_PURCHASE_ABOVE_CAPACITY,
            m::LOCAL_PURCHASE_ABOVE_CAPACITY_REMEDY,
            vec![
                ("line", line.clone()),
                ("industry", industry(code)),
                ("share", percent(*share)),
                ("limit", percent(*limit)),
            ],
        ),
        LabourShort {
            year,
            needed,
            unemployed,
            limit,
        } => say(
            labour::LABOUR_SHORT,
            labour::LABOUR_SHORT_REMEDY,
            vec![
                ("year", year.to_string()),
                ("needed", number::whole(*needed, lang)),
                ("unemployed", number::whole(super::labour::hundreds(*unemployed), lang)),
                ("share", super::labour::share(needed / unemployed, lang)),
                ("limit", percent(*limit)),
            ],
        ),
        LocalShareWithoutSupplier { line, share } => say(
            m::LOCAL_SHARE_WITHOUT_SUPPLIER,
            m::LOCAL_SHARE_WITHOUT_SUPPLIER_REMEDY,
            vec![("line", line.clone()), ("share", percent(*share))],
        ),
        NegativeSurplus { surplus } => say(
            m::NEGATIVE_SURPLUS,
            m::NEGATIVE_SURPLUS_REMEDY,
            vec![("surplus", number::dollars_in_millions(*surplus, lang))],
        ),
        SalesFollowJobs {
            own,
            recipe,
            sales,
            keeping,
            times,
        } => say(
            m::SALES_FOLLOW_JOBS,
            match keeping {
                Some(_) => m::SALES_FOLLOW_JOBS_REMEDY,
                None => m::SALES_FOLLOW_JOBS_STATE,
            },
            vec![
                ("own", percent(*own)),
                ("recipe", percent(*recipe)),
                ("sales", number::dollars_in_millions(*sales, lang)),
                ("keeping", number::dollars_in_millions(keeping.unwrap_or(0.0), lang)),
                ("times", number::exact(*times, (0, 2), lang)),
            ],
        ),
        RegionWithoutStructure { region: code } => say(
            m::REGION_WITHOUT_STRUCTURE,
            m::REGION_WITHOUT_STRUCTURE_REMEDY,
            vec![("region", region(code))],
        ),
        Shape {
            name,
            rows,
            columns,
            expected_rows,
            expected_columns,
        } => say(
            m::SHAPE,
            m::SHAPE_REMEDY,
            vec![
                ("name", name.clone()),
                ("rows", rows.to_string()),
                ("columns", columns.to_string()),
                ("expected_rows", expected_rows.to_string()),
                ("expected_columns", expected_columns.to_string()),
            ],
        ),
        // Rows and columns are counted from 1 in sentences.
        CellNotFinite { name, row, column } => say(
            m::CELL_NOT_FINITE,
            m::CELL_NOT_FINITE_REMEDY,
            vec![
                ("name", name.clone()),
                ("row", (row + 1).to_string()),
                ("column", (column + 1).to_string()),
            ],
        ),
        ColumnNotProductive {
            industry: code,
            region: place,
            sum,
        } => say(
            m::COLUMN_NOT_PRODUCTIVE,
            m::COLUMN_NOT_PRODUCTIVE_REMEDY,
            vec![
                ("industry", industry(code)),
                ("region", region(place)),
                ("sum", plain(*sum)),
            ],
        ),
        Singular { residual } => say(
            m::SINGULAR,
            m::SINGULAR_REMEDY,
            vec![("residual", format!("{residual:.1e}"))],
        ),
        ZeroOutput {
            industry: code,
            region: place,
        } => say(
            m::ZERO_OUTPUT,
            m::ZERO_OUTPUT_REMEDY,
            vec![("industry", industry(code)), ("region", region(place))],
        ),
        JobsImputed {
            industry: code,
            region: place,
        } => say(
            m::JOBS_IMPUTED,
            m::JOBS_IMPUTED_REMEDY,
            vec![("industry", industry(code)), ("region", region(place))],
        ),
        RegionLargerThanProvince {
            region: place,
            industry: code,
        } => say(
            m::REGION_LARGER_THAN_PROVINCE,
            m::REGION_LARGER_THAN_PROVINCE_REMEDY,
            vec![("industry", industry(code)), ("region", region(place))],
        ),
    }
}

/// Words a name that nothing has: the nearest one when there is one, where to look otherwise.
fn unknown(what: Msg, elsewhere: Msg, code: &str, nearest: Option<String>) -> Wording {
    let remedy = if nearest.is_some() {
        m::NEAREST_REMEDY
    } else {
        elsewhere
    };
    say(
        what,
        remedy,
        vec![("code", code.to_owned()), ("nearest", nearest.unwrap_or_default())],
    )
}

fn with_name(code: &str, name: &str) -> String {
    if name.is_empty() || name == code {
        code.to_owned()
    } else {
        format!("{code}, {name}")
    }
}

/// Rounds a share down to a tenth of a percent, so that typing what is read is accepted.
fn rounded_down(share: f64) -> f64 {
    (share * 1000.0).floor() / 1000.0
}

fn megabytes(bytes: u64, lang: Lang) -> String {
    let value = number::decimal(bytes as f64 / 1e6, 1, lang);
    m::MEGABYTES.fill(lang, &[("value", &value)])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_reachable_maximum_is_in_the_remedy() {
        let problem = Problem::new(
            "phases[1].local_share",
            What::LocalShareUnreachable {
                asked: 0.9,
                maximum: 0.48567,
            },
        );
        let fr = sentence(&problem, Lang::Fr, None);
        assert_eq!(fr.place, "Phase 2, part locale des achats (phases[1].local_share)");
        assert!(fr.what.contains("90\u{a0}%"), "{}", fr.what);
        assert!(fr.remedy.contains("48,5\u{a0}%"), "{}", fr.remedy);
        let en = sentence(&problem, Lang::En, None);
        assert!(en.remedy.contains("Maximum reachable: 48.5%"), "{}", en.remedy);
    }

    #[test]
    fn the_nearest_code_is_proposed() {
        let what = What::UnknownIndustry {
            code: "33Z".into(),
            nearest: Some("33A".into()),
        };
        let en = sentence(&Problem::new("phases[0].lines[2].industry", what), Lang::En, None);
        assert_eq!(en.what, "No industry has the code “33Z”");
        assert_eq!(en.remedy, "The nearest is 33A");
    }
}
