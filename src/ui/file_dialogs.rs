//! Questions and messages about files: what was recovered, what could not be written, what changed on disk, what is open elsewhere.

use std::path::Path;

use egui::{Id, ScrollArea, Ui};

use super::dialogs::{text, title};
use super::table;
use crate::app::action::PathRequest;
use crate::app::conflicts::{Conflict, reason};
use crate::app::differences::Difference;
use crate::app::recovery::{Failure, Held, Recovered, Standing, rows};
use crate::app::{Action, AppState, DocumentId, ExportAction, FileAction, FileDialog, Tried};
use crate::report::chart::TableSpec;
use crate::report::places;
use crate::text::messages::export;
use crate::text::messages::recovery as words;
use crate::text::messages::ui as commands;
use crate::text::{Lang, Msg};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{Notice, NoticeTone, link, primary_button, problem_row, secondary_button};

/// How many differences are listed.
const LISTED: usize = 40;

/// Returns the width that a dialog needs.
pub(super) fn width(dialog: &FileDialog) -> f32 {
    match dialog {
        FileDialog::Conflict(_) | FileDialog::Recovered => 620.0,
        _ => 480.0,
    }
}

/// Shows a question or a message about files.
pub(super) fn show(ui: &mut Ui, state: &AppState, dialog: &FileDialog, actions: &mut Vec<Action>) {
    match dialog {
        FileDialog::Recovered => recovered(ui, state, actions),
        FileDialog::Discard(id) => discard(ui, state, *id, actions),
        FileDialog::Failed(id, path, failure) => failed(ui, state, *id, path, failure, actions),
        FileDialog::Conflict(conflict) => conflicting(ui, state, conflict, actions),
        FileDialog::Held(held) => open_elsewhere(ui, state, held, actions),
    }
}

/// Returns how long ago something happened, in words.
fn age(seconds: u64, lang: Lang) -> String {
    let (one, many, count): (Msg, Msg, u64) = match seconds {
        0..60 => return words::AGE_NOW.get(lang).to_owned(),
        60..3_600 => (words::AGE_MINUTE, words::AGE_MINUTES, seconds / 60),
        3_600..86_400 => (words::AGE_HOUR, words::AGE_HOURS, seconds / 3_600),
        _ => (words::AGE_DAY, words::AGE_DAYS, seconds / 86_400),
    };
    match count {
        1 => one.get(lang).to_owned(),
        n => many.fill(lang, &[("count", &n.to_string())]),
    }
}

fn ask(actions: &mut Vec<Action>, action: FileAction) {
    actions.push(Action::Files(action));
}

fn name_of(state: &AppState, id: DocumentId) -> String {
    let document = state.documents.iter().find(|d| d.id == id);
    document.map_or_else(String::new, |d| d.scenario().name.get(state.lang()).to_owned())
}

fn recovered(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, safety) = (state.lang(), &state.safety);
    let found: Vec<(usize, &Recovered)> = rows(state).collect();
    let heading = if found.is_empty() && safety.crash.is_some() {
        words::CRASH_TITLE
    } else if found.is_empty() {
        words::BROKEN_TITLE
    } else if found.len() == 1 {
        words::RECOVERED_TITLE_ONE
    } else {
        words::RECOVERED_TITLE
    };
    title(ui, heading.get(lang));
    if !found.is_empty() {
        let many = found.len() > 1;
        text(
            ui,
            if many {
                words::RECOVERED_MANY
            } else {
                words::RECOVERED_ONE
            }
            .get(lang),
        );
        ScrollArea::vertical().max_height(300.0).show(ui, |ui| {
            for (at, row) in &found {
                recovered_row(ui, state, *at, row, actions);
            }
        });
    }
    if let Some(path) = &safety.crash {
        notice(ui, NoticeTone::Information, words::CRASH_TEXT, path, lang);
    }
    for path in &safety.broken {
        notice(ui, NoticeTone::Warning, words::BROKEN_TEXT, path, lang);
    }
    let keep = match found.len() {
        0 => commands::UNDERSTOOD,
        1 => words::KEEP_ONE,
        _ => words::KEEP_ALL,
    };
    if primary_button(ui, keep.get(lang)).clicked() {
        actions.push(Action::Dismiss);
    }
}

