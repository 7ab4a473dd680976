//! What explains the difference between scenarios: the steps of a decomposition as a chart, a sentence and tables.

use super::chart::{Axis, ChartKind, ChartSpec, Row, Series, TableSpec, Tone, round_ticks};
use super::compare::{CompareScope, letter};
use super::compare_words::{self as names, joined};
use super::role::Role;
use super::words;
use crate::study::Unit;
use crate::study::compare::{Against, Group, Headline, Way};
use crate::text::messages::compare as m;
use crate::text::number;

/// A step of a decomposition as written.
struct Told {
    name: String,
    change: String,
    value: f64,
}

/// Returns the steps of a way with what each adds; nothing where the figure is not computed all along.
fn told(scope: &CompareScope<'_>, way: &Way) -> Option<Vec<Told>> {
    let values = way.contributions(scope.headline, scope.territory)?;
    let told = way.steps.iter().zip(values).map(|(step, value)| Told {
        name: names::group_list(&step.groups, scope.lang),
        change: change_text(scope, way, &step.groups),
        value,
    });
    Some(told.collect())
}

/// Returns what changes in some groups: `63 → 102`, or how many inputs do.
fn change_text(scope: &CompareScope<'_>, way: &Way, groups: &[Group]) -> String {
    let lang = scope.lang;
    let rows = scope.comparison.inputs.iter().filter(|row| groups.contains(&row.group));
    let mut changes = rows.filter_map(|row| {
        let cells = names::input_cells(row, scope.library, lang);
        let (from, to) = (cells.get(way.from)?.clone(), cells.get(way.to)?.clone());
        (from != to).then_some((from, to))
    });
    match (changes.next(), changes.count()) {
        (Some((from, to)), 0) => m::CHANGE.fill(lang, &[("from", &from), ("to", &to)]),
        (Some(_), more) => m::INPUTS_CHANGED.fill(lang, &[("count", &(more + 1).to_string())]),
        (None, _) => String::new(),
    }
}

/// Returns the chart of what explains the differences, in about `columns` columns; nothing without a difference to explain.
pub fn steps(scope: &CompareScope<'_>, columns: usize) -> Option<ChartSpec> {
    let (lang, headline) = (scope.lang, scope.headline);
    let ways: Vec<(&Way, Vec<Told>)> = scope
        .comparison
        .ways
        .iter()
        .filter_map(|way| Some((way, told(scope, way)?)))
        .collect();
    if ways.is_empty() {
        return None;
    }
    let short_names = scope.short_names();
    let end = |k: usize| {
        let value = scope.comparison.outcomes.get(k)?.level(headline, scope.territory)?;
        let name = short_names.get(k)?;
        Some(Row {
            label: format!("{}\n{name}", letter(k)),
            values: vec![value],
            value_labels: vec![String::new()],
            total_label: scope.write(headline, value),
            ..Row::default()
        })
    };
    let repeated = scope.comparison.against == Against::First;
    let ends = if repeated { 2 * ways.len() } else { ways.len() + 1 };
    // However little room there is, the largest input has its own column: together with others it might vanish among them.
    let room = (columns.saturating_sub(ends) / ways.len()).max(2);
    let mut rows = Vec::new();
    let mut idle: Vec<String> = Vec::new();
    for (k, (way, told)) in ways.iter().enumerate() {
        if k == 0 || repeated {
            rows.push(end(way.from)?);
        }
        let (telling, silent): (Vec<&Told>, Vec<&Told>) = told
            .iter()
            .partition(|t| scope.difference(headline, t.value).tone != Tone::Neutral);
        idle.extend(silent.into_iter().map(|t| words::lower_first(&t.name)));
        // The largest keep their places; the others stand together at the end.
        let mut sizes: Vec<f64> = telling.iter().map(|t| t.value.abs()).collect();
        sizes.sort_by(|a, b| b.total_cmp(a));
        let least = match telling.len() > room {
            true => sizes.get(room.saturating_sub(2)).copied().unwrap_or(f64::INFINITY),
            false => 0.0,
        };
        let mut kept = 0;
        let mut others = (0, 0.0);
        for t in telling {
            let whole = least == 0.0 || (t.value.abs() >= least && kept + 1 < room);
            if whole {
                kept += 1;
                rows.push(step_row(scope, &t.name, &t.change, t.value));
            } else {
                others = (others.0 + 1, others.1 + t.value);
            }
        }
        if others.0 > 0 {
            let name = m::STEPS_OTHERS.fill(lang, &[("count", &others.0.to_string())]);
            rows.push(step_row(scope, &name, "", others.1));
        }
        rows.push(end(way.to)?);
    }
    let place = scope.place(headline);
    let unit = names::unit(headline, &place, lang);
    let axis = axis_of(scope, &rows, &names::measure_in(headline, &unit, lang));
    let mut source = vec![scope.source(), m::STEPS_ORDER.get(lang).to_owned()];
    let together: Vec<String> = ways
        .iter()
        .flat_map(|(way, _)| &way.steps)
        .filter(|s| s.groups.len() > 1)
        .map(|s| words::lower_first(&names::group_list(&s.groups, lang)))
        .collect();
    if !together.is_empty() {
        source.push(m::STEPS_TOGETHER.fill(lang, &[("names", &together.join(", "))]));
    }
    if ways.iter().any(|(way, told)| misses(scope, way, told)) {
        source.push(m::ROUNDED.get(lang).to_owned());
    }
    idle.sort();
    idle.dedup();
    if !idle.is_empty() {
        source.push(m::STEPS_IDLE.fill(lang, &[("names", &idle.join(", "))]));
    }
    Some(ChartSpec {
        id: "compare-steps",
        finding: steps_finding(scope),
        subtitle: m::STEPS_SUBTITLE.fill(
            lang,
            &[("measure", names::headline(headline).get(lang)), ("unit", &unit)],
        ),
        source: source.join(" "),
        alt: m::STEPS_ALT.get(lang).to_owned(),
        kind: ChartKind::Steps,
        series: vec![Series::plain(Role::Neutral, m::CONTRIBUTION.get(lang))],
        rows,
        axis,
        marker: None,
        ghost_label: None,
    })
}

