//! What is found of a claim, in words: verdicts, reasoning, and the whole in writing.

mod tables;

use super::chart::ChartSpec;
use super::full;
use super::full::{Block, Item};
use super::words::{in_region, lower_first, upper_first};
use crate::study::claims::{
    ClaimFigure, Counts, Finding, JudgedClaim, Judgement, Missing, Range, Reading, Remark, Statement, Verdict, WhyNot,
};
use crate::study::{ClaimPeriod, CountedIn, Library, Study};
use crate::text::messages::{claims as m, regions};
use crate::text::{Lang, Msg, number};

/// The most other readings that the reasoning names.
const NAMED_READINGS: usize = 3;

/// A claim to be told, in a language.
#[derive(Clone, Copy)]
pub struct Told<'a> {
    /// The claim.
    pub statement: &'a Statement,
    /// What is found of it.
    pub judgement: &'a Judgement,
    /// The data, for names.
    pub library: &'a Library,
    /// The language.
    pub lang: Lang,
}

/// Returns the name of a figure, as its field bears it.
pub fn figure(figure: ClaimFigure) -> Msg {
    match figure {
        ClaimFigure::Investment => m::INVESTMENT,
        ClaimFigure::Spending => m::SPENDING,
        ClaimFigure::DirectJobs => m::DIRECT,
        ClaimFigure::IndirectJobs => m::INDIRECT,
        ClaimFigure::InducedJobs => m::INDUCED,
        ClaimFigure::OtherJobs => m::OTHER,
        ClaimFigure::TotalJobs => m::TOTAL,
        ClaimFigure::Multiplier => m::MULTIPLIER,
        ClaimFigure::Families => m::FAMILIES,
        ClaimFigure::Gdp => m::GDP,
        ClaimFigure::Revenue => m::REVENUE,
        ClaimFigure::PayrollShare => m::SHARE,
    }
}

/// Returns the name of the chart of a figure.
fn chart_id(figure: ClaimFigure) -> &'static str {
    match figure {
        ClaimFigure::Investment => "claim_investment",
        ClaimFigure::Spending => "claim_spending",
        ClaimFigure::DirectJobs => "claim_direct",
        ClaimFigure::IndirectJobs => "claim_indirect",
        ClaimFigure::InducedJobs => "claim_induced",
        ClaimFigure::OtherJobs => "claim_other",
        ClaimFigure::TotalJobs => "claim_total",
        ClaimFigure::Multiplier => "claim_multiplier",
        ClaimFigure::Families => "claim_families",
        ClaimFigure::Gdp => "claim_gdp",
        ClaimFigure::Revenue => "claim_revenue",
        ClaimFigure::PayrollShare => "claim_payroll",
    }
}

/// Returns the name of a verdict.
pub fn verdict(verdict: Verdict) -> Msg {
    match verdict {
        Verdict::Low => m::LOW,
        Verdict::Inside => m::INSIDE,
        Verdict::High => m::HIGH,
        Verdict::Outside => m::OUTSIDE,
        Verdict::NotJudged(_) => m::NOT_JUDGED,
    }
}

/// Returns the name of a claim: its own, or the figures that it claims.
pub fn title(statement: &Statement, lang: Lang) -> String {
    if !statement.title.is_empty() {
        return statement.title.get(lang).to_owned();
    }
    let built = statement.period == Some(ClaimPeriod::Construction);
    let own = statement
        .figures
        .iter()
        .filter(|(f, _)| !statement.from_project.contains(f));
    let amounts: Vec<String> = own.map(|(f, v)| amount(*f, *v, built, lang)).collect();
    match amounts.is_empty() {
        true => m::OWN.get(lang).to_owned(),
        false => amounts.join(", "),
    }
}

/// Returns the name of what a claim is about.
pub fn activity(statement: &Statement, library: &Library, lang: Lang) -> String {
    let curated = statement.activity.id.as_deref().and_then(|id| library.activity(id));
    let recipe = library.recipe(&statement.activity.recipe);
    match (curated, recipe) {
        (Some(entry), _) => entry.label.get(lang).to_owned(),
        (None, Some(recipe)) => recipe.name().get(lang).to_owned(),
        (None, None) => statement.activity.recipe.clone(),
    }
}

