//! What all slides share: the theme in the colours of the palette, the master, its three layouts, and the master of notes.

use super::super::chart::scene::Area;
use super::ink::{Ink, palette};
use super::package::{Part, link_id};
use super::shape::{Canvas, Place};
use super::words::{Align, Paragraph, Style, lines_of, run_style, tag};
use super::xml::Xml;
use crate::report::palette::tokens;
use crate::text::Lang;
use crate::text::messages::{deck as m, ui};

/// The font of slides.
pub(super) const FONT: &str = "Inter";
/// The form of Arial: where the font is missing, PowerPoint takes what looks most like this, which every office has.
const LIKE: &str = "020B0604020202020204";

const MAIN: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const SLIDES: &str = "http://schemas.openxmlformats.org/presentationml/2006/main";

/// Where texts and charts begin and end.
pub(super) const SIDES: (f32, f32) = (96.0, 1824.0);
/// Where titles begin.
pub(super) const TITLE_TOP: f32 = 90.0;
/// Where charts end.
pub(super) const BOTTOM: f32 = 944.0;
/// The rule above the source.
const RULE: f32 = 970.0;
/// Where sources are written, at the left of the mark.
pub(super) const SOURCE: Area = Area::new(SIDES.0, 988.0, 1500.0, 1044.0);
/// Where numbers of slides are written.
pub(super) const NUMBER: Area = Area::new(1764.0, 990.0, SIDES.1, 1014.0);

/// The finding of a slide.
pub(super) const TITLE: Style = Style::new(46.0, Ink::TEXT).bold();
/// What is measured, under it.
pub(super) const SUBTITLE: Style = Style::new(24.0, Ink::SECOND);
/// Texts of a page of text.
pub(super) const TEXT: Style = Style::new(24.0, Ink::SECOND);

/// Returns how sources are written.
pub(super) fn source_style() -> Style {
    Style::new(18.0, Ink::muted())
}

/// A layout of ours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Layout {
    /// The first slide.
    Opening,
    /// A finding and what proves it.
    Finding,
    /// Two columns of texts.
    Texts,
}

impl Layout {
    const ALL: [Layout; 3] = [Layout::Opening, Layout::Finding, Layout::Texts];

    /// Returns the place of its part.
    pub fn path(self) -> String {
        format!("ppt/slideLayouts/slideLayout{}.xml", self as usize + 1)
    }
}

/// The place of the master.
const MASTER: &str = "ppt/slideMasters/slideMaster1.xml";
/// The place of the master of notes.
pub(super) const NOTES: &str = "ppt/notesMasters/notesMaster1.xml";

/// Returns the first attributes of every part with shapes.
pub(super) fn root(x: &mut Xml, name: &str, more: &[(&str, &dyn std::fmt::Display)], inner: impl FnOnce(&mut Xml)) {
    let mut attributes: Vec<(&str, &dyn std::fmt::Display)> =
        vec![("xmlns:a", &MAIN), ("xmlns:r", &RELATIONS), ("xmlns:p", &SLIDES)];
    attributes.extend_from_slice(more);
    x.el(name, &attributes, inner);
}

/// Returns the parts that all slides share.
pub(super) fn parts(lang: Lang) -> Vec<Part> {
    let mut parts = vec![
        theme("ppt/theme/theme1.xml"),
        theme("ppt/theme/theme2.xml"),
        master(lang),
        notes_master(lang),
    ];
    parts.extend(Layout::ALL.map(|layout| layout_part(layout, lang)));
    parts
}

