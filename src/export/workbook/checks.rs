//! The sheet of checks: the workbook against the figures of the program, and identities that hold whatever the inputs.

use super::Book;
use super::account::{AccountSheet, Matrices};
use super::demand::Demand;
use super::households::Households;
use super::inputs::{Inputs, flag};
use super::live::{Cond, Live, LiveText, Range, atom, most, num, total};
use super::page::Page;
use super::production::Production;
use super::purchases::Purchases;
use super::results::{About, Results, Row};
use super::style::{Look, Number};
use crate::report::words;
use crate::study::{Effect, Measure, Territory};
use crate::text::Msg;
use crate::text::messages::workbook as m;

/// The sheet, and what the first sheet says of it.
pub(super) struct Checks<'a> {
    pub(super) page: Page<'a>,
    /// Whether all checks hold.
    pub(super) status: LiveText,
    /// Whether an input differs from the exported one.
    pub(super) changed: Cond,
}

/// What the checks read.
pub(super) struct Checked<'a> {
    pub(super) inputs: &'a Inputs<'a>,
    pub(super) account: &'a AccountSheet<'a>,
    pub(super) matrices: &'a Matrices<'a>,
    pub(super) purchases: &'a Purchases<'a>,
    pub(super) demand: &'a Demand<'a>,
    pub(super) production: &'a Production<'a>,
    pub(super) households: Option<&'a Households<'a>>,
    pub(super) results: &'a Results<'a>,
}

/// The largest relative difference from the program's figure.
const CLOSE: f64 = 1e-6;

struct Writer<'a, 'b, 'p> {
    book: &'a Book<'b>,
    page: Page<'p>,
    row: u32,
    changed: Cond,
    /// The cells that say how a check stands.
    states: Vec<Range>,
}

/// Writes the sheet of checks.
pub(super) fn checks<'a>(book: &Book<'a>, of: &Checked<'_>) -> Checks<'a> {
    let mut page = book.page(m::SHEET_CHECKS);
    page.widths(&[84.0, 20.0, 20.0, 16.0, 12.0]);
    page.title(book.get(m::CHECKS_TITLE), book.get(m::CHECKS_BELOW));
    page.freeze(2, 1);
    let changed = of.inputs.changed.above(0.0);
    page.words(3, 0, book.get(m::CHECKS_ALL), Look::Body);
    page.words(4, 0, book.get(m::INPUTS_CHANGED), Look::Body);
    page.put(4, 1, &of.inputs.changed, Look::Body, Number::Count);
    let mut writer = Writer {
        book,
        page,
        row: 6,
        changed: changed.clone(),
        states: Vec::new(),
    };
    writer.identities(of);
    writer.against(of.results);
    let Writer { mut page, states, .. } = writer;
    let wrong = book.get(m::STATUS_WRONG);
    let counted: Vec<String> = states
        .iter()
        .map(|s| format!("COUNTIF({},\"{wrong}\")", s.text()))
        .collect();
    // No check fails in a study that was computed: the tests of the workbook read every state.
    let any_wrong = Cond::new(format!("{}>0", counted.join("+")), false);
    let [wrong, moved, fine] =
        [m::CHECKS_WRONG, m::CHECKS_CHANGED, m::CHECKS_OK].map(|words| LiveText::plain(book.get(words)));
    let words = any_wrong.words(&wrong, &changed.words(&moved, &fine));
    page.put_words(3, 1, &words, Look::Status);
    flag(&mut page, 3, 1, book.get(m::CHECKS_WRONG));
    let status = LiveText {
        text: format!("{}$B$4", page.prefix()),
        value: words.value,
    };
    Checks { page, status, changed }
}

