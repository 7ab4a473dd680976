//! A choice from a list that drops down, and menus under a button: both closed by a choice, by keyboard as by pointer.

use egui::style::ScrollAnimation;
use egui::{
    Align, Color32, Event, EventFilter, Key, Popup, PopupCloseBehavior, Response, Role, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, vec2,
};

use super::{Icon, icon_in, paint, tell_whole, term};
use crate::data::search::fold;
use crate::text::messages::behaviour as words;
use crate::ui::theme::{Theme, Type};

/// The greatest height of an open list.
const HEIGHT: f32 = 360.0;
/// Space between a control and its list.
const GAP: f32 = 4.0;
/// Room around the text of a closed control.
const AROUND: f32 = 32.0;
/// How long letters typed after each other make one word, seconds.
const ONE_WORD: f64 = 1.0;
/// How far a page key goes.
const PAGE: usize = 10;

/// What an open list remembers between frames.
#[derive(Clone, Default)]
struct Listing {
    /// The option that Enter takes.
    at: usize,
    /// The letters typed, and when the last one was.
    typed: String,
    typed_at: f64,
    /// Whether no option answers the letters typed.
    none: bool,
    /// Frames in which the list still scrolls to the option: it is measured in its first one.
    reveal: u8,
}

impl Listing {
    fn at(at: usize) -> Self {
        Self {
            at,
            reveal: 3,
            ..Self::default()
        }
    }

    fn go(&mut self, at: usize) {
        self.none = false;
        self.at = at;
        self.reveal = 1;
    }

    /// Goes to the next option that the letters typed begin, or begin a word of.
    fn search(&mut self, letters: &str, options: &[&str], now: f64) {
        if now - self.typed_at > ONE_WORD {
            self.typed.clear();
        }
        // The same letter again goes to the next option that begins with it.
        let again = self.typed == letters;
        if !again {
            self.typed.push_str(letters);
        }
        self.typed_at = now;
        let from = self.at + usize::from(again || self.typed == letters);
        match found(options, &self.typed, from) {
            Some(found) => self.go(found),
            None => self.none = true,
        }
    }

    /// Takes the last letter back and goes to what the others find.
    fn take_back(&mut self, options: &[&str]) {
        self.typed.pop();
        match found(options, &self.typed, 0).filter(|_| !self.typed.is_empty()) {
            Some(found) => self.go(found),
            None => self.none = !self.typed.is_empty(),
        }
    }
}

/// Returns the first option from a place on, and round to it again, that letters begin; failing that, one of whose words they begin.
fn found(options: &[&str], letters: &str, from: usize) -> Option<usize> {
    let letters = fold(letters);
    let places = || (from..options.len()).chain(0..from.min(options.len()));
    let text = |k: usize| fold(options.get(k).copied().unwrap_or_default());
    let begins = places().find(|k| text(*k).starts_with(&letters));
    begins.or_else(|| places().find(|k| text(*k).split(' ').any(|word| word.starts_with(&letters))))
}

/// Shows a choice that drops down and returns the one newly chosen.
///
/// The list opens at the choice. Arrows, Home, End and letters move in it, Enter takes, Escape keeps; the focus stays on the control.
pub fn dropdown(ui: &mut Ui, name: &str, options: &[&str], selected: usize, width: f32) -> Option<usize> {
    dropdown_or_code(ui, name, options, selected, "", width)
}

