//! Words of the page of jobs.

crate::messages! {
    // The share of jobs on site, as people say it
    ONE_IN_TEN: "un emploi permanent sur dix serait" | "one permanent job in ten would be";
    ONE_IN_FIVE: "un emploi permanent sur cinq serait" | "one permanent job in five would be";
    ONE_IN_FOUR: "un emploi permanent sur quatre serait" | "one permanent job in four would be";
    ONE_IN_THREE: "un emploi permanent sur trois serait" | "one permanent job in three would be";
    TWO_IN_FIVE: "deux emplois permanents sur cinq seraient" | "two permanent jobs in five would be";
    ONE_IN_TWO: "un emploi permanent sur deux serait" | "one permanent job in two would be";
    THREE_IN_FIVE: "trois emplois permanents sur cinq seraient" | "three permanent jobs in five would be";
    TWO_IN_THREE: "deux emplois permanents sur trois seraient" | "two permanent jobs in three would be";
    THREE_IN_FOUR: "trois emplois permanents sur quatre seraient" | "three permanent jobs in four would be";
    FOUR_IN_FIVE: "quatre emplois permanents sur cinq seraient" | "four permanent jobs in five would be";
    NINE_IN_TEN: "neuf emplois permanents sur dix seraient" | "nine permanent jobs in ten would be";
    PERCENT: "{percent} des emplois permanents seraient" | "{percent} of permanent jobs would be";
    NEARLY: "environ {share}" | "about {share}";

    FINDING: "{place}, {share} sur place, {direct} sur {total}\u{a0}; les fournisseurs en ajouteraient {indirect}, les ménages {induced}" | "{place}, {share} on site, {direct} of {total}; suppliers would add {indirect}, households {induced}";
    FINDING_ALL: "{place}, l’exploitation soutiendrait {total} {total=emploi permanent|emplois permanents}, aucun ailleurs que sur place" | "{place}, operation would support {total} permanent {total=job|jobs}, none elsewhere than on site";
    FINDING_AWAY: "{place}, les fournisseurs soutiendraient {indirect} {indirect=emploi permanent|emplois permanents} et les ménages {induced}\u{a0}; aucun ne serait sur place" | "{place}, suppliers would support {indirect} {indirect=permanent job|permanent jobs} and households {induced}; none would be on site";
    FINDING_CONSTRUCTION: "{place}, la construction soutiendrait {total} {total=année-emploi|années-emplois}, dont {direct} chez ceux qui reçoivent l’investissement" | "{place}, construction would support {total} {total=job-year|job-years}, {direct} of them at those who receive the investment";

    SHOWN: "Emplois montrés" | "Jobs shown";
    SHOW_PERMANENT: "Emplois permanents" | "Permanent jobs";
    SHOW_CONSTRUCTION: "Années-emplois de la construction" | "Job-years of construction";
    COUNT_PERMANENT: "{count} {count=emploi permanent|emplois permanents}" | "{count} permanent {count=job|jobs}";
    COUNT_CONSTRUCTION: "{count} {count=année-emploi|années-emplois}" | "{count} {count=job-year|job-years}";
    UNIT_PERMANENT: "emplois permanents" | "permanent jobs";
    UNIT_CONSTRUCTION: "années-emplois" | "job-years";

    CARD_RESIDENTS: "Tenus par des résidents" | "Held by residents";
    CARD_PEAK: "Pointe d’emplois" | "Peak jobs";
    CARD_PEAK_UNIT: "{place}, emplois en {year}" | "{place}, jobs in {year}";
    CARD_PEAK_UNIT_FROM: "{place}, emplois dès {year}" | "{place}, jobs from {year} on";
    CARD_PEAK_NOTE: "construction et exploitation" | "construction and operation";
    CARD_WAGE: "Salaire moyen soutenu" | "Mean wage supported";
    CARD_WAGE_UNIT: "{place}, dollars par an" | "{place}, dollars a year";
    CARD_WAGE_NOTE: "tous les emplois soutenus" | "all jobs supported";
    OF_THEM_DIRECT: "dont directs {direct}" | "{direct} direct";

    EFFECTS_FINDING: "Cent emplois sur place en soutiendraient {others} autres {where}" | "A hundred jobs on site would support {others} others {where}";
    EFFECTS_FINDING_COUNTED: "{direct} {direct=emploi sur place en soutiendrait|emplois sur place en soutiendraient} {others} {others=autre|autres} {where}" | "{direct} {direct=job|jobs} on site would support {others} {others=other|others} {where}";
    EFFECTS_FINDING_AWAY: "{others} {others=emploi permanent serait soutenu|emplois permanents seraient soutenus} {where}, aucun sur place" | "{others} permanent {others=job|jobs} would be supported {where}, none on site";
    EFFECTS_FINDING_ALONE: "{direct} {direct=emploi sur place n’en soutiendrait|emplois sur place n’en soutiendraient} aucun autre {where}" | "{direct} {direct=job|jobs} on site would support no other {where}";
    EFFECTS_FINDING_NONE: "Chaque phase a ses emplois directs, indirects et induits" | "Each phase has its direct, indirect and induced jobs";
    EFFECTS_SUBTITLE: "{place}, bruts, part de chaque effet\u{a0}; années-emplois et emplois permanents ne s’additionnent pas" | "{place}, gross, share of each effect; job-years and permanent jobs do not add up";
    EFFECTS_ALT: "Barres empilées\u{a0}: part des effets directs, indirects et induits dans les emplois de chaque phase" | "Stacked bars: share of direct, indirect and induced effects in the jobs of each phase";
    ROW_PERMANENT: "{phase}, emplois" | "{phase}, jobs";
    ROW_CONSTRUCTION: "{phase}, années-emplois" | "{phase}, job-years";

    REGIONS_FINDING: "Sur {all}, {home} {home=serait|seraient} {study}, {away} {rest}" | "Of {all}, {home} would be {study}, {away} {rest}";
    REGIONS_SUBTITLE: "{unit}, bruts, par région de travail" | "{unit}, gross, by region of work";

    INDUSTRIES_FINDING: "L’industrie qui en compterait le plus\u{a0}: {first}, {count} sur {all}" | "The industry with the most would be {first}, {count} of {all}";
    INDUSTRIES_SUBTITLE: "{unit}, bruts, par industrie de travail, {place}" | "{unit}, gross, by industry of work, {place}";
    INDUSTRIES_ALT: "Barres empilées\u{a0}: emplois directs, indirects et induits par industrie" | "Stacked bars: direct, indirect and induced jobs by industry";

    RESIDENTS_FINDING: "Sur {all} {where}, {held} {held=irait|iraient} à des gens de la région" | "Of {all} {where}, {held} would go to people of the region";
    RESIDENTS_SUBTITLE: "{unit}, bruts, selon le domicile de ceux qui les tiennent" | "{unit}, gross, by where those who hold them live";
    RESIDENTS_ALT: "Barres empilées\u{a0}: emplois de la région tenus par ses résidents et par des gens qui vivent ailleurs, par effet" | "Stacked bars: jobs of the region held by its residents and by people who live elsewhere, by effect";
    RESIDENTS: "Résidents" | "Residents";
    COMMUTERS: "Vivent ailleurs au Québec" | "Live elsewhere in Québec";

    WAGES_FINDING: "Un emploi sur place paierait {direct} par an\u{a0}; les autres emplois soutenus, {others} en moyenne" | "A job on site would pay {direct} a year; the other jobs supported, {others} on average";
    WAGES_FINDING_CONSTRUCTION: "Une année-emploi de la construction paierait {others} en moyenne" | "A job-year of construction would pay {others} on average";
    WAGES_SUBTITLE: "Salaire annuel moyen des emplois soutenus, {place}, dollars de {year}\u{a0}; industries qui en comptent le plus" | "Mean annual wage of the jobs supported, {place}, {year} dollars; industries with the most of them";
    WAGES_ALT: "Barres\u{a0}: salaire annuel moyen des emplois soutenus, par industrie" | "Bars: mean annual wage of the jobs supported, by industry";
    WAGES_UNIT: "dollars par an" | "dollars a year";
    WAGES_PROJECT: "Le projet" | "The project";
    WAGE: "Salaire" | "Wage";

    TABLE: "Emplois bruts par effet et par lieu de travail\u{a0}; les années-emplois ne s’ajoutent pas aux emplois permanents" | "Gross jobs by effect and place of work; job-years are not added to permanent jobs";
    TABLE_ALT: "Tableau\u{a0}: emplois de chaque phase par effet, dans la région, dans le reste de la province et dans le reste du pays" | "Table: jobs of each phase by effect, in the region, the rest of the province and the rest of the country";
    TABLE_ROW: "{phase}\u{a0}: {effect}" | "{phase}: {effect}";
}
