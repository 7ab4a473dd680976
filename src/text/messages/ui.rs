//! Words of the window: commands, labels, tooltips.

crate::messages! {
    APP: "Retombées" | "Retombées";

    // Commands
    FILE: "Fichier" | "File";
    EDIT: "Édition" | "Edit";
    NEW: "Nouveau projet" | "New project";
    OPEN: "Ouvrir…" | "Open…";
    SAVE: "Enregistrer" | "Save";
    SAVE_AS: "Enregistrer sous…" | "Save as…";
    CLOSE: "Fermer le projet" | "Close project";
    QUIT: "Quitter" | "Quit";
    UNDO: "Annuler" | "Undo";
    REDO: "Rétablir" | "Redo";
    UNDO_STEP: "Annuler\u{a0}: {step}" | "Undo: {step}";
    REDO_STEP: "Rétablir\u{a0}: {step}" | "Redo: {step}";
    EXAMPLES: "Exemples" | "Examples";
    LANGUAGE: "Langue" | "Language";
    FRENCH: "FR" | "FR";
    ENGLISH: "EN" | "EN";
    THEME: "Thème" | "Theme";
    THEME_SYSTEM: "Comme le système" | "As the system";
    THEME_LIGHT: "Clair" | "Light";
    THEME_DARK: "Sombre" | "Dark";
    THEME_CONTRAST: "Contraste élevé" | "High contrast";
    MODIFIED: "{name}, modifié" | "{name}, modified";
    CLOSE_TAB: "Fermer {name}" | "Close {name}";

    // Scenario panel
    PROJECT_NAME: "Nom du projet" | "Project name";
    PROJECT: "Projet et région" | "Project and region";
    REGION: "Région d’étude" | "Study region";
    ACTIVITY: "Activité" | "Activity";
    ACTIVITY_HINT: "nom, produit ou code SCIAN" | "name, product or NAICS code";
    ACTIVITY_COUNT: "{count} sur {all}" | "{count} of {all}";
    SEARCH_KEYS: "↑ ↓ choisir · Entrée valider" | "↑ ↓ choose · Enter accept";
    SEARCH_ABOUT: "en français, en anglais ou par code" | "in French, in English or by code";
    SEARCH_NOTHING: "Aucune activité ne répond à ces mots" | "No activity answers to these words";
    SEARCH_ALL: "Voir toutes les activités" | "See all activities";
    THREE_NUMBERS: "Trois chiffres" | "Three numbers";
    INVESTMENT: "Investissement" | "Investment";
    JOBS: "Emplois directs" | "Direct jobs";
    LOCAL_SHARE: "Part locale des achats" | "Local procurement share";
    LOCAL_SHARE_SHORT: "Part locale" | "Local share";
    JOBS_UNIT: "emplois" | "jobs";
    SAVED_VALUE: "enregistré {value}" | "saved {value}";
    CAP_VALUE: "plafond {value}" | "cap {value}";
    CAP_REACHED: "maximum atteignable\u{a0}: {value}" | "most that can be reached: {value}";
    NO_CONSTRUCTION: "Le projet n’a pas de phase de construction" | "The project has no construction phase";
    NO_OPERATION: "Le projet n’a pas de phase d’exploitation" | "The project has no operation phase";
    PHASES: "Phases" | "Phases";
    ADD: "Ajouter" | "Add";
    ADD_CONSTRUCTION: "Ajouter une construction" | "Add a construction phase";
    ADD_OPERATION: "Ajouter une exploitation" | "Add an operation phase";
    START: "Début" | "Start";
    END: "Fin" | "End";
    REMOVE_PHASE: "Retirer la phase" | "Remove phase";
    SPENDING: "Dépenses" | "Spending";
    DETAILS: "Détailler" | "Details";
    EXAMPLE_VALUE: "{name}\u{a0}: valeur d’exemple, à remplacer" | "{name}: example value, to be replaced";
    EXAMPLE_VALUES: "Investissement et emplois\u{a0}: valeurs d’exemple, à remplacer" | "Investment and jobs: example values, to be replaced";
    PHASE_SHOWN: "Phase affichée" | "Phase shown";
    PHASE_OF_LINES: "Phase des postes" | "Phase of the lines";
    LINE: "Poste" | "Line";
    ORIGIN: "Origine" | "Origin";
    PURCHASES_TOTAL: "Achats, {share} {place}" | "Purchases, {share} {place}";
    MONEY_YEAR: "M$/an, {year}" | "$M/yr, {year}";
    MONEY_ALL: "M$ de {year}" | "{year} $M";
    ORIGIN_TEXT: "{name}\u{a0}: {study} {place}, {rest} dans le reste de la province, {other} dans les autres provinces, {abroad} à l’étranger" | "{name}: {study} {place}, {rest} in the rest of the province, {other} in other provinces, {abroad} abroad";
    ORIGIN_TEXT_PROVINCE: "{name}\u{a0}: {study} {place}, {other} dans les autres provinces, {abroad} à l’étranger" | "{name}: {study} {place}, {other} in other provinces, {abroad} abroad";
    ABROAD: "Étranger" | "Abroad";
    ASSUMPTIONS: "Hypothèses" | "Assumptions";
    ASSUMPTIONS_COUNT: "{count}, dont {changed} à vous" | "{count}, {changed} of them yours";
    YOURS: "à vous" | "yours";
    RESET: "Rétablir {name}" | "Reset {name}";
    ASSUMPTION: "hypothèse" | "assumption";
    COMPUTED: "calculé" | "computed";
    SHARE_OF_PHASE: "part locale\u{a0}: {phase}" | "local share: {phase}";
    LINE_NAME: "Nom de la ligne" | "Name of the line";
    DEFAULT_VALUE: "par défaut\u{a0}: {value}" | "default: {value}";
    RANGE: "de {low} à {high}" | "from {low} to {high}";
    METHOD: "Quotient régional" | "Regional quotient";
    METHOD_SLQ: "SLQ, quotient simple" | "SLQ, simple quotient";
    METHOD_CILQ: "CILQ, intersectoriel" | "CILQ, cross-industry";
    METHOD_FLQ: "FLQ, Flegg et Webber" | "FLQ, Flegg and Webber";
    METHOD_AFLQ: "AFLQ, Flegg augmenté" | "AFLQ, augmented Flegg";

    // Results
    OVERVIEW: "Aperçu" | "Overview";
    SPENDING_PAGE: "Dépenses et origine" | "Spending and origin";
    METHOD_PAGE: "Méthode et sources" | "Method and sources";
    TERRITORY: "Territoire" | "Territory";
    HOUSEHOLDS: "Ménages" | "Households";
    HOUSEHOLDS_CLOSED: "avec effets induits" | "with induced effects";
    HOUSEHOLDS_NET: "induits nets de l’aide de revenu" | "induced, net of income support";
    HOUSEHOLDS_NONE: "sans effets induits" | "without induced effects";
    GHOST: "Fantôme\u{a0}: version enregistrée" | "Ghost: saved version";
    PRICES: "Prix de {year}" | "{year} prices";

    // Spending page
    ADD_LINE: "Ajouter une ligne" | "Add a line";
    RESET_ALL: "Tout rétablir" | "Reset all";
    NOTHING_TO_RESET: "Aucune ligne modifiée" | "No line was changed";
    INDUSTRY: "Industrie" | "Industry";
    FIRST_ROUND: "Origine" | "Origin";
    LOCAL_AND_CAP: "Part locale, plafond" | "Local share, cap";
    REST: "Reste prov." | "Rest prov.";
    OTHER: "Reste Can." | "Rest Can.";
    SOURCE: "Source" | "Source";
    RECIPE: "Recette {code}" | "Recipe {code}";
    CAPITAL: "Immobilisations 2021" | "2021 investment";
    LINE_AMOUNT: "Montant, {name}" | "Amount, {name}";
    LINE_LOCAL: "Part locale, {name}" | "Local share, {name}";
    LINE_INDUSTRY: "Industrie, {name}" | "Industry, {name}";
    LINE_DETAILS: "Marges et plafond, {name}" | "Margins and cap, {name}";
    LINE_DETAILS_NOTE: "Les marges sont la part du prix qui revient au commerce et au transport, de la même origine que la ligne. Un plafond relevé dit que la région peut fournir davantage que ce que montrent les tableaux." | "Margins are the part of the price that goes to trade and transport, of the same origin as the line. A raised cap says that the region can supply more than the tables show.";
    TRADE_MARGIN: "Marge de commerce" | "Trade margin";
    TRANSPORT_MARGIN: "Marge de transport" | "Transport margin";
    LINE_CAP: "Plafond de la part locale" | "Cap of the local share";
    CAP_ALREADY: "la région fournit déjà {value}" | "the region already supplies {value}";
    REMOVE_LINE: "Retirer {name}" | "Remove {name}";
    NO_LOCAL_SUPPLY: "Aucune offre dans la région pour cette ligne" | "The region supplies nothing for this line";
    TOTAL_PURCHASES: "Total des achats" | "Total purchases";
    BRING_DOWN: "Ramener à {share}" | "Bring down to {share}";
    LEGEND_YOURS: "valeur à vous" | "your value";
    LEGEND_CAP: "plafond\u{a0}: ce que la région peut fournir" | "cap: what the region can supply";
    LEGEND_SAVED: "version enregistrée" | "saved version";
    SPENDING_FINDING: "{share} des achats seraient faits {place}\u{a0}; le maximum atteignable est {cap}" | "{share} of purchases would be made {place}; the most that can be reached is {cap}";
    SPENDING_NOTE: "La part locale déplace des effets entre la région et le reste de la province\u{a0}; le total de la province ne change presque pas. Ces parts ne valent que pour le premier tour\u{a0}; les tours suivants suivent les tableaux." | "The local share moves effects between the region and the rest of the province; the province’s total hardly changes. These shares rule the first round only; later rounds follow the tables.";

    // Method page
    DEFINITIONS: "Ce que comptent les effets" | "What the effects count";
    IN_CONSTRUCTION: "En construction" | "In construction";
    IN_OPERATION: "En exploitation" | "In operation";
    ABOUT_REGION: "La région d’étude" | "The study region";
    REGION_WHOLE: "Les chiffres sont ceux des tableaux provinciaux." | "The figures are those of the provincial tables.";
    REGION_MODELLED: "Les chiffres régionaux sont modélisés, non observés\u{a0}: la part de la région dans chaque industrie de la province vient de son emploi, et ses achats locaux d’un quotient de localisation (λ\u{a0}=\u{a0}{lambda})." | "Regional figures are modelled, not observed: the region’s share of each provincial industry comes from its employment, and its local purchases from a location quotient (λ\u{a0}=\u{a0}{lambda}).";
    FLQ_CAUTION: "Un essai publié sur les tableaux réels de 2021 trouve que FLQ (δ\u{a0}=\u{a0}0,25) sous-estime d’environ 4\u{a0}% les multiplicateurs de production du Québec\u{a0}; cellule par cellule, l’écart moyen est de 23\u{a0}%." | "A published test on the real 2021 tables finds that FLQ (δ\u{a0}=\u{a0}0.25) understates Québec’s output multipliers by about 4%; cell by cell, the mean difference is 23%.";
    PAYROLL_CAUTION: "Les emplois sont salariés\u{a0}: les travailleurs autonomes (environ 12\u{a0}% de l’emploi, davantage en construction) ne sont pas comptés." | "Jobs are payroll jobs: the self-employed (about 12% of employment, more in construction) are not counted.";
    RECIPE_CAUTION: "La recette d’achats est de technologie américaine (2017)\u{a0}: remplacez ses lignes par le budget de l’usine quand vous l’avez." | "The recipe of purchases is US technology (2017): replace its lines by the plant’s own budget when you have it.";
    CAPITAL_CAUTION: "Les effets bruts supposent que rien d’autre n’aurait occupé ces travailleurs\u{a0}; l’effet net sera plus petit." | "Gross effects suppose that nothing else would have employed these workers; the net effect will be smaller.";
    CHECKS: "Vérifications comptables" | "Accounting checks";
    CHECK_HOLDS: "vérifié" | "holds";
    CHECK_FAILS: "écart" | "differs";
    FACTS: "Faits sur le projet" | "Facts about the project";
    SOURCES: "Sources et licences" | "Sources and licences";
    CLAIMS: "Affirmations à comparer" | "Claims to compare";
    CLAIMED: "affirmé {value}" | "claimed {value}";

    // Status bar
    WARNINGS: "{count} avertissements" | "{count} warnings";
    ONE_WARNING: "1 avertissement" | "1 warning";
    ONE_REFUSED: "1 saisie refusée" | "1 refused entry";
    REFUSED: "{count} saisies refusées" | "{count} refused entries";
    REFUSED_KEPT: "{message}. La valeur d’avant est gardée" | "{message}. The value from before is kept";
    NO_WARNING: "Aucun avertissement" | "No warning";
    SAVED: "Enregistré" | "Saved";
    NEVER_SAVED: "Jamais enregistré" | "Never saved";
    UNSAVED: "Modifications non enregistrées" | "Unsaved changes";
    STRUCTURE_YEAR: "{region}, structure {year} (modélisée)" | "{region}, {year} structure (modelled)";
    STRUCTURE_PROVINCE: "{region}, structure de la province (modélisée)" | "{region}, structure of the province (modelled)";
    STRUCTURE_SCALED: "{region}, structure réduite à sa population (modélisée)" | "{region}, structure scaled to its population (modelled)";
    TABLES: "Tableaux 15-211-X, {year}" | "Tables 15-211-X, {year}";

    // Dialogs
    UNSAVED_TITLE: "Enregistrer les modifications de «\u{a0}{name}\u{a0}»\u{a0}?" | "Save the changes to “{name}”?";
    UNSAVED_TEXT: "Sans enregistrement, elles seront perdues." | "They will be lost if you don’t.";
    QUIT_TITLE: "Quitter sans enregistrer\u{a0}?" | "Quit without saving?";
    QUIT_TEXT: "Des projets ont des modifications non enregistrées\u{a0}: {names}" | "Some projects have unsaved changes: {names}";
    REPLACE_TITLE: "Remplacer {name}\u{a0}?" | "Replace {name}?";
    REPLACE_TEXT: "Un fichier s’y trouve déjà\u{a0}; son contenu serait perdu." | "A file is already there; its content would be lost.";
    REPLACE: "Remplacer" | "Replace";
    DONT_SAVE: "Ne pas enregistrer" | "Don’t save";
    CANCEL: "Annuler" | "Cancel";
    REVIEW: "Revoir" | "Review";
    REFUSED_TITLE: "{name} n’a pas été ouvert" | "{name} was not opened";
    REFUSED_TEXT: "Corrigez ces points dans le fichier, puis ouvrez-le de nouveau. Vos projets ouverts n’ont pas changé." | "Mend these points in the file, then open it again. Your open projects have not changed.";
    PATH_OPEN: "Ouvrir un fichier" | "Open a file";
    PATH_SAVE: "Enregistrer sous" | "Save as";
    PATH_TEXT: "Aucun service de dialogue n’est disponible sur ce système\u{a0}: tapez le chemin complet du fichier." | "No dialog service is available on this system: type the full path of the file.";
    PATH: "Chemin du fichier" | "Path of the file";
    ACCEPT: "Valider" | "Accept";
    UNDERSTOOD: "Compris" | "Understood";
    HIDE: "Masquer" | "Hide";
}
