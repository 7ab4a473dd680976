"""The money trail of each phase: python3 tests/oracle/trail.py writes the expected values of tests/trail.rs.

Each dollar is pushed through the supply chain round by round (a power series of A, no inverse), and divided as it is earned.
"""

import numpy as np

from demand import demand, origins
from economy import INDEX, N, Households, parameter
from recompute import CASES, WHO, number, write
from study import Study

EMPLOYER = ["employer_qpp", "employer_qpip", "employer_ei", "cnesst"]
PLACES = ["study", "rest_of_province", "rest_of_country", "abroad"]
PLACED = ["take_home", "surplus", "resale", "production_taxes", "held", "pay"]
PLAIN = ["imports", "product_taxes", "personal_taxes", "employer_contributions", "saving", "plans", "held_pay"]
ROUNDS = {"first": 1, "two": 2, "three": 3, "all": None}


class Money:
    """Where some dollars are."""

    def __init__(self):
        self.placed = {name: np.zeros(4) for name in PLACED}
        self.plain = dict.fromkeys(PLAIN, 0.0)

    def earn(self, place, pay, wages, tax, public, living):
        """Divides pay earned in a place; `living` says where the earners live."""
        after_tax = wages * (1 - tax)
        saved = after_tax * parameter("saving_rate")
        public = min(public, pay - wages)
        self.placed["pay"][place] += pay
        self.placed["take_home"] += (after_tax - saved) * living
        self.plain["saving"] += saved
        self.plain["personal_taxes"] += wages * tax
        self.plain["employer_contributions"] += public
        self.plain["plans"] += pay - wages - public

    def rows(self):
        for name in PLACED:
            for place, value in zip(PLACES, self.placed[name]):
                yield name, place, value
        for name in PLAIN:
            yield name, "", self.plain[name]


class Trail:
    def __init__(self, study, phase):
        self.study, self.phase, split = study, phase, study.split
        self.split = split
        buyer = INDEX[study.recipe["industry"]]
        self.y, self.taxes, self.imports, _ = demand(split, phase.lines, buyer, phase.building, phase.document)
        self.place = [0 if r == 0 else 1 if r < split.inside else 2 for r in range(split.n)]
        local, rest, others, abroad = origins(split, phase.lines, buyer, phase.building, phase.document)
        self.resale = np.zeros(4)
        for k, line in enumerate(phase.lines):
            if not line.produces:
                self.resale += line.basic * np.array([local[k], rest[k], others[k].sum(), abroad[k]])

    def living(self, region, share):
        out = np.zeros(4)
        if region == 0 and not self.split.whole:
            out[0], out[1] = share, 1 - share
        else:
            out[self.place[region]] = 1.0
        return out

    def suppliers(self, place, rounds):
        """Follows what suppliers of a place receive."""
        split, money = self.split, Money()
        money.placed["resale"][place] = self.resale[place]
        if place == 3:
            money.plain["imports"] = self.imports
            return money
        here = np.array([p == place for p in self.place])
        now = self.y * here[:, None]
        start, turn = now.sum(), 1
        while now.sum() > 1e-19 * start and (rounds is None or turn < rounds):
            self.pay(money, now)
            now = (split.a @ now.ravel()).reshape(now.shape)
            turn += 1
        if rounds is not None:
            for region in range(split.n):
                money.placed["held"][self.place[region]] += now[region].sum()
        return money

    def pay(self, money, x):
        split, fiscal = self.split, self.study.fiscal
        for region in range(split.n):
            place = self.place[region]
            for j in np.nonzero(x[region])[0]:
                dollars = x[region, j]
                gdp, pay = split.v[region, j] * dollars, split.compensation[region, j] * dollars
                levied = parameter("production_tax_share_of_gdp") * gdp
                money.placed["production_taxes"][place] += levied
                money.placed["surplus"][place] += gdp - pay - levied
                money.plain["product_taxes"] += split.tax[region, j] * dollars
                money.plain["imports"] += split.imports[region, j] * dollars
                wages = pay / (1 + parameter("contributions_ratio"))
                public = wages * sum(fiscal.rates[j][k] for k in EMPLOYER)
                living = self.living(region, parameter("resident_share"))
                money.earn(place, pay, wages, fiscal.personal[j], public, living)

    def recipients(self, rounds):
        """Returns where the money of each first recipient is after some rounds."""
        project = self.phase.project
        out = {}
        if project:
            money = out["employees"] = Money()
            if rounds == 1:
                money.plain["held_pay"] = project["compensation"]
            else:
                public = project["wages"] * sum(project["rates"][k] for k in EMPLOYER)
                living = self.living(0, project["hiring"])
                money.earn(0, project["compensation"], project["wages"], project["personal"], public, living)
        for place, name in enumerate(PLACES):
            out["suppliers_" + name] = self.suppliers(place, rounds)
        money = out["governments"] = Money()
        money.plain["product_taxes"] = self.taxes
        money.placed["production_taxes"][0] = project["production_taxes"] if project else 0.0
        return out

    def local(self):
        """Returns the parts of the Local Multiplier 3."""
        split, project, fiscal = self.split, self.phase.project, self.study.fiscal
        homes = self.study.households or Households(split, 1 - fiscal.personal)
        basket = homes.big[:N, split.n * N].sum()  # per dollar spent at purchaser prices, on products of the region
        spending = self.phase.spending
        residents = 0.0
        if project:
            spending += project["compensation"] + project["production_taxes"]
            residents = project["wages"] * (1 - project["personal"]) * (1.0 if split.whole else project["hiring"])
        kept = homes.per_compensation(1.0) * (1 + parameter("contributions_ratio"))
        mine = self.y * (np.arange(split.n) == 0)[:, None]
        share = 1.0 if split.whole else parameter("resident_share")
        wages = split.compensation[0] * mine[0] / (1 + parameter("contributions_ratio"))
        return {
            "spending": spending,
            "residents": residents,
            "suppliers": mine.sum() + self.resale[0],
            "households": residents * kept * basket,
            "supplier_purchases": (split.a @ mine.ravel())[:N].sum(),
            "supplier_pay": share * wages @ (1 - fiscal.personal),
        }


def rows(study):
    for phase in study.phases:
        trail = Trail(study, phase)
        local = trail.local()
        for rounds, count in ROUNDS.items():
            total = 0.0
            for recipient, money in trail.recipients(count).items():
                for part, place, value in money.rows():
                    total += value if part != "pay" else 0.0
                    if value:
                        yield [phase.id, rounds, recipient, part, place, number(value)]
            assert abs(total / local["spending"] - 1) < 1e-12, "a dollar is lost"
        for part, value in local.items():
            yield [phase.id, "local", "", part, "", number(value)]


def main():
    for case, path in CASES.items():
        remarks = [f"{WHO}, with trail.py; parts that are 0 are left out."]
        write(f"oracle-{case}-trail.csv", remarks, ["phase", "rounds", "recipient", "part", "place", "value"], list(rows(Study(path))))


if __name__ == "__main__":
    main()
