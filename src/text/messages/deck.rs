//! Words of slides: names of what stands on them, the first and the last ones, and the notes of the speaker.

crate::messages! {
    HELP: "Écrit aussi une présentation PowerPoint par langue, aux graphiques modifiables\u{a0}; seul, n’écrit que cela" | "Also writes a PowerPoint presentation per language, with charts that can be edited; alone, writes only those";

    SHEET: "Chiffres" | "Figures";
    LIFTED: "Départ de la barre" | "Start of the bar";
    WRITTEN_AFTER: "Chiffre écrit" | "Figure written";

    SHAPE_TITLE: "Titre" | "Title";
    SHAPE_TEXT: "Texte" | "Text";
    SHAPE_CHART: "Graphique" | "Chart";
    SHAPE_PICTURE: "Image" | "Picture";
    SHAPE_TABLE: "Tableau" | "Table";
    SHAPE_LEGEND: "Légende" | "Legend";
    SHAPE_SOURCE: "Source" | "Source";
    SHAPE_NUMBER: "Numéro" | "Number";
    SHAPE_MARK: "Marque" | "Mark";
    SHAPE_RULE: "Filet" | "Rule";
    SHAPE_SLIDE: "Diapositive" | "Slide";
    SHAPE_NOTES: "Commentaires" | "Notes";
    LAYOUT_OPENING: "Ouverture" | "Opening";
    LAYOUT_FINDING: "Constat et preuve" | "Finding and proof";
    LAYOUT_TEXTS: "Deux colonnes de texte" | "Two columns of text";
    PROMPT_TITLE: "Constat, en une phrase" | "Finding, in one sentence";
    PROMPT_TEXT: "Texte" | "Text";

    OPENING_REGION: "Région d’étude" | "Study region";
    OPENING_PRICES: "Prix" | "Prices";
    OPENING_DOLLARS: "Dollars de {year}" | "{year} dollars";
    OPENING_BUDGET: "{years}, {budget}" | "{years}, {budget}";
    FIGURES_SUBTITLE: "{place}, dollars de {year}\u{a0}; effets directs, indirects et induits" | "{place}, {year} dollars; direct, indirect and induced effects";
    LIMITS_TITLE: "Des ordres de grandeur, à lire avec leurs limites" | "Orders of magnitude, to be read with their limits";
    SOURCES_TITLE: "Des tableaux publics, cités et adaptés" | "Public tables, cited and adapted";
    SOURCES_SUBTITLE: "Sources des données et mentions qu’elles demandent" | "Sources of the data and the mentions they ask for";
    COMPARE_SUBTITLE: "Chiffres bruts, nets quand ils sont connus, écart avec le scénario A" | "Gross figures, net where known, difference with scenario A";
    COMPARE_ALT: "Tableau des chiffres de chaque scénario, un scénario par colonne" | "Table of each scenario’s figures, one scenario per column";

    NET_ASIDE: "Net\u{a0}: le brut, moins ce qui serait arrivé sans le projet ou aux dépens d’autres" | "Net: gross, less what would have happened without the project or at others’ expense";

    NOTES_SHOWS: "Ce que montre cette diapositive" | "What this slide shows";
    NOTES_HOW: "Comment c’est calculé" | "How it is computed";
    NOTES_CAVEAT: "À garder en tête" | "To keep in mind";
    SHOWS_OPENING: "Le projet, sa région, ses phases et les dollars dans lesquels tout est compté" | "The project, its region, its phases and the dollars in which all is counted";
    SHOWS_LIMITS: "Ce que la méthode suppose et ce qu’elle ne dit pas\u{a0}; la suite de la liste est ci-dessous" | "What the method supposes and does not say; the rest of the list is below";
    SHOWS_SOURCES: "D’où viennent les données\u{a0}; plusieurs licences demandent que ces mentions accompagnent les chiffres" | "Where the data come from; several licences ask that these mentions go with the figures";
    HOW_OPENING: "Les chiffres viennent de Retombées, un modèle entrées-sorties régional. Il part des tableaux de Statistique Canada, en détache la région d’étude et suit les achats du projet de fournisseur en fournisseur." | "The figures come from Retombées, a regional input–output model. It starts from the tables of Statistics Canada, carves the study region out of them and follows the project’s purchases from supplier to supplier.";
    HOW_INDUSTRIES: "Chaque achat du projet devient une demande à une industrie, qui achète à son tour\u{a0}; l’inverse de Leontief additionne tous ces tours. Les emplois d’une industrie sont sa production multipliée par ses emplois par dollar." | "Each purchase of the project becomes a demand on an industry, which buys in turn; the Leontief inverse adds up all these rounds. An industry’s jobs are its output times its jobs per dollar.";
    HOW_REGIONS: "Les achats qui quittent la région vont au reste de la province, aux autres provinces ou à l’étranger. Ce que la région peut fournir vient des emplois qu’elle a dans chaque industrie." | "Purchases that leave the region go to the rest of the province, to other provinces or abroad. What the region can supply comes from the jobs it has in each industry.";
    HOW_YEARS: "La construction est répartie sur ses années, et l’exploitation suit sa montée en régime. Les effets d’une année sont ceux de l’activité de cette année." | "Construction is spread over its years, and operation follows its ramp-up. The effects of a year are those of that year’s activity.";
    HOW_REVENUE: "Les impôts et les cotisations sont calculés sur les salaires, les produits et la production, selon les règles en vigueur. Ils sont déjà dans le PIB et dans les prix\u{a0}: ne pas les y ajouter." | "Taxes and contributions are computed on wages, products and production, by the rules in force. They are already inside GDP and prices: do not add them.";
    HOW_TRAIL: "Chaque dollar dépensé est suivi de fournisseur en fournisseur jusqu’à ce qu’il devienne le revenu de quelqu’un, un impôt, une épargne ou une importation. Les largeurs sont à l’échelle." | "Each dollar spent is followed from supplier to supplier until it becomes someone’s income, a tax, savings or an import. Widths are to scale.";
    HOW_COMPARE: "Les scénarios sont calculés avec les mêmes données et la même méthode\u{a0}; seul change ce qui a été saisi" | "The scenarios are computed with the same data and the same method; only what was entered differs";
    CAVEAT_GROSS: "Ces chiffres sont bruts\u{a0}: le scénario ne dit pas ce qui serait arrivé sans le projet" | "These figures are gross: the scenario does not say what would have happened without the project";
    CAVEAT_YEARS: "Les emplois de plusieurs années ne s’additionnent pas\u{a0}: ce sont souvent les mêmes" | "The jobs of several years do not add up: they are often the same ones";
    CAVEAT_KINDS: "Les années-emplois de la construction ne s’additionnent pas aux emplois permanents de l’exploitation" | "The job-years of construction are never added to the permanent jobs of operation";
}
