"""What surrounds a contest on its page: its place among all seats, its borough, its people, its place, its sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from hustings.publish import words
from hustings.publish.facts import Facts, Row, Seat, seat_of
from hustings.publish.pages import links
from hustings.publish.pages.census import notable_words
from hustings.publish.pages.drawing import along, ticks
from hustings.publish.party_names import called
from hustings.publish.prose import spelt
from hustings.publish.reports import seat_words
from hustings.publish.reports.correction_words import correction_sentences
from hustings.publish.reports.seat import SeatReport
from hustings.publish.reports.standing import FIGURES, Figure, Standing
from hustings.publish.sheet import Sheet, Shown
from hustings.record.schema.elections import POLLED

# How many candidates are followed back, parties compared on two baselines, and earlier contests told.
FIRST = 3
MOST_COMPARED = 4
MOST_CONTESTS = 6

SEATS = (
    Shown("area", "Seat"),
    Shown("candidate", "Won by"),
    Shown("party", "Party"),
    Shown("share", "Share", "percent or none"),
    Shown("majority", "Majority", "count or none"),
    Shown("valid_turnout", "Turnout", "percent or none"),
)


def context(facts: Facts, report: SeatReport) -> dict[str, Any]:
    """Everything under the history."""
    notable, note = place(facts, report)
    return {
        "comparisons": comparisons(facts, report),
        "compared_note": COMPARED,
        "strips": _strips(facts, report),
        "boroughs": boroughs(facts, report),
        "neighbours": neighbours(facts, report),
        "what_if": what_if(facts, report),
        "people": people(facts, report),
        "place": notable,
        "place_note": note,
        "corrections": correction_sentences(report.corrections),
        "sources": [seat_words.source_sentence(source) for source in report.sources],
    }


COMPARED = (
    "Both baselines are legitimate when they are named. The notional one puts the earlier votes on these boundaries, "
    "by a published estimate; the declared one is the earlier result of the seat of the same name, on other boundaries."
)


def comparisons(facts: Facts, report: SeatReport) -> list[Row]:
    """The changes of the first parties on the standard baseline and on the declared result of the seat of that name."""
    other = {row["candidacy_id"]: row for row in facts.named_alike.get(report.contest["contest_id"], [])}
    first = [row for row in report.candidates if row["line_id"]][:MOST_COMPARED]
    if report.baseline is None or report.baseline["basis"] != "notional":
        return []
    if not (other and first and any(one["change"] is not None for one in other.values())):
        return []
    before = f"declared {report.baseline['polling_on']:%Y}, {report.contest['area']} as it then was"
    named = [{"party": row["party"], **other[row["candidacy_id"]]} for row in first]
    return [
        {"name": seat_words.baseline_name(report.baseline), "parties": first},
        {"name": before, "parties": [row | {"party": one["party"]} for row, one in zip(named, first, strict=True)]},
    ]


def _strips(facts: Facts, report: SeatReport) -> list[Row]:
    """The seat among all seats of its general election, a strip a figure."""
    contest = report.contest
    standing = facts.standings.of_contest.get(contest["contest_id"], {})
    if contest["basis"] not in POLLED:
        standing = {}
    return [
        _strip(facts, contest["election_id"], figure, standing[figure.column])
        for figure in FIGURES
        if figure.on_page and figure.column in standing and standing[figure.column].of > 1
    ]


def _strip(facts: Facts, election_id: str, figure: Figure, standing: Standing) -> Row:
    path, span = ticks(facts.standings.values[election_id, figure.column])
    return {
        "name": figure.name,
        "ticks": path,
        "x": along(standing.value, span),
        "lowest": f"{figure.last} {figure.told(span[0])}",
        "highest": f"{figure.first} {figure.told(span[1])}",
        "words": standing_words(figure, standing),
    }


def standing_words(figure: Figure, standing: Standing) -> str:
    """A seat's place in words, counted from the nearer end: 21st smallest of 650 seats."""
    top, bottom = standing.from_top, standing.from_bottom
    place, end = (top, figure.first) if top <= bottom else (bottom, figure.last)
    rank = end if place == 1 else f"{words.ordinal(place)} {end}"
    return f"{figure.told(standing.value)}: {rank} of {words.count(standing.of)} seats"


def general_election(facts: Facts, report: SeatReport) -> Row:
    """The general election of a contest, or the one before a by-election: the seats around were fought at it."""
    contest = report.contest
    if contest["kind"] == "general":
        return contest
    general = [one for one in facts.elections if one["kind"] == "general" and one["basis"] == "declared"]
    before = [one for one in general if one["polling_on"] < contest["polling_on"]]
    return max(before, key=lambda one: one["polling_on"], default=contest)


def _at(facts: Facts, election: Row, seats: Iterable[Seat]) -> list[Row]:
    """The contests of these seats at an election."""
    keys = [(election["election_id"], seat) for seat in seats]
    return [facts.reports[facts.contest_at[key]].contest for key in keys if key in facts.contest_at]


