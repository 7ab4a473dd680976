//! The sheet of purchases: amounts and origins of each line, and the local share solved at its break points.

use rust_xlsxwriter::utility::{row_col_to_cell, row_col_to_cell_absolute};
use rust_xlsxwriter::{ConditionalFormatFormula, DataValidationRule};

use super::inputs::{Inputs, KindInputs, by_hand, output, price_year, validate};
use super::live::{Cond, Live, LiveText, Range, atom, least, most, num, sumproduct};
use super::page::{Optional, Page};
use super::shares::Items;
use super::style::{Look, Number};
use super::{Book, Origin};
use crate::report::words;
use crate::study::{Bought, LineKind, LineStudy, LineWorkings, PhaseStudy, Start};
use crate::text::messages::workbook as m;

/// The sheet, and what other sheets read of it.
pub(super) struct Purchases<'a> {
    pub(super) page: Page<'a>,
    pub(super) phases: Vec<PhasePurchases>,
}

/// The purchases of a phase.
pub(super) struct PhasePurchases {
    /// Purchaser prices, dollars of the data year.
    pub(super) amounts: Range,
    /// Basic prices.
    pub(super) basic: Range,
    /// Codes of industries; marks for imports and scrap.
    pub(super) codes: Range,
    /// What each line buys.
    pub(super) bought: Vec<Bought>,
    /// Trade and transport margins, where any line has one.
    pub(super) margins: [Option<Range>; 2],
    /// Shares by origin.
    pub(super) shares: Vec<(Origin, Range)>,
    pub(super) reached: Live,
    pub(super) by_default: Live,
    pub(super) most: Live,
    pub(super) least: Live,
    // Where the inputs of lines and their exported values stand.
    first: u32,
    lines: usize,
    inputs: Vec<(u16, u16)>,
    flag: u16,
}

/// The columns of the sheet.
pub(super) struct Columns {
    part: u16,
    default: u16,
    own: u16,
    hand: Vec<(Origin, u16)>,
    changed: u16,
    amount: u16,
    basic: u16,
    shares: Vec<(Origin, u16)>,
    workings: u16,
    exported: u16,
    margins: u16,
}

const WORKINGS: u16 = 18;

impl Columns {
    fn of(book: &Book<'_>) -> Self {
        let hand: Vec<(Origin, u16)> = by_hand(book).into_iter().zip(5..).collect();
        let changed = 5 + hand.len() as u16;
        let amount = changed + 1;
        let shares: Vec<(Origin, u16)> = book.origins().iter().copied().zip(amount + 2..).collect();
        let workings = amount + 2 + shares.len() as u16;
        Self {
            part: 2,
            default: 3,
            own: 4,
            changed,
            amount,
            basic: amount + 1,
            workings,
            margins: workings + WORKINGS,
            exported: workings + WORKINGS + 2,
            hand,
            shares,
        }
    }

    fn hand(&self, origin: Origin) -> Option<u16> {
        self.hand.iter().find(|(o, _)| *o == origin).map(|(_, c)| *c)
    }
}

/// Writes the sheet of purchases.
pub(super) fn purchases<'a>(book: &Book<'a>, inputs: &Inputs<'_>) -> Purchases<'a> {
    let mut page = book.page(m::SHEET_PURCHASES);
    let columns = Columns::of(book);
    page.widths(&[38.0, 9.0, 10.0, 17.0, 17.0]);
    page.widths_from(5, columns.hand.len(), 13.0);
    page.widths_from(columns.changed, 1, 9.0);
    page.widths_from(columns.amount, 2, 16.0);
    page.widths_from(columns.shares[0].1, columns.shares.len(), 12.0);
    page.widths_from(columns.workings, usize::from(WORKINGS) + 2 + 4, 13.0);
    page.title(book.get(m::PURCHASES_TITLE), "");
    page.paragraph(
        1,
        (0, columns.workings - 1),
        book.get(m::PURCHASES_BELOW),
        Look::Warning,
        1,
    );
    page.freeze(2, 1);
    let mut row = 3;
    let mut phases = Vec::new();
    for (k, phase) in book.study.phases.iter().enumerate() {
        let mut block = Block {
            book,
            inputs,
            columns: &columns,
            k,
            phase,
            page: &mut page,
            first: row + 2,
        };
        let written = block.write(row);
        row = written.0;
        phases.push(written.1);
    }
    // On paper, what is stated and what comes of it; the workings stay on the screen, where they fold.
    let _ = page.sheet.set_print_area(0, 0, row, columns.workings - 1);
    let _ = page.sheet.group_columns(columns.workings, columns.exported + 3);
    Purchases { page, phases }
}

