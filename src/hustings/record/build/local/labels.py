"""Which party a publication's label means: a list with the evidence for each, kept beside this module."""

import csv
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import NamedTuple

from hustings.errors import SourceFault
from hustings.record.councils import read_councils
from hustings.record.readers.cells import Row, Value

LABELS = Path(__file__).with_name("labels.csv")
# Andrew Teale abbreviates the same way in every year.
FAMILIES = {"leap-2014": "leap", "leap-2016": "leap", "leap-2017": "leap", "leap-2018": "leap", "leap-2019": "leap"}
# The file a party is listed from where only his abbreviation names it: the year most labels are of.
LISTED_FROM = {"leap": "leap-2018"}
NO_KEY = "No key names it"


class Meaning(NamedTuple):
    """What a label says: a party, an independent, or nothing that is known."""

    standing_as: str
    party_id: str | None
    adjunct_party_id: str | None


@cache
def label_rows() -> tuple[dict[str, str], ...]:
    """Every label of every publication, with the councils or country it is so in, the party and the evidence."""
    with LABELS.open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def means(source_id: str, label: str | None, council_id: str) -> Meaning:
    """What a label means in a publication and a council; a blank label is no party that is known.

    Raises SourceFault for a label that the list does not have.
    """
    if label is None:
        return Meaning("other", None, None)
    family = FAMILIES.get(source_id, source_id)
    for scope in (council_id, str(read_councils().rows[council_id]["country"]), ""):
        found = _meanings().get((family, label, scope))
        if found:
            return found
    raise SourceFault(
        f"{source_id}: {label!r} in {council_id} is no label known; add it to {LABELS.name} with the evidence"
    )


@cache
def _meanings() -> dict[tuple[str, str, str], Meaning]:
    return {
        (row["publication"], row["label"], row["scope"]): Meaning(
            row["standing_as"], row["party_id"] or None, row["adjunct"] or None
        )
        for row in label_rows()
    }


def local_parties(known: Iterable[Row]) -> list[Row]:
    """The parties that no list of the Commons Library's parties has, each from the first publication to name it."""
    listed = {row["party_id"] for row in known}
    taken = {row["abbreviation"] for row in known}
    found: dict[str, Row] = {}
    for row in sorted(label_rows(), key=lambda row: row["publication"] == "leap"):
        if row["party_id"] and row["party_id"] not in listed | found.keys():
            found[row["party_id"]] = _party(row, taken)
    return list(found.values())


def _party(row: dict[str, str], taken: set[Value]) -> Row:
    # An abbreviation that a party of the Commons has stays that party's alone.
    short = row["label"] if len(row["label"]) < len(row["party"]) and row["label"] not in taken else None
    return {
        "party_id": row["party_id"],
        "party": row["party"],
        "abbreviation": short,
        "mnis_id": None,
        "line_id": row["party_id"],
        "parliamentary": False,
        "note": row["evidence"] if row["evidence"].startswith(NO_KEY) or "taken together" in row["evidence"] else None,
        "source_id": LISTED_FROM.get(row["publication"], row["publication"]),
    }
