//! A group of scenarios in words, tables and a chart: its members, what they buy from each other, and the whole.

use super::chart::{ChartKind, ChartSpec, Row, Series, TableSpec};
use super::charts::value_axis;
use super::finances::{GOVERNMENTS, government};
use super::full::{Block, Item, attributions, problem};
use super::overview::Scope;
use super::role::Role;
use super::words;
use crate::ids::Local;
use crate::study::group::{GroupMember, GroupStudy, Overlap, Part, When};
use crate::study::{Basis, Effect, Fact, Library, Measure, Territory};
use crate::text::messages::{full as f, group as m, report as r, words as w};
use crate::text::{Lang, Msg, number};

/// Effects as the tables show them: direct, indirect of all suppliers, induced.
const SHOWN: [(&[Effect], Msg); 3] = [
    (&[Effect::Direct], w::DIRECT_SHORT),
    (&[Effect::IndirectFirst, Effect::IndirectOther], w::INDIRECT_SHORT),
    (&[Effect::Induced], w::INDUCED_SHORT),
];

/// What is told of a group, and in which language.
#[derive(Clone, Copy)]
pub struct GroupScope<'a> {
    /// Its results.
    pub group: &'a GroupStudy,
    /// The data, for names.
    pub library: &'a Library,
    /// The language.
    pub lang: Lang,
}

/// One row of a table of effects: jobs by effect, then GDP.
struct Effects {
    jobs: [f64; 3],
    gdp: f64,
}

impl GroupScope<'_> {
    /// Returns the territory that the page speaks of: the province where all members stand in one, else the whole country.
    pub fn main_territory(&self) -> Territory {
        let shared = &self.group.territories;
        let wanted = [Territory::Province, Territory::Study];
        wanted
            .into_iter()
            .find(|t| shared.contains(t))
            .unwrap_or(Territory::Country)
    }

    /// Returns a territory as a sentence names it: `au Québec`.
    pub fn in_place(&self, territory: Territory) -> String {
        let first = self.group.members.first();
        first.map_or_else(String::new, |m| words::in_place(&m.study, territory, self.lang))
    }

    /// Returns a member in one line: its name, its region, its years.
    pub fn member_line(&self, member: &GroupMember) -> String {
        let years = member.study.span();
        let years = years.map_or_else(String::new, |(first, last)| number::years(first, last, self.lang));
        let name = member.name.get(self.lang);
        let region = member.study.region_label.get(self.lang);
        self.fill(m::MEMBER_ITEM, &[("name", name), ("region", region), ("years", &years)])
    }

    fn fill(&self, message: Msg, values: &[(&str, &str)]) -> String {
        message.fill(self.lang, values)
    }

    fn get(&self, message: Msg) -> String {
        message.get(self.lang).to_owned()
    }

    fn jobs(&self, value: f64) -> String {
        number::whole(value, self.lang)
    }

    fn millions(&self, value: f64) -> String {
        number::decimal(value / 1e6, 1, self.lang)
    }

    fn name(&self, k: usize) -> &str {
        self.group.members.get(k).map_or("", |m| m.name.get(self.lang))
    }

    fn effects(&self, of: &dyn Fn(Measure, Effect) -> f64) -> Effects {
        Effects {
            jobs: SHOWN.map(|(effects, _)| effects.iter().map(|e| of(Measure::Jobs, *e)).sum()),
            gdp: Effect::ALL.iter().map(|e| of(Measure::Gdp, *e)).sum(),
        }
    }

    fn total_jobs(&self, part: Part, when: When, territory: Territory) -> f64 {
        let of = |e: &Effect| self.group.total(part, when, (Measure::Jobs, *e, territory));
        Effect::ALL.iter().map(of).sum()
    }

    fn overlap_jobs(&self, overlap: &Overlap, part: Part, when: When, territory: Territory) -> f64 {
        let of = |e: &Effect| self.group.overlap(overlap, part, when, (Measure::Jobs, *e, territory));
        Effect::ALL.iter().map(of).sum()
    }

    /// Returns when the figures of a part of the group are told: a construction over all its years, operation in its fullest year.
    pub fn told(&self, part: Part) -> Option<When> {
        match part {
            Part::Construction => {
                let builds = |m: &GroupMember| m.study.construction().is_some();
                self.group.members.iter().any(builds).then_some(When::AllYears)
            }
            Part::Operation => self.group.fullest_year().map(When::Year),
        }
    }
}

