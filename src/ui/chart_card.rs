//! The frame of a chart: its finding, its subtitle, the chart or its table, and its source.

use egui::{Rect, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};

use crate::report::chart::{ChartKind, ChartSpec, SeriesStyle, TableSpec};
use crate::report::pictures::PictureKind;
use crate::report::sankey::SankeySpec;
use crate::text::messages::{behaviour as copy_words, export as export_words, widgets as words};
use crate::text::{Lang, Msg};
use crate::ui::theme::{Theme, Type};
use crate::ui::tour::{self, Anchor};
use crate::ui::widgets::{Icon, LegendMark, icon_button, legend, legend_height, menu, paint, term, toggle_icon_button};
use crate::ui::{plot, table};

/// Space above the legend.
const LEGEND_GAP: f32 = 4.0;

/// Space above and under the marks, together.
const BODY_GAPS: f32 = 12.0;

/// The number of buttons at the top right.
const BUTTONS: f32 = 3.0;

/// Lays out the subtitle or the source of a chart, which wrap rather than be cut.
fn caption(ui: &Ui, text: &str, width: f32) -> std::sync::Arc<egui::Galley> {
    let muted = Theme::of(ui.ctx()).colours.text_muted;
    paint::paragraph(ui, text, Type::Caption, muted, width)
}

/// What a card shows.
#[derive(Clone, Copy)]
enum Drawing<'a> {
    Chart(&'a ChartSpec),
    Flow(&'a SankeySpec),
}

/// The texts around a drawing.
struct Texts<'a> {
    id: &'static str,
    finding: &'a str,
    subtitle: &'a str,
    source: &'a str,
}

impl<'a> Drawing<'a> {
    fn texts(self) -> Texts<'a> {
        match self {
            Drawing::Chart(c) => Texts {
                id: c.id,
                finding: &c.finding,
                subtitle: &c.subtitle,
                source: &c.source,
            },
            Drawing::Flow(f) => Texts {
                id: f.id,
                finding: &f.finding,
                subtitle: &f.subtitle,
                source: &f.source,
            },
        }
    }

    fn to_table(self, total: &str) -> TableSpec {
        match self {
            Drawing::Chart(c) => c.to_table(total),
            Drawing::Flow(f) => f.to_table(total),
        }
    }

    fn least_height(self) -> f32 {
        match self {
            Drawing::Chart(c) => plot::least_height(c),
            Drawing::Flow(f) => plot::sankey::least_height(f),
        }
    }

    fn comfortable_height(self) -> f32 {
        match self {
            Drawing::Chart(c) => plot::comfortable_height(c),
            Drawing::Flow(f) => plot::sankey::comfortable_height(f),
        }
    }

    fn draw(self, ui: &mut Ui, rect: Rect) {
        match self {
            Drawing::Chart(c) => plot::draw(ui, c, rect),
            Drawing::Flow(f) => plot::sankey::draw(ui, f, rect),
        }
    }
}

/// A chart in a card; fill it, then [`show`](ChartCard::show) it.
#[expect(missing_docs, reason = "each name says what it is")]
pub struct ChartCard<'a> {
    drawing: Drawing<'a>,
    /// Size of the whole card; one too low for its chart grows to [`ChartCard::least_height`].
    pub size: Vec2,
    /// Whether the legend is shown; a page that repeats the same roles shows it once.
    pub legend: bool,
    /// Whether charts show as tables unless turned back, and how many times that changed.
    pub tables: (bool, u32),
    pub lang: Lang,
}

/// As what a chart goes to the clipboard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyAs {
    /// Its table, as spreadsheets read it.
    Figures,
    /// The picture that its PNG file holds.
    Picture,
}

/// What was asked of a chart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ChartCardResponse {
    /// The chart goes to the clipboard, as this.
    pub copy: Option<CopyAs>,
    /// The chart is to be written to a file, as this.
    pub export: Option<PictureKind>,
}

