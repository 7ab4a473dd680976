//! The claim checker: each shipped claim against ratios worked by hand from the published figures and against the models run one by one; claims made to
//! get an unfair sentence; bad ones; what a project keeps; its page.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a test may fail")]

use std::io::Read;
use std::sync::{Arc, LazyLock};

use egui::vec2;
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;
use retombees::app::{Action, AppState, ClaimAction, ClaimsEdit, Edit, Gesture, Page, Settings, update};
use retombees::data::library::Library;
use retombees::export::json;
use retombees::ids::{Local, RegionCode};
use retombees::problem::What;
use retombees::report::claims::Told;
use retombees::report::full::{Block, Subject, blocks};
use retombees::report::overview::Scope;
use retombees::report::pictures::pictures;
use retombees::scenario::{
    Activity, Basis, Benefit, ClaimPeriod, CountedIn, Households, Method, Scenario, file, presets,
};
use retombees::study::claims::{
    self, ClaimFigure as F, Counts, Difference, Finding, Judgement, Missing, Remark, Statement, Verdict, WhyNot, judge,
};
use retombees::study::{self, Cache, Effect, Measure, Study, Territory};
use retombees::text::Lang;
use retombees::ui::root;
use retombees::ui::theme::{Theme, ThemeChoice};

static LIBRARY: LazyLock<Arc<Library>> = LazyLock::new(|| Arc::new(Library::embedded().unwrap()));

fn shipped(id: &str) -> Statement {
    let all = claims::shipped(&LIBRARY);
    all.into_iter().find(|(name, _)| *name == id).unwrap().1
}

fn judged(statement: &Statement) -> Judgement {
    judge(statement, &LIBRARY, &mut Cache::default()).unwrap()
}

fn only(statement: &Statement) -> Finding {
    let mut all = judged(statement).findings;
    assert_eq!(all.len(), 1);
    all.remove(0)
}

fn reasons(statement: &Statement, lang: Lang) -> String {
    let judgement = judged(statement);
    let told = Told {
        statement,
        judgement: &judgement,
        library: &LIBRARY,
        lang,
    };
    let of = |f: &Finding| [told.finding(f), told.reasons(f).join("\n"), told.meaning(f)].join("\n");
    let findings: Vec<String> = judgement.findings.iter().map(of).collect();
    format!("{}\n{}", findings.join("\n"), told.remarks().join("\n"))
}

/// A scenario of the smelters of Québec, which holds one phase of operation, made to be about something else.
fn operation(region: &str, recipe: &str, method: Method, households: Households, jobs: f64) -> Study {
    let (_, text) = presets::SHIPPED
        .iter()
        .find(|(n, _)| *n == "smelters-2013-claim.ron")
        .unwrap();
    let mut s: Scenario = file::read(text.as_bytes()).unwrap();
    s.region = RegionCode::new(region);
    s.activity.recipe = recipe.to_owned();
    s.model.method = method;
    s.model.households = households;
    let phase = &mut s.phases[0];
    (phase.start, phase.end, phase.price_year) = (2021, 2021, 2021);
    if let retombees::scenario::PhaseKind::Operation { jobs: stated, .. } = &mut phase.kind {
        stated.value = jobs;
    }
    study::run(&s, &LIBRARY, &mut Cache::default()).unwrap()
}

fn indirect(study: &Study, t: Territory) -> f64 {
    let phase = &study.phases[0];
    study.value(phase, Measure::Jobs, Effect::IndirectFirst, t)
        + study.value(phase, Measure::Jobs, Effect::IndirectOther, t)
}

/// Rounds outwards to three significant figures, as the rules say, for whole numbers of at least three digits.
fn outwards(low: f64, high: f64) -> (f64, f64) {
    let step = |v: f64| 10_f64.powi(v.log10().floor() as i32 - 2);
    (
        (low / step(low)).floor() * step(low),
        (high / step(high)).ceil() * step(high),
    )
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * b.abs().max(1e-12)
}

// The shipped claims

