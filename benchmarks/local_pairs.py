"""How well figures of mayors, councils and wards are checked, on pairs of small stories made from the record.

    python -m benchmarks.local_pairs [--cases 200] [--seed 1] [--failures]

A pair is a true story of one ward, council or mayor's election and its twin with one figure mistyped. Prints how many
true stories had a figure flagged, how many of the errors were found, and the figures decided.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import hustings
from hustings.claims.check import Checker
from hustings.claims.report.claim import Claim, report
from hustings.claims.verdict import FINDINGS
from hustings.record.open import Record

Row = dict[str, Any]
Number = int | float
Sentence = tuple[str, list[Number]]


class Made(NamedTuple):
    """A story: its front matter and title, and its sentences with the figures that go into each."""

    head: str
    body: list[Sentence]


WARDS = """
    select contest_id, council, area, seats, polling_on, voting_system, valid_votes
    from contest join area using (boundary_set_id, area_id) join council on council.council_id = contest.council_id
    where contest.kind = 'local' and detail = 'candidate' and polling_on >= date '2018-01-01' and not disputed
        and contest_id not like '%.by.%' and valid_votes > 0 order by contest_id
"""
COUNCILS = """
    select distinct council_id, council, polling_on from contest join council using (council_id)
    where contest.kind = 'local' and detail = 'candidate' and polling_on >= date '2018-01-01' order by all
"""
MAYORS = """
    select contest_id, council, polling_on, valid_votes from contest join council using (council_id)
    where contest.kind = 'mayor' and not disputed order by contest_id
"""
STOOD = """
    select candidate as name, coalesce(party, 'Independent') as party, votes, final_votes
    from candidacy left join party using (party_id) where contest_id = ? order by votes desc, candidacy_id
"""
WON = """
    select coalesce(party, 'independents') as party, sum(elected::int)::int as seats
    from candidacy join contest using (contest_id) left join party using (party_id)
    where council_id = ? and polling_on = ? and kind = 'local'
    group by all having bool_and(elected is not null) and seats > 0 order by seats desc, party
"""


def ward(record: Record, row: Row, chance: random.Random) -> Made | None:
    """A ward's result, of three candidates."""
    standing = record.query(STOOD, [row["contest_id"]])
    if len(standing) < 3 or any(not one["name"] or not one["votes"] for one in standing):
        return None
    first, second, third = standing[:3]
    area, council = row["area"], row["council"]
    lead = chance.choice(
        (
            f"{first['name']} ({first['party']}) topped the poll in {area} ward on {council} council with {{}} votes.",
            f"In {area}, {first['name']} of {first['party']} was elected to {council} council with {{}} votes.",
            f"{council} council, {area}: {first['name']} ({first['party']}) {{}}.",
        )
    )
    rest = chance.choice(
        (
            f"{second['name']} polled {{}} and {third['name']} {{}} in the ward.",
            f"{second['name']} ({second['party']}) received {{}} votes in the ward, and {third['name']} had {{}}.",
        )
    )
    body: list[Sentence] = [(lead, [first["votes"]]), (rest, [second["votes"], third["votes"]])]
    if row["seats"] == 1 and row["voting_system"] == "FPTP":
        body.append(("The majority in the ward was {}.", [first["votes"] - second["votes"]]))
        share = round(100 * first["votes"] / row["valid_votes"], 1)
        body.append((f"{first['name']} took {{}} per cent of the vote.", [share]))
    body.append((f"There were {{}} candidates in {area} ward.", [len(standing)]))
    return Made(_head(row, f"{first['party']} win {area} ward"), body)


def council(record: Record, row: Row, chance: random.Random) -> Made | None:
    """A council's seats, of its two or three largest parties."""
    won = record.query(WON, [row["council_id"], row["polling_on"]])
    if len(won) < 2:
        return None
    verb = chance.choice(("won", "took", "secured"))
    seats = sum(one["seats"] for one in won)
    body: list[Sentence] = [
        (
            f"{won[0]['party']} {verb} {{}} of the {{}} seats on {row['council']} council.",
            [won[0]["seats"], seats],
        ),
        (f"{won[1]['party']} took {{}} seats.", [won[1]["seats"]]),
    ]
    return Made(_head(row, f"{won[0]['party']} lead on {row['council']} council"), body)


