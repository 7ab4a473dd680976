//! A pasted budget, from the text read to the lines it becomes: what the user is shown and may correct before anything changes.

use super::action::{Action, Effect, Gesture};
use super::document::DocumentId;
use super::edit::Edit;
use super::lines::LinesEdit;
use super::paste::{self, Pasted, Why};
use super::state::{AppState, Dialog};
use super::update::edit_document;
use crate::data::library::Library;
use crate::data::purchases::{Proposal, industry_of_code, propose};
use crate::data::search::fold;
use crate::ids::{IndustryCode, LineId, Local};
use crate::problem::Problem;
use crate::report::words as names;
use crate::study::{LineStudy, PhaseStudy};
use crate::text::messages::editor as words;
use crate::text::{Lang, Msg};

/// The units that bare amounts may count in, in dollars.
pub const UNITS: [f64; 3] = [1.0, 1e3, 1e6];

/// What a pasted budget does to the lines there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BudgetMode {
    /// It takes the place of all lines.
    Replace,
    /// Each line takes the place of the one of the same name, or else of the same industry; the others stay.
    Merge,
    /// It comes on top of them.
    Add,
}

impl BudgetMode {
    /// The three in their fixed order.
    pub const ALL: [BudgetMode; 3] = [BudgetMode::Replace, BudgetMode::Merge, BudgetMode::Add];
}

/// A line of a budget about to be laid over a phase.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetLine {
    /// Its name; empty for that of its industry.
    pub name: String,
    /// Whether its name takes the place of the one its line had.
    pub renames: bool,
    /// Dollars of the budget's year.
    pub amount: f64,
    /// Its local share, where the budget says it.
    pub local: Option<f64>,
    /// The industry that sells it: its code, and its position.
    pub industry: Option<(IndustryCode, usize)>,
    /// Its note; empty for none.
    pub note: String,
    /// The line whose place it takes; nothing for a new one.
    pub target: Option<LineId>,
}

/// A pasted budget that the user looks at.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetDraft {
    /// The phase it is for.
    pub phase: usize,
    /// What was read.
    pub pasted: Pasted,
    /// What the user decides of each row.
    pub rows: Vec<Decision>,
    /// What it does to the lines there are.
    pub mode: BudgetMode,
    /// The unit of bare amounts, in dollars.
    pub unit: f64,
    /// The year of its dollars.
    pub year: i32,
    /// How that year is known.
    pub year_from: YearFrom,
    /// Why the document refused it, once it was tried.
    pub refused: Vec<Problem>,
}

/// How the year of a budget's dollars is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearFrom {
    /// Its header states it.
    Header,
    /// Nothing does: it is taken for that of the phase.
    Phase,
    /// Its header states this one, which the price index does not know: it is taken for that of the phase.
    Unknown(i32),
    /// The user said so.
    User,
}

/// What is decided of a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decision {
    /// Whether it becomes a line.
    pub kept: bool,
    /// The position of the industry that sells it.
    pub industry: Option<usize>,
    /// Whether the other reading of its amount counts.
    pub other: bool,
    /// The next industries that answer its name, where its words leave a doubt and nobody looked yet.
    pub doubt: Option<[Option<usize>; 2]>,
    /// Whether the other reading of its local share counts.
    pub local_other: bool,
    /// Whether its local share reads two ways and nobody looked yet.
    pub local_doubt: bool,
}

/// Something that the user does with a pasted budget.
#[derive(Clone, Debug, PartialEq)]
pub enum PasteAction {
    /// A text is pasted; an empty one asks for one.
    Read(String),
    /// A row becomes a line, or is left out.
    Keep(usize, bool),
    /// A row is bought from this industry.
    Industry(usize, usize),
    /// The amount of a row reads the other way.
    OtherReading(usize),
    /// The local share of a row is as it was read, or reads the other way.
    Share(usize, bool),
    /// What the budget does to the lines there are.
    Mode(BudgetMode),
    /// The unit of bare amounts, in dollars.
    Unit(f64),
    /// The year of its dollars.
    Year(i32),
    /// The budget is laid over the phase.
    Confirm,
}

