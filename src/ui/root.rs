//! One frame: shortcuts, then the panels around the page, then what holds the window.

use egui::{
    CentralPanel, Context, Event, Frame, Key, KeyboardShortcut, Margin, Modifiers, Panel, Popup, Ui, UiBuilder,
};

use super::theme::{Theme, ThemeChoice};
use super::widgets::term;
use super::{copied, dialogs, drop, focus, help, palette, panels, tour};
use crate::app::commands::{Command, Shortcut};
use crate::app::{Action, AppState, Overlay, Page, ThemePreference, ViewAction};
use crate::text::messages::help as words;

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
    term::speak(ui.ctx(), state.lang());
    // The tour alone lets the page answer under it.
    let held = state.dialog.is_some() || matches!(state.view.overlay, Some(Overlay::Palette | Overlay::Help(_)));
    focus::hold(ui.ctx(), held);
    if state.view.wanted.is_some() && !focus::is_free(ui.ctx()) {
        ui.ctx().request_repaint();
    }
    if state.dialog.is_none() && state.view.overlay.is_none() {
        focus::resume(ui.ctx());
    }
    if state.dialog.is_none() {
        shortcuts(ui, state, actions);
    }
    // Escape takes away what was told, where no window or list takes the key.
    let escape = ui.input(|i| i.key_pressed(Key::Escape));
    if escape && !held && state.notice.is_some() && !Popup::is_any_open(ui.ctx()) {
        actions.push(Action::ClearNotice);
    }
    // No tooltip of the page shows over a window that holds it: the page does not know where the pointer is.
    let pointer = held.then(|| ui.input_mut(|i| std::mem::take(&mut i.pointer)));
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
    // The bar at the bottom takes its place first and is filled last: the Tab key comes to it after the page.
    let status = Panel::bottom("status")
        .exact_size(layout.status_bar)
        .resizable(false)
        .frame(bar(12))
        .show(ui, |ui| ui.max_rect())
        .inner;
    if state.draft.open {
        CentralPanel::no_frame().show(ui, |ui| panels::new_project::show(ui, state, actions));
    } else if let Some(open) = &state.group {
        panels::group::show(ui, state, open, actions);
    } else {
        pages(ui, state, actions);
    }
    let mut bar = ui.new_child(UiBuilder::new().max_rect(status).id_salt("status bar"));
    panels::status::show(&mut bar, state, actions);
    if let Some(pointer) = pointer {
        ui.input_mut(|i| i.pointer = pointer);
    }
    over(ui, state, actions);
    copied::tell(ui.ctx(), actions);
    drop::show(ui, state);
    focus::end(ui.ctx());
}

/// Shows the page of results that is open, with the panels beside it.
fn pages(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let layout = &theme.tokens.layout;
    let compact = ui.available_width() < layout.compact_below_width;
    // The spending editor takes the whole width, with a panel of its own at the right.
    let mut live = None;
    if state.page == Page::Spending {
        if !compact {
            // Filled after the lines, as the bar at the bottom is.
            let panel = Panel::right("live").exact_size(LIVE_PANEL).resizable(false).frame(
                Frame::new()
                    .fill(theme.colours.panel)
                    .inner_margin(Margin::symmetric(16, 12)),
            );
            live = Some(panel.show(ui, |ui| ui.max_rect()).inner);
        }
    } else {
        scenario_panel(ui, state, compact, actions);
    }
    CentralPanel::no_frame()
        .frame(Frame::new().fill(theme.colours.window))
        .show(ui, |ui| panels::results::show(ui, state, compact, actions));
    if let Some(rect) = live {
        let mut panel = ui.new_child(UiBuilder::new().max_rect(rect).id_salt("live panel"));
        panel.set_clip_rect(rect.expand(4.0));
        panels::live::show(&mut panel, state, actions);
    }
}

