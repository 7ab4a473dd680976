//! Labour supply as JSON.

use serde_json::{Value, json};

use super::json::{basis_id, industry_code, local};
use crate::study::{HiringYear, LabourYear, Library, Study};

/// Returns who could hold the jobs of the study region.
pub(super) fn labour(study: &Study, library: &Library) -> Value {
    let labour = &study.labour;
    let year = |y: &LabourYear| {
        let industries = y.by_industry.iter().enumerate();
        let needed = industries.filter(|(_, v)| v.iter().any(|x| *x != 0.0));
        let by_industry: serde_json::Map<String, Value> = needed
            .map(|(i, [direct, suppliers, households])| {
                let value = json!({"direct": direct, "suppliers": suppliers, "households": households});
                (industry_code(library, i).to_owned(), value)
            })
            .collect();
        json!({
            "year": y.year, "direct": y.direct, "suppliers": y.suppliers, "households": y.households,
            "outside": y.outside, "residents": y.residents(), "graduates": y.hiring.graduates, "to_find": y.to_find(),
            "within_limit": labour.within_limit(y), "hiring": hiring(&y.hiring), "by_industry": by_industry,
        })
    };
    let programmes: Vec<Value> = labour
        .programmes
        .iter()
        .map(|p| {
            json!({
                "school": local(&p.school), "programme": local(&p.programme), "seats": p.seats, "graduates": p.graduates,
                "offered": p.offered, "first_year": p.first_year, "hired": p.hired,
            })
        })
        .collect();
    let present: serde_json::Map<String, Value> = labour
        .present
        .iter()
        .enumerate()
        .map(|(i, jobs)| (industry_code(library, i).to_owned(), json!(jobs)))
        .collect();
    json!({
        "employed": labour.employed,
        "employed_year": labour.employed_year,
        "unemployment": labour.unemployment.as_ref().map(|u| json!({
            "rate": u.rate, "year": u.year, "basis": basis_id(u.basis), "source": u.source.as_ref().map(local),
        })),
        "unemployed": labour.unemployed(),
        "limit": labour.limit,
        "replacement": labour.replacement,
        "busiest_year": labour.busiest().map(|y| y.year),
        "short": labour.unemployed().map(|_| labour.shortage().is_some()),
        "years": labour.years.iter().map(year).collect::<Vec<_>>(),
        "present": present,
        "programmes": programmes,
    })
}

fn hiring(h: &HiringYear) -> Value {
    json!({
        "posts": h.posts, "to_fill": h.to_fill, "offered": h.offered, "hired": h.hired_in_all(), "left_to_find": h.left_to_find(),
    })
}