#[test]
fn the_smelters_of_2013_stand_above_the_range_and_in_it_with_induced_jobs() {
    let found = only(&shipped("smelters-2013"));
    // Each recipe that fits, under each treatment of households: jobs at suppliers in Québec.
    let mut all = Vec::new();
    for recipe in ["331313", "331410"] {
        for households in Households::ALL {
            let study = operation("QC", recipe, Method::Flq, households, 11_000.0);
            all.push(indirect(&study, Territory::Province));
        }
    }
    let low = all.iter().copied().fold(f64::INFINITY, f64::min);
    let high = all.iter().copied().fold(0.0, f64::max);
    let range = found.range.unwrap();
    let (low, high) = outwards(low, high);
    assert!(
        near(range.low, low) && near(range.high, high),
        "{range:?}, {low}, {high}"
    );
    // 20,000 ÷ 11,000 = 1.82 a job; above the top, by less than half of it.
    assert!(20_000.0 > high && 20_000.0 <= 1.5 * high);
    assert_eq!(found.verdict, Verdict::High);
    // AP60: 580 ÷ 600, the only published smelter; it is inside the model's range, which stays as it is.
    let same: Vec<_> = found.cases.iter().filter(|c| c.differences.is_empty()).collect();
    assert_eq!(same.len(), 1);
    assert!(near(same[0].ratio, 580.0 / 600.0) && near(same[0].value, 11_000.0 * 580.0 / 600.0));
    // What would have to be true: households counted too, or all of Canada, or more direct jobs.
    let with_induced = found
        .readings
        .iter()
        .find(|r| r.place == CountedIn::Province && r.counts == Counts::All)
        .unwrap();
    assert!(with_induced.holds && !with_induced.stated);
    assert!(near(found.needed.unwrap(), 11_000.0 * 20_000.0 / high));
    let fr = reasons(&shipped("smelters-2013"), Lang::Fr);
    assert!(fr.contains("1,82 par emploi direct"), "{fr}");
    assert!(
        fr.contains("au Québec, chez les fournisseurs et par les ménages"),
        "{fr}"
    );
    let en = reasons(&shipped("smelters-2013"), Lang::En);
    assert!(
        en.contains("1.82 per direct job") && en.contains("in Canada, at suppliers"),
        "{en}"
    );
}

#[test]
fn five_hundred_families_are_outside_and_would_need_more_direct_jobs() {
    let found = only(&shipped("families-500"));
    assert_eq!(found.verdict, Verdict::Outside);
    // Direct jobs of residents alone at the bottom, all effects in Canada at the top: jobs ÷ 1.76 earners per family.
    let mut low = f64::INFINITY;
    let mut high: f64 = 0.0;
    for recipe in ["331410", "331313"] {
        for method in Method::ALL {
            for households in Households::ALL {
                let study = operation("mrc-les-sources", recipe, method, households, 102.0);
                let phase = &study.phases[0];
                low = low.min(study.families(phase, &[Effect::Direct], Territory::Study));
                if households != Households::None {
                    high = high.max(study.total(phase, Measure::Jobs, Territory::Country) / 1.76);
                }
            }
        }
    }
    let range = found.range.unwrap();
    assert_eq!((range.low, range.high), (low.floor(), high.ceil()), "{low}, {high}");
    assert!(500.0 > 1.5 * high);
    assert_eq!(
        judged(&shipped("families-500")).missing,
        [Missing::Place, Missing::Effects]
    );
    let en = reasons(&shipped("families-500"), Lang::En);
    assert!(
        en.contains("it would take") && en.contains("rather than 102 direct jobs"),
        "{en}"
    );
}

#[test]
fn permanent_jobs_per_investment_are_compared_with_announcements_alone() {
    let found = only(&shipped("jobs-350-2017"));
    assert_eq!((found.verdict, found.model), (Verdict::Inside, None));
    // Announcements, in dollars of 2017: 200 jobs for 1.7 G$ of 2023, and 102 for 143.7 M$ of 2020, are the ends.
    let price = |from: i32| LIBRARY.price_index.factor(from, 2017).unwrap();
    let low = 600e6 * 200.0 / (1.7e9 * price(2023));
    let high = 600e6 * 102.0 / (143.7e6 * price(2020));
    let range = found.range.unwrap();
    assert!(range.low <= low && low - range.low < 1.0, "{range:?}, {low}");
    assert!(range.high >= high && range.high - high < 2.0, "{range:?}, {high}");
    assert_eq!(found.cases.iter().filter(|c| c.differences.is_empty()).count(), 5);
    let fr = reasons(&shipped("jobs-350-2017"), Lang::Fr);
    assert!(fr.contains("ce sont des annonces, non des résultats"), "{fr}");
    assert!(fr.contains("ne confirme pas l’affirmation"), "{fr}");
}

