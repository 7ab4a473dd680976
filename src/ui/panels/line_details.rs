//! The details of a spending line, unfolded under it: its industry, origins, margins, cap and note.

use egui::{Frame, Id, Margin, Rect, Role, Sense, TextEdit, Ui, WidgetInfo, vec2};

use super::fields;
use crate::app::{Action, AppState, Edit, Gesture, LinesEdit, Wanted};
use crate::data::purchases::search_industries;
use crate::ids::{IndustryCode, LineId};
use crate::report::words as names;
use crate::scenario::LineEdit;
use crate::study::{LineKind, LineStudy, Territory};
use crate::text::messages::{editor, levers as lever_words, ui as words};
use crate::text::number::{self, TypedUnit};
use crate::ui::focus;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{Icon, NumberField, SearchField, SearchResult, icon_button, icon_in, paint};

/// Returns where it is kept which line is unfolded.
fn open_id() -> Id {
    Id::unique("line unfolded")
}

/// Returns what tells a line from those of other phases and documents.
fn key(state: &AppState, line: &LineStudy) -> String {
    format!("{:?}.{}.{}", state.document().id, state.phase, line.id)
}

/// Returns whether the details of a line are unfolded.
pub fn is_open(ui: &Ui, state: &AppState, line: &LineStudy) -> bool {
    let open: Option<String> = ui.data(|data| data.get_temp(open_id()));
    open.is_some_and(|open| open == key(state, line))
}

/// Unfolds the details of a line, those of a line about to exist included.
pub fn open(ui: &Ui, state: &AppState, id: &LineId) {
    let key = format!("{:?}.{}.{id}", state.document().id, state.phase);
    ui.data_mut(|data| {
        data.insert_temp(open_id(), key);
        data.insert_temp(opened_id(), ());
    });
}

/// Unfolds the details of a line, or folds them.
pub fn toggle(ui: &Ui, state: &AppState, line: &LineStudy) {
    if is_open(ui, state, line) {
        ui.data_mut(|data| data.remove::<String>(open_id()));
    } else {
        open(ui, state, &line.id);
    }
}

/// Where it is kept that details have just been opened.
fn opened_id() -> Id {
    Id::unique("line details just opened")
}

/// Scrolls to the details that have just been opened.
pub fn reveal(ui: &Ui, details: Rect) {
    if ui.data_mut(|data| data.remove_temp::<()>(opened_id())).is_some() {
        ui.scroll_to_rect(details.expand(4.0), None);
    }
}

/// Shows the chevron that folds and unfolds the details of a line; imports that nobody makes here have none.
pub fn chevron(ui: &mut Ui, state: &AppState, line: &LineStudy, name: &str, area: Rect) {
    if line.kind == LineKind::NonComparableImport {
        return;
    }
    let theme = Theme::of(ui.ctx());
    let open = is_open(ui, state, line);
    let response = ui.interact(area, ui.scope_id().with("details"), Sense::click());
    let spoken = words::LINE_DETAILS.fill(state.lang(), &[("name", name)]);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, open, &spoken));
    if open && state.view.wanted == Some(Wanted::UnfoldedLine) && focus::is_free(ui.ctx()) {
        response.request_focus();
    }
    let ink = if response.hovered() {
        theme.colours.accent_hover
    } else {
        theme.colours.text_secondary
    };
    let icon = if open { Icon::ChevronDown } else { Icon::ChevronRight };
    icon_in(ui.painter(), area.center(), icon, ink);
    paint::focus_ring(
        ui,
        &response,
        Rect::from_center_size(area.center(), vec2(18.0, 18.0)),
        theme.tokens.radius.bar,
    );
    if response.clicked() {
        toggle(ui, state, line);
    }
    response.on_hover_text(spoken);
}

