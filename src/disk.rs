//! Files written whole or not at all, for the window and for the terminal.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::thread;

use tempfile::TempPath;

/// Writes a file whole or not at all: a temporary file beside it, flushed to disk, then renamed over it.
///
/// A file that stood there keeps its permissions; a new one takes those of any other.
pub fn write_atomic(path: &Path, bytes: impl AsRef<[u8]>) -> io::Result<()> {
    take_place(beside(path, bytes.as_ref())?, path, true)?;
    settle(path.parent().unwrap_or(Path::new("")));
    Ok(())
}

/// Why files were not written.
#[derive(Debug)]
pub enum NotWritten {
    /// These stand there already, and were not to be replaced.
    Exist(Vec<PathBuf>),
    /// The system refused this one, or this folder.
    Failed(PathBuf, io::Error),
    /// It was stopped.
    Stopped,
}

/// How many files are handed to the disk at once: it takes several in the time of one.
const AT_ONCE: usize = 8;

/// Writes all files, with the folders they need, or none: all stand beside their places before the first takes its own, so that a disk without room for
/// them all is left as it was. New files and folders are taken back when something fails after that.
///
/// * `replace`: whether files that stand there may be replaced. One that was replaced before another could not be is whole, and stays.
/// * `go_on`: asked before each file.
pub fn write_all(files: &[(PathBuf, &[u8])], replace: bool, go_on: impl Fn() -> bool + Sync) -> Result<(), NotWritten> {
    let there: Vec<PathBuf> = files.iter().map(|(p, _)| p.clone()).filter(|p| p.exists()).collect();
    if !there.is_empty() && !replace {
        return Err(NotWritten::Exist(there));
    }
    let mut made = Made::default();
    let done = put_in_place(files, &there, &go_on, &mut made);
    if done.is_err() {
        made.take_back();
    }
    done
}

fn put_in_place(
    files: &[(PathBuf, &[u8])],
    there: &[PathBuf],
    go_on: &(impl Fn() -> bool + Sync),
    made: &mut Made,
) -> Result<(), NotWritten> {
    let failed = |path: &Path, e| NotWritten::Failed(path.to_owned(), e);
    let mut folders: Vec<&Path> = Vec::new();
    for (path, _) in files {
        if !go_on() {
            return Err(NotWritten::Stopped);
        }
        made.folders_of(path)
            .map_err(|(folder, e)| NotWritten::Failed(folder, e))?;
        let folder = path.parent().unwrap_or(Path::new(""));
        if !folders.contains(&folder) {
            folders.push(folder);
        }
    }
    for ((path, _), beside) in files.iter().zip(all_beside(files, go_on)?) {
        if !go_on() {
            return Err(NotWritten::Stopped);
        }
        let is_new = !there.contains(path);
        match take_place(beside, path, !is_new) {
            Ok(()) if is_new => made.files.push(path.clone()),
            Ok(()) => {}
            // It came to stand there meanwhile.
            Err(e) if is_new && e.kind() == io::ErrorKind::AlreadyExists => {
                return Err(NotWritten::Exist(vec![path.clone()]));
            }
            Err(e) => return Err(failed(path, e)),
        }
    }
    folders.into_iter().for_each(settle);
    Ok(())
}

/// Writes all files beside their places, several at once.
fn all_beside(files: &[(PathBuf, &[u8])], go_on: &(impl Fn() -> bool + Sync)) -> Result<Vec<TempPath>, NotWritten> {
    let one = |(path, bytes): &(PathBuf, &[u8])| match go_on() {
        true => beside(path, bytes).map_err(|e| NotWritten::Failed(path.clone(), e)),
        false => Err(NotWritten::Stopped),
    };
    let share = files.len().div_ceil(AT_ONCE).max(1);
    thread::scope(|scope| {
        let begun: Vec<_> = files
            .chunks(share)
            .map(|some| scope.spawn(move || some.iter().map(one).collect::<Result<Vec<_>, _>>()))
            .collect();
        let mut out = Vec::with_capacity(files.len());
        for written in begun {
            // A thread that panicked has told of it already.
            let written = written.join().unwrap_or(Err(NotWritten::Stopped))?;
            out.extend(written);
        }
        Ok(out)
    })
}

/// What was made on the way, to be taken back.
#[derive(Default)]
struct Made {
    files: Vec<PathBuf>,
    folders: Vec<PathBuf>,
}

impl Made {
    /// Makes the folders that a file needs; fails with the one that cannot be made.
    fn folders_of(&mut self, path: &Path) -> Result<(), (PathBuf, io::Error)> {
        let Some(folder) = path.parent() else { return Ok(()) };
        let missing = |p: &&Path| !p.as_os_str().is_empty() && !p.exists();
        let mut new: Vec<PathBuf> = folder.ancestors().take_while(missing).map(Path::to_path_buf).collect();
        new.reverse();
        for folder in new {
            if let Err(e) = fs::create_dir(&folder) {
                return Err((folder, e));
            }
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

fn folder_of(path: &Path) -> io::Result<PathBuf> {
    match path.parent() {
        Some(p) if !p.as_os_str().is_empty() => Ok(p.to_path_buf()),
        _ => std::env::current_dir(),
    }
}

/// Writes a file beside its place, down to the disk; it goes again unless it takes its place.
fn beside(path: &Path, bytes: &[u8]) -> io::Result<TempPath> {
    if fs::metadata(path).is_ok_and(|m| m.permissions().readonly()) {
        return Err(io::Error::from(io::ErrorKind::PermissionDenied));
    }
    let mut file = tempfile::Builder::new()
        .prefix(".retombees-")
        .tempfile_in(folder_of(path)?)?;
    file.write_all(bytes)?;
    file.as_file().sync_all()?;
    // Closed here: the system holds only so many files open at once.
    Ok(file.into_temp_path())
}

/// Puts a file written beside its place there.
fn take_place(file: TempPath, path: &Path, replace: bool) -> io::Result<()> {
    match fs::metadata(path) {
        Ok(before) if replace => fs::set_permissions(&file, before.permissions())?,
        _ => readable(&file)?,
    }
    match replace {
        true => file.persist(path).map_err(|e| e.error),
        false => file.persist_noclobber(path).map_err(|e| e.error),
    }
}

/// Brings the names in a folder down to the disk; one that cannot be synced (Windows) has done its best.
fn settle(folder: &Path) {
    let folder = if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    };
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
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

    use std::sync::atomic::Ordering::Relaxed;

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
        // A folder that cannot be made is what is told of, not the file that was to go there.
        fs::write(at("file"), "mine").unwrap();
        let files = [(at("file/folder/a"), b"a".as_slice())];
        assert!(
            matches!(write_all(&files, true, || true), Err(NotWritten::Failed(path, _)) if path == at("file/folder"))
        );
        fs::remove_file(at("file")).unwrap();
        let files = [(at("x/1"), b"1".as_slice()), (at("x/2"), b"2")];
        // Before the first folder, while files are written beside their places, and while they take them.
        for asked in 0..6 {
            let left = std::sync::atomic::AtomicUsize::new(asked);
            let stopped = write_all(&files, false, || {
                left.fetch_update(Relaxed, Relaxed, |n| n.checked_sub(1)).is_ok()
            });
            assert!(matches!(stopped, Err(NotWritten::Stopped)), "{asked}");
            assert_eq!(listed(folder.path()), ["taken"]);
        }
        write_all(&files, false, || true).unwrap();
        assert_eq!(listed(folder.path()), ["taken", "x"]);
        assert_eq!(listed(&at("x")), ["1", "2"]);
    }
}
