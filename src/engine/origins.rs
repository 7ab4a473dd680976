//! Where a project's purchases come from: default origin shares, and the solver that meets a local share exactly.

use super::regional::StudyRegion;
use crate::problem::What;

/// Origin shares of one purchase; they sum to 1.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Origin {
    /// Made in the study region.
    pub study: f64,
    /// Made in the rest of its province.
    pub rest: f64,
    /// Made in the other provinces.
    pub other: f64,
    /// Made abroad.
    pub abroad: f64,
}

/// Who buys, which decides how local the purchase is by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Buyer {
    /// An industry, for its production: the chosen quotient of the pair applies.
    Industry(usize),
    /// A final user (investment, households): `min(1, SLQ_i)` applies.
    Final,
}

impl Sourcing {
    /// Reads the sourcing of a study region that is a whole province: made in the region is made in the province, and what could be is what the
    /// province could make.
    pub fn of_whole_province(mut self) -> Self {
        for o in &mut self.origins {
            *o = Origin {
                study: o.study + o.rest,
                rest: 0.0,
                ..*o
            };
        }
        for cap in &mut self.caps {
            *cap = if *cap > 0.0 { 1.0 } else { 0.0 };
        }
        self.local_share = self.province_share;
        self.default_share = self.province_default;
        self.minimum = self.province_minimum;
        self.maximum = self.province_maximum;
        self
    }
}

/// What one purchase could be, before a local share is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Prospect {
    /// Its part of all purchases, at basic prices; any unit.
    pub weight: f64,
    /// The share made in the province by default, t^{PP}.
    pub province: f64,
    /// The share made in the other provinces by default.
    pub other: f64,
    /// The local part of what is made in the province: min(1, quotient).
    pub local_part: f64,
    /// A cap above the default one, where a local supplier replaces other origins.
    pub raised_cap: Option<f64>,
    /// Whether the region makes the product at all.
    pub made_here: bool,
    /// Shares set by hand, kept as they are.
    pub fixed: Option<Origin>,
}

/// Origins of a phase's purchases and how they were reached.
#[derive(Clone, Debug, PartialEq)]
pub struct Sourcing {
    /// One origin per purchase.
    pub origins: Vec<Origin>,
    /// The cap of each purchase.
    pub caps: Vec<f64>,
    /// The default local share of each purchase.
    pub defaults: Vec<f64>,
    /// The factor applied to default local shares; 1 when no share was asked for.
    pub kappa: f64,
    /// The local share reached.
    pub local_share: f64,
    /// The local share when nothing is asked for.
    pub default_share: f64,
    /// The smallest local share that can be asked for: what purchases set by hand keep in the region.
    pub minimum: f64,
    /// The largest local share that can be asked for.
    pub maximum: f64,
    /// The share of the province (region included) reached.
    pub province_share: f64,
    /// The share of the province when nothing is asked for.
    pub province_default: f64,
    /// The smallest share of the province that can be asked for.
    pub province_minimum: f64,
    /// The largest share of the province that can be asked for.
    pub province_maximum: f64,
}

impl Prospect {
    /// Describes a purchase of industry `i`'s product by `buyer`.
    pub fn of(region: &StudyRegion, i: usize, buyer: Buyer, weight: f64) -> Self {
        let quotient = match buyer {
            Buyer::Industry(j) => region.purchase_quotients()[(i, j)],
            Buyer::Final => region.simple_quotients()[i].min(1.0),
        };
        Self {
            weight,
            province: region.province_share()[i],
            other: region.other_shares().row(i).iter().sum(),
            local_part: quotient,
            raised_cap: None,
            made_here: region.simple_quotients()[i] > 0.0,
            fixed: None,
        }
    }

    /// Describes a purchase that no domestic producer can supply.
    pub fn abroad(weight: f64) -> Self {
        Self {
            weight,
            province: 0.0,
            other: 0.0,
            local_part: 0.0,
            raised_cap: None,
            made_here: false,
            fixed: None,
        }
    }

    /// Returns the origin of the purchase when nothing is asked for.
    pub fn usual_origin(&self) -> Origin {
        self.origin(self.default_local().min(self.cap()))
    }

    fn default_local(&self) -> f64 {
        self.province * self.local_part
    }

    fn cap(&self) -> f64 {
        let own = if self.made_here { self.province } else { 0.0 };
        self.raised_cap.map_or(own, |c| c.max(own)).clamp(0.0, 1.0)
    }

    fn origin(&self, local: f64) -> Origin {
        let abroad = (1.0 - self.province - self.other).max(0.0);
        if local <= self.province {
            return Origin {
                study: local,
                rest: self.province - local,
                other: self.other,
                abroad,
            };
        }
        let outside = self.other + abroad;
        let left = 1.0 - local;
        let other = if outside > 0.0 {
            left * self.other / outside
        } else {
            0.0
        };
        // Rounding may leave a hair below 0.
        Origin {
            study: local,
            rest: 0.0,
            other,
            abroad: (left - other).max(0.0),
        }
    }
}

