//! Words of the terminal: help, wrong usage, lists, what became of a file.

crate::messages! {
    // Help
    ABOUT: "Retombées calcule, hors ligne, l’impact économique d’un projet sur une région" | "Retombées computes, offline, the economic impact of a project on a region";
    USAGE_HEADING: "Usage\u{a0}:" | "Usage:";
    COMMANDS_HEADING: "Commandes" | "Commands";
    ARGUMENTS_HEADING: "Arguments" | "Arguments";
    OPTIONS_HEADING: "Options" | "Options";
    USAGE: "retombees [FICHIER]\n       retombees COMMANDE [OPTIONS]" | "retombees [FILE]\n       retombees COMMAND [OPTIONS]";
    USAGE_RUN: "retombees run FICHIER [OPTIONS]" | "retombees run FILE [OPTIONS]";
    USAGE_CHECK: "retombees check FICHIER…" | "retombees check FILE…";
    USAGE_MULTIPLIERS: "retombees multipliers [OPTIONS]" | "retombees multipliers [OPTIONS]";
    USAGE_ECONOMY: "retombees economy list | check FICHIER | show [ÉCONOMIE]" | "retombees economy list | check FILE | show [ECONOMY]";
    USAGE_ECONOMY_LIST: "retombees economy list" | "retombees economy list";
    USAGE_ECONOMY_CHECK: "retombees economy check FICHIER" | "retombees economy check FILE";
    USAGE_ECONOMY_SHOW: "retombees economy show [ÉCONOMIE]" | "retombees economy show [ECONOMY]";
    USAGE_REGIONS: "retombees regions" | "retombees regions";
    USAGE_RECIPES: "retombees recipes [--search TEXTE]" | "retombees recipes [--search TEXT]";
    AFTER: "Sans commande, le fichier s’ouvre dans la fenêtre\u{a0};\nsans fichier, la fenêtre s’ouvre sur le projet exemple.\nCode de sortie\u{a0}: 0 tout va bien, 1 le fichier a des problèmes, 2 la commande est mal écrite." | "Without a command, the file opens in the window;\nwithout a file, the window opens on the example project.\nExit code: 0 all is well, 1 the file has problems, 2 the command is wrongly written.";
    HELP_FILE: "Scénario à ouvrir dans la fenêtre" | "Scenario to open in the window";
    HELP_LANG: "Langue\u{a0}: fr ou en (par défaut, celle du système)" | "Language: fr or en (the system’s by default)";
    HELP_HELP: "Affiche cette aide" | "Shows this help";
    HELP_VERSION: "Affiche la version" | "Shows the version";
    HELP_RUN: "Calcule un scénario et en écrit les résultats" | "Computes a scenario and writes its results";
    HELP_RUN_FILE: "Scénario à calculer" | "Scenario to compute";
    HELP_FORMAT: "Format\u{a0}: text, json ou csv (par défaut, text)" | "Format: text, json or csv (text by default)";
    HELP_CHECK: "Vérifie des scénarios et liste tous leurs problèmes" | "Checks scenarios and lists all their problems";
    HELP_CHECK_FILES: "Scénarios à vérifier" | "Scenarios to check";
    HELP_MULTIPLIERS: "Écrit les multiplicateurs d’une région" | "Writes the multipliers of a region";
    HELP_ECONOMY_OPTION: "Économie\u{a0}: nom ou fichier (par défaut, celle du programme)" | "Economy: name or file (the program’s by default)";
    HELP_REGION: "Code de la région (par défaut, QC ou la première de l’économie)" | "Code of the region (QC or the economy’s first by default)";
    HELP_METHOD: "Méthode\u{a0}: slq, cilq, flq ou aflq (par défaut, flq)" | "Method: slq, cilq, flq or aflq (flq by default)";
    HELP_DELTA: "δ de flq et aflq, de 0 à moins de 1" | "δ of flq and aflq, from 0 to below 1";
    HELP_ECONOMY: "Liste, vérifie ou montre des tableaux d’une économie" | "Lists, checks or shows the tables of an economy";
    HELP_ECONOMY_LIST: "Liste les économies du programme" | "Lists the program’s economies";
    HELP_ECONOMY_CHECK: "Vérifie un fichier d’économie" | "Checks an economy file";
    HELP_ECONOMY_SHOW: "Montre les régions, les industries et les sources d’une économie" | "Shows the regions, industries and sources of an economy";
    HELP_ECONOMY_FILE: "Fichier d’économie" | "Economy file";
    HELP_REGIONS: "Liste les régions d’étude et d’où viennent leurs chiffres" | "Lists the study regions and where their figures come from";
    HELP_RECIPES: "Liste les activités et les recettes d’achats" | "Lists activities and purchase recipes";
    HELP_SEARCH: "Mots ou code à chercher, accents indifférents" | "Words or code to search, accents indifferent";

    VALUE_FILE: "FICHIER" | "FILE";
    VALUE_LANG: "LANGUE" | "LANG";
    VALUE_FORMAT: "FORMAT" | "FORMAT";
    VALUE_ECONOMY: "ÉCONOMIE" | "ECONOMY";
    VALUE_REGION: "RÉGION" | "REGION";
    VALUE_METHOD: "MÉTHODE" | "METHOD";
    VALUE_DELTA: "DELTA" | "DELTA";
    VALUE_TEXT: "TEXTE" | "TEXT";

    // Wrong usage
    UNKNOWN_ARGUMENT: "L’option ou l’argument «\u{a0}{arg}\u{a0}» n’existe pas ici" | "The option or argument “{arg}” does not exist here";
    UNKNOWN_COMMAND: "La commande «\u{a0}{arg}\u{a0}» n’existe pas" | "The command “{arg}” does not exist";
    INVALID_VALUE: "La valeur «\u{a0}{value}\u{a0}» ne convient pas à {arg}" | "The value “{value}” does not suit {arg}";
    MISSING_VALUE: "Il manque une valeur à {arg}" | "{arg} lacks a value";
    MISSING_ARGUMENT: "Il manque {arg}" | "{arg} is missing";
    MISSING_COMMAND: "Il manque une commande" | "A command is missing";
    REPEATED: "{arg} est donné deux fois ou avec une autre option qui l’exclut" | "{arg} is given twice or with another option that excludes it";
    WRONG_USAGE: "La commande est mal écrite" | "The command is wrongly written";
    POSSIBLE_VALUES: "Valeurs possibles\u{a0}: {values}" | "Possible values: {values}";
    DID_YOU_MEAN: "Vouliez-vous dire {suggestion}\u{a0}?" | "Did you mean {suggestion}?";
    SEE_HELP: "Aide\u{a0}: retombees --help" | "Help: retombees --help";
    NO_SUCH_FILE_OR_COMMAND: "«\u{a0}{arg}\u{a0}» n’est ni un fichier ni une commande" | "“{arg}” is neither a file nor a command";

    // Files
    FILE_NOT_FOUND: "{path}\u{a0}: ce fichier n’existe pas. Vérifier son nom et son dossier." | "{path}: this file does not exist. Check its name and folder.";
    FILE_FORBIDDEN: "{path}\u{a0}: la lecture de ce fichier n’est pas permise. Vérifier ses droits." | "{path}: reading this file is not permitted. Check its permissions.";
    FILE_IS_FOLDER: "{path}\u{a0}: c’est un dossier. Donner un fichier." | "{path}: this is a folder. Give a file.";
    FILE_UNREADABLE: "{path}\u{a0}: ce fichier ne se lit pas ({reason}). Vérifier le disque ou le réseau." | "{path}: this file cannot be read ({reason}). Check the disk or the network.";
    ONE_PROBLEM: "{path}\u{a0}: un problème" | "{path}: one problem";
    PROBLEMS: "{path}\u{a0}: {count} problèmes" | "{path}: {count} problems";
    REMEDY: "→ {remedy}" | "→ {remedy}";
    FILE_FINE: "{path}\u{a0}: aucun problème" | "{path}: no problem";
    ONE_REMARK: "{path}\u{a0}: aucun problème, une remarque" | "{path}: no problem, one remark";
    REMARKS: "{path}\u{a0}: aucun problème, {count} remarques" | "{path}: no problem, {count} remarks";
    OUTPUT_FAILED: "L’écriture a échoué\u{a0}: {reason}" | "Writing failed: {reason}";
    DATA_BROKEN: "données du programme" | "data of the program";
    NO_DISPLAY: "La fenêtre ne s’ouvre pas ici ({reason})\u{a0}; voici l’étude" | "The window does not open here ({reason}); here is the study";

    // Lists
    ECONOMIES: "Économies du programme" | "Economies of the program";
    ECONOMY_LINE: "{id}\u{a0}: {label} ({industries} industries, {regions} régions, dollars de {year}, empreinte {fingerprint})" | "{id}: {label} ({industries} industries, {regions} regions, {year} dollars, fingerprint {fingerprint})";
    REGIONS: "Régions d’étude" | "Study regions";
    REGIONS_TITLE: "Code à écrire dans le champ region d’un scénario" | "Code to write in the region field of a scenario";
    REGIONS_OF: "Régions du tableau" | "Regions of the table";
    INDUSTRIES_OF: "Industries" | "Industries";
    CODE: "Code" | "Code";
    NAME: "Nom" | "Name";
    PROVINCE: "Province" | "Province";
    STRUCTURE: "Structure par industrie" | "Structure by industry";
    NAICS: "SCIAN" | "NAICS";
    FROM_ACCOUNT: "publiée, dans les tableaux" | "published, in the tables";
    FROM_GROUPS: "modélisée, six groupes de {year}" | "modelled, six groups of {year}";
    FROM_PROVINCE: "modélisée, celle de la province" | "modelled, the province’s";
    FROM_REGION: "modélisée, celle {of}" | "modelled, that {of}";
    ACTIVITIES: "Activités" | "Activities";
    ACTIVITIES_TITLE: "Champ activity.id d’un scénario, et recettes qui conviennent (la première par défaut)" | "activity.id field of a scenario, and recipes that suit (the first by default)";
    RECIPES: "Recettes d’achats" | "Purchase recipes";
    RECIPES_TITLE: "Champ activity.recipe d’un scénario, noms publiés (en anglais), technologie des États-Unis, 2017" | "activity.recipe field of a scenario, names as published, United States technology, 2017";
    RECIPE: "Recette" | "Recipe";
    INDUSTRY: "Industrie" | "Industry";
    OFFERED: "Offerte" | "Offered";
    YES: "oui" | "yes";
    NO: "non" | "no";
    NOTHING_FOUND: "Rien ne répond à «\u{a0}{query}\u{a0}». Essayer un mot plus court ou un code." | "Nothing answers “{query}”. Try a shorter word or a code.";
}
