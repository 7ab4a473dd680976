//! Purchases of the user's own beside sales that nobody stated: whether what is left of sales is still what the recipe leaves.

use crate::engine::impact::ProjectAccount;
use crate::problem::What;
use crate::scenario::{Phase, PhaseKind};

/// How many times the recipe's the surplus may be, or the recipe's it, before a warning: a ratio without unit, an assumption of ours that the sentence tells.
pub const DEPARTURE: f64 = 1.5;

/// Returns whether a phase buys what its user says while its sales follow jobs.
pub fn rests_on_own_purchases(phase: &Phase) -> bool {
    let unstated = matches!(&phase.kind, PhaseKind::Operation { sales: None, .. });
    unstated && (phase.own_budget || phase.lines.iter().any(|l| l.amount.is_some()))
}

/// Returns what to warn of where sales follow jobs while purchases do not.
///
/// * sales that nobody states follow pay: x = pay ÷ (the recipe's pay per dollar of sales);
/// * surplus share of sales: s = (x − purchases − pay − taxes on production) ÷ x, with the user's purchases and with those of the recipe;
/// * a warning shows where one share is more than [`DEPARTURE`] times the other. Jobs, pay and taxes are the same on both sides, so that GDP per job
///   moves by the same dollars. Where the recipe itself leaves no surplus, GDP per job, (x − purchases) ÷ jobs, is compared instead;
/// * sales that keep the recipe's share: (purchases + pay + taxes on production) ÷ (1 − s of the recipe).
///
/// A surplus below zero has a warning of its own and is not told twice.
///
/// `recipe_purchases`: what the recipe would buy at the same sales, dollars of the data year.
pub(super) fn departure(phase: &Phase, account: &ProjectAccount, recipe_purchases: f64) -> Option<What> {
    let sales = account.output;
    if !rests_on_own_purchases(phase) || sales <= 0.0 || account.surplus < 0.0 {
        return None;
    }
    let paid = account.compensation + account.production_taxes;
    let recipe = (sales - recipe_purchases - paid) / sales;
    let own = account.surplus / sales;
    let (a, b) = match recipe > 0.0 {
        true => (own, recipe),
        false => (sales - account.purchases, sales - recipe_purchases),
    };
    let departs = a > DEPARTURE * b || b > DEPARTURE * a;
    departs.then_some(What::SalesFollowJobs {
        own,
        recipe,
        sales,
        keeping: (recipe > 0.0 && recipe < 1.0).then(|| (account.purchases + paid) / (1.0 - recipe)),
        times: DEPARTURE,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::{Input, presets};

    fn phase(own: bool, sales: Option<f64>) -> Phase {
        let (_, text) = presets::SHIPPED[0];
        let scenario = crate::scenario::file::read(text.as_bytes()).expect("a shipped example reads");
        let mut phase = scenario
            .phases
            .into_iter()
            .find(|p| !p.is_construction())
            .expect("it has an operation");
        phase.own_budget = own;
        phase.lines.clear();
        if let PhaseKind::Operation { sales: s, .. } = &mut phase.kind {
            *s = sales.map(Input::user);
        }
        phase
    }

    /// Sales 100, pay 30, no taxes, so that a surplus is 70 less purchases.
    fn account(purchases: f64) -> ProjectAccount {
        ProjectAccount {
            output: 100.0,
            jobs: 1.0,
            compensation: 30.0,
            purchases,
            surplus: 70.0 - purchases,
            ..ProjectAccount::default()
        }
    }

    #[test]
    fn a_surplus_beyond_half_as_much_again_warns_either_way() {
        let own = phase(true, None);
        // The recipe buys 50 and leaves 20.
        for (purchases, warns) in [
            (50.0, false),
            (41.0, false),
            (39.0, true),
            (56.0, false),
            (57.0, true),
            (71.0, false),
        ] {
            assert_eq!(
                departure(&own, &account(purchases), 50.0).is_some(),
                warns,
                "{purchases}"
            );
        }
        // With purchases of 32 and pay of 30, sales that leave 20 % are 62 ÷ 0.8.
        let Some(What::SalesFollowJobs {
            own, recipe, keeping, ..
        }) = departure(&own, &account(32.0), 50.0)
        else {
            panic!("a surplus of 38 for 20 warns");
        };
        assert!((own - 0.38).abs() < 1e-12 && (recipe - 0.2).abs() < 1e-12);
        assert!((keeping.expect("there are such sales") - 77.5).abs() < 1e-9);
    }

    #[test]
    fn purchases_of_the_recipe_or_stated_sales_do_not_warn() {
        assert_eq!(departure(&phase(false, None), &account(10.0), 50.0), None);
        assert_eq!(departure(&phase(true, Some(1e6)), &account(10.0), 50.0), None);
    }
}