fn notice(ui: &mut Ui, tone: NoticeTone, msg: Msg, path: &Path, lang: Lang) {
    let text = msg.fill(lang, &[("path", &path.display().to_string())]);
    Notice {
        tone,
        lead: "",
        text: &text,
        links: &[],
    }
    .show(ui);
}

fn recovered_row(ui: &mut Ui, state: &AppState, at: usize, row: &Recovered, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let Some(document) = state.documents.get(at) else {
        return;
    };
    let path = document
        .path
        .as_ref()
        .map(|p| p.display().to_string())
        .unwrap_or_default();
    let standing = match row.standing {
        _ if document.path.is_none() => words::NEVER_SAVED.get(lang).to_owned(),
        Standing::Changed => words::FILE_CHANGED.fill(lang, &[("path", &path)]),
        Standing::Gone => words::FILE_GONE.fill(lang, &[("path", &path)]),
        Standing::NeverSaved | Standing::AsOpened => words::AS_OPENED.fill(lang, &[("path", &path)]),
    };
    let when = words::RECOVERED_WHEN.fill(lang, &[("age", &age(row.age, lang))]);
    theme.card().inner_margin(10).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        let name = document.scenario().name.get(lang);
        ui.label(theme.rich(name, Type::Strong, theme.colours.text));
        ui.label(theme.rich(format!("{when} · {standing}"), Type::Small, theme.colours.text_muted));
        ui.push_id(("recovered", row.document), |ui| {
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = 16.0;
                if document.path.is_some()
                    && row.standing != Standing::Gone
                    && link(ui, words::COMPARE_FILE.get(lang)).clicked()
                {
                    ask(actions, FileAction::OpenBeside(row.document));
                }
                if link(ui, words::THROW_AWAY.get(lang)).clicked() {
                    ask(actions, FileAction::AskDiscard(row.document));
                }
            });
        });
    });
}

fn discard(ui: &mut Ui, state: &AppState, id: DocumentId, actions: &mut Vec<Action>) {
    let lang = state.lang();
    title(ui, &words::DISCARD_TITLE.fill(lang, &[("name", &name_of(state, id))]));
    text(ui, words::DISCARD_TEXT.get(lang));
    ui.horizontal_wrapped(|ui| {
        if secondary_button(ui, words::DISCARD.get(lang)).clicked() {
            ask(actions, FileAction::Discard(id));
        }
        if primary_button(ui, commands::CANCEL.get(lang)).clicked() {
            ask(actions, FileAction::ShowRecovered);
        }
    });
}

/// Returns what to do about a failure, for a document that could not be saved or a file that could not be opened.
fn remedy(failure: &Failure, saving: bool) -> Msg {
    match (failure, saving) {
        (Failure::ReadOnlyFile, true) => words::DO_READ_ONLY,
        (Failure::ReadOnlyPlace | Failure::Denied | Failure::MissingFolder, true) => words::DO_ELSEWHERE,
        (Failure::ReadOnlyFile | Failure::ReadOnlyPlace | Failure::Denied, false) => words::DO_RIGHTS,
        (Failure::Missing | Failure::MissingFolder, _) => words::DO_MISSING,
        (Failure::IsFolder, _) => words::DO_FOLDER,
        (Failure::Full, true) => words::DO_FULL,
        (Failure::TooLong, true) => words::DO_TOO_LONG,
        (Failure::BadName, true) => words::DO_BAD_NAME,
        (Failure::TooLong | Failure::BadName, false) => words::DO_MISSING,
        (Failure::Unreachable, true) => words::DO_UNREACHABLE,
        (Failure::Unreachable, false) => words::DO_RECONNECT,
        (Failure::Busy, true) => words::DO_BUSY,
        (Failure::Busy, false) => words::DO_BUSY_OPEN,
        (Failure::OpenHere | Failure::OpenElsewhere, _) => words::DO_ANOTHER_NAME,
        (Failure::Other(_), true) => words::DO_OTHER,
        (Failure::Full | Failure::Other(_), false) => words::DO_OTHER_OPEN,
    }
}

