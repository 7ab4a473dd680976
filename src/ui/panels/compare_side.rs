//! The left panel of the comparison: the projects compared, and the inputs that differ.

use egui::{Align, Frame, Margin, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::app::{Action, AppState, CompareAction, Document, Page};
use crate::report::compare::{self, letter};
use crate::scenario::PhaseKind;
use crate::study::compare::MOST;
use crate::text::messages::compare as words;
use crate::text::{Lang, number};
use crate::ui::plot::badge;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{Button, Icon, SectionAside, clipped, clipped_name, icon_button, menu, paint, section};

/// Height of a project in the list.
const SIDE: f32 = 50.0;
/// Height of the letters above the inputs.
const INPUT: f32 = 24.0;
/// Height of the name of an input above its values.
const NAME: f32 = 18.0;
/// Space at the left of a value, so that it keeps from the one before.
const GAP: f32 = 10.0;
/// The least width of the name of an input beside its values.
const LEAST_NAME: f32 = 112.0;

/// Shows the panel.
pub fn show(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let theme = Theme::of(ui.ctx());
    let margin = theme.tokens.layout.page_margin as i8;
    ScrollArea::vertical().auto_shrink([false, false]).show(ui, |ui| {
        let block = |ui: &mut Ui, content: &mut dyn FnMut(&mut Ui)| {
            Frame::new().inner_margin(Margin::symmetric(margin, 10)).show(ui, |ui| {
                ui.set_width(ui.available_width());
                ui.spacing_mut().item_spacing.y = 4.0;
                content(ui);
            });
            let line = ui.max_rect().x_range();
            ui.painter().hline(line, ui.cursor().top(), theme.hairline());
        };
        block(ui, &mut |ui| sides(ui, state, actions));
        if state.compared().len() > 1 {
            block(ui, &mut |ui| inputs(ui, state));
        }
    });
}

/// The projects compared, each with its letter, and how to add one.
fn sides(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    section(
        ui,
        words::SIDES.get(lang),
        SectionAside::Text(words::SIDES_COUNT.get(lang)),
    );
    let compared = state.compared();
    for (k, document) in compared.iter().enumerate() {
        side(ui, state, (k, compared.len()), document, actions);
    }
    ui.add_space(6.0);
    let full = (compared.len() >= MOST).then(|| words::ADD_FULL.get(lang));
    let add = Button::secondary(words::ADD.get(lang))
        .icon(Icon::Plus)
        .disabled_because(full)
        .show(ui);
    if full.is_none() {
        menu(&add, actions, |ui, actions| {
            ui.set_min_width(260.0);
            additions(ui, state, actions);
        });
    }
}

/// What can join the comparison: open projects, a variant, examples, a file.
fn additions(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let chosen = &state.compare.view.chosen;
    let mut others = state.documents.iter().filter(|d| !chosen.contains(&d.id)).peekable();
    if others.peek().is_some() {
        ui.label(words::ADD_OPEN.get(lang));
        for document in others {
            if ui.button(document.scenario().name.get(lang)).clicked() {
                actions.push(Action::Compare(CompareAction::Add(document.id)));
            }
        }
        ui.separator();
    }
    if ui.button(words::DUPLICATE_FRONT.get(lang)).clicked() {
        actions.push(Action::Compare(CompareAction::Duplicate));
    }
    if ui.button(words::ADD_FILE.get(lang)).clicked() {
        actions.push(Action::Open);
    }
    ui.separator();
    ui.label(words::ADD_EXAMPLE.get(lang));
    examples(ui, state, actions);
}

/// The shipped scenarios, to open and compare.
pub(super) fn examples(ui: &mut Ui, state: &AppState, actions: &mut Vec<Action>) {
    let chosen = super::examples::show(ui, state.lang());
    actions.extend(chosen.map(|k| Action::Compare(CompareAction::AddPreset(k))));
}

fn side(ui: &mut Ui, state: &AppState, (k, count): (usize, usize), document: &Document, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let colours = &theme.colours;
    let name = document.scenario().name.get(lang);
    let menu_side = theme.tokens.control.hit_target;
    // A name too long for one line takes two: it is what tells the projects apart.
    let room = ui.available_width() - 29.0 - menu_side - 6.0;
    let second = if paint::text_width(ui, name, Type::BodyMedium) > room {
        20.0
    } else {
        0.0
    };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), SIDE + second), Sense::hover());
    let facts = facts(document, lang);
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, format!("{} {name}, {facts}", letter(k))));
    badge(ui, pos2(rect.left() + 10.0, rect.top() + 15.0), letter(k));
    let text = Rect::from_min_max(
        pos2(rect.left() + 29.0, rect.top() + 4.0),
        pos2(rect.right() - menu_side - 6.0, rect.top() + 26.0 + second),
    );
    clipped_name(ui, ("side", k), text, name, (Type::BodyMedium, colours.text));
    let below = paint::line(ui, &facts, Type::Small, colours.text_secondary, text.width());
    paint::left(ui.painter(), text.left(), rect.top() + 34.0 + second, below);
    if k + 1 < count {
        ui.painter()
            .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
    }
    let corner = Rect::from_min_size(
        pos2(rect.right() - menu_side, rect.top() + 3.0),
        vec2(menu_side, menu_side),
    );
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(corner).id_salt(("side menu", k)));
    let label = words::SIDE_MENU.fill(lang, &[("letter", letter(k))]);
    let button = icon_button(&mut child, Icon::More, &label, true);
    let id = document.id;
    menu(&button, actions, |ui, actions| {
        ui.set_min_width(220.0);
        if ui.button(words::SHOW_SIDE.get(lang)).clicked() {
            let at = state.documents.iter().position(|d| d.id == id);
            actions.extend(at.map(Action::Activate));
            actions.push(Action::ShowPage(Page::Overview));
        }
        if ui
            .add_enabled(k > 0, egui::Button::new(words::MOVE_UP.get(lang)))
            .clicked()
        {
            actions.push(Action::Compare(CompareAction::MoveUp(id)));
        }
        if ui
            .add_enabled(k + 1 < count, egui::Button::new(words::MOVE_DOWN.get(lang)))
            .clicked()
        {
            actions.push(Action::Compare(CompareAction::MoveDown(id)));
        }
        ui.separator();
        if ui.button(words::REMOVE.get(lang)).clicked() {
            actions.push(Action::Compare(CompareAction::Remove(id)));
        }
    });
}

