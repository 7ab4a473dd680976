//! The one function that changes the state.

use std::path::Path;

use super::action::{Action, Effect, Gesture, PathRequest};
use super::budget;
use super::compare::CompareAction;
use super::document::{Document, RefusedEdit};
use super::edit::Edit;
use super::files::{
    activate, ask_new, close, draft, open_bytes, open_path, open_preset, pick_save, position_of, save, saved, write,
};
use super::levers::find_levers;
use super::new_project::follow_name;
use super::recovery::{self, FileAction};
use super::state::{AppState, Dialog, MethodStudies, Notice, Page};
use super::trail::follow_money;
use super::{account, claims, compare, drop, export, export_sheet, followers, group, lines, refusals, view};
use crate::ids::Local;
use crate::problem::{Problem, What};
use crate::scenario::{Input, Scenario};
use crate::study;
use crate::text::messages::app as words;
use crate::text::{Lang, Msg, number};

/// Makes one action happen; what must happen outside is returned.
pub fn update(state: &mut AppState, action: Action) -> Vec<Effect> {
    let effects = act(state, action);
    account::follow(state);
    compare_methods(state);
    follow_money(state);
    compare::refresh(state);
    claims::refresh(state);
    find_levers(state);
    effects
}

/// Computes the document in front under each regional method, while the page that shows them is open.
fn compare_methods(state: &mut AppState) {
    if state.page != Page::Method {
        state.methods = None;
        return;
    }
    let document = &state.documents[state.active];
    let (id, revision) = (document.id, document.revision());
    if state
        .methods
        .as_ref()
        .is_some_and(|m| m.document == id && m.revision == revision)
    {
        return;
    }
    let methods = study::under_methods(document.scenario(), document.study(), &state.library, &state.cache);
    state.methods = Some(MethodStudies {
        document: id,
        revision,
        methods,
    });
}

fn act(state: &mut AppState, action: Action) -> Vec<Effect> {
    if !belongs_to_saving(&action) {
        state.close_once_saved = None;
        state.safety.saving_all = false;
    }
    match action {
        Action::Edit(edit, gesture) => edit_document(state, &edit, gesture),
        Action::EndGesture => state.documents[state.active].history.end_movement(),
        Action::CancelGesture(control) => cancel_movement(state, &control),
        Action::AddLine => lines::add_line(state),
        Action::Undo => travel(state, true),
        Action::Redo => travel(state, false),

        Action::New => ask_new(state),
        Action::Draft(action) => draft(state, action),
        Action::Open => return vec![Effect::PickOpen],
        Action::OpenPreset(k) => open_preset(state, k),
        Action::OpenPath(path) => return open_path(state, path),
        // A file asked for twice before it was read comes twice.
        Action::FileRead(path, _) if position_of(state, &path).is_some() => return open_path(state, path),
        Action::FileRead(path, bytes) => {
            drop::arrived(state, &path);
            let name = path.display().to_string();
            open_bytes(state, &name, &bytes, Some(path));
        }
        Action::Files(action) => return recovery::act(state, action),
        Action::Export(action) => return export::act(state, action),
        Action::Group(action) => return group::act(state, action),
        Action::Compare(action) => return compare::act(state, action),
        Action::Claim(action) => return claims::act(state, action),
        Action::Dropped(paths) => return drop::dropped(state, paths),
        Action::Save => return save(state, state.active),
        Action::SaveAs => return vec![pick_save(state, state.active)],
        Action::SaveTo(id, path) => return write(state, id, path),
        Action::SaveTyped(id, mut path) => {
            state.dialog = None;
            if path.extension().is_none() {
                path.set_extension("ron");
            }
            // Its own file is replaced by every save; any other only after a question.
            let own = state
                .documents
                .iter()
                .any(|d| d.id == id && d.path.as_deref() == Some(&*path));
            return if own {
                write(state, id, path)
            } else {
                vec![Effect::WriteNew(id, path)]
            };
        }
        Action::AskReplace(id, path) => state.dialog = Some(Dialog::Replace(id, path)),
        Action::Saved(id, path, revision) => return saved(state, id, path, revision),
        Action::AskPath(request) => state.dialog = Some(Dialog::Path(request)),
        Action::Activate(k) => activate(state, k),
        Action::Close(k) => {
            if state.documents.get(k).is_some_and(Document::is_modified) {
                state.dialog = Some(Dialog::Unsaved(k));
            } else {
                close(state, k);
            }
        }
        Action::SaveAndClose(k) => {
            state.dialog = None;
            activate(state, k);
            state.close_once_saved = state.documents.get(k).map(|d| d.id);
            return save(state, k);
        }
        Action::CloseAnyway(k) => {
            state.dialog = None;
            close(state, k);
        }
        Action::Quit => {
            if state.has_unsaved() {
                state.dialog = Some(Dialog::UnsavedAtQuit);
            } else {
                state.closing = true;
                return vec![Effect::Close];
            }
        }
        Action::QuitAnyway => {
            state.closing = true;
            return vec![Effect::Close];
        }

        Action::SetLang(lang) => {
            state.settings.lang = Some(lang);
            return vec![Effect::KeepSettings];
        }
        Action::SetTheme(theme) => {
            state.settings.theme = Some(theme);
            return vec![Effect::KeepSettings];
        }
        Action::ShowGhost(shown) => {
            state.settings.ghost = Some(shown);
            return vec![Effect::KeepSettings];
        }
        Action::StartHere => {
            let active = state.active;
            state.documents[active].start_here();
            state.notice = Some(Notice {
                text: Local::new(words::STARTED_HERE.fr, words::STARTED_HERE.en),
                alarming: false,
            });
        }
        Action::ShowPage(Page::Compare) => return compare::act(state, CompareAction::Show),
        Action::ShowPage(page) => {
            super::files::leave_draft(state);
            state.page = page;
        }
        Action::SetTerritory(territory) => state.territory = territory,
        Action::SetFinances(view) => state.finances = view,
        Action::SetTrail(view) => state.trail_view = view,
        Action::SetLevers(measure) => state.lever_measure = measure,
        Action::SetMoney(money) => state.money = money,
        Action::ShowPhase(k) => {
            state.phase = k.min(state.document().scenario().phases.len().saturating_sub(1));
            state.chosen.clear();
        }
        Action::View(action) => return view::act(state, action),
        Action::ToggleProblems => state.problems_open = !state.problems_open,
        Action::Choose(lines) => state.chosen = lines,
        Action::Paste(action) => return budget::act(state, action),
        Action::Dismiss => {
            let outside = match &state.dialog {
                Some(Dialog::Export(sheet)) => export_sheet::closing(sheet),
                _ => Vec::new(),
            };
            recovery::dismiss(state);
            return outside;
        }
        Action::ClearNotice => state.notice = None,
    }
    Vec::new()
}

