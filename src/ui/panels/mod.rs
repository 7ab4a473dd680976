//! The parts of the window.

pub mod assumptions;
pub mod fields;
pub mod finances;
pub mod income;
pub mod jobs;
pub mod line_details;
pub mod method;
pub mod net;
pub mod overview;
pub mod page;
pub mod purchases;
pub mod results;
pub mod scenario;
pub mod spending;
pub mod status;
pub mod support;
pub mod timeline;
pub mod toolbar;
pub mod why;
