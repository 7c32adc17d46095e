"""The figures that seats may be set against each other by: each a name, a unit, and a value for every seat."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import ibis.expr.types as ir

from hustings import measures
from hustings.errors import UnusableInput
from hustings.measures.census import harmonised
from hustings.publish.charts.contest_words import called
from hustings.publish.prose import possessive
from hustings.publish.reports.election_notes import baselines_named
from hustings.publish.reports.standing import FIGURES
from hustings.publish.reports.winners import winners
from hustings.record.names import plain
from hustings.record.open import Record
from hustings.record.select import party_id

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Term:
    """A figure of seats: its name for an axis, its style of a sheet, its value by contest, its notes and sources.

    `short` is what a sentence calls it.
    """

    name: str
    short: str
    style: str
    values: dict[str, float]
    notes: tuple[str, ...] = ()
    source_ids: tuple[str, ...] = ()


def term(record: Record, fought: ir.Table, named: str) -> Term:
    """The figure that a name means: turnout, majority, a party's share or change, deprivation, an answer of the census.

    `Labour change`, `Green share`, `Muslim`, `No religion`. Raises UnusableInput for any other name, UnknownName for
    a party that is not in the record.
    """
    words = plain(named).split()
    if words and words[0] in RESULT and len(words) == 1:
        return _of_result(record, fought, RESULT[words[0]])
    if len(words) > 1 and words[-1] in OF_PARTY:
        return OF_PARTY[words[-1]](record, fought, named.rsplit(maxsplit=1)[0])
    if words == ["deprivation"]:
        return _deprivation(record, fought)
    return _census(record, fought, named)


RESULT = {"turnout": "valid_turnout", "majority": "majority_share", "winner": "share"}


def _of_result(record: Record, fought: ir.Table, column: str) -> Term:
    figure = next(one for one in FIGURES if one.column == column)
    rows = record.rows(winners(fought).select("contest_id", value=column).distinct())
    short = {"valid_turnout": "turnout", "majority_share": "majority", "share": "winner's share"}[column]
    return Term(figure.name, short, "percent", _values(rows))


def _lines(record: Record, fought: ir.Table, party: str) -> tuple[str, ir.Table]:
    """A party's name, and what `change` says of its line: a row a contest."""
    identity = party_id(record, party)
    found = record.query("from party where party_id = ?", [identity])[0]
    own = fought.filter(fought.line_id == found["line_id"])
    moved = measures.change(own, record.results(), record.baselines())
    return found["party"], moved.select("contest_id", "share", "change").distinct()


def _share(record: Record, fought: ir.Table, party: str) -> Term:
    name, moved = _lines(record, fought, party)
    rows = record.rows(moved.select("contest_id", value="share"))
    return Term(f"{name}, % of valid votes", f"{possessive(called(name))} share", "percent", _values(rows))


def _change(record: Record, fought: ir.Table, party: str) -> Term:
    name, moved = _lines(record, fought, party)
    values = _values(record.rows(moved.select("contest_id", value="change")))
    compared = baselines_named(record, fought.filter(fought.contest_id.isin(sorted(values))))
    note = (f"Change of {name}: points of share, compared with {compared}.",) if values else ()
    return Term(f"Change of {name}, points", f"{possessive(called(name))} change", "points", values, note)


OF_PARTY: dict[str, Callable[[Record, ir.Table, str], Term]] = {"share": _share, "change": _change}


def _deprivation(record: Record, fought: ir.Table) -> Term:
    seats = record.table("deprivation").select("boundary_set_id", "area_id", "rank", "source_id")
    rows = record.rows(_contests(fought).join(seats, ["boundary_set_id", "area_id"]))
    return Term(
        "Deprivation rank of 650, 1 the most deprived",
        "deprivation rank",
        "place",
        {row["contest_id"]: row["rank"] for row in rows},
        source_ids=tuple(sorted({row["source_id"] for row in rows})),
    )


def _contests(fought: ir.Table) -> ir.Table:
    return fought.select("contest_id", "boundary_set_id", "area_id").distinct()


def _census(record: Record, fought: ir.Table, named: str) -> Term:
    """An answer that both censuses can give, or else one that only one of them has."""
    found = [row for row in record.query(ANSWERS) if plain(named) in (plain(row["answer"]), plain(row["said"]))]
    if not found:
        raise UnusableInput(
            f"no figure called {named!r}; there are turnout, majority, winner, deprivation, a party's share or change "
            "(Labour change), and answers of the census (Muslim; Owned outright), which `hustings place` lists"
        )
    answer = found[0]
    census = record.table("census").filter(
        lambda row: row.kind == "constituency", lambda row: row.topic == answer["topic"]
    )
    if answer["harmonised"]:
        shares = harmonised(census, record.table("census_category"))
        shares = shares.filter(shares.harmonised == answer["answer"])
    else:
        shares = census.filter(census.category == answer["answer"], census.scope == answer["scope"])
    seats = fought.filter(fought.boundary_set_id.isin(CENSUS_SETS)).select("contest_id", "area_id").distinct()
    rows = record.rows(seats.join(shares, "area_id").select("contest_id", "scope", value="share"))
    if not rows:
        raise UnusableInput(
            f"{answer['answer']} is counted by constituency of 2024, so it cannot be set against an election on older "
            "boundaries"
        )
    questions = record.query(QUESTIONS, [answer["topic"], sorted({row["scope"] for row in rows})])
    of = " and ".join(f"{row['scope']} {row['census_on']:%Y}" for row in questions)
    counted = questions[0]["counted"]
    note = (
        f"Census of {of}: % of {counted}; an estimate where small areas are split between constituencies. Northern "
        "Ireland's is not in the record. A pattern among places says nothing of how any group of people voted."
    )
    return Term(
        f"{answer['answer']}, % of {counted}",
        f"{answer['answer']} in the census",
        "percent",
        _values(rows),
        (note,),
        tuple(row["source_id"] for row in questions),
    )


# The boundaries whose constituencies the census is counted by.
CENSUS_SETS = ("england-2024", "scotland-2024", "wales-2024")
ANSWERS = """
    select distinct topic, harmonised as answer, topic || ': ' || harmonised as said, true as harmonised, '' as scope
    from census_category where harmonised is not null
    union all by name
    select topic, category as answer, topic || ': ' || category as said, false as harmonised, scope
    from census_category
    order by harmonised desc, scope, topic, answer
"""
QUESTIONS = "from census_question where topic = ? and list_contains(?, scope) order by scope"


def _values(rows: list[Row]) -> dict[str, float]:
    return {row["contest_id"]: row["value"] for row in rows if row["value"] is not None}
