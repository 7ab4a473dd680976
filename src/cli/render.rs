//! Draws blocks of text and tables in a terminal of a hundred columns.

use crate::report::chart::TableSpec;
use crate::report::full::{Block, Item};

/// Columns of the terminal that an answer fits in.
pub const WIDTH: usize = 100;
/// The widest header of a column of figures; longer ones take several lines.
const HEADER: usize = 13;
/// Spaces between columns.
const GAP: usize = 2;
/// The narrowest that a column of names becomes.
const NARROWEST: usize = 16;

/// Draws blocks one below the other.
pub fn draw(blocks: &[Block]) -> String {
    let mut out = String::new();
    for (k, block) in blocks.iter().enumerate() {
        if k > 0 {
            out.push('\n');
        }
        match block {
            Block::Title(text) => underlined(&mut out, text, '═'),
            Block::Heading(text) => underlined(&mut out, text, '─'),
            Block::Paragraph(text) => lines(&mut out, text, 0, 0),
            Block::List(items) => items.iter().for_each(|item| list_item(&mut out, item)),
            Block::Table(table) => draw_table(&mut out, table),
        }
    }
    out
}

/// Breaks a text into lines of at most `width` characters, at spaces; no-break spaces hold.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    let mut out = vec![String::new()];
    for (k, paragraph) in text.split('\n').enumerate() {
        if k > 0 {
            out.push(String::new());
        }
        for word in paragraph.split(' ') {
            let Some(line) = out.last_mut() else { continue };
            if line.is_empty() {
                line.push_str(word);
            } else if length(line) + 1 + length(word) <= width {
                line.push(' ');
                line.push_str(word);
            } else {
                out.push(word.to_owned());
            }
        }
    }
    out
}

fn underlined(out: &mut String, text: &str, line: char) {
    let mut widest = 0;
    for part in wrap(text, WIDTH) {
        widest = widest.max(length(&part));
        push_line(out, &part);
    }
    push_line(out, &line.to_string().repeat(widest));
}

fn list_item(out: &mut String, item: &Item) {
    for (k, line) in wrap(&item.text, WIDTH - 2).iter().enumerate() {
        push_line(out, &format!("{} {line}", if k == 0 { '•' } else { ' ' }));
    }
    for text in &item.below {
        lines(out, text, 4, 4);
    }
}

fn lines(out: &mut String, text: &str, first: usize, rest: usize) {
    for (k, line) in wrap(text, WIDTH - first.max(rest)).iter().enumerate() {
        push_line(out, &format!("{}{line}", " ".repeat(if k == 0 { first } else { rest })));
    }
}

fn draw_table(out: &mut String, table: &TableSpec) {
    for line in wrap(&table.title, WIDTH) {
        push_line(out, &line);
    }
    let headers: Vec<Vec<String>> = table
        .columns
        .iter()
        .enumerate()
        .map(|(c, h)| if c == 0 { vec![h.clone()] } else { header_lines(h) })
        .collect();
    let columns = headers.len();
    let mut widths: Vec<usize> = (0..columns)
        .map(|c| {
            let head = headers.get(c).into_iter().flatten().map(|l| length(l));
            let cells = table.rows.iter().filter_map(|r| r.get(c)).map(|t| length(t));
            head.chain(cells).max().unwrap_or(0)
        })
        .collect();
    let total: usize = widths.iter().sum::<usize>() + GAP * columns.saturating_sub(1);
    // Only names give way, the widest first: a figure cut short would be another figure.
    let names = (0..columns).filter(|c| *c == 0 || !is_figures(table, *c));
    let widest = names.max_by_key(|c| widths.get(*c).copied());
    if let Some(width) = widest.and_then(|c| widths.get_mut(c)) {
        let over = total.saturating_sub(WIDTH);
        *width = (*width).min(width.saturating_sub(over).max(NARROWEST));
    }
    let height = headers.iter().map(Vec::len).max().unwrap_or(0);
    for level in 0..height {
        // Headers of one line stand at the bottom, next to the figures.
        let cells: Vec<&str> = headers
            .iter()
            .map(|h| {
                (level + h.len())
                    .checked_sub(height)
                    .and_then(|k| h.get(k))
                    .map_or("", String::as_str)
            })
            .collect();
        push_line(out, &row(&cells, &widths, table));
    }
    let total: usize = widths.iter().sum::<usize>() + GAP * columns.saturating_sub(1);
    push_line(out, &"─".repeat(total));
    for cells in &table.rows {
        let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
        push_line(out, &row(&cells, &widths, table));
    }
}

/// Draws one row: names and texts to the left, figures to the right.
fn row(cells: &[&str], widths: &[usize], table: &TableSpec) -> String {
    let mut out = String::new();
    for (c, (cell, width)) in cells.iter().zip(widths).enumerate() {
        if c > 0 {
            out.push_str(&" ".repeat(GAP));
        }
        let cell = cut(cell, *width);
        let space = " ".repeat(width.saturating_sub(length(&cell)));
        if c == 0 || !is_figures(table, c) {
            out.push_str(&cell);
            out.push_str(&space);
        } else {
            out.push_str(&space);
            out.push_str(&cell);
        }
    }
    out
}

/// Returns whether a column holds figures: every cell of it is empty, a dash or begins like a number.
fn is_figures(table: &TableSpec, column: usize) -> bool {
    table.rows.iter().filter_map(|r| r.get(column)).all(|cell| {
        let first = cell.trim_start_matches(['-', '\u{2212}', '+', '$', '–']).chars().next();
        first.is_none_or(|c| c.is_ascii_digit()) && !cell.contains(char::is_alphabetic)
    })
}

/// Breaks a header at spaces, and after hyphens and dashes where a word alone is too long.
fn header_lines(header: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    for line in wrap(header, HEADER) {
        let mut part = String::new();
        for piece in line.split_inclusive(['-', '–']) {
            if !part.is_empty() && length(&part) + length(piece) > HEADER {
                out.push(std::mem::take(&mut part));
            }
            part.push_str(piece);
        }
        out.push(part);
    }
    out
}

fn cut(text: &str, width: usize) -> String {
    if length(text) <= width {
        return text.to_owned();
    }
    let kept: String = text.chars().take(width.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

fn length(text: &str) -> usize {
    text.chars().count()
}

fn push_line(out: &mut String, line: &str) {
    out.push_str(line.trim_end_matches(' '));
    out.push('\n');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_wrap_and_no_break_spaces_hold() {
        assert_eq!(wrap("un deux trois", 8), ["un deux", "trois"]);
        assert_eq!(wrap("vaut 12,5\u{a0}M$", 8), ["vaut", "12,5\u{a0}M$"]);
        assert_eq!(wrap("", 8), [""]);
    }

    #[test]
    fn tables_fit_and_align() {
        let table = TableSpec {
            title: "Title".into(),
            columns: vec![String::new(), "Jobs, rest of Québec".into()],
            rows: vec![
                vec!["A name that is long ".repeat(8), "1,234".into()],
                vec!["B".into(), "–".into()],
            ],
            alt: String::new(),
            ..TableSpec::default()
        };
        let text = draw(&[Block::Table(table)]);
        assert!(text.lines().all(|l| l.chars().count() <= WIDTH), "{text}");
        assert!(text.lines().any(|l| l.ends_with("1,234")), "{text}");
    }
}
