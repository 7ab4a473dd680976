//! What is dragged with the pointer: lines of the spending table, phases and their ends, the early closure, sliders. Each drag is one step to undo.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::type_complexity,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod shown;

use egui::{Key, Modifiers, Pos2, Rect, Role, vec2};
use egui_kittest::kittest::NodeT;
use retombees::app::{Action, Page};
use retombees::scenario::Scenario;
use retombees::text::Lang;
use shown::{Shown, ask, show, start};

fn open(page: Page) -> Shown {
    let mut harness = show(start(Lang::Fr), (1440.0, 900.0), 12, |_| {});
    ask(&mut harness, Action::ShowPage(page));
    harness
}

fn scenario(harness: &Shown) -> Scenario {
    harness.state().state.document().scenario().clone()
}

fn undo_steps(harness: &Shown) -> usize {
    let mut history = harness.state().state.document().history.clone();
    let any = scenario(harness);
    (0..).take_while(|_| history.undo(&any).is_some()).count()
}

/// Returns where the first control of a role is whose name begins so.
fn place(harness: &Shown, role: Role, name: &str) -> Rect {
    let all = harness.root().children_recursive();
    let mut found = all.filter(|n| {
        let n = n.accesskit_node();
        n.role() == role && n.label().is_some_and(|l| l.starts_with(name))
    });
    found.next().unwrap_or_else(|| panic!("no {role:?} {name}")).rect()
}

/// Presses, moves in several frames and lets go.
fn drag(harness: &mut Shown, from: Pos2, to: Pos2) {
    harness.drag_at(from);
    harness.run();
    for part in 1..=6 {
        harness.hover_at(from + (to - from) * part as f32 / 6.0);
        harness.run();
    }
    harness.drop_at(to);
    harness.run();
}

/// Checks that the drag just made is the only step, and that undo and redo go over all of it.
fn is_one_step(harness: &mut Shown, before: &Scenario) {
    let after = scenario(harness);
    assert_ne!(after, *before, "nothing moved");
    assert_eq!(undo_steps(harness), 1);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run();
    assert_eq!(scenario(harness), *before);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Y);
    harness.run();
    assert_eq!(scenario(harness), after);
}

/// Returns the ids of the lines of the phase shown, in their order.
fn order(harness: &Shown) -> Vec<String> {
    let state = &harness.state().state;
    let phase = &state.document().study().phases[state.phase];
    phase.lines_in_order().iter().map(|l| format!("{:?}", l.id)).collect()
}

/// Returns the handles of the lines, from top to bottom.
fn handles(harness: &Shown) -> Vec<Rect> {
    let all = harness.root().children_recursive();
    let all = all.filter(|n| {
        let n = n.accesskit_node();
        n.role() == Role::Button
            && n.label()
                .is_some_and(|l| l.starts_with("Déplacer ") && l.contains("Alt"))
    });
    let mut rects: Vec<Rect> = all.map(|n| n.rect()).collect();
    rects.sort_by(|a, b| a.top().total_cmp(&b.top()));
    rects
}

#[test]
fn a_line_of_the_budget_goes_where_it_is_dropped() {
    // (from, over which row, where it must then stand)
    for (from, over, to) in [(0, 3, 3), (3, 0, 0), (4, 2, 2)] {
        let mut harness = open(Page::Spending);
        let (before, ids, rows) = (scenario(&harness), order(&harness), handles(&harness));
        assert_eq!(rows.len(), ids.len());
        // A line goes after the row whose middle it has passed, so that half a row more or less decides.
        let beyond = if over > from { 6.0 } else { -6.0 };
        drag(
            &mut harness,
            rows[from].center(),
            rows[over].center() + vec2(40.0, beyond),
        );
        let mut expected = ids.clone();
        let line = expected.remove(from);
        expected.insert(to, line);
        assert_eq!(order(&harness), expected, "{from} over {over}");
        is_one_step(&mut harness, &before);
    }
}

