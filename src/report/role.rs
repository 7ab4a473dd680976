//! The roles of data marks: one role keeps one colour on every page and in every export.

use serde::{Deserialize, Serialize};

/// What a mark stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// What the project itself does and pays.
    Direct,
    /// The first suppliers.
    IndirectFirst,
    /// The suppliers of suppliers.
    IndirectOther,
    /// Households spending the income earned.
    Induced,
    /// The federal government.
    Federal,
    /// Québec's government, or the government of the province.
    Quebec,
    /// Municipalities.
    Municipal,
    /// The region under study.
    Study,
    /// The rest of the province.
    RestOfProvince,
    /// The rest of Canada.
    RestOfCanada,
    /// Other countries.
    Abroad,
    /// Money that leaves as taxes.
    Taxes,
    /// Money that leaves as savings.
    Savings,
    /// A mark without a role of its own.
    Neutral,
    /// What someone claims.
    Claim,
}

impl Role {
    /// Every role, in the fixed order of legends and stacks.
    pub const ALL: [Role; 15] = [
        Role::Direct,
        Role::IndirectFirst,
        Role::IndirectOther,
        Role::Induced,
        Role::Federal,
        Role::Quebec,
        Role::Municipal,
        Role::Study,
        Role::RestOfProvince,
        Role::RestOfCanada,
        Role::Abroad,
        Role::Taxes,
        Role::Savings,
        Role::Neutral,
        Role::Claim,
    ];
    /// The origins of a purchase, home first.
    pub const ORIGINS: [Role; 4] = [Role::Study, Role::RestOfProvince, Role::RestOfCanada, Role::Abroad];
}
