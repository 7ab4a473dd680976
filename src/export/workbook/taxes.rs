//! The sheet of taxes: the law's rates by industry, what a dollar of output brings governments, and what the project pays at its own wage.

use super::account::AccountSheet;
use super::inputs::{Inputs, Project};
use super::live::{Live, Range, most, num, sumproduct, total};
use super::page::Page;
use super::project_taxes::{ProjectRates, project_rates};
use super::style::{Look, Number};
use super::{Book, Cell, Vector};
use crate::report::finances as f;
use crate::study::{Base, Government, Levy, LevyKind, Start};
use crate::text::messages::workbook as m;

/// Who collects, and whether it is a tax or a contribution, in the order of the report.
pub(super) type Group = (Government, LevyKind);

/// The groups that hold at least one levy.
pub(super) fn groups() -> Vec<Group> {
    let all = [Government::Quebec, Government::Federal, Government::Municipal];
    let of = |g: Government| LevyKind::ALL.into_iter().map(move |k| (g, k));
    let holds = |(g, k): &Group| Levy::ALL.iter().any(|l| l.government() == *g && l.kind() == *k);
    all.into_iter().flat_map(of).filter(holds).collect()
}

/// The sheet, and the revenue that results count.
pub(super) struct Taxes<'a> {
    pub(super) page: Page<'a>,
    /// Revenue per dollar of output by group, one value per region of the province and industry.
    per_output: Vec<Vector>,
    /// Employees' taxes and contributions per dollar of output; they are inside the groups.
    personal: Vector,
    /// The part of product taxes that goes to each group.
    products: Vec<Live>,
    /// What each project pays itself.
    projects: Vec<Option<ProjectRevenue>>,
    /// The law's rates by industry, one column per levy.
    rates: Vec<Range>,
    next: u32,
}

/// What a project pays per dollar of its wages.
pub(super) struct Levies {
    /// Health services fund, labour standards and training.
    pub(super) payroll: Live,
    /// Personal taxes and contributions.
    pub(super) personal: Live,
    rates: Option<ProjectRates>,
}

/// What a project itself brings governments, dollars.
struct ProjectRevenue {
    groups: Vec<Cell>,
    personal: Cell,
}

/// What levies are taken on, dollars or dollars per dollar of output.
struct Bases {
    wages: Live,
    /// Wages, scaled down where payroll levies do not fit inside taxes on production.
    payroll: Live,
    surplus: Live,
    production: Live,
    products: Live,
}

impl Bases {
    fn of(&self, base: Base) -> &Live {
        match base {
            Base::Wages | Base::Compensation => &self.wages,
            Base::Payroll => &self.payroll,
            Base::Surplus => &self.surplus,
            Base::Production => &self.production,
            Base::Products => &self.products,
        }
    }

    /// The levies that are kept: the sum over bases of their rates × the base.
    fn revenue(&self, rate: &dyn Fn(Levy) -> Live, keep: &dyn Fn(Levy) -> bool) -> Live {
        let all = [
            &[Base::Wages, Base::Compensation][..],
            &[Base::Payroll],
            &[Base::Surplus],
            &[Base::Production],
            &[Base::Products],
        ];
        let parts = all.iter().filter_map(|bases| {
            let levies = Levy::ALL.into_iter().filter(|l| bases.contains(&l.base()) && keep(*l));
            let rates: Vec<Live> = levies.map(rate).collect();
            (!rates.is_empty()).then(|| total(rates) * self.of(bases[0]))
        });
        total(parts)
    }
}

fn in_group((government, kind): Group) -> impl Fn(Levy) -> bool {
    move |l| l.government() == government && l.kind() == kind
}