/// A headline figure of a group, as written.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupCard {
    /// What is counted.
    pub label: String,
    /// Where, when and in what unit.
    pub unit: String,
    /// The figure.
    pub gross: String,
    /// That it is gross.
    pub caption: String,
    /// Its parts: direct, indirect, induced; empty where it is no sum of effects.
    pub parts: Vec<(Role, f64)>,
    /// What was taken out of it; empty for nothing.
    pub note: String,
}

/// Returns the headline figures: jobs, GDP and public revenue of the fullest year, job-years of construction.
pub fn cards(scope: &GroupScope<'_>) -> Vec<GroupCard> {
    let group = scope.group;
    let territory = scope.main_territory();
    let first = group.members.first();
    let place = first.map_or_else(String::new, |m| words::place_name(&m.study, territory, scope.lang));
    let caption = scope.get(r::GROSS);
    let parts = |part: Part, when: When, measure: Measure| -> Vec<(Role, f64)> {
        let of = |e: &Effect| group.total(part, when, (measure, *e, territory));
        let roles = [Role::Direct, Role::IndirectFirst, Role::Induced];
        let sums = SHOWN.map(|(effects, _)| effects.iter().map(of).sum::<f64>());
        roles.into_iter().zip(sums).collect()
    };
    let sum = |parts: &[(Role, f64)]| -> f64 { parts.iter().map(|(_, v)| v).sum() };
    let mut out = Vec::new();
    if let Some(year) = group.fullest_year() {
        let when = When::Year(year);
        let unit = |message: Msg| scope.fill(message, &[("place", &place), ("year", &year.to_string())]);
        let jobs = parts(Part::Operation, when, Measure::Jobs);
        let taken: f64 = group
            .overlaps
            .iter()
            .map(|o| scope.overlap_jobs(o, Part::Operation, when, territory))
            .sum();
        let taken = scope.jobs(taken);
        out.push(GroupCard {
            label: scope.get(r::CARD_JOBS),
            unit: unit(m::CARD_JOBS_UNIT),
            gross: scope.jobs(sum(&jobs)),
            caption: caption.clone(),
            note: if number::shows_zero(&taken) {
                String::new()
            } else {
                scope.fill(m::CARD_TAKEN, &[("jobs", &taken)])
            },
            parts: jobs,
        });
        let gdp = parts(Part::Operation, when, Measure::Gdp);
        out.push(GroupCard {
            label: scope.get(r::CARD_GDP),
            unit: unit(m::CARD_GDP_UNIT),
            gross: scope.millions(sum(&gdp)),
            caption: caption.clone(),
            parts: gdp,
            note: String::new(),
        });
        if let Some(revenue) = group.revenue(Part::Operation, when, None) {
            out.push(GroupCard {
                label: scope.get(m::CARD_REVENUE),
                unit: unit(m::CARD_GDP_UNIT),
                gross: scope.millions(revenue),
                caption: caption.clone(),
                parts: Vec::new(),
                note: String::new(),
            });
        }
    }
    if let Some(when) = scope.told(Part::Construction) {
        let built = parts(Part::Construction, when, Measure::Jobs);
        out.push(GroupCard {
            label: scope.get(r::CARD_CONSTRUCTION),
            unit: scope.fill(m::CARD_BUILT_UNIT, &[("place", &place)]),
            gross: scope.jobs(sum(&built)),
            caption,
            parts: built,
            note: String::new(),
        });
    }
    out
}

