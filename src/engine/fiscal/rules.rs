//! The law of one year: what an employee and an employer pay on one wage.
//!
//! Modelled: a single employee of working age, without children, whose only income is the wage, who claims nothing but what every employee
//! gets. Refundable credits, the drug insurance premium and credits for spending are left out. Sources: the parameter file of taxes; the
//! arithmetic is that of the returns (T1 with the Québec abatement, TP-1), checked against the simulator srd in tests/fiscal.rs.

/// Marginal rates by slice of taxable income.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Brackets {
    /// Where each slice starts, dollars; ascending from 0.
    pub thresholds: Vec<f64>,
    /// The rate of each slice.
    pub rates: Vec<f64>,
}

impl Brackets {
    /// Returns tax before credits: `Σ_k rate_k·(part of the income inside slice k)`.
    pub fn tax(&self, income: f64) -> f64 {
        let mut out = 0.0;
        for (k, (start, rate)) in self.thresholds.iter().zip(&self.rates).enumerate() {
            if income <= *start {
                break;
            }
            let end = self.thresholds.get(k + 1).copied().unwrap_or(f64::INFINITY);
            out += rate * (income.min(end) - start);
        }
        out
    }
}

/// Federal income tax.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FederalTax {
    /// Brackets.
    pub brackets: Brackets,
    /// Basic personal amount up to the last threshold but one.
    pub basic_maximum: f64,
    /// Basic personal amount from the last threshold on.
    pub basic_minimum: f64,
    /// Rate at which amounts give a credit.
    pub credit_rate: f64,
    /// Canada employment amount.
    pub employment_amount: f64,
    /// Part of the tax that residents of Québec do not pay.
    pub abatement: f64,
}

impl FederalTax {
    /// Returns the basic personal amount, which falls in a straight line between the last two thresholds.
    pub fn basic_amount(&self, net_income: f64) -> f64 {
        let [.., low, high] = self.brackets.thresholds[..] else {
            return self.basic_maximum;
        };
        let way = if high > low {
            ((net_income - low) / (high - low)).clamp(0.0, 1.0)
        } else {
            0.0
        };
        self.basic_maximum + way * (self.basic_minimum - self.basic_maximum)
    }
}

/// Québec income tax.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuebecTax {
    /// Brackets.
    pub brackets: Brackets,
    /// Basic personal amount.
    pub basic_amount: f64,
    /// Rate at which amounts give a credit.
    pub credit_rate: f64,
    /// Deduction for workers, per dollar of wage.
    pub worker_deduction_rate: f64,
    /// Deduction for workers, at most.
    pub worker_deduction_maximum: f64,
}

/// The Québec Pension Plan; each rate is paid by the employee and again by the employer.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PensionPlan {
    /// Earnings on which nothing is paid.
    pub exemption: f64,
    /// Ceiling of the base and of the first additional contribution.
    pub ceiling: f64,
    /// Ceiling of the second additional contribution.
    pub second_ceiling: f64,
    /// Base rate: gives a federal credit.
    pub base_rate: f64,
    /// First additional rate: deducted from income.
    pub additional_rate: f64,
    /// Second additional rate, between the two ceilings: deducted from income.
    pub second_rate: f64,
}

impl PensionPlan {
    /// Returns the base contribution on a wage.
    pub fn base(&self, wage: f64) -> f64 {
        self.base_rate * self.contributory(wage)
    }

    /// Returns both additional contributions on a wage.
    pub fn additional(&self, wage: f64) -> f64 {
        let above = (wage.min(self.second_ceiling) - self.ceiling).max(0.0);
        self.additional_rate * self.contributory(wage) + self.second_rate * above
    }

    fn contributory(&self, wage: f64) -> f64 {
        (wage.min(self.ceiling) - self.exemption).max(0.0)
    }
}

