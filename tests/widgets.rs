//! How widgets behave with a keyboard and a pointer, found by their accessibility labels.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::type_complexity,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

use egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use retombees::report::chart::{Axis, ChartKind, ChartSpec, Difference, Row, Series, TableSpec, Tone};
use retombees::report::role::Role;
use retombees::text::Lang;
use retombees::text::number::TypedUnit;
use retombees::ui::chart_card::{ChartCard, CopyAs};
use retombees::ui::theme::{Theme, ThemeChoice, Type};
use retombees::ui::widgets::{
    AssumptionRow, Button, CapSlider, CardBody, FigureCard, GrossNet, NumberField, SearchField, SearchResult, Segments,
    checkbox, clipped, dropdown, segmented, tab_bar,
};

fn harness<'a, State: 'a>(state: State, view: impl FnMut(&mut egui::Ui, &mut State) + 'a) -> Harness<'a, State> {
    let mut view = view;
    Harness::builder()
        .with_size(vec2(700.0, 400.0))
        .with_context_setup(|ctx| Theme::install(ctx, ThemeChoice::Light))
        .build_ui_state(move |ui, state| view(ui, state), state)
}

/// A field of millions with what happened to it.
#[derive(Default)]
struct Field {
    value: f64,
    changes: Vec<f64>,
    started: usize,
    committed: usize,
    /// Grows with each change, whoever makes it.
    revision: u64,
    wrong: Option<String>,
}

fn field_of(lang: Lang, value: f64) -> Harness<'static, Field> {
    harness(
        Field {
            value,
            ..Field::default()
        },
        move |ui, state: &mut Field| {
            let field = NumberField::new("investment", "Investissement", Some(state.value), lang)
                .labelled()
                .unit("", "M$", TypedUnit::Millions)
                .places(1)
                .range(0.0..=5000.0)
                .stamp(egui::Id::unique(state.revision))
                .width(200.0);
            let out = field.show(ui);
            if let Some(value) = out.change {
                state.value = value;
                state.revision += 1;
                state.changes.push(value);
            }
            state.wrong = out.wrong;
            state.started += usize::from(out.started);
            state.committed += usize::from(out.committed);
        },
    )
}

fn type_in(harness: &mut Harness<'_, Field>, text: &str) {
    harness.get_by_label("Investissement (M$)").focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run();
    for letter in text.chars() {
        harness
            .get_by_label("Investissement (M$)")
            .type_text(&letter.to_string());
        harness.run();
    }
}

fn shown(harness: &Harness<'_, Field>) -> String {
    harness.get_by_label("Investissement (M$)").value().unwrap_or_default()
}

#[test]
fn typing_changes_the_value_at_each_valid_key() {
    let mut harness = field_of(Lang::Fr, 143.7);
    assert_eq!(shown(&harness), "143,7");
    type_in(&mut harness, "12,5");
    assert_eq!(harness.state().changes, [1.0, 12.0, 12.5]);
    assert_eq!(harness.state().started, 1);
    assert_eq!(harness.state().committed, 0);
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(harness.state().committed, 1);
    assert_eq!(shown(&harness), "12,5");
}

#[test]
fn unfinished_text_is_kept_and_does_not_change_the_value() {
    let mut harness = field_of(Lang::Fr, 143.7);
    type_in(&mut harness, "12,");
    assert_eq!(shown(&harness), "12,");
    assert_eq!(harness.state().value, 12.0);
}

#[test]
fn refused_text_stands_with_what_is_accepted_until_it_is_mended() {
    for (lang, example) in [(Lang::Fr, "12,5\u{a0}M$"), (Lang::En, "12.5M$")] {
        let mut harness = field_of(lang, 143.7);
        type_in(&mut harness, "abc");
        harness.key_press(Key::Tab);
        harness.run();
        let wrong = |h: &Harness<'_, Field>| h.state().wrong.clone().unwrap_or_default();
        assert_eq!(shown(&harness), "abc");
        assert!(wrong(&harness).contains(example), "{}", wrong(&harness));
        assert_eq!(harness.state().value, 143.7);
        // Something else of the document changes: the text is still there, and still said to be refused.
        for _ in 0..3 {
            harness.state_mut().revision += 1;
            harness.run();
            harness.run();
        }
        assert_eq!(shown(&harness), "abc");
        assert!(!wrong(&harness).is_empty());
        assert_eq!(harness.state().value, 143.7);
        // Its own value changes, as by undoing: the text is of another time.
        harness.state_mut().revision += 1;
        harness.state_mut().value = 99.5;
        harness.run();
        harness.run();
        assert!(shown(&harness).starts_with("99"), "{}", shown(&harness));
        assert!(wrong(&harness).is_empty());
    }
}

