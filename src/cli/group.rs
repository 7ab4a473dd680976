//! Groups of scenarios in the terminal: read with their members, computed, written and exported.

use std::io;
use std::path::Path;

use super::console::{Console, name_of};
use super::read::{self, Refusal};
use super::{FINE, Format, render};
use crate::export;
use crate::export::files::{ExportFile, NotDrawn, Wanted};
use crate::problem::{Problem, What};
use crate::report::group::{GroupScope, blocks};
use crate::scenario::group;
use crate::study::group::{GroupStudy, run_group};
use crate::study::{Cache, Library};
use crate::text::Lang;
use crate::text::messages::export as m;
use crate::text::messages::group::ONLY_FIGURES;

/// Returns whether a file holds a group.
pub fn is_group(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| group::is_group(&name.to_string_lossy()))
}

/// Reads a group with its members, and computes it.
pub fn computed(path: &Path, library: &Library, cache: &mut Cache, lang: Lang) -> Result<GroupStudy, Refusal> {
    let read = group::read(&read::scenario_bytes(path, lang)?).map_err(Refusal::Problems)?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut open = |relative: &str| {
        read::scenario_bytes(&folder.join(relative), lang).map_err(|refusal| match refusal {
            Refusal::Problems(problems) => problems,
            Refusal::Unreadable(_) => {
                let path = relative.to_owned();
                vec![Problem::new("scenario", What::MemberUnreadable { path })]
            }
        })
    };
    let scenarios = group::members(&read, &mut open).map_err(Refusal::Problems)?;
    run_group(&read, &scenarios, library, cache).map_err(Refusal::Problems)
}

/// Computes the group of a file and writes it.
pub fn run(console: &mut Console<'_>, path: &Path, format: Format, library: &Library) -> io::Result<i32> {
    let group = match computed(path, library, &mut Cache::default(), console.lang) {
        Ok(group) => group,
        Err(refusal) => return refusal.tell(console, &name_of(path), Some(library)),
    };
    let scope = GroupScope {
        group: &group,
        library,
        lang: console.lang,
    };
    match format {
        Format::Text => console.bytes(render::draw(&blocks(&scope)).as_bytes())?,
        Format::Json => console.bytes(&export::group::json(&scope))?,
        Format::Csv => console.bytes(&export::group::csv(&scope))?,
    }
    Ok(FINE)
}

/// Returns the files that are wanted of a group, all under a folder called `stem`; tells the user why there are none.
pub fn files(
    console: &mut Console<'_>,
    (path, stem): (&Path, &str),
    wanted: &Wanted,
    library: &Library,
    cache: &mut Cache,
) -> io::Result<Result<Vec<ExportFile>, i32>> {
    let name = name_of(path);
    let done = read::scenario_bytes(path, console.lang)
        .and_then(|bytes| computed(path, library, cache, console.lang).map(|group| (bytes, group)));
    let (bytes, group) = match done {
        Ok(done) => done,
        Err(refusal) => return refusal.tell(console, &name, Some(library)).map(Err),
    };
    let scope = GroupScope {
        group: &group,
        library,
        lang: console.lang,
    };
    if wanted.deck || wanted.workbook || wanted.report {
        console.say(ONLY_FIGURES.get(console.lang))?;
    }
    match export::group::files(&scope, (stem, &bytes), wanted) {
        Ok(files) => Ok(Ok(files)),
        Err(e) => not_drawn(console, &name, &e).map(Err),
    }
}

fn not_drawn(console: &mut Console<'_>, name: &str, e: &NotDrawn) -> io::Result<i32> {
    let values = [("path", name), ("reason", &e.to_string())];
    console.refuse(&m::NOT_DRAWN.fill(console.lang, &values))
}
