//! The shipped scenarios in a menu, family after family.

use egui::Ui;

use crate::scenario::presets::{Family, names};
use crate::text::messages::group as words;
use crate::text::{Lang, Msg};
use crate::ui::theme::{Theme, Type};

fn title(family: Family) -> Msg {
    match family {
        Family::Magnesium => words::FAMILY_MAGNESIUM,
        Family::Aluminium => words::FAMILY_ALUMINIUM,
        Family::Types => words::FAMILY_TYPES,
    }
}

/// Shows the name of each under its family; returns the place of the one chosen.
pub fn show(ui: &mut Ui, lang: Lang) -> Option<usize> {
    let mut chosen = None;
    for family in Family::ALL {
        let theme = Theme::of(ui.ctx());
        ui.add_space(4.0);
        ui.label(theme.rich(title(family).get(lang), Type::Small, theme.colours.text_muted));
        for k in family.places() {
            let Some(name) = names().get(k) else { continue };
            if ui.button(name.get(lang)).clicked() {
                chosen = Some(k);
            }
        }
    }
    chosen
}
