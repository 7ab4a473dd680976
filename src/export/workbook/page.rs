//! One sheet as it is written: cells in the looks of the workbook, formulas with their results.

use rust_xlsxwriter::utility::quote_sheet_name;
use rust_xlsxwriter::{Format, Formula, Url, Workbook, Worksheet, XlsxError};

use super::live::{Cond, Live, LiveText, Range, atom};
use super::style::{Look, Number, Styles};

/// A sheet being written.
pub(super) struct Page<'a> {
    pub(super) sheet: Worksheet,
    pub(super) styles: &'a Styles,
    prefix: String,
    // Cells cannot fail but for a bug (a row beyond the limits): the first failure is told at the end.
    failed: Option<XlsxError>,
}

/// A cell that may be left empty: empty means that nothing is asked for.
#[derive(Clone, Debug)]
pub(super) struct Optional {
    /// Its value, 0 where it is empty.
    pub(super) live: Live,
    stated: bool,
}

impl Optional {
    /// The same cell under its name.
    pub(super) fn named(mut self, name: &str) -> Self {
        self.live = atom(name, self.live.value);
        self
    }

    /// Whether something is typed in it.
    pub(super) fn stated(&self) -> Cond {
        Cond::new(format!("COUNT({})>0", self.live.text), self.stated)
    }
}

impl<'a> Page<'a> {
    /// Starts a sheet.
    pub(super) fn new(name: &str, styles: &'a Styles) -> Self {
        let mut sheet = Worksheet::new();
        let failed = sheet.set_name(name).err();
        sheet.set_screen_gridlines(false);
        // A formula may well give an empty text: the format's own default would be 0.
        sheet.set_formula_result_default("");
        sheet.set_landscape();
        sheet.set_paper_size(1);
        sheet.set_print_fit_to_pages(1, 0);
        sheet.set_margins(0.5, 0.5, 0.6, 0.6, 0.3, 0.3);
        sheet.set_footer(format!("&L&8{}&R&8&P/&N", name.replace('&', "&&")));
        Self {
            sheet,
            styles,
            prefix: format!("{}!", quote_sheet_name(name)),
            failed,
        }
    }

    /// The sheet in a formula of another.
    pub(super) fn prefix(&self) -> &str {
        &self.prefix
    }

    fn keep<T>(&mut self, result: Result<T, XlsxError>) {
        if let Err(e) = result {
            self.failed.get_or_insert(e);
        }
    }

    /// Widths of columns, from the first on.
    pub(super) fn widths(&mut self, widths: &[f64]) {
        for (column, width) in widths.iter().enumerate() {
            let set = self.sheet.set_column_width(column as u16, *width).map(drop);
            self.keep(set);
        }
    }

    /// The same width from a column on.
    pub(super) fn widths_from(&mut self, first: u16, count: usize, width: f64) {
        for column in first..first + count as u16 {
            let set = self.sheet.set_column_width(column, width).map(drop);
            self.keep(set);
        }
    }

    /// Columns of a large table: their width and the format of their cells.
    pub(super) fn matrix_columns(&mut self, first: u16, count: usize, width: f64) {
        self.widths_from(first, count, width);
        let format = self.styles.matrix();
        for column in first..first + count as u16 {
            let set = self.sheet.set_column_format(column, &format).map(drop);
            self.keep(set);
        }
    }

    /// The title of the sheet and a sentence below it.
    pub(super) fn title(&mut self, title: &str, below: &str) {
        let height = self.sheet.set_row_height(0, 28).map(drop);
        self.keep(height);
        self.words(0, 0, title, Look::Title);
        self.words(1, 0, below, Look::Note);
    }

    /// Freezes what stands above a row and left of a column, and repeats the rows above on each printed page.
    pub(super) fn freeze(&mut self, row: u32, column: u16) {
        let frozen = self.sheet.set_freeze_panes(row, column).map(drop);
        self.keep(frozen);
        if row > 2 {
            let repeated = self.sheet.set_repeat_rows(row - 1, row - 1).map(drop);
            self.keep(repeated);
        }
    }

