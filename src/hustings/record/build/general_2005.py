"""The Scottish seats of 2005, whose boundaries stood until 2024: the declared baseline of 2010 there."""

import re
from collections import defaultdict
from datetime import date

from hustings.record.build.parties import named_parties_2005
from hustings.record.build.places import Tables
from hustings.record.identity import candidacy_ids, contest_id, election_id, slug
from hustings.record.readers.cells import Row, Value

SOURCE = {"source_id": "electoral-commission-2005"}
POLLING_ON = date(2005, 5, 5)
BOUNDARY_SET = "scotland-2005"
# The workbook marks the sitting member with a star and women with Ms.; it says nothing of others.
NAME = re.compile(r"(?P<family>[^,]+), (?P<given>.*?)(?P<ms> Ms\.)?(?P<sitting>\*)?")
# The workbook prints a small L for the I of Iar, and puts the compass after the county.
RENAMED = {"naheileanananlar": "naheileanananiar"}


def compile_scotland_2005(results: list[Row], areas: list[Row]) -> Tables:
    """Contests and candidacies of the 59 seats; electorate as published, rejected papers unknown."""
    seats = {place_letters(str(row["area"])): row for row in areas if row["boundary_set_id"] == BOUNDARY_SET}
    per_area: dict[str, list[Row]] = defaultdict(list)
    for row in results:
        letters = place_letters(str(row["seat"]))
        area = seats.get(RENAMED.get(letters, letters))
        if area:
            per_area[str(area["area_id"])].append(row)
    names = {str(area["area_id"]): str(area["area"]) for area in seats.values()}
    tables: Tables = {"contest": [], "candidacy": []}
    for area_id, rows in per_area.items():
        contest = _contest(names[area_id], area_id, rows)
        tables["contest"].append(contest)
        tables["candidacy"] += _candidacies(contest["contest_id"], rows)
    return tables


def place_letters(seat: str) -> str:
    """The letters of a seat's name, its words in order, so that compass points may stand anywhere."""
    words = re.findall(r"[a-z]+", seat.lower().replace("&", " and "))
    return "".join(words if words[0] == "na" else sorted(words))


def _contest(seat: str, area_id: str, rows: list[Row]) -> Row:
    return {
        "contest_id": contest_id(seat, POLLING_ON),
        "election_id": election_id(POLLING_ON),
        "polling_on": POLLING_ON,
        "kind": "general",
        "basis": "declared",
        "voting_system": "FPTP",
        "detail": "candidate",
        "seats": 1,
        "boundary_set_id": BOUNDARY_SET,
        "area_id": area_id,
        "electorate": rows[0]["electorate"],
        "valid_votes": sum(int(str(row["votes"])) for row in rows),
        "invalid_votes": None,
        "writ_on": None,
        "declared_at": None,
        "recorded_at": None,
        "disputed": False,
        **SOURCE,
    }


def _candidacies(contest: Value, rows: list[Row]) -> list[Row]:
    parties = named_parties_2005()
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
            **_standing(str(row["party"]), parties),
            "votes": row["votes"],
            "elected": row["votes"] == most,
            "disputed": False,
            **SOURCE,
        }
        for row, key, name in zip(rows, keys, parsed, strict=True)
    ]


def _name(printed: str) -> Row:
    found = NAME.fullmatch(printed)
    family, given = (found["family"], found["given"]) if found else (printed, "")
    return {
        "candidate": f"{given} {family}".strip(),
        "given_name": given or None,
        "family_name": family,
        "gender": "Female" if found and found["ms"] else None,
        "sitting_mp": bool(found and found["sitting"]),
        "former_mp": None,
    }


def _standing(abbreviation: str, parties: dict[str, str]) -> Row:
    name = parties[abbreviation or "Ind"]
    standing = "party" if name else "speaker" if abbreviation == "Speaker" else "independent"
    return {"standing_as": standing, "party_id": slug(name) if name else None, "adjunct_party_id": None}
