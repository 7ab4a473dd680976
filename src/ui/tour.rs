//! The first minute: a few words beside the places that matter. Nothing waits for it: everything works while it shows.

use egui::{Area, Context, Id, LayerId, Order, Popup, Pos2, Rect, StrokeKind, Ui, Vec2, pos2, vec2};

use crate::app::view::TOUR_STEPS;
use crate::app::{Action, AppState, Overlay, ViewAction};
use crate::text::Msg;
use crate::text::messages::help as words;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{link, primary_button, secondary_button};

/// A place that the tour points at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Anchor {
    /// The three first numbers.
    Numbers,
    /// The slider of the local share.
    Slider,
    /// The first headline card.
    Card,
    /// The buttons of the first chart.
    Chart,
    /// The tabs of the pages.
    Pages,
    /// The bar at the bottom.
    Status,
}

/// The steps: where, what, and what to know.
const STEPS: [(Anchor, Msg, Msg); TOUR_STEPS] = [
    (Anchor::Numbers, words::TOUR_1, words::TOUR_1_TEXT),
    (Anchor::Slider, words::TOUR_2, words::TOUR_2_TEXT),
    (Anchor::Card, words::TOUR_3, words::TOUR_3_TEXT),
    (Anchor::Chart, words::TOUR_4, words::TOUR_4_TEXT),
    (Anchor::Pages, words::TOUR_5, words::TOUR_5_TEXT),
    (Anchor::Status, words::TOUR_6, words::TOUR_6_TEXT),
];

/// Width of the words.
const WIDTH: f32 = 330.0;
/// Space between the words and the place.
const GAP: f32 = 12.0;

fn place_id(anchor: Anchor) -> Id {
    Id::unique(("tour place", anchor))
}

/// Remembers where a place is in this frame, as far as it shows, and scrolls to it when the tour has just come to it.
pub fn mark(ui: &Ui, anchor: Anchor, rect: Rect) {
    let seen = (rect.intersect(ui.clip_rect()), ui.ctx().cumulative_frame_nr());
    let sought = ui.data_mut(|data| {
        data.insert_temp(place_id(anchor), seen);
        let sought = data.get_temp(sought_id()) == Some(anchor);
        if sought {
            data.remove::<Anchor>(sought_id());
        }
        sought
    });
    if sought {
        ui.scroll_to_rect(rect.expand(8.0), None);
        ui.ctx().request_repaint();
    }
}

/// Where the place that the tour has just come to is kept, until it is marked.
fn sought_id() -> Id {
    Id::unique("tour sought")
}

/// Returns where a place is, when it shows in this frame.
fn place_of(ctx: &Context, anchor: Anchor) -> Option<Rect> {
    let (rect, frame): (Rect, u64) = ctx.data(|data| data.get_temp(place_id(anchor)))?;
    (frame == ctx.cumulative_frame_nr() && rect.is_positive()).then_some(rect)
}

/// Shows a step of the tour.
pub fn show(ui: &Ui, state: &AppState, step: usize, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let Some((anchor, title, text)) = STEPS.get(step) else {
        return;
    };
    let ctx = ui.ctx();
    let screen = ctx.content_rect();
    seek(ctx, step, *anchor);
    let place = place_of(ctx, *anchor).map(|rect| rect.expand(4.0).intersect(screen.shrink(2.0)));
    if let Some(place) = place {
        let layer = LayerId::new(Order::Middle, Id::unique("tour outline"));
        ctx.layer_painter(layer).rect_stroke(
            place,
            theme.tokens.radius.card,
            egui::Stroke::new(2.0, theme.colours.accent),
            StrokeKind::Outside,
        );
    }
    let size_id = Id::unique("tour size");
    let size: Vec2 = ctx
        .data(|data| data.get_temp(size_id))
        .unwrap_or(vec2(WIDTH + 34.0, 190.0));
    let shown = Area::new(Id::unique("tour"))
        .order(Order::Middle)
        .fixed_pos(place.map_or(screen.max - size - vec2(16.0, 40.0), |place| {
            beside(place, size, screen)
        }))
        .show(ctx, |ui| {
            theme.overlay().inner_margin(16).show(ui, |ui| {
                ui.set_width(WIDTH);
                ui.spacing_mut().item_spacing.y = 8.0;
                let colours = &theme.colours;
                let (at, all) = ((step + 1).to_string(), TOUR_STEPS.to_string());
                let count = words::TOUR_STEP.fill(lang, &[("step", &at), ("count", &all)]);
                ui.label(theme.rich(count, Type::Caption, colours.text_muted));
                ui.label(theme.rich(title.get(lang), Type::Strong, colours.text));
                ui.label(theme.rich(text.get(lang), Type::Body, colours.text_secondary));
                if step == 0 && state.document().is_example() {
                    ui.label(theme.rich(words::TOUR_EXAMPLE.get(lang), Type::Body, colours.text_secondary));
                }
                if place.is_none() && link(ui, words::TOUR_SHOW.get(lang)).clicked() {
                    actions.push(open(step));
                    come_back(ctx);
                }
                ui.horizontal(|ui| {
                    let last = step + 1 == TOUR_STEPS;
                    let onward = if last { words::TOUR_END } else { words::TOUR_NEXT };
                    let next = primary_button(ui, onward.get(lang));
                    if newly_open(ui) {
                        come_back(ui.ctx());
                        next.request_focus();
                    }
                    if next.clicked() {
                        actions.push(open(step + 1));
                    }
                    if step > 0 && secondary_button(ui, words::TOUR_BACK.get(lang)).clicked() {
                        actions.push(open(step - 1));
                    }
                    if !last {
                        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                            let skip = link(ui, words::TOUR_SKIP.get(lang));
                            if skip.on_hover_text(words::TOUR_AGAIN.get(lang)).clicked() {
                                actions.push(Action::View(ViewAction::Close));
                            }
                        });
                    }
                });
            });
        });
    ctx.data_mut(|data| data.insert_temp(size_id, shown.response.rect.size()));
    // Whoever clicked beside the tour goes on with Enter all the same, unless the key belongs to what was clicked.
    let free = ctx.memory(|memory| memory.focused()).is_none() && !Popup::is_any_open(ctx);
    if free && ctx.input(|i| i.key_pressed(egui::Key::Enter)) {
        actions.push(open(step + 1));
    }
    let escape = ctx.input(|i| i.key_pressed(egui::Key::Escape));
    if escape && !Popup::is_any_open(ctx) && !ctx.text_edit_focused() {
        actions.push(Action::View(ViewAction::Close));
    }
}

