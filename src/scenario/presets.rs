//! The scenarios that ship inside the program.

use std::sync::LazyLock;

use super::file;
use crate::ids::Local;

/// File name and text of each, the one that opens first at the head.
pub const SHIPPED: [(&str, &str); 7] = [
    (
        "alliance-magnesium-2020.ron",
        include_str!("../../scenarios/alliance-magnesium-2020.ron"),
    ),
    (
        "alliance-magnesium-2017-pilot.ron",
        include_str!("../../scenarios/alliance-magnesium-2017-pilot.ron"),
    ),
    (
        "alliance-magnesium-2018.ron",
        include_str!("../../scenarios/alliance-magnesium-2018.ron"),
    ),
    (
        "alliance-magnesium-commercial.ron",
        include_str!("../../scenarios/alliance-magnesium-commercial.ron"),
    ),
    (
        "alliance-magnesium-2023-plan.ron",
        include_str!("../../scenarios/alliance-magnesium-2023-plan.ron"),
    ),
    (
        "alliance-magnesium-what-happened.ron",
        include_str!("../../scenarios/alliance-magnesium-what-happened.ron"),
    ),
    (
        "smelters-2013-claim.ron",
        include_str!("../../scenarios/smelters-2013-claim.ron"),
    ),
];

static NAMES: LazyLock<Vec<Local>> = LazyLock::new(|| {
    let name = |(file_name, text): &(&str, &str)| {
        file::read(text.as_bytes()).map_or_else(|_| Local::same(file_name), |scenario| scenario.name)
    };
    SHIPPED.iter().map(name).collect()
});

/// Returns the name of each, in the same order; they are read from their texts the first time they are asked for.
pub fn names() -> &'static [Local] {
    &NAMES
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_the_name_that_it_states() {
        for ((_, text), name) in SHIPPED.iter().zip(names()) {
            assert_eq!(file::read(text.as_bytes()).unwrap().name, *name);
        }
        assert_eq!(names().len(), SHIPPED.len());
        assert!(std::ptr::eq(names(), names()), "read once");
    }
}
