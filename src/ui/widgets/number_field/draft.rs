//! What is being typed in a number field, kept by egui between frames, and the list of fields whose text is refused.

use egui::{Context, Id, Ui};

use super::NumberFieldResponse;

/// A text being typed, or typed and refused.
#[derive(Clone)]
pub(super) struct Draft {
    pub(super) text: String,
    /// The value when typing began, which counts again when the text is given up or refused.
    pub(super) before: f64,
    /// Whether the field has the focus, so that typing starts once.
    pub(super) typing: bool,
    /// The last value sent out.
    sent: f64,
    /// The frame in which it was sent.
    sent_at: u64,
    /// What the value belonged to when the field last agreed with it.
    stamp: Id,
}

impl Draft {
    /// Begins with a text.
    pub(super) fn new(text: String, value: f64, stamp: Id) -> Self {
        Self {
            text,
            before: value,
            typing: false,
            sent: value,
            sent_at: 0,
            stamp,
        }
    }

    /// Returns the text kept for a field.
    pub(super) fn load(ui: &Ui, id: Id) -> Option<Self> {
        ui.data(|data| data.get_temp(id))
    }

    /// Keeps the text of a field, or forgets it.
    pub(super) fn store(draft: Option<Self>, ui: &Ui, id: Id) {
        ui.data_mut(|data| match draft {
            Some(draft) => {
                data.insert_temp(id, draft);
            }
            None => data.remove::<Self>(id),
        });
    }

    /// Remembers a value sent out.
    pub(super) fn send(&mut self, ui: &Ui, value: f64) {
        self.sent = value;
        self.sent_at = ui.ctx().cumulative_frame_nr();
    }

    /// Takes back what was sent out since typing began.
    pub(super) fn retract(&mut self, ui: &Ui, out: &mut NumberFieldResponse) {
        if !same(self.sent, self.before) {
            out.cancelled = true;
            out.change = Some(self.before);
            self.send(ui, self.before);
        }
    }

    /// Returns whether something else changed the document since the field sent its last value, which has one frame to take effect.
    ///
    /// * `held`: whether the text stands however its value reads, as while it is typed.
    /// * `unreadable`: whether the text is no number at all: it then stands, with what is said of it, until it is mended or its own value changes.
    pub(super) fn is_outdated(&mut self, ui: &Ui, stamp: Id, value: f64, (held, unreadable): (bool, bool)) -> bool {
        if self.stamp != stamp {
            if unreadable && same(self.sent, value) {
                self.stamp = stamp;
                return false;
            }
            if ui.ctx().cumulative_frame_nr() > self.sent_at + 1 {
                return true;
            }
            self.stamp = stamp;
        }
        !held && !same(self.sent, value)
    }
}

/// Returns whether two values differ in their last digits at most, as one that went through a computation does.
fn same(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs())
}

/// A field whose text is refused.
#[derive(Clone, Debug, PartialEq)]
pub struct RefusedField {
    /// Its id, to give it the focus.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What is wrong.
    pub message: String,
    stamp: Id,
}

/// Where the list is kept.
fn list_id() -> Id {
    Id::unique("fields whose text is refused")
}

/// Returns the fields whose text is refused, as far as they belong to `stamp`: texts of another state of the document are dropped when next shown.
pub fn refused_fields(ctx: &Context, stamp: Id) -> Vec<RefusedField> {
    let all: Vec<RefusedField> = ctx.data(|data| data.get_temp(list_id())).unwrap_or_default();
    all.into_iter().filter(|field| field.stamp == stamp).collect()
}

/// Puts a field on the list, or takes it off.
pub(super) fn remember_refused(ui: &Ui, id: Id, name: &str, wrong: Option<&str>, stamp: Id) {
    let mut all: Vec<RefusedField> = ui.data(|data| data.get_temp(list_id())).unwrap_or_default();
    let now = wrong.map(|message| RefusedField {
        id,
        name: name.to_owned(),
        message: message.to_owned(),
        stamp,
    });
    if all.iter().find(|field| field.id == id) == now.as_ref() {
        return;
    }
    all.retain(|field| field.id != id);
    all.extend(now);
    ui.data_mut(|data| data.insert_temp(list_id(), all));
    // The bar that counts them may have been shown already.
    ui.ctx().request_repaint();
}
