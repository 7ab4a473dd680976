//! What can be changed in the spending lines of a phase, several at once too, and how it is made.

use super::action::Gesture;
use super::budget::{BudgetLine, BudgetMode, counted_lines};
use super::edit::{Edit, by_hand};
use super::state::{AppState, Page};
use super::update::edit_document;
use super::view::Wanted;
use crate::ids::{IndustryCode, LineId, Local};
use crate::scenario::{Input, LineEdit, Phase, Scenario};
use crate::study::{LineKind, LineStudy, PhaseStudy, Study, moved, usual_origin};
use crate::text::messages::{editor as words, levers as lever_words};
use crate::text::{Lang, Msg, number};

/// One of the four origins of a purchase, in their fixed order.
pub const ORIGINS: usize = 4;

/// A change to the spending lines of a phase.
#[derive(Clone, Debug, PartialEq)]
pub enum LinesEdit {
    /// One of the four origin shares of a line (its place in their fixed order, and its share); the three others share what is left as they did.
    Origin(LineId, usize, f64),
    /// The note of a line in this language; in both where it had none or the same in both.
    Note(LineId, Lang, String),
    /// How many firms of the region could supply a line; nothing where that is not known.
    Suppliers(LineId, Option<f64>),
    /// The order in which lines show.
    Order(Vec<LineId>),
    /// The lines are sorted, into this order.
    Sort(Vec<LineId>),
    /// The same changes to each of these lines.
    Each(Vec<LineId>, Vec<Change>),
    /// A pasted budget, in dollars of this year.
    Budget(Vec<BudgetLine>, BudgetMode, i32),
}

/// A change made to several lines at once.
#[derive(Clone, Debug, PartialEq)]
pub enum Change {
    /// Each has this amount, dollars of the data year as shown.
    Amount(f64),
    /// Each amount is multiplied.
    Times(f64),
    /// Each has this local share, or its cap where that is lower.
    Local(f64),
    /// Each has this note.
    Note(Lang, String),
    /// Lines of the user's own disappear; those of the recipe are set to 0 $, and can be reset.
    Clear,
    /// Each goes back to its default; lines of the user's own, which have none, stay.
    Reset,
    /// The local share of all purchases is no longer fixed: it is what the lines make it.
    FreeShare,
    /// The share made in the province is no longer fixed either.
    FreeContent,
}

impl LinesEdit {
    /// Returns a name for the control that makes this edit, the same while it moves.
    pub fn control(&self) -> String {
        match self {
            LinesEdit::Origin(id, which, _) => format!("origin.{which}.{id}"),
            LinesEdit::Note(id, ..) => format!("note.{id}"),
            LinesEdit::Suppliers(id, _) => format!("suppliers.{id}"),
            LinesEdit::Order(_) => "order".into(),
            LinesEdit::Sort(_) => "sort".into(),
            LinesEdit::Each(..) => "each".into(),
            LinesEdit::Budget(..) => "budget".into(),
        }
    }

    /// Returns the number that the edit carries, if it carries one.
    pub fn number(&self) -> Option<f64> {
        match self {
            LinesEdit::Origin(_, _, v) => Some(*v),
            LinesEdit::Suppliers(_, v) => *v,
            _ => None,
        }
    }

