//! The sheet of years, industries and origins of purchases, which charts draw.

use super::Book;
use super::live::{Live, num, sumproduct, total};
use super::page::Page;
use super::results::{About, Parts, Row};
use super::style::{Look, Number};
use crate::report::words;
use crate::study::{Effect, Measure, Territory};
use crate::text::Msg;
use crate::text::messages::{words as w, workbook as m};

/// A block of cells that a chart draws.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    /// Its sheet.
    pub(super) sheet: Msg,
    /// The row of its heads.
    pub(super) heads: u32,
    pub(super) first: u32,
    pub(super) last: u32,
    /// The column of its names.
    pub(super) names: u16,
    /// The column of its first series.
    pub(super) series: u16,
    pub(super) count: u16,
}

/// Most industries in the list of industries.
const INDUSTRIES: usize = 10;

/// The sheet, and where its parts stand.
pub(super) struct Series<'a> {
    pub(super) page: Page<'a>,
    /// Years in rows, effects in columns.
    pub(super) years: Option<Block>,
    /// The industries of each phase, suppliers' and induced effects in columns.
    pub(super) industries: Vec<Block>,
    /// Phases in rows, origins in columns.
    pub(super) origins: Block,
}

/// The columns of the sheet.
const EFFECTS: u16 = 1;
const TOTAL: u16 = 5;
const ACTIVITY: u16 = 6;
const WIDTH: u16 = 8;

/// The sheet as it is written, from the top down.
struct Writer<'a, 'b, 'p> {
    book: &'a Book<'b>,
    parts: &'a Parts<'a>,
    page: Page<'p>,
    row: u32,
}

/// Writes the sheet.
pub(super) fn series<'a>(book: &Book<'a>, parts: &Parts<'_>, phases: &[Vec<Row>]) -> Series<'a> {
    let mut page = book.page(m::SHEET_SERIES);
    page.widths(&[44.0, 15.0, 17.0, 17.0, 15.0, 15.0, 15.0, 15.0]);
    page.title(book.get(m::SERIES_TITLE), book.get(m::SERIES_BELOW));
    page.freeze(2, 1);
    let mut writer = Writer {
        book,
        parts,
        page,
        row: 3,
    };
    let years = writer.years(phases);
    let industries = (0..book.study.phases.len()).map(|k| writer.industries(k)).collect();
    let origins = writer.origins();
    Series {
        page: writer.page,
        years,
        industries,
        origins,
    }
}

