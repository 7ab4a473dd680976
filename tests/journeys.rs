//! The journeys of a planner, each from end to end with the keyboard alone, through the words on the screen, in both languages. What is expected comes from
//! a study of a scenario written here, not from the window.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::type_complexity,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

mod shown;

use egui::{Event, Key, Modifiers};
use egui_kittest::kittest::NodeT;
use retombees::app::view::ViewAction;
use retombees::app::{Action, AppState, Settings, update};
use retombees::scenario::{Input, PhaseKind, Scenario, file, presets};
use retombees::study::{self, Cache, Measure, Study, Territory};
use retombees::text::{Lang, number};
use shown::{LIBRARY, Shown, show};

const OPERATION: usize = 1;

/// Somebody at the keyboard.
struct Planner {
    window: Shown,
    lang: Lang,
}

impl Planner {
    /// Starts the program for the first time, in a window of the usual size.
    fn first_start(lang: Lang) -> Self {
        let state = AppState::new(LIBRARY.clone(), Settings::default(), lang).unwrap();
        let mut planner = Self {
            window: show(state, (1440.0, 900.0), 60, |_| {}),
            lang,
        };
        update(&mut planner.window.state_mut().state, Action::View(ViewAction::Started));
        planner.window.run();
        planner
    }

    /// Starts the program again, when the tour was seen.
    fn start(lang: Lang) -> Self {
        let mut planner = Self::first_start(lang);
        planner.press(Key::Escape);
        planner
    }

    fn in_words<'a>(&self, fr: &'a str, en: &'a str) -> &'a str {
        match self.lang {
            Lang::Fr => fr,
            Lang::En => en,
        }
    }

    fn press(&mut self, key: Key) {
        self.press_with(Modifiers::NONE, key);
    }

    fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        self.window.key_press_modifiers(modifiers, key);
        self.window.run();
    }

    fn write(&mut self, text: &str) {
        for letter in text.chars() {
            self.window.event(Event::Text(letter.to_string()));
            self.window.run();
        }
    }

    /// Gives a command by a few of its letters.
    fn command(&mut self, letters: &str) {
        self.press_with(Modifiers::COMMAND, Key::K);
        self.write(letters);
        self.press(Key::Enter);
    }

    fn focused(&self) -> String {
        let mut all = self.window.root().children_recursive();
        let found = all.find(|n| n.accesskit_node().is_focused());
        // A text that takes the focus says itself.
        let name = |n: egui_kittest::Node<'_>| n.accesskit_node().label().or_else(|| n.accesskit_node().value());
        found.and_then(name).unwrap_or_default()
    }

    /// Goes on with Tab until what begins so has the focus.
    fn tab_to(&mut self, label: &str) {
        let mut passed = Vec::new();
        for _ in 0..130 {
            let now = self.focused();
            if now.starts_with(label) {
                return;
            }
            passed.push(now);
            self.press(Key::Tab);
        }
        panic!(
            "Tab does not reach {label:?} from {:?}; the screen says {:#?}",
            passed.first(),
            self.reads()
        );
    }

    /// Returns every text on the screen, as a screen reader says it.
    fn reads(&self) -> Vec<String> {
        let all = self.window.root().children_recursive();
        all.flat_map(|n| {
            let node = n.accesskit_node();
            [node.label(), node.value()]
        })
        .flatten()
        .collect()
    }

    fn says(&self, text: &str) -> bool {
        self.reads().iter().any(|t| t.contains(text))
    }

    fn must_say(&self, text: &str) {
        assert!(self.says(text), "{text:?} is not on the screen: {:#?}", self.reads());
    }

    /// Checks that the permanent jobs of a study are in a text of the screen that begins so.
    fn shows_jobs_of(&self, study: &Study, begins: &str) {
        let jobs = number::whole(jobs(study), self.lang);
        let found = |t: &String| t.starts_with(begins) && t.contains(&jobs);
        assert!(
            self.reads().iter().any(found),
            "{begins:?} with {jobs}: {:#?}",
            self.reads()
        );
    }
}

fn flagship() -> Scenario {
    file::read(presets::SHIPPED[0].1.as_bytes()).unwrap()
}

fn studied(scenario: &Scenario) -> Study {
    study::run(scenario, &LIBRARY, &mut Cache::default()).unwrap()
}

fn jobs(study: &Study) -> f64 {
    study.total(study.operation().unwrap(), Measure::Jobs, Territory::Study)
}

#[test]
fn the_first_minute() {
    for lang in Lang::ALL {
        let mut planner = Planner::first_start(lang);
        // A study is there, computed, before anything is done.
        let expected = studied(&flagship());
        planner.shows_jobs_of(&expected, planner.in_words("En Estrie", "In Estrie"));
        // The tour says what the program is for, and goes to its end with Enter.
        planner.must_say(planner.in_words("Retombées estime les emplois", "Retombées estimates the jobs"));
        for step in 1..=6 {
            planner.must_say(&match lang {
                Lang::Fr => format!("Visite, étape {step} sur 6"),
                Lang::En => format!("Tour, step {step} of 6"),
            });
            planner.press(Key::Enter);
        }
        assert!(!planner.says(planner.in_words("Visite, étape", "Tour, step")));
        // Every page opens by its key, and says something of its own.
        for (key, fr, en) in [
            (Key::Num2, "emplois permanents", "permanent jobs"),
            (Key::Num3, "familles", "families"),
            (Key::Num4, "recettes", "revenue"),
            (Key::Num5, "100", "100"),
            (Key::Num6, "2022", "2022"),
            (Key::Num7, "achats", "purchases"),
            (Key::Num8, "plafond", "cap"),
            (Key::Num0, "Statistique Canada", "Statistics Canada"),
        ] {
            planner.press_with(Modifiers::ALT, key);
            planner.must_say(planner.in_words(fr, en));
        }
    }
}

