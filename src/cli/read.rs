//! Reads files with a cap on their size: a huge file is refused by its metadata, and an endless one after the cap.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::Path;

use super::console::{Console, name_of};
use crate::data::economy::Economy;
use crate::data::library::fingerprint;
use crate::problem::{Problem, What};
use crate::scenario::{Scenario, file};
use crate::study::Library;
use crate::text::Lang;
use crate::text::messages::cli as m;

/// The largest economy file that is read, in bytes: a table of 3,000 equations written in full.
const ECONOMY_LIMIT: u64 = 256 * 1024 * 1024;

/// Why a file gives nothing.
pub enum Refusal {
    /// It cannot be read; the sentence says why.
    Unreadable(String),
    /// What it holds is wrong.
    Problems(Vec<Problem>),
}

impl Refusal {
    /// Tells the user and returns the exit code.
    pub fn tell(&self, console: &mut Console<'_>, name: &str, library: Option<&Library>) -> io::Result<i32> {
        match self {
            Refusal::Unreadable(sentence) => console.refuse(sentence),
            Refusal::Problems(problems) => console.complain(name, problems, library),
        }
    }
}

/// Reads the embedded data; its failure is told like that of any file.
pub fn library(console: &mut Console<'_>) -> io::Result<Result<Library, i32>> {
    match Library::embedded() {
        Ok(library) => Ok(Ok(library)),
        Err(problems) => {
            let name = m::DATA_BROKEN.get(console.lang);
            console.complain(name, &problems, None).map(Err)
        }
    }
}

/// Reads a scenario; it follows the format, but nothing else is checked yet.
pub fn scenario(path: &Path, lang: Lang) -> Result<Scenario, Refusal> {
    file::parse(&scenario_bytes(path, lang)?).map_err(Refusal::Problems)
}

/// Reads the bytes of a scenario, whatever they hold.
pub fn scenario_bytes(path: &Path, lang: Lang) -> Result<Vec<u8>, Refusal> {
    bytes(path, file::SIZE_LIMIT, lang)
}

/// Reads an economy file into the library, in place of the embedded economy.
pub fn economy(path: &Path, library: Library, lang: Lang) -> Result<Library, Refusal> {
    let bytes = bytes(path, ECONOMY_LIMIT, lang)?;
    let text = std::str::from_utf8(&bytes).map_err(|e| {
        Refusal::Problems(vec![Problem::new(
            "",
            What::NotUtf8 {
                offset: e.valid_up_to(),
            },
        )])
    })?;
    let tax = library.parameter("product_tax_in_purchases").map_or(0.0, |p| p.value);
    let economy = Economy::read(&name_of(path), text, tax).map_err(Refusal::Problems)?;
    Ok(library.with_economy(economy, fingerprint(&bytes)))
}

/// Returns the library with an economy given by name or by file; the embedded one when none is given.
pub fn library_with(economy: Option<&str>, library: Library, lang: Lang) -> Result<Library, Refusal> {
    match economy {
        None => Ok(library),
        Some(id) if id == library.economy.id => Ok(library),
        Some(name) if Path::new(name).exists() => self::economy(Path::new(name), library, lang),
        Some(name) => {
            let what = What::UnknownEconomy { id: name.to_owned() };
            Err(Refusal::Problems(vec![Problem::new("economy.id", what)]))
        }
    }
}

fn bytes(path: &Path, limit: u64, lang: Lang) -> Result<Vec<u8>, Refusal> {
    let unreadable = |e: io::Error| Refusal::Unreadable(why(path, &e, lang));
    let too_large = |bytes| Refusal::Problems(vec![Problem::new("", What::TooLarge { bytes, limit })]);
    let metadata = std::fs::metadata(path).map_err(unreadable)?;
    if metadata.is_dir() {
        return Err(unreadable(ErrorKind::IsADirectory.into()));
    }
    if metadata.len() > limit {
        return Err(too_large(metadata.len()));
    }
    let mut bytes = Vec::new();
    // A device or a pipe has no length beforehand: it is read up to the limit and one byte more.
    let read = File::open(path)
        .and_then(|f| f.take(limit + 1).read_to_end(&mut bytes))
        .map_err(unreadable)?;
    if read as u64 > limit {
        Err(too_large(read as u64))
    } else {
        Ok(bytes)
    }
}

fn why(path: &Path, error: &io::Error, lang: Lang) -> String {
    let message = match error.kind() {
        ErrorKind::NotFound => m::FILE_NOT_FOUND,
        ErrorKind::PermissionDenied => m::FILE_FORBIDDEN,
        ErrorKind::IsADirectory => m::FILE_IS_FOLDER,
        _ => m::FILE_UNREADABLE,
    };
    message.fill(lang, &[("path", &name_of(path)), ("reason", &error.to_string())])
}
