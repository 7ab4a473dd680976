//! Reads a budget pasted from a spreadsheet: rows and columns, with or without headers, in the habits of either language. It changes nothing.

use super::paste_numbers::{Amount, habit, read_amount, read_share, shares_of};
use super::paste_totals::{TotalRow, is_sum_of, is_total};
use crate::data::search::fold;
use crate::problem::{Problem, What};
use crate::text::Lang;

/// The longest text that is read, bytes.
pub const LONGEST: usize = 1_000_000;
/// The most rows that are read.
pub const MOST_ROWS: usize = 500;
/// The longest name or note that is kept, characters.
const LONGEST_NAME: usize = 200;

/// A table pasted, as read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pasted {
    /// The lines of the budget.
    pub rows: Vec<PastedRow>,
    /// Rows that are no line of the budget, and why.
    pub left_out: Vec<LeftOut>,
    /// The unit of bare amounts that a header states, in dollars; nothing where none does.
    pub unit: Option<f64>,
    /// The year of the dollars that a header states.
    pub year: Option<i32>,
    /// Headers of the columns that were not used.
    pub unused: Vec<String>,
    /// The rows that sum others, among those left out.
    pub totals: Vec<TotalRow>,
    /// Everything that could not be read, with its row and column.
    pub problems: Vec<Problem>,
}

/// A line of a pasted budget.
#[derive(Clone, Debug, PartialEq)]
pub struct PastedRow {
    /// Its row in what was pasted, from 1.
    pub row: usize,
    /// Its name.
    pub name: String,
    /// Its amount as written.
    pub written: String,
    /// Its amount as read: dollars where it states its unit, bare otherwise.
    pub amount: f64,
    /// The other way of reading it, where there are two.
    pub other: Option<f64>,
    /// Whether it states its unit.
    pub has_unit: bool,
    /// Its local share, of one.
    pub local: Option<f64>,
    /// The other way of reading its local share, where the column mixes two ways of writing them.
    pub local_other: Option<f64>,
    /// Its local share as written.
    pub local_written: String,
    /// Its industry as written.
    pub industry: String,
    /// Its note.
    pub note: String,
}

/// A row that is no line of the budget.
#[derive(Clone, Debug, PartialEq)]
pub struct LeftOut {
    /// Its row in what was pasted, from 1.
    pub row: usize,
    /// What it says first.
    pub text: String,
    /// Why it is left out.
    pub why: Why,
    /// The amount that it states, where one can be read: as in [`PastedRow`], with whether it states its unit.
    pub amount: Option<(f64, bool)>,
}

/// Why a row is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It names the columns.
    Header,
    /// It sums other rows.
    Total,
    /// It has no amount, as the title of a group of lines.
    NoAmount,
    /// Something in it could not be read; the problems say what.
    Unreadable,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    Name,
    Amount,
    Local,
    Industry,
    Note,
}

