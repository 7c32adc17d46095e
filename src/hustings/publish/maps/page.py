"""A map as a page of its own: the map with a link for every seat, its legend, and the table that the links lead to."""

from __future__ import annotations

from html import escape
from pathlib import Path

from hustings.publish.embeds.alone import alone, notes
from hustings.publish.maps.map import Map, Paper
from hustings.publish.maps.svg import map_id
from hustings.publish.sheet_html import table_html, wide

WALK = Path(__file__).parent / "walk.js"
# Drawn for a telephone and let grow: what is drawn has no words that would grow with it.
WIDTH, WIDEST = 360, 640
ON_PAGE = Paper(WIDTH, words=False, link=lambda contest_id: f"#{contest_id}")
RULES = f"""
main {{ max-width: {WIDEST}px; }} figure > svg {{ width: 100%; height: auto; }} svg .away {{ opacity: .12; }}
.legend {{ list-style: none; display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 8px 0; padding: 0; }}
.legend svg {{ vertical-align: -4px; }}
.legend button {{ font: inherit; color: inherit; background: none; border: 1px solid transparent; border-radius: 2px;
  padding: 2px 4px; min-height: 28px; cursor: pointer; text-align: left; }}
.legend button:hover, .legend [aria-pressed=true] {{ border-color: var(--ink); }}
.line {{ min-height: 3em; position: sticky; top: 0; background: var(--page); }}
/* A frame is as high as its page: 650 rows scroll in a region of their own. */
@media screen {{ #table {{ max-height: 26rem; overflow: auto; }}
  thead th {{ position: sticky; top: 0; background: var(--page); }} }}
:target > * {{ font-weight: 700; background: var(--faint); }}
"""


def page(shown: Map) -> str:
    """The page as HTML, in one file; a script lets the arrow keys walk the seats, and the page is whole without."""
    own = map_id(shown, ON_PAGE)
    body = (
        f"<h1>{escape(shown.title)}</h1><p>{escape(shown.subtitle)}</p>{legend_list(own, shown)}"
        f'<p><a href="#table">Past the map to its table</a></p>'
        f'<p class="line" data-line="{own}" aria-hidden="true"></p>\n'
        f"<figure>{shown.svg(ON_PAGE)}</figure>{notes((*shown.notes, shown.source))}\n"
        f"{wide(table_html(shown.sheet, 'contest_id'), 'Table of the map', 'table')}"
    )
    return alone(shown.title, body, RULES, WALK.read_text())


def legend_list(own: str, shown: Map) -> str:
    """The keys as a list: each mark as it stands on the map, and its words."""
    entries = (
        f'<li data-key="{key.name}"><svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">'
        f'<use href="#{own}-{key.name}k"/></svg> {escape(key.words)}</li>'
        for key in shown.legend.keys
    )
    return f'<ul class="legend" data-legend="{own}">{"".join(entries)}</ul>'
