//! Pictures written to files: which one, as what, where it goes and what came of it.

use std::path::PathBuf;

use super::action::{Effect, PathRequest};
use super::conflicts::reason;
use super::export_sheet::{self, Job, PreviewAsked, SheetAction};
use super::recovery::Failure;
use super::state::{AppState, Dialog, Notice};
use crate::ids::Local;
use crate::report::pictures::{NamedPicture, PictureKind};
use crate::text::Lang;
use crate::text::messages::{behaviour, export as words};

/// A picture as it was when its writing was asked for.
#[derive(Clone, Debug, PartialEq)]
pub struct PictureFile {
    /// What it shows, with its name.
    pub picture: NamedPicture,
    /// How it is written.
    pub kind: PictureKind,
    /// The name of its project.
    pub project: String,
    /// Its language.
    pub lang: Lang,
}

impl PictureFile {
    /// Returns the name proposed for its file.
    pub fn file_name(&self) -> String {
        format!("{}.{}", self.picture.name, self.kind.extension())
    }
}

/// What happens to pictures.
#[derive(Clone, Debug, PartialEq)]
pub enum ExportAction {
    /// A picture is to be written; where is asked first.
    Pick(Box<PictureFile>),
    /// No dialog could open: a path is typed.
    AskPath(Box<PictureFile>),
    /// A path was typed; what stands there is replaced only after a question.
    Typed(Box<PictureFile>, PathBuf),
    /// A file stands there.
    AskReplace(Box<PictureFile>, PathBuf),
    /// It is written there, whatever stands there: who chose the place was asked.
    To(Box<PictureFile>, PathBuf),
    /// A picture goes to the clipboard.
    Copy(Box<PictureFile>),
    /// It did not, for this reason.
    NotCopied(Failure),
    /// It was written.
    Written(PathBuf),
    /// It was not.
    Failed(Box<PictureFile>, PathBuf, Failure),
    /// Something happens on the sheet from which a project is exported.
    Sheet(SheetAction),
}

/// Where a picture was to go and why it did not, for the dialog that asks again.
#[derive(Clone, Debug, PartialEq)]
pub struct Tried {
    /// Where it was to go.
    pub path: PathBuf,
    /// Why it did not; nothing where its user thought better of it.
    pub why: Option<Failure>,
}

/// Asks again where a picture goes, with what was tried in the field.
pub(super) fn ask_again(state: &mut AppState, file: Box<PictureFile>, path: PathBuf, why: Option<Failure>) {
    state.tried = Some(Tried { path, why });
    state.dialog = Some(Dialog::Path(PathRequest::Picture(file)));
}

/// What pictures need from outside.
#[derive(Clone, Debug, PartialEq)]
pub enum ExportEffect {
    /// Let the user choose where to write it.
    Pick(Box<PictureFile>),
    /// Write it; when a file stands there, ask first unless it may be replaced.
    Write(Box<PictureFile>, PathBuf, bool),
    /// Draw it and put its pixels on the clipboard.
    Copy(Box<PictureFile>),
    /// Draw a picture of the sheet.
    Preview(PreviewAsked),
    /// Let the user choose a folder, beginning in this one.
    PickFolder(String),
    /// Write all that the sheet asks.
    WriteAll(Job),
    /// Stop that job, and take back what it wrote.
    Stop(u64),
    /// Show what a folder holds in the program of the system that does so.
    OpenFolder(PathBuf),
}

/// Does what an action on pictures asks.
pub(super) fn act(state: &mut AppState, action: ExportAction) -> Vec<Effect> {
    match action {
        ExportAction::Sheet(action) => return export_sheet::act(state, action),
        ExportAction::Pick(file) => return vec![Effect::Export(ExportEffect::Pick(file))],
        ExportAction::Copy(file) => return vec![Effect::Export(ExportEffect::Copy(file))],
        ExportAction::NotCopied(failure) => {
            let why = |lang| reason(&failure, lang);
            let say = |lang| behaviour::PICTURE_NOT_COPIED.fill(lang, &[("reason", &why(lang))]);
            tell(state, say, true);
        }
        ExportAction::AskPath(file) => {
            state.tried = None;
            state.dialog = Some(Dialog::Path(PathRequest::Picture(file)));
        }
        ExportAction::Typed(file, mut path) => {
            state.dialog = None;
            state.tried = None;
            if path.extension().is_none() {
                path.set_extension(file.kind.extension());
            }
            return vec![Effect::Export(ExportEffect::Write(file, path, false))];
        }
        ExportAction::AskReplace(file, path) => state.dialog = Some(Dialog::ReplacePicture(file, path)),
        ExportAction::To(file, path) => {
            state.dialog = None;
            return vec![Effect::Export(ExportEffect::Write(file, path, true))];
        }
        ExportAction::Written(path) => {
            let name = path.display().to_string();
            let say = |lang| words::PICTURE_WRITTEN.fill(lang, &[("path", &name)]);
            tell(state, say, false);
            state.safety.folder = path.parent().map(PathBuf::from).or(state.safety.folder.take());
        }
        ExportAction::Failed(file, path, failure) => ask_again(state, file, path, Some(failure)),
    }
    Vec::new()
}

fn tell(state: &mut AppState, say: impl Fn(Lang) -> String, alarming: bool) {
    state.notice = Some(Notice {
        text: Local::new(say(Lang::Fr), say(Lang::En)),
        alarming,
    });
}
