//! `check`: lists every problem of scenarios.

use std::io;
use std::path::PathBuf;

use super::console::{Console, name_of};
use super::{FINE, group, read};
use crate::study::{self, Cache};

/// Checks each file; one bad file does not keep the others from being checked.
pub fn check(console: &mut Console<'_>, files: &[PathBuf]) -> io::Result<i32> {
    let library = match read::library(console)? {
        Ok(library) => library,
        Err(code) => return Ok(code),
    };
    let mut cache = Cache::default();
    let mut worst = FINE;
    for path in files {
        let name = name_of(path);
        // Some problems, such as a share out of reach, are seen only by computing.
        let computed = if group::is_group(path) {
            group::computed(path, &library, &mut cache, console.lang).map(|group| group.warnings)
        } else {
            read::scenario(path, console.lang).and_then(|scenario| {
                let study = study::run(&scenario, &library, &mut cache).map_err(read::Refusal::Problems)?;
                Ok(study.warnings)
            })
        };
        let code = match computed {
            Ok(warnings) => console.approve(&name, &warnings, &library)?,
            Err(refusal) => refusal.tell(console, &name, Some(&library))?,
        };
        worst = worst.max(code);
    }
    Ok(worst)
}
