//! Slides drawn: where the words of a slide, its chart, its picture or its table stand.

use super::super::chart::scene::Area;
use super::beside::compared;
use super::ink::Ink;
use super::legend::LEGEND;
use super::master::{BOTTOM, Layout, NOTE, NOTES_IMAGE, NOTES_TEXT, NUMBER, OPENING_SIZE, OPENING_TOP, SIDES, SOURCE};
use super::master::{SUBTITLE, TEXT, TITLE, TITLE_TOP, source_style};
use super::pages::{Shown, Slide};
use super::plot::{Fill, Plot, plot};
use super::shape::{Canvas, Place};
use super::words::{Align, Paragraph, Style, height, one};
use crate::report::chart::ChartSpec;
use crate::report::overview::Card;
use crate::report::pictures::Picture;
use crate::text::messages::{deck as m, finances as f, report as r};
use crate::text::{Lang, Msg};

/// The width of the figures beside a chart, and the space before them.
const PANEL: (f32, f32) = (400.0, 72.0);

/// What stands on a slide beside its words.
pub(super) enum Object {
    /// Nothing.
    None,
    /// A chart.
    Chart(Box<Plot>),
    /// A picture of this size, drawn from what the report says.
    Picture(Box<Picture>, (f32, f32)),
}

/// A slide as drawn.
pub(super) struct Drawn {
    /// Its layout.
    pub layout: Layout,
    /// Its shapes.
    pub tree: String,
    /// What it refers to: the first link after the layout and the notes.
    pub object: Object,
}

/// The links of a slide: its layout, its notes, then its chart or the pixels and the drawing of its picture.
pub(super) const OBJECT_LINKS: (&str, &str) = ("rId3", "rId4");

struct Page<'a> {
    canvas: Canvas,
    lang: Lang,
    slide: &'a Slide,
}

/// Draws a slide.
///
/// * `number`: its number, from 1.
pub(super) fn draw(slide: &Slide, number: usize, lang: Lang) -> Drawn {
    let mut page = Page {
        canvas: Canvas::new(lang),
        lang,
        slide,
    };
    let mut object = Object::None;
    let layout = match &slide.shown {
        Shown::Opening(..) => Layout::Opening,
        Shown::Texts(_) => Layout::Texts,
        _ => Layout::Finding,
    };
    if let Shown::Opening(about, facts) = &slide.shown {
        page.opening(about, facts);
    } else {
        let top = page.head();
        let area = Area::new(SIDES.0, top, SIDES.1, BOTTOM);
        match &slide.shown {
            Shown::Opening(..) => {}
            Shown::Figures(cards) => page.figures(cards, area),
            Shown::Chart(spec, cards, aside) => object = page.chart(spec, (cards, aside), area),
            Shown::Flow(spec) => {
                object = page.picture(Picture::Flow((**spec).clone()), &spec.alt, area);
            }
            Shown::Compared(spec) => compared(&mut page.canvas, spec, area, lang),
            Shown::Texts(texts) => page.texts(texts, area),
        }
    }
    page.foot(number);
    Drawn {
        layout,
        tree: page.canvas.tree(),
        object,
    }
}

