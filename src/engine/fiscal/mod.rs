//! Public revenue: what governments collect on the wages, surplus and purchases that a project brings.
//!
//! Every levy is inside value added or inside prices: employees' levies inside wages, employers' contributions inside compensation, corporate
//! tax inside surplus, levies on production inside taxes on production, product taxes inside prices. Nothing is added on top.

pub mod rates;
pub mod rules;
pub mod spread;

/// Who collects.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Government {
    /// The government of Canada.
    Federal,
    /// The government of Québec and its funds.
    Quebec,
    /// Municipalities.
    Municipal,
}

impl Government {
    /// The governments in their fixed order.
    pub const ALL: [Government; 3] = [Government::Federal, Government::Quebec, Government::Municipal];
}

/// Whether a levy is a tax or pays for a social programme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LevyKind {
    /// Taxes.
    Fiscal,
    /// Contributions to a programme or a fund.
    Parafiscal,
}

impl LevyKind {
    /// The kinds in their fixed order.
    pub const ALL: [LevyKind; 2] = [LevyKind::Fiscal, LevyKind::Parafiscal];
}

/// What a levy is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Base {
    /// Wages, and paid out of them.
    Wages,
    /// Wages, and paid by the employer inside compensation of employees.
    Compensation,
    /// Wages, and paid by the employer inside taxes on production.
    Payroll,
    /// Surplus.
    Surplus,
    /// Taxes on production, after the levies on payroll.
    Production,
    /// Taxes on products.
    Products,
}

/// A tax or a contribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Levy {
    /// Federal tax on wages, after the Québec abatement.
    FederalIncomeTax,
    /// Québec tax on wages.
    QuebecIncomeTax,
    /// Federal tax on corporate profit.
    FederalCorporateTax,
    /// Québec tax on corporate profit.
    QuebecCorporateTax,
    /// GST and the federal part of other taxes on products.
    FederalProductTax,
    /// QST and the Québec part of other taxes on products.
    QuebecProductTax,
    /// What is left of taxes on production, for Québec.
    QuebecProductionTax,
    /// Property tax.
    MunicipalTax,
    /// Québec Pension Plan, employee.
    EmployeeQpp,
    /// Québec Pension Plan, employer.
    EmployerQpp,
    /// Québec parental insurance, employee.
    EmployeeQpip,
    /// Québec parental insurance, employer.
    EmployerQpip,
    /// Employment insurance, employee.
    EmployeeEi,
    /// Employment insurance, employer.
    EmployerEi,
    /// Workplace health and safety (CNESST).
    Cnesst,
    /// Health services fund (FSS).
    HealthFund,
    /// Labour standards.
    LabourStandards,
    /// Training.
    Training,
}

impl Levy {
    /// The levies in their fixed order.
    pub const ALL: [Levy; 18] = [
        Levy::FederalIncomeTax,
        Levy::QuebecIncomeTax,
        Levy::FederalCorporateTax,
        Levy::QuebecCorporateTax,
        Levy::FederalProductTax,
        Levy::QuebecProductTax,
        Levy::QuebecProductionTax,
        Levy::MunicipalTax,
        Levy::EmployeeQpp,
        Levy::EmployerQpp,
        Levy::EmployeeQpip,
        Levy::EmployerQpip,
        Levy::EmployeeEi,
        Levy::EmployerEi,
        Levy::Cnesst,
        Levy::HealthFund,
        Levy::LabourStandards,
        Levy::Training,
    ];

    /// Returns who collects it.
    pub fn government(self) -> Government {
        match self {
            Levy::FederalIncomeTax
            | Levy::FederalCorporateTax
            | Levy::FederalProductTax
            | Levy::EmployeeEi
            | Levy::EmployerEi => Government::Federal,
            Levy::MunicipalTax => Government::Municipal,
            _ => Government::Quebec,
        }
    }

    /// Returns whether it is a tax or a contribution.
    pub fn kind(self) -> LevyKind {
        match self.base() {
            Base::Surplus | Base::Production | Base::Products => LevyKind::Fiscal,
            Base::Compensation | Base::Payroll => LevyKind::Parafiscal,
            Base::Wages => match self {
                Levy::FederalIncomeTax | Levy::QuebecIncomeTax => LevyKind::Fiscal,
                _ => LevyKind::Parafiscal,
            },
        }
    }

    /// Returns what it is a part of.
    pub fn base(self) -> Base {
        match self {
            Levy::FederalIncomeTax
            | Levy::QuebecIncomeTax
            | Levy::EmployeeQpp
            | Levy::EmployeeQpip
            | Levy::EmployeeEi => Base::Wages,
            Levy::EmployerQpp | Levy::EmployerQpip | Levy::EmployerEi | Levy::Cnesst => Base::Compensation,
            Levy::HealthFund | Levy::LabourStandards | Levy::Training => Base::Payroll,
            Levy::FederalCorporateTax | Levy::QuebecCorporateTax => Base::Surplus,
            Levy::QuebecProductionTax | Levy::MunicipalTax => Base::Production,
            Levy::FederalProductTax | Levy::QuebecProductTax => Base::Products,
        }
    }
}

/// Dollars by levy.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Revenue([f64; Levy::ALL.len()]);

impl Revenue {
    /// Returns the dollars of one levy.
    pub fn get(&self, levy: Levy) -> f64 {
        self.0[levy as usize]
    }

    /// Adds dollars to one levy.
    pub fn add(&mut self, levy: Levy, dollars: f64) {
        self.0[levy as usize] += dollars;
    }

    /// Adds another revenue, `factor` times.
    pub fn accumulate(&mut self, other: &Revenue, factor: f64) {
        for (a, b) in self.0.iter_mut().zip(&other.0) {
            *a += factor * b;
        }
    }

    /// Returns the sum of all levies.
    pub fn total(&self) -> f64 {
        self.0.iter().sum()
    }

    /// Returns the sum of the levies of one government and one kind.
    pub fn of(&self, government: Government, kind: LevyKind) -> f64 {
        self.sum(|l| l.government() == government && l.kind() == kind)
    }

    /// Returns the sum of the levies of one government.
    pub fn government(&self, government: Government) -> f64 {
        self.sum(|l| l.government() == government)
    }

    /// Returns the sum of the levies that are part of one base.
    pub fn base(&self, base: Base) -> f64 {
        self.sum(|l| l.base() == base)
    }

    fn sum(&self, keep: impl Fn(Levy) -> bool) -> f64 {
        Levy::ALL
            .iter()
            .filter(|l| keep(**l))
            .map(|l| self.get(*l))
            .fold(0.0, |sum, v| sum + v)
    }
}
