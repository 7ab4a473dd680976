//! Draws a flow diagram: bars true to scale, ribbons between them, labels that never lie over one another.

use std::sync::Arc;

use egui::{Color32, Galley, Mesh, Pos2, Rangef, Rect, Role as Accessible, Sense, Shape, Ui, WidgetInfo, pos2, vec2};

use crate::report::role::Role;
use crate::report::sankey::{SankeyLink, SankeyNode, SankeySpec};
use crate::ui::theme::{Theme, Type};
use crate::ui::widgets::paint;

/// Height of the line of stage names.
const HEAD: f32 = 20.0;
/// Width of a bar.
const BAR: f32 = 12.0;
/// Space between a bar and its label.
const LABEL_GAP: f32 = 8.0;
/// The least space between two bars or labels of a stage, and the most.
const GAPS: (f32, f32) = (7.0, 18.0);
/// Below this part of the whole a bar has its name and value on one line.
const ONE_LINE: f64 = 0.05;
/// The part of the ribbons' room that those before the middle stage take: more of them cross after it.
const FIRST_PART: f32 = 0.38;
/// The largest part of the diagram that the labels of the middle stage take.
const COLUMN: f32 = 0.54;
/// Width of the bar at which ribbons leave the labels of the middle stage.
const EXIT: f32 = 3.0;
/// The least width at which a ribbon is drawn; a thinner one is paler instead.
const THINNEST: f32 = 0.8;
/// Pieces of a ribbon.
const PIECES: usize = 40;
/// Width of the soft edge of a ribbon.
const SOFT: f32 = 0.7;

/// Returns the least height at which a diagram can be read.
pub fn least_height(spec: &SankeySpec) -> f32 {
    let crowded = (0..spec.stages.len()).map(|s| spec.stage(s).count()).max().unwrap_or(1);
    HEAD + (crowded as f32 * 40.0).max(240.0)
}

/// Returns the height at which a diagram looks best.
pub fn comfortable_height(spec: &SankeySpec) -> f32 {
    least_height(spec).max(HEAD + 400.0)
}

/// Draws a diagram in `rect`; a screen reader is told the alternative text and each bar.
pub fn draw(ui: &mut Ui, spec: &SankeySpec, rect: Rect) {
    if spec.nodes.is_empty() || rect.width() < 120.0 || rect.height() < 60.0 {
        return;
    }
    let theme = Theme::of(ui.ctx());
    let drawing = Drawing::new(ui, spec, rect);
    let id = ui.scope_id().with(("flow", spec.id));
    for (k, node) in spec.nodes.iter().enumerate() {
        let area = drawing.bars[k].expand2(vec2(4.0, 2.0));
        let response = ui.interact(area, id.with(("bar", k)), Sense::hover());
        let text = format!("{} {} {} {}", node.label, node.value_label, node.detail, node.note);
        response.widget_info(|| WidgetInfo::labeled(Accessible::Label, true, text.trim()));
    }
    let response = ui.interact(rect, id, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Accessible::Image, true, &spec.alt));
    let pointer = response.hover_pos().filter(|p| rect.contains(*p));
    let hit = pointer.and_then(|p| drawing.hit(p));
    drawing.ribbons(ui, theme, hit);
    drawing.bars(ui, theme);
    drawing.labels(ui, theme);
    match hit {
        Some(Hit::Link(k)) => {
            if let Some(link) = spec.links.get(k) {
                response.on_hover_ui_at_pointer(|ui| explain_link(ui, spec, link));
            }
        }
        Some(Hit::Node(k)) => {
            response.on_hover_ui_at_pointer(|ui| explain_node(ui, spec, k));
        }
        None => {}
    }
}

/// What the pointer is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Hit {
    Link(usize),
    Node(usize),
}

/// A ribbon between two bars: where it leaves the first and enters the second.
struct Ribbon {
    link: usize,
    from: Rangef,
    to: Rangef,
    x: Rangef,
}