/// Shows what lies over the window: palette, help or tour, then the dialog that holds it.
fn over(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    match state.view.overlay {
        _ if state.dialog.is_some() => {}
        Some(Overlay::Palette) => palette::show(ui, state, actions),
        Some(Overlay::Help(section)) => help::show(ui, state, section, actions),
        // The tour points at places that the page of a new project does not have.
        Some(Overlay::Tour(_)) if state.draft.open || state.group.is_some() => {}
        Some(Overlay::Tour(step)) => tour::show(ui, state, step, actions),
        None => {}
    }
    dialogs::show(ui, state, actions);
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

/// Gives the commands whose keys were pressed, the modifiers held being exactly theirs.
fn shortcuts(ui: &Ui, state: &AppState, actions: &mut Vec<Action>) {
    let holding = matches!(state.view.overlay, Some(Overlay::Palette | Overlay::Help(_)));
    for command in Command::all(state) {
        // Fields change the document at each key, so undo belongs to the document even while one is typed in.
        let entry = command.entry();
        let keys = [entry.keys, entry.also];
        let pressed = keys.into_iter().flatten().any(|k| pressed(ui, k));
        if !pressed || !command.is_enabled(state) {
            continue;
        }
        match command {
            // The keys that open palette and help close them too; while they are open nothing else answers.
            Command::Palette if state.view.overlay == Some(Overlay::Palette) => {
                palette::forget(ui);
                actions.push(Action::View(ViewAction::Close));
            }
            Command::Help if matches!(state.view.overlay, Some(Overlay::Help(_))) => {
                actions.push(Action::View(ViewAction::Close));
            }
            Command::Palette | Command::Help => actions.push(command.action(state)),
            _ if holding => {}
            _ => actions.push(command.action(state)),
        }
    }
    // A question mark asks for help wherever nothing is being typed, wherever the keyboard has it.
    let asked = || ui.input(|i| i.events.iter().any(|e| matches!(e, Event::Text(t) if t == "?")));
    if state.view.overlay.is_none() && !ui.ctx().text_edit_focused() && asked() {
        actions.push(Command::Help.action(state));
    }
}

/// Returns whether a shortcut was pressed in this frame, and takes it from whoever would read it next.
fn pressed(ui: &Ui, keys: Shortcut) -> bool {
    let Some((modifiers, key)) = egui_keys(keys) else {
        return false;
    };
    ui.input_mut(|input| {
        let at = input.events.iter().position(|event| {
            matches!(event, Event::Key { key: k, pressed: true, modifiers: m, .. }
                if *k == key && m.matches_exact(modifiers))
        });
        at.map(|at| input.events.remove(at)).is_some()
    })
}

fn egui_keys(keys: Shortcut) -> Option<(Modifiers, Key)> {
    let mut modifiers = Modifiers::NONE;
    for (held, modifier) in [
        (keys.ctrl, Modifiers::COMMAND),
        (keys.shift, Modifiers::SHIFT),
        (keys.alt, Modifiers::ALT),
    ] {
        if held {
            modifiers |= modifier;
        }
    }
    Some((modifiers, Key::from_name(keys.key)?))
}

/// Returns keys as people read them on their keyboard, in the language that the window speaks.
pub fn written(ctx: &Context, keys: Shortcut) -> String {
    let Some((modifiers, key)) = egui_keys(keys) else {
        return String::new();
    };
    if ctx.os().is_mac() {
        return ctx.format_shortcut(&KeyboardShortcut::new(modifiers, key));
    }
    let lang = term::lang(ctx);
    let held = ctx.format_modifiers(Modifiers {
        shift: false,
        ..modifiers
    });
    let shift = modifiers.shift.then(|| words::KEY_SHIFT.get(lang).to_owned());
    let key = match key {
        Key::PageDown => words::KEY_PAGE_DOWN.get(lang),
        Key::PageUp => words::KEY_PAGE_UP.get(lang),
        other => other.symbol_or_name(),
    };
    let held = (!held.is_empty()).then_some(held);
    let parts: Vec<String> = held.into_iter().chain(shift).chain([key.to_owned()]).collect();
    parts.join("+")
}

/// Returns the keys of a command as people read them; empty where it has none.
pub fn keys(ctx: &Context, command: Command) -> String {
    command.shortcut().map_or_else(String::new, |k| written(ctx, k))
}
