//! What the state asks of the world outside, done off the thread of the window where it may take time.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use eframe::egui::{ColorImage, Context, ViewportCommand};

use super::autosave::put_aside;
use super::exports::{self, Exports};
use super::files::{NotSaved, failure, full, names_like, read_limited};
use super::lock::{Session, now};
use super::picker::{FilePicker, Picked, SystemPicker};
use super::settings;
use super::writer::{Writer, Written};
use crate::app::action::PathRequest;
use crate::app::recovery::{Failure, Held, Recent};
use crate::app::{
    Action, AppState, Copied, DocumentId, Effect, ExportAction, ExportEffect, FileAction, FileEffect, GroupAction,
    SheetAction, ViewAction, member_files,
};
use crate::scenario::file::SIZE_LIMIT;
use crate::scenario::group;
use crate::text::messages::{export, ui as words};

/// How long each program that could open a folder has to say that it cannot.
const OPENING: Duration = Duration::from_secs(3);

/// The way to the world outside: effects go out, actions come back.
pub struct Outside {
    ctx: Context,
    picker: Box<dyn FilePicker>,
    sender: Sender<Action>,
    receiver: Receiver<Action>,
    /// The session of this window, unless it could not begin.
    session: Option<Arc<Session>>,
    /// Writes documents; nothing once the window has closed.
    writer: Option<Writer>,
    /// The exports under way.
    exports: Exports,
    /// Pictures drawn for the clipboard, and the way to it.
    drawn: (Sender<ColorImage>, Receiver<ColorImage>),
}

impl Outside {
    /// Opens the way, with the system's own dialogs.
    pub fn new(ctx: Context, session: Option<Arc<Session>>) -> Self {
        let (sender, receiver) = channel();
        Self {
            ctx,
            picker: Box::new(SystemPicker),
            sender,
            receiver,
            session,
            writer: Some(Writer::begin()),
            exports: Exports::default(),
            drawn: channel(),
        }
    }

    /// Returns the actions that came back; a picture that was drawn for the clipboard goes there.
    pub fn arrived(&self) -> Vec<Action> {
        let copied = self.drawn.1.try_iter().map(|image| {
            self.ctx.copy_image(image);
            Action::View(ViewAction::Copied(Copied::Picture))
        });
        self.receiver.try_iter().chain(copied).collect()
    }