impl Ribbon {
    /// Returns where the ribbon is at `x`.
    fn at(&self, x: f32) -> Rangef {
        let t = ((x - self.x.min) / self.x.span().max(1.0)).clamp(0.0, 1.0);
        let eased = t * t * (3.0 - 2.0 * t);
        let between = |a: f32, b: f32| a + eased * (b - a);
        Rangef::new(between(self.from.min, self.to.min), between(self.from.max, self.to.max))
    }
}

/// The texts of a bar, laid out.
struct Label {
    name: Arc<Galley>,
    value: Arc<Galley>,
    detail: Arc<Galley>,
    note: Arc<Galley>,
    one_line: bool,
}

impl Label {
    fn new(ui: &Ui, node: &SankeyNode, whole: f64, first: bool, width: f32) -> Label {
        let colours = &Theme::of(ui.ctx()).colours;
        let one_line = !first && node.value < ONE_LINE * whole && node.detail.is_empty();
        let name_type = if first { Type::Strong } else { Type::Body };
        Label {
            name: paint::paragraph(ui, &node.label, name_type, colours.text, width),
            value: paint::line(ui, &node.value_label, Type::Strong, colours.text, f32::INFINITY),
            detail: paint::line(ui, &node.detail, Type::Caption, colours.text_muted, f32::INFINITY),
            note: paint::paragraph(ui, &node.note, Type::Caption, colours.text_muted, width),
            one_line,
        }
    }

    fn aside(&self) -> f32 {
        let detail = self.detail.size().x;
        self.value.size().x + if detail > 0.0 { detail + 7.0 } else { 0.0 }
    }

    fn width(&self) -> f32 {
        if self.one_line {
            self.name.size().x + 6.0 + self.value.size().x
        } else {
            self.name.size().x.max(self.aside()).max(self.note.size().x)
        }
    }

    fn height(&self) -> f32 {
        if self.one_line {
            self.name.size().y
        } else {
            self.name.size().y + self.value.size().y - 2.0 + self.note_height()
        }
    }

    fn note_height(&self) -> f32 {
        if self.note.job.text.is_empty() {
            0.0
        } else {
            self.note.size().y
        }
    }

    /// Returns the width of the texts one below the other, and their height.
    fn stacked(&self) -> (f32, f32) {
        let all = [&self.name, &self.value, &self.detail];
        let width = all.iter().map(|g| g.size().x).fold(0.0, f32::max);
        (width, all.iter().map(|g| g.size().y).sum())
    }

    /// Paints the label with its left edge at `x`, centred on `y`.
    fn paint(&self, ui: &Ui, x: f32, y: f32) {
        let put = |at: Pos2, galley: &Arc<Galley>| paint::place(ui.painter(), at, galley.clone());
        let top = y - self.height() / 2.0;
        if self.one_line {
            put(pos2(x, top), &self.name);
            let lower = self.name.size().y - self.value.size().y;
            put(pos2(x + self.name.size().x + 6.0, top + lower / 2.0), &self.value);
            return;
        }
        put(pos2(x, top), &self.name);
        let value_top = top + self.name.size().y - 2.0;
        put(pos2(x, value_top), &self.value);
        let lower = self.value.size().y - self.detail.size().y;
        put(
            pos2(x + self.value.size().x + 7.0, value_top + lower / 2.0 + 0.5),
            &self.detail,
        );
        put(pos2(x, value_top + self.value.size().y), &self.note);
    }

    /// Paints the label of the first bar, one text below the other.
    fn paint_stacked(&self, ui: &Ui, x: f32, y: f32) {
        let mut top = y - self.stacked().1 / 2.0;
        for galley in [&self.name, &self.value, &self.detail] {
            paint::place(ui.painter(), pos2(x, top), galley.clone());
            top += galley.size().y;
        }
    }
}

