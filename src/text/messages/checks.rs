//! Words for the accounting checks.

crate::messages! {
    COLUMNS_PAY_ONE_DOLLAR: "Chaque industrie répartit exactement un dollar par dollar de production" | "Every industry pays out exactly one dollar per dollar of output";
    SALES_WITHIN_OUTPUT: "Aucune industrie ne vend plus qu'elle ne produit" | "No industry sells more than it produces";
    GDP: "PIB aux prix de base de {region}" | "GDP at basic prices of {region}";
    OUTPUT: "Production brute de {region}" | "Gross output of {region}";
    JOBS: "Emplois salariés de {region}" | "Payroll jobs of {region}";
    COMPENSATION: "Rémunération des salariés de {region}" | "Compensation of employees of {region}";
    SPENDING: "Chaque dollar dépensé se retrouve en PIB, en taxes sur les produits, en importations ou en rebuts" | "Every dollar spent is found again as GDP, product taxes, imports or scrap";
    CONSUMPTION: "Chaque dollar consommé par les ménages se retrouve en PIB, en taxes ou en importations" | "Every dollar households consume is found again as GDP, taxes or imports";
    SPLIT_SUMS_TO_PROVINCE: "La région et le reste de la province totalisent la province" | "The region and the rest of the province sum to the province";
    HOLDS: "{name}\u{a0}: attendu {expected}, trouvé {found}" | "{name}: expected {expected}, found {found}";
    FAILS: "{name}\u{a0}: attendu {expected}, trouvé {found}, hors tolérance" | "{name}: expected {expected}, found {found}, beyond tolerance";
}
