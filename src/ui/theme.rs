//! The theme of the window: the only place where colours, fonts and egui's own style are made.

use std::sync::{Arc, LazyLock};

use egui::epaint::Shadow;
use egui::style::{Selection, TextCursorStyle, WidgetVisuals, Widgets};
use egui::text::{LayoutJob, TextFormat};
use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Id, Margin, RichText, Stroke, Style,
    TextStyle, ThemePreference, Vec2, Visuals, vec2,
};

use crate::report::palette::{Colours, Marks, Palette, Rgba, Tokens, TypeStyle, Weight, tokens};
use crate::report::role::Role;

/// What the user asks the window to look like.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[expect(missing_docs, reason = "each name says what it is")]
pub enum ThemeChoice {
    /// As the system asks, light or dark.
    #[default]
    System,
    Light,
    Dark,
    HighContrast,
}

/// The kind of a theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[expect(missing_docs, reason = "each name says what it is")]
pub enum ThemeKind {
    Light,
    Dark,
    HighContrast,
}

/// Colours, fonts and sizes of the window.
#[derive(Clone, Debug)]
#[expect(missing_docs, reason = "each name says what it is")]
pub struct Theme {
    pub kind: ThemeKind,
    /// Frames, text, lines and signals.
    pub colours: Colours<Color32>,
    marks: Marks<Color32>,
    ink_on: Marks<Color32>,
    /// Sizes and rules, the same for every kind.
    pub tokens: &'static Tokens,
}

/// How a mark of a role is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
#[expect(missing_docs, reason = "each name says what it is")]
pub struct MarkStyle {
    pub fill: Color32,
    /// Colour of text laid on the mark.
    pub ink: Color32,
    /// The line drawn inside the edge of marks too pale to stand alone.
    pub outline: Option<Stroke>,
}

/// The styles of text in the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Type {
    /// Source lines, axis labels, captions.
    Caption,
    /// Secondary rows, chips.
    Small,
    /// Headers of tables.
    SmallMedium,
    /// Labels of figure cards.
    SmallStrong,
    /// Labels, fields, table cells.
    Body,
    /// Buttons, selected items, values.
    BodyMedium,
    /// Titles of charts, row totals.
    Strong,
    /// The finding of a page, titles of dialogs.
    Title,
    /// Figures of compact cards, and the three first numbers.
    FigureSmall,
    /// Figures of cards.
    Figure,
}

static THEMES: LazyLock<[Theme; 3]> = LazyLock::new(|| {
    let themes = &tokens().themes;
    [
        Theme::new(ThemeKind::Light, &themes.light),
        Theme::new(ThemeKind::Dark, &themes.dark),
        Theme::new(ThemeKind::HighContrast, &themes.high_contrast),
    ]
});

impl Theme {
    /// Sets the fonts and the style of every stock widget; call it once, when the window is created.
    pub fn install(ctx: &Context, choice: ThemeChoice) {
        ctx.set_fonts(fonts());
        Theme::choose(ctx, choice);
    }

    /// Changes the theme at once.
    pub fn choose(ctx: &Context, choice: ThemeChoice) {
        let bright = match choice {
            ThemeChoice::HighContrast => ThemeKind::HighContrast,
            _ => ThemeKind::Light,
        };
        ctx.set_style_of(egui::Theme::Light, Theme::get(bright).style());
        ctx.set_style_of(egui::Theme::Dark, Theme::get(ThemeKind::Dark).style());
        ctx.set_theme(match choice {
            ThemeChoice::System => ThemePreference::System,
            ThemeChoice::Light | ThemeChoice::HighContrast => ThemePreference::Light,
            ThemeChoice::Dark => ThemePreference::Dark,
        });
        ctx.data_mut(|data| data.insert_temp(choice_id(), choice_code(choice)));
    }

