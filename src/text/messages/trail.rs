//! Words of the money trail.

crate::messages! {
    PAGE: "Circuit de l’argent" | "Money trail";
    PHASE: "Phase" | "Phase";
    AMOUNTS: "Montants" | "Amounts";
    PER_HUNDRED: "par 100\u{a0}$" | "per $100";
    MILLIONS_A_YEAR: "M$ par an" | "$M a year";
    MILLIONS: "M$" | "$M";
    ROUNDS: "Tours" | "Rounds";
    ROUND_FIRST: "premier" | "first";
    ROUND_TWO: "deux" | "two";
    ROUND_THREE: "trois" | "three";
    ROUND_ALL: "tous" | "all";

    FINDING: "Sur {whole} que le projet dépenserait{year}, {home} deviendraient des revenus {study} et {away} {elsewhere}" | "Of {whole} that the project would spend{year}, {home} would become income {study} and {away} {elsewhere}";
    FINDING_CONSTRUCTION: "Sur {whole} que coûterait la construction, {home} deviendraient des revenus {study} et {away} {elsewhere}" | "Of {whole} that construction would cost, {home} would become income {study} and {away} {elsewhere}";
    A_YEAR: "par an" | "a year";
    EMPTY_FINDING: "Cette phase ne dépense rien" | "This phase spends nothing";
    EMPTY_SENTENCE: "Il n’y a pas d’argent à suivre\u{a0}: saisissez un investissement, des emplois ou des dépenses, ou choisissez une autre phase" | "There is no money to follow: enter an investment, jobs or spending, or choose another phase";
    EMPTY_ACTION: "Détailler les dépenses" | "Detail the spending";
    NO_PHASE: "Ce projet n’a pas de phase" | "This project has no phase";

    CHART_FINDING: "{first} iraient d’abord à des employés et fournisseurs {of}\u{a0}; à la fin, {end} y seraient des revenus" | "{first} would first go to employees and suppliers {of}; in the end, {end} would be income there";
    CHART_FINDING_CONSTRUCTION: "{first} iraient d’abord à des entreprises {of}\u{a0}; à la fin, {end} y seraient des revenus" | "{first} would first go to firms {of}; in the end, {end} would be income there";
    CHART_FINDING_ROUNDS: "{first} iraient d’abord à des employés et fournisseurs {of}\u{a0}; {rounds}, {end} y seraient" | "{first} would first go to employees and suppliers {of}; {rounds}, {end} would be there";
    CHART_FINDING_ROUNDS_CONSTRUCTION: "{first} iraient d’abord à des entreprises {of}\u{a0}; {rounds}, {end} y seraient" | "{first} would first go to firms {of}; {rounds}, {end} would be there";
    CHART_FINDING_FIRST: "{first} sur {whole} iraient d’abord à des employés et fournisseurs {of}" | "{first} of {whole} would first go to employees and suppliers {of}";
    CHART_FINDING_FIRST_CONSTRUCTION: "{first} sur {whole} iraient d’abord à des entreprises {of}" | "{first} of {whole} would first go to firms {of}";
    AFTER_TWO: "après deux tours" | "after two rounds";
    AFTER_THREE: "après trois tours" | "after three rounds";
    SUBTITLE: "Où iraient salaires, achats et impôts du projet, {unit}\u{a0}; chaque dollar est suivi jusqu’à être un revenu, sans les achats des ménages (effet induit\u{a0}: voir le LM3)" | "Where the project’s pay, purchases and taxes would go, {unit}; each dollar is followed until it is income, households’ purchases left out (induced effect: see the LM3)";
    SUBTITLE_CONSTRUCTION: "Où irait l’argent de la construction, {unit}\u{a0}; chaque dollar est suivi jusqu’à être un revenu, sans les achats des ménages (effet induit\u{a0}: voir le LM3)" | "Where the money of construction would go, {unit}; each dollar is followed until it is income, households’ purchases left out (induced effect: see the LM3)";
    SUBTITLE_FIRST: "Qui recevrait salaires, achats et impôts du projet, {unit}" | "Who would receive the project’s pay, purchases and taxes, {unit}";
    SUBTITLE_FIRST_CONSTRUCTION: "Qui recevrait l’argent de la construction, {unit}" | "Who would receive the money of construction, {unit}";
    LESS_THAN: "<\u{a0}{value}\u{a0}$" | "<${value}";
    DOLLARS: "{value}\u{a0}$" | "${value}";
    A_YEAR_AFTER: "{value} par an" | "{value} a year";
    UNIT_HUNDRED: "par 100\u{a0}$ dépensés" | "per $100 spent";
    UNIT_MILLIONS_A_YEAR: "M$ par an" | "$M a year";
    UNIT_MILLIONS: "M$ en tout" | "$M in all";
    ROUNDED: "Montants bruts, arrondis." | "Gross amounts, rounded.";
    SURPLUS_EXCLUDED: "Profit du projet exclu." | "The project’s profit left out.";
    ALT: "Diagramme de flux\u{a0}: de {whole} dépensés, {first} vont d’abord {study}, et {end} y sont au dernier tour montré\u{a0}; les chiffres de chaque flux sont dans le tableau" | "Flow diagram: of {whole} spent, {first} first go {study}, and {end} are there in the last round shown; the figures of each flow are in the table";
    STAGE_SPENDING: "Le projet dépense" | "The project spends";
    STAGE_SPENDING_CONSTRUCTION: "La construction coûte" | "Construction costs";
    STAGE_FIRST: "Premier tour\u{a0}: qui reçoit" | "First round: who receives";
    STAGE_TWO: "Après deux tours" | "After two rounds";
    STAGE_THREE: "Après trois tours" | "After three rounds";
    STAGE_ALL: "À la fin, tous tours compris" | "In the end, all rounds";
    NODE_SPENDING: "Dépenses du projet" | "Project spending";
    NODE_CONSTRUCTION: "Coût de construction" | "Construction cost";
    EMPLOYEES: "Employés du projet" | "Project employees";
    SUPPLIERS: "Fournisseurs, {place}" | "Suppliers, {place}";
    ABROAD: "étranger" | "abroad";
    TO_ABROAD: "à l’étranger" | "abroad";
    GOVERNMENTS: "Taxes et impôts payés" | "Taxes paid";
    TAXES: "Impôts et cotisations" | "Taxes and contributions";
    SAVINGS: "Épargne et régimes" | "Savings and plans";
    HELD: "dont {amount} chez des fournisseurs" | "{amount} of it with suppliers";
    LINK: "{from} → {to}" | "{from} → {to}";
    AMOUNT_PER_HUNDRED: "par 100\u{a0}$ dépensés" | "per $100 spent";
    AMOUNT: "en dollars" | "in dollars";

    TAKE_HOME: "Paye nette, à dépenser" | "Take-home pay, to spend";
    SURPLUS: "Excédent et revenu mixte" | "Surplus and mixed income";
    RESALE: "Rebuts et biens d’occasion" | "Scrap and second-hand goods";
    IMPORTS: "Importations" | "Imports";
    PRODUCT_TAXES: "Taxes sur les produits" | "Product taxes";
    PRODUCTION_TAXES: "Impôts sur la production" | "Taxes on production";
    PERSONAL_TAXES: "Impôts et cotisations des salariés" | "Employees’ taxes and contributions";
    EMPLOYER_CONTRIBUTIONS: "Cotisations des employeurs" | "Employers’ contributions";
    SAVING: "Épargne des ménages" | "Household saving";
    PLANS: "Régimes de retraite et d’assurance" | "Pension and insurance plans";
    HELD_PART: "Encore chez les fournisseurs" | "Still with suppliers";

    LEFT_FALLS: "Ce qui reste {study} fondrait de {first} à {end}" | "What stays {study} would melt from {first} to {end}";
    LEFT_RISES: "Ce qui est {study} passerait de {first} à {end}" | "What is {study} would go from {first} to {end}";
    LEFT_SUBTITLE: "{unit}, chez les employés, firmes et résidents {of}, après chaque tour" | "{unit}, with employees, firms and residents {of}, after each round";
    LEFT_FIRST: "Salaires et achats, 1er tour" | "Pay and purchases, round 1";
    LEFT_FIRST_CONSTRUCTION: "Achats, 1er tour" | "Purchases, round 1";
    LEFT_TWO: "après 2 tours" | "after 2 rounds";
    LEFT_THREE: "après 3 tours" | "after 3 rounds";
    LEFT_END: "à la fin" | "in the end";
    LEFT_ALT: "Barres\u{a0}: ce qui se trouve {study} après un, deux et trois tours, et à la fin" | "Bars: what is {study} after one, two and three rounds, and in the end";
    PER_HUNDRED_SPENT: "Par 100\u{a0}$ dépensés" | "Per $100 spent";
    IN_MILLIONS_A_YEAR: "M$ par an" | "$M a year";
    IN_MILLIONS: "M$ en tout" | "$M in all";

    LEAKS_FINDING: "La plus grande sortie serait «\u{a0}{line}\u{a0}»\u{a0}: {amount} {where}" | "The largest leak would be “{line}”: {amount} {where}";
    LEAKS_SUBTITLE: "Achats du premier tour hors {place}, avant taxes sur les produits, M$ par an, cinq plus grands" | "First-round purchases outside {place}, before product taxes, $M a year, five largest";
    LEAKS_SUBTITLE_CONSTRUCTION: "Achats du premier tour hors {place}, avant taxes sur les produits, M$, cinq plus grands" | "First-round purchases outside {place}, before product taxes, $M, five largest";
    LEAKS_ALT: "Barres\u{a0}: les postes de dépense qui font sortir le plus d’argent au premier tour, avec l’endroit où il va" | "Bars: the spending lines that send the most money out in the first round, and where it goes";

    PARTS_TITLE: "À la fin, {take_home} seraient des payes nettes, {surplus} l’excédent de firmes et {taxes} des impôts et cotisations" | "In the end, {take_home} would be take-home pay, {surplus} firms’ surplus and {taxes} taxes and contributions";
    PARTS_ALT: "Tableau\u{a0}: de quoi sont faits les revenus de chaque endroit, les impôts et l’épargne, tous tours compris" | "Table: what the income of each place, taxes and saving are made of, all rounds";
    PARTS_UNIT: "Tous tours, {unit}" | "All rounds, {unit}";
    TOTAL: "Total" | "Total";
    NOTE_SURPLUS: "L’excédent des firmes est compté avant l’impôt des sociétés\u{a0}; la paye, là où vivent ceux qui la gagnent" | "Firms’ surplus is counted before corporate tax; pay, where those who earn it live";
    NOTE_PLANS: "L’épargne comprend ce que les employeurs versent aux régimes de retraite et d’assurance privés" | "Savings include what employers pay into private pension and insurance plans";
    NOTE_NO_LAW: "Impôts et cotisations\u{a0}: hors du Québec, les taxes sur les produits, les impôts sur la production et les cotisations des employeurs (toutes comptées comme publiques) viennent des tableaux. Ce que paient les salariés suit un taux moyen, hypothèse du projet. La loi de la province n’est pas appliquée, et rien n’est réparti entre gouvernements." | "Taxes and contributions: outside Québec, taxes on products, taxes on production and employers’ contributions (all counted as public) come from the tables. What employees pay follows a mean rate, an assumption of the project. The law of the province is not applied, and nothing is split between governments.";

    LOCAL_TITLE: "LM3 de {value}\u{a0}: chaque dollar dépensé ferait circuler {extra}\u{a0}$ de plus {study} aux tours 2 et 3" | "LM3 of {value}: each dollar spent would move ${extra} more {study} in rounds 2 and 3";
    LOCAL_ALT: "Tableau\u{a0}: argent compté à chacun des trois tours du multiplicateur local" | "Table: money counted in each of the three rounds of the local multiplier";
    LOCAL_COLUMN: "Ce qui est compté" | "What is counted";
    LOCAL_ROUND_ONE: "Tour 1\u{a0}: dépenses du projet" | "Round 1: the project’s spending";
    LOCAL_RESIDENTS: "Tour 2\u{a0}: paye après impôt des employés qui vivent {study}" | "Round 2: after-tax pay of employees who live {study}";
    LOCAL_SUPPLIERS: "Tour 2\u{a0}: ventes des fournisseurs {of}" | "Round 2: sales of suppliers {of}";
    LOCAL_HOUSEHOLDS: "Tour 3\u{a0}: achats de ces employés {study}" | "Round 3: those employees’ purchases {study}";
    LOCAL_PURCHASES: "Tour 3\u{a0}: achats de ces fournisseurs {study}" | "Round 3: those suppliers’ purchases {study}";
    LOCAL_PAY: "Tour 3\u{a0}: paye après impôt de leurs employés qui vivent {study}" | "Round 3: after-tax pay of their employees who live {study}";
    LOCAL_SUM: "Trois tours" | "Three rounds";
    LOCAL_NOTE: "LM3 = (tour 1 + tour 2 + tour 3) ÷ tour 1, multiplicateur local de la New Economics Foundation (2002). Les ménages dépensent au taux d’épargne, aux taxes et au panier de l’étude\u{a0}; c’est le premier pas de l’effet induit." | "LM3 = (round 1 + round 2 + round 3) ÷ round 1, the Local Multiplier of the New Economics Foundation (2002). Households spend at the study’s saving rate, taxes and basket; it is the first step of the induced effect.";
    HEADING: "Circuit de l’argent, {phase}" | "Money trail, {phase}";
}
