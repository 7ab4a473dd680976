//! The claims of a study, judged, in its JSON file.

use serde_json::{Value, json};

use crate::ids::Local;
use crate::report::claims::Told;
use crate::report::full;
use crate::study::claims::{CaseKind, Counts, Difference, Finding, JudgedClaim, Missing, Range};
use crate::study::{ClaimPeriod, CountedIn, Library, Study};
use crate::text::Lang;

/// Writes every claim of a study; an empty list where it makes none.
pub(super) fn claims(study: &Study, library: &Library) -> Vec<Value> {
    study.claims.iter().map(|c| claim(c, library)).collect()
}

fn claim(claim: &JudgedClaim, library: &Library) -> Value {
    let s = &claim.statement;
    let figures: Vec<Value> = s
        .figures
        .iter()
        .map(|(f, v)| (f.id(), *v))
        .chain(s.unknown.iter().map(|(id, v)| (id.as_str(), *v)))
        .map(|(figure, value)| json!({"figure": figure, "value": value}))
        .collect();
    let mut out = json!({
        "title": local(&s.title),
        "source": local(&s.source),
        "region": s.region.as_str(),
        "activity": {"id": s.activity.id, "recipe": s.activity.recipe},
        "year": s.year,
        "counted_in": s.counted_in.map(place),
        "induced": s.induced,
        "period": s.period.map(|p| match p {
            ClaimPeriod::Construction => "construction",
            ClaimPeriod::Operation => "operation",
        }),
        "figures": figures,
    });
    let more = match &claim.found {
        Err(problems) => {
            let text = |p| both(|lang| full::problem(p, library, lang));
            json!({"problems": problems.iter().map(text).collect::<Vec<Value>>()})
        }
        Ok(j) => {
            let told = |lang| Told {
                statement: s,
                judgement: j,
                library,
                lang,
            };
            let missing = j.missing.iter().map(|m| match m {
                Missing::Place => "place",
                Missing::Effects => "effects",
                Missing::Period => "period",
            });
            json!({
                "missing": missing.collect::<Vec<&str>>(),
                "price_factor": j.price_factor,
                "models": j.models,
                "recipes": j.recipes,
                "high_factor": j.high_factor,
                "findings": j.findings.iter().map(|f| finding(f, &told)).collect::<Vec<Value>>(),
            })
        }
    };
    if let (Value::Object(out), Value::Object(more)) = (&mut out, more) {
        out.extend(more);
    }
    out
}

fn finding<'a>(f: &Finding, told: &dyn Fn(Lang) -> Told<'a>) -> Value {
    let range = |r: Range| [r.low, r.high];
    let reasons = told(Lang::Fr).reasons(f).into_iter().zip(told(Lang::En).reasons(f));
    let readings: Vec<Value> = f
        .readings
        .iter()
        .map(|r| {
            json!({
                "counted_in": place(r.place), "counts": counts(r.counts), "construction": r.construction,
                "range": range(r.range), "stated": r.stated, "holds": r.holds,
            })
        })
        .collect();
    let cases: Vec<Value> = f
        .cases
        .iter()
        .map(|c| {
            json!({
                "title": local(&c.title), "source": local(&c.source), "kind": kind(c.kind), "year": c.year,
                "ratio": c.ratio, "value": c.value,
                "differences": c.differences.iter().map(|d| difference(*d)).collect::<Vec<&str>>(),
            })
        })
        .collect();
    json!({
        "figure": f.figure.id(),
        "value": f.value,
        "base": f.base.map(|(b, v)| json!({"figure": b.id(), "value": v})),
        "verdict": f.verdict.id(),
        "finding": both(|lang| told(lang).finding(f)),
        "meaning": both(|lang| told(lang).meaning(f)),
        "reasons": reasons.map(|(fr, en)| json!({"fr": fr, "en": en})).collect::<Vec<Value>>(),
        "model": f.model.map(range),
        "range": f.range.map(range),
        "needed": f.needed,
        "readings": readings,
        "cases": cases,
    })
}

fn place(place: CountedIn) -> &'static str {
    match place {
        CountedIn::Region => "region",
        CountedIn::Province => "province",
        CountedIn::Country => "country",
    }
}

fn counts(counts: Counts) -> &'static str {
    match counts {
        Counts::Direct => "direct",
        Counts::Chain => "chain",
        Counts::All => "all",
    }
}

fn kind(kind: CaseKind) -> &'static str {
    match kind {
        CaseKind::Study => "study",
        CaseKind::Announcement => "announcement",
        CaseKind::Claim => "claim",
    }
}

fn difference(difference: Difference) -> &'static str {
    match difference {
        Difference::Industry => "industry",
        Difference::Province => "province",
        Difference::Territory => "territory",
        Difference::Effects => "effects",
        Difference::Period => "period",
        Difference::Announced => "announced",
        Difference::Claimed => "claimed",
    }
}

fn local(text: &Local) -> Value {
    json!({"fr": text.get(Lang::Fr), "en": text.get(Lang::En)})
}

fn both(text: impl Fn(Lang) -> String) -> Value {
    json!({"fr": text(Lang::Fr), "en": text(Lang::En)})
}
