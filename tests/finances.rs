//! Public finances, families, time and net effects of whole studies: identities, bounds and hand-made checks.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::sync::LazyLock;

use proptest::prelude::*;
use retombees::data::library::Library;
use retombees::report::timeline::MoneyKind;
use retombees::scenario::presets::SHIPPED;
use retombees::scenario::{Additionality, Households, Input, PhaseKind, Scenario, Support, SupportKind, file};
use retombees::study::{
    self, Base, Cache, Effect, Government, Levy, LevyKind, Measure, NetStated, PhaseStudy, Study, SupportForm,
    Territory,
};

static LIBRARY: LazyLock<Library> = LazyLock::new(|| Library::embedded().unwrap());

const PROVINCE: [Territory; 3] = [Territory::Study, Territory::RestOfProvince, Territory::Province];

fn flagship() -> Scenario {
    file::read(SHIPPED[0].1.as_bytes()).unwrap()
}

fn run(scenario: &Scenario) -> Study {
    study::run(scenario, &LIBRARY, &mut Cache::default()).unwrap_or_else(|p| panic!("{p:?}"))
}

fn close(found: f64, expected: f64, what: &str) {
    let scale = expected.abs().max(1.0);
    assert!(
        (found - expected).abs() <= 1e-9 * scale,
        "{what}: found {found}, expected {expected}"
    );
}

fn operation(scenario: &mut Scenario, change: impl FnOnce(&mut PhaseKind)) {
    let k = scenario.first_operation().unwrap();
    change(&mut scenario.phases[k].kind);
}

/// Checks that every levy is inside what it is a part of, by effect and by part of the province.
fn levies_stay_inside(study: &Study, phase: &PhaseStudy) {
    for effect in Effect::ALL {
        for territory in PROVINCE {
            let revenue = study.revenue(phase, &[effect], territory).unwrap();
            let of = |m| study.value(phase, m, effect, territory);
            let slack = 1e-6 + 1e-9 * of(Measure::Gdp).abs();
            for levy in Levy::ALL {
                assert!(revenue.get(levy) >= -slack, "{levy:?} {effect:?} {territory:?}");
            }
            assert!(revenue.base(Base::Wages) <= of(Measure::Wages) + slack);
            let contributions = of(Measure::Compensation) - of(Measure::Wages);
            assert!(revenue.base(Base::Compensation) <= contributions + slack);
            let production = revenue.base(Base::Payroll) + revenue.base(Base::Production);
            close(production, of(Measure::ProductionTaxes), "taxes on production");
            assert!(revenue.base(Base::Surplus) <= of(Measure::Surplus).max(0.0) + slack);
            close(
                revenue.base(Base::Products),
                of(Measure::ProductTaxes),
                "taxes on products",
            );
            let by_government: f64 = Government::ALL.iter().map(|g| revenue.government(*g)).sum();
            close(by_government, revenue.total(), "governments");
            for g in Government::ALL {
                let kinds: f64 = LevyKind::ALL.iter().map(|k| revenue.of(g, *k)).sum();
                close(kinds, revenue.government(g), "fiscal and parafiscal");
            }
        }
    }
}

#[test]
fn every_levy_is_inside_what_it_is_a_part_of() {
    let study = run(&flagship());
    for phase in &study.phases {
        levies_stay_inside(&study, phase);
    }
}

#[test]
fn revenue_adds_up_over_effects_and_regions() {
    let study = run(&flagship());
    for phase in &study.phases {
        for levy in Levy::ALL {
            let of = |effects: &[Effect], t| study.revenue(phase, effects, t).unwrap().get(levy);
            let whole = of(&Effect::ALL, Territory::Province);
            let effects: f64 = Effect::ALL.iter().map(|e| of(&[*e], Territory::Province)).sum();
            close(effects, whole, "effects");
            let places = of(&Effect::ALL, Territory::Study) + of(&Effect::ALL, Territory::RestOfProvince);
            close(places, whole, "places");
        }
        assert_eq!(study.revenue(phase, &Effect::ALL, Territory::Country), None);
    }
}

#[test]
fn the_spending_identity_and_every_other_check_hold_with_the_law_on() {
    for households in Households::ALL {
        let mut scenario = flagship();
        scenario.model.households = households;
        let study = run(&scenario);
        assert!(!study.checks.is_empty());
        for check in &study.checks {
            assert!(check.holds(), "{check:?}");
        }
    }
}

