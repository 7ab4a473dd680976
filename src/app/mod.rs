//! The state of the window and the one function that changes it. No egui, no files: what must happen outside is returned as effects.

pub mod action;
pub mod commands;
pub mod document;
pub mod edit;
mod files;
pub mod history;
pub mod palette;
pub mod public;
pub mod state;
mod update;
pub mod view;

pub use action::{Action, Effect, Gesture};
pub use document::{Document, DocumentId};
pub use edit::Edit;
pub use public::{NetFactor, PublicEdit, SupportNumber, TaxBaseNumber};
pub use state::{AppState, Dialog, Notice, Page, Settings, ThemePreference};
pub use update::update;
pub use view::{HelpSection, Overlay, View, ViewAction};
