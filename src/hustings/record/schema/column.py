"""The vocabulary in which tables are declared: `Column`, `Table`, and what a column may hold."""

from dataclasses import dataclass
from typing import Literal, TypedDict, Unpack

Kind = Literal["text", "whole", "real", "flag", "date", "moment"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column: what it is called, what it holds, and what must be true of it.

    `unit` is the unit of a number. `optional` columns are null where unknown, never 0 or
    blank. `values` closes the set of what a text may be. `least` is the smallest number
    allowed. `refers` names the table whose key this column holds.
    """

    name: str
    kind: Kind
    description: str
    unit: str = ""
    optional: bool = False
    values: tuple[str, ...] = ()
    least: float | None = None
    refers: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the record: a sentence about a row, its columns and its key.

    `refers` are keys of several columns that must be found in another table, as
    (columns here, table there, columns there).
    """

    name: str
    row: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    refers: tuple[tuple[tuple[str, ...], str, tuple[str, ...]], ...] = ()

    def column(self, name: str) -> Column:
        """The column of that name; KeyError where there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise KeyError(f"{self.name} has no column {name}")

    @property
    def names(self) -> tuple[str, ...]:
        """The column names in their published order."""
        return tuple(column.name for column in self.columns)


class Rules(TypedDict, total=False):
    """The optional rules of a column, as `Column` takes them."""

    unit: str
    optional: bool
    values: tuple[str, ...]
    least: float | None
    refers: str


def text(name: str, description: str, **rules: Unpack[Rules]) -> Column:
    """A column of text."""
    return Column(name, "text", description, **rules)


def whole(name: str, description: str, **rules: Unpack[Rules]) -> Column:
    """A column of whole numbers, none below 0 unless said."""
    return Column(name, "whole", description, **{"least": 0, **rules})  # type: ignore[arg-type]


def real(name: str, description: str, **rules: Unpack[Rules]) -> Column:
    """A column of decimal numbers."""
    return Column(name, "real", description, **rules)


def flag(name: str, description: str, **rules: Unpack[Rules]) -> Column:
    """A column that is true or false."""
    return Column(name, "flag", description, **rules)


def date(name: str, description: str, **rules: Unpack[Rules]) -> Column:
    """A column of dates."""
    return Column(name, "date", description, **rules)


def moment(name: str, description: str, **rules: Unpack[Rules]) -> Column:
    """A column of times by the clock in the United Kingdom."""
    return Column(name, "moment", description, **{"unit": "UK clock time", **rules})  # type: ignore[arg-type]


SOURCE = text("source_id", "The published file this row was read from.", refers="source")
AREA_KEY = ("boundary_set_id", "area_id")
