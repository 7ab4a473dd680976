//! Shows a table of texts, the first column naming and the others holding figures.

use egui::{EventFilter, Id, Key, Rect, Role, ScrollArea, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2};

use crate::report::chart::{RowStyle, RowWeight, SeriesStyle, TableSpec};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{LegendMark, legend_swatch, paint, term};

/// Height of a row.
const ROW: f32 = 24.0;
/// Room over and under texts that take several lines, together.
const MARGIN: f32 = 8.0;
/// Room under a table for the bar that scrolls it.
const BAR: f32 = 12.0;

/// Shows a table on the available width, at its whole height. Where its figures have no room, they scroll beside the column of names, which stays.
pub fn show(ui: &mut Ui, table: &TableSpec) {
    show_with(ui, table, None);
}

/// Shows a table whose names are links, and returns the row of the one clicked.
///
/// * `spoken`: what a screen reader says of a link, by row and name.
pub fn show_linked(ui: &mut Ui, table: &TableSpec, spoken: &dyn Fn(&str) -> String) -> Option<usize> {
    show_with(ui, table, Some(spoken))
}

/// What is said of the link of a name.
type Spoken<'a> = Option<&'a dyn Fn(&str) -> String>;

fn show_with(ui: &mut Ui, table: &TableSpec, links: Spoken<'_>) -> Option<usize> {
    let layout = TableLayout::new(ui, table, ui.available_width());
    let theme = Theme::of(ui.ctx());
    let size = vec2(ui.available_width(), layout.height());
    let (rect, frame) = ui.allocate_exact_size(size, Sense::hover());
    let mut child = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(&table.title));
    let ui = &mut child;
    if layout.fits() {
        return rows(ui, theme, table, &layout, 0.0, links);
    }
    // The bar is always seen, since nothing else says that there is more; the room for it is kept under the rows.
    let scroll = &mut ui.spacing_mut().scroll;
    scroll.floating = false;
    scroll.bar_inner_margin = BAR - scroll.bar_width;
    let widgets = &mut ui.visuals_mut().widgets;
    widgets.inactive.fg_stroke.color = theme.colours.border_strong;
    widgets.hovered.fg_stroke.color = theme.colours.text_secondary;
    let mut area = ScrollArea::horizontal()
        .auto_shrink([false, true])
        .min_scrolled_height(size.y)
        .id_salt("figures");
    if let Some(offset) = scroll_by_keys(ui, &layout, frame.id, rect, &table.title) {
        area = area.horizontal_scroll_offset(offset);
    }
    let shown = area.show_viewport(ui, |ui, viewport| {
        rows(ui, theme, table, &layout, viewport.left(), links)
    });
    let offset = shown.state.clamped_offset().x;
    ui.data_mut(|data| data.insert_temp(offset_id(frame.id), offset));
    // A line says that figures go on under the names.
    if offset > 0.5 {
        let x = rect.left() + layout.names();
        let stroke = Stroke::new(1.0, theme.colours.border_strong);
        ui.painter().vline(x, rect.top()..=rect.bottom() - BAR, stroke);
    }
    // What scrolls sideways keeps from the page what asks to be scrolled to.
    let focused = ui.memory(|memory| memory.focused());
    let focused = focused.and_then(|id| ui.ctx().read_response(id));
    if let Some(inside) = focused.filter(|response| rect.contains_rect(response.rect)) {
        paint::reveal(ui, &inside, inside.rect);
    }
    shown.inner
}

/// Shows the header and the rows.
///
/// * `scrolled`: how far the figures are scrolled to the left.
/// * `links`: where names are links; the row of the one clicked is returned.
fn rows(
    ui: &mut Ui,
    theme: &Theme,
    table: &TableSpec,
    layout: &TableLayout,
    scrolled: f32,
    links: Spoken<'_>,
) -> Option<usize> {
    ui.spacing_mut().item_spacing.y = 0.0;
    header_row(ui, theme, &table.columns, layout, scrolled);
    let mut clicked = None;
    for (index, cells) in table.rows.iter().enumerate() {
        if table_row(ui, theme, (index, cells), table.style(index), layout, scrolled, links) {
            clicked = Some(index);
        }
    }
    clicked
}

