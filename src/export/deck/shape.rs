//! What stands on a slide: texts, rules, charts, pictures and tables, measured so that each text fits its box.
//!
//! Lengths are those of the design, a page of 1920 by 1080 points; a slide of PowerPoint is half as many of its own points.

use super::super::chart::scene::Area;
use super::ink::{Ink, hatch};
use super::words::{Align, Paragraph, Style, body, emu, layout_of, paragraph, run_style, tag};
use super::xml::Xml;
use crate::text::Lang;

/// A slide, a layout or a master being drawn.
pub(super) struct Canvas {
    shapes: Xml,
    next: u32,
    lang: Lang,
    /// Whether what is drawn is a layout or a master, which says how texts look that are typed later.
    pattern: bool,
}

impl Canvas {
    /// Nothing yet.
    pub fn new(lang: Lang) -> Self {
        Self {
            shapes: Xml::fragment(),
            // 1 is the group that holds all shapes.
            next: 2,
            lang,
            pattern: false,
        }
    }

    /// A layout or a master, with nothing on it yet.
    pub fn pattern(lang: Lang) -> Self {
        Self {
            pattern: true,
            ..Self::new(lang)
        }
    }

    /// Returns what was drawn, inside the group that every slide has.
    pub fn tree(self) -> String {
        let shapes = self.shapes.finish();
        Xml::part(|x| group(x, "p:spTree", (1, ""), Area::new(0.0, 0.0, 0.0, 0.0), &shapes))
    }

    /// Draws shapes that are moved together.
    pub fn group(&mut self, name: &str, area: Area, draw: impl FnOnce(&mut Canvas)) {
        let id = self.id();
        let mut inside = Canvas {
            shapes: Xml::fragment(),
            ..*self
        };
        draw(&mut inside);
        self.next = inside.next;
        let shapes = inside.shapes.finish();
        group(
            &mut self.shapes,
            "p:grpSp",
            (id, &format!("{name} {id}")),
            area,
            &shapes,
        );
    }

    fn id(&mut self) -> u32 {
        self.next += 1;
        self.next - 1
    }

    /// Writes a box of text; a placeholder where the layout has one for it.
    pub fn text(&mut self, name: &str, place: Option<Place>, area: Area, paragraphs: &[Paragraph]) {
        let (id, lang) = (self.id(), self.lang);
        let typed = paragraphs.first().map(|(_, style)| *style).filter(|_| self.pattern);
        // One line stays one line, whatever font the reader's machine puts in place of ours.
        let alone = match paragraphs {
            [(text, style)] => place.is_none() && style.align == Align::Left && style.lines(text, area.width()) == 1,
            _ => false,
        };
        self.shapes.el("p:sp", &[], |x| {
            x.el("p:nvSpPr", &[], |x| {
                x.empty("p:cNvPr", &[("id", &id), ("name", &format!("{name} {id}"))]);
                match place {
                    Some(place) => {
                        x.el("p:cNvSpPr", &[], |x| x.empty("a:spLocks", &[("noGrp", &1)]));
                        x.el("p:nvPr", &[], |x| place.write(x));
                    }
                    None => {
                        x.empty("p:cNvSpPr", &[("txBox", &1)]);
                        x.empty("p:nvPr", &[]);
                    }
                }
            });
            x.el("p:spPr", &[], |x| {
                transform(x, "a:xfrm", area);
                if place.is_none() {
                    x.el("a:prstGeom", &[("prst", &"rect")], |x| x.empty("a:avLst", &[]));
                    x.empty("a:noFill", &[]);
                }
            });
            x.el("p:txBody", &[], |x| {
                body(x, alone, typed, lang);
                for (k, told) in paragraphs.iter().enumerate() {
                    paragraph(x, told, None, k == 0, lang);
                }
                if paragraphs.is_empty() {
                    x.el("a:p", &[], |x| x.empty("a:endParaRPr", &[("lang", &tag(lang))]));
                }
            });
        });
    }

