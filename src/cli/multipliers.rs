//! `multipliers`: writes the multipliers of a region.

use std::io;

use super::console::Console;
use super::{FINE, Format, read, render};
use crate::data::economy::Table;
use crate::export;
use crate::ids::RegionCode;
use crate::report::multipliers::blocks;
use crate::scenario::{Households, Method, ModelChoice};
use crate::study::{Cache, Library, region_multipliers};

/// What is asked for.
pub struct Asked<'a> {
    /// Name or file of the economy.
    pub economy: Option<&'a str>,
    /// Code of the region.
    pub region: Option<&'a str>,
    /// How the region's purchases are estimated.
    pub method: Method,
    /// δ of Flegg's quotient.
    pub delta: Option<f64>,
}

/// Computes and writes the multipliers.
pub fn multipliers(console: &mut Console<'_>, asked: &Asked<'_>, format: Format) -> io::Result<i32> {
    let embedded = match read::library(console)? {
        Ok(library) => library,
        Err(code) => return Ok(code),
    };
    let name = asked.economy.unwrap_or(&embedded.economy.id).to_owned();
    let library = match read::library_with(asked.economy, embedded.clone(), console.lang) {
        Ok(library) => library,
        Err(refusal) => return refusal.tell(console, &name, Some(&embedded)),
    };
    let region = RegionCode::new(asked.region.unwrap_or_else(|| default_region(&library)));
    let model = ModelChoice {
        method: asked.method,
        delta: asked.delta,
        households: households(&library),
        law_year: None,
    };
    let found = match region_multipliers(&region, &model, &library, &mut Cache::default()) {
        Ok(found) => found,
        Err(problems) => return console.complain(&name, &problems, Some(&library)),
    };
    match format {
        Format::Text => {
            let blocks = blocks(&found, asked.method, &library, console.lang);
            console.bytes(render::draw(&blocks).as_bytes())?;
        }
        Format::Json => console.bytes(&export::json::multipliers(&found, asked.method, &library))?,
        Format::Csv => console.bytes(&export::csv::multipliers(&found, &library))?,
    }
    Ok(FINE)
}

/// Returns Québec where the economy has it, its first region otherwise.
fn default_region(library: &Library) -> &str {
    let first = library.economy.regions.first().map_or("", |r| r.code.as_str());
    if library.economy.region(&library.regions.province).is_some() {
        &library.regions.province
    } else {
        first
    }
}

/// Returns whether households can spend what they earn: the table must say what they earn and what they buy.
fn households(library: &Library) -> Households {
    let known = match &library.economy.table {
        Table::Trade(_) => true,
        Table::Flows(t) => {
            t.compensation.iter().any(|v| *v > 0.0)
                && (0..t.final_consumption.rows()).any(|i| t.final_consumption.row(i).iter().any(|v| *v > 0.0))
        }
    };
    if known { Households::Closed } else { Households::None }
}
