"""Elections as the reporting formats of the field have them: units, parties, people, offices, contests and counts."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from typing import Any, NamedTuple

from hustings import measures
from hustings.errors import UnusableInput
from hustings.publish.exports import ocd
from hustings.publish.exports.about import About, about
from hustings.publish.exports.wanted import Held, Row
from hustings.record.schema.elections import POLLED


class Identifier(NamedTuple):
    """A name that others know a thing by: `kind` as the formats have it, `other` where kind is other."""

    kind: str
    value: str
    other: str = ""


class Unit(NamedTuple):
    """A place: the country, a part of it, a region, a council, a constituency or a ward."""

    key: str
    name: str
    kind: str
    other: str
    identifiers: tuple[Identifier, ...]
    parts: tuple[str, ...] = ()
    electorate: int | None = None


class Contest(NamedTuple):
    """One contest with its candidates, and how its votes become seats."""

    row: Row
    unit: str
    office: str
    candidates: tuple[Row, ...]


class Report(NamedTuple):
    """All that one file holds."""

    about: About
    units: tuple[Unit, ...]
    parties: tuple[Row, ...]
    elections: tuple[tuple[Row, tuple[Contest, ...]], ...]

    @property
    def status(self) -> str:
        """Certified where returning officers declared every result, else unofficial and partial."""
        declared = all(election["basis"] == "declared" for election, _ in self.elections)
        return "certified" if declared else "unofficial-partial"


UK = "gp-united-kingdom"
# What each kind of contest elects to.
OFFICES = {
    "general": "Member of Parliament for {area}",
    "by-election": "Member of Parliament for {area}",
    "local": "Councillor for {area}, {council}",
    "mayor": "Mayor of {council}",
}
CONSTITUENCY = "parliamentary constituency"
CONTESTS = """
    select contest.*, area.area, area.region, area.country, area.gss, council.council, council.gss as council_gss
    from contest join area using (boundary_set_id, area_id) left join council on council.council_id = contest.council_id
    where contest_id in (select unnest(?)) order by polling_on, contest_id
"""
CANDIDATES = """
    select candidacy.*, person_link.how, person.mnis_id, person.democracy_club_id
    from candidacy left join person_link using (candidacy_id)
    left join person on person.person_id = candidacy.person_id
    where contest_id in (select unnest(?))
    order by contest_id, elected desc nulls last, votes desc nulls last, candidacy_id
"""
PARTIES = """
    select party_id, party, abbreviation, colour, list(distinct registration_id order by registration_id)
        filter (registration_id is not null) as registrations
    from party left join party_registration using (party_id) left join party_colour using (party_id)
    where list_contains(?, party_id) group by all order by all
"""


def election_report(held: Held) -> Report:
    """The report of the results held; UnusableInput where a format of declared results has no honest place for them."""
    record = held.record
    contests = record.query(CONTESTS, [held.contests])
    candidates = record.query(CANDIDATES, [held.contests])
    _check(contests, candidates)
    ballots = {row["contest_id"]: row["ballots"] for row in record.rows(measures.ballots(held.now))}
    by_contest: dict[str, list[Row]] = {}
    for row in candidates:
        by_contest.setdefault(row["contest_id"], []).append(row)
    found = [
        Contest(
            row | {"ballots": ballots[row["contest_id"]]},
            unit_key(row),
            OFFICES[row["kind"]].format(**row),
            tuple(by_contest[row["contest_id"]]),
        )
        for row in contests
    ]
    said = about(held)
    elections = tuple(
        (one, tuple(contest for contest in found if contest.row["election_id"] == one["election_id"]))
        for one in said.elections
    )
    parties = record.query(PARTIES, [sorted({row["party_id"] for row in candidates if row["party_id"]})])
    return Report(said, tuple(_units(contests)), tuple(parties), elections)


def _check(contests: list[Row], candidates: list[Row]) -> None:
    estimates = sorted({row["basis"] for row in contests} - set(POLLED))
    if estimates:
        raise UnusableInput(
            f"these results are {' and '.join(estimates)}, and this format is for results that were declared; "
            "put --basis declared, or write csv, json, parquet or xlsx, which say so of every row"
        )
    nameless = next((row["contest_id"] for row in candidates if row["candidate"] is None), None)
    if nameless:
        raise UnusableInput(
            f"no candidates' names were published of {nameless}, and this format is of candidates; "
            "write csv, json, parquet or xlsx"
        )


def key_of(prefix: str, text: str) -> str:
    """An identifier that XML takes: letters, digits, hyphens and low lines."""
    return f"{prefix}-{re.sub(r'[^A-Za-z0-9_-]', '_', text)}"


def unit_key(row: Row) -> str:
    """The unit that a contest is fought in."""
    return key_of("gp", f"{row['boundary_set_id']}-{row['area_id']}")


def _units(contests: list[Row]) -> list[Unit]:
    """The country, and every unit between it and the places fought, each once, larger before smaller."""
    parts: dict[str, dict[str, None]] = {}
    units: dict[str, Unit] = {}
    fought = Counter(unit_key(row) for row in contests)
    for row in contests:
        above = UK
        for unit in (*_between(row), _place(row, alone=fought[unit_key(row)] == 1)):
            parts.setdefault(above, {})[unit.key] = None
            units.setdefault(unit.key, unit)
            above = unit.key
    root = Unit(UK, "United Kingdom", "country", "", (Identifier("ocd-id", ocd.COUNTRY),))
    return [unit._replace(parts=tuple(parts.get(unit.key, ()))) for unit in (root, *units.values())]


def _between(row: Row) -> list[Unit]:
    """Country, region of England, and council of a contest."""
    country, region = row["country"], row["region"]
    found = [_larger(country, "nation of the United Kingdom", ocd.part_id(country))]
    if region in ocd.REGIONS:
        found.append(_larger(region, "region of England", ocd.region_id(country, region)))
    if row["kind"] == "local":
        known = (Identifier("national-level", row["council_gss"]),)
        found.append(Unit(key_of("gp-council", row["council_id"]), row["council"], "other", "council", known))
    return found


def _larger(name: str, what: str, ocd_id: str) -> Unit:
    return Unit(key_of("gp", name), name, "other", what, (Identifier("ocd-id", ocd_id),))


def _place(row: Row, *, alone: bool) -> Unit:
    """Where a contest was fought; its electorate, if it was fought once in this file."""
    kind, other = {"local": ("ward", ""), "mayor": ("other", "council")}.get(row["kind"], ("other", CONSTITUENCY))
    identifiers = [Identifier("national-level", row["gss"])] if row["gss"] else []
    if other == CONSTITUENCY and listed(row["polling_on"]):
        place = ocd.constituency_id(row["country"], row["region"], row["area"])
        identifiers.insert(0, Identifier("ocd-id", place))
    electorate = row["electorate"] if alone else None
    return Unit(unit_key(row), row["area"], kind, other, tuple(identifiers), electorate=electorate)


def listed(polling_on: date) -> bool:
    """Whether Open Civic Data lists the constituencies fought on a day."""
    return polling_on >= ocd.LISTED_FROM


def known_people(candidate: dict[str, Any]) -> tuple[Identifier, ...]:
    """The numbers published of a candidate; none where the person is our estimate."""
    if candidate["how"] not in ("published", "corrected"):
        return ()
    numbers = (("members-names", candidate["mnis_id"]), ("democracy-club", candidate["democracy_club_id"]))
    return tuple(Identifier("other", number, name) for name, number in numbers if number)
