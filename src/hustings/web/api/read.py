"""Reading the rows that a query asks for, and where the next part of them begins."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple

import pyarrow as pa

from hustings.publish.exports.database import quoted
from hustings.record.engine import Setting, connect
from hustings.web.api.problem import Problem, near_names
from hustings.web.api.query import Query

# Parts of so many rows are read whole; larger ones flow, so that no answer needs room for all of itself.
AT_ONCE = 2_000
BATCH = 5_000
LOCKED: dict[str, Setting] = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "memory_limit": "2GB",
    "lock_configuration": "true",
}


class Part(NamedTuple):
    """Rows of a resource with the query's fields, and the cursor of what follows; None where nothing does."""

    batches: Iterable[pa.RecordBatch]
    next: str | None


class Store:
    """The database file, open for reading alone; threads may read at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.connection = connect(path, read_only=True, config=LOCKED)

    def part(self, query: Query) -> Part:
        """The rows asked for. Raises Problem where none are and a name in the query is nobody's."""
        if query.limit is not None and query.limit <= AT_ONCE:
            return self._whole(query, query.limit)
        return self._flowing(query)

    def rows(self, sql: str, values: Iterable[Any] = ()) -> list[tuple[Any, ...]]:
        """The rows of any query."""
        return self.connection.cursor().execute(sql, list(values)).fetchall()

    def _whole(self, query: Query, limit: int) -> Part:
        sql, values = query.sql(limit + 1)
        found = self.connection.cursor().sql(sql, params=values).to_arrow_table()
        if found.num_rows == 0 and query.after is None:
            self._check_names(query)
        width, more = len(query.fields), found.num_rows > limit
        edge = [column[limit - 1].as_py() for column in found.columns[width:]] if more else None
        shown = found.slice(0, limit).select(range(width)).combine_chunks()
        return Part(shown.to_batches(), None if edge is None else query.cursor(edge))

    def _flowing(self, query: Query) -> Part:
        width, follows = len(query.fields), None
        if query.named and query.after is None and not self.rows(*query.sql(1)):
            self._check_names(query)
        if query.limit is not None:
            edge = self.rows(*query.sql(2, query.limit - 1))
            follows = query.cursor(edge[0][width:]) if len(edge) > 1 else None
        sql, values = query.sql(query.limit)
        reader = self.connection.cursor().sql(sql, params=values).to_arrow_reader(BATCH)
        return Part((batch.select(range(width)) for batch in reader), follows)

    def _check_names(self, query: Query) -> None:
        """Raise Problem for the first text asked for that no row has: it is a slip, and the nearest are named."""
        for name, wanted in query.named.items():
            held = f"select 1 from {query.table} where {quoted(name)} = wanted.one"
            slips = f"select one from (select unnest(?) as one) as wanted where not exists ({held}) limit 1"
            for (one,) in self.rows(slips, [wanted]):
                names = [row[0] for row in self.rows(LIKE.format(name=quoted(name), table=query.table), [one[:80]])]
                mend = near_names(one, names, f"{name}{HAS_WORDS}")
                raise Problem(404, f"no row of {query.resource.name} has the {name} {one[:80]!r}", name, mend)
        if query.single:
            raise Problem(
                404, f"no row of {query.resource.name} has these parts of a key together", "key", "see its rows"
            )


# The engine leaves some hundreds of a quarter of a million names, which are then weighed one by one.
LIKE = """
    select distinct {name} from {table} where {name} is not null
    order by jaro_winkler_similarity(lower({name}), lower(?)) desc, {name} limit 500
"""
HAS_WORDS = ".has finds a part of a name"
