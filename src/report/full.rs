//! The whole study in writing: every block of text and every table, in reading order.

use super::chart::TableSpec;
use super::{
    beside, checks, claims, finances, growth, income, labour, levers, overview, problems, public_totals, support,
    tables, timeline, trail, words,
};
use crate::ids::Local;
use crate::problem::Problem;
use crate::study::{Assumption, Effect, Government, Library, LineStudy, Measure, PhaseStudy, Source, Study, Territory};
use crate::text::messages::{editor, finances as f, full as m};
use crate::text::{Lang, number};

/// A piece of a written study.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// The name of the whole.
    Title(String),
    /// The name of a part.
    Heading(String),
    /// A sentence or more.
    Paragraph(String),
    /// Short texts, one below the other.
    List(Vec<Item>),
    /// A table.
    Table(TableSpec),
}

/// An entry of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Item {
    /// What it says.
    pub text: String,
    /// What stands below it: a source, a remark.
    pub below: Vec<String>,
}

impl Item {
    fn plain(text: String) -> Self {
        Self {
            text,
            below: Vec::new(),
        }
    }
}

/// What is written about.
#[derive(Clone, Copy)]
pub struct Subject<'a> {
    /// The name of the scenario.
    pub name: &'a Local,
    /// What the scenario says it is.
    pub description: &'a Local,
    /// Its results.
    pub study: &'a Study,
    /// The data, for names and sources.
    pub library: &'a Library,
}

/// Writes the whole study.
pub fn blocks(subject: &Subject<'_>, lang: Lang) -> Vec<Block> {
    let study = subject.study;
    let mut out = vec![Block::Title(subject.name.get(lang).to_owned())];
    if !subject.description.is_empty() {
        out.push(Block::Paragraph(subject.description.get(lang).to_owned()));
    }
    let region = if study.region_modelled {
        m::REGION_MODELLED
    } else {
        m::REGION
    };
    out.push(Block::Paragraph(
        region.fill(lang, &[("name", study.region_label.get(lang))]),
    ));
    if study.phases.is_empty() {
        out.push(Block::Paragraph(m::NO_PHASE.get(lang).to_owned()));
    }
    out.push(Block::Heading(m::FOUND.get(lang).to_owned()));
    for territory in [
        Some(Territory::Study),
        (!study.whole_province).then_some(Territory::Province),
    ] {
        let Some(territory) = territory else { continue };
        let scope = scope(subject, territory, lang);
        out.push(Block::Paragraph(words::upper_first(&overview::finding(&scope))));
    }
    out.push(Block::Paragraph(
        m::DOLLARS.fill(lang, &[("year", &study.data_year.to_string())]),
    ));
    for phase in &study.phases {
        results(&mut out, study, phase, lang);
    }
    for phase in &study.phases {
        income(&mut out, subject, phase, lang);
    }
    out.extend(labour::blocks(&scope(subject, Territory::Study, lang)));
    finances(&mut out, subject, lang);
    for phase in &study.phases {
        out.extend(trail::blocks(&scope(subject, Territory::Study, lang), phase));
    }
    for phase in &study.phases {
        out.extend(levers::blocks(&scope(subject, Territory::Study, lang), phase));
    }
    out.extend(levers::variety_blocks(&scope(subject, Territory::Study, lang)));
    out.push(Block::Heading(m::YEARS.get(lang).to_owned()));
    out.push(Block::Table(tables::years(study, lang)));
    let scope = scope(subject, Territory::Study, lang);
    for phase in growth::programmes(study) {
        out.extend(growth::sentences(study, phase, lang).into_iter().map(Block::Paragraph));
        out.extend(growth::table(&scope, phase).map(Block::Table));
    }
    out.extend(timeline::table(&scope, timeline::MoneyKind::Constant).map(Block::Table));
    for phase in &study.phases {
        spending(&mut out, study, phase, subject.library, lang);
    }
    out.push(Block::Heading(m::ASSUMPTIONS.get(lang).to_owned()));
    out.push(Block::List(
        study.assumptions.iter().map(|a| assumption(study, a, lang)).collect(),
    ));
    out.extend(beside::blocks(study, subject.library, lang));
    out.extend(claims::blocks(study, subject.library, lang));
    ending(&mut out, subject, lang);
    out
}

