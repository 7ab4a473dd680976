#![doc = include_str!("ARCHITECTURE.md")]

pub mod report;
pub mod text;
pub mod ui;
