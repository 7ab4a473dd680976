//! A flow diagram as plain data: stages, nodes in their fixed order, ribbons between them.

use super::chart::{RowStyle, RowWeight, SeriesStyle, TableSpec};
use super::role::Role;

/// A flow diagram: what it finds, and the money that goes from stage to stage.
#[derive(Clone, Debug, PartialEq)]
pub struct SankeySpec {
    /// Name that never changes, for files and for remembering what is shown as a table.
    pub id: &'static str,
    /// The sentence the diagram proves.
    pub finding: String,
    /// Measure, territory, gross or net, unit.
    pub subtitle: String,
    /// Source and price year.
    pub source: String,
    /// What a reader who cannot see the diagram is told.
    pub alt: String,
    /// What stands over each stage, from left to right.
    pub stages: Vec<String>,
    /// The nodes, from top to bottom inside their stage.
    pub nodes: Vec<SankeyNode>,
    /// The ribbons.
    pub links: Vec<SankeyLink>,
}

/// A bar of a flow diagram: what enters it leaves it, or ends there.
#[derive(Clone, Debug, PartialEq)]
pub struct SankeyNode {
    /// Its stage, counted from the left.
    pub stage: usize,
    /// What it stands for.
    pub role: Role,
    /// Its name.
    pub label: String,
    /// Its height.
    pub value: f64,
    /// Its value as written.
    pub value_label: String,
    /// A second way to write it, smaller; may be empty.
    pub detail: String,
    /// The part of it that still moves on, drawn hatched; 0 where all of it ends there.
    pub passing: f64,
    /// What is to be said of that part; may be empty.
    pub note: String,
}

/// A ribbon between two nodes of neighbouring stages.
#[derive(Clone, Debug, PartialEq)]
pub struct SankeyLink {
    /// Position of the node it leaves.
    pub from: usize,
    /// Position of the node it enters.
    pub to: usize,
    /// Its width, in the unit of the nodes.
    pub value: f64,
    /// Its value as written.
    pub value_label: String,
    /// What else is to be told of it, one name and one figure a line.
    pub details: Vec<(String, String)>,
}

impl SankeySpec {
    /// Returns the nodes of a stage with their positions.
    pub fn stage(&self, stage: usize) -> impl Iterator<Item = (usize, &SankeyNode)> {
        self.nodes.iter().enumerate().filter(move |(_, n)| n.stage == stage)
    }

    /// Returns the written value that goes from one node to another; empty where nothing does.
    fn between(&self, from: usize, to: usize) -> String {
        let link = self.links.iter().find(|l| l.from == from && l.to == to);
        link.map_or_else(String::new, |l| l.value_label.clone())
    }

    /// Returns the diagram as a table: where the money of each node of the second stage ends, one column per node of the third, and the totals.
    ///
    /// A diagram of two stages has one line per node of the second and the total alone.
    pub fn to_table(&self, total: &str) -> TableSpec {
        let ends: Vec<(usize, &SankeyNode)> = self.stage(2).collect();
        let mut columns = vec![self.stages.get(1).cloned().unwrap_or_default()];
        columns.extend(ends.iter().map(|(_, n)| n.label.clone()));
        columns.push(total.to_owned());
        let mut rows: Vec<Vec<String>> = self
            .stage(1)
            .map(|(k, node)| {
                let mut row = vec![node.label.clone()];
                row.extend(ends.iter().map(|(end, _)| self.between(k, *end)));
                row.push(node.value_label.clone());
                row
            })
            .collect();
        if let Some((_, whole)) = self.stage(0).next() {
            let mut row = vec![total.to_owned()];
            row.extend(ends.iter().map(|(_, n)| n.value_label.clone()));
            row.push(whole.value_label.clone());
            rows.push(row);
        }
        TableSpec {
            title: self.finding.clone(),
            columns,
            rows,
            alt: self.alt.clone(),
            styles: self
                .stage(1)
                .map(|(_, node)| RowStyle {
                    weight: RowWeight::Plain,
                    swatch: Some((node.role, SeriesStyle::Plain)),
                })
                .chain([RowStyle::of(RowWeight::Total)])
                .collect(),
        }
    }
}
