//! The rows of the table of spending lines: one line, its warnings, and moving between cells and lines.

use egui::{Id, Key, Rangef, Rect, Role, Sense, TextEdit, Ui, WidgetInfo, pos2, vec2};

use super::purchases::origin_text;
use super::scenario::saved_phase;
use super::spending_head::{Columns, WIDE, cell};
use super::{fields, line_details, page, why};
use crate::app::lines::moved_line;
use crate::app::{Action, AppState, Change, Edit, Gesture, LinesEdit};
use crate::ids::{IndustryCode, LineId};
use crate::problem::What;
use crate::report::why_line;
use crate::report::words as names;
use crate::study::{LineKind, LineStudy, PhaseStudy, Territory};
use crate::text::messages::{editor, levers as lever_words, ui as words};
use crate::text::number::{self, TypedUnit};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{
    CapSlider, Icon, Notice, NoticeTone, NumberField, clipped, dropdown_or_code, icon_button, menu, origin_bar, paint,
    tell_whole, tick_response,
};

/// What happened in a row, for the page: where its two cells are, and where it stands.
pub struct RowSeen {
    /// Its line.
    pub id: LineId,
    /// Its cells of amount and of local share.
    pub cells: [egui::Response; 2],
    /// Where the line stands.
    pub span: Rangef,
    /// Whether it is dragged to another place, and whether it was let go.
    pub dragged: (bool, bool),
    /// Whether its box was clicked.
    pub ticked: bool,
    /// Whether something in it took the focus or was clicked.
    pub touched: bool,
}

