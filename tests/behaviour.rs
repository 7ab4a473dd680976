//! How the window answers: where the keyboard goes, runs of keys, windows over the page, what was copied, exports that fail, notices that stay.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::type_complexity,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod shown;

use egui::accesskit::Toggled;
use egui::{Key, Modifiers, Rect, Role};
use egui_kittest::kittest::NodeT;
use retombees::app::recovery::Failure;
use retombees::app::view::ViewAction;
use retombees::app::{
    Action, DraftAction, DraftNumber, Edit, ExportAction, Gesture, HelpSection, LinesEdit, Overlay, Page, PasteAction,
    PictureFile, update,
};
use retombees::report::overview::Scope;
use retombees::report::pictures::{PictureKind, pictures};
use retombees::scenario::Scenario;
use retombees::study::Territory;
use retombees::text::Lang;
use shown::{LIBRARY, Shown, ask, show, start};

const WIDE: (f32, f32) = (1440.0, 900.0);
const NARROW: (f32, f32) = (1024.0, 700.0);

fn open(size: (f32, f32), page: Page) -> Shown {
    let instant = |ui: &mut egui::Ui| ui.style_mut().scroll_animation = egui::style::ScrollAnimation::none();
    let mut harness = show(start(Lang::Fr), size, 30, instant);
    ask(&mut harness, Action::ShowPage(page));
    harness
}

fn scenario(harness: &Shown) -> Scenario {
    harness.state().state.document().scenario().clone()
}

fn steps(harness: &Shown) -> usize {
    let mut history = harness.state().state.document().history.clone();
    let any = scenario(harness);
    (0..).take_while(|_| history.undo(&any).is_some()).count()
}

fn find<'a>(harness: &'a Shown, role: Role, label: &str) -> egui_kittest::Node<'a> {
    let mut all = harness.root().children_recursive();
    let found = all.find(|n| n.accesskit_node().role() == role && n.accesskit_node().label().as_deref() == Some(label));
    found.unwrap_or_else(|| panic!("no {role:?} {label}"))
}

fn press(harness: &mut Shown, role: Role, label: &str) {
    find(harness, role, label).click_accesskit();
    harness.run();
}

fn focus(harness: &mut Shown, role: Role, label: &str) {
    find(harness, role, label).focus();
    harness.run();
}

fn key(harness: &mut Shown, key: Key) {
    harness.key_press(key);
    harness.run();
}

fn type_text(harness: &mut Shown, text: &str) {
    harness.event(egui::Event::Text(text.to_owned()));
    harness.run();
}

/// Returns what has the focus: its role, its name, where it is.
fn focused(harness: &Shown) -> Option<(Role, String, Rect)> {
    let mut all = harness.root().children_recursive();
    all.find(|n| n.is_focused()).map(|n| {
        let node = n.accesskit_node();
        (node.role(), node.label().unwrap_or_default(), n.rect())
    })
}

fn focused_name(harness: &Shown) -> String {
    focused(harness).map_or_else(String::new, |(_, name, _)| name)
}

fn said(harness: &Shown) -> Vec<String> {
    let all = harness.root().children_recursive();
    let text = |n: egui_kittest::Node<'_>| {
        let node = n.accesskit_node();
        node.label().or_else(|| node.value())
    };
    all.filter_map(text).collect()
}

fn says(harness: &Shown, text: &str) -> bool {
    said(harness).iter().any(|t| t.contains(text))
}

// ---------------------------------------------------------------------------------------------------------------------------------------------
// Where the keyboard goes

