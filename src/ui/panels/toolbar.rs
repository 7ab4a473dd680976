//! The bar at the top: menus, undo and redo, open projects, language and theme.

use egui::{Align, Button, Layout, Popup, Sense, Stroke, Ui, vec2};

use crate::app::commands::Command;
use crate::app::{Action, AppState, CompareAction, FileAction, ThemePreference};
use crate::scenario::presets;
use crate::text::Lang;
use crate::text::messages::{compare, recovery as safety, ui as words};
use crate::ui::root::keys;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{self, Icon, Segments, icon_button, segmented, tell_whole};

/// Shows the bar.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        logo(ui);
        menu(ui, state, words::FILE.get(lang), actions, |ui, actions| {
            for command in [
                Command::New,
                Command::Open,
                Command::Save,
                Command::SaveAs,
                Command::Duplicate,
            ] {
                entry(ui, state, command, actions);
            }
            recent(ui, state, actions);
            ui.separator();
            ui.label(words::EXAMPLES.get(lang));
            for (k, name) in presets::names().iter().enumerate() {
                if ui.button(name.get(lang)).clicked() {
                    actions.push(Action::OpenPreset(k));
                }
            }
            ui.separator();
            entry(ui, state, Command::Close, actions);
            entry(ui, state, Command::Quit, actions);
        });
        menu(ui, state, words::EDIT.get(lang), actions, |ui, actions| {
            entry(ui, state, Command::Undo, actions);
            entry(ui, state, Command::Redo, actions);
        });
        ui.add_space(4.0);
        for (command, icon) in [(Command::Undo, Icon::Undo), (Command::Redo, Icon::Redo)] {
            let name = step_name(state, command);
            if icon_button(ui, icon, &name, command.is_enabled(state)).clicked() {
                actions.push(command.action(state));
            }
        }
        ui.add_space(4.0);
        tabs(ui, state, actions);
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            compare_button(ui, state, actions);
            theme_button(ui, state, actions);
            let names = [words::FRENCH.get(lang), words::ENGLISH.get(lang)];
            let at = usize::from(lang == Lang::En);
            if let Some(k) = segmented(ui, words::LANGUAGE.get(lang), &names, at, Segments::Fit)
                && let Some(chosen) = Lang::ALL.get(k)
            {
                actions.push(Action::SetLang(*chosen));
            }
        });
    });
}

/// Three rings: the project and what it sets off around it.
fn logo(ui: &mut Ui) {
    let theme = Theme::of(ui.ctx());
    let (rect, _) = ui.allocate_exact_size(vec2(24.0, 24.0), Sense::hover());
    use crate::report::role::Role;
    for (radius, role) in [(8.5, Role::Induced), (5.2, Role::IndirectFirst)] {
        ui.painter()
            .circle_stroke(rect.center(), radius, Stroke::new(1.8, theme.mark(role).fill));
    }
    ui.painter()
        .circle_filled(rect.center(), 2.4, theme.mark(Role::Direct).fill);
}

fn menu(
    ui: &mut Ui,
    state: &AppState,
    title: &str,
    actions: &mut Vec<Action>,
    content: impl FnOnce(&mut Ui, &mut Vec<Action>),
) {
    let _ = state;
    let theme = Theme::of(ui.ctx());
    let button = ui.add(Button::new(theme.rich(title, Type::Body, theme.colours.text)).frame_when_inactive(false));
    Popup::menu(&button).show(|ui| {
        ui.set_min_width(230.0);
        content(ui, actions);
    });
}

fn entry(ui: &mut Ui, state: &AppState, command: Command, actions: &mut Vec<Action>) {
    let button = Button::new(step_name(state, command)).shortcut_text(keys(ui, command));
    if ui.add_enabled(command.is_enabled(state), button).clicked() {
        actions.push(command.action(state));
    }
}

/// Offers the files opened or saved lately; one that is missing is only offered to be forgotten.
fn recent(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, recent) = (state.lang(), &state.safety.recent);
    ui.add_enabled_ui(!recent.is_empty(), |ui| {
        ui.menu_button(safety::RECENT.get(lang), |ui| {
            ui.set_min_width(320.0);
            for file in recent {
                let whole = file.path.display().to_string();
                let name = file.path.file_name().unwrap_or(file.path.as_os_str()).to_string_lossy();
                let text = if file.missing {
                    safety::FORGET.fill(
                        lang,
                        &[("name", &safety::RECENT_MISSING.fill(lang, &[("name", &name)]))],
                    )
                } else {
                    name.into_owned()
                };
                if ui.add(Button::new(text).truncate()).on_hover_text(whole).clicked() {
                    actions.push(if file.missing {
                        Action::Files(FileAction::Forget(file.path.clone()))
                    } else {
                        Action::OpenPath(file.path.clone())
                    });
                }
            }
        })
        .response
        .on_disabled_hover_text(safety::NO_RECENT.get(lang));
    });
    if crate::app::recovery::rows(state).next().is_some() && ui.button(safety::SHOW_RECOVERED.get(lang)).clicked() {
        actions.push(Action::Files(FileAction::ShowRecovered));
    }
}

