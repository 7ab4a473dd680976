//! The answer to “why this share?” where a spending line asks much of the region’s suppliers.

use super::overview::Scope;
use super::why::{Why, sources};
use super::words::{in_place, line as line_name, place_name};
use crate::study::{LineStudy, Measure, PhaseStudy, Territory};
use crate::text::messages::lines as m;
use crate::text::number;

/// Returns why the local purchases of a line are the part of its industry’s output that they are; nothing where it has no industry here.
///
/// * `limit`: the part beyond which a warning shows.
pub fn capacity(scope: &Scope<'_>, phase: &PhaseStudy, line: &LineStudy, limit: f64) -> Option<Why> {
    let (study, lang) = (scope.study, scope.lang);
    let (industry, share) = (line.industry?, line.capacity_share?);
    let entry = scope.library.economy.industries.get(industry)?;
    let output = study.structure.region.account().gross_output().get(industry).copied()?;
    let base = &study.structure.base;
    let of_province = base
        .gross_output()
        .get(study.structure.province * base.industries().len() + industry)
        .copied()?;
    // Construction is judged on its busiest year.
    let peak = if phase.construction {
        phase.by_year.iter().fold(0.0_f64, |most, (_, part)| most.max(*part))
    } else {
        1.0
    };
    let bought = line.amount * line.origin.study * peak;
    let without_taxes = (bought > 0.0).then(|| share * output / bought)?;
    let millions = |v: f64| number::dollars_in_millions_with(v, 2, lang);
    let tenth = |v: f64| number::percent_with(v, 1, lang);
    let place = in_place(study, Territory::Study, lang);
    let formula = if phase.construction {
        m::CAPACITY_BUILD
    } else {
        m::CAPACITY
    };
    let mut steps = vec![scope.fill(
        formula,
        &[
            ("share", &tenth(share)),
            ("amount", &millions(line.amount)),
            ("taxes", &tenth(1.0 - without_taxes)),
            ("local", &tenth(line.origin.study)),
            ("peak", &tenth(peak)),
            ("place", &place),
            ("output", &millions(output)),
        ],
    )];
    let province = place_name(study, Territory::Province, lang);
    if !study.whole_province {
        steps.push(scope.fill(
            m::CAPACITY_OUTPUT,
            &[
                ("output", &millions(output)),
                ("part", &tenth(output / of_province)),
                ("province", &province),
                ("of_province", &millions(of_province)),
            ],
        ));
    }
    let limit = number::percent(limit, lang);
    steps.push(scope.fill(m::CAPACITY_LIMIT, &[("limit", &limit)]));
    let cell = scope.fill(
        m::CAPACITY_CELL,
        &[
            ("industry", entry.label.get(lang)),
            ("province", &province),
            ("year", &study.data_year.to_string()),
            ("output", &millions(of_province)),
        ],
    );
    Some(Why {
        title: scope.fill(
            m::CAPACITY_WHY,
            &[
                ("share", &number::percent(share, lang)),
                ("name", &line_name(line, lang, scope.library)),
            ],
        ),
        cells: vec![cell],
        sources: sources(scope, Measure::Output),
        ..Why::of(steps)
    })
}
