//! The sheet of charts: native ones, on the results of the workbook.

use rust_xlsxwriter::{
    Chart, ChartAxisLabelPosition, ChartFont, ChartFormat, ChartLegendPosition, ChartLine, ChartPatternFill,
    ChartPatternFillType, ChartPoint, ChartSolidFill, ChartType, Color,
};

use super::page::Page;
use super::results::{About, EFFECTS, Results};
use super::series::Block;
use super::style::Number;
use super::taxes::groups;
use super::{Book, Origin};
use crate::report::finances::government_role;
use crate::report::role::Role;
use crate::study::{LevyKind, Measure, Territory};
use crate::text::messages::workbook as m;

const WIDTH: u32 = 640;
const HEIGHT: u32 = 340;
/// Rows and columns of cells between the corners of two charts.
const DOWN: u32 = 18;
const ACROSS: u16 = 8;

const EFFECT_ROLES: [Role; 4] = [Role::Direct, Role::IndirectFirst, Role::IndirectOther, Role::Induced];

/// Writes the sheet of charts.
pub(super) fn charts<'a>(book: &Book<'a>, results: &Results<'_>) -> Page<'a> {
    let mut page = book.page(m::SHEET_CHARTS);
    page.widths_from(0, 2 * usize::from(ACROSS), 11.0);
    page.sheet.set_portrait();
    page.title(
        book.get(m::CHARTS_TITLE),
        &book.fill(m::CHARTS_BELOW, &[("year", &book.year())]),
    );
    let mut drawn = Vec::new();
    let study = book.study;
    // Operation first: it is what lasts.
    let mut order: Vec<usize> = (0..study.phases.len()).collect();
    order.sort_by_key(|k| study.phases[*k].construction);
    for k in order {
        let building = study.phases[k].construction;
        let named = |msg| {
            let title = book.fill(msg, &[("place", &book.in_study())]);
            let kind = study.phases.iter().filter(|p| p.construction == building).count();
            // A phase is named where another is of its kind.
            if kind > 1 {
                book.fill(
                    m::WITH_UNIT,
                    &[("name", &title), ("unit", &book.phase(&study.phases[k]))],
                )
            } else {
                title
            }
        };
        let jobs = if building { m::CHART_JOB_YEARS } else { m::CHART_JOBS };
        let gdp = if building {
            m::CHART_GDP_CONSTRUCTION
        } else {
            m::CHART_GDP
        };
        let industries = if building {
            m::CHART_INDUSTRIES_YEARS
        } else {
            m::CHART_INDUSTRIES
        };
        let revenue = if building {
            m::CHART_REVENUE_CONSTRUCTION
        } else {
            m::CHART_REVENUE
        };
        let territories = |measure| territories(results, k, About::Measure(measure));
        drawn.extend(territories(Measure::Jobs).map(|b| effects(book, &named(jobs), b, Number::Count)));
        drawn.extend(territories(Measure::Gdp).map(|b| effects(book, &named(gdp), b, Number::Millions)));
        drawn.push(by_industry(book, &named(industries), results.series.industries[k]));
        drawn.extend(by_government(book, &named(revenue), results, k));
    }
    drawn.push(origins(book, book.get(m::CHART_ORIGINS), results.series.origins));
    if let Some(block) = results.series.years {
        let title = book.fill(m::CHART_YEARS, &[("place", &book.in_study())]);
        drawn.push(by_year(book, &title, block));
    }
    // Ten charts fill a page.
    page.sheet.set_print_fit_to_pages(1, drawn.len().div_ceil(10) as u16);
    for (at, chart) in drawn.iter().enumerate() {
        let (row, column) = (3 + DOWN * (at as u32 / 2), ACROSS * (at as u16 % 2));
        let _ = page.sheet.insert_chart_with_offset(row, column, chart, 4, 4);
    }
    page
}

/// The rows of the territories that do not overlap.
fn territories(results: &Results<'_>, k: usize, about: About) -> Option<Block> {
    let apart = [Territory::Study, Territory::RestOfProvince, Territory::RestOfCountry];
    let rows: Vec<u32> = apart
        .iter()
        .filter_map(|t| results.row(k, about, *t))
        .map(|r| r.row)
        .collect();
    Some(Block {
        sheet: m::SHEET_RESULTS,
        heads: 3,
        first: *rows.first()?,
        last: *rows.last()?,
        names: 0,
        series: EFFECTS,
        count: 4,
    })
}

fn font(book: &Book<'_>, size: u16) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_size(size).set_color(book.styles.quiet());
    font
}

fn filled(color: Color) -> ChartFormat {
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(color));
    format
}