    /// A text.
    pub(super) fn words(&mut self, row: u32, column: u16, text: &str, look: Look) {
        let format = self.styles.text(look);
        let done = self
            .sheet
            .write_string_with_format(row, column, text, &format)
            .map(drop);
        self.keep(done);
    }

    /// A text that takes the lines it needs in its cell.
    pub(super) fn wrapped(&mut self, row: u32, column: u16, text: &str, look: Look) {
        let format = self.styles.text(look).set_text_wrap();
        let done = self
            .sheet
            .write_string_with_format(row, column, text, &format)
            .map(drop);
        self.keep(done);
    }

    /// A text over several columns, wrapped, on a row as high as its lines.
    pub(super) fn paragraph(&mut self, row: u32, (first, last): (u16, u16), text: &str, look: Look, lines: u32) {
        let format = self.styles.text(look).set_text_wrap();
        let done = self.sheet.merge_range(row, first, row, last, text, &format).map(drop);
        self.keep(done);
        let height = self.sheet.set_row_height(row, 15 * lines.max(1)).map(drop);
        self.keep(height);
    }

    /// Texts side by side.
    pub(super) fn heads(&mut self, row: u32, column: u16, texts: &[&str]) {
        for (k, text) in texts.iter().enumerate() {
            let look = if column == 0 && k == 0 {
                Look::HeadLeft
            } else {
                Look::Head
            };
            self.words(row, column + k as u16, text, look);
        }
    }

    /// A heading of a part of the sheet, its band drawn over some columns.
    pub(super) fn section(&mut self, row: u32, columns: u16, text: &str) {
        for column in 0..columns {
            self.words(row, column, if column == 0 { text } else { "" }, Look::Section);
        }
    }

    /// An empty cell with a look.
    pub(super) fn blank(&mut self, row: u32, column: u16, look: Look) {
        let format = self.styles.text(look);
        let done = self.sheet.write_blank(row, column, &format).map(drop);
        self.keep(done);
    }

    /// A number that stays as it is.
    pub(super) fn number(&mut self, row: u32, column: u16, value: f64, look: Look, number: Number) -> Live {
        let format = self.styles.number(look, number);
        let done = self
            .sheet
            .write_number_with_format(row, column, value, &format)
            .map(drop);
        self.keep(done);
        self.at(row, column, value)
    }

    /// A number that the reader may change or leave empty.
    pub(super) fn optional(&mut self, row: u32, column: u16, value: Option<f64>, number: Number) -> Optional {
        match value {
            Some(v) => drop(self.number(row, column, v, Look::Input, number)),
            None => {
                let format = self.styles.number(Look::Input, number);
                let done = self.sheet.write_blank(row, column, &format).map(drop);
                self.keep(done);
            }
        }
        Optional {
            live: self.at(row, column, value.unwrap_or(0.0)),
            stated: value.is_some(),
        }
    }

    /// A number with the look of its column, for large tables.
    pub(super) fn plain(&mut self, row: u32, column: u16, value: f64) {
        let done = self.sheet.write_number(row, column, value).map(drop);
        self.keep(done);
    }

    /// A formula with its result.
    pub(super) fn put(&mut self, row: u32, column: u16, live: &Live, look: Look, number: Number) -> Live {
        let format = self.styles.number(look, number);
        self.put_in(row, column, live, &format)
    }

    /// A formula with its result, in a format of its own.
    pub(super) fn put_in(&mut self, row: u32, column: u16, live: &Live, format: &Format) -> Live {
        // A sum of nothing may be −0, which a file should not say.
        let value = live.value + 0.0;
        let formula = Formula::new(self.own(&live.text)).set_result(format!("{value}"));
        let done = self
            .sheet
            .write_formula_with_format(row, column, formula, format)
            .map(drop);
        self.keep(done);
        self.at(row, column, value)
    }