#[test]
fn a_typed_number_is_not_shown_rounded() {
    let mut harness = harness(12.7, |ui, value: &mut f64| {
        let field = NumberField::new("jobs", "Emplois", Some(*value), Lang::Fr)
            .labelled()
            .unit("", "", TypedUnit::Plain)
            .up_to_places(3)
            .width(200.0);
        if let Some(new) = field.show(ui).change {
            *value = new;
        }
    });
    let shown = |h: &Harness<'_, f64>| h.get_by_label("Emplois").value().unwrap_or_default();
    for (value, text) in [(12.7, "12,7"), (102.0, "102"), (0.25, "0,25"), (1250.5, "1\u{a0}250,5")] {
        *harness.state_mut() = value;
        harness.run();
        assert_eq!(shown(&harness), text);
    }
}

#[test]
fn escape_brings_back_the_value_from_before() {
    let mut harness = field_of(Lang::Fr, 143.7);
    type_in(&mut harness, "99");
    assert_eq!(harness.state().value, 99.0);
    harness.key_press(Key::Escape);
    harness.run();
    assert_eq!(harness.state().value, 143.7);
    assert_eq!(shown(&harness), "143,7");
}

#[test]
fn a_number_that_reads_both_ways_offers_the_other_reading() {
    let mut harness = field_of(Lang::Fr, 143.7);
    type_in(&mut harness, "1,234");
    assert_eq!(harness.state().value, 1.234);
    harness.get_by_label("lire 1\u{a0}234").click();
    harness.run();
    assert_eq!(harness.state().value, 1234.0);
    assert!(harness.query_by_label("lire 1\u{a0}234").is_none());
}

#[test]
fn a_refused_number_is_kept_and_named_until_the_value_changes_elsewhere() {
    let mut harness = field_of(Lang::Fr, 143.7);
    type_in(&mut harness, "9999");
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(shown(&harness), "9999");
    assert_eq!(harness.state().value, 143.7, "no key of a refused number counts");
    assert_eq!(
        harness.state().wrong.as_deref(),
        Some("maximum\u{a0}: 5\u{a0}000\u{a0}M$")
    );
    harness.get_by_label("Investissement (M$)").focus();
    harness.run();
    harness.get_by_value("maximum\u{a0}: 5\u{a0}000\u{a0}M$");
    harness.key_press(Key::Enter);
    harness.run();
    harness.state_mut().value = 50.0;
    harness.run();
    assert_eq!(shown(&harness), "50,0");
}

#[test]
fn a_refused_text_goes_only_when_its_own_value_changes() {
    for (text, end) in [("9999", Key::Enter), ("abc", Key::Tab), ("12,", Key::Enter)] {
        let mut harness = field_of(Lang::Fr, 143.7);
        type_in(&mut harness, text);
        harness.key_press(end);
        harness.run();
        assert_eq!((shown(&harness), harness.state().value), (text.to_owned(), 143.7));
        assert!(harness.state().wrong.is_some(), "{text}");
        // Another field changed: the value of this one is the same, and what was typed is still to be mended.
        harness.state_mut().revision += 1;
        harness.run();
        assert_eq!((shown(&harness), harness.state().value), (text.to_owned(), 143.7));
        assert!(harness.state().wrong.is_some(), "{text}");
        // Its own value changed, as by undoing: the text goes.
        harness.state_mut().revision += 1;
        harness.state_mut().value = 99.5;
        harness.run();
        assert_eq!(shown(&harness), "99,5", "{text}");
        assert_eq!(harness.state().wrong, None);
    }
    // So it goes in the middle of the typing, which goes on from what stands then.
    let mut harness = field_of(Lang::Fr, 143.7);
    type_in(&mut harness, "99");
    harness.state_mut().value = 50.0;
    harness.state_mut().revision += 1;
    harness.run();
    assert_eq!(shown(&harness), "50,0");
    harness.get_by_label("Investissement (M$)").type_text("7");
    harness.run();
    assert_eq!(harness.state().value, 7.0, "what stands is selected");
}

