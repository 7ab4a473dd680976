//! Comma-separated values: one line per figure, or per multiplier, in a fixed order.

use std::fmt::Write;

use crate::study::{Library, RegionMultipliers, Study, measure_id};

/// Writes every figure of a study: `id,value,unit,net`; `net` is empty where the scenario does not say what is new.
///
/// Values have all their digits and a decimal point, whatever the language; lines end with a line feed.
pub fn study(study: &Study) -> Vec<u8> {
    let mut out = String::from("id,value,unit,net\n");
    for f in study.figures() {
        // Writing to a String cannot fail.
        let net = f.net.map_or_else(String::new, |v| v.to_string());
        let _ = writeln!(out, "{},{},{},{net}", field(&f.id), f.value, f.unit.id());
    }
    out.into_bytes()
}

/// Writes multipliers: one line per measure and industry; a multiplier that does not exist is empty.
pub fn multipliers(found: &RegionMultipliers, library: &Library) -> Vec<u8> {
    let mut out = String::from(
        "measure,industry,direct,simple_region,simple_province,simple_all,total_province,total_all,type_i,type_ii\n",
    );
    let or_empty = |v: Option<f64>| v.map_or_else(String::new, |v| v.to_string());
    for r in &found.rows {
        let industry = library
            .economy
            .industries
            .get(r.industry)
            .map_or("", |i| i.code.as_str());
        let _ = writeln!(
            out,
            "{},{},{},{},{},{},{},{},{},{}",
            measure_id(r.measure),
            field(industry),
            r.direct,
            r.simple_local,
            r.simple_province,
            r.simple_all,
            or_empty(r.total_province),
            or_empty(r.total_all),
            or_empty(r.type_i_ratio()),
            or_empty(r.type_ii_ratio()),
        );
    }
    out.into_bytes()
}

/// Quotes a field that holds a comma, a quote or a line break.
pub(super) fn field(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::field;

    #[test]
    fn fields_that_would_break_a_line_are_quoted() {
        assert_eq!(field("jobs.total"), "jobs.total");
        assert_eq!(field("a,\"b\""), "\"a,\"\"b\"\"\"");
    }
}
