//! A picture as a list of shapes and texts, in points of its own page: laid out once, written as SVG, PNG or PDF.

use crate::report::palette::{Rgba, Weight};
use crate::text::Lang;

/// A picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width of the page.
    pub width: f32,
    /// Height of the page.
    pub height: f32,
    /// What the picture finds: its title in the metadata.
    pub title: String,
    /// What a reader who cannot see it is told.
    pub alt: String,
    /// Its language.
    pub lang: Lang,
    /// What is painted, the first at the back.
    pub items: Vec<Item>,
}

/// One thing painted.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// A rectangle.
    Box {
        /// Where.
        area: Area,
        /// Inside.
        fill: Option<Rgba>,
        /// Around, drawn inside the rectangle.
        stroke: Option<Stroke>,
        /// Rounding of the corners.
        radius: f32,
    },
    /// Straight lines from point to point.
    Line {
        /// At least two points.
        points: Vec<(f32, f32)>,
        /// How it is drawn.
        stroke: Stroke,
    },
    /// A circle.
    Circle {
        /// Its centre.
        centre: (f32, f32),
        /// Its radius.
        radius: f32,
        /// Inside.
        fill: Option<Rgba>,
        /// Around, centred on its edge.
        stroke: Option<Stroke>,
    },
    /// A ribbon between two upright edges, with level tangents.
    Ribbon {
        /// Its left edge: x, top, bottom.
        from: (f32, f32, f32),
        /// Its right edge: x, top, bottom.
        to: (f32, f32, f32),
        /// Its colour, with transparency.
        fill: Rgba,
    },
    /// One line of text.
    Text(Text),
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Where its anchor lies.
    pub x: f32,
    /// The line it stands on.
    pub baseline: f32,
    /// Which part of it lies at `x`.
    pub anchor: Anchor,
    /// What it says.
    pub text: String,
    /// Size and weight.
    pub font: Font,
    /// Its colour.
    pub ink: Rgba,
}

/// Size and weight of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Font {
    /// Size of the em, points.
    pub size: f32,
    /// Weight.
    pub weight: Weight,
}

impl Font {
    /// A font.
    pub const fn new(size: f32, weight: Weight) -> Self {
        Self { size, weight }
    }

    /// Returns from one line to the next.
    pub fn line(self) -> f32 {
        (self.size * 1.24).round()
    }

    /// Returns how far below its middle line the letters of a text stand, by half the height of a capital.
    pub fn drop(self) -> f32 {
        self.size * 0.364
    }
}

/// Which part of a text lies at its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Width, points.
    pub width: f32,
    /// Colour.
    pub ink: Rgba,
    /// Lengths of dash and gap; nothing for an unbroken line.
    pub dash: Option<(f32, f32)>,
}

impl Stroke {
    /// An unbroken line.
    pub const fn new(width: f32, ink: Rgba) -> Self {
        Self { width, ink, dash: None }
    }

    /// A dashed line.
    pub const fn dashed(width: f32, ink: Rgba, dash: f32, gap: f32) -> Self {
        Self {
            width,
            ink,
            dash: Some((dash, gap)),
        }
    }
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "each name says what it is")]
pub struct Area {
    pub left: f32,
    pub top: f32,
    pub right: f32,
    pub bottom: f32,
}

impl Area {
    /// A rectangle from its edges.
    pub const fn new(left: f32, top: f32, right: f32, bottom: f32) -> Self {
        Self {
            left,
            top,
            right,
            bottom,
        }
    }

    /// Returns its width.
    pub fn width(self) -> f32 {
        self.right - self.left
    }

    /// Returns its height.
    pub fn height(self) -> f32 {
        self.bottom - self.top
    }

    /// Returns its centre.
    pub fn centre(self) -> (f32, f32) {
        ((self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0)
    }

    /// Returns it with every edge moved out by `by`.
    pub fn grown(self, by: f32) -> Self {
        Self::new(self.left - by, self.top - by, self.right + by, self.bottom + by)
    }

    /// Returns the smallest rectangle that holds both.
    pub fn joined(self, other: Self) -> Self {
        Self::new(
            self.left.min(other.left),
            self.top.min(other.top),
            self.right.max(other.right),
            self.bottom.max(other.bottom),
        )
    }

    /// Returns whether the two overlap.
    pub fn meets(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    /// Returns whether the other lies inside.
    pub fn holds(self, other: Self) -> bool {
        self.left <= other.left && other.right <= self.right && self.top <= other.top && other.bottom <= self.bottom
    }
}

impl Scene {
    /// Paints a filled rectangle.
    pub fn fill(&mut self, area: Area, ink: Rgba) {
        self.items.push(Item::Box {
            area,
            fill: Some(ink),
            stroke: None,
            radius: 0.0,
        });
    }

    /// Paints the edge of a rectangle.
    pub fn outline(&mut self, area: Area, stroke: Stroke) {
        self.items.push(Item::Box {
            area,
            fill: None,
            stroke: Some(stroke),
            radius: 0.0,
        });
    }

    /// Paints a line.
    pub fn line(&mut self, points: Vec<(f32, f32)>, stroke: Stroke) {
        self.items.push(Item::Line { points, stroke });
    }

    /// Writes a text whose middle line lies at `y`.
    pub fn write(&mut self, (x, y): (f32, f32), anchor: Anchor, text: &str, font: Font, ink: Rgba) {
        if !text.is_empty() {
            self.items.push(Item::Text(Text {
                x,
                baseline: y + font.drop(),
                anchor,
                text: text.to_owned(),
                font,
                ink,
            }));
        }
    }

    /// Fills a rectangle with slanted lines over a pale ground.
    ///
    /// * `step`, `width`: from one line to the next along the edge, and how wide a line is.
    /// * `ground`: how strong the ground is, from 0 to 1.
    pub fn hatch(&mut self, area: Area, ink: Rgba, (step, width, ground): (f32, f32, f32)) {
        self.fill(area, ink.faded(ground));
        let run = area.height();
        let mut x = area.left - run + step / 2.0;
        while x < area.right {
            // The line goes up to the right from (x, bottom); what lies outside is left out, with room for its own width.
            let inset = width / 2.0;
            let from = (area.left + inset - x).max(inset);
            let to = (area.right - inset - x).min(run - inset);
            if to - from > 0.5 {
                let at = |t: f32| (x + t, area.bottom - t);
                self.line(vec![at(from), at(to)], Stroke::new(width, ink));
            }
            x += step;
        }
        self.outline(area, Stroke::new(1.0, ink));
    }

    /// Returns the texts, in the order they are painted.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.items.iter().filter_map(|item| match item {
            Item::Text(text) => Some(text.text.as_str()),
            _ => None,
        })
    }
}
