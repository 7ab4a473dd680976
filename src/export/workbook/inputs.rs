//! The sheet of inputs: what the reader may change, and what the rest of the workbook takes from it.

use rust_xlsxwriter::{ConditionalFormatFormula, DataValidation, DataValidationRule};

use super::live::{Cond, Live, LiveText, Range, atom, num};
use super::page::{Optional, Page};
use super::purchases::Purchases;
use super::style::{Look, Number};
use super::{Book, Origin};
use crate::report::words;
use crate::study::{Assumption, AssumptionKind, Basis, Input, PhaseStudy, Start};
use crate::text::messages::{words as w, workbook as m};
use crate::text::{Msg, number};

const VALUE: u16 = 1;
const EXPORTED: u16 = 3;
const COLUMNS: u16 = 7;

/// The sheet, and its cells that other sheets read.
pub(super) struct Inputs<'a> {
    pub(super) page: Page<'a>,
    pub(super) phases: Vec<PhaseInputs>,
    pub(super) fixed: Fixed,
    /// Names of cells.
    pub(super) names: Vec<(String, String)>,
    /// How many inputs differ from the exported ones.
    pub(super) changed: Live,
    // Rows of inputs, to compare with the exported values.
    rows: Vec<u32>,
    next: u32,
}

/// The inputs of a phase.
pub(super) struct PhaseInputs {
    pub(super) kind: KindInputs,
    /// The local share asked for.
    pub(super) local_share: Optional,
    /// The provincial content asked for; nothing in a study of a whole province, where the local share is that.
    pub(super) content: Option<Optional>,
    /// Dollars of the data year per dollar of the phase's price year.
    pub(super) price_factor: Live,
    /// What multiplies the jobs of suppliers.
    pub(super) jobs_factor: Live,
    /// What multiplies a gross figure to be net, where it is stated.
    pub(super) net_factor: Option<Live>,
    // Where the answers of the local share are written.
    share_row: u32,
    project_row: u32,
}

/// The inputs of a kind of phase.
#[expect(clippy::large_enum_variant, reason = "a workbook has a handful of phases")]
pub(super) enum KindInputs {
    Construction {
        investment: Live,
    },
    Operation {
        jobs: Live,
        wage: Live,
        sales: Optional,
        property_tax: Live,
        hiring: Option<Live>,
        recipe_pay: Live,
    },
}

/// Parameters that stay as they are.
pub(super) struct Fixed {
    pub(super) product_tax: Live,
    pub(super) contributions: Live,
    pub(super) resident_share: Live,
    pub(super) spending: Live,
    pub(super) consumption_tax: Live,
    pub(super) production_tax: Live,
    pub(super) earners: Live,
}

/// What is told of an input beside its value.
#[derive(Default)]
struct Told {
    basis: Option<Basis>,
    source: String,
}

impl Told {
    fn input(input: &Input, book: &Book<'_>) -> Self {
        let texts = [&input.source, &input.note];
        let texts = texts.into_iter().flatten().map(|t| t.get(book.lang));
        Self {
            basis: Some(input.basis),
            source: sentences(texts),
        }
    }

    fn assumption(kind: &AssumptionKind, book: &Book<'_>) -> Self {
        let found = book.study.assumptions.iter().find(|a| a.kind == *kind);
        found.map_or_else(Self::default, |a: &Assumption| {
            let texts = [&a.source, &a.note];
            let texts = texts.into_iter().flatten().map(|t| t.get(book.lang));
            Self {
                basis: Some(a.basis),
                source: sentences(texts),
            }
        })
    }

    fn plain(text: &str) -> Self {
        Self {
            basis: None,
            source: text.to_owned(),
        }
    }

    fn stated(input: Option<&Input>, otherwise: Msg, book: &Book<'_>) -> Self {
        match input {
            Some(i) => {
                let told = Self::input(i, book);
                Self {
                    source: sentences([told.source.as_str(), book.get(otherwise)]),
                    ..told
                }
            }
            None => Self::plain(book.get(otherwise)),
        }
    }
}

/// Joins texts, each closed by one stop before the next.
pub(super) fn sentences<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut out = String::new();
    for text in texts.into_iter().filter(|t| !t.is_empty()) {
        if !out.is_empty() {
            out.push_str(if out.ends_with('.') { " " } else { ". " });
        }
        out.push_str(text);
    }
    out
}

