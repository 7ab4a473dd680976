//! What is to be written of a study, and how.

use super::pictures::PictureKind;
use crate::text::Lang;

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

/// Pixels per point of a PNG that are offered.
pub const SCALES: std::ops::RangeInclusive<u8> = 1..=4;

/// Whether this build of the program can write the study as a document (feature `report`).
pub const REPORTS: bool = cfg!(feature = "report");

/// What is to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// In which languages it speaks; each language has its files.
    pub langs: Vec<Lang>,
    /// How charts are written; none without it.
    pub charts: Vec<PictureKind>,
    /// Their shape.
    pub format: Format,
    /// What lies behind them.
    pub ground: Ground,
    /// Pixels per point of a PNG.
    pub scale: u8,
    /// Whether a presentation per language goes with them.
    pub deck: bool,
    /// Whether a workbook that recalculates goes with them, one per language.
    pub workbook: bool,
    /// Whether the study as a document of several pages goes with them, one per language; only where [`REPORTS`].
    pub report: bool,
    /// Whether figures go with them, as CSV and JSON, with the scenario.
    pub data: bool,
}

impl Default for Wanted {
    fn default() -> Self {
        Self {
            langs: Lang::ALL.to_vec(),
            charts: PictureKind::ALL.to_vec(),
            format: Format::default(),
            ground: Ground::default(),
            scale: 2,
            deck: true,
            workbook: true,
            report: REPORTS,
            data: true,
        }
    }
}

impl Wanted {
    /// Returns whether nothing is to be written.
    pub fn is_nothing(&self) -> bool {
        let spoken = !self.charts.is_empty() || self.deck || self.workbook || self.report;
        !self.data && (self.langs.is_empty() || !spoken)
    }

    /// Returns whether anything of it shows the scenarios that the project is compared with.
    pub fn shows_comparison(&self) -> bool {
        self.deck || self.data || self.report || !self.charts.is_empty()
    }
}
