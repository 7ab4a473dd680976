//! Public support, early closure and gross to net: examples worked by hand, properties, and the fields of the document that state them.
//!
//! The expected figures were computed apart, in decimal arithmetic of 40 digits (Python's `decimal`), from the formulas in each comment.

#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::type_complexity,
    clippy::unwrap_used,
    reason = "a test may fail"
)]

use std::collections::BTreeSet;
use std::sync::LazyLock;

use proptest::prelude::*;
use retombees::data::programmes::{Factor, ProgrammeKind};
use retombees::engine::additionality::Factors;
use retombees::engine::present_value::{annuity, discount_factor, level_payment, present_value};
use retombees::engine::support::{Holiday, Instrument, Loan, Payback, Support as Given, counted_aid};
use retombees::engine::timeline::{Life, construction_activity, operation_activity};
use retombees::ids::{Local, SupportId};
use retombees::problem::{Problem, What};
use retombees::report::problems::sentence;
use retombees::scenario::file::{read, write};
use retombees::scenario::presets::SHIPPED;
use retombees::scenario::{
    Additionality, Government, Households, Input, PhaseKind, Scenario, Support, SupportKind, TaxBase,
};
use retombees::study::{self, Cache, Library};
use retombees::text::Lang;

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());

fn close(found: f64, expected: f64) {
    let gap = (found - expected).abs();
    assert!(gap <= 1e-9 * expected.abs().max(1.0), "{found} is not {expected}");
}

fn flagship() -> Scenario {
    read(SHIPPED[0].1.as_bytes()).unwrap()
}

fn given(year: i32, instrument: Instrument) -> Given {
    Given { year, instrument }
}

// Money at different dates

#[test]
fn present_values_keep_the_textbook_identities() {
    close(discount_factor(0.07, 10) * 1.07_f64.powi(10), 1.0);
    close(discount_factor(0.07, -2), 1.1449);
    // An annuity is the sum of its discount factors; at a rate of 0 it counts its payments.
    let sum: f64 = (1..=8).map(|k| discount_factor(0.04, k)).sum();
    close(annuity(0.04, 8), sum);
    close(annuity(0.0, 8), 8.0);
    close(annuity(1e-14, 8), 8.0);
    // 1,000 at 5 % over three years: 1,000 / 2.723248 = 367.208565.
    close(level_payment(1000.0, 0.05, 3), 367.208_564_631_245_04);
    assert_eq!(level_payment(1000.0, 0.05, 0), 0.0);
    // A perpetuity of 1 less one that starts 8 years later: 1/r − 1/r·(1 + r)^−8.
    close(annuity(0.04, 8), 25.0 - 25.0 * discount_factor(0.04, 8));
    close(present_value(&[(2020, -100.0), (2021, 107.0)], 0.07, 2020), 0.0);
    close(present_value(&[(2022, 121.0)], 0.10, 2021), 110.0);
}

// Loans

#[test]
fn a_loan_is_amortised_as_by_hand() {
    // 1,000 at 5 % over 4 years, the first of interest alone:
    // year 1: interest 50, balance 1,000; then 367.2086 a year:
    // year 2: 50.0000 + 317.2086, balance 682.7914; year 3: 34.1396 + 333.0690, balance 349.7224; year 4: 17.4861 + 349.7224, balance 0.
    let loan = Loan::new(1000.0, 0.05, 4, 1).unwrap();
    let expected = [
        (50.0, 0.0, 1000.0),
        (50.0, 317.208_564_631_245_04, 682.791_435_368_755),
        (34.139_571_768_437_75, 333.068_992_862_807_3, 349.722_442_505_947_66),
        (17.486_122_125_297_38, 349.722_442_505_947_66, 0.0),
    ];
    let schedule = loan.schedule();
    assert_eq!(schedule.len(), 4);
    for (found, (interest, principal, balance)) in schedule.iter().zip(expected) {
        close(found.interest, interest);
        close(found.principal, principal);
        close(found.balance, balance);
    }
    // At a market rate of 8 %: 1,000 − 50/1.08 − 367.2086·(1/1.08² + 1/1.08³ + 1/1.08⁴) = 77.4703.
    let loan = given(2020, Instrument::Loan(loan));
    close(loan.net_cost(0.08, Life::Full, &[]), 77.470_291_108_518_87);
    close(loan.face(Life::Full, &[]), 1000.0);
    // The plant closes at the end of the second year and 60 % of the balance is lost:
    // 1,000 − 50/1.08 − (367.2086 + 0.4 × 682.7914)/1.08² = 404.7281; with all of it lost, 638.8815.
    let closes = |loss_share| Life::Closes {
        last_year: 2022,
        loss_share,
    };
    close(loan.net_cost(0.08, closes(0.6), &[]), 404.728_104_613_557_1);
    close(loan.net_cost(0.08, closes(1.0), &[]), 638.881_546_098_040_9);
    let back: Vec<(i32, f64)> = loan
        .outlays(closes(0.6), &[])
        .iter()
        .map(|o| (o.year, o.back))
        .collect();
    assert_eq!(back.iter().map(|b| b.0).collect::<Vec<_>>(), [2020, 2021, 2022, 2022]);
    close(back[3].1, 0.4 * 682.791_435_368_755);
}