/// What an input may be.
#[derive(Clone, Copy)]
enum Kind {
    Amount,
    Count,
    Share,
}

/// Writes the sheet of inputs, all but what depends on the other sheets.
pub(super) fn inputs<'a>(book: &Book<'a>) -> Inputs<'a> {
    let mut page = book.page(m::SHEET_INPUTS);
    page.widths(&[54.0, 20.0, 23.0, 18.0, 10.0, 13.0, 92.0]);
    page.title(book.get(m::INPUTS_TITLE), "");
    page.paragraph(1, (0, COLUMNS - 1), book.get(m::INPUTS_BELOW), Look::Warning, 1);
    let heads = [
        m::COLUMN_INPUT,
        m::COLUMN_VALUE,
        m::COLUMN_UNIT,
        m::COLUMN_AT_EXPORT,
        m::COLUMN_CHANGED,
        m::COLUMN_BASIS,
        m::COLUMN_SOURCE,
    ];
    for (k, head) in heads.iter().enumerate() {
        let look = match k {
            0 | 6 => Look::HeadLeft,
            2 | 5 => Look::HeadAside,
            _ => Look::Head,
        };
        page.words(3, k as u16, book.get(*head), look);
    }
    page.freeze(4, 1);
    let zero = num(0.0);
    let mut out = Inputs {
        page,
        phases: Vec::new(),
        fixed: Fixed {
            product_tax: zero.clone(),
            contributions: zero.clone(),
            resident_share: zero.clone(),
            spending: zero.clone(),
            consumption_tax: zero.clone(),
            production_tax: zero.clone(),
            earners: zero.clone(),
        },
        names: Vec::new(),
        changed: zero,
        rows: Vec::new(),
        next: 4,
    };
    for k in 0..book.study.phases.len() {
        let phase = phase_inputs(book, &mut out, k);
        out.phases.push(phase);
    }
    fixed(book, &mut out);
    out
}

