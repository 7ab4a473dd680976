//! Analysis by parts: a project's own budget becomes demand by region and industry, at basic prices.

use super::impact::Stimulus;
use super::origins::{Buyer, Origin, Prospect, Sourcing, source};
use super::regional::StudyRegion;
use crate::problem::What;

/// What a line buys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Product {
    /// The product of an industry of the account.
    Of(usize),
    /// Imports with no domestic counterpart.
    NonComparableImport,
    /// Scrap: bought somewhere, produced by nobody, unless the user assigns an industry. Its origin is that of the buyer's own product.
    Scrap(usize),
}

/// One spending line, converted to the account's price year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SpendingLine {
    /// What is bought.
    pub product: Product,
    /// Purchaser price in dollars of the account's year, without recoverable taxes.
    pub amount: f64,
    /// The part of the basic price that is the trade margin, sent to trade.
    pub trade_margin: f64,
    /// The part of the basic price that is the transport margin, sent to transport.
    pub transport_margin: f64,
    /// Origin set by hand.
    pub origin: Option<Origin>,
    /// A cap above the default one.
    pub raised_cap: Option<f64>,
}

/// How a phase's lines become demand.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct DemandRules {
    /// Who buys.
    pub buyer: Buyer,
    /// τ: product taxes in purchaser prices.
    pub product_tax: f64,
    /// The trade industry, which receives trade margins.
    pub trade: Option<usize>,
    /// The transport industry, which receives transport margins.
    pub transport: Option<usize>,
    /// The share of all purchases to be made in the study region.
    pub local_share: Option<f64>,
    /// The share of all purchases to be made in the province.
    pub province_content: Option<f64>,
}

/// A phase's demand and the origins behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Demand {
    /// What reaches the model.
    pub stimulus: Stimulus,
    /// The origin of each line.
    pub sourcing: Sourcing,
}

/// Turns a phase's spending lines into demand (METHOD section 3).
///
/// Basic price = amount·(1 − τ). Each line is split by origin: the study region, the rest of the province, the other provinces in proportion to their sales
/// of the product to the province, and abroad, which leaves the model. Margins keep the origin of their line: who sells the good also delivers it.
pub fn demand(region: &StudyRegion, lines: &[SpendingLine], rules: &DemandRules) -> Result<Demand, What> {
    let prospects: Vec<Prospect> = lines
        .iter()
        .map(|l| {
            let weight = l.amount * (1.0 - rules.product_tax);
            let mut p = match l.product {
                Product::Of(i) | Product::Scrap(i) => Prospect::of(region, i, rules.buyer, weight),
                Product::NonComparableImport => Prospect::abroad(weight),
            };
            p.fixed = l.origin;
            p.raised_cap = l.raised_cap;
            p
        })
        .collect();
    // Inside a whole province local and provincial are one: the local share then is the province's content.
    let sourcing = if region.is_whole_province() {
        let asked = rules.local_share.or(rules.province_content);
        source(&prospects, None, asked)
            .map_err(|what| match what {
                What::ProvinceShareUnreachable { asked, maximum } if rules.local_share.is_some() => {
                    let minimum = made_by_hand(&prospects);
                    if asked < minimum {
                        What::LocalShareBelowFixed { asked, minimum }
                    } else {
                        What::LocalShareUnreachable { asked, maximum }
                    }
                }
                other => other,
            })?
            .of_whole_province()
    } else {
        source(&prospects, rules.local_share, rules.province_content)?
    };
    let account = region.account();
    let n = account.industries().len();
    let mut stimulus = Stimulus {
        demand: vec![0.0; account.size()],
        ..Stimulus::default()
    };
    for (line, origin) in lines.iter().zip(&sourcing.origins) {
        let basic = line.amount * (1.0 - rules.product_tax);
        stimulus.product_taxes += line.amount * rules.product_tax;
        let i = match line.product {
            Product::Of(i) => i,
            Product::NonComparableImport => {
                stimulus.foreign_imports += basic;
                continue;
            }
            Product::Scrap(_) => {
                stimulus.scrap += basic;
                continue;
            }
        };
        stimulus.foreign_imports += origin.abroad * basic;
        let margins = [
            (rules.trade, line.trade_margin),
            (rules.transport, line.transport_margin),
        ];
        let mut good = 1.0;
        for (industry, part) in margins {
            if let Some(m) = industry.filter(|_| part > 0.0) {
                good -= part;
                stimulus.foreign_imports += spread(region, &mut stimulus.demand, n, m, basic * part, origin);
            }
        }
        stimulus.foreign_imports += spread(region, &mut stimulus.demand, n, i, basic * good, origin);
    }
    Ok(Demand { stimulus, sourcing })
}

/// Returns the share of all purchases that lines set by hand make in the province.
fn made_by_hand(prospects: &[Prospect]) -> f64 {
    let total: f64 = prospects.iter().map(|p| p.weight).sum();
    let made = |p: &Prospect| p.fixed.map_or(0.0, |o| p.weight * (o.study + o.rest));
    if total > 0.0 {
        prospects.iter().map(made).sum::<f64>() / total
    } else {
        0.0
    }
}

/// Adds a purchase to the demand of each domestic origin; returns what is asked of other provinces when none makes the product, which can only
/// come from abroad.
fn spread(region: &StudyRegion, demand: &mut [f64], n: usize, i: usize, basic: f64, origin: &Origin) -> f64 {
    let account = region.account();
    demand[i] += origin.study * basic;
    if region.is_whole_province() {
        demand[i] += origin.rest * basic;
    } else {
        demand[n + i] += origin.rest * basic;
    }
    let first = region.provincial_regions();
    let shares = region.other_shares().row(i);
    let total: f64 = shares.iter().sum();
    let outputs: Vec<f64> = (first..account.regions().len())
        .map(|s| account.gross_output()[s * n + i])
        .collect();
    let all: f64 = outputs.iter().sum();
    let other = origin.other * basic;
    if total <= 0.0 && all <= 0.0 {
        return other;
    }
    for (k, (share, output)) in shares.iter().zip(&outputs).enumerate() {
        let part = if total > 0.0 { share / total } else { output / all };
        demand[(first + k) * n + i] += other * part;
    }
    0.0
}