/// Writes the sheet of taxes; nothing where the data hold no law.
pub(super) fn taxes<'a>(book: &Book<'a>, inputs: &Inputs<'_>, account: &AccountSheet<'_>) -> Option<Taxes<'a>> {
    let law = book.study.structure.law.as_ref()?;
    let mut page = book.page(m::SHEET_TAXES);
    page.widths(&[26.0, 8.0, 34.0]);
    page.widths_from(3, Levy::ALL.len(), 15.0);
    page.title(book.get(m::TAXES_TITLE), book.get(m::TAXES_BELOW));
    page.freeze(2, 3);
    page.section(3, 3 + Levy::ALL.len() as u16, book.get(m::RATES_TITLE));
    page.words(4, 0, &f::law_note(law, book.lang), Look::Note);
    let heads = 6;
    page.words(heads, 1, book.get(m::COLUMN_CODE), Look::HeadLeft);
    page.words(heads, 2, book.get(m::COLUMN_INDUSTRY), Look::HeadLeft);
    let first = heads + 1;
    for i in 0..book.n {
        page.words(first + i as u32, 1, book.industry_code(i), Look::Fixed);
        page.words(first + i as u32, 2, book.industry(i), Look::Body);
    }
    let mut rates: Vec<Range> = Vec::new();
    for (at, levy) in Levy::ALL.into_iter().enumerate() {
        let column = 3 + at as u16;
        let base = match levy.base() {
            Base::Wages | Base::Compensation | Base::Payroll => m::BASE_WAGES,
            Base::Surplus => m::BASE_SURPLUS,
            Base::Production => m::BASE_PRODUCTION,
            Base::Products => m::BASE_PRODUCTS,
        };
        let base = book.fill(m::COLUMN_BASE, &[("base", book.get(base))]);
        page.words(heads - 1, column, &base, Look::NoteRight);
        page.words(heads, column, book.get(f::levy(levy)), Look::Head);
        let of_industry = |i| law.rates.industry(i).map_or(0.0, |r| r.rate(levy));
        let values: Vec<f64> = (0..book.n).map(of_industry).collect();
        rates.push(page.fixed(first, column, &values, Number::Coefficient));
    }
    let _ = page.sheet.set_row_height(heads, 48);
    let _ = page.sheet.set_row_height(heads - 1, 30);

    let start = first + book.n as u32 + 2;
    let (per_output, personal) = per_output(book, inputs, account, &mut page, start, &rates);
    // Only the split of product taxes is used where no industry pays: it is the same for all.
    let products = groups().into_iter().map(|group| {
        let keep = in_group(group);
        let kept = Levy::ALL.into_iter().filter(|l| l.base() == Base::Products && keep(*l));
        total(kept.map(|levy| rates[levy as usize].cell(0, 0)))
    });
    Some(Taxes {
        products: products.collect(),
        page,
        per_output,
        personal,
        projects: book.study.phases.iter().map(|_| None).collect(),
        rates,
        next: start + (book.provincial() * book.n) as u32 + 4,
    })
}