#[test]
fn the_loan_of_alliance_magnesium_under_the_default_terms() {
    // 12.5 M$ lent in 2020 at 4 % over 10 years, 2 of them of interest alone; market 7 %. Payment 1,856,597.90; subsidy 1,912,786.91.
    // Closing in 2023 leaves 11,143,402.10 due, all lost: 12.5 M$ − 0.5 M$/1.07 − 0.5 M$/1.07² − 1,856,597.90/1.07³ = 10,080,453.99.
    let parameter = |id: &str| LIBRARY.parameter(id).unwrap().value;
    let (term, moratorium) = (parameter("default_loan_term"), parameter("default_loan_moratorium"));
    let loan = Loan::new(12.5e6, parameter("default_loan_rate"), term as u32, moratorium as u32).unwrap();
    let market = parameter("market_loan_rate");
    let loan = given(2020, Instrument::Loan(loan));
    close(loan.net_cost(market, Life::Full, &[]), 1_912_786.906_807_346_8);
    let stopped = Life::Closes {
        last_year: 2023,
        loss_share: parameter("closure_loss_share"),
    };
    close(loan.net_cost(market, stopped, &[]), 10_080_453.991_750_566);
}

#[test]
fn loans_that_cannot_be_are_refused() {
    for (amount, rate, term, moratorium) in [
        (-1.0, 0.05, 10, 0),
        (f64::NAN, 0.05, 10, 0),
        (f64::INFINITY, 0.05, 10, 0),
        (1.0, -0.01, 10, 0),
        (1.0, 1.01, 10, 0),
        (1.0, f64::NAN, 10, 0),
        (1.0, 0.05, 0, 0),
        (1.0, 0.05, 10, 10),
    ] {
        assert_eq!(
            Loan::new(amount, rate, term, moratorium),
            None,
            "{amount} {rate} {term} {moratorium}"
        );
    }
}

// Other instruments

#[test]
fn grants_credits_and_equity_cost_what_they_say() {
    let closes = |last_year, loss_share| Life::Closes { last_year, loss_share };
    let grant = given(2020, Instrument::Grant { amount: 3e6 });
    close(grant.net_cost(0.07, Life::Full, &[]), 3e6);
    close(grant.net_cost(0.07, closes(2023, 1.0), &[]), 3e6);
    let credit = Instrument::Credit {
        rate: 0.2,
        spending: 40e6,
    };
    close(given(2021, credit).net_cost(0.07, Life::Full, &[]), 8e6);
    let equity = Instrument::Equity {
        amount: 13.4e6,
        loss_share: 0.5,
    };
    let equity = given(2020, equity);
    close(equity.face(Life::Full, &[]), 13.4e6);
    close(equity.net_cost(0.07, Life::Full, &[]), 6.7e6);
    close(equity.net_cost(0.07, closes(2023, 1.0), &[]), 13.4e6);
    close(equity.net_cost(0.07, closes(2023, 0.25), &[]), 3.35e6);
    // What was to be given after the closure is not.
    for later in [grant, equity, given(2020, credit)] {
        assert_eq!(later.net_cost(0.07, closes(2019, 1.0), &[]), 0.0);
        assert_eq!(later.face(closes(2019, 1.0), &[]), 0.0);
    }
}

/// 100 M$ of spending at 25 %, from 2022 for ten years.
fn holiday(other_aid: f64, cap: f64) -> Holiday {
    Holiday {
        rate: 0.25,
        spending: 100e6,
        other_aid,
        cap,
        first_year: 2022,
        years: 10,
    }
}

