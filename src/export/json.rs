//! A study as JSON, for other programs.
//!
//! Fields stand in the order below and keep it; names are never reused with another meaning while `schema` stays the same. Money is in dollars of
//! `data_year`, shares are fractions of one, numbers have all their digits; what does not exist is `null`. Texts for people are objects
//! `{"fr": …, "en": …}`.
//!
//! # `retombees-study/1`
//!
//! | Field | Content |
//! |---|---|
//! | `schema` | `"retombees-study/1"` |
//! | `name`, `description` | of the scenario |
//! | `data_year` | year of the data and of every dollar |
//! | `economy` | `id`, `fingerprint` of the data |
//! | `region` | `code`, `label`, `modelled`, `whole_province`, `province` (its label) |
//! | `regions` | codes of the regions of the results, in order: the study region, the rest of its province (absent for a whole province), the others |
//! | `industries` | `code`, `label` of each industry, in order |
//! | `units` | unit of each measure: `dollars`, and for `jobs`, `job_years` in construction and `jobs` in operation |
//! | `finding` | the sentence that heads the results |
//! | `phases` | see below |
//! | `figures` | every figure: `id` (measure.effect.territory.phase.period), `value`, `unit`, `net`, `band` ([low, high]), `trace` |
//! | `law` | `asked`, `year` (of the brackets and of the law's dollars), `dollars` (of the law's year in one of the data year), `fallbacks` (`parameter`, `asked`, `used`); `null` where the data hold no law for the province |
//! | `finances` | see below; `null` without law |
//! | `labour` | who could hold the jobs of the study region; see below |
//! | `diversification` | `before`, `construction` (an average year) and `operation` (`null` without such a phase), each `jobs` of the region, `hachman` and `herfindahl` index; `null` without jobs |
//! | `facts` | what the project says that enters no calculation: `text`, `basis`, `source` |
//! | `benefits` | benefits that no figure counts: `id`, `label`, `evidence`, `basis`; never scored |
//! | `claims` | claims of the scenario with what is found of them, see below; empty where it makes none |
//! | `assumptions` | `kind`, `phase` (position or null), `label`, `value`, `code`, `unit`, `default`, `overridden`, `basis`, `source`, `note`, `range` |
//! | `warnings` | `kind`, `place`, `text` |
//! | `checks` | `name`, `expected`, `found`, `tolerance`, `holds` |
//! | `sources` | `id`, `title`, `publisher`, `year`, `licence`, `attribution` |
//!
//! Figures besides the measures: `revenue_GOVERNMENT_KIND` (`federal`, `quebec`, `municipal`; `fiscal`, `parafiscal`), `resident_jobs`,
//! `resident_compensation`, `resident_wages`, `resident_after_tax_pay` and `families`, in the province's territories. `net` is the figure after the
//! phase's factors from gross to net, `null` where the scenario states none.
//!
//! Periods of figures: `whole` for a construction, `full` for a year of full operation, or a calendar year. Territories: `study`,
//! `rest_of_province`, `province`, `rest_of_country`, `country`. Effects: `direct`, `indirect_first`, `indirect_other`, `induced`, `total`.
//!
//! A phase has `id`, `label`, `kind` (`construction` or `operation`), `start`, `end`, `by_year` (`year`, `factor`), `spending`, `purchases`, `sourcing`
//! (`kappa`, `local_share`, `default_share`, `maximum`, `province_share`), `project` (operation: the project's own account), `lines` (`id`, `label`,
//! `kind`, `industry`, `amount`, `default_amount`, `origin`, `fixed`, `edited`, `default_local`, `cap`, `capacity_share`, `suppliers`, `note`), `stimulus` (what it puts into the
//! economy at basic prices: `demand` by region and industry, `product_taxes`, `foreign_imports`, `scrap`), `detail` (effect → measure →
//! region → industry → value, cells of zero left out; the industry `none` holds what no industry pays: taxes and imports on the purchases of the
//! project and of households) and `consumption` (region → what households spend at purchaser prices). A figure is a sum of cells of `detail`; figures of a
//! calendar year are those times the year's factor.
//!
//!
//! A phase has `money_trail`, which follows its spending until it is someone's income (the project's surplus left out): `spending`; `received` (first
//! recipient → dollars: `employees`, `suppliers_study`, `suppliers_rest_of_province`, `suppliers_rest_of_country`, `suppliers_abroad`, `governments`);
//! `rounds` (`first`, `two`, `three`, `all` → first recipient → where its money is then: `take_home` by place of residence, `surplus`, `resale` and
//! `production_taxes` by place, `imports`, `product_taxes`, `personal_taxes`, `employer_contributions`, `saving`, `plans`, what suppliers still `held`
//! by place, `held_pay`; their sums `income` by place, `taxes`, `savings` and `total`; and `pay` by place of work, which is inside the others);
//! `in_region` (what the study region has after each of the four); `local_multiplier` (LM3: `value`, its three `rounds` and their parts).
//!
//! A phase has `levers` (`null` where they cannot be found): `lines`, what ten points more of local share on one line alone would bring, the most jobs
//! first, lines at their cap left out (`line`, `added`: the share added, gains in the study region, `in_province`: gains in its whole province); `bound`,
//! what all lines at their cap would bring (`local_share`, `default_share`, `bound_share`: of all purchases, as they stand, by default, at the bound;
//! `from_now`, `from_now_in_province` and `from_default`: gains); `lacking`, the industries that the region lacks (`industry`, `bought`, `outside`: dollars
//! at basic prices; `quotient`, `province_share`, `needed`: jobs that would make what is bought outside; `jobs`: those of the region). Gains are `jobs`,
//! `gdp`, `income` (pay of residents, after tax where there is law) and `revenue` (government → `fiscal`, `parafiscal`; `null` without law), gross, and
//! `net`: the same four (`revenue` in all) times the phase's factor, `null` where it states none.
//!
//! A phase also has `revenue` (effect → region → levy → dollars, regions of the province; `null` without law), `net_factor` and `municipal`
//! (`assessed_value`, `rate`, `tax`, `equalization_lost`, `net_gain`), `null` where not stated.
//!
//! `finances` has `base_year`, `discount_rate`, `net_stated` (`everywhere`, `partly` or `nowhere`: the phases that state what of them is new; the others
//! are counted whole in what is called net), `planned` and `closed` (`null` without early closure), each with `closes`, `supports` (`id`, `label`,
//! `programme`, `government`, `year`, `form`, `nominal`, `constant`, `net_cost`, `rate`), `years` (`year`, `index`: dollars of the year in one of the data
//! year, `gross` and `net`: levy → dollars of the data year), `returns` (`government`, or `all`; `support`, `net_cost` at present value, `payback_support`,
//! `payback_net_cost`: years or `null`, `revenue`, `revenue_present`, `ratio_support`, `ratio_net_cost`), `jobs`, `job_years`, `cost_per_job`,
//! `cost_per_job_year`.
//!
//! `labour` has `employed` and `employed_year` (`null`: the jobs of the account), `unemployment` (`rate`, `year`, `basis`, `source`; `null` where none is
//! known: nothing is then judged), `unemployed`, `limit` (the share of them above which `short` is true), `replacement` (part of the project's posts left
//! each year), `busiest_year`, `years` (`year`; gross jobs `direct`, `suppliers`, `households`; of all these, `outside`, held by people who live elsewhere,
//! and `residents`, of whom `graduates` of the programmes and others `to_find`, of whom `within_limit` could be unemployed people; `hiring`: `posts` of the
//! project held by residents, `to_fill`, graduates `offered` and `hired`, posts `left_to_find`; `by_industry`), `present` (jobs of the region by
//! industry) and `programmes` (`school`, `programme`, `seats`, `graduates`, `offered`, `first_year`, `hired` in all).
//! A claim has `title`, `source`, `region`, `activity` (`id`, `recipe`), `year`, `counted_in` (`region`, `province`, `country`), `induced`, `period`
//! (`construction`, `operation`; `null` where not said), `figures` (`figure`, `value`: dollars of `year`, jobs, families, or a share of one), `problems`
//! (why it is refused; then the rest is absent), and `missing`, `price_factor` (dollars of the data year in one of `year`), `models`, `recipes`,
//! `high_factor`, `findings`: `figure`, `value` (dollars of the data year), `base` (`figure`, `value`), `verdict` (`low`, `inside`, `high`, `outside`,
//! `not_judged`), `finding`, `meaning` and `reasons` (texts), `model` and `range` ([low, high]), `needed` (the base that would do), `readings` (`counted_in`,
//! `counts`: `direct`, `chain`, `all`; `construction`, `range`, `stated`, `holds`), `cases` (`title`, `source`, `kind`, `year`, `ratio`, `value`,
//! `differences`).
//!
//! # `retombees-multipliers/1`
//!
//! `schema`, `data_year`, `economy`, `region` (`label`, `province`, `whole_province`), `method`, `delta`, and `multipliers`: `measure`, `industry`,
//! `direct`, `simple` and `total` (each `region` — simple only —, `province`, `all`), `type_i`, `type_ii`.

