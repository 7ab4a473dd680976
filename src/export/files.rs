//! All the files of a study: which they are and what they hold; nothing is written here.

use super::chart::{self, Format, Ground, Options, Scene, Subject, png};
use super::deck::deck;
use super::{csv, json};
use crate::report::compare::{CompareScope, Side};
use crate::report::full::Subject as Told;
use crate::report::income::FamiliesClaim;
use crate::report::overview::Scope;
use crate::report::pictures::{PictureKind, pictures};
use crate::study::Territory;
use crate::study::compare::{Comparison, Headline};
use crate::text::Lang;

pub use super::chart::png::{NotDrawn, SCALES};

/// What is to be written.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    /// In which languages charts speak.
    pub langs: Vec<Lang>,
    /// How charts are written; none without it.
    pub charts: Vec<PictureKind>,
    /// Their shape.
    pub format: Format,
    /// What lies behind them.
    pub ground: Ground,
    /// Pixels per point of a PNG.
    pub scale: u8,
    /// Whether a presentation per language goes with them.
    pub deck: bool,
    /// Whether figures go with them, as CSV and JSON, with the scenario.
    pub data: bool,
}

impl Default for Wanted {
    fn default() -> Self {
        Self {
            langs: Lang::ALL.to_vec(),
            charts: PictureKind::ALL.to_vec(),
            format: Format::default(),
            ground: Ground::default(),
            scale: 2,
            deck: true,
            data: true,
        }
    }
}

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

/// Returns the files of a study, all under a folder called `stem`: charts by language, presentations, figures, the scenario.
///
/// * `scenario`: the scenario as it is on the disk.
/// * `claim`: what was announced of families.
/// * `beside`: what the scenario is compared with.
///
/// Fails when a picture cannot be drawn; then nothing is to be written.
pub fn files(
    subject: &Told<'_>,
    claim: Option<FamiliesClaim>,
    (stem, scenario): (&str, &[u8]),
    beside: Option<Beside<'_>>,
    wanted: &Wanted,
) -> Result<Vec<ExportFile>, NotDrawn> {
    let mut out = Vec::new();
    let mut add = |path: &[&str], bytes: Vec<u8>| {
        let path = [stem].iter().chain(path).map(|p| (*p).to_owned()).collect();
        out.push(ExportFile { path, bytes });
    };
    for lang in wanted.langs.iter().copied().filter(|_| !wanted.charts.is_empty()) {
        let scope = Scope {
            study: subject.study,
            saved: None,
            library: subject.library,
            territory: Territory::Study,
            lang,
        };
        let options = Options {
            format: wanted.format,
            ground: wanted.ground,
            lang,
            project: subject.name.get(lang),
        };
        for named in pictures(&scope, claim) {
            let scene = chart::scene(Subject::of(&named.picture), options);
            for kind in &wanted.charts {
                let bytes = draw(&scene, *kind, wanted.scale)?;
                let name = format!("{}.{}", named.name, kind.extension());
                add(&[lang.code(), &name], bytes);
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
        add(&[&format!("{stem}-{}.pptx", lang.code())], bytes);
    }
    if wanted.data {
        add(&[&format!("{stem}.json")], json::study(subject));
        add(&[&format!("{stem}.csv")], csv::study(subject.study));
        add(&[&format!("{stem}.ron")], scenario.to_vec());
    }
    Ok(out)
}
