"""One scenario, whole: effects, levies, residents (METHOD sections 4 to 8). Everything in dollars of 2021."""

import numpy as np

from demand import RECIPES, construction, demand, operation, price_factor, stated
from economy import INDEX, INDUSTRIES, N, OVERRIDES, Account, Households, Split, parameter, solve
from fiscal import DATA_YEAR, LEVIES, PAYROLL, PERSONAL, Fiscal, Law
from ron import read

MEASURES = ["output", "gdp", "compensation", "wages", "production_taxes", "surplus", "jobs", "product_taxes", "foreign_imports"]
EFFECTS = ["direct", "indirect_first", "indirect_other", "induced"]
NONE = N  # the slot of what no industry pays


class Phase:
    """One phase with its effects: `cells[effect][measure]` is regions × (industries and one slot more)."""

    def __init__(self, study, document):
        self.study, self.id = study, document["id"]
        self.kind = document["kind"]["variant"]
        self.start, self.end = document["start"], document["end"]
        self.building = self.kind == "Construction"
        years = range(self.start, self.end + 1)
        profile = document.get("profile")
        if self.building:
            weights = profile or [1.0] * len(years)
            self.activity = {y: w / sum(weights) for y, w in zip(years, weights)}
        else:
            ramp = list(profile or [])
            self.activity = {y: (ramp[k] if k < len(ramp) else 1.0) for k, y in enumerate(years)}
        factors = document.get("additionality")
        taken = lambda name: 1 - stated(factors.get(name) or 0.0)
        self.net = None if factors is None else taken("deadweight") * taken("displacement") * taken("substitution")
        if self.net is not None and factors.get("reference") is not None:
            self.net -= stated(factors["reference"])
        self.new = 1.0 if self.net is None else self.net
        known = {"id", "label", "start", "end", "profile", "kind", "additionality", "price_year", "local_share", "province_content"}
        known_kind = {"variant", "investment", "jobs", "annual_wage", "sales", "property_tax", "local_hiring", "site_workers"}
        unknown = (set(document) - known) | (set(document["kind"]) - known_kind)
        assert not unknown, f"not recomputed: {unknown}"
        if self.building:  # jobs per dollar in the figures of the whole phase
            self.headline = sum(a * self.jobs_per_dollar(y) for y, a in self.activity.items())
        else:
            self.headline = self.jobs_per_dollar(next(y for y, a in self.activity.items() if a == max(self.activity.values())))
        factor = price_factor(document["price_year"])
        if self.building:
            self.project = None
            lines = construction(
                document["kind"], factor, INDEX[study.recipe["industry"]], len(years), study.split.jobs[0, INDEX["23"]]
            )
        else:
            self.project, lines = operation(document["kind"], factor, study.recipe)
        self.compute(lines, document)

    def compute(self, lines, document):
        study, split, project = self.study, self.study.split, self.project
        n = split.n
        self.lines, self.document = lines, document
        y, taxes, imports, self.scrap = demand(split, lines, INDEX[study.recipe["industry"]], self.building, document)
        self.spending = sum(line.amount for line in lines)
        open_ = solve(split.a, y.ravel()).reshape(n, N)
        first = (split.a @ y.ravel()).reshape(n, N) if self.building else y
        direct = y if self.building else np.zeros((n, N))
        cells = self.cells = {
            "direct": self.measures(direct),
            "indirect_first": self.measures(first),
            "indirect_other": self.measures(open_ - direct - first),
        }
        if project:
            rates = project["rates"] = study.fiscal.project(project["jobs"], project["wages"], project["industry"])
            project["personal"] = sum(rates[k] for k in PERSONAL)
            project["production_taxes"] = project["property_tax"] + project["wages"] * sum(rates[k] for k in PAYROLL)
            project["gdp"] = project["output"] - project["purchases"]
            project["surplus"] = project["gdp"] - project["compensation"] - project["production_taxes"]
            for measure in MEASURES[:7]:
                cells["direct"][measure][0, project["industry"]] = project[measure]
        cells["direct"]["product_taxes"][0, NONE] = taxes
        cells["direct"]["foreign_imports"][0, NONE] = imports
        self.consumption = np.zeros(n)
        induced = np.zeros((n, N))
        if study.households:
            own = np.zeros(n)
            if project:
                spent = study.households.per_compensation(1 - project["personal"]) * project["compensation"]
                hiring = 1.0 if split.whole else project["hiring"]
                own[0] = hiring * spent
                if not split.whole:
                    own[1] = (1 - hiring) * spent
            x = solve(study.households.big, np.concatenate([y.ravel(), own]))
            induced = x[: n * N].reshape(n, N) - open_
            self.consumption = x[n * N :]
        cells["induced"] = self.measures(induced)
        if study.households:
            cells["induced"]["product_taxes"][:, NONE] = study.households.tax * self.consumption
            cells["induced"]["foreign_imports"][:, NONE] = study.households.imports * self.consumption
        self.levies = {(e, r): self.revenue(e, r) for e in EFFECTS for r in range(split.inside)}

    def jobs_per_dollar(self, year):
        return (1 + parameter("productivity_growth")) ** -(year - DATA_YEAR)

    def jobs_against_headline(self, effect, year):
        """Returns a year's jobs per dollar against those of the figures of the whole phase; the project's own jobs are stated."""
        if self.project and effect == "direct":
            return 1.0
        return self.jobs_per_dollar(year) / self.headline

    def measures(self, x):
        split = self.study.split
        gdp, compensation = split.v * x, split.compensation * x
        taxes = parameter("production_tax_share_of_gdp") * gdp
        found = [x, gdp, compensation, compensation / (1 + parameter("contributions_ratio")), taxes, gdp - compensation - taxes]
        found += [split.jobs * x * self.headline, split.tax * x, split.imports * x]
        return {m: np.hstack([cell, np.zeros((split.n, 1))]) for m, cell in zip(MEASURES, found)}

    def revenue(self, effect, region):
        """Returns the levies of every industry of one region, and of the slot without industry."""
        fiscal, cells = self.study.fiscal, {m: c[region] for m, c in self.cells[effect].items()}
        out = np.zeros(len(LEVIES))
        for j in range(N + 1):
            bases = [cells[m][j] for m in ("wages", "surplus", "production_taxes", "product_taxes")]
            mine = self.project and effect == "direct" and region == 0 and j == self.project["industry"]
            rates = self.project["rates"] if mine else fiscal.rates[j] if j < N else dict.fromkeys(fiscal.rates[0], 0.0)
            out += fiscal.revenue(*bases, rates, self.project["property_tax"] if mine else None)
        return out

    def share_of_residents(self, effect):
        if self.study.split.whole:
            return 1.0
        return self.project["hiring"] if self.project and effect == "direct" else parameter("resident_share")

    def residents(self, effect, region):
        """Returns jobs, compensation, wages and after-tax pay located in a region, then split by where their holders live."""
        cells = {m: c[region, :N] for m, c in self.cells[effect].items()}
        left = 1 - self.study.fiscal.personal
        if self.project and effect == "direct":
            left = np.full(N, 1 - self.project["personal"])
        return np.array([cells["jobs"].sum(), cells["compensation"].sum(), cells["wages"].sum(), cells["wages"] @ left])

    def figures(self):
        """Returns every figure of the phase by measure, effect and territory, gross, for the whole construction or a full year."""
        split = self.study.split
        inside = split.inside
        places = {
            "study": range(1),
            "rest_of_province": range(1, inside),
            "province": range(inside),
            "rest_of_country": range(inside, split.n),
            "country": range(split.n),
        }
        out = {}
        for effect in EFFECTS:
            for place, regions in places.items():
                for m in MEASURES:
                    out[m, effect, place] = self.cells[effect][m][list(regions)].sum()
            for place in ("study", "rest_of_province", "province"):
                levies = sum((self.levies[effect, r] for r in places[place]), np.zeros(len(LEVIES)))
                for government in ("federal", "quebec", "municipal"):
                    for kind in ("fiscal", "parafiscal"):
                        mine = [k for k, who in enumerate(LEVIES.values()) if who == (government, kind)]
                        if mine:
                            out[f"revenue_{government}_{kind}", effect, place] = levies[mine].sum()
            here = self.residents(effect, 0)
            there = self.residents(effect, 1) if inside == 2 else 0.0 * here
            share = self.share_of_residents(effect)
            lives = {"study": share * here, "rest_of_province": there + (1 - share) * here, "province": here + there}
            for place, found in lives.items():
                for m, value in zip(("jobs", "compensation", "wages", "after_tax_pay"), found):
                    out["resident_" + m, effect, place] = value
                out["families", effect, place] = found[0] / parameter("earners_per_family")
        for m, place in {(m, p) for m, _, p in out}:
            out[m, "total", place] = sum(out[m, e, place] for e in EFFECTS)
        return out