/// Returns a project in two numbers: its investment and its direct jobs.
fn facts(document: &Document, lang: Lang) -> String {
    let scenario = document.scenario();
    let kinds = || scenario.phases.iter().map(|p| &p.kind);
    let investment = kinds().find_map(|kind| match kind {
        PhaseKind::Construction { investment, .. } => Some(number::dollars_in_millions(investment.value, lang)),
        PhaseKind::Operation { .. } => None,
    });
    let jobs = kinds().find_map(|kind| match kind {
        PhaseKind::Operation { jobs, .. } => Some(number::exact(jobs.value, (0, 3), lang)),
        PhaseKind::Construction { .. } => None,
    });
    match (investment, jobs) {
        (Some(investment), Some(jobs)) => words::SIDE_FACTS.fill(lang, &[("investment", &investment), ("jobs", &jobs)]),
        (None, Some(jobs)) => words::SIDE_FACTS_JOBS.fill(lang, &[("jobs", &jobs)]),
        (Some(investment), None) => words::SIDE_FACTS_MONEY.fill(lang, &[("investment", &investment)]),
        (None, None) => String::new(),
    }
}

/// The inputs that differ, in bold where they differ from the project at their left.
fn inputs(ui: &mut Ui, state: &AppState) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let colours = &theme.colours;
    let sides = state.compared_sides();
    let Some(scope) = state.compare_scope(&sides).filter(|_| sides.len() > 1) else {
        return;
    };
    let rows = compare::inputs(&scope);
    let count = match rows.len() {
        0 => String::new(),
        n => words::DIFFERENT_COUNT.fill(lang, &[("count", &n.to_string())]),
    };
    section(ui, words::DIFFERENT.get(lang), SectionAside::Text(&count));
    let width = ui.available_width();
    let wide = |cells: &[(String, bool)]| {
        let widths = cells
            .iter()
            .map(|(text, _)| paint::text_width(ui, text, Type::SmallStrong) + GAP);
        widths.fold(0.0, f32::max)
    };
    let widest = rows.iter().map(|(_, cells)| wide(cells)).fold(0.0, f32::max);
    let count = sides.len() as f32;
    // Where names and values have no room on one line, every name stands above its values, which wrap in their columns.
    let stacked = width - count * widest < LEAST_NAME;
    let each = match stacked {
        true => width / count,
        false => ((width - 2.0 * LEAST_NAME).max(widest * count) / count).min(widest.max(110.0)),
    };
    let names = width - count * each;
    let right = |rect: Rect, k: usize| rect.left() + names + (k + 1) as f32 * each;
    // A word is never broken: where one has no room in its column, every value follows its letter, two by two.
    let breaks = |text: &String| {
        let mut words = text.split([' ', '-', '\u{a0}']);
        words.any(|word| paint::text_width(ui, word, Type::SmallStrong) + 8.0 > each - GAP)
    };
    let by_letter = stacked && rows.iter().flat_map(|(_, cells)| cells).any(|(text, _)| breaks(text));
    if by_letter {
        for (name, cells) in &rows {
            lettered(ui, name, cells);
        }
    } else {
        let (head, _) = ui.allocate_exact_size(vec2(width, INPUT), Sense::hover());
        for k in 0..sides.len() {
            let galley = paint::line(ui, letter(k), Type::SmallStrong, colours.text, each);
            paint::right(ui.painter(), right(head, k), head.center().y, galley);
        }
        for (index, (name, cells)) in rows.iter().enumerate() {
            let values: Vec<_> = cells
                .iter()
                .map(|(text, differs)| {
                    let (style, ink) = ink_of(theme, *differs);
                    let mut job = theme.job(text, style, ink, each - GAP);
                    job.halign = Align::Max;
                    paint::lay_out(ui, job)
                })
                .collect();
            let high = values.iter().map(|galley| galley.size().y).fold(0.0, f32::max) + 8.0;
            let above = if stacked { NAME } else { 0.0 };
            let (rect, _) = row(ui, name, cells, above + high);
            let (area, ink) = match stacked {
                true => (rect.with_max_y(rect.top() + NAME + 4.0), colours.text_secondary),
                false => (rect.with_max_x(rect.left() + names), colours.text),
            };
            clipped(ui, ("input", index), area, name, (Type::Small, ink));
            for (k, galley) in values.into_iter().enumerate() {
                paint::place(ui.painter(), pos2(right(rect, k), rect.top() + above + 4.0), galley);
            }
        }
    }
    ui.add_space(4.0);
    let quiet = |ui: &mut Ui, text: &str| {
        ui.label(theme.rich(text, Type::Small, colours.text_muted));
    };
    match rows.is_empty() {
        true => quiet(ui, words::DIFFERENT_NONE.get(lang)),
        false => quiet(ui, words::BOLD_NOTE.get(lang)),
    }
    for remark in compare::notes(&scope) {
        quiet(ui, &remark);
    }
}