fn phase_inputs(book: &Book<'_>, out: &mut Inputs<'_>, k: usize) -> PhaseInputs {
    let phase = &book.study.phases[k];
    let same = |p: &&PhaseStudy| p.construction == phase.construction;
    let before = book.study.phases[..k].iter().filter(same).count();
    // A second phase of the same kind has numbered names.
    let name = |msg: Msg| {
        let base = book.get(msg);
        if before == 0 {
            base.to_owned()
        } else {
            format!("{base}_{}", before + 1)
        }
    };
    let years = number::years(phase.start, phase.end, book.lang);
    let heading = book.fill(m::WITH_UNIT, &[("name", &book.phase(phase)), ("unit", &years)]);
    out.page.section(out.next, COLUMNS, &heading);
    out.next += 1;
    let price_year = price_year(book, k);
    let dollars = book.fill(m::UNIT_DOLLARS, &[("year", &price_year)]);
    let a_year = book.fill(m::UNIT_DOLLARS_A_YEAR, &[("year", &price_year)]);
    let kind = match &phase.workings.start {
        Start::Investment { amount, .. } => {
            let told = Told::input(amount, book);
            let investment = out.input(
                book,
                (m::INVESTMENT, &dollars),
                Some(amount.value),
                Kind::Amount,
                told,
                &name(m::NAME_INVESTMENT),
            );
            KindInputs::Construction {
                investment: investment.live,
            }
        }
        Start::Operation(start) => {
            let value = |kind: AssumptionKind| {
                let found = book.study.assumptions.iter().find(|a| a.kind == kind);
                found.map_or(0.0, |a| a.value)
            };
            let told = Told::input(&start.jobs, book);
            let unit = book.get(m::UNIT_JOBS);
            let jobs = out.input(
                book,
                (m::DIRECT_JOBS, unit),
                Some(start.jobs.value),
                Kind::Count,
                told,
                &name(m::NAME_JOBS),
            );
            let kind = AssumptionKind::AnnualWage(k);
            let told = Told::assumption(&kind, book);
            let wage = out.input(
                book,
                (w::ANNUAL_WAGE, &a_year),
                Some(value(kind)),
                Kind::Amount,
                told,
                &name(m::NAME_WAGE),
            );
            let mut told = Told::plain(book.get(m::OPTIONAL_SALES));
            if start.sales.is_some() {
                let stated = Told::assumption(&AssumptionKind::Sales(k), book);
                told.basis = stated.basis;
                told.source = sentences([stated.source.as_str(), told.source.as_str()]);
            }
            let sales = out.input(
                book,
                (w::SALES, &a_year),
                start.sales,
                Kind::Amount,
                told,
                &name(m::NAME_SALES),
            );
            let kind = AssumptionKind::PropertyTax(k);
            let told = Told::assumption(&kind, book);
            let tax = out.input(
                book,
                (w::PROPERTY_TAX, &a_year),
                Some(value(kind)),
                Kind::Amount,
                told,
                &name(m::NAME_PROPERTY_TAX),
            );
            let hiring = (!book.study.whole_province).then(|| {
                let kind = AssumptionKind::LocalHiring(k);
                let told = Told::assumption(&kind, book);
                let unit = book.get(m::UNIT_SHARE_OF_JOBS);
                let share = value(kind);
                out.input(
                    book,
                    (w::LOCAL_HIRING, unit),
                    Some(share),
                    Kind::Share,
                    told,
                    &name(m::NAME_HIRING),
                )
                .live
            });
            KindInputs::Operation {
                jobs: jobs.live,
                wage: wage.live,
                sales,
                property_tax: tax.live,
                hiring,
                // Filled in with what stays as it is.
                recipe_pay: num(start.compensation_per_output),
            }
        }
    };
    let workings = &phase.workings;
    let (share_name, content_name) = if phase.construction {
        (m::NAME_LOCAL_SHARE_CONSTRUCTION, m::NAME_CONTENT_CONSTRUCTION)
    } else {
        (m::NAME_LOCAL_SHARE_OPERATION, m::NAME_CONTENT_OPERATION)
    };
    let unit = book.get(m::UNIT_SHARE);
    // In a study of a whole province the content asked for is a local share, unless a local share is asked for too.
    let asked = if book.study.whole_province {
        workings.local_share.as_ref().or(workings.province_content.as_ref())
    } else {
        workings.local_share.as_ref()
    };
    let told = Told::stated(asked, m::OPTIONAL_SHARE, book);
    let value = asked.map(|i| i.value);
    let local_share = out.input(
        book,
        (w::LOCAL_SHARE, unit),
        value,
        Kind::Share,
        told,
        &name(share_name),
    );
    let content = (!book.study.whole_province).then(|| {
        let asked = workings.province_content.as_ref();
        let told = Told::stated(asked, m::OPTIONAL_CONTENT, book);
        let value = asked.map(|i| i.value);
        out.input(book, (m::CONTENT, unit), value, Kind::Share, told, &name(content_name))
    });
    let share_row = out.next;
    // Reached, when nothing is asked, most, least.
    out.next += 4;
    let row = out.next;
    out.page.words(row, 0, book.get(m::LINES_ELSEWHERE), Look::Body);
    out.page.link(row, VALUE, book.get(m::SHEET_PURCHASES), "A1");
    out.next += 1;
    let project_row = out.next;
    if !phase.construction {
        // A heading and five lines: the project's own account.
        out.next += 6;
    }
    out.next += 1;
    PhaseInputs {
        kind,
        local_share,
        content,
        price_factor: num(phase.price_factor),
        jobs_factor: num(workings.jobs_factor),
        net_factor: None,
        share_row,
        project_row,
    }
}

/// The year of a phase's dollars, as text.
pub(super) fn price_year(book: &Book<'_>, k: usize) -> String {
    book.study.phases[k].workings.price_year.to_string()
}

