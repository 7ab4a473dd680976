//! Where a problem is, for people: the path of a field becomes words, and tells in what unit its value is written.

use super::words::upper_first;
use crate::study::{Library, Study};
use crate::text::messages::{group as g, labour, lines, problems as m};
use crate::text::{Lang, Msg, number};

/// The unit in which the value of a field reads best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldUnit {
    /// A fraction of one, shown in percent.
    Share,
    /// Dollars.
    Dollars,
    /// A calendar year.
    Year,
    /// A plain number.
    Number,
}

/// One step of a path: a field, and the entry of it in brackets.
struct Step<'a> {
    name: &'a str,
    entry: Option<&'a str>,
}

/// Returns a place in words, followed by its path: `Phase 2, part locale des achats (phases[1].local_share)`.
pub fn place(path: &str, lang: Lang, library: Option<&Library>) -> String {
    if path.is_empty() {
        return m::WHOLE_FILE.get(lang).to_owned();
    }
    let words = words(path, lang, library);
    if words == path {
        return words;
    }
    m::PLACE_WITH_PATH.fill(lang, &[("words", &words), ("path", path)])
}

/// Returns a place in words alone: `Phase 2, part locale des achats`; a place that is no field, such as a file, as it is.
pub fn words(path: &str, lang: Lang, library: Option<&Library>) -> String {
    let steps = steps(path);
    let known = |s: &Step<'_>| {
        matches!(
            s.name,
            "lines"
                | "rows"
                | "support"
                | "claims"
                | "members"
                | "links"
                | "facts"
                | "benefits"
                | "parameters"
                | "programmes"
        ) || field(s.name).is_some()
    };
    if !steps.first().is_some_and(known) {
        return path.to_owned();
    }
    let mut parts: Vec<String> = Vec::new();
    let of_property = steps.iter().any(|s| s.name == "tax_base");
    let mut steps = steps.into_iter();
    while let Some(step) = steps.next() {
        match step.name {
            // They say nothing that the words around them do not.
            "kind" | "value" => {}
            "parameters" => match steps.next() {
                Some(id) => parts.push(parameter(id.name, lang, library)),
                None => parts.push(m::FIELD_PARAMETERS.get(lang).to_owned()),
            },
            "rate" if of_property => parts.push(m::FIELD_TAX_RATE.get(lang).to_owned()),
            _ => parts.push(step_words(&step, lang)),
        }
    }
    upper_first(&parts.join(", "))
}

/// Returns a place of a study in words alone, its phase and its line by their names: `Exploitation, « Transport », plafond`.
pub fn in_study(path: &str, study: &Study, lang: Lang, library: &Library) -> String {
    let entry = |text: &str| -> Option<(String, String)> {
        let (id, rest) = text.split_once(']')?;
        Some((id.to_owned(), rest.trim_start_matches('.').to_owned()))
    };
    let phase = path.strip_prefix("phases[").and_then(entry);
    let phase = phase.and_then(|(k, rest)| Some((study.phases.get(k.parse::<usize>().ok()?)?, rest)));
    let Some((phase, rest)) = phase else {
        return words(path, lang, Some(library));
    };
    let mut parts = vec![super::words::phase(study, phase, lang)];
    let line = rest.strip_prefix("lines[").and_then(entry);
    let line = line.and_then(|(id, left)| Some((phase.lines.iter().find(|l| l.id.as_str() == id)?, left)));
    let field = match line {
        Some((line, left)) => {
            let name = super::words::line(line, lang, library);
            parts.push(lines::QUOTED.fill(lang, &[("name", &name)]));
            left
        }
        None => rest,
    };
    if !field.is_empty() {
        parts.push(super::words::lower_first(&words(&field, lang, Some(library))));
    }
    parts.join(", ")
}

/// Returns the unit in which the value at `path` reads best.
pub fn unit(path: &str, library: Option<&Library>) -> FieldUnit {
    let steps = steps(path);
    if let [first, id, ..] = steps.as_slice()
        && first.name == "parameters"
    {
        let known = library.and_then(|l| l.parameter(id.name));
        return if known.is_some_and(|p| p.unit == "share") {
            FieldUnit::Share
        } else {
            FieldUnit::Number
        };
    }
    let named: Vec<&str> = steps.iter().map(|s| s.name).filter(|n| *n != "value").collect();
    // Dollars per 100 $ of value, where other rates are shares.
    if named.ends_with(&["tax_base", "rate"]) {
        return FieldUnit::Number;
    }
    match named.last().copied().unwrap_or("") {
        "local_share" | "province_content" | "local_hiring" | "cap" | "trade_margin" | "transport_margin"
        | "origin" | "shares" | "profile" | "deadweight" | "displacement" | "substitution" | "reference"
        | "equalization_loss" | "rate" | "loss_share" | "unemployment" | "graduation" | "hired" => FieldUnit::Share,
        "investment" | "annual_wage" | "sales" | "base_sales" | "property_tax" | "amount" | "assessed_value"
        | "spending" => FieldUnit::Dollars,
        "start" | "end" | "price_year" | "year" | "first_year" | "early_closure" | "law_year" => FieldUnit::Year,
        _ => FieldUnit::Number,
    }
}