#[test]
fn a_line_added_comes_last_without_amount_moves_no_result_and_is_ready_to_be_named() {
    for size in [WIDE, NARROW] {
        for by_key in [false, true] {
            // The keys of the command work from any page, and show the line.
            let mut harness = open(size, if by_key { Page::Overview } else { Page::Spending });
            let before = scenario(&harness);
            let impact = harness
                .state()
                .state
                .document()
                .study()
                .phases
                .iter()
                .map(|p| p.impact.clone());
            let impact: Vec<_> = impact.collect();
            if by_key {
                harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::L);
                harness.run();
            } else {
                press(&mut harness, Role::Button, "Ajouter une ligne");
            }
            let state = &harness.state().state;
            assert_eq!(state.page, Page::Spending);
            let study = state.document().study();
            let now: Vec<_> = study.phases.iter().map(|p| p.impact.clone()).collect();
            assert_eq!(now, impact, "a line without amount moves nothing");
            let lines = study.phases[state.phase].lines_in_order();
            let last = lines.last().unwrap();
            assert_eq!((last.amount, last.default_amount), (0.0, None));
            let (role, name, rect) = focused(&harness).unwrap();
            assert_eq!(role, Role::TextInput);
            assert!(name.starts_with("Nom de la ligne"), "{name}");
            assert!(harness.ctx.content_rect().contains_rect(rect), "{rect:?}");
            // What is typed is its name; one undo takes the line itself away, before or after it is named.
            harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
            harness.run();
            assert_eq!(scenario(&harness), before);
            assert_eq!(steps(&harness), 0);
        }
    }
}

#[test]
fn the_amount_of_a_line_added_is_asked_for() {
    let mut harness = open(WIDE, Page::Spending);
    press(&mut harness, Role::Button, "Ajouter une ligne");
    type_text(&mut harness, "Grues");
    let amount = "Montant, Grues".to_owned();
    let mut all = harness.root().children_recursive();
    let shows = all.find(|n| n.accesskit_node().label().is_some_and(|l| l.starts_with(&amount)));
    let node = shows.expect("its amount").accesskit_node();
    assert_eq!(node.value().unwrap_or_default(), "");
    let amount = node.label().unwrap();
    drop(all);
    focus(&mut harness, Role::TextInput, &amount);
    type_text(&mut harness, "2,5");
    key(&mut harness, Key::Enter);
    let state = &harness.state().state;
    let phase = &state.document().study().phases[state.phase];
    let line = phase.lines_in_order().into_iter().next_back().unwrap();
    assert!((line.amount - 2.5e6).abs() < 1e-3);
}

#[test]
fn a_project_just_made_begins_at_its_first_number() {
    let mut harness = open(WIDE, Page::Jobs);
    ask(&mut harness, Action::New);
    let activity = DraftAction::Activity(Some("magnesium-smelting".into()), "331410".into());
    for action in [
        activity,
        DraftAction::Number(DraftNumber::Investment, Some(12e6)),
        DraftAction::Number(DraftNumber::Jobs, Some(40.0)),
        DraftAction::Create,
    ] {
        ask(&mut harness, Action::Draft(action));
    }
    assert!(!harness.state().state.draft.open);
    assert_eq!(focused_name(&harness), "Investissement (M$)");
    // Once: another page and back leave the focus where it went.
    focus(&mut harness, Role::Tab, "Emplois");
    for page in [Page::Spending, Page::Overview] {
        ask(&mut harness, Action::ShowPage(page));
    }
    assert_ne!(focused_name(&harness), "Investissement (M$)");
}

#[test]
fn compare_and_pages_from_the_palette_bring_the_keyboard_to_the_tab() {
    let mut harness = open(WIDE, Page::Overview);
    focus(&mut harness, Role::Button, "Comparer");
    key(&mut harness, Key::Enter);
    assert_eq!(harness.state().state.page, Page::Compare);
    assert_eq!(
        focused(&harness).map(|(role, name, _)| (role, name)),
        Some((Role::Tab, "Comparer".into()))
    );
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    type_text(&mut harness, "page emplois");
    key(&mut harness, Key::Enter);
    assert_eq!(harness.state().state.page, Page::Jobs);
    assert_eq!(
        focused(&harness).map(|(role, name, _)| (role, name)),
        Some((Role::Tab, "Emplois".into()))
    );
}

