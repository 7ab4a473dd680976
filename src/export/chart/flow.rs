//! A flow diagram: bars true to scale, ribbons between them, labels that never lie over one another.

use super::measure::{lines, width};
use super::page::Page;
use super::scene::{Anchor, Area, Font, Item, Stroke};
use crate::report::palette::{Weight, tokens};
use crate::report::role::Role;
use crate::report::sankey::{SankeyNode, SankeySpec};

/// Where the middle stage stands, from the first to the last: its labels need the larger part.
const FIRST_PART: f32 = 0.42;
/// The most of the diagram that the column of the middle stage's labels takes.
const COLUMN: f32 = 0.5;
/// The least width at which a ribbon is drawn; a thinner one is paler instead.
const THINNEST: f32 = 1.0;

/// The texts beside a bar.
struct Label {
    name: Vec<String>,
    value: String,
    detail: String,
    note: Vec<String>,
}

/// The fonts of labels.
#[derive(Clone, Copy)]
struct Fonts {
    name: Font,
    value: Font,
    small: Font,
    gap: f32,
}

impl Label {
    fn of(node: &SankeyNode, fonts: Fonts, room: f32) -> Self {
        Self {
            name: lines(&node.label, fonts.name, room, 3),
            value: node.value_label.clone(),
            detail: node.detail.clone(),
            note: lines(&node.note, fonts.small, room, 2),
        }
    }

    fn width(&self, fonts: Fonts) -> f32 {
        let detail = match self.detail.as_str() {
            "" => 0.0,
            detail => fonts.gap + width(detail, fonts.small),
        };
        let widest = |texts: &[String], font| texts.iter().map(|t| width(t, font)).fold(0.0, f32::max);
        (width(&self.value, fonts.value) + detail)
            .max(widest(&self.name, fonts.name))
            .max(widest(&self.note, fonts.small))
    }

    fn height(&self, fonts: Fonts) -> f32 {
        self.name.len() as f32 * fonts.name.line() + fonts.value.line() + self.note.len() as f32 * fonts.small.line()
    }

    /// Writes the label with its left edge at `x`, centred on `y`.
    fn write(&self, page: &mut Page, fonts: Fonts, (x, y): (f32, f32)) {
        let colours = page.palette.colours;
        let mut top = y - self.height(fonts) / 2.0;
        let mut put = |text: &str, x: f32, y: f32, font: Font, ink| {
            page.scene.write((x, y), Anchor::Start, text, font, ink);
        };
        for line in &self.name {
            put(line, x, top + fonts.name.line() / 2.0, fonts.name, colours.text);
            top += fonts.name.line();
        }
        let middle = top + fonts.value.line() / 2.0;
        put(&self.value, x, middle, fonts.value, colours.text);
        let after = x + width(&self.value, fonts.value) + fonts.gap;
        // Both stand on one line.
        let lower = fonts.value.drop() - fonts.small.drop();
        put(&self.detail, after, middle + lower, fonts.small, colours.text_muted);
        top += fonts.value.line();
        for line in &self.note {
            put(line, x, top + fonts.small.line() / 2.0, fonts.small, colours.text_muted);
            top += fonts.small.line();
        }
    }
}

