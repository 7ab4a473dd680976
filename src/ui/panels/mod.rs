//! The parts of the window.

pub mod assumptions;
pub mod fields;
pub mod line_details;
pub mod method;
pub mod overview;
pub mod purchases;
pub mod results;
pub mod scenario;
pub mod spending;
pub mod status;
pub mod toolbar;
