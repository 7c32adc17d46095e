"""Checked contests as rows of the record's own tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from hustings.record.identity import candidacy_ids, slug
from hustings.record.overlay.ballots import Ballot
from hustings.record.overlay.folder import PUBLISHER
from hustings.record.overlay.known import Known
from hustings.record.overlay.results_checks import Contest, boundary_set
from hustings.record.overlay.results_file import Line
from hustings.record.schema import TABLES

Row = dict[str, Any]
Tables = dict[str, list[Row]]

BEFORE = """
    select contest_id, area_id, boundary_set_id from contest join election using (election_id)
    where contest.kind = 'general' and contest.basis = 'declared' and contest.polling_on < ?
    order by contest.polling_on
"""

# A by-election fills a seat of the Parliament summoned last before it.
PARLIAMENT = "select max(parliament) as parliament from parliament where summoned_on <= ?"


class Origin(NamedTuple):
    """The file that rows are from: the addition's name, the file, its digest and size, and its user's words."""

    name: str
    file: str
    sha256: str
    size: int
    words: str | None


def results_tables(contests: list[Contest], known: Known, origin: Origin) -> Tables:
    """Every row the contests need that the record has not: election, areas, parties, persons, contests, candidacies."""
    sources = source_rows(origin, {line.text("source") for contest in contests for line in contest.lines})
    tables: Tables = {"source": list(sources.values())}
    first = next(iter(sources.values()))["source_id"]
    tables["contest"] = [_contest(contest, sources) for contest in contests]
    tables["candidacy"] = [row for contest in contests for row in _candidacies(contest, known, sources)]
    tables["election"] = _elections(contests, tables["contest"], known)
    tables["party"] = _parties(contests, known, first)
    tables["person"] = _persons(contests, known, first)
    tables |= _areas(contests, known, first)
    tables["baseline"] = _baselines(tables["contest"], known)
    return whole(tables)


def whole(tables: Tables) -> Tables:
    """The tables that have rows, each row with every column of its table, what nobody said being null."""
    return {name: [dict.fromkeys(TABLES[name].names) | row for row in rows] for name, rows in tables.items() if rows}


def source_rows(origin: Origin, said: Iterable[str]) -> dict[str, Row]:
    """A row of `source` for each thing the file says its figures are from, by those words."""
    rows = {}
    for number, words in enumerate(sorted(said), start=1):
        address = words if words.startswith(("http://", "https://")) else None
        note = "; ".join(filter(None, (origin.words, None if address else words)))
        rows[words] = {
            "source_id": f"added-{origin.name}" + (f".{number}" if number > 1 else ""),
            "publisher": PUBLISHER,
            "title": origin.file,
            "file": origin.file,
            "address": address,
            "licence": "Licence not stated: your own file",
            "sha256": origin.sha256,
            "size": origin.size,
            "note": note or None,
        }
    return rows


def _contest(contest: Contest, sources: dict[str, Row]) -> Row:
    ballot, figures, lines = contest.ballot, contest.figures, contest.lines
    votes = [line.cells["ballots_cast"] for line in lines]
    return {
        "contest_id": ballot.ballot_id,
        "election_id": ballot.election_id,
        "polling_on": ballot.day,
        "kind": _kind(ballot),
        "basis": figures["basis"] or "declared",
        "voting_system": contest.system,
        "detail": "candidate",
        "seats": contest.seats,
        **_area_key(contest),
        "council_id": contest.council["council_id"] if contest.council else None,
        "electorate": figures["electorate"] or None,
        "valid_votes": None if None in votes else sum(int(vote or 0) for vote in votes),
        "valid_ballots": figures["valid_ballots"],
        "invalid_votes": figures["invalid_votes"],
        "disputed": False,
        "source_id": sources[lines[0].text("source")]["source_id"],
    }


def _kind(ballot: Ballot) -> str:
    if ballot.kind == "parl":
        return "by-election" if ballot.by_election else "general"
    return ballot.kind


def _area_key(contest: Contest) -> Row:
    if contest.place:
        return {"boundary_set_id": contest.place["boundary_set_id"], "area_id": contest.place["area_id"]}
    assert contest.council  # noqa: S101 a seat that is not known is a fault
    area_id = contest.ballot.place if contest.ballot.kind == "local" else contest.council["gss"]
    return {"boundary_set_id": boundary_set(contest.ballot, contest.council), "area_id": area_id}


def _candidacies(contest: Contest, known: Known, sources: dict[str, Row]) -> list[Row]:
    names = [line.text("person_name") for line in contest.lines]
    ids = candidacy_ids(contest.ballot.ballot_id, names)
    return [
        {
            "candidacy_id": candidacy_id,
            "contest_id": contest.ballot.ballot_id,
            "person_id": _person(line, known),
            "candidate": line.text("person_name"),
            "party_id": stood.party_id,
            "standing_as": stood.standing_as,
            "votes": line.cells["ballots_cast"],
            "elected": elected,
            "disputed": False,
            "source_id": sources[line.text("source")]["source_id"],
        }
        for candidacy_id, line, stood, elected in zip(ids, contest.lines, contest.stood, contest.elected, strict=True)
    ]


def _person(line: Line, known: Known) -> str | None:
    number = line.text("person_id")
    return known.persons.get(number, f"dc:{number}") if number else None


def _persons(contests: list[Contest], known: Known, source: str) -> list[Row]:
    named = {line.text("person_id"): line.text("person_name") for one in contests for line in one.lines}
    return [
        {"person_id": f"dc:{number}", "person": name, "democracy_club_id": number, "source_id": source}
        for number, name in named.items()
        if number and number not in known.persons
    ]


def _parties(contests: list[Contest], known: Known, source: str) -> list[Row]:
    """Parties that the package has not; one added before is written again, so that each addition is whole."""
    held = {row["party_id"] for row in known.held.query("select party_id from party")}
    named = {}
    for contest in contests:
        for line, stood in zip(contest.lines, contest.stood, strict=True):
            if stood.party_id and stood.party_id not in held:
                named[stood.party_id] = known.parties.get(stood.party_id, line.text("party_name"))
    return [
        {"party_id": key, "party": name, "line_id": key, "parliamentary": False, "source_id": source}
        for key, name in named.items()
    ]


def _elections(contests: list[Contest], rows: list[Row], known: Known) -> list[Row]:
    found: dict[str, Row] = {}
    parliament = known.held.query(PARLIAMENT, [known.election.day])[0]["parliament"]
    for contest, row in zip(contests, rows, strict=True):
        sitting = {"parliament": parliament if row["kind"] == "by-election" else None}
        here = found.setdefault(row["election_id"], _election(contest, row) | sitting)
        if row["basis"] == "declared":
            here["basis"] = "declared"
    return list(found.values())


def _election(contest: Contest, row: Row) -> Row:
    kind, year = row["kind"], row["polling_on"].year
    council = contest.council["council"] if contest.council else None
    names = {
        "general": f"General election of {year}",
        "by-election": "By-elections",
        "local": f"{council} council election of {year}",
        "mayor": f"{council} mayoral election of {year}",
    }
    keys = ("election_id", "polling_on", "kind", "basis", "source_id")
    part = "the contests that you added" if kind in ("general", "local") else None
    return {key: row[key] for key in keys} | {"election": names[kind], "coverage": part}


def _areas(contests: list[Contest], known: Known, source: str) -> Tables:
    """Wards and councils that the record has not, and the boundary sets they are of."""
    tables: Tables = {"boundary_set": [], "area": []}
    sets: set[str] = set()
    for contest in contests:
        if contest.place or not contest.council:
            continue
        key, council = _area_key(contest), contest.council
        local = contest.ballot.kind == "local"
        where = {"boundary_set_id": key["boundary_set_id"], "council_id": council["council_id"], "source_id": source}
        where["country"] = council["country"]
        if key["boundary_set_id"] not in sets:
            sets.add(key["boundary_set_id"])
            kind = {"kind": "wards" if local else "councils", "start_on": contest.ballot.day}
            tables["boundary_set"].append(where | kind)
        name = str(contest.ballot.place).replace("-", " ").title() if local else council["council"]
        tables["area"].append(
            where
            | {"area_id": key["area_id"], "area": name, "gss": None if local else council["gss"]}
            | {"area_type": "Ward" if local else "Council area"}
            | {"region": council["region"], "region_id": known.regions[council["region"]]}
        )
    return tables


def _baselines(contests: list[Row], known: Known) -> list[Row]:
    """Each constituency's contest with the last general election on the same boundaries."""
    before = {
        (row["boundary_set_id"], row["area_id"]): row["contest_id"]
        for row in known.held.query(BEFORE, [known.election.day])
    }
    return [
        {
            "contest_id": row["contest_id"],
            "baseline_contest_id": before[row["boundary_set_id"], row["area_id"]],
            "rule": "same-boundaries",
            "standard": True,
        }
        for row in contests
        if (row["boundary_set_id"], row["area_id"]) in before
    ]


def slug_of(file: str) -> str:
    """What an addition of a file is called: the file's name without its ending, as a slug."""
    return slug(file.rsplit(".", 1)[0])[:60] or "addition"
