//! The limits of the method, for the help and for whatever carries figures out of the program.

use crate::text::Msg;
use crate::text::messages::help as m;

/// Each limit in a few words and in a sentence or two, in the order in which they matter.
pub const LIMITS: [(Msg, Msg); 12] = [
    (m::LIMIT_GROSS, m::LIMIT_GROSS_TEXT),
    (m::LIMIT_STATIC, m::LIMIT_STATIC_TEXT),
    (m::LIMIT_FIXED, m::LIMIT_FIXED_TEXT),
    (m::LIMIT_PRICES, m::LIMIT_PRICES_TEXT),
    (m::LIMIT_CAPACITY, m::LIMIT_CAPACITY_TEXT),
    (m::LIMIT_REGION, m::LIMIT_REGION_TEXT),
    (m::LIMIT_RECIPE, m::LIMIT_RECIPE_TEXT),
    (m::LIMIT_INDUCED, m::LIMIT_INDUCED_TEXT),
    (m::LIMIT_JOBS, m::LIMIT_JOBS_TEXT),
    (m::LIMIT_LAW, m::LIMIT_LAW_TEXT),
    (m::LIMIT_YEAR, m::LIMIT_YEAR_TEXT),
    (m::LIMIT_PUBLIC, m::LIMIT_PUBLIC_TEXT),
];
