"""The account, its regional split and its households (METHOD sections 1, 2 and 4). Dollars; products by row, users by column."""

import numpy as np

from ron import read

ACCOUNT = read("assets/economies/canada-2021.ron")
REGIONS = read("assets/regions/quebec.ron")
PARAMETERS = {p["id"]: p for p in read("assets/parameters.ron")["parameters"]}
INDUSTRIES = [i["code"] for i in ACCOUNT["industries"]]
INDEX = {code: k for k, code in enumerate(INDUSTRIES)}
GOODS = [k for k, i in enumerate(ACCOUNT["industries"]) if i["goods"]]
PROVINCES = [r["code"] for r in ACCOUNT["regions"]]
GROUPS = {g["id"]: [INDEX[i["industry"]] for i in g["industries"]] for g in REGIONS["groups"]}
N, P = len(INDUSTRIES), len(PROVINCES)

OVERRIDES = {}  # parameters that the scenario states


def parameter(name):
    """Returns a parameter: the scenario's, or that of the data."""
    return float(OVERRIDES.get(name, PARAMETERS[name]["value"]))


def ratio(a, b):
    """a ÷ b, 0 where b is 0."""
    return np.divide(a, b, out=np.zeros(np.broadcast(a, b).shape), where=np.asarray(b) != 0)


class Account:
    """Coefficients of ten provinces; `trade[i, s, d]` are shares of the product i used in d that come from s, after the supply cap."""

    def __init__(self):
        supply = ACCOUNT["supply"]
        unit = ACCOUNT["money_unit"]
        flows = np.array([row["flows"] for row in supply["trade"]], float) * unit  # product, from, to; the rest of the world is last
        self.x = flows[:, :P, :].sum(axis=2)
        live = self.x > 0
        self.v = np.array(supply["value_added_share"], float) * live
        bundle = np.array(supply["intermediate_bundle"], float)
        bundle = bundle / bundle.sum(axis=0)
        tax = parameter("product_tax_in_purchases")
        technical = np.einsum("jd,ij->dij", (1 - self.v) * (1 - tax) * live, bundle)
        share = ratio(flows[:, :P, :P], flows[:, :, :P].sum(axis=1)[:, None, :])
        wanted = share * np.einsum("dij,jd->id", technical, self.x)[:, None, :]
        capped = np.where(wanted > flows[:, :P, :P], ratio(flows[:, :P, :P], wanted), 1.0)
        self.trade = share * capped
        self.a = np.einsum("isd,dij->sidj", self.trade, technical)  # from, product, to, buyer
        self.tax = (1 - self.v) * tax * live
        self.imports = (1 - self.v - self.tax - self.a.sum(axis=(0, 1)).T) * live
        self.jobs_held = np.array(supply["employment"], float)
        known = self.jobs_held > 0
        everywhere = ratio((self.jobs_held * known).sum(axis=1), (self.x * known).sum(axis=1))
        self.jobs = np.where(known, ratio(self.jobs_held, self.x), everywhere[:, None]) * live
        self.labour = np.array(supply["labour_share"], float)
        self.basket = np.array(supply["final_consumption"], float)


def shares_of_province(code):
    """Returns σ: the study region's share of each industry of the province."""
    sub = next((s for s in REGIONS["subregions"] if s["code"] == code), None)
    own = next(r for r in REGIONS["regions"] if r["code"] == (sub["parent"] if sub else code))
    size = own["employment_k_2024"] / REGIONS["province_totals"]["employment_k_2024"]
    sigma = np.full(N, size)
    if own["structure"]:
        year, groups = own["structure"]["year"], own["structure"]["groups"]
        whole = next(s["groups"] for s in REGIONS["quebec_structures"] if s["year"] == year)
        for group, members in GROUPS.items():
            sigma[members] = size * (groups[group] / sum(groups.values())) / (whole[group] / sum(whole.values()))
    if sub:
        sigma = sigma * sub["population"] / sub["parent_population"]
    return np.minimum(sigma, 1.0)


