//! Messages on the page: what happened, what to do, and a click that does it.

use egui::{Color32, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use super::link::styled_link;
use super::{Icon, icon_in, paint};
use crate::ui::theme::{Theme, Type};

/// What a message is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each name says what it is")]
pub enum NoticeTone {
    Information,
    Done,
    Warning,
    Error,
}

/// A message in a tinted frame; fill it, then [`show`](Notice::show) it.
#[expect(missing_docs, reason = "each name says what it is")]
pub struct Notice<'a> {
    pub tone: NoticeTone,
    /// The first words, in bold; empty for none.
    pub lead: &'a str,
    pub text: &'a str,
    /// Links that do something about it.
    pub links: &'a [&'a str],
}

impl Notice<'_> {
    /// Shows the message on the available width and returns the link clicked.
    pub fn show(self, ui: &mut Ui) -> Option<usize> {
        self.show_with_place(ui).1
    }

    /// Shows the message on the available width and returns where it is, and the link clicked.
    pub fn show_with_place(self, ui: &mut Ui) -> (Response, Option<usize>) {
        let theme = Theme::of(ui.ctx());
        let look = Look::of(theme, self.tone);
        let width = ui.available_width();
        let links = self.links_width(ui);
        // Links stand at the right when half the width is left for the text, and under it otherwise.
        let beside = links < width * 0.5;
        let text_width = width - 48.0 - if beside && links > 0.0 { links + 12.0 } else { 0.0 };
        let mut job = theme.job("", Type::Body, look.ink, text_width);
        job.sections.clear();
        if !self.lead.is_empty() {
            job.append(self.lead, 0.0, theme.format(Type::Strong, look.ink));
            job.append(" ", 0.0, theme.format(Type::Body, look.ink));
        }
        job.append(self.text, 0.0, theme.format(Type::Body, look.ink));
        let galley = paint::lay_out(ui, job);
        let below = if beside || links == 0.0 { 0.0 } else { 20.0 };
        let height = galley.size().y + below + 14.0;
        let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::hover());
        let said = [self.lead, self.text].join(" ");
        let role = if self.tone == NoticeTone::Error {
            Role::Alert
        } else {
            Role::Status
        };
        response.widget_info(|| WidgetInfo::labeled(role, true, said.trim()));
        let radius = theme.tokens.radius.button;
        ui.painter()
            .rect(rect, radius, look.fill, Stroke::new(1.0, look.line), StrokeKind::Inside);
        icon_in(ui.painter(), rect.min + vec2(18.0, 16.0), look.icon, look.mark);
        let text = paint::place(ui.painter(), rect.min + vec2(34.0, 7.0), galley);
        let (left, y) = if beside {
            (rect.right() - 14.0 - links, rect.center().y - 8.0)
        } else {
            (text.left(), text.bottom() + 2.0)
        };
        let area = Rect::from_min_max(pos2(left, y), pos2(rect.right(), y + 18.0));
        let mut child = ui.new_child(
            UiBuilder::new()
                .max_rect(area)
                .layout(egui::Layout::left_to_right(egui::Align::Min)),
        );
        let clicked = show_links(&mut child, self.links);
        (response, clicked)
    }

    fn links_width(&self, ui: &Ui) -> f32 {
        let words: f32 = self
            .links
            .iter()
            .map(|link| paint::text_width(ui, link, Type::Small))
            .sum();
        words + 12.0 * self.links.len().saturating_sub(1) as f32
    }
}

fn show_links(ui: &mut Ui, links: &[&str]) -> Option<usize> {
    ui.spacing_mut().item_spacing.x = 12.0;
    let mut clicked = None;
    for (index, text) in links.iter().enumerate() {
        if styled_link(ui, text, Type::Small).clicked() {
            clicked = Some(index);
        }
    }
    clicked
}

struct Look {
    fill: Color32,
    line: Color32,
    ink: Color32,
    mark: Color32,
    icon: Icon,
}

impl Look {
    fn of(theme: &Theme, tone: NoticeTone) -> Look {
        let colours = &theme.colours;
        let line = |ink: Color32, fill: Color32| theme.between(fill, ink, 0.22);
        match tone {
            NoticeTone::Information | NoticeTone::Done => Look {
                fill: colours.override_bg,
                line: line(colours.accent, colours.override_bg),
                ink: colours.text,
                mark: colours.accent,
                icon: if tone == NoticeTone::Done {
                    Icon::Check
                } else {
                    Icon::Information
                },
            },
            NoticeTone::Warning => Look {
                fill: colours.warning_bg,
                line: line(colours.warning, colours.warning_bg),
                ink: colours.warning,
                mark: colours.warning,
                icon: Icon::Warning,
            },
            NoticeTone::Error => Look {
                fill: colours.error_bg,
                line: line(colours.error, colours.error_bg),
                ink: colours.error,
                mark: colours.error,
                icon: Icon::Warning,
            },
        }
    }
}

/// What happened to a row of the list of problems.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProblemRowResponse {
    /// Whether the row was clicked, to go to its field.
    pub clicked: bool,
    /// The one-click fix chosen.
    pub fix: Option<usize>,
}

/// Shows one problem of the scenario: where it is, what is wrong, and fixes in one click.
pub fn problem_row(ui: &mut Ui, tone: NoticeTone, place: &str, text: &str, fixes: &[&str]) -> ProblemRowResponse {
    let theme = Theme::of(ui.ctx());
    let look = Look::of(theme, tone);
    let colours = &theme.colours;
    let width = ui.available_width();
    let links: f32 = fixes
        .iter()
        .map(|fix| paint::text_width(ui, fix, Type::Small) + 12.0)
        .sum();
    let mut job = theme.job("", Type::Body, colours.text, width - 44.0 - links);
    job.sections.clear();
    if !place.is_empty() {
        job.append(place, 0.0, theme.format(Type::BodyMedium, look.mark));
        job.append("  ", 0.0, theme.format(Type::Body, colours.text));
    }
    job.append(text, 0.0, theme.format(Type::Body, colours.text));
    let galley = paint::lay_out(ui, job);
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y + 10.0), Sense::click());
    let said = [place, text].join(" ");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, said.trim()));
    if response.hovered() {
        ui.painter().rect_filled(rect, theme.tokens.radius.field, colours.hover);
    }
    icon_in(ui.painter(), rect.min + vec2(14.0, 14.0), look.icon, look.mark);
    paint::place(ui.painter(), rect.min + vec2(30.0, 5.0), galley);
    paint::focus_ring(ui, &response, rect.shrink(2.0), theme.tokens.radius.field);
    let area = Rect::from_min_max(pos2(rect.right() - links, rect.top() + 6.0), rect.right_bottom());
    let mut child = ui.new_child(
        UiBuilder::new()
            .max_rect(area)
            .layout(egui::Layout::left_to_right(egui::Align::Min)),
    );
    let fix = show_links(&mut child, fixes);
    ProblemRowResponse {
        clicked: response.clicked() && fix.is_none(),
        fix,
    }
}
