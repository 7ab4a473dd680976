//! What the slides of a study say, before anything is drawn: one finding each, what proves it, and what to tell of it.

use crate::report::beside;
use crate::report::chart::ChartSpec;
use crate::report::compare::{self, CompareScope};
use crate::report::full::{Block, Subject, attributions};
use crate::report::glossary::TERMS;
use crate::report::income::FamiliesClaim;
use crate::report::limits::LIMITS;
use crate::report::overview::{self, Card, Scope};
use crate::report::sankey::SankeySpec;
use crate::report::words::{in_place, lower_first, phase, upper_first};
use crate::report::{charts, finances, income, timeline, trail};
use crate::study::{PhaseStudy, Territory};
use crate::text::messages::{deck as m, full, glossary as g, help, project as p, trail as t};
use crate::text::{Lang, Msg, number};

/// How many limits stand on their slide; the others are in its notes.
const LIMITS_SHOWN: usize = 8;
/// How many letters of benefits stand on their slide, which has room for about a third more; the others are in its notes.
const BENEFIT_LETTERS: usize = 1500;
/// How many headline figures stand on their slide.
const FIGURES: usize = 4;

/// What a slide shows under its finding.
pub(super) enum Shown {
    /// What the project is, and facts with their names.
    Opening(String, Vec<(String, String)>),
    /// Headline figures.
    Figures(Vec<Card>),
    /// A chart, and beside it headline figures with what they are: gross, or net of what.
    Chart(Box<ChartSpec>, Vec<Card>, String),
    /// A flow diagram.
    Flow(Box<SankeySpec>),
    /// Scenarios side by side.
    Compared(Box<ChartSpec>),
    /// Texts, each under a few words; none for those that need no name.
    Texts(Vec<(String, String)>),
}

/// A slide.
pub(super) struct Slide {
    /// Its finding.
    pub title: String,
    /// What is measured.
    pub subtitle: String,
    /// Where its figures come from.
    pub source: String,
    /// What it shows.
    pub shown: Shown,
    /// What to tell of it: a heading and its sentences.
    pub notes: Vec<(String, Vec<String>)>,
}

/// What slides are made of.
struct Teller<'a> {
    scope: Scope<'a>,
    subject: &'a Subject<'a>,
    net: bool,
}