    /// Writes the number of the slide, which PowerPoint keeps right.
    pub fn number(&mut self, name: &str, area: Area, number: usize, style: Style) {
        let (id, lang) = (self.id(), self.lang);
        let typed = Some(style).filter(|_| self.pattern);
        self.shapes.el("p:sp", &[], |x| {
            x.el("p:nvSpPr", &[], |x| {
                x.empty("p:cNvPr", &[("id", &id), ("name", &format!("{name} {id}"))]);
                x.el("p:cNvSpPr", &[], |x| x.empty("a:spLocks", &[("noGrp", &1)]));
                x.el("p:nvPr", &[], |x| Place::NUMBER.write(x));
            });
            x.el("p:spPr", &[], |x| transform(x, "a:xfrm", area));
            x.el("p:txBody", &[], |x| {
                body(x, true, typed, lang);
                x.el("a:p", &[], |x| {
                    layout_of(x, style, true);
                    let field = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}";
                    x.el("a:fld", &[("id", &field), ("type", &"slidenum")], |x| {
                        run_style(x, "a:rPr", style, lang);
                        match number {
                            0 => x.leaf("a:t", "‹#›"),
                            n => x.leaf("a:t", n),
                        }
                    });
                });
            });
        });
    }

    /// Places the picture of the slide on its page of notes.
    pub fn image(&mut self, name: &str, area: Area) {
        let (id, pattern) = (self.id(), self.pattern);
        self.shapes.el("p:sp", &[], |x| {
            x.el("p:nvSpPr", &[], |x| {
                x.empty("p:cNvPr", &[("id", &id), ("name", &format!("{name} {id}"))]);
                x.el("p:cNvSpPr", &[], |x| {
                    x.empty("a:spLocks", &[("noGrp", &1), ("noRot", &1), ("noChangeAspect", &1)]);
                });
                x.el("p:nvPr", &[], |x| Place::IMAGE.write(x));
            });
            x.el("p:spPr", &[], |x| {
                if pattern {
                    transform(x, "a:xfrm", area);
                    x.el("a:prstGeom", &[("prst", &"rect")], |x| x.empty("a:avLst", &[]));
                    x.empty("a:noFill", &[]);
                    outline(x, Some((Ink::rule(), 2.0)), None);
                }
            });
        });
    }

    /// Fills a rectangle with slanted lines.
    pub fn hatched(&mut self, name: &str, area: Area, ink: Ink) {
        self.filled(name, "rect", area, |x| hatch(x, ink), Some((ink, 1.5)));
    }

    /// Fills a rectangle or an ellipse, which means nothing by itself.
    pub fn shape(&mut self, name: &str, kind: &str, area: Area, fill: Option<Ink>, line: Option<(Ink, f32)>) {
        let inside = |x: &mut Xml| match fill {
            Some(ink) => ink.fill(x),
            None => x.empty("a:noFill", &[]),
        };
        self.filled(name, kind, area, inside, line);
    }

    fn filled(&mut self, name: &str, kind: &str, area: Area, fill: impl FnOnce(&mut Xml), line: Option<(Ink, f32)>) {
        let id = self.id();
        self.shapes.el("p:sp", &[], |x| {
            x.el("p:nvSpPr", &[], |x| {
                decorative(x, id, name);
                x.empty("p:cNvSpPr", &[]);
                x.empty("p:nvPr", &[]);
            });
            x.el("p:spPr", &[], |x| {
                transform(x, "a:xfrm", area);
                x.el("a:prstGeom", &[("prst", &kind)], |x| x.empty("a:avLst", &[]));
                fill(x);
                outline(x, line, None);
            });
        });
    }

    /// Draws a line from one point to another, level or upright.
    pub fn line(&mut self, name: &str, area: Area, ink: Ink, width: f32, dash: Option<&str>) {
        let id = self.id();
        self.shapes.el("p:cxnSp", &[], |x| {
            x.el("p:nvCxnSpPr", &[], |x| {
                decorative(x, id, name);
                x.empty("p:cNvCxnSpPr", &[]);
                x.empty("p:nvPr", &[]);
            });
            x.el("p:spPr", &[], |x| {
                transform(x, "a:xfrm", area);
                x.el("a:prstGeom", &[("prst", &"line")], |x| x.empty("a:avLst", &[]));
                outline(x, Some((ink, width)), dash);
            });
        });
    }

    /// Places a chart.
    pub fn chart(&mut self, name: &str, alt: &str, area: Area, link: &str) {
        self.frame(name, alt, area, Some(Place::BODY), |x| {
            let uri = "http://schemas.openxmlformats.org/drawingml/2006/chart";
            x.el("a:graphicData", &[("uri", &uri)], |x| {
                let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
                x.empty(
                    "c:chart",
                    &[("xmlns:c", &uri), ("xmlns:r", &relations), ("r:id", &link)],
                );
            });
        });
    }

    /// Places a table; columns as wide as told, rows as high as told.
    pub fn table(&mut self, name: &str, alt: &str, area: Area, columns: &[f32], rows: &[(f32, Vec<Cell>)]) {
        let lang = self.lang;
        self.frame(name, alt, area, Some(Place::BODY), |x| {
            let uri = "http://schemas.openxmlformats.org/drawingml/2006/table";
            x.el("a:graphicData", &[("uri", &uri)], |x| {
                x.el("a:tbl", &[], |x| {
                    x.empty("a:tblPr", &[("firstRow", &1), ("firstCol", &1)]);
                    x.el("a:tblGrid", &[], |x| {
                        for wide in columns {
                            x.empty("a:gridCol", &[("w", &emu(*wide))]);
                        }
                    });
                    for (high, cells) in rows {
                        x.el("a:tr", &[("h", &emu(*high))], |x| {
                            for cell in cells {
                                write_cell(x, cell, lang);
                            }
                        });
                    }
                });
            });
        });
    }

    fn frame(&mut self, name: &str, alt: &str, area: Area, place: Option<Place>, inner: impl FnOnce(&mut Xml)) {
        let id = self.id();
        self.shapes.el("p:graphicFrame", &[], |x| {
            x.el("p:nvGraphicFramePr", &[], |x| {
                let name = format!("{name} {id}");
                x.empty("p:cNvPr", &[("id", &id), ("name", &name), ("descr", &alt)]);
                x.el("p:cNvGraphicFramePr", &[], |x| {
                    x.empty("a:graphicFrameLocks", &[("noGrp", &1)]);
                });
                x.el("p:nvPr", &[], |x| {
                    if let Some(place) = place {
                        place.write(x);
                    }
                });
            });
            transform(x, "p:xfrm", area);
            x.el("a:graphic", &[], inner);
        });
    }

    /// Places a drawing, with its pixels for programs that do not read drawings.
    pub fn picture(&mut self, name: &str, alt: &str, area: Area, (pixels, drawing): (&str, &str)) {
        let id = self.id();
        self.shapes.el("p:pic", &[], |x| {
            x.el("p:nvPicPr", &[], |x| {
                let name = format!("{name} {id}");
                x.empty("p:cNvPr", &[("id", &id), ("name", &name), ("descr", &alt)]);
                x.el("p:cNvPicPr", &[], |x| {
                    x.empty("a:picLocks", &[("noGrp", &1), ("noChangeAspect", &1)]);
                });
                x.el("p:nvPr", &[], |x| Place::BODY.write(x));
            });
            x.el("p:blipFill", &[], |x| {
                x.el("a:blip", &[("r:embed", &pixels)], |x| {
                    x.el("a:extLst", &[], |x| {
                        x.el("a:ext", &[("uri", &"{96DAC541-7B7A-43D3-8B79-37D633B846F1}")], |x| {
                            let space = "http://schemas.microsoft.com/office/drawing/2016/SVG/main";
                            x.empty("asvg:svgBlip", &[("xmlns:asvg", &space), ("r:embed", &drawing)]);
                        });
                    });
                });
                x.el("a:stretch", &[], |x| x.empty("a:fillRect", &[]));
            });
            x.el("p:spPr", &[], |x| {
                transform(x, "a:xfrm", area);
                x.el("a:prstGeom", &[("prst", &"rect")], |x| x.empty("a:avLst", &[]));
            });
        });
    }
}

