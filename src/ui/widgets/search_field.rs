//! A search field whose results drop under it.

use egui::{Align, Color32, EventFilter, Id, Key, Layout, Popup, PopupCloseBehavior, Role, Sense, Shape, Stroke};
use egui::{StrokeKind, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::{Icon, icon_in, paint};
use crate::data::search::highlighted;
use crate::ui::theme::{Theme, Type};

/// A search field; build it, then [`show`](SearchField::show) it.
pub struct SearchField<'a> {
    id: Id,
    name: &'a str,
    hint: &'a str,
    chosen: &'a str,
    keys: &'a str,
    about: &'a str,
    nothing: (&'a str, &'a str),
    height: f32,
    on_demand: bool,
}

/// One result, as shown in the list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SearchResult {
    /// A code, in the first column; empty for none.
    pub code: String,
    /// The name.
    pub title: String,
    /// A second line, such as the name in the other language; empty for none.
    pub subtitle: String,
    /// The words found, at right; empty for none.
    pub found: String,
    /// The name of the group that begins with it, written above it; empty for none.
    pub group: String,
}

/// What happened in a search field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SearchFieldResponse {
    /// The result chosen, as its place in the list just given.
    pub chosen: Option<usize>,
}

/// What was clicked in the list.
enum Answer {
    Result(usize),
    All,
}

/// What is being searched, kept by egui between frames.
#[derive(Clone, Default)]
struct Search {
    query: String,
    highlighted: usize,
    /// Whether the list was asked for, where it does not open by itself.
    asked: bool,
}

/// Returns a text, ended by an ellipsis where it is wider than `width`.
fn fitted(ui: &Ui, text: &str, width: f32) -> String {
    let fits = |text: &str| paint::text_width(ui, text, Type::Body) <= width;
    if fits(text) {
        return text.to_owned();
    }
    let mut kept: String = text.to_owned();
    while kept.pop().is_some() {
        let short = format!("{}…", kept.trim_end());
        if fits(&short) {
            return short;
        }
    }
    String::new()
}

