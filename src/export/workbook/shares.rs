//! A share of purchases solved at its break points, in cells: the sum of w·min(cap, κ·s) grows in straight segments.

use super::live::{Live, Range, atom, least, most, sumproduct};
use super::page::{Optional, Page};
use super::purchases::Block;
use super::style::{Look, Number};
use crate::text::Msg;
use crate::text::messages::workbook as m;

/// What the solver of a share reads: parallel columns.
pub(super) struct Items<'a> {
    pub(super) free: &'a Range,
    pub(super) weight: &'a Range,
    pub(super) share: &'a Range,
    pub(super) cap: &'a Range,
}

impl Items<'_> {
    /// Purchases at a value of κ: the sum of w·min(cap, κ·s) over free lines.
    pub(super) fn at(&self, kappa: &Live) -> Live {
        let [f, w, s, c] = [self.free, self.weight, self.share, self.cap].map(Range::text);
        let k = &kappa.text;
        let text = format!("SUMPRODUCT({f}*{w}*(({k}*{s}<{c})*{k}*{s}+({k}*{s}>={c})*{c}))");
        let value = self.fold(|s, cap| (kappa.value * s).min(cap));
        atom(text, value)
    }

    /// The sum over free lines of w times a function of share and cap.
    fn fold(&self, of: impl Fn(f64, f64) -> f64) -> f64 {
        let lines = self.free.values().iter().zip(self.weight.values());
        let lines = lines.zip(self.share.values().iter().zip(self.cap.values()));
        lines.map(|((f, w), (s, c))| f * w * of(*s, *c)).sum()
    }
}

/// κ and what led to it.
pub(super) struct Solved {
    pub(super) kappa: Live,
    pub(super) tail: Live,
    pub(super) room: Live,
    pub(super) kept: Live,
}

impl Block<'_, '_, '_> {
    /// Solves the share asked for at the break points and returns κ; the steps are written in a column.
    pub(super) fn solve(
        &mut self,
        (row, column): (u32, u16),
        title: Msg,
        items: &Items<'_>,
        asked: &Optional,
        kept: Live,
        (breaks, at_breaks): (u16, u16),
    ) -> Solved {
        let book = self.book;
        let count = items.free.rows();
        let b: Vec<Live> = (0..count)
            .map(|k| {
                let (f, s, c) = (items.free.cell(k, 0), items.share.cell(k, 0), items.cap.cell(k, 0));
                (f * &s).above(0.0).choose(c / &s, 0.0)
            })
            .collect();
        let b = self.column(breaks, &b, Number::Coefficient);
        let reached: Vec<Live> = (0..count).map(|k| items.at(&b.cell(k, 0))).collect();
        let reached = self.column(at_breaks, &reached, Number::Dollars);

        self.page.section(row, 5, book.get(m::SOLVE_TITLE));
        self.page.words(row + 1, 0, book.get(m::SOLVE_BELOW), Look::Note);
        self.page.words(row + 2, column, book.get(title), Look::Head);
        let mut at = row + 3;
        let mut put = |page: &mut Page<'_>, label: Msg, live: &Live, number: Number| {
            page.words(at, 0, book.get(label), Look::Inset);
            let cell = page.put(at, column, live, Look::Body, number);
            at += 1;
            cell
        };
        let page = &mut *self.page;
        let total = put(page, m::SOLVE_TOTAL, &items.weight.sum(), Number::Dollars);
        let kept = put(page, m::SOLVE_BY_HAND, &kept, Number::Dollars);
        let room = put(
            page,
            m::SOLVE_ROOM,
            &sumproduct(&[items.free, items.weight, items.cap]),
            Number::Dollars,
        );
        let wanted = least(most(&asked.live * &total - &kept, 0.0), &room);
        let target = put(page, m::SOLVE_TARGET, &wanted, Number::Dollars);
        let low = b
            .values()
            .iter()
            .zip(reached.values())
            .filter(|(_, f)| **f < target.value)
            .fold(0.0_f64, |m, (b, _)| m.max(*b));
        let text = format!("SUMPRODUCT(MAX(({}<{})*{}))", reached.text(), target.text, b.text());
        let low = put(page, m::SOLVE_LOW, &atom(text, low), Number::Factor);
        let at_low = put(page, m::SOLVE_AT_LOW, &items.at(&low), Number::Dollars);
        let slope: f64 = (0..count)
            .filter(|k| b.values()[*k] > low.value)
            .map(|k| items.free.values()[k] * items.weight.values()[k] * items.share.values()[k])
            .sum();
        let [f, w, s] = [items.free, items.weight, items.share].map(Range::text);
        let text = format!("SUMPRODUCT({f}*{w}*{s}*({}>{}))", b.text(), low.text);
        let slope = put(page, m::SOLVE_SLOPE, &atom(text, slope), Number::Dollars);
        let on_segment = &low + (&target - &at_low) / &slope;
        // Any share of nothing is met by nothing.
        let asks = asked.stated().and(&total.above(0.0));
        let kappa = asks.choose(slope.above(0.0).choose(on_segment, &low), 1.0);
        let kappa = put(page, m::SOLVE_KAPPA, &kappa, Number::Factor);
        // A line with a cap and no default share is filled last.
        let unused = items.fold(|s, cap| if s <= 0.0 { cap } else { 0.0 });
        let c = items.cap.text();
        let unused = atom(format!("SUMPRODUCT({f}*{w}*{c}*({s}<=0))"), unused);
        let part = least(most((&target - &at_low) / &unused, 0.0), 1.0);
        let last = asks.and(&slope.at_most(0.0)).and(&unused.above(0.0));
        let tail = put(page, m::SOLVE_TAIL, &last.choose(part, 0.0), Number::Factor);
        Solved {
            kappa,
            tail,
            room,
            kept,
        }
    }
}
