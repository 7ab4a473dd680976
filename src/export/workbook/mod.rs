//! A study as a workbook that recalculates: inputs, purchases, account, inverse, demand, results, charts, sources and checks.
//!
//! Every formula stands with its result, so that viewers which do not calculate show the study; where an input is changed, a spreadsheet computes again
//! what the engine computes: origins at the break points of κ, demand, x = L·y, the rounds of household spending, the project's own taxes. The account,
//! the levy rates of industries and the parameters stay as the study has them.
//!
//! Closed model in blocks, where C are purchases per dollar of consumption and H the consumption brought by a dollar of output: with `K = H·L·C`,
//! `z = (I − K)⁻¹·(H·L·y + h)` and induced output `L·C·z`. It is the closed system of `engine/impact.rs`, its household rows eliminated.

mod account;
mod charts;
mod checks;
mod demand;
mod households;
mod inputs;
mod live;
mod page;
mod production;
mod project_taxes;
mod purchases;
mod results;
mod series;
mod shares;
mod sources;
mod style;
mod summary;
mod taxes;

use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};

use crate::report::full::Subject;
use crate::report::words;
use crate::study::{Library, PhaseStudy, Study, Territory};
use crate::text::messages::{finances, workbook as m};
use crate::text::{Lang, Msg};
use live::{Live, Range};
use page::Page;
use style::Styles;

/// Why a workbook could not be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct NotWritten(String);

impl From<XlsxError> for NotWritten {
    fn from(e: XlsxError) -> Self {
        Self(e.to_string())
    }
}

/// What every sheet is written from.
struct Book<'a> {
    subject: &'a Subject<'a>,
    study: &'a Study,
    library: &'a Library,
    lang: Lang,
    styles: &'a Styles,
    /// Number of industries.
    n: usize,
    /// Number of regions.
    r: usize,
}

/// A place of origin of a purchase, as the columns of origins stand: the rest of the province is not told apart in a study of a whole province.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Origin {
    Study,
    Rest,
    Other,
    Abroad,
}

impl<'a> Book<'a> {
    fn get(&self, msg: Msg) -> &'static str {
        msg.get(self.lang)
    }

    fn fill(&self, msg: Msg, values: &[(&str, &str)]) -> String {
        msg.fill(self.lang, values)
    }

    fn year(&self) -> String {
        self.study.data_year.to_string()
    }

    fn page(&self, name: Msg) -> Page<'a> {
        Page::new(self.get(name), self.styles)
    }

    fn phase(&self, phase: &PhaseStudy) -> String {
        words::phase(self.study, phase, self.lang)
    }

    fn place(&self, territory: Territory) -> String {
        words::upper_first(&words::place_name(self.study, territory, self.lang))
    }

    fn in_study(&self) -> String {
        words::in_place(self.study, Territory::Study, self.lang)
    }

    /// The places of origin.
    fn origins(&self) -> &'static [Origin] {
        if self.study.whole_province {
            &[Origin::Study, Origin::Other, Origin::Abroad]
        } else {
            &[Origin::Study, Origin::Rest, Origin::Other, Origin::Abroad]
        }
    }

    fn origin(&self, origin: Origin) -> String {
        match origin {
            Origin::Study => self.study.region_label.get(self.lang).to_owned(),
            Origin::Rest => words::place_name(self.study, Territory::RestOfProvince, self.lang),
            Origin::Other => self.get(m::OTHER_PROVINCES).to_owned(),
            Origin::Abroad => self.get(m::ABROAD).to_owned(),
        }
    }

    /// How many regions of the results are in the province.
    fn provincial(&self) -> usize {
        if self.study.whole_province { 1 } else { 2 }
    }

    fn industry_code(&self, i: usize) -> &'a str {
        self.library.economy.industries.get(i).map_or("", |e| e.code.as_str())
    }

    fn industry(&self, i: usize) -> &'a str {
        self.library
            .economy
            .industries
            .get(i)
            .map_or("", |e| e.short.get(self.lang))
    }

    /// The name of a region of the results.
    fn region(&self, d: usize) -> String {
        match (d, self.study.whole_province) {
            (0, _) => self.place(Territory::Study),
            (1, false) => self.place(Territory::RestOfProvince),
            _ => {
                let code = self.study.region_codes.get(d).map_or("", |c| c.as_str());
                crate::report::places::region_name(code, self.lang, Some(self.library))
            }
        }
    }

    /// Whether anything is known of public revenue.
    fn taxed(&self) -> bool {
        self.study.structure.law.is_some()
    }

    fn unit_millions(&self) -> String {
        self.fill(m::MILLIONS_OF, &[("year", &self.year())])
    }

    fn no_law(&self) -> &'static str {
        self.get(finances::NO_LAW)
    }
}