impl Writer<'_, '_, '_> {
    /// Writes where each phase buys.
    fn origins(&mut self) -> Block {
        let book = self.book;
        self.page.section(self.row, WIDTH, book.get(m::ORIGINS_TITLE));
        let heads = self.row + 1;
        self.page.words(heads, 0, "", Look::HeadLeft);
        let count = book.origins().len() as u16;
        for (at, origin) in book.origins().iter().enumerate() {
            let name = words::upper_first(&book.origin(*origin));
            self.page.words(heads, EFFECTS + at as u16, &name, Look::Head);
        }
        let first = heads + 1;
        for (k, bought) in self.parts.purchases.phases.iter().enumerate() {
            let row = first + k as u32;
            self.page.words(row, 0, &book.phase(&book.study.phases[k]), Look::Inset);
            let all = bought.amounts.sum();
            for (at, (_, share)) in bought.shares.iter().enumerate() {
                let part = all.above(0.0).choose(sumproduct(&[&bought.amounts, share]) / &all, 0.0);
                self.page
                    .put(row, EFFECTS + at as u16, &part, Look::Body, Number::Share);
            }
        }
        let last = (first + self.parts.purchases.phases.len() as u32).saturating_sub(1);
        self.row = last + 2;
        Block {
            sheet: m::SHEET_SERIES,
            heads,
            first,
            last,
            names: 0,
            series: EFFECTS,
            count,
        }
    }

    /// Writes the industries where suppliers and households bring most work.
    fn industries(&mut self, k: usize) -> Block {
        let (book, parts) = (self.book, self.parts);
        let phase = &book.study.phases[k];
        let away = [Effect::IndirectFirst, Effect::IndirectOther, Effect::Induced];
        let mut ranked: Vec<(usize, f64)> = (0..book.n)
            .map(|i| {
                let jobs = away.map(|e| phase.impact.cell(e, Measure::Jobs, 0, i));
                (i, jobs.iter().sum())
            })
            .collect();
        ranked.sort_by(|a, b| b.1.total_cmp(&a.1));
        ranked.truncate(INDUSTRIES);
        let title = if phase.construction {
            m::INDUSTRIES_TITLE_YEARS
        } else {
            m::INDUSTRIES_TITLE
        };
        let heading = book.fill(title, &[("place", &book.in_study())]);
        let name = book.phase(phase);
        let heading = book.fill(
            m::WITH_UNIT,
            &[("name", &heading), ("unit", &words::lower_first(&name))],
        );
        self.page.section(self.row, WIDTH, &heading);
        self.page
            .words(self.row + 1, 0, book.get(m::INDUSTRIES_BELOW), Look::Note);
        let heads = self.row + 2;
        self.page.words(heads, 0, book.get(m::COLUMN_INDUSTRY), Look::HeadLeft);
        for (at, effect) in away.into_iter().enumerate() {
            self.page.words(
                heads,
                EFFECTS + at as u16,
                book.get(words::effect_short(effect)),
                Look::Head,
            );
        }
        let first = heads + 1;
        let factor = &parts.inputs.phases[k].jobs_factor;
        for (at, (i, _)) in ranked.iter().enumerate() {
            let row = first + at as u32;
            self.page.words(row, 0, book.industry(*i), Look::Inset);
            for (column, effect) in away.into_iter().enumerate() {
                let jobs = match parts.production.phases[k].of(effect) {
                    Some(output) => parts.account.jobs.cell(*i, 0) * output.cell(*i, 0) / 1e6 * factor,
                    None => num(0.0),
                };
                self.page
                    .put(row, EFFECTS + column as u16, &jobs, Look::Body, Number::Tenths);
            }
        }
        let last = (first + ranked.len() as u32).saturating_sub(1);
        self.row = last + 2;
        Block {
            sheet: m::SHEET_SERIES,
            heads,
            first,
            last,
            names: 0,
            series: EFFECTS,
            count: 3,
        }
    }

    /// Writes the jobs held in each year.
    fn years(&mut self, phases: &[Vec<Row>]) -> Option<Block> {
        let book = self.book;
        let (start, end) = book.study.span()?;
        let title = book.fill(m::YEARS_TITLE, &[("place", &book.in_study())]);
        self.page.section(self.row, WIDTH, &title);
        let heads = self.row + 1;
        self.page.words(heads, 0, book.get(m::COLUMN_YEAR), Look::HeadLeft);
        for (at, effect) in Effect::ALL.into_iter().enumerate() {
            self.page.words(
                heads,
                EFFECTS + at as u16,
                book.get(words::effect_short(effect)),
                Look::Head,
            );
        }
        self.page.words(heads, TOTAL, book.get(w::TOTAL), Look::Head);
        for (k, phase) in book.study.phases.iter().enumerate() {
            let name = words::lower_first(&book.phase(phase));
            let text = book.fill(m::COLUMN_ACTIVITY, &[("phase", &name)]);
            self.page.words(heads, ACTIVITY + k as u16, &text, Look::Head);
        }
        let _ = self.page.sheet.set_row_height(heads, 32);
        let first = heads + 1;
        for year in start..=end {
            let row = first + (year - start) as u32;
            self.page.number(row, 0, f64::from(year), Look::Fixed, Number::Year);
            let activity: Vec<Live> = book
                .study
                .phases
                .iter()
                .enumerate()
                .map(|(k, p)| {
                    self.page
                        .number(row, ACTIVITY + k as u16, p.activity(year), Look::Fixed, Number::Share)
                })
                .collect();
            for (at, effect) in Effect::ALL.into_iter().enumerate() {
                let parts = phases.iter().enumerate().filter_map(|(k, rows)| {
                    let study = &book.study.phases[k];
                    let jobs = rows
                        .iter()
                        .find(|r| r.about == About::Measure(Measure::Jobs) && r.territory == Territory::Study)?;
                    let factor = study.job_factor(year, Measure::Jobs, effect);
                    let held = &activity[k] * &jobs.effects[at];
                    Some(if factor == 1.0 { held } else { held * factor })
                });
                let live = total(parts);
                self.page
                    .put(row, EFFECTS + at as u16, &live, Look::Body, Number::Count);
            }
            let values = Effect::ALL
                .iter()
                .map(|e| book.study.in_year(year, Measure::Jobs, *e, Territory::Study))
                .collect();
            let all = self.page.range((row, EFFECTS), (1, 4), values);
            self.page.put(row, TOTAL, &all.sum(), Look::Strong, Number::Count);
        }
        let last = first + (end - start) as u32;
        self.row = last + 2;
        Some(Block {
            sheet: m::SHEET_SERIES,
            heads,
            first,
            last,
            names: 0,
            series: EFFECTS,
            count: 4,
        })
    }
}
