//! The page of family income: what residents earn, and the families that supports.

use super::chart::{ChartKind, ChartSpec, Row, TableSpec, Written};
use super::charts::{ghosts, value_axis};
use super::overview::{Card, CardFigure, DIRECT, INDIRECT, NoFigure, Scope, difference};
use super::role::Role;
use super::words::{self, in_place, upper_first};
use crate::study::{Claim, Effect, Measure, PhaseStudy, ResidentPay, Study, Territory};
use crate::text::messages::{finances as m, report as r};
use crate::text::rounding::Precision;
use crate::text::{Msg, number};

/// The name of a claim about families in scenario files.
const FAMILIES_CLAIM: &str = "families";

/// A promoter's claim about families.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FamiliesClaim {
    /// How many.
    pub value: f64,
}

impl FamiliesClaim {
    /// Returns the claim of a scenario, when it makes one.
    pub fn of(claims: &[Claim]) -> Option<Self> {
        let claim = claims.iter().find(|c| c.figure == FAMILIES_CLAIM)?;
        Some(Self { value: claim.value })
    }
}

/// Returns the sentence that heads the page.
pub fn finding(scope: &Scope<'_>) -> String {
    let Some(phase) = scope.main_phase() else {
        return String::new();
    };
    let study = scope.study;
    let place = upper_first(&in_place(study, scope.territory, scope.lang));
    let families = study.families(phase, &Effect::ALL, scope.territory);
    let net = phase.net(families).map_or_else(String::new, |v| {
        format!(" {}", scope.fill(m::NET_INSIDE, &[("net", &scope.jobs(v))]))
    });
    let families = scope.jobs(families);
    let pay = study.pay(phase, DIRECT, Territory::Study);
    let pay = pay
        .after_tax
        .and_then(|a| pay.per_job(a))
        .map(|v| number::dollars(rounded(v), scope.lang));
    let values = [("place", place.as_str()), ("families", &families), ("net", &net)];
    match (phase.construction, pay) {
        (true, _) => scope.fill(m::INCOME_FINDING_CONSTRUCTION, &values),
        (false, Some(pay)) => scope.fill(m::INCOME_FINDING, &[values[0], values[1], values[2], ("pay", &pay)]),
        (false, None) => scope.fill(m::INCOME_FINDING_NO_LAW, &values),
    }
}

/// Returns pay to the hundred: no more is known of it.
fn rounded(dollars: f64) -> f64 {
    (dollars / 100.0).round() * 100.0
}