/// Reads a pasted text. What cannot be read is in the problems, all of it; where no line at all is found, one of them says so.
///
/// * `is_code`: whether a text is the code of an industry, so that a column of codes is not taken for amounts.
pub fn read(text: &str, lang: Lang, is_code: impl Fn(&str) -> bool) -> Pasted {
    let mut out = Pasted::default();
    if text.len() > LONGEST {
        let (bytes, limit) = (text.len() as u64, LONGEST as u64);
        out.problems.push(Problem::new("", What::TooLarge { bytes, limit }));
        return out;
    }
    let table = cells(text);
    let rows: Vec<(usize, Vec<String>)> = table
        .into_iter()
        .enumerate()
        .map(|(k, row)| (k + 1, row))
        .filter(|(_, row)| row.iter().any(|c| !c.is_empty()))
        .collect();
    if rows.len() > MOST_ROWS {
        let (found, limit) = (rows.len(), MOST_ROWS);
        out.problems.push(Problem::new("", What::TooManyRows { found, limit }));
        return out;
    }
    let (columns, headed) = columns_of(&rows, lang, &is_code);
    let table_head: &[String] = rows.first().map_or(&[], |(_, row)| row);
    let mut rows = rows.as_slice();
    if headed && let Some(((at, head), rest)) = rows.split_first() {
        read_header(head, &columns, &mut out);
        out.left_out.push(LeftOut {
            row: *at,
            text: shortened(head.iter().find(|c| !c.is_empty()).map_or("", String::as_str)),
            why: Why::Header,
            amount: None,
        });
        rows = rest;
    }
    // Columns without a header that are not used are told by their number.
    for (k, _) in columns.iter().enumerate().filter(|(_, c)| c.is_none()) {
        let said = |row: &[String]| row.get(k).is_some_and(|c| !c.is_empty());
        let named = headed && table_head.get(k).is_some_and(|c| !c.is_empty());
        if !named && rows.iter().any(|(_, row)| said(row)) {
            out.unused.push((k + 1).to_string());
        }
    }
    let cell = |row: &[String], wanted: Column| -> String {
        let at = columns.iter().position(|c| *c == Some(wanted));
        at.and_then(|at| row.get(at)).cloned().unwrap_or_default()
    };
    let at = |wanted: Column| columns.iter().position(|c| *c == Some(wanted)).map_or(0, |at| at + 1);
    let habit = habit(rows.iter().map(|(_, row)| cell(row, Column::Amount)));
    let shares: Vec<String> = rows.iter().map(|(_, row)| cell(row, Column::Local)).collect();
    let written_as = shares_of(&shares, lang);
    for (n, row) in rows {
        let name = shortened(&cell(row, Column::Name));
        let written = cell(row, Column::Amount);
        let read = read_amount(&written, lang, habit);
        let leave = |why| LeftOut {
            row: *n,
            text: if name.is_empty() {
                shortened(&written)
            } else {
                name.clone()
            },
            why,
            amount: match read {
                Amount::Read { value, has_unit, .. } => Some((value, has_unit)),
                _ => None,
            },
        };
        let mut wrong = Vec::new();
        // A sum may bear no name at all.
        let unnamed = name.is_empty() && is_sum_of(&read, &out.rows);
        if is_total(&name) || unnamed {
            if let Amount::Read { value, other, has_unit } = read {
                out.totals.push(TotalRow {
                    row: *n,
                    name: leave(Why::Total).text,
                    amount: value,
                    other,
                    has_unit,
                    after: out.rows.len(),
                });
            }
            out.left_out.push(leave(Why::Total));
            continue;
        }
        let amount = match read {
            Amount::None => {
                out.left_out.push(leave(Why::NoAmount));
                continue;
            }
            Amount::Wrong => {
                let text = shortened(&written);
                wrong.push(Problem::new(
                    place(*n, at(Column::Amount), "amount"),
                    What::NotANumber { text },
                ));
                None
            }
            Amount::Read { value, .. } if value < 0.0 => {
                wrong.push(Problem::new(
                    place(*n, at(Column::Amount), "amount"),
                    What::Negative { value },
                ));
                None
            }
            Amount::Read { value, other, has_unit } => Some((value, other.filter(|v| *v >= 0.0), has_unit)),
        };
        let share = cell(row, Column::Local);
        let local = match read_share(&share, lang, written_as) {
            Ok(local) => local,
            Err(what) => {
                wrong.push(Problem::new(place(*n, at(Column::Local), "local_share"), what));
                None
            }
        };
        match amount.filter(|_| wrong.is_empty()) {
            Some((amount, other, has_unit)) => out.rows.push(PastedRow {
                row: *n,
                name,
                written,
                amount,
                other,
                has_unit,
                local: local.map(|l| l.value),
                local_other: local.and_then(|l| l.other),
                local_written: shortened(&share),
                industry: shortened(&cell(row, Column::Industry)),
                note: shortened(&cell(row, Column::Note)),
            }),
            None => out.left_out.push(leave(Why::Unreadable)),
        }
        out.problems.extend(wrong);
    }
    if out.rows.is_empty() {
        out.problems.push(Problem::new("", What::NoBudget));
    }
    out
}

fn place(row: usize, column: usize, field: &str) -> String {
    format!("rows[{row}].columns[{column}].{field}")
}

/// Cuts a text that nobody would write in a cell.
pub(super) fn shortened(text: &str) -> String {
    if text.chars().count() <= LONGEST_NAME {
        return text.to_owned();
    }
    let cut: String = text.chars().take(LONGEST_NAME - 1).collect();
    format!("{cut}…")
}

