"""What a search found: seats, councils, parties, wards and people, each with the words to ask for it by."""

from __future__ import annotations

from hustings.publish.reports.added import added_note
from hustings.publish.sheet import Sheet, Shown
from hustings.record.find import find
from hustings.record.open import Record

COLUMNS = (Shown("kind", "What"), Shown("name", "Name"), Shown("about", "About"))
ASK = (
    "Ask with `hustings seat NAME`, `hustings council NAME`, `hustings party NAME` or `hustings person NAME`; "
    "a ward is in its council's report."
)
ALONE = (Shown("key", "key"), Shown("score", "score"))


def found_sheet(record: Record, text: str, limit: int = 20) -> Sheet:
    """Everything in the record whose name answers to a text, best first; no rows where nothing does."""
    found = find(record, text)
    rows = [one._asdict() for one in found[:limit]]
    shown = f"{len(rows)} of " if len(rows) < len(found) else ""
    title = f"{shown}{len(found)} found for {text!r}" if found else f"Nothing found for {text!r}"
    notes = added_note(record) if rows else ()
    asked = (ASK,) if rows else ()
    return Sheet(title, COLUMNS, rows, (*asked, *notes), wide=ALONE)
