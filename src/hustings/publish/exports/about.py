"""What an export says of itself: what it holds, what to take care of, its sources and the licences of its rows."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date

from hustings import __version__
from hustings.publish import words
from hustings.publish.exports.notes import column_notes, result_notes
from hustings.publish.exports.wanted import Held, Row
from hustings.publish.reports.added import added_note
from hustings.record.build.licences import SHARE_ALIKE

FORMAT = "hustings-results/1"
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class About:
    """The facts about an export that every format carries in its own way."""

    title: str
    asked: Row
    elections: list[Row]
    contests: int
    rows: int
    notes: tuple[str, ...]
    column_notes: tuple[str, ...]
    sources: list[Row]
    as_of: date

    @property
    def table_notes(self) -> list[str]:
        """All that is to be said of a table: of its columns and of its results."""
        return [*self.column_notes, *self.notes]

    @property
    def licences(self) -> list[str]:
        """The licences of the rows, in order of name."""
        return sorted({row["licence"] for row in self.sources if row["rows"]})

    @property
    def share_alike(self) -> str | None:
        """What whoever passes the file on must know, where some of its rows may only be shared alike."""
        return share_alike_words(self.sources, self.rows)

    def envelope(self) -> Row:
        """What it says of itself as plain values, in one order."""
        return {
            "format": FORMAT,
            "made_by": f"hustings {__version__}",
            "record_as_of": self.as_of.isoformat(),
            "title": self.title,
            "asked": self.asked,
            "elections": self.elections,
            "contests": self.contests,
            "candidacies": self.rows,
            "notes": self.table_notes,
            "licences": self.licences,
            "share_alike": self.share_alike,
        }


def share_alike_words(sources: list[Row], rows: int) -> str | None:
    """How many rows are under share-alike licences, and what that asks; None where none are."""
    alike = [row for row in sources if row["rows"] and row["licence"].startswith(SHARE_ALIKE)]
    if not alike:
        return None
    licences = " and ".join(sorted({row["licence"] for row in alike}))
    bound = sum(row["rows"] for row in alike)
    return (
        f"{words.count(bound)} of {words.count(rows)} rows are under {licences}: whoever passes those on must do so "
        "under the same licence. The licence of each row's source says which."
    )


def about(held: Held) -> About:
    """What the export of the results held says of itself."""
    record = held.record
    elections = record.query(ELECTIONS, [held.contests])
    ids = [row["election_id"] for row in elections]
    return About(
        title=_title(elections, held),
        asked={key: value for key, value in asdict(held.wanted).items() if value is not None},
        elections=[row | {"polling_on": row["polling_on"].isoformat()} for row in elections],
        contests=len(held.contests),
        rows=held.rows,
        notes=(*result_notes(held), *_coverage(elections), *added_note(record, ids)),
        column_notes=column_notes(held),
        sources=record.query(SOURCES, [held.contests, held.contests]),
        as_of=record.as_of,
    )


ELECTIONS = """
    select distinct election_id, election.election, election.polling_on, election.kind, election.basis, coverage
    from contest join election using (election_id) where contest_id in (select unnest(?))
    order by polling_on, election_id
"""
SOURCES = """
    with chosen as (select contest_id from contest where contest_id in (select unnest(?))),
    compared as (
        select baseline_contest_id as contest_id from baseline
        where standard and contest_id in (select unnest(?))
    ),
    used as (
        select source_id, 1 as rows from candidacy semi join chosen using (contest_id)
        union all select source_id, 0 from contest semi join chosen using (contest_id)
        union all select declared_source_id, 0 from contest semi join chosen using (contest_id)
        union all select source_id, 0 from candidacy semi join compared using (contest_id)
    )
    select source_id, publisher, title, licence, address, as_of, retrieved_on, sha256, note, sum(rows)::integer as rows
    from used join source using (source_id) group by all order by source_id
"""


def _title(elections: list[Row], held: Held) -> str:
    names = [f"{row['election']}, {words.day(row['polling_on'])}" for row in elections]
    more = f" and {words.plural(len(names) - MOST_NAMED, 'election')} more" if len(names) > MOST_NAMED else ""
    where = [value for value in (held.wanted.area, held.wanted.council) if value]
    return ": ".join(["; ".join(names[:MOST_NAMED]) + more, *where])


def _coverage(elections: list[Row]) -> tuple[str, ...]:
    parts = [row for row in elections if row["coverage"]]
    if len(parts) > MOST_NAMED:
        return (f"The record holds only a part of {words.plural(len(parts), 'election')}; see coverage in elections.",)
    return tuple(f"The record holds only a part of {row['election']}: {row['coverage']}." for row in parts)