class Study:
    """A scenario computed."""

    def __init__(self, path):
        document = self.document = read(path)
        OVERRIDES.clear()
        OVERRIDES.update({name: stated(value) for name, value in (document.get("parameters") or {}).items()})
        model = document["model"]
        account = Account()
        self.recipe = RECIPES[document["activity"]["recipe"]]
        self.split = Split(account, document["region"], model["method"], stated(model.get("delta") or parameter("flq_delta")))
        starts = [p["start"] for p in document["phases"] if p["kind"]["variant"] == "Operation"]
        asked = model.get("law_year") or min(starts or [p["start"] for p in document["phases"]])
        self.law = Law(stated(asked))
        self.fiscal = Fiscal(self.law, account, self.split.p)
        kept = {"None": None, "Closed": 1.0, "Net": 1 - parameter("share_on_income_support") * parameter("support_over_new_pay")}
        kept = kept[model.get("households") or "None"]
        self.households = Households(self.split, 1 - self.fiscal.personal, kept) if kept is not None else None
        self.phases = [Phase(self, p) for p in document["phases"]]


def check(phase):
    """Spending = GDP + product taxes + imports + scrap, over all rounds and regions of the open model."""
    effects = EFFECTS[: 3] if phase.building else EFFECTS[1:3]
    found = sum(phase.cells[e][m].sum() for e in effects for m in ("gdp", "product_taxes", "foreign_imports")) + phase.scrap
    if phase.project:
        found += sum(phase.cells["direct"][m][:, NONE].sum() for m in ("product_taxes", "foreign_imports"))
    return found / phase.spending - 1


assert len(INDUSTRIES) == N
