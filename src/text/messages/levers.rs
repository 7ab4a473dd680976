//! Words of the page of local levers, of what the region lacks and of how varied its jobs are.

crate::messages! {
    PAGE: "Leviers locaux" | "Local levers";
    PHASE: "Phase" | "Phase";
    MEASURE: "Mesure" | "Measure";
    MEASURE_JOBS: "Emplois" | "Jobs";
    MEASURE_GDP: "PIB" | "GDP";
    MEASURE_INCOME: "Paye" | "Pay";
    MEASURE_REVENUE: "Recettes publiques" | "Public revenue";
    NO_PHASE: "Ce projet n’a pas de phase" | "This project has no phase";
    HEAD_JOBS: "Acheter {place} tout ce qui peut l’être y soutiendrait au plus {amount} {amount=emploi permanent|emplois permanents} de plus{net}" | "Buying {place} all that can be would support at most {amount} more permanent {amount=job|jobs} there{net}";
    HEAD_JOB_YEARS: "Acheter {place} tout ce qui peut l’être y soutiendrait au plus {amount} {amount=année-emploi|années-emplois} de plus{net}" | "Buying {place} all that can be would support at most {amount} more {amount=job-year|job-years} there{net}";
    HEAD_GDP: "Acheter {place} tout ce qui peut l’être y ajouterait au plus {amount} de PIB{net}" | "Buying {place} all that can be would add at most {amount} of GDP there{net}";
    HEAD_INCOME: "Acheter {place} tout ce qui peut l’être laisserait aux résidents au plus {amount} de paye après impôt{net}" | "Buying {place} all that can be would leave residents at most {amount} of after-tax pay{net}";
    HEAD_WAGES: "Acheter {place} tout ce qui peut l’être verserait aux résidents au plus {amount} de salaires{net}" | "Buying {place} all that can be would pay residents at most {amount} of wages{net}";
    HEAD_REVENUE: "Acheter {place} tout ce qui peut l’être apporterait au plus {amount} de recettes publiques tirées de l’activité qui y aurait lieu{net}" | "Buying {place} all that can be would bring at most {amount} of public revenue from activity there{net}";
    HEAD_SAME: ", sans changer le total {province}" | ", without changing the total {province}";

    // What ten points more would bring
    TEN_POINTS: "dix points" | "ten points";
    POINTS: "{added} {added=point|points}" | "{added} {added=point|points}";
    FINDING_JOBS: "Acheter {points} de plus de «\u{a0}{name}\u{a0}» {place} soutiendrait {amount} {amount=emploi permanent|emplois permanents}{net}" | "Buying {points} more of “{name}” {place} would support {amount} permanent {amount=job|jobs}{net}";
    FINDING_JOB_YEARS: "Acheter {points} de plus de «\u{a0}{name}\u{a0}» {place} soutiendrait {amount} {amount=année-emploi|années-emplois}{net}" | "Buying {points} more of “{name}” {place} would support {amount} {amount=job-year|job-years}{net}";
    FINDING_GDP: "Acheter {points} de plus de «\u{a0}{name}\u{a0}» {place} y ajouterait {amount} de PIB{net}" | "Buying {points} more of “{name}” {place} would add {amount} of GDP there{net}";
    FINDING_INCOME: "Acheter {points} de plus de «\u{a0}{name}\u{a0}» {place} laisserait {amount} de paye après impôt aux résidents{net}" | "Buying {points} more of “{name}” {place} would leave residents {amount} of after-tax pay{net}";
    FINDING_WAGES: "Acheter {points} de plus de «\u{a0}{name}\u{a0}» {place} verserait {amount} de salaires aux résidents{net}" | "Buying {points} more of “{name}” {place} would pay residents {amount} of wages{net}";
    FINDING_REVENUE: "Acheter {points} de plus de «\u{a0}{name}\u{a0}» {place} apporterait {amount} de recettes publiques tirées de l’activité qui y aurait lieu{net}" | "Buying {points} more of “{name}” {place} would bring {amount} of public revenue from activity there{net}";
    FINDING_NET: "(brut\u{a0}; net, {net})" | "(gross; net, {net})";
    FINDING_GROSS: "(brut)" | "(gross)";
    FINDING_NONE: "Aucune ligne ne laisse de marge\u{a0}: la région fournirait déjà tout ce que les tableaux lui permettent" | "No line leaves room: the region would already supply all that the tables let it";
    NONE_SENTENCE: "Pour aller plus loin, relevez le plafond d’une ligne où un fournisseur local remplacerait des achats faits ailleurs" | "To go further, raise the cap of a line where a local supplier would replace purchases made elsewhere";
    NONE_ACTION: "Ouvrir les dépenses" | "Open the spending";
    SUBTITLE_JOBS: "Emplois permanents {place}, bruts, pour 10 points de part locale de plus, ligne par ligne" | "Permanent jobs {place}, gross, for 10 points more of local share, line by line";
    SUBTITLE_JOB_YEARS: "Années-emplois {place}, brutes, pour 10 points de part locale de plus, ligne par ligne" | "Job-years {place}, gross, for 10 points more of local share, line by line";
    SUBTITLE_GDP: "PIB aux prix de base {place}, {unit}, brut, pour 10 points de part locale de plus, ligne par ligne" | "GDP at basic prices {place}, {unit}, gross, for 10 points more of local share, line by line";
    SUBTITLE_INCOME: "Paye après impôt des résidents {place}, {unit}, brute, pour 10 points de part locale de plus, ligne par ligne" | "After-tax pay of residents {place}, {unit}, gross, for 10 points more of local share, line by line";
    SUBTITLE_WAGES: "Salaires des résidents {place}, {unit}, bruts, pour 10 points de part locale de plus, ligne par ligne" | "Wages of residents {place}, {unit}, gross, for 10 points more of local share, line by line";
    SUBTITLE_REVENUE: "Recettes publiques tirées de l’activité {place}, {unit}, brutes, pour 10 points de part locale de plus, ligne par ligne" | "Public revenue from activity {place}, {unit}, gross, for 10 points more of local share, line by line";
    UNIT_A_YEAR: "{unit} par an" | "{unit} a year";
    OTHERS_STAY: "Les autres lignes restent comme elles sont" | "Other lines stay as they are";
    SAME_PROVINCE: "Le total {province} ne changerait pas\u{a0}: ces achats seraient pris au reste de la province" | "The total {province} would not change: these purchases would be taken from the rest of the province";
    STAR: "* moins de 10 points\u{a0}: ce que laisse le plafond de la ligne" | "* less than 10 points: what the cap of the line leaves";
    ALT: "Barres\u{a0}: ce que dix points de part locale de plus apporteraient, les {count} premières lignes" | "Bars: what ten points more of local share would bring, the first {count} lines";
    SERIES: "Effet" | "Effect";

    // All lines
    TABLE_TITLE: "{count} {count=ligne laisserait|lignes laisseraient} de la marge {place}, {capped} {capped=est à son plafond|sont à leur plafond}" | "{count} {count=line|lines} would leave room {place}, {capped} {capped=is at its cap|are at their caps}";
    TABLE_TITLE_ALL: "{count} {count=ligne laisserait|lignes laisseraient} de la marge {place}" | "{count} {count=line|lines} would leave room {place}";
    TABLE_TITLE_CAPPED: "Aucune ligne ne laisserait de marge {place}\u{a0}: {capped} {capped=est à son plafond|sont à leur plafond}" | "No line would leave room {place}: {capped} {capped=is at its cap|are at their caps}";
    TABLE_ALT: "Ce que dix points de part locale de plus apporteraient, toutes les lignes" | "What ten points more of local share would bring, all lines";
    COLUMN_LINE: "Poste" | "Item";
    COLUMN_AMOUNT: "Achats, {unit}" | "Purchases, {unit}";
    COLUMN_SHARE: "Part locale" | "Local share";
    COLUMN_ADDED: "Points de plus" | "Points more";
    COLUMN_JOBS: "Emplois permanents" | "Permanent jobs";
    COLUMN_JOB_YEARS: "Années-emplois" | "Job-years";
    COLUMN_GDP: "PIB, {unit}" | "GDP, {unit}";
    COLUMN_INCOME: "Paye après impôt, {unit}" | "After-tax pay, {unit}";
    COLUMN_WAGES: "Salaires, {unit}" | "Wages, {unit}";
    COLUMN_REVENUE: "Recettes, {unit}" | "Revenue, {unit}";
    BOUND_REVENUE: "Recettes publiques, {unit}" | "Public revenue, {unit}";
    COLUMN_NET: "Net" | "Net";
    COLUMN_PROVINCE: "{measure} {province}" | "{measure} {province}";
    COLUMN_SUPPLIERS: "Fournisseurs régionaux" | "Regional suppliers";
    AT_CAP: "au plafond" | "at its cap";
    NOTE_TABLE: "Montants bruts de l’ensemble de la construction, en dollars de {year}\u{a0}: emplois, PIB et paye {place}, recettes de tous les gouvernements tirées de l’activité qui y a lieu" | "Gross amounts of the whole construction, in {year} dollars: jobs, GDP and pay {place}, revenue of all governments from activity there";
    NOTE_TABLE_YEAR: "Montants bruts d’une année de pleine exploitation, en dollars de {year}\u{a0}: emplois, PIB et paye {place}, recettes de tous les gouvernements tirées de l’activité qui y a lieu" | "Gross amounts of a year of full operation, in {year} dollars: jobs, GDP and pay {place}, revenue of all governments from activity there";
    NOTE_TABLE_NO_LAW: "Montants bruts, en dollars de {year}. Emplois, PIB et salaires {place}. Le programme n’a pas les règles fiscales de cette province." | "Gross amounts, in {year} dollars. Jobs, GDP and wages {place}. The program does not hold the tax rules of this province.";
    NOTE_OPEN: "Un poste ouvre sa ligne dans «\u{a0}Dépenses et origine\u{a0}»" | "An item opens its line in “Spending and origin”";
    NOTE_SUPPLIERS: "Le nombre de fournisseurs est celui que vous avez saisi\u{a0}; aucun chiffre n’en dépend" | "The number of suppliers is the one you entered; no figure depends on it";
    NOTE_NET: "Net\u{a0}: {factor} des chiffres bruts, selon les facteurs de cette phase" | "Net: {factor} of the gross figures, by the factors of this phase";
    OPEN_LINE: "Ouvrir la ligne «\u{a0}{name}\u{a0}»" | "Open the line “{name}”";

    // The bound
    BOUND_TITLE_JOBS: "Si tous les achats atteignables étaient faits {place}, {jobs} {jobs=emploi permanent de plus y serait soutenu|emplois permanents de plus y seraient soutenus}" | "If all reachable purchases were made {place}, {jobs} more permanent {jobs=job|jobs} would be supported there";
    BOUND_TITLE_JOB_YEARS: "Si tous les achats atteignables étaient faits {place}, {jobs} {jobs=année-emploi de plus y serait soutenue|années-emplois de plus y seraient soutenues}" | "If all reachable purchases were made {place}, {jobs} more {jobs=job-year|job-years} would be supported there";
    BOUND_ALT: "Ce que tous les achats atteignables faits dans la région ajouteraient" | "What all reachable purchases made in the region would add";
    BOUND_COLUMN: "Part locale de {most}, toutes les lignes à leur plafond" | "Local share of {most}, all lines at their caps";
    BOUND_NOW: "De plus qu’aujourd’hui ({share})" | "More than now ({share})";
    BOUND_DEFAULT: "De plus que par défaut ({share})" | "More than by default ({share})";
    BOUND_NOW_NET: "De plus qu’aujourd’hui, net" | "More than now, net";
    BOUND_PROVINCE: "De plus {province}" | "More {province}";
    BOUND_REVENUE_OF: "dont {government}" | "of which {government}";
    BOUND_NOTE: "C’est une borne, pas une prévision\u{a0}: rien ne dit que la région a des fournisseurs prêts, ni la capacité qu’il faudrait" | "This is a bound, not a forecast: nothing says that the region has suppliers ready, nor the capacity it would take";
    BOUND_NOTE_PROVINCE: "Pour une province entière, le plafond d’une ligne est de 100\u{a0}% dès que la province en produit" | "For a whole province, the cap of a line is 100% as soon as the province makes some";

    // What the region lacks
    LACKING_TITLE: "Ce qui manque le plus {place}\u{a0}: {industry}, {amount} achetés ailleurs" | "What is lacking most {place}: {industry}, {amount} bought elsewhere";
    LACKING_NONE: "Aucune industrie à qui le projet achète ne manque {place}" | "No industry that the project buys from is lacking {place}";
    LACKING_ALT: "Industries rares dans la région et ce que la phase leur achète ailleurs" | "Industries sparse in the region and what the phase buys from them elsewhere";
    LACKING_INDUSTRY: "Industrie" | "Industry";
    LACKING_OUTSIDE: "Acheté ailleurs, {unit}" | "Bought elsewhere, {unit}";
    LACKING_QUOTIENT: "Quotient" | "Quotient";
    LACKING_CAP: "Fait {province}" | "Made {province}";
    LACKING_NEEDED: "Emplois qu’il faudrait" | "Jobs it would take";
    LACKING_NEEDED_YEARS: "Années-emplois qu’il faudrait" | "Job-years it would take";
    LACKING_JOBS: "Emplois en {year}" | "Jobs in {year}";
    LACKING_NOTE: "Industries à qui le projet achète ailleurs, dont le quotient de localisation est de 0,8 ou moins (seuil de Smith, 2014) ou dont la province fait au plus le quart de ce qu’elle achète (seuil du programme)" | "Industries from which the project buys elsewhere, whose location quotient is 0.8 or less (threshold of Smith, 2014) or of which the province makes at most a quarter of what it buys (threshold of the program)";
    LACKING_NOTE_NEEDED: "Les emplois qu’il faudrait produiraient ici ce qui est acheté ailleurs, au premier tour. Le modèle dit ce que la région produit, non ce qu’elle pourrait produire." | "The jobs it would take would make here what is bought elsewhere, in the first round. The model says what the region makes, not what it could make.";
    GROUPS_NOTE: "La structure par industrie de la région est modélisée\u{a0}: à l’intérieur d’un même groupe (primaire, fabrication, services…), toutes les industries ont le même quotient" | "The region’s structure by industry is modelled: inside one group (primary, manufacturing, services…), all industries have the same quotient";

    // How varied jobs are
    VARIETY_HEADING: "Diversification de l’emploi" | "Diversification of jobs";
    VARIETY_CLOSER: "L’emploi {of} ressemblerait davantage à celui {larger}\u{a0}: Hachman de {from} à {to} en exploitation" | "Jobs {of} would be more like those {larger}: Hachman from {from} to {to} in operation";
    VARIETY_FARTHER: "L’emploi {of} ressemblerait moins à celui {larger}\u{a0}: Hachman de {from} à {to} en exploitation" | "Jobs {of} would be less like those {larger}: Hachman from {from} to {to} in operation";
    VARIETY_SAME: "Le projet ne changerait pas visiblement la diversité de l’emploi {of}\u{a0}: Hachman de {from}" | "The project would not visibly change how varied jobs {of} are: Hachman of {from}";
    VARIETY_ALT: "Emplois, indices de Hachman et de Herfindahl avant le projet, en construction et en exploitation" | "Jobs, Hachman and Herfindahl indices before the project, in construction and in operation";
    VARIETY_STATE: "Moment" | "When";
    VARIETY_BEFORE: "Avant le projet ({year})" | "Before the project ({year})";
    VARIETY_CONSTRUCTION: "En construction, année moyenne" | "In construction, average year";
    VARIETY_OPERATION: "En pleine exploitation" | "In full operation";
    VARIETY_JOBS: "Emplois {place}" | "Jobs {place}";
    VARIETY_HACHMAN: "Hachman" | "Hachman";
    VARIETY_HERFINDAHL: "Herfindahl" | "Herfindahl";
    VARIETY_EQUAL: "Industries de même taille" | "Industries of one size";
    VARIETY_NOTE_HACHMAN: "Hachman\u{a0}: 1 quand les emplois se répartissent entre industries comme ceux {larger}, près de 0 quand ils s’en éloignent beaucoup (1\u{a0}÷\u{a0}Σ part × quotient)" | "Hachman: 1 when jobs are spread over industries like those {larger}, close to 0 when very differently (1\u{a0}÷\u{a0}Σ share × quotient)";
    VARIETY_NOTE_HERFINDAHL: "Herfindahl\u{a0}: la somme des carrés des parts des {count} industries, 1 quand une seule a tous les emplois. Son inverse est le nombre d’industries de même taille qui seraient aussi concentrées." | "Herfindahl: the sum of the squared shares of the {count} industries, 1 when one has all jobs. Its inverse is the number of industries of one size that would be as concentrated.";
    VARIETY_NOTE_ADDED: "Les emplois bruts du projet, avec leurs effets, s’ajoutent à ceux de {year}. Un projet qui existait déjà y serait compté deux fois." | "The gross jobs of the project, with their effects, come on top of those of {year}. A project that existed already would be counted twice.";

    // Suppliers of a line
    SUPPLIERS: "Fournisseurs régionaux" | "Regional suppliers";
    SUPPLIERS_HINT: "Combien d’entreprises de la région fourniraient ce poste. Aucun chiffre n’en dépend." | "How many firms of the region would supply this item. No figure depends on it.";
    SUPPLIERS_NONE_YET: "Aucun fournisseur dans la région, dites-vous, mais {share} du poste y est acheté" | "No supplier in the region, you say, yet {share} of the item is bought there";
    SUPPLIERS_TO_ZERO: "Mettre la part locale à 0" | "Set the local share to 0";
    STEP_SUPPLIERS: "fournisseurs régionaux d’une ligne" | "regional suppliers of a line";

    // In writing
    HEADING: "Leviers locaux, {phase}" | "Local levers, {phase}";
}
