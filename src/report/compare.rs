//! The comparison of scenarios: what it finds, its figures, the inputs that differ and what explains the difference.

pub use super::compare_remarks::{cautions, notes, remarks};

use super::chart::{Axis, ChartKind, ChartSpec, Difference, Row, RowStyle, RowWeight, Series, TableSpec, Tone};
use super::compare_words::{self as names, joined};
use super::role::Role;
use super::words;
use crate::ids::Local;
use crate::study::compare::{Against, Compared, Comparison, Headline, Missing};
use crate::study::{Library, Study, Territory};
use crate::text::messages::{compare as m, finances as f, report as r};
use crate::text::rounding::Precision;
use crate::text::{Lang, number};

/// A scenario of a comparison.
#[derive(Clone, Copy)]
pub struct Side<'a> {
    /// Its name.
    pub name: &'a Local,
    /// Its results.
    pub study: &'a Study,
    /// Whether it was saved with other data than the program's.
    pub other_data: bool,
}

impl<'a> Side<'a> {
    /// Returns a compared scenario as reports take it.
    pub fn of(compared: Compared<'a>, library: &Library) -> Self {
        let saved_with = compared.scenario.economy.fingerprint.as_ref();
        Self {
            name: &compared.scenario.name,
            study: compared.study,
            other_data: saved_with.is_some_and(|f| *f != library.fingerprint),
        }
    }
}

/// What a comparison is about.
#[derive(Clone, Copy)]
pub struct CompareScope<'a> {
    /// The scenarios, in the order of the comparison.
    pub sides: &'a [Side<'a>],
    /// What they give.
    pub comparison: &'a Comparison,
    /// The data, for names.
    pub library: &'a Library,
    /// The figure that is explained.
    pub headline: Headline,
    /// Where figures are summed.
    pub territory: Territory,
    /// The language.
    pub lang: Lang,
}

/// Returns the letter of a scenario: A, B, C, D.
pub fn letter(k: usize) -> &'static str {
    ["A", "B", "C", "D"].get(k).copied().unwrap_or("–")
}

impl CompareScope<'_> {
    /// Returns how finely a figure is shown.
    pub(super) fn precision(headline: Headline) -> Precision {
        match headline {
            Headline::Jobs | Headline::JobYears => Precision::WHOLE,
            _ => Precision::MILLIONS,
        }
    }

    pub(super) fn write(&self, headline: Headline, value: f64) -> String {
        Self::precision(headline).write(value, self.lang)
    }

    pub(super) fn with_unit(&self, headline: Headline, value: f64) -> String {
        match headline {
            Headline::Jobs | Headline::JobYears => number::whole(value, self.lang),
            _ => number::dollars_in_millions(value, self.lang),
        }
    }

    pub(super) fn signed(&self, headline: Headline, value: f64) -> String {
        number::signed(value, |v| self.write(headline, v))
    }

    /// Returns the signed difference as written, marked as a gain or a loss; zero is neither.
    pub(super) fn difference(&self, headline: Headline, value: f64) -> Difference {
        let text = self.signed(headline, value);
        let tone = match text.chars().next() {
            Some('+') => Tone::Gain,
            Some(number::MINUS) => Tone::Loss,
            _ => Tone::Neutral,
        };
        Difference { text, tone }
    }

    /// Returns the names of the scenarios without the beginnings that they share: `démonstration 2020`.
    pub(super) fn short_names(&self) -> Vec<String> {
        let names: Vec<&str> = self.sides.iter().map(|s| s.name.get(self.lang)).collect();
        words::short_names(&names)
    }

    fn same_region(&self) -> bool {
        let mut regions = self.sides.iter().map(|s| &s.study.region);
        let first = regions.next();
        regions.all(|r| Some(r) == first)
    }

    /// Returns the name of the territory that a figure is summed over.
    pub(super) fn place(&self, headline: Headline) -> String {
        let territory = headline.territory(self.territory);
        match self.sides.first() {
            Some(side) if self.same_region() || territory != Territory::Study => {
                words::place_name(side.study, territory, self.lang)
            }
            _ => m::OWN_REGION.get(self.lang).to_owned(),
        }
    }

    fn in_place(&self) -> String {
        let territory = self.headline.territory(self.territory);
        match self.sides.first() {
            Some(side) if self.same_region() || territory != Territory::Study => {
                words::in_place(side.study, territory, self.lang)
            }
            _ => m::EACH_REGION.get(self.lang).to_owned(),
        }
    }

    /// Returns the difference between the gross figures shown of the scenario at `k` and of the one that it is compared with.
    fn change(&self, headline: Headline, k: usize) -> Option<(usize, f64)> {
        let from = self.comparison.against.of(k)?;
        let level = |k: usize| {
            let figure = self.comparison.outcomes.get(k)?.get(headline, self.territory);
            figure.ok().map(|a| a.gross)
        };
        Some((from, Self::precision(headline).difference(level(from)?, level(k)?)))
    }

    /// Returns the difference as a part of the figure it is compared with, from figures that are not rounded; zero where no difference shows.
    fn relative(&self, headline: Headline, k: usize) -> Option<f64> {
        let (from, change) = self.change(headline, k)?;
        let gross = |k: usize| {
            let figure = self.comparison.outcomes.get(k)?.get(headline, self.territory);
            figure.ok().map(|a| a.gross)
        };
        let (before, after) = (gross(from)?, gross(k)?);
        match change {
            0.0 => Some(0.0),
            _ => (before != 0.0).then(|| (after - before) / before),
        }
    }

    pub(super) fn source(&self) -> String {
        let year = self.sides.first().map_or(0, |s| s.study.data_year);
        let source = r::SOURCE.fill(self.lang, &[("year", &year.to_string())]);
        let modelled = self.sides.iter().any(|s| s.study.region_modelled);
        if modelled && self.territory == Territory::Study {
            format!("{source} {}", r::MODELLED.get(self.lang))
        } else {
            source
        }
    }

    fn with(&self) -> &'static str {
        match self.comparison.against {
            Against::Previous => m::WITH_PREVIOUS,
            Against::First => m::WITH_FIRST,
        }
        .get(self.lang)
    }
}