/// What is told on the page after a budget was pasted, until the next change.
#[derive(Clone, Debug, PartialEq)]
pub struct BudgetNotice {
    /// The document.
    pub document: DocumentId,
    /// Its revision.
    pub revision: u64,
    /// What happened, in a few words.
    pub lead: Local,
    /// What became of the other lines.
    pub text: Local,
}

/// Writes a number of lines: `1 ligne`, `7 lignes`.
pub fn counted_lines(count: usize, lang: Lang) -> String {
    words::MANY_LINES.fill(lang, &[("count", &count.to_string())])
}

/// Makes a step of the pasting happen.
pub(super) fn act(state: &mut AppState, action: PasteAction) -> Vec<Effect> {
    if let PasteAction::Read(text) = action {
        let draft = draft(state, &text);
        state.dialog = Some(Dialog::Budget(Box::new(draft)));
        return Vec::new();
    }
    let Some(Dialog::Budget(draft)) = &mut state.dialog else {
        return Vec::new();
    };
    match action {
        PasteAction::Read(_) => {}
        PasteAction::Keep(k, kept) => {
            if let Some(row) = draft.rows.get_mut(k) {
                row.kept = kept;
            }
        }
        PasteAction::Industry(k, industry) => {
            if let Some(row) = draft
                .rows
                .get_mut(k)
                .filter(|_| industry < state.library.economy.industries.len())
            {
                row.industry = Some(industry);
                row.doubt = None;
            }
        }
        PasteAction::OtherReading(k) => {
            if let Some(row) = draft.rows.get_mut(k) {
                row.other = !row.other;
            }
        }
        PasteAction::Mode(mode) => draft.mode = mode,
        PasteAction::Unit(unit) if UNITS.contains(&unit) => draft.unit = unit,
        PasteAction::Unit(_) => {}
        PasteAction::Share(k, other) => {
            if let Some(row) = draft.rows.get_mut(k) {
                (row.local_other, row.local_doubt) = (other, false);
            }
        }
        PasteAction::Year(year) => (draft.year, draft.year_from) = (year, YearFrom::User),
        PasteAction::Confirm => confirm(state),
    }
    Vec::new()
}

/// The least and the most that a line of a budget can be, dollars: a number that also reads as one between them is that one.
const SENSIBLE: std::ops::RangeInclusive<f64> = 1e3..=1e11;

/// Returns what a number may be read as, in dollars: first as its language reads it, unless only the other reading makes sense.
fn readings(amount: f64, other: Option<f64>, has_unit: bool, unit: f64) -> (f64, Option<f64>) {
    let unit = if has_unit { 1.0 } else { unit };
    let (first, other) = (amount * unit, other.map(|o| o * unit));
    let sensible = |v: &f64| *v == 0.0 || SENSIBLE.contains(v);
    match (sensible(&first), other.filter(sensible)) {
        (true, other) => (first, other),
        (false, Some(other)) => (other, None),
        (false, None) => (first, None),
    }
}

