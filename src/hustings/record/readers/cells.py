"""From the text in one cell to a value, or a fault that names the file, the line and the column."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from hustings.errors import SourceFault

Value = str | int | float | bool | date | datetime | None
Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a published file something stands."""

    file: str
    line: int
    column: str = ""

    def fault(self, what: str, mend: str) -> SourceFault:
        """A refusal in one sentence: where, what is wrong, how to mend it."""
        where = f"{self.file}, line {self.line}"
        if self.column:
            where += f", column {self.column}"
        return SourceFault(f"{where}: {what}; {mend}")


MEND = "take the file afresh from its publisher"


def _flag(cell: str) -> bool:
    return {"t": True, "f": False, "Yes": True, "No": False, "True": True, "False": False}[cell]


def _clock(layout: str) -> Callable[[str], datetime]:
    return lambda cell: datetime.strptime(cell, layout)


def _day(layout: str) -> Callable[[str], date]:
    return lambda cell: datetime.strptime(cell, layout).date()


PARSERS: dict[str, Callable[[str], Value]] = {
    "text": str,
    "whole": int,
    "real": float,
    "flag": _flag,
    "date": date.fromisoformat,
    "moment": datetime.fromisoformat,
    "date d/m/Y": _day("%d/%m/%Y"),
    "moment m/d/y": _clock("%m/%d/%y %H:%M"),
}


def parse(cell: str | None, kind: str, place: Place) -> Value:
    """The value of a cell; blank and null are None; a cell of the wrong kind is a SourceFault."""
    if cell is None or cell == "":
        return None
    try:
        return PARSERS[kind](cell)
    except (ValueError, KeyError):
        raise place.fault(f"{cell!r} is not a {kind.split(maxsplit=1)[0]} value", MEND) from None
