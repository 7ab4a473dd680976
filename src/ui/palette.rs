//! The palette: a search over commands, pages, assumptions, lines and terms.

use egui::{Align2, Color32, EventFilter, Id, Key, Modal, Role, ScrollArea, Sense, TextEdit, Ui, WidgetInfo, vec2};

use super::panels::assumptions;
use super::root::keys;
use crate::app::commands::Command;
use crate::app::palette::{Found, Target, search};
use crate::app::{Action, AppState, HelpSection, Overlay, Page, ViewAction, Wanted};
use crate::report::glossary::TERMS;
use crate::text::messages::help as words;
use crate::ui::help;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{Icon, icon_in, paint};

/// Width of the palette.
const WIDTH: f32 = 620.0;
/// Where the text of a row begins.
const TEXT: f32 = 10.0;
/// Height of a result.
const ROW: f32 = 34.0;
/// The most results seen without scrolling.
const SEEN: f32 = 11.0;

/// What is typed and which result is chosen, kept by egui while the palette is open.
#[derive(Clone, Default)]
struct Search {
    query: String,
    chosen: usize,
}

fn kept() -> Id {
    Id::unique("palette search")
}

/// Shows the palette.
pub fn show(ui: &Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let id = Id::unique("palette");
    let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, vec2(0.0, 72.0));
    let frame = theme.overlay().inner_margin(8);
    let opening = ui.data(|d| d.get_temp::<Search>(kept())).is_none();
    let mut typed = ui.data(|d| d.get_temp::<Search>(kept())).unwrap_or_default();
    let mut run = None;
    // The field would take the keys that choose; they are read before it.
    let (down, up, page_down, page_up, enter) = ui.input(|i| {
        let times = |key| i.num_presses(key);
        (
            times(Key::ArrowDown),
            times(Key::ArrowUp),
            times(Key::PageDown),
            times(Key::PageUp),
            i.key_pressed(Key::Enter),
        )
    });
    let response = Modal::new(id).area(area).frame(frame).show(ui.ctx(), |ui| {
        ui.set_width(WIDTH);
        ui.spacing_mut().item_spacing.y = 6.0;
        let before = typed.query.clone();
        field(ui, &mut typed.query, lang_hint(state), opening);
        if typed.query != before {
            typed.chosen = 0;
        }
        let found = search(state, &typed.query);
        let page = SEEN as usize - 1;
        let moved = down > 0 || up > 0 || page_down > 0 || page_up > 0;
        // What can do nothing now is never chosen: keys go over it.
        let able: Vec<usize> = (0..found.len()).filter(|k| is_able(&found, *k)).collect();
        let now = able.iter().take_while(|k| **k < typed.chosen).count();
        let to = (now + down + page * page_down).min(able.len().saturating_sub(1));
        let to = to.saturating_sub(up + page * page_up);
        let chosen = able.get(to).copied();
        typed.chosen = chosen.unwrap_or(0);
        if found.is_empty() {
            let text = theme.rich(
                words::PALETTE_NOTHING.get(lang),
                Type::Body,
                theme.colours.text_secondary,
            );
            ui.add_space(8.0);
            ui.vertical_centered(|ui| ui.label(text));
            ui.add_space(8.0);
        }
        // A short window keeps the whole list inside.
        let room = (ui.ctx().content_rect().height() - 210.0).clamp(3.0 * ROW, SEEN * ROW);
        ScrollArea::vertical()
            .max_height(room)
            .min_scrolled_height(room)
            .show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for (k, entry) in found.iter().enumerate() {
                    let front = chosen == Some(k);
                    if row(ui, state, entry, front, front && moved) {
                        run = Some(entry.clone());
                    }
                }
            });
        if enter {
            run = chosen.and_then(|k| found.get(k)).cloned();
        }
        ui.horizontal(|ui| {
            ui.add_space(TEXT);
            ui.spacing_mut().item_spacing.x = 0.0;
            ui.label(theme.rich(words::PALETTE_KEYS.get(lang), Type::Caption, theme.colours.text_muted));
        });
    });
    // A command that can do nothing now says why in its row and keeps the palette open.
    if let Some(found) = run.filter(|f| f.why_not.is_none()) {
        ui.data_mut(|d| d.remove::<Search>(kept()));
        actions.push(Action::View(ViewAction::Close));
        go(ui, state, &found.target, actions);
    } else if response.should_close() {
        ui.data_mut(|d| d.remove::<Search>(kept()));
        actions.push(Action::View(ViewAction::Close));
    } else {
        ui.data_mut(|d| d.insert_temp(kept(), typed));
    }
}

/// Returns whether a result would do something now.
fn is_able(found: &[Found], k: usize) -> bool {
    found.get(k).is_some_and(|f| f.why_not.is_none())
}

/// Forgets what was typed, for a palette closed by its own keys.
pub fn forget(ui: &Ui) {
    ui.data_mut(|d| d.remove::<Search>(kept()));
}

fn lang_hint(state: &AppState) -> &'static str {
    words::PALETTE_HINT.get(state.lang())
}

