//! The sheet of results: effects by measure and territory, revenue, residents, years, industries.

use super::account::AccountSheet;
use super::demand::Demand;
use super::households::Households;
use super::inputs::{Inputs, KindInputs, Project};
use super::live::{Live, Range, num, sumproduct, total};
use super::page::Page;
use super::production::Production;
use super::purchases::Purchases;
use super::series::{self, Series};
use super::style::{Look, Number};
use super::taxes::{Taxes, groups};
use super::{Book, Cell};
use crate::report::{finances as f, words};
use crate::study::{Base, Effect, Measure, PhaseStudy, Revenue, Territory};
use crate::text::messages::workbook as m;
use crate::text::number;

/// What results are computed from.
pub(super) struct Parts<'a> {
    pub(super) inputs: &'a Inputs<'a>,
    pub(super) account: &'a AccountSheet<'a>,
    pub(super) purchases: &'a Purchases<'a>,
    pub(super) projects: &'a [Option<Project>],
    pub(super) taxes: Option<&'a Taxes<'a>>,
    pub(super) demand: &'a Demand<'a>,
    pub(super) production: &'a Production<'a>,
    pub(super) households: Option<&'a Households<'a>>,
}

/// What a row of results is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum About {
    Measure(Measure),
    /// All governments together.
    Revenue,
    /// One government's taxes or contributions, as a position in the groups.
    Group(usize),
    Personal,
    ResidentJobs,
    ResidentWages,
    ResidentAfterTax,
    Families,
}

/// One row of results.
pub(super) struct Row {
    pub(super) about: About,
    pub(super) territory: Territory,
    pub(super) label: String,
    /// By effect: direct, first suppliers, other suppliers, induced.
    pub(super) effects: [Cell; 4],
    pub(super) total: Cell,
    pub(super) net: Option<Cell>,
    /// What the study says, in the unit of the row.
    pub(super) study: f64,
    pub(super) number: Number,
    /// Its place on the sheet.
    pub(super) row: u32,
}

/// The sheet, and its rows.
pub(super) struct Results<'a> {
    pub(super) page: Page<'a>,
    pub(super) phases: Vec<Vec<Row>>,
    /// Years, industries and origins, which charts draw.
    pub(super) series: Series<'a>,
}

/// The columns of the sheet.
pub(super) const EFFECTS: u16 = 1;
const TOTAL: u16 = 5;
const NET: u16 = 6;
const EXPORTED: u16 = 7;
const DIFFERENCE: u16 = 8;
const WIDTH: u16 = 9;

/// Writes the sheet of results.
pub(super) fn results<'a>(book: &Book<'a>, parts: &Parts<'_>) -> Results<'a> {
    let mut page = book.page(m::SHEET_RESULTS);
    page.widths(&[50.0, 15.0, 15.0, 15.0, 15.0, 15.0, 15.0, 15.0, 15.0]);
    page.title(book.get(m::RESULTS_TITLE), book.get(m::RESULTS_BELOW));
    heads(book, &mut page, 3);
    page.freeze(4, 1);
    let mut writer = Writer {
        book,
        parts,
        page,
        row: 4,
    };
    let phases: Vec<Vec<Row>> = (0..book.study.phases.len()).map(|k| writer.phase(k)).collect();
    let series = series::series(book, parts, &phases);
    Results {
        page: writer.page,
        phases,
        series,
    }
}

fn heads(book: &Book<'_>, page: &mut Page<'_>, row: u32) {
    page.words(row, 0, book.get(m::COLUMN_FIGURE), Look::HeadLeft);
    for (k, effect) in Effect::ALL.into_iter().enumerate() {
        page.words(
            row,
            EFFECTS + k as u16,
            book.get(words::effect_short(effect)),
            Look::Head,
        );
    }
    let rest = [
        (TOTAL, m::COLUMN_TOTAL),
        (NET, m::COLUMN_NET),
        (EXPORTED, m::COLUMN_AT_EXPORT),
        (DIFFERENCE, m::COLUMN_DIFFERENCE),
    ];
    for (column, head) in rest {
        page.words(row, column, book.get(head), Look::Head);
    }
    let _ = page.sheet.set_row_height(row, 32);
}

/// The sheet as it is written, from the top down.
struct Writer<'a, 'b, 'p> {
    book: &'a Book<'b>,
    parts: &'a Parts<'a>,
    page: Page<'p>,
    row: u32,
}

