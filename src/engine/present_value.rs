//! Money at different dates brought to one: discount factors, present values, annuities. Payments fall at the end of years.

/// Returns what a dollar `years` later is worth now, `(1 + rate)^−years`; more than a dollar for a date that has passed.
pub fn discount_factor(rate: f64, years: i32) -> f64 {
    (1.0 + rate).powi(years.saturating_neg())
}

/// Returns the present value at `base` of dated flows, `Σ flow / (1 + rate)^(year − base)`.
///
/// * `flows`: year and amount; amounts and rate are both nominal or both real.
pub fn present_value(flows: &[(i32, f64)], rate: f64, base: i32) -> f64 {
    flows
        .iter()
        .map(|(year, flow)| flow * discount_factor(rate, year.saturating_sub(base)))
        .sum()
}

/// Returns the present value of a dollar paid at the end of each of `payments` years, `(1 − (1 + rate)^−n) / rate`; n at a rate of 0.
///
/// Source: any text on interest; the annuity-immediate of actuaries.
pub fn annuity(rate: f64, payments: u32) -> f64 {
    let n = f64::from(payments);
    if rate == 0.0 {
        return n;
    }
    // expm1 and ln_1p keep digits where the rate is tiny.
    -(-n * rate.ln_1p()).exp_m1() / rate
}

/// Returns the equal payment at the end of each year that repays a principal over `payments` years, `principal / annuity`; 0 for no payment.
pub fn level_payment(principal: f64, rate: f64, payments: u32) -> f64 {
    if payments == 0 {
        return 0.0;
    }
    principal / annuity(rate, payments)
}
