//! When phases take place, as bars on one line of time that can be dragged: the body moves a phase, an end changes how long it lasts.

use egui::accesskit::Action as Asked;
use egui::{CursorIcon, EventFilter, Id, Key, Rect, Response, Role, Sense, Shape, Stroke, Tooltip, Ui, WidgetInfo};
use egui::{pos2, vec2};

use super::{paint, tell_whole};
use crate::ui::theme::{Theme, Type};

/// One phase of the timeline.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "each name says what it is")]
pub struct PhaseRow<'a> {
    pub name: &'a str,
    /// First year.
    pub first: i32,
    /// Last year, included.
    pub last: i32,
    /// Part of the phase in its first years, of its largest year; those that follow are full.
    pub parts: &'a [f64],
    /// The years as written.
    pub years: &'a str,
    /// Whether it is construction, drawn darker than operation.
    pub construction: bool,
    /// Whether its details show under the bars.
    pub selected: bool,
}

/// The last year of the variant that closes early, on the same line of time.
#[derive(Clone, Debug, PartialEq)]
#[expect(missing_docs, reason = "each name says what it is")]
pub struct Closure<'a> {
    pub year: i32,
    /// The years it may take.
    pub range: std::ops::RangeInclusive<i32>,
    /// What a screen reader and a tooltip say.
    pub said: &'a str,
}

/// Phases on a line of time; fill it, then [`show`](PhaseBar::show) it.
#[expect(missing_docs, reason = "each name says what it is")]
pub struct PhaseBar<'a> {
    pub id: Id,
    pub rows: &'a [PhaseRow<'a>],
    pub closure: Option<Closure<'a>>,
    /// The years that any phase may take.
    pub range: std::ops::RangeInclusive<i32>,
    /// How the bars are moved, for a tooltip and for a screen reader.
    pub help: &'a str,
}

/// What happened on the line of time.
#[derive(Clone, Debug, Default)]
pub struct PhaseBarResponse {
    /// The phase clicked or taken.
    pub chosen: Option<usize>,
    /// A phase with its new first and last years.
    pub moved: Option<(usize, i32, i32)>,
    /// The new year of the early closure.
    pub closure: Option<i32>,
    /// Whether the change belongs to a drag still going on.
    pub dragging: bool,
    /// Whether a drag ended.
    pub ended: bool,
    /// The bar or the line that keys moved, or that the keyboard is at or just left.
    pub keyed: Option<Response>,
}

impl PhaseBarResponse {
    /// Keeps the control that keys moved, or else the first one that the keyboard is at or just left.
    fn told_of(&mut self, response: &Response, moved: bool) {
        if moved || self.keyed.is_none() && (response.has_focus() || response.lost_focus()) {
            self.keyed = Some(response.clone());
        }
    }
}

/// What of a bar is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Held {
    Body,
    Start,
    End,
}

/// A drag going on. The scale of years is that of its beginning: a bar that grows must not move away from the pointer.
#[derive(Clone, Copy, Debug)]
struct Drag {
    held: Held,
    first: i32,
    last: i32,
    x: f32,
    scale: (i32, i32),
}

/// Height of a bar, and of the row of years under the bars.
const BAR: f32 = 13.0;
const TICKS: f32 = 15.0;
/// How far from its end a bar is taken by that end.
const GRIP: f32 = 6.0;

/// The line of time: where years stand on it.
#[derive(Clone, Copy)]
struct Lane {
    left: f32,
    right: f32,
    first: i32,
    last: i32,
}

impl Lane {
    fn per_year(&self) -> f32 {
        (self.right - self.left) / (self.last - self.first + 1).max(1) as f32
    }

    /// Returns where a year begins.
    fn at(&self, year: i32) -> f32 {
        self.left + (year - self.first) as f32 * self.per_year()
    }
}