/// Writes what a dollar of output brings, by region of the province and industry.
fn per_output(
    book: &Book<'_>,
    inputs: &Inputs<'_>,
    account: &AccountSheet<'_>,
    page: &mut Page<'_>,
    row: u32,
    rates: &[Range],
) -> (Vec<Vector>, Vector) {
    page.section(row, 3 + Levy::ALL.len() as u16, book.get(m::PER_OUTPUT_TITLE));
    let (heads, first) = (row + 1, row + 2);
    page.words(heads, 0, book.get(m::COLUMN_REGION), Look::HeadLeft);
    page.words(heads, 1, book.get(m::COLUMN_CODE), Look::HeadLeft);
    page.words(heads, 2, book.get(m::COLUMN_INDUSTRY), Look::HeadLeft);
    let count = book.provincial() * book.n;
    for k in 0..count {
        let row = first + k as u32;
        page.words(row, 0, &book.region(k / book.n), Look::Fixed);
        page.words(row, 1, book.industry_code(k % book.n), Look::Fixed);
        page.words(row, 2, book.industry(k % book.n), Look::Body);
    }
    let each = |f: &dyn Fn(usize) -> Live| -> Vec<Live> { (0..count).map(f).collect() };
    let mut next = 3;
    let mut column = |page: &mut Page<'_>, head: &str, lives: Vec<Live>| {
        page.words(heads, next, head, Look::Head);
        let range = page.column(first, next, &lives, Look::Body, Number::Coefficient);
        next += 1;
        range
    };
    let fixed = &inputs.fixed;
    let gdp = |k: usize| account.value_added.cell(k, 0);
    let pay = |k: usize| account.compensation.cell(k, 0);
    let wages = each(&|k| pay(k) / (num(1.0) + &fixed.contributions));
    let wages = column(page, &upper(book.get(m::BASE_WAGES)), wages);
    let surplus = each(&|k| most(gdp(k) - pay(k) - &fixed.production_tax * gdp(k), 0.0));
    let surplus = column(page, &upper(book.get(m::BASE_SURPLUS)), surplus);
    let named = |k: usize| {
        let levies = Levy::ALL.into_iter().filter(|l| l.base() == Base::Payroll);
        wages.cell(k, 0) * total(levies.map(|l| rates[l as usize].cell(k % book.n, 0)))
    };
    let production = |k: usize| &fixed.production_tax * gdp(k);
    let scale = each(&|k| named(k).above(production(k)).choose(production(k) / named(k), 1.0));
    let scale = column(page, book.get(m::COLUMN_SCALE), scale);
    let rest = each(&|k| most(production(k) - named(k) * scale.cell(k, 0), 0.0));
    let rest = column(page, &upper(book.get(m::BASE_PRODUCTION)), rest);
    let bases = |k: usize| Bases {
        wages: wages.cell(k, 0),
        payroll: wages.cell(k, 0) * scale.cell(k, 0),
        surplus: surplus.cell(k, 0),
        production: rest.cell(k, 0),
        products: account.product_taxes.cell(k, 0),
    };
    let rate = |k: usize| move |levy: Levy| rates[levy as usize].cell(k % book.n, 0);
    let columns: Vec<Vector> = groups()
        .into_iter()
        .map(|group| {
            let keep = in_group(group);
            let lives = each(&|k| bases(k).revenue(&rate(k), &keep));
            column(page, &f::government_line(group.0, group.1, book.lang), lives)
        })
        .collect();
    let personal = each(&|k| bases(k).revenue(&rate(k), &|levy| levy.base() == Base::Wages));
    let personal = column(page, book.get(m::PERSONAL), personal);
    let _ = page.sheet.set_row_height(heads, 76);
    (columns, personal)
}

fn upper(text: &str) -> String {
    crate::report::words::upper_first(text)
}

/// What a project pays per dollar of its wages where the data hold no law.
pub(super) fn without_law(book: &Book<'_>, k: usize) -> Option<Levies> {
    let Start::Operation(start) = &book.study.phases[k].workings.start else {
        return None;
    };
    Some(Levies {
        payroll: num(start.payroll_levies.value),
        personal: num(start.tax_rate.value),
        rates: None,
    })
}

