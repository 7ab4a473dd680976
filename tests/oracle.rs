//! The flagship study against an independent recomputation in numpy, written from the formulas by someone who had not read the engine.
use retombees::data::library::Library;
use retombees::scenario::{file, presets};
use retombees::study::{self, Cache};

#[test]
fn look() {
    let library = Library::embedded().unwrap();
    let s = file::read(presets::SHIPPED[0].1.as_bytes()).unwrap();
    let study = study::run(&s, &library, &mut Cache::default()).unwrap();
    for f in study.figures() {
        if f.id.starts_with("jobs") || f.id.starts_with("gdp") {
            if f.id.ends_with("full") || f.id.ends_with("whole") {
                println!("{} {}", f.id, f.value);
            }
        }
    }
    for p in &study.phases {
        println!(
            "{} {} {} {} {:?}",
            p.id, p.sourcing.kappa, p.sourcing.maximum, p.sourcing.default_share, p.project
        );
    }
    println!("{:?}", study.checks);
    println!("{:?}", study.warnings);
}