#[test]
fn the_net_closure_lies_between_no_closure_and_the_full_one() {
    let induced = |households| {
        let mut scenario = flagship();
        scenario.model.households = households;
        let study = run(&scenario);
        study.value(
            study.operation().unwrap(),
            Measure::Jobs,
            Effect::Induced,
            Territory::Country,
        )
    };
    let (none, net, closed) = (
        induced(Households::None),
        induced(Households::Net),
        induced(Households::Closed),
    );
    assert_eq!(none, 0.0);
    assert!(0.0 < net && net < closed, "{net} {closed}");
}

#[test]
fn a_rate_that_the_user_sets_takes_the_place_of_the_law_in_what_households_spend() {
    let induced = |rate: Option<f64>| {
        let mut scenario = flagship();
        if let Some(rate) = rate {
            scenario
                .parameters
                .insert("household_tax_rate".into(), Input::user(rate));
        }
        let study = run(&scenario);
        study.value(
            study.operation().unwrap(),
            Measure::Gdp,
            Effect::Induced,
            Territory::Country,
        )
    };
    let by_law = induced(None);
    assert!(induced(Some(0.2)) > by_law && induced(Some(0.4)) < by_law);
}

#[test]
fn families_are_the_jobs_of_residents_over_earners_per_family() {
    let study = run(&flagship());
    let phase = study.operation().unwrap();
    // 102 jobs, local hiring 0.90, 1.76 earners.
    close(
        study.families(phase, &[Effect::Direct], Territory::Study),
        102.0 * 0.9 / 1.76,
        "direct",
    );
    let others = [Effect::IndirectFirst, Effect::IndirectOther, Effect::Induced];
    let jobs: f64 = others
        .iter()
        .map(|e| study.value(phase, Measure::Jobs, *e, Territory::Study))
        .sum();
    close(
        study.families(phase, &others, Territory::Study),
        jobs * 0.9 / 1.76,
        "others",
    );
    // Nobody is counted twice: the two parts of the province hold all its jobs.
    let all = |t| study.residents(phase, &Effect::ALL, t);
    let (home, rest, province) = (
        all(Territory::Study),
        all(Territory::RestOfProvince),
        all(Territory::Province),
    );
    close(home.jobs + rest.jobs, province.jobs, "jobs");
    close(home.wages + rest.wages, province.wages, "wages");
    close(
        home.after_tax.unwrap() + rest.after_tax.unwrap(),
        province.after_tax.unwrap(),
        "after tax",
    );
    assert!(province.after_tax.unwrap() < province.wages && province.wages < province.compensation);
}

#[test]
fn the_project_pays_property_tax_and_payroll_levies_and_nothing_else_on_production() {
    let mut scenario = flagship();
    operation(&mut scenario, |kind| {
        if let PhaseKind::Operation { property_tax, .. } = kind {
            *property_tax = Some(Input::user(400_000.0));
        }
    });
    let study = run(&scenario);
    let phase = study.operation().unwrap();
    let own = study.revenue(phase, &[Effect::Direct], Territory::Study).unwrap();
    let factor = phase.price_factor;
    close(own.get(Levy::MunicipalTax), 400_000.0 * factor, "property tax");
    close(own.get(Levy::QuebecProductionTax), 0.0, "others");
    let levies = own.get(Levy::HealthFund) + own.get(Levy::LabourStandards) + own.get(Levy::Training);
    let project = phase.project.unwrap();
    close(project.production_taxes, 400_000.0 * factor + levies, "all");
    // 7.65 M$ of payroll in 2020 dollars, 8.2 M$ in the law's: above the top of the rising rate, and above the training threshold.
    let rate = |l| own.get(l) / project.wages;
    close(rate(Levy::HealthFund) + rate(Levy::Training), 0.0426 + 0.01, "rates");
    // Labour standards stop at a ceiling of pay.
    assert!((0.0004..=0.0006).contains(&rate(Levy::LabourStandards)));
    close(levies, own.base(Base::Payroll), "levies");
}

