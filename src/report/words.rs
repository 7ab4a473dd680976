//! The names of results, for charts, tables and sentences.

use super::places::places;
use crate::ids::RegionCode;
use crate::study::{
    Assumption, AssumptionKind, AssumptionUnit, Basis, Effect, Library, LineKind, LineStudy, Measure, PhaseStudy,
    Study, Territory, Unit,
};
use crate::text::messages::{regions, words as m};
use crate::text::{Lang, Msg, number};

/// Returns the name of a measure; jobs are job-years in construction.
pub fn measure(measure: Measure, construction: bool) -> Msg {
    match measure {
        Measure::Output => m::OUTPUT,
        Measure::Gdp => m::GDP,
        Measure::Compensation => m::COMPENSATION,
        Measure::Wages => m::WAGES,
        Measure::ProductionTaxes => m::PRODUCTION_TAXES,
        Measure::Surplus => m::SURPLUS,
        Measure::Jobs if construction => m::JOB_YEARS,
        Measure::Jobs => m::JOBS,
        Measure::ProductTaxes => m::PRODUCT_TAXES,
        Measure::ForeignImports => m::FOREIGN_IMPORTS,
    }
}

/// Returns the full name of an effect.
pub fn effect(effect: Effect) -> Msg {
    match effect {
        Effect::Direct => m::DIRECT,
        Effect::IndirectFirst => m::INDIRECT_FIRST,
        Effect::IndirectOther => m::INDIRECT_OTHER,
        Effect::Induced => m::INDUCED,
    }
}

/// Returns the name of an effect for a column or a legend.
pub fn effect_short(effect: Effect) -> Msg {
    match effect {
        Effect::Direct => m::DIRECT_SHORT,
        Effect::IndirectFirst => m::INDIRECT_FIRST_SHORT,
        Effect::IndirectOther => m::INDIRECT_OTHER_SHORT,
        Effect::Induced => m::INDUCED_SHORT,
    }
}

/// Returns what an effect counts; the definition stands beside the numbers (METHOD section 4).
pub fn definition(effect: Effect, construction: bool) -> Msg {
    match (effect, construction) {
        (Effect::Direct, true) => m::CONSTRUCTION_DIRECT,
        (Effect::Direct, false) => m::OPERATION_DIRECT,
        (Effect::IndirectFirst, true) => m::CONSTRUCTION_FIRST,
        (Effect::IndirectFirst, false) => m::OPERATION_FIRST,
        (Effect::IndirectOther, _) => m::OTHER_SUPPLIERS,
        (Effect::Induced, _) => m::INDUCED_DEFINITION,
    }
}

/// Returns what the jobs of a phase are.
pub fn jobs_definition(construction: bool) -> Msg {
    if construction {
        m::JOB_YEARS_DEFINITION
    } else {
        m::JOBS_DEFINITION
    }
}

/// Returns the name of a unit; dollars carry the year of the data.
pub fn unit(unit: Unit, data_year: i32, lang: Lang) -> String {
    match unit {
        Unit::Dollars => m::UNIT_DOLLARS.fill(lang, &[("year", &data_year.to_string())]),
        Unit::JobYears => m::UNIT_JOB_YEARS.get(lang).to_owned(),
        Unit::Jobs => m::UNIT_JOBS.get(lang).to_owned(),
        Unit::Families => m::UNIT_FAMILIES.get(lang).to_owned(),
    }
}

/// Writes a value in its unit: `102`, `143,7 M$`.
pub fn value(value: f64, unit: Unit, lang: Lang) -> String {
    match unit {
        Unit::Dollars => number::dollars_in_millions(value, lang),
        Unit::JobYears | Unit::Jobs | Unit::Families => number::whole(value, lang),
    }
}