impl Page<'_> {
    fn name(&self, msg: Msg) -> &'static str {
        msg.get(self.lang)
    }

    /// Writes the finding and what is measured; returns where they end.
    fn head(&mut self) -> f32 {
        let (left, right) = SIDES;
        let room = right - left;
        // A little smaller rather than a last word alone on a second line.
        let (style, text) = TITLE.fitted(&self.slide.title, room, &[TITLE.size, 44.0, 42.0], 1);
        let (style, text) = match text == self.slide.title {
            true => (style, text),
            false => TITLE.fitted(&self.slide.title, room, &[TITLE.size, 42.0, 38.0], 2),
        };
        // A finding too long for two lines takes three smaller ones before it is cut.
        let (style, text) = match text == self.slide.title {
            true => (style, text),
            false => TITLE.fitted(&self.slide.title, room, &[34.0, 30.0], 3),
        };
        let high = style.lines(&text, room) as f32 * style.line();
        let area = Area::new(left, TITLE_TOP, right, TITLE_TOP + high);
        self.canvas
            .text(self.name(m::SHAPE_TITLE), Some(Place::TITLE), area, &one(text, style));
        let (style, text) = SUBTITLE.fitted(&self.slide.subtitle, room, &[24.0, 22.0, 20.0], 2);
        let top = area.bottom + 8.0;
        let high = style.lines(&text, room).max(1) as f32 * style.line();
        let area = Area::new(left, top, right, top + high);
        if !text.is_empty() {
            self.canvas
                .text(self.name(m::SHAPE_TEXT), Some(Place::SUBTITLE), area, &one(text, style));
        }
        area.bottom + 34.0
    }

    /// Writes the source and the number.
    fn foot(&mut self, number: usize) {
        let style = source_style();
        if !self.slide.source.trim().is_empty() {
            let (style, text) = style.fitted(self.slide.source.trim(), SOURCE.width(), &[18.0, 16.0], 2);
            self.canvas.text(
                self.name(m::SHAPE_SOURCE),
                Some(Place::SOURCE),
                SOURCE,
                &one(text, style),
            );
        }
        self.canvas
            .number(self.name(m::SHAPE_NUMBER), NUMBER, number, style.at(Align::Right));
    }

    fn rule(&mut self, area: Area) {
        let level = Area::new(area.left, area.top, area.right, area.top);
        let name = self.name(m::SHAPE_RULE);
        self.canvas.line(name, level, Ink::rule(), 2.0, None);
    }

    fn opening(&mut self, about: &str, facts: &[(String, String)]) {
        let (left, right) = SIDES;
        let room = right - left;
        let (style, text) = TITLE.fitted(&self.slide.title, room, &[OPENING_SIZE, 70.0, 64.0], 1);
        let (style, text) = match text == self.slide.title {
            true => (style, text),
            false => TITLE.fitted(&self.slide.title, room, &[OPENING_SIZE, 64.0, 54.0], 2),
        };
        let high = style.lines(&text, room) as f32 * style.line();
        let area = Area::new(left, OPENING_TOP, right, OPENING_TOP + high);
        self.canvas
            .text(self.name(m::SHAPE_TITLE), Some(Place::OPENING), area, &one(text, style));
        let top = area.bottom + 26.0;
        let room = 1500.0 - left;
        if !about.is_empty() {
            let (style, text) = TEXT.fitted(about, room, &[30.0, 28.0, 26.0, 24.0], 5);
            let high = style.lines(&text, room) as f32 * style.line();
            let area = Area::new(left, top, 1500.0, top + high);
            self.canvas
                .text(self.name(m::SHAPE_TEXT), Some(Place::ABOUT), area, &one(text, style));
        }
        // Facts stand at the foot, under a rule each.
        let gap = 48.0;
        let wide = (right - left - gap * (facts.len() as f32 - 1.0)) / facts.len().max(1) as f32;
        for (k, (name, value)) in facts.iter().enumerate() {
            let from = left + k as f32 * (wide + gap);
            let area = Area::new(from, 760.0, from + wide, 908.0);
            self.rule(area);
            let (small, name) = Style::new(22.0, Ink::SECOND).fitted(name, wide, &[22.0, 20.0], 1);
            let big = Style::new(32.0, Ink::TEXT).bold().after(8.0);
            let (big, value) = big.fitted(value, wide, &[32.0, 28.0, 24.0], 2);
            let text = Area::new(from, area.top + 22.0, from + wide, area.bottom);
            let paragraphs = [(name, small), (value, big)];
            self.canvas.text(self.name(m::SHAPE_TEXT), None, text, &paragraphs);
        }
    }

    /// Writes headline figures side by side, gross and net of the same size.
    fn figures(&mut self, cards: &[Card], area: Area) {
        let gap = 96.0;
        let across = cards.len().clamp(1, 2);
        let down = cards.len().div_ceil(across).max(1);
        let wide = (area.width() - gap * (across as f32 - 1.0)) / across as f32;
        let high = (area.height() + 30.0) / down as f32;
        let sizes = [120.0, 108.0, 96.0, 84.0, 72.0, 60.0, 48.0];
        let size = sizes.into_iter().find(|size| {
            let style = Style::new(*size, Ink::TEXT).bold();
            cards.iter().all(|card| pair_width(card, style, *size) <= wide)
        });
        let figure = Style::new(size.unwrap_or(40.0), Ink::TEXT).bold();
        for (k, card) in cards.iter().enumerate() {
            let left = area.left + (k % across) as f32 * (wide + gap);
            let top = area.top + (k / across) as f32 * high;
            self.card(card, Area::new(left, top, left + wide, top + high), figure, 32.0);
        }
    }

    /// Writes a headline figure under a rule; returns where it ends.
    fn card(&mut self, card: &Card, area: Area, figure: Style, label: f32) -> f32 {
        let Ok(value) = &card.figure else { return area.top };
        let room = area.width();
        self.rule(area);
        let name = Style::new(label, Ink::TEXT).bold();
        let (name, label_text) = name.fitted(&card.label, room, &[label, label * 0.86, label * 0.75], 2);
        let unit = Style::new(label * 0.74, Ink::SECOND).after(4.0);
        let (unit, unit_text) = unit.fitted(&card.unit, room, &[label * 0.74, label * 0.66], 2);
        let words = [(label_text, name), (unit_text, unit)];
        let large = label > 26.0;
        let high = height(&words, room);
        let top = area.top + 20.0;
        self.canvas.text(
            self.name(m::SHAPE_TEXT),
            None,
            Area::new(area.left, top, area.right, top + high),
            &words,
        );
        let top = top + high + 8.0;
        let small = Style::new((label * 0.74).max(18.0), Ink::muted());
        let mut left = area.left;
        let parts = figures_of(card, self.lang);
        for (k, (text, caption)) in parts.iter().enumerate() {
            let wide = figure.width(text).max(small.width(caption));
            let text_area = Area::new(left, top, (left + wide).min(area.right), top + figure.line());
            self.canvas
                .text(self.name(m::SHAPE_TEXT), None, text_area, &one(text, figure));
            if !caption.is_empty() {
                let under = Area::new(left, text_area.bottom, text_area.right, text_area.bottom + small.line());
                self.canvas
                    .text(self.name(m::SHAPE_TEXT), None, under, &one(caption, small));
            }
            left += wide + pair_gap(figure.size);
            if k + 1 < parts.len() {
                let x = left - pair_gap(figure.size) / 2.0;
                let edge = Area::new(x, top + 6.0, x, top + figure.line() + small.line());
                self.canvas.line(self.name(m::SHAPE_RULE), edge, Ink::rule(), 2.0, None);
            }
        }
        let captions = parts.iter().any(|(_, caption)| !caption.is_empty());
        let mut end = top + figure.line() + if captions { small.line() } else { 0.0 };
        if !value.caption.is_empty() {
            let (style, text) =
                Style::new(small.size, Ink::SECOND).fitted(&value.caption, room, &[small.size, 18.0], 3);
            let high = style.lines(&text, room) as f32 * style.line();
            let from = end + if large { 10.0 } else { 6.0 };
            let area = Area::new(area.left, from, area.right, from + high);
            self.canvas
                .text(self.name(m::SHAPE_TEXT), None, area, &one(text, style));
            end = area.bottom;
        }
        end
    }

    /// Places a chart, or its picture where PowerPoint could not draw it true, with headline figures beside it.
    fn chart(&mut self, spec: &ChartSpec, (cards, aside): (&[Card], &str), area: Area) -> Object {
        let mut place = area;
        if !cards.is_empty() {
            place.right -= PANEL.0 + PANEL.1;
            let left = area.right - PANEL.0;
            let mut top = area.top;
            for card in cards {
                let sizes = [56.0, 48.0, 42.0, 36.0, 30.0];
                let fits = |size: &f32| pair_width(card, Style::new(*size, Ink::TEXT).bold(), *size) <= PANEL.0;
                let size = sizes.into_iter().find(fits).unwrap_or(30.0);
                let figure = Style::new(size, Ink::TEXT).bold();
                top = self.card(card, Area::new(left, top, area.right, area.bottom), figure, 25.0) + 34.0;
            }
            let area = Area::new(left, top, area.right, area.bottom);
            self.rule(area);
            let style = Style::new(20.0, Ink::SECOND);
            let text = Area::new(
                left,
                top + 20.0,
                area.right,
                top + 20.0 + style.lines(aside, PANEL.0) as f32 * style.line(),
            );
            let name = self.name(m::SHAPE_TEXT);
            self.canvas.text(name, None, text, &one(aside, style));
        }
        let Some(plot) = plot(spec, (place.width(), place.height()), self.lang) else {
            return self.picture(Picture::Chart(spec.clone()), &spec.alt, place);
        };
        let name = self.name(m::SHAPE_CHART);
        self.canvas.chart(name, &spec.alt, place, OBJECT_LINKS.0);
        self.legend(place, &plot);
        if let Some((x, before, after)) = &plot.split {
            self.split(place, &plot, *x, (before, after));
        }
        Object::Chart(Box::new(plot))
    }

    /// Draws what the colours of a chart stand for, over its marks.
    ///
    /// A legend of PowerPoint would also name the series that carries totals.
    fn legend(&mut self, place: Area, plot: &Plot) {
        let moved = |a: Area| {
            let (x, y) = (place.left, place.top);
            Area::new(a.left + x, a.top + y, a.right + x, a.bottom + y)
        };
        let name = self.name(m::SHAPE_LEGEND);
        let all = plot.legend.iter().map(|entry| moved(entry.mark.joined(entry.text)));
        let Some(whole) = all.reduce(Area::joined) else { return };
        self.canvas.group(name, whole, |canvas| {
            for entry in &plot.legend {
                let mark = moved(entry.mark);
                match (entry.fill, entry.line) {
                    (Fill::Plain(ink), Some(dash)) => canvas.line(name, mark, ink, 5.0, dash),
                    (Fill::Plain(ink), None) => canvas.shape(name, "rect", mark, Some(ink), None),
                    (Fill::Hatched(ink), _) => canvas.hatched(name, mark, ink),
                    (Fill::None, _) => {}
                }
                let text = one(entry.name.as_str(), LEGEND);
                canvas.text(name, None, moved(entry.text), &text);
            }
        });
    }

    /// Draws the split between construction and operation over the columns.
    fn split(&mut self, place: Area, plot: &Plot, x: f32, (before, after): (&str, &str)) {
        let at = place.left + x;
        let top = place.top + plot.area.top - 30.0;
        let line = Area::new(at, top, at, place.top + plot.area.bottom);
        let name = self.name(m::SHAPE_RULE);
        self.canvas.line(name, line, Ink::muted(), 2.0, Some("sysDash"));
        let style = Style::new(20.0, Ink::SECOND);
        let high = style.line();
        for (text, align) in [(before, Align::Right), (after, Align::Left)] {
            let wide = style.width(text) + 4.0;
            let (left, right) = match align {
                Align::Right => ((at - 12.0 - wide).max(place.left), at - 12.0),
                _ => (at + 12.0, at + 12.0 + wide),
            };
            // Too near the edge for its word, a side is left without it.
            if right - left + 0.5 < style.width(text) {
                continue;
            }
            let area = Area::new(left, top, right, top + high);
            self.canvas
                .text(self.name(m::SHAPE_TEXT), None, area, &one(text, style.at(align)));
        }
    }

    fn picture(&mut self, picture: Picture, alt: &str, area: Area) -> Object {
        self.canvas
            .picture(self.name(m::SHAPE_PICTURE), alt, area, OBJECT_LINKS);
        Object::Picture(Box::new(picture), (area.width(), area.height()))
    }

    /// Writes texts in two columns, as large as they fit.
    fn texts(&mut self, texts: &[(String, String)], area: Area) {
        let gap = 80.0;
        let wide = (area.width() - gap) / 2.0;
        let sizes = [
            28.0, 26.0, 25.0, 24.0, 23.0, 22.0, 21.0, 20.0, 19.0, 18.0, 17.0, 16.0, 15.0,
        ];
        let paragraphs = |size: f32| -> [Vec<Paragraph>; 2] {
            let body = Style::new(size, Ink::SECOND);
            let each: Vec<Vec<Paragraph>> = texts
                .iter()
                .map(|(name, text)| {
                    let space = if name.is_empty() { size * 0.35 } else { size * 1.1 };
                    match name.is_empty() {
                        true => vec![(text.clone(), body.after(space))],
                        false => vec![
                            (name.clone(), Style::new(size * 1.04, Ink::TEXT).bold().after(space)),
                            (text.clone(), body.after(2.0)),
                        ],
                    }
                })
                .collect();
            balanced(each, wide)
        };
        let fits = |size: &f32| paragraphs(*size).iter().all(|c| height(c, wide) <= area.height());
        let size = sizes.into_iter().find(fits).unwrap_or(15.0);
        let [first, second] = paragraphs(size);
        let columns = [
            (Place::LEFT, area.left, first),
            (Place::RIGHT, area.left + wide + gap, second),
        ];
        for (place, left, text) in columns {
            let area = Area::new(left, area.top, left + wide, area.bottom);
            self.canvas.text(self.name(m::SHAPE_TEXT), Some(place), area, &text);
        }
    }
}