/// Returns whether an action is a step on the way from the wish to save to the file written; any other one forgets that a document was to close then.
fn belongs_to_saving(action: &Action) -> bool {
    matches!(
        action,
        Action::SaveAndClose(_)
            | Action::SaveTo(..)
            | Action::SaveTyped(..)
            | Action::AskReplace(..)
            | Action::AskPath(PathRequest::Save(..))
            | Action::Files(
                FileAction::Failed(..)
                    | FileAction::NoBackup(_)
                    | FileAction::Changed(..)
                    | FileAction::Seen(..)
                    | FileAction::Overwrite(_)
                    | FileAction::SaveElsewhere(_)
                    | FileAction::RecentSeen(_)
                    | FileAction::List(_)
                    | FileAction::Listed(..)
                    | FileAction::SaveAllAndQuit
            )
            | Action::Saved(..)
    )
}

/// Changes the document in front, or leaves it as it was and keeps why.
pub(super) fn edit_document(state: &mut AppState, edit: &Edit, gesture: Gesture) {
    let lang_free_library = state.library.clone();
    let library = &*lang_free_library;
    let document = &mut state.documents[state.active];
    let control = edit.control();
    let movement = (gesture != Gesture::Once).then(|| control.clone());
    // While a control moves, each position is laid over the document as it was when the movement began: what it passes through leaves no trace.
    let start = movement
        .as_deref()
        .and_then(|m| document.history.before_movement(m))
        .cloned();
    if movement.is_some() && start.is_none() {
        document.moved_from = Some(document.study().clone());
    }
    let before = document.scenario().clone();
    let base = start.as_ref().unwrap_or(&before);
    let base_study = document.moved_from.as_ref().filter(|_| movement.is_some());
    let base_study = base_study.unwrap_or_else(|| document.study());
    let name = edit.step_name(base, base_study, library);
    let account_before = account::before(edit, base, base_study);
    let others_before = followers::before(edit, base_study);
    let mut next = edit.apply(base, base_study);
    // A file bears its project's name: that of a project which has one changes no more by itself.
    if document.path.is_none() {
        follow_name(base, &mut next, library);
    }
    document.lowered_share = None;
    if next == before {
        document.refused = None;
        return;
    }
    let mut result = document.replace(next.clone(), library, &mut state.cache);
    if edit.may_lower_share() {
        // A region or an activity that cannot reach the share asked for gets the most it can, and the user is told.
        for _ in 0..next.phases.len() {
            let Err(problems) = &result else { break };
            let Some(share) = lower_shares(&mut next, problems) else {
                break;
            };
            document.lowered_share = Some(share);
            result = document.replace(next.clone(), library, &mut state.cache);
        }
    }
    match result {
        Ok(()) => {
            document.refused = None;
            state.notice = None;
            match movement {
                // A movement that comes back to where it began is no step.
                Some(m) if start.as_ref() == Some(document.scenario()) => {
                    document.history.forget_movement(&m);
                }
                movement => document.history.record(name, &before, movement),
            }
            state.moved = others_before.and_then(|o| followers::change(document, o));
            // What is told already stays, with the account from before it; `account::follow` brings it up to date.
            if let Some(before) = account_before
                && !account::is_told(state.account.as_ref(), document, &before)
            {
                state.account = account::change(document, before, library, &mut state.cache);
            }
            let lowered = document.lowered_share;
            if let Some(share) = lowered {
                let say = |lang| words::SHARE_LOWERED.fill(lang, &[("share", &number::percent(share, lang))]);
                state.notice = Some(Notice {
                    text: Local::new(say(Lang::Fr), say(Lang::En)),
                    alarming: true,
                });
            }
        }
        Err(problems) => {
            document.lowered_share = None;
            if gesture == Gesture::Typing
                && let Some(before) = document.history.forget_movement(&control)
            {
                // It was computed before, so it can be computed again.
                let _ = document.replace(before, library, &mut state.cache);
            }
            document.refused = Some(RefusedEdit {
                control,
                value: edit.number(),
                lines: refusals::lines_of(edit),
                problems,
            });
            alarm(state, words::EDIT_REFUSED, &[]);
        }
    }
    let count = state.document().scenario().phases.len();
    state.phase = state.phase.min(count.saturating_sub(1));
}

