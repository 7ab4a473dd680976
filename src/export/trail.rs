//! The money trail of a phase as JSON, as documented in [`super::json`].

use serde_json::{Map, Value, json};

use crate::study::{MoneyTrail, Parts, PhaseStudy, Place, Recipient, Rounds, Study};

/// Writes the money trail of a phase; `null` where it cannot be followed.
pub(super) fn money_trail(study: &Study, phase: &PhaseStudy) -> Value {
    study.money_trail(phase).map_or(Value::Null, |trail| value(&trail))
}

fn value(trail: &MoneyTrail) -> Value {
    let received = Recipient::ALL
        .iter()
        .map(|r| (recipient(*r).to_owned(), json!(trail.received(*r))));
    let rounds = Rounds::ALL.iter().map(|rounds| {
        let by = Recipient::ALL
            .iter()
            .map(|r| (recipient(*r).to_owned(), parts(trail.parts(*rounds, *r))));
        let name = match rounds {
            Rounds::First => "first",
            Rounds::Two => "two",
            Rounds::Three => "three",
            Rounds::All => "all",
        };
        (name.to_owned(), Value::Object(by.collect()))
    });
    let l = &trail.local;
    json!({
        "spending": trail.spending,
        "received": Value::Object(received.collect()),
        "rounds": Value::Object(rounds.collect()),
        "in_region": Rounds::ALL.map(|r| trail.in_region(r)),
        "local_multiplier": {
            "value": l.value(), "rounds": l.rounds(), "residents": l.residents, "suppliers": l.suppliers,
            "households": l.households, "supplier_purchases": l.supplier_purchases, "supplier_pay": l.supplier_pay,
        },
    })
}

fn parts(parts: &Parts) -> Value {
    json!({
        "take_home": places(&parts.take_home),
        "surplus": places(&parts.surplus),
        "resale": places(&parts.resale),
        "imports": parts.imports,
        "product_taxes": parts.product_taxes,
        "production_taxes": places(&parts.production_taxes),
        "personal_taxes": parts.personal_taxes,
        "employer_contributions": parts.employer_contributions,
        "saving": parts.saving,
        "plans": parts.plans,
        "held": places(&parts.held),
        "held_pay": parts.held_pay,
        "pay": places(&parts.pay),
        "income": places(&Place::ALL.map(|p| parts.income(p))),
        "taxes": parts.taxes(),
        "savings": parts.savings(),
        "total": parts.total(),
    })
}

fn places(values: &[f64; 4]) -> Value {
    let named = Place::ALL.iter().zip(values);
    Value::Object(
        named
            .map(|(p, v)| (place(*p).to_owned(), json!(v)))
            .collect::<Map<_, _>>(),
    )
}

fn place(place: Place) -> &'static str {
    match place {
        Place::Study => "study",
        Place::RestOfProvince => "rest_of_province",
        Place::OtherProvinces => "rest_of_country",
        Place::Abroad => "abroad",
    }
}

fn recipient(recipient: Recipient) -> &'static str {
    match recipient {
        Recipient::Employees => "employees",
        Recipient::Suppliers(Place::Study) => "suppliers_study",
        Recipient::Suppliers(Place::RestOfProvince) => "suppliers_rest_of_province",
        Recipient::Suppliers(Place::OtherProvinces) => "suppliers_rest_of_country",
        Recipient::Suppliers(Place::Abroad) => "suppliers_abroad",
        Recipient::Governments => "governments",
    }
}
