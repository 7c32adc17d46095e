"""The charts that stand in a story, drawn as files beside it."""

from __future__ import annotations

from pathlib import Path

from hustings.publish.articles.article import Picture
from hustings.publish.charts import Canvas
from hustings.publish.charts.kinds import Asked, chart
from hustings.publish.charts.render import rendered
from hustings.record.open import Record

# The first is the story's featured image.
KINDS = ("result", "history")


def drawn_beside(record: Record, story: Path, seat: str, election: str | None) -> dict[Picture, bytes]:
    """The pictures of a seat's story, named after its file, each with its SVG."""
    charts = {kind: chart(record, kind, Asked(seat, election)) for kind in KINDS}
    return {
        Picture(f"{story.stem}-{kind}.svg", one.alt): rendered(one, "svg", Canvas()) for kind, one in charts.items()
    }
