//! Local levers and diversification as JSON, as documented in [`super::json`].

use serde_json::{Map, Value, json};

use crate::study::{
    self, Gains, Government, LevyKind, Library, PhaseStudy, Study, Variety, government_id, levy_kind_id,
};

/// Writes the levers of a phase; `null` where they cannot be found.
pub(super) fn levers(study: &Study, phase: &PhaseStudy, library: &Library) -> Value {
    let found = study::levers(study, phase).and_then(|l| Ok((l, study::bound(study, phase)?)));
    let Ok((levers, bound)) = found else {
        return Value::Null;
    };
    let lines = levers.iter().filter_map(|l| {
        let mut out = Map::new();
        out.insert("line".into(), json!(phase.lines.get(l.line)?.id.as_str()));
        out.insert("added".into(), json!(l.added));
        out.extend(gains(phase, &l.gains));
        out.insert("in_province".into(), Value::Object(gains(phase, &l.in_province)));
        Some(Value::Object(out))
    });
    let lacking = study.lacking(phase).into_iter().map(|l| {
        let code = library.economy.industries.get(l.industry).map(|i| i.code.as_str());
        json!({
            "industry": code, "bought": l.bought, "outside": l.outside, "quotient": l.quotient, "province_share": l.made,
            "needed": l.needed, "jobs": l.jobs,
        })
    });
    json!({
        "lines": lines.collect::<Vec<_>>(),
        "bound": {
            "local_share": bound.now, "default_share": bound.default, "bound_share": bound.most,
            "from_now": Value::Object(gains(phase, &bound.from_now)),
            "from_now_in_province": Value::Object(gains(phase, &bound.from_now_in_province)),
            "from_default": Value::Object(gains(phase, &bound.from_default)),
        },
        "lacking": lacking.collect::<Vec<_>>(),
    })
}

fn gains(phase: &PhaseStudy, gains: &Gains) -> Map<String, Value> {
    let revenue = gains.revenue.map(|by_government| {
        let governments = Government::ALL.iter().zip(by_government).map(|(g, kinds)| {
            let kinds = LevyKind::ALL.iter().zip(kinds);
            let kinds = kinds.map(|(kind, v)| (levy_kind_id(*kind).to_owned(), json!(v)));
            (government_id(*g).to_owned(), Value::Object(kinds.collect()))
        });
        Value::Object(governments.collect())
    });
    let net = phase.factors.map(|_| {
        let net = |v: f64| phase.net(v);
        json!({
            "jobs": net(gains.jobs), "gdp": net(gains.gdp), "income": net(gains.income),
            "revenue": gains.governments().and_then(net),
        })
    });
    let entries = [
        ("jobs", json!(gains.jobs)),
        ("gdp", json!(gains.gdp)),
        ("income", json!(gains.income)),
        ("revenue", json!(revenue)),
        ("net", json!(net)),
    ];
    entries.into_iter().map(|(name, v)| (name.to_owned(), v)).collect()
}

/// Writes how varied the region's jobs are; `null` without jobs.
pub(super) fn diversification(study: &Study) -> Value {
    let variety = |v: Variety| json!({"jobs": v.jobs, "hachman": v.hachman, "herfindahl": v.herfindahl});
    study.diversification().map_or(Value::Null, |d| {
        json!({
            "before": variety(d.before),
            "construction": d.construction.map(variety),
            "operation": d.operation.map(variety),
        })
    })
}
