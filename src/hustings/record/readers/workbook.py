"""A sheet of a published .xlsx workbook, with a header that must be the one we know, column by column."""

from collections.abc import Sequence
from pathlib import Path

from hustings.record.readers.cells import MEND, Place, Row, Value
from hustings.record.readers.csv_file import check_header

# What a publisher writes in a cell that holds nothing.
NOTHING = {"", "NA"}
WHOLE = frozenset({"seats", "votes", "electorate", "ballots", "invalid", "total_votes", "leading_votes", "candidates"})
REAL = frozenset({"turnout", "valid_turnout"})
FLAGS = frozenset({"elected", "leading"})


class Workbook:
    """An open workbook whose sheets are read by name."""

    def __init__(self, path: Path) -> None:
        import python_calamine  # only the build reads .xlsx

        self.name = path.name
        try:
            self.book = python_calamine.CalamineWorkbook.from_path(path)
        except (python_calamine.CalamineError, python_calamine.ZipError) as error:
            raise Place(path.name, 1).fault(f"not an .xlsx workbook ({error})", MEND) from None

    def rows(self, sheet: str, above: int, columns: Sequence[Sequence[str]], *, more: bool = False) -> list[Row]:
        """The rows under a header of (what is printed, what we call it); a column called nothing is left.

        `above` rows stand over the header; `more` allows further columns after the known ones.
        Raises SourceFault naming file, sheet, row and column.
        """
        if sheet not in self.book.sheet_names:
            found = ", ".join(self.book.sheet_names)
            raise Place(self.name, 1).fault(f"there is no sheet {sheet!r} among {found}", MEND)
        lines = self.book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
        file = f"{self.name}, sheet {sheet}"
        if len(lines) <= above + 1:
            raise Place(file, len(lines)).fault("the sheet ends before its first row", MEND)
        printed = [str(cell).strip() for cell in lines[above]]
        known = [name for name, _ in columns]
        check_header(printed[: len(known)] if more else _trimmed(printed), known, Place(file, above + 1))
        body = enumerate(lines[above + 1 :], start=above + 2)
        rows = [_row(cells, columns, Place(file, number)) for number, cells in body]
        # A sheet may end in rows that hold nothing, or a total under columns that are not read.
        return [row for row in rows if any(value is not None for value in row.values())]


def _trimmed(printed: list[str]) -> list[str]:
    """The header without the blank cells at its end."""
    while printed and not printed[-1]:
        printed = printed[:-1]
    return printed


def _row(cells: Sequence[object], columns: Sequence[Sequence[str]], place: Place) -> Row:
    row: Row = {}
    for cell, (printed, word) in zip(cells, columns, strict=False):
        if word:
            try:
                row[word] = _value(cell, word)
            except ValueError as error:
                raise Place(place.file, place.line, printed).fault(f"{cell!r} is not {error}", MEND) from None
    return row


def _value(cell: object, word: str) -> Value:
    """The value of a cell by what the column is; ValueError says what the cell ought to be."""
    if isinstance(cell, str):
        cell = " ".join(cell.split())
        if cell in NOTHING:
            return None
    if word in WHOLE:
        return _whole(cell)
    if word in REAL:
        return _real(cell)
    if word in FLAGS:
        return _flag(cell)
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _whole(cell: object) -> int:
    if not isinstance(cell, float | int) or isinstance(cell, bool) or cell != int(cell) or cell < 0:
        raise ValueError("a count")
    return int(cell)


def _real(cell: object) -> float:
    if not isinstance(cell, float | int) or isinstance(cell, bool):
        raise ValueError("a number")
    return float(cell)


def _flag(cell: object) -> bool:
    # 1 and 0, or true and false, by the year.
    if not isinstance(cell, float | int) or cell not in (0, 1):
        raise ValueError("yes or no")
    return bool(cell)