#[test]
fn net_figures_are_gross_ones_times_the_factor_of_their_phase() {
    let study = run(&flagship());
    let factor = 1.0 - 0.25;
    let mut seen = 0;
    for figure in study.figures() {
        close(figure.net.unwrap(), factor * figure.value, &figure.id);
        seen += 1;
    }
    assert!(seen > 1_000);
    let phase = study.operation().unwrap();
    let steps = study.waterfall(phase, Measure::Jobs, Territory::Study).unwrap();
    close(
        steps.gross,
        study.total(phase, Measure::Jobs, Territory::Study),
        "gross",
    );
    close(
        steps.gross - steps.deadweight - steps.displacement - steps.substitution - steps.reference,
        steps.net,
        "steps",
    );
}

#[test]
fn without_factors_nothing_passes_for_net() {
    let mut scenario = flagship();
    for phase in &mut scenario.phases {
        phase.additionality = None;
    }
    let study = run(&scenario);
    assert!(study.figures().iter().all(|f| f.net.is_none()));
    assert_eq!(study.finances.as_ref().unwrap().net_stated, NetStated::Nowhere);
    scenario.phases[0].additionality = Some(Additionality::default());
    let partly = run(&scenario);
    assert_eq!(partly.finances.unwrap().net_stated, NetStated::Partly);
}

#[test]
fn a_preset_gives_the_factors_that_are_not_stated() {
    let mut scenario = flagship();
    let preset = LIBRARY.additionality.presets.iter().find(|p| p.id == "medium").unwrap();
    for phase in &mut scenario.phases {
        phase.additionality = Some(Additionality {
            preset: Some(preset.id.clone()),
            displacement: Some(Input::user(0.1)),
            ..Additionality::default()
        });
    }
    let study = run(&scenario);
    let share = |factor| LIBRARY.additionality.share("medium", factor).unwrap();
    use retombees::data::programmes::Factor;
    let expected = (1.0 - share(Factor::Deadweight)) * 0.9 * (1.0 - share(Factor::Substitution));
    close(study.operation().unwrap().net_factor(), expected, "factor");
}

#[test]
fn support_is_paid_back_when_cumulated_net_revenue_reaches_it() {
    let study = run(&flagship());
    let finances = study.finances.as_ref().unwrap();
    let quebec = finances.planned.of(Some(Government::Quebec)).unwrap();
    // 13.4 + 12.5 + 3 M$ of 2020, in 2021 dollars by the consumer price index.
    close(quebec.face.cost, 28.9e6 * 137.8 / 132.8, "support");
    let mut sum = 0.0;
    let mut reached = None;
    for (year, _, net) in &finances.planned.revenue {
        sum += net.government(Government::Quebec);
        if sum >= quebec.face.cost && reached.is_none() {
            reached = Some(*year);
        }
    }
    assert_eq!(quebec.face.year, reached);
    assert_eq!(quebec.face.year, Some(2024));
    // Cost per job: the net cost at present value over the net jobs of the province, held at full activity or added up over the years.
    let case = &finances.planned;
    let jobs = 0.75 * study.total(study.operation().unwrap(), Measure::Jobs, Territory::Province);
    close(case.jobs.get(), jobs, "jobs");
    let built = 0.75 * study.total(study.construction().unwrap(), Measure::Jobs, Territory::Province);
    close(
        case.job_years.get(),
        built + 19.5 * jobs,
        "job-years: half a year, then nineteen",
    );
    let cost: f64 = case.supports.iter().map(|s| s.net_cost).sum();
    close(case.cost_per_job().unwrap(), cost / jobs, "cost per job");
    close(
        case.cost_per_job_year().unwrap(),
        cost / case.job_years.get(),
        "cost per job-year",
    );
    // The plant closed in 2023: Québec's money does not come back.
    let closed = finances.closed.as_ref().unwrap();
    assert_eq!(closed.closes, Some(2023));
    assert_eq!(closed.of(Some(Government::Quebec)).unwrap().face.year, None);
    let late: f64 = closed
        .revenue
        .iter()
        .filter(|(y, ..)| *y > 2023)
        .map(|(_, g, _)| g.total())
        .sum();
    assert_eq!(late, 0.0);
    for (planned, early) in finances
        .planned
        .revenue
        .iter()
        .zip(&closed.revenue)
        .take_while(|(p, _)| p.0 <= 2023)
    {
        assert_eq!(planned, early);
    }
}

