//! Texts of slides: how they look, how wide and high they are, and how a box holds them.

use super::super::chart::measure;
use super::super::chart::scene::Font;
use super::ink::Ink;
use super::xml::Xml;
use crate::report::palette::Weight;
use crate::text::Lang;

/// English metric units in a point of the design.
const EMU: f32 = 6350.0;
/// How much wider than in our measure a text may be in the font that the reader's machine has; letters of a bold cut are wider than our semibold ones.
const SLACK: f32 = 1.05;
/// The same for large letters, which stand closer.
const LARGE_SLACK: f32 = 1.03;
/// The size from which letters stand closer.
const LARGE: f32 = 40.0;

/// Returns a length in the units of the file.
pub(super) fn emu(points: f32) -> i64 {
    (points * EMU).round() as i64
}

/// Returns a size of text in hundredths of a PowerPoint point.
pub(super) fn text_size(points: f32) -> i64 {
    (points * 50.0).round() as i64
}

/// Returns the language of texts as the file names it.
pub(super) fn tag(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "fr-CA",
        Lang::En => "en-CA",
    }
}

/// Where the lines of a text stand in its box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Align {
    /// At its left.
    Left,
    /// At its right.
    Right,
}

/// How a paragraph looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Style {
    /// Size of the em.
    pub size: f32,
    /// Whether it is bold.
    pub bold: bool,
    /// Its colour.
    pub ink: Ink,
    /// Where its lines stand.
    pub align: Align,
    /// The space above it, where it is not the first.
    pub before: f32,
}

impl Style {
    /// A plain text at the left.
    pub const fn new(size: f32, ink: Ink) -> Self {
        Self {
            size,
            bold: false,
            ink,
            align: Align::Left,
            before: 0.0,
        }
    }

    /// The same in bold.
    pub const fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    /// The same at another place of its box.
    pub const fn at(self, align: Align) -> Self {
        Self { align, ..self }
    }

    /// The same with space above.
    pub const fn after(self, before: f32) -> Self {
        Self { before, ..self }
    }

    /// The same at another size.
    pub const fn sized(self, size: f32) -> Self {
        Self { size, ..self }
    }

    fn font(self) -> Font {
        let weight = if self.bold { Weight::Semibold } else { Weight::Regular };
        Font::new(self.size, weight)
    }

    fn slack(self) -> f32 {
        if self.size >= LARGE { LARGE_SLACK } else { SLACK }
    }

    /// Returns from one line to the next.
    pub fn line(self) -> f32 {
        (self.size * 1.22).round()
    }

    /// Returns how wide a text may be written.
    pub fn width(self, text: &str) -> f32 {
        measure::width(text, self.font()) * self.slack()
    }

    /// Returns how many lines a text may take in a box.
    pub fn lines(self, text: &str, room: f32) -> usize {
        measure::wrap(text, self.font(), room / self.slack()).len()
    }

    /// Returns whether no word of a text is wider than its box.
    fn holds(self, text: &str, room: f32) -> bool {
        let lines = measure::wrap(text, self.font(), room / self.slack());
        lines.iter().all(|line| self.width(line) <= room)
    }

    /// Returns the largest of the sizes at which a text takes at most `most` lines; at the smallest one, what is too long is cut with an ellipsis.
    pub fn fitted(self, text: &str, room: f32, sizes: &[f32], most: usize) -> (Style, String) {
        let styles = sizes.iter().map(|size| self.sized(*size));
        for style in styles.clone() {
            if style.lines(text, room) <= most && style.holds(text, room) {
                return (style, text.to_owned());
            }
        }
        let smallest = sizes.last().map_or(self, |size| self.sized(*size));
        let kept = measure::lines(text, smallest.font(), room / smallest.slack(), most);
        (smallest, kept.join(" "))
    }
}

/// A paragraph: what it says and how it looks.
pub(super) type Paragraph = (String, Style);

/// Returns one paragraph alone.
pub(super) fn one(text: impl Into<String>, style: Style) -> Vec<Paragraph> {
    vec![(text.into(), style)]
}

/// Returns how high paragraphs stand in a box.
pub(super) fn height(paragraphs: &[Paragraph], room: f32) -> f32 {
    let each = paragraphs.iter().enumerate();
    each.map(|(k, (text, style))| {
        let before = if k == 0 { 0.0 } else { style.before };
        style.lines(text, room) as f32 * style.line() + before
    })
    .sum()
}

/// Writes how a box holds its text; in a pattern, how texts look that are typed later.
///
/// * `alone`: whether it is one line, which is never broken.
pub(super) fn body(x: &mut Xml, alone: bool, typed: Option<Style>, lang: Lang) {
    let none = &0;
    let wrap = if alone { "none" } else { "square" };
    x.el(
        "a:bodyPr",
        &[
            ("wrap", &wrap),
            ("lIns", none),
            ("tIns", none),
            ("rIns", none),
            ("bIns", none),
            ("rtlCol", none),
            ("anchor", &"t"),
        ],
        |x| x.empty("a:noAutofit", &[]),
    );
    match typed {
        None => x.empty("a:lstStyle", &[]),
        Some(style) => x.el("a:lstStyle", &[], |x| {
            lines_of(x, "a:lvl1pPr", style, true, |x| run_style(x, "a:defRPr", style, lang));
        }),
    }
}

/// Writes how the lines of a paragraph stand.
pub(super) fn layout_of(x: &mut Xml, style: Style, first: bool) {
    lines_of(x, "a:pPr", style, first, |_| {});
}

/// Writes how the lines of a paragraph stand, and what else its properties hold.
pub(super) fn lines_of(x: &mut Xml, name: &str, style: Style, first: bool, more: impl FnOnce(&mut Xml)) {
    let align = match style.align {
        Align::Left => "l",
        Align::Right => "r",
    };
    x.el(name, &[("marL", &0), ("indent", &0), ("algn", &align)], |x| {
        x.el("a:lnSpc", &[], |x| x.val("a:spcPts", text_size(style.line())));
        let before = if first { 0.0 } else { style.before };
        x.el("a:spcBef", &[], |x| x.val("a:spcPts", text_size(before)));
        x.empty("a:buNone", &[]);
        more(x);
    });
}

/// Writes how letters look.
pub(super) fn run_style(x: &mut Xml, name: &str, style: Style, lang: Lang) {
    let bold = u8::from(style.bold);
    // Large letters stand a little closer.
    let closer = if style.size >= LARGE {
        -text_size(style.size) * 3 / 200
    } else {
        0
    };
    x.el(
        name,
        &[
            ("lang", &tag(lang)),
            ("sz", &text_size(style.size)),
            ("b", &bold),
            ("spc", &closer),
        ],
        |x| {
            style.ink.fill(x);
            x.empty("a:latin", &[("typeface", &"+mn-lt")]);
        },
    );
}

/// Writes letters that look alike.
pub(super) fn run(x: &mut Xml, text: &str, style: Style, lang: Lang) {
    x.el("a:r", &[], |x| {
        run_style(x, "a:rPr", style, lang);
        x.leaf("a:t", text);
    });
}

/// Writes a paragraph.
///
/// * `tail`: what ends its last line, and looks otherwise.
pub(super) fn paragraph(x: &mut Xml, (text, style): &Paragraph, tail: Option<&Paragraph>, first: bool, lang: Lang) {
    x.el("a:p", &[], |x| {
        layout_of(x, *style, first);
        run(x, text, *style, lang);
        if let Some((text, style)) = tail {
            run(x, text, *style, lang);
        }
    });
}