    /// Returns the name of the step in both languages.
    pub fn step_name(&self) -> Local {
        let say = |msg: Msg, values: &dyn Fn(Lang) -> Vec<(&'static str, String)>| {
            let in_lang = |lang| {
                let values = values(lang);
                let pairs: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
                msg.fill(lang, &pairs)
            };
            Local::new(in_lang(Lang::Fr), in_lang(Lang::En))
        };
        let counted = |msg: Msg, n: usize| say(msg, &|lang| vec![("count", counted_lines(n, lang))]);
        match self {
            LinesEdit::Origin(..) => say(words::STEP_ORIGIN, &|_| vec![]),
            LinesEdit::Note(..) => say(words::STEP_NOTE, &|_| vec![]),
            LinesEdit::Suppliers(..) => say(lever_words::STEP_SUPPLIERS, &|_| vec![]),
            LinesEdit::Order(_) => say(words::STEP_ORDER, &|_| vec![]),
            LinesEdit::Sort(_) => say(words::STEP_SORT, &|_| vec![]),
            LinesEdit::Each(ids, changes) => {
                let msg = match changes.as_slice() {
                    [Change::Amount(_) | Change::Times(_)] => words::STEP_EACH_AMOUNT,
                    [Change::Local(_)] => words::STEP_EACH_LOCAL,
                    [Change::Note(..)] => words::STEP_EACH_NOTE,
                    [Change::Clear] => words::STEP_EACH_CLEAR,
                    [Change::Reset] => words::STEP_EACH_RESET,
                    _ => words::STEP_EACH,
                };
                counted(msg, ids.len())
            }
            LinesEdit::Budget(lines, ..) => counted(words::STEP_BUDGET, lines.len()),
        }
    }

    /// Makes the change. Phases and lines that do not exist change nothing.
    pub fn apply(&self, s: &mut Scenario, k: usize, study: &Study) {
        let (Some(phase), Some(now)) = (s.phases.get_mut(k), study.phases.get(k)) else {
            return;
        };
        let line = |id: &LineId| now.lines.iter().find(|l| l.id == *id);
        match self {
            LinesEdit::Origin(id, which, share) => {
                if let (Some(l), Some(edit)) = (line(id), phase.line_mut(id.as_str())) {
                    edit.origin = Some(by_hand(set_share(l.origin.shares(), *which, *share)));
                }
            }
            LinesEdit::Note(id, lang, text) => {
                if line(id).is_some()
                    && let Some(edit) = phase.line_mut(id.as_str())
                {
                    edit.note = noted(edit.note.take(), *lang, text);
                }
            }
            LinesEdit::Suppliers(id, count) => {
                if line(id).is_some()
                    && let Some(edit) = phase.line_mut(id.as_str())
                {
                    edit.suppliers = *count;
                }
            }
            LinesEdit::Order(ids) | LinesEdit::Sort(ids) => phase.line_order = ids.clone(),
            LinesEdit::Each(ids, changes) => {
                for l in ids.iter().filter_map(line) {
                    for change in changes {
                        change.apply(phase, now, l, study.whole_province);
                    }
                }
            }
            LinesEdit::Budget(lines, mode, year) => set_budget(phase, now, study, lines, *mode, *year),
        }
        forget_empty(phase);
    }
}

impl Change {
    fn apply(&self, phase: &mut Phase, now: &PhaseStudy, line: &LineStudy, whole_province: bool) {
        let id = line.id.as_str();
        // In a budget of the user's own every line is theirs: none has a default to go back to.
        let own = line.kind == LineKind::Added || phase.own_budget;
        // Amounts show in dollars of the data year and are kept in those of the phase, or of the line's own year.
        let set_amount = |phase: &mut Phase, shown: f64| {
            if let Some(edit) = phase.line_mut(id) {
                edit.price_year = None;
                let factor = if now.price_factor > 0.0 { now.price_factor } else { 1.0 };
                edit.amount = Some(Input::user(shown / factor));
            }
        };
        match self {
            Change::Amount(v) => set_amount(phase, *v),
            Change::Times(v) => set_amount(phase, line.amount * v),
            Change::Local(share) => {
                let share = share.min(line.cap.max(0.0));
                if line.kind != LineKind::NonComparableImport
                    && let Some(edit) = phase.line_mut(id)
                {
                    edit.origin = Some(by_hand(moved(line.origin.shares(), share, whole_province)));
                }
            }
            Change::Note(lang, text) => {
                if let Some(edit) = phase.line_mut(id) {
                    edit.note = noted(edit.note.take(), *lang, text);
                }
            }
            Change::Clear if own => phase.lines.retain(|l| l.id != line.id),
            Change::Clear => set_amount(phase, 0.0),
            Change::FreeShare => phase.local_share = None,
            Change::FreeContent => phase.province_content = None,
            Change::Reset if own => {}
            Change::Reset => phase.lines.retain(|l| l.id != line.id),
        }
    }
}

