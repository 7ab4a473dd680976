//! Drawing shared by the widgets: focus rings, dashed outlines, diamonds, lines of text.

use std::sync::Arc;

use egui::text::LayoutJob;
use egui::{
    Color32, CornerRadius, Galley, Id, Painter, Pos2, Rect, Response, Shape, Stroke, StrokeKind, Ui, pos2, vec2,
};

use crate::report::chart::SeriesStyle;
use crate::ui::focus;
use crate::ui::theme::{Theme, ThemeKind, Type};

/// Paints the ring that shows keyboard focus, two pixels wide and one away, and scrolls to the widget that just took the focus; call it after the
/// widget is painted.
pub fn focus_ring(ui: &Ui, response: &Response, rect: Rect, radius: u8) {
    if response.has_focus() {
        ring(ui, rect, radius);
    }
    reveal(ui, response, rect);
}

/// Scrolls to a widget that just took the focus, with some room around it, so that what follows shows too.
pub fn reveal(ui: &Ui, response: &Response, rect: Rect) {
    if response.gained_focus() {
        ui.scroll_to_rect(rect.expand(8.0), None);
    }
}

/// Returns the fill and the line of a field at rest or pointed at. One that is not enabled is sunken with a weak line and nothing answers in it; one
/// that is pointed at keeps its ground and takes a strong line, so that the two never look alike.
pub fn field_colours(theme: &Theme, enabled: bool, hovered: bool) -> (Color32, Color32) {
    let colours = &theme.colours;
    // High contrast has one line and hardly any greys: there the ground answers, and a grey line stands for what is not enabled.
    let sharp = theme.kind == ThemeKind::HighContrast;
    match (enabled, hovered) {
        (false, _) if sharp => (colours.sunken, colours.text_disabled),
        (false, _) => (colours.sunken, colours.border),
        (true, true) if sharp => (colours.hover, colours.border_strong),
        (true, true) => (colours.card, colours.text_secondary),
        (true, false) => (colours.card, colours.border_strong),
    }
}

/// Shows controls at the right end of a bar, from left to right, as the Tab key goes through them.
///
/// * `salt`: names the group, whose width is kept from the pass before.
pub fn at_end<R>(ui: &mut Ui, salt: &'static str, content: impl FnOnce(&mut Ui) -> R) -> R {
    let id = end_id(salt);
    let before = end_width(ui, salt);
    ui.add_space((ui.available_width() - before).max(0.0));
    let left = ui.cursor().left();
    let out = content(ui);
    let wide = ui.min_rect().right() - left;
    if (wide - before).abs() > 0.5 {
        ui.data_mut(|data| data.insert_temp(id, wide));
        // A group at the end of a bar has another width.
        ui.ctx().request_discard(salt);
    }
    out
}

fn end_id(salt: &'static str) -> Id {
    Id::unique(("group at the end", salt))
}

/// Returns the width that a group shown by [`at_end`] took last; zero before it first shows.
pub fn end_width(ui: &Ui, salt: &'static str) -> f32 {
    ui.data(|data| data.get_temp(end_id(salt))).unwrap_or(0.0)
}

/// Paints a focus ring around `rect`, whatever has focus.
pub fn ring(ui: &Ui, rect: Rect, radius: u8) {
    focus::painted(ui.ctx());
    let theme = Theme::of(ui.ctx());
    let strokes = &theme.tokens.stroke;
    // The ring may stand on the edge of a scroll area: the clip grows so that it is never cut there.
    let painter = ui
        .painter()
        .with_clip_rect(ui.clip_rect().expand(strokes.focus + strokes.focus_gap));
    let gap = strokes.focus_gap;
    painter.rect_stroke(
        rect.expand(gap),
        CornerRadius::same(radius.saturating_add(gap as u8)),
        Stroke::new(strokes.focus, theme.colours.focus),
        StrokeKind::Outside,
    );
}

/// Paints a dashed outline with rounded corners.
pub fn dashed_rect(painter: &Painter, rect: Rect, radius: f32, stroke: Stroke, dash: f32, gap: f32) {
    let mut path = Vec::new();
    for (corner, quarter) in [
        (pos2(rect.right() - radius, rect.top() + radius), 3.0),
        (pos2(rect.right() - radius, rect.bottom() - radius), 0.0),
        (pos2(rect.left() + radius, rect.bottom() - radius), 1.0),
        (pos2(rect.left() + radius, rect.top() + radius), 2.0_f32),
    ] {
        for step in 0..=6 {
            let angle = (quarter + step as f32 / 6.0) * std::f32::consts::FRAC_PI_2;
            path.push(corner + radius * vec2(angle.cos(), angle.sin()));
        }
    }
    if let Some(first) = path.first().copied() {
        path.push(first);
    }
    painter.extend(Shape::dashed_line(&path, stroke, dash, gap));
}

/// Paints the diamond of a value changed by the user.
pub fn diamond(painter: &Painter, centre: Pos2, colour: Color32) {
    let half = 4.0;
    painter.add(Shape::convex_polygon(
        vec![
            centre - vec2(0.0, half),
            centre + vec2(half, 0.0),
            centre + vec2(0.0, half),
            centre - vec2(half, 0.0),
        ],
        colour,
        Stroke::NONE,
    ));
}

