//! What charts, tables and exports say and look like, before anything draws them.

pub mod chart;
pub mod charts;
pub mod checks;
pub mod finances;
pub mod full;
pub mod glossary;
pub mod income;
pub mod jobs;
pub mod law;
pub mod methods;
pub mod multipliers;
pub mod overview;
pub mod palette;
pub mod places;
pub mod problems;
pub mod role;
pub mod support;
pub mod tables;
pub mod timeline;
pub mod why;
pub mod words;
