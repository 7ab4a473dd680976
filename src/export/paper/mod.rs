//! A study as a document of several pages: what the report says, typeset as a tagged PDF.
//!
//! The words come from [`crate::report::paper`], the look from `assets/paper.typ`, the pictures from [`super::chart`]: this room only brings them together.

mod press;

use serde_json::{Value, json};

use self::press::Sheet;
use super::chart::{self, Subject};
use crate::report::chart::{RowWeight, SeriesStyle, TableSpec};
use crate::report::overview::{Card, CardFigure};
use crate::report::palette::tokens;
use crate::report::paper::{Paper, PaperSubject, Piece, paper as written};
use crate::report::pictures::Picture;
use crate::text::messages::{finances as f, paper as m, report as r, ui};

pub use self::press::NotTypeset;

/// The width of the marks of a picture, in points of a slide: letters are then as small as those of the text.
const WIDE: f32 = 1400.0;

/// A document as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Printed {
    /// What the file holds.
    pub bytes: Vec<u8>,
    /// The number of its pages.
    pub pages: usize,
}

/// Typesets the study.
///
/// Fails when the document cannot be composed or written, which would be a fault of the program.
pub fn paper(subject: &PaperSubject<'_>) -> Result<Printed, NotTypeset> {
    let paper = written(subject);
    let mut pictures = Vec::new();
    let data = document(&paper, &mut pictures);
    press::print(Sheet {
        data: serde_json::to_vec(&data).map_err(|e| NotTypeset(e.to_string()))?,
        pictures,
        ident: format!("{}-{}", subject.file.1, subject.lang.code()),
    })
}

/// Returns the document as the template reads it; pictures go where their names say.
fn document(paper: &Paper, pictures: &mut Vec<(String, Vec<u8>)>) -> Value {
    let lang = paper.lang;
    let pieces: Vec<Value> = paper.pieces.iter().map(|p| piece(p, paper, pictures)).collect();
    let colours = tokens().themes.light.colours;
    json!({
        "lang": lang.code(),
        "title": paper.title,
        "kind": paper.kind,
        "description": paper.description,
        "facts": paper.facts,
        "findings": paper.findings,
        "cards": paper.cards.iter().filter_map(card).collect::<Vec<Value>>(),
        "cautions": paper.cautions,
        "pieces": pieces,
        "words": {
            "summary": m::SUMMARY.get(lang),
            "contents": m::CONTENTS.get(lang),
            "page": m::PAGE.get(lang),
            "made": m::MADE_WITH.get(lang),
            "app": ui::APP.get(lang),
            "gross": r::GROSS.get(lang),
            "net": f::NET.get(lang),
        },
        "colours": {
            "text": colours.text.hex(),
            "secondary": colours.text_secondary.hex(),
            "muted": colours.text_muted.hex(),
            "border": colours.border.hex(),
            "strong": colours.border_strong.hex(),
            "accent": colours.accent.hex(),
            "sunken": colours.sunken.hex(),
        },
    })
}

/// Returns a headline figure; nothing where there is none.
fn card(card: &Card) -> Option<Value> {
    let CardFigure {
        gross, has_net, net, ..
    } = card.figure.as_ref().ok()?;
    Some(json!({
        "label": card.label,
        "unit": card.unit,
        "figure": gross,
        "gross": has_net,
        "net": net,
    }))
}

fn piece(piece: &Piece, paper: &Paper, pictures: &mut Vec<(String, Vec<u8>)>) -> Value {
    match piece {
        Piece::Chapter(text) => json!({"is": "chapter", "text": text}),
        Piece::Part(text) => json!({"is": "part", "text": text}),
        Piece::Text(text) => json!({"is": "text", "text": text}),
        Piece::List(items) => {
            let items: Vec<Value> = items
                .iter()
                .map(|i| json!({"text": i.text, "below": i.below}))
                .collect();
            json!({"is": "list", "items": items})
        }
        Piece::Facts(facts) => json!({"is": "facts", "facts": facts}),
        Piece::Figures(spec, note) => json!({"is": "figures", "table": table(spec), "note": note}),
        Piece::Words(spec, widths) => json!({"is": "words", "table": table(spec), "widths": widths}),
        Piece::Picture(picture) => {
            let (finding, subtitle, source, alt) = match &**picture {
                Picture::Chart(s) => (&s.finding, &s.subtitle, &s.source, &s.alt),
                Picture::Flow(s) => (&s.finding, &s.subtitle, &s.source, &s.alt),
            };
            let scene = chart::marks(Subject::of(picture), (WIDE, height(picture)), paper.lang);
            let name = format!("picture-{}.svg", pictures.len() + 1);
            pictures.push((name.clone(), chart::svg(&scene).into_bytes()));
            json!({"is": "picture", "file": name, "finding": finding, "subtitle": subtitle, "source": source, "alt": alt})
        }
    }
}

/// Returns the height of a picture, in the unit of [`WIDE`]: bars have as much as they need, what runs over years a shape of its own.
fn height(picture: &Picture) -> f32 {
    use crate::report::chart::ChartKind;
    match picture {
        Picture::Flow(_) => 500.0,
        Picture::Chart(spec) => {
            let rows = spec.rows.len() as f32;
            match spec.kind {
                ChartKind::StackedBars | ChartKind::RowBars | ChartKind::Waterfall => rows * 42.0 + 90.0,
                ChartKind::Columns | ChartKind::Lines => 340.0,
                ChartKind::SideBySide => rows * 96.0,
                ChartKind::Steps => 400.0,
                ChartKind::StepBars => rows * 36.0 + 50.0,
            }
        }
    }
}

/// Returns a table, each row with how it stands out.
fn table(spec: &TableSpec) -> Value {
    let marks = tokens().themes.light.marks;
    let rows = spec.rows.iter().enumerate().map(|(k, cells)| {
        let style = spec.style(k);
        let weight = match style.weight {
            RowWeight::Plain => "plain",
            RowWeight::Heading => "heading",
            RowWeight::Strong => "strong",
            RowWeight::Total => "total",
        };
        let swatch = style
            .swatch
            .map(|(role, pattern)| json!({"colour": marks.of(role).hex(), "hatched": pattern == SeriesStyle::Hatched}));
        json!({"cells": cells, "weight": weight, "swatch": swatch})
    });
    json!({"title": spec.title, "columns": spec.columns, "rows": rows.collect::<Vec<Value>>(), "alt": spec.alt})
}
