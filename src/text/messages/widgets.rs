//! Words that widgets say by themselves, whatever they show.

crate::messages! {
    READ_AS: "lu {value}" | "read as {value}";
    READ_OTHER: "lire {value}" | "read {value}";
    NOT_A_NUMBER: "nombre attendu" | "number expected";
    UNFINISHED_NUMBER: "nombre inachevé" | "unfinished number";
    AT_MOST: "maximum : {value}" | "maximum: {value}";
    AT_LEAST: "minimum : {value}" | "minimum: {value}";
    CHANGED_BY_YOU: "modifié par vous" | "changed by you";
    MORE_TABS: "Plus" | "More";
    OPENS_A_LIST: "ouvre une liste" | "opens a list";
}
