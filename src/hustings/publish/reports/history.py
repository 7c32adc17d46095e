"""A place through the general and by-elections of the seats it was in, with every break of the boundaries."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from hustings.publish.reports.winners import winners
from hustings.record.lineage import Stage, trace
from hustings.record.open import Record

Row = dict[str, Any]

# A line has a column of its own in a seat's table if it is among its largest; the rest are added up.
COLUMNS = 4


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
    stages = trace(record, name)
    ids = [row["contest_id"] for stage in stages for row in record.query(CONTESTS, [*stage[:2]])]
    with record.results_of(ids) as results:
        won = record.rows(winners(results))
        rows = record.rows(results)
    shares = _shares(rows, record.query(PARTIES))
    chapters = [_chapter(stage, won, shares) for stage in stages]
    return History(stages[0].area, chapters, record.query(SOURCES, [ids]))


CONTESTS = """
    select contest_id from contest
    where boundary_set_id = ? and area_id = ? and basis = 'declared' and kind in ('general', 'by-election')
"""
PARTIES = "select party_id, party, coalesce(abbreviation, party) as short from party"
SOURCES = """
    select distinct publisher, title, licence, as_of from contest join source using (source_id)
    where list_contains(?, contest_id) order by publisher, title
"""
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


def _chapter(stage: Stage, won: list[Row], shares: dict[str, list[Row]]) -> Chapter:
    here = [row for row in won if (row["boundary_set_id"], row["area_id"]) == stage[:2]]
    contests: dict[str, Row] = {}
    for row in sorted(here, key=lambda row: str(row["polling_on"]), reverse=True):
        earlier = contests.get(row["contest_id"])
        if earlier:
            # Two members returned unopposed are two rows of one contest.
            earlier["party"] = f"{earlier['party']}, {row['party']}"
        else:
            contests[row["contest_id"]] = row | {"shares": shares[row["contest_id"]]}
    best: dict[str, Row] = {}
    for contest in contests.values():
        for one in contest["shares"]:
            if (
                one["line"] not in TOGETHER
                and one["share"]
                and one["share"] > best.get(one["line"], {"share": 0})["share"]
            ):
                best[one["line"]] = one
    largest = sorted(best.values(), key=lambda one: -one["share"])[:COLUMNS]
    lines = [one | {"short": _names_of(one["line"], contests)} for one in largest]
    return Chapter(stage, list(contests.values()), lines)


def _names_of(line: str, contests: dict[str, Row]) -> str:
    """What a line was called in these contests, the latest name first: LD/All."""
    names = [one["short"] for contest in contests.values() for one in contest["shares"] if one["line"] == line]
    return "/".join(dict.fromkeys(names))