/// Writes a figure alone: jobs whole, dollars in millions, shares with the decimals that tell them.
pub fn value(figure: ClaimFigure, v: f64, lang: Lang) -> String {
    let places = |v: f64, least: usize| match v.abs() {
        a if a == 0.0 || a >= 100.0 => 0,
        a if a >= 10.0 => least.max(1),
        a if a >= 1.0 => 2,
        a => number::seen_places(a, 2).max(3),
    };
    match figure {
        f if f.is_money() => {
            // A small amount must not read as nothing.
            let millions = number::seen_places(v / 1e6, 1);
            number::dollars_in_millions_with(v, millions, lang)
        }
        // Three figures at most: no more is known of a share.
        ClaimFigure::PayrollShare => number::percent_with(v, trimmed(v * 100.0, places(v * 100.0, 1)), lang),
        ClaimFigure::Multiplier => number::decimal(v, trimmed(v, places(v, 1)), lang),
        _ => number::exact(v, (0, 2), lang),
    }
}

/// Returns the fewest decimals, `most` at most, that write a value as `most` would.
fn trimmed(v: f64, most: usize) -> usize {
    let scaled = |p: usize| (v * 10_f64.powi(p as i32)).round() / 10_f64.powi(p as i32);
    (0..most)
        .find(|p| (scaled(*p) - scaled(most)).abs() < 1e-9)
        .unwrap_or(most)
}

/// Writes a figure as a sentence counts it: `20 000 emplois indirects`.
fn amount(figure: ClaimFigure, v: f64, built: bool, lang: Lang) -> String {
    use ClaimFigure::*;
    let message = match (figure, built) {
        (Investment, _) => m::OF_INVESTMENT,
        (Spending, _) => m::OF_SPENDING,
        (DirectJobs, false) => m::OF_DIRECT,
        (IndirectJobs, false) => m::OF_INDIRECT,
        (InducedJobs, false) => m::OF_INDUCED,
        (OtherJobs, false) => m::OF_OTHER,
        (TotalJobs, false) => m::OF_TOTAL,
        (DirectJobs, true) => m::OF_DIRECT_YEARS,
        (IndirectJobs, true) => m::OF_INDIRECT_YEARS,
        (InducedJobs, true) => m::OF_INDUCED_YEARS,
        (OtherJobs, true) => m::OF_OTHER_YEARS,
        (TotalJobs, true) => m::OF_TOTAL_YEARS,
        (Multiplier, _) => m::OF_MULTIPLIER,
        (Families, _) => m::OF_FAMILIES,
        (Gdp, _) => m::OF_GDP,
        (Revenue, _) => m::OF_REVENUE,
        (PayrollShare, _) => m::OF_SHARE,
    };
    message.fill(lang, &[("n", &value(figure, v, lang))])
}