fn failed(
    ui: &mut Ui,
    state: &AppState,
    id: Option<DocumentId>,
    path: &Path,
    failure: &Failure,
    actions: &mut Vec<Action>,
) {
    let lang = state.lang();
    let heading = match id {
        Some(id) => words::NOT_SAVED_TITLE.fill(lang, &[("name", &name_of(state, id))]),
        None => {
            let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
            words::NOT_OPENED_TITLE.fill(lang, &[("name", &name)])
        }
    };
    title(ui, &heading);
    let why = reason(failure, lang);
    text(
        ui,
        &format!("{}\n{}", path.display(), crate::report::words::upper_first(&why)),
    );
    text(ui, remedy(failure, id.is_some()).get(lang));
    if id.is_some() {
        text(ui, words::NOTHING_LOST.get(lang));
    }
    ui.horizontal_wrapped(|ui| {
        match id {
            Some(id) => {
                if primary_button(ui, commands::SAVE_AS.get(lang)).clicked() {
                    ask(actions, FileAction::SaveElsewhere(id));
                }
                let again = !matches!(failure, Failure::IsFolder | Failure::TooLong | Failure::BadName);
                if again && secondary_button(ui, words::RETRY.get(lang)).clicked() {
                    actions.push(Action::SaveTo(id, path.to_path_buf()));
                }
            }
            None => {
                if primary_button(ui, words::RETRY.get(lang)).clicked() {
                    actions.push(Action::OpenPath(path.to_path_buf()));
                }
                let known = state.safety.recent.iter().any(|r| r.path == path);
                let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
                if known && secondary_button(ui, &words::FORGET.fill(lang, &[("name", &name)])).clicked() {
                    ask(actions, FileAction::Forget(path.to_path_buf()));
                    actions.push(Action::Dismiss);
                }
            }
        }
        if secondary_button(ui, commands::CANCEL.get(lang)).clicked() {
            actions.push(Action::Dismiss);
        }
    });
}

fn conflicting(ui: &mut Ui, state: &AppState, conflict: &Conflict, actions: &mut Vec<Action>) {
    let (lang, id) = (state.lang(), conflict.document);
    title(ui, &words::CONFLICT_TITLE.fill(lang, &[("name", &name_of(state, id))]));
    let what = if conflict.at_save {
        words::CONFLICT_AT_SAVE
    } else {
        words::CONFLICT_SEEN
    };
    text(ui, &format!("{}\n{}", conflict.path.display(), what.get(lang)));
    if conflict.disk.is_none() {
        text(ui, words::CONFLICT_BROKEN.get(lang));
    }
    let rows = difference_rows(state, &conflict.differences);
    if !rows.is_empty() {
        let heading = match rows.len() {
            1 => words::ONE_DIFFERENCE.get(lang).to_owned(),
            n => words::DIFFERENCES.fill(lang, &[("count", &n.to_string())]),
        };
        let theme = Theme::of(ui.ctx());
        ui.label(theme.rich(&heading, Type::Strong, theme.colours.text));
        let more = rows.len().saturating_sub(LISTED);
        let spec = TableSpec {
            alt: heading.clone(),
            title: heading,
            columns: [words::FIELD, words::HERE, words::THERE]
                .map(|m| m.get(lang).to_owned())
                .into(),
            rows: rows.into_iter().take(LISTED).collect(),
            styles: Vec::new(),
        };
        ScrollArea::vertical()
            .max_height(240.0)
            .id_salt("differences")
            .show(ui, |ui| table::show(ui, &spec));
        if more > 0 {
            text(ui, &words::MORE_DIFFERENCES.fill(lang, &[("count", &more.to_string())]));
        }
    }
    ui.horizontal_wrapped(|ui| {
        if primary_button(ui, commands::SAVE_AS.get(lang)).clicked() {
            ask(actions, FileAction::SaveElsewhere(id));
        }
        if secondary_button(ui, words::OVERWRITE.get(lang)).clicked() {
            ask(actions, FileAction::Overwrite(id));
        }
        if conflict.disk.is_some() {
            if secondary_button(ui, words::RELOAD.get(lang)).clicked() {
                ask(actions, FileAction::Reload(id));
            }
            if secondary_button(ui, words::OPEN_BOTH.get(lang)).clicked() {
                ask(actions, FileAction::OpenBeside(id));
            }
        }
        if secondary_button(ui, commands::CANCEL.get(lang)).clicked() {
            actions.push(Action::Dismiss);
        }
    });
}

