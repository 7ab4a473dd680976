//! `export`: writes the charts and figures of scenarios into a folder.

use std::collections::BTreeSet;
use std::io;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

use super::console::{Console, name_of};
use super::{FINE, group, read};
use crate::disk::{self, NotWritten};
use crate::export::files::{Beside, Export, ExportFile, NotMade, Wanted, threads};
use crate::report::compare::Side;
use crate::report::full::Subject;
use crate::report::income::FamiliesClaim;
use crate::report::wanted::REPORTS;
use crate::scenario::{Scenario, file};
use crate::study::compare::{Against, Compared, Comparer, MOST};
use crate::study::{self, Cache, Study};
use crate::text::Msg;
use crate::text::messages::{export as m, paper, recovery as w};

/// A scenario with its results and the file it comes from.
struct Computed {
    name: String,
    stem: String,
    bytes: Vec<u8>,
    scenario: Scenario,
    study: Study,
}

impl Computed {
    fn compared(&self) -> Compared<'_> {
        Compared {
            scenario: &self.scenario,
            study: &self.study,
        }
    }
}

/// Computes the scenarios and writes what is wanted of them under `folder`; nothing when one of them is refused or a file is in the way.
///
/// * `replace`: whether files that exist may be replaced.
pub fn export(
    console: &mut Console<'_>,
    paths: &[PathBuf],
    folder: &Path,
    wanted: &Wanted,
    replace: bool,
) -> io::Result<i32> {
    if wanted.report && !REPORTS {
        return console.refuse(paper::NOT_BUILT.get(console.lang));
    }
    let library = match read::library(console)? {
        Ok(library) => library,
        Err(code) => return Ok(code),
    };
    let mut cache = Cache::default();
    let (mut computed, mut code, mut stems) = (Vec::new(), FINE, BTreeSet::new());
    let mut all = Vec::new();
    for path in paths {
        let name = name_of(path);
        if group::is_group(path) {
            let stem = stem_of(path);
            if !stems.insert(stem.clone()) {
                code = console.refuse(&m::SAME_NAME.fill(console.lang, &[("path", &name)]))?;
                continue;
            }
            match group::files(console, (path, &stem), wanted, &library, &mut cache)? {
                Ok(files) => all.extend(files),
                Err(refused) => code = refused,
            }
            continue;
        }
        let bytes = match read::scenario_bytes(path, console.lang) {
            Ok(bytes) => bytes,
            Err(refusal) => {
                code = refusal.tell(console, &name, Some(&library))?;
                continue;
            }
        };
        let done = file::parse(&bytes).and_then(|scenario| {
            let mut study = study::run(&scenario, &library, &mut cache)?;
            if !wanted.charts.is_empty() || wanted.data {
                study.judge_claims(&scenario, &library);
            }
            Ok((scenario, study))
        });
        let (scenario, study) = match done {
            Ok(done) => done,
            Err(problems) => {
                code = console.complain(&name, &problems, Some(&library))?;
                continue;
            }
        };
        let stem = stem_of(path);
        if !stems.insert(stem.clone()) {
            code = console.refuse(&m::SAME_NAME.fill(console.lang, &[("path", &name)]))?;
            continue;
        }
        computed.push(Computed {
            name,
            stem,
            bytes,
            scenario,
            study,
        });
    }
    if code != FINE {
        return Ok(code);
    }
    let compared: Vec<Compared<'_>> = computed.iter().map(Computed::compared).collect();
    let sides: Vec<Side<'_>> = compared.iter().map(|c| Side::of(*c, &library)).collect();
    // What is written of each scenario shows it beside the others too, where so many stand beside each other.
    let several = wanted.shows_comparison() && (2..=MOST).contains(&computed.len());
    let comparison = several.then(|| Comparer::default().compare(&compared, Against::First, &library));
    let beside = comparison.as_ref().map(|comparison| Beside {
        sides: &sides,
        comparison,
    });
    for done in &computed {
        let subject = Subject {
            name: &done.scenario.name,
            description: &done.scenario.description,
            study: &done.study,
            library: &library,
        };
        let methods = match wanted.report {
            true => study::under_methods(&done.scenario, &done.study, &library, &cache),
            false => Vec::new(),
        };
        let export = Export {
            subject,
            claim: FamiliesClaim::of(&done.scenario.claims),
            stem: &done.stem,
            scenario: &done.bytes,
            beside,
            methods: &methods,
            wanted,
        };
        match export.files(threads(), &mut |_, _| ControlFlow::Continue(())) {
            Ok(more) => all.extend(more),
            // Nobody stops it here.
            Err(NotMade::Stopped) => {}
            Err(NotMade::NotDrawn(e)) => {
                let values = [("path", done.name.as_str()), ("reason", &e.to_string())];
                code = console.refuse(&m::NOT_DRAWN.fill(console.lang, &values))?;
            }
            Err(NotMade::NotTypeset(reason)) => {
                let told = paper::NOT_TYPESET.fill(console.lang, &[("path", &done.name), ("reason", &reason)]);
                code = console.refuse(&told)?;
            }
            Err(NotMade::NotWritten(e)) => {
                let values = [("path", done.name.as_str()), ("reason", &e.to_string())];
                code = console.refuse(&m::NO_WORKBOOK.fill(console.lang, &values))?;
            }
        }
    }
    if code != FINE {
        return Ok(code);
    }
    write(console, folder, &all, replace)
}