    /// Returns the theme now in use.
    pub fn of(ctx: &Context) -> &'static Theme {
        let high_contrast =
            ctx.data(|data| data.get_temp::<u8>(choice_id())) == Some(choice_code(ThemeChoice::HighContrast));
        match ctx.theme() {
            _ if high_contrast => Theme::get(ThemeKind::HighContrast),
            egui::Theme::Light => Theme::get(ThemeKind::Light),
            egui::Theme::Dark => Theme::get(ThemeKind::Dark),
        }
    }

    /// Returns the theme of a kind, for instance the light one for exports.
    pub fn get(kind: ThemeKind) -> &'static Theme {
        let [light, dark, high_contrast] = &*THEMES;
        match kind {
            ThemeKind::Light => light,
            ThemeKind::Dark => dark,
            ThemeKind::HighContrast => high_contrast,
        }
    }

    fn new(kind: ThemeKind, palette: &Palette) -> Theme {
        Theme {
            kind,
            colours: palette.colours.map(colour),
            marks: palette.marks.map(colour),
            ink_on: palette.ink_on.map(colour),
            tokens: tokens(),
        }
    }

    /// Returns how a mark of a role is drawn.
    pub fn mark(&self, role: Role) -> MarkStyle {
        let outlined = self.tokens.outlined.contains(&role) || self.kind == ThemeKind::HighContrast;
        MarkStyle {
            fill: self.marks.of(role),
            ink: self.ink_on.of(role),
            outline: outlined.then(|| Stroke::new(self.tokens.stroke.outline, self.colours.axis)),
        }
    }

    /// Returns the size, line height and weight of a style of text.
    pub fn type_style(&self, style: Type) -> TypeStyle {
        let scale = &self.tokens.type_scale;
        match style {
            Type::Caption => scale.caption,
            Type::Small => scale.small,
            Type::SmallMedium => scale.small_medium,
            Type::SmallStrong => scale.small_strong,
            Type::Body => scale.body,
            Type::BodyMedium => scale.body_medium,
            Type::Strong => scale.strong,
            Type::Title => scale.title,
            Type::FigureSmall => scale.figure_small,
            Type::Figure => scale.figure,
        }
    }

    /// Returns the font of a style of text.
    pub fn font(&self, style: Type) -> FontId {
        let style = self.type_style(style);
        FontId::new(style.size, family(style.weight))
    }

    /// Returns the format of a style of text in a colour, with its line height.
    pub fn format(&self, style: Type, colour: Color32) -> TextFormat {
        TextFormat {
            font_id: self.font(style),
            line_height: Some(self.type_style(style).line),
            color: colour,
            valign: egui::Align::Center,
            ..TextFormat::default()
        }
    }

    /// Returns text of one style that wraps at a width.
    pub fn job(&self, text: &str, style: Type, colour: Color32, wrap_width: f32) -> LayoutJob {
        let mut job = LayoutJob::single_section(text.to_owned(), self.format(style, colour));
        job.wrap.max_width = wrap_width;
        job
    }

    /// Returns text of one style for `ui.label`.
    pub fn rich(&self, text: impl Into<String>, style: Type, colour: Color32) -> RichText {
        RichText::new(text)
            .font(self.font(style))
            .line_height(Some(self.type_style(style).line))
            .color(colour)
    }

    /// Returns the thin line around cards and between sections.
    pub fn hairline(&self) -> Stroke {
        Stroke::new(self.tokens.stroke.hairline, self.colours.border)
    }

    /// Returns the frame of a card: padding, border, rounded corners and a small shadow.
    pub fn card(&self) -> egui::Frame {
        let layout = &self.tokens.layout;
        egui::Frame::new()
            .fill(self.colours.card)
            .stroke(self.hairline())
            .corner_radius(self.tokens.radius.card)
            .inner_margin(Margin::symmetric(
                layout.card_padding_x as i8,
                layout.card_padding_y as i8,
            ))
            .shadow(self.card_shadow())
    }

    /// Returns the frame of menus, lists and dialogs that lie over the page.
    pub fn overlay(&self) -> egui::Frame {
        egui::Frame::new()
            .fill(self.colours.overlay)
            .stroke(self.hairline())
            .corner_radius(self.tokens.radius.card)
            .inner_margin(Margin::same(4))
            .shadow(self.overlay_shadow())
    }

    /// Returns a colour made weaker, for flows and bands.
    pub fn faded(&self, colour: Color32, alpha: f32) -> Color32 {
        colour.gamma_multiply(alpha)
    }

    /// Returns the opaque colour between two others, `part` of the way to the second.
    pub fn between(&self, from: Color32, to: Color32, part: f32) -> Color32 {
        from.lerp_to_gamma(to, part)
    }

    fn card_shadow(&self) -> Shadow {
        let Tokens { shadow, .. } = self.tokens;
        Shadow {
            offset: [0, shadow.card_offset as i8],
            blur: shadow.card_blur,
            spread: 0,
            color: self.colours.shadow,
        }
    }

    fn overlay_shadow(&self) -> Shadow {
        let Tokens { shadow, .. } = self.tokens;
        Shadow {
            offset: [0, shadow.overlay_offset as i8],
            blur: shadow.overlay_blur,
            spread: 0,
            color: self.colours.shadow,
        }
    }

    /// Returns egui's style, so that stock widgets look like ours.
    pub fn style(&self) -> Style {
        let text_styles = [
            (TextStyle::Small, Type::Small),
            (TextStyle::Body, Type::Body),
            (TextStyle::Monospace, Type::Body),
            (TextStyle::Button, Type::BodyMedium),
            (TextStyle::Heading, Type::Title),
        ];
        let mut style = Style {
            text_styles: text_styles.map(|(name, kind)| (name, self.font(kind))).into(),
            visuals: self.visuals(),
            animation_time: f32::from(self.tokens.hover_ms) / 1000.0,
            ..Style::default()
        };
        style.explanation_tooltips = false;
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = 0.35;
        let spacing = &mut style.spacing;
        spacing.item_spacing = vec2(8.0, 4.0);
        spacing.button_padding = vec2(12.0, 4.0);
        spacing.interact_size = Vec2::new(24.0, self.tokens.control.height);
        spacing.window_margin = Margin::same(16);
        spacing.menu_margin = Margin::same(6);
        spacing.icon_width = 16.0;
        spacing.icon_width_inner = 10.0;
        spacing.icon_spacing = 8.0;
        spacing.combo_width = 120.0;
        spacing.tooltip_width = 320.0;
        spacing.scroll = egui::style::ScrollStyle {
            bar_width: 8.0,
            // A thin bar always says that there is more than what shows.
            floating_width: 4.0,
            dormant_handle_opacity: 0.25,
            ..egui::style::ScrollStyle::floating()
        };
        style
    }

    fn visuals(&self) -> Visuals {
        let colours = &self.colours;
        let Tokens { radius, stroke, .. } = self.tokens;
        let base = match self.kind {
            ThemeKind::Dark => Visuals::dark(),
            ThemeKind::Light | ThemeKind::HighContrast => Visuals::light(),
        };
        let widget = |fill: Color32, line: Color32, ink: Color32| WidgetVisuals {
            bg_fill: fill,
            weak_bg_fill: fill,
            bg_stroke: Stroke::new(stroke.hairline, line),
            fg_stroke: Stroke::new(1.5, ink),
            corner_radius: CornerRadius::same(radius.button),
            expansion: 0.0,
        };
        Visuals {
            dark_mode: self.kind == ThemeKind::Dark,
            override_text_color: None,
            weak_text_color: Some(colours.text_muted),
            widgets: Widgets {
                noninteractive: widget(colours.card, colours.border, colours.text),
                inactive: widget(colours.card, colours.border_strong, colours.text),
                hovered: widget(colours.hover, colours.border_strong, colours.text),
                active: widget(colours.selected, colours.accent, colours.text),
                open: widget(colours.hover, colours.border_strong, colours.text),
            },
            selection: Selection {
                bg_fill: colours.selected,
                stroke: Stroke::new(1.0, colours.text),
            },
            hyperlink_color: colours.accent,
            faint_bg_color: colours.sunken,
            extreme_bg_color: colours.sunken,
            text_edit_bg_color: Some(colours.card),
            code_bg_color: colours.sunken,
            warn_fg_color: colours.warning,
            error_fg_color: colours.error,
            window_corner_radius: CornerRadius::same(radius.dialog),
            window_shadow: self.overlay_shadow(),
            window_fill: colours.overlay,
            window_stroke: self.hairline(),
            menu_corner_radius: CornerRadius::same(radius.card),
            panel_fill: colours.panel,
            popup_shadow: self.overlay_shadow(),
            text_cursor: TextCursorStyle {
                stroke: Stroke::new(1.5, colours.text),
                // A window left alone draws nothing: the caret stands still.
                blink: false,
                ..base.text_cursor.clone()
            },
            slider_trailing_fill: true,
            striped: false,
            button_frame: true,
            indent_has_left_vline: false,
            disabled_alpha: 0.5,
            ..base
        }
    }
}