#[test]
fn a_holiday_counts_spending_net_of_other_aid() {
    // A grant of 12 M$ and a credit of 20 % on 40 M$ take 20 M$ out of 100 M$: 25 % of 80 M$ = 20 M$ of relief. A loan takes out nothing.
    let others = [
        given(2020, Instrument::Grant { amount: 12e6 }),
        given(
            2020,
            Instrument::Credit {
                rate: 0.2,
                spending: 40e6,
            },
        ),
        given(2020, Instrument::Loan(Loan::new(30e6, 0.04, 10, 2).unwrap())),
    ];
    close(counted_aid(&others), 20e6);
    let stacked = holiday(counted_aid(&others), 1e9);
    close(stacked.ceiling(), 20e6);
    close(holiday(0.0, 1e9).ceiling(), 25e6);
    // The cap comes after the other aid: min(60, 100 − 20) × 25 % = 15; aid beyond the spending leaves nothing.
    close(holiday(20e6, 60e6).ceiling(), 15e6);
    close(holiday(120e6, 1e9).ceiling(), 0.0);
    // Taxes of 3 M$ a year: six full years of relief, then 2 M$, then nothing is left.
    let taxes: Vec<(i32, f64)> = (2022..2042).map(|y| (y, 3e6)).collect();
    let relief: Vec<f64> = stacked.relief(&taxes, Life::Full).iter().map(|r| r.1).collect();
    assert_eq!(relief, [3e6, 3e6, 3e6, 3e6, 3e6, 3e6, 2e6, 0.0, 0.0, 0.0]);
    let support = given(2021, Instrument::Holiday(stacked));
    close(support.face(Life::Full, &taxes), 20e6);
    // In dollars of 2021 at 7 %: 3·Σ 1.07^−k, k = 1…6, + 2·1.07^−7 = 15.545118 M$.
    close(support.net_cost(0.07, Life::Full, &taxes), 15_545_118.463_061_5);
    // Ten years at 1 M$ never reach the ceiling; a loss relieves nothing; a closure in 2024 ends it.
    let small: Vec<(i32, f64)> = (2020..2042).map(|y| (y, if y == 2025 { -5e6 } else { 1e6 })).collect();
    close(support.face(Life::Full, &small), 9e6);
    let closes = Life::Closes {
        last_year: 2024,
        loss_share: 1.0,
    };
    close(support.face(closes, &taxes), 9e6);
}

// Time

#[test]
fn activity_follows_its_ramp_up_and_stops_at_the_closure() {
    let closes = Life::Closes {
        last_year: 2023,
        loss_share: 1.0,
    };
    assert_eq!(
        operation_activity(2022, 2025, &[0.5, 0.8], Life::Full),
        [(2022, 0.5), (2023, 0.8), (2024, 1.0), (2025, 1.0)]
    );
    assert_eq!(
        operation_activity(2022, 2025, &[0.5], closes),
        [(2022, 0.5), (2023, 1.0), (2024, 0.0), (2025, 0.0)]
    );
    assert_eq!(
        construction_activity(2022, 2025, &[], Life::Full),
        [(2022, 0.25), (2023, 0.25), (2024, 0.25), (2025, 0.25)]
    );
    assert_eq!(
        construction_activity(2023, 2024, &[0.3, 0.7], closes),
        [(2023, 0.3), (2024, 0.0)]
    );
    assert_eq!(operation_activity(2025, 2024, &[], Life::Full), []);
}

#[test]
fn payback_is_the_first_year_that_covers_the_cost() {
    // 2, 3, 4, 5 M$ a year sum to 2, 5, 9, 14: 9 M$ is covered in the third year exactly, 14.5 never.
    let revenue = [(2022, 2e6), (2023, 3e6), (2024, 4e6), (2025, 5e6)];
    let payback = Payback::new(&revenue, 9e6);
    assert_eq!(payback.year, Some(2024));
    assert_eq!(payback.cumulated, [(2022, 2e6), (2023, 5e6), (2024, 9e6), (2025, 14e6)]);
    close(payback.ratio.unwrap(), 14.0 / 9.0);
    assert_eq!(Payback::new(&revenue, 14.5e6).year, None);
    assert_eq!(Payback::new(&revenue, 0.0).year, None);
    assert_eq!(Payback::new(&revenue, 0.0).ratio, None);
    // Tenths do not add up to 1 in binary; ten of them still pay for 1.
    let tenths: Vec<(i32, f64)> = (2021..2031).map(|y| (y, 0.1)).collect();
    assert_eq!(Payback::new(&tenths, 1.0).year, Some(2030));
    // At 10 %, 1.1, 1.21 and 1.331 are worth 1 each.
    let growing = [(2021, 1.1), (2022, 1.21), (2023, 1.331)];
    let worth = Payback::discounted(&growing, 3.0, 0.10, 2020);
    assert_eq!(worth.year, Some(2023));
    close(worth.ratio.unwrap(), 1.0);
}

