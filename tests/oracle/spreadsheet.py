"""Public money of a study by spreadsheet: python3 tests/oracle/spreadsheet.py SCENARIO.ron STUDY.json WORKBOOK.xlsx

The workbook holds inputs (revenue of each phase by government, terms of the supports, prices, rates) and formulas; LibreOffice works them out.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter as letter

from demand import stated
from economy import OVERRIDES, parameter
from fiscal import LEVIES, PRICES
from public import GOVERNMENTS
from ron import Reader

BOLD = Font(bold=True)
WHO = GOVERNMENTS + ["all"]


class Sheet:
    """A sheet filled row by row; what is put under a name can be found again by formulas and by the comparison."""

    def __init__(self, book, title):
        self.sheet, self.title, self.row, self.names = book.create_sheet(title), title, 0, {}
        self.sheet.column_dimensions["A"].width = 34

    def put(self, *cells, names=(), bold=False):
        self.row += 1
        for column, value in enumerate(cells, 1):
            cell = self.sheet.cell(self.row, column, value)
            cell.number_format = "#,##0.00" if isinstance(value, float) or str(value).startswith("=") else "General"
            cell.font = BOLD if bold else Font()
        for column, name in enumerate(names, 2):
            self.names[name] = (column, self.row)
        return self.row

    def at(self, name, elsewhere=True):
        column, row = self.names[name]
        place = f"${letter(column)}${row}"
        return f"'{self.title}'!{place}" if elsewhere else place


def inputs(book, scenario, study):
    """Everything that the workbook takes from outside."""
    s = Sheet(book, "Inputs")
    s.put("Inputs", bold=True)
    finances, supports = study["finances"], scenario["support"]
    s.put("First year", finances["base_year"], names=["base"])
    s.put("Last year of the closed case", int(stated(scenario["early_closure"])), names=["closure"])
    for name in ("discount_rate", "market_loan_rate", "closure_loss_share"):
        s.put(name, parameter(name), names=[name])
    s.put()
    s.put("Gross revenue of a phase, dollars", *GOVERNMENTS, bold=True)
    for phase in study["phases"]:
        total = dict.fromkeys(GOVERNMENTS, 0.0)
        for regions in phase["revenue"].values():
            for levies in regions.values():
                for levy, dollars in levies.items():
                    total[LEVIES[levy][0]] += dollars
        s.put(phase["id"], *total.values(), names=[(phase["id"], g) for g in GOVERNMENTS])
    s.put()
    s.put("Part that is not new", "deadweight", "displacement", "substitution", "net factor", bold=True)
    for phase in scenario["phases"]:
        taken = [stated((phase.get("additionality") or {}).get(k) or 0.0) for k in ("deadweight", "displacement", "substitution")]
        names = [(phase["id"], k) for k in ("deadweight", "displacement", "substitution", "net")]
        row = s.row + 1
        s.put(phase["id"], *taken, f"=(1-B{row})*(1-C{row})*(1-D{row})", names=names)
    s.put()
    s.put("Supports", "government", "year", "nominal", "rate", "term", "moratorium", bold=True)
    for support in supports:
        kind, form = support["kind"], support["kind"]["variant"]
        choose = lambda field, name: stated(kind[field]) if kind.get(field) is not None else parameter(name)
        rate = {"Grant": 1.0, "Equity": choose("loss_share", "equity_loss_share")}.get(form, choose("rate", "default_loan_rate"))
        terms = [int(choose(k, "default_loan_" + k)) if form == "Loan" else None for k in ("term", "moratorium")]
        assert form in ("Grant", "Equity", "Loan"), form
        id_ = support["id"]
        names = [(id_, k) for k in ("government", "year", "nominal", "rate", "term", "moratorium")]
        s.put(id_, support["government"].lower(), support["year"], stated(kind["amount"]), rate, *terms, names=names)
    s.put()
    s.put("Consumer prices and their growth after", "level", "growth", bold=True)
    published = PRICES["cpi_annual"]["values"]
    growth = PRICES["gdp_deflator_growth"]["values"], PRICES["tax_indexation"]["values"]
    first, last = finances["base_year"], finances["planned"]["years"][-1]["year"]
    s.prices = s.row + 1
    for year in range(min(first, 2021), last + 1):
        if year in published:
            s.put(year, published[year])
        else:
            s.put(year, f"=B{s.row}*(1+C{s.row + 1})", growth[0].get(year, growth[1].get(year, parameter("inflation_after_series"))))
        if year == 2021:
            s.of_2021 = s.row
    s.prices_end = s.row
    s.level = lambda year: (
        f"(INDEX('Inputs'!$B${s.prices}:$B${s.prices_end},MATCH({year},'Inputs'!$A${s.prices}:$A${s.prices_end},0))/'Inputs'!$B${s.of_2021})"
    )
    return s


def loan(book, source, support):
    """The schedule of a loan by the functions of the spreadsheet, and its net cost in both cases."""
    s, id_ = Sheet(book, support["id"][:31]), support["id"]
    given = lambda k: source.at((id_, k))
    amount, rate, term, wait, market = *map(given, ("nominal", "rate", "term", "moratorium")), source.at("market_loan_rate")
    kind = support["kind"]
    length = int(stated(kind["term"])) if kind.get("term") else int(parameter("default_loan_term"))
    s.put("Loan " + id_, bold=True)
    s.put("Payment", "year", "interest", "principal", "payment", "balance", "before closure", "payment if closed", "balance at closure", bold=True)
    top = s.row + 1
    for k in range(1, length + 1):
        r = s.row + 1
        later = f"A{r}-{wait},{term}-{wait},{amount})"
        s.put(
            k,
            f"={given('year')}+A{r}",
            f"=IF(A{r}<={wait},{amount}*{rate},-IPMT({rate},{later})",
            f"=IF(A{r}<={wait},0,-PPMT({rate},{later})",
            f"=IF(A{r}<={wait},C{r},-PMT({rate},{term}-{wait},{amount}))",
            f"={amount}-SUM(D${top}:D{r})",
            f"=IF(B{r}<={source.at('closure')},1,0)",
            f"=E{r}*G{r}",
            f"=IF(B{r}={source.at('closure')},F{r},0)",
        )
    end = s.row
    s.put("Planned: net cost, nominal", f"={amount}-NPV({market},E{top}:E{end})", names=["planned"])
    back = f"SUM(I{top}:I{end})*(1-{source.at('closure_loss_share')})/(1+{market})^({source.at('closure')}-{given('year')})"
    s.put("Closed: net cost, nominal", f"={amount}-NPV({market},H{top}:H{end})-{back}", names=["closed"])
    return s


def costs(book, source, scenario):
    """What each support costs, in constant dollars, as planned and closed, and at present value."""
    s = Sheet(book, "Supports")
    s.put("Supports", "government", "price level", "given, constant", "planned: net cost", "closed: net cost", "present value factor", bold=True)
    s.top = s.row + 1
    for support in scenario["support"]:
        id_, form = support["id"], support["kind"]["variant"]
        at = lambda k: source.at((id_, k))
        if form == "Loan":
            sheet = loan(book, source, support)
            nets = [sheet.at("planned"), sheet.at("closed")]
        elif form == "Equity":
            nets = [f"{at('nominal')}*{at('rate')}", f"{at('nominal')}*{source.at('closure_loss_share')}"]
        else:
            nets = [at("nominal")] * 2
        r = s.row + 1
        s.put(
            id_,
            f"={at('government')}",
            f"={source.level(at('year'))}",
            f"={at('nominal')}/C{r}",
            *(f"=({net})/C{r}" for net in nets),
            f"=(1+{source.at('discount_rate')})^-({at('year')}-{source.at('base')})",
            names=[None, None, (id_, "constant"), (id_, "planned"), (id_, "closed")],
        )
    s.end = s.row
    return s


def life(book, source, supports, study, case):
    """Revenue by year and government, cumulated and discounted, against the two costs; payback by MATCH."""
    s = Sheet(book, case.capitalize())
    phases = study["phases"]
    blocks = ["net", "cumulated", "covers support", "present", "cumulated present", "covers net cost"]
    columns = {}
    heads = [p["id"] for p in phases]
    for block in blocks:
        for who in WHO:
            columns[block, who] = letter(2 + len(heads))
            heads.append(f"{block}: {who}")
    cost = "E" if case == "planned" else "F"
    span = lambda c: f"'Supports'!${c}${supports.top}:${c}${supports.end}"
    s.put("Costs, constant dollars", *WHO, bold=True)
    mine = [f'--({span("B")}="{who}")' if who != "all" else f"--({span('C')}>0)" for who in WHO]
    s.put("given", *(f"=SUMPRODUCT({m},{span('D')})" for m in mine), names=[("support", w) for w in WHO])
    s.put("net cost, present value", *(f"=SUMPRODUCT({m},{span(cost)},{span('G')})" for m in mine), names=[("net_cost", w) for w in WHO])
    s.put()
    s.put("Year", *heads, bold=True)
    top = s.row + 1
    years = [y["year"] for y in study["finances"]["planned"]["years"]]
    end = top + len(years) - 1
    for year in years:
        r = s.row + 1
        row = []
        for phase in phases:
            share = next((y["factor"] for y in phase["by_year"] if y["year"] == year), 0)
            row.append(share if case == "planned" else f"=IF(A{r}<={source.at('closure')},{share!r},0)")
        for block in blocks:
            for who in WHO:
                own = lambda b: f"{columns[b, who]}{r}"
                running = lambda b: f"SUM({columns[b, who]}${top}:{columns[b, who]}{r})"
                if block == "net" and who == "all":
                    formula = f"=SUM({columns[block, WHO[0]]}{r}:{columns[block, WHO[2]]}{r})"
                elif block == "net":
                    parts = [
                        f"{letter(2 + k)}{r}*{source.at((p['id'], who))}*{source.at((p['id'], 'net'))}" for k, p in enumerate(phases)
                    ]
                    formula = "=" + "+".join(parts)
                elif block == "present":
                    formula = f"={own('net')}/(1+{source.at('discount_rate')})^(A{r}-{source.at('base')})"
                elif block.startswith("cumulated"):
                    formula = "=" + running("net" if block == "cumulated" else "present")
                else:
                    name, sums = ("support", "cumulated") if block == "covers support" else ("net_cost", "cumulated present")
                    target = s.at((name, who), elsewhere=False)
                    formula = f"=IF(AND({target}>0,{own(sums)}>={target}),1,0)"
                row.append(formula)
        s.put(year, *row)
        for who in WHO:
            s.names["year", year, who] = (2 + len(phases) + WHO.index(who), s.row)
    s.put()
    s.put("Results", *WHO, bold=True)
    find = lambda b, w: f'=IFERROR(INDEX($A${top}:$A${end},MATCH(1,{columns[b, w]}{top}:{columns[b, w]}{end},0)),"never")'
    total = lambda b, w: f"SUM({columns[b, w]}{top}:{columns[b, w]}{end})"
    per = lambda b, name, w: f'=IF({s.at((name, w), False)}>0,{total(b, w)}/{s.at((name, w), False)},"never")'
    results = {
        "payback_support": lambda w: find("covers support", w),
        "payback_net_cost": lambda w: find("covers net cost", w),
        "revenue": lambda w: "=" + total("net", w),
        "revenue_present": lambda w: "=" + total("present", w),
        "ratio_support": lambda w: per("net", "support", w),
        "ratio_net_cost": lambda w: per("present", "net_cost", w),
    }
    for name, formula in results.items():
        row = s.put(name, *(formula(w) for w in WHO), names=[(name, w) for w in WHO])
        if name.startswith("payback"):
            for column in range(2, 6):
                s.sheet.cell(row, column).number_format = "0"
    return s


def steps(book, source, study, figure):
    """From a gross figure to its net one, step by step."""
    s = Sheet(book, "Gross to net")
    value = next(f for f in study["figures"] if f["id"] == figure)
    phase = figure.split(".")[3]
    s.put(figure, bold=True)
    s.put("gross", value["value"])
    top, left = s.row, f"B{s.row}"
    for name in ("deadweight", "displacement", "substitution"):
        s.put(name, f"=-({left})*{source.at((phase, name))}")
        left = f"SUM(B{top}:B{s.row})"
    s.put("net", f"={left}", names=["net"])
    return s, value


def main(scenario_path, study_path, workbook_path):
    scenario = Reader(Path(scenario_path).read_text(encoding="utf-8")).value()
    study = json.loads(Path(study_path).read_text(encoding="utf-8"))
    OVERRIDES.update({k: stated(v) for k, v in (scenario.get("parameters") or {}).items()})
    book = Workbook()
    book.remove(book.active)
    source = inputs(book, scenario, study)
    supports = costs(book, source, scenario)
    lives = {case: life(book, source, supports, study, case) for case in ("planned", "closed")}
    figure = "jobs.total.province.operation.full"
    waterfall, gross = steps(book, source, study, figure)
    book.save(workbook_path)
    with tempfile.TemporaryDirectory() as folder:
        command = ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", folder, str(workbook_path)]
        subprocess.run(command, check=True, capture_output=True)
        done = load_workbook(Path(folder) / Path(workbook_path).name, data_only=True)
        shutil.copy(Path(folder) / Path(workbook_path).name, workbook_path)  # with its values
    read = lambda s, name: done[s.title].cell(s.names[name][1], s.names[name][0]).value
    compared = worst = 0

    def same(name, sheet, key, program, unit=0.5):
        nonlocal compared, worst
        found = read(sheet, key)
        found = None if found == "never" else found
        assert (found is None) == (program is None), (name, found, program)
        difference = 0.0 if found is None else abs(found - program)
        assert difference < unit, (name, found, program)
        compared, worst = compared + 1, max(worst, difference)
        return found

    for case, sheet in lives.items():
        public = study["finances"][case]
        for support in public["supports"]:
            for column, key in (("constant", "constant"), ("net_cost", case)):
                value = same(f"{case} {support['id']} {column}", supports, (support["id"], key), support[column])
                print(f"{case:8} {support['id']:16} {column:18} {value:18,.2f} {support[column]:18,.2f}")
        for year in public["years"]:
            by = dict.fromkeys(WHO, 0.0)
            for levy, dollars in year["net"].items():
                by[LEVIES[levy][0]] += dollars
                by["all"] += dollars
            for who in WHO:
                same(f"{case} {year['year']} {who}", sheet, ("year", year["year"], who), by[who])
        for row in public["returns"]:
            for column in list(row)[1:]:
                unit = 0.5 if column.startswith(("support", "net", "revenue", "payback")) else 1e-9
                value = same(f"{case} {row['government']} {column}", sheet, (column, row["government"]), row[column], unit)
                written = ["never" if v is None else f"{v:.0f}" if "payback" in column else f"{v:,.4f}" for v in (value, row[column])]
                print(f"{case:8} {row['government']:16} {column:18} {written[0]:>18} {written[1]:>18}")
    same(figure, waterfall, "net", gross["net"], 1e-9)
    for row in done[waterfall.title].iter_rows(min_row=2, values_only=True):
        print(f"{figure} {row[0]:14} {row[1]:.6f}")
    print(f"{compared} values agree; the largest difference is {worst:.2g}")


if __name__ == "__main__":
    main(*sys.argv[1:])
