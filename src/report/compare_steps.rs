//! What explains the difference between scenarios: the steps of a decomposition as a chart, a sentence and tables.

use super::chart::{Axis, ChartKind, ChartSpec, Row, Series, TableSpec, round_ticks};
use super::compare::{CompareScope, letter};
use super::compare_words::{self as names, joined};
use super::role::Role;
use super::words;
use crate::study::compare::{Against, Group, Headline, Way};
use crate::text::messages::compare as m;
use crate::text::number;

/// A step of a decomposition as written.
struct Told {
    name: String,
    change: String,
    /// What it adds.
    value: f64,
    /// What is shown of that: steps as shown sum to the difference of the figures shown.
    shown: f64,
}

/// Returns what is shown of each step of a way, with the figures shown at its ends; nothing where the figure is not computed all along.
fn shown_parts(scope: &CompareScope<'_>, way: &Way) -> Option<(Vec<f64>, f64, f64)> {
    let values = way.contributions(scope.headline, scope.territory)?;
    let from = way.before.level(scope.headline, scope.territory)?;
    let last = way.steps.last().map_or(&way.before, |step| &step.after);
    let to = last.level(scope.headline, scope.territory)?;
    let precision = CompareScope::precision(scope.headline);
    Some((precision.parts(&values, from, to), from, to))
}

/// Returns the steps of a way with what each adds; nothing where the figure is not computed all along.
fn told(scope: &CompareScope<'_>, way: &Way) -> Option<Vec<Told>> {
    let values = way.contributions(scope.headline, scope.territory)?;
    let (shown, ..) = shown_parts(scope, way)?;
    let told = way
        .steps
        .iter()
        .zip(values.into_iter().zip(shown))
        .map(|(step, (value, shown))| Told {
            name: names::group_list(&step.groups, scope.lang),
            change: change_text(scope, way, &step.groups),
            value,
            shown,
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

/// Returns the chart of what explains the differences; nothing without a difference to explain.
///
/// Every input whose effect shows has a mark of its own: together, large effects that cancel each other would look small. As upright columns where
/// there is room for at most `columns` of them, else as bars under each other.
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
    let mut rows = Vec::new();
    let mut idle: Vec<&str> = Vec::new();
    let mut telling: Vec<&str> = Vec::new();
    for (k, (way, told)) in ways.iter().enumerate() {
        if k == 0 || repeated {
            rows.push(end(way.from)?);
        }
        for t in told {
            if t.shown == 0.0 {
                idle.push(&t.name);
            } else {
                telling.push(&t.name);
                rows.push(step_row(scope, t));
            }
        }
        rows.push(end(way.to)?);
    }
    let place = scope.place(headline);
    let unit = names::unit(headline, &place, lang);
    let axis = axis_of(scope, &rows, &names::measure_in(headline, &unit, lang));
    let mut source = vec![scope.source()];
    source.extend(notes(scope));
    // An input may show its effect between two scenarios and none between two others.
    let mut idle: Vec<String> = idle
        .into_iter()
        .filter(|name| !telling.contains(name))
        .map(words::lower_first)
        .collect();
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
        kind: if rows.len() <= columns {
            ChartKind::Steps
        } else {
            ChartKind::StepBars
        },
        series: vec![Series::plain(Role::Neutral, m::CONTRIBUTION.get(lang))],
        rows,
        axis,
        marker: None,
        ghost_label: None,
    })
}

/// Returns what a reader must know of the steps: that their order matters, which inputs change together, where a share is held within reach.
pub fn notes(scope: &CompareScope<'_>) -> Vec<String> {
    let lang = scope.lang;
    let steps = || {
        let shown = scope
            .comparison
            .ways
            .iter()
            .filter(|way| shown_parts(scope, way).is_some());
        shown.flat_map(|way| &way.steps)
    };
    let mut out = vec![m::STEPS_ORDER.get(lang).to_owned()];
    let together: Vec<String> = steps()
        .filter(|s| s.groups.len() > 1)
        .map(|s| words::lower_first(&names::group_list(&s.groups, lang)))
        .collect();
    if !together.is_empty() {
        out.push(m::STEPS_TOGETHER.fill(lang, &[("names", &together.join(", "))]));
    }
    if steps().any(|s| s.held) {
        out.push(m::STEPS_HELD.get(lang).to_owned());
    }
    out
}

fn step_row(scope: &CompareScope<'_>, told: &Told) -> Row {
    let difference = scope.difference(scope.headline, told.shown);
    Row {
        label: format!("{}\n{}", told.name, told.change),
        values: vec![told.value],
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
        let Some((shown, before, after)) = shown_parts(scope, way) else {
            return m::STEPS_UNKNOWN.fill(lang, &ends);
        };
        let total = CompareScope::precision(headline).difference(before, after);
        let alone = shown.iter().filter(|value| **value != 0.0).count() == 1;
        let shown_again = shown.clone();
        let largest = way
            .steps
            .iter()
            .zip(shown)
            .max_by(|a, b| a.1.abs().total_cmp(&b.1.abs()));
        // Two that weigh the same to the figure shown are both named.
        let tied = largest.and_then(|(step, value)| {
            let mut others = way
                .steps
                .iter()
                .zip(shown_again.iter())
                .filter(|(s, v)| !std::ptr::eq(*s, step) && **v == value);
            others.next().map(|(other, _)| other)
        });
        match largest {
            Some((step, value)) if value != 0.0 => {
                let message = match value * total > 0.0 {
                    true if alone => m::STEPS_ONLY,
                    true if tied.is_some() => m::STEPS_TIED,
                    true => m::STEPS_MOST,
                    false => m::STEPS_OPPOSED,
                };
                let signed = |v: f64| number::signed(v, |v| scope.with_unit(headline, v));
                let (total, change) = (signed(total), signed(value));
                let cause = names::cause(&step.groups).get(lang);
                let values = [
                    ends[0],
                    ends[1],
                    ("total", &total),
                    ("change", &change),
                    ("cause", cause),
                    ("other", tied.map_or("", |other| names::cause(&other.groups).get(lang))),
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
        let Some(before) = way.before.level(headline, scope.territory) else {
            continue;
        };
        let mut level = CompareScope::precision(headline).shown(before);
        let mut rows = vec![vec![
            m::START.fill(lang, &[("letter", letter(way.from))]),
            String::new(),
            String::new(),
            scope.write(headline, level),
        ]];
        for t in told {
            level += t.shown;
            rows.push(vec![
                t.name,
                t.change,
                scope.signed(headline, t.shown),
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