/// Returns the name of a file without its end.
fn stem_of(path: &Path) -> String {
    path.file_stem()
        .map_or_else(String::new, |s| s.to_string_lossy().into_owned())
}

/// Writes all files, or none.
fn write(console: &mut Console<'_>, folder: &Path, all: &[ExportFile], replace: bool) -> io::Result<i32> {
    let lang = console.lang;
    let place = |file: &ExportFile| file.path.iter().fold(folder.to_owned(), |path, part| path.join(part));
    let placed: Vec<(PathBuf, &[u8])> = all.iter().map(|f| (place(f), f.bytes.as_slice())).collect();
    match disk::write_all(&placed, replace, || true) {
        Ok(()) => {
            let message = if placed.len() == 1 { m::WRITTEN_ONE } else { m::WRITTEN };
            let values = [("path", &*name_of(folder)), ("count", &placed.len().to_string())];
            console.say(&message.fill(lang, &values))?;
            Ok(FINE)
        }
        Err(NotWritten::Exist(there)) => {
            let message = if there.len() == 1 { m::EXISTS_ONE } else { m::EXISTS };
            let first = there.first().map_or_else(String::new, |p| name_of(p));
            let values = [("path", first.as_str()), ("count", &there.len().to_string())];
            console.refuse(&message.fill(lang, &values))
        }
        Err(NotWritten::Failed(path, e)) => {
            let (said, why) = why_not(&e);
            let reason = why.map_or_else(
                || w::WHY_OTHER.fill(lang, &[("code", &code_of(&e))]),
                |why| why.get(lang).to_owned(),
            );
            console.refuse(&said.fill(lang, &[("path", &*name_of(&path)), ("reason", &reason)]))
        }
        // Nobody stops it here.
        Err(NotWritten::Stopped) => Ok(FINE),
    }
}

/// Returns what to say of a file that was not written, and why it was not where that is known.
fn why_not(e: &io::Error) -> (Msg, Option<Msg>) {
    use io::ErrorKind as Kind;
    let why = match e.kind() {
        Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge | Kind::WriteZero => {
            return (m::FAILED_FULL, Some(w::WHY_FULL));
        }
        Kind::PermissionDenied => Some(w::WHY_DENIED),
        Kind::ReadOnlyFilesystem => Some(w::WHY_READ_ONLY_PLACE),
        Kind::NotFound => Some(w::WHY_NO_FOLDER),
        Kind::NotADirectory => Some(m::FILE_FOR_FOLDER),
        Kind::IsADirectory => Some(w::WHY_FOLDER),
        Kind::InvalidFilename => Some(w::WHY_TOO_LONG),
        Kind::InvalidInput => Some(w::WHY_BAD_NAME),
        _ => None,
    };
    (m::FAILED, why)
}

fn code_of(e: &io::Error) -> String {
    e.raw_os_error()
        .map_or_else(|| e.kind().to_string(), |code| code.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Lang;

    #[test]
    fn what_a_system_refuses_is_told_in_words() {
        for (kind, fr) in [
            (io::ErrorKind::StorageFull, "plus de place"),
            (io::ErrorKind::QuotaExceeded, "plus de place"),
            (io::ErrorKind::PermissionDenied, "pas le droit"),
            (io::ErrorKind::ReadOnlyFilesystem, "aucune écriture"),
            (io::ErrorKind::InvalidFilename, "trop long"),
            (io::ErrorKind::NotADirectory, "un fichier"),
        ] {
            let (said, why) = why_not(&kind.into());
            assert!(why.is_some_and(|why| why.get(Lang::Fr).contains(fr)), "{kind:?}");
            let room = said.get(Lang::Fr).contains("Libérer de la place");
            assert_eq!(room, fr == "plus de place", "{kind:?}");
        }
        assert_eq!(code_of(&io::Error::from_raw_os_error(5)), "5");
    }
}
