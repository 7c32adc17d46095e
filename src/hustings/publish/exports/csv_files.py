"""CSV (RFC 4180): results, contests and sources in three files, and the W3C metadata that describes all three."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from hustings.publish.exports.about import About, about
from hustings.publish.exports.csvw import table_group
from hustings.publish.exports.fields import RESULT_FIELDS, SEAT_FIELDS, SOURCE_FIELDS, Field
from hustings.publish.exports.plain import cell
from hustings.publish.exports.rows import result_lines, seat_rows
from hustings.publish.exports.wanted import Held, Row


def csv_outs(out: Path) -> list[Path]:
    """The files of an export: results, contests, sources, metadata; the last is where CSV on the Web looks for it."""
    beside = [out.with_name(f"{out.stem}-{part}{out.suffix}") for part in ("seats", "sources")]
    return [out, *beside, out.with_name(f"{out.name}-metadata.json")]


def write_csv(held: Held, outs: list[Path]) -> About:
    """Write the results held as the files of `csv_outs`."""
    said = about(held)
    results, seats, sources, metadata = outs
    _write(results, RESULT_FIELDS, result_lines(held))
    _write(seats, SEAT_FIELDS, _lines(SEAT_FIELDS, seat_rows(held)))
    _write(sources, SOURCE_FIELDS, _lines(SOURCE_FIELDS, said.sources))
    described = table_group(said, [out.name for out in outs[:3]])
    metadata.write_text(json.dumps(described, ensure_ascii=False, indent=2) + "\n", encoding="utf-8", newline="\n")
    return said


def _lines(fields: tuple[Field, ...], rows: list[Row]) -> Iterable[tuple[Any, ...]]:
    return (tuple(row[field.name] for field in fields) for row in rows)


def _write(path: Path, fields: tuple[Field, ...], lines: Iterable[tuple[Any, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([field.name for field in fields])
        writer.writerows([cell(value) for value in line] for line in lines)
