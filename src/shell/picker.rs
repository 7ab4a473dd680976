//! File dialogs, off the thread of the window, and how the lack of a dialog service is noticed.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

/// What a dialog came back with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Picked {
    /// A path.
    Path(PathBuf),
    /// The user thought better of it.
    Cancelled,
    /// No dialog could open.
    Unavailable,
}

/// A dialog that answers within this time was never shown to a person.
const TOO_FAST: Duration = Duration::from_millis(250);

/// Lets the user choose files.
pub trait FilePicker: Send + Sync {
    /// Chooses a file to open, beginning in a folder, then calls `done` from another thread.
    fn open(&self, title: &str, folder: Option<&Path>, done: Box<dyn FnOnce(Picked) + Send>);
    /// Chooses a folder, beginning in another, then calls `done` from another thread.
    fn folder(&self, title: &str, from: Option<&Path>, done: Box<dyn FnOnce(Picked) + Send>);
    /// Chooses where to write, with a proposed file name, then calls `done` from another thread.
    fn save(&self, title: &str, folder: Option<&Path>, name: &str, done: Box<dyn FnOnce(Picked) + Send>);
}

/// The system's own dialogs.
pub struct SystemPicker;

impl FilePicker for SystemPicker {
    fn open(&self, title: &str, folder: Option<&Path>, done: Box<dyn FnOnce(Picked) + Send>) {
        answer(dialog(title, folder, "ron").pick_file(), done);
    }

    fn folder(&self, title: &str, from: Option<&Path>, done: Box<dyn FnOnce(Picked) + Send>) {
        let dialog = rfd::AsyncFileDialog::new().set_title(title);
        let dialog = match from.filter(|f| f.is_dir()) {
            Some(folder) => dialog.set_directory(folder),
            None => dialog,
        };
        answer(dialog.pick_folder(), done);
    }

    fn save(&self, title: &str, folder: Option<&Path>, name: &str, done: Box<dyn FnOnce(Picked) + Send>) {
        let extension = Path::new(name).extension().and_then(|e| e.to_str()).unwrap_or("ron");
        answer(dialog(title, folder, extension).set_file_name(name).save_file(), done);
    }
}

/// Returns a dialog that lists the files of one kind first.
fn dialog(title: &str, folder: Option<&Path>, extension: &str) -> rfd::AsyncFileDialog {
    let dialog = rfd::AsyncFileDialog::new()
        .set_title(title)
        .add_filter(extension.to_uppercase(), &[extension]);
    match folder {
        Some(folder) => dialog.set_directory(folder),
        None => dialog,
    }
}

/// Waits for a dialog on a thread of its own; rfd answers as for a cancel when it finds no service, only too fast.
fn answer(
    future: impl Future<Output = Option<rfd::FileHandle>> + Send + 'static,
    done: Box<dyn FnOnce(Picked) + Send>,
) {
    let started = Instant::now();
    std::thread::spawn(move || {
        let picked = match pollster::block_on(future) {
            Some(handle) => Picked::Path(handle.path().to_path_buf()),
            None if started.elapsed() < TOO_FAST => Picked::Unavailable,
            None => Picked::Cancelled,
        };
        done(picked);
    });
}