fn field(ui: &mut Ui, query: &mut String, hint: &str, opening: bool) {
    let theme = Theme::of(ui.ctx());
    let colours = &theme.colours;
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 38.0), Sense::hover());
    icon_in(
        ui.painter(),
        rect.left_center() + vec2(16.0, 0.0),
        Icon::Search,
        colours.text_secondary,
    );
    let inside = rect.with_min_x(rect.left() + 34.0);
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inside));
    let edit = TextEdit::singleline(query)
        .id(Id::unique("palette field"))
        .frame(egui::Frame::NONE)
        .margin(egui::Margin::ZERO)
        .font(theme.font(Type::Strong))
        .text_color(colours.text)
        .hint_text(theme.rich(hint, Type::Body, colours.text_muted))
        .align(Align2::LEFT_CENTER)
        .min_size(inside.size())
        .desired_width(inside.width())
        // The list keeps the field's focus: arrows choose, Enter runs, and the field stays where one types.
        .return_key(None::<egui::KeyboardShortcut>)
        .event_filter(EventFilter {
            horizontal_arrows: true,
            vertical_arrows: true,
            ..EventFilter::default()
        });
    let response = child.add(edit).accessible_name(hint);
    if opening {
        response.request_focus();
    }
    paint::focus_ring(ui, &response, rect.shrink(2.0), theme.tokens.radius.field);
    ui.painter()
        .hline(rect.x_range(), rect.bottom() + 2.0, theme.hairline());
}

/// Shows a result; returns whether it was clicked.
fn row(ui: &mut Ui, state: &AppState, entry: &Found, chosen: bool, reveal: bool) -> bool {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let colours = &theme.colours;
    let able = entry.why_not.is_none();
    let sense = if able { Sense::CLICK } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), sense);
    let group = match (entry.why_not, entry.recent) {
        (Some(why), _) => words::NOT_NOW.fill(lang, &[("group", entry.group.get(lang)), ("why", why.get(lang))]),
        (None, true) => words::NOT_NOW.fill(
            lang,
            &[("group", entry.group.get(lang)), ("why", words::RECENT.get(lang))],
        ),
        (None, false) => entry.group.get(lang).to_owned(),
    };
    let said = format!("{}, {group}", entry.title);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, able, chosen, &said));
    if !ui.is_rect_visible(rect) && !reveal {
        return response.clicked();
    }
    let fill = match (chosen, able && response.hovered()) {
        (true, _) => colours.selected,
        (false, true) => colours.hover,
        (false, false) => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, theme.tokens.radius.field, fill);
    if reveal {
        ui.scroll_to_rect(rect, None);
    }
    let ink = if able { colours.text } else { colours.text_disabled };
    let y = rect.center().y;
    let keys = match entry.target {
        Target::Command(command) => keys(ui.ctx(), command),
        _ => String::new(),
    };
    let keys = paint::line(ui, &keys, Type::Small, colours.text_muted, 140.0);
    let right = paint::right(ui.painter(), rect.right() - 10.0, y, keys).left() - 12.0;
    let group = paint::line(ui, &group, Type::Small, colours.text_muted, rect.width() * 0.4);
    let right = paint::right(ui.painter(), right, y, group).left() - 12.0;
    let left = rect.left() + TEXT;
    let style = if chosen { Type::BodyMedium } else { Type::Body };
    let title = paint::line(ui, &entry.title, style, ink, right - left);
    paint::left(ui.painter(), left, y, title);
    response.clicked()
}

/// Makes what a result leads to happen.
fn go(ui: &Ui, state: &AppState, target: &Target, actions: &mut Vec<Action>) {
    // Whoever goes to another page goes on from its tab.
    let to_tab = Action::View(ViewAction::Want(Wanted::Tab));
    match target {
        Target::Command(command) => {
            actions.push(Action::View(ViewAction::Ran(*command)));
            actions.push(command.action(state));
            let elsewhere = matches!(
                command,
                Command::Page(_)
                    | Command::NextPage
                    | Command::PreviousPage
                    | Command::Limits
                    | Command::Example(_)
                    | Command::Group(_)
                    | Command::Duplicate
                    | Command::Project(_)
                    | Command::NextProject
                    | Command::PreviousProject
            );
            if elsewhere {
                actions.push(to_tab);
            }
        }
        Target::Assumption(at) => {
            // The panel that lists them may give way to a page that takes the whole window.
            actions.push(Action::ShowPage(Page::Overview));
            assumptions::reveal(ui.ctx(), *at);
        }
        Target::Lines(phase) => actions.extend([Action::ShowPhase(*phase), Action::ShowPage(Page::Spending), to_tab]),
        Target::Recent(path) => actions.extend([Action::OpenPath(path.clone()), to_tab]),
        Target::Term(at) => {
            let name = TERMS.get(*at).map_or("", |t| t.name.get(state.lang()));
            help::search_for(ui.ctx(), name);
            actions.push(Action::View(ViewAction::Open(Overlay::Help(HelpSection::Glossary))));
        }
    }
}
