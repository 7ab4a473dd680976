//! Files: read with a limit, written so that a failure never costs the earlier version.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::app::recovery::{Entry, Failure};
use crate::data::library::fingerprint;
use crate::disk::write_atomic;
use crate::scenario::file::SIZE_LIMIT;

/// Reads a file, refusing one larger than `limit` before taking it into memory.
///
/// A larger file gives its first `limit + 1` bytes: enough for the reader to refuse it with its own words.
pub fn read_limited(path: &Path, limit: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(limit + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Why a document was not written.
#[derive(Debug)]
pub enum NotSaved {
    /// The file holds another version than the document knows: these bytes.
    Changed(Vec<u8>),
    /// The system refused.
    Failed(Failure),
}

/// Writes a document, and returns the full path of its file.
///
/// * `expected`: the fingerprint that the file must have if it exists; nothing when any file there may be replaced.
pub fn save(path: &Path, text: &str, expected: Option<&str>) -> Result<PathBuf, NotSaved> {
    let failed = |e: io::Error| NotSaved::Failed(failure(&e, path));
    if path.is_dir() {
        return Err(NotSaved::Failed(Failure::IsFolder));
    }
    if let Some(expected) = expected {
        match read_limited(path, SIZE_LIMIT) {
            Ok(bytes) if fingerprint(&bytes) != expected => return Err(NotSaved::Changed(bytes)),
            // A file that was removed meanwhile is written again.
            Err(e) if e.kind() != io::ErrorKind::NotFound => return Err(failed(e)),
            _ => {}
        }
    }
    // The file that a link leads to is written, and the link stays.
    let path = full(path);
    write_atomic(&path, text).map_err(failed)?;
    Ok(path)
}

/// Returns the path by which a file is known however it was typed: whole, links followed, `~` for the user's folder.
///
/// A file that does not exist yet is known by its folder's.
pub fn full(path: &Path) -> PathBuf {
    let path = at_home(path);
    if let Ok(whole) = fs::canonicalize(&path) {
        return plain(whole);
    }
    let folder = match path.parent() {
        Some(p) if !p.as_os_str().is_empty() => fs::canonicalize(p),
        _ => std::env::current_dir(),
    };
    match (folder, path.file_name()) {
        (Ok(folder), Some(name)) => plain(folder).join(name),
        _ => path,
    }
}

/// Puts the user's folder in place of a `~` at the beginning.
fn at_home(path: &Path) -> PathBuf {
    let home = || directories::BaseDirs::new().map(|b| b.home_dir().to_path_buf());
    match path.strip_prefix("~").ok().zip(home()) {
        Some((rest, home)) => home.join(rest),
        None => path.to_path_buf(),
    }
}

/// Drops what Windows writes before a whole path, which few programs and people know.
fn plain(path: PathBuf) -> PathBuf {
    match path.to_str().and_then(|p| p.strip_prefix(r"\\?\")) {
        Some(rest) if rest.get(1..2) == Some(":") => PathBuf::from(rest),
        _ => path,
    }
}

/// Returns why a file failed, from what the system says of it.
pub fn failure(e: &io::Error, path: &Path) -> Failure {
    use io::ErrorKind as Kind;
    match e.kind() {
        Kind::NotFound if path.parent().is_some_and(|p| !p.as_os_str().is_empty() && !p.is_dir()) => {
            Failure::MissingFolder
        }
        Kind::NotFound => Failure::Missing,
        Kind::NotADirectory => Failure::MissingFolder,
        Kind::PermissionDenied if fs::metadata(path).is_ok_and(|m| m.permissions().readonly()) => Failure::ReadOnlyFile,
        Kind::PermissionDenied => Failure::Denied,
        Kind::ReadOnlyFilesystem => Failure::ReadOnlyPlace,
        Kind::IsADirectory => Failure::IsFolder,
        Kind::StorageFull | Kind::QuotaExceeded | Kind::FileTooLarge | Kind::WriteZero => Failure::Full,
        Kind::InvalidFilename => Failure::TooLong,
        Kind::InvalidInput => Failure::BadName,
        Kind::TimedOut
        | Kind::HostUnreachable
        | Kind::NetworkUnreachable
        | Kind::NetworkDown
        | Kind::NotConnected
        | Kind::ConnectionReset
        | Kind::ConnectionAborted
        | Kind::StaleNetworkFileHandle => Failure::Unreachable,
        Kind::ResourceBusy | Kind::ExecutableFileBusy | Kind::WouldBlock => Failure::Busy,
        kind => Failure::Other(
            e.raw_os_error()
                .map_or_else(|| kind.to_string(), |code| code.to_string()),
        ),
    }
}

/// How many names are listed under a path being typed.
const LISTED: usize = 60;

/// Returns the folders and scenario files whose names begin as what is typed, folders first.
pub fn names_like(typed: &str) -> Vec<Entry> {
    let at = typed.rfind(['/', std::path::MAIN_SEPARATOR]).map_or(0, |k| k + 1);
    let (before, begun) = typed.split_at(at);
    let folder = if before.is_empty() {
        PathBuf::from(if begun == "~" { "~" } else { "." })
    } else {
        PathBuf::from(before)
    };
    let begun = if begun == "~" { "" } else { begun };
    let before = if typed == "~" { "~/" } else { before };
    let wanted = begun.to_lowercase();
    let entries = fs::read_dir(at_home(&folder)).into_iter().flatten().flatten();
    let mut found: Vec<Entry> = entries
        .filter_map(|e| {
            let name = e.file_name().into_string().ok()?;
            let folder = e.path().is_dir();
            let hidden = name.starts_with('.') && !begun.starts_with('.');
            let ours = folder || e.path().extension().is_some_and(|x| x.eq_ignore_ascii_case("ron"));
            (ours && !hidden && name.to_lowercase().starts_with(&wanted)).then(|| Entry {
                typed: format!(
                    "{before}{name}{}",
                    if folder { std::path::MAIN_SEPARATOR_STR } else { "" }
                ),
                name,
                folder,
            })
        })
        .collect();
    found.sort_by_key(|e| (!e.folder, e.name.to_lowercase()));
    found.truncate(LISTED);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_write_replaces_the_whole_file_and_a_failure_keeps_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("projet.ron");
        write_atomic(&path, "one").unwrap();
        write_atomic(&path, "two").unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        assert!(write_atomic(&folder.path().join("missing/projet.ron"), "x").is_err());
        let mut locked = fs::metadata(&path).unwrap().permissions();
        locked.set_readonly(true);
        fs::set_permissions(&path, locked).unwrap();
        assert!(write_atomic(&path, "three").is_err());
        assert_eq!(fs::read_to_string(&path).unwrap(), "two");
        assert_eq!(
            fs::read_dir(folder.path()).unwrap().count(),
            1,
            "no temporary file is left behind"
        );
    }

    #[test]
    fn a_file_over_the_limit_is_not_read_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large");
        fs::write(&path, vec![b'x'; 5000]).unwrap();
        assert_eq!(read_limited(&path, 1000).unwrap().len(), 1001);
    }
}
