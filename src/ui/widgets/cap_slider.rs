//! A slider that shows how far its value can go, and where the saved version stands.

use std::ops::RangeInclusive;

use egui::{EventFilter, Id, Key, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::paint;
use crate::ui::theme::{Theme, Type};

/// A slider with a cap; build it, then [`show`](CapSlider::show) it.
pub struct CapSlider<'a> {
    id: Id,
    name: &'a str,
    value_text: &'a str,
    value: f64,
    range: RangeInclusive<f64>,
    floor: f64,
    cap: f64,
    saved: Option<f64>,
    step: f64,
    width: Option<f32>,
    captions: Option<Captions<'a>>,
    disabled_because: Option<&'a str>,
}

/// What is written under the marks of a slider; an empty text writes nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Captions<'a> {
    /// Under the tick of the floor.
    pub floor: &'a str,
    /// Under the ring of the saved value.
    pub saved: &'a str,
    /// Under the tick of the cap.
    pub cap: &'a str,
}

/// What happened to a slider.
pub struct CapSliderResponse {
    /// The new value, never above the cap nor below the floor.
    pub change: Option<f64>,
    /// Whether a drag began, so that it makes one undo step.
    pub drag_started: bool,
    /// Whether a drag ended.
    pub drag_stopped: bool,
    /// The slider itself.
    pub response: Response,
    /// Where it is, with what is written under it.
    pub rect: Rect,
}

