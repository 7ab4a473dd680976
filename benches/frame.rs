//! The time of a frame, page by page, on the largest shipped scenario at 1440×900, four scenarios compared.
//!
//! For each page: a frame at rest, and a frame after a step of the slider, results included. First layout, painting and tessellation alone; then, where there is a
//! display, whole frames of the real window, as they follow each other. Run with `cargo bench --bench frame`.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench may fail, and prints what it measures"
)]

use std::sync::Arc;
use std::time::{Duration, Instant};

use eframe::egui;
use retombees::app::{Action, AppState, CompareAction, Edit, Gesture, Page, Settings, ThemePreference, update};
use retombees::data::library::Library;
use retombees::scenario::presets::SHIPPED;
use retombees::text::Lang;
use retombees::ui::root;
use retombees::ui::theme::Theme;

/// Frames measured for each page.
const FRAMES: usize = 300;

fn main() {
    let library = Arc::new(Library::embedded().expect("the embedded data reads"));
    let mut state = AppState::new(library, Settings::default(), Lang::Fr).expect("the window's state starts");
    // The largest: the most spending lines over all phases.
    let lines = |state: &AppState| -> usize { state.document().study().phases.iter().map(|p| p.lines.len()).sum() };
    let mut largest = (0, 0);
    for k in 0..SHIPPED.len() {
        update(&mut state, Action::OpenPreset(k));
        let count = lines(&state);
        if count > largest.1 {
            largest = (state.active, count);
        }
    }
    let others = state.documents.iter().map(|d| d.id).enumerate();
    let others: Vec<_> = others.filter(|(k, _)| *k != largest.0).take(3).collect();
    for (_, document) in others {
        update(&mut state, Action::Compare(CompareAction::Add(document)));
    }
    update(&mut state, Action::Activate(largest.0));
    update(&mut state, Action::Compare(CompareAction::Show));
    assert_eq!(state.compared().len(), 4, "four are compared");
    println!(
        "{} ({} lines), 1440×900, {FRAMES} frames a page, milliseconds",
        state.document().scenario().name.get(Lang::En),
        largest.1
    );
    println!(
        "{:<12} {:>12} {:>9} {:>12} {:>9}",
        "page", "rest median", "p99", "drag median", "p99"
    );
    let ctx = egui::Context::default();
    Theme::install(&ctx, root::theme_choice(ThemePreference::Light));
    let phase = state.document().scenario().first_operation().unwrap_or(0);
    let most = state.document().study().phases[phase].sourcing.maximum;
    for page in Page::ALL {
        update(&mut state, Action::ShowPage(page));
        let mut time = 0.0;
        for _ in 0..20 {
            frame(&ctx, &mut state, &mut time);
        }
        let rest: Vec<Duration> = (0..FRAMES).map(|_| frame(&ctx, &mut state, &mut time)).collect();
        let drag: Vec<Duration> = (0..FRAMES)
            .map(|k| {
                let begin = Instant::now();
                let share = most * (0.2 + 0.6 * (k % 100) as f64 / 100.0);
                let edit = Edit::LocalShare(phase, Some(share));
                update(&mut state, Action::Edit(edit, Gesture::Moving));
                frame(&ctx, &mut state, &mut time);
                begin.elapsed()
            })
            .collect();
        update(&mut state, Action::EndGesture);
        update(&mut state, Action::Undo);
        let [(a, b), (c, d)] = [median_and_p99(rest), median_and_p99(drag)];
        println!("{:<12} {a:>12.2} {b:>9.2} {c:>12.2} {d:>9.2}", format!("{page:?}"));
    }
    let mut options = eframe::NativeOptions {
        viewport: egui::ViewportBuilder::default().with_inner_size([1440.0, 900.0]),
        ..Default::default()
    };
    // Frames follow each other without waiting for the screen.
    options.glow_options.vsync = false;
    println!("the real window, whole frames");
    let shown = eframe::run_native(
        "frames",
        options,
        Box::new(move |cc| {
            Theme::install(&cc.egui_ctx, root::theme_choice(ThemePreference::Light));
            Ok(Box::new(Frames {
                state,
                most,
                phase,
                page: 0,
                last: None,
                times: Vec::new(),
            }))
        }),
    );
    if let Err(reason) = shown {
        println!("no window: {reason}");
    }
}

/// The real window, its pages measured one after the other: frames at rest, then frames of a slider that moves.
struct Frames {
    state: AppState,
    most: f64,
    phase: usize,
    page: usize,
    last: Option<Instant>,
    times: Vec<Duration>,
}

impl eframe::App for Frames {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        let now = Instant::now();
        self.times.extend(self.last.map(|last| now - last));
        self.last = Some(now);
        let Some(page) = Page::ALL.get(self.page).copied() else {
            ui.ctx().send_viewport_cmd(egui::ViewportCommand::Close);
            return;
        };
        let done = self.times.len();
        // The first frames of a page lay its texts out.
        let warm = 10;
        if done == 0 {
            update(&mut self.state, Action::ShowPage(page));
        } else if done > warm + FRAMES {
            let share = self.most * (0.2 + 0.6 * (done % 100) as f64 / 100.0);
            let edit = Edit::LocalShare(self.phase, Some(share));
            update(&mut self.state, Action::Edit(edit, Gesture::Moving));
        }
        if done >= warm + 2 * FRAMES {
            let drag = self.times.split_off(warm + FRAMES);
            let rest = self.times.split_off(warm);
            let [(a, b), (c, d)] = [median_and_p99(rest), median_and_p99(drag)];
            println!("{:<12} {a:>12.2} {b:>9.2} {c:>12.2} {d:>9.2}", format!("{page:?}"));
            update(&mut self.state, Action::EndGesture);
            update(&mut self.state, Action::Undo);
            self.times.clear();
            self.last = None;
            self.page += 1;
        }
        let mut actions = Vec::new();
        root::show(ui, &self.state, &mut actions);
        for action in actions {
            update(&mut self.state, action);
        }
        ui.ctx().request_repaint();
    }
}

/// Makes one frame and returns how long it took.
fn frame(ctx: &egui::Context, state: &mut AppState, time: &mut f64) -> Duration {
    *time += 1.0 / 60.0;
    let input = egui::RawInput {
        screen_rect: Some(egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1440.0, 900.0))),
        time: Some(*time),
        focused: true,
        ..Default::default()
    };
    let begin = Instant::now();
    let mut actions = Vec::new();
    let mut output = ctx.run_ui(input, |ui| root::show(ui, state, &mut actions));
    output.textures_delta.clear();
    let meshes = ctx.tessellate(output.shapes, output.pixels_per_point);
    let took = begin.elapsed();
    assert!(!meshes.is_empty());
    for action in actions {
        update(state, action);
    }
    took
}

fn median_and_p99(mut times: Vec<Duration>) -> (f64, f64) {
    times.sort();
    let at = |part: f64| times[((times.len() - 1) as f64 * part).round() as usize].as_secs_f64() * 1e3;
    (at(0.5), at(0.99))
}
