"""Local elections of every year: gathered, paired where two publications cover one, compiled."""

import csv
import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path

from hustings.record.build.local.contests import Compiled, compile_publication
from hustings.record.build.local.elections import compile_local_elections
from hustings.record.build.local.gather import gather_leap, gather_library, gather_library_2023
from hustings.record.build.local.gather_democracy_club import gather_democracy_club
from hustings.record.build.local.gather_london import gather_london_2022, gather_london_2026
from hustings.record.build.local.labels import local_parties
from hustings.record.build.local.pairs import Paired, differences, pair
from hustings.record.build.local.standing import Publication, WardKey
from hustings.record.build.local.stated import totals, turnouts
from hustings.record.build.places import Tables
from hustings.record.build.raw import Raw
from hustings.record.readers.cells import Row

Gather = Callable[[Path, str, date], Publication]
POSTPONED = Path(__file__).with_name("postponed.csv")
# The publication of each day that the record's contests are from, and who reads it.
PUBLICATIONS: tuple[tuple[str, date, Gather], ...] = (
    ("leap-2014", date(2014, 5, 22), gather_leap),
    ("leap-2016", date(2016, 5, 5), gather_leap),
    ("leap-2017", date(2017, 5, 4), gather_leap),
    ("leap-2018", date(2018, 5, 3), gather_leap),
    ("leap-2019", date(2019, 5, 2), gather_leap),
    ("library-local-2021", date(2021, 5, 6), gather_library),
    ("library-local-2022", date(2022, 5, 5), gather_library),
    ("library-local-2023", date(2023, 5, 4), gather_library_2023),
    ("library-local-2024", date(2024, 5, 2), gather_library),
    ("library-local-2025", date(2025, 5, 1), gather_library),
    ("london-2026", date(2026, 5, 7), gather_london_2026),
)
TABLES = ("contest", "candidacy", "area", "boundary_set", "published", "reconciliation", "party", "election")


def compile_local(raw: Raw, parties: Iterable[Row]) -> Tables:
    """The tables of local elections; `parties` are those already listed, whose ids stay theirs."""
    tables: Tables = {name: [] for name in TABLES}
    with _without_collecting():
        for source_id, day, gather in PUBLICATIONS:
            publication = gather(raw.path(source_id), source_id, day)
            for name, rows in _compile(publication, raw).items():
                tables[name] += rows
    tables["party"] = local_parties(parties)
    tables["election"] = compile_local_elections(tables["contest"])
    return tables


@contextmanager
def _without_collecting() -> Iterator[None]:
    """No garbage collection: it would look over a million small rows again and again, and find nothing."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _compile(publication: Publication, raw: Raw) -> Tables:
    paired, ballot_ids = _second(publication, raw)
    if paired:
        publication = paired.publication
    compiled = compile_publication(publication, postponed(), ballot_ids)
    contests = _contests(publication, compiled)
    printed = [publication, *([paired.other] if paired else [])]
    return compiled.tables | {
        "published": [row for one in printed for row in turnouts(one, contests)],
        "reconciliation": [
            *totals(publication, compiled.tables["contest"], contests),
            *(differences(paired, compiled.keys) if paired else ()),
        ],
    }


def _contests(publication: Publication, compiled: Compiled) -> dict[WardKey, str]:
    return {standing.ward: compiled.keys[id(standing)][0] for standing in publication.standings}


def _second(publication: Publication, raw: Raw) -> tuple[Paired | None, dict[WardKey, str]]:
    """The other publication of the same contests, where there is one, and Democracy Club's ballot ids."""
    day = publication.polling_on
    if publication.source_id == "leap-2018":
        name = "democracy-club-2018"
        ballots = gather_democracy_club(raw.path(name), name, day, publication)
        return pair(publication, ballots.publication), ballots.ballot_ids
    if publication.source_id == "library-local-2022":
        name = "london-2022"
        return pair(publication, gather_london_2022(raw.path(name), name, day)), {}
    return None, {}


@cache
def postponed() -> dict[str, date]:
    """The day on which a contest was polled that was put off, by its id on the ordinary day."""
    with POSTPONED.open(encoding="utf-8", newline="") as file:
        return {row["contest_id"]: date.fromisoformat(row["polled_on"]) for row in csv.DictReader(file)}