impl<'a> SearchField<'a> {
    /// Creates a field; `name` is what a screen reader says and `chosen` what is shown when nothing is being searched.
    pub fn new(id_salt: impl std::hash::Hash + std::fmt::Debug, name: &'a str, chosen: &'a str) -> SearchField<'a> {
        let id = Id::unique(("search field", id_salt));
        SearchField {
            id,
            name,
            hint: "",
            chosen,
            keys: "",
            about: "",
            nothing: ("", ""),
            height: 36.0,
            on_demand: false,
        }
    }

    /// Opens the list only when something is typed, an arrow is pressed or the field is clicked, rather than whenever the field has the focus.
    pub fn on_demand(mut self) -> Self {
        self.on_demand = true;
        self
    }

    /// Returns the id of the text field, to give it the focus.
    pub fn focus_id(id_salt: impl std::hash::Hash + std::fmt::Debug) -> Id {
        Id::unique(("search field", id_salt))
    }

    /// Sets what an empty field suggests to type.
    pub fn hint(mut self, hint: &'a str) -> Self {
        self.hint = hint;
        self
    }

    /// Sets the two texts at the bottom of the list: the keys that work, and what is searched.
    pub fn footer(mut self, keys: &'a str, about: &'a str) -> Self {
        (self.keys, self.about) = (keys, about);
        self
    }

    /// Sets the sentence shown when a search finds nothing, and the action that then shows everything again.
    pub fn nothing_found(mut self, sentence: &'a str, action: &'a str) -> Self {
        self.nothing = (sentence, action);
        self
    }

    /// Sets the height of the field.
    pub fn height(mut self, height: f32) -> Self {
        self.height = height;
        self
    }

    /// Shows the field; `search` returns the results of a query and what to write at the right of the field.
    pub fn show(self, ui: &mut Ui, search: impl FnOnce(&str) -> (Vec<SearchResult>, String)) -> SearchFieldResponse {
        let theme = Theme::of(ui.ctx());
        let colours = &theme.colours;
        let id = self.id;
        let focused = ui.memory(|memory| memory.has_focus(id));
        let mut state = ui.data(|data| data.get_temp::<Search>(id)).unwrap_or_default();
        let width = ui.available_width();
        let (rect, frame) = ui.allocate_exact_size(vec2(width, self.height), Sense::CLICK);
        let mut pointed = false;
        if frame.clicked() {
            pointed = true;
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let background = ui.painter().add(Shape::Noop);
        icon_in(
            ui.painter(),
            rect.left_center() + vec2(17.0, 0.0),
            Icon::Search,
            colours.text_secondary,
        );
        let (results, count) = if focused {
            search(&state.query)
        } else {
            (Vec::new(), String::new())
        };
        let count = paint::line(ui, &count, Type::Small, colours.text_muted, width * 0.4);
        let right = paint::right(ui.painter(), rect.right() - 10.0, rect.center().y, count).left();
        let area = egui::Rect::from_min_max(
            pos2(rect.left() + 32.0, rect.top() + 1.0),
            pos2(right - 8.0, rect.bottom() - 1.0),
        );
        let mut child = ui.new_child(
            UiBuilder::new()
                .max_rect(area)
                .layout(Layout::left_to_right(Align::Center)),
        );
        let before = state.query.clone();
        let at_rest = fitted(ui, self.chosen, area.width());
        let cut = at_rest != self.chosen;
        let mut shown = if focused { state.query.clone() } else { at_rest.clone() };
        // What is chosen already stays in sight until something else is searched.
        let hint = if self.chosen.is_empty() { self.hint } else { &at_rest };
        let edit = TextEdit::singleline(&mut shown)
            .id(id)
            .frame(egui::Frame::NONE)
            .margin(egui::Margin::ZERO)
            .font(theme.font(Type::Body))
            .text_color(colours.text)
            .hint_text(theme.rich(hint, Type::Body, colours.text_muted))
            .align(egui::Align2::LEFT_CENTER)
            .min_size(area.size())
            .desired_width(area.width())
            .event_filter(EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                ..EventFilter::default()
            })
            .show(&mut child);
        let mut response = edit.response.response.accessible_name(self.name);
        if cut {
            response = response.on_hover_text(self.chosen);
        }
        pointed |= response.clicked();
        if response.gained_focus() {
            state = Search::default();
        } else if focused {
            state.query = shown;
        }
        if state.query != before {
            state.highlighted = 0;
        }
        let radius = theme.tokens.radius.button;
        let hovered = ui.rect_contains_pointer(rect) && !focused;
        let (fill, line) = paint::field_colours(theme, true, hovered);
        let line = if focused { colours.focus } else { line };
        let shape = egui::epaint::RectShape::new(rect, radius, fill, Stroke::new(1.0, line), StrokeKind::Inside);
        ui.painter().set(background, shape);
        if focused {
            paint::ring(ui, rect, radius);
        }
        paint::reveal(ui, &response, rect);
        let mut out = SearchFieldResponse::default();
        let last = results.len().saturating_sub(1);
        if focused {
            let (down, up) = ui.input(|input| (input.num_presses(Key::ArrowDown), input.num_presses(Key::ArrowUp)));
            state.highlighted = (state.highlighted + down).saturating_sub(up).min(last);
            if self.on_demand && !state.asked && down > 0 {
                // The arrow that opens the list does not move in it.
                state.highlighted = 0;
            }
            state.asked |= down > 0 || state.query != before;
        }
        state.asked |= pointed;
        let wanted = !self.on_demand || state.asked;
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) && !results.is_empty() && wanted {
            out.chosen = Some(state.highlighted.min(last));
        }
        // The list stays one frame after focus leaves, so that a click on a row is not lost with it.
        let open = focused && wanted && out.chosen.is_none() && (!results.is_empty() || !self.nothing.0.is_empty());
        let enter = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if results.is_empty() && enter && focused {
            state = Search::default();
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        match self.show_results(&frame, theme, open, &results, &state, width) {
            Some(Answer::Result(index)) => {
                out.chosen = Some(index);
                ui.memory_mut(|memory| memory.surrender_focus(id));
            }
            Some(Answer::All) => {
                state = Search::default();
                ui.memory_mut(|memory| memory.request_focus(id));
            }
            None => {}
        }
        if out.chosen.is_some() {
            state = Search::default();
            if self.on_demand {
                // The next Tab goes on from here; the list stays closed until it is asked for.
                ui.memory_mut(|memory| memory.request_focus(id));
            }
        }
        ui.data_mut(|data| data.insert_temp(id, state));
        out
    }

    fn show_results(
        &self,
        anchor: &egui::Response,
        theme: &Theme,
        open: bool,
        results: &[SearchResult],
        search: &Search,
        width: f32,
    ) -> Option<Answer> {
        let mut answer = None;
        Popup::from_response(anchor)
            .id(self.id.with("results"))
            .open(open)
            .close_behavior(PopupCloseBehavior::IgnoreClicks)
            .frame(theme.overlay())
            .gap(6.0)
            .width(width)
            .show(|ui| {
                ui.set_width(width - 10.0);
                ui.spacing_mut().item_spacing.y = 0.0;
                if results.is_empty() {
                    if self.nothing_row(ui, theme) {
                        answer = Some(Answer::All);
                    }
                    return;
                }
                egui::ScrollArea::vertical().max_height(340.0).show(ui, |ui| {
                    for (index, result) in results.iter().enumerate() {
                        if !result.group.is_empty() {
                            group_row(ui, theme, &result.group);
                        }
                        let pressed = result_row(ui, theme, result, &search.query, index == search.highlighted);
                        if pressed {
                            answer = Some(Answer::Result(index));
                        }
                    }
                });
                if !self.keys.is_empty() || !self.about.is_empty() {
                    self.footer_row(ui, theme);
                }
            });
        answer
    }

    /// Shows that nothing was found; returns whether everything is asked for again.
    fn nothing_row(&self, ui: &mut Ui, theme: &Theme) -> bool {
        let (sentence, action) = self.nothing;
        let colours = &theme.colours;
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 72.0), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Status, true, sentence));
        let card = rect.shrink(6.0);
        let tokens = &theme.tokens;
        let stroke = Stroke::new(1.0, colours.border_strong);
        paint::dashed_rect(ui.painter(), card, f32::from(tokens.radius.card), stroke, 4.0, 3.0);
        let text = paint::line(ui, sentence, Type::Body, colours.text_secondary, card.width() - 24.0);
        let under = paint::centred(ui.painter(), card.center() - vec2(0.0, 11.0), text).bottom();
        let width = paint::text_width(ui, action, Type::Small);
        let area = egui::Rect::from_min_size(pos2(card.center().x - width / 2.0, under + 4.0), vec2(width, 18.0));
        let mut child = ui.new_child(UiBuilder::new().max_rect(area));
        super::link(&mut child, action).clicked()
    }

    fn footer_row(&self, ui: &mut Ui, theme: &Theme) {
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 30.0), Sense::hover());
        ui.painter().hline(rect.x_range(), rect.top() + 0.5, theme.hairline());
        let y = rect.center().y + 1.0;
        let ink = theme.colours.text_muted;
        let room = rect.width() - 26.0;
        let keys = paint::line(ui, self.keys, Type::Caption, ink, room);
        // What is searched gives way to the keys where both do not fit.
        let left_over = room - keys.size().x - 12.0;
        if paint::text_width(ui, self.about, Type::Caption) <= left_over {
            let about = paint::line(ui, self.about, Type::Caption, ink, left_over);
            paint::right(ui.painter(), rect.right() - 12.0, y, about);
        }
        paint::left(ui.painter(), rect.left() + 14.0, y, keys);
    }
}

