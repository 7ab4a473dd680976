//! Words of the study as a printed document.

crate::messages! {
    HELP: "Écrit aussi une étude en PDF par langue, à imprimer ou à envoyer\u{a0}; seul, n’écrit que cela" | "Also writes a study as a PDF per language, to be printed or sent; alone, writes only those";
    NOT_BUILT: "Ce programme a été construit sans l’étude en PDF (option report)" | "This program was built without the study as a PDF (feature report)";
    NOT_TYPESET: "{path}\u{a0}: l’étude en PDF n’a pas pu être composée ({reason})" | "{path}: the study as a PDF could not be typeset ({reason})";

    KIND: "Étude de retombées économiques" | "Economic impact study";
    MADE_WITH: "Calculs\u{a0}: Retombées, modèle entrées-sorties régional" | "Computed with Retombées, a regional input–output model";
    CONTENTS: "Sommaire" | "Contents";
    PAGE: "Page {page} de {pages}" | "Page {page} of {pages}";

    SUMMARY: "En bref" | "In brief";
    SUMMARY_GROSS: "Chiffres bruts\u{a0}: ils supposent que rien de tout cela n’existerait sans le projet. Le scénario ne dit pas ce qui serait arrivé sans lui." | "Gross figures: they suppose that none of this would exist without the project. The scenario does not say what would have happened without it.";
    SUMMARY_NET: "Le brut compte toute l’activité liée au projet. Le net retranche ce qui serait arrivé sans lui ou aux dépens d’autres employeurs, selon les parts posées dans le scénario." | "Gross counts all activity linked to the project. Net takes out what would have happened without it or at other employers’ expense, by the shares set in the scenario.";
    SUMMARY_KINDS: "Les années-emplois de la construction et les emplois permanents de l’exploitation ne s’additionnent pas" | "The job-years of construction and the permanent jobs of operation are never added together";
    SUMMARY_MODEL: "Ordres de grandeur tirés d’un modèle\u{a0}; les limites sont au chapitre {chapter}" | "Orders of magnitude from a model; its limits are in chapter {chapter}";

    PROJECT: "Le projet" | "The project";
    PHASES: "Ce qui est étudié" | "What is studied";
    PHASES_ALT: "Phases du projet, avec leurs années, leur dépense, leurs emplois directs et leur part locale" | "Phases of the project, with their years, spending, direct jobs and local share";
    PHASE: "Phase" | "Phase";
    PHASE_YEARS: "Années" | "Years";
    PHASE_MONEY: "Investissement ou ventes par an, M$ de {year}" | "Investment or sales a year, $M of {year}";
    PHASE_JOBS: "Effet direct" | "Direct effect";
    PHASE_SHARE: "Part locale des achats" | "Local share of purchases";
    DIRECT_JOBS: "{jobs} {jobs=emploi|emplois}" | "{jobs} {jobs=job|jobs}";
    DIRECT_YEARS: "{jobs} {jobs=année-emploi|années-emplois}" | "{jobs} {jobs=job-year|job-years}";
    DIRECT_NOTE: "L’effet direct d’une construction est celui de toutes les entreprises qui reçoivent l’investissement, au Canada\u{a0}; celui d’une exploitation, le projet lui-même" | "The direct effect of a construction is that of all firms that receive the investment, in Canada; that of an operation is the project itself";

    METHOD: "Comment ces chiffres sont calculés" | "How these figures are computed";
    WORDS: "Les mots de cette étude" | "The words of this study";

    EFFECTS: "Emplois et PIB" | "Jobs and GDP";
    INCOME: "Revenus et familles" | "Income and families";
    FINANCES: "Finances publiques" | "Public finances";
    NET: "Du brut au net" | "From gross to net";
    NO_NET: "Ce scénario ne dit pas quelle part du projet serait nouvelle\u{a0}: tous ses chiffres sont bruts. Un net demanderait trois parts\u{a0}: ce qui serait arrivé sans le projet, ce qui déplacerait l’activité d’autres entreprises, ce qui remplacerait une activité par une autre." | "This scenario does not say which part of the project would be new: all its figures are gross. A net one would take three shares: what would have happened without the project, what would displace other firms’ activity, what would replace one activity by another.";
    TRAIL: "Où va l’argent" | "Where the money goes";
    YEARS: "Année par année" | "Year by year";
    COMPARE: "Comparaison" | "Comparison";
    SIDE: "{letter}\u{a0}: {name}" | "{letter}: {name}";

    SURE: "Jusqu’où s’y fier" | "How far to trust it";
    NO_BAND: "Aucune marge d’erreur n’est calculée ici\u{a0}: un chiffre seul paraît plus sûr qu’il ne l’est. Ce qui suit dit ce qui pourrait le changer." | "No margin of error is computed here: a lone figure looks surer than it is. What follows says what could change it.";
    METHODS: "Le choix de la méthode régionale" | "The choice of the regional method";
    METHODS_TEXT: "Les tableaux s’arrêtent à la province. Quatre quotients publiés estiment ce que la région achète chez elle\u{a0}; celui de cette étude\u{a0}: {method}." | "The tables stop at the province. Four published quotients estimate what the region buys at home; that of this study: {method}.";
    METHODS_RANGE: "Selon la méthode, le projet soutiendrait de {low} à {high} emplois {place}" | "By method, the project would support from {low} to {high} jobs {place}";
    METHODS_RANGE_YEARS: "Selon la méthode, la construction soutiendrait de {low} à {high} années-emplois {place}" | "By method, construction would support from {low} to {high} job-years {place}";
    WARNINGS: "Ce que le calcul signale" | "What the computation points out";

    PURCHASES: "Annexe\u{a0}: les achats du projet" | "Appendix: the project’s purchases";
    ASSUMED: "Annexe\u{a0}: les hypothèses" | "Appendix: assumptions";
    CHANGED: "Ce que le scénario change" | "What the scenario changes";
    CHANGED_ALT: "Hypothèses que le scénario change, avec leur valeur par défaut" | "Assumptions that the scenario changes, with their default value";
    NOT_CHANGED: "Le scénario ne change aucune valeur par défaut" | "The scenario changes no default value";
    TAKEN: "Les autres valeurs prises" | "The other values taken";
    TAKEN_ALT: "Valeurs prises par défaut, avec leur source" | "Values taken by default, with their source";
    ASSUMPTION: "Hypothèse" | "Assumption";
    VALUE: "Valeur" | "Value";
    DEFAULT: "Par défaut" | "Default";
    RESTS_ON: "D’où elle vient" | "Where it comes from";
    SOURCED: "{basis}\u{a0}: {source}" | "{basis}: {source}";

    CLOSING: "Annexe\u{a0}: sources, vérifications, empreinte" | "Appendix: sources, checks, fingerprint";
    AGAIN: "Pour retrouver ces chiffres" | "To get these figures again";
    AGAIN_TEXT: "Le même fichier et les mêmes données redonnent les mêmes chiffres. Les empreintes disent si l’un ou l’autre a changé depuis." | "The same file and the same data give the same figures again. The fingerprints tell whether either has changed since.";
    FILE: "Fichier du scénario" | "Scenario file";
    FILE_HASH: "Son empreinte (SHA-256)" | "Its fingerprint (SHA-256)";
    DATA: "Données" | "Data";
    DATA_NAMED: "{economy}, empreinte {fingerprint}" | "{economy}, fingerprint {fingerprint}";
    PROGRAM: "Programme" | "Program";
    PROGRAM_NAMED: "Retombées {version}" | "Retombées {version}";
    LAW: "Règles fiscales" | "Tax rules";
    CHECKS: "Vérifications comptables" | "Accounting checks";
}
