//! Words of a pasted budget: shares that read two ways, the year of its dollars, sums that differ; and of a page that shows one.

crate::messages! {
    SHARE_DOUBT: "Part locale «\u{a0}{written}\u{a0}», à lire" | "Local share “{written}”, to be read as";
    SHARE_TAKE: "Lire {value}, {name}" | "Read {value}, {name}";
    SHARES_TO_CHECK: "{count} {count=part locale|parts locales} à vérifier" | "{count} local {count=share|shares} to be checked";
    YEAR_READ: "Dollars de {year}, d’après l’en-tête" | "Dollars of {year}, by the header";
    YEAR_ASSUMED: "L’en-tête ne dit pas de quelle année sont les dollars\u{a0}: {year}, l’année des prix de cette phase, est supposée" | "The header does not say of which year the dollars are: {year}, the price year of this phase, is assumed";
    YEAR_UNKNOWN: "L’en-tête dit {stated}, une année que l’indice des prix ne connaît pas\u{a0}: {year}, l’année des prix de cette phase, est supposée" | "The header says {stated}, a year that the price index does not know: {year}, the price year of this phase, is assumed";
    TOTAL_CONVERTED: "Le total collé, {own} en dollars de {year}, vaut {converted} en dollars de {page}, ceux de la page" | "The total pasted, {own} in dollars of {year}, is {converted} in dollars of {page}, those of the page";
    IN_DOLLARS: "En dollars de {page}" | "In dollars of {page}";
    TOTAL_AGREES: "rangée {row}, «\u{a0}{text}\u{a0}»\u{a0}: un total, égal à la somme des lignes" | "row {row}, “{text}”: a total, equal to the sum of the lines";
    TOTAL_DIFFERS: "Rangée {row}, «\u{a0}{text}\u{a0}»\u{a0}: {stated} écrits, mais les lignes lues font {sum}, soit {gap} d’écart. Vérifiez qu’aucune ligne ne manque et que toutes ont la même unité." | "Row {row}, “{text}”: {stated} written, but the lines read make {sum}, a gap of {gap}. Check that no line is missing and that all have the same unit.";
    TOTAL_MISSES: "L’écart est le montant de la rangée {row}, «\u{a0}{text}\u{a0}», laissée de côté" | "The gap is the amount of row {row}, “{text}”, which is left out";
    MODE_REPLACE_OWN: "Les lignes du budget actuel disparaissent\u{a0}; «\u{a0}Annuler\u{a0}» les ramène" | "The lines of the present budget disappear; “Undo” brings them back";
    OWN_CAUTION: "Les achats de l’exploitation sont ceux de votre budget\u{a0}; la recette d’achats ne sert plus qu’aux valeurs que vous n’avez pas données, comme les ventes" | "Purchases in operation are those of your budget; the purchase recipe only serves for values that you have not given, such as sales";
    EACH_CLEAR_OWN: "Les lignes choisies disparaissent du budget" | "The chosen lines disappear from the budget";
}