/// Shows the name of a group over its first result.
fn group_row(ui: &mut Ui, theme: &Theme, name: &str) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 26.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    let text = paint::line(
        ui,
        name,
        Type::SmallStrong,
        theme.colours.text_muted,
        rect.width() - 20.0,
    );
    paint::left(ui.painter(), rect.left() + 10.0, rect.center().y + 2.0, text);
}

/// Lays out the words found, with what was typed in bold.
fn found_line(ui: &Ui, theme: &Theme, found: &str, query: &str, width: f32) -> std::sync::Arc<egui::Galley> {
    let mut job = theme.job("", Type::Small, theme.colours.text_secondary, width);
    job.sections.clear();
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    for (part, typed) in highlighted(found, query) {
        let (style, ink) = if typed {
            (Type::SmallStrong, theme.colours.text)
        } else {
            (Type::Small, theme.colours.text_secondary)
        };
        job.append(part, 0.0, theme.format(style, ink));
    }
    paint::lay_out(ui, job)
}

/// Shows a result and returns whether the pointer was pressed on it.
fn result_row(ui: &mut Ui, theme: &Theme, result: &SearchResult, query: &str, highlighted: bool) -> bool {
    let colours = &theme.colours;
    let two_lines = !result.subtitle.is_empty();
    let height = if two_lines { 46.0 } else { 30.0 };
    // Only the field takes the focus; arrows move the highlight.
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::CLICK);
    let said = [result.code.as_str(), result.title.as_str(), result.subtitle.as_str()].join(" ");
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, highlighted, said.trim()));
    let fill = match (highlighted, response.hovered()) {
        (true, _) => colours.selected,
        (false, true) => colours.hover,
        (false, false) => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, theme.tokens.radius.field, fill);
    if highlighted {
        ui.scroll_to_rect(rect, None);
    }
    let title_y = if two_lines { rect.top() + 15.0 } else { rect.center().y };
    let mut left = rect.left() + 10.0;
    if !result.code.is_empty() {
        let style = if highlighted { Type::Strong } else { Type::Body };
        paint::left(
            ui.painter(),
            left,
            title_y,
            paint::line(ui, &result.code, style, colours.text, 64.0),
        );
        left += 72.0;
    }
    let found = found_line(ui, theme, &result.found, query, rect.width() * 0.35);
    let right = paint::right(ui.painter(), rect.right() - 10.0, rect.center().y, found).left() - 10.0;
    let title = paint::line(ui, &result.title, Type::BodyMedium, colours.text, right - left);
    paint::left(ui.painter(), left, title_y, title);
    if two_lines {
        let subtitle = paint::line(ui, &result.subtitle, Type::Small, colours.text_muted, right - left);
        paint::left(ui.painter(), left, rect.top() + 33.0, subtitle);
    }
    response.clicked()
}
