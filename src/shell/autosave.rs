//! Backup copies: what is modified is written aside within two seconds, off the thread of the window, until it is saved or closed.
//!
//! After each round of actions the window hands over what changed; a thread of its own sleeps until then, waits a moment for more, writes, and sleeps
//! again. Nothing runs while nothing changes. What was handed over is also what the report of a crash writes.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError, TryLockError};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::files::{failure, read_limited};
use super::lock::{OpenFile, Session, now};
use crate::app::recovery::{Failure, Leftover, Leftovers};
use crate::app::{AppState, DocumentId};
use crate::scenario::file::SIZE_LIMIT;
use crate::scenario::{Scenario, file};

/// How long the writer waits for more changes after the first one.
const WAIT: Duration = Duration::from_millis(300);

/// How long it waits before it tries again to write what could not be written.
const AGAIN: Duration = Duration::from_secs(5);

/// How long the report of a crash waits for the writer to let go of the copies.
const PATIENCE: Duration = Duration::from_millis(500);

/// A backup copy as it is written.
#[derive(Serialize, Deserialize)]
struct CopyFile {
    /// The version of this format.
    version: u32,
    /// When it was written, seconds since 1970.
    written: u64,
    /// The file of the document, if it has one and its path can be written as text.
    path: Option<String>,
    /// The fingerprint of the file when the document was opened or last saved.
    base: Option<String>,
    /// The document.
    text: String,
}

const COPY_VERSION: u32 = 1;

/// A modified document as last handed over.
#[derive(Clone)]
struct Work {
    scenario: Arc<Scenario>,
    path: Option<PathBuf>,
    base: Option<String>,
    to: PathBuf,
    written: bool,
}

impl Work {
    /// Writes the copy, whole or not at all.
    fn write(&self) -> io::Result<()> {
        let copy = CopyFile {
            version: COPY_VERSION,
            written: now(),
            path: self.path.as_deref().and_then(|p| p.to_str()).map(str::to_owned),
            base: self.base.clone(),
            text: file::write(&self.scenario).map_err(io::Error::other)?,
        };
        let text = ron::to_string(&copy).map_err(io::Error::other)?;
        let folder = self.to.parent().unwrap_or(&self.to);
        let name = self.to.with_extension("");
        let name = name.file_name().unwrap_or_default();
        let mut file = tempfile::Builder::new()
            .prefix(name)
            .suffix(".part")
            .tempfile_in(folder)?;
        file.write_all(text.as_bytes())?;
        // Once it has its name it outlives the process; a disk under load may take seconds more to make it outlive the machine.
        file.persist(&self.to).map_err(|e| e.error)?.sync_data()
    }
}

/// What the window and the writer share.
#[derive(Default)]
struct Waiting {
    work: BTreeMap<u64, Work>,
    /// When the first change came that is not written yet.
    since: Option<Instant>,
    remove: Vec<PathBuf>,
    open: Option<Vec<OpenFile>>,
    ended: bool,
}

#[derive(Default)]
struct Shared {
    waiting: Mutex<Waiting>,
    wake: Condvar,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        // A thread that panicked while it held the copies left them whole: each change to them is one assignment.
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// What the window knows it has handed over of a document.
#[derive(PartialEq)]
struct Seen {
    revision: u64,
    path: Option<PathBuf>,
    base: Option<String>,
}

/// The backup copies of a window.
pub struct Backup {
    session: Arc<Session>,
    shared: Arc<Shared>,
    writer: Option<JoinHandle<()>>,
    seen: HashMap<DocumentId, Seen>,
    since: HashMap<PathBuf, u64>,
    open: Vec<OpenFile>,
}

/// The copies, for the report of a crash.
#[derive(Clone)]
pub struct LastWork(Arc<Shared>);

impl Backup {
    /// Begins to keep copies in a session.
    ///
    /// * `failed`: told, from another thread, why copies cannot be written; once until they can again.
    pub fn begin(session: Arc<Session>, failed: impl Fn(Failure) + Send + 'static) -> Self {
        let shared = Arc::new(Shared::default());
        let (theirs, held) = (shared.clone(), session.clone());
        let writer = std::thread::spawn(move || write_on(&theirs, &held, &failed));
        Self {
            session,
            shared,
            writer: Some(writer),
            seen: HashMap::new(),
            since: HashMap::new(),
            open: Vec::new(),
        }
    }

