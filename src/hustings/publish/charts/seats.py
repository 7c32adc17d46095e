"""The seats each party won at every general election, with those whose winner is not published."""

from __future__ import annotations

from functools import partial
from typing import Any

from hustings import measures
from hustings.publish import words
from hustings.publish.charts.chart import Body, Canvas, Chart, source_line
from hustings.publish.charts.contest_words import called
from hustings.publish.charts.frame import SMALL, TEXT, altair
from hustings.publish.charts.general import within
from hustings.publish.charts.history_marks import year_of
from hustings.publish.charts.style import Palette, palette
from hustings.publish.prose import starting
from hustings.publish.sheet import Sheet, Shown
from hustings.record.open import Record

Row = dict[str, Any]

COLUMNS = (
    Shown("polling_on", "Poll", "day"),
    Shown("party", "Party"),
    Shown("seats", "Seats", "count"),
    Shown("votes", "Votes", "count or none"),
    Shown("share", "Share", "percent or none"),
)
ALONE = (Shown("election_id", "election_id"), Shown("line", "line"))
UNDECIDED = "Winner not published"
MOST_LINES = 6
HEIGHT = 320
AXIS, BESIDE = 36, 84
LABEL_HEIGHT = 15


def seats(record: Record, place: str | None = None) -> Chart:
    """Seats by party at every declared general election, of all, a country or a region of it; raises UnknownName."""
    fought, where = within(record, record.results(kind="general", basis="declared"), place)
    rows = _rows(record, fought)
    latest = rows[-1]["polling_on"]
    title = _title(rows)
    first = rows[0]["polling_on"]
    ids = record.query("select contest_id from contest where kind = 'general' and basis = 'declared'")
    return Chart(
        kind="seats",
        title=title,
        subtitle=f"Seats won at general elections, {first:%Y} to {latest:%Y}: {where}",
        source=source_line(record, [row["contest_id"] for row in ids]),
        alt=_alt(title, rows),
        sheet=Sheet(title, COLUMNS, rows, wide=ALONE),
        draw=partial(_draw, rows, palette(record)),
        notes=_notes(rows),
    )


def _rows(record: Record, fought: Any) -> list[Row]:
    """A row an election and party that won a seat or stood in many, then its seats undecided; earliest first."""
    lines = record.table("party").select("party_id", line="line_id")
    totals = measures.party_totals(fought)
    known = totals.filter(totals.seats.notnull())
    rows = record.rows(known.left_join(lines, "party_id").drop("party_id_right"))
    unknown = {row["election_id"]: row for row in record.rows(measures.undecided_seats(fought))}
    days = {row["election_id"]: row["polling_on"] for row in record.query("from election")}
    for row in rows:
        row |= {"line": row["line"] or row["party"].lower(), "polling_on": days[row["election_id"]]}
    for election_id, row in unknown.items():
        nobody = {"party_id": None, "party": UNDECIDED, "votes": None, "share": None, "line": "undecided"}
        whole = {"all_seats": row["seats"], "seats": row["undecided"]}
        rows.append(nobody | whole | {"election_id": election_id, "polling_on": days[election_id]})
    best: dict[str, int] = {}
    for row in rows:
        best[row["line"]] = max(best.get(row["line"], 0), row["seats"])
        row["all_seats"] = unknown[row["election_id"]]["seats"]
    kept = [row for row in rows if best[row["line"]] > 0]
    return sorted(kept, key=lambda row: (row["polling_on"], row["line"] == "undecided", -row["seats"], row["party"]))


def _title(rows: list[Row]) -> str:
    """What the largest party of the latest election won, and since when it has not won more."""
    latest = [row for row in rows if row["polling_on"] == rows[-1]["polling_on"]]
    first = latest[0]
    won = f"{starting(called(first['party']))} won {first['seats']} of {words.plural(first['all_seats'], 'seat')}"
    return f"{won} in {first['polling_on']:%Y}{_since(rows, first)}"


MUCH = 0.05


def _since(rows: list[Row], first: Row) -> str:
    """Since when it has not won as many, if no undecided seats between might have made as many; else those before."""
    undecided = {row["election_id"]: row["seats"] for row in rows if row["line"] == "undecided"}
    own = [row for row in rows if row["line"] == first["line"] and row["polling_on"] < first["polling_on"]]
    if not own:
        return ""
    # Of a much larger or smaller number of seats a count says little.
    if abs(own[-1]["all_seats"] - first["all_seats"]) > MUCH * first["all_seats"]:
        return f", after {own[-1]['seats']} of {own[-1]['all_seats']} in {own[-1]['polling_on']:%Y}"
    last = max((place for place, row in enumerate(own) if row["seats"] >= first["seats"]), default=-1)
    between = own[last + 1 :]
    if not between or any(row["seats"] + undecided[row["election_id"]] >= first["seats"] for row in between):
        return f", after {own[-1]['seats']} in {own[-1]['polling_on']:%Y}"
    return f", its most since {(own[last] if last >= 0 else rows[0])['polling_on']:%Y}"


