//! One assumption: its value, where it comes from, and a way back to the default.

use egui::{Id, Key, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::{Icon, icon_in, number_field, paint, tell_whole};
use crate::ui::theme::{Theme, Type};

/// A row of the list of assumptions; fill it, then [`show`](AssumptionRow::show) it.
#[expect(missing_docs, reason = "each name says what it is")]
pub struct AssumptionRow<'a> {
    pub name: &'a str,
    /// The value as written, with its unit.
    pub value: &'a str,
    /// The source, or that the value is the user's.
    pub source: &'a str,
    /// Whether the user changed it: diamond, bold value and reset button.
    pub overridden: bool,
    /// Whether it deserves attention, such as a value of the user's without a source.
    pub warning: bool,
    /// Name of the reset button, which says what it resets.
    pub reset: &'a str,
}

/// What happened to an assumption row.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct AssumptionRowResponse {
    /// Whether the row was clicked, to show its formula and range.
    pub clicked: bool,
    /// Whether the default was asked back.
    pub reset: bool,
}

impl AssumptionRow<'_> {
    /// Shows the row on the available width.
    pub fn show(self, ui: &mut Ui) -> AssumptionRowResponse {
        let theme = Theme::of(ui.ctx());
        let colours = &theme.colours;
        let width = ui.available_width();
        let source_column = (width * 0.32).clamp(84.0, 132.0);
        let value_style = if self.overridden {
            Type::Strong
        } else {
            Type::BodyMedium
        };
        let ink = if self.warning { colours.warning } else { colours.text };
        let inner = width - 18.0;
        let value = paint::line(ui, self.value, value_style, ink, (inner - source_column) * 0.6);
        let name_room = inner - source_column - value.size().x - 8.0;
        // Neither a name nor a source is ever cut: a name takes as many lines as it needs, a source too long for its column stands under it.
        let name = paint::paragraph(ui, self.name, Type::Body, ink, name_room);
        let beside = paint::text_width(ui, self.source, Type::Small) <= source_column - 15.0;
        let source_room = if beside { source_column - 15.0 } else { inner - 14.0 };
        let source = paint::paragraph(ui, self.source, Type::Small, colours.text_muted, source_room);
        let cut = value.elided;
        let first = theme.tokens.control.row.max(name.size().y + 6.0);
        let height = if beside { first } else { first + source.size().y + 1.0 };
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
        let said = [self.name, self.value, self.source].join(", ");
        response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), &said));
        let painter = ui.painter();
        let fill = match (self.warning, response.hovered()) {
            (true, _) => Some(colours.warning_bg),
            (false, true) => Some(colours.hover),
            (false, false) => None,
        };
        if let Some(fill) = fill {
            painter.rect_filled(rect, theme.tokens.radius.bar, fill);
        }
        let y = rect.top() + first / 2.0;
        let right = rect.right() - 4.0;
        if beside {
            let source_right = if self.overridden { right - 15.0 } else { right };
            paint::right(painter, source_right, y, source);
        } else {
            paint::place(painter, pos2(rect.left() + 14.0, rect.top() + first - 4.0), source);
        }
        paint::right(painter, right - source_column, y, value);
        paint::left(painter, rect.left() + 14.0, y, name);
        if self.overridden {
            paint::diamond(painter, pos2(rect.left() + 5.0, y), colours.r#override);
        }
        paint::focus_ring(ui, &response, rect.shrink(2.0), theme.tokens.radius.bar);
        let mut reset = false;
        if self.overridden {
            let button = Rect::from_center_size(pos2(right - 5.0, y), vec2(18.0, theme.tokens.control.row));
            let response = ui.interact(button, response.id.with("reset"), Sense::click());
            response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), self.reset));
            if response.hovered() {
                let circle = Stroke::new(1.0, colours.border_strong);
                ui.painter().rect(
                    button.shrink2(vec2(0.0, 2.0)),
                    3,
                    colours.card,
                    circle,
                    egui::StrokeKind::Inside,
                );
            }
            icon_in(ui.painter(), button.center(), Icon::Reset, colours.accent);
            paint::focus_ring(ui, &response, button.shrink2(vec2(0.0, 2.0)), 3);
            reset = response.clicked();
            response.on_hover_text(self.reset);
        }
        let edited = response.has_focus() && ui.input(|input| input.key_pressed(Key::F2));
        let clicked = response.clicked() || edited;
        if cut {
            tell_whole(response, &said);
        }
        AssumptionRowResponse { clicked, reset }
    }
}

/// Where it is kept whether a row was open.
fn opened_id(row: impl std::hash::Hash + std::fmt::Debug) -> Id {
    Id::unique(("row opened", row))
}

/// Makes a row that is asked for, open already or not, show as one just opened.
pub fn open_anew(ui: &Ui, row: impl std::hash::Hash + std::fmt::Debug) {
    ui.data_mut(|data| data.remove::<bool>(opened_id(row)));
}

/// Shows what a row opens, while it is open. When it has just been opened, all of it scrolls into view and its first number is ready to be typed.
///
/// * `row`: what tells the row from the others, whether it is open or not.
pub fn opened(ui: &mut Ui, row: impl std::hash::Hash + std::fmt::Debug, open: bool, content: impl FnOnce(&mut Ui)) {
    let id = opened_id(row);
    let before = ui.data(|data| data.get_temp(id)).unwrap_or(false);
    if before != open {
        ui.data_mut(|data| data.insert_temp(id, open));
    }
    if !open {
        return;
    }
    let just = !before;
    if just {
        number_field::focus_next(ui);
    }
    let shown = ui.scope(content).response.rect;
    if just {
        number_field::focus_none(ui);
        ui.scroll_to_rect(shown.expand(4.0), None);
    }
}