impl Told<'_> {
    fn get(&self, msg: Msg) -> String {
        msg.get(self.lang).to_owned()
    }

    /// Returns whether the claim speaks of a construction, as the checker read it.
    fn built(&self) -> bool {
        self.judgement.construction
    }

    fn range(&self, f: ClaimFigure, r: Range) -> String {
        let (low, high) = (value(f, r.low, self.lang), value(f, r.high, self.lang));
        if low == high {
            low
        } else {
            number::range(&low, &high, self.lang)
        }
    }

    fn amount(&self, f: ClaimFigure, v: f64) -> String {
        amount(f, v, self.built(), self.lang)
    }

    fn base(&self, finding: &Finding) -> String {
        finding.base.map_or_else(String::new, |(f, v)| self.amount(f, v))
    }

    fn place(&self, place: CountedIn) -> String {
        let named = |code: &str| {
            let label = self.library.territory(code).map_or(code, |t| t.label.get(self.lang));
            in_region(code, label, self.lang)
        };
        let region = self.statement.region.as_str();
        match place {
            CountedIn::Region => named(region),
            CountedIn::Province => named(self.library.territory(region).map_or(region, |t| t.province.as_str())),
            CountedIn::Country => regions::IN_CANADA.get(self.lang).to_owned(),
        }
    }

    fn reading(&self, f: ClaimFigure, r: &Reading) -> String {
        use ClaimFigure::*;
        let counts = match (f, r.counts) {
            (IndirectJobs | OtherJobs, Counts::Chain) => m::COUNTS_SUPPLIERS,
            (IndirectJobs | OtherJobs, _) => m::COUNTS_SUPPLIERS_AND,
            (InducedJobs, _) => m::COUNTS_HOUSEHOLDS,
            (_, Counts::Direct) => m::COUNTS_DIRECT,
            (_, Counts::Chain) => m::COUNTS_CHAIN,
            (_, Counts::All) => m::COUNTS_ALL,
        };
        let message = match (r.construction, self.built()) {
            (true, false) => m::READING_BUILT,
            (false, true) => m::READING_RUN,
            _ => m::READING,
        };
        let values = [("place", self.place(r.place)), ("counts", self.get(counts))];
        message.fill(self.lang, &values.each_ref().map(|(n, v)| (*n, v.as_str())))
    }

    /// Returns the sentence of a verdict.
    pub fn finding(&self, f: &Finding) -> String {
        let message = match f.verdict {
            Verdict::Inside => m::IS_INSIDE,
            Verdict::High => m::IS_HIGH,
            // Nothing is so many times nothing.
            Verdict::Outside if f.range.is_none_or(|r| r.high <= 0.0) => m::IS_OUTSIDE_ZERO,
            Verdict::Outside => m::IS_OUTSIDE,
            Verdict::Low => m::IS_LOW,
            Verdict::NotJudged(_) => m::IS_NOT_JUDGED,
        };
        let range = f.range.map_or_else(String::new, |r| self.range(f.figure, r));
        let times = f.range.filter(|r| r.high > 0.0).map_or(0.0, |r| f.value / r.high);
        // Two decimals: a factor that passes the rule by a little must not read as the rule itself.
        let places = if times < 10.0 { 2 } else { 0 };
        let claim = upper_first(&self.amount(f.figure, f.value));
        let times = number::decimal(times, places, self.lang);
        message.fill(self.lang, &[("claim", &claim), ("range", &range), ("times", &times)])
    }

    /// Writes what a figure is for one unit of its base.
    fn ratio(&self, f: ClaimFigure, base: ClaimFigure, ratio: f64) -> String {
        let decimals = |v: f64| {
            let places = if v.abs() >= 100.0 {
                0
            } else {
                number::seen_places(v, 2).min(6)
            };
            number::decimal(v, places, self.lang)
        };
        let year = self.judgement.data_year.to_string();
        match (f.is_money(), base.is_money()) {
            _ if f == base => decimals(ratio),
            (true, true) => m::PER_DOLLAR.fill(self.lang, &[("n", &decimals(ratio))]),
            (false, true) => {
                let n = decimals(ratio * 1e6);
                m::PER_MILLION.fill(self.lang, &[("n", &n), ("year", &year)])
            }
            (true, false) => m::DOLLARS_PER_JOB.fill(self.lang, &[("n", &number::dollars(ratio.round(), self.lang))]),
            (false, false) if self.built() => m::PER_JOB_YEAR.fill(self.lang, &[("n", &decimals(ratio))]),
            (false, false) => m::PER_JOB.fill(self.lang, &[("n", &decimals(ratio))]),
        }
    }

    /// Returns what a verdict means and what it does not.
    pub fn meaning(&self, f: &Finding) -> String {
        let factor = number::decimal(self.judgement.high_factor, 1, self.lang);
        let message = match f.verdict {
            Verdict::Low => m::LOW_IS,
            Verdict::Inside => m::INSIDE_IS,
            Verdict::High => m::HIGH_IS,
            Verdict::Outside => m::OUTSIDE_IS,
            Verdict::NotJudged(WhyNot::NoBase) => m::NO_BASE_IS,
            Verdict::NotJudged(WhyNot::Nothing) => m::NOTHING_IS,
            Verdict::NotJudged(WhyNot::NoLaw) => m::NO_LAW_IS,
        };
        message.fill(self.lang, &[("factor", &factor)])
    }

    /// Returns the reasoning behind a verdict, sentence by sentence.
    pub fn reasons(&self, f: &Finding) -> Vec<String> {
        let lang = self.lang;
        let mut out = Vec::new();
        let claim = self.amount(f.figure, f.value);
        match f.base {
            Some((base, amount)) if base != f.figure && f.figure != ClaimFigure::PayrollShare => {
                let ratio = self.ratio(f.figure, base, f.value / amount);
                let base = self.base(f);
                out.push(m::IMPLIED.fill(lang, &[("claim", &claim), ("base", &base), ("ratio", &ratio)]));
            }
            _ => out.push(m::IMPLIED_RATIO.fill(lang, &[("claim", &claim)])),
        }
        if let Some((base, _)) = f.base
            && self.statement.from_project.contains(&base)
        {
            out.push(m::FROM_PROJECT.fill(lang, &[("base", &self.base(f))]));
        }
        out.extend(self.model(f));
        if f.figure == ClaimFigure::PayrollShare && f.model.is_some() {
            let year = self.judgement.data_year.to_string();
            out.push(m::SHARE_MEASURES.fill(lang, &[("year", &year)]));
        }
        out.extend(self.cases(f));
        match f.verdict {
            Verdict::NotJudged(_) => {}
            Verdict::Inside => {
                let stated: Vec<&Reading> = f.readings.iter().filter(|r| r.stated).collect();
                if stated.iter().any(|r| !r.holds) {
                    out.push(self.get(m::HOLDS_ONLY));
                }
            }
            Verdict::Low | Verdict::High | Verdict::Outside => out.extend(self.would_be_true(f)),
        }
        out
    }

    fn model(&self, f: &Finding) -> Option<String> {
        let lang = self.lang;
        let Some(model) = f.model else {
            // With cases alone, why; without anything, the verdict tells.
            return f.range.map(|_| self.get(m::SILENT));
        };
        let stated: Vec<&Reading> = f.readings.iter().filter(|r| r.stated).collect();
        let first = stated.first().map_or_else(String::new, |r| self.reading(f.figure, r));
        let readings = match stated.len() {
            0 | 1 => first,
            n => m::AND_OTHERS.fill(lang, &[("first", &first), ("count", &(n - 1).to_string())]),
        };
        let recipes = self.judgement.recipes.len();
        let methods = if self.judgement.models > 3 * recipes {
            m::FOUR_METHODS
        } else {
            m::ONE_METHOD
        };
        let ratio = f.figure == ClaimFigure::Multiplier;
        let message = if ratio { m::MODEL_RATIO } else { m::MODEL };
        let range = match f.figure {
            ClaimFigure::Multiplier => self.range(f.figure, model),
            _ => self.counted_range(f.figure, model),
        };
        Some(message.fill(
            lang,
            &[
                ("range", &range),
                ("base", &self.base(f)),
                ("readings", &readings),
                ("count", &self.judgement.models.to_string()),
                ("methods", methods.get(lang)),
                ("recipes", &recipes.to_string()),
            ],
        ))
    }

    /// Writes a range with what it counts: `7 550 à 15 900 emplois indirects`.
    fn counted_range(&self, figure: ClaimFigure, r: Range) -> String {
        let high = self.amount(figure, r.high);
        let (low, top) = (value(figure, r.low, self.lang), value(figure, r.high, self.lang));
        if low == top {
            high
        } else {
            number::range(&low, &high, self.lang)
        }
    }

    fn cases(&self, f: &Finding) -> Option<String> {
        f.base?;
        let same = f.cases.iter().filter(|c| c.differences.is_empty());
        let Some(range) = Range::of(same.clone().map(|c| tables::shown(f.figure, c.value))) else {
            let none = if f.cases.is_empty() {
                m::CASES_NO_RATIO
            } else {
                m::CASES_NONE
            };
            return Some(self.get(none));
        };
        let values = [
            ("count", same.count().to_string()),
            ("range", self.counted_range(f.figure, range)),
        ];
        Some(m::CASES_SAME.fill(self.lang, &values.each_ref().map(|(n, v)| (*n, v.as_str()))))
    }

    /// Returns what would have to be true for a claim above or below the range to stand in it.
    fn would_be_true(&self, f: &Finding) -> Vec<String> {
        let lang = self.lang;
        let mut out = Vec::new();
        let holding: Vec<&Reading> = f.readings.iter().filter(|r| !r.stated && r.holds).collect();
        for reading in holding.iter().take(NAMED_READINGS) {
            let values = [
                ("reading", self.reading(f.figure, reading)),
                ("range", self.range(f.figure, reading.range)),
            ];
            out.push(m::WOULD_HOLD.fill(lang, &values.each_ref().map(|(n, v)| (*n, v.as_str()))));
        }
        if holding.is_empty() {
            out.push(self.get(m::NO_READING_HOLDS));
        }
        if let (Some(needed), Some((base, _))) = (f.needed, f.base) {
            // A part of a job, or a dollar less, would not do.
            let needed = if base.is_people() { needed.ceil() } else { needed };
            let values = [("needed", self.amount(base, needed)), ("base", self.base(f))];
            out.push(m::NEEDED.fill(lang, &values.each_ref().map(|(n, v)| (*n, v.as_str()))));
        }
        let jobs = f.figure.is_people() && f.figure != ClaimFigure::Families;
        if let (true, true, Some(range)) = (jobs, f.needed.is_some(), f.range) {
            let kept = self.amount(f.figure, (f.value - range.high).ceil());
            out.push(m::KEPT.fill(lang, &[("kept", &kept)]));
        }
        if let (Some(range), Some(_)) = (f.of_manufacturing, f.base) {
            let values = [("base", self.base(f)), ("range", self.range(f.figure, range).clone())];
            out.push(m::MANUFACTURING.fill(lang, &values.each_ref().map(|(n, v)| (*n, v.as_str()))));
        }
        out
    }

    /// Returns what holds for all figures of the claim: definitions that it lacks, figures that contradict each other, dollars, purchases.
    pub fn remarks(&self) -> Vec<String> {
        let (lang, j) = (self.lang, self.judgement);
        let jobs = |v: f64| number::exact(v, (0, 2), lang);
        let mut out = Vec::new();
        for missing in &j.missing {
            out.push(self.get(match missing {
                Missing::Place => m::MISSING_PLACE,
                Missing::Effects => m::MISSING_EFFECTS,
                Missing::Period => m::MISSING_PERIOD,
            }));
        }
        for remark in &j.remarks {
            out.push(match remark {
                Remark::PartsExceed { parts, total } => {
                    m::PARTS_EXCEED.fill(lang, &[("parts", &jobs(*parts)), ("total", &jobs(*total))])
                }
                Remark::Ratio { said, implied } => m::RATIO_DIFFERS.fill(
                    lang,
                    &[
                        ("said", &value(ClaimFigure::Multiplier, *said, lang)),
                        ("implied", &value(ClaimFigure::Multiplier, *implied, lang)),
                    ],
                ),
            });
        }
        for (name, _) in &self.statement.unknown {
            out.push(m::UNKNOWN_IS.fill(lang, &[("name", name)]));
        }
        let money = self.statement.figures.iter().any(|(f, _)| f.is_money());
        if let Some(factor) = j.price_factor.filter(|_| money && self.statement.year != j.data_year) {
            let values = [
                ("year", self.statement.year.to_string()),
                ("factor", number::decimal(factor, 3, lang)),
                ("data", j.data_year.to_string()),
            ];
            out.push(m::CONVERTED.fill(lang, &values.each_ref().map(|(n, v)| (*n, v.as_str()))));
        }
        if j.findings.iter().any(|f| f.model.is_some()) {
            out.push(self.get(m::RECIPE_ONLY));
        }
        out
    }

    /// Writes the whole of what is found, block by block.
    pub fn blocks(&self) -> Vec<Block> {
        let lang = self.lang;
        let mut out = vec![Block::Heading(title(self.statement, lang))];
        out.push(Block::Paragraph(context(self.statement, self.library, lang)));
        for f in &self.judgement.findings {
            let reasons = self
                .reasons(f)
                .into_iter()
                .chain([self.meaning(f)])
                .map(plain)
                .collect();
            out.push(Block::Paragraph(self.finding(f)));
            out.push(Block::List(reasons));
            out.extend(self.readings(f).map(Block::Table));
            out.extend(self.case_table(f).map(Block::Table));
            let notes: Vec<Item> = self.case_notes(f).into_iter().map(plain).collect();
            if !notes.is_empty() {
                out.push(Block::List(notes));
            }
        }
        let remarks: Vec<Item> = self.remarks().into_iter().map(plain).collect();
        if !remarks.is_empty() {
            out.push(Block::List(remarks));
        }
        out
    }
}

