//! Which open projects are compared, what of them is explained, and the comparison itself, kept while its page shows.

use super::action::Effect;
use super::document::{Document, DocumentId};
use super::files::{new_id, open_preset, show_new};
use super::state::{AppState, Notice, Page};
use crate::ids::Local;
use crate::report::compare::{CompareScope, Side};
use crate::study::compare::{Against, Compared, Comparer, Comparison, Headline, MOST};
use crate::text::messages::compare as words;
use crate::text::{Lang, Msg};

/// What the page of comparison is asked to show.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CompareView {
    /// The projects, in the order of their letters.
    pub chosen: Vec<DocumentId>,
    /// The figure that is explained.
    pub headline: Headline,
    /// Which scenario the others are compared with.
    pub against: Against,
    /// Whether figures stand in a table rather than as bars.
    pub as_table: bool,
}

/// What can be asked of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub enum CompareAction {
    /// The page shows, with the project in front.
    Show,
    /// An open project joins.
    Add(DocumentId),
    /// A shipped scenario opens and joins.
    AddPreset(usize),
    /// A project leaves the comparison; it stays open.
    Remove(DocumentId),
    /// A project changes places with the one before it.
    MoveUp(DocumentId),
    /// A project changes places with the one after it.
    MoveDown(DocumentId),
    /// A copy of the project in front opens under the name of a variant.
    Duplicate,
    /// Another figure is explained.
    Explain(Headline),
    /// The others are compared with another scenario.
    Compare(Against),
    /// Figures stand in a table, or as bars.
    ShowTable(bool),
}

/// A comparison of open projects.
#[derive(Default)]
pub struct CompareState {
    /// What is asked for.
    pub view: CompareView,
    /// What it gives, while the page shows.
    pub found: Option<Comparison>,
    /// What it was made of: each project at its revision.
    made_of: Option<(Vec<(DocumentId, u64)>, Against)>,
    comparer: Comparer,
}

impl AppState {
    /// Returns the projects compared, in the order of their letters.
    pub fn compared(&self) -> Vec<&Document> {
        let chosen = self.compare.view.chosen.iter();
        chosen
            .filter_map(|id| self.documents.iter().find(|d| d.id == *id))
            .collect()
    }

    /// Returns whether a project is compared with another one: its slides then show the comparison too.
    pub fn is_compared(&self, id: DocumentId) -> bool {
        let all = self.compared();
        all.len() > 1 && all.iter().any(|d| d.id == id)
    }

    /// Returns the projects compared as reports take them.
    pub fn compared_sides(&self) -> Vec<Side<'_>> {
        let compared = self.compared().into_iter();
        compared
            .map(|document| {
                let compared = Compared {
                    scenario: document.scenario(),
                    study: document.study(),
                };
                Side::of(compared, &self.library)
            })
            .collect()
    }

    /// Returns what a report of the comparison is about; nothing while there is none.
    pub fn compare_scope<'a>(&'a self, sides: &'a [Side<'a>]) -> Option<CompareScope<'a>> {
        Some(CompareScope {
            sides,
            comparison: self.compare.found.as_ref()?,
            library: &self.library,
            headline: self.compare.view.headline,
            territory: self.territory,
            lang: self.lang(),
        })
    }
}

/// Does what is asked of a comparison.
pub(super) fn act(state: &mut AppState, action: CompareAction) -> Vec<Effect> {
    match action {
        CompareAction::Show => {
            super::files::leave_draft(state);
            state.page = Page::Compare;
            let front = state.document().id;
            // An example that nobody asked for and nobody touched is no choice.
            if state.compare.view.chosen.iter().all(|id| state.is_given(*id)) {
                // The projects that are open, the one in front among them.
                let open: Vec<DocumentId> = state.documents.iter().map(|d| d.id).collect();
                let others = open.iter().filter(|id| **id != front && !state.is_given(**id));
                let kept: Vec<DocumentId> = others.copied().take(MOST - 1).chain([front]).collect();
                state.compare.view.chosen = open.into_iter().filter(|id| kept.contains(id)).collect();
            } else {
                join(state, front);
            }
        }
        CompareAction::Add(id) => {
            state.given = state.given.filter(|given| *given != id);
            join(state, id);
        }
        CompareAction::AddPreset(k) => open_preset(state, k),
        CompareAction::Remove(id) => state.compare.view.chosen.retain(|c| *c != id),
        CompareAction::MoveUp(id) => exchange(state, id, true),
        CompareAction::MoveDown(id) => exchange(state, id, false),
        CompareAction::Duplicate => duplicate(state),
        CompareAction::Explain(headline) => state.compare.view.headline = headline,
        CompareAction::Compare(against) => state.compare.view.against = against,
        CompareAction::ShowTable(shown) => state.compare.view.as_table = shown,
    }
    Vec::new()
}

