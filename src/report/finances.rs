//! The page of public finances: what governments receive and give, and when the one has paid for the other.

use super::chart::{ChartKind, ChartSpec, Row, RowStyle, RowWeight, Series, SeriesStyle, TableSpec, Written};
use super::charts::axis_up_to;
use super::overview::{Scope, difference};
use super::role::Role;
use super::words::{self, in_place};
use crate::study::{
    Effect, Fallback, Government, GovernmentReturn, Law, Levy, LevyKind, Measure, NetStated, Payback, PhaseStudy,
    PublicFinances, Revenue, SupportForm, Territory,
};
use crate::text::messages::{finances as m, report as r, why};
use crate::text::rounding::Precision;
use crate::text::{Lang, Msg, number};

/// What the page is asked to show.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FinancesView {
    /// Whose payback shows; nothing for all governments together.
    pub government: Option<Government>,
    /// Whether revenue stands against the net cost rather than the amounts given.
    pub net_cost: bool,
}

/// The governments in the order of the page: Québec first, then federal and municipal.
pub const GOVERNMENTS: [Government; 3] = [Government::Quebec, Government::Federal, Government::Municipal];

const SUPPLIERS: &[Effect] = &[Effect::Direct, Effect::IndirectFirst, Effect::IndirectOther];

/// Returns the name of a government.
pub fn government(government: Government) -> Msg {
    match government {
        Government::Federal => m::FEDERAL,
        Government::Quebec => m::QUEBEC,
        Government::Municipal => m::MUNICIPAL,
    }
}

/// Returns the name of a government, or of all of them.
pub fn government_or_all(which: Option<Government>) -> Msg {
    which.map_or(m::ALL_GOVERNMENTS, government)
}

/// Returns what revenue over the years is: net, gross, or net for some phases only.
pub fn revenue_kind(finances: &PublicFinances) -> Msg {
    match finances.net_stated {
        NetStated::Everywhere => m::KIND_NET,
        NetStated::Partly => m::KIND_PARTLY_NET,
        NetStated::Nowhere => m::KIND_GROSS,
    }
}

/// Returns the role of a government's marks.
pub fn government_role(government: Government) -> Role {
    match government {
        Government::Federal => Role::Federal,
        Government::Quebec => Role::Quebec,
        Government::Municipal => Role::Municipal,
    }
}

/// Returns the name of a levy.
pub fn levy(levy: Levy) -> Msg {
    match levy {
        Levy::FederalIncomeTax => m::FEDERAL_INCOME_TAX,
        Levy::QuebecIncomeTax => m::QUEBEC_INCOME_TAX,
        Levy::FederalCorporateTax => m::FEDERAL_CORPORATE_TAX,
        Levy::QuebecCorporateTax => m::QUEBEC_CORPORATE_TAX,
        Levy::FederalProductTax => m::FEDERAL_PRODUCT_TAX,
        Levy::QuebecProductTax => m::QUEBEC_PRODUCT_TAX,
        Levy::QuebecProductionTax => m::QUEBEC_PRODUCTION_TAX,
        Levy::MunicipalTax => m::MUNICIPAL_TAX,
        Levy::EmployeeQpp => m::EMPLOYEE_QPP,
        Levy::EmployerQpp => m::EMPLOYER_QPP,
        Levy::EmployeeQpip => m::EMPLOYEE_QPIP,
        Levy::EmployerQpip => m::EMPLOYER_QPIP,
        Levy::EmployeeEi => m::EMPLOYEE_EI,
        Levy::EmployerEi => m::EMPLOYER_EI,
        Levy::Cnesst => m::CNESST,
        Levy::HealthFund => m::HEALTH_FUND,
        Levy::LabourStandards => m::LABOUR_STANDARDS,
        Levy::Training => m::TRAINING,
    }
}

/// Returns the name of a form of support.
pub fn form(form: SupportForm) -> Msg {
    match form {
        SupportForm::Grant => m::FORM_GRANT,
        SupportForm::Loan => m::FORM_LOAN,
        SupportForm::Equity => m::FORM_EQUITY,
        SupportForm::Credit => m::FORM_CREDIT,
        SupportForm::Holiday => m::FORM_HOLIDAY,
    }
}

/// Returns the territory whose revenue shows: the one asked for, or the province, outside which none is computed.
pub fn territory(scope: &Scope<'_>) -> Territory {
    match scope.territory {
        Territory::RestOfCountry | Territory::Country => Territory::Province,
        inside => inside,
    }
}

