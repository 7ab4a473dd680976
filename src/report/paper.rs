//! The study as a printed document: what it says, chapter by chapter, before anything is typeset.

mod appendix;

use super::chart::{ChartSpec, TableSpec};
use super::compare::{self, CompareScope};
use super::finances::{self, FinancesView};
use super::full::{Block, Item, Subject};
use super::glossary::TERMS;
use super::income::{self, FamiliesClaim};
use super::limits::LIMITS;
use super::overview::{self, Card, Scope};
use super::pictures::Picture;
use super::timeline::{self, MoneyKind};
use super::trail::{self, TrailView};
use super::words::{in_place, lower_first, phase, upper_first};
use super::{beside, charts, compare_steps, methods, public_totals, support, tables};
use crate::study::{Effect, Measure, PhaseStudy, Territory, UnderMethod};
use crate::text::messages::{compare as c, deck as d, full as f, glossary as g, help as h, paper as m, ui};
use crate::text::{Lang, Msg, number};

/// What a document is made from.
#[derive(Clone, Copy)]
pub struct PaperSubject<'a> {
    /// The project and its results.
    pub told: Subject<'a>,
    /// What was announced of families.
    pub claim: Option<FamiliesClaim>,
    /// What it is compared with.
    pub compared: Option<CompareScope<'a>>,
    /// The same project under each regional method; none where its region is a whole province.
    pub methods: &'a [UnderMethod],
    /// The name of the scenario's file, and a SHA-256 of what it holds.
    pub file: (&'a str, &'a str),
    /// The language.
    pub lang: Lang,
}

/// A document.
#[derive(Clone, Debug, PartialEq)]
pub struct Paper {
    /// The name of the project.
    pub title: String,
    /// What kind of document it is.
    pub kind: String,
    /// What the scenario says it is; empty where it does not say.
    pub description: String,
    /// What the figures are about: a name and what it is.
    pub facts: Vec<(String, String)>,
    /// What is found.
    pub findings: Vec<String>,
    /// The headline figures.
    pub cards: Vec<Card>,
    /// How to read them.
    pub cautions: Vec<String>,
    /// Its chapters.
    pub pieces: Vec<Piece>,
    /// The language.
    pub lang: Lang,
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// The name of a chapter.
    Chapter(String),
    /// The name of a part of a chapter.
    Part(String),
    /// A sentence or more.
    Text(String),
    /// Short texts, one below the other.
    List(Vec<Item>),
    /// Names, each with what it is.
    Facts(Vec<(String, String)>),
    /// A table of figures, and what to know of it; empty where there is nothing to know.
    Figures(TableSpec, String),
    /// A table of words and values, and the part of its width that each column takes.
    Words(TableSpec, Vec<f64>),
    /// A chart or a flow diagram.
    Picture(Box<Picture>),
}

impl Piece {
    fn chart(spec: ChartSpec) -> Self {
        Piece::Picture(Box::new(Picture::Chart(spec)))
    }

    fn table(spec: TableSpec) -> Self {
        Piece::Figures(spec, String::new())
    }
}

impl From<Block> for Piece {
    fn from(block: Block) -> Self {
        match block {
            Block::Title(text) => Piece::Chapter(text),
            Block::Heading(text) => Piece::Part(text),
            Block::Paragraph(text) => Piece::Text(text),
            Block::List(items) => Piece::List(items),
            Block::Table(spec) => Piece::table(spec),
        }
    }
}

/// Writes the document.
pub fn paper(subject: &PaperSubject<'_>) -> Paper {
    let writer = Writer::of(subject);
    let mut out = Vec::new();
    writer.project(&mut out);
    writer.method(&mut out);
    writer.effects(&mut out);
    writer.income(&mut out);
    writer.finances(&mut out);
    writer.net(&mut out);
    writer.trail(&mut out);
    writer.years(&mut out);
    writer.compared(&mut out);
    let before = out.iter().filter(|p| matches!(p, Piece::Chapter(_))).count();
    writer.sure(&mut out);
    writer.purchases(&mut out);
    writer.assumptions(&mut out);
    writer.closing(&mut out);
    let lang = subject.lang;
    let both = [Territory::Study, Territory::Province];
    let territories = both.iter().take(if writer.scope.study.whole_province { 1 } else { 2 });
    let findings = territories.map(|t| upper_first(&overview::finding(&writer.of_territory(*t))));
    Paper {
        title: subject.told.name.get(lang).to_owned(),
        kind: m::KIND.get(lang).to_owned(),
        description: subject.told.description.get(lang).to_owned(),
        facts: writer.facts(),
        findings: findings.filter(|f| !f.is_empty()).map(|f| ended(&f)).collect(),
        cards: overview::cards(&writer.scope)
            .into_iter()
            .filter(|card| card.figure.is_ok())
            .collect(),
        cautions: writer.cautions(before + 1),
        pieces: out,
        lang,
    }
}

