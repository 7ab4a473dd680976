//! The project's own rates: the law's brackets, applied to equally likely wages around its mean wage.

use super::Book;
use super::inputs::{Inputs, KindInputs};
use super::live::{Cond, Live, Range, atom, least, most, num};
use super::page::Page;
use super::style::{Look, Number};
use crate::report::finances as f;
use crate::study::{Law, Levy, ProjectLaw, Start};
use crate::text::Msg;
use crate::text::messages::{workbook as m, workbook_law as l};

/// What a project pays per dollar of its wages, at its own wage and payroll.
pub(super) struct ProjectRates {
    /// Whether it pays wages at all.
    pub(super) paid: Cond,
    rates: Vec<(Levy, Live)>,
}

impl ProjectRates {
    /// The rate of a levy on its wages; nothing for levies that the wage does not decide.
    pub(super) fn own(&self, levy: Levy) -> Option<Live> {
        let found = self.rates.iter().find(|(of, _)| *of == levy);
        found.map(|(_, rate)| rate.clone())
    }
}

/// The figures of the law as the block writes them.
struct Numbers {
    qpp_exemption: Live,
    qpp_ceiling: Live,
    qpp_second_ceiling: Live,
    qpp_base: Live,
    qpp_additional: Live,
    qpp_second: Live,
    qpip: Insured,
    ei: Insured,
    cnesst: Live,
    standards: Live,
    basic_most: Live,
    basic_least: Live,
    /// Between which net incomes the basic amount falls; nothing where it does not.
    basic_falls: Option<(Live, Live)>,
    federal_credit: Live,
    employment: Live,
    abatement: Live,
    quebec_basic: Live,
    quebec_credit: Live,
    worker_rate: Live,
    worker_most: Live,
    health: Live,
    training: Live,
    /// Thresholds and what each adds to the rate.
    federal: (Range, Range),
    quebec: (Range, Range),
}

struct Insured {
    threshold: Live,
    ceiling: Live,
    employee: Live,
    employer: Live,
}

/// Writes the rates of a project from a row on; returns them and the row after. Nothing where the phase has no project.
pub(super) fn project_rates(
    book: &Book<'_>,
    inputs: &Inputs<'_>,
    page: &mut Page<'_>,
    k: usize,
    row: u32,
) -> Option<(ProjectRates, u32)> {
    let law = book.study.structure.law.as_ref()?;
    let phase = &book.study.phases[k];
    let Start::Operation(start) = &phase.workings.start else {
        return None;
    };
    let own = start.law.as_ref()?;
    let KindInputs::Operation { jobs, wage, .. } = &inputs.phases[k].kind else {
        return None;
    };
    let name = book.phase(phase);
    let title = book.fill(m::PROJECT_RATES_TITLE, &[("phase", &name)]);
    page.section(row, 3 + Levy::ALL.len() as u16, &title);
    let below = book.fill(m::PROJECT_RATES_BELOW, &[("year", &law.year.to_string())]);
    page.words(row + 1, 0, &below, Look::Note);
    let mut at = row + 2;
    let dollars = fixed(book, page, &mut at, l::DOLLARS, law.dollars, Number::Factor);
    let mean = dollars * wage * &inputs.phases[k].price_factor;
    let mean = put(book, page, &mut at, m::LAW_WAGE, &mean, Number::Dollars);
    let payroll = put(book, page, &mut at, m::LAW_PAYROLL, &(&mean * jobs), Number::Dollars);
    let (numbers, last) = numbers(book, page, law, own, &payroll, at);
    let first = last + 4;
    let columns = points(book, page, own, &mean, &numbers, first);
    let means = first - 2;
    page.words(means, 2, book.get(m::MEANS), Look::Total);
    let paid = payroll.above(0.0);
    let rates = columns
        .into_iter()
        .enumerate()
        .map(|(at, (levy, column))| {
            let rate = paid.choose(column.mean() / &mean, 0.0);
            let cell = page.put(means, FIRST_LEVY + at as u16, &rate, Look::Total, Number::Coefficient);
            (levy, cell)
        })
        .collect();
    let next = first + own.wage_points.len() as u32 + 2;
    Some((ProjectRates { paid, rates }, next))
}