#[test]
fn a_text_wiped_out_brings_back_the_value_from_before() {
    let mut harness = field_of(Lang::Fr, 143.7);
    type_in(&mut harness, "5");
    assert_eq!(harness.state().value, 5.0);
    harness.key_press(Key::Backspace);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!((shown(&harness).as_str(), harness.state().value), ("143,7", 143.7));
}

#[test]
fn what_a_field_says_moves_nothing_under_it() {
    let mut harness = harness((), |ui, _: &mut ()| {
        NumberField::new("share", "Part", Some(30.0), Lang::Fr)
            .range(0.0..=50.0)
            .width(120.0)
            .show(ui);
        ui.label("dessous");
    });
    let before = harness.get_by_label("dessous").rect();
    harness.get_by_label("Part").focus();
    harness.run();
    harness.get_by_label("Part").type_text("95");
    harness.run();
    harness.get_by_value("maximum\u{a0}: 50");
    assert_eq!(harness.get_by_label("dessous").rect(), before);
}

#[test]
fn a_text_that_is_cut_is_told_whole_to_the_keyboard() {
    let long = "Construction de bâtiments non résidentiels et travaux de génie civil";
    let mut harness = harness((), move |ui, _: &mut ()| {
        let theme = Theme::of(ui.ctx());
        for (salt, width) in [("short", 600.0), ("cut", 120.0)] {
            let (area, _) = ui.allocate_exact_size(vec2(width, 20.0), egui::Sense::hover());
            clipped(ui, salt, area, long, (Type::Body, theme.colours.text));
        }
    });
    assert_eq!(
        harness.query_all_by_label(long).count(),
        1,
        "only a text that is cut says more"
    );
    harness.key_press(Key::Tab);
    harness.run();
    let shown: Vec<bool> = harness.query_all_by_label(long).map(|node| node.is_focused()).collect();
    assert_eq!(
        shown,
        [true, false],
        "the text, then the whole of it while it has the focus"
    );
}

#[test]
fn a_table_too_wide_for_its_headers_keeps_its_figures() {
    let table = TableSpec {
        title: "Effets".into(),
        alt: String::new(),
        columns: [
            "Mesure",
            "Effets indirects, premiers fournisseurs",
            "Effets indirects, autres fournisseurs",
            "Total",
        ]
        .map(str::to_owned)
        .to_vec(),
        rows: vec![
            [
                "Emplois permanents dans la région d’étude",
                "1\u{a0}234",
                "567",
                "98\u{a0}765",
            ]
            .map(str::to_owned)
            .to_vec(),
        ],
        ..TableSpec::default()
    };
    let mut harness = Harness::builder()
        .with_size(vec2(396.0, 300.0))
        .with_context_setup(|ctx| Theme::install(ctx, ThemeChoice::Light))
        .build_ui(move |ui| retombees::ui::table::show(ui, &table));
    harness.run();
    let mut seen = 0;
    for clipped in &harness.output().shapes {
        if let egui::Shape::Text(text) = &clipped.shape {
            let cut = text.galley.elided || text.visual_bounding_rect().right() > clipped.clip_rect.right();
            let name = text.galley.job.text.starts_with("Emplois");
            assert!(!cut || name, "{:?} is cut", text.galley.job.text);
            seen += usize::from(!name);
        }
    }
    assert_eq!(seen, 7);
}

#[test]
fn a_pasted_amount_is_read_in_the_unit_of_the_field() {
    let mut harness = field_of(Lang::En, 1.0);
    harness.get_by_label("Investissement (M$)").focus();
    harness.run();
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.event(egui::Event::Paste("$143,700k".to_owned()));
    harness.run();
    assert_eq!(harness.state().value, 143.7);
}