/// Shows a line, with what is known of it under it.
///
/// * `current`: whether it is the line that the cards speak of.
pub fn row(
    ui: &mut Ui,
    state: &AppState,
    phase: &PhaseStudy,
    line: &LineStudy,
    current: bool,
    actions: &mut Vec<Action>,
) -> RowSeen {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let colours = &theme.colours;
    let document = state.document();
    let name = names::line(line, lang, &state.library);
    let (rect, _) = ui.allocate_exact_size(
        vec2(ui.available_width(), theme.tokens.control.table_row),
        Sense::hover(),
    );
    let c = Columns::of(rect);
    let chosen = state.chosen.contains(&line.id);
    if chosen || current {
        ui.painter().rect_filled(rect, 0.0, colours.selected);
    }
    // A click anywhere on the line brings it to the cards; it is no stop of the Tab key.
    let back = ui.interact(rect, ui.scope_id().with("row"), Sense::CLICK);
    let dragged = handle(ui, &name, state, rect, back.hovered() || current);
    let area = Rect::from_min_size(rect.min + vec2(12.0, 0.0), vec2(20.0, rect.height()));
    line_details::chevron(ui, state, line, &name, area);
    let mut lead = cell(ui, rect.left() + 32.0, rect.left() + 52.0, rect, 24.0);
    let label = editor::CHOOSE_LINE.fill(lang, &[("name", &name)]);
    let ticked = tick_response(&mut lead, chosen, &label).clicked();
    if line.edited {
        let at = pos2(rect.left() + 57.0, rect.center().y);
        paint::diamond(ui.painter(), at, colours.r#override);
    }
    let ink = if line.amount > 0.0 {
        colours.text
    } else {
        colours.text_muted
    };
    if line.kind == LineKind::Added {
        own_line(ui, state, line, &name, (rect, &c), actions);
    } else {
        let area = |from: f32, to: f32| Rect::from_x_y_ranges(Rangef::new(from, to - 8.0), rect.y_range());
        clipped(ui, "name", area(c.name, c.industry), &name, (Type::Body, ink));
        let industry = line.industry.and_then(|i| state.library.economy.industries.get(i));
        if let Some(i) = industry {
            // A line that bears the name of its industry says its code alone.
            let whole = format!("{} · {}", i.code, i.short.get(lang));
            let (place, style) = (area(c.industry, c.amount), (Type::Small, colours.text_secondary));
            let has_room = !paint::two_lines(ui, &whole, style.0, style.1, place.width()).elided;
            if i.short.get(lang) == name {
                clipped(ui, "industry", place, &i.code, style);
            } else if has_room {
                clipped(ui, "industry", place, &whole, style);
            } else {
                // Where the name has no room, the code stands alone and the name is told.
                let code = paint::line(ui, &i.code, style.0, style.1, place.width());
                let shown = paint::left(ui.painter(), place.left(), place.center().y, code);
                let id = ui.scope_id().with("industry by its code");
                let told = ui.interact(shown, id, Sense::focusable_noninteractive());
                told.widget_info(|| WidgetInfo::labeled(Role::Label, true, &whole));
                paint::focus_ring(ui, &told, shown, theme.tokens.radius.bar);
                tell_whole(told, &whole);
            }
        }
    }
    let amount = amount_cell(ui, state, phase, line, &name, (rect, &c), actions);
    let mut ui_bar = cell(ui, c.origin, c.slider - 10.0, rect, 12.0);
    let text = origin_text(state, &name, line.origin.shares());
    let width = ui_bar.available_width();
    origin_bar(&mut ui_bar, line.origin.shares(), vec2(width, 12.0), &text);
    let (_, share) = share_cells(ui, state, line, &name, (rect, &c), actions);

    let percent = |to: f32, share: f64| {
        let galley = paint::line(
            ui,
            &number::percent(share, lang),
            Type::Body,
            colours.text_secondary,
            60.0,
        );
        paint::right(ui.painter(), to - 8.0, rect.center().y, galley);
    };
    if !document.study().whole_province {
        percent(c.other, line.origin.rest);
    }
    percent(c.abroad, line.origin.other);
    percent(c.source, line.origin.abroad);
    if rect.width() >= WIDE {
        let area = Rect::from_x_y_ranges(Rangef::new(c.source + 4.0, c.tail - 4.0), rect.y_range());
        clipped(
            ui,
            "source",
            area,
            &source(state, line),
            (Type::Small, colours.text_muted),
        );
    }
    tail(ui, state, phase, line, &name, (rect, &c), actions);
    if line_details::is_open(ui, state, line) {
        let details = ui.scope(|ui| line_details::show(ui, state, line, &name, actions));
        line_details::reveal(ui, details.response.rect.union(rect));
    }
    warning(ui, state, phase, line, actions);
    ui.painter()
        .hline(rect.x_range(), ui.min_rect().bottom(), theme.hairline());
    let touched = back.clicked() || holds_focus(ui, rect) || ticked;
    RowSeen {
        id: line.id.clone(),
        span: Rangef::new(rect.top(), ui.min_rect().bottom()),
        cells: [amount, share],
        dragged,
        ticked,
        touched,
    }
}

/// Shows the handle by which a line is dragged to another place; returns whether it is dragged, and whether it was let go.
fn handle(ui: &mut Ui, name: &str, state: &AppState, rect: Rect, seen: bool) -> (bool, bool) {
    let theme = Theme::of(ui.ctx());
    let area = Rect::from_min_size(rect.min + vec2(1.0, 6.0), vec2(13.0, rect.height() - 12.0));
    let response = ui.interact(area, ui.scope_id().with("handle"), Sense::click_and_drag());
    let label = editor::MOVE_LINE.fill(state.lang(), &[("name", name)]);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &label));
    if seen || response.hovered() || response.dragged() || response.has_focus() {
        for x in [-2.0, 2.0] {
            for y in [-4.0, 0.0, 4.0] {
                ui.painter()
                    .circle_filled(area.center() + vec2(x, y), 1.1, theme.colours.text_muted);
            }
        }
    }
    paint::focus_ring(ui, &response, area, theme.tokens.radius.bar);
    let dragged = (response.dragged(), response.drag_stopped());
    response.on_hover_cursor(egui::CursorIcon::Grab).on_hover_text(label);
    dragged
}

