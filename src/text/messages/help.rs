//! Words of the commands, the palette, the help and the tour.

crate::messages! {
    // Groups of commands
    GROUP_FILE: "Fichier" | "File";
    GROUP_EDIT: "Édition" | "Edit";
    GROUP_PAGES: "Pages" | "Pages";
    GROUP_VIEW: "Affichage" | "View";
    GROUP_PROJECTS: "Projets ouverts" | "Open projects";
    GROUP_HELP: "Aide" | "Help";
    GROUP_ASSUMPTION: "Hypothèse" | "Assumption";
    GROUP_LINE: "Poste de dépense" | "Spending line";
    GROUP_TERM: "Glossaire" | "Glossary";

    // Titles
    EXAMPLE: "Ouvrir l’exemple\u{a0}: {name}" | "Open example: {name}";
    ADD_CONSTRUCTION: "Ajouter une phase de construction" | "Add a construction phase";
    ADD_OPERATION: "Ajouter une phase d’exploitation" | "Add an operation phase";
    ADD_LINE: "Ajouter un poste de dépense" | "Add a spending line";
    SHOW_PAGE: "Page\u{a0}: {name}" | "Page: {name}";
    NEXT_PAGE: "Page suivante" | "Next page";
    PREVIOUS_PAGE: "Page précédente" | "Previous page";
    SHOW_TERRITORY: "Territoire\u{a0}: {name}" | "Territory: {name}";
    GHOST: "Montrer ou cacher la version de départ" | "Show or hide the starting version";
    START_HERE: "Repartir de l’état présent" | "Start again from here";
    TABLES: "Tous les graphiques en tableaux, ou l’inverse" | "Every chart as a table, or back";
    PROBLEMS: "Voir les avertissements" | "See the warnings";
    IN_FRENCH: "Passer en français" | "Switch to French";
    IN_ENGLISH: "Passer en anglais" | "Switch to English";
    SHOW_THEME: "Thème\u{a0}: {name}" | "Theme: {name}";
    SHOW_PROJECT: "Aller au projet\u{a0}: {name}" | "Go to project: {name}";
    NEXT_PROJECT: "Projet suivant" | "Next project";
    PREVIOUS_PROJECT: "Projet précédent" | "Previous project";
    PALETTE: "Chercher une commande" | "Find a command";
    HELP: "Aide et raccourcis" | "Help and shortcuts";
    GLOSSARY: "Glossaire" | "Glossary";
    LIMITS: "Limites de la méthode" | "Limits of the method";
    TOUR: "Revoir la visite guidée" | "Take the tour again";

    // What each does
    ABOUT_NEW: "Commence un projet à partir de trois chiffres" | "Starts a project from three numbers";
    ABOUT_OPEN: "Ouvre un fichier de scénario" | "Opens a scenario file";
    ABOUT_EXAMPLE: "Un cas réel ou type, avec ses sources et ses hypothèses" | "A real or typical case, with its sources and assumptions";
    ABOUT_SAVE: "Écrit le projet dans son fichier" | "Writes the project to its file";
    ABOUT_SAVE_AS: "Écrit le projet dans un autre fichier" | "Writes the project to another file";
    ABOUT_EXPORT: "Graphiques, chiffres et scénario, dans un dossier" | "Charts, figures and scenario, into a folder";
    ABOUT_DUPLICATE: "Une copie, pour en faire une variante" | "A copy, to make a variant of it";
    ABOUT_CLOSE: "Ferme le projet affiché" | "Closes the project shown";
    ABOUT_QUIT: "Ferme la fenêtre" | "Closes the window";
    ABOUT_UNDO: "Défait la dernière modification" | "Takes back the last change";
    ABOUT_REDO: "Refait ce qui a été annulé" | "Does again what was undone";
    ABOUT_ADD_PHASE: "La phase s’ajoute aux autres" | "The phase joins the others";
    ABOUT_ADD_LINE: "Dans la phase dont les postes sont affichés" | "In the phase whose lines are shown";
    ABOUT_PAGE: "Change de page de résultats" | "Shows another page of results";
    ABOUT_TERRITORY: "Le territoire où les résultats s’additionnent" | "Where results are summed";
    ABOUT_GHOST: "En pointillé dans les graphiques, en écart sur les cartes" | "Dashed in charts, as differences on cards";
    ABOUT_START_HERE: "Les écarts se mesurent désormais à partir de maintenant" | "Differences are measured from now on";
    ABOUT_TABLES: "Pour lire, copier ou écouter les chiffres" | "To read, copy or listen to the figures";
    ABOUT_PROBLEMS: "Ce qui mérite l’attention, et le remède" | "What deserves attention, and the remedy";
    ABOUT_LANGUAGE: "Langue de la fenêtre et des résultats" | "Language of the window and of the results";
    ABOUT_THEME: "Couleurs de la fenêtre" | "Colours of the window";
    ABOUT_PROJECT: "Met un autre projet ouvert devant" | "Brings another open project to the front";
    ABOUT_PALETTE: "Commandes, pages, hypothèses, postes, définitions" | "Commands, pages, assumptions, lines, definitions";
    ABOUT_HELP: "Raccourcis, glossaire, limites" | "Shortcuts, glossary, limits";
    ABOUT_GLOSSARY: "Les termes de l’étude et leur définition" | "The terms of the study and their definitions";
    ABOUT_LIMITS: "Ce que les chiffres ne disent pas" | "What the figures do not say";
    ABOUT_TOUR: "Six étapes, une minute" | "Six steps, one minute";

    // Why a command is not available
    NOTHING_TO_UNDO: "rien à annuler" | "nothing to undo";
    NOTHING_MOVED: "rien n’a changé depuis la version de départ" | "nothing changed since the starting version";
    NOTHING_TO_REDO: "rien à rétablir" | "nothing to redo";
    NO_PHASE: "le projet n’a pas de phase" | "the project has no phase";
    ONE_PROJECT: "un seul projet est ouvert" | "only one project is open";
    WHOLE_PROVINCE: "la région d’étude est déjà la province" | "the study region is already the province";
    SHOWN_ALREADY: "déjà affiché" | "already shown";
    NO_DOCUMENT_YET: "le nouveau projet n’existe pas encore" | "the new project does not exist yet";
    NO_WARNING: "aucun avertissement" | "no warning";

    // Palette
    COMMAND: "Commande" | "Command";
    PALETTE_HINT: "Commande, page, hypothèse, poste ou terme" | "Command, page, assumption, line or term";
    PALETTE_KEYS: "↑ ↓ choisir · Entrée exécuter · Échap fermer" | "↑ ↓ choose · Enter run · Esc close";
    PALETTE_NOTHING: "Rien ne répond à ces mots" | "Nothing answers to these words";
    PALETTE_RESULTS: "Résultats" | "Results";
    RECENT: "récent" | "recent";
    NOT_NOW: "{group} · {why}" | "{group} · {why}";

    // Help
    HELP_TITLE: "Aide" | "Help";
    SHORTCUTS: "Raccourcis" | "Shortcuts";
    HELP_SECTIONS: "Sections de l’aide" | "Sections of help";
    CLOSE_HELP: "Fermer l’aide" | "Close help";
    OR: "{first} ou {second}" | "{first} or {second}";
    KEYS_TAB: "Passer d’une commande à l’autre" | "Move between controls";
    KEYS_ENTER: "Presser le bouton ou ouvrir la liste" | "Press the button or open the list";
    KEYS_ARROWS: "Déplacer un curseur, choisir dans une liste" | "Move a slider, choose in a list";
    KEYS_ESCAPE: "Renoncer à une saisie, fermer une liste" | "Give up what is typed, close a list";
    KEYS_ZOOM: "Agrandir ou réduire la fenêtre" | "Make everything larger or smaller";
    GROUP_EVERYWHERE: "Partout" | "Everywhere";
    KEY_ENTER: "Entrée" | "Enter";
    KEY_TAB: "Tab" | "Tab";
    KEY_ARROWS: "flèches" | "arrows";
    KEY_ESCAPE: "Échap" | "Esc";
    KEY_ZOOM: "Ctrl + et Ctrl −" | "Ctrl + and Ctrl −";
    KEY_PAGE_DOWN: "Pg suiv." | "Page Down";
    KEY_PAGE_UP: "Pg préc." | "Page Up";
    KEY_SHIFT: "Maj" | "Shift";
    KEY_QUESTION: "?" | "?";
    GLOSSARY_SEARCH: "Chercher un terme" | "Find a term";
    GLOSSARY_NOTHING: "Aucun terme ne répond à ces mots" | "No term answers to these words";

    // Tour
    TOUR_STEP: "Visite, étape {step} sur {count}" | "Tour, step {step} of {count}";
    TOUR_NEXT: "Suivant" | "Next";
    TOUR_BACK: "Précédent" | "Back";
    TOUR_SHOW: "Montrer l’endroit" | "Show the place";
    TOUR_END: "Terminer" | "Finish";
    TOUR_SKIP: "Passer la visite" | "Skip the tour";
    TOUR_AGAIN: "La visite ne revient pas d’elle-même\u{a0}; F1 permet de la reprendre" | "The tour does not come back by itself; F1 lets you take it again";
    TOUR_1: "Ce qu’un projet apporte à sa région" | "What a project brings to its region";
    TOUR_1_TEXT: "Retombées estime les emplois, les revenus, le PIB et les recettes publiques qu’un projet soutiendrait. Trois chiffres suffisent\u{a0}: l’investissement, les emplois directs et la part locale des achats. Tout le reste a une valeur par défaut, avec sa source." | "Retombées estimates the jobs, income, GDP and public revenue that a project would support. Three numbers are enough: the investment, the direct jobs and the local share of purchases. Everything else has a default, with its source.";
    TOUR_EXAMPLE: "Le projet montré est un exemple, que vous pouvez modifier sans crainte\u{a0}; «\u{a0}Nouveau projet\u{a0}», dans le menu Fichier, commence le vôtre." | "The project shown is an example, which you can change without fear; “New project”, in the File menu, starts yours.";
    TOUR_2: "Déplacez la part locale" | "Move the local share";
    TOUR_2_TEXT: "Les résultats suivent le curseur. Le trait marque le plus que la région peut fournir\u{a0}; l’anneau, la valeur de départ. Les écarts avec cette version se voient sur les cartes et, en pointillé, dans les graphiques." | "Results follow the slider. The tick marks the most that the region can supply; the ring, the starting value. Differences from that version show on the cards and, dashed, in charts.";
    TOUR_3: "Chaque chiffre se défend" | "Every figure can be defended";
    TOUR_3_TEXT: "«\u{a0}Pourquoi\u{a0}?\u{a0}» montre la formule avec ses chiffres. On y voit aussi la case du tableau et qui le publie." | "“Why?” shows the formula with its figures. It also shows the cell of the table and who publishes it.";
    TOUR_4: "Chaque graphique se lit en tableau" | "Every chart reads as a table";
    TOUR_4_TEXT: "Ses boutons l’affichent en tableau ou le copient pour un tableur. Survolez une barre pour le chiffre exact et ses parties." | "Its buttons show it as a table or copy it for a spreadsheet. Point at a bar for the exact figure and its parts.";
    TOUR_5: "Une page par question" | "One page per question";
    TOUR_5_TEXT: "Emplois, revenus, finances publiques, calendrier, dépenses, méthode. Ctrl+K trouve une page, une commande, une hypothèse ou un terme." | "Jobs, income, public finances, timeline, spending, method. Ctrl+K finds a page, a command, an assumption or a term.";
    TOUR_6: "Votre travail" | "Your work";
    TOUR_6_TEXT: "Enregistrez avec Ctrl+S, annulez avec Ctrl+Z. La barre du bas dit ce qui mérite l’attention. F1 ouvre l’aide." | "Save with Ctrl+S, undo with Ctrl+Z. The bottom bar says what deserves attention. F1 opens help.";

    // Limits of the method
    LIMITS_INTRO: "Ces chiffres disent ce que soutiendrait le projet dans l’économie telle que les tableaux la décrivent. Ils ne disent pas tout." | "These figures say what the project would support in the economy as the tables describe it. They do not say everything.";
    LIMIT_STATIC: "Statique" | "Static";
    LIMIT_STATIC_TEXT: "Le modèle compare deux états, sans et avec le projet. Il ne décrit ni le chemin de l’un à l’autre ni le temps que prennent les fournisseurs pour s’ajuster." | "The model compares two states, without and with the project. It describes neither the way from one to the other nor the time suppliers take to adjust.";
    LIMIT_FIXED: "Coefficients fixes" | "Fixed coefficients";
    LIMIT_FIXED_TEXT: "Chaque industrie achète toujours les mêmes parts, quelle que soit sa taille\u{a0}: ni économies d’échelle ni changement de technologie" | "Each industry always buys in the same shares, whatever its size: no economies of scale, no change of technology";
    LIMIT_PRICES: "Pas de prix" | "No prices";
    LIMIT_PRICES_TEXT: "Salaires, loyers et prix ne réagissent pas. Dans un marché du travail serré, une partie des emplois serait prise à d’autres employeurs." | "Wages, rents and prices do not react. In a tight labour market, some of the jobs would be taken from other employers.";
    LIMIT_CAPACITY: "Pas de limite de capacité" | "No limit of capacity";
    LIMIT_CAPACITY_TEXT: "Les fournisseurs produisent tout ce qui leur est demandé. Un avertissement paraît quand un achat local pèse lourd dans la production de la région." | "Suppliers make whatever is asked of them. A warning shows where a local purchase weighs heavily in the region’s output.";
    LIMIT_GROSS: "Brut n’est pas net" | "Gross is not net";
    LIMIT_GROSS_TEXT: "Un chiffre brut suppose que rien d’autre n’aurait occupé ces travailleurs. Le net retranche l’effet d’aubaine, le déplacement et la substitution que vous saisissez." | "A gross figure supposes that nothing else would have employed these workers. The net one takes out the deadweight, displacement and substitution that you enter.";
    LIMIT_REGION: "Région modélisée" | "Modelled region";
    LIMIT_REGION_TEXT: "Les tableaux s’arrêtent à la province. La part de la région vient de son emploi, ses achats locaux d’un quotient de localisation\u{a0}: ce ne sont pas des statistiques." | "The tables stop at the province. The region’s share comes from its employment, its local purchases from a location quotient: they are not statistics.";
    LIMIT_YEAR: "Tableaux de 2021" | "2021 tables";
    LIMIT_YEAR_TEXT: "Vingt-trois industries, dix provinces, une année marquée par la pandémie. Les entreprises d’une même industrie sont traitées comme si elles se ressemblaient." | "Twenty-three industries, ten provinces, a year marked by the pandemic. Firms of one industry are treated as if they were alike.";
    LIMIT_RECIPE: "Recettes américaines" | "US recipes";
    LIMIT_RECIPE_TEXT: "Les achats par défaut d’une activité viennent des tableaux américains de 2017. Le budget de l’usine, saisi poste par poste, vaut toujours mieux." | "An activity’s default purchases come from the US tables of 2017. The plant’s own budget, entered line by line, is always better.";
    LIMIT_JOBS: "Emplois salariés seulement" | "Payroll jobs only";
    LIMIT_JOBS_TEXT: "Un emploi à temps partiel compte pour un. Les travailleurs autonomes, environ 12\u{a0}% de l’emploi et davantage en construction, ne sont pas comptés." | "A part-time job counts as one. The self-employed, about 12% of employment and more in construction, are not counted.";
    LIMIT_LAW: "Règles fiscales du Québec" | "Québec’s tax rules";
    LIMIT_LAW_TEXT: "Les recettes sont celles de l’activité au Québec, pour un salarié sans enfant dont le salaire est le seul revenu. Les autres provinces n’ont pas encore leurs règles." | "Revenue is that of activity in Québec, for an employee without children whose wage is the only income. Other provinces do not have their rules yet.";
    LIMIT_PUBLIC: "Ni coûts ni bénéfices publics hors des comptes" | "No public costs or benefits outside the accounts";
    LIMIT_PUBLIC_TEXT: "Environnement, logement, services à donner aux nouveaux résidents, autres usages des mêmes fonds publics\u{a0}: ce n’est pas une analyse coûts-avantages" | "Environment, housing, services owed to new residents, other uses of the same public money: this is not a cost-benefit analysis";
    LIMIT_INDUCED: "Effets induits, les plus incertains" | "Induced effects, the least certain";
    LIMIT_INDUCED_TEXT: "Ils supposent que les ménages dépensent chaque dollar de plus comme les dollars d’avant. Le choix «\u{a0}sans effets induits\u{a0}» les retire." | "They suppose that households spend each further dollar as they spent the earlier ones. The choice “without induced effects” leaves them out.";
}