/// Returns the figures that show: the five of the first page, and those of construction where a scenario has no operation.
pub fn shown(comparison: &Comparison) -> Vec<Headline> {
    let applies = |headline: &Headline| {
        let figures = comparison.outcomes.iter().map(|o| o.get(*headline, Territory::Study));
        figures.clone().any(|figure| figure != Err(Missing::Phase))
    };
    let built_only = comparison
        .outcomes
        .iter()
        .any(|o| o.get(Headline::Jobs, Territory::Study) == Err(Missing::Phase));
    Headline::ALL
        .into_iter()
        .filter(|h| applies(h) && (built_only || !h.of_construction() || *h == Headline::JobYears))
        .collect()
}

/// Returns the sentence that heads the page: the difference of the figure explained.
pub fn finding(scope: &CompareScope<'_>) -> String {
    let (lang, headline) = (scope.lang, scope.headline);
    if scope.sides.len() < 2 {
        return m::FINDING_ONE.get(lang).to_owned();
    }
    let mut parts = Vec::new();
    // The first difference names its measure and place; the others follow it.
    let mut told = false;
    for to in 1..scope.sides.len() {
        let from = scope.comparison.against.of(to).unwrap_or(0);
        let ends = [("to", letter(to)), ("from", letter(from))];
        let first = !told;
        let measure = words::lower_first(names::headline(headline).get(lang));
        let Some((_, change)) = scope.change(headline, to) else {
            parts.push(not_compared(scope, from, to));
            continue;
        };
        let size = scope.with_unit(headline, change.abs());
        let counted = matches!(headline, Headline::Jobs | Headline::JobYears);
        let tone = scope.difference(headline, change).tone;
        let more = match tone {
            Tone::Loss if counted => m::FEWER,
            Tone::Loss => m::LESS,
            _ => m::MORE,
        };
        let sized = [("change", size.as_str()), ("more", more.get(lang))];
        let amount = names::amount(headline).fill(lang, &sized);
        let message = match (tone, first) {
            (Tone::Neutral, true) => m::FINDING_SAME,
            (Tone::Neutral, false) if counted => m::THEN_SAME_COUNT,
            (Tone::Neutral, false) => m::THEN_SAME,
            (_, true) => m::FINDING_DIFFERENT,
            (_, false) => m::THEN_DIFFERENT,
        };
        let place = scope.in_place();
        let values = [
            ends[0],
            ends[1],
            sized[0],
            sized[1],
            ("amount", amount.as_str()),
            ("place", place.as_str()),
            ("measure", measure.as_str()),
        ];
        told = true;
        parts.push(message.fill(lang, &values));
    }
    words::upper_first(&joined(&parts, lang))
}

