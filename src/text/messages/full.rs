//! Words of the written study: headings, tables, remarks.

crate::messages! {
    // Headings
    FOUND: "Constat" | "Finding";
    RESULTS: "Résultats\u{a0}: {phase}, {years}" | "Results: {phase}, {years}";
    DEFINITIONS: "Ce que comptent ces chiffres" | "What these figures count";
    SPENDING: "D’où viennent les achats\u{a0}: {phase}" | "Where purchases come from: {phase}";
    YEARS: "Année par année" | "Year by year";
    ASSUMPTIONS: "Hypothèses et valeurs prises" | "Assumptions and values taken";
    WARNINGS: "À savoir" | "What to know";
    CHECKS: "Vérifications comptables" | "Accounting checks";
    SOURCES: "Sources" | "Sources";

    // Region
    REGION: "Région d’étude\u{a0}: {name}" | "Study region: {name}";
    REGION_MODELLED: "Région d’étude\u{a0}: {name} (région modélisée\u{a0}: ses chiffres sont calculés, ce ne sont pas des statistiques)" | "Study region: {name} (modelled region: its figures are computed, they are not statistics)";
    DOLLARS: "En dollars de {year}\u{a0}; effets bruts, sauf ce qui est dit net" | "In {year} dollars; gross effects, except what is said to be net";
    NO_PHASE: "Ce scénario n’a aucune phase" | "This scenario has no phase";

    // Tables
    HEADLINE_TITLE: "{place}, en M$ de {year} sauf les emplois" | "{place}, in $M of {year} except jobs";
    HEADLINE_ALT: "Effets {place}, par mesure et par effet" | "Effects {place}, by measure and effect";
    NET_TOTAL: "Total net" | "Net total";
    INSIDE: "\u{a0}\u{a0}{name}" | "\u{a0}\u{a0}{name}";
    INSIDE_TWICE: "\u{a0}\u{a0}\u{a0}\u{a0}{name}" | "\u{a0}\u{a0}\u{a0}\u{a0}{name}";
    LINES_TITLE: "Achats au prix d’acquisition, en M$ de {year}, et lieu de production" | "Purchases at purchaser prices, in $M of {year}, and where they are made";
    LINES_ALT: "Lignes de dépense avec leur montant et leur origine" | "Spending lines with their amount and origin";
    LINE: "Ligne de dépense" | "Spending line";
    AMOUNT: "Montant" | "Amount";
    ABROAD: "Étranger" | "Abroad";
    EDITED: "{name}\u{a0}*" | "{name} *";
    EDITED_NOTE: "* Ligne changée ou ajoutée dans le scénario" | "* Line changed or added in the scenario";
    ALL_LINES: "Total des achats" | "All purchases";
    SHARE_REACHED: "Part locale des achats\u{a0}: {share} (par défaut {default}, au plus {maximum}). Elle règle le premier tour seulement\u{a0}; les suivants suivent les tableaux." | "Local share of purchases: {share} (default {default}, at most {maximum}). It rules the first round only; later rounds follow the tables.";
    YEARS_TITLE: "Emplois occupés et PIB aux prix de base (M$ de {year}) de l’année, tous effets" | "Jobs held and GDP at basic prices ($M of {year}) in the year, all effects";
    YEARS_ALT: "Emplois et PIB de chaque année" | "Jobs and GDP of each year";
    YEAR: "Année" | "Year";
    JOBS_IN: "Emplois, {place}" | "Jobs, {place}";
    GDP_IN: "PIB, {place}" | "GDP, {place}";

    // Lists
    DEFINED: "{name}\u{a0}: {definition}" | "{name}: {definition}";
    ASSUMED: "{name}\u{a0}: {value} ({basis})" | "{name}: {value} ({basis})";
    ASSUMED_CHANGED: "{name}\u{a0}: {value} ({basis}\u{a0}; par défaut {default})" | "{name}: {value} ({basis}; default {default})";
    SOURCE: "Source\u{a0}: {source}" | "Source: {source}";
    PROBLEM: "{place}\u{a0}: {what}. {remedy}" | "{place}: {what}. {remedy}";
    ALL_HOLD: "Les {count} vérifications tiennent" | "All {count} checks hold";
    SOME_FAIL: "{failed} {failed=vérification|vérifications} sur {count} ne {failed=tient|tiennent} pas" | "{failed} of {count} checks {failed=does|do} not hold";

    // Multipliers
    MULTIPLIERS: "Multiplicateurs\u{a0}: {region}" | "Multipliers: {region}";
    MULTIPLIERS_METHOD: "Économie {economy}\u{a0}; achats régionaux par {method}" | "Economy {economy}; regional purchases by {method}";
    MULTIPLIERS_PROVINCE: "Économie {economy}\u{a0}; région entière du tableau, sans quotient" | "Economy {economy}; a whole region of the table, no quotient";
    METHOD_SLQ: "quotient de localisation (SLQ)" | "location quotient (SLQ)";
    METHOD_CILQ: "quotient intersectoriel (CILQ)" | "cross-industry quotient (CILQ)";
    METHOD_FLQ: "quotient de Flegg (FLQ), δ = {delta}" | "Flegg’s quotient (FLQ), δ = {delta}";
    METHOD_AFLQ: "quotient de Flegg augmenté (AFLQ), δ = {delta}" | "augmented Flegg’s quotient (AFLQ), δ = {delta}";
    MULTIPLIERS_TITLE: "{measure}, par {unit} de demande finale" | "{measure}, per {unit} of final demand";
    MULTIPLIERS_ALT: "Multiplicateurs de chaque industrie" | "Multipliers of each industry";
    PER_DOLLAR: "dollar" | "dollar";
    PER_MILLION: "million de dollars" | "million dollars";
    INDUSTRY: "Industrie" | "Industry";
    SIMPLE_IN: "Simple, {place}" | "Simple, {place}";
    TOTAL_IN: "Total, {place}" | "Total, {place}";
    TYPE_I: "Rapport de type I" | "Type I ratio";
    TYPE_II: "Rapport de type II" | "Type II ratio";
    MULTIPLIERS_SIMPLE: "Simple\u{a0}: direct + indirect par dollar de demande finale. Total\u{a0}: avec l’induit, sans la ligne des ménages." | "Simple: direct + indirect per dollar of final demand. Total: with induced, household row left out.";
    MULTIPLIERS_RATIOS: "Rapports de type I et II\u{a0}: simple ÷ direct et total ÷ direct, de la même mesure, dans la province" | "Type I and II ratios: simple ÷ direct and total ÷ direct, same measure, inside the province";
    FLQ_CAUTION: "Au-dessous de la province, chiffres modélisés\u{a0}: un essai publié sur les tableaux réels de 2021 trouve le FLQ (0,25) à −4\u{a0}% sur les multiplicateurs de production de type I du Québec, à 23\u{a0}% par cellule" | "Below the province, figures are modelled: a published test on the real 2021 tables finds FLQ (0.25) off by −4% on Québec’s Type I output multipliers, 23% by cell";
}
