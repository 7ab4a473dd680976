//! All the files of a study: which they are and what they hold; nothing is written here.

use std::num::NonZeroUsize;
use std::ops::ControlFlow;
use std::sync::Arc;

use super::chart::{self, Options, Scene, Subject, png};
use super::deck::deck;
use super::together::{Ended, Task, together};
use super::workbook::{NotWritten, workbook};
use super::{compare, csv, json};
use crate::report::compare::CompareScope;
use crate::report::overview::Scope;
use crate::report::pictures::{NamedPicture, PictureKind, compared, pictures};
use crate::study::compare::{Comparison, Headline};
#[cfg(feature = "report")]
use crate::study::sha256_hex;
use crate::study::{Territory, UnderMethod};
use crate::text::Lang;

pub use super::chart::png::{NotDrawn, Pixels, SCALES, bitmap};
pub use super::together::threads;
pub use crate::report::compare::Side;
pub use crate::report::full::Subject as Told;
pub use crate::report::income::FamiliesClaim;
pub use crate::report::wanted::Wanted;

/// Scenarios beside each other, which slides, charts and figures then show too.
#[derive(Clone, Copy)]
pub struct Beside<'a> {
    /// The scenarios.
    pub sides: &'a [Side<'a>],
    /// What they give.
    pub comparison: &'a Comparison,
}

/// How the files that hold a comparison end: data has one language.
const COMPARISON: &str = "comparison";

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
    /// The document could not be typeset, for this reason.
    NotTypeset(String),
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

/// A study to be written, with what goes into its files.
#[derive(Clone, Copy)]
pub struct Export<'a> {
    /// The study and its names.
    pub subject: Told<'a>,
    /// What was announced of families.
    pub claim: Option<FamiliesClaim>,
    /// The name of the folder that all files stand under, and of files.
    pub stem: &'a str,
    /// The scenario as it is on the disk.
    pub scenario: &'a [u8],
    /// What the scenario is compared with.
    pub beside: Option<Beside<'a>>,
    /// The scenario under each regional method, which the document sets side by side.
    pub methods: &'a [UnderMethod],
    /// What is wanted.
    pub wanted: &'a Wanted,
}

/// A file to be made: where it goes, and how.
struct Planned<'a> {
    path: Vec<String>,
    task: Task<'a, Vec<u8>, NotMade>,
}

impl<'a> Export<'a> {
    /// Returns the files: charts by language, presentations, workbooks, figures, the scenario.
    ///
    /// * `threads`: on how many they are made; the bytes are the same on any number.
    /// * `go_on`: told after each file how many are made, of how many; it may stop there.
    ///
    /// Fails when a picture cannot be drawn or a workbook written; then nothing is to be written.
    pub fn files(
        &self,
        threads: NonZeroUsize,
        go_on: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
    ) -> Result<Vec<ExportFile>, NotMade> {
        let (paths, tasks): (Vec<Vec<String>>, Vec<_>) = self.plan().into_iter().map(|p| (p.path, p.task)).unzip();
        let made = together(&tasks, threads, &mut |done| go_on(done, tasks.len())).map_err(|e| match e {
            Ended::Failed(e) => e,
            Ended::Stopped => NotMade::Stopped,
        })?;
        let file = |(path, bytes)| ExportFile { path, bytes };
        Ok(paths.into_iter().zip(made).map(file).collect())
    }

