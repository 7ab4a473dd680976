//! The window: theme, widgets and charts. Views read and emit; nothing here owns the user's data.

pub mod theme;
pub mod widgets;
