//! The sheet of demand: purchases by supplying industry and origin, at basic prices.

use super::inputs::Inputs;
use super::live::{Live, Range, atom, num};
use super::page::Page;
use super::purchases::{PhasePurchases, Purchases};
use super::style::{Look, Number};
use super::{Book, Cell, Origin, Vector};
use crate::study::{Bought, Territory};
use crate::text::messages::workbook as m;

/// The sheet, and what a phase puts into the economy.
pub(super) struct Demand<'a> {
    pub(super) page: Page<'a>,
    pub(super) phases: Vec<PhaseDemand>,
    /// The part of what is bought in the other provinces that each of them sells, industries × provinces.
    split: Range,
}

/// The demand of a phase.
pub(super) struct PhaseDemand {
    /// By industry, one column per origin.
    columns: Vec<(Origin, Vector)>,
    pub(super) product_taxes: Cell,
    pub(super) imports: Cell,
    pub(super) scrap: Cell,
}

/// How purchases from the other provinces divide, industries × provinces: by what each sells to the province, or makes where none sells; a row of
/// zeros where none makes the product, which then comes from abroad.
fn split(book: &Book<'_>) -> Vec<Vec<f64>> {
    let region = &book.study.structure.region;
    let account = region.account();
    let first = book.provincial();
    (0..book.n)
        .map(|i| {
            let shares = region.other_shares().row(i);
            let total: f64 = shares.iter().sum();
            if total > 0.0 {
                return shares.iter().map(|s| s / total).collect();
            }
            let made: Vec<f64> = (first..book.r)
                .map(|s| account.gross_output()[s * book.n + i])
                .collect();
            let all: f64 = made.iter().sum();
            made.iter().map(|x| if all > 0.0 { x / all } else { 0.0 }).collect()
        })
        .collect()
}

/// Writes the sheet of demand.
pub(super) fn demand<'a>(book: &Book<'a>, inputs: &Inputs<'_>, purchases: &Purchases<'_>) -> Demand<'a> {
    let mut page = book.page(m::SHEET_DEMAND);
    page.widths(&[8.0, 34.0]);
    page.widths_from(2, book.r.max(5), 16.0);
    page.title(book.get(m::DEMAND_TITLE), book.get(m::DEMAND_BELOW));
    page.freeze(2, 2);
    let mut row = 3;
    let rows = split(book);
    let missing: Vec<usize> = (0..book.n).filter(|i| rows[*i].iter().all(|s| *s == 0.0)).collect();
    let split_row = row + (book.n as u32 + 7) * purchases.phases.len() as u32;
    let provinces = book.r - book.provincial();
    let split = page.range((split_row + 2, 2), (book.n, provinces), rows.concat());
    let mut phases = Vec::new();
    for (k, bought) in purchases.phases.iter().enumerate() {
        let name = book.phase(&book.study.phases[k]);
        let heading = book.fill(m::DEMAND_PHASE, &[("phase", &name), ("year", &book.year())]);
        page.section(row, 3 + book.origins().len() as u16, &heading);
        industry_heads(book, &mut page, row + 1);
        let first = row + 2;
        let mut columns = Vec::new();
        for (at, (origin, share)) in bought.shares.iter().enumerate() {
            let column = 2 + at as u16;
            page.words(
                row + 1,
                column,
                &crate::report::words::upper_first(&book.origin(*origin)),
                Look::Head,
            );
            let cells: Vec<Live> = (0..book.n)
                .map(|i| {
                    asked_of(
                        book,
                        bought,
                        share,
                        i,
                        row_code(first, i),
                        &book.study.phases[k].workings.margins,
                    )
                })
                .collect();
            columns.push((*origin, page.column(first, column, &cells, Look::Body, Number::Dollars)));
        }
        let last = first + book.n as u32;
        page.words(last, 1, book.get(m::LINES_TOTAL), Look::Total);
        for (at, (_, column)) in columns.iter().enumerate() {
            page.put(last, 2 + at as u16, &column.sum(), Look::Total, Number::Dollars);
        }
        let mut line = |at: u32, label, live: &Live| {
            page.words(last + at, 1, book.get(label), Look::Inset);
            page.put(last + at, 2, live, Look::Body, Number::Dollars)
        };
        let product_taxes = line(
            1,
            m::FIRST_PRODUCT_TAXES,
            &(bought.amounts.sum() * &inputs.fixed.product_tax),
        );
        let mut imports = from_abroad(book, bought);
        for i in &missing {
            // What none of the other provinces makes can only come from abroad.
            if let Some((_, other)) = columns.iter().find(|(o, _)| *o == Origin::Other) {
                imports = imports + other.cell(*i, 0);
            }
        }
        let imports = line(2, m::FIRST_IMPORTS, &imports);
        let scrap = line(3, m::FIRST_SCRAP, &marked(book, bought, Bought::Scrap));
        phases.push(PhaseDemand {
            columns,
            product_taxes,
            imports,
            scrap,
        });
        row = last + 5;
    }
    let _ = page.sheet.set_row_height(split_row + 1, 32);
    page.section(split_row, 2 + provinces as u16, book.get(m::SPLIT_TITLE));
    industry_heads(book, &mut page, split_row + 1);
    for s in 0..provinces {
        let name = book.region(book.provincial() + s);
        page.words(split_row + 1, 2 + s as u16, &name, Look::Head);
        for (i, row) in rows.iter().enumerate() {
            page.number(
                split_row + 2 + i as u32,
                2 + s as u16,
                row[s],
                Look::Fixed,
                Number::Share,
            );
        }
    }
    Demand { page, phases, split }
}

