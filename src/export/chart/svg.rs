//! A picture as SVG: texts stay texts, fonts are named.

use std::fmt::Write;

use super::measure::{FAMILY, number};
use super::scene::{Anchor, Item, Scene, Stroke, Text};
use crate::report::palette::Rgba;
use crate::text::Lang;

/// Returns the picture as an SVG document.
///
/// Its title is the finding, its description the alternative text. The first font named is the one of the window; the others are met on most machines.
pub fn svg(scene: &Scene) -> String {
    let mut out = String::new();
    let (w, h) = (short(scene.width), short(scene.height));
    let lang = match scene.lang {
        Lang::Fr => "fr-CA",
        Lang::En => "en-CA",
    };
    let title = escaped(&scene.title);
    let alt = escaped(&scene.alt);
    let _ = writeln!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" width="{w}" height="{h}" viewBox="0 0 {w} {h}" lang="{lang}" xml:lang="{lang}" role="img" aria-labelledby="title alt" font-family="{FAMILY}, Inter, 'Segoe UI', 'Helvetica Neue', Arial, sans-serif">"#
    );
    let _ = writeln!(out, r#"<title id="title">{title}</title>"#);
    let _ = writeln!(out, r#"<desc id="alt">{alt}</desc>"#);
    for item in &scene.items {
        write_item(&mut out, item);
    }
    out.push_str("</svg>\n");
    out
}

fn write_item(out: &mut String, item: &Item) {
    // Writing to a string cannot fail.
    let _ = match item {
        Item::Box {
            area,
            fill,
            stroke,
            radius,
        } => {
            // SVG centres a line on its edge; ours lies inside.
            let inset = stroke.map_or(0.0, |s| s.width / 2.0);
            let round = match *radius > 0.0 {
                true => format!(r#" rx="{}""#, short(*radius)),
                false => String::new(),
            };
            writeln!(
                out,
                r#"<rect x="{}" y="{}" width="{}" height="{}"{round}{}{}/>"#,
                short(area.left + inset),
                short(area.top + inset),
                short((area.width() - 2.0 * inset).max(0.0)),
                short((area.height() - 2.0 * inset).max(0.0)),
                fill_of(*fill),
                stroke_of(*stroke),
            )
        }
        Item::Line { points, stroke } => {
            let points: Vec<String> = points
                .iter()
                .map(|(x, y)| format!("{},{}", short(*x), short(*y)))
                .collect();
            writeln!(
                out,
                r#"<polyline points="{}" fill="none" stroke-linejoin="round"{}/>"#,
                points.join(" "),
                stroke_of(Some(*stroke))
            )
        }
        Item::Circle {
            centre,
            radius,
            fill,
            stroke,
        } => writeln!(
            out,
            r#"<circle cx="{}" cy="{}" r="{}"{}{}/>"#,
            short(centre.0),
            short(centre.1),
            short(*radius),
            fill_of(*fill),
            stroke_of(*stroke)
        ),
        Item::Ribbon { from, to, fill } => {
            let middle = short((from.0 + to.0) / 2.0);
            let [x0, t0, b0, x1, t1, b1] = [from.0, from.1, from.2, to.0, to.1, to.2].map(short);
            writeln!(
                out,
                r#"<path d="M{x0},{t0}C{middle},{t0} {middle},{t1} {x1},{t1}L{x1},{b1}C{middle},{b1} {middle},{b0} {x0},{b0}Z"{}/>"#,
                fill_of(Some(*fill))
            )
        }
        Item::Text(text) => write_text(out, text),
    };
}

fn write_text(out: &mut String, text: &Text) -> std::fmt::Result {
    let anchor = match text.anchor {
        Anchor::Start => "",
        Anchor::Middle => r#" text-anchor="middle""#,
        Anchor::End => r#" text-anchor="end""#,
    };
    writeln!(
        out,
        r#"<text x="{}" y="{}"{anchor} font-size="{}" font-weight="{}"{} xml:space="preserve">{}</text>"#,
        short(text.x),
        short(text.baseline),
        short(text.font.size),
        number(text.font.weight),
        fill_of(Some(text.ink)),
        escaped(&text.text),
    )
}

fn fill_of(fill: Option<Rgba>) -> String {
    match fill {
        None => r#" fill="none""#.to_owned(),
        Some(ink) => format!(r#" fill="{}"{}"#, ink.hex(), opacity("fill", ink)),
    }
}

fn stroke_of(stroke: Option<Stroke>) -> String {
    let Some(stroke) = stroke else { return String::new() };
    let dash = stroke.dash.map_or_else(String::new, |(dash, gap)| {
        format!(r#" stroke-dasharray="{} {}""#, short(dash), short(gap))
    });
    format!(
        r#" stroke="{}"{} stroke-width="{}"{dash}"#,
        stroke.ink.hex(),
        opacity("stroke", stroke.ink),
        short(stroke.width)
    )
}

fn opacity(of: &str, ink: Rgba) -> String {
    match ink.alpha {
        255 => String::new(),
        alpha => format!(r#" {of}-opacity="{}""#, short(f32::from(alpha) / 255.0)),
    }
}

/// Returns a number with at most three decimals and no zeros at its end.
fn short(value: f32) -> String {
    let text = format!("{value:.3}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

/// Returns a text as XML holds it; what XML cannot hold at all is left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\t' | '\n' | '\r' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped_and_numbers_short() {
        assert_eq!(escaped("A & B <\"C\">\u{0}\n"), "A &amp; B &lt;&quot;C&quot;&gt; ");
        assert_eq!(short(1.0), "1");
        assert_eq!(short(-0.0001), "0");
        assert_eq!(short(12.3456), "12.346");
    }
}
