"""The general election of 2005 by candidate, from the Electoral Commission's workbook."""

import re
from collections import defaultdict
from datetime import date

from hustings.record.build.general.places import Place, Places
from hustings.record.build.general.polls import polls
from hustings.record.build.parties import meant_2005
from hustings.record.build.places import Tables
from hustings.record.identity import candidacy_ids, contest_id, election_id, slug
from hustings.record.readers.cells import Row, Value

SOURCE = {"source_id": "electoral-commission-2005"}
POLLING_ON = date(2005, 5, 5)
# The workbook marks the sitting member with a star and women with Ms.; it says nothing of others.
NAME = re.compile(r"(?P<family>[^,]+), (?P<given>.*?)(?P<ms> Ms\.)?(?P<sitting>\*)?")


def compile_general_2005(results: list[Row], places: Places) -> Tables:
    """Contests, candidacies and printed figures of the 646 seats; rejected papers are unknown."""
    seats: dict[Place, list[Row]] = defaultdict(list)
    for row in results:
        seats[places.find(None, str(row["seat"]), polls()["2005"])].append(row)
    tables: Tables = {"contest": [], "candidacy": [], "published": []}
    for place, rows in seats.items():
        contest = _contest(place, rows)
        tables["contest"].append(contest)
        candidacies = _candidacies(contest["contest_id"], place.country, rows)
        tables["candidacy"] += candidacies
        tables["published"] += _printed(contest["contest_id"], rows, [row["candidacy_id"] for row in candidacies])
    return tables


def _contest(place: Place, rows: list[Row]) -> Row:
    return {
        "contest_id": contest_id(place.area, POLLING_ON),
        "election_id": election_id(POLLING_ON),
        "polling_on": POLLING_ON,
        "kind": "general",
        "basis": "declared",
        "voting_system": "FPTP",
        "detail": "candidate",
        "seats": 1,
        "boundary_set_id": place.boundary_set_id,
        "area_id": place.area_id,
        "electorate": rows[0]["electorate"],
        "valid_votes": sum(int(str(row["votes"])) for row in rows),
        "invalid_votes": None,
        "writ_on": None,
        "declared_at": None,
        "recorded_at": None,
        "disputed": False,
        **SOURCE,
    }


def _candidacies(contest: Value, country: str, rows: list[Row]) -> list[Row]:
    parsed = [_name(str(row["candidate"])) for row in rows]
    keys = candidacy_ids(str(contest), [str(name["candidate"]) for name in parsed])
    most = max(int(str(row["votes"])) for row in rows)
    return [
        {
            "candidacy_id": key,
            "contest_id": contest,
            "mnis_id": None,
            "democracy_club_id": None,
            **name,
            **_standing(str(row["party"]), country),
            "votes": row["votes"],
            "elected": row["votes"] == most,
            "disputed": False,
            **SOURCE,
        }
        for row, key, name in zip(rows, keys, parsed, strict=True)
    ]


def _name(printed: str) -> Row:
    found = NAME.fullmatch(" ".join(printed.split()))
    family, given = (found["family"].strip(), found["given"].strip()) if found else (printed, "")
    return {
        "candidate": f"{given} {family}".strip(),
        "given_name": given or None,
        "family_name": family,
        "gender": "Female" if found and found["ms"] else None,
        "sitting_mp": bool(found and found["sitting"]),
        "former_mp": None,
    }


def _standing(abbreviation: str, country: str) -> Row:
    name = meant_2005(abbreviation or "Ind", country)
    standing = "party" if name else "speaker" if abbreviation == "Speaker" else "independent"
    return {"standing_as": standing, "party_id": slug(name) if name else None, "adjunct_party_id": None}


def _printed(contest: Value, rows: list[Row], keys: list[Value]) -> list[Row]:
    """The turnout, majority and shares that the workbook prints, in percent to one decimal."""
    blank: Row = {"contest_id": contest, "candidacy_id": None, "words": None, **SOURCE}
    turnout, majority = (float(str(rows[0][figure])) for figure in ("turnout", "majority"))
    return [
        blank | {"figure": "turnout", "value": turnout / 100, "decimals": 3},
        blank | {"figure": "majority", "value": majority, "decimals": 0},
        *(
            blank | {"candidacy_id": key, "figure": "share", "value": float(str(row["share"])) / 100, "decimals": 3}
            for row, key in zip(rows, keys, strict=True)
        ),
    ]
