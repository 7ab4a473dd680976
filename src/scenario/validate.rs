//! What a scenario must be by itself, before it meets an economy; every problem is reported with its field.

use std::collections::BTreeSet;

/// More suppliers of one line than any region has.
const MOST_SUPPLIERS: f64 = 100_000.0;

use super::document::{Input, Phase, PhaseKind, Scenario};
use super::growth::Growth;
use super::labour::Labour;
use super::support::{Support, SupportKind, TaxBase};
use crate::problem::{Problem, What};

/// The years that a scenario may speak of.
const YEARS: (i32, i32) = (1950, 2150);

/// The largest amount of dollars or jobs that a scenario may state: far beyond any economy, and far below where sums overflow.
const LARGEST: f64 = 1e15;

/// The longest term or holiday, in years.
const LONGEST: f64 = 100.0;

/// The highest property tax for each 100 $ of value.
const HIGHEST_TAX_RATE: f64 = 100.0;

/// The tolerance on shares that must sum to 1.
const SUM_TOLERANCE: f64 = 1e-6;

/// Returns every problem of a document that needs no data to be seen.
pub fn validate(scenario: &Scenario) -> Vec<Problem> {
    let mut p = Problems(Vec::new());
    if let Some(delta) = scenario.model.delta {
        p.below(1.0, "model.delta", delta);
    }
    if let Some(year) = scenario.model.law_year {
        p.year("model.law_year", year);
    }
    for (id, input) in &scenario.parameters {
        p.finite(&format!("parameters.{id}.value"), input.value);
    }
    if scenario.phases.is_empty() {
        p.push("phases", What::Empty);
    }
    let mut seen = BTreeSet::new();
    for (k, phase) in scenario.phases.iter().enumerate() {
        let place = format!("phases[{k}]");
        if !seen.insert(&phase.id) {
            p.push(
                &format!("{place}.id"),
                What::Duplicate {
                    id: phase.id.to_string(),
                },
            );
        }
        p.phase(&place, phase);
    }
    let mut seen = BTreeSet::new();
    for (k, support) in scenario.support.iter().enumerate() {
        let place = format!("support[{k}]");
        if !seen.insert(&support.id) {
            let id = support.id.to_string();
            p.push(&format!("{place}.id"), What::Duplicate { id });
        }
        p.support(&place, support);
    }
    if let Some(closure) = &scenario.early_closure {
        p.early_closure(closure.value, scenario.operation_years());
    }
    p.labour(&scenario.labour);
    let mut seen = BTreeSet::new();
    for (k, benefit) in scenario.benefits.iter().enumerate() {
        if !seen.insert(&benefit.id) {
            let id = benefit.id.clone();
            p.push(&format!("benefits[{k}].id"), What::Duplicate { id });
        }
    }
    for (k, claim) in scenario.claims.iter().enumerate() {
        p.finite(&format!("claims[{k}].value"), claim.value);
    }
    p.0
}

struct Problems(Vec<Problem>);

impl Problems {
    fn push(&mut self, place: &str, what: What) {
        self.0.push(Problem::new(place, what));
    }

    fn finite(&mut self, place: &str, value: f64) -> bool {
        if !value.is_finite() {
            self.push(place, What::NotFinite);
        }
        value.is_finite()
    }

    fn not_negative(&mut self, place: &str, value: f64) {
        if self.finite(place, value) && value < 0.0 {
            self.push(place, What::Negative { value });
        }
        if value.is_finite() && value > LARGEST {
            let (low, high) = (0.0, LARGEST);
            self.push(place, What::OutOfRange { value, low, high });
        }
    }

    fn share(&mut self, place: &str, value: f64) {
        if self.finite(place, value) && !(0.0..=1.0).contains(&value) {
            self.push(
                place,
                What::OutOfRange {
                    value,
                    low: 0.0,
                    high: 1.0,
                },
            );
        }
    }

    fn below(&mut self, high: f64, place: &str, value: f64) {
        if self.finite(place, value) && !(0.0..high).contains(&value) {
            self.push(place, What::OutOfRange { value, low: 0.0, high });
        }
    }

    fn amount(&mut self, place: &str, input: &Option<Input>) {
        if let Some(i) = input {
            self.not_negative(&format!("{place}.value"), i.value);
        }
    }

    fn optional_share(&mut self, place: &str, input: &Option<Input>) {
        if let Some(i) = input {
            self.share(&format!("{place}.value"), i.value);
        }
    }

    fn sum_to_one(&mut self, place: &str, shares: &[f64]) {
        for s in shares {
            self.share(place, *s);
        }
        let sum: f64 = shares.iter().sum();
        if sum.is_finite() && (sum - 1.0).abs() > SUM_TOLERANCE {
            self.push(place, What::SharesSum { sum });
        }
    }

