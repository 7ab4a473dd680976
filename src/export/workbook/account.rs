//! The sheets of the account: what a dollar of output pays, the coefficients A and their Leontief inverse.

use rust_xlsxwriter::utility::row_col_to_cell_absolute;

use super::live::{Range, atom, sumproduct};
use super::page::Page;
use super::style::{Look, Number};
use super::{Book, NotWritten, Vector};
use crate::text::messages::workbook as m;

/// The first row of tables by region and industry, below their heads.
pub(super) const FIRST: u32 = 4;

/// The sheet of the account, and its columns, one value per region and industry.
pub(super) struct AccountSheet<'a> {
    pub(super) page: Page<'a>,
    pub(super) value_added: Vector,
    pub(super) compensation: Vector,
    /// Jobs per million dollars.
    pub(super) jobs: Vector,
    pub(super) product_taxes: Vector,
    pub(super) imports: Vector,
    /// Consumption brought by a dollar of output, wherever its earners live; nothing where households are outside the model.
    pub(super) spent: Option<Vector>,
}

/// The coefficients, the inverse and the sheets that hold them.
pub(super) struct Matrices<'a> {
    pub(super) pages: [Page<'a>; 2],
    /// A.
    pub(super) a: Range,
    /// L.
    pub(super) l: Range,
    /// Sums of the columns of A and of L, one row each.
    pub(super) sums: [Range; 2],
}

/// Writes region, code and name of each row of a table by region and industry.
pub(super) fn labels(book: &Book<'_>, page: &mut Page<'_>, first: u32) {
    page.words(first - 1, 0, book.get(m::COLUMN_REGION), Look::HeadLeft);
    page.words(first - 1, 1, book.get(m::COLUMN_CODE), Look::HeadLeft);
    page.words(first - 1, 2, book.get(m::COLUMN_INDUSTRY), Look::HeadLeft);
    for d in 0..book.r {
        let region = book.region(d);
        for i in 0..book.n {
            let row = first + (d * book.n + i) as u32;
            page.words(row, 0, &region, Look::Fixed);
            page.words(row, 1, book.industry_code(i), Look::Fixed);
            page.words(row, 2, book.industry(i), Look::Body);
        }
    }
}

/// Writes the account.
pub(super) fn account<'a>(book: &Book<'a>) -> AccountSheet<'a> {
    let mut page = book.page(m::SHEET_ACCOUNT);
    let study = book.study;
    let account = study.structure.region.account();
    page.widths(&[26.0, 7.0, 34.0]);
    page.widths_from(3, 8, 15.0);
    page.title(
        book.get(m::ACCOUNT_TITLE),
        &book.fill(m::ACCOUNT_BELOW, &[("year", &book.year())]),
    );
    labels(book, &mut page, FIRST);
    let heads = [
        m::COLUMN_OUTPUT,
        m::COLUMN_VALUE_ADDED,
        m::COLUMN_COMPENSATION,
        m::COLUMN_JOBS,
        m::COLUMN_PRODUCT_TAXES,
        m::COLUMN_IMPORTS,
    ];
    page.heads(FIRST - 1, 3, &heads.map(|h| book.get(h)));
    page.freeze(FIRST, 3);
    let _ = page.sheet.set_row_height(FIRST - 1, 34);
    let millions: Vec<f64> = account.gross_output().iter().map(|x| x / 1e6).collect();
    page.fixed(FIRST, 3, &millions, Number::Decimal);
    let per = account.per_dollar();
    let value_added = page.fixed(FIRST, 4, &per.value_added, Number::Coefficient);
    let compensation = page.fixed(FIRST, 5, &per.compensation, Number::Coefficient);
    let jobs: Vec<f64> = per.jobs.iter().map(|j| j * 1e6).collect();
    let jobs = page.fixed(FIRST, 6, &jobs, Number::Decimal);
    let product_taxes = page.fixed(FIRST, 7, &per.product_taxes, Number::Coefficient);
    let imports = page.fixed(FIRST, 8, &per.foreign_imports, Number::Coefficient);
    let spent = study.structure.model.households().map(|_| {
        page.heads(
            FIRST - 1,
            9,
            &[m::COLUMN_SPENT_OF_PAY, m::COLUMN_SPENT].map(|h| book.get(h)),
        );
        let rules = study.structure.model.rules();
        let of_pay: Vec<f64> = (0..account.size())
            .map(|k| rules.spending_per_compensation(k % book.n))
            .collect();
        let of_pay = page.fixed(FIRST, 9, &of_pay, Number::Coefficient);
        let spent: Vec<_> = (0..account.size())
            .map(|k| compensation.cell(k, 0) * of_pay.cell(k, 0))
            .collect();
        page.column(FIRST, 10, &spent, Look::Body, Number::Coefficient)
    });
    AccountSheet {
        page,
        value_added,
        compensation,
        jobs,
        product_taxes,
        imports,
        spent,
    }
}