/// Shows a choice that drops down, as [`dropdown`] does; while closed it says the code of the choice where its text has no room.
pub fn dropdown_or_code(
    ui: &mut Ui,
    name: &str,
    options: &[&str],
    selected: usize,
    code: &str,
    width: f32,
) -> Option<usize> {
    let theme = Theme::of(ui.ctx());
    let text = options.get(selected).copied().unwrap_or_default();
    let cut = paint::text_width(ui, text, Type::Body) > width - AROUND;
    let shown = if cut && !code.is_empty() { code } else { text };
    let (rect, response) = ui.allocate_exact_size(vec2(width, theme.tokens.control.height), Sense::click());
    let popup = Popup::default_response_id(&response);
    let was_open = Popup::is_id_open(ui.ctx(), popup);
    let kept = ui.data(|data| data.get_temp::<Listing>(popup));
    let mut listing = kept.filter(|_| was_open).unwrap_or_else(|| Listing::at(selected));
    let mut open = was_open;
    let mut chosen = None;
    match keys(ui, &response, options, was_open, &mut listing) {
        Some(Asked::Open) => open = true,
        Some(Asked::Take) => (open, chosen) = (false, Some(listing.at)),
        Some(Asked::Keep) => open = false,
        None if response.clicked() => open = !was_open,
        None => {}
    }
    describe(ui, &response, name, text, open);
    paint_closed(ui, theme, &response, rect, shown);
    if open != was_open {
        response.request_focus();
        if open {
            Popup::open_id(ui.ctx(), popup);
        } else {
            Popup::close_id(ui.ctx(), popup);
        }
    }
    Popup::from_response(&response)
        .open_memory(None)
        .frame(theme.overlay())
        .gap(GAP)
        .width(width)
        .close_behavior(PopupCloseBehavior::CloseOnClick)
        .show(|ui| {
            ui.set_min_width(width - 8.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            if listing.none {
                let none = words::NO_CHOICE.fill(term::lang(ui.ctx()), &[("typed", &listing.typed)]);
                ui.add_space(4.0);
                ui.label(theme.rich(none, Type::Small, theme.colours.text_secondary));
                ui.add_space(4.0);
            }
            ScrollArea::vertical().max_height(room(ui, rect)).show(ui, |ui| {
                for (index, text) in options.iter().enumerate() {
                    // Only the control takes the focus.
                    let pointed = index == listing.at && !listing.none;
                    let row = row(ui, text, index == selected, pointed, Sense::CLICK);
                    if row.clicked() {
                        chosen = Some(index);
                    }
                    let moved = ui.input(|input| input.pointer.delta() != egui::Vec2::ZERO);
                    if row.hovered() && moved {
                        (listing.at, listing.none) = (index, false);
                    } else if index == listing.at && listing.reveal > 0 {
                        let first = listing.reveal > 1;
                        let align = first.then_some(Align::Center);
                        ui.scroll_to_rect_animation(row.rect, align, ScrollAnimation::none());
                    }
                }
            });
            if listing.reveal > 0 {
                listing.reveal -= 1;
                ui.ctx().request_repaint();
            }
        });
    ui.data_mut(|data| data.insert_temp(popup, listing));
    if cut && !open {
        tell_whole(response, text);
    }
    chosen.filter(|k| *k != selected && *k < options.len())
}

/// Returns the width at which a control shows each of its options whole.
pub fn dropdown_width(ui: &Ui, options: &[&str]) -> f32 {
    let widths = options.iter().map(|text| paint::text_width(ui, text, Type::Body));
    (widths.fold(0.0, f32::max) + AROUND).ceil() + 1.0
}

/// Returns the height that a list may take under its control or over it, whichever has more room: it never covers the control.
fn room(ui: &Ui, control: egui::Rect) -> f32 {
    free(ui, control).min(HEIGHT)
}

/// Returns the height free over a control or under it, whichever is more, less what surrounds a list.
fn free(ui: &Ui, control: egui::Rect) -> f32 {
    let window = ui.ctx().content_rect();
    let (above, under) = (control.top() - window.top(), window.bottom() - control.bottom());
    (above.max(under) - 2.0 * GAP - 12.0).max(80.0)
}

/// What the keys ask of a list.
enum Asked {
    Open,
    /// The option pointed at is taken, and the list closes.
    Take,
    /// The list closes and the choice stays.
    Keep,
}

/// Reads the keys while the control has the focus, moves in the list, and returns what else they ask.
fn keys(ui: &Ui, response: &Response, options: &[&str], open: bool, listing: &mut Listing) -> Option<Asked> {
    if !response.has_focus() {
        // Tab goes on, and leaves nothing open behind it.
        return (open && response.lost_focus() && ui.input(|i| i.key_pressed(Key::Tab))).then_some(Asked::Keep);
    }
    let held = EventFilter {
        vertical_arrows: true,
        escape: open,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, held));
    let last = options.len().saturating_sub(1);
    let (before, now) = (listing.at, ui.input(|input| input.time));
    let mut asked = None;
    ui.input_mut(|input| {
        // With Alt or Ctrl a letter is a command of the window, even when both are up again before this frame.
        let with = |m: &egui::Modifiers| m.alt || m.command;
        let commanded = with(&input.modifiers)
            || input
                .events
                .iter()
                .any(|e| matches!(e, Event::Key { modifiers, .. } if with(modifiers)));
        for event in std::mem::take(&mut input.events) {
            let mut taken = true;
            match &event {
                Event::Key {
                    key,
                    pressed: true,
                    modifiers,
                    ..
                } if !modifiers.command && !modifiers.alt => match key {
                    Key::ArrowDown if open => listing.go((listing.at + 1).min(last)),
                    Key::ArrowUp if open => listing.go(listing.at.saturating_sub(1)),
                    Key::ArrowDown | Key::ArrowUp => asked = Some(Asked::Open),
                    Key::Home if open => listing.go(0),
                    Key::End if open => listing.go(last),
                    Key::PageDown if open => listing.go((listing.at + PAGE).min(last)),
                    Key::PageUp if open => listing.go(listing.at.saturating_sub(PAGE)),
                    Key::Backspace if open => listing.take_back(options),
                    Key::Enter | Key::Space if open && listing.none => {}
                    Key::Enter | Key::Space if open => asked = Some(Asked::Take),
                    Key::Escape if open => asked = Some(Asked::Keep),
                    _ => taken = false,
                },
                Event::Text(letters) if !letters.trim().is_empty() && !commanded => {
                    listing.search(letters, options, now);
                    if !open {
                        asked = Some(Asked::Open);
                    }
                }
                _ => taken = false,
            }
            if !taken {
                input.events.push(event);
            }
        }
    });
    if matches!(asked, Some(Asked::Open)) && listing.at != before {
        listing.reveal = 3;
    }
    asked
}