    /// Returns the files that are wanted, in the order in which they are handed back.
    fn plan(&self) -> Vec<Planned<'a>> {
        let Export {
            subject, claim, wanted, ..
        } = *self;
        let mut out = Vec::new();
        for lang in self.langs(!wanted.charts.is_empty()) {
            for named in self.pictures(lang) {
                let scene = Arc::new(chart::scene(Subject::of(&named.picture), self.options(lang)));
                for kind in wanted.charts.iter().copied() {
                    let scene = scene.clone();
                    let name = format!("{}.{}", named.name, kind.extension());
                    let draw = move || Ok(draw(&scene, kind, wanted.scale)?);
                    out.push(self.file(&[lang.code(), &name], false, draw));
                }
            }
        }
        for lang in self.langs(wanted.deck) {
            let beside = self.compared(lang);
            let make = move || Ok(deck(&subject, claim, beside.as_ref(), lang)?);
            out.push(self.file(&[&self.named(lang, "pptx")], true, make));
        }
        for lang in self.langs(wanted.workbook) {
            let make = move || Ok(workbook(&subject, lang)?);
            out.push(self.file(&[&self.named(lang, "xlsx")], true, make));
        }
        #[cfg(feature = "report")]
        for lang in self.langs(wanted.report) {
            let export = *self;
            let make = move || export.paper(lang);
            out.push(self.file(&[&self.named(lang, "pdf")], true, make));
        }
        if wanted.data {
            let (stem, scenario) = (self.stem, self.scenario);
            out.push(self.file(&[&format!("{stem}.json")], false, move || Ok(json::study(&subject))));
            out.push(self.file(&[&format!("{stem}.csv")], false, move || Ok(csv::study(subject.study))));
            out.push(self.file(&[&format!("{stem}.ron")], false, move || Ok(scenario.to_vec())));
            // Both hold the words of both languages.
            if let Some(beside) = self.compared(Lang::default()) {
                let name = |end: &str| format!("{stem}-{COMPARISON}.{end}");
                out.push(self.file(&[&name("json")], false, move || Ok(compare::json(&beside))));
                out.push(self.file(&[&name("csv")], false, move || Ok(compare::csv(&beside))));
            }
        }
        out
    }

    /// Typesets the study.
    #[cfg(feature = "report")]
    fn paper(&self, lang: Lang) -> Result<Vec<u8>, NotMade> {
        use super::paper::paper;
        use crate::report::paper::PaperSubject;
        let subject = PaperSubject {
            told: self.subject,
            claim: self.claim,
            compared: self.compared(lang),
            methods: self.methods,
            file: (&format!("{}.ron", self.stem), &sha256_hex(self.scenario)),
            lang,
        };
        let printed = paper(&subject).map_err(|e| NotMade::NotTypeset(e.to_string()))?;
        Ok(printed.bytes)
    }

    fn file(
        &self,
        path: &[&str],
        long: bool,
        make: impl Fn() -> Result<Vec<u8>, NotMade> + Send + Sync + 'a,
    ) -> Planned<'a> {
        Planned {
            path: [self.stem].iter().chain(path).map(|p| (*p).to_owned()).collect(),
            task: Task {
                long,
                work: Box::new(make),
            },
        }
    }

    /// Returns the languages in which a kind of file is made.
    fn langs(&self, on: bool) -> impl Iterator<Item = Lang> + use<'a> {
        let wanted = self.wanted;
        wanted.langs.iter().copied().filter(move |_| on)
    }

    fn named(&self, lang: Lang, end: &str) -> String {
        format!("{}-{}.{end}", self.stem, lang.code())
    }

    fn options(&self, lang: Lang) -> Options<'a> {
        Options {
            format: self.wanted.format,
            ground: self.wanted.ground,
            lang,
            project: self.subject.name.get(lang),
        }
    }

    /// Returns the pictures of the study, then those of its comparison.
    fn pictures(&self, lang: Lang) -> Vec<NamedPicture> {
        let scope = Scope {
            study: self.subject.study,
            // No version is compared with it.
            saved: None,
            library: self.subject.library,
            territory: Territory::Study,
            lang,
        };
        let mut all = pictures(&scope, self.claim);
        let wide = self.wanted.format.size().0;
        all.extend(self.compared(lang).iter().flat_map(|c| compared(c, wide)));
        all
    }

    fn compared(&self, lang: Lang) -> Option<CompareScope<'a>> {
        self.beside.map(|b| CompareScope {
            sides: b.sides,
            comparison: b.comparison,
            library: self.subject.library,
            headline: Headline::Jobs,
            territory: Territory::Study,
            lang,
        })
    }

    /// Returns a picture as it would be written, as pixels, with its place among all of them and their number.
    ///
    /// * `at`: which one, counted round from the first.
    pub fn preview(&self, (at, lang): (usize, Lang), width: u32) -> Result<(Pixels, usize, usize), NotDrawn> {
        let all = self.pictures(lang);
        let at = at.checked_rem(all.len()).unwrap_or(0);
        let Some(named) = all.get(at) else {
            return Err(NotDrawn::Unsound("no picture".to_owned()));
        };
        let scene = chart::scene(Subject::of(&named.picture), self.options(lang));
        Ok((png::preview(&scene, width)?, at, all.len()))
    }
}
