"""What is known of pairs of candidacies: by published numbers, and by names so rare that chance is out.

Persons are halved by a digest of their number: one half trains and chooses, the other is held back
and only ever measured.
"""

import hashlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import duckdb

from hustings.record.people.evidence import COMMONS, as_arrow
from hustings.record.readers.cells import Row, Value

# A family name that at most so many candidacies bear is rare.
RARE = 12
HALVES = ("training", "held back")


class Known(NamedTuple):
    """The published numbers of a candidacy's candidate."""

    mnis: Value
    democracy_club: Value


def known(row: Row) -> Known:
    """The numbers of a candidacy's candidate, None where it has none."""
    return Known(row["mnis"], row["dc"])


def same(one: Known, other: Known) -> bool | None:
    """Whether two candidacies are one person's, by their numbers in one register; None where none tells."""
    pairs = [(a, b) for a, b in zip(one, other, strict=True) if a and b]
    return any(a == b for a, b in pairs) if pairs else None


def half(numbers: Known) -> str:
    """The half that a numbered person is of."""
    person = f"mnis:{numbers.mnis}" if numbers.mnis else f"dc:{numbers.democracy_club}"
    return HALVES[hashlib.sha256(person.encode()).digest()[0] % 2]


def kind_of(one: Row, other: Row) -> str:
    """What a pair joins: Commons, council or both (mayors are councils'), and whether one has initials only."""
    commons = (one["home"], other["home"]).count(COMMONS)
    bodies = ("council and council", "Commons and council", "Commons and Commons")[commons]
    return bodies if one["full_name"] and other["full_name"] else f"{bodies}, initials"


def initials_only(row: Row) -> Row:
    """The candidacy as a publisher of initials prints it: the first initial and the gender, no given name."""
    initial = str(row["first"])[:1]
    nothing = dict.fromkeys(("formal", "whole_name", "full_name", "formal_name", "initials_name"))
    return {
        **row,
        **nothing,
        "first": initial,
        "given": initial,
        "initials": initial,
        "forms": [],  # type: ignore[dict-item]
    }


def label(connection: duckdb.DuckDBPyConnection, evidence: Iterable[Row], never: str) -> None:
    """Three tables of pairs in a database, each with the evidence of both candidacies and `weighing`.

    `numbered`: of one published number, of the training half, a person counting once however often
    they stood. `shortened`: the same with the one's given names cut to initials. `rare`: of one first
    name and family name that no two candidates bore on one day, the family name being rare. `random`:
    any two. Pairs that the model never compares are left out.
    """
    rows = list(evidence)
    trained = [row for row in rows if any(known(row)) and half(known(row)) == "training"]
    tables = {
        "candidacy": rows,
        "trained": trained,
        "short": [initials_only(row) for row in trained if row["full_name"]],
    }
    for name, found in tables.items():
        connection.register(f"{name}_arrow", as_arrow(found))
        connection.execute(
            f"create table {name} as select *, coalesce('mnis:' || mnis, 'dc:' || dc) as person from {name}_arrow"
        )
    connection.execute("create table often as select person, count(*) as n from trained group by person")
    once = "1 / (select n * (n - 1) / 2 from often where often.person = l.person)"
    ordered = "l.candidacy_id < r.candidacy_id"
    pairs = {
        "numbered": ("trained", "trained", f"l.person = r.person and {ordered}", once),
        "shortened": ("trained", "short", "l.person = r.person and l.candidacy_id != r.candidacy_id", f"{once} / 2"),
        "rare": (RARELY_NAMED, RARELY_NAMED, f"l.full_name = r.full_name and {ordered}", "1"),
        "random": (SAMPLE.format("one"), SAMPLE.format("other"), "l.candidacy_id != r.candidacy_id", "1"),
    }
    for name, (left, right, condition, weighing) in pairs.items():
        both = ", ".join(f'{side}."{column}" as "{column}_{side}"' for side in "lr" for column in _columns(connection))
        connection.execute(
            f"create table {name} as select {both}, ({weighing})::double as weighing "
            f"from ({left}) l join ({right}) r on {condition} and not ({never})"
        )


RARELY_NAMED = f"""
    from candidacy where last in (select last from candidacy group by last having count(*) <= {RARE})
    and full_name not in (
        select full_name from candidacy where full_name is not null
        group by full_name, day, body having count(*) > 1
    )
"""
SAMPLE = "from candidacy order by md5(candidacy_id || '{}') limit 2500"


def _columns(connection: duckdb.DuckDBPyConnection) -> list[str]:
    return [row[0] for row in connection.execute("describe candidacy").fetchall()]


def halves(evidence: Iterable[Row]) -> Mapping[str, str]:
    """The half of each numbered candidacy."""
    return {str(row["candidacy_id"]): half(known(row)) for row in evidence if any(known(row))}