/// Returns the headline cards of the page.
pub fn cards(scope: &Scope<'_>) -> Vec<Card> {
    let study = scope.study;
    let phase = scope.main_phase();
    let saved = phase.and_then(|p| scope.saved_phase(p));
    // Without a phase one can be added; otherwise the law is not known there, or nobody is employed.
    let missing = || {
        let known = phase.is_some_and(|p| study.revenue(p, DIRECT, scope.territory).is_some());
        let (sentence, action) = match (phase, known) {
            (None, _) => (r::CARD_NO_OPERATION, r::CARD_ADD_PHASE.get(scope.lang)),
            (Some(_), false) => (m::RESIDENTS_NO_LAW, ""),
            (Some(_), true) => (m::NO_JOBS, ""),
        };
        NoFigure {
            sentence: sentence.get(scope.lang).into(),
            action: action.into(),
            construction: false,
        }
    };
    let construction = phase.is_some_and(|p| p.construction);
    let money_unit = if construction {
        r::CARD_TOTAL_UNIT
    } else {
        r::CARD_GDP_UNIT
    };
    let card = |id, label: Msg, unit: Msg, figure: Option<CardFigure>| Card {
        id,
        label: label.get(scope.lang).to_owned(),
        unit: scope.fill(unit, &[("place", &scope.place())]),
        short_unit: upper_first(scope.fill(unit, &[("place", "")]).trim_start_matches([',', ' '])),
        figure: figure.ok_or_else(missing),
    };
    type Of<'b> = dyn Fn(&Study, &PhaseStudy, &[Effect]) -> Option<f64> + 'b;
    let figure = |of: &Of<'_>, precision: Precision, caption: Msg| -> Option<CardFigure> {
        let phase = phase?;
        let write = |v: f64| precision.write(v, scope.lang);
        let values = Effect::ALL.map(|e| of(study, phase, &[e]));
        let now = of(study, phase, &Effect::ALL)?;
        let parts = values.map(|v| write(v.unwrap_or(0.0)));
        let then = saved.and_then(|(s, p)| of(s, p, &Effect::ALL));
        let roles = [Role::Direct, Role::IndirectFirst, Role::IndirectOther, Role::Induced];
        Some(CardFigure {
            gross: write(now),
            has_net: true,
            net: phase.net(now).map(write),
            parts: scope.fill(
                r::PARTS,
                &[
                    ("direct", &parts[0]),
                    ("first", &parts[1]),
                    ("other", &parts[2]),
                    ("induced", &parts[3]),
                ],
            ),
            shares: roles.into_iter().zip(values.map(|v| v.unwrap_or(0.0))).collect(),
            caption: scope.fill(caption, &[("direct", &parts[0])]),
            difference: difference(now, then, precision, &write),
        })
    };
    let territory = scope.territory;
    let dollars = |v: f64| number::dollars(rounded(v), scope.lang);
    let alone = |value: Option<f64>, caption: String| -> Option<CardFigure> {
        Some(CardFigure {
            gross: dollars(value?),
            has_net: false,
            net: None,
            parts: caption.clone(),
            shares: Vec::new(),
            caption,
            difference: None,
        })
    };
    let direct = phase.map(|p| study.pay(p, DIRECT, Territory::Study));
    let wage = direct.and_then(|p| p.per_job(p.wages));
    let after = direct.and_then(|p| p.per_job(p.after_tax?)).map_or_else(
        || m::NOT_COMPUTED.get(scope.lang).to_owned(),
        |v| number::whole(rounded(v), scope.lang),
    );
    let after = scope.fill(m::CARD_WAGE_AFTER, &[("pay", &after)]);
    let per_family = phase.and_then(|p| {
        let families = study.families(p, &Effect::ALL, territory);
        let pay = study.residents(p, &Effect::ALL, territory).after_tax?;
        (families > 0.0).then(|| pay / families)
    });
    let earners = number::decimal(study.earners_per_family, 2, scope.lang);
    vec![
        card(
            "families",
            m::CARD_FAMILIES,
            if construction {
                m::CARD_FAMILIES_UNIT_CONSTRUCTION
            } else {
                m::CARD_FAMILIES_UNIT
            },
            figure(
                &|s, p, e| Some(s.families(p, e, territory)),
                Precision::WHOLE,
                m::OF_THEM_DIRECT_FAMILIES,
            ),
        ),
        card(
            "after_tax",
            m::CARD_AFTER_TAX,
            money_unit,
            figure(
                &|s, p, e| s.residents(p, e, territory).after_tax,
                Precision::MILLIONS,
                r::OF_THEM_DIRECT,
            ),
        ),
        card(
            "resident_compensation",
            m::CARD_COMPENSATION,
            money_unit,
            figure(
                &|s, p, e| Some(s.residents(p, e, territory).compensation),
                Precision::MILLIONS,
                r::OF_THEM_DIRECT,
            ),
        ),
        card(
            "wage_per_job",
            m::CARD_WAGE_PER_JOB,
            m::CARD_WAGE_UNIT,
            alone(wage, after),
        ),
        card(
            "pay_per_family",
            m::CARD_PER_FAMILY,
            m::CARD_PER_FAMILY_UNIT,
            alone(per_family, scope.fill(m::PER_FAMILY_NOTE, &[("earners", &earners)])),
        ),
    ]
}

/// Returns the charts of the page, in reading order.
pub fn charts(scope: &Scope<'_>, claim: Option<FamiliesClaim>) -> Vec<ChartSpec> {
    [pay(scope), families(scope, claim)]
        .into_iter()
        .flatten()
        .map(|spec| spec.noting_rounding(scope.lang))
        .collect()
}