/// Writes a group of shapes, in whose own lengths they stand.
fn group(x: &mut Xml, element: &str, (id, name): (u32, &str), area: Area, shapes: &[u8]) {
    x.el(element, &[], |x| {
        x.el("p:nvGrpSpPr", &[], |x| {
            x.empty("p:cNvPr", &[("id", &id), ("name", &name)]);
            x.empty("p:cNvGrpSpPr", &[]);
            x.empty("p:nvPr", &[]);
        });
        x.el("p:grpSpPr", &[], |x| {
            x.el("a:xfrm", &[], |x| {
                let (left, top) = (emu(area.left), emu(area.top));
                let (wide, high) = (emu(area.width()), emu(area.height()));
                x.empty("a:off", &[("x", &left), ("y", &top)]);
                x.empty("a:ext", &[("cx", &wide), ("cy", &high)]);
                x.empty("a:chOff", &[("x", &left), ("y", &top)]);
                x.empty("a:chExt", &[("cx", &wide), ("cy", &high)]);
            });
        });
        x.raw(&String::from_utf8_lossy(shapes));
    });
}

/// A cell of a table.
pub(super) struct Cell {
    /// What it says.
    pub paragraphs: Vec<Paragraph>,
    /// What ends its last line, and looks otherwise.
    pub tail: Option<Paragraph>,
    /// Whether the rule under it is strong.
    pub strong: bool,
}

