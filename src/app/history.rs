//! Undo and redo: snapshots of the document, each with the name of the step that followed it.

use crate::ids::Local;
use crate::scenario::Scenario;

/// How many steps are kept.
const KEPT: usize = 200;

/// A document as it was, and the step that changed it.
#[derive(Clone, Debug, PartialEq)]
pub struct Step {
    /// What was done, in both languages.
    pub name: Local,
    /// The document on the other side of the step.
    scenario: Scenario,
}

/// The steps that can be undone and done again.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct History {
    done: Vec<Step>,
    undone: Vec<Step>,
    /// The name under which a movement still going on was recorded.
    moving: Option<String>,
}

impl History {
    /// Records the document before a step.
    ///
    /// * `movement`: a name for the control being moved; following steps of the same movement keep the first snapshot and only take the new name.
    pub fn record(&mut self, name: Local, before: &Scenario, movement: Option<String>) {
        self.undone.clear();
        if movement.is_some()
            && self.moving == movement
            && let Some(last) = self.done.last_mut()
        {
            last.name = name;
            return;
        }
        self.moving = movement;
        self.done.push(Step {
            name,
            scenario: before.clone(),
        });
        if self.done.len() > KEPT {
            self.done.remove(0);
        }
    }

    /// Ends the movement going on: the next step stands alone.
    pub fn end_movement(&mut self) {
        self.moving = None;
    }

    /// Returns the document before the movement going on, if there is one.
    pub fn before_movement(&self, movement: &str) -> Option<&Scenario> {
        (self.moving.as_deref() == Some(movement))
            .then(|| self.done.last().map(|s| &s.scenario))
            .flatten()
    }

    /// Forgets the step of the movement going on and returns the document from before it; nothing when another control moved last.
    pub fn forget_movement(&mut self, movement: &str) -> Option<Scenario> {
        self.before_movement(movement)?;
        self.moving = None;
        self.done.pop().map(|step| step.scenario)
    }

    /// Takes back the last step.
    pub fn undo(&mut self, current: &Scenario) -> Option<Scenario> {
        self.moving = None;
        let step = self.done.pop()?;
        self.undone.push(Step {
            name: step.name,
            scenario: current.clone(),
        });
        Some(step.scenario)
    }

    /// Does the last step taken back again.
    pub fn redo(&mut self, current: &Scenario) -> Option<Scenario> {
        self.moving = None;
        let step = self.undone.pop()?;
        self.done.push(Step {
            name: step.name,
            scenario: current.clone(),
        });
        Some(step.scenario)
    }

    /// Returns the name of the step that undo would take back.
    pub fn undo_name(&self) -> Option<&Local> {
        self.done.last().map(|s| &s.name)
    }

    /// Returns the name of the step that redo would do again.
    pub fn redo_name(&self) -> Option<&Local> {
        self.undone.last().map(|s| &s.name)
    }
}
