//! The imperative shell: the window of eframe, files, dialogs and settings. No rules of the product live here.

pub mod autosave;
pub mod crash;
mod effects;
pub mod exports;
pub mod files;
mod icon;
pub mod lock;
mod picker;
mod settings;
mod writer;

use std::path::{Path, PathBuf};
use std::sync::Arc;

use eframe::egui::{self, ViewportBuilder, ViewportCommand};

use crate::app::recovery::{Leftovers, Recent};
use crate::app::{Action, AppState, FileAction, ViewAction, update};
use crate::data::library::Library;
use crate::text::Lang;
use crate::text::messages::ui as words;
use crate::ui::root;
use crate::ui::theme::Theme;
use autosave::Backup;
use effects::Outside;
pub use files::read_limited;
use lock::Session;

/// Name under which the system knows the program.
const APP_ID: &str = "retombees";

/// Opens the window on a file, or on the first shipped scenario, and returns when it closes.
///
/// The error says why no window could open, for instance without a display.
pub fn run(path: Option<PathBuf>) -> Result<(), String> {
    let options = eframe::NativeOptions {
        viewport: ViewportBuilder::default()
            .with_app_id(APP_ID)
            .with_icon(icon::icon())
            .with_inner_size([1440.0, 900.0])
            .with_min_inner_size([1024.0, 700.0]),
        ..Default::default()
    };
    // The data are read and the first study computed while the system opens the window: neither needs the other.
    let first = std::thread::spawn(first_state);
    eframe::run_native(
        APP_ID,
        options,
        Box::new(|cc| {
            let state = first.join().map_err(|_| "the first study could not be computed")??;
            Ok(Box::new(Shell::new(&cc.egui_ctx, state, path)))
        }),
    )
    .map_err(|e| e.to_string())
}

/// Returns the state of a window that has just opened: settings read, data read, first scenario computed.
fn first_state() -> Result<AppState, String> {
    let library = Library::embedded().map_err(|problems| format!("{problems:?}"))?;
    let lang = Lang::from_locale(&sys_locale::get_locale().unwrap_or_default());
    let mut state = AppState::new(Arc::new(library), settings::load(), lang).map_err(|p| format!("{p:?}"))?;
    state.safety.recent = settings::load_recent();
    let last = state
        .safety
        .recent
        .first()
        .and_then(|r| r.path.parent())
        .map(Path::to_path_buf);
    state.safety.folder = last.or_else(documents_folder);
    Ok(state)
}

/// Returns where people keep their documents on this computer.
fn documents_folder() -> Option<PathBuf> {
    let folders = directories::UserDirs::new()?;
    let documents = folders.document_dir().filter(|d| d.is_dir());
    Some(documents.unwrap_or_else(|| folders.home_dir()).to_path_buf())
}

/// Returns the folder of what the program keeps for itself on this computer; the user's own files and shared folders are no place for it.
fn own_folder() -> Option<PathBuf> {
    directories::ProjectDirs::from("", "", APP_ID).map(|d| d.data_local_dir().to_path_buf())
}

/// What keeps the work of a window safe, and what earlier sessions left to it.
fn begin_session(own: &Path) -> std::io::Result<(Arc<Session>, Leftovers)> {
    let session = Session::begin(&own.join("sessions"))?;
    let mut left = autosave::collect(&session);
    left.crash = crash::untold(&own.join("crashes"));
    Ok((Arc::new(session), left))
}

/// The window: the state, what waits to happen to it, and the way to the world outside.
struct Shell {
    state: AppState,
    waiting: Vec<Action>,
    outside: Outside,
    /// The copies of what is modified, unless no session could begin.
    backup: Option<Backup>,
    recent: Vec<Recent>,
    focused: bool,
    title: String,
    theme: crate::app::ThemePreference,
}

