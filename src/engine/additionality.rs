//! Gross to net: how much of a direct activity is new, step by step (METHOD section 8).

/// The factors of one phase, all shares.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Factors {
    deadweight: f64,
    displacement: f64,
    substitution: f64,
    reference: f64,
}

/// What is taken from a gross figure, step after step; the steps sum to the net figure exactly.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Waterfall {
    /// The activity before any deduction.
    pub gross: f64,
    /// What would have happened anyway.
    pub deadweight: f64,
    /// What takes the place of activity elsewhere in the region.
    pub displacement: f64,
    /// What replaces another activity of the same firm.
    pub substitution: f64,
    /// The activity of the reference case.
    pub reference: f64,
    /// `gross − deadweight − displacement − substitution − reference`.
    pub net: f64,
}

impl Factors {
    /// Wraps the factors when each is a share.
    ///
    /// * `reference`: the activity of the reference case, as a share of the gross activity. A reference case that is stated already holds what
    ///   would have happened anyway: give it or `deadweight`, not the same activity in both.
    pub fn new(deadweight: f64, displacement: f64, substitution: f64, reference: f64) -> Option<Self> {
        let all = [deadweight, displacement, substitution, reference];
        all.iter().all(|f| (0.0..=1.0).contains(f)).then_some(Self {
            deadweight,
            displacement,
            substitution,
            reference,
        })
    }

    /// Returns what a dollar or a job of gross direct activity is in net terms:
    /// `(1 − deadweight)·(1 − displacement)·(1 − substitution) − reference`.
    ///
    /// It lies between −1 and 1 and is not floored at 0: where the reference case brings more than what is left of the project, the project leaves the
    /// region with less than it would have had, and a floor would hide it.
    ///
    /// Source: Additionality Guide, 4th edition (Homes and Communities Agency, 2014), section 5.2, without its leakage (results are by region already)
    /// and its multiplier (the model's own).
    pub fn net_factor(&self) -> f64 {
        self.waterfall(1.0).net
    }

    /// Returns the steps from a gross figure to the net one.
    pub fn waterfall(&self, gross: f64) -> Waterfall {
        let deadweight = gross * self.deadweight;
        let after_deadweight = gross - deadweight;
        let displacement = after_deadweight * self.displacement;
        let after_displacement = after_deadweight - displacement;
        let substitution = after_displacement * self.substitution;
        let after_substitution = after_displacement - substitution;
        let reference = gross * self.reference;
        Waterfall {
            gross,
            deadweight,
            displacement,
            substitution,
            reference,
            net: after_substitution - reference,
        }
    }
}
