//! The looks of cells: colours of the palette, number formats of each language.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use crate::report::palette::{Palette, Rgba, tokens};
use crate::report::role::Role;
use crate::text::Lang;

/// The font of the workbook: one that every spreadsheet program has or replaces by a like one.
const FONT: &str = "Calibri";

/// What a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Look {
    /// The title of a sheet.
    Title,
    /// The heading of a part.
    Section,
    /// The head of a column.
    Head,
    /// The head of the first column.
    HeadLeft,
    /// The head of a column of words beside one of numbers.
    HeadAside,
    /// A remark.
    Note,
    /// A remark over a column of numbers.
    NoteRight,
    /// The name of a region over its columns.
    Region,
    /// A remark that warns.
    Warning,
    /// A text or a computed number.
    Body,
    /// The same, set in from the left.
    Inset,
    /// A sum.
    Total,
    /// A text or a number in bold.
    Strong,
    /// A remark set in from the number before it.
    Aside,
    /// A number that the reader may change.
    Input,
    /// A number that stays as it is.
    Fixed,
    /// The sentence that the study finds.
    Finding,
    /// A headline figure.
    Headline,
    /// A word that leads elsewhere.
    Link,
    /// Whether a check holds.
    Status,
    /// Whether all do.
    Verdict,
}

/// How a number reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Number {
    /// Whole dollars.
    Dollars,
    /// Millions of dollars.
    Millions,
    /// Jobs and families.
    Count,
    /// A share in percent.
    Share,
    /// A share in percent of a whole, without decimals.
    Percent,
    /// A coefficient.
    Coefficient,
    /// A factor close to one.
    Factor,
    /// Jobs by industry, where some are few.
    Tenths,
    /// Jobs per million dollars and the like.
    Decimal,
    /// A year.
    Year,
    /// Yes or no, as 1 or 0.
    Flag,
    /// A small difference.
    Tiny,
    /// As it comes.
    General,
}

impl Number {
    /// The format, in the notation of the file: a spreadsheet shows it with the separators of its own language.
    fn code(self, lang: Lang) -> &'static str {
        // Signs that are no part of the notation stand in quotes, as every reader of the format expects.
        match (self, lang) {
            (Number::Dollars, Lang::Fr) => "#,##0\"\u{a0}$\";\"\u{2212}\"#,##0\"\u{a0}$\"",
            (Number::Dollars, Lang::En) => "\"$\"#,##0;\"\u{2212}$\"#,##0",
            (Number::Millions, Lang::Fr) => "#,##0.0\"\u{a0}M$\";\"\u{2212}\"#,##0.0\"\u{a0}M$\"",
            (Number::Millions, Lang::En) => "\"$\"#,##0.0\"M\";\"\u{2212}$\"#,##0.0\"M\"",
            (Number::Count, _) => "#,##0;\"\u{2212}\"#,##0",
            (Number::Share, Lang::Fr) => "0.0\"\u{a0}\"%;\"\u{2212}\"0.0\"\u{a0}\"%",
            (Number::Share, Lang::En) => "0.0%;\"\u{2212}\"0.0%",
            (Number::Percent, Lang::Fr) => "0\"\u{a0}\"%",
            (Number::Percent, Lang::En) => "0%",
            (Number::Coefficient, _) => "0.0000;\"\u{2212}\"0.0000;0",
            (Number::Factor, _) => "0.0000",
            (Number::Tenths, _) => "#,##0.0",
            (Number::Decimal, _) => "#,##0.00",
            (Number::Year | Number::Flag, _) => "0",
            (Number::Tiny, _) => "0.0E+00;\"\u{2212}\"0.0E+00;0",
            (Number::General, _) => "General",
        }
    }
}

/// The looks of one workbook.
pub(super) struct Styles {
    palette: Palette,
    lang: Lang,
}

impl Styles {
    /// The looks in a language; a workbook is light, as paper is.
    pub(super) fn new(lang: Lang) -> Self {
        Self {
            palette: tokens().themes.light,
            lang,
        }
    }

    /// The colour of a role.
    pub(super) fn role(&self, role: Role) -> Color {
        colour(self.palette.marks.of(role))
    }

    /// The colour of quiet text.
    pub(super) fn quiet(&self) -> Color {
        colour(self.palette.colours.text_secondary)
    }