/// An insurance paid on wages up to a ceiling.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Insurance {
    /// An employee who earns no more than this gets the premium back.
    pub threshold: f64,
    /// Insurable earnings, at most.
    pub ceiling: f64,
    /// Employee's rate.
    pub employee_rate: f64,
    /// Employer's rate, from the first dollar.
    pub employer_rate: f64,
}

impl Insurance {
    /// Returns the employee's premium.
    pub fn employee(&self, wage: f64) -> f64 {
        if wage > self.threshold {
            self.employee_rate * wage.min(self.ceiling)
        } else {
            0.0
        }
    }

    /// Returns the employer's premium.
    pub fn employer(&self, wage: f64) -> f64 {
        self.employer_rate * wage.clamp(0.0, self.ceiling)
    }
}

/// The employers that the health services fund tells apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PayrollSector {
    /// More than half of the payroll in primary industries and manufacturing.
    Goods,
    /// All others that are not public.
    #[default]
    Services,
    /// The public sector: the full rate at any size.
    Public,
}

/// The health services fund.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct HealthFund {
    /// Rate of small payrolls.
    pub low_rate: f64,
    /// Rate of small payrolls in primary industries and manufacturing.
    pub low_rate_goods: f64,
    /// Full rate.
    pub high_rate: f64,
    /// Payroll where the rate starts to rise.
    pub low_payroll: f64,
    /// Payroll of the full rate.
    pub high_payroll: f64,
}

/// Corporate tax rates of one government.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct CorporateTax {
    /// General rate.
    pub general: f64,
    /// Rate of small businesses; shown, not used.
    pub small: f64,
}

/// What an employer's size and sector decide.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PayrollClass {
    /// Rate of the health services fund.
    pub fss_rate: f64,
    /// Rate of the training levy: 0 for small payrolls.
    pub training_rate: f64,
}

/// What an employee pays in a year, dollars.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct EmployeeDeductions {
    /// Federal tax, after the abatement.
    pub federal_tax: f64,
    /// Québec tax.
    pub quebec_tax: f64,
    /// Québec Pension Plan.
    pub qpp: f64,
    /// Québec parental insurance.
    pub qpip: f64,
    /// Employment insurance.
    pub ei: f64,
}

impl EmployeeDeductions {
    /// Returns the sum.
    pub fn total(&self) -> f64 {
        self.federal_tax + self.quebec_tax + self.qpp + self.qpip + self.ei
    }
}

/// What an employer pays in a year on one job, dollars.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct EmployerCharges {
    /// Québec Pension Plan.
    pub qpp: f64,
    /// Québec parental insurance.
    pub qpip: f64,
    /// Employment insurance.
    pub ei: f64,
    /// Workplace health and safety.
    pub cnesst: f64,
    /// Health services fund.
    pub fss: f64,
    /// Labour standards.
    pub standards: f64,
    /// Training.
    pub training: f64,
}

impl EmployerCharges {
    /// Returns what is inside compensation of employees: pension plan, parental and employment insurance, workplace safety.
    pub fn contributions(&self) -> f64 {
        self.qpp + self.qpip + self.ei + self.cnesst
    }

    /// Returns what is inside taxes on production: health services fund, labour standards, training.
    pub fn payroll_levies(&self) -> f64 {
        self.fss + self.standards + self.training
    }
}

/// The law of one year, in plain numbers; dollars are that year's.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TaxRules {
    /// The year asked for.
    pub year: i32,
    /// Federal income tax.
    pub federal: FederalTax,
    /// Québec income tax.
    pub quebec: QuebecTax,
    /// Québec Pension Plan.
    pub qpp: PensionPlan,
    /// Québec parental insurance.
    pub qpip: Insurance,
    /// Employment insurance, at the rates of Québec.
    pub ei: Insurance,
    /// Health services fund.
    pub fss: HealthFund,
    /// Mean rate of workplace health and safety, up to the ceiling of the parental insurance.
    pub cnesst_rate: f64,
    /// Labour standards, up to the same ceiling.
    pub standards_rate: f64,
    /// Training.
    pub training_rate: f64,
    /// Payroll above which training is required.
    pub training_payroll: f64,
    /// GST.
    pub gst_rate: f64,
    /// QST.
    pub qst_rate: f64,
    /// Federal corporate tax.
    pub federal_corporate: CorporateTax,
    /// Québec corporate tax.
    pub quebec_corporate: CorporateTax,
}