fn draft(state: &AppState, text: &str) -> BudgetDraft {
    let library = &*state.library;
    let document = state.document();
    let is_code = |text: &str| library.economy.industry(text.trim().to_uppercase().as_str()).is_some();
    let pasted = if text.trim().is_empty() {
        Pasted::default()
    } else {
        paste::read(text, state.lang(), is_code)
    };
    let phase = document.study().phases.get(state.phase);
    let stated = document.scenario().phases.get(state.phase);
    let rows = pasted.rows.iter().map(|row| {
        let sure = |industry| Proposal {
            industry: Some(industry),
            ..Proposal::default()
        };
        let told = |text: &str| Some(propose(library, text)).filter(|p| *p != Proposal::default());
        let by_name = || {
            phase
                .and_then(|p| same_name(p, &row.name, library))
                .and_then(|l| l.industry)
        };
        let proposal = industry_of_code(library, &row.industry)
            .map(sure)
            .or_else(|| told(&row.industry))
            .or_else(|| by_name().map(sure))
            .or_else(|| told(&row.name))
            .unwrap_or_default();
        Decision {
            kept: true,
            industry: proposal.industry,
            other: false,
            doubt: proposal.doubtful.then_some(proposal.others),
            local_other: false,
            local_doubt: row.local_other.is_some(),
        }
    });
    let own_year = stated.map_or(library.economy.data_year, |p| p.price_year);
    let known = |year: &i32| library.price_index.factor(*year, library.economy.data_year).is_some();
    let mut draft = BudgetDraft {
        phase: state.phase,
        rows: rows.collect(),
        // The plant's own budget takes the place of the recipe: the safest against counting a purchase twice.
        mode: BudgetMode::Replace,
        unit: pasted.unit.unwrap_or(1.0),
        year: pasted.year.filter(known).unwrap_or(own_year),
        year_from: match pasted.year {
            Some(year) if known(&year) => YearFrom::Header,
            Some(year) => YearFrom::Unknown(year),
            None => YearFrom::Phase,
        },
        refused: Vec::new(),
        pasted,
    };
    if draft.pasted.unit.is_none() && draft.pasted.rows.iter().any(|r| !r.has_unit) {
        draft.unit = likely_unit(&draft, phase.map_or(0.0, |p| p.purchases));
    }
    draft
}

/// Returns the unit that brings the total of a budget nearest to the one there is, in proportion; dollars where there is none.
fn likely_unit(draft: &BudgetDraft, purchases: f64) -> f64 {
    let distance = |unit: f64| {
        let total: f64 = (0..draft.rows.len()).map(|k| draft.amount_in(k, unit)).sum();
        (total / purchases).ln().abs()
    };
    if purchases <= 0.0 {
        return 1.0;
    }
    let nearer = |a: &f64, b: &f64| distance(*a).total_cmp(&distance(*b));
    UNITS.into_iter().min_by(nearer).unwrap_or(1.0)
}

/// Returns the line of a phase that has this name in either language.
fn same_name<'a>(phase: &'a PhaseStudy, name: &str, library: &Library) -> Option<&'a LineStudy> {
    let wanted = fold(name.trim());
    if wanted.is_empty() {
        return None;
    }
    let called = |l: &&LineStudy| {
        Lang::ALL
            .iter()
            .any(|lang| fold(&names::line(l, *lang, library)) == wanted)
    };
    phase.lines.iter().find(called)
}

impl BudgetDraft {
    /// Returns the amount of a row as it counts, dollars of the budget's year.
    pub fn amount(&self, k: usize) -> f64 {
        self.amount_in(k, self.unit)
    }

    /// Returns the other amount that a row may be read as, dollars of the budget's year; nothing where one reading alone makes sense.
    pub fn other_amount(&self, k: usize) -> Option<f64> {
        let (row, decision) = (self.pasted.rows.get(k)?, self.rows.get(k)?);
        let (first, other) = self.readings(row.amount, row.other, row.has_unit);
        other.map(|other| if decision.other { first } else { other })
    }

    fn amount_in(&self, k: usize, unit: f64) -> f64 {
        let (Some(row), Some(decision)) = (self.pasted.rows.get(k), self.rows.get(k)) else {
            return 0.0;
        };
        let (first, other) = readings(row.amount, row.other, row.has_unit, unit);
        other.filter(|_| decision.other).unwrap_or(first)
    }

    /// Returns the amounts that a number may be read as, dollars of the budget's year.
    pub(super) fn readings(&self, amount: f64, other: Option<f64>, has_unit: bool) -> (f64, Option<f64>) {
        readings(amount, other, has_unit, self.unit)
    }

    /// Returns the local share of a row as it counts, of one.
    pub fn local(&self, k: usize) -> Option<f64> {
        let (row, decision) = (self.pasted.rows.get(k)?, self.rows.get(k)?);
        row.local_other.filter(|_| decision.local_other).or(row.local)
    }

