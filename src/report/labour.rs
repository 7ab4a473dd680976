//! Labour supply: who would hold the jobs of the region, against those without work, and graduates whom the project would hire.

use super::chart::{ChartKind, ChartSpec, Row, Series, TableSpec};
use super::charts::{YEAR_COLUMNS, value_axis};
use super::full::Block;
use super::overview::Scope;
use super::problems;
use super::role::Role;
use super::words::{in_place, of_region};
use crate::study::{LabourYear, ProgrammeStudy, Territory};
use crate::text::messages::labour as m;
use crate::text::messages::why::ROUNDED;
use crate::text::rounding::Precision;
use crate::text::{Lang, number};

/// The most industries shown before the rest is summed.
const INDUSTRIES: usize = 10;
/// Shares under this one are said to be less than it.
const SMALLEST_SHARE: f64 = 0.001;

/// Returns a number of people to the hundred where it is large: no more is known of it.
pub fn hundreds(people: f64) -> f64 {
    if people < 1000.0 {
        people
    } else {
        (people / 100.0).round() * 100.0
    }
}

/// Returns a share in percent, with a decimal where it is small, `less than 0.1%` where it would read as none.
pub(super) fn share(value: f64, lang: Lang) -> String {
    let write = |v: f64| number::percent_with(v, usize::from(v < 0.1), lang);
    if value > 0.0 && value < SMALLEST_SHARE {
        return m::LESS_THAN.fill(lang, &[("share", &write(SMALLEST_SHARE))]);
    }
    write(value)
}

/// Returns the sentence that heads labour supply: the busiest year.
pub fn finding(scope: &Scope<'_>) -> String {
    let (study, lang) = (scope.study, scope.lang);
    let place = in_place(study, Territory::Study, lang);
    let of = of_region(study.region.as_str(), study.region_label.get(lang), lang);
    let Some(year) = study.labour.busiest() else {
        return scope.fill(m::FINDING_NONE, &[("where", &place)]);
    };
    let unemployed = study.labour.unemployed().filter(|u| *u > 0.0);
    let part = unemployed.map_or_else(String::new, |u| share(year.to_find() / u, lang));
    let graduates = !number::shows_zero(&scope.jobs(year.hiring.graduates));
    let message = match (unemployed.is_some(), study.whole_province) {
        (true, true) => m::FINDING_PROVINCE,
        (true, false) if graduates => m::FINDING,
        (true, false) => m::FINDING_PLAIN,
        (false, true) => m::FINDING_NOT_JUDGED_PROVINCE,
        (false, false) => m::FINDING_NOT_JUDGED,
    };
    scope.fill(
        message,
        &[
            ("year", &year.year.to_string()),
            ("residents", &scope.jobs(year.residents())),
            ("outside", &scope.jobs(year.outside)),
            ("of", &of),
            ("share", &part),
        ],
    )
}

/// Returns the warning that the region could hardly supply the residents needed, with what to do; nothing where it could, or where nothing is judged.
pub fn warning(scope: &Scope<'_>) -> Option<(String, String)> {
    let problem = scope.study.labour.shortage()?;
    let said = problems::sentence(&problem, scope.lang, Some(scope.library));
    Some((said.what, said.remedy))
}

/// Returns the parts of a year that the chart and the table show: graduates (where there are programmes), other residents, people who live elsewhere
/// (where the region is not a whole province).
fn parts(scope: &Scope<'_>, year: &LabourYear) -> Vec<f64> {
    let labour = &scope.study.labour;
    let mut out = Vec::new();
    if !labour.programmes.is_empty() {
        out.push(year.hiring.graduates);
    }
    out.push(year.to_find());
    if !scope.study.whole_province {
        out.push(year.outside);
    }
    out
}

/// Returns the marks of those parts, in the same order.
fn series(scope: &Scope<'_>) -> Vec<Series> {
    let trained = !scope.study.labour.programmes.is_empty();
    let others = if trained { m::OTHER_RESIDENTS } else { m::RESIDENTS };
    let mut out = Vec::new();
    if trained {
        out.push((Role::Direct, m::GRADUATES));
    }
    out.push((Role::Study, others));
    if !scope.study.whole_province {
        out.push((Role::RestOfProvince, m::OUTSIDE));
    }
    scope.series(&out)
}

