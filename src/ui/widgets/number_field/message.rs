//! What a number field says of the text in it, over what is under the field, so that nothing moves.

use egui::{Align2, Area, Order, Rect, Ui, vec2};

use super::reading::{Reading, plain};
use super::{NumberField, NumberFieldResponse};
use crate::text::messages::widgets as words;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::link::styled_link;

/// The widest a message gets before it wraps.
const WIDEST: f32 = 260.0;

impl NumberField<'_> {
    /// Says what is wrong while the field is typed in or pointed at, and how a doubtful number was read; returns the other reading when its link is
    /// clicked.
    pub(super) fn message(
        &self,
        ui: &Ui,
        theme: &Theme,
        field: Rect,
        out: &NumberFieldResponse,
        reading: &Reading,
    ) -> Option<f64> {
        let doubtful = matches!(reading, Reading::TwoReadings { .. });
        let pointed_at = out.response.has_focus() || ui.rect_contains_pointer(field);
        let said = out.wrong.as_deref().filter(|_| pointed_at && !self.message_apart);
        if !ui.is_rect_visible(field) || (said.is_none() && !doubtful) {
            return None;
        }
        let frame = theme.overlay().inner_margin(egui::Margin::symmetric(8, 4));
        Area::new(self.id_salt.with("message"))
            .order(Order::Foreground)
            .pivot(Align2::LEFT_TOP)
            .fixed_pos(field.left_bottom() + vec2(0.0, 5.0))
            .show(ui.ctx(), |ui| {
                ui.set_max_width(WIDEST);
                frame.show(ui, |ui| match (said, reading) {
                    (None, Reading::TwoReadings { as_read, other }) => self.two_readings(ui, theme, *as_read, *other),
                    _ => {
                        ui.label(theme.rich(said.unwrap_or_default(), Type::Small, theme.colours.error));
                        None
                    }
                })
            })
            .inner
            .inner
    }

    fn two_readings(&self, ui: &mut Ui, theme: &Theme, as_read: f64, other: f64) -> Option<f64> {
        let read = self.with_unit(&plain(as_read, self.lang));
        let switch = words::READ_OTHER.fill(self.lang, &[("value", &plain(other, self.lang))]);
        let row = ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            let read = words::READ_AS.fill(self.lang, &[("value", &read)]);
            ui.label(theme.rich(read, Type::Small, theme.colours.text_secondary));
            styled_link(ui, &switch, Type::Small).clicked().then_some(other)
        });
        row.inner
    }
}
