//! The open projects as tabs in the toolbar: their ends kept when names are cut, folded into a list where there is room for few.

use egui::{Button, Stroke, Ui, vec2};

use crate::app::{Action, AppState};
use crate::report::words::short_names;
use crate::text::messages::{recovery as safety, ui as words};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{self, Icon, icon_button, paint, tell_whole};

/// The least width at which a tab can be told from another.
const LEAST: f32 = 112.0;
/// The most that a tab takes.
const MOST: f32 = 320.0;
/// Room around the name of a tab, left and right together.
const PADDING: f32 = 24.0;
/// The gap between tabs.
const GAP: f32 = 8.0;
/// Room of the list of the projects that have no tab.
const LIST: f32 = 104.0;
/// Room of the buttons that close a project and begin another.
const BUTTONS: f32 = 70.0;
/// Room of one icon, with its gap.
const ICON: f32 = 32.0;
/// The least width of the one tab left where there is hardly any room.
const LEAST_ALONE: f32 = 48.0;

/// Shows the open projects, the modified ones with a dot, on a width of `room`.
pub fn show(ui: &mut Ui, state: &AppState, room: f32, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let colours = &theme.colours;
    let names: Vec<String> = state
        .documents
        .iter()
        .map(|document| {
            let name = document.scenario().name.get(lang);
            match document.disk.recovered {
                true => safety::RECOVERED_NAME.fill(lang, &[("name", name)]),
                false => name.to_owned(),
            }
        })
        .collect();
    let short = short_names(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let draft = usize::from(state.draft.open);
    let count = names.len() + draft;
    // Where there is hardly any room, one tab and a list of the others behind an icon; the menu closes projects.
    let alone = room < BUTTONS + LEAST + GAP + if count > 1 { LIST } else { 0.0 };
    let (buttons, least, list) = match alone {
        true => (ICON, LEAST_ALONE, ICON),
        false => (BUTTONS, LEAST, LIST),
    };
    let room = (room - buttons).max(least);
    let all_fit = match alone {
        true => count == 1,
        false => count as f32 * (least + GAP) <= room,
    };
    let places = match (all_fit, alone) {
        (true, _) => count,
        (false, true) => 1,
        (false, false) => (((room - list) / (least + GAP)) as usize).max(1),
    };
    // The project in front always has its tab.
    let mut shown: Vec<usize> = (0..names.len()).take(places - draft).collect();
    if !state.draft.open && !shown.contains(&state.active) {
        shown.pop();
        shown.push(state.active);
    }
    let list = if all_fit { 0.0 } else { list };
    let each = ((room - list) / (shown.len() + draft).max(1) as f32 - GAP).clamp(least, MOST);
    for k in shown.iter().copied() {
        let name = names[k].as_str();
        let modified = state.documents[k].is_modified();
        let front = k == state.active && !state.draft.open && state.group.is_none();
        let (style, ink) = if front {
            (Type::BodyMedium, colours.text)
        } else {
            (Type::Body, colours.text_secondary)
        };
        let dot = if modified { "• " } else { "" };
        let width = |text: &str| paint::text_width(ui, &format!("{dot}{text}"), style) + PADDING;
        // Names that have no room lose what they share with others, then their middle: their ends tell them apart.
        let said = match width(name) > each {
            true => paint::shortened(&short[k], |text| width(text) <= each),
            false => name.to_owned(),
        };
        let size = vec2(width(&said).min(each), 30.0);
        let stroke = if front { theme.hairline() } else { Stroke::NONE };
        let fill = if front { colours.card } else { colours.panel };
        let text = theme.rich(format!("{dot}{said}"), style, ink);
        let button = Button::new(text).fill(fill).stroke(stroke).truncate();
        let mut response = ui.add_sized(size, button);
        if said != name {
            response = tell_whole(response, name);
        }
        let spoken = spoken(state, k, name);
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, front, &spoken));
        if response.clicked() {
            actions.push(Action::Activate(k));
        }
        if response.middle_clicked() {
            actions.push(Action::Close(k));
        }
        if front && state.documents.len() > 1 && !alone {
            let close = words::CLOSE_TAB.fill(lang, &[("name", name)]);
            if icon_button(ui, Icon::Close, &close, true).clicked() {
                actions.push(Action::Close(k));
            }
        }
    }
    let hidden: Vec<usize> = (0..names.len()).filter(|k| !shown.contains(k)).collect();
    if !hidden.is_empty() {
        let label = words::MORE_PROJECTS.fill(lang, &[("count", &hidden.len().to_string())]);
        let button = match alone {
            true => icon_button(ui, Icon::ChevronDown, &label, true),
            false => widgets::Button::secondary(&label).icon(Icon::ChevronDown).show(ui),
        };
        widgets::menu(&button, actions, |ui, actions| {
            ui.set_min_width(260.0);
            for k in hidden {
                if ui.button(spoken(state, k, &names[k])).clicked() {
                    actions.push(Action::Activate(k));
                }
            }
        });
    }
    if state.draft.open {
        let name = words::NEW.get(lang);
        let text = theme.rich(name, Type::BodyMedium, colours.text);
        let button = Button::new(text).fill(colours.card).stroke(theme.hairline()).truncate();
        let width = (paint::text_width(ui, name, Type::BodyMedium) + PADDING).min(each);
        let response = ui.add_sized(vec2(width, 30.0), button);
        response.widget_info(|| egui::WidgetInfo::selected(egui::Role::Tab, true, true, name));
        return;
    }
    if icon_button(ui, Icon::Plus, words::NEW.get(lang), true).clicked() {
        actions.push(Action::New);
    }
}

/// Returns the name of a project, with whether it is modified.
fn spoken(state: &AppState, k: usize, name: &str) -> String {
    match state.documents[k].is_modified() {
        true => words::MODIFIED.fill(state.lang(), &[("name", name)]),
        false => name.to_owned(),
    }
}