/// Returns the name of a territory: `Estrie`, `reste du Québec`, `Canada`.
pub fn place_name(study: &Study, territory: Territory, lang: Lang) -> String {
    match territory {
        Territory::Study => study.region_label.get(lang).to_owned(),
        Territory::Province => study.province_label.get(lang).to_owned(),
        Territory::Country => regions::CANADA.get(lang).to_owned(),
        Territory::RestOfProvince => m::REST_OF.fill(lang, &[("of", &of_province(study, lang))]),
        Territory::RestOfCountry => m::REST_OF.fill(lang, &[("of", regions::OF_CANADA.get(lang))]),
    }
}

/// Returns how a sentence says that something is in a territory: `en Estrie`, `dans le reste du Québec`, `au Canada`.
pub fn in_place(study: &Study, territory: Territory, lang: Lang) -> String {
    match territory {
        Territory::Study => in_region(study.region.as_str(), study.region_label.get(lang), lang),
        Territory::Province => in_region(province_code(study), study.province_label.get(lang), lang),
        Territory::Country => regions::IN_CANADA.get(lang).to_owned(),
        Territory::RestOfProvince => m::IN_REST_OF.fill(lang, &[("of", &of_province(study, lang))]),
        Territory::RestOfCountry => m::IN_REST_OF.fill(lang, &[("of", regions::OF_CANADA.get(lang))]),
    }
}

/// Returns how a sentence says that something is in a region: `en Estrie`, `à Laval`, `dans la MRC des Sources`.
///
/// * `label`: its name, for a region that is not in the shipped data.
pub fn in_region(code: &str, label: &str, lang: Lang) -> String {
    let (inside, _) = regions::phrases(code).unwrap_or((regions::IN_OTHER, regions::OF_OTHER));
    inside.fill(lang, &[("name", label)])
}

/// Returns how a sentence says that something is of a region: `de l'Estrie`, `du Québec`.
pub fn of_region(code: &str, label: &str, lang: Lang) -> String {
    let (_, of) = regions::phrases(code).unwrap_or((regions::IN_OTHER, regions::OF_OTHER));
    of.fill(lang, &[("name", label)])
}

/// Returns the territories that a result table shows, each once: a study of a whole province has no rest of it.
pub fn shown_territories(study: &Study) -> Vec<Territory> {
    let all = [Territory::Study, Territory::RestOfProvince, Territory::RestOfCountry];
    all.into_iter().filter(|t| !study.regions_of(*t).is_empty()).collect()
}

/// Returns the name of a phase: its own, or that of its kind, numbered when several phases share the kind.
pub fn phase(study: &Study, phase: &PhaseStudy, lang: Lang) -> String {
    if let Some(label) = &phase.label
        && !label.is_empty()
    {
        return label.get(lang).to_owned();
    }
    let kind = phase_kind(phase.construction).get(lang);
    let same: Vec<_> = study
        .phases
        .iter()
        .filter(|p| p.construction == phase.construction)
        .collect();
    match same.iter().position(|p| p.id == phase.id) {
        Some(at) if same.len() > 1 => m::NUMBERED.fill(lang, &[("name", kind), ("number", &(at + 1).to_string())]),
        _ => kind.to_owned(),
    }
}

/// Returns the name of a kind of phase.
pub fn phase_kind(construction: bool) -> Msg {
    if construction { m::CONSTRUCTION } else { m::OPERATION }
}

/// Returns the name of a kind of spending line.
pub fn line_kind(kind: LineKind) -> Msg {
    match kind {
        LineKind::Works => m::WORKS,
        LineKind::Equipment => m::EQUIPMENT,
        LineKind::IntellectualProperty => m::INTELLECTUAL_PROPERTY,
        LineKind::Purchase => m::PURCHASE,
        LineKind::NonComparableImport => m::NON_COMPARABLE_IMPORT,
        LineKind::Scrap => m::SCRAP,
        LineKind::Added => m::ADDED,
    }
}

