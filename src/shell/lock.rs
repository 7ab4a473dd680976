//! Sessions: each window holds a lock that the system lets go when the process ends, however it ends.
//!
//! The folder of sessions holds, for each, `session-ID.lock` (locked while the window lives), `session-ID.open` (the files that it has open) and
//! its backup copies, `session-ID.N.copy`. A lock that can be taken is that of a session that ended; its copies are then somebody else's to bring back.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use serde::{Deserialize, Serialize};

use super::files::read_limited;
use crate::disk::write_atomic;

const PREFIX: &str = "session-";

/// The largest list of open files that is read, in bytes.
const LIST_LIMIT: u64 = 1 << 20;

/// A file that a session has open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OpenFile {
    /// The file, by its full path.
    pub path: PathBuf,
    /// The project that it holds.
    pub title: String,
    /// When it was opened, in seconds since 1970.
    pub since: u64,
}

/// The session of this window.
#[derive(Debug)]
pub struct Session {
    folder: PathBuf,
    id: String,
    /// Keeps the lock as long as the session lives.
    _lock: File,
}

/// Sessions that ended without removing their copies, held so that no other window brings the same ones back.
#[derive(Debug)]
pub struct Ended {
    id: String,
    lock: Option<File>,
}

/// Returns the seconds since 1970.
pub fn now() -> u64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs())
}

impl Session {
    /// Begins a session in a folder, which is made if need be and shown to nobody else.
    pub fn begin(folder: &Path) -> io::Result<Self> {
        fs::create_dir_all(folder)?;
        private(folder);
        // Locked before it has its name: a lock under that name without a holder is always that of a session that ended.
        let file = tempfile::Builder::new()
            .prefix(".new-")
            .rand_bytes(12)
            .tempfile_in(folder)?;
        file.as_file().try_lock()?;
        let name = file.path().file_name().map(|n| n.to_string_lossy().into_owned());
        let id = name.unwrap_or_default().replace(".new-", "");
        let lock = file
            .persist_noclobber(folder.join(format!("{PREFIX}{id}.lock")))
            .map_err(|e| e.error)?;
        Ok(Self {
            folder: folder.to_path_buf(),
            id,
            _lock: lock,
        })
    }

    /// Returns where the copy of a document goes.
    pub fn copy_path(&self, document: &str) -> PathBuf {
        self.folder.join(format!("{PREFIX}{}.{document}.copy", self.id))
    }

    /// Returns the folder of sessions.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// Says which files this session has open.
    pub fn tell_open(&self, files: &[OpenFile]) -> io::Result<()> {
        let text = ron::to_string(files).map_err(io::Error::other)?;
        write_atomic(&self.folder.join(format!("{PREFIX}{}.open", self.id)), &text)
    }

    /// Returns a file as another living session has it open.
    pub fn open_elsewhere(&self, path: &Path) -> Option<OpenFile> {
        let others = ids(&self.folder).into_iter().filter(|id| *id != self.id);
        others.filter(|id| self.lives(id)).find_map(|id| {
            let bytes = read_limited(&self.folder.join(format!("{PREFIX}{id}.open")), LIST_LIMIT).ok()?;
            let files: Vec<OpenFile> = ron::de::from_bytes(&bytes).ok()?;
            files.into_iter().find(|f| f.path == path)
        })
    }

    fn lives(&self, id: &str) -> bool {
        let lock = File::open(self.folder.join(format!("{PREFIX}{id}.lock")));
        lock.is_ok_and(|lock| matches!(lock.try_lock_shared(), Err(TryLockError::WouldBlock)))
    }

    /// Takes hold of every session that ended and that no other window holds.
    pub fn ended(&self) -> Vec<Ended> {
        let others = ids(&self.folder).into_iter().filter(|id| *id != self.id);
        others
            .filter_map(|id| {
                let path = self.folder.join(format!("{PREFIX}{id}.lock"));
                match OpenOptions::new().read(true).write(true).open(path) {
                    Ok(lock) => lock.try_lock().is_ok().then_some(Ended { id, lock: Some(lock) }),
                    // Copies without a lock are those of a session whose lock was lost.
                    Err(e) if e.kind() == io::ErrorKind::NotFound => Some(Ended { id, lock: None }),
                    Err(_) => None,
                }
            })
            .collect()
    }