/// Shows the details.
pub fn show(ui: &mut Ui, state: &AppState, line: &LineStudy, name: &str, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let (k, document) = (state.phase, state.document());
    let phase = document.scenario().phases.get(k);
    let stated = phase
        .and_then(|p| p.line(line.id.as_str()))
        .cloned()
        .unwrap_or_default();
    let LineEdit {
        trade_margin,
        transport_margin,
        cap,
        ..
    } = stated;
    let margin = Margin {
        left: 34,
        right: 12,
        top: 4,
        bottom: 10,
    };
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(14.0, 4.0);
        if line.kind == LineKind::Added {
            industry(ui, state, line, name, actions);
        }
        origins(ui, state, line, name, actions);
        ui.horizontal_top(|ui| {
            let margins = [
                ("trade", words::TRADE_MARGIN, trade_margin),
                ("transport", words::TRANSPORT_MARGIN, transport_margin),
            ];
            for (salt, label, value) in margins {
                let edit = |v: f64| match salt {
                    "trade" => Edit::LineTrade(k, line.id.clone(), Some(v / 100.0)),
                    _ => Edit::LineTransport(k, line.id.clone(), Some(v / 100.0)),
                };
                let spoken = format!("{}, {name}", label.get(lang));
                let field = NumberField::new(
                    (salt, document.id, k, line.id.as_str()),
                    &spoken,
                    Some(value.unwrap_or(0.0) * 100.0),
                    lang,
                )
                .label(label.get(lang))
                .unit("", "%", TypedUnit::Percent)
                .range(0.0..=100.0)
                .places(1)
                .overridden(value.is_some())
                .width(150.0);
                fields::number(ui, state, field, edit, actions);
            }
            let spoken = format!("{}, {name}", words::LINE_CAP.get(lang));
            // The tables' own cap is known as long as it is not raised.
            let least = if cap.is_none() { line.cap * 100.0 } else { 0.0 };
            let already = words::CAP_ALREADY.fill(lang, &[("value", &number::percent(line.cap, lang))]);
            let field = NumberField::new(
                ("cap", document.id, k, line.id.as_str()),
                &spoken,
                Some(line.cap * 100.0),
                lang,
            )
            .label(words::LINE_CAP.get(lang))
            .unit("", "%", TypedUnit::Percent)
            .range(least..=100.0)
            .too_low(&already)
            .places(0)
            .overridden(cap.is_some())
            .width(150.0);
            fields::number(
                ui,
                state,
                field,
                |v| Edit::LineCap(k, line.id.clone(), Some(v / 100.0)),
                actions,
            );
            if cap.is_some() {
                let reset = words::RESET.fill(lang, &[("name", &spoken)]);
                ui.vertical(|ui| {
                    ui.add_space(18.0);
                    if icon_button(ui, Icon::Reset, &reset, true).clicked() {
                        actions.push(Action::Edit(Edit::LineCap(k, line.id.clone(), None), Gesture::Once));
                    }
                });
            }
        });
        suppliers(ui, state, line, name, actions);
        note(ui, state, line, name, actions);
        let about = format!(
            "{}. {}",
            editor::ORIGIN_RULE.get(lang),
            words::LINE_DETAILS_NOTE.get(lang)
        );
        ui.label(theme.rich(about, Type::Small, theme.colours.text_muted));
    });
}

/// Shows the search of the industry that sells a line of the user's own.
fn industry(ui: &mut Ui, state: &AppState, line: &LineStudy, name: &str, actions: &mut Vec<Action>) {
    let lang = state.lang();
    let industries = &state.library.economy.industries;
    let chosen = line.industry.and_then(|i| industries.get(i));
    let chosen = chosen.map_or_else(String::new, |i| format!("{} · {}", i.code, i.label.get(lang)));
    let spoken = editor::INDUSTRY_SEARCH.fill(lang, &[("name", name)]);
    let mut found: Vec<usize> = Vec::new();
    ui.allocate_ui(vec2(ui.available_width().min(520.0), 30.0), |ui| {
        let field = SearchField::new(
            ("line industry", state.document().id, line.id.as_str()),
            &spoken,
            &chosen,
        )
        .hint(editor::INDUSTRY_HINT.get(lang))
        .nothing_found(editor::INDUSTRY_NONE.get(lang), editor::INDUSTRY_ALL.get(lang))
        .height(28.0);
        let response = field.show(ui, |query| {
            found = search_industries(&state.library, query);
            let results = found.iter().filter_map(|i| industries.get(*i)).map(|i| SearchResult {
                code: i.code.clone(),
                title: i.label.get(lang).to_owned(),
                ..SearchResult::default()
            });
            (results.collect(), String::new())
        });
        if let Some(industry) = response
            .chosen
            .and_then(|k| found.get(k))
            .and_then(|i| industries.get(*i))
        {
            let edit = Edit::LineIndustry(state.phase, line.id.clone(), IndustryCode::new(&industry.code));
            actions.push(Action::Edit(edit, Gesture::Once));
        }
    });
}