#[test]
fn a_screen_reader_can_set_a_field() {
    let mut harness = field_of(Lang::Fr, 1.0);
    harness
        .get_by_label("Investissement (M$)")
        .set_text_value_accesskit("2,5");
    harness.run();
    assert_eq!(harness.state().value, 2.5);
}

fn slider_at(value: f64) -> Harness<'static, (f64, usize, usize)> {
    harness((value, 0, 0), |ui, state: &mut (f64, usize, usize)| {
        let out = CapSlider::new("share", "Part locale", state.0, "30 %")
            .cap(0.46)
            .saved(Some(0.25))
            .width(300.0)
            .show(ui);
        if let Some(value) = out.change {
            state.0 = value;
        }
        state.1 += usize::from(out.drag_started);
        state.2 += usize::from(out.drag_stopped);
    })
}

#[test]
fn arrows_move_the_slider_by_one_percent_up_to_its_cap() {
    let mut harness = slider_at(0.30);
    harness.get_by_label("Part locale").focus();
    harness.run();
    harness.key_press(Key::ArrowRight);
    harness.run();
    assert_eq!(harness.state().0, 0.31);
    harness.key_press(Key::PageUp);
    harness.key_press(Key::PageUp);
    harness.run();
    assert_eq!(harness.state().0, 0.46);
    harness.key_press(Key::Home);
    harness.run();
    assert_eq!(harness.state().0, 0.0);
    harness.get_by_label("Part locale").set_value_accesskit(0.9);
    harness.run();
    assert_eq!(harness.state().0, 0.46);
}

#[test]
fn a_drag_starts_and_stops_once_and_stays_under_the_cap() {
    let mut harness = slider_at(0.30);
    let rect = harness.get_by_label("Part locale").rect();
    let at = |part: f32| egui::pos2(rect.left() + part * rect.width(), rect.center().y);
    harness.drag_at(at(0.3));
    harness.step();
    harness.hover_at(at(0.4));
    harness.step();
    harness.hover_at(at(0.9));
    harness.step();
    harness.drop_at(at(0.9));
    harness.run();
    assert_eq!(*harness.state(), (0.46, 1, 1));
}

#[test]
fn a_slider_without_supply_cannot_be_moved() {
    let mut harness = harness(0.0, |ui, state: &mut f64| {
        let out = CapSlider::new("none", "Part locale", *state, "0 %")
            .cap(0.0)
            .disabled_because(Some("aucune offre"))
            .show(ui);
        *state = out.change.unwrap_or(*state);
    });
    harness.get_by_label("Part locale").set_value_accesskit(0.5);
    harness.run();
    assert_eq!(*harness.state(), 0.0);
}

#[test]
fn choices_are_made_by_click_and_by_keyboard() {
    let mut harness = harness((0, 0, false, 0), |ui, state: &mut (usize, usize, bool, usize)| {
        state.0 = segmented(ui, "Territoire", &["Estrie", "Québec"], state.0, Segments::Fit).unwrap_or(state.0);
        state.1 = dropdown(ui, "Ménages", &["avec", "sans"], state.1, 200.0).unwrap_or(state.1);
        state.2 = checkbox(ui, state.2, "Fantôme").unwrap_or(state.2);
        let tabs = [
            "Aperçu",
            "Emplois",
            "Finances publiques",
            "Circuit de l’argent",
            "Calendrier",
            "Leviers",
            "Comparer",
        ];
        ui.set_max_width(420.0);
        state.3 = tab_bar(ui, &tabs, state.3, Lang::Fr).unwrap_or(state.3);
    });
    harness.get_by_label("Québec").click();
    harness.run();
    assert_eq!(harness.state().0, 1);
    harness.get_by_label("Fantôme").focus();
    harness.run();
    harness.key_press(Key::Space);
    harness.run();
    assert!(harness.state().2);
    harness.get_by_label("Ménages").click();
    harness.run();
    harness.get_by_label("sans").click();
    harness.run();
    assert_eq!(harness.state().1, 1);
    harness.get_by_label("Emplois").click();
    harness.run();
    assert_eq!(harness.state().3, 1);
    assert!(harness.query_by_label("Comparer").is_none(), "folded into the menu");
    harness.get_by_label("Plus, ouvre une liste").click();
    harness.run();
    harness.get_by_label("Comparer").click();
    harness.run();
    assert_eq!(harness.state().3, 6);
}