/// Returns the facts that the group states, each with what it rests on.
pub fn facts(scope: &GroupScope<'_>) -> Vec<String> {
    let of = |fact: &Fact| {
        let text = fact.text.get(scope.lang);
        let rests = rests_on(fact.source.as_ref(), fact.basis, scope.lang);
        [text, &rests].join(" · ")
    };
    scope.group.facts.iter().map(of).collect()
}

/// Returns what each link rests on, one line each.
pub fn notes(scope: &GroupScope<'_>) -> Vec<String> {
    let of = |o: &Overlap| {
        let item = link_note(scope, o);
        std::iter::once(item.text)
            .chain(item.below)
            .collect::<Vec<_>>()
            .join(" · ")
    };
    scope.group.overlaps.iter().map(of).collect()
}

/// Returns the sentence that heads the group.
pub fn finding(scope: &GroupScope<'_>) -> String {
    let territory = scope.main_territory();
    let place = words::upper_first(&scope.in_place(territory));
    let built = scope.told(Part::Construction);
    let built = built.map(|when| scope.total_jobs(Part::Construction, when, territory));
    let Some(year) = scope.group.fullest_year() else {
        let years = scope.jobs(built.unwrap_or(0.0));
        return scope.fill(m::FINDING_CONSTRUCTION, &[("place", &place), ("years", &years)]);
    };
    let when = When::Year(year);
    let jobs = scope.total_jobs(Part::Operation, when, territory);
    let mut out = scope.fill(
        m::FINDING,
        &[
            ("place", &place),
            ("jobs", &scope.jobs(jobs)),
            ("year", &year.to_string()),
        ],
    );
    let overlap: f64 = scope
        .group
        .overlaps
        .iter()
        .map(|o| scope.overlap_jobs(o, Part::Operation, when, territory))
        .sum();
    if scope.jobs(overlap) != scope.jobs(0.0) {
        out.push_str(&scope.fill(m::FINDING_OVERLAP, &[("jobs", &scope.jobs(overlap))]));
    }
    if let Some(built) = built {
        out.push_str(&scope.fill(m::FINDING_BUILT, &[("years", &scope.jobs(built))]));
    }
    out
}

/// Returns jobs and GDP of each member, of what they buy from each other, and of the whole; nothing where no member has such a phase.
pub fn members(scope: &GroupScope<'_>, part: Part, territory: Territory) -> Option<TableSpec> {
    let when = scope.told(part)?;
    let group = scope.group;
    let row = |name: String, effects: &Effects, signed: bool| {
        let jobs = |v: f64| {
            if signed {
                number::signed(-v, |v| scope.jobs(v))
            } else {
                scope.jobs(v)
            }
        };
        let gdp = if signed {
            number::signed(-effects.gdp, |v| scope.millions(v))
        } else {
            scope.millions(effects.gdp)
        };
        let mut cells = vec![name];
        cells.extend(effects.jobs.iter().map(|v| jobs(*v)));
        cells.push(jobs(effects.jobs.iter().sum()));
        cells.push(gdp);
        cells
    };
    let mut rows = Vec::new();
    for k in 0..group.members.len() {
        let effects = scope.effects(&|measure, effect| group.member(k, part, when, (measure, effect, territory)));
        rows.push(row(scope.name(k).to_owned(), &effects, false));
    }
    let bought = scope.effects(&|measure, effect| {
        let of = |o| group.overlap(o, part, when, (measure, effect, territory));
        group.overlaps.iter().map(of).sum()
    });
    let phase_of_part = |o: &Overlap| {
        group
            .phase_of(o)
            .is_some_and(|p| p.construction == (part == Part::Construction))
    };
    if group.overlaps.iter().any(phase_of_part) {
        let sum = scope.effects(&|measure, effect| {
            let of = |k| group.member(k, part, when, (measure, effect, territory));
            (0..group.members.len()).map(of).sum()
        });
        rows.push(row(scope.get(m::ROW_SUM), &sum, false));
        rows.push(row(scope.get(m::ROW_OVERLAP), &bought, true));
    }
    let whole = scope.effects(&|measure, effect| group.total(part, when, (measure, effect, territory)));
    rows.push(row(scope.get(m::ROW_GROUP), &whole, false));
    let place = scope.in_place(territory);
    let title = match when {
        When::Year(year) => scope.fill(m::MEMBERS_OPERATION, &[("year", &year.to_string()), ("place", &place)]),
        When::AllYears => scope.fill(m::MEMBERS_CONSTRUCTION, &[("place", &place)]),
    };
    let mut columns = vec![scope.get(m::COLUMN_MEMBER)];
    columns.extend(SHOWN.map(|(_, name)| scope.get(name)));
    columns.push(scope.get(match part {
        Part::Construction => m::COLUMN_JOB_YEARS,
        Part::Operation => m::COLUMN_JOBS,
    }));
    columns.push(scope.fill(m::COLUMN_GDP, &[("year", &group.data_year.to_string())]));
    Some(
        TableSpec {
            title,
            columns,
            rows,
            alt: scope.get(m::MEMBERS_ALT),
            ..TableSpec::default()
        }
        .with_total(),
    )
}

