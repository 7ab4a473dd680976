//! Names inside a comparison: figures, groups of inputs, inputs and their values.

use super::places;
use super::words;
use crate::study::compare::{Field, Group, Headline, InputRow, InputValue};
use crate::study::{Households, Library, Method};
use crate::text::messages::{compare as m, words as w};
use crate::text::{Lang, Msg, number};

/// Returns the name of a figure.
pub fn headline(headline: Headline) -> Msg {
    match headline {
        Headline::Jobs => m::JOBS,
        Headline::JobYears => m::JOB_YEARS,
        Headline::Gdp => m::GDP,
        Headline::Wages => m::WAGES,
        Headline::Revenue => m::REVENUE,
        Headline::GdpBuilt => m::GDP_BUILT,
        Headline::WagesBuilt => m::WAGES_BUILT,
        Headline::RevenueBuilt => m::REVENUE_BUILT,
    }
}

/// Returns how a sentence says so much more or less of a figure: `61 emplois permanents de plus`, `61 more permanent jobs`.
pub(super) fn amount(headline: Headline) -> Msg {
    match headline {
        Headline::Jobs => m::OF_JOBS,
        Headline::JobYears => m::OF_JOB_YEARS,
        Headline::Gdp => m::OF_GDP,
        Headline::Wages => m::OF_WAGES,
        Headline::Revenue => m::OF_REVENUE,
        Headline::GdpBuilt => m::OF_GDP_BUILT,
        Headline::WagesBuilt => m::OF_WAGES_BUILT,
        Headline::RevenueBuilt => m::OF_REVENUE_BUILT,
    }
}

/// Returns the unit of a figure with its place.
pub fn unit(headline: Headline, place: &str, lang: Lang) -> String {
    match headline {
        Headline::Jobs => place.to_owned(),
        Headline::JobYears => m::UNIT_CONSTRUCTION.fill(lang, &[("place", place)]),
        _ if headline.of_construction() => m::UNIT_WHOLE.fill(lang, &[("place", place)]),
        _ => m::UNIT_YEARLY.fill(lang, &[("place", place)]),
    }
}

/// Returns the name of a group of inputs.
pub fn group(group: Group) -> Msg {
    match group {
        Group::Region => m::GROUP_REGION,
        Group::Activity => m::GROUP_ACTIVITY,
        Group::Method => m::GROUP_METHOD,
        Group::LawYear => m::GROUP_LAW_YEAR,
        Group::Parameters => m::GROUP_PARAMETERS,
        Group::Households => m::GROUP_HOUSEHOLDS,
        Group::Phases => m::GROUP_PHASES,
        Group::Calendar => m::GROUP_CALENDAR,
        Group::PriceYear => m::GROUP_PRICE_YEAR,
        Group::Investment => m::GROUP_INVESTMENT,
        Group::Jobs => m::GROUP_DIRECT_JOBS,
        Group::Sales => m::GROUP_SALES,
        Group::Pay => m::GROUP_PAY,
        Group::Purchases => m::GROUP_PURCHASES,
        Group::LocalShare => m::GROUP_LOCAL_SHARE,
        Group::ProvinceContent => m::GROUP_PROVINCE_CONTENT,
        Group::LocalHiring => m::GROUP_LOCAL_HIRING,
        Group::PropertyTax => m::GROUP_PROPERTY_TAX,
        Group::Support => m::GROUP_SUPPORT,
        Group::Closure => m::GROUP_CLOSURE,
        Group::NetFactors => m::GROUP_NET_FACTORS,
        Group::Notes => m::GROUP_NOTES,
    }
}

/// Returns how a sentence says that a difference comes from some groups.
pub(super) fn cause(groups: &[Group]) -> Msg {
    let [group] = groups else { return m::CAUSE_OTHER };
    match group {
        Group::Region => m::CAUSE_REGION,
        Group::Activity => m::CAUSE_ACTIVITY,
        Group::Method => m::CAUSE_METHOD,
        Group::LawYear => m::CAUSE_LAW_YEAR,
        Group::Parameters => m::CAUSE_PARAMETERS,
        Group::Households => m::CAUSE_HOUSEHOLDS,
        Group::Phases => m::CAUSE_PHASES,
        Group::Calendar => m::CAUSE_CALENDAR,
        Group::PriceYear => m::CAUSE_PRICE_YEAR,
        Group::Investment => m::CAUSE_INVESTMENT,
        Group::Jobs => m::CAUSE_DIRECT_JOBS,
        Group::Sales => m::CAUSE_SALES,
        Group::Pay => m::CAUSE_PAY,
        Group::Purchases => m::CAUSE_PURCHASES,
        Group::LocalShare => m::CAUSE_LOCAL_SHARE,
        Group::ProvinceContent => m::CAUSE_PROVINCE_CONTENT,
        Group::LocalHiring => m::CAUSE_LOCAL_HIRING,
        Group::PropertyTax => m::CAUSE_PROPERTY_TAX,
        Group::Support => m::CAUSE_SUPPORT,
        Group::Closure => m::CAUSE_CLOSURE,
        Group::NetFactors => m::CAUSE_NET_FACTORS,
        Group::Notes => m::CAUSE_NOTES,
    }
}

