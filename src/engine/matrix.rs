//! A dense matrix of plain numbers, stored by rows, and the few operations the engine needs on it.

use faer::Mat;

/// A dense matrix stored by rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    rows: usize,
    columns: usize,
    cells: Vec<f64>,
}

impl Matrix {
    /// Makes a matrix of zeros.
    pub fn zeros(rows: usize, columns: usize) -> Self {
        Self {
            rows,
            columns,
            cells: vec![0.0; rows * columns],
        }
    }

    /// Makes a matrix from its rows, or nothing when they differ in length.
    pub fn from_rows(rows: &[Vec<f64>]) -> Option<Self> {
        let columns = rows.first().map_or(0, Vec::len);
        if rows.iter().any(|r| r.len() != columns) {
            return None;
        }
        Some(Self {
            rows: rows.len(),
            columns,
            cells: rows.iter().flatten().copied().collect(),
        })
    }

    /// Returns the number of rows.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// Returns the number of columns.
    pub fn columns(&self) -> usize {
        self.columns
    }

    /// Returns one row.
    pub fn row(&self, i: usize) -> &[f64] {
        &self.cells[i * self.columns..(i + 1) * self.columns]
    }

    /// Iterates over the cells of one column.
    pub fn column(&self, j: usize) -> impl Iterator<Item = f64> + '_ {
        (0..self.rows).map(move |i| self[(i, j)])
    }

    /// Returns the product with a vector as long as the matrix is wide.
    pub fn times(&self, x: &[f64]) -> Vec<f64> {
        (0..self.rows)
            .map(|i| self.row(i).iter().zip(x).map(|(a, b)| a * b).sum())
            .collect()
    }

    /// Returns the sum of one column.
    pub fn column_sum(&self, j: usize) -> f64 {
        self.column(j).sum()
    }

    /// Returns `I − A`, with rows and columns of the identity added up to `size`.
    pub(crate) fn identity_minus(&self, size: usize) -> Mat<f64> {
        Mat::from_fn(size, size, |i, j| {
            let a = if i < self.rows && j < self.columns {
                self[(i, j)]
            } else {
                0.0
            };
            f64::from(u8::from(i == j)) - a
        })
    }
}

impl std::ops::Index<(usize, usize)> for Matrix {
    type Output = f64;
    fn index(&self, (i, j): (usize, usize)) -> &f64 {
        &self.cells[i * self.columns + j]
    }
}

impl std::ops::IndexMut<(usize, usize)> for Matrix {
    fn index_mut(&mut self, (i, j): (usize, usize)) -> &mut f64 {
        &mut self.cells[i * self.columns + j]
    }
}
