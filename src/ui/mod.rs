//! The window: theme, widgets, panels and charts. Views read the state and emit actions; nothing here owns the user's data.

pub mod chart_card;
pub mod copied;
pub mod dialogs;
pub mod drop;
mod export_sheet;
mod file_dialogs;
mod focus;
pub mod help;
pub mod palette;
pub mod panels;
pub mod paste;
mod paste_notes;
pub mod plot;
pub mod root;
mod scrolled;
pub mod table;
pub mod theme;
pub mod tour;
pub mod widgets;
