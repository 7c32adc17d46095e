"""Choosing results by election, area, party and basis, as a person names them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypedDict

from hustings.errors import AmbiguousName, NoSuchElection, UnknownName, UnusableInput
from hustings.record.councils import Councils
from hustings.record.names import holds_words, nearest, plain
from hustings.record.schema.elections import BASES, KINDS

if TYPE_CHECKING:
    import ibis.expr.types as ir

    from hustings.record.open import Record


class Choice(TypedDict, total=False):
    """What results of an election are wanted, as a person names it; what is left out or None is no restriction."""

    area: str | None
    party: str | None
    basis: str | None
    kind: str | None
    council: str | None


COMMONS = ("general", "by-election")
LOCAL = ("local", "mayor")


def select_results(record: Record, results: ir.Table, election: str | int | None, choice: Choice) -> ir.Table:
    """The rows of `results` that are of the election and answer to every name of the choice."""
    basis, kind = choice.get("basis"), choice.get("kind")
    area, party, council = choice.get("area"), choice.get("party"), choice.get("council")
    _check_value("basis", basis, BASES)
    _check_value("kind", kind, KINDS)
    if election is not None:
        kinds = (kind,) if kind else LOCAL if council else COMMONS
        ids = election_ids(record, str(election), basis or "declared", kinds=kinds)
        results = results.filter(results.election_id.isin(ids))
    if basis is not None:
        results = results.filter(results.basis == basis)
    if kind is not None:
        results = results.filter(results.kind == kind)
    if council is not None:
        results = results.filter(results.council_id == council_id(record, council))
    if area is not None:
        results = results.filter(results.area_id.isin(_area_ids(record, area, council)))
    if party is not None:
        results = results.filter(results.party_id == party_id(record, party))
    return results


def _check_value(name: str, value: str | None, allowed: tuple[str, ...]) -> None:
    if value is not None and value not in allowed:
        raise UnusableInput(f"no {name} called {value!r}; there are {', '.join(allowed)}")


def election_ids(
    record: Record, named: str, basis: str, *, everything: bool = False, kinds: tuple[str, ...] = COMMONS
) -> list[str]:
    """The elections of a year or date on that basis, or the one election of that id.

    A year means its general election where it had one, else its by-elections; with `everything`,
    both; with `kinds`, the elections of those kinds, such as local. Raises NoSuchElection.
    """
    elections = record.query(ELECTIONS, [list(kinds), named])
    exact = [row["election_id"] for row in elections if row["election_id"] == named]
    found = [row for row in elections if row["basis"] == basis and str(row["polling_on"]).startswith(named)]
    if not exact and not (found and re.fullmatch(r"\d{4}(-\d\d-\d\d)?", named)):
        if set(kinds) <= set(LOCAL):
            raise _never_polled(elections, named, kinds)
        years = sorted({str(row["polling_on"])[:4] for row in elections if row["kind"] == "general"})
        raise NoSuchElection(
            f"no {basis} election for {named!r} in the record; "
            f"general elections are of {', '.join(years)}, a by-election is named by its date (2024-02-29)"
        )
    general = [row["election_id"] for row in found if row["kind"] == "general"]
    return exact or (not everything and general) or [row["election_id"] for row in found]


ELECTIONS = """
    select election_id, polling_on, kind, basis from election
    where list_contains(?, kind) or election_id = ? order by polling_on
"""


def _never_polled(elections: list[dict[str, Any]], named: str, kinds: tuple[str, ...]) -> NoSuchElection:
    years = sorted({str(row["polling_on"])[:4] for row in elections})
    words = " or ".join({"local": "local elections", "mayor": "elections of mayors"}[kind] for kind in kinds)
    return NoSuchElection(f"no {words} for {named!r} in the record; it has those of {', '.join(years)}")


def council_id(record: Record, named: str) -> str:
    """The council that a name, a part only one has, an id or a GSS code means.

    Raises UnknownName with the nearest names, AmbiguousName with those that share it.
    """
    return Councils(*(record.query(f"from {table} order by all") for table in COUNCILS)).find(named)


COUNCILS = ("council", "council_name", "council_code")
PARTIES = """
    select party.party_id, party.party, abbreviation, count(candidacy_id) as stood
    from party left join candidacy using (party_id) group by all order by stood desc, party_id
"""
# What people call parties that no register does.
NICKNAMES = {"tory": "conservative", "tories": "conservative", "lib dem": "liberal democrat"} | {
    "lib dems": "liberal democrat",
    "liberal democrats": "liberal democrat",
    "conservatives": "conservative",
    "labour party": "labour",
    "conservative party": "conservative",
}


def party_id(record: Record, named: str) -> str:
    """The party that a name, id, unshared abbreviation or a part only one has means.

    Raises AmbiguousName with the parties that stood most, UnknownName with the nearest names.
    """
    parties = record.query(PARTIES)
    wanted = NICKNAMES.get(plain(named), plain(named))
    by_name = [row for row in parties if wanted in (plain(row["party"]), plain(row["party_id"]))]
    by_abbreviation = [row for row in parties if wanted == plain(row["abbreviation"] or "")]
    found = by_name or by_abbreviation or [row for row in parties if wanted and holds_words(row["party"], wanted)]
    if len(found) == 1:
        return str(found[0]["party_id"])
    if found:
        names = tuple(row["party"] for row in found[:3])
        raise AmbiguousName(f"{named!r} may be {_either(names)}; name one in full", names)
    names = nearest(named, [row["party"] for row in parties])
    mend = f"did you mean {_either(names)}?" if names else "try `hustings find` with a part of its name"
    raise UnknownName(f"no party called {named!r}; {mend}", names)


def _either(names: tuple[str, ...]) -> str:
    return " or ".join(names)


def _area_ids(record: Record, named: str, council: str | None) -> list[str]:
    """The areas of a name or code: constituencies before wards, and wards of one council only."""
    areas = record.query("select distinct area_id, area, council_id, gss from area")
    wanted = plain(named)
    answering = [
        row for row in areas if named in (row["area_id"], row["gss"]) or (wanted and wanted == plain(row["area"]))
    ]
    if council is not None:
        answering = [row for row in answering if row["council_id"] == council_id(record, council)]
    seats = [row for row in answering if row["council_id"] is None]
    councils = sorted({row["council_id"] for row in answering if row["council_id"]})
    if not seats and len(councils) > 1:
        raise AmbiguousName(f"{named!r} is a ward of {', '.join(councils)}; name the council too", tuple(councils))
    found = [row["area_id"] for row in seats or answering]
    if not found:
        names = nearest(named, [row["area"] for row in areas])
        mend = f"did you mean {_either(names)}?" if names else "try `hustings find` with a part of its name"
        raise UnknownName(f"no area called {named!r}; {mend}", names)
    return found
