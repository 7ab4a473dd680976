//! What charts, tables and exports say and look like, before anything draws them.

pub mod chart;
pub mod palette;
pub mod role;