impl Writer<'_, '_, '_> {
    fn heads(&mut self, title: Msg, heads: [Msg; 5]) {
        self.page.section(self.row, 5, self.book.get(title));
        for (column, head) in heads.into_iter().enumerate() {
            let look = if column == 0 { Look::HeadLeft } else { Look::Head };
            self.page.words(self.row + 1, column as u16, self.book.get(head), look);
        }
        self.row += 2;
    }

    fn state(&mut self, fine: &Cond, otherwise: &LiveText) {
        let ok = LiveText::plain(self.book.get(m::STATUS_OK));
        self.page
            .put_words(self.row, 4, &fine.words(&ok, otherwise), Look::Status);
        flag(&mut self.page, self.row, 4, self.book.get(m::STATUS_WRONG));
    }

    /// Remembers the states from a row to the present one.
    fn remember(&mut self, first: u32) {
        let count = (self.row - first) as usize;
        if count > 0 {
            let states = self.page.range((first, 4), (count, 1), vec![0.0; count]);
            self.states.push(states);
        }
    }

    fn identities(&mut self, of: &Checked<'_>) {
        let book = self.book;
        let heads = [
            m::COLUMN_CHECK,
            m::COLUMN_FOUND,
            m::COLUMN_EXPECTED,
            m::COLUMN_DEPARTURE,
            m::COLUMN_STATUS,
        ];
        self.heads(m::IDENTITIES_TITLE, heads);
        let first = self.row;
        self.departure(book.get(m::ID_COLUMNS), &columns(of), 1e-9);
        self.departure(book.get(m::ID_INVERSE), &inverse(of), 1e-9);
        for k in 0..book.study.phases.len() {
            let name = words::lower_first(&book.phase(&book.study.phases[k]));
            let fill = |msg: Msg| book.fill(msg, &[("phase", &name)]);
            self.departure(&fill(m::ID_SOLUTION), &solution(of, k), 0.01);
            self.departure(&fill(m::ID_ORIGINS), &origins(of, k), 1e-9);
            let (found, expected) = spending(book, of, k);
            self.pair(&fill(m::ID_SPENDING), &found, &expected, 1e-9, Number::Millions);
            if let Some((found, expected)) = consumption(of, k) {
                self.pair(&fill(m::ID_CONSUMPTION), &found, &expected, 1e-9, Number::Millions);
            }
            let asked = &of.inputs.phases[k].local_share;
            let bought = &of.purchases.phases[k];
            let reached = &bought.reached;
            let asks = asked.stated().and(&bought.basic.sum().above(0.0));
            let expected = asks.choose(&asked.live, reached);
            self.pair(&fill(m::ID_SHARE), reached, &expected, 1e-9, Number::Share);
        }
        self.remember(first);
        self.row += 1;
    }

    /// A check of a departure from 0 that a formula on whole ranges gives.
    fn departure(&mut self, label: &str, live: &Live, most: f64) {
        let row = self.row;
        self.page.words(row, 0, label, Look::Inset);
        let found = self.page.array_cell(row, 1, live, Look::Body, Number::Tiny);
        self.page.number(row, 2, 0.0, Look::Fixed, Number::Tiny);
        self.page.put(row, 3, &found, Look::Body, Number::Tiny);
        let wrong = LiveText::plain(self.book.get(m::STATUS_WRONG));
        self.state(&found.at_most(most), &wrong);
        self.row += 1;
    }

    /// A check of two values, relative to the expected one.
    fn pair(&mut self, label: &str, found: &Live, expected: &Live, close: f64, number: Number) {
        let row = self.row;
        self.page.words(row, 0, label, Look::Inset);
        let found = self.page.put(row, 1, found, Look::Body, number);
        let expected = self.page.put(row, 2, expected, Look::Body, number);
        let relative = (&found - &expected).size() / most(expected.size(), 1e-6);
        let relative = self.page.put(row, 3, &relative, Look::Body, Number::Tiny);
        let wrong = LiveText::plain(self.book.get(m::STATUS_WRONG));
        self.state(&relative.at_most(close), &wrong);
        self.row += 1;
    }

    fn against(&mut self, results: &Results<'_>) {
        let book = self.book;
        let heads = [
            m::COLUMN_CHECK,
            m::COLUMN_WORKBOOK,
            m::COLUMN_APP,
            m::COLUMN_RELATIVE,
            m::COLUMN_STATUS,
        ];
        self.heads(m::AGAINST_TITLE, heads);
        let first = self.row;
        let [moved, wrong] = [m::STATUS_CHANGED, m::STATUS_WRONG].map(|words| LiveText::plain(book.get(words)));
        let otherwise = self.changed.words(&moved, &wrong);
        for (k, rows) in results.phases.iter().enumerate() {
            let phase = &book.study.phases[k];
            let name = words::lower_first(&book.phase(phase));
            for found in rows {
                let figure = figure(book, found, phase.construction);
                let place = book.place(found.territory);
                let values = [("figure", figure.as_str()), ("place", &place), ("phase", &name)];
                self.page
                    .words(self.row, 0, &book.fill(m::CHECK_NAME, &values), Look::Inset);
                let row = self.row;
                let live = self.page.put(row, 1, &found.total, Look::Body, found.number);
                let app = self.page.number(row, 2, found.study, Look::Fixed, found.number);
                let relative = (&live - &app).size() / most(app.size(), 1e-6);
                let relative = self.page.put(row, 3, &relative, Look::Body, Number::Tiny);
                self.state(&relative.at_most(CLOSE), &otherwise);
                self.row += 1;
            }
        }
        self.remember(first);
    }
}