#[test]
fn seven_thousand_jobs_are_a_five_hundredth_of_payroll() {
    let found = only(&shipped("payroll-4-percent"));
    assert_eq!(found.verdict, Verdict::Outside);
    // 7,000 of the 3,771,074 payroll jobs of Québec in 2021.
    let share: f64 = 7_000.0 / 3_771_074.0;
    let range = found.range.unwrap();
    assert!(near(range.low, 0.00185) && range.low <= share && share < 0.00186);
    // By pay: the mean pay of the industry against the 271,118 M$ of compensation of Québec.
    let study = operation("QC", "33131B", Method::Flq, Households::Closed, 7_000.0);
    let pay = study.value(
        &study.phases[0],
        Measure::Compensation,
        Effect::Direct,
        Territory::Study,
    ) / 271_118e6;
    assert!((pay - 0.0019).abs() < 1e-4 && pay <= range.high, "{pay}");
    // It takes 4 % of all jobs, whatever the definition.
    assert!((found.needed.unwrap() - 7_000.0 * 0.04 / range.high).abs() < 1e-6);
    let manufacturing = found.of_manufacturing.unwrap();
    assert!(
        manufacturing.high < 0.02 && manufacturing.low > 0.015,
        "{manufacturing:?}"
    );
    assert!(found.readings.iter().all(|r| !r.holds));
}

#[test]
fn a_hundred_and_eighty_four_jobs_pass_every_published_transit_study() {
    let found = only(&shipped("transit-184"));
    assert_eq!(found.verdict, Verdict::Outside);
    // The highest published ratio: 16,500 jobs with induced ones for 1,360 M$ of 2012; CPI 120.8 in 2012, 123.4 in 2014.
    let highest: f64 = 10.0 * 16_500.0 / 1_360.0 * 120.8 / 123.4;
    assert_eq!(found.range.unwrap().high, highest.ceil());
    assert!(184.0 > 1.5 * highest);
    // The claim is no evidence for itself.
    let itself = found.cases.iter().find(|c| near(c.value, 184.0)).unwrap();
    assert_eq!(itself.differences, [Difference::Claimed]);
    let studies = found.cases.iter().filter(|c| c.differences.is_empty()).count();
    assert_eq!(studies, 7);
    // The model, by hand: sales of 1,000 jobs, in proportion to 10 M$ of 2014 in dollars of 2021.
    let study = operation("QC", "485000", Method::Flq, Households::Closed, 1_000.0);
    let all = study.total(&study.phases[0], Measure::Jobs, Territory::Country);
    let dollars = 10e6 * 137.8 / 123.4;
    let jobs = all * dollars / study.phases[0].spending;
    assert_eq!(found.model.unwrap().high, jobs.ceil());
}

#[test]
fn without_households_the_model_gives_the_same_direct_and_indirect_jobs() {
    for region in ["QC", "mrc-les-sources"] {
        let all = Households::ALL.map(|h| operation(region, "331410", Method::Flq, h, 102.0));
        for t in [Territory::Study, Territory::Province, Territory::Country] {
            let [closed, net, none] = all.each_ref().map(|s| indirect(s, t));
            assert!((closed - none).abs() < 1e-6 && (net - none).abs() < 1e-6);
        }
    }
}

// A sceptic's claims

fn claim(figures: &[(F, f64)]) -> Statement {
    let mut s = Statement {
        region: RegionCode::new("QC"),
        activity: Activity {
            id: Some("aluminium-parts".into()),
            recipe: "332999".into(),
        },
        year: 2021,
        ..Statement::default()
    };
    for (figure, value) in figures {
        s.set(*figure, Some(*value));
    }
    s
}

