//! The sentence that a study proves, in the words a reader can repeat.

use super::words;
use crate::study::{Measure, PhaseStudy, Study, Territory};
use crate::text::messages::words as m;
use crate::text::{Lang, Msg, number};

/// Returns what a study finds about jobs, one sentence without a full stop; nothing for a study without phases.
pub fn sentence(study: &Study, lang: Lang) -> Option<String> {
    match (study.construction(), study.operation()) {
        (Some(c), Some(o)) => {
            let construction = part(study, c, [m::FINDING_CONSTRUCTION, m::FINDING_CONSTRUCTION_WHOLE], lang);
            let operation = part(study, o, [m::FINDING_OPERATION, m::FINDING_OPERATION_WHOLE], lang);
            Some(m::FINDING_BOTH.fill(lang, &[("construction", &construction), ("operation", &operation)]))
        }
        (Some(c), None) => Some(part(
            study,
            c,
            [m::FINDING_CONSTRUCTION, m::FINDING_CONSTRUCTION_WHOLE],
            lang,
        )),
        (None, Some(o)) => Some(part(
            study,
            o,
            [m::FINDING_OPERATION_ALONE, m::FINDING_OPERATION_ALONE_WHOLE],
            lang,
        )),
        (None, None) => None,
    }
}

/// Words one phase: the first message for a region inside a province, the second for a whole province.
fn part(study: &Study, phase: &PhaseStudy, messages: [Msg; 2], lang: Lang) -> String {
    let [split, whole] = messages;
    let jobs = |territory| number::whole(study.total(phase, Measure::Jobs, territory), lang);
    let message = if study.whole_province { whole } else { split };
    let values = [
        ("count", jobs(Territory::Province)),
        ("place", words::in_territory(Territory::Province, study, lang)),
        ("local", jobs(Territory::Study)),
        ("home", words::in_territory(Territory::Study, study, lang)),
    ];
    message.fill(lang, &values.each_ref().map(|(name, value)| (*name, value.as_str())))
}
