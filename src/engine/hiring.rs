//! Who is hired each year: posts that open, and graduates of programmes who take them.

/// A programme of study whose graduates the project hires.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Programme {
    /// People who begin it each year.
    pub seats: f64,
    /// The part of them who graduate.
    pub graduation: f64,
    /// The part of graduates whom the project would hire.
    pub hired: f64,
    /// The first year in which it has graduates to hire.
    pub first_year: i32,
}

impl Programme {
    /// Returns the graduates that the project would hire in a year, `seats × graduation × hired`; none before the first year.
    pub fn offered(&self, year: i32) -> f64 {
        if year >= self.first_year {
            self.seats * self.graduation * self.hired
        } else {
            0.0
        }
    }
}

/// Posts and hires of one year, in people.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HiringYear {
    /// The calendar year.
    pub year: i32,
    /// Posts held in the year.
    pub posts: f64,
    /// Posts to fill: new ones, and those that were left.
    pub to_fill: f64,
    /// Graduates that the project would hire, all programmes.
    pub offered: f64,
    /// Graduates hired, one per programme: what is offered, as far as there are posts to fill.
    pub hired: Vec<f64>,
    /// Posts held by graduates of the programmes, those of earlier years included.
    pub graduates: f64,
}

impl HiringYear {
    /// Returns the graduates hired, all programmes.
    pub fn hired_in_all(&self) -> f64 {
        self.hired.iter().sum()
    }

    /// Returns the posts to fill that graduates do not: they must be filled from elsewhere.
    pub fn left_to_find(&self) -> f64 {
        (self.to_fill - self.hired_in_all()).max(0.0)
    }
}

/// Returns posts and hires year by year.
///
/// With `r` the part of posts that are left each year, those kept from the year before are `posts(y−1)·(1 − r)`, and `to fill = max(0, posts − kept)`.
/// Graduates take them as far as there are posts, each programme in proportion to what it offers; nobody waits for a post of a later year. Graduates
/// leave like the others, and where posts are cut they are cut for all alike.
///
/// * `posts`: years in order, with the posts held.
/// * `replacement`: `r`, from 0 to 1.
pub fn hiring(posts: &[(i32, f64)], replacement: f64, programmes: &[Programme]) -> Vec<HiringYear> {
    let (mut before, mut graduates) = (0.0, 0.0);
    let mut out = Vec::with_capacity(posts.len());
    for &(year, now) in posts {
        let kept = before * (1.0 - replacement);
        graduates *= 1.0 - replacement;
        if now < kept {
            graduates *= now / kept;
        }
        let to_fill = (now - kept).max(0.0);
        let offers: Vec<f64> = programmes.iter().map(|p| p.offered(year)).collect();
        let offered: f64 = offers.iter().sum();
        let taken = if offered > to_fill { to_fill / offered } else { 1.0 };
        let hired: Vec<f64> = offers.iter().map(|o| o * taken).collect();
        graduates += hired.iter().sum::<f64>();
        out.push(HiringYear {
            year,
            posts: now,
            to_fill,
            offered,
            hired,
            graduates,
        });
        before = now;
    }
    out
}

/// Returns the people without work, `employed × u ÷ (1 − u)`: the rate is a part of the labour force, which is those employed and those without work.
///
/// * `rate`: u, from 0 to less than 1.
pub fn unemployed(employed: f64, rate: f64) -> f64 {
    employed * rate / (1.0 - rate)
}
