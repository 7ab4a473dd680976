//! The help: keys, glossary, limits of the method.

use egui::{Context, Id, Key, Modal, ScrollArea, TextEdit, Ui, vec2};

use super::root::{keys, written};
use crate::app::commands::{Command, Group};
use crate::app::{Action, AppState, HelpSection, Overlay, ViewAction};
use crate::data::search::Query;
use crate::report::glossary::{TERMS, Term};
use crate::report::limits::LIMITS;
use crate::text::messages::help as words;
use crate::text::{Lang, Msg};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{Segments, link, paint, primary_button, segmented};

/// Width of the help.
const WIDTH: f32 = 780.0;

fn searched() -> Id {
    Id::unique("glossary search")
}

/// Puts words in the search of the glossary, for whoever asks for one term.
pub fn search_for(ctx: &Context, text: &str) {
    ctx.data_mut(|d| d.insert_temp(searched(), text.to_owned()));
}

/// Forgets what was searched, so that the glossary opens whole the next time.
fn forget(ui: &Ui) {
    ui.data_mut(|d| d.remove::<String>(searched()));
}

/// Shows the help.
pub fn show(ui: &Ui, state: &AppState, section: HelpSection, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let screen = ui.ctx().content_rect();
    let frame = theme.overlay().inner_margin(20);
    let response = Modal::new(Id::unique("help")).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH.min(screen.width() - 80.0));
        ui.spacing_mut().item_spacing.y = 10.0;
        ui.horizontal(|ui| {
            ui.label(theme.rich(words::HELP_TITLE.get(lang), Type::Title, theme.colours.text));
            ui.add_space(12.0);
            let names = [words::SHORTCUTS, words::GLOSSARY, words::LIMITS].map(|m| m.get(lang));
            let at = HelpSection::ALL.iter().position(|s| *s == section).unwrap_or(0);
            let picked = segmented(ui, words::HELP_SECTIONS.get(lang), &names, at, Segments::Fit);
            if let Some(section) = picked.and_then(|k| HelpSection::ALL.get(k)) {
                actions.push(Action::View(ViewAction::Open(Overlay::Help(*section))));
            }
        });
        let room = (screen.height() - 190.0).clamp(240.0, 520.0);
        match section {
            HelpSection::Shortcuts => body(ui, section, room, |ui| shortcuts(ui, state)),
            HelpSection::Glossary => glossary(ui, lang, room),
            HelpSection::Limits => body(ui, section, room, |ui| limits(ui, lang)),
        }
        ui.horizontal(|ui| {
            if primary_button(ui, words::CLOSE_HELP.get(lang)).clicked() {
                forget(ui);
                actions.push(Action::View(ViewAction::Close));
            }
            ui.add_space(8.0);
            if link(ui, words::TOUR.get(lang)).clicked() {
                actions.push(Command::Tour.action(state));
            }
        });
    });
    if response.should_close() {
        forget(ui);
        actions.push(Action::View(ViewAction::Close));
    }
}

fn body(ui: &mut Ui, section: HelpSection, room: f32, content: impl FnOnce(&mut Ui)) {
    ScrollArea::vertical()
        .id_salt(("help", format!("{section:?}")))
        .max_height(room)
        .min_scrolled_height(room)
        .auto_shrink([false, false])
        .show(ui, |ui| {
            ui.set_width(ui.available_width() - 12.0);
            scroll_by_keys(ui, room);
            content(ui);
        });
}

/// Scrolls the texts of the help by the keys that turn pages: nothing in them takes the focus.
fn scroll_by_keys(ui: &Ui, room: f32) {
    let (pages, home, end) = ui.input(|i| {
        let pressed = |key| i.num_presses(key) as f32;
        let pages = pressed(Key::PageDown) - pressed(Key::PageUp);
        (pages, i.key_pressed(Key::Home), i.key_pressed(Key::End))
    });
    let ends = !ui.ctx().text_edit_focused();
    let far = match (home && ends, end && ends) {
        (true, _) => -WHOLE,
        (_, true) => WHOLE,
        _ => pages * (room - 40.0),
    };
    if far != 0.0 {
        ui.scroll_with_delta(vec2(0.0, -far));
    }
}

/// Further than any text of the help is long, points.
const WHOLE: f32 = 100_000.0;

