"""A map as a page of its own: the map with a link for every seat, its legend, and the table that the links lead to."""

from __future__ import annotations

from html import escape
from typing import Any

from hustings.publish.charts.style import DARK, FONT, LIGHT, Tokens
from hustings.publish.maps.map import Map, Paper
from hustings.publish.maps.svg import map_id
from hustings.publish.sheet import NUMBERS, SHOWN

SCRIPT = "hustings-map.js"
# Drawn for a telephone and let grow: what is drawn has no words that would grow with it.
WIDTH, WIDEST = 360, 640
ON_PAGE = Paper(WIDTH, words=False, link=lambda contest_id: f"#{contest_id}")
RULES = f"""
body {{ margin: 0 auto; max-width: {WIDEST + 32}px; padding: 16px; box-sizing: border-box; font: 1rem/1.5 {FONT};
  font-variant-numeric: tabular-nums; background: var(--page); color: var(--ink); }}
h1 {{ font-size: 1.5rem; line-height: 1.25; margin: 0 0 8px; }} p {{ margin: 0 0 8px; }}
figure {{ margin: 0; }} figure > svg {{ width: 100%; }} caption {{ text-align: left; }}
.notes, caption {{ color: var(--muted); font-size: .875rem; }}
.legend {{ list-style: none; display: flex; flex-wrap: wrap; gap: 4px 16px; margin: 8px 0; padding: 0; }}
.legend svg {{ vertical-align: -4px; }}
.legend button {{ font: inherit; color: inherit; background: none; border: 1px solid transparent; border-radius: 2px;
  padding: 2px 4px; min-height: 28px; cursor: pointer; text-align: left; }}
.legend button:hover, .legend [aria-pressed=true] {{ border-color: var(--ink); }}
svg .away {{ opacity: .12; }}
:is(a, button, .wide):focus-visible {{ outline: 3px solid var(--accent); outline-offset: 1px; }}
.line {{ min-height: 3em; position: sticky; top: 0; background: var(--page); }}
a {{ color: var(--accent); }} .wide {{ overflow-x: auto; }} table {{ border-collapse: collapse; width: 100%; }}
th, td {{ text-align: left; font-weight: 400; padding: 4px 12px 4px 0; border-bottom: 1px solid var(--rule);
  vertical-align: baseline; }} .n {{ text-align: right; }} :target > * {{ font-weight: 700; background: var(--faint); }}
"""


def _tokens(tokens: Tokens) -> str:
    return (
        ":root{"
        + "".join(f"--{name}:{colour};" for name, colour in tokens._asdict().items())
        + "color-scheme:light dark}"
    )


def page(shown: Map) -> str:
    """The page as HTML; SCRIPT stands beside it, and it is whole without."""
    own = map_id(shown, ON_PAGE)
    notes = "".join(f"<p>{escape(sentence)}</p>" for sentence in (*shown.notes, shown.source))
    style = f"{_tokens(LIGHT)}@media(prefers-color-scheme:dark){{{_tokens(DARK)}}}{RULES}"
    return (
        '<!doctype html>\n<html lang="en-GB"><head><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><title>{escape(shown.title)}</title>'
        f'<style>{style}</style><script src="{SCRIPT}" defer></script></head>\n<body><main>'
        f"<h1>{escape(shown.title)}</h1><p>{escape(shown.subtitle)}</p>{legend_list(own, shown)}"
        f'<p><a href="#table">Past the map to its table</a></p>'
        f'<p class="line" data-line="{own}" aria-hidden="true"></p>\n'
        f'<figure>{shown.svg(ON_PAGE)}</figure><div class="notes">{notes}</div>\n{_table(shown)}</main></body></html>\n'
    )


def legend_list(own: str, shown: Map) -> str:
    """The keys as a list: each mark as it stands on the map, and its words."""
    entries = (
        f'<li data-key="{key.name}"><svg width="18" height="18" viewBox="-9 -9 18 18" aria-hidden="true">'
        f'<use href="#{own}-{key.name}k"/></svg> {escape(key.words)}</li>'
        for key in shown.legend.keys
    )
    return f'<ul class="legend" data-legend="{own}">{"".join(entries)}</ul>'


def _table(shown: Map) -> str:
    columns = shown.sheet.columns
    numbers = ['class="n"' if column.style in NUMBERS else "" for column in columns]
    heads = "".join(
        f'<th scope="col" {number}>{escape(column.heading)}</th>'
        for column, number in zip(columns, numbers, strict=True)
    )
    rows = "".join(_row(shown, row, numbers) for row in shown.sheet.rows)
    return (
        f'<div class="wide" id="table" tabindex="0" role="region" aria-label="Table of the map"><table>'
        f"<caption>{escape(shown.sheet.title)}</caption><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _row(shown: Map, row: dict[str, Any], numbers: list[str]) -> str:
    """A seat's row, which its shape on the map leads to."""
    first, *others = (escape(SHOWN[column.style](row[column.key])) for column in shown.sheet.columns)
    cells = "".join(f"<td {number}>{cell}</td>" for cell, number in zip(others, numbers[1:], strict=True))
    return f'<tr id="{escape(row["contest_id"])}"><th scope="row">{first}</th>{cells}</tr>\n'
