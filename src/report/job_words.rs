//! Sentences that count jobs, which hold for none, for one and for very many.

use super::overview::Scope;
use crate::study::PhaseStudy;
use crate::text::messages::{jobs as m, report as r};
use crate::text::{Lang, Msg, number};

/// The most jobs elsewhere for each one on site that still read well per hundred.
const PER_HUNDRED_UP_TO: f64 = 5.0;
/// The fewest jobs on site of which a hundred is no wild multiple.
const PER_HUNDRED_FROM: f64 = 20.0;

/// Writes so many jobs of a phase with their unit: `1 emploi permanent`, `121 années-emplois`.
pub(super) fn counted(phase: &PhaseStudy, jobs: &str, lang: Lang) -> String {
    let message = if phase.construction {
        m::COUNT_CONSTRUCTION
    } else {
        m::COUNT_PERMANENT
    };
    message.fill(lang, &[("count", jobs)])
}

/// Returns how many jobs those on site would support elsewhere: per hundred where there are enough of them, else as they are.
///
/// * `direct`, `others`: jobs on site, and all others of the territory.
/// * `place`: where the others are, as a sentence says it.
pub(super) fn beyond_the_site(direct: f64, others: f64, place: &str, lang: Lang) -> String {
    let written = [direct, others].map(|v| number::whole(v, lang));
    let [none_on_site, none_elsewhere] = written.each_ref().map(|text| number::shows_zero(text));
    let spoken_per_hundred = direct >= PER_HUNDRED_FROM && others <= PER_HUNDRED_UP_TO * direct;
    let (message, others): (Msg, String) = match (none_on_site, none_elsewhere) {
        (true, _) => (m::EFFECTS_FINDING_AWAY, written[1].clone()),
        (false, true) => (m::EFFECTS_FINDING_ALONE, written[1].clone()),
        _ if spoken_per_hundred => (m::EFFECTS_FINDING, number::whole(100.0 * others / direct, lang)),
        _ => (m::EFFECTS_FINDING_COUNTED, written[1].clone()),
    };
    message.fill(lang, &[("direct", &written[0]), ("others", &others), ("where", place)])
}

/// Returns how the jobs of a phase divide between the site, suppliers and what households buy.
///
/// * `written`: direct, indirect, induced and all jobs, as written.
pub(super) fn by_effect(scope: &Scope<'_>, phase: &PhaseStudy, written: &[String; 4]) -> String {
    let [direct, indirect, induced, total] = written;
    let message = match phase.construction {
        true => r::EFFECTS_FINDING_CONSTRUCTION,
        false if number::shows_zero(direct) => r::EFFECTS_FINDING_AWAY,
        false if direct == total => r::EFFECTS_FINDING_ALL,
        false => r::EFFECTS_FINDING,
    };
    scope.fill(
        message,
        &[
            ("direct", direct),
            ("indirect", indirect),
            ("induced", induced),
            ("total", total),
        ],
    )
}
