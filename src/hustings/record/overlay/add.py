"""Adding a user's own results to their overlay: read, checked against the record, then put there whole or not."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import NamedTuple

from hustings.errors import RefusedFile, UnusableInput
from hustings.record.build.parquet import write_parquet
from hustings.record.open import DATA, Record, open_record
from hustings.record.overlay.ballots import Election, read_election
from hustings.record.overlay.folder import Slip, Wanted, adding, free_name, read_overlay
from hustings.record.overlay.known import Known
from hustings.record.overlay.results_checks import check_results
from hustings.record.overlay.results_file import LARGEST, Fault, read_results
from hustings.record.overlay.results_tables import Origin, Tables, results_tables, slug_of
from hustings.record.schema import TABLES

LICENCE = "not stated: added by a user"


class Added(NamedTuple):
    """What was added: its slip, and sentences about it for its user."""

    slip: Slip
    notes: list[str]


class Place(NamedTuple):
    """Where to add: the folder of additions, and the record that they are held against."""

    overlay: Path
    record: Path = DATA


def add_results(path: Path, election_id: str, place: Place, words: str | None = None) -> Added:
    """Add a CSV file of results of one election; `words` say where they are from.

    Raises RefusedFile with every fault by line, UnusableInput for a file or an election that is none,
    CannotWrite where the overlay cannot be written.
    """
    election = read_election(election_id)
    if election is None:
        raise UnusableInput(
            f"no election is written {election_id!r}; write parl.2029-05-03, local.tower-hamlets.2026-05-07 "
            "or mayor.tower-hamlets.2026-05-07"
        )
    content = read_file(path)
    read = read_results(content)
    with adding(place.overlay) as put:
        known = Known(*records(place), election)
        checked = check_results(read.lines, known)
        faults = sorted([*read.faults, *checked.faults])
        if faults:
            raise _refused(path, faults)
        origin = origin_of(path, content, free_name(place.overlay, slug_of(path.name)), words)
        tables = results_tables(checked.contests, known, origin)
        wanted = Wanted(origin.name, "results", path.name, origin.sha256, _about(tables, election))
        slip = put(wanted, lambda folder: write_tables(tables, folder))
    notes = [f"New to the record: the party {name}." for name in checked.new_parties]
    return Added(slip, [*notes, *_basis_notes(tables)])


def records(place: Place) -> tuple[Record, Record]:
    """The record alone, and with what was added before."""
    held = open_record(place.record)
    return held, open_record(place.record, place.overlay) if read_overlay(place.overlay).additions else held


def read_file(path: Path) -> bytes:
    """The bytes of a user's file; UnusableInput where it cannot be read."""
    try:
        if path.stat() and not (path.is_file() or path.is_dir()):
            raise UnusableInput(f"{path} is no file; name the file to add")
        with path.open("rb") as file:
            # One byte more than may be shows that there is too much.
            return file.read(LARGEST + 1)
    except OSError as error:
        raise UnusableInput(f"{path} cannot be read ({error.strerror}); name the file to add") from None


def _refused(path: Path, faults: list[Fault]) -> RefusedFile:
    many = "1 fault" if len(faults) == 1 else f"{len(faults)} faults"
    return RefusedFile(f"{path.name} is not added, for it has {many}; mend and add it again", tuple(map(str, faults)))


def origin_of(path: Path, content: bytes, name: str, words: str | None) -> Origin:
    """Where rows of a file are from, the addition being of that name."""
    return Origin(name, path.name, hashlib.sha256(content).hexdigest(), len(content), words)


def _about(tables: Tables, election: Election) -> str:
    contests, candidacies = len(tables["contest"]), len(tables["candidacy"])
    of = f"{contests} contest{'' if contests == 1 else 's'} of {election.election_id}"
    return f"{of}, {candidacies} candidac{'y' if candidacies == 1 else 'ies'}"


def _basis_notes(tables: Tables) -> list[str]:
    bases = sorted({row["basis"] for row in tables["contest"]})
    counts = [f"{sum(row['basis'] == basis for row in tables['contest'])} {basis}" for basis in bases]
    return [f"Basis of the contests: {', '.join(counts)}."]


def write_tables(tables: Tables, folder: Path) -> list[str]:
    """Write the tables to a folder, a file each; their names."""
    for name, rows in tables.items():
        write_parquet(TABLES[name], rows, folder / f"{name}.parquet", LICENCE)
    return sorted(tables)