// ---------------------------------------------------------------------------------------------------------------------------------------------
// Rows and columns

/// Splits a text into rows of cells at tabs; at semicolons where there is no tab; at commas only where the first row names the columns so.
fn cells(text: &str) -> Vec<Vec<String>> {
    let text = text.trim_start_matches('\u{feff}');
    let separator = if text.contains('\t') {
        '\t'
    } else if text.contains(';') {
        ';'
    } else if commas_part(text) {
        ','
    } else {
        '\t'
    };
    let quoted = split(text, separator, true).or_else(|| split(text, separator, false));
    quoted.unwrap_or_default()
}

/// Returns whether the first row is a header whose names stand between commas.
fn commas_part(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    let names: Vec<Option<Column>> = first.split(',').map(header).collect();
    let known = |wanted| names.contains(&Some(wanted));
    known(Column::Amount) && known(Column::Name)
}

/// Splits rows and cells; nothing where a quoted cell never ends.
///
/// * `quotes`: whether a cell that begins with `"` goes on to the next lone `"`, as spreadsheets write cells that hold line ends.
fn split(text: &str, separator: char, quotes: bool) -> Option<Vec<Vec<String>>> {
    let (mut rows, mut row, mut cell) = (Vec::new(), Vec::new(), String::new());
    let mut inside = false;
    let mut letters = text.chars().peekable();
    while let Some(c) = letters.next() {
        match c {
            '"' if inside && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if inside => inside = false,
            _ if inside => cell.push(c),
            '"' if quotes && cell.trim().is_empty() => {
                cell.clear();
                inside = true;
            }
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' => {
                row.push(clean(&cell));
                cell.clear();
                rows.push(std::mem::take(&mut row));
            }
            c if c == separator => {
                row.push(clean(&cell));
                cell.clear();
            }
            c => cell.push(c),
        }
    }
    if inside {
        return None;
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(clean(&cell));
        rows.push(row);
    }
    Some(rows)
}

/// Returns a cell on one line, without spaces around it nor characters that do not show.
fn clean(cell: &str) -> String {
    let shown: String = cell
        .chars()
        .map(|c| {
            if c.is_control() || c.is_whitespace() && c != '\u{a0}' && c != '\u{202f}' {
                ' '
            } else {
                c
            }
        })
        .filter(
            |c| !matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}'),
        )
        .collect();
    shown.trim().to_owned()
}

/// Returns what a header says its column holds.
fn header(text: &str) -> Option<Column> {
    let folded = fold(text);
    let begins = |words: &[&str]| {
        let mut said = folded.split(|c: char| !c.is_alphanumeric() && c != '$' && c != '%');
        said.any(|t| {
            words
                .iter()
                .any(|w| if w.len() < 5 { t == *w } else { t.starts_with(w) })
        })
    };
    if begins(&["local", "locale", "locaux", "regional", "part", "share", "%"]) {
        return Some(Column::Local);
    }
    if begins(&["indus", "scian", "naics", "code", "secteur", "sector"]) {
        return Some(Column::Industry);
    }
    if begins(&["note", "notes", "remar", "comme", "source", "sources"]) {
        return Some(Column::Note);
    }
    if begins(&[
        "montant", "amount", "cout", "couts", "cost", "costs", "depense", "spending", "valeur", "value", "budget",
        "prix", "price", "total", "somme", "achats", "$", "m$", "k$",
    ]) {
        return Some(Column::Amount);
    }
    let names = [
        "poste", "postes", "nom", "name", "item", "items", "ligne", "line", "lines", "descri", "libelle", "rubrique",
        "categ", "fourni", "suppli", "produit", "product", "achat", "purchase",
    ];
    begins(&names).then_some(Column::Name)
}