impl Taxes<'_> {
    /// Writes the rates of a project at its own wage.
    pub(super) fn project(&mut self, book: &Book<'_>, inputs: &Inputs<'_>, k: usize) -> Option<Levies> {
        let without = without_law(book, k)?;
        let Start::Operation(start) = &book.study.phases[k].workings.start else {
            return None;
        };
        let Some((rates, next)) = project_rates(book, inputs, &mut self.page, k, self.next) else {
            return Some(without);
        };
        self.next = next;
        let used = |own: bool, fallback: &Live, live: Live| {
            if own {
                fallback.clone()
            } else {
                rates.paid.choose(live, fallback)
            }
        };
        let of = |base: Base| {
            total(
                Levy::ALL
                    .into_iter()
                    .filter(|l| l.base() == base)
                    .filter_map(|l| rates.own(l)),
            )
        };
        Some(Levies {
            payroll: used(start.payroll_levies.own, &without.payroll, of(Base::Payroll)),
            personal: used(start.tax_rate.own, &without.personal, of(Base::Wages)),
            rates: Some(rates),
        })
    }

    /// Writes what a project brings governments, once its account is closed.
    pub(super) fn collect(&mut self, book: &Book<'_>, k: usize, project: &Project, levies: &Levies) {
        let Some(own) = &levies.rates else { return };
        let industry = book.study.phases[k].project.map_or(0, |p| p.industry);
        let rate = |levy: Levy| {
            own.own(levy)
                .unwrap_or_else(|| self.rates[levy as usize].cell(industry, 0))
        };
        // Without pay the project has no levies of its own: its taxes divide as those of its industry.
        let property = own.paid.choose(&project.property_tax, 0.0);
        let production = &project.production_taxes - &property;
        let named = {
            let levies = Levy::ALL.into_iter().filter(|l| l.base() == Base::Payroll);
            &project.wages * total(levies.map(rate))
        };
        let scale = named.above(production.clone()).choose(&production / &named, 1.0);
        let rest = most(&production - &named * &scale, 0.0);
        let mut row = self.next;
        let name = book.phase(&book.study.phases[k]);
        let heading = book.fill(m::PROJECT_REVENUE_TITLE, &[("year", &book.year())]);
        self.page.words(row, 2, &format!("{heading} ({name})"), Look::Strong);
        row += 1;
        let mut line = |page: &mut Page<'_>, label: &str, live: &Live, number: Number| {
            page.words(row, 2, label, Look::Inset);
            let cell = page.put(row, 3, live, Look::Body, number);
            row += 1;
            cell
        };
        let page = &mut self.page;
        let wages = line(page, &upper(book.get(m::BASE_WAGES)), &project.wages, Number::Dollars);
        let surplus = line(
            page,
            &upper(book.get(m::BASE_SURPLUS)),
            &most(&project.surplus, 0.0),
            Number::Dollars,
        );
        let scale = line(page, book.get(m::COLUMN_SCALE), &scale, Number::Factor);
        let rest = line(page, &upper(book.get(m::BASE_PRODUCTION)), &rest, Number::Dollars);
        let bases = Bases {
            payroll: &wages * &scale,
            wages,
            surplus,
            production: rest,
            products: num(0.0),
        };
        let mut out = Vec::new();
        for group in groups() {
            let keep = in_group(group);
            let mut live = bases.revenue(&rate, &|l| l.base() != Base::Products && keep(l));
            if group == (Government::Municipal, LevyKind::Fiscal) {
                live = live + &property;
            }
            let label = f::government_line(group.0, group.1, book.lang);
            out.push(line(page, &label, &live, Number::Dollars));
        }
        let personal = bases.revenue(&rate, &|levy| levy.base() == Base::Wages);
        let personal = line(page, book.get(m::PERSONAL), &personal, Number::Dollars);
        self.next = row + 1;
        self.projects[k] = Some(ProjectRevenue { groups: out, personal });
    }

    /// The revenue of a group from the production of some rows, dollars.
    pub(super) fn revenue(&self, group: usize, rows: std::ops::Range<usize>, output: &Vector) -> Live {
        sumproduct(&[&self.per_output[group].slice(rows.clone()), &output.slice(rows)])
    }

    /// Employees' taxes and contributions from the production of some rows, dollars.
    pub(super) fn personal(&self, rows: std::ops::Range<usize>, output: &Vector) -> Live {
        sumproduct(&[&self.personal.slice(rows.clone()), &output.slice(rows)])
    }

    /// The part of product taxes that a group receives, where it receives any.
    pub(super) fn of_products(&self, group: usize) -> Option<&Live> {
        let (government, kind) = groups()[group];
        let any = Levy::ALL
            .into_iter()
            .any(|l| l.base() == Base::Products && l.government() == government && l.kind() == kind);
        self.products.get(group).filter(|_| any)
    }

    /// What a project itself pays to a group.
    pub(super) fn of_project(&self, k: usize, group: usize) -> Option<&Live> {
        self.projects[k].as_ref().and_then(|p| p.groups.get(group))
    }

    /// Taxes and contributions of a project's own employees.
    pub(super) fn personal_of_project(&self, k: usize) -> Option<&Live> {
        self.projects[k].as_ref().map(|p| &p.personal)
    }
}
