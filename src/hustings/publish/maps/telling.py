"""What a map says of itself: the finding as a title, what is shown, the baseline, and a sentence for every seat."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hustings.publish import words
from hustings.publish.maps.subjects import Subject
from hustings.publish.party_names import called
from hustings.publish.prose import listed, starting
from hustings.publish.reports.election_notes import baseline_words
from hustings.publish.reports.winners import UNDECIDED

Row = dict[str, Any]

NOTIONAL = "Notional: a published estimate that redistributes the votes of an election over boundaries drawn later."
LUMPED = "Unknown: the publication may count the party within Other there."
RECOUNTED = "A gain is against the party that won the seat at the baseline; by-elections between are passed over."
# What a seat lacks that has no figure of a party.
ABSENT = {
    "party-share": "the party did not stand",
    "change": "no comparison: the party did not stand, or had no vote of its own at the baseline",
    "swing": "no swing: first or second was an independent, the Speaker, or a party with no vote of its own before",
}


def seat_words(row: Row, subject: Subject, party: str) -> str:
    """A seat in one line: Ilford North: Labour hold, majority 528; turnout 60.1%."""
    told = row["outcome"] or ("winner not published" if row["party"] == UNDECIDED else row["party"])
    lead = "" if row["majority"] is None else f", majority {words.count(row['majority'])}"
    estimate = " (notional)" if row["basis"] == "notional" else ""
    figure = figure_words(row, subject, party)
    return f"{row['area']}: {told}{lead}{estimate}" + (f"; {figure}" if figure else "")


def figure_words(row: Row, subject: Subject, party: str) -> str:
    """The figure of a seat with its name, blank where the map shows none."""
    if not subject.column:
        return ""
    value = row[subject.column]
    if subject.of_party and row["party_state"] == "absent":
        return f"{party} did not stand"
    if subject.style == "swing" and value is None:
        return "no swing"
    if subject.style == "points":
        return f"{party} share {_moved(value)}" if value is not None else f"no change of {party} is measured"
    name = f"{party} share" if subject.of_party else subject.name[0].lower() + subject.name[1:]
    return f"{name} {_share(value, subject)}"


def _share(value: float | None, subject: Subject) -> str:
    if subject.style == "swing":
        return f"{words.points(value)} points"
    return words.margin(value) if subject.column == "majority_share" else words.percent(value)


def _moved(change: float) -> str:
    size = words.rounded(abs(change), 1)
    if size == 0:
        return "unchanged"
    return f"{'up' if change > 0 else 'down'} {size} {'point' if size == 1 else 'points'}"


def winner_title(rows: list[Row], won: list[Row], where: str) -> str:
    """Who won most of the seats."""
    winners = {row["party"]: row for row in rows}
    most = [_named(winners[row["party"]]) for row in won if row["seats"] == won[0]["seats"]]
    verb = "would have won" if rows[0]["basis"] != "declared" else "won"
    each = "each " if len(most) > 1 else ""
    told = f"{listed(most)} {each}{verb} {words.count(won[0]['seats'])} of {words.plural(len(rows), 'seat')}"
    return f"{where}: {told}" if where else starting(told)


def _named(row: Row) -> str:
    """A winner's party as what wins several seats: the Conservatives, independents."""
    return "independents" if row["standing_as"] == "independent" else called(row).name


def gain_title(rows: list[Row], where: str) -> str:
    """How many seats changed hands, and who gained most."""
    gained = Counter(_named(row) for row in rows if row["held"] is False)
    told = f"{words.count(gained.total()) if gained else 'None'} of {words.plural(len(rows), 'seat')} changed hands"
    if gained:
        most, seats = gained.most_common(1)[0]
        told += f"; {most} gained {words.count(seats)}"
    return f"{where}: {told}" if where else told


def figure_title(rows: list[Row], subject: Subject, whose: str, where: str) -> str:
    """Where the figure is highest and lowest, or where a share rose and fell most."""
    known = sorted((row for row in rows if row[subject.column] is not None), key=lambda row: row[subject.column])
    lead = f"{where}: " if where else ""
    name = subject.name.format(whose=whose)
    if not where:
        name = starting(name)
    elif not subject.of_party:
        name = name[0].lower() + name[1:]
    if not known:
        return f"{lead}{name} is not known there"
    low, high = known[0], known[-1]
    if subject.style == "points":
        return lead + (str if where else starting)(_change_title(known, len(rows), f"{whose} share"))
    if len(known) == 1:
        return f"{lead}{name} {_share(low[subject.column], subject)} in {low['area']}"
    ends = [f"in {row['area']} ({_share(row[subject.column], subject)})" for row in (high, low)]
    return f"{lead}{name} was highest {ends[0]} and lowest {ends[1]}"


def _change_title(known: list[Row], seats: int, name: str) -> str:
    """Where a share rose and fell most: of so many seats those with a change, in its order."""
    low, high = known[0], known[-1]
    fell = f"in {low['area']}, by {words.rounded(abs(low['change']), 1)} points"
    rose = f"in {high['area']}, by {words.rounded(abs(high['change']), 1)} points"
    if low["change"] < 0 < high["change"]:
        return f"{name} rose most {rose}, and fell most {fell}"
    way, most = ("rose", rose) if high["change"] > 0 else ("fell", fell)
    every = f"all {words.count(len(known))} seats" if len(known) > 1 else "one seat"
    return f"{name} {way} in {every}{' that compare' if len(known) < seats else ''}, most {most}"


def one_title(row: Row, told: tuple[Subject, str], rank: tuple[int, int] | None) -> str:
    """One seat: its outcome, or its figure and its place among all."""
    subject, party = told
    if not subject.column:
        return seat_words(row, subject, party)
    place = ""
    if rank is not None:
        place = f", {'' if rank[0] == 1 else words.ordinal(rank[0]) + ' '}highest of {words.count(rank[1])}"
    return f"{row['area']}: {figure_words(row, subject, party)}{place}"


def notes(rows: list[Row], election: Row, subject: Subject, party: str) -> tuple[str, ...]:
    """What a reader must know: estimate, coverage, baseline, what is within Other."""
    compared = subject.key in ("change", "gain", "winner", "swing") and any(row["rule"] for row in rows)
    return tuple(
        sentence
        for sentence, said in (
            (NOTIONAL, election["basis"] == "notional"),
            (f"The record holds only a part of this election: {election['coverage']}.", election["coverage"]),
            (baseline_words(rows) if compared else "", compared),
            (RECOUNTED, subject.key == "gain"),
            (LUMPED, party and any(row["party_state"] == "lumped" for row in rows)),
        )
        if said
    )
