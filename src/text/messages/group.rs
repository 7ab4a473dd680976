//! Words of groups of scenarios and of programmes of growth.

crate::messages! {
    // A programme of growth
    GROWTH_SENTENCE: "{phase}\u{a0}: un programme de croissance mènerait de {base} à {target} emplois directs en {years} {years=an|ans} ({span}). Seuls les {added} emplois ajoutés sont calculés\u{a0}; ceux qui existaient sont donnés pour mémoire." | "{phase}: a growth programme would lead from {base} to {target} direct jobs in {years} {years=year|years} ({span}). Only the {added} jobs added are computed; those that existed are told for context.";
    GROWTH_SALES: "Les ventes passeraient de {base} à {target} par année, en dollars de {year}" | "Sales would go from {base} to {target} a year, in {year} dollars";
    GROWTH_TABLE: "Le programme de croissance année par année ({phase}, dollars de {year}, brut)" | "The growth programme year by year ({phase}, {year} dollars, gross)";
    GROWTH_PART: "Part de la cible" | "Part of the target";
    GROWTH_BASE: "Emplois directs de départ" | "Direct jobs at the start";
    GROWTH_ADDED: "Ajoutés" | "Added";
    GROWTH_ALL: "En tout" | "In all";
    GROWTH_JOBS: "{place}, emplois soutenus par l’ajout" | "{place}, jobs supported by what is added";
    GROWTH_GDP: "{place}, PIB de l’ajout (M$)" | "{place}, GDP of what is added ($M)";
    GROWTH_ALT: "Une ligne par année du programme\u{a0}: part de la cible, emplois directs de départ, ajoutés et en tout, emplois et PIB que l’ajout soutiendrait" | "One row per year of the programme: part of the target, direct jobs at the start, added and in all, jobs and GDP that what is added would support";
    GROWTH: "Programme de croissance" | "Growth programme";
    GROWTH_NOTE: "La phase est ce qui s’ajoute à une activité qui existe. L’activité monte également d’année en année jusqu’à la cible." | "The phase is what is added to an activity that exists. Activity climbs evenly from year to year up to the target.";
    GROWTH_YEARS: "Années jusqu’à la cible" | "Years to the target";
    GROWTH_FROM: "Emplois directs de départ" | "Direct jobs at the start";
    GROWTH_TO: "Emplois directs visés" | "Direct jobs aimed at";
    STEP_GROWTH: "programme de croissance" | "growth programme";
    STEP_GROWTH_YEARS: "années du programme de croissance" | "years of the growth programme";
    STEP_GROWTH_BASE: "emplois de départ du programme" | "jobs at the start of the programme";
    STEP_GROWTH_TARGET: "emplois visés par le programme" | "jobs aimed at by the programme";

    // Fields
    FIELD_GROWTH: "programme de croissance" | "growth programme";
    FIELD_BASE_JOBS: "emplois de départ" | "jobs at the start";
    FIELD_BASE_SALES: "ventes de départ" | "sales at the start";
    FIELD_BUYER: "membre qui achète" | "member that buys";
    FIELD_SELLER: "membre qui vend" | "member that sells";
    FIELD_LINE: "ligne de dépense" | "spending line";
    FIELD_BOUGHT: "quantité achetée" | "quantity bought";
    FIELD_PHASE: "phase" | "phase";
    FIELD_SCENARIO: "scénario" | "scenario";
    MEMBER_NUMBER: "Membre {number}" | "Member {number}";
    LINK_NUMBER: "Lien {number}" | "Link {number}";

    // Problems
    GROWTH_OF_CONSTRUCTION: "Une construction ne peut pas être un programme de croissance" | "A construction cannot be a growth programme";
    GROWTH_OF_CONSTRUCTION_REMEDY: "Retirer le programme, ou le donner à une phase d’exploitation" | "Remove the programme, or give it to a phase of operation";
    GROWTH_AND_PROFILE: "La phase a un programme de croissance et une répartition par année" | "The phase has a growth programme and a yearly profile";
    GROWTH_AND_PROFILE_REMEDY: "Garder l’un des deux" | "Keep one of the two";
    BUYS_FROM_ITSELF: "Le membre «\u{a0}{id}\u{a0}» achète à lui-même" | "Member “{id}” buys from itself";
    BUYS_FROM_ITSELF_REMEDY: "Nommer un autre membre" | "Name another member";
    ABOVE_LINE: "Les liens prennent {sum} de la ligne" | "Links take {sum} of the line";
    ABOVE_LINE_REMEDY: "Réduire les quantités pour que la ligne suffise" | "Lower the quantities until the line is enough";
    ABOVE_SALES: "Les autres membres lui achèteraient jusqu’à {bought} par année, et il ne vend que {sold}" | "Other members would buy up to {bought} a year from it, and it sells only {sold}";
    ABOVE_SALES_REMEDY: "Réduire ce qui lui est acheté, ou revoir ses ventes" | "Lower what is bought from it, or look again at its sales";
    SELLS_LESS: "Il ne vend pas tout ce que les autres lui achèteraient ({years})\u{a0}: seul ce qu’il vend est retiré du total" | "It does not sell all that others would buy from it ({years}): only what it sells is taken out of the total";
    SELLS_LESS_REMEDY: "Vérifier les années des membres" | "Check the years of the members";
    OTHER_INDUSTRY: "La ligne achète le produit de {line}, et le membre qui vend est de {sold}" | "The line buys the product of {line}, and the member that sells is of {sold}";
    OTHER_INDUSTRY_REMEDY: "Vérifier que c’est bien cette ligne que le membre remplace" | "Check that this is the line that the member stands for";

    // A group
    FINDING: "{place}, le groupe soutiendrait {jobs} {jobs=emploi permanent|emplois permanents} en {year} (brut)" | "{place}, the group would support {jobs} {jobs=permanent job|permanent jobs} in {year} (gross)";
    FINDING_OVERLAP: ", une fois {jobs=retiré|retirés} {jobs} {jobs=emploi qui serait compté|emplois qui seraient comptés} deux fois" | ", once {jobs} {jobs=job|jobs} that would be counted twice {jobs=is|are} taken out";
    FINDING_BUILT: "\u{a0}; sa construction, {years} {years=année-emploi|années-emplois}" | "; building it, {years} {years=job-year|job-years}";
    FINDING_CONSTRUCTION: "{place}, la construction du groupe soutiendrait {years} {years=année-emploi|années-emplois} (brut)" | "{place}, building the group would support {years} {years=job-year|job-years} (gross)";
    RULE: "Le groupe est la somme de ses membres, moins ce qu’ils s’achètent\u{a0}: ce qu’un membre achète à un autre sort de sa demande, puisque la production du vendeur est déjà comptée. Les effets sont bruts." | "The group is the sum of its members less what they buy from each other: what a member buys from another leaves its demand, since the seller’s output is counted already. Effects are gross.";
    ONE_REGION: "Tous les membres se trouvent {place}\u{a0}: leurs effets s’y additionnent" | "All members stand {place}: their effects add up there";
    SEVERAL_REGIONS: "Les membres n’ont pas tous la même région\u{a0}: leurs effets s’additionnent seulement {place} et au Canada. Ceux de chaque région sont dans l’étude de chaque membre." | "Members do not all have the same region: their effects add up only {place} and in Canada. Those of each region are in the study of each member.";
    SEVERAL_PROVINCES: "Les membres ne sont pas tous dans la même province\u{a0}: leurs effets ne s’additionnent qu’au Canada" | "Members are not all in the same province: their effects add up only in Canada";
    MEMBERS_OPERATION: "Exploitation en {year}, {place}, brut" | "Operation in {year}, {place}, gross";
    MEMBERS_CONSTRUCTION: "Construction, toutes les années, {place}, brut" | "Construction, all years, {place}, gross";
    MEMBERS_ALT: "Une ligne par membre, puis leur somme, ce qu’ils s’achètent et le groupe\u{a0}: emplois directs, indirects et induits, leur total, PIB" | "One row per member, then their sum, what they buy from each other and the group: direct, indirect and induced jobs, their total, GDP";
    COLUMN_MEMBER: "Membre" | "Member";
    COLUMN_JOBS: "Emplois permanents" | "Permanent jobs";
    COLUMN_JOB_YEARS: "Années-emplois" | "Job-years";
    COLUMN_BUILT: "Construction (années-emplois)" | "Construction (job-years)";
    COLUMN_GDP: "PIB (M$ de {year})" | "GDP ($M of {year})";
    COLUMN_REVENUE: "{government}, recettes (M$)" | "{government}, revenue ($M)";
    ROW_SUM: "Somme des membres" | "Sum of members";
    ROW_OVERLAP: "Achats entre membres" | "Purchases between members";
    ROW_GROUP: "Groupe" | "Group";
    ROUNDED: "Chiffres arrondis\u{a0}: leur somme peut différer d’une unité du total affiché. Les années-emplois de construction et les emplois permanents ne s’additionnent jamais." | "Rounded figures: their sum may differ by one from the total shown. Job-years of construction and permanent jobs are never added up.";
    HEADING_LINKS: "Ce que les membres s’achètent" | "What members buy from each other";
    NO_LINKS: "Aucun achat entre membres n’est déclaré\u{a0}: leurs effets s’additionnent en entier" | "No purchase between members is stated: their effects add up in full";
    LINKS_TITLE: "Achats entre membres, et ce qui est retiré {place}" | "Purchases between members, and what is taken out {place}";
    LINKS_ALT: "Une ligne par achat\u{a0}: qui achète quoi à qui, part de la ligne, montant, emplois retirés" | "One row per purchase: who buys what from whom, part of the line, amount, jobs taken out";
    LINK_FROM: "{buyer} achète à {seller}" | "{buyer} buys from {seller}";
    COLUMN_BUYER: "Acheteur" | "Buyer";
    COLUMN_LINE: "Ligne" | "Line";
    COLUMN_SELLER: "Vendeur" | "Seller";
    COLUMN_SHARE: "Part de la ligne" | "Part of the line";
    COLUMN_AMOUNT: "Prix de base (M$ de {year})" | "Basic price ($M of {year})";
    COLUMN_TAKEN: "Retiré du total" | "Taken out of the total";
    TAKEN_JOBS: "{jobs} {jobs=emploi|emplois}" | "{jobs} {jobs=job|jobs}";
    TAKEN_YEARS: "{jobs} {jobs=année-emploi|années-emplois}" | "{jobs} {jobs=job-year|job-years}";
    YEARS_TITLE: "Le groupe année par année, {place}, brut" | "The group year by year, {place}, gross";
    YEARS_ALT: "Une ligne par année\u{a0}: construction en années-emplois, emplois permanents, PIB, recettes de chaque gouvernement" | "One row per year: construction in job-years, permanent jobs, GDP, revenue of each government";
    YEARS_NOTE: "Une année où un membre vend moins que ce que les autres lui achèteraient, seul ce qu’il vend est retiré" | "In a year in which a member sells less than others would buy from it, only what it sells is taken out";
    HEADING_MEMBERS: "Les membres" | "The members";
    MEMBER_ITEM: "{name} ({region}, {years})" | "{name} ({region}, {years})";
    CHART_FINDING: "Le sommet serait atteint en {year}\u{a0}: {jobs} {jobs=emploi|emplois}" | "The peak would be reached in {year}: {jobs} {jobs=job|jobs}";
    CHART_SUBTITLE: "Emplois occupés chaque année, construction et exploitation, {place}, brut" | "Jobs held each year, construction and operation, {place}, gross";
    CHART_ALT: "Colonnes par année\u{a0}: emplois directs, indirects et induits du groupe, achats entre membres retirés" | "Columns by year: direct, indirect and induced jobs of the group, purchases between members taken out";
    FACTS: "Faits sur le groupe" | "Facts about the group";
    ONLY_FIGURES: "Un groupe s’exporte en graphique et en données\u{a0}; il n’a ni présentation, ni classeur, ni rapport. Ceux de chaque membre s’exportent avec son scénario." | "A group is exported as a chart and as data; it has no presentation, workbook or report. Those of each member are exported with its scenario.";
    ONE_AT_A_TIME: "{path} est un groupe\u{a0}: il ne se compare pas à des scénarios. Comparer ses membres." | "{path} is a group: it does not compare with scenarios. Compare its members.";

    // Its page
    GROUPS: "Groupes" | "Groups";
    GROUP_SHOWS: "Un groupe est affiché\u{a0}: ouvrir un de ses membres, ou fermer le groupe" | "A group shows: open one of its members, or close the group";
    CLOSE: "Fermer le groupe" | "Close the group";
    OPEN_MEMBER: "Ouvrir comme projet" | "Open as a project";
    OPEN_GROUP: "Ouvrir le groupe\u{a0}: {name}" | "Open group: {name}";
    ABOUT_GROUP: "Des scénarios additionnés sans double compte" | "Scenarios added up without double counting";
    CARD_JOBS_UNIT: "{place}, en {year}" | "{place}, in {year}";
    CARD_GDP_UNIT: "{place}, M$, en {year}" | "{place}, $M, in {year}";
    CARD_BUILT_UNIT: "{place}, années-emplois" | "{place}, job-years";
    CARD_REVENUE: "Recettes publiques" | "Public revenue";
    CARD_TAKEN: "{jobs} comptés deux fois, retirés" | "{jobs} counted twice, taken out";
    MEMBER_UNREADABLE: "Le fichier «\u{a0}{path}\u{a0}» ne se lit pas" | "The file “{path}” cannot be read";
    MEMBER_UNREADABLE_REMEDY: "Vérifier son chemin, depuis le dossier du groupe" | "Check its path, from the folder of the group";

    // Families of shipped scenarios
    FAMILY_MAGNESIUM: "Alliance Magnésium" | "Alliance Magnesium";
    FAMILY_ALUMINIUM: "Grappe de l’aluminium" | "Aluminium cluster";
    FAMILY_TYPES: "Types de projets" | "Types of projects";
}