// Gross to net

#[test]
fn gross_becomes_net_step_by_step() {
    // 100 jobs, deadweight 20 %: 80; displacement 25 %: 60; substitution 10 %: 54; a reference case of 5 jobs: 49.
    let factors = Factors::new(0.2, 0.25, 0.1, 0.05).unwrap();
    let w = factors.waterfall(100.0);
    for (found, expected) in [
        (w.deadweight, 20.0),
        (w.displacement, 20.0),
        (w.substitution, 6.0),
        (w.reference, 5.0),
        (w.net, 49.0),
        (factors.net_factor(), 0.49),
    ] {
        close(found, expected);
    }
    // A reference case larger than what is left: less than without the project, and it shows.
    close(Factors::new(0.5, 0.5, 0.0, 0.4).unwrap().net_factor(), -0.15);
    assert_eq!(Factors::default().net_factor(), 1.0);
    for bad in [-0.1, 1.1, f64::NAN, f64::INFINITY] {
        assert_eq!(Factors::new(bad, 0.0, 0.0, 0.0), None);
        assert_eq!(Factors::new(0.0, 0.0, 0.0, bad), None);
    }
}

#[test]
fn presets_name_levels_that_exist() {
    let data = &LIBRARY.additionality;
    for preset in &data.presets {
        let share = |f| data.share(&preset.id, f).expect(&preset.id);
        let [d, p, s] = [Factor::Deadweight, Factor::Displacement, Factor::Substitution].map(share);
        assert!(Factors::new(d, p, s, 0.0).is_some(), "{}", preset.id);
        assert_eq!(data.share(&preset.id, Factor::Leakage), None);
    }
    // 75 % of 75 %.
    let share = |f| data.share("low", f).unwrap();
    let low = Factors::new(
        share(Factor::Deadweight),
        share(Factor::Displacement),
        share(Factor::Substitution),
        0.0,
    );
    close(low.unwrap().net_factor(), 0.5625);
    assert_eq!(data.share("nowhere", Factor::Displacement), None);
    for levels in &data.factors {
        let values: Vec<f64> = levels.levels.iter().map(|l| l.value).collect();
        assert!(values.is_sorted() && values[0] == 0.0 && values.last() == Some(&1.0));
        // A figure without a source is an assumption.
        assert_eq!(levels.source.is_none(), levels.assumption, "{:?}", levels.factor);
    }
}

#[test]
fn the_catalogue_of_programmes_is_dated_and_sourced() {
    let ids: BTreeSet<&str> = LIBRARY.programmes.iter().map(|p| p.id.as_str()).collect();
    assert_eq!(ids.len(), LIBRARY.programmes.len());
    for p in &LIBRARY.programmes {
        let texts = [&p.label, &p.body, &p.conditions, &p.source.title];
        assert!(texts.iter().all(|t| !t.fr.is_empty() && !t.en.is_empty()), "{}", p.id);
        assert!(
            p.source.url.starts_with("http") && !p.source.place.is_empty(),
            "{}",
            p.id
        );
        assert_eq!(p.last_checked.len(), 10, "{}", p.id);
        assert!(p.rates.iter().all(|r| (0.0..=1.0).contains(&r.rate)), "{}", p.id);
        assert!(!p.kinds.is_empty(), "{}", p.id);
    }
    let holiday = LIBRARY.programme("large-project-holiday").unwrap();
    assert_eq!((holiday.kinds[0], holiday.years), (ProgrammeKind::Holiday, Some(10)));
    assert_eq!(holiday.spending_cap, Some(1e9));
}

// Properties

fn a_loan() -> impl Strategy<Value = Loan> {
    (0.0..1e9_f64, 0.0..0.3_f64, 1..40_u32, 0.0..1.0_f64).prop_map(|(amount, rate, term, part)| {
        let moratorium = (f64::from(term) * part) as u32;
        Loan::new(amount, rate, term, moratorium.min(term - 1)).unwrap()
    })
}

