"""Values as text files hold them, and documents too long for memory written as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any


def bare(value: Any) -> Any:
    """A value for JSON: days and times as ISO 8601, all else as it is."""
    return value.isoformat() if isinstance(value, date) else value


def cell(value: Any) -> str:
    """A value for CSV: blank for none, true and false, days and times as ISO 8601, numbers bare."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(bare(value))


def write_document(path: Path, head: Mapping[str, Any], lists: Mapping[str, Iterable[Mapping[str, Any]]]) -> None:
    """Write one JSON object: the head's values, then each list, an object a line, taken one at a time."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write("{\n")
        for key, value in head.items():
            file.write(f"{_text(key)}: {_text(value)},\n")
        for place, (key, rows) in enumerate(lists.items()):
            file.write(f"{_text(key)}: [")
            between = "\n"
            for row in rows:
                file.write(between + _text(row))
                between = ",\n"
            file.write("\n]" + (",\n" if place < len(lists) - 1 else "\n"))
        file.write("}\n")


def _text(value: Any) -> str:
    return json.dumps(value, default=bare, ensure_ascii=False, allow_nan=False)
