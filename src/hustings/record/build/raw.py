"""All that was published: where each file is, known by its digest, and what the Commons' files hold."""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from hustings.errors import RecordFault, SourceFault
from hustings.record.readers.cells import MEND, Row, Value
from hustings.record.readers.declaration_times import read_declaration_times
from hustings.record.readers.electoral_commission_2005 import read_general_election_2005
from hustings.record.readers.library_by_elections import (
    read_by_election_candidacies,
    read_by_election_constituencies,
)
from hustings.record.readers.library_dump import Dump, read_library_dump
from hustings.record.readers.library_recording_times import read_recording_times

SOURCES = Path(__file__).parents[1] / "sources"


@dataclass(frozen=True, slots=True)
class Raw:
    """What was published of the Commons as its readers give it; the row of `source` and the place of every file."""

    dump: Dump
    by_candidacies: list[Row]
    by_constituencies: list[Row]
    recording_times: list[Row]
    declaration_times: list[Row]
    general_2005: list[Row]
    sources: list[Row]
    places: dict[str, Path]

    def path(self, source_id: str) -> Path:
        """Where the published file of that name is, known to be the one pinned."""
        return self.places[source_id]


def listed_sources(folder: Path = SOURCES) -> dict[str, dict[str, Value]]:
    """Every source by its name, as the TOML files of a folder list them, one a subject."""
    listed: dict[str, dict[str, Value]] = {}
    for path in sorted(folder.glob("*.toml")):
        for name, entry in tomllib.loads(path.read_text(encoding="utf-8")).items():
            if name in listed:
                raise RecordFault(f"{path.name} lists {name} a second time; name each source once")
            listed[name] = entry
    return listed


def read_sources(folder: Path, *, changed: bool = False) -> Raw:
    """Find every file that the lists of sources name under a folder, and read those of the Commons.

    Raises SourceFault where a file is missing or unfit, and unless `changed` is allowed where it is
    not, to the byte, the one that this version of the record is compiled from.
    """
    listed = listed_sources()
    places = {name: folder / str(entry["file"]) for name, entry in listed.items()}
    try:
        sources = [_source(name, entry, places[name]) for name, entry in listed.items()]
        raw = _read(places, sources)
    except OSError as error:
        where = f"; give --sources the folder that holds {next(iter(listed.values()))['file']}"
        raise SourceFault(f"{error.filename} cannot be read ({error.strerror}){where}") from None
    for row in sources:
        if row["sha256"] != listed[str(row["source_id"])]["sha256"] and not changed:
            raise SourceFault(
                f"{places[str(row['source_id'])]} is not the file the record is compiled from (its SHA-256 differs); "
                f"{MEND}, or allow it with --changed"
            )
    return raw


def _read(places: dict[str, Path], sources: list[Row]) -> Raw:
    return Raw(
        dump=read_library_dump(places["library-dump"]),
        by_candidacies=read_by_election_candidacies(places["library-by-election-candidacies"]),
        by_constituencies=read_by_election_constituencies(places["library-by-election-constituencies"]),
        recording_times=read_recording_times(places["library-recording-times"]),
        declaration_times=read_declaration_times(places["declaration-times-2024"]),
        general_2005=read_general_election_2005(places["electoral-commission-2005"]),
        sources=sources,
        places=places,
    )


def _source(name: str, entry: dict[str, Value], path: Path) -> Row:
    content = path.read_bytes()
    return {"source_id": name, **entry, "sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}
