//! Where the caret of a number field goes, and which part of its text is selected.

use egui::text::{CCursor, CCursorRange};
use egui::{Id, Key, Response, TextEdit, Ui};

/// Gives the focus to the next number field shown, until [`focus_none`].
pub fn focus_next(ui: &Ui) {
    ui.data_mut(|data| data.insert_temp(wanted_id(), ()));
}

/// Takes [`focus_next`] back when no field came.
pub fn focus_none(ui: &Ui) {
    ui.data_mut(|data| data.remove::<()>(wanted_id()));
}

/// Where it is kept that the next field takes the focus.
fn wanted_id() -> Id {
    Id::unique("number field that takes the focus")
}

/// Returns whether the field being shown is the one that takes the focus.
pub(super) fn is_wanted(ui: &Ui) -> bool {
    ui.data_mut(|data| data.remove_temp::<()>(wanted_id())).is_some()
}

/// How far the pointer moves before it selects a part of the text, points.
const DRAG: f32 = 6.0;

/// Keeps the whole text selected while the press that gave the focus lasts, unless it drags over a part of it; F2 puts the caret at the end.
pub(super) fn keep_whole(ui: &Ui, response: &Response, text: &str) {
    let id = response.id.with("taken by a press");
    let down = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
    if response.gained_focus() && down {
        ui.data_mut(|data| data.insert_temp(id, ()));
    }
    if ui.data(|data| data.get_temp::<()>(id)).is_some() {
        let moved = ui.input(|input| {
            let origin = input.pointer.press_origin()?;
            Some(input.pointer.latest_pos()?.distance(origin))
        });
        let dragged = moved.is_some_and(|moved| moved > DRAG);
        if !dragged && response.has_focus() {
            select_all(ui, response.id, text);
        }
        if dragged || !ui.input(|input| input.pointer.any_down()) || !response.has_focus() {
            ui.data_mut(|data| data.remove::<()>(id));
        }
    }
    if response.has_focus() && ui.input(|input| input.key_pressed(Key::F2)) {
        select(ui, response.id, text, text.chars().count());
    }
}

/// Selects a whole text.
pub(super) fn select_all(ui: &Ui, id: Id, text: &str) {
    select(ui, id, text, 0);
}

/// Selects a text from a place on.
fn select(ui: &Ui, id: Id, text: &str, from: usize) {
    if let Some(mut state) = TextEdit::load_state(ui.ctx(), id) {
        let end = CCursor::new(text.chars().count());
        state
            .cursor
            .set_char_range(Some(CCursorRange::two(CCursor::new(from), end)));
        TextEdit::store_state(ui.ctx(), id, state);
    }
}
