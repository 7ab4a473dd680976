//! Words of family income, public finances, support and time.

crate::messages! {
    NET: "net" | "net";
    NET_UNSTATED: "net\u{a0}: à préciser" | "net: to be stated";
    NET_UNSTATED_NOTE: "Aucun facteur du brut au net n’est saisi pour une phase au moins\u{a0}: ses chiffres nets égalent ses chiffres bruts" | "No gross-to-net factor is entered for at least one phase: its net figures equal its gross ones";
    NOT_COMPUTED: "s. o." | "n/a";
    NO_LAW: "Le programme ne connaît que les règles fiscales du Québec\u{a0}: les recettes de chaque gouvernement ne sont pas calculées pour cette province" | "The program only knows Québec’s tax rules: the revenue of each government is not computed for this province";
    NO_LAW_HELD: "Les taxes sur les produits et les impôts sur la production viennent des tableaux, tous gouvernements réunis. Ce que la loi de la province prélève sur les salaires et les profits n’est pas calculé\u{a0}; le circuit de l’argent en compte une part à un taux moyen, hypothèse du projet." | "Taxes on products and on production come from the tables, all governments together. What the law of the province takes from wages and profits is not computed; the money trail counts part of it at a mean rate, an assumption of the project.";
    PROVINCE_ONLY: "Recettes tirées de l’activité au Québec seulement\u{a0}; celles des autres provinces ne sont pas calculées" | "Revenue from activity in Québec alone; that of other provinces is not computed";

    // Governments and levies
    QUEBEC: "Québec" | "Québec";
    FEDERAL: "Fédéral" | "Federal";
    MUNICIPAL: "Municipal" | "Municipal";
    ALL_GOVERNMENTS: "Ensemble" | "All";
    FISCAL: "fiscal" | "fiscal";
    PARAFISCAL: "parafiscal" | "parafiscal";
    LINE_OF_GOVERNMENT: "{government}, {kind}" | "{government}, {kind}";
    FEDERAL_INCOME_TAX: "Impôt fédéral sur le revenu" | "Federal income tax";
    QUEBEC_INCOME_TAX: "Impôt du Québec sur le revenu" | "Québec income tax";
    FEDERAL_CORPORATE_TAX: "Impôt fédéral des sociétés" | "Federal corporate tax";
    QUEBEC_CORPORATE_TAX: "Impôt du Québec des sociétés" | "Québec corporate tax";
    FEDERAL_PRODUCT_TAX: "TPS et autres taxes fédérales sur les produits" | "GST and other federal product taxes";
    QUEBEC_PRODUCT_TAX: "TVQ et autres taxes du Québec sur les produits" | "QST and other Québec product taxes";
    QUEBEC_PRODUCTION_TAX: "Autres impôts du Québec sur la production" | "Other Québec taxes on production";
    MUNICIPAL_TAX: "Impôt foncier" | "Property tax";
    EMPLOYEE_QPP: "RRQ, salariés" | "QPP, employees";
    EMPLOYER_QPP: "RRQ, employeurs" | "QPP, employers";
    EMPLOYEE_QPIP: "RQAP, salariés" | "QPIP, employees";
    EMPLOYER_QPIP: "RQAP, employeurs" | "QPIP, employers";
    EMPLOYEE_EI: "Assurance-emploi, salariés" | "Employment insurance, employees";
    EMPLOYER_EI: "Assurance-emploi, employeurs" | "Employment insurance, employers";
    CNESST: "CNESST" | "CNESST";
    HEALTH_FUND: "Fonds des services de santé" | "Health services fund";
    LABOUR_STANDARDS: "Normes du travail" | "Labour standards";
    TRAINING: "Formation de la main-d’œuvre" | "Workforce training";

    // Family income
    INCOME_FINDING: "{place}, le projet soutiendrait {families} {families=famille|familles}{net}\u{a0}; un emploi sur place y laisserait {pay} par an après impôt" | "{place}, the project would support {families} {families=family|families}{net}; a job on site would leave {pay} a year after tax";
    INCOME_FINDING_CONSTRUCTION: "{place}, la construction ferait vivre {families} {families=famille|familles} pendant un an{net}" | "{place}, construction would support {families} {families=family|families} for one year{net}";
    INCOME_FINDING_NO_LAW: "{place}, le projet soutiendrait {families} {families=famille|familles}{net}" | "{place}, the project would support {families} {families=family|families}{net}";
    NET_INSIDE: "({net} au net)" | "({net} net)";
    CARD_FAMILIES: "Familles soutenues" | "Families supported";
    CARD_FAMILIES_UNIT: "{place}, en exploitation" | "{place}, operation";
    CARD_FAMILIES_UNIT_CONSTRUCTION: "{place}, pendant un an" | "{place}, for one year";
    CARD_AFTER_TAX: "Paye après impôt" | "After-tax pay";
    CARD_COMPENSATION: "Rémunération des résidents" | "Residents’ compensation";
    FIRST_SUPPLIERS: "Premiers fournisseurs" | "First suppliers";
    OTHER_SUPPLIERS: "Autres fournisseurs" | "Other suppliers";
    CARD_WAGE_PER_JOB: "Salaire par emploi direct" | "Wage per direct job";
    CARD_WAGE_UNIT: "{place}, dollars par an" | "{place}, dollars a year";
    CARD_WAGE_AFTER: "nette\u{a0}: {pay}" | "take-home {pay}";
    CARD_PER_FAMILY: "Paye nette par famille" | "Take-home pay per family";
    CARD_PER_FAMILY_UNIT: "{place}, dollars par an" | "{place}, dollars a year";
    OF_THEM_DIRECT_FAMILIES: "dont directes {direct}" | "{direct} direct";
    PER_FAMILY_NOTE: "{earners} salaires" | "{earners} earners";

    PAY_FINDING: "Un emploi direct paierait {direct} par an\u{a0}; un emploi chez les fournisseurs, {indirect}" | "A direct job would pay {direct} a year; a job at suppliers, {indirect}";
    PAY_SUBTITLE: "Rémunération par emploi, {place}, dollars de {year}\u{a0}; tous les emplois, quel que soit le domicile" | "Compensation per job, {place}, {year} dollars; all jobs, wherever people live";
    PAY_ALT: "Barres empilées\u{a0}: de la rémunération d’un emploi, ce qui reste après impôt, ce que prennent impôts et cotisations, et ce que verse l’employeur" | "Stacked bars: of a job’s compensation, what is left after tax, what taxes and contributions take, and what the employer pays";
    PAY_TAKE_HOME: "Paye après impôt" | "After-tax pay";
    PAY_TAXES: "Impôts et cotisations du salarié" | "Employee’s taxes and contributions";
    PAY_EMPLOYER: "Cotisations de l’employeur" | "Employer’s contributions";
    PAY_UNIT: "dollars par emploi" | "dollars a job";

    FAMILIES_FINDING: "{direct} {direct=famille vivrait|familles vivraient} des emplois directs, {total} avec les fournisseurs et les ménages" | "{direct} {direct=family|families} would live on direct jobs, {total} with suppliers and households";
    FAMILIES_FINDING_CLAIM: "{total} {total=famille soutenue|familles soutenues}, contre {claimed} {claimed=annoncée|annoncées}" | "{total} {total=family|families} supported, against {claimed} announced";
    FAMILIES_SUBTITLE: "Familles {of} soutenues, effets cumulés, bruts" | "Families supported {of}, cumulated effects, gross";
    FAMILIES_ALT: "Barres\u{a0}: familles soutenues par les effets directs, puis avec les effets indirects, puis avec les effets induits, et annonce du promoteur" | "Bars: families supported by direct effects, then with indirect, then with induced effects, and the promoter’s claim";
    FAMILIES_UNIT: "familles" | "families";
    FAMILIES_DIRECT: "Directs" | "Direct";
    FAMILIES_INDIRECT: "+ indirects" | "+ indirect";
    FAMILIES_INDUCED: "+ induits" | "+ induced";
    FAMILIES_CLAIM: "Annoncé" | "Announced";

    RESIDENTS_TABLE: "Emplois et revenu des résidents, par effet ({place}, dollars de {year})" | "Residents’ jobs and income, by effect ({place}, {year} dollars)";
    RESIDENTS_ALT: "Tableau\u{a0}: emplois, emplois tenus par des résidents, rémunération, salaire et paye après impôt par emploi, et familles, par effet" | "Table: jobs, jobs held by residents, compensation, wage and after-tax pay per job, and families, by effect";
    COLUMN_EFFECT: "Effet" | "Effect";
    COLUMN_JOBS: "Emplois" | "Jobs";
    COLUMN_RESIDENTS: "dont résidents" | "of which residents";
    COLUMN_COMPENSATION: "Rémunération par emploi" | "Compensation per job";
    COLUMN_WAGE: "Salaire par emploi" | "Wage per job";
    COLUMN_AFTER_TAX: "Après impôt" | "After tax";
    COLUMN_RESIDENT_PAY: "Paye, M$" | "Pay, $M";
    COLUMN_FAMILIES: "Familles" | "Families";

    // Public finances
    FINANCES_FINDING_NEVER: "{government} ne récupérerait pas ses {cost} d’ici {last}" | "{government} would not recover its {cost} by {last}";
    FINANCES_FINDING: "{government} récupérerait ses {cost} en {year}" | "{government} would recover its {cost} in {year}";
    FINANCES_FINDING_CLOSED: "{government} récupérerait ses {cost} en {year} si le projet se poursuit, {closed}" | "{government} would recover its {cost} in {year} if the project runs, {closed}";
    CLOSED_NEVER: "jamais s’il ferme en {closure}" | "never if it closes in {closure}";
    CLOSED_ALSO: "en {year} même s’il ferme en {closure}" | "in {year} even if it closes in {closure}";
    FINANCES_FINDING_NO_SUPPORT: "Les gouvernements tireraient {total} par an de l’exploitation, dont {quebec} pour le Québec" | "Governments would draw {total} a year from operation, {quebec} of it for Québec";
    FINANCES_FINDING_CONSTRUCTION: "Les gouvernements tireraient {total} de la construction, dont {quebec} pour le Québec" | "Governments would draw {total} from construction, {quebec} of it for Québec";
    SUBJECT_FEDERAL: "Le gouvernement fédéral" | "The federal government";
    SUBJECT_MUNICIPAL: "Le palier municipal" | "Municipal government";
    SUBJECT_ALL: "L’ensemble des gouvernements" | "Government as a whole";
    KIND_NET: "nettes" | "net";
    KIND_GROSS: "brutes" | "gross";
    KIND_PARTLY_NET: "nettes en partie" | "partly net";
    JOB_KIND_NET: "net" | "net";
    JOB_KIND_GROSS: "brut" | "gross";
    JOB_KIND_PARTLY_NET: "net en partie" | "partly net";
    NO_JOBS: "Aucun emploi" | "No jobs";
    RESIDENTS_NO_LAW: "La paye après impôt n’est calculée que pour le Québec" | "After-tax pay is computed for Québec alone";

    REVENUE_FINDING: "Québec percevrait {share} des {total} par an que l’exploitation rapporterait aux gouvernements {place}" | "Québec would collect {share} of the {total} a year that operation would bring governments {place}";
    REVENUE_FINDING_CONSTRUCTION: "Québec percevrait {share} des {total} que la construction rapporterait aux gouvernements {place}" | "Québec would collect {share} of the {total} that construction would bring governments {place}";
    REVENUE_SUBTITLE: "Recettes brutes des effets {place}, induits compris, M$ par an" | "Gross revenue of effects {place}, induced included, $M a year";
    REVENUE_SUBTITLE_TOTAL: "Recettes brutes des effets {place}, induits compris, M$ en tout" | "Gross revenue of effects {place}, induced included, $M in all";
    REVENUE_ALT: "Barres\u{a0}: recettes de chaque gouvernement, part fiscale pleine et part parafiscale hachurée" | "Bars: revenue of each government, fiscal part plain and parafiscal part hatched";
    MILLIONS: "M$" | "$M";

    PAYBACK_FINDING: "{years} d’exploitation suffiraient à rembourser {aid}" | "{years} of operation would pay {aid} back";
    PAYBACK_FINDING_YEAR: "Une année d’exploitation suffirait à rembourser {aid}" | "One year of operation would pay {aid} back";
    AID_QUEBEC: "l’aide de Québec" | "Québec’s support";
    AID_FEDERAL: "l’aide fédérale" | "federal support";
    AID_MUNICIPAL: "l’aide municipale" | "municipal support";
    AID_ALL: "l’aide de tous les gouvernements" | "the support of all governments";
    PAYBACK_YEARS: "{count} ans" | "{count} years";
    PAYBACK_FINDING_BEFORE: "{aid} serait remboursée avant l’exploitation, par les recettes de la construction" | "{aid} would be paid back before operation, by revenue from construction";
    PAYBACK_FINDING_NEVER: "À la fin du projet, {aid} serait remboursée à {percent}" | "At the end of the project, {percent} of {aid} would be paid back";
    PAYBACK_FINDING_NONE: "Les recettes {kind} cumulées atteindraient {total} en {last}" | "Cumulative revenue ({kind}) would reach {total} in {last}";
    PAYBACK_SUBTITLE: "{government}\u{a0}: recettes {kind} cumulées de l’activité au Québec, M$ de {year}" | "{government}: cumulated {kind} revenue from activity in Québec, $M of {year}";
    PAYBACK_SUBTITLE_PRESENT: "{government}\u{a0}: recettes {kind} cumulées de l’activité au Québec, valeur actualisée en {base}, M$ de {year}" | "{government}: cumulated {kind} revenue from activity in Québec, present value in {base}, $M of {year}";
    PAYBACK_ALT: "Lignes\u{a0}: recettes cumulées si le projet vit comme prévu et s’il ferme tôt, face à l’aide donnée" | "Lines: cumulated revenue if the project lives as planned and if it closes early, against the support given";
    PAYBACK_PLANNED: "Comme prévu" | "As planned";
    PAYBACK_CLOSED: "Fermeture en {year}" | "Closure in {year}";
    PAYBACK_SUPPORT: "Soutien\u{a0}: {cost}" | "Support: {cost}";
    PAYBACK_COST: "Coût net\u{a0}: {cost}" | "Net cost: {cost}";
    PAYBACK_AT: "récupéré en {year}" | "recovered in {year}";

    ISQ_TITLE: "Sans les effets induits, le projet et ses fournisseurs verseraient {total} par an aux gouvernements {place}" | "Without induced effects, the project and its suppliers would pay governments {total} a year {place}";
    ISQ_TITLE_CONSTRUCTION: "Sans les effets induits, la construction verserait {total} aux gouvernements {place}" | "Without induced effects, construction would pay governments {total} {place}";
    ISQ_SUBTITLE: "Disposition de l’ISQ\u{a0}: {place}, {phase}, effets bruts, sans effets induits" | "ISQ layout: {place}, {phase}, gross effects, without induced effects";
    ISQ_ALT: "Tableau dans la disposition de l’Institut de la statistique du Québec\u{a0}: main-d’œuvre, valeur ajoutée et ses parties, taxes, importations, recettes par gouvernement\u{a0}; effets directs, indirects et total" | "Table in the layout of the Institut de la statistique du Québec: workforce, value added and its parts, taxes, imports, revenue by government; direct, indirect and total effects";
    ISQ_UNIT: "M$ de {year}, sauf la main-d’œuvre" | "$M of {year}, except workforce";
    ISQ_WORKFORCE: "Main-d’œuvre, années-emplois" | "Workforce, job-years";
    ISQ_WORKFORCE_OPERATION: "Main-d’œuvre, emplois permanents" | "Workforce, permanent jobs";
    ISQ_GDP: "Valeur ajoutée aux prix de base" | "Value added at basic prices";
    ISQ_WAGES: "Salaires et traitements avant impôt" | "Wages and salaries before tax";
    ISQ_CONTRIBUTIONS: "Cotisations des employeurs" | "Employers’ contributions";
    ISQ_SURPLUS: "Revenu mixte et autre revenu brut" | "Mixed and other gross income";
    ISQ_PRODUCTION: "Impôts sur la production" | "Taxes on production";
    ISQ_PRODUCTS: "Taxes sur les produits" | "Taxes on products";
    ISQ_IMPORTS: "Importations de l’étranger (fuites)" | "Imports from abroad (leakages)";
    ISQ_REVENUE_HEADING: "Recettes des gouvernements" | "Revenue of governments";
    ISQ_REVENUE: "Total des recettes" | "Total revenue";
    ISQ_FIRST: "premiers fourn." | "first suppl.";
    ISQ_OTHERS: "autres fourn." | "other suppl.";
    ISQ_NOTE: "Avec effets induits\u{a0}: {total}. Ces recettes sont dans le PIB et les prix\u{a0}: ne pas les y ajouter." | "With induced effects: {total}. This revenue is inside GDP and prices: do not add it to them.";
    LEVIES_TITLE: "Recettes par impôt et cotisation, {place}, {phase}, M$ de {year}" | "Revenue by tax and contribution, {place}, {phase}, $M of {year}";
    LEVIES_ALT: "Tableau\u{a0}: chaque impôt et cotisation, par effet" | "Table: each tax and contribution, by effect";
    LEVY: "Impôt ou cotisation" | "Tax or contribution";

    SUPPORT: "Soutien public" | "Public support";
    SUPPORT_TITLE: "L’aide de {face} coûterait {net}, pertes attendues comprises" | "Support of {face} would cost {net}, expected losses included";
    SUPPORT_TITLE_NONE: "Aucun soutien public n’est saisi" | "No public support is entered";
    SUPPORT_SUBTITLE: "Soutien par instrument, M$ de {year}\u{a0}; coût net à la valeur actualisée de l’année du versement" | "Support by instrument, $M of {year}; net cost at the present value of the year it is given";
    SUPPORT_ALT: "Tableau\u{a0}: chaque soutien, son gouvernement, son année, son montant nominal, le même en dollars constants et son coût net" | "Table: each support, its government, year, nominal amount, the same in constant dollars and its net cost";
    COLUMN_INSTRUMENT: "Instrument" | "Instrument";
    COLUMN_GOVERNMENT: "Gouvernement" | "Government";
    COLUMN_YEAR: "Année" | "Year";
    COLUMN_NOMINAL: "Nominal" | "Nominal";
    COLUMN_CONSTANT: "Constant" | "Constant";
    COLUMN_NET_COST: "Coût net" | "Net cost";
    COLUMN_CLOSED_COST: "Coût net, fermeture" | "Net cost, closure";
    FORM_GRANT: "Subvention" | "Grant";
    FORM_LOAN: "Prêt" | "Loan";
    FORM_EQUITY: "Capital-actions" | "Equity";
    FORM_CREDIT: "Crédit remboursable" | "Refundable credit";
    FORM_HOLIDAY: "Congé fiscal" | "Tax holiday";
    DETAIL_LOAN: "à {rate}, avantage actualisé" | "at {rate}, discounted advantage";
    DETAIL_EQUITY: "perte attendue {rate}" | "expected loss {rate}";
    DETAIL_GRANT: "sans retour" | "not paid back";
    DETAIL_RATE: "{rate} des dépenses admissibles" | "{rate} of eligible spending";
    NAMED_DETAIL: "{name} ({detail})" | "{name} ({detail})";

    RETURNS_TITLE: "Ce que chaque gouvernement donne et reçoit" | "What each government gives and receives";
    RETURNS_SUBTITLE: "M$ de {year}, valeur actualisée en {base} à {rate} réel\u{a0}; recettes {kind}" | "$M of {year}, present value in {base} at {rate} real; {kind} revenue";
    RETURNS_ALT: "Tableau\u{a0}: pour chaque gouvernement, soutien, coût net, recettes, rapport, année de remboursement, comme prévu et avec fermeture anticipée" | "Table: for each government, support, net cost, revenue, ratio, payback year, as planned and with an early closure";
    COLUMN_FACE: "Soutien" | "Support";
    COLUMN_REVENUE: "Recettes {kind}, {years}" | "Revenue, {kind}, {years}";

    // How the totals of the page lead to each other
    TOTALS_TITLE: "Comment ces totaux de recettes s’enchaînent" | "How these totals of revenue lead to each other";
    TOTALS_UNIT: "M$ de {year}, les trois gouvernements" | "$M of {year}, the three governments";
    TOTALS_WHOLE: "{phase}, en tout" | "{phase}, in all";
    TOTALS_A_YEAR: "{phase}, par an" | "{phase}, a year";
    TOTALS_TOGETHER: "Ensemble" | "Together";
    TOTALS_SUPPLIERS: "Projet et fournisseurs {place}" | "Project and suppliers {place}";
    TOTALS_INDUCED: "Effets induits, par les dépenses des ménages" | "Induced effects, from what households spend";
    TOTALS_GROSS: "Recettes brutes {place}" | "Gross revenue {place}";
    TOTALS_REST: "Recettes {place}" | "Revenue {place}";
    TOTALS_NOT_NEW: "Ce qui ne serait pas nouveau, du brut au net" | "What would not be new, gross to net";
    TOTALS_NET: "Recettes nettes {place}" | "Net revenue {place}";
    TOTALS_ACTIVITY: "Fois les années de pleine activité" | "Times the years of full activity";
    TOTALS_TIMES: "× {count}" | "× {count}";
    TOTALS_YEARS: "Recettes {kind} {place}, {years}" | "Revenue ({kind}) {place}, {years}";
    TOTALS_ALT: "Tableau\u{a0}: des recettes du projet et de ses fournisseurs à celles de toutes les années, phase par phase" | "Table: from the revenue of the project and its suppliers to that of all years, phase by phase";
    TOTALS_ROUNDED: "Les sommes se vérifient telles qu’affichées\u{a0}; le produit par les années se calcule avant d’arrondir" | "Sums check as shown; the product by the years is computed before rounding";
    TOTALS_PRESENT: "Les mêmes recettes de toutes les années valent {present} en valeur actualisée en {base}, à {rate} réel" | "The same revenue of all years is worth {present} at present value in {base}, at {rate} real";
    TOTALS_SUPPORT: "Le soutien public ({face} donnés, {net} en coût net) n’est déduit d’aucun de ces totaux" | "Public support ({face} given, {net} of net cost) is deducted from none of these totals";
    COLUMN_RATIO: "Recettes ÷ coût" | "Revenue ÷ cost";
    COLUMN_PAYBACK_FACE: "Soutien récupéré" | "Support recovered";
    COLUMN_PAYBACK_NET: "Coût net récupéré" | "Net cost recovered";
    NEVER: "jamais" | "never";
    NOTHING_GIVEN: "–" | "–";
    ROW_PLANNED: "{government}" | "{government}";
    ROW_CLOSED: "{government}, fermeture en {year}" | "{government}, closure in {year}";
    COST_PER_JOB: "Coût net par emploi {job_kind} au Québec ({jobs})\u{a0}: {cost}\u{a0}; par année-emploi ({years})\u{a0}: {per_year}" | "Net cost per {job_kind} job in Québec ({jobs}): {cost}; per job-year ({years}): {per_year}";
    COST_PER_JOB_CLOSED: "Avec fermeture en {closure}\u{a0}: {cost} par emploi {job_kind}\u{a0}; {per_year} par année-emploi ({years})" | "With closure in {closure}: {cost} per {job_kind} job; {per_year} per job-year ({years})";

    MUNICIPAL_TITLE: "La municipalité gagnerait {gain} par an, péréquation déduite" | "The municipality would gain {gain} a year, equalization deducted";
    MUNICIPAL_TEXT: "Valeur ajoutée au rôle {value} × taux de {rate}\u{a0}$ par 100\u{a0}$ = {tax}\u{a0}; péréquation perdue {lost}" | "Value added to the roll {value} × rate ${rate} per $100 = {tax}; equalization lost {lost}";

    CONTRIBUTIONS_NOTE: "Les recettes comprennent les cotisations (RRQ, RQAP, assurance-emploi, CNESST), qui ouvrent droit à des prestations\u{a0}; elles sont montrées à part" | "Revenue includes contributions (QPP, QPIP, employment insurance, CNESST), which entitle to benefits; they are shown apart";
    LAW_TITLE: "Règles fiscales appliquées\u{a0}: {year}" | "Tax rules applied: {year}";
    LAW_FIGURE: "Paramètre et source" | "Parameter and source";
    LAW_NAMED: "{name} · {source}" | "{name} · {source}";
    LAW_VALUE: "Valeur" | "Value";
    LAW_BRACKET: "{name}, tranche {rank}, à partir de {from}" | "{name}, bracket {rank}, from {from}";
    LAW_ALT: "Tableau\u{a0}: chaque paramètre des règles fiscales, sa valeur, son année et sa source" | "Table: each parameter of the tax rules, its value, its year and its source";
    LAW_YEAR: "Règles fiscales de {year}" | "Tax rules of {year}";
    LAW_FALLBACK: "Règles fiscales de {year}\u{a0}: {count} {count=paramètre de cette année n’est pas connu|paramètres de cette année ne sont pas connus}, les derniers connus servent" | "Tax rules of {year}: {count} {count=parameter of that year is|parameters of that year are} not known, the latest known ones stand in";
    LAW_DOLLARS: "Barème de {year}\u{a0}: les salaires y sont ramenés en dollars de cette année" | "Brackets of {year}: wages are brought to dollars of that year";

    // Gross to net
    WATERFALL_FINDING: "De {gross} {gross=emploi brut|emplois bruts}, {net} {net=serait vraiment nouveau|seraient vraiment nouveaux}" | "Of {gross} {gross=gross job|gross jobs}, {net} would really be new";
    WATERFALL_FINDING_CONSTRUCTION: "De {gross} {gross=année-emploi brute|années-emplois brutes}, {net} {net=serait vraiment nouvelle|seraient vraiment nouvelles}" | "Of {gross} {gross=gross job-year|gross job-years}, {net} would really be new";
    WATERFALL_SUBTITLE: "Emplois, tous effets, {place}, du brut au net" | "Jobs, all effects, {place}, gross to net";
    WATERFALL_ALT: "Cascade\u{a0}: emplois bruts, moins ce qui se serait fait de toute façon, moins ce qui est déplacé ou remplacé, emplois nets" | "Waterfall: gross jobs, less what would have happened anyway, less what is displaced or replaced, net jobs";
    STEP_GROSS: "Brut" | "Gross";
    STEP_DEADWEIGHT: "Effet d’aubaine" | "Deadweight";
    STEP_DISPLACEMENT: "Déplacement" | "Displacement";
    STEP_SUBSTITUTION: "Substitution" | "Substitution";
    STEP_REFERENCE: "Scénario de référence" | "Reference case";
    STEP_NET: "Net" | "Net";

    // Time
    TIMELINE_FINDING: "Le projet rapporterait aux gouvernements {revenue} en recettes {kind} de {first} à {last} ({present} en valeur actualisée)" | "The project would bring governments {revenue} in {kind} revenue from {first} to {last} ({present} at present value)";
    TIMELINE_FINDING_NO_LAW: "Le projet irait de {first} à {last}" | "The project would run from {first} to {last}";
    REVENUE_YEARS_FINDING_FROM: "Les recettes {kind} atteindraient {value} dès {year}" | "Revenue ({kind}) would reach {value} from {year} on";
    REVENUE_YEARS_FINDING_WHILE: "Les recettes {kind} atteindraient {value}, de {year} à {last}" | "Revenue ({kind}) would reach {value}, from {year} to {last}";
    REVENUE_YEARS_FINDING_ONE: "Les recettes {kind} seraient de {value} en {year}" | "Revenue ({kind}) would be {value} in {year}";
    REVENUE_YEARS_FINDING: "Les recettes {kind} culmineraient à {value} en {year}" | "Revenue ({kind}) would peak at {value} in {year}";
    REVENUE_YEARS_SUBTITLE: "Recettes {kind} de l’année, activité au Québec, par gouvernement, M$, {money}" | "Revenue of the year ({kind}), activity in Québec, by government, $M, {money}";
    REVENUE_YEARS_ALT: "Colonnes\u{a0}: recettes de chaque année, par gouvernement" | "Columns: revenue of each year, by government";
    TIMELINE_TABLE: "Année par année, {money}\u{a0}; effets bruts {place}, recettes {kind} de l’activité au Québec" | "Year by year, {money}; gross effects {place}, {kind} revenue from activity in Québec";
    TIMELINE_ALT: "Tableau\u{a0}: emplois, PIB, salaires, recettes de chaque gouvernement et soutien versé, par année" | "Table: jobs, GDP, wages, revenue of each government and support given, by year";
    MONEY_CONSTANT: "dollars constants de {year}" | "constant {year} dollars";
    MONEY_NOMINAL: "dollars courants" | "nominal dollars";
    MONEY_PRESENT: "valeur actualisée en {base}" | "present value in {base}";
    MONEY_CONSTANT_SHORT: "constants" | "constant";
    MONEY_NOMINAL_SHORT: "courants" | "nominal";
    MONEY_PRESENT_SHORT: "actualisés" | "present value";
    COLUMN_GDP: "PIB" | "GDP";
    COLUMN_WAGES: "Salaires" | "Wages";
    COLUMN_SUPPORT: "Soutien versé" | "Support given";
    SUM: "Somme" | "Sum";

    // Headline card
    CARD_REVENUE: "Recettes publiques" | "Public revenue";
    CARD_REVENUE_UNIT: "{place}, M$ par année" | "{place}, $M a year";
    CARD_REVENUE_TOTAL_UNIT: "{place}, M$ en tout" | "{place}, $M in all";
    REVENUE_CAPTION: "dont Québec {quebec}" | "Québec {quebec}";
    REVENUE_PARTS: "Québec {quebec} · fédéral {federal} · municipal {municipal}" | "Québec {quebec} · federal {federal} · municipal {municipal}";
    HEADING_INCOME: "Revenus et familles\u{a0}: {phase}" | "Income and families: {phase}";
    HEADING_FINANCES: "Finances publiques" | "Public finances";
}