/// Returns the jobs of the region by year, by who would hold them; nothing without years.
pub fn chart(scope: &Scope<'_>) -> Option<ChartSpec> {
    let (study, lang) = (scope.study, scope.lang);
    let shown: Vec<&LabourYear> = study.labour.years.iter().take(YEAR_COLUMNS).collect();
    let last = shown.last()?.year;
    let cut = study.labour.years.len() > shown.len();
    // The busiest year, and that of operation.
    let labelled = [study.labour.busiest(), busiest_of(scope, false)].map(|y| y.map(|y| y.year));
    let rows: Vec<Row> = shown
        .into_iter()
        .map(|year| {
            let values = parts(scope, year);
            let total = scope.jobs(values.iter().sum());
            Row {
                label: year.year.to_string(),
                total_label: match labelled.contains(&Some(year.year)) {
                    true => total.clone(),
                    false => String::new(),
                },
                hidden_total: total,
                value_labels: values.iter().map(|v| scope.jobs(*v)).collect(),
                values,
                ..Row::default()
            }
        })
        .collect();
    let place = study.region_label.get(lang);
    Some(ChartSpec {
        id: "labour",
        finding: finding(scope),
        subtitle: scope.fill(
            if cut { m::SUBTITLE_CUT } else { m::SUBTITLE },
            &[("place", place), ("last", &last.to_string())],
        ),
        source: scope.source(),
        alt: m::ALT.get(lang).to_owned(),
        kind: ChartKind::Columns,
        series: series(scope),
        axis: value_axis(&rows, scope, m::AXIS.get(lang)),
        rows,
        marker: None,
        ghost_label: None,
    })
}

/// Merges years in a row whose cells are the same.
fn merged(years: impl Iterator<Item = (i32, Vec<String>)>, lang: Lang) -> Vec<Vec<String>> {
    let mut out: Vec<(i32, i32, Vec<String>)> = Vec::new();
    for (year, cells) in years {
        match out.last_mut() {
            Some((_, last, same)) if *same == cells => *last = year,
            _ => out.push((year, year, cells)),
        }
    }
    let rows = out.into_iter().map(|(first, last, cells)| {
        let mut row = vec![number::years(first, last, lang)];
        row.extend(cells);
        row
    });
    rows.collect()
}

/// Returns the jobs of the region by year and who would hold them, with what of the residents the unemployed could be.
pub fn years(scope: &Scope<'_>) -> TableSpec {
    let (study, lang) = (scope.study, scope.lang);
    let labour = &study.labour;
    let unemployed = labour.unemployed().filter(|u| *u > 0.0);
    let mut columns = vec![m::YEAR.get(lang).to_owned(), m::JOBS.get(lang).to_owned()];
    columns.extend(series(scope).into_iter().map(|s| s.label));
    if unemployed.is_some() {
        columns.extend([m::OF_UNEMPLOYED, m::UNEMPLOYED_WITHIN, m::OTHER_JOBS].map(|c| c.get(lang).to_owned()));
    }
    let rows = labour.years.iter().map(|year| {
        let mut cells = vec![scope.jobs(year.jobs())];
        cells.extend(parts(scope, year).into_iter().map(|v| scope.jobs(v)));
        if let (Some(unemployed), Some(within)) = (unemployed, labour.within_limit(year)) {
            cells.push(share(year.to_find() / unemployed, lang));
            cells.push(scope.jobs(within));
            // Of the residents as written, so that the row adds up.
            cells.push(scope.jobs(year.to_find().round() - within.round()));
        }
        (year.year, cells)
    });
    TableSpec {
        title: m::TABLE.get(lang).to_owned(),
        columns,
        rows: merged(rows, lang),
        alt: m::TABLE_ALT.get(lang).to_owned(),
        ..TableSpec::default()
    }
}

/// Returns what stands under that table: how many are without work and who says so, what is gross, the threshold.
pub fn notes(scope: &Scope<'_>) -> Vec<String> {
    let (study, lang) = (scope.study, scope.lang);
    let labour = &study.labour;
    let mut out = Vec::new();
    match (&labour.unemployment, labour.unemployed()) {
        (Some(rate), Some(unemployed)) => {
            let of = match labour.employed_year {
                Some(year) => scope.fill(m::EMPLOYED_SURVEY, &[("year", &year.to_string())]),
                None => scope.fill(m::EMPLOYED_ACCOUNT, &[("year", &study.data_year.to_string())]),
            };
            let source = rate.source.as_ref().map_or("", |s| s.get(lang));
            let said = match rate.year {
                Some(year) => scope.fill(m::RATE_PUBLISHED, &[("year", &year.to_string()), ("source", source)]),
                None if source.is_empty() => m::RATE_STATED.get(lang).to_owned(),
                None => scope.fill(m::RATE_STATED_SOURCE, &[("source", source)]),
            };
            out.push(scope.fill(
                m::NOTE_UNEMPLOYED,
                &[
                    ("unemployed", &scope.jobs(hundreds(unemployed))),
                    ("employed", &scope.jobs(labour.employed)),
                    ("of", &of),
                    ("rate", &number::percent_with(rate.rate, 1, lang)),
                    ("source", &said),
                ],
            ));
            let limit = number::percent(labour.limit, lang);
            out.push(scope.fill(m::NOTE_LIMIT, &[("limit", &limit)]));
        }
        _ => out.push(m::NOTE_NOT_JUDGED.get(lang).to_owned()),
    }
    out.push(m::NOTE_GROSS.get(lang).to_owned());
    let misses = |year: &LabourYear| Precision::WHOLE.misses(&parts(scope, year), year.jobs());
    if labour.years.iter().any(misses) {
        out.push(ROUNDED.get(lang).to_owned());
    }
    out
}

