//! The visual tokens of `assets/theme.ron`, read once, for the window and for every export.
//!
//! Nothing here knows how to draw: the window turns these colours into its own type, an SVG writes [`Rgba::hex`].

use std::sync::LazyLock;

use serde::Deserialize;

use super::role::Role;

/// A colour as written in the theme file.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
#[expect(missing_docs, reason = "each name says what it is")]
pub struct Rgba {
    pub red: u8,
    pub green: u8,
    pub blue: u8,
    pub alpha: u8,
}

impl Rgba {
    /// Returns the colour as `#RRGGBB`, without its transparency.
    pub fn hex(self) -> String {
        format!("#{:02X}{:02X}{:02X}", self.red, self.green, self.blue)
    }

    /// Returns the colour let through by `part` of its strength, from 0 to 1.
    pub fn faded(self, part: f32) -> Self {
        Self {
            alpha: (f32::from(self.alpha) * part.clamp(0.0, 1.0)).round() as u8,
            ..self
        }
    }
}

impl TryFrom<String> for Rgba {
    type Error = String;

    fn try_from(text: String) -> Result<Rgba, String> {
        let wrong = || format!("{text:?} is not a colour; write #RRGGBB or #RRGGBBAA");
        let digits = text.strip_prefix('#').ok_or_else(wrong)?;
        let value = u32::from_str_radix(digits, 16).map_err(|_| wrong())?;
        let value = match digits.len() {
            6 => (value << 8) | 0xff,
            8 => value,
            _ => return Err(wrong()),
        };
        let [red, green, blue, alpha] = value.to_be_bytes();
        Ok(Rgba {
            red,
            green,
            blue,
            alpha,
        })
    }
}

