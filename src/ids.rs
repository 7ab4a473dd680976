//! Names that travel through the whole program: industries, regions, sources and spending lines.

use std::fmt;

use serde::{Deserialize, Serialize};

macro_rules! code {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// Wraps a code as it is written in tables and files.
            pub fn new(code: impl Into<String>) -> Self {
                Self(code.into())
            }

            /// Returns the code as written.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(code: &str) -> Self {
                Self::new(code)
            }
        }
    };
}

code! {
    /// An industry of the account, such as `33A`.
    IndustryCode
}
code! {
    /// A region: a province of the account (`QC`), an administrative region (`05`) or a smaller territory (`mrc-les-sources`).
    RegionCode
}
code! {
    /// A source of figures, such as `15-211-X`.
    SourceId
}
code! {
    /// A spending line; stable for the life of a scenario, so that edits, traces and comparisons can name it.
    LineId
}
code! {
    /// A phase of a scenario, such as `construction`.
    PhaseId
}
code! {
    /// A public support of a scenario; stable for its life, as a line's is.
    SupportId
}

/// A name or a remark in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Local {
    /// The French text.
    #[serde(default)]
    pub fr: String,
    /// The English text.
    #[serde(default)]
    pub en: String,
}

impl Local {
    /// Pairs two texts.
    pub fn new(fr: impl Into<String>, en: impl Into<String>) -> Self {
        Self {
            fr: fr.into(),
            en: en.into(),
        }
    }

    /// Uses one text for both languages, as when a user types a name.
    pub fn same(text: &str) -> Self {
        Self::new(text, text)
    }

    /// Returns whether neither language has a text.
    pub fn is_empty(&self) -> bool {
        self.fr.is_empty() && self.en.is_empty()
    }
}
