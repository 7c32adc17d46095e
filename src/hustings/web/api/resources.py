"""What the API offers: each resource with its fields, its key, its order, and the query its rows are made by."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from dataclasses import dataclass, replace

import pyarrow as pa

from hustings import measures
from hustings.publish.exports.fields import RESULT_FIELDS, SEAT_FIELDS, Field, computed, of, published
from hustings.publish.exports.parquet_file import arrow_schema, arrow_table
from hustings.publish.exports.rows import Line, result_table, seat_rows
from hustings.publish.exports.wanted import Held
from hustings.record.schema import TABLES
from hustings.record.schema.column import date, text, whole

BATCH = 50_000


@dataclass(frozen=True, slots=True)
class Resource:
    """One resource: what a row is, its fields, the key no two rows share, and the order rows are given in.

    `order` names fields, after a minus for the largest first; `since` is the field of dates that the parameter of
    that name is held against, where there is one. `rows` gives every row of the record, its columns in the order of
    the fields. `brief` names the fields of a page where nobody says which.
    """

    name: str
    row: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    order: tuple[str, ...]
    rows: Callable[[Held], pa.RecordBatchReader | pa.Table]
    since: str | None = None
    brief: str = ""

    @property
    def shown(self) -> tuple[Field, ...]:
        """The fields of a page where nobody says which."""
        return tuple(map(self.field, self.brief.split())) or self.fields

    def field(self, name: str) -> Field:
        """The field of that name; KeyError where there is none."""
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its fields in their order."""
        return tuple(field.name for field in self.fields)


def _queried(sql: str) -> Callable[[Held], pa.RecordBatchReader]:
    """The rows of a query of the record."""
    return lambda held: held.record.connection.cursor().sql(sql).to_arrow_reader(BATCH)


def _results(held: Held) -> pa.RecordBatchReader:
    return _queried(str(held.record.backend.compile(result_table(held))))(held)


def _seats(held: Held) -> pa.Table:
    lines = [tuple(row[field.name] for field in SEAT_FIELDS) for row in seat_rows(held)]
    return arrow_table(lines, arrow_schema(SEAT_FIELDS, {}))


def _measures(_: Held) -> pa.Table:
    return arrow_table([_told(name) for name in measures.__all__], arrow_schema(MEASURES.fields, {}))


def _told(name: str) -> Line:
    """A measure in its own words: its first sentence, its formula, its authority, and how it is called."""
    function = getattr(measures, name)
    first, _blank, rest = (inspect.getdoc(function) or "").partition("\n\n")
    formula, _blank, authority = rest.partition("Authority: ")
    called = f"{name}{inspect.signature(function)}"
    return name, " ".join(first.split()), " ".join(formula.split()), " ".join(authority.split()) or None, called


def _whole_table(name: str) -> tuple[Field, ...]:
    return of(name, *TABLES[name].names)


def _optional(*fields: Field) -> tuple[Field, ...]:
    return tuple(replace(field, column=replace(field.column, optional=True)) for field in fields)


STOOD = (
    computed(whole("candidacies", "Candidacies of it in the record, on every basis but notional.", unit="rows")),
    computed(whole("elected", "Of those, how many are known to have taken a seat.", unit="rows")),
    computed(date("first_stood_on", "Day of the first poll in the record that it stood at.", optional=True)),
    computed(date("last_stood_on", "Day of the last.", optional=True)),
)
STOOD_SQL = """
    count(stood.candidacy_id) as candidacies, count(*) filter (stood.elected) as elected,
    min(stood.polling_on) as first_stood_on, max(stood.polling_on) as last_stood_on
"""
POLLED = "(from results where basis in ('declared', 'provisional')) as stood"
FOUGHT = (
    computed(whole("contests", "How many contests the record has of it.", unit="contests")),
    computed(date("first_polled_on", "Day of the first of them.", optional=True)),
    computed(date("last_polled_on", "Day of the last of them.", optional=True)),
)