/// A phase being written.
pub(super) struct Block<'a, 'b, 'p> {
    pub(super) book: &'a Book<'b>,
    inputs: &'a Inputs<'a>,
    columns: &'a Columns,
    k: usize,
    phase: &'a PhaseStudy,
    pub(super) page: &'a mut Page<'p>,
    /// The row of its first line.
    first: u32,
}

impl Block<'_, '_, '_> {
    fn write(&mut self, row: u32) -> (u32, PhasePurchases) {
        let (book, columns) = (self.book, self.columns);
        let lines: Vec<(&LineStudy, &LineWorkings)> = self.phase.lines.iter().zip(&self.phase.workings.lines).collect();
        let count = lines.len();
        let width = columns.exported + 4;
        self.page.section(row, width, &book.phase(self.phase));
        self.heads(row + 1);
        let solve_row = self.first + count as u32 + 2;

        // What is stated and what may be changed.
        let factor = self.inputs.phases[self.k].price_factor.clone();
        let tax = &self.inputs.fixed.product_tax;
        let parts = self.default_parts(&lines);
        let mut amounts = Vec::new();
        let mut hands: Vec<Vec<Optional>> = Vec::new();
        let mut free = Vec::new();
        let mut input_columns = vec![columns.own];
        input_columns.extend(columns.hand.iter().map(|(_, c)| *c));
        for (k, (line, workings)) in lines.iter().enumerate() {
            let row = self.first + k as u32;
            self.page
                .words(row, 0, &words::line(line, book.lang, book.library), Look::Inset);
            let code = match workings.bought {
                Bought::Product(i) => book.industry_code(i),
                Bought::Import => book.get(m::CODE_IMPORT),
                Bought::Scrap => book.get(m::CODE_SCRAP),
            };
            self.page.words(row, 1, code, Look::Fixed);
            let default = match &parts[k] {
                Some((part, live)) => {
                    if let Some(part) = part {
                        self.page.number(row, columns.part, *part, Look::Fixed, Number::Share);
                    }
                    self.page.put(row, columns.default, live, Look::Body, Number::Dollars)
                }
                None => self
                    .page
                    .number(row, columns.default, 0.0, Look::Fixed, Number::Dollars),
            };
            let stated = workings.own_amount.then_some(line.amount / factor.value);
            let own = self.page.optional(row, columns.own, stated, Number::Dollars);
            let refuse = DataValidationRule::GreaterThanOrEqualTo(0.0);
            validate(self.page, row, columns.own, refuse, book.get(m::VALID_AMOUNT), book);
            amounts.push(own.stated().choose(&own.live, &default) * &factor);
            let by_hand = workings.by_hand.map(|shares| self.hand_shares(shares));
            let mut typed = Vec::new();
            for (at, (_, column)) in columns.hand.iter().enumerate() {
                let value = by_hand.as_ref().and_then(|v| v.get(at).copied());
                typed.push(self.page.optional(row, *column, value, Number::Share));
                let refuse = DataValidationRule::Between(0.0, 1.0);
                validate(self.page, row, *column, refuse, book.get(m::VALID_SHARE), book);
            }
            self.exported(row, &input_columns);
            let cells = cells(row, columns.hand.iter().map(|(_, c)| *c));
            let none = Cond::new(format!("COUNT({cells})=0"), workings.by_hand.is_none());
            free.push(none.choose(1.0, 0.0));
            hands.push(typed);
        }
        let amounts = self.column(columns.amount, &amounts, Number::Dollars);
        let basic: Vec<Live> = (0..count).map(|k| amounts.cell(k, 0) * (num(1.0) - tax)).collect();
        let basic = self.column(columns.basic, &basic, Number::Dollars);
        let free = self.column(columns.workings, &free, Number::Flag);
        let codes = self.range(1, vec![0.0; count]);
        let shares = self.origins(&lines, &hands, &free, &basic, solve_row);
        let margins = self.margins(&lines);
        self.total(&amounts, &basic, &shares.0);
        let solved = shares.1;
        let written = PhasePurchases {
            codes,
            bought: lines.iter().map(|(_, w)| w.bought).collect(),
            margins,
            shares: shares.0,
            reached: solved[0].clone(),
            by_default: solved[1].clone(),
            most: solved[2].clone(),
            least: solved[3].clone(),
            first: self.first,
            lines: count,
            inputs: input_columns
                .iter()
                .enumerate()
                .map(|(at, c)| (*c, columns.exported + at as u16))
                .collect(),
            flag: columns.changed,
            amounts,
            basic,
        };
        (solve_row + 14, written)
    }

    /// Shares set by hand, in the columns where they may be.
    fn hand_shares(&self, [study, rest, other, _]: [f64; 4]) -> Vec<f64> {
        if self.book.study.whole_province {
            vec![study + rest, other]
        } else {
            vec![study, rest, other]
        }
    }

    fn heads(&mut self, row: u32) {
        let (book, c) = (self.book, self.columns);
        let year = price_year(book, self.k);
        let in_year = |msg, year: &str| book.fill(msg, &[("year", year)]);
        let mut heads: Vec<(u16, String)> = vec![
            (c.part, book.get(m::COLUMN_PART).into()),
            (c.default, in_year(m::COLUMN_DEFAULT_AMOUNT, &year)),
            (c.own, in_year(m::COLUMN_OWN_AMOUNT, &year)),
            (c.changed, book.get(m::COLUMN_CHANGED).into()),
            (c.amount, in_year(m::COLUMN_AMOUNT, &book.year())),
            (c.basic, book.get(m::COLUMN_BASIC).into()),
        ];
        for (origin, column) in &c.hand {
            let place = book.origin(*origin);
            heads.push((*column, book.fill(m::COLUMN_BY_HAND, &[("place", &place)])));
        }
        for (origin, column) in &c.shares {
            let place = book.origin(*origin);
            heads.push((*column, book.fill(m::COLUMN_ORIGIN, &[("place", &place)])));
        }
        let local = [("what", book.get(m::WHAT_LOCAL))];
        let content = [("what", book.get(m::WHAT_CONTENT))];
        let hand = |origin| book.fill(m::COLUMN_HAND_USED, &[("place", &book.origin(origin))]);
        let workings = [
            book.get(m::COLUMN_FREE).to_owned(),
            book.get(m::COLUMN_PROVINCE).to_owned(),
            book.get(m::COLUMN_OTHER).to_owned(),
            book.get(m::COLUMN_LOCAL_PART).to_owned(),
            book.get(m::COLUMN_RAISED).to_owned(),
            book.get(m::COLUMN_MADE_HERE).to_owned(),
            hand(Origin::Rest),
            hand(Origin::Other),
            String::new(),
            book.fill(m::COLUMN_BREAK, &content),
            book.fill(m::COLUMN_AT_BREAK, &content),
            book.get(m::COLUMN_PROVINCE_USED).to_owned(),
            book.get(m::COLUMN_OTHER_USED).to_owned(),
            book.get(m::COLUMN_LOCAL_DEFAULT).to_owned(),
            book.get(m::COLUMN_CAP).to_owned(),
            book.fill(m::COLUMN_BREAK, &local),
            book.fill(m::COLUMN_AT_BREAK, &local),
        ];
        heads.extend((c.workings..).zip(workings));
        heads.push((c.margins, book.get(m::COLUMN_TRADE_MARGIN).into()));
        heads.push((c.margins + 1, book.get(m::COLUMN_TRANSPORT_MARGIN).into()));
        let exported = heads
            .iter()
            .filter(|(column, _)| *column == c.own || c.hand.iter().any(|(_, h)| h == column))
            .map(|(column, text)| {
                (
                    c.exported + column - c.own,
                    format!("{} ({})", text, book.get(m::COLUMN_AT_EXPORT).to_lowercase()),
                )
            })
            .collect::<Vec<_>>();
        heads.extend(exported);
        self.page.words(row, 0, book.get(m::COLUMN_LINE), Look::HeadLeft);
        self.page.words(row, 1, book.get(m::COLUMN_CODE), Look::HeadLeft);
        for (column, text) in heads.iter().filter(|(_, t)| !t.is_empty()) {
            self.page.words(row, *column, text, Look::Head);
        }
        let _ = self.page.sheet.set_row_height(row, 48);
    }

    /// The default amount of each line as a formula in dollars of the price year, with the part that it is of the whole.
    fn default_parts(&self, lines: &[(&LineStudy, &LineWorkings)]) -> Vec<Option<(Option<f64>, Live)>> {
        let phase = &self.inputs.phases[self.k];
        let factor = &phase.price_factor;
        let whole = match &phase.kind {
            KindInputs::Construction { investment } => investment.clone(),
            KindInputs::Operation { .. } => match output(self.inputs, self.k) {
                Some(output) => output / factor,
                None => num(0.0),
            },
        };
        // Works that a site workforce asks for stay; equipment takes what is left.
        let works = match &self.phase.workings.start {
            Start::Investment { works, .. } => *works,
            Start::Operation(_) => None,
        };
        let sum = |kind: LineKind| -> f64 {
            let of = lines.iter().filter(|(l, _)| l.kind == kind);
            of.filter_map(|(l, _)| l.default_amount).sum()
        };
        let equipment = sum(LineKind::Equipment);
        let base = whole.value * factor.value;
        lines
            .iter()
            .enumerate()
            .map(|(k, (line, _))| {
                let default = line.default_amount?;
                let part_cell = |part: f64| {
                    let cell = row_col_to_cell(self.first + k as u32, self.columns.part);
                    atom(cell, part)
                };
                if let Some(works) = works.filter(|_| line.kind == LineKind::Works) {
                    return Some((None, num(works / factor.value)));
                }
                if let Some(works) = works.filter(|_| line.kind == LineKind::Equipment && equipment > 0.0) {
                    let room = if base > 0.0 { (works + equipment) / base } else { 0.0 };
                    let part = default / equipment;
                    let left = most(&whole * room - works / factor.value, 0.0);
                    return Some((Some(part), left * part_cell(part)));
                }
                let part = if base > 0.0 { default / base } else { 0.0 };
                Some((Some(part), &whole * part_cell(part)))
            })
            .collect()
    }

    /// Copies the inputs of a line, to compare with.
    fn exported(&mut self, row: u32, inputs: &[u16]) {
        let (line, workings) = {
            let k = (row - self.first) as usize;
            (&self.phase.lines[k], &self.phase.workings.lines[k])
        };
        let factor = self.inputs.phases[self.k].price_factor.value;
        let mut values = vec![workings.own_amount.then_some(line.amount / factor)];
        match workings.by_hand {
            Some(shares) => values.extend(self.hand_shares(shares).into_iter().map(Some)),
            None => values.extend(vec![None; inputs.len() - 1]),
        }
        for (at, value) in values.into_iter().enumerate() {
            let number = if at == 0 { Number::Dollars } else { Number::Share };
            let column = self.columns.exported + at as u16;
            match value {
                Some(v) => drop(self.page.number(row, column, v, Look::Fixed, number)),
                None => self.page.blank(row, column, Look::Fixed),
            }
            let [now, then] = [inputs[at], column].map(|c| row_col_to_cell_absolute(row, c));
            let rule = ConditionalFormatFormula::new()
                .set_rule(format!("={now}<>{then}").as_str())
                .set_format(self.page.styles.changed());
            let _ = self
                .page
                .sheet
                .add_conditional_format(row, inputs[at], row, inputs[at], &rule);
        }
    }

    pub(super) fn column(&mut self, column: u16, lives: &[Live], number: Number) -> Range {
        self.page.column(self.first, column, lives, Look::Body, number)
    }

    fn fixed(&mut self, column: u16, values: &[f64], number: Number) -> Range {
        self.page.fixed(self.first, column, values, number)
    }

    fn range(&self, column: u16, values: Vec<f64>) -> Range {
        self.page.range((self.first, column), (values.len(), 1), values)
    }

    /// The origin of each line, and the local share: reached, by default, most, least.
    fn origins(
        &mut self,
        lines: &[(&LineStudy, &LineWorkings)],
        hands: &[Vec<Optional>],
        free: &Range,
        basic: &Range,
        solve_row: u32,
    ) -> (Vec<(Origin, Range)>, [Live; 4]) {
        let (book, at) = (self.book, self.columns.workings);
        let whole = book.study.whole_province;
        let of = |f: &dyn Fn(&LineWorkings) -> f64| -> Vec<f64> { lines.iter().map(|(_, w)| f(w)).collect() };
        let province = self.fixed(at + 1, &of(&|w| w.province), Number::Coefficient);
        let other = self.fixed(at + 2, &of(&|w| w.other), Number::Coefficient);
        let part = self.fixed(at + 3, &of(&|w| w.local_part), Number::Coefficient);
        let raised = self.fixed(at + 4, &of(&|w| w.raised_cap.unwrap_or(0.0)), Number::Coefficient);
        let made = self.fixed(at + 5, &of(&|w| f64::from(u8::from(w.made_here))), Number::Flag);
        let each = |f: &dyn Fn(usize) -> Live| -> Vec<Live> { (0..lines.len()).map(f).collect() };

        // Lines set by hand: what is not typed follows as it would if their local share had been asked for.
        let study_hand = |k: usize| hands[k][0].live.clone();
        let typed = |k: usize| -> Cond {
            let rest = hands[k].iter().skip(1).map(Optional::stated);
            rest.reduce(|a, b| a.or(&b))
                .unwrap_or_else(|| Cond::new("FALSE", false))
        };
        let position = |origin: Origin| by_hand(book).iter().position(|o| *o == origin);
        let usual_other = |local: &Live, t: &Live, o: &Live| {
            let outside = most(num(1.0) - t, 0.0);
            let room = most(&outside, o);
            let shrunk = room.above(0.0).choose((num(1.0) - local) * o / &room, 0.0);
            local.at_most(t).choose(o, shrunk)
        };
        let rest_hand = each(&|k| {
            let follows = most(province.cell(k, 0) - study_hand(k), 0.0);
            match position(Origin::Rest) {
                Some(p) => typed(k).choose(&hands[k][p].live, follows),
                None => num(0.0),
            }
        });
        let rest_hand = self.column(at + 6, &rest_hand, Number::Coefficient);
        let other_hand = each(&|k| {
            let follows = usual_other(&study_hand(k), &province.cell(k, 0), &other.cell(k, 0));
            match position(Origin::Other) {
                Some(p) => typed(k).choose(&hands[k][p].live, follows),
                None => follows,
            }
        });
        let other_hand = self.column(at + 7, &other_hand, Number::Coefficient);
        let study_hands: Vec<f64> = hands.iter().map(|h| h[0].live.value).collect();
        let study_hands = self.range(self.columns.hand(Origin::Study).unwrap_or(5), study_hands);

        // The province first, then the region inside it.
        let ones = each(&|k| province.cell(k, 0).above(0.0).choose(1.0, 0.0));
        let ones = self.column(at + 8, &ones, Number::Flag);
        let cap_head = format!("{} (t)", book.get(m::COLUMN_CAP));
        self.page.words(self.first - 1, at + 8, &cap_head, Look::Head);
        let content = Items {
            free,
            weight: basic,
            share: &province,
            cap: &ones,
        };
        let input = &self.inputs.phases[self.k];
        let asked_content = if whole {
            &input.local_share
        } else {
            input.content.as_ref().unwrap_or(&input.local_share)
        };
        let kept_in_province: f64 = (0..lines.len())
            .map(|k| (1.0 - free.values()[k]) * basic.values()[k] * (study_hands.values()[k] + rest_hand.values()[k]))
            .sum();
        let kept_text = format!(
            "SUMPRODUCT((1-{})*{}*({}+{}))",
            free.text(),
            basic.text(),
            study_hands.text(),
            rest_hand.text()
        );
        let kept = atom(kept_text, kept_in_province);
        let title = if whole { m::COLUMN_LOCAL } else { m::COLUMN_CONTENT };
        let first = self.solve((solve_row, 3), title, &content, asked_content, kept, (at + 9, at + 10));
        let used = each(&|k| {
            let (t, cap) = (province.cell(k, 0), ones.cell(k, 0));
            let free = free.cell(k, 0);
            let scaled = least(cap, &first.kappa * &t);
            asked_content
                .stated()
                .choose(&free * scaled + (num(1.0) - &free) * &t, &t)
        });
        let used = self.column(at + 11, &used, Number::Coefficient);
        let other_used = each(&|k| {
            let (t, o) = (province.cell(k, 0), other.cell(k, 0));
            let outside = num(1.0) - &t;
            outside
                .above(0.0)
                .choose(o * (num(1.0) - used.cell(k, 0)) / &outside, 0.0)
        });
        let other_used = self.column(at + 12, &other_used, Number::Coefficient);

        let by_default = each(&|k| used.cell(k, 0) * part.cell(k, 0));
        let by_default = self.column(at + 13, &by_default, Number::Coefficient);
        let caps = each(&|k| least(most(raised.cell(k, 0), made.cell(k, 0) * used.cell(k, 0)), 1.0));
        let caps = self.column(at + 14, &caps, Number::Coefficient);
        let local = Items {
            free,
            weight: basic,
            share: &by_default,
            cap: &caps,
        };
        let kept = atom(
            format!(
                "SUMPRODUCT((1-{})*{}*{})",
                free.text(),
                basic.text(),
                study_hands.text()
            ),
            (0..lines.len())
                .map(|k| (1.0 - free.values()[k]) * basic.values()[k] * study_hands.values()[k])
                .sum(),
        );
        let second = if whole {
            None
        } else {
            Some(self.solve(
                (solve_row, 4),
                m::COLUMN_LOCAL,
                &local,
                &input.local_share,
                kept,
                (at + 15, at + 16),
            ))
        };

        let study = each(&|k| {
            let reached = match &second {
                Some(s) => {
                    let (share, cap) = (by_default.cell(k, 0), caps.cell(k, 0));
                    let tail = share.at_most(0.0).choose(&s.tail * &cap, 0.0);
                    least(&cap, &s.kappa * &share) + tail
                }
                None => used.cell(k, 0),
            };
            free.cell(k, 0).above(0.0).choose(reached, study_hand(k))
        });
        let mut out = Vec::new();
        let column = |origin: Origin| {
            let found = self.columns.shares.iter().find(|(o, _)| *o == origin);
            found.map(|(_, c)| *c)
        };
        let study = self.column(column(Origin::Study).unwrap_or(0), &study, Number::Share);
        out.push((Origin::Study, study.clone()));
        let rest = column(Origin::Rest).map(|c| {
            let rest = each(&|k| {
                let left = most(used.cell(k, 0) - study.cell(k, 0), 0.0);
                free.cell(k, 0).above(0.0).choose(left, rest_hand.cell(k, 0))
            });
            let rest = self.column(c, &rest, Number::Share);
            out.push((Origin::Rest, rest.clone()));
            rest
        });
        let others = each(&|k| {
            let usual = usual_other(&study.cell(k, 0), &used.cell(k, 0), &other_used.cell(k, 0));
            free.cell(k, 0).above(0.0).choose(usual, other_hand.cell(k, 0))
        });
        let others = self.column(column(Origin::Other).unwrap_or(0), &others, Number::Share);
        out.push((Origin::Other, others.clone()));
        let abroad = each(&|k| {
            let made = match &rest {
                Some(rest) => num(1.0) - study.cell(k, 0) - rest.cell(k, 0),
                None => num(1.0) - study.cell(k, 0),
            };
            most(made - others.cell(k, 0), 0.0)
        });
        let abroad = self.column(column(Origin::Abroad).unwrap_or(0), &abroad, Number::Share);
        out.push((Origin::Abroad, abroad));

        let total = basic.sum();
        let of_all = |live: Live| total.above(0.0).choose(live / &total, 0.0);
        let solved = second.as_ref().unwrap_or(&first);
        let default = if whole {
            sumproduct(&[free, basic, &province])
        } else {
            // What is asked of the province comes first.
            local.at(&num(1.0))
        };
        let answers = [
            of_all(sumproduct(&[basic, &study])),
            of_all(&solved.kept + default),
            of_all(&solved.kept + &solved.room),
            of_all(solved.kept.clone()),
        ];
        (out, answers)
    }

    fn margins(&mut self, lines: &[(&LineStudy, &LineWorkings)]) -> [Option<Range>; 2] {
        [0, 1].map(|which| {
            let values: Vec<f64> = lines.iter().map(|(_, w)| w.margins[which]).collect();
            let any = values.iter().any(|v| *v != 0.0);
            let range = self.fixed(self.columns.margins + which as u16, &values, Number::Share);
            any.then_some(range)
        })
    }

    fn total(&mut self, amounts: &Range, basic: &Range, shares: &[(Origin, Range)]) {
        let row = self.first + amounts.rows() as u32;
        self.page.words(row, 0, self.book.get(m::LINES_TOTAL), Look::Total);
        for column in 1..self.columns.amount {
            self.page.blank(row, column, Look::Total);
        }
        self.page
            .put(row, self.columns.amount, &amounts.sum(), Look::Total, Number::Dollars);
        let total = self
            .page
            .put(row, self.columns.basic, &basic.sum(), Look::Total, Number::Dollars);
        for ((_, share), (_, column)) in shares.iter().zip(&self.columns.shares) {
            let mean = total.above(0.0).choose(sumproduct(&[basic, share]) / &total, 0.0);
            self.page.put(row, *column, &mean, Look::Total, Number::Share);
        }
    }
}