fn amount_cell(
    ui: &mut Ui,
    state: &AppState,
    phase: &PhaseStudy,
    line: &LineStudy,
    name: &str,
    (rect, c): (Rect, &Columns),
    actions: &mut Vec<Action>,
) -> egui::Response {
    let (lang, k) = (state.lang(), state.phase);
    let height = Theme::of(ui.ctx()).tokens.control.height;
    let spoken = words::LINE_AMOUNT.fill(lang, &[("name", name)]);
    let mut ui_amount = cell(ui, c.amount, c.origin - 10.0, rect, height);
    // What is typed is in dollars of the data year, as shown; what is kept is in those of the phase, or of the line's own year.
    let stated = state
        .document()
        .scenario()
        .phases
        .get(k)
        .and_then(|p| p.line(line.id.as_str()));
    let library = &state.library;
    let own = stated
        .and_then(|l| l.price_year)
        .and_then(|year| library.price_index.factor(year, library.economy.data_year));
    let factor = own.unwrap_or(phase.price_factor);
    let to_kept = if factor > 0.0 { 1.0 / factor } else { 1.0 };
    // A line of the user's own is added without an amount: its field asks for one.
    let amount = (line.amount != 0.0 || line.kind != LineKind::Added).then_some(line.amount / 1e6);
    let field = NumberField::new(
        ("amount", state.document().id, k, line.id.as_str()),
        &spoken,
        amount,
        lang,
    )
    .blank()
    .unit("", "", TypedUnit::Millions)
    .places(number::seen_places(line.amount / 1e6, 2))
    .right_aligned()
    .quiet()
    .overridden(
        line.edited
            && line
                .default_amount
                .is_none_or(|d| (d - line.amount).abs() > 1e-6 * d.abs()),
    );
    let edit = |v: f64| Edit::LineAmount(k, line.id.clone(), Some(v * 1e6 * to_kept));
    fields::number(&mut ui_amount, state, field, edit, actions).response
}

fn share_cells(
    ui: &mut Ui,
    state: &AppState,
    line: &LineStudy,
    name: &str,
    (rect, c): (Rect, &Columns),
    actions: &mut Vec<Action>,
) -> (egui::Response, egui::Response) {
    let (lang, k, document) = (state.lang(), state.phase, state.document());
    let height = Theme::of(ui.ctx()).tokens.control.height;
    let spoken = words::LINE_LOCAL.fill(lang, &[("name", name)]);
    let value = number::percent(line.origin.study, lang);
    let no_supply = (line.cap <= 0.0 && !line.fixed).then_some(words::NO_LOCAL_SUPPLY.get(lang));
    let saved = saved_line(state, line).filter(|s| (s - line.origin.study).abs() > 1e-9);
    let mut ui_slider = cell(ui, c.slider, c.share - 10.0, rect, 20.0);
    let slider = CapSlider::new(
        ("line", document.id, k, line.id.as_str()),
        &spoken,
        line.origin.study,
        &value,
    )
    .cap(line.cap.max(line.origin.study))
    .saved(saved)
    .disabled_because(no_supply)
    .show(&mut ui_slider);
    fields::slid(&slider, |v| Edit::LineLocal(k, line.id.clone(), Some(v)), actions);
    let mut ui_share = cell(ui, c.share, c.rest - 4.0, rect, height);
    let none = matches!(line.kind, LineKind::NonComparableImport).then_some(words::NO_LOCAL_SUPPLY.get(lang));
    let field = NumberField::new(
        ("share", document.id, k, line.id.as_str()),
        &spoken,
        Some(line.origin.study * 100.0),
        lang,
    )
    .unit("", "%", TypedUnit::Percent)
    .range(0.0..=100.0)
    .places(0)
    .right_aligned()
    .quiet()
    .overridden(line.fixed)
    .disabled_because(none);
    let edit = |v: f64| Edit::LineLocal(k, line.id.clone(), Some(v / 100.0));
    let share = fields::number(&mut ui_share, state, field, edit, actions);
    (slider.response, share.response)
}

/// Returns whether the control that has the focus lies in a line, not in a list or a menu over it.
fn holds_focus(ui: &Ui, rect: Rect) -> bool {
    let focused = ui.memory(|memory| memory.focused());
    focused
        .and_then(|id| ui.ctx().read_response(id))
        .is_some_and(|r| r.layer_id == ui.layer_id() && rect.contains(r.rect.center()))
}

