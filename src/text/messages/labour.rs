//! Words of labour supply: who would hold the jobs of the region, and graduates whom the project would hire.

crate::messages! {
    TITLE: "Qui occuperait ces emplois" | "Who would hold these jobs";

    // The finding, of the busiest year
    FINDING: "En {year}, {residents} {residents=emploi irait|emplois iraient} à des résidents {of} et {outside} à des gens qui vivent ailleurs\u{a0}; hors diplômés des programmes, il faudrait {share} des chômeurs" | "In {year}, {residents} {residents=job|jobs} would go to residents {of} and {outside} to people who live elsewhere; graduates of the programmes aside, it would take {share} of the unemployed";
    FINDING_PLAIN: "En {year}, {residents} {residents=emploi irait|emplois iraient} à des résidents {of}, l’équivalent de {share} des chômeurs, et {outside} à des gens qui vivent ailleurs" | "In {year}, {residents} {residents=job|jobs} would go to residents {of}, the equivalent of {share} of the unemployed, and {outside} to people who live elsewhere";
    FINDING_PROVINCE: "En {year}, {residents} {residents=emploi irait|emplois iraient} à des résidents {of}, l’équivalent de {share} des chômeurs" | "In {year}, {residents} {residents=job|jobs} would go to residents {of}, the equivalent of {share} of the unemployed";
    FINDING_NOT_JUDGED: "En {year}, {residents} {residents=emploi irait|emplois iraient} à des résidents {of} et {outside} à des gens qui vivent ailleurs" | "In {year}, {residents} {residents=job|jobs} would go to residents {of} and {outside} to people who live elsewhere";
    FINDING_NOT_JUDGED_PROVINCE: "En {year}, {residents} {residents=emploi irait|emplois iraient} à des résidents {of}" | "In {year}, {residents} {residents=job|jobs} would go to residents {of}";
    FINDING_NONE: "Aucun emploi ne serait soutenu {where}" | "No job would be supported {where}";
    LESS_THAN: "moins de {share}" | "less than {share}";

    SUBTITLE: "{place}, emplois bruts de l’année, selon qui les tiendrait\u{a0}; une année-emploi de construction y est une personne pendant un an" | "{place}, gross jobs of the year, by who would hold them; a job-year of construction is one person for a year";
    SUBTITLE_CUT: "{place}, emplois bruts de l’année, selon qui les tiendrait, jusqu’en {last}\u{a0}; une année-emploi de construction y est une personne pendant un an" | "{place}, gross jobs of the year, by who would hold them, up to {last}; a job-year of construction is one person for a year";
    ALT: "Colonnes\u{a0}: emplois de la région par année, tenus par des diplômés des programmes, d’autres résidents ou des gens qui vivent ailleurs" | "Columns: jobs of the region by year, held by graduates of the programmes, other residents or people who live elsewhere";
    AXIS: "emplois" | "jobs";
    GRADUATES: "Diplômés des programmes" | "Graduates of the programmes";
    RESIDENTS: "Résidents" | "Residents";
    OTHER_RESIDENTS: "Autres résidents" | "Other residents";
    OUTSIDE: "Vivent ailleurs" | "Live elsewhere";

    // The table by year
    TABLE: "Emplois de la région par année et qui les tiendrait" | "Jobs of the region by year and who would hold them";
    TABLE_ALT: "Tableau\u{a0}: emplois de la région par année, et d’où viendraient ceux qui les tiennent" | "Table: jobs of the region by year, and where those who hold them would come from";
    YEAR: "Année" | "Year";
    JOBS: "Emplois" | "Jobs";
    OF_UNEMPLOYED: "Résidents à trouver, en part des chômeurs" | "Residents to find, as a share of the unemployed";
    UNEMPLOYED_WITHIN: "Chômeurs, jusqu’au seuil" | "Unemployed, up to the threshold";
    OTHER_JOBS: "Autres emplois, inactifs ou nouveaux venus" | "Other jobs, inactive people or newcomers";

    // Notes
    NOTE_UNEMPLOYED: "Chômeurs\u{a0}: environ {unemployed}, soit {employed} {employed=personne en emploi|personnes en emploi} ({of}) × {rate} ÷ (1 − {rate})\u{a0}; taux {source}" | "Unemployed: about {unemployed}, or {employed} {employed=person|people} employed ({of}) × {rate} ÷ (1 − {rate}); rate {source}";
    EMPLOYED_SURVEY: "Enquête sur la population active, {year}" | "Labour Force Survey, {year}";
    EMPLOYED_ACCOUNT: "emplois salariés du compte, {year}, à défaut d’enquête" | "payroll jobs of the account, {year}, for want of a survey";
    RATE_PUBLISHED: "de {year}, {source}" | "of {year}, {source}";
    RATE_STATED: "que vous indiquez" | "that you state";
    RATE_STATED_SOURCE: "indiqué dans le projet, {source}" | "stated in the project, {source}";
    NOTE_NOT_JUDGED: "Aucun taux de chômage publié n’a été trouvé pour cette région\u{a0}: rien n’est jugé tant que vous n’en indiquez pas un" | "No published unemployment rate was found for this region: nothing is judged until you state one";
    NOTE_GROSS: "Emplois bruts\u{a0}: des fournisseurs peuvent aussi répondre avec leur personnel actuel. Résidents\u{a0}: embauche locale du projet et part de résidents des autres emplois, deux hypothèses." | "Gross jobs: suppliers may also answer with the staff they have. Residents: local hiring of the project and residents’ share of the other jobs, two assumptions.";
    NOTE_LIMIT: "Un avertissement paraît au-dessus de {limit} des chômeurs (hypothèse)\u{a0}; ce qui dépasse devrait venir d’autres emplois, de personnes inactives ou de nouveaux venus" | "A warning shows above {limit} of the unemployed (assumption); what is beyond would have to come from other jobs, inactive people or newcomers";

    // The table by industry
    INDUSTRIES: "Travailleurs demandés en {year} par industrie, face aux emplois de la région" | "Workers needed in {year} by industry, against the jobs of the region";
    INDUSTRIES_ALT: "Tableau\u{a0}: emplois demandés par industrie dans l’année la plus chargée, et emplois que la région y compte" | "Table: jobs needed by industry in the busiest year, and jobs that the region has there";
    INDUSTRY: "Industrie" | "Industry";
    DIRECT: "Directs" | "Direct";
    SUPPLIERS: "Fournisseurs" | "Suppliers";
    HOUSEHOLDS: "Ménages" | "Households";
    NEEDED: "En tout" | "In all";
    PRESENT: "Emplois de la région" | "Jobs of the region";
    OF_PRESENT: "Part" | "Share";
    OTHERS: "Autres industries" | "Other industries";
    TOTAL: "Total" | "Total";
    NOTE_PRESENT: "Emplois de la région\u{a0}: emplois salariés de {year}, modélisés, au lieu de travail" | "Jobs of the region: payroll jobs of {year}, modelled, by place of work";
    NOTE_PRESENT_PROVINCE: "Emplois de la région\u{a0}: emplois salariés de {year}, au lieu de travail" | "Jobs of the region: payroll jobs of {year}, by place of work";

    // Hiring of graduates
    HIRING: "Sur {needed} {needed=poste du projet à pourvoir par un résident|postes du projet à pourvoir par des résidents}, les programmes en {hired=fournirait|fourniraient} {hired}\u{a0}; {left} {left=resterait|resteraient} à trouver ailleurs" | "Of {needed} {needed=post|posts} of the project to be filled by residents, the programmes would supply {hired}; {left} would be left to find elsewhere";
    HIRING_ALT: "Tableau\u{a0}: postes du projet à pourvoir par des résidents chaque année, diplômés embauchés et postes qui restent à pourvoir" | "Table: posts of the project to be filled by residents each year, graduates hired and posts left to fill";
    POSTS: "Postes tenus par des résidents" | "Posts held by residents";
    TO_FILL: "À pourvoir" | "To fill";
    HIRED: "Diplômés embauchés" | "Graduates hired";
    HIRED_SO_FAR: "Depuis le début" | "Since the start";
    LEFT: "À trouver ailleurs" | "To find elsewhere";
    NOTE_HIRING: "À pourvoir\u{a0}: postes nouveaux et {rate} des postes de l’année d’avant, quittés. Les diplômés comptent parmi les résidents\u{a0}; ceux qui finissent une année sans poste ne sont pas comptés ensuite." | "To fill: new posts and {rate} of the posts of the year before, left. Graduates count among residents; those who finish in a year without a post are not counted later.";
    NOTE_HIRING_ALL_STAY: "À pourvoir\u{a0}: postes nouveaux, aucun départ n’étant supposé. Les diplômés comptent parmi les résidents\u{a0}; ceux qui finissent une année sans poste ne sont pas comptés ensuite." | "To fill: new posts, no departure being assumed. Graduates count among residents; those who finish in a year without a post are not counted later.";
    PROGRAMMES: "Programmes dont le projet embaucherait des diplômés" | "Programmes whose graduates the project would hire";
    PROGRAMMES_ALT: "Tableau\u{a0}: places, diplômés et embauches de chaque programme" | "Table: seats, graduates and hires of each programme";
    PROGRAMME: "Programme" | "Programme";
    SEATS: "Places par an" | "Seats a year";
    GRADUATES_A_YEAR: "Diplômés par an" | "Graduates a year";
    OFFERED: "Pour le projet, par an" | "For the project, a year";
    FROM: "Dès" | "From";
    HIRED_IN_ALL: "Embauchés en tout" | "Hired in all";
    UNNAMED: "Programme {number}" | "Programme {number}";
    NAMED: "{school}, {programme}" | "{school}, {programme}";

    // Inputs
    INPUTS: "Ce que vous savez de la main-d’œuvre" | "What you know of labour supply";
    UNEMPLOYMENT: "Taux de chômage" | "Unemployment rate";
    UNEMPLOYMENT_BACK: "Revenir au taux publié" | "Back to the published rate";
    UNEMPLOYMENT_NONE: "Retirer ce taux" | "Remove this rate";
    THRESHOLD: "Seuil d’alerte" | "Warning threshold";
    REPLACEMENT: "Postes quittés par an" | "Posts left a year";
    LOCAL_HIRING: "Embauche locale" | "Local hiring";
    LOCAL_HIRING_OF: "Embauche locale, {phase}" | "Local hiring, {phase}";
    NO_PROGRAMME: "Aucun programme\u{a0}: ajoutez ceux des écoles proches dont le projet embaucherait des diplômés. Places, réussite et part embauchée sont à demander à l’école\u{a0}; aucune n’est supposée." | "No programme: add those of nearby schools whose graduates the project would hire. Seats, graduation and share hired are to be asked of the school; none is assumed.";
    ADD_PROGRAMME: "Ajouter un programme" | "Add a programme";
    REMOVE_PROGRAMME: "Retirer le programme {number}" | "Remove programme {number}";
    SCHOOL_OF: "École du programme {number}" | "School of programme {number}";
    SCHOOL_HINT: "École" | "School";
    PROGRAMME_OF: "Nom du programme {number}" | "Name of programme {number}";
    PROGRAMME_HINT: "Programme d’études" | "Programme of study";
    FIELD_OF: "{field}, programme {number}" | "{field}, programme {number}";
    GRADUATION: "Réussite" | "Graduation";
    SHARE_HIRED: "Part embauchée" | "Share hired";
    FIRST_YEAR: "Première promotion" | "First class";

    // Steps
    STEP_UNEMPLOYMENT: "Taux de chômage" | "Unemployment rate";
    STEP_ADD: "Ajout d’un programme" | "Adding a programme";
    STEP_REMOVE: "Retrait d’un programme" | "Removing a programme";
    STEP_PROGRAMME: "Programme de formation" | "Training programme";

    // Problems and fields
    LABOUR_SHORT: "En {year}, la région aurait à fournir {needed} {needed=résident|résidents}, {share} de ses quelque {unemployed} chômeurs" | "In {year}, the region would have to supply {needed} {needed=resident|residents}, {share} of its roughly {unemployed} unemployed people";
    LABOUR_SHORT_REMEDY: "Au-dessus de {limit}, elle pourrait ne pas suffire\u{a0}: prévoir de former, d’étaler les embauches ou de recruter ailleurs" | "Above {limit}, it may not suffice: plan to train, to spread hiring or to recruit elsewhere";
    PROGRAMME_NUMBER: "programme {number}" | "programme {number}";
    FIELD_LABOUR: "main-d’œuvre" | "labour supply";
    FIELD_UNEMPLOYMENT: "taux de chômage" | "unemployment rate";
    FIELD_SEATS: "places" | "seats";
    FIELD_GRADUATION: "réussite" | "graduation";
    FIELD_HIRED: "part embauchée" | "share hired";
    FIELD_FIRST_YEAR: "première promotion" | "first class";
}
