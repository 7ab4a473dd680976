//! The live path against its limits, on the first shipped scenario: a region of Québec, 253 equations, households included.
//!
//! Limits, on two cores: a slider at most 2 ms to new complete results; a change of region or method at most 15 ms. Run with `cargo bench`.

#![allow(clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "a bench may fail")]

use std::sync::Arc;

use divan::{Bencher, black_box};
use retombees::app::{Action, AppState, Edit, Gesture, Settings, update};
use retombees::data::library::Library;
use retombees::engine::leontief::LeontiefModel;
use retombees::engine::matrix::Matrix;
use retombees::ids::RegionCode;
use retombees::report::charts::charts;
use retombees::report::overview::{Scope, cards, finding};
use retombees::scenario::{Input, Scenario, file, presets};
use retombees::study::{self, Cache, Study, Territory};
use retombees::text::Lang;

fn main() {
    divan::main();
}

fn library() -> Library {
    Library::embedded().expect("the embedded data reads")
}

fn scenario() -> Scenario {
    file::read(presets::SHIPPED[0].1.as_bytes()).expect("a shipped scenario reads")
}

fn computed(scenario: &Scenario, library: &Library, cache: &mut Cache) -> Study {
    study::run(scenario, library, cache).expect("a shipped scenario computes")
}

/// Returns the local share of the `k`-th position of a slider; no two positions in a row are alike.
fn share(k: usize) -> f64 {
    0.10 + 0.001 * (k % 150) as f64
}

/// What the window waits for while a slider moves.
#[divan::bench_group(sample_count = 200, sample_size = 1)]
mod limit_2_ms {
    use super::*;

    /// The study alone: models at hand, another local share.
    #[divan::bench]
    fn slider_to_results(bencher: Bencher) {
        let (library, mut scenario, mut cache) = (library(), scenario(), Cache::default());
        computed(&scenario, &library, &mut cache);
        let operation = scenario.first_operation().expect("it has an operation phase");
        let mut k = 0;
        bencher.bench_local(|| {
            k += 1;
            scenario.phases[operation].local_share = Some(Input::user(share(k)));
            computed(black_box(&scenario), &library, &mut cache)
        });
    }

    /// The money trail of a phase, which its page follows beside the study.
    #[divan::bench]
    fn money_trail(bencher: Bencher) {
        let (library, scenario, mut cache) = (library(), scenario(), Cache::default());
        let study = computed(&scenario, &library, &mut cache);
        let phase = study.operation().expect("it has an operation phase");
        bencher.bench_local(|| study.money_trail(black_box(phase)));
    }

    /// The study through the window's state, history included.
    #[divan::bench]
    fn slider_through_the_state(bencher: Bencher) {
        let mut state =
            AppState::new(Arc::new(library()), Settings::default(), Lang::Fr).expect("the window's state starts");
        let operation = state
            .document()
            .scenario()
            .first_operation()
            .expect("it has an operation phase");
        let mut k = 0;
        bencher.bench_local(|| {
            k += 1;
            update(
                &mut state,
                Action::Edit(Edit::LocalShare(operation, Some(share(k))), Gesture::Moving),
            )
        });
    }

    /// Finding, cards and charts of the first page, built at every frame.
    #[divan::bench]
    fn overview(bencher: Bencher) {
        let library = library();
        let mut cache = Cache::default();
        let mut other = scenario();
        let saved = computed(&other, &library, &mut cache);
        other.phases[1].local_share = Some(Input::user(0.2));
        let study = computed(&other, &library, &mut cache);
        bencher.bench_local(|| {
            let scope = Scope {
                study: black_box(&study),
                saved: Some(&saved),
                library: &library,
                territory: Territory::Study,
                lang: Lang::Fr,
            };
            (finding(&scope), cards(&scope), charts(&scope))
        });
    }
}

/// What changes the models: the region is carved anew, the open and the closed system are factored.
#[divan::bench_group(sample_count = 100, sample_size = 1)]
mod limit_15_ms {
    use super::*;

    /// Another region on the same account.
    #[divan::bench]
    fn region_to_results(bencher: Bencher) {
        let (library, mut scenario) = (library(), scenario());
        scenario.phases[1].local_share = None;
        // More regions than the cache keeps: each one is new when its turn comes.
        let regions = ["01", "02", "03", "04", "05", "06", "07", "08", "12"];
        let mut cache = Cache::default();
        let mut k = 0;
        bencher.bench_local(|| {
            k += 1;
            scenario.region = RegionCode::new(regions[k % regions.len()]);
            computed(black_box(&scenario), &library, &mut cache)
        });
    }

    /// Another δ of Flegg's quotient.
    #[divan::bench]
    fn delta_to_results(bencher: Bencher) {
        let (library, mut scenario, mut cache) = (library(), scenario(), Cache::default());
        computed(&scenario, &library, &mut cache);
        let mut k = 0;
        bencher.bench_local(|| {
            k += 1;
            scenario.model.delta = Some(0.10 + 0.001 * f64::from(k % 300));
            computed(black_box(&scenario), &library, &mut cache)
        });
    }
}

/// Once per start or per file.
#[divan::bench_group(sample_count = 30, sample_size = 1)]
mod once {
    use super::*;

    /// From nothing: data read, scenario read, account built, region carved, models factored, results.
    #[divan::bench]
    fn first_results() -> Study {
        computed(&scenario(), &library(), &mut Cache::default())
    }

    /// The embedded data alone.
    #[divan::bench]
    fn data() -> Library {
        library()
    }

    /// Every figure of a study under its id.
    #[divan::bench]
    fn figures(bencher: Bencher) {
        let study = computed(&scenario(), &library(), &mut Cache::default());
        bencher.bench_local(|| black_box(&study).figures());
    }

    /// A scenario from its text.
    #[divan::bench]
    fn scenario_file() -> Scenario {
        scenario()
    }
}

/// The algebra alone, to be set beside another library's solver on systems of the same size.
#[divan::bench_group(sample_count = 50, sample_size = 1)]
mod algebra {
    use super::*;

    /// The open system has 253 equations, the closed one 264.
    const SIZES: [usize; 2] = [253, 264];

    fn coefficients(n: usize) -> Matrix {
        let study = computed(&scenario(), &library(), &mut Cache::default());
        let closed = study
            .structure
            .model
            .closed()
            .expect("households are in the model")
            .coefficients();
        let mut a = Matrix::zeros(n, n);
        for i in 0..n {
            for j in 0..n {
                a[(i, j)] = closed[(i, j)];
            }
        }
        a
    }

    /// Factors, checks and solves for one demand.
    #[divan::bench(args = SIZES)]
    fn factor_and_solve(bencher: Bencher, n: usize) {
        let (a, y) = (coefficients(n), vec![1.0; n]);
        bencher.with_inputs(|| a.clone()).bench_local_values(|a| {
            let model = LeontiefModel::new(a).expect("the account is productive");
            model.solve(&y)
        });
    }

    /// Solves for one demand with the factors at hand.
    #[divan::bench(args = SIZES)]
    fn solve(bencher: Bencher, n: usize) {
        let model = LeontiefModel::new(coefficients(n)).expect("the account is productive");
        let y = vec![1.0; n];
        bencher.bench_local(|| model.solve(black_box(&y)));
    }
}
