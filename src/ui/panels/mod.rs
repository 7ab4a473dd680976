//! The parts of the window.

pub mod assumptions;
pub mod fields;
pub mod finances;
pub mod income;
pub mod line_details;
pub mod lines_bar;
pub mod live;
pub mod method;
pub mod net;
pub mod overview;
pub mod page;
pub mod purchases;
pub mod results;
pub mod scenario;
pub mod spending;
pub mod spending_cards;
pub mod spending_head;
pub mod spending_row;
pub mod status;
pub mod support;
pub mod timeline;
pub mod toolbar;
