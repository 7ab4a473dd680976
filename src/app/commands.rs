//! The table of commands: title, tooltip and shortcut of each, read by menus, toolbar and help alike.

use super::action::Action;
use super::compare::CompareAction;
use super::new_project::DraftAction;
use super::state::AppState;
use crate::text::Msg;
use crate::text::messages::{compare, ui as words};

/// A command that the user can give by name or by key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    /// A new project.
    New,
    /// Open a file.
    Open,
    /// Save.
    Save,
    /// Save under another name.
    SaveAs,
    /// A copy of the project in front, to make a variant of it.
    Duplicate,
    /// Close the project in front.
    Close,
    /// Close the window.
    Quit,
    /// Take back the last step.
    Undo,
    /// Do it again.
    Redo,
}

/// A key with Ctrl (Cmd on macOS), and Shift where said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortcut {
    /// The letter.
    pub key: char,
    /// Whether Shift is held too.
    pub shift: bool,
}

impl Command {
    /// All commands, in the order of the menus.
    pub const ALL: [Command; 9] = [
        Command::New,
        Command::Open,
        Command::Save,
        Command::SaveAs,
        Command::Duplicate,
        Command::Close,
        Command::Quit,
        Command::Undo,
        Command::Redo,
    ];

    /// Returns the title shown in menus and tooltips.
    pub fn title(self) -> Msg {
        match self {
            Command::New => words::NEW,
            Command::Open => words::OPEN,
            Command::Save => words::SAVE,
            Command::SaveAs => words::SAVE_AS,
            Command::Duplicate => compare::DUPLICATE,
            Command::Close => words::CLOSE,
            Command::Quit => words::QUIT,
            Command::Undo => words::UNDO,
            Command::Redo => words::REDO,
        }
    }

    /// Returns the keys that give the command.
    pub fn shortcut(self) -> Shortcut {
        let (key, shift) = match self {
            Command::New => ('N', false),
            Command::Open => ('O', false),
            Command::Save => ('S', false),
            Command::SaveAs => ('S', true),
            Command::Duplicate => ('D', false),
            Command::Close => ('W', false),
            Command::Quit => ('Q', false),
            Command::Undo => ('Z', false),
            Command::Redo => ('Z', true),
        };
        Shortcut { key, shift }
    }

    /// Returns the action to take.
    pub fn action(self, state: &AppState) -> Action {
        match self {
            Command::New => Action::New,
            Command::Open => Action::Open,
            Command::Save => Action::Save,
            Command::SaveAs => Action::SaveAs,
            Command::Close if state.draft.open => Action::Draft(DraftAction::Leave),
            Command::Duplicate => Action::Compare(CompareAction::Duplicate),
            Command::Close => Action::Close(state.active),
            Command::Quit => Action::Quit,
            Command::Undo => Action::Undo,
            Command::Redo => Action::Redo,
        }
    }

    /// Returns whether the command would do something now.
    pub fn is_enabled(self, state: &AppState) -> bool {
        match self {
            // What is typed there is no document yet, and the one behind the page does not show.
            Command::Undo | Command::Redo | Command::Save | Command::SaveAs if state.draft.open => false,
            Command::Undo => state.document().history.undo_name().is_some(),
            Command::Redo => state.document().history.redo_name().is_some(),
            _ => true,
        }
    }
}