#[test]
fn an_assumption_opens_and_resets() {
    let mut harness = harness((0, 0), |ui, state: &mut (usize, usize)| {
        let row = AssumptionRow {
            name: "Salaire annuel moyen",
            value: "75 000 $",
            source: "à vous",
            overridden: true,
            warning: false,
            reset: "Rétablir Salaire annuel moyen",
        };
        let out = row.show(ui);
        state.0 += usize::from(out.clicked);
        state.1 += usize::from(out.reset);
    });
    harness.get_by_label("Salaire annuel moyen, 75 000 $, à vous").click();
    harness.run();
    harness.get_by_label("Rétablir Salaire annuel moyen").click();
    harness.run();
    assert_eq!(*harness.state(), (1, 1));
}

#[test]
fn a_card_answers_enter_and_says_its_figures() {
    let mut harness = harness(0, |ui, state: &mut usize| {
        let body = CardBody::Figures(GrossNet {
            gross: "153",
            gross_caption: "brut",
            net: Some(("117", "net")),
            band: None,
            parts: &[],
            parts_caption: "",
            difference: None,
        });
        let card = FigureCard {
            label: "Emplois permanents",
            unit: "Estrie",
            short_unit: "en exploitation",
            short: false,
            body,
            why: "Pourquoi ?",
            warning: None,
            stale: None,
            width: 200.0,
            compact: false,
            label_lines: 1,
        };
        *state += usize::from(card.show(ui, 120.0).clicked());
    });
    harness
        .get_by_label("Emplois permanents, Estrie, 153 brut, 117 net, Pourquoi ?")
        .focus();
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(*harness.state(), 1);
}

#[test]
fn a_disabled_button_does_nothing() {
    let mut harness = harness(0, |ui, state: &mut usize| {
        let button = Button::primary("Exporter").disabled_because(Some("rien à exporter"));
        *state += usize::from(button.show(ui).clicked());
    });
    harness.get_by_label("Exporter").click();
    harness.run();
    assert_eq!(*harness.state(), 0);
}

#[test]
fn a_search_is_chosen_with_arrows_and_enter_or_a_click() {
    let activities = ["Métaux non ferreux", "Alumine", "Minéraux"];
    let mut harness = harness(None, move |ui, state: &mut Option<usize>| {
        let out = SearchField::new("activity", "Activité", "").show(ui, |query| {
            let found = activities.iter().filter(|name| name.to_lowercase().contains(query));
            let results = found.map(|name| SearchResult {
                title: (*name).to_owned(),
                ..SearchResult::default()
            });
            (results.collect(), String::new())
        });
        *state = out.chosen.or(*state);
    });
    harness.get_by_label("Activité").focus();
    harness.run();
    harness.get_by_label("Activité").type_text("m");
    harness.run();
    harness.key_press(Key::ArrowDown);
    harness.run();
    harness.key_press(Key::Enter);
    harness.run();
    assert_eq!(*harness.state(), Some(1));
    harness.get_by_label("Activité").focus();
    harness.run();
    harness.get_by_label("Minéraux").click();
    harness.run();
    assert_eq!(*harness.state(), Some(2));
}

#[test]
fn a_search_without_result_says_so_and_offers_everything_again() {
    let mut harness = harness((), move |ui, (): &mut ()| {
        let all = ["Alumine", "Minéraux"];
        SearchField::new("activity", "Activité", "")
            .nothing_found("Aucune activité ne répond à ces mots", "Voir tout")
            .show(ui, |query| {
                let found = all.iter().filter(|name| name.to_lowercase().contains(query));
                let results = found.map(|name| SearchResult {
                    title: (*name).to_owned(),
                    ..SearchResult::default()
                });
                (results.collect(), String::new())
            });
    });
    for by_keyboard in [false, true] {
        harness.get_by_label("Activité").focus();
        harness.run();
        harness.get_by_label("Activité").type_text("zz");
        harness.run();
        harness.get_by_label("Aucune activité ne répond à ces mots");
        assert!(harness.query_by_label("Minéraux").is_none());
        if by_keyboard {
            harness.key_press(Key::Enter);
        } else {
            harness.get_by_label("Voir tout").click();
        }
        harness.run();
        harness.get_by_label("Minéraux");
        assert!(harness.query_by_label("Voir tout").is_none());
        assert!(harness.get_by_label("Activité").is_focused(), "ready to type again");
        harness.key_press(Key::Escape);
        harness.run();
    }
}

