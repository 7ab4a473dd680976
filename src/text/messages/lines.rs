//! Words of several spending lines changed at once, and of why a change of lines is refused.

crate::messages! {
    QUOTED: "«\u{a0}{name}\u{a0}»" | "“{name}”";
    OTHERS: "{count} autres" | "{count} others";
    AND: "{first} et {last}" | "{first} and {last}";
    SHARE_PASSED: "Rien n’a changé\u{a0}: la part locale de l’ensemble est fixée à {asked}, et les lignes réglées à la main ({lines}) feraient déjà {bound} des achats à elles seules. Écrivez une part plus basse, ou laissez l’ensemble suivre les lignes." | "Nothing changed: the local share of the whole is set at {asked}, and lines set by hand ({lines}) would already make {bound} of purchases by themselves. Type a lower share, or let the whole follow the lines.";
    CONTENT_OUT_OF_REACH: "Rien n’a changé\u{a0}: la part faite dans la province est fixée à {asked}, et ces lignes ({lines}) ne permettraient plus que {bound}. Écrivez une autre valeur, ou laissez cette part suivre les lignes." | "Nothing changed: the share made in the province is set at {asked}, and these lines ({lines}) would allow {bound} at most. Type another value, or let this share follow the lines.";
    CONTENT_PASSED: "Rien n’a changé\u{a0}: la part faite dans la province est fixée à {asked}, et les lignes réglées à la main ({lines}) la dépasseraient à elles seules. Écrivez une part plus basse, ou laissez cette part suivre les lignes." | "Nothing changed: the share made in the province is set at {asked}, and lines set by hand ({lines}) would exceed it by themselves. Type a lower share, or let this share follow the lines.";
    FREE_SHARE: "Laisser l’ensemble suivre les lignes" | "Let the whole follow the lines";
    FREE_CONTENT: "Laisser la part de la province suivre les lignes" | "Let the share of the province follow the lines";
}