/// Says why a figure is not compared between two scenarios: one lacks the phase, or no law is known for its province.
fn not_compared(scope: &CompareScope<'_>, from: usize, to: usize) -> String {
    let (lang, headline) = (scope.lang, scope.headline);
    let lacks = |k: &usize| {
        let figure = scope
            .comparison
            .outcomes
            .get(*k)
            .map(|o| o.get(headline, scope.territory));
        figure == Some(Err(Missing::Phase))
    };
    let ends = [("to", letter(to)), ("from", letter(from))];
    match [to, from].iter().copied().find(lacks) {
        Some(k) => match headline.of_construction() {
            true => m::FINDING_NO_CONSTRUCTION,
            false => m::FINDING_NO_OPERATION,
        }
        .fill(lang, &[ends[0], ends[1], ("letter", letter(k))]),
        None => m::FINDING_UNKNOWN.fill(lang, &ends),
    }
}

/// Returns the figures of all scenarios as bars side by side.
pub fn bars(scope: &CompareScope<'_>) -> ChartSpec {
    let lang = scope.lang;
    let mut series = Vec::new();
    for k in 0..scope.sides.len() {
        for label in [m::SERIES_GROSS, m::SERIES_NET, m::SERIES_DIFFERENCE] {
            series.push(Series::plain(Role::Neutral, label.fill(lang, &[("letter", letter(k))])));
        }
    }
    let mut heads = Row::default();
    for name in scope.short_names() {
        heads.values.extend([f64::NAN; 3]);
        heads.value_labels.extend([name, String::new(), String::new()]);
    }
    let rows = shown(scope.comparison).into_iter().map(|headline| {
        let mut row = Row {
            label: format!(
                "{}\n{}",
                names::headline(headline).get(lang),
                names::unit(headline, &scope.place(headline), lang)
            ),
            ..Row::default()
        };
        for (k, outcome) in scope.comparison.outcomes.iter().enumerate() {
            let figure = outcome.get(headline, scope.territory);
            let (gross, net) = match figure {
                Ok(a) => (Some(a.gross), a.net),
                Err(_) => (None, None),
            };
            let change = scope.change(headline, k).map(|(_, change)| change);
            row.values.extend([gross, net, change].map(|v| v.unwrap_or(f64::NAN)));
            let write = |v: f64| scope.write(headline, v);
            row.value_labels.extend([
                gross.map_or_else(|| f::NOT_COMPUTED.get(lang).to_owned(), write),
                net.map_or_else(String::new, write),
                change.map_or_else(String::new, |v| scope.signed(headline, v)),
            ]);
        }
        row
    });
    ChartSpec {
        id: "compare-bars",
        finding: bars_finding(scope),
        subtitle: m::BARS_SUBTITLE.fill(lang, &[("with", scope.with())]),
        source: scope.source(),
        alt: m::BARS_ALT.get(lang).to_owned(),
        kind: ChartKind::SideBySide,
        series,
        rows: std::iter::once(heads).chain(rows).collect(),
        axis: Axis::default(),
        marker: None,
        ghost_label: None,
    }
}

fn bars_finding(scope: &CompareScope<'_>) -> String {
    let lang = scope.lang;
    let shown = shown(scope.comparison);
    let mut parts = Vec::new();
    for to in 1..scope.sides.len() {
        let from = scope.comparison.against.of(to).unwrap_or(0);
        let changes = shown.iter().filter_map(|h| Some((*h, scope.change(*h, to)?.1)));
        let tones: Vec<Tone> = changes.map(|(h, change)| scope.difference(h, change).tone).collect();
        let count = |tone: Tone| tones.iter().filter(|t| **t == tone).count();
        let (up, down, all) = (count(Tone::Gain), count(Tone::Loss), tones.len());
        let message = match (up, down) {
            _ if all == 0 => m::BARS_NONE,
            (0, 0) => m::BARS_SAME,
            // Where one of the two has no figure there is nothing to exceed.
            (up, _) if up == all && all < shown.len() => m::BARS_ABOVE_SHARED,
            (_, down) if down == all && all < shown.len() => m::BARS_BELOW_SHARED,
            (up, _) if up == all => m::BARS_ABOVE,
            (_, down) if down == all => m::BARS_BELOW,
            (0, _) => m::BARS_NOT_ABOVE,
            _ => m::BARS_MIXED,
        };
        let [up, down, all] = [up, down, all].map(|n| n.to_string());
        let values = [
            ("to", letter(to)),
            ("from", letter(from)),
            ("up", &up),
            ("down", &down),
            ("all", &all),
        ];
        parts.push(message.fill(lang, &values));
    }
    words::upper_first(&joined(&parts, lang))
}

