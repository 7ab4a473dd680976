//! All the files of a study: which they are and what they hold; nothing is written here.

use std::ops::ControlFlow;

use super::chart::{self, Options, Scene, Subject, png};
use super::deck::deck;
use super::workbook::{NotWritten, workbook};
use super::{csv, json};
use crate::report::compare::CompareScope;
use crate::report::group::{GroupScope, chart as group_chart};
use crate::report::overview::Scope;
use crate::report::pictures::{PictureKind, pictures};
use crate::study::Territory;
use crate::study::compare::{Comparison, Headline};
use crate::text::Lang;

pub use super::chart::png::{NotDrawn, Pixels, SCALES};
pub use crate::report::compare::Side;
pub use crate::report::full::Subject as Told;
pub use crate::report::income::FamiliesClaim;
pub use crate::report::wanted::Wanted;

/// Scenarios beside each other, for a slide of each presentation.
#[derive(Clone, Copy)]
pub struct Beside<'a> {
    /// The scenarios.
    pub sides: &'a [Side<'a>],
    /// What they give.
    pub comparison: &'a Comparison,
}

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExportFile {
    /// Its folders and name, under the folder chosen.
    pub path: Vec<String>,
    /// What it holds.
    pub bytes: Vec<u8>,
}

/// Returns a picture as the bytes of a file.
///
/// * `scale`: pixels per point of a PNG.
pub fn draw(scene: &Scene, kind: PictureKind, scale: u8) -> Result<Vec<u8>, NotDrawn> {
    match kind {
        PictureKind::Svg => Ok(chart::svg(scene).into_bytes()),
        PictureKind::Png => png::png(scene, scale),
        PictureKind::Pdf => chart::pdf(scene),
    }
}

/// Why the files of a study were not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotMade {
    /// A picture could not be drawn.
    NotDrawn(NotDrawn),
    /// The workbook could not be written.
    NotWritten(NotWritten),
    /// It was stopped.
    Stopped,
}

impl From<NotDrawn> for NotMade {
    fn from(e: NotDrawn) -> Self {
        NotMade::NotDrawn(e)
    }
}

impl From<NotWritten> for NotMade {
    fn from(e: NotWritten) -> Self {
        NotMade::NotWritten(e)
    }
}

/// Returns what a study shows where no version is compared with it, in a language.
fn scope<'a>(subject: &Told<'a>, lang: Lang) -> Scope<'a> {
    Scope {
        study: subject.study,
        saved: None,
        library: subject.library,
        territory: Territory::Study,
        lang,
    }
}

