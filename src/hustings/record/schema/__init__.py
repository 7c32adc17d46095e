"""Every table of the record, each column declared once; docs, build, audit and exports read this."""

from hustings.record.schema import (
    census,
    constituencies,
    divisions,
    elections,
    links,
    local,
    names,
    people,
    places,
    polls,
    provenance,
)
from hustings.record.schema.column import Column, Kind, Table

SUBJECTS = (elections, places, local, people, links, divisions, census, constituencies, polls, provenance, names)
TABLES: dict[str, Table] = {table.name: table for subject in SUBJECTS for table in subject.TABLES}

__all__ = ["TABLES", "Column", "Kind", "Table"]
