//! A study as a presentation of PowerPoint: slides on a master of our own, charts that can be edited, notes for the speaker.
//!
//! `pages` says what each slide tells, `slide` where it stands, `plot` and `chart` how a chart of the report becomes one of PowerPoint, `sheet` its
//! workbook; `shape`, `master`, `package` and `xml` are the file itself. The font is Inter; where a machine lacks it, PowerPoint takes Arial, which is
//! narrower, so that every text still fits.

mod beside;
mod chart;
mod ink;
mod legend;
mod master;
mod package;
mod pages;
mod plot;
mod shape;
mod sheet;
mod slide;
mod upright;
mod words;
mod xml;

use super::chart::png::{self, NotDrawn};
use super::chart::{Subject, marks};
use crate::report::compare::CompareScope;
use crate::report::full;
use crate::report::income::FamiliesClaim;
use crate::text::Lang;
use package::{Part, package};
use slide::Object;

/// Pixels per point of the picture that stands in for a drawing where a program does not read drawings: one for one on a projector of 1920 pixels.
const SCALE: u8 = 1;

/// Returns a study as the bytes of a presentation.
///
/// * `claim`: what was announced of families.
/// * `comparison`: the scenarios it is compared with, where there are several.
///
/// Fails when a picture, a workbook or the package cannot be written: a bug of ours.
pub fn deck(
    subject: &full::Subject<'_>,
    claim: Option<FamiliesClaim>,
    comparison: Option<&CompareScope<'_>>,
    lang: Lang,
) -> Result<Vec<u8>, NotDrawn> {
    let slides = pages::slides(subject, claim, comparison, lang);
    let path = |k: usize| format!("ppt/slides/slide{}.xml", k + 1);
    let paths: Vec<String> = (0..slides.len()).map(path).collect();
    let mut parts = master::presentation(&paths, lang);
    parts.extend(master::properties(subject.name.get(lang), slides.len(), lang));
    parts.extend(master::parts(lang));
    for (k, page) in slides.iter().enumerate() {
        let number = k + 1;
        let drawn = slide::draw(page, number, lang);
        let notes = format!("ppt/notesSlides/notesSlide{number}.xml");
        let mut links = vec![("slideLayout", drawn.layout.path()), ("notesSlide", notes.clone())];
        match &drawn.object {
            Object::None => {}
            Object::Chart(plot) => {
                let (at, book) = (
                    format!("ppt/charts/chart{number}.xml"),
                    format!("ppt/embeddings/chart{number}.xlsx"),
                );
                links.push(("chart", at.clone()));
                parts.push(Part {
                    path: at,
                    content: "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
                    bytes: chart::chart(plot, lang),
                    links: vec![("package", book.clone())],
                });
                let bytes = plot.sheet.workbook(lang).map_err(unsound)?;
                parts.push(plain(book, bytes));
            }
            Object::Picture(picture, size) => {
                let scene = marks(Subject::of(picture), *size, lang);
                for (end, bytes) in [
                    ("png", png::png(&scene, SCALE)?),
                    ("svg", png::outlined(&scene)?.into_bytes()),
                ] {
                    let at = format!("ppt/media/picture{number}.{end}");
                    links.push(("image", at.clone()));
                    parts.push(plain(at, bytes));
                }
            }
        }
        parts.push(sheet_of_shapes(&path(k), ("p:sld", "slide"), &drawn.tree, links));
        let links = vec![("notesMaster", master::NOTES.to_owned()), ("slide", path(k))];
        let tree = slide::notes(page, lang);
        parts.push(sheet_of_shapes(&notes, ("p:notes", "notesSlide"), &tree, links));
    }
    let links = [
        ("officeDocument", "ppt/presentation.xml".to_owned()),
        (
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
            "docProps/core.xml".to_owned(),
        ),
        ("extended-properties", "docProps/app.xml".to_owned()),
    ];
    package(&parts, &links).map_err(unsound)
}

fn unsound(error: impl std::fmt::Display) -> NotDrawn {
    NotDrawn::Unsound(error.to_string())
}

fn plain(path: String, bytes: Vec<u8>) -> Part {
    Part {
        path,
        content: "",
        bytes,
        links: Vec::new(),
    }
}

/// Returns the part of a slide or of its notes.
fn sheet_of_shapes(path: &str, (root, kind): (&str, &str), tree: &str, links: Vec<(&'static str, String)>) -> Part {
    let mut xml = xml::Xml::new();
    master::root(&mut xml, root, &[], |x| {
        x.el("p:cSld", &[], |x| x.raw(tree));
        x.el("p:clrMapOvr", &[], |x| x.empty("a:masterClrMapping", &[]));
    });
    Part {
        path: path.to_owned(),
        content: match kind {
            "slide" => "application/vnd.openxmlformats-officedocument.presentationml.slide+xml",
            _ => "application/vnd.openxmlformats-officedocument.presentationml.notesSlide+xml",
        },
        bytes: xml.finish(),
        links,
    }
}
