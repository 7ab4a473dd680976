#![doc = include_str!("ARCHITECTURE.md")]

pub mod app;
pub mod cli;
pub mod data;
pub mod disk;
pub mod engine;
pub mod export;
pub mod ids;
pub mod problem;
pub mod report;
pub mod scenario;
pub mod shell;
pub mod study;
pub mod text;
pub mod ui;
pub mod units;