    fn year(&mut self, place: &str, year: i32) {
        if !(YEARS.0..=YEARS.1).contains(&year) {
            let (low, high) = (f64::from(YEARS.0), f64::from(YEARS.1));
            self.push(
                place,
                What::OutOfRange {
                    value: f64::from(year),
                    low,
                    high,
                },
            );
        }
    }

    fn whole(&mut self, place: &str, value: f64, low: f64, high: f64) {
        if !self.finite(place, value) {
            return;
        }
        if value.fract() != 0.0 {
            self.push(place, What::NotWhole { value });
        }
        if !(low..=high).contains(&value) {
            self.push(place, What::OutOfRange { value, low, high });
        }
    }

    fn optional_whole(&mut self, place: &str, input: &Option<Input>, low: f64, high: f64) {
        if let Some(i) = input {
            self.whole(&format!("{place}.value"), i.value, low, high);
        }
    }

    fn support(&mut self, place: &str, support: &Support) {
        self.year(&format!("{place}.year"), support.year);
        let at = |field: &str| format!("{place}.kind.{field}");
        match &support.kind {
            SupportKind::Grant { amount } => self.not_negative(&at("amount.value"), amount.value),
            SupportKind::Loan {
                amount,
                rate,
                term,
                moratorium,
            } => {
                self.not_negative(&at("amount.value"), amount.value);
                self.optional_share(&at("rate"), rate);
                self.optional_whole(&at("term"), term, 1.0, LONGEST);
                self.optional_whole(&at("moratorium"), moratorium, 0.0, LONGEST);
                if let (Some(term), Some(moratorium)) = (term, moratorium)
                    && moratorium.value >= term.value
                {
                    let (moratorium, term) = (moratorium.value, term.value);
                    self.push(&at("moratorium.value"), What::MoratoriumTooLong { moratorium, term });
                }
            }
            SupportKind::Equity { amount, loss_share } => {
                self.not_negative(&at("amount.value"), amount.value);
                self.optional_share(&at("loss_share"), loss_share);
            }
            SupportKind::Credit { rate, spending } => {
                self.share(&at("rate.value"), rate.value);
                self.amount(&at("spending"), spending);
            }
            SupportKind::Holiday { rate, spending, years } => {
                self.share(&at("rate.value"), rate.value);
                self.amount(&at("spending"), spending);
                self.optional_whole(&at("years"), years, 1.0, LONGEST);
            }
        }
    }

    /// Checks the last year of a variant that closes early: a year of operation. In the last planned one, only what is owed then is lost.
    fn early_closure(&mut self, value: f64, operation: Option<std::ops::RangeInclusive<i32>>) {
        match operation {
            Some(years) if years.start() <= years.end() => {
                let (low, high) = (f64::from(*years.start()), f64::from(*years.end()));
                self.whole("early_closure.value", value, low, high);
            }
            // Years in the wrong order are a problem of their phase.
            Some(years) if years.start() > years.end() => {}
            _ => {
                if self.finite("early_closure.value", value) {
                    self.push("early_closure.value", What::NothingToClose);
                }
            }
        }
    }

    fn labour(&mut self, labour: &Labour) {
        if let Some(rate) = &labour.unemployment {
            self.below(1.0, "labour.unemployment.value", rate.value);
        }
        for (k, programme) in labour.programmes.iter().enumerate() {
            let place = format!("labour.programmes[{k}]");
            self.not_negative(&format!("{place}.seats.value"), programme.seats.value);
            self.share(&format!("{place}.graduation.value"), programme.graduation.value);
            self.share(&format!("{place}.hired.value"), programme.hired.value);
            self.year(&format!("{place}.first_year"), programme.first_year);
        }
    }

    fn tax_base(&mut self, place: &str, base: &TaxBase, property_tax: &Option<Input>) {
        self.not_negative(&format!("{place}.assessed_value.value"), base.assessed_value.value);
        let (at, value) = (format!("{place}.rate.value"), base.rate.value);
        if self.finite(&at, value) && !(0.0..=HIGHEST_TAX_RATE).contains(&value) {
            let (low, high) = (0.0, HIGHEST_TAX_RATE);
            self.push(&at, What::OutOfRange { value, low, high });
        }
        self.optional_share(&format!("{place}.equalization_loss"), &base.equalization_loss);
        if property_tax.as_ref().is_some_and(|t| t.value > 0.0) {
            self.push(place, What::PropertyTaxTwice);
        }
    }