#[test]
fn a_chart_can_be_read_as_a_table() {
    let spec = ChartSpec {
        id: "effects",
        finding: "Deux emplois sur trois sont à l’usine".to_owned(),
        subtitle: "Estrie".to_owned(),
        source: "Source".to_owned(),
        alt: "102 emplois directs et 20 induits".to_owned(),
        kind: ChartKind::Columns,
        series: vec![
            Series::plain(Role::Direct, "Directs"),
            Series::plain(Role::Induced, "Induits"),
        ],
        rows: vec![Row {
            label: "2025".to_owned(),
            values: vec![102.0, 20.0],
            total_label: "122".to_owned(),
            value_labels: vec!["102".to_owned(), "20".to_owned()],
            ..Row::default()
        }],
        axis: Axis {
            unit: "emplois".to_owned(),
            as_share: false,
            ticks: vec![(0.0, "0".to_owned()), (100.0, "100".to_owned())],
        },
        marker: None,
        ghost_label: None,
    };
    let mut harness = harness(Vec::new(), move |ui, copied: &mut Vec<CopyAs>| {
        copied.extend(ChartCard::new(&spec, vec2(500.0, 260.0), Lang::Fr).show(ui).copy);
    });
    harness.get_by_label("102 emplois directs et 20 induits");
    harness.get_by_label("Afficher en tableau").click();
    harness.run();
    harness.get_by_label("2025, 102, 20, 122");
    // As figures or as a picture, by the pointer and by the keyboard.
    harness.get_by_label("Copier").click();
    harness.run();
    harness.get_by_label("Image, pour un document").click();
    harness.run();
    assert_eq!(*harness.state(), [CopyAs::Picture]);
    harness.get_by_label("Copier").focus();
    for key in [Key::Enter, Key::ArrowDown, Key::Enter] {
        harness.key_press(key);
        harness.run();
    }
    assert_eq!(*harness.state(), [CopyAs::Picture, CopyAs::Figures]);
    harness.get_by_label("Afficher en graphique").click();
    harness.run();
    harness.get_by_label("102 emplois directs et 20 induits");
}

#[test]
fn differences_stand_inside_their_chart() {
    // Bars drawn as shares of their totals reach the same end; totals and differences stand in two columns behind it.
    for as_share in [true, false] {
        let row = |label: &str, value: f64, difference: &str| Row {
            label: label.into(),
            values: vec![value, value / 3.0],
            total_label: format!("{:.0}", value * 4.0 / 3.0),
            value_labels: vec![String::new(); 2],
            difference: Some(Difference {
                text: difference.into(),
                tone: Tone::Loss,
            }),
            ..Row::default()
        };
        let spec = ChartSpec {
            id: "differences",
            finding: "157 emplois".into(),
            subtitle: "Estrie, bruts".into(),
            source: "Source".into(),
            alt: "Barres".into(),
            kind: ChartKind::StackedBars,
            series: vec![
                Series::plain(Role::Direct, "Directs"),
                Series::plain(Role::Induced, "Induits"),
            ],
            rows: vec![
                row("Emplois permanents", 157.0, "−48"),
                row("PIB", 44.0, "−1\u{a0}234,5"),
            ],
            axis: Axis {
                unit: "emplois".into(),
                as_share,
                ticks: Vec::new(),
            },
            marker: None,
            ghost_label: None,
        };
        let harness = harness((), move |ui, ()| {
            ChartCard::new(&spec, vec2(420.0, 220.0), Lang::Fr).show(ui);
        });
        let mut seen = 0;
        for clipped in &harness.output().shapes {
            if let egui::Shape::Text(text) = &clipped.shape
                && text.galley.job.text.starts_with('−')
            {
                seen += 1;
                let right = text.visual_bounding_rect().right();
                assert!(right <= 430.0, "{:?} ends at {right}", text.galley.job.text);
            }
        }
        assert_eq!(seen, 2);
    }
}