proptest! {
    #[test]
    fn a_loan_at_the_market_rate_costs_nothing(loan in a_loan(), rate in 0.0..0.3_f64) {
        let terms = loan.schedule();
        let own_rate = if loan.amount() > 0.0 { terms[0].interest / loan.amount() } else { rate };
        let cost = given(2020, Instrument::Loan(loan)).net_cost(own_rate, Life::Full, &[]);
        prop_assert!(cost.abs() <= 1e-8 * loan.amount().max(1.0), "{cost}");
    }

    #[test]
    fn principal_comes_back_in_full_and_cost_stays_under_the_amount(
        loan in a_loan(), market in 0.0..0.3_f64, last_year in 2020..2065_i32, loss_share in 0.0..=1.0_f64,
    ) {
        let tolerance = 1e-9 * loan.amount().max(1.0);
        let schedule = loan.schedule();
        let principal: f64 = schedule.iter().map(|p| p.principal).sum();
        prop_assert!((principal - loan.amount()).abs() <= tolerance);
        prop_assert_eq!(schedule.last().unwrap().balance, 0.0);
        prop_assert!(schedule.iter().all(|p| p.interest >= 0.0 && p.principal >= 0.0));
        let support = given(2020, Instrument::Loan(loan));
        let closes = Life::Closes { last_year, loss_share };
        let (full, closed) = (support.net_cost(market, Life::Full, &[]), support.net_cost(market, closes, &[]));
        prop_assert!(full <= loan.amount() + tolerance && closed <= loan.amount() + tolerance);
        // Losing more never costs less.
        let all = Life::Closes { last_year, loss_share: 1.0 };
        prop_assert!(closed <= support.net_cost(market, all, &[]) + tolerance);
    }

    #[test]
    fn relief_never_passes_a_tax_nor_the_ceiling(
        taxes in prop::collection::vec(-1e7..1e8_f64, 1..30), spending in 0.0..1e9_f64, aid in 0.0..1e9_f64, rate in 0.0..=1.0_f64,
    ) {
        let holiday = Holiday { rate, spending, other_aid: aid, cap: 1e9, first_year: 2022, years: 10 };
        let taxes: Vec<(i32, f64)> = (2020..).zip(taxes).collect();
        let relief = holiday.relief(&taxes, Life::Full);
        let total: f64 = relief.iter().map(|r| r.1).sum();
        prop_assert!(total <= holiday.ceiling() * (1.0 + 1e-12));
        prop_assert!(holiday.ceiling() <= rate * spending);
        for (year, amount) in relief {
            prop_assert!((2022..2032).contains(&year));
            let tax = taxes.iter().find(|t| t.0 == year).unwrap().1;
            prop_assert!(amount >= 0.0 && amount <= tax.max(0.0));
        }
    }

    #[test]
    fn the_steps_of_gross_to_net_sum_exactly(
        gross in 0.0..1e12_f64, d in 0.0..=1.0_f64, p in 0.0..=1.0_f64, s in 0.0..=1.0_f64, r in 0.0..=1.0_f64,
    ) {
        let factors = Factors::new(d, p, s, r).unwrap();
        let w = factors.waterfall(gross);
        prop_assert_eq!(w.gross - w.deadweight - w.displacement - w.substitution - w.reference, w.net);
        prop_assert!((-1.0..=1.0).contains(&factors.net_factor()));
        let formula = (1.0 - d) * (1.0 - p) * (1.0 - s) - r;
        prop_assert!((factors.net_factor() - formula).abs() <= 1e-15 * 8.0);
        prop_assert!((w.net - gross * formula).abs() <= 1e-12 * gross.max(1.0));
    }
}

// The document

fn support(id: &str, kind: SupportKind) -> Support {
    Support {
        id: SupportId::new(id),
        label: None,
        programme: None,
        government: Government::Quebec,
        year: 2020,
        kind,
    }
}

fn loan(term: f64, moratorium: f64) -> SupportKind {
    SupportKind::Loan {
        amount: Input::user(12.5e6),
        rate: Some(Input::user(0.04)),
        term: Some(Input::user(term)),
        moratorium: Some(Input::user(moratorium)),
    }
}

