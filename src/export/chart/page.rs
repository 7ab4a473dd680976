//! The page around the marks: accent bar, finding, unit, legend above; source and name below.

use super::measure::{lines, width};
use super::scene::{Anchor, Area, Font, Item, Scene, Stroke};
use super::{Ground, Options, Subject, bars, columns, flow, side_by_side, step_bars, steps};
use crate::report::chart::{ChartKind, ChartSpec, Row, SeriesStyle, Tone};
use crate::report::palette::{Palette, Rgba, Tokens, TypeStyle, Weight, tokens};
use crate::report::role::Role;
use crate::text::Lang;
use crate::text::messages::export::DIFFERENCES;
use crate::text::messages::ui::APP;

/// A page being laid out.
pub(super) struct Page {
    /// What is on it.
    pub scene: Scene,
    /// The colours of the light theme.
    pub palette: Palette,
    /// What lies behind letters over marks.
    pub ground: Rgba,
    unit: f32,
}

impl Page {
    /// Returns a length of a slide at the size of this page.
    pub fn length(&self, points: f32) -> f32 {
        points * self.unit
    }

    fn font(&self, style: TypeStyle) -> Font {
        Font::new(style.size * self.unit, style.weight)
    }

    /// Names of rows and parts.
    pub fn label(&self) -> Font {
        self.font(tokens().type_scale.slide_label)
    }

    /// Texts that explain.
    pub fn body(&self) -> Font {
        Font::new(self.label().size * 0.92, Weight::Regular)
    }

    /// Values of an axis, years, second lines.
    pub fn small(&self) -> Font {
        Font::new(self.label().size * 0.82, Weight::Regular)
    }

    /// Totals.
    pub fn figure(&self) -> Font {
        Font::new(self.label().size * 1.25, Weight::Semibold)
    }

    /// Figures inside marks.
    pub fn inside(&self) -> Font {
        Font::new(self.label().size * 0.9, Weight::Semibold)
    }

    /// The signs of differences in a legend.
    fn signs(&self) -> Font {
        Font::new(self.label().size, Weight::Semibold)
    }

    fn source(&self) -> Font {
        self.font(tokens().type_scale.slide_source)
    }

    /// Paints the mark of a part: filled, hatched, outlined where it is pale.
    pub fn mark(&mut self, area: Area, role: Role, style: SeriesStyle) {
        let Tokens {
            outlined, parafiscal, ..
        } = tokens();
        let fill = self.palette.marks.of(role);
        if style == SeriesStyle::Hatched {
            let size = 1.35 * self.unit;
            let lines = (
                parafiscal.hatch_step * size,
                parafiscal.hatch_width * size,
                parafiscal.fill_alpha,
            );
            self.scene.hatch(area, fill, lines);
            return;
        }
        self.scene.fill(area, fill);
        if outlined.contains(&role) {
            let stroke = Stroke::new(tokens().stroke.outline, self.palette.colours.axis);
            self.scene.outline(area, stroke);
        }
    }

    /// Paints the outline of a saved version.
    pub fn ghost(&mut self, area: Area) {
        let saved = &tokens().saved_version;
        let size = 1.4 * self.unit;
        let stroke = Stroke::dashed(
            saved.width * size,
            self.palette.colours.ghost,
            saved.dash * size,
            saved.gap * size,
        );
        self.scene.outline(area, stroke);
    }

    /// Writes the letter of a scenario in a circle.
    pub fn badge(&mut self, centre: (f32, f32), letter: &str) {
        let ink = self.palette.colours.text;
        let font = Font::new(self.label().size * 0.8, Weight::Semibold);
        self.scene.items.push(Item::Circle {
            centre,
            radius: self.length(17.0),
            fill: None,
            stroke: Some(Stroke::new(self.length(2.0), ink)),
        });
        self.scene.write(centre, Anchor::Middle, letter, font, ink);
    }
}

/// Lays out a whole page.
pub(super) fn lay_out(subject: Subject<'_>, options: Options<'_>) -> Scene {
    let (wide, high) = options.format.size();
    let (finding, subtitle, source, alt) = match subject {
        Subject::Chart(s) => (&s.finding, &s.subtitle, &s.source, &s.alt),
        Subject::Flow(s) => (&s.finding, &s.subtitle, &s.source, &s.alt),
    };
    let palette = tokens().themes.light;
    let mut page = Page {
        scene: Scene {
            width: wide,
            height: high,
            title: finding.clone(),
            alt: alt.clone(),
            lang: options.lang,
            items: Vec::new(),
        },
        palette,
        ground: palette.colours.card,
        unit: super::unit(options.format),
    };
    let ground = palette.colours.card;
    if options.ground == Ground::White {
        page.scene.fill(Area::new(0.0, 0.0, wide, high), ground);
    }
    let margin = page.length(f32::from(tokens().slide.margin)).min(wide * 0.06);
    let (left, right) = (margin, wide - margin);
    let top = head(&mut page, (finding, subtitle), (left, right));
    let bottom = foot(&mut page, source, options, (left, right));
    let top = match subject {
        Subject::Chart(spec) => legend(&mut page, spec, (left, right), top),
        Subject::Flow(_) => top,
    };
    draw_marks(&mut page, subject, Area::new(left, top, right, bottom));
    page.scene
}

