//! Exports done for the window: previews, single pictures, and whole projects on threads of their own.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use super::files::{failure, full};
use crate::app::export_sheet::{Job, Preview, PreviewAsked, SheetAction, Stage};
use crate::app::recovery::Failure;
use crate::app::{Action, AppState, Document, DocumentId, ExportAction, PictureFile};
use crate::data::library::Library;
use crate::disk::{self, NotWritten};
use crate::export::chart::{Options, Scene, Subject, scene};
use crate::export::files::{self, Beside, Export, FamiliesClaim, NotDrawn, NotMade, Pixels, Side, Told, Wanted};
use crate::scenario::{Scenario, file};
use crate::study::compare::{Against, Compared, Comparer};
use crate::study::{self, Cache, Study};

/// Pixels in a row of a preview: twice those it is shown at, sharp at 200 %.
const PREVIEW_WIDTH: u32 = 840;

/// Pixels per point of a picture written or copied by itself: sharp on a projector, and still small.
const SCALE: u8 = 2;

/// The exports under way, to be stopped one by one or all.
#[derive(Default)]
pub struct Exports(Mutex<Vec<Running>>);

struct Running {
    id: u64,
    stop: Arc<AtomicBool>,
    thread: JoinHandle<()>,
}

/// A project as it was when its export was asked for.
struct Project {
    scenario: Scenario,
    study: Study,
    library: Arc<Library>,
    /// The projects that it is compared with, itself among them, and with which of them; empty where it is not compared.
    beside: Vec<(Scenario, Study)>,
    against: Against,
}

impl Project {
    fn of(state: &AppState, id: DocumentId) -> Option<Self> {
        let document = state.documents.iter().find(|d| d.id == id)?;
        Some(Self {
            scenario: document.scenario().clone(),
            study: document.study().clone(),
            library: state.library.clone(),
            beside: if state.is_compared(id) {
                let both = |d: &Document| (d.scenario().clone(), d.study().clone());
                state.compared().into_iter().map(both).collect()
            } else {
                Vec::new()
            },
            against: state.compare.view.against,
        })
    }

    fn told(&self) -> Told<'_> {
        Told {
            name: &self.scenario.name,
            description: &self.scenario.description,
            study: &self.study,
            library: &self.library,
        }
    }

    /// Does something with all that is exported of the project: its comparison too, where it is compared and anything shows it.
    fn export<T>(&self, (stem, scenario): (&str, &[u8]), wanted: &Wanted, then: impl FnOnce(&Export<'_>) -> T) -> T {
        let beside = self.beside.iter();
        let all: Vec<Compared<'_>> = beside.map(|(scenario, study)| Compared { scenario, study }).collect();
        let sides: Vec<Side<'_>> = all.iter().map(|c| Side::of(*c, &self.library)).collect();
        let comparison = (wanted.shows_comparison() && !all.is_empty())
            .then(|| Comparer::default().compare(&all, self.against, &self.library));
        let methods = match wanted.report {
            true => study::under_methods(&self.scenario, &self.study, &self.library, &Cache::default()),
            false => Vec::new(),
        };
        then(&Export {
            subject: self.told(),
            claim: FamiliesClaim::of(&self.scenario.claims),
            stem,
            scenario,
            beside: comparison.as_ref().map(|comparison| Beside {
                sides: &sides,
                comparison,
            }),
            methods: &methods,
            wanted,
        })
    }
}

impl Exports {
    /// Writes a project on a thread of its own, and tells how it goes.
    pub fn begin(&self, state: &AppState, job: Job, back: impl Fn(Action) + Send + 'static) {
        let Some(mut project) = Project::of(state, job.document) else {
            return;
        };
        let stop = Arc::new(AtomicBool::new(false));
        let (id, asked) = (job.id, stop.clone());
        let thread = std::thread::spawn(move || {
            let tell = |action| back(Action::Export(ExportAction::Sheet(action)));
            let ended = write(&mut project, &job, &asked, &|done, total| {
                tell(SheetAction::Progress(job.id, done, total));
            });
            tell(SheetAction::Ended(job.id, ended));
        });
        if let Ok(mut running) = self.0.lock() {
            running.retain(|r| !r.thread.is_finished());
            running.push(Running { id, stop, thread });
        }
    }

    /// Stops an export; what it wrote goes.
    pub fn stop(&self, id: u64) {
        if let Ok(running) = self.0.lock() {
            for r in running.iter().filter(|r| r.id == id) {
                r.stop.store(true, Ordering::Relaxed);
            }
        }
    }

