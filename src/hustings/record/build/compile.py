"""Every table of the record from what was published, a stage a subject, each adding its rows."""

from collections.abc import Callable

from hustings.record.build.baselines import Known, compile_baselines
from hustings.record.build.by_elections import compile_by_elections
from hustings.record.build.census import compile_census
from hustings.record.build.constituencies import compile_constituencies
from hustings.record.build.contests import compile_contests
from hustings.record.build.councils import compile_councils
from hustings.record.build.declarations import add_times
from hustings.record.build.divisions import compile_divisions
from hustings.record.build.elections import compile_elections
from hustings.record.build.general import Published, compile_general, read_published
from hustings.record.build.general.compare import compare_statements, explained_differences
from hustings.record.build.general.places import Places
from hustings.record.build.general_2005 import compile_general_2005
from hustings.record.build.library_index import LibraryIndex
from hustings.record.build.licences import Compiled
from hustings.record.build.links import compile_links
from hustings.record.build.local.compile import compile_local
from hustings.record.build.lookups import compile_lookups
from hustings.record.build.mayors import compile_mayors
from hustings.record.build.neighbours import compile_neighbours
from hustings.record.build.parquet import Rows
from hustings.record.build.parties import compile_parties, party_colours
from hustings.record.build.people import compile_people, number_people
from hustings.record.build.places import Tables, compile_places
from hustings.record.build.polls import compile_polls
from hustings.record.build.published import compile_published
from hustings.record.build.raw import Raw
from hustings.record.build.reconciliation import compile_reconciliation
from hustings.record.build.repeated import repeated_contests
from hustings.record.corrections import apply_corrections
from hustings.record.readers.cells import Row, Value
from hustings.record.schema import TABLES

Step = Callable[[str], None]
COMMONS = ("general", "by-election")
STAGES = COMMONS_STAGE, COUNCILS_STAGE, PLACES_STAGE, CENSUS_STAGE, COMPARE_STAGE, PEOPLE_STAGE = (
    "General elections",
    "Local elections",
    "Divisions and places",
    "Census",
    "Comparisons",
    "People",
)


def compile_tables(raw: Raw, corrections: list[Row], step: Step = lambda _: None) -> Compiled:
    """Every table of the record from what was read, with the corrections given; `step` is told each stage."""
    tables, census = compile_unlinked(raw, corrections, step)
    step(PEOPLE_STAGE)
    compile_links(raw, tables, corrections)
    return tables | {"census": census}


def compile_unlinked(raw: Raw, corrections: list[Row], step: Step = lambda _: None) -> tuple[Tables, Rows]:
    """Every table as published and corrected, before candidacies are linked into people; and the census."""
    index = LibraryIndex(raw.dump)
    tables: Tables = {name: [] for name in TABLES}
    step(COMMONS_STAGE)
    published = _add_commons(raw, index, tables)
    step(COUNCILS_STAGE)
    _add_local_government(raw, tables)
    step(PLACES_STAGE)
    persons = number_people(index, tables["candidacy"])
    seats = _seats(tables)
    add_times(tables["contest"], seats, raw.declaration_times, raw.recording_times)
    for compiled in (
        compile_divisions(raw, tables),
        compile_lookups(raw, tables),
        compile_constituencies(raw, tables),
        compile_polls(raw),
        {"party_colour": party_colours()},
    ):
        _add(tables, compiled)
    _add(tables, compile_neighbours(tables["outline"], tables["boundary_set"]))
    apply_corrections(tables, corrections)
    step(CENSUS_STAGE)
    with_census, census = compile_census(raw, tables)
    _add(tables, with_census)
    step(COMPARE_STAGE)
    polled = {row["contest_id"]: row["polling_on"] for row in tables["contest"]}
    _add(tables, compile_people(index, tables["candidacy"], persons, polled))
    _compare(raw, index, tables, published)
    tables |= {"source": raw.sources, "correction": corrections}
    return {name: [_whole(row, name) for row in tables[name]] for name in TABLES}, census


def _add(tables: Tables, more: Tables) -> None:
    """Put rows after those a table has."""
    for name, rows in more.items():
        tables[name] += rows


def _add_commons(raw: Raw, index: LibraryIndex, tables: Tables) -> Published:
    """Constituencies, parties, contests and candidacies; gives what else is stated of the same elections."""
    for compiled in (compile_places(index), compile_parties(index, raw.by_candidacies), compile_contests(index)):
        _add(tables, compiled)
    held = {row["contest_id"] for row in tables["contest"]}
    published = read_published(raw, tables["boundary_set"], tables["area"])
    for compiled in (
        compile_by_elections(raw.by_candidacies, raw.by_constituencies, tables["area"], held),
        compile_general_2005(raw.general_2005, Places(tables["boundary_set"], tables["area"])),
        {"published": compile_published(index, raw.by_candidacies, raw.by_constituencies, held)},
        compile_general(published),
    ):
        _add(tables, compiled)
    return published


def _add_local_government(raw: Raw, tables: Tables) -> None:
    """Councils, mayors and ward results; a party that only they name comes after those already listed."""
    _add(tables, compile_mayors(raw, tables["area"], tables["party"]))
    _add(tables, compile_local(raw, tables["party"]))
    _add(tables, compile_councils(raw, tables["party"], tables["party_registration"]))


def _seats(tables: Tables) -> dict[Value, Value]:
    """The name of the area that each contest was for."""
    names = {(row["boundary_set_id"], row["area_id"]): row["area"] for row in tables["area"]}
    return {row["contest_id"]: names[row["boundary_set_id"], row["area_id"]] for row in tables["contest"]}


def _compare(raw: Raw, index: LibraryIndex, tables: Tables, published: Published) -> None:
    """What each contest is measured from, and where publications state one figure twice."""
    contests = [row for row in tables["contest"] if row["kind"] in COMMONS]
    seats = _seats(tables)
    repeated = repeated_contests(tables, seats)
    parents = {row["boundary_set_id"]: row.get("parent_id") for row in tables["boundary_set"]}
    tables["baseline"] = compile_baselines(contests, Known(seats, repeated, parents))
    tables["election"] += compile_elections(index, contests)
    tables["reconciliation"] += compile_reconciliation(raw, index, tables, seats)
    tables["reconciliation"] += compare_statements(published.statements, contests, tables["candidacy"])
    tables["explained_difference"] = explained_differences()


def _whole(row: Row, table: str) -> Row:
    """The row with every column of its table; a column no source speaks of is null."""
    return dict.fromkeys(TABLES[table].names) | row
