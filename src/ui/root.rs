//! One frame: shortcuts, then the panels around the page, then what holds the window.

use egui::{CentralPanel, Frame, Key, KeyboardShortcut, Margin, Modifiers, Panel, Ui};

use super::theme::{Theme, ThemeChoice};
use super::{dialogs, drop, panels};
use crate::app::commands::Command;
use crate::app::{Action, AppState, Page, ThemePreference};

/// Returns the theme of the window for what the user asked.
pub fn theme_choice(preference: ThemePreference) -> ThemeChoice {
    match preference {
        ThemePreference::System => ThemeChoice::System,
        ThemePreference::Light => ThemeChoice::Light,
        ThemePreference::Dark => ThemeChoice::Dark,
        ThemePreference::HighContrast => ThemeChoice::HighContrast,
    }
}

/// Shows the whole window.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let layout = &theme.tokens.layout;
    if state.dialog.is_none() {
        shortcuts(ui, state, actions);
    }
    let bar = |left: i8| {
        Frame::new()
            .fill(theme.colours.panel)
            .inner_margin(Margin::symmetric(left, 0))
    };
    Panel::top("toolbar")
        .exact_size(layout.toolbar)
        .resizable(false)
        .frame(bar(12))
        .show(ui, |ui| panels::toolbar::show(ui, state, actions));
    Panel::bottom("status")
        .exact_size(layout.status_bar)
        .resizable(false)
        .frame(bar(12))
        .show(ui, |ui| panels::status::show(ui, state, actions));
    if state.draft.open {
        CentralPanel::no_frame().show(ui, |ui| panels::new_project::show(ui, state, actions));
        dialogs::show(ui, state, actions);
        return;
    }
    let compact = ui.available_width() < layout.compact_below_width;
    // The spending editor takes the whole width, with a panel of its own at the right.
    if state.page == Page::Spending {
        if !compact {
            Panel::right("live")
                .exact_size(LIVE_PANEL)
                .resizable(false)
                .frame(
                    Frame::new()
                        .fill(theme.colours.panel)
                        .inner_margin(Margin::symmetric(16, 12)),
                )
                .show(ui, |ui| panels::live::show(ui, state, actions));
        }
    } else {
        scenario_panel(ui, state, compact, actions);
    }
    CentralPanel::no_frame()
        .frame(Frame::new().fill(theme.colours.window))
        .show(ui, |ui| panels::results::show(ui, state, compact, actions));
    dialogs::show(ui, state, actions);
    drop::show(ui, state);
}

/// Width of the panel that follows the spending lines.
const LIVE_PANEL: f32 = 292.0;

/// Shows the left panel, with all that the scenario states.
fn scenario_panel(ui: &mut Ui, state: &AppState, compact: bool, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let layout = &theme.tokens.layout;
    let width = if compact {
        layout.left_panel_min
    } else {
        layout.left_panel
    };
    Panel::left(if compact { "scenario, compact" } else { "scenario" })
        .default_size(width)
        .min_size(layout.left_panel_min)
        .max_size(layout.left_panel_max)
        .frame(Frame::new().fill(theme.colours.panel))
        .show(ui, |ui| match state.page {
            Page::Compare => panels::compare_side::show(ui, state, actions),
            _ => panels::scenario::show(ui, state, actions),
        });
}

/// Gives the commands whose keys were pressed.
fn shortcuts(ui: &Ui, state: &AppState, actions: &mut Vec<Action>) {
    // Commands with Shift come first: without it, Ctrl+Shift+S would also be taken for Ctrl+S.
    let mut commands = Command::ALL;
    commands.sort_by_key(|c| !c.shortcut().shift);
    for command in commands {
        let keys = command.shortcut();
        let Some(key) = Key::from_name(&keys.key.to_string()) else {
            continue;
        };
        let modifiers = if keys.shift {
            Modifiers::COMMAND | Modifiers::SHIFT
        } else {
            Modifiers::COMMAND
        };
        // Fields change the document at each key, so undo belongs to the document even while one is typed in.
        if !command.is_enabled(state) {
            continue;
        }
        if ui.input_mut(|i| i.consume_shortcut(&KeyboardShortcut::new(modifiers, key))) {
            actions.push(command.action(state));
        }
    }
}

/// Returns the keys of a command as people read them.
pub fn keys(ui: &Ui, command: Command) -> String {
    let keys = command.shortcut();
    let modifiers = if keys.shift {
        Modifiers::COMMAND | Modifiers::SHIFT
    } else {
        Modifiers::COMMAND
    };
    Key::from_name(&keys.key.to_string()).map_or_else(String::new, |key| {
        ui.ctx().format_shortcut(&KeyboardShortcut::new(modifiers, key))
    })
}