fn scope<'a>(subject: &Subject<'a>, territory: Territory, lang: Lang) -> overview::Scope<'a> {
    overview::Scope {
        study: subject.study,
        saved: None,
        library: subject.library,
        territory,
        lang,
    }
}

/// Writes what a phase leaves to residents.
fn income(out: &mut Vec<Block>, subject: &Subject<'_>, phase: &PhaseStudy, lang: Lang) {
    let name = words::phase(subject.study, phase, lang).to_lowercase();
    out.push(Block::Heading(f::HEADING_INCOME.fill(lang, &[("phase", &name)])));
    let scope = scope(subject, Territory::Study, lang);
    out.push(Block::Table(income::residents(&scope, phase)));
}

/// Writes what governments receive and give: the table of the Institut de la statistique du Québec for each phase, the support and its return.
fn finances(out: &mut Vec<Block>, subject: &Subject<'_>, lang: Lang) {
    out.push(Block::Heading(f::HEADING_FINANCES.get(lang).to_owned()));
    let scope = scope(subject, Territory::Province, lang);
    let view = finances::FinancesView {
        government: Some(Government::Quebec),
        net_cost: false,
    };
    out.push(Block::Paragraph(finances::finding(&scope, view)));
    let mut noted = String::new();
    for phase in &subject.study.phases {
        let (table, note) = finances::isq(&scope, phase);
        out.push(Block::Table(table));
        // What is said under one phase holds for the next.
        if note != noted {
            out.push(Block::Paragraph(note.clone()));
            noted = note;
        }
    }
    if let Some(public) = &subject.study.finances {
        if let Some((table, notes)) = public_totals::table(&scope, public) {
            out.push(Block::Table(table));
            out.push(Block::List(notes.into_iter().map(Item::plain).collect()));
        }
        out.extend(support::supports(&scope, public).map(Block::Table));
        out.push(Block::Table(support::returns(&scope, public)));
        out.push(Block::List(
            support::returns_notes(&scope, public)
                .into_iter()
                .map(Item::plain)
                .collect(),
        ));
    }
    if let Some((title, text)) = finances::municipal(&scope) {
        out.push(Block::Paragraph(format!("{title}. {text}")));
    }
}

/// Writes the effects of a phase, its definitions below them.
fn results(out: &mut Vec<Block>, study: &Study, phase: &PhaseStudy, lang: Lang) {
    let name = words::phase(study, phase, lang);
    let years = number::years(phase.start, phase.end, lang);
    out.push(Block::Heading(
        m::RESULTS.fill(lang, &[("phase", &name.to_lowercase()), ("years", &years)]),
    ));
    for territory in words::shown_territories(study) {
        out.push(Block::Table(tables::headline(study, phase, territory, lang)));
    }
    let defined = |name: &str, definition: &str| {
        Item::plain(m::DEFINED.fill(lang, &[("name", name), ("definition", definition)]))
    };
    let mut items: Vec<Item> = Effect::ALL
        .iter()
        .map(|e| {
            defined(
                words::effect(*e).get(lang),
                words::definition(*e, phase.construction).get(lang),
            )
        })
        .collect();
    let jobs = words::measure(Measure::Jobs, phase.construction).get(lang);
    items.push(defined(jobs, words::jobs_definition(phase.construction).get(lang)));
    out.push(Block::Paragraph(m::DEFINITIONS.get(lang).to_owned()));
    out.push(Block::List(items));
}