#[test]
fn what_had_the_focus_has_it_back_when_a_window_closes() {
    for overlay in [Overlay::Palette, Overlay::Help(HelpSection::Glossary)] {
        let mut harness = open(WIDE, Page::Overview);
        focus(&mut harness, Role::TextInput, "Emplois directs");
        ask(&mut harness, Action::View(ViewAction::Open(overlay)));
        assert_ne!(focused_name(&harness), "Emplois directs");
        key(&mut harness, Key::Escape);
        if harness.state().state.view.overlay.is_some() {
            key(&mut harness, Key::Escape);
        }
        assert_eq!(harness.state().state.view.overlay, None);
        assert_eq!(focused_name(&harness), "Emplois directs");
    }
}

#[test]
fn tab_goes_on_from_the_page_tab_where_what_had_the_focus_shows_no_longer() {
    let mut harness = open(WIDE, Page::Overview);
    focus(&mut harness, Role::TextInput, "Emplois directs");
    ask(&mut harness, Action::ShowPage(Page::Spending));
    harness.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    harness.run();
    // Back from the tab of the page: the tab before it.
    assert_eq!(focused(&harness).map(|f| f.0), Some(Role::Tab));
}

#[test]
fn an_assumption_takes_the_focus_once_each_time_it_is_asked_for() {
    let mut harness = open(WIDE, Page::Overview);
    let seek = |harness: &mut Shown| {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
        harness.run();
        type_text(harness, "salaire annuel moyen");
        key(harness, Key::Enter);
        focused(harness)
    };
    let (role, name, rect) = seek(&mut harness).expect("its field");
    assert_eq!(role, Role::TextInput, "{name}");
    assert!(harness.ctx.content_rect().contains_rect(rect));
    for page in [Page::Spending, Page::Overview, Page::Compare, Page::Overview] {
        ask(&mut harness, Action::ShowPage(page));
        assert_ne!(focused_name(&harness), name, "{page:?}");
    }
    // Asked for again while it is open, it takes it again.
    assert_eq!(seek(&mut harness).map(|f| f.1), Some(name));
}

#[test]
fn an_assumption_left_open_takes_no_focus_where_one_comes_back() {
    let mut harness = open(WIDE, Page::Overview);
    let k = {
        let all = &harness.state().state.document().study().assumptions;
        all.iter()
            .position(|a| matches!(a.kind, retombees::study::AssumptionKind::AnnualWage(_)))
            .unwrap()
    };
    let name = {
        let study = harness.state().state.document().study();
        retombees::report::words::assumption_with_phase(study, &study.assumptions[k], Lang::Fr)
    };
    retombees::ui::panels::assumptions::reveal(&harness.ctx, k);
    harness.run();
    // A field tells its unit after its name.
    let is_field = |role: Role, label: &str| role == Role::TextInput && label.starts_with(&name);
    assert!(focused(&harness).is_some_and(|(role, label, _)| is_field(role, &label)));
    // To another page, another project, and back to the page.
    ask(&mut harness, Action::ShowPage(Page::Compare));
    ask(&mut harness, Action::OpenPreset(1));
    ask(&mut harness, Action::ShowPage(Page::Overview));
    harness.run();
    assert!(
        !matches!(focused(&harness), Some((Role::TextInput, ..))),
        "{:?}",
        focused(&harness)
    );
    let fields = harness.root().children_recursive();
    let open = fields.filter(|n| {
        let node = n.accesskit_node();
        is_field(node.role(), &node.label().unwrap_or_default())
    });
    assert_eq!(open.count(), 0, "the assumption is closed");
}

