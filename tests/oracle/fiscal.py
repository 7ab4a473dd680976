"""Prices, the law of one year, and what governments receive (METHOD section 7)."""

from statistics import NormalDist

import numpy as np

from economy import GROUPS, INDUSTRIES, N, parameter
from ron import read

PRICES = read("assets/prices/quebec.ron")
TAXES = read("assets/taxes/quebec.ron")
DATA_YEAR = 2021
LEVIES = {  # name: (government, kind)
    "federal_income_tax": ("federal", "fiscal"),
    "quebec_income_tax": ("quebec", "fiscal"),
    "federal_corporate_tax": ("federal", "fiscal"),
    "quebec_corporate_tax": ("quebec", "fiscal"),
    "federal_product_tax": ("federal", "fiscal"),
    "quebec_product_tax": ("quebec", "fiscal"),
    "quebec_production_tax": ("quebec", "fiscal"),
    "municipal_tax": ("municipal", "fiscal"),
    "employee_qpp": ("quebec", "parafiscal"),
    "employer_qpp": ("quebec", "parafiscal"),
    "employee_qpip": ("quebec", "parafiscal"),
    "employer_qpip": ("quebec", "parafiscal"),
    "employee_ei": ("federal", "parafiscal"),
    "employer_ei": ("federal", "parafiscal"),
    "cnesst": ("quebec", "parafiscal"),
    "health_fund": ("quebec", "parafiscal"),
    "labour_standards": ("quebec", "parafiscal"),
    "training": ("quebec", "parafiscal"),
}
PERSONAL = ["federal_income_tax", "quebec_income_tax", "employee_qpp", "employee_qpip", "employee_ei"]
PAYROLL = ["health_fund", "labour_standards", "training"]


def price_index():
    """Returns the index of each known year: consumer prices, interpolated between two years, then the deflator, then indexation."""
    index = dict(PRICES["cpi_annual"]["values"])
    published = sorted(index)
    for before, after in zip(published, published[1:]):
        for year in range(before + 1, after):
            index[year] = index[before] * (index[after] / index[before]) ** ((year - before) / (after - before))
    year = published[-1] + 1
    while True:
        growth = PRICES["gdp_deflator_growth"]["values"].get(year, PRICES["tax_indexation"]["values"].get(year))
        if growth is None:
            return index
        index[year] = index[year - 1] * (1 + growth)
        year += 1


PRICE = price_index()


def price(year):
    """Returns the price level of a year, that of the data year being 1; beyond the series prices rise at the stated inflation."""
    first, last, inflation = min(PRICE), max(PRICE), 1 + parameter("inflation_after_series")
    known = PRICE[min(max(year, first), last)]
    return known * inflation ** (max(0, year - last) - max(0, first - year)) / PRICE[DATA_YEAR]