    /// Hands over what changed since it was last called; nothing is written on this thread.
    pub fn look(&mut self, state: &AppState) {
        let mut changed = Vec::new();
        let mut gone: Vec<DocumentId> = self.seen.keys().copied().collect();
        for document in state.documents.iter().filter(|d| d.is_modified()) {
            gone.retain(|id| *id != document.id);
            let seen = Seen {
                revision: document.revision(),
                path: document.path.clone(),
                base: document.disk.version.clone(),
            };
            if self.seen.get(&document.id) == Some(&seen) {
                continue;
            }
            let default = || self.session.copy_path(&document.id.0.to_string());
            changed.push((
                document.id,
                Work {
                    scenario: Arc::new(document.scenario().clone()),
                    path: seen.path.clone(),
                    base: seen.base.clone(),
                    to: document.disk.copy.clone().unwrap_or_else(default),
                    written: false,
                },
            ));
            self.seen.insert(document.id, seen);
        }
        let open = self.open_files(state);
        let told = open != self.open;
        if changed.is_empty() && gone.is_empty() && !told {
            return;
        }
        let mut waiting = self.shared.lock();
        for (id, work) in changed {
            waiting.since.get_or_insert_with(Instant::now);
            waiting.work.insert(id.0, work);
        }
        for id in gone {
            self.seen.remove(&id);
            let work = waiting.work.remove(&id.0);
            waiting.remove.extend(work.map(|w| w.to));
        }
        if told {
            self.open.clone_from(&open);
            waiting.open = Some(open);
        }
        self.shared.wake.notify_one();
    }

    /// Returns the files that the window has open, each since when.
    fn open_files(&mut self, state: &AppState) -> Vec<OpenFile> {
        let lang = state.lang();
        let mut files = Vec::new();
        for document in &state.documents {
            if let Some(path) = &document.path {
                let since = *self.since.entry(path.clone()).or_insert_with(now);
                files.push(OpenFile {
                    path: path.clone(),
                    title: document.scenario().name.get(lang).to_owned(),
                    since,
                });
            }
        }
        self.since.retain(|path, _| files.iter().any(|f| f.path == *path));
        files
    }

    /// Returns the copies as last handed over.
    pub fn last_work(&self) -> LastWork {
        LastWork(self.shared.clone())
    }