#[test]
fn no_glyph_is_missing_from_the_fonts() {
    let ctx = egui::Context::default();
    Theme::install(&ctx, ThemeChoice::Dark);
    let mut missing = String::new();
    let mut output = ctx.run_ui(egui::RawInput::default(), |ui| {
        let theme = Theme::of(ui.ctx());
        let font = theme.font(retombees::ui::theme::Type::Body);
        let text = "\u{a0}\u{202f}−–—←↑→↓δΔλρœŒæ◆↺…«»“”‘’•·×÷≈≠≤≥éèêëàâîïôûùüçÉÀÇ€ᵉ";
        missing = text
            .chars()
            .filter(|c| !ui.fonts_mut(|fonts| fonts.has_glyph(&font, *c)))
            .collect();
    });
    output.textures_delta.clear();
    assert_eq!(missing, "");
}

/// Shows a list of 40 entries under other widgets, and says what is chosen.
fn long_list() -> Harness<'static, (usize, Vec<usize>)> {
    harness((30, Vec::new()), |ui, state: &mut (usize, Vec<usize>)| {
        let names: Vec<String> = (0..40)
            .map(|k| format!("{k:02} · Région {}", (b'a' + (k % 26) as u8) as char))
            .collect();
        let options: Vec<&str> = names.iter().map(String::as_str).collect();
        let _ = ui.button("avant");
        if let Some(k) = dropdown(ui, "Région", &options, state.0, 200.0) {
            state.0 = k;
            state.1.push(k);
        }
        let _ = ui.button("après");
    })
}

/// Returns whether the row of an entry shows in the open list.
fn entry_shows(harness: &Harness<'_, (usize, Vec<usize>)>, text: &str) -> bool {
    harness.output().shapes.iter().any(|clipped| {
        let egui::Shape::Text(shape) = &clipped.shape else {
            return false;
        };
        let place = shape.visual_bounding_rect();
        // The closed control shows the choice too, at the top.
        shape.galley.job.text == text && clipped.clip_rect.contains_rect(place) && place.top() > 70.0
    })
}

#[test]
fn a_list_opens_at_its_choice_and_is_walked_by_keys() {
    let mut harness = long_list();
    let press = |harness: &mut Harness<'_, (usize, Vec<usize>)>, key| {
        harness.key_press(key);
        harness.run();
    };
    harness.get_by_label("Région").focus();
    harness.run();
    press(&mut harness, Key::ArrowDown);
    assert!(harness.state().1.is_empty(), "the arrow only opens");
    assert!(entry_shows(&harness, "30 · Région e"), "the list opens at the choice");
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::ArrowDown);
    press(&mut harness, Key::ArrowUp);
    press(&mut harness, Key::Enter);
    assert_eq!(harness.state().1, [31]);
    assert!(
        harness.query_by_role(egui::Role::ListBoxOption).is_none(),
        "Enter closes the list"
    );
    assert!(harness.get_by_label("Région").is_focused());
    // Escape keeps the choice, closes the list alone, and leaves the focus where it was.
    press(&mut harness, Key::Space);
    press(&mut harness, Key::Home);
    assert!(entry_shows(&harness, "00 · Région a"));
    press(&mut harness, Key::Escape);
    assert_eq!(harness.state().1, [31]);
    assert!(harness.query_by_role(egui::Role::ListBoxOption).is_none());
    assert!(harness.get_by_label("Région").is_focused());
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::End);
    assert!(entry_shows(&harness, "39 · Région n"));
    press(&mut harness, Key::Space);
    assert_eq!(harness.state().1, [31, 39]);
    // Letters jump, even while the list is closed; Tab closes it and goes on.
    harness.event(egui::Event::Text("07".to_owned()));
    harness.run();
    assert!(entry_shows(&harness, "07 · Région h"));
    press(&mut harness, Key::Tab);
    assert!(harness.query_by_role(egui::Role::ListBoxOption).is_none());
    assert!(harness.get_by_label("après").is_focused());
    assert_eq!(harness.state().1, [31, 39]);
}