use serde_json::{Map, Value, json};

use crate::ids::Local;
use crate::problem::What;
use crate::report::full::{self, Subject};
use crate::report::words::upper_first;
use crate::report::{beside, checks, overview, words};
use crate::study::{
    Assumption, AssumptionKind, AssumptionUnit, Basis, Effect, Fallback, Law, Levy, Library, LineKind, Measure, Method,
    NetStated, Payback, PhaseStudy, PublicCase, PublicFinances, RegionMultipliers, Revenue, Source, Study, SupportForm,
    Territory, effect_id, government_id, levy_id, measure_id,
};
use crate::text::Lang;

/// Name and version of the format of a study.
pub const STUDY_SCHEMA: &str = "retombees-study/1";
/// Name and version of the format of multipliers.
pub const MULTIPLIERS_SCHEMA: &str = "retombees-multipliers/1";
/// The industry of what no industry pays.
const NO_INDUSTRY: &str = "none";

/// Writes a study.
pub fn study(subject: &Subject<'_>) -> Vec<u8> {
    let (study, library) = (subject.study, subject.library);
    let industries: Vec<Value> = library
        .economy
        .industries
        .iter()
        .map(|i| json!({"code": i.code, "label": local(&i.label)}))
        .collect();
    let figures: Vec<Value> = study
        .figures()
        .into_iter()
        .map(|f| {
            json!({
                "id": f.id, "value": f.value, "unit": f.unit.id(), "net": f.net,
                "band": f.band.map(|(low, high)| [low, high]), "trace": f.trace,
            })
        })
        .collect();
    let warnings: Vec<Value> = study
        .warnings
        .iter()
        .map(|p| {
            let text = both(|lang| full::problem(p, library, lang));
            json!({"kind": kind_of(&p.what), "place": p.place, "text": text})
        })
        .collect();
    let checks: Vec<Value> = study
        .checks
        .iter()
        .map(|c| {
            json!({
                "name": both(|lang| checks::name(&c.name, lang, Some(library))),
                "expected": c.expected, "found": c.found, "tolerance": c.tolerance, "holds": c.holds(),
            })
        })
        .collect();
    let finding = both(|lang| {
        let scope = overview::Scope {
            study,
            saved: None,
            library,
            territory: Territory::Study,
            lang,
        };
        upper_first(&overview::finding(&scope))
    });
    let value = json!({
        "schema": STUDY_SCHEMA,
        "name": local(subject.name),
        "description": local(subject.description),
        "data_year": study.data_year,
        "economy": economy(library),
        "region": {
            "code": study.region.as_str(),
            "label": local(&study.region_label),
            "modelled": study.region_modelled,
            "whole_province": study.whole_province,
            "province": local(&study.province_label),
        },
        "regions": study.region_codes.iter().map(|c| c.as_str()).collect::<Vec<_>>(),
        "industries": industries,
        "units": units(),
        "finding": finding,
        "phases": study.phases.iter().map(|p| phase(study, p, library)).collect::<Vec<_>>(),
        "figures": figures,
        "law": study.structure.law.as_ref().map(law),
        "finances": study.finances.as_ref().map(finances),
        "labour": super::labour::labour(study, library),
        "diversification": super::levers::diversification(study),
        "facts": facts(study),
        "benefits": benefits(study, library),
        "claims": super::claims::claims(study, library),
        "assumptions": study.assumptions.iter().map(assumption).collect::<Vec<_>>(),
        "warnings": warnings,
        "checks": checks,
        "sources": sources(library),
    });
    bytes(&value)
}