impl Origin {
    /// Returns the four shares in their fixed order: study region, rest of province, other provinces, abroad.
    pub fn shares(&self) -> [f64; 4] {
        [self.study, self.rest, self.other, self.abroad]
    }
}

/// Meets `Σ w·min(cap, κ·s⁰) = target` exactly, at the break points of this increasing, piecewise linear function of κ.
///
/// * `items`: (weight w, default s⁰, cap); `target`: in the unit of w.
///
/// Purchases with a default of 0 but a cap above it (a supplier the user knows of) are filled last, in proportion to their caps. Returns κ (infinite in
/// that last stage) and the shares; the caller has checked that `0 ≤ target ≤ Σ w·cap`.
pub fn meet_share(items: &[(f64, f64, f64)], target: f64) -> (f64, Vec<f64>) {
    let shares_at = |kappa: f64| -> Vec<f64> { items.iter().map(|(_, s, cap)| (kappa * s).min(*cap)).collect() };
    let mut breaks: Vec<f64> = items
        .iter()
        .filter(|(_, s, _)| *s > 0.0)
        .map(|(_, s, cap)| cap / s)
        .collect();
    breaks.sort_by(f64::total_cmp);
    let value = |shares: &[f64]| -> f64 { items.iter().zip(shares).map(|((w, _, _), s)| w * s).sum() };
    let mut low = 0.0;
    let mut at_low = 0.0;
    for high in breaks {
        let at_high = value(&shares_at(high));
        if at_high >= target && at_high > at_low {
            let kappa = low + (high - low) * (target - at_low) / (at_high - at_low);
            return (kappa, shares_at(kappa));
        }
        if at_high >= target {
            return (low, shares_at(low));
        }
        (low, at_low) = (high, at_high);
    }
    let mut shares = shares_at(low);
    let room: f64 = items
        .iter()
        .filter(|(_, s, _)| *s <= 0.0)
        .map(|(w, _, cap)| w * cap)
        .sum();
    if room > 0.0 {
        let part = ((target - at_low) / room).clamp(0.0, 1.0);
        for (share, (_, _, cap)) in shares.iter_mut().zip(items).filter(|(_, (_, s, _))| *s <= 0.0) {
            *share = part * cap;
        }
        return (if part > 0.0 { f64::INFINITY } else { low }, shares);
    }
    (low, shares)
}

