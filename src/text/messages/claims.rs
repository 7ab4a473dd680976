//! Words of the claim checker.

crate::messages! {
    PAGE: "Affirmations" | "Claims";

    // Figures, as amounts inside a sentence
    OF_INVESTMENT: "{n} d’investissement" | "{n} of investment";
    OF_SPENDING: "{n} de dépenses ou de ventes par an" | "{n} of spending or sales a year";
    OF_DIRECT: "{n} {n=emploi direct|emplois directs}" | "{n} direct {n=job|jobs}";
    OF_INDIRECT: "{n} {n=emploi indirect|emplois indirects}" | "{n} indirect {n=job|jobs}";
    OF_INDUCED: "{n} {n=emploi induit|emplois induits}" | "{n} induced {n=job|jobs}";
    OF_OTHER: "{n} {n=emploi indirect ou induit|emplois indirects et induits}" | "{n} indirect and induced {n=job|jobs}";
    OF_TOTAL: "{n} {n=emploi|emplois} en tout" | "{n} {n=job|jobs} in all";
    OF_DIRECT_YEARS: "{n} {n=année-emploi directe|années-emplois directes}" | "{n} direct {n=job-year|job-years}";
    OF_INDIRECT_YEARS: "{n} {n=année-emploi indirecte|années-emplois indirectes}" | "{n} indirect {n=job-year|job-years}";
    OF_INDUCED_YEARS: "{n} {n=année-emploi induite|années-emplois induites}" | "{n} induced {n=job-year|job-years}";
    OF_OTHER_YEARS: "{n} {n=année-emploi indirecte ou induite|années-emplois indirectes et induites}" | "{n} indirect and induced {n=job-year|job-years}";
    OF_TOTAL_YEARS: "{n} {n=année-emploi|années-emplois} en tout" | "{n} {n=job-year|job-years} in all";
    OF_MULTIPLIER: "{n} {n=emploi|emplois} en tout par emploi direct" | "{n} {n=job|jobs} in all per direct job";
    OF_FAMILIES: "{n} {n=famille|familles}" | "{n} {n=family|families}";
    OF_GDP: "{n} de PIB" | "{n} of GDP";
    OF_REVENUE: "{n} de recettes publiques" | "{n} of public revenue";
    OF_SHARE: "{n} de la masse salariale" | "{n} of payroll";

    // Names of fields and figures
    INVESTMENT: "Investissement, une fois" | "Investment, once";
    SPENDING: "Dépenses ou ventes par an" | "Spending or sales a year";
    DIRECT: "Emplois directs annoncés" | "Direct jobs announced";
    INDIRECT: "Emplois indirects" | "Indirect jobs";
    INDUCED: "Emplois induits" | "Induced jobs";
    OTHER: "Indirects et induits" | "Indirect and induced";
    TOTAL: "Emplois en tout" | "Jobs in all";
    MULTIPLIER: "Emplois par emploi direct" | "Jobs per direct job";
    FAMILIES: "Familles" | "Families";
    GDP: "PIB" | "GDP";
    REVENUE: "Recettes, tous paliers" | "Revenue, all levels";
    SHARE: "Part de la masse salariale" | "Share of payroll";

    // Verdicts
    INSIDE: "Dans la fourchette" | "In the range";
    HIGH: "Au-dessus" | "High";
    OUTSIDE: "Hors de la fourchette" | "Outside";
    LOW: "Au-dessous" | "Low";
    NOT_JUDGED: "Non jugée" | "Not judged";
    IS_INSIDE: "{claim}\u{a0}: dans la fourchette, {range}" | "{claim}: in the range, {range}";
    IS_HIGH: "{claim}\u{a0}: au-dessus de la fourchette, {range}, d’un facteur de {times}" | "{claim}: above the range, {range}, by a factor of {times}";
    IS_OUTSIDE: "{claim}\u{a0}: hors de la fourchette, {range}, d’un facteur de {times}" | "{claim}: outside the range, {range}, by a factor of {times}";
    IS_OUTSIDE_ZERO: "{claim}\u{a0}: hors de la fourchette, {range}" | "{claim}: outside the range, {range}";
    IS_LOW: "{claim}\u{a0}: au-dessous de la fourchette, {range}" | "{claim}: below the range, {range}";
    IS_NOT_JUDGED: "{claim}\u{a0}: rien ne permet d’en juger ici" | "{claim}: nothing here allows a judgement";
    NOTHING_CLAIMED: "Donnez de quoi partir (un montant ou des emplois directs) et un chiffre à vérifier" | "Give something to start from (an amount or direct jobs) and a figure to check";

    // Reasoning
    IMPLIED: "L’affirmation\u{a0}: {claim} pour {base}, soit {ratio}" | "The claim: {claim} for {base}, that is {ratio}";
    IMPLIED_RATIO: "L’affirmation\u{a0}: {claim}" | "The claim: {claim}";
    PER_JOB: "{n} par emploi direct" | "{n} per direct job";
    PER_JOB_YEAR: "{n} par année-emploi directe" | "{n} per direct job-year";
    PER_MILLION: "{n} par M$ de {year}" | "{n} per $1M of {year}";
    PER_DOLLAR: "{n} par dollar" | "{n} per dollar";
    DOLLARS_PER_JOB: "{n} par emploi direct" | "{n} per direct job";
    CONVERTED: "Un dollar de {year} vaut {factor} dollar de {data}, selon la série de prix du programme (IPC du Québec, complété où il manque)\u{a0}; tous les montants ci-dessous sont en dollars de {data}" | "A dollar of {year} is worth {factor} dollar of {data}, by the program’s price series (Québec CPI, completed where it lacks); all amounts below are in dollars of {data}";
    FROM_PROJECT: "L’affirmation ne donne pas elle-même de point de départ\u{a0}: c’est celui du projet, {base}" | "The claim gives no starting point itself: it is that of the project, {base}";
    MODEL: "Le modèle donnerait {range} pour {base} ({readings}). Ce sont {count} {count=calcul|calculs}\u{a0}: {methods}, {recipes} {recipes=recette d’achats qui convient|recettes d’achats qui conviennent}, trois traitements des ménages." | "The model would give {range} for {base} ({readings}). That is {count} {count=computation|computations}: {methods}, {recipes} purchase {recipes=recipe that fits|recipes that fit}, three treatments of households.";
    MODEL_RATIO: "Le modèle donnerait {range} ({readings}). Ce sont {count} {count=calcul|calculs}\u{a0}: {methods}, {recipes} {recipes=recette d’achats qui convient|recettes d’achats qui conviennent}, trois traitements des ménages." | "The model would give {range} ({readings}). That is {count} {count=computation|computations}: {methods}, {recipes} purchase {recipes=recipe that fits|recipes that fit}, three treatments of households.";
    FOUR_METHODS: "quatre méthodes régionales" | "four regional methods";
    ONE_METHOD: "une province entière, sans méthode régionale" | "a whole province, without a regional method";
    SILENT: "Un modèle de flux annuels ne dit pas combien d’emplois permanents suivent d’un investissement. Seuls d’autres projets se comparent\u{a0}; ce sont des annonces, non des résultats." | "A model of yearly flows does not say how many permanent jobs follow from an investment. Only other projects compare; these are announcements, not results.";
    CASES_SAME: "{count} {count=cas publié de la même définition donnerait|cas publiés de la même définition donneraient} {range} pour la même base" | "{count} published {count=case|cases} of the same definition would give {range} for the same base";
    CASES_NONE: "Aucun cas publié de la même définition n’est connu du programme\u{a0}; les autres sont listés avec ce qui les en sépare" | "The program knows no published case of the same definition; the others are listed with what sets them apart";
    CASES_NO_RATIO: "Aucun cas publié connu du programme ne donne ce rapport" | "No published case known to the program gives this ratio";
    NEEDED: "Pour que ce chiffre soit au haut de la fourchette, il faudrait {needed} plutôt que {base}" | "For this figure to stand at the top of the range, it would take {needed} rather than {base}";
    KEPT: "Ou que {kept} déjà là et maintenus soient comptés avec les nouveaux, ce que l’affirmation devrait dire" | "Or that {kept} already there and kept be counted with the new ones, which the claim should then say";
    WOULD_HOLD: "Le chiffre tiendrait dans la fourchette s’il comptait\u{a0}: {reading} ({range})" | "The figure would stand in the range if it counted: {reading} ({range})";
    NO_READING_HOLDS: "Aucune autre façon de compter essayée ici (territoires, effets, construction) ne le fait entrer dans la fourchette" | "No other way of counting tried here (territories, effects, construction) brings it into the range";
    HOLDS_ONLY: "Il n’y tient pas sous toutes les lectures permises\u{a0}: voyez le tableau" | "It does not stand in it under all readings allowed: see the table";
    INSIDE_IS: "Être dans la fourchette ne confirme pas l’affirmation\u{a0}: ses chiffres sont seulement compatibles avec le modèle ou avec des cas publiés" | "Being in the range does not confirm the claim: its figures are only compatible with the model or with published cases";
    HIGH_IS: "Un dépassement de moins de {factor} fois le haut de la fourchette peut venir des données ou des définitions\u{a0}: demandez-les" | "Up to {factor} times the top of the range can come from data or definitions: ask for them";
    OUTSIDE_IS: "Au-delà de {factor} fois le haut de la fourchette, il faut une autre définition ou d’autres données\u{a0}: demandez lesquelles. Cela ne dit rien de la bonne foi de qui parle." | "Beyond {factor} times the top of the range, it takes another definition or other data: ask which. This says nothing of anyone’s good faith.";
    LOW_IS: "Une affirmation au-dessous de la fourchette est prudente, ou compte moins de choses que le modèle" | "A claim below the range is prudent, or counts fewer things than the model";
    NO_BASE_IS: "Il manque de quoi partir\u{a0}: un montant ou des emplois directs, plus grands que zéro" | "There is nothing to start from: an amount or direct jobs, above zero";
    NOTHING_IS: "Le modèle n’a pas ce rapport et aucun cas publié ne le donne" | "The model has no such ratio and no published case gives it";
    NO_LAW_IS: "Les lois fiscales de cette province ne sont pas dans les données" | "The tax law of that province is not in the data";
    UNKNOWN_IS: "Chiffre que le vérificateur ne connaît pas\u{a0}: {name}" | "A figure that the checker does not know: {name}";
    MISSING_PLACE: "L’affirmation ne dit pas où les effets sont comptés\u{a0}: tous les territoires sont essayés, de la région au Canada" | "The claim does not say where effects are counted: every territory is tried, from the region to Canada";
    MISSING_EFFECTS: "Elle ne dit pas si la dépense des ménages est comptée\u{a0}: avec et sans effets induits sont essayés" | "It does not say whether the spending of households is counted: with and without induced effects are tried";
    MISSING_PERIOD: "Elle ne dit pas si elle parle de la construction ou de l’exploitation" | "It does not say whether it speaks of construction or of operation";
    MANUFACTURING: "Des seuls emplois de la fabrication, {base} feraient {range}" | "Of manufacturing jobs alone, {base} would make {range}";
    SHARE_MEASURES: "La part est mesurée de deux façons, en emplois et en rémunération, sur les données de {year}" | "The share is measured in two ways, in jobs and in pay, on the data of {year}";
    PARTS_EXCEED: "Les parties annoncées font {parts}, plus que le total annoncé, {total}" | "The parts announced make {parts}, more than the total announced, {total}";
    RATIO_DIFFERS: "Le rapport annoncé est {said}\u{a0}; celui des emplois annoncés est {implied}" | "The ratio announced is {said}; that of the jobs announced is {implied}";
    RECIPE_ONLY: "Les achats sont ceux de la recette et les parts locales celles par défaut\u{a0}: le budget propre d’un projet peut donner autre chose" | "Purchases are those of the recipe and local shares the default ones: a project’s own budget can give something else";

    // Readings
    READING: "{place}, {counts}" | "{place}, {counts}";
    READING_BUILT: "{place}, {counts}, années-emplois de la construction" | "{place}, {counts}, job-years of construction";
    READING_RUN: "{place}, {counts}, par année d’exploitation" | "{place}, {counts}, in a year of operation";
    COUNTS_DIRECT: "effets directs seuls" | "direct effects alone";
    COUNTS_CHAIN: "fournisseurs compris" | "suppliers included";
    COUNTS_ALL: "fournisseurs et ménages compris" | "suppliers and households included";
    COUNTS_SUPPLIERS: "chez les fournisseurs" | "at suppliers";
    COUNTS_SUPPLIERS_AND: "chez les fournisseurs et par les ménages" | "at suppliers and through households";
    COUNTS_HOUSEHOLDS: "par la dépense des ménages" | "through the spending of households";
    AND_OTHERS: "{first} et {count} {count=autre lecture|autres lectures}" | "{first} and {count} other {count=reading|readings}";

    // Tables and chart
    READINGS_TITLE: "Façons de compter, et ce que le modèle donnerait" | "Ways of counting, and what the model would give";
    READING_COLUMN: "Ce qui est compté" | "What is counted";
    RANGE_COLUMN: "Fourchette du modèle" | "Model’s range";
    STATED_COLUMN: "Permise par l’affirmation" | "Allowed by the claim";
    HOLDS_COLUMN: "{value} y entre" | "{value} stands in it";
    YES: "oui" | "yes";
    NO: "non" | "no";
    CASES_TITLE: "Cas publiés du même rapport" | "Published cases of the same ratio";
    CASE_COLUMN: "Cas" | "Case";
    RATIO_COLUMN: "Rapport publié" | "Published ratio";
    SCALED_COLUMN: "Ramené à la base" | "Scaled to the base";
    COMPARES_COLUMN: "Se compare" | "Compares";
    CASE_AND_SOURCE: "{name} · {source}" | "{name} · {source}";
    SAME_DEFINITION: "oui, même définition" | "yes, same definition";
    ANNOUNCED_TOO: "oui, annonce" | "yes, announcement";
    NOT_THE_SAME: "non\u{a0}: {reasons}" | "no: {reasons}";
    WHY_INDUSTRY: "autre industrie" | "another industry";
    WHY_PROVINCE: "autre province" | "another province";
    WHY_TERRITORY: "autre territoire" | "another territory";
    WHY_EFFECTS: "autres effets" | "other effects";
    WHY_PERIOD: "autre période" | "another period";
    WHY_ANNOUNCED: "annonce, sans étude" | "announcement, without a study";
    WHY_CLAIMED: "affirmation, sans étude" | "claim, without a study";
    CHART_CLAIM: "Affirmation" | "Claim";
    CHART_MODEL: "Modèle" | "Model";
    CHART_RANGE: "Fourchette retenue" | "Range used";
    SERIES_VALUE: "Valeur, ou bas de la fourchette" | "Value, or bottom of the range";
    SERIES_RANGE: "Du bas au haut de la fourchette" | "From bottom to top of the range";
    CHART_SUBTITLE: "Pour {base}, {place}" | "For {base}, {place}";
    CHART_SUBTITLE_RATIO: "Rapport, {place}" | "Ratio, {place}";
    CHART_SOURCE: "Sources\u{a0}: modèle {year} (Statistique Canada, calculs) et cas publiés cités. Affirmation\u{a0}: {source}" | "Sources: {year} model (Statistics Canada, own computation) and published cases cited. Claim: {source}";
    CHART_ALT: "Barres horizontales\u{a0}: l’affirmation, la fourchette du modèle du bas au haut, puis les cas publiés de la même définition" | "Horizontal bars: the claim, the model’s range from bottom to top, then published cases of the same definition";
    UNIT_JOBS: "emplois" | "jobs";
    UNIT_JOB_YEARS: "années-emplois" | "job-years";
    UNIT_FAMILIES: "familles" | "families";
    UNIT_SHARE: "%" | "%";
    UNIT_RATIO: "par emploi direct" | "per direct job";

    // In writing
    REPORT_HEADING: "Affirmations vérifiées" | "Claims checked";
    REPORT_NOTE: "Une affirmation est comparée à ce que le modèle donnerait pour le même montant ou les mêmes emplois et aux cas publiés. Le verdict porte sur les chiffres et leurs définitions, non sur les personnes." | "A claim is compared with what the model would give for the same amount or the same jobs and with published cases. The verdict is on figures and their definitions, not on people.";
    CONTEXT: "{activity}, {place}, {year}. {source}" | "{activity}, {place}, {year}. {source}";
    PROBLEMS: "L’affirmation est refusée telle quelle\u{a0}:" | "The claim is refused as it stands:";
    RULES_TITLE: "Comment une affirmation est jugée" | "How a claim is judged";
    RULE_1: "Ce que l’affirmation ne dit pas (où, quels effets) est lu de toutes les façons possibles\u{a0}; ce qu’elle dit est pris au mot" | "What the claim does not say (where, which effects) is read in every possible way; what it says is taken at its word";
    RULE_2: "La fourchette du modèle va du plus bas au plus haut de ce que donneraient, pour la même base, les quatre méthodes régionales, toutes les recettes d’achats qui conviennent et les traitements des ménages" | "The model’s range goes from the lowest to the highest that the four regional methods, all purchase recipes that fit and the treatments of households would give for the same base";
    RULE_3: "Elle est élargie par les études publiées de la même définition\u{a0}: même industrie, même province, même territoire, mêmes effets. Ses bouts sont arrondis vers l’extérieur à trois chiffres." | "It is widened by published studies of the same definition: same industry, province, territory and effects. Its ends are rounded outwards to three figures.";
    RULE_4: "Dans la fourchette, bouts compris\u{a0}: dedans. Au-dessus, jusqu’à {factor} fois son haut\u{a0}: au-dessus. Au-delà\u{a0}: hors de la fourchette. Plus bas\u{a0}: au-dessous." | "In the range, ends included: in the range. Above it, up to {factor} times its top: high. Beyond: outside. Lower: low.";
    RULE_FACTOR: "Le facteur de {factor} est une hypothèse\u{a0}: {note}" | "The factor of {factor} is an assumption: {note}";

    // The page
    CHOOSE: "Affirmation" | "Claim";
    OWN: "Nouvelle affirmation" | "New claim";
    GROUP_PROJECT: "Du projet\u{a0}: {name}" | "Of the project: {name}";
    WHO: "Qui le dit, où et quand" | "Who says it, where and when";
    WHO_HINT: "nom, publication, date" | "name, publication, date";
    REGION_FIELD: "Région de l’affirmation" | "Region of the claim";
    ACTIVITY_FIELD: "Activité de l’affirmation" | "Activity of the claim";
    YEAR: "Année, et des dollars" | "Year, and of the dollars";
    PLACE_FIELD: "Effets comptés" | "Effects counted";
    UNSAID: "Non dit" | "Not said";
    IN_REGION: "Dans la région" | "In the region";
    IN_PROVINCE: "Dans la province" | "In the province";
    IN_COUNTRY: "Au Canada" | "In Canada";
    INDUCED_FIELD: "Dépense des ménages" | "Households’ spending";
    INDUCED_YES: "Comptée" | "Counted";
    INDUCED_NO: "Non comptée" | "Not counted";
    PERIOD_FIELD: "Période" | "Period";
    PERIOD_BUILT: "Construction" | "Construction";
    PERIOD_RUN: "Exploitation" | "Operation";
    DETAILS: "Ce que dit l’affirmation" | "What the claim says";
    STARTS: "De quoi l’affirmation part" | "What the claim starts from";
    CLAIMED: "Ce qu’elle affirme" | "What it claims";
    DEFINED: "Ce qu’elle précise" | "What it specifies";
    KEEP: "Garder dans le projet" | "Keep in the project";
    REMOVE: "Retirer du projet" | "Remove from the project";
    KEPT_ALREADY: "Cette affirmation est déjà dans le projet" | "This claim is already in the project";
    COPY: "Copier le verdict" | "Copy the verdict";
    COPIED: "Verdict copié" | "Verdict copied";
    REASONS: "Le raisonnement" | "The reasoning";
    CLEAR: "Effacer\u{a0}: {name}" | "Clear: {name}";
    REMARKS: "À savoir" | "To know";
    STEP_KEEP: "affirmation gardée" | "claim kept";
    STEP_REMOVE: "affirmation retirée" | "claim removed";
    CHECK_LINK: "Vérifier les affirmations" | "Check the claims";
}