#[test]
fn the_palette_goes_over_what_can_do_nothing_now_and_says_why() {
    let mut harness = open(WIDE, Page::Overview);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::K);
    harness.run();
    let options = |harness: &Shown| -> Vec<(String, bool, bool)> {
        let all = harness.root().children_recursive();
        let options = all.filter(|n| n.accesskit_node().role() == Role::ListBoxOption);
        options
            .map(|n| {
                let node = n.accesskit_node();
                let on = node.is_selected() == Some(true) || node.toggled() == Some(Toggled::True);
                (node.label().unwrap_or_default(), node.is_disabled(), on)
            })
            .collect()
    };
    let disabled = options(&harness).iter().filter(|o| o.1).count();
    assert!(disabled > 3, "nothing to undo, shown already and the like");
    let mut seen = Vec::new();
    for _ in 0..60 {
        let chosen: Vec<_> = options(&harness).into_iter().filter(|o| o.2).collect();
        assert_eq!(chosen.len(), 1);
        assert!(!chosen[0].1, "{} is chosen and does nothing", chosen[0].0);
        seen.push(chosen[0].0.clone());
        key(&mut harness, Key::ArrowDown);
    }
    seen.dedup();
    assert!(seen.len() > 20);
    // It says why, and Enter on nothing able does nothing.
    type_text(&mut harness, "annuler la dernière");
    assert!(options(&harness).iter().any(|o| o.1));
}

// ---------------------------------------------------------------------------------------------------------------------------------------------
// Runs of keys

/// Presses a key for one frame; a frame of the harness lasts a quarter of a second.
fn tap(harness: &mut Shown, key: Key) {
    harness.key_press(key);
    harness.step();
}

#[test]
fn a_run_of_arrows_on_a_slider_is_one_step_until_a_pause_or_another_control() {
    for (page, name) in [
        (Page::Overview, "Part locale des achats"),
        (Page::Spending, "Part locale de l’ensemble des achats"),
    ] {
        let mut harness = open(WIDE, page);
        let before = scenario(&harness);
        focus(&mut harness, Role::Slider, name);
        for _ in 0..5 {
            tap(&mut harness, Key::ArrowLeft);
        }
        harness.step();
        assert_eq!(steps(&harness), 1, "{page:?}");
        let after = scenario(&harness);
        assert_ne!(after, before);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        harness.step();
        harness.step();
        assert_eq!(scenario(&harness), before, "all of the run is undone");
        // A pause of more than a second ends the run.
        tap(&mut harness, Key::ArrowLeft);
        for _ in 0..6 {
            harness.step();
        }
        tap(&mut harness, Key::ArrowLeft);
        harness.step();
        assert_eq!(steps(&harness), 2, "{page:?}");
        // So does another control.
        tap(&mut harness, Key::Tab);
        harness.step();
        harness.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
        harness.step();
        harness.step();
        tap(&mut harness, Key::ArrowLeft);
        harness.step();
        assert_eq!(steps(&harness), 3, "{page:?}");
    }
}

#[test]
fn a_run_of_arrows_on_a_phase_is_one_step() {
    let mut harness = open(WIDE, Page::Overview);
    let before = scenario(&harness);
    let name = {
        let mut all = harness.root().children_recursive();
        let years = |n: &egui_kittest::Node<'_>| {
            let node = n.accesskit_node();
            node.role() == Role::Slider && node.label().is_some_and(|l| l.starts_with("Exploitation,"))
        };
        let name = all.find(years).unwrap().accesskit_node().label();
        name.unwrap()
    };
    focus(&mut harness, Role::Slider, &name);
    for _ in 0..4 {
        tap(&mut harness, Key::ArrowRight);
    }
    harness.step();
    let last = before.phases.last().unwrap();
    assert_eq!(scenario(&harness).phases.last().unwrap().start, last.start + 4);
    assert_eq!(steps(&harness), 1);
}