    /// Does one thing outside.
    pub fn perform(&self, effect: Effect, state: &AppState) {
        let lang = state.lang();
        match effect {
            Effect::PickOpen => {
                let back = self.back();
                self.picker.open(
                    words::PATH_OPEN.get(lang),
                    state.safety.folder.as_deref(),
                    Box::new(move |picked| match picked {
                        Picked::Path(path) => back(Action::OpenPath(path)),
                        Picked::Unavailable => back(Action::AskPath(PathRequest::Open)),
                        Picked::Cancelled => {}
                    }),
                );
            }
            Effect::PickSave(id, name) => {
                let back = self.back();
                let proposed = name.clone();
                self.picker.save(
                    words::PATH_SAVE.get(lang),
                    state.safety.folder.as_deref(),
                    &name,
                    Box::new(move |picked| match picked {
                        Picked::Path(path) => back(Action::SaveTo(id, path)),
                        Picked::Unavailable => back(Action::AskPath(PathRequest::Save(id, proposed))),
                        Picked::Cancelled => {}
                    }),
                );
            }
            Effect::Read(path) => {
                let (back, session) = (self.back(), self.session.clone());
                let open: Vec<PathBuf> = state.documents.iter().filter_map(|d| d.path.clone()).collect();
                std::thread::spawn(move || back(read(&path, session.as_deref(), &open)));
            }
            Effect::Write(id, path, text, revision) => self.write(state, id, path, text, revision),
            Effect::WriteNew(id, path) => {
                let own = state.documents.iter().find(|d| d.id == id).and_then(|d| d.path.clone());
                self.queue(move |_| {
                    let path = full(&path);
                    if path.is_dir() {
                        Action::Files(FileAction::Failed(Some(id), path, Failure::IsFolder))
                    } else if path.exists() && own.as_ref() != Some(&path) {
                        Action::AskReplace(id, path)
                    } else {
                        Action::SaveTo(id, path)
                    }
                });
            }
            Effect::Export(ExportEffect::Pick(file)) => {
                let back = self.back();
                let name = file.file_name();
                self.picker.save(
                    export::EXPORT_PICTURE.get(lang),
                    state.safety.folder.as_deref(),
                    &name,
                    Box::new(move |picked| match picked {
                        Picked::Path(path) => back(Action::Export(ExportAction::To(file, path))),
                        Picked::Unavailable => back(Action::Export(ExportAction::AskPath(file))),
                        Picked::Cancelled => {}
                    }),
                );
            }
            Effect::Export(ExportEffect::Write(file, path, replace)) => {
                self.queue(move |_| Action::Export(exports::write_picture(file, &path, replace)));
            }
            Effect::Export(ExportEffect::Copy(file)) => {
                let (back, drawn, ctx) = (self.back(), self.drawn.0.clone(), self.ctx.clone());
                std::thread::spawn(move || match exports::pixels(&file) {
                    Ok(p) => {
                        let image = ColorImage::from_rgba_premultiplied([p.width, p.height], &p.rgba);
                        // The window may be gone; then nobody waits for the picture.
                        let _ = drawn.send(image);
                        ctx.request_repaint();
                    }
                    Err(e) => back(Action::Export(ExportAction::NotCopied(Failure::Other(e.to_string())))),
                });
            }
            Effect::Export(ExportEffect::OpenFolder(folder)) => {
                let back = self.back();
                std::thread::spawn(move || {
                    if open::that_detached_with_timeout(&folder, OPENING).is_err() {
                        back(Action::Export(ExportAction::Sheet(SheetAction::NotOpened)));
                    }
                });
            }
            Effect::Export(ExportEffect::Preview(asked)) => exports::preview(state, asked, self.back()),
            Effect::Export(ExportEffect::PickFolder(from)) => {
                let back = self.back();
                let sheet = move |action| back(Action::Export(ExportAction::Sheet(action)));
                self.picker.folder(
                    export::PICK_FOLDER.get(lang),
                    Some(&full(Path::new(from.trim()))),
                    Box::new(move |picked| match picked {
                        Picked::Path(path) => sheet(SheetAction::Folder(path.to_string_lossy().into_owned())),
                        Picked::Unavailable => sheet(SheetAction::NoPicker),
                        Picked::Cancelled => {}
                    }),
                );
            }
            Effect::Export(ExportEffect::WriteAll(job)) => self.exports.begin(state, job, self.back()),
            Effect::Export(ExportEffect::Stop(job)) => self.exports.stop(job),
            Effect::Files(effect) => self.perform_on_files(effect),
            Effect::KeepSettings => settings::keep(&state.settings),
            Effect::Close => self.ctx.send_viewport_cmd(ViewportCommand::Close),
        }
    }

    /// Puts the writing of a document behind what is being written.
    fn write(&self, state: &AppState, id: DocumentId, path: PathBuf, text: String, revision: u64) {
        let document = state.documents.iter().find(|d| d.id == id);
        let own = document.and_then(|d| Some((d.path.clone()?, d.disk.version.clone())));
        let session = self.session.clone();
        self.queue(move |written| {
            let path = full(&path);
            let own = own.filter(|(known, _)| *known == path);
            if own.is_none() && session.is_some_and(|s| s.open_elsewhere(&path).is_some()) {
                return Action::Files(FileAction::Failed(Some(id), path, Failure::OpenElsewhere));
            }
            let expected = own.and_then(|(_, version)| version);
            match written.save(&path, &text, expected.as_deref()) {
                Ok(path) => Action::Saved(id, path, revision),
                Err(NotSaved::Changed(bytes)) => Action::Files(FileAction::Changed(id, path, bytes)),
                Err(NotSaved::Failed(failure)) => Action::Files(FileAction::Failed(Some(id), path, failure)),
            }
        });
    }

