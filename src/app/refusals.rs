//! Why an edit was refused, in words; one of spending lines names the lines and what stands in their way.

use super::document::RefusedEdit;
use super::edit::Edit;
use super::lines::{Change, LinesEdit};
use super::state::AppState;
use crate::ids::LineId;
use crate::problem::{Problem, What};
use crate::report::places::{self, FieldUnit};
use crate::report::problems::sentence;
use crate::report::words as names;
use crate::study::{LineStudy, PhaseStudy};
use crate::text::Lang;
use crate::text::messages::lines as words;

/// The most lines that a sentence names.
const NAMED: usize = 3;

/// Returns the spending lines that an edit changes.
pub(super) fn lines_of(edit: &Edit) -> Vec<LineId> {
    match edit {
        Edit::LineAmount(_, id, _)
        | Edit::LineLocal(_, id, _)
        | Edit::LineTrade(_, id, _)
        | Edit::LineTransport(_, id, _)
        | Edit::LineCap(_, id, _)
        | Edit::ResetLine(_, id)
        | Edit::LineIndustry(_, id, _)
        | Edit::Lines(_, LinesEdit::Origin(id, ..)) => vec![id.clone()],
        Edit::Lines(_, LinesEdit::Each(ids, _)) => ids.clone(),
        _ => Vec::new(),
    }
}

/// Words why an edit was refused, and what to do.
pub fn reason(state: &AppState, refused: &RefusedEdit) -> String {
    let lang = state.lang();
    let Some(problem) = refused.problems.first() else {
        return String::new();
    };
    let said = phase_of(state, problem)
        .filter(|_| !refused.lines.is_empty())
        .and_then(|phase| of_lines(state, phase, refused, problem));
    said.unwrap_or_else(|| {
        let s = sentence(problem, lang, Some(&state.library));
        format!("{}. {}", s.what, s.remedy)
    })
}

/// Returns the change that takes away what stands in the way of a refused edit of lines, with its name; nothing where no single change does.
pub fn way_out(refused: &RefusedEdit) -> Option<(Change, crate::text::Msg)> {
    match refused.problems.first()?.what {
        What::LocalShareBelowFixed { .. } => Some((Change::FreeShare, words::FREE_SHARE)),
        What::ProvinceShareUnreachable { .. } => Some((Change::FreeContent, words::FREE_CONTENT)),
        _ => None,
    }
}

/// Returns the phase that a problem is in.
fn phase_of<'a>(state: &'a AppState, problem: &Problem) -> Option<&'a PhaseStudy> {
    let k = problem.place.strip_prefix("phases[")?.split(']').next()?;
    state.document().study().phases.get(k.parse::<usize>().ok()?)
}

fn of_lines(state: &AppState, phase: &PhaseStudy, refused: &RefusedEdit, problem: &Problem) -> Option<String> {
    let lang = state.lang();
    let (msg, asked, bound) = match problem.what {
        What::LocalShareBelowFixed { asked, minimum } => (words::SHARE_PASSED, asked, minimum),
        What::ProvinceShareUnreachable { asked, maximum } if asked > maximum => {
            (words::CONTENT_OUT_OF_REACH, asked, maximum)
        }
        What::ProvinceShareUnreachable { asked, maximum } => (words::CONTENT_PASSED, asked, maximum),
        _ => return None,
    };
    let percent = |v: f64| places::value(v, FieldUnit::Share, lang);
    let values = [
        ("asked", percent(asked)),
        ("bound", percent(bound)),
        ("lines", listed(&by_hand(phase, &refused.lines), state, lang)),
    ];
    Some(msg.fill(lang, &values.each_ref().map(|(n, v)| (*n, v.as_str()))))
}

/// Returns the lines that an edit sets by hand, then those that are so already; in each, the largest purchases first.
fn by_hand<'a>(phase: &'a PhaseStudy, touched: &[LineId]) -> Vec<&'a LineStudy> {
    let mut lines: Vec<&LineStudy> = phase
        .lines
        .iter()
        .filter(|l| l.amount > 0.0 && (l.fixed || touched.contains(&l.id)))
        .collect();
    lines.sort_by(|a, b| b.amount.total_cmp(&a.amount));
    lines.sort_by_key(|l| !touched.contains(&l.id));
    lines
}

/// Writes the names of lines: `« A », « B » et 2 autres`.
fn listed(lines: &[&LineStudy], state: &AppState, lang: Lang) -> String {
    let named = |l: &&LineStudy| words::QUOTED.fill(lang, &[("name", &names::line(l, lang, &state.library))]);
    let most = if lines.len() == NAMED + 1 { NAMED + 1 } else { NAMED };
    let mut parts: Vec<String> = lines.iter().take(most).map(named).collect();
    let left = lines.len() - parts.len();
    if left > 0 {
        parts.push(words::OTHERS.fill(lang, &[("count", &left.to_string())]));
    }
    match parts.split_last() {
        Some((last, rest)) if !rest.is_empty() => words::AND.fill(lang, &[("first", &rest.join(", ")), ("last", last)]),
        _ => parts.concat(),
    }
}
