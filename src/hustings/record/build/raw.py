"""All that was published, read into memory once: the input of every compiler in this room."""

import hashlib
import tomllib
from dataclasses import dataclass
from pathlib import Path

from hustings.errors import SourceFault
from hustings.record.readers.cells import Row, Value
from hustings.record.readers.declaration_times import read_declaration_times
from hustings.record.readers.electoral_commission_2005 import read_general_election_2005
from hustings.record.readers.library_by_elections import (
    read_by_election_candidacies,
    read_by_election_constituencies,
)
from hustings.record.readers.library_dump import Dump, read_library_dump
from hustings.record.readers.library_recording_times import read_recording_times

SOURCES = Path(__file__).parents[1] / "sources.toml"


@dataclass(frozen=True, slots=True)
class Raw:
    """Every published file as its reader gives it, and the row of `source` for each."""

    dump: Dump
    by_candidacies: list[Row]
    by_constituencies: list[Row]
    recording_times: list[Row]
    declaration_times: list[Row]
    general_2005: list[Row]
    sources: list[Row]


def read_sources(folder: Path) -> Raw:
    """Read every file that sources.toml lists under a folder; SourceFault where one is missing or unfit."""
    listed = tomllib.loads(SOURCES.read_text())
    places = {name: _present(folder, entry["file"]) for name, entry in listed.items()}
    return Raw(
        dump=read_library_dump(places["library-dump"]),
        by_candidacies=read_by_election_candidacies(places["library-by-election-candidacies"]),
        by_constituencies=read_by_election_constituencies(places["library-by-election-constituencies"]),
        recording_times=read_recording_times(places["library-recording-times"]),
        declaration_times=read_declaration_times(places["declaration-times-2024"]),
        general_2005=read_general_election_2005(places["electoral-commission-2005"]),
        sources=[_source(name, entry, places[name]) for name, entry in listed.items()],
    )


def _present(folder: Path, file: str) -> Path:
    path = folder / file
    if not path.is_file():
        raise SourceFault(f"{path} is not there; give --sources the folder that holds {file}")
    return path


def _source(name: str, entry: dict[str, Value], path: Path) -> Row:
    content = path.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    return {"source_id": name, **entry, "sha256": digest, "size": len(content)}