    /// Returns whether someone should look at the local share of a row, which reads two ways.
    pub fn is_share_doubtful(&self, k: usize) -> bool {
        self.rows.get(k).is_some_and(|d| d.kept && d.local_doubt)
    }

    /// Returns the sum of the rows kept, dollars of the budget's year.
    pub fn total(&self) -> f64 {
        let kept = (0..self.rows.len()).filter(|k| self.is_kept(*k));
        kept.map(|k| self.amount(k)).sum()
    }

    fn is_kept(&self, k: usize) -> bool {
        self.rows.get(k).is_some_and(|d| d.kept)
    }

    /// Returns the number of rows kept.
    pub fn kept(&self) -> usize {
        self.rows.iter().filter(|d| d.kept).count()
    }

    /// Returns whether someone should look at the industry of a row: its words leave a doubt, or no word tells.
    pub fn is_doubtful(&self, k: usize) -> bool {
        self.rows.get(k).is_some_and(|d| d.kept && d.doubt.is_some())
    }

    /// Returns the number of rows that are left out, the names of the columns not counted.
    pub fn left_out(&self) -> usize {
        let never_read = self.pasted.left_out.iter().filter(|l| l.why != Why::Header);
        never_read.count() + self.rows.len() - self.kept()
    }

    /// Returns the line that each row takes the place of, in the order of the rows; nothing for a new line.
    pub fn targets(&self, phase: &PhaseStudy, library: &Library) -> Vec<Option<LineId>> {
        let mut taken: Vec<LineId> = Vec::new();
        let mut out = vec![None; self.rows.len()];
        if self.mode == BudgetMode::Add {
            return out;
        }
        // Names first: a line that a row names is not for another row of the same industry.
        let kept = || (0..self.rows.len()).filter(|k| self.is_kept(*k));
        for k in kept() {
            let line = self.pasted.rows.get(k).and_then(|r| same_name(phase, &r.name, library));
            if let Some(line) = line.filter(|l| !taken.contains(&l.id)) {
                taken.push(line.id.clone());
                out[k] = Some(line.id.clone());
            }
        }
        if self.mode == BudgetMode::Merge {
            for k in kept() {
                let industry = self.rows.get(k).and_then(|d| d.industry);
                let free = |l: &&&LineStudy| l.industry.is_some() && l.industry == industry && !taken.contains(&l.id);
                let lines = phase.lines_in_order();
                let line = lines.iter().find(free).filter(|_| out[k].is_none());
                if let Some(line) = line {
                    taken.push(line.id.clone());
                    out[k] = Some(line.id.clone());
                }
            }
        }
        out
    }

    /// Returns the rows kept that no industry sells yet, by position.
    pub fn without_industry(&self, phase: &PhaseStudy, library: &Library) -> Vec<usize> {
        let targets = self.targets(phase, library);
        let lacks = |k: &usize| {
            self.is_kept(*k) && targets.get(*k).is_none_or(Option::is_none) && self.rows[*k].industry.is_none()
        };
        (0..self.rows.len()).filter(lacks).collect()
    }

    /// Returns the purchases of the phase once the budget is laid over it, dollars of the budget's year.
    ///
    /// * `factor`: dollars of the data year in one dollar of the budget's year.
    pub fn total_after(&self, phase: &PhaseStudy, library: &Library, factor: f64) -> f64 {
        let now = phase.purchases / factor;
        let replaced: f64 = self
            .targets(phase, library)
            .iter()
            .flatten()
            .filter_map(|id| phase.lines.iter().find(|l| l.id == *id))
            .map(|l| l.amount / factor)
            .sum();
        match self.mode {
            BudgetMode::Replace => self.total(),
            BudgetMode::Merge => now - replaced + self.total(),
            BudgetMode::Add => now + self.total(),
        }
    }