/// Returns what members buy from each other, and what is taken out with it; nothing where they buy nothing.
pub fn links(scope: &GroupScope<'_>) -> Option<TableSpec> {
    let group = scope.group;
    let territory = scope.main_territory();
    let rows: Vec<Vec<String>> = group
        .overlaps
        .iter()
        .filter_map(|o| {
            let phase = group.phase_of(o)?;
            let part = if phase.construction {
                Part::Construction
            } else {
                Part::Operation
            };
            let line = phase.lines.iter().find(|l| l.id == o.line)?;
            let jobs = scope.overlap_jobs(o, part, scope.told(part)?, territory);
            Some(vec![
                scope.name(o.buyer).to_owned(),
                words::line(line, scope.lang, scope.library),
                scope.name(o.seller).to_owned(),
                number::percent_with(o.share, 1, scope.lang),
                scope.millions(o.amount),
                scope.fill(
                    if phase.construction {
                        m::TAKEN_YEARS
                    } else {
                        m::TAKEN_JOBS
                    },
                    &[("jobs", &scope.jobs(jobs))],
                ),
            ])
        })
        .collect();
    (!rows.is_empty()).then(|| TableSpec {
        title: scope.fill(m::LINKS_TITLE, &[("place", &scope.in_place(territory))]),
        columns: vec![
            scope.get(m::COLUMN_BUYER),
            scope.get(m::COLUMN_LINE),
            scope.get(m::COLUMN_SELLER),
            scope.get(m::COLUMN_SHARE),
            scope.fill(m::COLUMN_AMOUNT, &[("year", &group.data_year.to_string())]),
            scope.get(m::COLUMN_TAKEN),
        ],
        rows,
        alt: scope.get(m::LINKS_ALT),
        ..TableSpec::default()
    })
}

