//! The keyboard focus of the whole window: where it goes on from, and its ring around controls that paint none.

use egui::{Context, CornerRadius, Event, Id, Key, Stroke, StrokeKind};

use crate::ui::theme::Theme;

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

/// Makes the Tab key go on from what had the focus last, where a field was left with Enter or a click went beside it; call it at the beginning of a frame.
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
    // What no longer shows cannot be gone on from.
    if let Some(last) = last.filter(|id| ctx.read_response(*id).is_some()) {
        ctx.memory_mut(|memory| memory.request_focus(last));
    }
}

/// Remembers what has the focus, and paints its ring if it painted none by itself, such as a button of egui's own; call it at the end of a frame.
pub fn end(ctx: &Context) {
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
