"""Rebels: members whose vote in a division was not the one most of their party cast."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

# A teller counts one side's voters and is of that side, though no vote of his own is counted.
SIDE = {"aye": "aye", "no": "no", "teller aye": "aye", "teller no": "no"}
RULE = (
    "A rebel voted, or told, against the side that more of the party's voters took, tellers not counted; where the "
    "sides tie, or for members of no party, there is none. The record does not hold what the whips asked."
)
APART_RULE = (
    "Broke ranks: voted, or told, where more than half of the party's members in the House have no vote recorded."
)


def party_sides(votes: Iterable[Mapping[str, Any]]) -> dict[str, str | None]:
    """The side that more of each party's voters took, from rows with `party_id` and `vote`; None where they tie."""
    taken: dict[str, Counter[str]] = {}
    for row in votes:
        if row["party_id"]:
            sides = taken.setdefault(row["party_id"], Counter())
            if row["vote"] in ("aye", "no"):
                sides[row["vote"]] += 1
    return {
        party: None if sides["aye"] == sides["no"] else max(("aye", "no"), key=sides.__getitem__)
        for party, sides in taken.items()
    }


def parties_apart(votes: Iterable[Mapping[str, Any]]) -> set[str]:
    """The parties of which more than half the members have no vote recorded, from rows as `party_sides` takes."""
    voted: dict[str, list[bool]] = {}
    for row in votes:
        if row["party_id"]:
            voted.setdefault(row["party_id"], []).append(row["vote"] in SIDE)
    return {party for party, did in voted.items() if 2 * sum(did) < len(did)}


def stance(row: Mapping[str, Any], sides: Mapping[str, str | None], apart: set[str]) -> str:
    """A member's vote against the party's: `rebel`, `broke ranks`, `with party`, or blank where nothing is said."""
    side, party = SIDE.get(row["vote"]), row["party_id"]
    if side is None or not party:
        return ""
    if sides.get(party) not in (None, side):
        return "rebel"
    return "broke ranks" if party in apart else "with party"
