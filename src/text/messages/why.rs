//! Words of the answer to “why this figure?”.

crate::messages! {
    WHY: "Pourquoi\u{a0}?" | "Why?";
    WHY_OF: "Pourquoi {figure}\u{a0}? {label}" | "Why {figure}? {label}";
    CLOSE: "Fermer" | "Close";
    LIMITS: "Limites de la méthode" | "Limits of the method";
    FORMULA: "La formule, avec ses chiffres" | "The formula, with its figures";
    CELLS: "La case du tableau" | "The cell of the table";
    PUBLISHED: "Qui le publie" | "Who publishes it";
    ROUNDED: "Montants arrondis" | "Rounded amounts";

    TOTAL: "{total} = directs {direct} + premiers fournisseurs {first} + autres fournisseurs {other} + induits {induced}" | "{total} = direct {direct} + first suppliers {first} + other suppliers {other} + induced {induced}";
    NET: "Net\u{a0}: {gross} × (1 − {deadweight} d’aubaine) × (1 − {displacement} de déplacement) × (1 − {substitution} de substitution) = {net}" | "Net: {gross} × (1 − {deadweight} deadweight) × (1 − {displacement} displacement) × (1 − {substitution} substitution) = {net}";
    NET_REFERENCE: "Net\u{a0}: {gross} moins l’aubaine, le déplacement, la substitution et le scénario de référence = {net}" | "Net: {gross} less deadweight, displacement, substitution and the reference case = {net}";
    NET_NONE: "Net\u{a0}: non calculé, car le scénario ne dit pas ce qui est nouveau" | "Net: not computed, since the scenario does not say what is new";
    STATED: "Directs\u{a0}: {jobs} {jobs=emploi que vous avez saisi|emplois que vous avez saisis}, chez le projet lui-même" | "Direct: {jobs} {jobs=job|jobs} that you entered, at the project itself";
    STATED_WAGES: "Directs\u{a0}: {jobs} {jobs=emploi|emplois} × {wage} par an = {value} M$" | "Direct: {jobs} {jobs=job|jobs} × {wage} a year = ${value}M";
    STATED_GDP: "Directs\u{a0}: rémunération {compensation} + impôts sur la production {taxes} + excédent {surplus} = {value} M$" | "Direct: compensation {compensation} + taxes on production {taxes} + surplus {surplus} = ${value}M";
    REST: "Ailleurs\u{a0}: la production de chaque industrie, soutenue par le projet, × ce que porte un dollar de production" | "Elsewhere: each industry’s output that the project supports × what a dollar of output carries";

    COLUMN_INDUSTRY: "Industrie" | "Industry";
    COLUMN_OUTPUT: "Production, M$" | "Output, $M";
    COLUMN_JOBS_PER_MILLION: "× emplois par M$" | "× jobs per $M";
    COLUMN_GDP_PER_DOLLAR: "× PIB par dollar" | "× GDP per dollar";
    COLUMN_WAGES_PER_DOLLAR: "× salaires par dollar" | "× wages per dollar";
    COLUMN_RESULT: "= {unit}" | "= {unit}";
    CHIP_JOBS: "{sign}{value}\u{a0}{value=emploi|emplois}" | "{sign}{value}\u{a0}{value=job|jobs}";
    CHIP_JOB_YEARS: "{sign}{value}\u{a0}{value=année-emploi|années-emplois}" | "{sign}{value}\u{a0}{value=job-year|job-years}";
    CHIP_FAMILIES: "{sign}{value}\u{a0}{value=famille|familles}" | "{sign}{value}\u{a0}{value=family|families}";
    CHIP_MILLIONS: "{sign}{value}\u{a0}M$" | "{sign}${value}M";
    UNIT_JOBS: "emplois" | "jobs";
    UNIT_JOB_YEARS: "années-emplois" | "job-years";
    UNIT_MILLIONS: "M$" | "$M";
    OTHER_INDUSTRIES: "Autres industries" | "Other industries";
    TABLE: "Hors du projet, par industrie ({place})" | "Beyond the project, by industry ({place})";
    TABLE_ALL: "Par industrie ({place})" | "By industry ({place})";
    TABLE_ALT: "Tableau\u{a0}: production, coefficient et résultat par industrie" | "Table: output, coefficient and result by industry";

    CELL_JOBS: "{industry}, {province}, {year}\u{a0}: {jobs} emplois salariés ÷ {output} M$ de production = {ratio} emplois par M$" | "{industry}, {province}, {year}: {jobs} payroll jobs ÷ ${output}M of output = {ratio} jobs per $M";
    CELL_GDP: "{industry}, {province}, {year}\u{a0}: {ratio} de PIB aux prix de base par dollar de production, soit {value} M$ sur {output} M$" | "{industry}, {province}, {year}: {ratio} of GDP at basic prices per dollar of output, that is ${value}M of ${output}M";
    CELL_WAGES: "{industry}, {province}, {year}\u{a0}: {compensation} de rémunération par dollar de production ÷ (1 + {contributions} de cotisations) = {ratio} de salaires" | "{industry}, {province}, {year}: {compensation} of compensation per dollar of output ÷ (1 + {contributions} of contributions) = {ratio} of wages";
    CELL_PRODUCTIVITY: "Les emplois par M$ sont ensuite multipliés par {factor}\u{a0}: la productivité du travail croît depuis {year}" | "Jobs per $M are then multiplied by {factor}: labour productivity has grown since {year}";
    SOURCE: "{publisher}, {title}, {year}" | "{publisher}, {title}, {year}";
    PLACE: "Où\u{a0}: {place}" | "Where: {place}";

    REVENUE_TOTAL: "{total} M$ = Québec {quebec} + fédéral {federal} + municipal {municipal}" | "${total}M = Québec {quebec} + federal {federal} + municipal {municipal}";
    REVENUE_RULE: "Chaque prélèvement\u{a0}: son assiette dans les effets × ce qu’en prend la loi de {year}" | "Each levy: its base inside the effects × what the law of {year} takes of it";
    REVENUE_BASES: "Assiettes\u{a0}: salaires {wages} M$, excédent {surplus} M$, impôts sur la production {production} M$, taxes sur les produits {products} M$" | "Bases: wages ${wages}M, surplus ${surplus}M, taxes on production ${production}M, taxes on products ${products}M";
    REVENUE_TABLE: "Les prélèvements ({place})" | "The levies ({place})";
    REVENUE_ALT: "Tableau\u{a0}: montant de chaque prélèvement et part de son assiette" | "Table: amount of each levy and its share of its base";
    COLUMN_LEVY: "Prélèvement" | "Levy";
    COLUMN_BASE: "Part de l’assiette" | "Share of its base";
    BASE_WAGES: "{share} des salaires" | "{share} of wages";
    BASE_SURPLUS: "{share} de l’excédent" | "{share} of surplus";
    BASE_PRODUCTION: "{share} des impôts sur la production" | "{share} of taxes on production";
    BASE_PRODUCTS: "{share} des taxes sur les produits" | "{share} of taxes on products";
    OTHER_LEVIES: "Autres" | "Others";

    FAMILIES: "{families} {families=famille|familles} = {jobs} {jobs=emploi|emplois} tenus par des résidents ÷ {earners} salaires par famille" | "{families} {families=family|families} = {jobs} {jobs=job|jobs} held by residents ÷ {earners} earners per family";
    RESIDENT_JOBS: "{total} = {direct} directs × {hiring} + {indirect} indirects × {share} + {induced} induits × {share}" | "{total} = {direct} direct × {hiring} + {indirect} indirect × {share} + {induced} induced × {share}";
    RESIDENT_RULE: "Embauche locale du projet, puis part des emplois de la région que tiennent ses résidents\u{a0}; les deux sont des hypothèses du panneau de gauche" | "The project’s local hiring, then the part of the region’s jobs that its residents hold; both are assumptions of the left panel";
    RESIDENT_PROVINCE: "Dans une province entière, les résidents tiennent tous les emplois" | "In a whole province, residents hold all jobs";
    AFTER_TAX: "{value} M$ = salaires des résidents {wages} M$ − impôts et cotisations {taxes} M$" | "${value}M = residents’ wages ${wages}M − taxes and contributions ${taxes}M";
    COMPENSATION: "{value} M$ = salaires des résidents {wages} M$ + cotisations de l’employeur {contributions} M$" | "${value}M = residents’ wages ${wages}M + employers’ contributions ${contributions}M";
    PER_JOB: "{value} = salaires {wages} M$ ÷ {jobs} {jobs=emploi|emplois}" | "{value} = wages ${wages}M ÷ {jobs} {jobs=job|jobs}";
    PER_FAMILY: "{value} = paye après impôt des résidents {pay} M$ ÷ {families} {families=famille|familles}" | "{value} = residents’ after-tax pay ${pay}M ÷ {families} {families=family|families}";
    PEAK: "{total} en {year} = construction {construction} + exploitation {operation}" | "{total} in {year} = construction {construction} + operation {operation}";
    PEAK_RULE: "Années-emplois de la construction × la part de l’année, plus emplois de l’exploitation × son activité dans l’année" | "Job-years of construction × the year’s share, plus jobs of operation × its activity in the year";
}
