//! Every picture of a study, in the order of its pages, for files.

use super::chart::ChartSpec;
use super::charts;
use super::claims;
use super::compare::{self, CompareScope};
use super::compare_steps;
use super::finances::{self, FinancesView};
use super::income::{self, FamiliesClaim};
use super::jobs;
use super::labour;
use super::levers;
use super::overview::Scope;
use super::sankey::SankeySpec;
use super::timeline::{self, MoneyKind};
use super::trail::{self, TrailView};
use crate::text::messages::file_names as names;
use crate::text::{Lang, Msg};

/// The name of the file of each chart, by its id.
const NAMES: [(&str, Msg); 35] = [
    ("effects", names::EFFECTS),
    ("industries", names::INDUSTRIES),
    ("regions", names::REGIONS),
    ("years", names::YEARS),
    ("waterfall", names::WATERFALL),
    ("jobs_effects", names::JOBS_EFFECTS),
    ("jobs_industries", names::JOBS_INDUSTRIES),
    ("jobs_regions", names::JOBS_REGIONS),
    ("jobs_residents", names::JOBS_RESIDENTS),
    ("jobs_wages", names::JOBS_WAGES),
    ("labour", names::LABOUR),
    ("families", names::FAMILIES),
    ("pay", names::PAY),
    ("revenue_operation", names::REVENUE_OPERATION),
    ("revenue_construction", names::REVENUE_CONSTRUCTION),
    ("revenue_years", names::REVENUE_YEARS),
    ("payback", names::PAYBACK),
    ("money_trail", names::MONEY_TRAIL),
    ("trail_left", names::TRAIL_LEFT),
    ("trail_leaks", names::TRAIL_LEAKS),
    ("group_years", names::GROUP_YEARS),
    ("levers", names::LEVERS),
    ("claim_direct", names::CLAIM_DIRECT),
    ("claim_indirect", names::CLAIM_INDIRECT),
    ("claim_induced", names::CLAIM_INDUCED),
    ("claim_other", names::CLAIM_OTHER),
    ("claim_total", names::CLAIM_TOTAL),
    ("claim_multiplier", names::CLAIM_MULTIPLIER),
    ("claim_families", names::CLAIM_FAMILIES),
    ("claim_gdp", names::CLAIM_GDP),
    ("claim_revenue", names::CLAIM_REVENUE),
    ("claim_payroll", names::CLAIM_PAYROLL),
    ("local_levers", names::LOCAL_LEVERS),
    ("compare-bars", names::COMPARE_BARS),
    ("compare-steps", names::COMPARE_STEPS),
];

/// Returns the name of the file of a chart in a language; a chart that has none is known by its id, which a test forbids.
fn file_name(id: &str, lang: Lang) -> String {
    let known = NAMES.iter().find(|(known, _)| *known == id);
    known.map_or_else(|| id.replace('_', "-"), |(_, name)| name.get(lang).to_owned())
}

/// What a picture shows.
#[derive(Clone, Debug, PartialEq)]
pub enum Picture {
    /// A chart.
    Chart(ChartSpec),
    /// A flow diagram.
    Flow(SankeySpec),
}

/// How a picture is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PictureKind {
    /// Vectors, with texts as texts.
    Svg,
    /// Pixels.
    Png,
    /// Vectors, with the font inside.
    Pdf,
}

impl PictureKind {
    /// Every kind.
    pub const ALL: [PictureKind; 3] = [PictureKind::Svg, PictureKind::Png, PictureKind::Pdf];

    /// Returns the end of its name.
    pub fn extension(self) -> &'static str {
        match self {
            PictureKind::Svg => "svg",
            PictureKind::Png => "png",
            PictureKind::Pdf => "pdf",
        }
    }
}

/// A picture under the name its file takes.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedPicture {
    /// In the language of the picture: small letters, digits and `-`; no two pictures of a study share one.
    pub name: String,
    /// What it shows.
    pub picture: Picture,
}

impl NamedPicture {
    /// A picture under its own name.
    pub fn of(picture: Picture, lang: Lang) -> Self {
        Self {
            name: file_name(picture.id(), lang),
            picture,
        }
    }
}

impl Picture {
    fn id(&self) -> &'static str {
        match self {
            Picture::Chart(spec) => spec.id,
            Picture::Flow(spec) => spec.id,
        }
    }
}

/// How wide a picture is for each column that explains a difference, points: narrower, and its name has no room.
const COLUMN: f32 = 150.0;

/// Returns the pictures of a comparison: figures side by side, and what explains their differences.
///
/// * `wide`: the width of the pictures, points.
pub fn compared(scope: &CompareScope<'_>, wide: f32) -> Vec<NamedPicture> {
    let steps = compare_steps::steps(scope, (wide / COLUMN) as usize);
    let specs = std::iter::once(compare::bars(scope)).chain(steps);
    specs
        .map(|spec| NamedPicture::of(Picture::Chart(spec), scope.lang))
        .collect()
}

/// Returns every picture of a study: what its pages show as they open, with both phases where a page shows one at a time.
///
/// * `claim`: what was announced of families, which the page of income sets beside its own figure.
pub fn pictures(scope: &Scope<'_>, claim: Option<FamiliesClaim>) -> Vec<NamedPicture> {
    let lang = scope.lang;
    let mut all: Vec<NamedPicture> = Vec::new();
    let mut add = |suffix: &str, picture: Picture| {
        // The same chart may open two pages; one file is enough.
        if all.iter().any(|p| p.picture == picture) {
            return;
        }
        let base = format!("{}{suffix}", file_name(picture.id(), lang));
        let taken = |name: &String| all.iter().any(|p| p.name == *name);
        let numbered = (2..).map(|k| format!("{base}-{k}"));
        let name = std::iter::once(base.clone()).chain(numbered).find(|name| !taken(name));
        all.extend(name.map(|name| NamedPicture { name, picture }));
    };
    let of = |specs: Vec<ChartSpec>| specs.into_iter().map(Picture::Chart);
    of(charts::charts(scope)).for_each(|p| add("", p));
    of(timeline::waterfall(scope).into_iter().collect()).for_each(|p| add("", p));
    let both = scope.study.operation().is_some() && scope.study.construction().is_some();
    of(jobs::charts(scope, scope.study.operation().is_none())).for_each(|p| add("", p));
    if both {
        let suffix = format!("-{}", names::OF_CONSTRUCTION.get(lang));
        of(jobs::charts(scope, true)).for_each(|p| add(&suffix, p));
    }
    of(labour::chart(scope).into_iter().collect()).for_each(|p| add("", p));
    of(income::charts(scope, claim)).for_each(|p| add("", p));
    if scope.study.finances.is_some() {
        of(finances::charts(scope, FinancesView::default())).for_each(|p| add("", p));
        of(timeline::revenue(scope, MoneyKind::default()).into_iter().collect()).for_each(|p| add("", p));
    }
    of(claims::charts(scope.study, scope.library, lang)).for_each(|p| add("", p));
    for (k, phase) in scope.study.phases.iter().enumerate() {
        let Some(page) = scope
            .study
            .money_trail(phase)
            .ok()
            .and_then(|money| trail::page(scope, phase, &money, TrailView::default()))
        else {
            continue;
        };
        let suffix = format!("-{}", k + 1);
        add(&suffix, Picture::Flow(page.flow));
        of(page.charts).for_each(|p| add(&suffix, p));
    }
    for (k, phase) in scope.study.phases.iter().enumerate() {
        let chart = levers::chart(scope, phase);
        of(chart.into_iter().collect()).for_each(|p| add(&format!("-{}", k + 1), p));
    }
    all
}