fn facts(study: &Study) -> Vec<Value> {
    let facts = study.facts.iter().filter(|f| !f.text.is_empty());
    facts
        .map(|f| json!({"text": local(&f.text), "basis": basis_id(f.basis), "source": f.source.as_ref().map(local)}))
        .collect()
}

fn benefits(study: &Study, library: &Library) -> Vec<Value> {
    let words = |lang| beside::benefits(study, library, lang);
    let pairs = words(Lang::Fr).into_iter().zip(words(Lang::En));
    pairs
        .map(|(fr, en)| {
            json!({
                "id": fr.id,
                "label": {"fr": fr.label, "en": en.label},
                "evidence": fr.evidence.zip(en.evidence).map(|(fr, en)| json!({"fr": fr, "en": en})),
                "basis": basis_id(fr.basis),
            })
        })
        .collect()
}

/// Writes the multipliers of a region.
pub fn multipliers(found: &RegionMultipliers, method: Method, library: &Library) -> Vec<u8> {
    let method = match method {
        Method::Slq => "slq",
        Method::Cilq => "cilq",
        Method::Flq => "flq",
        Method::Aflq => "aflq",
    };
    let rows: Vec<Value> = found
        .rows
        .iter()
        .map(|r| {
            json!({
                "measure": measure_id(r.measure),
                "industry": industry_code(library, r.industry),
                "direct": r.direct,
                "simple": {"region": r.simple_local, "province": r.simple_province, "all": r.simple_all},
                "total": {"province": r.total_province, "all": r.total_all},
                "type_i": r.type_i_ratio(),
                "type_ii": r.type_ii_ratio(),
            })
        })
        .collect();
    bytes(&json!({
        "schema": MULTIPLIERS_SCHEMA,
        "data_year": library.economy.data_year,
        "economy": economy(library),
        "region": {
            "label": local(&found.region_label),
            "province": local(&found.province_label),
            "whole_province": found.whole_province,
        },
        "method": (!found.whole_province).then_some(method),
        "delta": found.delta,
        "multipliers": rows,
    }))
}