fn plain(text: String) -> Item {
    Item {
        text,
        below: Vec::new(),
    }
}

/// Returns what a claim is about, on one line: activity, place, year, and who says it.
pub fn context(statement: &Statement, library: &Library, lang: Lang) -> String {
    let code = statement.region.as_str();
    let label = library.territory(code).map_or(code, |t| t.label.get(lang));
    let values = [
        ("activity", activity(statement, library, lang)),
        ("place", in_region(code, label, lang)),
        ("year", statement.year.to_string()),
        ("source", statement.source.get(lang).to_owned()),
    ];
    let line = m::CONTEXT.fill(lang, &values.each_ref().map(|(n, v)| (*n, v.as_str())));
    line.trim_end().to_owned()
}

/// Returns how a claim is judged, rule by rule, with the factor between high and outside and what it rests on.
pub fn rules(library: &Library, lang: Lang) -> Vec<String> {
    let rule = &library.claims.high_factor;
    let factor = number::decimal(rule.value, 1, lang);
    let note = lower_first(rule.note.get(lang));
    let values = [("factor", factor.as_str()), ("note", note.as_str())];
    [m::RULE_1, m::RULE_2, m::RULE_3, m::RULE_4, m::RULE_FACTOR]
        .iter()
        .map(|rule| rule.fill(lang, &values))
        .collect()
}