fn describe(ui: &Ui, response: &Response, name: &str, text: &str, open: bool) {
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, ui.is_enabled(), name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_value(text);
        node.set_has_popup(egui::accesskit::HasPopup::Listbox);
        node.set_expanded(open);
    });
}

/// Paints the control.
fn paint_closed(ui: &Ui, theme: &Theme, response: &Response, rect: egui::Rect, text: &str) {
    let colours = &theme.colours;
    let radius = theme.tokens.radius.button;
    let (enabled, hovered) = (ui.is_enabled(), response.hovered());
    let (fill, line) = paint::field_colours(theme, enabled, hovered);
    let ink = if enabled { colours.text } else { colours.text_disabled };
    ui.painter()
        .rect(rect, radius, fill, Stroke::new(1.0, line), StrokeKind::Inside);
    let shown = paint::line(ui, text, Type::Body, ink, rect.width() - AROUND);
    paint::left(ui.painter(), rect.left() + 9.0, rect.center().y, shown);
    icon_in(
        ui.painter(),
        rect.right_center() - vec2(13.0, 0.0),
        Icon::ChevronDown,
        colours.text_secondary,
    );
    paint::focus_ring(ui, response, rect, radius);
}

/// Shows one row of a list; the selected one is tinted.
pub(super) fn list_row(ui: &mut Ui, text: &str, on: bool) -> Response {
    row(ui, text, on, false, Sense::click())
}

