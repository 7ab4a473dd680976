//! The Tab key on every page, on the page of a new project and in dialogs: every control once, in reading order, always in sight.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::type_complexity,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod shown;

use std::collections::BTreeMap;

use egui::accesskit::{self, NodeId};
use egui::{Key, Modifiers, Rect, Shape, vec2};
use egui_kittest::kittest::NodeT;
use retombees::app::{Action, Edit, Gesture, Page};
use retombees::text::Lang;
use retombees::ui::theme::Theme;
use shown::{Shown, ask, show, start};

const NARROW: (f32, f32) = (1024.0, 700.0);
/// High enough for whole pages: nothing scrolls, so that places compare.
const WHOLE: (f32, f32) = (1440.0, 7000.0);

fn open(size: (f32, f32)) -> Shown {
    // Scrolling is instant, so that each key shows its effect at the next frames.
    let instant = |ui: &mut egui::Ui| ui.style_mut().scroll_animation = egui::style::ScrollAnimation::none();
    show(start(Lang::Fr), size, 60, instant)
}

/// A control that takes the focus: who it is and where.
#[derive(Clone, Debug)]
struct Stop {
    name: String,
    rect: Rect,
}

/// Returns every control that takes the focus.
fn stops(harness: &Shown) -> BTreeMap<NodeId, Stop> {
    let all = harness.root().children_recursive();
    all.filter_map(|node| {
        let n = node.accesskit_node();
        let takes = n.data().supports_action(accesskit::Action::Focus) && !n.is_disabled();
        takes.then(|| {
            let name = format!("{:?} {}", n.role(), n.label().unwrap_or_default());
            (
                n.locate().0,
                Stop {
                    name,
                    rect: node.rect(),
                },
            )
        })
    })
    .collect()
}

fn focused(harness: &Shown) -> Option<NodeId> {
    let mut all = harness.root().children_recursive();
    all.find(|n| n.is_focused()).map(|n| n.accesskit_node().locate().0)
}

/// Presses Tab until the focus has gone round, and returns where it went.
fn walk(harness: &mut Shown, modifiers: Modifiers) -> Vec<NodeId> {
    let mut out: Vec<NodeId> = Vec::new();
    for _ in 0..400 {
        harness.key_press_modifiers(modifiers, Key::Tab);
        harness.run();
        let Some(now) = focused(harness) else { continue };
        if out.first() == Some(&now) {
            return out;
        }
        assert!(
            !out.contains(&now),
            "the focus goes round inside the page: {:?}",
            stops(harness).get(&now)
        );
        out.push(now);
    }
    panic!("the focus never comes back to where it began")
}

/// Returns whether a ring shows around what has the focus, uncut.
fn ring_shows(harness: &Shown) -> bool {
    let theme = Theme::of(&harness.ctx);
    harness.output().shapes.iter().any(|clipped| match &clipped.shape {
        Shape::Rect(r) => {
            r.stroke.color == theme.colours.focus
                && r.stroke.width == theme.tokens.stroke.focus
                && clipped.clip_rect.expand(4.0).contains_rect(r.rect)
        }
        _ => false,
    })
}

/// What the Tab key is tried on, with how to come there.
fn places() -> Vec<(String, Vec<Action>)> {
    let mut out: Vec<(String, Vec<Action>)> = Page::ALL
        .map(|page| (format!("{page:?}"), vec![Action::ShowPage(page)]))
        .into();
    out.push(("new project".to_owned(), vec![Action::New]));
    out.push((
        "comparison of three".to_owned(),
        vec![
            Action::OpenPreset(1),
            Action::OpenPreset(2),
            Action::ShowPage(Page::Compare),
        ],
    ));
    out.push((
        "question before closing".to_owned(),
        vec![Action::Edit(Edit::Jobs(1, 90.0), Gesture::Once), Action::Close(0)],
    ));
    out
}

#[test]
fn tab_visits_every_control_once_in_reading_order_and_the_same_way_back() {
    let mut found = Vec::new();
    for (name, actions) in places() {
        let mut harness = open(WHOLE);
        for action in actions {
            ask(&mut harness, action);
        }
        let mut way = walk(&mut harness, Modifiers::NONE);
        let all = stops(&harness);
        let modal = harness.state().state.dialog.is_some();
        let missed: Vec<_> = all
            .iter()
            .filter(|(id, _)| !way.contains(id))
            .map(|(_, s)| &s.name)
            .collect();
        // A dialog holds the rest of the window back.
        assert!(modal || missed.is_empty(), "{name}: Tab never comes to {missed:?}");
        assert!(way.len() > 1, "{name}");
        let mut back = walk(&mut harness, Modifiers::SHIFT);
        back.reverse();
        // Both begin somewhere in the same round.
        let at = back.iter().position(|id| Some(id) == way.first()).unwrap();
        back.rotate_left(at);
        assert_eq!(way, back, "{name}: back is not the way there");
        // The round begins at the top.
        let top = |id: &NodeId| {
            all.get(id)
                .map_or(0.0, |s| (s.rect.center().y / 4.0).round() * 10_000.0 + s.rect.left())
        };
        let first = (0..way.len())
            .min_by(|a, b| top(&way[*a]).total_cmp(&top(&way[*b])))
            .unwrap();
        way.rotate_left(first);
        for pair in way.windows(2) {
            let (a, b) = (&all[&pair[0]], &all[&pair[1]]);
            let below = b.rect.center().y >= a.rect.bottom() - 2.0;
            let right = b.rect.left() >= a.rect.left() - 1.0;
            if !below && !right {
                found.push(format!("{name}: {} {:?} then {} {:?}", a.name, a.rect, b.name, b.rect));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn what_has_the_focus_is_in_sight_and_shows_it() {
    let mut found = Vec::new();
    for (name, actions) in places() {
        let mut harness = open(NARROW);
        for action in actions {
            ask(&mut harness, action);
        }
        let mut first = None;
        let mut lost = Vec::new();
        for _ in 0..400 {
            harness.key_press(Key::Tab);
            harness.run();
            let Some(now) = focused(&harness) else { continue };
            if first == Some(now) {
                break;
            }
            first = first.or(Some(now));
            let all = stops(&harness);
            let stop = &all[&now];
            if !harness.ctx.content_rect().expand(1.0).contains_rect(stop.rect) || !ring_shows(&harness) {
                lost.push(format!("{} {:?}", stop.name, stop.rect));
            }
        }
        found.extend(lost.into_iter().map(|w| format!("{name}: {w}")));
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn tab_goes_on_from_a_field_left_with_enter_and_from_a_click_beside() {
    use egui_kittest::kittest::Queryable;
    let mut harness = open(NARROW);
    harness.get_by_label("Investissement (M$)").focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    harness.key_press(Key::Tab);
    harness.run();
    assert!(harness.get_by_label("Emplois directs").is_focused());
    // An empty spot beside the fields.
    let spot = harness.get_by_label("Emplois directs").rect().left_top() + vec2(0.0, -34.0);
    harness.drag_at(spot);
    harness.drop_at(spot);
    harness.run();
    harness.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    harness.run();
    assert!(harness.get_by_label("Investissement (M$)").is_focused());
}