/// Returns the sentence that heads the page.
pub fn finding(scope: &Scope<'_>, view: FinancesView) -> String {
    let study = scope.study;
    let Some(finances) = &study.finances else {
        return m::NO_LAW.get(scope.lang).to_owned();
    };
    let money = |v: f64| number::dollars_in_millions(v, scope.lang);
    if let Some(of) = finances
        .planned
        .of(view.government)
        .filter(|of| payback(of, view).cost > 0.0)
    {
        let name = match view.government {
            Some(Government::Quebec) => m::QUEBEC,
            Some(Government::Federal) => m::SUBJECT_FEDERAL,
            Some(Government::Municipal) => m::SUBJECT_MUNICIPAL,
            None => m::SUBJECT_ALL,
        };
        let name = name.get(scope.lang);
        let planned = payback(of, view);
        let cost = money(planned.cost);
        let last = planned.cumulated.last().map_or(0, |(y, _)| *y).to_string();
        let year = planned.year.map_or_else(String::new, |y| y.to_string());
        let closed = finances.closed.as_ref().and_then(|case| {
            let other = payback(case.of(view.government)?, view);
            let closure = case.closes?.to_string();
            Some(match other.year {
                None => scope.fill(m::CLOSED_NEVER, &[("closure", &closure)]),
                Some(year) => scope.fill(m::CLOSED_ALSO, &[("closure", &closure), ("year", &year.to_string())]),
            })
        });
        let message = match (planned.year, &closed) {
            (None, _) => m::FINANCES_FINDING_NEVER,
            (Some(_), None) => m::FINANCES_FINDING,
            (Some(_), Some(_)) => m::FINANCES_FINDING_CLOSED,
        };
        return scope.fill(
            message,
            &[
                ("government", name),
                ("cost", &cost),
                ("year", &year),
                ("last", &last),
                ("closed", closed.as_deref().unwrap_or_default()),
            ],
        );
    }
    let Some(phase) = scope.main_phase() else {
        return String::new();
    };
    let revenue = study.revenue(phase, &Effect::ALL, territory(scope)).unwrap_or_default();
    let place = in_place(study, territory(scope), scope.lang);
    let message = if phase.construction {
        m::FINANCES_FINDING_CONSTRUCTION
    } else {
        m::FINANCES_FINDING_NO_SUPPORT
    };
    let quebec = money(revenue.government(Government::Quebec));
    let total = money(revenue.total());
    scope.fill(message, &[("total", &total), ("place", &place), ("quebec", &quebec)])
}

fn payback(of: &GovernmentReturn, view: FinancesView) -> &Payback {
    if view.net_cost { &of.net } else { &of.face }
}

/// Returns the charts of the page, in reading order: revenue of operation, payback, revenue of construction.
pub fn charts(scope: &Scope<'_>, view: FinancesView) -> Vec<ChartSpec> {
    let of = |phase: Option<&PhaseStudy>, id| phase.and_then(|p| revenue(scope, p, id));
    [
        of(scope.study.operation(), "revenue_operation"),
        cumulated(scope, view),
        of(scope.study.construction(), "revenue_construction"),
    ]
    .into_iter()
    .flatten()
    .map(|spec| spec.noting_rounding(scope.lang))
    .collect()
}