#[test]
fn nothing_to_start_from_is_said_and_not_judged() {
    for figures in [
        &[(F::TotalJobs, 100.0)][..],
        &[(F::DirectJobs, 0.0), (F::TotalJobs, 100.0)],
        &[(F::Spending, 0.0), (F::TotalJobs, 100.0)],
    ] {
        let found = only(&claim(figures));
        assert_eq!(found.verdict, Verdict::NotJudged(WhyNot::NoBase), "{figures:?}");
        assert!(found.range.is_none() && found.cases.is_empty());
        assert!(reasons(&claim(figures), Lang::Fr).contains("Il manque de quoi partir"));
    }
    // Money alone, or direct jobs alone, claim nothing.
    assert!(judged(&claim(&[(F::DirectJobs, 50.0)])).findings.is_empty());
    assert!(judged(&claim(&[(F::Investment, 1e6)])).findings.is_empty());
    assert!(judged(&claim(&[])).findings.is_empty());
}

#[test]
fn a_claim_of_no_job_is_low_and_not_scolded() {
    let s = claim(&[(F::DirectJobs, 50.0), (F::IndirectJobs, 0.0)]);
    let found = only(&s);
    assert_eq!(found.verdict, Verdict::Low);
    let fr = reasons(&s, Lang::Fr);
    assert!(fr.contains("prudente") && !fr.contains("il faudrait"), "{fr}");
}

#[test]
fn a_claim_at_either_end_is_inside() {
    let mut s = claim(&[(F::DirectJobs, 50.0), (F::TotalJobs, 60.0)]);
    let range = only(&s).range.unwrap();
    for (value, verdict) in [
        (range.low, Verdict::Inside),
        (range.high, Verdict::Inside),
        (range.low - 1.0, Verdict::Low),
        (range.high + 1.0, Verdict::High),
        (1.5 * range.high, Verdict::High),
        (1.5 * range.high + 1.0, Verdict::Outside),
    ] {
        s.set(F::TotalJobs, Some(value));
        assert_eq!(only(&s).verdict, verdict, "{value} of {range:?}");
    }
}

#[test]
fn an_honest_claim_is_inside_however_it_counts() {
    // What the model itself gives in the default method, told with its definitions.
    let study = operation("05", "332999", Method::Flq, Households::Closed, 50.0);
    let phase = &study.phases[0];
    let of = |t, effects: &[Effect]| {
        effects
            .iter()
            .map(|e| study.value(phase, Measure::Jobs, *e, t))
            .sum::<f64>()
    };
    let chain = [Effect::Direct, Effect::IndirectFirst, Effect::IndirectOther];
    for (place, t, induced) in [
        (CountedIn::Region, Territory::Study, true),
        (CountedIn::Province, Territory::Province, false),
        (CountedIn::Country, Territory::Country, true),
    ] {
        let effects = if induced { &Effect::ALL[..] } else { &chain[..] };
        let mut s = claim(&[(F::DirectJobs, 50.0), (F::TotalJobs, of(t, effects))]);
        s.region = RegionCode::new("05");
        (s.counted_in, s.induced) = (Some(place), Some(induced));
        let judgement = judged(&s);
        assert_eq!(judgement.findings[0].verdict, Verdict::Inside, "{place:?} {induced}");
        assert_eq!(judgement.missing, []);
        // The same without its definitions is inside too: what is not said is read in every way.
        (s.counted_in, s.induced) = (None, None);
        let judgement = judged(&s);
        assert_eq!(judgement.findings[0].verdict, Verdict::Inside);
        assert_eq!(judgement.missing, [Missing::Place, Missing::Effects]);
    }
}

