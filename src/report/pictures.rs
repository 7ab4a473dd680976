//! Every picture of a study, in the order of its pages, for files.

use super::chart::ChartSpec;
use super::charts;
use super::claims;
use super::finances::{self, FinancesView};
use super::income::{self, FamiliesClaim};
use super::jobs;
use super::overview::Scope;
use super::sankey::SankeySpec;
use super::timeline::{self, MoneyKind};
use super::trail::{self, TrailView};

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
    /// Letters, digits and `-`; no two pictures of a study share one.
    pub name: String,
    /// What it shows.
    pub picture: Picture,
}

impl NamedPicture {
    /// A picture under its own name.
    pub fn of(picture: Picture) -> Self {
        let id = match &picture {
            Picture::Chart(spec) => spec.id,
            Picture::Flow(spec) => spec.id,
        };
        Self {
            name: id.replace('_', "-"),
            picture,
        }
    }
}

/// Returns every picture of a study: what its pages show as they open, with both phases where a page shows one at a time.
///
/// * `claim`: what was announced of families, which the page of income sets beside its own figure.
pub fn pictures(scope: &Scope<'_>, claim: Option<FamiliesClaim>) -> Vec<NamedPicture> {
    let mut all: Vec<(String, Picture)> = Vec::new();
    let mut add = |suffix: &str, specs: Vec<ChartSpec>| {
        let named = |spec: ChartSpec| (format!("{}{suffix}", spec.id), Picture::Chart(spec));
        all.extend(specs.into_iter().map(named));
    };
    add("", charts::charts(scope));
    add("", timeline::waterfall(scope).into_iter().collect());
    let both = scope.study.operation().is_some() && scope.study.construction().is_some();
    add("", jobs::charts(scope, scope.study.operation().is_none()));
    if both {
        add("-construction", jobs::charts(scope, true));
    }
    add("", income::charts(scope, claim));
    if scope.study.finances.is_some() {
        add("", finances::charts(scope, FinancesView::default()));
        add("", timeline::revenue(scope, MoneyKind::default()).into_iter().collect());
    }
    add("", claims::charts(scope.study, scope.library, scope.lang));
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
        all.push((format!("{}{suffix}", page.flow.id), Picture::Flow(page.flow)));
        let named = |spec: ChartSpec| (format!("{}{suffix}", spec.id), Picture::Chart(spec));
        all.extend(page.charts.into_iter().map(named));
    }
    let mut out: Vec<NamedPicture> = Vec::new();
    for (name, picture) in all {
        // The same chart may open two pages; one file is enough.
        if out.iter().any(|p| p.picture == picture) {
            continue;
        }
        let base = name.replace('_', "-");
        let taken = |name: &str| out.iter().any(|p| p.name == name);
        let mut name = base.clone();
        let mut k = 2;
        while taken(&name) {
            name = format!("{base}-{k}");
            k += 1;
        }
        out.push(NamedPicture { name, picture });
    }
    out
}
