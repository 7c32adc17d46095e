"""From a seat's name as someone types it, and perhaps an election, to one contest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from hustings.errors import AmbiguousName, NoSuchElection, UnknownName
from hustings.record.names import holds_words, nearest, plain
from hustings.record.schema.elections import POLLED
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
    date, an election id, or a contest id. A seat of the present boundaries, or of those before, is
    meant before one of older boundaries. Raises UnknownName with the nearest names, AmbiguousName
    with the seats it may mean, NoSuchElection with the elections there were.
    """
    contests = record.query(CONTESTS)
    if election is not None:
        fought = [row for row in contests if election in (row["contest_id"], row["election_id"])] or contests
        named = _named(_of_year(fought, election), seat) or _recent_first(contests, seat)
    else:
        named = _recent_first(contests, seat)
    if not named:
        recent = nearest(seat, sorted({row["area"] for row in _recent(contests)}))
        names = recent or nearest(seat, sorted({row["area"] for row in contests}))
        raise UnknownName(f"no seat called {seat!r}; {_did_you_mean(names)}", names)
    return _latest(named, seat) if election is None else _at(record, named, seat, election)


def _of_year(contests: list[Found], election: str) -> list[Found]:
    """The contests of a year or day, where an election is named so; those polled before those estimated."""
    then = [row for row in contests if str(row["polling_on"]).startswith(election[:10])]
    return [row for row in then if row["basis"] in POLLED] or then or contests


def _recent_first(contests: list[Found], seat: str) -> list[Found]:
    """The contests a name means among the boundaries of now and of before, else among all."""
    return _named(_recent(contests), seat) or _named(contests, seat)


def _recent(contests: list[Found]) -> list[Found]:
    """The contests on the boundaries of now and on those that ended last."""
    ended = max((row["end_on"] for row in contests if row["end_on"]), default=None)
    return [row for row in contests if row["end_on"] in (None, ended)]


def _named(contests: list[Found], seat: str) -> list[Found]:
    """The contests of every area of that name, or else of every area whose name holds those words."""
    wanted = plain(seat)
    exact = [row for row in contests if wanted == plain(row["area"]) or seat.upper() == row["area_id"].upper()]
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
    # What a user added before it was declared answers to its day as what was declared does.
    provisional = [
        row for row in named if row["basis"] == "provisional" and str(row["polling_on"]).startswith(election)
    ]
    try:
        ids = election_ids(record, election, "declared", everything=True)
    except NoSuchElection:
        if not provisional:
            raise
        ids = []
    found = [row for row in named if row["election_id"] in ids] or provisional
    if not found:
        fought = sorted({str(row["polling_on"]) for row in named if row["basis"] == "declared"})
        fought = fought or ["no day that the record holds a declared result of"]
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
