//! Draws charts described by [`ChartSpec`]; the only user of `egui_plot`.
//!
//! Year columns are `egui_plot` bars. Horizontal bars are painted directly: their row labels, totals and dashed outlines
//! stand outside the plot area, where `egui_plot` cannot draw.

mod lines;
pub mod sankey;
mod side_by_side;
mod step_bars;
mod steps;

pub(super) use side_by_side::badge;

use egui::{Pos2, Rangef, Rect, Role as Accessible, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use egui_plot::{Bar, BarChart, Plot, PlotBounds, PlotPoint};

use crate::report::chart::{ChartKind, ChartSpec, Difference, Row, SeriesStyle, Tone};
use crate::report::role::Role;
use crate::text::messages::widgets as words;
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::{LegendMark, legend_swatch, paint, term};

/// Height of the line of tick labels under or beside the marks.
const TICK_LINE: f32 = 17.0;

/// The least width left to horizontal bars by the names at their left.
const LEAST_MARKS: f32 = 64.0;

/// Draws the marks of a chart in `rect`; a screen reader is told the alternative text.
pub fn draw(ui: &mut Ui, spec: &ChartSpec, rect: Rect) {
    let response = ui.interact(rect, ui.scope_id().with(("chart", spec.id)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Accessible::Image, true, &spec.alt));
    if spec.rows.is_empty() || rect.width() < 40.0 || rect.height() < 20.0 {
        return;
    }
    match spec.kind {
        ChartKind::StackedBars | ChartKind::RowBars | ChartKind::Waterfall => bars(ui, spec, rect),
        ChartKind::Columns => columns(ui, spec, rect),
        ChartKind::Lines => lines::draw(ui, spec, rect),
        ChartKind::SideBySide => side_by_side::draw(ui, spec, rect),
        ChartKind::Steps => steps::draw(ui, spec, rect),
        ChartKind::StepBars => step_bars::draw(ui, spec, rect),
    }
}

/// Returns the least height at which the marks and their texts can be read.
pub fn least_height(spec: &ChartSpec) -> f32 {
    height_with(spec, 20.0, 96.0, 140.0)
}

/// Returns the height at which the marks look best.
pub fn comfortable_height(spec: &ChartSpec) -> f32 {
    height_with(spec, 30.0, 150.0, 210.0)
}

fn height_with(spec: &ChartSpec, row: f32, columns: f32, lines: f32) -> f32 {
    let ticks = if spec.axis.ticks.is_empty() { 0.0 } else { TICK_LINE };
    match spec.kind {
        ChartKind::StackedBars | ChartKind::RowBars | ChartKind::Waterfall => spec.rows.len() as f32 * row + ticks,
        ChartKind::Columns => columns,
        ChartKind::Lines => lines,
        ChartKind::SideBySide => side_by_side::height(spec, row),
        ChartKind::Steps => steps::height(columns),
        ChartKind::StepBars => step_bars::height(spec, row),
    }
}

/// Where values fall along one direction.
struct Scale {
    low: f64,
    high: f64,
    from: f32,
    to: f32,
}

impl Scale {
    fn at(&self, value: f64) -> f32 {
        let span = self.high - self.low;
        let part = if span > 0.0 {
            ((value - self.low) / span).clamp(0.0, 1.0)
        } else {
            0.0
        };
        self.from + part as f32 * (self.to - self.from)
    }
}

/// Returns the sum of what stands on each side of zero.
fn both_sides(values: &[f64]) -> (f64, f64) {
    let side = |sign: f64| values.iter().filter(|value| **value * sign > 0.0).sum();
    (side(-1.0), side(1.0))
}

fn bars(ui: &mut Ui, spec: &ChartSpec, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let columns = BarColumns::measure(ui, spec, rect.width());
    let bottom = if spec.axis.ticks.is_empty() {
        rect.bottom()
    } else {
        rect.bottom() - TICK_LINE
    };
    let marks = Rect::from_min_max(
        pos2(rect.left() + columns.labels, rect.top()),
        pos2(rect.right() - columns.totals, bottom),
    );
    let rows: Vec<Vec<f64>> = spec.rows.iter().map(|row| spec.drawn(row)).collect();
    // The steps of a waterfall go down from what is left: only its ends can be below zero.
    let ends = |index: &usize| spec.kind != ChartKind::Waterfall || *index == 0 || index + 1 == rows.len();
    let own = rows.iter().enumerate().filter(|(index, _)| ends(index));
    let low = own.map(|(_, values)| both_sides(values).0).fold(0.0, f64::min);
    // Totals of negative bars stand at their left, so the marks start further right.
    let marks = if low < 0.0 {
        marks.with_min_x(marks.left() + columns.totals)
    } else {
        marks
    };
    let scale = Scale {
        low,
        high: spec.largest().max(f64::MIN_POSITIVE),
        from: marks.left(),
        to: marks.right(),
    };
    let zero = scale.at(0.0);
    // Where the next tick label may begin: on a narrow chart some labels have no room.
    let mut free_from = f32::MIN;
    for (value, label) in &spec.axis.ticks {
        let x = scale.at(*value).round() + 0.5;
        ui.painter()
            .vline(x, marks.y_range(), Stroke::new(1.0, theme.colours.grid));
        let galley = paint::line(ui, label, Type::Caption, theme.colours.text_muted, 80.0);
        let half = galley.size().x / 2.0;
        let centre = x.clamp(rect.left() + half, (rect.right() - half).max(rect.left() + half));
        if centre - half >= free_from {
            free_from = centre + half + 6.0;
            paint::centred(ui.painter(), pos2(centre, bottom + TICK_LINE / 2.0 + 1.0), galley);
        }
    }
    let step = marks.height() / spec.rows.len() as f32;
    // Where a waterfall stands before each row.
    let mut level = 0.0;
    let sizes = &theme.tokens.chart;
    let thickness = (step * 0.66).clamp(sizes.bar_min.min(step - 2.0).max(2.0), sizes.bar_max);
    for (index, (row, values)) in spec.rows.iter().zip(&rows).enumerate() {
        let y = marks.top() + (index as f32 + 0.5) * step;
        let lane = Rect::from_min_max(pos2(rect.left(), y - step / 2.0), pos2(rect.right(), y + step / 2.0));
        label_row(ui, theme, row, lane.left(), y, columns.labels);
        let bar = Rangef::new((y - thickness / 2.0).round(), (y + thickness / 2.0).round());
        let waterfall = spec.kind == ChartKind::Waterfall && index > 0 && index + 1 < spec.rows.len();
        let from = if waterfall { level } else { 0.0 };
        let end = stack(ui, theme, spec, (row, values), from, &scale, bar);
        let sum: f64 = values.iter().sum();
        level = if waterfall { level + sum } else { sum };
        let ghost_end = row.ghost.filter(|_| !spec.axis.as_share).map(|ghost| {
            let outline = Rect::from_x_y_ranges(
                Rangef::new(zero, scale.at(ghost)),
                bar.expand(((step - thickness) / 2.0 - 1.0).clamp(1.0, 3.0)),
            );
            saved_outline(ui, theme, outline);
            outline.right()
        });
        let place = match both_sides(values) {
            _ if spec.axis.as_share => TotalPlace::RightEnd(rect.right() - differences(ui, spec)),
            _ if waterfall => TotalPlace::After(end + 7.0),
            (down, 0.0) if down < 0.0 => TotalPlace::Before(scale.at(down) - 7.0),
            _ => TotalPlace::After(end.max(ghost_end.unwrap_or(end)) + 7.0),
        };
        total(ui, theme, row, place, y);
        explain(ui, spec, index, row, lane);
    }
    if !spec.axis.as_share {
        ui.painter().vline(
            zero.round() - 0.5,
            marks.y_range(),
            Stroke::new(1.0, theme.colours.axis),
        );
    }
}

/// Widths left and right of the marks.
struct BarColumns {
    labels: f32,
    totals: f32,
}

impl BarColumns {
    fn measure(ui: &Ui, spec: &ChartSpec, width: f32) -> BarColumns {
        let widest = |text: &dyn Fn(&Row) -> f32| spec.rows.iter().map(text).fold(0.0, f32::max);
        let labels = widest(&|row| {
            let swatch = if row.swatch.is_some() { 16.0 } else { 0.0 };
            paint::text_width(ui, &row.label, Type::Small) + swatch
        });
        let written = |row: &Row| paint::text_width(ui, &row.total_label, Type::Strong);
        let totals = if spec.axis.as_share {
            // Two columns: totals end together, differences begin together.
            widest(&written) + differences(ui, spec)
        } else {
            widest(&|row| written(row) + difference(ui, row))
        };
        let gap = |width: f32| if width > 0.0 { width + 10.0 } else { 0.0 };
        BarColumns {
            // Marks keep some room; names are cut only where there would be none left.
            labels: gap(labels).min((width - gap(totals) - LEAST_MARKS).max(width * 0.4)),
            totals: gap(totals).min(width * 0.42),
        }
    }
}

/// Returns the width of a row's difference with the space before it; nothing where it has none.
fn difference(ui: &Ui, row: &Row) -> f32 {
    let width = |d: &Difference| paint::text_width(ui, &d.text, Type::SmallMedium) + 6.0;
    row.difference.as_ref().map_or(0.0, width)
}

/// Returns the width of the column that holds the differences of all rows.
fn differences(ui: &Ui, spec: &ChartSpec) -> f32 {
    spec.rows.iter().map(|row| difference(ui, row)).fold(0.0, f32::max)
}

fn label_row(ui: &Ui, theme: &Theme, row: &Row, left: f32, y: f32, width: f32) {
    let mut x = left;
    if let Some(role) = row.swatch {
        legend_swatch(ui.painter(), theme, pos2(x + 4.5, y), LegendMark::Role(role));
        x += 16.0;
    }
    let room = width - (x - left) - 8.0;
    paint::left(
        ui.painter(),
        x,
        y,
        paint::line(ui, &row.label, Type::Small, theme.colours.text, room),
    );
}

/// Paints the parts of a bar from `from` outwards and returns the right end.
fn stack(
    ui: &Ui,
    theme: &Theme,
    spec: &ChartSpec,
    (row, values): (&Row, &[f64]),
    from: f64,
    scale: &Scale,
    bar: Rangef,
) -> f32 {
    let gap = theme.tokens.stroke.bar_gap;
    let (mut up, mut down) = (from, from);
    let mut end = scale.at(from);
    for (part, (series, value)) in spec.series.iter().zip(values).enumerate() {
        if *value == 0.0 {
            continue;
        }
        let base: &mut f64 = if *value > 0.0 { &mut up } else { &mut down };
        let (from, to) = (scale.at(*base), scale.at(*base + value));
        *base += value;
        let (left, right) = (from.min(to), from.max(to));
        // The gap is taken from the far side, so that the first part still starts at zero.
        let segment = Rect::from_x_y_ranges(Rangef::new(left, (right - gap).max(left + 1.0)), bar);
        let role = match (spec.kind, row.swatch) {
            (ChartKind::RowBars | ChartKind::Waterfall, Some(role)) => role,
            _ => series.role,
        };
        let style = theme.mark(role);
        let mut ink = style.ink;
        if series.style == SeriesStyle::Hatched {
            paint::hatched(ui.painter(), theme, segment, style.fill);
            ink = theme.colours.text;
        } else {
            ui.painter().rect_filled(segment, 0.0, style.fill);
            if let Some(outline) = style.outline {
                ui.painter().rect_stroke(segment, 0.0, outline, StrokeKind::Inside);
            }
        }
        end = end.max(segment.right());
        let label = row.value_label(part);
        if label.is_empty() {
            continue;
        }
        let galley = paint::line(ui, label, Type::Small, ink, f32::INFINITY);
        if galley.size().x + 5.0 <= segment.width() && bar.span() >= 12.0 {
            if series.style == SeriesStyle::Hatched {
                // A plain ground, so that the figure reads over the hatching.
                let ground = Rect::from_center_size(segment.center(), galley.size() + vec2(4.0, -2.0));
                ui.painter().rect_filled(ground, 2.0, theme.colours.card);
            }
            paint::centred(ui.painter(), segment.center(), galley);
        }
    }
    end
}

/// Where a row's total is written.
enum TotalPlace {
    /// To the right of a bar that ends here.
    After(f32),
    /// To the left of a negative bar that ends here.
    Before(f32),
    /// In a column of its own that ends here, before the column of differences.
    RightEnd(f32),
}

/// Paints a row's total, then its difference.
fn total(ui: &Ui, theme: &Theme, row: &Row, place: TotalPlace, y: f32) {
    let painter = ui.painter();
    let galley = paint::line(ui, &row.total_label, Type::Strong, theme.colours.text, 160.0);
    let end = match place {
        TotalPlace::After(x) => paint::left(painter, x, y, galley).right(),
        TotalPlace::Before(x) | TotalPlace::RightEnd(x) => paint::right(painter, x, y, galley).right(),
    };
    if let Some(difference) = &row.difference {
        let colour = match difference.tone {
            Tone::Gain => theme.colours.positive,
            Tone::Loss => theme.colours.negative,
            Tone::Neutral => theme.colours.text_muted,
        };
        paint::left(
            painter,
            end + 6.0,
            y,
            paint::line(ui, &difference.text, Type::SmallMedium, colour, 150.0),
        );
    }
}

fn saved_outline(ui: &Ui, theme: &Theme, outline: Rect) {
    let saved = &theme.tokens.saved_version;
    let stroke = Stroke::new(saved.width, theme.colours.ghost);
    let points = [
        outline.left_top(),
        outline.right_top(),
        outline.right_bottom(),
        outline.left_bottom(),
        outline.left_top(),
    ];
    ui.painter()
        .extend(egui::Shape::dashed_line(&points, stroke, saved.dash, saved.gap));
}

/// Shows the exact figures of a row on hover.
fn explain(ui: &Ui, spec: &ChartSpec, index: usize, row: &Row, area: Rect) {
    let response = ui.interact(area, ui.scope_id().with(("mark", spec.id, index)), Sense::hover());
    response.on_hover_ui_at_pointer(|ui| {
        let theme = Theme::of(ui.ctx());
        let colours = &theme.colours;
        let mut lines: Vec<(Option<Role>, &str, &str)> = Vec::new();
        for (series, value) in spec.series.iter().zip(&row.value_labels) {
            if !value.is_empty() {
                let role = match (spec.kind, row.swatch) {
                    (ChartKind::RowBars | ChartKind::Waterfall, Some(role)) => role,
                    _ => series.role,
                };
                lines.push((Some(role), &series.label, value));
            }
        }
        let total = row.written_total();
        if !total.is_empty() {
            // Bars drawn as shares have units of their own.
            let shares = spec.axis.as_share.then(|| words::TOTAL.get(term::lang(ui.ctx())));
            lines.push((None, shares.unwrap_or(&spec.axis.unit), total));
        }
        // Between scenarios the difference is the mark itself; elsewhere it is from the saved version.
        let compared = matches!(
            spec.kind,
            ChartKind::Steps | ChartKind::StepBars | ChartKind::SideBySide
        );
        if let Some(difference) = row.difference.as_ref().filter(|_| !compared) {
            let label = words::FROM_SAVED.get(term::lang(ui.ctx()));
            lines.push((None, label, &difference.text));
        }
        let width = |text: &str| paint::text_width(ui, text, Type::SmallStrong);
        let names = lines.iter().map(|(_, name, _)| width(name)).fold(0.0, f32::max);
        let values = lines.iter().map(|(_, _, value)| width(value)).fold(0.0, f32::max);
        let title = row.label.trim_end().replace('\n', ", ");
        let title = paint::line(ui, &title, Type::SmallStrong, colours.text, 300.0);
        let size = vec2(
            (15.0 + names + 20.0 + values).max(title.size().x),
            18.0 * (lines.len() as f32 + 1.0),
        );
        let (area, _) = ui.allocate_exact_size(size, Sense::hover());
        paint::left(ui.painter(), area.left(), area.top() + 8.0, title);
        for (index, (role, name, value)) in lines.iter().enumerate() {
            let y = area.top() + 18.0 * (index as f32 + 1.0) + 9.0;
            if let Some(role) = role {
                legend_swatch(ui.painter(), theme, pos2(area.left() + 4.5, y), LegendMark::Role(*role));
            }
            let ink = if role.is_some() {
                colours.text_secondary
            } else {
                colours.text_muted
            };
            paint::left(
                ui.painter(),
                area.left() + 15.0,
                y,
                paint::line(ui, name, Type::Small, ink, names + 1.0),
            );
            let style = if role.is_some() {
                Type::SmallMedium
            } else {
                Type::SmallStrong
            };
            paint::right(
                ui.painter(),
                area.right(),
                y,
                paint::line(ui, value, style, colours.text, values + 1.0),
            );
        }
    });
}

fn columns(ui: &mut Ui, spec: &ChartSpec, rect: Rect) {
    let theme = Theme::of(ui.ctx());
    let ticks = spec
        .axis
        .ticks
        .iter()
        .map(|(_, label)| paint::text_width(ui, label, Type::Caption));
    let axis = ticks.fold(0.0, f32::max) + 8.0;
    let top = if spec.marker.is_some() { 16.0 } else { 2.0 };
    let marks = Rect::from_min_max(
        pos2(rect.left(), rect.top() + top),
        pos2(rect.right() - axis, rect.bottom() - TICK_LINE),
    );
    let rows: Vec<Vec<f64>> = spec.rows.iter().map(|row| spec.drawn(row)).collect();
    let low = rows.iter().map(|values| both_sides(values).0).fold(0.0, f64::min);
    let high = spec.largest().max(f64::MIN_POSITIVE);
    // Room above the tallest column for its total.
    let room = if spec.rows.iter().any(|row| !row.total_label.is_empty()) {
        17.0
    } else {
        3.0
    };
    let high = low + (high - low) * f64::from(marks.height() / (marks.height() - room).max(1.0));
    let upright = Scale {
        low,
        high,
        from: marks.bottom(),
        to: marks.top(),
    };
    for (value, label) in &spec.axis.ticks {
        let y = upright.at(*value).round() + 0.5;
        ui.painter()
            .hline(marks.x_range(), y, Stroke::new(1.0, theme.colours.grid));
        if *value != 0.0 {
            let galley = paint::line(ui, label, Type::Caption, theme.colours.text_muted, 80.0);
            paint::right(ui.painter(), rect.right(), y, galley);
        }
    }
    let count = spec.rows.len() as f64;
    let gap = theme.tokens.stroke.bar_gap.max(1.0) / marks.height().max(1.0);
    let charts = column_bars(theme, spec, &rows, f64::from(gap) * (high - low));
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(marks));
    let plot = Plot::new(("columns", spec.id))
        .width(marks.width())
        .height(marks.height())
        .show_axes(false)
        .show_grid(false)
        .show_background(false)
        .show_x(false)
        .show_y(false)
        .allow_zoom(false)
        .allow_drag(false)
        .allow_scroll(false)
        .allow_boxed_zoom(false)
        .allow_axis_zoom_drag(false)
        .allow_double_click_reset(false)
        .show_crosshair(false)
        .sense(Sense::hover())
        .show(&mut child, |plot| {
            plot.set_plot_bounds(PlotBounds::from_min_max([-0.5, low], [count - 0.5, high]));
            for chart in charts {
                plot.bar_chart(chart);
            }
        });
    let place = |x: f64, y: f64| plot.transform.position_from_point(&PlotPoint::new(x, y));
    ui.painter().hline(
        marks.x_range(),
        place(0.0, 0.0).y.round() + 0.5,
        Stroke::new(1.0, theme.colours.axis),
    );
    annotate_columns(ui, theme, spec, &rows, marks, rect, &place);
}

