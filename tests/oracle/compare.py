"""Compares any study of the program with its recomputation: python3 tests/oracle/compare.py SCENARIO.ron STUDY.json"""

import json
import sys
from pathlib import Path

from economy import INDUSTRIES
from fiscal import LEVIES
from public import cases
from study import EFFECTS, MEASURES, Study, check

TOLERANCE, DUST = 1e-9, 1e-14  # of the value; of the total of its table


class Comparison:
    def __init__(self):
        self.count, self.worst, self.faults = 0, 0.0, []

    def same(self, place, found, expected, total=0.0):
        self.count += 1
        if isinstance(expected, str) or expected is None or found is None:
            if found != expected:
                self.faults.append((place, found, expected))
            return
        difference = abs(found - expected)
        if difference <= DUST * total or difference == 0:
            return
        relative = difference / abs(expected) if expected else float("inf")
        self.worst = max(self.worst, relative)
        if relative > TOLERANCE:
            self.faults.append((place, found, expected))

    def phase(self, phase, program, codes, figures):
        all_levies = sum(abs(levies).sum() for levies in phase.levies.values())
        for effect in EFFECTS:
            for measure in MEASURES:
                table = program["detail"].get(effect, {}).get(measure, {})
                total = abs(phase.cells[effect][measure]).sum()
                for code, row in zip(codes, phase.cells[effect][measure]):
                    for industry, cell in zip(INDUSTRIES + ["none"], row):
                        found = table.get(code, {}).get(industry, 0.0)
                        self.same((phase.id, effect, measure, code, industry), found, cell, total)
            for (of, region), levies in phase.levies.items():
                if of == effect and program["revenue"]:
                    for levy, dollars in zip(LEVIES, levies):
                        found = program["revenue"].get(effect, {}).get(codes[region], {}).get(levy, 0.0)
                        self.same((phase.id, effect, codes[region], levy), found, dollars, all_levies)
        period = "whole" if phase.building else "full"
        mine = phase.figures()
        for (measure, effect, place), value in mine.items():
            figure = figures[f"{measure}.{effect}.{place}.{phase.id}.{period}"]
            total = abs(mine[measure, "total", "province"])
            self.same(("figure", measure, effect, place), figure["value"], value, total)
            self.same(("net", measure, effect, place), figure["net"], None if phase.net is None else value * phase.net, total)

    def public(self, name, case, program):
        self.same((name, "closes"), program["closes"], case.closes)
        for support in program["supports"]:
            for column, value in zip(("government", "year", "form", "nominal", "constant", "net_cost", "rate"), case.supports[support["id"]]):
                self.same((name, support["id"], column), support[column], value)
        for year in program["years"]:
            index, gross, net = case.years[year["year"]]
            self.same((name, year["year"], "index"), year["index"], index)
            for kind, levies in (("gross", gross), ("net", net)):
                for levy, dollars in zip(LEVIES, levies):
                    self.same((name, year["year"], kind, levy), year[kind].get(levy, 0.0), dollars, abs(levies).sum())
        for row in program["returns"]:
            for column, value in case.returns[row["government"]].items():
                self.same((name, row["government"], column), row[column], value)
        for column, value in case.totals.items():
            self.same((name, column), program[column], value)


def main(scenario, study):
    mine, program = Study(Path(scenario).resolve()), json.loads(Path(study).read_text(encoding="utf-8"))
    comparison, figures = Comparison(), {f["id"]: f for f in program["figures"]}
    assert program["regions"] == mine.split.codes
    for phase, other in zip(mine.phases, program["phases"], strict=True):
        assert abs(check(phase)) < 1e-12, "spending is not what it pays for"
        comparison.phase(phase, other, mine.split.codes, figures)
    for name, case in cases(mine).items():
        comparison.public(name, case, program["finances"][name])
    for place, found, expected in comparison.faults[:20]:
        print(*place, "found", found, "expected", expected)
    print(f"{comparison.count} values, {len(comparison.faults)} disagree, largest relative difference {comparison.worst:.1g}")
    sys.exit(bool(comparison.faults))


if __name__ == "__main__":
    main(*sys.argv[1:])
