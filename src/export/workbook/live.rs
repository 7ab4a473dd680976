//! Formulas that carry their result: each is built together with its value, so that none is written without it and the two cannot part.

use std::ops::{Add, Div, Mul, Sub};

use rust_xlsxwriter::utility::{cell_range_absolute, row_col_to_cell_absolute};

/// How tightly the outermost operator of a formula binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Binding {
    Sum,
    Product,
    Atom,
}

/// A formula without its equals sign, in the English of the file format, and its result.
#[derive(Clone, Debug)]
pub(super) struct Live {
    pub(super) text: String,
    pub(super) value: f64,
    binding: Binding,
}

/// A condition and whether it holds.
#[derive(Clone, Debug)]
pub(super) struct Cond {
    text: String,
    pub(super) holds: bool,
}

/// A formula whose result is a text.
#[derive(Clone, Debug)]
pub(super) struct LiveText {
    pub(super) text: String,
    pub(super) value: String,
}

/// Wraps a number.
pub(super) fn num(value: f64) -> Live {
    Live {
        text: if value < 0.0 {
            format!("({value})")
        } else {
            format!("{value}")
        },
        value,
        binding: Binding::Atom,
    }
}

/// Wraps a formula that binds as a call or a reference does.
pub(super) fn atom(text: impl Into<String>, value: f64) -> Live {
    Live {
        text: text.into(),
        value,
        binding: Binding::Atom,
    }
}

impl From<f64> for Live {
    fn from(value: f64) -> Self {
        num(value)
    }
}

impl From<&Live> for Live {
    fn from(live: &Live) -> Self {
        live.clone()
    }
}

fn joined(left: Live, sign: char, right: Live, value: f64) -> Live {
    let own = if matches!(sign, '+' | '-') {
        Binding::Sum
    } else {
        Binding::Product
    };
    // What stands right of a minus or a slash must bind tighter than it.
    let wrap = |live: &Live, tight: bool| {
        if live.binding < own || (tight && live.binding == own) {
            format!("({})", live.text)
        } else {
            live.text.clone()
        }
    };
    let text = format!(
        "{}{sign}{}",
        wrap(&left, false),
        wrap(&right, matches!(sign, '-' | '/'))
    );
    Live {
        text,
        value,
        binding: own,
    }
}

macro_rules! operator {
    ($name:ident, $method:ident, $sign:literal) => {
        impl<R: Into<Live>> $name<R> for Live {
            type Output = Live;
            fn $method(self, right: R) -> Live {
                let right = right.into();
                let value = $name::$method(self.value, right.value);
                joined(self, $sign, right, value)
            }
        }
        impl<R: Into<Live>> $name<R> for &Live {
            type Output = Live;
            fn $method(self, right: R) -> Live {
                $name::$method(self.clone(), right)
            }
        }
    };
}

operator!(Add, add, '+');
operator!(Sub, sub, '-');
operator!(Mul, mul, '*');
operator!(Div, div, '/');

impl Live {
    fn compared(&self, sign: &str, right: impl Into<Live>, holds: fn(&f64, &f64) -> bool) -> Cond {
        let right = right.into();
        Cond {
            text: format!("{}{sign}{}", self.text, right.text),
            holds: holds(&self.value, &right.value),
        }
    }

    /// Whether it is above another.
    pub(super) fn above(&self, right: impl Into<Live>) -> Cond {
        self.compared(">", right, f64::gt)
    }

    /// Whether it is at most another.
    pub(super) fn at_most(&self, right: impl Into<Live>) -> Cond {
        self.compared("<=", right, f64::le)
    }

    /// Whether it is at least another.
    pub(super) fn at_least(&self, right: impl Into<Live>) -> Cond {
        self.compared(">=", right, f64::ge)
    }

    /// Its size without its sign.
    pub(super) fn size(&self) -> Live {
        atom(format!("ABS({})", self.text), self.value.abs())
    }
}

impl Cond {
    /// A condition written by hand.
    pub(super) fn new(text: impl Into<String>, holds: bool) -> Self {
        Self {
            text: text.into(),
            holds,
        }
    }

    /// Both conditions.
    pub(super) fn and(&self, other: &Cond) -> Cond {
        Cond::new(format!("AND({},{})", self.text, other.text), self.holds && other.holds)
    }

    /// Either condition.
    pub(super) fn or(&self, other: &Cond) -> Cond {
        Cond::new(format!("OR({},{})", self.text, other.text), self.holds || other.holds)
    }

    /// The condition turned round.
    pub(super) fn not(&self) -> Cond {
        Cond::new(format!("NOT({})", self.text), !self.holds)
    }

    /// One formula or another.
    pub(super) fn choose(&self, yes: impl Into<Live>, no: impl Into<Live>) -> Live {
        let (yes, no) = (yes.into(), no.into());
        let value = if self.holds { yes.value } else { no.value };
        atom(format!("IF({},{},{})", self.text, yes.text, no.text), value)
    }

    /// One text or another.
    pub(super) fn words(&self, yes: &LiveText, no: &LiveText) -> LiveText {
        LiveText {
            text: format!("IF({},{},{})", self.text, yes.text, no.text),
            value: if self.holds { &yes.value } else { &no.value }.clone(),
        }
    }
}

