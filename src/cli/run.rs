//! `run`: computes a scenario and writes its results.

use std::io;
use std::path::Path;

use super::console::{Console, name_of};
use super::{FINE, Format, group, read, render};
use crate::export;
use crate::report::full::{Subject, blocks};
use crate::scenario::{file, presets};
use crate::study::{self, Cache};

/// Computes the scenario of a file, the example project's without one, and writes its study.
pub fn run(console: &mut Console<'_>, path: Option<&Path>, format: Format) -> io::Result<i32> {
    let library = match read::library(console)? {
        Ok(library) => library,
        Err(code) => return Ok(code),
    };
    if let Some(path) = path.filter(|p| group::is_group(p)) {
        return group::run(console, path, format, &library);
    }
    let [(example, text), ..] = presets::SHIPPED;
    let name = path.map_or_else(|| example.to_owned(), name_of);
    let read = match path {
        Some(path) => read::scenario(path, console.lang),
        None => file::parse(text.as_bytes()).map_err(read::Refusal::Problems),
    };
    let scenario = match read {
        Ok(scenario) => scenario,
        Err(refusal) => return refusal.tell(console, &name, Some(&library)),
    };
    let mut study = match study::run(&scenario, &library, &mut Cache::default()) {
        Ok(study) => study,
        Err(problems) => return console.complain(&name, &problems, Some(&library)),
    };
    // Figures alone need no verdict.
    if format != Format::Csv {
        study.judge_claims(&scenario, &library);
    }
    let subject = Subject {
        name: &scenario.name,
        description: &scenario.description,
        study: &study,
        library: &library,
    };
    match format {
        Format::Text => console.bytes(render::draw(&blocks(&subject, console.lang)).as_bytes())?,
        Format::Json => console.bytes(&export::json::study(&subject))?,
        Format::Csv => console.bytes(&export::csv::study(&study))?,
    }
    Ok(FINE)
}
