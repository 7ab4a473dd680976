//! Pure economics: no files, no clock, no environment, no unseeded randomness, no sentences.

pub mod account;
pub mod additionality;
pub mod demand;
pub mod diversification;
pub mod fiscal;
pub mod hiring;
pub mod households;
pub mod identities;
pub mod impact;
pub mod leontief;
pub mod matrix;
pub mod multipliers;
pub mod origins;
pub mod present_value;
pub mod regional;
pub mod support;
pub mod tables;
pub mod timeline;
pub mod trail;
