"""A party's seats from the baseline to now: lost to whom, gained from whom."""

from __future__ import annotations

from functools import partial
from typing import Any

from hustings.errors import UnusableInput
from hustings.publish import words
from hustings.publish.charts import flows
from hustings.publish.charts.chart import Body, Canvas, Chart, source_line
from hustings.publish.charts.contest_words import called
from hustings.publish.charts.frame import TEXT, altair, wide
from hustings.publish.charts.style import Palette, palette
from hustings.publish.prose import starting
from hustings.publish.sheet import Sheet, Shown
from hustings.record.open import Record
from hustings.record.select import party_id

Row = dict[str, Any]

COLUMNS = (Shown("step", "Step"), Shown("party", "Party"), Shown("seats", "Seats", "count"))
ALONE = (Shown("line", "line"), Shown("election_id", "election_id"))
STEPS = {"then": "Seats at the baseline", "lost": "Lost to", "gained": "Gained from", "now": "Seats now"}
STEP, BAR = 28, 16


def waterfall(record: Record, party: str, election: str | None = None) -> Chart:
    """What a party lost and gained at a general election; raises UnknownName, or UnusableInput where it had no seat."""
    identity = party_id(record, party)
    found = record.query("from party where party_id = ?", [identity])[0]
    flowed = flows.seat_flows(record, election)
    rows = _rows(flowed.rows, found["line_id"], found["party"])
    year = f"{flowed.election['polling_on']:%Y}"
    if not rows:
        raise UnusableInput(f"{found['party']} had no seat before {year} and won none")
    title = _title(rows, found["party"], year, "notional seat" if flowed.notional else "seat")
    return Chart(
        kind="waterfall",
        title=title,
        subtitle=f"Seats by who won them at the baseline and in {year}. {flowed.election['election']}, "
        f"{words.day(flowed.election['polling_on'])}",
        source=source_line(record, flowed.contests),
        alt=f"Bars from seats at the baseline to seats now. {title}. {'; '.join(map(_said, rows))}.",
        sheet=Sheet(
            title, COLUMNS, [row | {"election_id": flowed.election["election_id"]} for row in rows], wide=ALONE
        ),
        draw=partial(_draw, rows, palette(record)),
        notes=flows.notes(flowed),
    )


def _rows(flowed: list[Row], line: str, party: str) -> list[Row]:
    """A step a row: seats then, each loss, each gain, seats now; none where the party had none and has none."""
    lost = [row for row in flowed if row["from_line"] == line and not flows.is_held(row)]
    gained = [row for row in flowed if row["to_line"] == line and not flows.is_held(row)]
    then = next((row["from_seats"] for row in flowed if row["from_line"] == line), 0)
    now = next((row["to_seats"] for row in flowed if row["to_line"] == line), 0)
    if not then and not now:
        return []
    return [
        {"step": STEPS["then"], "party": party, "line": line, "seats": then},
        *({"step": STEPS["lost"], "party": r["to_party"], "line": r["to_line"], "seats": r["seats"]} for r in lost),
        *(
            {"step": STEPS["gained"], "party": r["from_party"], "line": r["from_line"], "seats": r["seats"]}
            for r in gained
        ),
        {"step": STEPS["now"], "party": party, "line": line, "seats": now},
    ]


def _title(rows: list[Row], party: str, year: str, seat: str) -> str:
    """From how many seats to how many, and the largest loss or gain."""
    moved = [row for row in rows if row["step"] in (STEPS["lost"], STEPS["gained"])]
    then, now = words.plural(rows[0]["seats"], seat), rows[-1]["seats"]
    whole = f"{starting(called(party))} went from {then} to {now} in {year}"
    if not moved:
        held = words.plural(now, "seat")
        return f"{starting(called(party))} held {held} in {year}, none lost and none gained"
    most = max(moved, key=lambda row: row["seats"])
    verb = "losing" if most["step"] == STEPS["lost"] else "gaining"
    towards = "to" if verb == "losing" else "from"
    return f"{whole}, {verb} {most['seats']} {towards} {flows.holders(most['line'], most['party'])}"


def _said(row: Row) -> str:
    return f"{_label(row)} {row['seats']}"


def _label(row: Row) -> str:
    named = row["step"] in (STEPS["lost"], STEPS["gained"])
    return f"{row['step']} {flows.holders(row['line'], row['party'])}" if named else row["step"]


def _draw(rows: list[Row], colours: Palette, canvas: Canvas) -> Body:
    alt = altair()
    shown, level = [], 0
    step = STEP + (16 if canvas.narrow else 0)
    for place, row in enumerate(rows):
        change = {"Lost to": -row["seats"], "Gained from": row["seats"]}.get(row["step"])
        start, end = (0, row["seats"]) if change is None else (level, level + change)
        level = end
        mark = colours.mark(row["line"])
        top = place * step + (16 if canvas.narrow else 0)
        sign = "" if change is None else words.MINUS if change < 0 else "+"
        shown.append(
            {
                "seats": row["seats"],
                "name": _label(row),
                "figure": f"{sign}{row['seats']}",
                "fill": mark.fill,
                "outline": mark.outline(canvas.mode) or mark.fill,
                **{"at_start": min(start, end), "at_end": max(start, end), "at_top": top, "at_bottom": top + BAR},
                **{"at_middle": top + BAR / 2, "at_name": place * step + BAR / 2 - (2 if canvas.narrow else 0)},
            }
        )
    return _bars(shown, step * len(rows), canvas, alt)


def _bars(shown: list[Row], height: int, canvas: Canvas, alt: Any) -> Body:
    most = max(row["at_end"] for row in shown)
    left = 1 if canvas.narrow else round(min(260, max(wide(row["name"], TEXT) for row in shown) + 12))
    across = alt.Scale(domain=[0, most], range=[left, canvas.inner - 44], nice=False)
    down = alt.Scale(domain=[0, height], range=[0, height], nice=False)
    base = alt.Chart(alt.InlineData(values=shown))
    bars = base.mark_bar(strokeWidth=1).encode(
        x=alt.X("at_start:Q", scale=across, axis=None),
        x2="at_end:Q",
        y=alt.Y("at_top:Q", scale=down, axis=None),
        y2="at_bottom:Q",
        color=alt.Color("fill:N", scale=None),
        stroke=alt.Stroke("outline:N", scale=None),
    )
    middle = alt.Y("at_middle:Q", scale=down, axis=None)
    figures = base.mark_text(align="left", dx=6, fontWeight="bold").encode(
        x=alt.X("at_end:Q", scale=across, axis=None), y=middle, text="figure:N"
    )
    name = alt.Y("at_name:Q", scale=down, axis=None)
    names = base.mark_text(align="left", fontSize=TEXT).encode(x=alt.value(0), y=name, text="name:N")
    return Body([bars, figures, names], height)