fn fixed(book: &Book<'_>, page: &mut Page<'_>, row: &mut u32, label: Msg, value: f64, number: Number) -> Live {
    page.words(*row, 2, book.get(label), Look::Inset);
    let cell = page.number(*row, 3, value, Look::Fixed, number);
    *row += 1;
    cell
}

fn put(book: &Book<'_>, page: &mut Page<'_>, row: &mut u32, label: Msg, live: &Live, number: Number) -> Live {
    page.words(*row, 2, book.get(label), Look::Inset);
    let cell = page.put(*row, 3, live, Look::Body, number);
    *row += 1;
    cell
}

/// Writes the figures of the law; returns them and the row after.
fn numbers(
    book: &Book<'_>,
    page: &mut Page<'_>,
    law: &Law,
    own: &ProjectLaw,
    payroll: &Live,
    row: u32,
) -> (Numbers, u32) {
    let rules = &law.rules;
    page.words(row, 2, book.get(m::LAW_NUMBERS), Look::Strong);
    let top = row + 1;
    let mut at = top;
    let mut next = |page: &mut Page<'_>, label: Msg, value: f64| {
        // Rates are below one, amounts far above.
        let number = if value.abs() < 1.0 {
            Number::Factor
        } else {
            Number::Dollars
        };
        fixed(book, page, &mut at, label, value, number)
    };
    let (qpp, fund) = (&rules.qpp, &rules.fss);
    let mut insured = |page: &mut Page<'_>, labels: [Msg; 4], i: [f64; 4]| Insured {
        threshold: next(page, labels[0], i[0]),
        ceiling: next(page, labels[1], i[1]),
        employee: next(page, labels[2], i[2]),
        employer: next(page, labels[3], i[3]),
    };
    let of = |i: &crate::study::Insurance| [i.threshold, i.ceiling, i.employee_rate, i.employer_rate];
    let qpip = insured(
        page,
        [l::QPIP_THRESHOLD, l::QPIP_CEILING, l::QPIP_EMPLOYEE, l::QPIP_EMPLOYER],
        of(&rules.qpip),
    );
    let ei = insured(
        page,
        [l::EI_THRESHOLD, l::EI_CEILING, l::EI_EMPLOYEE, l::EI_EMPLOYER],
        of(&rules.ei),
    );
    let federal_brackets = &rules.federal.brackets.thresholds;
    let falls = match federal_brackets[..] {
        [.., low, high] if high > low => Some((low, high)),
        _ => None,
    };
    let low_rate = next(page, l::HEALTH_LOW, own.low_health_rate);
    let high_rate = next(page, l::HEALTH_HIGH, fund.high_rate);
    let low_payroll = next(page, l::HEALTH_LOW_PAYROLL, fund.low_payroll);
    let high_payroll = next(page, l::HEALTH_HIGH_PAYROLL, fund.high_payroll);
    let training_rate = next(page, l::TRAINING_RATE, rules.training_rate);
    let training_payroll = next(page, l::TRAINING_PAYROLL, rules.training_payroll);
    let out = Numbers {
        qpp_exemption: next(page, l::QPP_EXEMPTION, qpp.exemption),
        qpp_ceiling: next(page, l::QPP_CEILING, qpp.ceiling),
        qpp_second_ceiling: next(page, l::QPP_SECOND_CEILING, qpp.second_ceiling),
        qpp_base: next(page, l::QPP_BASE, qpp.base_rate),
        qpp_additional: next(page, l::QPP_ADDITIONAL, qpp.additional_rate),
        qpp_second: next(page, l::QPP_SECOND, qpp.second_rate),
        qpip,
        ei,
        cnesst: next(page, l::CNESST, rules.cnesst_rate),
        standards: next(page, l::STANDARDS, rules.standards_rate),
        basic_most: next(page, l::FEDERAL_BASIC, rules.federal.basic_maximum),
        basic_least: next(page, l::FEDERAL_BASIC_LEAST, rules.federal.basic_minimum),
        basic_falls: falls.map(|(low, high)| {
            (
                next(page, l::BASIC_FALLS_FROM, low),
                next(page, l::BASIC_FALLS_TO, high),
            )
        }),
        federal_credit: next(page, l::FEDERAL_CREDIT, rules.federal.credit_rate),
        employment: next(page, l::EMPLOYMENT_AMOUNT, rules.federal.employment_amount),
        abatement: next(page, l::ABATEMENT, rules.federal.abatement),
        quebec_basic: next(page, l::QUEBEC_BASIC, rules.quebec.basic_amount),
        quebec_credit: next(page, l::QUEBEC_CREDIT, rules.quebec.credit_rate),
        worker_rate: next(page, l::WORKER_RATE, rules.quebec.worker_deduction_rate),
        worker_most: next(page, l::WORKER_MOST, rules.quebec.worker_deduction_maximum),
        health: num(0.0),
        training: num(0.0),
        federal: brackets(book, page, top, 5, l::FEDERAL_BRACKETS, &rules.federal.brackets),
        quebec: brackets(book, page, top, 8, l::QUEBEC_BRACKETS, &rules.quebec.brackets),
    };
    let way = (payroll - &low_payroll) / (&high_payroll - &low_payroll);
    let between = &low_rate + way * (&high_rate - &low_rate);
    let rising = payroll.at_most(&low_payroll).choose(&low_rate, between);
    let health = payroll.at_least(&high_payroll).choose(&high_rate, rising);
    let training = payroll.above(&training_payroll).choose(&training_rate, 0.0);
    let out = Numbers {
        health: put(book, page, &mut at, m::LAW_HEALTH, &health, Number::Factor),
        training: put(book, page, &mut at, m::LAW_TRAINING, &training, Number::Factor),
        ..out
    };
    (out, at)
}

