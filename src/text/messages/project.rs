//! Words of a project as a whole: its first page, its phases, its facts and the benefits that no figure counts.

crate::messages! {
    // The page of a new project
    SUBTITLE: "Trois chiffres suffisent. Tout le reste reçoit une valeur par défaut, avec sa source, que vous pourrez changer." | "Three numbers are enough. Everything else gets a default value, with its source, that you can change.";
    WHERE: "Où\u{a0}?" | "Where?";
    WHAT: "Quelle activité\u{a0}?" | "Which activity?";
    NUMBERS: "Trois chiffres" | "Three numbers";
    REGION_HINT: "nom, code ou province" | "name, code or province";
    REGION_COUNT: "{count} sur {all}" | "{count} of {all}";
    REGION_ABOUT: "par nom ou par code" | "by name or by code";
    REGION_ALL: "Voir tous les territoires" | "See all territories";
    GROUP_REGIONS: "Régions administratives du Québec" | "Administrative regions of Québec";
    GROUP_SMALLER: "MRC" | "MRCs";
    GROUP_PROVINCES: "Provinces" | "Provinces";
    MRC: "MRC, facultatif" | "MRC, optional";
    WHOLE_REGION: "Toute la région" | "The whole region";
    ACTIVITY_COUNT_ONE: "une activité sur {all}" | "one activity of {all}";
    ACTIVITY_COUNT: "{count} activités sur {all}" | "{count} activities of {all}";
    ACTIVITY_ABOUT: "Recherche en français, en anglais et par code SCIAN" | "Searches French, English and NAICS codes";
    INVESTMENT_NOTE: "Sans TPS ni TVQ, en dollars de {year}" | "Without GST or QST, in {year} dollars";
    INVESTMENT_NOTE_ELSEWHERE: "Sans taxes récupérables, en dollars de {year}" | "Without recoverable taxes, in {year} dollars";
    JOBS_NOTE: "Dans le projet, en régime de croisière" | "In the project itself, in a full year";
    SHARE_NOTE: "Plafond de la région\u{a0}: {most}" | "Ceiling of the region: {most}";
    SHARE_NOTE_DEFAULT: "Par défaut {share} · plafond {most}" | "Default {share} · ceiling {most}";
    SHARE_NOTE_EMPTY: "Vide\u{a0}: valeur par défaut" | "Empty: default value";
    SHARE_DEFAULT: "Valeur par défaut" | "Default value";
    NAME: "Nom du projet, facultatif" | "Project name, optional";
    CREATE: "Créer le projet" | "Create the project";
    CREATE_NEEDS: "Il manque encore\u{a0}: {missing}" | "Still missing: {missing}";
    CREATE_REFUSED: "Une saisie est refusée\u{a0}: corrigez-la d’abord" | "An entry is refused: correct it first";
    EXAMPLE: "Ouvrir un exemple…" | "Open an example…";
    ESCAPE: "Échap pour revenir" | "Esc to go back";
    MISSING_REGION: "la région" | "the region";
    MISSING_ACTIVITY: "l’activité" | "the activity";
    MISSING_INVESTMENT: "l’investissement" | "the investment";
    MISSING_JOBS: "les emplois directs" | "direct jobs";
    FIRST_RESULT: "Premier résultat, avant tout détail" | "First result, before any detail";
    GROSS_PRICES: "Effets bruts, prix de {year}" | "Gross effects, {year} prices";
    NOTHING_YET: "Les effets s’affichent ici dès que l’activité, l’investissement et les emplois directs sont donnés" | "Effects show here as soon as the activity, the investment and the direct jobs are given";
    NOT_POSSIBLE: "Ce projet ne peut pas être calculé ainsi" | "This project cannot be computed as it stands";
    TAKEN: "{count} {count=hypothèse prise|hypothèses prises} pour vous" | "{count} {count=assumption|assumptions} made for you";
    TAKEN_KINDS: "{sourced} sourcées ou calculées, {assumed} à confirmer" | "{sourced} sourced or computed, {assumed} to confirm";
    TAKEN_YOURS: "{sourced} sourcées ou calculées, {assumed} à confirmer, {yours} à vous" | "{sourced} sourced or computed, {assumed} to confirm, {yours} yours";
    CALENDAR_NAME: "Calendrier (exploitation dès {year})" | "Calendar (operation from {year})";
    CALENDAR_NOTE: "Construction, puis exploitation dès l’année qui suit. Chaque phase se déplace ensuite dans le projet." | "Construction, then operation from the year after. Each phase can be moved later in the project.";
    CALENDAR_WORKS: "Début de la construction" | "Construction starts";
    CALENDAR_OPENING: "Début de l’exploitation" | "Operation starts";
    CALENDAR_LAST: "Fin de l’exploitation" | "Operation ends";
    OTHER_RECIPE: "Une autre recette d’achats convient aussi\u{a0}: {others}. Entre les deux, {low} à {high} emploi chez les fournisseurs du Québec par emploi direct." | "Another purchase recipe fits as well: {others}. Between the two, {low} to {high} jobs at Québec suppliers per direct job.";
    OTHER_RECIPES: "D’autres recettes d’achats conviennent aussi\u{a0}: {others}. De l’une à l’autre, {low} à {high} emploi chez les fournisseurs du Québec par emploi direct." | "Other purchase recipes fit as well: {others}. From one to another, {low} to {high} jobs at Québec suppliers per direct job.";
    OTHER_RECIPE_ELSEWHERE: "Une autre recette d’achats convient aussi\u{a0}: {others}. Entre les deux, {low} à {high} emploi chez les fournisseurs de la province par emploi direct." | "Another purchase recipe fits as well: {others}. Between the two, {low} to {high} jobs at suppliers in the province per direct job.";
    OTHER_RECIPES_ELSEWHERE: "D’autres recettes d’achats conviennent aussi\u{a0}: {others}. De l’une à l’autre, {low} à {high} emploi chez les fournisseurs de la province par emploi direct." | "Other purchase recipes fit as well: {others}. From one to another, {low} to {high} jobs at suppliers in the province per direct job.";
    RECIPE: "{code}, {name}" | "{code}, {name}";
    SEE_BOTH: "Créer les deux" | "Create both";
    SEE_EACH: "Créer les {count}" | "Create all {count}";

    // Phases
    ADD: "Ajouter" | "Add";
    ADD_CONSTRUCTION: "Une construction" | "A construction phase";
    ADD_OPERATION: "Une exploitation" | "An operation phase";
    PHASE_NAME: "Nom de la phase" | "Name of the phase";
    DUPLICATE_PHASE: "Dupliquer la phase" | "Duplicate phase";
    PHASE_KEYS: "Glissez pour déplacer, tirez un bout pour changer sa durée. Clavier\u{a0}: ← → déplacent, Maj change la fin, Alt le début." | "Drag to move, pull an end to change how long it lasts. Keyboard: ← → move, Shift changes the end, Alt the start.";
    PHASE_BAR: "{name}, {years}" | "{name}, {years}";
    CLOSURE: "Fermeture anticipée" | "Early closure";
    CLOSURE_BAR: "Dernière année si fermeture anticipée\u{a0}: {year}" | "Last year if it closes early: {year}";
    PROFILE_WORKS: "Répartir par année" | "Spread over years";
    PROFILE_RAMP: "Montée en régime" | "Ramp-up";
    PROFILE_WORKS_NOTE: "Part de l’investissement dépensée chaque année\u{a0}; quand une année change, les autres se partagent le reste" | "Part of the investment spent in each year; when one year changes, the others share the rest";
    PROFILE_RAMP_NOTE: "Degré d’activité des premières années\u{a0}; les suivantes tournent à plein" | "Degree of activity of the first years; the following ones run in full";
    PROFILE_YEAR: "Part en {year}" | "Share in {year}";
    RAMP_YEARS: "Années de montée en régime" | "Years of ramp-up";
    PROFILE_EVEN: "Répartir également" | "Spread evenly";
    PROFILE_FULL: "Pleine activité dès la première année" | "Full activity from the first year";

    // Facts and benefits
    FACTS: "Faits et retombées qualitatives" | "Facts and qualitative benefits";
    DESCRIPTION: "Description du projet, en français" | "Description of the project, in English";
    FACT: "Fait {number}" | "Fact {number}";
    FACT_TEXT: "Ce que dit le fait {number}" | "What fact {number} says";
    FACT_SOURCE: "Source du fait {number}" | "Source of fact {number}";
    FACT_BASIS: "Fondement du fait {number}" | "Basis of fact {number}";
    FACT_HINT: "Un fait sur le projet" | "A fact about the project";
    SOURCE_HINT: "Source, date" | "Source, date";
    ADD_FACT: "Ajouter un fait" | "Add a fact";
    REMOVE_FACT: "Retirer le fait {number}" | "Remove fact {number}";
    FACT_UP: "Monter le fait {number}" | "Move fact {number} up";
    FACT_DOWN: "Descendre le fait {number}" | "Move fact {number} down";
    BENEFITS: "Retombées qualitatives" | "Qualitative benefits";
    BENEFITS_NOTE: "Cochez celles qui valent pour ce projet. Elles entrent en mots dans le rapport, jamais dans un calcul ni une note." | "Tick those that hold for this project. They enter the report in words, never a calculation or a score.";
    BENEFIT_TEXT: "Retombée ajoutée" | "Benefit added";
    BENEFIT_HINT: "Une autre retombée du projet" | "Another benefit of the project";
    EVIDENCE: "Appui\u{a0}: {name}" | "Evidence: {name}";
    EVIDENCE_HINT: "Ce qui l’appuie\u{a0}: qui, quoi, quand" | "What supports it: who, what, when";
    ADD_BENEFIT: "Ajouter une retombée" | "Add a benefit";
    REMOVE_BENEFIT: "Retirer {name}" | "Remove {name}";
    BENEFITS_REPORT: "Retombées que les chiffres ne comptent pas" | "Benefits that the figures do not count";
    BENEFITS_TITLE: "{count} {count=retombée que les chiffres ne comptent pas|retombées que les chiffres ne comptent pas}" | "{count} {count=benefit that the figures do not count|benefits that the figures do not count}";
    BENEFITS_REPORT_NOTE: "Dites par le projet\u{a0}; elles n’entrent dans aucun calcul et ne sont pas notées" | "As the project states them; they enter no calculation and are not scored";
    NO_EVIDENCE: "aucun appui donné" | "no evidence given";
    EVIDENCE_BELOW: "Appui\u{a0}: {text}" | "Evidence: {text}";
    FACTS_REPORT: "Faits sur le projet" | "Facts about the project";

    // Names of the steps that can be undone
    STEP_DESCRIPTION: "description du projet" | "project description";
    STEP_ADD_FACT: "ajout d’un fait" | "added fact";
    STEP_REMOVE_FACT: "retrait d’un fait" | "removed fact";
    STEP_MOVE_FACT: "ordre des faits" | "order of facts";
    STEP_FACT: "fait modifié" | "changed fact";
    STEP_ADD_BENEFIT: "ajout d’une retombée" | "added benefit";
    STEP_BENEFIT: "retombées qualitatives" | "qualitative benefits";
    STEP_PHASE_NAME: "nom de la phase" | "name of the phase";
    STEP_PHASE_COPY: "copie d’une phase" | "copied phase";
    STEP_PROFILE: "répartition d’une phase" | "spread of a phase";
    STEP_PROFILE_RESET: "répartition rétablie" | "spread reset";
}
