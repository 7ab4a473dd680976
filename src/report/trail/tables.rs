//! The tables of the money trail: what the ends are made of, the local multiplier, and the trail in writing.

use super::{Teller, TrailView, page};
use crate::report::chart::TableSpec;
use crate::report::full::Block;
use crate::report::overview::Scope;
use crate::report::words::{self, upper_first};
use crate::study::{PhaseStudy, Place, Rounds};
use crate::text::messages::trail as m;
use crate::text::{Msg, number};

/// Writes the money trail of a phase, per 100 $ spent, all rounds; nothing where it spends nothing.
pub fn blocks(scope: &Scope<'_>, phase: &PhaseStudy) -> Vec<Block> {
    let Ok(trail) = scope.study.money_trail(phase) else {
        return Vec::new();
    };
    let Some(page) = page(scope, phase, &trail, TrailView::default()) else {
        return Vec::new();
    };
    let name = words::phase(scope.study, phase, scope.lang).to_lowercase();
    let (local, notes) = page.local;
    let mut out = vec![
        Block::Heading(scope.fill(m::HEADING, &[("phase", &name)])),
        Block::Paragraph(page.finding),
        Block::Table(page.flow.to_table(m::TOTAL.get(scope.lang))),
        Block::Paragraph(page.flow.source),
        Block::Table(local),
    ];
    out.extend(notes.into_iter().map(Block::Paragraph));
    out
}

impl Teller<'_> {
    /// Returns what the ends are made of, all rounds: columns of places sum to the income of each.
    pub(super) fn parts(&self) -> (TableSpec, Vec<String>) {
        let all = self.trail.all_parts(Rounds::All);
        let places: Vec<Place> = Place::ALL.into_iter().filter(|p| self.shows(all.income(*p))).collect();
        let mut columns = vec![
            self.scope
                .fill(m::PARTS_UNIT, &[("unit", self.unit().get(self.scope.lang))]),
        ];
        columns.extend(places.iter().map(|p| upper_first(&self.place(*p))));
        columns.push(self.get(m::TOTAL));
        let mut abroad = [0.0; 4];
        abroad[Place::Abroad as usize] = all.imports;
        let placed = [
            (m::TAKE_HOME, all.take_home),
            (m::SURPLUS, all.surplus),
            (m::RESALE, all.resale),
            (m::IMPORTS, abroad),
        ];
        let elsewhere = [
            (m::PERSONAL_TAXES, all.personal_taxes),
            (m::EMPLOYER_CONTRIBUTIONS, all.employer_contributions),
            (m::PRODUCT_TAXES, all.product_taxes),
            (m::PRODUCTION_TAXES, all.production_taxes.iter().sum()),
            (m::SAVING, all.saving),
            (m::PLANS, all.plans),
        ];
        let cell = |v: f64| {
            if self.shows(v) { self.amount(v) } else { String::new() }
        };
        let mut rows = Vec::new();
        for (name, values) in placed.into_iter().filter(|(_, v)| self.shows(v.iter().sum())) {
            let mut row = vec![self.get(name)];
            row.extend(places.iter().map(|p| cell(values[*p as usize])));
            row.push(self.amount(values.iter().sum()));
            rows.push(row);
        }
        for (name, value) in elsewhere.into_iter().filter(|(_, v)| self.shows(*v)) {
            let mut row = vec![self.get(name)];
            row.extend(places.iter().map(|_| String::new()));
            row.push(self.amount(value));
            rows.push(row);
        }
        let mut total = vec![self.get(m::TOTAL)];
        total.extend(places.iter().map(|p| self.amount(all.income(*p))));
        total.push(self.amount(all.total()));
        rows.push(total);
        let table = TableSpec {
            title: self.scope.fill(
                m::PARTS_TITLE,
                &[
                    ("take_home", &self.amount(all.take_home.iter().sum())),
                    ("surplus", &self.amount(all.surplus.iter().sum())),
                    ("taxes", &self.amount(all.taxes())),
                ],
            ),
            columns,
            rows,
            alt: self.get(m::PARTS_ALT),
            ..TableSpec::default()
        };
        let mut notes = vec![self.get(m::NOTE_SURPLUS)];
        notes.push(self.get(if self.scope.study.structure.law.is_some() {
            m::NOTE_PLANS
        } else {
            m::NOTE_NO_LAW
        }));
        (table.with_total(), notes)
    }

    /// Returns the three rounds of the local multiplier with its definition.
    pub(super) fn local(&self) -> (TableSpec, Vec<String>) {
        let l = &self.trail.local;
        let (study, of) = (self.study_in(), self.study_of());
        let row = |name: Msg, dollars: f64| {
            let name = self.scope.fill(name, &[("study", &study), ("of", &of)]);
            vec![name, self.per_hundred(dollars), self.millions(dollars)]
        };
        let mut rows = vec![row(m::LOCAL_ROUND_ONE, l.spending)];
        if !self.phase.construction {
            rows.push(row(m::LOCAL_RESIDENTS, l.residents));
        }
        rows.push(row(m::LOCAL_SUPPLIERS, l.suppliers));
        if !self.phase.construction {
            rows.push(row(m::LOCAL_HOUSEHOLDS, l.households));
        }
        rows.push(row(m::LOCAL_PURCHASES, l.supplier_purchases));
        rows.push(row(m::LOCAL_PAY, l.supplier_pay));
        rows.push(row(m::LOCAL_SUM, l.rounds().iter().sum()));
        let value = l.value().unwrap_or(1.0);
        let write = |v: f64| number::decimal(v, 2, self.scope.lang);
        let millions = self.of_kind(m::IN_MILLIONS_A_YEAR, m::IN_MILLIONS);
        let table = TableSpec {
            title: self.scope.fill(
                m::LOCAL_TITLE,
                &[
                    ("value", &write(value)),
                    ("extra", &write(value - 1.0)),
                    ("study", &study),
                ],
            ),
            columns: vec![
                self.get(m::LOCAL_COLUMN),
                self.get(m::PER_HUNDRED_SPENT),
                self.get(millions),
            ],
            rows,
            alt: self.get(m::LOCAL_ALT),
            ..TableSpec::default()
        };
        (table.with_total(), vec![self.get(m::LOCAL_NOTE)])
    }
}
