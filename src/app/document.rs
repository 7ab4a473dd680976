//! An open document: the scenario, its results at the same revision, its history and its file.

use std::path::PathBuf;

use super::history::History;
use super::recovery::OnDisk;
use crate::data::library::Library;
use crate::ids::{LineId, Local};
use crate::problem::Problem;
use crate::scenario::Scenario;
use crate::study::{self, Cache, Study};
use crate::text::messages::steps;

/// Tells open documents apart, even when one closes while its file is being written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DocumentId(pub u64);

/// An edit that was refused, kept so that its control can say why.
#[derive(Clone, Debug, PartialEq)]
pub struct RefusedEdit {
    /// The control, as named by the edit.
    pub control: String,
    /// The value that was tried, when it was a number.
    pub value: Option<f64>,
    /// The spending lines that it would have changed.
    pub lines: Vec<LineId>,
    /// Why.
    pub problems: Vec<Problem>,
}

/// An open document.
#[derive(Debug)]
pub struct Document {
    /// Its identity.
    pub id: DocumentId,
    /// Its file, once it has one.
    pub path: Option<PathBuf>,
    /// The open document that it was copied from, where it was made so.
    pub copy_of: Option<DocumentId>,
    /// What is known of that file.
    pub disk: OnDisk,
    /// Steps to undo and redo.
    pub history: History,
    /// The last edit refused, until the next edit.
    pub refused: Option<RefusedEdit>,
    /// Whether its lines or region were adjusted by the last edit, and how: the local share was brought down to this.
    pub lowered_share: Option<f64>,
    scenario: Scenario,
    study: Study,
    /// The results when the movement going on began.
    pub(super) moved_from: Option<Study>,
    revision: u64,
    saved: Scenario,
    /// What results are compared with: the version opened, until the user takes another.
    start: Scenario,
    start_study: Study,
    /// Whether it was made here and reached no file yet.
    unwritten: bool,
    /// Whether it is a shipped example, until it reaches a file of its own.
    example: bool,
}

impl Document {
    /// Opens a scenario and computes it; refused with all its problems when it cannot be computed.
    pub fn open(
        id: DocumentId,
        scenario: Scenario,
        path: Option<PathBuf>,
        library: &Library,
        cache: &mut Cache,
    ) -> Result<Self, Vec<Problem>> {
        let study = study::run(&scenario, library, cache)?;
        Ok(Self {
            id,
            path,
            copy_of: None,
            disk: OnDisk::default(),
            history: History::default(),
            refused: None,
            lowered_share: None,
            saved: scenario.clone(),
            start: scenario.clone(),
            start_study: study.clone(),
            scenario,
            study,
            moved_from: None,
            revision: 0,
            unwritten: false,
            example: false,
        })
    }

    /// Marks a document made here: there is something to save from the first.
    pub(super) fn never_saved(mut self) -> Self {
        self.unwritten = true;
        self
    }

    /// Marks one of the shipped examples.
    pub(super) fn shipped(mut self) -> Self {
        self.example = true;
        self
    }

    /// Returns the scenario.
    pub fn scenario(&self) -> &Scenario {
        &self.scenario
    }

    /// Returns the results, always of the scenario as it stands.
    pub fn study(&self) -> &Study {
        &self.study
    }

    /// Returns a number that grows with every change.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// Returns the version last saved or opened.
    pub fn saved(&self) -> &Scenario {
        &self.saved
    }

    /// Returns the starting version, which results are compared with, and its results.
    ///
    /// It is the version opened or made. Saving keeps it: what was saved three times in an afternoon is still compared with the morning's.
    pub fn starting_version(&self) -> (&Scenario, &Study) {
        (&self.start, &self.start_study)
    }

    /// Returns the results of the starting version when the project moved away from it.
    pub fn moved_from_start(&self) -> Option<&Study> {
        // Which data a file was last saved with is no change of its user.
        let mut now = self.scenario.clone();
        now.economy = self.start.economy.clone();
        (now != self.start).then_some(&self.start_study)
    }

    /// Takes the project as it stands for the starting version.
    pub(super) fn start_here(&mut self) {
        self.start = self.scenario.clone();
        self.start_study = self.study.clone();
    }

    /// Returns whether it is one of the shipped examples, which has no file of its own.
    pub fn is_example(&self) -> bool {
        self.example
    }

    /// Returns whether there is something to save.
    pub fn is_modified(&self) -> bool {
        self.disk.recovered || self.unwritten || self.scenario != self.saved
    }

    /// Replaces the scenario by one that can be computed; refused and unchanged otherwise.
    pub(super) fn replace(
        &mut self,
        scenario: Scenario,
        library: &Library,
        cache: &mut Cache,
    ) -> Result<(), Vec<Problem>> {
        self.study = study::run(&scenario, library, cache)?;
        self.scenario = scenario;
        self.revision += 1;
        Ok(())
    }

    /// Remembers that the document reached its file, with the data of today.
    pub(super) fn mark_saved(&mut self, path: PathBuf, library: &Library, cache: &mut Cache) {
        self.path = Some(path);
        self.unwritten = false;
        self.example = false;
        self.history.end_movement();
        let mut written = self.scenario.clone();
        written.economy.fingerprint = Some(library.fingerprint.clone());
        // Computed again where the file was of other data: what was said of them no longer holds.
        if written.economy != self.scenario.economy && self.replace(written, library, cache).is_err() {
            return;
        }
        self.saved = self.scenario.clone();
        self.disk.recovered = false;
    }

    /// Takes the version of its file as the saved one and the starting one, when it can be computed; the document itself stays as it is.
    pub(super) fn compare_with(&mut self, disk: Scenario, library: &Library, cache: &mut Cache) {
        if let Ok(study) = study::run(&disk, library, cache) {
            self.saved = disk.clone();
            (self.start, self.start_study) = (disk, study);
        }
    }

    /// Takes the version of its file, as one step; refused and unchanged when it cannot be computed.
    pub(super) fn reload(
        &mut self,
        disk: Scenario,
        version: String,
        library: &Library,
        cache: &mut Cache,
    ) -> Result<(), Vec<Problem>> {
        let before = self.scenario.clone();
        self.replace(disk, library, cache)?;
        self.history.end_movement();
        if self.scenario != before {
            let name = Local::new(steps::RELOAD.fr, steps::RELOAD.en);
            self.history.record(name, &before, None);
        }
        self.saved = self.scenario.clone();
        self.start_here();
        self.refused = None;
        self.lowered_share = None;
        self.disk.version = Some(version);
        self.disk.recovered = false;
        Ok(())
    }
}
