//! What the window tells after an action: notices and proposed names.

crate::messages! {
    NEW_PROJECT: "Nouveau projet" | "New project";
    EXAMPLE_VALUE: "valeur d’exemple, à remplacer" | "example value, to be replaced";
    FILE_STEM: "projet" | "project";
    STARTED_HERE: "Les écarts se mesurent désormais à partir d’ici" | "Differences are measured from here on";
    SAVED: "Écrit dans {path}" | "Written to {path}";
    OPENED: "Ouvert\u{a0}: {path}" | "Opened: {path}";
    FILE_REFUSED: "{path} n’a pas été ouvert\u{a0}; vos projets ouverts restent tels quels" | "{path} was not opened; your open projects are as they were";
    SHARE_LOWERED: "Part locale ramenée à {share}, le maximum atteignable ici" | "Local share lowered to {share}, the most that can be reached here";
    EDIT_REFUSED: "Modification refusée\u{a0}; le projet reste tel quel" | "Change refused; the project is as it was";
    UNDONE: "Annulé\u{a0}: {step}" | "Undone: {step}";
    REDONE: "Rétabli\u{a0}: {step}" | "Redone: {step}";
    DRAFT_KEPT: "Le nouveau projet est gardé tel quel\u{a0}; Ctrl+N y revient" | "The new project is kept as it is; Ctrl+N comes back to it";
}
