//! Names of the figures of the law in the workbook.

crate::messages! {
    DOLLARS: "Dollars de l’année de la loi par dollar de l’année des données" | "Dollars of the year of the law per dollar of the data year";
    NET_INCOME: "Revenu net" | "Net income";
    QPIP_THRESHOLD: "RQAP, seuil" | "QPIP, threshold";
    QPIP_CEILING: "RQAP, plafond assurable" | "QPIP, insurable ceiling";
    QPIP_EMPLOYEE: "RQAP, taux du salarié" | "QPIP, employee’s rate";
    QPIP_EMPLOYER: "RQAP, taux de l’employeur" | "QPIP, employer’s rate";
    EI_THRESHOLD: "Assurance-emploi, seuil" | "Employment insurance, threshold";
    EI_CEILING: "Assurance-emploi, plafond assurable" | "Employment insurance, insurable ceiling";
    EI_EMPLOYEE: "Assurance-emploi, taux du salarié" | "Employment insurance, employee’s rate";
    EI_EMPLOYER: "Assurance-emploi, taux de l’employeur" | "Employment insurance, employer’s rate";
    HEALTH_LOW: "FSS, taux des petites masses salariales" | "Health services fund, rate of small payrolls";
    HEALTH_HIGH: "FSS, plein taux" | "Health services fund, full rate";
    HEALTH_LOW_PAYROLL: "FSS, masse où le taux monte" | "Health services fund, payroll where the rate rises";
    HEALTH_HIGH_PAYROLL: "FSS, masse du plein taux" | "Health services fund, payroll of the full rate";
    TRAINING_RATE: "Formation, taux" | "Training, rate";
    TRAINING_PAYROLL: "Formation, masse à partir de laquelle elle est due" | "Training, payroll above which it is due";
    QPP_EXEMPTION: "RRQ, exemption" | "QPP, exemption";
    QPP_CEILING: "RRQ, maximum des gains" | "QPP, maximum earnings";
    QPP_SECOND_CEILING: "RRQ, second maximum" | "QPP, second maximum";
    QPP_BASE: "RRQ, taux de base" | "QPP, base rate";
    QPP_ADDITIONAL: "RRQ, premier taux supplémentaire" | "QPP, first additional rate";
    QPP_SECOND: "RRQ, second taux supplémentaire" | "QPP, second additional rate";
    CNESST: "CNESST, taux moyen" | "CNESST, mean rate";
    STANDARDS: "Normes du travail, taux" | "Labour standards, rate";
    FEDERAL_BASIC: "Fédéral, montant personnel de base" | "Federal, basic personal amount";
    FEDERAL_BASIC_LEAST: "Fédéral, montant de base des hauts revenus" | "Federal, basic amount of high incomes";
    BASIC_FALLS_FROM: "Fédéral, revenu où ce montant baisse" | "Federal, income where that amount falls";
    BASIC_FALLS_TO: "Fédéral, revenu où il cesse de baisser" | "Federal, income where it stops falling";
    FEDERAL_CREDIT: "Fédéral, taux des crédits" | "Federal, rate of credits";
    EMPLOYMENT_AMOUNT: "Fédéral, montant pour emploi" | "Federal, employment amount";
    ABATEMENT: "Abattement du Québec" | "Québec abatement";
    QUEBEC_BASIC: "Québec, montant personnel de base" | "Québec, basic personal amount";
    QUEBEC_CREDIT: "Québec, taux des crédits" | "Québec, rate of credits";
    WORKER_RATE: "Québec, déduction pour travailleur, taux" | "Québec, deduction for workers, rate";
    WORKER_MOST: "Québec, déduction pour travailleur, maximum" | "Québec, deduction for workers, maximum";
    FEDERAL_BRACKETS: "Tranches fédérales" | "Federal brackets";
    QUEBEC_BRACKETS: "Tranches du Québec" | "Québec brackets";
}