/// How a measure reads.
fn unit_of(measure: Measure) -> Number {
    match measure {
        Measure::Jobs => Number::Count,
        _ => Number::Millions,
    }
}

/// The measures in the order of the sheet.
const MEASURES: [Measure; 9] = [
    Measure::Jobs,
    Measure::Gdp,
    Measure::Compensation,
    Measure::Wages,
    Measure::ProductionTaxes,
    Measure::Surplus,
    Measure::ProductTaxes,
    Measure::ForeignImports,
    Measure::Output,
];

impl Writer<'_, '_, '_> {
    fn study_phase(&self, k: usize) -> &PhaseStudy {
        &self.book.study.phases[k]
    }

    fn phase(&mut self, k: usize) -> Vec<Row> {
        let book = self.book;
        let phase = &book.study.phases[k];
        let name = book.phase(phase);
        let heading = if phase.construction {
            let years = number::years(phase.start, phase.end, book.lang);
            book.fill(m::BLOCK_CONSTRUCTION, &[("phase", &name), ("years", &years)])
        } else {
            book.fill(m::BLOCK_OPERATION, &[("phase", &name)])
        };
        self.page.section(self.row, WIDTH, &heading);
        self.row += 1;
        let mut rows: Vec<Row> = Vec::new();
        for measure in MEASURES {
            self.measure(k, measure, &mut rows);
        }
        self.revenue(k, &mut rows);
        self.residents(k, &mut rows);
        self.row += 1;
        rows
    }

    /// The territories that do not overlap, then the sums.
    fn apart(&self) -> Vec<Territory> {
        words::shown_territories(self.book.study)
    }

    fn sums(&self) -> Vec<(Territory, Vec<Territory>)> {
        let mut out = Vec::new();
        if !self.book.study.whole_province {
            out.push((Territory::Province, vec![Territory::Study, Territory::RestOfProvince]));
        }
        out.push((Territory::Country, self.apart()));
        out
    }

    fn measure(&mut self, k: usize, measure: Measure, rows: &mut Vec<Row>) {
        let book = self.book;
        let phase = self.study_phase(k);
        let name = book.get(words::measure(measure, phase.construction));
        let heading = match unit_of(measure) {
            Number::Millions => book.fill(m::WITH_UNIT, &[("name", name), ("unit", &book.unit_millions())]),
            _ => name.to_owned(),
        };
        self.heading(&heading);
        let first = rows.len();
        for territory in self.apart() {
            let effects = Effect::ALL.map(|effect| self.effect(k, measure, effect, territory, rows));
            let scale = if unit_of(measure) == Number::Millions { 1e6 } else { 1.0 };
            let study = book.study.total(&book.study.phases[k], measure, territory) / scale;
            let about = About::Measure(measure);
            let label = book.place(territory);
            rows.push(self.line(
                k,
                about,
                territory,
                &label,
                effects,
                study,
                unit_of(measure),
                Look::Body,
            ));
        }
        for (territory, of) in self.sums() {
            let parts: Vec<&Row> = rows[first..].iter().filter(|r| of.contains(&r.territory)).collect();
            let effects = [0, 1, 2, 3].map(|e| total(parts.iter().map(|r| r.effects[e].clone())));
            let scale = if unit_of(measure) == Number::Millions { 1e6 } else { 1.0 };
            let study = book.study.total(&book.study.phases[k], measure, territory) / scale;
            let about = About::Measure(measure);
            let label = book.place(territory);
            let row = self.line(
                k,
                about,
                territory,
                &label,
                effects,
                study,
                unit_of(measure),
                Look::Total,
            );
            rows.push(row);
        }
    }

    fn heading(&mut self, text: &str) {
        self.page.words(self.row, 0, text, Look::HeadLeft);
        for column in 1..WIDTH {
            self.page.blank(self.row, column, Look::Head);
        }
        self.row += 1;
    }

    /// Writes one row.
    #[expect(clippy::too_many_arguments, reason = "a row has many parts, each said once")]
    fn line(
        &mut self,
        k: usize,
        about: About,
        territory: Territory,
        label: &str,
        effects: [Live; 4],
        study: f64,
        number: Number,
        look: Look,
    ) -> Row {
        let row = self.row;
        let label_look = if look == Look::Body { Look::Inset } else { look };
        self.page.words(row, 0, label, label_look);
        let mut column = EFFECTS;
        let effects = effects.map(|live| {
            let cell = self.page.put(row, column, &live, look, number);
            column += 1;
            cell
        });
        let all = self
            .page
            .range((row, EFFECTS), (1, 4), effects.iter().map(|e| e.value).collect());
        let total = self.page.put(row, TOTAL, &all.sum(), look, number);
        let net = self.parts.inputs.phases[k].net_factor.as_ref();
        let net = match net {
            Some(factor) => Some(self.page.put(row, NET, &(&total * factor), look, number)),
            None => {
                self.page.blank(row, NET, look);
                None
            }
        };
        let exported = self.page.number(row, EXPORTED, study, Look::Fixed, number);
        // A hair of rounding is no difference.
        let difference = &total - &exported;
        let size = difference.size();
        let shown = size
            .at_most(super::live::most(exported.size(), 1.0) * 1e-9)
            .choose(0.0, difference);
        self.page.put(row, DIFFERENCE, &shown, Look::Fixed, number);
        self.row += 1;
        Row {
            about,
            territory,
            label: label.to_owned(),
            effects,
            total,
            net,
            study,
            number,
            row,
        }
    }

    /// One effect of a measure in a territory, in millions of dollars or in jobs.
    fn effect(&self, k: usize, measure: Measure, effect: Effect, territory: Territory, rows: &[Row]) -> Live {
        let (book, parts) = (self.book, self.parts);
        let n = book.n;
        let regions = book.study.regions_of(territory);
        let cells = regions.start * n..regions.end * n;
        let millions = |live: Live| live / 1e6;
        let before = |measure: Measure| -> Live {
            let found = rows
                .iter()
                .find(|r| r.about == About::Measure(measure) && r.territory == territory);
            found.map_or_else(|| num(0.0), |r| r.effects[effect as usize].clone())
        };
        let operation = parts.projects[k].as_ref();
        if let (Effect::Direct, Some(project)) = (effect, operation) {
            if territory != Territory::Study {
                return num(0.0);
            }
            return match measure {
                Measure::Output => millions(project.output.clone()),
                Measure::Gdp => millions(project.gdp()),
                Measure::Compensation => millions(project.compensation.clone()),
                Measure::Wages => millions(project.wages.clone()),
                Measure::ProductionTaxes => millions(project.production_taxes.clone()),
                Measure::Surplus => millions(project.surplus.clone()),
                Measure::Jobs => project.jobs.clone(),
                Measure::ProductTaxes => millions(parts.demand.phases[k].product_taxes.clone()),
                Measure::ForeignImports => millions(parts.demand.phases[k].imports.clone()),
            };
        }
        let Some(output) = parts.production.phases[k].of(effect) else {
            return num(0.0);
        };
        let output = output.slice(cells.clone());
        let times = |coefficients: &Range| sumproduct(&[&coefficients.slice(cells.clone()), &output]);
        let fixed = &parts.inputs.fixed;
        match measure {
            Measure::Output => millions(output.sum()),
            Measure::Gdp => millions(times(&parts.account.value_added)),
            Measure::Compensation => millions(times(&parts.account.compensation)),
            Measure::Wages => before(Measure::Compensation) / (num(1.0) + &fixed.contributions),
            Measure::ProductionTaxes => &fixed.production_tax * before(Measure::Gdp),
            Measure::Surplus => before(Measure::Gdp) - before(Measure::Compensation) - before(Measure::ProductionTaxes),
            Measure::Jobs => times(&parts.account.jobs) / 1e6 * &parts.inputs.phases[k].jobs_factor,
            Measure::ProductTaxes => {
                millions(self.and_untaxed(times(&parts.account.product_taxes), k, effect, territory))
            }
            Measure::ForeignImports => {
                let mut live = times(&parts.account.imports);
                if effect == Effect::Direct && territory == Territory::Study {
                    live = live + &parts.demand.phases[k].imports;
                }
                if let (Effect::Induced, Some(households)) = (effect, parts.households) {
                    live = live + households.imported(k, regions);
                }
                millions(live)
            }
        }
    }

    /// Adds the product taxes that no industry pays: on the project's own purchases and on consumption.
    fn and_untaxed(&self, live: Live, k: usize, effect: Effect, territory: Territory) -> Live {
        match self.outside_industries(k, effect, territory) {
            Some(more) => live + more,
            None => live,
        }
    }

    /// The product taxes of a territory that no industry pays, dollars.
    fn outside_industries(&self, k: usize, effect: Effect, territory: Territory) -> Option<Live> {
        let parts = self.parts;
        match (effect, parts.households) {
            (Effect::Direct, _) if territory == Territory::Study => Some(parts.demand.phases[k].product_taxes.clone()),
            (Effect::Induced, Some(households)) => {
                let regions = self.book.study.regions_of(territory);
                Some(&parts.inputs.fixed.consumption_tax * households.consumption(k, regions))
            }
            _ => None,
        }
    }

    fn revenue(&mut self, k: usize, rows: &mut Vec<Row>) {
        let (book, parts) = (self.book, self.parts);
        let Some(taxes) = parts.taxes else {
            self.page.words(self.row, 0, book.no_law(), Look::Note);
            self.row += 1;
            return;
        };
        let phase = &book.study.phases[k];
        let groups = groups();
        let apart: Vec<Territory> = self
            .apart()
            .into_iter()
            .filter(|t| *t != Territory::RestOfCountry)
            .collect();
        let mut territories = apart.clone();
        if apart.len() > 1 {
            territories.push(Territory::Province);
        }
        for territory in territories {
            let unit = book.unit_millions();
            let place = book.place(territory);
            self.heading(&book.fill(m::REVENUE_OF, &[("place", &place), ("unit", &unit)]));
            let of_study = |of: &dyn Fn(&Revenue) -> f64| {
                let revenue = book.study.revenue(phase, &Effect::ALL, territory);
                revenue.as_ref().map_or(0.0, of) / 1e6
            };
            let first = rows.len();
            for (at, (government, kind)) in groups.iter().enumerate() {
                let effects = Effect::ALL.map(|effect| match territory {
                    Territory::Province => self.summed(rows, About::Group(at), &apart, effect),
                    _ => self.group(taxes, k, at, effect, territory),
                });
                let label = f::government_line(*government, *kind, book.lang);
                let study = of_study(&|r| r.of(*government, *kind));
                rows.push(self.line(
                    k,
                    About::Group(at),
                    territory,
                    &label,
                    effects,
                    study,
                    Number::Millions,
                    Look::Body,
                ));
            }
            let all = [0, 1, 2, 3].map(|e| total(rows[first..].iter().map(|r| r.effects[e].clone())));
            let label = book.get(m::ALL_GOVERNMENTS);
            let study = of_study(&|r| r.total());
            rows.push(self.line(
                k,
                About::Revenue,
                territory,
                label,
                all,
                study,
                Number::Millions,
                Look::Total,
            ));
            let personal = Effect::ALL.map(|effect| match territory {
                Territory::Province => self.summed(rows, About::Personal, &apart, effect),
                _ => self.personal(taxes, k, effect, territory),
            });
            let label = book.get(m::PERSONAL_LEVIES);
            let study = of_study(&|r| r.base(Base::Wages));
            rows.push(self.line(
                k,
                About::Personal,
                territory,
                label,
                personal,
                study,
                Number::Millions,
                Look::Body,
            ));
        }
    }

    fn summed(&self, rows: &[Row], about: About, of: &[Territory], effect: Effect) -> Live {
        let parts = rows.iter().filter(|r| r.about == about && of.contains(&r.territory));
        total(parts.map(|r| r.effects[effect as usize].clone()))
    }

    fn group(&self, taxes: &Taxes<'_>, k: usize, group: usize, effect: Effect, territory: Territory) -> Live {
        let regions = self.book.study.regions_of(territory);
        let cells = regions.start * self.book.n..regions.end * self.book.n;
        let own = effect == Effect::Direct && territory == Territory::Study;
        let mut parts = Vec::new();
        match self.parts.production.phases[k].of(effect) {
            Some(output) => parts.push(taxes.revenue(group, cells, output)),
            None if own => parts.extend(taxes.of_project(k, group).cloned()),
            None => {}
        }
        if let (Some(share), Some(untaxed)) = (taxes.of_products(group), self.outside_industries(k, effect, territory))
        {
            parts.push(share * untaxed);
        }
        if parts.is_empty() { num(0.0) } else { total(parts) / 1e6 }
    }

    fn personal(&self, taxes: &Taxes<'_>, k: usize, effect: Effect, territory: Territory) -> Live {
        let regions = self.book.study.regions_of(territory);
        let cells = regions.start * self.book.n..regions.end * self.book.n;
        let own = effect == Effect::Direct && territory == Territory::Study;
        match self.parts.production.phases[k].of(effect) {
            Some(output) => taxes.personal(cells, output) / 1e6,
            None => match taxes.personal_of_project(k).filter(|_| own) {
                Some(own) => own / 1e6,
                None => num(0.0),
            },
        }
    }

    /// What residents hold and earn, and the families that supports.
    fn residents(&mut self, k: usize, rows: &mut Vec<Row>) {
        let (book, parts) = (self.book, self.parts);
        let phase = &book.study.phases[k];
        let apart: Vec<Territory> = self
            .apart()
            .into_iter()
            .filter(|t| *t != Territory::RestOfCountry)
            .collect();
        let hiring = match &parts.inputs.phases[k].kind {
            KindInputs::Operation { hiring, .. } => hiring.clone(),
            KindInputs::Construction { .. } => None,
        };
        let whole = book.study.whole_province;
        let share = |effect: Effect| match (&hiring, effect) {
            (Some(own), Effect::Direct) => own.clone(),
            _ => parts.inputs.fixed.resident_share.clone(),
        };
        // Of what stands in the region, its residents have a share; the rest of the province has the other.
        let held = |of: &dyn Fn(Territory, Effect) -> Live, territory: Territory, effect: Effect| match territory {
            _ if whole => of(territory, effect),
            Territory::Study => share(effect) * of(Territory::Study, effect),
            _ => of(territory, effect) + (num(1.0) - share(effect)) * of(Territory::Study, effect),
        };
        let unit = book.unit_millions();
        let jobs_label = if phase.construction {
            m::RESIDENT_JOB_YEARS
        } else {
            m::RESIDENT_JOBS
        };
        let families_label = if phase.construction {
            m::FAMILIES_ONE_YEAR
        } else {
            m::FAMILIES
        };
        let mut territories = apart.clone();
        if apart.len() > 1 {
            territories.push(Territory::Province);
        }
        for territory in territories {
            self.heading(&book.fill(m::RESIDENTS_OF, &[("place", &book.place(territory))]));
            let study = book.study.residents(phase, &Effect::ALL, territory);
            let cell = |rows: &[Row], about: About, territory: Territory, effect: Effect| -> Live {
                let found = rows.iter().find(|r| r.about == about && r.territory == territory);
                found.map_or_else(|| num(0.0), |r| r.effects[effect as usize].clone())
            };
            let mut kinds = vec![
                (
                    About::ResidentJobs,
                    book.get(jobs_label).to_owned(),
                    study.jobs,
                    Number::Count,
                ),
                (
                    About::ResidentWages,
                    book.fill(m::RESIDENT_WAGES, &[("unit", &unit)]),
                    study.wages / 1e6,
                    Number::Millions,
                ),
            ];
            if let Some(after) = study.after_tax {
                kinds.push((
                    About::ResidentAfterTax,
                    book.fill(m::RESIDENT_AFTER_TAX, &[("unit", &unit)]),
                    after / 1e6,
                    Number::Millions,
                ));
            }
            kinds.push((
                About::Families,
                book.get(families_label).to_owned(),
                book.study.families(phase, &Effect::ALL, territory),
                Number::Count,
            ));
            for (about, label, of_study, number) in kinds {
                let effects = Effect::ALL.map(|effect| match (about, territory) {
                    (About::Families, _) => {
                        cell(rows, About::ResidentJobs, territory, effect) / &parts.inputs.fixed.earners
                    }
                    (_, Territory::Province) if !whole => self.summed(rows, about, &apart, effect),
                    (About::ResidentJobs, _) => held(
                        &|t, e| cell(rows, About::Measure(Measure::Jobs), t, e),
                        territory,
                        effect,
                    ),
                    (About::ResidentWages, _) => held(
                        &|t, e| cell(rows, About::Measure(Measure::Wages), t, e),
                        territory,
                        effect,
                    ),
                    _ => held(
                        &|t, e| cell(rows, About::Measure(Measure::Wages), t, e) - cell(rows, About::Personal, t, e),
                        territory,
                        effect,
                    ),
                });
                rows.push(self.line(k, about, territory, &label, effects, of_study, number, Look::Body));
            }
        }
    }
}

impl Results<'_> {
    /// One row of a phase.
    pub(super) fn row(&self, k: usize, about: About, territory: Territory) -> Option<&Row> {
        let rows = self.phases.get(k)?;
        rows.iter().find(|r| r.about == about && r.territory == territory)
    }
}
