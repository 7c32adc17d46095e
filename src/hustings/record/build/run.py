"""The build itself: read, compile, correct, write to a temporary folder, audit, then put in place."""

from collections.abc import Iterable
from pathlib import Path

from hustings.errors import RecordFault
from hustings.record.audit import Check, audit_record
from hustings.record.build.compile import STAGES, Step, compile_tables
from hustings.record.build.licences import write_tables
from hustings.record.build.names import write_names
from hustings.record.build.place import put_in_place
from hustings.record.build.raw import read_sources
from hustings.record.corrections import read_corrections
from hustings.record.open import open_record

READING, WRITING, AUDITING = "Reading sources", "Writing Parquet", "Auditing"
STEPS = (READING, *STAGES, WRITING, AUDITING)


def build_record(
    sources: Path, out: Path, checks: Iterable[Check], step: Step = lambda _: None, *, changed: bool = False
) -> Path:
    """Build the record from a folder of sources into a folder, which changes only if all went well.

    `checks` are the audit it must pass: `every_check()` of hustings.measures.agreement. `step` is told
    each stage as it begins; `changed` allows sources that are not the ones pinned. Raises SourceFault
    for an unfit file, RecordFault for a fault nobody has filed, CannotWrite where `out` cannot be
    written or holds anything but a record.
    """
    out = out.expanduser().resolve()
    # The place is taken first, so that a folder nobody may write is said before minutes of work.
    with put_in_place(out) as folder:
        step(READING)
        raw = read_sources(sources, changed=changed)
        tables = compile_tables(raw, read_corrections(), step)
        step(WRITING)
        write_tables(tables, folder)
        write_names(folder)
        step(AUDITING)
        unfiled = [fault for check in audit_record(open_record(folder), checks) for fault in check.unfiled]
        if unfiled:
            raise RecordFault(f"{len(unfiled)} faults are not filed as corrections; the first: {unfiled[0]}")
    return out