    /// A formula whose result is a text.
    pub(super) fn put_words(&mut self, row: u32, column: u16, live: &LiveText, look: Look) {
        let format = self.styles.text(look);
        let formula = Formula::new(self.own(&live.text)).set_result(live.value.clone());
        let done = self
            .sheet
            .write_formula_with_format(row, column, formula, &format)
            .map(drop);
        self.keep(done);
    }

    /// A formula that fills a block of cells, with all its results, in the looks of their columns.
    pub(super) fn array(
        &mut self,
        row: u32,
        column: u16,
        shape: (usize, usize),
        text: &str,
        values: Vec<f64>,
        look: Option<(Look, Number)>,
    ) -> Range {
        let (last_row, last_column) = (row + shape.0 as u32 - 1, column + shape.1 as u16 - 1);
        let first = values.first().copied().unwrap_or(0.0) + 0.0;
        let formula = Formula::new(self.own(text)).set_result(format!("{first}"));
        let format = look.map(|(look, number)| self.styles.number(look, number));
        let done = match &format {
            Some(f) => self
                .sheet
                .write_array_formula_with_format(row, column, last_row, last_column, formula, f)
                .map(drop),
            None => self
                .sheet
                .write_array_formula(row, column, last_row, last_column, formula)
                .map(drop),
        };
        self.keep(done);
        for (k, value) in values.iter().enumerate().skip(1) {
            let (r, c) = (row + (k / shape.1) as u32, column + (k % shape.1) as u16);
            let done = match &format {
                Some(f) => self.sheet.write_number_with_format(r, c, *value + 0.0, f).map(drop),
                None => self.sheet.write_number(r, c, *value + 0.0).map(drop),
            };
            self.keep(done);
        }
        self.range((row, column), shape, values)
    }

    /// A formula on whole ranges whose result is one cell.
    pub(super) fn array_cell(&mut self, row: u32, column: u16, live: &Live, look: Look, number: Number) -> Live {
        let shape = (1, 1);
        self.array(row, column, shape, &live.text, vec![live.value], Some((look, number)))
            .cell(0, 0)
    }

    /// A block of cells already written.
    pub(super) fn range(&self, corner: (u32, u16), shape: (usize, usize), values: Vec<f64>) -> Range {
        Range::new(&self.prefix, corner, shape, values)
    }

    /// A column of formulas, one below the other.
    pub(super) fn column(&mut self, row: u32, column: u16, lives: &[Live], look: Look, number: Number) -> Range {
        for (k, live) in lives.iter().enumerate() {
            self.put(row + k as u32, column, live, look, number);
        }
        let values = lives.iter().map(|l| l.value + 0.0).collect();
        self.range((row, column), (lives.len(), 1), values)
    }

    /// A column of numbers that stay as they are.
    pub(super) fn fixed(&mut self, row: u32, column: u16, values: &[f64], number: Number) -> Range {
        for (k, value) in values.iter().enumerate() {
            self.number(row + k as u32, column, *value, Look::Fixed, number);
        }
        self.range((row, column), (values.len(), 1), values.to_vec())
    }

    /// A link to another sheet.
    pub(super) fn link(&mut self, row: u32, column: u16, sheet: &str, cell: &str) {
        let url = Url::new(format!("internal:{}!{cell}", quote_sheet_name(sheet))).set_text(sheet);
        let format = self.styles.text(Look::Link);
        let done = self.sheet.write_url_with_format(row, column, url, &format).map(drop);
        self.keep(done);
    }

    fn at(&self, row: u32, column: u16, value: f64) -> Live {
        let cell = rust_xlsxwriter::utility::row_col_to_cell_absolute(row, column);
        atom(format!("{}{cell}", self.prefix), value)
    }

    /// A formula as the sheet itself writes it: without its own name.
    fn own(&self, text: &str) -> String {
        text.replace(&self.prefix, "")
    }

    /// Hands the sheet over to the workbook.
    pub(super) fn finish(self, workbook: &mut Workbook) -> Result<(), XlsxError> {
        match self.failed {
            Some(e) => Err(e),
            None => {
                workbook.push_worksheet(self.sheet);
                Ok(())
            }
        }
    }
}
