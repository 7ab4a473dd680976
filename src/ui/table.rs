//! Shows a table of texts, the first column naming and the others holding figures.

use egui::{Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::report::chart::TableSpec;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::paint;

/// Height of a row.
const ROW: f32 = 24.0;

/// Shows a table on the available width, scrolling beyond `height`.
pub fn show(ui: &mut Ui, table: &TableSpec, height: f32) {
    ScrollArea::both()
        .max_height(height)
        .auto_shrink([false, true])
        .id_salt(&table.title)
        .show(ui, |ui| {
            let theme = Theme::of(ui.ctx());
            let widths = column_widths(ui, table);
            ui.spacing_mut().item_spacing.y = 0.0;
            table_row(ui, theme, &table.columns, &widths, None);
            for (index, cells) in table.rows.iter().enumerate() {
                table_row(ui, theme, cells, &widths, Some(index));
            }
        });
}

fn column_widths(ui: &Ui, table: &TableSpec) -> Vec<f32> {
    let widest = |column: usize| {
        let header = table
            .columns
            .get(column)
            .map_or(0.0, |text| paint::text_width(ui, text, Type::SmallMedium));
        let cells = table.rows.iter().filter_map(|cells| cells.get(column));
        cells
            .map(|text| paint::text_width(ui, text, Type::Small))
            .fold(header, f32::max)
            + 16.0
    };
    let mut widths: Vec<f32> = (0..table.columns.len()).map(widest).collect();
    let free = ui.available_width() - widths.iter().sum::<f32>();
    if let Some(first) = widths.first_mut() {
        *first += free.max(0.0);
    }
    widths
}

fn table_row(ui: &mut Ui, theme: &Theme, cells: &[String], widths: &[f32], index: Option<usize>) {
    let colours = &theme.colours;
    let (rect, response) = ui.allocate_exact_size(vec2(widths.iter().sum(), ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Row, true, cells.join(", ")));
    let (style, ink) = match index {
        None => (Type::SmallMedium, colours.text_secondary),
        Some(_) => (Type::Small, colours.text),
    };
    if index.is_none() {
        ui.painter().rect_filled(rect, theme.tokens.radius.bar, colours.sunken);
    }
    let mut left = rect.left();
    for (column, (text, width)) in cells.iter().zip(widths).enumerate() {
        let cell = Rect::from_min_max(pos2(left, rect.top()), pos2(left + width, rect.bottom()));
        left += width;
        let galley = paint::line(ui, text, style, ink, width - 16.0);
        match column {
            0 => paint::left(ui.painter(), cell.left() + 8.0, cell.center().y, galley),
            _ => paint::right(ui.painter(), cell.right() - 8.0, cell.center().y, galley),
        };
    }
    ui.painter()
        .hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
}