/// Returns a command's title, with the step it would take back or do again.
fn step_name(state: &AppState, command: Command) -> String {
    let lang = state.lang();
    let history = &state.document().history;
    let (msg, step) = match command {
        Command::Undo => (words::UNDO_STEP, history.undo_name()),
        Command::Redo => (words::REDO_STEP, history.redo_name()),
        _ => (command.title(), None),
    };
    match step {
        Some(step) => msg.fill(lang, &[("step", step.get(lang))]),
        None => command.title().get(lang).to_owned(),
    }
}

/// Shows the open projects, the modified ones with a dot.
fn tabs(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let colours = &theme.colours;
    // Room for the language, the theme and the comparison at the right end.
    let room = (ui.available_width() - 310.0).max(120.0);
    let count = state.documents.len() + usize::from(state.draft.open);
    let each = (room / count as f32 - 10.0).clamp(60.0, 320.0);
    for (k, document) in state.documents.iter().enumerate() {
        let name = document.scenario().name.get(lang);
        let recovered = safety::RECOVERED_NAME.fill(lang, &[("name", name)]);
        let name = if document.disk.recovered { &recovered } else { name };
        let front = k == state.active && !state.draft.open;
        let (style, ink) = if front {
            (Type::BodyMedium, colours.text)
        } else {
            (Type::Body, colours.text_secondary)
        };
        let dot = if document.is_modified() { "• " } else { "" };
        let text = theme.rich(format!("{dot}{name}"), style, ink);
        let stroke = if front { theme.hairline() } else { Stroke::NONE };
        let fill = if front { colours.card } else { colours.panel };
        let button = Button::new(text).fill(fill).stroke(stroke).truncate();
        let whole = theme_width(ui, name, style);
        let width = whole.min(each);
        let mut response = ui.add_sized(vec2(width, 30.0), button);
        if whole > each {
            response = tell_whole(response, name);
        }
        let spoken = if document.is_modified() {
            words::MODIFIED.fill(lang, &[("name", name)])
        } else {
            name.to_owned()
        };
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, front, &spoken));
        if response.clicked() {
            actions.push(Action::Activate(k));
        }
        if response.middle_clicked() {
            actions.push(Action::Close(k));
        }
        if front && state.documents.len() > 1 {
            let close = words::CLOSE_TAB.fill(lang, &[("name", name)]);
            if icon_button(ui, Icon::Close, &close, true).clicked() {
                actions.push(Action::Close(k));
            }
        }
    }
    if state.draft.open {
        let name = words::NEW.get(lang);
        let text = theme.rich(name, Type::BodyMedium, colours.text);
        let button = Button::new(text).fill(colours.card).stroke(theme.hairline()).truncate();
        let width = theme_width(ui, name, Type::BodyMedium).min(each);
        let response = ui.add_sized(vec2(width, 30.0), button);
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, true, name));
        return;
    }
    if icon_button(ui, Icon::Plus, words::NEW.get(lang), true).clicked() {
        actions.push(Action::New);
    }
}

fn theme_width(ui: &Ui, name: &str, style: Type) -> f32 {
    crate::ui::widgets::paint::text_width(ui, name, style) + 40.0
}

/// The button that goes to the comparison of projects; lit while it shows.
fn compare_button(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let button = widgets::Button::secondary(compare::COMPARE.get(lang)).icon(Icon::Compare);
    if button.show(ui).on_hover_text(compare::COMPARE_HINT.get(lang)).clicked() {
        actions.push(Action::Compare(CompareAction::Show));
    }
}

fn theme_button(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let dark = ui.ctx().theme() == egui::Theme::Dark;
    let icon = if dark { Icon::Moon } else { Icon::Sun };
    let button = icon_button(ui, icon, words::THEME.get(lang), true);
    Popup::menu(&button).show(|ui| {
        ui.set_min_width(180.0);
        for (theme, name) in [
            (ThemePreference::System, words::THEME_SYSTEM),
            (ThemePreference::Light, words::THEME_LIGHT),
            (ThemePreference::Dark, words::THEME_DARK),
            (ThemePreference::HighContrast, words::THEME_CONTRAST),
        ] {
            if ui.selectable_label(state.theme() == theme, name.get(lang)).clicked() {
                actions.push(Action::SetTheme(theme));
            }
        }
    });
}
