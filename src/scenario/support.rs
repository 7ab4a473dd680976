//! Public money in a scenario: the support that a project receives, what the municipality taxes, and how much of it all is new.

use serde::{Deserialize, Serialize};

use super::document::Input;
use crate::ids::{Local, SupportId};

/// A government that gives support.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Government {
    /// The Government of Canada.
    Federal,
    /// The Government of Québec.
    #[default]
    Quebec,
    /// Municipalities and MRCs.
    Municipal,
}

impl Government {
    /// The governments in their fixed order.
    pub const ALL: [Government; 3] = [Government::Federal, Government::Quebec, Government::Municipal];
}

/// The form that support takes, with its amounts in dollars of the support's year.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum SupportKind {
    /// Money that is not paid back.
    Grant {
        /// Dollars.
        amount: Input,
    },
    /// Money that is paid back.
    Loan {
        /// Dollars lent.
        amount: Input,
        /// Nominal interest a year, as a share; by default a parameter.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        rate: Option<Input>,
        /// Whole years from the loan to its last payment, moratorium included; by default a parameter.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        term: Option<Input>,
        /// Whole years at the head of the term in which interest alone is paid; by default a parameter.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        moratorium: Option<Input>,
    },
    /// Shares bought in the company.
    Equity {
        /// Dollars invested.
        amount: Input,
        /// The part of it counted as lost; by default a parameter.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        loss_share: Option<Input>,
    },
    /// A refundable tax credit on eligible spending.
    Credit {
        /// Credit per dollar of eligible spending.
        rate: Input,
        /// Eligible spending, dollars; by default the investment of the phases of construction.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        spending: Option<Input>,
    },
    /// Relief from the corporate income tax and the health services fund, up to a part of eligible spending.
    Holiday {
        /// Total relief per dollar of eligible spending.
        rate: Input,
        /// Eligible spending before other support is taken out, dollars; by default the investment of the phases of construction.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        spending: Option<Input>,
        /// Whole years that it lasts, from the first year of operation; by default those of the programme.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        years: Option<Input>,
    },
}

/// One public support.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Support {
    /// Its id, such as `quebec-loan`.
    pub id: SupportId,
    /// Its name, when the user gave one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub label: Option<Local>,
    /// The programme of the catalogue, if any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub programme: Option<String>,
    /// Who gives it.
    pub government: Government,
    /// The year in which the money is given, and of its dollars.
    pub year: i32,
    /// What it is.
    pub kind: SupportKind,
}

/// How much of a phase's direct activity is new to the region: gross to net.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Additionality {
    /// The preset that gives the factors not stated below.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub preset: Option<String>,
    /// The part that would have happened anyway.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadweight: Option<Input>,
    /// The part that takes the place of activity elsewhere in the region.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub displacement: Option<Input>,
    /// The part that replaces another activity of the same firm.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub substitution: Option<Input>,
    /// The activity of the reference case, as a part of the phase's direct activity.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reference: Option<Input>,
}

impl Additionality {
    /// Returns the factors that are stated, with the names of their fields.
    pub fn stated(&self) -> impl Iterator<Item = (&'static str, &Input)> {
        [
            ("deadweight", &self.deadweight),
            ("displacement", &self.displacement),
            ("substitution", &self.substitution),
            ("reference", &self.reference),
        ]
        .into_iter()
        .filter_map(|(name, input)| Some((name, input.as_ref()?)))
    }
}

/// What a municipality taxes, in place of a stated property tax.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TaxBase {
    /// Value added to the assessment roll, dollars.
    pub assessed_value: Input,
    /// Dollars of tax a year for each 100 $ of value.
    pub rate: Input,
    /// The part of the new property tax that lower equalization takes back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub equalization_loss: Option<Input>,
}

impl TaxBase {
    /// Returns the property tax of a year, `value × rate / 100`, dollars.
    pub fn yearly_tax(&self) -> f64 {
        self.assessed_value.value * self.rate.value / 100.0
    }

    /// Returns the equalization that the municipality loses in a year, dollars; 0 when no loss is stated.
    pub fn yearly_equalization_loss(&self) -> f64 {
        self.yearly_tax() * self.equalization_loss.as_ref().map_or(0.0, |i| i.value)
    }
}