/// Returns the name of a spending line: its own, or its supplying industry, with its kind where that says more.
pub fn line(line: &LineStudy, lang: Lang, library: &Library) -> String {
    if let Some(label) = &line.label
        && !label.is_empty()
    {
        return label.get(lang).to_owned();
    }
    let kind = line_kind(line.kind).get(lang);
    let industry = line
        .industry
        .and_then(|i| library.economy.industries.get(i))
        .map(|i| i.short.get(lang));
    match (line.kind, industry) {
        (LineKind::Works | LineKind::NonComparableImport, _) | (_, None) => kind.to_owned(),
        (LineKind::Purchase | LineKind::Added, Some(industry)) => industry.to_owned(),
        (kind, Some(industry)) => {
            let of = match kind {
                LineKind::Equipment => m::EQUIPMENT_OF,
                LineKind::IntellectualProperty => m::INTELLECTUAL_PROPERTY_OF,
                _ => m::SCRAP_OF,
            };
            of.fill(lang, &[("industry", &lower_first(industry))])
        }
    }
}

/// Returns the name of an assumption, its phase not included.
pub fn assumption(assumption: &Assumption, lang: Lang) -> String {
    let message = match &assumption.kind {
        AssumptionKind::Parameter(id) => {
            return assumption
                .label
                .as_ref()
                .map_or_else(|| id.clone(), |l| l.get(lang).to_owned());
        }
        AssumptionKind::AnnualWage(_) => m::ANNUAL_WAGE,
        AssumptionKind::Sales(_) => m::SALES,
        AssumptionKind::WorksShare(_) => m::WORKS_SHARE,
        AssumptionKind::LocalHiring(_) => m::LOCAL_HIRING,
        AssumptionKind::PropertyTax(_) => m::PROPERTY_TAX,
        AssumptionKind::LocalShare(_) => m::LOCAL_SHARE,
        AssumptionKind::Recipe => m::RECIPE,
        AssumptionKind::Delta => m::DELTA,
        AssumptionKind::PriceFactor(_) => m::PRICE_FACTOR,
    };
    message.get(lang).to_owned()
}

/// Returns what to know of an assumption: what it follows where nobody states it, and its note.
pub fn assumption_notes(assumption: &Assumption, lang: Lang) -> Vec<String> {
    let follows = matches!(assumption.kind, AssumptionKind::Sales(_)) && !assumption.overridden;
    let note = assumption.note.iter().map(|n| n.get(lang).to_owned());
    follows
        .then(|| m::SALES_FOLLOW.get(lang).to_owned())
        .into_iter()
        .chain(note.filter(|n| !n.is_empty()))
        .collect()
}

/// Returns the name of an assumption followed by its phase, when the study has more than one.
pub fn assumption_with_phase(study: &Study, a: &Assumption, lang: Lang) -> String {
    let name = assumption(a, lang);
    match assumption_phase(&a.kind).and_then(|k| study.phases.get(k)) {
        Some(of) if study.phases.len() > 1 => m::IN_PHASE.fill(
            lang,
            &[("name", &name), ("phase", &phase(study, of, lang).to_lowercase())],
        ),
        _ => name,
    }
}

/// Returns the position of the phase that an assumption is about.
pub fn assumption_phase(kind: &AssumptionKind) -> Option<usize> {
    match kind {
        AssumptionKind::AnnualWage(k)
        | AssumptionKind::Sales(k)
        | AssumptionKind::WorksShare(k)
        | AssumptionKind::LocalHiring(k)
        | AssumptionKind::PropertyTax(k)
        | AssumptionKind::LocalShare(k)
        | AssumptionKind::PriceFactor(k) => Some(*k),
        AssumptionKind::Parameter(_) | AssumptionKind::Recipe | AssumptionKind::Delta => None,
    }
}

/// Writes the value of an assumption in its unit.
pub fn assumption_value(assumption: &Assumption, lang: Lang) -> String {
    let value = assumption.value;
    match assumption.unit {
        AssumptionUnit::Share => number::percent_with(value, places(value * 100.0, 2), lang),
        AssumptionUnit::Dollars => number::dollars(value, lang),
        AssumptionUnit::Number => number::decimal(value, places(value, 4), lang),
        AssumptionUnit::Code => assumption.code.clone().unwrap_or_default(),
    }
}

