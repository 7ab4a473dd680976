//! The parts of the window.

pub mod assumptions;
pub mod facts;
pub mod compare;
pub mod compare_side;
pub mod fields;
pub mod finances;
pub mod income;
pub mod line_details;
pub mod method;
pub mod net;
pub mod new_project;
pub mod new_project_results;
pub mod overview;
pub mod page;
pub mod phases;
pub mod purchases;
pub mod results;
pub mod scenario;
pub mod spending;
pub mod status;
pub mod support;
pub mod timeline;
pub mod toolbar;
pub mod trail;