fn theme(path: &str) -> Part {
    let (colours, marks) = (palette().colours, palette().marks);
    let named = [
        ("a:dk1", colours.text),
        ("a:lt1", colours.card),
        ("a:dk2", colours.text_secondary),
        ("a:lt2", colours.sunken),
        ("a:accent1", marks.direct),
        ("a:accent2", marks.indirect_first),
        ("a:accent3", marks.indirect_other),
        ("a:accent4", marks.induced),
        ("a:accent5", marks.study),
        ("a:accent6", marks.quebec),
        ("a:hlink", colours.accent),
        ("a:folHlink", marks.taxes),
    ];
    let mut xml = Xml::new();
    let name = ui::APP.get(Lang::Fr);
    xml.el("a:theme", &[("xmlns:a", &MAIN), ("name", &name)], |x| {
        x.el("a:themeElements", &[], |x| {
            x.el("a:clrScheme", &[("name", &name)], |x| {
                for (name, colour) in named {
                    x.el(name, &[], |x| Ink::Own(colour).colour(x));
                }
            });
            x.el("a:fontScheme", &[("name", &name)], |x| {
                for kind in ["a:majorFont", "a:minorFont"] {
                    x.el(kind, &[], |x| {
                        x.empty(
                            "a:latin",
                            &[
                                ("typeface", &FONT),
                                ("panose", &LIKE),
                                ("pitchFamily", &34),
                                ("charset", &0),
                            ],
                        );
                        x.empty("a:ea", &[("typeface", &"")]);
                        x.empty("a:cs", &[("typeface", &"")]);
                    });
                }
            });
            x.el("a:fmtScheme", &[("name", &name)], |x| {
                let plain = |x: &mut Xml| x.el("a:solidFill", &[], |x| x.val("a:schemeClr", "phClr"));
                x.el("a:fillStyleLst", &[], |x| (0..3).for_each(|_| plain(x)));
                x.el("a:lnStyleLst", &[], |x| {
                    for width in [6350, 12700, 19050] {
                        x.el("a:ln", &[("w", &width)], |x| {
                            plain(x);
                            x.val("a:prstDash", "solid");
                        });
                    }
                });
                x.el("a:effectStyleLst", &[], |x| {
                    (0..3).for_each(|_| x.el("a:effectStyle", &[], |x| x.empty("a:effectLst", &[])));
                });
                x.el("a:bgFillStyleLst", &[], |x| (0..3).for_each(|_| plain(x)));
            });
        });
        x.empty("a:objectDefaults", &[]);
        x.empty("a:extraClrSchemeLst", &[]);
    });
    Part {
        path: path.to_owned(),
        content: "application/vnd.openxmlformats-officedocument.theme+xml",
        bytes: xml.finish(),
        links: Vec::new(),
    }
}

fn ground(x: &mut Xml) {
    x.el("p:bg", &[], |x| {
        x.el("p:bgPr", &[], |x| {
            Ink::GROUND.fill(x);
            x.empty("a:effectLst", &[]);
        });
    });
}

fn colour_map(x: &mut Xml) {
    x.empty(
        "p:clrMap",
        &[
            ("bg1", &"lt1"),
            ("tx1", &"dk1"),
            ("bg2", &"lt2"),
            ("tx2", &"dk2"),
            ("accent1", &"accent1"),
            ("accent2", &"accent2"),
            ("accent3", &"accent3"),
            ("accent4", &"accent4"),
            ("accent5", &"accent5"),
            ("accent6", &"accent6"),
            ("hlink", &"hlink"),
            ("folHlink", &"folHlink"),
        ],
    );
}

/// Writes what stands on every slide: accent bar, rule, name and mark of the program.
fn furniture(canvas: &mut Canvas, lang: Lang) {
    let slide = &tokens().slide;
    let (left, right) = SIDES;
    let wide = f32::from(slide.accent_width);
    let bar = Area::new(left, 62.0, left + wide, 62.0 + f32::from(slide.accent_height));
    let name = m::SHAPE_MARK.get(lang);
    canvas.shape(name, "rect", bar, Some(Ink::Theme("hlink")), None);
    canvas.line(name, Area::new(left, RULE, right, RULE), Ink::rule(), 2.0, None);
    let style = Style::new(18.0, Ink::SECOND).bold();
    let app = ui::APP.get(lang);
    let begins = 1752.0 - style.width(app) - 12.0;
    let middle = NUMBER.top + style.line() / 2.0;
    canvas.text(
        name,
        None,
        Area::new(begins, NUMBER.top, 1752.0, NUMBER.top + style.line()),
        &[(app.to_owned(), style)],
    );
    let centre = begins - 22.0;
    let rings = [
        (12.0, None, Some((Ink::Theme("accent4"), 2.4))),
        (7.4, None, Some((Ink::Theme("accent2"), 2.4))),
        (3.6, Some(Ink::Theme("accent1")), None),
    ];
    for (radius, fill, line) in rings {
        let ring = Area::new(centre, middle, centre, middle).grown(radius);
        canvas.shape(name, "ellipse", ring, fill, line);
    }
}

