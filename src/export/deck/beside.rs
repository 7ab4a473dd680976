//! Scenarios side by side, as a table that can be edited.

use super::super::chart::scene::Area;
use super::ink::{Ink, palette};
use super::shape::{Canvas, Cell};
use super::words::{Style, one};
use crate::report::chart::{ChartSpec, Row};
use crate::report::compare::letter;
use crate::text::Lang;
use crate::text::messages::{compare as c, deck as m};
use crate::text::number::MINUS;

/// Writes scenarios side by side as a table: gross, then net and the difference under it.
pub(super) fn compared(canvas: &mut Canvas, spec: &ChartSpec, area: Area, lang: Lang) {
    /// Series of one scenario: gross, net, difference.
    const PARTS: usize = 3;
    let count = spec.series.len() / PARTS;
    let Some((heads, rows)) = spec.rows.split_first().filter(|_| count > 0) else {
        return;
    };
    let first = 430.0;
    let wide = (area.width() - first) / count as f32;
    let mut columns = vec![first];
    columns.extend(vec![wide; count]);
    let text = |row: &Row, k: usize| row.value_labels.get(k).cloned().unwrap_or_default();
    let room = wide - 12.0;
    let mut head = vec![Cell {
        paragraphs: one("", Style::new(22.0, Ink::TEXT)),
        tail: None,
        strong: true,
    }];
    for k in 0..count {
        let name = format!("{}\u{a0}\u{a0}{}", letter(k), text(heads, PARTS * k));
        let (style, name) = Style::new(24.0, Ink::TEXT)
            .bold()
            .fitted(&name, room, &[24.0, 21.0, 18.0], 2);
        head.push(Cell {
            paragraphs: one(name, style),
            tail: None,
            strong: true,
        });
    }
    let high = (area.height() - 84.0) / rows.len().max(1) as f32;
    let high = high.min(104.0);
    let mut all = vec![(76.0, head)];
    for row in rows {
        let (name, unit) = row.label.split_once('\n').unwrap_or((&row.label, ""));
        let (bold, name) = Style::new(24.0, Ink::TEXT)
            .bold()
            .fitted(name, first - 12.0, &[24.0, 21.0, 18.0], 1);
        let (plain, unit) = Style::new(19.0, Ink::muted()).fitted(unit, first - 12.0, &[19.0, 17.0, 15.0], 1);
        let mut cells = vec![Cell {
            paragraphs: vec![(name, bold), (unit, plain)],
            tail: None,
            strong: false,
        }];
        for k in 0..count {
            let (gross, net, change) = (text(row, PARTS * k), text(row, PARTS * k + 1), text(row, PARTS * k + 2));
            let (bold, gross) = Style::new(30.0, Ink::TEXT)
                .bold()
                .fitted(&gross, room, &[30.0, 24.0, 20.0], 1);
            let net = match net.as_str() {
                "" => String::new(),
                net => c::NET_OF.fill(lang, &[("value", net)]),
            };
            let ink = match change.chars().next() {
                Some('+') => Ink::Own(palette().colours.positive),
                Some(MINUS) => Ink::Own(palette().colours.negative),
                _ => Ink::SECOND,
            };
            let apart = if net.is_empty() { "" } else { "\u{a0}\u{a0}" };
            let (plain, _) =
                Style::new(20.0, Ink::SECOND).fitted(&format!("{net}{apart}{change}"), room, &[20.0, 18.0], 1);
            cells.push(Cell {
                paragraphs: vec![(gross, bold), (net, plain)],
                tail: Some((format!("{apart}{change}"), Style { ink, ..plain }.bold())).filter(|_| !change.is_empty()),
                strong: false,
            });
        }
        all.push((high, cells));
    }
    let used: f32 = all.iter().map(|(high, _)| high).sum();
    let place = Area::new(area.left, area.top, area.right, area.top + used);
    canvas.table(
        m::SHAPE_TABLE.get(lang),
        m::COMPARE_ALT.get(lang),
        place,
        &columns,
        &all,
    );
}
