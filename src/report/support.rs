//! Public support in tables: what each costs, what each government gives and receives.

use super::chart::TableSpec;
use super::finances::{GOVERNMENTS, form, government, government_or_all, law_note, revenue_kind};
use super::overview::Scope;
use crate::study::{GovernmentReturn, NetStated, Payback, PublicCase, PublicFinances, SupportForm, SupportStudy};
use crate::text::messages::{finances as m, report as r};
use crate::text::{Lang, Msg, number};

/// Returns the name of a support with how its cost is counted.
pub fn support_name(support: &SupportStudy, lang: Lang) -> String {
    let rate = number::percent_with(support.rate, 1, lang);
    let rate = [("rate", rate.as_str())];
    let detail = match support.form {
        SupportForm::Grant => m::DETAIL_GRANT.get(lang).to_owned(),
        SupportForm::Loan => m::DETAIL_LOAN.fill(lang, &rate),
        SupportForm::Equity => m::DETAIL_EQUITY.fill(lang, &rate),
        SupportForm::Credit | SupportForm::Holiday => m::DETAIL_RATE.fill(lang, &rate),
    };
    let own = support.label.as_ref().map(|l| l.get(lang).to_owned());
    let name = own.unwrap_or_else(|| form(support.form).get(lang).to_owned());
    m::NAMED_DETAIL.fill(lang, &[("name", &name), ("detail", &detail)])
}

/// Returns the supports with what each costs; nothing without support.
pub fn supports(scope: &Scope<'_>, finances: &PublicFinances) -> Option<TableSpec> {
    let lang = scope.lang;
    let planned = &finances.planned;
    if planned.supports.is_empty() {
        return None;
    }
    let millions = |v: f64| number::decimal(v / 1e6, 1, lang);
    let closed = finances.closed.as_ref();
    let mut head = vec![
        m::COLUMN_INSTRUMENT,
        m::COLUMN_GOVERNMENT,
        m::COLUMN_YEAR,
        m::COLUMN_NOMINAL,
        m::COLUMN_CONSTANT,
        m::COLUMN_NET_COST,
    ];
    if closed.is_some() {
        head.push(m::COLUMN_CLOSED_COST);
    }
    let mut rows: Vec<Vec<String>> = planned
        .supports
        .iter()
        .map(|s| {
            let mut row = vec![
                support_name(s, lang),
                government(s.government).get(lang).to_owned(),
                s.year.to_string(),
                millions(s.nominal),
                millions(s.face),
                millions(s.net_cost),
            ];
            if let Some(case) = closed {
                let same = case.supports.iter().find(|c| c.id == s.id);
                row.push(millions(same.map_or(0.0, |c| c.net_cost)));
            }
            row
        })
        .collect();
    let sum = |case: &PublicCase| millions(case.supports.iter().map(|s| s.net_cost).sum());
    let mut total = vec![
        r::TOTAL.get(lang).to_owned(),
        String::new(),
        String::new(),
        millions(planned.supports.iter().map(|s| s.nominal).sum()),
        millions(planned.face()),
        sum(planned),
    ];
    total.extend(closed.map(sum));
    rows.push(total);
    let net: f64 = planned.supports.iter().map(|s| s.net_cost).sum();
    Some(
        TableSpec {
            title: scope.fill(
                m::SUPPORT_TITLE,
                &[
                    ("face", &number::dollars_in_millions(planned.face(), lang)),
                    ("net", &number::dollars_in_millions(net, lang)),
                ],
            ),
            columns: head.into_iter().map(|c| c.get(lang).to_owned()).collect(),
            rows,
            alt: m::SUPPORT_ALT.get(lang).to_owned(),
            ..TableSpec::default()
        }
        .with_total(),
    )
}