impl Inputs<'_> {
    fn input(
        &mut self,
        book: &Book<'_>,
        (label, unit): (Msg, &str),
        value: Option<f64>,
        kind: Kind,
        told: Told,
        name: &str,
    ) -> Optional {
        let row = self.next;
        let number = match kind {
            Kind::Amount => Number::Dollars,
            Kind::Count => Number::General,
            Kind::Share => Number::Share,
        };
        self.page.words(row, 0, book.get(label), Look::Inset);
        let cell = self.page.optional(row, VALUE, value, number);
        self.page.words(row, 2, unit, Look::Aside);
        match value {
            Some(v) => drop(self.page.number(row, EXPORTED, v, Look::Fixed, number)),
            None => self.page.blank(row, EXPORTED, Look::Fixed),
        }
        let basis = told.basis.map_or("", |b| book.get(words::basis(b)));
        self.page.words(row, 5, basis, Look::Aside);
        // Letters of a line of remarks, in the font of the sheet.
        let height = 16 * super::summary::lines(&told.source, 105) + 2;
        let _ = self.page.sheet.set_row_height(row, height);
        self.page.wrapped(row, 6, &told.source, Look::Note);
        let (rule, error) = match kind {
            Kind::Share => (DataValidationRule::Between(0.0, 1.0), m::VALID_SHARE),
            Kind::Amount => (DataValidationRule::GreaterThanOrEqualTo(0.0), m::VALID_AMOUNT),
            Kind::Count => (DataValidationRule::GreaterThanOrEqualTo(0.0), m::VALID_COUNT),
        };
        validate(&mut self.page, row, VALUE, rule, book.get(error), book);
        self.names.push((name.to_owned(), cell.live.text.clone()));
        self.rows.push(row);
        self.next += 1;
        // Formulas say the name: it reads better than an address.
        cell.named(name)
    }

    fn fixed(&mut self, row: u32, label: &str, value: f64, number: Number) -> Live {
        self.page.words(row, 0, label, Look::Inset);
        self.page.number(row, VALUE, value, Look::Fixed, number)
    }
}

/// Refuses what an input cannot be.
pub(super) fn validate(
    page: &mut Page<'_>,
    row: u32,
    column: u16,
    rule: DataValidationRule<f64>,
    error: &str,
    book: &Book<'_>,
) {
    let validation = DataValidation::new()
        .allow_decimal_number(rule)
        .set_error_title(book.get(m::VALID_TITLE))
        .and_then(|v| v.set_error_message(error));
    if let Ok(validation) = validation {
        // A validation that does not fit leaves the cell free: nothing of the study depends on it.
        let _ = page.sheet.add_data_validation(row, column, row, column, &validation);
    }
}

/// Writes the parameters that stay as they are.
fn fixed(book: &Book<'_>, out: &mut Inputs<'_>) {
    let mut row = out.next;
    out.page.section(row, COLUMNS, book.get(m::FIXED_TITLE));
    out.page.words(row + 1, 0, book.get(m::FIXED_BELOW), Look::Note);
    row += 2;
    let study = book.study;
    let rules = study.structure.model.rules();
    let tax = study.phases.first().map_or(0.0, |p| p.workings.product_tax);
    let mut next = |out: &mut Inputs<'_>, label: Msg, value: f64, number: Number| {
        let live = out.fixed(row, book.get(label), value, number);
        row += 1;
        live
    };
    out.fixed = Fixed {
        product_tax: next(out, m::PRODUCT_TAX, tax, Number::Share),
        contributions: next(out, m::CONTRIBUTIONS, rules.contributions_ratio, Number::Factor),
        resident_share: next(
            out,
            m::RESIDENT_SHARE,
            if study.whole_province { 1.0 } else { study.resident_part },
            Number::Share,
        ),
        spending: next(out, m::SPENDING, rules.spending_at(0.0), Number::Factor),
        consumption_tax: next(
            out,
            m::CONSUMPTION_TAX,
            study.structure.model.households().map_or(0.0, |h| h.product_taxes),
            Number::Factor,
        ),
        production_tax: next(
            out,
            m::PRODUCTION_TAX,
            study.structure.model.production_tax_share(),
            Number::Factor,
        ),
        earners: next(out, m::EARNERS, study.earners_per_family, Number::Decimal),
    };
    for k in 0..study.phases.len() {
        let phase = &study.phases[k];
        let name = book.phase(phase);
        let values = [
            ("data", book.year()),
            ("year", price_year(book, k)),
            ("phase", name.clone()),
        ];
        let values = values.each_ref().map(|(n, v)| (*n, v.as_str()));
        let mut put = |out: &mut Inputs<'_>, label: Msg, value: f64| {
            let live = out.fixed(row, &book.fill(label, &values), value, Number::Factor);
            row += 1;
            live
        };
        let factor = put(out, m::PRICE_FACTOR, phase.price_factor);
        let jobs = put(out, m::JOBS_FACTOR, phase.workings.jobs_factor);
        let net = phase.factors.map(|_| put(out, m::NET_FACTOR, phase.net_factor()));
        let recipe = match &phase.workings.start {
            Start::Operation(start) => Some(put(out, m::RECIPE_PAY, start.compensation_per_output)),
            Start::Investment { .. } => None,
        };
        let inputs = &mut out.phases[k];
        inputs.price_factor = factor;
        inputs.jobs_factor = jobs;
        inputs.net_factor = net;
        if let (KindInputs::Operation { recipe_pay, .. }, Some(live)) = (&mut inputs.kind, recipe) {
            *recipe_pay = live;
        }
    }
    out.next = row;
}

