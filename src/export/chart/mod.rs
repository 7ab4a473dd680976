//! Charts as files: the page of a presentation laid out once, then written as SVG, PNG or PDF.
//!
//! What is shown comes from the same [`ChartSpec`] and [`SankeySpec`] as on the screen; only sizes differ, for a projector instead of a desk.

mod bars;
mod columns;
mod flow;
mod lines;
pub mod measure;
mod page;
mod pdf;
pub mod png;
pub mod scene;
mod side_by_side;
mod step_bars;
mod steps;
mod svg;

pub use self::pdf::pdf;
pub use self::scene::Scene;
pub use self::svg::svg;
use crate::report::chart::ChartSpec;
use crate::report::pictures::Picture;
use crate::report::sankey::SankeySpec;
use crate::text::Lang;

/// What a picture shows.
#[derive(Clone, Copy, Debug)]
pub enum Subject<'a> {
    /// A chart.
    Chart(&'a ChartSpec),
    /// A flow diagram.
    Flow(&'a SankeySpec),
}

impl<'a> Subject<'a> {
    /// Returns what a picture of the report shows.
    pub fn of(picture: &'a Picture) -> Self {
        match picture {
            Picture::Chart(spec) => Subject::Chart(spec),
            Picture::Flow(spec) => Subject::Flow(spec),
        }
    }
}

/// The shape of a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// A slide of today, 16 by 9.
    #[default]
    Wide,
    /// A slide of yesterday, 4 by 3.
    Standard,
    /// As wide as it is high, for posts.
    Square,
    /// The width of a column of text, 4 by 5.
    Column,
}

impl Format {
    /// Every format.
    pub const ALL: [Format; 4] = [Format::Wide, Format::Standard, Format::Square, Format::Column];

    /// Returns width and height in points; a PNG of scale 1 has as many pixels.
    pub fn size(self) -> (f32, f32) {
        match self {
            Format::Wide => (1600.0, 900.0),
            Format::Standard => (1200.0, 900.0),
            Format::Square => (1080.0, 1080.0),
            Format::Column => (960.0, 1200.0),
        }
    }

    /// Returns the size of texts and marks, 1 on a slide of 1920 by 1080 points.
    fn unit(self) -> f32 {
        match self {
            Format::Wide => 0.86,
            Format::Standard => 0.80,
            Format::Square => 0.78,
            Format::Column => 0.74,
        }
    }
}

/// What lies behind a picture.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Ground {
    /// White, for documents.
    #[default]
    White,
    /// Nothing, for slides with a ground of their own.
    Clear,
}

/// How a picture is made.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Options<'a> {
    /// Its shape.
    pub format: Format,
    /// What lies behind it.
    pub ground: Ground,
    /// Its language.
    pub lang: Lang,
    /// The name of the project, written in the last line.
    pub project: &'a str,
}

/// Lays out a picture: finding, unit, legend, marks, source.
pub fn scene(subject: Subject<'_>, options: Options<'_>) -> Scene {
    page::lay_out(subject, options)
}

/// Lays out the marks of a picture alone, on nothing: for a page that has its own title and source.
///
/// * `size`: width and height in points, on a page of 1920 by 1080.
pub fn marks(subject: Subject<'_>, size: (f32, f32), lang: Lang) -> Scene {
    page::lay_out_marks(subject, size, lang)
}