/// Returns what each column holds, and whether the first row names them.
fn columns_of(
    rows: &[(usize, Vec<String>)],
    lang: Lang,
    is_code: &impl Fn(&str) -> bool,
) -> (Vec<Option<Column>>, bool) {
    let width = rows.iter().map(|(_, row)| row.len()).max().unwrap_or(0);
    let mut columns: Vec<Option<Column>> = vec![None; width];
    let is_number = |text: &str| matches!(read_amount(text, lang, None), Amount::Read { .. });
    let first: &[String] = rows.first().map_or(&[], |(_, row)| row);
    let named: Vec<Option<Column>> = first.iter().map(|c| header(c)).collect();
    // A first row without any number, above rows that have some, names the columns even in words that are not known.
    let numbers_below = rows.iter().skip(1).any(|(_, row)| row.iter().any(|c| is_number(c)));
    let is_year = |c: &str| c.len() == 4 && c.parse().is_ok_and(|y: i32| (1900..=2200).contains(&y));
    let words_only = !first
        .iter()
        .any(|c| is_number(c) && !(is_year(c) && named.iter().any(Option::is_some)));
    let headed = rows.len() > 1 && numbers_below && words_only && first.iter().filter(|c| !c.is_empty()).count() > 1;
    if headed {
        for (k, name) in named.into_iter().enumerate() {
            if name.is_some() && !columns.contains(&name) {
                columns[k] = name;
            }
        }
    }
    let body = if headed { &rows[1..] } else { rows };
    let column = |k: usize| {
        body.iter()
            .filter_map(move |(_, row)| row.get(k))
            .filter(|c| !c.is_empty())
    };
    let most = |k: usize, test: &dyn Fn(&str) -> bool| {
        let all = column(k).count();
        all > 0 && 2 * column(k).filter(|c| test(c)).count() > all
    };
    let is_share = |c: &str| c.ends_with('%') && is_number(c.trim_end_matches('%'));
    let mut find = |wanted: Column, test: &dyn Fn(&str) -> bool| {
        if !columns.contains(&Some(wanted)) {
            let at = (0..width).find(|k| columns.get(*k) == Some(&None) && most(*k, test));
            if let Some(c) = at.and_then(|k| columns.get_mut(k)) {
                *c = Some(wanted);
            }
        }
    };
    find(Column::Local, &is_share);
    let amounts_at: Vec<usize> = (0..width).filter(|k| most(*k, &is_number)).collect();
    // Codes such as 22 and 23 are numbers too: they are codes only where another column has the amounts.
    if amounts_at.len() != 1 {
        find(Column::Industry, &|c| is_code(c));
    } else {
        find(Column::Industry, &|c| is_code(c) && !is_number(c));
    }
    find(Column::Amount, &|c| is_number(c) && !is_share(c));
    find(Column::Name, &|c| !is_number(c));
    find(Column::Note, &|c| !is_number(c));
    // A table of one column of amounts has no names; one without any majority of numbers keeps the last column, so that its problems show.
    if !columns.contains(&Some(Column::Amount)) && width > 1 {
        let last = (0..width).rev().find(|k| columns.get(*k) == Some(&None));
        if let Some(c) = last.or(Some(width - 1)).and_then(|k| columns.get_mut(k)) {
            *c = Some(Column::Amount);
        }
    }
    (columns, headed)
}

/// Reads what headers say of amounts, their unit and the year of their dollars, and which columns were not used.
fn read_header(head: &[String], columns: &[Option<Column>], out: &mut Pasted) {
    for (k, text) in head.iter().enumerate() {
        match columns.get(k).copied().flatten() {
            Some(Column::Amount) => {
                out.unit = stated_unit(text);
                out.year = text
                    .split(|c: char| !c.is_ascii_digit())
                    .filter(|t| t.len() == 4)
                    .filter_map(|t| t.parse().ok())
                    .find(|year| (1900..=2200).contains(year));
            }
            None if !text.is_empty() => out.unused.push(shortened(text)),
            _ => {}
        }
    }
}

/// Returns the unit that a header states, in dollars.
fn stated_unit(header: &str) -> Option<f64> {
    let folded = fold(header);
    let mut said = folded
        .split(|c: char| !c.is_alphanumeric() && c != '$')
        .filter(|t| !t.is_empty());
    said.find_map(|t| match t {
        "m$" | "$m" | "million" | "millions" | "mcad" => Some(1e6),
        "k$" | "$k" | "millier" | "milliers" | "thousand" | "thousands" | "000$" | "$000" | "kcad" => Some(1e3),
        "$" | "dollar" | "dollars" | "cad" => Some(1.0),
        _ => None,
    })
}