/// Returns the height of a table on a width.
pub fn height(ui: &Ui, table: &TableSpec, width: f32) -> f32 {
    TableLayout::new(ui, table, width).height()
}

/// Returns whether a table shows all its figures and names whole on a width.
pub fn fits(ui: &Ui, table: &TableSpec, width: f32) -> bool {
    let layout = TableLayout::new(ui, table, width);
    layout.fits() && layout.rows.iter().all(|row| *row == ROW)
}

/// Where it is kept how far a table is scrolled.
fn offset_id(table: Id) -> Id {
    table.with("offset")
}

/// Makes a table that scrolls a stop of the Tab key, and returns how far the arrows moved it.
fn scroll_by_keys(ui: &Ui, layout: &TableLayout, id: Id, rect: Rect, title: &str) -> Option<f32> {
    let at = offset_id(id);
    let id = id.with("scrolled by keys");
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollView, true, title));
    paint::focus_ring(ui, &response, rect, 2);
    if !response.has_focus() {
        return None;
    }
    let held = EventFilter {
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, held));
    let pressed = |key| ui.input(|input| input.num_presses(key)) as f32;
    let steps = pressed(Key::ArrowRight) - pressed(Key::ArrowLeft);
    let most = (layout.total() - rect.width()).max(0.0);
    let offset: f32 = ui.data(|data| data.get_temp(at)).unwrap_or_default();
    let step = layout.widths.iter().skip(1).copied().fold(0.0, f32::max);
    (steps != 0.0).then(|| (offset + steps * step).clamp(0.0, most))
}

/// Room left and right of a cell's text, together.
const PADDING: f32 = 16.0;
/// The least width of the column of names when the figures need the room.
const LEAST_NAMES: f32 = 112.0;

/// The sizes of the columns and rows of a table.
struct TableLayout {
    widths: Vec<f32>,
    header: f32,
    rows: Vec<f32>,
    room: f32,
}

impl TableLayout {
    fn new(ui: &Ui, table: &TableSpec, room: f32) -> Self {
        let widths = column_widths(ui, table, room);
        let tall = |text: &str, style: Type, width: f32| {
            let ink = egui::Color32::PLACEHOLDER;
            let galley = paint::paragraph(ui, text, style, ink, width - PADDING + 1.0);
            if galley.rows.len() > 1 {
                galley.size().y + MARGIN
            } else {
                ROW
            }
        };
        let headers = table.columns.iter().zip(&widths);
        let headers = headers.map(|(text, width)| tall(text, Type::SmallMedium, *width));
        let names = widths.first().copied().unwrap_or_default();
        let rows = table.rows.iter().enumerate().map(|(index, cells)| {
            let RowStyle { weight, swatch } = table.style(index);
            let mark = if swatch.is_some() { SWATCH } else { 0.0 };
            let name = cells.first().map_or("", String::as_str);
            tall(name, text_style(weight), names - mark)
        });
        Self {
            header: headers.fold(ROW, f32::max),
            rows: rows.collect(),
            widths,
            room,
        }
    }

    fn total(&self) -> f32 {
        self.widths.iter().sum()
    }

    fn names(&self) -> f32 {
        self.widths.first().copied().unwrap_or_default()
    }

    fn fits(&self) -> bool {
        self.total() <= self.room + 0.5
    }

    /// Returns where the cells of a row are: names stay at the left, figures go past them.
    fn places(&self, row: Rect, scrolled: f32) -> Places {
        let mut left = row.left();
        let cells = self.widths.iter().enumerate().map(|(column, width)| {
            let cell = Rect::from_min_max(pos2(left, row.top()), pos2(left + width, row.bottom()));
            left += width;
            let stays = if column == 0 { scrolled } else { 0.0 };
            cell.translate(vec2(stays, 0.0))
        });
        let cells = cells.collect();
        let names = row.left() + scrolled + self.names();
        let figures = Rect::from_min_max(pos2(names, row.top()), row.max);
        Places { cells, figures }
    }

