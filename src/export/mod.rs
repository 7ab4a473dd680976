//! Files made from a study: bytes only, nothing is opened here.

pub mod compare;
pub mod csv;
pub mod json;
mod trail;