fn spending(out: &mut Vec<Block>, study: &Study, phase: &PhaseStudy, library: &Library, lang: Lang) {
    let name = words::phase(study, phase, lang).to_lowercase();
    out.push(Block::Heading(m::SPENDING.fill(lang, &[("phase", &name)])));
    let percent = |v: f64| number::percent_with(v, 1, lang);
    let sourcing = &phase.sourcing;
    out.push(Block::Paragraph(m::SHARE_REACHED.fill(
        lang,
        &[
            ("share", &percent(sourcing.local_share)),
            ("default", &percent(sourcing.default_share)),
            ("maximum", &percent(sourcing.maximum)),
        ],
    )));
    out.push(Block::Table(tables::lines(study, phase, library, lang)));
    if phase.lines.iter().any(|l| l.edited) {
        out.push(Block::Paragraph(m::EDITED_NOTE.get(lang).to_owned()));
    }
    let noted = |l: &&LineStudy| l.note.as_ref().is_some_and(|n| !n.get(lang).trim().is_empty());
    let notes = phase.lines_in_order().into_iter().filter(noted).map(|l| {
        let name = words::line(l, lang, library);
        let note = l.note.as_ref().map_or("", |n| n.get(lang));
        Item::plain(editor::LINE_NOTE.fill(lang, &[("name", &name), ("note", note)]))
    });
    let notes: Vec<Item> = notes.collect();
    if !notes.is_empty() {
        out.push(Block::Paragraph(editor::EDIT_NOTES.get(lang).to_owned()));
        out.push(Block::List(notes));
    }
}

fn assumption(study: &Study, a: &Assumption, lang: Lang) -> Item {
    let message = if a.overridden && a.default != a.value {
        m::ASSUMED_CHANGED
    } else {
        m::ASSUMED
    };
    let default = Assumption {
        value: a.default,
        ..a.clone()
    };
    let text = message.fill(
        lang,
        &[
            ("name", &words::assumption_with_phase(study, a, lang)),
            ("value", &words::assumption_value(a, lang)),
            ("basis", words::assumption_basis(a).get(lang)),
            ("default", &words::assumption_value(&default, lang)),
        ],
    );
    let source = a
        .source
        .iter()
        .map(|s| m::SOURCE.fill(lang, &[("source", s.get(lang))]));
    Item {
        text,
        below: source.chain(words::assumption_notes(a, lang)).collect(),
    }
}

/// Writes warnings, checks and sources.
fn ending(out: &mut Vec<Block>, subject: &Subject<'_>, lang: Lang) {
    let (study, library) = (subject.study, subject.library);
    if !study.warnings.is_empty() {
        out.push(Block::Heading(m::WARNINGS.get(lang).to_owned()));
        let items = study.warnings.iter().map(|p| Item::plain(problem(p, library, lang)));
        out.push(Block::List(items.collect()));
    }
    out.push(Block::Heading(m::CHECKS.get(lang).to_owned()));
    let failed = study.checks.iter().filter(|c| !c.holds()).count();
    let values = [
        ("count", study.checks.len().to_string()),
        ("failed", failed.to_string()),
    ];
    let message = if failed == 0 { m::ALL_HOLD } else { m::SOME_FAIL };
    out.push(Block::Paragraph(
        message.fill(lang, &values.each_ref().map(|(n, v)| (*n, v.as_str()))),
    ));
    let items = study
        .checks
        .iter()
        .map(|c| Item::plain(checks::sentence(c, lang, Some(library))));
    out.push(Block::List(items.collect()));
    out.push(Block::Heading(m::SOURCES.get(lang).to_owned()));
    out.push(attributions(library.sources(), lang));
}

/// Lists the attributions that sources ask for, each once.
pub fn attributions<'a>(sources: impl IntoIterator<Item = &'a Source>, lang: Lang) -> Block {
    let mut lines: Vec<&str> = Vec::new();
    for source in sources {
        let line = source.attribution.get(lang);
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    Block::List(lines.into_iter().map(|line| Item::plain(line.to_owned())).collect())
}

/// Writes a problem on one line: place, what is wrong, remedy.
pub fn problem(problem: &Problem, library: &Library, lang: Lang) -> String {
    let s = problems::sentence(problem, lang, Some(library));
    m::PROBLEM.fill(lang, &[("place", &s.place), ("what", &s.what), ("remedy", &s.remedy)])
}