/// Every command that has keys, by group, in two columns.
fn shortcuts(ui: &mut Ui, state: &AppState) {
    let lang = state.lang();
    let or = |first: String, second: &str| words::OR.fill(lang, &[("first", &first), ("second", second)]);
    let mut blocks: Vec<(Msg, Vec<(String, String)>)> = Vec::new();
    let key = |msg: Msg| msg.get(lang).to_owned();
    let everywhere = vec![
        (words::KEYS_TAB.get(lang).to_owned(), key(words::KEY_TAB)),
        (words::KEYS_ENTER.get(lang).to_owned(), key(words::KEY_ENTER)),
        (words::KEYS_ARROWS.get(lang).to_owned(), key(words::KEY_ARROWS)),
        (words::KEYS_ESCAPE.get(lang).to_owned(), key(words::KEY_ESCAPE)),
        (words::KEYS_ZOOM.get(lang).to_owned(), key(words::KEY_ZOOM)),
    ];
    for group in Group::ALL {
        let rows: Vec<(String, String)> = Command::all(state)
            .into_iter()
            .filter(|c| c.entry().group == group)
            .filter_map(|c| {
                let first = keys(ui.ctx(), c);
                let mut text = (!first.is_empty()).then_some(first)?;
                if let Some(also) = c.entry().also {
                    text = or(text, &written(ui.ctx(), also));
                }
                if c == Command::Help {
                    text = or(text, words::KEY_QUESTION.get(lang));
                }
                Some((c.title(state, lang), text))
            })
            .collect();
        if !rows.is_empty() {
            blocks.push((group.name(), rows));
        }
    }
    blocks.push((words::GROUP_EVERYWHERE, everywhere));
    // The first blocks at the left until half of the rows are there.
    let all: usize = blocks.iter().map(|(_, rows)| rows.len() + 2).sum();
    let mut placed = 0;
    let (mut left, mut right) = (Vec::new(), Vec::new());
    for block in blocks {
        let rows = block.1.len() + 2;
        if right.is_empty() && placed + rows / 2 < all / 2 {
            left.push(block);
        } else {
            right.push(block);
        }
        placed += rows;
    }
    let width = (ui.available_width() - 28.0) / 2.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 28.0;
        for blocks in [left, right] {
            ui.vertical(|ui| {
                ui.set_width(width);
                for (name, rows) in &blocks {
                    shortcut_block(ui, name.get(lang), rows, width);
                }
            });
        }
    });
}

fn shortcut_block(ui: &mut Ui, name: &str, rows: &[(String, String)], width: f32) {
    let theme = Theme::of(ui.ctx());
    let colours = &theme.colours;
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.label(theme.rich(name, Type::SmallStrong, colours.text));
    ui.add_space(2.0);
    for (title, keys) in rows {
        let keys = paint::line(ui, keys, Type::SmallMedium, colours.text, width * 0.6);
        let title_text = paint::paragraph(
            ui,
            title,
            Type::Small,
            colours.text_secondary,
            width - keys.size().x - 14.0,
        );
        let size = vec2(width, title_text.size().y.max(keys.size().y) + 6.0);
        let (rect, response) = ui.allocate_exact_size(size, egui::Sense::hover());
        let said = format!("{title}, {}", keys.text());
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, &said));
        paint::left(ui.painter(), rect.left(), rect.center().y, title_text);
        paint::right(ui.painter(), rect.right(), rect.center().y, keys);
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
    }
    ui.add_space(12.0);
}

/// The terms that answer what is searched, with their definitions.
fn glossary(ui: &mut Ui, lang: Lang, room: f32) {
    let theme = Theme::of(ui.ctx());
    let colours = &theme.colours;
    let id = searched();
    let kept: Option<String> = ui.data(|d| d.get_temp(id));
    let opening = kept.is_none();
    let mut query = kept.unwrap_or_default();
    let name = words::GLOSSARY_SEARCH.get(lang);
    let response = ui
        .add(
            TextEdit::singleline(&mut query)
                .id(Id::unique("glossary field"))
                .hint_text(theme.rich(name, Type::Body, colours.text_muted))
                .desired_width(f32::INFINITY),
        )
        .accessible_name(name);
    if opening {
        response.request_focus();
    }
    let asked = Query::new(&query);
    ui.data_mut(|d| d.insert_temp(id, query.clone()));
    let named = |t: &Term| asked.answers(&format!("{} {}", t.name.fr, t.name.en));
    let found: Vec<&'static Term> = TERMS
        .iter()
        .filter(|t| query.trim().is_empty() || named(t) || asked.answers(t.definition.get(lang)))
        .collect();
    body(ui, HelpSection::Glossary, room - 40.0, |ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        if found.is_empty() {
            ui.label(theme.rich(words::GLOSSARY_NOTHING.get(lang), Type::Body, colours.text_secondary));
        }
        // Terms whose name answers come before those whose definition does.
        let (first, rest): (Vec<&Term>, Vec<&Term>) = found.iter().copied().partition(|t| named(t));
        for term in first.into_iter().chain(rest) {
            ui.label(theme.rich(term.name.get(lang), Type::BodyMedium, colours.text));
            ui.label(theme.rich(term.definition.get(lang), Type::Small, colours.text_secondary));
            ui.add_space(8.0);
        }
    });
}

/// Shows the limits of the method in plain words, for the help and for the page of method.
pub fn limits(ui: &mut Ui, lang: Lang) {
    let theme = Theme::of(ui.ctx());
    let colours = &theme.colours;
    ui.spacing_mut().item_spacing.y = 2.0;
    ui.label(theme.rich(words::LIMITS_INTRO.get(lang), Type::Body, colours.text_secondary));
    for (title, text) in LIMITS {
        ui.add_space(6.0);
        ui.label(theme.rich(title.get(lang), Type::BodyMedium, colours.text));
        ui.label(theme.rich(text.get(lang), Type::Body, colours.text_secondary));
    }
}