/// Returns the whole year by year: job-years of construction and jobs of operation apart, GDP, and what governments receive.
pub fn years(scope: &GroupScope<'_>) -> TableSpec {
    let group = scope.group;
    let territory = scope.main_territory();
    let mut merged: Vec<(i32, i32, Vec<String>)> = Vec::new();
    let lawful = group.revenue(Part::Operation, When::AllYears, None).is_some();
    for year in group.years().into_iter().flatten() {
        let when = When::Year(year);
        let gdp: f64 = Part::ALL
            .iter()
            .flat_map(|p| Effect::ALL.map(|e| group.total(*p, when, (Measure::Gdp, e, territory))))
            .sum();
        let mut cells: Vec<String> = Part::ALL
            .iter()
            .map(|part| scope.jobs(scope.total_jobs(*part, when, territory)))
            .collect();
        cells.push(scope.millions(gdp));
        if lawful {
            cells.extend(GOVERNMENTS.map(|g| {
                let of = |part: &Part| group.revenue(*part, when, Some(g)).unwrap_or(0.0);
                scope.millions(Part::ALL.iter().map(of).sum())
            }));
        }
        match merged.last_mut() {
            Some((_, last, same)) if *same == cells => *last = year,
            _ => merged.push((year, year, cells)),
        }
    }
    let rows = merged.into_iter().map(|(first, last, cells)| {
        let mut row = vec![number::years(first, last, scope.lang)];
        row.extend(cells);
        row
    });
    let mut columns = vec![
        scope.get(f::YEAR),
        scope.get(m::COLUMN_BUILT),
        scope.get(m::COLUMN_JOBS),
        scope.fill(m::COLUMN_GDP, &[("year", &group.data_year.to_string())]),
    ];
    if lawful {
        columns.extend(
            GOVERNMENTS.map(|g| scope.fill(m::COLUMN_REVENUE, &[("government", government(g).get(scope.lang))])),
        );
    }
    TableSpec {
        title: scope.fill(m::YEARS_TITLE, &[("place", &scope.in_place(territory))]),
        columns,
        rows: rows.collect(),
        alt: scope.get(m::YEARS_ALT),
        ..TableSpec::default()
    }
}

/// Returns the jobs of the whole in each year, construction and operation together, since both are held then; nothing for a group without years.
pub fn chart(scope: &GroupScope<'_>) -> Option<ChartSpec> {
    let group = scope.group;
    let territory = scope.main_territory();
    let rows: Vec<Row> = group
        .years()?
        .map(|year| {
            let of = |effect: &Effect| -> f64 {
                let cell = (Measure::Jobs, *effect, territory);
                Part::ALL.iter().map(|p| group.total(*p, When::Year(year), cell)).sum()
            };
            let values = SHOWN.map(|(effects, _)| effects.iter().map(of).sum::<f64>());
            Row {
                label: year.to_string(),
                hidden_total: scope.jobs(values.iter().sum()),
                value_labels: values.iter().map(|v| scope.jobs(*v)).collect(),
                values: values.to_vec(),
                ..Row::default()
            }
        })
        .collect();
    let first = group.members.first()?;
    let plain = Scope {
        study: &first.study,
        saved: None,
        library: scope.library,
        territory,
        lang: scope.lang,
    };
    let mut rows = rows;
    let told = group.fullest_year().map(|y| y.to_string());
    let most = rows.iter().map(Row::total).fold(0.0, f64::max);
    // The first of the years that show the largest figure.
    let peak = rows.iter().find(|r| r.hidden_total == scope.jobs(most));
    let peak = peak.map_or_else(Default::default, |r| (r.label.clone(), r.hidden_total.clone()));
    for row in &mut rows {
        if Some(&row.label) == told.as_ref() || row.label == peak.0 {
            row.total_label = row.hidden_total.clone();
        }
    }
    Some(ChartSpec {
        id: "group_years",
        finding: scope.fill(m::CHART_FINDING, &[("year", &peak.0), ("jobs", &peak.1)]),
        subtitle: scope.fill(m::CHART_SUBTITLE, &[("place", &scope.in_place(territory))]),
        source: plain.source(),
        alt: scope.get(m::CHART_ALT),
        kind: ChartKind::Columns,
        series: [
            (Role::Direct, r::DIRECT),
            (Role::IndirectFirst, r::INDIRECT),
            (Role::Induced, r::INDUCED),
        ]
        .map(|(role, name)| Series::plain(role, name.get(scope.lang)))
        .to_vec(),
        axis: value_axis(&rows, &plain, &r::CARD_JOBS.get(scope.lang).to_lowercase()),
        rows,
        marker: None,
        ghost_label: None,
    })
}