/// Returns the font family of a weight.
pub fn family(weight: Weight) -> FontFamily {
    FontFamily::Name(Arc::from(match weight {
        Weight::Regular => "regular",
        Weight::Medium => "medium",
        Weight::Semibold => "semibold",
    }))
}

/// Returns our three weights, each falling back on egui's own fonts for what they lack.
fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let fallback = fonts
        .families
        .get(&FontFamily::Proportional)
        .cloned()
        .unwrap_or_default();
    let files: [(&str, Weight, &'static [u8]); 3] = [
        (
            "RetombeesSans-Regular",
            Weight::Regular,
            include_bytes!("../../assets/fonts/RetombeesSans-Regular.otf"),
        ),
        (
            "RetombeesSans-Medium",
            Weight::Medium,
            include_bytes!("../../assets/fonts/RetombeesSans-Medium.otf"),
        ),
        (
            "RetombeesSans-SemiBold",
            Weight::Semibold,
            include_bytes!("../../assets/fonts/RetombeesSans-SemiBold.otf"),
        ),
    ];
    for (name, weight, bytes) in files {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        let mut names = vec![name.to_owned()];
        names.extend(fallback.iter().cloned());
        if weight == Weight::Regular {
            fonts.families.insert(FontFamily::Proportional, names.clone());
            fonts.families.insert(FontFamily::Monospace, names.clone());
        }
        fonts.families.insert(family(weight), names);
    }
    fonts
}

fn colour(rgba: Rgba) -> Color32 {
    Color32::from_rgba_unmultiplied(rgba.red, rgba.green, rgba.blue, rgba.alpha)
}

fn choice_id() -> Id {
    Id::unique("theme choice")
}

fn choice_code(choice: ThemeChoice) -> u8 {
    choice as u8
}
