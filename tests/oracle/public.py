"""Public money over the years: revenue, support, payback, early closure (METHOD sections 7 and 8). Constant dollars of 2021."""

import numpy as np

from demand import stated
from economy import parameter
from fiscal import LEVIES, price
from study import EFFECTS

GOVERNMENTS = ["federal", "quebec", "municipal"]


def payments(amount, rate, term, moratorium):
    """Yields the payment and the balance of each year of a loan: interest alone, then equal payments."""
    equal_years = term - moratorium
    equal = amount / equal_years if rate == 0 else amount * rate / (1 - (1 + rate) ** -equal_years)
    balance = amount
    for k in range(1, term + 1):
        interest = balance * rate
        payment = interest if k <= moratorium else equal
        balance -= payment - interest
        yield payment, balance


def support(document, closes):
    """Returns what one support is, in nominal dollars of its year: (form, amount given, net cost, rate)."""
    kind, year, market = document["kind"], document["year"], parameter("market_loan_rate")
    form = kind["variant"].lower()
    lost = parameter("closure_loss_share")
    given = closes is None or year <= closes
    choose = lambda name, default: stated(kind[name]) if kind.get(name) is not None else parameter(default)
    if form == "credit":
        rate = stated(kind["rate"])
        amount = net = rate * stated(kind["spending"])
    else:
        amount = net = stated(kind["amount"])
        rate = 1.0
    if form == "equity":
        rate = choose("loss_share", "equity_loss_share")
        net = amount * (rate if closes is None else lost)
    elif form == "loan":
        rate = choose("rate", "default_loan_rate")
        term, moratorium = (int(choose(n, "default_loan_" + n)) for n in ("term", "moratorium"))
        balance = amount
        for k, (payment, left) in enumerate(payments(amount, rate, term, moratorium), 1):
            if closes is None or year + k <= closes:
                net -= payment / (1 + market) ** k
                balance = left
        if closes is not None and given:
            net -= balance * (1 - lost) / (1 + market) ** (closes - year)
    else:
        assert form in ("grant", "credit"), form + " is not recomputed"
    return (form, amount, net, rate) if given else (form, 0.0, 0.0, rate)


def first_year(flows, cost):
    """Returns the first year when cumulated flows cover a cost above 0."""
    total = 0.0
    for year, flow in sorted(flows.items()):
        total += flow
        if cost > 0 and total >= cost * (1 - 1e-12):
            return year
    return None


class Case:
    """One life of the project: `closes` is its last year of operation where it closes early."""

    def __init__(self, study, closes=None):
        self.closes = closes
        phases = study.phases
        documents = study.document.get("support") or []
        self.base = min([p.start for p in phases] + [s["year"] for s in documents])
        rate = self.discount = parameter("discount_rate")
        lives = lambda year: closes is None or year <= closes
        last = max(p.end for p in phases)
        levies = {p.id: sum(p.levies.values(), np.zeros(len(LEVIES))) for p in phases}
        self.years = {}
        self.job_years = self.jobs = 0.0
        inside = study.split.inside
        for year in range(self.base, last + 1):
            active = [(p, p.activity.get(year, 0.0)) for p in phases if lives(year)]
            gross = sum((a * levies[p.id] for p, a in active), np.zeros(len(LEVIES)))
            net = sum((a * p.new * levies[p.id] for p, a in active), np.zeros(len(LEVIES)))
            self.years[year] = (price(year), gross, net)
            for p, a in active:
                for e in EFFECTS:
                    held = p.cells[e]["jobs"][:inside].sum()
                    self.job_years += a * p.new * held * p.jobs_against_headline(e, year)
        for p in phases:
            if not p.building:
                self.jobs += p.new * sum(p.cells[e]["jobs"][:inside].sum() for e in EFFECTS)
        worth = lambda year: (1 + rate) ** -(year - self.base)
        self.supports = {}
        given, cost = dict.fromkeys(GOVERNMENTS, 0.0), dict.fromkeys(GOVERNMENTS, 0.0)
        for document in documents:
            form, amount, net, used = support(document, closes)
            year, who = document["year"], document["government"].lower()
            constant, net_cost = amount / price(year), net / price(year)
            self.supports[document["id"]] = (who, year, form, amount, constant, net_cost, used)
            given[who] += constant
            cost[who] += net_cost * worth(year)
        self.returns = {}
        for who in GOVERNMENTS + ["all"]:
            mine = [k for k, (g, _) in enumerate(LEVIES.values()) if who in (g, "all")]
            flows = {year: net[mine].sum() for year, (_, _, net) in self.years.items()}
            present = {year: flow * worth(year) for year, flow in flows.items()}
            g, c = (sum(v.values()) if who == "all" else v[who] for v in (given, cost))
            revenue, now = sum(flows.values()), sum(present.values())
            self.returns[who] = {
                "support": g,
                "net_cost": c,
                "payback_support": first_year(flows, g),
                "payback_net_cost": first_year(present, c),
                "revenue": revenue,
                "revenue_present": now,
                "ratio_support": revenue / g if g > 0 else None,
                "ratio_net_cost": now / c if c > 0 else None,
            }
        total = sum(cost.values())
        self.totals = {
            "jobs": self.jobs,
            "job_years": self.job_years,
            "cost_per_job": total / self.jobs if documents and self.jobs else None,
            "cost_per_job_year": total / self.job_years if documents and self.job_years else None,
        }


def cases(study):
    """Returns the project as planned, and with its early closure where the scenario has one."""
    closure = study.document.get("early_closure")
    found = {"planned": Case(study)}
    if closure is not None:
        found["closed"] = Case(study, int(stated(closure)))
    return found