/// The name of a figure, its place aside.
fn figure(book: &Book<'_>, row: &Row, construction: bool) -> String {
    match row.about {
        About::Measure(measure) => book.get(words::measure(measure, construction)).to_owned(),
        About::Revenue => book.get(m::REVENUE).to_owned(),
        _ => row.label.clone(),
    }
}

/// What a dollar of output pays, over all its columns: purchases, GDP, product taxes, imports.
fn columns(of: &Checked<'_>) -> Live {
    let [sums, _] = &of.matrices.sums;
    let account = of.account;
    let parts = [&account.value_added, &account.product_taxes, &account.imports];
    let [v, t, i] = parts.map(Range::text);
    let departure = |k: usize| {
        let paid: f64 = parts.iter().map(|p| p.values()[k]).sum::<f64>() + sums.values()[k];
        // An industry without output pays nothing.
        if account.value_added.values()[k] > 0.0 {
            (paid - 1.0).abs()
        } else {
            0.0
        }
    };
    let worst = (0..account.value_added.rows()).map(departure).fold(0.0, f64::max);
    atom(
        format!("MAX(ABS(TRANSPOSE({})+{v}+{t}+{i}-1)*({v}>0))", sums.text()),
        worst,
    )
}

/// The multipliers of L, less what A takes of them, less 1.
fn inverse(of: &Checked<'_>) -> Live {
    let [_, sums] = &of.matrices.sums;
    let a = &of.matrices.a;
    let taken = sums.times(a);
    let worst = sums
        .values()
        .iter()
        .zip(&taken)
        .fold(0.0_f64, |w, (s, t)| w.max((s - t - 1.0).abs()));
    let s = sums.text();
    atom(format!("MAX(ABS({s}-MMULT({s},{})-1))", a.text()), worst)
}

/// Output, less what A takes of it, less demand.
fn solution(of: &Checked<'_>, k: usize) -> Live {
    let phase = &of.production.phases[k];
    let (x, y) = (&phase.all, &phase.demand);
    let used = of.matrices.a.times(x);
    let worst = (0..x.rows()).fold(0.0_f64, |w, i| w.max((x.values()[i] - used[i] - y.values()[i]).abs()));
    let [x, y, a] = [x, y, &of.matrices.a].map(Range::text);
    atom(format!("MAX(ABS({x}-MMULT({a},{x})-{y}))"), worst)
}

/// The sum of the origins of each purchase, less 1.
fn origins(of: &Checked<'_>, k: usize) -> Live {
    let shares = &of.purchases.phases[k].shares;
    let lines = shares.first().map_or(0, |(_, s)| s.rows());
    let worst = (0..lines).fold(0.0_f64, |w, line| {
        let sum: f64 = shares.iter().map(|(_, s)| s.values()[line]).sum();
        w.max((sum - 1.0).abs())
    });
    let texts: Vec<String> = shares.iter().map(|(_, s)| s.text()).collect();
    if lines == 0 {
        return num(0.0);
    }
    atom(format!("MAX(ABS({}-1))", texts.join("+")), worst)
}

/// Where the money of some effects is found again, over the whole country, in millions.
fn found_again(results: &Results<'_>, k: usize, effects: &[Effect]) -> Live {
    let measures = [Measure::Gdp, Measure::ProductTaxes, Measure::ForeignImports];
    let rows = measures
        .iter()
        .filter_map(|measure| results.row(k, About::Measure(*measure), Territory::Country));
    total(rows.flat_map(|row| effects.iter().map(move |e| row.effects[*e as usize].clone())))
}

/// The spending of a phase, found again and stated.
fn spending(book: &Book<'_>, of: &Checked<'_>, k: usize) -> (Live, Live) {
    let effects = [Effect::Direct, Effect::IndirectFirst, Effect::IndirectOther];
    let found = found_again(of.results, k, &effects) + &of.demand.phases[k].scrap / 1e6;
    let stated = if book.study.phases[k].construction {
        of.purchases.phases[k].amounts.sum() / 1e6
    } else {
        let output = of.results.row(k, About::Measure(Measure::Output), Territory::Study);
        output.map_or_else(|| num(0.0), |row| row.effects[Effect::Direct as usize].clone())
    };
    (found, stated)
}

/// What households consume at purchaser prices, found again and spent.
fn consumption(of: &Checked<'_>, k: usize) -> Option<(Live, Live)> {
    let households = of.households?;
    let found = found_again(of.results, k, &[Effect::Induced]);
    let spent = households.z[k].sum() * (num(1.0) + &of.inputs.fixed.consumption_tax) / 1e6;
    Some((found, spent))
}
