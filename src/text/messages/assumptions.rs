//! Words of what a project takes for granted and its user should confirm.

crate::messages! {
    TO_CONFIRM: "à confirmer" | "to confirm";
    ONE_TO_CONFIRM: "1 hypothèse à confirmer" | "1 assumption to confirm";
    TO_CONFIRM_COUNT: "{count} hypothèses à confirmer" | "{count} assumptions to confirm";
    ONLY_TO_CONFIRM: "Montrer seulement {count}" | "Show only {count}";
    CONFIRM: "Confirmer cette valeur" | "Confirm this value";
    CONFIRM_TIP: "Elle devient la vôtre\u{a0}; «\u{a0}Rétablir\u{a0}» rend la valeur par défaut" | "It becomes yours; “Reset” brings the default back";
    BY_DEFAULT: "par défaut" | "default";
    REGIONS_SHIPPED: "Seules les {regions} régions du Québec, la MRC des Sources et les {provinces} provinces sont livrées. Pour une autre MRC, prenez sa région\u{a0}: les effets sont alors ceux de la région entière." | "Only the {regions} regions of Québec, MRC des Sources and the {provinces} provinces are shipped. For another MRC, take its region: effects are then those of the whole region.";
    MRC_SHIPPED: "La {name} est la seule livrée\u{a0}; pour une autre, prenez toute la région" | "{name} is the only one shipped; for another, take the whole region";
}