/// The flagship with every new field stated.
fn full() -> Scenario {
    let mut s = flagship();
    s.model.households = Households::Net;
    s.model.law_year = Some(2025);
    s.support = vec![
        Support {
            label: Some(Local::same("SDTC")),
            government: Government::Federal,
            ..support(
                "sdtc",
                SupportKind::Grant {
                    amount: Input::user(12e6),
                },
            )
        },
        support("loan", loan(10.0, 2.0)),
        support(
            "equity",
            SupportKind::Equity {
                amount: Input::user(13.4e6),
                loss_share: Some(Input::user(0.5)),
            },
        ),
        support(
            "credit",
            SupportKind::Credit {
                rate: Input::user(0.2),
                spending: Some(Input::user(40e6)),
            },
        ),
        Support {
            programme: Some("large-project-holiday".into()),
            ..support(
                "holiday",
                SupportKind::Holiday {
                    rate: Input::user(0.25),
                    spending: Some(Input::user(100e6)),
                    years: Some(Input::user(10.0)),
                },
            )
        },
    ];
    s.early_closure = Some(Input::user(2023.0));
    s.phases[1].additionality = Some(Additionality {
        preset: Some("low".into()),
        deadweight: Some(Input::user(0.1)),
        displacement: Some(Input::user(0.2)),
        substitution: Some(Input::user(0.3)),
        reference: Some(Input::user(0.05)),
    });
    let PhaseKind::Operation {
        property_tax, tax_base, ..
    } = &mut s.phases[1].kind
    else {
        panic!("the second phase is the operation")
    };
    *property_tax = None;
    *tax_base = Some(TaxBase {
        assessed_value: Input::user(50e6),
        rate: Input::user(2.0),
        equalization_loss: Some(Input::user(0.4)),
    });
    s
}

#[test]
fn the_new_fields_survive_the_file() {
    let scenario = full();
    let text = write(&scenario).unwrap();
    assert_eq!(read(text.as_bytes()).unwrap(), scenario);
    assert_eq!(write(&read(text.as_bytes()).unwrap()).unwrap(), text);
    // A file that does not speak of them stays without them.
    for (name, text) in SHIPPED {
        let written = write(&read(text.as_bytes()).unwrap()).unwrap();
        for field in ["support:", "early_closure", "additionality", "tax_base", "law_year"] {
            assert_eq!(written.contains(field), text.contains(field), "{name}: {field}");
        }
    }
    assert_eq!(study::check(&scenario, &LIBRARY), study::check(&flagship(), &LIBRARY));
}

fn input(s: &mut Scenario, k: usize, field: &str, v: f64) {
    let v = Input::user(v);
    match (&mut s.support[k].kind, field) {
        (SupportKind::Grant { amount }, _)
        | (SupportKind::Loan { amount, .. }, "amount")
        | (SupportKind::Equity { amount, .. }, "amount") => *amount = v,
        (SupportKind::Loan { rate, .. }, "rate") => *rate = Some(v),
        (SupportKind::Loan { term, .. }, "term") => *term = Some(v),
        (SupportKind::Loan { moratorium, .. }, _) => *moratorium = Some(v),
        (SupportKind::Equity { loss_share, .. }, _) => *loss_share = Some(v),
        (SupportKind::Credit { rate, .. }, "rate") | (SupportKind::Holiday { rate, .. }, "rate") => *rate = v,
        (SupportKind::Credit { spending, .. }, _) | (SupportKind::Holiday { spending, .. }, "spending") => {
            *spending = Some(v)
        }
        (SupportKind::Holiday { years, .. }, _) => *years = Some(v),
    }
}

fn new_share(s: &mut Scenario, change: impl FnOnce(&mut Additionality)) {
    change(s.phases[1].additionality.as_mut().unwrap());
}

fn base(s: &mut Scenario, change: impl FnOnce(&mut TaxBase)) {
    if let PhaseKind::Operation { tax_base: Some(b), .. } = &mut s.phases[1].kind {
        change(b);
    }
}

/// Every new number, with the place that a problem about it must name and a finite value that it cannot take.
const FIELDS: [(&str, f64, fn(&mut Scenario, f64)); 20] = [
    ("support[0].kind.amount.value", -1.0, |s, v| input(s, 0, "amount", v)),
    ("support[1].kind.amount.value", -1.0, |s, v| input(s, 1, "amount", v)),
    ("support[1].kind.rate.value", 4.0, |s, v| input(s, 1, "rate", v)),
    ("support[1].kind.term.value", 0.0, |s, v| input(s, 1, "term", v)),
    ("support[1].kind.moratorium.value", 10.0, |s, v| {
        input(s, 1, "moratorium", v)
    }),
    ("support[2].kind.amount.value", 1e300, |s, v| input(s, 2, "amount", v)),
    ("support[2].kind.loss_share.value", 1.5, |s, v| {
        input(s, 2, "loss_share", v)
    }),
    ("support[3].kind.rate.value", -0.1, |s, v| input(s, 3, "rate", v)),
    ("support[3].kind.spending.value", -1.0, |s, v| {
        input(s, 3, "spending", v)
    }),
    ("support[4].kind.rate.value", 1.1, |s, v| input(s, 4, "rate", v)),
    ("support[4].kind.spending.value", -1.0, |s, v| {
        input(s, 4, "spending", v)
    }),
    ("support[4].kind.years.value", 2.5, |s, v| input(s, 4, "years", v)),
    ("early_closure.value", 2022.5, |s, v| {
        s.early_closure = Some(Input::user(v))
    }),
    ("phases[1].additionality.deadweight.value", 1.1, |s, v| {
        new_share(s, |a| a.deadweight = Some(Input::user(v)));
    }),
    ("phases[1].additionality.displacement.value", -0.1, |s, v| {
        new_share(s, |a| a.displacement = Some(Input::user(v)));
    }),
    ("phases[1].additionality.substitution.value", 2.0, |s, v| {
        new_share(s, |a| a.substitution = Some(Input::user(v)));
    }),
    ("phases[1].additionality.reference.value", 1.5, |s, v| {
        new_share(s, |a| a.reference = Some(Input::user(v)));
    }),
    ("phases[1].kind.tax_base.assessed_value.value", -1.0, |s, v| {
        base(s, |b| b.assessed_value.value = v);
    }),
    ("phases[1].kind.tax_base.rate.value", 101.0, |s, v| {
        base(s, |b| b.rate.value = v)
    }),
    ("phases[1].kind.tax_base.equalization_loss.value", 1.5, |s, v| {
        base(s, |b| b.equalization_loss = Some(Input::user(v)));
    }),
];