/// Fills a rectangle with hatching over a pale fill of the same colour: parafiscal revenue.
pub fn hatched(painter: &Painter, theme: &Theme, rect: Rect, colour: Color32) {
    let hatch = &theme.tokens.parafiscal;
    painter.rect_filled(rect, 0.0, colour.gamma_multiply(hatch.fill_alpha));
    let clipped = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let slope = hatch.hatch_degrees.to_radians().tan().max(0.1);
    let run = rect.height() / slope;
    let stroke = Stroke::new(hatch.hatch_width, colour);
    let mut x = rect.left() - run;
    while x < rect.right() {
        clipped.line_segment([pos2(x, rect.bottom()), pos2(x + run, rect.top())], stroke);
        x += hatch.hatch_step.max(1.0);
    }
    painter.rect_stroke(rect, 0.0, Stroke::new(1.0, colour), StrokeKind::Inside);
}

/// Paints the line of a series through points.
pub fn series_line(painter: &Painter, points: &[Pos2], colour: Color32, style: SeriesStyle) {
    match style {
        SeriesStyle::Plain | SeriesStyle::Hatched => {
            painter.line(points.to_vec(), Stroke::new(2.0, colour));
        }
        SeriesStyle::Dashed => {
            painter.extend(Shape::dashed_line(points, Stroke::new(1.5, colour), 6.0, 4.0));
        }
        SeriesStyle::Dotted => {
            painter.extend(Shape::dashed_line(points, Stroke::new(2.0, colour), 2.5, 3.0));
        }
    }
}

/// Lays out one line of text, cut with an ellipsis at `width`.
pub fn line(ui: &Ui, text: &str, style: Type, colour: Color32, width: f32) -> Arc<Galley> {
    let mut job = Theme::of(ui.ctx()).job(text, style, colour, width.max(0.0));
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    lay_out(ui, job)
}

/// Lays out text on two lines at most, cut with an ellipsis at the end of the second.
pub fn two_lines(ui: &Ui, text: &str, style: Type, colour: Color32, width: f32) -> Arc<Galley> {
    let mut job = Theme::of(ui.ctx()).job(text, style, colour, width.max(0.0));
    job.wrap.max_rows = 2;
    lay_out(ui, job)
}

/// Returns the longest text that fits, cut in the middle: names of variants begin alike and differ at their ends.
pub fn shortened(text: &str, fits: impl Fn(&str) -> bool) -> String {
    if fits(text) {
        return text.to_owned();
    }
    let letters: Vec<char> = text.chars().collect();
    let cut = |kept: usize| {
        let (head, tail) = (kept / 3, kept - kept / 3);
        let (start, end) = (letters.iter().take(head), letters.iter().skip(letters.len() - tail));
        let (start, end): (String, String) = (start.collect(), end.collect());
        format!("{}…{}", start.trim_end(), end.trim_start())
    };
    let (mut low, mut high) = (0, letters.len().saturating_sub(1));
    while low < high {
        let middle = (low + high).div_ceil(2);
        match fits(&cut(middle)) {
            true => low = middle,
            false => high = middle - 1,
        }
    }
    cut(low)
}

/// Lays out text that wraps at `width`.
pub fn paragraph(ui: &Ui, text: &str, style: Type, colour: Color32, width: f32) -> Arc<Galley> {
    lay_out(ui, Theme::of(ui.ctx()).job(text, style, colour, width.max(1.0)))
}

/// Lays out a job.
pub fn lay_out(ui: &Ui, job: LayoutJob) -> Arc<Galley> {
    ui.painter().layout_job(job)
}

/// Returns the width of one line of text, uncut.
pub fn text_width(ui: &Ui, text: &str, style: Type) -> f32 {
    line(ui, text, style, Theme::of(ui.ctx()).colours.text, f32::INFINITY)
        .size()
        .x
}

/// Paints a laid out line with its left edge at `x`, centred on `y`.
pub fn left(painter: &Painter, x: f32, y: f32, galley: Arc<Galley>) -> Rect {
    place(painter, pos2(x, y - galley.size().y / 2.0), galley)
}

/// Paints a laid out line with its right edge at `x`, centred on `y`.
pub fn right(painter: &Painter, x: f32, y: f32, galley: Arc<Galley>) -> Rect {
    place(painter, pos2(x - galley.size().x, y - galley.size().y / 2.0), galley)
}

/// Paints a laid out line centred on a point.
pub fn centred(painter: &Painter, centre: Pos2, galley: Arc<Galley>) -> Rect {
    place(painter, centre - galley.size() / 2.0, galley)
}

/// Paints a laid out text with its top left corner at a point, and returns where it is.
pub fn place(painter: &Painter, top_left: Pos2, galley: Arc<Galley>) -> Rect {
    let rect = Rect::from_min_size(top_left, galley.size());
    let colour = galley
        .job
        .sections
        .first()
        .map_or(Color32::PLACEHOLDER, |section| section.format.color);
    painter.galley(top_left, galley, colour);
    rect
}

/// Underlines a laid out line.
pub fn underline(painter: &Painter, text: Rect, stroke: Stroke) {
    painter.hline(text.x_range(), (text.bottom() - 1.5).round() + 0.5, stroke);
}
