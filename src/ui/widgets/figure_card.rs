//! A headline figure: gross and net side by side, with its band and a way to ask why.

use egui::{Color32, CursorIcon, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::{Icon, icon_in, paint};
use crate::report::chart::{Difference, Tone};
use crate::report::role::Role as MarkRole;
use crate::ui::theme::{Theme, Type};

/// A card with one headline figure; build it, then [`show`](FigureCard::show) it.
pub struct FigureCard<'a> {
    /// What is counted.
    pub label: &'a str,
    /// Where, and in what unit.
    pub unit: &'a str,
    /// The unit alone, written where there is no room for the place; screen readers are told both.
    pub short_unit: &'a str,
    /// Whether the unit is written alone, as in the other cards of its row, one of which has no room for the place.
    pub short: bool,
    /// The figure, or why there is none.
    pub body: CardBody<'a>,
    /// The link to the formula; empty for none. A click anywhere on the card follows it.
    pub why: &'a str,
    /// A warning written at the bottom left instead of what the band is.
    pub warning: Option<&'a str>,
    /// What a figure being computed again says at the bottom left; the figures turn grey.
    pub stale: Option<&'a str>,
    /// Width of the card.
    pub width: f32,
    /// Smaller figures, for narrow windows.
    pub compact: bool,
    /// Lines kept for the label, so that a row of cards stays level when one label needs two.
    pub label_lines: u8,
}

/// What a card shows.
#[expect(missing_docs, reason = "each name says what it is")]
pub enum CardBody<'a> {
    Figures(GrossNet<'a>),
    /// A dashed card: one sentence and one action, which a click follows.
    Empty {
        sentence: &'a str,
        action: &'a str,
    },
    /// A figure that does not exist here: its mark (`s. o.`) and the reason.
    NotApplicable {
        mark: &'a str,
        reason: &'a str,
    },
}

/// Figures as written, with what each is called.
#[expect(missing_docs, reason = "each name says what it is")]
pub struct GrossNet<'a> {
    pub gross: &'a str,
    pub gross_caption: &'a str,
    /// The net figure and its caption; without it the gross one stands alone.
    pub net: Option<(&'a str, &'a str)>,
    pub band: Option<CardBand<'a>>,
    /// What the gross figure is made of, drawn as a thin stacked bar where there is no band.
    pub parts: &'a [(MarkRole, f64)],
    /// The main part in words, at the bottom left.
    pub parts_caption: &'a str,
    /// The signed difference with the saved version, at the bottom right.
    pub difference: Option<&'a Difference>,
}

/// A band around the gross figure.
#[expect(missing_docs, reason = "each name says what it is")]
pub struct CardBand<'a> {
    pub low: f64,
    pub middle: f64,
    pub high: f64,
    pub low_text: &'a str,
    pub high_text: &'a str,
    /// What the band is, such as `P10–P90`.
    pub caption: &'a str,
}

/// Height of the band's row and of the row of the link.
const ROW: f32 = 17.0;

/// Height of a line of a card's label.
pub const LABEL_LINE: f32 = 16.0;

