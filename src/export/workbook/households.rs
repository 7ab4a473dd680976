//! The sheet of households: the consumption that pay brings, over all rounds, by region of residence.

use super::account::{AccountSheet, Matrices, identity_minus, labels};
use super::inputs::{Inputs, KindInputs, Project};
use super::live::{Live, Range, num};
use super::page::Page;
use super::production::Production;
use super::style::{Look, Number};
use super::{Book, NotWritten, Vector};
use crate::text::messages::workbook as m;

/// The sheet, and what the others read of it.
pub(super) struct Households<'a> {
    pub(super) page: Page<'a>,
    /// L·C: output per dollar of consumption.
    pub(super) lc: Range,
    /// Consumption at basic prices by region of residence, per phase.
    pub(super) z: Vec<Vector>,
    /// Purchases from abroad per dollar of consumption, by region.
    pub(super) imports: Vector,
}

/// Writes the sheet of households; nothing where they are outside the model.
pub(super) fn households<'a>(
    book: &Book<'a>,
    inputs: &Inputs<'_>,
    account: &AccountSheet<'_>,
    matrices: &Matrices<'_>,
    projects: &[Option<Project>],
    production: &Production<'_>,
) -> Result<Option<Households<'a>>, NotWritten> {
    let model = &book.study.structure.model;
    let (Some(households), Some(closed)) = (model.households(), model.closed()) else {
        return Ok(None);
    };
    let (n, r) = (book.n, book.r);
    let size = n * r;
    let mut page = book.page(m::SHEET_HOUSEHOLDS);
    page.widths(&[26.0, 7.0, 34.0]);
    page.widths_from(3, 2 * r + 1, 14.0);
    page.title(book.get(m::HOUSEHOLDS_TITLE), book.get(m::HOUSEHOLDS_BELOW));
    page.freeze(2, 3);

    // Rows of the parts: z, K, its inverse, then C beside L·C.
    let z_row = 3;
    let k_row = z_row + r as u32 + 4;
    let m_row = k_row + r as u32 + 4;
    let c_row = m_row + r as u32 + 5;

    let c: Vec<f64> = (0..size)
        .flat_map(|i| households.spending_columns.row(i).to_vec())
        .collect();
    labels(book, &mut page, c_row);
    page.section(c_row - 2, 3 + 2 * r as u16 + 1, book.get(m::C_TITLE));
    page.words(c_row - 2, 4 + r as u16, book.get(m::LC_TITLE), Look::Section);
    region_heads(book, &mut page, c_row - 1, 3);
    region_heads(book, &mut page, c_row - 1, 4 + r as u16);
    for (k, value) in c.iter().enumerate() {
        let (row, column) = (c_row + (k / r) as u32, 3 + (k % r) as u16);
        page.number(row, column, *value, Look::Fixed, Number::Coefficient);
    }
    let c = page.range((c_row, 3), (size, r), c);
    let text = format!("MMULT({},{})", matrices.l.text(), c.text());
    let look = Some((Look::Body, Number::Coefficient));
    let lc = page.array(c_row, 4 + r as u16, (size, r), &text, matrices.l.times(&c), look);

    page.section(k_row, 3 + r as u16, book.get(m::K_TITLE));
    region_heads(book, &mut page, k_row + 1, 3);
    region_rows(book, &mut page, k_row + 2);
    let mut values = vec![0.0; r * r];
    for e in 0..r {
        let brought = account.brought(book, &lc.column(e), &inputs.fixed.resident_share);
        for (d, live) in brought.iter().enumerate() {
            page.put(
                k_row + 2 + d as u32,
                3 + e as u16,
                live,
                Look::Body,
                Number::Coefficient,
            );
            values[d * r + e] = live.value;
        }
    }
    let k = page.range((k_row + 2, 3), (r, r), values);

    page.section(m_row, 3 + r as u16, book.get(m::M_TITLE));
    region_heads(book, &mut page, m_row + 1, 3);
    region_rows(book, &mut page, m_row + 2);
    // (I − K)⁻¹ is the block of households in the inverse of the closed model.
    let mut inverse = vec![0.0; r * r];
    let mut unit = vec![0.0; size + r];
    for e in 0..r {
        unit[size + e] = 1.0;
        let x = closed.solve(&unit).map_err(|_| NotWritten("closed".to_owned()))?;
        for d in 0..r {
            inverse[d * r + e] = x[size + d];
        }
        unit[size + e] = 0.0;
    }
    let text = format!("MINVERSE({})", identity_minus(&k));
    let inverse = page.array(m_row + 2, 3, (r, r), &text, inverse, look);

    page.section(z_row, 3 + r as u16, &book.fill(m::Z_TITLE, &[("year", &book.year())]));
    region_rows(book, &mut page, z_row + 2);
    page.words(z_row + 1, 3, book.get(m::COLUMN_IMPORTS_OF_CONSUMPTION), Look::Head);
    let imports = page.fixed(z_row + 2, 3, &households.foreign_imports, Number::Coefficient);
    let mut z = Vec::new();
    for (at, phase) in production.phases.iter().enumerate() {
        let mut open = account.brought(book, &phase.all, &inputs.fixed.resident_share);
        if let Some(project) = projects.get(at).and_then(Option::as_ref) {
            let spent = &project.compensation * (num(1.0) - &project.tax_rate) * &inputs.fixed.spending;
            let hiring = match &inputs.phases[at].kind {
                KindInputs::Operation { hiring, .. } => hiring.clone(),
                KindInputs::Construction { .. } => None,
            };
            match hiring {
                Some(hiring) => {
                    open[0] = &open[0] + &hiring * &spent;
                    open[1] = &open[1] + (num(1.0) - &hiring) * &spent;
                }
                None => open[0] = &open[0] + &spent,
            }
        }
        let name = crate::report::words::lower_first(&book.phase(&book.study.phases[at]));
        let column = 4 + 2 * at as u16;
        let heads = [m::COLUMN_FROM_OPEN, m::COLUMN_Z].map(|h| book.fill(h, &[("phase", &name)]));
        page.words(z_row + 1, column, &heads[0], Look::Head);
        page.words(z_row + 1, column + 1, &heads[1], Look::Head);
        let open: Range = page.column(z_row + 2, column, &open, Look::Body, Number::Dollars);
        let text = format!("MMULT({},{})", inverse.text(), open.text());
        let values = inverse.times(&open);
        let look = Some((Look::Body, Number::Dollars));
        z.push(page.array(z_row + 2, column + 1, (r, 1), &text, values, look));
    }
    let _ = page.sheet.set_row_height(z_row + 1, 48);
    Ok(Some(Households { page, lc, z, imports }))
}

fn region_heads(book: &Book<'_>, page: &mut Page<'_>, row: u32, column: u16) {
    let _ = page.sheet.set_row_height(row, 32);
    for d in 0..book.r {
        page.words(row, column + d as u16, &book.region(d), Look::Head);
    }
}

fn region_rows(book: &Book<'_>, page: &mut Page<'_>, row: u32) {
    for d in 0..book.r {
        page.words(row + d as u32, 0, &book.region(d), Look::Body);
    }
}

impl Households<'_> {
    /// The consumption of the residents of some regions.
    pub(super) fn consumption(&self, phase: usize, regions: std::ops::Range<usize>) -> Live {
        self.z[phase].slice(regions).sum()
    }

    /// What they buy from abroad.
    pub(super) fn imported(&self, phase: usize, regions: std::ops::Range<usize>) -> Live {
        let (z, imports) = (self.z[phase].slice(regions.clone()), self.imports.slice(regions));
        super::live::sumproduct(&[&z, &imports])
    }
}
