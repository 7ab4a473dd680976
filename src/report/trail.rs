//! The page of the money trail: where each dollar of a phase's spending ends, what stays in the region, what leaves it.

mod tables;

pub use tables::blocks;

use super::chart::{Axis, ChartKind, ChartSpec, Difference, Row, Series, TableSpec, Tone, Written};
use super::overview::Scope;
use super::role::Role;
use super::sankey::{SankeyLink, SankeyNode, SankeySpec};
use super::words::{in_place, line, lower_first, of_region, place_name, upper_first};
use crate::study::{MoneyTrail, Parts, PhaseStudy, Place, Recipient, Rounds, Territory};
use crate::text::messages::trail as m;
use crate::text::rounding::Precision;
use crate::text::{Msg, number};

/// The most spending lines shown among those by which money leaves.
const LEAKS: usize = 5;

/// What the page is asked to show.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TrailView {
    /// Whether amounts are said per 100 $ spent; in millions otherwise.
    pub per_hundred: bool,
    /// How many rounds are followed.
    pub rounds: Rounds,
}

impl Default for TrailView {
    fn default() -> Self {
        Self {
            per_hundred: true,
            rounds: Rounds::All,
        }
    }
}

/// Returns the name of a choice of rounds.
pub fn rounds_name(rounds: Rounds) -> Msg {
    match rounds {
        Rounds::First => m::ROUND_FIRST,
        Rounds::Two => m::ROUND_TWO,
        Rounds::Three => m::ROUND_THREE,
        Rounds::All => m::ROUND_ALL,
    }
}

/// Everything the page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct TrailPage {
    /// The sentence that heads it.
    pub finding: String,
    /// The money from the project to its ends.
    pub flow: SankeySpec,
    /// What stays in the region after each round; the lines by which money leaves, where it does.
    pub charts: Vec<ChartSpec>,
    /// What the ends are made of, with notes.
    pub parts: (TableSpec, Vec<String>),
    /// The three rounds of the local multiplier, with its definition.
    pub local: (TableSpec, Vec<String>),
}

/// Returns the page of a phase; nothing where it spends nothing.
///
/// Figures are of the whole construction or of a year of full operation, gross, whatever territory the scope has.
pub fn page(scope: &Scope<'_>, phase: &PhaseStudy, trail: &MoneyTrail, view: TrailView) -> Option<TrailPage> {
    if trail.spending.is_nan() || trail.spending <= 0.0 {
        return None;
    }
    let t = Teller {
        scope: Scope {
            territory: Territory::Study,
            ..*scope
        },
        phase,
        trail,
        view,
    };
    Some(TrailPage {
        finding: t.finding(),
        flow: t.flow(),
        charts: [Some(t.left()), t.leaks()].into_iter().flatten().collect(),
        parts: t.parts(),
        local: t.local(),
    })
}

/// A trail with what it takes to tell it.
struct Teller<'a> {
    scope: Scope<'a>,
    phase: &'a PhaseStudy,
    trail: &'a MoneyTrail,
    view: TrailView,
}