    fn height(&self) -> f32 {
        let bar = if self.fits() { 0.0 } else { BAR };
        self.header + self.rows.iter().sum::<f32>() + bar
    }
}

/// Where the cells of a row are, and the part of the row in which figures show.
struct Places {
    cells: Vec<Rect>,
    figures: Rect,
}

/// Returns the room that a name takes with its mark.
fn name_width(ui: &Ui, name: &str, style: RowStyle) -> f32 {
    let mark = if style.swatch.is_some() { SWATCH } else { 0.0 };
    paint::text_width(ui, name, text_style(style.weight)) + PADDING + mark
}

/// Returns the widths of the columns: as wide as their texts where there is room; otherwise headers wrap, then names, and figures are never cut.
fn column_widths(ui: &Ui, table: &TableSpec, room: f32) -> Vec<f32> {
    let wide = |text: &str, style| paint::text_width(ui, text, style) + PADDING;
    let cells = |column: usize| {
        let widths = table.rows.iter().enumerate().filter_map(|(index, cells)| {
            let (text, style) = (cells.get(column)?, table.style(index));
            Some(match column {
                0 => name_width(ui, text, style),
                _ => wide(text, text_style(style.weight)),
            })
        });
        widths.fold(0.0, f32::max)
    };
    let longest_word = |text: &str| {
        let words = text.split(' ').map(|word| wide(word, Type::SmallMedium));
        words.fold(0.0, f32::max)
    };
    let columns = || table.columns.iter().enumerate();
    let most: Vec<f32> = columns()
        .map(|(k, text)| wide(text, Type::SmallMedium).max(cells(k)))
        .collect();
    let least: Vec<f32> = columns().map(|(k, text)| longest_word(text).max(cells(k))).collect();
    let (wanted, needed): (f32, f32) = (most.iter().sum(), least.iter().sum());
    let mut widths: Vec<f32> = if wanted <= room {
        most
    } else {
        let part = if wanted > needed {
            ((room - needed) / (wanted - needed)).clamp(0.0, 1.0)
        } else {
            0.0
        };
        most.iter()
            .zip(&least)
            .map(|(most, least)| least + part * (most - least))
            .collect()
    };
    let free = room - widths.iter().sum::<f32>();
    if let Some(first) = widths.first_mut() {
        *first = (*first + free).max(first.min(LEAST_NAMES));
    }
    widths
}

/// Returns the style of the texts of a row.
fn text_style(weight: RowWeight) -> Type {
    match weight {
        RowWeight::Plain => Type::Small,
        RowWeight::Heading | RowWeight::Strong | RowWeight::Total => Type::SmallStrong,
    }
}

/// Room taken by the mark before a name.
const SWATCH: f32 = 16.0;

/// Shows the header: each text over its figures, terms of the glossary defined.
///
/// * `scrolled`: how far the figures are scrolled to the left; the column of names stays.
fn header_row(ui: &mut Ui, theme: &Theme, columns: &[String], layout: &TableLayout, scrolled: f32) {
    let (style, ink) = (Type::SmallMedium, theme.colours.text_secondary);
    let (rect, response) = ui.allocate_exact_size(vec2(layout.total(), layout.header), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, columns.join(", ")));
    let places = layout.places(rect, scrolled);
    let radius = theme.tokens.radius.bar;
    ui.painter().rect_filled(rect, radius, theme.colours.sunken);
    for (column, (text, cell)) in columns.iter().zip(&places.cells).enumerate() {
        let inside = cell.shrink2(vec2(PADDING / 2.0, 0.0));
        let galley = paint::paragraph(ui, text, style, ink, inside.width() + 1.0);
        if column == 0 {
            paint::left(ui.painter(), inside.left(), cell.center().y, galley);
            continue;
        }
        // Each line of a wrapped header stands at the right, over its figures.
        let mut job = (*galley.job).clone();
        job.halign = egui::Align::RIGHT;
        let galley = paint::lay_out(ui, job);
        let top = cell.center().y - galley.size().y / 2.0;
        let wide = galley.size().x;
        let text_rect = Rect::from_min_size(pos2(inside.right() - wide, top), galley.size());
        let mut figures = ui.new_child(UiBuilder::new().max_rect(rect).id_salt(("header", column)));
        figures.shrink_clip_rect(places.figures);
        figures.painter().galley(pos2(inside.right(), top), galley, ink);
        if let Some(definition) = term::definition(ui.ctx(), text) {
            term::over(&figures, (response.id, column), text_rect, text, definition);
        }
    }
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
}