/// Where the cells of a matrix start.
const CORNER: (u32, u16) = (6, 3);

/// Writes A and L.
pub(super) fn matrices<'a>(book: &Book<'a>) -> Result<Matrices<'a>, NotWritten> {
    let study = book.study;
    let size = book.n * book.r;
    let coefficients = study.structure.region.account().coefficients();
    let cells: Vec<f64> = (0..size).flat_map(|i| coefficients.row(i).to_vec()).collect();
    let mut page = matrix_page(
        book,
        m::SHEET_COEFFICIENTS,
        m::COEFFICIENTS_TITLE,
        m::COEFFICIENTS_BELOW,
    );
    for (k, value) in cells.iter().enumerate() {
        let (row, column) = (CORNER.0 + (k / size) as u32, CORNER.1 + (k % size) as u16);
        page.plain(row, column, *value);
    }
    let a = page.range(CORNER, (size, size), cells);
    let a_sums = sums(book, &mut page, &a);

    let inverse = study.structure.model.open().inverse();
    let inverse = inverse.map_err(|_| NotWritten("inverse".to_owned()))?;
    let cells: Vec<f64> = (0..size).flat_map(|i| inverse.row(i).to_vec()).collect();
    let mut other = matrix_page(book, m::SHEET_INVERSE, m::INVERSE_TITLE, m::INVERSE_BELOW);
    let text = format!("MINVERSE({})", identity_minus(&a));
    let l = other.array(CORNER.0, CORNER.1, (size, size), &text, cells, None);
    let l_sums = sums(book, &mut other, &l);
    Ok(Matrices {
        pages: [page, other],
        a,
        l,
        sums: [a_sums, l_sums],
    })
}

/// The identity less a square range: every spreadsheet compares positions, not all know of a function for it.
pub(super) fn identity_minus(a: &Range) -> String {
    let (row, column) = a.corner();
    let text = a.text();
    format!("(ROW({text})-{row}=COLUMN({text})-{column})-{text}")
}

fn matrix_page<'a>(
    book: &Book<'a>,
    name: crate::text::Msg,
    title: crate::text::Msg,
    below: crate::text::Msg,
) -> Page<'a> {
    let mut page = book.page(name);
    let size = book.n * book.r;
    page.widths(&[26.0, 7.0, 34.0]);
    page.matrix_columns(CORNER.1, size, 8.0);
    page.title(book.get(title), book.get(below));
    labels(book, &mut page, CORNER.0);
    page.words(CORNER.0 - 4, 2, book.get(m::COLUMN_REGION), Look::HeadLeft);
    page.words(CORNER.0 - 2, 2, book.get(m::COLUMN_SUM), Look::HeadLeft);
    for d in 0..book.r {
        let region = book.region(d);
        for i in 0..book.n {
            let column = CORNER.1 + (d * book.n + i) as u16;
            // The name of a region stands over its first industry alone, where it has room.
            if i == 0 {
                page.words(CORNER.0 - 4, column, &region, Look::Region);
            }
            page.words(CORNER.0 - 1, column, book.industry_code(i), Look::Head);
        }
    }
    page.freeze(CORNER.0, CORNER.1);
    // A page as wide as the matrix could not be read.
    page.sheet.set_print_fit_to_pages(8, 0);
    page
}

/// Writes the sum of each column above it.
fn sums(book: &Book<'_>, page: &mut Page<'_>, matrix: &Range) -> Range {
    let size = book.n * book.r;
    let row = CORNER.0 - 2;
    let mut values = Vec::with_capacity(size);
    for k in 0..size {
        let column = CORNER.1 + k as u16;
        let [top, bottom] = [CORNER.0, CORNER.0 + size as u32 - 1].map(|r| row_col_to_cell_absolute(r, column));
        let sum: f64 = matrix.values().iter().skip(k).step_by(size).sum();
        page.put(
            row,
            column,
            &atom(format!("SUM({top}:{bottom})"), sum),
            Look::Total,
            Number::Coefficient,
        );
        values.push(sum);
    }
    page.range((row, CORNER.1), (1, size), values)
}

impl AccountSheet<'_> {
    /// The consumption that residents of each region have from an output by region and industry, before any further round.
    pub(super) fn brought(&self, book: &Book<'_>, output: &Range, resident: &super::Cell) -> Vec<super::Cell> {
        let Some(spent) = &self.spent else { return Vec::new() };
        let by_region: Vec<super::Cell> = (0..book.r)
            .map(|d| {
                let rows = d * book.n..(d + 1) * book.n;
                sumproduct(&[&spent.slice(rows.clone()), &output.slice(rows)])
            })
            .collect();
        by_region
            .iter()
            .enumerate()
            .map(|(d, own)| match (d, book.study.whole_province) {
                (0, false) => resident * own,
                (1, false) => own + (super::live::num(1.0) - resident) * &by_region[0],
                _ => own.clone(),
            })
            .collect()
    }
}