/// A row of cells, as an argument.
fn cells(row: u32, columns: impl Iterator<Item = u16>) -> String {
    let names: Vec<String> = columns.map(|c| row_col_to_cell_absolute(row, c)).collect();
    names.join(",")
}

impl Purchases<'_> {
    /// Marks the lines that differ from the exported ones and counts them.
    pub(super) fn changed(&mut self, book: &Book<'_>) -> Live {
        let yes = LiveText::plain(book.get(m::YES));
        let mut counts = Vec::new();
        for phase in self.phases.iter().filter(|p| p.lines > 0) {
            for row in phase.first..phase.first + phase.lines as u32 {
                let differ: Vec<String> = phase
                    .inputs
                    .iter()
                    .map(|(now, then)| {
                        let [now, then] = [*now, *then].map(|c| row_col_to_cell_absolute(row, c));
                        format!("{now}<>{then}")
                    })
                    .collect();
                let differs = Cond::new(format!("OR({})", differ.join(",")), false);
                self.page
                    .put_words(row, phase.flag, &differs.words(&yes, &LiveText::plain("")), Look::Note);
            }
            let flags = self
                .page
                .range((phase.first, phase.flag), (phase.lines, 1), vec![0.0; phase.lines]);
            counts.push(atom(format!("COUNTIF({},{})", flags.text(), yes.text), 0.0));
        }
        super::live::total(counts)
    }
}