impl PhaseBar<'_> {
    /// Shows phases under each other on the same scale of years and returns what happened to them.
    pub fn show(self, ui: &mut Ui) -> PhaseBarResponse {
        let mut out = PhaseBarResponse::default();
        let theme = Theme::of(ui.ctx());
        let Some(scale) = self.scale(ui) else { return out };
        let width = ui.available_width();
        let longest = self
            .rows
            .iter()
            .map(|row| paint::text_width(ui, row.name, Type::Small))
            .fold(0.0, f32::max);
        let names = (longest + 12.0).min(width * 0.36);
        let height = theme.tokens.control.row - 1.0;
        ui.spacing_mut().item_spacing.y = 0.0;
        let total = vec2(width, height * self.rows.len() as f32 + TICKS);
        let (area, _) = ui.allocate_exact_size(total, Sense::hover());
        let lane = Lane {
            left: area.left() + names,
            right: area.right() - 2.0,
            first: scale.0,
            last: scale.1,
        };
        self.years(ui, theme, lane, area);
        for (k, row) in self.rows.iter().enumerate() {
            let top = area.top() + k as f32 * height;
            let rect = Rect::from_min_size(pos2(area.left(), top), vec2(width, height));
            self.row(ui, theme, k, row, rect, lane, &mut out);
        }
        if let Some(closure) = &self.closure {
            // Only what operates can close: the line leaves the works before it alone.
            let above = self.rows.iter().take_while(|row| row.construction).count() as f32 * height;
            let rows = Rect::from_min_max(area.min + vec2(0.0, above), pos2(area.right(), area.bottom() - TICKS));
            self.closure(ui, theme, closure, rows, lane, &mut out);
        }
        out
    }

    /// Returns first and last years of the scale: those of the phases, or of the beginning of the drag going on.
    fn scale(&self, ui: &Ui) -> Option<(i32, i32)> {
        let kept: Option<Drag> = ui.data(|data| data.get_temp(self.id));
        let first = self.rows.iter().map(|row| row.first).min()?;
        let last = self.rows.iter().map(|row| row.last).max()?.max(first);
        Some(kept.map_or((first, last), |drag| drag.scale))
    }

    /// Draws years under the bars, as close as they can be read.
    fn years(&self, ui: &Ui, theme: &Theme, lane: Lane, area: Rect) {
        let room = paint::text_width(ui, "2000", Type::Caption) + 12.0;
        let steps = [1, 2, 5, 10, 20, 50, 100];
        let fits = |step: &&i32| **step as f32 * lane.per_year() >= room;
        let step = steps.iter().find(fits).copied().unwrap_or(100);
        let y = area.bottom() - TICKS;
        let mut year = lane.first + (step - lane.first.rem_euclid(step)) % step;
        while year <= lane.last {
            let x = lane.at(year) + 0.5;
            ui.painter()
                .vline(x, egui::Rangef::new(area.top(), y + 3.0), theme.hairline());
            let text = paint::line(ui, &year.to_string(), Type::Caption, theme.colours.text_muted, room);
            let middle = (x + lane.per_year().min(room) / 2.0)
                .clamp(lane.left + text.size().x / 2.0, lane.right - text.size().x / 2.0);
            paint::centred(ui.painter(), pos2(middle, y + 8.5), text);
            year += step;
        }
    }

    #[expect(clippy::too_many_arguments, reason = "one private step of `show`")]
    fn row(
        &self,
        ui: &mut Ui,
        theme: &Theme,
        k: usize,
        row: &PhaseRow<'_>,
        rect: Rect,
        lane: Lane,
        out: &mut PhaseBarResponse,
    ) {
        let colours = &theme.colours;
        let whole = ui.interact(rect, self.id.with(("row", k)), Sense::CLICK);
        let y = rect.center().y;
        let (left, right) = (lane.at(row.first), lane.at(row.last + 1).max(lane.at(row.first) + 2.0));
        let bar = Rect::from_min_max(pos2(left, y - BAR / 2.0), pos2(right, y + BAR / 2.0));
        let inside = Rect::from_min_max(pos2(lane.left, bar.top()), pos2(lane.right, bar.bottom()));
        // A bar of a few points is still taken with ease.
        let grip = bar.intersect(inside).expand2(vec2(GRIP / 2.0, 4.0));
        let response = ui.interact(grip, self.id.with(("bar", k)), Sense::click_and_drag());
        if whole.clicked() || response.clicked() || response.drag_started() {
            out.chosen = Some(k);
        }
        if whole.hovered() || response.hovered() {
            let back = rect.expand2(vec2(4.0, 0.0));
            ui.painter().rect_filled(back, theme.tokens.radius.bar, colours.hover);
        }
        self.describe(ui, &response, row);
        let moved = self.dragged(ui, &response, k, row, bar, lane, out);
        let pressed = self.pressed(ui, &response, row);
        out.told_of(&response, pressed.is_some());
        if let Some((first, last)) = moved.or(pressed)
            && (first, last) != (row.first, row.last)
        {
            out.moved = Some((k, first, last));
        }
        let style = if row.selected { Type::SmallStrong } else { Type::Small };
        let name = paint::line(ui, row.name, style, colours.text, lane.left - rect.left() - 6.0);
        let cut = name.elided;
        let painter = ui.painter();
        paint::left(painter, rect.left(), y, name);
        let clip = painter.with_clip_rect(painter.clip_rect().intersect(inside.expand(0.5)));
        let fill = if row.construction {
            colours.text_muted
        } else {
            colours.band
        };
        // The first years as high as their part; the rest in one piece.
        let mut x = left;
        for part in row.parts.iter().take((row.last - row.first + 1).max(0) as usize) {
            let top = bar.bottom() - BAR * part.clamp(0.0, 1.0) as f32;
            let next = x + lane.per_year();
            clip.rect_filled(Rect::from_min_max(pos2(x, top), pos2(next, bar.bottom())), 0.0, fill);
            x = next;
        }
        if x < right {
            clip.rect_filled(Rect::from_min_max(pos2(x, bar.top()), bar.right_bottom()), 0.0, fill);
        }
        clip.hline(bar.x_range(), bar.bottom() - 0.5, Stroke::new(1.0, fill));
        let written = paint::text_width(ui, row.years, Type::Caption);
        // The line of the early closure crosses the bar: the years stand after it.
        let closing = self.closure.as_ref().filter(|_| !row.construction);
        let line = closing.map(|closure| lane.at(closure.year + 1));
        let from = match line.filter(|line| *line > x && *line < x + written + 14.0) {
            Some(line) => line + 1.0,
            None => x,
        };
        if written + (from - left) + 14.0 < right - left && !row.construction {
            let galley = paint::line(ui, row.years, Type::Caption, colours.text, right - left);
            paint::left(&clip, from + 7.0, y, galley);
        } else {
            let galley = paint::line(
                ui,
                row.years,
                Type::Caption,
                colours.text_secondary,
                lane.right - lane.left,
            );
            // The years stand beside the bar, on a ground of their own: the lines of the scale go behind them.
            let start = if lane.right - right - 7.0 >= written {
                right + 7.0
            } else {
                (left - 7.0).max(lane.left + written) - galley.size().x
            };
            let ground = Rect::from_center_size(pos2(start + galley.size().x / 2.0, y), galley.size());
            let over = whole.hovered() || response.hovered();
            let fill = if over { colours.hover } else { colours.panel };
            ui.painter().rect_filled(ground.expand2(vec2(2.0, 0.0)), 0.0, fill);
            paint::left(ui.painter(), start, y, galley);
        }
        paint::focus_ring(
            ui,
            &response,
            grip.shrink2(vec2(GRIP / 2.0, 3.0)),
            theme.tokens.radius.bar,
        );
        if response.dragged() {
            Tooltip::for_widget(&response)
                .at_pointer()
                .show(|ui| ui.label(row.years));
        } else {
            let _ = response.on_hover_text(format!("{}, {}\n{}", row.name, row.years, self.help));
        }
        if cut {
            tell_whole(whole, row.name);
        }
    }

    fn describe(&self, ui: &Ui, response: &Response, row: &PhaseRow<'_>) {
        let name = format!("{}, {}", row.name, row.years);
        response.widget_info(|| WidgetInfo::slider(true, f64::from(row.first), &name));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Slider);
            node.set_value(row.years);
            node.set_description(self.help);
            node.set_min_numeric_value(f64::from(*self.range.start()));
            node.set_max_numeric_value(f64::from(*self.range.end() - (row.last - row.first)));
            node.set_numeric_value_step(1.0);
            node.add_action(Asked::Increment);
            node.add_action(Asked::Decrement);
        });
    }

    /// Follows the pointer; returns the years that a drag asks for.
    #[expect(clippy::too_many_arguments, reason = "one private step of `row`")]
    fn dragged(
        &self,
        ui: &Ui,
        response: &Response,
        k: usize,
        row: &PhaseRow<'_>,
        bar: Rect,
        lane: Lane,
        out: &mut PhaseBarResponse,
    ) -> Option<(i32, i32)> {
        let held = |x: f32| match bar.width() > 3.0 * GRIP {
            true if x < bar.left() + GRIP => Held::Start,
            true if x > bar.right() - GRIP => Held::End,
            true => Held::Body,
            // A short bar is taken by its ends from outside, by its body from inside.
            false if x > bar.right() - 2.0 => Held::End,
            false if x < bar.left() + 2.0 => Held::Start,
            false => Held::Body,
        };
        let key = self.id;
        let own = self.id.with(("drag", k));
        if response.drag_started()
            && let Some(origin) = ui.input(|i| i.pointer.press_origin())
        {
            response.request_focus();
            let drag = Drag {
                held: held(origin.x),
                first: row.first,
                last: row.last,
                x: origin.x,
                scale: (lane.first, lane.last),
            };
            ui.data_mut(|data| {
                data.insert_temp(key, drag);
                data.insert_temp(own, drag);
            });
        }
        if response.drag_stopped() {
            ui.data_mut(|data| {
                data.remove::<Drag>(key);
                data.remove::<Drag>(own);
            });
            out.ended = true;
            return None;
        }
        let drag: Option<Drag> = ui.data(|data| data.get_temp(own));
        let pointer = response.interact_pointer_pos().or_else(|| response.hover_pos());
        let over = drag.map(|d| d.held).or_else(|| pointer.map(|p| held(p.x)));
        if response.hovered() || response.dragged() {
            ui.ctx().set_cursor_icon(match over {
                Some(Held::Start | Held::End) => CursorIcon::ResizeHorizontal,
                _ if response.dragged() => CursorIcon::Grabbing,
                _ => CursorIcon::Grab,
            });
        }
        let drag = drag.filter(|_| response.dragged())?;
        out.dragging = true;
        let years = ((pointer?.x - drag.x) / lane.per_year()).round() as i32;
        Some(self.stretched(drag.held, drag.first, drag.last, years))
    }

    /// Returns the years of a phase moved by so many years, or with one end moved; it lasts a year at least and stays in its range.
    fn stretched(&self, held: Held, first: i32, last: i32, years: i32) -> (i32, i32) {
        let (low, high) = (*self.range.start(), *self.range.end());
        match held {
            Held::Body => {
                let years = years.clamp(low.min(first) - first, high.max(last) - last);
                (first + years, last + years)
            }
            Held::Start => ((first + years).clamp(low.min(first), last), last),
            Held::End => (first, (last + years).clamp(first, high.max(last))),
        }
    }

    /// Follows the keyboard and screen readers: arrows move a bar, with Shift its end, with Alt its start.
    fn pressed(&self, ui: &Ui, response: &Response, row: &PhaseRow<'_>) -> Option<(i32, i32)> {
        let (steps, modifiers) = steps(ui, response);
        let held = match (modifiers.shift, modifiers.alt) {
            (true, _) => Held::End,
            (false, true) => Held::Start,
            (false, false) => Held::Body,
        };
        (steps != 0).then(|| self.stretched(held, row.first, row.last, steps))
    }

    fn closure(
        &self,
        ui: &mut Ui,
        theme: &Theme,
        closure: &Closure<'_>,
        rows: Rect,
        lane: Lane,
        out: &mut PhaseBarResponse,
    ) {
        let x = lane.at(closure.year + 1).clamp(lane.left, lane.right);
        let handle = Rect::from_min_max(pos2(x - 5.0, rows.top() - 2.0), pos2(x + 5.0, rows.bottom() + 4.0));
        let response = ui.interact(handle, self.id.with("closure"), Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::slider(true, f64::from(closure.year), closure.said));
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_role(Role::Slider);
            node.set_min_numeric_value(f64::from(*closure.range.start()));
            node.set_max_numeric_value(f64::from(*closure.range.end()));
            node.set_numeric_value_step(1.0);
            node.add_action(Asked::Increment);
            node.add_action(Asked::Decrement);
        });
        let ink = if response.hovered() || response.dragged() {
            theme.colours.accent_hover
        } else {
            theme.colours.text_secondary
        };
        let line = [pos2(x, rows.top()), pos2(x, rows.bottom() + 3.0)];
        ui.painter()
            .extend(Shape::dashed_line(&line, Stroke::new(1.5, ink), 3.0, 2.0));
        ui.painter().circle_filled(pos2(x, rows.bottom() + 3.0), 3.0, ink);
        paint::focus_ring(ui, &response, handle.shrink(1.0), theme.tokens.radius.bar);
        let clamp = |year: i32| {
            year.clamp(
                *closure.range.start(),
                (*closure.range.end()).max(*closure.range.start()),
            )
        };
        let mut year = closure.year;
        if response.dragged()
            && let Some(pointer) = response.interact_pointer_pos()
        {
            out.dragging = true;
            let over = ((pointer.x - lane.left) / lane.per_year()).round() as i32;
            year = clamp(lane.first + over - 1);
        }
        let (keys, _) = steps(ui, &response);
        out.told_of(&response, keys != 0);
        if keys != 0 {
            year = clamp(closure.year + keys);
        }
        if response.drag_started() {
            response.request_focus();
        }
        out.ended |= response.drag_stopped();
        if year != closure.year {
            out.closure = Some(year);
        }
        if response.hovered() || response.dragged() {
            ui.ctx().set_cursor_icon(CursorIcon::ResizeHorizontal);
        }
        if response.dragged() {
            Tooltip::for_widget(&response)
                .at_pointer()
                .show(|ui| ui.label(closure.said));
        } else {
            let _ = response.on_hover_text(closure.said);
        }
    }
}

/// Returns the years asked by arrows or by a screen reader, and the keys held with them.
fn steps(ui: &Ui, response: &Response) -> (i32, egui::Modifiers) {
    let focused = response.has_focus();
    if focused {
        let arrows = EventFilter {
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, arrows));
    }
    ui.input(|input| {
        let asked = |action| input.num_accesskit_action_requests(response.id, action) as i32;
        let mut steps = asked(Asked::Increment) - asked(Asked::Decrement);
        if focused {
            steps += input.num_presses(Key::ArrowRight) as i32 - input.num_presses(Key::ArrowLeft) as i32;
        }
        (steps, input.modifiers)
    })
}