/// A diagram laid out in a rectangle.
struct Drawing<'a> {
    spec: &'a SankeySpec,
    rect: Rect,
    labels: Vec<Label>,
    bars: Vec<Rect>,
    ribbons: Vec<Ribbon>,
    /// Width of the column in which the middle stage has its labels; its ribbons leave at its end, so that none crosses a word.
    column: f32,
}

impl<'a> Drawing<'a> {
    fn new(ui: &Ui, spec: &'a SankeySpec, rect: Rect) -> Drawing<'a> {
        let whole = spec.stage(0).map(|(_, n)| n.value).sum::<f64>().max(f64::MIN_POSITIVE);
        let last = spec.stages.len().saturating_sub(1);
        let narrow = rect.width() < 640.0;
        let words = spec.stage(0).flat_map(|(_, n)| n.label.split(' '));
        let longest = words
            .map(|w| paint::text_width(ui, w, Type::Strong))
            .fold(0.0, f32::max);
        let first_width = longest.max(if narrow { 78.0 } else { 92.0 }) + 1.0;
        let last_width = (rect.width() * 0.27).clamp(110.0, 190.0);
        let label = |node: &SankeyNode, width| Label::new(ui, node, whole, node.stage == 0, width);
        let widest = |stage: usize, width: f32| {
            let all = spec.stage(stage).map(|(_, node)| label(node, width));
            all.map(|l| if stage == 0 { l.stacked().0 } else { l.width() })
                .fold(0.0, f32::max)
        };
        let left = rect.left() + widest(0, first_width) + LABEL_GAP + 2.0;
        let right = rect.right() - widest(last, last_width) - LABEL_GAP - BAR;
        let span = (right - left).max(0.0);
        let column = match last {
            2 => (widest(1, f32::INFINITY) + 2.0 * LABEL_GAP + EXIT + 1.0).min(COLUMN * span),
            _ => 0.0,
        };
        let x = |stage: usize| match (stage, last) {
            (0, _) => left,
            (1, 2) => left + FIRST_PART * (span - column - BAR),
            _ => right,
        };
        let between = (column - 2.0 * LABEL_GAP - EXIT).max(60.0);
        let labels: Vec<Label> = spec
            .nodes
            .iter()
            .map(|node| {
                let width = match node.stage {
                    0 => first_width,
                    stage if stage == last => last_width,
                    _ => between,
                };
                label(node, width)
            })
            .collect();
        let body = Rangef::new(rect.top() + HEAD, rect.bottom());
        let bars = stack(spec, &labels, body, whole, x);
        let exit = |k: usize| {
            let through = if spec.nodes[k].stage == last { 0.0 } else { column };
            bars[k].right() + if spec.nodes[k].stage == 0 { 0.0 } else { through }
        };
        let ribbons = ribbons(spec, &bars, exit, whole);
        Drawing {
            spec,
            rect,
            labels,
            bars,
            ribbons,
            column,
        }
    }

    /// Returns the room of a bar's label between the bar and where its ribbons leave, for the middle stage.
    fn column(&self, k: usize) -> Option<Rect> {
        let (node, bar) = (self.spec.nodes.get(k)?, self.bars.get(k)?);
        let middle = node.stage > 0 && node.stage + 1 < self.spec.stages.len();
        middle.then(|| Rect::from_min_size(bar.right_top(), vec2(self.column, bar.height())))
    }

    fn hit(&self, pointer: Pos2) -> Option<Hit> {
        let on = |k: &usize| {
            let column = self.column(*k).is_some_and(|c| c.contains(pointer));
            column || self.bars[*k].expand(2.0).contains(pointer)
        };
        if let Some(k) = (0..self.bars.len()).find(on) {
            return Some(Hit::Node(k));
        }
        // Where ribbons cross, the thinnest: the others can be pointed at elsewhere.
        let over = self.ribbons.iter().filter(|r| {
            let span = r.at(pointer.x);
            let slack = (3.0 - span.span() / 2.0).max(0.0);
            r.x.contains(pointer.x) && span.expand(slack).contains(pointer.y)
        });
        let thinnest = over.min_by(|a, b| a.from.span().total_cmp(&b.from.span()))?;
        Some(Hit::Link(thinnest.link))
    }

    fn ribbons(&self, ui: &Ui, theme: &Theme, hit: Option<Hit>) {
        let alphas = &theme.tokens.sankey;
        // The widest first, so that thin ones lie on top.
        let mut order: Vec<&Ribbon> = self.ribbons.iter().collect();
        order.sort_by(|a, b| b.from.span().total_cmp(&a.from.span()));
        for ribbon in order {
            let Some(link) = self.spec.links.get(ribbon.link) else {
                continue;
            };
            let Some(target) = self.spec.nodes.get(link.to) else {
                continue;
            };
            let base = match (target.role, target.stage) {
                (Role::Abroad, _) => alphas.alpha_abroad,
                (_, 1) => alphas.alpha_first,
                _ => alphas.alpha_last,
            };
            let alpha = match hit {
                None => base,
                Some(hit) if touches(hit, ribbon.link, link) => (base + 0.35).min(0.95),
                Some(_) => base * 0.55,
            };
            let colour = theme.mark(target.role).fill.gamma_multiply(alpha);
            ui.painter().add(Shape::mesh(strip(ribbon, colour)));
        }
    }

    fn bars(&self, ui: &Ui, theme: &Theme) {
        for (k, (node, bar)) in self.spec.nodes.iter().zip(&self.bars).enumerate() {
            let style = theme.mark(node.role);
            let fill = if node.stage == 0 {
                theme.colours.text
            } else {
                style.fill
            };
            // A bar too thin to see is still drawn.
            let shown = if bar.height() < 1.0 {
                Rect::from_center_size(bar.center(), vec2(bar.width(), 1.0))
            } else {
                *bar
            };
            ui.painter().rect_filled(shown, 0.0, fill);
            if let Some(column) = self.column(k) {
                // What comes in goes through as one band, under its label; one thinner than its words would strike them out, and stops at both ends.
                if column.height() >= self.labels[k].height() + 6.0 {
                    let alpha = theme.tokens.sankey.alpha_first;
                    ui.painter().rect_filled(column, 0.0, fill.gamma_multiply(alpha));
                }
                let exit = shown.with_min_x(column.right() - EXIT).with_max_x(column.right());
                ui.painter().rect_filled(exit, 0.0, fill);
            }
            if node.passing > 0.0 && node.value > 0.0 {
                let part = (node.passing / node.value).clamp(0.0, 1.0) as f32;
                let moving = shown.with_min_y(shown.bottom() - part * shown.height());
                ui.painter().rect_filled(moving, 0.0, theme.colours.card);
                paint::hatched(ui.painter(), theme, moving, fill);
            }
            if let Some(outline) = style.outline.filter(|_| node.stage > 0) {
                ui.painter().rect_stroke(shown, 0.0, outline, egui::StrokeKind::Inside);
            }
        }
    }

    fn labels(&self, ui: &Ui, theme: &Theme) {
        let last = self.spec.stages.len().saturating_sub(1);
        for ((node, bar), label) in self.spec.nodes.iter().zip(&self.bars).zip(&self.labels) {
            let y = bar.center().y;
            if node.stage == 0 {
                label.paint_stacked(ui, self.rect.left(), y);
            } else {
                label.paint(ui, bar.right() + LABEL_GAP, y);
            }
        }
        let mut taken = self.rect.left();
        for (stage, name) in self.spec.stages.iter().enumerate() {
            let Some((k, _)) = self.spec.stage(stage).next() else {
                continue;
            };
            let (left, right) = (self.bars[k].left(), self.bars[k].right());
            let room = self.rect.right() - taken;
            let galley = paint::line(ui, name, Type::Small, theme.colours.text_secondary, room);
            let y = self.rect.top() + HEAD / 2.0 - 2.0;
            // The last name ends over its bar, unless another stands there.
            let x = if stage == last && stage > 0 {
                (right - galley.size().x).max(taken)
            } else {
                left.max(taken)
            };
            taken = paint::left(ui.painter(), x, y, galley).right() + 12.0;
        }
    }
}

/// Returns whether a ribbon is what the pointer is on, or belongs to the bar it is on.
fn touches(hit: Hit, index: usize, link: &SankeyLink) -> bool {
    match hit {
        Hit::Link(k) => k == index,
        Hit::Node(k) => link.from == k || link.to == k,
    }
}

/// Places the bars of every stage at one scale: the largest at which each stage has room for its bars, its labels and the gaps between them.
fn stack(spec: &SankeySpec, labels: &[Label], body: Rangef, whole: f64, x: impl Fn(usize) -> f32) -> Vec<Rect> {
    let part = |node: &SankeyNode| (node.value / whole).max(0.0) as f32;
    let slot = |k: usize, node: &SankeyNode, scale: f32| (part(node) * scale).max(labels[k].height());
    let needed = |stage: usize, scale: f32| {
        let (count, sum) = spec
            .stage(stage)
            .fold((0, 0.0), |(c, s), (k, n)| (c + 1, s + slot(k, n, scale)));
        sum + GAPS.0 * (count as f32 - 1.0).max(0.0)
    };
    let fits = |scale: f32| (0..spec.stages.len()).all(|s| needed(s, scale) <= body.span());
    let (mut low, mut high) = (body.span() * 0.2, body.span());
    for _ in 0..30 {
        let middle = (low + high) / 2.0;
        if fits(middle) { low = middle } else { high = middle }
    }
    let mut bars = vec![Rect::NOTHING; spec.nodes.len()];
    for stage in 0..spec.stages.len() {
        let count = spec.stage(stage).count();
        let left = (body.span() - needed(stage, low)).max(0.0);
        let more = (left / (count as f32 - 1.0).max(1.0)).min(GAPS.1 - GAPS.0);
        let spread = if count > 1 { more * (count as f32 - 1.0) } else { 0.0 };
        let mut y = body.min + (left - spread) / 2.0;
        for (k, node) in spec.stage(stage) {
            let (room, height) = (slot(k, node, low), part(node) * low);
            let top = y + (room - height) / 2.0;
            bars[k] = Rect::from_min_size(pos2(x(stage).round(), top), vec2(BAR, height));
            y += room + GAPS.0 + more;
        }
    }
    bars
}

/// Returns the ribbons: each leaves its bar below those that go higher, and enters it below those that come from higher.
///
/// * `exit`: where the ribbons of a bar leave.
fn ribbons(spec: &SankeySpec, bars: &[Rect], exit: impl Fn(usize) -> f32, whole: f64) -> Vec<Ribbon> {
    let scale = spec
        .nodes
        .iter()
        .zip(bars)
        .find(|(n, _)| n.value > 0.0)
        .map_or(0.0, |(n, b)| b.height() / (n.value / whole) as f32);
    let mut leaving: Vec<f32> = bars.iter().map(|b| b.top()).collect();
    let mut entering = leaving.clone();
    let mut order: Vec<usize> = (0..spec.links.len()).collect();
    order.sort_by_key(|k| (spec.links[*k].from, spec.links[*k].to));
    order
        .into_iter()
        .filter_map(|k| {
            let link = &spec.links[k];
            let to = bars.get(link.to)?;
            let width = (link.value / whole).max(0.0) as f32 * scale;
            let (a, b) = (leaving.get(link.from).copied()?, entering.get(link.to).copied()?);
            leaving[link.from] += width;
            entering[link.to] += width;
            Some(Ribbon {
                link: k,
                from: Rangef::new(a, a + width),
                to: Rangef::new(b, b + width),
                x: Rangef::new(exit(link.from), to.left()),
            })
        })
        .collect()
}

/// Returns a ribbon as a strip of triangles with soft edges.
fn strip(ribbon: &Ribbon, colour: Color32) -> Mesh {
    let mut mesh = Mesh::default();
    let clear = Color32::TRANSPARENT;
    let width = ribbon.from.span();
    let colour = if width < THINNEST {
        colour.gamma_multiply((width / THINNEST).max(0.35))
    } else {
        colour
    };
    for piece in 0..=PIECES {
        let x = ribbon.x.min + ribbon.x.span() * piece as f32 / PIECES as f32;
        let own = ribbon.at(x);
        let span = own.expand(((THINNEST - own.span()) / 2.0).max(0.0));
        // Half of the soft edge lies inside, so that a ribbon looks as wide as it is.
        let inside = (SOFT / 2.0).min(span.span() / 2.0);
        let first = mesh.vertices.len() as u32;
        mesh.colored_vertex(pos2(x, span.min - SOFT / 2.0), clear);
        mesh.colored_vertex(pos2(x, span.min + inside), colour);
        mesh.colored_vertex(pos2(x, span.max - inside), colour);
        mesh.colored_vertex(pos2(x, span.max + SOFT / 2.0), clear);
        if piece > 0 {
            for row in 0..3 {
                let (a, b) = (first - 4 + row, first + row);
                mesh.add_triangle(a, a + 1, b);
                mesh.add_triangle(a + 1, b + 1, b);
            }
        }
    }
    mesh
}

fn explain_link(ui: &mut Ui, spec: &SankeySpec, link: &SankeyLink) {
    let name = |k: usize| spec.nodes.get(k).map_or("", |n| n.label.as_str());
    let title = format!("{} → {}", name(link.from), name(link.to));
    lines(
        ui,
        &title,
        link.details.iter().map(|(n, v)| (n.as_str(), v.as_str())).collect(),
    );
}

fn explain_node(ui: &mut Ui, spec: &SankeySpec, index: usize) {
    let Some(node) = spec.nodes.get(index) else { return };
    let value = format!("{} {} {}", node.value_label, node.detail, node.note);
    let mut texts = vec![(value.trim(), "")];
    let onward = spec.links.iter().filter(|l| l.from == index);
    let mut parts: Vec<(usize, &str)> = onward.map(|l| (l.to, l.value_label.as_str())).collect();
    if parts.is_empty() {
        let back = spec.links.iter().filter(|l| l.to == index);
        parts = back.map(|l| (l.from, l.value_label.as_str())).collect();
    }
    for (other, written) in parts {
        texts.push((spec.nodes.get(other).map_or("", |n| n.label.as_str()), written));
    }
    lines(ui, &node.label, texts);
}

/// Shows a title, then names with their figures aligned at the right.
fn lines(ui: &mut Ui, title: &str, texts: Vec<(&str, &str)>) {
    let theme = Theme::of(ui.ctx());
    let colours = &theme.colours;
    let names = texts.iter().map(|(n, _)| paint::text_width(ui, n, Type::Small));
    let figures = texts.iter().map(|(_, v)| paint::text_width(ui, v, Type::SmallStrong));
    let wide = names.fold(0.0, f32::max) + 18.0 + figures.fold(0.0, f32::max);
    let title = paint::line(ui, title, Type::SmallStrong, colours.text, 420.0);
    let size = vec2(wide.max(title.size().x), 18.0 * (texts.len() as f32 + 1.0));
    let (area, _) = ui.allocate_exact_size(size, Sense::hover());
    paint::left(ui.painter(), area.left(), area.top() + 8.0, title);
    for (k, (name, figure)) in texts.iter().enumerate() {
        let y = area.top() + 18.0 * (k as f32 + 1.0) + 9.0;
        let galley = paint::line(ui, name, Type::Small, colours.text_secondary, wide);
        paint::left(ui.painter(), area.left(), y, galley);
        let galley = paint::line(ui, figure, Type::SmallStrong, colours.text, wide);
        paint::right(ui.painter(), area.right(), y, galley);
    }
}