impl LiveText {
    /// A text as it stands.
    pub(super) fn plain(text: &str) -> Self {
        Self {
            text: format!("\"{}\"", text.replace('"', "\"\"")),
            value: text.to_owned(),
        }
    }
}

/// The smaller of two.
pub(super) fn least(a: impl Into<Live>, b: impl Into<Live>) -> Live {
    let (a, b) = (a.into(), b.into());
    atom(format!("MIN({},{})", a.text, b.text), a.value.min(b.value))
}

/// The larger of two.
pub(super) fn most(a: impl Into<Live>, b: impl Into<Live>) -> Live {
    let (a, b) = (a.into(), b.into());
    atom(format!("MAX({},{})", a.text, b.text), a.value.max(b.value))
}

/// A block of cells with their values, by rows.
#[derive(Clone, Debug)]
pub(super) struct Range {
    /// The sheet, quoted, with its exclamation mark.
    prefix: String,
    row: u32,
    column: u16,
    rows: usize,
    columns: usize,
    values: Vec<f64>,
}

impl Range {
    pub(super) fn new(
        prefix: &str,
        (row, column): (u32, u16),
        (rows, columns): (usize, usize),
        values: Vec<f64>,
    ) -> Self {
        debug_assert_eq!(values.len(), rows * columns);
        Self {
            prefix: prefix.to_owned(),
            row,
            column,
            rows,
            columns,
            values,
        }
    }

    /// Its address.
    pub(super) fn text(&self) -> String {
        let (last_row, last_column) = (
            self.row + self.rows.max(1) as u32 - 1,
            self.column + self.columns.max(1) as u16 - 1,
        );
        let cells = if (self.rows, self.columns) == (1, 1) {
            row_col_to_cell_absolute(self.row, self.column)
        } else {
            cell_range_absolute(self.row, self.column, last_row, last_column)
        };
        format!("{}{cells}", self.prefix)
    }

    /// Its values, by rows.
    pub(super) fn values(&self) -> &[f64] {
        &self.values
    }

    pub(super) fn rows(&self) -> usize {
        self.rows
    }

    /// Its first row and column on the sheet, counted from one.
    pub(super) fn corner(&self) -> (u32, u16) {
        (self.row + 1, self.column + 1)
    }

    /// One cell.
    pub(super) fn cell(&self, row: usize, column: usize) -> Live {
        let one = self.part(row, 1, column, 1);
        atom(one.text(), one.values.first().copied().unwrap_or(0.0))
    }

    /// Some of its rows.
    pub(super) fn slice(&self, rows: std::ops::Range<usize>) -> Range {
        self.part(rows.start, rows.len(), 0, self.columns)
    }

    /// One of its columns.
    pub(super) fn column(&self, column: usize) -> Range {
        self.part(0, self.rows, column, 1)
    }

    fn part(&self, row: usize, rows: usize, column: usize, columns: usize) -> Range {
        let values = (row..row + rows)
            .flat_map(|i| (column..column + columns).map(move |j| (i, j)))
            .map(|(i, j)| self.values.get(i * self.columns + j).copied().unwrap_or(0.0))
            .collect();
        let corner = (self.row + row as u32, self.column + column as u16);
        Range::new(&self.prefix, corner, (rows, columns), values)
    }

    /// The sum of its cells.
    pub(super) fn sum(&self) -> Live {
        atom(format!("SUM({})", self.text()), self.values.iter().sum())
    }

    /// The mean of its cells.
    pub(super) fn mean(&self) -> Live {
        let mean = self.values.iter().sum::<f64>() / self.values.len().max(1) as f64;
        atom(format!("AVERAGE({})", self.text()), mean)
    }

    /// The matrix product with another range, one value per cell of the result, by rows.
    pub(super) fn times(&self, other: &Range) -> Vec<f64> {
        let mut out = vec![0.0; self.rows * other.columns];
        for i in 0..self.rows {
            let row = &self.values[i * self.columns..(i + 1) * self.columns];
            for (a, line) in row.iter().zip(other.values.chunks_exact(other.columns.max(1))) {
                let cells = out[i * other.columns..(i + 1) * other.columns].iter_mut();
                for (cell, b) in cells.zip(line) {
                    *cell += a * b;
                }
            }
        }
        out
    }
}

/// The sum over cells of the product of several ranges of one shape.
pub(super) fn sumproduct(ranges: &[&Range]) -> Live {
    let cells = ranges.first().map_or(0, |r| r.values.len());
    let product = |k: usize| -> f64 { ranges.iter().map(|r| r.values.get(k).copied().unwrap_or(0.0)).product() };
    let texts: Vec<String> = ranges.iter().map(|r| r.text()).collect();
    atom(
        format!("SUMPRODUCT({})", texts.join(",")),
        (0..cells).map(product).sum(),
    )
}

/// The sum of several formulas.
pub(super) fn total(parts: impl IntoIterator<Item = Live>) -> Live {
    parts.into_iter().reduce(|a, b| a + b).unwrap_or_else(|| num(0.0))
}