const EFFECTS: [(&[Effect], Msg); 4] = [
    (&[Effect::Direct], r::DIRECT),
    (&[Effect::IndirectFirst], m::FIRST_SUPPLIERS),
    (&[Effect::IndirectOther], m::OTHER_SUPPLIERS),
    (&[Effect::Induced], r::INDUCED),
];

fn pay(scope: &Scope<'_>) -> Option<ChartSpec> {
    let (study, phase) = (scope.study, scope.main_phase()?);
    let write = |v: f64| number::dollars(rounded(v), scope.lang);
    let rows: Vec<Row> = EFFECTS
        .iter()
        .filter_map(|(effects, label)| {
            let pay = study.pay(phase, effects, scope.territory);
            let after = pay.per_job(pay.after_tax?)?;
            let (wage, compensation) = (pay.per_job(pay.wages)?, pay.per_job(pay.compensation)?);
            let values = vec![after, wage - after, compensation - wage];
            Some(Row {
                label: label.get(scope.lang).to_owned(),
                total_label: write(compensation),
                value_labels: values.iter().map(|v| write(*v)).collect(),
                values,
                written: Written::dollars(Precision::HUNDREDS),
                ..Row::default()
            })
        })
        .collect();
    let wage = |effects: &[Effect]| {
        let pay = study.pay(phase, effects, scope.territory);
        pay.per_job(pay.wages)
            .map_or_else(|| m::NOT_COMPUTED.get(scope.lang).to_owned(), write)
    };
    if rows.is_empty() {
        return None;
    }
    Some(ChartSpec {
        id: "pay",
        finding: scope.fill(
            m::PAY_FINDING,
            &[("direct", &wage(DIRECT)), ("indirect", &wage(INDIRECT))],
        ),
        subtitle: scope.fill(
            m::PAY_SUBTITLE,
            &[("place", &scope.place()), ("year", &study.data_year.to_string())],
        ),
        source: scope.source(),
        alt: m::PAY_ALT.get(scope.lang).to_owned(),
        kind: ChartKind::StackedBars,
        series: scope.series(&[
            (Role::Induced, m::PAY_TAKE_HOME),
            (Role::Taxes, m::PAY_TAXES),
            (Role::Neutral, m::PAY_EMPLOYER),
        ]),
        axis: value_axis(&rows, scope, m::PAY_UNIT.get(scope.lang)),
        rows,
        marker: None,
        ghost_label: None,
    })
}

