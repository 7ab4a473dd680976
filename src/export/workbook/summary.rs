//! The first sheet: what the study finds, its key figures, and how to use the workbook.

use super::Book;
use super::checks::Checks;
use super::live::LiveText;
use super::page::Page;
use super::results::{About, Results};
use super::style::Look;
use crate::report::overview::{Scope, finding};
use crate::report::words::{phase_kind, upper_first};
use crate::study::{Measure, Territory};
use crate::text::Msg;
use crate::text::messages::workbook as m;

const WIDTH: u16 = 8;

/// Writes the first sheet.
pub(super) fn summary<'a>(book: &Book<'a>, results: &Results<'_>, checks: &Checks<'_>) -> Page<'a> {
    let mut page = book.page(m::SHEET_SUMMARY);
    let (study, lang) = (book.study, book.lang);
    page.widths(&[44.0, 18.0, 16.0, 16.0, 16.0, 18.0, 16.0, 18.0]);
    page.title(book.subject.name.get(lang), "");
    let place = [book.place(Territory::Study), book.place(Territory::Province)];
    let mut row = 1;
    let place = if study.whole_province {
        place[0].clone()
    } else {
        place.join(", ")
    };
    page.words(row, 0, &place, Look::Note);
    row += 1;
    let description = book.subject.description.get(lang);
    if !description.is_empty() {
        page.paragraph(row, (0, WIDTH - 1), description, Look::Body, lines(description, 160));
        row += 1;
    }
    row += 1;
    let scope = Scope {
        study,
        saved: None,
        library: book.library,
        territory: Territory::Study,
        lang,
    };
    page.section(row, WIDTH, book.get(m::FINDING));
    let found = upper_first(&finding(&scope));
    page.paragraph(row + 1, (0, WIDTH - 1), &found, Look::Finding, 2);
    let stale = LiveText::plain(book.get(m::FINDING_STALE));
    let current = LiveText::plain(book.get(m::FINDING_CURRENT));
    page.put_words(row + 2, 0, &checks.changed.words(&stale, &current), Look::Note);
    page.put_words(row + 3, 0, &checks.status, Look::Verdict);
    super::inputs::flag(&mut page, row + 3, 0, book.get(m::CHECKS_WRONG));
    row += 5;
    for k in 0..study.phases.len() {
        row = headlines(book, &mut page, results, k, row) + 1;
    }
    page.section(row, WIDTH, book.get(m::HOW_TITLE));
    for (at, text) in [m::HOW_1, m::HOW_2, m::HOW_3].into_iter().enumerate() {
        page.words(row + 1 + at as u32, 0, book.get(text), Look::Body);
    }
    row += 5;
    page.section(row, WIDTH, book.get(m::CONTENTS));
    let mut sheets = vec![
        (m::SHEET_INPUTS, m::ABOUT_INPUTS),
        (m::SHEET_PURCHASES, m::ABOUT_PURCHASES),
        (m::SHEET_RESULTS, m::ABOUT_RESULTS),
        (m::SHEET_CHARTS, m::ABOUT_CHARTS),
        (m::SHEET_SERIES, m::ABOUT_SERIES),
        (m::SHEET_CHECKS, m::ABOUT_CHECKS),
        (m::SHEET_DEMAND, m::ABOUT_DEMAND),
        (m::SHEET_PRODUCTION, m::ABOUT_PRODUCTION),
    ];
    if study.structure.model.households().is_some() {
        sheets.push((m::SHEET_HOUSEHOLDS, m::ABOUT_HOUSEHOLDS));
    }
    if book.taxed() {
        sheets.push((m::SHEET_TAXES, m::ABOUT_TAXES));
    }
    sheets.extend([
        (m::SHEET_ACCOUNT, m::ABOUT_ACCOUNT),
        (m::SHEET_COEFFICIENTS, m::ABOUT_COEFFICIENTS),
        (m::SHEET_INVERSE, m::ABOUT_INVERSE),
        (m::SHEET_SOURCES, m::ABOUT_SOURCES),
    ]);
    for (at, (sheet, about)) in sheets.into_iter().enumerate() {
        page.link(row + 1 + at as u32, 0, book.get(sheet), "A1");
        page.words(row + 1 + at as u32, 1, book.get(about), Look::Note);
    }
    page
}

