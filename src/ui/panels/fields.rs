//! Between fields and sliders on one side and the document on the other: what is typed or dragged becomes actions.

use egui::{Id, Ui};

use crate::app::{Action, AppState, Edit, Gesture, refusals};
use crate::ui::widgets::{CapSliderResponse, NumberField, NumberFieldResponse};

/// Returns what the values of the document in front belong to: another one after each change, whoever made it.
pub fn stamp(state: &AppState) -> Id {
    let document = state.document();
    Id::unique(("document", document.id, document.revision()))
}

/// Shows a number field of the document: each key is part of one movement, which ends with the typing; a refusal is said in the field.
pub fn number(
    ui: &mut Ui,
    state: &AppState,
    field: NumberField<'_>,
    edit: impl Fn(f64) -> Edit,
    actions: &mut Vec<Action>,
) -> NumberFieldResponse {
    let control = edit(0.0).control();
    let refused = state.document().refused.as_ref().filter(|r| r.control == control);
    let why = refused.map(|r| refusals::reason(state, r));
    let response = field.stamp(stamp(state)).refused(why.as_deref()).show(ui);
    if response.cancelled {
        actions.push(Action::CancelGesture(control));
    } else if let Some(value) = response.change {
        actions.push(Action::Edit(edit(value), Gesture::Typing));
    }
    if response.committed {
        actions.push(Action::EndGesture);
    }
    response
}

/// Turns what happened to a slider into actions: a drag is one step, from the press to the release.
pub fn slid(response: &CapSliderResponse, edit: impl FnOnce(f64) -> Edit, actions: &mut Vec<Action>) {
    if let Some(value) = response.change {
        let held = response.response.is_pointer_button_down_on();
        let moving = held || response.response.dragged() || response.drag_started;
        let gesture = if moving { Gesture::Moving } else { Gesture::Once };
        actions.push(Action::Edit(edit(value), gesture));
    }
    if response.drag_stopped || response.response.clicked() {
        actions.push(Action::EndGesture);
    }
}
