//! Icons drawn with simple strokes; no icon font is needed.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, pos2, vec2};

/// An icon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each name says what it is")]
pub enum Icon {
    Undo,
    Redo,
    Reset,
    Search,
    Sun,
    Moon,
    Plus,
    Table,
    Chart,
    Compare,
    Copy,
    Paste,
    Export,
    Warning,
    Information,
    Check,
    ChevronDown,
    ChevronRight,
    ChevronLeft,
    ChevronUp,
    Close,
    More,
}

/// Draws an icon centred on a point, in a square of about 14 points.
pub fn icon_in(painter: &Painter, centre: Pos2, icon: Icon, colour: Color32) {
    let pen = Pen {
        painter,
        centre,
        stroke: Stroke::new(1.3, colour),
    };
    match icon {
        Icon::Undo => pen.turn(-1.0),
        Icon::Redo => pen.turn(1.0),
        Icon::Reset => {
            pen.arc(0.0, 0.0, 4.4, -150.0, 120.0);
            pen.lines(&[(-4.4, -5.2), (-4.0, -2.0), (-0.9, -2.6)]);
        }
        Icon::Search => {
            pen.circle(-1.0, -1.0, 4.0);
            pen.lines(&[(2.0, 2.0), (5.4, 5.4)]);
        }
        Icon::Sun => {
            pen.circle(0.0, 0.0, 2.9);
            for step in 0..8 {
                let angle = step as f32 * std::f32::consts::FRAC_PI_4;
                let (sin, cos) = angle.sin_cos();
                pen.lines(&[(cos * 4.9, sin * 4.9), (cos * 6.6, sin * 6.6)]);
            }
        }
        Icon::Moon => {
            pen.arc(0.0, 0.0, 5.4, -10.0, 280.0);
            pen.arc(2.9, -2.9, 4.5, 32.0, 238.0);
        }
        Icon::Plus => {
            pen.lines(&[(-4.4, 0.0), (4.4, 0.0)]);
            pen.lines(&[(0.0, -4.4), (0.0, 4.4)]);
        }
        Icon::Table => {
            pen.rect(-5.5, -4.5, 5.5, 4.5, 1.0);
            pen.lines(&[(-5.5, -1.5), (5.5, -1.5)]);
            pen.lines(&[(-5.5, 1.5), (5.5, 1.5)]);
            pen.lines(&[(-1.5, -4.5), (-1.5, 4.5)]);
        }
        Icon::Chart => {
            pen.lines(&[(-5.0, -5.0), (-5.0, 5.0), (5.5, 5.0)]);
            pen.lines(&[(-2.0, 5.0), (-2.0, 0.0)]);
            pen.lines(&[(1.2, 5.0), (1.2, -3.5)]);
            pen.lines(&[(4.4, 5.0), (4.4, -1.5)]);
        }
        Icon::Compare => {
            pen.lines(&[(-4.0, 5.0), (-4.0, 0.5)]);
            pen.lines(&[(0.0, 5.0), (0.0, -5.0)]);
            pen.lines(&[(4.0, 5.0), (4.0, -2.0)]);
        }
        Icon::Copy => {
            pen.rect(-1.8, -1.8, 5.4, 5.4, 1.5);
            pen.lines(&[
                (-2.6, 2.0),
                (-4.2, 2.0),
                (-5.2, 1.0),
                (-5.2, -4.2),
                (-4.2, -5.2),
                (1.0, -5.2),
                (2.0, -4.2),
                (2.0, -2.6),
            ]);
        }
        Icon::Paste => {
            pen.rect(-4.6, -4.4, 4.6, 6.0, 1.5);
            pen.rect(-2.0, -6.0, 2.0, -2.8, 1.0);
        }
        Icon::Export => {
            pen.lines(&[
                (-5.2, 1.6),
                (-5.2, 4.4),
                (-4.2, 5.4),
                (4.2, 5.4),
                (5.2, 4.4),
                (5.2, 1.6),
            ]);
            pen.lines(&[(0.0, 2.0), (0.0, -5.6)]);
            pen.lines(&[(-3.0, -2.6), (0.0, -5.6), (3.0, -2.6)]);
        }
        Icon::Warning => {
            pen.closed(&[(0.0, -5.4), (5.9, 5.0), (-5.9, 5.0)]);
            pen.lines(&[(0.0, -1.8), (0.0, 1.6)]);
            pen.dot(0.0, 3.4);
        }
        Icon::Information => {
            pen.circle(0.0, 0.0, 5.6);
            pen.lines(&[(0.0, -0.6), (0.0, 2.9)]);
            pen.dot(0.0, -2.6);
        }
        Icon::Check => pen.lines(&[(-4.6, 0.4), (-1.4, 3.6), (4.8, -3.4)]),
        Icon::ChevronDown => pen.lines(&[(-3.2, -1.6), (0.0, 1.6), (3.2, -1.6)]),
        Icon::ChevronUp => pen.lines(&[(-3.2, 1.6), (0.0, -1.6), (3.2, 1.6)]),
        Icon::ChevronRight => pen.lines(&[(-1.6, -3.2), (1.6, 0.0), (-1.6, 3.2)]),
        Icon::ChevronLeft => pen.lines(&[(1.8, -4.0), (-2.2, 0.0), (1.8, 4.0)]),
        Icon::Close => {
            pen.lines(&[(-4.0, -4.0), (4.0, 4.0)]);
            pen.lines(&[(4.0, -4.0), (-4.0, 4.0)]);
        }
        Icon::More => {
            for x in [-4.5, 0.0, 4.5] {
                pen.dot(x, 0.0);
            }
        }
    }
}

