//! The bar at the bottom: warnings, saved state, last message, region and data year.

use egui::{Align, Label, Layout, Popup, Role, Sense, SetOpenCommand, Ui, WidgetInfo, vec2};

use super::fields::stamp;
use crate::app::{Action, AppState, refusals};
use crate::data::territories::Structure;
use crate::ids::RegionCode;
use crate::report::places;
use crate::report::problems::sentence;
use crate::report::words::upper_first;
use crate::text::Msg;
use crate::text::messages::ui as words;
use crate::ui::theme::{Theme, Type};
use crate::ui::tour::{self, Anchor};
use crate::ui::widgets::{Icon, NoticeTone, icon_in, paint, problem_row, refused_fields, tell_whole};

/// Room that a message keeps at least.
const LEAST_TOLD: f32 = 220.0;
/// The least room in which a region can be told from another; with less it is left out.
const LEAST_PLACE: f32 = 90.0;
/// The least room for the name of the last step.
const LEAST_STEP: f32 = 80.0;

/// Shows the bar.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let colours = &theme.colours;
    let document = state.document();
    let quiet = |text: &str| theme.rich(text, Type::Small, colours.text_muted);
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 14.0;
        if state.draft.open {
            super::new_project_results::status(ui, state, actions);
            return;
        }
        if let Some(open) = &state.group {
            let told = state.notice.as_ref().map(|n| n.text.get(lang));
            for text in [Some(open.study.name.get(lang)), told].into_iter().flatten() {
                ui.add(Label::new(quiet(text)).truncate());
            }
            return;
        }
        warnings(ui, state, actions);
        // The ring around the place stays inside the bar.
        tour::mark(ui, Anchor::Status, ui.max_rect().shrink2(vec2(0.0, 6.0)));
        let saved = if document.is_modified() {
            words::UNSAVED
        } else if document.path.is_some() {
            words::SAVED
        } else {
            words::NEVER_SAVED
        };
        ui.add(Label::new(quiet(saved.get(lang))).truncate());
        let year = document.study().data_year.to_string();
        let tables = words::TABLES.fill(lang, &[("year", &year)]);
        let place = region(state, &document.study().region);
        let gap = ui.spacing().item_spacing.x;
        let width = |text: &str| paint::text_width(ui, text, Type::Small) + gap;
        // What was just told comes before the region, the region before the year of the tables, and both before the last step.
        let told = state
            .notice
            .as_ref()
            .map_or(0.0, |n| width(n.text.get(lang)).min(LEAST_TOLD));
        let room = ui.available_width() - told;
        let with_tables = width(&place) + width(&tables) <= room;
        let place_room = (room - if with_tables { width(&tables) } else { 0.0 }).min(width(&place)) - gap;
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if with_tables {
                ui.label(quiet(&tables));
            }
            if place_room >= LEAST_PLACE {
                // Where the year has no room, it is told with the region.
                let whole = format!("{place}. {}", upper_first(&tables));
                let size = vec2(place_room, ui.available_height());
                let label = Label::new(quiet(&place)).truncate().show_tooltip_when_elided(false);
                let line = Layout::right_to_left(Align::Center);
                let label = ui.allocate_ui_with_layout(size, line, |ui| ui.add(label)).inner;
                if !with_tables {
                    tell_whole(label, &whole);
                }
            }
            if ui.available_width() < LEAST_STEP && state.notice.is_none() {
                return;
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                if let Some(notice) = &state.notice {
                    let ink = if notice.alarming {
                        colours.warning
                    } else {
                        colours.text_muted
                    };
                    let text = theme.rich(notice.text.get(lang), Type::Small, ink);
                    let told = ui.add(Label::new(text).truncate().sense(Sense::click()));
                    // A click clears it, so it is a control with a name.
                    told.widget_info(|| WidgetInfo::labeled(Role::Button, true, notice.text.get(lang)));
                    if told.clicked() {
                        actions.push(Action::ClearNotice);
                    }
                } else if let Some(step) = document.history.undo_name() {
                    let step = words::UNDO_STEP.fill(lang, &[("step", step.get(lang))]);
                    ui.add(Label::new(quiet(&step)).truncate());
                }
            });
        });
    });
}

