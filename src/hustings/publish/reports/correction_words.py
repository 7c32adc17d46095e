"""Corrections in sentences: what was published, what stands here, why, and on whose word."""

from datetime import datetime
from typing import Any

from hustings.publish import words

Row = dict[str, Any]


def correction_sentences(corrections: list[Row]) -> list[str]:
    """What was published, what is held right, and on whose word: a sentence a reason."""
    by_reason: dict[tuple[str, str, str], list[Row]] = {}
    for row in corrections:
        by_reason.setdefault((row["status"], row["reason"], row["authority"]), []).append(row)
    return [
        f"{STATUSES[status]}: {'; '.join(map(_correction, rows))}. {reason} (Authority: {authority}.)"
        for (status, reason, authority), rows in by_reason.items()
    ]


STATUSES = {"corrected": "Corrected", "noted": "Noted", "disputed": "Disputed"}


def _correction(row: Row) -> str:
    """One correction in words: of whom, which figure, what was printed, what stands here."""
    # A figure after a name tells namesakes of one contest apart in the record's keys alone.
    subject = row["key"].split("|")[0].partition(":")[2].replace("-", " ").title().rstrip(" 0123456789")
    field = FIELDS.get(row["field"], row["field"].replace("_", " "))
    what = f"{subject}, {field}" if subject else field
    if row["published"] == "(no row)":
        return f"{what} missing, {row['right']} here"
    printed, right = _shown(row["field"], row["published"]), _shown(row["field"], row["right"])
    if _of_two_publications(row):
        return f"{what} {printed} here, {right} in another publication"
    return f"{what} published as {printed}" + (f", {right} here" if right not in ("", printed) else "")


def _of_two_publications(row: Row) -> bool:
    """Whether a note is of two publications that differ, the first of which the record uses: fields by party id."""
    field = str(row["field"])
    by_party = field.startswith("votes of ") and field == field.lower()
    return row["status"] == "noted" and row["table"] == "contest" and (field == "electorate" or by_party)


# Fields whose names in the record are not a reader's words.
FIELDS = {
    "party_id": "party",
    "person_id": "number in a register",
    "candidacy_id": "key in the record",
    "contest_id": "contest",
    "source_id": "source",
    "standing_as": "standing",
    "invalid_votes": "rejected papers",
    "position": "place",
    "declared_at": "time of declaration",
    "polling_on": "day of the poll",
}


def _shown(field: str, value: str | None) -> str:
    """A published value as a reader writes it: shares in percent, changes in points."""
    if value in (None, "(blank)"):
        return "blank" if value else ""
    if field == "share":
        return words.percent(float(str(value)), 2)
    if field == "change":
        return f"{words.points(float(str(value)))} points"
    if field == "declared_at" and len(str(value)) > len("2024-07-05"):
        return words.moment(datetime.fromisoformat(str(value)))
    return str(value)
