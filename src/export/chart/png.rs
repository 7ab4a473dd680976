//! A picture as pixels.

use std::sync::{Arc, LazyLock};

use png_encoder::{BitDepth, ColorType, Compression, Encoder, EncodingError};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Indent, Options, Tree, WriteOptions};

use super::measure::{FAMILY, FILES};
use super::scene::Scene;
use super::svg::svg;

pub use crate::report::wanted::SCALES;

/// Only our own font: the same picture on every machine.
static FONTS: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut fonts = Database::new();
    for (_, bytes) in super::measure::FILES {
        fonts.load_font_data(bytes.to_vec());
    }
    fonts.set_sans_serif_family(FAMILY);
    Arc::new(fonts)
});

/// Why a picture could not be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotDrawn {
    /// Its SVG was refused: a bug of ours.
    #[error("the drawing is not sound: {0}")]
    Unsound(String),
    /// It has more pixels than memory holds.
    #[error("the picture is too large")]
    TooLarge,
}

/// Returns the picture as a PNG file.
///
/// * `scale`: pixels per point, held within [`SCALES`].
pub fn png(scene: &Scene, scale: u8) -> Result<Vec<u8>, NotDrawn> {
    let scale = f32::from(scale.clamp(*SCALES.start(), *SCALES.end()));
    encoded(pixels(scene, scale)?).map_err(|e| NotDrawn::Unsound(e.to_string()))
}

/// Writes pixels as a PNG, quickly: its files are a little larger than they could be, and many are written at once.
///
/// A picture on a ground of its own has no alpha.
fn encoded(drawn: Pixmap) -> Result<Vec<u8>, EncodingError> {
    let (width, height) = (drawn.width(), drawn.height());
    let (rgb, alpha) = without_alpha(drawn.data());
    let (colour, data) = match alpha {
        u8::MAX => (ColorType::Rgb, rgb),
        _ => (ColorType::Rgba, drawn.take_demultiplied()),
    };
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, width, height);
    encoder.set_color(colour);
    encoder.set_depth(BitDepth::Eight);
    // Each row against the one above: much of a chart is upright, and no other way is tried.
    encoder.set_compression(Compression::Fastest);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&data)?;
    writer.finish()?;
    Ok(out)
}

/// Returns the red, green and blue of pixels, and what all their alphas have in common: 255 where each is 255.
fn without_alpha(rgba: &[u8]) -> (Vec<u8>, u8) {
    let mut rgb = vec![0; rgba.len() / 4 * 3];
    let mut alpha = u8::MAX;
    for (to, from) in rgb.chunks_exact_mut(3).zip(rgba.chunks_exact(4)) {
        to.copy_from_slice(&from[..3]);
        alpha &= from[3];
    }
    (rgb, alpha)
}

/// A picture as pixels in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pixels {
    /// Pixels in a row.
    pub width: usize,
    /// Rows.
    pub height: usize,
    /// Red, green, blue and alpha of each pixel, row after row; colours are already multiplied by alpha.
    pub rgba: Vec<u8>,
}

impl From<Pixmap> for Pixels {
    fn from(drawn: Pixmap) -> Self {
        Pixels {
            width: drawn.width() as usize,
            height: drawn.height() as usize,
            rgba: drawn.take(),
        }
    }
}

/// Returns the picture as pixels, as wide as this.
pub fn preview(scene: &Scene, width: u32) -> Result<Pixels, NotDrawn> {
    pixels(scene, width as f32 / scene.width).map(Pixels::from)
}

/// Returns the pixels that [`png`] writes.
///
/// * `scale`: pixels per point, held within [`SCALES`].
pub fn bitmap(scene: &Scene, scale: u8) -> Result<Pixels, NotDrawn> {
    let scale = f32::from(scale.clamp(*SCALES.start(), *SCALES.end()));
    pixels(scene, scale).map(Pixels::from)
}

fn pixels(scene: &Scene, scale: f32) -> Result<Pixmap, NotDrawn> {
    let tree = tree(scene)?;
    let size = |points: f32| (points * scale).round() as u32;
    let mut pixels = Pixmap::new(size(scene.width), size(scene.height)).ok_or(NotDrawn::TooLarge)?;
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut pixels.as_mut());
    Ok(pixels)
}

/// Returns the picture as SVG whose letters are drawn, not written: programs that know neither the font nor how to choose another show it the same.
pub fn outlined(scene: &Scene) -> Result<String, NotDrawn> {
    let options = WriteOptions {
        coordinates_precision: 2,
        indent: Indent::None,
        ..WriteOptions::default()
    };
    Ok(tree(scene)?.to_string(&options))
}

fn tree(scene: &Scene) -> Result<Tree, NotDrawn> {
    let options = Options {
        fontdb: FONTS.clone(),
        font_family: FAMILY.to_owned(),
        ..Options::default()
    };
    debug_assert_eq!(FILES.len(), FONTS.len());
    Tree::from_str(&svg(scene), &options).map_err(|e| NotDrawn::Unsound(e.to_string()))
}
