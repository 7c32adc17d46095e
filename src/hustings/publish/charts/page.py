"""A chart as a page of its own: drawn for a screen and for a telephone, in light and in dark, with its table."""

from __future__ import annotations

from html import escape

from hustings.publish.charts.chart import NARROW, WIDTH, Canvas, Chart
from hustings.publish.charts.render import picture
from hustings.publish.charts.style import MODES
from hustings.publish.embeds.alone import alone, notes
from hustings.publish.sheet_html import table_html, wide

TELEPHONE = 343
# Each drawing has the conditions under which it is the one that is shown.
SCREEN, SMALL = f"(min-width:{NARROW}px)", f"(max-width:{NARROW - 1}px)"
RULES = "figure > div { display: none; }" + "".join(
    f"@media {screen} and (prefers-color-scheme:{mode}) {{ .{mode}-{width} {{ display: block; }} }}\n"
    for mode in MODES
    for width, screen in ((WIDTH, SCREEN), (TELEPHONE, SMALL))
)


def page(chart: Chart) -> str:
    """The page as HTML, in one file that asks for no other; the drawing fits its frame, with and without scripts."""
    drawn = "".join(
        f'<div class="{mode}-{width}">{picture(chart, Canvas(width, mode))}</div>'
        for mode in MODES
        for width in (WIDTH, TELEPHONE)
    )
    said = dict.fromkeys((*chart.notes, *chart.sheet.notes, chart.source))
    body = (
        f'<h1 class="unseen">{escape(chart.title)}</h1>\n<figure>{drawn}</figure>\n'
        f"<details><summary>The figures as a table</summary>{wide(table_html(chart.sheet), 'Table of the chart')}"
        f"{notes(said)}</details>"
    )
    return alone(chart.title, body, RULES)