/// Splits texts into two columns about as high as each other, in order.
fn balanced(each: Vec<Vec<Paragraph>>, wide: f32) -> [Vec<Paragraph>; 2] {
    let heights: Vec<f32> = each
        .iter()
        .map(|p| height(p, wide) + p.first().map_or(0.0, |(_, s)| s.before))
        .collect();
    let all: f32 = heights.iter().sum();
    let higher = |k: usize| {
        let first: f32 = heights.iter().take(k).sum();
        first.max(all - first)
    };
    let cut = (0..=each.len())
        .min_by(|a, b| higher(*a).total_cmp(&higher(*b)))
        .unwrap_or(0);
    let mut columns = [Vec::new(), Vec::new()];
    for (k, paragraphs) in each.into_iter().enumerate() {
        columns[usize::from(k >= cut)].extend(paragraphs);
    }
    columns
}

/// Returns the figures of a card with their captions: gross and net; a figure that neither applies to has none.
fn figures_of(card: &Card, lang: Lang) -> Vec<(String, String)> {
    let Ok(value) = &card.figure else { return Vec::new() };
    let gross = match value.has_net {
        true => r::GROSS.get(lang).to_owned(),
        false => String::new(),
    };
    let net = value.net.clone().map(|net| (net, f::NET.get(lang).to_owned()));
    std::iter::once((value.gross.clone(), gross)).chain(net).collect()
}