/// Returns each difference in words: the field, what the document states, what its file states.
fn difference_rows(state: &AppState, differences: &[Difference]) -> Vec<Vec<String>> {
    let (lang, library) = (state.lang(), Some(&*state.library));
    // Where a number comes from goes with the number.
    let of_value = |d: &Difference| {
        let of = [".basis", ".source", ".note"]
            .iter()
            .find_map(|end| d.place.split(end).next().filter(|p| p.len() < d.place.len()));
        of.is_some_and(|of| differences.iter().any(|x| x.place == format!("{of}.value")))
    };
    differences
        .iter()
        .filter(|d| !of_value(d))
        .map(|d| {
            let unit = places::unit(&d.place, library);
            let said = |value: &Option<String>| match value {
                None => crate::text::number::NOTHING.to_owned(),
                Some(v) => match (v.parse::<f64>(), v.strip_prefix('"').and_then(|v| v.strip_suffix('"'))) {
                    (Ok(number), _) => places::value(number, unit, lang),
                    (_, Some(code)) if d.place == "region" => places::region_name(code, lang, library),
                    (_, Some(text)) => text.to_owned(),
                    _ => v.clone(),
                },
            };
            vec![places::words(&d.place, lang, library), said(&d.here), said(&d.there)]
        })
        .collect()
}

fn open_elsewhere(ui: &mut Ui, state: &AppState, held: &Held, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let name = held.path.file_name().unwrap_or(held.path.as_os_str()).to_string_lossy();
    title(ui, &words::HELD_TITLE.fill(lang, &[("name", &name)]));
    let since = age(held.age, lang);
    text(
        ui,
        &words::HELD_TEXT.fill(lang, &[("title", &held.title), ("age", &since)]),
    );
    ui.horizontal_wrapped(|ui| {
        if primary_button(ui, words::OPEN_COPY.get(lang)).clicked() {
            ask(actions, FileAction::OpenCopy);
        }
        if secondary_button(ui, words::OPEN_ANYWAY.get(lang)).clicked() {
            ask(actions, FileAction::OpenAnyway);
        }
        if secondary_button(ui, commands::CANCEL.get(lang)).clicked() {
            actions.push(Action::Dismiss);
        }
    });
}

/// Asks what becomes of the modified documents when the window closes.
pub(super) fn unsaved_at_quit(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let modified: Vec<_> = state.documents.iter().filter(|d| d.is_modified()).collect();
    let many = modified.len() > 1;
    title(ui, words::QUIT_TITLE.get(lang));
    text(ui, if many { words::QUIT_MANY } else { words::QUIT_ONE }.get(lang));
    ScrollArea::vertical().max_height(260.0).show(ui, |ui| {
        for document in &modified {
            let path = document.path.as_ref().map(|p| p.display().to_string());
            let place = path.unwrap_or_else(|| words::NEVER_SAVED.get(lang).to_owned());
            ui.scope(|ui| {
                ui.spacing_mut().item_spacing.y = 1.0;
                let name = document.scenario().name.get(lang);
                ui.label(theme.rich(name, Type::Strong, theme.colours.text));
                ui.label(theme.rich(place, Type::Small, theme.colours.text_muted));
            });
        }
    });
    ui.horizontal_wrapped(|ui| {
        let save = if many { words::SAVE_ALL } else { words::SAVE_AND_QUIT };
        if primary_button(ui, save.get(lang)).clicked() {
            ask(actions, FileAction::SaveAllAndQuit);
        }
        if secondary_button(ui, words::QUIT_UNSAVED.get(lang)).clicked() {
            actions.push(Action::QuitAnyway);
        }
        if secondary_button(ui, commands::CANCEL.get(lang)).clicked() {
            actions.push(Action::Dismiss);
        }
    });
}

