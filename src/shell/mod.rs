//! The imperative shell: the window of eframe, files, dialogs and settings. No rules of the product live here.

mod effects;
mod files;
mod icon;
mod picker;
mod settings;

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{self, ViewportBuilder, ViewportCommand};

use crate::app::{Action, AppState, ViewAction, update};
use crate::data::library::Library;
use crate::text::Lang;
use crate::text::messages::ui as words;
use crate::ui::root;
use crate::ui::theme::Theme;
use effects::Outside;
pub use files::read_limited;

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
    AppState::new(Arc::new(library), settings::load(), lang).map_err(|p| format!("{p:?}"))
}

/// The window: the state, what waits to happen to it, and the way to the world outside.
struct Shell {
    state: AppState,
    waiting: Vec<Action>,
    outside: Outside,
    title: String,
    theme: crate::app::ThemePreference,
}

impl Shell {
    fn new(ctx: &egui::Context, state: AppState, path: Option<PathBuf>) -> Self {
        let theme = state.theme();
        // A system that does not say whether it is dark is taken as light.
        ctx.options_mut(|o| o.fallback_theme = egui::Theme::Light);
        Theme::install(ctx, root::theme_choice(theme));
        Self {
            state,
            // Whoever opens a file has not come for the tour.
            waiting: vec![path.map_or(Action::View(ViewAction::Started), Action::OpenPath)],
            outside: Outside::new(ctx.clone()),
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
    }
}

impl eframe::App for Shell {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        if ctx.input(|i| i.viewport().close_requested()) && !self.state.closing {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
            self.waiting.push(Action::Quit);
        }
        for file in ctx.input(|i| i.raw.dropped_files.clone()) {
            self.waiting.push(Action::OpenPath(file.path().to_path_buf()));
        }
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

    fn persist_egui_memory(&self) -> bool {
        false
    }
}
