//! A picture as a page of PDF: vectors, the font embedded, the alternative text on the figure.

use std::sync::LazyLock;

use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Transform};
use krilla::metadata::Metadata;
use krilla::num::NormalizedF32;
use krilla::page::PageSettings;
use krilla::paint::{Fill, LineCap, LineJoin, Stroke as Pen, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{ContentTag, Tag, TagGroup, TagTree};
use krilla::text::{Font as Face, TextDirection};
use krilla::{Document, SerializeSettings};

use super::measure::{FILES, width};
use super::png::NotDrawn;
use super::scene::{Anchor, Area, Item, Scene, Stroke, Text};
use crate::report::palette::{Rgba, Weight};
use crate::text::Lang;
use crate::text::messages::ui::APP;

/// Points of the page per point of the picture: a wide picture becomes a slide of 13⅓ by 7½ inches.
const SCALE: f32 = 0.6;
/// How far the handles of a quarter of a circle stand from its ends, in radii.
const ROUND: f32 = 0.552_284_8;

/// The font files, read once for all pictures.
static FACES: LazyLock<Vec<(Weight, Face)>> = LazyLock::new(|| {
    let read = |(weight, bytes): (Weight, &'static [u8])| Some((weight, Face::new(bytes.into(), 0)?));
    FILES.into_iter().filter_map(read).collect()
});

/// Returns the picture as a PDF file of one page.
pub fn pdf(scene: &Scene) -> Result<Vec<u8>, NotDrawn> {
    if FACES.len() != FILES.len() {
        return Err(NotDrawn::Unsound("a font cannot be read".to_owned()));
    }
    let mut document = Document::new_with(SerializeSettings {
        enable_tagging: true,
        ..SerializeSettings::default()
    });
    let lang = match scene.lang {
        Lang::Fr => "fr-CA",
        Lang::En => "en-CA",
    };
    document.set_metadata(
        Metadata::new()
            .title(scene.title.clone())
            .description(scene.alt.clone())
            .language(lang.to_owned())
            .creator(APP.get(scene.lang).to_owned()),
    );
    let size = PageSettings::from_wh(scene.width * SCALE, scene.height * SCALE);
    let mut page = document.start_page_with(size.ok_or(NotDrawn::TooLarge)?);
    let mut surface = page.surface();
    surface.push_transform(&Transform::from_scale(SCALE, SCALE));
    let drawn = surface.start_tagged(ContentTag::Other);
    for item in &scene.items {
        paint(&mut surface, item, &FACES);
    }
    surface.end_tagged();
    surface.pop();
    surface.finish();
    page.finish();
    let mut tree = TagTree::new().with_lang(Some(lang.to_owned()));
    let mut figure = TagGroup::new(Tag::Figure(Some(scene.alt.clone())));
    figure.push(drawn);
    tree.push(figure);
    document.set_tag_tree(tree);
    document.finish().map_err(|e| NotDrawn::Unsound(format!("{e:?}")))
}

fn paint(surface: &mut Surface<'_>, item: &Item, faces: &[(Weight, Face)]) {
    match item {
        Item::Box {
            area,
            fill,
            stroke,
            radius,
        } => {
            // PDF centres a line on its edge; ours lies inside.
            let inset = stroke.map_or(0.0, |s| s.width / 2.0);
            draw(surface, rounded(area.grown(-inset), *radius), *fill, *stroke);
        }
        Item::Line { points, stroke } => {
            let mut path = PathBuilder::new();
            for (k, (x, y)) in points.iter().enumerate() {
                match k {
                    0 => path.move_to(*x, *y),
                    _ => path.line_to(*x, *y),
                }
            }
            draw(surface, path.finish(), None, Some(*stroke));
        }
        Item::Circle {
            centre: (x, y),
            radius,
            fill,
            stroke,
        } => {
            let around = Area::new(x - radius, y - radius, x + radius, y + radius);
            draw(surface, rounded(around, *radius), *fill, *stroke);
        }
        Item::Ribbon { from, to, fill } => {
            let middle = (from.0 + to.0) / 2.0;
            let mut path = PathBuilder::new();
            path.move_to(from.0, from.1);
            path.cubic_to(middle, from.1, middle, to.1, to.0, to.1);
            path.line_to(to.0, to.2);
            path.cubic_to(middle, to.2, middle, from.2, from.0, from.2);
            path.close();
            draw(surface, path.finish(), Some(*fill), None);
        }
        Item::Text(text) => write(surface, text, faces),
    }
}

fn write(surface: &mut Surface<'_>, text: &Text, faces: &[(Weight, Face)]) {
    let Some((_, face)) = faces.iter().find(|(weight, _)| *weight == text.font.weight) else {
        return;
    };
    let back = match text.anchor {
        Anchor::Start => 0.0,
        Anchor::Middle => width(&text.text, text.font) / 2.0,
        Anchor::End => width(&text.text, text.font),
    };
    let at = Point::from_xy(text.x - back, text.baseline);
    surface.set_fill(Some(filled(text.ink)));
    surface.set_stroke(None);
    surface.draw_text(
        at,
        face.clone(),
        text.font.size,
        &text.text,
        false,
        TextDirection::LeftToRight,
    );
}

fn draw(surface: &mut Surface<'_>, path: Option<Path>, fill: Option<Rgba>, stroke: Option<Stroke>) {
    // Nothing is left of a shape without extent.
    let Some(path) = path else { return };
    surface.set_fill(fill.map(filled));
    surface.set_stroke(stroke.map(pen));
    if fill.is_some() || stroke.is_some() {
        surface.draw_path(&path);
    }
}

/// Returns a rectangle, with rounded corners where the radius is not zero.
fn rounded(area: Area, radius: f32) -> Option<Path> {
    let Area {
        left,
        top,
        right,
        bottom,
    } = area;
    let r = radius.min(area.width() / 2.0).min(area.height() / 2.0).max(0.0);
    let k = r * (1.0 - ROUND);
    let mut path = PathBuilder::new();
    path.move_to(left + r, top);
    path.line_to(right - r, top);
    if r > 0.0 {
        path.cubic_to(right - k, top, right, top + k, right, top + r);
    }
    path.line_to(right, bottom - r);
    if r > 0.0 {
        path.cubic_to(right, bottom - k, right - k, bottom, right - r, bottom);
    }
    path.line_to(left + r, bottom);
    if r > 0.0 {
        path.cubic_to(left + k, bottom, left, bottom - k, left, bottom - r);
    }
    path.line_to(left, top + r);
    if r > 0.0 {
        path.cubic_to(left, top + k, left + k, top, left + r, top);
    }
    path.close();
    path.finish()
}

fn filled(ink: Rgba) -> Fill {
    Fill {
        paint: rgb::Color::new(ink.red, ink.green, ink.blue).into(),
        opacity: opacity(ink),
        rule: Default::default(),
    }
}

fn pen(stroke: Stroke) -> Pen {
    let ink = stroke.ink;
    Pen {
        paint: rgb::Color::new(ink.red, ink.green, ink.blue).into(),
        width: stroke.width,
        miter_limit: 10.0,
        line_cap: LineCap::Butt,
        line_join: LineJoin::Round,
        opacity: opacity(ink),
        dash: stroke.dash.map(|(dash, gap)| StrokeDash {
            array: vec![dash, gap],
            offset: 0.0,
        }),
    }
}

fn opacity(ink: Rgba) -> NormalizedF32 {
    NormalizedF32::new(f32::from(ink.alpha) / 255.0).unwrap_or(NormalizedF32::ONE)
}