impl FigureCard<'_> {
    /// Returns the height of a card, the same for all bodies, so that a row of cards stays level.
    ///
    /// Each line of label after the first adds [`LABEL_LINE`].
    pub fn height(theme: &Theme, compact: bool, with_band: bool) -> f32 {
        let figure = theme
            .type_style(if compact { Type::FigureSmall } else { Type::Figure })
            .line;
        let band = if with_band { ROW + 3.0 } else { 0.0 };
        2.0 * theme.tokens.layout.card_padding_y + 16.0 + 14.0 + 4.0 + figure + 14.0 + band + ROW + 2.0
    }

    /// Shows the card; the response is clicked when the user asks why, or follows the action of an empty card.
    ///
    /// `height` is that of the row, from [`FigureCard::height`].
    pub fn show(self, ui: &mut Ui, height: f32) -> Response {
        let theme = Theme::of(ui.ctx());
        let colours = &theme.colours;
        let clickable = match self.body {
            CardBody::Empty { action, .. } => !action.is_empty(),
            _ => !self.why.is_empty(),
        };
        let sense = if clickable { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(self.width, height), sense);
        let role = if clickable { Role::Button } else { Role::Label };
        response.widget_info(|| WidgetInfo::labeled(role, true, self.description()));
        paint::reveal(ui, &response, rect);
        if !ui.is_rect_visible(rect) {
            return response;
        }
        let radius = theme.tokens.radius.card;
        if let CardBody::Empty { .. } = self.body {
            let stroke = Stroke::new(1.0, colours.border_strong);
            paint::dashed_rect(ui.painter(), rect.shrink(0.5), f32::from(radius), stroke, 4.0, 3.0);
        } else {
            let line = if clickable && response.hovered() {
                colours.border_strong
            } else {
                colours.border
            };
            ui.painter().add(theme.card().shadow.as_shape(rect, radius));
            ui.painter()
                .rect(rect, radius, colours.card, Stroke::new(1.0, line), StrokeKind::Inside);
        }
        self.paint_inside(ui, theme, rect, &response);
        paint::focus_ring(ui, &response, rect, radius);
        if clickable {
            response.on_hover_cursor(CursorIcon::PointingHand)
        } else {
            response
        }
    }

    fn paint_inside(&self, ui: &Ui, theme: &Theme, rect: Rect, response: &Response) {
        let colours = &theme.colours;
        let layout = &theme.tokens.layout;
        let side = if self.compact { 10.0 } else { layout.card_padding_x };
        let inner = rect.shrink2(vec2(side, layout.card_padding_y));
        let painter = ui.painter();
        let stale = self.stale.is_some();
        let label_ink = if stale { colours.stale } else { colours.text };
        let quiet_ink = if stale { colours.stale } else { colours.text_muted };
        let label = match self.label_lines {
            0 | 1 => paint::line(ui, self.label, Type::SmallStrong, label_ink, inner.width()),
            _ => paint::paragraph(ui, self.label, Type::SmallStrong, label_ink, inner.width()),
        };
        paint::place(painter, inner.min, label);
        let below = LABEL_LINE * f32::from(self.label_lines.max(1));
        let fits = paint::text_width(ui, self.unit, Type::Caption) <= inner.width();
        let unit = if fits && !self.short {
            self.unit
        } else {
            self.short_unit
        };
        let unit = paint::line(ui, unit, Type::Caption, quiet_ink, inner.width());
        paint::place(painter, inner.min + vec2(0.0, below), unit);
        let top = inner.top() + below + 18.0;
        match &self.body {
            CardBody::Figures(figures) => self.paint_figures(ui, theme, inner, top, figures, response),
            CardBody::Empty { sentence, action } => {
                let sentence = paint::paragraph(ui, sentence, Type::Small, colours.text_secondary, inner.width());
                let under = paint::place(painter, pos2(inner.left(), top + 2.0), sentence).bottom();
                let action = paint::line(ui, action, Type::SmallMedium, colours.accent, inner.width());
                let text = paint::place(painter, pos2(inner.left(), under + 1.0), action);
                paint::underline(painter, text, Stroke::new(1.0, colours.accent));
            }
            CardBody::NotApplicable { mark, reason } => {
                let style = if self.compact { Type::FigureSmall } else { Type::Figure };
                let mark = paint::line(ui, mark, style, colours.text_muted, inner.width());
                let under = paint::place(painter, pos2(inner.left(), top), mark).bottom();
                let reason = paint::paragraph(ui, reason, Type::Caption, colours.text_muted, inner.width());
                paint::place(painter, pos2(inner.left(), under), reason);
                self.paint_why(ui, theme, inner, response);
            }
        }
    }

    fn paint_figures(
        &self,
        ui: &Ui,
        theme: &Theme,
        inner: Rect,
        top: f32,
        figures: &GrossNet<'_>,
        response: &Response,
    ) {
        let colours = &theme.colours;
        let painter = ui.painter();
        let usual = if self.compact { Type::FigureSmall } else { Type::Figure };
        let figure_line = theme.type_style(usual).line;
        let style = style_that_fits(ui, figures, usual, inner.width());
        let (ink, quiet) = match self.stale {
            Some(_) => (colours.stale, colours.stale),
            None => (colours.text, colours.text_muted),
        };
        let column = |text: &str, caption: &str, left: f32, width: f32| {
            // A figure is never cut, even if it reaches into the padding.
            let figure = paint::line(ui, text, style, ink, f32::INFINITY);
            paint::left(painter, left, top + figure_line / 2.0, figure);
            let caption = paint::line(ui, caption, Type::Caption, quiet, width);
            paint::place(painter, pos2(left, top + figure_line), caption);
        };
        match figures.net {
            Some((net, caption)) => {
                // The columns keep their width unless figures need more, so that nothing moves while a slider is dragged.
                let gross_needs = paint::text_width(ui, figures.gross, style) + 10.0;
                let net_needs = paint::text_width(ui, net, style) + 12.0;
                let fits = |split: &f32| *split >= gross_needs && inner.width() - split >= net_needs;
                let usual = [inner.width() * 0.42, inner.width() * 0.5];
                let split = usual.into_iter().find(fits).unwrap_or(gross_needs);
                column(figures.gross, figures.gross_caption, inner.left(), split);
                let x = (inner.left() + split).round() - 0.5;
                painter.vline(x, (top + 2.0)..=(top + figure_line + 12.0), theme.hairline());
                column(net, caption, x + 12.0, inner.right() - x - 12.0);
            }
            None => column(figures.gross, figures.gross_caption, inner.left(), inner.width()),
        }
        if let Some(band) = &figures.band {
            let y = inner.bottom() - ROW - 3.0 - ROW / 2.0;
            paint_band(ui, theme, inner, y, band, quiet);
        }
        let above = inner.bottom() - ROW - 3.0 - ROW / 2.0;
        let bottom = inner.bottom() - ROW / 2.0;
        let room = match self.why {
            "" => inner.width(),
            why => inner.width() - paint::text_width(ui, why, Type::Small) - 8.0,
        };
        // What changed takes the place of what the figure is made of.
        let changed = figures
            .difference
            .filter(|_| self.stale.is_none() && self.warning.is_none());
        // Where it has no room beside the link, it takes the place of the bar above.
        let beside = changed.is_none_or(|d| chip_width(ui, bare(&d.text)) <= room);
        if figures.band.is_none() && !figures.parts.is_empty() && beside {
            paint_parts(ui, theme, inner, above, figures.parts);
        }
        if let Some(difference) = changed {
            let ink = match difference.tone {
                Tone::Gain => colours.positive,
                Tone::Loss => colours.negative,
                Tone::Neutral => colours.text_muted,
            };
            let (y, room) = match beside || figures.band.is_some() {
                true => (bottom, room),
                false => (above, inner.width()),
            };
            paint_chip(ui, theme, inner.left() + 4.0, y, room, &difference.text, ink);
            self.paint_why(ui, theme, inner, response);
            return;
        }
        match (self.stale, self.warning, &figures.band) {
            (Some(text), _, _) => {
                paint::left(
                    painter,
                    inner.left(),
                    bottom,
                    paint::line(ui, text, Type::Caption, colours.text_secondary, room),
                );
            }
            (None, Some(text), _) => {
                icon_in(
                    painter,
                    pos2(inner.left() + 6.0, bottom),
                    Icon::Warning,
                    colours.warning,
                );
                // Like a caption, it is told whole or left to the sign.
                if paint::text_width(ui, text, Type::Caption) <= room - 16.0 {
                    let galley = paint::line(ui, text, Type::Caption, colours.warning, room - 16.0);
                    paint::left(painter, inner.left() + 16.0, bottom, galley);
                }
            }
            (None, None, Some(band)) => {
                paint::left(
                    painter,
                    inner.left(),
                    bottom,
                    paint::line(ui, band.caption, Type::Caption, quiet, room),
                );
            }
            // A caption is told whole or not at all: the answer to “why” says it too.
            (None, None, None) if paint::text_width(ui, figures.parts_caption, Type::Caption) <= room => {
                let caption = paint::line(ui, figures.parts_caption, Type::Caption, quiet, room);
                paint::left(painter, inner.left(), bottom, caption);
            }
            (None, None, None) => {}
        }
        self.paint_why(ui, theme, inner, response);
    }

    fn paint_why(&self, ui: &Ui, theme: &Theme, inner: Rect, response: &Response) {
        if self.why.is_empty() {
            return;
        }
        let colour = if response.hovered() {
            theme.colours.accent_hover
        } else {
            theme.colours.accent
        };
        let galley = paint::line(ui, self.why, Type::Small, colour, inner.width());
        let text = paint::right(ui.painter(), inner.right(), inner.bottom() - ROW / 2.0, galley);
        paint::underline(ui.painter(), text, Stroke::new(1.0, colour));
    }

    fn description(&self) -> String {
        let mut parts = vec![self.label.to_owned(), self.unit.to_owned()];
        match &self.body {
            CardBody::Figures(figures) => {
                parts.push(format!("{} {}", figures.gross, figures.gross_caption));
                if let Some((net, caption)) = figures.net {
                    parts.push(format!("{net} {caption}"));
                }
                // What changed is told with what is, before where it comes from.
                parts.extend(figures.difference.map(|d| d.text.clone()));
                if let Some(band) = &figures.band {
                    parts.push(format!("{} {} – {}", band.caption, band.low_text, band.high_text));
                }
                parts.extend(self.stale.or(self.warning).map(str::to_owned));
                parts.push(self.why.to_owned());
            }
            CardBody::Empty { sentence, action } => parts.extend([(*sentence).to_owned(), (*action).to_owned()]),
            CardBody::NotApplicable { mark, reason } => {
                parts.extend([(*mark).to_owned(), (*reason).to_owned(), self.why.to_owned()]);
            }
        }
        parts.retain(|part| !part.is_empty());
        parts.join(", ")
    }
}