/// A chart with the title, the fonts and the grid that all share.
fn framed(book: &Book<'_>, kind: ChartType, title: &str, number: Number) -> Chart {
    let mut chart = Chart::new(kind);
    chart.set_width(WIDTH).set_height(HEIGHT);
    let mut bold = font(book, 12);
    bold.set_bold();
    chart.title().set_name(title).set_font(&bold);
    let mut grid = ChartLine::new();
    grid.set_color(book.styles.grid());
    let small = font(book, 9);
    // Bars lie down: their values run along x.
    let upright = kind == ChartType::ColumnStacked;
    let names = if upright { chart.x_axis() } else { chart.y_axis() };
    names.set_font(&small).set_major_gridlines(false);
    let values = if upright { chart.y_axis() } else { chart.x_axis() };
    values
        .set_font(&small)
        .set_num_format(book.styles.code(number))
        .set_major_gridlines(true)
        .set_major_gridlines_line(&grid);
    chart
        .legend()
        .set_position(ChartLegendPosition::Bottom)
        .set_font(&small);
    chart.chart_area().set_format(ChartFormat::new().set_no_border());
    let sheet = book.get(m::SHEET_RESULTS);
    chart.set_alt_text(book.fill(m::CHART_ALT, &[("title", title), ("sheet", sheet)]));
    chart
}

/// Adds the columns of a block as series.
fn series(book: &Book<'_>, chart: &mut Chart, block: Block, roles: &[Role]) {
    let sheet = book.get(block.sheet);
    for (at, role) in roles.iter().enumerate().take(usize::from(block.count)) {
        let column = block.series + at as u16;
        chart
            .add_series()
            .set_name((sheet, block.heads, column))
            .set_categories((sheet, block.first, block.names, block.last, block.names))
            .set_values((sheet, block.first, column, block.last, column))
            .set_gap(55)
            .set_format(&mut filled(book.styles.role(*role)));
    }
}

/// The first row stands on top, as in its table; values stay below the bars.
fn first_on_top(chart: &mut Chart) {
    chart.y_axis().set_reverse();
    chart.x_axis().set_label_position(ChartAxisLabelPosition::High);
}

/// Effects stacked, one bar a territory.
fn effects(book: &Book<'_>, title: &str, block: Block, number: Number) -> Chart {
    let mut chart = framed(book, ChartType::BarStacked, title, number);
    series(book, &mut chart, block, &EFFECT_ROLES);
    first_on_top(&mut chart);
    chart
}

fn by_industry(book: &Book<'_>, title: &str, block: Block) -> Chart {
    let mut chart = framed(book, ChartType::BarStacked, title, Number::Tenths);
    series(book, &mut chart, block, &EFFECT_ROLES[1..]);
    first_on_top(&mut chart);
    chart
}

fn origins(book: &Book<'_>, title: &str, block: Block) -> Chart {
    let mut chart = framed(book, ChartType::BarPercentStacked, title, Number::Percent);
    let roles: Vec<Role> = book
        .origins()
        .iter()
        .map(|o| match o {
            Origin::Study => Role::Study,
            Origin::Rest => Role::RestOfProvince,
            Origin::Other => Role::RestOfCanada,
            Origin::Abroad => Role::Abroad,
        })
        .collect();
    series(book, &mut chart, block, &roles);
    first_on_top(&mut chart);
    chart
}

fn by_year(book: &Book<'_>, title: &str, block: Block) -> Chart {
    let mut chart = framed(book, ChartType::ColumnStacked, title, Number::Count);
    series(book, &mut chart, block, &EFFECT_ROLES);
    chart
}

/// Revenue of each government, taxes plain and contributions hatched.
fn by_government(book: &Book<'_>, title: &str, results: &Results<'_>, k: usize) -> Option<Chart> {
    let groups = groups();
    let first = results.row(k, About::Group(0), Territory::Study)?.row;
    let last = results.row(k, About::Group(groups.len() - 1), Territory::Study)?.row;
    let mut chart = framed(book, ChartType::Bar, title, Number::Millions);
    let points: Vec<ChartPoint> = groups
        .iter()
        .map(|(government, kind)| {
            let color = book.styles.role(government_role(*government));
            let mut format = ChartFormat::new();
            match kind {
                LevyKind::Fiscal => format.set_solid_fill(ChartSolidFill::new().set_color(color)),
                LevyKind::Parafiscal => format.set_pattern_fill(
                    ChartPatternFill::new()
                        .set_pattern(ChartPatternFillType::DiagonalStripesWideUpwards)
                        .set_foreground_color(color)
                        .set_background_color(Color::White),
                ),
            };
            ChartPoint::new().set_format(&mut format)
        })
        .collect();
    let sheet = book.get(m::SHEET_RESULTS);
    let total = EFFECTS + 4;
    chart
        .add_series()
        .set_name((sheet, 3, total))
        .set_categories((sheet, first, 0, last, 0))
        .set_values((sheet, first, total, last, total))
        .set_gap(55)
        .set_points(&points)
        .set_data_label(
            rust_xlsxwriter::ChartDataLabel::new()
                .show_value()
                .set_font(&font(book, 9)),
        );
    first_on_top(&mut chart);
    chart.legend().set_hidden();
    Some(chart)
}
