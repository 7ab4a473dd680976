//! How the totals of public revenue on one page lead to each other: from the project and its suppliers to every year of activity in the province.

use super::chart::{RowStyle, RowWeight, TableSpec};
use super::finances::{revenue_kind, territory};
use super::overview::Scope;
use super::words;
use crate::study::{Effect, PhaseStudy, PublicFinances, Territory};
use crate::text::messages::finances as m;
use crate::text::number;
use crate::text::rounding::Precision;

/// What one phase brings to governments, from the narrowest total to the widest, dollars of the data year: each is shown on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PhaseTotals {
    /// Project and suppliers, in the territory shown; gross, for a year of operation or the whole of a construction.
    pub suppliers: f64,
    /// With induced effects.
    pub gross: f64,
    /// In the whole province.
    pub province: f64,
    /// What of that is new; the same where the phase does not say.
    pub net: f64,
    /// Years of full activity; one for the whole of a construction.
    pub activity: f64,
}

impl PhaseTotals {
    /// Returns what the phase brings over all its years, constant dollars.
    pub fn over_years(&self) -> f64 {
        self.net * self.activity
    }
}

/// Returns the totals of each phase as planned; nothing where revenue is not computed.
pub fn totals(scope: &Scope<'_>, finances: &PublicFinances) -> Option<Vec<PhaseTotals>> {
    let study = scope.study;
    let suppliers = [Effect::Direct, Effect::IndirectFirst, Effect::IndirectOther];
    let of = |phase: &PhaseStudy, effects: &[Effect], place| study.revenue(phase, effects, place).map(|r| r.total());
    let phases = study.phases.iter().zip(&finances.planned.activity);
    phases
        .map(|(phase, activity)| {
            let province = of(phase, &Effect::ALL, Territory::Province)?;
            Some(PhaseTotals {
                suppliers: of(phase, &suppliers, territory(scope))?,
                gross: of(phase, &Effect::ALL, territory(scope))?,
                province,
                net: province * phase.net_factor(),
                activity: activity.iter().map(|(_, part)| part).sum(),
            })
        })
        .collect()
}

