//! The first page of results: its finding and its headline cards; its charts are in `charts`.

use super::chart::{Difference, Series, Tone};
use super::finances;
use super::role::Role;
use super::words::{in_place, place_name, runs_whole, upper_first};
use crate::study::{Effect, Library, Measure, PhaseStudy, Study, Territory};
use crate::text::messages::{finances as f, report as m};
use crate::text::rounding::Precision;
use crate::text::{Lang, Msg, number};

/// A headline figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Name that never changes.
    pub id: &'static str,
    /// What is counted.
    pub label: String,
    /// Where, and in what unit.
    pub unit: String,
    /// In what unit, for narrow windows, where the territory stands above the cards.
    pub short_unit: String,
    /// The figure, or why there is none and whether a phase of construction would bring one.
    pub figure: Result<CardFigure, NoFigure>,
}

/// A headline figure as written.
#[derive(Clone, Debug, PartialEq)]
pub struct CardFigure {
    /// The gross figure; or the only one, where gross and net mean nothing, as for pay per job.
    pub gross: String,
    /// Whether the figure is one that gross and net apply to.
    pub has_net: bool,
    /// The net figure; nothing where the scenario does not say what is new.
    pub net: Option<String>,
    /// Its parts in words, for the tooltip.
    pub parts: String,
    /// Its parts as values, in the fixed order of effects; empty where the figure is no sum of effects.
    pub shares: Vec<(Role, f64)>,
    /// Its first part in a few words.
    pub caption: String,
    /// The signed difference with the saved version; nothing when it is the same.
    pub difference: Option<Difference>,
}

/// Why a card has no figure.
#[derive(Clone, Debug, PartialEq)]
pub struct NoFigure {
    /// The sentence.
    pub sentence: String,
    /// The action that would mend it; empty where the figure does not apply.
    pub action: String,
    /// Whether the phase that the action adds is a construction.
    pub construction: bool,
}

/// What the page is about.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// The results.
    pub study: &'a Study,
    /// The version saved, when it is to show.
    pub saved: Option<&'a Study>,
    /// The data, for names.
    pub library: &'a Library,
    /// Where results are summed.
    pub territory: Territory,
    /// The language.
    pub lang: Lang,
}

impl<'a> Scope<'a> {
    pub(super) fn place(&self) -> String {
        place_name(self.study, self.territory, self.lang)
    }

    pub(super) fn fill(&self, msg: Msg, values: &[(&str, &str)]) -> String {
        msg.fill(self.lang, values)
    }

    pub(super) fn jobs(&self, v: f64) -> String {
        number::whole(v, self.lang)
    }

    pub(super) fn millions(&self, v: f64) -> String {
        number::decimal(v / 1e6, 1, self.lang)
    }

    pub(super) fn source(&self) -> String {
        let source = self.fill(m::SOURCE, &[("year", &self.study.data_year.to_string())]);
        if self.study.region_modelled && self.territory == Territory::Study {
            format!("{source} {}", m::MODELLED.get(self.lang))
        } else {
            source
        }
    }

    pub(super) fn value(&self, phase: &PhaseStudy, measure: Measure, effects: &[Effect]) -> f64 {
        effects
            .iter()
            .map(|e| self.study.value(phase, measure, *e, self.territory))
            .sum()
    }

    /// Returns the phase whose yearly effects the page speaks of: operation, or construction where there is none.
    pub(super) fn main_phase(&self) -> Option<&'a PhaseStudy> {
        self.study.operation().or_else(|| self.study.construction())
    }

    /// Returns a phase as the saved version has it; nothing where it has no such phase.
    pub(super) fn saved_phase(&self, phase: &PhaseStudy) -> Option<(&'a Study, &'a PhaseStudy)> {
        let saved = self.saved?;
        let same = |p: &&PhaseStudy| p.id == phase.id && p.construction == phase.construction;
        Some((saved, saved.phases.iter().find(same)?))
    }

    pub(super) fn series(&self, parts: &[(Role, Msg)]) -> Vec<Series> {
        parts
            .iter()
            .map(|(role, label)| Series::plain(*role, label.get(self.lang)))
            .collect()
    }
}

pub(super) const EFFECT_ROLES: [Role; 4] = [Role::Direct, Role::IndirectFirst, Role::IndirectOther, Role::Induced];
pub(super) const DIRECT: &[Effect] = &[Effect::Direct];
pub(super) const INDIRECT: &[Effect] = &[Effect::IndirectFirst, Effect::IndirectOther];
pub(super) const INDUCED: &[Effect] = &[Effect::Induced];

