//! Words of the window: commands, labels, tooltips.

crate::messages! {
    SAVE: "Enregistrer" | "Save";
    OPEN: "Ouvrir…" | "Open…";
}