struct Pen<'a> {
    painter: &'a Painter,
    centre: Pos2,
    stroke: Stroke,
}

impl Pen<'_> {
    fn at(&self, x: f32, y: f32) -> Pos2 {
        self.centre + vec2(x, y)
    }

    fn lines(&self, points: &[(f32, f32)]) {
        let points = points.iter().map(|(x, y)| self.at(*x, *y)).collect();
        self.painter.add(Shape::line(points, self.stroke));
    }

    fn closed(&self, points: &[(f32, f32)]) {
        let points = points.iter().map(|(x, y)| self.at(*x, *y)).collect();
        self.painter.add(Shape::closed_line(points, self.stroke));
    }

    fn circle(&self, x: f32, y: f32, radius: f32) {
        self.painter.circle_stroke(self.at(x, y), radius, self.stroke);
    }

    fn dot(&self, x: f32, y: f32) {
        self.painter.circle_filled(self.at(x, y), 0.9, self.stroke.color);
    }

    fn rect(&self, left: f32, top: f32, right: f32, bottom: f32, radius: f32) {
        let rect = Rect::from_min_max(self.at(left, top), self.at(right, bottom));
        self.painter.rect_stroke(rect, radius, self.stroke, StrokeKind::Middle);
    }

    /// Draws an arc clockwise on screen, in degrees from the right.
    fn arc(&self, x: f32, y: f32, radius: f32, from: f32, to: f32) {
        let points = (0..=24).map(|step| {
            let angle = (from + (to - from) * step as f32 / 24.0).to_radians();
            let centre = self.at(x, y);
            pos2(centre.x + radius * angle.cos(), centre.y + radius * angle.sin())
        });
        self.painter.add(Shape::line(points.collect(), self.stroke));
    }

    /// Draws the arrow of undo (to the left) or redo (to the right).
    fn turn(&self, side: f32) {
        self.lines(&[(side * 2.4, -5.6), (side * 5.2, -2.8), (side * 2.4, 0.0)]);
        self.lines(&[
            (side * 5.2, -2.8),
            (side * -1.4, -2.8),
            (side * -3.6, -2.0),
            (side * -4.8, 0.0),
            (side * -4.8, 1.4),
            (side * -3.6, 3.6),
            (side * -1.4, 4.4),
            (side * 1.8, 4.4),
        ]);
    }
}
