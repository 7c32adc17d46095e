"""A published Parquet file whose columns must be the ones we know, in name, order and kind."""

from collections.abc import Mapping
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from hustings.record.readers.cells import MEND, Place
from hustings.record.readers.csv_file import check_header

KINDS = {
    "text": (pa.types.is_string, pa.types.is_large_string),
    "whole": (pa.types.is_integer,),
    "real": (pa.types.is_floating,),
}


def read_parquet(path: Path, columns: Mapping[str, str]) -> pa.Table:
    """The whole of a Parquet file; a fault in it names the row as its line, the header being line 0.

    `columns` maps each column, in order, to the kind of its values: text, whole or real. Raises SourceFault
    where the file is cut off or is no Parquet, and where its columns are not exactly those.
    """
    try:
        table = pq.read_table(path)
    except pa.ArrowException as error:
        raise Place(path.name, 0).fault(f"not a whole Parquet file ({str(error).splitlines()[0]})", MEND) from None
    check_header(table.column_names, list(columns), Place(path.name, 0))
    for name, kind in columns.items():
        if not any(is_kind(table.schema.field(name).type) for is_kind in KINDS[kind]):
            what = f"holds {table.schema.field(name).type} values where {kind} was published"
            raise Place(path.name, 0, name).fault(what, MEND)
    return table
