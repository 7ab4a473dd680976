//! The vocabulary of results: measures, effects, territories, lines, assumptions; in French, that of the Institut de la statistique du Québec.

crate::messages! {
    // Measures
    OUTPUT: "Production brute" | "Gross output";
    GDP: "PIB aux prix de base" | "GDP at basic prices";
    COMPENSATION: "Rémunération des salariés" | "Compensation of employees";
    WAGES: "Salaires et traitements avant impôt" | "Wages and salaries before tax";
    PRODUCTION_TAXES: "Impôts sur la production" | "Taxes on production";
    SURPLUS: "Excédent et revenu mixte" | "Surplus and mixed income";
    JOBS: "Emplois" | "Jobs";
    JOB_YEARS: "Années-emplois" | "Job-years";
    PRODUCT_TAXES: "Taxes sur les produits" | "Product taxes";
    FOREIGN_IMPORTS: "Importations de l’étranger" | "Imports from abroad";

    // Units
    UNIT_DOLLARS: "$ de {year}" | "{year} dollars";
    UNIT_MILLIONS: "M$ de {year}" | "$M of {year}";
    UNIT_JOBS: "emplois" | "jobs";
    UNIT_FAMILIES: "familles" | "families";
    UNIT_JOB_YEARS: "années-emplois" | "job-years";

    // Effects
    DIRECT: "Effets directs" | "Direct effects";
    INDIRECT_FIRST: "Effets indirects, premiers fournisseurs" | "Indirect effects, first suppliers";
    INDIRECT_OTHER: "Effets indirects, autres fournisseurs" | "Indirect effects, other suppliers";
    INDIRECT: "Effets indirects" | "Indirect effects";
    INDUCED: "Effets induits" | "Induced effects";
    TOTAL: "Total" | "Total";
    DIRECT_SHORT: "Directs" | "Direct";
    INDIRECT_FIRST_SHORT: "1ers fourn." | "First suppl.";
    INDIRECT_OTHER_SHORT: "Autres fourn." | "Other suppl.";
    INDIRECT_SHORT: "Indirects" | "Indirect";
    INDUCED_SHORT: "Induits" | "Induced";

    // Definitions
    CONSTRUCTION_DIRECT: "l’activité des entreprises qui reçoivent l’investissement (entrepreneurs, ingénieurs, fabricants et leurs distributeurs), dans chaque région" | "the activity of the firms that receive the investment (contractors, engineers, makers and their dealers), in each region";
    CONSTRUCTION_FIRST: "les fournisseurs de ces entreprises" | "the suppliers of those firms";
    OPERATION_DIRECT: "le projet lui-même (ses emplois, sa rémunération, son excédent et ses impôts sur la production)" | "the project itself (its jobs, compensation, surplus and taxes on production)";
    OPERATION_FIRST: "les fournisseurs à qui le projet achète" | "the suppliers the project buys from";
    OTHER_SUPPLIERS: "les fournisseurs de ces fournisseurs, à tous les tours" | "the suppliers of those suppliers, all rounds";
    INDUCED_DEFINITION: "la dépense, par les ménages, des revenus de travail ainsi gagnés" | "households’ spending of the labour income so earned";
    JOB_YEARS_DEFINITION: "une année-emploi est un emploi salarié occupé pendant un an\u{a0}; le temps partiel compte pour un, les travailleurs autonomes ne sont pas comptés" | "a job-year is one payroll job held for one year; part-time counts as one, the self-employed are not counted";
    JOBS_DEFINITION: "les emplois d’une année de plein fonctionnement\u{a0}; ceux de plusieurs années ne s’additionnent pas" | "the jobs of a year of full operation; those of several years do not add up";

    // Territories
    REST_OF: "reste {of}" | "rest {of}";
    IN_REST_OF: "dans le reste {of}" | "in the rest {of}";

    // Phases
    CONSTRUCTION: "Construction" | "Construction";
    OPERATION: "Exploitation" | "Operation";
    NUMBERED: "{name} {number}" | "{name} {number}";

    // Lines
    WORKS: "Travaux" | "Works";
    EQUIPMENT: "Machines et équipement" | "Machinery and equipment";
    INTELLECTUAL_PROPERTY: "Ingénierie et autre propriété intellectuelle" | "Engineering and other intellectual property";
    PURCHASE: "Achats" | "Purchases";
    NON_COMPARABLE_IMPORT: "Importations sans équivalent au pays" | "Imports with no domestic counterpart";
    SCRAP: "Rebuts et biens d’occasion" | "Scrap and second-hand goods";
    ADDED: "Ligne ajoutée" | "Added line";
    EQUIPMENT_OF: "Équip., {industry}" | "Equip., {industry}";
    INTELLECTUAL_PROPERTY_OF: "Ingénierie, {industry}" | "Engineering, {industry}";
    SCRAP_OF: "Rebuts, {industry}" | "Scrap, {industry}";

    // Assumptions
    ANNUAL_WAGE: "Salaire annuel moyen" | "Mean annual wage";
    SALES: "Ventes annuelles" | "Annual sales";
    WORKS_SHARE: "Part des travaux dans l’investissement" | "Works in the investment";
    LOCAL_HIRING: "Embauche locale" | "Local hiring";
    PROPERTY_TAX: "Impôt foncier annuel" | "Annual property tax";
    LOCAL_SHARE: "Part locale des achats" | "Local share of purchases";
    RECIPE: "Recette d’achats" | "Purchase recipe";
    SALES_FOLLOW: "Ventes non saisies\u{a0}: elles suivent les emplois directs et leur salaire, dans les proportions de la recette, et non les achats" | "Sales not entered: they follow direct jobs and their wage, in the proportions of the recipe, and not purchases";
    DELTA: "Quotient régional, sensibilité à la taille" | "Regional quotient, sensitivity to size";
    PRICE_FACTOR: "Conversion aux dollars de l’année des données" | "Conversion to dollars of the data year";
    IN_PHASE: "{name} ({phase})" | "{name} ({phase})";

    // Licences, as the data files name them in English
    LICENCE_STATCAN: "Licence ouverte de Statistique Canada" | "Statistics Canada Open Licence";
    LICENCE_FACTS: "Faits cités avec leur source" | "Facts cited with their source";
    LICENCE_PUBLIC: "Domaine public (œuvre du gouvernement des États-Unis)" | "Public domain (work of the US government)";

    // What a value rests on
    COMPUTED: "calculé" | "computed";
    SOURCED: "publié" | "published";
    ASSUMPTION: "hypothèse" | "assumption";
    USER: "saisi" | "entered";
}
