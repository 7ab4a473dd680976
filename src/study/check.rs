//! A scenario against the data: every name it uses must exist, every year must have prices.

use crate::data::library::{Library, is_offered};
use crate::problem::{Problem, What, nearest};
use crate::scenario::validate::validate;
use crate::scenario::{Input, Phase, Scenario, Support, SupportKind};

/// Returns every problem of a scenario: its own, and those against the data.
pub(super) fn check(scenario: &Scenario, library: &Library) -> Vec<Problem> {
    let mut p = validate(scenario);
    if scenario.economy.id != library.economy.id {
        p.push(Problem::new(
            "economy.id",
            What::UnknownEconomy {
                id: scenario.economy.id.clone(),
            },
        ));
    } else if scenario
        .economy
        .fingerprint
        .as_ref()
        .is_some_and(|f| *f != library.fingerprint)
    {
        p.push(Problem::new(
            "economy.fingerprint",
            What::EconomyChanged {
                id: scenario.economy.id.clone(),
            },
        ));
    }
    if library.territory(scenario.region.as_str()).is_none() {
        let code = scenario.region.to_string();
        let known = library.territories.iter().map(|t| t.code.as_str());
        p.push(Problem::new(
            "region",
            What::UnknownRegion {
                nearest: nearest(&code, known),
                code,
            },
        ));
    }
    if let Some(id) = &scenario.activity.id
        && library.activity(id).is_none()
    {
        p.push(Problem::new("activity.id", What::UnknownActivity { id: id.clone() }));
    }
    let recipe = &scenario.activity.recipe;
    match library.recipe(recipe) {
        None => {
            let known = library.recipes.recipes.iter().map(|r| r.code.as_str());
            let what = What::UnknownRecipe {
                code: recipe.clone(),
                nearest: nearest(recipe, known),
            };
            p.push(Problem::new("activity.recipe", what));
        }
        Some(r) if !is_offered(r) => {
            p.push(Problem::new(
                "activity.recipe",
                What::RecipeNotOffered { code: recipe.clone() },
            ));
        }
        Some(_) => {}
    }
    for (id, input) in &scenario.parameters {
        let place = format!("parameters.{id}");
        match library.parameter(id) {
            None => {
                let known = library.parameters.iter().map(|p| p.id.as_str());
                p.push(Problem::new(
                    place,
                    What::UnknownParameter {
                        id: id.clone(),
                        nearest: nearest(id, known),
                    },
                ));
            }
            Some(known) => {
                let (low, high) = hard_range(&known.unit, known.range);
                if input.value.is_finite() && !(low..=high).contains(&input.value) {
                    let what = What::OutOfRange {
                        value: input.value,
                        low,
                        high,
                    };
                    p.push(Problem::new(format!("{place}.value"), what));
                }
            }
        }
    }
    for (k, benefit) in scenario.benefits.iter().enumerate() {
        if benefit.text.is_none() && library.benefit(&benefit.id).is_none() {
            let known = library.benefits.benefits.iter().map(|b| b.id.as_str());
            let what = What::UnknownBenefit {
                nearest: nearest(&benefit.id, known),
                id: benefit.id.clone(),
            };
            p.push(Problem::new(format!("benefits[{k}].id"), what));
        }
    }
    for (k, support) in scenario.support.iter().enumerate() {
        check_support(&mut p, library, scenario, &format!("support[{k}]"), support);
    }
    for (k, phase) in scenario.phases.iter().enumerate() {
        check_phase(&mut p, library, &format!("phases[{k}]"), phase);
    }
    p
}

/// Returns what a parameter may be at all; its own range only says what is reasonable to try.
fn hard_range(unit: &str, range: (f64, f64)) -> (f64, f64) {
    match unit {
        "share" => (0.0, 0.99),
        "exponent" => (0.0, 0.99),
        _ => (f64::min(0.01, range.0), range.1 * 10.0),
    }
}

/// Checks the programme of a support, and the term of a loan against its moratorium when either is left to its default.
fn check_support(p: &mut Vec<Problem>, library: &Library, scenario: &Scenario, place: &str, support: &Support) {
    if let Some(id) = &support.programme
        && library.programme(id).is_none()
    {
        let known = library.programmes.iter().map(|p| p.id.as_str());
        let what = What::UnknownProgramme {
            id: id.clone(),
            nearest: nearest(id, known),
        };
        p.push(Problem::new(format!("{place}.programme"), what));
    }
    if let SupportKind::Loan { term, moratorium, .. } = &support.kind
        && (term.is_none() || moratorium.is_none())
    {
        let value = |stated: &Option<Input>, id: &str| {
            let own = stated.as_ref().or_else(|| scenario.parameters.get(id));
            own.map_or_else(|| library.parameter(id).map_or(0.0, |p| p.value), |i| i.value)
        };
        // Whole years, as the loan is paid: a parameter may have a fraction.
        let term = value(term, "default_loan_term").round();
        let moratorium = value(moratorium, "default_loan_moratorium").round();
        if moratorium >= term {
            let what = What::MoratoriumTooLong { moratorium, term };
            p.push(Problem::new(format!("{place}.kind.term"), what));
        }
    }
}

fn check_phase(p: &mut Vec<Problem>, library: &Library, place: &str, phase: &Phase) {
    if let Some(id) = phase.additionality.as_ref().and_then(|a| a.preset.as_ref())
        && library.additionality.preset(id).is_none()
    {
        let known = library.additionality.presets.iter().map(|p| p.id.as_str());
        let what = What::UnknownPreset {
            id: id.clone(),
            nearest: nearest(id, known),
        };
        p.push(Problem::new(format!("{place}.additionality.preset"), what));
    }
    price(p, library, &format!("{place}.price_year"), phase.price_year);
    for (k, line) in phase.lines.iter().enumerate() {
        let at = format!("{place}.lines[{k}]");
        if let Some(code) = &line.industry
            && library.economy.industry(code.as_str()).is_none()
        {
            let known = library.economy.industries.iter().map(|i| i.code.as_str());
            let what = What::UnknownIndustry {
                code: code.to_string(),
                nearest: nearest(code.as_str(), known),
            };
            p.push(Problem::new(format!("{at}.industry"), what));
        }
        if let Some(year) = line.price_year {
            price(p, library, &format!("{at}.price_year"), year);
        }
    }
}

fn price(p: &mut Vec<Problem>, library: &Library, place: &str, year: i32) {
    if price_factor(library, year).is_none() {
        let (first, last) = library.price_index.span().unwrap_or((year, year));
        p.push(Problem::new(place, What::NoPriceIndex { year, first, last }));
    }
}

/// Returns what one dollar of `year` is in dollars of the data year; nothing where no index is known.
pub(super) fn price_factor(library: &Library, year: i32) -> Option<f64> {
    library.price_index.factor(year, library.economy.data_year)
}