    /// Ends the session of a window that closes as its user asked: no copy stays.
    pub fn end(mut self) {
        let writer = self.writer.take();
        let mut waiting = self.shared.lock();
        waiting.ended = true;
        self.shared.wake.notify_one();
        drop(waiting);
        // A writer that panicked has nothing left to write.
        let _ = writer.map(JoinHandle::join);
        self.session.end();
    }
}

impl LastWork {
    /// Writes the copies that are not written yet, from the thread of a panic; gives up when they stay held.
    pub fn write(&self) {
        let until = Instant::now() + PATIENCE;
        loop {
            match self.0.waiting.try_lock() {
                Ok(waiting) => return write_all(&waiting),
                Err(TryLockError::Poisoned(waiting)) => return write_all(&waiting.into_inner()),
                Err(TryLockError::WouldBlock) if Instant::now() < until => {
                    std::thread::sleep(Duration::from_millis(5));
                }
                Err(TryLockError::WouldBlock) => return,
            }
        }
    }
}

fn write_all(waiting: &Waiting) {
    for work in waiting.work.values().filter(|w| !w.written) {
        // The process is ending: what cannot be written now has its earlier copy.
        let _ = work.write();
    }
}

/// Writes what is handed over until the session ends.
fn write_on(shared: &Shared, session: &Session, failed: &dyn Fn(Failure)) {
    let mut told = false;
    let mut pause = WAIT;
    let mut waiting = shared.lock();
    loop {
        if waiting.ended {
            return;
        }
        if !waiting.remove.is_empty() || waiting.open.is_some() {
            let remove = std::mem::take(&mut waiting.remove);
            let open = waiting.open.take();
            drop(waiting);
            for path in remove {
                // A copy that stays is compared with its file at the next start, and goes then.
                let _ = fs::remove_file(path);
            }
            if let Some(open) = open {
                // Without this list another window is not warned; the fingerprint of the file still guards every save.
                let _ = session.tell_open(&open);
            }
            waiting = shared.lock();
            continue;
        }
        let Some(since) = waiting.since else {
            waiting = shared.wake.wait(waiting).unwrap_or_else(PoisonError::into_inner);
            continue;
        };
        let waited = since.elapsed();
        if waited < pause {
            let left = pause - waited;
            let woken = shared.wake.wait_timeout(waiting, left);
            waiting = woken.unwrap_or_else(PoisonError::into_inner).0;
            continue;
        }
        waiting.since = None;
        let due: Vec<(u64, Work)> = waiting
            .work
            .iter()
            .filter(|(_, w)| !w.written)
            .map(|(id, w)| (*id, w.clone()))
            .collect();
        drop(waiting);
        let mut problem = None;
        let mut done = Vec::new();
        for (id, work) in due {
            match work.write() {
                Ok(()) => done.push((id, work)),
                Err(e) => problem = Some(failure(&e, &work.to)),
            }
        }
        waiting = shared.lock();
        for (id, work) in done {
            if let Some(now) = waiting.work.get_mut(&id) {
                // It may have changed while it was written.
                now.written = Arc::ptr_eq(&now.scenario, &work.scenario) && now.base == work.base;
            }
        }
        pause = WAIT;
        match problem {
            Some(problem) => {
                pause = AGAIN;
                waiting.since.get_or_insert_with(Instant::now);
                if !told {
                    failed(problem);
                }
                told = true;
            }
            None => told = false,
        }
    }
}

/// Brings back what sessions that ended left in the folder; copies that cannot be read are put aside.
pub fn collect(session: &Session) -> Leftovers {
    let mut left = Leftovers::default();
    for ended in session.ended() {
        for copy in session.take_copies(&ended) {
            match read_copy(&copy) {
                Some(leftover) => left.found.push(leftover),
                None => left.broken.extend(put_aside(&copy)),
            }
        }
        session.forget(ended);
    }
    // A copy may have been made twice on its way; the newer one is enough.
    left.found.sort_by_key(|l| l.age);
    let mut kept: Vec<Leftover> = Vec::new();
    for leftover in left.found {
        let twice = kept
            .iter()
            .any(|k| (&k.text, &k.path) == (&leftover.text, &leftover.path));
        if twice {
            let _ = fs::remove_file(&leftover.copy);
        } else {
            kept.push(leftover);
        }
    }
    // The newest one opens last, so that it is in front.
    kept.reverse();
    left.found = kept;
    left
}

fn read_copy(path: &std::path::Path) -> Option<Leftover> {
    // The document is written as one text inside: escapes make it longer than its own file may be.
    let bytes = read_limited(path, 3 * SIZE_LIMIT).ok()?;
    let copy: CopyFile = ron::de::from_bytes(&bytes).ok()?;
    if copy.version > COPY_VERSION {
        return None;
    }
    let file = copy.path.map(PathBuf::from);
    Some(Leftover {
        copy: path.to_path_buf(),
        text: copy.text,
        disk: file.as_deref().and_then(|f| read_limited(f, SIZE_LIMIT).ok()),
        path: file,
        base: copy.base,
        age: now().saturating_sub(copy.written),
    })
}

/// Moves a copy that cannot be read into a folder of its own, and returns where it is then.
pub fn put_aside(copy: &std::path::Path) -> Option<PathBuf> {
    let folder = copy.parent()?.join("unreadable");
    let to = folder.join(copy.file_name()?);
    let moved = fs::create_dir_all(&folder).and_then(|()| fs::rename(copy, &to));
    Some(if moved.is_ok() { to } else { copy.to_path_buf() })
}