/// Brings every unreachable local share down to its maximum, in whole thousandths; returns the lowest.
fn lower_shares(scenario: &mut Scenario, problems: &[Problem]) -> Option<f64> {
    let mut lowest: Option<f64> = None;
    for (k, phase) in scenario.phases.iter_mut().enumerate() {
        let place = format!("phases[{k}].local_share");
        for problem in problems.iter().filter(|p| p.place == place) {
            if let What::LocalShareUnreachable { maximum, .. } = problem.what {
                let share = (maximum * 1000.0).floor() / 1000.0;
                phase.local_share = Some(Input::user(share));
                lowest = Some(lowest.map_or(share, |l| l.min(share)));
            }
        }
    }
    lowest
}

/// Brings back the document from before the movement of a control.
fn cancel_movement(state: &mut AppState, control: &str) {
    let library = state.library.clone();
    let document = &mut state.documents[state.active];
    if document.refused.as_ref().is_some_and(|r| r.control == control) {
        document.refused = None;
        state.notice = None;
    }
    if let Some(before) = document.history.forget_movement(control) {
        document.lowered_share = None;
        // It was computed before, so it can be computed again.
        let _ = document.replace(before, &library, &mut state.cache);
    }
    let count = state.document().scenario().phases.len();
    state.phase = state.phase.min(count.saturating_sub(1));
}

fn travel(state: &mut AppState, back: bool) {
    let library = state.library.clone();
    let document = &mut state.documents[state.active];
    let current = document.scenario().clone();
    let name = if back {
        document.history.undo_name()
    } else {
        document.history.redo_name()
    };
    let name = name.cloned();
    let target = if back {
        document.history.undo(&current)
    } else {
        document.history.redo(&current)
    };
    let Some(mut target) = target else { return };
    // Which data a file was last saved with is no step of its user.
    target.economy = current.economy.clone();
    document.refused = None;
    document.lowered_share = None;
    // A state of the history was computed before, so it can be computed again; were it not, the document stays as it is.
    if document.replace(target, &library, &mut state.cache).is_err() {
        return;
    }
    if let Some(step) = name {
        let msg = if back { words::UNDONE } else { words::REDONE };
        let say = |lang| msg.fill(lang, &[("step", step.get(lang))]);
        state.notice = Some(Notice {
            text: Local::new(say(Lang::Fr), say(Lang::En)),
            alarming: false,
        });
    }
    let count = state.document().scenario().phases.len();
    state.phase = state.phase.min(count.saturating_sub(1));
}

pub(super) fn alarm(state: &mut AppState, msg: Msg, values: &[(&str, &str)]) {
    let text = Local::new(msg.fill(Lang::Fr, values), msg.fill(Lang::En, values));
    state.notice = Some(Notice { text, alarming: true });
}

pub(super) fn tell(state: &mut AppState, msg: Msg, path: &Path) {
    let path = path.display().to_string();
    let text = Local::new(
        msg.fill(Lang::Fr, &[("path", &path)]),
        msg.fill(Lang::En, &[("path", &path)]),
    );
    state.notice = Some(Notice { text, alarming: false });
}