/// Returns a study as a workbook, in one language.
///
/// Fails only where the limits of the format are passed or a model cannot be inverted, which a computed study rules out.
pub fn workbook(subject: &Subject<'_>, lang: Lang) -> Result<Vec<u8>, NotWritten> {
    let styles = Styles::new(lang);
    let account = subject.study.structure.region.account();
    let book = Book {
        subject,
        study: subject.study,
        library: subject.library,
        lang,
        styles: &styles,
        n: account.industries().len(),
        r: account.regions().len(),
    };
    let mut workbook = Workbook::new();
    let mut properties = DocProperties::new()
        .set_title(subject.name.get(lang))
        .set_company("Retombées")
        .set_comment(subject.description.get(lang));
    // The same study gives the same bytes: the file carries no clock but the epoch of packages.
    if let Ok(date) = rust_xlsxwriter::ExcelDateTime::from_ymd(1980, 1, 1) {
        properties = properties.set_creation_datetime(&date);
    }
    workbook.set_properties(&properties);

    let mut inputs = inputs::inputs(&book);
    let account = account::account(&book);
    let matrices = account::matrices(&book)?;
    let mut purchases = purchases::purchases(&book, &inputs);
    inputs::shares(&book, &mut inputs, &purchases);
    let mut projects = inputs::projects(&book, &mut inputs, &purchases);
    let mut taxes = taxes::taxes(&book, &inputs, &account);
    for (k, project) in projects.iter_mut().enumerate() {
        let Some(project) = project else { continue };
        let levies = match &mut taxes {
            Some(taxes) => taxes.project(&book, &inputs, k),
            None => taxes::without_law(&book, k),
        };
        let Some(levies) = levies else { continue };
        project.close(&book, &mut inputs.page, &levies.payroll, levies.personal.clone());
        if let Some(taxes) = &mut taxes {
            taxes.collect(&book, k, project, &levies);
        }
    }
    let demand = demand::demand(&book, &inputs, &purchases);
    let mut production = production::open(&book, &demand, &matrices);
    let households = households::households(&book, &inputs, &account, &matrices, &projects, &production)?;
    production::induced(&book, &mut production, households.as_ref());
    let results = results::results(
        &book,
        &results::Parts {
            inputs: &inputs,
            account: &account,
            purchases: &purchases,
            projects: &projects,
            taxes: taxes.as_ref(),
            demand: &demand,
            production: &production,
            households: households.as_ref(),
        },
    );
    inputs::changes(&book, &mut inputs, &mut purchases);
    let checks = checks::checks(
        &book,
        &checks::Checked {
            inputs: &inputs,
            account: &account,
            matrices: &matrices,
            purchases: &purchases,
            demand: &demand,
            production: &production,
            households: households.as_ref(),
            results: &results,
        },
    );
    let charts = charts::charts(&book, &results);
    let summary = summary::summary(&book, &results, &checks);
    let sources = sources::sources(&book);

    for (name, cell) in inputs.names.drain(..) {
        workbook.define_name(name, &format!("={cell}"))?;
    }
    let workings = [
        Some(demand.page),
        Some(production.page),
        households.map(|h| h.page),
        taxes.map(|t| t.page),
        Some(account.page),
    ];
    let shown = [
        summary,
        inputs.page,
        purchases.page,
        results.page,
        charts,
        results.series.page,
        checks.page,
    ];
    for mut page in shown {
        page.sheet.set_tab_color(styles.accent());
        page.finish(&mut workbook)?;
    }
    let [coefficients, inverse] = matrices.pages;
    for mut page in workings.into_iter().flatten().chain([coefficients, inverse]) {
        page.sheet.set_tab_color(styles.muted());
        page.finish(&mut workbook)?;
    }
    let mut sources = sources;
    sources.sheet.set_tab_color(styles.accent());
    sources.finish(&mut workbook)?;
    Ok(workbook.save_to_buffer()?)
}

/// A block of columns of one value per region and industry.
type Vector = Range;

/// A cell's formula and value.
type Cell = Live;
