//! Charts and their tables where room is short: nothing cut, nothing covered, nothing that only a pointer finds.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::type_complexity,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod shown;

use egui::{Key, Rect, Role, Shape, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use retombees::app::{Action, Page, ThemePreference, ViewAction};
use retombees::report::chart::TableSpec;
use retombees::scenario::presets::SHIPPED;
use retombees::text::Lang;
use retombees::text::messages::widgets::{COPY_CHART, SHOW_AS_CHART, SHOW_AS_TABLE};
use retombees::ui::theme::Theme;
use retombees::ui::{root, table};
use shown::{Shown, ask, show, start};

fn open(lang: Lang, size: (f32, f32)) -> Shown {
    show(start(lang), size, 12, |_| {})
}

/// Returns what is said by the nodes of a role, with where they are.
fn nodes(harness: &Shown, role: Role) -> Vec<(String, Rect)> {
    let all = harness.root().children_recursive();
    all.filter(|n| n.accesskit_node().role() == role)
        .map(|n| (n.accesskit_node().label().unwrap_or_default(), n.rect()))
        .collect()
}

/// Returns the texts painted, each with the part of the window in which it shows and whether an ellipsis cuts it.
fn texts<State>(harness: &Harness<'_, State>) -> Vec<(String, Rect, Rect, bool)> {
    fn walk(shape: &Shape, clip: Rect, out: &mut Vec<(String, Rect, Rect, bool)>) {
        match shape {
            Shape::Text(text) => {
                let galley = &text.galley;
                if galley.job.text.trim().is_empty() {
                    return;
                }
                out.push((
                    galley.job.text.clone(),
                    text.visual_bounding_rect(),
                    clip,
                    galley.elided,
                ));
            }
            Shape::Vec(shapes) => shapes.iter().for_each(|s| walk(s, clip, out)),
            _ => {}
        }
    }
    let mut out = Vec::new();
    for clipped in &harness.output().shapes {
        walk(&clipped.shape, clipped.clip_rect, &mut out);
    }
    out
}

#[test]
fn every_figure_of_a_chart_shown_as_a_table_shows_at_the_least_size_of_the_window() {
    let mut tables = 0;
    for lang in Lang::ALL {
        // High enough for whole pages, so that only the width can cut.
        let mut harness = open(lang, (1024.0, 6000.0));
        for preset in 0..SHIPPED.len() {
            ask(&mut harness, Action::OpenPreset(preset));
            for page in Page::ALL {
                ask(&mut harness, Action::ShowPage(page));
                ask(&mut harness, Action::View(ViewAction::Tables(true)));
                harness.run();
                // The left panel has rows of its own, which tell what they cut.
                let mut rows = nodes(&harness, Role::Row);
                rows.retain(|(_, area)| area.left() > 330.0);
                let painted = texts(&harness);
                // A table of four scenarios has more columns than the window: it scrolls, with a bar, as the test below shows.
                let scrolled = nodes(&harness, Role::ScrollView);
                for (row, area) in rows {
                    if scrolled.iter().any(|(_, table)| table.contains(area.left_center())) {
                        assert!(
                            page == Page::Compare && preset > 1,
                            "{lang:?} {page:?} {preset}: {row:?}"
                        );
                        continue;
                    }
                    for (text, place, clip, cut) in painted.iter().filter(|t| area.contains(t.1.center())) {
                        let shown = place.left() >= clip.left() - 1.0 && place.right() <= clip.right() + 1.0;
                        assert!(!cut && shown, "{lang:?} {page:?} {preset}: {text:?} of {row:?} is cut");
                    }
                }
                tables += nodes(&harness, Role::Button)
                    .iter()
                    .filter(|(name, _)| name == SHOW_AS_CHART.get(lang))
                    .count();
            }
        }
    }
    assert!(tables > 100, "{tables}");
}

#[test]
fn buttons_of_charts_are_seen_beside_the_finding_and_over_nothing() {
    for lang in Lang::ALL {
        let mut harness = open(lang, (1024.0, 3000.0));
        for page in Page::ALL {
            ask(&mut harness, Action::ShowPage(page));
            let names = [SHOW_AS_TABLE.get(lang), COPY_CHART.get(lang)];
            let mut buttons = nodes(&harness, Role::Button);
            buttons.retain(|(name, _)| names.contains(&name.as_str()));
            for (name, button) in &buttons {
                // Something is painted there without a pointer near, and it is no text.
                let drawn = harness.output().shapes.iter().any(|clipped| {
                    let area = clipped.shape.visual_bounding_rect();
                    area.is_positive() && button.contains_rect(area)
                });
                assert!(drawn, "{page:?}: {name} does not show");
                for (text, place, ..) in texts(&harness) {
                    let over = place.intersect(button.shrink(3.0));
                    assert!(!over.is_positive(), "{page:?}: {name} covers {text:?}");
                }
            }
            let charts = [
                Page::Overview,
                Page::Jobs,
                Page::Income,
                Page::Finances,
                Page::MoneyTrail,
            ];
            assert!(!charts.contains(&page) || buttons.len() >= 2, "{page:?} has no chart");
        }
    }
}

#[test]
fn figures_without_room_scroll_beside_their_names_by_pointer_and_by_keys() {
    let years: Vec<String> = (2020..2040).map(|year| year.to_string()).collect();
    let spec = TableSpec {
        title: "Recettes".to_owned(),
        columns: [String::new()].into_iter().chain(years.clone()).collect(),
        rows: ["Fédéral", "Québec"]
            .map(|name| {
                [name.to_owned()]
                    .into_iter()
                    .chain(years.iter().map(|y| format!("{y},5")))
                    .collect()
            })
            .to_vec(),
        ..TableSpec::default()
    };
    let mut harness = Harness::builder()
        .with_size(vec2(396.0, 200.0))
        .with_context_setup(|ctx| Theme::install(ctx, root::theme_choice(ThemePreference::Light)))
        .build_ui(move |ui| table::show(ui, &spec));
    harness.run();
    let visible = |harness: &Harness<'_>, text: &str| {
        texts(harness)
            .into_iter()
            .any(|(t, place, clip, _)| t == text && clip.expand(1.0).contains_rect(place))
    };
    assert!(visible(&harness, "2020,5") && !visible(&harness, "2039,5"));
    harness.key_press(Key::Tab);
    harness.run();
    for _ in 0..20 {
        harness.key_press(Key::ArrowRight);
        harness.run();
    }
    assert!(
        !visible(&harness, "2020,5") && visible(&harness, "2039,5"),
        "the arrows go to the end"
    );
    assert!(
        visible(&harness, "Fédéral") && visible(&harness, "Québec"),
        "names stay"
    );
    for _ in 0..20 {
        harness.key_press(Key::ArrowLeft);
        harness.run();
    }
    assert!(visible(&harness, "2020,5"));
    // The bar under the rows is dragged to its end.
    let bottom = harness
        .root()
        .children_recursive()
        .filter(|n| n.accesskit_node().role() == Role::Row);
    let bottom = bottom.map(|n| n.rect().bottom()).fold(0.0, f32::max);
    let at = egui::pos2(40.0, bottom + 6.0);
    harness.drag_at(at);
    harness.run();
    harness.hover_at(at + vec2(390.0, 0.0));
    harness.run();
    harness.drop_at(at + vec2(390.0, 0.0));
    harness.run();
    assert!(visible(&harness, "2039,5") && visible(&harness, "Fédéral"));
}