/// Returns where the path being typed is kept; it is forgotten with its dialog, so that it never answers another question.
pub(super) fn typed_path() -> Id {
    Id::unique("typed path")
}

/// Lets a path be typed, with the names that begin so below it.
pub(super) fn path(ui: &mut Ui, state: &AppState, request: &PathRequest, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let folder = state.safety.folder.as_deref();
    let (heading, proposed) = match request {
        PathRequest::Open => (commands::PATH_OPEN, folder.map(|f| f.join("")).unwrap_or_default()),
        PathRequest::Save(_, name) => (
            commands::PATH_SAVE,
            folder.map_or_else(|| name.into(), |f| f.join(name)),
        ),
        PathRequest::Picture(file) => {
            let name = file.file_name();
            let proposed = folder.map_or_else(|| name.clone().into(), |f| f.join(&name));
            let tried = state.tried.as_ref().map(|tried| tried.path.clone());
            (export::EXPORT_PICTURE, tried.unwrap_or(proposed))
        }
    };
    title(ui, heading.get(lang));
    let picture = matches!(request, PathRequest::Picture(_));
    match state.tried.as_ref().filter(|_| picture) {
        None => text(ui, commands::PATH_TEXT.get(lang)),
        Some(Tried { why: None, .. }) => {}
        Some(Tried { path, why: Some(why) }) => {
            let failed = [("path", path.display().to_string()), ("reason", reason(why, lang))];
            let failed = export::PICTURE_FAILED.fill(lang, &failed.each_ref().map(|(n, v)| (*n, v.as_str())));
            let said = format!("{failed}. {}", remedy(why, true).get(lang));
            problem_row(ui, NoticeTone::Error, "", &said, &[]);
        }
    }
    let id = typed_path();
    let kept: Option<String> = ui.data(|d| d.get_temp(id));
    let opens = kept.is_none();
    let mut typed = kept.unwrap_or_else(|| proposed.to_string_lossy().into_owned());
    let label = ui.label(commands::PATH.get(lang));
    let mut output = egui::TextEdit::singleline(&mut typed)
        .desired_width(f32::INFINITY)
        .show(ui);
    let field = output.response.response.clone().labelled_by(label.id);
    let accepted = field.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter));
    let mut taken = None;
    let (listed, names) = &state.safety.listing;
    if *listed == typed && !names.is_empty() {
        ui.label(theme.rich(words::NAMES_BELOW.get(lang), Type::Caption, theme.colours.text_muted));
        ScrollArea::vertical().max_height(180.0).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            for entry in names {
                let said = if entry.folder {
                    words::FOLDER_NAME.fill(lang, &[("name", &entry.name)])
                } else {
                    entry.name.clone()
                };
                if ui.selectable_label(false, said).clicked() {
                    taken = Some(entry.typed.clone());
                }
            }
        });
    }
    if opens || taken.is_some() {
        typed = taken.unwrap_or(typed);
        // Typing goes on where the name ends.
        let end = egui::text::CCursor::new(typed.chars().count());
        output
            .state
            .cursor
            .set_char_range(Some(egui::text::CCursorRange::one(end)));
        output.state.clone().store(ui.ctx(), field.id);
        field.request_focus();
    }
    ui.data_mut(|d| d.insert_temp(id, typed.clone()));
    if state.safety.listing.0 != typed || opens {
        ask(actions, FileAction::List(typed.clone()));
    }
    ui.horizontal(|ui| {
        let clicked = primary_button(ui, commands::ACCEPT.get(lang)).clicked();
        if (clicked || accepted) && !typed.trim().is_empty() {
            ui.data_mut(|d| d.remove::<String>(id));
            actions.push(match request {
                PathRequest::Open => Action::OpenPath(typed.trim().into()),
                PathRequest::Save(document, _) => Action::SaveTyped(*document, typed.trim().into()),
                PathRequest::Picture(file) => Action::Export(ExportAction::Typed(file.clone(), typed.trim().into())),
            });
        }
        if secondary_button(ui, commands::CANCEL.get(lang)).clicked() {
            ui.data_mut(|d| d.remove::<String>(id));
            actions.push(Action::Dismiss);
        }
    });
}