/// Returns whether steps as written miss the difference of their ends as written.
fn misses(scope: &CompareScope<'_>, way: &Way, told: &[Told]) -> bool {
    let unit = match scope.headline.unit() {
        Unit::Dollars => 1e5,
        _ => 1.0,
    };
    let rounded = |v: f64| (v / unit).round();
    let level = |k: usize| scope.comparison.outcomes.get(k)?.level(scope.headline, scope.territory);
    let parts: f64 = told.iter().map(|t| rounded(t.value)).sum();
    match (level(way.from), level(way.to)) {
        (Some(from), Some(to)) => (rounded(to) - rounded(from) - parts).abs() > 0.5,
        _ => false,
    }
}

fn step_row(scope: &CompareScope<'_>, name: &str, change: &str, value: f64) -> Row {
    let difference = scope.difference(scope.headline, value);
    Row {
        label: format!("{name}\n{change}"),
        values: vec![value],
        value_labels: vec![difference.text.clone()],
        difference: Some(difference),
        ..Row::default()
    }
}

/// Returns the axis of the steps: round values up to the highest level reached.
fn axis_of(scope: &CompareScope<'_>, rows: &[Row], unit: &str) -> Axis {
    let (mut level, mut highest) = (0.0_f64, 0.0_f64);
    for row in rows {
        let value = row.values.first().copied().unwrap_or(0.0);
        level = if row.difference.is_some() { level + value } else { value };
        highest = highest.max(level);
    }
    let scale = if scope.headline == Headline::Jobs || scope.headline == Headline::JobYears {
        1.0
    } else {
        1e6
    };
    let ticks = round_ticks(highest / scale, 3);
    let step = ticks.get(1).copied().unwrap_or(1.0);
    let places = (0..6)
        .find(|p| {
            let scaled = step * 10_f64.powi(*p as i32);
            (scaled - scaled.round()).abs() < 1e-6 * scaled
        })
        .unwrap_or(6);
    Axis {
        unit: unit.to_owned(),
        as_share: false,
        ticks: ticks
            .into_iter()
            .map(|t| (t * scale, number::decimal(t, places, scope.lang)))
            .collect(),
    }
}

/// Returns the sentence of the decomposition: what most of each difference would come from.
pub fn steps_finding(scope: &CompareScope<'_>) -> String {
    let (lang, headline) = (scope.lang, scope.headline);
    let parts = scope.comparison.ways.iter().map(|way| {
        let ends = [("from", letter(way.from)), ("to", letter(way.to))];
        let Some(values) = way.contributions(headline, scope.territory) else {
            return m::STEPS_UNKNOWN.fill(lang, &ends);
        };
        let total: f64 = values.iter().sum();
        let largest = way
            .steps
            .iter()
            .zip(&values)
            .max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()));
        match largest {
            Some((step, value)) if scope.difference(headline, *value).tone != Tone::Neutral => {
                let message = if value * total > 0.0 {
                    m::STEPS_MOST
                } else {
                    m::STEPS_OPPOSED
                };
                let signed = |v: f64| number::signed(v, |v| scope.with_unit(headline, v));
                let (total, change) = (signed(total), signed(*value));
                let cause = names::cause(&step.groups).get(lang);
                let values = [
                    ends[0],
                    ends[1],
                    ("total", &total),
                    ("change", &change),
                    ("cause", cause),
                ];
                message.fill(lang, &values)
            }
            _ => m::STEPS_NONE.fill(lang, &ends),
        }
    });
    let parts: Vec<String> = parts.collect();
    words::upper_first(&joined(&parts, lang))
}

/// Returns every step of every way as tables, those without effect included.
pub fn steps_tables(scope: &CompareScope<'_>) -> Vec<TableSpec> {
    let (lang, headline) = (scope.lang, scope.headline);
    let unit = names::unit(headline, &scope.place(headline), lang);
    let mut out = Vec::new();
    for way in &scope.comparison.ways {
        let Some(told) = told(scope, way) else { continue };
        let Some(mut level) = way.before.level(headline, scope.territory) else {
            continue;
        };
        let mut rows = vec![vec![
            m::START.fill(lang, &[("letter", letter(way.from))]),
            String::new(),
            String::new(),
            scope.write(headline, level),
        ]];
        for t in told {
            level += t.value;
            rows.push(vec![
                t.name,
                t.change,
                scope.signed(headline, t.value),
                scope.write(headline, level),
            ]);
        }
        let ends = [("from", letter(way.from)), ("to", letter(way.to))];
        let measure = words::lower_first(names::headline(headline).get(lang));
        out.push(TableSpec {
            title: m::STEPS_TITLE.fill(lang, &[ends[0], ends[1], ("measure", &measure), ("unit", &unit)]),
            columns: [m::STEP, m::CHANGED, m::CONTRIBUTION, m::AFTER]
                .map(|c| c.get(lang).to_owned())
                .to_vec(),
            rows,
            alt: m::STEPS_ALT.get(lang).to_owned(),
            ..TableSpec::default()
        });
    }
    out
}