/// Sets one of four shares that sum to 1; the others keep their proportions in what is left, and the last one takes it when they were all 0.
fn set_share(mut shares: [f64; ORIGINS], which: usize, share: f64) -> [f64; ORIGINS] {
    let Some(old) = shares.get(which).copied() else {
        return shares;
    };
    let (others, left) = (1.0 - old, 1.0 - share);
    for (k, s) in shares.iter_mut().enumerate() {
        *s = match (k == which, others > 1e-9) {
            (true, _) => share,
            (false, true) => *s * left / others,
            (false, false) => 0.0,
        };
    }
    if others <= 1e-9 {
        // Nothing says where the rest comes from: abroad, or other provinces where abroad is the share being set.
        let taker = if which == ORIGINS - 1 { ORIGINS - 2 } else { ORIGINS - 1 };
        if let Some(s) = shares.get_mut(taker) {
            *s = left;
        }
    }
    shares
}

/// Writes a note in one language, or in both where the other one says the same or nothing.
fn noted(note: Option<Local>, lang: Lang, text: &str) -> Option<Local> {
    let mut note = note.unwrap_or_default();
    if note.fr == note.en || note.is_empty() {
        note = Local::same(text);
    } else {
        match lang {
            Lang::Fr => note.fr = text.to_owned(),
            Lang::En => note.en = text.to_owned(),
        }
    }
    (!note.fr.trim().is_empty() || !note.en.trim().is_empty()).then_some(note)
}

/// Forgets edits that change nothing: their lines are default ones again. In a budget of the user's own each edit is a line, and stays.
fn forget_empty(phase: &mut Phase) {
    if !phase.own_budget {
        phase.lines.retain(|l| {
            *l != LineEdit {
                id: l.id.clone(),
                ..LineEdit::default()
            }
        });
    }
}

/// Lays a pasted budget over the lines of a phase.
fn set_budget(phase: &mut Phase, now: &PhaseStudy, study: &Study, lines: &[BudgetLine], mode: BudgetMode, year: i32) {
    let (kept, own_year) = (std::mem::take(&mut phase.lines), phase.price_year);
    if mode != BudgetMode::Replace {
        phase.lines.clone_from(&kept);
    } else {
        phase.own_budget = true;
        phase.line_order.clear();
        if lines.iter().any(|l| l.local.is_some()) {
            // The lines now say what is bought in the region: the share asked of the whole would contradict them.
            phase.local_share = None;
        }
    }
    let mut ids: Vec<LineId> = Vec::new();
    for row in lines {
        let target = row.target.clone().filter(|_| mode != BudgetMode::Add);
        let id = target.unwrap_or_else(|| free_id(phase, &kept));
        if let Some(before) = kept.iter().find(|l| l.id == id)
            && phase.line(id.as_str()).is_none()
        {
            phase.lines.push(before.clone());
        }
        let shown = now.lines.iter().find(|l| l.id == id);
        let Some(edit) = phase.line_mut(id.as_str()) else {
            continue;
        };
        edit.amount = Some(Input::user(row.amount));
        edit.price_year = (year != own_year).then_some(year);
        if let Some((code, _)) = &row.industry
            && (shown.is_none_or(|l| l.kind == LineKind::Added))
        {
            edit.industry = Some(code.clone());
        }
        if row.renames {
            edit.label = Some(Local::same(&row.name));
        }
        if !row.note.is_empty() {
            edit.note = Some(Local::same(&row.note));
        }
        if let Some(local) = row.local {
            let usual = match (shown, &row.industry) {
                (Some(l), _) => Some(l.origin.shares()),
                (None, Some((_, i))) => Some(usual_origin(study, now, *i)),
                (None, None) => None,
            };
            edit.origin = usual.map(|shares| by_hand(moved(shares, local, study.whole_province)));
        }
        ids.push(id);
    }
    if mode == BudgetMode::Replace {
        phase.line_order = ids;
    }
}

