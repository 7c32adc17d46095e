"""What the record says of itself: its audit and its sources."""

from __future__ import annotations

from hustings.publish import words
from hustings.publish.sheet import Sheet, Shown
from hustings.record.audit import Checked
from hustings.record.open import Record

AUDIT = (
    Shown("name", "Check"),
    Shown("rows", "Rows", "count"),
    Shown("filed", "Filed", "count"),
    Shown("unfiled", "Unfiled", "count"),
    Shown("rule", "Rule"),
)
SOURCES = (
    Shown("title", "Source"),
    Shown("publisher", "Publisher"),
    Shown("as_of", "To", "day"),
    Shown("licence", "Licence"),
)
SOURCES_ALONE = (
    Shown("source_id", "source_id"),
    Shown("file", "file"),
    Shown("address", "address"),
    Shown("retrieved_on", "retrieved_on", "day"),
    Shown("sha256", "sha256"),
    Shown("size", "size", "count"),
    Shown("note", "note"),
)


RECONCILED = "select count(*) as figures, count(*) filter (not agrees) as differ from reconciliation"


def audit_sheet(record: Record, checked: list[Checked]) -> Sheet:
    """Every check with the rows it looked at and the faults it found, filed and not."""
    rows = [
        {
            "name": check.name,
            "rule": check.rule,
            "rows": check.rows,
            "filed": len(check.filed),
            "unfiled": len(check.unfiled),
        }
        for check in checked
    ]
    unfiled = [f"Not filed: {fault}." for check in checked for fault in check.unfiled]
    tally = record.query("select status, count(*) as filed from correction group by all order by all")
    statuses = ", ".join(f"{row['filed']} {row['status']}" for row in tally)
    stated = record.query(RECONCILED)[0]
    explained = sum(row["rows"] for row in record.query("select rows from explained_difference"))
    reconciled = (
        f"Figures that two publications state: {words.count(stated['figures'])}, of which "
        f"{words.count(stated['differ'])} differ: {words.count(explained)} for a reason filed for a whole election, "
        "the rest filed one by one."
    )
    notes = (
        reconciled,
        f"Corrections filed: {statuses}. A fault that is filed is mended, disputed or explained.",
        *unfiled,
    )
    return Sheet("Audit of the record", AUDIT, rows, notes)


def sources_sheet(record: Record) -> Sheet:
    """The published files the record was compiled from."""
    rows = record.query("select * from source order by publisher, title")
    notes = tuple(f"SHA-256 of {row['file']}: {row['sha256']}" for row in rows)
    return Sheet(f"Sources of the record, to {words.day(record.as_of)}", SOURCES, rows, notes, wide=SOURCES_ALONE)