    /// Checks a programme of growth: it belongs to an operation, ends within its years, and stands in place of a profile.
    fn growth(&mut self, place: &str, phase: &Phase, growth: &Growth, years: usize) {
        if phase.is_construction() {
            self.push(place, What::GrowthOfConstruction);
        }
        if phase.profile.is_some() {
            self.push(place, What::GrowthAndProfile);
        }
        // Years that end before they start leave no right number.
        if years > 0 {
            self.whole(&format!("{place}.years.value"), growth.years.value, 1.0, years as f64);
        }
        self.not_negative(&format!("{place}.base_jobs.value"), growth.base_jobs.value);
        self.amount(&format!("{place}.base_sales"), &growth.base_sales);
    }

    fn phase(&mut self, place: &str, phase: &Phase) {
        for (name, year) in [
            ("start", phase.start),
            ("end", phase.end),
            ("price_year", phase.price_year),
        ] {
            self.year(&format!("{place}.{name}"), year);
        }
        if phase.end < phase.start {
            self.push(
                &format!("{place}.end"),
                What::EndBeforeStart {
                    start: phase.start,
                    end: phase.end,
                },
            );
        }
        let years = usize::try_from(i64::from(phase.end) - i64::from(phase.start) + 1).unwrap_or(0);
        // Years that end before they start have no right number of entries.
        if let Some(profile) = phase.profile.as_ref().filter(|_| years > 0) {
            let at = format!("{place}.profile");
            let fits = if phase.is_construction() {
                profile.len() == years
            } else {
                profile.len() <= years
            };
            if !fits {
                self.push(
                    &at,
                    What::WrongLength {
                        found: profile.len(),
                        expected: years,
                    },
                );
            }
            if phase.is_construction() {
                self.sum_to_one(&at, profile);
            } else {
                for share in profile {
                    self.share(&at, *share);
                }
            }
        }
        if let Some(growth) = &phase.growth {
            self.growth(&format!("{place}.growth"), phase, growth, years);
        }
        self.optional_share(&format!("{place}.local_share"), &phase.local_share);
        self.optional_share(&format!("{place}.province_content"), &phase.province_content);
        for (name, input) in phase.additionality.iter().flat_map(|a| a.stated()) {
            self.share(&format!("{place}.additionality.{name}.value"), input.value);
        }
        match &phase.kind {
            PhaseKind::Construction {
                investment,
                shares,
                site_workers,
            } => {
                self.not_negative(&format!("{place}.kind.investment.value"), investment.value);
                self.amount(&format!("{place}.kind.site_workers"), site_workers);
                if let Some(s) = shares {
                    let parts = [s.works, s.equipment, s.intellectual_property, s.land];
                    self.sum_to_one(&format!("{place}.kind.shares"), &parts);
                }
            }
            PhaseKind::Operation {
                jobs,
                annual_wage,
                sales,
                property_tax,
                tax_base,
                local_hiring,
            } => {
                self.not_negative(&format!("{place}.kind.jobs.value"), jobs.value);
                for (name, input) in [
                    ("annual_wage", annual_wage),
                    ("sales", sales),
                    ("property_tax", property_tax),
                ] {
                    self.amount(&format!("{place}.kind.{name}"), input);
                }
                if let Some(base) = tax_base {
                    self.tax_base(&format!("{place}.kind.tax_base"), base, property_tax);
                }
                self.optional_share(&format!("{place}.kind.local_hiring"), local_hiring);
            }
        }
        let mut seen = BTreeSet::new();
        for (k, line) in phase.lines.iter().enumerate() {
            let at = format!("{place}.lines[{k}]");
            if !seen.insert(&line.id) {
                self.push(
                    &format!("{at}.id"),
                    What::Duplicate {
                        id: line.id.to_string(),
                    },
                );
            }
            self.amount(&format!("{at}.amount"), &line.amount);
            if let Some(year) = line.price_year {
                self.year(&format!("{at}.price_year"), year);
            }
            if let Some(o) = &line.origin {
                self.sum_to_one(&format!("{at}.origin"), &[o.study, o.rest, o.other, o.abroad]);
            }
            if let Some(cap) = line.cap {
                self.share(&format!("{at}.cap"), cap);
            }
            if let Some(suppliers) = line.suppliers {
                self.whole(&format!("{at}.suppliers"), suppliers, 0.0, MOST_SUPPLIERS);
            }
            let (trade, transport) = (line.trade_margin.unwrap_or(0.0), line.transport_margin.unwrap_or(0.0));
            self.share(&format!("{at}.trade_margin"), trade);
            self.share(&format!("{at}.transport_margin"), transport);
            if trade + transport > 1.0 {
                self.push(
                    &format!("{at}.trade_margin"),
                    What::SharesSum { sum: trade + transport },
                );
            }
        }
    }
}
