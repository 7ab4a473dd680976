//! Everything that can happen, as seen by the window (actions) and by the world outside (effects).

use std::collections::BTreeSet;
use std::path::PathBuf;

use super::budget::PasteAction;
use super::claims::ClaimAction;
use super::compare::CompareAction;
use super::document::DocumentId;
use super::edit::Edit;
use super::export::{ExportAction, ExportEffect, PictureFile};
use super::group::GroupAction;
use super::new_project::DraftAction;
use super::recovery::{FileAction, FileEffect};
use super::state::{Page, ThemePreference};
use super::view::ViewAction;
use crate::ids::LineId;
use crate::problem::Problem;
use crate::report::finances::FinancesView;
use crate::report::levers::LeverMeasure;
use crate::report::timeline::MoneyKind;
use crate::report::trail::TrailView;
use crate::study::Territory;
use crate::text::Lang;

/// Whether an edit stands alone or belongs to a movement still going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gesture {
    /// A click, a typed value: one undo step.
    Once,
    /// A drag: one undo step for the whole movement, until [`Action::EndGesture`].
    Moving,
    /// A value being typed: a movement too, but a value that is refused brings back the document from before the typing.
    Typing,
}

/// Something that happened in the window or came back from outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The document changes.
    Edit(Edit, Gesture),
    /// A drag or a typed value ends.
    EndGesture,
    /// A typed value is given up: what this control changed while it moved is forgotten.
    CancelGesture(String),
    /// A spending line is added at the end of the phase shown, ready to be named.
    AddLine,
    /// The last step is taken back.
    Undo,
    /// The last step taken back is done again.
    Redo,

    /// The page of a new project shows.
    New,
    /// Something happens on that page.
    Draft(DraftAction),
    /// A file is chosen, then opened.
    Open,
    /// A shipped scenario opens.
    OpenPreset(usize),
    /// The file under this path opens.
    OpenPath(PathBuf),
    /// A file was read.
    FileRead(PathBuf, Vec<u8>),
    /// The document is written where it came from.
    Save,
    /// A place is chosen, then the document is written there.
    SaveAs,
    /// A place was chosen for a document, in a dialog that asks before it replaces a file.
    SaveTo(DocumentId, PathBuf),
    /// A place was typed for a document; a file that stands there is not replaced without a question.
    SaveTyped(DocumentId, PathBuf),
    /// A file stands where a document would be written.
    AskReplace(DocumentId, PathBuf),
    /// A document was written.
    Saved(DocumentId, PathBuf, u64),
    /// Something happens to a picture that goes to a file.
    Export(ExportAction),
    /// Something about files that could cost work.
    Files(FileAction),
    /// No dialog service exists: a path must be typed.
    AskPath(PathRequest),
    /// Another open document comes to the front.
    Activate(usize),
    /// A document closes, after a question when it has unsaved changes.
    Close(usize),
    /// A document is saved, then closes; it stays open when it cannot be saved.
    SaveAndClose(usize),
    /// A document closes without being saved.
    CloseAnyway(usize),
    /// The window closes, after a question when documents have unsaved changes.
    Quit,
    /// The window closes without saving.
    QuitAnyway,

    /// Something happens to a group of scenarios.
    Group(GroupAction),
    /// Something is asked of the comparison of projects.
    Compare(CompareAction),
    /// Something happens on the page of claims.
    Claim(ClaimAction),
    /// Files were dropped on the window: all are opened, and those refused are reported together.
    Dropped(Vec<PathBuf>),

    /// The language changes.
    SetLang(Lang),
    /// The theme changes.
    SetTheme(ThemePreference),
    /// Another page of results shows.
    ShowPage(Page),
    /// Results are summed over another territory.
    SetTerritory(Territory),
    /// The page of public finances shows something else.
    SetFinances(FinancesView),
    /// The page of the money trail shows something else.
    SetTrail(TrailView),
    /// The page of local levers ranks them by another measure.
    SetLevers(LeverMeasure),
    /// The page of years says amounts in another way.
    SetMoney(MoneyKind),
    /// The spending lines of another phase show.
    ShowPhase(usize),
    /// The starting version shows behind the results, or no longer.
    ShowGhost(bool),
    /// The project as it stands becomes the starting version.
    StartHere,
    /// Palette, help, tour, charts as tables and the like.
    View(ViewAction),
    /// The list of problems opens or closes.
    ToggleProblems,
    /// Spending lines are chosen, to be changed together.
    Choose(BTreeSet<LineId>),
    /// Something is done with a pasted budget.
    Paste(PasteAction),
    /// The dialog closes without doing anything.
    Dismiss,
    /// The notice goes away.
    ClearNotice,
}

/// What a typed path is for.
#[derive(Clone, Debug, PartialEq)]
pub enum PathRequest {
    /// Opening a file.
    Open,
    /// Writing this document.
    Save(DocumentId, String),
    /// Writing this picture.
    Picture(Box<PictureFile>),
}

/// Something to do outside.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Let the user choose a file to open.
    PickOpen,
    /// Let the user choose where to write a document, with a proposed file name.
    PickSave(DocumentId, String),
    /// Read a file.
    Read(PathBuf),
    /// Write a document's text to a file, then say which revision it was; its own file only while it holds the version that the document knows.
    Write(DocumentId, PathBuf, String, u64),
    /// Write it there if nothing stands there yet; ask otherwise.
    WriteNew(DocumentId, PathBuf),
    /// Something for a picture that goes to a file.
    Export(ExportEffect),
    /// Something about files that could cost work.
    Files(FileEffect),
    /// Remember the settings.
    KeepSettings,
    /// Close the window.
    Close,
}

/// Why a file or an edit was refused.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// What was tried, for the message: a file name or nothing.
    pub name: String,
    /// All its problems.
    pub problems: Vec<Problem>,
}
