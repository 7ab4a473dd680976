//! Words that agree with a number: `{count} {count=entrée|entrées}` in a message reads `1 entrée`, `2 entrées`.

use super::{Lang, number};

/// Returns whether a number as written takes the singular: below two in French, one alone in English. What is no number takes the plural.
fn is_one(written: &str, lang: Lang) -> bool {
    let start = written.trim_start_matches([number::MINUS, '+', '$', '~']);
    let end = start.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.' | number::NO_BREAK_SPACE)));
    let figure: String = start[..end.unwrap_or(start.len())]
        .chars()
        .filter(|c| match lang {
            Lang::Fr => *c != number::NO_BREAK_SPACE,
            Lang::En => !matches!(*c, ',' | number::NO_BREAK_SPACE),
        })
        .map(|c| if c == ',' { '.' } else { c })
        .collect();
    match (figure.parse::<f64>(), lang) {
        (Ok(value), Lang::Fr) => value < 2.0,
        (Ok(value), Lang::En) => figure == "1" || value == 1.0,
        (Err(_), _) => false,
    }
}

/// Returns a text with each `{name=one|many}` replaced by one of its forms; placeholders without forms stay.
pub(super) fn agreed(text: &str, lang: Lang, values: &[(&str, &str)]) -> String {
    let mut out = text.to_owned();
    for (name, value) in values {
        let mark = format!("{{{name}=");
        while let Some(at) = out.find(&mark) {
            let after = &out[at + mark.len()..];
            let Some((forms, rest)) = after.split_once('}') else {
                break;
            };
            let (one, many) = forms.split_once('|').unwrap_or((forms, forms));
            let form = if is_one(value, lang) { one } else { many };
            out = format!("{}{form}{rest}", &out[..at]);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::Msg;
    use super::*;

    #[test]
    fn words_agree_with_their_number() {
        let message = Msg {
            fr: "{count} {count=entrée diffère|entrées diffèrent}",
            en: "{count} {count=input differs|inputs differ}",
        };
        let said = |lang, count: &str| message.fill(lang, &[("count", count)]);
        assert_eq!(said(Lang::Fr, "0"), "0 entrée diffère");
        assert_eq!(said(Lang::Fr, "1"), "1 entrée diffère");
        assert_eq!(said(Lang::Fr, "1,5"), "1,5 entrée diffère");
        assert_eq!(said(Lang::Fr, "2"), "2 entrées diffèrent");
        assert_eq!(said(Lang::Fr, "1\u{a0}204"), "1\u{a0}204 entrées diffèrent");
        assert_eq!(said(Lang::En, "0"), "0 inputs differ");
        assert_eq!(said(Lang::En, "1"), "1 input differs");
        assert_eq!(said(Lang::En, "1,204"), "1,204 inputs differ");
        assert_eq!(said(Lang::En, "\u{2212}1"), "\u{2212}1 input differs");
        assert_eq!(said(Lang::En, "–"), "– inputs differ");
    }
}
