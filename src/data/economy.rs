//! An economy: an account with its labels and sources, read from a file of either shape.

use super::files::{EconomyFile, IndustryEntry, RegionEntry, Source, SupplyEntry};
use super::parse;
use crate::engine::account::Account;
use crate::engine::matrix::Matrix;
use crate::engine::tables::{FlowTable, TradeTable};
use crate::ids::{IndustryCode, Local, RegionCode};
use crate::problem::{Problem, What};

/// An account with its labels and sources.
#[derive(Clone, Debug)]
pub struct Economy {
    /// Name in scenario files.
    pub id: String,
    /// Name for people.
    pub label: Local,
    /// Year of the table and of its dollars.
    pub data_year: i32,
    /// Where it comes from.
    pub sources: Vec<Source>,
    /// The industries, in the order of the account.
    pub industries: Vec<IndustryEntry>,
    /// The regions, in the order of the account.
    pub regions: Vec<RegionEntry>,
    /// The table as read, kept so that parameters such as τ can change it.
    pub table: Table,
}

/// A table in one of the engine's two shapes.
#[derive(Clone, Debug)]
pub enum Table {
    /// Trade between regions.
    Trade(Box<TradeTable>),
    /// Published flows.
    Flows(Box<FlowTable>),
}

impl Economy {
    /// Reads an economy from the text of its file; every problem of the table is reported at once.
    ///
    /// * `product_tax`: τ, for a table given by trade.
    pub fn read(name: &str, text: &str, product_tax: f64) -> Result<Self, Vec<Problem>> {
        let file: EconomyFile = parse(name, text)?;
        if file.version > 1 {
            return Err(vec![Problem::new(
                name,
                What::NewerVersion {
                    found: file.version,
                    known: 1,
                },
            )]);
        }
        let industries: Vec<IndustryCode> = file.industries.iter().map(|i| IndustryCode::new(&i.code)).collect();
        let regions: Vec<RegionCode> = file.regions.iter().map(|r| RegionCode::new(&r.code)).collect();
        let mut problems = Vec::new();
        let table = match file.supply {
            SupplyEntry::Trade {
                trade,
                intermediate_bundle,
                value_added_share,
                final_consumption,
                employment,
                labour_share,
            } => {
                for (entry, code) in trade.iter().zip(&industries) {
                    if entry.industry != code.as_str() {
                        problems.push(Problem::new(
                            format!("trade[{}]", entry.industry),
                            What::UnknownIndustry {
                                code: entry.industry.clone(),
                                nearest: Some(code.to_string()),
                            },
                        ));
                    }
                }
                let flows = trade
                    .iter()
                    .map(|t| matrix(&mut problems, &format!("trade[{}]", t.industry), &t.flows));
                Table::Trade(Box::new(TradeTable {
                    trade: flows.collect(),
                    intermediate_bundle: matrix(&mut problems, "intermediate_bundle", &intermediate_bundle),
                    value_added_share: matrix(&mut problems, "value_added_share", &value_added_share),
                    final_consumption: matrix(&mut problems, "final_consumption", &final_consumption),
                    employment: matrix(&mut problems, "employment", &employment),
                    industries,
                    regions,
                    money_unit: file.money_unit,
                    labour_share,
                    product_tax,
                }))
            }
            SupplyEntry::Flows {
                intermediate_flows,
                gross_output,
                value_added,
                product_taxes,
                compensation,
                employment,
                final_consumption,
            } => {
                let size = industries.len() * regions.len();
                let or_zeros = |v: Vec<f64>| if v.is_empty() { vec![0.0; size] } else { v };
                let consumption = if final_consumption.is_empty() {
                    Matrix::zeros(industries.len(), regions.len())
                } else {
                    matrix(&mut problems, "final_consumption", &final_consumption)
                };
                Table::Flows(Box::new(FlowTable {
                    intermediate_flows: matrix(&mut problems, "intermediate_flows", &intermediate_flows),
                    industries,
                    regions,
                    money_unit: file.money_unit,
                    gross_output,
                    value_added,
                    product_taxes: or_zeros(product_taxes),
                    compensation: or_zeros(compensation),
                    employment: or_zeros(employment),
                    final_consumption: consumption,
                }))
            }
        };
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self {
            id: file.id,
            label: file.label,
            data_year: file.data_year,
            sources: file.sources,
            industries: file.industries,
            regions: file.regions,
            table,
        })
    }

    /// Builds the account, with another τ where the table is given by trade.
    pub fn account(&self, product_tax: f64) -> Result<Account, Vec<Problem>> {
        match &self.table {
            Table::Trade(t) => {
                let mut t = t.clone();
                t.product_tax = product_tax;
                Account::from_trade(&t)
            }
            Table::Flows(t) => Account::from_flows(t),
        }
    }

    /// Returns the position of an industry.
    pub fn industry(&self, code: &str) -> Option<usize> {
        self.industries.iter().position(|i| i.code == code)
    }

    /// Returns the position of a region.
    pub fn region(&self, code: &str) -> Option<usize> {
        self.regions.iter().position(|r| r.code == code)
    }
}

fn matrix(problems: &mut Vec<Problem>, name: &str, rows: &[Vec<f64>]) -> Matrix {
    Matrix::from_rows(rows).unwrap_or_else(|| {
        let first = rows.first().map_or(0, Vec::len);
        let other = rows.iter().map(Vec::len).find(|l| *l != first).unwrap_or(first);
        problems.push(Problem::new(
            name,
            What::Shape {
                name: name.into(),
                rows: rows.len(),
                columns: other,
                expected_rows: rows.len(),
                expected_columns: first,
            },
        ));
        Matrix::zeros(0, 0)
    })
}
