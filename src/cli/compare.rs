//! `compare`: sets two to four scenarios beside each other and explains their differences.

use std::io;
use std::path::PathBuf;

use super::console::{Console, name_of};
use super::{FINE, Format, group, read, render};
use crate::export;
use crate::report::compare::{CompareScope, Side};
use crate::report::compare_full::blocks;
use crate::study::compare::{Against, Compared, Comparer, Headline};
use crate::study::{self, Cache, Territory};
use crate::text::messages::group::ONE_AT_A_TIME;

/// What is asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// The figure that is explained.
    pub headline: Headline,
    /// Where figures are summed; the study region without it.
    pub territory: Option<Territory>,
    /// Which scenario the others are compared with.
    pub against: Against,
}

/// Computes the scenarios of the files and writes their comparison; where some are refused, the problems of all are listed.
pub fn compare(console: &mut Console<'_>, files: &[PathBuf], asked: Asked, format: Format) -> io::Result<i32> {
    let library = match read::library(console)? {
        Ok(library) => library,
        Err(code) => return Ok(code),
    };
    let mut cache = Cache::default();
    let (mut computed, mut code) = (Vec::new(), FINE);
    for path in files {
        let name = name_of(path);
        if group::is_group(path) {
            code = console.refuse(&ONE_AT_A_TIME.fill(console.lang, &[("path", &name)]))?;
            continue;
        }
        let scenario = match read::scenario(path, console.lang) {
            Ok(scenario) => scenario,
            Err(refusal) => {
                code = refusal.tell(console, &name, Some(&library))?;
                continue;
            }
        };
        match study::run(&scenario, &library, &mut cache) {
            Ok(study) => computed.push((scenario, study)),
            Err(problems) => code = console.complain(&name, &problems, Some(&library))?,
        }
    }
    if code != FINE {
        return Ok(code);
    }
    let compared: Vec<Compared<'_>> = computed
        .iter()
        .map(|(scenario, study)| Compared { scenario, study })
        .collect();
    let comparison = Comparer::default().compare(&compared, asked.against, &library);
    let sides: Vec<Side<'_>> = compared.iter().map(|c| Side::of(*c, &library)).collect();
    let scope = CompareScope {
        sides: &sides,
        comparison: &comparison,
        library: &library,
        headline: asked.headline,
        territory: asked.territory.unwrap_or(Territory::Study),
        lang: console.lang,
    };
    match format {
        Format::Text => console.bytes(render::draw(&blocks(&scope)).as_bytes())?,
        Format::Json => console.bytes(&export::compare::json(&scope))?,
        Format::Csv => console.bytes(&export::compare::csv(&scope))?,
    }
    Ok(FINE)
}
