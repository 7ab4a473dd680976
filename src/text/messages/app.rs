//! What the window tells after an action: notices and proposed names.

crate::messages! {
    NEW_PROJECT: "Nouveau projet" | "New project";
    FILE_STEM: "projet" | "project";
    SAVED: "Enregistré : {path}" | "Saved: {path}";
    OPENED: "Ouvert : {path}" | "Opened: {path}";
    FILE_REFUSED: "{path} n’a pas été ouvert ; vos projets ouverts restent tels quels" | "{path} was not opened; your open projects are as they were";
    FILE_FAILED: "{path} : {reason}" | "{path}: {reason}";
    SHARE_LOWERED: "Part locale ramenée à {share}, le maximum atteignable ici" | "Local share lowered to {share}, the most that can be reached here";
    EDIT_REFUSED: "Modification refusée ; le projet reste tel quel" | "Change refused; the project is as it was";
    UNDONE: "Annulé : {step}" | "Undone: {step}";
    REDONE: "Rétabli : {step}" | "Redone: {step}";
}
