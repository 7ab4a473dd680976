//! Where pages and panels are scrolled to, so that a copy of a project begins where its original stands.

use egui::scroll_area::ScrollAreaOutput;
use egui::{Id, ScrollArea, Ui};

use crate::app::{Document, DocumentId};

/// Returns where it is kept how far a place is scrolled for a document.
fn kept_id(place: &str, document: DocumentId) -> Id {
    Id::unique(("scrolled", place, document))
}

/// Shows what scrolls downwards; each document keeps its own place, and a copy shown for the first time begins where its original stands.
///
/// * `place`: the page or the panel.
pub fn show<R>(
    ui: &mut Ui,
    place: &str,
    document: &Document,
    content: impl FnOnce(&mut Ui, egui::Rect) -> R,
) -> ScrollAreaOutput<R> {
    let kept = |id: DocumentId| ui.data(|data| data.get_temp::<f32>(kept_id(place, id)));
    let mut area = ScrollArea::vertical()
        .id_salt((place, document.id))
        .auto_shrink([false, false]);
    if kept(document.id).is_none()
        && let Some(offset) = document.copy_of.and_then(kept)
    {
        area = area.vertical_scroll_offset(offset);
    }
    let shown = area.show_viewport(ui, content);
    ui.data_mut(|data| data.insert_temp(kept_id(place, document.id), shown.state.clamped_offset().y));
    shown
}
