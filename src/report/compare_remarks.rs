//! What must be known before the figures of different scenarios are set side by side: what is not comparable, and for which of them.

use super::compare::{CompareScope, Side, letter};
use super::compare_words::{self as names, joined};
use super::words;
use crate::study::compare::{Field, Group, Headline, InputRow, InputValue};
use crate::study::{Study, Territory};
use crate::text::messages::compare as m;
use crate::text::{Lang, number};

/// Returns all remarks, [`cautions`] first.
pub fn remarks(scope: &CompareScope<'_>) -> Vec<String> {
    let mut out = cautions(scope);
    out.extend(notes(scope));
    out
}

/// Returns what makes the figures not comparable as they stand: other regions, another calculation, other deductions, phases left out.
pub fn cautions(scope: &CompareScope<'_>) -> Vec<String> {
    let lang = scope.lang;
    let mut out: Vec<String> = apart(scope).into_iter().collect();
    let model = differing(
        scope,
        &[Group::Method, Group::LawYear, Group::Parameters, Group::Households],
    );
    if !model.is_empty() {
        out.push(m::METHODS_DIFFER.fill(lang, &[("who", &model)]));
    }
    let net = differing(scope, &[Group::NetFactors]);
    if !net.is_empty() {
        out.push(m::NET_DIFFERS.fill(lang, &[("who", &net)]));
    }
    for (k, side) in scope.sides.iter().enumerate() {
        out.extend(several_phases(side.study, letter(k), lang));
    }
    out
}

/// Returns what else must be known of the figures.
pub fn notes(scope: &CompareScope<'_>) -> Vec<String> {
    let lang = scope.lang;
    let year = scope.sides.first().map_or(0, |s| s.study.data_year).to_string();
    let year = ("year", year.as_str());
    let alike = if same(&in_each(scope, Territory::Study)) {
        m::ALIKE
    } else {
        m::SAME_DATA
    };
    let mut out = vec![alike.fill(lang, &[year])];
    let prices = differing(scope, &[Group::PriceYear]);
    if !prices.is_empty() {
        out.push(m::PRICE_YEARS_DIFFER.fill(lang, &[year, ("who", &prices)]));
    }
    let mut say = |message: crate::text::Msg, keep: &dyn Fn(&Side<'_>) -> bool| {
        let found = letters(scope, &|_, side| keep(side));
        if !found.is_empty() {
            out.push(message.fill(lang, &[("letters", &found)]));
        }
    };
    say(m::DATA_DIFFER, &|s| s.other_data);
    say(m::NO_OPERATION, &|s| s.study.operation().is_none());
    say(m::NO_CONSTRUCTION, &|s| s.study.construction().is_none());
    say(m::NEVER_FULL, &|s| !words::runs_whole(s.study));
    say(m::NET_UNSTATED, &|s| s.study.phases.iter().any(|p| p.factors.is_none()));
    say(m::NO_LAW, &|s| s.study.finances.is_none());
    out
}

/// Returns the letters of the scenarios kept: `A, B et D`.
fn letters(scope: &CompareScope<'_>, keep: &dyn Fn(usize, &Side<'_>) -> bool) -> String {
    let kept = scope.sides.iter().enumerate().filter(|(k, side)| keep(*k, side));
    let kept: Vec<&str> = kept.map(|(k, _)| letter(k)).collect();
    listed(&kept, scope.lang)
}

/// Writes a list: `A, B et D`.
fn listed(items: &[&str], lang: Lang) -> String {
    match items {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => m::AND.fill(lang, &[("first", &first.join(", ")), ("second", last)]),
    }
}

/// Returns the values that scenarios have, each once; one without the phase has none.
fn distinct(cells: &[String]) -> Vec<&String> {
    let mut out: Vec<&String> = Vec::new();
    for cell in cells.iter().filter(|cell| *cell != number::NOTHING) {
        if !out.contains(&cell) {
            out.push(cell);
        }
    }
    out
}