fn open(step: usize) -> Action {
    Action::View(ViewAction::Open(Overlay::Tour(step)))
}

/// Where the step last shown is kept.
fn step_id() -> Id {
    Id::unique("tour step")
}

/// Seeks the place of a step when the tour comes to it, so that the page scrolls there.
fn seek(ctx: &Context, step: usize, anchor: Anchor) {
    let came = ctx.data(|data| data.get_temp(step_id())) != Some(step);
    if came {
        ctx.data_mut(|data| {
            data.insert_temp(step_id(), step);
            data.insert_temp(sought_id(), anchor);
        });
        ctx.request_repaint();
    }
}

/// Makes the step that shows seek its place again.
fn come_back(ctx: &Context) {
    ctx.data_mut(|data| data.remove::<usize>(step_id()));
}

/// Returns whether the tour was not shown in the frame before: its first button then takes the focus, once.
fn newly_open(ui: &Ui) -> bool {
    let id = Id::unique("tour last shown");
    let now = ui.ctx().cumulative_frame_nr();
    let before: Option<u64> = ui.data(|data| data.get_temp(id));
    ui.data_mut(|data| data.insert_temp(id, now));
    before.is_none_or(|frame| now > frame + 1)
}

/// Returns where the words stand: right of the place, under it, above it or left of it, whichever has room first; always inside the window.
fn beside(place: Rect, size: Vec2, screen: Rect) -> Pos2 {
    let inside = screen.shrink(8.0);
    let spots = [
        pos2(place.right() + GAP, place.top()),
        pos2(place.left(), place.bottom() + GAP),
        pos2(place.left(), place.top() - GAP - size.y),
        pos2(place.left() - GAP - size.x, place.top()),
    ];
    let fits = |spot: &Pos2| inside.contains_rect(Rect::from_min_size(*spot, size));
    let spot = spots.into_iter().find(fits).unwrap_or(pos2(
        place.center().x - size.x / 2.0,
        if place.center().y < screen.center().y {
            place.bottom() + GAP
        } else {
            place.top() - GAP - size.y
        },
    ));
    let most = inside.max - size;
    pos2(
        spot.x.clamp(inside.left(), most.x.max(inside.left())),
        spot.y.clamp(inside.top(), most.y.max(inside.top())),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stand_beside_their_place_and_inside_the_window() {
        let screen = Rect::from_min_size(Pos2::ZERO, vec2(1024.0, 700.0));
        let size = vec2(360.0, 190.0);
        for place in [
            Rect::from_min_size(pos2(10.0, 100.0), vec2(300.0, 60.0)),
            Rect::from_min_size(pos2(330.0, 44.0), vec2(690.0, 38.0)),
            Rect::from_min_size(pos2(0.0, 674.0), vec2(1024.0, 26.0)),
            Rect::from_min_size(pos2(950.0, 300.0), vec2(50.0, 24.0)),
        ] {
            let words = Rect::from_min_size(beside(place, size, screen), size);
            assert!(screen.contains_rect(words), "{place:?}: {words:?}");
            assert!(!words.intersects(place), "{place:?}: {words:?}");
        }
    }
}