fn families(scope: &Scope<'_>, claim: Option<FamiliesClaim>) -> Option<ChartSpec> {
    let (study, phase) = (scope.study, scope.main_phase()?);
    let of = |effects: &[Effect]| study.families(phase, effects, scope.territory);
    let steps: [(&[Effect], Msg); 3] = [
        (DIRECT, m::FAMILIES_DIRECT),
        (
            &[Effect::Direct, Effect::IndirectFirst, Effect::IndirectOther],
            m::FAMILIES_INDIRECT,
        ),
        (&Effect::ALL, m::FAMILIES_INDUCED),
    ];
    let parts: [&[Effect]; 3] = [DIRECT, INDIRECT, &[Effect::Induced]];
    let mut rows: Vec<Row> = steps
        .iter()
        .enumerate()
        .map(|(k, (effects, label))| {
            // Each bar holds the parts counted so far; a claim has a part of its own.
            let mut values: Vec<f64> = parts
                .iter()
                .enumerate()
                .map(|(j, p)| if j <= k { of(p) } else { 0.0 })
                .collect();
            values.push(0.0);
            let then = scope
                .saved_phase(phase)
                .map(|(s, p)| s.families(p, effects, scope.territory));
            let changed = difference(of(effects), then, Precision::WHOLE, &|v| scope.jobs(v));
            Row {
                ghost: then.filter(|_| changed.is_some()),
                difference: changed,
                label: label.get(scope.lang).to_owned(),
                total_label: scope.jobs(of(effects)),
                value_labels: values
                    .iter()
                    .map(|v| if *v > 0.0 { scope.jobs(*v) } else { String::new() })
                    .collect(),
                values,
                ..Row::default()
            }
        })
        .collect();
    if let Some(claim) = claim {
        rows.push(Row {
            label: m::FAMILIES_CLAIM.get(scope.lang).to_owned(),
            total_label: scope.jobs(claim.value),
            value_labels: vec![String::new(), String::new(), String::new(), scope.jobs(claim.value)],
            values: vec![0.0, 0.0, 0.0, claim.value],
            ..Row::default()
        });
    }
    let total = scope.jobs(of(&Effect::ALL));
    let finding = match claim {
        Some(claim) => scope.fill(
            m::FAMILIES_FINDING_CLAIM,
            &[("total", &total), ("claimed", &scope.jobs(claim.value))],
        ),
        None => scope.fill(
            m::FAMILIES_FINDING,
            &[("direct", &scope.jobs(of(DIRECT))), ("total", &total)],
        ),
    };
    let mut series = vec![
        (Role::Direct, r::DIRECT),
        (Role::IndirectFirst, r::INDIRECT),
        (Role::Induced, r::INDUCED),
    ];
    if claim.is_some() {
        series.push((Role::Neutral, m::FAMILIES_CLAIM));
    } else {
        for row in &mut rows {
            row.values.pop();
            row.value_labels.pop();
        }
    }
    Some(ChartSpec {
        id: "families",
        finding,
        subtitle: scope.fill(
            m::FAMILIES_SUBTITLE,
            &[("of", &in_place(study, scope.territory, scope.lang))],
        ),
        source: scope.source(),
        alt: m::FAMILIES_ALT.get(scope.lang).to_owned(),
        kind: ChartKind::StackedBars,
        series: scope.series(&series),
        axis: value_axis(&rows, scope, m::FAMILIES_UNIT.get(scope.lang)),
        ghost_label: ghosts(&rows, scope),
        rows,
        marker: None,
    })
}

/// Returns jobs and income of a phase by effect.
pub fn residents(scope: &Scope<'_>, phase: &PhaseStudy) -> TableSpec {
    let (study, lang) = (scope.study, scope.lang);
    let dollars = |v: Option<f64>| number::or_nothing(v, |v| number::dollars(rounded(v), lang));
    let row = |name: &str, effects: &[Effect]| {
        let pay = study.pay(phase, effects, scope.territory);
        let home: ResidentPay = study.residents(phase, effects, scope.territory);
        vec![
            name.to_owned(),
            scope.jobs(pay.jobs),
            scope.jobs(home.jobs),
            dollars(pay.per_job(pay.compensation)),
            dollars(pay.per_job(pay.wages)),
            dollars(pay.after_tax.and_then(|a| pay.per_job(a))),
            number::or_nothing(home.after_tax, |v| scope.millions(v)),
            scope.jobs(study.families(phase, effects, scope.territory)),
        ]
    };
    let mut rows: Vec<Vec<String>> = EFFECTS.iter().map(|(e, label)| row(label.get(lang), e)).collect();
    rows.push(row(r::TOTAL.get(lang), &Effect::ALL));
    let jobs = words::measure(Measure::Jobs, phase.construction);
    let columns = [
        m::COLUMN_EFFECT,
        jobs,
        m::COLUMN_RESIDENTS,
        m::COLUMN_COMPENSATION,
        m::COLUMN_WAGE,
        m::COLUMN_AFTER_TAX,
        m::COLUMN_RESIDENT_PAY,
        m::COLUMN_FAMILIES,
    ];
    TableSpec {
        title: scope.fill(
            m::RESIDENTS_TABLE,
            &[
                ("place", &words::place_name(study, scope.territory, lang)),
                ("year", &study.data_year.to_string()),
            ],
        ),
        columns: columns.iter().map(|c| c.get(lang).to_owned()).collect(),
        rows,
        alt: m::RESIDENTS_ALT.get(lang).to_owned(),
        ..TableSpec::default()
    }
    .with_total()
}