impl TaxRules {
    /// Returns what a single employee pays on a wage, dollars a year; nothing below 0.
    ///
    /// * taxable (Canada) = wage − additional QPP; credit = rate × (basic amount + base QPP + QPIP + EI + employment amount);
    ///   tax = max(0, brackets − credit) × (1 − abatement).
    /// * taxable (Québec) = wage − additional QPP − deduction for workers; tax = max(0, brackets − rate × basic amount).
    ///
    /// Continuous in the wage but for the two insurances, which start at once at their threshold.
    pub fn employee(&self, wage: f64) -> EmployeeDeductions {
        let wage = if wage.is_finite() { wage.max(0.0) } else { 0.0 };
        let (base, additional) = (self.qpp.base(wage), self.qpp.additional(wage));
        let (qpip, ei) = (self.qpip.employee(wage), self.ei.employee(wage));
        let net = (wage - additional).max(0.0);
        let federal = &self.federal;
        let amounts = federal.basic_amount(net) + base + qpip + ei + federal.employment_amount.min(wage);
        let federal_tax =
            (federal.brackets.tax(net) - federal.credit_rate * amounts).max(0.0) * (1.0 - federal.abatement);
        let quebec = &self.quebec;
        let deduction = (quebec.worker_deduction_rate * wage).min(quebec.worker_deduction_maximum);
        let taxable = (net - deduction).max(0.0);
        let quebec_tax = (quebec.brackets.tax(taxable) - quebec.credit_rate * quebec.basic_amount).max(0.0);
        EmployeeDeductions {
            federal_tax,
            quebec_tax,
            qpp: base + additional,
            qpip,
            ei,
        }
    }

    /// Returns what an employer of a given class pays on one job, dollars a year.
    pub fn employer(&self, wage: f64, class: PayrollClass) -> EmployerCharges {
        let wage = if wage.is_finite() { wage.max(0.0) } else { 0.0 };
        let insurable = wage.min(self.qpip.ceiling);
        EmployerCharges {
            qpp: self.qpp.base(wage) + self.qpp.additional(wage),
            qpip: self.qpip.employer(wage),
            ei: self.ei.employer(wage),
            cnesst: self.cnesst_rate * insurable,
            fss: class.fss_rate * wage,
            standards: self.standards_rate * insurable,
            training: class.training_rate * wage,
        }
    }

    /// Returns the rate of the health services fund: low up to a first payroll, rising in a straight line to the full rate at a second one.
    /// The law rounds it to two decimals of a percent, which is not done here.
    pub fn fss_rate(&self, payroll: f64, sector: PayrollSector) -> f64 {
        let fund = &self.fss;
        let low = match sector {
            PayrollSector::Goods => fund.low_rate_goods,
            PayrollSector::Services => fund.low_rate,
            PayrollSector::Public => return fund.high_rate,
        };
        if payroll >= fund.high_payroll {
            fund.high_rate
        } else if payroll <= fund.low_payroll {
            low
        } else {
            let way = (payroll - fund.low_payroll) / (fund.high_payroll - fund.low_payroll);
            low + way * (fund.high_rate - low)
        }
    }

    /// Returns what an employer's payroll and sector decide.
    pub fn payroll_class(&self, payroll: f64, sector: PayrollSector) -> PayrollClass {
        PayrollClass {
            fss_rate: self.fss_rate(payroll, sector),
            training_rate: if payroll > self.training_payroll {
                self.training_rate
            } else {
                0.0
            },
        }
    }
}