#[test]
fn a_line_dropped_where_it_was_is_no_step() {
    let mut harness = open(Page::Spending);
    let (before, rows) = (scenario(&harness), handles(&harness));
    let at = rows[2].center();
    harness.drag_at(at);
    harness.run();
    for away in [60.0, 120.0, 40.0, 3.0] {
        harness.hover_at(at + vec2(0.0, away));
        harness.run();
    }
    harness.drop_at(at + vec2(0.0, 3.0));
    harness.run();
    assert_eq!((scenario(&harness), undo_steps(&harness)), (before, 0));
}

/// Returns the years of a phase.
fn years(harness: &Shown, phase: usize) -> (i32, i32) {
    let phase = &scenario(harness).phases[phase];
    (phase.start, phase.end)
}

#[test]
fn a_phase_is_moved_by_its_body_and_stretched_by_either_end() {
    let operation = 1;
    for (grip, years_moved, expected) in [
        ("body", 3, (3, 3)),
        ("body", -1, (-1, -1)),
        ("end", -5, (0, -5)),
        ("start", 2, (2, 0)),
    ] {
        let mut harness = open(Page::Overview);
        let before = scenario(&harness);
        let (first, last) = years(&harness, operation);
        // The bar is taken a little beyond its ends.
        let bar = place(&harness, Role::Slider, "Exploitation, ").shrink2(vec2(3.0, 4.0));
        let year = bar.width() / (last - first + 1) as f32;
        let from = match grip {
            "start" => bar.left_center() + vec2(2.0, 0.0),
            "end" => bar.right_center() - vec2(2.0, 0.0),
            _ => bar.center(),
        };
        drag(&mut harness, from, from + vec2(year * years_moved as f32, 0.0));
        assert_eq!(
            years(&harness, operation),
            (first + expected.0, last + expected.1),
            "{grip} by {years_moved} years"
        );
        is_one_step(&mut harness, &before);
    }
}

#[test]
fn the_year_of_the_early_closure_is_dragged() {
    let mut harness = open(Page::Overview);
    let before = scenario(&harness);
    let closing = before.early_closure.as_ref().expect("the example closes early").value;
    let (first, last) = years(&harness, 1);
    let bar = place(&harness, Role::Slider, "Exploitation, ").shrink2(vec2(3.0, 4.0));
    let year = bar.width() / (last - first + 1) as f32;
    // The handle stands out under the bars.
    let from = place(&harness, Role::Slider, "Dernière année si fermeture").center_bottom() - vec2(0.0, 2.0);
    drag(&mut harness, from, from + vec2(4.0 * year, 0.0));
    assert_eq!(scenario(&harness).early_closure.unwrap().value, closing + 4.0);
    is_one_step(&mut harness, &before);
}

#[test]
fn every_slider_that_shows_is_dragged_in_one_step() {
    let mut tried = 0;
    for page in [Page::Overview, Page::Spending] {
        let sliders = |harness: &Shown| -> Vec<(String, Rect)> {
            let all = harness.root().children_recursive();
            all.filter(|n| n.accesskit_node().role() == Role::Slider && !n.accesskit_node().is_disabled())
                .map(|n| (n.accesskit_node().label().unwrap_or_default(), n.rect()))
                // Bars of time are tried above; what is scrolled away cannot be taken.
                .filter(|(name, rect)| !name.contains("20") && rect.bottom() < 860.0 && rect.width() > 30.0)
                .collect()
        };
        let count = sliders(&open(page)).len();
        for k in (0..count).take(5) {
            let mut harness = open(page);
            let before = scenario(&harness);
            let (name, rect) = sliders(&harness)[k].clone();
            let at = |part: f32| rect.left_center() + vec2(rect.width() * part, 0.0);
            drag(&mut harness, at(0.03), at(0.12));
            assert_ne!(scenario(&harness), before, "{name} does not move");
            is_one_step(&mut harness, &before);
            tried += 1;
        }
    }
    assert!(tried >= 4, "{tried}");
}
