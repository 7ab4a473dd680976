//! Terms of the glossary where they stand: underlined with dots, defined to the pointer and to the keyboard.

use egui::text::CCursor;
use egui::{
    Color32, Context, Galley, Id, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, WidgetInfo, pos2, vec2,
};

use super::{paint, tell_whole};
use crate::report::glossary;
use crate::text::Lang;
use crate::ui::theme::{Theme, Type};

/// Returns where the language of the window is kept for widgets that look texts up.
fn spoken() -> Id {
    Id::unique("language of terms")
}

/// Tells the widgets which language the window speaks; once a frame.
pub fn speak(ctx: &Context, lang: Lang) {
    ctx.data_mut(|data| data.insert_temp(spoken(), lang));
}

/// Returns the language that the window speaks.
pub fn lang(ctx: &Context) -> Lang {
    ctx.data(|data| data.get_temp(spoken())).unwrap_or_default()
}

/// Returns the definition of a text, when it is a term of the language that the window speaks.
pub fn definition(ctx: &Context, text: &str) -> Option<&'static str> {
    glossary::definition(text, lang(ctx))
}

/// Shows a term as a label; its definition is told on hover and on focus.
pub fn term(ui: &mut Ui, text: &str, definition: &str, style: Type, colour: Color32) -> Response {
    let galley = paint::paragraph(ui, text, style, colour, ui.available_width());
    let (rect, _) = ui.allocate_exact_size(galley.size() + vec2(0.0, 1.0), Sense::hover());
    paint::place(ui.painter(), rect.min, galley);
    over(ui, text, rect, text, definition)
}

/// Makes a term of the word of the glossary that stands inside a sentence already painted at `at`, if there is one.
pub fn within(ui: &Ui, salt: impl std::hash::Hash + std::fmt::Debug, at: Pos2, sentence: &Galley) {
    let text = sentence.text();
    let Some((start, name, definition)) = glossary::inside(text, lang(ui.ctx())) else {
        return;
    };
    let letter = |byte: usize| CCursor::new(text.get(..byte).map_or(0, |before| before.chars().count()));
    let first = sentence.pos_from_cursor(letter(start));
    let last = sentence.pos_from_cursor(letter(start + name.len()));
    // A word that goes over to the next line has no place of its own.
    if last.left() > first.left() {
        let rect = Rect::from_min_max(first.min, last.max).translate(at.to_vec2());
        over(ui, salt, rect, name, definition);
    }
}

/// Makes a term of a text already painted in `rect`.
pub fn over(
    ui: &Ui,
    salt: impl std::hash::Hash + std::fmt::Debug,
    rect: Rect,
    text: &str,
    definition: &str,
) -> Response {
    let theme = Theme::of(ui.ctx());
    let id = ui.scope_id().with(("term", salt));
    let response = ui.interact(rect, id, Sense::focusable_noninteractive());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    ui.ctx()
        .accesskit_node_builder(response.id, |node| node.set_description(definition));
    let y = rect.bottom() + 0.5;
    let line = [pos2(rect.left(), y), pos2(rect.right(), y)];
    let stroke = Stroke::new(1.0, theme.colours.border_strong);
    ui.painter().extend(Shape::dashed_line(&line, stroke, 1.5, 2.0));
    paint::focus_ring(ui, &response, rect.expand(1.0), theme.tokens.radius.bar);
    tell_whole(response, definition)
}
