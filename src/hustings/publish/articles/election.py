"""The summary of a general election: parties, gains, the closest and the safest seats, turnout."""

from __future__ import annotations

from dataclasses import replace

from hustings.publish import words
from hustings.publish.articles.article import Article, Block, Items, Paragraph, Table, part, sentences
from hustings.publish.articles.told import Row
from hustings.publish.pages.elections import HEADINGS
from hustings.publish.party_names import party_of_name
from hustings.publish.prose import listed, moved, possessive, spelt, starting
from hustings.publish.reports.election import View, election_sheet
from hustings.publish.sheet import Sheet
from hustings.record.open import Record

# Parties named in the table, and seats named at either end of a ranking.
LEAST_SHARE = 0.002
MOST_SEATS = 10
MOST_TOLD = 4


def election_article(record: Record, election: str) -> Article:
    """The summary of a general election; raises as `election_sheet` does."""
    parties = election_sheet(record, election)
    closest = election_sheet(record, election, View(by="majority", reverse=True))
    safest = election_sheet(record, election, View(by="majority"))
    lead = parties.rows[0]
    day = lead["polling_on"]
    party = party_of_name(lead["party"])
    # Where it is not known who took every seat, a party has those that are known to be its own.
    least = "at least " if any(row["seats"] is None for row in parties.rows) else ""
    seats = words.plural(lead["seats"], "seat")
    return Article(
        slug=f"general-election-{day}",
        headline=starting(_headline(parties.rows, least)),
        standfirst=starting(
            f"{party.name} had {least}{seats} on {words.percent(lead['share'])} of valid votes at the general election "
            f"of {words.day(day)}, {_others(parties.rows, least)}."
        ),
        published=day,
        categories=("General elections", "United Kingdom"),
        tags=tuple(row["party"] for row in parties.rows[:MOST_TOLD]),
        blocks=(
            *part("Parties", _changes(parties.rows), Table(_table(parties)), Items(parties.notes)),
            *_ranking("The closest seats", closest),
            *_ranking("The safest seats", safest),
        ),
    )


def _headline(rows: list[Row], least: str) -> str:
    """Who won most seats; or how many the first two have for certain, where it is not known who took every seat."""
    lead, second = (party_of_name(row["party"]) for row in rows[:2])
    if least:
        most, next_most = (words.count(row["seats"]) for row in rows[:2])
        return f"{lead.name} {'have' if lead.plural else 'has'} {least}{most} seats, {second.name} {least}{next_most}"
    return f"{lead.name} {'win' if lead.plural else 'wins'} most seats, {words.count(rows[0]['seats'])}"


def _others(rows: list[Row], least: str) -> str:
    """The next parties by seats: the Conservatives 121 seats on 23.7%."""
    told = [
        f"{party_of_name(row['party']).name} {least}{spelt(row['seats'], 'seat')} on {words.percent(row['share'])}"
        for row in rows[1:MOST_TOLD]
        if row["seats"]
    ]
    return listed(told) if told else "no other party won a seat"


def _changes(rows: list[Row]) -> Paragraph:
    """How the shares of the largest parties moved, on the baselines that the notes name."""
    largest = sorted((row for row in rows if row["share_change"] is not None), key=lambda row: -row["votes"])
    said = [
        f"{possessive(party_of_name(row['party']).name)} share {moved(row['share_change'])}"
        for row in largest[:MOST_TOLD]
    ]
    return sentences(f"On the baselines named below, {listed(said)}." if said else "")


def _table(parties: Sheet) -> Sheet:
    rows = [row for row in parties.rows if row["seats"] or (row["share"] or 0) >= LEAST_SHARE]
    left = len(parties.rows) - len(rows)
    note = (
        f"Left out: {words.plural(left, 'party or label', 'parties or labels')} without a seat, under 0.2% of votes.",
    )
    columns = tuple(replace(one, heading=HEADINGS.get(one.key, one.heading)) for one in parties.columns)
    return Sheet(parties.title, columns, rows, note if left else ())


def _ranking(heading: str, sheet: Sheet) -> tuple[Block, ...]:
    return part(heading, Table(replace(sheet, rows=sheet.rows[:MOST_SEATS])))