/// Returns the bars of each series, stacked; `gap`, in the unit of the axis, is taken from the far end of every part.
fn column_bars(theme: &Theme, spec: &ChartSpec, rows: &[Vec<f64>], gap: f64) -> Vec<BarChart> {
    let mut bases = vec![(0.0, 0.0); rows.len()];
    let mut charts = Vec::new();
    for (part, series) in spec.series.iter().enumerate() {
        let style = theme.mark(series.role);
        let bars = rows
            .iter()
            .zip(&mut bases)
            .enumerate()
            .filter_map(|(index, (values, (down, up)))| {
                let value = values.get(part).copied().filter(|value| *value != 0.0)?;
                let base: &mut f64 = if value > 0.0 { up } else { down };
                let shown = value.signum() * (value.abs() - gap).max(gap.min(value.abs()));
                let outline = style.outline.unwrap_or(Stroke::NONE);
                let bar = Bar::new(index as f64, shown)
                    .width(0.8)
                    .base_offset(*base)
                    .fill(style.fill)
                    .stroke(outline);
                *base += value;
                Some(bar)
            });
        charts.push(
            BarChart::new(series.label.clone(), bars.collect())
                .color(style.fill)
                .allow_hover(false),
        );
    }
    charts
}

/// Writes the years under columns, totals above them, the split between phases, and figures on hover.
fn annotate_columns(
    ui: &Ui,
    theme: &Theme,
    spec: &ChartSpec,
    rows: &[Vec<f64>],
    marks: Rect,
    rect: Rect,
    place: &dyn Fn(f64, f64) -> Pos2,
) {
    let colours = &theme.colours;
    let painter = ui.painter();
    let step = marks.width() / spec.rows.len() as f32;
    let widest = spec
        .rows
        .iter()
        .map(|row| paint::text_width(ui, &row.label, Type::Caption))
        .fold(1.0, f32::max);
    let every = ((widest + 6.0) / step).ceil().max(1.0) as usize;
    let mut free_from = f32::MIN;
    for (index, (row, values)) in spec.rows.iter().zip(rows).enumerate() {
        let top = place(index as f64, both_sides(values).1);
        if index % every == 0 {
            let galley = paint::line(ui, &row.label, Type::Caption, colours.text_muted, widest + 2.0);
            paint::centred(painter, pos2(top.x, marks.bottom() + TICK_LINE / 2.0 + 1.0), galley);
        }
        if !row.total_label.is_empty() {
            let galley = paint::line(ui, &row.total_label, Type::SmallStrong, colours.text, 90.0);
            let half = galley.size().x / 2.0;
            if top.x - half >= free_from {
                paint::centred(painter, top - vec2(0.0, 9.0), galley);
                free_from = top.x + half + 4.0;
            }
        }
        if let Some(ghost) = row.ghost {
            let height = Rangef::new(place(0.0, ghost).y, place(0.0, 0.0).y);
            saved_outline(
                ui,
                theme,
                Rect::from_x_y_ranges(Rangef::point(top.x).expand(step * 0.45), height),
            );
        }
        let area = Rect::from_min_max(
            pos2(top.x - step / 2.0, rect.top()),
            pos2(top.x + step / 2.0, rect.bottom()),
        );
        explain(ui, spec, index, row, area);
    }
    if let Some(marker) = &spec.marker {
        let x = place(marker.before as f64 - 0.5, 0.0).x.round() + 0.5;
        let line = [pos2(x, rect.top() + 1.0), pos2(x, marks.bottom())];
        let stroke = Stroke::new(1.0, colours.border_strong);
        painter.extend(egui::Shape::dashed_line(&line, stroke, 3.0, 2.5));
        let word = |text: &str| paint::line(ui, text, Type::Caption, colours.text_secondary, marks.width() * 0.45);
        let y = rect.top() + 7.0;
        let (left, right) = (word(&marker.left), word(&marker.right));
        if x - 6.0 - left.size().x >= rect.left() {
            paint::right(painter, x - 6.0, y, left);
        }
        if x + 6.0 + right.size().x <= rect.right() {
            paint::left(painter, x + 6.0, y, right);
        }
    }
}
