//! A field for one number, which keeps what is being typed until it reads as a number.

mod caret;
mod draft;
mod message;
mod reading;

use std::ops::RangeInclusive;

use egui::{
    Align, Align2, Color32, Id, Key, Layout, Response, Sense, Shape, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, vec2,
};

pub use caret::{focus_next, focus_none};
use caret::{keep_whole, select_all};
use draft::Draft;
pub use draft::{RefusedField, refused_fields};
use reading::Reading;

use super::paint;
use crate::text::Lang;
use crate::text::messages::widgets as words;
use crate::text::number::{self, TypedUnit};
use crate::ui::theme::{Theme, Type};

/// The largest amount that a field in millions takes without being told otherwise: a hundred billion dollars, more than any project. A larger one was typed in dollars.
const MOST_MILLIONS: f64 = 100_000.0;

/// A number field; build it, then [`show`](NumberField::show) it.
pub struct NumberField<'a> {
    id_salt: Id,
    name: &'a str,
    value: Option<f64>,
    lang: Lang,
    label: Option<&'a str>,
    unit_left: &'a str,
    unit_right: &'a str,
    typed_unit: TypedUnit,
    places: usize,
    /// The most decimals shown at rest, where a value has more than `places`.
    most_places: usize,
    ungrouped: bool,
    range: RangeInclusive<f64>,
    too_high: Option<&'a str>,
    too_low: Option<&'a str>,
    overridden: bool,
    quiet: bool,
    right_aligned: bool,
    height: f32,
    width: Option<f32>,
    disabled_because: Option<&'a str>,
    refused: Option<&'a str>,
    stamp: Id,
    message_apart: bool,
    blank: bool,
}

/// What happened in a number field.
pub struct NumberFieldResponse {
    /// The new value, at each key that makes a valid one and when one of two readings is chosen.
    pub change: Option<f64>,
    /// Whether typing began, so that the keys that follow make one undo step.
    pub started: bool,
    /// Whether typing ended, with Enter, Tab, Escape or a click elsewhere.
    pub committed: bool,
    /// Whether the value from before the typing counts again: given up with Escape, or typed on into something refused. `change` is then that value.
    pub cancelled: bool,
    /// What is wrong with the text; the value is then the one from before.
    pub wrong: Option<String>,
    /// The text field itself.
    pub response: Response,
}

impl<'a> NumberField<'a> {
    /// Creates a field; `name` is what a screen reader says, and `value` is in the unit shown (`None` shows a dash).
    pub fn new(id_salt: impl std::hash::Hash + std::fmt::Debug, name: &'a str, value: Option<f64>, lang: Lang) -> Self {
        NumberField {
            id_salt: Id::unique(("number field", id_salt)),
            name,
            value,
            lang,
            label: None,
            unit_left: "",
            unit_right: "",
            typed_unit: TypedUnit::Plain,
            places: 0,
            most_places: 0,
            ungrouped: false,
            range: 0.0..=f64::MAX,
            too_high: None,
            too_low: None,
            overridden: false,
            quiet: false,
            right_aligned: false,
            height: 28.0,
            width: None,
            disabled_because: None,
            refused: None,
            stamp: Id::NULL,
            message_apart: false,
            blank: false,
        }
    }

    /// Writes the name above the field.
    pub fn labelled(mut self) -> Self {
        self.label = Some(self.name);
        self
    }

    /// Writes a shorter label than the name above the field.
    pub fn label(mut self, label: &'a str) -> Self {
        self.label = Some(label);
        self
    }

    /// Sets the unit written inside, at the left (`$`), at the right (`M$`, `%`), or both, and how typed suffixes count.
    pub fn unit(mut self, left: &'a str, right: &'a str, typed_unit: TypedUnit) -> Self {
        (self.unit_left, self.unit_right, self.typed_unit) = (left, right, typed_unit);
        if typed_unit == TypedUnit::Millions && *self.range.end() == f64::MAX {
            self.range = *self.range.start()..=MOST_MILLIONS;
        }
        self
    }

    /// Sets the number of decimals shown at rest.
    pub fn places(mut self, places: usize) -> Self {
        self.places = places;
        self
    }

    /// Shows up to this many decimals where the value has them: what was typed is not shown rounded.
    pub fn up_to_places(mut self, most: usize) -> Self {
        self.most_places = most;
        self
    }

    /// Writes digits without separators of thousands, as years are.
    pub fn year(mut self) -> Self {
        self.ungrouped = true;
        self
    }

