"""From a seat's name as someone types it, and perhaps an election, to one contest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from hustings.errors import AmbiguousName, NoSuchElection, UnknownName
from hustings.record.names import holds_words, nearest, plain
from hustings.record.select import election_ids

if TYPE_CHECKING:
    from hustings.record.open import Record

Found = dict[str, Any]

CONTESTS = """
    select contest_id, election_id, polling_on, contest.kind, basis, boundary_set_id, area_id, area, boundary_set.end_on
    from contest join area using (boundary_set_id, area_id)
    join boundary_set using (boundary_set_id)
    where contest.kind in ('general', 'by-election')
    order by polling_on, contest_id
"""


def find_contest(record: Record, seat: str, election: str | None = None) -> Found:
    """The contest in a seat at an election, or the latest declared one.

    `seat` is a name, a part of one that only one seat has, or a GSS code; `election` a year, a
    date, an election id, or a contest id. Raises UnknownName with the nearest names, AmbiguousName
    with the seats it may mean, NoSuchElection with the elections there were.
    """
    contests = record.query(CONTESTS)
    named = _named(contests, seat)
    if not named:
        names = nearest(seat, sorted({row["area"] for row in contests}))
        raise UnknownName(f"no seat called {seat!r}; {_did_you_mean(names)}", names)
    if election is None:
        return _latest(named, seat)
    return _at(record, named, seat, election)


def _named(contests: list[Found], seat: str) -> list[Found]:
    """The contests of every area of that name, or else of every area whose name holds those words."""
    wanted = plain(seat)
    exact = [row for row in contests if wanted == plain(row["area"]) or seat.upper() == row["area_id"]]
    if exact or not wanted:
        return exact
    # Compass points stand before the place in Scotland and after it elsewhere.
    turned = [row for row in contests if sorted(wanted.split()) == sorted(plain(row["area"]).split())]
    return turned or [row for row in contests if holds_words(row["area"], seat)]


def _latest(named: list[Found], seat: str) -> Found:
    declared = [row for row in named if row["basis"] == "declared"]
    current = [row for row in declared if row["end_on"] is None]
    return _only(current or declared or named, seat)[-1]


def _at(record: Record, named: list[Found], seat: str, election: str) -> Found:
    exact = [row for row in named if row["contest_id"] == election]
    if exact:
        return exact[0]
    ids = election_ids(record, election, "declared", everything=True)
    found = [row for row in named if row["election_id"] in ids]
    if not found:
        fought = sorted({str(row["polling_on"]) for row in named if row["basis"] == "declared"})
        later = _list(_successors(record, named), "and")
        where = f" (its addresses are now in {later})" if later else ""
        raise NoSuchElection(f"{_names(named)} was not fought in {election}{where}; it was on {_list(fought)}")
    general = [row for row in found if row["kind"] == "general"]
    return _only(general or found, seat)[-1]


def _successors(record: Record, named: list[Found]) -> list[str]:
    """The seats that took most of the addresses of a seat that is no more, largest part first."""
    successors = """
        select area.area from overlap
        join area on area.boundary_set_id = new_boundary_set_id and area.area_id = new_area_id
        where old_boundary_set_id = ? and old_area_id = ? and addresses_of_old >= 0.1
        order by addresses_of_old desc
    """
    last = named[-1]
    return [row["area"] for row in record.query(successors, [last["boundary_set_id"], last["area_id"]])]


def _only(contests: list[Found], seat: str) -> list[Found]:
    """The contests, if they are of one seat; AmbiguousName otherwise."""
    names = tuple(sorted({row["area"] for row in contests}))
    if len({plain(name) for name in names}) > 1:
        raise AmbiguousName(f"{seat!r} may be {_list(names, 'or')}; name one in full", names)
    return contests


def _did_you_mean(names: tuple[str, ...]) -> str:
    return f"did you mean {_list(names, 'or')}?" if names else "try `hustings find` with a part of its name"


def _names(contests: list[Found]) -> str:
    return _list(sorted({row["area"] for row in contests}))


def _list(names: Iterable[str], last: str = "and") -> str:
    if not (listed := list(names)):
        return ""
    *most, end = listed
    return f"{', '.join(most)} {last} {end}" if most else end