class Law:
    """The figures of one year: the latest at or before it, or the earliest one."""

    def __init__(self, asked):
        self.asked, self.figures, self.used = asked, {}, {}
        for entry in TAXES["parameters"] + TAXES["scales"]:
            values = sorted(entry["values"], key=lambda v: v["year"])
            earlier = [v for v in values if v["year"] <= asked]
            chosen = earlier[-1] if earlier else values[0]
            self.used[entry["id"]] = chosen["year"]
            self.figures[entry["id"]] = chosen.get("value", chosen)
        self.year = self.used["quebec_brackets"]
        self.dollars = price(self.year)

    def __getattr__(self, name):
        return self.figures[name]

    def brackets(self, name, income):
        """Returns tax before credits on an array of incomes."""
        starts, rates = self.figures[name]["thresholds"], self.figures[name]["rates"]
        ends = starts[1:] + [np.inf]
        return sum(rate * np.clip(income - start, 0, end - start) for start, end, rate in zip(starts, ends, rates))

    def on_wage(self, w, employer):
        """Returns every levy on an array of wages, dollars of the law's year; `employer` = (health fund rate, training rate)."""
        base = self.qpp_base_rate * np.clip(w - self.qpp_exemption, 0, self.qpp_ceiling - self.qpp_exemption)
        first = self.qpp_additional_rate * np.clip(w - self.qpp_exemption, 0, self.qpp_ceiling - self.qpp_exemption)
        second = self.qpp_second_rate * np.clip(w - self.qpp_ceiling, 0, self.qpp_second_ceiling - self.qpp_ceiling)
        qpip = np.where(w > self.qpip_threshold, self.qpip_employee_rate * np.minimum(w, self.qpip_ceiling), 0.0)
        ei = np.where(w > self.ei_threshold, self.ei_rate * np.minimum(w, self.ei_ceiling), 0.0)
        taxable = w - first - second
        high, low = self.federal_basic_amount_maximum, self.federal_basic_amount_minimum
        third, fourth = self.federal_brackets["thresholds"][-2:]
        basic = high - (high - low) * np.clip((taxable - third) / (fourth - third), 0, 1)
        credit = self.federal_credit_rate * (basic + base + qpip + ei + np.minimum(w, self.employment_amount))
        federal = np.maximum(0, self.brackets("federal_brackets", taxable) - credit) * (1 - self.federal_abatement)
        deduction = np.minimum(self.worker_deduction_rate * w, self.worker_deduction_maximum)
        income = np.maximum(0, taxable - deduction)
        quebec = np.maximum(0, self.brackets("quebec_brackets", income) - self.quebec_credit_rate * self.quebec_basic_amount)
        insured = np.minimum(w, self.qpip_ceiling)
        return {
            "federal_income_tax": federal,
            "quebec_income_tax": quebec,
            "employee_qpp": base + first + second,
            "employer_qpp": base + first + second,
            "employee_qpip": qpip,
            "employer_qpip": self.qpip_employer_rate * insured,
            "employee_ei": ei,
            "employer_ei": self.ei_employer_multiple * self.ei_rate * np.minimum(w, self.ei_ceiling),
            "cnesst": self.cnesst_rate * insured,
            "health_fund": employer[0] * w,
            "labour_standards": self.standards_rate * insured,
            "training": employer[1] * w,
        }

    def employer(self, payroll, industry):
        """Returns the rates of the health services fund and of training of a firm, by its payroll in dollars of the law's year."""
        low, high = self.fss_low_payroll, self.fss_high_payroll
        start = self.fss_low_rate_goods if industry in GROUPS["primary"] + GROUPS["manufacturing"] else self.fss_low_rate
        fund = start + (self.fss_high_rate - start) * min(1.0, max(0.0, (payroll - low) / (high - low)))
        if industry in GROUPS["public"]:
            fund = self.fss_high_rate
        return fund, self.training_rate if payroll > self.training_payroll else 0.0

    def rates(self, wage, payroll, industry):
        """Returns each levy per dollar of wages of one payer, the mean wage being in dollars of the law's year."""
        z = np.array([NormalDist().inv_cdf((k + 0.5) / 64) for k in range(64)])
        points = np.exp(parameter("wage_spread") * z)
        wages = wage * points / points.mean()
        return {k: v.mean() / wage for k, v in self.on_wage(wages, self.employer(payroll, industry)).items()}


class Fiscal:
    """The rates of every industry of the province under one law."""

    def __init__(self, law, account, p):
        self.law = law
        pay = account.labour * account.v[:, p] / (1 + parameter("contributions_ratio"))
        jobs = account.jobs[:, p]
        mean = (pay * account.x[:, p]).sum() / (jobs * account.x[:, p]).sum()
        wage = np.where((jobs > 0) & (pay > 0), pay / np.where(jobs > 0, jobs, 1), mean) * law.dollars
        self.rates = [law.rates(w, parameter("supplier_payroll"), j) for j, w in enumerate(wage)]
        self.personal = np.array([sum(r[k] for k in PERSONAL) for r in self.rates])

    def project(self, jobs, wages, industry):
        """Returns the project's own rates per dollar of wages; `wages` of all jobs, dollars of the data year."""
        wage = self.law.dollars * wages / jobs
        return self.law.rates(wage, wage * jobs, industry)

    def revenue(self, wages, surplus, production, product, rates, property_tax=None):
        """Returns the levies of one cell; `property_tax` is given for the project alone, whose production taxes are built bottom-up."""
        out = {k: rate * wages for k, rate in rates.items()}
        named = sum(out[k] for k in PAYROLL)
        if property_tax is None:
            scale = production / named if named > production else 1.0
            for k in PAYROLL:
                out[k] *= scale
            left = production - scale * named
            out["municipal_tax"] = parameter("municipal_share_of_production_taxes") * left
            out["quebec_production_tax"] = left - out["municipal_tax"]
        else:
            out["municipal_tax"], out["quebec_production_tax"] = property_tax, 0.0
        taxable = parameter("taxable_surplus_share") * max(0.0, surplus)
        out["federal_corporate_tax"] = self.law.federal_corporate_rate * taxable
        out["quebec_corporate_tax"] = self.law.quebec_corporate_rate * taxable
        out["federal_product_tax"] = parameter("federal_share_of_product_taxes") * product
        out["quebec_product_tax"] = product - out["federal_product_tax"]
        return np.array([out[k] for k in LEVIES])


assert len(INDUSTRIES) == N
