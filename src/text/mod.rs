//! Every sentence a person reads, in French and in English, and how numbers are written in each.
//!
//! A message is one constant that holds both languages, so neither can be forgotten; a test checks that both have the same
//! placeholders. French comes first, as it does for most of our users.

pub mod messages;
pub mod number;
mod plural;
pub mod rounding;
mod typed;

/// A language of the interface and of every report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// French, as written in Québec.
    #[default]
    Fr,
    /// English, as written in Canada.
    En,
}

impl Lang {
    /// Both languages, French first.
    pub const ALL: [Lang; 2] = [Lang::Fr, Lang::En];

    /// Returns the language of a system locale such as `en_CA`; French when it is neither French nor English.
    pub fn from_locale(locale: &str) -> Lang {
        if locale.to_ascii_lowercase().starts_with("en") {
            Lang::En
        } else {
            Lang::Fr
        }
    }

    /// Returns the two-letter code, `fr` or `en`.
    pub fn code(self) -> &'static str {
        match self {
            Lang::Fr => "fr",
            Lang::En => "en",
        }
    }
}

impl crate::ids::Local {
    /// Returns the text in `lang`, or the other language's when it is empty.
    pub fn get(&self, lang: Lang) -> &str {
        let (first, second) = match lang {
            Lang::Fr => (&self.fr, &self.en),
            Lang::En => (&self.en, &self.fr),
        };
        if first.is_empty() { second } else { first }
    }
}

/// One message in both languages, with placeholders written `{name}`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Msg {
    /// The French text.
    pub fr: &'static str,
    /// The English text.
    pub en: &'static str,
}

impl Msg {
    /// Returns the text in `lang`, placeholders untouched.
    pub fn get(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Fr => self.fr,
            Lang::En => self.en,
        }
    }

    /// Returns the text in `lang` with each `{name}` replaced by its value, and each `{name=one|many}` by the form that the value calls for.
    pub fn fill(self, lang: Lang, values: &[(&str, &str)]) -> String {
        let mut out = plural::agreed(self.get(lang), lang, values);
        for (name, value) in values {
            out = out.replace(&format!("{{{name}}}"), value);
        }
        out
    }
}

/// Declares messages as constants, and `ALL`, the list of them that tests read.
#[macro_export]
macro_rules! messages {
    ($($name:ident : $fr:literal | $en:literal ;)*) => {
        $(#[doc = concat!("`", $fr, "`")] pub const $name: $crate::text::Msg = $crate::text::Msg { fr: $fr, en: $en };)*
        /// Every message of this file with its name.
        pub const ALL: &[(&str, $crate::text::Msg)] = &[$((stringify!($name), $name)),*];
    };
}