/// Returns the width of a row: that of its list, which is as wide as its widest row needs.
fn list_width(ui: &Ui, needed: f32) -> f32 {
    match ui.is_sizing_pass() {
        true => needed,
        false => ui.available_width().max(needed),
    }
}

fn row(ui: &mut Ui, text: &str, on: bool, pointed: bool, sense: Sense) -> Response {
    let theme = Theme::of(ui.ctx());
    let colours = &theme.colours;
    let width = list_width(ui, paint::text_width(ui, text, Type::BodyMedium) + 18.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, theme.tokens.control.height), sense);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, ui.is_enabled(), on, text));
    let fill = match (on, pointed || response.hovered() || response.has_focus()) {
        (true, _) => colours.selected,
        (false, true) => colours.hover,
        (false, false) => Color32::TRANSPARENT,
    };
    let radius = theme.tokens.radius.field;
    ui.painter().rect_filled(rect, radius, fill);
    let style = if on { Type::BodyMedium } else { Type::Body };
    paint::left(
        ui.painter(),
        rect.left() + 9.0,
        rect.center().y,
        paint::line(ui, text, style, colours.text, width - 16.0),
    );
    if pointed {
        let stroke = Stroke::new(1.5, colours.focus);
        ui.painter()
            .rect_stroke(rect.shrink(1.0), radius, stroke, StrokeKind::Inside);
    }
    paint::focus_ring(ui, &response, rect.shrink(2.0), radius);
    response
}

/// Shows an entry of a menu that is one of several choices; the one that holds has a check mark.
pub fn menu_choice(ui: &mut Ui, text: &str, on: bool) -> Response {
    let theme = Theme::of(ui.ctx());
    let colours = &theme.colours;
    let wide = paint::text_width(ui, text, Type::BodyMedium) + 40.0;
    let size = vec2(list_width(ui, wide), theme.tokens.control.height);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), on, text));
    let radius = theme.tokens.radius.field;
    if response.hovered() || response.has_focus() {
        ui.painter().rect_filled(rect, radius, colours.hover);
    }
    if on {
        let at = rect.left_center() + vec2(14.0, 0.0);
        icon_in(ui.painter(), at, Icon::Check, colours.accent);
    }
    let style = if on { Type::BodyMedium } else { Type::Body };
    let text = paint::line(ui, text, style, colours.text, rect.width() - 36.0);
    paint::left(ui.painter(), rect.left() + 28.0, rect.center().y, text);
    paint::focus_ring(ui, &response, rect.shrink(2.0), radius);
    response
}

/// Shows a menu under a button while it is open; what is chosen in it goes to `out`.
///
/// A choice closes it, by keyboard as by pointer; the focus then goes back to the button, as it does on Escape. Home and End go to its ends. Where the
/// window is too low for it, it scrolls, and what the keyboard reaches shows.
pub fn menu<T>(button: &Response, out: &mut Vec<T>, content: impl FnOnce(&mut Ui, &mut Vec<T>)) {
    let open = Popup::is_id_open(&button.ctx, Popup::default_response_id(button));
    let before = out.len();
    Popup::menu(button).show(|ui| {
        // No gap between two entries: a press there would close the menu and choose nothing.
        ui.spacing_mut().item_spacing.y = 0.0;
        ends(ui);
        scrolled(ui, button.rect, |ui| content(ui, out));
        if out.len() > before {
            ui.close();
        }
    });
    let (escape, enter) = button.ctx.input(|input| {
        (
            input.key_pressed(Key::Escape),
            input.key_pressed(Key::Enter) || input.key_pressed(Key::Space),
        )
    });
    if open && (escape || enter && out.len() > before) {
        button.request_focus();
    }
}