fn one(text: &str, style: Style) -> [Paragraph; 1] {
    [(text.to_owned(), style)]
}

fn master(lang: Lang) -> Part {
    let mut canvas = Canvas::pattern(lang);
    furniture(&mut canvas, lang);
    let (left, right) = SIDES;
    let title = Area::new(left, TITLE_TOP, right, TITLE_TOP + TITLE.line());
    let body = Area::new(left, 240.0, right, BOTTOM);
    canvas.text(
        m::SHAPE_TITLE.get(lang),
        Some(Place::TITLE),
        title,
        &one(m::PROMPT_TITLE.get(lang), TITLE),
    );
    canvas.text(
        m::SHAPE_TEXT.get(lang),
        Some(Place::SUBTITLE),
        body,
        &one(m::PROMPT_TEXT.get(lang), TEXT),
    );
    canvas.text(
        m::SHAPE_SOURCE.get(lang),
        Some(Place::SOURCE),
        SOURCE,
        &one(m::SHAPE_SOURCE.get(lang), source_style()),
    );
    canvas.number(m::SHAPE_NUMBER.get(lang), NUMBER, 0, source_style().at(Align::Right));
    let mut xml = Xml::new();
    root(&mut xml, "p:sldMaster", &[], |x| {
        x.el("p:cSld", &[], |x| {
            ground(x);
            x.raw(&canvas.tree());
        });
        colour_map(x);
        x.el("p:sldLayoutIdLst", &[], |x| {
            for (k, _) in Layout::ALL.iter().enumerate() {
                let id = 2_147_483_649_u32 + k as u32;
                x.empty("p:sldLayoutId", &[("id", &id), ("r:id", &link_id(k))]);
            }
        });
        x.el("p:txStyles", &[], |x| {
            let levels = |x: &mut Xml, style: Style| {
                for level in 1..=9 {
                    lines_of(x, &format!("a:lvl{level}pPr"), style, true, |x| {
                        run_style(x, "a:defRPr", style, lang);
                    });
                }
            };
            x.el("p:titleStyle", &[], |x| {
                lines_of(x, "a:lvl1pPr", TITLE, true, |x| run_style(x, "a:defRPr", TITLE, lang));
            });
            x.el("p:bodyStyle", &[], |x| levels(x, TEXT));
            x.el("p:otherStyle", &[], |x| levels(x, TEXT));
        });
    });
    let mut links: Vec<(&'static str, String)> = Layout::ALL.iter().map(|l| ("slideLayout", l.path())).collect();
    links.push(("theme", "ppt/theme/theme1.xml".to_owned()));
    Part {
        path: MASTER.to_owned(),
        content: "application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml",
        bytes: xml.finish(),
        links,
    }
}

fn layout_part(layout: Layout, lang: Lang) -> Part {
    let mut canvas = Canvas::pattern(lang);
    let (left, right) = SIDES;
    let subtitle = TITLE_TOP + TITLE.line() + 8.0;
    let title = Area::new(left, TITLE_TOP, right, TITLE_TOP + TITLE.line());
    let under = Area::new(left, subtitle, right, subtitle + SUBTITLE.line());
    let [name_title, name_text] = [m::SHAPE_TITLE, m::SHAPE_TEXT].map(|s| s.get(lang));
    let prompt = |s: Style| one(m::PROMPT_TEXT.get(lang), s);
    let head = one(m::PROMPT_TITLE.get(lang), TITLE);
    match layout {
        Layout::Opening => {
            let style = TITLE.sized(OPENING_SIZE);
            let title = Area::new(left, OPENING_TOP, right, OPENING_TOP + style.line());
            let about = Area::new(left, OPENING_TOP + style.line() + 24.0, 1500.0, 640.0);
            canvas.text(
                name_title,
                Some(Place::OPENING),
                title,
                &one(m::PROMPT_TITLE.get(lang), style),
            );
            canvas.text(name_text, Some(Place::ABOUT), about, &prompt(TEXT.sized(28.0)));
        }
        Layout::Finding => {
            let body = Area::new(left, 240.0, right, BOTTOM);
            canvas.text(name_title, Some(Place::TITLE), title, &head);
            canvas.text(name_text, Some(Place::SUBTITLE), under, &prompt(SUBTITLE));
            canvas.text(m::SHAPE_CHART.get(lang), Some(Place::BODY), body, &prompt(TEXT));
        }
        Layout::Texts => {
            let middle = (left + right) / 2.0;
            let columns = [
                (Place::LEFT, Area::new(left, 240.0, middle - 40.0, BOTTOM)),
                (Place::RIGHT, Area::new(middle + 40.0, 240.0, right, BOTTOM)),
            ];
            canvas.text(name_title, Some(Place::TITLE), title, &head);
            canvas.text(name_text, Some(Place::SUBTITLE), under, &prompt(SUBTITLE));
            for (place, area) in columns {
                canvas.text(name_text, Some(place), area, &prompt(TEXT));
            }
        }
    }
    canvas.text(
        m::SHAPE_SOURCE.get(lang),
        Some(Place::SOURCE),
        SOURCE,
        &one(m::SHAPE_SOURCE.get(lang), source_style()),
    );
    canvas.number(m::SHAPE_NUMBER.get(lang), NUMBER, 0, source_style().at(Align::Right));
    let name = match layout {
        Layout::Opening => m::LAYOUT_OPENING,
        Layout::Finding => m::LAYOUT_FINDING,
        Layout::Texts => m::LAYOUT_TEXTS,
    };
    let mut xml = Xml::new();
    root(&mut xml, "p:sldLayout", &[("preserve", &1), ("userDrawn", &1)], |x| {
        x.el("p:cSld", &[("name", &name.get(lang))], |x| x.raw(&canvas.tree()));
        x.el("p:clrMapOvr", &[], |x| x.empty("a:masterClrMapping", &[]));
    });
    Part {
        path: layout.path(),
        content: "application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml",
        bytes: xml.finish(),
        links: vec![("slideMaster", MASTER.to_owned())],
    }
}

/// The size of the project's name on the first slide, and where it begins.
pub(super) const OPENING_SIZE: f32 = 76.0;
/// Where the project's name begins on the first slide.
pub(super) const OPENING_TOP: f32 = 250.0;

/// The page of notes, upright: the slide above, the words below.
pub(super) const NOTES_IMAGE: Area = Area::new(120.0, 120.0, 960.0, 592.5);
/// Where notes are written.
pub(super) const NOTES_TEXT: Area = Area::new(120.0, 640.0, 960.0, 1360.0);
/// How notes are written.
pub(super) const NOTE: Style = Style::new(24.0, Ink::TEXT);

fn notes_master(lang: Lang) -> Part {
    let mut canvas = Canvas::pattern(lang);
    canvas.image(m::SHAPE_SLIDE.get(lang), NOTES_IMAGE);
    canvas.text(
        m::SHAPE_NOTES.get(lang),
        Some(Place::SUBTITLE),
        NOTES_TEXT,
        &one(m::PROMPT_TEXT.get(lang), NOTE),
    );
    let mut xml = Xml::new();
    root(&mut xml, "p:notesMaster", &[], |x| {
        x.el("p:cSld", &[], |x| {
            ground(x);
            x.raw(&canvas.tree());
        });
        colour_map(x);
        x.el("p:notesStyle", &[], |x| {
            lines_of(x, "a:lvl1pPr", NOTE, true, |x| run_style(x, "a:defRPr", NOTE, lang));
        });
    });
    Part {
        path: NOTES.to_owned(),
        content: "application/vnd.openxmlformats-officedocument.presentationml.notesMaster+xml",
        bytes: xml.finish(),
        links: vec![("theme", "ppt/theme/theme2.xml".to_owned())],
    }
}

/// Returns the presentation itself: its masters and its slides, in order, with what goes with them.
///
/// * `slides`: the places of the slides.
pub(super) fn presentation(slides: &[String], lang: Lang) -> Vec<Part> {
    let mut links: Vec<(&'static str, String)> = vec![("slideMaster", MASTER.to_owned())];
    links.extend(slides.iter().map(|path| ("slide", path.clone())));
    let notes = links.len();
    links.push(("notesMaster", NOTES.to_owned()));
    let small = [
        ("presProps", "ppt/presProps.xml"),
        ("viewProps", "ppt/viewProps.xml"),
        ("theme", "ppt/theme/theme1.xml"),
        ("tableStyles", "ppt/tableStyles.xml"),
    ];
    links.extend(small.map(|(kind, path)| (kind, path.to_owned())));
    let mut xml = Xml::new();
    root(&mut xml, "p:presentation", &[("saveSubsetFonts", &1)], |x| {
        x.el("p:sldMasterIdLst", &[], |x| {
            x.empty("p:sldMasterId", &[("id", &2_147_483_648_u32), ("r:id", &link_id(0))]);
        });
        x.el("p:notesMasterIdLst", &[], |x| {
            x.empty("p:notesMasterId", &[("r:id", &link_id(notes))]);
        });
        x.el("p:sldIdLst", &[], |x| {
            for k in 0..slides.len() {
                x.empty("p:sldId", &[("id", &(256 + k)), ("r:id", &link_id(k + 1))]);
            }
        });
        x.empty("p:sldSz", &[("cx", &12_192_000), ("cy", &6_858_000)]);
        x.empty("p:notesSz", &[("cx", &6_858_000), ("cy", &9_144_000)]);
        x.el("p:defaultTextStyle", &[], |x| {
            x.el("a:defPPr", &[], |x| x.empty("a:defRPr", &[("lang", &tag(lang))]));
        });
    });
    let kind = |name: &str| -> &'static str {
        match name {
            "presProps" => "application/vnd.openxmlformats-officedocument.presentationml.presProps+xml",
            "viewProps" => "application/vnd.openxmlformats-officedocument.presentationml.viewProps+xml",
            _ => "application/vnd.openxmlformats-officedocument.presentationml.tableStyles+xml",
        }
    };
    let mut parts = vec![Part {
        path: "ppt/presentation.xml".to_owned(),
        content: "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
        bytes: xml.finish(),
        links,
    }];
    for (name, path) in small.into_iter().filter(|(name, _)| *name != "theme") {
        let mut xml = Xml::new();
        match name {
            "presProps" => root(&mut xml, "p:presentationPr", &[], |_| {}),
            "viewProps" => root(&mut xml, "p:viewPr", &[], |_| {}),
            _ => xml.empty(
                "a:tblStyleLst",
                &[("xmlns:a", &MAIN), ("def", &"{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}")],
            ),
        }
        parts.push(Part {
            path: path.to_owned(),
            content: kind(name),
            bytes: xml.finish(),
            links: Vec::new(),
        });
    }
    parts
}

/// Returns the properties of the document: title, language, what wrote it.
pub(super) fn properties(title: &str, slides: usize, lang: Lang) -> Vec<Part> {
    let app = ui::APP.get(lang);
    let mut core = Xml::new();
    core.el(
        "cp:coreProperties",
        &[
            (
                "xmlns:cp",
                &"http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
            ),
            ("xmlns:dc", &"http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", &"http://purl.org/dc/terms/"),
            ("xmlns:xsi", &"http://www.w3.org/2001/XMLSchema-instance"),
        ],
        |x| {
            x.leaf("dc:title", title);
            x.leaf("dc:creator", app);
            x.leaf("dc:language", tag(lang));
        },
    );
    let mut extended = Xml::new();
    let space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    extended.el("Properties", &[("xmlns", &space)], |x| {
        x.leaf("Slides", slides);
        x.leaf("Notes", slides);
        x.leaf("Application", app);
    });
    let part = |path: &str, content, xml: Xml| Part {
        path: path.to_owned(),
        content,
        bytes: xml.finish(),
        links: Vec::new(),
    };
    vec![
        part(
            "docProps/core.xml",
            "application/vnd.openxmlformats-package.core-properties+xml",
            core,
        ),
        part(
            "docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml",
            extended,
        ),
    ]
}