/// Writes thresholds and the rate that each adds to the one below it.
fn brackets(
    book: &Book<'_>,
    page: &mut Page<'_>,
    row: u32,
    column: u16,
    title: Msg,
    brackets: &crate::study::Brackets,
) -> (Range, Range) {
    page.words(row - 1, column, book.get(title), Look::Strong);
    page.words(row, column, book.get(m::THRESHOLD), Look::Head);
    page.words(row, column + 1, book.get(m::RATE_ADDED), Look::Head);
    let mut before = 0.0;
    let added: Vec<f64> = brackets
        .rates
        .iter()
        .map(|rate| {
            let added = rate - before;
            before = *rate;
            added
        })
        .collect();
    (
        page.fixed(row + 1, column, &brackets.thresholds, Number::Dollars),
        page.fixed(row + 1, column + 1, &added, Number::Factor),
    )
}

/// Tax before credits: what each threshold passed adds.
fn tax((thresholds, added): &(Range, Range), income: &Live) -> Live {
    let [t, a] = [thresholds, added].map(Range::text);
    let i = &income.text;
    let lines = thresholds.values().iter().zip(added.values());
    let value = lines.map(|(t, a)| (income.value - t).max(0.0) * a).sum();
    atom(format!("SUMPRODUCT(({i}>{t})*({i}-{t})*{a})"), value)
}

/// The column of the first levy.
const FIRST_LEVY: u16 = 8;

