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
use retombees::app::commands::Command;
use retombees::app::{Action, CompareAction, Page, ThemePreference, ViewAction};
use retombees::report::chart::TableSpec;
use retombees::scenario::presets::SHIPPED;
use retombees::study::compare::Headline;
use retombees::text::Lang;
use retombees::text::messages::compare::{COMPARE, MEASURE};
use retombees::text::messages::export::{CHOOSE_FOLDER, EXPORT, WHAT};
use retombees::text::messages::ui::{ABROAD, FILE, OTHER, PRICES, QUIT, REST, THEME};
use retombees::text::messages::widgets::{COPY_CHART, MORE_TABS, SHOW_AS_CHART, SHOW_AS_TABLE};
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

/// The places of the scenarios looked at: the first seven, then a programme of growth, a construction alone and a budget of its own. The others are of the
/// same kinds, and each page takes a while.
fn looked_at() -> impl Iterator<Item = usize> {
    let more = [
        "aluminium-processing-doubling.ron",
        "road-autoroute-85.ron",
        "festival.ron",
    ];
    let chosen = move |k: &usize| *k < 7 || more.contains(&SHIPPED[*k].0);
    (0..SHIPPED.len()).filter(chosen)
}

#[test]
fn every_figure_of_a_chart_shown_as_a_table_shows_at_the_least_size_of_the_window() {
    let mut tables = 0;
    for lang in Lang::ALL {
        // High enough for whole pages, so that only the width can cut.
        let mut harness = open(lang, (1024.0, 6000.0));
        for preset in looked_at() {
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
                Page::Levers,
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

/// The window at 200 % on a screen of 1440 × 900, and the least one.
const SMALL: [(f32, f32); 2] = [(720.0, 450.0), (1024.0, 700.0)];

/// Returns every control with a name whose place reaches out of the window at its right or left end.
fn outside(harness: &Shown, width: f32) -> Vec<String> {
    let all = [
        Role::Button,
        Role::Tab,
        Role::RadioButton,
        Role::ComboBox,
        Role::CheckBox,
    ];
    let found = all.into_iter().flat_map(|role| nodes(harness, role));
    found
        .filter(|(_, rect)| rect.left() < 7.5 || rect.right() > width + 8.5)
        .map(|(name, rect)| format!("{name} {rect:?}"))
        .collect()
}

#[test]
fn the_bar_at_the_top_keeps_all_its_controls_in_the_window() {
    for lang in Lang::ALL {
        for size in SMALL {
            let mut harness = open(lang, size);
            for preset in [1, 2, 4] {
                let found = outside(&harness, size.0);
                assert!(found.is_empty(), "{lang:?} {size:?}: {found:?}");
                for name in [COMPARE.get(lang), EXPORT.get(lang), THEME.get(lang), "FR", "EN"] {
                    let there = |role| nodes(&harness, role).iter().any(|(n, _)| n == name);
                    assert!(there(Role::Button) || there(Role::RadioButton), "{size:?} {name}");
                }
                // The controls of the bar stand beside each other.
                let mut bar: Vec<(String, Rect)> = [Role::Button, Role::Tab, Role::RadioButton]
                    .into_iter()
                    .flat_map(|role| nodes(&harness, role))
                    .filter(|(_, rect)| rect.bottom() < 54.0)
                    .collect();
                bar.sort_by(|a, b| a.1.left().total_cmp(&b.1.left()));
                assert!(bar.len() >= 12, "{bar:?}");
                for pair in bar.windows(2) {
                    assert!(pair[0].1.right() <= pair[1].1.left() + 0.5, "{size:?} {pair:?}");
                }
                ask(&mut harness, Action::OpenPreset(preset));
                harness.run();
            }
        }
    }
}

/// Opens the menu of this name with the pointer.
fn open_menu(harness: &mut Shown, name: &str) {
    let buttons = nodes(harness, Role::Button);
    let (_, place) = buttons.iter().find(|(n, _)| n == name).expect("the button of the menu");
    let at = place.center();
    harness.hover_at(at);
    harness.drag_at(at);
    harness.drop_at(at);
    harness.run();
    harness.run();
}

/// Returns the name of the control that has the keyboard, with where it is.
fn focused(harness: &Shown) -> Option<(String, Rect)> {
    let found = harness
        .root()
        .children_recursive()
        .find(|n| n.accesskit_node().is_focused())?;
    Some((found.accesskit_node().label().unwrap_or_default(), found.rect()))
}

#[test]
fn a_menu_higher_than_the_window_scrolls_to_its_end() {
    for lang in Lang::ALL {
        let (width, height) = SMALL[0];
        let mut harness = open(lang, (width, height));
        open_menu(&mut harness, FILE.get(lang));
        harness.key_press(Key::End);
        for _ in 0..3 {
            harness.run();
        }
        let (name, place) = focused(&harness).expect("the last entry has the keyboard");
        assert!(name.starts_with(QUIT.get(lang)), "{name}");
        let window = Rect::from_min_size(egui::Pos2::ZERO, vec2(width + 16.0, height + 16.0));
        assert!(window.contains_rect(place), "{place:?}");
        let shown = texts(&harness).into_iter().any(|(text, at, clip, _)| {
            text == QUIT.get(lang) && clip.expand(1.0).contains_rect(at) && window.contains_rect(at)
        });
        assert!(shown, "the last entry shows");
        harness.key_press(Key::Home);
        for _ in 0..3 {
            harness.run();
        }
        let (_, place) = focused(&harness).expect("the first entry has the keyboard");
        assert!(window.contains_rect(place), "{place:?}");
        harness.key_press(Key::ArrowUp);
        for _ in 0..3 {
            harness.run();
        }
        let (name, _) = focused(&harness).expect("the last entry again");
        assert!(name.starts_with(QUIT.get(lang)), "{name}");
    }
}

#[test]
fn lists_that_drop_down_are_as_wide_as_what_they_hold() {
    for lang in Lang::ALL {
        let mut harness = open(lang, (1024.0, 700.0));
        open_menu(&mut harness, THEME.get(lang));
        let dark = ThemePreference::Dark.title().get(lang);
        let contrast = ThemePreference::HighContrast.title().get(lang);
        let row = |harness: &Shown, name: &str| nodes(harness, Role::Button).into_iter().find(|(n, _)| n == name);
        let (_, place) = row(&harness, dark).expect("a theme");
        assert!(place.width() < 260.0, "{place:?}");
        harness.key_press(Key::End);
        harness.run();
        assert_eq!(focused(&harness).map(|f| f.0), Some(contrast.to_owned()));
        let mut harness = open(lang, (1024.0, 700.0));
        let more = nodes(&harness, Role::Button)
            .into_iter()
            .find(|(name, place)| name.starts_with(MORE_TABS.get(lang)) && place.top() > 44.0 && place.top() < 90.0);
        let (name, _) = more.expect("the tabs that have no room");
        open_menu(&mut harness, &name);
        let options = nodes(&harness, Role::ListBoxOption);
        assert!(options.len() > 1, "{options:?}");
        for (name, place) in options {
            assert!(place.width() < 260.0, "{name} {place:?}");
        }
    }
}

#[test]
fn each_chart_of_a_narrow_page_takes_its_row() {
    for lang in Lang::ALL {
        let mut harness = open(lang, (720.0, 3000.0));
        for page in [
            Page::Overview,
            Page::Jobs,
            Page::Income,
            Page::Finances,
            Page::MoneyTrail,
            Page::Levers,
        ] {
            ask(&mut harness, Action::ShowPage(page));
            harness.run();
            let mut tables = nodes(&harness, Role::Button);
            tables.retain(|(name, _)| name == SHOW_AS_TABLE.get(lang));
            for (k, (_, place)) in tables.iter().enumerate() {
                for (_, other) in &tables[k + 1..] {
                    assert!((place.top() - other.top()).abs() > 60.0, "{lang:?} {page:?}");
                }
            }
        }
    }
}

#[test]
fn the_spending_page_shows_every_column_and_button_in_a_narrow_window() {
    for lang in Lang::ALL {
        for (width, height) in SMALL {
            let mut harness = open(lang, (width, height.max(700.0)));
            ask(&mut harness, Action::ShowPage(Page::Spending));
            ask(&mut harness, Action::ShowPhase(1));
            harness.run();
            let found = outside(&harness, width);
            assert!(found.is_empty(), "{lang:?} {width}: {found:?}");
            for name in [REST, OTHER, ABROAD] {
                let shown = texts(&harness).into_iter().any(|(text, at, clip, cut)| {
                    text == name.get(lang) && !cut && clip.contains_rect(at.shrink(2.0)) && at.right() < width + 8.0
                });
                assert!(shown, "{lang:?} {width}: {}", name.get(lang));
            }
            // The industry of a line of the user's own is told by its code rather than cut.
            ask(&mut harness, Action::AddLine);
            harness.run();
            let codes: Vec<String> = harness
                .state()
                .state
                .library
                .economy
                .industries
                .iter()
                .map(|i| i.code.clone())
                .collect();
            for (text, _, _, cut) in texts(&harness) {
                let is_industry = codes.iter().any(|code| text.starts_with(&format!("{code} · ")));
                assert!(!(is_industry && cut), "{lang:?} {width}: {text}");
            }
        }
    }
}

#[test]
fn what_is_told_in_the_bar_above_the_page_ends_with_the_cards() {
    for lang in Lang::ALL {
        for width in [1024.0, 1200.0, 1280.0, 1440.0] {
            let mut harness = open(lang, (width, 900.0));
            for page in [Page::Overview, Page::Jobs, Page::Timeline] {
                ask(&mut harness, Action::ShowPage(page));
                harness.run();
                let year = harness.state().state.document().study().data_year.to_string();
                let prices = PRICES.fill(lang, &[("year", &year)]);
                let all = texts(&harness);
                let place = all.iter().find(|(text, ..)| *text == prices).map(|t| t.1);
                // The margin of the window of the test, and that of the page; a figure leaves some room at its side.
                let edge = width + 8.0 - 16.0;
                for (name, place) in nodes(&harness, Role::CheckBox) {
                    let below = place.top() > 130.0 || place.left() < 330.0;
                    assert!(
                        below || place.right() < edge + 1.0,
                        "{lang:?} {width} {page:?}: {name} {place:?}"
                    );
                }
                // Where it has no room it is left to the sources of the charts.
                assert!(place.is_some() || width == 1200.0, "{lang:?} {width} {page:?}");
                let Some(place) = place else { continue };
                assert!(
                    (place.right() - edge).abs() < 4.0,
                    "{lang:?} {width} {page:?}: {place:?}, not {edge}"
                );
            }
        }
    }
}

#[test]
fn the_button_of_the_export_ends_where_the_preview_does() {
    for lang in Lang::ALL {
        for size in [(1024.0, 700.0), (1440.0, 900.0)] {
            let mut harness = open(lang, size);
            let export = Command::Export.action(&harness.state().state);
            ask(&mut harness, export);
            harness.run();
            let choose = nodes(&harness, Role::Button)
                .into_iter()
                .find(|(name, _)| name == CHOOSE_FOLDER.get(lang));
            let (_, choose) = choose.expect("the button that chooses a folder");
            // The sheet has as much room at its right end as at its left one.
            let heading = texts(&harness).into_iter().find(|(text, ..)| text == WHAT.get(lang));
            let left = heading.expect("the first heading").1.left();
            let window = size.0 + 16.0;
            assert!(
                (window - choose.right() - left).abs() < 3.0,
                "{size:?}: {left} and {}",
                window - choose.right()
            );
        }
    }
}

#[test]
fn the_measure_of_a_comparison_is_named_whole() {
    for lang in Lang::ALL {
        for size in [(720.0, 900.0), (1024.0, 700.0), (1440.0, 900.0)] {
            let mut harness = open(lang, size);
            for preset in 1..SHIPPED.len() {
                if harness.state().state.compared().len() < 4 {
                    ask(&mut harness, Action::Compare(CompareAction::AddPreset(preset)));
                }
            }
            ask(&mut harness, Action::ShowPage(Page::Compare));
            for headline in [Headline::Jobs, Headline::Revenue] {
                ask(&mut harness, Action::Compare(CompareAction::Explain(headline)));
                harness.run();
                let measure = nodes(&harness, Role::ComboBox)
                    .into_iter()
                    .find(|(name, _)| name == MEASURE.get(lang));
                let (_, place) = measure.expect("the choice of the measure");
                let all = texts(&harness);
                let (text, .., cut) = all
                    .iter()
                    .find(|(_, at, ..)| place.contains_rect(*at))
                    .expect("the name of the measure");
                assert!(!cut, "{lang:?} {size:?}: {text} is cut");
            }
            assert!(
                outside(&harness, size.0).is_empty(),
                "{size:?}: {:?}",
                outside(&harness, size.0)
            );
        }
    }
}