/// Returns what an assumption rests on: a figure computed from its source is not a published one.
pub fn assumption_basis(assumption: &Assumption) -> Msg {
    if assumption.computed {
        m::COMPUTED
    } else {
        basis(assumption.basis)
    }
}

/// Returns what a value rests on.
pub fn basis(basis: Basis) -> Msg {
    match basis {
        Basis::Sourced => m::SOURCED,
        Basis::Assumption => m::ASSUMPTION,
        Basis::User => m::USER,
    }
}

/// Returns a text with its first letter in upper case, to begin a sentence or a row.
pub fn upper_first(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// Returns names without the beginning, up to a comma, that each shares with another of the list: `Démonstration 2020`, `Démonstration 2020 (variante)`.
///
/// A name stays whole where two would read the same without theirs.
pub fn short_names(names: &[&str]) -> Vec<String> {
    let short = |(at, name): (usize, &&str)| {
        let ends = name.match_indices(", ").map(|(comma, found)| comma + found.len());
        let shared = |end: &usize| {
            let others = names.iter().enumerate().filter(|(k, _)| *k != at);
            let start = &name[..*end];
            others
                .into_iter()
                .any(|(_, other)| other.len() > *end && other.starts_with(start))
        };
        let end = ends.filter(shared).last().unwrap_or(0);
        upper_first(&name[end..])
    };
    let shorter: Vec<String> = names.iter().enumerate().map(short).collect();
    let alone = |name: &String| shorter.iter().filter(|other| *other == name).count() == 1;
    names
        .iter()
        .zip(&shorter)
        .map(|(name, short)| {
            if alone(short) {
                short.clone()
            } else {
                (*name).to_owned()
            }
        })
        .collect()
}

/// Returns whether the operation has a year of full activity, without which its yearly figures are those that it was built for; without operation, yes.
pub fn runs_whole(study: &Study) -> bool {
    let operation = study.operation();
    operation.is_none_or(|p| p.by_year.iter().any(|(_, part)| *part >= 1.0 - 1e-9))
}

/// Returns the name of a licence; one that is not known keeps the name its data file gives.
pub fn licence(name: &str, lang: Lang) -> &str {
    let known = [m::LICENCE_STATCAN, m::LICENCE_FACTS, m::LICENCE_PUBLIC];
    known.into_iter().find(|l| l.en == name).map_or(name, |l| l.get(lang))
}

fn province_code(study: &Study) -> &str {
    let structure = &study.structure;
    structure
        .base
        .regions()
        .get(structure.province)
        .map_or("", RegionCode::as_str)
}

/// Returns how a sentence says that something is of the study's province: `du Québec`.
pub fn of_province(study: &Study, lang: Lang) -> String {
    of_region(province_code(study), study.province_label.get(lang), lang)
}

/// Returns a text with its first letter in lower case, to stand inside a name or a sentence.
pub fn lower_first(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map_or_else(String::new, |c| c.to_lowercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_of_the_library_has_its_article() {
        let library = Library::embedded().unwrap();
        for territory in &library.territories {
            assert!(
                regions::phrases(territory.code.as_str()).is_some(),
                "{}",
                territory.code
            );
        }
        assert_eq!(in_region("05", "Estrie", Lang::Fr), "en Estrie");
        assert_eq!(in_region("13", "Laval", Lang::Fr), "à Laval");
        assert_eq!(
            in_region("mrc-les-sources", "MRC des Sources", Lang::Fr),
            "dans la MRC des Sources"
        );
        assert_eq!(
            in_region("X", "Ailleurs", Lang::Fr),
            "dans la région «\u{a0}Ailleurs\u{a0}»"
        );
        assert_eq!(of_region("QC", "Québec", Lang::Fr), "du Québec");
    }
}