/// Writes a value in the unit of its field.
pub fn value(value: f64, unit: FieldUnit, lang: Lang) -> String {
    match unit {
        FieldUnit::Share => number::percent_with(value, places(value * 100.0, 1), lang),
        FieldUnit::Dollars => number::dollars(value, lang),
        FieldUnit::Year => format!("{value:.0}"),
        FieldUnit::Number => number::decimal(value, places(value, 4), lang),
    }
}

/// Returns a region's name; its code when it has none.
pub fn region_name(code: &str, lang: Lang, library: Option<&Library>) -> String {
    library
        .and_then(|l| l.territory(code))
        .map_or_else(|| code.to_owned(), |t| t.label.get(lang).to_owned())
}

/// Returns an industry's code with its short name; the code alone when it has none.
pub fn industry_name(code: &str, lang: Lang, library: Option<&Library>) -> String {
    let entry = library.and_then(|l| l.economy.industries.iter().find(|i| i.code == code));
    entry.map_or_else(|| code.to_owned(), |i| format!("{code}, {}", i.short.get(lang)))
}

/// Returns how many decimals a number needs, `most` at most.
pub fn places(value: f64, most: usize) -> usize {
    let whole = |p: &usize| {
        let scaled = value * 10_f64.powi(*p as i32);
        (scaled - scaled.round()).abs() < 1e-6
    };
    (0..most).find(whole).unwrap_or(most)
}

/// Splits a path at its dots, those inside brackets excepted: `phases[0].lines[equipment.33A].cap`.
fn steps(path: &str) -> Vec<Step<'_>> {
    let mut depth = 0_usize;
    let parts = path.split(|c: char| {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        c == '.' && depth == 0
    });
    parts
        .map(|part| match part.split_once('[') {
            Some((name, rest)) => Step {
                name,
                entry: Some(rest.strip_suffix(']').unwrap_or(rest)),
            },
            None => Step {
                name: part,
                entry: None,
            },
        })
        .collect()
}

fn parameter(id: &str, lang: Lang, library: Option<&Library>) -> String {
    let label = library.and_then(|l| l.parameter(id)).map(|p| p.label.get(lang));
    m::PARAMETER.fill(lang, &[("id", label.unwrap_or(id))])
}

fn step_words(step: &Step<'_>, lang: Lang) -> String {
    let counted = |message: Msg| -> Option<String> {
        let number = step.entry?.parse::<usize>().ok()?.saturating_add(1);
        Some(message.fill(lang, &[("number", &number.to_string())]))
    };
    let numbered = match step.name {
        "phases" => counted(m::PHASE),
        "claims" => counted(m::CLAIM),
        "facts" => counted(m::FACT),
        "benefits" => counted(m::BENEFIT),
        "support" => counted(m::SUPPORT),
        "programmes" => counted(labour::PROGRAMME_NUMBER),
        // Rows and columns of a pasted table count from 1.
        "members" => counted(g::MEMBER_NUMBER),
        "links" => counted(g::LINK_NUMBER),
        "rows" => step.entry.map(|n| m::ROW.fill(lang, &[("number", n)])),
        "columns" => step.entry.map(|n| m::COLUMN.fill(lang, &[("number", n)])),
        "lines" => counted(m::LINE_NUMBER).or_else(|| step.entry.map(|id| m::LINE_ID.fill(lang, &[("id", id)]))),
        _ => None,
    };
    if let Some(words) = numbered {
        return words;
    }
    let name = field(step.name).map_or(step.name, |f| f.get(lang));
    match step.entry {
        Some(entry) => format!("{name} [{entry}]"),
        None => name.to_owned(),
    }
}

