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
    LINE_AMOUNT: "montant d’une ligne" | "amount of a line";
    LINE_LOCAL: "part locale d’une ligne" | "local share of a line";
    LINE_TRADE: "marge commerciale d’une ligne" | "trade margin of a line";
    LINE_TRANSPORT: "marge de transport d’une ligne" | "transport margin of a line";
    LINE_CAP: "plafond d’une ligne" | "cap of a line";
    RESET_LINE: "ligne rétablie" | "line reset";
    RESET_LINES: "lignes rétablies" | "lines reset";
    ADD_LINE: "ajout d’une ligne" | "added line";
    LINE_LABEL: "nom d’une ligne" | "name of a line";
    LINE_INDUSTRY: "industrie d’une ligne" | "industry of a line";
    ASSUMPTION: "hypothèse modifiée" | "changed assumption";
    RESET_ASSUMPTION: "hypothèse rétablie" | "assumption reset";
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