    /// The colour of the grid of charts.
    pub(super) fn grid(&self) -> Color {
        colour(self.palette.colours.grid)
    }

    /// The colour of the tab of a sheet that the reader works on.
    pub(super) fn accent(&self) -> Color {
        colour(self.palette.colours.accent)
    }

    /// The colour of the tab of a sheet of workings.
    pub(super) fn muted(&self) -> Color {
        colour(self.palette.colours.axis)
    }

    /// The look of a change that the reader made.
    pub(super) fn changed(&self) -> Format {
        let c = &self.palette.colours;
        Format::new()
            .set_background_color(colour(c.override_bg))
            .set_font_color(colour(c.accent))
            .set_bold()
    }

    /// The look of what does not hold.
    pub(super) fn failed(&self) -> Format {
        let c = &self.palette.colours;
        Format::new()
            .set_background_color(colour(c.error_bg))
            .set_font_color(colour(c.error))
            .set_bold()
    }

    /// The format of a text.
    pub(super) fn text(&self, look: Look) -> Format {
        let c = &self.palette.colours;
        let base = Format::new()
            .set_font_name(FONT)
            .set_font_size(10)
            .set_font_color(colour(c.text))
            .set_align(FormatAlign::VerticalCenter);
        match look {
            Look::Title => base.set_font_size(16).set_bold().set_font_color(colour(c.accent)),
            Look::Section => base
                .set_bold()
                .set_font_size(11)
                .set_background_color(colour(c.selected))
                .set_font_color(colour(c.accent)),
            Look::Head | Look::HeadLeft | Look::HeadAside => base
                .set_bold()
                .set_text_wrap()
                .set_align(if look == Look::Head {
                    FormatAlign::Right
                } else {
                    FormatAlign::Left
                })
                .set_font_color(colour(c.text_secondary))
                .set_indent(u8::from(look == Look::HeadAside))
                .set_border_bottom(FormatBorder::Medium)
                .set_border_bottom_color(colour(c.axis)),
            Look::Note => base.set_font_color(colour(c.text_muted)),
            Look::NoteRight => base
                .set_font_color(colour(c.text_muted))
                .set_text_wrap()
                .set_align(FormatAlign::Right),
            Look::Region => base.set_bold().set_font_color(colour(c.accent)),
            Look::Warning => base
                .set_font_color(colour(c.warning))
                .set_background_color(colour(c.warning_bg)),
            Look::Body => base,
            Look::Inset => base.set_indent(1),
            Look::Strong => base.set_bold(),
            Look::Aside => base.set_font_color(colour(c.text_muted)).set_indent(1),
            Look::Total => base
                .set_bold()
                .set_border_top(FormatBorder::Thin)
                .set_border_top_color(colour(c.axis)),
            Look::Input => base
                .set_background_color(colour(c.warning_bg))
                .set_border(FormatBorder::Thin)
                .set_border_color(colour(c.warning))
                .set_bold(),
            Look::Fixed => base.set_font_color(colour(c.text_muted)),
            Look::Finding => base.set_bold().set_font_size(13).set_font_color(colour(c.text)),
            Look::Headline => base.set_bold().set_font_size(14).set_font_color(colour(c.accent)),
            Look::Link => base
                .set_font_color(colour(c.accent))
                .set_underline(rust_xlsxwriter::FormatUnderline::Single),
            Look::Status => base.set_bold().set_font_color(colour(c.positive)).set_indent(1),
            Look::Verdict => base.set_bold().set_font_color(colour(c.positive)),
        }
    }

    /// The format of a number.
    pub(super) fn number(&self, look: Look, number: Number) -> Format {
        let align = match number {
            Number::Year => FormatAlign::Left,
            _ => FormatAlign::Right,
        };
        self.text(look).set_num_format(number.code(self.lang)).set_align(align)
    }

    /// The format of the cells of a large table.
    pub(super) fn matrix(&self) -> Format {
        self.number(Look::Body, Number::Coefficient)
    }

    /// The format of a number on an axis or in a label of a chart.
    pub(super) fn code(&self, number: Number) -> &'static str {
        number.code(self.lang)
    }
}

fn colour(rgba: Rgba) -> Color {
    Color::RGB(u32::from_be_bytes([0, rgba.red, rgba.green, rgba.blue]))
}