/// Returns the revenue of a phase by government, fiscal and parafiscal apart.
fn revenue(scope: &Scope<'_>, phase: &PhaseStudy, id: &'static str) -> Option<ChartSpec> {
    let territory = territory(scope);
    let revenue = scope.study.revenue(phase, &Effect::ALL, territory)?;
    let saved = scope
        .saved_phase(phase)
        .and_then(|(s, p)| s.revenue(p, &Effect::ALL, territory));
    let rows: Vec<Row> = GOVERNMENTS
        .iter()
        .map(|g| {
            let values = LevyKind::ALL.map(|k| revenue.of(*g, k) / 1e6);
            let write = |v: f64| number::decimal(v, 1, scope.lang);
            let then = saved.map(|s| s.government(*g) / 1e6);
            let changed = difference(values.iter().sum(), then, Precision::TENTHS, &write);
            Row {
                ghost: then.filter(|_| changed.is_some()),
                difference: changed,
                label: government(*g).get(scope.lang).to_owned(),
                swatch: Some(government_role(*g)),
                total_label: write(values.iter().sum()),
                value_labels: values
                    .iter()
                    .map(|v| if *v > 0.0 { write(*v) } else { String::new() })
                    .collect(),
                values: values.to_vec(),
                written: Written::plain(Precision::TENTHS),
                ..Row::default()
            }
        })
        .collect();
    let total = revenue.total();
    let share = if total > 0.0 {
        revenue.government(Government::Quebec) / total
    } else {
        0.0
    };
    let finding = if phase.construction {
        m::REVENUE_FINDING_CONSTRUCTION
    } else {
        m::REVENUE_FINDING
    };
    let place = in_place(scope.study, territory, scope.lang);
    let subtitle = if phase.construction {
        m::REVENUE_SUBTITLE_TOTAL
    } else {
        m::REVENUE_SUBTITLE
    };
    let hatched = Series {
        style: SeriesStyle::Hatched,
        ..Series::plain(Role::Neutral, m::PARAFISCAL.get(scope.lang))
    };
    Some(ChartSpec {
        id,
        finding: scope.fill(
            finding,
            &[
                ("share", &number::percent(share, scope.lang)),
                ("total", &number::dollars_in_millions(total, scope.lang)),
                ("place", &place),
            ],
        ),
        subtitle: scope.fill(subtitle, &[("place", &place)]),
        source: scope.source(),
        alt: m::REVENUE_ALT.get(scope.lang).to_owned(),
        kind: ChartKind::RowBars,
        series: vec![Series::plain(Role::Neutral, m::FISCAL.get(scope.lang)), hatched],
        axis: super::charts::value_axis(&rows, scope, m::MILLIONS.get(scope.lang)),
        ghost_label: super::charts::ghosts(&rows, scope),
        rows,
        marker: None,
    })
}

/// Returns net revenue as it adds up over the years, against the support.
fn cumulated(scope: &Scope<'_>, view: FinancesView) -> Option<ChartSpec> {
    let finances = scope.study.finances.as_ref()?;
    let planned = payback(finances.planned.of(view.government)?, view);
    let closed = finances
        .closed
        .as_ref()
        .and_then(|c| Some((c.closes?, payback(c.of(view.government)?, view))));
    let write = |v: f64| number::decimal(v / 1e6, 1, scope.lang);
    let role = view.government.map_or(Role::Taxes, government_role);
    let cost = planned.cost;
    let mut series = vec![Series::plain(role, m::PAYBACK_PLANNED.get(scope.lang))];
    if let Some((year, _)) = closed {
        series.push(Series {
            style: SeriesStyle::Dotted,
            ..Series::plain(
                Role::Abroad,
                scope.fill(m::PAYBACK_CLOSED, &[("year", &year.to_string())]),
            )
        });
        if let Some(line) = series.last_mut() {
            line.role = Role::Induced;
        }
    }
    if cost > 0.0 {
        let message = if view.net_cost {
            m::PAYBACK_COST
        } else {
            m::PAYBACK_SUPPORT
        };
        series.push(Series {
            style: SeriesStyle::Dashed,
            ..Series::plain(
                Role::Neutral,
                scope.fill(message, &[("cost", &number::dollars_in_millions(cost, scope.lang))]),
            )
        });
    }
    let rows: Vec<Row> = planned
        .cumulated
        .iter()
        .map(|(year, value)| {
            let mut values = vec![*value];
            if let Some((_, closed)) = closed {
                let of = closed.cumulated.iter().find(|(y, _)| y == year);
                values.push(of.map_or(0.0, |(_, v)| *v));
            }
            if cost > 0.0 {
                values.push(cost);
            }
            Row {
                label: year.to_string(),
                total_label: match planned.year {
                    Some(y) if y == *year => scope.fill(m::PAYBACK_AT, &[("year", &year.to_string())]),
                    _ => String::new(),
                },
                value_labels: values.iter().map(|v| write(*v)).collect(),
                values: values.iter().map(|v| v / 1e6).collect(),
                written: Written::plain(Precision::TENTHS),
                ..Row::default()
            }
        })
        .collect();
    let largest = rows
        .iter()
        .flat_map(|row| row.values.iter().copied())
        .fold(0.0, f64::max);
    let name = government_or_all(view.government).get(scope.lang);
    let year = scope.study.data_year.to_string();
    let base = finances.money.base_year.to_string();
    let subtitle = if view.net_cost {
        m::PAYBACK_SUBTITLE_PRESENT
    } else {
        m::PAYBACK_SUBTITLE
    };
    Some(ChartSpec {
        id: "payback",
        finding: payback_finding(scope, finances, planned, view),
        subtitle: scope.fill(
            subtitle,
            &[
                ("government", name),
                ("kind", revenue_kind(finances).get(scope.lang)),
                ("year", &year),
                ("base", &base),
            ],
        ),
        source: scope.source(),
        alt: m::PAYBACK_ALT.get(scope.lang).to_owned(),
        kind: ChartKind::Lines,
        series,
        axis: axis_up_to(largest, 4, scope, m::MILLIONS.get(scope.lang)),
        rows,
        marker: None,
        ghost_label: None,
    })
}

