//! Names of the steps that can be undone.

crate::messages! {
    INVESTMENT: "investissement {from} → {to}" | "investment {from} → {to}";
    JOBS: "emplois directs {from} → {to}" | "direct jobs {from} → {to}";
    LOCAL_SHARE: "part locale {from} → {to}" | "local share {from} → {to}";
    REGION: "région {from} → {to}" | "region {from} → {to}";
    NAME: "nom du projet" | "project name";
    ACTIVITY: "activité" | "activity";
    PROVINCE_CONTENT: "contenu provincial" | "provincial content";
    YEARS: "années de la phase" | "years of the phase";
    ADD_PHASE: "ajout d’une phase" | "added phase";
    REMOVE_PHASE: "retrait d’une phase" | "removed phase";
    LINE_AMOUNT: "montant de {line}" | "amount of {line}";
    LINE_LOCAL: "part locale de {line} {from} → {to}" | "local share of {line} {from} → {to}";
    LINE_TRADE: "marge commerciale de {line}" | "trade margin of {line}";
    LINE_TRANSPORT: "marge de transport de {line}" | "transport margin of {line}";
    LINE_CAP: "plafond de {line}" | "cap of {line}";
    RESET_LINE: "{line}\u{a0}: valeurs rétablies" | "{line}: values reset";
    REMOVE_LINE: "retrait de {line}" | "removal of {line}";
    OTHER: "valeur modifiée" | "changed value";
    RESET_LINES: "lignes rétablies" | "lines reset";
    ADD_LINE: "ajout d’une ligne" | "added line";
    LINE_LABEL: "nom d’une ligne" | "name of a line";
    LINE_INDUSTRY: "industrie de {line}" | "industry of {line}";
    ASSUMPTION: "{name} {from} → {to}" | "{name} {from} → {to}";
    RESET_ASSUMPTION: "{name}\u{a0}: valeur par défaut" | "{name}: default value";
    CONFIRM_ASSUMPTION: "{name}\u{a0}: valeur confirmée" | "{name}: value confirmed";
    METHOD: "méthode régionale" | "regional method";
    ADD_SUPPORT: "ajout d’un soutien" | "added support";
    REMOVE_SUPPORT: "retrait d’un soutien" | "removed support";
    SUPPORT: "soutien public" | "public support";
    EARLY_CLOSURE: "fermeture anticipée" | "early closure";
    NET_FACTORS: "du brut au net" | "gross to net";
    TAX_BASE: "assiette foncière" | "property tax base";
    LAW_YEAR: "année des règles fiscales" | "year of the tax rules";
    RELOAD: "version du disque rechargée" | "version on disk reloaded";
    HOUSEHOLDS: "traitement des ménages" | "treatment of households";
}
