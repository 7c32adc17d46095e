"""What a user added to the record."""

from __future__ import annotations

from datetime import datetime

from hustings.publish import words
from hustings.publish.sheet import Sheet, Shown
from hustings.record.open import Record
from hustings.record.overlay.folder import PUBLISHER, Overlay

COLUMNS = (
    Shown("name", "Name"),
    Shown("kind", "What"),
    Shown("file", "File"),
    Shown("about", "About"),
    Shown("added_at", "Added", "moment"),
)
ALONE = (Shown("sha256", "sha256"),)


def added_sheet(overlay: Overlay) -> Sheet:
    """Every addition that is whole, with a note for each that is not."""
    rows = [
        {
            "name": slip.name,
            "kind": slip.kind,
            "file": slip.file,
            "about": slip.about,
            "added_at": datetime.fromisoformat(slip.added_at),
            "sha256": slip.sha256,
        }
        for slip in overlay.additions
    ]
    broken = tuple(f"Not whole: {sentence}." for sentence in overlay.broken)
    notes = (*broken, f"Kept in {overlay.folder}; the record in the package holds none of it.")
    return Sheet(f"{words.plural(len(rows), 'addition')} of yours", COLUMNS, rows, notes, wide=ALONE)


ADDED = """
    select distinct title from contest join source using (source_id)
    where publisher = ? and (? is null or list_contains(?, election_id)) order by title
"""


def added_note(record: Record, elections: list[str] | None = None) -> tuple[str, ...]:
    """A sentence where some contest of these elections, or of any, is a user's own and not the record's."""
    titles = [row["title"] for row in record.query(ADDED, [PUBLISHER, elections, elections])]
    return (f"Added by you, not officially published: {'; '.join(titles)}.",) if titles else ()
