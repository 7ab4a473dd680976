//! The tables of local levers: all lines, the bound, what the region lacks.

use super::{IN_MILLIONS, LeverMeasure, Teller};
use crate::ids::LineId;
use crate::report::chart::TableSpec;
use crate::report::finances::government;
use crate::report::words::{self, line as line_name};
use crate::study::{Gains, Government, Lacking, LineStudy};
use crate::text::messages::levers as m;
use crate::text::rounding::Precision;
use crate::text::{Msg, number};

impl Teller<'_> {
    /// Returns the table of all lines that buy something, those that would bring most first, then those at their cap, largest first; and their ids.
    pub(super) fn lines(&self) -> ((TableSpec, Vec<String>), Vec<LineId>) {
        let lang = self.scope.lang;
        let unit = self.money_unit();
        let known = self.phase.lines.iter().any(|l| l.suppliers.is_some());
        let net = self.phase.factors.is_some();
        let with_unit = |msg: Msg| self.scope.fill(msg, &[("unit", &unit)]);
        let mut columns = vec![
            self.get(m::COLUMN_LINE),
            self.scope
                .fill(m::COLUMN_AMOUNT, &[("unit", &number::money_unit("M", lang))]),
            self.get(m::COLUMN_SHARE),
            self.get(m::COLUMN_ADDED),
            self.get(self.of_kind(m::COLUMN_JOBS, m::COLUMN_JOB_YEARS)),
            with_unit(m::COLUMN_GDP),
            with_unit(if self.law { m::COLUMN_INCOME } else { m::COLUMN_WAGES }),
        ];
        columns.extend(self.law.then(|| with_unit(m::COLUMN_REVENUE)));
        // The net figures of the measure chosen stand beside its gross ones.
        let beside = 5 + LeverMeasure::ALL.iter().position(|m| *m == self.measure).unwrap_or(0);
        if net {
            columns.insert(beside, self.get(m::COLUMN_NET));
        }
        let beyond = !self.scope.study.whole_province && !self.same_province();
        if beyond {
            let jobs = self.get(self.of_kind(m::COLUMN_JOBS, m::COLUMN_JOB_YEARS));
            let values = [("measure", jobs.as_str()), ("province", &self.province())];
            columns.push(self.scope.fill(m::COLUMN_PROVINCE, &values));
        }
        columns.extend(known.then(|| self.get(m::COLUMN_SUPPLIERS)));
        let start = |line: &LineStudy| {
            vec![
                line_name(line, lang, self.scope.library),
                number::decimal(line.amount / 1e6, 2, lang),
                number::percent(line.origin.study, lang),
            ]
        };
        let suppliers = |line: &LineStudy| {
            let count = line.suppliers.map(f64::from);
            known.then(|| number::or_nothing(count, |v| number::whole(v, lang)))
        };
        let (mut rows, mut ids) = (Vec::new(), Vec::new());
        for lever in &self.ranked {
            let Some(line) = self.phase.lines.get(lever.line) else {
                continue;
            };
            let gains = &lever.gains;
            let mut row = start(line);
            row.extend([
                self.points(lever.added),
                number::decimal(gains.jobs, 1, lang),
                self.dollars(gains.gdp),
                self.dollars(gains.income),
            ]);
            row.extend(gains.governments().map(|v| self.dollars(v)));
            if net {
                let value = self.phase.net(self.value(lever)).unwrap_or(0.0);
                let written = match self.measure {
                    LeverMeasure::Jobs => number::decimal(value, 1, lang),
                    _ => self.dollars(value),
                };
                row.insert(beside, written);
            }
            row.extend(beyond.then(|| number::decimal(lever.in_province.jobs, 1, lang)));
            row.extend(suppliers(line));
            rows.push(row);
            ids.push(line.id.clone());
        }
        let count = rows.len();
        let moves = |k: usize| self.ranked.iter().any(|l| l.line == k);
        let mut capped: Vec<&LineStudy> = self
            .phase
            .lines
            .iter()
            .enumerate()
            .filter(|(k, l)| !moves(*k) && l.amount > 0.0)
            .map(|(_, l)| l)
            .collect();
        capped.sort_by(|a, b| b.amount.total_cmp(&a.amount));
        for line in &capped {
            let mut row = start(line);
            row.push(self.get(m::AT_CAP));
            let figures = columns.len() - row.len() - usize::from(known);
            row.extend(std::iter::repeat_n(number::NOTHING.to_owned(), figures));
            row.extend(suppliers(line));
            rows.push(row);
            ids.push(line.id.clone());
        }
        let title = match (count, capped.len()) {
            (0, _) => m::TABLE_TITLE_CAPPED,
            (_, 0) => m::TABLE_TITLE_ALL,
            _ => m::TABLE_TITLE,
        };
        let values = [
            ("count", count.to_string()),
            ("capped", capped.len().to_string()),
            ("place", self.place()),
        ];
        let table = TableSpec {
            title: self
                .scope
                .fill(title, &values.each_ref().map(|(n, v)| (*n, v.as_str()))),
            columns,
            rows,
            alt: self.get(m::TABLE_ALT),
            ..TableSpec::default()
        };
        ((table, self.notes(known)), ids)
    }

    fn notes(&self, known: bool) -> Vec<String> {
        let message = match self.law {
            true => self.of_kind(m::NOTE_TABLE_YEAR, m::NOTE_TABLE),
            false => m::NOTE_TABLE_NO_LAW,
        };
        let year = self.scope.study.data_year.to_string();
        let values = [("year", year), ("place", self.place())];
        let mut notes = vec![
            self.scope
                .fill(message, &values.each_ref().map(|(n, v)| (*n, v.as_str()))),
        ];
        notes.extend(self.net_note());
        notes.extend(self.same_province().then(|| self.same_province_note()));
        notes.extend(known.then(|| self.get(m::NOTE_SUPPLIERS)));
        notes.push(self.get(m::NOTE_OPEN));
        notes
    }

    pub(super) fn same_province_note(&self) -> String {
        let of = words::of_province(self.scope.study, self.scope.lang);
        self.scope.fill(m::SAME_PROVINCE, &[("province", &of)])
    }

    fn net_note(&self) -> Option<String> {
        let factor = number::percent(self.phase.net(1.0)?, self.scope.lang);
        Some(self.scope.fill(m::NOTE_NET, &[("factor", &factor)]))
    }

    /// Returns what all lines at their caps would add.
    pub(super) fn bound(&self) -> (TableSpec, Vec<String>) {
        let (lang, bound) = (self.scope.lang, self.bound);
        let percent = |share: f64| number::percent(share, lang);
        let net = self.phase.factors.is_some();
        let mut columns = vec![
            self.scope.fill(m::BOUND_COLUMN, &[("most", &percent(bound.most))]),
            self.scope.fill(m::BOUND_NOW, &[("share", &percent(bound.now))]),
        ];
        columns.extend(net.then(|| self.get(m::BOUND_NOW_NET)));
        let beyond = !self.scope.study.whole_province;
        columns.extend(beyond.then(|| self.scope.fill(m::BOUND_PROVINCE, &[("province", &self.province())])));
        columns.push(self.scope.fill(m::BOUND_DEFAULT, &[("share", &percent(bound.default))]));
        // Sums are larger than any line: in millions where those are.
        let millions = bound.from_default.gdp.abs().max(bound.from_now.gdp.abs()) > IN_MILLIONS;
        let (unit, precision) = match millions {
            true => (number::money_unit("M", lang), Precision::MILLIONS),
            false => (number::money_unit("k", lang), Precision::THOUSANDS),
        };
        let row =
            |name: String, of: &dyn Fn(&Gains) -> Option<f64>, write: &dyn Fn(f64) -> String| -> Option<Vec<String>> {
                let (now, default) = (of(&bound.from_now)?, of(&bound.from_default)?);
                let signed = |v: f64| number::signed(v, write);
                let mut cells = vec![name, signed(now)];
                cells.extend(self.phase.net(now).map(signed));
                let province = of(&bound.from_now_in_province)?;
                cells.extend(beyond.then(|| signed(province)));
                cells.push(signed(default));
                Some(cells)
            };
        let jobs = |v: f64| self.jobs(v);
        let money = |v: f64| precision.write(v, lang);
        let with_unit = |msg: Msg| self.scope.fill(msg, &[("unit", &unit)]);
        let mut rows = vec![
            row(
                self.get(self.of_kind(m::COLUMN_JOBS, m::COLUMN_JOB_YEARS)),
                &|g| Some(g.jobs),
                &jobs,
            ),
            row(with_unit(m::COLUMN_GDP), &|g| Some(g.gdp), &money),
            row(
                with_unit(if self.law { m::COLUMN_INCOME } else { m::COLUMN_WAGES }),
                &|g| Some(g.income),
                &money,
            ),
            row(with_unit(m::BOUND_REVENUE), &Gains::governments, &money),
        ];
        for g in Government::ALL {
            let name = self.scope.fill(
                m::BOUND_REVENUE_OF,
                &[("government", &government(g).get(lang).to_lowercase())],
            );
            let name = if g == Government::Quebec {
                self.scope
                    .fill(m::BOUND_REVENUE_OF, &[("government", government(g).get(lang))])
            } else {
                name
            };
            rows.push(row(name, &|gains| gains.government(g), &money));
        }
        let title = self.of_kind(m::BOUND_TITLE_JOBS, m::BOUND_TITLE_JOB_YEARS);
        let table = TableSpec {
            title: self.scope.fill(
                title,
                &[("place", &self.place()), ("jobs", &self.jobs(bound.from_now.jobs))],
            ),
            columns,
            rows: rows.into_iter().flatten().collect(),
            alt: self.get(m::BOUND_ALT),
            ..TableSpec::default()
        };
        let mut notes = vec![self.get(m::BOUND_NOTE)];
        notes.extend((!beyond).then(|| self.get(m::BOUND_NOTE_PROVINCE)));
        notes.extend(self.net_note());
        (table, notes)
    }

    /// Returns the industries that the region lacks for the phase.
    pub(super) fn lacking(&self) -> (TableSpec, Vec<String>) {
        let (study, lang) = (self.scope.study, self.scope.lang);
        let found: Vec<Lacking> = study.lacking(self.phase);
        let name = |l: &Lacking| {
            let industries = &self.scope.library.economy.industries;
            industries.get(l.industry).map_or("", |i| i.short.get(lang)).to_owned()
        };
        let millions = number::money_unit("M", lang);
        let unit = match self.phase.construction {
            true => millions,
            false => self.scope.fill(m::UNIT_A_YEAR, &[("unit", &millions)]),
        };
        let title = match found.first() {
            None => self.scope.fill(m::LACKING_NONE, &[("place", &self.place())]),
            Some(first) => self.scope.fill(
                m::LACKING_TITLE,
                &[
                    ("place", &self.place()),
                    ("industry", &name(first)),
                    ("amount", &number::dollars_in_millions(first.outside, lang)),
                ],
            ),
        };
        let rows = found.iter().map(|l| {
            vec![
                name(l),
                number::decimal(l.outside / 1e6, 2, lang),
                number::decimal(l.quotient, 2, lang),
                number::percent(l.made, lang),
                self.jobs(l.needed),
                number::whole(l.jobs, lang),
            ]
        });
        let table = TableSpec {
            title,
            columns: vec![
                self.get(m::LACKING_INDUSTRY),
                self.scope.fill(m::LACKING_OUTSIDE, &[("unit", &unit)]),
                self.get(m::LACKING_QUOTIENT),
                self.scope.fill(m::LACKING_CAP, &[("province", &self.province())]),
                self.get(self.of_kind(m::LACKING_NEEDED, m::LACKING_NEEDED_YEARS)),
                self.scope
                    .fill(m::LACKING_JOBS, &[("year", &study.data_year.to_string())]),
            ],
            rows: rows.collect(),
            alt: self.get(m::LACKING_ALT),
            ..TableSpec::default()
        };
        let mut notes = vec![self.get(m::LACKING_NOTE)];
        if !found.is_empty() {
            notes.push(self.get(m::LACKING_NOTE_NEEDED));
        }
        if !study.whole_province {
            notes.push(self.get(m::GROUPS_NOTE));
        }
        (table, notes)
    }
}