fn row_code(first: u32, i: usize) -> String {
    rust_xlsxwriter::utility::row_col_to_cell(first + i as u32, 0)
}

fn industry_heads(book: &Book<'_>, page: &mut Page<'_>, row: u32) {
    page.words(row, 0, book.get(m::COLUMN_CODE), Look::HeadLeft);
    page.words(row, 1, book.get(m::COLUMN_INDUSTRY), Look::HeadLeft);
    for i in 0..book.n {
        page.words(row + 1 + i as u32, 0, book.industry_code(i), Look::Fixed);
        page.words(row + 1 + i as u32, 1, book.industry(i), Look::Body);
    }
}

/// What is asked of an industry in one place: its own product, and the margins where it is trade or transport.
fn asked_of(
    book: &Book<'_>,
    bought: &PhasePurchases,
    share: &Range,
    i: usize,
    code: String,
    receivers: &[Option<usize>; 2],
) -> Live {
    let codes = bought.codes.text();
    let [w, s] = [&bought.basic, share].map(Range::text);
    let [trade, transport] = &bought.margins;
    let good: String = [trade, transport]
        .iter()
        .filter_map(|m| m.as_ref())
        .map(|m| format!("-{}", m.text()))
        .collect();
    let margin_at = |which: usize, k: usize| bought.margins[which].as_ref().map_or(0.0, |m| m.values()[k]);
    let goods = |k: usize| 1.0 - margin_at(0, k) - margin_at(1, k);
    let dollars = |k: usize| bought.basic.values()[k] * share.values()[k];
    let mine = |k: &usize| bought.bought[*k] == Bought::Product(i);
    let lines = 0..bought.bought.len();
    let own: f64 = lines.clone().filter(mine).map(|k| goods(k) * dollars(k)).sum();
    let text = if good.is_empty() {
        format!("SUMPRODUCT(({codes}={code})*{w}*{s})")
    } else {
        format!("SUMPRODUCT(({codes}={code})*(1{good})*{w}*{s})")
    };
    let mut out = atom(text, own);
    for (which, receiver) in receivers.iter().enumerate() {
        let (Some(margin), true) = (&bought.margins[which], *receiver == Some(i)) else {
            continue;
        };
        let is_product = |k: &usize| matches!(bought.bought[*k], Bought::Product(_));
        let value: f64 = lines
            .clone()
            .filter(is_product)
            .map(|k| margin_at(which, k) * dollars(k))
            .sum();
        let products = products(book, bought);
        out = out + atom(format!("SUMPRODUCT({products}*{}*{w}*{s})", margin.text()), value);
    }
    out
}

/// Whether a line buys the product of an industry, as an array of the formula.
fn products(book: &Book<'_>, bought: &PhasePurchases) -> String {
    let codes = bought.codes.text();
    let [import, scrap] = [m::CODE_IMPORT, m::CODE_SCRAP].map(|c| book.get(c));
    format!("({codes}<>\"{import}\")*({codes}<>\"{scrap}\")")
}

/// Purchases of one mark, whatever their origin.
fn marked(book: &Book<'_>, bought: &PhasePurchases, mark: Bought) -> Live {
    let code = match mark {
        Bought::Import => m::CODE_IMPORT,
        _ => m::CODE_SCRAP,
    };
    let lines = bought.bought.iter().zip(bought.basic.values());
    let value = lines.filter(|(b, _)| **b == mark).map(|(_, w)| w).sum();
    let [codes, w] = [&bought.codes, &bought.basic].map(Range::text);
    atom(format!("SUMPRODUCT(({codes}=\"{}\")*{w})", book.get(code)), value)
}

/// First-round purchases from abroad.
fn from_abroad(book: &Book<'_>, bought: &PhasePurchases) -> Live {
    let abroad = bought.shares.iter().find(|(o, _)| *o == Origin::Abroad);
    let Some((_, abroad)) = abroad else { return num(0.0) };
    let lines = bought.bought.iter().zip(bought.basic.values()).zip(abroad.values());
    let value = lines
        .filter(|((b, _), _)| matches!(b, Bought::Product(_)))
        .map(|((_, w), s)| w * s)
        .sum();
    let [w, s] = [&bought.basic, abroad].map(Range::text);
    let products = products(book, bought);
    atom(format!("SUMPRODUCT({products}*{w}*{s})"), value) + marked(book, bought, Bought::Import)
}

impl Demand<'_> {
    /// The demand y of a phase, one formula per region and industry.
    pub(super) fn by_region(&self, book: &Book<'_>, k: usize) -> Vec<Live> {
        let column = |origin: Origin| {
            let found = self.phases[k].columns.iter().find(|(o, _)| *o == origin);
            found.map(|(_, c)| c)
        };
        let provincial = book.study.regions_of(Territory::Province).len();
        (0..book.r)
            .flat_map(|d| (0..book.n).map(move |i| (d, i)))
            .map(|(d, i)| {
                let origin = match (d, book.study.whole_province) {
                    (0, _) => Origin::Study,
                    (1, false) => Origin::Rest,
                    _ => Origin::Other,
                };
                let asked = column(origin).map_or_else(|| num(0.0), |c| c.cell(i, 0));
                if origin == Origin::Other {
                    asked * self.split.cell(i, d - provincial)
                } else {
                    asked
                }
            })
            .collect()
    }
}
