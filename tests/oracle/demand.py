"""From a project's budget to demand by region and industry (METHOD section 3)."""

import numpy as np

from economy import GOODS, GROUPS, INDEX, N, parameter
from fiscal import PRICE
from ron import read

SHARES = {f["id"]: np.array(f["shares"]) for f in read("assets/recipes/us-2017.ron")["final_demand"]}
RECIPES = {r["code"]: r for r in read("assets/recipes/us-2017.ron")["recipes"]}
EARNINGS = read("assets/economies/canada-2021-labour-share.ron")
CAPITAL = read("assets/economies/quebec-accounts.ron")


def stated(value):
    """Returns the number of a field that may carry its source and its note."""
    return value["value"] if isinstance(value, dict) else value


class Line:
    """One purchase; `industry` is None for a non-comparable import, `produces` is False for scrap."""

    def __init__(self, amount, industry, produces=True):
        self.amount, self.industry, self.produces = amount, industry, produces
        self.basic = amount * (1 - parameter("product_tax_in_purchases"))


def equipment(industry):
    """Returns which industries supply equipment to a project of an industry, per dollar."""
    column = np.maximum(0.0, SHARES["equipment"])
    vehicles, trade, transport = INDEX["336"], INDEX["4A"], INDEX["4B"]
    if industry not in (vehicles, transport):
        kept = 1 - column[vehicles] / column[GOODS].sum()
        column[[trade, transport]] *= kept
        column[vehicles] = 0.0
    return column / column.sum()


def works_share(industry):
    """Returns works ÷ (works + equipment) of Québec's investment in the project's group."""
    mine = GROUPS["manufacturing"] if industry in GROUPS["manufacturing"] else [industry]
    rows = [r for r in CAPITAL["works_equipment"] if INDEX[r["industry"]] in mine]
    works = sum(r["construction"] for r in rows)
    return works / (works + sum(r["machinery_equipment"] for r in rows))


def construction(kind, factor, industry, years, jobs_per_dollar):
    """Returns the lines of a construction, dollars of the data year; a stated workforce sets the works."""
    investment = stated(kind["investment"]) * factor
    works = works_share(industry)
    if kind.get("site_workers") is not None:
        job_years = stated(kind["site_workers"]) * years * parameter("ccq_hours") / parameter("standard_year_hours")
        basic = job_years / jobs_per_dollar
        works = basic / (1 - parameter("product_tax_in_purchases")) / investment
    lines = [Line(investment * works, INDEX["23"])]
    column = equipment(industry)
    return lines + [Line(investment * (1 - works) * column[i], i) for i in range(N) if column[i] > 0]


def usual_wage(industry):
    """Returns the annual pay of an industry, dollars of the data year: its weekly earnings, or those of all industries."""
    row = next(r for r in EARNINGS["rows"] if r["industry"] == industry)
    return (row["weekly_earnings"] or parameter("mean_weekly_earnings")) * EARNINGS["weeks"]


def operation(kind, factor, recipe):
    """Returns the project's own account and its lines, a year of full activity, dollars of the data year."""
    wage = kind.get("annual_wage")
    wages = stated(kind["jobs"]) * (stated(wage) * factor if wage is not None else usual_wage(recipe["industry"]))
    compensation = wages * (1 + parameter("contributions_ratio"))
    sales = kind.get("sales")
    output = stated(sales) * factor if sales else compensation / recipe["compensation"]
    lines = [Line(share * output, i) for i, share in enumerate(recipe["inputs"]) if share > 0]
    lines.append(Line(recipe["import_noncomparable"] * output, None))
    lines.append(Line(recipe["scrap_used"] * output, INDEX[recipe["industry"]], produces=False))
    project = {
        "industry": INDEX[recipe["industry"]],
        "output": output,
        "jobs": stated(kind["jobs"]),
        "wages": wages,
        "compensation": compensation,
        "purchases": sum(line.amount for line in lines),
        "property_tax": stated(kind.get("property_tax") or 0.0) * factor,
        "hiring": stated(kind.get("local_hiring") or parameter("local_hiring_share")),
    }
    return project, [line for line in lines if line.amount > 0]


def scale(weights, start, cap, target):
    """Returns min(cap, κ·start) with Σ weights·share = target, by going through the lines in the order in which they reach their cap."""
    free = (weights > 0) & (start > 0) & (cap > 0)
    breaks = np.where(free, cap / np.where(free, start, 1), np.inf)
    kappa = None
    for at in sorted(set(breaks[free])):
        full = free & (breaks < at)
        open_ = free & ~full
        kappa = (target - weights[full] @ cap[full]) / (weights[open_] @ start[open_])
        if kappa <= at:
            break
    assert kappa is not None and kappa >= 0, "a share that cannot be reached"
    shares = np.where(free, np.minimum(cap, kappa * start), 0.0)
    assert abs(weights @ shares - target) <= 1e-9 * max(1.0, weights.sum()), "a share that cannot be reached"
    return shares


def origins(split, lines, buyer, final, phase):
    """Returns for each line its shares of L, of R, of each other province and of the rest of the world."""
    trade, p = split.account.trade, split.p
    weights = np.array([line.basic for line in lines])
    known = [line.industry for line in lines]
    province = np.array([0.0 if i is None else trade[i, p, p] for i in known])
    others = np.array([np.zeros(len(split.others)) if i is None else trade[i, split.others, p] for i in known])
    quotient = np.array(
        [0.0 if i is None else min(1.0, split.slq[i]) if final else split.quotient[i, buyer] for i in known]
    )
    if split.whole:
        quotient = np.ones(len(lines))
    content = phase.get("province_content")
    within = province if content is None else scale(weights, province, np.ones(len(lines)), stated(content) * weights.sum())
    others = others * ((1 - within) / (1 - province))[:, None]
    start = within * quotient
    share = phase.get("local_share")
    cap = np.where(quotient > 0, within, 0.0)
    if split.whole or share is None:
        local = np.minimum(cap, start)
    else:
        local = scale(weights, start, cap, stated(share) * weights.sum())
    abroad = 1 - within - others.sum(axis=1)
    return local, within - local, others, abroad


def demand(split, lines, buyer, final, phase):
    """Returns what the lines put into the economy: demand by region and industry, product taxes, imports, scrap."""
    local, rest, others, abroad = origins(split, lines, buyer, final, phase)
    y = np.zeros((split.n, N))
    imports = scrap = 0.0
    for k, line in enumerate(lines):
        if not line.produces:
            scrap += line.basic
            continue
        imports += line.basic * abroad[k]
        if line.industry is not None:
            by_region = [local[k]] + ([] if split.whole else [rest[k]]) + list(others[k])
            y[:, line.industry] += line.basic * np.array(by_region)
    taxes = sum(line.amount - line.basic for line in lines)
    return y, taxes, imports, scrap


def price_factor(year):
    """Dollars of 2021 in a dollar of a price year: consumer prices only."""
    return PRICE[2021] / PRICE[year]
