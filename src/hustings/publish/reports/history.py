"""A place through the general and by-elections of the seats it was in, with every break of the boundaries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from hustings.publish.prose import tallied
from hustings.publish.reports.winners import winners
from hustings.record.lineage import Stage, follow, read_atlas
from hustings.record.open import Record
from hustings.record.seats import find_contest

Row = dict[str, Any]

# A line has a column of its own in a seat's table if it is among its largest; the rest are added up.
COLUMNS = 4
DRAWN = 6


@dataclass(frozen=True, slots=True)
class Chapter:
    """One seat on one set of boundaries: how it was come to, its contests latest first, its largest lines."""

    stage: Stage
    contests: list[Row]
    lines: list[Row]


@dataclass(frozen=True, slots=True)
class History:
    """A place followed back: its chapters latest first, and the sources."""

    area: str
    chapters: list[Chapter]
    sources: list[Row]


def history_report(record: Record, name: str) -> History:
    """The history of the place that a seat's name means; raises as `find_contest` does."""
    contest = find_contest(record, name)
    seat = contest["boundary_set_id"], contest["area_id"]
    return histories(record, [seat])[seat]


def histories(record: Record, seats: Iterable[Seat]) -> dict[Seat, History]:
    """The histories of many seats, each a boundary set and an area, from one reading of the record."""
    atlas = read_atlas(record)
    stages = {seat: follow(atlas, *seat) for seat in seats}
    passed = {stage[:2] for found in stages.values() for stage in found}
    contests = record.query(CONTESTS, [list(part) for part in zip(*passed, strict=True)])
    cited = {row["contest_id"]: row["source_id"] for row in contests}
    with record.results_of([*cited]) as results:
        won = _by_seat(record.rows(winners(results)))
        shares = _shares(record.rows(results), record.query(PARTIES))
    sources = record.query(SOURCES)
    found: dict[Seat, History] = {}
    for seat, followed in stages.items():
        chapters = [_chapter(stage, won[stage[:2]], shares) for stage in followed]
        ids = {cited[contest["contest_id"]] for chapter in chapters for contest in chapter.contests}
        found[seat] = History(followed[0].area, chapters, [row for row in sources if row["source_id"] in ids])
    return found


def _by_seat(won: list[Row]) -> dict[Seat, list[Row]]:
    seats: dict[Seat, list[Row]] = defaultdict(list)
    for row in won:
        seats[row["boundary_set_id"], row["area_id"]].append(row)
    return seats


Seat = tuple[str, str]
CONTESTS = """
    select contest_id, source_id from contest
    join (select unnest(?) as boundary_set_id, unnest(?) as area_id) as seat using (boundary_set_id, area_id)
    where basis = 'declared' and kind in ('general', 'by-election')
"""
PARTIES = "select party_id, party, coalesce(abbreviation, party) as short from party"
SOURCES = "select source_id, publisher, title, licence, as_of from source order by publisher, title"
NAMELESS = {"independent": "Ind", "speaker": "Spk", "other": "Other"}
# Several people under one word, who have no column as if they were one party.
TOGETHER = ("independent", "other")
WORDS = {"independent": "Independents together", "speaker": "Speaker", "other": "Other"}


def _shares(rows: list[Row], parties: list[Row]) -> dict[str, list[Row]]:
    """The share of each line in each contest under its name then, those of no line as what they stood as."""
    known = {row["party_id"]: row for row in parties}
    named: dict[tuple[str, str], Row] = {}
    votes: dict[tuple[str, str], int] = defaultdict(int)
    valid: dict[str, int | None] = {}
    for row in rows:
        key = row["line_id"] or row["standing_as"]
        votes[row["contest_id"], key] += row["votes"] or 0
        nameless = {"party": WORDS.get(key), "short": NAMELESS.get(key)}
        named.setdefault((row["contest_id"], key), known.get(row["party_id"], nameless))
        valid[row["contest_id"]] = row["valid_votes"]
    shares: dict[str, list[Row]] = defaultdict(list)
    for (contest, key), polled in sorted(votes.items(), key=lambda item: -item[1]):
        line = named[contest, key]
        total = valid[contest]
        one = {"line": key, "party": line["party"], "short": line["short"], "votes": polled if total else None}
        shares[contest].append(one | {"share": polled / total if total else None})
    return shares


def _chapter(stage: Stage, here: list[Row], shares: dict[str, list[Row]]) -> Chapter:
    # Two members returned for one seat are two rows of one contest.
    members: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(here, key=lambda row: str(row["polling_on"]), reverse=True):
        members[row["contest_id"]].append(row)
    contests = {
        key: rows[0] | {"party": tallied(row["party"] for row in rows), "shares": shares[key]}
        for key, rows in members.items()
    }
    largest = largest_lines((one for contest in contests.values() for one in contest["shares"]), COLUMNS)
    lines = [one | {"short": _names_of(one["line"], contests)} for one in largest]
    return Chapter(stage, list(contests.values()), lines)


def largest_lines(shares: Iterable[Row], most: int) -> list[Row]:
    """The largest share that each party line had anywhere, the largest of all first: as many lines as asked for."""
    best: dict[str, Row] = {}
    for one in shares:
        if one["line"] not in TOGETHER and (one["share"] or 0) > best.get(one["line"], {"share": 0})["share"]:
            best[one["line"]] = one
    return sorted(best.values(), key=lambda one: -one["share"])[:most]


def drawn_lines(shares: Iterable[Row]) -> list[str]:
    """The lines that are drawn of a history, the largest first: more would not be told apart."""
    return [one["line"] for one in largest_lines(shares, DRAWN)]


def _names_of(line: str, contests: dict[str, Row]) -> str:
    """What a line was called in these contests, the latest name first: LD/All."""
    names = [one["short"] for contest in contests.values() for one in contest["shares"] if one["line"] == line]
    return "/".join(dict.fromkeys(names))