fn phase(study: &Study, phase: &PhaseStudy, library: &Library) -> Value {
    let s = &phase.sourcing;
    let lines: Vec<Value> = phase
        .lines
        .iter()
        .map(|l| {
            json!({
                "id": l.id.as_str(),
                "label": both(|lang| words::line(l, lang, library)),
                "kind": line_kind(l.kind),
                "industry": l.industry.map(|i| industry_code(library, i)),
                "amount": l.amount,
                "default_amount": l.default_amount,
                "origin": {
                    "study": l.origin.study, "rest": l.origin.rest,
                    "other": l.origin.other, "abroad": l.origin.abroad,
                },
                "fixed": l.fixed,
                "edited": l.edited,
                "default_local": l.default_local,
                "cap": l.cap,
                "capacity_share": l.capacity_share,
                "suppliers": l.suppliers,
                "note": l.note.as_ref().map(local),
            })
        })
        .collect();
    let project = phase.project.map(|p| {
        json!({
            "industry": industry_code(library, p.industry),
            "output": p.output,
            "gdp": p.gdp(),
            "jobs": p.jobs,
            "wages": p.wages,
            "compensation": p.compensation,
            "purchases": p.purchases,
            "production_taxes": p.production_taxes,
            "surplus": p.surplus,
            "hiring_share": p.hiring_share,
            "tax_rate": p.tax_rate,
        })
    });
    json!({
        "id": phase.id.as_str(),
        "label": both(|lang| words::phase(study, phase, lang)),
        "kind": if phase.construction { "construction" } else { "operation" },
        "start": phase.start,
        "end": phase.end,
        "by_year": phase.by_year.iter().map(|(y, f)| json!({"year": y, "factor": f})).collect::<Vec<_>>(),
        "spending": phase.spending,
        "purchases": phase.purchases,
        "sourcing": {
            "kappa": s.kappa, "local_share": s.local_share, "default_share": s.default_share,
            "maximum": s.maximum, "province_share": s.province_share,
        },
        "project": project,
        "lines": lines,
        "stimulus": {
            "demand": demand(study, phase, library),
            "product_taxes": phase.stimulus.product_taxes,
            "foreign_imports": phase.stimulus.foreign_imports,
            "scrap": phase.stimulus.scrap,
        },
        "detail": detail(study, phase, library),
        "revenue": phase.revenue.as_ref().map(|_| revenue(study, phase)),
        "net_factor": phase.factors.map(|_| phase.net_factor()),
        "municipal": phase.municipal.map(|m| json!({
            "assessed_value": m.assessed_value, "rate": m.rate, "tax": m.tax,
            "equalization_lost": m.equalization_lost, "net_gain": m.net_gain(),
        })),
        "money_trail": super::trail::money_trail(study, phase),
        "levers": super::levers::levers(study, phase, library),
        "consumption": by_region(study, |r| phase.impact.consumption().get(r).map(|v| json!(v))),
    })
}