    /// Does something on the thread that writes, and brings back what came of it.
    fn queue(&self, task: impl FnOnce(&mut Written) -> Action + Send + 'static) {
        if let Some(writer) = &self.writer {
            let back = self.back();
            writer.queue(move |written| back(task(written)));
        }
    }

    /// Waits until everything that was asked is written.
    pub fn finish(&mut self) {
        self.exports.finish();
        self.writer = None;
    }

    fn perform_on_files(&self, effect: FileEffect) {
        let back = self.back();
        match effect {
            // A copy that stays is looked at again at the next start.
            FileEffect::Drop(copy) => drop(std::fs::remove_file(copy)),
            FileEffect::PutAside(copy) => {
                if let Some(path) = put_aside(&copy) {
                    back(Action::Files(FileAction::PutAside(path)));
                }
            }
            FileEffect::ReadBeside(id, path) => {
                std::thread::spawn(move || {
                    back(Action::Files(match read_limited(&path, SIZE_LIMIT) {
                        Ok(bytes) => FileAction::Beside(id, bytes),
                        Err(e) => FileAction::Failed(None, path.clone(), failure(&e, &path)),
                    }));
                });
            }
            FileEffect::List(typed) => {
                std::thread::spawn(move || {
                    let entries = names_like(&typed);
                    back(Action::Files(FileAction::Listed(typed, entries)));
                });
            }
        }
    }

    /// Looks at the files of the open documents and at the recent ones, off this thread: a network may take its time to answer.
    pub fn look_at_files(&self, state: &AppState) {
        let back = self.back();
        let open = state.documents.iter().filter_map(|d| Some((d.id, d.path.clone()?)));
        let open: Vec<(DocumentId, PathBuf)> = open.collect();
        let recent: Vec<Recent> = state.safety.recent.clone();
        if open.is_empty() && recent.is_empty() {
            return;
        }
        std::thread::spawn(move || {
            for (id, path) in open {
                if let Ok(bytes) = read_limited(&path, SIZE_LIMIT) {
                    back(Action::Files(FileAction::Seen(id, path, bytes)));
                }
            }
            let seen = |r: &Recent| Recent {
                path: r.path.clone(),
                missing: !r.path.exists(),
            };
            back(Action::Files(FileAction::RecentSeen(recent.iter().map(seen).collect())));
        });
    }

    /// Returns what brings an action back and wakes the window.
    pub fn back(&self) -> impl Fn(Action) + Send + 'static {
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        move |action| {
            // The window may be gone; then nobody waits for the action.
            let _ = sender.send(action);
            ctx.request_repaint();
        }
    }
}

/// Returns whether a file holds a group of scenarios.
fn is_group(path: &Path) -> bool {
    path.file_name()
        .is_some_and(|name| group::is_group(&name.to_string_lossy()))
}

/// Reads a file to open, under its full path; a file that another window has is handed over with a question.
///
/// * `open`: the files that this window has, which are never a question.
fn read(path: &Path, session: Option<&Session>, open: &[PathBuf]) -> Action {
    let path = full(path);
    if path.is_dir() {
        return Action::Files(FileAction::Failed(None, path, Failure::IsFolder));
    }
    let bytes = match read_limited(&path, SIZE_LIMIT) {
        Ok(bytes) => bytes,
        Err(e) => {
            let failure = failure(&e, &path);
            return Action::Files(FileAction::Failed(None, path, failure));
        }
    };
    let elsewhere = session
        .filter(|_| !open.contains(&path))
        .and_then(|s| s.open_elsewhere(&path));
    match elsewhere {
        Some(other) => Action::Files(FileAction::Held(Held {
            path,
            bytes,
            title: other.title,
            age: now().saturating_sub(other.since),
        })),
        None if is_group(&path) => {
            let folder = path.parent().unwrap_or(Path::new(""));
            let open = |name: String| {
                let bytes = read_limited(&folder.join(&name), SIZE_LIMIT).ok();
                (name, bytes)
            };
            let files = member_files(&bytes).into_iter().map(open).collect();
            Action::Group(GroupAction::Read(path, bytes, files))
        }
        None => Action::FileRead(path, bytes),
    }
}
