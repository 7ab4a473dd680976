//! Shows a table of texts, the first column naming and the others holding figures.

use egui::{Rect, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use crate::report::chart::{RowStyle, RowWeight, SeriesStyle, TableSpec};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{LegendMark, clipped, legend_swatch, paint, term};

/// Height of a row.
const ROW: f32 = 24.0;

/// Shows a table on the available width, scrolling beyond `height`.
pub fn show(ui: &mut Ui, table: &TableSpec, height: f32) {
    ScrollArea::both()
        .max_height(height)
        // A page that scrolls has room for the whole table, however little of it shows.
        .min_scrolled_height(height)
        .auto_shrink([false, true])
        .id_salt(&table.title)
        .show(ui, |ui| {
            let theme = Theme::of(ui.ctx());
            let widths = column_widths(ui, table);
            ui.spacing_mut().item_spacing.y = 0.0;
            table_row(ui, theme, &table.columns, &widths, None);
            for (index, cells) in table.rows.iter().enumerate() {
                table_row(ui, theme, cells, &widths, Some((index, table.style(index))));
            }
        });
}

/// Room left and right of a cell's text, together.
const PADDING: f32 = 16.0;
/// The least width of the column of names when the figures need the room.
const LEAST_NAMES: f32 = 96.0;

/// Returns the widths of the columns: as wide as their texts where there is room; otherwise headers wrap, then names are cut, and figures never.
fn column_widths(ui: &Ui, table: &TableSpec) -> Vec<f32> {
    let wide = |text: &str, style| paint::text_width(ui, text, style) + PADDING;
    let cells = |column: usize| {
        let widths = table.rows.iter().enumerate().filter_map(|(index, cells)| {
            let style = table.style(index);
            let mark = if column == 0 && style.swatch.is_some() {
                SWATCH
            } else {
                0.0
            };
            Some(wide(cells.get(column)?, text_style(style.weight)) + mark)
        });
        widths.fold(0.0, f32::max)
    };
    let longest_word = |text: &str| {
        let words = text.split(' ').map(|word| wide(word, Type::SmallMedium));
        words.fold(0.0, f32::max)
    };
    let most: Vec<f32> = table
        .columns
        .iter()
        .enumerate()
        .map(|(k, text)| wide(text, Type::SmallMedium).max(cells(k)))
        .collect();
    let least: Vec<f32> = table
        .columns
        .iter()
        .enumerate()
        .map(|(k, text)| longest_word(text).max(cells(k)))
        .collect();
    let room = ui.available_width();
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

/// Shows a row of the table, or its header.
fn table_row(ui: &mut Ui, theme: &Theme, cells: &[String], widths: &[f32], row: Option<(usize, RowStyle)>) {
    let colours = &theme.colours;
    let (style, ink) = match row.map(|(_, style)| style.weight) {
        None => (Type::SmallMedium, colours.text_secondary),
        Some(RowWeight::Heading) => (text_style(RowWeight::Heading), colours.text_secondary),
        Some(weight) => (text_style(weight), colours.text),
    };
    let index = row.map(|(index, _)| index);
    let swatch = row.and_then(|(_, style)| style.swatch);
    let header: Vec<_> = match index {
        None => cells
            .iter()
            .zip(widths)
            .map(|(text, width)| paint::paragraph(ui, text, style, ink, width - PADDING + 1.0))
            .collect(),
        Some(_) => Vec::new(),
    };
    let height = header.iter().map(|galley| galley.size().y + 8.0).fold(ROW, f32::max);
    let (rect, response) = ui.allocate_exact_size(vec2(widths.iter().sum(), height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, cells.join(", ")));
    if index.is_none() {
        ui.painter().rect_filled(rect, theme.tokens.radius.bar, colours.sunken);
    }
    let mut header = header.into_iter();
    let mut left = rect.left();
    for (column, (text, width)) in cells.iter().zip(widths).enumerate() {
        let cell = Rect::from_min_max(pos2(left, rect.top()), pos2(left + width, rect.bottom()));
        let inside = cell.shrink2(vec2(PADDING / 2.0, 0.0));
        left += width;
        let define = index.is_none().then(|| term::definition(ui.ctx(), text)).flatten();
        match (column, header.next()) {
            (0, Some(galley)) => {
                paint::left(ui.painter(), inside.left(), cell.center().y, galley);
            }
            (_, Some(galley)) => {
                // Each line of a wrapped header stands at the right, over its figures.
                let mut job = (*galley.job).clone();
                job.halign = egui::Align::RIGHT;
                let galley = paint::lay_out(ui, job);
                let top = cell.center().y - galley.size().y / 2.0;
                let wide = galley.size().x;
                let text_rect = Rect::from_min_size(pos2(inside.right() - wide, top), galley.size());
                ui.painter().galley(pos2(inside.right(), top), galley, ink);
                if let Some(definition) = define {
                    term::over(ui, (response.id, column), text_rect, text, definition);
                }
            }
            (0, None) => {
                let mut inside = inside;
                if let Some((role, pattern)) = swatch {
                    let mark = match pattern {
                        SeriesStyle::Hatched => LegendMark::Hatched(role),
                        _ => LegendMark::Role(role),
                    };
                    let centre = pos2(inside.left() + SWATCH / 2.0 - 3.0, inside.center().y);
                    legend_swatch(ui.painter(), theme, centre, mark);
                    *inside.left_mut() += SWATCH;
                }
                clipped(ui, (index, column), inside, text, (style, ink));
            }
            (_, None) => {
                let galley = paint::line(ui, text, style, ink, inside.width() + 1.0);
                paint::right(ui.painter(), inside.right(), cell.center().y, galley);
            }
        }
    }
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
    if row.is_some_and(|(_, style)| style.weight == RowWeight::Total) {
        let rule = Stroke::new(1.0, colours.border_strong);
        ui.painter().hline(rect.x_range(), rect.top() - 0.5, rule);
    }
}