/// Lays out the marks alone.
pub(super) fn lay_out_marks(subject: Subject<'_>, (wide, high): (f32, f32), lang: Lang) -> Scene {
    let (finding, alt) = match subject {
        Subject::Chart(s) => (&s.finding, &s.alt),
        Subject::Flow(s) => (&s.finding, &s.alt),
    };
    let palette = tokens().themes.light;
    let mut page = Page {
        scene: Scene {
            width: wide,
            height: high,
            title: finding.clone(),
            alt: alt.clone(),
            lang,
            items: Vec::new(),
        },
        palette,
        ground: palette.colours.card,
        unit: 1.0,
    };
    let top = match subject {
        Subject::Chart(spec) => legend(&mut page, spec, (0.0, wide), 0.0),
        Subject::Flow(_) => 0.0,
    };
    draw_marks(&mut page, subject, Area::new(0.0, top, wide, high));
    page.scene
}

/// Draws the marks of a picture in their place.
fn draw_marks(page: &mut Page, subject: Subject<'_>, area: Area) {
    match subject {
        Subject::Flow(spec) => flow::draw(page, spec, area),
        Subject::Chart(spec) if spec.rows.is_empty() => {}
        Subject::Chart(spec) => match spec.kind {
            ChartKind::StackedBars | ChartKind::RowBars | ChartKind::Waterfall => bars::draw(page, spec, area),
            ChartKind::Columns => columns::draw(page, spec, area),
            ChartKind::Lines => super::lines::draw(page, spec, area),
            ChartKind::SideBySide => side_by_side::draw(page, spec, area),
            ChartKind::Steps => steps::draw(page, spec, area),
            ChartKind::StepBars => step_bars::draw(page, spec, area),
        },
    }
}

/// Writes accent bar, finding and unit; returns where they end.
fn head(page: &mut Page, (finding, subtitle): (&str, &str), (left, right): (f32, f32)) -> f32 {
    let slide = &tokens().slide;
    let colours = page.palette.colours;
    let bar = page.length(f32::from(slide.accent_height));
    let top = page.length(62.0);
    let wide = page.length(f32::from(slide.accent_width));
    page.scene
        .fill(Area::new(left, top, left + wide, top + bar), colours.accent);
    // A long finding is written smaller before it is cut.
    let full = page.font(tokens().type_scale.slide_title);
    let sizes = [1.0, 0.88, 0.78].map(|part| Font::new(full.size * part, full.weight));
    let fits = |font: &&Font| super::measure::wrap(finding, **font, right - left).len() <= 2;
    let font = *sizes.iter().find(fits).unwrap_or(&sizes[2]);
    let mut y = top + bar + page.length(20.0);
    for line in lines(finding, font, right - left, 3) {
        page.scene
            .write((left, y + font.line() / 2.0), Anchor::Start, &line, font, colours.text);
        y += font.line();
    }
    y += page.length(6.0);
    let font = Font::new(page.label().size, Weight::Regular);
    for line in lines(subtitle, font, right - left, 2) {
        let at = (left, y + font.line() / 2.0);
        page.scene.write(at, Anchor::Start, &line, font, colours.text_secondary);
        y += font.line();
    }
    y + page.length(22.0)
}