fn payback_finding(scope: &Scope<'_>, finances: &PublicFinances, planned: &Payback, view: FinancesView) -> String {
    let aid = match view.government {
        Some(Government::Quebec) => m::AID_QUEBEC,
        Some(Government::Federal) => m::AID_FEDERAL,
        Some(Government::Municipal) => m::AID_MUNICIPAL,
        None => m::AID_ALL,
    };
    let aid = ("aid", aid.get(scope.lang));
    let last = planned.cumulated.last().copied().unwrap_or_default();
    let operation = scope.study.operation().map(|p| p.start);
    match (planned.cost > 0.0, planned.year, operation) {
        (false, ..) => scope.fill(
            m::PAYBACK_FINDING_NONE,
            &[
                ("kind", revenue_kind(finances).get(scope.lang)),
                ("total", &number::dollars_in_millions(last.1, scope.lang)),
                ("last", &last.0.to_string()),
            ],
        ),
        (true, None, _) => {
            let part = number::percent(last.1 / planned.cost, scope.lang);
            words::upper_first(&scope.fill(m::PAYBACK_FINDING_NEVER, &[("percent", &part), aid]))
        }
        (true, Some(year), Some(start)) if year >= start => {
            let count = year - start + 1;
            if count == 1 {
                return scope.fill(m::PAYBACK_FINDING_YEAR, &[aid]);
            }
            let years = scope.fill(m::PAYBACK_YEARS, &[("count", &count.to_string())]);
            scope.fill(m::PAYBACK_FINDING, &[("years", &years), aid])
        }
        (true, Some(_), _) => words::upper_first(&scope.fill(m::PAYBACK_FINDING_BEFORE, &[aid])),
    }
}