/// Returns the field of the name of a line of the user's own, to give it the focus.
pub fn name_id(state: &AppState, id: &LineId) -> Id {
    Id::unique(("line name", state.document().id, state.phase, id.as_str()))
}

/// Shows the name and the industry of a line of the user's own, both to be changed.
fn own_line(
    ui: &mut Ui,
    state: &AppState,
    line: &LineStudy,
    name: &str,
    (rect, c): (Rect, &Columns),
    actions: &mut Vec<Action>,
) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let height = theme.tokens.control.height;
    let mut left = cell(ui, c.name, c.industry - 6.0, rect, height);
    let mut label = line.label.as_ref().map_or_else(String::new, |l| l.get(lang).to_owned());
    // A name too long for its place is written smaller before it is cut.
    let room = c.industry - c.name - 20.0;
    let style = match paint::text_width(ui, &label, Type::Body) > room {
        true => Type::Caption,
        false => Type::Body,
    };
    let cut = paint::text_width(ui, &label, style) > room;
    let field = TextEdit::singleline(&mut label)
        .id(name_id(state, &line.id))
        .hint_text(words::LINE_NAME.get(lang))
        .font(theme.font(style))
        .margin(egui::Margin::symmetric(6, 2))
        .min_size(vec2(0.0, height))
        .align(egui::Align2::LEFT_CENTER)
        .desired_width(f32::INFINITY);
    let spoken = format!("{}, {name}", words::LINE_NAME.get(lang));
    let mut response = left.add(field).accessible_name(spoken);
    if cut {
        response = response.on_hover_text(name);
    }
    let edit = Edit::LineLabel(state.phase, line.id.clone(), lang, label);
    let control = edit.control();
    if response.changed() {
        actions.push(Action::Edit(edit, Gesture::Moving));
    }
    if response.lost_focus() {
        let given_up = ui.input(|i| i.key_pressed(egui::Key::Escape));
        actions.push(match given_up {
            true => Action::CancelGesture(control),
            false => Action::EndGesture,
        });
    }
    let mut right = cell(ui, c.industry, c.amount - 6.0, rect, theme.tokens.control.height);
    let industries = &state.library.economy.industries;
    let texts: Vec<String> = industries
        .iter()
        .map(|i| format!("{} · {}", i.code, i.short.get(lang)))
        .collect();
    let options: Vec<&str> = texts.iter().map(String::as_str).collect();
    let spoken = words::LINE_INDUSTRY.fill(lang, &[("name", name)]);
    let width = right.available_width();
    let at = line.industry.unwrap_or(0);
    let code = industries.get(at).map_or("", |i| i.code.as_str());
    if let Some(industry) =
        dropdown_or_code(&mut right, &spoken, &options, at, code, width).and_then(|k| industries.get(k))
    {
        let edit = Edit::LineIndustry(state.phase, line.id.clone(), IndustryCode::new(&industry.code));
        actions.push(Action::Edit(edit, Gesture::Once));
    }
}