/// Checks that a problem at this place is refused, through the file and from memory, and told in both languages in other words than its path.
fn refused(scenario: &Scenario, place: &str) -> Vec<Problem> {
    let from_file = read(write(scenario).unwrap().as_bytes()).expect_err(place);
    let problems = study::run(scenario, &LIBRARY, &mut Cache::default()).expect_err(place);
    for found in [&from_file, &problems] {
        assert!(found.iter().any(|p| p.place == place), "{place}: {found:?}");
    }
    for problem in &problems {
        for lang in Lang::ALL {
            let s = sentence(problem, lang, Some(&LIBRARY));
            assert!(s.place.ends_with(&format!("({})", problem.place)), "{s:?}");
            assert!(
                !s.what.is_empty() && !s.remedy.is_empty() && !s.what.contains('{'),
                "{s:?}"
            );
            for word in ["support[", "tax_base", "_", "{"] {
                let words = s.place.split(" (").next().unwrap();
                assert!(!words.contains(word), "{words}");
            }
        }
    }
    problems
}

#[test]
fn numbers_that_cannot_be_are_refused_where_they_stand() {
    for (place, bad, set) in FIELDS {
        for value in [bad, f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            let mut scenario = full();
            set(&mut scenario, value);
            let problems = refused(&scenario, place);
            if !value.is_finite() {
                assert!(problems.contains(&Problem::new(place, What::NotFinite)), "{problems:?}");
            }
        }
    }
    // All at once.
    let mut scenario = full();
    for (_, bad, set) in FIELDS {
        set(&mut scenario, bad);
    }
    let places: BTreeSet<String> = read(write(&scenario).unwrap().as_bytes())
        .unwrap_err()
        .into_iter()
        .map(|p| p.place)
        .collect();
    for (place, _, _) in FIELDS {
        assert!(places.contains(place), "{place} is missing from {places:?}");
    }
}

