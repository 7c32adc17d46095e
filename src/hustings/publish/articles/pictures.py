"""The charts that stand in a story, drawn as files beside it."""

from __future__ import annotations

from pathlib import Path

from hustings.publish.articles.article import Picture
from hustings.publish.charts import Canvas
from hustings.publish.charts.kinds import Asked, chart
from hustings.publish.charts.render import rendered
from hustings.record.open import Record


def drawn_beside(record: Record, story: Path, seat: str, election: str | None) -> dict[Picture, bytes]:
    """The pictures of a seat's story, named after its file, each with its SVG."""
    # The first is the story's featured image.
    asked = {"result": Asked(seat, election), "history": Asked(seat)}
    charts = {kind: chart(record, kind, one) for kind, one in asked.items()}
    return {
        Picture(f"{story.stem}-{kind}.svg", one.alt): rendered(one, "svg", Canvas()) for kind, one in charts.items()
    }