/// Returns the figures of all scenarios as a table: gross, net, and the difference, absolute and relative.
pub fn table(scope: &CompareScope<'_>) -> TableSpec {
    let lang = scope.lang;
    let mut columns = vec![String::new()];
    columns.extend((0..scope.sides.len()).map(|k| letter(k).to_owned()));
    let mut rows = Vec::new();
    let nothing = || number::NOTHING.to_owned();
    for headline in shown(scope.comparison) {
        let figures: Vec<_> = scope
            .comparison
            .outcomes
            .iter()
            .map(|o| o.get(headline, scope.territory))
            .collect();
        let write = |v: f64| scope.write(headline, v);
        let unit = names::unit(headline, &scope.place(headline), lang);
        let measure = format!("{}, {unit}", names::headline(headline).get(lang));
        let mut push = |name: String, cell: &dyn Fn(usize) -> String| {
            let mut row = vec![name];
            row.extend((0..figures.len()).map(cell));
            rows.push(row);
        };
        push(
            m::ROW_GROSS.fill(lang, &[("measure", &measure)]),
            &|k| match figures[k] {
                Ok(a) => write(a.gross),
                Err(_) => f::NOT_COMPUTED.get(lang).to_owned(),
            },
        );
        if figures.iter().any(|x| x.is_ok_and(|a| a.net.is_some())) {
            push(names::inside(m::ROW_NET.get(lang)), &|k| {
                figures[k].ok().and_then(|a| a.net).map_or_else(nothing, write)
            });
        }
        push(
            names::inside(&m::ROW_DIFFERENCE.fill(lang, &[("with", scope.with())])),
            &|k| {
                let change = scope.change(headline, k);
                change.map_or_else(nothing, |(_, v)| scope.signed(headline, v))
            },
        );
        push(names::inside(m::ROW_RELATIVE.get(lang)), &|k| {
            let relative = scope.relative(headline, k);
            relative.map_or_else(nothing, |v| number::signed(v, |v| number::percent(v, lang)))
        });
    }
    let year = scope.sides.first().map_or(0, |s| s.study.data_year).to_string();
    // What follows the first row of a figure details it.
    let detail = names::inside("");
    let style = |row: &Vec<String>| RowStyle {
        weight: match row.first().is_some_and(|name| name.starts_with(&detail)) {
            true => RowWeight::Plain,
            false => RowWeight::Strong,
        },
        swatch: None,
    };
    TableSpec {
        title: m::TABLE_TITLE.fill(lang, &[("year", &year)]),
        columns,
        styles: rows.iter().map(style).collect(),
        rows,
        alt: m::TABLE_ALT.get(lang).to_owned(),
    }
}

/// Returns the inputs that differ, one row each; a cell is marked where it differs from the scenario at its left.
pub fn inputs(scope: &CompareScope<'_>) -> Vec<(String, Vec<(String, bool)>)> {
    let rows = scope.comparison.inputs.iter().map(|row| {
        let cells = names::input_cells(row, scope.library, scope.lang);
        let cells = cells.into_iter().zip(row.differs.iter().copied()).collect();
        (names::input_name(row, scope.library, scope.lang), cells)
    });
    rows.collect()
}

/// Returns the inputs that differ as a table.
pub fn inputs_table(scope: &CompareScope<'_>) -> TableSpec {
    let lang = scope.lang;
    let mut columns = vec![m::INPUT.get(lang).to_owned()];
    columns.extend((0..scope.sides.len()).map(|k| letter(k).to_owned()));
    let rows = inputs(scope).into_iter().map(|(name, cells)| {
        let mut row = vec![name];
        row.extend(cells.into_iter().map(|(text, _)| text));
        row
    });
    TableSpec {
        title: m::INPUTS_TITLE.get(lang).to_owned(),
        columns,
        rows: rows.collect(),
        alt: m::INPUTS_ALT.get(lang).to_owned(),
        ..TableSpec::default()
    }
}
