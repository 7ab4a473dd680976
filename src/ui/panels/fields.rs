//! Between fields and sliders on one side and the document on the other: what is typed or dragged becomes actions.

use egui::{Context, Id, Response, Ui};

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

/// Turns what happened to a slider into actions: a drag is one step, from the press to the release, and so is a run of arrows.
pub fn slid(slider: &CapSliderResponse, edit: impl FnOnce(f64) -> Edit, actions: &mut Vec<Action>) {
    let response = &slider.response;
    let held = response.is_pointer_button_down_on() || response.dragged() || slider.drag_started;
    by_keys(response, slider.change.is_some() && !held, actions);
    if let Some(value) = slider.change {
        actions.push(Action::Edit(edit(value), Gesture::Moving));
    }
    if slider.drag_stopped || response.clicked() {
        actions.push(Action::EndGesture);
    }
}

/// The longest pause between two presses of one run, seconds.
const PAUSE: f64 = 1.0;

/// Where it is kept which control the keys move, and when they last did.
fn run_id() -> Id {
    Id::unique("control moved by keys")
}

/// Makes presses of keys that move a control one movement, until a pause or until the focus leaves it; call it before the edit they make.
///
/// * `moved`: whether keys moved it in this frame.
pub fn by_keys(response: &Response, moved: bool, actions: &mut Vec<Action>) {
    let ctx: &Context = &response.ctx;
    let run: Option<(Id, f64)> = ctx.data(|data| data.get_temp(run_id()));
    let own = run.filter(|(id, _)| *id == response.id);
    if moved {
        let now = ctx.input(|input| input.time);
        if own.is_none_or(|(_, last)| now - last > PAUSE) {
            actions.push(Action::EndGesture);
        }
        ctx.data_mut(|data| data.insert_temp(run_id(), (response.id, now)));
    } else if own.is_some() && (response.lost_focus() || response.is_pointer_button_down_on()) {
        ctx.data_mut(|data| data.remove::<(Id, f64)>(run_id()));
        actions.push(Action::EndGesture);
    }
}
