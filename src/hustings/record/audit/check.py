"""The vocabulary of an audit: a check, the faults it finds, and which of them are filed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hustings.record.open import Record


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is not as it must be: where, what was published, what it ought to be."""

    table: str
    key: str
    field: str
    published: str | None
    right: str | None

    @property
    def correction_id(self) -> str:
        """The correction that would file it."""
        return f"{self.table}|{self.key}|{self.field}"

    def __str__(self) -> str:
        return f"{self.table} {self.key}, {self.field}: {self.published} where {self.right} is expected"


@dataclass(frozen=True, slots=True)
class Finding:
    """How many rows a check looked at, and the faults it found."""

    rows: int
    faults: list[Fault]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule of the record: its name, the rule in words, and the function that looks."""

    name: str
    rule: str
    look: Callable[[Record], Finding]


@dataclass(frozen=True, slots=True)
class Checked:
    """A check carried out: rows looked at, faults that are filed, faults that are not."""

    name: str
    rule: str
    rows: int
    filed: list[Fault]
    unfiled: list[Fault]


def audit_record(record: Record, checks: Iterable[Check]) -> list[Checked]:
    """Carry out the checks; a fault is filed where the record holds a correction for it."""
    known = {row["correction_id"] for row in record.query("select correction_id from correction")}
    checked = []
    for check in checks:
        finding = check.look(record)
        filed = [fault for fault in finding.faults if fault.correction_id in known]
        unfiled = [fault for fault in finding.faults if fault.correction_id not in known]
        checked.append(Checked(check.name, check.rule, finding.rows, filed, unfiled))
    return checked


def sql_check(name: str, rule: str, scope: str, fault: str) -> Check:
    """A check in SQL: `scope` selects the rows looked at, with columns table, key, field, published
    and right; `fault` is the condition on its columns by which a row is at fault.
    """

    def look(record: Record) -> Finding:
        rows = record.query(f"select count(*) as n from ({scope})")[0]["n"]
        faulty = record.query(f"select * from ({scope}) where {fault} order by key, field")
        return Finding(rows, as_faults(faulty))

    return Check(name, rule, look)


def as_faults(rows: list[dict[str, Any]]) -> list[Fault]:
    """Rows with the columns table, key, field, published and right, as faults."""
    names = ("published", "right")
    return [
        Fault(row["table"], row["key"], row["field"], *(None if row[n] is None else str(row[n]) for n in names))
        for row in rows
    ]
