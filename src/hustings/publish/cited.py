"""Who published what is shown, as one line under a picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any


def cited(sources: Iterable[Mapping[str, Any]], drawn: str) -> str:
    """Publishers, titles and licences, and that it was drawn here: Source: Commons Library, .... Map: Hustings.

    `sources` are rows of the table source, `drawn` is what was: Chart, Map, Picture.
    """
    named = dict.fromkeys(f"{one['publisher']}, {one['title']} ({one['licence']})" for one in sources)
    return f"Source: {'; '.join(named)}. {drawn}: Hustings."
