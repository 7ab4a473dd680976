//! Words of the spending editor: its table, several lines at once, a pasted budget, what a line would bring.

crate::messages! {
    // Steps
    STEP_ORIGIN: "origine d’une ligne" | "origin of a line";
    STEP_NOTE: "note d’une ligne" | "note of a line";
    STEP_ORDER: "ordre des lignes" | "order of lines";
    STEP_SORT: "tri des lignes" | "sorted lines";
    STEP_EACH: "{count} modifiées" | "{count} changed";
    STEP_EACH_AMOUNT: "montant de {count}" | "amount of {count}";
    STEP_EACH_LOCAL: "part locale de {count}" | "local share of {count}";
    STEP_EACH_NOTE: "note de {count}" | "note of {count}";
    STEP_EACH_CLEAR: "retrait de {count}" | "removal of {count}";
    STEP_EACH_RESET: "{count}\u{a0}: valeurs rétablies" | "{count}: values reset";
    STEP_BUDGET: "budget collé\u{a0}: {count}" | "budget pasted: {count}";
    MANY_LINES: "{count} {count=ligne|lignes}" | "{count} {count=line|lines}";
    MANY_ROWS: "{count} {count=rangée|rangées}" | "{count} {count=row|rows}";

    // The table
    COPY_NAME: "Poste" | "Item";
    COPY_INDUSTRY: "Industrie" | "Industry";
    COPY_AMOUNT: "Montant ($ de {year})" | "Amount ({year} $)";
    COPY_LOCAL: "Part locale" | "Local share";
    COPY_NOTE: "Note" | "Note";
    PASTE_BUDGET: "Coller un budget" | "Paste a budget";
    COPY_TABLE: "Copier le tableau" | "Copy the table";
    COPY_TABLE_OF: "Copier le tableau « {title} »" | "Copy the table “{title}”";
    SORT_BY_NAME: "Trier par poste" | "Sort by item";
    SORT_BY_AMOUNT: "Trier par montant" | "Sort by amount";
    SORT_BY_LOCAL: "Trier par part locale" | "Sort by local share";
    LOCAL_SHORT: "Part locale, plafond" | "Local share, cap";
    CHOOSE_LINE: "Choisir {name}" | "Choose {name}";
    CHOOSE_ALL: "Choisir toutes les lignes" | "Choose all lines";
    MOVE_LINE: "Déplacer {name} (Alt+↑, Alt+↓)" | "Move {name} (Alt+↑, Alt+↓)";
    LINE_MENU: "Autres actions, {name}" | "More actions, {name}";
    MENU_UP: "Monter" | "Move up";
    MENU_DOWN: "Descendre" | "Move down";
    MENU_DETAILS: "Origine, plafond, marges, note" | "Origin, cap, margins, note";
    MENU_RESET: "Rétablir les valeurs par défaut" | "Reset to default values";
    MENU_REMOVE: "Retirer la ligne" | "Remove the line";
    MENU_ZERO: "Mettre à 0\u{a0}$ (la ligne de la recette reste)" | "Set to $0 (the line of the recipe stays)";
    MENU_KEYS_UP: "Alt+↑" | "Alt+↑";
    MENU_KEYS_DOWN: "Alt+↓" | "Alt+↓";
    WHY: "Pourquoi\u{a0}?" | "Why?";
    CAPACITY_WARNING: "{amount} achetés {place}, soit {share} de la production de cette industrie. Au-delà de {limit}, vérifiez que les fournisseurs peuvent suivre." | "{amount} bought {place}, or {share} of the output of this industry. Beyond {limit}, check that suppliers can follow.";
    TOTAL_LOCAL: "Part locale de l’ensemble des achats" | "Local share of all purchases";
    EMPTY_LINES: "Cette phase n’achète rien encore" | "This phase buys nothing yet";

    // Several lines
    CHOSEN: "{lines} choisies" | "{lines} chosen";
    CHOSEN_ONE: "{lines} choisie" | "{lines} chosen";
    EACH_LOCAL: "Part locale des lignes choisies" | "Local share of the chosen lines";
    EACH_LOCAL_SHORT: "Part locale" | "Local share";
    EACH_TIMES: "Multiplier les montants choisis par" | "Multiply the chosen amounts by";
    EACH_TIMES_SHORT: "Montants ×" | "Amounts ×";
    EACH_NOTE: "Note des lignes choisies" | "Note of the chosen lines";
    EACH_NOTE_SHORT: "Note" | "Note";
    APPLY: "Appliquer" | "Apply";
    EACH_APPLY_TIP: "Écrivez d’abord une part, un facteur ou une note" | "First type a share, a factor or a note";
    FILL: "Recopier la première" | "Fill from the first";
    FILL_LOCAL: "Sa part locale ({value})" | "Its local share ({value})";
    FILL_AMOUNT: "Son montant ({value})" | "Its amount ({value})";
    EACH_CLEAR: "Retirer" | "Remove";
    EACH_CLEAR_TIP: "Vos lignes disparaissent\u{a0}; celles de la recette sont mises à 0\u{a0}$ et peuvent être rétablies" | "Your own lines disappear; those of the recipe are set to $0 and can be reset";
    EACH_RESET: "Rétablir" | "Reset";
    UNCHOOSE: "Ne plus choisir" | "Choose none";

    // Details of a line
    ORIGIN_HOME: "Région" | "Region";
    ORIGIN_SHARE: "Origine {place}, {name}" | "Origin {place}, {name}";
    ORIGIN_RULE: "La somme des quatre parts est toujours 100\u{a0}%\u{a0}: celle que vous changez est tenue, les trois autres se partagent le reste comme avant" | "The four shares always sum to 100%: the one you change is kept, the three others share the rest as before";
    INDUSTRY_SEARCH: "Chercher l’industrie, {name}" | "Search the industry, {name}";
    INDUSTRY_HINT: "entretien, camionnage, 33A…" | "maintenance, trucking, 33A…";
    INDUSTRY_NONE: "Aucune industrie trouvée" | "No industry found";
    INDUSTRY_ALL: "Toutes les industries" | "All industries";
    NOTE: "Source ou note" | "Source or note";
    NOTE_HINT: "lettre du fournisseur, mars 2026" | "supplier’s letter, March 2026";
    NOTE_OF: "Source ou note, {name}" | "Source or note, {name}";

    // Live panel
    LIVE: "En direct" | "Live";
    LIVE_SAVED: "Différence avec la version de départ, part locale de {share}" | "Difference with the starting version, local share of {share}";
    LIVE_SAME: "Aucune différence avec la version de départ" | "No difference with the starting version";
    LIVE_NOTE: "La part locale déplace les effets entre {place} et le reste de la province. Le total de la province ne change presque pas." | "The local share moves effects between {place} and the rest of the province. The total of the province hardly changes.";
    LIVE_CONTENT: "Part faite dans la province" | "Share made in the province";
    LIVE_GDP: "PIB aux prix de base" | "GDP at basic prices";
    LIVE_WAGES: "Salaires avant impôt" | "Wages before tax";
    LIVE_REVENUE: "Recettes publiques" | "Public revenue";
    LIVE_PER_YEAR: "{place}, M$ par année" | "{place}, $M a year";
    LIVE_ALL: "{place}, M$, ensemble de la construction" | "{place}, $M, whole construction";
    LIVE_BUYS: "{share} d’achats en plus dans la région" | "{share} more bought in the region";
    LIVE_OF_PHASE: "{phase}, effets bruts et nets" | "{phase}, gross and net effects";

    // Cards
    ORIGIN_CARD: "D’où viennent les {share} de «\u{a0}{name}\u{a0}» {place}" | "Where the {share} of “{name}” {place} come from";
    ORIGIN_DEFAULT: "La valeur par défaut serait de {share}" | "The default would be {share}";
    ORIGIN_IS_DEFAULT: "C’est la valeur par défaut" | "This is the default";
    ORIGIN_PROVINCE: "Part de la province dans les achats de ce produit" | "Share of the province in purchases of this product";
    ORIGIN_QUOTIENT: "× part locale, quotient de localisation" | "× local part, location quotient";
    ORIGIN_DEFAULT_ROW: "= part par défaut" | "= default share";
    ORIGIN_SCALED: "Réglée pour atteindre {share} de l’ensemble" | "Set so that the whole reaches {share}";
    ORIGIN_CONTENT: "Après le contenu provincial demandé" | "After the provincial content asked for";
    ORIGIN_YOURS: "Votre valeur" | "Your value";
    ORIGIN_CAP: "Plafond, ce que la région peut fournir" | "Cap, what the region can supply";
    ORIGIN_TABLES: "15-211-X, {year}" | "15-211-X, {year}";
    ORIGIN_METHOD: "{method}, δ\u{a0}=\u{a0}{delta}" | "{method}, δ\u{a0}=\u{a0}{delta}";
    ORIGIN_FINAL: "SLQ, achat final" | "SLQ, final purchase";
    ORIGIN_NO_NOTE: "sans note" | "no note";
    ORIGIN_NONE: "Aucune industrie de la province ne vend ce produit\u{a0}: tout vient de l’étranger" | "No industry of the province sells this product: all of it comes from abroad";
    ORIGIN_PICK: "Cliquez une ligne pour voir d’où vient sa part" | "Click a line to see where its share comes from";
    LEVER_FINDING: "Dix points de plus sur «\u{a0}{name}\u{a0}» ajouteraient {jobs} {unit}" | "Ten points more on “{name}” would add {jobs} {unit}";
    LEVER_FINDING_LESS: "{added} points de plus sur «\u{a0}{name}\u{a0}», jusqu’à son plafond, ajouteraient {jobs} {unit}" | "{added} points more on “{name}”, up to its cap, would add {jobs} {unit}";
    LEVER_JOBS: "emplois" | "jobs";
    LEVER_JOB: "emploi" | "job";
    LEVER_YEARS: "années-emplois" | "job-years";
    LEVER_YEAR: "année-emploi" | "job-year";
    LEVER_SUBTITLE: "Emplois permanents {place}, bruts, par tranche de 10 points de part locale" | "Permanent jobs {place}, gross, for 10 points of local share";
    LEVER_SUBTITLE_BUILD: "Années-emplois {place}, bruts, par tranche de 10 points de part locale" | "Job-years {place}, gross, for 10 points of local share";
    LEVER_SOURCE: "Les autres lignes restent comme elles sont. * moins de 10 points\u{a0}: le plafond de la ligne" | "Other lines stay as they are. * less than 10 points: the cap of the line";
    LEVER_SERIES: "Effet" | "Effect";
    LEVER_ALT: "Barres\u{a0}: ce que dix points de part locale de plus apporteraient, ligne par ligne" | "Bars: what ten points more of local share would bring, line by line";
    LEVER_NONE: "Toutes les lignes sont à leur plafond" | "All lines stand at their cap";

    // A pasted budget
    PASTE_TITLE: "Coller un budget" | "Paste a budget";
    PASTE_EMPTY: "Copiez dans votre tableur une colonne de noms et une colonne de montants, puis appuyez ici sur {keys}" | "Copy a column of names and a column of amounts in your spreadsheet, then press {keys} here";
    PASTE_EMPTY_MORE: "Part locale, industrie et note sont reconnues aussi, avec ou sans en-têtes, en français ou en anglais" | "Local share, industry and note are recognised too, with or without headers, in French or in English";
    PASTE_NAME: "Poste" | "Item";
    PASTE_INDUSTRY: "Industrie" | "Industry";
    PASTE_AMOUNT: "Montant, {unit}" | "Amount, {unit}";
    PASTE_LOCAL: "Part locale" | "Local share";
    PASTE_BECOMES: "Devient" | "Becomes";
    PASTE_NEW: "nouvelle ligne" | "new line";
    PASTE_REPLACES: "remplace {name}" | "replaces {name}";
    PASTE_LEFT: "laissée de côté" | "left out";
    PASTE_KEEP: "Garder {name}" | "Keep {name}";
    PASTE_ROW: "rangée {row}" | "row {row}";
    PASTE_INDUSTRY_OF: "Industrie de {name}" | "Industry of {name}";
    PASTE_CHOOSE: "Choisir une industrie" | "Choose an industry";
    PASTE_OTHER: "Lire {value}" | "Read {value}";
    PASTE_OTHER_OF: "Lire plutôt {value}, {name}" | "Read {value} instead, {name}";
    PASTE_MODE: "Ce que fait le budget collé" | "What the pasted budget does";
    MODE_REPLACE: "Remplacer toutes les lignes" | "Replace all lines";
    MODE_MERGE: "Remplacer les mêmes" | "Replace the same ones";
    MODE_ADD: "Ajouter" | "Add";
    MODE_REPLACE_NOTE: "Les lignes de la recette disparaissent\u{a0}; «\u{a0}Tout rétablir\u{a0}» les ramène" | "The lines of the recipe disappear; “Reset all” brings them back";
    MODE_MERGE_NOTE: "Chaque rangée prend la place de la ligne du même nom, sinon de la même industrie\u{a0}; les autres lignes restent" | "Each row takes the place of the line of the same name, or else of the same industry; other lines stay";
    MODE_ADD_NOTE: "Les rangées s’ajoutent aux lignes\u{a0}: vérifiez que rien n’est compté deux fois" | "Rows come on top of the lines: check that nothing is counted twice";
    PASTE_UNIT: "Nombres sans unité" | "Numbers without unit";
    UNIT_1: "$" | "$";
    UNIT_1000: "k$" | "$k";
    UNIT_1000000: "M$" | "$M";
    PASTE_YEAR: "Dollars de" | "Dollars of";
    PASTE_TOTAL: "Total collé" | "Total pasted";
    PASTE_NOW: "Budget actuel" | "Present budget";
    PASTE_AFTER: "Budget après" | "Budget after";
    PASTE_DONE: "Mettre {lines} dans le budget" | "Put {lines} in the budget";
    PASTE_MISSING: "{rows} sans industrie\u{a0}: choisissez-la ou laissez la rangée de côté" | "{rows} without industry: choose it or leave the row out";
    PASTE_NOTHING: "Aucune rangée gardée" | "No row kept";
    LEFT_TOTAL: "rangée {row}, «\u{a0}{text}\u{a0}»\u{a0}: un total" | "row {row}, “{text}”: a total";
    LEFT_NO_AMOUNT: "rangée {row}, «\u{a0}{text}\u{a0}»\u{a0}: sans montant" | "row {row}, “{text}”: no amount";
    LEFT_UNREADABLE: "rangée {row}, «\u{a0}{text}\u{a0}»\u{a0}: illisible, voir plus bas" | "row {row}, “{text}”: unreadable, see below";
    LEFT_COLUMNS: "colonnes non lues\u{a0}: {names}" | "columns not read: {names}";
    LEFT_OUT: "Laissées de côté" | "Left out";
    PASTED_ALL: "Budget collé\u{a0}: {lines}." | "Budget pasted: {lines}.";
    PASTED_ALL_REST: "Elles remplacent les {before} d’avant." | "They replace the {before} there were.";
    PASTED_SOME: "Budget collé\u{a0}: {count} remplacées sur {before}." | "Budget pasted: {count} replaced of {before}.";
    PASTED_SOME_REST: "{added} en plus\u{a0}; {others} comme avant." | "{added} more; {others} as before.";
    PASTED_MORE: "Budget collé\u{a0}: {lines} en plus." | "Budget pasted: {lines} more.";
    PASTED_MORE_REST: "Les {before} d’avant restent." | "The {before} there were stay.";
    PASTED_LEFT: "Laissées de côté\u{a0}: {rows}." | "Left out: {rows}.";
    UNDO_PASTE: "Annuler" | "Undo";
    EDIT_NOTES: "Notes des lignes" | "Notes of the lines";
    LINE_NOTE: "{name}\u{a0}: {note}" | "{name}: {note}";
}