/// Shows the four origins of a line; one that is changed is kept, and the others share what is left.
fn origins(ui: &mut Ui, state: &AppState, line: &LineStudy, name: &str, actions: &mut Vec<Action>) {
    let (lang, k, study) = (state.lang(), state.phase, state.document().study());
    let place = |t| names::place_name(study, t, lang);
    let labels = [
        place(Territory::Study),
        place(Territory::RestOfProvince),
        place(Territory::RestOfCountry),
        words::ABROAD.get(lang).to_owned(),
    ];
    ui.horizontal_top(|ui| {
        for (which, (label, share)) in labels.iter().zip(line.origin.shares()).enumerate() {
            if study.whole_province && which == 1 {
                continue;
            }
            let spoken = editor::ORIGIN_SHARE.fill(lang, &[("place", label), ("name", name)]);
            let field = NumberField::new(
                ("origin", which, state.document().id, k, line.id.as_str()),
                &spoken,
                Some(share * 100.0),
                lang,
            )
            .label(label)
            .unit("", "%", TypedUnit::Percent)
            .range(0.0..=100.0)
            .places(1)
            .overridden(line.fixed)
            .width(150.0);
            let edit = |v: f64| Edit::Lines(k, LinesEdit::Origin(line.id.clone(), which, v / 100.0));
            fields::number(ui, state, field, edit, actions);
        }
    });
}

/// Shows the note of a line: where its figures come from, or a remark.
fn note(ui: &mut Ui, state: &AppState, line: &LineStudy, name: &str, actions: &mut Vec<Action>) {
    let (lang, theme) = (state.lang(), Theme::of(ui.ctx()));
    let mut text = line.note.as_ref().map_or_else(String::new, |n| n.get(lang).to_owned());
    ui.label(theme.rich(editor::NOTE.get(lang), Type::Small, theme.colours.text_secondary));
    let field = TextEdit::singleline(&mut text)
        .hint_text(editor::NOTE_HINT.get(lang))
        .desired_width(ui.available_width().min(640.0));
    let spoken = editor::NOTE_OF.fill(lang, &[("name", name)]);
    let response = ui.add(field).accessible_name(spoken);
    if response.changed() {
        let edit = LinesEdit::Note(line.id.clone(), lang, text);
        actions.push(Action::Edit(Edit::Lines(state.phase, edit), Gesture::Moving));
    }
    if response.lost_focus() {
        actions.push(Action::EndGesture);
    }
}

/// Shows how many firms of the region could supply a line, where that is known.
fn suppliers(ui: &mut Ui, state: &AppState, line: &LineStudy, name: &str, actions: &mut Vec<Action>) {
    let (lang, theme, k) = (state.lang(), Theme::of(ui.ctx()), state.phase);
    let label = lever_words::SUPPLIERS.get(lang);
    let spoken = format!("{label}, {name}");
    let salt = ("suppliers", state.document().id, k, line.id.as_str());
    let set = |v: Option<f64>| Edit::Lines(k, LinesEdit::Suppliers(line.id.clone(), v));
    ui.horizontal_top(|ui| {
        let field = NumberField::new(salt, &spoken, line.suppliers.map(f64::from), lang)
            .label(label)
            .overridden(line.suppliers.is_some())
            .width(150.0);
        fields::number(ui, state, field, |v| set(Some(v)), actions);
        ui.vertical(|ui| {
            ui.add_space(18.0);
            ui.horizontal(|ui| {
                if line.suppliers.is_some() {
                    let reset = words::RESET.fill(lang, &[("name", &spoken)]);
                    if icon_button(ui, Icon::Reset, &reset, true).clicked() {
                        actions.push(Action::Edit(set(None), Gesture::Once));
                    }
                }
                let hint = lever_words::SUPPLIERS_HINT.get(lang);
                ui.label(theme.rich(hint, Type::Small, theme.colours.text_muted));
            });
        });
    });
}
