//! The colours of slides: those of the theme, which change with it, and those of their own.

use super::xml::Xml;
use crate::report::palette::{Palette, Rgba, tokens};
use crate::report::role::Role;

/// Returns the colours of slides.
pub(super) fn palette() -> &'static Palette {
    &tokens().themes.light
}

/// A colour: one of the theme's, which changes with it, or a colour of its own.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Ink {
    /// The name that the theme gives it.
    Theme(&'static str),
    /// Its own.
    Own(Rgba),
}

impl Ink {
    /// Texts.
    pub const TEXT: Ink = Ink::Theme("tx1");
    /// Texts that explain.
    pub const SECOND: Ink = Ink::Theme("tx2");
    /// The ground.
    pub const GROUND: Ink = Ink::Theme("bg1");

    /// Sources and captions.
    pub fn muted() -> Ink {
        Ink::Own(palette().colours.text_muted)
    }

    /// Rules between texts.
    pub fn rule() -> Ink {
        Ink::Own(palette().colours.border)
    }

    /// Returns the colour of a role: six of them are the accents of the theme.
    pub fn of(role: Role) -> Ink {
        match role {
            Role::Direct => Ink::Theme("accent1"),
            Role::IndirectFirst => Ink::Theme("accent2"),
            Role::IndirectOther => Ink::Theme("accent3"),
            Role::Induced => Ink::Theme("accent4"),
            Role::Study => Ink::Theme("accent5"),
            Role::Quebec => Ink::Theme("accent6"),
            other => Ink::Own(palette().marks.of(other)),
        }
    }

    /// Returns the colour of texts laid on a role's marks.
    pub fn on(role: Role) -> Ink {
        Ink::Own(palette().ink_on.of(role))
    }

    /// Writes the colour alone.
    pub fn colour(self, x: &mut Xml) {
        match self {
            Ink::Theme(name) => x.val("a:schemeClr", name),
            Ink::Own(own) => x.val("a:srgbClr", own.hex().trim_start_matches('#')),
        }
    }

    /// Writes the colour mixed with much white.
    fn pale(self, x: &mut Xml) {
        let lighter = |x: &mut Xml| {
            x.val("a:lumMod", 40_000);
            x.val("a:lumOff", 60_000);
        };
        match self {
            Ink::Theme(name) => x.el("a:schemeClr", &[("val", &name)], lighter),
            Ink::Own(own) => {
                let hex = own.hex();
                x.el("a:srgbClr", &[("val", &hex.trim_start_matches('#'))], lighter);
            }
        }
    }

    /// Writes a fill of the colour.
    pub fn fill(self, x: &mut Xml) {
        x.el("a:solidFill", &[], |x| self.colour(x));
    }
}

/// Writes a fill of slanted lines over a pale ground of the same colour.
pub(super) fn hatch(x: &mut Xml, ink: Ink) {
    x.el("a:pattFill", &[("prst", &"wdUpDiag")], |x| {
        x.el("a:fgClr", &[], |x| ink.colour(x));
        x.el("a:bgClr", &[], |x| ink.pale(x));
    });
}