/// Finds the origins of a phase's purchases (METHOD section 3).
///
/// * `local_share`: p, the share of all purchases made in the study region; `None` keeps the defaults.
/// * `province_content`: the share made in the whole province, which scales t^{PP} first; `None` keeps the account's.
///
/// Purchases set by hand keep their origin and count in both shares.
pub fn source(
    prospects: &[Prospect],
    local_share: Option<f64>,
    province_content: Option<f64>,
) -> Result<Sourcing, What> {
    let mut prospects = prospects.to_vec();
    let total: f64 = prospects.iter().map(|p| p.weight).sum();
    let fixed = |p: &[Prospect], f: fn(&Origin) -> f64| -> f64 {
        p.iter().filter_map(|p| p.fixed.as_ref().map(|o| p.weight * f(o))).sum()
    };
    let free = |p: &Prospect| p.fixed.is_none();
    // Any share of nothing is met by nothing: a project brought down to zero keeps the shares it asked for.
    let asks = |share: &f64| total > 0.0 || !(0.0..=1.0).contains(share);

    let made_in_province = fixed(&prospects, |o| o.study + o.rest);
    let content: Vec<(f64, f64, f64)> = prospects
        .iter()
        .filter(|p| free(p))
        .map(|p| (p.weight, p.province, if p.province > 0.0 { 1.0 } else { 0.0 }))
        .collect();
    let content_room: f64 = content.iter().map(|(w, _, cap)| w * cap).sum();
    let content_default: f64 = content.iter().map(|(w, share, _)| w * share).sum();
    let share_of = |amount: f64| if total > 0.0 { amount / total } else { 0.0 };
    let province_maximum = share_of(made_in_province + content_room);
    if let Some(asked) = province_content.filter(asks) {
        let maximum = province_maximum;
        if !(0.0..=maximum + 1e-12).contains(&asked) || asked * total < made_in_province - 1e-9 * total {
            return Err(What::ProvinceShareUnreachable { asked, maximum });
        }
        let (_, shares) = meet_share(&content, (asked * total - made_in_province).clamp(0.0, content_room));
        for (p, share) in prospects.iter_mut().filter(|p| p.fixed.is_none()).zip(shares) {
            let outside = 1.0 - p.province;
            p.other = if outside > 0.0 {
                p.other * (1.0 - share) / outside
            } else {
                0.0
            };
            p.province = share;
        }
    }

    let set_by_hand = fixed(&prospects, |o| o.study);
    let items: Vec<(f64, f64, f64)> = prospects
        .iter()
        .filter(|p| free(p))
        .map(|p| (p.weight, p.default_local(), p.cap()))
        .collect();
    let room: f64 = items.iter().map(|(w, _, cap)| w * cap).sum();
    let by_default: f64 = items.iter().map(|(w, s, cap)| w * s.min(*cap)).sum();
    let (minimum, maximum) = (share_of(set_by_hand), share_of(set_by_hand + room));
    let (kappa, local) = match local_share.filter(asks) {
        None => (1.0, items.iter().map(|(_, s, cap)| s.min(*cap)).collect()),
        Some(asked) if !(0.0..=maximum + 1e-12).contains(&asked) => {
            return Err(What::LocalShareUnreachable { asked, maximum });
        }
        Some(asked) if asked < minimum - 1e-12 => return Err(What::LocalShareBelowFixed { asked, minimum }),
        Some(asked) => meet_share(&items, (asked * total - set_by_hand).clamp(0.0, room)),
    };

    let mut solved = local.into_iter();
    let mut origins = Vec::with_capacity(prospects.len());
    for p in &prospects {
        origins.push(match p.fixed {
            Some(o) => o,
            None => p.origin(solved.next().unwrap_or(0.0)),
        });
    }
    let reached = |f: fn(&Origin) -> f64| share_of(prospects.iter().zip(&origins).map(|(p, o)| p.weight * f(o)).sum());
    Ok(Sourcing {
        caps: prospects.iter().map(Prospect::cap).collect(),
        defaults: prospects.iter().map(|p| p.default_local().min(p.cap())).collect(),
        kappa,
        local_share: reached(|o| o.study),
        default_share: share_of(set_by_hand + by_default),
        minimum,
        maximum,
        province_share: reached(|o| o.study + o.rest),
        province_default: share_of(made_in_province + content_default),
        province_minimum: share_of(made_in_province),
        province_maximum,
        origins,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prospect(weight: f64, province: f64, local_part: f64) -> Prospect {
        Prospect {
            weight,
            province,
            other: 0.1,
            local_part,
            raised_cap: None,
            made_here: true,
            fixed: None,
        }
    }

    #[test]
    fn the_share_asked_for_is_met_exactly() {
        let p = [prospect(10.0, 0.8, 0.5), prospect(5.0, 0.3, 0.9), Prospect::abroad(3.0)];
        for asked in [0.0, 0.1, 0.25, 0.4, 0.5] {
            let s = source(&p, Some(asked), None).unwrap();
            let reached: f64 = p.iter().zip(&s.origins).map(|(p, o)| p.weight * o.study).sum::<f64>() / 18.0;
            assert!((reached - asked).abs() < 1e-14, "{asked}: {reached}");
            for o in &s.origins {
                assert!((o.shares().iter().sum::<f64>() - 1.0).abs() < 1e-14);
            }
        }
        assert!((source(&p, None, None).unwrap().maximum - (8.0 + 1.5) / 18.0).abs() < 1e-14);
    }

    #[test]
    fn beyond_the_maximum_the_share_is_refused_with_it() {
        let p = [prospect(1.0, 0.5, 0.5)];
        match source(&p, Some(0.6), None) {
            Err(What::LocalShareUnreachable { maximum, .. }) => assert!((maximum - 0.5).abs() < 1e-15),
            other => panic!("{other:?}"),
        }
        assert!(matches!(
            source(&p, Some(f64::NAN), None),
            Err(What::LocalShareUnreachable { .. })
        ));
    }

    #[test]
    fn lines_set_by_hand_keep_their_value_and_count() {
        let mut by_hand = prospect(10.0, 0.5, 0.5);
        by_hand.fixed = Some(Origin {
            study: 0.9,
            rest: 0.1,
            other: 0.0,
            abroad: 0.0,
        });
        let p = [by_hand, prospect(10.0, 0.6, 0.5)];
        let s = source(&p, Some(0.6), None).unwrap();
        assert_eq!(s.origins[0].study, 0.9);
        assert_eq!((s.minimum, s.province_minimum), (0.45, 0.5));
        assert!((source(&p, Some(0.45), None).unwrap().local_share - 0.45).abs() < 1e-14);
        assert!((s.origins[1].study - 0.3).abs() < 1e-14);
        assert!(matches!(
            source(&p, Some(0.3), None),
            Err(What::LocalShareBelowFixed { .. })
        ));
    }

    #[test]
    fn a_raised_cap_takes_from_imports() {
        let mut p = prospect(1.0, 0.5, 0.5);
        p.raised_cap = Some(1.0);
        let s = source(&[p], Some(0.8), None).unwrap();
        let o = s.origins[0];
        assert!((o.study - 0.8).abs() < 1e-14 && o.rest == 0.0);
        // Other provinces 0.1 and abroad 0.4 shrink together to 0.2.
        assert!((o.other - 0.04).abs() < 1e-14 && (o.abroad - 0.16).abs() < 1e-14);
    }

    #[test]
    fn province_content_moves_purchases_from_outside() {
        let p = [prospect(1.0, 0.5, 0.5), prospect(1.0, 0.25, 1.0)];
        let s = source(&p, None, Some(0.6)).unwrap();
        assert!((s.province_share - 0.6).abs() < 1e-14);
        assert!((s.origins[0].other / s.origins[0].abroad - 0.1 / 0.4).abs() < 1e-12);
    }
}
