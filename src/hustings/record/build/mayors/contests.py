"""Contests, candidacies, rounds and parties of the elections of mayors."""

import csv
from datetime import date
from pathlib import Path

from hustings.record.build.mayors.counts import Count, Counted, democracy_club_counts, tower_hamlets_counts
from hustings.record.build.mayors.rounds import count_rounds, final_votes
from hustings.record.build.places import Tables
from hustings.record.build.raw import Raw
from hustings.record.councils import read_councils
from hustings.record.identity import candidacy_ids, slug
from hustings.record.readers.cells import Row, Value
from hustings.record.readers.democracy_club import read_democracy_club
from hustings.record.readers.tower_hamlets_mayors import read_tower_hamlets_mayors

# What publishers of counts call parties; a blank party is an independent.
LABELS = Path(__file__).parent / "labels.csv"
# Elections Act 2022, section 13: one vote and most votes wins, at polls from this day.
PLURALITY_FROM = date(2023, 5, 4)


def compile_mayors(raw: Raw, areas: list[Row], parties: list[Row]) -> Tables:
    """Rows to add to each table; `areas` gives the regions' codes, `parties` the parties known already."""
    compiled = tower_hamlets_counts(read_tower_hamlets_mayors(raw.path("tower-hamlets-mayors")))
    published = democracy_club_counts(read_democracy_club(raw.path("democracy-club-2018")))
    taken = {count.contest_id for count in published}
    counts = published + [count for count in compiled if count.contest_id not in taken]
    regions = {row["region"]: row["region_id"] for row in areas if str(row["boundary_set_id"]).endswith("-2024")}
    tables: Tables = _areas(counts, regions)
    tables |= {name: [] for name in ("contest", "candidacy", "election", "count_round", "published")}
    for count in counts:
        keys = _keys(count)
        tables["contest"].append(_contest(count))
        tables["election"].append(_election(count))
        tables["candidacy"] += [_candidacy(count, one, keys[one.candidate]) for one in count.candidates]
        tables["count_round"] += count_rounds(count, keys)
        tables["published"] += _turnout(count)
    tables["party"] = _new_parties(counts, {row["party_id"] for row in parties})
    tables["reconciliation"] = _reconciled(counts, compiled)
    return tables


def _keys(count: Count) -> dict[str, str]:
    names = [one.candidate for one in count.candidates]
    return dict(zip(names, candidacy_ids(count.contest_id, names), strict=True))


def _contest(count: Count) -> Row:
    council = read_councils().rows[count.council_id]
    return {
        "contest_id": count.contest_id,
        "election_id": count.contest_id,
        "polling_on": count.polling_on,
        "kind": "mayor",
        "basis": "declared",
        "voting_system": "SV" if count.polling_on < PLURALITY_FROM else "FPTP",
        "detail": "candidate",
        "seats": 1,
        "boundary_set_id": f"council-{count.council_id}",
        "area_id": council["gss"],
        "council_id": count.council_id,
        "electorate": None,
        # No publication states them: they are the sum of the first preferences.
        "valid_votes": sum(one.first for one in count.candidates),
        "invalid_votes": count.invalid_votes,
        "voided_on": count.voided_on,
        "disputed": False,
        "source_id": count.source_id,
    }


def _election(count: Count) -> Row:
    return {
        "election_id": count.contest_id,
        "polling_on": count.polling_on,
        "kind": "mayor",
        "basis": "declared",
        "election": f"Mayor of {read_councils().name(count.council_id)}",
        "source_id": count.source_id,
    }


def _candidacy(count: Count, one: Counted, key: str) -> Row:
    return {
        "candidacy_id": key,
        "contest_id": count.contest_id,
        "mnis_id": None,
        "democracy_club_id": one.democracy_club_id,
        "candidate": one.candidate,
        **_standing(one.label),
        "votes": one.first,
        "final_votes": final_votes(count, one),
        "elected": one.elected,
        "disputed": False,
        "source_id": count.source_id,
    }


def _labels() -> dict[str, dict[str, str]]:
    with LABELS.open(encoding="utf-8", newline="") as file:
        return {row["label"]: row for row in csv.DictReader(file)}


def _standing(label: str) -> Row:
    named = _labels()[label]
    return {
        "standing_as": "party" if named["party"] else "independent",
        "party_id": slug(named["party"]) if named["party"] else None,
        "adjunct_party_id": slug(named["adjunct"]) if named["adjunct"] else None,
    }


def _new_parties(counts: list[Count], known: set[Value]) -> list[Row]:
    labels = _labels()
    found = {
        labels[one.label]["party"]: count.source_id
        for count in counts
        for one in count.candidates
        if labels[one.label]["party"]
    }
    return [
        {
            "party_id": slug(name),
            "party": name,
            "abbreviation": None,
            "line_id": slug(name),
            "parliamentary": False,
            "source_id": source_id,
        }
        for name, source_id in sorted(found.items())
        if slug(name) not in known
    ]


def _areas(counts: list[Count], regions: dict[Value, Value]) -> Tables:
    """The whole area of each council that elected a mayor, from the first election in the record."""
    first = {count.council_id: count for count in sorted(counts, key=lambda count: count.polling_on, reverse=True)}
    tables: Tables = {"boundary_set": [], "area": []}
    for council_id, count in sorted(first.items()):
        council = read_councils().rows[council_id]
        where = {"boundary_set_id": f"council-{council_id}", "council_id": council_id, "country": council["country"]}
        tables["boundary_set"].append(
            where | {"kind": "councils", "start_on": count.polling_on, "source_id": count.source_id}
        )
        tables["area"].append(
            where
            | {"area_id": council["gss"], "area": council["council"], "area_type": "Council area"}
            | {"region": council["region"], "region_id": regions[council["region"]], "gss": council["gss"]}
            | {"source_id": count.source_id}
        )
    return tables


def _turnout(count: Count) -> list[Row]:
    if count.turnout is None:
        return []
    figure: Row = {"contest_id": count.contest_id, "candidacy_id": None, "figure": "turnout", "value": count.turnout}
    return [figure | {"words": None, "decimals": 2, "source_id": count.source_id}]


def _reconciled(used: list[Count], compiled: list[Count]) -> list[Row]:
    """The figures that the compiled file states beside Democracy Club's, and those it gives two of."""
    chosen = {count.contest_id: count for count in used}
    rows = []
    for other in compiled:
        keys = _keys(other)
        count = chosen[other.contest_id]
        votes = {one.candidate: one.first for one in count.candidates}
        for one in other.candidates:
            stated = one.first if count is not other else one.other_votes
            if stated is not None:
                rows.append(_row(count, keys[one.candidate], votes[one.candidate], (other.source_id, stated)))
    return rows


def _row(count: Count, key: str, value: int, other: tuple[str, int]) -> Row:
    return {
        "contest_id": count.contest_id,
        "key": key,
        "field": "votes",
        "source_id": count.source_id,
        "value": str(value),
        "other_source_id": other[0],
        "other_value": str(other[1]),
        "agrees": value == other[1],
    }