/// Goes to the first entry of a menu on Home and to its last one on End.
fn ends(ui: &Ui) {
    if ui.is_sizing_pass() || ui.ctx().text_edit_focused() {
        return;
    }
    let (first, last) = ui.input_mut(|input| {
        let mut pressed = |key| input.consume_key(egui::Modifiers::NONE, key);
        (pressed(Key::Home), pressed(Key::End))
    });
    if !first && !last {
        return;
    }
    // From no entry at all, the arrow down goes to the first one and the arrow up to the last one.
    ui.memory_mut(|memory| {
        if let Some(focused) = memory.focused() {
            memory.surrender_focus(focused);
        }
        memory.move_focus(match first {
            true => egui::FocusDirection::Down,
            false => egui::FocusDirection::Up,
        });
    });
}

/// Shows what a menu holds within the window, scrolled where it is too high, to what the keyboard has just reached.
fn scrolled(ui: &mut Ui, button: egui::Rect, content: impl FnOnce(&mut Ui)) {
    let high = free(ui, button);
    // The bar shows without a pointer near it: it says that there is more.
    ui.spacing_mut().scroll.floating = false;
    let line = Theme::of(ui.ctx()).colours.border_strong;
    let entries = std::mem::replace(&mut ui.visuals_mut().widgets.inactive.fg_stroke.color, line);
    let reached = ui.scope_id().with("entry reached");
    ScrollArea::vertical().max_height(high).show(ui, |ui| {
        ui.visuals_mut().widgets.inactive.fg_stroke.color = entries;
        content(ui);
        let focused = ui.memory(|memory| memory.focused());
        let before: Option<egui::Id> = ui.data(|data| data.get_temp(reached));
        let entry = focused.and_then(|id| ui.ctx().read_response(id));
        let Some(entry) = entry.filter(|entry| entry.layer_id == ui.layer_id()) else {
            return;
        };
        if before != Some(entry.id) {
            ui.data_mut(|data| data.insert_temp(reached, entry.id));
            ui.scroll_to_rect_animation(entry.rect, None, ScrollAnimation::none());
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    const REGIONS: [&str; 5] = [
        "01 · Bas-Saint-Laurent",
        "02 · Saguenay–Lac-Saint-Jean",
        "05 · Estrie",
        "06 · Montréal",
        "QC · Québec",
    ];

    #[test]
    fn letters_find_the_beginning_of_a_text_before_that_of_a_word() {
        assert_eq!(found(&REGIONS, "05", 0), Some(2));
        assert_eq!(found(&REGIONS, "q", 0), Some(4));
        assert_eq!(found(&REGIONS, "MONTRE", 0), Some(3));
        assert_eq!(found(&REGIONS, "lac", 0), None);
        assert_eq!(found(&REGIONS, "saint", 1), Some(1));
        assert_eq!(found(&REGIONS, "x", 0), None);
        assert_eq!(found(&[], "x", 3), None);
    }

    #[test]
    fn the_same_letter_again_goes_on_to_the_next_and_a_pause_begins_again() {
        let options = ["Commerce", "Construction", "Arts", "Culture"];
        let mut listing = Listing::at(2);
        listing.search("c", &options, 0.0);
        assert_eq!(listing.at, 3);
        listing.search("c", &options, 0.2);
        assert_eq!(listing.at, 0);
        listing.search("c", &options, 5.0);
        assert_eq!(listing.at, 1);
        listing.search("u", &options, 5.2);
        assert_eq!(listing.at, 3, "two letters make one word");
    }

    #[test]
    fn letters_that_nothing_answers_choose_nothing_until_they_are_taken_back() {
        let options = ["Commerce", "Construction", "Arts"];
        let mut listing = Listing::at(0);
        listing.search("c", &options, 0.0);
        assert_eq!((listing.at, listing.none), (1, false));
        listing.search("x", &options, 0.2);
        assert!(listing.none);
        listing.take_back(&options);
        assert!(!listing.none);
        listing.search("x", &options, 0.4);
        listing.search("a", &options, 5.0);
        assert_eq!((listing.at, listing.none), (2, false), "a pause begins again");
    }
}