/// Draws the diagram.
pub(super) fn draw(page: &mut Page, spec: &SankeySpec, area: Area) {
    let whole = spec.stage(0).map(|(_, n)| n.value).sum::<f64>();
    if whole <= 0.0 || spec.stages.is_empty() {
        return;
    }
    let fonts = Fonts {
        name: Font::new(page.label().size * 0.94, Weight::Medium),
        value: Font::new(page.label().size * 1.08, Weight::Semibold),
        small: page.small(),
        gap: page.length(12.0),
    };
    let last = spec.stages.len() - 1;
    let (bar, away) = (page.length(20.0), page.length(14.0));
    let outer = area.width() * 0.2;
    let label = |node: &SankeyNode, room: f32| Label::of(node, fonts, room);
    let widest = |stage: usize| {
        let all = spec.stage(stage).map(|(_, n)| label(n, outer).width(fonts));
        all.fold(0.0, f32::max)
    };
    let left = area.left + widest(0) + away;
    let right = area.right - widest(last) - away - bar;
    // The labels of the middle stage stand in a column that no ribbon crosses: ribbons leave at its end.
    let exit = page.length(5.0);
    let span = (right - left).max(0.0);
    let column = match last {
        2 => {
            let all = spec.stage(1).map(|(_, n)| label(n, f32::INFINITY).width(fonts));
            (all.fold(0.0, f32::max) + 2.0 * away + exit).min(COLUMN * span)
        }
        _ => 0.0,
    };
    let x = |stage: usize| match (stage, last) {
        (0, _) => left,
        (1, 2) => left + FIRST_PART * (span - column - bar),
        _ => right,
    };
    let between = (column - 2.0 * away - exit).max(60.0);
    let labels: Vec<Label> = spec
        .nodes
        .iter()
        .map(|n| {
            label(
                n,
                if n.stage == 0 || n.stage == last {
                    outer
                } else {
                    between
                },
            )
        })
        .collect();
    let font = page.body();
    // The last two names share what lies between their bars: they are written on two lines where one is too long.
    let heads: Vec<Vec<String>> = spec
        .stages
        .iter()
        .enumerate()
        .map(|(stage, name)| {
            let room = match stage {
                0 => x(1.min(last)) - left,
                _ => (right + bar - x(1)) / 2.0,
            };
            lines(name, font, (room - away).max(60.0), 2)
        })
        .collect();
    let most = heads.iter().map(Vec::len).max().unwrap_or(1);
    let head = font.line() * most as f32 + page.length(12.0);
    let body = Area::new(area.left, area.top + head, area.right, area.bottom);
    let heights: Vec<f32> = labels.iter().map(|l| l.height(fonts)).collect();
    let bars = stack(spec, &heights, body, whole, page.length(12.0), |stage| (x(stage), bar));
    let through = |k: usize| match spec.nodes.get(k) {
        Some(node) if node.stage > 0 && node.stage < last => column,
        _ => 0.0,
    };
    ribbons(page, spec, &bars, whole, through);
    for (k, (node, bar)) in spec.nodes.iter().zip(&bars).enumerate() {
        if through(k) > 0.0 {
            // What comes in goes through as one band, under its label; one thinner than its words would strike them out, and stops at both ends.
            let fill = page.palette.marks.of(node.role);
            if bar.height() >= heights[k] + page.length(10.0) {
                let band = Area::new(bar.right, bar.top, bar.right + column, bar.bottom);
                page.scene.fill(band, fill.faded(tokens().sankey.alpha_first));
            }
            let end = bar.right + column;
            page.scene.fill(Area::new(end - exit, bar.top, end, bar.bottom), fill);
        }
        paint_bar(page, node, *bar);
    }
    for ((node, bar), label) in spec.nodes.iter().zip(&bars).zip(&labels) {
        let y = bar.centre().1;
        match node.stage {
            0 => label.write(page, fonts, (area.left, y)),
            _ => label.write(page, fonts, (bar.right + away, y)),
        }
    }
    let ink = page.palette.colours.text_secondary;
    for (stage, name) in heads.iter().enumerate() {
        let Some((k, _)) = spec.stage(stage).next() else {
            continue;
        };
        let (at, anchor) = match stage == last && stage > 0 {
            true => (bars[k].right, Anchor::End),
            false => (bars[k].left, Anchor::Start),
        };
        // The last line stands nearest the bars.
        let first = area.top + font.line() * (most - name.len()) as f32;
        for (line, text) in name.iter().enumerate() {
            let y = first + font.line() * (line as f32 + 0.5);
            page.scene.write((at, y), anchor, text, font, ink);
        }
    }
}