#[test]
fn each_form_of_support_costs_what_its_definition_says() {
    let study = run(&flagship());
    let finances = study.finances.as_ref().unwrap();
    let to_2021 = 137.8 / 132.8;
    for s in &finances.planned.supports {
        match s.form {
            SupportForm::Grant => close(s.net_cost, s.face, "grant"),
            SupportForm::Equity => close(s.net_cost, 0.5 * s.face, "equity"),
            SupportForm::Loan => {
                // 12.5 M$ at 4 % over 10 years, 2 of them with interest alone, against a market at 7 %.
                let payment = 12.5e6 * 0.04 / (1.0 - 1.04_f64.powi(-8));
                let paid: f64 = (1..=10)
                    .map(|k| if k <= 2 { 12.5e6 * 0.04 } else { payment } / 1.07_f64.powi(k))
                    .sum();
                close(s.net_cost, (12.5e6 - paid) * to_2021, "loan");
            }
            SupportForm::Credit | SupportForm::Holiday => panic!("{s:?}"),
        }
    }
}

#[test]
fn a_tax_holiday_counts_spending_net_of_other_aid_and_stops_at_the_taxes_of_the_project() {
    let mut scenario = flagship();
    scenario.support.push(Support {
        id: retombees::ids::SupportId::new("holiday"),
        label: None,
        programme: Some("large-project-holiday".into()),
        government: retombees::scenario::Government::Quebec,
        year: 2020,
        kind: SupportKind::Holiday {
            rate: Input::user(0.25),
            spending: Some(Input::user(143.7e6)),
            years: None,
        },
    });
    let study = run(&scenario);
    let finances = study.finances.as_ref().unwrap();
    let holiday = finances
        .planned
        .supports
        .iter()
        .find(|s| s.form == SupportForm::Holiday)
        .unwrap();
    // Grants of 3 and 12 M$ are taken out of the spending; loans and shares are not.
    let ceiling = 0.25 * (143.7e6 - 15e6);
    let own = study
        .revenue(study.operation().unwrap(), &[Effect::Direct], Territory::Study)
        .unwrap();
    let yearly = own.get(Levy::QuebecCorporateTax) + own.get(Levy::HealthFund);
    let mut left = ceiling;
    let mut expected = 0.0;
    for year in 2022..2032 {
        let activity = if year == 2022 { 0.5 } else { 1.0 };
        let relief = (activity * yearly * finances.money.index(year)).min(left);
        left -= relief;
        expected += relief;
    }
    close(holiday.nominal, expected, "relief");
    assert!(holiday.nominal <= ceiling + 1.0);
}

#[test]
fn nominal_constant_and_present_are_three_amounts() {
    let study = run(&flagship());
    let money = &study.finances.as_ref().unwrap().money;
    assert_eq!((money.data_year, money.base_year), (2021, 2020));
    close(MoneyKind::Constant.of(money, 100.0, 2030), 100.0, "constant");
    // 2021 → 2024 by the deflator, → 2026 by the indexation of taxes, then 2 % a year.
    let index = 1.051 * 1.044 * 1.043 * 1.0285 * 1.0205 * 1.02_f64.powi(4);
    close(MoneyKind::Nominal.of(money, 100.0, 2030), 100.0 * index, "nominal");
    close(
        MoneyKind::Present.of(money, 100.0, 2030),
        100.0 / 1.03_f64.powi(10),
        "present",
    );
}

#[test]
fn the_year_of_the_law_moves_what_is_taken_and_says_what_it_does_not_know() {
    let of = |year| {
        let mut scenario = flagship();
        scenario.model.law_year = Some(year);
        let study = run(&scenario);
        let law = study.structure.law.clone().unwrap();
        let phase = study.operation().unwrap();
        let pay = study.pay(phase, &[Effect::Direct], Territory::Study);
        (law, 1.0 - pay.after_tax.unwrap() / pay.wages)
    };
    let (law, taken_2022) = of(2022);
    assert_eq!((law.asked, law.year, law.fallbacks.len()), (2022, 2022, 0));
    let (law, taken_2026) = of(2026);
    assert_eq!(law.year, 2026);
    assert!(!law.fallbacks.is_empty());
    assert!(
        taken_2026 < taken_2022,
        "both rates of the lowest brackets fell: {taken_2026} {taken_2022}"
    );
    let (later, taken) = of(2040);
    assert_eq!((later.asked, later.year), (2040, 2026));
    close(taken, taken_2026, "the latest known law stands in, in its own dollars");
}

