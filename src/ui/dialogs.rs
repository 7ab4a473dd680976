//! Questions and messages that hold the window.

use std::path::Path;

use egui::{Id, Modal, ScrollArea, TextEdit, Ui};

use crate::app::action::{PathRequest, Refusal};
use crate::app::{Action, AppState, Dialog, DocumentId};
use crate::report::problems::sentence;
use crate::text::messages::ui as words;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{NoticeTone, primary_button, problem_row, secondary_button};

/// Shows the dialog that is open, if any.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let Some(dialog) = &state.dialog else { return };
    let theme = Theme::of(ui.ctx());
    let frame = theme.overlay().inner_margin(20);
    let response = Modal::new(Id::unique("dialog")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(match dialog {
            Dialog::Budget(_) => super::paste::width(ui),
            _ => 460.0,
        });
        ui.spacing_mut().item_spacing.y = 10.0;
        match dialog {
            Dialog::Unsaved(k) => unsaved(ui, state, *k, actions),
            Dialog::UnsavedAtQuit => unsaved_at_quit(ui, state, actions),
            Dialog::Path(request) => path(ui, state, request, actions),
            Dialog::Replace(id, path) => replace(ui, state, *id, path, actions),
            Dialog::Refused(refusal) => refused(ui, state, refusal, actions),
            Dialog::Budget(draft) => super::paste::show(ui, state, draft, actions),
        }
    });
    if response.should_close() {
        ui.data_mut(|d| d.remove::<String>(typed_path()));
        actions.push(Action::Dismiss);
    }
}

fn title(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui.ctx());
    ui.label(theme.rich(text, Type::Title, theme.colours.text));
}

fn text(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui.ctx());
    ui.label(theme.rich(text, Type::Body, theme.colours.text_secondary));
}

fn unsaved(ui: &mut Ui, state: &AppState, k: usize, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let name = state.documents.get(k).map_or("", |d| d.scenario().name.get(lang));
    title(ui, &words::UNSAVED_TITLE.fill(lang, &[("name", name)]));
    text(ui, words::UNSAVED_TEXT.get(lang));
    ui.horizontal(|ui| {
        if primary_button(ui, words::SAVE.get(lang)).clicked() {
            actions.push(Action::SaveAndClose(k));
        }
        if secondary_button(ui, words::DONT_SAVE.get(lang)).clicked() {
            actions.push(Action::CloseAnyway(k));
        }
        if secondary_button(ui, words::CANCEL.get(lang)).clicked() {
            actions.push(Action::Dismiss);
        }
    });
}

fn unsaved_at_quit(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let modified: Vec<usize> = (0..state.documents.len())
        .filter(|k| state.documents[*k].is_modified())
        .collect();
    let names: Vec<&str> = modified
        .iter()
        .map(|k| state.documents[*k].scenario().name.get(lang))
        .collect();
    title(ui, words::QUIT_TITLE.get(lang));
    text(ui, &words::QUIT_TEXT.fill(lang, &[("names", &names.join(", "))]));
    ui.horizontal(|ui| {
        if primary_button(ui, words::REVIEW.get(lang)).clicked() {
            actions.push(Action::Dismiss);
            actions.extend(modified.first().map(|k| Action::Activate(*k)));
        }
        if secondary_button(ui, words::DONT_SAVE.get(lang)).clicked() {
            actions.push(Action::QuitAnyway);
        }
        if secondary_button(ui, words::CANCEL.get(lang)).clicked() {
            actions.push(Action::Dismiss);
        }
    });
}

/// Returns where the path being typed is kept; it is forgotten with its dialog, so that it never answers another question.
fn typed_path() -> Id {
    Id::unique("typed path")
}

fn path(ui: &mut Ui, state: &AppState, request: &PathRequest, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let (heading, proposed) = match request {
        PathRequest::Open => (words::PATH_OPEN, String::new()),
        PathRequest::Save(_, name) => (words::PATH_SAVE, name.clone()),
    };
    title(ui, heading.get(lang));
    text(ui, words::PATH_TEXT.get(lang));
    let id = typed_path();
    let kept: Option<String> = ui.data(|d| d.get_temp(id));
    let opens = kept.is_none();
    let mut typed = kept.unwrap_or(proposed);
    let label = ui.label(words::PATH.get(lang));
    let field = ui
        .add(TextEdit::singleline(&mut typed).desired_width(f32::INFINITY))
        .labelled_by(label.id);
    if opens {
        field.request_focus();
    }
    let accepted = field.lost_focus() && ui.input(|i| i.key_pressed(egui::Key::Enter));
    ui.data_mut(|d| d.insert_temp(id, typed.clone()));
    ui.horizontal(|ui| {
        let clicked = primary_button(ui, words::ACCEPT.get(lang)).clicked();
        if (clicked || accepted) && !typed.trim().is_empty() {
            ui.data_mut(|d| d.remove::<String>(id));
            actions.push(match request {
                PathRequest::Open => Action::OpenPath(typed.trim().into()),
                PathRequest::Save(document, _) => Action::SaveTyped(*document, typed.trim().into()),
            });
        }
        if secondary_button(ui, words::CANCEL.get(lang)).clicked() {
            ui.data_mut(|d| d.remove::<String>(id));
            actions.push(Action::Dismiss);
        }
    });
}

fn replace(ui: &mut Ui, state: &AppState, id: DocumentId, path: &Path, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let name = path.display().to_string();
    title(ui, &words::REPLACE_TITLE.fill(lang, &[("name", &name)]));
    text(ui, words::REPLACE_TEXT.get(lang));
    ui.horizontal(|ui| {
        if primary_button(ui, words::REPLACE.get(lang)).clicked() {
            actions.push(Action::SaveTo(id, path.to_path_buf()));
        }
        if secondary_button(ui, words::CANCEL.get(lang)).clicked() {
            actions.push(Action::Dismiss);
        }
    });
}

fn refused(ui: &mut Ui, state: &AppState, refusal: &Refusal, actions: &mut Vec<Action>) {
    let lang = state.lang();
    title(ui, &words::REFUSED_TITLE.fill(lang, &[("name", &refusal.name)]));
    ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
        for problem in &refusal.problems {
            let s = sentence(problem, lang, Some(&state.library));
            problem_row(
                ui,
                NoticeTone::Error,
                &s.place,
                &format!("{}. {}", s.what, s.remedy),
                &[],
            );
        }
    });
    text(ui, words::REFUSED_TEXT.get(lang));
    if primary_button(ui, words::UNDERSTOOD.get(lang)).clicked() {
        actions.push(Action::Dismiss);
    }
}