/// Returns the sentence that heads the page.
pub fn finding(scope: &Scope<'_>) -> String {
    let study = scope.study;
    let place = upper_first(&in_place(study, scope.territory, scope.lang));
    // The gross figure, and the net one in brackets where the scenario says what is new.
    let counted = |phase: &PhaseStudy| {
        let gross = study.total(phase, Measure::Jobs, scope.territory);
        let net = phase.net(gross).map_or_else(String::new, |v| {
            format!(" {}", scope.fill(f::NET_INSIDE, &[("net", &scope.jobs(v))]))
        });
        (scope.jobs(gross), net)
    };
    let (jobs, years) = (study.operation().map(counted), study.construction().map(counted));
    // A plant that never ran whole had no permanent jobs: the figure is what it was built for.
    let kind = if runs_whole(study) {
        m::PERMANENT_JOBS
    } else {
        m::FULL_ACTIVITY_JOBS
    };
    let jobs = jobs.map(|(jobs, net)| (scope.fill(kind, &[("jobs", &jobs)]), net));
    let finding = match (jobs, years) {
        (Some((jobs, net)), Some((years, built))) => scope.fill(
            m::FINDING_BOTH,
            &[
                ("place", &place),
                ("jobs", &jobs),
                ("net", &net),
                ("years", &years),
                ("built", &built),
            ],
        ),
        (Some((jobs, net)), None) => scope.fill(
            m::FINDING_OPERATION,
            &[("place", &place), ("jobs", &jobs), ("net", &net)],
        ),
        (None, Some((years, built))) => scope.fill(
            m::FINDING_CONSTRUCTION,
            &[("place", &place), ("years", &years), ("built", &built)],
        ),
        (None, None) => String::new(),
    };
    match negative_gdp(scope) {
        Some((message, _)) => scope.fill(
            m::FINDING_NEGATIVE,
            &[("finding", &finding), ("negative", message.get(scope.lang))],
        ),
        None => finding,
    }
}

/// Says that a project which buys for more than it sells takes from GDP, with what to do, then in two words; nothing where it does not.
pub fn negative_gdp(scope: &Scope<'_>) -> Option<(Msg, Msg)> {
    let phase = scope.study.operation()?;
    let own = phase.project.as_ref().filter(|p| p.purchases > p.output)?;
    let total = scope.value(phase, Measure::Gdp, &Effect::ALL);
    // Only a difference that shows: a budget may meet sales to the cent.
    let shows = !number::shows_zero(&scope.millions(own.purchases - own.output));
    shows.then_some(match total < 0.0 {
        true => (m::GDP_NEGATIVE, m::CARD_GDP_NEGATIVE),
        false => (m::GDP_DIRECT_NEGATIVE, m::CARD_GDP_DIRECT_NEGATIVE),
    })
}

/// Returns the headline cards.
pub fn cards(scope: &Scope<'_>) -> Vec<Card> {
    let (operation, construction) = (scope.study.operation(), scope.study.construction());
    let missing = |construction: bool| NoFigure {
        sentence: if construction {
            m::CARD_NO_CONSTRUCTION
        } else {
            m::CARD_NO_OPERATION
        }
        .get(scope.lang)
        .into(),
        action: m::CARD_ADD_PHASE.get(scope.lang).into(),
        construction,
    };
    let card = |id, label: Msg, unit: Msg, figure| Card {
        id,
        label: label.get(scope.lang).to_owned(),
        unit: scope.fill(unit, &[("place", &scope.place())]),
        short_unit: upper_first(scope.fill(unit, &[("place", "")]).trim_start_matches([',', ' '])),
        figure,
    };
    // Governments' revenue where the law is known, the taxes inside the account elsewhere.
    let (tax_label, tax_unit) = match (scope.study.finances.is_some(), operation.is_some()) {
        (true, true) => (f::CARD_REVENUE, f::CARD_REVENUE_UNIT),
        (true, false) => (f::CARD_REVENUE, f::CARD_REVENUE_TOTAL_UNIT),
        (false, true) => (m::CARD_TAXES, m::CARD_TAXES_UNIT),
        (false, false) => (m::CARD_TAXES, m::CARD_TAXES_TOTAL_UNIT),
    };
    // Revenue is that of the province at most, whatever the territory asked for: its place is always written.
    let revenue_card = |figure| {
        let place = place_name(scope.study, finances::territory(scope), scope.lang);
        let unit = scope.fill(tax_unit, &[("place", &place)]);
        let elsewhere = scope.study.finances.is_some() && finances::territory(scope) != scope.territory;
        let short = upper_first(scope.fill(tax_unit, &[("place", "")]).trim_start_matches([',', ' ']));
        Card {
            id: "taxes",
            label: tax_label.get(scope.lang).to_owned(),
            short_unit: if elsewhere { unit.clone() } else { short },
            unit: if elsewhere {
                unit
            } else {
                scope.fill(tax_unit, &[("place", &scope.place())])
            },
            figure,
        }
    };
    let count = |measure: Measure, phase: &PhaseStudy, precision: Precision| {
        let write = |v: f64| precision.write(v, scope.lang);
        let values = Effect::ALL.map(|e| scope.value(phase, measure, &[e]));
        let parts = values.map(write);
        let now = scope.value(phase, measure, &Effect::ALL);
        let then = scope
            .saved_phase(phase)
            .map(|(s, p)| s.total(p, measure, scope.territory));
        CardFigure {
            gross: write(now),
            has_net: true,
            net: phase.net(now).map(write),
            parts: scope.fill(
                m::PARTS,
                &[
                    ("direct", &parts[0]),
                    ("first", &parts[1]),
                    ("other", &parts[2]),
                    ("induced", &parts[3]),
                ],
            ),
            shares: EFFECT_ROLES.iter().zip(values).map(|(role, v)| (*role, v)).collect(),
            caption: scope.fill(m::OF_THEM_DIRECT, &[("direct", &parts[0])]),
            difference: difference(now, then, precision, &write),
        }
    };
    let yearly = |measure| match operation {
        Some(p) => Ok(count(measure, p, Precision::MILLIONS)),
        None => match construction {
            Some(p) => Ok(count(measure, p, Precision::MILLIONS)),
            None => Err(missing(false)),
        },
    };
    let money_unit = if operation.is_some() {
        m::CARD_GDP_UNIT
    } else {
        m::CARD_TOTAL_UNIT
    };
    let taxes = revenue_figure(scope).or_else(|| indirect_taxes(scope));
    vec![
        card(
            "jobs",
            m::CARD_JOBS,
            m::CARD_JOBS_UNIT,
            operation
                .map(|p| count(Measure::Jobs, p, Precision::WHOLE))
                .ok_or_else(|| missing(false)),
        ),
        card(
            "construction",
            m::CARD_CONSTRUCTION,
            m::CARD_CONSTRUCTION_UNIT,
            construction
                .map(|p| count(Measure::Jobs, p, Precision::WHOLE))
                .ok_or_else(|| missing(true)),
        ),
        card(
            "gdp",
            m::CARD_GDP,
            money_unit,
            yearly(Measure::Gdp).map(|figure| match negative_gdp(scope) {
                Some((why, _)) => CardFigure {
                    parts: format!("{}\n{}", figure.parts, upper_first(why.get(scope.lang))),
                    ..figure
                },
                None => figure,
            }),
        ),
        card("wages", m::CARD_WAGES, money_unit, yearly(Measure::Wages)),
        revenue_card(taxes.ok_or_else(|| missing(false))),
    ]
}

