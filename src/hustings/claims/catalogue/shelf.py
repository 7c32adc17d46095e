"""A sorted Parquet file read by its first column: the rows of one key at a time, and what was read is kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from hustings.errors import UnusableInput

if TYPE_CHECKING:
    import numpy as np
    import pyarrow as pa

Row = tuple[Any, ...]


class Texts(NamedTuple):
    """A column of texts: each text once, and which of them each row has."""

    distinct: list[str]
    codes: np.ndarray[Any, np.dtype[np.int32]]

    def part(self, start: int, end: int) -> list[str]:
        """The texts of some rows."""
        return [self.distinct[code] for code in self.codes[start:end].tolist()]


class Others(NamedTuple):
    """A column that is not of texts."""

    column: pa.ChunkedArray

    def part(self, start: int, end: int) -> list[Any]:
        """The values of some rows."""
        found: list[Any] = self.column.slice(start, end - start).to_pylist()
        return found


class Group(NamedTuple):
    """Some rows of a file, column by column, and where the rows of each key begin and end."""

    columns: list[Texts | Others]
    places: dict[str, tuple[int, int]]


class Shelf:
    """A file of rows in the order of their first column, a text; a group of rows is read when it is first asked of.

    Raises UnusableInput where the file is not there or cannot be read.
    """

    def __init__(self, place: Path) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        self._place = place
        try:
            schema = pq.read_schema(place)
            texts = [field.name for field in schema if pa.types.is_string(field.type)]
            self._file = pq.ParquetFile(place, read_dictionary=texts)
        except (OSError, pa.ArrowInvalid) as error:
            raise UnusableInput(
                f"{place.parent} has no {place.name} that can be read ({str(error).splitlines()[0]}); build the record "
                "afresh with `hustings record build`"
            ) from None
        ends = [self._file.metadata.row_group(number).column(0).statistics for number in range(self.groups)]
        self._ends = [(one.min, one.max) for one in ends]
        self._read: dict[int, Group] = {}

    @property
    def groups(self) -> int:
        """How many groups of rows the file has."""
        return int(self._file.metadata.num_row_groups)

    def rows(self, key: str) -> tuple[Row, ...]:
        """The rows of a key, in the order of the file; none where it has none."""
        found: list[Row] = []
        for number, (first, last) in enumerate(self._ends):
            if first <= key <= last:
                group = self._group(number)
                start, end = group.places.get(key, (0, 0))
                found += zip(*(column.part(start, end) for column in group.columns), strict=True)
        return tuple(found)

    def everything(self) -> Iterator[Row]:
        """Every row, in order; nothing of it is kept."""
        import pyarrow.parquet as pq

        columns = pq.ParquetFile(self._place).read(use_threads=False).columns
        return zip(*(column.to_pylist() for column in columns), strict=True)

    def _group(self, number: int) -> Group:
        if number not in self._read:
            self._read[number] = _grouped(self._file.read_row_group(number, use_threads=False))
        return self._read[number]


def _texts(column: pa.ChunkedArray) -> Texts:
    whole = column.combine_chunks()
    return Texts(whole.dictionary.to_pylist(), whole.indices.to_numpy())


def _grouped(table: pa.Table) -> Group:
    import numpy as np
    import pyarrow as pa

    keys = _texts(table.column(0))
    others = table.columns[1:]
    columns = [keys, *(_texts(one) if pa.types.is_dictionary(one.type) else Others(one) for one in others)]
    starts = [0, *(np.flatnonzero(keys.codes[1:] != keys.codes[:-1]) + 1).tolist()]
    names = [keys.distinct[code] for code in keys.codes[starts].tolist()]
    return Group(columns, dict(zip(names, zip(starts, [*starts[1:], len(keys.codes)], strict=True), strict=True)))