#[test]
fn a_multiplier_of_one_is_low_and_one_of_the_region_is_inside_whatever_its_size() {
    let mut s = claim(&[(F::Multiplier, 1.0)]);
    assert_eq!(only(&s).verdict, Verdict::Low);
    let study = operation("QC", "332999", Method::Flq, Households::Closed, 50.0);
    let phase = &study.phases[0];
    let own = study.total(phase, Measure::Jobs, Territory::Province) / 50.0;
    s.set(F::Multiplier, Some(own));
    assert_eq!(only(&s).verdict, Verdict::Inside);
    s.set(F::DirectJobs, Some(3.0));
    assert_eq!(only(&s).verdict, Verdict::Inside);
    s.set(F::Multiplier, Some(12.0));
    let found = only(&s);
    assert_eq!(
        (found.verdict, found.needed),
        (Verdict::Outside, None),
        "a ratio has no base to change"
    );
}

#[test]
fn job_years_of_construction_are_not_taken_for_permanent_jobs() {
    // All the job-years of an investment, told as such.
    let mut s = claim(&[(F::Investment, 50e6), (F::TotalJobs, 1.0)]);
    s.period = Some(ClaimPeriod::Construction);
    let range = only(&s).range.unwrap();
    s.set(F::TotalJobs, Some(range.high));
    assert_eq!(only(&s).verdict, Verdict::Inside);
    assert!(reasons(&s, Lang::Fr).contains("années-emplois"));
    // The same figure told as permanent jobs beside ten direct ones is outside, and the reading that makes it true is told.
    s.period = Some(ClaimPeriod::Operation);
    s.set(F::DirectJobs, Some(10.0));
    let judgement = judged(&s);
    let total = judgement.findings.iter().find(|f| f.figure == F::TotalJobs).unwrap();
    assert_eq!(total.verdict, Verdict::Outside);
    assert!(total.readings.iter().any(|r| r.construction && !r.stated && r.holds));
    assert!(reasons(&s, Lang::Fr).contains("années-emplois de la construction"));
}

#[test]
fn a_dollar_of_another_year_is_converted_and_said() {
    let mut s = claim(&[(F::Spending, 10e6), (F::TotalJobs, 1.0)]);
    let now = only(&s);
    s.year = 2013;
    let then = only(&s);
    // 137.8 ÷ 121.7: CPI of 2021 and of 2013.
    let (_, base) = then.base.unwrap();
    assert!(near(base, 10e6 * 137.8 / 121.7));
    assert!(then.model.unwrap().high >= now.model.unwrap().high);
    assert!(reasons(&s, Lang::En).contains("A dollar of 2013 is worth 1.132 dollar of 2021"));
    // Jobs alone need no price, not even for a year without one.
    let mut old = claim(&[(F::DirectJobs, 50.0), (F::TotalJobs, 80.0)]);
    old.year = 1990;
    assert!(judge(&old, &LIBRARY, &mut Cache::default()).is_ok());
}

#[test]
fn indirect_means_suppliers_unless_the_claim_says_that_households_are_counted() {
    let mut s = claim(&[(F::DirectJobs, 50.0), (F::IndirectJobs, 1.0)]);
    s.counted_in = Some(CountedIn::Country);
    let narrow = only(&s).range.unwrap();
    s.induced = Some(true);
    let wide = only(&s).range.unwrap();
    assert!(wide.high > narrow.high && near(wide.low, narrow.low));
    // A claim that tells the two apart means suppliers alone.
    s.set(F::InducedJobs, Some(5.0));
    let told = judged(&s).findings;
    assert_eq!(told[0].range.unwrap(), narrow);
}

#[test]
fn tiny_and_huge_claims_are_judged_by_the_same_ratio() {
    for jobs in [1.0, 1e6] {
        let s = claim(&[(F::DirectJobs, jobs), (F::TotalJobs, jobs * 1.6)]);
        let found = only(&s);
        let range = found.range.unwrap();
        assert!(
            range.low >= jobs.floor() && range.high < 6.0 * jobs,
            "{jobs}: {range:?}"
        );
        // Whole jobs: 1.6 jobs of 1 is between 1 and the next whole one.
        assert_eq!(found.verdict, Verdict::Inside, "{jobs}: {range:?}");
    }
}