/// Returns the busiest year of construction, or of operation: years in which nothing else goes on, as far as there are some.
fn busiest_of<'a>(scope: &Scope<'a>, construction: bool) -> Option<&'a LabourYear> {
    let study = scope.study;
    let active = |year: &&LabourYear, built: bool| {
        let mut phases = study.phases.iter().filter(|p| p.construction == built);
        phases.any(|p| p.activity(year.year) > 0.0)
    };
    let own: Vec<&LabourYear> = study.labour.years.iter().filter(|y| active(y, construction)).collect();
    let alone: Vec<&LabourYear> = own.iter().copied().filter(|y| !active(y, !construction)).collect();
    let years = if alone.is_empty() { own } else { alone };
    let with_jobs = years.into_iter().filter(|y| y.jobs() > 0.0);
    with_jobs.reduce(|best, now| {
        if now.to_find() > best.to_find() + 1e-9 {
            now
        } else {
            best
        }
    })
}

/// Returns the workers needed by industry in the busiest year of construction, or of operation where both are planned, against the jobs that the region has
/// there, with its note; nothing without jobs.
pub fn industries(scope: &Scope<'_>, construction: bool) -> Option<(TableSpec, String)> {
    let (study, lang) = (scope.study, scope.lang);
    let year = busiest_of(scope, construction)
        .or_else(|| busiest_of(scope, !construction))
        .or_else(|| study.labour.busiest())?;
    let total = |v: &[f64; 3]| v.iter().sum::<f64>();
    let add = |a: [f64; 3], b: &[f64; 3]| [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
    let present = |i: usize| study.labour.present.get(i).copied().unwrap_or(0.0);
    let mut all: Vec<(usize, &[f64; 3])> = year.by_industry.iter().enumerate().collect();
    all.sort_by(|a, b| total(b.1).total_cmp(&total(a.1)));
    let row = |name: String, needed: [f64; 3], present: f64| {
        let sum = total(&needed);
        let mut cells = vec![name];
        cells.extend(needed.iter().chain([&sum]).map(|v| scope.jobs(*v)));
        cells.push(scope.jobs(hundreds(present)));
        cells.push(number::or_nothing((present > 0.0).then(|| sum / present), |v| {
            share(v, lang)
        }));
        cells
    };
    let name = |i: usize| {
        let known = scope.library.economy.industries.get(i);
        known.map_or_else(String::new, |e| e.short.get(lang).to_owned())
    };
    let (most, rest) = all.split_at(all.len().min(INDUSTRIES));
    let mut rows: Vec<Vec<String>> = most.iter().map(|(i, v)| row(name(*i), **v, present(*i))).collect();
    let sum = |of: &[(usize, &[f64; 3])]| {
        let needed = of.iter().fold([0.0; 3], |s, (_, v)| add(s, v));
        (needed, of.iter().map(|(i, _)| present(*i)).sum::<f64>())
    };
    if !rest.is_empty() {
        let (needed, there) = sum(rest);
        rows.push(row(m::OTHERS.get(lang).to_owned(), needed, there));
    }
    let (needed, there) = sum(&all);
    rows.push(row(m::TOTAL.get(lang).to_owned(), needed, there));
    let columns = [
        m::INDUSTRY,
        m::DIRECT,
        m::SUPPLIERS,
        m::HOUSEHOLDS,
        m::NEEDED,
        m::PRESENT,
        m::OF_PRESENT,
    ];
    let note = if study.region_modelled {
        m::NOTE_PRESENT
    } else {
        m::NOTE_PRESENT_PROVINCE
    };
    let table = TableSpec {
        title: scope.fill(m::INDUSTRIES, &[("year", &year.year.to_string())]),
        columns: columns.map(|c| c.get(lang).to_owned()).to_vec(),
        rows,
        alt: m::INDUSTRIES_ALT.get(lang).to_owned(),
        ..TableSpec::default()
    };
    let note = scope.fill(note, &[("year", &study.data_year.to_string())]);
    Some((table.with_total(), note))
}

/// Returns the name of a programme of study: its school and its own, or its number.
///
/// * `number`: its place in the list, from 1.
pub fn programme_name(programme: &ProgrammeStudy, number: usize, lang: Lang) -> String {
    let (school, own) = (programme.school.get(lang).trim(), programme.programme.get(lang).trim());
    match (school.is_empty(), own.is_empty()) {
        (true, true) => m::UNNAMED.fill(lang, &[("number", &number.to_string())]),
        (false, true) => school.to_owned(),
        (true, false) => own.to_owned(),
        (false, false) => m::NAMED.fill(lang, &[("school", school), ("programme", own)]),
    }
}

/// Returns the posts of the project to fill each year and the graduates hired, and the programmes; nothing without programmes.
pub fn programmes(scope: &Scope<'_>) -> Vec<TableSpec> {
    let lang = scope.lang;
    let labour = &scope.study.labour;
    if labour.programmes.is_empty() {
        return Vec::new();
    }
    let hires = || labour.years.iter().map(|y| &y.hiring);
    let needed: f64 = hires().map(|h| h.to_fill).sum();
    let hired: f64 = hires().map(|h| h.hired_in_all()).sum();
    let left: f64 = hires().map(|h| h.left_to_find()).sum();
    let mut so_far = 0.0;
    let working = hires().skip_while(|h| h.posts == 0.0 && h.to_fill == 0.0);
    let rows: Vec<(i32, Vec<String>)> = working
        .map(|h| {
            so_far += h.hired_in_all();
            let cells = [h.posts, h.to_fill, h.hired_in_all(), so_far, h.left_to_find()];
            (h.year, cells.iter().map(|v| scope.jobs(*v)).collect())
        })
        .collect();
    let columns = [m::YEAR, m::POSTS, m::TO_FILL, m::HIRED, m::HIRED_SO_FAR, m::LEFT];
    let hiring = TableSpec {
        title: scope.fill(
            m::HIRING,
            &[
                ("needed", &scope.jobs(needed)),
                ("hired", &scope.jobs(hired)),
                ("left", &scope.jobs(left)),
            ],
        ),
        columns: columns.map(|c| c.get(lang).to_owned()).to_vec(),
        rows: merged(rows.into_iter(), lang),
        alt: m::HIRING_ALT.get(lang).to_owned(),
        ..TableSpec::default()
    };
    let columns = [
        m::PROGRAMME,
        m::SEATS,
        m::GRADUATES_A_YEAR,
        m::OFFERED,
        m::FROM,
        m::HIRED_IN_ALL,
    ];
    let rows = labour.programmes.iter().enumerate().map(|(k, p)| {
        let figure = |v: f64| number::exact(v, (0, 1), lang);
        vec![
            programme_name(p, k + 1, lang),
            figure(p.seats),
            figure(p.graduates),
            figure(p.offered),
            p.first_year.to_string(),
            scope.jobs(p.hired),
        ]
    });
    let programmes = TableSpec {
        title: m::PROGRAMMES.get(lang).to_owned(),
        columns: columns.map(|c| c.get(lang).to_owned()).to_vec(),
        rows: rows.collect(),
        alt: m::PROGRAMMES_ALT.get(lang).to_owned(),
        ..TableSpec::default()
    };
    vec![hiring, programmes]
}

/// Returns what stands under the hiring of graduates.
pub fn hiring_note(scope: &Scope<'_>) -> String {
    let replacement = scope.study.labour.replacement;
    let message = if replacement > 0.0 {
        m::NOTE_HIRING
    } else {
        m::NOTE_HIRING_ALL_STAY
    };
    scope.fill(message, &[("rate", &share(replacement, scope.lang))])
}

/// Writes labour supply: finding, warning, tables and notes.
pub fn blocks(scope: &Scope<'_>) -> Vec<Block> {
    if scope.study.labour.years.is_empty() {
        return Vec::new();
    }
    let mut out = vec![
        Block::Heading(m::TITLE.get(scope.lang).to_owned()),
        Block::Paragraph(finding(scope)),
    ];
    out.push(Block::Table(years(scope)));
    out.extend(notes(scope).into_iter().map(Block::Paragraph));
    let mut tables: Vec<(TableSpec, String)> = Vec::new();
    for found in [true, false].into_iter().filter_map(|built| industries(scope, built)) {
        if !tables.contains(&found) {
            tables.push(found);
        }
    }
    for (table, note) in tables {
        out.extend([Block::Table(table), Block::Paragraph(note)]);
    }
    let tables = programmes(scope);
    if !tables.is_empty() {
        out.extend(tables.into_iter().map(Block::Table));
        out.push(Block::Paragraph(hiring_note(scope)));
    }
    out
}