/// Returns the names of groups changed together.
pub(super) fn group_list(groups: &[Group], lang: Lang) -> String {
    let mut names = groups.iter().map(|g| group(*g).get(lang));
    let first = names.next().unwrap_or_default().to_owned();
    names.fold(first, |all, next| {
        m::AND.fill(lang, &[("first", &all), ("second", &words::lower_first(next))])
    })
}

/// Returns parts of a sentence one after the other.
pub(super) fn joined(parts: &[String], lang: Lang) -> String {
    parts.join(match lang {
        Lang::Fr => "\u{a0}; ",
        Lang::En => "; ",
    })
}

/// Returns the name of a row that details the one above it.
pub(super) fn inside(name: &str) -> String {
    format!("\u{2003}{name}")
}

/// Returns the name of an input.
pub fn input_name(row: &InputRow, library: &Library, lang: Lang) -> String {
    let own = |message: Msg| message.get(lang).to_owned();
    let name = match &row.field {
        Field::Region => own(m::GROUP_REGION),
        Field::Activity => own(m::GROUP_ACTIVITY),
        Field::Method => own(m::GROUP_METHOD),
        Field::Delta => own(m::INPUT_DELTA),
        Field::LawYear => own(m::GROUP_LAW_YEAR),
        Field::Parameter(id) => library
            .parameter(id)
            .map_or_else(|| id.clone(), |p| p.label.get(lang).to_owned()),
        Field::Households => own(m::GROUP_HOUSEHOLDS),
        Field::Phases => own(m::GROUP_PHASES),
        Field::Years => own(m::INPUT_YEARS),
        Field::Profile => own(m::INPUT_PROFILE),
        Field::PriceYear => own(m::GROUP_PRICE_YEAR),
        Field::Investment => own(m::GROUP_INVESTMENT),
        Field::WorksShare => own(m::INPUT_WORKS),
        Field::SiteWorkers => own(m::INPUT_SITE_WORKERS),
        Field::Jobs => own(m::GROUP_DIRECT_JOBS),
        Field::Sales => own(m::GROUP_SALES),
        Field::AnnualWage => own(m::GROUP_PAY),
        Field::Purchases => own(m::INPUT_PURCHASES),
        Field::LocalShare => own(m::GROUP_LOCAL_SHARE),
        Field::ProvinceContent => own(m::GROUP_PROVINCE_CONTENT),
        Field::LocalHiring => own(m::GROUP_LOCAL_HIRING),
        Field::PropertyTax => own(m::GROUP_PROPERTY_TAX),
        Field::Support => own(m::GROUP_SUPPORT),
        Field::Closure => own(m::GROUP_CLOSURE),
        Field::NetFactor => own(m::INPUT_NET_SHARE),
        Field::Detail => m::INPUT_DETAIL.fill(lang, &[("group", group(row.group).get(lang))]),
    };
    // What only one kind of phase has, such as direct jobs, needs no phase beside it.
    let of_any_kind = matches!(
        row.field,
        Field::Years
            | Field::Profile
            | Field::PriceYear
            | Field::Purchases
            | Field::LocalShare
            | Field::ProvinceContent
            | Field::NetFactor
    );
    match row.phase {
        Some(phase) if of_any_kind || phase.number.is_some() => {
            let kind = words::lower_first(words::phase_kind(phase.construction).get(lang));
            let phase = match phase.number {
                Some(n) => w::NUMBERED.fill(lang, &[("name", &kind), ("number", &n.to_string())]),
                None => kind,
            };
            m::INPUT_OF_PHASE.fill(lang, &[("field", &name), ("phase", &phase)])
        }
        _ => name,
    }
}

/// Returns the value of an input in each scenario. Where two differ only in that one states what the other takes by default, that is said.
pub fn input_cells(row: &InputRow, library: &Library, lang: Lang) -> Vec<String> {
    let texts: Vec<String> = row
        .values
        .iter()
        .enumerate()
        .map(|(k, v)| value(row, k, v, library, lang))
        .collect();
    let hidden = (1..texts.len()).any(|k| {
        let same_text = texts[k] == texts[k - 1];
        row.differs.get(k) == Some(&true) && same_text && row.stated.get(k) != row.stated.get(k - 1)
    });
    if !hidden {
        return texts;
    }
    texts
        .into_iter()
        .zip(&row.stated)
        .map(|(text, stated)| {
            let message = if *stated { m::INPUT_STATED } else { m::INPUT_BY_DEFAULT };
            message.fill(lang, &[("value", &text)])
        })
        .collect()
}