    /// Stops all of them and waits until they have taken back what they wrote.
    pub fn finish(&self) {
        let Ok(mut running) = self.0.lock() else { return };
        for r in running.drain(..) {
            r.stop.store(true, Ordering::Relaxed);
            // A thread that panicked has told of it already.
            let _ = r.thread.join();
        }
    }
}

/// Makes and writes the files of a job; nothing when it was stopped.
fn write(project: &mut Project, job: &Job, stop: &AtomicBool, progress: &dyn Fn(usize, usize)) -> Option<Stage> {
    let going = || !stop.load(Ordering::Relaxed);
    let text = match file::write(&project.scenario) {
        Ok(text) => text,
        Err(reason) => return Some(Stage::Failed(None, Failure::Other(reason))),
    };
    if !job.wanted.charts.is_empty() || job.wanted.data {
        project.study.judge_claims(&project.scenario, &project.library);
    }
    let made = project.export((&job.stem, text.as_bytes()), &job.wanted, |export| {
        export.files(files::threads(), &mut |done, total| {
            progress(done, total);
            if going() {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        })
    });
    let made = match made {
        Ok(made) => made,
        Err(NotMade::Stopped) => return None,
        Err(NotMade::NotDrawn(e)) => return Some(Stage::Failed(None, Failure::Other(e.to_string()))),
        Err(NotMade::NotWritten(e)) => return Some(Stage::Failed(None, Failure::Other(e.to_string()))),
        Err(NotMade::NotTypeset(reason)) => return Some(Stage::Failed(None, Failure::Other(reason))),
    };
    let folder = full(&job.folder);
    let placed: Vec<(PathBuf, &[u8])> = made
        .iter()
        .map(|f| {
            (
                f.path.iter().fold(folder.clone(), |p, part| p.join(part)),
                f.bytes.as_slice(),
            )
        })
        .collect();
    match disk::write_all(&placed, job.replace, going) {
        Ok(()) => Some(Stage::Written(placed.len(), folder.join(&job.stem))),
        Err(NotWritten::Exist(there)) => Some(Stage::Exist(there)),
        Err(NotWritten::Failed(path, e)) => {
            let failure = failure(&e, &path);
            Some(Stage::Failed(Some(path), failure))
        }
        Err(NotWritten::Stopped) => None,
    }
}

/// Draws a preview on a thread of its own.
pub fn preview(state: &AppState, asked: PreviewAsked, back: impl Fn(Action) + Send + 'static) {
    let Some(mut project) = Project::of(state, asked.document) else {
        return;
    };
    std::thread::spawn(move || {
        project.study.judge_claims(&project.scenario, &project.library);
        let place = (asked.at, asked.lang);
        let drawn = project.export(("", &[]), &asked.wanted, |export| export.preview(place, PREVIEW_WIDTH));
        // A picture that cannot be drawn is told when it is written.
        if let Ok((pixels, at, of)) = drawn {
            let drawn = Preview {
                asked,
                size: (pixels.width, pixels.height),
                rgba: pixels.rgba.into(),
                place: (at, of),
            };
            back(Action::Export(ExportAction::Sheet(SheetAction::Previewed(drawn))));
        }
    });
}

/// Draws a picture and writes it.
pub fn write_picture(file: Box<PictureFile>, path: &Path, replace: bool) -> ExportAction {
    let path = full(path);
    if path.is_dir() {
        return ExportAction::Failed(file, path, Failure::IsFolder);
    }
    if path.exists() && !replace {
        return ExportAction::AskReplace(file, path);
    }
    let picture = laid_out(&file);
    let written = match files::draw(&picture, file.kind, SCALE) {
        Ok(bytes) => disk::write_atomic(&path, &bytes).map_err(|e| failure(&e, &path)),
        Err(e) => Err(Failure::Other(e.to_string())),
    };
    match written {
        Ok(()) => ExportAction::Written(path),
        Err(failure) => ExportAction::Failed(file, path, failure),
    }
}

/// Returns a picture as the pixels that its PNG file holds.
pub fn pixels(file: &PictureFile) -> Result<Pixels, NotDrawn> {
    files::bitmap(&laid_out(file), SCALE)
}

fn laid_out(file: &PictureFile) -> Scene {
    let options = Options {
        lang: file.lang,
        project: &file.project,
        ..Options::default()
    };
    scene(Subject::of(&file.picture.picture), options)
}