#[test]
fn figures_that_contradict_each_other_are_told_and_each_is_judged() {
    let s = claim(&[
        (F::DirectJobs, 100.0),
        (F::IndirectJobs, 80.0),
        (F::TotalJobs, 150.0),
        (F::Multiplier, 2.5),
    ]);
    let judgement = judged(&s);
    let parts = Remark::PartsExceed {
        parts: 180.0,
        total: 150.0,
    };
    assert_eq!(judgement.remarks[0], parts);
    assert!(matches!(judgement.remarks[1], Remark::Ratio { said, implied } if said == 2.5 && implied == 1.5));
    assert_eq!(judgement.findings.len(), 3);
    assert!(reasons(&s, Lang::En).contains("make 180, more than the total announced, 150"));
}

#[test]
fn revenue_of_another_province_is_not_judged_rather_than_guessed() {
    let mut s = claim(&[(F::DirectJobs, 50.0), (F::Revenue, 1e6)]);
    s.region = RegionCode::new("ON");
    assert_eq!(only(&s).verdict, Verdict::NotJudged(WhyNot::NoLaw));
    s.region = RegionCode::new("05");
    s.counted_in = Some(CountedIn::Country);
    assert!(only(&s).range.is_some(), "known in Québec, told of Québec");
}

#[test]
fn no_sentence_speaks_of_the_people_who_claim() {
    let unkind = [
        "ment",
        "faux",
        "fausse",
        "tromp",
        "exagèr",
        "exagér",
        "lie",
        "false",
        "mislead",
        "exaggerat",
        "dishonest",
    ];
    let mut said = String::new();
    for (_, s) in claims::shipped(&LIBRARY) {
        for lang in Lang::ALL {
            said += &reasons(&s, lang);
        }
    }
    let words = said.split(|c: char| !c.is_alphabetic()).map(str::to_lowercase);
    for word in words {
        assert!(
            !unkind
                .iter()
                .any(|u| word == *u || (u.len() > 4 && word.starts_with(u))),
            "{word}"
        );
    }
}

// Bad claims

#[test]
fn a_bad_claim_is_refused_whole_with_every_reason() {
    let mut s = claim(&[
        (F::DirectJobs, -5.0),
        (F::IndirectJobs, f64::NAN),
        (F::TotalJobs, 1e16),
        (F::PayrollShare, 1.5),
        (F::Gdp, 1e6),
    ]);
    s.region = RegionCode::new("quebec");
    s.activity = Activity {
        id: Some("nothing".into()),
        recipe: "33131".into(),
    };
    s.year = 1850;
    let problems = judge(&s, &LIBRARY, &mut Cache::default()).unwrap_err();
    let places: Vec<&str> = problems.iter().map(|p| p.place.as_str()).collect();
    for place in [
        "claim.jobs.direct",
        "claim.jobs.indirect",
        "claim.jobs.total",
        "claim.payroll_share",
        "claim.region",
        "claim.recipe",
        "claim.activity",
        "claim.year",
    ] {
        assert!(places.contains(&place), "{place} in {places:?}");
    }
    assert_eq!(problems.len(), 8);
    assert!(
        problems
            .iter()
            .any(|p| matches!(p.what, What::Negative { value } if value == -5.0))
    );
    for lang in Lang::ALL {
        for problem in &problems {
            let s = retombees::report::problems::sentence(problem, lang, Some(&LIBRARY));
            assert!(
                !s.what.is_empty() && !s.remedy.is_empty() && !s.what.contains('{'),
                "{s:?}"
            );
        }
    }
}

// What a project keeps

#[test]
fn a_claim_kept_is_undone_saved_and_read_again() {
    let mut state = AppState::new(LIBRARY.clone(), Settings::default(), Lang::Fr).unwrap();
    let before = state.document().scenario().clone();
    let statement = shipped("smelters-2013");
    let keep = Edit::Claims(ClaimsEdit::Keep(Box::new(statement.clone())));
    update(&mut state, Action::Edit(keep, Gesture::Once));
    assert_eq!(state.document().scenario().claims.len(), before.claims.len() + 2);
    assert_eq!(state.project_claims().last(), Some(&statement));
    let text = file::write(state.document().scenario()).unwrap();
    let again = file::read(text.as_bytes()).unwrap();
    assert_eq!(again.version, 1);
    assert_eq!(&again, state.document().scenario());
    let place = state.project_claims().len() - 1;
    update(&mut state, Action::Undo);
    assert_eq!(state.document().scenario(), &before);
    update(&mut state, Action::Redo);
    assert_eq!(state.project_claims().len(), place + 1);
    update(
        &mut state,
        Action::Edit(Edit::Claims(ClaimsEdit::Remove(place)), Gesture::Once),
    );
    assert_eq!(state.document().scenario(), &before);
}

