//! Files written whole or not at all, for the window and for the terminal.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes a file whole or not at all: a temporary file beside it, flushed to disk, then renamed over it.
///
/// A file that stood there keeps its permissions; a new one takes those of any other.
pub fn write_atomic(path: &Path, bytes: impl AsRef<[u8]>) -> io::Result<()> {
    write(path, bytes.as_ref(), true)
}

/// Why files were not written.
#[derive(Debug)]
pub enum NotWritten {
    /// These stand there already, and were not to be replaced.
    Exist(Vec<PathBuf>),
    /// The system refused this one.
    Failed(PathBuf, io::Error),
    /// It was stopped.
    Stopped,
}

/// Writes all files, with the folders they need, or none: when one fails, the new ones that were written are taken back, their folders too.
///
/// * `replace`: whether files that stand there may be replaced. One that was replaced before another failed is whole, and stays.
/// * `go_on`: asked before each file.
pub fn write_all(files: &[(PathBuf, &[u8])], replace: bool, mut go_on: impl FnMut() -> bool) -> Result<(), NotWritten> {
    let there: Vec<PathBuf> = files.iter().map(|(p, _)| p.clone()).filter(|p| p.exists()).collect();
    if !there.is_empty() && !replace {
        return Err(NotWritten::Exist(there));
    }
    let mut made = Made::default();
    for (path, bytes) in files {
        if !go_on() {
            made.take_back();
            return Err(NotWritten::Stopped);
        }
        let is_new = !there.contains(path);
        let written = made.folders_of(path).and_then(|()| write(path, bytes, !is_new));
        match written {
            Ok(()) if is_new => made.files.push(path.clone()),
            Ok(()) => {}
            Err(e) => {
                made.take_back();
                return Err(match e.kind() {
                    // It came to stand there meanwhile.
                    io::ErrorKind::AlreadyExists if is_new => NotWritten::Exist(vec![path.clone()]),
                    _ => NotWritten::Failed(path.clone(), e),
                });
            }
        }
    }
    Ok(())
}

/// What was made on the way, to be taken back.
#[derive(Default)]
struct Made {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

impl Made {
    /// Makes the folders that a file needs.
    fn folders_of(&mut self, path: &Path) -> io::Result<()> {
        let Some(folder) = path.parent() else { return Ok(()) };
        let missing = |p: &&Path| !p.as_os_str().is_empty() && !p.exists();
        let mut new: Vec<PathBuf> = folder.ancestors().take_while(missing).map(Path::to_path_buf).collect();
        new.reverse();
        for folder in new {
            fs::create_dir(&folder)?;
            self.folders.push(folder);
        }
        Ok(())
    }

    /// Removes the new files, and the new folders where nobody put anything meanwhile.
    fn take_back(self) {
        for file in self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.into_iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

fn write(path: &Path, bytes: &[u8], replace: bool) -> io::Result<()> {
    let folder = match path.parent() {
        Some(p) if !p.as_os_str().is_empty() => p.to_path_buf(),
        _ => std::env::current_dir()?,
    };
    if fs::metadata(path).is_ok_and(|m| m.permissions().readonly()) {
        return Err(io::Error::from(io::ErrorKind::PermissionDenied));
    }
    let mut file = tempfile::Builder::new().prefix(".retombees-").tempfile_in(&folder)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    match fs::metadata(path) {
        Ok(before) if replace => fs::set_permissions(file.path(), before.permissions())?,
        _ => readable(file.path())?,
    }
    match replace {
        true => file.persist(path).map_err(|e| e.error)?,
        false => file.persist_noclobber(path).map_err(|e| e.error)?,
    };
    // The rename itself must reach the disk; a folder that cannot be synced (Windows) has done its best.
    if let Ok(folder) = File::open(&folder) {
        let _ = folder.sync_all();
    }
    Ok(())
}

/// Gives a new file the permissions of any other, instead of a temporary file's own.
#[cfg(unix)]
fn readable(path: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(path, fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable(_path: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

    use super::*;

    fn listed(folder: &Path) -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder)
            .unwrap()
            .map(|e| e.unwrap().file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn all_are_written_with_their_folders() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        let files = [
            (at("projet été/fr/a.svg"), b"a".as_slice()),
            (at("projet été/b.csv"), b"b"),
        ];
        write_all(&files, false, || true).unwrap();
        for (path, bytes) in files {
            assert_eq!(fs::read(path).unwrap(), bytes);
        }
    }

    #[test]
    fn a_file_in_the_way_is_named_and_nothing_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("b"), "mine").unwrap();
        let files = [(at("new/a"), b"a".as_slice()), (at("b"), b"b")];
        match write_all(&files, false, || true) {
            Err(NotWritten::Exist(there)) => assert_eq!(there, [at("b")]),
            other => panic!("{other:?}"),
        }
        assert_eq!(listed(folder.path()), ["b"]);
        write_all(&files, true, || true).unwrap();
        assert_eq!(fs::read_to_string(at("b")).unwrap(), "b");
    }

    #[test]
    fn when_one_fails_or_it_is_stopped_nothing_new_remains() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        // A folder stands where a file is to go: the system refuses it whoever asks.
        fs::create_dir(at("taken")).unwrap();
        let files = [(at("new/deep/a"), b"a".as_slice()), (at("taken"), b"b")];
        assert!(matches!(write_all(&files, true, || true), Err(NotWritten::Failed(path, _)) if path == at("taken")));
        assert_eq!(listed(folder.path()), ["taken"]);
        let files = [(at("x/1"), b"1".as_slice()), (at("x/2"), b"2")];
        let mut left = 1;
        let stopped = write_all(&files, false, || {
            left -= 1;
            left >= 0
        });
        assert!(matches!(stopped, Err(NotWritten::Stopped)));
        assert_eq!(listed(folder.path()), ["taken"]);
    }
}