/// Returns effect → measure → region → industry → value, cells of zero left out.
fn detail(study: &Study, phase: &PhaseStudy, library: &Library) -> Value {
    let n = phase.impact.industry_count();
    let effects = Effect::ALL.iter().map(|effect| {
        let measures = Measure::ALL.iter().map(|measure| {
            let regions = by_region(study, |r| {
                let cells = (0..=n).map(|i| (i, phase.impact.cell(*effect, *measure, r, i)));
                industries(library, n, cells)
            });
            (measure_id(*measure).to_owned(), regions)
        });
        (effect_id(*effect).to_owned(), Value::Object(measures.collect()))
    });
    Value::Object(effects.collect())
}

/// Returns effect → region → levy → dollars, zeros left out.
fn revenue(study: &Study, phase: &PhaseStudy) -> Value {
    let regions = study.regions_of(Territory::Province);
    let effects = Effect::ALL.iter().map(|effect| {
        let by_region = by_region(study, |r| {
            let own = phase.revenue.as_ref().filter(|_| regions.contains(&r))?;
            Some(levies(&own.region(*effect, r)))
        });
        (effect_id(*effect).to_owned(), by_region)
    });
    Value::Object(effects.collect())
}

fn levies(revenue: &Revenue) -> Value {
    let entries = Levy::ALL.iter().map(|l| (levy_id(*l).to_owned(), revenue.get(*l)));
    Value::Object(entries.filter(|(_, v)| *v != 0.0).map(|(k, v)| (k, json!(v))).collect())
}

fn law(law: &Law) -> Value {
    let fallback = |f: &Fallback| json!({"parameter": f.parameter, "asked": f.asked, "used": f.used});
    json!({
        "asked": law.asked, "year": law.year, "dollars": law.dollars,
        "fallbacks": law.fallbacks.iter().map(fallback).collect::<Vec<_>>(),
    })
}

fn finances(finances: &PublicFinances) -> Value {
    json!({
        "base_year": finances.money.base_year,
        "discount_rate": finances.money.discount,
        "net_stated": match finances.net_stated {
            NetStated::Everywhere => "everywhere",
            NetStated::Partly => "partly",
            NetStated::Nowhere => "nowhere",
        },
        "planned": case(&finances.planned, finances),
        "closed": finances.closed.as_ref().map(|c| case(c, finances)),
    })
}

fn case(case: &PublicCase, finances: &PublicFinances) -> Value {
    let supports = case.supports.iter().map(|s| {
        json!({
            "id": s.id.as_str(), "label": s.label.as_ref().map(local), "programme": s.programme,
            "government": government_id(s.government), "year": s.year, "form": support_form(s.form),
            "nominal": s.nominal, "constant": s.face, "net_cost": s.net_cost, "rate": s.rate,
        })
    });
    let years = case.revenue.iter().map(|(year, gross, net)| {
        json!({"year": year, "index": finances.money.index(*year), "gross": levies(gross), "net": levies(net)})
    });
    let returns = case.returns.iter().map(|r| {
        let last = |p: &Payback| p.cumulated.last().map_or(0.0, |(_, v)| *v);
        json!({
            "government": r.government.map_or("all", government_id),
            "support": r.face.cost, "net_cost": r.net.cost,
            "payback_support": r.face.year, "payback_net_cost": r.net.year,
            "revenue": last(&r.face), "revenue_present": last(&r.net),
            "ratio_support": r.face.ratio, "ratio_net_cost": r.net.ratio,
        })
    });
    json!({
        "closes": case.closes,
        "supports": supports.collect::<Vec<_>>(),
        "years": years.collect::<Vec<_>>(),
        "returns": returns.collect::<Vec<_>>(),
        "jobs": case.jobs.get(), "job_years": case.job_years.get(),
        "cost_per_job": case.cost_per_job(), "cost_per_job_year": case.cost_per_job_year(),
    })
}

fn support_form(form: SupportForm) -> &'static str {
    match form {
        SupportForm::Grant => "grant",
        SupportForm::Loan => "loan",
        SupportForm::Equity => "equity",
        SupportForm::Credit => "credit",
        SupportForm::Holiday => "holiday",
    }
}

fn demand(study: &Study, phase: &PhaseStudy, library: &Library) -> Value {
    let n = phase.impact.industry_count();
    by_region(study, |r| {
        let row = phase.stimulus.demand.chunks(n.max(1)).nth(r)?;
        industries(library, n, row.iter().copied().enumerate())
    })
}