def _alt(title: str, rows: list[Row]) -> str:
    latest = [row for row in rows if row["polling_on"] == rows[-1]["polling_on"] and row["seats"]]
    won = "; ".join(f"{row['party']} {row['seats']}" for row in latest)
    return f"Lines of seats over time. {title}. Then: {won}."


def _notes(rows: list[Row]) -> tuple[str, ...]:
    """How many seats there were to win, and of how many the winner is not published."""
    first, last = rows[0], rows[-1]
    filled = (
        f"Seats to be filled: {first['all_seats']} in {first['polling_on']:%Y}, {last['all_seats']} in "
        f"{last['polling_on']:%Y}. A party is followed across changes of name."
    )
    undecided = [row for row in rows if row["line"] == "undecided" and row["seats"]]
    if not undecided:
        return (filled,)
    most = max(undecided, key=lambda row: row["seats"])
    unknown = (
        f"{UNDECIDED}: bars, the most {most['seats']} of {most['all_seats']} in {most['polling_on']:%Y}. The "
        "publication has party votes for elections before 2005 and they do not always decide a seat, so a party won at "
        "least the seats shown."
    )
    return (unknown, filled)


def _drawn(rows: list[Row]) -> list[str]:
    """The lines with most seats anywhere."""
    best: dict[str, int] = {}
    for row in rows:
        if row["party_id"]:
            best[row["line"]] = max(best.get(row["line"], 0), row["seats"])
    return sorted(best, key=lambda line: -best[line])[:MOST_LINES]


def _points(rows: list[Row], colours: Palette, canvas: Canvas) -> list[Row]:
    """Each number drawn with its colour, those of the latest election named, no name over another."""
    drawn, data = _drawn(rows), []
    for row in (row for row in rows if row["line"] in drawn):
        mark = colours.mark(row["line"])
        kept = {"seats": row["seats"], "line": row["line"], "at_day": year_of(row["polling_on"]), "label": ""}
        data.append(kept | {"line_colour": mark.outline(canvas.mode) or mark.fill})
    latest = {row["line"]: row for row in data}
    pixel = max(row["seats"] for row in data) / HEIGHT
    lowest = 0.0
    for line, row in sorted(latest.items(), key=lambda item: item[1]["seats"]):
        row["at_label"] = max(float(row["seats"]), lowest)
        row["label"] = f"{colours.mark(line).label} {row['seats']}"
        lowest = row["at_label"] + LABEL_HEIGHT * pixel
    return data


def _draw(rows: list[Row], colours: Palette, canvas: Canvas) -> Body:
    alt = altair()
    data = _points(rows, colours, canvas)
    days = [row["at_day"] for row in data]
    across = alt.Scale(domain=[min(days), max(days)], range=[8, canvas.inner - AXIS - BESIDE], nice=False)
    up = alt.Scale(domain=[0, max(row["seats"] for row in data) * 1.05], range=[HEIGHT, 0], nice=False)
    year_axis = alt.Axis(format="d", title=None, grid=False, tickCount=4 if canvas.narrow else 10)
    x = alt.X("at_day:Q", scale=across, axis=year_axis)
    seat_axis = alt.Axis(title=None, tickCount=5, minExtent=AXIS, maxExtent=AXIS, ticks=False, tickMinStep=1)
    y = alt.Y("seats:Q", scale=up, axis=seat_axis)
    base = alt.Chart(alt.InlineData(values=data))
    colour = alt.Color("line_colour:N", scale=None)
    lines = base.mark_line(strokeWidth=2).encode(x=x, y=y, color=colour, detail="line:N")
    dots = base.mark_point(filled=True, size=26, opacity=1).encode(x=x, y=y, color=colour)
    at_label = alt.Y("at_label:Q", scale=up, axis=seat_axis)
    ends = base.transform_filter("datum.label != ''").mark_text(align="left", dx=8, fontSize=TEXT)
    layers = [*_undecided(rows, x, y, canvas), lines, dots, ends.encode(x=x, y=at_label, text="label:N")]
    return Body(layers, HEIGHT, left=AXIS, below=24)


def _undecided(rows: list[Row], x: Any, y: Any, canvas: Canvas) -> list[Any]:
    """Bars from zero of the seats whose winner is not published."""
    alt = altair()
    unknown = [row for row in rows if row["line"] == "undecided" and row["seats"]]
    if not unknown:
        return []
    data = [{"seats": row["seats"], "at_day": year_of(row["polling_on"])} for row in unknown]
    bars = alt.Chart(alt.InlineData(values=data)).mark_bar(
        width=5, color=canvas.tokens.page, stroke=canvas.tokens.muted, strokeWidth=1
    )
    # Named beside the last bar of any size, where fewest lines are.
    most = max(row["seats"] for row in data)
    last = [row for row in sorted(data, key=lambda row: row["at_day"]) if row["seats"] >= 0.45 * most][-1:]
    named = alt.Chart(alt.InlineData(values=last)).mark_text(
        text=UNDECIDED, align="left", dx=5, dy=-2, baseline="bottom", fontSize=SMALL, color=canvas.tokens.muted
    )
    return [bars.encode(x=x, y=y, y2=alt.datum(0)), named.encode(x=x, y=y)]
