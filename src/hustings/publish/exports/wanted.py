"""What is to be exported: the results that a person names, held with those their changes are measured from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any

import ibis.expr.types as ir

from hustings.errors import UnusableInput
from hustings.record.open import Record

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Wanted:
    """The results wanted, as `record.results` takes them; everything where nothing is named."""

    election: str | None = None
    area: str | None = None
    council: str | None = None
    kind: str | None = None
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class Held:
    """The results chosen, whole contests of them, and the baselines they are compared with.

    `seen` is told how many rows of results have been read, and of how many.
    """

    record: Record
    wanted: Wanted
    contests: list[str]
    now: ir.Table
    before: ir.Table
    rows: int
    seen: Callable[[int, int], None]

    @property
    def pairs(self) -> ir.Table:
        """Which contest is compared with which."""
        return self.record.baselines()


BASELINES = """
    select distinct baseline_contest_id as contest_id from baseline
    where standard and contest_id in (select unnest(?)) order by 1
"""


def _ignore(done: int, total: int) -> None:
    pass


@contextmanager
def held(record: Record, wanted: Wanted, seen: Callable[[int, int], None] = _ignore) -> Iterator[Held]:
    """Hold the results wanted while the block lasts; UnusableInput or its kinds where there are none."""
    asked = asdict(wanted)
    chosen = record.results(asked.pop("election"), **asked)
    contests = [row["contest_id"] for row in record.rows(chosen.select("contest_id").distinct().order_by("contest_id"))]
    if not contests:
        named = ", ".join(f"{key} {value!r}" for key, value in asdict(wanted).items() if value is not None)
        raise UnusableInput(f"the record has no results of {named} together; leave one of them out")
    earlier = [row["contest_id"] for row in record.query(BASELINES, [contests])]
    with record.results_of(contests) as now, record.results_of(earlier) as before:
        rows = record.rows(now.aggregate(rows=now.count()))[0]["rows"]
        yield Held(record, wanted, contests, now, before, rows, seen)
