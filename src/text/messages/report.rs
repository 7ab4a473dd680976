//! Words of cards, charts and tables.

crate::messages! {
    FINDING_BOTH: "{place}, le projet soutiendrait {jobs}{net}\u{a0}; sa construction, {years} {years=année-emploi|années-emplois}{built}" | "{place}, the project would support {jobs}{net}; building it, {years} {years=job-year|job-years}{built}";
    FINDING_OPERATION: "{place}, l’exploitation soutiendrait {jobs}{net}" | "{place}, operation would support {jobs}{net}";
    PERMANENT_JOBS: "{jobs} {jobs=emploi permanent|emplois permanents}" | "{jobs} {jobs=permanent job|permanent jobs}";
    FULL_ACTIVITY_JOBS: "{jobs} {jobs=emploi|emplois} à pleine activité" | "{jobs} {jobs=job|jobs} at full activity";
    FINDING_NEGATIVE: "{finding}\u{a0}; {negative}" | "{finding}; {negative}";
    GDP_NEGATIVE: "PIB négatif, les achats dépassent les ventes (relever les ventes ou réduire le budget)" | "GDP is negative, purchases exceed sales (raise sales or lower the budget)";
    GDP_DIRECT_NEGATIVE: "PIB direct négatif, les achats dépassent les ventes (relever les ventes ou réduire le budget)" | "direct GDP is negative, purchases exceed sales (raise sales or lower the budget)";
    CARD_GDP_DIRECT_NEGATIVE: "direct négatif" | "direct negative";
    CARD_GDP_NEGATIVE: "PIB négatif" | "GDP negative";
    FINDING_CONSTRUCTION: "{place}, la construction soutiendrait {years} {years=année-emploi|années-emplois}{built}" | "{place}, construction would support {years} {years=job-year|job-years}{built}";

    GROSS: "brut" | "gross";
    CARD_JOBS: "Emplois permanents" | "Permanent jobs";
    CARD_JOBS_UNIT: "{place}, en exploitation" | "{place}, operation";
    CARD_CONSTRUCTION: "Construction" | "Construction";
    CARD_CONSTRUCTION_UNIT: "{place}, années-emplois" | "{place}, job-years";
    CARD_GDP: "PIB aux prix de base" | "GDP, basic prices";
    CARD_GDP_UNIT: "{place}, M$ par année" | "{place}, $M a year";
    CARD_WAGES: "Salaires avant impôt" | "Wages before tax";
    CARD_TAXES: "Taxes indirectes" | "Indirect taxes";
    CARD_TAXES_UNIT: "{place}, M$/an, tous paliers" | "{place}, $M/yr, all levels";
    CARD_TAXES_TOTAL_UNIT: "{place}, M$, tous paliers" | "{place}, $M, all levels";
    CARD_TOTAL_UNIT: "{place}, M$ en tout" | "{place}, $M in all";
    CARD_NO_OPERATION: "Aucune phase d’exploitation" | "No operation phase";
    CARD_NO_CONSTRUCTION: "Aucune phase de construction" | "No construction phase";
    CARD_ADD_PHASE: "Ajouter une phase" | "Add a phase";
    PARTS: "Directs {direct} · premiers fournisseurs {first} · autres fournisseurs {other} · induits {induced}" | "Direct {direct} · first suppliers {first} · other suppliers {other} · induced {induced}";
    OF_THEM_DIRECT: "dont directs {direct}" | "{direct} direct";
    OF_THEM_PRODUCTS: "dont produits {products}" | "{products} on products";
    TAXES_PARTS: "Taxes sur les produits {products} · taxes sur la production {production}" | "Taxes on products {products} · taxes on production {production}";

    DIRECT: "Directs" | "Direct";
    INDIRECT: "Indirects" | "Indirect";
    INDIRECT_FIRST: "Indirects\u{a0}: premiers fournisseurs" | "Indirect: first suppliers";
    INDIRECT_OTHER: "Indirects\u{a0}: autres" | "Indirect: others";
    INDUCED: "Induits" | "Induced";
    TOTAL: "Total" | "Total";
    OTHERS: "Autres industries" | "Other industries";
    SAVED_VERSION: "Version de départ" | "Starting version";
    CONSTRUCTION: "construction" | "construction";
    OPERATION: "exploitation" | "operation";

    METHOD: "Méthode" | "Method";
    METHODS_TITLE: "Le même projet sous chaque quotient régional\u{a0}: emplois {place}" | "The same project under each regional quotient: jobs {place}";
    SOURCE: "Source\u{a0}: Statistique Canada, 15-211-X ({year})\u{a0}; calculs Retombées. Prix de {year}." | "Source: Statistics Canada, 15-211-X ({year}); Retombées calculations. {year} prices.";
    MODELLED: "Région modélisée." | "Modelled region.";

    EFFECTS_FINDING: "Sur {total} {total=emploi permanent|emplois permanents}, {direct} {direct=serait|seraient} sur place\u{a0}; les fournisseurs en ajouteraient {indirect}, les ménages {induced}" | "Of {total} permanent {total=job|jobs}, {direct} would be on site; suppliers would add {indirect}, households {induced}";
    EFFECTS_FINDING_ALL: "{total} {total=emploi permanent serait|emplois permanents seraient} sur place, aucun chez les fournisseurs ni par les ménages" | "{total} permanent {total=job|jobs} would be on site, none at suppliers or through households";
    EFFECTS_FINDING_AWAY: "Les fournisseurs apporteraient {indirect} {indirect=emploi permanent|emplois permanents}, les ménages {induced}" | "Suppliers would bring {indirect} {indirect=permanent job|permanent jobs}, households {induced}";
    EFFECTS_FINDING_CONSTRUCTION: "Sur {total} {total=année-emploi|années-emplois} de construction, {direct} {direct=irait|iraient} à ceux qui reçoivent l’investissement" | "Of {total} {total=job-year|job-years} of construction, {direct} would go to those who receive the investment";
    EFFECTS_SUBTITLE: "{place}, effets bruts, part de chaque effet dans le total" | "{place}, gross effects, share of each effect in the total";
    EFFECTS_ALT: "Barres empilées\u{a0}: part des effets directs, indirects et induits dans les emplois, le PIB et les salaires" | "Stacked bars: share of direct, indirect and induced effects in jobs, GDP and wages";
    ROW_JOBS: "Emplois permanents" | "Permanent jobs";
    ROW_JOB_YEARS: "Années-emplois, construction" | "Job-years, construction";
    ROW_GDP: "PIB, M$ par an" | "GDP, $M a year";
    ROW_WAGES: "Salaires, M$ par an" | "Wages, $M a year";
    ROW_GDP_CONSTRUCTION: "PIB, construction, M$" | "GDP, construction, $M";

    INDUSTRIES_FINDING: "Hors du projet, les emplois iraient surtout à deux industries\u{a0}: {first}, puis {second}" | "Beyond the project, two industries would gain the most jobs: {first}, then {second}";
    INDUSTRIES_FINDING_NONE: "Aucun emploi hors du projet" | "No jobs beyond the project";
    INDUSTRIES_SUBTITLE: "Emplois permanents indirects et induits, bruts, {place}" | "Indirect and induced permanent jobs, gross, {place}";
    INDUSTRIES_SUBTITLE_CONSTRUCTION: "Années-emplois indirectes et induites de la construction, {place}" | "Indirect and induced job-years of construction, {place}";
    INDUSTRIES_ALT: "Barres\u{a0}: industries où le projet soutiendrait le plus d’emplois, hors effets directs" | "Bars: industries where the project would support the most jobs, direct effects aside";

    REGIONS_FINDING: "Chez les fournisseurs, le projet soutiendrait {away} {away=emploi|emplois} {rest} et {home} {study}" | "At suppliers, the project would support {away} {away=job|jobs} {rest} and {home} {study}";
    REGIONS_FINDING_PROVINCE: "Chez les fournisseurs, le projet soutiendrait {home} {home=emploi|emplois} {study} et {away} {rest}" | "At suppliers, the project would support {home} {home=job|jobs} {study} and {away} {rest}";
    REGIONS_SUBTITLE: "Emplois permanents par région de travail, bruts" | "Permanent jobs by region of work, gross";
    REGIONS_SUBTITLE_CONSTRUCTION: "Années-emplois de la construction par région de travail, brutes" | "Job-years of construction by region of work, gross";
    REGIONS_ALT: "Barres empilées\u{a0}: emplois directs, indirects et induits par région" | "Stacked bars: direct, indirect and induced jobs by region";

    YEARS_FINDING: "La construction culminerait en {peak}\u{a0}; {jobs} {jobs=emploi stable suivrait|emplois stables suivraient} dès {full}" | "Construction would peak in {peak}; {jobs} steady {jobs=job|jobs} would follow from {full}";
    YEARS_FINDING_LEVEL: "La construction soutiendrait {jobs_built} {jobs_built=emploi|emplois} par année\u{a0}; {jobs} {jobs=emploi stable suivrait|emplois stables suivraient} dès {full}" | "Construction would support {jobs_built} {jobs_built=job|jobs} a year; {jobs} steady {jobs=job|jobs} would follow from {full}";
    YEARS_FINDING_ONE: "La construction culminerait en {peak}\u{a0}; {jobs} {jobs=emploi suivrait|emplois suivraient} en {full}" | "Construction would peak in {peak}; {jobs} {jobs=job|jobs} would follow in {full}";
    YEARS_FINDING_LEVEL_ONE: "La construction soutiendrait {jobs_built} {jobs_built=emploi|emplois} par année\u{a0}; {jobs} {jobs=emploi suivrait|emplois suivraient} en {full}" | "Construction would support {jobs_built} {jobs_built=job|jobs} a year; {jobs} {jobs=job|jobs} would follow in {full}";
    YEARS_FINDING_OPERATION: "{jobs} {jobs=emploi|emplois} chaque année dès {full}" | "{jobs} {jobs=job|jobs} each year from {full}";
    YEARS_FINDING_OPERATION_ONE: "{jobs} {jobs=emploi|emplois} en {full}" | "{jobs} {jobs=job|jobs} in {full}";
    YEARS_FINDING_CONSTRUCTION_ONE: "La construction soutiendrait {jobs} {jobs=emploi|emplois} en {peak}" | "Construction would support {jobs} {jobs=job|jobs} in {peak}";
    YEARS_FINDING_CONSTRUCTION: "La construction culminerait en {peak}, à {jobs} {jobs=emploi|emplois}" | "Construction would peak in {peak}, at {jobs} {jobs=job|jobs}";
    YEARS_SUBTITLE: "Emplois dans l’année, bruts, {place}" | "Jobs in the year, gross, {place}";
    YEARS_SUBTITLE_CUT: "Emplois dans l’année, bruts, {place}\u{a0}; inchangés après {last}" | "Jobs in the year, gross, {place}; unchanged after {last}";
    YEARS_ALT: "Colonnes\u{a0}: emplois directs, indirects et induits de chaque année" | "Columns: direct, indirect and induced jobs of each year";
}