/// Returns what governments receive in the main phase; nothing where it is not computed.
fn revenue_figure(scope: &Scope<'_>) -> Option<CardFigure> {
    let phase = scope.main_phase()?;
    let territory = finances::territory(scope);
    let of = |study: &Study, phase: &PhaseStudy| study.revenue(phase, &Effect::ALL, territory);
    let now = of(scope.study, phase)?;
    let then = scope.saved_phase(phase).and_then(|(s, p)| of(s, p)).map(|r| r.total());
    let write = |v: f64| scope.millions(v);
    let values = finances::GOVERNMENTS.map(|g| now.government(g));
    let [quebec, federal, municipal] = values.map(write);
    Some(CardFigure {
        gross: write(now.total()),
        has_net: true,
        net: phase.net(now.total()).map(write),
        parts: scope.fill(
            f::REVENUE_PARTS,
            &[("quebec", &quebec), ("federal", &federal), ("municipal", &municipal)],
        ),
        shares: finances::GOVERNMENTS
            .map(finances::government_role)
            .into_iter()
            .zip(values)
            .collect(),
        caption: scope.fill(f::REVENUE_CAPTION, &[("quebec", &quebec)]),
        difference: difference(now.total(), then, Precision::MILLIONS, &write),
    })
}

/// Returns the taxes inside the account, where no law is known.
fn indirect_taxes(scope: &Scope<'_>) -> Option<CardFigure> {
    let phase = scope.main_phase()?;
    let both = [Measure::ProductTaxes, Measure::ProductionTaxes];
    let [products, production] = both.map(|t| scope.value(phase, t, &Effect::ALL));
    let then = scope
        .saved_phase(phase)
        .map(|(s, p)| both.iter().map(|t| s.total(p, *t, scope.territory)).sum());
    let write = |v: f64| scope.millions(v);
    Some(CardFigure {
        gross: write(products + production),
        has_net: true,
        net: phase.net(products + production).map(write),
        parts: scope.fill(
            m::TAXES_PARTS,
            &[("products", &write(products)), ("production", &write(production))],
        ),
        shares: vec![(Role::Taxes, products), (Role::Neutral, production)],
        caption: scope.fill(m::OF_THEM_PRODUCTS, &[("products", &write(products))]),
        difference: difference(products + production, then, Precision::MILLIONS, &write),
    })
}

/// Returns the signed difference of two figures shown, or nothing when they read the same; `precision` is that of `write`.
pub(super) fn difference(
    now: f64,
    then: Option<f64>,
    precision: Precision,
    write: &dyn Fn(f64) -> String,
) -> Option<Difference> {
    let change = precision.difference(then?, now);
    if change == 0.0 {
        return None;
    }
    let tone = if change > 0.0 { Tone::Gain } else { Tone::Loss };
    Some(Difference {
        text: number::signed(change, write),
        tone,
    })
}