impl<'a> CapSlider<'a> {
    /// Creates a slider from 0 to 1 by steps of 1 %; `value_text` is the value as a screen reader says it.
    pub fn new(
        id_salt: impl std::hash::Hash + std::fmt::Debug,
        name: &'a str,
        value: f64,
        value_text: &'a str,
    ) -> CapSlider<'a> {
        CapSlider {
            id: Id::unique(("cap slider", id_salt)),
            name,
            value_text,
            value,
            range: 0.0..=1.0,
            floor: 0.0,
            cap: 1.0,
            saved: None,
            step: 0.01,
            width: None,
            captions: None,
            disabled_because: None,
        }
    }

    /// Sets the lowest value that can be reached, where it is not the start of the range; a tick marks it.
    pub fn floor(mut self, floor: f64) -> Self {
        self.floor = floor;
        self
    }

    /// Sets the highest value that can be reached; the track is dotted beyond it.
    pub fn cap(mut self, cap: f64) -> Self {
        self.cap = cap;
        self
    }

    /// Shows the saved version's value as a hollow ring.
    pub fn saved(mut self, saved: Option<f64>) -> Self {
        self.saved = saved;
        self
    }

    /// Sets another range and step.
    pub fn range(mut self, range: RangeInclusive<f64>, step: f64) -> Self {
        (self.range, self.step) = (range, step);
        self
    }

    /// Sets the width; the slider takes what is available otherwise.
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Writes what its marks are under them.
    pub fn captions(mut self, captions: Captions<'a>) -> Self {
        self.captions = Some(captions);
        self
    }

    /// Disables the slider when there is a reason, such as no supply in the region; it is told on hover.
    pub fn disabled_because(mut self, reason: Option<&'a str>) -> Self {
        self.disabled_because = reason;
        self
    }

    /// Shows the slider and returns what happened.
    pub fn show(self, ui: &mut Ui) -> CapSliderResponse {
        let theme = Theme::of(ui.ctx());
        let width = self.width.unwrap_or_else(|| ui.available_width()).max(24.0);
        let caption_height = if self.captions.is_some() {
            theme.type_style(Type::Caption).line
        } else {
            0.0
        };
        let track_height = 20.0;
        let (whole, _) = ui.allocate_exact_size(vec2(width, track_height + caption_height), Sense::hover());
        let rect = Rect::from_min_size(whole.min, vec2(width, track_height));
        let enabled = ui.is_enabled() && self.disabled_because.is_none() && self.top() > *self.range.start();
        let sense = if enabled {
            Sense::click_and_drag()
        } else {
            Sense::hover()
        };
        let mut response = ui.interact(rect, self.id, sense);
        let change = if enabled {
            self.new_value(ui, &response, rect)
        } else {
            None
        };
        if change.is_some() {
            response.mark_changed();
        }
        let value = change.unwrap_or(self.value);
        self.describe(ui, &response, enabled, value);
        if ui.is_rect_visible(whole) {
            self.paint(ui, theme, rect, &response, enabled, value);
            self.paint_captions(ui, theme, rect);
        }
        paint::reveal(ui, &response, whole);
        let started = response.drag_started();
        if enabled && (started || response.clicked()) {
            // The arrows go on from where the pointer left the knob.
            response.request_focus();
        }
        let stopped = response.drag_stopped();
        if let Some(reason) = self.disabled_because {
            response = response.on_hover_text(reason);
        }
        CapSliderResponse {
            change,
            drag_started: started,
            drag_stopped: stopped,
            response,
            rect: whole,
        }
    }

    /// Returns the highest reachable value.
    fn top(&self) -> f64 {
        self.cap.min(*self.range.end())
    }

    /// Returns whether something keeps the value above the start of the range.
    fn has_floor(&self) -> bool {
        self.bottom() > *self.range.start()
    }

    /// Returns the lowest reachable value.
    fn bottom(&self) -> f64 {
        self.floor.max(*self.range.start()).min(self.top())
    }

    fn clamped(&self, value: f64) -> f64 {
        value.min(self.top()).max(self.bottom())
    }

    fn new_value(&self, ui: &Ui, response: &Response, rect: Rect) -> Option<f64> {
        let mut value = self.value;
        if let Some(pointer) = response.interact_pointer_pos()
            && (response.dragged() || response.is_pointer_button_down_on() || response.clicked())
        {
            value = self.clamped(self.rounded(self.value_at(rect, pointer.x)));
        }
        let steps = self.keyboard_steps(ui, response);
        if steps != 0.0 {
            value = self.clamped(self.rounded(value + steps * self.step));
        }
        if response.has_focus() {
            let (home, end) = ui.input(|input| (input.key_pressed(Key::Home), input.key_pressed(Key::End)));
            if home {
                value = self.bottom();
            }
            if end {
                value = self.top();
            }
        }
        if let Some(asked) = asked_by_screen_reader(ui, response.id) {
            value = self.clamped(asked);
        }
        // A share that was solved for differs from the one asked for in its last digits; that is no change.
        ((value - self.value).abs() > 1e-9).then_some(value)
    }

    fn keyboard_steps(&self, ui: &Ui, response: &Response) -> f64 {
        use egui::accesskit::Action;
        let focused = response.has_focus();
        if focused {
            let arrows = EventFilter {
                horizontal_arrows: true,
                vertical_arrows: true,
                ..EventFilter::default()
            };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
        }
        ui.input(|input| {
            let asked = |action| input.num_accesskit_action_requests(response.id, action) as f64;
            let mut steps = asked(Action::Increment) - asked(Action::Decrement);
            if focused {
                let presses = |key| input.num_presses(key) as f64;
                let arrows = presses(Key::ArrowRight) + presses(Key::ArrowUp)
                    - presses(Key::ArrowLeft)
                    - presses(Key::ArrowDown);
                let pages = presses(Key::PageUp) - presses(Key::PageDown);
                let stride = if input.modifiers.shift { 10.0 } else { 1.0 };
                steps += arrows * stride + pages * 10.0;
            }
            steps
        })
    }

    fn rounded(&self, value: f64) -> f64 {
        if self.step > 0.0 {
            let steps = ((value - self.range.start()) / self.step).round();
            // Dividing by the number of steps in one keeps 0.3 at 0.3, where 30 × 0.01 would not.
            let per_one = (1.0 / self.step).round();
            if (per_one * self.step - 1.0).abs() < 1e-9 {
                self.range.start() + steps / per_one
            } else {
                self.range.start() + steps * self.step
            }
        } else {
            value
        }
    }

    /// Returns the horizontal range the knob moves in, which leaves room for half a knob at both ends.
    fn rail(&self, rect: Rect) -> (f32, f32) {
        let room = crate::report::palette::tokens().slider.knob_radius + 0.5;
        (rect.left() + room, rect.right() - room)
    }

    fn x_of(&self, rect: Rect, value: f64) -> f32 {
        let (left, right) = self.rail(rect);
        let (start, end) = (*self.range.start(), *self.range.end());
        let part = if end > start {
            ((value - start) / (end - start)).clamp(0.0, 1.0)
        } else {
            0.0
        };
        left + part as f32 * (right - left)
    }

    fn value_at(&self, rect: Rect, x: f32) -> f64 {
        let (left, right) = self.rail(rect);
        let part = f64::from(((x - left) / (right - left).max(1.0)).clamp(0.0, 1.0));
        self.range.start() + part * (self.range.end() - self.range.start())
    }

    fn describe(&self, ui: &Ui, response: &Response, enabled: bool, value: f64) {
        use egui::accesskit::Action;
        response.widget_info(|| WidgetInfo::slider(enabled, value, self.name));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Slider);
            node.set_min_numeric_value(self.bottom());
            node.set_max_numeric_value(self.top());
            node.set_numeric_value_step(self.step);
            if value == self.value {
                node.set_value(self.value_text);
            }
            if enabled {
                node.add_action(Action::SetValue);
                node.add_action(Action::Increment);
                node.add_action(Action::Decrement);
            }
        });
    }

    fn paint(&self, ui: &Ui, theme: &Theme, rect: Rect, response: &Response, enabled: bool, value: f64) {
        let colours = &theme.colours;
        let sizes = &theme.tokens.slider;
        let painter = ui.painter();
        let y = rect.center().y;
        let (left, right) = (rect.left(), rect.right());
        let at_cap = self.x_of(rect, self.top());
        let capped = self.top() < *self.range.end();
        let supplied = self.top() > *self.range.start();
        let solid_end = if capped { at_cap } else { right };
        let half = sizes.track / 2.0;
        if supplied {
            let solid = Rect::from_min_max(pos2(left, y - half), pos2(solid_end, y + half));
            painter.rect_filled(solid, half, colours.band);
        }
        if capped || !supplied {
            let from = if supplied { at_cap + sizes.dot_step } else { left };
            let dots = ((right - from) / sizes.dot_step).max(0.0) as usize;
            for dot in 0..=dots {
                let x = from + dot as f32 * sizes.dot_step;
                painter.circle_filled(pos2(x, y), sizes.dot_width / 2.0 + 0.1, colours.border_strong);
            }
        }
        if !supplied {
            return;
        }
        let tick = egui::Rangef::new(y - sizes.cap_height / 2.0, y + sizes.cap_height / 2.0);
        let mark = Stroke::new(1.5, colours.text_secondary);
        if capped {
            painter.vline(at_cap, tick, mark);
        }
        if self.has_floor() {
            painter.vline(self.x_of(rect, self.bottom()), tick, mark);
        }
        let ink = if enabled { colours.accent } else { colours.text_disabled };
        let now = pos2(self.x_of(rect, value), y);
        let filled = Rect::from_min_max(pos2(left, y - half), pos2(now.x, y + half));
        painter.rect_filled(filled, half, ink);
        if let Some(saved) = self.saved
            && (self.x_of(rect, saved) - now.x).abs() > 0.5
        {
            let ring = Stroke::new(theme.tokens.stroke.ghost, colours.ghost);
            painter.circle(pos2(self.x_of(rect, saved), y), sizes.ghost_radius, colours.card, ring);
        }
        let pressed = response.hovered() || response.dragged();
        let radius = if pressed && enabled {
            sizes.knob_radius + 0.5
        } else {
            sizes.knob_radius
        };
        painter.circle(now, radius, colours.card, Stroke::new(theme.tokens.stroke.line, ink));
        if response.has_focus() {
            let ring = Rect::from_center_size(now, vec2(2.0 * radius + 2.0, 2.0 * radius + 2.0));
            paint::ring(ui, ring, (radius + 1.0) as u8);
        }
    }

    /// Writes the captions under their marks, each beside the one before; that of the saved value gives way where there is no room for three.
    fn paint_captions(&self, ui: &Ui, theme: &Theme, rect: Rect) {
        let Some(captions) = self.captions else {
            return;
        };
        let gap = 10.0;
        let y = rect.bottom() + theme.type_style(Type::Caption).line / 2.0;
        let line = |text: &str| paint::line(ui, text, Type::Caption, theme.colours.text_muted, rect.width());
        let mut marks = Vec::new();
        if self.has_floor() && !captions.floor.is_empty() {
            marks.push((self.bottom(), line(captions.floor)));
        }
        if let Some(saved) = self.saved.filter(|_| !captions.saved.is_empty()) {
            marks.push((saved, line(captions.saved)));
        }
        if !captions.cap.is_empty() && self.top() < *self.range.end() {
            marks.push((self.top(), line(captions.cap)));
        }
        let wide: f32 = marks.iter().map(|(_, galley)| galley.size().x + gap).sum();
        if marks.len() == 3 && wide - gap > rect.width() {
            marks.remove(1);
        }
        let mut after: f32 = marks.iter().map(|(_, galley)| galley.size().x + gap).sum();
        let mut from = rect.left();
        for (value, galley) in marks {
            let width = galley.size().x;
            // Those to the right keep their room.
            let last = (rect.right() - (after - gap)).max(from);
            after -= width + gap;
            let left = (self.x_of(rect, value) - width / 2.0).clamp(from, last);
            from = paint::left(ui.painter(), left, y, galley).right() + gap;
        }
    }
}

/// Returns the value a screen reader asked the slider to take.
fn asked_by_screen_reader(ui: &Ui, id: Id) -> Option<f64> {
    use egui::accesskit::{Action, ActionData};
    ui.input(|input| {
        let requests = input.accesskit_action_requests(id, Action::SetValue);
        requests
            .filter_map(|request| match request.data {
                Some(ActionData::NumericValue(value)) => Some(value),
                _ => None,
            })
            .last()
    })
}