#[test]
fn a_number_that_was_refused_is_typed_over_when_one_comes_back_to_it() {
    let mut harness = open(WIDE, Page::Overview);
    let name = "Investissement (M$)";
    focus(&mut harness, Role::TextInput, name);
    type_text(&mut harness, "abc");
    key(&mut harness, Key::Tab);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
    harness.run();
    assert_eq!(focused_name(&harness), name);
    type_text(&mut harness, "20");
    key(&mut harness, Key::Enter);
    let value = find(&harness, Role::TextInput, name).accesskit_node().value();
    assert_eq!(value.as_deref(), Some("20,0"));
}

#[test]
fn a_copy_of_a_project_shows_where_the_original_was_scrolled_to() {
    let mut harness = open(NARROW, Page::Overview);
    // The last control of the panel: reaching it scrolls.
    focus(&mut harness, Role::TextInput, "Emplois directs");
    let place = |harness: &Shown| {
        let mut all = harness.root().children_recursive();
        let heading = all.find(|n| {
            n.accesskit_node()
                .label()
                .is_some_and(|l| l.starts_with("Investissement (M$)"))
        });
        heading.unwrap().rect().top()
    };
    let top = place(&harness);
    harness.hover_at(egui::pos2(100.0, 500.0));
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        delta: egui::vec2(0.0, -60.0),
        phase: egui::TouchPhase::Move,
        modifiers: Modifiers::NONE,
        source: egui::MouseWheelSource::Wheel,
    });
    harness.run();
    let scrolled = place(&harness);
    assert!(scrolled < top - 20.0, "{scrolled} {top}");
    ask(&mut harness, Action::ShowPhase(0));
    harness.key_press_modifiers(Modifiers::COMMAND, Key::D);
    harness.run();
    assert_eq!(harness.state().state.documents.len(), 2);
    assert_eq!(harness.state().state.phase, 0, "the phase shown stays");
    assert!(
        (place(&harness) - scrolled).abs() < 0.6,
        "{} {scrolled}",
        place(&harness)
    );
}

// ---------------------------------------------------------------------------------------------------------------------------------------------
// Windows over the page

#[test]
fn tab_stays_inside_each_window_and_reaches_everything_in_it_both_ways() {
    let budget = "Poste\tMontant ($)\tPart locale\nÉlectricité\t900000\t35 %\nMazout lourd\t100000\t0,5";
    let open_view = |overlay| Action::View(ViewAction::Open(overlay));
    for (name, action, wanted) in [
        (
            "paste",
            Action::Paste(PasteAction::Read(budget.into())),
            &[
                "Industrie de Mazout lourd, rangée 3",
                "Garder Électricité, rangée 2",
                "Dollars de",
                "Annuler",
            ][..],
        ),
        (
            "help",
            open_view(Overlay::Help(HelpSection::Glossary)),
            &["Raccourcis", "Fermer", "Chercher un terme"][..],
        ),
        (
            "palette",
            open_view(Overlay::Palette),
            &["Commande, page, hypothèse, poste ou terme"][..],
        ),
    ] {
        let mut harness = open(WIDE, Page::Spending);
        ask(&mut harness, action);
        let mut there = Vec::new();
        for _ in 0..60 {
            key(&mut harness, Key::Tab);
            let Some((_, label, rect)) = focused(&harness) else {
                continue;
            };
            let stop = (label, format!("{rect:?}"));
            if there.first() == Some(&stop) {
                break;
            }
            there.push(stop);
        }
        let labels: Vec<&str> = there.iter().map(|s| s.0.as_str()).collect();
        for page in ["Fichier", "Ajouter une ligne", "Vue d’ensemble"] {
            assert!(!labels.contains(&page), "{name}: Tab leaves the window, {labels:?}");
        }
        for wanted in wanted {
            assert!(
                labels.iter().any(|l| l.starts_with(wanted)),
                "{name}: {wanted} in {labels:?}"
            );
        }
        let mut back = Vec::new();
        for _ in 0..there.len() {
            harness.key_press_modifiers(Modifiers::SHIFT, Key::Tab);
            harness.run();
            back.extend(focused(&harness).map(|(_, label, rect)| (label, format!("{rect:?}"))));
        }
        let (mut a, mut b) = (there.clone(), back);
        a.sort();
        b.sort();
        b.dedup();
        a.dedup();
        assert_eq!(a, b, "{name}");
    }
}