#[test]
fn claims_of_old_files_take_their_context_from_the_project() {
    let (_, text) = presets::SHIPPED[0];
    let scenario = file::read(text.as_bytes()).unwrap();
    let all = claims::statements(&scenario);
    assert_eq!(all.len(), 1);
    let (statement, _) = &all[0];
    assert_eq!(statement.figures, [(F::DirectJobs, 102.0), (F::Families, 500.0)]);
    assert_eq!(statement.from_project, [F::DirectJobs]);
    assert_eq!(statement.region, scenario.region);
    assert_eq!(only(statement).verdict, Verdict::Outside);
    let fr = reasons(statement, Lang::Fr);
    assert!(fr.contains("celui du projet, 102 emplois directs"), "{fr}");
}

/// A figure of a published study that the checker does not know is told, not judged.
#[test]
fn an_unknown_figure_is_told() {
    let mut s = claim(&[(F::DirectJobs, 50.0)]);
    s.unknown.push(("wages.total".into(), 1e6));
    assert!(judged(&s).findings.is_empty());
    assert!(reasons(&s, Lang::Fr).contains("wages.total"));
}

// Exports

fn with_claims() -> (Scenario, Study) {
    let (_, text) = presets::SHIPPED[0];
    let mut scenario = file::read(text.as_bytes()).unwrap();
    scenario.benefits = vec![Benefit {
        id: "interns".into(),
        text: None,
        evidence: Some(Local::new(
            "Entente de 2021 avec le cégep",
            "Agreement of 2021 with the college",
        )),
        basis: Basis::Sourced,
    }];
    let mut study = study::run(&scenario, &LIBRARY, &mut Cache::default()).unwrap();
    study.judge_claims(&scenario, &LIBRARY);
    (scenario, study)
}

#[test]
fn verdicts_go_out_in_writing_as_json_and_as_a_picture() {
    let (scenario, study) = with_claims();
    let subject = Subject {
        name: &scenario.name,
        description: &scenario.description,
        study: &study,
        library: &LIBRARY,
    };
    for lang in Lang::ALL {
        let expected = match lang {
            Lang::Fr => "500 familles\u{a0}: hors de la fourchette",
            Lang::En => "500 families: outside the range",
        };
        let written = blocks(&subject, lang);
        let says = |b: &Block| matches!(b, Block::Paragraph(t) if t.starts_with(expected));
        assert!(written.iter().any(says), "{lang:?}");
        let scope = Scope {
            study: &study,
            saved: None,
            library: &LIBRARY,
            territory: Territory::Study,
            lang,
        };
        let name = match lang {
            Lang::Fr => "affirmation-familles",
            Lang::En => "claim-families",
        };
        assert!(pictures(&scope, None).iter().any(|p| p.name == name));
    }
    let value: serde_json::Value = serde_json::from_slice(&json::study(&subject)).unwrap();
    let finding = &value["claims"][0]["findings"][0];
    assert_eq!(finding["figure"], "families");
    assert_eq!(finding["verdict"], "outside");
    assert_eq!(finding["value"], 500.0);
    assert_eq!(finding["base"]["value"], 102.0);
    assert_eq!(value["benefits"][0]["evidence"]["fr"], "Entente de 2021 avec le cégep");
}

/// Every text of a package of files.
fn package(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut all = String::new();
    for k in 0..archive.len() {
        let mut part = archive.by_index(k).unwrap();
        if part.name().unwrap().ends_with(".xml") {
            part.read_to_string(&mut all).unwrap();
        }
    }
    all
}