/// Returns the space between a gross and a net figure.
fn pair_gap(size: f32) -> f32 {
    (size * 0.5).max(36.0)
}

/// Returns the width of the figures of a card.
fn pair_width(card: &Card, style: Style, size: f32) -> f32 {
    let parts = figures_of(card, Lang::Fr);
    let texts: f32 = parts.iter().map(|(text, _)| style.width(text)).sum();
    texts + pair_gap(size) * (parts.len() as f32 - 1.0).max(0.0)
}

/// Draws the page of notes of a slide.
pub(super) fn notes(slide: &Slide, lang: Lang) -> String {
    let mut canvas = Canvas::new(lang);
    canvas.image(m::SHAPE_SLIDE.get(lang), NOTES_IMAGE);
    // As large as the page that is printed has room for.
    let written = |size: f32| -> Vec<Paragraph> {
        let style = NOTE.sized(size);
        let part = |(heading, texts): &(String, Vec<String>)| {
            let texts = texts.iter().map(move |t| (t.clone(), style.after(size * 0.2)));
            std::iter::once((heading.clone(), style.bold().after(size * 0.7)))
                .chain(texts)
                .collect::<Vec<Paragraph>>()
        };
        slide.notes.iter().flat_map(part).collect()
    };
    let fits = |size: &f32| height(&written(*size), NOTES_TEXT.width()) <= NOTES_TEXT.height();
    let size = [NOTE.size, 22.0, 20.0, 18.0, 16.0]
        .into_iter()
        .find(fits)
        .unwrap_or(16.0);
    let paragraphs = written(size);
    canvas.text(m::SHAPE_NOTES.get(lang), Some(Place::SUBTITLE), NOTES_TEXT, &paragraphs);
    canvas.tree()
}
