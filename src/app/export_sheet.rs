//! The sheet from which a project is exported: what is written, in which languages, where, how far it has come.

use std::path::PathBuf;
use std::sync::Arc;

use super::action::Effect;
use super::conflicts::reason;
use super::document::DocumentId;
use super::export::ExportEffect;
use super::files::file_stem;
use super::recovery::Failure;
use super::state::{AppState, Dialog};
use crate::report::pictures::PictureKind;
use crate::report::wanted::Wanted;
use crate::text::Lang;

/// The sheet as the user sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportSheet {
    /// The project exported.
    pub document: DocumentId,
    /// What is to be written.
    pub wanted: Wanted,
    /// The folder in which the folder of the project will stand, as typed.
    pub folder: String,
    /// The picture previewed, counted round from the first.
    pub at: usize,
    /// What it looks like, as last drawn.
    pub preview: Option<Preview>,
    /// How far it has come.
    pub stage: Stage,
    /// Whether no program of the system would open the folder written.
    pub unopened: bool,
    /// Tells the export under way apart from those before.
    pub job: u64,
}

/// How far an export has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Stage {
    /// It is being chosen.
    Choosing,
    /// These files stand there already.
    Exist(Vec<PathBuf>),
    /// It is being written: files made, of how many; none known at first.
    Writing(usize, usize),
    /// So many files stand in this folder.
    Written(usize, PathBuf),
    /// It was not written, for this reason, at this file where it is known.
    Failed(Option<PathBuf>, Failure),
}

/// Which picture is to be previewed.
#[derive(Clone, Debug, PartialEq)]
pub struct PreviewAsked {
    /// The project.
    pub document: DocumentId,
    /// As what it would be written.
    pub wanted: Wanted,
    /// Its language.
    pub lang: Lang,
    /// Which one, counted round from the first.
    pub at: usize,
}

/// A picture as pixels.
#[derive(Clone, Debug, PartialEq)]
pub struct Preview {
    /// What it answers.
    pub asked: PreviewAsked,
    /// Pixels in a row, and rows.
    pub size: (usize, usize),
    /// Red, green, blue and alpha of each pixel; colours are already multiplied by alpha.
    pub rgba: Arc<[u8]>,
    /// Its place among all pictures, from 0, and their number.
    pub place: (usize, usize),
}

/// An export to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// Tells it apart from those before.
    pub id: u64,
    /// The project.
    pub document: DocumentId,
    /// What is to be written.
    pub wanted: Wanted,
    /// Where the folder of the project will stand.
    pub folder: PathBuf,
    /// The name of that folder, and of files.
    pub stem: String,
    /// Whether files that stand there may be replaced.
    pub replace: bool,
}

/// What happens on the sheet.
#[derive(Clone, Debug, PartialEq)]
pub enum SheetAction {
    /// It opens on the project in front.
    Open,
    /// Something else is to be written.
    Want(Wanted),
    /// Another picture is previewed.
    Show(usize),
    /// Another folder was typed or chosen.
    Folder(String),
    /// A folder is chosen in a dialog of the system.
    PickFolder,
    /// No such dialog could open: the field takes the path.
    NoPicker,
    /// All is written; whether files that stand there are replaced.
    Write(bool),
    /// What is being written stops, and what was written goes.
    Stop,
    /// A preview was drawn.
    Previewed(Preview),
    /// So many files are made, of how many.
    Progress(u64, usize, usize),
    /// A job ended so; nothing when it was stopped.
    Ended(u64, Option<Stage>),
    /// The folder written is shown in the program of the system that does so.
    OpenFolder,
    /// There is no such program.
    NotOpened,
}

/// Returns what the sheet proposes first: slides are shown in the language of the window.
fn proposed(lang: Lang) -> Wanted {
    Wanted {
        langs: vec![lang],
        charts: vec![PictureKind::Png],
        ..Wanted::default()
    }
}

