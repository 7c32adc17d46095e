"""How long somebody has sat in the Commons, and a party has held a seat, as the record has it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from hustings.record.lineage import follow, read_atlas

if TYPE_CHECKING:
    from hustings.record.open import Record

Row = dict[str, Any]

PERSONS = "select distinct person_id from person_link where candidacy_id in (select unnest(?))"
NAMESAKES = (
    "select candidacy_id from candidacy where contest_id in (select unnest($1)) and lower(candidate) = lower($2)"
)
TERMS = """
    select contest_id, contest.polling_on, replace(area, ',', '') as seat, sitting_mp, former_mp, contest.source_id
    from candidacy join person_link using (candidacy_id) join contest using (contest_id)
    join area using (boundary_set_id, area_id)
    where person_link.person_id = ? and elected and basis = 'declared' and contest.kind in ('general', 'by-election')
    order by contest.polling_on
"""
FIRST_SPEECH = """
    select made_on, maiden_speech.source_id, (
        select max(polling_on) from election
        where kind = 'general' and basis = 'declared' and coverage is null and polling_on < made_on
    ) as after from maiden_speech join member using (mnis_id)
    where member.person_id = ? order by made_on limit 1
"""


class Since(NamedTuple):
    """Since when somebody has sat, or a party has held a seat.

    `years` are those that may be printed of it, `began` those of them that may be of the first election; `first` is
    its day, None where the record does not reach back to it; `sure` is whether any other year is wrong; `told` is what
    the years of `began` are of.
    """

    years: frozenset[int]
    began: frozenset[int]
    first: date | None
    sure: bool
    told: str
    kept: str
    source_id: str


# Asked once for each person of a story, however often it names them.
@lru_cache(maxsize=64)
def person_of(record: Record, candidacies: frozenset[str]) -> str:
    """The one person whose candidacies these are, blank where they are of several or of nobody known."""
    found = record.query(PERSONS, [sorted(candidacies)]) if candidacies else []
    return str(found[0]["person_id"]) if len(found) == 1 else ""


@lru_cache(maxsize=64)
def candidacies_of(record: Record, contests: tuple[str, ...], name: str) -> frozenset[str]:
    """The candidacies of a name in some contests."""
    return frozenset(str(row["candidacy_id"]) for row in record.query(NAMESAKES, [list(contests), name]))


@lru_cache(maxsize=64)
def sat_since(record: Record, person_id: str, until: date | None, seats: frozenset[str]) -> Since | None:
    """Since when a person has sat, by a day; `seats` are those that the words name."""
    terms = [row for row in record.query(TERMS, [person_id]) if until is None or row["polling_on"] <= until]
    if not terms:
        return None
    first = terms[0]
    back = [row for row in terms if row["sitting_mp"] is False]
    years = {first["polling_on"].year, *(row["polling_on"].year for row in back)}
    years |= {min(row["polling_on"] for row in terms if row["seat"] == seat).year for seat in _held(terms, seats)}
    known = first["sitting_mp"] is False and first["former_mp"] is False
    told = "first elected to the Commons"
    if known:
        began = frozenset({first["polling_on"].year})
        return Since(frozenset(years), began, first["polling_on"], True, told, first["contest_id"], first["source_id"])
    speech = next(iter(record.query(FIRST_SPEECH, [person_id])), None)
    if speech is None or speech["made_on"] > first["polling_on"]:
        return None
    # An election before the first that has its candidates' names: of the Parliament in which they first spoke.
    began = frozenset(range(speech["after"].year, speech["made_on"].year + 1))
    years = (years - {first["polling_on"].year}) | began
    told = f"elected before a first speech on {_day(speech['made_on'])}"
    return Since(frozenset(years), began, None, False, told, first["contest_id"], speech["source_id"])


def _held(terms: Sequence[Row], seats: Collection[str]) -> set[str]:
    return {row["seat"] for row in terms} & set(seats)


WINNERS = """
    select contest_id, polling_on, party_id, line_id, party, source_id from results
    where elected and basis = 'declared' and kind in ('general', 'by-election')
        and boundary_set_id = ? and area_id = ? order by polling_on desc
"""
SEAT = "select boundary_set_id, area_id from contest where contest_id = ?"
# By-elections before this day are not in the record.
BY_ELECTIONS_FROM = date(2010, 5, 6)
# Links by which a seat is one with the seat before it, as far as its name tells; so is one drawn from its namesake.
PLAIN = ("asked", "same-boundaries", "same-name")


def held_since(record: Record, contest_id: str, parties: Collection[str], until: date | None) -> Since | None:
    """Since when a party has held a seat without a break, by a day; of a seat just lost, until it was."""
    seat = next(iter(record.query(SEAT, [contest_id])), None)
    if seat is None:
        return None
    run: list[Row] = []
    lost, sure = False, True
    before: Row | None = None
    stages = follow(read_atlas(record), seat["boundary_set_id"], seat["area_id"])
    for stage in stages:
        sure = sure and (stage.link.rule in PLAIN or stage.area == stages[0].area)
        for row in record.query(WINNERS, [stage.boundary_set_id, stage.area_id]):
            if until is not None and row["polling_on"] > until:
                continue
            if _of(row, parties, run):
                run.append(row)
            elif not run and not lost:
                # The poll that the story is of may be the one at which the party lost it.
                lost = True
            else:
                before = row
                break
        if before:
            break
    if not run:
        return None
    first = run[-1]
    years = {first["polling_on"].year}
    if before and first["polling_on"] < BY_ELECTIONS_FROM:
        # It may have been won at a by-election that the record does not have.
        years = set(range(before["polling_on"].year, first["polling_on"].year + 1))
    told = f"{first['party']} first won the seat that it has held since"
    return Since(
        frozenset(years),
        frozenset(years),
        first["polling_on"],
        sure and before is not None,
        told,
        first["contest_id"],
        first["source_id"],
    )


def _of(row: Row, parties: Collection[str], run: Sequence[Row]) -> bool:
    line = run[0]["line_id"] if run else None
    return row["party_id"] in parties or (line is not None and row["line_id"] == line)


def _day(day: date) -> str:
    return f"{day.day} {day:%B} {day.year}"