impl Teller<'_> {
    fn get(&self, msg: Msg) -> String {
        msg.get(self.scope.lang).to_owned()
    }

    /// Chooses between the words of operation and of construction.
    fn of_kind(&self, operation: Msg, construction: Msg) -> Msg {
        if self.phase.construction {
            construction
        } else {
            operation
        }
    }

    /// Writes dollars per 100 $ spent: whole, or in tenths below one.
    fn per_hundred(&self, dollars: f64) -> String {
        let value = 100.0 * dollars / self.trail.spending;
        if value == 0.0 || value.abs() >= 0.95 {
            return number::dollars(value, self.scope.lang);
        }
        let least = 0.1;
        let message = if value.abs() < least / 2.0 {
            m::LESS_THAN
        } else {
            m::DOLLARS
        };
        let value = number::decimal(value.abs().max(least).copysign(value), 1, self.scope.lang);
        self.scope.fill(message, &[("value", &value)])
    }

    /// Writes dollars in millions: one decimal, more where that would show nothing.
    fn millions(&self, dollars: f64) -> String {
        number::dollars_in_millions_with(dollars, places(dollars / 1e6, 1), self.scope.lang)
    }

    /// Writes dollars as the view asks.
    fn amount(&self, dollars: f64) -> String {
        if self.view.per_hundred {
            self.per_hundred(dollars)
        } else {
            self.millions(dollars)
        }
    }

    /// Writes dollars the other way: in millions beside an amount per 100 $, as a share beside an amount in millions.
    fn aside(&self, dollars: f64) -> String {
        if self.view.per_hundred {
            self.millions(dollars)
        } else {
            number::percent(dollars / self.trail.spending, self.scope.lang)
        }
    }

    fn unit(&self) -> Msg {
        match (self.view.per_hundred, self.phase.construction) {
            (true, _) => m::UNIT_HUNDRED,
            (false, true) => m::UNIT_MILLIONS,
            (false, false) => m::UNIT_MILLIONS_A_YEAR,
        }
    }

    fn study_in(&self) -> String {
        in_place(self.scope.study, Territory::Study, self.scope.lang)
    }

    fn study_of(&self) -> String {
        let study = self.scope.study;
        of_region(
            study.region.as_str(),
            study.region_label.get(self.scope.lang),
            self.scope.lang,
        )
    }

    /// Returns the name of a place as it stands inside another name.
    fn place(&self, place: Place) -> String {
        match territory(place) {
            Some(t) => place_name(self.scope.study, t, self.scope.lang),
            None => self.get(m::ABROAD),
        }
    }

    /// Returns how a sentence says that something is in a place.
    fn inside(&self, place: Place) -> String {
        match territory(place) {
            Some(t) => in_place(self.scope.study, t, self.scope.lang),
            None => self.get(m::TO_ABROAD),
        }
    }

    /// Returns the source of the charts below the diagram, which has the rest.
    fn short_source(&self) -> String {
        format!("{} {}", self.scope.source(), self.get(m::ROUNDED))
    }

    fn source(&self) -> String {
        let mut text = self.scope.source();
        if !self.phase.construction {
            text = format!("{text} {}", self.get(m::SURPLUS_EXCLUDED));
        }
        format!("{text} {}", self.get(m::ROUNDED))
    }

    fn finding(&self) -> String {
        let all = self.trail.all_parts(Rounds::All);
        let away = if self.scope.study.whole_province {
            Place::OtherProvinces
        } else {
            Place::RestOfProvince
        };
        let year = if self.view.per_hundred {
            String::new()
        } else {
            format!(" {}", self.get(m::A_YEAR))
        };
        self.scope.fill(
            self.of_kind(m::FINDING, m::FINDING_CONSTRUCTION),
            &[
                ("whole", &self.amount(self.trail.spending)),
                ("year", &year),
                ("home", &self.amount(all.income(Place::Study))),
                ("study", &self.study_in()),
                ("away", &self.amount(all.income(away))),
                ("elsewhere", &self.inside(away)),
            ],
        )
    }

    fn flow_finding(&self) -> String {
        let (message, rounds) = match self.view.rounds {
            Rounds::First => (
                self.of_kind(m::CHART_FINDING_FIRST, m::CHART_FINDING_FIRST_CONSTRUCTION),
                String::new(),
            ),
            Rounds::Two | Rounds::Three => (
                self.of_kind(m::CHART_FINDING_ROUNDS, m::CHART_FINDING_ROUNDS_CONSTRUCTION),
                self.get(if self.view.rounds == Rounds::Two {
                    m::AFTER_TWO
                } else {
                    m::AFTER_THREE
                }),
            ),
            Rounds::All => (
                self.of_kind(m::CHART_FINDING, m::CHART_FINDING_CONSTRUCTION),
                String::new(),
            ),
        };
        self.scope.fill(
            message,
            &[
                ("first", &self.amount(self.trail.in_region(Rounds::First))),
                ("of", &self.study_of()),
                ("end", &self.amount(self.trail.in_region(self.view.rounds))),
                ("whole", &self.amount(self.trail.spending)),
                ("rounds", &rounds),
            ],
        )
    }

    fn flow(&self) -> SankeySpec {
        let rounds = self.view.rounds;
        let subtitle = if rounds == Rounds::First {
            self.of_kind(m::SUBTITLE_FIRST, m::SUBTITLE_FIRST_CONSTRUCTION)
        } else {
            self.of_kind(m::SUBTITLE, m::SUBTITLE_CONSTRUCTION)
        };
        let mut stages = vec![
            self.get(self.of_kind(m::STAGE_SPENDING, m::STAGE_SPENDING_CONSTRUCTION)),
            self.get(m::STAGE_FIRST),
        ];
        stages.extend(match rounds {
            Rounds::First => None,
            Rounds::Two => Some(self.get(m::STAGE_TWO)),
            Rounds::Three => Some(self.get(m::STAGE_THREE)),
            Rounds::All => Some(self.get(m::STAGE_ALL)),
        });
        let mut spec = SankeySpec {
            id: "money_trail",
            finding: self.flow_finding(),
            subtitle: self.scope.fill(subtitle, &[("unit", self.unit().get(self.scope.lang))]),
            source: self.source(),
            alt: self.scope.fill(
                m::ALT,
                &[
                    ("whole", &self.amount(self.trail.spending)),
                    ("first", &self.amount(self.trail.in_region(Rounds::First))),
                    ("end", &self.amount(self.trail.in_region(rounds))),
                    ("study", &self.study_in()),
                ],
            ),
            stages,
            nodes: vec![self.spending_node()],
            links: Vec::new(),
        };
        let recipients: Vec<Recipient> = Recipient::ALL
            .into_iter()
            .filter(|r| self.shows(self.trail.received(*r)))
            .collect();
        for recipient in &recipients {
            let received = self.trail.received(*recipient);
            spec.links.push(self.link(0, spec.nodes.len(), received, Vec::new()));
            let mut node = self.node(1, role_of(*recipient), self.name_of(*recipient), received);
            if rounds == Rounds::First {
                node.detail = self.aside(received);
            }
            spec.nodes.push(node);
        }
        if rounds == Rounds::First {
            return spec;
        }
        let all = self.trail.all_parts(rounds);
        for end in End::all() {
            let value = end.of(&all);
            if !self.shows(value) {
                continue;
            }
            let at = spec.nodes.len();
            for (k, recipient) in recipients.iter().enumerate() {
                let parts = self.trail.parts(rounds, *recipient);
                let value = end.of(parts);
                if self.shows(value) {
                    spec.links.push(self.link(1 + k, at, value, self.details(end, parts)));
                }
            }
            let mut node = self.node(2, end.role(), self.name_of_end(end), value);
            node.detail = self.aside(value);
            if let End::Place(place) = end
                && self.shows(all.held(place))
            {
                node.passing = all.held(place);
                node.note = self.scope.fill(m::HELD, &[("amount", &self.amount(all.held(place)))]);
            }
            spec.nodes.push(node);
        }
        spec
    }

    /// Returns whether an amount is more than what rounding leaves of 0.
    fn shows(&self, dollars: f64) -> bool {
        dollars > 1e-9 * self.trail.spending
    }

    fn spending_node(&self) -> SankeyNode {
        let name = self.get(self.of_kind(m::NODE_SPENDING, m::NODE_CONSTRUCTION));
        let mut node = self.node(0, Role::Neutral, name, self.trail.spending);
        let aside = self.aside(self.trail.spending);
        node.detail = match (self.view.per_hundred, self.phase.construction) {
            (true, false) => self.scope.fill(m::A_YEAR_AFTER, &[("value", &aside)]),
            (true, true) => aside,
            (false, false) => self.get(m::A_YEAR),
            (false, true) => String::new(),
        };
        node
    }

    fn node(&self, stage: usize, role: Role, label: String, value: f64) -> SankeyNode {
        SankeyNode {
            stage,
            role,
            label,
            value,
            value_label: self.amount(value),
            detail: String::new(),
            passing: 0.0,
            note: String::new(),
        }
    }

    fn link(&self, from: usize, to: usize, value: f64, parts: Vec<(Msg, f64)>) -> SankeyLink {
        let mut details = vec![
            (
                self.get(m::AMOUNT_PER_HUNDRED),
                self.exact(100.0 * value / self.trail.spending),
            ),
            (self.get(m::AMOUNT), number::dollars(value, self.scope.lang)),
        ];
        // One part alone is the whole: it is named without its figure.
        match parts.as_slice() {
            [] => {}
            [(name, _)] => details.push((self.get(*name), String::new())),
            several => details.extend(several.iter().map(|(name, v)| (self.get(*name), self.amount(*v)))),
        }
        SankeyLink {
            from,
            to,
            value,
            value_label: self.amount(value),
            details,
        }
    }

    /// Writes dollars and cents.
    fn exact(&self, value: f64) -> String {
        let value = number::decimal(value, 2, self.scope.lang);
        self.scope.fill(m::DOLLARS, &[("value", &value)])
    }

    fn details(&self, end: End, parts: &Parts) -> Vec<(Msg, f64)> {
        let mut all = match end {
            End::Place(place) => {
                let p = place as usize;
                let mut all = vec![
                    (m::TAKE_HOME, parts.take_home[p]),
                    (m::SURPLUS, parts.surplus[p]),
                    (m::RESALE, parts.resale[p]),
                ];
                if place == Place::Abroad {
                    all.push((m::IMPORTS, parts.imports));
                }
                all.push((m::HELD_PART, parts.held(place)));
                all
            }
            End::Taxes => vec![
                (m::PERSONAL_TAXES, parts.personal_taxes),
                (m::EMPLOYER_CONTRIBUTIONS, parts.employer_contributions),
                (m::PRODUCT_TAXES, parts.product_taxes),
                (m::PRODUCTION_TAXES, parts.production_taxes.iter().sum()),
            ],
            End::Savings => vec![(m::SAVING, parts.saving), (m::PLANS, parts.plans)],
        };
        all.retain(|(_, v)| self.shows(*v));
        all
    }

    fn name_of(&self, recipient: Recipient) -> String {
        match recipient {
            Recipient::Employees => self.get(m::EMPLOYEES),
            Recipient::Suppliers(place) => self.scope.fill(m::SUPPLIERS, &[("place", &self.place(place))]),
            Recipient::Governments => self.get(m::GOVERNMENTS),
        }
    }

    fn name_of_end(&self, end: End) -> String {
        match end {
            End::Place(place) => upper_first(&self.place(place)),
            End::Taxes => self.get(m::TAXES),
            End::Savings => self.get(m::SAVINGS),
        }
    }

    /// Returns what is in the region after each round.
    fn left(&self) -> ChartSpec {
        let of = |rounds| self.trail.in_region(rounds);
        let names = [
            (self.of_kind(m::LEFT_FIRST, m::LEFT_FIRST_CONSTRUCTION), Rounds::First),
            (m::LEFT_TWO, Rounds::Two),
            (m::LEFT_THREE, Rounds::Three),
            (m::LEFT_END, Rounds::All),
        ];
        let rows = names.map(|(name, rounds)| Row {
            label: self.get(name),
            total_label: self.amount(of(rounds)),
            value_labels: vec![String::new()],
            values: vec![self.in_unit(of(rounds))],
            written: match self.view.per_hundred {
                true => Written::dollars(Precision::WHOLE),
                false => Written::plain(Precision::TENTHS),
            },
            ..Row::default()
        });
        let (first, end) = (of(Rounds::First), of(Rounds::All));
        let finding = if self.amount(first) != self.amount(end) && end < first {
            m::LEFT_FALLS
        } else {
            m::LEFT_RISES
        };
        let unit = match (self.view.per_hundred, self.phase.construction) {
            (true, _) => m::PER_HUNDRED_SPENT,
            (false, true) => m::IN_MILLIONS,
            (false, false) => m::IN_MILLIONS_A_YEAR,
        };
        ChartSpec {
            id: "trail_left",
            finding: self.scope.fill(
                finding,
                &[
                    ("study", &self.study_in()),
                    ("first", &self.amount(first)),
                    ("end", &self.amount(end)),
                ],
            ),
            subtitle: self.scope.fill(
                m::LEFT_SUBTITLE,
                &[("unit", unit.get(self.scope.lang)), ("of", &self.study_of())],
            ),
            source: self.short_source(),
            alt: self.scope.fill(m::LEFT_ALT, &[("study", &self.study_in())]),
            kind: ChartKind::StackedBars,
            series: vec![Series::plain(Role::Study, self.place(Place::Study))],
            rows: rows.to_vec(),
            axis: Axis {
                unit: self.get(self.unit()),
                ..Axis::default()
            },
            marker: None,
            ghost_label: None,
        }
    }

    /// Returns an amount in the unit that the view asks for.
    fn in_unit(&self, dollars: f64) -> f64 {
        if self.view.per_hundred {
            100.0 * dollars / self.trail.spending
        } else {
            dollars / 1e6
        }
    }

    /// Returns the lines by which most money leaves in the first round; nothing where none does.
    fn leaks(&self) -> Option<ChartSpec> {
        let all = self.phase.largest_leaks();
        let name = |k: usize| {
            let line_of = |l| line(l, self.scope.lang, self.scope.library);
            self.phase.lines.get(k).map_or_else(String::new, line_of)
        };
        let first = all.first()?;
        let rows = all.iter().take(LEAKS).map(|part| Row {
            label: name(part.line),
            swatch: Some(role_of(Recipient::Suppliers(part.place))),
            total_label: self.millions(part.amount),
            value_labels: vec![String::new()],
            values: vec![part.amount / 1e6],
            written: Written::plain(Precision::TENTHS),
            difference: Some(Difference {
                text: self.place(part.place),
                tone: Tone::Neutral,
            }),
            ..Row::default()
        });
        let unit = self.of_kind(m::MILLIONS_A_YEAR, m::MILLIONS);
        let subtitle = self.of_kind(m::LEAKS_SUBTITLE, m::LEAKS_SUBTITLE_CONSTRUCTION);
        Some(ChartSpec {
            id: "trail_leaks",
            finding: self.scope.fill(
                m::LEAKS_FINDING,
                &[
                    ("line", &lower_first(&name(first.line))),
                    ("amount", &self.millions(first.amount)),
                    ("where", &self.inside(first.place)),
                ],
            ),
            subtitle: self.scope.fill(subtitle, &[("place", &self.place(Place::Study))]),
            source: self.short_source(),
            alt: self.get(m::LEAKS_ALT),
            kind: ChartKind::RowBars,
            series: vec![Series::plain(Role::Neutral, self.get(unit))],
            rows: rows.collect(),
            axis: Axis {
                unit: self.get(unit),
                ..Axis::default()
            },
            marker: None,
            ghost_label: None,
        })
    }
}