    /// Returns the lines it becomes.
    fn lines(&self, phase: &PhaseStudy, library: &Library) -> Vec<BudgetLine> {
        let targets = self.targets(phase, library);
        let line = |k: usize| {
            let (row, decision) = (self.pasted.rows.get(k)?, self.rows.get(k)?);
            let target = targets.get(k).cloned().flatten();
            let industry = decision
                .industry
                .and_then(|i| Some((library.economy.industries.get(i)?, i)));
            let shown = target.as_ref().and_then(|id| phase.lines.iter().find(|l| l.id == *id));
            let same = shown.is_some_and(|l| same_name(phase, &row.name, library).is_some_and(|n| n.id == l.id));
            Some(BudgetLine {
                name: row.name.clone(),
                renames: !row.name.is_empty() && !same,
                amount: self.amount(k),
                local: self.local(k),
                industry: industry.map(|(entry, i)| (IndustryCode::new(&entry.code), i)),
                note: row.note.clone(),
                target,
            })
        };
        (0..self.rows.len())
            .filter(|k| self.is_kept(*k))
            .filter_map(line)
            .collect()
    }
}

/// Lays the budget over its phase as one step, and tells what became of the lines; it stays open where the document refuses it.
fn confirm(state: &mut AppState) {
    let Some(Dialog::Budget(draft)) = &state.dialog else {
        return;
    };
    let draft = (**draft).clone();
    let library = state.library.clone();
    let Some(phase) = state.document().study().phases.get(draft.phase) else {
        return;
    };
    if draft.kept() == 0 || !draft.without_industry(phase, &library).is_empty() {
        return;
    }
    let lines = draft.lines(phase, &library);
    let replaced = lines.iter().filter(|l| l.target.is_some()).count();
    let before = phase.lines.len();
    let count = lines.len();
    let edit = Edit::Lines(draft.phase, LinesEdit::Budget(lines, draft.mode, draft.year));
    edit_document(state, &edit, Gesture::Once);
    if let Some(refused) = &state.document().refused {
        let problems = refused.problems.clone();
        if let Some(Dialog::Budget(open)) = &mut state.dialog {
            open.refused = problems;
        }
        return;
    }
    state.dialog = None;
    state.chosen.clear();
    let say = |msg: Msg, values: &dyn Fn(Lang) -> Vec<(&'static str, String)>| {
        let fill = |lang| {
            let values = values(lang);
            let pairs: Vec<(&str, &str)> = values.iter().map(|(n, v)| (*n, v.as_str())).collect();
            msg.fill(lang, &pairs)
        };
        Local::new(fill(Lang::Fr), fill(Lang::En))
    };
    let (lead, text) = match draft.mode {
        BudgetMode::Replace => (words::PASTED_ALL, words::PASTED_ALL_REST),
        BudgetMode::Merge => (words::PASTED_SOME, words::PASTED_SOME_REST),
        BudgetMode::Add => (words::PASTED_MORE, words::PASTED_MORE_REST),
    };
    let values = |lang| {
        vec![
            ("lines", counted_lines(count, lang)),
            ("count", replaced.to_string()),
            ("before", before.to_string()),
            ("added", counted_lines(count - replaced, lang)),
            ("others", counted_lines(before.saturating_sub(replaced), lang)),
        ]
    };
    let left = draft.left_out();
    let mut text = say(text, &values);
    if left > 0 {
        let more = say(words::PASTED_LEFT, &|lang| vec![("rows", counted_rows(left, lang))]);
        text = Local::new(format!("{} {}", text.fr, more.fr), format!("{} {}", text.en, more.en));
    }
    state.budget_notice = Some(BudgetNotice {
        document: state.document().id,
        revision: state.document().revision(),
        lead: say(lead, &values),
        text,
    });
}

/// Writes a number of rows: `1 rangée`, `3 rangées`.
pub fn counted_rows(count: usize, lang: Lang) -> String {
    words::MANY_ROWS.fill(lang, &[("count", &count.to_string())])
}

/// Returns the action that reads a text pasted on the page.
pub fn pasted(text: impl Into<String>) -> Action {
    Action::Paste(PasteAction::Read(text.into()))
}
