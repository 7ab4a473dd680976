//! The scenario: the document that a planner edits, saves and sends. It holds inputs only, never results.

pub mod document;
pub mod file;
pub mod group;
pub mod growth;
pub mod labour;
pub mod presets;
pub mod support;
pub mod validate;

pub use document::*;
pub use growth::Growth;
pub use labour::*;
pub use support::*;