#[test]
fn no_tooltip_of_the_page_shows_over_a_window() {
    let about = "Commandes, pages, hypothèses, postes, définitions";
    for held in [
        Action::View(ViewAction::Open(Overlay::Help(HelpSection::Limits))),
        Action::Paste(PasteAction::Read(String::new())),
    ] {
        let mut harness = open(WIDE, Page::Spending);
        let at = find(&harness, Role::Button, "Chercher une commande").rect().center();
        harness.hover_at(at);
        for _ in 0..6 {
            harness.step();
        }
        assert!(says(&harness, about), "the tooltip shows on the page");
        ask(&mut harness, held);
        for _ in 0..4 {
            harness.step();
        }
        assert!(!says(&harness, about));
        // Moving on the same spot brings nothing back.
        harness.hover_at(at + egui::vec2(1.0, 0.0));
        for _ in 0..4 {
            harness.step();
        }
        assert!(!says(&harness, about));
    }
}

#[test]
fn a_failed_export_asks_again_with_its_path_and_says_why() {
    let mut harness = open(WIDE, Page::Overview);
    let study = harness.state().state.document().study().clone();
    let scope = Scope {
        study: &study,
        saved: None,
        library: &LIBRARY,
        territory: Territory::Study,
        lang: Lang::Fr,
    };
    let file = Box::new(PictureFile {
        picture: pictures(&scope, None).remove(0),
        kind: PictureKind::Png,
        project: "Projet".to_owned(),
        lang: Lang::Fr,
    });
    let path = "/dossier absent/graphique.png";
    ask(
        &mut harness,
        Action::Export(ExportAction::Typed(file.clone(), path.into())),
    );
    ask(
        &mut harness,
        Action::Export(ExportAction::Failed(file.clone(), path.into(), Failure::MissingFolder)),
    );
    let typed = |harness: &Shown| {
        let all = harness.root().children_recursive();
        let fields = all.filter(|n| n.accesskit_node().role() == Role::TextInput && n.is_focused());
        fields.filter_map(|n| n.accesskit_node().value()).next()
    };
    assert_eq!(typed(&harness).as_deref(), Some(path));
    assert!(says(&harness, "n’a pas été écrit dans"));
    // The question about a file to be replaced goes back to the path too, without blame.
    ask(
        &mut harness,
        Action::Export(ExportAction::AskReplace(file.clone(), path.into())),
    );
    key(&mut harness, Key::Escape);
    assert_eq!(typed(&harness).as_deref(), Some(path));
    assert!(!says(&harness, "n’a pas été écrit dans"));
    // Given up, it is forgotten.
    ask(&mut harness, Action::Dismiss);
    ask(&mut harness, Action::Export(ExportAction::AskPath(file)));
    assert_ne!(typed(&harness).as_deref(), Some(path));
}

#[test]
fn what_was_copied_is_told_until_escape() {
    for (page, role, label, told) in [
        (
            Page::Jobs,
            Role::Button,
            vec!["Copier", "Chiffres, pour un tableur"],
            "Chiffres du graphique copiés",
        ),
        (Page::Spending, Role::Button, vec!["Copier le tableau"], "Tableau copié"),
    ] {
        let mut harness = open(WIDE, page);
        for label in label {
            press(&mut harness, role, label);
        }
        assert!(says(&harness, told), "{page:?}");
        key(&mut harness, Key::Escape);
        assert!(!says(&harness, told), "{page:?}");
        assert_eq!(harness.state().state.notice, None);
    }
}

