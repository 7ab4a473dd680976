//! The scenarios that ship inside the program.

use std::sync::LazyLock;

use super::{file, group};
use crate::ids::Local;

/// File name and text of each, the one that opens first at the head, family after family.
pub const SHIPPED: [(&str, &str); 20] = [
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
    (
        "aluminium-smelters-today.ron",
        include_str!("../../scenarios/aluminium-smelters-today.ron"),
    ),
    (
        "aluminium-processing-doubling.ron",
        include_str!("../../scenarios/aluminium-processing-doubling.ron"),
    ),
    (
        "aluminium-parts-plant.ron",
        include_str!("../../scenarios/aluminium-parts-plant.ron"),
    ),
    (
        "aluminium-recycler-shawinigan.ron",
        include_str!("../../scenarios/aluminium-recycler-shawinigan.ron"),
    ),
    (
        "aluminium-cluster-secretariat.ron",
        include_str!("../../scenarios/aluminium-cluster-secretariat.ron"),
    ),
    (
        "wind-farm-seigneurie-de-beaupre.ron",
        include_str!("../../scenarios/wind-farm-seigneurie-de-beaupre.ron"),
    ),
    (
        "sawmill-petit-saguenay.ron",
        include_str!("../../scenarios/sawmill-petit-saguenay.ron"),
    ),
    (
        "food-plant-saint-guillaume.ron",
        include_str!("../../scenarios/food-plant-saint-guillaume.ron"),
    ),
    (
        "hospital-wing-verdun.ron",
        include_str!("../../scenarios/hospital-wing-verdun.ron"),
    ),
    (
        "road-autoroute-85.ron",
        include_str!("../../scenarios/road-autoroute-85.ron"),
    ),
    (
        "university-building-laval.ron",
        include_str!("../../scenarios/university-building-laval.ron"),
    ),
    ("festival.ron", include_str!("../../scenarios/festival.ron")),
    (
        "data-centre-levis.ron",
        include_str!("../../scenarios/data-centre-levis.ron"),
    ),
];

/// File name and text of each group.
pub const GROUPS: [(&str, &str); 2] = [
    (
        "magnesium-hub.group.ron",
        include_str!("../../scenarios/magnesium-hub.group.ron"),
    ),
    (
        "aluminium-cluster.group.ron",
        include_str!("../../scenarios/aluminium-cluster.group.ron"),
    ),
];

/// What a shipped scenario belongs to, in the order of menus.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// The magnesium plants of Val-des-Sources.
    Magnesium,
    /// The aluminium cluster.
    Aluminium,
    /// One project of each common type.
    Types,
}

impl Family {
    /// The families in their fixed order.
    pub const ALL: [Family; 3] = [Family::Magnesium, Family::Aluminium, Family::Types];

    /// Returns the places of its scenarios among those shipped.
    pub fn places(self) -> std::ops::Range<usize> {
        match self {
            Family::Magnesium => 0..6,
            Family::Aluminium => 6..12,
            Family::Types => 12..SHIPPED.len(),
        }
    }
}

/// Returns the text of the scenario of this file name.
pub fn text(name: &str) -> Option<&'static str> {
    SHIPPED.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

static NAMES: LazyLock<Vec<Local>> = LazyLock::new(|| {
    let name = |(file_name, text): &(&str, &str)| {
        file::read(text.as_bytes()).map_or_else(|_| Local::same(file_name), |scenario| scenario.name)
    };
    SHIPPED.iter().map(name).collect()
});

static GROUP_NAMES: LazyLock<Vec<Local>> = LazyLock::new(|| {
    let name = |(file_name, text): &(&str, &str)| {
        group::read(text.as_bytes()).map_or_else(|_| Local::same(file_name), |group| group.name)
    };
    GROUPS.iter().map(name).collect()
});

/// Returns the name of each group, in the same order.
pub fn group_names() -> &'static [Local] {
    &GROUP_NAMES
}

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
        let places: Vec<usize> = Family::ALL.into_iter().flat_map(Family::places).collect();
        assert!(places.into_iter().eq(0..SHIPPED.len()), "each belongs to one family");
        assert!(std::ptr::eq(names(), names()), "read once");
    }
}
