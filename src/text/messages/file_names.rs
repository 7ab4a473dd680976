//! Names of files: small letters, digits and `-`, so that every system takes them.

crate::messages! {
    EFFECTS: "effets" | "effects";
    INDUSTRIES: "industries" | "industries";
    REGIONS: "regions" | "regions";
    YEARS: "annees" | "years";
    WATERFALL: "du-brut-au-net" | "gross-to-net";
    JOBS_EFFECTS: "emplois-effets" | "jobs-effects";
    JOBS_INDUSTRIES: "emplois-industries" | "jobs-industries";
    JOBS_REGIONS: "emplois-regions" | "jobs-regions";
    JOBS_RESIDENTS: "emplois-residents" | "jobs-residents";
    JOBS_WAGES: "emplois-salaires" | "jobs-wages";
    LABOUR: "main-d-oeuvre" | "labour-supply";
    FAMILIES: "familles" | "families";
    PAY: "remuneration" | "pay";
    REVENUE_OPERATION: "recettes-exploitation" | "revenue-operation";
    REVENUE_CONSTRUCTION: "recettes-construction" | "revenue-construction";
    REVENUE_YEARS: "recettes-annees" | "revenue-years";
    PAYBACK: "recuperation" | "payback";
    MONEY_TRAIL: "circuit-argent" | "money-trail";
    TRAIL_LEFT: "circuit-reste" | "trail-left";
    TRAIL_LEAKS: "circuit-fuites" | "trail-leaks";
    GROUP_YEARS: "groupe-annees" | "group-years";
    LEVERS: "leviers" | "levers";
    LOCAL_LEVERS: "leviers-locaux" | "local-levers";
    COMPARE_BARS: "comparaison" | "comparison";
    COMPARE_STEPS: "comparaison-causes" | "comparison-causes";
    CLAIM_DIRECT: "affirmation-emplois-directs" | "claim-direct-jobs";
    CLAIM_INDIRECT: "affirmation-emplois-indirects" | "claim-indirect-jobs";
    CLAIM_INDUCED: "affirmation-emplois-induits" | "claim-induced-jobs";
    CLAIM_OTHER: "affirmation-indirects-et-induits" | "claim-indirect-and-induced-jobs";
    CLAIM_TOTAL: "affirmation-emplois" | "claim-jobs";
    CLAIM_MULTIPLIER: "affirmation-rapport" | "claim-ratio";
    CLAIM_FAMILIES: "affirmation-familles" | "claim-families";
    CLAIM_GDP: "affirmation-pib" | "claim-gdp";
    CLAIM_REVENUE: "affirmation-recettes" | "claim-revenue";
    CLAIM_PAYROLL: "affirmation-masse-salariale" | "claim-payroll";

    // What follows a name
    OF_CONSTRUCTION: "construction" | "construction";
}