/// Returns the files of a study, all under a folder called `stem`: charts by language, presentations, workbooks, figures, the scenario.
///
/// * `scenario`: the scenario as it is on the disk.
/// * `claim`: what was announced of families.
/// * `beside`: what the scenario is compared with.
/// * `go_on`: told after each file how many are made, of how many; it may stop there.
///
/// Fails when a picture cannot be drawn or a workbook written; then nothing is to be written.
pub fn files(
    subject: &Told<'_>,
    claim: Option<FamiliesClaim>,
    (stem, scenario): (&str, &[u8]),
    beside: Option<Beside<'_>>,
    wanted: &Wanted,
    go_on: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Result<Vec<ExportFile>, NotMade> {
    let langs: &[Lang] = if wanted.charts.is_empty() { &[] } else { &wanted.langs };
    let of_each: Vec<_> = langs
        .iter()
        .map(|lang| (*lang, pictures(&scope(subject, *lang), claim)))
        .collect();
    let drawn: usize = of_each.iter().map(|(_, all)| all.len() * wanted.charts.len()).sum();
    let of_lang = |on: bool| if on { wanted.langs.len() } else { 0 };
    let total = drawn + of_lang(wanted.deck) + of_lang(wanted.workbook) + if wanted.data { 3 } else { 0 };
    let mut out = Vec::with_capacity(total);
    let mut add = |path: &[&str], bytes: Vec<u8>| {
        let path = [stem].iter().chain(path).map(|p| (*p).to_owned()).collect();
        out.push(ExportFile { path, bytes });
        match go_on(out.len(), total) {
            ControlFlow::Continue(()) => Ok(()),
            ControlFlow::Break(()) => Err(NotMade::Stopped),
        }
    };
    for (lang, all) in of_each {
        let options = Options {
            format: wanted.format,
            ground: wanted.ground,
            lang,
            project: subject.name.get(lang),
        };
        for named in all {
            let scene = chart::scene(Subject::of(&named.picture), options);
            for kind in &wanted.charts {
                let bytes = draw(&scene, *kind, wanted.scale)?;
                let name = format!("{}.{}", named.name, kind.extension());
                add(&[lang.code(), &name], bytes)?;
            }
        }
    }
    for lang in wanted.langs.iter().copied().filter(|_| wanted.deck) {
        let scope = beside.map(|b| CompareScope {
            sides: b.sides,
            comparison: b.comparison,
            library: subject.library,
            headline: Headline::Jobs,
            territory: Territory::Study,
            lang,
        });
        let bytes = deck(subject, claim, scope.as_ref(), lang)?;
        add(&[&format!("{stem}-{}.pptx", lang.code())], bytes)?;
    }
    for lang in wanted.langs.iter().copied().filter(|_| wanted.workbook) {
        let bytes = workbook(subject, lang)?;
        add(&[&format!("{stem}-{}.xlsx", lang.code())], bytes)?;
    }
    if wanted.data {
        add(&[&format!("{stem}.json")], json::study(subject))?;
        add(&[&format!("{stem}.csv")], csv::study(subject.study))?;
        add(&[&format!("{stem}.ron")], scenario.to_vec())?;
    }
    Ok(out)
}

/// Returns the files of a group, all under a folder called `stem`: its chart by language, its figures and the group itself.
///
/// * `group`: the group as it is on the disk.
///
/// Presentations, workbooks and reports are those of its members, each with its own scenario.
pub fn group_files(
    scope: &GroupScope<'_>,
    (stem, group): (&str, &[u8]),
    wanted: &Wanted,
) -> Result<Vec<ExportFile>, NotDrawn> {
    let mut out = Vec::new();
    let mut add = |path: &[&str], bytes: Vec<u8>| {
        let path = [stem].iter().chain(path).map(|p| (*p).to_owned()).collect();
        out.push(ExportFile { path, bytes });
    };
    for lang in wanted.langs.iter().copied() {
        let scope = GroupScope { lang, ..*scope };
        let Some(spec) = group_chart(&scope) else { continue };
        let options = Options {
            format: wanted.format,
            ground: wanted.ground,
            lang,
            project: scope.group.name.get(lang),
        };
        let scene = chart::scene(Subject::Chart(&spec), options);
        for kind in &wanted.charts {
            let name = format!("group-years.{}", kind.extension());
            add(&[lang.code(), &name], draw(&scene, *kind, wanted.scale)?);
        }
    }
    if wanted.data {
        add(&[&format!("{stem}.json")], super::group::json(scope));
        add(&[&format!("{stem}.csv")], super::group::csv(scope));
        add(&[&format!("{stem}.ron")], group.to_vec());
    }
    Ok(out)
}

/// Returns a picture of a study as it would be written, as pixels, with its place among all of them and their number.
///
/// * `at`: which one, counted round from the first.
pub fn preview(
    subject: &Told<'_>,
    claim: Option<FamiliesClaim>,
    wanted: &Wanted,
    (at, lang): (usize, Lang),
    width: u32,
) -> Result<(Pixels, usize, usize), NotDrawn> {
    let all = pictures(&scope(subject, lang), claim);
    let at = at.checked_rem(all.len()).unwrap_or(0);
    let Some(named) = all.get(at) else {
        return Err(NotDrawn::Unsound("no picture".to_owned()));
    };
    let options = Options {
        format: wanted.format,
        ground: wanted.ground,
        lang,
        project: subject.name.get(lang),
    };
    let scene = chart::scene(Subject::of(&named.picture), options);
    Ok((png::preview(&scene, width)?, at, all.len()))
}
