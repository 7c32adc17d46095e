"""By-elections since the Library's dump, from its CSV files of the 59th Parliament."""

from collections import defaultdict

from hustings.record.build.places import Tables
from hustings.record.identity import candidacy_ids, contest_id, election_id, slug
from hustings.record.readers.cells import Row, Value

CANDIDACIES: Row = {"source_id": "library-by-election-candidacies"}
CONSTITUENCIES: Row = {"source_id": "library-by-election-constituencies"}


def compile_by_elections(
    candidacies: list[Row], constituencies: list[Row], areas: list[Row], held: set[Value]
) -> Tables:
    """Contests and candidacies of the by-elections that are not in `held`, a set of contest ids."""
    current = {row["area_id"]: row["boundary_set_id"] for row in areas if str(row["boundary_set_id"]).endswith("-2024")}
    keys = csv_candidacy_ids(candidacies)
    winners = {
        (csv_contest_id(row, "By-election date"), row["Member first name"], row["Member surname"])
        for row in constituencies
    }
    return {
        "contest": [
            _contest(row, current) for row in constituencies if csv_contest_id(row, "By-election date") not in held
        ],
        "candidacy": [
            _candidacy(row, key, winners)
            for row, key in zip(candidacies, keys, strict=True)
            if csv_contest_id(row) not in held
        ],
    }


def csv_contest_id(row: Row, day: str = "Election date") -> str:
    """The contest id of a row of either file."""
    return contest_id(str(row["Constituency name"]), row[day], by_election=True)  # type: ignore[arg-type]


def csv_candidacy_ids(candidacies: list[Row]) -> list[str]:
    """The candidacy id of each row, in order."""
    per_contest: dict[str, list[int]] = defaultdict(list)
    for place, row in enumerate(candidacies):
        per_contest[csv_contest_id(row)].append(place)
    ids = [""] * len(candidacies)
    for contest, places in per_contest.items():
        keys = candidacy_ids(contest, [_name(candidacies[place]) for place in places])
        for place, key in zip(places, keys, strict=True):
            ids[place] = key
    return ids


def _name(row: Row) -> str:
    return f"{row['Candidate first name']} {row['Candidate surname']}"


def _contest(row: Row, boundary_sets: dict[Value, Value]) -> Row:
    polling_on = row["By-election date"]
    return {
        "contest_id": csv_contest_id(row, "By-election date"),
        "election_id": election_id(polling_on),  # type: ignore[arg-type]
        "polling_on": polling_on,
        "kind": "by-election",
        "basis": "declared",
        "voting_system": "FPTP",
        "detail": "candidate",
        "seats": 1,
        "boundary_set_id": boundary_sets[row["ONS ID"]],
        "area_id": row["ONS ID"],
        "electorate": row["Electorate"],
        "valid_votes": row["Valid votes"],
        "invalid_votes": row["Invalid votes"],
        "writ_on": row["Writ date"],
        "declared_at": None,
        "recorded_at": None,
        "disputed": False,
        **CONSTITUENCIES,
    }


def _candidacy(row: Row, key: str, winners: set[tuple[str, Value, Value]]) -> Row:
    contest = csv_contest_id(row)
    independent = row["Party name"] == "Independent"
    adjunct = row["Electoral Commission adjunct party ID"]
    return {
        "candidacy_id": key,
        "contest_id": contest,
        "mnis_id": row["Member MNIS ID"],
        "democracy_club_id": row["Democracy Club person ID"],
        "candidate": _name(row),
        "given_name": row["Candidate first name"],
        "family_name": row["Candidate surname"],
        "gender": row["Candidate gender"],
        "sitting_mp": row["Sitting MP"],
        "former_mp": row["Former MP"],
        "standing_as": "independent" if independent else "party",
        "party_id": None if independent else slug(str(row["Party name"])),
        # PP119 is the Co-operative Party, the only adjunct party there is.
        "adjunct_party_id": "co-operative-party" if adjunct == "PP119" else None,
        "votes": row["Votes"],
        "elected": (contest, row["Candidate first name"], row["Candidate surname"]) in winners,
        "disputed": False,
        **CANDIDACIES,
    }