/// Returns industry → value, zeros left out; nothing when all are.
fn industries(library: &Library, n: usize, cells: impl Iterator<Item = (usize, f64)>) -> Option<Value> {
    let name = |i: usize| if i < n { industry_code(library, i) } else { NO_INDUSTRY };
    let map: Map<String, Value> = cells
        .filter(|(_, v)| *v != 0.0)
        .map(|(i, v)| (name(i).to_owned(), json!(v)))
        .collect();
    (!map.is_empty()).then_some(Value::Object(map))
}

fn by_region(study: &Study, value: impl Fn(usize) -> Option<Value>) -> Value {
    let entries = study.region_codes.iter().enumerate();
    Value::Object(
        entries
            .filter_map(|(r, code)| Some((code.to_string(), value(r)?)))
            .collect(),
    )
}

fn assumption(a: &Assumption) -> Value {
    let kind = match &a.kind {
        AssumptionKind::Parameter(id) => id.as_str(),
        AssumptionKind::AnnualWage(_) => "annual_wage",
        AssumptionKind::Sales(_) => "sales",
        AssumptionKind::WorksShare(_) => "works_share",
        AssumptionKind::LocalHiring(_) => "local_hiring",
        AssumptionKind::PropertyTax(_) => "property_tax",
        AssumptionKind::LocalShare(_) => "local_share",
        AssumptionKind::Recipe => "recipe",
        AssumptionKind::Delta => "delta",
        AssumptionKind::PriceFactor(_) => "price_factor",
    };
    let unit = match a.unit {
        AssumptionUnit::Share => "share",
        AssumptionUnit::Dollars => "dollars",
        AssumptionUnit::Number => "number",
        AssumptionUnit::Code => "code",
    };
    let basis = basis_id(a.basis);
    json!({
        "kind": kind,
        "phase": words::assumption_phase(&a.kind),
        "label": both(|lang| words::assumption(a, lang)),
        "value": a.code.is_none().then_some(a.value),
        "code": a.code,
        "unit": unit,
        "default": a.code.is_none().then_some(a.default),
        "overridden": a.overridden,
        "basis": basis,
        "source": a.source.as_ref().map(local),
        "note": a.note.as_ref().map(local),
        "range": a.range.map(|(low, high)| [low, high]),
    })
}

fn line_kind(kind: LineKind) -> &'static str {
    match kind {
        LineKind::Works => "works",
        LineKind::Equipment => "equipment",
        LineKind::IntellectualProperty => "intellectual_property",
        LineKind::Purchase => "purchase",
        LineKind::NonComparableImport => "non_comparable_import",
        LineKind::Scrap => "scrap",
        LineKind::Added => "added",
    }
}

fn units() -> Value {
    let entries = Measure::ALL.iter().map(|m| {
        let unit = match m {
            Measure::Jobs => json!({"construction": "job_years", "operation": "jobs"}),
            _ => json!("dollars"),
        };
        (measure_id(*m).to_owned(), unit)
    });
    Value::Object(entries.collect())
}

fn economy(library: &Library) -> Value {
    json!({"id": library.economy.id, "fingerprint": library.fingerprint})
}

fn sources(library: &Library) -> Vec<Value> {
    let source = |s: &&Source| {
        json!({
            "id": s.id, "title": local(&s.title), "publisher": local(&s.publisher), "year": s.year,
            "licence": s.licence, "attribution": local(&s.attribution),
        })
    };
    library.sources().iter().map(source).collect()
}

/// Returns the name of a kind of problem, as the program's documentation spells it.
fn kind_of(what: &What) -> String {
    format!("{what:?}")
        .chars()
        .take_while(|c| c.is_alphanumeric())
        .collect()
}

pub(super) fn industry_code(library: &Library, i: usize) -> &str {
    library.economy.industries.get(i).map_or("", |e| e.code.as_str())
}

pub(super) fn basis_id(basis: Basis) -> &'static str {
    match basis {
        Basis::Sourced => "sourced",
        Basis::Assumption => "assumption",
        Basis::User => "user",
    }
}

pub(super) fn local(text: &Local) -> Value {
    json!({"fr": text.get(Lang::Fr), "en": text.get(Lang::En)})
}

fn both(text: impl Fn(Lang) -> String) -> Value {
    json!({"fr": text(Lang::Fr), "en": text(Lang::En)})
}

fn bytes(value: &Value) -> Vec<u8> {
    let mut text = format!("{value:#}");
    text.push('\n');
    text.into_bytes()
}