/// Shows a row of the table, and returns whether its name is a link that was clicked.
///
/// * `scrolled`: how far the figures are scrolled to the left; the column of names stays.
fn table_row(
    ui: &mut Ui,
    theme: &Theme,
    (index, cells): (usize, &[String]),
    row: RowStyle,
    layout: &TableLayout,
    scrolled: f32,
    links: Spoken<'_>,
) -> bool {
    let colours = &theme.colours;
    let mut clicked = false;
    let style = text_style(row.weight);
    let ink = match row.weight {
        RowWeight::Heading => colours.text_secondary,
        _ => colours.text,
    };
    let height = layout.rows.get(index).copied().unwrap_or(ROW);
    let (rect, response) = ui.allocate_exact_size(vec2(layout.total(), height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, cells.join(", ")));
    let places = layout.places(rect, scrolled);
    let figures = ui.painter().with_clip_rect(places.figures.intersect(ui.clip_rect()));
    for (column, (text, cell)) in cells.iter().zip(&places.cells).enumerate() {
        let mut inside = cell.shrink2(vec2(PADDING / 2.0, 0.0));
        if column > 0 {
            let galley = paint::line(ui, text, style, ink, inside.width() + 1.0);
            paint::right(&figures, inside.right(), cell.center().y, galley);
            continue;
        }
        if let Some((role, pattern)) = row.swatch {
            let mark = match pattern {
                SeriesStyle::Hatched => LegendMark::Hatched(role),
                _ => LegendMark::Role(role),
            };
            let centre = pos2(inside.left() + SWATCH / 2.0 - 3.0, inside.center().y);
            legend_swatch(ui.painter(), theme, centre, mark);
            *inside.left_mut() += SWATCH;
        }
        if let Some(spoken) = links {
            clicked |= name_link(ui, theme, (index, text), &spoken(text), inside);
            continue;
        }
        let galley = paint::paragraph(ui, text, style, ink, inside.width() + 1.0);
        paint::left(ui.painter(), inside.left(), cell.center().y, galley);
    }
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
    if row.weight == RowWeight::Total {
        let rule = Stroke::new(1.0, colours.border_strong);
        ui.painter().hline(rect.x_range(), rect.top() - 0.5, rule);
    }
    clicked
}

/// Shows a name as a link and returns whether it was clicked.
fn name_link(ui: &Ui, theme: &Theme, (row, name): (usize, &str), spoken: &str, inside: Rect) -> bool {
    let galley = paint::paragraph(ui, name, Type::Small, egui::Color32::PLACEHOLDER, inside.width() + 1.0);
    let area = Rect::from_min_size(
        pos2(inside.left(), inside.center().y - galley.size().y / 2.0),
        galley.size(),
    );
    let response = ui.interact(area, ui.scope_id().with(("link", row)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Link, true, spoken));
    let (ink, width) = match response.hovered() {
        true => (theme.colours.accent_hover, 1.5),
        false => (theme.colours.accent, 1.0),
    };
    for line in &galley.rows {
        let line = line.rect().translate(area.min.to_vec2());
        paint::underline(ui.painter(), line, Stroke::new(width, ink));
    }
    ui.painter().galley_with_override_text_color(area.min, galley, ink);
    paint::focus_ring(ui, &response, area.expand2(vec2(2.0, 0.0)), theme.tokens.radius.bar);
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}