fn field(name: &str) -> Option<Msg> {
    Some(match name {
        "version" => m::FIELD_VERSION,
        "name" => m::FIELD_NAME,
        "description" => m::FIELD_DESCRIPTION,
        "economy" => m::FIELD_ECONOMY,
        "fingerprint" => m::FIELD_FINGERPRINT,
        "region" => m::FIELD_REGION,
        "activity" => m::FIELD_ACTIVITY,
        "recipe" => m::FIELD_RECIPE,
        "model" => m::FIELD_MODEL,
        "delta" => m::FIELD_DELTA,
        "phases" => m::FIELD_PHASES,
        "id" => m::FIELD_ID,
        "start" => m::FIELD_START,
        "end" => m::FIELD_END,
        "price_year" => m::FIELD_PRICE_YEAR,
        "profile" => m::FIELD_PROFILE,
        "buyer" => g::FIELD_BUYER,
        "seller" => g::FIELD_SELLER,
        "line" => g::FIELD_LINE,
        "bought" => g::FIELD_BOUGHT,
        "phase" => g::FIELD_PHASE,
        "scenario" => g::FIELD_SCENARIO,
        "growth" => g::FIELD_GROWTH,
        "base_jobs" => g::FIELD_BASE_JOBS,
        "base_sales" => g::FIELD_BASE_SALES,
        "local_share" => m::FIELD_LOCAL_SHARE,
        "province_content" => m::FIELD_PROVINCE_CONTENT,
        "investment" => m::FIELD_INVESTMENT,
        "shares" => m::FIELD_SHARES,
        "site_workers" => m::FIELD_SITE_WORKERS,
        "jobs" => m::FIELD_JOBS,
        "annual_wage" => m::FIELD_ANNUAL_WAGE,
        "sales" => m::FIELD_SALES,
        "property_tax" => m::FIELD_PROPERTY_TAX,
        "local_hiring" => m::FIELD_LOCAL_HIRING,
        "law_year" => m::FIELD_LAW_YEAR,
        "households" => m::FIELD_HOUSEHOLDS,
        "support" => m::FIELD_SUPPORT,
        "early_closure" => m::FIELD_EARLY_CLOSURE,
        "additionality" => m::FIELD_ADDITIONALITY,
        "preset" => m::FIELD_PRESET,
        "deadweight" => m::FIELD_DEADWEIGHT,
        "displacement" => m::FIELD_DISPLACEMENT,
        "substitution" => m::FIELD_SUBSTITUTION,
        "reference" => m::FIELD_REFERENCE,
        "tax_base" => m::FIELD_TAX_BASE,
        "assessed_value" => m::FIELD_ASSESSED_VALUE,
        "equalization_loss" => m::FIELD_EQUALIZATION_LOSS,
        "labour" => labour::FIELD_LABOUR,
        "unemployment" => labour::FIELD_UNEMPLOYMENT,
        "seats" => labour::FIELD_SEATS,
        "graduation" => labour::FIELD_GRADUATION,
        "hired" => labour::FIELD_HIRED,
        "first_year" => labour::FIELD_FIRST_YEAR,
        "programme" => m::FIELD_PROGRAMME,
        "government" => m::FIELD_GOVERNMENT,
        "year" => m::FIELD_YEAR,
        "rate" => m::FIELD_RATE,
        "term" => m::FIELD_TERM,
        "moratorium" => m::FIELD_MORATORIUM,
        "loss_share" => m::FIELD_LOSS_SHARE,
        "spending" => m::FIELD_SPENDING,
        "years" => m::FIELD_YEARS,
        "industry" => m::FIELD_INDUSTRY,
        "amount" => m::FIELD_AMOUNT,
        "origin" => m::FIELD_ORIGIN,
        "cap" => m::FIELD_CAP,
        "trade_margin" => m::FIELD_TRADE_MARGIN,
        "transport_margin" => m::FIELD_TRANSPORT_MARGIN,
        "suppliers" => m::FIELD_SUPPLIERS,
        "sigma" => m::FIELD_SIGMA,
        "trade" => m::FIELD_TRADE,
        "intermediate_bundle" => m::FIELD_INTERMEDIATE_BUNDLE,
        "value_added_share" => m::FIELD_VALUE_ADDED_SHARE,
        "final_consumption" => m::FIELD_FINAL_CONSUMPTION,
        "employment" => m::FIELD_EMPLOYMENT,
        "labour_share" => m::FIELD_LABOUR_SHARE,
        "intermediate_flows" => m::FIELD_INTERMEDIATE_FLOWS,
        "gross_output" => m::FIELD_GROSS_OUTPUT,
        "value_added" => m::FIELD_VALUE_ADDED,
        "product_taxes" => m::FIELD_PRODUCT_TAXES,
        "compensation" => m::FIELD_COMPENSATION,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_becomes_words_and_keeps_its_path() {
        let fr = |p| place(p, Lang::Fr, None);
        assert_eq!(
            fr("phases[1].local_share"),
            "Phase 2, part locale des achats (phases[1].local_share)"
        );
        assert_eq!(
            fr("phases[0].kind.investment.value"),
            "Phase 1, investissement (phases[0].kind.investment.value)"
        );
        assert_eq!(
            fr("phases[0].lines[equipment.33A]"),
            "Phase 1, ligne de dépense «\u{a0}equipment.33A\u{a0}» (phases[0].lines[equipment.33A])"
        );
        assert_eq!(fr(""), "Tout le fichier");
        assert_eq!(fr("canada.ron"), "canada.ron");
    }

    #[test]
    fn values_are_written_in_the_unit_of_their_field() {
        assert_eq!(
            value(1.3, unit("phases[0].local_share.value", None), Lang::Fr),
            "130\u{a0}%"
        );
        assert_eq!(
            value(-5000.0, unit("phases[0].kind.investment.value", None), Lang::En),
            "\u{2212}$5,000"
        );
        assert_eq!(value(2300.0, unit("phases[0].end", None), Lang::Fr), "2300");
        assert_eq!(value(0.25, unit("model.delta", None), Lang::Fr), "0,25");
    }
}
