"""The build itself: read, compile, correct, write to a temporary folder, audit, then put in place."""

from collections.abc import Callable, Iterable
from pathlib import Path

from hustings.errors import RecordFault
from hustings.record.audit import Check, audit_record
from hustings.record.build.baselines import compile_baselines
from hustings.record.build.by_elections import compile_by_elections
from hustings.record.build.contests import compile_contests
from hustings.record.build.declarations import add_times
from hustings.record.build.elections import compile_elections
from hustings.record.build.general_2005 import compile_scotland_2005
from hustings.record.build.library_index import LibraryIndex
from hustings.record.build.licences import write_tables
from hustings.record.build.parties import compile_parties
from hustings.record.build.people import compile_people, number_people
from hustings.record.build.place import check_place, put_in_place
from hustings.record.build.places import Tables, compile_places
from hustings.record.build.published import compile_published
from hustings.record.build.raw import Raw, read_sources
from hustings.record.build.reconciliation import compile_reconciliation
from hustings.record.build.repeated import repeated_contests
from hustings.record.corrections import apply_corrections, read_corrections
from hustings.record.open import open_record
from hustings.record.readers.cells import Row
from hustings.record.schema import TABLES

Step = Callable[[str], None]


def build_record(
    sources: Path, out: Path, checks: Iterable[Check], step: Step = lambda _: None, *, changed: bool = False
) -> Path:
    """Build the record from a folder of sources into a folder, which changes only if all went well.

    `checks` are the audit it must pass: `every_check()` of hustings.measures.agreement. `step` is told
    each stage as it begins; `changed` allows sources that are not the ones pinned. Raises SourceFault
    for an unfit file, RecordFault for a fault nobody has filed, CannotWrite where `out` cannot be
    written or holds anything but a record.
    """
    out = check_place(out)
    step("Reading sources")
    raw = read_sources(sources, changed=changed)
    step("Compiling tables")
    tables = compile_tables(raw, read_corrections())
    with put_in_place(out) as folder:
        step("Writing Parquet")
        write_tables(tables, folder)
        step("Auditing")
        unfiled = [fault for check in audit_record(open_record(folder), checks) for fault in check.unfiled]
        if unfiled:
            raise RecordFault(f"{len(unfiled)} faults are not filed as corrections; the first: {unfiled[0]}")
    return out


def compile_tables(raw: Raw, corrections: list[Row]) -> Tables:
    """Every table of the record from what was read, with the corrections given."""
    index = LibraryIndex(raw.dump)
    places = compile_places(index)
    tables: Tables = {name: [] for name in TABLES}
    tables |= places | compile_parties(index, raw.by_candidacies) | compile_contests(index)
    held = {row["contest_id"] for row in tables["contest"]}
    for more in (
        compile_by_elections(raw.by_candidacies, raw.by_constituencies, places["area"], held),
        compile_scotland_2005(raw.general_2005, places["area"]),
    ):
        tables["contest"] += more["contest"]
        tables["candidacy"] += more["candidacy"]
    contests = tables["contest"]
    polled = {row["contest_id"]: row["polling_on"] for row in contests}
    persons = number_people(index, tables["candidacy"])
    names = {(row["boundary_set_id"], row["area_id"]): row["area"] for row in places["area"]}
    seats = {row["contest_id"]: names[row["boundary_set_id"], row["area_id"]] for row in contests}
    add_times(contests, seats, raw.declaration_times, raw.recording_times)
    apply_corrections(tables, corrections)
    tables |= compile_people(index, tables["candidacy"], persons, polled)
    tables["election"] = compile_elections(index, contests)
    repeated = repeated_contests(contests, tables["overlap"], raw.general_2005, seats)
    tables["baseline"] = compile_baselines(contests, seats, repeated)
    tables["published"] = compile_published(index, raw.by_candidacies, raw.by_constituencies, held)
    tables["reconciliation"] = compile_reconciliation(raw, index, tables, seats)
    tables["source"] = raw.sources
    tables["correction"] = corrections
    return {name: [_whole(row, name) for row in tables[name]] for name in TABLES}


def _whole(row: Row, table: str) -> Row:
    """The row with every column of its table; a column no source speaks of is null."""
    return dict.fromkeys(TABLES[table].names) | row