#[test]
fn a_province_whose_law_is_not_known_has_no_public_finances_and_says_so() {
    let mut scenario = flagship();
    scenario.region = retombees::ids::RegionCode::new("ON");
    for phase in &mut scenario.phases {
        phase.local_share = None;
    }
    let study = run(&scenario);
    assert!(study.finances.is_none() && study.structure.law.is_none());
    assert!(study.phases.iter().all(|p| p.revenue.is_none()));
    let families = study.families(study.operation().unwrap(), &Effect::ALL, Territory::Study);
    assert!(families > 0.0);
}

#[test]
fn productivity_lowers_jobs_of_later_years_but_not_those_of_the_project() {
    let mut scenario = flagship();
    scenario
        .parameters
        .insert("productivity_growth".into(), Input::user(0.01));
    let (flat, growing) = (run(&flagship()), run(&scenario));
    let at = |study: &Study, effect, year| study.in_year(year, Measure::Jobs, effect, Territory::Province);
    assert_eq!(at(&growing, Effect::Direct, 2035), 102.0);
    let expected = at(&flat, Effect::IndirectFirst, 2035) * 1.01_f64.powi(2021 - 2035);
    close(at(&growing, Effect::IndirectFirst, 2035), expected, "2035");
    let gdp = |study: &Study| study.in_year(2035, Measure::Gdp, Effect::IndirectFirst, Territory::Province);
    close(gdp(&growing), gdp(&flat), "GDP");
}

#[test]
fn the_municipality_keeps_its_tax_less_lost_equalization() {
    let mut scenario = flagship();
    operation(&mut scenario, |kind| {
        if let PhaseKind::Operation {
            property_tax, tax_base, ..
        } = kind
        {
            *property_tax = None;
            *tax_base = Some(retombees::scenario::TaxBase {
                assessed_value: Input::user(40e6),
                rate: Input::user(0.8964),
                equalization_loss: Some(Input::user(0.3)),
            });
        }
    });
    let study = run(&scenario);
    let phase = study.operation().unwrap();
    let base = phase.municipal.unwrap();
    close(base.tax, 358_560.0 * phase.price_factor, "tax");
    close(base.net_gain(), 0.7 * base.tax, "net gain");
    let own = study.revenue(phase, &[Effect::Direct], Territory::Study).unwrap();
    close(own.get(Levy::MunicipalTax), base.tax, "revenue");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    /// Whatever the wage, the jobs, the spread and the year: levies stay inside their bases and governments add up.
    #[test]
    fn levies_stay_inside_whatever_the_project(
        wage in 15_000.0..400_000.0_f64,
        jobs in 1.0..900.0_f64,
        sigma in 0.0..0.8_f64,
        year in 2018..2035_i32,
        households in 0..3_usize,
    ) {
        let mut scenario = flagship();
        scenario.model.law_year = Some(year);
        scenario.model.households = Households::ALL[households];
        scenario.parameters.insert("wage_spread".into(), Input::user(sigma));
        for phase in &mut scenario.phases {
            phase.local_share = None;
        }
        operation(&mut scenario, |kind| {
            if let PhaseKind::Operation { jobs: j, annual_wage, .. } = kind {
                *j = Input::user(jobs);
                *annual_wage = Some(Input::user(wage));
            }
        });
        let study = run(&scenario);
        for phase in &study.phases {
            levies_stay_inside(&study, phase);
        }
    }
}

#[test]
fn a_loan_is_refused_rather_than_forgotten_when_whole_years_leave_none_to_pay_it_back() {
    let mut scenario = flagship();
    scenario.parameters.insert("default_loan_term".into(), Input::user(2.4));
    let problems = study::run(&scenario, &LIBRARY, &mut Cache::default()).unwrap_err();
    let refused = |p: &retombees::problem::Problem| {
        p.place == "support[1].kind.term" && matches!(p.what, retombees::problem::What::MoratoriumTooLong { .. })
    };
    assert!(problems.iter().any(refused), "{problems:?}");
    scenario.parameters.insert("default_loan_term".into(), Input::user(2.6));
    let supports = run(&scenario).finances.unwrap().planned.supports;
    assert_eq!(supports.len(), scenario.support.len());
}