/// Returns an id that no line has, before or after.
fn free_id(phase: &Phase, kept: &[LineEdit]) -> LineId {
    let free = |id: &String| phase.line(id).is_none() && kept.iter().all(|l| l.id.as_str() != id);
    let id = (1..).map(|n| format!("u{n}")).find(free).unwrap_or_default();
    LineId::new(id)
}

/// The industry of a line just added, until its user chooses: the services that sell most different things.
const FIRST_INDUSTRY: &str = "5A";

/// Adds a line after the others of the phase shown, and shows it ready to be named. It has no amount yet: no result moves.
pub(super) fn add_line(state: &mut AppState) {
    let before = state.document().revision();
    let edit = Edit::AddLine(state.phase, IndustryCode::new(FIRST_INDUSTRY), 0.0);
    edit_document(state, &edit, Gesture::Once);
    if state.document().revision() != before {
        super::files::leave_draft(state);
        state.page = Page::Spending;
        state.view.wanted = Some(Wanted::AddedLine);
    }
}

/// Returns the ids of a phase's lines with one of them moved to another place among them.
pub fn moved_line(phase: &PhaseStudy, id: &LineId, to: usize) -> Vec<LineId> {
    let mut ids: Vec<LineId> = phase.lines_in_order().iter().map(|l| l.id.clone()).collect();
    if let Some(at) = ids.iter().position(|i| i == id) {
        let id = ids.remove(at);
        ids.insert(to.min(ids.len()), id);
    }
    ids
}

/// Writes a cell: on one line, and between quotes where a spreadsheet would take its first quote for theirs.
fn written(cell: &str) -> String {
    let cell = cell.replace(['\t', '\n', '\r'], " ");
    if cell.starts_with('"') {
        return format!("\"{}\"", cell.replace('"', "\"\""));
    }
    cell
}

/// A column that lines are sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SortBy {
    /// Names, A to Z.
    Name,
    /// Amounts, largest first.
    Amount,
    /// Local shares, largest first.
    Local,
}

/// Returns the ids of a phase's lines sorted by a column; the other way round when they are sorted so already.
pub fn sorted(phase: &PhaseStudy, by: SortBy, name: impl Fn(&LineStudy) -> String) -> Vec<LineId> {
    let now = phase.lines_in_order();
    let mut lines = now.clone();
    // Accents do not part words in the alphabet.
    let key = |l: &LineStudy| crate::data::search::fold(&name(l));
    match by {
        SortBy::Name => lines.sort_by_cached_key(|l| key(l)),
        SortBy::Amount => lines.sort_by(|a, b| b.amount.total_cmp(&a.amount)),
        SortBy::Local => lines.sort_by(|a, b| b.origin.study.total_cmp(&a.origin.study)),
    }
    let ids = |lines: &[&LineStudy]| lines.iter().map(|l| l.id.clone()).collect::<Vec<_>>();
    if ids(&lines) == ids(&now) {
        lines.reverse();
    }
    ids(&lines)
}

/// Writes the lines of a phase as a table for a spreadsheet: tabs between columns, numbers as the language writes them, amounts in dollars of the data
/// year. It reads back as the same budget.
pub fn tab_separated(study: &Study, phase: &PhaseStudy, library: &crate::study::Library, lang: Lang) -> String {
    let year = study.data_year.to_string();
    let amount = words::COPY_AMOUNT.fill(lang, &[("year", &year)]);
    let head = [
        words::COPY_NAME.get(lang),
        words::COPY_INDUSTRY.get(lang),
        &amount,
        words::COPY_LOCAL.get(lang),
        words::COPY_NOTE.get(lang),
    ];
    let mut out = head.join("\t");
    for l in phase.lines_in_order() {
        let code = l.industry.and_then(|i| library.economy.industries.get(i));
        let note = l.note.as_ref().map_or("", |n| n.get(lang));
        let cells = [
            crate::report::words::line(l, lang, library),
            code.map_or_else(String::new, |i| i.code.clone()),
            number::decimal(l.amount, 2, lang),
            number::percent_with(l.origin.study, 2, lang),
            note.to_owned(),
        ];
        out.push('\n');
        out.push_str(&cells.map(|c| written(&c)).join("\t"));
    }
    out
}
