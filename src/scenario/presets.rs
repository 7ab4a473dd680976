//! The scenarios that ship inside the program.

/// File name and text of each, the one that opens first at the head.
pub const SHIPPED: [(&str, &str); 2] = [
    (
        "alliance-magnesium-2020.ron",
        include_str!("../../scenarios/alliance-magnesium-2020.ron"),
    ),
    (
        "smelters-2013-claim.ron",
        include_str!("../../scenarios/smelters-2013-claim.ron"),
    ),
];
