//! The tabs of the results, the last ones folded into a menu where the window is narrow.

use egui::{Color32, Context, Id, Popup, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::dropdown::list_row;
use super::{Icon, icon_in, paint};
use crate::text::Lang;
use crate::text::messages::widgets as words;
use crate::ui::theme::{Theme, Type};

/// Space on both sides of a tab's name.
const PADDING: f32 = 10.0;

/// Where it is kept which control stands for the tab that is open.
fn selected_id() -> Id {
    Id::unique("tab that is open")
}

/// Returns the control of the tab that is open: itself, or the menu that it is folded into.
pub fn selected_tab(ctx: &Context) -> Option<Id> {
    ctx.data(|data| data.get_temp(selected_id()))
}

/// Shows tabs on the available width and returns the one newly chosen.
pub fn tab_bar(ui: &mut Ui, tabs: &[&str], selected: usize, lang: Lang) -> Option<usize> {
    let theme = Theme::of(ui.ctx());
    let width = ui.available_width();
    let more = words::MORE_TABS.get(lang);
    let wide: Vec<f32> = tabs
        .iter()
        .map(|text| paint::text_width(ui, text, Type::BodyMedium) + 2.0 * PADDING)
        .collect();
    let menu = |text: &str, style| paint::text_width(ui, text, style) + 2.0 * PADDING + 14.0;
    let more_width = menu(more, Type::BodyMedium);
    let mut shown = tabs_that_fit(&wide, width, more_width);
    if selected >= shown
        && let Some(name) = tabs.get(selected)
    {
        // A folded tab that is open gives its name to the menu, which then needs the room for it.
        shown = tabs_that_fit(&wide, width, menu(name, Type::Strong).max(more_width));
    }
    let (rect, bar) = ui.allocate_exact_size(vec2(width, theme.tokens.layout.tabs), Sense::hover());
    ui.ctx()
        .accesskit_node_builder(bar.id, |node| node.set_role(Role::TabList));
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
    let mut chosen = None;
    let mut left = rect.left();
    for (index, (text, wide)) in tabs.iter().zip(&wide).enumerate().take(shown) {
        let area = Rect::from_min_size(pos2(left, rect.top()), vec2(*wide, rect.height()));
        left += wide;
        let response = ui.interact(area, bar.id.with(index), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Tab, true, index == selected, text));
        if index == selected {
            ui.data_mut(|data| data.insert_temp(selected_id(), response.id));
        }
        paint_tab(ui, theme, area, text, index == selected, &response, 0.0);
        if response.clicked() && index != selected {
            chosen = Some(index);
        }
    }
    if shown < tabs.len() {
        let folded = tabs.get(selected).filter(|_| selected >= shown).copied();
        let text = folded.unwrap_or(more);
        let room = (rect.right() - left).max(more_width);
        let style = if folded.is_some() {
            Type::Strong
        } else {
            Type::BodyMedium
        };
        let wide = (paint::text_width(ui, text, style) + 2.0 * PADDING + 14.0).min(room);
        let area = Rect::from_min_size(pos2(left, rect.top()), vec2(wide, rect.height()));
        let response = ui.interact(area, bar.id.with("more"), Sense::click());
        response.widget_info(|| {
            WidgetInfo::labeled(Role::Button, true, format!("{text}, {}", words::OPENS_A_LIST.get(lang)))
        });
        paint_tab(ui, theme, area, text, folded.is_some(), &response, 14.0);
        if folded.is_some() {
            ui.data_mut(|data| data.insert_temp(selected_id(), response.id));
        }
        Popup::menu(&response).frame(theme.overlay()).show(|ui| {
            ui.set_min_width(120.0);
            ui.spacing_mut().item_spacing.y = 0.0;
            for (index, text) in tabs.iter().enumerate().skip(shown) {
                if list_row(ui, text, index == selected).clicked() {
                    chosen = (index != selected).then_some(index);
                    ui.close();
                }
            }
        });
    }
    chosen
}

/// Returns how many tabs fit, leaving room for the menu when some do not.
fn tabs_that_fit(wide: &[f32], width: f32, more: f32) -> usize {
    if wide.iter().sum::<f32>() <= width {
        return wide.len();
    }
    let mut used = more;
    wide.iter()
        .take_while(|wide| {
            used += **wide;
            used <= width
        })
        .count()
}

fn paint_tab(ui: &Ui, theme: &Theme, area: Rect, text: &str, on: bool, response: &Response, chevron: f32) {
    let colours = &theme.colours;
    let ink: Color32 = match (on, response.hovered()) {
        (true, _) => colours.text,
        (false, true) => colours.text,
        (false, false) => colours.text_secondary,
    };
    let style = if on { Type::Strong } else { Type::BodyMedium };
    let style = if style == Type::BodyMedium { Type::Body } else { style };
    let galley = paint::line(ui, text, style, ink, area.width() - chevron - 4.0);
    paint::centred(ui.painter(), area.center() - vec2(chevron / 2.0, 0.0), galley);
    if chevron > 0.0 {
        icon_in(
            ui.painter(),
            area.right_center() - vec2(PADDING + 2.0, -1.0),
            Icon::ChevronDown,
            ink,
        );
    }
    if on {
        let line = Rect::from_min_max(pos2(area.left(), area.bottom() - 2.0), area.right_bottom());
        ui.painter().rect_filled(line, 0.0, colours.accent);
    } else if response.hovered() {
        let line = Rect::from_min_max(pos2(area.left(), area.bottom() - 2.0), area.right_bottom());
        ui.painter().rect_filled(line, 0.0, colours.border_strong);
    }
    paint::focus_ring(ui, response, area.shrink2(vec2(3.0, 5.0)), theme.tokens.radius.field);
}

#[cfg(test)]
mod tests {
    use super::tabs_that_fit;

    #[test]
    fn tabs_fold_only_when_they_must() {
        assert_eq!(tabs_that_fit(&[50.0, 50.0], 100.0, 30.0), 2);
        assert_eq!(tabs_that_fit(&[50.0, 50.0], 99.0, 30.0), 1);
        assert_eq!(tabs_that_fit(&[50.0, 50.0], 10.0, 30.0), 0);
    }
}