#[test]
fn benefits_stand_on_a_slide_and_in_the_workbook_with_their_evidence_and_nowhere_without() {
    let (mut scenario, study) = with_claims();
    for (lang, label, evidence) in [
        (Lang::Fr, "Accueil de stagiaires", "Entente de 2021 avec le cégep"),
        (Lang::En, "Places for interns", "Agreement of 2021 with the college"),
    ] {
        let out = |study: &Study, scenario: &Scenario| {
            let subject = Subject {
                name: &scenario.name,
                description: &scenario.description,
                study,
                library: &LIBRARY,
            };
            let deck = retombees::export::deck::deck(&subject, None, None, lang).unwrap();
            let book = retombees::export::workbook::workbook(&subject, lang).unwrap();
            [package(&deck), package(&book)]
        };
        for text in out(&study, &scenario) {
            assert!(text.contains(label) && text.contains(evidence), "{lang:?}");
        }
        let kept = std::mem::take(&mut scenario.benefits);
        let bare = study::run(&scenario, &LIBRARY, &mut Cache::default()).unwrap();
        for text in out(&bare, &scenario) {
            assert!(!text.contains(label) && !text.contains(evidence), "{lang:?}");
        }
        scenario.benefits = kept;
    }
}

#[test]
fn neither_claims_nor_benefits_move_a_figure() {
    let (scenario, study) = with_claims();
    let mut bare = scenario;
    bare.claims.clear();
    bare.benefits.clear();
    let other = study::run(&bare, &LIBRARY, &mut Cache::default()).unwrap();
    let values = |s: &Study| {
        s.figures()
            .into_iter()
            .map(|f| (f.id, f.value.to_bits()))
            .collect::<Vec<_>>()
    };
    assert_eq!(values(&study), values(&other));
}

// The page

type Shown = Harness<'static, AppState>;

fn page(lang: Lang, width: f32) -> Shown {
    let mut state = AppState::new(LIBRARY.clone(), Settings::default(), lang).unwrap();
    update(&mut state, Action::ShowPage(Page::Claims));
    let mut harness = Harness::builder()
        .with_size(vec2(width, 900.0))
        .with_max_steps(12)
        .with_context_setup(|ctx| Theme::install(ctx, ThemeChoice::Light))
        .build_ui_state(
            |ui, state: &mut AppState| {
                let mut actions = Vec::new();
                root::show(ui, state, &mut actions);
                for action in actions {
                    update(state, action);
                }
            },
            state,
        );
    harness.run();
    harness
}

fn said(harness: &Shown) -> Vec<String> {
    let nodes = harness.root().children_recursive();
    let texts = nodes.flat_map(|n| {
        let n = n.accesskit_node();
        [n.label(), n.value()]
    });
    texts.flatten().collect()
}

#[test]
fn the_page_shows_the_verdict_its_reasons_and_the_cases_in_both_languages() {
    for (lang, width) in [(Lang::Fr, 1440.0), (Lang::En, 1440.0), (Lang::Fr, 1024.0)] {
        let mut harness = page(lang, width);
        let has = |h: &Shown, text: &str| said(h).iter().any(|t| t.contains(text));
        let first = match lang {
            Lang::Fr => "500 familles\u{a0}: hors de la fourchette",
            Lang::En => "500 families: outside the range",
        };
        assert!(has(&harness, first), "{lang:?}: {:?}", said(&harness));
        let other = shipped("transit-184");
        update(harness.state_mut(), Action::Claim(ClaimAction::Choose(Box::new(other))));
        harness.run();
        assert!(has(&harness, "Société de transport de Montréal, 2013"), "{lang:?}");
        // A figure that is typed is judged once it is settled.
        let typed = |h: &mut Shown, action| {
            update(h.state_mut(), Action::Claim(action));
            h.run();
        };
        typed(&mut harness, ClaimAction::Figure(F::TotalJobs, Some(85.0)));
        typed(&mut harness, ClaimAction::Settle);
        let inside = match lang {
            Lang::Fr => "85 emplois en tout\u{a0}: dans la fourchette",
            Lang::En => "85 jobs in all: in the range",
        };
        assert!(has(&harness, inside), "{lang:?}");
    }
}
