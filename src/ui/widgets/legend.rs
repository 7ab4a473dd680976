//! What the marks of a chart stand for.

use egui::{Painter, Pos2, Rect, Role as Accessible, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use super::{paint, term};
use crate::report::chart::SeriesStyle;
use crate::report::role::Role;
use crate::ui::theme::{Theme, Type};

/// The mark a legend explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LegendMark {
    /// A square in the role's colour.
    Role(Role),
    /// A hatched square in the role's colour.
    Hatched(Role),
    /// A short line in the role's colour, broken or not.
    Line(Role, SeriesStyle),
    /// The dashed outline of a saved version.
    Saved,
    /// The diamond of a value changed by the user.
    Changed,
    /// The upright tick of a slider's cap.
    Cap,
    /// The ring of a slider's saved value.
    SavedRing,
}

/// Side of a swatch.
const SIDE: f32 = 9.0;

/// Height of a line of the legend.
const LINE: f32 = 16.0;

/// Space between two marks.
const BETWEEN: f32 = 14.0;

/// Returns the height of a legend that wraps at `width`.
pub fn legend_height(ui: &Ui, marks: &[(LegendMark, &str)], width: f32) -> f32 {
    let (mut lines, mut used) = (1.0, 0.0);
    for (_, text) in marks {
        let wide = SIDE + 6.0 + paint::text_width(ui, text, Type::Caption);
        if used > 0.0 && used + wide > width {
            (lines, used) = (lines + 1.0, 0.0);
        }
        used += wide + BETWEEN;
    }
    lines * (LINE + 2.0) - 2.0
}

/// Shows marks with their names, in the order given, on as many lines as they need.
pub fn legend(ui: &mut Ui, marks: &[(LegendMark, &str)]) {
    let theme = Theme::of(ui.ctx());
    ui.spacing_mut().interact_size.y = LINE;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(BETWEEN, 2.0);
        for (mark, text) in marks {
            let galley = paint::line(ui, text, Type::Caption, theme.colours.text_secondary, f32::INFINITY);
            let size = vec2(SIDE + 6.0 + galley.size().x, LINE);
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Accessible::Label, true, text));
            legend_swatch(ui.painter(), theme, rect.left_center() + vec2(SIDE / 2.0, 0.0), *mark);
            paint::left(ui.painter(), rect.left() + SIDE + 6.0, rect.center().y, galley);
            if let Some(definition) = term::definition(ui.ctx(), text) {
                response.on_hover_text(definition);
            }
        }
    });
}

/// Paints the mark of a legend centred on a point.
pub fn legend_swatch(painter: &Painter, theme: &Theme, centre: Pos2, mark: LegendMark) {
    let colours = &theme.colours;
    let square = Rect::from_center_size(centre, vec2(SIDE, SIDE));
    match mark {
        LegendMark::Role(role) => {
            let style = theme.mark(role);
            painter.rect_filled(square, 0.0, style.fill);
            if let Some(outline) = style.outline {
                painter.rect_stroke(square, 0.0, outline, StrokeKind::Inside);
            }
        }
        LegendMark::Hatched(role) => paint::hatched(painter, theme, square, theme.mark(role).fill),
        LegendMark::Line(role, style) => {
            let ends = [
                square.left_center() - vec2(3.0, 0.0),
                square.right_center() + vec2(1.0, 0.0),
            ];
            paint::series_line(painter, &ends, theme.mark(role).fill, style);
        }
        LegendMark::Saved => {
            let saved = &theme.tokens.saved_version;
            let stroke = Stroke::new(saved.width, colours.ghost);
            paint::dashed_rect(painter, square, 1.0, stroke, saved.dash, saved.gap);
        }
        LegendMark::Changed => paint::diamond(painter, centre, colours.r#override),
        LegendMark::Cap => {
            painter.vline(
                centre.x,
                (centre.y - 6.0)..=(centre.y + 6.0),
                Stroke::new(1.5, colours.text_secondary),
            );
        }
        LegendMark::SavedRing => {
            let ring = Stroke::new(theme.tokens.stroke.ghost, colours.ghost);
            painter.circle_stroke(centre, theme.tokens.slider.ghost_radius, ring);
        }
    }
}