/// Returns a phase in the layout of the Institut de la statistique du Québec, without induced effects, with the sentence below it.
pub fn isq(scope: &Scope<'_>, phase: &PhaseStudy) -> (TableSpec, String) {
    let (study, lang) = (scope.study, scope.lang);
    let territory = territory(scope);
    let columns: [&[Effect]; 4] = [
        &[Effect::Direct],
        &[Effect::IndirectFirst],
        &[Effect::IndirectOther],
        SUPPLIERS,
    ];
    let of = |measure: Measure, effects: &[Effect]| -> f64 {
        effects.iter().map(|e| study.value(phase, measure, *e, territory)).sum()
    };
    let inside = |name: Msg| crate::text::messages::full::INSIDE.fill(lang, &[("name", name.get(lang))]);
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut styles: Vec<RowStyle> = Vec::new();
    // Whether the parts of some total miss it as they are shown, along a row or down a column.
    let mut rounded = false;
    let mut push = |name: String, values: Option<[f64; 4]>, precision: Precision, style: RowStyle| {
        let mut row = vec![name];
        match values {
            Some(values) => {
                let [parts @ .., total] = &values;
                rounded |= precision.misses(parts, *total);
                row.extend(values.map(|v| precision.write(v, lang)));
            }
            None => row.extend([const { String::new() }; 4]),
        }
        rows.push(row);
        styles.push(style);
    };
    let (plain, strong) = (RowStyle::default(), RowStyle::of(RowWeight::Strong));
    push(
        match phase.construction {
            true => m::ISQ_WORKFORCE,
            // Jobs of a year of operation: years held add up in construction alone.
            false => m::ISQ_WORKFORCE_OPERATION,
        }
        .get(lang)
        .to_owned(),
        Some(columns.map(|e| of(Measure::Jobs, e))),
        Precision::WHOLE,
        strong,
    );
    push(
        m::ISQ_GDP.get(lang).to_owned(),
        Some(columns.map(|e| of(Measure::Gdp, e))),
        Precision::MILLIONS,
        strong,
    );
    push(
        inside(m::ISQ_WAGES),
        Some(columns.map(|e| of(Measure::Wages, e))),
        Precision::MILLIONS,
        plain,
    );
    push(
        inside(m::ISQ_CONTRIBUTIONS),
        Some(columns.map(|e| of(Measure::Compensation, e) - of(Measure::Wages, e))),
        Precision::MILLIONS,
        plain,
    );
    push(
        inside(m::ISQ_SURPLUS),
        Some(columns.map(|e| of(Measure::Surplus, e))),
        Precision::MILLIONS,
        plain,
    );
    push(
        inside(m::ISQ_PRODUCTION),
        Some(columns.map(|e| of(Measure::ProductionTaxes, e))),
        Precision::MILLIONS,
        plain,
    );
    push(
        m::ISQ_PRODUCTS.get(lang).to_owned(),
        Some(columns.map(|e| of(Measure::ProductTaxes, e))),
        Precision::MILLIONS,
        plain,
    );
    push(
        m::ISQ_IMPORTS.get(lang).to_owned(),
        Some(columns.map(|e| of(Measure::ForeignImports, e))),
        Precision::MILLIONS,
        plain,
    );
    let revenue = |effects: &[Effect]| study.revenue(phase, effects, territory);
    if revenue(SUPPLIERS).is_some() {
        let cells = |pick: &dyn Fn(&Revenue) -> f64| Some(columns.map(|e| revenue(e).as_ref().map_or(0.0, pick)));
        let heading = RowStyle::of(RowWeight::Heading);
        push(
            m::ISQ_REVENUE_HEADING.get(lang).to_owned(),
            None,
            Precision::MILLIONS,
            heading,
        );
        for g in GOVERNMENTS {
            for k in LevyKind::ALL {
                if g == Government::Municipal && k == LevyKind::Parafiscal {
                    continue;
                }
                let pattern = match k {
                    LevyKind::Fiscal => SeriesStyle::Plain,
                    LevyKind::Parafiscal => SeriesStyle::Hatched,
                };
                let style = RowStyle {
                    swatch: Some((government_role(g), pattern)),
                    ..plain
                };
                push(
                    government_line(g, k, lang),
                    cells(&|r| r.of(g, k)),
                    Precision::MILLIONS,
                    style,
                );
            }
        }
        let total = RowStyle::of(RowWeight::Total);
        push(
            m::ISQ_REVENUE.get(lang).to_owned(),
            cells(&Revenue::total),
            Precision::MILLIONS,
            total,
        );
        let lines = |r: &Revenue| {
            GOVERNMENTS
                .iter()
                .flat_map(|g| LevyKind::ALL.map(|k| r.of(*g, k)))
                .collect::<Vec<_>>()
        };
        let down = |r: Revenue| Precision::MILLIONS.misses(&lines(&r), r.total());
        rounded |= columns.iter().any(|e| revenue(e).is_some_and(down));
    }
    let total = |effects: &[Effect]| number::dollars_in_millions(revenue(effects).map_or(0.0, |r| r.total()), lang);
    let title = if phase.construction {
        m::ISQ_TITLE_CONSTRUCTION
    } else {
        m::ISQ_TITLE
    };
    let name = words::phase(study, phase, lang).to_lowercase();
    let place = words::place_name(study, territory, lang);
    let subtitle = scope.fill(m::ISQ_SUBTITLE, &[("place", &place), ("phase", &name)]);
    let unit = scope.fill(m::ISQ_UNIT, &[("year", &study.data_year.to_string())]);
    let spec = TableSpec {
        title: match revenue(SUPPLIERS) {
            Some(_) => scope.fill(
                title,
                &[
                    ("total", &total(SUPPLIERS)),
                    ("place", &in_place(study, territory, lang)),
                ],
            ),
            None => subtitle.clone(),
        },
        columns: vec![
            unit,
            r::DIRECT.get(lang).to_owned(),
            m::ISQ_FIRST.get(lang).to_owned(),
            m::ISQ_OTHERS.get(lang).to_owned(),
            r::TOTAL.get(lang).to_owned(),
        ],
        rows,
        styles,
        alt: m::ISQ_ALT.get(lang).to_owned(),
    };
    let note = match revenue(&Effect::ALL) {
        Some(_) => format!(
            "{subtitle}. {}",
            scope.fill(m::ISQ_NOTE, &[("total", &total(&Effect::ALL))])
        ),
        None => m::NO_LAW_HELD.get(lang).to_owned(),
    };
    let note = match rounded {
        true => format!("{}. {}", note.trim_end_matches('.'), why::ROUNDED.get(lang)),
        false => note,
    };
    (spec, note)
}

