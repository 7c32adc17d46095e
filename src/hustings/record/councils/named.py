"""Which council a publisher means by a name or a GSS code, on a day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from functools import cache
from pathlib import Path

from hustings.errors import AmbiguousName, UnknownName
from hustings.record.names import holds_words, nearest, plain
from hustings.record.readers.cells import Row, Value
from hustings.record.readers.csv_file import read_csv

FOLDER = Path(__file__).parent
COLUMNS = dict.fromkeys(("council_id", "slug", "council", "gss", "council_type", "region", "country"), "text") | {
    "start_on": "date",
    "end_on": "date",
    "authority": "text",
}
NAMES = {"council_id": "text", "name": "text"}
CODES = {"gss": "text", "council_id": "text"}
# What people put before or after a council's name.
TITLES = ("london borough of ", "royal borough of ", "city of ", "borough of ")
ENDINGS = (" council", " london borough", " metropolitan borough", " borough", " city", " county", " district")


class Councils:
    """Every council of the record, found by what a publisher or a reader calls it.

    Two councils bear one name where a county gave way to a unitary council of the same name
    (Buckinghamshire 2020, Dorset 2019): the day says which.
    """

    def __init__(self, rows: Iterable[Row], names: Iterable[Row] = (), codes: Iterable[Row] = ()) -> None:
        self.rows = {str(row["council_id"]): row for row in rows}
        self.codes = {str(row["gss"]): str(row["council_id"]) for row in codes}
        self._called: dict[str, set[str]] = defaultdict(set)
        for key, row in self.rows.items():
            for name in (row["council"], row["slug"], key):
                self._called[plain(str(name))].add(key)
        for row in names:
            self._called[plain(str(row["name"]))].add(str(row["council_id"]))

    def identify(self, name: str, code: str | None = None, on: date | None = None) -> str:
        """The council_id of a code if it is known, else of a name; UnknownName with suggestions."""
        return self.codes.get(code or "") or self.by_name(name, on)

    def by_name(self, name: str, on: date | None = None) -> str:
        """The council_id of a name as published, on a day or (None) today; UnknownName with suggestions."""
        for words in _readings(plain(name)):
            found = self._called.get(words, set())
            alive = [key for key in found if _alive(self.rows[key], on)] or list(found)
            if alive:
                return min(alive, key=lambda key: str(self.rows[key]["start_on"] or ""))
        raise self._unknown(name)

    def find(self, asked: str) -> str:
        """The council_id that a person means: a code, an id, a name, or a part of a name that only one has."""
        if asked in self.codes:
            return self.codes[asked]
        try:
            return self.by_name(asked)
        except UnknownName:
            holding = [row for row in self.rows.values() if plain(asked) and holds_words(str(row["council"]), asked)]
            current = [row for row in holding if _alive(row, None)] or holding
            if len(current) == 1:
                return str(current[0]["council_id"])
            if current:
                some = tuple(sorted(str(row["council"]) for row in current))[:4]
                raise AmbiguousName(f"{asked!r} may be {' or '.join(some)}; name one in full", some) from None
            raise

    def slug(self, council_id: str) -> str:
        """The council as Democracy Club's ids write it: two councils of one name share one."""
        return str(self.rows[council_id]["slug"])

    def name(self, council_id: str) -> str:
        """The council as a reader says it."""
        return str(self.rows[council_id]["council"])

    def _unknown(self, name: str) -> UnknownName:
        near = nearest(name, [str(row["council"]) for row in self.rows.values()])
        mend = f"did you mean {' or '.join(near)}?" if near else "give a council's name or its GSS code"
        return UnknownName(f"no council called {name!r} in the record; {mend}", near)


def _readings(words: str) -> list[str]:
    """The name itself, then without a council's title before it or its kind after it."""
    bare = words
    for ending in ENDINGS:
        bare = bare.removesuffix(ending)
    for title in TITLES:
        bare = bare.removeprefix(title)
    return [words, bare]


def _alive(row: Row, on: date | None) -> bool:
    """Whether a council had not been abolished by a day; new ones are polled before their first day."""
    end = row["end_on"]
    return not isinstance(end, date) or (on is not None and on <= end)


@cache
def read_councils() -> Councils:
    """The list that this package keeps, read from the three files beside this module."""
    return Councils(council_rows(), council_names(), council_codes())


def council_rows() -> list[Row]:
    """Every council, with the Order that made or abolished it since 2014."""
    return list(read_csv(FOLDER / "councils.csv", COLUMNS))


def council_names() -> list[Row]:
    """The other names that publishers and readers use."""
    return _distinct(read_csv(FOLDER / "names.csv", NAMES))


def council_codes() -> list[Row]:
    """Every GSS code that a council has or had in the published files."""
    return list(read_csv(FOLDER / "codes.csv", CODES))


def _distinct(rows: Iterable[Row]) -> list[Row]:
    seen: dict[tuple[Value, Value], Row] = {}
    for row in rows:
        seen.setdefault((row["council_id"], row["name"]), row)
    return list(seen.values())