/// Does what an action on the sheet asks.
pub(super) fn act(state: &mut AppState, action: SheetAction) -> Vec<Effect> {
    if action == SheetAction::Open {
        let sheet = open(state);
        let asked = preview_of(&sheet);
        state.dialog = Some(Dialog::Export(Box::new(sheet)));
        return vec![Effect::Export(ExportEffect::Preview(asked))];
    }
    let safety_folder = &mut state.safety.folder;
    let Some(Dialog::Export(sheet)) = &mut state.dialog else {
        return Vec::new();
    };
    match action {
        SheetAction::Open | SheetAction::NoPicker => {}
        SheetAction::Want(wanted) => {
            sheet.wanted = wanted;
            sheet.stage = Stage::Choosing;
            state.wanted = Some(sheet.wanted.clone());
            let asked = preview_of(sheet);
            if sheet.preview.as_ref().is_none_or(|p| !same_picture(&p.asked, &asked)) {
                return vec![Effect::Export(ExportEffect::Preview(asked))];
            }
        }
        SheetAction::Show(at) => {
            sheet.at = at;
            return vec![Effect::Export(ExportEffect::Preview(preview_of(sheet)))];
        }
        SheetAction::Folder(folder) => {
            sheet.folder = folder;
            sheet.stage = Stage::Choosing;
        }
        SheetAction::PickFolder => return vec![Effect::Export(ExportEffect::PickFolder(sheet.folder.clone()))],
        SheetAction::Write(replace) => {
            let folder = PathBuf::from(sheet.folder.trim());
            if sheet.wanted.is_nothing() || folder.as_os_str().is_empty() || matches!(sheet.stage, Stage::Writing(..)) {
                return Vec::new();
            }
            state.export_jobs += 1;
            sheet.job = state.export_jobs;
            sheet.stage = Stage::Writing(0, 0);
            sheet.unopened = false;
            let Some(document) = state.documents.iter().find(|d| d.id == sheet.document) else {
                return Vec::new();
            };
            let lang = sheet.wanted.langs.first().copied().unwrap_or_default();
            return vec![Effect::Export(ExportEffect::WriteAll(Job {
                id: sheet.job,
                document: sheet.document,
                wanted: sheet.wanted.clone(),
                folder,
                stem: file_stem(document, lang),
                replace,
            }))];
        }
        SheetAction::Stop => {
            if matches!(sheet.stage, Stage::Writing(..)) {
                return vec![Effect::Export(ExportEffect::Stop(sheet.job))];
            }
        }
        SheetAction::Previewed(preview) => {
            if same_picture(&preview.asked, &preview_of(sheet)) {
                sheet.preview = Some(preview);
            }
        }
        SheetAction::Progress(job, done, total) => {
            if job == sheet.job && matches!(sheet.stage, Stage::Writing(..)) {
                sheet.stage = Stage::Writing(done, total);
            }
        }
        SheetAction::Ended(job, stage) => {
            if job == sheet.job {
                if let Some(Stage::Written(_, folder)) = &stage {
                    *safety_folder = folder.parent().map(PathBuf::from).or(safety_folder.take());
                }
                sheet.stage = stage.unwrap_or(Stage::Choosing);
            }
        }
        SheetAction::OpenFolder => {
            if let Stage::Written(_, folder) = &sheet.stage {
                sheet.unopened = false;
                return vec![Effect::Export(ExportEffect::OpenFolder(folder.clone()))];
            }
        }
        SheetAction::NotOpened => sheet.unopened = true,
    }
    Vec::new()
}

/// Returns what must be done outside when the sheet closes.
pub(super) fn closing(sheet: &ExportSheet) -> Vec<Effect> {
    match sheet.stage {
        Stage::Writing(..) => vec![Effect::Export(ExportEffect::Stop(sheet.job))],
        _ => Vec::new(),
    }
}

fn open(state: &AppState) -> ExportSheet {
    let document = state.document();
    let beside = document.path.as_ref().and_then(|p| p.parent()).map(PathBuf::from);
    let folder = beside.or_else(|| state.safety.folder.clone());
    ExportSheet {
        document: document.id,
        wanted: state.wanted.clone().unwrap_or_else(|| proposed(state.lang())),
        folder: folder.map_or_else(|| "~".to_owned(), |f| f.to_string_lossy().into_owned()),
        at: 0,
        preview: None,
        stage: Stage::Choosing,
        unopened: false,
        job: 0,
    }
}

fn preview_of(sheet: &ExportSheet) -> PreviewAsked {
    PreviewAsked {
        document: sheet.document,
        wanted: sheet.wanted.clone(),
        lang: sheet.wanted.langs.first().copied().unwrap_or_default(),
        at: sheet.at,
    }
}

/// Returns whether two previews look the same.
fn same_picture(a: &PreviewAsked, b: &PreviewAsked) -> bool {
    let looks = |p: &PreviewAsked| (p.document, p.lang, p.at, p.wanted.format, p.wanted.ground);
    looks(a) == looks(b)
}

impl Stage {
    /// Returns whether it was not written for want of room.
    pub fn is_full(&self) -> bool {
        matches!(self, Stage::Failed(_, Failure::Full))
    }

    /// Returns why nothing was written, in words.
    pub fn failure(&self, lang: Lang) -> Option<String> {
        match self {
            Stage::Failed(_, failure) => Some(reason(failure, lang)),
            _ => None,
        }
    }
}