def mayor(record: Record, row: Row, chance: random.Random) -> Made | None:
    """A mayor's election, round by round."""
    standing = record.query(STOOD, [row["contest_id"]])
    first, second, third = standing[:3]
    lead = chance.choice(
        (
            f"{first['name']} had {{}} first preferences and {second['name']} {{}}.",
            f"In the first round {first['name']} polled {{}} votes to the {{}} of {second['name']}.",
        )
    )
    body: list[Sentence] = [(lead, [first["votes"], second["votes"]])]
    if first["final_votes"] and second["final_votes"] and first["final_votes"] != first["votes"]:
        final = [first["final_votes"], second["final_votes"]]
        body.append((f"After second preferences {first['name']} had {{}} to {second['name']}'s {{}}.", final))
        body.append(("The mayor has a majority of {}.", [final[0] - final[1]]))
    body.append((f"{third['name']} came third with {{}}.", [third["votes"]]))
    return Made(_head(row, f"{first['name']} elected mayor of {row['council']}"), body)


def _head(row: Row, title: str) -> str:
    return f"---\ndate: {row['polling_on']}\n---\n\n# {title}\n\n"


def text(made: Made, spoilt: tuple[int, int] | None = None, by: Number = 0) -> str:
    """A story as it is printed, with one figure of it replaced where one is spoilt: sentence and place."""
    told = []
    for number, (sentence, figures) in enumerate(made.body):
        shown = [by if spoilt == (number, place) else one for place, one in enumerate(figures)]
        told.append(sentence.format(*(f"{one:,}" for one in shown)))
    return made.head + " ".join(told) + "\n"


def mistyped(figure: Number, chance: random.Random) -> Number:
    """A figure with two digits changed over, one digit put wrong, or a share some points away."""
    if isinstance(figure, float):
        return round(figure + chance.choice((-3.2, 2.3, 4.1)), 1)
    while True:
        digits = list(str(figure))
        place = chance.randrange(len(digits))
        other = chance.randrange(len(digits))
        digits[place], digits[other] = digits[other], digits[place]
        if chance.random() < 0.5:
            digits[place] = str(chance.randrange(10))
        wrong = int("".join(digits))
        if wrong != figure and digits[0] != "0":
            return wrong


def pairs(record: Record, cases: int, seed: int) -> Iterator[tuple[str, str, str]]:
    """Pairs of stories, true and with an error, and the figure that is wrong as it is printed."""
    chance = random.Random(seed)  # noqa: S311 - the same pairs every time
    kinds: tuple[tuple[Callable[[Record, Row, random.Random], Made | None], list[Row]], ...] = (
        (ward, record.query(WARDS)),
        (council, record.query(COUNCILS)),
        (mayor, record.query(MAYORS)),
    )
    for case in range(cases):
        make, rows = kinds[case % len(kinds)]
        if made := make(record, chance.choice(rows), chance):
            places = [(n, place) for n, (_, figures) in enumerate(made.body) for place in range(len(figures))]
            spoilt = chance.choice(places)
            wrong = mistyped(made.body[spoilt[0]][1][spoilt[1]], chance)
            yield text(made), text(made, spoilt, wrong), f"{wrong:,}"


def flagged(claims: list[Claim]) -> list[Claim]:
    """The figures that are called wrong or misleading."""
    return [one for one in claims if one["verdict"] in FINDINGS]


def scored(checker: Checker, cases: int, seed: int, *, failures: bool = False) -> Counter[str]:
    """What came of so many pairs; with `failures`, each false flag and miss is printed."""
    total: Counter[str] = Counter()
    for true, spoilt, wrong in pairs(checker.record, cases, seed):
        told = report(checker.check(true), "true.md")
        false = flagged(told["claims"])
        found = flagged(report(checker.check(spoilt), "spoilt.md")["claims"])
        hit = any(wrong in one["text"] for one in found)
        total.update(pairs=1, false=bool(false), found=hit, beside=any(wrong not in one["text"] for one in found))
        total.update(figures=told["coverage"]["figures"], decided=told["coverage"]["decided"])
        if failures and false:
            print(f"FALSE {[(one['text'], one['code'], one['right']) for one in false]}\n{true}")
        if failures and not hit:
            print(f"MISSED {wrong}\n{spoilt}")
    return total


def main() -> None:
    """Score so many pairs and print the lot."""
    options = argparse.ArgumentParser(description="How well figures of local elections are checked.")
    options.add_argument("--cases", type=int, default=200)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--failures", action="store_true", help="print each miss and false flag")
    wanted = options.parse_args()
    total = scored(Checker(hustings.open_record()), wanted.cases, wanted.seed, failures=wanted.failures)
    print(f"{total['pairs']} pairs; {total['false']} true stories flagged, {total['beside']} beside an error")
    print(f"{total['found']} of {total['pairs']} errors found")
    print(f"{total['decided']} of {total['figures']} figures of true stories decided")


if __name__ == "__main__":
    main()