/// Writes what became of the local share asked for, below it.
pub(super) fn shares(book: &Book<'_>, inputs: &mut Inputs<'_>, purchases: &Purchases<'_>) {
    for (phase, bought) in inputs.phases.iter().zip(&purchases.phases) {
        let page = &mut inputs.page;
        let row = phase.share_row;
        let answers = [
            (m::SHARE_REACHED, &bought.reached),
            (m::SHARE_DEFAULT, &bought.by_default),
            (m::SHARE_MOST, &bought.most),
            (m::SHARE_LEAST, &bought.least),
        ];
        for (k, (label, live)) in answers.into_iter().enumerate() {
            page.words(row + k as u32, 0, book.get(label), Look::Inset);
            page.put(row + k as u32, VALUE, live, Look::Body, Number::Share);
        }
        let asked = &phase.local_share;
        let met = (&bought.reached - &asked.live).size().at_most(1e-9);
        let nothing = bought.basic.sum().at_most(0.0);
        let fine = asked.stated().not().or(&met).or(&nothing);
        let fine_words = LiveText::plain(book.get(m::SHARE_FINE));
        let words = fine.words(&fine_words, &LiveText::plain(book.get(m::SHARE_OUT_OF_REACH)));
        page.put_words(row, 2, &words, Look::Status);
        flag(page, row, 2, book.get(m::SHARE_OUT_OF_REACH));
    }
}

/// Marks a cell where it says that something does not hold.
pub(super) fn flag(page: &mut Page<'_>, row: u32, column: u16, wrong: &str) {
    let cell = rust_xlsxwriter::utility::row_col_to_cell(row, column);
    let wrong = wrong.replace('"', "\"\"");
    let rule = ConditionalFormatFormula::new()
        .set_rule(format!("={cell}=\"{wrong}\"").as_str())
        .set_format(page.styles.failed());
    let _ = page.sheet.add_conditional_format(row, column, row, column, &rule);
}

/// The account of a project in operation.
pub(super) struct Project {
    pub(super) output: Live,
    pub(super) jobs: Live,
    pub(super) wages: Live,
    pub(super) compensation: Live,
    pub(super) purchases: Live,
    pub(super) property_tax: Live,
    pub(super) production_taxes: Live,
    pub(super) surplus: Live,
    /// Personal taxes and contributions per dollar of its wages.
    pub(super) tax_rate: Live,
    row: u32,
}

impl Project {
    /// GDP at basic prices, written as its parts.
    pub(super) fn gdp(&self) -> Live {
        &self.compensation + &self.production_taxes + &self.surplus
    }
}

/// Sales in dollars of the data year: those stated, or what the recipe implies from pay.
pub(super) fn output(inputs: &Inputs<'_>, k: usize) -> Option<Live> {
    let phase = &inputs.phases[k];
    let KindInputs::Operation { sales, recipe_pay, .. } = &phase.kind else {
        return None;
    };
    let stated = &sales.live * &phase.price_factor;
    let (_, compensation) = pay(inputs, k)?;
    Some(sales.stated().choose(stated, compensation / recipe_pay))
}

/// Wages and compensation in dollars of the data year.
pub(super) fn pay(inputs: &Inputs<'_>, k: usize) -> Option<(Live, Live)> {
    let phase = &inputs.phases[k];
    let KindInputs::Operation { jobs, wage, .. } = &phase.kind else {
        return None;
    };
    let wages = jobs * wage * &phase.price_factor;
    let compensation = &wages * (num(1.0) + &inputs.fixed.contributions);
    Some((wages, compensation))
}

