//! Words of several spending lines changed at once, and of why a change of lines is refused.

crate::messages! {
    QUOTED: "«\u{a0}{name}\u{a0}»" | "“{name}”";
    OTHERS: "{count} autres" | "{count} others";
    AND: "{first} et {last}" | "{first} and {last}";
    SHARE_PASSED: "Rien n’a changé\u{a0}: la part locale de l’ensemble est fixée à {asked}, et les lignes réglées à la main ({lines}) feraient déjà {bound} des achats à elles seules. Écrivez une part plus basse, ou laissez l’ensemble suivre les lignes." | "Nothing changed: the local share of the whole is set at {asked}, and lines set by hand ({lines}) would already make {bound} of purchases by themselves. Type a lower share, or let the whole follow the lines.";
    CONTENT_OUT_OF_REACH: "Rien n’a changé\u{a0}: la part faite dans la province est fixée à {asked}, et ces lignes ({lines}) ne permettraient plus que {bound}. Écrivez une autre valeur, ou laissez cette part suivre les lignes." | "Nothing changed: the share made in the province is set at {asked}, and these lines ({lines}) would allow {bound} at most. Type another value, or let this share follow the lines.";
    CONTENT_PASSED: "Rien n’a changé\u{a0}: la part faite dans la province est fixée à {asked}, et les lignes réglées à la main ({lines}) la dépasseraient à elles seules. Écrivez une part plus basse, ou laissez cette part suivre les lignes." | "Nothing changed: the share made in the province is set at {asked}, and lines set by hand ({lines}) would exceed it by themselves. Type a lower share, or let this share follow the lines.";
    MOVED: "L’ensemble garde {share} d’achats locaux\u{a0}: {count} {count=autre ligne a|autres lignes ont} bougé, surtout «\u{a0}{name}\u{a0}», de {from} à {to}." | "The whole keeps {share} of local purchases: {count} {count=other line|other lines} moved, most of all “{name}”, from {from} to {to}.";
    FREE_SHARE: "Laisser l’ensemble suivre les lignes" | "Let the whole follow the lines";
    FREE_CONTENT: "Laisser la part de la province suivre les lignes" | "Let the share of the province follow the lines";

    // A pasted budget, what is in doubt in it
    PASTE_KEPT: "{phase}\u{a0}: {kept} dans le budget, {left}" | "{phase}: {kept} in the budget, {left}";
    PASTE_LEFT_NONE: "aucune laissée de côté" | "none left out";
    PASTE_LEFT_ONE: "1 rangée laissée de côté" | "1 row left out";
    PASTE_LEFT_MANY: "{count} rangées laissées de côté" | "{count} rows left out";
    PASTE_DOUBT: "À vérifier" | "To be checked";
    PASTE_TIE: "Deux industries répondent" | "Two industries answer";
    PASTE_RIGHT: "garder ce choix" | "keep this choice";
    PASTE_RIGHT_OF: "Garder ce choix, {name}" | "Keep this choice, {name}";
    PASTE_RATHER: "ou plutôt" | "or rather";
    PASTE_RATHER_OF: "Prendre {industry}, {name}" | "Take {industry}, {name}";
    PASTE_TO_CHECK_ONE: "1 industrie à vérifier" | "1 industry to be checked";
    PASTE_TO_CHECK: "{count} industries à vérifier" | "{count} industries to be checked";
    PASTE_HEADS: "En-têtes\u{a0}: rangée {row}" | "Headers: row {row}";

    // What a change of purchases does while sales stay
    ACCOUNT_LESS: "Les ventes du projet restent de {sales} par année. Les achats baissent de {change}, donc l’excédent d’exploitation monte d’autant, et le PIB direct avec lui." | "The project’s sales stay at {sales} a year. Purchases fall by {change}, so the operating surplus rises by as much, and direct GDP with it.";
    ACCOUNT_MORE: "Les ventes du projet restent de {sales} par année. Les achats montent de {change}, donc l’excédent d’exploitation baisse d’autant, et le PIB direct avec lui." | "The project’s sales stay at {sales} a year. Purchases rise by {change}, so the operating surplus falls by as much, and direct GDP with it.";
    ACCOUNT_LESS_FOLLOW: "Les ventes ne sont pas saisies\u{a0}: elles suivent les emplois, non les achats, et font {sales} par année. Les achats baissent de {change}, donc l’excédent d’exploitation monte d’autant, et le PIB direct avec lui." | "Sales are not entered: they follow jobs, not purchases, and make {sales} a year. Purchases fall by {change}, so the operating surplus rises by as much, and direct GDP with it.";
    ACCOUNT_MORE_FOLLOW: "Les ventes ne sont pas saisies\u{a0}: elles suivent les emplois, non les achats, et font {sales} par année. Les achats montent de {change}, donc l’excédent d’exploitation baisse d’autant, et le PIB direct avec lui." | "Sales are not entered: they follow jobs, not purchases, and make {sales} a year. Purchases rise by {change}, so the operating surplus falls by as much, and direct GDP with it.";
    ACCOUNT_SALES: "Les ventes ne sont pas saisies\u{a0}: elles suivent les emplois et passent de {from} à {sales} par année, tandis que les achats, les vôtres, font {purchases}. L’excédent passe de {before} à {share} des ventes, et le PIB direct avec lui." | "Sales are not entered: they follow jobs and go from {from} to {sales} a year, while purchases, your own, make {purchases}. The surplus goes from {before} to {share} of sales, and direct GDP with it.";
    ACCOUNT_LEVEL_SHARE: "Mettre les ventes à {sales} pour garder la part de l’excédent" | "Set sales at {sales} to keep the surplus’s share";
    ACCOUNT_LEVEL: "Mettre les ventes à {sales} pour garder l’excédent" | "Set sales at {sales} to keep the surplus";
    ACCOUNT_CHANGE: "Changer les ventes" | "Change sales";

    // Why a line asks much of the region’s suppliers
    CAPACITY_WHY: "Pourquoi {share}\u{a0}? Achats locaux de «\u{a0}{name}\u{a0}» dans la production de leur industrie" | "Why {share}? Local purchases of “{name}” in the output of their industry";
    CAPACITY: "{share} = {amount} par année × (1 − {taxes} de taxes) × {local} achetés {place} ÷ {output} de production de l’industrie {place}" | "{share} = {amount} a year × (1 − {taxes} of taxes) × {local} bought {place} ÷ {output} of the industry’s output {place}";
    CAPACITY_BUILD: "{share} = {amount} × {peak} dans l’année la plus chargée × (1 − {taxes} de taxes) × {local} achetés {place} ÷ {output} de production de l’industrie {place}" | "{share} = {amount} × {peak} in the busiest year × (1 − {taxes} of taxes) × {local} bought {place} ÷ {output} of the industry’s output {place}";
    CAPACITY_OUTPUT: "{output} = {part} de la production de cette industrie ({province}\u{a0}: {of_province})\u{a0}: la part de l’emploi de la région, une valeur modélisée" | "{output} = {part} of this industry’s output ({province}: {of_province}): the region’s share of employment, a modelled value";
    CAPACITY_LIMIT: "Au-delà de {limit}, un avertissement paraît\u{a0}; le calcul ne change pas\u{a0}: il suppose que les fournisseurs d’ici suivent. Ce seuil est une hypothèse, à changer dans le panneau de gauche." | "Beyond {limit} a warning shows; the computation does not change: it supposes that suppliers here follow. The threshold is an assumption, to be changed in the left panel.";
    CAPACITY_CELL: "{industry}, {province}, {year}\u{a0}: {output} de production brute" | "{industry}, {province}, {year}: {output} of gross output";
}