/// Returns what each government gives and receives, as planned and with an early closure.
pub fn returns(scope: &Scope<'_>, finances: &PublicFinances) -> TableSpec {
    let lang = scope.lang;
    let millions = |v: f64| number::decimal(v / 1e6, 1, lang);
    let when = |p: &Payback| match (p.cost > 0.0, p.year) {
        (false, _) => m::NOTHING_GIVEN.get(lang).to_owned(),
        (true, Some(year)) => year.to_string(),
        (true, None) => m::NEVER.get(lang).to_owned(),
    };
    let row = |case: &PublicCase, of: &GovernmentReturn| {
        let name = government_or_all(of.government).get(lang);
        let name = match case.closes {
            None => name.to_owned(),
            Some(year) => scope.fill(m::ROW_CLOSED, &[("government", name), ("year", &year.to_string())]),
        };
        vec![
            name,
            millions(of.face.cost),
            millions(of.net.cost),
            millions(of.net.cumulated.last().map_or(0.0, |(_, v)| *v)),
            number::or_nothing(of.net.ratio, |v| number::decimal(v, 1, lang)),
            when(&of.face),
            when(&of.net),
        ]
    };
    let order = |case: &'_ PublicCase| -> Vec<Vec<String>> {
        let all = GOVERNMENTS.iter().map(|g| Some(*g)).chain([None]);
        all.filter_map(|g| Some(row(case, case.of(g)?))).collect()
    };
    let mut rows = order(&finances.planned);
    rows.extend(finances.closed.as_ref().map(order).unwrap_or_default());
    let revenue = &finances.planned.revenue;
    let end = |of: Option<&(i32, _, _)>| of.map_or(0, |(year, ..)| *year);
    let years = number::years(end(revenue.first()), end(revenue.last()), lang);
    let head = [
        m::COLUMN_GOVERNMENT,
        m::COLUMN_FACE,
        m::COLUMN_NET_COST,
        m::COLUMN_REVENUE,
        m::COLUMN_RATIO,
        m::COLUMN_PAYBACK_FACE,
        m::COLUMN_PAYBACK_NET,
    ];
    TableSpec {
        title: m::RETURNS_TITLE.get(lang).to_owned(),
        columns: head
            .iter()
            .map(|c| scope.fill(*c, &[("kind", revenue_kind(finances).get(lang)), ("years", &years)]))
            .collect(),
        rows,
        alt: m::RETURNS_ALT.get(lang).to_owned(),
        ..TableSpec::default()
    }
}

/// Returns what stands below the table of returns: price year, rates, cost per job, what is not counted.
pub fn returns_notes(scope: &Scope<'_>, finances: &PublicFinances) -> Vec<String> {
    let lang = scope.lang;
    let money = &finances.money;
    let mut out = vec![scope.fill(
        m::RETURNS_SUBTITLE,
        &[
            ("year", &money.data_year.to_string()),
            ("base", &money.base_year.to_string()),
            ("rate", &number::percent_with(money.discount, 1, lang)),
            ("kind", revenue_kind(finances).get(lang)),
        ],
    )];
    let job_kind = match finances.net_stated {
        NetStated::Everywhere => m::JOB_KIND_NET,
        NetStated::Partly => m::JOB_KIND_PARTLY_NET,
        NetStated::Nowhere => m::JOB_KIND_GROSS,
    };
    let cost = |case: &PublicCase, message: Msg| {
        let dollars = |v: f64| number::dollars((v / 100.0).round() * 100.0, lang);
        Some(scope.fill(
            message,
            &[
                ("job_kind", job_kind.get(lang)),
                ("jobs", &number::whole(case.jobs.get(), lang)),
                ("cost", &dollars(case.cost_per_job()?)),
                ("years", &number::whole(case.job_years.get(), lang)),
                ("per_year", &dollars(case.cost_per_job_year()?)),
                ("closure", &case.closes.map_or_else(String::new, |y| y.to_string())),
            ],
        ))
    };
    out.extend(cost(&finances.planned, m::COST_PER_JOB));
    out.extend(finances.closed.as_ref().and_then(|c| cost(c, m::COST_PER_JOB_CLOSED)));
    if finances.net_stated != NetStated::Everywhere {
        out.push(m::NET_UNSTATED_NOTE.get(lang).to_owned());
    }
    out.push(m::CONTRIBUTIONS_NOTE.get(lang).to_owned());
    out.push(m::PROVINCE_ONLY.get(lang).to_owned());
    if let Some(law) = &scope.study.structure.law {
        out.push(law_note(law, lang));
    }
    out
}