#[test]
fn what_contradicts_itself_is_refused() {
    let cases: [(&str, fn(&mut Scenario), fn(&What) -> bool); 9] = [
        (
            "support[1].id",
            |s| s.support[1].id = s.support[0].id.clone(),
            |w| matches!(w, What::Duplicate { .. }),
        ),
        (
            "support[1].kind.moratorium.value",
            |s| s.support[1].kind = loan(5.0, 5.0),
            |w| matches!(w, What::MoratoriumTooLong { .. }),
        ),
        (
            "support[1].kind.term.value",
            |s| s.support[1].kind = loan(5.5, 1.0),
            |w| matches!(w, What::NotWhole { .. }),
        ),
        (
            "support[0].year",
            |s| s.support[0].year = 20,
            |w| matches!(w, What::OutOfRange { .. }),
        ),
        (
            "model.law_year",
            |s| s.model.law_year = Some(3000),
            |w| matches!(w, What::OutOfRange { .. }),
        ),
        // The operation runs from 2022 to 2041.
        (
            "early_closure.value",
            |s| s.early_closure = Some(Input::user(2021.0)),
            |w| matches!(w, What::OutOfRange { .. }),
        ),
        (
            "early_closure.value",
            |s| s.early_closure = Some(Input::user(2042.0)),
            |w| matches!(w, What::OutOfRange { .. }),
        ),
        (
            "early_closure.value",
            |s| s.phases.truncate(1),
            |w| matches!(w, What::NothingToClose),
        ),
        (
            "phases[1].kind.tax_base",
            |s| {
                if let PhaseKind::Operation { property_tax, .. } = &mut s.phases[1].kind {
                    *property_tax = Some(Input::user(1e6));
                }
            },
            |w| matches!(w, What::PropertyTaxTwice),
        ),
    ];
    for (place, change, expected) in cases {
        let mut scenario = full();
        change(&mut scenario);
        let problems = refused(&scenario, place);
        assert!(
            problems.iter().any(|p| p.place == place && expected(&p.what)),
            "{problems:?}"
        );
    }
    // Against the data, the file reads but the study refuses.
    let cases: [(&str, fn(&mut Scenario)); 3] = [
        ("support[0].programme", |s| s.support[0].programme = Some("esor".into())),
        ("phases[1].additionality.preset", |s| {
            new_share(s, |a| a.preset = Some("lowe".into()));
        }),
        // The default moratorium, two years, takes the whole of a loan of two years.
        ("support[1].kind.term", |s| {
            if let SupportKind::Loan { term, moratorium, .. } = &mut s.support[1].kind {
                (*term, *moratorium) = (Some(Input::user(2.0)), None);
            }
        }),
    ];
    for (place, change) in cases {
        let mut scenario = full();
        change(&mut scenario);
        assert_eq!(read(write(&scenario).unwrap().as_bytes()).unwrap(), scenario);
        let problems = study::run(&scenario, &LIBRARY, &mut Cache::default()).expect_err(place);
        assert!(problems.iter().any(|p| p.place == place), "{place}: {problems:?}");
    }
}

#[test]
fn a_tax_base_gives_the_property_tax_it_implies() {
    // 50 M$ at 2 $ for each 100 $: 1 M$ a year; 40 % of it lost to lower equalization.
    let by_base = full();
    let PhaseKind::Operation {
        tax_base: Some(base), ..
    } = &by_base.phases[1].kind
    else {
        panic!("the operation has a tax base")
    };
    close(base.yearly_tax(), 1e6);
    close(base.yearly_equalization_loss(), 4e5);
    let mut stated = by_base.clone();
    if let PhaseKind::Operation {
        property_tax, tax_base, ..
    } = &mut stated.phases[1].kind
    {
        (*property_tax, *tax_base) = (Some(Input::user(1e6)), None);
    }
    let taxes = |s: &Scenario| {
        let study = study::run(s, &LIBRARY, &mut Cache::default()).unwrap();
        study.phases[1].project.unwrap().production_taxes
    };
    close(taxes(&by_base), taxes(&stated));
    assert!(taxes(&by_base) > taxes(&flagship()) + 9e5);
}

// Households

#[test]
fn induced_effects_net_of_income_support_lie_between_none_and_all() {
    let induced = |households, r: f64| {
        let mut s = flagship();
        s.model.households = households;
        s.parameters.insert("share_on_income_support".into(), Input::user(r));
        let study = study::run(&s, &LIBRARY, &mut Cache::default()).unwrap();
        assert!(study.checks.iter().all(|c| c.holds()), "{:?}", study.checks);
        let figures: Vec<f64> = study
            .figures()
            .iter()
            .filter(|f| f.id.contains(".induced."))
            .map(|f| f.value)
            .collect();
        assert!(!figures.is_empty());
        figures
    };
    let closed = induced(Households::Closed, 0.15);
    let net = induced(Households::Net, 0.15);
    let none = induced(Households::None, 0.15);
    for ((all, net), none) in closed.iter().zip(&net).zip(&none) {
        assert_eq!(*none, 0.0);
        assert!(*all == 0.0 || (0.0 < *net && net < all), "{net} of {all}");
    }
    // Where nobody received anything, nothing is taken out; the other closures do not read the parameter.
    for (a, b) in induced(Households::Net, 0.0).iter().zip(&closed) {
        close(*a, *b);
    }
    assert_eq!(induced(Households::Closed, 0.5), closed);
}

#[test]
fn what_a_preset_leaves_is_what_its_note_says() {
    let library = Library::embedded().unwrap();
    let presets = &library.additionality;
    for preset in &presets.presets {
        let percent = format!("{}%", (presets.left(&preset.id) * 100.0).round());
        let all = preset.id == "all-new";
        assert!(
            all || preset.note.en.starts_with(&percent),
            "{percent}: {}",
            preset.note.en
        );
        assert!(!all || presets.left(&preset.id) == 1.0);
    }
}