#[test]
fn a_number_is_moved_live_and_taken_back() {
    for lang in Lang::ALL {
        let mut planner = Planner::start(lang);
        let heading = planner.in_words("En Estrie", "In Estrie").to_owned();
        let before = studied(&flagship());
        let mut moved = flagship();
        moved.phases[OPERATION].local_share = Some(Input::user(0.33));
        let after = studied(&moved);
        planner.tab_to(planner.in_words("Part locale des achats", "Local procurement share"));
        // The field has that name too; the slider is the one that the arrows move.
        planner.press(Key::Tab);
        for _ in 0..3 {
            planner.press(Key::ArrowRight);
        }
        planner.shows_jobs_of(&after, &heading);
        let gained = number::whole((jobs(&after)).round() - (jobs(&before)).round(), lang);
        planner.must_say(&format!("+{gained}"));
        while planner.window.state().state.document().is_modified() {
            planner.press_with(Modifiers::COMMAND, Key::Z);
        }
        planner.shows_jobs_of(&before, &heading);
        assert!(!planner.says(&format!("+{gained}")), "no difference is left");
    }
}

#[test]
fn the_projects_own_budget_is_pasted_and_taken_back() {
    for lang in Lang::ALL {
        let mut planner = Planner::start(lang);
        planner.command(planner.in_words("Dépenses et", "Spending and"));
        let lines = planner.window.state().state.document().scenario().phases[OPERATION]
            .lines
            .len();
        let budget = planner.in_words(
            "Poste\tMontant\nÉlectricité\t30,5 M$\nEntretien\t2 M$",
            "Item\tAmount\nElectricity\t$30.5M\nMaintenance\t$2M",
        );
        planner.window.event(Event::Paste(budget.to_owned()));
        planner.window.run();
        planner.tab_to(planner.in_words("Mettre 2 lignes", "Put 2 lines"));
        planner.press(Key::Enter);
        planner.must_say(planner.in_words("Budget collé", "Budget pasted"));
        planner.must_say(planner.in_words("Entretien", "Maintenance"));
        let study = planner.window.state().state.document().study().clone();
        let bought: f64 = study.phases[OPERATION].lines.iter().map(|l| l.amount).sum();
        assert!(study.phases[OPERATION].lines.len() == 2 && bought > 25e6, "{bought}");
        planner.press_with(Modifiers::COMMAND, Key::Z);
        let now = planner.window.state().state.document().scenario().phases[OPERATION]
            .lines
            .len();
        assert_eq!(now, lines);
        assert!(!planner.window.state().state.document().is_modified());
    }
}

#[test]
fn a_variant_is_made_and_the_difference_explained() {
    for lang in Lang::ALL {
        let mut planner = Planner::start(lang);
        planner.press_with(Modifiers::COMMAND, Key::D);
        planner.tab_to(planner.in_words("Emplois directs", "Direct jobs"));
        planner.write("150");
        planner.press(Key::Enter);
        let mut other = flagship();
        let PhaseKind::Operation { jobs: direct, .. } = &mut other.phases[OPERATION].kind else {
            panic!("the second phase is the operation");
        };
        *direct = Input::user(150.0);
        let (a, b) = (jobs(&studied(&flagship())), jobs(&studied(&other)));
        planner.press_with(Modifiers::ALT, Key::Num9);
        let more = number::whole(b.round() - a.round(), lang);
        planner.must_say(&match lang {
            Lang::Fr => format!("B soutiendrait {more} emplois permanents de plus que A"),
            Lang::En => format!("B would support {more} more permanent jobs than A"),
        });
        // Every chart reads as a table, with both figures.
        planner.press_with(Modifiers::COMMAND | Modifiers::SHIFT, Key::T);
        let [a, b] = [a, b].map(|v| number::whole(v, lang));
        let row =
            |t: &String| t.starts_with(planner.in_words("Emplois permanents", "Permanent jobs")) && t.contains(&a);
        assert!(
            planner.reads().iter().any(|t| row(t) && t.contains(&b)),
            "{a} and {b}: {:#?}",
            planner.reads()
        );
    }
}

#[test]
fn a_figure_says_why() {
    for lang in Lang::ALL {
        let mut planner = Planner::start(lang);
        planner.tab_to(planner.in_words("Emplois permanents, Estrie", "Permanent jobs, Estrie"));
        planner.press(Key::Enter);
        // The published table, the multiplier and the figure itself stand in the answer.
        planner.must_say("15-211-X");
        let figure = number::whole(jobs(&studied(&flagship())), lang);
        planner.must_say(&match lang {
            Lang::Fr => format!("Pourquoi {figure}"),
            Lang::En => format!("Why {figure}"),
        });
    }
}

#[test]
fn another_region_gives_its_own_study() {
    for lang in Lang::ALL {
        let mut planner = Planner::start(lang);
        planner.tab_to(planner.in_words("Région d’étude", "Study region"));
        planner.press(Key::Space);
        planner.write(planner.in_words("Mauri", "Mauri"));
        planner.press(Key::Enter);
        let mut there = flagship();
        there.region = "04".into();
        planner.shows_jobs_of(&studied(&there), planner.in_words("En Mauricie", "In Mauricie"));
        // A whole province has no rest of its province.
        planner.tab_to(planner.in_words("Région d’étude", "Study region"));
        planner.press(Key::Space);
        planner.write(planner.in_words("Ontario", "Ontario"));
        planner.press(Key::Enter);
        there.region = "ON".into();
        planner.shows_jobs_of(&studied(&there), planner.in_words("En Ontario", "In Ontario"));
    }
}