/// Returns the totals as a table, each the sum of what stands above it as shown, with the notes under it.
pub fn table(scope: &Scope<'_>, finances: &PublicFinances) -> Option<(TableSpec, Vec<String>)> {
    let (study, lang) = (scope.study, scope.lang);
    let totals = totals(scope, finances)?;
    let precision = Precision::MILLIONS;
    let write = |v: f64| precision.write(v, lang);
    let signed = |v: f64| number::signed(v, write);
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut styles = Vec::new();
    let alone = totals.len() == 1;
    let mut push = |name: String, cells: Vec<String>, sum: String, weight: RowWeight| {
        let mut row = vec![name];
        row.extend(cells);
        if !alone {
            row.push(sum);
        }
        rows.push(row);
        styles.push(RowStyle::of(weight));
    };
    let each = |cell: &dyn Fn(&PhaseTotals) -> String| totals.iter().map(cell).collect::<Vec<_>>();
    let place = words::in_place(study, territory(scope), lang);
    let province = words::in_place(study, Territory::Province, lang);
    let nothing = String::new;
    let said = |message: crate::text::Msg, place: &str| message.fill(lang, &[("place", place)]);
    push(
        said(m::TOTALS_SUPPLIERS, &place),
        each(&|t| write(t.suppliers)),
        nothing(),
        RowWeight::Plain,
    );
    let induced = |t: &PhaseTotals| signed(precision.difference(t.suppliers, t.gross));
    push(
        m::TOTALS_INDUCED.get(lang).to_owned(),
        each(&induced),
        nothing(),
        RowWeight::Plain,
    );
    push(
        said(m::TOTALS_GROSS, &place),
        each(&|t| write(t.gross)),
        nothing(),
        RowWeight::Strong,
    );
    if place != province {
        let rest = |t: &PhaseTotals| signed(precision.difference(t.gross, t.province));
        let name = words::in_place(study, Territory::RestOfProvince, lang);
        push(said(m::TOTALS_REST, &name), each(&rest), nothing(), RowWeight::Plain);
        push(
            said(m::TOTALS_GROSS, &province),
            each(&|t| write(t.province)),
            nothing(),
            RowWeight::Strong,
        );
    }
    if study.phases.iter().any(|p| p.factors.is_some()) {
        let taken = |t: &PhaseTotals| signed(precision.difference(t.province, t.net));
        push(
            m::TOTALS_NOT_NEW.get(lang).to_owned(),
            each(&taken),
            nothing(),
            RowWeight::Plain,
        );
        push(
            said(m::TOTALS_NET, &province),
            each(&|t| write(t.net)),
            nothing(),
            RowWeight::Strong,
        );
    }
    let times = |t: &PhaseTotals| m::TOTALS_TIMES.fill(lang, &[("count", &number::decimal(t.activity, 1, lang))]);
    push(
        m::TOTALS_ACTIVITY.get(lang).to_owned(),
        each(&times),
        nothing(),
        RowWeight::Plain,
    );
    let whole: f64 = totals.iter().map(PhaseTotals::over_years).sum();
    let parts: Vec<f64> = totals.iter().map(PhaseTotals::over_years).collect();
    let parts = precision.parts(&parts, 0.0, whole);
    let (first, last) = (years(finances)?.0, years(finances)?.1);
    let over = m::TOTALS_YEARS.fill(
        lang,
        &[
            ("kind", revenue_kind(finances).get(lang)),
            ("years", &number::years(first, last, lang)),
            ("place", &province),
        ],
    );
    push(
        over,
        parts.into_iter().map(write).collect(),
        write(whole),
        RowWeight::Total,
    );
    let kind = |phase: &PhaseStudy| match phase.construction {
        true => m::TOTALS_WHOLE,
        false => m::TOTALS_A_YEAR,
    };
    let mut columns = vec![m::TOTALS_UNIT.fill(lang, &[("year", &study.data_year.to_string())])];
    columns.extend(study.phases.iter().map(|phase| {
        let name = words::phase(study, phase, lang);
        kind(phase).fill(lang, &[("phase", &name)])
    }));
    if !alone {
        columns.push(m::TOTALS_TOGETHER.get(lang).to_owned());
    }
    let spec = TableSpec {
        title: m::TOTALS_TITLE.get(lang).to_owned(),
        columns,
        rows,
        styles,
        alt: m::TOTALS_ALT.get(lang).to_owned(),
    };
    Some((spec, notes(scope, finances)))
}

/// Returns the first and the last year of the revenue.
fn years(finances: &PublicFinances) -> Option<(i32, i32)> {
    let revenue = &finances.planned.revenue;
    Some((revenue.first()?.0, revenue.last()?.0))
}

fn notes(scope: &Scope<'_>, finances: &PublicFinances) -> Vec<String> {
    let lang = scope.lang;
    let planned = &finances.planned;
    let money = |v: f64| number::dollars_in_millions(v, lang);
    let present = planned.of(None).and_then(|all| all.net.cumulated.last());
    let present = present.map_or_else(|| number::NOTHING.to_owned(), |(_, v)| money(*v));
    let rounded = m::TOTALS_ROUNDED.get(lang).to_owned();
    let present = scope.fill(
        m::TOTALS_PRESENT,
        &[
            ("present", &present),
            ("base", &finances.money.base_year.to_string()),
            ("rate", &number::percent_with(finances.money.discount, 1, lang)),
        ],
    );
    let mut out = vec![rounded, present];
    if !planned.supports.is_empty() {
        let values = [("face", &money(planned.face())), ("net", &money(planned.net_cost))];
        out.push(scope.fill(m::TOTALS_SUPPORT, &values.map(|(name, v)| (name, v.as_str()))));
    }
    out
}