/// Returns the slides of a study, in order.
///
/// * `claim`: what was announced of families.
/// * `comparison`: the scenarios it is compared with, where there are several.
pub(super) fn slides<'a>(
    subject: &'a Subject<'a>,
    claim: Option<FamiliesClaim>,
    comparison: Option<&CompareScope<'_>>,
    lang: Lang,
) -> Vec<Slide> {
    let scope = Scope {
        study: subject.study,
        saved: None,
        library: subject.library,
        territory: Territory::Study,
        lang,
    };
    let net = subject.study.phases.iter().any(|p| p.net(1.0).is_some());
    let teller = Teller { scope, subject, net };
    let mut out = vec![teller.opening()];
    out.extend(teller.figures());
    let main = charts::charts(&scope);
    let find = |specs: &[ChartSpec], ids: &[&str]| {
        let found = ids.iter().find_map(|id| specs.iter().find(|s| s.id == *id));
        found.cloned()
    };
    let cards = overview::cards(&scope);
    let beside = |ids: &[&str], cards: &[Card]| -> Vec<Card> {
        let told = |id: &&str| cards.iter().find(|c| c.id == *id && c.figure.is_ok()).cloned();
        ids.iter().filter_map(told).collect()
    };
    let effects = [g::DIRECT_IS, g::INDIRECT_IS, g::INDUCED_IS];
    let jobs = [g::JOBS_IS];
    out.extend(find(&main, &["effects"]).map(|spec| {
        let caveats = [help::LIMIT_INDUCED_TEXT, m::CAVEAT_KINDS];
        teller.chart(spec, Vec::new(), &effects, &caveats)
    }));
    out.extend(timeline::waterfall(&scope).map(|spec| {
        let how = [g::NET_IS, g::DEADWEIGHT_IS, g::DISPLACEMENT_IS, g::SUBSTITUTION_IS];
        teller.chart(spec, Vec::new(), &how, &[help::LIMIT_GROSS_TEXT])
    }));
    out.extend(find(&main, &["industries"]).map(|spec| {
        let caveats = [help::LIMIT_FIXED_TEXT, help::LIMIT_YEAR_TEXT];
        teller.chart(spec, Vec::new(), &[m::HOW_INDUSTRIES], &caveats)
    }));
    out.extend(find(&main, &["regions"]).map(|spec| {
        let panel = beside(&["jobs", "construction", "gdp"], &cards);
        let panel = panel.into_iter().take(2).collect();
        teller.chart(spec, panel, &[m::HOW_REGIONS, jobs[0]], &[help::LIMIT_REGION_TEXT])
    }));
    let (pay, law) = (
        income::charts(&scope, claim),
        finances::charts(&scope, Default::default()),
    );
    let incomes = income::cards(&scope);
    out.extend(find(&pay, &["families"]).map(|spec| {
        let panel = beside(&["after_tax", "wage_per_job"], &incomes);
        teller.chart(
            spec,
            panel,
            &[g::FAMILIES_IS, g::RESIDENTS_IS],
            &[help::LIMIT_JOBS_TEXT],
        )
    }));
    out.extend(find(&pay, &["pay"]).map(|spec| {
        let how = [g::AFTER_TAX_IS, g::LABOUR_INCOME_IS];
        teller.chart(spec, Vec::new(), &how, &[help::LIMIT_LAW_TEXT])
    }));
    out.extend(find(&law, &["revenue_operation", "revenue_construction"]).map(|spec| {
        let how = [m::HOW_REVENUE, g::FISCAL_IS, g::PARAFISCAL_IS];
        let caveats = [help::LIMIT_LAW_TEXT, help::LIMIT_PUBLIC_TEXT];
        teller.chart(spec, beside(&["taxes"], &cards), &how, &caveats)
    }));
    // One year alone makes no course of years.
    let several = |spec: &ChartSpec| spec.rows.len() > 1;
    out.extend(find(&law, &["payback"]).filter(several).map(|spec| {
        let how = [g::PAYBACK_IS, g::CONSTANT_DOLLARS_IS];
        teller.chart(spec, Vec::new(), &how, &[help::LIMIT_PUBLIC_TEXT])
    }));
    out.extend(find(&main, &["years"]).filter(several).map(|spec| {
        let caveats = [m::CAVEAT_YEARS, m::CAVEAT_KINDS];
        teller.chart(spec, Vec::new(), &[m::HOW_YEARS], &caveats)
    }));
    out.extend(teller.trail());
    out.extend(comparison.map(|c| teller.compared(c)));
    out.extend(teller.benefits());
    out.push(teller.limits());
    out.push(teller.sources());
    out
}

