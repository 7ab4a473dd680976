//! The details of a spending line, unfolded under it: its margins and the cap of its local share.

use egui::{Frame, Id, Margin, Rect, Role, Sense, Ui, WidgetInfo, vec2};

use super::fields;
use crate::app::{Action, AppState, Edit, Gesture};
use crate::scenario::LineEdit;
use crate::study::{LineKind, LineStudy};
use crate::text::messages::ui as words;
use crate::text::number::{self, TypedUnit};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{Icon, NumberField, icon_button, icon_in, paint};

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
        ui.data_mut(|data| match open {
            true => data.remove::<String>(open_id()),
            false => {
                data.insert_temp(open_id(), key(state, line));
            }
        });
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
        let note = theme.rich(
            words::LINE_DETAILS_NOTE.get(lang),
            Type::Small,
            theme.colours.text_muted,
        );
        ui.label(note);
    });
}