/// Shows what ends a line: its reset or its removal, and the menu of everything else.
fn tail(
    ui: &mut Ui,
    state: &AppState,
    phase: &PhaseStudy,
    line: &LineStudy,
    name: &str,
    (rect, c): (Rect, &Columns),
    actions: &mut Vec<Action>,
) {
    let (lang, k) = (state.lang(), state.phase);
    // In a budget of the user's own every line is theirs: none has a default to go back to.
    let stated = state.document().scenario().phases.get(k);
    let own = line.kind == LineKind::Added || stated.is_some_and(|p| p.own_budget);
    if line.edited {
        let mut area = cell(ui, c.tail + 2.0, c.tail + 28.0, rect, 24.0);
        let (icon, msg) = if own {
            (Icon::Close, words::REMOVE_LINE)
        } else {
            (Icon::Reset, words::RESET)
        };
        if icon_button(&mut area, icon, &msg.fill(lang, &[("name", name)]), true).clicked() {
            actions.push(Action::Edit(Edit::ResetLine(k, line.id.clone()), Gesture::Once));
        }
    }
    let mut area = cell(ui, c.tail + 29.0, c.tail + 55.0, rect, 24.0);
    let label = editor::LINE_MENU.fill(lang, &[("name", name)]);
    let button = icon_button(&mut area, Icon::More, &label, true);
    menu(&button, actions, |ui, actions| {
        ui.set_min_width(260.0);
        let entry = |ui: &mut Ui, text: &str, keys: &str, enabled: bool| {
            ui.add_enabled(enabled, egui::Button::new(text).shortcut_text(keys))
                .clicked()
        };
        let each = |change| Edit::Lines(k, LinesEdit::Each(vec![line.id.clone()], vec![change]));
        if line.kind != LineKind::NonComparableImport && entry(ui, editor::MENU_DETAILS.get(lang), "", true) {
            line_details::toggle(ui, state, line);
            ui.close();
        }
        let order = phase.lines_in_order();
        let at = order.iter().position(|l| l.id == line.id).unwrap_or(0);
        if entry(ui, editor::MENU_UP.get(lang), editor::MENU_KEYS_UP.get(lang), at > 0) {
            actions.extend(step(state, phase, &line.id, -1));
        }
        if entry(
            ui,
            editor::MENU_DOWN.get(lang),
            editor::MENU_KEYS_DOWN.get(lang),
            at + 1 < order.len(),
        ) {
            actions.extend(step(state, phase, &line.id, 1));
        }
        if !own && entry(ui, editor::MENU_RESET.get(lang), "", line.edited) {
            actions.push(Action::Edit(Edit::ResetLine(k, line.id.clone()), Gesture::Once));
        }
        let clear = if own { editor::MENU_REMOVE } else { editor::MENU_ZERO };
        if entry(ui, clear.get(lang), "", own || line.amount > 0.0) {
            actions.push(Action::Edit(each(Change::Clear), Gesture::Once));
        }
    });
}

/// Returns the action that moves a line by so many places, down where they are positive, as far as the lines go; nothing where it does not move.
pub fn step(state: &AppState, phase: &PhaseStudy, id: &LineId, by: isize) -> Option<Action> {
    let order = phase.lines_in_order();
    let at = order.iter().position(|l| l.id == *id)?;
    let to = at.saturating_add_signed(by).min(order.len() - 1);
    (to != at).then(|| {
        let edit = LinesEdit::Order(moved_line(phase, id, to));
        Action::Edit(Edit::Lines(state.phase, edit), Gesture::Once)
    })
}

/// Shows the warnings about a line under it, with the click that mends them.
fn warning(ui: &mut Ui, state: &AppState, phase: &PhaseStudy, line: &LineStudy, actions: &mut Vec<Action>) {
    let (lang, study) = (state.lang(), state.document().study());
    let place = format!("phases[{}].lines[{}]", state.phase, line.id);
    for problem in study.warnings.iter().filter(|p| p.place == place) {
        if let What::LocalShareWithoutSupplier { share, .. } = problem.what {
            unsupplied(ui, state, line, share, actions);
        }
        let What::LocalPurchaseAboveCapacity { share, limit, .. } = problem.what else {
            continue;
        };
        let text = editor::CAPACITY_WARNING.fill(
            lang,
            &[
                (
                    "amount",
                    &number::dollars_in_millions(line.amount * line.origin.study, lang),
                ),
                ("place", &names::in_place(study, Territory::Study, lang)),
                ("share", &number::percent(share, lang)),
                ("limit", &number::percent(limit, lang)),
            ],
        );
        let fix = words::BRING_DOWN.fill(lang, &[("share", &number::percent(limit, lang))]);
        let margin = egui::Margin {
            left: 24,
            right: 10,
            top: 4,
            bottom: 8,
        };
        let clicked = egui::Frame::new().inner_margin(margin).show(ui, |ui| {
            Notice {
                tone: NoticeTone::Warning,
                lead: "",
                text: &text,
                links: &[editor::WHY.get(lang), fix.as_str()],
            }
            .show_with_place(ui)
        });
        let (place, clicked) = clicked.inner;
        let found = || why_line::capacity(&page::scope(state), phase, line, limit);
        why::beside(ui, &place, clicked == Some(0), found, lang, actions);
        match clicked {
            Some(0) => {}
            Some(_) if share > 0.0 => {
                // Local purchases grow with the local share, so the share that meets the limit is in proportion; rounded down, it stays under it.
                let wanted = (line.origin.study * limit / share * 1000.0).floor() / 1000.0;
                actions.push(Action::Edit(
                    Edit::LineLocal(state.phase, line.id.clone(), Some(wanted)),
                    Gesture::Once,
                ));
            }
            _ => {}
        }
    }
}