    /// Sets the accepted range; fields start from zero otherwise.
    pub fn range(mut self, range: RangeInclusive<f64>) -> Self {
        self.range = range;
        self
    }

    /// Sets what is said of a number above the range, such as the reachable maximum and why.
    pub fn too_high(mut self, message: &'a str) -> Self {
        self.too_high = Some(message);
        self
    }

    /// Sets what is said of a number below the range.
    pub fn too_low(mut self, message: &'a str) -> Self {
        self.too_low = Some(message);
        self
    }

    /// Marks a value changed by the user: tinted field, bold value.
    pub fn overridden(mut self, overridden: bool) -> Self {
        self.overridden = overridden;
        self
    }

    /// Draws a lighter border, for tables where every row has fields.
    pub fn quiet(mut self) -> Self {
        self.quiet = true;
        self
    }

    /// Aligns the value at right, for tables.
    pub fn right_aligned(mut self) -> Self {
        self.right_aligned = true;
        self
    }

    /// Sets the height: 28 normally, 36 for the three first numbers.
    pub fn height(mut self, height: f32) -> Self {
        self.height = height;
        self
    }

    /// Sets the width; the field takes what is available otherwise.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Disables the field when there is a reason, which is told on hover.
    pub fn disabled_because(mut self, reason: Option<&'a str>) -> Self {
        self.disabled_because = reason;
        self
    }

    /// Says why the document refused the number last typed here; the text is kept with it.
    pub fn refused(mut self, why: Option<&'a str>) -> Self {
        self.refused = why;
        self
    }

    /// Sets what the value belongs to, another one after each change: a change that the field did not make drops the text in it.
    pub fn stamp(mut self, stamp: Id) -> Self {
        self.stamp = stamp;
        self
    }

    /// Leaves the field empty where there is no value, for one that is yet to be given; a dash shows otherwise.
    pub fn blank(mut self) -> Self {
        self.blank = true;
        self
    }

    /// Leaves it to the page to write what is wrong, from [`NumberFieldResponse::wrong`]; it shows over what is under the field otherwise.
    pub fn message_apart(mut self) -> Self {
        self.message_apart = true;
        self
    }