/// A placeholder: what a layout foresees at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Place {
    kind: &'static str,
    index: u32,
}

impl Place {
    /// The finding.
    pub const TITLE: Place = Place {
        kind: "title",
        index: 0,
    };
    /// The name of the project, on the first slide.
    pub const OPENING: Place = Place {
        kind: "ctrTitle",
        index: 0,
    };
    /// What the project is, on the first slide.
    pub const ABOUT: Place = Place {
        kind: "subTitle",
        index: 1,
    };
    /// Measure, territory, unit.
    pub const SUBTITLE: Place = Place { kind: "body", index: 1 };
    /// The source.
    pub const SOURCE: Place = Place { kind: "ftr", index: 11 };
    /// The number of the slide.
    pub const NUMBER: Place = Place {
        kind: "sldNum",
        index: 12,
    };
    /// A chart, a picture, a table.
    pub const BODY: Place = Place { kind: "", index: 13 };
    /// The picture of a slide on its page of notes.
    pub const IMAGE: Place = Place {
        kind: "sldImg",
        index: 2,
    };
    /// The first column of texts.
    pub const LEFT: Place = Place {
        kind: "body",
        index: 14,
    };
    /// The second column of texts.
    pub const RIGHT: Place = Place {
        kind: "body",
        index: 15,
    };

    fn write(self, x: &mut Xml) {
        let small = matches!(self.kind, "ftr" | "sldNum");
        match (self.kind, self.index) {
            ("", index) => x.empty("p:ph", &[("idx", &index)]),
            (kind, 0) => x.empty("p:ph", &[("type", &kind)]),
            (kind, index) if small => x.empty("p:ph", &[("type", &kind), ("sz", &"quarter"), ("idx", &index)]),
            (kind, index) => x.empty("p:ph", &[("type", &kind), ("idx", &index)]),
        }
    }
}

fn decorative(x: &mut Xml, id: u32, name: &str) {
    x.el("p:cNvPr", &[("id", &id), ("name", &format!("{name} {id}"))], |x| {
        x.el("a:extLst", &[], |x| {
            x.el("a:ext", &[("uri", &"{C183D7F6-B498-43B3-948B-1728B52AA6E4}")], |x| {
                let space = "http://schemas.microsoft.com/office/drawing/2017/decorative";
                x.empty("adec:decorative", &[("xmlns:adec", &space), ("val", &1)]);
            });
        });
    });
}

fn transform(x: &mut Xml, name: &str, area: Area) {
    x.el(name, &[], |x| {
        x.empty("a:off", &[("x", &emu(area.left)), ("y", &emu(area.top))]);
        x.empty("a:ext", &[("cx", &emu(area.width())), ("cy", &emu(area.height()))]);
    });
}

/// Writes the line around or along a shape.
pub(super) fn outline(x: &mut Xml, line: Option<(Ink, f32)>, dash: Option<&str>) {
    match line {
        Some((ink, width)) => x.el("a:ln", &[("w", &emu(width))], |x| {
            ink.fill(x);
            if let Some(dash) = dash {
                x.val("a:prstDash", dash);
            }
        }),
        None => x.el("a:ln", &[], |x| x.empty("a:noFill", &[])),
    }
}

fn write_cell(x: &mut Xml, cell: &Cell, lang: Lang) {
    x.el("a:tc", &[], |x| {
        x.el("a:txBody", &[], |x| {
            x.empty("a:bodyPr", &[]);
            x.empty("a:lstStyle", &[]);
            let last = cell.paragraphs.len().saturating_sub(1);
            for (k, told) in cell.paragraphs.iter().enumerate() {
                paragraph(x, told, cell.tail.as_ref().filter(|_| k == last), k == 0, lang);
            }
        });
        let edge = emu(6.0);
        x.el(
            "a:tcPr",
            &[
                ("marL", &0),
                ("marR", &edge),
                ("marT", &edge),
                ("marB", &edge),
                ("anchor", &"ctr"),
            ],
            |x| {
                for side in ["a:lnL", "a:lnR", "a:lnT"] {
                    x.el(side, &[("w", &0)], |x| x.empty("a:noFill", &[]));
                }
                let (ink, width) = match cell.strong {
                    true => (Ink::muted(), 2.0),
                    false => (Ink::rule(), 1.5),
                };
                x.el("a:lnB", &[("w", &emu(width))], |x| ink.fill(x));
                x.empty("a:noFill", &[]);
            },
        );
    });
}