/// How many lines a text takes where so many letters fit on one.
pub(super) fn lines(text: &str, width: usize) -> u32 {
    text.chars().count().div_ceil(width).max(1) as u32
}

/// Writes the key figures of a phase; returns the row after.
fn headlines(book: &Book<'_>, page: &mut Page<'_>, results: &Results<'_>, k: usize, row: u32) -> u32 {
    let phase = &book.study.phases[k];
    let name = book.phase(phase);
    let heading = if name == book.get(phase_kind(phase.construction)) {
        name
    } else {
        book.fill(
            m::WITH_UNIT,
            &[("name", &name), ("unit", book.get(phase_kind(phase.construction)))],
        )
    };
    page.section(row, WIDTH, &book.fill(m::HEADLINES, &[("phase", &heading)]));
    let place = |t: Territory| book.place(t);
    let gross = |t: Territory| book.fill(m::COLUMN_GROSS_IN, &[("place", &place(t))]);
    let net = |t: Territory| book.fill(m::COLUMN_NET_IN, &[("place", &place(t))]);
    let mut territories = vec![Territory::Study];
    if !book.study.whole_province {
        territories.push(Territory::Province);
    }
    territories.push(Territory::Country);
    let stated = phase.factors.is_some();
    // The study region has four columns; the others two, or one where nothing is known of net.
    let mut heads = vec![book.get(m::COLUMN_FIGURE).to_owned(), gross(Territory::Study)];
    if stated {
        heads.push(net(Territory::Study));
    }
    heads.push(book.get(m::COLUMN_AT_EXPORT).to_owned());
    heads.push(book.get(m::COLUMN_DIFFERENCE).to_owned());
    for t in &territories[1..] {
        heads.push(gross(*t));
    }
    for (at, head) in heads.iter().enumerate() {
        let look = if at == 0 { Look::HeadLeft } else { Look::Head };
        page.words(row + 1, at as u16, head, look);
    }
    let _ = page.sheet.set_row_height(row + 1, 32);
    let construction = phase.construction;
    let figures: [(Msg, About); 5] = [
        (
            if construction {
                m::CONSTRUCTION_JOBS
            } else {
                m::PERMANENT_JOBS
            },
            About::Measure(Measure::Jobs),
        ),
        (
            if construction {
                crate::text::messages::words::GDP
            } else {
                m::GDP_A_YEAR
            },
            About::Measure(Measure::Gdp),
        ),
        (
            if construction {
                crate::text::messages::words::WAGES
            } else {
                m::WAGES_A_YEAR
            },
            About::Measure(Measure::Wages),
        ),
        (
            if construction { m::REVENUE } else { m::REVENUE_A_YEAR },
            About::Revenue,
        ),
        (
            if construction {
                m::FAMILIES_ONE_YEAR
            } else {
                m::FAMILIES
            },
            About::Families,
        ),
    ];
    let mut at = row + 2;
    for (label, about) in figures {
        let Some(found) = results.row(k, about, Territory::Study) else {
            continue;
        };
        page.words(at, 0, book.get(label), Look::Body);
        page.put(at, 1, &found.total, Look::Headline, found.number);
        let mut column = 2;
        if stated {
            match &found.net {
                Some(net) => drop(page.put(at, column, net, Look::Headline, found.number)),
                None => page.blank(at, column, Look::Body),
            }
            column += 1;
        }
        let exported = page.number(at, column, found.study, Look::Fixed, found.number);
        let difference = &found.total - &exported;
        let small = difference
            .size()
            .at_most(super::live::most(exported.size(), 1.0) * 1e-9);
        page.put(
            at,
            column + 1,
            &small.choose(0.0, difference),
            Look::Fixed,
            found.number,
        );
        column += 2;
        for t in &territories[1..] {
            if let Some(other) = results.row(k, about, *t) {
                page.put(at, column, &other.total, Look::Body, found.number);
            }
            column += 1;
        }
        let _ = page.sheet.set_row_height(at, 21);
        at += 1;
    }
    if !stated {
        page.words(at, 0, book.get(m::NET_UNSTATED), Look::Note);
        at += 1;
    }
    at
}