/// Says which scenarios have which value: `A et B, FLQ ; C, SLQ`.
fn by_value(scope: &CompareScope<'_>, cells: &[String]) -> String {
    let parts = distinct(cells).into_iter().map(|value| {
        let who = letters(scope, &|k, _| cells.get(k) == Some(value));
        format!("{who}, {value}")
    });
    joined(&parts.collect::<Vec<_>>(), scope.lang)
}

/// Says of the inputs of some groups that differ who has what; nothing where none differs.
fn differing(scope: &CompareScope<'_>, groups: &[Group]) -> String {
    let rows = scope.comparison.inputs.iter().filter(|row| groups.contains(&row.group));
    let said = rows.filter_map(|row: &InputRow| {
        let name = match (&row.field, row.phase) {
            // The sentence says what the years are.
            (Field::PriceYear, Some(phase)) => words::phase_kind(phase.construction).get(scope.lang).to_owned(),
            _ => names::input_name(row, scope.library, scope.lang),
        };
        let name = words::lower_first(&name);
        let cells = names::input_cells(row, scope.library, scope.lang);
        let values = by_value(scope, &cells);
        // A value stated by one and left to its default by another is no difference where both are the same.
        let there: Vec<&InputValue> = row.values.iter().filter(|v| **v != InputValue::Absent).collect();
        let several = distinct(&cells).len() > 1 && there.windows(2).any(|pair| pair[0] != pair[1]);
        several.then(|| m::WHO_HAS.fill(scope.lang, &[("input", &name), ("values", &values)]))
    });
    said.collect::<Vec<_>>().join(", ")
}

/// Returns how a sentence places a territory, for each scenario.
fn in_each(scope: &CompareScope<'_>, territory: Territory) -> Vec<String> {
    let places = scope
        .sides
        .iter()
        .map(|s| words::in_place(s.study, territory, scope.lang));
    places.collect()
}

fn same(places: &[String]) -> bool {
    places.windows(2).all(|pair| pair[0] == pair[1])
}

/// Says that the figures are of different regions, and on which territory they would compare; nothing where they are of one territory.
fn apart(scope: &CompareScope<'_>) -> Option<String> {
    let lang = scope.lang;
    if same(&in_each(scope, scope.headline.territory(scope.territory))) {
        return None;
    }
    // The smallest territory that all of them share, where the figure explained is known.
    let province = in_each(scope, Territory::Province);
    let shared = match province.first() {
        Some(place) if same(&province) => Some(place.clone()),
        _ => match scope.headline {
            Headline::Revenue | Headline::RevenueBuilt => None,
            _ => in_each(scope, Territory::Country).pop(),
        },
    };
    let names: Vec<String> = scope
        .sides
        .iter()
        .map(|s| words::place_name(s.study, Territory::Study, lang))
        .collect();
    let who = by_value(scope, &names);
    Some(match shared {
        Some(place) => m::REGIONS_DIFFER.fill(lang, &[("who", &who), ("place", &place)]),
        None => m::REGIONS_DIFFER_WHOLLY.fill(lang, &[("who", &who)]),
    })
}

/// Says which phases of a scenario the figures are of, where it has several of a kind.
fn several_phases(study: &Study, letter: &str, lang: Lang) -> Option<String> {
    let of_kind = |construction: bool| study.phases.iter().filter(move |p| p.construction == construction);
    let covered = [true, false].into_iter().filter_map(|construction| {
        let first = of_kind(construction).next()?;
        let (start, end) = (first.by_year.first()?.0, first.by_year.last()?.0);
        let name = words::lower_first(&words::phase(study, first, lang));
        let years = number::years(start, end, lang);
        (of_kind(construction).count() > 1).then(|| m::PHASE_YEARS.fill(lang, &[("phase", &name), ("years", &years)]))
    });
    let covered: Vec<String> = covered.collect();
    if covered.is_empty() {
        return None;
    }
    let covered: Vec<&str> = covered.iter().map(String::as_str).collect();
    Some(m::FIRST_PHASES.fill(lang, &[("letter", letter), ("phases", &listed(&covered, lang))]))
}