/// Writes the account of each project, without its taxes on production and its surplus.
pub(super) fn projects(book: &Book<'_>, inputs: &mut Inputs<'_>, purchases: &Purchases<'_>) -> Vec<Option<Project>> {
    (0..book.study.phases.len())
        .map(|k| {
            let project = book.study.phases[k].project?;
            let (wages, compensation) = pay(inputs, k)?;
            let output = output(inputs, k)?;
            let phase = &inputs.phases[k];
            let KindInputs::Operation { jobs, property_tax, .. } = &phase.kind else {
                return None;
            };
            let (jobs, row) = (jobs.clone(), phase.project_row);
            let property_tax = property_tax * &phase.price_factor;
            let name = book.phase(&book.study.phases[k]);
            let heading = book.fill(m::PROJECT_TITLE, &[("phase", &name), ("year", &book.year())]);
            let page = &mut inputs.page;
            page.words(row, 0, &heading, Look::Strong);
            let mut line = |at: u32, label: Msg, live: &Live| {
                page.words(row + at, 0, book.get(label), Look::Inset);
                page.put(row + at, VALUE, live, Look::Body, Number::Dollars)
            };
            let output = line(1, m::PROJECT_OUTPUT, &output);
            let compensation = line(2, m::PROJECT_COMPENSATION, &compensation);
            let purchases = line(3, m::PROJECT_PURCHASES, &purchases.phases[k].amounts.sum());
            Some(Project {
                output,
                jobs,
                wages,
                compensation,
                purchases,
                property_tax,
                production_taxes: num(project.production_taxes),
                surplus: num(project.surplus),
                tax_rate: num(project.tax_rate),
                row,
            })
        })
        .collect()
}

impl Project {
    /// Writes its taxes on production and its surplus, once its levies are known.
    ///
    /// * `levies`: payroll levies per dollar of wages.
    pub(super) fn close(&mut self, book: &Book<'_>, page: &mut Page<'_>, levies: &Live, tax_rate: Live) {
        self.tax_rate = tax_rate;
        page.words(self.row + 4, 0, book.get(m::PROJECT_PRODUCTION_TAXES), Look::Inset);
        let taxes = &self.property_tax + levies * &self.wages;
        self.production_taxes = page.put(self.row + 4, VALUE, &taxes, Look::Body, Number::Dollars);
        page.words(self.row + 5, 0, book.get(m::PROJECT_SURPLUS), Look::Inset);
        let surplus = &self.output - &self.purchases - &self.compensation - &self.production_taxes;
        self.surplus = page.put(self.row + 5, VALUE, &surplus, Look::Total, Number::Dollars);
    }
}

/// Marks what differs from the exported inputs and counts it, lines of purchases included.
pub(super) fn changes(book: &Book<'_>, inputs: &mut Inputs<'_>, purchases: &mut Purchases<'_>) {
    let yes = LiveText::plain(book.get(m::YES));
    let none = LiveText::plain("");
    let mut rows: Vec<u32> = inputs.rows.clone();
    rows.sort_unstable();
    let page = &mut inputs.page;
    for row in &rows {
        let [value, exported] = [VALUE, EXPORTED].map(|c| rust_xlsxwriter::utility::row_col_to_cell_absolute(*row, c));
        let differs = Cond::new(format!("{value}<>{exported}"), false);
        page.put_words(*row, 4, &differs.words(&yes, &none), Look::Note);
        let rule = ConditionalFormatFormula::new()
            .set_rule(format!("={value}<>{exported}").as_str())
            .set_format(page.styles.changed());
        let _ = page.sheet.add_conditional_format(*row, VALUE, *row, VALUE, &rule);
    }
    let (first, last) = (4, inputs.next.max(5));
    let column = Range::new(
        page.prefix(),
        (first, 4),
        ((last - first) as usize, 1),
        vec![0.0; (last - first) as usize],
    );
    let counted = purchases.changed(book);
    let text = format!("COUNTIF({},{})+{}", column.text(), yes.text, counted.text);
    let row = 2;
    page.words(row, 0, book.get(m::INPUTS_CHANGED), Look::Note);
    inputs.changed = page.put(row, VALUE, &atom(text, counted.value), Look::Note, Number::Count);
}

/// The origins whose shares may be set by hand: abroad takes what is left.
pub(super) fn by_hand(book: &Book<'_>) -> Vec<Origin> {
    let origins = book.origins().iter().copied();
    origins.filter(|o| *o != Origin::Abroad).collect()
}
