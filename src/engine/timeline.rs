//! Activity by calendar year: ramp-up, spending profiles and the year in which everything stops.

/// How long a project lives.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub enum Life {
    /// As long as planned.
    #[default]
    Full,
    /// It closes early.
    Closes {
        /// The last calendar year of operation.
        last_year: i32,
        /// The part of an outstanding loan or an equity stake that is then lost.
        loss_share: f64,
    },
}

impl Life {
    /// Returns whether the project still lives in a year.
    pub fn reaches(self, year: i32) -> bool {
        match self {
            Life::Full => true,
            Life::Closes { last_year, .. } => year <= last_year,
        }
    }
}

/// Returns the part of full activity of an operation in each of its years.
///
/// The first years follow `ramp_up`, the others are full; nothing operates after an early closure.
pub fn operation_activity(start: i32, end: i32, ramp_up: &[f64], life: Life) -> Vec<(i32, f64)> {
    (start..=end)
        .enumerate()
        .map(|(k, year)| {
            let planned = ramp_up.get(k).copied().unwrap_or(1.0);
            (year, if life.reaches(year) { planned } else { 0.0 })
        })
        .collect()
}

/// Returns the part of a construction's spending in each of its years; the parts sum to 1 when the project lives as planned.
///
/// * `profile`: one part per year, or nothing for equal parts. What was to be spent after an early closure is not.
pub fn construction_activity(start: i32, end: i32, profile: &[f64], life: Life) -> Vec<(i32, f64)> {
    let years = (i64::from(end) - i64::from(start) + 1).max(1) as f64;
    (start..=end)
        .enumerate()
        .map(|(k, year)| {
            let planned = if profile.is_empty() {
                1.0 / years
            } else {
                profile.get(k).copied().unwrap_or(0.0)
            };
            (year, if life.reaches(year) { planned } else { 0.0 })
        })
        .collect()
}