#[test]
fn a_list_is_opened_and_closed_by_the_pointer() {
    let mut harness = long_list();
    harness.get_by_label("Région").click();
    harness.run();
    assert!(entry_shows(&harness, "30 · Région e"));
    harness.get_by_label("Région").click();
    harness.run();
    assert!(
        harness.query_by_role(egui::Role::ListBoxOption).is_none(),
        "a second click closes it"
    );
    harness.get_by_label("Région").click();
    harness.run();
    harness.get_by_label("29 · Région d").click();
    harness.run();
    assert_eq!(harness.state().1, [29]);
    assert!(harness.query_by_role(egui::Role::ListBoxOption).is_none());
}

#[test]
fn one_press_in_a_number_field_selects_all_of_it_however_long_it_lasts() {
    let mut harness = field_of(Lang::Fr, 143.7);
    let place = harness.get_by_label("Investissement (M$)").rect();
    for at in [
        place.left_center() + egui::vec2(4.0, 0.0),
        place.center(),
        place.right_center(),
    ] {
        harness.drag_at(at);
        // The button stays down over several frames, as under a finger.
        for _ in 0..4 {
            harness.step();
        }
        harness.hover_at(at + egui::vec2(1.0, 0.0));
        harness.step();
        harness.drop_at(at + egui::vec2(1.0, 0.0));
        harness.run();
        harness.event(egui::Event::Text("8".to_owned()));
        harness.run();
        assert_eq!(shown(&harness), "8", "pressed at {at:?}");
        harness.key_press(Key::Escape);
        harness.run();
        assert_eq!(shown(&harness), "143,7");
    }
    // F2 goes to the end instead.
    harness.get_by_label("Investissement (M$)").focus();
    harness.run();
    harness.key_press(Key::F2);
    harness.run();
    harness.event(egui::Event::Text("5".to_owned()));
    harness.run();
    assert_eq!(shown(&harness), "143,75");
}

#[test]
fn states_of_a_field_are_told_apart_in_every_theme() {
    use retombees::ui::theme::ThemeKind;
    use retombees::ui::widgets::paint::field_colours;
    /// Contrast of two colours by WCAG 2, from 1 to 21.
    fn contrast(a: egui::Color32, b: egui::Color32) -> f32 {
        let light = |c: egui::Color32| {
            let linear = |v: u8| {
                let v = f32::from(v) / 255.0;
                if v <= 0.04045 {
                    v / 12.92
                } else {
                    ((v + 0.055) / 1.055).powf(2.4)
                }
            };
            0.2126 * linear(c.r()) + 0.7152 * linear(c.g()) + 0.0722 * linear(c.b()) + 0.05
        };
        let (a, b) = (light(a), light(b));
        a.max(b) / a.min(b)
    }
    for kind in [ThemeKind::Light, ThemeKind::Dark, ThemeKind::HighContrast] {
        let theme = Theme::get(kind);
        let colours = &theme.colours;
        let [rest, hovered, disabled] =
            [(true, false), (true, true), (false, true)].map(|(e, h)| field_colours(theme, e, h));
        assert!(rest != hovered && hovered != disabled && rest != disabled, "{kind:?}");
        assert_ne!(colours.text, colours.text_disabled, "{kind:?}");
        // A field that is enabled has a line that is seen; one that is not, a weaker one. A change of ground or a stronger line answers the pointer.
        let [at_rest, pointed, off] = [rest, hovered, disabled].map(|(fill, line)| contrast(line, fill));
        assert!(at_rest >= 3.0 && off < at_rest, "{kind:?}: {at_rest} {off}");
        let answers = rest.0 != hovered.0 || pointed > at_rest * 1.2;
        assert!(pointed >= 4.5 && answers, "{kind:?}: {pointed} after {at_rest}");
        let off_too = field_colours(theme, false, false);
        assert_eq!(off_too, disabled, "nothing answers in a field that is not enabled");
        assert!(contrast(colours.focus, rest.0) >= 3.0, "{kind:?}: the ring");
        assert!(
            contrast(colours.error, colours.error_bg) >= 4.5,
            "{kind:?}: what is refused"
        );
        assert!(contrast(colours.text, rest.0) >= 7.0, "{kind:?}: the text");
    }
}
