//! The tour: it points at what shows, wherever the user was, and goes on with Enter.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::type_complexity,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod shown;

use egui::{Key, Rect, Shape, pos2};
use egui_kittest::kittest::Queryable;
use retombees::app::view::TOUR_STEPS;
use retombees::app::{Action, DraftAction, DraftNumber, Overlay, Page, ViewAction};
use retombees::text::Lang;
use retombees::text::messages::help as words;
use retombees::ui::theme::Theme;
use shown::{Shown, ask, show, start};

const SIZES: [(f32, f32); 3] = [(1024.0, 700.0), (1440.0, 900.0), (1024.0, 520.0)];

fn open(lang: Lang, size: (f32, f32)) -> Shown {
    show(start(lang), size, 30, |_| {})
}

fn tour(step: usize) -> Action {
    Action::View(ViewAction::Open(Overlay::Tour(step)))
}

fn step_shown(harness: &Shown) -> Option<usize> {
    match harness.state().state.view.overlay {
        Some(Overlay::Tour(step)) => Some(step),
        _ => None,
    }
}

/// Returns the ring of the tour: the one outline in the colour of the accent, two points wide, with the corners of a card.
fn ring(harness: &Shown) -> Option<Rect> {
    let theme = Theme::of(&harness.ctx);
    let (accent, corners) = (theme.colours.accent, theme.tokens.radius.card.into());
    let layer = |shape: &Shape| match shape {
        Shape::Rect(r) if r.stroke.color == accent && r.stroke.width == 2.0 && r.corner_radius == corners => {
            Some(r.rect)
        }
        _ => None,
    };
    harness.output().shapes.iter().find_map(|clipped| layer(&clipped.shape))
}

/// Returns the texts painted inside the window, with where they are.
fn texts(harness: &Shown) -> Vec<(String, Rect)> {
    let shapes = harness.output().shapes.iter();
    shapes
        .filter_map(|clipped| match &clipped.shape {
            Shape::Text(text) => {
                let place = text.visual_bounding_rect().intersect(clipped.clip_rect);
                (place.is_positive() && !text.galley.job.text.is_empty()).then(|| (text.galley.job.text.clone(), place))
            }
            _ => None,
        })
        .collect()
}

#[test]
fn each_step_points_at_a_place_that_shows_whatever_page_was_open() {
    for lang in Lang::ALL {
        for size in SIZES {
            // Every page once; in the other sizes and in English, the one that has no left panel.
            let all = lang == Lang::Fr && size == SIZES[0];
            for page in Page::ALL.into_iter().filter(|page| all || *page == Page::Spending) {
                let mut harness = open(lang, size);
                ask(&mut harness, Action::ShowPage(page));
                for step in 0..TOUR_STEPS {
                    ask(&mut harness, tour(step));
                    let place = ring(&harness).unwrap_or_else(|| panic!("{size:?} {page:?}: step {step} has no place"));
                    let window = harness.ctx.content_rect();
                    assert!(window.contains_rect(place) && place.height() > 20.0, "{step} {place:?}");
                    // No text is crossed by the edge of the ring: it is inside or outside.
                    for (text, rect) in texts(&harness) {
                        let rect = rect.shrink(2.5);
                        let crossed = rect.is_positive() && place.intersects(rect) && !place.contains_rect(rect);
                        assert!(!crossed, "{size:?} {page:?}: the ring of step {step} crosses {text:?}");
                    }
                }
            }
        }
    }
}

#[test]
fn enter_goes_on_after_a_click_beside_the_tour() {
    let mut harness = open(Lang::Fr, SIZES[0]);
    ask(&mut harness, tour(0));
    for step in 0..TOUR_STEPS {
        assert_eq!(step_shown(&harness), Some(step));
        // An empty spot of the bar at the bottom takes no focus.
        let spot = pos2(520.0, 700.0);
        harness.drag_at(spot);
        harness.drop_at(spot);
        harness.run();
        assert_eq!(harness.ctx.memory(|m| m.focused()), None);
        harness.key_press(Key::Enter);
        harness.run();
    }
    assert_eq!(step_shown(&harness), None);
}

#[test]
fn on_another_page_the_tour_points_at_nothing_and_offers_the_way_back() {
    let mut harness = open(Lang::Fr, SIZES[0]);
    ask(&mut harness, tour(0));
    assert!(ring(&harness).is_some());
    ask(&mut harness, Action::ShowPage(Page::Spending));
    assert_eq!((ring(&harness), step_shown(&harness)), (None, Some(0)));
    harness.get_by_label(words::TOUR_SHOW.get(Lang::Fr)).click();
    harness.run();
    assert_eq!(harness.state().state.page, Page::Overview);
    assert!(ring(&harness).is_some());
}

#[test]
fn the_tour_asked_for_on_the_page_of_a_new_project_shows_and_the_project_described_is_kept() {
    let mut harness = open(Lang::Fr, SIZES[0]);
    ask(&mut harness, Action::New);
    ask(
        &mut harness,
        Action::Draft(DraftAction::Number(DraftNumber::Investment, Some(7e6))),
    );
    ask(&mut harness, tour(0));
    assert!(ring(&harness).is_some());
    ask(&mut harness, Action::New);
    assert_eq!(harness.state().state.draft.investment, Some(7e6));
}
