//! Words that widgets say by themselves, whatever they show.

crate::messages! {
    READ_AS: "lu {value}" | "read as {value}";
    READ_OTHER: "lire {value}" | "read {value}";
    NOT_A_NUMBER: "nombre attendu, comme {example}" | "number expected, such as {example}";
    UNFINISHED_NUMBER: "nombre inachevé" | "unfinished number";
    AT_MOST_MILLIONS: "Le montant est en millions de dollars\u{a0}: au plus {value}" | "The amount is in millions of dollars: at most {value}";
    AT_MOST: "maximum\u{a0}: {value}" | "maximum: {value}";
    AT_LEAST: "minimum\u{a0}: {value}" | "minimum: {value}";
    CHANGED_BY_YOU: "modifié par vous" | "changed by you";
    MORE_TABS: "Plus" | "More";
    SHOW_AS_TABLE: "Afficher en tableau" | "Show as a table";
    SHOW_AS_CHART: "Afficher en graphique" | "Show as a chart";
    COPY_CHART: "Copier" | "Copy";
    TOTAL: "Total" | "Total";
    FROM_SAVED: "écart avec la version de départ" | "difference from the starting version";
    OPENS_A_LIST: "ouvre une liste" | "opens a list";
}
