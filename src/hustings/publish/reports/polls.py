"""Polls of voting intention, the latest first."""

from __future__ import annotations

from typing import Any

from hustings.errors import NoSuchElection, UnknownName
from hustings.publish import words
from hustings.publish.sheet import Sheet, Shown
from hustings.record.names import holds_words, nearest, plain
from hustings.record.open import Record

POLLS = """
    select poll.*, list({'label': label, 'share': share} order by share desc, label) as shares
    from poll join poll_share using (poll_id)
    where (? is null or pollster = ?) and (? is null or year(end_on) = ?)
    group by all order by end_on desc, start_on desc, poll_id
"""
SPAN = "select min(year(end_on)) as first, max(year(end_on)) as last, count(*) as polls from poll"
LEFT_OUT = "select reason, count(*) as rows from poll_left_out group by reason order by rows desc"
SOURCE = """
    select publisher, title, licence, address from source
    where source_id in (select source_id from poll) order by publisher
"""
COLUMNS = (
    Shown("end_on", "To", "day"),
    Shown("pollster", "Pollster"),
    Shown("sample", "Asked"),
    Shown("said", "Shares, per cent"),
)
ALONE = (
    Shown("poll_id", "poll_id"),
    Shown("start_on", "start_on", "day"),
    Shown("client", "client"),
    Shown("area", "area"),
    Shown("sample_size", "sample_size", "count"),
    Shown("method", "method"),
    Shown("unpublished", "unpublished"),
    Shown("disputed", "disputed"),
    Shown("total", "total"),
)


def polls_sheet(record: Record, pollster: str | None = None, year: int | None = None, limit: int = 0) -> Sheet:
    """The polls of a pollster and a year, or of all, latest first; the first `limit` of them unless it is 0.

    Raises UnknownName for a pollster the record does not hold, NoSuchElection for a year without polls.
    """
    name = _pollster(record, pollster)
    found = record.query(POLLS, [name, name, year, year])
    held = record.query(SPAN)[0]
    if not found:
        by = f" by {name}" if name else ""
        raise NoSuchElection(f"no polls{by} in {year}; the record's polls are of {held['first']} to {held['last']}")
    shown = found[: limit or None]
    labels = _labels(shown)
    wide = (*ALONE, *(Shown(label, label, "percent or none") for label in labels))
    part = f"the latest {words.count(len(shown))} of " if len(shown) < len(found) else ""
    title = f"{part}{words.plural(len(found), 'poll')} of voting intention"
    rows = [_row(row, labels) for row in shown]
    return Sheet(title[0].upper() + title[1:], COLUMNS, rows, _notes(record, shown), wide)


def _pollster(record: Record, named: str | None) -> str | None:
    """The pollster that a name or a part only one has means."""
    if named is None:
        return None
    pollsters = [
        row["pollster"] for row in record.query("select distinct pollster from poll where pollster is not null")
    ]
    found = [one for one in pollsters if plain(one) == plain(named)] or [
        one for one in sorted(pollsters) if plain(named) and holds_words(one, named)
    ]
    if len(found) == 1:
        return str(found[0])
    names = tuple(found) or nearest(named, pollsters)
    mend = f"did you mean {' or '.join(names[:3])}?" if names else "`hustings polls` shows who polled"
    raise UnknownName(f"no one pollster called {named!r}; {mend}", names)


def _labels(polls: list[dict[str, Any]]) -> list[str]:
    """The labels these polls give shares to, in order of how much they give them."""
    totals: dict[str, float] = {}
    for row in polls:
        for one in row["shares"]:
            totals[one["label"]] = totals.get(one["label"], 0.0) + one["share"]
    return sorted(totals, key=lambda label: (-totals[label], label))


def _row(poll: dict[str, Any], labels: list[str]) -> dict[str, Any]:
    shares = {one["label"]: one["share"] / 100 for one in poll["shares"]}
    sample = words.count(poll["sample_size"]) + (" (MRP)" if poll["method"] == "MRP" else "")
    mark = " (disputed)" if poll["disputed"] else ""
    pollster = (poll["pollster"] or words.UNKNOWN) + mark
    said = ", ".join(f"{one['label']} {one['share']:g}" for one in poll["shares"])
    return {**poll, **dict.fromkeys(labels), **shares, "sample": sample, "pollster": pollster, "said": said}


def _notes(record: Record, polls: list[dict[str, Any]]) -> tuple[str, ...]:
    left_out = "; ".join(f"{words.count(row['rows'])} {row['reason']}" for row in record.query(LEFT_OUT))
    held = record.query(SPAN)[0]
    notes = [
        "Shares are of those who named a party, rounded as published. A poll is an estimate of opinion on its days and "
        "no result.",
        "A label of several parties is one published figure of them together.",
    ]
    if any(row["disputed"] for row in polls):
        notes.append("Disputed: its figures do not fit each other; the reason is in docs/corrections.md.")
    notes.append(f"The record holds {words.count(held['polls'])} polls. Rows of the list left out: {left_out}.")
    notes += [f"Source: {row['publisher']} ({row['address']}), {row['licence']}." for row in record.query(SOURCE)]
    return tuple(notes)