fn value(row: &InputRow, k: usize, value: &InputValue, library: &Library, lang: Lang) -> String {
    match value {
        InputValue::Absent => number::NOTHING.to_owned(),
        InputValue::Unstated => match row.field {
            Field::Profile => m::INPUT_AS_A_RULE,
            Field::Closure => m::INPUT_NO_YEAR,
            _ => m::INPUT_UNSTATED,
        }
        .get(lang)
        .to_owned(),
        InputValue::Number(v) => number_text(&row.field, *v, library, lang),
        InputValue::Years(first, last) if first == last => first.to_string(),
        InputValue::Years(first, last) => format!("{first}–{last}"),
        InputValue::Shares(shares) => {
            let texts: Vec<String> = shares.iter().map(|s| number::percent(*s, lang)).collect();
            texts.join(" · ")
        }
        InputValue::Code(code) => places::region_name(code, lang, Some(library)),
        InputValue::Activity(id, recipe) => {
            let name = activity(id.as_deref(), recipe, library, lang);
            // The same activity bought for by another recipe: only the recipe tells both apart.
            let also = |v: &InputValue| matches!(v, InputValue::Activity(i, r) if i == id && r != recipe);
            if row.values.iter().any(also) {
                format!("{recipe}, {name}")
            } else {
                name
            }
        }
        InputValue::Method(method) => match method {
            Method::Slq => "SLQ",
            Method::Cilq => "CILQ",
            Method::Flq => "FLQ",
            Method::Aflq => "AFLQ",
        }
        .to_owned(),
        InputValue::Households(households) => match households {
            Households::Closed => m::INPUT_HOUSEHOLDS_CLOSED,
            Households::Net => m::INPUT_HOUSEHOLDS_NET,
            Households::None => m::INPUT_HOUSEHOLDS_NONE,
        }
        .get(lang)
        .to_owned(),
        InputValue::Phases(kinds) => {
            let built = kinds.iter().filter(|c| **c).count();
            let run = kinds.len() - built;
            // As many of each kind, in another order: the order tells them apart.
            let sorted = |kinds: &[bool]| {
                let mut kinds = kinds.to_vec();
                kinds.sort_unstable();
                kinds
            };
            let reordered =
                |v: &InputValue| matches!(v, InputValue::Phases(k) if k != kinds && sorted(k) == sorted(kinds));
            if row.values.iter().any(reordered) {
                let name = |construction: &bool| {
                    let name = if *construction {
                        m::INPUT_PHASE_BUILT
                    } else {
                        m::INPUT_PHASE_RUN
                    };
                    name.get(lang)
                };
                return kinds.iter().map(name).collect::<Vec<_>>().join(", ");
            }
            m::INPUT_PHASES_BOTH.fill(lang, &[("built", &built.to_string()), ("run", &run.to_string())])
        }
        InputValue::Like(first) if *first == k => m::INPUT_OWN.get(lang).to_owned(),
        InputValue::Like(first) => m::INPUT_LIKE.fill(lang, &[("letter", super::compare::letter(*first))]),
    }
}

fn number_text(field: &Field, value: f64, library: &Library, lang: Lang) -> String {
    let share = |v: f64| number::percent_with(v, places::places(v * 100.0, 1), lang);
    match field {
        Field::Investment | Field::Sales | Field::Purchases | Field::Support => {
            number::dollars_in_millions(value, lang)
        }
        Field::PropertyTax => number::dollars_in_millions_with(value, 2, lang),
        Field::AnnualWage => number::dollars(value, lang),
        Field::LocalShare | Field::ProvinceContent | Field::LocalHiring | Field::NetFactor | Field::WorksShare => {
            share(value)
        }
        Field::LawYear | Field::PriceYear | Field::Closure => format!("{value:.0}"),
        Field::Parameter(id) if library.parameter(id).is_some_and(|p| p.unit == "share") => share(value),
        _ => number::decimal(value, places::places(value, 4), lang),
    }
}

fn activity(id: Option<&str>, recipe: &str, library: &Library, lang: Lang) -> String {
    match (id.and_then(|id| library.activity(id)), library.recipe(recipe)) {
        (Some(a), _) => a.label.get(lang).to_owned(),
        (None, Some(r)) => r.name().get(lang).to_owned(),
        (None, None) => recipe.to_owned(),
    }
}

/// Returns how a territory is named in the list of measures: the study region of each where they differ.
pub fn measure_in(headline: Headline, place: &str, lang: Lang) -> String {
    let values = [("measure", self::headline(headline).get(lang)), ("place", place)];
    m::MEASURE_IN.fill(lang, &values)
}