/// Paints the signed difference at the bottom left, with its unit where there is room for it.
fn paint_chip(ui: &Ui, theme: &Theme, left: f32, y: f32, room: f32, text: &str, ink: Color32) {
    let shown = if chip_width(ui, text) <= room { text } else { bare(text) };
    let galley = paint::line(ui, shown, Type::SmallStrong, ink, f32::INFINITY);
    let size = vec2(galley.size().x + 8.0, 16.0);
    let chip = Rect::from_min_size(pos2(left - 4.0, y - 8.0), size);
    ui.painter().rect_filled(chip, 8.0, theme.faded(ink, 0.12));
    paint::centred(ui.painter(), chip.center(), galley);
}

fn chip_width(ui: &Ui, text: &str) -> f32 {
    paint::text_width(ui, text, Type::SmallStrong) + 8.0
}

/// Returns a difference without its unit, the last word, after a no-break space.
fn bare(text: &str) -> &str {
    text.rsplit_once('\u{a0}').map_or(text, |(number, _)| number)
}

/// Returns the largest style at which both figures fit, so that none is ever cut.
fn style_that_fits(ui: &Ui, figures: &GrossNet<'_>, usual: Type, width: f32) -> Type {
    let needed = |style: Type| {
        let net = figures
            .net
            .map_or(0.0, |(net, _)| paint::text_width(ui, net, style) + 22.0);
        paint::text_width(ui, figures.gross, style) + net
    };
    let smaller = [usual, Type::FigureSmall, Type::Title, Type::Strong];
    smaller
        .into_iter()
        .find(|style| needed(*style) <= width)
        .unwrap_or(Type::SmallStrong)
}

