//! The sheet of production: demand, first suppliers, all rounds and induced effects, by region and industry.

use super::account::{FIRST, Matrices, labels};
use super::demand::Demand;
use super::households::Households;
use super::live::{Live, Range};
use super::page::Page;
use super::style::{Look, Number};
use super::{Book, Vector};
use crate::study::Effect;
use crate::text::messages::workbook as m;

/// The sheet, and the production of each phase.
pub(super) struct Production<'a> {
    pub(super) page: Page<'a>,
    pub(super) phases: Vec<PhaseProduction>,
    next: u16,
}

/// The production of a phase.
pub(super) struct PhaseProduction {
    pub(super) demand: Vector,
    /// First suppliers of those who receive the demand; construction alone.
    first: Option<Vector>,
    /// All rounds of the open model.
    pub(super) all: Vector,
    others: Vector,
    induced: Option<Vector>,
}

impl PhaseProduction {
    /// The production of an effect; nothing for the project itself, which is not in the account.
    pub(super) fn of(&self, effect: Effect) -> Option<&Vector> {
        match (effect, &self.first) {
            (Effect::Direct, Some(_)) => Some(&self.demand),
            (Effect::Direct, None) => None,
            (Effect::IndirectFirst, Some(first)) => Some(first),
            (Effect::IndirectFirst, None) => Some(&self.demand),
            (Effect::IndirectOther, _) => Some(&self.others),
            (Effect::Induced, _) => self.induced.as_ref(),
        }
    }
}

/// Writes the open part of the sheet.
pub(super) fn open<'a>(book: &Book<'a>, demand: &Demand<'_>, matrices: &Matrices<'_>) -> Production<'a> {
    let mut page = book.page(m::SHEET_PRODUCTION);
    page.widths(&[26.0, 7.0, 34.0]);
    page.title(
        book.get(m::PRODUCTION_TITLE),
        &book.fill(m::PRODUCTION_BELOW, &[("year", &book.year())]),
    );
    labels(book, &mut page, FIRST);
    page.freeze(FIRST, 3);
    let _ = page.sheet.set_row_height(FIRST - 1, 48);
    let mut out = Production {
        page,
        phases: Vec::new(),
        next: 3,
    };
    for k in 0..book.study.phases.len() {
        let phase = &book.study.phases[k];
        let y = demand.by_region(book, k);
        let column = out.head(book, m::COLUMN_DEMAND, k);
        let y = out.page.column(FIRST, column, &y, Look::Body, Number::Dollars);
        let first = phase.construction.then(|| {
            let column = out.head(book, m::COLUMN_FIRST, k);
            out.product(column, &matrices.a, &y)
        });
        let column = out.head(book, m::COLUMN_ALL, k);
        let all = out.product(column, &matrices.l, &y);
        let column = out.head(book, m::COLUMN_OTHERS, k);
        let others: Vec<Live> = (0..y.rows())
            .map(|i| match &first {
                Some(first) => all.cell(i, 0) - y.cell(i, 0) - first.cell(i, 0),
                None => all.cell(i, 0) - y.cell(i, 0),
            })
            .collect();
        let others = out.page.column(FIRST, column, &others, Look::Body, Number::Dollars);
        out.phases.push(PhaseProduction {
            demand: y,
            first,
            all,
            others,
            induced: None,
        });
    }
    out
}

/// Writes what the spending of households calls for.
pub(super) fn induced(book: &Book<'_>, production: &mut Production<'_>, households: Option<&Households<'_>>) {
    let Some(households) = households else { return };
    for k in 0..book.study.phases.len() {
        let column = production.head(book, m::COLUMN_INDUCED, k);
        let induced = production.product(column, &households.lc, &households.z[k]);
        production.phases[k].induced = Some(induced);
    }
}

impl Production<'_> {
    fn head(&mut self, book: &Book<'_>, title: crate::text::Msg, k: usize) -> u16 {
        let column = self.next;
        let name = crate::report::words::lower_first(&book.phase(&book.study.phases[k]));
        let text = book.fill(title, &[("phase", &name)]);
        self.page.widths_from(column, 1, 17.0);
        self.page.words(FIRST - 1, column, &text, Look::Head);
        self.next += 1;
        column
    }

    /// A matrix product, one cell per region and industry.
    fn product(&mut self, column: u16, matrix: &Range, vector: &Range) -> Range {
        let text = format!("MMULT({},{})", matrix.text(), vector.text());
        let values = matrix.times(vector);
        let look = Some((Look::Body, Number::Dollars));
        self.page.array(FIRST, column, (matrix.rows(), 1), &text, values, look)
    }
}