#[test]
fn the_menu_of_themes_marks_the_one_that_holds() {
    let mut harness = open(WIDE, Page::Overview);
    press(&mut harness, Role::Button, "Thème");
    let marked = |harness: &Shown| -> Vec<String> {
        let all = harness.root().children_recursive();
        let names = ["Comme le système", "Clair", "Sombre", "Contraste élevé"];
        let rows = all.filter(|n| {
            let node = n.accesskit_node();
            let on = node.is_selected() == Some(true) || node.toggled() == Some(Toggled::True);
            on && node
                .label()
                .is_some_and(|l| names.iter().any(|name| l.starts_with(name)))
        });
        rows.filter_map(|n| n.accesskit_node().label()).collect()
    };
    assert_eq!(marked(&harness).len(), 1);
    let theme = harness.state().state.theme();
    assert_eq!(marked(&harness)[0], theme.title().get(Lang::Fr));
}

#[test]
fn letters_that_no_choice_answers_choose_nothing_and_are_told() {
    let mut harness = open(WIDE, Page::Overview);
    let before = scenario(&harness);
    focus(&mut harness, Role::ComboBox, "Région d’étude");
    type_text(&mut harness, "zz");
    assert!(says(&harness, "Aucun choix ne répond à «\u{a0}zz\u{a0}»"));
    key(&mut harness, Key::Enter);
    assert_eq!(scenario(&harness), before);
    key(&mut harness, Key::Escape);
    assert!(!says(&harness, "Aucun choix"));
}

// ---------------------------------------------------------------------------------------------------------------------------------------------
// Notices that stay

#[test]
fn what_purchases_did_to_the_surplus_is_told_until_sales_or_purchases_answer_it() {
    let mut state = start(Lang::Fr);
    update(&mut state, Action::ShowPage(Page::Spending));
    let k = state.phase;
    let edit = |state: &mut _, edit: Edit| {
        update(state, Action::Edit(edit, Gesture::Once));
    };
    let phase = |state: &retombees::app::AppState| state.document().study().phases[k].clone();
    let first = phase(&state);
    let (before, surplus) = (first.purchases, first.project.unwrap().surplus);
    let factor = first.price_factor;
    let lines: Vec<_> = first
        .lines_in_order()
        .into_iter()
        .take(2)
        .map(|l| (l.id.clone(), l.amount))
        .collect();
    edit(
        &mut state,
        Edit::LineAmount(k, lines[0].0.clone(), Some(lines[0].1 / 2.0 / factor)),
    );
    assert!(state.account.is_some());
    // An edit of something else leaves it, and so does a note.
    edit(&mut state, Edit::LocalShare(k, Some(0.1)));
    edit(
        &mut state,
        Edit::Lines(k, LinesEdit::Note(lines[0].0.clone(), Lang::Fr, "devis".into())),
    );
    assert!(state.account.is_some(), "another edit leaves it");
    // A second line adds to what is told.
    edit(
        &mut state,
        Edit::LineAmount(k, lines[1].0.clone(), Some(lines[1].1 / 2.0 / factor)),
    );
    let told = state.account.clone().expect("told");
    let lost = before - (lines[0].1 + lines[1].1) / 2.0 - before;
    assert!(
        (told.purchases - lost).abs() < 1e-6 * before,
        "{} {lost}",
        told.purchases
    );
    // Its remedy brings the surplus back to what it was before the first of them, and it is told no more.
    edit(&mut state, told.level.clone().expect("sales that level it"));
    assert!((phase(&state).project.unwrap().surplus - surplus).abs() < 1e-6 * surplus.abs());
    assert_eq!(state.account, None);
    // Undone to where purchases were, nothing is told either.
    let mut state = start(Lang::Fr);
    update(&mut state, Action::ShowPage(Page::Spending));
    edit(
        &mut state,
        Edit::LineAmount(k, lines[0].0.clone(), Some(lines[0].1 / 2.0 / factor)),
    );
    assert!(state.account.is_some());
    update(&mut state, Action::Undo);
    assert_eq!(state.account, None);
}
