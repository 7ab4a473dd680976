//! What the state asks of the world outside, done off the thread of the window where it may take time.

use std::sync::mpsc::{Receiver, Sender, channel};

use eframe::egui::{Context, ViewportCommand};

use super::files::{read_limited, write_atomic};
use super::picker::{FilePicker, Picked, SystemPicker};
use super::settings;
use crate::app::action::PathRequest;
use crate::app::{Action, AppState, Effect};
use crate::scenario::file::SIZE_LIMIT;
use crate::text::messages::ui as words;

/// The way to the world outside: effects go out, actions come back.
pub struct Outside {
    ctx: Context,
    picker: Box<dyn FilePicker>,
    sender: Sender<Action>,
    receiver: Receiver<Action>,
}

impl Outside {
    /// Opens the way, with the system's own dialogs.
    pub fn new(ctx: Context) -> Self {
        let (sender, receiver) = channel();
        Self {
            ctx,
            picker: Box::new(SystemPicker),
            sender,
            receiver,
        }
    }

    /// Returns the actions that came back.
    pub fn arrived(&self) -> Vec<Action> {
        self.receiver.try_iter().collect()
    }

    /// Does one thing outside.
    pub fn perform(&self, effect: Effect, state: &AppState) {
        let lang = state.lang();
        match effect {
            Effect::PickOpen => {
                let back = self.back();
                self.picker.open(
                    words::PATH_OPEN.get(lang),
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
                    &name,
                    Box::new(move |picked| match picked {
                        Picked::Path(path) => back(Action::SaveTo(id, path)),
                        Picked::Unavailable => back(Action::AskPath(PathRequest::Save(id, proposed))),
                        Picked::Cancelled => {}
                    }),
                );
            }
            Effect::Read(path) => {
                let back = self.back();
                std::thread::spawn(move || match read_limited(&path, SIZE_LIMIT) {
                    Ok(bytes) => back(Action::FileRead(path, bytes)),
                    Err(e) => back(Action::FileFailed(path, e.to_string())),
                });
            }
            // Writing is done at once: a file of this size takes less than a frame, and the window may be about to close.
            Effect::Write(id, path, text, revision) => match write_atomic(&path, &text) {
                Ok(()) => self.back()(Action::Saved(id, path, revision)),
                Err(e) => self.back()(Action::FileFailed(path, e.to_string())),
            },
            Effect::WriteNew(id, path) => self.back()(if path.exists() {
                Action::AskReplace(id, path)
            } else {
                Action::SaveTo(id, path)
            }),
            Effect::KeepSettings => settings::keep(&state.settings),
            Effect::Close => self.ctx.send_viewport_cmd(ViewportCommand::Close),
        }
    }

    /// Returns what brings an action back and wakes the window.
    fn back(&self) -> impl Fn(Action) + Send + 'static {
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        move |action| {
            // The window may be gone; then nobody waits for the action.
            let _ = sender.send(action);
            ctx.request_repaint();
        }
    }
}
