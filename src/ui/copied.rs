//! What goes to the clipboard: put there from anywhere in the window, told in the status bar.

use egui::{Context, Id};

use crate::app::{Action, Copied, ViewAction};

/// Where it is kept what was copied in this frame.
fn copied_id() -> Id {
    Id::unique("copied in this frame")
}

/// Copies a text and has it told.
pub fn copy(ctx: &Context, text: String, what: Copied) {
    ctx.copy_text(text);
    ctx.data_mut(|data| data.insert_temp(copied_id(), what));
}

/// Tells what was copied in this frame; call it once the window is shown.
pub(super) fn tell(ctx: &Context, actions: &mut Vec<Action>) {
    let what: Option<Copied> = ctx.data(|data| data.get_temp(copied_id()));
    ctx.data_mut(|data| data.remove::<Copied>(copied_id()));
    actions.extend(what.map(|what| Action::View(ViewAction::Copied(what))));
}