/// Shows that a line is bought in part from a region that has no supplier for it, with the click that mends it.
fn unsupplied(ui: &mut Ui, state: &AppState, line: &LineStudy, share: f64, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let text = lever_words::SUPPLIERS_NONE_YET.fill(lang, &[("share", &number::percent(share, lang))]);
    let margin = egui::Margin {
        left: 24,
        right: 10,
        top: 4,
        bottom: 8,
    };
    let shown = egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        Notice {
            tone: NoticeTone::Warning,
            lead: "",
            text: &text,
            links: &[lever_words::SUPPLIERS_TO_ZERO.get(lang)],
        }
        .show(ui)
    });
    if shown.inner.is_some() {
        let edit = Edit::LineLocal(state.phase, line.id.clone(), Some(0.0));
        actions.push(Action::Edit(edit, Gesture::Once));
    }
}

fn saved_line(state: &AppState, line: &LineStudy) -> Option<f64> {
    let lines = &saved_phase(state, state.phase)?.lines;
    lines.iter().find(|l| l.id == line.id).map(|l| l.origin.study)
}

/// Returns where a line comes from: the user's note, or the recipe.
fn source(state: &AppState, line: &LineStudy) -> String {
    let lang = state.lang();
    if let Some(note) = line.note.as_ref().filter(|n| !n.get(lang).trim().is_empty()) {
        return note.get(lang).to_owned();
    }
    if line.edited {
        return words::YOURS.get(lang).to_owned();
    }
    match line.kind {
        LineKind::Works | LineKind::Equipment | LineKind::IntellectualProperty => words::CAPITAL.get(lang).to_owned(),
        _ => words::RECIPE.fill(lang, &[("code", &state.document().scenario().activity.recipe)]),
    }
}

/// Moves the focus between the cells as a spreadsheet does: Enter and the arrows up and down stay in the column.
pub fn walk(ui: &Ui, rows: &[RowSeen]) {
    let (enter, shift, up, down) = ui.input(|i| {
        (
            i.key_pressed(Key::Enter),
            i.modifiers.shift,
            i.modifiers.is_none() && i.key_pressed(Key::ArrowUp),
            i.modifiers.is_none() && i.key_pressed(Key::ArrowDown),
        )
    });
    if !(enter || up || down) {
        return;
    }
    for (k, row) in rows.iter().enumerate() {
        for (column, cell) in row.cells.iter().enumerate() {
            let leaves = enter && cell.lost_focus();
            if !leaves && !((up || down) && cell.has_focus()) {
                continue;
            }
            let back = if leaves { shift } else { up };
            let to = if back { k.checked_sub(1) } else { Some(k + 1) };
            if let Some(next) = to.and_then(|to| rows.get(to)).and_then(|r| r.cells.get(column)) {
                next.request_focus();
                next.scroll_to_me(None);
            }
            return;
        }
    }
}

/// Shows where a dragged line would go, and returns its new place once it is let go.
pub fn drop_place(ui: &Ui, rows: &[RowSeen], across: Rangef) -> Option<(LineId, usize)> {
    let at = rows.iter().position(|r| r.dragged.0 || r.dragged.1)?;
    let y = ui.input(|i| i.pointer.interact_pos())?.y;
    let place = rows.iter().filter(|r| y > r.span.center()).count();
    let edge = match rows.get(place) {
        Some(row) => row.span.min,
        None => rows.last()?.span.max,
    };
    let theme = Theme::of(ui.ctx());
    ui.painter()
        .hline(across, edge, egui::Stroke::new(2.0, theme.colours.accent));
    let to = if place > at { place - 1 } else { place };
    let moved = rows.get(at)?;
    (moved.dragged.1 && to != at).then(|| (moved.id.clone(), to))
}
