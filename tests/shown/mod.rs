//! The window without its shell, for the tests that drive it: what was asked happens before the next frame.
#![allow(
    dead_code,
    clippy::unwrap_used,
    reason = "each test file uses its part; a test may fail"
)]

use std::sync::{Arc, LazyLock};

use egui::vec2;
use egui_kittest::Harness;
use retombees::app::{Action, AppState, Settings, ThemePreference, update};
use retombees::data::library::Library;
use retombees::text::Lang;
use retombees::ui::root;
use retombees::ui::theme::Theme;

/// The data, read once.
pub static LIBRARY: LazyLock<Arc<Library>> = LazyLock::new(|| Arc::new(Library::embedded().unwrap()));

/// The state, and what waits to happen to it.
pub struct Window {
    pub state: AppState,
    pub waiting: Vec<Action>,
}

pub type Shown = Harness<'static, Window>;

/// Starts on the first shipped scenario.
pub fn start(lang: Lang) -> AppState {
    AppState::new(LIBRARY.clone(), Settings::default(), lang).unwrap()
}

/// Opens the window in the light theme, at this size, and lets it come to rest.
///
/// * `steps`: how many frames it may take to rest after each thing done.
/// * `before`: done at the beginning of each frame.
pub fn show(
    state: AppState,
    (width, height): (f32, f32),
    steps: u64,
    before: impl Fn(&mut egui::Ui) + 'static,
) -> Shown {
    let waiting = Vec::new();
    let mut harness = Harness::builder()
        // The harness keeps a margin of 8 points around what it shows.
        .with_size(vec2(width + 16.0, height + 16.0))
        .with_max_steps(steps)
        .with_context_setup(|ctx| Theme::install(ctx, root::theme_choice(ThemePreference::Light)))
        .build_ui_state(
            move |ui, window: &mut Window| {
                before(ui);
                for action in std::mem::take(&mut window.waiting) {
                    update(&mut window.state, action);
                }
                root::show(ui, &window.state, &mut window.waiting);
                if !window.waiting.is_empty() {
                    ui.ctx().request_repaint();
                }
            },
            Window { state, waiting },
        );
    harness.run();
    harness
}

/// Makes an action happen, as if a control had asked for it.
pub fn ask(harness: &mut Shown, action: Action) {
    harness.state_mut().waiting.push(action);
    harness.run();
}