/// Returns a claim that is refused, with every reason.
fn refused(claim: &JudgedClaim, library: &Library, lang: Lang) -> Vec<Block> {
    let problems = claim.found.as_ref().err().into_iter().flatten();
    let items = problems.map(|p| plain(full::problem(p, library, lang))).collect();
    vec![
        Block::Heading(title(&claim.statement, lang)),
        Block::Paragraph(m::PROBLEMS.get(lang).to_owned()),
        Block::List(items),
    ]
}

/// Writes the claims of a study, judged; nothing where it makes none.
pub(super) fn blocks(study: &Study, library: &Library, lang: Lang) -> Vec<Block> {
    if study.claims.is_empty() {
        return Vec::new();
    }
    let mut out = vec![
        Block::Heading(m::REPORT_HEADING.get(lang).to_owned()),
        Block::Paragraph(m::REPORT_NOTE.get(lang).to_owned()),
    ];
    for claim in &study.claims {
        match &claim.found {
            Ok(judgement) => {
                let told = Told {
                    statement: &claim.statement,
                    judgement,
                    library,
                    lang,
                };
                out.extend(told.blocks());
            }
            Err(_) => out.extend(refused(claim, library, lang)),
        }
    }
    out.push(Block::Paragraph(m::RULES_TITLE.get(lang).to_owned()));
    out.push(Block::List(rules(library, lang).into_iter().map(plain).collect()));
    out
}