/// Places the bars of every stage at one scale: the largest at which each stage has room for its bars, its labels and the gaps between them.
fn stack(
    spec: &SankeySpec,
    heights: &[f32],
    body: Area,
    whole: f64,
    gap: f32,
    place: impl Fn(usize) -> (f32, f32),
) -> Vec<Area> {
    let part = |node: &SankeyNode| (node.value / whole).max(0.0) as f32;
    let slot = |k: usize, node: &SankeyNode, scale: f32| (part(node) * scale).max(heights[k]);
    let needed = |stage: usize, scale: f32| {
        let (count, sum) = spec
            .stage(stage)
            .fold((0, 0.0), |(c, s), (k, n)| (c + 1, s + slot(k, n, scale)));
        sum + gap * (count as f32 - 1.0).max(0.0)
    };
    let fits = |scale: f32| (0..spec.stages.len()).all(|s| needed(s, scale) <= body.height());
    let (mut low, mut high) = (body.height() * 0.2, body.height());
    for _ in 0..30 {
        let middle = (low + high) / 2.0;
        if fits(middle) { low = middle } else { high = middle }
    }
    let mut bars = vec![Area::new(0.0, 0.0, 0.0, 0.0); spec.nodes.len()];
    for stage in 0..spec.stages.len() {
        let count = spec.stage(stage).count() as f32;
        let left = (body.height() - needed(stage, low)).max(0.0);
        let more = (left / (count - 1.0).max(1.0)).min(gap * 1.5);
        let mut y = body.top + (left - more * (count - 1.0).max(0.0)) / 2.0;
        let (x, wide) = place(stage);
        for (k, node) in spec.stage(stage) {
            let (room, height) = (slot(k, node, low), part(node) * low);
            let top = y + (room - height) / 2.0;
            bars[k] = Area::new(x, top, x + wide, top + height);
            y += room + gap + more;
        }
    }
    bars
}

/// Paints the ribbons: each leaves its bar below those that go higher, and enters it below those that come from higher.
///
/// * `through`: how far after its bar those of a node leave.
fn ribbons(page: &mut Page, spec: &SankeySpec, bars: &[Area], whole: f64, through: impl Fn(usize) -> f32) {
    let alphas = &tokens().sankey;
    let scale = spec
        .nodes
        .iter()
        .zip(bars)
        .find(|(n, _)| n.value > 0.0)
        .map_or(0.0, |(n, b)| b.height() / (n.value / whole) as f32);
    let mut leaving: Vec<f32> = bars.iter().map(|b| b.top).collect();
    let mut entering = leaving.clone();
    let mut order: Vec<usize> = (0..spec.links.len()).collect();
    order.sort_by_key(|k| (spec.links[*k].from, spec.links[*k].to));
    let mut found = Vec::new();
    for k in order {
        let link = &spec.links[k];
        let (Some(from), Some(to), Some(target)) = (bars.get(link.from), bars.get(link.to), spec.nodes.get(link.to))
        else {
            continue;
        };
        let high = (link.value / whole).max(0.0) as f32 * scale;
        let base = match (target.role, target.stage) {
            (Role::Abroad, _) => alphas.alpha_abroad,
            (_, 1) => alphas.alpha_first,
            _ => alphas.alpha_last,
        };
        let alpha = base * (high / THINNEST).clamp(0.35, 1.0);
        let thin = ((THINNEST - high) / 2.0).max(0.0);
        let (a, b) = (leaving[link.from], entering[link.to]);
        found.push((
            high,
            Item::Ribbon {
                from: (from.right + through(link.from), a - thin, a + high + thin),
                to: (to.left, b - thin, b + high + thin),
                fill: page.palette.marks.of(target.role).faded(alpha),
            },
        ));
        leaving[link.from] += high;
        entering[link.to] += high;
    }
    // The widest first, so that thin ones lie on top.
    found.sort_by(|a, b| b.0.total_cmp(&a.0));
    page.scene.items.extend(found.into_iter().map(|(_, item)| item));
}

fn paint_bar(page: &mut Page, node: &SankeyNode, bar: Area) {
    // A bar too thin to see is still drawn.
    let shown = match bar.height() < 1.5 {
        true => Area::new(bar.left, bar.centre().1 - 0.75, bar.right, bar.centre().1 + 0.75),
        false => bar,
    };
    let colours = page.palette.colours;
    if node.stage == 0 {
        page.scene.fill(shown, colours.text);
        return;
    }
    let fill = page.palette.marks.of(node.role);
    page.scene.fill(shown, fill);
    if node.passing > 0.0 && node.value > 0.0 {
        let part = (node.passing / node.value).clamp(0.0, 1.0) as f32;
        let moving = Area::new(
            shown.left,
            shown.bottom - part * shown.height(),
            shown.right,
            shown.bottom,
        );
        page.scene.fill(moving, page.ground);
        let hatch = &tokens().parafiscal;
        let lines = (hatch.hatch_step * 1.3, hatch.hatch_width * 1.3, hatch.fill_alpha);
        page.scene.hatch(moving, fill, lines);
    }
    if tokens().outlined.contains(&node.role) {
        let stroke = Stroke::new(tokens().stroke.outline, colours.axis);
        page.scene.outline(shown, stroke);
    }
}
