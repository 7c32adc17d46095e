"""Every table of the record, each column declared once; docs, build, audit and exports read this."""

from hustings.record.schema import elections, people, places, provenance
from hustings.record.schema.column import Column, Kind, Table

TABLES: dict[str, Table] = {
    table.name: table for table in (*elections.TABLES, *places.TABLES, *people.TABLES, *provenance.TABLES)
}

__all__ = ["TABLES", "Column", "Kind", "Table"]