/// Adds a project to the comparison; a fifth one is refused with words.
pub(super) fn join(state: &mut AppState, id: DocumentId) {
    let Some(document) = state.documents.iter().find(|d| d.id == id) else {
        return;
    };
    let chosen = &state.compare.view.chosen;
    if chosen.contains(&id) {
        return;
    }
    if chosen.len() >= MOST {
        let name = document.scenario().name.clone();
        let say = |lang: Lang| words::COMPARISON_FULL.fill(lang, &[("name", name.get(lang))]);
        state.notice = Some(Notice {
            text: Local::new(say(Lang::Fr), say(Lang::En)),
            alarming: true,
        });
        return;
    }
    state.compare.view.chosen.push(id);
}

/// Adds a project that has just opened, while the page of comparison shows.
pub(super) fn join_opened(state: &mut AppState, id: DocumentId) {
    if state.page == Page::Compare {
        join(state, id);
    }
}

fn exchange(state: &mut AppState, id: DocumentId, up: bool) {
    let chosen = &mut state.compare.view.chosen;
    let Some(at) = chosen.iter().position(|c| *c == id) else {
        return;
    };
    let other = if up { at.checked_sub(1) } else { Some(at + 1) };
    if let Some(other) = other.filter(|o| *o < chosen.len()) {
        chosen.swap(at, other);
    }
}

/// Opens a copy of the project in front, without a file, under a name that no open project has.
fn duplicate(state: &mut AppState) {
    let front = state.document().id;
    // An example of which a variant is made is compared like any other.
    state.given = state.given.filter(|id| *id != front);
    let mut scenario = state.document().scenario().clone();
    let own = Local::new(
        original(&scenario.name.fr, Lang::Fr),
        original(&scenario.name.en, Lang::En),
    );
    let named = |msg: Msg, number: &str| {
        let fill = |lang: Lang| msg.fill(lang, &[("name", own.get(lang)), ("number", number)]);
        Local::new(fill(Lang::Fr), fill(Lang::En))
    };
    let taken = |name: &Local| state.documents.iter().any(|d| d.scenario().name == *name);
    let first = named(words::VARIANT, "");
    let numbered = (2..).map(|k: usize| named(words::VARIANT_NUMBERED, &k.to_string()));
    let Some(name) = std::iter::once(first).chain(numbered).find(|name| !taken(name)) else {
        return;
    };
    scenario.name = name;
    let id = new_id(state);
    let library = state.library.clone();
    if let Ok(mut document) = Document::open(id, scenario, None, &library, &mut state.cache) {
        // The window shows the copy where it showed the original.
        document.copy_of = Some(front);
        let phase = state.phase;
        join_opened(state, front);
        show_new(state, document);
        state.phase = phase;
        join_opened(state, id);
    }
}

/// Returns the name of what a variant is a variant of; any other name stays.
fn original(name: &str, lang: Lang) -> String {
    let numbered = words::VARIANT_NUMBERED.fill(lang, &[("name", ""), ("number", "{")]);
    let (before, after) = numbered.split_once('{').unwrap_or_default();
    let digits = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_digit());
    let of_numbered = name
        .rsplit_once(before)
        .filter(|(_, rest)| rest.strip_suffix(after).is_some_and(digits));
    let plain = words::VARIANT.fill(lang, &[("name", "")]);
    let of_plain = name.strip_suffix(plain.as_str());
    of_numbered.map(|(own, _)| own).or(of_plain).unwrap_or(name).to_owned()
}

/// Compares the projects chosen while the page shows: each movement of a slider in one of them is there at the next frame.
pub(super) fn refresh(state: &mut AppState) {
    let AppState { documents, compare, .. } = state;
    compare.view.chosen.retain(|id| documents.iter().any(|d| d.id == *id));
    if state.page != Page::Compare {
        compare.found = None;
        compare.made_of = None;
        // The models of the scenarios between two others are some megabytes each.
        compare.comparer = Comparer::default();
        return;
    }
    let compared: Vec<&Document> = compare
        .view
        .chosen
        .iter()
        .filter_map(|id| documents.iter().find(|d| d.id == *id))
        .collect();
    let made_of = (
        compared.iter().map(|d| (d.id, d.revision())).collect::<Vec<_>>(),
        compare.view.against,
    );
    if compare.made_of.as_ref() == Some(&made_of) {
        return;
    }
    let sides: Vec<Compared<'_>> = compared
        .iter()
        .map(|d| Compared {
            scenario: d.scenario(),
            study: d.study(),
        })
        .collect();
    compare.found = Some(compare.comparer.compare(&sides, compare.view.against, &state.library));
    compare.made_of = Some(made_of);
}