/// Takes the place of an input, which a screen reader is told whole.
fn row(ui: &mut Ui, name: &str, cells: &[(String, bool)], height: f32) -> (Rect, egui::Response) {
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let spoken: Vec<&str> = cells.iter().map(|(text, _)| text.as_str()).collect();
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, format!("{name}, {}", spoken.join(", "))));
    (rect, response)
}

/// Returns how the value of an input is written: in bold where it differs from the project at its left.
fn ink_of(theme: &Theme, differs: bool) -> (Type, egui::Color32) {
    match differs {
        true => (Type::SmallStrong, theme.colours.text),
        false => (Type::Small, theme.colours.text_secondary),
    }
}

/// An input whose values have no room in columns: each after its letter, two by two.
fn lettered(ui: &mut Ui, name: &str, cells: &[(String, bool)]) {
    let theme = Theme::of(ui.ctx());
    let width = ui.available_width();
    let mark = 16.0;
    let half = (width - GAP) / 2.0;
    let galleys: Vec<_> = cells
        .iter()
        .map(|(text, differs)| {
            let (style, ink) = ink_of(theme, *differs);
            paint::paragraph(ui, text, style, ink, half - mark)
        })
        .collect();
    let heights: Vec<f32> = galleys
        .chunks(2)
        .map(|line| line.iter().map(|g| g.size().y).fold(0.0, f32::max) + 3.0)
        .collect();
    let title = paint::paragraph(ui, name, Type::Small, theme.colours.text_secondary, width);
    let top = title.size().y + 4.0;
    let (rect, _) = row(ui, name, cells, top + heights.iter().sum::<f32>() + 3.0);
    paint::place(ui.painter(), rect.min + vec2(0.0, 3.0), title);
    let mut y = rect.top() + top;
    for ((line, values), height) in galleys.chunks(2).enumerate().zip(&heights) {
        for (column, galley) in values.iter().enumerate() {
            let x = rect.left() + column as f32 * (half + GAP);
            let tag = letter(2 * line + column);
            let tag = paint::line(ui, tag, Type::SmallStrong, theme.colours.text_muted, mark);
            paint::place(ui.painter(), pos2(x, y), tag);
            paint::place(ui.painter(), pos2(x + mark, y), galley.clone());
        }
        y += height;
    }
}
