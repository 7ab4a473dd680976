"""Writes the expected values of tests/oracle.rs: python3 tests/oracle/recompute.py"""

from economy import INDUSTRIES
from fiscal import LEVIES
from public import cases
from ron import ROOT
from study import EFFECTS, MEASURES, Study, check

CASES = {
    "a": "scenarios/alliance-magnesium-2020.ron",
    "b": "tests/cases/oracle-b.ron",
    "c": "tests/cases/oracle-c.ron",
}
WHO = "# Recomputed in numpy by tests/oracle/recompute.py, written from the formulas of the method. Dollars of 2021"


def number(x):
    return "" if x is None or x == 0 else f"{x:.15g}"


def shown(x):
    return "nothing" if x is None else x if isinstance(x, str) else f"{x:.15g}"


def write(name, remarks, header, rows):
    text = "".join(f"{line}\n" for line in remarks) + ",".join(header) + "\n"
    text += "".join(",".join(str(f) for f in row) + "\n" for row in rows)
    (ROOT / "tests" / "expected" / name).write_text(text, encoding="utf-8")
    print(name, len(rows), "rows")


def cells(study):
    for phase in study.phases:
        for effect in EFFECTS:
            for measure in MEASURES:
                for code, row in zip(study.split.codes, phase.cells[effect][measure]):
                    if row.any():
                        yield [phase.id, effect, measure, code] + [number(x) for x in row]


def revenue(study):
    for phase in study.phases:
        for effect in EFFECTS:
            for region in range(study.split.inside):
                yield [phase.id, effect, study.split.codes[region]] + [number(x) for x in phase.levies[effect, region]]


def figures(study):
    names = sorted({m for m, _, _ in study.phases[0].figures()})
    rows = []
    for phase in study.phases:
        found = phase.figures()
        for effect, place in sorted({(e, t) for _, e, t in found}):
            values = [found.get((m, effect, place)) for m in names]
            rows.append([phase.id, effect, place] + ["?" if v is None else number(v) for v in values])
    return names, rows


def public(study):
    for name, case in cases(study).items():
        alive = [(i, s) for i, s in case.supports.items() if case.closes is None or s[1] <= case.closes]
        for support, fields in alive:
            for column, value in zip(("government", "year", "form", "nominal", "constant", "net_cost", "rate"), fields):
                yield [name, "support", support, column, shown(value)]
        for year, (index, gross, net) in case.years.items():
            yield [name, "year", year, "index", shown(index)]
            for kind, values in (("gross", gross), ("net", net)):
                for levy, value in zip(LEVIES, values):
                    yield [name, "year", year, f"{kind}.{levy}", shown(value)]
        for government, fields in case.returns.items():
            for column, value in fields.items():
                yield [name, "return", government, column, shown(value)]
        for column, value in case.totals.items():
            yield [name, "total", "", column, shown(value)]


def main():
    for case, path in CASES.items():
        study = Study(path)
        for phase in study.phases:
            assert abs(check(phase)) < 1e-12, "spending is not what it pays for"
        remark = f"{WHO}; job-years of construction, jobs of a year of operation; an empty cell is 0."
        if case != "c":
            last = "# The last column holds what no industry pays: taxes and imports of the project's purchases and of households'."
            header = ["phase", "effect", "measure", "region", *INDUSTRIES, "none"]
            write(f"oracle-{case}.csv", [remark, last], header, list(cells(study)))
        header = ["phase", "effect", "region", *LEVIES]
        write(f"oracle-{case}-revenue.csv", [f"{WHO}; an empty cell is 0."], header, list(revenue(study)))
        names, rows = figures(study)
        remarks = [remark, "# The whole of a construction, a year of full operation; before gross to net; ? is not shown."]
        write(f"oracle-{case}-figures.csv", remarks, ["phase", "effect", "territory", *names], rows)
        if study.document.get("support"):
            remarks = [f"{WHO}; nominal amounts are dollars of their year."]
            write(f"oracle-{case}-public.csv", remarks, ["case", "table", "row", "column", "value"], list(public(study)))


if __name__ == "__main__":
    main()
