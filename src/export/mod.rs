//! Files made from a study: bytes only, nothing is opened here.

pub mod chart;
mod claims;
pub mod compare;
pub mod csv;
pub mod deck;
pub mod files;
pub mod group;
pub mod json;
mod labour;
mod levers;
#[cfg(feature = "report")]
pub mod paper;
pub mod together;
mod trail;
pub mod workbook;