/// Writes source, project and name under a line; returns where the marks must end.
fn foot(page: &mut Page, source: &str, options: Options<'_>, (left, right): (f32, f32)) -> f32 {
    let colours = page.palette.colours;
    let font = page.source();
    let brand = Font::new(font.size, Weight::Semibold);
    let name = APP.get(options.lang);
    let radius = font.size * 0.62;
    let brand_width = width(name, brand) + 2.0 * radius + page.length(10.0);
    let text = match options.project {
        "" => source.to_owned(),
        project => format!("{source} {project}."),
    };
    let written = lines(&text, font, right - left - brand_width - page.length(60.0), 3);
    let height = font.line() * written.len().max(1) as f32;
    let bottom = page.scene.height - page.length(f32::from(tokens().slide.footer_bottom));
    let first = bottom - height;
    for (k, line) in written.iter().enumerate() {
        let at = (left, first + font.line() * (k as f32 + 0.5));
        page.scene.write(at, Anchor::Start, line, font, colours.text_muted);
    }
    let middle = first + font.line() / 2.0;
    page.scene
        .write((right, middle), Anchor::End, name, brand, colours.text_secondary);
    let centre = (right - brand_width + radius, middle);
    let marks = page.palette.marks;
    for (part, ink) in [(1.0, marks.induced), (0.62, marks.indirect_first), (0.3, marks.direct)] {
        page.scene.items.push(Item::Circle {
            centre,
            radius: radius * part,
            fill: (part < 0.5).then_some(ink),
            stroke: (part > 0.5).then_some(Stroke::new(radius * 0.2, ink)),
        });
    }
    let rule = first - page.length(14.0);
    page.scene
        .line(vec![(left, rule), (right, rule)], Stroke::new(1.0, colours.border));
    rule - page.length(26.0)
}

/// What a legend explains.
#[derive(Clone, Copy)]
enum Entry {
    /// A part of each mark.
    Part(Role, SeriesStyle),
    /// The outline of the starting version.
    Ghost,
    /// The signed and coloured differences from it.
    Differences,
}

impl Entry {
    /// Returns how wide it is drawn.
    fn width(self, page: &Page) -> f32 {
        match self {
            Entry::Differences => {
                let font = page.signs();
                SIGNS.iter().map(|(sign, _)| width(sign, font)).sum::<f32>() + page.length(4.0)
            }
            _ => page.length(18.0),
        }
    }

    fn draw(self, page: &mut Page, (x, y): (f32, f32), wide: f32) {
        let half = page.length(9.0);
        let square = Area::new(x, y - half, x + wide, y + half);
        match self {
            Entry::Part(role, style) => page.mark(square, role, style),
            Entry::Ghost => page.ghost(square),
            Entry::Differences => {
                let font = page.signs();
                for ((sign, tone), (at, anchor)) in SIGNS.iter().zip([(x, Anchor::Start), (x + wide, Anchor::End)]) {
                    let ink = bars::tone_ink(page, *tone);
                    page.scene.write((at, y), anchor, sign, font, ink);
                }
            }
        }
    }
}

/// The signs of a gain and of a loss, which have their colours.
const SIGNS: [(&str, Tone); 2] = [("+", Tone::Gain), ("−", Tone::Loss)];

/// Writes the legend of a chart; returns where it ends.
fn legend(page: &mut Page, spec: &ChartSpec, (left, right): (f32, f32), top: f32) -> f32 {
    let plain = !matches!(
        spec.kind,
        ChartKind::Lines | ChartKind::SideBySide | ChartKind::Steps | ChartKind::StepBars
    );
    let mut entries: Vec<(Entry, &str)> = Vec::new();
    if plain && spec.series.len() > 1 {
        // Where rows have the colours, what the parts differ by is shown without one.
        let role = |own: Role| {
            if spec.kind == ChartKind::RowBars {
                Role::Neutral
            } else {
                own
            }
        };
        entries.extend(
            spec.series
                .iter()
                .map(|s| (Entry::Part(role(s.role), s.style), s.label.as_str())),
        );
    }
    if let Some(label) = spec.ghost_label.as_deref().filter(|_| plain) {
        entries.push((Entry::Ghost, label));
    }
    // What is neither a gain nor a loss has no colour to explain.
    let differs = |row: &Row| row.difference.as_ref().is_some_and(|d| d.tone != Tone::Neutral);
    if plain && spec.rows.iter().any(differs) {
        entries.push((Entry::Differences, DIFFERENCES.get(page.scene.lang)));
    }
    if entries.is_empty() {
        return top;
    }
    let font = Font::new(page.label().size * 0.92, Weight::Regular);
    let gap = page.length(34.0);
    let line = font.line() + page.length(6.0);
    let (mut x, mut y) = (left, top + line / 2.0);
    for (mark, label) in entries {
        let side = mark.width(page);
        let wide = side + page.length(11.0) + width(label, font);
        if x > left && x + wide > right {
            (x, y) = (left, y + line);
        }
        mark.draw(page, (x, y), side);
        let at = (x + side + page.length(11.0), y);
        let ink = page.palette.colours.text_secondary;
        page.scene.write(at, Anchor::Start, label, font, ink);
        x += wide + gap;
    }
    y + line / 2.0 + page.length(18.0)
}
