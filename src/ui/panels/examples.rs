//! The shipped scenarios in a menu, each family in a menu of its own.

use egui::Ui;

use crate::scenario::presets::{Family, group_names, names};
use crate::text::messages::group as words;
use crate::text::{Lang, Msg};

/// The least width of a menu of examples.
const WIDTH: f32 = 320.0;

fn title(family: Family) -> Msg {
    match family {
        Family::Magnesium => words::FAMILY_MAGNESIUM,
        Family::Aluminium => words::FAMILY_ALUMINIUM,
        Family::Types => words::FAMILY_TYPES,
    }
}

/// Shows the families; returns the place of the scenario chosen.
pub fn show(ui: &mut Ui, lang: Lang) -> Option<usize> {
    let mut chosen = None;
    for family in Family::ALL {
        ui.menu_button(title(family).get(lang), |ui| {
            ui.set_min_width(WIDTH);
            for k in family.places() {
                let Some(name) = names().get(k) else { continue };
                if ui.button(name.get(lang)).clicked() {
                    chosen = Some(k);
                }
            }
        });
    }
    chosen
}

/// Shows the groups; returns the place of the one chosen.
pub fn groups(ui: &mut Ui, lang: Lang) -> Option<usize> {
    let mut chosen = None;
    ui.menu_button(words::GROUPS.get(lang), |ui| {
        ui.set_min_width(WIDTH);
        for (k, name) in group_names().iter().enumerate() {
            if ui.button(name.get(lang)).clicked() {
                chosen = Some(k);
            }
        }
    });
    chosen
}
