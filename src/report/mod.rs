//! What charts, tables and exports say and look like, before anything draws them.

pub mod beside;
pub mod chart;
pub mod charts;
pub mod checks;
pub mod compare;
pub mod compare_full;
pub mod compare_steps;
pub mod compare_words;
pub mod finances;
pub mod full;
pub mod income;
pub mod law;
pub mod methods;
pub mod multipliers;
pub mod overview;
pub mod palette;
pub mod places;
pub mod problems;
pub mod role;
pub mod sankey;
pub mod spending;
pub mod support;
pub mod tables;
pub mod timeline;
pub mod trail;
pub mod words;