impl Shell {
    fn new(ctx: &egui::Context, state: AppState, path: Option<PathBuf>) -> Self {
        let theme = state.theme();
        // A system that does not say whether it is dark is taken as light.
        ctx.options_mut(|o| o.fallback_theme = egui::Theme::Light);
        Theme::install(ctx, root::theme_choice(theme));
        let own = own_folder();
        let begun = own.as_deref().map(begin_session);
        let session = match &begun {
            Some(Ok((session, _))) => Some(session.clone()),
            _ => None,
        };
        let outside = Outside::new(ctx.clone(), session);
        let mut waiting = Vec::new();
        let mut backup = None;
        match begun {
            Some(Ok((session, left))) => {
                if left != Leftovers::default() {
                    waiting.push(Action::Files(FileAction::Found(left)));
                }
                let back = outside.back();
                let begun = Backup::begin(session, move |failure| {
                    back(Action::Files(FileAction::NoBackup(failure)))
                });
                if let Some(own) = own {
                    crash::install(own.join("crashes"), begun.last_work());
                }
                backup = Some(begun);
            }
            Some(Err(e)) => {
                let folder = own.unwrap_or_default();
                waiting.push(Action::Files(FileAction::NoBackup(files::failure(&e, &folder))));
            }
            None => {}
        }
        // Whoever opens a file has not come for the tour.
        waiting.push(path.map_or(Action::View(ViewAction::Started), Action::OpenPath));
        Self {
            recent: state.safety.recent.clone(),
            state,
            waiting,
            outside,
            backup,
            focused: false,
            title: String::new(),
            theme,
        }
    }

    /// Makes everything that waits happen, and what it asks of the world outside.
    fn settle(&mut self) {
        let mut actions = std::mem::take(&mut self.waiting);
        actions.extend(self.outside.arrived());
        for action in actions {
            for effect in update(&mut self.state, action) {
                self.outside.perform(effect, &self.state);
            }
        }
        if let Some(backup) = &mut self.backup {
            backup.look(&self.state);
        }
        self.keep_recent();
    }

    /// Writes the list of recent files when it changed.
    fn keep_recent(&mut self) {
        let paths = |recent: &[Recent]| -> Vec<PathBuf> { recent.iter().map(|r| r.path.clone()).collect() };
        let (before, after) = (paths(&self.recent), paths(&self.state.safety.recent));
        if before != after {
            // What fell off the end of a full list was not removed by its user.
            let shorter = after.len() < before.len();
            let forgotten: Vec<PathBuf> = before.into_iter().filter(|p| shorter && !after.contains(p)).collect();
            settings::keep_recent(&self.state.safety.recent, &forgotten);
            self.recent.clone_from(&self.state.safety.recent);
        }
    }
}

impl eframe::App for Shell {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        if ctx.input(|i| i.viewport().close_requested()) && !self.state.closing {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.waiting.push(Action::Quit);
        }
        let dropped: Vec<PathBuf> = ctx.input(|i| {
            let files = i.raw.dropped_files.iter();
            files.map(|file| file.path().to_path_buf()).collect()
        });
        if !dropped.is_empty() {
            self.waiting.push(Action::Dropped(dropped));
        }
        let focused = ctx.input(|i| i.viewport().focused.unwrap_or(i.focused));
        if focused && !self.focused {
            self.outside.look_at_files(&self.state);
        }
        self.focused = focused;
        self.settle();
        if self.state.theme() != self.theme {
            self.theme = self.state.theme();
            Theme::choose(ctx, root::theme_choice(self.theme));
        }
        let lang = self.state.lang();
        let title = format!(
            "{} – {}",
            self.state.document().scenario().name.get(lang),
            words::APP.get(lang)
        );
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }

    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        root::show(ui, &self.state, &mut self.waiting);
        if !self.waiting.is_empty() {
            // What was asked happens before the next frame; there must be one.
            ui.ctx().request_repaint();
        }
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.outside.finish();
        // The window closes as its user asked: what is not saved was to be left.
        if let Some(backup) = self.backup.take().filter(|_| self.state.closing) {
            backup.end();
        }
    }

    fn persist_egui_memory(&self) -> bool {
        false
    }
}