def boroughs(facts: Facts, report: SeatReport) -> list[Row]:
    """The local authorities that the seat lies in, with their seats at the general election, or the one before."""
    contest = report.contest
    parts = facts.authorities.get(seat_of(contest), [])
    return [_borough(facts, report, part) for part in parts]


def _borough(facts: Facts, report: SeatReport, part: Row) -> Row:
    share = part["population_of_constituency"]
    # What rounds to a whole is called so only if it is one.
    whole = share == 1
    name, election = part["local_authority"], general_election(facts, report)
    same = _at(facts, election, facts.seats_of[part["local_authority_id"]])
    return {
        "name": name,
        "heading": f"In {name}",
        "share": share,
        "path": links.borough(name),
        "words": f"{'All' if whole else words.percent(share)} of the seat's people live in {name}.",
        "sheet": seats_sheet(f"Seats of {name}, {words.day(election['polling_on'])}", same),
    }


def neighbours(facts: Facts, report: SeatReport) -> Sheet | None:
    """The seats that lie beside this one, at the general election, or the one before."""
    contest, election = report.contest, general_election(facts, report)
    beside = _at(facts, election, facts.neighbours.get(seat_of(contest), []))
    if not beside:
        return None
    sheet = seats_sheet(f"Seats beside {contest['area']}, {words.day(election['polling_on'])}", beside)
    return replace(sheet, notes=(BESIDE,))


BESIDE = (
    "Seats beside it: worked out by Hustings from simplified outlines, so a very short border may be missing. Turnout: "
    "valid votes as a percentage of the electorate."
)


def seats_sheet(title: str, contests: list[Row]) -> Sheet:
    """Contests a line each, in order of name, each linked to its page."""
    rows = [
        row | {"area_path": links.contest(row["contest_id"]), "candidate": row["candidate"] or words.NONE}
        for row in sorted(contests, key=lambda row: str(row["area"]))
    ]
    return Sheet(title, SEATS, rows)


def what_if(facts: Facts, report: SeatReport) -> str:
    """The fewest votes that would have changed who won, as arithmetic."""
    found = facts.to_change.get(report.contest["contest_id"])
    if found is None or found["switched"] is None or report.contest["basis"] not in POLLED:
        return ""
    first, second = report.candidates[:2]
    return (
        f"If {spelt(found['switched'], 'voter')} of {_who(first)} had voted for {_who(second)} instead, or "
        f"{spelt(found['added'], 'more vote', 'more votes')} had been cast for {_who(second)} with all others as they "
        f"were, {_who(second)} would have come first. This is arithmetic on the declared votes, no estimate of how "
        "anybody would have voted."
    )


def _who(row: Row) -> str:
    return str(row["candidate"] or called(row).name)


def people(facts: Facts, report: SeatReport) -> list[Row]:
    """What the first candidates stood for before, latest first."""
    found = []
    for row in report.candidates[:FIRST]:
        person = facts.person_of.get(row["candidacy_id"])
        if person is None:
            continue
        life = facts.lives[person]
        before = [one for one in life if one["polling_on"] < report.contest["polling_on"]]
        said = _stood(before, report.contest)
        found.append({"name": row["candidate"], "path": links.person(person, life[-1]["candidate"]), "words": said})
    return found


def _stood(before: list[Row], contest: Row) -> str:
    if not before:
        few = "" if contest["polling_on"].year > SELDOM_LINKED else SELDOM
        return f"no earlier candidacy is linked in the record{few}."
    told = [_once(one) for one in reversed(before[-MOST_CONTESTS:])]
    more = len(before) - len(told)
    rest = f"; and {words.plural(more, 'earlier candidacy', 'earlier candidacies')}" if more else ""
    return f"{'; '.join(told)}{rest}."


def _once(one: Row) -> str:
    linked = LINKED if one["how"] == "linked" else ""
    return f"{one['where']} {one['polling_on']:%Y}, {one['party']}, {_votes(one)}{linked}"


# Candidates of 2005 were published with initials for names: most are linked to nobody.
SELDOM_LINKED = 2010
SELDOM = ", where those of 2005 and before seldom are"
LINKED = " (the same person as estimated by Hustings, by no published number)"


def _votes(one: Row) -> str:
    if one["votes"] is None:
        return "votes unknown"
    elected = ", elected" if one["elected"] else ""
    return f"{words.plural(one['votes'], 'vote')}, {one['place']}{elected}"


def place(facts: Facts, report: SeatReport) -> tuple[list[str], str]:
    """The answers to the census in which the constituency is among the first or last twentieth."""
    return notable_words(facts.notable.get(report.contest["area_id"], []), AMONG)


AMONG = "constituencies of {}, on the boundaries of 2024"
