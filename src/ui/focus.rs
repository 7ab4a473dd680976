//! The keyboard focus of the whole window: where it goes on from, and its ring around controls that paint none.

use egui::{Context, CornerRadius, Event, Id, Key, Stroke, StrokeKind};

use crate::ui::theme::Theme;
use crate::ui::widgets::selected_tab;

/// Where it is kept in which pass a ring was last painted.
fn ring_id() -> Id {
    Id::unique("focus ring painted")
}

/// Where it is kept what had the focus last.
fn last_id() -> Id {
    Id::unique("last focused")
}

/// Says that a control painted its ring.
pub fn painted(ctx: &Context) {
    let now = ctx.cumulative_pass_nr();
    ctx.data_mut(|data| data.insert_temp(ring_id(), now));
}

/// Where it is kept what had the focus, and what had it last, when a window opened over the page.
fn held_id() -> Id {
    Id::unique("focus behind the window over the page")
}

/// Where it is kept whether the pointer was used last, not the keyboard.
fn pointer_id() -> Id {
    Id::unique("pointer used last")
}

/// Takes the focus from the page while a window lies over it, and gives it back once that closes; call it at the beginning of a frame.
pub fn hold(ctx: &Context, held: bool) {
    let kept: Option<(Option<Id>, Option<Id>)> = ctx.data(|data| data.get_temp(held_id()));
    match (held, kept) {
        (true, None) => {
            let now = ctx.memory(|memory| memory.focused());
            let last: Option<Id> = ctx.data(|data| data.get_temp(last_id()));
            ctx.data_mut(|data| data.insert_temp(held_id(), (now, last)));
            if let Some(now) = now {
                ctx.memory_mut(|memory| memory.surrender_focus(now));
            }
        }
        // egui holds the page back for one frame more.
        (false, Some(_)) if !is_free(ctx) => ctx.request_repaint(),
        (false, Some((focused, last))) => {
            ctx.data_mut(|data| {
                data.remove::<(Option<Id>, Option<Id>)>(held_id());
                match last {
                    Some(last) => {
                        data.insert_temp(last_id(), last);
                    }
                    None => data.remove::<Id>(last_id()),
                }
            });
            match focused.filter(|id| ctx.read_response(*id).is_some()) {
                Some(id) => ctx.memory_mut(|memory| memory.request_focus(id)),
                None => leave(ctx),
            }
        }
        _ => {}
    }
}

/// Returns whether controls of the page can take the focus: none can while a window lies over it, nor in the frame after.
pub fn is_free(ctx: &Context) -> bool {
    ctx.memory(|memory| memory.top_modal_layer().is_none())
}

/// Takes the focus from whatever has it.
fn leave(ctx: &Context) {
    if let Some(now) = ctx.memory(|memory| memory.focused()) {
        ctx.memory_mut(|memory| memory.surrender_focus(now));
    }
}

/// Brings the keyboard to a control: the focus where the keyboard was used last, the place that Tab goes on from after the pointer, whose user sees no ring.
pub fn reach(ctx: &Context, id: Id) {
    if ctx.data(|data| data.get_temp(pointer_id())).unwrap_or(false) {
        ctx.data_mut(|data| data.insert_temp(last_id(), id));
    } else {
        ctx.memory_mut(|memory| memory.request_focus(id));
    }
}

/// Makes the Tab key go on from what had the focus last, where a field was left with Enter or a click went beside it; from the tab of the page where that shows
/// no longer. Call it at the beginning of a frame.
pub fn resume(ctx: &Context) {
    let tab = |event: &Event| {
        matches!(
            event,
            Event::Key {
                key: Key::Tab,
                pressed: true,
                ..
            }
        )
    };
    if ctx.memory(|memory| memory.focused()).is_some() || !ctx.input(|input| input.events.iter().any(tab)) {
        return;
    }
    let last: Option<Id> = ctx.data(|data| data.get_temp(last_id()));
    let shows = |id: &Id| ctx.read_response(*id).is_some();
    let from = last.and_then(|last| Some(last).filter(shows).or_else(|| selected_tab(ctx).filter(shows)));
    if let Some(from) = from {
        ctx.memory_mut(|memory| memory.request_focus(from));
    }
}

/// Remembers what has the focus, and paints its ring if it painted none by itself, such as a button of egui's own; call it at the end of a frame.
pub fn end(ctx: &Context) {
    let (pointer, key) = ctx.input(|input| {
        let pressed = |event: &Event| matches!(event, Event::Key { pressed: true, .. });
        let pointer = input.pointer.any_pressed() || input.pointer.any_released();
        (pointer, input.events.iter().any(pressed))
    });
    if pointer || key {
        ctx.data_mut(|data| data.insert_temp(pointer_id(), pointer));
    }
    let Some(focused) = ctx.memory(|memory| memory.focused()) else {
        return;
    };
    ctx.data_mut(|data| data.insert_temp(last_id(), focused));
    let now = ctx.cumulative_pass_nr();
    let painted = ctx.data(|data| data.get_temp(ring_id())) == Some(now);
    let Some(response) = ctx.read_response(focused).filter(|_| !painted) else {
        return;
    };
    let theme = Theme::of(ctx);
    let strokes = &theme.tokens.stroke;
    ctx.layer_painter(response.layer_id).rect_stroke(
        response.interact_rect.expand(strokes.focus_gap),
        CornerRadius::same(theme.tokens.radius.button),
        Stroke::new(strokes.focus, theme.colours.focus),
        StrokeKind::Outside,
    );
}