/// Writes one row per wage; returns the column of each levy.
fn points(
    book: &Book<'_>,
    page: &mut Page<'_>,
    own: &ProjectLaw,
    mean: &Live,
    n: &Numbers,
    first: u32,
) -> Vec<(Levy, Range)> {
    let count = own.wage_points.len();
    let heads = first - 1;
    let _ = page.sheet.set_row_height(heads, 48);
    let point = page.fixed(first, 3, &own.wage_points, Number::Factor);
    let each = |f: &dyn Fn(usize) -> Live| -> Vec<Live> { (0..count).map(f).collect() };
    let column = |page: &mut Page<'_>, at: u16, head: &str, lives: Vec<Live>| {
        page.words(heads, at, head, Look::Head);
        page.column(first, at, &lives, Look::Body, Number::Dollars)
    };
    page.words(heads, 3, book.get(m::COLUMN_POINT), Look::Head);
    let wage = column(
        page,
        4,
        book.get(m::COLUMN_LAW_WAGE),
        each(&|k| point.cell(k, 0) * mean),
    );
    let w = |k: usize| wage.cell(k, 0);
    let contributory = |k: usize| most(least(w(k), &n.qpp_ceiling) - &n.qpp_exemption, 0.0);
    let base = each(&|k| &n.qpp_base * contributory(k));
    let base = column(page, 5, book.get(m::COLUMN_QPP_BASE), base);
    let above = |k: usize| most(least(w(k), &n.qpp_second_ceiling) - &n.qpp_ceiling, 0.0);
    let added = each(&|k| &n.qpp_additional * contributory(k) + &n.qpp_second * above(k));
    let added = column(page, 6, book.get(m::COLUMN_QPP_ADDED), added);
    let net = each(&|k| most(w(k) - added.cell(k, 0), 0.0));
    let net = column(page, 7, book.get(l::NET_INCOME), net);

    let mut at = FIRST_LEVY;
    let mut out: Vec<(Levy, Range)> = Vec::new();
    let mut levy = |page: &mut Page<'_>, levy: Levy, lives: Vec<Live>| {
        let range = column(page, at, book.get(f::levy(levy)), lives);
        at += 1;
        out.push((levy, range.clone()));
        range
    };
    let employee = |i: &Insured, k: usize| {
        w(k).above(&i.threshold)
            .choose(&i.employee * least(w(k), &i.ceiling), 0.0)
    };
    let employer = |i: &Insured, k: usize| &i.employer * least(w(k), &i.ceiling);
    let insurable = |k: usize| least(w(k), &n.qpip.ceiling);
    levy(page, Levy::EmployeeQpp, each(&|k| base.cell(k, 0) + added.cell(k, 0)));
    let qpip = levy(page, Levy::EmployeeQpip, each(&|k| employee(&n.qpip, k)));
    let ei = levy(page, Levy::EmployeeEi, each(&|k| employee(&n.ei, k)));
    let basic = |k: usize| match &n.basic_falls {
        Some((low, high)) => {
            let way = least(most((net.cell(k, 0) - low) / (high - low), 0.0), 1.0);
            &n.basic_most + way * (&n.basic_least - &n.basic_most)
        }
        None => n.basic_most.clone(),
    };
    let federal = each(&|k| {
        let amounts = basic(k) + base.cell(k, 0) + qpip.cell(k, 0) + ei.cell(k, 0) + least(&n.employment, w(k));
        let tax = tax(&n.federal, &net.cell(k, 0)) - &n.federal_credit * amounts;
        most(tax, 0.0) * (num(1.0) - &n.abatement)
    });
    levy(page, Levy::FederalIncomeTax, federal);
    let quebec = each(&|k| {
        let deduction = least(&n.worker_rate * w(k), &n.worker_most);
        let taxable = most(net.cell(k, 0) - deduction, 0.0);
        most(tax(&n.quebec, &taxable) - &n.quebec_credit * &n.quebec_basic, 0.0)
    });
    levy(page, Levy::QuebecIncomeTax, quebec);
    levy(page, Levy::EmployerQpp, each(&|k| base.cell(k, 0) + added.cell(k, 0)));
    levy(page, Levy::EmployerQpip, each(&|k| employer(&n.qpip, k)));
    levy(page, Levy::EmployerEi, each(&|k| employer(&n.ei, k)));
    levy(page, Levy::Cnesst, each(&|k| &n.cnesst * insurable(k)));
    levy(page, Levy::HealthFund, each(&|k| &n.health * w(k)));
    levy(page, Levy::LabourStandards, each(&|k| &n.standards * insurable(k)));
    levy(page, Levy::Training, each(&|k| &n.training * w(k)));
    out
}