class Split:
    """The study region L, the rest R of its province, the other provinces."""

    def __init__(self, account, code, method, delta, province="QC"):
        p = PROVINCES.index(province)
        others = [k for k in range(P) if k != p]
        self.account, self.p, self.others, self.whole = account, p, others, code == province
        self.codes = [code] + ([] if self.whole else [province + "-rest"]) + [PROVINCES[k] for k in others]
        self.parents = [p] * (1 if self.whole else 2) + others
        self.inside = 1 if self.whole else 2  # regions of the province
        n = self.n = len(self.codes)
        if self.whole:
            self.sigma, self.slq, self.quotient = np.ones(N), np.ones(N), np.ones((N, N))
        else:
            self.carve(code, method, delta)
        a = np.zeros((n, N, n, N))
        for to in range(n):
            for source in range(n):
                block = account.a[self.parents[source], :, self.parents[to], :]
                a[source, :, to, :] = self.weight(source, to, self.inner) * block if not self.whole else block
        self.a = a.reshape(n * N, n * N)
        pick = lambda table: np.array([table[:, k] for k in self.parents])
        self.v, self.tax, self.imports, self.jobs, self.x = map(
            pick, (account.v, account.tax, account.imports, account.jobs, account.x)
        )
        if not self.whole:
            self.x = self.x * np.vstack([self.sigma, 1 - self.sigma, np.ones((n - 2, N))])
        self.compensation = account.labour * self.v

    def weight(self, source, to, inner):
        """Returns what part of a purchase from the province is bought in L or in R."""
        if self.parents[source] != self.p:
            return 1.0
        local = inner[to] if to < 2 else np.broadcast_to(self.sigma[:, None], inner[0].shape)
        return local if source == 0 else 1 - local

    def carve(self, code, method, delta):
        account, p = self.account, self.p
        sigma = self.sigma = shares_of_province(code)
        jobs = account.jobs_held[:, p]
        slq = self.slq = ratio(ratio(sigma * jobs, (sigma * jobs).sum()), jobs / jobs.sum())
        cross = ratio(slq[:, None], slq[None, :])
        np.fill_diagonal(cross, slq)
        scale = np.log2(1 + (sigma * jobs).sum() / jobs.sum()) ** delta
        quotient = {
            "Slq": np.repeat(slq[:, None], N, axis=1),
            "Cilq": cross,
            "Flq": scale * cross,
            "Aflq": scale * cross * np.where(slq > 1, np.log2(1 + slq), 1.0)[None, :],
        }[method]
        self.quotient = np.minimum(1.0, quotient)
        app, x = account.a[p, :, p, :], account.x[:, p]
        pool = app @ x
        local = self.quotient * app
        bought = local @ (sigma * x)
        local = np.where(bought > sigma * pool, ratio(sigma * pool, bought), 1.0)[:, None] * local
        rest = app - local
        bought = rest @ (sigma * x)
        most = (1 - sigma) * pool
        rest = np.where(bought > most, ratio(most, bought), 1.0)[:, None] * rest
        local = np.where((bought > most)[:, None], app - rest, local)
        rho = ratio(sigma * pool - local @ (sigma * x), app @ ((1 - sigma) * x))
        self.inner = [ratio(local, app), np.repeat(rho[:, None], N, axis=1)]


class Households:
    """One account per region, in dollars spent at purchaser prices.

    `after_tax[j]`: what is left of a dollar of wages of industry j after personal taxes and contributions.
    """

    def __init__(self, split, after_tax, kept=1.0):
        account, n, p = split.account, split.n, split.p
        self.tax = parameter("product_tax_in_consumption")
        self.per_compensation = lambda left: left * kept * (1 - parameter("saving_rate")) / (1 + parameter("contributions_ratio"))
        spent = self.per_compensation(after_tax)  # per dollar of compensation, by industry
        resident = 1.0 if split.whole else parameter("resident_share")
        row = np.zeros((n, n, N))
        for region in range(n):
            row[region, region] = split.compensation[region] * spent
        if not split.whole:
            row[0, 0], row[1, 0] = resident * row[0, 0], (1 - resident) * row[0, 0]
        public = [INDEX[c] for c in ("61", "62", "8A")]
        basket = account.basket / account.basket.sum(axis=0)
        kept_public = np.maximum(0.0, 1 - parameter("government_share_of_consumption") / basket[public].sum(axis=0))
        basket[public] *= kept_public
        basket = basket / basket.sum(axis=0)
        if not split.whole:
            sigma = split.sigma
            by_industry = account.labour * account.v[:, p] * account.x[:, p] * spent
            both, left = by_industry.sum(), resident * (by_industry * sigma).sum()
            q = np.minimum(1.0, split.slq)
            q[INDEX["53"]] = 1.0
            q = np.minimum(q, sigma * both / left)
            q = 1 - np.minimum(1 - q, (1 - sigma) * both / left)
            inner = [q, (sigma * both - q * left) / (both - left)]
        column = np.zeros((n, N, n))
        self.imports = np.zeros(n)
        for to in range(n):
            parent = split.parents[to]
            spent_on = (1 - self.tax) * basket[:, parent]
            self.imports[to] = spent_on @ (1 - account.trade[:, :, parent].sum(axis=1))
            for source in range(n):
                share = account.trade[:, split.parents[source], parent]
                if not split.whole and split.parents[source] == p:
                    local = inner[to] if to < 2 else sigma
                    share = share * (local if source == 0 else 1 - local)
                column[source, :, to] = spent_on * share
        size = n * N
        self.big = np.zeros((size + n, size + n))
        self.big[:size, :size] = split.a
        self.big[:size, size:] = column.reshape(size, n)
        self.big[size:, :size] = row.reshape(n, size)


def solve(a, y):
    """Returns (I − A)⁻¹ y, refined once."""
    left = np.eye(len(y)) - a
    x = np.linalg.solve(left, y)
    return x + np.linalg.solve(left, y - left @ x)
