//! Questions and messages that hold the window.

use std::path::Path;

use egui::{Id, Modal, ScrollArea, Ui};

use super::file_dialogs;
use crate::app::action::Refusal;
use crate::app::{Action, AppState, Dialog, ExportAction};
use crate::report::problems::sentence;
use crate::text::Msg;
use crate::text::messages::{compare, export, ui as words};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{NoticeTone, primary_button, problem_row, secondary_button};

/// Shows the dialog that is open, if any.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let Some(dialog) = &state.dialog else { return };
    let theme = Theme::of(ui.ctx());
    let frame = theme.overlay().inner_margin(20);
    let response = Modal::new(Id::unique("dialog")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(match dialog {
            Dialog::Files(dialog) => file_dialogs::width(dialog),
            Dialog::Budget(_) => super::paste::width(ui),
            Dialog::Export(_) => super::export_sheet::width(ui),
            _ => 460.0,
        });
        ui.spacing_mut().item_spacing.y = 10.0;
        match dialog {
            Dialog::Unsaved(k) => unsaved(ui, state, *k, actions),
            Dialog::UnsavedAtQuit => file_dialogs::unsaved_at_quit(ui, state, actions),
            Dialog::Path(request) => file_dialogs::path(ui, state, request, actions),
            Dialog::Replace(id, path) => {
                let then = Action::SaveTo(*id, path.clone());
                replace(ui, state, path, words::REPLACE_TEXT, then, actions);
            }
            Dialog::ReplacePicture(file, path) => {
                let then = Action::Export(ExportAction::To(file.clone(), path.clone()));
                replace(ui, state, path, export::REPLACE_TEXT, then, actions);
            }
            Dialog::Refused(refusal) => refused(ui, state, std::slice::from_ref(refusal), actions),
            Dialog::RefusedFiles(all) => refused(ui, state, all, actions),
            Dialog::Files(dialog) => file_dialogs::show(ui, state, dialog, actions),
            Dialog::Budget(draft) => super::paste::show(ui, state, draft, actions),
            Dialog::Export(sheet) => super::export_sheet::show(ui, state, sheet, actions),
        }
    });
    if response.should_close() {
        ui.data_mut(|d| d.remove::<String>(file_dialogs::typed_path()));
        actions.push(Action::Dismiss);
    }
}

pub(super) fn title(ui: &mut Ui, text: &str) {
    let theme = Theme::of(ui.ctx());
    ui.label(theme.rich(text, Type::Title, theme.colours.text));
}

pub(super) fn text(ui: &mut Ui, text: &str) {
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

fn replace(ui: &mut Ui, state: &AppState, path: &Path, why: Msg, then: Action, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let name = path.display().to_string();
    title(ui, &words::REPLACE_TITLE.fill(lang, &[("name", &name)]));
    text(ui, why.get(lang));
    ui.horizontal(|ui| {
        if primary_button(ui, words::REPLACE.get(lang)).clicked() {
            actions.push(then);
        }
        if secondary_button(ui, words::CANCEL.get(lang)).clicked() {
            actions.push(Action::Dismiss);
        }
    });
}

fn refused(ui: &mut Ui, state: &AppState, refusals: &[Refusal], actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    match refusals {
        [one] => title(ui, &words::REFUSED_TITLE.fill(lang, &[("name", &one.name)])),
        all => title(
            ui,
            &compare::REFUSED_MANY.fill(lang, &[("count", &all.len().to_string())]),
        ),
    }
    ScrollArea::vertical().max_height(320.0).show(ui, |ui| {
        for refusal in refusals {
            if refusals.len() > 1 {
                ui.label(theme.rich(&refusal.name, Type::Strong, theme.colours.text));
            }
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
        }
    });
    text(ui, words::REFUSED_TEXT.get(lang));
    if primary_button(ui, words::UNDERSTOOD.get(lang)).clicked() {
        actions.push(Action::Dismiss);
    }
}