/// Returns where the figures of a region come from.
pub(super) fn region(state: &AppState, code: &RegionCode) -> String {
    let lang = state.lang();
    let territory = state.library.territory(code.as_str());
    let name = territory.map_or("", |t| t.label.get(lang));
    match territory.map(|t| &t.structure) {
        Some(Structure::Groups(year)) => {
            words::STRUCTURE_YEAR.fill(lang, &[("region", name), ("year", &year.to_string())])
        }
        Some(Structure::Province) => words::STRUCTURE_PROVINCE.fill(lang, &[("region", name)]),
        Some(Structure::Scaled(_)) => words::STRUCTURE_SCALED.fill(lang, &[("region", name)]),
        _ => name.to_owned(),
    }
}

fn warnings(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let colours = &theme.colours;
    let fields = refused_fields(ui.ctx(), stamp(state));
    let document = state.document();
    // A field that holds what the document refused says so itself.
    let refused = document.refused.as_ref().filter(|_| fields.is_empty());
    let problems = &document.study().warnings;
    let count = |n: usize, one: Msg, many: Msg| match n {
        1 => one.get(lang).to_owned(),
        n => many.fill(lang, &[("count", &n.to_string())]),
    };
    let warned = problems.len() + usize::from(refused.is_some());
    let quiet = warned == 0 && fields.is_empty();
    let mut counts = Vec::new();
    if !fields.is_empty() {
        counts.push(count(fields.len(), words::ONE_REFUSED, words::REFUSED));
    }
    if warned > 0 {
        counts.push(count(warned, words::ONE_WARNING, words::WARNINGS));
    }
    if quiet {
        counts.push(words::NO_WARNING.get(lang).to_owned());
    }
    let text = counts.join(" · ");
    let ink = match (quiet, fields.is_empty()) {
        (true, _) => colours.text_muted,
        (false, true) => colours.warning,
        (false, false) => colours.error,
    };
    let icon_width = if quiet { 0.0 } else { 18.0 };
    let galley = paint::line(
        ui,
        &text,
        if quiet { Type::Small } else { Type::SmallMedium },
        ink,
        400.0,
    );
    let size = vec2(galley.size().x + icon_width + 2.0, 22.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, &text));
    if !quiet {
        icon_in(ui.painter(), rect.left_center() + vec2(7.0, 0.0), Icon::Warning, ink);
    }
    paint::left(ui.painter(), rect.left() + icon_width, rect.center().y, galley);
    paint::focus_ring(ui, &response, rect, theme.tokens.radius.field);
    if quiet {
        if state.problems_open {
            actions.push(Action::ToggleProblems);
        }
        return;
    }
    let mut popup = Popup::menu(&response);
    if state.problems_open {
        popup = popup.open_memory(Some(SetOpenCommand::Bool(true)));
        actions.push(Action::ToggleProblems);
    }
    popup
        .close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside)
        .show(|ui| {
            ui.set_width(560.0);
            egui::ScrollArea::vertical().max_height(420.0).show(ui, |ui| {
                for field in &fields {
                    let said = words::REFUSED_KEPT.fill(lang, &[("message", &upper_first(&field.message))]);
                    if problem_row(ui, NoticeTone::Error, &field.name, &said, &[]).clicked {
                        ui.memory_mut(|memory| memory.request_focus(field.id));
                    }
                }
                if let Some(refused) = refused {
                    problem_row(ui, NoticeTone::Error, "", &refusals::reason(state, refused), &[]);
                }
                for problem in problems {
                    let s = sentence(problem, lang, Some(&state.library));
                    let tone = match problem.severity() {
                        crate::problem::Severity::Error => NoticeTone::Error,
                        crate::problem::Severity::Warning => NoticeTone::Warning,
                    };
                    let place = places::in_study(&problem.place, document.study(), lang, &state.library);
                    problem_row(ui, tone, &place, &format!("{}. {}", s.what, s.remedy), &[]);
                }
            });
        });
}
