//! The state of the window and the one function that changes it. No egui, no files: what must happen outside is returned as effects.

pub mod action;
pub mod budget;
pub mod commands;
pub mod compare;
pub mod conflicts;
pub mod differences;
pub mod document;
mod drop;
pub mod edit;
pub mod facts;
mod files;
pub mod history;
pub mod lines;
pub mod new_project;
pub mod paste;
mod paste_numbers;
pub mod phases;
pub mod public;
pub mod recovery;
pub mod state;
mod trail;
mod update;

pub use action::{Action, Effect, Gesture};
pub use budget::{BudgetDraft, BudgetMode, PasteAction};
pub use compare::{CompareAction, CompareView};
pub use document::{Document, DocumentId};
pub use edit::Edit;
pub use facts::FactsEdit;
pub use lines::{Change, LinesEdit};
pub use new_project::{Draft, DraftAction, DraftNumber, DraftYear};
pub use phases::PhasesEdit;
pub use public::{NetFactor, PublicEdit, SupportNumber, TaxBaseNumber};
pub use recovery::{FileAction, FileDialog, FileEffect};
pub use state::{AppState, Dialog, Notice, Page, Settings, ThemePreference};
pub use trail::TrailStudy;
pub use update::update;