/// What writes a document.
struct Writer<'a> {
    subject: &'a PaperSubject<'a>,
    scope: Scope<'a>,
    net: bool,
}

impl<'a> Writer<'a> {
    fn of(subject: &'a PaperSubject<'a>) -> Self {
        let study = subject.told.study;
        Self {
            subject,
            scope: Scope {
                study,
                saved: None,
                library: subject.told.library,
                territory: Territory::Study,
                lang: subject.lang,
            },
            net: study.phases.iter().any(|p| p.factors.is_some()),
        }
    }

    fn get(&self, msg: Msg) -> String {
        msg.get(self.scope.lang).to_owned()
    }

    fn text(&self, msg: Msg) -> Piece {
        Piece::Text(ended(msg.get(self.scope.lang)))
    }

    fn chapter(&self, msg: Msg) -> Piece {
        Piece::Chapter(self.get(msg))
    }

    fn part(&self, msg: Msg) -> Piece {
        Piece::Part(self.get(msg))
    }

    fn of_territory(&self, territory: Territory) -> Scope<'a> {
        Scope {
            territory,
            ..self.scope
        }
    }

    /// Returns where and when the figures hold.
    fn facts(&self) -> Vec<(String, String)> {
        let (study, lang) = (self.scope.study, self.scope.lang);
        let mut facts = vec![(self.get(d::OPENING_REGION), upper_first(study.region_label.get(lang)))];
        let years = |p: &PhaseStudy| (upper_first(&phase(study, p, lang)), number::years(p.start, p.end, lang));
        facts.extend(study.phases.iter().map(years));
        let dollars = d::OPENING_DOLLARS.fill(lang, &[("year", &study.data_year.to_string())]);
        facts.push((self.get(d::OPENING_PRICES), dollars));
        facts
    }

    /// Returns how to read the headline figures.
    ///
    /// * `limits`: the number of the chapter that says how far to trust them.
    fn cautions(&self, limits: usize) -> Vec<String> {
        let lang = self.scope.lang;
        let first = if self.net { m::SUMMARY_NET } else { m::SUMMARY_GROSS };
        let study = self.scope.study;
        let both = study.construction().is_some() && study.operation().is_some();
        let kinds = both.then(|| self.get(m::SUMMARY_KINDS));
        let model = m::SUMMARY_MODEL.fill(lang, &[("chapter", &limits.to_string())]);
        let all = [Some(self.get(first)), kinds, Some(model)];
        all.into_iter().flatten().map(|text| ended(&text)).collect()
    }

    /// Writes what the project is: phases, facts, benefits that no figure counts.
    fn project(&self, out: &mut Vec<Piece>) {
        let (study, lang) = (self.scope.study, self.scope.lang);
        out.push(self.chapter(m::PROJECT));
        if study.phases.is_empty() {
            out.push(self.text(f::NO_PHASE));
        } else {
            let year = study.data_year.to_string();
            let head = [m::PHASE, m::PHASE_YEARS, m::PHASE_MONEY, m::PHASE_JOBS, m::PHASE_SHARE];
            let row = |p: &PhaseStudy| {
                // A project stands in its region; what is built for it comes from everywhere.
                let jobs = study.value(p, Measure::Jobs, Effect::Direct, Territory::Country);
                let direct = if p.construction {
                    m::DIRECT_YEARS
                } else {
                    m::DIRECT_JOBS
                };
                vec![
                    upper_first(&phase(study, p, lang)),
                    number::years(p.start, p.end, lang),
                    number::decimal(p.spending / 1e6, 1, lang),
                    direct.fill(lang, &[("jobs", &number::whole(jobs, lang))]),
                    number::percent(p.sourcing.local_share, lang),
                ]
            };
            let spec = TableSpec {
                title: self.get(m::PHASES),
                columns: head.iter().map(|h| h.fill(lang, &[("year", &year)])).collect(),
                rows: study.phases.iter().map(row).collect(),
                alt: self.get(m::PHASES_ALT),
                ..TableSpec::default()
            };
            out.push(Piece::Figures(spec, ended(m::DIRECT_NOTE.get(lang))));
        }
        out.extend(
            beside::blocks(study, self.scope.library, lang)
                .into_iter()
                .map(Piece::from),
        );
    }

    /// Writes the method in plain words, and the words of the study.
    fn method(&self, out: &mut Vec<Piece>) {
        out.push(self.chapter(m::METHOD));
        let told = [
            d::HOW_OPENING,
            d::HOW_INDUSTRIES,
            d::HOW_REGIONS,
            d::HOW_YEARS,
            d::HOW_REVENUE,
        ];
        let told = told
            .iter()
            .filter(|t| **t != d::HOW_REVENUE || self.scope.study.finances.is_some());
        out.extend(told.map(|t| self.text(*t)));
        out.push(self.part(m::WORDS));
        let words = [
            g::DIRECT_IS,
            g::INDIRECT_IS,
            g::INDUCED_IS,
            g::JOB_YEARS_IS,
            g::JOBS_IS,
            g::SUPPORTED_IS,
            g::GDP_IS,
            g::FAMILIES_IS,
            g::NET_IS,
        ];
        let lang = self.scope.lang;
        let named = words.iter().filter_map(|w| TERMS.iter().find(|t| t.definition == *w));
        let facts = named.map(|t| (self.get(t.name), ended(&lower_first(t.definition.get(lang)))));
        out.push(Piece::Facts(facts.collect()));
    }

    /// Writes jobs and GDP: by effect, industry and place.
    fn effects(&self, out: &mut Vec<Piece>) {
        let (study, lang) = (self.scope.study, self.scope.lang);
        out.push(self.chapter(m::EFFECTS));
        let main = charts::charts(&self.scope);
        let find = |id: &str| main.iter().find(|s| s.id == id).cloned().map(Piece::chart);
        out.extend(find("effects"));
        for p in &study.phases {
            let values = [
                ("phase", phase(study, p, lang).to_lowercase()),
                ("years", number::years(p.start, p.end, lang)),
            ];
            out.push(Piece::Part(
                f::RESULTS.fill(lang, &values.each_ref().map(|(n, v)| (*n, v.as_str()))),
            ));
            out.push(Piece::table(tables::headline(study, p, Territory::Study, lang)));
        }
        out.extend(find("industries"));
        out.extend(find("regions"));
    }

    /// Writes what residents earn and the families that supports.
    fn income(&self, out: &mut Vec<Piece>) {
        out.push(self.chapter(m::INCOME));
        let finding = income::finding(&self.scope);
        if !finding.is_empty() {
            out.push(Piece::Text(ended(&finding)));
        }
        out.extend(
            income::charts(&self.scope, self.subject.claim)
                .into_iter()
                .map(Piece::chart),
        );
        for p in &self.scope.study.phases {
            let mut spec = income::residents(&self.scope, p);
            if self.scope.study.phases.len() > 1 {
                spec.title = self.titled(&spec.title, p);
            }
            out.push(Piece::table(spec));
        }
    }

    /// Returns a title with the phase it is about.
    fn titled(&self, title: &str, p: &PhaseStudy) -> String {
        let name = phase(self.scope.study, p, self.scope.lang);
        f::DEFINED.fill(
            self.scope.lang,
            &[("name", &upper_first(&name)), ("definition", &lower_first(title))],
        )
    }

    /// Writes what governments receive and give, in the layout of the Institut de la statistique du Québec.
    fn finances(&self, out: &mut Vec<Piece>) {
        out.push(self.chapter(m::FINANCES));
        let scope = self.of_territory(Territory::Province);
        let view = FinancesView::default();
        out.push(Piece::Text(ended(&finances::finding(&scope, view))));
        for p in &scope.study.phases {
            let (spec, note) = finances::isq(&scope, p);
            out.push(Piece::Figures(spec, ended(&note)));
        }
        let Some(public) = &scope.study.finances else {
            return;
        };
        let drawn = finances::charts(&scope, view);
        // The revenue of the phase that lasts; the other stands in the tables.
        let revenue = drawn.iter().find(|spec| spec.id != "payback");
        out.extend(revenue.cloned().map(Piece::chart));
        if let Some((table, notes)) = public_totals::table(&scope, public) {
            out.push(Piece::Figures(table, joined(&notes)));
        }
        out.extend(support::supports(&scope, public).map(Piece::table));
        out.push(Piece::Figures(
            support::returns(&scope, public),
            joined(&support::returns_notes(&scope, public)),
        ));
        // One year alone makes no course of years.
        let several = |spec: &&ChartSpec| spec.id == "payback" && spec.rows.len() > 1;
        out.extend(drawn.iter().filter(several).cloned().map(Piece::chart));
        if let Some((title, text)) = finances::municipal(&scope) {
            out.push(Piece::Text(ended(&format!("{title}. {text}"))));
        }
    }

    /// Writes the way from gross to net, or why there is none.
    fn net(&self, out: &mut Vec<Piece>) {
        out.push(self.chapter(m::NET));
        match timeline::waterfall(&self.scope) {
            Some(spec) => {
                out.push(Piece::chart(spec));
                let terms = [g::NET_IS, g::DEADWEIGHT_IS, g::DISPLACEMENT_IS, g::SUBSTITUTION_IS];
                let named = terms.iter().filter_map(|w| TERMS.iter().find(|t| t.definition == *w));
                let lang = self.scope.lang;
                let facts = named.map(|t| (self.get(t.name), ended(&lower_first(t.definition.get(lang)))));
                out.push(Piece::Facts(facts.collect()));
            }
            None => out.push(self.text(m::NO_NET)),
        }
    }

    /// Writes where each dollar goes.
    fn trail(&self, out: &mut Vec<Piece>) {
        let pages: Vec<_> = self
            .scope
            .study
            .phases
            .iter()
            .filter_map(|p| {
                let money = self.scope.study.money_trail(p).ok()?;
                Some((p, trail::page(&self.scope, p, &money, TrailView::default())?))
            })
            .collect();
        if pages.is_empty() {
            return;
        }
        out.push(self.chapter(m::TRAIL));
        out.push(self.text(d::HOW_TRAIL));
        for (p, page) in pages {
            out.push(Piece::Picture(Box::new(Picture::Flow(page.flow))));
            // The local multiplier is told of the phase that lasts.
            if self.scope.main_phase().is_some_and(|main| main.id == p.id) {
                let (local, notes) = page.local;
                out.push(Piece::Figures(local, joined(&notes)));
            }
        }
    }

    /// Writes the course of years.
    fn years(&self, out: &mut Vec<Piece>) {
        out.push(self.chapter(m::YEARS));
        let several = |spec: &ChartSpec| spec.rows.len() > 1;
        let drawn = charts::years(&self.scope).filter(several);
        out.extend(drawn.map(|spec| Piece::chart(spec.noting_rounding(self.scope.lang))));
        out.push(Piece::table(tables::years(self.scope.study, self.scope.lang)));
        let revenue = timeline::revenue(&self.scope, MoneyKind::Constant).filter(several);
        out.extend(revenue.map(Piece::chart));
    }

    /// Writes the scenarios beside it, and what explains their differences.
    fn compared(&self, out: &mut Vec<Piece>) {
        let Some(scope) = &self.subject.compared else {
            return;
        };
        let lang = self.scope.lang;
        out.push(self.chapter(m::COMPARE));
        let names = scope.sides.iter().enumerate().map(|(k, side)| Item {
            text: m::SIDE.fill(lang, &[("letter", compare::letter(k)), ("name", side.name.get(lang))]),
            below: Vec::new(),
        });
        out.push(Piece::List(names.collect()));
        out.push(Piece::Text(ended(&compare::finding(scope))));
        out.push(Piece::chart(compare::bars(scope)));
        let inputs = compare::inputs_table(scope);
        match inputs.rows.is_empty() {
            true => out.push(self.text(c::DIFFERENT_NONE)),
            false => {
                let others = inputs.columns.len().saturating_sub(1);
                let widths = std::iter::once(1.6).chain(std::iter::repeat_n(1.0, others));
                out.push(Piece::Words(inputs, widths.collect()));
            }
        }
        out.extend(compare_steps::steps(scope, 8).map(Piece::chart));
        out.push(Piece::Text(joined(&compare_steps::notes(scope))));
        let remarks = compare::remarks(scope);
        let remarks = remarks.into_iter().map(|text| Item {
            text: ended(&text),
            below: Vec::new(),
        });
        out.push(Piece::List(remarks.collect()));
    }

    /// Writes how far the figures can be trusted: the regional methods, what the computation points out, the limits.
    fn sure(&self, out: &mut Vec<Piece>) {
        let lang = self.scope.lang;
        out.push(self.chapter(m::SURE));
        out.push(self.text(m::NO_BAND));
        self.methods(out);
        let warnings = &self.scope.study.warnings;
        if !warnings.is_empty() {
            out.push(self.part(m::WARNINGS));
            let told = |p| super::full::problem(p, self.scope.library, lang);
            out.push(Piece::List(
                warnings
                    .iter()
                    .map(|p| Item {
                        text: ended(&told(p)),
                        below: Vec::new(),
                    })
                    .collect(),
            ));
        }
        out.push(self.part(h::LIMITS));
        out.push(self.text(h::LIMITS_INTRO));
        let limits = LIMITS.iter();
        out.push(Piece::Facts(
            limits
                .map(|(name, text)| (self.get(*name), ended(text.get(lang))))
                .collect(),
        ));
    }

    fn methods(&self, out: &mut Vec<Piece>) {
        let lang = self.scope.lang;
        let all = self.subject.methods;
        let Some(own) = all.iter().find(|u| u.own) else {
            return;
        };
        let known: Vec<f64> = all.iter().filter_map(|u| u.figures).map(|f| f.all_jobs).collect();
        let (low, high) = known
            .iter()
            .fold((f64::INFINITY, 0.0_f64), |(l, h), v| (l.min(*v), h.max(*v)));
        out.push(self.part(m::METHODS));
        let used = method_name(own.method).get(lang);
        out.push(Piece::Text(m::METHODS_TEXT.fill(lang, &[("method", used)])));
        if known.len() > 1 {
            let range = match self.scope.study.operation() {
                Some(_) => m::METHODS_RANGE,
                None => m::METHODS_RANGE_YEARS,
            };
            let place = in_place(self.scope.study, Territory::Study, lang);
            let values = [
                ("low", number::whole(low, lang)),
                ("high", number::whole(high, lang)),
                ("place", place),
            ];
            out.push(Piece::Text(ended(
                &range.fill(lang, &values.each_ref().map(|(n, v)| (*n, v.as_str()))),
            )));
        }
        let rows: Vec<_> = all
            .iter()
            .map(|u| (method_name(u.method).get(lang), u.figures))
            .collect();
        let spec = methods::comparison(self.scope.study, &rows, lang);
        out.push(Piece::Figures(spec, ended(f::FLQ_CAUTION.get(lang))));
    }
}

/// Returns the name of a regional method.
fn method_name(method: crate::study::Method) -> Msg {
    use crate::study::Method;
    match method {
        Method::Slq => ui::METHOD_SLQ,
        Method::Cilq => ui::METHOD_CILQ,
        Method::Flq => ui::METHOD_FLQ,
        Method::Aflq => ui::METHOD_AFLQ,
    }
}

/// Returns a sentence with its final stop: a document is made of paragraphs.
fn ended(text: &str) -> String {
    match text.is_empty() || text.ends_with(['.', '!', '?']) {
        true => text.to_owned(),
        false => format!("{text}."),
    }
}

/// Returns sentences one after the other.
fn joined(sentences: &[String]) -> String {
    sentences.iter().map(|s| ended(s)).collect::<Vec<String>>().join(" ")
}