/// Returns the charts of the claims of a study.
pub(super) fn charts(study: &Study, library: &Library, lang: Lang) -> Vec<ChartSpec> {
    let mut out = Vec::new();
    for claim in &study.claims {
        let Ok(judgement) = &claim.found else { continue };
        let told = Told {
            statement: &claim.statement,
            judgement,
            library,
            lang,
        };
        out.extend(judgement.findings.iter().filter_map(|f| told.chart(f)));
    }
    out
}

/// Writes what is found of a claim as plain text, to be pasted in a message: verdicts, reasoning, remarks.
pub fn text(told: &Told<'_>) -> String {
    let mut lines = vec![
        title(told.statement, told.lang),
        context(told.statement, told.library, told.lang),
    ];
    for f in &told.judgement.findings {
        lines.push(String::new());
        lines.push(told.finding(f));
        lines.extend(
            told.reasons(f)
                .into_iter()
                .chain([told.meaning(f)])
                .map(|r| format!("• {r}")),
        );
        let tables = [told.readings(f), told.case_table(f)];
        lines.extend(
            tables
                .into_iter()
                .flatten()
                .map(|t| format!("\n{}", t.to_tab_separated())),
        );
    }
    lines.push(String::new());
    lines.extend(told.remarks().into_iter().map(|r| format!("• {r}")));
    lines.join("\n").trim_end().to_owned()
}