impl Teller<'_> {
    fn get(&self, msg: Msg) -> String {
        msg.get(self.scope.lang).to_owned()
    }

    fn year(&self) -> String {
        self.scope.study.data_year.to_string()
    }

    /// Returns the source line of what has none of its own, with what the dollars are.
    fn source(&self) -> String {
        let first = charts::charts(&self.scope).into_iter().next();
        let project = self.subject.name.get(self.scope.lang);
        match first {
            Some(spec) => format!("{} {project}.", spec.source),
            None => format!("{project}."),
        }
    }

    fn notes(&self, shows: String, how: &[Msg], caveats: &[Msg], gross: bool) -> Vec<(String, Vec<String>)> {
        let told = |all: &[Msg]| all.iter().map(|m| self.told(*m)).collect::<Vec<String>>();
        let mut caveats = told(caveats);
        if gross && !self.net {
            caveats.push(ended(m::CAVEAT_GROSS.get(self.scope.lang)));
        }
        let parts = [
            (m::NOTES_SHOWS, vec![ended(&shows)]),
            (m::NOTES_HOW, told(how)),
            (m::NOTES_CAVEAT, caveats),
        ];
        let parts = parts.into_iter().filter(|(_, texts)| !texts.is_empty());
        parts.map(|(heading, texts)| (self.get(heading), texts)).collect()
    }

    /// Returns a text for notes; the definition of a term stands after its name.
    fn told(&self, text: Msg) -> String {
        let lang = self.scope.lang;
        let term = TERMS.iter().find(|term| term.definition == text);
        ended(&term.map_or_else(
            || self.get(text),
            |term| {
                let definition = lower_first(text.get(lang));
                full::DEFINED.fill(lang, &[("name", term.name.get(lang)), ("definition", &definition)])
            },
        ))
    }

    /// Returns what a chart shows, in a sentence: its finding, what it measures, and what its marks are.
    fn shows(&self, finding: &str, subtitle: &str, alt: &str) -> String {
        let parts = [finding, subtitle, alt].into_iter().filter(|t| !t.is_empty());
        parts.map(ended).collect::<Vec<String>>().join(" ")
    }

    fn project(&self, source: &str) -> String {
        format!("{source} {}.", self.subject.name.get(self.scope.lang))
    }

    fn chart(&self, spec: ChartSpec, panel: Vec<Card>, how: &[Msg], caveats: &[Msg]) -> Slide {
        let aside = if self.net { m::NET_ASIDE } else { m::CAVEAT_GROSS };
        Slide {
            title: spec.finding.clone(),
            subtitle: spec.subtitle.clone(),
            source: self.project(&spec.source),
            notes: self.notes(
                self.shows(&spec.finding, &spec.subtitle, &spec.alt),
                how,
                caveats,
                spec.id != "waterfall" && spec.id != "pay",
            ),
            shown: Shown::Chart(Box::new(spec), panel, self.get(aside)),
        }
    }

    fn opening(&self) -> Slide {
        let (study, lang) = (self.scope.study, self.scope.lang);
        let region = upper_first(study.region_label.get(lang));
        let mut facts = vec![(self.get(m::OPENING_REGION), region)];
        let of = |p: &PhaseStudy| {
            let years = number::years(p.start, p.end, lang);
            let budget = number::dollars_in_millions(p.spending, lang);
            let told = match p.construction {
                true => m::OPENING_BUDGET.fill(lang, &[("years", &years), ("budget", &budget)]),
                false => years,
            };
            (phase(study, p, lang), told)
        };
        // Two phases at most: the first of each kind, which the figures are of.
        facts.extend(study.construction().map(of));
        facts.extend(study.operation().map(of));
        let dollars = m::OPENING_DOLLARS.fill(lang, &[("year", &self.year())]);
        facts.push((self.get(m::OPENING_PRICES), dollars));
        Slide {
            title: self.subject.name.get(lang).to_owned(),
            subtitle: String::new(),
            source: self.source(),
            notes: self.notes(self.get(m::SHOWS_OPENING), &[m::HOW_OPENING], &[], true),
            shown: Shown::Opening(self.subject.description.get(lang).to_owned(), facts),
        }
    }

    fn figures(&self) -> Option<Slide> {
        let title = upper_first(&overview::finding(&self.scope));
        let all = overview::cards(&self.scope);
        let order = ["jobs", "construction", "gdp", "taxes", "wages"];
        let known = |id: &&str| all.iter().find(|c| c.id == *id && c.figure.is_ok()).cloned();
        let cards: Vec<Card> = order.iter().filter_map(known).take(FIGURES).collect();
        if cards.is_empty() || title.is_empty() {
            return None;
        }
        let place = upper_first(&in_place(self.scope.study, self.scope.territory, self.scope.lang));
        let subtitle = m::FIGURES_SUBTITLE.fill(self.scope.lang, &[("place", &place), ("year", &self.year())]);
        let how = [g::JOBS_IS, g::JOB_YEARS_IS, g::GDP_IS, g::NET_IS];
        Some(Slide {
            notes: self.notes(
                self.shows(&title, &subtitle, ""),
                &how,
                &[g::SUPPORTED_IS, m::CAVEAT_KINDS],
                true,
            ),
            title,
            subtitle,
            source: self.source(),
            shown: Shown::Figures(cards),
        })
    }

    fn trail(&self) -> Option<Slide> {
        let study = self.scope.study;
        let phase = study.operation().or_else(|| study.construction())?;
        let money = study.money_trail(phase).ok()?;
        let flow = trail::page(&self.scope, phase, &money, trail::TrailView::default())?.flow;
        Some(Slide {
            title: flow.finding.clone(),
            subtitle: flow.subtitle.clone(),
            source: self.project(&flow.source),
            notes: self.notes(
                self.shows(&flow.finding, &flow.subtitle, &flow.alt),
                &[m::HOW_TRAIL, g::LEAKAGE_IS],
                &[t::NOTE_SURPLUS],
                true,
            ),
            shown: Shown::Flow(Box::new(flow)),
        })
    }

    fn compared(&self, scope: &CompareScope<'_>) -> Slide {
        let spec = compare::bars(scope);
        Slide {
            title: spec.finding.clone(),
            subtitle: self.get(m::COMPARE_SUBTITLE),
            source: spec.source.clone(),
            notes: self.notes(
                self.shows(&spec.finding, &spec.subtitle, ""),
                &[m::HOW_COMPARE],
                &[g::JOBS_IS],
                false,
            ),
            shown: Shown::Compared(Box::new(spec)),
        }
    }

    /// Returns the benefits that no figure counts, as the project states them; nothing where it ticks none.
    fn benefits(&self) -> Option<Slide> {
        let lang = self.scope.lang;
        let all: Vec<(String, String)> = beside::benefits(self.scope.study, self.subject.library, lang)
            .iter()
            .map(|b| (b.label.clone(), ended(&beside::below(b, lang).join(". "))))
            .collect();
        if all.is_empty() {
            return None;
        }
        let mut letters = 0;
        let fits = |(name, text): &&(String, String)| {
            letters += name.chars().count() + text.chars().count();
            letters <= BENEFIT_LETTERS
        };
        let shown = all.iter().take_while(fits).count();
        let (shown, rest) = all.split_at(shown);
        let title = p::BENEFITS_TITLE.fill(lang, &[("count", &all.len().to_string())]);
        let mut notes = self.notes(self.get(p::BENEFITS_REPORT_NOTE), &[], &[], false);
        let more = rest
            .iter()
            .map(|(name, text)| full::DEFINED.fill(lang, &[("name", name), ("definition", text)]));
        let more: Vec<String> = more.collect();
        if !more.is_empty() {
            notes.push((self.get(p::BENEFITS_REPORT), more));
        }
        Some(Slide {
            title,
            subtitle: self.get(p::BENEFITS_REPORT_NOTE),
            source: self.project(""),
            shown: Shown::Texts(shown.to_vec()),
            notes,
        })
    }

    fn limits(&self) -> Slide {
        let told = |(name, text): &(Msg, Msg)| (self.get(*name), ended(text.get(self.scope.lang)));
        let rest = LIMITS.iter().skip(LIMITS_SHOWN).map(told);
        let mut notes = self.notes(self.get(m::SHOWS_LIMITS), &[m::HOW_OPENING], &[], false);
        let more =
            rest.map(|(name, text)| full::DEFINED.fill(self.scope.lang, &[("name", &name), ("definition", &text)]));
        notes.push((self.get(help::LIMITS), more.collect()));
        Slide {
            title: self.get(m::LIMITS_TITLE),
            subtitle: self.get(help::LIMITS_INTRO),
            source: self.source(),
            shown: Shown::Texts(LIMITS.iter().take(LIMITS_SHOWN).map(told).collect()),
            notes,
        }
    }

    fn sources(&self) -> Slide {
        let block = attributions(self.subject.library.sources(), self.scope.lang);
        let texts = match block {
            Block::List(items) => items.into_iter().map(|item| (String::new(), item.text)).collect(),
            _ => Vec::new(),
        };
        Slide {
            title: self.get(m::SOURCES_TITLE),
            subtitle: self.get(m::SOURCES_SUBTITLE),
            source: self.project(""),
            notes: self.notes(self.get(m::SHOWS_SOURCES), &[], &[], false),
            shown: Shown::Texts(texts),
        }
    }
}

/// Returns a sentence with its final stop: notes are paragraphs.
fn ended(text: &str) -> String {
    match text.ends_with(['.', '!', '?']) {
        true => text.to_owned(),
        false => format!("{text}."),
    }
}
