//! The bar at the top: menus, undo and redo, open projects, language and theme.

use egui::{Align, Button, Layout, Sense, Stroke, Ui, vec2};

use super::examples;
use crate::app::commands::Command;
use crate::app::{Action, AppState, CompareAction, FileAction, GroupAction, ThemePreference, ViewAction, Wanted};
use crate::text::Lang;
use crate::text::messages::{compare, export as exports, help, recovery as safety, ui as words};
use crate::ui::root::keys;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{self, Icon, Segments, icon_button, icon_in, paint, segmented};

/// Width of the field that opens the palette.
const COMMAND_FIELD: f32 = 172.0;

/// Under this width the comparison too is only an icon.
const TIGHT: f32 = 900.0;

/// Shows the bar.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let width = ui.available_width();
    let compact = width < Theme::of(ui.ctx()).tokens.layout.compact_below_width;
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        logo(ui);
        menu(ui, state, words::FILE.get(lang), actions, |ui, actions| {
            for command in [
                Command::New,
                Command::Open,
                Command::Save,
                Command::SaveAs,
                Command::Export,
                Command::Duplicate,
            ] {
                entry(ui, state, command, actions);
            }
            recent(ui, state, actions);
            ui.separator();
            ui.label(words::EXAMPLES.get(lang));
            actions.extend(examples::show(ui, lang).map(Action::OpenPreset));
            let group = examples::groups(ui, lang);
            actions.extend(group.map(|k| Action::Group(GroupAction::Shipped(k))));
            ui.separator();
            entry(ui, state, Command::Close, actions);
            entry(ui, state, Command::Quit, actions);
        });
        menu(ui, state, words::EDIT.get(lang), actions, |ui, actions| {
            entry(ui, state, Command::Undo, actions);
            entry(ui, state, Command::Redo, actions);
            ui.separator();
            entry(ui, state, Command::StartHere, actions);
        });
        menu(ui, state, help::GROUP_HELP.get(lang), actions, |ui, actions| {
            for command in [
                Command::Palette,
                Command::Help,
                Command::Glossary,
                Command::Limits,
                Command::Tour,
            ] {
                entry(ui, state, command, actions);
            }
        });
        ui.add_space(4.0);
        for (command, icon) in [(Command::Undo, Icon::Undo), (Command::Redo, Icon::Redo)] {
            let name = step_name(state, command);
            if icon_button(ui, icon, &name, command.is_enabled(state)).clicked() {
                actions.push(command.action(state));
            }
        }
        ui.add_space(4.0);
        // What stands at the right end keeps its room.
        let room = ui.available_width() - paint::end_width(ui, "toolbar") - 12.0;
        super::project_tabs::show(ui, state, room, actions);
        paint::at_end(ui, "toolbar", |ui| {
            command_field(ui, state, compact, actions);
            let names = [words::FRENCH.get(lang), words::ENGLISH.get(lang)];
            let at = usize::from(lang == Lang::En);
            if let Some(k) = segmented(ui, words::LANGUAGE.get(lang), &names, at, Segments::Fit)
                && let Some(chosen) = Lang::ALL.get(k)
            {
                actions.push(Action::SetLang(*chosen));
            }
            theme_button(ui, state, actions);
            compare_button(ui, state, width < TIGHT, actions);
            export_button(ui, state, compact, actions);
        });
    });
}

/// The field that opens the palette; only its icon in a narrow window.
fn command_field(ui: &mut Ui, state: &AppState, compact: bool, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let colours = &theme.colours;
    let name = Command::Palette.title(state, lang);
    if compact {
        if icon_button(ui, Icon::Search, &name, true).clicked() {
            actions.push(Command::Palette.action(state));
        }
        return;
    }
    let size = vec2(COMMAND_FIELD, theme.tokens.control.height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &name));
    let fill = if response.hovered() {
        colours.hover
    } else {
        colours.sunken
    };
    let radius = theme.tokens.radius.button;
    ui.painter()
        .rect(rect, radius, fill, theme.hairline(), egui::StrokeKind::Inside);
    icon_in(
        ui.painter(),
        rect.left_center() + vec2(16.0, 0.0),
        Icon::Search,
        colours.text_secondary,
    );
    let said = paint::line(ui, help::COMMAND.get(lang), Type::Body, colours.text_muted, size.x);
    paint::left(ui.painter(), rect.left() + 30.0, rect.center().y, said);
    let keys = paint::line(
        ui,
        &keys(ui.ctx(), Command::Palette),
        Type::Caption,
        colours.text_muted,
        size.x,
    );
    paint::right(ui.painter(), rect.right() - 9.0, rect.center().y, keys);
    paint::focus_ring(ui, &response, rect, radius);
    if response.on_hover_text(help::ABOUT_PALETTE.get(lang)).clicked() {
        actions.push(Command::Palette.action(state));
    }
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
    widgets::menu(&button, actions, |ui, actions| {
        ui.set_min_width(230.0);
        content(ui, actions);
    });
}

fn entry(ui: &mut Ui, state: &AppState, command: Command, actions: &mut Vec<Action>) {
    let button = Button::new(step_name(state, command)).shortcut_text(keys(ui.ctx(), command));
    let why_not = command.why_not(state);
    let mut response = ui.add_enabled(why_not.is_none(), button);
    if let Some(why) = why_not {
        response = response.on_disabled_hover_text(why.get(state.lang()));
    }
    if response.clicked() {
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
        _ => return command.title(state, lang),
    };
    match step {
        Some(step) => msg.fill(lang, &[("step", step.get(lang))]),
        None => command.title(state, lang),
    }
}

/// The button that goes to the comparison of projects; only its icon in a very narrow window.
fn compare_button(ui: &mut Ui, state: &AppState, tight: bool, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let clicked = if tight {
        icon_button(ui, Icon::Compare, compare::COMPARE.get(lang), true).clicked()
    } else {
        let button = widgets::Button::secondary(compare::COMPARE.get(lang)).icon(Icon::Compare);
        button.show(ui).on_hover_text(compare::COMPARE_HINT.get(lang)).clicked()
    };
    if clicked {
        actions.push(Action::Compare(CompareAction::Show));
        actions.push(Action::View(ViewAction::Want(Wanted::Tab)));
    }
}

/// The button that exports the project in front; only its icon in a narrow window.
fn export_button(ui: &mut Ui, state: &AppState, compact: bool, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let enabled = Command::Export.is_enabled(state);
    let clicked = if compact {
        icon_button(ui, Icon::Export, exports::EXPORT.get(lang), enabled).clicked()
    } else {
        let why = Command::Export.why_not(state).map(|w| w.get(lang));
        let button = widgets::Button::primary(exports::EXPORT.get(lang)).icon(Icon::Export);
        button
            .disabled_because(why)
            .show(ui)
            .on_hover_text(exports::EXPORT_HINT.get(lang))
            .clicked()
    };
    if clicked {
        actions.push(Command::Export.action(state));
    }
}

fn theme_button(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let dark = ui.ctx().theme() == egui::Theme::Dark;
    let icon = if dark { Icon::Moon } else { Icon::Sun };
    let button = icon_button(ui, icon, words::THEME.get(lang), true);
    widgets::menu(&button, actions, |ui, actions| {
        ui.set_width(180.0);
        for theme in [
            ThemePreference::System,
            ThemePreference::Light,
            ThemePreference::Dark,
            ThemePreference::HighContrast,
        ] {
            let name = theme.title().get(lang);
            if widgets::menu_choice(ui, name, state.theme() == theme).clicked() {
                actions.push(Action::SetTheme(theme));
            }
        }
    });
}