/// Where money ends, or is after some rounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// Income there, and what suppliers there still hold.
    Place(Place),
    Taxes,
    Savings,
}

impl End {
    /// The ends from top to bottom: each place, then taxes and savings.
    fn all() -> impl Iterator<Item = End> {
        let places = Place::ALL.into_iter().map(End::Place);
        places.chain([End::Taxes, End::Savings])
    }

    fn of(self, parts: &Parts) -> f64 {
        match self {
            End::Place(place) => parts.income(place) + parts.held(place),
            End::Taxes => parts.taxes(),
            End::Savings => parts.savings(),
        }
    }

    fn role(self) -> Role {
        match self {
            End::Place(place) => role_of(Recipient::Suppliers(place)),
            End::Taxes => Role::Taxes,
            End::Savings => Role::Savings,
        }
    }
}

fn role_of(recipient: Recipient) -> Role {
    match recipient {
        Recipient::Employees => Role::Direct,
        Recipient::Suppliers(Place::Study) => Role::Study,
        Recipient::Suppliers(Place::RestOfProvince) => Role::RestOfProvince,
        Recipient::Suppliers(Place::OtherProvinces) => Role::RestOfCanada,
        Recipient::Suppliers(Place::Abroad) => Role::Abroad,
        Recipient::Governments => Role::Taxes,
    }
}

fn territory(place: Place) -> Option<Territory> {
    match place {
        Place::Study => Some(Territory::Study),
        Place::RestOfProvince => Some(Territory::RestOfProvince),
        Place::OtherProvinces => Some(Territory::RestOfCountry),
        Place::Abroad => None,
    }
}

/// Returns how many decimals a value takes to show something: `least`, or up to three more.
fn places(value: f64, least: usize) -> usize {
    let shows = |places: &usize| (value.abs() * 10_f64.powi(*places as i32)).round() >= 1.0;
    if value == 0.0 {
        return least;
    }
    (least..least + 3).find(shows).unwrap_or(least + 3)
}