ELECTIONS = Resource(
    "elections",
    TABLES["election"].row,
    (
        *_whole_table("election"),
        computed(whole("contests", "How many of its contests the record has.", unit="contests")),
        computed(whole("seats", "How many seats those were for.", unit="seats", optional=True)),
    ),
    ("election_id",),
    ("-polling_on", "election_id"),
    _queried("""
        select election.*, count(contest_id), sum(seats)::integer
        from election left join contest using (election_id) group by all order by polling_on, election_id
    """),
    "polling_on",
)
CONTESTS = Resource(
    "contests",
    "one seat, or one ward, fought at one election, with who won, by how much, and its turnout",
    SEAT_FIELDS,
    ("contest_id",),
    ("-polling_on", "contest_id"),
    _seats,
    "polling_on",
    "polling_on kind basis area region winner winner_party outcome majority majority_share_percent "
    "valid_turnout_percent electorate valid_votes election_id contest_id",
)
RESULTS = Resource(
    "results",
    "one candidate in one contest, or one party where only party votes were published, with share, change and place",
    RESULT_FIELDS,
    ("candidacy_id",),
    ("-polling_on", "contest_id", "place", "candidacy_id"),
    _results,
    "polling_on",
    "polling_on kind basis area candidate party votes share_percent place change_points baseline_rule "
    "elected election_id contest_id party_id person_id",
)
AREAS = Resource(
    "areas",
    TABLES["area"].row,
    (*_whole_table("area"), *FOUGHT),
    ("boundary_set_id", "area_id"),
    ("area", "boundary_set_id", "area_id"),
    _queried("""
        select area.*, count(contest_id), min(polling_on), max(polling_on)
        from area left join contest using (boundary_set_id, area_id) group by all order by boundary_set_id, area_id
    """),
    "last_polled_on",
)
PARTIES = Resource(
    "parties",
    TABLES["party"].row,
    (
        *_whole_table("party"),
        *_optional(*of("party_colour", "colour")),
        *STOOD,
    ),
    ("party_id",),
    ("party", "party_id"),
    _queried(f"""
        select party.*, colour, {STOOD_SQL}
        from party left join party_colour using (party_id) left join {POLLED} on stood.party_id = party.party_id
        group by all order by party_id
    """),
    "last_stood_on",
)
PEOPLE = Resource(
    "people",
    TABLES["person"].row,
    (
        *_whole_table("person"),
        *STOOD,
        published(text("parties", "What they stood as, latest first, parted by semicolons.", optional=True)),
        published(text("last_area", "Where they stood last.", optional=True)),
    ),
    ("person_id",),
    ("person", "person_id"),
    _queried(f"""
        select person.*, {STOOD_SQL},
            (select string_agg(party, '; ' order by last_on desc, party) from (
                select party, max(polling_on) as last_on from {POLLED}
                where stood.person_id = person.person_id group by party)),
            last(stood.area order by stood.polling_on, stood.candidacy_id)
        from person left join {POLLED} on stood.person_id = person.person_id group by all order by person.person_id
    """),
    "last_stood_on",
)
BOUNDARIES = Resource(
    "boundaries",
    TABLES["overlap"].row,
    (
        *of("overlap", "old_boundary_set_id", "old_area_id"),
        published(text("old_area", "The name of the old constituency.")),
        *of("overlap", "new_boundary_set_id", "new_area_id"),
        published(text("new_area", "The name of the new constituency.")),
        *of("overlap", *TABLES["overlap"].names[4:]),
    ),
    TABLES["overlap"].key,
    ("new_area", "old_area", *TABLES["overlap"].key),
    _queried("""
        select old_boundary_set_id, old_area_id, old.area as old_area,
            new_boundary_set_id, new_area_id, new.area as new_area,
            overlap.* exclude (old_boundary_set_id, old_area_id, new_boundary_set_id, new_area_id)
        from overlap
        join area as old on old.boundary_set_id = old_boundary_set_id and old.area_id = old_area_id
        join area as new on new.boundary_set_id = new_boundary_set_id and new.area_id = new_area_id
        order by all
    """),
)
MEASURES = Resource(
    "measures",
    "a measure: what Hustings counts, by which formula, on whose authority",
    (
        published(text("measure", "Its name, as the Python package has it.")),
        published(text("says", "What it is, in a sentence.")),
        published(text("formula", "How it is counted: columns, units, sign, and where it is null.")),
        published(text("authority", "The statute, paper or publisher that defines it.", optional=True)),
        published(text("called", "How it is called in Python.")),
    ),
    ("measure",),
    ("measure",),
    _measures,
)
SOURCES = Resource(
    "sources",
    TABLES["source"].row,
    _whole_table("source"),
    ("source_id",),
    ("publisher", "title", "source_id"),
    _queried("from source order by source_id"),
    "as_of",
)
CORRECTIONS = Resource(
    "corrections",
    TABLES["correction"].row,
    _whole_table("correction"),
    ("correction_id",),
    ("-filed_on", "correction_id"),
    _queried("from correction order by correction_id"),
    "filed_on",
)
RESOURCES: dict[str, Resource] = {
    one.name: one
    for one in (
        ELECTIONS,
        CONTESTS,
        RESULTS,
        AREAS,
        PARTIES,
        PEOPLE,
        MEASURES,
        BOUNDARIES,
        SOURCES,
        CORRECTIONS,
    )
}
