//! The figures of a chart: the workbook that “Edit data” opens, and the references of the chart to its cells.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use crate::report::chart::Written;
use crate::text::messages::deck as m;
use crate::text::{Lang, number};

/// A table of figures: one row per bar, one column per series.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Sheet {
    /// What stands over the names: the unit.
    pub corner: String,
    /// The names of the rows.
    pub labels: Vec<String>,
    /// How the figures of each row are written.
    pub written: Vec<Written>,
    /// The series.
    pub columns: Vec<Column>,
    /// Where the figures come from.
    pub source: String,
}

/// A series of figures.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Column {
    /// Its name.
    pub name: String,
    /// One figure per row, in the unit written.
    pub values: Vec<f64>,
}

/// What a figure of zero reads as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zero {
    /// Nothing: a part that is not there.
    Hidden,
    /// `0`: a total.
    Shown,
}

/// Returns the format of figures: the language's marks where the program that shows them asks the file, the machine's otherwise.
pub(super) fn format_code(written: Written, zero: Zero, lang: Lang) -> String {
    let region = match lang {
        Lang::Fr => "[$-C0C]",
        Lang::En => "[$-1009]",
    };
    let digits = match written.places() {
        0 => "#,##0".to_owned(),
        places => format!("#,##0.{}", "0".repeat(places)),
    };
    let (before, after) = match (written.dollars, lang) {
        (false, _) => ("", ""),
        (true, Lang::Fr) => ("", "\"\u{a0}$\""),
        (true, Lang::En) => ("\"$\"", ""),
    };
    let above = format!("{region}{before}{digits}{after}");
    let below = format!("{region}\"{}\"{before}{digits}{after}", number::MINUS);
    match zero {
        Zero::Hidden => format!("{above};{below};"),
        Zero::Shown => format!("{above};{below};{above}"),
    }
}

/// Returns a figure as its format writes it in the language of the file.
pub(super) fn figure(written: Written, value: f64, lang: Lang) -> String {
    match written.dollars {
        true => number::dollars(value, lang),
        false => number::decimal(value, written.places(), lang),
    }
}

impl Sheet {
    /// Returns the letter of a series' column: the first one stands after the names.
    fn letter(column: usize) -> char {
        char::from(b'B' + u8::try_from(column).unwrap_or(0).min(24))
    }

    /// Returns the name of the sheet.
    pub fn name(lang: Lang) -> &'static str {
        m::SHEET.get(lang)
    }

    /// Returns the reference of the rows' names.
    pub fn labels_at(&self, lang: Lang) -> String {
        format!("{}!$A$2:$A${}", Self::name(lang), self.labels.len() + 1)
    }

    /// Returns the reference of the name of a series.
    pub fn name_at(&self, column: usize, lang: Lang) -> String {
        format!("{}!${}$1", Self::name(lang), Self::letter(column))
    }

    /// Returns the reference of the figures of a series.
    pub fn values_at(&self, column: usize, lang: Lang) -> String {
        let letter = Self::letter(column);
        format!("{}!${letter}$2:${letter}${}", Self::name(lang), self.labels.len() + 1)
    }

    /// Returns the workbook.
    pub fn workbook(&self, lang: Lang) -> Result<Vec<u8>, XlsxError> {
        let mut book = Workbook::new();
        // No date of its own: the same study gives the same bytes.
        let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&made));
        let bold = Format::new().set_bold();
        let page = book.add_worksheet();
        page.set_name(Self::name(lang))?;
        page.set_column_width(0, 34)?;
        page.write_with_format(0, 0, &self.corner, &bold)?;
        for (row, label) in (1..).zip(&self.labels) {
            page.write(row, 0, label)?;
        }
        for (at, column) in (1..).zip(&self.columns) {
            page.set_column_width(at, 16)?;
            page.write_with_format(0, at, &column.name, &bold)?;
            for ((row, value), written) in (1..).zip(&column.values).zip(&self.written) {
                let format = Format::new().set_num_format(format_code(*written, Zero::Shown, lang));
                page.write_with_format(row, at, *value, &format)?;
            }
        }
        if !self.source.is_empty() {
            let below = u32::try_from(self.labels.len()).unwrap_or(0) + 2;
            page.write(below, 0, &self.source)?;
        }
        book.save_to_buffer()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::rounding::Precision;

    #[test]
    fn formats_are_those_of_the_language() {
        let plain = Written::plain(Precision::MILLIONS);
        assert_eq!(
            format_code(plain, Zero::Hidden, Lang::Fr),
            "[$-C0C]#,##0.0;[$-C0C]\"−\"#,##0.0;"
        );
        let pay = Written::dollars(Precision::HUNDREDS);
        assert_eq!(
            format_code(pay, Zero::Shown, Lang::En),
            "[$-1009]\"$\"#,##0;[$-1009]\"−\"\"$\"#,##0;[$-1009]\"$\"#,##0"
        );
        assert_eq!(figure(pay, pay.figure(53_041.2), Lang::Fr), "53\u{a0}000\u{a0}$");
        assert_eq!(figure(plain, plain.figure(14_620_000.0), Lang::En), "14.6");
    }
}