    /// Returns the copies of an ended session, each moved under the name of this one, so that it is brought back again should this one end too.
    pub fn take_copies(&self, ended: &Ended) -> Vec<PathBuf> {
        let prefix = format!("{PREFIX}{}.", ended.id);
        let mut taken = Vec::new();
        for name in names(&self.folder) {
            if !(name.starts_with(&prefix) && name.ends_with(".copy")) {
                continue;
            }
            // The copies of this session's own documents are named by numbers alone.
            let free = (0_u32..)
                .map(|k| self.copy_path(&format!("r{k}")))
                .find(|p| !p.exists());
            let Some(to) = free else { continue };
            if fs::rename(self.folder.join(&name), &to).is_ok() {
                taken.push(to);
            }
        }
        taken.sort();
        taken
    }

    /// Removes what an ended session leaves once its copies are taken.
    pub fn forget(&self, ended: Ended) {
        let prefix = format!("{PREFIX}{}.", ended.id);
        let rest = names(&self.folder)
            .into_iter()
            .filter(|n| n.starts_with(&prefix) && !n.ends_with(".copy"));
        for name in rest {
            // What cannot be removed now is looked at again at the next start.
            let _ = fs::remove_file(self.folder.join(name));
        }
        drop(ended.lock);
    }

    /// Ends the session: nothing of it stays.
    pub fn end(&self) {
        for name in names(&self.folder) {
            if name.starts_with(&format!("{PREFIX}{}.", self.id)) {
                let _ = fs::remove_file(self.folder.join(name));
            }
        }
    }
}

/// Makes a folder readable by its owner alone: copies hold projects that may not be public.
#[cfg(unix)]
fn private(folder: &Path) {
    use std::os::unix::fs::PermissionsExt;
    let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o700));
}

#[cfg(not(unix))]
fn private(_folder: &Path) {}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.filter_map(|e| e.file_name().into_string().ok()).collect()
}

/// Returns the sessions that have left anything in the folder, this one included.
fn ids(folder: &Path) -> BTreeSet<String> {
    let of = |name: String| Some(name.strip_prefix(PREFIX)?.split_once('.')?.0.to_owned());
    names(folder).into_iter().filter_map(of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sessions_that_ended_are_taken_hold_of_and_only_once() {
        let folder = tempfile::tempdir().unwrap();
        let living = Session::begin(folder.path()).unwrap();
        let dead = Session::begin(folder.path()).unwrap();
        fs::write(dead.copy_path("1"), "work").unwrap();
        fs::write(living.copy_path("1"), "other work").unwrap();
        let id = dead.id.clone();
        drop(dead);
        let here = Session::begin(folder.path()).unwrap();
        let there = Session::begin(folder.path()).unwrap();
        let mut ended = here.ended();
        assert_eq!(ended.len(), 1);
        assert!(there.ended().is_empty(), "another window holds it");
        let ended = ended.remove(0);
        assert_eq!(ended.id, id);
        let taken = here.take_copies(&ended);
        assert_eq!(taken.len(), 1);
        assert_eq!(fs::read_to_string(&taken[0]).unwrap(), "work");
        here.forget(ended);
        assert!(there.ended().is_empty());
        assert_eq!(fs::read_to_string(living.copy_path("1")).unwrap(), "other work");
        // The session that took the copy dies in turn: the copy is brought back again.
        drop(here);
        let ended = there.ended();
        assert_eq!(ended.iter().map(|e| there.take_copies(e).len()).sum::<usize>(), 1);
    }

    #[test]
    fn a_file_is_open_elsewhere_only_while_that_session_lives() {
        let folder = tempfile::tempdir().unwrap();
        let (one, two) = (
            Session::begin(folder.path()).unwrap(),
            Session::begin(folder.path()).unwrap(),
        );
        let open = OpenFile {
            path: "/projets/été.ron".into(),
            title: "Été".into(),
            since: 5,
        };
        one.tell_open(std::slice::from_ref(&open)).unwrap();
        assert_eq!(two.open_elsewhere(&open.path), Some(open.clone()));
        assert_eq!(two.open_elsewhere(Path::new("/projets/autre.ron")), None);
        assert_eq!(one.open_elsewhere(&open.path), None, "its own file");
        drop(one);
        assert_eq!(two.open_elsewhere(&open.path), None);
        two.end();
        assert!(names(folder.path()).iter().all(|n| !n.contains(&two.id)));
    }
}