/// Writes the whole group.
pub fn blocks(scope: &GroupScope<'_>) -> Vec<Block> {
    let (group, lang) = (scope.group, scope.lang);
    let mut out = vec![Block::Title(group.name.get(lang).to_owned())];
    if !group.description.is_empty() {
        out.push(Block::Paragraph(group.description.get(lang).to_owned()));
    }
    out.push(Block::Heading(f::FOUND.get(lang).to_owned()));
    out.push(Block::Paragraph(finding(scope)));
    out.push(Block::Paragraph(scope.get(m::RULE)));
    out.push(Block::Paragraph(where_summed(scope)));
    let dollars = [("year", group.data_year.to_string())];
    out.push(Block::Paragraph(
        f::DOLLARS.fill(lang, &dollars.each_ref().map(|(n, v)| (*n, v.as_str()))),
    ));
    for part in [Part::Operation, Part::Construction] {
        for territory in &group.territories {
            out.extend(members(scope, part, *territory).map(Block::Table));
        }
    }
    out.push(Block::Paragraph(scope.get(m::ROUNDED)));
    out.push(Block::Heading(scope.get(m::HEADING_LINKS)));
    match links(scope) {
        Some(table) => {
            out.push(Block::Table(table));
            out.push(Block::List(
                group.overlaps.iter().map(|o| link_note(scope, o)).collect(),
            ));
        }
        None => out.push(Block::Paragraph(scope.get(m::NO_LINKS))),
    }
    out.push(Block::Heading(f::YEARS.get(lang).to_owned()));
    out.push(Block::Table(years(scope)));
    out.push(Block::Paragraph(scope.get(m::YEARS_NOTE)));
    out.push(Block::Heading(scope.get(m::HEADING_MEMBERS)));
    let of_member = |member: &GroupMember| Item {
        text: scope.member_line(member),
        below: Vec::new(),
    };
    out.push(Block::List(group.members.iter().map(of_member).collect()));
    if !group.facts.is_empty() {
        let items = group.facts.iter().map(|fact| Item {
            text: fact.text.get(lang).to_owned(),
            below: vec![rests_on(fact.source.as_ref(), fact.basis, lang)],
        });
        out.push(Block::Heading(scope.get(m::FACTS)));
        out.push(Block::List(items.collect()));
    }
    if !group.warnings.is_empty() {
        out.push(Block::Heading(f::WARNINGS.get(lang).to_owned()));
        let items = group.warnings.iter().map(|p| Item {
            text: problem(p, scope.library, lang),
            below: Vec::new(),
        });
        out.push(Block::List(items.collect()));
    }
    out.push(Block::Heading(f::SOURCES.get(lang).to_owned()));
    out.push(attributions(scope.library.sources(), lang));
    out
}

/// Says where the effects of members are summed, and why not in more places.
pub fn where_summed(scope: &GroupScope<'_>) -> String {
    let shared = &scope.group.territories;
    if shared.contains(&Territory::Study) {
        scope.fill(m::ONE_REGION, &[("place", &scope.in_place(Territory::Study))])
    } else if shared.contains(&Territory::Province) {
        scope.fill(m::SEVERAL_REGIONS, &[("place", &scope.in_place(Territory::Province))])
    } else {
        scope.get(m::SEVERAL_PROVINCES)
    }
}

/// Says what something stated rests on: its source, or else that it is an assumption or the user's word.
fn rests_on(source: Option<&Local>, basis: Basis, lang: Lang) -> String {
    match source {
        Some(source) => f::SOURCE.fill(lang, &[("source", source.get(lang))]),
        None => words::upper_first(words::basis(basis).get(lang)),
    }
}

/// Tells what a link rests on, and in which years the seller sells less than is bought.
fn link_note(scope: &GroupScope<'_>, overlap: &Overlap) -> Item {
    let lang = scope.lang;
    let stated = &overlap.stated;
    let mut below = vec![rests_on(stated.source.as_ref(), stated.basis, lang)];
    below.extend(stated.note.iter().map(|n| n.get(lang).to_owned()));
    Item {
        text: scope.fill(
            m::LINK_FROM,
            &[
                ("buyer", scope.name(overlap.buyer)),
                ("seller", scope.name(overlap.seller)),
            ],
        ),
        below,
    }
}