    /// Shows the field and returns what happened.
    pub fn show(self, ui: &mut Ui) -> NumberFieldResponse {
        let width = self.width.unwrap_or_else(|| ui.available_width()).max(32.0);
        ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = 2.0;
            let theme = Theme::of(ui.ctx());
            ui.spacing_mut().interact_size.y = theme.type_style(Type::Caption).line;
            if let Some(label) = self.label {
                // A label may reach into the gap between two fields rather than be cut.
                let galley = paint::line(ui, label, Type::Small, theme.colours.text_secondary, width + 7.0);
                let (rect, _) = ui.allocate_exact_size(vec2(width, galley.size().y), Sense::hover());
                paint::place(ui.painter(), rect.min, galley);
            }
            self.field_and_message(ui, theme, width)
        })
        .inner
    }

    fn field_and_message(&self, ui: &mut Ui, theme: &Theme, width: f32) -> NumberFieldResponse {
        let id = self.id_salt;
        let enabled = self.disabled_because.is_none() && ui.is_enabled();
        let focused = ui.memory(|memory| memory.has_focus(id));
        let value = self.value.unwrap_or(0.0);
        let mut draft = Draft::load(ui, id);
        if let Some(kept) = &mut draft
            && kept.is_outdated(
                ui,
                self.stamp,
                value,
                (focused || self.refused.is_some(), self.is_unreadable(&kept.text)),
            )
        {
            // What is in the field is no longer what the document says; who is typing goes on from there.
            draft = focused.then(|| Draft::new(self.text_while_typing(), value, self.stamp));
            if let Some(fresh) = &mut draft {
                fresh.typing = true;
                select_all(ui, id, &fresh.text);
            }
        }
        if enabled && caret::is_wanted(ui) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let mut text = draft
            .as_ref()
            .map_or_else(|| self.text_at_rest(), |draft| draft.text.clone());

        let (rect, _) = ui.allocate_exact_size(vec2(width, self.height), Sense::hover());
        let background = ui.painter().add(Shape::Noop);
        let response = self.text_edit(ui, theme, rect, id, enabled, &mut text);
        let mut out = NumberFieldResponse {
            change: None,
            started: false,
            committed: false,
            cancelled: false,
            wrong: None,
            response,
        };

        // A focus asked for by another field is told on no frame: what counts is that nothing is being typed yet.
        let idle = !draft.as_ref().is_some_and(|draft| draft.typing);
        if out.response.gained_focus() || (out.response.has_focus() && idle) {
            let mut begun = draft.take().unwrap_or_else(|| {
                if !out.response.changed() {
                    text = self.text_while_typing();
                }
                Draft::new(text.clone(), value, self.stamp)
            });
            // A text that was refused is taken whole too: what is typed next replaces it.
            if !begun.typing && !out.response.changed() {
                select_all(ui, id, &begun.text);
            }
            if !begun.typing {
                out.started = true;
                begun.before = value;
                begun.typing = true;
            }
            draft = Some(begun);
        }
        keep_whole(ui, &out.response, &text);
        if out.response.changed() {
            let mut typed = draft
                .take()
                .unwrap_or_else(|| Draft::new(String::new(), value, self.stamp));
            typed.text = text.clone();
            match self.read(&text) {
                Reading::Fine(new) | Reading::TwoReadings { as_read: new, .. } => {
                    if new != value || self.value.is_none() {
                        out.change = Some(new);
                        typed.send(ui, new);
                    }
                }
                // A number on its way to another one keeps its last value; one that is refused or wiped out counts for nothing.
                Reading::Unfinished if !text.trim().is_empty() => {}
                Reading::Unfinished | Reading::Refused(_) => typed.retract(ui, &mut out),
            }
            draft = Some(typed);
        }
        // egui may tell of a lost focus on two frames; only the first one ends the typing.
        if out.response.lost_focus()
            && let Some(ended) = draft.as_mut().filter(|draft| draft.typing)
        {
            ended.typing = false;
            out.committed = true;
            if ui.input(|input| input.key_pressed(Key::Escape)) {
                out.cancelled = true;
                out.change = draft.take().map(|draft| draft.before).filter(|before| *before != value);
            } else if text.trim().is_empty() {
                ended.retract(ui, &mut out);
                draft = None;
            } else {
                match self.read_draft(&text) {
                    Reading::Fine(_) => draft = None,
                    Reading::Unfinished => ended.retract(ui, &mut out),
                    Reading::TwoReadings { .. } | Reading::Refused(_) => {}
                }
            }
        }
        let focused = out.response.has_focus();
        let reading = match &draft {
            Some(draft) => self.read_draft(&draft.text),
            None => Reading::Fine(value),
        };
        self.paint_box(ui, theme, rect, background, &out.response, enabled, focused, &reading);
        out.wrong = match &reading {
            Reading::Refused(message) => Some(message.clone()),
            Reading::Unfinished if !focused => Some(words::UNFINISHED_NUMBER.get(self.lang).to_owned()),
            _ => None,
        };
        paint::reveal(ui, &out.response, rect);
        draft::remember_refused(ui, id, self.name, out.wrong.as_deref(), self.stamp);
        if let Some(wrong) = &out.wrong {
            ui.ctx().accesskit_node_builder(id, |node| {
                node.set_invalid(egui::accesskit::Invalid::True);
                node.set_description(wrong.as_str());
            });
        }
        if let Some(other) = self.message(ui, theme, rect, &out, &reading) {
            out.change = Some(other);
            out.committed = true;
            draft = None;
        }
        Draft::store(draft, ui, id);
        if let Some(reason) = self.disabled_because {
            out.response = out.response.on_hover_text(reason);
        }
        out
    }

    fn text_edit(
        &self,
        ui: &mut Ui,
        theme: &Theme,
        rect: egui::Rect,
        id: Id,
        enabled: bool,
        text: &mut String,
    ) -> Response {
        // A click on the unit or on the padding also starts typing; it must not be a stop of the Tab key.
        let frame = ui.interact(
            rect,
            id.with("frame"),
            if enabled { Sense::CLICK } else { Sense::empty() },
        );
        if frame.clicked() {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
        let colours = &theme.colours;
        let padding = match (self.height >= 32.0, self.quiet) {
            (true, _) => 9.0,
            (false, false) => 8.0,
            (false, true) => 5.0,
        };
        let inner = rect.shrink2(vec2(padding, 0.0));
        let unit_style = if self.height >= 32.0 { Type::Body } else { Type::Small };
        let unit_colour = if enabled {
            colours.text_muted
        } else {
            colours.text_disabled
        };
        let unit = |text: &str| paint::line(ui, text, unit_style, unit_colour, inner.width() * 0.5);
        let (mut left, mut right) = (inner.left(), inner.right());
        if !self.unit_left.is_empty() {
            left = paint::left(ui.painter(), left, rect.center().y, unit(self.unit_left)).right() + 4.0;
        }
        if !self.unit_right.is_empty() {
            right = paint::right(ui.painter(), right, rect.center().y, unit(self.unit_right)).left() - 4.0;
        }
        let style = match (self.height >= 32.0, self.overridden) {
            (true, _) => Type::FigureSmall,
            (false, true) => Type::Strong,
            (false, false) => Type::BodyMedium,
        };
        // A figure is never cut: one that is too long for its cell is written smaller.
        let style = if paint::text_width(ui, text, style) > right - left {
            Type::SmallMedium
        } else {
            style
        };
        let area = egui::Rect::from_min_max(
            egui::pos2(left, rect.top() + 1.0),
            egui::pos2(right, rect.bottom() - 1.0),
        );
        let mut child = ui.new_child(
            UiBuilder::new()
                .max_rect(area)
                .layout(Layout::left_to_right(Align::Center)),
        );
        if !enabled {
            child.disable();
        }
        let edit = TextEdit::singleline(text)
            .id(id)
            .frame(egui::Frame::NONE)
            .margin(egui::Margin::ZERO)
            .font(theme.font(style))
            .text_color(if enabled { colours.text } else { colours.text_disabled })
            .align(if self.right_aligned {
                Align2::RIGHT_CENTER
            } else {
                Align2::LEFT_CENTER
            })
            .min_size(area.size())
            .desired_width(area.width())
            .interactive(enabled)
            .show(&mut child);
        edit.response.response.accessible_name(self.accessible_name())
    }

    #[expect(clippy::too_many_arguments, reason = "one private step of `field_and_message`")]
    fn paint_box(
        &self,
        ui: &Ui,
        theme: &Theme,
        rect: egui::Rect,
        background: egui::layers::ShapeIdx,
        response: &Response,
        enabled: bool,
        focused: bool,
        reading: &Reading,
    ) {
        let colours = &theme.colours;
        let rest = if self.quiet {
            colours.border
        } else {
            colours.border_strong
        };
        let (fill, line): (Color32, Color32) = match reading {
            _ if !enabled => (colours.sunken, colours.border),
            Reading::Refused(_) if !focused => (colours.error_bg, colours.error),
            Reading::Refused(_) => (colours.card, colours.error),
            Reading::TwoReadings { .. } => (colours.card, colours.warning),
            _ if focused => (colours.card, colours.focus),
            _ if self.overridden => (colours.override_bg, colours.r#override),
            _ if response.hovered() || ui.rect_contains_pointer(rect) => paint::field_colours(theme, true, true),
            _ => (colours.card, rest),
        };
        let radius = theme.tokens.radius.field;
        let shape = egui::epaint::RectShape::new(rect, radius, fill, Stroke::new(1.0, line), StrokeKind::Inside);
        ui.painter().set(background, shape);
        if focused {
            paint::ring(ui, rect, radius);
        }
    }

    fn text_at_rest(&self) -> String {
        if self.blank && self.value.is_none() {
            return String::new();
        }
        let text = number::or_nothing(self.value, |value| {
            number::exact(value, (self.places, self.most_places), self.lang)
        });
        if self.ungrouped {
            self.without_separators(&text)
        } else {
            text
        }
    }

    /// Returns the value without separators of thousands, which would read both ways as soon as one digit changes.
    fn text_while_typing(&self) -> String {
        let text = self.value.map(|_| self.text_at_rest()).unwrap_or_default();
        self.without_separators(&text)
    }

    fn without_separators(&self, text: &str) -> String {
        let separator = match self.lang {
            Lang::Fr => number::NO_BREAK_SPACE,
            Lang::En => ',',
        };
        text.chars().filter(|c| *c != separator).collect()
    }

    fn with_unit(&self, figure: &str) -> String {
        let space = if self.unit_right.is_empty() || self.lang == Lang::En {
            ""
        } else {
            "\u{a0}"
        };
        format!("{}{figure}{space}{}", self.unit_left, self.unit_right)
    }

    fn accessible_name(&self) -> String {
        let unit = format!("{}{}", self.unit_left, self.unit_right);
        let mut name = self.name.to_owned();
        if !unit.is_empty() {
            name = format!("{name} ({unit})");
        }
        if self.overridden {
            name = format!("{name}, {}", words::CHANGED_BY_YOU.get(self.lang));
        }
        name
    }
}