/// Paints what a figure is made of, in the fixed order of its parts.
fn paint_parts(ui: &Ui, theme: &Theme, inner: Rect, y: f32, parts: &[(MarkRole, f64)]) {
    let total: f64 = parts.iter().map(|(_, v)| v.max(0.0)).sum();
    // A sum with a part below zero has no shares.
    if total <= 0.0 || parts.iter().any(|(_, v)| *v < 0.0) {
        return;
    }
    let height = theme.tokens.band.height;
    let mut left = inner.left();
    for (role, value) in parts {
        let right = left + inner.width() * (value.max(0.0) / total) as f32;
        let mark = theme.mark(*role);
        let gap = if right < inner.right() - 1.0 {
            theme.tokens.stroke.bar_gap
        } else {
            0.0
        };
        let rect = Rect::from_min_max(
            pos2(left, y - height / 2.0),
            pos2((right - gap).max(left), y + height / 2.0),
        );
        ui.painter().rect_filled(rect, theme.tokens.radius.bar, mark.fill);
        if let Some(outline) = mark.outline {
            ui.painter()
                .rect_stroke(rect, theme.tokens.radius.bar, outline, StrokeKind::Inside);
        }
        left = right;
    }
}

fn paint_band(ui: &Ui, theme: &Theme, inner: Rect, y: f32, band: &CardBand<'_>, ink: Color32) {
    let painter = ui.painter();
    let sizes = &theme.tokens.band;
    let third = inner.width() / 3.0;
    let low = paint::left(
        painter,
        inner.left(),
        y,
        paint::line(ui, band.low_text, Type::Caption, ink, third),
    );
    let high = paint::right(
        painter,
        inner.right(),
        y,
        paint::line(ui, band.high_text, Type::Caption, ink, third),
    );
    let bar = Rect::from_min_max(
        pos2(low.right() + 6.0, y - sizes.height / 2.0),
        pos2((high.left() - 6.0).max(low.right() + 8.0), y + sizes.height / 2.0),
    );
    painter.rect_filled(bar, sizes.radius, theme.colours.band);
    let span = band.high - band.low;
    let part = if span > 0.0 {
        ((band.middle - band.low) / span).clamp(0.0, 1.0) as f32
    } else {
        0.5
    };
    let x = bar.left() + part * bar.width();
    let centre = Rect::from_center_size(pos2(x.round(), y), vec2(sizes.centre_width, sizes.centre_height));
    painter.rect_filled(centre, 0.0, theme.colours.text);
}
