//! The last sheet: publications, licences, what is taken for granted, what to know, what is not recalculated.

use super::Book;
use super::inputs::sentences;
use super::page::Page;
use super::style::Look;
use super::summary::lines;
use crate::report::{beside, full, words};
use crate::text::Msg;
use crate::text::messages::{help as h, project as p, workbook as m};

const WIDTH: u16 = 4;
/// Letters on a line over the whole width.
const LETTERS: usize = 190;

/// The limits of the method, named and told.
const LIMITS: [(Msg, Msg); 9] = [
    (h::LIMIT_STATIC, h::LIMIT_STATIC_TEXT),
    (h::LIMIT_FIXED, h::LIMIT_FIXED_TEXT),
    (h::LIMIT_PRICES, h::LIMIT_PRICES_TEXT),
    (h::LIMIT_CAPACITY, h::LIMIT_CAPACITY_TEXT),
    (h::LIMIT_GROSS, h::LIMIT_GROSS_TEXT),
    (h::LIMIT_REGION, h::LIMIT_REGION_TEXT),
    (h::LIMIT_YEAR, h::LIMIT_YEAR_TEXT),
    (h::LIMIT_RECIPE, h::LIMIT_RECIPE_TEXT),
    (h::LIMIT_JOBS, h::LIMIT_JOBS_TEXT),
];

/// Writes the sheet of sources.
pub(super) fn sources<'a>(book: &Book<'a>) -> Page<'a> {
    let mut page = book.page(m::SHEET_SOURCES);
    let lang = book.lang;
    page.widths(&[64.0, 34.0, 14.0, 90.0]);
    let version = [
        ("version", env!("CARGO_PKG_VERSION")),
        ("economy", book.library.economy.label.get(lang)),
    ];
    page.title(book.get(m::SOURCES_TITLE), &book.fill(m::SOURCES_BELOW, &version));
    page.freeze(2, 0);
    let mut row = 3;
    page.section(row, WIDTH, book.get(m::NOT_LIVE_TITLE));
    row += 1;
    for text in [m::NOT_LIVE_1, m::NOT_LIVE_2, m::NOT_LIVE_3] {
        page.words(row, 0, book.get(text), Look::Body);
        row += 1;
    }
    row += 1;
    page.section(row, WIDTH, book.get(m::LIMITS_TITLE));
    row += 1;
    for (name, text) in LIMITS {
        page.words(row, 0, book.get(name), Look::Body);
        page.paragraph(
            row,
            (1, WIDTH - 1),
            book.get(text),
            Look::Body,
            lines(book.get(text), 120),
        );
        row += 1;
    }
    row += 1;
    if !book.study.warnings.is_empty() {
        page.section(row, WIDTH, book.get(m::WARNINGS_TITLE));
        row += 1;
        for warning in &book.study.warnings {
            let text = full::problem(warning, book.library, lang);
            page.paragraph(row, (0, WIDTH - 1), &text, Look::Body, lines(&text, LETTERS));
            row += 1;
        }
        row += 1;
    }
    row = benefits(book, &mut page, row);
    page.section(row, WIDTH, book.get(m::ASSUMPTIONS_TITLE));
    let heads = [
        m::COLUMN_ASSUMPTION,
        m::COLUMN_VALUE_USED,
        m::COLUMN_BASIS,
        m::COLUMN_SOURCE,
    ];
    row = table_heads(book, &mut page, row + 1, &heads);
    for a in &book.study.assumptions {
        page.words(row, 0, &words::assumption_with_phase(book.study, a, lang), Look::Body);
        page.words(row, 1, &words::assumption_value(a, lang), Look::Body);
        page.words(row, 2, book.get(words::assumption_basis(a)), Look::Note);
        let texts = [&a.source, &a.note].into_iter().flatten().map(|t| t.get(lang));
        let told = sentences(texts);
        page.wrapped(row, 3, &told, Look::Note);
        let _ = page.sheet.set_row_height(row, 15 * lines(&told, 100));
        row += 1;
    }
    row += 1;
    page.section(row, WIDTH, book.get(m::SHEET_SOURCES));
    let heads = [m::COLUMN_TITLE, m::COLUMN_PUBLISHER, m::COLUMN_YEARS, m::COLUMN_LICENCE];
    row = table_heads(book, &mut page, row + 1, &heads);
    for source in book.library.sources() {
        page.words(row, 0, source.title.get(lang), Look::Body);
        page.words(row, 1, source.publisher.get(lang), Look::Body);
        page.words(row, 2, &source.year, Look::Note);
        let licence = [words::licence(&source.licence, lang), source.attribution.get(lang)];
        let licence = sentences(licence);
        page.wrapped(row, 3, &licence, Look::Note);
        let _ = page.sheet.set_row_height(row, 15 * lines(&licence, 100));
        row += 1;
    }
    page
}

/// Writes the benefits that no figure counts, and returns the row after them; nothing where the project ticks none.
fn benefits(book: &Book<'_>, page: &mut Page<'_>, mut row: u32) -> u32 {
    let all = beside::benefits(book.study, book.library, book.lang);
    if all.is_empty() {
        return row;
    }
    page.section(row, WIDTH, book.get(p::BENEFITS_REPORT));
    page.words(row + 1, 0, book.get(p::BENEFITS_REPORT_NOTE), Look::Note);
    row += 2;
    for benefit in &all {
        page.words(row, 0, &benefit.label, Look::Body);
        let below = beside::below(benefit, book.lang).join(". ");
        page.paragraph(row, (1, WIDTH - 1), &below, Look::Body, lines(&below, 120));
        row += 1;
    }
    row + 1
}

fn table_heads(book: &Book<'_>, page: &mut Page<'_>, row: u32, heads: &[Msg]) -> u32 {
    for (column, head) in heads.iter().enumerate() {
        page.words(row, column as u16, book.get(*head), Look::HeadLeft);
    }
    row + 1
}