impl<'a> ChartCard<'a> {
    /// Creates the card of a chart, with its legend when it has two series or more.
    pub fn new(spec: &'a ChartSpec, size: Vec2, lang: Lang) -> ChartCard<'a> {
        ChartCard {
            drawing: Drawing::Chart(spec),
            size,
            // Lines bear their names.
            legend: spec.series.len() > 1 && spec.kind != ChartKind::Lines,
            tables: (false, 0),
            lang,
        }
    }

    /// Creates the card of a flow diagram, whose labels are its legend.
    pub fn flow(spec: &'a SankeySpec, size: Vec2, lang: Lang) -> ChartCard<'a> {
        ChartCard {
            drawing: Drawing::Flow(spec),
            size,
            legend: false,
            tables: (false, 0),
            lang,
        }
    }

    /// Hides the legend.
    pub fn without_legend(mut self) -> Self {
        self.legend = false;
        self
    }

    /// Sets whether charts show as tables unless turned back.
    ///
    /// * `changed`: how many times that changed; each time, what was turned one by one is forgotten.
    pub fn tables(mut self, shown: bool, changed: u32) -> Self {
        self.tables = (shown, changed);
        self
    }

    /// Returns the least height at which a card of this width can be read: a table is never cut.
    pub fn least_height(&self, ui: &Ui) -> f32 {
        self.around(ui) + self.table_height(ui).unwrap_or_else(|| self.drawing.least_height())
    }

    /// Returns the height at which a card of this width looks best.
    pub fn comfortable_height(&self, ui: &Ui) -> f32 {
        self.around(ui)
            + self
                .table_height(ui)
                .unwrap_or_else(|| self.drawing.comfortable_height())
    }

    /// Returns whether the card shows its table.
    pub fn is_table(&self, ui: &Ui) -> bool {
        ui.data(|data| data.get_temp::<bool>(self.table_id()))
            .unwrap_or(self.tables.0)
    }

    /// Returns whether the table of the chart has room for all its names and figures in a card of this width.
    pub fn table_fits(&self, ui: &Ui) -> bool {
        table::fits(ui, &self.table(), self.inner_width(ui))
    }

    fn table_height(&self, ui: &Ui) -> Option<f32> {
        let height = || table::height(ui, &self.table(), self.inner_width(ui));
        self.is_table(ui).then(height)
    }

    fn table(&self) -> TableSpec {
        self.drawing.to_table(words::TOTAL.get(self.lang))
    }

    fn table_id(&self) -> egui::Id {
        egui::Id::unique(("chart shown as a table", self.drawing.texts().id, self.tables.1))
    }

    fn inner_width(&self, ui: &Ui) -> f32 {
        self.size.x - 2.0 * Theme::of(ui.ctx()).tokens.layout.card_padding_x
    }

    /// Returns the height of everything but the marks.
    fn around(&self, ui: &Ui) -> f32 {
        let theme = Theme::of(ui.ctx());
        let layout = &theme.tokens.layout;
        let width = self.inner_width(ui);
        let finding = self.finding(ui, width).size().y;
        let legend = match self.legend && !self.is_table(ui) {
            true => LEGEND_GAP + legend_height(ui, &self.marks(), width),
            false => 0.0,
        };
        let texts = self.drawing.texts();
        let captions: f32 = [texts.subtitle, texts.source]
            .map(|text| caption(ui, text, width).size().y)
            .iter()
            .sum();
        2.0 * (layout.card_padding_y + 1.0) + finding + 1.0 + legend + BODY_GAPS + captions
    }

    fn finding(&self, ui: &Ui, width: f32) -> std::sync::Arc<egui::Galley> {
        let theme = Theme::of(ui.ctx());
        let room = BUTTONS * theme.tokens.control.hit_target + 6.0;
        paint::paragraph(
            ui,
            self.drawing.texts().finding,
            Type::Strong,
            theme.colours.text,
            width - room,
        )
    }

    /// Shows the card. Whether it shows its table is remembered by egui under the name of the chart.
    pub fn show(self, ui: &mut Ui) -> ChartCardResponse {
        let theme = Theme::of(ui.ctx());
        let colours = &theme.colours;
        let texts = self.drawing.texts();
        let size = vec2(self.size.x, self.size.y.max(self.least_height(ui)));
        let (rect, frame) = ui.allocate_exact_size(size, Sense::hover());
        let radius = theme.tokens.radius.card;
        ui.painter().add(theme.card().shadow.as_shape(rect, radius));
        ui.painter()
            .rect(rect, radius, colours.card, theme.hairline(), egui::StrokeKind::Inside);
        let layout = &theme.tokens.layout;
        let inner = rect.shrink2(vec2(layout.card_padding_x, layout.card_padding_y + 1.0));
        let as_table = self.is_table(ui);
        let mut out = ChartCardResponse::default();
        // A page may lay its cards side by side; what is inside a card goes down all the same.
        let down = egui::Layout::top_down(egui::Align::Min);
        let mut child = ui.new_child(UiBuilder::new().max_rect(inner).layout(down).id_salt(texts.id));
        child.spacing_mut().item_spacing.y = 0.0;

        let buttons = BUTTONS * theme.tokens.control.hit_target;
        let finding = self.finding(ui, inner.width());
        let heading = ui.interact(
            Rect::from_min_size(inner.min, finding.size()),
            frame.id.with("finding"),
            Sense::hover(),
        );
        heading.widget_info(|| WidgetInfo::labeled(Role::Heading, true, texts.finding));
        let mut y = paint::place(ui.painter(), inner.min, finding).bottom();
        let area = Rect::from_min_size(
            pos2(inner.right() - buttons + 5.0, inner.top() - 3.0),
            vec2(buttons, 24.0),
        );
        let mut turned = as_table;
        self.buttons(&mut child, area, &mut turned, &mut out);
        if texts.id == "effects" {
            tour::mark(ui, Anchor::Chart, area);
        }

        let subtitle = caption(ui, texts.subtitle, inner.width());
        let at = pos2(inner.left(), y + 1.0);
        y = paint::place(ui.painter(), at, subtitle.clone()).bottom();
        term::within(ui, (texts.id, "subtitle"), at, &subtitle);
        if self.legend && !as_table {
            let top = y + LEGEND_GAP;
            let area = Rect::from_min_max(pos2(inner.left(), top), pos2(inner.right(), inner.bottom()));
            let mut legend_ui = child.new_child(UiBuilder::new().max_rect(area));
            legend(&mut legend_ui, &self.marks());
            y = legend_ui.min_rect().bottom();
        }
        let source = caption(ui, texts.source, inner.width());
        let source_top = inner.bottom() - source.size().y;
        let source_rect = paint::place(ui.painter(), pos2(inner.left(), source_top), source);
        let source_response = ui.interact(source_rect, frame.id.with("source"), Sense::hover());
        source_response.widget_info(|| WidgetInfo::labeled(Role::Label, true, texts.source));
        let body = Rect::from_min_max(
            pos2(inner.left(), y + BODY_GAPS / 2.0),
            pos2(inner.right(), source_top - BODY_GAPS / 2.0),
        );
        if as_table {
            let mut body_ui = child.new_child(UiBuilder::new().max_rect(body).id_salt("table"));
            table::show(&mut body_ui, &self.table());
        } else {
            self.drawing.draw(&mut child, body);
        }
        if turned != as_table {
            // The card takes another height: it turns at the next frame.
            ui.data_mut(|data| data.insert_temp(self.table_id(), turned));
            ui.ctx().request_repaint();
        }
        out
    }

    fn marks(&self) -> Vec<(LegendMark, &'a str)> {
        let Drawing::Chart(spec) = self.drawing else {
            return Vec::new();
        };
        let series = spec.series.iter().map(|series| {
            let mark = match (spec.kind, series.style) {
                (ChartKind::Lines, style) => LegendMark::Line(series.role, style),
                (_, SeriesStyle::Hatched) => LegendMark::Hatched(series.role),
                _ => LegendMark::Role(series.role),
            };
            (mark, series.label.as_str())
        });
        let ghost = spec.ghost_label.iter();
        let saved = ghost.map(|label| (LegendMark::Saved, label.as_str()));
        series.chain(saved).collect()
    }

    fn buttons(&self, ui: &mut Ui, area: Rect, as_table: &mut bool, out: &mut ChartCardResponse) {
        let row = egui::Layout::left_to_right(egui::Align::Center);
        let mut ui = ui.new_child(UiBuilder::new().max_rect(area).layout(row).id_salt("buttons"));
        ui.spacing_mut().item_spacing.x = 0.0;
        let (icon, name) = match as_table {
            true => (Icon::Chart, words::SHOW_AS_CHART),
            false => (Icon::Table, words::SHOW_AS_TABLE),
        };
        let table = toggle_icon_button(&mut ui, icon, name.get(self.lang), *as_table);
        let copy = icon_button(&mut ui, Icon::Copy, words::COPY_CHART.get(self.lang), true);
        if table.clicked() {
            *as_table = !*as_table;
        }
        let ways = [
            (CopyAs::Figures, copy_words::COPY_FIGURES),
            (CopyAs::Picture, copy_words::COPY_PICTURE),
        ];
        out.copy = chosen_in(&copy, &ways, self.lang);
        let export = icon_button(&mut ui, Icon::Export, export_words::EXPORT_PICTURE.get(self.lang), true);
        let kinds = [
            (PictureKind::Png, export_words::AS_PNG),
            (PictureKind::Svg, export_words::AS_SVG),
            (PictureKind::Pdf, export_words::AS_PDF),
        ];
        out.export = chosen_in(&export, &kinds, self.lang);
    }
}

/// Shows a menu under a button, and returns what is chosen in it.
fn chosen_in<T: Copy>(button: &egui::Response, choices: &[(T, Msg)], lang: Lang) -> Option<T> {
    let mut chosen = Vec::new();
    menu(button, &mut chosen, |ui, chosen| {
        for (choice, name) in choices {
            if ui.button(name.get(lang)).clicked() {
                chosen.push(*choice);
            }
        }
    });
    chosen.pop()
}
