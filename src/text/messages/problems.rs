//! Words for what is wrong with an input: the problem, its place, its remedy.

crate::messages! {
    // Places
    WHOLE_FILE: "Tout le fichier" | "The whole file";
    PLACE_WITH_PATH: "{words} ({path})" | "{words} ({path})";
    PHASE: "Phase {number}" | "Phase {number}";
    LINE_NUMBER: "ligne de dépense {number}" | "spending line {number}";
    LINE_ID: "ligne de dépense «\u{a0}{id}\u{a0}»" | "spending line “{id}”";
    CLAIM: "Affirmation {number}" | "Claim {number}";
    FACT: "Fait {number}" | "Fact {number}";
    PARAMETER: "Paramètre «\u{a0}{id}\u{a0}»" | "Parameter “{id}”";
    FIELD_VERSION: "version du format" | "format version";
    FIELD_NAME: "nom" | "name";
    FIELD_DESCRIPTION: "description" | "description";
    FIELD_ECONOMY: "économie" | "economy";
    FIELD_FINGERPRINT: "empreinte des données" | "data fingerprint";
    FIELD_REGION: "région d’étude" | "study region";
    FIELD_ACTIVITY: "activité" | "activity";
    FIELD_RECIPE: "recette d’achats" | "purchase recipe";
    FIELD_MODEL: "choix de méthode" | "method choices";
    FIELD_DELTA: "δ du quotient de Flegg" | "δ of Flegg’s quotient";
    FIELD_PARAMETERS: "paramètres" | "parameters";
    FIELD_PHASES: "phases" | "phases";
    FIELD_ID: "identifiant" | "identifier";
    FIELD_START: "première année" | "first year";
    FIELD_END: "dernière année" | "last year";
    FIELD_PRICE_YEAR: "année des prix" | "price year";
    FIELD_PROFILE: "répartition par année" | "yearly profile";
    FIELD_LOCAL_SHARE: "part locale des achats" | "local share of purchases";
    FIELD_PROVINCE_CONTENT: "contenu québécois" | "share of purchases in the province";
    FIELD_INVESTMENT: "investissement" | "investment";
    FIELD_SHARES: "répartition de l’investissement" | "split of the investment";
    FIELD_SITE_WORKERS: "effectif du chantier" | "site workforce";
    FIELD_JOBS: "emplois directs" | "direct jobs";
    FIELD_ANNUAL_WAGE: "salaire annuel moyen" | "mean annual wage";
    FIELD_SALES: "ventes annuelles" | "annual sales";
    FIELD_PROPERTY_TAX: "impôt foncier annuel" | "annual property tax";
    FIELD_LOCAL_HIRING: "embauche locale" | "local hiring";
    FIELD_INDUSTRY: "industrie" | "industry";
    FIELD_AMOUNT: "montant" | "amount";
    FIELD_ORIGIN: "origine" | "origin";
    FIELD_CAP: "plafond de la part locale" | "cap of the local share";
    FIELD_TRADE_MARGIN: "marge de commerce" | "trade margin";
    FIELD_TRANSPORT_MARGIN: "marge de transport" | "transport margin";
    FIELD_SIGMA: "part de la région dans la province, par industrie" | "region’s part of the province, by industry";
    FIELD_TRADE: "tableau des échanges" | "trade table";
    FIELD_INTERMEDIATE_BUNDLE: "achats intermédiaires" | "intermediate bundle";
    FIELD_VALUE_ADDED_SHARE: "parts de valeur ajoutée" | "value-added shares";
    FIELD_FINAL_CONSUMPTION: "consommation finale" | "final consumption";
    FIELD_EMPLOYMENT: "emploi" | "employment";
    FIELD_LABOUR_SHARE: "parts du travail" | "labour shares";
    FIELD_INTERMEDIATE_FLOWS: "échanges intersectoriels" | "intermediate flows";
    FIELD_GROSS_OUTPUT: "production brute" | "gross output";
    FIELD_VALUE_ADDED: "valeur ajoutée" | "value added";
    FIELD_PRODUCT_TAXES: "taxes sur les produits" | "product taxes";
    FIELD_COMPENSATION: "rémunération des salariés" | "compensation of employees";

    // Files
    TOO_LARGE: "Le fichier compte {size}, plus que tout scénario" | "The file has {size}, more than any scenario";
    TOO_LARGE_REMEDY: "Limite\u{a0}: {limit}. Vérifier que c’est bien un fichier de scénario" | "Limit: {limit}. Check that this is a scenario file";
    NOT_UTF8: "Le fichier n’est pas un texte UTF-8 (octet {offset})" | "The file is not UTF-8 text (byte {offset})";
    NOT_UTF8_REMEDY: "L’enregistrer en UTF-8, ou vérifier que c’est bien un fichier de scénario" | "Save it as UTF-8, or check that this is a scenario file";
    TOO_DEEP: "Des parenthèses sont imbriquées sur plus de {limit} niveaux (ligne {line})" | "Brackets are nested more than {limit} levels deep (line {line})";
    TOO_DEEP_REMEDY: "Fermer les parenthèses ouvertes avant cette ligne" | "Close the brackets opened before this line";
    SYNTAX: "Le texte ne suit pas le format à la ligne {line}, colonne {column}" | "The text does not follow the format at line {line}, column {column}";
    SYNTAX_REMEDY: "Corriger cet endroit. Le lecteur dit (en anglais)\u{a0}: {detail}" | "Correct that place. The reader says: {detail}";
    NEWER_VERSION: "Le fichier est de la version {found} du format\u{a0}; ce programme lit jusqu’à la version {known}" | "The file has version {found} of the format; this program reads up to version {known}";
    NEWER_VERSION_REMEDY: "L’ouvrir avec une version plus récente du programme" | "Open it with a newer version of the program";

    // Values
    NOT_FINITE: "La valeur n’est pas un nombre fini" | "The value is not a finite number";
    NOT_FINITE_REMEDY: "Écrire un nombre ordinaire" | "Write an ordinary number";
    NEGATIVE: "La valeur est négative\u{a0}: {value}" | "The value is negative: {value}";
    NEGATIVE_REMEDY: "Écrire 0 ou un nombre positif" | "Write 0 or a positive number";
    OUT_OF_RANGE: "La valeur {value} est hors limites" | "The value {value} is out of range";
    OUT_OF_RANGE_REMEDY: "Écrire une valeur entre {low} et {high}" | "Write a value between {low} and {high}";
    SHARES_SUM: "Les parts totalisent {sum} et non 100\u{a0}%" | "The shares sum to {sum}, not 100%";
    SHARES_SHORT_REMEDY: "Il manque {gap}\u{a0}: augmenter une part" | "{gap} is missing: raise a share";
    SHARES_OVER_REMEDY: "Il y a {gap} de trop\u{a0}: réduire une part" | "There is {gap} too much: lower a share";
    MARGINS_SUM: "Les marges de commerce et de transport totalisent {sum} du prix" | "Trade and transport margins sum to {sum} of the price";
    MARGINS_SUM_REMEDY: "Les réduire à 100\u{a0}% au plus" | "Bring them down to 100% at most";
    END_BEFORE_START: "La fin ({end}) vient avant le début ({start})" | "The end ({end}) comes before the start ({start})";
    END_BEFORE_START_REMEDY: "Écrire une dernière année d’au moins {start}" | "Write a last year of at least {start}";
    WRONG_LENGTH: "La liste compte {found} valeurs au lieu de {expected}" | "The list has {found} values instead of {expected}";
    WRONG_LENGTH_REMEDY: "Donner {expected} valeurs" | "Give {expected} values";
    DUPLICATE: "L’identifiant «\u{a0}{id}\u{a0}» sert deux fois" | "The identifier “{id}” is used twice";
    DUPLICATE_REMEDY: "Donner un autre identifiant à l’un des deux" | "Give one of the two another identifier";
    EMPTY: "La liste est vide" | "The list is empty";
    EMPTY_REMEDY: "Ajouter au moins une entrée" | "Add at least one entry";
    YEARS_NOT_ASCENDING: "L’année {after} vient après {before}" | "The year {after} comes after {before}";
    YEARS_NOT_ASCENDING_REMEDY: "Ranger les valeurs par année, de la plus ancienne à la plus récente, chacune une fois" | "Put the values in order of year, earliest first, each year once";
    MISSING_ENTRY: "L’entrée «\u{a0}{id}\u{a0}» manque" | "The entry “{id}” is missing";
    MISSING_ENTRY_REMEDY: "Ajouter cette entrée au fichier" | "Add this entry to the file";

    // References
    UNKNOWN_INDUSTRY: "Aucune industrie n’a le code «\u{a0}{code}\u{a0}»" | "No industry has the code “{code}”";
    UNKNOWN_REGION: "Aucune région n’a le code «\u{a0}{code}\u{a0}»" | "No region has the code “{code}”";
    UNKNOWN_RECIPE: "Aucune recette n’a le code «\u{a0}{code}\u{a0}»" | "No recipe has the code “{code}”";
    UNKNOWN_PARAMETER: "Aucun paramètre ne s’appelle «\u{a0}{code}\u{a0}»" | "No parameter is called “{code}”";
    NEAREST_REMEDY: "Le plus proche est {nearest}" | "The nearest is {nearest}";
    INDUSTRIES_REMEDY: "Codes\u{a0}: {codes}" | "Codes: {codes}";
    INDUSTRIES_UNSEEN_REMEDY: "La commande economy show liste les codes" | "The command economy show lists the codes";
    REGIONS_REMEDY: "La commande regions liste les codes" | "The command regions lists the codes";
    RECIPES_REMEDY: "La commande recipes liste les codes" | "The command recipes lists the codes";
    PARAMETERS_REMEDY: "Retirer ce paramètre ou corriger son nom" | "Remove this parameter or correct its name";
    RECIPE_NOT_OFFERED: "La recette {code} ne peut pas servir\u{a0}: sa rémunération est nulle ou dépasse ses ventes, ou un de ses achats est négatif" | "The recipe {code} cannot be used: its compensation is nil or exceeds its sales, or one of its purchases is negative";
    RECIPE_NOT_OFFERED_REMEDY: "Choisir une recette voisine avec la commande recipes" | "Choose a similar recipe with the command recipes";
    UNKNOWN_ACTIVITY: "Aucune activité ne s’appelle «\u{a0}{id}\u{a0}»" | "No activity is called “{id}”";
    UNKNOWN_ACTIVITY_REMEDY: "La retirer (la recette suffit) ou choisir une activité avec la commande recipes" | "Remove it (the recipe is enough) or choose an activity with the command recipes";
    UNKNOWN_ECONOMY: "Aucune économie ne s’appelle «\u{a0}{id}\u{a0}»" | "No economy is called “{id}”";
    UNKNOWN_ECONOMY_REMEDY: "Écrire {known}, l’économie de ce programme" | "Write {known}, the economy of this program";
    UNKNOWN_ECONOMY_UNSEEN_REMEDY: "La commande economy list donne les noms" | "The command economy list gives the names";
    ECONOMY_CHANGED: "Les données {id} ont changé depuis l’enregistrement du scénario" | "The data {id} changed since the scenario was saved";
    ECONOMY_CHANGED_REMEDY: "Relire les résultats\u{a0}: ils peuvent différer de ceux d’alors" | "Read the results again: they may differ from those of that time";
    NO_PRICE_INDEX: "Aucun indice de prix connu pour {year}" | "No price index is known for {year}";
    NO_PRICE_INDEX_REMEDY: "Prendre une année de {first} à {last}" | "Take a year from {first} to {last}";
    NO_PRICE_INDEX_HOLES_REMEDY: "Prendre une année de {first} à {last}, sauf {missing}" | "Take a year from {first} to {last}, except {missing}";
    INCOMPLETE_LINE: "La ligne ajoutée «\u{a0}{id}\u{a0}» n’a pas de montant ou pas d’industrie" | "The added line “{id}” lacks its amount or its industry";
    INCOMPLETE_LINE_REMEDY: "Donner les deux, ou retirer la ligne" | "Give both, or remove the line";

    // Economics
    LOCAL_SHARE_UNREACHABLE: "La part locale demandée, {asked}, dépasse ce que la région peut fournir" | "The local share asked for, {asked}, exceeds what the region can supply";
    LOCAL_SHARE_UNREACHABLE_REMEDY: "Maximum atteignable\u{a0}: {maximum}. Pour aller plus loin, relever le plafond d’une ligne" | "Maximum reachable: {maximum}. To go further, raise the cap of a line";
    LOCAL_SHARE_BELOW_FIXED: "Les lignes fixées à la main dépassent déjà la part locale demandée, {asked}" | "Lines set by hand already exceed the local share asked for, {asked}";
    LOCAL_SHARE_BELOW_FIXED_REMEDY: "Minimum atteignable\u{a0}: {minimum}. Pour descendre, libérer une ligne" | "Minimum reachable: {minimum}. To go lower, release a line";
    PROVINCE_SHARE_UNREACHABLE: "La part de la province demandée, {asked}, dépasse ce qu’elle peut fournir" | "The share of the province asked for, {asked}, exceeds what it can supply";
    PROVINCE_SHARE_UNREACHABLE_REMEDY: "Maximum atteignable\u{a0}: {maximum}" | "Maximum reachable: {maximum}";
    PLAN_BEYOND_SHARE: "La part locale demandée, {asked}, suppose un plan d’achats" | "The local share asked for, {asked}, supposes a purchasing plan";
    PLAN_BEYOND_SHARE_REMEDY: "Chaque ligne garde sa part par défaut\u{a0}: dire lesquelles changeraient de fournisseur" | "Every line stands at its default: say which ones would change supplier";
    LOCAL_PURCHASE_ABOVE_CAPACITY: "Les achats locaux de la ligne «\u{a0}{line}\u{a0}» prendraient {share} de la production locale ({industry})" | "Local purchases of the line “{line}” would take {share} of local output ({industry})";
    LOCAL_PURCHASE_ABOVE_CAPACITY_REMEDY: "Au-dessus de {limit}, vérifier que des fournisseurs de la région en ont la capacité" | "Above {limit}, check that suppliers in the region have the capacity";
    NEGATIVE_SURPLUS: "Achats, rémunération et impôts dépassent les ventes\u{a0}: l’excédent est de {surplus} par an" | "Purchases, pay and taxes exceed sales: the surplus is {surplus} a year";
    NEGATIVE_SURPLUS_REMEDY: "Vérifier les ventes, le salaire et les achats" | "Check sales, the wage and purchases";
    REGION_WITHOUT_STRUCTURE: "La structure par industrie de {region} n’est pas publiée\u{a0}: celle d’un territoire plus grand est appliquée" | "The structure by industry of {region} is not published: that of a larger territory is applied";
    REGION_WITHOUT_STRUCTURE_REMEDY: "Lire les résultats de la région comme un ordre de grandeur" | "Read the region’s results as orders of magnitude";

    // Tables
    SHAPE: "Le tableau {name} compte {rows} lignes et {columns} colonnes au lieu de {expected_rows} et {expected_columns}" | "The table {name} has {rows} rows and {columns} columns instead of {expected_rows} and {expected_columns}";
    SHAPE_REMEDY: "Vérifier qu’aucune ligne ni colonne ne manque ou n’est en trop" | "Check that no row or column is missing or superfluous";
    CELL_NOT_FINITE: "La cellule {row}, {column} du tableau {name} n’est pas un nombre fini" | "Cell {row}, {column} of the table {name} is not a finite number";
    CELL_NOT_FINITE_REMEDY: "Écrire un nombre, ou 0 où rien n’est connu" | "Write a number, or 0 where nothing is known";
    COLUMN_NOT_PRODUCTIVE: "Les coefficients de l’industrie {industry} ({region}) totalisent {sum}" | "The coefficients of industry {industry} ({region}) sum to {sum}";
    COLUMN_NOT_PRODUCTIVE_REMEDY: "Ils doivent rester sous 1\u{a0}: vérifier que les achats sont par dollar de production" | "They must stay below 1: check that purchases are per dollar of output";
    SINGULAR: "Le système d’équations n’a pas de solution utile (résidu {residual})" | "The system of equations has no useful solution (residual {residual})";
    SINGULAR_REMEDY: "Vérifier que chaque industrie achète moins qu’elle ne produit" | "Check that each industry buys less than it produces";
    ZERO_OUTPUT: "L’industrie {industry} ne produit rien ({region})" | "Industry {industry} produces nothing ({region})";
    ZERO_OUTPUT_REMEDY: "Ses coefficients restent à 0" | "Its coefficients stay at 0";
    JOBS_IMPUTED: "Les emplois de l’industrie {industry} ({region}) sont confidentiels" | "Jobs of industry {industry} ({region}) are suppressed";
    JOBS_IMPUTED_REMEDY: "Le coefficient de toutes les régions les remplace" | "The coefficient of all regions replaces them";
    REGION_LARGER_THAN_PROVINCE: "L’emploi de la région {region} dans l’industrie {industry} dépasse celui de la province" | "Employment of region {region} in industry {industry} exceeds that of its province";
    REGION_LARGER_THAN_PROVINCE_REMEDY: "Vérifier l’emploi de cette industrie et son unité" | "Check this industry’s employment and its unit";

    // Units
    MEGABYTES: "{value}\u{a0}Mo" | "{value} MB";
}