/// Declares a struct of colours whose type can be changed field by field.
macro_rules! colour_set {
    ($(#[$about:meta])* $set:ident { $($(#[$doc:meta])* $name:ident),* $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[expect(missing_docs, reason = "each name says what it is")]
        pub struct $set<C> { $($(#[$doc])* pub $name: C),* }

        impl<C: Copy> $set<C> {
            /// Returns the same set with every colour changed by `change`.
            pub fn map<D>(&self, change: impl Fn(C) -> D) -> $set<D> {
                $set { $($name: change(self.$name)),* }
            }
        }
    };
}

colour_set! {
    /// The colours of frames, text, lines and signals.
    Colours {
        window, panel, card, sunken, hover, selected, overlay,
        border, border_strong, grid, axis,
        text, text_secondary, text_muted, text_disabled,
        accent, accent_hover, on_accent, focus,
        /// The diamond and the border of a value changed by the user.
        r#override,
        override_bg,
        /// The saved version.
        ghost,
        /// Figures being computed again.
        stale,
        positive, negative, warning, warning_bg, error, error_bg, band, shadow,
    }
}

colour_set! {
    /// One colour per role.
    Marks {
        direct, indirect_first, indirect_other, induced, federal, quebec, municipal,
        study, rest_of_province, rest_of_canada, abroad, taxes, savings, neutral, claim,
    }
}

impl<C: Copy> Marks<C> {
    /// Returns the colour of a role.
    pub fn of(&self, role: Role) -> C {
        match role {
            Role::Direct => self.direct,
            Role::IndirectFirst => self.indirect_first,
            Role::IndirectOther => self.indirect_other,
            Role::Induced => self.induced,
            Role::Federal => self.federal,
            Role::Quebec => self.quebec,
            Role::Municipal => self.municipal,
            Role::Study => self.study,
            Role::RestOfProvince => self.rest_of_province,
            Role::RestOfCanada => self.rest_of_canada,
            Role::Abroad => self.abroad,
            Role::Taxes => self.taxes,
            Role::Savings => self.savings,
            Role::Neutral => self.neutral,
            Role::Claim => self.claim,
        }
    }
}

/// The colours of one theme.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each name says what it is")]
pub struct Palette {
    pub colours: Colours<Rgba>,
    pub marks: Marks<Rgba>,
    /// Text laid on a mark.
    pub ink_on: Marks<Rgba>,
}

/// The three themes.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each name says what it is")]
pub struct Palettes {
    pub light: Palette,
    pub dark: Palette,
    pub high_contrast: Palette,
}

/// A weight of the text font.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each name says what it is")]
pub enum Weight {
    #[default]
    Regular,
    Medium,
    Semibold,
}

/// A size, line height and weight of text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each name says what it is")]
pub struct TypeStyle {
    pub size: f32,
    pub line: f32,
    pub weight: Weight,
}

/// Declares a struct of numbers of the theme file.
macro_rules! numbers {
    ($(#[$about:meta])* $set:ident : $number:ty { $($name:ident),* $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[expect(missing_docs, reason = "each name says what it is")]
        pub struct $set { $(pub $name: $number),* }
    };
}

numbers! {
    /// The styles of text.
    TypeScale: TypeStyle {
        caption, small, small_medium, small_strong, body, body_medium, strong, title, figure_small, figure,
        slide_source, slide_label, slide_title,
    }
}
numbers! {
    /// Sizes of the parts of the window.
    Layout: f32 {
        left_panel_min, left_panel, left_panel_max, toolbar, tabs, scope_bar, status_bar,
        page_margin, card_gap, card_padding_x, card_padding_y, compact_below_width,
    }
}
numbers! {
    /// Heights of controls.
    Control: f32 { height, height_small, height_primary_number, row, table_row, hit_target }
}
numbers! {
    /// Rounded corners.
    Radius: u8 { bar, field, button, card, dialog }
}
numbers! {
    /// Widths of lines and gaps.
    Strokes: f32 { hairline, bar_gap, focus, focus_gap, line, ghost, outline }
}
numbers! {
    /// Shadows under cards and overlays.
    Shadows: u8 { card_offset, card_blur, overlay_offset, overlay_blur }
}
numbers! {
    /// Parts of the slider.
    Slider: f32 { track, knob_radius, ghost_radius, cap_height, dot_step, dot_width }
}
/// The band of a figure card.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each name says what it is")]
pub struct Band {
    pub height: f32,
    pub radius: u8,
    pub centre_width: f32,
    pub centre_height: f32,
}
/// Sizes of chart marks.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each name says what it is")]
pub struct ChartSizes {
    pub bar_min: f32,
    pub bar_max: f32,
    pub label_padding: f32,
    pub max_bars: usize,
    pub line_width: f32,
    pub closure_dash: f32,
    pub closure_gap: f32,
    pub target_dash: f32,
    pub target_gap: f32,
}
numbers! {
    /// How parafiscal revenue is hatched.
    Parafiscal: f32 { fill_alpha, hatch_step, hatch_width, hatch_degrees }
}
numbers! {
    /// Strength of the flows of the money trail.
    Sankey: f32 { alpha_first, alpha_last, alpha_abroad }
}
numbers! {
    /// The outline of a saved version.
    SavedVersion: f32 { width, dash, gap }
}
numbers! {
    /// Places of the parts of a slide, in its pixels.
    Slide: u16 { width, height, margin, accent_width, accent_height, title_top, subtitle_top, footer_bottom }
}
/// Size of an exported image.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each name says what it is")]
pub struct Image {
    pub width: u16,
    pub height: u16,
    pub scale_of_slide: f32,
}

/// Everything the theme file says.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each name says what it is")]
pub struct Tokens {
    pub version: u32,
    pub themes: Palettes,
    /// Marks too pale to stand alone on a card.
    pub outlined: Vec<Role>,
    pub parafiscal: Parafiscal,
    pub sankey: Sankey,
    pub uncertainty_fill_alpha: f32,
    pub saved_version: SavedVersion,
    pub type_scale: TypeScale,
    pub layout: Layout,
    pub control: Control,
    pub radius: Radius,
    pub stroke: Strokes,
    pub shadow: Shadows,
    pub slider: Slider,
    pub band: Band,
    pub chart: ChartSizes,
    pub hover_ms: u16,
    pub slide: Slide,
    pub image: Image,
}

/// The theme file, inside the program.
const THEME_FILE: &str = include_str!("../../assets/theme.ron");

/// Returns the visual tokens.
pub fn tokens() -> &'static Tokens {
    // A broken theme file is a bug that a test catches; a program without colours still runs.
    static TOKENS: LazyLock<Tokens> = LazyLock::new(|| ron::from_str(THEME_FILE).unwrap_or_default());
    &TOKENS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_theme_file_is_read_whole() {
        let tokens: Tokens = ron::from_str(THEME_FILE).expect("the theme file is well formed");
        assert_eq!(tokens.themes.light.colours.accent.hex(), "#0B6E80");
        assert_eq!(tokens.themes.dark.colours.shadow.alpha, 0x66);
        assert!(tokens.outlined.contains(&Role::Abroad));
    }

    #[test]
    fn text_and_marks_keep_their_contrast() {
        let Palettes {
            light,
            dark,
            high_contrast,
        } = tokens().themes;
        for palette in [light, dark, high_contrast] {
            let Colours {
                window,
                panel,
                card,
                sunken,
                ..
            } = palette.colours;
            let Colours {
                text,
                text_secondary,
                text_muted,
                accent,
                warning,
                error,
                ..
            } = palette.colours;
            for background in [window, panel, card, sunken] {
                for ink in [text, text_secondary, text_muted, accent, warning, error] {
                    assert!(
                        contrast(ink, background) >= 4.5,
                        "{} on {}",
                        ink.hex(),
                        background.hex()
                    );
                }
            }
            for role in Role::ALL {
                let mark = palette.marks.of(role);
                assert!(contrast(palette.ink_on.of(role), mark) >= 4.0, "ink of {role:?}");
                assert!(
                    tokens().outlined.contains(&role) || contrast(mark, card) >= 2.9,
                    "{role:?} on a card"
                );
            }
        }
    }

    /// The contrast ratio of WCAG 2.2 between two opaque colours.
    fn contrast(one: Rgba, other: Rgba) -> f64 {
        let luminance = |colour: Rgba| {
            let linear = |part: u8| {
                let part = f64::from(part) / 255.0;
                if part <= 0.04045 {
                    part / 12.92
                } else {
                    ((part + 0.055) / 1.055).powf(2.4)
                }
            };
            0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue)
        };
        let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
        one.max(other) / one.min(other)
    }
}
