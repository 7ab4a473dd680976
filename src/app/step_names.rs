//! Names of the steps that change a spending line or an assumption: they say which one, and its values where they are short.

use super::edit::Edit;
use crate::data::library::Library;
use crate::ids::{LineId, Local};
use crate::report::words as names;
use crate::study::{Assumption, AssumptionKind, LineKind, LineStudy, Study};
use crate::text::messages::{lines, steps};
use crate::text::{Lang, Msg, number};

/// Returns the name of an edit of one line or of one assumption; nothing for any other edit, or where the study has no such line or assumption.
pub(super) fn of(edit: &Edit, study: &Study, library: &Library) -> Option<Local> {
    let line = |k: &usize, id: &LineId| study.phases.get(*k)?.lines.iter().find(|l| l.id == *id);
    let plain = |msg: Msg, l: &LineStudy| fill(msg, &|lang| vec![("line", quoted(l, lang, library))]);
    Some(match edit {
        Edit::LineAmount(k, id, _) => plain(steps::LINE_AMOUNT, line(k, id)?),
        Edit::LineTrade(k, id, _) => plain(steps::LINE_TRADE, line(k, id)?),
        Edit::LineTransport(k, id, _) => plain(steps::LINE_TRANSPORT, line(k, id)?),
        Edit::LineCap(k, id, _) => plain(steps::LINE_CAP, line(k, id)?),
        Edit::LineIndustry(k, id, _) => plain(steps::LINE_INDUSTRY, line(k, id)?),
        Edit::ResetLine(k, id) => {
            let line = line(k, id)?;
            let msg = match line.kind {
                LineKind::Added => steps::REMOVE_LINE,
                _ => steps::RESET_LINE,
            };
            plain(msg, line)
        }
        Edit::LineLocal(k, id, share) => {
            let line = line(k, id)?;
            let to = share.unwrap_or(line.default_local);
            fill(steps::LINE_LOCAL, &|lang| {
                vec![
                    ("line", quoted(line, lang, library)),
                    ("from", number::percent(line.origin.study, lang)),
                    ("to", number::percent(to, lang)),
                ]
            })
        }
        Edit::Assumption(kind, value) => assumption(study, kind, *value)?,
        _ => return None,
    })
}

fn assumption(study: &Study, kind: &AssumptionKind, value: Option<f64>) -> Option<Local> {
    let now = study.assumptions.iter().find(|a| a.kind == *kind)?;
    let written = |value: f64, lang| names::assumption_value(&Assumption { value, ..now.clone() }, lang);
    let msg = match value {
        None => steps::RESET_ASSUMPTION,
        Some(v) if v == now.value => steps::CONFIRM_ASSUMPTION,
        Some(_) => steps::ASSUMPTION,
    };
    Some(fill(msg, &|lang| {
        vec![
            ("name", names::assumption_with_phase(study, now, lang)),
            ("from", written(now.value, lang)),
            ("to", written(value.unwrap_or(now.default), lang)),
        ]
    }))
}

fn quoted(line: &LineStudy, lang: Lang, library: &Library) -> String {
    lines::QUOTED.fill(lang, &[("name", &names::line(line, lang, library))])
}

fn fill(msg: Msg, values: &dyn Fn(Lang) -> Vec<(&'static str, String)>) -> Local {
    let say = |lang| {
        let values = values(lang);
        let pairs: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
        msg.fill(lang, &pairs)
    };
    Local::new(say(Lang::Fr), say(Lang::En))
}
