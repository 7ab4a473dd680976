//! The window: theme, widgets and charts. Views read and emit; nothing here owns the user's data.

pub mod chart_card;
pub mod plot;
pub mod table;
pub mod theme;
pub mod widgets;