/// Returns the name of a government's fiscal or parafiscal revenue.
pub fn government_line(g: Government, kind: LevyKind, lang: Lang) -> String {
    let kind = match kind {
        LevyKind::Fiscal => m::FISCAL,
        LevyKind::Parafiscal => m::PARAFISCAL,
    };
    m::LINE_OF_GOVERNMENT.fill(
        lang,
        &[("government", government(g).get(lang)), ("kind", kind.get(lang))],
    )
}

/// Returns every tax and contribution of a phase by effect; nothing where revenue is not computed.
pub fn levies(scope: &Scope<'_>, phase: &PhaseStudy) -> Option<TableSpec> {
    let (study, lang) = (scope.study, scope.lang);
    let territory = territory(scope);
    let of = |effects: &[Effect]| study.revenue(phase, effects, territory);
    let columns: Vec<Revenue> = Effect::ALL
        .iter()
        .map(|e| of(&[*e]))
        .chain([of(&Effect::ALL)])
        .collect::<Option<_>>()?;
    let millions = |v: f64| number::decimal(v / 1e6, 2, lang);
    let mut rows: Vec<Vec<String>> = Levy::ALL
        .iter()
        .filter(|l| columns.iter().any(|c| c.get(**l) != 0.0))
        .map(|l| {
            let mut row = vec![levy(*l).get(lang).to_owned()];
            row.extend(columns.iter().map(|c| millions(c.get(*l))));
            row
        })
        .collect();
    let mut total = vec![m::ISQ_REVENUE.get(lang).to_owned()];
    total.extend(columns.iter().map(|c| millions(c.total())));
    rows.push(total);
    let mut head = vec![m::LEVY.get(lang).to_owned()];
    head.extend(Effect::ALL.iter().map(|e| words::effect_short(*e).get(lang).to_owned()));
    head.push(r::TOTAL.get(lang).to_owned());
    let name = words::phase(study, phase, lang).to_lowercase();
    Some(
        TableSpec {
            title: scope.fill(
                m::LEVIES_TITLE,
                &[
                    ("place", &words::place_name(study, territory, lang)),
                    ("phase", &name),
                    ("year", &study.data_year.to_string()),
                ],
            ),
            columns: head,
            rows,
            alt: m::LEVIES_ALT.get(lang).to_owned(),
            ..TableSpec::default()
        }
        .with_total(),
    )
}

/// Returns the year of the law, and what of that year is not known.
pub fn law_note(law: &Law, lang: Lang) -> String {
    let missing: Vec<&Fallback> = law.fallbacks.iter().collect();
    let year = law.asked.to_string();
    let mut text = if missing.is_empty() {
        m::LAW_YEAR.fill(lang, &[("year", &year)])
    } else {
        let count = missing.len().to_string();
        m::LAW_FALLBACK.fill(lang, &[("year", &year), ("count", &count)])
    };
    if law.year != law.asked {
        text.push_str(". ");
        text.push_str(&m::LAW_DOLLARS.fill(lang, &[("year", &law.year.to_string())]));
    }
    text
}

/// Returns what the municipality gains each year, in a title and a line; nothing where the scenario does not say what is taxed.
pub fn municipal(scope: &Scope<'_>) -> Option<(String, String)> {
    let base = scope.study.phases.iter().find_map(|p| p.municipal)?;
    let lang = scope.lang;
    let dollars = |v: f64| number::dollars(v, lang);
    let title = scope.fill(m::MUNICIPAL_TITLE, &[("gain", &dollars(base.net_gain()))]);
    let text = scope.fill(
        m::MUNICIPAL_TEXT,
        &[
            ("value", &dollars(base.assessed_value)),
            ("rate", &number::decimal(base.rate, 4, lang)),
            ("tax", &dollars(base.tax)),
            ("lost", &dollars(base.equalization_lost)),
        ],
    );
    Some((title, text))
}
