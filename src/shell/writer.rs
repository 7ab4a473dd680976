//! The thread that writes documents, one after the other in the order asked, so that a slow disk or network never holds the window.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};
use std::thread::JoinHandle;

use super::files::{NotSaved, save};
use crate::data::library::fingerprint;

/// A task of the thread.
type Task = Box<dyn FnOnce(&mut Written) + Send>;

/// The thread. Dropped, it first finishes what was asked of it.
pub struct Writer {
    sender: Option<Sender<Task>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// Starts the thread.
    pub fn begin() -> Self {
        let (sender, receiver) = channel::<Task>();
        let thread = std::thread::spawn(move || {
            let mut written = Written::default();
            for task in receiver {
                task(&mut written);
            }
        });
        Self {
            sender: Some(sender),
            thread: Some(thread),
        }
    }

    /// Puts a task behind those that wait.
    pub fn queue(&self, task: impl FnOnce(&mut Written) + Send + 'static) {
        if let Some(sender) = &self.sender {
            // The thread ends only after its sender is gone.
            let _ = sender.send(Box::new(task));
        }
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.sender = None;
        if let Some(thread) = self.thread.take() {
            // A task that panicked has told of it already.
            let _ = thread.join();
        }
    }
}

/// What the thread wrote last to each file, and over which version.
#[derive(Default)]
pub struct Written(HashMap<PathBuf, (Option<String>, String)>);

impl Written {
    /// Writes a document, and returns the full path of its file.
    ///
    /// * `expected`: the fingerprint that the file must have if it exists, as the window knew it when it asked; nothing when any file there may be replaced.
    ///
    /// Who saves twice before the answer to the first has come asks twice for the same version; the second finds what the first wrote, which is no conflict.
    pub fn save(&mut self, path: &Path, text: &str, expected: Option<&str>) -> Result<PathBuf, NotSaved> {
        let known = match self.0.get(path) {
            Some((over, written)) if over.as_deref() == expected => expected.map(|_| written.as_str()),
            _ => None,
        };
        let done = match save(path, text, known.or(expected)) {
            // What stood there before the first of the two may be back.
            Err(NotSaved::Changed(_)) if known.is_some() => save(path, text, expected),
            done => done,
        };
        if done.is_ok() {
            let over = expected.map(str::to_owned);
            self.0.insert(path.to_owned(), (over, fingerprint(text.as_bytes())));
        }
        done
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

    use std::fs;
    use std::sync::{Arc, Mutex};
    use std::time::Duration;

    use super::*;

    #[test]
    fn tasks_are_done_in_order_and_all_of_them_before_the_end() {
        let done = Arc::new(Mutex::new(Vec::new()));
        let writer = Writer::begin();
        for k in 0..20 {
            let done = done.clone();
            writer.queue(move |_| {
                std::thread::sleep(Duration::from_millis(if k == 0 { 30 } else { 1 }));
                done.lock().unwrap().push(k);
            });
        }
        drop(writer);
        assert_eq!(*done.lock().unwrap(), (0..20).collect::<Vec<_>>());
    }

    #[test]
    fn saving_twice_before_the_first_answer_is_no_conflict_and_a_stranger_still_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("projet.ron");
        fs::write(&path, "first").unwrap();
        let known = fingerprint(b"first");
        let mut written = Written::default();
        written.save(&path, "second", Some(&known)).unwrap();
        written.save(&path, "third", Some(&known)).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "third");

        fs::write(&path, "from elsewhere").unwrap();
        for expected in [&known, &fingerprint(b"third")] {
            match written.save(&path, "fourth", Some(expected)) {
                Err(NotSaved::Changed(bytes)) => assert_eq!(bytes, b"from elsewhere"),
                other => panic!("{other:?}"),
            }
        }
        assert_eq!(fs::read_to_string(&path).unwrap(), "from elsewhere");
        written.save(&path, "fifth", None).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "fifth");
    }
}
